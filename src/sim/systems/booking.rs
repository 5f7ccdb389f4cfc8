//! Books slots: one way at a time, all of its links or none.
//!
//! A claim of class k with load l fits a link in the window of its entry hour when
//! `booked + l + sum over classes j of max(minimum_j - booked_j for j other than k, unmet_j, 0) <= capacity` and `booked_k + l <=
//! cap_k`, with the policy of the link's pool and what it keeps for single claims (`unmet`: `state::reserved`); and fits a pool when fewer than `day_cap_k` grants were given today. Links without a pool only
//! have their capacity. The entry hour is that of the departure plus the travel times of the links before,
//! `floor((900 * departs + entry_s) / 3600)`; its window of w hours begins at `hour - hour % w`. A grant counts in a pool once for
//! every run of links of that pool on the way: twice, for the day's cap too, when the way leaves the pool and comes back. A
//! convoy enters a link with convoy hours only in those hours of the day, by the hour of the day in which the clock hour of its entry
//! begins. A train with dangerous goods passes a stretch with a ceiling only
//! when fewer than that many have been given a way over it since midnight, both directions together. The day's cap and the ceiling
//! bind departures of the present calendar day only.
//!
//! What binds is the first that fails, link by link in driving order and on each link in this order: the window lies in the
//! horizon (else no way), capacity, convoy hours, ceiling, cap, what is kept free for others, and on the first link of a run of
//! links of one pool its day's cap. Must not choose who comes first: `dispatch` does.

use super::Ctx;
use crate::sim::{
    country::{Class, Country, Holder, Mode, NO_CAP, PerClass, Policy},
    event::Binding,
    ids::{DenseId, PathId, PoolId},
    plan::Plan,
    query,
    routes::{Path, Step},
    services::{Section, Service, Slot},
    state::{
        BOOKABLE_S, Consignment, HORIZON_HOURS, Network, Scope, State, WINDOW_HOURS_MAX, What, entering_row,
    },
    time::{TICKS_PER_HOUR, Tick},
};

/// The clock hour in which a link is entered.
#[inline]
pub(in crate::sim) fn entry_hour(departs: Tick, step: &Step) -> u32 {
    (departs.0 + u32::from(step.entry_ticks)) / TICKS_PER_HOUR
}

/// Row of the bookings of a step of a way.
#[inline]
pub(in crate::sim) fn window(state: &State, step: &Step, departs: Tick) -> usize {
    state.network.row(step.link, step.window_hours, entry_hour(departs, step))
}

/// Rows of the bookings of a way, step by step.
pub(in crate::sim) fn windows<'a>(
    state: &'a State,
    path: &'a Path,
    departs: Tick,
) -> impl Iterator<Item = usize> + 'a {
    path.steps.iter().map(move |step| window(state, step, departs))
}

/// What a claim asks of every link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sim) struct Wish {
    pub class: Class,
    pub load: u16,
    /// For whom.
    pub holder: Holder,
    /// Counts against the ceilings for dangerous goods.
    pub dangerous: bool,
    /// Keeps to the hours for convoys.
    pub convoy: bool,
}

impl Wish {
    /// What a consignment asks.
    pub(in crate::sim) fn of(country: &Country, plan: &Plan, row: &Consignment) -> Self {
        let (dangerous, convoy) = match row.what {
            // As `query::fit` has it, for nearly every claim.
            What::Freight(demand) => {
                let fit = &country.demands[demand].fit;
                (fit.dangerous, fit.convoy)
            }
            what @ (What::Movement(..) | What::Special(_)) => {
                query::fit(country, plan, what).map_or((false, false), |fit| (fit.dangerous, fit.convoy))
            }
        };
        Self {
            class: row.class,
            load: row.load,
            holder: row.what.holder(),
            dangerous: dangerous && row.mode == Mode::Rail,
            convoy: convoy && row.mode == Mode::Road,
        }
    }

    fn is_special(self) -> bool {
        self.dangerous || self.convoy
    }
}

/// Does the whole way fit, leaving at a moment that is not before now? The first link that binds, otherwise.
pub(in crate::sim) fn fits_at(
    country: &Country,
    plan: &Plan,
    state: &State,
    path: &Path,
    wish: Wish,
    departs: Tick,
) -> Result<(), Binding> {
    let network = &state.network;
    let Wish { class, load, .. } = wish;
    let beyond = state.tick.hour() + HORIZON_HOURS - WINDOW_HOURS_MAX;
    let today = plan.start.day_and_quarter(departs).0 == plan.start.day_and_quarter(state.tick).0;
    for (pool, _, steps) in path.by_pool() {
        let pool = pool.map(|pool| (pool, &state.pools[pool]));
        for (place, step) in steps.iter().enumerate() {
            let hour = entry_hour(departs, step);
            if hour >= beyond {
                return Err(Binding::NoWay);
            }
            let row = network.row(step.link, step.window_hours, hour);
            let (taken, booked) = (network.booked.taken(row), network.booked.classes(row));
            let capacity = u32::from(network.capacity[step.link.edge()]);
            let wanted = u32::from(taken) + u32::from(load);
            if wanted > capacity {
                return Err(Binding::Slots(step.link, hour));
            }
            if wish.is_special() {
                admitted(country, plan, state, step, wish, hour, today)?;
            }
            let Some((pool, division)) = pool else { continue };
            let Policy { cap, day_cap, .. } = &division.policy;
            if cap[class] != NO_CAP && booked[class] + load > cap[class] {
                return Err(Binding::Cap(step.link, hour));
            }
            let kept = kept_free(state, pool, (row, &booked), wish);
            if wanted + kept > capacity {
                return Err(Binding::KeptFree(step.link, hour));
            }
            let full = day_cap[class] != NO_CAP && state.granted[pool].today[class] >= day_cap[class];
            if place == 0 && today && full {
                return Err(Binding::DayCap(pool));
            }
        }
    }
    Ok(())
}

/// Convoy hours and ceilings for dangerous goods on one link.
fn admitted(
    country: &Country,
    plan: &Plan,
    state: &State,
    step: &Step,
    wish: Wish,
    hour: u32,
    today: bool,
) -> Result<(), Binding> {
    let edge = step.link.edge();
    let limits = &country.edges[edge].limits;
    if let Some(hours) = limits.convoy_hours.filter(|_| wish.convoy) {
        let quarter = plan.start.day_and_quarter(Tick(hour * TICKS_PER_HOUR)).1;
        if !u8::try_from(quarter / TICKS_PER_HOUR).is_ok_and(|of_day| hours.open(of_day)) {
            return Err(Binding::ConvoyHours(step.link, hour));
        }
    }
    match limits.dangerous_per_day {
        Some(most) if wish.dangerous && today && state.network.dangerous[edge] >= most => {
            Err(Binding::Ceiling(step.link))
        }
        Some(_) | None => Ok(()),
    }
}

/// What came of booking a way of which nothing but room may be asked.
enum Tried {
    Booked,
    /// Everything else is free: the link with this number on the way is full.
    Full(usize),
    /// Something else is asked: it must be looked at link by link.
    Asked,
}

/// Books every link of a way and counts the grant if there is room on all of them and no pool asks more of the class: nearly
/// always so, and much sooner done than link by link with everything that may bind. The innermost loops of the layer: times and
/// rows are small numbers, and what is booked fits a capacity, which is a `u16`, so nothing in them can overflow.
///
/// Apart from those who ask for it, so that registers are left for its loops.
#[inline(never)]
fn book_free(state: &mut State, slots: &[Slot], sections: &[Section], class: Class, load: u16) -> Tried {
    let departs = state.tick;
    let Network { capacity, booked, brief, .. } = &mut state.network;
    if !sections.iter().all(|section| brief[section.pool].unbound(class)) {
        return Tried::Asked;
    }
    let capacity = capacity.rows();
    let links = capacity.len() * 2;
    let taken = booked.taken_mut();
    let mut left = slots;
    while let [slot, after @ ..] = left {
        let room = taken.get_mut(row(links, departs, slot)).zip(capacity.get(slot.link.edge().index()));
        match room {
            Some((taken, capacity)) if u32::from(*taken) + u32::from(load) <= u32::from(*capacity) => {
                *taken = taken.wrapping_add(load);
            }
            Some(_) | None => {
                let before = slots.len() - left.len();
                add(taken, links, slots.iter().take(before), departs, load.wrapping_neg());
                return Tried::Full(before);
            }
        }
        left = after;
    }
    if let Some(booked) = booked.of_class_mut(class, departs.hour()) {
        add(booked, links, slots, departs, load);
    }
    count(state, sections, class);
    Tried::Booked
}

/// Adds slots on every link of a way; to take them back, the number that makes nothing of them when both are added.
#[inline]
fn add<'a>(
    column: &mut [u16],
    links: usize,
    slots: impl IntoIterator<Item = &'a Slot>,
    departs: Tick,
    load: u16,
) {
    for slot in slots {
        if let Some(booked) = column.get_mut(row(links, departs, slot)) {
            *booked = booked.wrapping_add(load);
        }
    }
}

/// The same as [`Network::row`].
#[inline]
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the innermost loop reads it part by part where it stands"
)]
fn row(links: usize, departs: Tick, slot: &Slot) -> usize {
    let hour = departs.0.wrapping_add(u32::from(slot.entry_ticks)) / TICKS_PER_HOUR;
    let start = (hour & u32::from(slot.window)) as usize;
    start.wrapping_mul(links).wrapping_add(slot.link.index())
}

/// Slots of a window that have to stay free for others.
fn kept_free(state: &State, pool: PoolId, (row, booked): (usize, &PerClass<u16>), wish: Wish) -> u32 {
    let policy = &state.pools[pool].policy;
    // Nearly every pool.
    if policy.reserved.is_empty() && policy.minimum == PerClass::default() {
        return 0;
    }
    let kept = |other: Class| {
        let minimum =
            if other == wish.class { 0 } else { policy.minimum[other].saturating_sub(booked[other]) };
        let unmet = state.reserved.unmet(policy, (pool, scope(row)), other, Some(wish.holder));
        u32::from(minimum).max(unmet)
    };
    Class::ALL.into_iter().map(kept).sum()
}

/// A window, for those who have a reservation in it.
pub(in crate::sim) fn scope(row: usize) -> Scope {
    Scope::Window(u32::try_from(row).unwrap_or(u32::MAX))
}

/// Notes what the holder of a reservation booked.
fn note_reserved(state: &mut State, path: &Path, wish: Wish) {
    let now = state.tick;
    for (pool, _, steps) in path.by_pool() {
        let Some(pool) = pool else { continue };
        if !state.pools[pool].policy.reserved.iter().any(|row| row.holder == wish.holder) {
            continue;
        }
        for step in steps {
            let window = scope(window(state, step, now));
            state.reserved.add(pool, window, wish.holder, u32::from(wish.load));
        }
    }
}

/// Books a way if it fits, leaving now, and counts the grant in every pool it passes.
pub(in crate::sim) fn book(
    ctx: &Ctx,
    state: &mut State,
    (id, path): (PathId, &Path),
    wish: Wish,
) -> Result<(), Binding> {
    let now = state.tick;
    let Wish { class, load, .. } = wish;
    let services = &ctx.plan.services;
    let found;
    let (slots, sections) = if let Some((way, _)) = services.way(id) {
        (services.slots(way), services.sections(way))
    } else {
        found = (path.slots().collect::<Vec<_>>(), path.sections().collect::<Vec<_>>());
        (found.0.as_slice(), found.1.as_slice())
    };
    let at_once = !wish.is_special() && path.total_s < BOOKABLE_S;
    let tried = if at_once { book_free(state, slots, sections, class, load) } else { Tried::Asked };
    match tried {
        Tried::Booked => return Ok(()),
        Tried::Full(place) => {
            if let Some(full) = path.steps.get(place) {
                return Err(Binding::Slots(full.link, entry_hour(now, full)));
            }
        }
        Tried::Asked => {}
    }
    fits_at(ctx.country, ctx.plan, state, path, wish, now)?;
    let (booked, links) = (&mut state.network.booked, ctx.country.link_count());
    add(booked.taken_mut(), links, slots, now, load);
    if let Some(booked) = booked.of_class_mut(class, now.hour()) {
        add(booked, links, slots, now, load);
    }
    note_reserved(state, path, wish);
    count(state, sections, class);
    if wish.dangerous {
        for link in path.links() {
            state.network.dangerous[link.edge()] += 1;
        }
    }
    Ok(())
}

/// Books the way of a service leaving now when no policy asks more of its class than room and there is room on all of its links.
#[inline]
pub(in crate::sim) fn book_at_once(ctx: &Ctx, state: &mut State, service: &Service) -> bool {
    let services = &ctx.plan.services;
    let (slots, sections) = (services.slots(service.way), services.sections(service.way));
    matches!(book_free(state, slots, sections, service.class, service.load), Tried::Booked)
}

/// Counts a grant in every pool of a way that leaves now.
#[inline]
fn count(state: &mut State, sections: &[Section], class: Class) {
    let now = state.tick;
    let pools = state.pools.len();
    let entering = state.network.entering[class].as_mut_slice();
    for Section { pool, entry_ticks } in sections {
        state.granted[*pool].count(class, 1);
        let hour = now.0.wrapping_add(u32::from(*entry_ticks)) / TICKS_PER_HOUR;
        if let Some(entering) = entering.get_mut(entering_row(pools, *pool, hour)) {
            *entering = entering.saturating_add(1);
        }
    }
}

/// Takes a booking of this tick back as if it had never been.
pub(in crate::sim) fn unbook(state: &mut State, path: &Path, wish: Wish) {
    let class = wish.class;
    if wish.dangerous {
        for link in path.links() {
            let count = &mut state.network.dangerous[link.edge()];
            *count = count.saturating_sub(1);
        }
    }
    give_back(state, path, state.tick, 0, wish);
    for (pool, ..) in path.by_pool() {
        let Some(pool) = pool else { continue };
        let row = &mut state.granted[pool];
        row.today[class] = row.today[class].saturating_sub(1);
        row.in_all[class] = row.in_all[class].saturating_sub(1);
    }
}

/// Gives back the slots of a way from step number `first` on, as far as their hour has not passed.
pub(in crate::sim) fn give_back(state: &mut State, path: &Path, departed: Tick, first: usize, wish: Wish) {
    let Wish { class, load, holder, .. } = wish;
    let this_hour = state.tick.hour();
    for (pool, start, steps) in path.by_pool() {
        for (step, place) in steps.iter().zip(start..).skip(first.saturating_sub(start)) {
            let hour = entry_hour(departed, step);
            if hour < this_hour {
                continue;
            }
            let row = state.network.row(step.link, step.window_hours, hour);
            state.network.booked.give_back(row, class, load);
            if let Some(pool) = pool {
                state.reserved.give_back(pool, scope(row), holder, u32::from(load));
            }
            if let Some(pool) = pool.filter(|_| place == start) {
                let row = entering_row(state.pools.len(), pool, hour);
                if let Some(entering) = state.network.entering[class].get_mut(row) {
                    *entering = entering.saturating_sub(1);
                }
            }
        }
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
