//! Facts about what is selected: regions here, the network in `inspect_network`, transports in `inspect_transport`.
//!
//! Must not show a level, a damage or a reason that the viewer was not told.

use super::{
    scene::Target,
    shell::{HoverView, InspectorView, Row, Section},
    viewer::{Report, Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        cause::Cause,
        country::SeatTable,
        effect::Target as Hit,
        ids::{EdgeId, NodeId, ProcessId, RegionId},
        num::Level,
        query,
        time::Span,
    },
    text::{Language, Texts, level_key, number, permille_as_percent, with_stop},
};

/// Facts about a target; none for a number that names nothing, such as a transport that arrived.
pub fn inspect_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    target: Target,
) -> Option<InspectorView> {
    let sight = Sight::new(session, viewer, texts, language);
    let country = sight.country();
    match target {
        Target::Region(region) => {
            country.regions.get(RegionId(region)).map(|_| sight.inspect_region(RegionId(region)))
        }
        Target::Node(node) => country.nodes.get(NodeId(node)).map(|_| sight.inspect_node(NodeId(node))),
        Target::Edge(edge) => country.edges.get(EdgeId(edge)).map(|_| sight.inspect_edge(EdgeId(edge))),
        Target::Consignment(serial) => sight.inspect_transport(serial),
    }
}

/// The card beside the pointer: the title and the first facts of the inspector.
pub fn hover_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    target: Target,
    lens: crate::sim::lenses::RegionLens,
) -> Option<HoverView> {
    const ROWS: usize = 4;
    let sight = Sight::new(session, viewer, texts, language);
    if let Target::Region(region) = target {
        let region = RegionId(region);
        sight.country().regions.get(region)?;
        return Some(sight.hover_region(region, lens));
    }
    let facts = inspect_view(session, viewer, texts, language, target)?;
    let rows = facts.sections.into_iter().flat_map(|section| section.rows);
    let rows = rows.take(ROWS).map(|row| (row.name, row.value)).collect();
    Some(HoverView { title: facts.title, rows })
}

impl Sight<'_> {
    pub(super) fn row(&self, key: &str, value: String) -> Row {
        Row { name: self.word(key), value, ..Row::default() }
    }

    pub(super) fn count(&self, count: impl Into<i64>) -> String {
        number(self.language, count.into())
    }

    /// How old something is, in words.
    pub(super) fn report_words(&self, report: Report) -> String {
        match report {
            Report::Now => self.word("inspector-report-now"),
            Report::At(tick) => self.say("inspector-report-at", &[("time", self.moment(tick).into())]),
        }
    }

    /// `beperkt, 62 %`.
    pub(super) fn level_words(&self, level: Level) -> String {
        let name = self.word(level_key(query::level_class(level)));
        format!("{name}, {}", permille_as_percent(self.language, level.permille().into()))
    }

    fn inspect_region(&self, region: RegionId) -> InspectorView {
        let row = &self.country().regions[region];
        let report = self.region_report(region);
        let services = self.country().processes.ids().map(|process| self.service(process, region)).collect();
        let figures = vec![self.row("inspector-population", self.count(row.population))];
        let mut sections = vec![
            self.section("inspector-services", services),
            Section { heading: String::new(), rows: figures },
        ];
        let hit = |target| matches!(target, Hit::Process(_, at) if at == region);
        sections.extend(self.stores(region, report));
        sections.extend(self.damage_section(hit));
        InspectorView {
            title: row.name.clone(),
            subtitle: format!("{} · {}", self.word("inspector-region"), self.report_words(report)),
            sections,
            transport: None,
        }
    }

    /// What a region has in store, in hours of normal use; only while its reports come in.
    fn stores(&self, region: RegionId, report: Report) -> Option<Section> {
        if report != Report::Now && !self.is_lead() {
            return None;
        }
        let goods = self.country().goods.iter().filter(|(_, good)| good.daily_kg[region] > 0);
        let rows: Vec<Row> = goods
            .map(|(id, good)| {
                let hours = self.state().supply[id].store_kg[region] * 24 / good.daily_kg[region];
                let span = Span::hours(u32::try_from(hours).unwrap_or(u32::MAX / 8));
                Row {
                    name: self.tell().good(id),
                    value: self.texts.hours(self.language, span),
                    ..Row::default()
                }
            })
            .collect();
        (!rows.is_empty()).then(|| self.section("inspector-stores", rows))
    }

    pub(super) fn section(&self, key: &str, rows: Vec<Row>) -> Section {
        Section { heading: self.word(key), rows }
    }

    fn service(&self, process: ProcessId, region: RegionId) -> Row {
        let level = self.level(process, region);
        let report = self.report(process, region);
        let mut note = self.why(process, region, level);
        if report != Report::Now {
            note = format!("{note}\n{}", self.report_words(report));
        }
        Row {
            name: self.tell().process(process),
            value: self.level_words(level),
            permille: Some(u16::try_from(level.permille()).unwrap_or(1000)),
            note,
            target: None,
        }
    }

    /// Why a process is not whole, as far as the viewer was told.
    pub(super) fn why(&self, process: ProcessId, region: RegionId, level: Level) -> String {
        let tell = self.tell();
        if self.is_lead() {
            return tell.why_sentence(process, region);
        }
        let what = tell.target(Hit::Process(process, region));
        let args = [("what", what.into())];
        if level == Level::ONE {
            return self.texts.sentence(self.language, "why-nothing", &args);
        }
        let mut text = self.texts.sentence(self.language, "why-lacking", &args);
        let steps = self.known_steps(process, region);
        if steps.is_empty() {
            return format!("{text} {}", self.word("why-not-told"));
        }
        for (place, step) in steps.into_iter().enumerate() {
            let (join, key) = if place == 0 { (" ", "why-first") } else { (", ", "why-next") };
            text.push_str(join);
            text.push_str(&self.say(key, &[("cause", step.into())]));
        }
        with_stop(text)
    }

    /// The chain of causes up to the first link that was not reported; never the script behind it.
    fn known_steps(&self, process: ProcessId, region: RegionId) -> Vec<String> {
        let known = |cause: &Cause| match cause {
            Cause::Process(supplier) => self.level(*supplier, region) < Level::ONE,
            Cause::Damage(serial) => {
                query::damage(self.state(), *serial).is_some_and(|damage| self.knows(damage))
            }
            Cause::Grid(_) => self.table() == Some(SeatTable::Energie),
            Cause::Staff(_) => true,
            Cause::Routine | Cause::Scenario | Cause::Inject(_) | Cause::Command(_) => false,
        };
        let words = |cause: Cause| match cause {
            Cause::Damage(serial) => {
                query::damage(self.state(), serial).map(|damage| self.damage_words(damage))
            }
            _ => Some(self.tell().cause(cause)),
        };
        let chain = query::why(self.country(), self.state(), process, region);
        chain.into_iter().take_while(known).filter_map(words).collect()
    }

    /// Known damage that fits, if there is any.
    pub(super) fn damage_section(&self, fits: impl Fn(Hit) -> bool) -> Option<Section> {
        let rows: Vec<Row> = self
            .damages()
            .filter(|damage| fits(damage.target))
            .map(|damage| Row {
                name: self.damage_words(damage),
                value: permille_as_percent(self.language, self.loss_permille(damage)),
                permille: None,
                note: self.remaining(damage),
                target: None,
            })
            .collect();
        (!rows.is_empty()).then(|| self.section("inspector-damage", rows))
    }

    fn hover_region(&self, region: RegionId, lens: crate::sim::lenses::RegionLens) -> HoverView {
        let lens = self.lens(lens);
        let mut rows = vec![self.lens_fact(lens, region)];
        rows.push((self.word("inspector-population"), self.count(self.country().regions[region].population)));
        let (_, report) = self.class(lens, region);
        if let Report::At(tick) = report {
            rows.push((self.word("hover-report"), self.moment(tick)));
        }
        HoverView { title: self.country().regions[region].name.clone(), rows }
    }
}
