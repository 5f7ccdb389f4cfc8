//! What happens at the turn of an hour and a day: expired slots, the ledger's used capacity, day counts, ended policies.
//!
//! Must not serve claims: `dispatch` and `handling` do.

use super::Ctx;
use crate::sim::{
    cause::Cause,
    country::{Class, PerClass},
    event::Event,
    ids::{DenseId, PoolId},
    state::{HORIZON_HOURS, State, WINDOW_HOURS_MAX, entering_row},
};

/// Runs first in a tick, so that everything after it sees the new hour.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    end_policies(ctx, state);
    if ctx.plan.start.is_midnight(state.tick) {
        begin_day(state);
    }
    if !state.tick.starts_hour() {
        return;
    }
    let hour = state.tick.hour();
    let links = ctx.country.link_count();
    let expired = ((hour + HORIZON_HOURS - WINDOW_HOURS_MAX) % HORIZON_HOURS) as usize * links;
    let expired = expired..expired + links;
    state.reserved.begin_hour(&expired);
    state.network.booked.clear(expired, hour);
    if let Some(passed) = hour.checked_sub(1) {
        close_pools(ctx, state, passed);
    }
}

fn begin_day(state: &mut State) {
    for granted in state.granted.rows_mut() {
        granted.today = PerClass::default();
    }
    state.network.given.fill(0);
    state.network.dangerous.rows_mut().fill(0);
    state.network.retry = true;
}

fn close_pools(ctx: &mut Ctx, state: &mut State, passed: u32) {
    let pools = ctx.country.pools.len();
    let first = entering_row(pools, PoolId(0), passed);
    let mut counts = Class::ALL.map(|_| None);
    for (class, row) in Class::ALL.into_iter().zip(&mut counts) {
        let rows = state.network.entering[class].get(first..first + pools);
        *row = rows.filter(|rows| rows.iter().any(|count| *count > 0));
    }
    for pool in ctx.country.pools.ids() {
        for (class, rows) in Class::ALL.into_iter().zip(counts) {
            let count = rows.and_then(|rows| rows.get(pool.index())).copied().unwrap_or_default();
            if count > 0 {
                ctx.sink.used(pool, class, passed, u32::from(count));
            }
        }
    }
    for class in Class::ALL {
        state.network.entering[class].get_mut(first..first + pools).unwrap_or_default().fill(0);
    }
}

fn end_policies(ctx: &mut Ctx, state: &mut State) {
    let now = state.tick;
    if state.network.policy_ends.is_none_or(|ends| ends > now) {
        return;
    }
    for (pool, info) in ctx.country.pools.iter() {
        if state.pools[pool].until.is_some_and(|until| until <= now) {
            state.divide(pool, &info.default, None, Cause::Routine);
            ctx.sink.event(now, Event::PolicyEnded(pool), Cause::Routine);
        }
    }
}
