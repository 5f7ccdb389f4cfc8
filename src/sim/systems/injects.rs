//! Sends injects when their trigger comes true, and lets their effects begin.
//!
//! Must not judge what players do with them. Commands on injects are in `apply`.

use super::{Ctx, adversary, effects};
use crate::sim::{
    cause::Cause,
    condition::holds,
    event::Event,
    ids::InjectId,
    plan::Trigger,
    state::{InjectStatus, State},
    time::Tick,
};

/// Works out the moment of injects that follow others or wait for a condition, and sends those that are due.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    for index in 0..state.injects.rows.len() {
        let inject = crate::sim::ids::DenseId::from_index(index);
        let row = state.injects.rows[inject];
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
        Trigger::When(condition, from) => {
            let now = state.tick >= *from && holds(ctx.country, state, condition);
            now.then_some(state.tick)
        }
        Trigger::Manual => None,
    }
}

/// Sends an inject now. `cause` is the scenario, or the command of the lead.
pub(in crate::sim) fn send(ctx: &mut Ctx, state: &mut State, inject: InjectId, cause: Cause) {
    let Some(content) = state.injects.content(ctx.plan, inject) else { return };
    let (mut list, after) = (content.effects.clone(), content.effect_after);
    let row = &mut state.injects.rows[inject];
    row.status = InjectStatus::Sent;
    row.due = Some(state.tick);
    row.sent = Some(state.tick);
    row.cause = cause;
    ctx.tell(state.tick, Event::InjectSent(inject), cause);
    adversary::sent(ctx, state, inject, &mut list);
    effects::schedule(ctx, state, &list, after, Cause::Inject(inject));
}
