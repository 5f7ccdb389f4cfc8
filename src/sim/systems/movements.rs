//! Military movements: ships berth and unload, pieces leave by train, convoy or barge as the plan's shares say.
//!
//! A departure takes as many pieces as one set of the fleet carries; the last one from a port may be smaller. The mode
//! furthest behind its share goes first, among those that have a free set and fewer than the allowed number of departures
//! waiting at that port. Must not reserve capacity: departures claim handling and paths like everybody else.

use super::{Ctx, transit};
use crate::sim::{
    cause::Cause,
    event::Event,
    ids::{DenseId, MovementId, NodeId},
    plan::Destination,
    state::{Job, Load, Phase, State, TrainState, What},
};

/// One tick of every movement and special train.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    return_sets(state);
    for index in 0..state.movements.len() {
        let movement = MovementId::from_index(index);
        if state.movements[movement].completed.is_none() {
            berth(ctx, state, movement);
            load_departures(ctx, state, movement);
            look_at_date(ctx, state, movement);
        }
    }
    ready_trains(ctx, state);
}

fn return_sets(state: &mut State) {
    let now = state.tick;
    for fleet in state.fleets.rows_mut() {
        let back = fleet.returning.partition_point(|tick| *tick <= now);
        fleet.returning.drain(..back);
        fleet.free += u16::try_from(back).unwrap_or(0);
    }
}

fn berth(ctx: &mut Ctx, state: &mut State, movement: MovementId) {
    let plan = &ctx.plan.movements[movement];
    for (index, ship) in plan.ships.iter().enumerate() {
        let number = u16::try_from(index).unwrap_or(u16::MAX);
        let now = state.tick;
        let Some(row) = state.movements[movement].ships.get_mut(index) else { continue };
        if row.berthed || row.arrives > now {
            continue;
        }
        row.berthed = true;
        let cause = row.cause;
        let job = Job { load: Load::Ship(movement, number), class: plan.class, moves_left: ship.pieces };
        state.terminals.rows[ship.port].jobs.push(job);
        ctx.tell(now, Event::ShipBerthed(movement, number), cause);
    }
}

fn load_departures(ctx: &mut Ctx, state: &mut State, movement: MovementId) {
    if state.movements[movement].on_hold {
        return;
    }
    for index in 0..state.movements[movement].ports.len() {
        while let Some((row, pieces, port)) = next_departure(ctx, state, movement, index) {
            load(ctx, state, movement, row, pieces, port);
        }
    }
}

fn next_departure(
    ctx: &Ctx,
    state: &State,
    movement: MovementId,
    index: usize,
) -> Option<(u16, u16, NodeId)> {
    let progress = &state.movements[movement];
    let port = progress.ports.get(index).filter(|port| port.ashore > 0)?;
    let plan = &ctx.plan.movements[movement];
    let ships = plan.ships.iter().zip(&progress.ships).filter(|(ship, _)| ship.port == port.port);
    let most = u16::from(ctx.country.rules.movement_ahead);
    let more_to_come = ships.into_iter().any(|(_, ship)| ship.aboard > 0);
    let sent: u32 = progress.sent.iter().sum();
    let mut best: Option<(i64, u16, u16)> = None;
    for (row, destination) in plan.destinations.iter().enumerate() {
        let share = i64::from(progress.shares_permille.get(row).copied().unwrap_or(0));
        let fleet = &ctx.country.fleets[destination.fleet];
        let pieces = u32::from(fleet.pieces).min(port.ashore);
        let full = pieces == u32::from(fleet.pieces) || !more_to_come;
        let row = u16::try_from(row).ok()?;
        let room = port.ahead.get(usize::from(row)).is_some_and(|ahead| *ahead < most);
        let free = state.fleets[destination.fleet].free > 0;
        if share == 0 || !full || !free || !room || od(ctx, destination, port.port).is_none() {
            continue;
        }
        let already = i64::from(progress.sent.get(usize::from(row)).copied().unwrap_or(0));
        let behind = share * i64::from(sent + pieces) - already * 1000;
        if best.is_none_or(|(most, _, _)| behind > most) {
            best = Some((behind, row, u16::try_from(pieces).ok()?));
        }
    }
    best.map(|(_, row, pieces)| (row, pieces, port.port))
}

fn od(ctx: &Ctx, destination: &Destination, port: NodeId) -> Option<crate::sim::ids::OdId> {
    let mode = ctx.country.fleets[destination.fleet].mode;
    let found = ctx.plan.routes.find(mode, port, destination.to)?;
    (!ctx.plan.routes.ods[found].paths.is_empty()).then_some(found)
}

fn load(ctx: &mut Ctx, state: &mut State, movement: MovementId, row: u16, pieces: u16, port: NodeId) {
    let plan = &ctx.plan.movements[movement];
    let Some(destination) = plan.destinations.get(usize::from(row)) else { return };
    let fleet = &ctx.country.fleets[destination.fleet];
    let consignment = transit::create(
        state,
        transit::New {
            what: What::Movement(movement, row),
            mode: fleet.mode,
            class: plan.class,
            load: fleet.load,
            units: pieces,
            from: port,
            to: destination.to,
            od: od(ctx, destination, port),
            phase: Phase::Loading,
        },
    );
    state.consignments.rows[consignment].cause = state.movements[movement].cause;
    let job = Job { load: Load::Consignment(consignment), class: plan.class, moves_left: u32::from(pieces) };
    state.terminals.rows[port].jobs.push(job);
    state.fleets[destination.fleet].free -= 1;
    let progress = &mut state.movements[movement];
    if let Some(sent) = progress.sent.get_mut(usize::from(row)) {
        *sent += u32::from(pieces);
    }
    if let Some(port) = progress.ports.iter_mut().find(|each| each.port == port) {
        port.ashore -= u32::from(pieces);
        if let Some(ahead) = port.ahead.get_mut(usize::from(row)) {
            *ahead += 1;
        }
    }
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
            let od = ctx.plan.routes.find(crate::sim::country::Mode::Rail, train.from, train.to);
            let consignment = transit::create(
                state,
                transit::New {
                    what: What::Special(number),
                    mode: crate::sim::country::Mode::Rail,
                    class: train.class,
                    load: 1,
                    units: train.pieces,
                    from: train.from,
                    to: train.to,
                    od,
                    phase: Phase::Waiting,
                },
            );
            if let Some(row) = state.trains.get_mut(index) {
                *row = TrainState::Running(consignment);
            }
        }
    }
}

/// Ticks that ammunition trains stand where they should not, counted after paths were given out.
pub(in crate::sim) fn count_stalled(state: &mut State) {
    for train in &state.trains {
        if let TrainState::Running(consignment) = train {
            let stalled = state.consignments.rows[*consignment].phase == Phase::Stalled;
            state.totals.ammunition_stalled_ticks += u32::from(stalled);
        }
    }
}
