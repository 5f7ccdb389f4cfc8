//! Room to work in that is kept from tick to tick, so that a quiet tick allocates nothing.
//!
//! It means nothing between ticks: it is not written, not compared and not copied. Must not hold anything that a rule reads
//! in a later tick. Look next at `systems::dispatch`, which uses most of it.

use super::Lanes;
use crate::sim::{
    cause::Cause,
    country::{Class, Country, Edge, Mode, PerClass, REGION_LANES},
    effect::Target,
    event::Binding,
    grid::Flow,
    ids::{
        ArcId, ConsignmentId, DemandId, DenseId, EdgeId, GridId, LinkId, MovementId, NodeId, PathId, PoolId,
        ProcessId, RegionId, Table,
    },
    num::Level,
    query,
    routes::Search,
    services,
    systems::processes::{Moved, Web},
};

/// Lists that are emptied before use.
#[derive(Debug, Default)]
pub(in crate::sim) struct Work {
    /// Claims that came to wait since civil demand was looked at in this tick, in that order.
    pub fresh: Vec<Turn>,
    /// Claims of a look in the order in which they came to wait.
    pub turns: Vec<Turn>,
    /// What decides when each is served, see `dispatch::take_turns`.
    pub order: Vec<u64>,
    /// What happens in a look.
    pub look: Look,
    /// Arrivals of a tick: serial, and consignment in the lower half.
    pub arrived: Vec<u64>,
    /// What a ship or aircraft landed at a terminal: movement, arrival, pieces, and whether it is empty.
    pub landed: Vec<(MovementId, u16, u32, bool)>,
    /// Pools that refused a movement in a tick, with the rank of that movement in their order.
    pub short: Vec<(PoolId, usize, Class)>,
    /// Where capacities are looked up.
    pub reach: Reach,
    /// The links that leave each place, once somebody looked for a way round.
    pub search: Option<Search>,
    /// Levels of the processes at the start of the tick.
    pub levels: Table<ProcessId, Lanes>,
    /// What moved of each process in the tick.
    pub moved: Table<ProcessId, Moved>,
    /// What depends on what.
    pub web: Web,
    /// The held pools and stocks of the country, once somebody looked for them.
    pub kept: Vec<PoolId>,
    /// Claims of open damage for crews, in the order in which they are served.
    pub repairs: Vec<CrewClaim>,
    /// What crews worked on.
    pub mended: Vec<Target>,
    /// Who is kept from work, sector by sector and region by region.
    pub kept_away: Vec<KeptAway>,
    /// Open loss of each element of the grid.
    pub grid_lost: Table<GridId, Level>,
    /// What each element of the grid can deliver, in megawatts.
    pub grid_brings: Table<GridId, u32>,
    /// The flow of electricity.
    pub flow: Flow,
    /// Claims of a class for fuel: whose store, where, and cubic metres.
    pub fuel: Vec<(ArcId, RegionId, u32)>,
    /// Causes behind a level.
    pub chain: Vec<Cause>,
}

/// People of a sector in a region whom measures and effects keep from work, in millionths.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::sim) struct KeptAway {
    pub called_ppm: u32,
    pub sick_ppm: u32,
}

/// The edges and terminals of the country by what makes their capacity change. Worked out from the country when it is empty,
/// so that it need not be kept.
#[derive(Debug, Default)]
pub(in crate::sim) struct Reach {
    /// Edges by mode, then region.
    pub edges: Vec<EdgeId>,
    /// Where the edges of a mode and region begin: row `mode * REGION_LANES + region`, and one row for the end.
    pub starts: Vec<usize>,
    /// What the neighbour takes over on each edge when nothing is wrong there.
    pub accepts: Vec<u16>,
    /// Places with handling.
    pub terminals: Vec<NodeId>,
    /// Open losses of edges, terminals and crossings.
    pub losses: Vec<(Target, Level)>,
    /// Edges with another capacity, or another state of their wire, than before.
    pub changes: Vec<(EdgeId, u16, bool)>,
}

impl Reach {
    /// Knows the country from now on.
    pub fn learn(&mut self, country: &Country) {
        if self.accepts.len() == country.edges.len() {
            return;
        }
        let key = |row: &Edge| Some(row.mode as usize * REGION_LANES + row.region?.index());
        let mut keyed: Vec<(usize, EdgeId)> =
            country.edges.iter().filter_map(|(edge, row)| Some((key(row)?, edge))).collect();
        keyed.sort_unstable();
        let rows = Mode::ALL.len() * REGION_LANES;
        self.starts.extend((0..=rows).map(|row| keyed.partition_point(|(key, _)| *key < row)));
        self.edges.extend(keyed.into_iter().map(|(_, edge)| edge));
        let whole = |edge| query::accepted(country, edge, |_| Level::ZERO);
        self.accepts.extend(country.edges.ids().map(whole));
        let handled = country.nodes.iter().filter(|(_, row)| row.handling.is_some());
        self.terminals.extend(handled.map(|(node, _)| node));
    }
}

/// A claim of a damage for crews; in order of itself, so that it is served in the order of its first three parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::sim) struct CrewClaim {
    /// Place of its class in the order of the pool.
    pub place: u8,
    /// Order of repair within the class.
    pub rank: i16,
    pub serial: u32,
    /// Row among the open damage.
    pub row: usize,
    pub pool: PoolId,
    pub class: Class,
}

/// A claim in a look, with the rank of its class in the pool where it starts.
#[derive(Clone, Copy, Debug)]
pub(in crate::sim) struct Turn {
    pub rank: u32,
    pub claim: ConsignmentId,
    /// Freight by its own service that has patience.
    pub service: Option<DemandId>,
}

impl Turn {
    /// The rank of a claim that nobody looked at yet.
    pub const UNKNOWN: u32 = u32::MAX;

    /// A claim that nobody looked at yet.
    pub fn unknown(claim: ConsignmentId) -> Self {
        Self { rank: Self::UNKNOWN, claim, service: None }
    }
}

/// A claim whose way is booked.
#[derive(Clone, Copy, Debug)]
pub(in crate::sim) struct Served {
    pub claim: ConsignmentId,
    pub path: PathId,
    /// Freight that was served by its own service, and at once.
    pub service: Option<DemandId>,
    /// Its links, as `services::marks` has them.
    pub marks: u64,
}

/// What happens in one look.
#[derive(Debug, Default)]
pub(in crate::sim) struct Look {
    /// Claims with a booked way, in the order served.
    pub served: Vec<Served>,
    /// Claims that made way for another and try once more at the end.
    pub again: Vec<ConsignmentId>,
    /// Windows that bind a refused claim: nobody behind this rank in the order of the pool gets a slot there in this look.
    pub blocked: Vec<Blocked>,
    /// A bit for each link: one of its windows is among the blocked.
    pub shut: Vec<u64>,
    /// The links of the blocked windows, as `services::marks` has them.
    pub marks: u64,
    /// Number of claims served, by class.
    pub classes: PerClass<u32>,
    /// What bound the last refused freight of a demand, by demand: more of the same fares no better in this look.
    refused: Vec<Option<Binding>>,
    /// The demands that have such a row.
    short: Vec<DemandId>,
}

/// A window that binds a refused claim.
#[derive(Clone, Copy, Debug)]
pub(in crate::sim) struct Blocked {
    pub link: LinkId,
    pub window: usize,
    pub pool: PoolId,
    pub rank: u8,
}

impl Look {
    /// Notes a window that binds a refused claim.
    pub fn block(&mut self, row: Blocked) {
        if self.is_shut(row.link)
            && let Some(known) = self.blocked.iter_mut().find(|known| known.window == row.window)
        {
            known.rank = known.rank.min(row.rank);
            return;
        }
        let word = row.link.index() / 64;
        if self.shut.len() <= word {
            self.shut.resize(word + 1, 0);
        }
        if let Some(bits) = self.shut.get_mut(word) {
            *bits |= 1 << (row.link.index() % 64);
        }
        self.marks |= services::marks(std::iter::once(row.link));
        self.blocked.push(row);
    }

    /// Is a window of a link among the blocked?
    #[inline]
    pub fn is_shut(&self, link: LinkId) -> bool {
        self.shut.get(link.index() / 64).is_some_and(|bits| bits >> (link.index() % 64) & 1 == 1)
    }

    /// Notes what binds freight that goes by the service of its demand.
    pub fn refuse(&mut self, demand: DemandId, binding: Binding) {
        if self.refused.len() <= demand.index() {
            self.refused.resize(demand.index() + 1, None);
        }
        if let Some(row) = self.refused.get_mut(demand.index()) {
            *row = Some(binding);
            self.short.push(demand);
        }
    }

    /// What binds more freight of a demand, if some was refused in this look and nothing was given back since.
    #[inline]
    pub fn binds(&self, demand: DemandId) -> Option<Binding> {
        // Nearly always.
        if self.short.is_empty() {
            return None;
        }
        self.refused.get(demand.index()).copied().flatten()
    }

    /// Something was given back: who was refused may fare better now.
    pub fn given_back(&mut self) {
        for demand in self.short.drain(..) {
            if let Some(row) = self.refused.get_mut(demand.index()) {
                *row = None;
            }
        }
    }

    /// Empties everything.
    pub fn clear(&mut self) {
        self.given_back();
        for row in self.blocked.drain(..) {
            if let Some(bits) = self.shut.get_mut(row.link.index() / 64) {
                *bits = 0;
            }
        }
        self.marks = 0;
        self.classes = PerClass::default();
        self.served.clear();
        self.again.clear();
    }
}

impl Clone for Work {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Work {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
