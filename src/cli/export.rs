//! `export`: the transport layer of an exercise as JSON, for those who write its rules again in another language.
//!
//! Three parts: what goes in (`country` and `plan`: every table in order, so that an identifier is a row number; `commands`;
//! `built`, where every civil demand stands in its cycle before the first tick; `course` is what the staff did, which changes no rule), the results tick by tick, and the digest at the
//! end. What the rest of the simulation tells the layer stands with each tick: `levels` and `losses`, and what the layer made of
//! them in `capacities` and `terminals`; these four say only what is not as in the tick before (before the first tick: levels of
//! one, no loss, the moves of the country, its slots or the fewer that the neighbour takes over at a crossing). `departed` also
//! names an ammunition train that goes on to a siding, `arrived` leaves out what stopped and left again in the same tick. Values by
//! class are in the order UrgentMilitary, Medical, LifeSupport, Military, Passenger, Commercial. The rest of the state goes to a second
//! file where it is asked for (`export_tables`). The rules are in
//! the documentation of `sim::systems`. Without a recording
//! the exercise runs by itself, without players. Must not change anything and must not leave anything out.

use super::{Done, Outcome, args::ExportArgs, export_tables::Known, fail, files, scenarios, ui::Ui};
use crate::{
    session::{Session, replay::Opened},
    sim::{
        RULES_VERSION,
        command::{By, Record},
        country::{Country, PerClass, PerKind},
        course::{Steer, Times},
        digest::digest,
        effect::Target,
        ids::{
            ConsignmentId, DemandId, DenseId, EdgeId, LinkId, MovementId, NodeId, PoolId, ProcessId,
            RegionId, Table,
        },
        num::Level,
        plan::Plan,
        state::{Consignment, Lanes, Phase, State, What},
        time::Tick,
    },
};
use serde::Serialize;
use std::{collections::BTreeMap, path::Path};

/// Raised when the shape of the file changes.
const FORMAT: u32 = 5;

/// The whole file.
#[derive(Serialize)]
struct Export<'a> {
    format: u32,
    rules_version: u32,
    country: &'a Country,
    plan: &'a Plan,
    commands: &'a [Record],
    /// Playing time and real time of every command, in the same order.
    command_times: Vec<Times>,
    /// What the staff did with the exercise itself, by three clocks.
    course: Vec<CourseRow<'a>>,
    /// Units of the next departure that every demand has built up at the start.
    built: Table<DemandId, u32>,
    /// One row for each tick, in order.
    ticks: Vec<TickRow>,
    /// Digest of the state after the last tick, in hexadecimal.
    digest: String,
}

/// Something the staff did.
#[derive(Serialize)]
struct CourseRow<'a> {
    tick: Tick,
    times: Times,
    by: By,
    steer: &'a Steer,
}

/// What a tick came to, looked at right after it.
#[derive(Serialize)]
struct TickRow {
    /// The tick that ran.
    tick: Tick,
    /// Levels of processes by region, in units of 2^-24.
    levels: BTreeMap<u32, Lanes>,
    /// Losses of stretches, terminals and crossings that are not zero, in units of 2^-24, by serial and not summed: all of them,
    /// when any changed.
    losses: Option<Vec<(Target, Level)>>,
    /// Slots per window of stretches, and whether their wire is dead.
    capacities: BTreeMap<u32, (u16, bool)>,
    /// Moves an hour of terminals.
    terminals: BTreeMap<u32, u16>,
    /// What left, in the order of serials.
    departed: Vec<Departure>,
    /// Serials, in order, of what was moving before and is not now: at its destination, or before a closed stretch.
    arrived: Vec<u32>,
    /// Transports that exist, by class: being loaded, waiting or held, moving.
    loading: PerClass<u32>,
    waiting: PerClass<u32>,
    moving: PerClass<u32>,
    /// Sums since the start, by class.
    given_up: PerClass<u32>,
    made_way: PerClass<u32>,
    /// Ticks that civil transports waited before they left or were given up, since the start.
    civil_delay_ticks: u64,
    /// Grants and refusals since the start, for each pool with any of them. Those of repair crews and of fuel for generators come
    /// from the rest of the simulation.
    pools: BTreeMap<u32, PoolRow>,
    /// Moves that wait at each terminal with any.
    queues: BTreeMap<u32, i64>,
    movements: Vec<MovementRow>,
    /// Kilograms in store of each good in each region.
    stores: Vec<Table<RegionId, u64>>,
}

#[derive(Serialize)]
struct Departure {
    serial: u32,
    what: What,
    class: crate::sim::country::Class,
    mode: crate::sim::country::Mode,
    load: u16,
    units: u16,
    links: Vec<LinkId>,
    arrives: Tick,
}

#[derive(Serialize)]
struct PoolRow {
    granted: PerClass<u32>,
    refused: PerClass<u32>,
    units: u32,
    lent: PerClass<u32>,
}

#[derive(Serialize)]
struct MovementRow {
    aboard: u32,
    /// Pieces at each place, by kind.
    ashore: Vec<(NodeId, PerKind<u32>)>,
    delivered: u32,
}

/// Writes the file.
pub(super) fn export(args: &ExportArgs, ui: &mut Ui) -> Done {
    for file in [Some(&args.out), args.tables.as_ref()].into_iter().flatten() {
        files::must_be_free(ui, file, args.force)?;
    }
    let (session, end) = session(&args.exercise, ui)?;
    let end = args.days.map_or(end, |days| end.min(Tick(days * crate::sim::time::TICKS_PER_DAY)));
    let mut ticks = Vec::with_capacity(end.0 as usize);
    let plan = session.plan();
    let start = State::new(session.country(), plan);
    let built = start.demand.built.clone();
    let mut known = Known::default();
    let mut tables = if args.tables.is_some() { known.line(&start) } else { String::new() };
    let mut before = start;
    let state = session.run_again(end, &|_| true, &mut |state| {
        if args.tables.is_some() {
            tables.push_str(&known.line(state));
        }
        ticks.push(row(plan, state, &mut before));
    });
    let commands: Vec<Record> = session
        .log()
        .iter()
        .filter(|record| record.submitted <= end && !session.is_undone(record.seq))
        .cloned()
        .collect();
    let command_times = commands.iter().map(|record| session.track().of_command(record.seq)).collect();
    let steered = session.steered().iter().filter(|row| row.tick <= end);
    let course =
        steered.map(|row| CourseRow { tick: row.tick, times: row.times, by: row.by, steer: &row.steer });
    let whole = Export {
        format: FORMAT,
        rules_version: RULES_VERSION,
        country: session.country(),
        plan,
        commands: &commands,
        command_times,
        course: course.collect(),
        built,
        ticks,
        digest: format!("{:016x}", digest(&state)),
    };
    let whole: &dyn erased_serde::Serialize = &whole;
    let text = serde_json::to_string(whole)?;
    let second = args.tables.iter().map(|file| (file, &tables));
    for (file, text) in [(&args.out, &text)].into_iter().chain(second) {
        files::write(ui, file, text, args.force)?;
        let told = fail::on_path(ui, "cli-export-written", file, &[]);
        ui.line(&told)?;
    }
    Ok(Outcome::Fine)
}

/// The exercise that was named, and its last tick: a recording, or a scenario that nobody plays.
fn session(name: &Path, ui: &Ui) -> anyhow::Result<(Session, Tick)> {
    if name.extension().is_some_and(|extension| extension == "oefening") {
        let opened = Opened::read(name).map_err(|error| fail::open(ui, &error))?;
        let end = opened.end;
        let session = opened.into_replay(name).map_err(|error| fail::open(ui, &error))?;
        return Ok((session, end));
    }
    let map = scenarios::map(ui)?;
    let exercise = scenarios::load(name, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, name, &error)))?;
    let end = exercise.plan.end();
    Ok((Session::new(exercise.country, exercise.plan, None), end))
}

/// What is not as it was: new values by row number.
fn changed<I: DenseId, T: PartialEq>(
    now: impl Iterator<Item = (I, T)>,
    was: impl Iterator<Item = (I, T)>,
) -> BTreeMap<u32, T> {
    let rows = now.zip(was).filter(|((_, now), (_, was))| now != was);
    rows.filter_map(|((id, now), _)| Some((u32::try_from(id.index()).ok()?, now))).collect()
}

fn levels(state: &State) -> impl Iterator<Item = (ProcessId, Lanes)> + '_ {
    state.processes.level.iter().map(|(process, lanes)| (process, *lanes))
}

fn capacities(state: &State) -> impl Iterator<Item = (EdgeId, (u16, bool))> + '_ {
    state.network.capacity.iter().map(|(edge, slots)| (edge, (*slots, state.network.unpowered[edge])))
}

fn terminals(state: &State) -> impl Iterator<Item = (NodeId, u16)> + '_ {
    state.terminals.rows.iter().map(|(node, row)| (node, row.capacity))
}

fn losses(state: &State) -> Vec<(Target, Level)> {
    let open = state.damages.open.iter().filter(|row| !matches!(row.target, Target::Process(..)));
    open.map(|row| (row.target, row.loss_now())).filter(|(_, loss)| *loss > Level::ZERO).collect()
}

/// What is moving, by serial.
fn moving(state: &State) -> BTreeMap<u32, ConsignmentId> {
    let moving = state.consignments.active().filter(|(_, row)| row.phase == Phase::Moving);
    moving.map(|(id, row)| (row.serial, id)).collect()
}

/// A tick, with the state before and after it; the state after becomes the one before.
fn row(plan: &Plan, state: &State, before: &mut State) -> TickRow {
    let tick = Tick(state.tick.0 - 1);
    let was = std::mem::replace(before, state.clone());
    let (moving, moved) = (moving(state), moving(&was));
    let left = moving.values().map(|id| &state.consignments.rows[*id]).filter(|row| row.departed == tick);
    let departed = left.map(|row| departure(plan, state, row)).collect();
    let arrived = moved.keys().filter(|serial| !moving.contains_key(serial)).copied().collect();
    let lost = losses(state);
    let count = |phases: &[Phase]| {
        let mut counts = PerClass::default();
        for (_, row) in state.consignments.active().filter(|(_, row)| phases.contains(&row.phase)) {
            counts[row.class] += 1_u32;
        }
        counts
    };
    TickRow {
        tick,
        levels: changed(levels(state), levels(&was)),
        losses: (lost != losses(&was)).then_some(lost),
        capacities: changed(capacities(state), capacities(&was)),
        terminals: changed(terminals(state), terminals(&was)),
        departed,
        arrived,
        loading: count(&[Phase::Loading]),
        waiting: count(&[Phase::Waiting, Phase::Held, Phase::Sheltered, Phase::Stalled]),
        moving: count(&[Phase::Moving]),
        given_up: state.totals.given_up,
        made_way: state.totals.made_way,
        civil_delay_ticks: state.totals.civil_delay_ticks,
        pools: state.pools.iter().filter_map(|(pool, _)| pool_row(state, pool)).collect(),
        queues: queues(state),
        movements: state.movements.ids().map(|movement| movement_row(state, movement)).collect(),
        stores: state.supply.rows().iter().map(|row| row.store_kg.clone()).collect(),
    }
}

fn departure(plan: &Plan, state: &State, row: &Consignment) -> Departure {
    let path = row.path.and_then(|path| state.path(plan, path));
    Departure {
        serial: row.serial,
        what: row.what,
        class: row.class,
        mode: row.mode,
        load: row.load,
        units: row.units,
        links: path.map(|path| path.links().collect()).unwrap_or_default(),
        arrives: row.arrives,
    }
}

fn pool_row(state: &State, pool: PoolId) -> Option<(u32, PoolRow)> {
    let (row, granted) = (&state.pools[pool], state.granted[pool].in_all);
    let any = |counts: &PerClass<u32>| counts.0.iter().any(|count| *count > 0);
    let rows = PoolRow { granted, refused: row.refused, units: row.units, lent: row.lent };
    (any(&granted) || any(&row.refused)).then_some((pool.0, rows))
}

fn queues(state: &State) -> BTreeMap<u32, i64> {
    let queues = state.terminals.rows.ids().map(|node| (node.0, state.terminals.queued_moves(node)));
    queues.filter(|(_, moves)| *moves > 0).collect()
}

fn movement_row(state: &State, movement: MovementId) -> MovementRow {
    let row = &state.movements[movement];
    MovementRow {
        aboard: row.arrivals.iter().map(|ship| ship.aboard.sum()).sum(),
        ashore: row.ports.iter().map(|port| (port.port, port.ashore)).collect(),
        delivered: row.delivered,
    }
}
