//! What each table knows: telemetry of its own sector at once, the regions' report every hour, nothing when the lines are down.
//!
//! A table sees the processes of its own sector each tick in every region where the telemetry process is up to the report
//! level; everything else comes with the region's report at the start of an hour, if any of the reporting processes is.
//! Damage is known to the table that watches the thing from its first tick, whether telemetry arrives or not: of a process or the grid the
//! table of its sector, of a stretch or a crossing the managers of the network, of a terminal the ports. The table of the owner of its
//! crews knows from the tick in which they can work on it, all others from the next report of its region: one of a later tick than that in
//! which it began. What lies in no region they know from the next hour.
//! An impairment has no crews, so no owner of them.
//!
//! Levels are those after the cascade of the same tick; the report level counts for the line in the region itself. Must not tell the truth
//! any earlier: views read only what is written here.

use super::Ctx;
use crate::sim::{
    country::{REGION_LANES, SeatTable},
    effect::Target,
    ids::{ProcessId, RegionId},
    state::{Knowledge, Lanes, State, TableKnowledge},
};

/// Brings the knowledge up to date at the end of a tick.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let hourly = state.tick.starts_hour();
    if !state.processes.is_moving() && !hourly && state.damages.open.iter().all(|row| row.known == u8::MAX) {
        return;
    }
    let telemetry = up(ctx, state, ctx.country.rules.telemetry_by);
    let Knowledge { rows, behind } = &mut state.knowledge;
    for (process, info) in ctx.country.processes.iter().filter(|(process, _)| behind[*process]) {
        let known = &mut rows[info.telemetry as usize].level[process];
        tell(known, &state.processes.level[process], &telemetry);
    }
    if hourly {
        report(ctx, state);
    }
    spread_damage(ctx, state, hourly);
}

/// Regions as lanes: all bits set where something is so.
type Mask = [i32; REGION_LANES];

/// The regions where a process is at least at the level that a report needs.
fn up(ctx: &Ctx, state: &State, process: ProcessId) -> Mask {
    state.processes.level[process].0.map(|level| -i32::from(level >= ctx.country.rules.report_from.0))
}

/// The truth about the regions of `through` replaces what was known.
fn tell(known: &mut Lanes, truth: &Lanes, through: &Mask) {
    for ((known, truth), through) in known.0.iter_mut().zip(&truth.0).zip(through) {
        *known = (truth & through) | (*known & !through);
    }
}

/// The hourly report of every region that can send one, to all tables.
fn report(ctx: &Ctx, state: &mut State) {
    let mut through: Mask = [0; REGION_LANES];
    for process in &ctx.country.rules.report_by {
        for (through, up) in through.iter_mut().zip(up(ctx, state, *process)) {
            *through |= up;
        }
    }
    let Knowledge { rows, behind } = &mut state.knowledge;
    for row in rows {
        let known = row.level.rows_mut().iter_mut().zip(state.processes.level.rows());
        for ((known, truth), _) in known.zip(behind.rows()).filter(|(_, behind)| **behind) {
            tell(known, truth, &through);
        }
        for (reported, through) in row.reported.rows_mut().iter_mut().zip(through) {
            if through != 0 {
                *reported = state.tick;
            }
        }
    }
    if through.iter().all(|through| *through == -1) {
        behind.rows_mut().fill(false);
    }
}

/// A damage is known at once to the table that watches the thing, to that of the owner of its crews once they can work on it,
/// and to all with the region's next report.
fn spread_damage(ctx: &Ctx, state: &mut State, hourly: bool) {
    let now = state.tick;
    for row in &mut state.damages.open {
        if row.known == u8::MAX {
            continue;
        }
        let (watcher, region) = watcher(ctx, row.target);
        row.known |= 1 << (watcher as u8);
        if row.work > 0 && row.workable <= now {
            let owner = ctx.country.pools[ctx.country.skills[row.skill].pool].owner;
            row.known |= 1 << (ctx.country.roles[owner].table as u8);
        }
        let reported = region.is_none_or(|region| newest_report(&state.knowledge, region) == now);
        if hourly && reported && row.began < now {
            row.known = u8::MAX;
        }
    }
}

fn newest_report(knowledge: &Knowledge, region: RegionId) -> crate::sim::time::Tick {
    let report = |row: &TableKnowledge| row.reported[region];
    knowledge.rows.iter().map(report).max().unwrap_or_default()
}

fn watcher(ctx: &Ctx, target: Target) -> (SeatTable, Option<RegionId>) {
    match target {
        Target::Process(process, region) => (ctx.country.processes[process].telemetry, Some(region)),
        Target::Edge(edge) => (SeatTable::Infra, ctx.country.edges[edge].region),
        Target::Terminal(node) => (SeatTable::Haven, ctx.country.nodes[node].region),
        Target::Crossing(node) => (SeatTable::Infra, ctx.country.nodes[node].region),
        // The operators see their own grid at once; others hear of it like of anything else in its region.
        Target::Grid(element) => {
            let row = ctx.country.electricity.as_ref();
            (SeatTable::Energie, row.map(|row| row.elements[element].region()))
        }
    }
}
