//! What becomes of a claim that found no way: it counts, knows why, and freight that waited long goes on by another mode.
//!
//! The rules stand in `dispatch`, which calls this. Must not look for ways.

use super::Ctx;
use crate::sim::{
    cause::Cause,
    event::{Binding, Claim, Event},
    ids::ConsignmentId,
    query,
    rng::{Stream, draw, within},
    state::{Phase, State, What},
};

/// Counts a refusal of a claim, which waits on.
pub(super) fn refuse(ctx: &mut Ctx, state: &mut State, claim: ConsignmentId, binding: Binding) {
    state.consignments.rows[claim].asked = true;
    if binding != Binding::NoWay {
        state.consignments.rows[claim].cause = binding_cause(ctx, state, binding);
    }
    let class = state.consignments.rows[claim].class;
    if let Some(pool) = query::binding_pool(ctx.country, binding) {
        state.pools[pool].refused[class] += 1;
        ctx.sink.claim(pool, class, Claim::Refused(state.tick.hour(), 1, binding));
    }
    shift_mode(ctx, state, claim);
}

/// Freight that has waited long at its origin goes on by another mode, if its shipper can and a way is known.
fn shift_mode(ctx: &mut Ctx, state: &mut State, claim: ConsignmentId) {
    let row = &state.consignments.rows[claim];
    let What::Freight(demand) = row.what else { return };
    let info = &ctx.country.demands[demand];
    let Some((shift, od)) = ctx.plan.routes.shift_of_demand.get(demand).copied().flatten() else { return };
    let Some(shift) = ctx.country.shifts.get(usize::from(shift)) else { return };
    let waits = row.phase == Phase::Waiting && row.mode == info.mode;
    let chance = within(draw(ctx.plan.seed, Stream::ModalShift, 0, row.serial), 0, 999);
    if !waits || state.tick.since(row.since) < shift.after || chance >= u32::from(shift.permille) {
        return;
    }
    let load = u32::from(row.load) * u32::from(shift.slots);
    let (serial, what, cause) = (row.serial, row.what, row.cause);
    let row = &mut state.consignments.rows[claim];
    row.mode = shift.to;
    row.load = u16::try_from(load).unwrap_or(u16::MAX);
    row.od = Some(od);
    row.path = None;
    row.asked = false;
    ctx.tell(state.tick, Event::Shifted(serial, what, shift.to), cause);
}

/// The command behind a policy, when the policy and not the capacity binds.
fn binding_cause(ctx: &Ctx, state: &State, binding: Binding) -> Cause {
    match binding {
        Binding::KeptFree(..) | Binding::Cap(..) | Binding::DayCap(_) | Binding::Units(_) => {
            let pool = query::binding_pool(ctx.country, binding);
            pool.map_or(Cause::Routine, |pool| state.pools[pool].cause)
        }
        Binding::Slots(link, _) => {
            let edge = link.edge();
            let whole = state.network.capacity[edge] >= ctx.country.edges[edge].slots;
            if whole { Cause::Routine } else { query::edge_cause(ctx.country, state, edge) }
        }
        Binding::NoWay
        | Binding::Handling(_)
        | Binding::QuayFull(_)
        | Binding::ConvoyHours(..)
        | Binding::Crowd(_)
        | Binding::Ceiling(_) => Cause::Routine,
    }
}
