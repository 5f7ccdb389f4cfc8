//! Facts about a train, convoy, bundle of trucks or ship: what, from where, where to, and why it waits.
//!
//! Named by its serial, because slots of the table are used again. Must not give a reason that was not reported.

use super::{
    scene::Target,
    shell::{InspectorView, Row, Section},
    viewer::Sight,
};
use crate::{
    sim::{
        ids::{ConsignmentId, NodeId},
        query,
        routes::Path,
        state::{Consignment, Phase, What},
        time::{SECONDS_PER_TICK, Span, Tick},
        ways_out,
    },
    text::{class_key, clock_time, mode_key, phase_key},
};

impl Sight<'_> {
    /// A transport by its serial, if it exists and this viewer sees it.
    pub(super) fn transport(&self, serial: u32) -> Option<(ConsignmentId, &Consignment)> {
        let mut rows = self.state().consignments.active();
        rows.find(|(_, row)| row.serial == serial).filter(|(_, row)| self.sees(row.what))
    }

    pub(super) fn inspect_transport(&self, serial: u32) -> Option<InspectorView> {
        let (consignment, row) = self.transport(serial)?;
        let tell = self.tell();
        let place =
            |key, node: NodeId| Row { target: Some(Target::Node(node.0)), ..self.row(key, tell.node(node)) };
        let time = |key, tick: Tick| self.row(key, self.moment(tick));
        let from = self.origin(row);
        let mut way = vec![place("inspector-from", from), place("inspector-to", row.to)];
        way.push(self.row("inspector-phase", self.word(phase_key(row.phase))));
        if row.phase == Phase::Moving {
            way.push(time("inspector-departed", row.departed));
            way.push(time("inspector-arrives", row.arrives));
        } else {
            way.push(place("inspector-at", row.at));
            way.push(time("inspector-since", row.since));
        }
        let waited = self.delay(row);
        if waited > Span(0) {
            way.push(self.row("inspector-delay", self.texts.span(self.language, waited)));
        }
        let mut sections = vec![Section { heading: String::new(), rows: way }];
        sections.extend(self.why_waiting(consignment, row));
        sections.extend(self.route(row));
        sections.push(self.section("inspector-cargo", self.cargo(row)));
        Some(InspectorView {
            title: capital(&tell.transport(row.serial, row.what)),
            subtitle: format!("{} · {}", self.word(mode_key(row.mode)), self.word(class_key(row.class))),
            sections,
            transport: Some(serial),
        })
    }

    /// The way it takes, or would take first when it leaves; none when there is no way.
    pub(super) fn way_of(&self, row: &Consignment) -> Option<&Path> {
        let planned = || row.od.and_then(|od| self.plan().routes.ods[od].paths.first().copied());
        self.state().path(self.plan(), row.path.or_else(planned)?)
    }

    /// The plan: what divides each part of the way, and when it gets there.
    fn route(&self, row: &Consignment) -> Option<Section> {
        let path = self.way_of(row)?;
        let mut rows: Vec<Row> = Vec::new();
        for (pool, _, steps) in path.by_pool() {
            let Some(first) = steps.first() else { continue };
            let name = match pool {
                Some(pool) => self.tell().pool(pool),
                None => capital(&self.tell().link(first.link)),
            };
            let enters = row.departed.after(Span(first.entry_s / SECONDS_PER_TICK));
            let moving = row.phase == Phase::Moving;
            let value = if moving { clock_time(self.plan().start, enters) } else { String::new() };
            rows.push(Row { name, value, target: Some(Target::Edge(first.link.edge().0)), ..Row::default() });
        }
        let key = if row.path.is_some() { "inspector-route" } else { "inspector-route-planned" };
        Some(self.section(key, rows))
    }

    /// Where it first came from: a stopped transport stands elsewhere by now.
    fn origin(&self, row: &Consignment) -> NodeId {
        match row.what {
            What::Freight(demand) => self.country().demands.get(demand).map_or(row.at, |row| row.from),
            What::Special(train) => self.plan().trains.get(usize::from(train)).map_or(row.at, |row| row.from),
            What::Movement(..) => row.od.map_or(row.at, |od| self.plan().routes.ods[od].from),
        }
    }

    /// Time lost so far: the time it stands, or stood before it left, beyond being loaded.
    fn delay(&self, row: &Consignment) -> Span {
        match row.phase {
            Phase::Gone | Phase::Loading => Span(0),
            Phase::Waiting | Phase::Held | Phase::Sheltered | Phase::Stalled => self.now().since(row.since),
            Phase::Moving => row.departed.since(row.created),
        }
    }

    fn why_waiting(&self, consignment: ConsignmentId, row: &Consignment) -> Option<Section> {
        let text = match row.phase {
            Phase::Gone | Phase::Moving => return None,
            Phase::Loading => self.binding_words(crate::sim::event::Binding::Handling(row.at)),
            Phase::Waiting | Phase::Held | Phase::Sheltered | Phase::Stalled => {
                match query::binding(self.country(), self.plan(), self.state(), consignment) {
                    Some(binding) => self.binding_words(binding),
                    None => Some(self.word("inspector-leaves-soon")),
                }
            }
        };
        let known = text.is_some();
        let text = text.unwrap_or_else(|| self.word("why-not-told"));
        let mut rows = vec![Row { name: text, ..Row::default() }];
        if known {
            let (country, plan, state) = (self.country(), self.plan(), self.state());
            let ways = ways_out::of_transport(country, plan, state, consignment, WAYS_OUT);
            rows.extend(self.ways_out(&ways).map(|name| Row { name, ..Row::default() }));
        }
        if let Some(cause) = self.cause_words(row.cause) {
            let line = self.say("cause-line", &[("cause", cause.into())]);
            rows.push(Row { name: line, ..Row::default() });
        }
        Some(self.section("inspector-waits-for", rows))
    }

    /// Ways out in words, cheapest first.
    pub(super) fn ways_out(&self, ways: &[ways_out::Priced]) -> impl Iterator<Item = String> {
        let tell = self.tell();
        let lines: Vec<String> = ways.iter().map(|way| tell.way_out(*way)).collect();
        lines.into_iter()
    }

    fn cargo(&self, row: &Consignment) -> Vec<Row> {
        match row.what {
            What::Freight(_) => {
                vec![self.row("inspector-class", self.word(class_key(row.class)))]
            }
            What::Movement(movement, _) => vec![
                self.row("inspector-movement", self.tell().movement(movement)),
                self.row("inspector-pieces", self.say("units-pieces", &[("count", row.units.into())])),
                self.row("inspector-piece-kind", self.word(crate::text::kind_key(row.kind))),
            ],
            What::Special(train) => {
                let pieces = self.plan().trains.get(usize::from(train)).map_or(0, |train| train.pieces);
                vec![self.row("inspector-pieces", self.say("units-pieces", &[("count", pieces.into())]))]
            }
        }
    }
}

/// Ways out that an answer names.
pub(super) const WAYS_OUT: usize = 2;

/// With a capital letter at the start, for titles.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
