//! What carries military movements, what freight does when its mode fails, and the goods that regions store.

use super::{
    codes::Codes, country::CountryCodes, every, hours, hours_or_none, limits, positive, positive_count,
    positive_share, share,
};
use crate::{
    scenario::{
        fault::Faults,
        scalar::Ref,
        schema::Amount,
        schema::world::{
            DemandFile, FleetRow, GoodRow, NeedRow, RulesFile, ShiftRow, StandstillRow, TractionRow,
        },
    },
    sim::{
        country::{
            BasketItem, Demand, Fleet, FleetNeed, Good, Guards, Mode, Node, PerKind, Pool, PoolKind, Shift,
            Standstill, Traction,
        },
        ids::{DemandId, DenseId, FleetId, GoodId, NodeId, PoolId, ProcessId, RegionId, RoleId, Table},
        limits::Fit,
        num::Level,
        time::Span,
    },
};

/// Kinds of departure.
pub(super) fn fleets(
    rows: &[FleetRow],
    codes: &Codes<PoolId>,
    pools: Option<&Table<PoolId, Pool>>,
    faults: &mut Faults<'_>,
) -> Option<Table<FleetId, Fleet>> {
    every(rows.iter().map(|row| fleet(row, codes, pools?, faults)).collect::<Vec<_>>()).map(Table::new)
}

fn fleet(
    row: &FleetRow,
    codes: &Codes<PoolId>,
    pools: &Table<PoolId, Pool>,
    faults: &mut Faults<'_>,
) -> Option<Fleet> {
    let pool = codes.find(&row.pool);
    if pool.is_some_and(|pool| pools[pool].kind != PoolKind::Held) {
        faults.add(&row.pool.place, "this pool has no sets to lend", "name a pool under a law of kind Held");
    }
    let cycle = hours(&row.cycle_h, faults);
    let load = positive_count(row.load.value, &row.load.place, "the load", faults);
    let mut pieces = PerKind::default();
    for (kind, count) in &row.pieces.value {
        if pieces[*kind] > 0 {
            faults.add(&count.place, format!("{kind:?} stands here twice"), "remove one of the two");
        }
        pieces[*kind] = positive(count, "the number of pieces", faults)?;
    }
    if row.pieces.value.is_empty() {
        faults.add(&row.pieces.place, "it cannot carry anything", "name a kind of piece with a number");
    }
    let needs = needs(&row.needs, codes, pools, faults);
    let train = limits::train(row.mode, row.train_m.as_ref(), row.axle_load_t.as_ref(), faults);
    let lead = row.lead_h.as_ref().map_or(Some(Span(0)), |lead| hours_or_none(lead, faults));
    Some(Fleet {
        code: row.code.text.clone(),
        mode: row.mode,
        pool: pool?,
        cycle: cycle?,
        pieces,
        load: load?,
        needs: needs?,
        lead: lead?,
        fit: Fit { dangerous: row.dangerous, convoy: row.mode == Mode::Road, ..train? },
    })
}

/// What a departure takes.
fn needs(
    rows: &[NeedRow],
    codes: &Codes<PoolId>,
    pools: &Table<PoolId, Pool>,
    faults: &mut Faults<'_>,
) -> Option<Vec<FleetNeed>> {
    let mut need = |row: &NeedRow| {
        let pool = codes.find(&row.pool);
        let units = positive(&row.units, "the number of units", faults);
        let kind = pools[pool?].kind;
        let back = match (kind, &row.back_h) {
            (PoolKind::Held, Some(back)) => hours(back, faults),
            (PoolKind::Stock, None) => Some(Span(0)),
            (PoolKind::Held, None) => {
                faults.add(
                    &row.pool.place,
                    "nothing says when it comes back",
                    "add back_h: (hours, source, A, B or C)",
                );
                None
            }
            (PoolKind::Stock, Some(back)) => {
                faults.add(&back.place, "what is used up does not come back", "remove back_h");
                None
            }
            (PoolKind::Crews, _) => {
                faults.add(&row.pool.place, "repair crews ride with nobody", "name a held pool or a stock");
                None
            }
            (PoolKind::Paths(_) | PoolKind::Handling, _) => {
                faults.add(
                    &row.pool.place,
                    "a departure claims paths and handling by itself",
                    "name a held pool or a stock",
                );
                None
            }
        };
        Some(FleetNeed { pool: pool?, units: units?, back: back? })
    };
    every(rows.iter().map(&mut need).collect::<Vec<_>>())
}

/// What the rules say about troops, guards and escorts.
pub(super) struct Support {
    pub(super) basket: Vec<BasketItem>,
    pub(super) guards: Option<Guards>,
    pub(super) escort: Vec<FleetNeed>,
}

/// Troops, guards and escorts.
pub(super) fn support(
    file: &RulesFile,
    codes: &Codes<PoolId>,
    pools: Option<&Table<PoolId, Pool>>,
    faults: &mut Faults<'_>,
) -> Option<Support> {
    let pools = pools?;
    let mut item =
        |(pool, count): &(crate::scenario::scalar::Ref<PoolId>, crate::scenario::schema::Count)| {
            let found = codes.find(pool)?;
            if !matches!(pools[found].kind, PoolKind::Held | PoolKind::Stock) {
                faults.add(
                    &pool.place,
                    "troops cannot live on paths, handling or repair crews",
                    "name a held pool or a stock",
                );
            }
            Some(BasketItem { pool: found, per_thousand: u32::from(count.value) })
        };
    let basket = every(file.basket.iter().map(&mut item).collect::<Vec<_>>());
    let guards = file.guards.as_ref().map(|(pool, count)| {
        let found = codes.find(pool)?;
        if pools[found].kind != PoolKind::Held {
            faults.add(&pool.place, "guards are lent and come back", "name a held pool");
        }
        Some(Guards { pool: found, units: count.value })
    });
    let escort = needs(&file.escort, codes, pools, faults);
    Some(Support {
        basket: basket?,
        guards: guards.map_or(Some(None), |guards| guards.map(Some))?,
        escort: escort?,
    })
}

/// What hauls trains without traction power. The outer none is a fault, the inner one says nothing about it.
#[expect(clippy::option_option, reason = "a fault, or nothing said")]
pub(super) fn traction(
    row: Option<&TractionRow>,
    codes: &CountryCodes,
    pools: Option<&Table<PoolId, Pool>>,
    faults: &mut Faults<'_>,
) -> Option<Option<Traction>> {
    let Some(row) = row else { return Some(None) };
    let process = codes.processes.find(&row.process);
    let from = positive_share(row.from.value, &row.from.place, faults);
    let diesel = needs(std::slice::from_ref(&row.diesel), &codes.pools, pools?, faults)?;
    let diesel = diesel.first().copied();
    Some(Some(Traction { process: process?, from: from?, diesel: diesel? }))
}

/// What follows when an ammunition train stands still. The outer none is a fault, the inner one says nothing about it.
#[expect(clippy::option_option, reason = "a fault, or nothing said")]
pub(super) fn standstill(
    row: Option<&StandstillRow>,
    codes: &CountryCodes,
    pools: Option<&Table<PoolId, Pool>>,
    faults: &mut Faults<'_>,
) -> Option<Option<Standstill>> {
    let Some(row) = row else { return Some(None) };
    let mut knows = |(role, after): &(Ref<RoleId>, Amount)| {
        let role = codes.roles.find(role);
        let after = hours_or_none(after, faults);
        Some((role?, after?))
    };
    let told = every(row.told.iter().map(&mut knows).collect::<Vec<_>>());
    let steps = &row.distance_m.value;
    if steps.is_empty() || !steps.is_sorted_by_key(|(pieces, _)| *pieces) {
        let repair = "write at least one step, smallest load first";
        faults.add(&row.distance_m.place, "the safety distances are not in order of the load", repair);
    }
    let distance_m = steps.iter().map(|(pieces, metres)| (*pieces, metres.value)).collect();
    let publicity = share(row.publicity_per_hour.value, &row.publicity_per_hour.place, faults);
    let per_guard = positive(&row.crowd_per_guard, "the people for one guard", faults);
    let guards = codes.pools.find(&row.guards);
    if let Some(pool) = guards.filter(|pool| pools.is_some_and(|pools| pools[*pool].kind != PoolKind::Held)) {
        let what = format!("\"{}\" is not lent", pools.map_or("", |pools| &pools[pool].code));
        faults.add(&row.guards.place, what, "name a held pool");
    }
    Some(Some(Standstill {
        told: told?,
        distance_m,
        people_km2: u32::from(row.people_km2.value),
        publicity_permille: u16::try_from(publicity?.permille()).ok()?,
        crowd_per_hour: row.crowd_per_hour.value,
        crowd_most: u32::from(row.crowd_most.value),
        crowd_per_guard: per_guard?,
        guards: guards?,
    }))
}

/// How waiting freight changes its mode.
pub(super) fn shifts(rows: &[ShiftRow], faults: &mut Faults<'_>) -> Option<Vec<Shift>> {
    let mut shift = |row: &ShiftRow| {
        if row.from == row.to.value {
            faults.add(&row.to.place, "it would stay on the mode that fails", "name another mode");
        }
        let after = hours(&row.after_h, faults);
        let part = share(row.share.value, &row.share.place, faults);
        let slots = positive(&row.slots, "the number of slots", faults);
        let permille = u16::try_from(part?.permille()).ok()?;
        Some(Shift { from: row.from, to: row.to.value, after: after?, permille, slots: slots? })
    };
    every(rows.iter().map(&mut shift).collect::<Vec<_>>())
}

/// Goods, with the normal use of each region: what the ordinary deliveries bring it.
pub(super) fn goods(
    file: &DemandFile,
    processes: &Codes<ProcessId>,
    regions: usize,
    nodes: Option<&Table<NodeId, Node>>,
    demands: Option<&Table<DemandId, Demand>>,
    faults: &mut Faults<'_>,
) -> Option<Table<GoodId, Good>> {
    let mut good = |(index, row): (usize, &GoodRow)| {
        let process = processes.find(&row.process);
        let stock = positive(&row.stock_h, "the stock", faults);
        let low = positive(&row.low_h, "the low stock", faults);
        if low > stock {
            faults.add(&row.low_h.place, "the store is low from the start", "write at most stock_h");
        }
        let depth = match &row.depth {
            Some(depth) => positive_share(depth.value, &depth.place, faults),
            None => Some(Level::ONE),
        };
        let (nodes, demands) = (nodes?, demands?);
        let mut daily: Table<RegionId, u64> = Table::filled(0, regions);
        for demand in demands.rows() {
            let brings = demand.brings.filter(|good| good.index() == index);
            let kilograms = demand.carries_kg;
            if let (Some(_), Some(region)) = (brings, nodes[demand.to].region) {
                daily[region] += u64::from(kilograms) * u64::from(demand.per_day_milli) / 1000;
            }
        }
        Some(Good {
            code: row.code.text.clone(),
            process: process?,
            stock_hours: u32::from(stock?),
            low_hours: u32::from(low?),
            depth: depth?,
            daily_kg: daily,
            release: row.release,
        })
    };
    every(file.goods.iter().enumerate().map(&mut good).collect::<Vec<_>>()).map(Table::new)
}
