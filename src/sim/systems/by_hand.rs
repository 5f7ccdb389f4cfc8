//! Working by hand where digital means are gone, and machines that do without people, at the start of each hour.
//!
//! In thousandths, divisions rounded down; levers of the region between nothing and all. For each process of the figures and
//! each region:
//!
//! 1. `part = analogue * efficiency / 1000 * (1000 - automation * slows / 1000) / 1000`: where machines do the work, fewer people can
//!    still do it by hand.
//! 2. by hand people make up for `part` of what open digital damage takes of the process (in units of 2^-24), until the next hour:
//!    paper takes an hour to catch up with a repair.
//! 3. every store of the process behind a supplier of signals or data gets back `part` of what the hour takes of it
//!    (`generators::put_back`): maps, lists and cash stretch it.
//! 4. machines lose `automation * leans * (1 - lowest level of the suppliers of signals) * (1 - part)` of what is left of the
//!    process (`processes`); a process is no supplier of its own signals.
//!
//! `automation * leans` is rounded down to thousandths; it and `part` are rounded down to units of 2^-24 before they multiply a loss or a lack, one
//! product after the other, each rounded down.
//!
//! Damage that is digital begins `1 + automation * exposed` as deep (`effects`), and of the people who are missing machines replace
//! `automation * machines` (`workforce`). What working by hand costs stands with the measures: people who leave other work.
//!
//! Must not repair anything.

use super::{Ctx, generators, processes};
use crate::sim::{
    country::{Country, HandRow, Lever},
    effect::{DamageKind, Target},
    ids::{ProcessId, RegionId},
    num::Level,
    state::{Lanes, State},
};

/// All of something, in thousandths.
const ALL: u32 = 1000;

/// The hour by hand.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.tick.starts_hour() || ctx.country.readiness.by_hand.rows.is_empty() {
        return;
    }
    let used = |lever: Lever| {
        state.measures.levers.get(lever as usize).is_some_and(|lanes| lanes.0.iter().any(|more| *more != 0))
    };
    let used = used(Lever::Analogue) || used(Lever::Automation);
    if !used && !state.readiness.by_hand {
        return;
    }
    // Looked up again below, also where nothing holds any more.
    state.readiness.by_hand = true;
    let mut any = false;
    for (index, row) in ctx.country.readiness.by_hand.rows.iter().enumerate() {
        for region in ctx.country.regions.ids() {
            any |= look(ctx.country, state, index, row, region);
            stretch(ctx, state, row, region);
        }
    }
    state.readiness.by_hand = any;
}

/// Works out what is made up for and what is lost in a region; is it anything?
fn look(country: &Country, state: &mut State, index: usize, row: &HandRow, region: RegionId) -> bool {
    let part = thousandths(by_hand(country, state, row, region));
    let open = state.damages.open.iter().filter(|damage| {
        damage.kind == DamageKind::Digital && damage.target == Target::Process(row.process, region)
    });
    let digital = open.fold(Level::ZERO, |sum, damage| sum.plus(damage.loss_now()));
    let bridged = digital.times_floor(part);
    let automation = lever(state, Lever::Automation, region);
    let leans = thousandths(automation * row.leans_permille / ALL);
    let signals = &country.readiness.by_hand.signals;
    let levels = signals.iter().filter(|signal| **signal != row.process);
    let lowest = levels.map(|signal| state.processes.level(*signal, region)).min().unwrap_or(Level::ONE);
    let leaned = leans.times_floor(lowest.lack()).times_floor(part.lack());
    let set = |lanes: Option<&mut Lanes>, now: Level| {
        lanes.is_some_and(|lanes| std::mem::replace(&mut lanes[region], now.0) != now.0)
    };
    let changed = [
        set(state.readiness.bridged.get_mut(index), bridged),
        set(state.readiness.leaned.get_mut(index), leaned),
    ];
    if changed.contains(&true) {
        processes::weigh(state, Target::Process(row.process, region));
    }
    bridged > Level::ZERO || leaned > Level::ZERO
}

/// Stores behind signals and data last longer.
fn stretch(ctx: &Ctx, state: &mut State, row: &HandRow, region: RegionId) {
    let digital = &ctx.country.readiness.by_hand.digital;
    let lacks = |supplier: &ProcessId| state.processes.level(*supplier, region) < Level::ONE;
    if !digital.iter().any(lacks) {
        return;
    }
    let part = thousandths(by_hand(ctx.country, state, row, region));
    if part == Level::ZERO {
        return;
    }
    for (arc, info) in ctx.country.arcs.iter() {
        let behind = info.process == row.process && digital.contains(&info.supplier);
        if behind && state.processes.level(info.supplier, region) < Level::ONE {
            generators::put_back(ctx, state, arc, region, part);
        }
    }
}

/// Part of a digital loss of a process that people make up for by hand in a region, in thousandths.
pub(in crate::sim) fn by_hand(country: &Country, state: &State, row: &HandRow, region: RegionId) -> u32 {
    let slows = country.readiness.by_hand.slows_permille;
    let slower = lever(state, Lever::Automation, region) * slows / ALL;
    lever(state, Lever::Analogue, region) * row.efficiency_permille / ALL * ALL.saturating_sub(slower) / ALL
}

/// A lever in a region, between nothing and all.
pub(in crate::sim) fn lever(state: &State, lever: Lever, region: RegionId) -> u32 {
    u32::try_from(state.measures.lever(lever, region)).unwrap_or(0).min(ALL)
}

/// Part of the people missing in a process whom machines replace in a region.
pub(in crate::sim) fn machines(
    country: &Country,
    state: &State,
    process: ProcessId,
    region: RegionId,
) -> Level {
    let automation = lever(state, Lever::Automation, region);
    if automation == 0 {
        return Level::ZERO;
    }
    let row = country.readiness.by_hand.of(process);
    row.map_or(Level::ZERO, |row| thousandths(automation * row.machines_permille / ALL))
}

/// How much deeper digital damage of a process goes in a region, in thousandths.
pub(in crate::sim) fn exposed(country: &Country, state: &State, process: ProcessId, region: RegionId) -> u32 {
    let row = country.readiness.by_hand.of(process);
    row.map_or(0, |row| lever(state, Lever::Automation, region) * row.exposed_permille / ALL)
}

fn thousandths(value: u32) -> Level {
    Level::ratio_floor(u64::from(value), u64::from(ALL))
}
