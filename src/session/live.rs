//! Playing: accept commands, let time pass, keep the automatic players at work.
//!
//! The order is fixed: check, write, sync, apply. Must not look back (`seek`) or read files (`replay`).

use super::{
    KEYFRAME_TICKS, Mode, Remark, Session, SubmitError,
    course::Course,
    history::History,
    journal::{Journal, digest_entry},
    times::Track,
};
use crate::{
    recording::{
        entry::{Entry, Hindered},
        error::Error as RecordingError,
    },
    sim::{
        check::check,
        command::{By, Command, Record},
        country::Country,
        course::Times,
        event::NullSink,
        plan::Plan,
        state::State,
        step,
        time::{Span, Tick},
    },
};
use std::sync::Arc;

impl Session {
    /// A new exercise at tick 0 that has begun, with a clock that runs on. Without a journal nothing is recorded, for rehearsals and tests.
    pub fn new(country: Arc<Country>, plan: Arc<Plan>, journal: Option<Journal>) -> Self {
        let head = State::new(&country, &plan);
        let course = Course::started(&plan);
        let mut session = Self {
            country,
            plan,
            head,
            looking: None,
            keyframes: Vec::new(),
            log: Vec::new(),
            history: History::default(),
            journal,
            mode: Mode::Live,
            notes: Vec::new(),
            times: Times::default(),
            track: Track::default(),
            steered: Vec::new(),
            course,
            dossier: Vec::new(),
            timers: super::timers::Timers::default(),
        };
        session.enter_tick();
        session
    }

    /// Gives a command that takes effect at `effective` (now or later). On success it is safe on disk and applied, or waits
    /// for its moment. A refusal is written down too and changes nothing.
    pub fn submit(&mut self, by: By, effective: Tick, command: Command) -> Result<u32, SubmitError> {
        if self.mode != Mode::Live {
            return Err(SubmitError::Replaying);
        }
        if self.looking.is_some() {
            return Err(SubmitError::LookingBack);
        }
        if let Err(hindrance) = self.course.may_command(by, &command) {
            return Err(self.hindered(by, Hindered::Command(command), hindrance)?);
        }
        let tick = self.head.tick;
        let record = Record { seq: self.next_seq(), submitted: tick, effective, seen: tick, by, command };
        let allowed = check(&self.country, &self.plan, &self.head, &record);
        if let Err(refusal) = allowed.and_then(|()| self.may_undo(by, &record.command)) {
            let entry = Entry::Refused { tick, by, command: record.command, refusal: refusal.clone() };
            self.write_timed(vec![entry])?;
            return Err(SubmitError::Refused(refusal));
        }
        self.write_timed(vec![Entry::Command(record.clone())])?;
        let seq = record.seq;
        self.settle(record);
        Ok(seq)
    }

    /// Would this command be accepted now?
    pub fn may(&self, by: By, effective: Tick, command: Command) -> Result<(), SubmitError> {
        self.course.may_command(by, &command).map_err(SubmitError::Hindered)?;
        let tick = self.head.tick;
        let record = Record { seq: self.next_seq(), submitted: tick, effective, seen: tick, by, command };
        let allowed = check(&self.country, &self.plan, &self.head, &record);
        allowed.and_then(|()| self.may_undo(by, &record.command)).map_err(SubmitError::Refused)
    }

    /// Lets up to `ticks` ticks pass and says how many did: fewer at the end of the plan or of the recording, at the end of what
    /// is computed, and where a time-lapse stands still. Refused while another moment is on the screen or the clock stands. What is written on the way is synced once, at the end.
    pub fn advance(&mut self, ticks: u32) -> Result<u32, SubmitError> {
        let passed = self.advance_unsynced(ticks)?;
        self.sync()?;
        Ok(passed)
    }

    /// As [`Session::advance`], for a caller that lets time pass in many small steps: what is written on the way is synced
    /// by the next accepted command or by [`Session::sync`]. After a crash the same ticks are simulated again.
    pub fn advance_unsynced(&mut self, ticks: u32) -> Result<u32, SubmitError> {
        if self.looking.is_some() {
            return Err(SubmitError::LookingBack);
        }
        let end = match self.mode {
            Mode::Live => {
                let target = self.course.may_advance(self.head.tick).map_err(SubmitError::Hindered)?;
                target.unwrap_or(self.plan.end()).min(self.plan.end())
            }
            Mode::Replay(end) => end,
        };
        let due = ticks.min(end.since(self.head.tick).0);
        for passed in 0..due {
            if self.mode == Mode::Live && self.head.tick.starts_hour() {
                self.journal_hour()?;
            }
            self.run_tick();
            if self.mode == Mode::Live && self.halts()? {
                return Ok(passed + 1);
            }
        }
        Ok(due)
    }

    /// Makes what was written on the way safe on disk.
    pub fn sync(&mut self) -> Result<(), SubmitError> {
        if let Some(journal) = &mut self.journal {
            journal.commit()?;
        }
        Ok(())
    }

    /// Writes a remark or a bookmark down.
    pub fn remark(&mut self, by: By, text: &str, bookmark: bool) -> Result<(), SubmitError> {
        if self.mode == Mode::Live {
            self.course.may_remark().map_err(SubmitError::Hindered)?;
        }
        let tick = self.shown().tick;
        let text = text.to_owned();
        let entry = if bookmark {
            Entry::Bookmark { tick, text: text.clone() }
        } else {
            Entry::Note { tick, by, text: text.clone() }
        };
        self.write_timed(vec![entry])?;
        self.notes.push(Remark { tick, text, bookmark });
        Ok(())
    }

    /// Writes down that the clock was started, stopped or given another pace.
    pub fn clock_changed(&mut self, played_s: u32, running: bool, pace: u16) -> Result<(), SubmitError> {
        let tick = self.head.tick;
        self.times.played_s = played_s;
        self.write_timed(vec![Entry::Clock { tick, played_s, running, pace }])?;
        if self.timers.rows().next().is_some() {
            self.write_timers()?;
        }
        Ok(())
    }

    /// Makes sure that the recording says where the simulation stands. Call it when time stops.
    pub fn save_point(&mut self) -> Result<(), SubmitError> {
        let tick = self.head.tick;
        self.write_timed(vec![Entry::Mark(tick)])?;
        Ok(())
    }

    /// Goes on recording in a complete copy elsewhere, after the disk failed.
    pub fn save_elsewhere(&mut self, path: &std::path::Path) -> Result<(), RecordingError> {
        self.journal.as_mut().map_or(Ok(()), |journal| journal.move_to(path))
    }

    /// A hidden copy of the present, `span` later, with extra commands and without unsent injects: what a decision would
    /// probably lead to. `prepare` removes what the asker does not know.
    pub fn forecast(
        &self,
        commands: &[(By, Command)],
        span: Span,
        prepare: impl FnOnce(&mut State),
    ) -> State {
        let ahead = self.forecast_watched(commands, span, prepare, &mut |_| true);
        ahead.unwrap_or_else(|| unreachable!("nobody stopped it"))
    }

    /// The same while somebody watches: `goes_on` sees every clock hour, the present and the end, and says whether it goes on. None when it
    /// was stopped.
    pub fn forecast_watched(
        &self,
        commands: &[(By, Command)],
        span: Span,
        prepare: impl FnOnce(&mut State),
        goes_on: &mut dyn FnMut(&State) -> bool,
    ) -> Option<State> {
        let mut state = self.head.clone();
        state.adversary.asleep = true;
        for row in state.injects.rows.rows_mut() {
            if row.status == crate::sim::state::InjectStatus::Ready {
                row.status = crate::sim::state::InjectStatus::OnHold;
            }
            // What happens when nobody acts is the script's too.
            row.absent = row.absent.or(Some(state.tick));
        }
        prepare(&mut state);
        let record = |(index, (by, command)): (usize, &(By, Command))| Record {
            seq: self.next_seq() + u32::try_from(index).unwrap_or(0),
            submitted: state.tick,
            effective: state.tick,
            seen: state.tick,
            by: *by,
            command: command.clone(),
        };
        let records: Vec<Record> = commands.iter().enumerate().map(record).collect();
        step::settle(&self.country, &self.plan, &mut state, &records, &mut NullSink);
        for passed in 0..=span.0 {
            let seen = passed == 0 || passed == span.0 || state.tick.starts_hour();
            if seen && !goes_on(&state) {
                return None;
            }
            if passed < span.0 {
                step::tick(&self.country, &self.plan, &mut state, &mut NullSink);
            }
        }
        Some(state)
    }

    pub(super) fn write(&mut self, entries: &[Entry]) -> Result<(), RecordingError> {
        self.journal.as_mut().map_or(Ok(()), |journal| journal.write(entries))
    }

    /// Applies a command that is safe on disk, and writes the hashes after it.
    fn settle(&mut self, record: Record) {
        self.carry_out(record);
        if self.journal.is_none() {
            return;
        }
        let digest = digest_entry(&self.head);
        // The command is safe; when this write fails the next command finds the recording stopped.
        drop(self.write(&[digest]));
    }

    /// Applies a command and keeps it in the log.
    pub(super) fn carry_out(&mut self, record: Record) {
        let undo = matches!(record.command, Command::Undo { .. });
        if !undo {
            self.apply(&record);
        }
        self.log.push(record);
        if undo {
            self.redo_tick();
        }
    }

    pub(super) fn apply(&mut self, record: &Record) {
        let mut sink = self.history.writer(self.head.tick);
        step::settle(&self.country, &self.plan, &mut self.head, std::slice::from_ref(record), &mut sink);
    }

    /// In a replay the commands of the present tick come from the log first.
    pub(super) fn run_tick(&mut self) {
        let mut sink = self.history.writer(self.head.tick);
        step::tick(&self.country, &self.plan, &mut self.head, &mut sink);
        self.enter_tick();
        if matches!(self.mode, Mode::Replay(_)) {
            self.apply_logged();
        }
    }

    /// The commands of the log that were given at the present tick.
    pub(super) fn apply_logged(&mut self) {
        let tick = self.head.tick;
        let first = self.log.partition_point(|record| record.submitted < tick);
        let last = self.log.partition_point(|record| record.submitted <= tick);
        let mut sink = self.history.writer(tick);
        let kept = step::kept(&self.log[first..last]);
        step::settle(&self.country, &self.plan, &mut self.head, &kept, &mut sink);
    }

    /// Bookkeeping at the start of a tick: hourly figures, keyframes.
    fn enter_tick(&mut self) {
        if self.head.tick.starts_hour() {
            self.history.take_hour(&self.country, &self.plan, &self.head);
        }
        if self.head.tick.0.is_multiple_of(KEYFRAME_TICKS)
            && self.keyframes.len() as u32 == self.head.tick.0 / KEYFRAME_TICKS
        {
            self.keyframes.push(Arc::new(self.head.clone()));
        }
    }

    fn journal_hour(&mut self) -> Result<(), RecordingError> {
        let tick = self.head.tick;
        if self.journal.is_none() || tick.0 == 0 {
            return Ok(());
        }
        let mut entries: Vec<Entry> = Vec::new();
        if tick.starts_day() {
            entries.extend(self.day_entry(tick.day() - 1));
            entries.push(digest_entry(&self.head));
        }
        entries.push(Entry::Mark(tick));
        let entries = self.timed(entries);
        self.journal.as_mut().map_or(Ok(()), |journal| journal.append(&entries))
    }

    pub(super) fn day_entry(&self, day: u32) -> Option<Entry> {
        let row = self.history.days().get(day as usize)?;
        let row: &dyn erased_serde::Serialize = row.as_ref();
        let text = ron::to_string(row).expect("a day can be written as RON");
        Some(Entry::Day { day, packed: crate::recording::pack::pack(&text) })
    }
}
