//! Three clocks: at which playing time and real time the scenario stood where. Filled from what the caller told; read by views.
//!
//! A point says: from this moment of the scenario and this command on, these were the times. Must not keep time itself.

use crate::sim::{course::Times, time::Tick};

/// The times of a whole exercise, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Track {
    points: Vec<Point>,
}

/// From here on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    tick: Tick,
    /// Number of the next command.
    seq: u32,
    times: Times,
}

impl Track {
    /// The times that were told last.
    pub fn last(&self) -> Times {
        self.points.last().map_or_else(Times::default, |point| point.times)
    }

    /// Takes in that the times changed.
    pub(super) fn push(&mut self, tick: Tick, seq: u32, times: Times) {
        self.points.push(Point { tick, seq, times });
    }

    /// What was told up to a moment and a command.
    pub(super) fn until(&self, tick: Tick, seq: u32) -> Self {
        let before = |point: &&Point| point.tick <= tick && point.seq <= seq;
        Self { points: self.points.iter().take_while(before).copied().collect() }
    }

    /// The times when the scenario came to a moment; the first known ones before that.
    pub fn at(&self, tick: Tick) -> Times {
        let after = self.points.partition_point(|point| point.tick <= tick);
        self.points.get(after.saturating_sub(1)).map_or_else(Times::default, |point| point.times)
    }

    /// The times when the scenario first stood at a moment or behind it: there it may stand still while people talk.
    pub fn first_at(&self, tick: Tick) -> Times {
        let found = self.points.iter().find(|point| point.tick >= tick);
        found.map_or_else(|| self.last(), |point| point.times)
    }

    /// The times when a command was given.
    pub fn of_command(&self, seq: u32) -> Times {
        let after = self.points.partition_point(|point| point.seq <= seq);
        self.points.get(after.saturating_sub(1)).map_or_else(Times::default, |point| point.times)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_and_a_command_have_the_times_that_were_told_before_them() {
        let mut track = Track::default();
        let times = |played_s| Times { played_s, wall: None };
        assert_eq!(track.at(Tick(3)), times(0));
        track.push(Tick(0), 1, times(10));
        track.push(Tick(0), 2, times(20));
        track.push(Tick(8), 2, times(30));
        assert_eq!([0, 7, 8, 9].map(|tick| track.at(Tick(tick)).played_s), [20, 20, 30, 30]);
        assert_eq!([1, 2, 3].map(|seq| track.of_command(seq).played_s), [10, 30, 30]);
        assert_eq!(track.last(), times(30));
    }
}
