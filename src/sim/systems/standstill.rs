//! Ammunition trains that stand still: who is told and when, and what grows round one outside a safe siding.
//!
//! A train that comes to stand short of its destination raises an alarm; it ends when the train moves. Everybody on the list is
//! told once the time of the list has passed, when the region of the place can send its report (the managers of the network, who
//! see the train, at once). Outside a safe siding the safety distance is fixed by the load (fictitious) and
//! `people = 3 * people_km2 * distance_m^2 / 1000000` live within it, away from home until the train leaves: counted as unmet
//! need of weight one half. In each tick that is a whole number of hours after it came to stand, above none,
//!
//! ```text
//! publicity += ceil((1000 - publicity) * publicity_permille / 1000)
//! crowd     += crowd_per_hour * publicity / 1000, up to crowd_most
//! wanted     = ceil(crowd / crowd_per_guard)
//! ```
//!
//! Guards are asked as life support from the pool outside military objects, what is short from the pool that backs it. With
//! fewer than wanted there are people on the track and the train may not leave. Must not move trains: `dispatch` does.

use super::{Ctx, lending};
use crate::sim::{
    country::{Class, Need, SeatTable, Standstill},
    event::Event,
    ids::{ConsignmentId, NodeId, PoolId, RoleId},
    state::{Alarm, Phase, State},
    time::{TICKS_PER_HOUR, Tick},
};

/// The class in which public order is kept.
const ORDER: Class = Class::LifeSupport;
/// What a day away from home counts as.
const AWAY: Need = Need::Security;

/// A train came to stand.
pub(in crate::sim) fn begin(ctx: &mut Ctx, state: &mut State, train: ConsignmentId) {
    let row = &state.consignments.rows[train];
    let (serial, at, cause, units) = (row.serial, row.at, row.cause, row.units);
    let sheltered = row.phase == Phase::Sheltered;
    let rules = ctx.country.rules.standstill.as_ref();
    let distance_m = rules.filter(|_| !sheltered).map_or(0, |rules| distance(rules, units));
    let people = rules.map_or(0, |rules| people(rules, distance_m));
    let told = rules.map(|rules| rules.told.iter().map(|(role, _)| (*role, None)).collect());
    state.alarms.push(Alarm {
        serial,
        train,
        at,
        since: state.tick,
        sheltered,
        distance_m,
        people,
        told: told.unwrap_or_default(),
        publicity: 0,
        crowd: 0,
        crowd_most: 0,
        guards: Vec::new(),
        blocked: false,
        ended: None,
        cause,
    });
    if distance_m > 0 {
        ctx.tell(state.tick, Event::AmmunitionDanger { serial, at, distance_m, people }, cause);
    }
}

fn distance(rules: &Standstill, pieces: u16) -> u16 {
    let fitting = rules.distance_m.iter().find(|(most, _)| pieces <= *most);
    fitting.or(rules.distance_m.last()).map_or(0, |(_, distance)| *distance)
}

fn people(rules: &Standstill, distance_m: u16) -> u32 {
    let square = u64::from(distance_m) * u64::from(distance_m);
    u32::try_from(3 * u64::from(rules.people_km2) * square / 1_000_000).unwrap_or(u32::MAX)
}

/// One tick of every alarm, after paths were given out.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    for index in 0..state.alarms.len() {
        let Some(row) = state.alarms.get(index).filter(|row| row.ended.is_none()) else { continue };
        let train = &state.consignments.rows[row.train];
        let stands = train.serial == row.serial && matches!(train.phase, Phase::Stalled | Phase::Sheltered);
        if !stands {
            end(state, index);
            continue;
        }
        tell(ctx, state, index);
        let Some(row) = state.alarms.get(index).filter(|row| !row.sheltered) else { continue };
        state.totals.ammunition_stalled_ticks += 1;
        if let Some(region) = ctx.country.nodes[row.at].region {
            state.totals.unmet[region] += u64::from(row.people) * AWAY.tenths() * 1000;
        }
        if state.tick.since(row.since).0.is_multiple_of(TICKS_PER_HOUR) && state.tick > row.since {
            grow(ctx, state, index);
        }
    }
}

/// Tells those whose time has come, as far as word gets out of the region.
fn tell(ctx: &mut Ctx, state: &mut State, index: usize) {
    let Some(rules) = ctx.country.rules.standstill.as_ref() else { return };
    let Some(row) = state.alarms.get(index) else { return };
    let (serial, at, since, cause) = (row.serial, row.at, row.since, row.cause);
    if row.told.iter().all(|(_, knew)| knew.is_some()) {
        return;
    }
    let reports = reports(ctx, state, at);
    let now = state.tick;
    let mut news: Vec<RoleId> = Vec::new();
    if let Some(row) = state.alarms.get_mut(index) {
        for ((role, knew), (_, after)) in row.told.iter_mut().zip(&rules.told) {
            let sees = ctx.country.roles[*role].table == SeatTable::Infra;
            if knew.is_none() && now >= since.after(*after) && (reports || sees) {
                *knew = Some(now);
                news.push(*role);
            }
        }
    }
    for role in news {
        ctx.tell(now, Event::AmmunitionTold(serial, at, role), cause);
    }
}

/// True when word gets out of the region of a place.
fn reports(ctx: &Ctx, state: &State, at: NodeId) -> bool {
    let Some(region) = ctx.country.nodes[at].region else { return true };
    let rules = &ctx.country.rules;
    rules.report_by.iter().any(|process| state.processes.level(*process, region) >= rules.report_from)
}

/// An hour of publicity, people and guards.
fn grow(ctx: &mut Ctx, state: &mut State, index: usize) {
    let Some(rules) = ctx.country.rules.standstill.as_ref() else { return };
    let Some(row) = state.alarms.get_mut(index) else { return };
    let unheard = 1000_u32.saturating_sub(u32::from(row.publicity));
    let heard = (unheard * u32::from(rules.publicity_permille)).div_ceil(1000).min(unheard);
    row.publicity += u16::try_from(heard).unwrap_or(0);
    let come = u32::from(rules.crowd_per_hour) * u32::from(row.publicity) / 1000;
    row.crowd = (row.crowd + come).min(rules.crowd_most);
    row.crowd_most = row.crowd_most.max(row.crowd);
    let (serial, at, crowd, cause, was) = (row.serial, row.at, row.crowd, row.cause, row.blocked);
    let wanted = crowd.div_ceil(u32::from(rules.crowd_per_guard.max(1)));
    let there: u32 = row.guards.iter().map(|(_, units)| units).sum();
    let missing = ask(ctx, state, index, rules.guards, wanted.saturating_sub(there));
    if let Some(row) = state.alarms.get_mut(index) {
        row.blocked = missing > 0;
    }
    if missing > 0 {
        lending::refuse(ctx, state, rules.guards, ORDER, missing);
    } else if was {
        // The way is clear again for a train that could go.
        state.network.retry = true;
    }
    if missing > 0 && !was {
        ctx.tell(state.tick, Event::AmmunitionCrowd(serial, at, crowd), cause);
    }
}

/// Takes guards from the pool, and what is short from the one that backs it; gives what is missing.
fn ask(ctx: &mut Ctx, state: &mut State, index: usize, pool: PoolId, wanted: u32) -> u32 {
    let mut missing = wanted;
    for from in std::iter::once(pool).chain(ctx.country.pools[pool].backed_by) {
        let room = lending::room(ctx.country, state, from, ORDER).min(missing);
        if room == 0 || !lending::fits(ctx, state, from, ORDER, room) {
            continue;
        }
        lending::take(ctx, state, from, ORDER, room);
        missing -= room;
        if let Some(row) = state.alarms.get_mut(index) {
            row.guards.push((from, room));
        }
    }
    missing
}

/// The train moves: the crowd goes home and guards return.
fn end(state: &mut State, index: usize) {
    let now: Tick = state.tick;
    let Some(row) = state.alarms.get_mut(index) else { return };
    row.ended = Some(now);
    row.blocked = false;
    row.crowd = 0;
    for (pool, units) in std::mem::take(&mut row.guards) {
        lending::give_back(state, pool, ORDER, units);
    }
}
