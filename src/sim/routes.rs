//! Ways through the network: a few alternatives for every origin, destination and fit (the mode and what the limits of
//! stretches ask about), found when a plan is built.
//!
//! The only shortest-path search at run time is [`Search::shortest`], called when the topology changes, never in a quiet tick.

use super::{
    country::{Country, NodeKind},
    ids::{DemandId, DenseId, LinkId, NodeId, OdId, PathId, PoolId, RegionId, Table},
    limits::{Fit, Gauge},
    time::SECONDS_PER_TICK,
};
use arrayvec::ArrayVec;
use serde::{Deserialize, Serialize};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

/// Most alternatives for one origin and destination.
pub const ALTERNATIVES_MAX: usize = 5;
/// Of those, the ones that are found whatever they pass; the others cross the border elsewhere.
const NEARBY_MAX: usize = 3;
/// An alternative may take this many hundredths of the fastest way.
const DETOUR_MAX_PERCENT: u64 = 200;
/// How much slower a link looks each time an earlier alternative used it, in percent.
const PENALTY_PERCENT: u64 = 60;

/// A way through the network, with what booking it needs of every link, so that a departure reads one short list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// Links in driving order.
    pub steps: Vec<Step>,
    /// The same links by the pool that divides them.
    pub stretches: Vec<Stretch>,
    /// Seconds from departure to arrival.
    pub total_s: u32,
}

/// One link of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The link.
    pub link: LinkId,
    /// Seconds from departure until it is entered.
    pub entry_s: u32,
    /// Whole ticks of those.
    pub entry_ticks: u16,
    /// Length of its window in hours.
    pub window_hours: u8,
}

/// Links in a row with the same pool, or without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The pool.
    pub pool: Option<PoolId>,
    /// Number of steps from the start of the way to its end.
    pub end: u32,
    /// Whole ticks from departure until it is entered.
    pub entry_ticks: u16,
}

impl Path {
    /// A path over these links, with times, windows and pools from the country.
    pub fn over(country: &Country, links: impl IntoIterator<Item = LinkId>) -> Self {
        let mut path = Self { steps: Vec::new(), stretches: Vec::new(), total_s: 0 };
        for (link, end) in links.into_iter().zip(1..) {
            let edge = &country.edges[link.edge()];
            let (entry_s, window_hours) = (path.total_s, edge.window_hours);
            let entry_ticks = u16::try_from(entry_s / SECONDS_PER_TICK).unwrap_or(u16::MAX);
            path.steps.push(Step { link, entry_s, entry_ticks, window_hours });
            path.total_s += edge.transit_s;
            match path.stretches.last_mut() {
                Some(last) if last.pool == edge.pool => last.end = end,
                Some(_) | None => path.stretches.push(Stretch { pool: edge.pool, end, entry_ticks }),
            }
        }
        path
    }

    /// Links in driving order.
    pub fn links(&self) -> impl DoubleEndedIterator<Item = LinkId> + ExactSizeIterator + '_ {
        self.steps.iter().map(|step| step.link)
    }

    /// Every stretch with its pool, the number of steps before it and its steps.
    pub fn by_pool(&self) -> impl Iterator<Item = (Option<PoolId>, usize, &[Step])> + '_ {
        let mut from = 0;
        self.stretches.iter().map(move |stretch| {
            let first = std::mem::replace(&mut from, stretch.end as usize);
            (stretch.pool, first, self.steps.get(first..from).unwrap_or_default())
        })
    }

    /// The first pool on the way.
    pub fn first_pool(&self) -> Option<PoolId> {
        self.stretches.iter().find_map(|stretch| stretch.pool)
    }
}

/// An origin, a destination and a fit with their alternatives, fastest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Od {
    /// What travels, as far as it decides the way ([`Fit::for_way`]).
    pub fit: Fit,
    /// Origin.
    pub from: NodeId,
    /// Destination.
    pub to: NodeId,
    /// Alternatives; empty when the network has no way. Here and not elsewhere, because every departure looks at the first.
    pub paths: ArrayVec<PathId, ALTERNATIVES_MAX>,
    /// First pool on the fastest way: its order says who goes first.
    pub pool: Option<PoolId>,
    /// The first river on the fastest way whose level limits loads.
    pub gauge: Option<Gauge>,
    /// Region of the origin; none abroad.
    pub region: Option<RegionId>,
}

/// All ways known before the start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routes {
    /// Origins and destinations.
    pub ods: Table<OdId, Od>,
    /// The same by origin. Not written: follows from them.
    #[serde(skip)]
    pub leaving: BTreeMap<NodeId, Vec<OdId>>,
    /// Their ways.
    pub paths: Table<PathId, Path>,
    /// The pair of each civil demand.
    pub of_demand: Table<DemandId, OdId>,
    /// How a civil demand can go by another mode: number of the shift, and the pair in that mode.
    pub shift_of_demand: Table<DemandId, Option<(u16, OdId)>>,
}

impl Routes {
    /// The origin-destination pair, if it was named before. A mode alone stands for its ordinary transport.
    pub fn find(&self, fit: impl Into<Fit>, from: NodeId, to: NodeId) -> Option<OdId> {
        let fit = fit.into().for_way();
        let named = self.leaving.get(&from).into_iter().flatten().copied();
        named.into_iter().find(|od| self.ods[*od].to == to && self.ods[*od].fit == fit)
    }

    /// Works out what is not written.
    pub(super) fn derive(&mut self) {
        self.leaving.clear();
        for (id, od) in self.ods.iter() {
            self.leaving.entry(od.from).or_default().push(id);
        }
    }

    /// Adds a pair whose ways are known.
    pub fn push(&mut self, od: Od) -> OdId {
        let from = od.from;
        let id = self.ods.push(od);
        self.leaving.entry(from).or_default().push(id);
        id
    }

    /// Adds a pair with up to [`ALTERNATIVES_MAX`] ways: first three by the penalty method (each next search sees the links of
    /// the earlier ways as slower; a way that is much slower than the fastest is dropped), then the fastest ones over a
    /// crossing of the border that no earlier way passes, because a crossing is what fills up or closes as a whole.
    pub fn add(
        &mut self,
        country: &Country,
        search: &mut Search,
        fit: impl Into<Fit>,
        from: NodeId,
        to: NodeId,
    ) -> OdId {
        let fit = fit.into().for_way();
        if let Some(known) = self.find(fit, from, to) {
            return known;
        }
        let mut found: Vec<Path> = Vec::new();
        let mut penalty = vec![100_u64; country.link_count()];
        for _ in 0..NEARBY_MAX * 2 {
            let weight = |link: LinkId| {
                let percent = penalty.get(link.index()).copied().unwrap_or(100);
                Some(u64::from(country.edges[link.edge()].transit_s) * percent / 100)
            };
            let Some(links) = search.shortest(country, fit, from, to, weight) else { break };
            for link in &links {
                if let Some(percent) = penalty.get_mut(link.index()) {
                    *percent += PENALTY_PERCENT;
                }
            }
            let path = Path::over(country, links);
            let fastest = found.first().map_or(u64::from(path.total_s), |first| u64::from(first.total_s));
            let fits = u64::from(path.total_s) * 100 <= fastest * DETOUR_MAX_PERCENT;
            if fits && !found.contains(&path) {
                found.push(path);
            }
            if found.len() == NEARBY_MAX {
                break;
            }
        }
        other_crossings(country, search, fit, (from, to), &mut found);
        found.sort_by_key(|path| path.total_s);
        let pool = found.first().and_then(Path::first_pool);
        let gauge = found
            .first()
            .and_then(|path| path.links().find_map(|link| country.edges[link.edge()].limits.gauge));
        let paths = found.into_iter().map(|path| self.paths.push(path)).collect();
        let region = country.nodes[from].region;
        self.push(Od { fit, from, to, paths, pool, gauge, region })
    }
}

/// Adds the fastest ways over crossings of the border that none of the others passes.
fn other_crossings(
    country: &Country,
    search: &Search,
    fit: Fit,
    (from, to): (NodeId, NodeId),
    found: &mut Vec<Path>,
) {
    let crossing = |node: NodeId| country.nodes[node].kind == NodeKind::Border && node != from && node != to;
    let Some(fastest) = found.first().map(|path| u64::from(path.total_s)) else { return };
    let mut passed: Vec<NodeId> = Vec::new();
    while found.len() < ALTERNATIVES_MAX {
        let known = passed.len();
        let heads = found.iter().flat_map(Path::links).map(|link| country.head(link));
        passed = heads.filter(|node| crossing(*node)).collect();
        passed.sort_unstable();
        passed.dedup();
        if passed.len() == known {
            return;
        }
        let weight = |link: LinkId| {
            let free = !passed.contains(&country.head(link));
            free.then(|| u64::from(country.edges[link.edge()].transit_s))
        };
        let Some(links) = search.shortest(country, fit, from, to, weight) else { return };
        let path = Path::over(country, links);
        if u64::from(path.total_s) * 100 > fastest * DETOUR_MAX_PERCENT {
            return;
        }
        found.push(path);
    }
}

/// A reusable shortest-path search with the links that leave each node, sorted.
#[derive(Clone, Debug)]
pub struct Search {
    leaving: Vec<Vec<LinkId>>,
}

impl Search {
    /// Prepares the search for a country.
    pub fn new(country: &Country) -> Self {
        let mut leaving = vec![Vec::new(); country.nodes.len()];
        for edge in country.edges.ids() {
            for link in edge.links() {
                if let Some(list) = leaving.get_mut(country.tail(link).index()) {
                    list.push(link);
                }
            }
        }
        Self { leaving }
    }

    /// The cheapest way by Dijkstra's method over links whose limits admit what travels, ties broken by link number.
    /// `weight` gives the cost of a link or none when it cannot be used. Border nodes may be crossed, places abroad only
    /// reached.
    pub fn shortest(
        &self,
        country: &Country,
        fit: impl Into<Fit>,
        from: NodeId,
        to: NodeId,
        weight: impl Fn(LinkId) -> Option<u64>,
    ) -> Option<Vec<LinkId>> {
        let fit = fit.into();
        let mut best: Vec<u64> = vec![u64::MAX; country.nodes.len()];
        let mut via: Vec<Option<LinkId>> = vec![None; country.nodes.len()];
        let mut open = BinaryHeap::new();
        *best.get_mut(from.index())? = 0;
        open.push(Reverse((0_u64, from)));
        while let Some(Reverse((cost, node))) = open.pop() {
            if node == to {
                break;
            }
            if best.get(node.index()).is_none_or(|known| cost > *known) {
                continue;
            }
            for link in self.leaving.get(node.index()).into_iter().flatten().copied() {
                let edge = &country.edges[link.edge()];
                let head = country.head(link);
                let passable = head == to || country.nodes[head].kind != NodeKind::Abroad;
                if edge.mode != fit.mode || !passable || !edge.limits.admits(fit) {
                    continue;
                }
                let Some(step) = weight(link) else { continue };
                let total = cost + step.max(1);
                let slot = best.get_mut(head.index())?;
                if total < *slot {
                    *slot = total;
                    *via.get_mut(head.index())? = Some(link);
                    open.push(Reverse((total, head)));
                }
            }
        }
        let mut links = Vec::new();
        let mut node = to;
        while node != from {
            let link = (*via.get(node.index())?)?;
            links.push(link);
            node = country.tail(link);
        }
        links.reverse();
        Some(links)
    }
}
