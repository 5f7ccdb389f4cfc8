//! Undoing a command in the tick in which it was given.
//!
//! Nothing rewinds: the quarter of an hour has not run yet. The state before the commands of this tick is worked out again, and those
//! that were not undone are carried out once more, in their order; the recording keeps them all. Must not reach into an earlier tick.

use super::Session;
use crate::sim::{
    check::Refusal,
    command::{Actor, By, Command, Record},
    edit::InjectRefusal,
    step,
};

impl Session {
    /// May this be undone? Only what was given in this very tick, by who gave it or by the lead.
    pub(super) fn may_undo(&self, by: By, command: &Command) -> Result<(), Refusal> {
        let Command::Undo { seq } = command else { return Ok(()) };
        let now = self.head.tick;
        let record = self.record(*seq).filter(|record| record.submitted == now);
        let record = record.ok_or(InjectRefusal::TooLate(*seq))?;
        if self.is_undone(*seq) {
            return Err(InjectRefusal::Undone(*seq).into());
        }
        let kind = !matches!(record.command, Command::Undo { .. }) && record.by.actor != Actor::Clock;
        let own = by.actor == Actor::Lead || by.actor == record.by.actor;
        if kind && own { Ok(()) } else { Err(InjectRefusal::NotYours(*seq).into()) }
    }

    /// True when a command was undone.
    pub fn is_undone(&self, seq: u32) -> bool {
        let undoes = |record: &&Record| record.command == Command::Undo { seq };
        let after = self.log.partition_point(|record| record.seq <= seq);
        let given = self.record(seq).map(|record| record.submitted);
        let same = |record: &&Record| Some(record.submitted) == given;
        self.log[after..].iter().take_while(same).any(|record| undoes(&record))
    }

    /// The last command of this tick that an actor may undo.
    pub fn last_to_undo(&self, by: By) -> Option<&Record> {
        let now = self.head.tick;
        let first = self.log.partition_point(|record| record.submitted < now);
        let rows = self.log[first..].iter().rev();
        rows.into_iter().find(|record| self.may_undo(by, &Command::Undo { seq: record.seq }).is_ok())
    }

    /// The commands of this tick once more, without those that were undone. The last one is in the log already.
    pub(super) fn redo_tick(&mut self) {
        let tick = self.head.tick;
        let first = self.log.partition_point(|record| record.submitted < tick);
        let mut state = self.state_before(tick);
        self.history.forget_tick(tick);
        let mut sink = self.history.writer(tick);
        let kept = step::kept(&self.log[first..]);
        step::settle(&self.country, &self.plan, &mut state, &kept, &mut sink);
        self.head = state;
    }
}
