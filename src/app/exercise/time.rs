//! The clock of an exercise: real time in, ticks out; looking back and replaying at the same pace.
//! It must not draw. A recording that cannot be written stops the clock.

use std::time::Duration;

use super::{Exercise, seat};
use crate::app::driver::Advanced;
use crate::auto::desk::deciders;
use crate::auto::players::Players;
use crate::panels::intent::ClockIntent;
use crate::session::{Mode, SubmitError};
use crate::sim::ids::RoleId;
use crate::sim::time::Tick;

/// Real time between two pictures of what moves.
const PICTURE: Duration = Duration::from_millis(100);
/// Real time between two looks at a countdown.
const SECOND: Duration = Duration::from_secs(1);

impl Exercise {
    /// Lets real time pass.
    pub(super) fn pass(&mut self, elapsed: Duration) -> Advanced {
        let real_ms = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
        if self.clock.is_running() {
            self.count_down(real_ms);
        }
        if self.stands() {
            self.clock.stand(real_ms);
            self.tell_times();
            return Advanced { wake_after: self.clock.is_running().then_some(SECOND) };
        }
        let due = self.clock.ticks_due(real_ms);
        if due > 0 {
            self.tell_times();
            self.run_ticks(due);
        }
        let next = self.clock.ms_to_next_tick().map(Duration::from_millis);
        Advanced { wake_after: next.map(|next| next.min(PICTURE)) }
    }

    /// Playing time passes for what waits for it.
    fn count_down(&mut self, ms: u64) {
        match self.session.play_time_passed(ms) {
            Ok(0) => {}
            Ok(_) => self.revision += 1,
            Err(error) => self.report(Err(error)),
        }
    }

    /// What the clock was asked.
    pub(super) fn steer(&mut self, wish: ClockIntent) {
        match wish {
            ClockIntent::Run => {
                self.learner_steers();
                self.run(true);
            }
            ClockIntent::Pause => self.run(false),
            ClockIntent::Pace(pace) => {
                self.clock.set_pace(pace);
                self.note_clock();
            }
            ClockIntent::Step => {
                self.learner_steers();
                self.stop();
                if self.session.is_looking_back() || self.begin_recording() && self.let_pass() {
                    self.stop();
                    self.run_ticks(1);
                    self.save_point();
                }
            }
            ClockIntent::Back => {
                let now = self.session.shown().tick.0;
                self.look_at(Tick(now.saturating_sub(1)));
            }
            ClockIntent::ToStart => self.look_at(Tick(0)),
            ClockIntent::ToEnd => match self.session.mode() {
                Mode::Live => self.look_at(Tick(u32::MAX)),
                Mode::Replay(end) => self.look_at(*end),
            },
            ClockIntent::Seek(tick) => self.look_at(tick),
            ClockIntent::RunTo(tick) => {
                self.learner_steers();
                self.run(true);
                self.stop_at = Some(tick).filter(|tick| *tick > self.session.head().tick);
            }
        }
        self.revision += 1;
    }

    /// What the lesson stopped the clock for is over.
    pub(super) fn run_again(&mut self) {
        self.learner_steers();
        self.run(true);
    }

    fn look_at(&mut self, tick: Tick) {
        self.stand_still();
        self.session.seek(tick);
    }

    pub(super) fn run(&mut self, running: bool) {
        self.stop_at = None;
        let live = *self.session.mode() == Mode::Live && !self.session.is_looking_back();
        if running && live && !(self.begin_recording() && self.let_pass()) {
            return;
        }
        if !running && live && self.clock.is_running() {
            self.let_stand();
        }
        if self.clock.is_running() == running {
            return;
        }
        self.clock.run(running);
        self.note_clock();
        if !running {
            self.save_point();
        }
    }

    /// Stops a clock that runs, before another moment is put on the screen; who looks back while the tables talk does not
    /// stop their countdown.
    pub(super) fn stand_still(&mut self) {
        if self.clock.is_running() && !self.stands() {
            self.run(false);
        }
    }

    /// The clock stands still; the exercise is not interrupted.
    fn stop(&mut self) {
        self.stop_at = None;
        if self.clock.is_running() {
            self.clock.run(false);
            self.note_clock();
        }
    }

    /// Time stops: the recording says where.
    fn save_point(&mut self) {
        if self.records() && !self.session.is_looking_back() {
            let saved = self.session.save_point();
            self.report(saved);
        }
    }

    fn records(&self) -> bool {
        *self.session.mode() == Mode::Live
            && self.session.journal().is_some_and(|journal| !journal.is_stopped())
    }

    pub(super) fn note_clock(&mut self) {
        if self.records() {
            let (played_s, running, pace) =
                (self.clock.played_s(), self.clock.is_running(), self.clock.pace());
            let noted = self.session.clock_changed(played_s, running, pace);
            self.report(noted);
        }
    }

    /// Lets ticks pass, or moves the moment that is looked at forward.
    fn run_ticks(&mut self, due: u32) {
        if self.session.is_looking_back() {
            let to = Tick(self.session.shown().tick.0.saturating_add(due));
            self.session.seek(to);
            if !self.session.is_looking_back() && *self.session.mode() == Mode::Live {
                // Back at the present: what comes now is no replay, so nobody slides into it unasked.
                self.clock.run(false);
            }
            return;
        }
        let now = self.session.head().tick;
        let due = self.stop_at.map_or(due, |stop| due.min(stop.since(now).0));
        let passed = self.play_ticks(due);
        let now = self.session.head().tick;
        let stopped = self.stop_at.is_some_and(|stop| now >= stop);
        match passed {
            // Between two periods people talk: their time goes on.
            Ok(_) if self.session.course().by_rounds && *self.session.mode() == Mode::Live => {
                if self.stands() {
                    self.save_point();
                }
            }
            Ok(passed) if passed < due || stopped || now >= self.end() => self.run(false),
            Ok(_) => {}
            Err(error) => {
                self.clock.run(false);
                self.report(Err(error));
            }
        }
    }

    fn end(&self) -> Tick {
        match self.session.mode() {
            Mode::Live => self.session.plan().end(),
            Mode::Replay(end) => *end,
        }
    }

    fn play_ticks(&mut self, due: u32) -> Result<u32, SubmitError> {
        if !self.automatic || *self.session.mode() != Mode::Live {
            return self.session.advance(due);
        }
        let seated: Vec<RoleId> = self.seats.iter().filter_map(seat::SeatState::chair).collect();
        // Who sits at a table with paper decides too.
        let persons = &self.session.course().seats;
        let played = |role: &RoleId| seated.contains(role) || persons.get(role).is_some_and(|seat| *seat > 0);
        let roles = deciders(&self.session).into_iter().filter(|role| !played(role)).collect();
        let language = self.seats[0].language;
        Players::for_roles(roles, &self.texts, language).advance(&mut self.session, due, &mut |_, _| {})
    }
}
