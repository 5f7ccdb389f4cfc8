//! One tick, and the settling of commands at a tick boundary: the order of everything, in one visible list (in words in
//! `systems`).
//!
//! `settle` carries out the commands given at the present tick; `tick` then runs the quarter of an hour. A command for later
//! joins those that wait unlooked at (`session` checked it when it was given) and is checked when it takes effect. Both tell the sink
//! what happened. Must not be called by anybody but `session` (and its forecasts).

use super::{
    apply,
    cause::Cause,
    check::Refusal,
    command::Record,
    country::Country,
    event::{Event, Sink},
    plan::Plan,
    state::State,
    systems::{
        Ctx, adversary, asking, capacity, demand, dispatch, effects, generators, handling, health, hours,
        injects, lending, measures, movements, power, processes, repair, reporting, scoring, society,
        standstill, supply, support, transit,
    },
    time::Span,
};

/// Applies commands at the present tick in order of their number. A command for later joins the ones that wait. A refused
/// command changes nothing but is told as an event, so that a replay under the same rules meets the same refusal.
pub fn settle(country: &Country, plan: &Plan, state: &mut State, records: &[Record], sink: &mut dyn Sink) {
    let ctx = &mut Ctx { country, plan, sink };
    for record in records {
        state.applied = state.applied.max(record.seq);
        if record.effective > state.tick {
            let place = state
                .pending
                .partition_point(|row| (row.effective, row.seq) < (record.effective, record.seq));
            state.pending.insert(place, record.clone());
        } else {
            carry_out(ctx, state, record);
        }
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
    }
    measures::run(ctx, state);
    effects::run(ctx, state);
    adversary::run(ctx, state);
    injects::run(ctx, state);
    repair::run(ctx, state);
    generators::run(ctx, state);
    power::run(ctx, state);
    processes::run(ctx, state);
    carry(ctx, state);
    health::run(ctx, state);
    society::run(ctx, state);
    reporting::run(ctx, state);
    scoring::run(country, state);
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
        carry_out(ctx, state, &record);
    }
}
