//! Services: what every departure of a civil demand needs to know, in one place and close together, because a departure is what
//! a busy tick is made of.
//!
//! Worked out from the country and the ways of the plan by `Plan::derive`, never written: `Demand`, `Od` and `Path` hold the facts.
//! Must not hold anything that changes during play. Read by `systems::{demand, dispatch, booking, supply}`.

use super::{
    country::{Class, Country, Mode},
    ids::{DemandId, GoodId, LinkId, NodeId, OdId, PathId, PoolId, RegionId, Table},
    limits::Gauge,
    routes::{Path, Routes},
    state::{BOOKABLE_S, window_mask},
    time::SECONDS_PER_TICK,
};
use std::ops::Range;

/// The services of a country, by demand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Services {
    rows: Table<DemandId, Service>,
    slots: Vec<Slot>,
    sections: Vec<Section>,
}

/// What every departure of a demand is made of, and its fastest way in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its pair.
    pub od: OdId,
    /// Its fastest way, when it may be booked at once: it has one, short enough to be booked whole, and no limit asks for
    /// more than room.
    pub path: Option<PathId>,
    /// A bit for each of its links, shared by links 64 apart.
    pub marks: u64,
    slots: Range<u32>,
    sections: Range<u32>,
    /// Origin.
    pub from: NodeId,
    /// Destination.
    pub to: NodeId,
    /// First pool on the way.
    pub pool: Option<PoolId>,
    /// Region of the origin.
    pub region: Option<RegionId>,
    /// Travel time in ticks, at least one.
    pub ticks: u32,
    /// Given up when it has waited this long, in ticks.
    pub patience: u32,
    /// Slots it takes on every link.
    pub load: u16,
    /// Moves it needs before it leaves.
    pub moves: u16,
    /// Mode.
    pub mode: Mode,
    /// Category.
    pub class: Class,
    /// It is loaded at a terminal first.
    pub loads: bool,
    /// By rail, under an overhead wire all along.
    pub wired: bool,
    /// What it brings to the store of a region.
    pub brings: Option<Brings>,
}

/// What a departure brings to the store of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brings {
    /// What.
    pub good: GoodId,
    /// Where.
    pub region: RegionId,
    /// How much, in kilograms, when ships load all they can.
    pub kg: u32,
    /// The river that says whether they do.
    pub gauge: Option<Gauge>,
}

/// A link of a way, as booking asks about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The link.
    pub link: LinkId,
    /// Whole ticks from departure until it is entered.
    pub entry_ticks: u16,
    /// The bits of a clock hour that say in which row of windows it is booked, see `state::window_mask`.
    pub window: u16,
}

/// A part of a way that a pool divides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The pool.
    pub pool: PoolId,
    /// Whole ticks from departure until it is entered.
    pub entry_ticks: u16,
}

impl Services {
    /// Works out the services of a country over the ways of a plan. A demand without a pair has none.
    pub(super) fn new(country: &Country, routes: &Routes) -> Self {
        let mut services = Self::default();
        for (demand, od) in routes.of_demand.iter() {
            let service = services.service(country, routes, demand, *od);
            services.rows.push(service);
        }
        services
    }

    fn service(&mut self, country: &Country, routes: &Routes, demand: DemandId, od_id: OdId) -> Service {
        let row = &country.demands[demand];
        let od = &routes.ods[od_id];
        let fastest = od.paths.first().map(|path| (*path, &routes.paths[*path]));
        let asks =
            (row.mode == Mode::Rail && row.fit.dangerous) || (row.mode == Mode::Road && row.fit.convoy);
        let way = fastest.filter(|(_, path)| !asks && path.total_s < BOOKABLE_S);
        let total_s = fastest.map_or(0, |(_, path)| path.total_s);
        let region = country.nodes[row.to].region;
        let brings = row.brings.zip(region);
        Service {
            od: od_id,
            path: way.map(|(path, _)| path),
            marks: way.map_or(0, |(_, path)| marks(path.links())),
            slots: lay_out(&mut self.slots, way.into_iter().flat_map(|(_, path)| path.slots())),
            sections: lay_out(&mut self.sections, way.into_iter().flat_map(|(_, path)| path.sections())),
            from: row.from,
            to: row.to,
            pool: od.pool,
            region: od.region,
            ticks: total_s.div_ceil(SECONDS_PER_TICK).max(1),
            patience: row.patience.0,
            load: row.load,
            moves: row.moves,
            mode: row.mode,
            class: row.class,
            loads: row.moves > 0 && country.nodes[row.from].handling.is_some(),
            wired: way.is_some_and(|(_, path)| super::query::wired(country, path)),
            brings: brings.map(|(good, region)| Brings { good, region, kg: row.carries_kg, gauge: od.gauge }),
        }
    }

    /// The service of a demand.
    #[inline]
    pub fn of(&self, demand: DemandId) -> &Service {
        &self.rows[demand]
    }

    /// The links of its way, in driving order; empty when it may not be booked at once.
    #[inline]
    pub fn slots(&self, service: &Service) -> &[Slot] {
        self.slots.get(range(&service.slots)).unwrap_or_default()
    }

    /// The parts of its way that pools divide.
    #[inline]
    pub fn sections(&self, service: &Service) -> &[Section] {
        self.sections.get(range(&service.sections)).unwrap_or_default()
    }
}

/// A bit for each link, shared by links 64 apart: where a link's bit is not set, the link is not among them.
pub(super) fn marks(links: impl Iterator<Item = LinkId>) -> u64 {
    links.fold(0, |bits, link| bits | 1 << (link.0 % 64))
}

fn range(rows: &Range<u32>) -> Range<usize> {
    rows.start as usize..rows.end as usize
}

/// Appends rows and says where they stand.
fn lay_out<T>(all: &mut Vec<T>, rows: impl Iterator<Item = T>) -> Range<u32> {
    let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    let start = place(all.len());
    all.extend(rows);
    start..place(all.len())
}

impl Path {
    /// The links, as booking asks about them.
    pub(super) fn slots(&self) -> impl ExactSizeIterator<Item = Slot> + Clone + '_ {
        self.steps.iter().map(|step| Slot {
            link: step.link,
            entry_ticks: step.entry_ticks,
            window: window_mask(step.window_hours),
        })
    }

    /// The parts that pools divide.
    pub(super) fn sections(&self) -> impl Iterator<Item = Section> + '_ {
        let each = self.stretches.iter();
        each.filter_map(|row| Some(Section { pool: row.pool?, entry_ticks: row.entry_ticks }))
    }
}
