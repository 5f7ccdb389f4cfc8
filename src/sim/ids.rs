//! Dense identifiers and the tables they index.
//!
//! Files speak in stable codes (`VR19`, `rail.sloe.2`); the loader resolves them once and the simulation only uses
//! these numbers. Must not hold meaning: everything about a thing lives in its table. See `country` and `state`.

use serde::{Deserialize, Serialize};
use std::{
    fmt,
    marker::PhantomData,
    ops::{Index, IndexMut},
};

/// A dense number that names a row of one table.
pub trait DenseId: Copy + Ord {
    /// Row number to identifier.
    fn from_index(index: usize) -> Self;
    /// The number itself to identifier.
    fn from_number(number: u32) -> Self;
    /// Identifier to row number.
    fn index(self) -> usize;
}

macro_rules! dense_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl DenseId for $name {
            #[inline]
            fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).expect("a table has fewer than 2^32 rows"))
            }
            #[inline]
            fn from_number(number: u32) -> Self {
                Self(number)
            }
            #[inline]
            fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{}#{}", stringify!($name), self.0)
            }
        }
    )+};
}

dense_ids! {
    /// One of the 25 safety regions.
    RegionId,
    /// A vital process, such as electricity.
    ProcessId,
    /// A dependency of one process on another.
    ArcId,
    /// A trade of repair crews.
    SkillId,
    /// One of the 30 roles.
    RoleId,
    /// A place of the transport network.
    NodeId,
    /// An undirected stretch between two nodes.
    EdgeId,
    /// One direction of an edge: edge number times two, plus one for the way back.
    LinkId,
    /// A pool of scarce capacity.
    PoolId,
    /// A fleet of contracted vehicles.
    FleetId,
    /// A good that regions store.
    GoodId,
    /// A recurring civil transport demand.
    DemandId,
    /// A measure.
    MeasureId,
    /// A way in which an opponent puts pressure on.
    VectorId,
    /// A rhythm over the hours of a week.
    RhythmId,
    /// A way through the network.
    PathId,
    /// An origin, destination and mode with its ways through the network.
    OdId,
    /// A planned or invented inject.
    InjectId,
    /// A movement order of a military unit.
    MovementId,
    /// An exercise objective.
    ObjectiveId,
    /// A sector in which people work.
    SectorId,
    /// A criterion of the impact score.
    CriterionId,
    /// A gauge of the impact score: a track, a requirement or a pillar.
    GaugeId,
    /// Something of the electricity grid: a line, a plant, an interconnector, stations.
    GridId,    /// A storyline of the script.
    StorylineId,
    /// An evaluation criterion: by what an objective is judged.
    EvaluationId,
    /// A question to observers.
    QuestionId,
    /// A person of the scenario, who can be addressed alone.
    PersonId,
    /// A group of injects of which exactly one is sent.
    VariantsId,
    /// A slot of the consignment table. Slots are reused: compare serials across time.
    ConsignmentId,
}

impl LinkId {
    /// The edge this is a direction of.
    #[inline]
    pub fn edge(self) -> EdgeId {
        EdgeId(self.0 / 2)
    }

    /// True for the direction from the edge's `to` node to its `from` node.
    #[inline]
    pub fn is_reverse(self) -> bool {
        self.0 % 2 == 1
    }
}

impl EdgeId {
    /// Both directions, forward first.
    #[inline]
    pub fn links(self) -> [LinkId; 2] {
        [LinkId(self.0 * 2), LinkId(self.0 * 2 + 1)]
    }
}

/// A vector indexed by one kind of identifier only.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Table<I, T> {
    rows: Vec<T>,
    #[serde(skip)]
    key: PhantomData<I>,
}

impl<I, T: Clone> Clone for Table<I, T> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), key: PhantomData }
    }

    fn clone_from(&mut self, from: &Self) {
        self.rows.clone_from(&from.rows);
    }
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), key: PhantomData }
    }
}

impl<I: DenseId, T> Table<I, T> {
    /// A table over rows in identifier order.
    pub fn new(rows: Vec<T>) -> Self {
        Self { rows, key: PhantomData }
    }

    /// Appends a row and names it.
    pub fn push(&mut self, row: T) -> I {
        let id = I::from_index(self.rows.len());
        self.rows.push(row);
        id
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True without rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row, if it exists.
    #[inline]
    pub fn get(&self, id: I) -> Option<&T> {
        self.rows.get(id.index())
    }

    /// The row for change, if it exists.
    #[inline]
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.rows.get_mut(id.index())
    }

    /// All identifiers in order.
    #[inline]
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        // One check here instead of one for each row.
        let len = u32::try_from(self.rows.len()).expect("a table has fewer than 2^32 rows");
        (0..len).map(I::from_number)
    }

    /// Rows with their identifiers, in order.
    #[inline]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.ids().zip(&self.rows)
    }

    /// Rows for change with their identifiers, in order.
    #[inline]
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (I, &mut T)> {
        self.ids().zip(&mut self.rows)
    }

    /// The rows alone.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// The rows alone, for change.
    pub fn rows_mut(&mut self) -> &mut [T] {
        &mut self.rows
    }

    /// The first row that satisfies `test`.
    pub fn find(&self, test: impl FnMut(&T) -> bool) -> Option<I> {
        self.rows.iter().position(test).map(I::from_index)
    }
}

impl<I: DenseId, T: Clone> Table<I, T> {
    /// A table of `len` equal rows.
    pub fn filled(value: T, len: usize) -> Self {
        Self::new(vec![value; len])
    }

    /// Makes it a table of `len` equal rows; allocates only while it has not been so long before.
    pub fn fill_again(&mut self, value: T, len: usize) {
        self.rows.clear();
        self.rows.resize(len, value);
    }
}

impl<I: DenseId, T> Index<I> for Table<I, T> {
    type Output = T;
    #[inline]
    fn index(&self, id: I) -> &T {
        &self.rows[id.index()]
    }
}

impl<I: DenseId, T> IndexMut<I> for Table<I, T> {
    #[inline]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.rows[id.index()]
    }
}

impl<I: DenseId, T> FromIterator<T> for Table<I, T> {
    fn from_iter<R: IntoIterator<Item = T>>(rows: R) -> Self {
        Self::new(rows.into_iter().collect())
    }
}
