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
    event::Event,
    ids::{InjectId, MovementId},
    labour,
    plan::Inject,
    state::{Changed, InjectStatus, Phase, State, What},
    systems::{Ctx, asking, injects, measures},
};

/// Checks and applies. An error means that nothing changed.
pub(super) fn apply(ctx: &mut Ctx, state: &mut State, record: &Record) -> Result<(), Refusal> {
    check(ctx.country, ctx.plan, state, record)?;
    let cause = Cause::Command(record.seq);
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
        Command::Ask { .. } | Command::Counter { .. } | Command::Answer { .. } => {
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
        Command::SkipInject { inject } => {
            let row = &mut state.injects.rows[*inject];
            row.status = InjectStatus::Skipped;
            row.cause = cause;
            ctx.tell(state.tick, Event::InjectSkipped(*inject), cause);
        }
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

fn correct(ctx: &mut Ctx, state: &mut State, correction: Correction, cause: Cause) {
    match correction {
        Correction::Slots(edge, slots) => state.network.slots[edge] = slots,
        Correction::Handling(node, moves) => state.terminals.rows[node].moves_per_hour = moves,
        Correction::Units(pool, units) => {
            state.pools[pool].units = units;
            // What is said to be there is there: nobody comes back on top of it.
            labour::forget_away(ctx.country, state, pool);
        }
    }
    state.damages.changed = Changed::EVERYTHING;
    ctx.tell(state.tick, Event::Corrected(correction), cause);
}
