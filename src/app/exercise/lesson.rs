//! A lesson for one person in the window: its clock waits for a step that takes long, a step can be left out, and what is said
//! of both.
//!
//! The rules know none of this: a stop is a pause like any other, and leaving out sends the next message by hand.

use super::Exercise;
use super::seat::SeatState;
use crate::app::driver::SeatId;
use crate::panels::page::Tab;
use crate::session::SubmitError;
use crate::sim::command::{Actor, By, Command};
use crate::sim::course::Stage;
use crate::sim::ids::InjectId;
use crate::view::lesson_view::{LessonStep, lesson_step};
use crate::view::notices_view::{Grade, Notice};

/// The step for which the lesson has stopped the clock: once each, so that who starts it again is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    /// The step.
    step: InjectId,
    /// The clock has not been started since.
    holds: bool,
}

impl Exercise {
    /// True while the lesson stands still until its step was done.
    fn lesson_holds(&self) -> bool {
        self.waiting.is_some_and(|waiting| waiting.holds) && !self.clock.is_running()
    }

    /// Playing time passes, or stands still for a moment: not before STARTEX and not after ENDEX.
    fn is_under_way(&self) -> bool {
        matches!(self.session.course().stage, Stage::Running | Stage::Paused)
    }

    /// Stops the clock for a step that waits long, and lets it run again once that was done. A variant of a lesson runs on.
    pub(super) fn wait_for_the_learner(&mut self) {
        let lesson = self.session.plan().solo && self.left.is_none();
        if !lesson || !self.is_live() || !self.is_under_way() {
            return;
        }
        if let Some(waiting) = self.waiting.as_mut().filter(|_| self.clock.is_running()) {
            // Started some other way.
            waiting.holds = false;
        }
        let open = self.session.open_step().filter(|step| !self.session.step_is_done(*step));
        if let Some(waiting) = self.waiting.filter(|waiting| waiting.holds)
            && open != Some(waiting.step)
        {
            self.run_again();
        }
        let Some(step) = open.filter(|_| self.clock.is_running()) else { return };
        let stopped = self.waiting.is_some_and(|waiting| waiting.step == step);
        if !stopped && self.session.step_waits_long(step) {
            self.waiting = Some(Waiting { step, holds: true });
            self.run(false);
            self.revision += 1;
        }
    }

    /// The learner steers the clock: the lesson lets go of it, and does not stop it for this step any more.
    pub(super) fn learner_steers(&mut self) {
        let long = |step: &InjectId| self.session.step_waits_long(*step);
        let step = self.session.open_step().filter(long).or(self.waiting.map(|waiting| waiting.step));
        self.waiting = step.map(|step| Waiting { step, holds: false });
    }

    /// Leaves the open step out: it is closed, and the next one comes at once.
    pub(super) fn skip_step(&mut self, id: SeatId) {
        let Some(step) = self.session.open_step() else { return };
        let Some(next) = self.session.step_after(step) else { return };
        if !self.begin_recording() {
            return;
        }
        let (by, now) = (By { actor: Actor::Lead, seat: id.0 }, self.session.head().tick);
        let sent = self.session.submit(by, now, Command::FireInject { inject: next });
        let closed = sent.and_then(|_| self.session.submit(by, now, Command::CloseInject { inject: step }));
        match closed {
            Ok(_) => self.revision += 1,
            Err(SubmitError::Recording(error)) => self.report(Err(SubmitError::Recording(error))),
            Err(error) => {
                let said = self.why_not(&error, self.seat(id).language);
                self.answer(id, false, said);
            }
        }
    }

    /// The open step for whoever sits here, where the page does not show it. In a variant the lesson begins once more: what counts
    /// there is the step for which it was made.
    pub(super) fn lesson_of(&self, seat: &SeatState, open: Tab) -> Option<LessonStep> {
        if !self.is_alone(seat) || !self.is_under_way() {
            return None;
        }
        let step = if let Some((_, step)) = &self.left {
            step.clone().map(|step| LessonStep { in_inbox: false, waits: false, skips: false, ..step })
        } else {
            let waits = self.lesson_holds();
            lesson_step(&self.session, seat.viewer, &self.texts, seat.language, waits)
        };
        // Who does not get on finds the hint and the way on beside the message too.
        step.filter(|step| open != Tab::Messages || !step.in_inbox || step.waits)
    }

    /// Why the clock stands still, for who starts it: it has not begun, or a lesson waits or was stopped.
    pub(super) fn clock_notice(&self, seat: &SeatState, staffs: bool) -> Option<Notice> {
        if self.clock.is_running() || !self.is_live() {
            return None;
        }
        let key = match self.session.course().stage {
            Stage::Ready if staffs => "notice-ready",
            Stage::Running | Stage::Paused if !self.is_alone(seat) => return None,
            Stage::Running | Stage::Paused if self.lesson_holds() => "notice-lesson-waits",
            Stage::Running | Stage::Paused => "notice-lesson-paused",
            _ => return None,
        };
        Some(Notice { grade: Grade::Hint, text: self.texts.word(seat.language, key) })
    }
}
