//! The sheet of figures: every figure of the country with what it is about, its source, its year and how sure it is, and
//! what the scenario changed; to be searched. Also the law or custom that holds for a pool.
//!
//! Figures are public, so every viewer sees the same. Must not read files: who knows the sheet hands it in.

use std::collections::BTreeMap;

use super::{
    about_view::FigureSource,
    briefing_view::RoleCard,
    inspect_transport::capital,
    measures_view::MeasureWords,
    scene::Target,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        country::{Basis, Country},
        ids::{EdgeId, NodeId, PoolId, RegionId},
        plan::Text,
    },
    text::{Language, Texts, number},
};

/// Most figures shown at once.
const SHOWN_MAX: usize = 100;

/// Every figure of the country, as its files have it.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Sources that figures name by their place here.
    pub sources: Vec<FigureSource>,
    /// Figures in the order of the files.
    pub figures: Vec<SheetFigure>,
    /// What the scenario has otherwise, by path: value and why.
    pub changes: BTreeMap<String, (String, Text)>,
    /// Laws and customs for pools: name, and what nobody may do.
    pub laws: Vec<(Text, Text)>,
    /// What is said of roles, by code.
    pub cards: BTreeMap<String, RoleCard>,
    /// What is said of measures, by code.
    pub measures: MeasureWords,
    /// Legal bases that roles can act on, by code.
    pub bases: BTreeMap<String, Vec<Basis>>,
    /// The law of each pool, as a place in `laws`, by the code of the pool.
    pub law_of_pool: BTreeMap<String, usize>,
}

/// A figure.
#[derive(Clone, Debug)]
pub struct SheetFigure {
    /// Object and field as in the files: `nodes["kijfhoek"].tracks_740`.
    pub path: String,
    /// Value as written, in the unit of the field.
    pub value: String,
    /// Place in [`Sheet::sources`].
    pub source: usize,
    /// How sure it is.
    pub sure: Sure,
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// A: measured or officially published.
    Measured,
    /// B: from the press or derived.
    Derived,
    /// C: own estimate.
    Estimated,
}

/// Figures that were looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FiguresView {
    /// How many were found, in words.
    pub found: String,
    /// The first of them.
    pub lines: Vec<FigureLine>,
}

/// A figure to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    /// What it is about: a place, a stretch, a pool.
    pub what: String,
    /// Which figure, with its unit.
    pub field: String,
    /// Its value.
    pub value: String,
    /// Title, publisher and year of its source.
    pub source: String,
    /// How sure it is.
    pub confidence: String,
    /// What the scenario has instead and why; empty when it has not.
    pub change: String,
}

/// The law or custom of a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawView {
    /// What it is called.
    pub name: String,
    /// What nobody may do.
    pub not_allowed: String,
}

fn say(text: &Text, language: Language) -> String {
    match language {
        Language::Nl => text.nl.clone(),
        Language::En => text.en.clone(),
    }
}

/// The law of a pool, if the sheet knows it.
pub fn law_view(sheet: &Sheet, country: &Country, language: Language, pool: PoolId) -> Option<LawView> {
    let law = sheet.law_of_pool.get(&country.pools.get(pool)?.code)?;
    let (name, not_allowed) = sheet.laws.get(*law)?;
    Some(LawView { name: say(name, language), not_allowed: say(not_allowed, language) })
}

/// Figures of which the object, the field or the source holds every word of `search`.
pub fn figures_view(
    sheet: &Sheet,
    session: &Session,
    texts: &Texts,
    language: Language,
    search: &str,
) -> FiguresView {
    let sight = Sight::new(session, Viewer::Public, texts, language);
    let names = Names::of(&sight);
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let sources: Vec<String> = sheet.sources.iter().map(|source| sight.source_words(source)).collect();
    let mut found = 0_usize;
    let mut lines = Vec::new();
    for figure in &sheet.figures {
        if sight.is_undeclared(&figure.path) {
            continue;
        }
        let (what, field) = names.told(&sight, &figure.path);
        let source = sources.get(figure.source).cloned().unwrap_or_default();
        let all = format!("{what} {field} {source} {}", figure.path).to_lowercase();
        if !wanted.iter().all(|word| all.contains(word)) {
            continue;
        }
        found += 1;
        if lines.len() < SHOWN_MAX {
            lines.push(sight.figure_line(sheet, figure, what, field, source));
        }
    }
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let args = [
        ("shown", count(lines.len()).into()),
        ("found", count(found).into()),
        ("total", count(sheet.figures.len()).into()),
    ];
    FiguresView { found: sight.say("figures-found", &args), lines }
}

/// The figures of one object on the map, in the order of the files; none for what moves.
pub fn figures_of(
    sheet: &Sheet,
    session: &Session,
    texts: &Texts,
    language: Language,
    target: Target,
) -> Vec<FigureLine> {
    let sight = Sight::new(session, Viewer::Public, texts, language);
    let country = sight.country();
    let object = match target {
        Target::Region(id) => {
            country.regions.get(RegionId(id)).map(|row| format!("regions[\"{}\"]", row.code))
        }
        Target::Node(id) => country.nodes.get(NodeId(id)).map(|row| format!("nodes[\"{}\"]", row.code)),
        Target::Edge(id) => country.edges.get(EdgeId(id)).map(|row| format!("edges[\"{}\"]", row.code)),
        Target::Consignment(_) => None,
    };
    let Some(object) = object else { return Vec::new() };
    let own = sheet.figures.iter().filter(|figure| figure.path.starts_with(&object));
    own.map(|figure| {
        let source = sheet.sources.get(figure.source).map(|source| sight.source_words(source));
        let field = field_words(&sight, &figure.path);
        sight.figure_line(sheet, figure, String::new(), field, source.unwrap_or_default())
    })
    .collect()
}

impl Sight<'_> {
    /// A figure of a dependency that nobody has declared and no analysis has found yet: on no seat's sheet.
    fn is_undeclared(&self, path: &str) -> bool {
        let Some(code) = path.strip_prefix("arcs[").and_then(|rest| rest.split_once(']')) else {
            return path.starts_with("hidden[");
        };
        let (country, insight) = (self.country(), self.state().orders.insight);
        let unknown = country.crisis.hidden.iter().filter(|row| i32::from(row.1) > insight);
        unknown.map(|row| &country.arcs[row.0]).any(|arc| {
            let [process, supplier] =
                [arc.process, arc.supplier].map(|process| country.processes[process].code.as_str());
            code.0.trim_matches('"') == format!("{process}/{supplier}")
        })
    }

    fn source_words(&self, source: &FigureSource) -> String {
        let args = [
            ("title", source.title.as_str().into()),
            ("publisher", source.publisher.as_str().into()),
            // A year is not grouped by thousands.
            ("year", source.year.to_string().into()),
        ];
        self.say("figures-source", &args)
    }

    fn figure_line(
        &self,
        sheet: &Sheet,
        figure: &SheetFigure,
        what: String,
        field: String,
        source: String,
    ) -> FigureLine {
        let confidence = match figure.sure {
            Sure::Measured => "confidence-a",
            Sure::Derived => "confidence-b",
            Sure::Estimated => "confidence-c",
        };
        let change = sheet.changes.get(&figure.path).map(|(value, why)| {
            let args = [("value", value.into()), ("reason", say(why, self.language).into())];
            self.say("figures-changed", &args)
        });
        FigureLine {
            what,
            field,
            value: match figure.value.parse() {
                Ok(whole) => number(self.language, whole),
                Err(_) => figure.value.replace('.', self.decimal_sign()),
            },
            source,
            confidence: self.word(confidence),
            change: change.unwrap_or_default(),
        }
    }

    fn decimal_sign(&self) -> &'static str {
        match self.language {
            Language::Nl => ",",
            Language::En => ".",
        }
    }
}

/// Groups of objects with names.
const GROUPS: [&str; 10] =
    ["nodes", "edges", "pools", "regions", "processes", "fleets", "goods", "demands", "criteria", "gauges"];

/// What the objects of the files are called, by group and code.
struct Names(BTreeMap<(&'static str, String), String>);

impl Names {
    fn of(sight: &Sight) -> Self {
        let (country, tell) = (sight.country(), sight.tell());
        let mut names = BTreeMap::new();
        let mut add = |group: &'static str, code: &str, name: String| {
            names.insert((group, code.to_owned()), name);
        };
        for row in country.nodes.rows() {
            let kind = tell.node_kind(row.kind).to_lowercase();
            add("nodes", &row.code, format!("{} ({kind})", row.name));
        }
        for (id, row) in country.edges.iter() {
            add("edges", &row.code, capital(&tell.edge(id)));
        }
        for (id, row) in country.pools.iter() {
            add("pools", &row.code, tell.pool(id));
        }
        for (id, row) in country.regions.iter() {
            add("regions", &row.code, tell.region(id));
        }
        for (id, row) in country.processes.iter() {
            add("processes", &row.code, tell.process(id));
        }
        for (id, row) in country.fleets.iter() {
            add("fleets", &row.code, tell.fleet(id));
        }
        for (id, row) in country.goods.iter() {
            add("goods", &row.code, tell.good(id));
        }
        if let Some(score) = &country.score {
            for (id, row) in score.criteria.iter() {
                add("criteria", &row.code, format!("{} {}", row.code, tell.criterion(id)));
            }
            for (id, row) in score.gauges.iter() {
                add("gauges", &row.code, tell.gauge(id));
            }
        }
        for row in country.demands.rows() {
            let ends = [row.from, row.to].map(|node| tell.node(node));
            let class = sight.word(crate::text::class_key(row.class));
            let mode = tell.mode(row.mode).to_lowercase();
            add("demands", &row.code, format!("{} › {}, {mode}: {class}", ends[0], ends[1]));
        }
        Self(names)
    }

    /// What a path is about, and which figure it is.
    fn told(&self, sight: &Sight, path: &str) -> (String, String) {
        let (group, rest) = path.split_once('[').unwrap_or((path, ""));
        let code = rest.split_once(']').map_or(rest, |(code, _)| code);
        let known = GROUPS.iter().find(|known| **known == group);
        let known = known.and_then(|group| self.0.get(&(*group, code.trim_matches('"').to_owned())));
        let what = match known {
            Some(name) => name.clone(),
            None if group == "arcs" => self.arc(code).unwrap_or_else(|| sight.word("figures-rules")),
            None if code.starts_with('"') => capital(code.trim_matches('"')),
            None => sight.word("figures-rules"),
        };
        (what, field_words(sight, path))
    }

    /// A dependency between processes, by what depends on what: `MOB/EL`.
    fn arc(&self, code: &str) -> Option<String> {
        let (process, supplier) = code.trim_matches('"').split_once('/')?;
        let name = |code: &str| self.0.get(&("processes", code.to_owned()));
        Some(format!("{} › {}", name(supplier)?, name(process)?))
    }
}

/// Which figure of its object a path is, with its unit.
fn field_words(sight: &Sight, path: &str) -> String {
    let (group, rest) = path.split_once('[').unwrap_or((path, ""));
    let rest = rest.split_once(']').map_or("", |(_, rest)| rest);
    let last = if rest.is_empty() { group } else { rest.rsplit('.').next().unwrap_or(rest) };
    let (name, number) = last.split_once('[').unwrap_or((last, ""));
    let field = field_key(name).map_or_else(|| name.to_owned(), |key| sight.word(key));
    // Lists have no names of their own: the number says which.
    let number = number.trim_matches(['#', ']']);
    if number.is_empty() { field } else { format!("{field} ({number})") }
}

/// The name of a field with its unit.
fn field_key(field: &str) -> Option<&'static str> {
    Some(match field {
        "population" => "figure-population",
        "beds" => "figure-beds",
        "intensive_care" => "figure-intensive-care",
        "emergency_departments" => "figure-emergency-departments",
        "firefighters" => "figure-firefighters",
        "growth_permille" => "figure-growth",
        "restart_per_hour" => "figure-restart",
        "endurance_h" => "figure-endurance",
        "refill_h" => "figure-refill",
        "beta" => "figure-beta",
        "depth" => "figure-depth",
        "delay_h" => "figure-delay",
        "handling" => "figure-handling",
        "storage" => "figure-storage",
        "count" => "figure-berths",
        "tracks_740" => "figure-tracks",
        "slots" => "figure-slots",
        "speed_kmh" => "figure-speed",
        "max_train_m" => "figure-max-train",
        "dangerous_per_day" => "figure-dangerous",
        "axle_load_t" => "figure-axle-load",
        "minimum" => "figure-minimum",
        "cap" => "figure-cap",
        "day_cap" => "figure-day-cap",
        "price_eur" => "figure-price",
        "pieces" => "figure-pieces",
        "cycle_h" => "figure-cycle",
        "lead_h" => "figure-lead",
        "train_m" => "figure-train",
        "units" => "figure-units",
        "back_h" => "figure-back",
        "civil" => "figure-civil",
        "daily" => "figure-daily",
        "hours" => "figure-patience",
        "after_h" => "figure-shift-after",
        "share" => "figure-shift-share",
        "tonnes" => "figure-tonnes",
        "stock_h" => "figure-stock",
        "low_h" => "figure-low",
        "per_day" => "figure-per-day",
        "report_from" => "figure-report-from",
        "haven_within_h" => "figure-haven-within",
        "way_out_within_h" => "figure-way-out-within",
        "asking_h" => "figure-asking",
        "request_lapses_h" => "figure-request-lapses",
        "assistance_lapses_h" => "figure-assistance-lapses",
        "ships_spare" => "figure-ships-spare",
        "repair_spread_percent" => "figure-repair-spread",
        "movement_ahead" => "figure-movement-ahead",
        "basket" => "figure-basket",
        "guards" => "figure-guards",
        "limits" => "figure-limits",
        "well" => "figure-well",
        "gone" => "figure-gone",
        "value_eur" => "figure-value-eur",
        "repair_eur" => "figure-repair-eur",
        "chronic" => "figure-chronic",
        "injury" => "figure-injury",
        "rights" => "figure-rights",
        _ => return None,
    })
}
