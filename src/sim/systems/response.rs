//! What became of an inject that was sent: opened, answered, closed, or met with silence.
//!
//! An inject is ANSWERED when a receiver answers it in words, or when its expected action is seen: the condition it names comes
//! true, looked at in the tick after somebody decided something and at the start of each hour. What players decided counts when the
//! command was given after the inject was sent. When the time it gives people is over first, what it says for that case happens, once:
//! effects begin with the inject as their cause, and its follow-up is sent, also from the shelf.
//!
//! Must not count playing time: the session does, and sends a command of the clock.

use super::{Ctx, effects, injects};
use crate::sim::{
    cause::Cause,
    command::Record,
    condition::holds,
    event::{Event, Step},
    ids::{InjectId, RoleId},
    script::{Doing, Wait},
    state::{Deed, InjectStatus, Receipt, State},
    time::Span,
};

/// Looks whether the expected action was seen (when `look`), or the time for it is over.
pub(in crate::sim) fn wait(ctx: &mut Ctx, state: &mut State, inject: InjectId, look: bool) {
    let Some(content) = state.injects.content(ctx.plan, inject) else { return };
    let acted = content.staging.acted.as_ref().filter(|_| look);
    if acted.is_some_and(|acted| holds(ctx.country, state, acted)) {
        answered(ctx, state, inject, None, Cause::Inject(inject));
        return;
    }
    let row = state.injects.rows[inject];
    let Some(absence) = content.staging.absence.as_ref().filter(|_| row.absent.is_none()) else { return };
    if let (Wait::Scenario(span), Some(sent)) = (absence.after, row.sent)
        && sent.after(span) <= state.tick
    {
        silence(ctx, state, inject);
    }
}

/// Nobody acted in time.
pub(in crate::sim) fn silence(ctx: &mut Ctx, state: &mut State, inject: InjectId) {
    let content = state.injects.content(ctx.plan, inject);
    let Some(absence) = content.and_then(|content| content.staging.absence.clone()) else { return };
    let cause = Cause::Inject(inject);
    state.injects.rows[inject].absent = Some(state.tick);
    ctx.tell(state.tick, Event::InjectStep(inject, Step::Unanswered), cause);
    effects::schedule(ctx, state, &absence.effects, Span(0), cause);
    let open =
        |next: &InjectId| state.injects.get(*next).is_some_and(|row| row.status == InjectStatus::Ready);
    if let Some(next) = absence.send.filter(open) {
        injects::send(ctx, state, next, cause);
    }
}

/// The minutes of playing time that an inject waits for are over.
pub(in crate::sim) fn time_up(ctx: &mut Ctx, state: &mut State, inject: InjectId, cause: Cause) {
    if state.injects.rows[inject].status.is_unanswered() {
        silence(ctx, state, inject);
    } else {
        injects::send(ctx, state, inject, cause);
    }
}

/// The expected action was seen, or a role answered.
pub(in crate::sim) fn answered(
    ctx: &mut Ctx,
    state: &mut State,
    inject: InjectId,
    role: Option<RoleId>,
    cause: Cause,
) {
    let row = &mut state.injects.rows[inject];
    if row.status.is_unanswered() {
        row.status = InjectStatus::Answered;
        row.answered = Some(state.tick);
        injects::drop_waiting(ctx, state, inject);
    }
    ctx.tell(state.tick, Event::InjectStep(inject, Step::Answered(role)), cause);
}

/// A receiver, or the staff for the room, opened an inject.
pub(in crate::sim) fn open(ctx: &mut Ctx, state: &mut State, inject: InjectId, record: &Record) {
    let role = record.by.actor.role();
    receive(state, inject, record, false);
    let row = &mut state.injects.rows[inject];
    if row.status == InjectStatus::Sent {
        row.status = InjectStatus::Seen;
    }
    ctx.tell(state.tick, Event::InjectStep(inject, Step::Seen(role)), Cause::Command(record.seq));
}

/// A receiver, or the staff for the room, answered an inject.
pub(in crate::sim) fn reply(ctx: &mut Ctx, state: &mut State, inject: InjectId, record: &Record) {
    receive(state, inject, record, true);
    answered(ctx, state, inject, record.by.actor.role(), Cause::Command(record.seq));
}

fn receive(state: &mut State, inject: InjectId, record: &Record, answer: bool) {
    let role = record.by.actor.role();
    state.injects.receipts.push(Receipt { inject, role, answer, at: state.tick, seq: record.seq });
}

/// The staff is done with an inject: what it says for the case that nobody acts no longer happens.
pub(in crate::sim) fn close(ctx: &mut Ctx, state: &mut State, inject: InjectId, cause: Cause) {
    let row = &mut state.injects.rows[inject];
    row.status = InjectStatus::Closed;
    row.cause = cause;
    ctx.tell(state.tick, Event::InjectStep(inject, Step::Closed), cause);
}

/// Remembers what a player did, after it was carried out.
pub(in crate::sim) fn note(state: &mut State, crews: Option<crate::sim::ids::PoolId>, record: &Record) {
    let Some(by) = record.by.actor.role() else { return };
    let about = |request| {
        let row = state.requests.iter().find(|row| row.serial == request);
        row.map(|row| row.about.clone())
    };
    for what in Doing::of(&record.command, crews, about) {
        let deed = Deed { what, by, seq: record.seq, at: state.tick };
        let deeds = &mut state.injects.deeds;
        match deeds.binary_search_by_key(&(what, by), |row| (row.what, row.by)) {
            Ok(place) => deeds[place] = deed,
            Err(place) => deeds.insert(place, deed),
        }
        state.injects.fresh = true;
    }
}
