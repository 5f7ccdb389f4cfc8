//! The transport network: places, stretches, contracted vehicles, civil demand and its rhythms. See `limits` for what
//! stretches let through. Must not find ways: `validate` does.

use super::{codes::Codes, every, hours, limits, positive, positive_count};
use crate::{
    geo::{map::MapData, rd},
    scenario::{
        fault::Faults,
        scalar::Decimal,
        schema::world::{DemandFile, DemandRow, EdgeRow, GoodRow, NodeRow, RhythmRow},
    },
    sim::{
        country::{Demand, Edge, Handling, Mode, Node, NodeKind, Rhythm},
        ids::{DemandId, DenseId, EdgeId, GoodId, NodeId, PoolId, RegionId, RhythmId, RoleId, Table},
        limits::{BerthKind, Fit},
        time::Span,
    },
};

/// The codes that the network refers to.
pub(super) struct Names<'c> {
    pub(super) regions: &'c Codes<RegionId>,
    pub(super) roles: &'c Codes<RoleId>,
    pub(super) pools: &'c Codes<PoolId>,
    pub(super) nodes: &'c Codes<NodeId>,
    pub(super) rhythms: &'c Codes<RhythmId>,
}

/// Longitude and latitude that the map covers, in millionths of a degree.
const LON_MICRO: std::ops::RangeInclusive<i64> = 900_000..=8_500_000;
const LAT_MICRO: std::ops::RangeInclusive<i64> = 50_300_000..=54_300_000;

/// Places.
pub(super) fn nodes(
    rows: &[NodeRow],
    names: &Names<'_>,
    faults: &mut Faults<'_>,
) -> Option<Table<NodeId, Node>> {
    every(rows.iter().map(|row| node(row, names, faults)).collect::<Vec<_>>()).map(Table::new)
}

fn node(row: &NodeRow, names: &Names<'_>, faults: &mut Faults<'_>) -> Option<Node> {
    let region = names.regions.find_optional(row.region.as_ref());
    let (lon, lat) = row.at.value;
    let inside =
        LON_MICRO.contains(&lon.times_round(1_000_000)) && LAT_MICRO.contains(&lat.times_round(1_000_000));
    if !inside {
        let repair = "write (longitude, latitude) in degrees, such as (4.5990, 51.8330)";
        faults.add(&row.at.place, format!("({lon}, {lat}) lies outside the map"), repair);
    }
    match (row.kind, &row.region) {
        (NodeKind::Abroad, Some(code)) => {
            faults.add(&code.place, "a place abroad has no safety region", "write region: None");
        }
        (NodeKind::Abroad, None) | (_, Some(_)) => {}
        (_, None) => faults.add(
            &row.code.place,
            "a place in the country needs its safety region",
            "add region: \"VR..\"",
        ),
    }
    let handling = handling(row, names, faults);
    let berths = limits::berths(row, faults);
    let tracks_740 = limits::tracks_740(row, faults);
    let accepts = row.accepts_per_day.as_ref();
    if let Some(figure) = accepts.filter(|_| row.kind != NodeKind::Border) {
        let repair = "remove it, or make the place a Border";
        faults.add(&figure.place, "only a crossing of the border has a neighbour behind it", repair);
    }
    let accepts = accepts.map(|figure| positive(figure, "what the neighbour takes over", faults));
    Some(Node {
        code: row.code.text.clone(),
        name: row.name.0.clone(),
        kind: row.kind,
        region: region?,
        at: inside.then(|| rd::rd_metres(lon.to_f64(), lat.to_f64()))?,
        handling: handling?,
        safe_haven: row.safe_haven,
        staging: row.staging,
        berths: berths?,
        tracks_740: tracks_740?,
        accepts_per_day: accepts.map_or(Some(None), |value| value.map(Some))?,
    })
}

#[expect(
    clippy::option_option,
    reason = "the outer none is a fault, the inner one a place without a terminal"
)]
fn handling(row: &NodeRow, names: &Names<'_>, faults: &mut Faults<'_>) -> Option<Option<Handling>> {
    if let Some(owner) = &row.owner {
        names.roles.find(owner)?;
    }
    match (&row.handling, &row.pool) {
        (None, None) => Some(None),
        (Some(moves), Some(pool)) => {
            let pool = names.pools.find(pool);
            let moves_per_hour = positive(moves, "the handling", faults);
            let quays = quays(row, names, faults);
            let storage = row.storage.as_ref().map_or(u32::MAX, |storage| storage.value);
            Some(Some(Handling { pool: pool?, moves_per_hour: moves_per_hour?, storage, quays: quays? }))
        }
        _ => {
            faults.add(
                &row.code.place,
                "handling and pool belong together",
                "write both at a terminal, none elsewhere",
            );
            None
        }
    }
}

/// The pools of berths for military ships, by kind.
fn quays(
    row: &NodeRow,
    names: &Names<'_>,
    faults: &mut Faults<'_>,
) -> Option<[Option<PoolId>; BerthKind::COUNT]> {
    let mut quays = [None; BerthKind::COUNT];
    for (kind, pool) in &row.quays {
        if !row.berths.iter().any(|berths| berths.kind.value == kind.value) {
            let what = format!("\"{}\" has no berths of kind {:?}", row.code.text, kind.value);
            faults.add(&kind.place, what, "add them to berths, or name another kind");
        }
        if let Some(slot) = quays.get_mut(kind.value as usize) {
            *slot = Some(names.pools.find(pool)?);
        }
    }
    Some(quays)
}

/// Stretches, with the length of their course on the map.
pub(super) fn edges(
    rows: &[EdgeRow],
    names: &Names<'_>,
    nodes: Option<&Table<NodeId, Node>>,
    map: &MapData,
    faults: &mut Faults<'_>,
) -> Option<Table<EdgeId, Edge>> {
    every(rows.iter().map(|row| edge(row, names, nodes, map, faults)).collect::<Vec<_>>()).map(Table::new)
}

fn edge(
    row: &EdgeRow,
    names: &Names<'_>,
    nodes: Option<&Table<NodeId, Node>>,
    map: &MapData,
    faults: &mut Faults<'_>,
) -> Option<Edge> {
    let (from, to) = (names.nodes.find(&row.from), names.nodes.find(&row.to));
    if from.is_some() && from == to {
        faults.add(&row.to.place, "the stretch ends where it begins", "name another place");
    }
    let pool = names.pools.find_optional(row.pool.as_ref());
    let region = names.regions.find_optional(row.region.as_ref());
    let slots = positive(&row.slots, "the number of slots", faults);
    let speed = positive(&row.speed_kmh, "the speed", faults);
    if !matches!(row.window_h.value, 1 | 2 | 4) {
        faults.add(
            &row.window_h.place,
            format!("a window of {} hours", row.window_h.value),
            "write 1, 2 or 4",
        );
    }
    let limits = limits::limits(row, faults);
    let (from, to, nodes) = (from?, to?, nodes?);
    let length_m =
        map.route(&row.code.text).map_or_else(|| beeline(nodes, from, to), |route| route.length_m).max(1);
    let seconds = (u64::from(length_m) * 36).div_ceil(u64::from(speed?) * 10);
    Some(Edge {
        code: row.code.text.clone(),
        from,
        to,
        mode: row.mode,
        pool: pool?,
        slots: slots?,
        window_hours: row.window_h.value,
        length_m,
        transit_s: u32::try_from(seconds).unwrap_or(u32::MAX).max(1),
        region: region?,
        limits: limits?,
    })
}

/// A straight line and a fifth more, for a stretch the map has no course of.
fn beeline(nodes: &Table<NodeId, Node>, from: NodeId, to: NodeId) -> u32 {
    let ([x, y], [u, v]) = (nodes[from].at, nodes[to].at);
    let (east, north) = (f64::from(u) - f64::from(x), f64::from(v) - f64::from(y));
    ((east * east + north * north).sqrt() * 1.2) as u32
}

/// Rhythms: hour weights times day weights, scaled so that the mean over the week is 1000.
pub(super) fn rhythms(rows: &[RhythmRow], faults: &mut Faults<'_>) -> Option<Table<RhythmId, Rhythm>> {
    let mut rhythm = |row: &RhythmRow| {
        let (hours, days) = (&row.hours.value, &row.days.value);
        let sum = |list: &[u16]| list.iter().map(|each| u64::from(*each)).sum::<u64>();
        let whole = sum(hours) * sum(days);
        for (list, place, count) in [(hours, &row.hours.place, 24), (days, &row.days.place, 7)] {
            if list.len() != count || sum(list) == 0 {
                let what = format!("{} weights with sum {}", list.len(), sum(list));
                faults.add(place, what, format!("write {count} weights that are not all zero"));
            }
        }
        if hours.len() != 24 || days.len() != 7 || whole == 0 {
            return None;
        }
        let weight = |day: u16, hour: u16| (u64::from(day) * u64::from(hour) * 168_000 + whole / 2) / whole;
        let week = days.iter().flat_map(|day| hours.iter().map(move |hour| weight(*day, *hour)));
        let hours_permille = week.map(|weight| u16::try_from(weight).unwrap_or(u16::MAX)).collect();
        Some(Rhythm { code: row.code.text.clone(), hours_permille })
    };
    every(rows.iter().map(&mut rhythm).collect::<Vec<_>>()).map(Table::new)
}

/// Tonnes in one slot, by mode.
fn tonnes(file: &DemandFile, faults: &mut Faults<'_>) -> [Option<Decimal>; Mode::ALL.len()] {
    let rows = &file.tonnes.value;
    if Mode::ALL.iter().any(|mode| rows.iter().filter(|(of, _)| of == mode).count() != 1) {
        faults.add(
            &file.tonnes.place,
            "tonnes does not name every mode once",
            "write one line each for Rail, Road and Water",
        );
    }
    Mode::ALL.map(|mode| rows.iter().find(|(of, _)| *of == mode).map(|(_, amount)| amount.value))
}

/// The good that a demand brings.
fn brings(row: &DemandRow, goods: &[GoodRow]) -> Option<GoodId> {
    let good = goods.iter().position(|good| good.commodities.iter().any(|name| name.0 == row.commodity.0))?;
    Some(GoodId::from_index(good))
}

/// The commodity of vehicles that drive back for their next load.
const EMPTY: &str = "empty";

/// What one departure carries, in kilograms.
fn carries_kg(row: &DemandRow, tonnes: Option<Decimal>) -> u32 {
    if row.commodity.0 == EMPTY {
        return 0;
    }
    let kilograms = tonnes.map_or(0, |tonnes| tonnes.times_round(1000)) * i64::from(row.load.value);
    u32::try_from(kilograms).unwrap_or(0)
}

/// Most departures of one demand on a day.
const PER_DAY_MAX: i64 = 5_000;

/// Civil demand.
pub(super) fn demands(
    file: &DemandFile,
    names: &Names<'_>,
    faults: &mut Faults<'_>,
) -> Option<Table<DemandId, Demand>> {
    let waits =
        |mode: Mode| file.patience.value.iter().filter(move |row| row.mode == mode).map(|row| &row.hours);
    if Mode::ALL.iter().any(|mode| waits(*mode).count() != 1) {
        faults.add(
            &file.patience.place,
            "patience does not name every mode once",
            "write one line each for Rail, Road and Water",
        );
    }
    let patience = Mode::ALL.map(|mode| waits(mode).next().and_then(|figure| hours(figure, faults)));
    let tonnes = tonnes(file, faults);
    let mut row = |row: &DemandRow| {
        let mode = row.mode as usize;
        let tonnes = tonnes.get(mode).copied().flatten();
        demand(row, patience.get(mode).copied().flatten(), tonnes, &file.goods, names, faults)
    };
    every(file.demands.iter().map(&mut row).collect::<Vec<_>>()).map(Table::new)
}

fn demand(
    row: &DemandRow,
    patience: Option<Span>,
    tonnes: Option<Decimal>,
    goods: &[GoodRow],
    names: &Names<'_>,
    faults: &mut Faults<'_>,
) -> Option<Demand> {
    let (from, to) = (names.nodes.find(&row.from), names.nodes.find(&row.to));
    if from.is_some() && from == to {
        faults.add(&row.to.place, "the transport ends where it begins", "name another destination");
    }
    let rhythm = names.rhythms.find(&row.rhythm);
    let load = positive_count(row.load.value, &row.load.place, "the load", faults);
    let milli = row.per_day.value.times_round(1000);
    if !(1..=PER_DAY_MAX * 1000).contains(&milli) {
        let repair = format!("write more than 0 and at most {PER_DAY_MAX}, or split it");
        faults.add(&row.per_day.place, format!("{} departures a day", row.per_day.value), repair);
    }
    let brings = brings(row, goods);
    let train = limits::train(row.mode, row.train_m.as_ref(), row.axle_load_t.as_ref(), faults);
    Some(Demand {
        code: row.code.text.clone(),
        mode: row.mode,
        from: from?,
        to: to?,
        class: row.class,
        per_day_milli: u32::try_from(milli).ok()?,
        load: load?,
        moves: row.moves.value,
        fit: Fit { dangerous: limits::is_dangerous(&row.commodity.0), ..train? },
        rhythm: rhythm?,
        patience: patience?,
        carries_kg: carries_kg(row, tonnes),
        brings,
    })
}
