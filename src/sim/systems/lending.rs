//! Held pools and stocks: units that are lent and come back, units that are used up and brought in again. `repair` gives
//! crews by the same room.
//!
//! Of a pool with `units`, a claim of class k can get `room` units:
//!
//! ```text
//! first(j)  = min(civil_j, cap_j) for j = k and every class j before k in the order, else 0
//! kept(j)   = max(first(j), minimum_j - lent_j, unmet_j) for j != k;  kept(k) = max(first(k), unmet_k)
//! room(k)   = max(0, units - sum of lent - sum of kept), at most cap_k - lent_k - first(k)
//! ```
//!
//! with `unmet` what is kept for single claims (`state::reserved`). It fits when there is room for all it asks and fewer than
//! `day_cap_k` units were granted today. Host nation support and the guards against a crowd take a part of what they ask by the room
//! alone: the day's cap does not bind them.
//!
//! At the start of each hour h (clock hours since tick 0, modulo 24) a stock gets `floor(daily * (h + 1) / 24) - floor(daily * h /
//! 24)`, up to the units of the country; of a held pool what civil contracts have counts as granted and the rest of them as refused.
//! They have, class by class in the order of the policy, `min(civil_k, cap_k, units - sum of lent - what classes before have)`;
//! minima and reservations take nothing from what they have.
//!
//! So standing civil contracts come before a military claim until the policy puts military transport first or caps them:
//! then they make way, and the ledger says so each hour. What is lent stays lent until it is given back. Must not choose who
//! comes first: the callers ask in the order of the policy.

use super::Ctx;
use crate::sim::{
    country::{Class, Country, Holder, NO_CAP, PerClass, Pool, PoolKind},
    event::{Binding, Claim},
    ids::{MovementId, PoolId},
    state::{PoolState, Return, Scope, State},
    time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
};

const HOURS_PER_DAY: u32 = TICKS_PER_DAY / TICKS_PER_HOUR;

/// Who asks for units.
#[derive(Clone, Copy, Debug)]
pub(in crate::sim) struct Claimant {
    /// In which class.
    pub class: Class,
    /// For one movement, train or demand.
    pub holder: Option<Holder>,
}

impl Claimant {
    /// A movement, in the class of the plan.
    pub fn movement(ctx: &Ctx, movement: MovementId) -> Self {
        let class = ctx.plan.movements[movement].class;
        Self { class, holder: Some(Holder::Movement(movement)) }
    }
}

impl From<Class> for Claimant {
    fn from(class: Class) -> Self {
        Self { class, holder: None }
    }
}

/// Units of a pool that a claim could get now.
pub(in crate::sim) fn room(country: &Country, state: &State, pool: PoolId, who: impl Into<Claimant>) -> u32 {
    let Claimant { class, holder } = who.into();
    let (row, info) = (&state.pools[pool], &country.pools[pool]);
    let (policy, civil) = (&row.policy, &info.civil);
    let first = |other: Class| u32::from(civil[other].min(policy.cap[other]));
    let minimum = |other: Class| u32::from(policy.minimum[other]).saturating_sub(row.lent[other]);
    let keeps = !policy.reserved.is_empty();
    let unmet = |other: Class| {
        if keeps { state.reserved.unmet(policy, (pool, scope(info)), other, holder) } else { 0 }
    };
    let mut kept = first(class).max(unmet(class));
    let mut before = true;
    for other in policy.order {
        if other == class {
            before = false;
        } else {
            let contracts = if before { first(other) } else { 0 };
            kept += contracts.max(minimum(other)).max(unmet(other));
        }
    }
    let lent: u32 = row.lent.0.iter().sum();
    let free = row.units.saturating_sub(lent).saturating_sub(kept);
    match policy.cap[class] {
        NO_CAP => free,
        cap => free.min(u32::from(cap).saturating_sub(row.lent[class] + first(class))),
    }
}

/// What the holder of a reservation has of a pool.
fn scope(pool: &Pool) -> Scope {
    if pool.kind == PoolKind::Stock { Scope::Taken } else { Scope::Lent }
}

/// Units that standing civil contracts have now, by class: what lending leaves, in the order of the policy.
pub(in crate::sim) fn civil_in_use(row: &PoolState, civil: &PerClass<u16>) -> PerClass<u32> {
    let lent: u32 = row.lent.0.iter().sum();
    let mut free = row.units.saturating_sub(lent);
    let mut used = PerClass::default();
    for class in row.policy.order {
        used[class] = u32::from(civil[class].min(row.policy.cap[class])).min(free);
        free -= used[class];
    }
    used
}

/// Units that are kept for a claim and that it does not have yet.
pub(in crate::sim) fn kept_for(ctx: &Ctx, state: &State, pool: PoolId, who: Claimant) -> u32 {
    let scope = scope(&ctx.country.pools[pool]);
    state.reserved.own(&state.pools[pool].policy, (pool, scope), who.holder)
}

/// Can a claim of a class get units of a pool now?
pub(in crate::sim) fn fits(
    ctx: &Ctx,
    state: &State,
    pool: PoolId,
    who: impl Into<Claimant>,
    units: u32,
) -> bool {
    let who = who.into();
    let day = state.pools[pool].policy.day_cap[who.class];
    let today = day == NO_CAP || state.granted[pool].today[who.class] < day;
    today && room(ctx.country, state, pool, who) >= units
}

/// The pool that units of a class would come from now: this one, or the one that backs it when its own policy lets it help;
/// this one again, as an error, when neither can.
pub(in crate::sim) fn source(
    ctx: &Ctx,
    state: &State,
    pool: PoolId,
    who: Claimant,
    units: u32,
) -> Result<PoolId, PoolId> {
    let backing = ctx.country.pools[pool].backed_by;
    let found = std::iter::once(pool).chain(backing);
    found.into_iter().find(|from| fits(ctx, state, *from, who, units)).ok_or(pool)
}

/// Hands out units, as many as asked and at most what there is: looked at with [`fits`] before.
pub(in crate::sim) fn take(
    ctx: &mut Ctx,
    state: &mut State,
    pool: PoolId,
    who: impl Into<Claimant>,
    units: u32,
) {
    let Claimant { class, holder } = who.into();
    let hour = state.tick.hour();
    let info = &ctx.country.pools[pool];
    if let Some(holder) = holder {
        state.reserved.add(pool, scope(info), holder, units);
    }
    let row = &mut state.pools[pool];
    if info.kind == PoolKind::Stock {
        row.units = row.units.saturating_sub(units);
        ctx.sink.used(pool, class, hour, units);
    } else {
        row.lent[class] += units;
    }
    state.granted[pool].count(class, units);
    ctx.sink.claim(pool, class, Claim::Granted(hour, units));
}

/// Counts units that a claim has for this hour, granted and used. For units that are given anew all the time.
pub(in crate::sim) fn count(ctx: &mut Ctx, state: &mut State, pool: PoolId, class: Class, units: u32) {
    if units == 0 {
        return;
    }
    let hour = state.tick.hour();
    state.granted[pool].count(class, units);
    ctx.sink.claim(pool, class, Claim::Granted(hour, units));
    ctx.sink.used(pool, class, hour, units);
}

/// Notes that a claim stands refused at the end of this hour.
pub(in crate::sim) fn refuse(ctx: &mut Ctx, state: &mut State, pool: PoolId, class: Class, units: u32) {
    state.pools[pool].refused[class] += units;
    ctx.sink.claim(pool, class, Claim::Refused(state.tick.hour(), units, Binding::Units(pool)));
}

/// Units come back at once.
pub(in crate::sim) fn give_back(state: &mut State, pool: PoolId, who: impl Into<Claimant>, units: u32) {
    let Claimant { class, holder } = who.into();
    let lent = &mut state.pools[pool].lent[class];
    *lent = lent.saturating_sub(units);
    if let Some(holder) = holder {
        state.reserved.give_back(pool, Scope::Lent, holder, units);
    }
}

/// Units come back at a known moment.
pub(in crate::sim) fn give_back_at(state: &mut State, row: Return) {
    let place = state.returns.partition_point(|other| *other <= row);
    state.returns.insert(place, row);
}

/// What comes back now, and at the turn of an hour what stocks bring in and what civil contracts used.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let back = state.returns.partition_point(|row| row.at <= state.tick);
    if back > 0 {
        let mut returns = std::mem::take(&mut state.returns);
        for row in returns.drain(..back) {
            let who = Claimant { class: row.class, holder: row.holder };
            give_back(state, row.pool, who, u32::from(row.units));
        }
        state.returns = returns;
    }
    if state.tick.starts_hour() {
        turn_hour(ctx, state, state.tick);
    }
}

fn turn_hour(ctx: &mut Ctx, state: &mut State, now: Tick) {
    let hour = now.hour();
    let mut kept = std::mem::take(&mut state.work.kept);
    if kept.is_empty() {
        let held = |info: &Pool| matches!(info.kind, PoolKind::Held | PoolKind::Stock);
        kept.extend(ctx.country.pools.iter().filter(|(_, info)| held(info)).map(|(pool, _)| pool));
    }
    for pool in kept.iter().copied() {
        let info = &ctx.country.pools[pool];
        match info.kind {
            PoolKind::Paths(_) | PoolKind::Handling | PoolKind::Crews => {}
            PoolKind::Stock => {
                // Spread over the day so that 24 hours bring exactly the daily amount.
                let part = hour % HOURS_PER_DAY;
                let daily = u64::from(info.daily);
                let share = |part: u32| daily * u64::from(part) / u64::from(HOURS_PER_DAY);
                let more = u32::try_from(share(part + 1) - share(part)).unwrap_or(u32::MAX);
                let row = &mut state.pools[pool];
                row.units = row.units.saturating_add(more).min(info.units.max(row.units));
            }
            PoolKind::Held => use_of_hour(ctx, state, pool, hour),
        }
    }
    state.work.kept = kept;
}

/// The ledger of a held pool for an hour that begins: what is lent, and what civil contracts get of what they have.
fn use_of_hour(ctx: &mut Ctx, state: &mut State, pool: PoolId, hour: u32) {
    let info = &ctx.country.pools[pool];
    let row = &mut state.pools[pool];
    let civil = civil_in_use(row, &info.civil);
    for class in Class::ALL {
        let used = row.lent[class] + civil[class];
        if used > 0 {
            ctx.sink.used(pool, class, hour, used);
        }
        let asked = u32::from(info.civil[class]);
        if asked == 0 {
            continue;
        }
        let missing = asked - civil[class];
        state.granted[pool].in_all[class] += civil[class];
        row.refused[class] += missing;
        if civil[class] > 0 {
            ctx.sink.claim(pool, class, Claim::Granted(hour, civil[class]));
        }
        if missing > 0 {
            ctx.sink.claim(pool, class, Claim::Refused(hour, missing, Binding::Units(pool)));
        }
    }
}
