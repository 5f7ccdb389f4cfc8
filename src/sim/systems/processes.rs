//! The cascade among vital processes: buffers drain and fill, levels fall at once and rise at a finite rate.
//!
//! One Jacobi pass a tick: every process sees the levels its suppliers had at the start of the tick, so a cascade travels
//! one dependency each quarter of an hour. For every process, with d over its dependencies,
//! `x* = c * min_d (1 - w_d * (1 - x_s) * (1 - min(1, B_d / knee_d)))` and `x <- min(x*, x + restart)`.
//! Buffers move first, by the supplier's level at the start of the tick. Skipped while nothing moves. Arithmetic: `kernels`.

use super::Ctx;
use crate::sim::{
    cause::Cause,
    country::REGION_LANES,
    effect::Target,
    event::Event,
    ids::{ProcessId, RegionId},
    kernels,
    num::Level,
    query,
    state::{Lanes, State},
};

/// Works out the capability of a process again, or marks capacities for the next look, after damage to `target` changed.
pub(in crate::sim) fn weigh(state: &mut State, target: Target) {
    state.damages.changed = true;
    if let Target::Process(process, region) = target {
        let lost = lost_on(state, target);
        state.processes.capability[process][region] = lost.lack().0;
        state.processes.steady = false;
    }
}

/// Sum of the open losses on a target, at most one.
pub(in crate::sim) fn lost_on(state: &State, target: Target) -> Level {
    let rows = state.damages.open.iter().filter(|row| row.target == target);
    rows.fold(Level::ZERO, |sum, row| sum.plus(row.loss_now()))
}

/// One tick of the cascade.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.processes.steady {
        return;
    }
    let before = state.processes.level.clone();
    let mut moved = false;
    let mut arcs = ctx.country.arcs.iter().peekable();
    for process in ctx.country.processes.ids() {
        let mut best = Lanes([Level::ONE.0; REGION_LANES]);
        while let Some((arc, row)) = arcs.next_if(|(_, row)| row.process == process) {
            let supplier = &before[row.supplier].0;
            let buffer = &mut state.processes.buffer[arc].0;
            let was = *buffer;
            kernels::move_buffer(row.buffer, supplier, buffer);
            moved |= was != *buffer;
            kernels::limit(row.buffer, row.depth, supplier, buffer, &mut best.0);
        }
        let step = ctx.country.processes[process].restart_per_tick;
        let capability = &state.processes.capability[process].0;
        moved |= kernels::follow(capability, &best.0, step, &mut state.processes.level[process].0);
    }
    state.processes.steady = !moved;
    state.damages.changed |= moved;
    if moved {
        tell_crossings(ctx, state, &before);
    }
}

fn tell_crossings(ctx: &mut Ctx, state: &State, before: &crate::sim::ids::Table<ProcessId, Lanes>) {
    for process in ctx.country.processes.ids() {
        if before[process] == state.processes.level[process] {
            continue;
        }
        for region in ctx.country.regions.ids() {
            tell_crossing(ctx, state, process, region, Level(before[process][region]));
        }
    }
}

fn tell_crossing(ctx: &mut Ctx, state: &State, process: ProcessId, region: RegionId, before: Level) {
    let (from, to) = (query::level_class(before), query::level_class(state.processes.level(process, region)));
    if from == to {
        return;
    }
    let cause = match query::limited_by(ctx.country, state, process, region) {
        query::LimitedBy::Nothing | query::LimitedBy::Restart => Cause::Routine,
        query::LimitedBy::Damage(serial) => Cause::Damage(serial),
        query::LimitedBy::Supplier(supplier) => Cause::Process(supplier),
    };
    ctx.tell(state.tick, Event::LevelChanged { process, region, from, to }, cause);
}
