//! What military movements consist of and what carries them: pieces, departures and what those take, the needs of troops.
//!
//! Static data only. Served by `systems::movements` and `systems::support`.

use super::Mode;
use crate::sim::every::every;
use crate::sim::{
    ids::{PoolId, RoleId},
    limits::Fit,
    time::Span,
};
use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Kind of military piece. The order is the one in which pieces leave a ship when nobody decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum PieceKind {
    /// Tracked vehicles.
    Tracked,
    /// Wheeled vehicles.
    Wheeled,
    /// Containers with materiel.
    Container,
    /// Containers with ammunition.
    Ammunition,
    /// Fuel trucks and tank containers.
    Fuel,
}

impl PieceKind {
    /// Every kind in the default order.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of kinds.
    pub const COUNT: usize = Self::ALL.len();
}

/// One value for each kind of piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerKind<T>(pub [T; PieceKind::COUNT]);

impl<T> Index<PieceKind> for PerKind<T> {
    type Output = T;
    fn index(&self, kind: PieceKind) -> &T {
        &self.0[kind as usize]
    }
}

impl<T> IndexMut<PieceKind> for PerKind<T> {
    fn index_mut(&mut self, kind: PieceKind) -> &mut T {
        &mut self.0[kind as usize]
    }
}

impl PerKind<u32> {
    /// Pieces of all kinds.
    pub fn sum(&self) -> u32 {
        self.0.iter().sum()
    }
}

/// A kind of departure of a military movement: a train, a convoy or a barge, and everything it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fleet {
    /// Code such as flat-wagon-sets.
    pub code: String,
    /// The mode they serve.
    pub mode: Mode,
    /// The held pool of its sets: one departure takes one.
    pub pool: PoolId,
    /// From departure until the empty set is back and ready.
    pub cycle: Span,
    /// Pieces of each kind on one set; 0 for a kind it cannot carry. A departure carries one kind.
    pub pieces: PerKind<u16>,
    /// Slots one departure takes on every edge.
    pub load: u16,
    /// What else a departure takes.
    pub needs: Vec<FleetNeed>,
    /// From the order to load until it may leave: permits, planning.
    pub lead: Span,
    /// What one departure asks of the network.
    pub fit: Fit,
}

/// Units of a pool that a departure takes besides its set. Stock is used up; held units come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FleetNeed {
    /// The pool.
    pub pool: PoolId,
    /// Units.
    pub units: u16,
    /// Held units are back this long after departure.
    pub back: Span,
}

/// What troops in transit ask of the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasketItem {
    /// The pool that serves it.
    pub pool: PoolId,
    /// Units per thousand troops: at any time from a held pool, a day from a stock.
    pub per_thousand: u32,
}

/// Guards that a port needs before and while it unloads military ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guards {
    /// The held pool of guards.
    pub pool: PoolId,
    /// Units for one port.
    pub units: u16,
}

/// What follows when an ammunition train stands still outside a safe siding. Distances are fictitious.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standstill {
    /// Who must be told, and how long after it stands; also of one in a safe siding.
    pub told: Vec<(RoleId, Span)>,
    /// Safety distance in metres for a load of up to this many pieces; the last one also for more.
    pub distance_m: Vec<(u16, u16)>,
    /// People for each square kilometre beside the line.
    pub people_km2: u32,
    /// Of those who have not heard of it, the part that does in an hour, in thousandths.
    pub publicity_permille: u16,
    /// People who come in an hour once everybody has heard of it.
    pub crowd_per_hour: u16,
    /// Most people who come.
    pub crowd_most: u32,
    /// People whom one guard keeps off the track.
    pub crowd_per_guard: u16,
    /// The pool of those guards, outside military objects.
    pub guards: PoolId,
}
