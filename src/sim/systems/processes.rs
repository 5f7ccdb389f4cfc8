//! The cascade among vital processes: buffers drain and fill, levels fall at once and rise at a finite rate.
//!
//! One Jacobi pass a tick: every process sees the levels its suppliers had at the start of the tick, so a cascade travels
//! one dependency each quarter of an hour. For every process, with d over its dependencies,
//! `x* = c * min_d (1 - w_d * (1 - x_s) * (1 - min(1, B_d / knee_d)))` and `x <- min(x*, x + restart)`.
//! Buffers move first, by the supplier's level at the start of the tick. Regions do not touch each other. A process of which nothing
//! moved in the last pass, in a group of regions in which nothing that it depends on did, would come to the same again: it is
//! skipped there. Arithmetic: `kernels`.
//!
//! The capability c of a process in a region, in units of 2^-24, every product rounded down and thousandths turned into such units
//! by rounding down first; `lost` is the sum of its open losses, at most one, never below zero after what was bridged:
//!
//! ```text
//! c = (1 - (lost - bridged) * (1 - ease)) * (1 - strain) * (1 - leaned) * goods * staff * share
//! ```
//!
//! with `bridged` and `leaned` of `by_hand`, ease and strain held within nothing and all, `goods` the least that the stores of its
//! goods allow (`supply`), `staff` what the people who are there allow (`workforce`), and for electricity `share`, what the grid
//! serves (`power`). What `supply` and `society` change of it later in a tick counts from the next pass.

use super::{Ctx, capacity};
use crate::sim::{
    cause::Cause,
    country::{Country, REGION_LANES},
    effect::Target,
    event::Event,
    ids::{DenseId, ProcessId, RegionId, Table},
    kernels::{self, GROUP},
    num::Level,
    query,
    state::{GROUPS, Lanes, State},
};
use fearless_simd::{Level as Widest, dispatch, prelude::*};

/// [`weigh`] after something broke, was whole again or was decided: the grid looks at it at once.
pub(in crate::sim) fn weigh_at_once(state: &mut State, target: Target) {
    weigh(state, target);
    state.power.touch(target);
}

/// Works out the capability of a process again, or marks capacities for the next look, after damage to `target` changed.
pub(in crate::sim) fn weigh(state: &mut State, target: Target) {
    match target {
        Target::Process(process, region) => {
            let served = state.power.serves(process, region);
            state.processes.capability[process][region] = own(state, process, region).times_floor(served).0;
            state.processes.wake(process, region);
        }
        Target::Edge(_) | Target::Terminal(_) | Target::Crossing(_) => state.damages.struck.push(target),
        Target::Grid(_) => {}
    }
}

/// [`weigh`] of every process everywhere.
pub(in crate::sim) fn weigh_all(country: &Country, state: &mut State) {
    let mut lost = Table::<ProcessId, _>::filled(Lanes([0; REGION_LANES]), country.processes.len());
    for row in &state.damages.open {
        if let Target::Process(process, region) = row.target {
            let lost = &mut lost[process][region];
            *lost = Level(*lost).plus(row.loss_now()).0;
        }
    }
    for process in country.processes.ids() {
        for region in country.regions.ids() {
            let own = left_of(state, process, region, Level(lost[process][region]));
            let served = state.power.serves(process, region);
            state.processes.capability[process][region] = own.times_floor(served).0;
            state.processes.wake(process, region);
        }
    }
}

/// What the damage of a process and the store of its good leave of it in a region, without what the grid brings.
pub(in crate::sim) fn own(state: &State, process: ProcessId, region: RegionId) -> Level {
    let rows = state.damages.open.iter().filter(|row| row.target == Target::Process(process, region));
    left_of(state, process, region, rows.fold(Level::ZERO, |sum, row| sum.plus(row.loss_now())))
}

/// The same, with the sum of its open losses known.
pub(in crate::sim) fn left_of(state: &State, process: ProcessId, region: RegionId, lost: Level) -> Level {
    // What people make up for by hand, and what machines without signals lose.
    let (bridged, leaned) = state.readiness.by_hand(process, region);
    let left = state.measures.capability(process, region, lost.minus(bridged)).times_floor(leaned.lack());
    left.times_floor(state.supply_allows(process, region)).times_floor(state.staff_allows(process, region))
}

/// Which dependencies a process has, and which processes depend on it. Worked out from the country when it is empty.
#[derive(Debug, Default)]
pub(in crate::sim) struct Web {
    /// Where the dependencies of each process begin, and one row for the end.
    starts: Vec<usize>,
    /// The least store of each dependency that limits nothing.
    covering: Vec<i32>,
    /// A bit for each process that depends on it.
    users: Table<ProcessId, u32>,
}

/// What moved of a process in a tick, a bit for each region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::sim) struct Moved {
    /// Its level changed.
    level: u32,
    /// Its level is of another class.
    class: u32,
}

impl Web {
    fn learn(&mut self, country: &Country) {
        if self.users.len() == country.processes.len() {
            return;
        }
        let arcs = country.arcs.rows();
        let before = |process: ProcessId| arcs.partition_point(|row| row.process < process);
        self.starts = country.processes.ids().map(before).chain([arcs.len()]).collect();
        self.covering = arcs.iter().map(|row| kernels::covering(row.buffer)).collect();
        self.users = Table::filled(0, country.processes.len());
        for row in arcs {
            self.users[row.supplier] |= 1 << row.process.index();
        }
    }
}

/// One tick of the cascade.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.processes.is_moving() {
        return;
    }
    let mut web = std::mem::take(&mut state.work.web);
    web.learn(ctx.country);
    let mut before = std::mem::take(&mut state.work.levels);
    before.clone_from(&state.processes.level);
    // The same whole numbers on every processor, more of them at once where its vector registers are wide.
    let mut moved = std::mem::take(&mut state.work.moved);
    moved.fill_again(Moved::default(), ctx.country.processes.len());
    dispatch!(Widest::new(), simd => move_groups(simd, ctx.country, &web, state, &before, &mut moved));
    for (process, lanes) in moved.iter().filter(|(_, lanes)| lanes.level != 0) {
        state.knowledge.behind[process] = true;
        capacity::note(&mut state.damages.changed, ctx.country, process, lanes.level);
        tell_crossings(ctx, state, process, &before[process], lanes.class);
    }
    state.work.moved = moved;
    state.work.levels = before;
    state.work.web = web;
}

/// One tick of the cascade; notes in `moved` what moved.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled once for each kind of vector unit, see `kernels`")]
fn move_groups<S: Simd>(
    simd: S,
    country: &Country,
    web: &Web,
    state: &mut State,
    before: &Table<ProcessId, Lanes>,
    moved: &mut Table<ProcessId, Moved>,
) {
    for group in 0..GROUPS {
        move_group(simd, country, web, state, before, group, moved);
    }
}

/// One tick of the cascade in one group of regions.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled once for each kind of vector unit, see `kernels`")]
fn move_group<S: Simd>(
    simd: S,
    country: &Country,
    web: &Web,
    state: &mut State,
    before: &Table<ProcessId, Lanes>,
    group: usize,
    moved: &mut Table<ProcessId, Moved>,
) {
    let mut awake = std::mem::take(&mut state.processes.awake[group]);
    let mut next = 0;
    while awake != 0 {
        let process = ProcessId::from_index(awake.trailing_zeros() as usize);
        let own = 1 << process.index();
        awake &= !own;
        let mut best = kernels::all(simd, Level::ONE);
        let arcs = web.starts[process.index()]..web.starts[process.index() + 1];
        let stores = &mut state.processes.buffer.rows_mut()[arcs.clone()];
        let rows = country.arcs.rows()[arcs.clone()].iter().zip(&web.covering[arcs]);
        for ((row, covering), store) in rows.zip(stores) {
            let supplier = kernels::load(simd, before[row.supplier].group(group));
            let store = store.group_mut(group);
            let was = kernels::load(simd, store);
            // A whole supplier keeps a full buffer full and limits nothing.
            let whole = kernels::is_whole(supplier);
            if whole && kernels::is_whole(was) {
                continue;
            }
            let now = if whole {
                kernels::fill_buffer(row.buffer, was)
            } else {
                kernels::move_buffer(row.buffer, supplier, was)
            };
            if kernels::differing(was, now) != 0 {
                next |= own;
                now.store_array(store);
            }
            if !whole {
                best = kernels::limit((row.buffer, row.depth, *covering), supplier, now, best);
            }
        }
        let capability = kernels::load(simd, state.processes.capability[process].group(group));
        let level = state.processes.level[process].group_mut(group);
        let was = kernels::load(simd, level);
        let now = kernels::follow(capability, best, country.processes[process].restart_per_tick, was);
        let lanes = kernels::differing(was, now);
        if lanes != 0 {
            now.store_array(level);
            next |= own | web.users[process];
            moved[process].level |= lanes << (group * GROUP);
            moved[process].class |= kernels::passing(&query::CLASS_FROM, was, now) << (group * GROUP);
        }
    }
    state.processes.awake[group] = next;
}

/// Tells of a process in the regions where its level is of another class, a bit each. Where there is no region nothing ever changes.
fn tell_crossings(ctx: &mut Ctx, state: &State, process: ProcessId, before: &Lanes, mut lanes: u32) {
    while lanes != 0 {
        let region = RegionId::from_number(lanes.trailing_zeros());
        lanes &= lanes - 1;
        tell_crossing(ctx, state, process, region, Level(before[region]));
    }
}

fn tell_crossing(ctx: &mut Ctx, state: &State, process: ProcessId, region: RegionId, before: Level) {
    let (from, to) = (query::level_class(before), query::level_class(state.processes.level(process, region)));
    let cause = match query::limited_by(ctx.country, state, process, region) {
        query::LimitedBy::Nothing | query::LimitedBy::Restart => Cause::Routine,
        query::LimitedBy::Damage(serial) => Cause::Damage(serial),
        query::LimitedBy::Grid(shortfall) => Cause::Grid(shortfall),
        query::LimitedBy::Supplier(supplier) => Cause::Process(supplier),
        query::LimitedBy::Staff(sector) => Cause::Staff(sector),
    };
    ctx.tell(state.tick, Event::LevelChanged { process, region, from, to }, cause);
}
