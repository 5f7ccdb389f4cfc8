//! Civil demand: departures build up with the rhythm of the week and leave when one is complete.
//!
//! In each clock hour `growth = per_day_milli * rhythm * noise / 1000`, rounded down (worked out with the plan; rhythm in thousandths,
//! noise 1000 after the end of the plan), then `* f / 1000` with f the product of the factors of the class in force at the start of the hour
//! (`f = 1000; f = f * factor / 1000` for each in order of arrival), and on a low river `* min(1000000 / load, spare) / 1000` with the
//! thousandths that a ship can load; each of the hour's four ticks adds it, and a departure leaves for every `DEPARTURE_UNITS`. Within
//! a tick departures are in order of demand. Factors and low water that end within an hour hold until this system runs at the start of
//! the next one, also for what is loaded and brought in that tick before it. Must not route anything.

use super::{Ctx, dispatch, transit};
use crate::sim::{
    country::PieceKind,
    ids::DemandId,
    query,
    state::{DEPARTURE_UNITS, Job, Load, Phase, State, What},
    time::TICKS_PER_HOUR,
};

/// Departures of this tick.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.tick.starts_hour() {
        begin_hour(ctx, state);
    }
    let quarter = (state.tick.0 % TICKS_PER_HOUR) as usize;
    let mut due = state.demand.due.get_mut(quarter).map(std::mem::take).unwrap_or_default();
    for demand in due.drain(..) {
        leave(ctx, state, demand);
    }
    if let Some(row) = state.demand.due.get_mut(quarter) {
        *row = due;
    }
}

/// Builds every demand up for the hour that begins, with its departures in the four quarters.
#[inline(never)]
fn begin_hour(ctx: &Ctx, state: &mut State) {
    let now = state.tick;
    state.demand.factors.retain(|factor| factor.ends > now);
    state.network.low_water.retain(|row| row.ends > now);
    let planned = ctx.plan.demand_growth(now.hour(), ctx.country.demands.len());
    let changed = !state.demand.factors.is_empty() || !state.network.low_water.is_empty();
    let mut due = std::mem::take(&mut state.demand.due);
    if planned.is_empty() || changed {
        let mut built = std::mem::take(&mut state.demand.built);
        {
            let growth = query::demand_growth(ctx.country, ctx.plan, state, now);
            built.iter_mut().for_each(|(demand, built)| build_up(demand, built, growth(demand), &mut due));
        }
        state.demand.built = built;
    } else {
        let rows = state.demand.built.iter_mut().zip(planned);
        rows.for_each(|((demand, built), growth)| build_up(demand, built, *growth, &mut due));
    }
    state.demand.due = due;
}

/// Departures of each quarter of an hour.
type Due = [Vec<DemandId>; TICKS_PER_HOUR as usize];

/// Builds a demand up for an hour: at once when nothing leaves in it, as nearly always, and quarter by quarter otherwise.
#[inline]
fn build_up(demand: DemandId, built: &mut u32, growth: u32, due: &mut Due) {
    // What has built up is always less than a departure, so nothing wraps.
    if growth <= (DEPARTURE_UNITS - 1).wrapping_sub(*built) / TICKS_PER_HOUR {
        *built = built.wrapping_add(growth.wrapping_mul(TICKS_PER_HOUR));
    } else {
        lay_out(demand, built, growth, due);
    }
}

/// A demand leaves in the quarter of the hour in which its built-up part reaches a whole departure.
#[inline(never)]
fn lay_out(demand: DemandId, built: &mut u32, growth: u32, due: &mut Due) {
    for row in due.iter_mut() {
        *built += growth;
        while *built >= DEPARTURE_UNITS {
            *built -= DEPARTURE_UNITS;
            row.push(demand);
        }
    }
}

#[inline(never)]
fn leave(ctx: &Ctx, state: &mut State, demand: DemandId) {
    let service = ctx.plan.services.of(demand);
    let consignment = transit::create(
        state,
        transit::New {
            what: What::Freight(demand),
            mode: service.mode,
            class: service.class,
            load: service.load,
            units: service.moves,
            kind: PieceKind::Container,
            from: service.from,
            to: service.to,
            od: Some(service.od),
            phase: if service.loads { Phase::Loading } else { Phase::Waiting },
        },
    );
    if service.loads {
        let moves_left = u32::from(service.moves);
        let job = Job { load: Load::Consignment(consignment), class: service.class, moves_left };
        state.terminals.push(service.from, job);
    } else {
        dispatch::ask_at_once(state, consignment, demand, service);
    }
}
