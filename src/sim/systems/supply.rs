//! Stores of goods in the regions: deliveries fill them, use empties them, and a low store holds a process down.
//!
//! A region's normal use of a good is what its ordinary deliveries bring. At the start of each hour it uses a 24th of a day,
//! more where people hoard, as far as the store goes; what is missing is counted as short. Stock that is released by a measure comes in first. A delivery adds its kilograms (on a low river the part that a
//! ship can load, by the river of its own way also when it came by another mode), up to the store's size. With
//! `low = daily * low_hours / 24` the store allows `1 - depth * (1 - min(1, store / low))` of the good's process in the region,
//! the product rounded down: the process takes the smallest of its goods times what its damage leaves. That is worked out at the hour's use,
//! not at a delivery. Must not move goods: transport does.

use super::{Ctx, processes, society};
use crate::sim::{
    country::Lever,
    effect::Target,
    ids::{DemandId, GoodId, ProcessId, RegionId},
    num::Level,
    services::Brings,
    state::State,
    time::{TICKS_PER_DAY, TICKS_PER_HOUR},
};

const HOURS_PER_DAY: u64 = (TICKS_PER_DAY / TICKS_PER_HOUR) as u64;

/// The hour's use in every region.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.tick.starts_hour() {
        return;
    }
    let hoarded = ctx.country.society.as_ref().and_then(|society| society.hoarded).map(|(good, _)| good);
    for (good, info) in ctx.country.goods.iter() {
        let extra = hoarded == Some(good);
        for (region, daily) in info.daily_kg.iter().filter(|(_, daily)| **daily > 0) {
            let ordinary = daily / HOURS_PER_DAY;
            let extra = if extra { society::extra_use(ctx, state, region) } else { 0 };
            let wanted = ordinary + part(ordinary, extra);
            let released = part(ordinary, released(state, info.release, region));
            let row = &mut state.supply[good];
            if released > 0 {
                let most = daily * u64::from(info.stock_hours) / HOURS_PER_DAY;
                row.store_kg[region] = (row.store_kg[region] + released).min(most.max(row.store_kg[region]));
            }
            let used = row.store_kg[region].min(wanted);
            row.store_kg[region] -= used;
            row.short_kg[region] += wanted - used;
            if wanted > 0 {
                weigh(ctx, state, good, region);
            }
        }
    }
}

/// Thousandths of an amount; nearly always none.
fn part(amount: u64, permille: u64) -> u64 {
    if permille == 0 { 0 } else { amount * permille / 1000 }
}

/// What comes from strategic stock in an hour, in thousandths of an hour's ordinary use.
fn released(state: &State, lever: Option<Lever>, region: RegionId) -> u64 {
    let permille = lever.map_or(0, |lever| state.measures.lever(lever, region));
    u64::try_from(permille).unwrap_or(0)
}

/// What a delivery brings to the region where it arrives.
pub(in crate::sim) fn deliver(ctx: &Ctx, state: &mut State, demand: DemandId) {
    let Some(Brings { good, region, kg, gauge }) = ctx.plan.services.brings(demand) else { return };
    let info = &ctx.country.goods[good];
    let most = info.daily_kg[region] * u64::from(info.stock_hours) / HOURS_PER_DAY;
    let brought = u64::from(kg) * u64::from(state.network.ship_load(gauge)) / 1000;
    let store = &mut state.supply[good].store_kg[region];
    *store = (*store + brought).min(most.max(*store));
}

/// Works out again what a store allows, and tells the process when that changed.
fn weigh(ctx: &Ctx, state: &mut State, good: GoodId, region: RegionId) {
    let info = &ctx.country.goods[good];
    let low = info.daily_kg[region] * u64::from(info.low_hours) / HOURS_PER_DAY;
    let row = &mut state.supply[good];
    let allowed = if row.store_kg[region] >= low {
        Level::ONE
    } else {
        Level::ratio_floor(row.store_kg[region], low).lack().times_floor(info.depth).lack()
    };
    if row.allows[region] != allowed.0 {
        row.allows[region] = allowed.0;
        processes::weigh(state, Target::Process(info.process, region));
    }
}

impl State {
    /// What the stores of its goods allow of a process in a region.
    pub(in crate::sim) fn supply_allows(&self, process: ProcessId, region: RegionId) -> Level {
        let goods = self.supply.rows().iter().filter(|good| good.process == process);
        goods.map(|good| Level(good.allows[region])).min().unwrap_or(Level::ONE)
    }
}
