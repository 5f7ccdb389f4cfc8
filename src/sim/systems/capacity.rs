//! Capacity of edges and terminals after damage and loss of the process they need; closing and opening of edges.
//!
//! `slots * (1 - damage) * level of the mode's process in the edge's region`, rounded to nearest, so that an edge with one
//! slot closes below one half. Stretches at a crossing of the border have no more than what the neighbour takes over
//! (`query::accepted`). Runs only when damage or a process changed. Stopping what is under way is up to `transit`.

use super::{Ctx, transit};
use crate::sim::{
    country::{Mode, Process, REGION_LANES},
    effect::Target,
    event::Event,
    ids::{DenseId, ProcessId, RegionId},
    kernels::GROUP,
    num::Level,
    query,
    state::{GROUPS, Lanes, State},
};

/// Every change there can be: all modes and handling in all groups of regions.
pub(in crate::sim) const EVERYTHING: u32 = u32::MAX;
/// Number of handling behind those of the modes.
const HANDLING: usize = Mode::ALL.len();
const HANDLING_BITS: usize = HANDLING * GROUPS;
const _: () = assert!((HANDLING + 1) * GROUPS == u32::BITS as usize, "one bit for each kind and group");

fn change(kind: usize, group: usize) -> u32 {
    1 << (kind * GROUPS + group)
}

/// What must be looked at again when the level of a process moved in a group of regions, as bits of `Damages::changed`.
pub(in crate::sim) fn changed_by(process: &Process, group: usize) -> u32 {
    let carries = process.carries.map_or(0, |mode| change(mode as usize, group));
    if process.handles { carries | change(HANDLING, group) } else { carries }
}

/// Works out again the capacities that may have changed.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let groups = std::mem::take(&mut state.damages.changed);
    if groups == 0 {
        return;
    }
    let touched = |kind: usize, region: Option<RegionId>| {
        region.map_or(groups == EVERYTHING, |region| groups & change(kind, region.index() / GROUP) != 0)
    };
    let mut closed = Vec::new();
    let mut opened = false;
    let carriers = Mode::ALL.map(|mode| levels(state, ctx.country.process_of(mode)));
    let handler = levels(state, ctx.country.handling_process());
    let losses = losses(state);
    for (edge, row) in ctx.country.edges.iter().filter(|(_, row)| touched(row.mode as usize, row.region)) {
        let lost = lost_on(&losses, Target::Edge(edge));
        let carried = level_in(&carriers[row.mode as usize], row.region);
        let accepted = query::accepted(ctx.country, edge, |target| lost_on(&losses, target));
        let now = query::capacity_left(state.network.slots[edge], lost, carried).min(accepted);
        let was = std::mem::replace(&mut state.network.capacity[edge], now);
        if was == now {
            continue;
        }
        state.network.retry |= now > was;
        if now == 0 {
            let cause = query::edge_cause(ctx.country, state, edge);
            ctx.tell(state.tick, Event::EdgeClosed(edge), cause);
            closed.push(edge);
        } else if was == 0 {
            ctx.tell(state.tick, Event::EdgeOpened(edge), crate::sim::cause::Cause::Routine);
            opened = true;
        }
    }
    let nodes = if groups >> HANDLING_BITS == 0 { &[] } else { ctx.country.nodes.rows() };
    for ((node, row), info) in state.terminals.rows.iter_mut().zip(nodes) {
        if info.handling.is_some() && touched(HANDLING, info.region) {
            let lost = lost_on(&losses, Target::Terminal(node));
            row.capacity = query::capacity_left(row.moves_per_hour, lost, level_in(&handler, info.region));
        }
    }
    if opened || !closed.is_empty() {
        state.network.version += 1;
        state.network.retry = true;
        for row in state.network.detour_of.rows_mut() {
            *row = None;
        }
        transit::stop_before(ctx, state, &closed);
    }
}

/// Open losses of edges and terminals.
fn losses(state: &State) -> Vec<(Target, Level)> {
    let rows = state.damages.open.iter().filter(|row| !matches!(row.target, Target::Process(..)));
    rows.map(|row| (row.target, row.loss_now())).collect()
}

/// Sum of the open losses on a target, at most one.
fn lost_on(losses: &[(Target, Level)], target: Target) -> Level {
    losses.iter().filter(|(each, _)| *each == target).fold(Level::ZERO, |sum, (_, loss)| sum.plus(*loss))
}

/// Levels of a process by region; all of it where there is no such process.
fn levels(state: &State, process: Option<ProcessId>) -> Lanes {
    process.map_or(Lanes([Level::ONE.0; REGION_LANES]), |process| state.processes.level[process])
}

fn level_in(levels: &Lanes, region: Option<RegionId>) -> Level {
    region.map_or(Level::ONE, |region| Level(levels[region]))
}
