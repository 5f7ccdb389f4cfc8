//! Military movements: ships berth and unload, pieces leave by train, convoy or barge, gather where they are told to, and
//! cross the border; special trains become ready.
//!
//! A ship needs a berth of its kind and guards before it unloads, all or nothing; guards come from their pool, or from the one that backs
//! it as far as that one's policy helps. They leave in the first tick in which, after all departures of the movement were
//! ordered, nothing of it stands, loads or waits at the place and no ship of it unloads there.
//!
//! A departure carries one kind of piece, as many as one set takes (on a low river the part that the water allows, rounded down,
//! at least one); a smaller one loads only when no more of the kind can come to the place. Places in order of the first arrival,
//! kinds in the order of the plan, at each the ways in order of destination. More can come to a place while any departure of the movement, of whatever
//! kind, is on its way there, also when the plan no longer gathers there. A departure takes a move a piece where there is handling, and waits at once
//! elsewhere. A way can load when its share is above 0, the network has a way from the place to its destination (to the staging area,
//! where there is one), its fleet carries the kind, fewer than `movement_ahead` of its departures load or wait there, and everything it takes is there: a set,
//! and what else the fleet needs, all or nothing. Of those the one with the largest
//! `share_permille * (sent + n) - 1000 * sent_by_it` loads, the first of equals, with `sent` the pieces that all ways together have
//! had from this place and `n` the pieces of this departure; pieces count as sent from when loading is ordered. After each
//! departure everything is looked at again from the start, until nothing can load.
//!
//! Among movements the policy of the pool of the first destination's fleet decides, then the one with the smaller part of its
//! pieces sent, in whole thousandths (progressive filling, which is max-min fair for equal claims: Bertsekas and Gallager, Data
//! Networks, 1992, section 6.5.2), then plan order. Of movements of the same place in that policy the sooner tier of the alliance goes first,
//! those without a tier last. A movement of which nothing can load waits for the first pool that is short,
//! in order of place, kind, way, and of set before needs; in the last tick of a clock hour that pool counts one refusal. Once a
//! movement waits for a pool, those behind it in that pool's order get nothing of it until something loads. A departure with a
//! lead time claims no path until that has passed since it was ordered: until then it is not looked at, and counts as new after.
//! Must not reserve paths: departures claim them like everybody else.

use super::{Ctx, aviation, economy, lending, lending::Claimant, transit};
use crate::sim::{
    cause::Cause,
    country::{Class, Fleet, Mode, PerKind, PieceKind, PoolKind, Tier},
    event::Event,
    ids::{MovementId, NodeId, OdId, PoolId},
    limits::{BerthKind, Fit},
    plan::Carrier,
    state::{ArrivalPhase, Job, Load, Phase, PortState, State, TrainState, What},
};

/// One tick of every movement and special train.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    for movement in ctx.plan.movements.ids() {
        if state.movements[movement].completed.is_none() {
            arrive(ctx, state, movement);
        }
    }
    depart(ctx, state);
    for movement in ctx.plan.movements.ids() {
        if state.movements[movement].completed.is_none() {
            look_at_date(ctx, state, movement);
        }
        dismiss_guards(ctx, state, movement);
    }
    ready_trains(ctx, state);
}

/// The place of a movement with this node, made when it is the first time.
pub(in crate::sim) fn port(state: &mut State, movement: MovementId, node: NodeId) -> &mut PortState {
    let row = &mut state.movements[movement];
    let known = row.ports.iter().position(|port| port.port == node);
    let index = known.unwrap_or_else(|| {
        row.ports.push(PortState {
            port: node,
            ashore: PerKind::default(),
            ahead: vec![0; row.sent.len()],
            sent: vec![0; row.sent.len()],
            inbound: 0,
            guards: 0,
            guards_from: None,
        });
        row.ports.len() - 1
    });
    &mut row.ports[index]
}

fn arrive(ctx: &mut Ctx, state: &mut State, movement: MovementId) {
    let plan = &ctx.plan.movements[movement];
    let last_tick = state.tick.next().starts_hour();
    for (index, arrival) in plan.arrivals.iter().enumerate() {
        let row = &state.movements[movement];
        let (Some(now), Some(at)) = (row.arrivals.get(index).copied(), row.order.ports.get(index).copied())
        else {
            continue;
        };
        if now.phase > ArrivalPhase::Waiting || now.arrives > state.tick {
            continue;
        }
        // The airfields bring citizens home.
        if arrival.by == Carrier::Air && economy::airfields_taken(ctx.country, state) {
            continue;
        }
        let Ok(number) = u16::try_from(index) else { continue };
        let at = if arrival.by == Carrier::Air {
            let Some(lands) = aviation::divert(ctx.country, ctx.plan, state, movement, at) else { continue };
            if lands != at {
                if let Some(port) = state.movements[movement].order.ports.get_mut(index) {
                    *port = lands;
                }
                ctx.tell(state.tick, Event::Diverted(movement, number, lands), Cause::Routine);
            }
            lands
        } else {
            at
        };
        let short = match arrival.by {
            Carrier::Ship => take_berth(ctx, state, movement, at, arrival.berth).err(),
            Carrier::Air | Carrier::Rail | Carrier::Road => None,
        };
        let Some(row) = state.movements[movement].arrivals.get_mut(index) else { continue };
        let Some(pool) = short else {
            row.phase = ArrivalPhase::Unloading;
            let pieces = row.aboard.sum();
            port(state, movement, at);
            ctx.tell(state.tick, Event::ShipBerthed(movement, number), now.cause);
            let handled = ctx.country.nodes[at].handling.is_some();
            if handled && matches!(arrival.by, Carrier::Ship | Carrier::Air) {
                let job = Job { load: Load::Ship(movement, number), class: plan.class, moves_left: pieces };
                state.terminals.push(at, job);
            } else {
                land(state, movement, number, at, pieces);
                empty(ctx, state, movement, number, at);
            }
            continue;
        };
        if row.phase == ArrivalPhase::Expected {
            row.phase = ArrivalPhase::Waiting;
            ctx.tell(state.tick, Event::ArrivalWaits(movement, number, pool), now.cause);
        }
        if last_tick {
            lending::refuse(ctx, state, pool, plan.class, 1);
        }
    }
}

/// A berth, and guards unless they stand there already: all or nothing. The pool that is short, otherwise.
fn take_berth(
    ctx: &mut Ctx,
    state: &mut State,
    movement: MovementId,
    at: NodeId,
    kind: BerthKind,
) -> Result<(), PoolId> {
    let who = Claimant::movement(ctx, movement);
    let berths = ctx.country.nodes[at].handling.and_then(|handling| handling.quay(kind));
    let guarded = state.movements[movement].ports.iter().any(|port| port.port == at && port.guards > 0);
    let guards = ctx.country.rules.guards.filter(|_| !guarded);
    if let Some(pool) = berths.filter(|pool| !lending::fits(ctx, state, *pool, who, 1)) {
        return Err(pool);
    }
    let from = match guards {
        Some(row) => Some(lending::source(ctx, state, row.pool, who, u32::from(row.units))?),
        None => None,
    };
    if let Some(pool) = berths {
        lending::take(ctx, state, pool, who, 1);
    }
    if let (Some(guards), Some(from)) = (guards, from) {
        lending::take(ctx, state, from, who, u32::from(guards.units));
        let port = port(state, movement, at);
        (port.guards, port.guards_from) = (guards.units, Some(from));
    }
    Ok(())
}

/// Pieces come off: in the order that movement control chose.
pub(in crate::sim) fn land(state: &mut State, movement: MovementId, arrival: u16, at: NodeId, pieces: u32) {
    let row = &mut state.movements[movement];
    let kinds = row.order.kinds;
    let Some(ship) = row.arrivals.get_mut(usize::from(arrival)) else { return };
    let mut left = pieces;
    let mut landed = PerKind::default();
    for kind in kinds {
        let count = ship.aboard[kind].min(left);
        ship.aboard[kind] -= count;
        landed[kind] = count;
        left -= count;
    }
    let port = port(state, movement, at);
    for kind in PieceKind::ALL {
        port.ashore[kind] += landed[kind];
    }
}

/// A ship or aircraft is empty: it leaves its berth.
pub(in crate::sim) fn empty(
    ctx: &mut Ctx,
    state: &mut State,
    movement: MovementId,
    arrival: u16,
    at: NodeId,
) {
    let plan = &ctx.plan.movements[movement];
    let ship = plan.arrivals.get(usize::from(arrival)).filter(|row| row.by == Carrier::Ship);
    let handling = ctx.country.nodes[at].handling;
    if let Some(pool) = ship.and_then(|ship| handling?.quay(ship.berth)) {
        lending::give_back(state, pool, Claimant::movement(ctx, movement), 1);
    }
    if let Some(row) = state.movements[movement].arrivals.get_mut(usize::from(arrival)) {
        row.phase = ArrivalPhase::Empty;
    }
    ctx.tell(state.tick, Event::ShipUnloaded(movement, arrival), Cause::Routine);
}

/// Guards leave a place where nothing of the movement is left or unloading.
fn dismiss_guards(ctx: &Ctx, state: &mut State, movement: MovementId) {
    let who = Claimant::movement(ctx, movement);
    for index in 0..state.movements[movement].ports.len() {
        let row = &mut state.movements[movement];
        let Some(port) = row.ports.get_mut(index) else { continue };
        if port.guards == 0 {
            continue;
        }
        let at = port.port;
        let busy = row.arrivals.iter().zip(&row.order.ports);
        let unloading = busy.into_iter().any(|(ship, to)| ship.phase == ArrivalPhase::Unloading && *to == at);
        if port.ashore.sum() == 0 && port.ahead.iter().all(|ahead| *ahead == 0) && !unloading {
            let units = u32::from(std::mem::take(&mut port.guards));
            if let Some(from) = port.guards_from.take() {
                lending::give_back(state, from, who, units);
            }
        }
    }
}

/// What came of trying to send something.
enum Sent {
    /// A departure loads.
    Yes,
    /// Everything there is waits for this pool.
    Short(PoolId),
    /// There is nothing to send.
    Nothing,
}

/// Place in the policy of the first fleet, tier, part that is sent, movement.
type Turn = (usize, usize, u64, MovementId);

/// Departures, one after the other until nothing more can go.
fn depart(ctx: &mut Ctx, state: &mut State) {
    let close = state.tick.next().starts_hour();
    let mut short = std::mem::take(&mut state.work.short);
    loop {
        short.clear();
        let mut done: Option<Turn> = None;
        let mut sent = false;
        while let Some(next) = next_in_order(ctx, state, done) {
            done = Some(next);
            match send(ctx, state, next.3, &short) {
                Sent::Yes => {
                    sent = true;
                    break;
                }
                Sent::Short(pool) => {
                    let class = ctx.plan.movements[next.3].class;
                    short.push((pool, state.pools[pool].policy.rank(class), class));
                }
                Sent::Nothing => {}
            }
        }
        if !sent {
            for (pool, _, class) in short.iter().filter(|_| close) {
                lending::refuse(ctx, state, *pool, *class, 1);
            }
            state.work.short = short;
            return;
        }
    }
}

/// The next movement with pieces on land, in the order of the policy of its first fleet, then of its tier and of the part that is sent.
fn next_in_order(ctx: &Ctx, state: &State, done: Option<Turn>) -> Option<Turn> {
    let waits = |movement: &MovementId| {
        let row = &state.movements[*movement];
        !row.order.on_hold && row.completed.is_none() && row.ports.iter().any(|port| port.ashore.sum() > 0)
    };
    let key = |movement: MovementId| {
        let (row, plan) = (&state.movements[movement], &ctx.plan.movements[movement]);
        let fleet = plan.destinations.first().map(|first| &ctx.country.fleets[first.fleet]);
        let rank = fleet.map_or(0, |fleet| state.pools[fleet.pool].policy.rank(plan.class));
        let sent: u64 = row.sent.iter().map(|sent| u64::from(*sent)).sum();
        let tier = plan.tier.map_or(Tier::COUNT, |tier| tier as usize);
        (rank, tier, sent * 1000 / u64::from(row.pieces.max(1)), movement)
    };
    let keys = ctx.plan.movements.ids().filter(waits).map(key);
    keys.filter(|key| done.is_none_or(|done| *key > done)).min()
}

/// A departure that could be loaded.
#[derive(Clone, Copy)]
struct Departure {
    row: u16,
    kind: PieceKind,
    pieces: u16,
    from: NodeId,
    to: NodeId,
    od: OdId,
}

fn send(ctx: &mut Ctx, state: &mut State, movement: MovementId, short: &[(PoolId, usize, Class)]) -> Sent {
    let mut waits_for = None;
    for index in 0..state.movements[movement].ports.len() {
        for kind in state.movements[movement].order.kinds {
            match next_departure(ctx, state, movement, index, kind, short) {
                Ok(Some(departure)) => {
                    load(ctx, state, movement, departure);
                    return Sent::Yes;
                }
                Ok(None) => {}
                Err(pool) => waits_for = waits_for.or(Some(pool)),
            }
        }
    }
    waits_for.map_or(Sent::Nothing, Sent::Short)
}

/// The way furthest behind its share that can leave with this kind from this place; the pool that keeps all of them.
fn next_departure(
    ctx: &Ctx,
    state: &State,
    movement: MovementId,
    index: usize,
    kind: PieceKind,
    short: &[(PoolId, usize, Class)],
) -> Result<Option<Departure>, PoolId> {
    let row = &state.movements[movement];
    let Some(port) = row.ports.get(index).filter(|port| port.ashore[kind] > 0) else { return Ok(None) };
    let plan = &ctx.plan.movements[movement];
    let most = u16::from(ctx.country.rules.movement_ahead);
    let sent: u32 = port.sent.iter().sum();
    let more = more_to_come(state, movement, port, kind);
    let mut best: Option<(i64, Departure)> = None;
    let mut waits_for = None;
    for (number, destination) in (0_u16..).zip(&plan.destinations) {
        let of = usize::from(number);
        let share = i64::from(row.order.shares_permille.get(of).copied().unwrap_or(0));
        let fleet = &ctx.country.fleets[destination.fleet];
        let room = port.ahead.get(of).is_some_and(|ahead| *ahead < most);
        if share == 0 || fleet.pieces[kind] == 0 || !room {
            continue;
        }
        let to = row.order.staging.filter(|staging| *staging != port.port).unwrap_or(destination.to);
        let Some(od) = way(ctx, fleet.fit, port.port, to) else { continue };
        // On a low river a barge takes the part of its load that the water allows, at least one piece.
        let load = state.network.ship_load(ctx.plan.routes.ods[od].gauge);
        let carries = (u32::from(fleet.pieces[kind]) * load / 1000).max(1);
        let pieces = carries.min(port.ashore[kind]);
        if pieces < carries && more {
            continue;
        }
        if let Some(pool) = missing(ctx, state, fleet, Claimant::movement(ctx, movement), short) {
            waits_for = waits_for.or(Some(pool));
            continue;
        }
        let already = i64::from(port.sent.get(of).copied().unwrap_or(0));
        let behind = share * i64::from(sent + pieces) - already * 1000;
        let Ok(pieces) = u16::try_from(pieces) else { continue };
        if best.as_ref().is_none_or(|(most, _)| behind > *most) {
            best = Some((behind, Departure { row: number, kind, pieces, from: port.port, to, od }));
        }
    }
    match (best, waits_for) {
        (Some((_, departure)), _) => Ok(Some(departure)),
        (None, Some(pool)) => Err(pool),
        (None, None) => Ok(None),
    }
}

/// True when more of a kind may still come to a place: from a ship, or on its way to a staging area.
fn more_to_come(state: &State, movement: MovementId, port: &PortState, kind: PieceKind) -> bool {
    let row = &state.movements[movement];
    let gathers = row.order.staging == Some(port.port);
    let mut ships = row.arrivals.iter().zip(&row.order.ports);
    let aboard = ships.any(|(ship, to)| ship.aboard[kind] > 0 && (gathers || *to == port.port));
    let elsewhere = || row.ports.iter().any(|other| other.port != port.port && other.ashore[kind] > 0);
    aboard || port.inbound > 0 || gathers && elsewhere()
}

fn way(ctx: &Ctx, fit: Fit, from: NodeId, to: NodeId) -> Option<OdId> {
    let found = ctx.plan.routes.find(fit, from, to)?;
    (!ctx.plan.routes.ods[found].paths.is_empty()).then_some(found)
}

/// The first pool that a departure of a fleet would wait for.
fn missing(
    ctx: &Ctx,
    state: &State,
    fleet: &Fleet,
    who: Claimant,
    short: &[(PoolId, usize, Class)],
) -> Option<PoolId> {
    let needs = fleet.needs.iter().map(|need| (need.pool, need.units));
    std::iter::once((fleet.pool, 1)).chain(needs).find_map(|(pool, units)| {
        let rank = state.pools[pool].policy.rank(who.class);
        let behind = short.iter().any(|(other, first, _)| *other == pool && *first < rank);
        let behind = behind && lending::kept_for(ctx, state, pool, who) < u32::from(units);
        (behind || !lending::fits(ctx, state, pool, who, u32::from(units))).then_some(pool)
    })
}

fn load(ctx: &mut Ctx, state: &mut State, movement: MovementId, departure: Departure) {
    let plan = &ctx.plan.movements[movement];
    let Departure { row, kind, pieces, from, to, od } = departure;
    let Some(destination) = plan.destinations.get(usize::from(row)) else { return };
    let fleet = &ctx.country.fleets[destination.fleet];
    let who = Claimant::movement(ctx, movement);
    lending::take(ctx, state, fleet.pool, who, 1);
    for need in &fleet.needs {
        lending::take(ctx, state, need.pool, who, u32::from(need.units));
    }
    let progress = &mut state.movements[movement];
    let (class, cause) = (progress.class, progress.cause);
    let count = u32::from(pieces);
    if to == destination.to
        && let Some(sent) = progress.sent.get_mut(usize::from(row))
    {
        *sent += count;
    }
    if let Some(port) = progress.ports.iter_mut().find(|port| port.port == from) {
        port.ashore[kind] -= count;
        if let Some(ahead) = port.ahead.get_mut(usize::from(row)) {
            *ahead += 1;
        }
        if let Some(sent) = port.sent.get_mut(usize::from(row)) {
            *sent += count;
        }
    }
    if to != destination.to {
        port(state, movement, to).inbound += 1;
    }
    let handled = ctx.country.nodes[from].handling.is_some();
    let consignment = transit::create(
        state,
        transit::New {
            what: What::Movement(movement, row),
            mode: fleet.mode,
            class,
            load: fleet.load,
            units: pieces,
            kind,
            from,
            to,
            od: Some(od),
            phase: if handled { Phase::Loading } else { Phase::Waiting },
        },
    );
    state.consignments.rows[consignment].cause = cause;
    if handled {
        let job = Job { load: Load::Consignment(consignment), class: plan.class, moves_left: count };
        state.terminals.push(from, job);
    } else {
        state.consignments.waiting.push(consignment);
    }
}

/// A departure is on its way: it makes room at its place, and says when what it took comes back.
pub(in crate::sim) fn left(ctx: &Ctx, state: &mut State, movement: MovementId, row: u16, from: NodeId) {
    let ahead = state.movements[movement].ports.iter_mut().find(|port| port.port == from);
    if let Some(ahead) = ahead.and_then(|port| port.ahead.get_mut(usize::from(row))) {
        *ahead = ahead.saturating_sub(1);
    }
    let plan = &ctx.plan.movements[movement];
    let Some(destination) = plan.destinations.get(usize::from(row)) else { return };
    let fleet = &ctx.country.fleets[destination.fleet];
    let set = [(fleet.pool, 1, fleet.cycle)];
    let who = Claimant::movement(ctx, movement);
    transit::send_back(state, who, set);
    let held = fleet.needs.iter().filter(|need| ctx.country.pools[need.pool].kind == PoolKind::Held);
    transit::send_back(state, who, held.map(|need| (need.pool, need.units, need.back)));
}

fn look_at_date(ctx: &mut Ctx, state: &mut State, movement: MovementId) {
    let now = state.tick;
    let row = &mut state.movements[movement];
    if !row.late && now > ctx.plan.movements[movement].due && row.delivered < row.pieces {
        row.late = true;
        let missing = row.pieces - row.delivered;
        ctx.tell(now, Event::MovementLate(movement, missing), Cause::Routine);
    }
}

fn ready_trains(ctx: &mut Ctx, state: &mut State) {
    for (index, train) in ctx.plan.trains.iter().enumerate() {
        let ready = state.trains.get(index) == Some(&TrainState::Planned) && train.ready <= state.tick;
        let Ok(number) = u16::try_from(index) else { continue };
        if ready {
            let od = ctx.plan.routes.find(train.fit(), train.from, train.to);
            let consignment = transit::create(
                state,
                transit::New {
                    what: What::Special(number),
                    mode: Mode::Rail,
                    class: train.class,
                    load: 1,
                    units: train.pieces,
                    kind: if train.ammunition { PieceKind::Ammunition } else { PieceKind::Container },
                    from: train.from,
                    to: train.to,
                    od,
                    phase: Phase::Waiting,
                },
            );
            state.consignments.waiting.push(consignment);
            if let Some(row) = state.trains.get_mut(index) {
                *row = TrainState::Running(consignment);
            }
        }
    }
}

/// Ticks in which a departure may not leave yet because its permits are under way.
pub(in crate::sim) fn may_leave(
    ctx: &Ctx,
    state: &State,
    movement: MovementId,
    row: u16,
    since: u32,
) -> bool {
    let plan = &ctx.plan.movements[movement];
    let lead = plan.destinations.get(usize::from(row)).map_or(0, |to| ctx.country.fleets[to.fleet].lead.0);
    state.tick.0 >= since + lead
}
