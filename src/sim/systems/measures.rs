//! Measures begin, end and cost; what holds for a while passes.
//!
//! From order to effect takes the lead of the measure: `planned_permille` of it when its plan is in force, else up to
//! `error_permille` longer (`draw(seed, OrderError, 0, seq)` within `0..=error_permille`, of the command's number), less what a
//! scaled-up crisis organisation takes off it (`orders::quicker`). Where the lines are down, at the table of the owner or where the
//! measure is taken, an order takes longer as any decision does (`orders`).
//! With its council in force it takes `council_permille` of its lead. In ticks: `ceil(lead * p * c / 1 000 000)`, p and c these parts in
//! thousandths, then less what scaling up takes off, rounded up; what a dead line and the coming together of a staff take, and the
//! wait at its desk, are added. The end follows from the beginning when it is ordered.
//!
//! A staff that scaling up has not brought on duty in the region comes together first (`grip::assembly`). A step of scaling up that begins ends the
//! lower ones of its region.
//!
//! `units` are added to their pools, or taken from them as far as they are there, when it begins, and moved back when it ends.
//!
//! The staff of the owner (of the region, for a regional measure) works on a decision for its `desk`; decisions that are taken meanwhile begin
//! that much later, one after the other. A measure that answers the lack of a process costs `late` more of its cost for what is
//! lacking when it begins, and disturbs the market each day by what is still there of it. Must not judge who may: `check` does.

use super::{Ctx, effects, orders, processes};
use crate::sim::{
    cause::Cause,
    country::{Country, Lever, Measure},
    economy::national,
    event::Event,
    grip,
    ids::{MeasureId, RegionId},
    plan::Plan,
    rng::{Stream, draw, within},
    state::{ActiveMeasure, Desk, Moved, State},
    time::{Span, TICKS_PER_DAY},
};

/// From order to effect, for a command of this number.
pub(in crate::sim) fn lead(
    country: &Country,
    plan: &Plan,
    state: &State,
    measure: &Measure,
    region: Option<RegionId>,
    seq: u32,
) -> Span {
    let rules = &country.measures;
    let planned = measure.plan.is_some_and(|plan| state.measures.in_force(plan));
    let permille = if planned {
        rules.planned_permille
    } else {
        1000 + within(draw(plan.seed, Stream::OrderError, 0, seq), 0, rules.error_permille)
    };
    let met = measure.council.is_some_and(|council| state.measures.in_force(council));
    let permille = u64::from(permille) * u64::from(if met { rules.council_permille } else { 1000 });
    let ticks = (u64::from(measure.lead.0) * permille).div_ceil(1_000_000);
    let lead = orders::quicker(country, state, region, Span(u32::try_from(ticks).unwrap_or(u32::MAX)));
    let late = orders::detour(country, state, measure.owner, region);
    let assembly = grip::assembly(country, state, measure, region);
    Span(lead.0.saturating_add(assembly.0).saturating_add(late.map_or(0, |late| late.by.0)))
}

/// Takes a measure: in force after its lead.
pub(in crate::sim) fn order(
    ctx: &mut Ctx,
    state: &mut State,
    measure: MeasureId,
    region: Option<RegionId>,
    seq: u32,
) {
    let row = &ctx.country.measures.rows[measure];
    let waits = state.measures.desk_wait(state.tick, row.owner, region);
    let lead = lead(ctx.country, ctx.plan, state, row, region, seq);
    let begins = state.tick.after(waits).after(lead);
    let ends = row.lasts.map(|lasts| begins.after(lasts));
    let cause = Cause::Command(seq);
    if let Some(late) = orders::detour(ctx.country, state, row.owner, region) {
        orders::tell(ctx, state, seq, begins, late);
    }
    let active = ActiveMeasure { measure, region, ordered: state.tick, begins, ends, begun: false, cause };
    state.measures.active.push(active);
    ctx.tell(state.tick, Event::MeasureOrdered(measure, region, begins), cause);
    if waits > Span(0) {
        ctx.tell(state.tick, Event::DecisionWaits(row.owner, region, waits), cause);
    }
    if row.desk > Span(0) {
        let (now, free) = (state.tick, state.tick.after(waits).after(row.desk));
        state
            .measures
            .desks
            .retain(|desk| desk.free > now && (desk.role, desk.region) != (row.owner, region));
        state.measures.desks.push(Desk { role: row.owner, region, free });
    }
}

/// Ends a measure now, or calls it off before it began.
pub(in crate::sim) fn end(
    ctx: &mut Ctx,
    state: &mut State,
    measure: MeasureId,
    region: Option<RegionId>,
    cause: Cause,
) {
    state.measures.active.retain(|row| row.measure != measure || row.region != region);
    move_back(state, measure, region);
    ctx.tell(state.tick, Event::MeasureEnded(measure, region), cause);
    refresh(ctx, state);
}

/// Works out the influence again and lets every process feel it.
pub(in crate::sim) fn refresh(ctx: &Ctx, state: &mut State) {
    state.measures.sum_up(ctx.country);
    let insight = state.measures.lever_anywhere(Lever::Insight, ctx.country.regions.len());
    state.orders.insight = state.orders.insight.max(insight);
    state.power.changed = true;
    processes::weigh_all(ctx.country, state);
}

/// What begins, ends and is paid in this tick.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.measures.active.is_empty() && state.measures.passing.is_empty() {
        return;
    }
    let now = state.tick;
    let (mut changed, mut stepped) = (false, false);
    let before = state.measures.passing.len();
    state.measures.passing.retain(|row| row.ends > now);
    changed |= state.measures.passing.len() != before;
    for index in 0..state.measures.active.len() {
        let Some(row) = state.measures.active.get_mut(index) else { continue };
        let days = now.since(row.begins).0;
        if !row.begun && row.begins <= now {
            row.begun = true;
            changed = true;
            let row = *row;
            begin(ctx, state, row);
            stepped |= ctx.country.measures.rows[row.measure].grip.is_some();
        } else if row.begun && days > 0 && days.is_multiple_of(TICKS_PER_DAY) {
            let info = &ctx.country.measures.rows[row.measure];
            state.totals.paid_keur[info.owner] += u64::from(info.daily_keur);
            disturb(ctx.country, state, info);
        }
    }
    let over = |row: &ActiveMeasure| row.begun && row.ends.is_some_and(|ends| ends <= now);
    if state.measures.active.iter().any(over) {
        let ended: Vec<ActiveMeasure> = state.measures.active.extract_if(.., |row| over(row)).collect();
        for row in ended {
            move_back(state, row.measure, row.region);
            ctx.tell(now, Event::MeasureEnded(row.measure, row.region), row.cause);
        }
        changed = true;
    }
    if stepped {
        replace_lower(ctx, state);
    }
    if changed {
        refresh(ctx, state);
    }
}

/// A step of scaling up that is in force takes the place of a lower one.
fn replace_lower(ctx: &mut Ctx, state: &mut State) {
    let rows = &ctx.country.measures.rows;
    let begun = state.measures.active.iter().filter(|row| row.begun);
    let steps: Vec<_> = begun.filter_map(|row| Some((row.region, rows[row.measure].grip?))).collect();
    let lower = |row: &mut ActiveMeasure| {
        let above = |grip| steps.iter().any(|(region, other)| *region == row.region && *other > grip);
        row.begun && rows[row.measure].grip.is_some_and(above)
    };
    let ended: Vec<ActiveMeasure> = state.measures.active.extract_if(.., lower).collect();
    for row in ended {
        move_back(state, row.measure, row.region);
        ctx.tell(state.tick, Event::MeasureEnded(row.measure, row.region), row.cause);
    }
}

/// Units come to the pools that a measure adds to, and leave those it takes from.
fn move_units(ctx: &Ctx, state: &mut State, row: ActiveMeasure) {
    for (pool, change) in &ctx.country.measures.rows[row.measure].units {
        let units = &mut state.pools[*pool].units;
        // No more go than there are.
        let change = (*change).max(0_i32.saturating_sub_unsigned(*units));
        *units = units.saturating_add_signed(change);
        state.measures.moved.push(Moved { measure: row.measure, region: row.region, pool: *pool, change });
    }
}

/// What a measure moved goes back.
fn move_back(state: &mut State, measure: MeasureId, region: Option<RegionId>) {
    let its = |row: &mut Moved| (row.measure, row.region) == (measure, region);
    for row in state.measures.moved.extract_if(.., its) {
        let units = &mut state.pools[row.pool].units;
        *units = units.saturating_add_signed(-row.change);
    }
}

fn begin(ctx: &mut Ctx, state: &mut State, row: ActiveMeasure) {
    let info = &ctx.country.measures.rows[row.measure];
    // What is lacking already makes it dearer: what it answers has to be bought in a market without supply.
    let lack = 1000 - answered(ctx.country, state, info);
    let late = u64::from(info.cost_keur) * u64::from(ctx.country.measures.late_permille) / 1000 * lack / 1000;
    state.totals.paid_keur[info.owner] += u64::from(info.cost_keur) + late + u64::from(info.daily_keur);
    disturb(ctx.country, state, info);
    ctx.tell(state.tick, Event::MeasureBegun(row.measure, row.region), row.cause);
    if info.trust_permille > 0 {
        super::society::lose_trust(ctx, state, row.region, info.trust_permille);
    }
    move_units(ctx, state, row);
    let once: Vec<_> = info.once.iter().map(|effect| effect.clone().within(row.region)).collect();
    effects::schedule(ctx, state, &once, Span(0), row.cause);
}

/// Level of the process that a measure answers, over the country in thousandths; all where it answers none.
fn answered(country: &Country, state: &State, info: &Measure) -> u64 {
    info.answers.map_or(1000, |process| national(country, state, &[process])).min(1000)
}

/// A day of a measure disturbs the market, the less the more is lacking of what it answers.
fn disturb(country: &Country, state: &mut State, info: &Measure) {
    if info.market_keur > 0 {
        state.measures.disturbed_keur += u64::from(info.market_keur) * answered(country, state, info) / 1000;
    }
}
