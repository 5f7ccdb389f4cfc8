//! The life of the exercise in the window: what the staff asks of it, and the clock that follows.
//!
//! What is possible is decided by the session; the clock runs exactly while playing time passes. It must not draw.

use super::Exercise;
use super::seat::SeatState;
use crate::app::driver::SeatId;
use crate::session::clock::Clock;
use crate::session::{Mode, SubmitError};
use crate::sim::command::{Actor, By};
use crate::sim::course::{Stage, Steer, Times, Wall};
use crate::view::briefing_view::{BriefingView, briefing_view};
use crate::view::course_view::counts;
use crate::view::viewer::Viewer;

/// Real seconds that running a period takes: less than the minute that a room bears.
const LAPSE_SECONDS: u16 = 50;

impl Exercise {
    /// Tells the session what time it is.
    pub(super) fn tell_times(&mut self) {
        let now = jiff::Zoned::now();
        let wall = Wall {
            utc_s: u64::try_from(now.timestamp().as_second()).unwrap_or(0),
            ahead_min: i16::try_from(now.offset().seconds() / 60).unwrap_or(0),
        };
        self.session.tell_times(Times { played_s: self.clock.played_s(), wall: Some(wall) });
    }

    /// True when playing time passes and the scenario stands still: people talk, or look back meanwhile.
    pub(super) fn stands(&self) -> bool {
        let looks = self.session.is_looking_back();
        let live = *self.session.mode() == Mode::Live;
        live && (if looks { self.session.course().by_rounds } else { !self.session.time_may_pass() })
    }

    /// Does something with the exercise itself, in the name of this seat.
    pub(super) fn steer_exercise(&mut self, id: SeatId, steer: Steer) {
        let lead = self.seat(id).viewer == Viewer::Lead;
        let calls = matches!(steer, Steer::NoPlay { .. });
        let Some(by) = self.by(id, Actor::Lead).filter(|_| lead || calls) else { return };
        if !self.begin_recording() {
            return;
        }
        self.tell_times();
        match self.steered(by, steer.clone()) {
            Ok(()) => {
                let said = self.narrator(self.seat(id).language).steer_sentence(&steer);
                self.answer(id, true, said);
            }
            Err(SubmitError::Recording(error)) => self.report(Err(SubmitError::Recording(error))),
            Err(error) => {
                let said = self.why_not(&error, self.seat(id).language);
                self.answer(id, false, said);
            }
        }
    }

    /// Does it, and lets the clock follow.
    fn steered(&mut self, by: By, steer: Steer) -> Result<(), SubmitError> {
        let lapse = matches!(steer, Steer::RunRound | Steer::BeginRound { .. } | Steer::Jump { .. });
        // What is only written down about people leaves the clock as it is.
        let remark = matches!(steer, Steer::Comcheck { .. } | Steer::HandOver { .. } | Steer::Players(_));
        self.session.steer(by, steer)?;
        self.revision += 1;
        if remark {
            return Ok(());
        }
        self.stop_at = None;
        let now = self.session.head().tick;
        if let Some(target) = self.session.course().target(now).filter(|_| lapse) {
            self.clock.set_pace(Clock::pace_of_lapse(target.since(now).0, LAPSE_SECONDS));
        }
        let runs = counts(&self.session);
        if self.clock.is_running() != runs {
            self.clock.run(runs);
            self.note_clock();
        }
        Ok(())
    }

    /// The lead wants time to pass: STARTEX, on after a pause, or on after the program was closed. False when it may not.
    pub(super) fn let_pass(&mut self) -> bool {
        let by_rounds = !self.session.plan().rounds.is_empty();
        let wish = match self.session.course().stage {
            Stage::Ready => Some(Steer::Start { by_rounds }),
            Stage::Running => None,
            Stage::Paused | Stage::Ended | Stage::HotWash | Stage::Closed => Some(Steer::Resume),
        };
        self.tell_times();
        let done = wish.map_or(Ok(()), |wish| self.steered(By { actor: Actor::Lead, seat: 0 }, wish));
        let fine = done.is_ok();
        self.report(done);
        fine
    }

    /// The lead wants time to stand still.
    pub(super) fn let_stand(&mut self) {
        if self.session.may_steer(By { actor: Actor::Lead, seat: 0 }, &Steer::Pause { minutes: None }).is_ok()
        {
            self.tell_times();
            let done = self.steered(By { actor: Actor::Lead, seat: 0 }, Steer::Pause { minutes: None });
            self.report(done);
        }
    }

    /// The briefing that is open in a window: of the role that was chosen, or of the role that sits there.
    pub(super) fn briefing(&self, seat: &SeatState) -> Option<BriefingView> {
        let role = match seat.viewer {
            Viewer::Lead => seat.brief?,
            Viewer::Role(role) => role,
            Viewer::Public => return None,
        };
        let code = &self.session.country().roles.get(role)?.code;
        let card = self.sheet.cards.get(code);
        let wall = self.wall_time();
        briefing_view(&self.session, role, card, &self.texts, seat.language, &self.clock, &wall)
    }
}
