//! Handling at terminals: the moves of each quarter go to the classes as the pool's policy says, first come first served
//! inside a class.
//!
//! The moves of an hour are spread over its quarters: quarter q has `floor(c (q+1) / 4) - floor(c q / 4)` of capacity c.
//! First every holder of a reservation with work gets what is kept for it in the hour, in policy order of class and then as the
//! policy lists them; then every class its minimum for the hour, in policy order; then the rest goes in that order, each class
//! up to its cap for the hour. What came first counts in what comes after. Nothing is kept idle for a class without work. A ship of a movement is unloaded only as far as
//! the quay has room: its storage less the pieces that stand there; what came after it is handled meanwhile. Must not create work.

use super::{Ctx, dispatch, movements};
use crate::sim::{
    country::{Class, Holder, NO_CAP, PerClass, Policy, Reservation},
    event::{Binding, Claim},
    ids::{ConsignmentId, DenseId, NodeId, PoolId, Table},
    state::{Consignment, Load, Phase, Scope, State, Turn, What},
    time::TICKS_PER_HOUR,
};

/// One quarter of handling at every terminal that has work.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let mut from = 0;
    while let Some(node) = state.terminals.next_busy(from) {
        if let Some(handling) = ctx.country.nodes[node].handling {
            serve(ctx, state, node, handling.pool);
        }
        state.terminals.rest(node);
        from = node.index() + 1;
    }
}

#[inline(never)]
fn serve(ctx: &mut Ctx, state: &mut State, node: NodeId, pool: PoolId) {
    let quarter = state.tick.0 % TICKS_PER_HOUR;
    let open = state.network.brief[pool];
    let row = &mut state.terminals.rows[node];
    if row.hour != state.tick.hour() {
        (row.hour, row.done) = (state.tick.hour(), PerClass::default());
    }
    let capacity = u32::from(row.capacity);
    let left = capacity * (quarter + 1) / TICKS_PER_HOUR - capacity * quarter / TICKS_PER_HOUR;
    let has = |class: &Class| row.queued[*class] > 0;
    let queued = Class::ALL.into_iter().filter(has).fold(0_u32, |bits, class| bits | 1 << class as u32);
    // Nearly always one class, of which nothing is asked.
    let alone = row.jobs.first().map(|job| job.class);
    if let Some(class) = alone.filter(|class| queued == 1 << *class as u32 && open.unbound(*class)) {
        work(ctx, state, node, pool, (class, None), left);
    } else {
        divide(ctx, state, node, pool, queued, left);
    }
    if quarter + 1 == TICKS_PER_HOUR {
        close_hour(ctx, state, node, pool);
    }
}

/// Divides the moves of a quarter among the classes that have work, as the policy says.
fn divide(ctx: &mut Ctx, state: &mut State, node: NodeId, pool: PoolId, queued: u32, mut left: u32) {
    let Policy { order, minimum, cap, .. } = state.pools[pool].policy;
    let is_queued = |class: &Class| queued >> *class as u32 & 1 == 1;
    if !state.pools[pool].policy.reserved.is_empty() {
        left -= serve_holders(ctx, state, node, pool, left);
    }
    let promised = if minimum == PerClass::default() { &[][..] } else { &order };
    for class in promised.iter().copied().filter(|class| is_queued(class) && minimum[*class] > 0) {
        let minimum = minimum[class].saturating_sub(state.terminals.rows[node].done[class]);
        left -= work(ctx, state, node, pool, (class, None), left.min(u32::from(minimum)));
    }
    for class in order.iter().copied().filter(is_queued) {
        if left == 0 {
            break;
        }
        let room = room_under_cap(cap[class], state.terminals.rows[node].done[class]);
        left -= work(ctx, state, node, pool, (class, None), left.min(room));
    }
}

/// What is kept for single claims, in the order of their classes; says how many moves that took.
fn serve_holders(ctx: &mut Ctx, state: &mut State, node: NodeId, pool: PoolId, moves: u32) -> u32 {
    let mut left = moves;
    let scope = Scope::Hour(state.tick.hour());
    for class in state.pools[pool].policy.order {
        for row in 0..state.pools[pool].policy.reserved.len() {
            let Reservation { holder, class: of, units } = state.pools[pool].policy.reserved[row];
            if of != class {
                continue;
            }
            let more = u32::from(units).saturating_sub(state.reserved.has(pool, scope, holder));
            let done = work(ctx, state, node, pool, (class, Some(holder)), left.min(more));
            if done > 0 {
                state.reserved.add(pool, scope, holder, done);
                left -= done;
            }
        }
    }
    moves - left
}

fn room_under_cap(cap: u16, done: u16) -> u32 {
    if cap == NO_CAP { u32::MAX } else { u32::from(cap.saturating_sub(done)) }
}

/// Does up to `moves` moves for a class, or for one holder in it, and says how many were done.
fn work(
    ctx: &mut Ctx,
    state: &mut State,
    node: NodeId,
    pool: PoolId,
    (class, only): (Class, Option<Holder>),
    moves: u32,
) -> u32 {
    if moves == 0 {
        return 0;
    }
    let mut left = moves;
    // Only movements have ships.
    let ships = class.is_military();
    let mut landed = if ships { std::mem::take(&mut state.work.landed) } else { Vec::new() };
    let mut quay = if ships { quay_room(ctx, state, node) } else { 0 };
    let mut cleared = 0;
    let State { terminals, consignments, work, .. } = state;
    let fresh = &mut work.fresh;
    for job in terminals.rows[node].jobs.iter_mut().filter(|job| job.class == class) {
        if only.is_some_and(|only| holder(&consignments.rows, job.load) != only) {
            continue;
        }
        let mut done = job.moves_left.min(left);
        if let Load::Ship(..) = job.load {
            done = done.min(quay);
            quay -= done;
        }
        job.moves_left -= done;
        left -= done;
        let finished = job.moves_left == 0;
        cleared += u32::from(finished);
        match job.load {
            Load::Ship(movement, ship) if done > 0 => landed.push((movement, ship, done, finished)),
            Load::Consignment(consignment) if finished => {
                consignments.rows[consignment].phase = Phase::Waiting;
                fresh.push(Turn::unknown(consignment));
            }
            Load::Ship(..) | Load::Consignment(_) => {}
        }
        if left == 0 {
            break;
        }
    }
    let done = moves - left;
    if done == 0 {
        if ships {
            state.work.landed = landed;
        }
        return 0;
    }
    let count = u16::try_from(done).unwrap_or(u16::MAX);
    let row = &mut state.terminals.rows[node];
    if cleared > 0 {
        row.clear_done(class, cleared);
    }
    row.done[class] = row.done[class].saturating_add(count);
    let hour = state.tick.hour();
    state.granted[pool].count(class, done);
    ctx.sink.claim(pool, class, Claim::Granted(hour, done));
    ctx.sink.used(pool, class, hour, done);
    if ships {
        for (movement, ship, count, finished) in landed.drain(..) {
            movements::land(state, movement, ship, node, count);
            if finished {
                movements::empty(ctx, state, movement, ship, node);
            }
        }
        state.work.landed = landed;
    }
    done
}

/// For whom something is handled.
fn holder(rows: &Table<ConsignmentId, Consignment>, load: Load) -> Holder {
    match load {
        Load::Ship(movement, _) => Holder::Movement(movement),
        Load::Consignment(consignment) => rows[consignment].what.holder(),
    }
}

/// Military pieces that the quay can still take.
fn quay_room(ctx: &Ctx, state: &State, node: NodeId) -> u32 {
    let storage = ctx.country.nodes[node].handling.map_or(0, |handling| handling.storage);
    let ports = state.movements.rows().iter().flat_map(|row| &row.ports);
    let standing: u32 = ports.filter(|port| port.port == node).map(|port| port.ashore.sum()).sum();
    storage.saturating_sub(standing)
}

/// At the end of an hour the moves that are left are refused for that hour, and civil loads that waited too long give up.
fn close_hour(ctx: &mut Ctx, state: &mut State, node: NodeId, pool: PoolId) {
    let hour = state.tick.hour();
    let mut left = PerClass([0_u32; Class::COUNT]);
    let jobs = &state.terminals.rows[node].jobs;
    if jobs.is_empty() {
        return;
    }
    for job in jobs {
        left[job.class] += job.moves_left;
    }
    for class in Class::ALL.into_iter().filter(|class| left[*class] > 0) {
        state.pools[pool].refused[class] += left[class];
        let full = class.is_military() && quay_room(ctx, state, node) == 0;
        let binding = if full { Binding::QuayFull(node) } else { Binding::Handling(node) };
        ctx.sink.claim(pool, class, Claim::Refused(hour, left[class], binding));
    }
    let rows = &state.consignments.rows;
    let services = &ctx.plan.services;
    let now = state.tick;
    let tired = |load: Load| match load {
        Load::Ship(..) => None,
        Load::Consignment(consignment) => match rows[consignment].what {
            What::Freight(demand) => {
                let waited = now.since(rows[consignment].since);
                (waited >= ctx.country.demands[demand].patience).then_some(consignment)
            }
            What::Movement(..) | What::Special(_) => None,
        },
    };
    // Nearly always nobody: who came first waits longest, and even the least patient wait a while.
    let long = |load: Load| match load {
        Load::Ship(..) => true,
        Load::Consignment(consignment) => now.since(rows[consignment].since) >= services.least_patience(),
    };
    let jobs = &state.terminals.rows[node].jobs;
    if jobs.iter().take_while(|job| long(job.load)).all(|job| tired(job.load).is_none()) {
        return;
    }
    let gone: Vec<_> = state.terminals.rows[node].jobs.iter().filter_map(|job| tired(job.load)).collect();
    state.terminals.rows[node].jobs.retain(|job| tired(job.load).is_none());
    for consignment in gone {
        state.terminals.rows[node].queued[state.consignments.rows[consignment].class] -= 1;
        dispatch::give_up(state, consignment);
    }
}
