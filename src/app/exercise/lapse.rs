//! A time-lapse: the past up to the moment on the screen in a quarter of a minute, on the map of every window, while the
//! exercise stands still; then the moment on the screen is again what it was.
//!
//! It must not touch the exercise: it only looks back. Any key of the clock and Escape end it.

use std::time::Duration;

use super::Exercise;
use crate::app::driver::Advanced;
use crate::panels::intent::LapseIntent;
use crate::session::Mode;
use crate::sim::time::{TICKS_PER_HOUR, Tick};

/// How long it takes, whatever it shows.
const LENGTH: Duration = Duration::from_secs(15);
/// The last picture stays this long before the present comes back.
const REST: Duration = Duration::from_secs(1);
/// Real time between two pictures.
const PICTURE: Duration = Duration::from_millis(100);

/// A stretch of the past that is being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lapse {
    /// Where it begins.
    from: Tick,
    /// Where it ends: the moment that was on the screen.
    to: Tick,
    /// Real time since it began.
    passed: Duration,
}

impl Lapse {
    /// The moment that is shown now.
    fn now(&self) -> Tick {
        let length = u64::from(self.to.since(self.from).0);
        let ticks = u128::from(length) * self.passed.min(LENGTH).as_millis() / LENGTH.as_millis();
        Tick(self.from.0 + u32::try_from(ticks).unwrap_or(0)).min(self.to)
    }
}

impl Exercise {
    /// Begins or ends a time-lapse.
    pub(super) fn steer_lapse(&mut self, wish: LapseIntent) {
        let to = self.lapse.map_or(self.session.shown().tick, |lapse| lapse.to);
        let from = match wish {
            LapseIntent::Stop => return self.end_lapse(),
            LapseIntent::Round => self.round_from().unwrap_or_default(),
            LapseIntent::Hours(hours) => Tick(to.0.saturating_sub(hours * TICKS_PER_HOUR)),
        };
        if from >= to {
            return;
        }
        self.stand_still();
        self.lapse = Some(Lapse { from, to, passed: Duration::ZERO });
        self.session.seek(from);
        self.revision += 1;
    }

    /// Where the round that is played began; none without rounds.
    pub(super) fn round_from(&self) -> Option<Tick> {
        self.session.course().round().map(|round| round.from)
    }

    /// The moment that the time-lapse has come to.
    pub(super) fn lapse_at(&self) -> Option<Tick> {
        self.lapse.map(|lapse| lapse.now())
    }

    /// Lets real time pass in the time-lapse, if there is one; the clock of the exercise stands meanwhile.
    pub(super) fn lapse(&mut self, elapsed: Duration) -> Option<Advanced> {
        self.lapse?;
        if self.clock.is_running() {
            // The tables talk meanwhile.
            self.pass(elapsed);
        }
        let lapse = self.lapse.as_mut()?;
        // A frame that took long must not swallow half of it.
        lapse.passed += elapsed.min(PICTURE * 3);
        let (now, over) = (lapse.now(), lapse.passed >= LENGTH + REST);
        if over {
            self.end_lapse();
        } else if now != self.session.shown().tick {
            self.session.seek(now);
            self.revision += 1;
        }
        Some(Advanced { wake_after: Some(PICTURE) })
    }

    /// Puts the moment of before back on the screen.
    pub(super) fn end_lapse(&mut self) {
        let Some(lapse) = self.lapse.take() else { return };
        self.revision += 1;
        if *self.session.mode() == Mode::Live && lapse.to >= self.session.head().tick {
            self.session.to_present();
        } else {
            self.session.seek(lapse.to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_from_the_beginning_to_the_end_in_its_time() {
        let mut lapse = Lapse { from: Tick(100), to: Tick(400), passed: Duration::ZERO };
        assert_eq!(lapse.now(), Tick(100));
        lapse.passed = LENGTH / 2;
        assert_eq!(lapse.now(), Tick(250));
        lapse.passed = LENGTH + REST;
        assert_eq!(lapse.now(), Tick(400));
    }
}
