//! Who gets a path: claims are served in the order of the pool where they start, then by age, then by serial.
//!
//! Every claim that waits is looked at once in its first tick, once at the start of each clock hour, and at once when a
//! policy or the topology changed. It tries its ways fastest first and takes the first that fits whole (`booking`); a way
//! without planned stops, so an ammunition train needs nothing extra. Claims that do not fit are refused for that look and
//! the ledger says what bound the fastest way. A quiet tick does nothing here.

use super::{Ctx, booking, transit};
use crate::sim::{
    cause::Cause,
    event::{Binding, Claim},
    ids::{ConsignmentId, LinkId, PathId},
    routes::{Path, Search},
    state::{Consignment, Phase, State, What},
    time::Span,
};

/// Serves the claims that are to be looked at.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.consignments.waiting.is_empty() {
        return;
    }
    let all = std::mem::take(&mut state.network.retry) || state.tick.starts_hour();
    let rows = &state.consignments.rows;
    if !all && state.consignments.waiting.iter().all(|claim| rows[*claim].asked) {
        return;
    }
    let mut waiting = std::mem::take(&mut state.consignments.waiting);
    let mut claims = Vec::with_capacity(waiting.len());
    waiting.retain(|claim| {
        let row = &state.consignments.rows[*claim];
        let look = all || !row.asked;
        if look {
            // One number to sort by: the rank, then the tick since when it waits, then the serial.
            let order = rank(ctx, state, row) << 60 | u64::from(row.since.0) << 32 | u64::from(row.serial);
            claims.push((order, *claim));
        }
        !look
    });
    claims.sort_unstable();
    let mut room = Vec::new();
    for (_, claim) in claims {
        if patience_lost(ctx, state, claim) {
            give_up(state, claim);
        } else if !serve(ctx, state, claim, &mut room) {
            state.consignments.rows[claim].asked = true;
            waiting.push(claim);
        }
    }
    state.consignments.waiting = waiting;
}

/// Place in the order of the first pool on the fastest way; claims without one come last among equals of their class.
fn rank(ctx: &Ctx, state: &State, row: &Consignment) -> u64 {
    let pool = match (row.path, row.od) {
        (None, Some(od)) => ctx.plan.routes.ods[od].pool,
        (path, _) => path.and_then(|path| state.path(ctx.plan, path)).and_then(Path::first_pool),
    };
    match pool {
        Some(pool) => state.pools[pool].policy.rank(row.class) as u64 * 2,
        None => row.class as u64 * 2 + 1,
    }
}

fn patience_lost(ctx: &Ctx, state: &State, claim: ConsignmentId) -> bool {
    let row = &state.consignments.rows[claim];
    let waited = state.tick.since(row.since);
    match row.what {
        What::Freight(demand) => {
            row.phase == Phase::Waiting && waited > Span(0) && waited >= ctx.country.demands[demand].patience
        }
        What::Movement(..) | What::Special(_) => false,
    }
}

/// Takes a civil transport out that waited too long.
pub(in crate::sim) fn give_up(state: &mut State, claim: ConsignmentId) {
    let row = &state.consignments.rows[claim];
    let (class, waited) = (row.class, state.tick.since(row.since));
    state.totals.civil_delay_ticks += u64::from(waited.0);
    state.totals.given_up[class] += 1;
    transit::remove(state, claim);
}

fn serve(ctx: &mut Ctx, state: &mut State, claim: ConsignmentId, room: &mut Vec<usize>) -> bool {
    let row = &state.consignments.rows[claim];
    let (class, load, od) = (row.class, row.load, row.od);
    let mut first: Option<Binding> = None;
    let plan = ctx.plan;
    for path_id in od.iter().flat_map(|od| plan.routes.ods[*od].paths.iter().copied()) {
        let path = &plan.routes.paths[path_id];
        match booking::book(ctx, state, path, class, load, room) {
            Ok(()) => {
                transit::depart(ctx, state, claim, path_id, path.total_s);
                return true;
            }
            Err(_) if is_shut(state, path) => {}
            Err(binding) => first = first.or(Some(binding)),
        }
    }
    if first.is_none() {
        match serve_by_detour(ctx, state, claim, room) {
            Ok(()) => return true,
            Err(binding) => first = Some(binding),
        }
    }
    refuse(ctx, state, claim, first.unwrap_or(Binding::NoWay));
    false
}

pub(in crate::sim) fn is_shut(state: &State, path: &Path) -> bool {
    path.links().any(|link| state.network.capacity[link.edge()] == 0)
}

fn serve_by_detour(
    ctx: &mut Ctx,
    state: &mut State,
    claim: ConsignmentId,
    room: &mut Vec<usize>,
) -> Result<(), Binding> {
    let path_id = detour(ctx, state, claim).ok_or(Binding::NoWay)?;
    let path = state.path(ctx.plan, path_id).cloned().ok_or(Binding::NoWay)?;
    let row = &state.consignments.rows[claim];
    let (class, load) = (row.class, row.load);
    booking::book(ctx, state, &path, class, load, room)?;
    transit::depart(ctx, state, claim, path_id, path.total_s);
    Ok(())
}

/// A way round what is closed, looked up once for each topology: shared by claims of one origin and destination, own for a
/// consignment that was stopped on its way.
fn detour(ctx: &Ctx, state: &mut State, claim: ConsignmentId) -> Option<PathId> {
    let version = state.network.version;
    let row = &state.consignments.rows[claim];
    let (mode, from, to, od) = (row.mode, row.at, row.to, row.od);
    if let Some(od) = od {
        if let Some(known) = state.network.detour_of[od] {
            return known;
        }
    } else if row.version == version {
        return row.path;
    }
    let open = |link: LinkId| {
        let edge = link.edge();
        (state.network.capacity[edge] > 0).then(|| u64::from(ctx.country.edges[edge].transit_s))
    };
    let found = Search::new(ctx.country).shortest(ctx.country, mode, from, to, open);
    let path =
        found.map(|links| Path::over(ctx.country, links)).map(|path| booking::remember(ctx, state, path));
    if let Some(od) = od {
        state.network.detour_of[od] = Some(path);
    } else {
        let row = &mut state.consignments.rows[claim];
        row.version = version;
        row.path = path;
    }
    path
}

fn refuse(ctx: &mut Ctx, state: &mut State, claim: ConsignmentId, binding: Binding) {
    if binding != Binding::NoWay {
        state.consignments.rows[claim].cause = binding_cause(ctx, state, binding);
    }
    let class = state.consignments.rows[claim].class;
    if let Some(pool) = booking::binding_pool(ctx, binding) {
        state.pools[pool].refused[class] += 1;
        ctx.sink.claim(pool, class, Claim::Refused(state.tick.hour(), 1, binding));
    }
}

/// The command behind a policy, when the policy and not the capacity binds.
fn binding_cause(ctx: &Ctx, state: &State, binding: Binding) -> Cause {
    match binding {
        Binding::KeptFree(..) | Binding::Cap(..) | Binding::DayCap(_) => {
            booking::binding_pool(ctx, binding).map_or(Cause::Routine, |pool| state.pools[pool].cause)
        }
        Binding::Slots(link, _) => {
            let edge = link.edge();
            let whole = state.network.capacity[edge] >= ctx.country.edges[edge].slots;
            if whole { Cause::Routine } else { crate::sim::query::edge_cause(ctx.country, state, edge) }
        }
        Binding::NoWay | Binding::Handling(_) => Cause::Routine,
    }
}
