//! What each table knows: telemetry of its own sector at once, the regions' report every hour, nothing when the lines are down.
//!
//! A table sees the processes of its own sector each tick in every region where the telemetry process is up to the report
//! level; everything else comes with the region's report at the start of an hour, if any of the reporting processes is.
//! Damage becomes known the same way. Must not tell the truth any earlier: views read only what is written here.

use super::Ctx;
use crate::sim::{
    country::SeatTable,
    effect::Target,
    ids::RegionId,
    state::{Knowledge, State, TableKnowledge},
};

/// Brings the knowledge up to date at the end of a tick.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let hourly = state.tick.starts_hour();
    if state.processes.steady && !hourly && state.damages.open.iter().all(|row| row.known == u8::MAX) {
        return;
    }
    let rules = &ctx.country.rules;
    for region in ctx.country.regions.ids() {
        let up = |process: &crate::sim::ids::ProcessId| {
            state.processes.level(*process, region) >= rules.report_from
        };
        let report = hourly && rules.report_by.iter().any(up);
        let telemetry = up(&rules.telemetry_by);
        if report || telemetry {
            tell_tables(ctx, state, region, report);
        }
    }
    spread_damage(ctx, state, hourly);
}

fn tell_tables(ctx: &Ctx, state: &mut State, region: RegionId, report: bool) {
    let truth = &state.processes.level;
    if !report {
        for (process, info) in ctx.country.processes.iter() {
            state.knowledge.rows[info.telemetry as usize].level[process][region] = truth[process][region];
        }
        return;
    }
    for row in &mut state.knowledge.rows {
        for process in ctx.country.processes.ids() {
            row.level[process][region] = truth[process][region];
        }
        row.reported[region] = state.tick;
    }
}

/// A damage is known at once to the table that watches the thing, and to all with the region's next report.
fn spread_damage(ctx: &Ctx, state: &mut State, hourly: bool) {
    let now = state.tick;
    for row in &mut state.damages.open {
        if row.known == u8::MAX {
            continue;
        }
        let (watcher, region) = watcher(ctx, row.target);
        row.known |= 1 << (watcher as u8);
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
    }
}
