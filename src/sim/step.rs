//! One tick, and the settling of commands at a tick boundary: the order of everything, in one visible list (in words in
//! `systems`).
//!
//! `settle` carries out the commands given at the present tick; `tick` then runs the quarter of an hour. A command for later
//! joins those that wait unlooked at (`session` checked it when it was given) and is checked when it takes effect; a decision
//! joins them too while a line is down (`systems::orders`). Both tell the sink
//! what happened. Must not be called by anybody but `session` (and its forecasts).

use super::{
    apply,
    cause::Cause,
    check::{Refusal, check},
    command::{Command, Record},
    country::Country,
    event::{Event, Sink},
    plan::Plan,
    state::State,
    systems::{
        Ctx, adversary, asking, aviation, by_hand, capacity, demand, dispatch, economy, effects, generators,
        handling, health, hours, injects, lending, measures, movements, orders, power, processes, repair,
        reporting, scoring, sites, society, standstill, supply, support, themes, transit, workforce,
    },
    time::Span,
};
use std::borrow::Cow;

/// Applies commands at the present tick in order of their number. A command for later joins the ones that wait. A refused
/// command changes nothing but is told as an event, so that a replay under the same rules meets the same refusal.
pub fn settle(country: &Country, plan: &Plan, state: &mut State, records: &[Record], sink: &mut dyn Sink) {
    let ctx = &mut Ctx { country, plan, sink };
    for record in records {
        state.applied = state.applied.max(record.seq);
        if record.effective > state.tick {
            if !orders::send(ctx, state, record) {
                orders::wait(state, record.clone());
            }
        } else {
            carry_out_now(ctx, state, record);
        }
    }
}

/// The commands of one tick without those that were undone in it. What undoes one stays: it says so.
pub fn kept(records: &[Record]) -> Cow<'_, [Record]> {
    let undone = |record: &Record| if let Command::Undo { seq } = record.command { Some(seq) } else { None };
    if records.iter().all(|record| undone(record).is_none()) {
        return Cow::Borrowed(records);
    }
    let all: Vec<u32> = records.iter().filter_map(undone).collect();
    Cow::Owned(records.iter().filter(|record| !all.contains(&record.seq)).cloned().collect())
}

/// A command for now: on its way first where a line is down, as far as it is allowed at all.
fn carry_out_now(ctx: &mut Ctx, state: &mut State, record: &Record) {
    if orders::of_record(ctx.country, ctx.plan, state, record).is_none() {
        carry_out(ctx, state, record);
        return;
    }
    match check(ctx.country, ctx.plan, state, record) {
        Ok(()) => {
            orders::send(ctx, state, record);
        }
        Err(refusal) => refuse_late(ctx, state, record, refusal),
    }
}

fn carry_out(ctx: &mut Ctx, state: &mut State, record: &Record) {
    match apply::apply(ctx, state, record) {
        Ok(()) => {}
        Err(refusal) => refuse_late(ctx, state, record, refusal),
    }
}

fn refuse_late(ctx: &mut Ctx, state: &State, record: &Record, refusal: Refusal) {
    ctx.tell(state.tick, Event::RefusedLate(record.seq, refusal), Cause::Command(record.seq));
}

/// Runs the present quarter of an hour and moves the clock.
pub fn tick(country: &Country, plan: &Plan, state: &mut State, sink: &mut dyn Sink) {
    let ctx = &mut Ctx { country, plan, sink };
    hours::run(ctx, state);
    lending::run(ctx, state);
    due_commands(ctx, state);
    asking::run(ctx, state);
    if state.tick.0 == 0 {
        effects::schedule(ctx, state, &ctx.plan.at_start, Span(0), Cause::Scenario);
        if !ctx.plan.in_force.is_empty() {
            measures::refresh(ctx, state);
        }
    }
    measures::run(ctx, state);
    effects::run(ctx, state);
    adversary::run(ctx, state);
    injects::run(ctx, state);
    workforce::run(ctx, state);
    sites::run(ctx, state);
    vital(ctx, state);
    carry(ctx, state);
    health::run(ctx, state);
    society::run(ctx, state);
    economy::run(ctx, state);
    reporting::run(ctx, state);
    aviation::run(ctx, state);
    scoring::run(country, state);
    themes::run(ctx, state);
    state.tick = state.tick.next();
}

/// The transport layer alone: a tick in which no command takes effect and nothing in the cascade moves. For those who measure
/// the layer or write its rules again in another language.
pub fn transport_tick(country: &Country, plan: &Plan, state: &mut State, sink: &mut dyn Sink) {
    let ctx = &mut Ctx { country, plan, sink };
    hours::run(ctx, state);
    lending::run(ctx, state);
    carry(ctx, state);
    state.tick = state.tick.next();
}

/// The vital processes alone: damage, repair, emergency power and the cascade, in a tick in which no command takes effect. For those
/// who measure them.
pub fn process_tick(country: &Country, plan: &Plan, state: &mut State, sink: &mut dyn Sink) {
    let ctx = &mut Ctx { country, plan, sink };
    if state.tick.0 == 0 {
        effects::schedule(ctx, state, &ctx.plan.at_start, Span(0), Cause::Scenario);
    }
    effects::run(ctx, state);
    vital(ctx, state);
    state.tick = state.tick.next();
}

/// Damage, repair, emergency power, the net and the cascade.
fn vital(ctx: &mut Ctx, state: &mut State) {
    repair::run(ctx, state);
    generators::run(ctx, state);
    by_hand::run(ctx, state);
    power::run(ctx, state);
    processes::run(ctx, state);
}

/// Transport, movements and the division of scarce capacity.
fn carry(ctx: &mut Ctx, state: &mut State) {
    capacity::run(ctx, state);
    transit::arrive(ctx, state);
    movements::run(ctx, state);
    support::run(ctx, state);
    supply::run(ctx, state);
    demand::run(ctx, state);
    handling::run(ctx, state);
    dispatch::run(ctx, state);
    standstill::run(ctx, state);
}

/// Commands that waited for this moment, checked again.
fn due_commands(ctx: &mut Ctx, state: &mut State) {
    let due = state.pending.partition_point(|row| row.effective <= state.tick);
    let records: Vec<Record> = state.pending.drain(..due).collect();
    for record in records {
        orders::arrived(state, record.seq);
        carry_out(ctx, state, &record);
    }
}
