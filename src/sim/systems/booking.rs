//! Books slots: one way at a time, all of its links or none.
//!
//! A claim of class k with load l fits a link in the window of its entry hour when
//! `booked + l + sum over other classes j of max(0, minimum_j - booked_j) <= capacity` and `booked_k + l <= cap_k`, with the
//! policy of the link's pool; and fits a pool when fewer than `day_cap_k` grants were given today. Links without a pool only
//! have their capacity. Must not choose who comes first: `dispatch` does.

use super::Ctx;
use crate::sim::{
    country::{Class, Country, NO_CAP, PerClass},
    event::{Binding, Claim},
    ids::{DenseId, LinkId, PathId, PoolId},
    routes::Path,
    state::{HORIZON_HOURS, State, WINDOW_HOURS_MAX},
    time::{SECONDS_PER_TICK, Tick},
};

/// The clock hour in which a link is entered.
#[inline]
fn entry_hour(departs: Tick, entry_s: u32) -> u32 {
    (departs.0 * SECONDS_PER_TICK + entry_s) / 3600
}

/// Does the whole way fit, leaving now? The first link that binds, otherwise.
pub(in crate::sim) fn fits(
    country: &Country,
    state: &State,
    path: &Path,
    class: Class,
    load: u16,
) -> Result<(), Binding> {
    let mut last_pool: Option<PoolId> = None;
    for (link, entry_s) in path.steps() {
        let hour = entry_hour(state.tick, entry_s);
        if hour >= state.tick.hour() + HORIZON_HOURS - WINDOW_HOURS_MAX {
            return Err(Binding::NoWay);
        }
        link_fits(country, state, link, hour, class, load)?;
        let pool = country.edges[link.edge()].pool;
        if let Some(pool) = pool.filter(|_| pool != last_pool) {
            let row = &state.pools[pool];
            let cap = row.policy.day_cap[class];
            if cap != NO_CAP && row.granted_today[class] >= cap {
                return Err(Binding::DayCap(pool));
            }
        }
        last_pool = pool;
    }
    Ok(())
}

#[inline]
fn link_fits(
    country: &Country,
    state: &State,
    link: LinkId,
    hour: u32,
    class: Class,
    load: u16,
) -> Result<(), Binding> {
    let edge = link.edge();
    let booked = state.booked(country, link, hour);
    let total: u32 = booked.0.iter().map(|slots| u32::from(*slots)).sum();
    let capacity = u32::from(state.network.capacity[edge]);
    let wanted = total + u32::from(load);
    if wanted > capacity {
        return Err(Binding::Slots(link, hour));
    }
    let Some(pool) = country.edges[edge].pool else { return Ok(()) };
    let policy = &state.pools[pool].policy;
    if policy.cap[class] != NO_CAP && booked[class] + load > policy.cap[class] {
        return Err(Binding::Cap(link, hour));
    }
    if wanted + kept_free(&policy.minimum, &booked, class) > capacity {
        return Err(Binding::KeptFree(link, hour));
    }
    Ok(())
}

fn kept_free(minimum: &PerClass<u16>, booked: &PerClass<u16>, class: Class) -> u32 {
    let others = Class::ALL.into_iter().filter(|other| *other != class);
    others.map(|other| u32::from(minimum[other].saturating_sub(booked[other]))).sum()
}

/// Books a way that fits, leaving now, and counts the grant in every pool it passes.
pub(in crate::sim) fn book(ctx: &mut Ctx, state: &mut State, path: &Path, class: Class, load: u16) {
    let now = state.tick;
    let mut last_pool = None;
    for (link, entry_s) in path.steps() {
        let hour = entry_hour(now, entry_s);
        let row = state.network.row(ctx.country, link, hour);
        if let Some(slots) = state.network.booked.get_mut(row) {
            slots[class] += load;
        }
        let pool = ctx.country.edges[link.edge()].pool;
        if let Some(pool) = pool.filter(|_| pool != last_pool) {
            let row = &mut state.pools[pool];
            row.granted_today[class] = row.granted_today[class].saturating_add(1);
            row.granted[class] += 1;
            if let Some(entering) = row.entering.get_mut((hour % HORIZON_HOURS) as usize) {
                entering[class] += 1;
            }
            ctx.sink.claim(pool, class, Claim::Granted(now.hour(), 1));
        }
        last_pool = pool;
    }
}

/// Gives back the slots of a way from link number `first` on, as far as their hour has not passed.
pub(in crate::sim) fn give_back(
    ctx: &Ctx,
    state: &mut State,
    path: &Path,
    departed: Tick,
    first: usize,
    class: Class,
    load: u16,
) {
    let this_hour = state.tick.hour();
    let mut last_pool =
        path.links.get(first.wrapping_sub(1)).and_then(|link| ctx.country.edges[link.edge()].pool);
    for (link, entry_s) in path.steps().skip(first) {
        let hour = entry_hour(departed, entry_s);
        let pool = ctx.country.edges[link.edge()].pool;
        if hour >= this_hour {
            let row = state.network.row(ctx.country, link, hour);
            if let Some(slots) = state.network.booked.get_mut(row) {
                slots[class] = slots[class].saturating_sub(load);
            }
            if let Some(pool) = pool.filter(|_| pool != last_pool) {
                let rows = &mut state.pools[pool].entering;
                if let Some(entering) = rows.get_mut((hour % HORIZON_HOURS) as usize) {
                    entering[class] = entering[class].saturating_sub(1);
                }
            }
        }
        last_pool = pool;
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
