//! Carries out a command, after checking it again: the world may have moved since it was given.
//!
//! One arm for each command. Never panics, never half applies: it refuses first.

use super::{
    build,
    cause::Cause,
    check::{Refusal, check},
    command::{Command, Correction, Record},
    event::Event,
    ids::InjectId,
    plan::Inject,
    state::{InjectStatus, State},
    systems::{Ctx, capacity, injects},
};

/// Checks and applies. An error means that nothing changed.
pub(super) fn apply(ctx: &mut Ctx, state: &mut State, record: &Record) -> Result<(), Refusal> {
    check(ctx.country, ctx.plan, state, record)?;
    let cause = Cause::Command(record.seq);
    match &record.command {
        Command::SetPolicy { pool, policy, until, .. } => {
            let row = &mut state.pools[*pool];
            row.policy = policy.clone();
            row.until = *until;
            row.cause = cause;
            state.network.retry = true;
            ctx.tell(state.tick, Event::PolicySet(*pool), cause);
        }
        Command::OrderRepair { damage, rank, .. } => order_repair(ctx, state, *damage, *rank, cause),
        Command::PlanMovement { movement, shares_permille, on_hold, .. } => {
            let row = &mut state.movements[*movement];
            row.shares_permille.clone_from(shares_permille);
            row.on_hold = *on_hold;
            row.cause = cause;
            ctx.tell(state.tick, Event::MovementPlanned(*movement), cause);
        }
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
        Command::Correct { correction, .. } => correct(ctx, state, *correction, cause),
    }
    Ok(())
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
        Correction::Teams(skill, teams) => state.teams[skill] = teams,
    }
    state.damages.changed = capacity::EVERYTHING;
    ctx.tell(state.tick, Event::Corrected(correction), cause);
}
