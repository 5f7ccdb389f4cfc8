//! Countdowns in minutes of playing time: what an inject waits for at the table while the scenario clock may stand still.
//!
//! Who counts playing time says how much of it passed; pauses are not counted because nobody says so then. A countdown that runs out
//! becomes a recorded command of the clock, so that a replay needs none of this. What is left is written down when a countdown begins or
//! ends, at every whole minute and when the clock is started or stopped: after a crash at most a minute is counted twice. Must not keep
//! scenario time (`sim` does) and must not run while the past is on the screen.

use super::{Mode, Session, SubmitError};
use crate::{
    recording::entry::Entry,
    sim::{
        command::{Actor, By, Command},
        edit::talk,
        ids::InjectId,
        state::InjectStatus,
    },
};

/// Milliseconds in a minute.
const MINUTE_MS: u64 = 60_000;

/// Running countdowns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timers {
    /// Injects that wait, in their order, with the milliseconds left.
    rows: Vec<(InjectId, u64)>,
    /// Milliseconds since the countdowns were last written down.
    unwritten_ms: u64,
}

impl Timers {
    /// Countdowns as a recording has them, in milliseconds.
    pub(super) fn resumed(rows: &[(InjectId, u64)]) -> Self {
        Self { rows: rows.to_vec(), unwritten_ms: 0 }
    }

    /// Injects that wait, with the seconds left, rounded up.
    pub fn rows(&self) -> impl Iterator<Item = (InjectId, u32)> {
        let seconds = |ms: u64| u32::try_from(ms.div_ceil(1000)).unwrap_or(u32::MAX);
        self.rows.iter().map(move |(inject, ms)| (*inject, seconds(*ms)))
    }

    /// Seconds left for an inject.
    pub fn left_s(&self, inject: InjectId) -> Option<u32> {
        self.rows().find(|row| row.0 == inject).map(|row| row.1)
    }
}

impl Session {
    /// Countdowns that run.
    pub fn timers(&self) -> &Timers {
        &self.timers
    }

    /// Playing time passes, pauses excluded: countdowns go on, and those that run out send their command. A countdown begins with the
    /// call after what it waits for happened. Says how many ran out.
    pub fn play_time_passed(&mut self, ms: u64) -> Result<u32, SubmitError> {
        if self.mode != Mode::Live || self.looking.is_some() {
            return Ok(0);
        }
        let had = self.timers.rows.len();
        // What an undone, held, answered or edited inject waited for is over.
        self.begin_countdowns(false);
        let mut out = Vec::new();
        for (inject, left) in &mut self.timers.rows {
            let held = self.head.injects.rows[*inject].status == InjectStatus::OnHold;
            if !held {
                *left = left.saturating_sub(ms);
            }
            if *left == 0 && !held {
                out.push(*inject);
            }
        }
        let by = By { actor: Actor::Clock, seat: 0 };
        for inject in &out {
            let now = self.head.tick;
            self.submit(by, now, Command::TimeUp { inject: *inject })?;
        }
        self.begin_countdowns(true);
        self.timers.unwritten_ms += ms;
        let due = self.timers.unwritten_ms >= MINUTE_MS && !self.timers.rows.is_empty();
        if due || self.timers.rows.len() != had || !out.is_empty() {
            self.write_timers()?;
        }
        Ok(u32::try_from(out.len()).unwrap_or(u32::MAX))
    }

    /// Drops countdowns that nothing waits for, and begins new ones when `new`.
    fn begin_countdowns(&mut self, new: bool) {
        let (plan, head) = (&self.plan, &self.head);
        let waits = |inject| talk(plan, head, inject);
        let rows = &mut self.timers.rows;
        rows.retain(|(inject, _)| waits(*inject).is_some());
        if !new {
            return;
        }
        for inject in head.injects.rows.ids() {
            if let Some(minutes) = waits(inject)
                && let Err(place) = rows.binary_search_by_key(&inject, |row| row.0)
            {
                rows.insert(place, (inject, u64::from(minutes) * MINUTE_MS));
            }
        }
    }

    /// Writes down what is left of the countdowns.
    pub(super) fn write_timers(&mut self) -> Result<(), SubmitError> {
        let tick = self.head.tick;
        let entry = Entry::Timers { tick, left_ms: self.timers.rows.clone() };
        self.timers.unwritten_ms = 0;
        self.write(&[entry])?;
        Ok(())
    }
}
