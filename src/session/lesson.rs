//! The steps of a lesson for one person: which one is open, whether it waits long, whether it was done, what comes after it.
//!
//! Read from the state alone. It must not steer the clock: the exercise in the window does.

use super::{Mode, Session};
use crate::sim::{
    condition::holds,
    ids::InjectId,
    state::InjectStatus,
    time::{Span, TICKS_PER_HOUR},
};

/// Scenario time after which a step waits long, at whatever pace; at the pace of a lesson its hint comes before.
const LONG: Span = Span(6 * TICKS_PER_HOUR);

impl Session {
    /// The steps of the lesson in their order: messages that wait for an action. None in an exercise for several persons.
    pub fn steps(&self) -> impl Iterator<Item = InjectId> + '_ {
        let (plan, state) = (&self.plan, &self.head);
        let is_step = |inject: &InjectId| {
            let content = state.injects.content(plan, *inject);
            content.is_some_and(|content| content.staging.acted.is_some())
        };
        let ids = plan.solo.then(|| plan.injects.ids());
        ids.into_iter().flatten().filter(is_step)
    }

    /// The number of a step, from 1, and how many there are.
    pub fn step_number(&self, inject: InjectId) -> Option<(u32, u32)> {
        let (number, _) = (1_u32..).zip(self.steps()).find(|(_, step)| *step == inject)?;
        Some((number, (1_u32..).zip(self.steps()).last()?.0))
    }

    /// The step that was asked last, as long as it was not done. One before it was left out, and does not come back.
    pub fn open_step(&self) -> Option<InjectId> {
        if self.mode != Mode::Live {
            return None;
        }
        let sent = |inject: InjectId| Some((self.head.injects.get(inject)?.sent?, inject));
        let (_, last) = self.steps().filter_map(sent).max()?;
        let open = |status: InjectStatus| status.is_out() && status != InjectStatus::Closed;
        self.head.injects.get(last).filter(|row| open(row.status) && row.answered.is_none())?;
        Some(last)
    }

    /// The step after this one, if it can still be sent.
    pub fn step_after(&self, inject: InjectId) -> Option<InjectId> {
        let next = self.steps().skip_while(|step| *step != inject).nth(1)?;
        self.head.injects.get(next).filter(|row| row.status.is_open())?;
        Some(next)
    }

    /// True when nobody did a step for long: its hint is due, or hours have passed.
    pub fn step_waits_long(&self, inject: InjectId) -> bool {
        self.head.injects.get(inject).is_some_and(|row| {
            row.absent.is_some() || row.sent.is_some_and(|sent| sent.after(LONG) <= self.head.tick)
        })
    }

    /// True when what a step asks was done, also while the rules have not looked yet.
    pub fn step_is_done(&self, inject: InjectId) -> bool {
        let content = self.head.injects.content(&self.plan, inject);
        let acted = content.and_then(|content| content.staging.acted.as_ref());
        let answered = self.head.injects.get(inject).is_some_and(|row| row.answered.is_some());
        answered || acted.is_some_and(|acted| holds(&self.country, &self.head, acted))
    }
}
