//! Scenario time: one tick is 15 minutes, counted from the start of the scenario.
//!
//! Must not know dates or wall clocks: `scenario` knows the date of tick 0, `session::clock` the pace.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Ticks in an hour.
pub const TICKS_PER_HOUR: u32 = 4;
/// Ticks in a day.
pub const TICKS_PER_DAY: u32 = 96;
/// Seconds of scenario time in a tick.
pub const SECONDS_PER_TICK: u32 = 900;
/// The longest exercise: two years. Keeps every sum of ticks far from overflow.
pub const LAST_TICK: Tick = Tick(730 * TICKS_PER_DAY);

/// A moment: the start of quarter of an hour number `0` of the scenario, tick 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tick(pub u32);

/// A length of time in ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(pub u32);

impl Span {
    /// A span of whole hours.
    pub const fn hours(hours: u32) -> Self {
        Self(hours * TICKS_PER_HOUR)
    }
}

impl Tick {
    /// The clock hour since the start of the scenario, from 0.
    #[inline]
    pub fn hour(self) -> u32 {
        self.0 / TICKS_PER_HOUR
    }

    /// The day since the start of the scenario, from 0.
    #[inline]
    pub fn day(self) -> u32 {
        self.0 / TICKS_PER_DAY
    }

    /// True for the first tick of a clock hour.
    #[inline]
    pub fn starts_hour(self) -> bool {
        self.0.is_multiple_of(TICKS_PER_HOUR)
    }

    /// True for the first tick of a day of the scenario.
    #[inline]
    pub fn starts_day(self) -> bool {
        self.0.is_multiple_of(TICKS_PER_DAY)
    }

    /// The moment `span` later, never beyond [`LAST_TICK`].
    #[inline]
    #[must_use]
    pub fn after(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0).min(LAST_TICK.0))
    }

    /// The next moment.
    #[inline]
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Time passed since `earlier`, zero when it lies ahead.
    #[inline]
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl fmt::Display for Tick {
    /// Days and hours since tick 0, for logs of the developer; people see `plan::Start` and the words of `text`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quarter = self.0 % TICKS_PER_DAY;
        write!(out, "D+{} {:02}:{:02}", self.day(), quarter / TICKS_PER_HOUR, quarter % TICKS_PER_HOUR * 15)
    }
}
