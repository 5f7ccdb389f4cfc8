//! Everything scarce, in one row: slots of each link and window, moves of each terminal and hour, sets of each fleet.
//!
//! A price is what one unit costs whoever uses it, in millionths of a point. Must not know who uses what: `civil` and
//! `military` do. See `bound` for how prices are found.

use super::instance::Instance;
use crate::sim::time::TICKS_PER_HOUR;

/// Price units in a point.
pub(super) const POINT: i64 = 1_000_000;

/// Where each scarce thing stands in a list of capacities or prices.
#[derive(Clone, Debug)]
pub(super) struct Scarce {
    /// First window of each link.
    slots: Vec<usize>,
    /// First hour of each terminal.
    moves: Vec<Option<usize>>,
    /// First span of each fleet; none when a set is back within the hour.
    sets: Vec<Option<usize>>,
    windows: Vec<u32>,
    cycles: Vec<u32>,
    hours: u32,
    /// Units that exist: slots, moves, and military pieces that the sets of a fleet carry in one cycle.
    pub(super) capacity: Vec<i64>,
}

impl Scarce {
    /// Lists what an instance has.
    pub(super) fn of(instance: &Instance) -> Self {
        let hours = instance.hours();
        let mut capacity = Vec::new();
        let mut put = |units: &mut dyn Iterator<Item = i64>| {
            let first = capacity.len();
            capacity.extend(units);
            first
        };
        let slots = instance.links.iter().map(|link| put(&mut link.slots.iter().copied())).collect();
        let hourly = |quarters: &Vec<i64>| -> Vec<i64> {
            quarters.chunks(TICKS_PER_HOUR as usize).map(|hour| hour.iter().sum()).collect()
        };
        let moves = |place: &super::instance::Place| {
            let moves = place.moves.as_ref().map(hourly)?;
            Some(put(&mut moves.into_iter()))
        };
        let moves = instance.places.iter().map(moves).collect();
        let span = |fleet: &super::instance::Fleet| {
            (fleet.cycle_hours > 0).then(|| put(&mut (0..hours).map(|_| fleet.sets * fleet.pieces)))
        };
        let sets = instance.fleets.iter().map(span).collect();
        Self {
            slots,
            moves,
            sets,
            windows: instance.links.iter().map(|link| link.window_hours).collect(),
            cycles: instance.fleets.iter().map(|fleet| fleet.cycle_hours).collect(),
            hours,
            capacity,
        }
    }

    /// Slots of a link in the window that contains an hour.
    pub(super) fn slots(&self, link: usize, hour: u32) -> usize {
        self.slots[link] + (hour / self.windows[link]) as usize
    }

    /// Moves of a terminal in an hour.
    pub(super) fn moves(&self, place: usize, hour: u32) -> Option<usize> {
        self.moves[place].map(|first| first + hour as usize)
    }

    /// The spans of one cycle that contain an hour: whoever leaves in it takes room in each of them.
    pub(super) fn sets(&self, fleet: usize, hour: u32) -> std::ops::Range<usize> {
        let Some(first) = self.sets[fleet] else { return 0..0 };
        let earliest = (hour + 1).saturating_sub(self.cycles[fleet]);
        first + earliest as usize..first + hour as usize + 1
    }

    /// Every window of a link.
    pub(super) fn all_slots(&self, link: usize) -> std::ops::Range<usize> {
        self.slots[link]..self.slots[link] + self.hours.div_ceil(self.windows[link]) as usize
    }

    /// Every hour of a terminal.
    pub(super) fn all_moves(&self, place: usize) -> std::ops::Range<usize> {
        self.moves[place].map_or(0..0, |first| first..first + self.hours as usize)
    }

    /// Every span of a fleet.
    pub(super) fn all_sets(&self, fleet: usize) -> std::ops::Range<usize> {
        self.sets[fleet].map_or(0..0, |first| first..first + self.hours as usize)
    }
}
