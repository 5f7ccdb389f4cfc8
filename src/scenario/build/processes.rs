//! Vital processes, what they depend on, and the crews that repair them.

use super::{codes::Codes, every, positive_share};
use crate::{
    scenario::{
        fault::Faults,
        scalar::{Decimal, Figure},
        schema::world::{ArcRow, BufferRow, ProcessRow, SkillRow},
    },
    sim::{
        country::{Buffer, Pool, PoolKind, Process, ProcessArc, Skill},
        ids::{ArcId, PoolId, ProcessId, SkillId, Table},
        num::Level,
        state::PROCESSES_MAX,
        time::TICKS_PER_HOUR,
    },
};

/// Trades of repair crews.
pub(super) fn skills(
    rows: &[SkillRow],
    codes: &Codes<PoolId>,
    pools: Option<&Table<PoolId, Pool>>,
    faults: &mut Faults<'_>,
) -> Option<Table<SkillId, Skill>> {
    let mut skill = |row: &SkillRow| {
        let pool = codes.find(&row.pool)?;
        if pools.is_some_and(|pools| pools[pool].kind != PoolKind::Crews) {
            let what = format!("\"{}\" is no pool of repair crews", row.pool.text);
            faults.add(&row.pool.place, what, "name a pool whose law has kind: Crews");
        }
        Some(Skill { code: row.code.text.clone(), pool })
    };
    every(rows.iter().map(&mut skill).collect::<Vec<_>>()).map(Table::new)
}

/// Vital processes.
pub(super) fn processes(
    rows: &[ProcessRow],
    skills: &Codes<SkillId>,
    faults: &mut Faults<'_>,
) -> Option<Table<ProcessId, Process>> {
    if let Some(extra) = rows.get(PROCESSES_MAX) {
        faults.add(&extra.code.place, format!("more than {PROCESSES_MAX} vital processes"), "merge some");
        return None;
    }
    let mut carried = Vec::new();
    for (row, others) in rows.iter().filter(|row| row.handles).zip(0..) {
        if others > 0 {
            faults.add(
                &row.code.place,
                "another process already serves the terminals",
                "write handles: true once",
            );
        }
    }
    let mut process = |row: &ProcessRow| {
        let per_hour = positive_share(row.restart_per_hour.value, &row.restart_per_hour.place, faults);
        let skill = skills.find(&row.skill);
        if let Some(mode) = row.carries {
            if carried.contains(&mode) {
                faults.add(
                    &row.code.place,
                    format!("another process already carries {mode:?}"),
                    "write carries: None here or there",
                );
            }
            carried.push(mode);
        }
        Some(Process {
            code: row.code.text.clone(),
            restart_per_tick: Level((per_hour?.0 + 2) / TICKS_PER_HOUR as i32),
            skill: skill?,
            class: row.class,
            need: row.need,
            telemetry: row.telemetry,
            carries: row.carries,
            handles: row.handles,
        })
    };
    every(rows.iter().map(&mut process).collect::<Vec<_>>()).map(Table::new)
}

/// Dependencies, sorted by process; those of one process keep their order in the file.
pub(super) fn arcs(
    rows: &[ArcRow],
    processes: &Codes<ProcessId>,
    faults: &mut Faults<'_>,
) -> Option<Table<ArcId, ProcessArc>> {
    let mut arcs = every(rows.iter().map(|row| arc(row, processes, faults)).collect::<Vec<_>>())?;
    arcs.sort_by_key(|arc| arc.process);
    Some(Table::new(arcs))
}

fn arc(row: &ArcRow, processes: &Codes<ProcessId>, faults: &mut Faults<'_>) -> Option<ProcessArc> {
    let process = processes.find(&row.process);
    let supplier = processes.find(&row.supplier);
    if process.is_some() && process == supplier {
        faults.add(
            &row.supplier.place,
            "a process cannot depend on itself",
            "name another supplier or remove the arc",
        );
    }
    let depth = positive_share(row.depth.value, &row.depth.place, faults);
    let buffer = match &row.buffer {
        BufferRow::Instant => Some(Buffer::Instant),
        BufferRow::Tank(tank) => {
            let drain = per_tick(&tank.endurance_h, faults);
            let refill = per_tick(&tank.refill_h, faults);
            let beta = positive_share(tank.beta.value, &tank.beta.place, faults);
            let steepness =
                beta.and_then(|_| tank.beta.value.divides_round(256)).and_then(|q8| i32::try_from(q8).ok());
            drain.zip(refill).zip(steepness).map(|((drain, refill), q8)| Buffer::Tank {
                drain,
                refill,
                steepness_q8: q8.clamp(256, 1 << 16),
            })
        }
        BufferRow::Fleet(fleet) => per_tick(&fleet.endurance_h, faults)
            .map(|_| Buffer::Fleet { rate: stopping_rate(fleet.endurance_h.value) }),
    };
    Some(ProcessArc { process: process?, supplier: supplier?, buffer: buffer?, depth: depth? })
}

/// The part of a store that `hours` of use would empty, per tick; never nothing.
fn per_tick(hours: &Figure<Decimal>, faults: &mut Faults<'_>) -> Option<Level> {
    let ticks = hours.value.times_round(i64::from(TICKS_PER_HOUR) * 1000);
    if !(250..=35_040_000).contains(&ticks) {
        faults.add(
            &hours.place,
            format!("{} hours is no usable time", hours.value),
            "write a number from 0.1 to 8760",
        );
        return None;
    }
    let units = (i64::from(Level::ONE.0) * 1000 + ticks / 2) / ticks;
    Some(Level(i32::try_from(units).unwrap_or(Level::ONE.0).clamp(1, Level::ONE.0)))
}

/// Of many small stores with a mean of `hours`, the share that runs empty in a tick: 1 - exp(-1 / (4 hours)).
fn stopping_rate(hours: Decimal) -> Level {
    let gone = 1.0 - libm::exp(-1.0 / (f64::from(TICKS_PER_HOUR) * hours.to_f64()));
    Level(libm::round(gone * f64::from(Level::ONE.0)) as i32)
}
