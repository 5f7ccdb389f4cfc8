//! Civil demand: departures build up with the rhythm of the week and leave when one is complete.
//!
//! At the start of each clock hour `growth = per_day_milli * rhythm * noise / 1000`, rounded down, then for every factor in
//! force (a change of demand begins with the next hour) `* factor / 1000`, and on a low river `* min(1000000 / load, spare) /
//! 1000` with the thousandths that a ship can load; each of the hour's four ticks adds it, and a
//! departure leaves for every `DEPARTURE_UNITS`. Within a tick departures are in order of demand. Must not route anything.

use super::{Ctx, transit};
use crate::sim::{
    country::{Class, PerClass, PieceKind, Rhythm},
    ids::DemandId,
    state::{DEPARTURE_UNITS, DemandState, Job, Load, Phase, State, What},
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

/// Works out the growth of every demand in a tick of the hour that begins, and its departures in the four quarters.
#[inline(never)]
fn begin_hour(ctx: &Ctx, state: &mut State) {
    let now = state.tick;
    state.demand.factors.retain(|factor| factor.ends > now);
    state.network.low_water.retain(|row| row.ends > now);
    let hour = ctx.plan.start.hour_of_week(now) as usize;
    let weight = |rhythm: &Rhythm| u64::from(rhythm.hours_permille.get(hour).copied().unwrap_or(1000));
    let weights = &mut state.work.weights;
    weights.clear();
    weights.extend(ctx.country.rhythms.rows().iter().map(weight));
    let paces = &mut state.work.paces;
    if paces.len() != ctx.country.demands.len() {
        paces.clear();
        paces.extend(ctx.country.demands.rows().iter().map(|row| (row.per_day_milli, row.rhythm.0)));
    }
    let grown = |(per_day_milli, rhythm): (u32, u32), noise: u16| {
        let weight = weights.get(rhythm as usize).copied().unwrap_or(1000);
        // A 32-bit number times two of 16 bits.
        at_most(u64::from(per_day_milli).wrapping_mul(weight.wrapping_mul(u64::from(noise))) / 1000)
    };
    let noise = ctx.plan.demand_noise(now.hour(), ctx.country.demands.len());
    let DemandState { built, growth, due, factors } = &mut state.demand;
    if noise.is_empty() {
        growth.rows_mut().iter_mut().zip(paces).for_each(|(growth, pace)| *growth = grown(*pace, 1000));
    } else if factors.is_empty() && state.network.low_water.is_empty() {
        // Nearly always, and sooner done in one go.
        let rows = built.iter_mut().zip(growth.rows_mut()).zip(paces.iter().zip(noise));
        for (((demand, built), growth), (pace, noise)) in rows {
            *growth = grown(*pace, *noise);
            if !builds_up(built, *growth) {
                lay_out(demand, built, *growth, due);
            }
        }
        return;
    } else {
        let rows = growth.rows_mut().iter_mut().zip(paces.iter().zip(noise));
        rows.for_each(|(growth, (pace, noise))| *growth = grown(*pace, *noise));
    }
    adapt(ctx, state);
    let DemandState { built, growth, due, .. } = &mut state.demand;
    for ((demand, built), growth) in built.iter_mut().zip(growth.rows()) {
        if !builds_up(built, *growth) {
            lay_out(demand, built, *growth, due);
        }
    }
}

/// Builds up a whole hour at once when nothing leaves in it, as nearly always: sooner done than quarter by quarter.
#[inline]
fn builds_up(built: &mut u32, growth: u32) -> bool {
    // What has built up is less than a departure and so is the growth of such an hour, so the sum is small.
    let after = built.wrapping_add(growth.wrapping_mul(TICKS_PER_HOUR));
    let quiet = growth < DEPARTURE_UNITS / TICKS_PER_HOUR && after < DEPARTURE_UNITS;
    if quiet {
        *built = after;
    }
    quiet
}

/// A demand leaves in the quarter of the hour in which its built-up part reaches a whole departure.
#[inline(never)]
fn lay_out(
    demand: DemandId,
    built: &mut u32,
    growth: u32,
    due: &mut [Vec<DemandId>; TICKS_PER_HOUR as usize],
) {
    for row in due.iter_mut() {
        *built += growth;
        while *built >= DEPARTURE_UNITS {
            *built -= DEPARTURE_UNITS;
            row.push(demand);
        }
    }
}

/// At most 20 departures of one demand in a tick; more is a mistake in the data that validation reports.
#[inline]
fn at_most(units: u64) -> u32 {
    u32::try_from(units.min(u64::from(20 * DEPARTURE_UNITS))).unwrap_or(u32::MAX)
}

/// Changes of demand and low rivers.
fn adapt(ctx: &Ctx, state: &mut State) {
    let DemandState { growth, factors, .. } = &mut state.demand;
    let low = !state.network.low_water.is_empty();
    if factors.is_empty() && !low {
        return;
    }
    let factor = PerClass(Class::ALL.map(|class| {
        let factors = factors.iter().filter(|factor| factor.class == class);
        factors.fold(1000_u64, |product, factor| product * u64::from(factor.permille) / 1000)
    }));
    let spare = u64::from(ctx.country.rules.ships_spare_permille);
    for (demand, row) in ctx.country.demands.iter() {
        let mut units = u64::from(growth[demand]) * factor[row.class] / 1000;
        if low {
            // Shippers send more ships for the same load, up to what the fleet can spare.
            let gauge = ctx.plan.routes.ods[ctx.plan.routes.of_demand[demand]].gauge;
            let load = u64::from(state.network.ship_load(gauge)).max(1);
            units = units * (1_000_000 / load).min(spare) / 1000;
        }
        growth[demand] = at_most(units);
    }
}

#[inline(never)]
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
            kind: PieceKind::Container,
            from: row.from,
            to: row.to,
            od: Some(ctx.plan.routes.of_demand[demand]),
            phase: if terminal { Phase::Loading } else { Phase::Waiting },
        },
    );
    if terminal {
        let job =
            Job { load: Load::Consignment(consignment), class: row.class, moves_left: u32::from(row.moves) };
        state.terminals.push(row.from, job);
    }
}
