//! Civil demand: departures build up with the rhythm of the week and leave when one is complete.
//!
//! At the start of each clock hour `growth = per_day_milli * rhythm * noise * factors` (each in thousandths, divided out
//! once, rounded down); each tick adds it, and a departure leaves for every `DEPARTURE_UNITS`. Must not route anything.

use super::{Ctx, transit};
use crate::sim::{
    ids::DemandId,
    state::{DEPARTURE_UNITS, Job, Load, Phase, State, What},
};

/// Departures of this tick.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.tick.starts_hour() || state.demand.stale {
        state.demand.stale = false;
        let now = state.tick;
        state.demand.factors.retain(|factor| factor.ends > now);
        for demand in ctx.country.demands.ids() {
            state.demand.growth[demand] = growth(ctx, state, demand);
        }
    }
    for demand in ctx.country.demands.ids() {
        let built = state.demand.built[demand] + state.demand.growth[demand];
        let mut left = built;
        while left >= DEPARTURE_UNITS {
            left -= DEPARTURE_UNITS;
            leave(ctx, state, demand);
        }
        state.demand.built[demand] = left;
    }
}

fn growth(ctx: &Ctx, state: &State, demand: DemandId) -> u32 {
    let row = &ctx.country.demands[demand];
    let hour = ctx.plan.start.hour_of_week(state.tick) as usize;
    let rhythm = ctx.country.rhythms[row.rhythm].hours_permille.get(hour).copied().unwrap_or(1000);
    let noise = ctx.plan.demand_noise(state.tick.hour(), demand, ctx.country.demands.len());
    let factors = state.demand.factors.iter().filter(|factor| factor.class == row.class);
    let factor = factors.fold(1000_u64, |product, factor| product * u64::from(factor.permille) / 1000);
    let units = u64::from(row.per_day_milli) * u64::from(rhythm) * u64::from(noise) / 1000 * factor / 1000;
    // At most 20 departures of one demand in a tick; more is a mistake in the data that validation reports.
    u32::try_from(units).unwrap_or(u32::MAX).min(20 * DEPARTURE_UNITS)
}

fn leave(ctx: &mut Ctx, state: &mut State, demand: DemandId) {
    let row = &ctx.country.demands[demand];
    let terminal = row.moves > 0 && ctx.country.nodes[row.from].handling.is_some();
    let consignment = transit::create(
        state,
        transit::New {
            what: What::Freight(demand),
            mode: row.mode,
            class: row.class,
            load: row.load,
            units: row.moves,
            from: row.from,
            to: row.to,
            od: Some(ctx.plan.routes.of_demand[demand]),
            phase: if terminal { Phase::Loading } else { Phase::Waiting },
        },
    );
    if terminal {
        let job =
            Job { load: Load::Consignment(consignment), class: row.class, moves_left: u32::from(row.moves) };
        state.terminals.rows[row.from].jobs.push(job);
    }
}
