//! `export`: the transport layer of an exercise as JSON, for those who write its rules again in another language.
//!
//! Three parts: what goes in (`country` and `plan`: every table in order, so that an identifier is a row number; `commands`),
//! the results tick by tick, and the digest at the end. The rules are in the documentation of `sim::systems`. Without a
//! recording the exercise runs by itself, without players. Must not change anything and must not leave anything out.

use super::{Done, Outcome, args::ExportArgs, fail, files, scenarios, ui::Ui};
use crate::{
    session::{Session, replay::Opened},
    sim::{
        RULES_VERSION,
        command::Record,
        country::{Country, PerClass, PerKind},
        digest::digest,
        ids::{ConsignmentId, LinkId, MovementId, NodeId, PoolId, RegionId, Table},
        plan::Plan,
        state::{Consignment, Phase, State, What},
        time::Tick,
    },
};
use serde::Serialize;
use std::{collections::BTreeMap, path::Path};

/// Raised when the shape of the file changes.
const FORMAT: u32 = 1;

/// The whole file.
#[derive(Serialize)]
struct Export<'a> {
    format: u32,
    rules_version: u32,
    country: &'a Country,
    plan: &'a Plan,
    commands: &'a [Record],
    /// One row for each tick, in order.
    ticks: Vec<TickRow>,
    /// Digest of the state after the last tick, in hexadecimal.
    digest: String,
}

/// What a tick came to, looked at right after it.
#[derive(Serialize)]
struct TickRow {
    /// The tick that ran.
    tick: Tick,
    /// What left, in the order of serials.
    departed: Vec<Departure>,
    /// Serials of what was moving before and is at its end or stopped now.
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
    /// Grants and refusals since the start, for each pool with any.
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
    files::must_be_free(ui, &args.out, args.force)?;
    let (session, end) = session(&args.exercise, ui)?;
    let end = args.days.map_or(end, |days| end.min(Tick(days * crate::sim::time::TICKS_PER_DAY)));
    let mut before: BTreeMap<u32, ConsignmentId> = BTreeMap::new();
    let mut ticks = Vec::with_capacity(end.0 as usize);
    let plan = session.plan();
    let state = session.run_again(end, &|_| true, &mut |state| ticks.push(row(plan, state, &mut before)));
    let commands: Vec<Record> =
        session.log().iter().filter(|record| record.submitted <= end).cloned().collect();
    let whole = Export {
        format: FORMAT,
        rules_version: RULES_VERSION,
        country: session.country(),
        plan,
        commands: &commands,
        ticks,
        digest: format!("{:016x}", digest(&state)),
    };
    let text = serde_json::to_string(&whole)?;
    files::write(ui, &args.out, &text, args.force)?;
    let told = fail::on_path(ui, "cli-export-written", &args.out, &[]);
    ui.line(&told)?;
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

fn row(plan: &Plan, state: &State, before: &mut BTreeMap<u32, ConsignmentId>) -> TickRow {
    let tick = Tick(state.tick.0 - 1);
    let moving: BTreeMap<u32, ConsignmentId> = state
        .consignments
        .active()
        .filter(|(_, row)| row.phase == Phase::Moving)
        .map(|(id, row)| (row.serial, id))
        .collect();
    let left = moving.values().map(|id| &state.consignments.rows[*id]).filter(|row| row.departed == tick);
    let departed = left.map(|row| departure(plan, state, row)).collect();
    let arrived = before.keys().filter(|serial| !moving.contains_key(serial)).copied().collect();
    *before = moving;
    let count = |phases: &[Phase]| {
        let mut counts = PerClass::default();
        for (_, row) in state.consignments.active().filter(|(_, row)| phases.contains(&row.phase)) {
            counts[row.class] += 1_u32;
        }
        counts
    };
    TickRow {
        tick,
        departed,
        arrived,
        loading: count(&[Phase::Loading]),
        waiting: count(&[Phase::Waiting, Phase::Held, Phase::Sheltered, Phase::Stalled]),
        moving: count(&[Phase::Moving]),
        given_up: state.totals.given_up,
        made_way: state.totals.made_way,
        civil_delay_ticks: state.totals.civil_delay_ticks,
        pools: state.pools.iter().filter_map(|(pool, row)| pool_row(pool, row)).collect(),
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

fn pool_row(pool: PoolId, row: &crate::sim::state::PoolState) -> Option<(u32, PoolRow)> {
    let any = |counts: &PerClass<u32>| counts.0.iter().any(|count| *count > 0);
    let rows = PoolRow { granted: row.granted, refused: row.refused, units: row.units, lent: row.lent };
    (any(&row.granted) || any(&row.refused)).then_some((pool.0, rows))
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
