//! Capacity of edges and terminals after damage and loss of the process they need; closing and opening of edges.
//!
//! `slots * (1 - damage) * level of the mode's process in the edge's region`, rounded to nearest, so that an edge with one
//! slot closes below one half. Runs only when damage or a process changed. Stopping what is under way is up to `transit`.

use super::{Ctx, processes::lost_on, transit};
use crate::sim::{
    country::Mode,
    effect::Target,
    event::Event,
    ids::{EdgeId, NodeId, ProcessId, RegionId},
    num::Level,
    query,
    state::State,
};

/// Works out all capacities again if something changed.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.damages.changed {
        return;
    }
    state.damages.changed = false;
    let mut closed = Vec::new();
    let mut opened = false;
    let carriers = Mode::ALL.map(|mode| ctx.country.process_of(mode));
    let handler = ctx.country.handling_process();
    for edge in ctx.country.edges.ids() {
        let now = edge_capacity(ctx, state, edge, &carriers);
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
    for node in ctx.country.nodes.ids() {
        state.terminals.rows[node].capacity = terminal_capacity(ctx, state, node, handler);
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

fn edge_capacity(ctx: &Ctx, state: &State, edge: EdgeId, carriers: &[Option<ProcessId>; 3]) -> u16 {
    let row = &ctx.country.edges[edge];
    let lost = lost_on(state, Target::Edge(edge));
    let level = carried(state, carriers[row.mode as usize], row.region);
    query::capacity_left(state.network.slots[edge], lost, level)
}

fn terminal_capacity(ctx: &Ctx, state: &State, node: NodeId, handler: Option<ProcessId>) -> u16 {
    let moves = state.terminals.rows[node].moves_per_hour;
    if moves == 0 {
        return 0;
    }
    let lost = lost_on(state, Target::Terminal(node));
    let level = carried(state, handler, ctx.country.nodes[node].region);
    query::capacity_left(moves, lost, level)
}

fn carried(state: &State, process: Option<ProcessId>, region: Option<RegionId>) -> Level {
    match (process, region) {
        (Some(process), Some(region)) => state.processes.level(process, region),
        (None, _) | (_, None) => Level::ONE,
    }
}
