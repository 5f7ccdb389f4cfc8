//! What carries military movements, what freight does when its mode fails, and the goods that regions store.

use super::{codes::Codes, every, hours, hours_or_none, limits, positive, positive_count, share};
use crate::{
    scenario::{
        fault::Faults,
        schema::world::{DemandFile, FleetRow, GoodRow, NeedRow, RulesFile, ShiftRow},
    },
    sim::{
        country::{
            BasketItem, Demand, Fleet, FleetNeed, Good, Guards, Mode, Node, PerKind, Pool, PoolKind, Shift,
        },
        ids::{DemandId, DenseId, FleetId, GoodId, NodeId, PoolId, ProcessId, RegionId, Table},
        limits::Fit,
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
                    "troops cannot live on paths or handling",
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
        let (nodes, demands) = (nodes?, demands?);
        let mut daily: Table<RegionId, u64> = Table::filled(0, regions);
        for demand in demands.rows() {
            let brings = demand.brings.filter(|(good, _)| good.index() == index);
            if let (Some((_, kilograms)), Some(region)) = (brings, nodes[demand.to].region) {
                daily[region] += u64::from(kilograms) * u64::from(demand.per_day_milli) / 1000;
            }
        }
        Some(Good {
            code: row.code.text.clone(),
            process: process?,
            stock_hours: u32::from(stock?),
            low_hours: u32::from(low?),
            daily_kg: daily,
            release: row.release,
        })
    };
    every(file.goods.iter().enumerate().map(&mut good).collect::<Vec<_>>()).map(Table::new)
}
