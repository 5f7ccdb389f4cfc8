//! The reference of what a scenario may say, told by the types that read it.
//!
//! Each type that can be read describes itself (`Read::describe`): the macros of the schema hand over names, documentation and
//! defaults as they stand in the code, so that the reference cannot drift. Must not know any object.

use super::{read::Read, schema::exercise::ExerciseFile};

/// What a type says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What may stand there, with its range and unit.
    pub what: String,
    /// An example.
    pub example: String,
}

impl Said {
    /// Both.
    pub fn new(what: impl Into<String>, example: impl Into<String>) -> Self {
        Self { what: what.into(), example: example.into() }
    }
}

/// A field of an object or a word of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub doc: String,
    /// What may stand there; empty for a word that takes nothing.
    pub what: String,
    /// An example.
    pub example: String,
    /// What holds when it is left out; none when it must be there.
    pub default: Option<String>,
}

/// An object or a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub doc: String,
    /// A choice of one of its lines; else all of them are fields.
    pub choice: bool,
    /// Its fields or words.
    pub lines: Vec<Line>,
    /// An example; empty while it is being described.
    pub example: String,
}

/// Every object and choice that a file may hold, each after the first that names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// In the order in which they are first met.
    pub entries: Vec<Entry>,
}

impl Reference {
    /// That of a scenario.
    pub fn of_scenario() -> Self {
        let mut reference = Self::default();
        ExerciseFile::describe(&mut reference);
        reference
    }

    /// Begins an entry; false when it has been described, or is being so.
    pub fn begin(&mut self, name: &'static str, docs: &[&str], choice: bool) -> bool {
        let known = self.find(name).is_some();
        if !known {
            let (doc, example) = (doc(docs), String::new());
            self.entries.push(Entry { name, doc, choice, lines: Vec::new(), example });
        }
        !known
    }

    /// Adds a field; `default` is empty for one that must be there.
    pub fn field(&mut self, entry: &str, name: &'static str, docs: &[&str], said: Said, default: &[&str]) {
        let default = default.first().map(|text| plain_default(text));
        let Said { what, example } = said;
        self.add(entry, Line { name, doc: doc(docs), what, example, default });
    }

    /// Adds a word of a choice with what it takes.
    pub fn word(&mut self, entry: &str, name: &'static str, docs: &[&str], takes: Vec<Said>) {
        let what = takes.iter().map(|said| said.what.clone()).collect::<Vec<_>>().join(", then ");
        let inside = takes.iter().map(|said| said.example.clone()).collect::<Vec<_>>().join(", ");
        // One object stands in the parentheses of its word.
        let example = match inside.strip_prefix('(') {
            _ if takes.is_empty() => name.to_owned(),
            Some(fields) if takes.len() == 1 => format!("{name}({fields}"),
            _ => format!("{name}({inside})"),
        };
        self.add(entry, Line { name, doc: doc(docs), what, example, default: None });
    }

    fn add(&mut self, entry: &str, line: Line) {
        if let Some(entry) = self.entries.iter_mut().find(|each| each.name == entry) {
            entry.lines.push(line);
        }
    }

    /// Ends an entry and says how it is shown where it is used.
    pub fn end(&mut self, name: &'static str) -> Said {
        let Some(entry) = self.entries.iter_mut().find(|each| each.name == name) else {
            return Said::new(name, "");
        };
        if entry.example.is_empty() {
            entry.example = if entry.choice {
                entry.lines.first().map(|line| line.example.clone()).unwrap_or_default()
            } else {
                let needed = entry.lines.iter().filter(|line| line.default.is_none());
                let fields: Vec<String> =
                    needed.map(|line| format!("{}: {}", line.name, line.example)).collect();
                format!("({})", fields.join(", "))
            };
        }
        Said::new(name, entry.example.clone())
    }

    /// An entry by its name.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }
}

/// The text of doc comments as the compiler hands them over: `doc = " A text."`.
fn doc(docs: &[&str]) -> String {
    let line = |doc: &&str| {
        let text = doc.split_once('=')?.1.trim().trim_start_matches('r').trim_matches('#');
        let text = text.strip_prefix('"')?.strip_suffix('"')?;
        Some(text.replace("\\\"", "\"").replace("\\\\", "\\").trim().to_owned())
    };
    docs.iter().filter(|doc| doc.starts_with("doc")).filter_map(line).collect::<Vec<_>>().join(" ")
}

/// A default as it stands in the code, as a file would have it.
fn plain_default(code: &str) -> String {
    let code: String = code.split_whitespace().collect();
    if code == "Rows(Vec::new())" || code == "Vec::new()" {
        return "[]".to_owned();
    }
    // A value with its place: the value alone.
    let value = code.strip_prefix("At{value:").and_then(|rest| rest.split(',').next()).unwrap_or(&code);
    value.rsplit("::").next().unwrap_or(value).to_owned()
}

/// An example of a code of some kind, one that the shipped country or the example of a scenario has.
pub fn example_code(kind: &str) -> &'static str {
    match kind {
        "region" => "VR19",
        "process" => "EL",
        "trade" => "rail",
        "role" => "prorail",
        "place" => "vlissingen-sloe",
        "stretch" => "rail.goes-lewedorp",
        "pool" => "crews.grid",
        "fleet" => "flat-wagon-sets",
        "transport" => "rail.containers.maasvlakte-ruhrgebied",
        "inject" => "I-01",
        "movement" => "brigade",
        "objective" => "O1",
        "train" => "munitie-1",
        "scenario" => "mijn-oefening",
        _ => "...",
    }
}
