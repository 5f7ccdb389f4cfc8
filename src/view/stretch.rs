//! The stretch of an exercise that the strip at the bottom shows: all of it, or closer, down to an hour.
//!
//! Pure arithmetic in ticks; it must not know a session or how it is drawn.

use serde::Serialize;

use crate::sim::time::{TICKS_PER_HOUR, Tick};

/// The shortest stretch: an hour.
const SHORTEST: u32 = TICKS_PER_HOUR;

/// From a moment to a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// Its beginning.
    pub from: Tick,
    /// Its end, later.
    pub to: Tick,
}

impl Stretch {
    /// The whole exercise.
    pub fn whole(end: Tick) -> Self {
        Self { from: Tick(0), to: Tick(end.0.max(1)) }
    }

    /// Its length.
    pub fn length(self) -> u32 {
        self.to.0.saturating_sub(self.from.0).max(1)
    }

    /// A moment as thousandths of the stretch, at its edges for what lies outside.
    pub fn permille(self, tick: Tick) -> u16 {
        let share = u64::from(tick.0.saturating_sub(self.from.0)) * 1000 / u64::from(self.length());
        u16::try_from(share.min(1000)).unwrap_or(1000)
    }

    /// The moment at a place.
    pub fn moment_at(self, permille: u16) -> Tick {
        Tick(self.from.0 + (u64::from(permille.min(1000)) * u64::from(self.length()) / 1000) as u32)
    }

    /// True when something between these two moments is at least partly in it.
    pub fn touches(self, from: Tick, to: Tick) -> bool {
        to >= self.from && from <= self.to
    }

    /// Half or twice as long around a place that stays where it is, inside the exercise.
    #[must_use]
    pub fn zoomed(self, closer: bool, about_permille: u16, end: Tick) -> Self {
        let end = end.0.max(1);
        let shortest = SHORTEST.min(end);
        let length = if closer { self.length() / 2 } else { self.length().saturating_mul(2) };
        let length = length.clamp(shortest, end);
        let about = self.moment_at(about_permille).0;
        let before = (u64::from(about_permille.min(1000)) * u64::from(length) / 1000) as u32;
        let from = about.saturating_sub(before).min(end - length);
        Self { from: Tick(from), to: Tick(from + length) }
    }

    /// A part of its own length further on or back, inside the exercise.
    #[must_use]
    pub fn moved(self, permille: i32, end: Tick) -> Self {
        let (length, end) = (self.length(), end.0.max(1));
        let by = i64::from(length) * i64::from(permille) / 1000;
        let last = i64::from(end.saturating_sub(length));
        let from = (i64::from(self.from.0) + by).clamp(0, last) as u32;
        Self { from: Tick(from), to: Tick(from + length) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: Tick = Tick(60 * 96);

    #[test]
    fn from_sixty_days_to_an_hour_and_back() {
        let mut stretch = Stretch::whole(END);
        for _ in 0..20 {
            stretch = stretch.zoomed(true, 500, END);
        }
        assert_eq!(stretch.length(), 4);
        for _ in 0..20 {
            stretch = stretch.zoomed(false, 0, END);
        }
        assert_eq!(stretch, Stretch::whole(END));
    }

    #[test]
    fn what_is_pointed_at_stays_and_the_ends_hold() {
        let stretch = Stretch::whole(END).zoomed(true, 250, END);
        assert_eq!(stretch.moment_at(250), Tick(1440));
        assert_eq!(stretch.permille(Tick(1440)), 250);
        let last = stretch.moved(5000, END);
        assert_eq!((last.to, last.length()), (END, stretch.length()));
        assert_eq!(stretch.moved(-5000, END).from, Tick(0));
        assert!(stretch.touches(Tick(0), stretch.from) && !stretch.touches(Tick(stretch.to.0 + 1), END));
    }

    #[test]
    fn a_very_short_exercise_is_not_cut() {
        let tiny = Stretch::whole(Tick(0));
        assert_eq!(tiny.zoomed(true, 500, Tick(0)), tiny);
    }
}
