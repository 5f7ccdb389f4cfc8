//! Consignments on their way: creation, departure, arrival, stopping before a closed edge, safe sidings.
//!
//! A consignment never moves step by step: its way and departure say where it is, and a wheel of arrivals says when it gets
//! to the end. Must not choose ways or who goes first: `dispatch` does.
//!
//! What leaves arrives `ceil(total_s / 900)` ticks later, at least one. Civil delay is counted in ticks when a transport of a class
//! that is not military leaves, or freight of any class is given up: since it was created, or since it came to stand on its way.
//!
//! A closed edge shortens the way of what would still enter it (`entry_s >= 900 * ticks since departure`) to the place before it;
//! it stands still there from `departed + ceil(entry_s / 900)`, not before the next tick, and gives back what it booked from there
//! on. What stands still waits for a path like any claim. An ammunition train that comes to stand outside a safe siding goes on in
//! the same tick to the nearest one over open rail, by travel time and then by its links, if that is within `haven_within_s`:
//! without slots, and it does not count as arrived. Its escort is taken when it leaves its origin and is back that long after.

use super::{Ctx, booking, lending, lending::Claimant, movements, standstill, supply};
use crate::sim::{
    cause::Cause,
    country::{Class, FleetNeed, Mode, NodeKind, PieceKind, PoolKind},
    event::Event,
    ids::{ConsignmentId, DenseId, EdgeId, NodeId, OdId, PathId, PoolId, Table},
    query,
    routes::{Path, Search},
    services::Service,
    state::{Consignment, Consignments, Phase, Queued, Return, State, TrainState, WHEEL_SLOTS, What},
    time::{SECONDS_PER_TICK, Span, Tick},
};

/// What a new consignment is made of.
#[derive(Clone, Copy)]
pub(in crate::sim) struct New {
    pub what: What,
    pub mode: Mode,
    pub class: Class,
    pub load: u16,
    pub units: u16,
    pub kind: PieceKind,
    pub from: NodeId,
    pub to: NodeId,
    pub od: Option<OdId>,
    pub phase: Phase,
}

/// Creates a consignment and gives it a number. The caller adds one that waits to the claims.
#[expect(clippy::inline_always, reason = "otherwise the row is written three times over for every departure")]
#[inline(always)]
pub(in crate::sim) fn create(state: &mut State, new: New) -> ConsignmentId {
    let now = state.tick;
    let row = Consignment {
        serial: state.consignments.next_serial,
        what: new.what,
        mode: new.mode,
        class: new.class,
        load: new.load,
        units: new.units,
        kind: new.kind,
        at: new.from,
        to: new.to,
        od: new.od,
        path: None,
        ends: new.to,
        phase: new.phase,
        since: now,
        departed: now,
        arrives: now,
        created: now,
        version: u32::MAX,
        asked: false,
        diesel: false,
        cause: Cause::Routine,
    };
    state.consignments.next_serial += 1;
    if let Some(free) = state.consignments.free.pop() {
        state.consignments.rows[free] = row;
        free
    } else {
        state.consignments.queued.push(Queued::default());
        state.consignments.rows.push(row)
    }
}

/// Takes a consignment out of the world and frees its slot. It must not be in the wheel.
pub(in crate::sim) fn remove(state: &mut State, consignment: ConsignmentId) {
    state.consignments.rows[consignment].phase = Phase::Gone;
    state.consignments.free.push(consignment);
}

/// Lets a waiting consignment leave on a way whose slots are booked. The caller takes it off the list of claims.
pub(in crate::sim) fn depart(
    ctx: &mut Ctx,
    state: &mut State,
    consignment: ConsignmentId,
    path_id: PathId,
    total_s: u32,
) {
    let now = state.tick;
    let row = &mut state.consignments.rows[consignment];
    let waited = now.since(row.since).0;
    let again = !matches!(row.phase, Phase::Waiting | Phase::Loading);
    row.phase = Phase::Moving;
    row.path = Some(path_id);
    row.ends = row.to;
    row.since = now;
    row.departed = now;
    row.arrives = now.after(Span(total_s.div_ceil(SECONDS_PER_TICK).max(1)));
    push_arrival(state, consignment);
    let row = &state.consignments.rows[consignment];
    if !row.class.is_military() {
        state.totals.civil_delay_ticks += u64::from(waited);
    }
    // Nearly every departure, of which nobody is told.
    if !again && matches!(row.what, What::Freight(_)) {
        return;
    }
    let (what, serial, at, class, cause) = (row.what, row.serial, row.at, row.class, row.cause);
    if again {
        ctx.tell(now, Event::Rerouted(serial, what, at), cause);
        return;
    }
    match what {
        What::Freight(_) => {}
        What::Movement(movement, row) => movements::left(ctx, state, movement, row, at),
        What::Special(_) => send_back_escort(ctx, state, what, class),
    }
    ctx.tell(now, Event::Departed(serial, what, at), cause);
}

/// Lets freight leave that waited at its origin and asks nothing but slots: [`depart`] in short.
#[inline]
pub(in crate::sim) fn depart_at_once(
    state: &mut State,
    consignment: ConsignmentId,
    path: PathId,
    service: &Service,
) {
    let now = state.tick;
    let row = &mut state.consignments.rows[consignment];
    if !service.class.is_military() {
        state.totals.civil_delay_ticks += u64::from(now.since(row.since).0);
    }
    row.phase = Phase::Moving;
    row.path = Some(path);
    row.since = now;
    row.departed = now;
    row.arrives = now.after(Span(service.ticks));
    row.diesel = false;
    push_arrival(state, consignment);
}

/// What an ammunition train took is back after its time.
fn send_back_escort(ctx: &Ctx, state: &mut State, what: What, class: Class) {
    let needs = escort(ctx, what).iter().filter(|need| ctx.country.pools[need.pool].kind == PoolKind::Held);
    let who = Claimant { class, holder: Some(what.holder()) };
    send_back(state, who, needs.map(|need| (need.pool, need.units, need.back)));
}

/// What a special train takes when it leaves: an ammunition train its escort, others nothing.
pub(in crate::sim) fn escort<'a>(ctx: &Ctx<'a>, what: What) -> &'a [FleetNeed] {
    let What::Special(train) = what else { return &[] };
    let ammunition = ctx.plan.trains.get(usize::from(train)).is_some_and(|train| train.ammunition);
    if ammunition { &ctx.country.rules.escort } else { &[] }
}

/// Notes when lent units come back, counted from now.
pub(in crate::sim) fn send_back(
    state: &mut State,
    who: Claimant,
    units: impl IntoIterator<Item = (PoolId, u16, Span)>,
) {
    for (pool, units, after) in units {
        let at = state.tick.after(after);
        lending::give_back_at(state, Return { at, pool, class: who.class, units, holder: who.holder });
    }
}

fn slot_of(tick: Tick) -> usize {
    tick.0 as usize % WHEEL_SLOTS
}

#[inline]
fn push_arrival(state: &mut State, consignment: ConsignmentId) {
    let Consignments { rows, wheel, queued, .. } = &mut state.consignments;
    let row = &rows[consignment];
    if let Some(head) = wheel.get_mut(slot_of(row.arrives)) {
        queued[consignment] = Queued { serial: row.serial, next: head.replace(consignment) };
    }
}

fn take_arrival(state: &mut State, consignment: ConsignmentId) {
    let Consignments { rows, wheel, queued, .. } = &mut state.consignments;
    let after = queued[consignment].next.take();
    let Some(head) = wheel.get_mut(slot_of(rows[consignment].arrives)) else { return };
    if *head == Some(consignment) {
        *head = after;
        return;
    }
    let mut at = *head;
    while let Some(before) = at {
        let before = &mut queued[before];
        if before.next == Some(consignment) {
            before.next = after;
            return;
        }
        at = before.next;
    }
}

/// Arrivals of this tick, in order of serial.
#[inline(never)]
pub(in crate::sim) fn arrive(ctx: &mut Ctx, state: &mut State) {
    let slot = slot_of(state.tick);
    let mut at = state.consignments.wheel.get_mut(slot).and_then(Option::take);
    if at.is_none() {
        return;
    }
    let mut arrived = std::mem::take(&mut state.work.arrived);
    while let Some(consignment) = at {
        let row = &mut state.consignments.queued[consignment];
        arrived.push(u64::from(row.serial) << 32 | u64::from(consignment.0));
        at = row.next.take();
    }
    // The last that left stands first; nearly always it is also the last that was created.
    arrived.reverse();
    insertion_sort(&mut arrived);
    for key in arrived.drain(..) {
        let consignment = ConsignmentId::from_index((key & 0xffff_ffff) as usize);
        let row = &mut state.consignments.rows[consignment];
        row.at = row.ends;
        if row.at == row.to {
            deliver(ctx, state, consignment);
        } else {
            stop(ctx, state, consignment);
        }
    }
    state.work.arrived = arrived;
}

/// Sorts what is nearly in order.
fn insertion_sort(keys: &mut [u64]) {
    for sorted in 1..keys.len() {
        let (done, rest) = keys.split_at_mut(sorted);
        let Some(next) = rest.first().copied() else { return };
        if done.last().is_some_and(|last| *last > next) {
            let place = done.partition_point(|key| *key < next);
            keys.get_mut(place..=sorted).unwrap_or_default().rotate_right(1);
        }
    }
}

#[inline]
fn deliver(ctx: &mut Ctx, state: &mut State, consignment: ConsignmentId) {
    remove(state, consignment);
    let row = &state.consignments.rows[consignment];
    if let What::Freight(demand) = row.what {
        supply::deliver(ctx, state, demand);
    } else {
        deliver_military(ctx, state, consignment);
    }
}

#[inline(never)]
fn deliver_military(ctx: &mut Ctx, state: &mut State, consignment: ConsignmentId) {
    let now = state.tick;
    let row = &state.consignments.rows[consignment];
    match row.what {
        What::Freight(_) => {}
        What::Movement(movement, _) => {
            ctx.tell(now, Event::Arrived(row.serial, row.what, row.at), row.cause);
            let (at, kind, units) = (row.at, row.kind, u32::from(row.units));
            if ctx.country.nodes[at].kind != NodeKind::Abroad {
                let port = movements::port(state, movement, at);
                port.ashore[kind] += units;
                port.inbound = port.inbound.saturating_sub(1);
                return;
            }
            let progress = &mut state.movements[movement];
            progress.delivered += units;
            if now <= ctx.plan.movements[movement].due {
                progress.in_time += units;
            }
            if progress.delivered >= progress.pieces && progress.completed.is_none() {
                progress.completed = Some(now);
                ctx.tell(now, Event::MovementCompleted(movement), Cause::Routine);
            }
        }
        What::Special(train) => {
            ctx.tell(now, Event::Arrived(row.serial, row.what, row.at), row.cause);
            if let Some(train) = state.trains.get_mut(usize::from(train)) {
                *train = TrainState::Arrived(now);
            }
        }
    }
}

/// A consignment that reached the end of a way short of its destination: an ammunition train looks for a safe siding,
/// everything waits for another way.
#[inline(never)]
fn stop(ctx: &mut Ctx, state: &mut State, consignment: ConsignmentId) {
    let now = state.tick;
    let ammunition = is_ammunition(ctx, state, consignment);
    let row = &mut state.consignments.rows[consignment];
    row.since = now;
    row.od = None;
    row.version = u32::MAX;
    row.asked = false;
    let (serial, what, at, cause) = (row.serial, row.what, row.at, row.cause);
    let haven = ctx.country.nodes[at].safe_haven;
    if ammunition
        && !haven
        && let Some(path) = way_to_haven(ctx, state, what, at)
    {
        let total_s = path.total_s;
        let end = path.links().next_back().map_or(at, |link| ctx.country.head(link));
        let path = booking::remember(ctx, state, path);
        let row = &mut state.consignments.rows[consignment];
        row.path = Some(path);
        row.ends = end;
        row.departed = now;
        row.arrives = now.after(Span(total_s.div_ceil(SECONDS_PER_TICK).max(1)));
        push_arrival(state, consignment);
        ctx.tell(now, Event::AmmunitionSheltered(serial, end), cause);
        return;
    }
    let row = &mut state.consignments.rows[consignment];
    row.phase = match (ammunition, haven) {
        (true, true) => Phase::Sheltered,
        (true, false) => Phase::Stalled,
        (false, _) => Phase::Held,
    };
    if ammunition {
        standstill::begin(ctx, state, consignment);
    }
    let row = &state.consignments.rows[consignment];
    let event = match row.phase {
        Phase::Stalled => Event::AmmunitionStalled(serial, at),
        Phase::Gone | Phase::Loading | Phase::Waiting | Phase::Moving | Phase::Held | Phase::Sheltered => {
            Event::Held(serial, what, at)
        }
    };
    state.consignments.waiting.push(consignment);
    ctx.tell(now, event, cause);
}

fn is_ammunition(ctx: &Ctx, state: &State, consignment: ConsignmentId) -> bool {
    let row = &state.consignments.rows[consignment];
    match row.what {
        What::Special(train) => ctx.plan.trains.get(usize::from(train)).is_some_and(|train| train.ammunition),
        What::Movement(..) => row.mode == Mode::Rail && row.kind == PieceKind::Ammunition,
        What::Freight(_) => false,
    }
}

/// The nearest safe siding over open rail within the time the rules allow; it needs no slot, because it is an emergency.
fn way_to_haven(ctx: &Ctx, state: &mut State, what: What, from: NodeId) -> Option<Path> {
    let search = state.work.search.get_or_insert_with(|| Search::new(ctx.country));
    let capacity = &state.network.capacity;
    let open = |link: crate::sim::ids::LinkId| {
        let edge = link.edge();
        (capacity[edge] > 0).then(|| u64::from(ctx.country.edges[edge].transit_s))
    };
    let havens = ctx.country.nodes.iter().filter(|(node, row)| row.safe_haven && *node != from);
    let fit = query::fit(ctx.country, ctx.plan, what).unwrap_or(Mode::Rail.into());
    let ways = havens.filter_map(|(haven, _)| search.shortest(ctx.country, fit, from, haven, open));
    let paths = ways.map(|links| Path::over(ctx.country, links));
    let nearest = paths.min_by_key(|path| (path.total_s, path.links().collect::<Vec<_>>()))?;
    (nearest.total_s <= ctx.country.rules.haven_within_s).then_some(nearest)
}

/// Shortens the way of everything that would still enter one of the closed edges, and of electric trains that would still
/// enter one whose wire is dead: it will stop at the node before. What is on such an edge already leaves it at its far end.
pub(in crate::sim) fn stop_before(ctx: &mut Ctx, state: &mut State, closed: &[EdgeId], dead: &[EdgeId]) {
    if closed.is_empty() && dead.is_empty() {
        return;
    }
    let mut shut: Table<EdgeId, Shut> = Table::filled(Shut::No, ctx.country.edges.len());
    for edge in dead {
        shut[*edge] = Shut::ForElectric;
    }
    for edge in closed {
        shut[*edge] = Shut::ForAll;
    }
    for index in 0..state.consignments.rows.len() {
        let consignment = ConsignmentId::from_index(index);
        if state.consignments.rows[consignment].phase == Phase::Moving {
            shorten(ctx, state, consignment, &shut);
        }
    }
}

/// For whom a stretch is shut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shut {
    No,
    ForElectric,
    ForAll,
}

fn shorten(ctx: &Ctx, state: &mut State, consignment: ConsignmentId, shut: &Table<EdgeId, Shut>) {
    let row = &state.consignments.rows[consignment];
    let Some(path) = row.path.and_then(|path| state.path(ctx.plan, path)) else { return };
    let electric = !row.diesel && query::wired(ctx.country, path);
    let bars = |edge: EdgeId| match shut[edge] {
        Shut::No => false,
        Shut::ForElectric => electric,
        Shut::ForAll => true,
    };
    let gone_s = state.tick.since(row.departed).0 * SECONDS_PER_TICK;
    let ahead = path.steps.iter().enumerate();
    let mut ahead = ahead.filter(|(_, step)| step.entry_s >= gone_s && bars(step.link.edge()));
    if let Some((first, step)) = ahead.next() {
        let cause = query::edge_cause(ctx.country, state, step.link.edge());
        stop_at(ctx, state, consignment, first, cause);
    }
}

/// Ends the way of a moving consignment before a step it has not entered, and gives back what it booked from there on.
/// Says where it will stop.
pub(in crate::sim) fn stop_at(
    ctx: &Ctx,
    state: &mut State,
    consignment: ConsignmentId,
    first: usize,
    cause: Cause,
) -> Option<NodeId> {
    let row = &state.consignments.rows[consignment];
    let path = row.path.and_then(|path| state.path(ctx.plan, path))?.clone();
    let at = *path.steps.get(first)?;
    let at_node = ctx.country.tail(at.link);
    let (departed, wish) = (row.departed, booking::Wish::of(ctx.country, ctx.plan, row));
    booking::give_back(state, &path, departed, first, wish);
    take_arrival(state, consignment);
    let short = booking::remember(ctx, state, Path::over(ctx.country, path.links().take(first)));
    let arrives = departed.after(Span(at.entry_s.div_ceil(SECONDS_PER_TICK))).max(state.tick.next());
    let row = &mut state.consignments.rows[consignment];
    row.path = Some(short);
    row.ends = at_node;
    row.arrives = arrives;
    row.cause = cause;
    push_arrival(state, consignment);
    Some(at_node)
}
