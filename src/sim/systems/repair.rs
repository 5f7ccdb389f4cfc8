//! Repair crews work down damage; impairments end by themselves.
//!
//! Teams of a trade go to the workable damages in order of rank, then of age, each taking at most its own maximum. One
//! team does one team-tick a tick, from the tick in which the damage can be worked on, and more where a measure says so. The
//! true work is `ceil(team_ticks * percent / 100)`, at least 1, with `percent = within(draw(seed, RepairWork, 0, serial), 100 - s,
//! 100 + s)` and s the spread of the rules, at most 90. The loss shrinks in a straight line with the work left, `loss * (left /
//! work)` in units of 2^-24, the quotient and the product rounded down, and capacities of the same tick see it (restoration is a ramp, not an exponential: the April 2025 Iberian
//! data fit a ramp four times better). Must not choose the order: owners do, with `Command::OrderRepair`.

use super::{Ctx, processes};
use crate::sim::{
    country::Lever,
    effect::{DamageKind, Target},
    event::Event,
    state::{Damage, MeasuresState, State},
    time::Tick,
};

/// One tick of repair.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.damages.open.is_empty() {
        return;
    }
    let now = state.tick;
    let mut order = std::mem::take(&mut state.work.repairs);
    order.extend(state.damages.open.iter().enumerate().map(|(index, row)| (row.rank, row.serial, index)));
    order.sort_unstable();
    let mut free = std::mem::take(&mut state.work.crews);
    free.clone_from(&state.teams);
    let mut touched = std::mem::take(&mut state.work.mended);
    for (.., index) in order.drain(..) {
        let Some(row) = state.damages.open.get_mut(index) else { continue };
        if row.work == 0 || row.workable > now {
            continue;
        }
        let pool = &mut free[row.skill];
        let teams = row.teams_max.min(*pool);
        let done = u32::from(teams) + extra(ctx, &state.measures, row, teams, now);
        *pool -= teams;
        if teams > 0 && row.work_left == row.work {
            ctx.sink.event(now, Event::RepairStarted(row.serial, row.target), row.cause);
        }
        row.teams = teams;
        row.work_left = row.work_left.saturating_sub(done);
        if teams > 0 {
            touched.push(row.target);
        }
    }
    finish(ctx, state, &mut touched);
    for target in touched.drain(..) {
        processes::weigh(state, target);
    }
    state.work.repairs = order;
    state.work.crews = free;
    state.work.mended = touched;
}

/// Team-ticks beyond one a team, by what was decided where the damage is; spread evenly over the ticks.
fn extra(ctx: &Ctx, measures: &MeasuresState, row: &Damage, teams: u16, now: Tick) -> u32 {
    let lever = match row.kind {
        DamageKind::Physical => Lever::PhysicalRepair,
        DamageKind::Digital => Lever::DigitalRepair,
        DamageKind::Human => return 0,
    };
    let region = match row.target {
        Target::Process(_, region) => Some(region),
        Target::Edge(edge) => ctx.country.edges[edge].region,
        Target::Terminal(node) | Target::Crossing(node) => ctx.country.nodes[node].region,
    };
    let permille = match region {
        Some(region) => measures.lever(lever, region),
        None => measures.lever_anywhere(lever, ctx.country.regions.len()),
    };
    let rate = u64::from(teams) * u64::try_from(permille).unwrap_or(0);
    let until = |tick: u64| tick * rate / 1000;
    u32::try_from(until(u64::from(now.0) + 1) - until(u64::from(now.0))).unwrap_or(0)
}

fn finish(ctx: &mut Ctx, state: &mut State, touched: &mut Vec<Target>) {
    let now = state.tick;
    let over = |row: &Damage| {
        if row.work > 0 { row.work_left == 0 } else { row.ends.is_some_and(|ends| ends <= now) }
    };
    if !state.damages.open.iter().any(over) {
        return;
    }
    let (done, open): (Vec<_>, Vec<_>) = std::mem::take(&mut state.damages.open).into_iter().partition(over);
    state.damages.open = open;
    for row in done {
        ctx.tell(now, Event::Repaired(row.serial, row.target), row.cause);
        touched.push(row.target);
    }
}
