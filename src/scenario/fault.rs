//! What is wrong with a file, told to the person who has to repair it.
//!
//! Every fault names the file, the line, the column, the object and field, what is wrong and how to repair it. All
//! faults of a load are collected; nothing stops at the first one except a text that does not parse at all.

use super::{
    scalar::{Confidence, Scale},
    source::Source,
    vary::Vary,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    rc::Rc,
};

/// One mistake in one file. Sorts by file, line and column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Object and field, such as `injects["I-03"].trigger`; empty for the file as a whole.
    pub path: String,
    /// What is wrong.
    pub what: String,
    /// How to repair it; may be empty.
    pub repair: String,
}

impl Fault {
    /// A fault of a file as a whole.
    pub fn of_file(file: &str, what: &str, repair: &str) -> Self {
        Self::at_line(file, 1, 1, what, repair)
    }

    /// A fault at a place outside any object.
    pub fn at_line(file: &str, line: u32, column: u32, what: &str, repair: &str) -> Self {
        let (file, path) = (file.to_owned(), String::new());
        Self { file, line, column, path, what: what.to_owned(), repair: repair.to_owned() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        write!(out, "{}", self.what)?;
        if self.repair.is_empty() { Ok(()) } else { write!(out, " (repair: {})", self.repair) }
    }
}

/// Why a load failed: every fault found, sorted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", text(faults))]
pub struct ScenarioError {
    /// The faults, in the order of the files.
    pub faults: Vec<Fault>,
}

impl From<Fault> for ScenarioError {
    fn from(fault: Fault) -> Self {
        Self { faults: vec![fault] }
    }
}

fn text(faults: &[Fault]) -> String {
    faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("\n")
}

/// Where something stands: file, offset and object. Cheap to copy around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Number of the file among those being read.
    pub source: u16,
    /// Byte offset in it.
    pub offset: u32,
    /// Object and field.
    pub path: Rc<str>,
}

impl Place {
    /// For values that a default put in: a fault there is never reported.
    pub fn nowhere() -> Self {
        Self { source: u16::MAX, offset: 0, path: Rc::from("") }
    }
}

/// Collects faults while files are read and checked, and the codes that files define and use.
#[derive(Debug)]
pub struct Faults<'s> {
    sources: &'s [Source],
    list: Vec<Fault>,
    defined: BTreeMap<&'static str, BTreeSet<String>>,
    used: Vec<(&'static str, String, Place)>,
    /// Figures that are read as more or less than they say.
    vary: Option<&'s Vary>,
}

/// Most faults kept; a file with more is beyond reading anyway.
const FAULTS_MAX: usize = 500;

impl<'s> Faults<'s> {
    /// An empty collection over the files of one load.
    pub fn new(sources: &'s [Source]) -> Self {
        Self { sources, list: Vec::new(), defined: BTreeMap::new(), used: Vec::new(), vary: None }
    }

    /// An empty collection for a load in which some figures are otherwise.
    pub fn varying(sources: &'s [Source], vary: &'s Vary) -> Self {
        Self { vary: Some(vary), ..Self::new(sources) }
    }

    /// A figure as it is to be used: as written, but for those that this load varies.
    pub fn varied<T: Scale>(&self, value: T, place: &Place, of: (&str, Confidence)) -> T {
        let Some(vary) = self.vary else { return value };
        let file = self.sources.get(usize::from(place.source)).map_or("", |source| source.name.as_str());
        vary.apply(value, file, &place.path, of)
    }

    /// The files of this load.
    pub fn sources(&self) -> &'s [Source] {
        self.sources
    }

    /// Adds a fault at a place.
    pub fn add(&mut self, place: &Place, what: impl Into<String>, repair: impl Into<String>) {
        let Some(source) = self.sources.get(usize::from(place.source)) else { return };
        let (line, column) = source.line_column(place.offset as usize);
        let file = source.name.clone();
        let mut what = what.into();
        if let Some(origin) = source.origin() {
            // What could not be filled in was told already.
            if origin.is_broken(place.offset as usize) {
                return;
            }
            what.push_str(&origin.said(place.offset as usize));
        }
        self.push(Fault { file, line, column, path: place.path.to_string(), what, repair: repair.into() });
    }

    /// Adds a fault that is ready.
    pub fn push(&mut self, fault: Fault) {
        if self.list.len() < FAULTS_MAX {
            self.list.push(fault);
        }
    }

    /// Adds what was found elsewhere.
    pub fn take_over(&mut self, told: Vec<Fault>) {
        for fault in told {
            self.push(fault);
        }
    }

    /// Notes that a code was given to an object of some kind; a second one is a fault.
    pub fn define(&mut self, kind: &'static str, code: &str, place: &Place) {
        if !self.defined.entry(kind).or_default().insert(code.to_owned()) {
            self.add(
                place,
                format!("the code \"{code}\" belongs to another {kind} already"),
                "give one of the two another code",
            );
        }
    }

    /// Notes that a code refers to an object of some kind, which may stand further on.
    pub fn refer(&mut self, kind: &'static str, code: &str, place: &Place) {
        self.used.push((kind, code.to_owned(), place.clone()));
    }

    /// Tells every reference to something that no file defines. Call it when all files have been read.
    pub fn resolve(&mut self) {
        for (kind, code, place) in std::mem::take(&mut self.used) {
            let known = self.defined.get(kind);
            if known.is_some_and(|known| known.contains(&code)) {
                continue;
            }
            let repair = suggest(&code, known.into_iter().flatten().map(String::as_str));
            // What exists as something else is no misspelling.
            let other = self.defined.iter().find(|(other, known)| **other != kind && known.contains(&code));
            let what = match other {
                Some((other, _)) => format!("\"{code}\" is a {other}, not a {kind}"),
                None => format!("unknown {kind} \"{code}\""),
            };
            self.add(&place, what, repair);
        }
    }

    /// Line and column of a place.
    pub fn line_column(&self, place: &Place) -> (u32, u32) {
        let source = self.sources.get(usize::from(place.source));
        source.map_or((1, 1), |source| source.line_column(place.offset as usize))
    }

    /// What was found so far.
    pub fn into_list(self) -> Vec<Fault> {
        self.list
    }

    /// True while nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The result of a load: the value when nothing was wrong, else every fault.
    pub fn finish<T>(mut self, value: Option<T>) -> Result<T, ScenarioError> {
        self.list.sort();
        self.list.dedup();
        match value {
            Some(value) if self.list.is_empty() => Ok(value),
            _ => Err(ScenarioError { faults: self.list }),
        }
    }
}

/// The known word that was probably meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (steps, best) = known.into_iter().map(|each| (distance(word, each), each)).min()?;
    (steps <= (word.chars().count() / 3).clamp(1, 4)).then_some(best)
}

/// The repair for a misspelt word: the likeliest of the known ones, or the choice when it is short.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, known.iter().copied()) {
        Some(best) => format!("did you mean \"{best}\"?"),
        None if known.is_empty() => "there are none".to_owned(),
        None if known.len() <= 12 => format!("choose from {}", known.join(", ")),
        None => format!(
            "one of {} known, such as {}",
            known.len(),
            known.iter().take(3).copied().collect::<Vec<_>>().join(", ")
        ),
    }
}

/// Letters to change, add, drop or swap to turn one word into the other; upper and lower case count as equal.
/// Words over 80 letters are only compared in their first 80.
fn distance(left: &str, right: &str) -> usize {
    let fold = |word: &str| word.chars().take(80).flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (left, right) = (fold(left), fold(right));
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let mut steps = (row[j] + usize::from(a != b)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                steps = steps.min(before[j - 1] + 1);
            }
            next.push(steps);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_suggested_and_far_ones_are_not() {
        assert_eq!(suggest("kijfhok", ["kijfhoek", "venlo"]), "did you mean \"kijfhoek\"?");
        assert_eq!(suggest("trigegr", ["trigger", "text"]), "did you mean \"trigger\"?");
        assert_eq!(suggest("xyz", ["trigger", "text"]), "choose from trigger, text");
        assert_eq!(suggest("xyz", []), "there are none");
    }
}
