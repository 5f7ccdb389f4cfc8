//! Books slots: one way at a time, all of its links or none.
//!
//! A claim of class k with load l fits a link in the window of its entry hour when
//! `booked + l + sum over other classes j of max(0, minimum_j - booked_j) <= capacity` and `booked_k + l <= cap_k`, with the
//! policy of the link's pool; and fits a pool when fewer than `day_cap_k` grants were given today. Links without a pool only
//! have their capacity. Must not choose who comes first: `dispatch` does.

use super::Ctx;
use crate::sim::{
    country::{Class, NO_CAP, PerClass, Policy},
    event::{Binding, Claim},
    ids::{DenseId, PathId, PoolId},
    routes::{Path, Step},
    state::{HORIZON_HOURS, State, WINDOW_HOURS_MAX},
    time::{SECONDS_PER_TICK, Tick},
};

/// The clock hour in which a link is entered.
#[inline]
fn entry_hour(departs: Tick, step: &Step) -> u32 {
    (departs.0 * SECONDS_PER_TICK + step.entry_s) / 3600
}

const NOTHING: PerClass<u16> = PerClass([0; Class::COUNT]);

/// Does the whole way fit, leaving now? The first link that binds, otherwise.
pub(in crate::sim) fn fits(state: &State, path: &Path, class: Class, load: u16) -> Result<(), Binding> {
    let network = &state.network;
    let beyond = state.tick.hour() + HORIZON_HOURS - WINDOW_HOURS_MAX;
    for (pool, _, steps) in path.by_pool() {
        let pool = pool.map(|pool| (pool, &state.pools[pool]));
        for (place, step) in steps.iter().enumerate() {
            let hour = entry_hour(state.tick, step);
            if hour >= beyond {
                return Err(Binding::NoWay);
            }
            let booked =
                network.booked.get(network.row(step.link, step.window_hours, hour)).unwrap_or(&NOTHING);
            let capacity = u32::from(network.capacity[step.link.edge()]);
            let wanted = slots(booked) + u32::from(load);
            if wanted > capacity {
                return Err(Binding::Slots(step.link, hour));
            }
            let Some((pool, row)) = pool else { continue };
            let Policy { cap, minimum, day_cap, .. } = &row.policy;
            if cap[class] != NO_CAP && booked[class] + load > cap[class] {
                return Err(Binding::Cap(step.link, hour));
            }
            if wanted + kept_free(minimum, booked, class) > capacity {
                return Err(Binding::KeptFree(step.link, hour));
            }
            if place == 0 && day_cap[class] != NO_CAP && row.granted_today[class] >= day_cap[class] {
                return Err(Binding::DayCap(pool));
            }
        }
    }
    Ok(())
}

fn slots(booked: &PerClass<u16>) -> u32 {
    booked.0.iter().map(|slots| u32::from(*slots)).sum()
}

/// True when a way surely fits because there is room on every link and no pool asks more of the class: nearly always so,
/// and much sooner said than what binds. `rows` are the windows of its steps.
fn has_room(state: &State, path: &Path, class: Class, load: u16, rows: &[usize]) -> bool {
    let network = &state.network;
    let free = |pool: PoolId| {
        let policy = &state.pools[pool].policy;
        policy.cap[class] == NO_CAP && policy.day_cap[class] == NO_CAP && slots(&policy.minimum) == 0
    };
    let beyond_s = (HORIZON_HOURS - WINDOW_HOURS_MAX - 1) * 3600;
    let room = |(row, step): (&usize, &Step)| {
        let booked = network.booked.get(*row).unwrap_or(&NOTHING);
        slots(booked) + u32::from(load) <= u32::from(network.capacity[step.link.edge()])
    };
    path.total_s < beyond_s
        && path.stretches.iter().all(|stretch| stretch.pool.is_none_or(free))
        && rows.iter().zip(&path.steps).all(room)
}

fn kept_free(minimum: &PerClass<u16>, booked: &PerClass<u16>, class: Class) -> u32 {
    let others = Class::ALL.into_iter().filter(|other| *other != class);
    others.map(|other| u32::from(minimum[other].saturating_sub(booked[other]))).sum()
}

/// Books a way if it fits, leaving now, and counts the grant in every pool it passes. `rows` is room to work in.
pub(in crate::sim) fn book(
    ctx: &mut Ctx,
    state: &mut State,
    path: &Path,
    class: Class,
    load: u16,
    rows: &mut Vec<usize>,
) -> Result<(), Binding> {
    rows.clear();
    let row = |step: &Step| state.network.row(step.link, step.window_hours, entry_hour(state.tick, step));
    rows.extend(path.steps.iter().map(row));
    if has_room(state, path, class, load, rows) {
        debug_assert_eq!(fits(state, path, class, load), Ok(()), "room on every link and no policy");
    } else {
        fits(state, path, class, load)?;
    }
    for row in rows {
        if let Some(slots) = state.network.booked.get_mut(*row) {
            slots[class] += load;
        }
    }
    let now = state.tick;
    for (pool, _, steps) in path.by_pool() {
        let (Some(pool), Some(step)) = (pool, steps.first()) else { continue };
        let row = &mut state.pools[pool];
        row.granted_today[class] = row.granted_today[class].saturating_add(1);
        row.granted[class] += 1;
        if let Some(entering) = row.entering.get_mut((entry_hour(now, step) % HORIZON_HOURS) as usize) {
            entering[class] += 1;
        }
        ctx.sink.claim(pool, class, Claim::Granted(now.hour(), 1));
    }
    Ok(())
}

/// Gives back the slots of a way from step number `first` on, as far as their hour has not passed.
pub(in crate::sim) fn give_back(
    state: &mut State,
    path: &Path,
    departed: Tick,
    first: usize,
    class: Class,
    load: u16,
) {
    let this_hour = state.tick.hour();
    for (pool, start, steps) in path.by_pool() {
        for (step, place) in steps.iter().zip(start..).skip(first.saturating_sub(start)) {
            let hour = entry_hour(departed, step);
            if hour < this_hour {
                continue;
            }
            let row = state.network.row(step.link, step.window_hours, hour);
            if let Some(slots) = state.network.booked.get_mut(row) {
                slots[class] = slots[class].saturating_sub(load);
            }
            if let Some(pool) = pool.filter(|_| place == start) {
                let rows = &mut state.pools[pool].entering;
                if let Some(entering) = rows.get_mut((hour % HORIZON_HOURS) as usize) {
                    entering[class] = entering[class].saturating_sub(1);
                }
            }
        }
    }
}

/// The pool that a refusal is booked on: the one that binds.
pub(in crate::sim) fn binding_pool(ctx: &Ctx, binding: Binding) -> Option<PoolId> {
    match binding {
        Binding::Slots(link, _) | Binding::KeptFree(link, _) | Binding::Cap(link, _) => {
            ctx.country.edges[link.edge()].pool
        }
        Binding::DayCap(pool) => Some(pool),
        Binding::Handling(node) => ctx.country.nodes[node].handling.map(|handling| handling.pool),
        Binding::NoWay => None,
    }
}

/// Stores a way found during play; equal ways share a number.
pub(in crate::sim) fn remember(ctx: &Ctx, state: &mut State, path: Path) -> PathId {
    let planned = ctx.plan.routes.paths.len();
    let known = state.network.detours.iter().position(|detour| *detour == path);
    let index = known.unwrap_or_else(|| {
        state.network.detours.push(path);
        state.network.detours.len() - 1
    });
    PathId::from_index(planned + index)
}
