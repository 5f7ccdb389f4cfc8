//! Sends injects when their trigger comes true, and lets their effects begin.
//!
//! Of injects that can take each other's place the first that is sent drops the others: all of a group of which one is sent, and an
//! inject when its softer or harder variant goes out first (the variants of one that was sent stay on the shelf). One that waits for
//! somebody's silence is dropped when the answer comes. What waits for minutes of playing time is sent by a command of the clock.
//!
//! Must not judge what players do with them: `response` does. Commands on injects are in `apply`.

use super::{Ctx, adversary, effects, posts, response};
use crate::sim::{
    cause::Cause,
    condition::holds,
    event::Event,
    ids::{DenseId, InjectId},
    plan::Trigger,
    script::Wait,
    state::{InjectStatus, State},
    time::{Span, Tick},
};

/// Works out the moment of injects that follow others or wait for a condition, and sends those that are due.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    posts::run(ctx, state);
    let look = std::mem::take(&mut state.injects.fresh) || state.tick.starts_hour();
    for index in 0..state.injects.rows.len() {
        let inject = InjectId::from_index(index);
        let row = state.injects.rows[inject];
        if row.status.is_unanswered() {
            response::wait(ctx, state, inject, look);
        }
        if row.status != InjectStatus::Ready {
            continue;
        }
        let due = row.due.or_else(|| triggered(ctx, state, inject));
        if due.is_some_and(|due| due <= state.tick) {
            send(ctx, state, inject, row.cause);
        } else if due != row.due {
            state.injects.rows[inject].due = due;
        }
    }
}

fn triggered(ctx: &Ctx, state: &State, inject: InjectId) -> Option<Tick> {
    let content = state.injects.content(ctx.plan, inject)?;
    if content.shelf {
        return None;
    }
    match &content.trigger {
        Trigger::At(tick) => Some(*tick),
        Trigger::After(other, span) => state.injects.get(*other)?.sent.map(|sent| sent.after(*span)),
        Trigger::Absent(other, Wait::Scenario(span)) => {
            // Its moment is not kept: an answer can still come.
            let other = state.injects.get(*other).filter(|row| row.status.is_unanswered())?;
            other.sent.map(|sent| sent.after(*span)).filter(|due| *due <= state.tick)
        }
        Trigger::When(condition, from) => {
            let now = state.tick >= *from && holds(ctx.country, state, condition);
            now.then_some(state.tick)
        }
        Trigger::AfterTalk(..) | Trigger::Absent(_, Wait::Talk(_)) | Trigger::Manual => None,
    }
}

/// Sends an inject now. `cause` is the scenario, or the command of the lead.
pub(in crate::sim) fn send(ctx: &mut Ctx, state: &mut State, inject: InjectId, cause: Cause) {
    let Some(content) = state.injects.content(ctx.plan, inject) else { return };
    let mut list = content.effects.clone();
    let after =
        content.staging.effect_at.map_or(content.effect_after, |at| Span(at.0.saturating_sub(state.tick.0)));
    let (now, applied) = (state.tick, state.applied);
    let row = &mut state.injects.rows[inject];
    row.status = InjectStatus::Sent;
    row.due = Some(now);
    row.sent = Some(now);
    row.sent_after = applied;
    row.cause = cause;
    ctx.tell(now, Event::InjectSent(inject), cause);
    replace(ctx, state, inject);
    posts::send(ctx, state, inject);
    adversary::sent(ctx, state, inject, &mut list);
    effects::schedule(ctx, state, &list, after, Cause::Inject(inject));
}

/// Drops the injects whose place was taken by one that goes out.
fn replace(ctx: &mut Ctx, state: &mut State, sent: InjectId) {
    for index in 0..state.injects.rows.len() {
        let other = InjectId::from_index(index);
        if !state.injects.rows[other].status.is_open() {
            continue;
        }
        let script = &state.injects;
        let pair = script.content(ctx.plan, sent).zip(script.content(ctx.plan, other));
        if pair.is_some_and(|(content, replaced)| content.varies(sent, other, replaced)) {
            skip(ctx, state, other, Cause::Inject(sent));
        }
    }
}

/// Takes an inject out of the exercise.
pub(in crate::sim) fn skip(ctx: &mut Ctx, state: &mut State, inject: InjectId, cause: Cause) {
    let row = &mut state.injects.rows[inject];
    row.status = InjectStatus::Skipped;
    row.cause = cause;
    ctx.tell(state.tick, Event::InjectSkipped(inject), cause);
}

/// Drops what waited for silence on an inject that was answered.
pub(in crate::sim) fn drop_waiting(ctx: &mut Ctx, state: &mut State, answered: InjectId) {
    for index in 0..state.injects.rows.len() {
        let other = InjectId::from_index(index);
        let row = state.injects.rows[other];
        let waits = |content: &crate::sim::plan::Inject| {
            matches!(content.trigger, Trigger::Absent(of, _) if of == answered) && !content.shelf
        };
        // One that the lead gave a moment of its own waits for that moment alone.
        if row.status.is_open()
            && row.due.is_none()
            && state.injects.content(ctx.plan, other).is_some_and(waits)
        {
            skip(ctx, state, other, Cause::Inject(answered));
        }
    }
}
