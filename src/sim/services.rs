//! Services: what every departure of a civil demand needs to know, in one place and close together, because a departure is what
//! a busy tick is made of.
//!
//! Worked out from the country and the ways of the plan by `Plan::derive`, never written: `Demand`, `Od` and `Path` hold the facts.
//! Must not hold anything that changes during play. Read by `systems::{demand, dispatch, booking, handling, supply}`.

use super::{
    country::{Class, Country, Mode},
    ids::{DemandId, GoodId, LinkId, NodeId, OdId, PathId, PoolId, RegionId, Table},
    limits::Gauge,
    routes::{Path, Routes},
    state::{BOOKABLE_S, window_mask},
    systems,
    time::{SECONDS_PER_TICK, Span},
};

/// The services of a country, by demand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Services {
    rows: Table<DemandId, Service>,
    brings: Table<DemandId, Option<Brings>>,
    ways: Table<PathId, (Way, u64)>,
    slots: Vec<Slot>,
    sections: Vec<Section>,
    least_patience: Span,
}

/// What every departure of a demand is made of: as much as one reads at a time from memory, because in a large country that
/// is what a departure waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[repr(align(64))]
pub struct Service {
    /// Its pair.
    pub od: OdId,
    /// Its fastest way, if it has one.
    pub path: PathId,
    /// That way in short, when it may be booked at once: it is short enough to be booked whole, and no limit asks for more than
    /// room. Empty otherwise.
    pub way: Way,
    /// A bit for each of its links, shared by links 64 apart.
    pub marks: u64,
    /// Origin.
    pub from: NodeId,
    /// Destination.
    pub to: NodeId,
    /// First pool on the way.
    pub pool: Option<PoolId>,
    /// Where paths given to it today are counted, see `systems::dispatch`.
    pub given: u32,
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
}
const _: () = assert!(size_of::<Service>() == 64);

/// Where the links of a way, and the parts that pools divide, stand among those of all ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Way {
    slots_from: u32,
    sections_from: u32,
    slots: u16,
    sections: u16,
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
            let (row, gauge) = (&country.demands[demand], routes.ods[*od].gauge);
            let brings = row.brings.zip(country.nodes[row.to].region);
            services.brings.push(brings.map(|(good, region)| Brings {
                good,
                region,
                kg: row.carries_kg,
                gauge,
            }));
        }
        services.least_patience =
            country.demands.rows().iter().map(|row| row.patience).min().unwrap_or_default();
        for path in routes.paths.rows() {
            let way = services.lay_out(path);
            services.ways.push((way, marks(path.links())));
        }
        services
    }

    fn service(&mut self, country: &Country, routes: &Routes, demand: DemandId, od_id: OdId) -> Service {
        let row = &country.demands[demand];
        let od = &routes.ods[od_id];
        let fastest = od.paths.first().map(|path| (*path, &routes.paths[*path]));
        let asks =
            (row.mode == Mode::Rail && row.fit.dangerous) || (row.mode == Mode::Road && row.fit.convoy);
        let at_once = fastest.filter(|(_, path)| !asks && path.total_s < BOOKABLE_S).map(|(_, path)| path);
        let total_s = fastest.map_or(0, |(_, path)| path.total_s);
        let given = systems::dispatch::row_of_given(od.pool, row.class, od.region);
        Service {
            od: od_id,
            path: fastest.map_or(PathId(0), |(path, _)| path),
            way: at_once.map_or(Way::default(), |path| self.lay_out(path)),
            marks: at_once.map_or(0, |path| marks(path.links())),
            from: row.from,
            to: row.to,
            pool: od.pool,
            given: u32::try_from(given).expect("a country has fewer than 2^24 pools"),
            ticks: total_s.div_ceil(SECONDS_PER_TICK).max(1),
            patience: row.patience.0,
            load: row.load,
            moves: row.moves,
            mode: row.mode,
            class: row.class,
            loads: row.moves > 0 && country.nodes[row.from].handling.is_some(),
            wired: at_once.is_some_and(|path| super::query::wired(country, path)),
        }
    }

    /// Puts a way behind the others.
    fn lay_out(&mut self, path: &Path) -> Way {
        let place = |len: usize| u32::try_from(len).expect("all ways have fewer than 2^32 links");
        let count = |len: usize| u16::try_from(len).expect("a way has fewer than 2^16 links");
        let (slots_from, sections_from) = (self.slots.len(), self.sections.len());
        self.slots.extend(path.slots());
        self.sections.extend(path.sections());
        Way {
            slots_from: place(slots_from),
            sections_from: place(sections_from),
            slots: count(self.slots.len() - slots_from),
            sections: count(self.sections.len() - sections_from),
        }
    }

    /// The service of a demand.
    #[inline]
    pub fn of(&self, demand: DemandId) -> &Service {
        &self.rows[demand]
    }

    /// How long even the least patient freight waits.
    pub fn least_patience(&self) -> Span {
        self.least_patience
    }

    /// What a departure of a demand brings to the store of a region. Apart from the services, because arrivals need nothing else.
    #[inline]
    pub fn brings(&self, demand: DemandId) -> Option<Brings> {
        self.brings[demand]
    }

    /// A way of the plan in short, and its marks.
    #[inline]
    pub fn way(&self, path: PathId) -> Option<(Way, u64)> {
        self.ways.get(path).copied()
    }

    /// True when a way has no links, as that of a service that may not be booked at once.
    #[inline]
    pub fn is_empty(way: Way) -> bool {
        way.slots == 0
    }

    /// The links of a way, in driving order.
    #[inline]
    pub fn slots(&self, way: Way) -> &[Slot] {
        rows(&self.slots, way.slots_from, way.slots)
    }

    /// The parts of a way that pools divide.
    #[inline]
    pub fn sections(&self, way: Way) -> &[Section] {
        rows(&self.sections, way.sections_from, way.sections)
    }
}

#[inline]
fn rows<T>(all: &[T], from: u32, count: u16) -> &[T] {
    all.get(from as usize..).and_then(|rest| rest.get(..usize::from(count))).unwrap_or_default()
}

/// A bit for each link, shared by links 64 apart: where a link's bit is not set, the link is not among them.
pub(super) fn marks(links: impl Iterator<Item = LinkId>) -> u64 {
    links.fold(0, |bits, link| bits | 1 << (link.0 % 64))
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
