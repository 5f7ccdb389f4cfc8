//! Ways out of a refusal: what else could be done, tried against the state as it is.
//!
//! Everything named here was tried: another moment or mode fits now, a unit is known to come back, a limit is one that a role
//! can lift. Costs are hours of delay: of a later path its wait, of another mode its longer travel, of a decision by somebody
//! else the time it usually takes. The view shows the two cheapest. Must not change anything; the words are in `text`.

use super::{
    country::{Class, Country, Limited},
    event::Binding,
    ids::{ConsignmentId, MovementId, NodeId, OdId, PoolId},
    plan::{Carrier, Plan},
    query,
    routes::Path,
    state::{ArrivalPhase, Consignment, State, What},
    systems::{booking, booking::Wish},
    time::{Span, Tick},
};

/// Something else that could be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayOut {
    /// A way is free at this moment.
    Later(Tick),
    /// By another mode there is room now.
    OtherMode(super::country::Mode),
    /// At this port there is a berth now.
    OtherPort(NodeId),
    /// Units of the pool are back at this moment.
    UnitsBack(PoolId, Tick),
    /// The owner of the pool can divide it otherwise on his own authority.
    AskOwner(PoolId),
    /// A role can lift this limit (by number) of the pool.
    Basis(PoolId, u16),
}

/// A way out with its cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Priced {
    /// Delay in ticks.
    pub delay: Span,
    /// What.
    pub way: WayOut,
}

/// The cheapest ways out for a transport that waits for a path, at most `most`.
pub fn of_transport(
    country: &Country,
    plan: &Plan,
    state: &State,
    claim: ConsignmentId,
    most: usize,
) -> Vec<Priced> {
    let Some(binding) = query::binding(country, plan, state, claim) else { return Vec::new() };
    let row = &state.consignments.rows[claim];
    let mut found: Vec<Priced> = Vec::new();
    found.extend(later(country, plan, state, row));
    found.extend(other_modes(country, plan, state, row));
    found.extend(decisions(country, state, row.class, binding));
    cheapest(found, most)
}

/// The cheapest ways out for a ship that waits for a berth or guards, at most `most`.
pub fn of_arrival(
    country: &Country,
    plan: &Plan,
    state: &State,
    movement: MovementId,
    arrival: usize,
    most: usize,
) -> Vec<Priced> {
    let Some(pool) = short_of(country, plan, state, movement, arrival) else { return Vec::new() };
    let info = &plan.movements[movement];
    let mut found: Vec<Priced> = back(state, pool).into_iter().collect();
    let here = state.movements[movement].order.ports.get(arrival).copied();
    let farther = |port: NodeId| {
        let seconds = |from: NodeId| {
            let to = info.destinations.first()?;
            let od = plan.routes.find(country.fleets[to.fleet].fit, from, to.to)?;
            plan.routes.ods[od].paths.first().map(|path| plan.routes.paths[*path].total_s)
        };
        let (other, own) = (seconds(port)?, seconds(here?)?);
        Some(Span(other.saturating_sub(own) / super::time::SECONDS_PER_TICK))
    };
    for port in info.choices.ports.iter().copied().filter(|port| Some(*port) != here) {
        let kind = info.arrivals.get(arrival).map(|ship| ship.berth);
        let berths = country.nodes[port].handling.zip(kind).and_then(|(handling, kind)| handling.quay(kind));
        let room = berths.is_some_and(|pool| query::room(country, state, pool, info.class) > 0);
        if let Some(delay) = farther(port).filter(|_| room) {
            found.push(Priced { delay, way: WayOut::OtherPort(port) });
        }
    }
    found.extend(decisions(country, state, info.class, Binding::Units(pool)));
    cheapest(found, most)
}

/// The cheapest ways out for a class that was refused by this, when no claim stands there any more: what comes back, and what
/// the owner or a role that can lift a limit could decide.
pub fn of_refusal(
    country: &Country,
    state: &State,
    class: Class,
    binding: Binding,
    most: usize,
) -> Vec<Priced> {
    cheapest(decisions(country, state, class, binding), most)
}

/// The pool that a ship waits for; none when it does not wait.
pub fn short_of(
    country: &Country,
    plan: &Plan,
    state: &State,
    movement: MovementId,
    arrival: usize,
) -> Option<PoolId> {
    let row = &state.movements[movement];
    let waits = row.arrivals.get(arrival)?.phase == ArrivalPhase::Waiting;
    let ship = plan.movements[movement].arrivals.get(arrival).filter(|ship| ship.by == Carrier::Ship)?;
    let port = *row.order.ports.get(arrival)?;
    let class = plan.movements[movement].class;
    let berths = country.nodes[port].handling.and_then(|handling| handling.quay(ship.berth));
    let guards = country.rules.guards;
    let needs = berths.map(|pool| (pool, 1)).into_iter();
    let mut needs = needs.chain(guards.map(|guards| (guards.pool, u32::from(guards.units))));
    let room = |pool: PoolId| query::room(country, state, pool, class);
    let helps = |pool: PoolId| country.pools[pool].backed_by.map_or(0, room);
    let short = needs.find(|(pool, units)| room(*pool).max(helps(*pool)) < *units);
    short.map(|(pool, _)| pool).filter(|_| waits)
}

fn cheapest(mut found: Vec<Priced>, most: usize) -> Vec<Priced> {
    found.sort_unstable();
    found.dedup();
    found.truncate(most);
    found
}

/// Ways of a transport that are open.
fn open_ways<'a>(plan: &'a Plan, state: &'a State, od: OdId) -> impl Iterator<Item = &'a Path> + 'a {
    let paths = plan.routes.ods[od].paths.iter().map(|path| &plan.routes.paths[*path]);
    paths.filter(|path| path.links().all(|link| state.network.capacity[link.edge()] > 0))
}

/// The next quarter in which one of its ways is free as things are booked now.
fn later(country: &Country, plan: &Plan, state: &State, row: &Consignment) -> Option<Priced> {
    let od = row.od?;
    let wish = Wish::of(country, plan, row);
    let next = state.tick.next().0..=state.tick.after(country.rules.way_out_within).0;
    let free = |tick: &Tick| {
        open_ways(plan, state, od)
            .any(|path| booking::fits_at(country, plan, state, path, wish, *tick).is_ok())
    };
    let at = next.map(Tick).find(free)?;
    Some(Priced { delay: at.since(state.tick), way: WayOut::Later(at) })
}

/// Other modes from the same place to the same destination with room now.
fn other_modes(country: &Country, plan: &Plan, state: &State, row: &Consignment) -> Vec<Priced> {
    let own = row.od.and_then(|od| open_ways(plan, state, od).next()).map_or(0, |path| path.total_s);
    let mut found = Vec::new();
    let mut offer = |mode, od: OdId, load: u16, convoy| {
        let wish = Wish { class: row.class, load, holder: row.what.holder(), dangerous: false, convoy };
        let fits = |path: &&Path| booking::fits_at(country, plan, state, path, wish, state.tick).is_ok();
        if mode != row.mode
            && let Some(path) = open_ways(plan, state, od).find(fits)
        {
            let delay = Span(path.total_s.saturating_sub(own) / super::time::SECONDS_PER_TICK);
            found.push(Priced { delay, way: WayOut::OtherMode(mode) });
        }
    };
    match row.what {
        What::Movement(movement, _) => {
            for to in &plan.movements[movement].destinations {
                let fleet = &country.fleets[to.fleet];
                let carries = fleet.pieces[row.kind] > 0;
                if let Some(od) = plan.routes.find(fleet.fit, row.at, row.to).filter(|_| carries) {
                    offer(fleet.mode, od, fleet.load, fleet.fit.convoy);
                }
            }
        }
        What::Freight(demand) => {
            if let Some((shift, od)) = plan.routes.shift_of_demand.get(demand).copied().flatten()
                && let Some(shift) = country.shifts.get(usize::from(shift))
            {
                offer(shift.to, od, row.load.saturating_mul(shift.slots), false);
            }
        }
        What::Special(_) => {}
    }
    found
}

/// What the owner of the binding pool, or a role that can lift one of its limits, could decide.
fn decisions(country: &Country, state: &State, class: Class, binding: Binding) -> Vec<Priced> {
    let Some(pool) = query::binding_pool(country, binding) else { return Vec::new() };
    let info = &country.pools[pool];
    let row = &state.pools[pool];
    let mut found: Vec<Priced> = Vec::new();
    if let Binding::Units(pool) = binding {
        found.extend(back(state, pool));
    }
    let wish = |what: Limited| match (binding, what) {
        (Binding::DayCap(_), Limited::DayCapAbove(of, _))
        | (Binding::KeptFree(..), Limited::MinimumAbove(of, _)) => of == class,
        (Binding::Slots(..) | Binding::Units(_) | Binding::Handling(_), Limited::Before(first, second)) => {
            first == class && row.policy.rank(second) < row.policy.rank(class)
        }
        _ => false,
    };
    if let Binding::Units(_) | Binding::Crowd(_) = binding {
        found.extend(help(country, state, class, pool));
    }
    let mut limited = false;
    for (number, limit) in (0_u16..).zip(&info.limits).filter(|(_, limit)| wish(limit.what)) {
        let lifted = row.lifted.get(usize::from(number)).and_then(|lifted| lifted.from);
        // A day cap may be raised up to its limit by the owner alone.
        let free =
            matches!(limit.what, Limited::DayCapAbove(_, grants) if row.policy.day_cap[class] < grants);
        if lifted.is_none() && !free {
            limited = true;
            found.push(Priced { delay: limit.delay, way: WayOut::Basis(pool, number) });
        }
    }
    let divisible = match binding {
        Binding::KeptFree(..) | Binding::Cap(..) | Binding::DayCap(_) => true,
        Binding::Slots(..) | Binding::Handling(_) | Binding::Units(_) => row.policy.rank(class) > 0,
        Binding::NoWay
        | Binding::QuayFull(_)
        | Binding::ConvoyHours(..)
        | Binding::Crowd(_)
        | Binding::Ceiling(_) => false,
    };
    if divisible && !limited {
        found.push(Priced { delay: country.rules.asking, way: WayOut::AskOwner(pool) });
    }
    found
}

/// The basis on which the pool that backs a short one may help.
fn help(country: &Country, state: &State, class: Class, short: PoolId) -> Option<Priced> {
    let pool = country.pools[short].backed_by?;
    let mut limits = (0_u16..).zip(&country.pools[pool].limits);
    // A crowd is kept off the track as life support, whatever the class of the train.
    let (number, limit) = limits.find(|(_, limit)| {
        matches!(limit.what, Limited::CapAbove(of, _) if of == class || of == Class::LifeSupport)
    })?;
    let lifted = state.pools[pool].lifted.get(usize::from(number)).and_then(|lifted| lifted.from);
    lifted.is_none().then_some(Priced { delay: limit.delay, way: WayOut::Basis(pool, number) })
}

/// When units of a held pool are known to come back first.
fn back(state: &State, pool: PoolId) -> Option<Priced> {
    let at = state.returns.iter().find(|row| row.pool == pool)?.at;
    Some(Priced { delay: at.since(state.tick), way: WayOut::UnitsBack(pool, at) })
}
