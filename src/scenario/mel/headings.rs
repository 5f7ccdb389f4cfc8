//! Which column of a sheet means what: guessed from its heading, or as an organisation saved it.
//!
//! A set of columns is a small RON file, so that a sheet of the same house is understood at once the next time. Must not read
//! the rows below the headings.

use super::{
    columns::{COLUMNS, Column, Kind, Part, find},
    grid::{Cell, Grid},
    value::{folded, quoted},
};
use crate::scenario::{
    fault::{Faults, ScenarioError, nearest, suggest},
    macros::record,
    read::{Reader, Rows},
    scalar::{At, Name},
    source::Source,
};
use std::fmt::Write as _;

/// What a column of a sheet means.
#[derive(Clone, Copy, Debug)]
pub enum Means {
    /// A column of the list.
    Column(&'static Column),
    /// A column of the organisation's own, kept and written back.
    Own,
    /// Nothing: it is passed over.
    Nothing,
}

impl Means {
    /// What a saved set calls it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Column(column) => column.key,
            Self::Own => "own",
            Self::Nothing => "nothing",
        }
    }
}

/// The columns of an organisation's sheets.
#[derive(Clone, Debug, Default)]
pub struct ColumnSet {
    /// Name of the sheet; none for the one whose headings fit best.
    pub sheet: Option<String>,
    /// Headings and what they mean.
    pub columns: Vec<(String, Means)>,
}

record! {
    /// A set of columns as a file.
    SetFile {
        /// Name of the sheet.
        sheet: Option<Name> = None,
        /// Headings and what they mean.
        columns: Rows<SetRow>,
    }
}

record! {
    /// A heading and what it means: the key of a column, own or nothing.
    SetRow {
        /// Heading as in the sheet.
        heading: Name,
        /// What it means.
        means: At<Name>,
    }
}

impl ColumnSet {
    /// Reads a saved set.
    pub fn read(source: Source) -> Result<Self, ScenarioError> {
        let sources = [source];
        let mut faults = Faults::new(&sources);
        let file: Option<SetFile> = Reader::file(&mut faults, 0);
        let mut set = Self::default();
        for row in file.iter().flat_map(|file| &file.columns) {
            let means = match row.means.value.0.as_str() {
                "own" => Means::Own,
                "nothing" => Means::Nothing,
                key => {
                    if let Some(column) = find(key) {
                        Means::Column(column)
                    } else {
                        let known = COLUMNS.iter().map(|column| column.key).chain(["own", "nothing"]);
                        let what = format!("no column is called \"{key}\"");
                        faults.add(&row.means.place, what, suggest(key, known));
                        continue;
                    }
                }
            };
            set.columns.push((row.heading.0.clone(), means));
        }
        set.sheet = file.as_ref().and_then(|file| file.sheet.clone()).map(|name| name.0);
        faults.finish(file.map(|_| set))
    }

    /// The set as a file.
    pub fn write(&self) -> String {
        let mut out = String::from("// Which column of our events lists means what. Keys: ");
        let keys: Vec<&str> = COLUMNS.iter().map(|column| column.key).collect();
        out.push_str(&keys.join(", "));
        out.push_str(";\n// own keeps a column and writes it back, nothing passes it over.\n(\n");
        if let Some(sheet) = &self.sheet {
            let _ = writeln!(out, "    sheet: Some({}),", quoted(sheet));
        }
        out.push_str("    columns: [\n");
        for (heading, means) in &self.columns {
            let _ = writeln!(out, "        (heading: {}, means: \"{}\"),", quoted(heading), means.key());
        }
        out.push_str("    ],\n)\n");
        out
    }
}

/// A column of a sheet.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Number of the column, from 0.
    pub column: u32,
    /// Its heading; letters in parentheses for one without.
    pub text: String,
    /// What it means.
    pub means: Means,
    /// The heading is exactly one of those known.
    pub sure: bool,
}

/// The headings of a sheet.
#[derive(Clone, Debug)]
pub struct Headings {
    /// Row of the headings, from 0.
    pub row: u32,
    /// First row below them.
    pub below: u32,
    /// Columns with a heading or with anything below it.
    pub columns: Vec<Heading>,
}

/// Rows in which headings are looked for.
const LOOK_IN: u32 = 40;

/// Finds the headings of a sheet; none where nothing looks like them.
pub fn headings(grid: &Grid, set: Option<&ColumnSet>) -> Option<Headings> {
    let candidates = (0..grid.height().min(LOOK_IN)).map(|row| at_row(grid, row, set));
    let worth = |found: &Headings| {
        let meant = found.columns.iter().filter(|each| matches!(each.means, Means::Column(_)));
        meant.map(|each| if each.sure { 3 } else { 1 }).sum::<u32>()
    };
    // Of equal rows the first: a line below the headings may repeat some of their words.
    let best = candidates.reduce(|best, each| if worth(&each) > worth(&best) { each } else { best })?;
    (worth(&best) >= 4).then_some(best)
}

/// How well a sheet's headings are understood, to choose among sheets.
pub fn understood(found: &Headings) -> usize {
    found.columns.iter().filter(|each| matches!(each.means, Means::Column(_))).count()
}

fn at_row(grid: &Grid, row: u32, set: Option<&ColumnSet>) -> Headings {
    let below = if split(grid, row) { row + 2 } else { row + 1 };
    let mut columns: Vec<Heading> = Vec::new();
    for column in 0..grid.width() {
        let text = heading_text(grid, row, column, below);
        let filled = (below..grid.height()).any(|row| *grid.cell(row, column) != Cell::Empty);
        if text.is_empty() && !filled {
            continue;
        }
        let text = if text.is_empty() { format!("({})", super::problem::letters(column)) } else { text };
        columns.push(Heading { column, text, means: Means::Own, sure: false });
    }
    unlike_each_other(&mut columns);
    if let Some(set) = set {
        by_set(&mut columns, set);
    }
    by_guess(&mut columns);
    Headings { row, below, columns }
}

/// True when a heading spreads over columns that have headings of their own below it.
fn split(grid: &Grid, row: u32) -> bool {
    (0..grid.width()).any(|column| {
        grid.merged_at(row, column).is_some_and(|merged| {
            let (first, last) = (merged.first, merged.last);
            let part = last.1 > first.1 && last.1 - first.1 < 4 && first.0 == row && last.0 == row;
            part && (first.1..=last.1).all(|column| *grid.cell(row + 1, column) != Cell::Empty)
        })
    })
}

fn heading_text(grid: &Grid, row: u32, column: u32, below: u32) -> String {
    let one = |row: u32| grid.cell(row, column).words().split_whitespace().collect::<Vec<_>>().join(" ");
    let (upper, lower) = (one(row), one(row + 1));
    let text = if below > row + 1 && lower != upper { format!("{upper} {lower}") } else { upper };
    text.trim().chars().take(120).collect()
}

/// Two columns under one heading get a number, so that both can be kept.
fn unlike_each_other(columns: &mut [Heading]) {
    for index in 1..columns.len() {
        let (before, rest) = columns.split_at_mut(index);
        let Some(this) = rest.first_mut() else { continue };
        let plain = this.text.clone();
        let mut number = 2;
        while before.iter().any(|each| each.text == this.text) {
            this.text = format!("{plain} ({number})");
            number += 1;
        }
    }
}

fn by_set(columns: &mut [Heading], set: &ColumnSet) {
    for heading in columns {
        if let Some((_, means)) = set.columns.iter().find(|(text, _)| folded(text) == folded(&heading.text)) {
            heading.means = *means;
            heading.sure = true;
        }
    }
}

/// Each column of the list goes to the heading that fits it best, each heading to one of them. What a saved set says stays.
fn by_guess(columns: &mut [Heading]) {
    let mut fits: Vec<(u32, usize, usize)> = Vec::new();
    let meant = |heading: &Heading| match heading.means {
        Means::Column(column) => COLUMNS.iter().position(|each| each.key == column.key),
        Means::Own | Means::Nothing => None,
    };
    let mut taken: Vec<usize> = columns.iter().filter_map(meant).collect();
    for (index, heading) in columns.iter().enumerate().filter(|(_, heading)| !heading.sure) {
        for (number, column) in COLUMNS.iter().enumerate() {
            let fit = fit(&folded(&heading.text), column);
            if fit > 0 {
                fits.push((fit, index, number));
            }
        }
    }
    // The best fit first; of equal ones the column that stands first in the sheet, then in the list.
    fits.sort_by_key(|(fit, index, number)| (u32::MAX - fit, *index, *number));
    for (fit, index, number) in fits {
        let (Some(heading), Some(column)) = (columns.get_mut(index), COLUMNS.get(number)) else { continue };
        if matches!(heading.means, Means::Own) && !taken.contains(&number) {
            heading.means = Means::Column(column);
            heading.sure = fit >= EXACT;
            taken.push(number);
        }
    }
}

const EXACT: u32 = 100;

/// How well a heading fits a column: 0 not at all, 100 and more exactly.
fn fit(heading: &str, column: &Column) -> u32 {
    if heading.is_empty() {
        return 0;
    }
    let known = || column.known_as.split('|');
    if folded(column.key) == heading || known().any(|alias| alias == heading) {
        return EXACT;
    }
    // "Titel (EN)" is the English of whatever "Titel" is.
    if let Kind::Words(part) = column.kind {
        let marks =
            if part == Part::Nl { [" nl", " nederlands", " dutch"] } else { [" en", " engels", " english"] };
        if let Some(plain) = marks.iter().find_map(|mark| heading.strip_suffix(mark)) {
            let same = COLUMNS.iter().filter(|each| each.field == column.field);
            let both = same.flat_map(|each| each.known_as.split('|')).any(|alias| alias == plain);
            return if both { EXACT } else { 0 };
        }
        let other =
            if part == Part::Nl { [" en", " engels", " english"] } else { [" nl", " nederlands", " dutch"] };
        if other.iter().any(|mark| heading.ends_with(mark)) {
            return 0;
        }
    }
    let inside = |alias: &&str| alias.len() >= 4 && format!(" {heading} ").contains(&format!(" {alias} "));
    if let Some(longest) = known().filter(inside).map(str::len).max() {
        return 50 + (longest as u32).min(40);
    }
    // A slip of the finger; a long text is no heading, and is not compared letter by letter.
    let close = |alias: &&str| alias.len() >= 6 && alias.len().abs_diff(heading.len()) <= 2;
    if (6..40).contains(&heading.len()) && nearest(heading, known().filter(close)).is_some() {
        return 30;
    }
    0
}
