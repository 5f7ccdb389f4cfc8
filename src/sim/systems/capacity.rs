//! Capacity of edges and terminals after damage and loss of the process they need; closing and opening of edges.
//!
//! `slots * (1 - damage) * level of the mode's process in the edge's region`, the product of the two shares rounded down to 2^-24
//! and the slots to nearest, so that an edge with one slot closes below one half. Stretches at a crossing of the border have no more than what the neighbour takes over
//! (`query::accepted`). Over rail without a wire, or where its wire is dead because the process that feeds it is below its limit
//! in the region, trains run on diesel: there the process is taken as if that supplier were whole (`query::level_without`),
//! electric trains stop before it and `dispatch` asks a locomotive for each train. Runs only when damage or a process changed. Stopping what is under way is up to `transit`.

use super::{Ctx, transit};
use crate::sim::{
    cause::Cause,
    country::{Country, Edge, Mode, REGION_LANES},
    effect::Target,
    event::Event,
    ids::{DenseId, EdgeId, ProcessId, RegionId},
    num::Level,
    query,
    state::{Changed, Lanes, Reach, State},
};

/// Notes what must be looked at again because the level of a process moved in some regions, a bit each.
pub(in crate::sim) fn note(changed: &mut Changed, country: &Country, id: ProcessId, regions: u32) {
    let process = &country.processes[id];
    if let Some(mode) = process.carries {
        changed.carried(mode, regions);
    }
    if country.rules.traction.is_some_and(|traction| traction.process == id) {
        changed.carried(Mode::Rail, regions);
    }
    let flies = country.readiness.aviation.as_ref().is_some_and(|aviation| aviation.process == id);
    if process.handles || flies {
        changed.handling |= regions;
    }
}

/// Works out again the capacities that may have changed.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let changed = std::mem::take(&mut state.damages.changed);
    if changed == Changed::default() && state.damages.struck.is_empty() {
        return;
    }
    let mut struck = std::mem::take(&mut state.damages.struck);
    let mut reach = std::mem::take(&mut state.work.reach);
    reach.learn(ctx.country);
    reach.losses.clear();
    reach.losses.extend(losses(state));
    weigh_edges(ctx, state, &mut reach, changed, &struck);
    weigh_terminals(ctx, state, &reach, changed, &struck);
    struck.clear();
    state.damages.struck = struck;
    let Found { closed, opened, rewired } = settle(ctx, state, &mut reach.changes);
    state.work.reach = reach;
    let dead = tell_rewired(ctx, state, &rewired);
    if opened || !closed.is_empty() || !rewired.is_empty() {
        state.network.version += 1;
        state.network.retry = true;
        for row in state.network.detour_of.rows_mut() {
            *row = None;
        }
        transit::stop_before(ctx, state, &closed, &dead);
    }
}

/// Looks at the edges that may have changed and notes those that did.
fn weigh_edges(ctx: &Ctx, state: &State, reach: &mut Reach, changed: Changed, struck: &[Target]) {
    let rail = ctx.country.process_of(Mode::Rail);
    let wire = ctx.country.rules.traction.map(|row| &state.processes.level[row.process]);
    // What rail is worth by region without traction power, worked out where it is asked.
    let mut without: [Option<Level>; REGION_LANES] = [None; REGION_LANES];
    let carriers = Mode::ALL.map(|mode| levels(state, ctx.country.process_of(mode)));
    let Reach { edges, starts, accepts, changes, losses, .. } = reach;
    let crossed = losses.iter().any(|(target, _)| matches!(target, Target::Crossing(_)));
    let mut weigh = |edge: EdgeId| {
        let row = &ctx.country.edges[edge];
        let (carried, dead) = match traction(ctx, row, rail, wire) {
            Power::Electric => (level_in(carriers[row.mode as usize], row.region), false),
            Power::Diesel { process, region, dead } => {
                let supplier = ctx.country.rules.traction.map_or(process, |row| row.process);
                let level = || query::level_without(ctx.country, state, process, region, supplier);
                (*without[region.index()].get_or_insert_with(level), dead)
            }
        };
        let lost = lost_on(losses, Target::Edge(edge));
        let accepted = if crossed {
            query::accepted(ctx.country, edge, |target| lost_on(losses, target))
        } else {
            accepts.get(edge.index()).copied().unwrap_or(u16::MAX)
        };
        let capacity = query::capacity_left(state.network.slots[edge], lost, carried).min(accepted);
        if capacity != state.network.capacity[edge] || dead != state.network.unpowered[edge] {
            changes.push((edge, capacity, dead));
        }
    };
    if changed == Changed::EVERYTHING {
        ctx.country.edges.ids().for_each(weigh);
        return;
    }
    for (mode, mut regions) in changed.modes.into_iter().enumerate() {
        while regions != 0 {
            let first = mode * REGION_LANES + regions.trailing_zeros() as usize;
            regions &= regions - 1;
            let bounds = starts.get(first).zip(starts.get(first + 1));
            let here = bounds.and_then(|(from, to)| edges.get(*from..*to)).unwrap_or_default();
            here.iter().copied().for_each(&mut weigh);
        }
    }
    for target in struck {
        match target {
            Target::Edge(edge) => weigh(*edge),
            Target::Crossing(node) => {
                let at = ctx.country.edges.iter().filter(|(_, row)| row.from == *node || row.to == *node);
                at.for_each(|(edge, _)| weigh(edge));
            }
            Target::Process(..) | Target::Terminal(_) | Target::Grid(_) => {}
        }
    }
}

fn weigh_terminals(ctx: &Ctx, state: &mut State, reach: &Reach, changed: Changed, struck: &[Target]) {
    if changed.handling == 0 && !struck.iter().any(|target| matches!(target, Target::Terminal(_))) {
        return;
    }
    for node in &reach.terminals {
        let region = ctx.country.nodes[*node].region;
        let everything = changed == Changed::EVERYTHING;
        let touched = region.map_or(everything, |region| changed.handling >> region.index() & 1 == 1);
        if touched || struck.contains(&Target::Terminal(*node)) {
            let lost = lost_on(&reach.losses, Target::Terminal(*node));
            let handled = level_in(levels(state, ctx.country.handler_of(*node)), region);
            let row = &mut state.terminals.rows[*node];
            row.capacity = query::capacity_left(row.moves_per_hour, lost, handled);
        }
    }
}

/// What new capacities led to.
#[derive(Default)]
struct Found {
    closed: Vec<EdgeId>,
    opened: bool,
    rewired: Vec<(EdgeId, bool)>,
}

/// Takes over the new capacities, in order of edge.
fn settle(ctx: &mut Ctx, state: &mut State, changes: &mut Vec<(EdgeId, u16, bool)>) -> Found {
    let mut found = Found::default();
    changes.sort_unstable();
    changes.dedup();
    for (edge, now, dead) in changes.drain(..) {
        if std::mem::replace(&mut state.network.unpowered[edge], dead) != dead {
            found.rewired.push((edge, dead));
        }
        let was = std::mem::replace(&mut state.network.capacity[edge], now);
        state.network.retry |= now > was;
        if was == now {
            continue;
        }
        if now == 0 {
            let cause = query::edge_cause(ctx.country, state, edge);
            ctx.tell(state.tick, Event::EdgeClosed(edge), cause);
            found.closed.push(edge);
        } else if was == 0 {
            ctx.tell(state.tick, Event::EdgeOpened(edge), Cause::Routine);
            found.opened = true;
        }
    }
    found
}

/// What hauls trains over a stretch.
enum Power {
    /// The overhead wire, or no rail at all.
    Electric,
    /// Diesel, because there is no wire or it is dead: only what carries rail otherwise counts.
    Diesel { process: ProcessId, region: RegionId, dead: bool },
}

fn traction(ctx: &Ctx, row: &Edge, rail: Option<ProcessId>, wire: Option<&Lanes>) -> Power {
    let (Some(traction), Some(levels)) = (ctx.country.rules.traction, wire) else { return Power::Electric };
    let (Some(process), Some(region), Mode::Rail) = (rail, row.region, row.mode) else {
        return Power::Electric;
    };
    let dead = row.limits.electrified && levels[region] < traction.from.0;
    if row.limits.electrified && !dead { Power::Electric } else { Power::Diesel { process, region, dead } }
}

/// Counts the stretches whose wire is dead and tells of the regions where that changed; gives those that lost it.
fn tell_rewired(ctx: &mut Ctx, state: &mut State, rewired: &[(EdgeId, bool)]) -> Vec<EdgeId> {
    if rewired.is_empty() {
        return Vec::new();
    }
    let dead = state.network.unpowered.rows().iter().filter(|dead| **dead).count();
    state.network.unpowered_count = u32::try_from(dead).unwrap_or(u32::MAX);
    let cause = ctx.country.rules.traction.map_or(Cause::Routine, |row| Cause::Process(row.process));
    let mut regions: Vec<(RegionId, bool)> =
        (rewired.iter()).filter_map(|(edge, dead)| Some((ctx.country.edges[*edge].region?, *dead))).collect();
    regions.sort_unstable();
    regions.dedup();
    for (region, dead) in regions {
        let (event, cause) = if dead {
            (Event::TractionLost(region), cause)
        } else {
            (Event::TractionBack(region), Cause::Routine)
        };
        ctx.tell(state.tick, event, cause);
    }
    rewired.iter().filter(|(_, dead)| *dead).map(|(edge, _)| *edge).collect()
}

/// Open losses of edges and terminals.
fn losses(state: &State) -> impl Iterator<Item = (Target, Level)> + '_ {
    let rows = state.damages.open.iter().filter(|row| !matches!(row.target, Target::Process(..)));
    rows.map(|row| (row.target, row.loss_now()))
}

/// Sum of the open losses on a target, at most one.
fn lost_on(losses: &[(Target, Level)], target: Target) -> Level {
    losses.iter().filter(|(each, _)| *each == target).fold(Level::ZERO, |sum, (_, loss)| sum.plus(*loss))
}

/// Levels of a process by region; all of it where there is no such process.
fn levels(state: &State, process: Option<ProcessId>) -> &Lanes {
    process.map_or(&Lanes::WHOLE, |process| &state.processes.level[process])
}

fn level_in(levels: &Lanes, region: Option<RegionId>) -> Level {
    region.map_or(Level::ONE, |region| Level(levels[region]))
}
