//! Groups that played the same exercise, side by side: the reveal at the end of a course. Text, JSON and a part of the report come
//! from here.
//!
//! Built from the folds that the report of one exercise uses; nothing is worked out a second time. Refuses what is no comparison:
//! another scenario, or the same with something else filled in. Another seed, first day or length is allowed, and said. Must not say
//! which group was better. Read `group` (what is kept of one recording), `deeds` (what tables decided), `parting` (where groups first
//! differ), `page` (the part of the report).

mod deeds;
mod group;
mod page;
mod parting;

use crate::text::{Arg, Language, Texts, number};
pub use group::Group;
pub(super) use page::section;
pub use parting::Parting;
use serde::Serialize;

/// Groups side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Code of the scenario.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// Each group, in the order given.
    pub groups: Vec<Group>,
    /// What is not the same between them and still allowed, as sentences.
    pub remarks: Vec<String>,
    /// Figures, interests, tracks, pillars, objectives, criteria, intents, injects that not every group got.
    pub sections: Vec<Section>,
    /// Where the groups first differ, by round and table.
    pub partings: Vec<Parting>,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Stable name: figures, interests, tracks, baseline, pillars, objectives, criteria, intents or injects.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// Something of each group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What.
    pub name: String,
    /// For each group; a dash where a group has nothing.
    pub cells: Vec<String>,
    /// False when all groups have the same.
    pub differs: bool,
}

/// Why recordings cannot be compared. The names are those of the groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// Another scenario: name and title of both.
    Scenario([String; 2], [String; 2]),
    /// The same scenario with something else filled in: names, field, values; an empty value where a group has no such field.
    Filled([String; 2], String, [String; 2]),
}

impl Unlike {
    /// What is the matter and what to do.
    pub fn words(&self, texts: &Texts, language: Language) -> String {
        let said = |key, args: [(&str, &String); 5]| {
            let args: Vec<(&str, Arg)> =
                args.into_iter().map(|(name, text)| (name, text.as_str().into())).collect();
            texts.say(language, key, &args)
        };
        let none = String::new();
        match self {
            Self::Scenario([first, second], [one, other]) => said(
                "compare-other-scenario",
                [("first", first), ("second", second), ("one", one), ("other", other), ("field", &none)],
            ),
            Self::Filled([first, second], field, [one, other]) => said(
                "compare-other-filled",
                [("first", first), ("second", second), ("one", one), ("other", other), ("field", field)],
            ),
        }
    }
}

/// What stands where a group has nothing.
const NOTHING: &str = "\u{2013}";

impl Comparison {
    /// Puts groups side by side; the first is what the others are held against.
    pub fn of(groups: Vec<Group>, texts: &Texts, language: Language) -> Result<Self, Unlike> {
        let Some(first) = groups.first() else {
            return Ok(Self {
                scenario: String::new(),
                title: String::new(),
                groups,
                remarks: Vec::new(),
                sections: Vec::new(),
                partings: Vec::new(),
            });
        };
        for other in groups.iter().skip(1) {
            alike(first, other)?;
        }
        let say = Words { texts, language };
        Ok(Self {
            scenario: first.scenario.clone(),
            title: first.title.clone(),
            remarks: remarks(&groups, &say),
            sections: sections(&groups, &say),
            partings: parting::partings(&groups, &say),
            groups,
        })
    }

    /// For scripts.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("numbers and texts can be written as JSON")
    }
}

/// Words in one language.
struct Words<'a> {
    texts: &'a Texts,
    language: Language,
}

impl Words<'_> {
    fn word(&self, key: &str) -> String {
        self.texts.word(self.language, key)
    }

    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.say(self.language, key, args)
    }

    fn count(&self, count: i64) -> String {
        number(self.language, count)
    }
}

fn alike(first: &Group, other: &Group) -> Result<(), Unlike> {
    let names = [first.name.clone(), other.name.clone()];
    if first.scenario != other.scenario {
        return Err(Unlike::Scenario(names, [first.title.clone(), other.title.clone()]));
    }
    let value = |group: &Group, field: &str| {
        let found = group.filled.iter().find(|(name, _)| name == field);
        found.map_or_else(String::new, |(_, value)| value.clone())
    };
    for (field, _) in first.filled.iter().chain(&other.filled) {
        let values = [value(first, field), value(other, field)];
        let dates = values.iter().all(|value| is_date(value));
        if values[0] != values[1] && !dates {
            return Err(Unlike::Filled(names, field.clone(), values));
        }
    }
    Ok(())
}

/// A date as it is filled in: groups of other years play on other days.
fn is_date(text: &str) -> bool {
    let digit =
        |at: usize, letter: char| if at == 4 || at == 7 { letter == '-' } else { letter.is_ascii_digit() };
    text.len() == 10 && text.chars().enumerate().all(|(at, letter)| digit(at, letter))
}

/// What is not the same and still allowed.
fn remarks(groups: &[Group], say: &Words<'_>) -> Vec<String> {
    let differs = |of: &dyn Fn(&Group) -> String| {
        let mut values: Vec<String> = groups.iter().map(of).collect();
        values.dedup();
        values.len() > 1
    };
    let list = |of: &dyn Fn(&Group) -> String| {
        let told = groups.iter().map(|group| format!("{}: {}", group.name, of(group)));
        told.collect::<Vec<_>>().join("; ")
    };
    let seed = |group: &Group| group.summary.seed.to_string();
    let date = |group: &Group| group.begins.clone();
    let reached = |group: &Group| group.summary.time.clone();
    let script = |group: &Group| group.script.clone();
    let mut found = Vec::new();
    let mut tell = |key: &str, of: &dyn Fn(&Group) -> String| {
        if differs(of) {
            found.push(say.say(key, &[("list", list(of).into())]));
        }
    };
    tell("compare-other-seed", &seed);
    tell("compare-other-date", &date);
    tell("compare-other-end", &reached);
    if differs(&script) {
        found.push(say.word("compare-other-script"));
    }
    found
}

/// A row with one cell for each group.
fn row(name: String, groups: &[Group], cell: impl Fn(&Group) -> Option<String>) -> Row {
    let cells: Vec<String> =
        groups.iter().map(|group| cell(group).unwrap_or_else(|| NOTHING.to_owned())).collect();
    let differs = cells.iter().any(|cell| Some(cell) != cells.first());
    Row { name, cells, differs }
}

/// Rows by what they are called, in the order in which they first occur.
fn by_name(groups: &[Group], of: impl Fn(&Group) -> &[(String, String)]) -> Vec<Row> {
    let mut names: Vec<&String> = Vec::new();
    for (name, _) in groups.iter().flat_map(&of) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let cell = |group: &Group, name: &String| {
        of(group).iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
    };
    names.into_iter().map(|name| row(name.clone(), groups, |group| cell(group, name))).collect()
}

fn sections(groups: &[Group], say: &Words<'_>) -> Vec<Section> {
    let mut criteria = by_name(groups, |group| &group.criteria);
    if !criteria.is_empty() {
        let met = |group: &Group| Some(say.count(group.met.into()));
        criteria.insert(0, row(say.word("compare-criteria-met"), groups, met));
    }
    let mut some = by_name(groups, |group| &group.sent);
    some.retain(|row| row.cells.iter().any(|cell| cell == NOTHING));
    let section = |code, key: &str, rows| Section { code, title: say.word(key), rows };
    let all = [
        section("figures", "report-result", figures(groups, say)),
        section("interests", "score-profile", by_name(groups, |group| &group.interests)),
        section("tracks", "score-tracks", by_name(groups, |group| &group.tracks)),
        section("baseline", "score-baseline", by_name(groups, |group| &group.baseline)),
        section("pillars", "score-pillars", by_name(groups, |group| &group.pillars)),
        section("objectives", "report-objectives", by_name(groups, |group| &group.objectives)),
        section("criteria", "compare-criteria", criteria),
        section("intents", "report-intents", by_name(groups, |group| &group.intents)),
        section("injects", "compare-injects-some", some),
    ];
    all.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

/// The numbers of the summary.
fn figures(groups: &[Group], say: &Words<'_>) -> Vec<Row> {
    let of =
        |key: &str, cell: &dyn Fn(&Group) -> String| row(say.word(key), groups, |group| Some(cell(group)));
    let share = |part: u32, whole: u32| {
        let args = [("part", say.count(part.into()).into()), ("whole", say.count(whole.into()).into())];
        say.say("compare-of", &args)
    };
    vec![
        of("compare-delivered", &|group| share(group.summary.delivered, group.summary.pieces)),
        of("compare-delay", &|group| say.count(group.summary.civil_delay_hours)),
        of("compare-given-up", &|group| say.count(group.summary.civil_given_up.into())),
        of("compare-unmet", &|group| say.count(group.summary.unmet_person_days)),
        of("compare-damages", &|group| say.count(group.summary.open_damages)),
        of("compare-ammunition", &|group| say.count(group.summary.ammunition_stalled_hours)),
        of("compare-injects", &|group| say.count(group.summary.injects_sent.into())),
        of("compare-decisions", &|group| say.count(group.summary.decisions.into())),
        of("compare-automatic", &|group| say.count(group.summary.decisions_automatic.into())),
    ]
}
