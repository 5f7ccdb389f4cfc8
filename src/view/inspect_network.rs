//! Facts about places and stretches of the network.
//!
//! Capacity is what the viewer believes it to be. Must not change anything. Limits are told by `inspect_limits`.

use super::{
    scene::Target,
    shell::{InspectorView, Row, Section},
    viewer::Sight,
};
use crate::{
    sim::{
        country::{Class, PerClass},
        effect::Target as Hit,
        ids::{EdgeId, LinkId, NodeId, PoolId},
        query,
        state::Phase,
        time::{TICKS_PER_HOUR, Tick},
    },
    text::{class_key, clock_time, km},
};

/// Hours of bookings shown, the present one included.
const HOURS_SHOWN: u32 = 6;

impl Sight<'_> {
    pub(super) fn inspect_node(&self, node: NodeId) -> InspectorView {
        let row = &self.country().nodes[node];
        let tell = self.tell();
        let mut sections: Vec<Section> = Vec::new();
        if let Some(handling) = row.handling {
            sections.push(self.section("inspector-handling", self.handling(node, handling.pool)));
            sections.push(self.section("inspector-queue", self.queue(node)));
        }
        let waiting = self.waiting_rows(node);
        if !waiting.is_empty() {
            sections.push(self.section("metric-waiting", waiting));
        }
        let mut facts = self.reception_rows(node);
        if row.safe_haven {
            facts.push(self.row("inspector-safe-haven", self.word("word-yes")));
        }
        let ashore = self.ashore(node);
        if ashore > 0 {
            facts.push(self.row("inspector-ashore", self.say("units-pieces", &[("count", ashore.into())])));
        }
        if let Some(region) = row.region {
            let name = self.country().regions[region].name.clone();
            let target = Some(Target::Region(region.0));
            facts.push(Row { target, ..self.row("inspector-region", name) });
        }
        if !facts.is_empty() {
            sections.push(Section { heading: String::new(), rows: facts });
        }
        sections.extend(self.damage_section(|hit| hit == Hit::Terminal(node)));
        InspectorView {
            title: row.name.clone(),
            subtitle: tell.node_kind(row.kind),
            sections,
            transport: None,
        }
    }

    fn handling(&self, node: NodeId, pool: PoolId) -> Vec<Row> {
        let tell = self.tell();
        let now = self.terminal_capacity(node);
        let normal = self.country().nodes[node].handling.map_or(0, |handling| handling.moves_per_hour);
        let permille = (u32::from(now) * 1000).checked_div(u32::from(normal)).unwrap_or(0).min(1000);
        let mut rows = vec![Row {
            permille: Some(permille as u16),
            ..self.row("inspector-capacity", tell.units_per_window(pool, now.into()))
        }];
        if now != normal {
            rows.push(self.row("inspector-capacity-normal", tell.units_per_window(pool, normal.into())));
        }
        rows.extend(self.pool_rows(pool));
        rows
    }

    /// The pool with its owner.
    fn pool_rows(&self, pool: PoolId) -> [Row; 2] {
        let tell = self.tell();
        let row = &self.country().pools[pool];
        [self.row("inspector-pool", row.name.clone()), self.row("inspector-owner", tell.role(row.owner))]
    }

    /// Work that waits at a terminal, by category.
    fn queue(&self, node: NodeId) -> Vec<Row> {
        let mut moves: PerClass<u32> = PerClass::default();
        for job in &self.state().terminals.rows[node].jobs {
            moves[job.class] += job.moves_left;
        }
        let rows = Class::ALL.into_iter().filter(|class| moves[*class] > 0);
        let mut rows: Vec<Row> = rows
            .map(|class| {
                self.row(class_key(class), self.say("units-handling", &[("count", moves[class].into())]))
            })
            .collect();
        if rows.is_empty() {
            rows.push(Row { name: self.word("word-none"), ..Row::default() });
        }
        rows
    }

    /// Transports that stand here, by category.
    fn waiting_rows(&self, node: NodeId) -> Vec<Row> {
        let mut counts: PerClass<u32> = PerClass::default();
        for (_, row) in self.state().consignments.active() {
            let stands =
                matches!(row.phase, Phase::Waiting | Phase::Held | Phase::Sheltered | Phase::Stalled);
            if row.at == node && stands && self.sees(row.what) {
                counts[row.class] += 1;
            }
        }
        let rows = Class::ALL.into_iter().filter(|class| counts[*class] > 0);
        rows.map(|class| self.row(class_key(class), self.count(counts[class]))).collect()
    }

    /// Military pieces that stand at a place, as far as the viewer may know.
    pub(super) fn ashore(&self, node: NodeId) -> u32 {
        if self.viewer == super::viewer::Viewer::Public {
            return 0;
        }
        let ports = self.state().movements.rows().iter().flat_map(|row| &row.ports);
        ports.filter(|port| port.port == node).map(|port| port.ashore.sum()).sum()
    }

    pub(super) fn inspect_edge(&self, edge: EdgeId) -> InspectorView {
        let row = &self.country().edges[edge];
        let tell = self.tell();
        let now = self.edge_capacity(edge);
        let mut facts = vec![self.row("inspector-capacity", tell.slots(edge, now))];
        if now < row.slots {
            facts.push(self.row("inspector-capacity-normal", tell.slots(edge, row.slots)));
            if let Some(cause) = self.edge_cause(edge) {
                facts.push(self.row("inspector-limited-by", cause));
            }
        }
        facts.push(self.row("inspector-length", km(self.language, row.length_m)));
        let minutes = row.transit_s.div_ceil(60);
        facts.push(self.row("inspector-transit", self.say("span-minutes", &[("count", minutes.into())])));
        facts.extend(self.limit_rows(edge));
        facts.extend(row.pool.into_iter().flat_map(|pool| self.pool_rows(pool)));
        let mut sections = vec![Section { heading: String::new(), rows: facts }];
        let flow = super::map_flow::flow_words(self, edge);
        if !flow.is_empty() {
            let rows = flow.into_iter().map(|(key, count)| self.row(key, count)).collect();
            sections.push(self.section("inspector-flow", rows));
        }
        for link in edge.links() {
            let place = tell.node(self.country().head(link));
            let heading = self.say("inspector-direction", &[("place", place.into())]);
            sections.push(Section { heading, rows: self.bookings(link, now) });
        }
        sections.extend(self.damage_section(|hit| hit == Hit::Edge(edge)));
        InspectorView {
            title: super::inspect_transport::capital(&tell.edge(edge)),
            subtitle: tell.mode(row.mode),
            sections,
            transport: None,
        }
    }

    /// Why a stretch has fewer slots than it should, as far as it is known.
    fn edge_cause(&self, edge: EdgeId) -> Option<String> {
        use crate::sim::{cause::Cause, num::Level};
        let cause = query::edge_cause(self.country(), self.state(), edge);
        if let (Cause::Process(process), Some(region)) = (cause, self.country().edges[edge].region) {
            let known = self.level(process, region) < Level::ONE;
            return known.then(|| self.tell().cause(cause));
        }
        self.cause_words(cause)
    }

    /// Booked slots of a direction, window by window.
    fn bookings(&self, link: LinkId, capacity: u16) -> Vec<Row> {
        let window = u32::from(self.country().edges[link.edge()].window_hours.max(1));
        let first = self.now().hour() / window * window;
        let windows = (0..HOURS_SHOWN.div_ceil(window)).map(|index| first + index * window);
        windows.map(|hour| self.booking(link, hour, window, capacity)).collect()
    }

    fn booking(&self, link: LinkId, hour: u32, window: u32, capacity: u16) -> Row {
        let booked = self.state().booked(self.country(), link, hour);
        let total: u32 = booked.0.iter().map(|slots| u32::from(*slots)).sum();
        let start = self.plan().start;
        let clock = |hour: u32| clock_time(start, Tick(hour * TICKS_PER_HOUR));
        let classes: Vec<String> = Class::ALL
            .into_iter()
            .filter(|class| booked[*class] > 0)
            .map(|class| format!("{} {}", self.word(class_key(class)), booked[class]))
            .collect();
        let permille = (total * 1000).checked_div(u32::from(capacity)).unwrap_or(1000).min(1000);
        Row {
            name: format!("{}–{}", clock(hour), clock(hour + window)),
            value: self.say("inspector-of", &[("part", total.into()), ("whole", capacity.into())]),
            permille: Some(permille as u16),
            note: classes.join("\n"),
            target: None,
        }
    }
}
