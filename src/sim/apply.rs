//! Carries out a command, after checking it again: the world may have moved since it was given.
//!
//! One arm for each command. Never panics, never half applies: it refuses first. What requests do
//! is in `systems::asking`. Other shares of a movement do not start the count of what each way had again.
//!
//! A designated movement is urgent for its claims on paths only: those that load or wait, and those ordered from then on. What is
//! on its way keeps its class, and handling, berths, guards, sets, needs and the basket go on in the class of the plan.

use super::{
    acts, build,
    cause::Cause,
    check::{Refusal, check},
    command::{Command, Correction, Record},
    country::{Class, Power},
    event::{Event, Step},
    ids::{InjectId, MovementId, PoolId},
    labour,
    plan::Inject,
    state::{Changed, InjectStatus, Phase, State, What},
    systems::{Ctx, asking, injects, measures, response, sites},
};

/// Checks and applies. An error means that nothing changed.
pub(super) fn apply(ctx: &mut Ctx, state: &mut State, record: &Record) -> Result<(), Refusal> {
    check(ctx.country, ctx.plan, state, record)?;
    let cause = Cause::Command(record.seq);
    let crews = crews_of(ctx, state, record);
    match &record.command {
        Command::SetPolicy { pool, policy, until, .. } => {
            asking::set_policy(ctx, state, *pool, policy, *until, cause);
        }
        Command::OrderRepair { damage, rank, .. } => order_repair(ctx, state, *damage, *rank, cause),
        Command::PlanMovement { movement, order, .. } => {
            let row = &mut state.movements[*movement];
            row.order = order.clone();
            row.cause = cause;
            state.network.retry = true;
            ctx.tell(state.tick, Event::MovementPlanned(*movement), cause);
        }
        Command::DesignateUrgent { movement, .. } => designate(ctx, state, *movement, record, cause),
        Command::ProvideBasis { pool, limit, .. } => {
            if let Some(role) = record.by.actor.role() {
                asking::provide(ctx, state, *pool, *limit, role, cause);
            }
        }
        Command::Ask { .. } | Command::Counter { .. } | Command::Answer { .. } | Command::Withdraw { .. } => {
            asking::carry_out(ctx, state, record);
        }
        Command::TakeMeasure { measure, region, .. } => {
            measures::order(ctx, state, *measure, *region, record.seq);
        }
        Command::EndMeasure { measure, region, .. } => measures::end(ctx, state, *measure, *region, cause),
        Command::FireInject { inject } => injects::send(ctx, state, *inject, cause),
        Command::HoldInject { inject, hold } => {
            let row = &mut state.injects.rows[*inject];
            row.status = if *hold { InjectStatus::OnHold } else { InjectStatus::Ready };
            row.cause = cause;
            ctx.tell(state.tick, Event::InjectHeld(*inject, *hold), cause);
        }
        Command::MoveInject { inject, to } => {
            let row = &mut state.injects.rows[*inject];
            row.due = Some(*to);
            row.cause = cause;
            ctx.tell(state.tick, Event::InjectMoved(*inject, *to), cause);
        }
        Command::SkipInject { inject } => injects::skip(ctx, state, *inject, cause),
        Command::OpenInject { inject } => response::open(ctx, state, *inject, record),
        Command::AnswerInject { inject, .. } => response::reply(ctx, state, *inject, record),
        Command::CloseInject { inject } => response::close(ctx, state, *inject, cause),
        Command::EditInject { inject, content } => edit_inject(ctx, state, *inject, content, cause),
        Command::TimeUp { inject } => response::time_up(ctx, state, *inject, cause),
        // What it undoes was left out before, see `step::settle`.
        Command::Undo { seq } => ctx.tell(state.tick, Event::Undone(*seq), cause),
        Command::InventInject { inject } => invent(ctx, state, inject, cause),
        Command::PlaceInject { inject, place } => acts::place(ctx, state, *inject, *place, cause),
        Command::StageAct { vector, place, at } => acts::propose(ctx, state, *vector, *place, *at, cause),
        Command::SetPhase { phase, .. } => {
            let row = &mut state.adversary;
            let from = std::mem::replace(&mut row.phase, *phase);
            row.since = state.tick;
            row.cause = cause;
            ctx.tell(state.tick, Event::PhaseChanged(from, *phase), cause);
        }
        Command::Correct { correction, .. } => correct(ctx, state, *correction, cause),
    }
    response::note(state, crews, record);
    Ok(())
}

/// A movement is urgent once every role with the power has designated it: from then on for its claims on paths, also of
/// what is already loading or waiting.
fn designate(ctx: &mut Ctx, state: &mut State, movement: MovementId, record: &Record, cause: Cause) {
    let Some(role) = record.by.actor.role() else { return };
    let row = &mut state.movements[movement];
    row.designated.push(role);
    row.cause = cause;
    let needed = ctx.country.roles.iter().filter(|(_, row)| row.powers.contains(&Power::DesignateUrgent));
    let all = needed.into_iter().all(|(role, _)| row.designated.contains(&role));
    if all {
        row.class = Class::UrgentMilitary;
        state.network.retry = true;
        for row in state.consignments.rows.rows_mut() {
            let own = matches!(row.what, What::Movement(other, _) if other == movement);
            if own && !matches!(row.phase, Phase::Gone | Phase::Moving) {
                row.class = Class::UrgentMilitary;
            }
        }
    }
    ctx.tell(state.tick, Event::Designated(movement, role), cause);
}

/// The pool of the crews that a repair order is about.
fn crews_of(ctx: &Ctx, state: &State, record: &Record) -> Option<PoolId> {
    let Command::OrderRepair { damage, .. } = &record.command else { return None };
    let row = state.damages.open.iter().find(|row| row.serial == *damage)?;
    Some(ctx.country.skills[row.skill].pool)
}

fn order_repair(ctx: &mut Ctx, state: &mut State, serial: u32, rank: i16, cause: Cause) {
    let Some(row) = state.damages.open.iter_mut().find(|row| row.serial == serial) else { return };
    row.rank = rank;
    let target = row.target;
    ctx.tell(state.tick, Event::RepairOrdered(serial, target), cause);
}

fn invent(ctx: &mut Ctx, state: &mut State, inject: &Inject, cause: Cause) {
    let row = build::inject_state(inject, cause);
    let id: InjectId = state.injects.rows.push(row);
    state.injects.invented.push(inject.clone());
    ctx.tell(state.tick, Event::InjectInvented(id), cause);
}

/// The content from now on; what was set by hand about its moment stays unless the trigger is another one.
fn edit_inject(ctx: &mut Ctx, state: &mut State, inject: InjectId, content: &Inject, cause: Cause) {
    let before = state.injects.content(ctx.plan, inject);
    let other = before.is_none_or(|row| row.trigger != content.trigger || row.shelf != content.shelf);
    let edited = &mut state.injects.edited;
    match edited.binary_search_by_key(&inject, |row| row.0) {
        Ok(place) => edited[place].1 = content.clone(),
        Err(place) => edited.insert(place, (inject, content.clone())),
    }
    let row = &mut state.injects.rows[inject];
    if other && row.status.is_open() {
        row.due = build::inject_state(content, cause).due;
    }
    row.cause = cause;
    ctx.tell(state.tick, Event::InjectStep(inject, Step::Edited), cause);
}

fn correct(ctx: &mut Ctx, state: &mut State, correction: Correction, cause: Cause) {
    match correction {
        Correction::Slots(edge, slots) => state.network.slots[edge] = slots,
        Correction::Handling(node, moves) => state.terminals.rows[node].moves_per_hour = moves,
        Correction::Units(pool, units) => {
            state.pools[pool].units = units;
            // What is said to be there is there: nobody comes back on top of it.
            labour::forget_away(ctx.country, state, pool);
            sites::forget_away(ctx.country, state, pool);
        }
    }
    state.damages.changed = Changed::EVERYTHING;
    ctx.tell(state.tick, Event::Corrected(correction), cause);
}
