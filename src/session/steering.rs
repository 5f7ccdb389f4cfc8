//! What the staff does with an exercise: begin it, interrupt it, play its rounds, jump, end it. Checked, written, synced, then
//! taken in, like any command.
//!
//! The state of the simulation changes only through time that passes and through commands that are recorded beside it. Read
//! `course` (what is possible when) and `retiming` (what becomes of the injects of a round).

use super::{
    Mode, Session, SubmitError,
    course::Course,
    journal::{Journal, digest_entry},
    retiming,
};
use crate::{
    recording::{
        entry::{Entry, Hindered},
        error::Error as RecordingError,
    },
    sim::{
        check::check,
        command::{Actor, By, Command, Record},
        country::Country,
        course::{Hindrance, Stage, Steer, Times},
        ids::InjectId,
        plan::Plan,
        time::Tick,
    },
};
use std::sync::Arc;

/// The session itself, as the giver of what it does by itself.
const CLOCK: By = By { actor: Actor::Clock, seat: 0 };

/// Something the staff did, with its place among commands and its times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steered {
    /// Where the simulation stood.
    pub tick: Tick,
    /// Number of the next command.
    pub seq: u32,
    /// The other two clocks.
    pub times: Times,
    /// Who.
    pub by: By,
    /// What.
    pub steer: Steer,
}

impl Session {
    /// A new exercise that is laid ready: nothing happens before STARTEX.
    pub fn prepare(
        country: Arc<Country>,
        plan: Arc<Plan>,
        journal: Option<Journal>,
    ) -> Result<Self, SubmitError> {
        let mut session = Self::new(country, plan, journal);
        session.take(CLOCK, Steer::Prepare)?;
        Ok(session)
    }

    /// Says what the other two clocks show. What is written from here on is written at these times.
    pub fn tell_times(&mut self, times: Times) {
        self.times = times;
    }

    /// What the other two clocks show.
    pub fn times(&self) -> Times {
        self.times
    }

    /// Playing time and real time when the scenario came to the moment on the screen.
    pub fn times_shown(&self) -> Times {
        let live = self.mode == Mode::Live && self.looking.is_none();
        if live { self.times } else { self.track.at(self.shown().tick) }
    }

    /// The times through the whole exercise.
    pub fn track(&self) -> &super::times::Track {
        &self.track
    }

    /// Where the exercise stands in its life.
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// Where it stood at the moment on the screen.
    pub fn course_shown(&self) -> Course {
        let tick = self.shown().tick;
        if self.looking.is_none() && self.mode == Mode::Live {
            return self.course.clone();
        }
        course_of(&self.plan, self.steered.iter().filter(|row| row.tick <= tick))
    }

    /// What the staff did, in order.
    pub fn steered(&self) -> &[Steered] {
        &self.steered
    }

    /// Would this be possible now?
    pub fn may_steer(&self, by: By, steer: &Steer) -> Result<(), SubmitError> {
        if self.mode != Mode::Live {
            return Err(SubmitError::Replaying);
        }
        if self.looking.is_some() {
            return Err(SubmitError::LookingBack);
        }
        let now = (self.head.tick, self.times.played_s);
        self.course.check(&self.country, &self.plan, now, by, steer).map_err(SubmitError::Hindered)
    }

    /// Does something with the exercise itself. On success it is safe on disk and taken in. What is not possible is written down
    /// too and changes nothing.
    pub fn steer(&mut self, by: By, steer: Steer) -> Result<(), SubmitError> {
        match self.may_steer(by, &steer) {
            Ok(()) => {}
            Err(SubmitError::Hindered(hindrance)) => {
                return Err(self.hindered(by, Hindered::Steer(steer), hindrance)?);
            }
            Err(error) => return Err(error),
        }
        match &steer {
            Steer::Close => return self.seal(by),
            Steer::DropRound { .. } | Steer::ShortenRound { .. } => return self.take_and_move(by, steer),
            _ => {}
        }
        self.take(by, steer)
    }

    /// Ends an exercise that plays by itself: ENDEX where it is not given yet, and the seal.
    pub fn close(&mut self) -> Result<(), SubmitError> {
        let lead = By { actor: Actor::Lead, seat: 0 };
        if self.mode == Mode::Live && self.course.stage < Stage::Ended {
            if self.course.stage == Stage::Ready {
                self.steer(lead, Steer::Start { by_rounds: false })?;
            }
            self.steer(lead, Steer::End)?;
        }
        self.steer(lead, Steer::Close)
    }

    /// True when scenario time may pass now.
    pub fn time_may_pass(&self) -> bool {
        self.course.may_advance(self.head.tick).is_ok()
    }

    /// The next inject at which the time-lapse stands still that is known by its time, and that time.
    pub fn next_stop(&self) -> Option<(Tick, InjectId)> {
        let stops = self.stops().iter().filter_map(|inject| {
            let row = self.head.injects.get(*inject)?;
            (row.sent.is_none()).then_some((retiming::due(&self.plan, &self.head, *inject)?, *inject))
        });
        stops.min()
    }

    fn stops(&self) -> &[InjectId] {
        let round = self.course.current.and_then(|round| self.plan.rounds.get(usize::from(round)));
        let running =
            self.course.round().is_some_and(|row| row.begun.is_some_and(|begun| begun.run_s.is_some()));
        round.filter(|_| running).map_or(&[], |round| &round.stops)
    }

    /// After a tick: stands still where an inject arrived that the room has to see. True when it does.
    pub(super) fn halts(&mut self) -> Result<bool, RecordingError> {
        let ran = Tick(self.head.tick.0.saturating_sub(1));
        if self.course.target(self.head.tick).is_none() {
            return Ok(false);
        }
        let sent =
            |inject: &&InjectId| self.head.injects.get(**inject).is_some_and(|row| row.sent == Some(ran));
        let Some(inject) = self.stops().iter().find(sent).copied() else { return Ok(false) };
        self.written(CLOCK, Steer::Halt { inject })?;
        Ok(true)
    }

    /// Takes in an entry that was read.
    pub(super) fn read_steer(&mut self, tick: Tick, seq: u32, by: By, steer: &Steer) {
        let times = self.track.last();
        self.course.apply(tick, times, by, steer);
        self.steered.push(Steered { tick, seq, times, by, steer: steer.clone() });
    }

    fn take(&mut self, by: By, steer: Steer) -> Result<(), SubmitError> {
        self.written(by, steer)?;
        Ok(())
    }

    fn written(&mut self, by: By, steer: Steer) -> Result<(), RecordingError> {
        let tick = self.head.tick;
        let entry = Entry::Steer { tick, by, steer: steer.clone() };
        self.write_timed(vec![entry])?;
        self.took(tick, by, steer);
        Ok(())
    }

    fn took(&mut self, tick: Tick, by: By, steer: Steer) {
        self.course.apply(tick, self.times, by, &steer);
        let seq = self.next_seq();
        self.steered.push(Steered { tick, seq, times: self.times, by, steer });
    }

    /// A change of a round and the commands that move its injects: written as one, so that no crash leaves the half of it.
    fn take_and_move(&mut self, by: By, steer: Steer) -> Result<(), SubmitError> {
        let tick = self.head.tick;
        let commands = retiming::commands(&self.plan, &self.head, &self.course, &steer);
        let first = self.next_seq();
        let record = |(seq, command): (u32, Command)| Record {
            seq,
            submitted: tick,
            effective: tick,
            seen: tick,
            by,
            command,
        };
        let records: Vec<Record> = (first..).zip(commands).map(record).collect();
        for record in &records {
            check(&self.country, &self.plan, &self.head, record).map_err(SubmitError::Refused)?;
        }
        let mut entries = vec![Entry::Steer { tick, by, steer: steer.clone() }];
        entries.extend(records.iter().cloned().map(Entry::Command));
        self.write_timed(entries)?;
        self.took(tick, by, steer);
        for record in records {
            self.apply(&record);
            self.log.push(record);
        }
        // One digest behind all of them, where they stand in the file.
        drop(self.write(&[digest_entry(&self.head)]));
        Ok(())
    }

    fn seal(&mut self, by: By) -> Result<(), SubmitError> {
        let tick = self.head.tick;
        let mut entries: Vec<Entry> = Vec::new();
        if !tick.starts_day() {
            entries.extend(self.day_entry(tick.day()));
        }
        entries.push(digest_entry(&self.head));
        entries.push(Entry::Steer { tick, by, steer: Steer::Close });
        entries.push(Entry::Sealed { tick });
        self.write_timed(entries)?;
        self.took(tick, by, Steer::Close);
        self.journal = None;
        self.mode = Mode::Replay(tick);
        Ok(())
    }

    /// Writes down what could not be done, and gives it back as an error.
    pub(super) fn hindered(
        &mut self,
        by: By,
        what: Hindered,
        hindrance: Hindrance,
    ) -> Result<SubmitError, RecordingError> {
        let tick = self.head.tick;
        self.write_timed(vec![Entry::Hindered { tick, by, what, hindrance }])?;
        Ok(SubmitError::Hindered(hindrance))
    }

    /// Writes entries, with the times before them when these changed.
    pub(super) fn write_timed(&mut self, entries: Vec<Entry>) -> Result<(), RecordingError> {
        let entries = self.timed(entries);
        self.write(&entries)
    }

    /// Entries with the times before them when these changed.
    pub(super) fn timed(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        if self.track.last() == self.times {
            return entries;
        }
        self.track.push(self.head.tick, self.next_seq(), self.times);
        std::iter::once(Entry::Times(self.times)).chain(entries).collect()
    }
}

/// The course that these acts of the staff make.
pub(super) fn course_of<'a>(plan: &Plan, steered: impl Iterator<Item = &'a Steered>) -> Course {
    let mut course = Course::started(plan);
    for row in steered {
        course.apply(row.tick, row.times, row.by, &row.steer);
    }
    course
}
