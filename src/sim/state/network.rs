//! The network as it stands: capacity, bookings, counts of the day, ways found during play.
//!
//! Plain data: changed by `systems::booking`, `systems::capacity`, `systems::dispatch` and `State::divide`.

use super::{HORIZON_HOURS, PolicyBrief};
use crate::sim::{
    country::{Class, PerClass},
    ids::{DenseId, EdgeId, LinkId, OdId, PathId, PoolId, Table},
    limits::Gauge,
    routes::Path,
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// Capacity and bookings of the links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// Slots per window as the staff corrected them, or as the country has them.
    pub slots: Table<EdgeId, u16>,
    /// Slots per window now, after damage and loss of processes.
    pub capacity: Table<EdgeId, u16>,
    /// What is booked.
    pub booked: Bookings,
    /// Grants of paths by the hour in which they enter the pool: for each class row `hour % HORIZON_HOURS`, then pool.
    pub entering: PerClass<Vec<u16>>,
    /// What nearly every claim asks of the policies. Kept by `State::divide`.
    pub brief: Table<PoolId, PolicyBrief>,
    /// When the first policy ends, if any does.
    pub policy_ends: Option<Tick>,
    /// Paths given since midnight by pool, class and region, see `systems::dispatch`.
    pub given: Vec<u16>,
    /// Trains with dangerous goods given a way over each stretch since midnight.
    pub dangerous: Table<EdgeId, u16>,
    /// Stretches with an overhead wire that is dead now.
    pub unpowered: Table<EdgeId, bool>,
    /// How many of them there are.
    pub unpowered_count: u32,
    /// Rivers that are low, in order of arrival.
    pub low_water: Vec<LowWater>,
    /// Ways found during play, when the topology changed.
    pub detours: Vec<Path>,
    /// Detour of an origin and destination under the present topology: `Some(None)` when there is no way.
    pub detour_of: Table<OdId, Option<Option<PathId>>>,
    /// Grows with each change of topology.
    pub version: u32,
    /// True when claims that wait must be looked at before the next hour: a policy or a capacity changed.
    pub retry: bool,
}

/// Bookings of every link in every window of the horizon: row `hour % HORIZON_HOURS`, then link. What is asked of every link of
/// a way stands by itself, because that is what a busy tick waits for. What most departures have is not written a second time: what
/// no other class has of all that is taken, `REST` has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookings {
    /// Slots in all.
    pub taken: Vec<u16>,
    /// Slots by class, in the order of [`Class::ALL`], but for the last. Nothing is booked that is not taken.
    by_class: [Vec<u16>; REST as usize],
    /// The clock hour from which nothing is left of what was booked in those classes: what was never used is not emptied.
    empty_from: [u32; REST as usize],
}

/// The last class, that of ordinary freight.
const REST: Class = Class::Commercial;
const _: () = assert!(REST as usize + 1 == Class::COUNT);

impl Bookings {
    /// Nothing booked.
    pub(in crate::sim) fn new(rows: usize) -> Self {
        let by_class = std::array::from_fn(|_| vec![0; rows]);
        Self { taken: vec![0; rows], by_class, empty_from: Default::default() }
    }

    /// Everything, one after the other: slots in all row by row, then those of each class.
    pub fn columns(&self) -> Vec<u16> {
        let mut all = Vec::with_capacity(self.taken.len() * (1 + Class::COUNT));
        all.extend_from_slice(&self.taken);
        for column in &self.by_class {
            all.extend_from_slice(column);
        }
        let start = all.len();
        all.extend_from_slice(&self.taken);
        let rest = all.get_mut(start..).unwrap_or_default();
        for column in &self.by_class {
            for (rest, booked) in rest.iter_mut().zip(column) {
                *rest = rest.wrapping_sub(*booked);
            }
        }
        all
    }

    /// Slots taken in a row.
    pub fn taken(&self, row: usize) -> u16 {
        self.taken.get(row).copied().unwrap_or_default()
    }

    /// Slots in a row by class.
    pub fn classes(&self, row: usize) -> PerClass<u16> {
        let mut classes = PerClass::default();
        let mut rest = self.taken(row);
        for (class, column) in Class::ALL.into_iter().zip(&self.by_class) {
            classes[class] = column.get(row).copied().unwrap_or_default();
            rest = rest.saturating_sub(classes[class]);
        }
        classes[REST] = rest;
        classes
    }

    /// The slots taken, row by row.
    #[inline]
    pub(in crate::sim) fn taken_mut(&mut self) -> &mut [u16] {
        &mut self.taken
    }

    /// The slots of a class row by row, to book more in this clock hour; none of the class that has the rest.
    #[inline]
    pub(in crate::sim) fn of_class_mut(&mut self, class: Class, hour: u32) -> Option<&mut [u16]> {
        let empty_from = self.empty_from.get_mut(class as usize)?;
        *empty_from = hour + HORIZON_HOURS;
        self.by_class.get_mut(class as usize).map(Vec::as_mut_slice)
    }

    /// Gives slots of a class back.
    pub(in crate::sim) fn give_back(&mut self, row: usize, class: Class, load: u16) {
        let load = load.min(self.classes(row)[class]);
        let column = self.by_class.get_mut(class as usize);
        for column in std::iter::once(&mut self.taken).chain(column) {
            if let Some(slots) = column.get_mut(row) {
                *slots -= load;
            }
        }
    }

    /// Empties the rows that a clock hour no longer needs.
    pub(in crate::sim) fn clear(&mut self, rows: std::ops::Range<usize>, hour: u32) {
        let used = self.by_class.iter_mut().zip(self.empty_from).filter(|(_, empty)| hour < *empty);
        for all in std::iter::once(&mut self.taken).chain(used.map(|(column, _)| column)) {
            all.get_mut(rows.clone()).unwrap_or_default().fill(0);
        }
    }
}

/// A river that is low for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LowWater {
    /// The river.
    pub gauge: Gauge,
    /// What a ship can load, in thousandths.
    pub permille: u16,
    /// Ends here.
    pub ends: Tick,
}

impl Network {
    /// What ships can load on a river now, in thousandths: the least of what is said about it.
    pub fn ship_load(&self, gauge: Option<Gauge>) -> u32 {
        let rows = self.low_water.iter().filter(|row| Some(row.gauge) == gauge);
        rows.map(|row| u32::from(row.permille)).min().unwrap_or(1000)
    }

    /// Row of the bookings of a link with windows of this length in the window that contains an hour.
    #[inline]
    pub fn row(&self, link: LinkId, window_hours: u8, hour: u32) -> usize {
        let start = hour & u32::from(window_mask(window_hours));
        start as usize * self.capacity.len() * 2 + link.index()
    }
}

/// The bits of a clock hour that say, within the horizon, in which hour the window of this length, a power of two, begins that
/// contains it.
#[inline]
pub(in crate::sim) fn window_mask(window_hours: u8) -> u16 {
    // The horizon is a power of two of hours, and a window begins at a multiple of its length.
    u16::try_from(u32::from(window_hours).wrapping_neg() & (HORIZON_HOURS - 1)).unwrap_or(0)
}

/// Index into `entering` of a pool in an hour.
#[inline]
pub(in crate::sim) fn entering_row(pools: usize, pool: PoolId, hour: u32) -> usize {
    (hour % HORIZON_HOURS) as usize * pools + pool.index()
}
