//! Real time to ticks: pace, pause, a cap per frame. Pure: the caller says how much real time passed.
//!
//! The same clock drives the window and headless play. Must not touch a session.

use crate::sim::time::{SECONDS_PER_TICK, Tick};

/// Paces offered, in scenario minutes per real second: 1 s = 1 min ... 1 day.
pub const PACES: [u16; 6] = [1, 5, 15, 60, 360, 1440];
/// Real seconds that an exercise takes at least at the pace that it begins with.
const CALM_SECONDS: u64 = 15 * 60;
/// Most ticks in one frame; what does not fit is dropped, so that a slow machine slows the scenario and not the window.
pub const TICKS_PER_FRAME_MAX: u32 = 24;

/// How fast the scenario runs, and how long was played.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    running: bool,
    pace: u16,
    /// Scenario milliseconds not yet turned into ticks.
    built_ms: u64,
    /// Real milliseconds played, pauses excluded.
    played_ms: u64,
}

impl Default for Clock {
    fn default() -> Self {
        Self { running: false, pace: 15, built_ms: 0, played_ms: 0 }
    }
}

impl Clock {
    /// A clock that stands still, with time played before.
    pub fn resumed(played_s: u32) -> Self {
        Self { played_ms: u64::from(played_s) * 1000, ..Self::default() }
    }

    /// A clock for an exercise of this length: the liveliest pace at which it takes a quarter of an hour or more, so that nobody
    /// who lets it run has missed half of it before the first message is read.
    pub fn for_length(length: Tick) -> Self {
        let minutes = u64::from(length.0) * u64::from(SECONDS_PER_TICK) / 60;
        let calm = |pace: &&u16| minutes >= u64::from(**pace) * CALM_SECONDS;
        let pace = PACES.iter().rfind(calm).copied().unwrap_or(PACES[0]);
        Self { pace, ..Self::default() }
    }

    /// True when it runs.
    pub fn is_running(&self) -> bool {
        self.running
    }

    /// Scenario minutes per real second.
    pub fn pace(&self) -> u16 {
        self.pace
    }

    /// Seconds played, pauses excluded.
    pub fn played_s(&self) -> u32 {
        u32::try_from(self.played_ms / 1000).unwrap_or(u32::MAX)
    }

    /// Starts or stops. What had built up towards the next tick stays.
    pub fn run(&mut self, running: bool) {
        self.running = running;
    }

    /// Sets the pace in scenario minutes per real second, 1 to 1440.
    pub fn set_pace(&mut self, pace: u16) {
        self.pace = pace.clamp(1, 1440);
    }

    /// Lets real time pass and says how many ticks are due.
    pub fn ticks_due(&mut self, real_ms: u64) -> u32 {
        if !self.running {
            return 0;
        }
        self.played_ms += real_ms;
        self.built_ms += real_ms * u64::from(self.pace) * 60;
        let tick_ms = u64::from(SECONDS_PER_TICK) * 1000;
        let due = self.built_ms / tick_ms;
        self.built_ms %= tick_ms;
        u32::try_from(due).unwrap_or(u32::MAX).min(TICKS_PER_FRAME_MAX)
    }

    /// Lets real time pass while the scenario stands still: people talk, and playing time counts.
    pub fn stand(&mut self, real_ms: u64) {
        if self.running {
            self.played_ms += real_ms;
        }
        self.built_ms = 0;
    }

    /// The pace at which a period of so many ticks takes about so many real seconds; as fast as may be for a longer one.
    pub fn pace_of_lapse(ticks: u32, seconds: u16) -> u16 {
        let minutes = u64::from(ticks) * u64::from(SECONDS_PER_TICK) / 60;
        u16::try_from(minutes.div_ceil(u64::from(seconds.max(1)))).unwrap_or(u16::MAX).clamp(1, 1440)
    }

    /// Seconds of scenario time into the running tick, for drawing between ticks.
    pub fn seconds_into_tick(&self) -> u32 {
        u32::try_from(self.built_ms / 1000).unwrap_or(0)
    }

    /// Real milliseconds until the next tick; none while it stands still.
    pub fn ms_to_next_tick(&self) -> Option<u64> {
        let missing = u64::from(SECONDS_PER_TICK) * 1000 - self.built_ms;
        self.running.then(|| missing / (u64::from(self.pace) * 60) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paused_clock_gives_nothing_and_loses_nothing() {
        let mut clock = Clock::default();
        assert_eq!(clock.ticks_due(60_000), 0);
        clock.run(true);
        clock.set_pace(15);
        assert_eq!(clock.ticks_due(999), 0);
        clock.run(false);
        assert_eq!(clock.ticks_due(5_000), 0);
        clock.run(true);
        assert_eq!(clock.ticks_due(1), 1);
        assert_eq!(clock.played_s(), 1);
    }

    #[test]
    fn a_day_a_second_is_ninety_six_ticks_a_second() {
        let mut clock = Clock::default();
        clock.run(true);
        clock.set_pace(1440);
        let ticks: u32 = (0..50).map(|_| clock.ticks_due(20)).sum();
        assert_eq!(ticks, 96);
    }

    #[test]
    fn an_exercise_begins_calmly() {
        let pace = |days: u32| Clock::for_length(Tick(days * 96)).pace();
        assert_eq!([1, 6, 10, 31, 60, 365].map(pace), [1, 5, 15, 15, 60, 360]);
        assert_eq!(Clock::for_length(Tick(0)).pace(), 1);
    }

    #[test]
    fn two_weeks_run_in_a_minute() {
        let ticks = 14 * 96;
        let pace = Clock::pace_of_lapse(ticks, 60);
        let mut clock = Clock::default();
        clock.run(true);
        clock.set_pace(pace);
        let passed: u32 = (0..600).map(|_| clock.ticks_due(100)).sum();
        assert!(passed >= ticks, "{passed} of {ticks} at {pace}");
        assert_eq!((Clock::pace_of_lapse(2, 50), Clock::pace_of_lapse(u32::MAX, 50)), (1, 1440));
    }

    #[test]
    fn a_long_frame_is_capped() {
        let mut clock = Clock::default();
        clock.run(true);
        clock.set_pace(1440);
        assert_eq!(clock.ticks_due(10_000), TICKS_PER_FRAME_MAX);
        assert_eq!(clock.ticks_due(0), 0);
    }
}
