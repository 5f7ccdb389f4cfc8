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
    /// Grants of paths by the hour in which they enter the pool: row `hour % HORIZON_HOURS`, then pool.
    pub entering: Vec<PerClass<u16>>,
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
/// a way stands by itself, because that is what a busy tick waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookings {
    /// Slots in all.
    pub taken: Vec<u16>,
    /// Slots by class, in the order of [`Class::ALL`].
    by_class: [Vec<u16>; Class::COUNT],
}

impl Bookings {
    /// Nothing booked.
    pub(in crate::sim) fn new(rows: usize) -> Self {
        Self { taken: vec![0; rows], by_class: Class::ALL.map(|_| vec![0; rows]) }
    }

    /// Everything: slots in all, then by class.
    pub fn columns(&self) -> impl Iterator<Item = &[u16]> {
        std::iter::once(&self.taken).chain(&self.by_class).map(Vec::as_slice)
    }

    /// Slots taken in a row.
    pub fn taken(&self, row: usize) -> u16 {
        self.taken.get(row).copied().unwrap_or_default()
    }

    /// Slots in a row by class.
    pub fn classes(&self, row: usize) -> PerClass<u16> {
        PerClass(self.by_class.each_ref().map(|rows| rows.get(row).copied().unwrap_or_default()))
    }

    /// The slots taken, and those of a class, row by row.
    #[inline]
    pub(in crate::sim) fn of_class(&mut self, class: Class) -> (&mut [u16], &mut [u16]) {
        let [first, rest @ ..] = &mut self.by_class;
        let booked = (class as usize).checked_sub(1).map_or(Some(first), |row| rest.get_mut(row));
        (&mut self.taken, booked.map(Vec::as_mut_slice).unwrap_or_default())
    }

    /// Gives slots of a class back.
    pub(in crate::sim) fn give_back(&mut self, row: usize, class: Class, load: u16) {
        let (taken, booked) = self.of_class(class);
        if let Some((taken, booked)) = taken.get_mut(row).zip(booked.get_mut(row)) {
            let load = load.min(*booked);
            *taken -= load;
            *booked -= load;
        }
    }

    /// Empties rows.
    pub(in crate::sim) fn clear(&mut self, rows: std::ops::Range<usize>) {
        for all in std::iter::once(&mut self.taken).chain(&mut self.by_class) {
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
        let start = window_start(hour, window_hours);
        (start % HORIZON_HOURS) as usize * self.capacity.len() * 2 + link.index()
    }
}

/// The hour in which the window of this length, a power of two, begins that contains an hour.
#[inline]
pub(in crate::sim) fn window_start(hour: u32, window_hours: u8) -> u32 {
    hour & u32::from(window_hours).wrapping_neg()
}

/// Index into `entering` of a pool in an hour.
#[inline]
pub(in crate::sim) fn entering_row(pools: usize, pool: PoolId, hour: u32) -> usize {
    (hour % HORIZON_HOURS) as usize * pools + pool.index()
}
