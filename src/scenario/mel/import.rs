//! The rows of a sheet as a list of injects, with every problem at its cell.
//!
//! A day that stands only above its rows holds for them; a row without a code takes that of the inject with the same title, or
//! the next free one; injects over several rows are put together. Must not write anything: see `weave`.

use super::{
    columns::{Column, Kind},
    grid::{Cell, Grid},
    headings::{self, ColumnSet, Heading, Means},
    list::{Mel, Places, Row},
    problem::{CellAt, Problem, Trouble, Weight, short},
    value::{self, Naming, folded, plain},
    when::{self, When},
};
use crate::scenario::fault::Fault;
use std::collections::{BTreeMap, BTreeSet};

/// A sheet as it was understood.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Name of the sheet.
    pub sheet: String,
    /// Row of the headings, from 1.
    pub heading_row: u32,
    /// What its columns mean.
    pub columns: Vec<Heading>,
    /// The injects.
    pub mel: Mel,
    /// Where they stand.
    pub places: Places,
    /// Everything that is wrong or worth knowing, in the order of the cells.
    pub problems: Vec<Problem>,
}

impl Import {
    /// The columns as a set that can be saved.
    pub fn set(&self) -> ColumnSet {
        let columns = self.columns.iter().map(|heading| (heading.text.clone(), heading.means)).collect();
        ColumnSet { sheet: Some(self.sheet.clone()).filter(|name| !name.is_empty()), columns }
    }

    /// Problems that keep the list from being taken over.
    pub fn faults(&self) -> usize {
        self.problems.iter().filter(|problem| problem.weight == Weight::Fault).count()
    }

    /// Faults of the scenario with the list in it, those of its injects at their cells; gives the others back.
    pub fn place(&mut self, faults: &[Fault]) -> Vec<Fault> {
        let mut others = Vec::new();
        for fault in faults {
            match self.cell_of(&fault.path) {
                Some(at) => self.problems.push(Problem {
                    at: Some(at),
                    weight: Weight::Fault,
                    key: "cli-mel-check",
                    args: vec![("what", fault.what.clone()), ("repair", fault.repair.clone())],
                }),
                None => others.push(fault.clone()),
            }
        }
        self.problems.sort_by_key(|problem| (problem.at, problem.weight));
        self.problems.dedup();
        others
    }

    fn cell_of(&self, path: &str) -> Option<CellAt> {
        let (code, rest) = path.strip_prefix("injects[\"")?.split_once("\"]")?;
        let field = rest.trim_start_matches('.');
        let end = field.find(|each: char| !(each.is_alphanumeric() || each == '_')).unwrap_or(field.len());
        self.places.cell(code, field.get(..end)?)
    }
}

/// Chooses the sheet that is meant: by name, else the one whose headings are understood best.
pub fn choose<'g>(grids: &'g [Grid], name: Option<&str>, set: Option<&ColumnSet>) -> Option<&'g Grid> {
    if let Some(name) = name {
        return grids.iter().find(|grid| grid.name == name);
    }
    let saved = set.and_then(|set| set.sheet.as_deref());
    if let Some(grid) = saved.and_then(|name| grids.iter().find(|grid| grid.name == name)) {
        return Some(grid);
    }
    let worth = |grid: &&Grid| headings::headings(grid, set).map_or(0, |found| headings::understood(&found));
    grids.iter().rev().max_by_key(worth)
}

/// Reads a sheet. `base` is the list of the scenario that it goes into.
pub fn import(grid: &Grid, set: Option<&ColumnSet>, base: &Mel, naming: &Naming<'_>) -> Import {
    let mut import = Import { sheet: grid.name.clone(), ..Import::default() };
    let Some(found) = headings::headings(grid, set) else {
        import.problems.push(Trouble::new("cli-mel-no-headings", &[]).at(None, Weight::Fault));
        return import;
    };
    import.heading_row = found.row + 1;
    import.columns = found.columns;
    for (_, heading) in meant(&import.columns) {
        if let Means::Column(column) = heading.means {
            import.places.columns.entry(column.key).or_insert(heading.column);
        }
    }
    let missing = set
        .iter()
        .flat_map(|set| &set.columns)
        .filter(|(text, _)| !import.columns.iter().any(|heading| folded(&heading.text) == folded(text)));
    let missing: Vec<Problem> = missing
        .map(|(text, _)| Trouble::new("cli-mel-no-column", &[("heading", text)]).at(None, Weight::Remark))
        .collect();
    import.problems.extend(missing);
    let mut rows = Rows {
        grid,
        columns: import.columns.clone(),
        naming,
        base,
        day: None,
        last: None,
        guessed: false,
        codes: BTreeMap::new(),
        problems: Vec::new(),
    };
    rows.reserve_codes(found.below);
    let mut at = found.below;
    while at < grid.height() {
        let last = rows.last_of(at);
        if let Some(row) = rows.inject(at, last, found.row) {
            import.places.rows.insert(row.code.clone(), at);
            import.mel.rows.push(row);
        }
        at = last + 1;
    }
    import.problems.append(&mut rows.problems);
    if import.mel.rows.is_empty() {
        import.problems.push(Trouble::new("cli-mel-no-rows", &[]).at(None, Weight::Fault));
    }
    import.problems.sort_by_key(|problem| (problem.at, problem.weight));
    import
}

fn meant(columns: &[Heading]) -> impl Iterator<Item = (usize, &Heading)> {
    columns.iter().enumerate().filter(|(_, heading)| matches!(heading.means, Means::Column(_)))
}

/// What is known while rows are read from top to bottom.
struct Rows<'a, 'n> {
    grid: &'a Grid,
    columns: Vec<Heading>,
    naming: &'a Naming<'n>,
    base: &'a Mel,
    /// Day that was last named.
    day: Option<i64>,
    /// Day and minute of the row before.
    last: Option<(i64, u32)>,
    /// It was told that days are taken from the order of the rows.
    guessed: bool,
    /// Codes that were given, with the row.
    codes: BTreeMap<String, Option<u32>>,
    problems: Vec<Problem>,
}

impl Rows<'_, '_> {
    fn tell(&mut self, row: u32, column: u32, weight: Weight, trouble: Trouble) {
        self.problems.push(trouble.at(Some(CellAt { row, column }), weight));
    }

    fn column_of(&self, key: &str) -> Option<u32> {
        let is = |heading: &&Heading| matches!(heading.means, Means::Column(column) if column.key == key);
        self.columns.iter().find(is).map(|heading| heading.column)
    }

    /// Codes that stand in the sheet are not given to rows without one.
    fn reserve_codes(&mut self, below: u32) {
        for row in &self.base.rows {
            self.codes.insert(row.code.clone(), None);
        }
        let Some(column) = self.column_of("code") else { return };
        for row in below..self.grid.height() {
            let filled = |column: &u32| *self.grid.cell(row, *column) != Cell::Empty;
            // A line between the rows is no inject.
            if (0..self.grid.width()).filter(filled).take(2).count() < 2 {
                continue;
            }
            if let Ok((code, _)) = value::read(Kind::Code, self.grid.cell(row, column), self.naming)
                && !code.is_empty()
            {
                self.codes.entry(code).or_insert(None);
            }
        }
    }

    /// The last row of the inject that begins at a row: further ones when its code is merged over them.
    fn last_of(&self, row: u32) -> u32 {
        let merged = self.column_of("code").and_then(|column| self.grid.merged_at(row, column));
        merged.filter(|merged| merged.first.1 == merged.last.1).map_or(row, |merged| merged.last.0.max(row))
    }

    /// What stands in a column over the rows of one inject.
    fn cell(&self, first: u32, last: u32, column: u32, kind: Option<Kind>) -> Cell {
        let mut seen: Vec<&Cell> = Vec::new();
        for row in first..=last {
            let cell = self.grid.cell(row, column);
            if *cell != Cell::Empty && !seen.contains(&cell) {
                seen.push(cell);
            }
        }
        match seen.as_slice() {
            [] => Cell::Empty,
            [only] => (*only).clone(),
            [first, ..] => {
                let lists = matches!(kind, None | Some(Kind::Words(_) | Kind::Roles | Kind::Codes));
                if lists {
                    Cell::text(&seen.iter().map(|cell| cell.words()).collect::<Vec<_>>().join("\n"))
                } else {
                    (*first).clone()
                }
            }
        }
    }

    fn inject(&mut self, first: u32, last: u32, heading_row: u32) -> Option<Row> {
        let filled = |column: &u32| *self.grid.cell(first, *column) != Cell::Empty;
        let filled: Vec<u32> = (0..self.grid.width()).filter(filled).collect();
        if filled.is_empty() {
            return None;
        }
        let headings = meant(&self.columns).filter(|(_, heading)| {
            folded(&self.grid.cell(first, heading.column).words())
                == folded(&self.grid.cell(heading_row, heading.column).words())
        });
        if headings.count() >= 3 {
            return None;
        }
        if self.is_heading_between(first, &filled) {
            return None;
        }
        let mut row = Row::default();
        for heading in self.columns.clone() {
            match heading.means {
                Means::Column(column) if !matches!(column.kind, Kind::Day | Kind::When) => {
                    let cell = self.cell(first, last, heading.column, Some(column.kind));
                    self.value(first, heading.column, column, &cell, &mut row);
                }
                Means::Column(_) | Means::Nothing => {}
                Means::Own => {
                    let text = self.own(first, last, heading.column);
                    row.own.push((heading.text, text));
                }
            }
        }
        if let Some(trigger) = self.trigger(first, last) {
            row.fields.insert("trigger", trigger);
        }
        self.complete(first, &mut row)
    }

    /// A row with one text in it, or one over many columns, belongs to no inject: it may name the day of those below.
    fn is_heading_between(&mut self, row: u32, filled: &[u32]) -> bool {
        let Some(&column) = filled.first() else { return true };
        let wide = self.grid.merged_at(row, column).is_some_and(|merged| merged.last.1 >= merged.first.1 + 2);
        let told = |key: &str| self.column_of(key).is_some_and(|column| filled.contains(&column));
        let alone = filled.len() == 1 && !told("text.nl") && !told("text.en");
        if !(wide || alone) {
            return false;
        }
        let cell = self.grid.cell(row, column).clone();
        let text = cell.words();
        let named = match when::read(&cell, self.naming.start) {
            Ok(Some(When::Day(day))) => Some(day),
            _ => day_within(&text, self.naming),
        };
        if let Some(day) = named {
            self.day = Some(day);
            self.last = None;
            let trouble =
                Trouble::new("cli-mel-day-heading", &[("found", &text), ("day", &format!("D+{day}"))]);
            self.tell(row, column, Weight::Remark, trouble);
        } else {
            self.tell(row, column, Weight::Remark, Trouble::new("cli-mel-row-skipped", &[("found", &text)]));
        }
        true
    }

    fn value(&mut self, at: u32, number: u32, column: &'static Column, cell: &Cell, row: &mut Row) {
        match value::read(column.kind, cell, self.naming) {
            Ok((value, told)) => {
                // A text in the old way of numbers: what the sheet shows as a number is taken as it stands.
                let value = if matches!(column.kind, Kind::Words(_)) { plain(&value) } else { value };
                for trouble in told {
                    self.tell(at, number, Weight::Remark, trouble);
                }
                row.fields.insert(column.key, value);
            }
            Err(trouble) => self.tell(at, number, Weight::Fault, trouble),
        }
    }

    fn own(&mut self, first: u32, last: u32, column: u32) -> String {
        let cell = self.cell(first, last, column, None);
        let found = match &cell {
            Cell::Broken(error) => Err(Trouble::new("cli-mel-error-value", &[("found", error)])),
            Cell::NoResult => Err(Trouble::new("cli-mel-no-result", &[])),
            other => value::read(Kind::Words(super::columns::Part::Nl), other, self.naming),
        };
        match found {
            Ok((text, _)) => text,
            Err(trouble) => {
                self.tell(first, column, Weight::Remark, trouble);
                String::new()
            }
        }
    }

    /// The day in the column of days, which also holds for the rows below.
    fn day_beside(&mut self, first: u32, last: u32) -> Option<i64> {
        let start = self.naming.start;
        let mut day_here = None;
        if let Some(column) = self.column_of("day") {
            let cell = self.cell(first, last, column, Some(Kind::Day));
            let read = match &cell {
                // A plain number counts days from D+0.
                Cell::Number(digits) => digits
                    .parse::<u16>()
                    .map(|day| Some(When::Day(i64::from(day))))
                    .map_err(|_| Trouble::new("cli-mel-no-moment", &[("found", digits)])),
                other => when::read(other, start),
            };
            match read {
                Ok(Some(When::Day(day) | When::Full(day, _))) => day_here = Some(day),
                Ok(None) => {}
                Ok(Some(_)) => self.tell(
                    first,
                    column,
                    Weight::Fault,
                    Trouble::new("cli-mel-no-day", &[("found", &cell.words())]),
                ),
                Err(trouble) => self.tell(first, column, Weight::Fault, trouble),
            }
            if day_here.is_some() && day_here != self.day {
                self.day = day_here;
                self.last = None;
            }
        }
        day_here
    }

    /// When a row is sent: its own column, with the day from beside it, above it, or the row before.
    fn trigger(&mut self, first: u32, last: u32) -> Option<String> {
        let start = self.naming.start;
        let day_here = self.day_beside(first, last);
        let column = self.column_of("trigger").or_else(|| self.column_of("day"))?;
        let cell = match self.column_of("trigger") {
            Some(column) => self.cell(first, last, column, Some(Kind::When)),
            None => Cell::Empty,
        };
        if let Cell::NoResult | Cell::Broken(_) = cell {
            if let Err(trouble) = value::read(Kind::When, &cell, self.naming) {
                self.tell(first, column, Weight::Fault, trouble);
            }
            return None;
        }
        let read = match when::read(&cell, start) {
            Ok(read) => read,
            Err(_) if (self.naming.say)("cli-mel-by-hand") == cell.words() => Some(When::Manual),
            Err(trouble) => {
                self.tell(first, column, Weight::Fault, trouble);
                return None;
            }
        };
        self.as_trigger((first, column), &cell.words(), read, day_here)
    }

    /// What was read of when, as a trigger of a scenario.
    fn as_trigger(
        &mut self,
        at: (u32, u32),
        found: &str,
        read: Option<When>,
        day_here: Option<i64>,
    ) -> Option<String> {
        let (first, column) = at;
        match read {
            None if day_here.is_some() => {
                let trouble =
                    Trouble::new("cli-mel-no-clock", &[("day", &format!("D+{}", day_here.unwrap_or(0)))]);
                self.tell(first, column, Weight::Fault, trouble);
                None
            }
            None => {
                self.tell(first, column, Weight::Remark, Trouble::new("cli-mel-no-time", &[]));
                Some("Manual".to_owned())
            }
            Some(When::Manual) => Some("Manual".to_owned()),
            Some(When::Raw(raw)) => {
                if let Err(error) = ron::value::RawValue::from_ron(&raw) {
                    let said = error.code.to_string();
                    let trouble = Trouble::new("cli-mel-no-trigger", &[("found", &raw), ("said", &said)]);
                    self.tell(first, column, Weight::Fault, trouble);
                    return None;
                }
                Some(value::kept(Kind::When, &raw))
            }
            Some(When::Elapsed(minutes, text)) => {
                if minutes.is_multiple_of(15) {
                    return Some(format!("At(\"{text}\")"));
                }
                let taken = format!("M+{}", (minutes + 7) / 15 * 15);
                self.tell(
                    first,
                    column,
                    Weight::Remark,
                    Trouble::new("cli-mel-rounded", &[("found", found), ("taken", &taken)]),
                );
                Some(format!("At(\"{taken}\")"))
            }
            Some(When::After(code, minutes)) => {
                let taken = kept_length(found).unwrap_or_else(|| when::length_text(minutes));
                if !minutes.is_multiple_of(15) {
                    self.tell(
                        first,
                        column,
                        Weight::Remark,
                        Trouble::new("cli-mel-rounded", &[("found", found), ("taken", &taken)]),
                    );
                }
                Some(format!("After(\"{code}\", \"{taken}\")"))
            }
            Some(When::Full(day, minute)) => self.moment(first, column, found, day, minute),
            Some(When::Clock(minute)) => {
                let day = day_here.or(self.day).unwrap_or_else(|| self.next_day(first, column, minute));
                self.moment(first, column, found, day, minute)
            }
            Some(When::Day(day)) => {
                self.tell(
                    first,
                    column,
                    Weight::Remark,
                    Trouble::new("cli-mel-midnight", &[("found", found)]),
                );
                self.moment(first, column, found, day, 0)
            }
        }
    }

    /// The day of a clock time without one: that of the row before, or the next when it is earlier.
    fn next_day(&mut self, row: u32, column: u32, minute: u32) -> i64 {
        if !self.guessed {
            self.guessed = true;
            self.tell(row, column, Weight::Remark, Trouble::new("cli-mel-day-by-order", &[]));
        }
        let from = self.last.unwrap_or((0, u32::from(self.naming.start.quarter) * 15));
        if minute < from.1 { from.0 + 1 } else { from.0 }
    }

    fn moment(&mut self, row: u32, column: u32, found: &str, day: i64, minute: u32) -> Option<String> {
        self.last = Some((day, minute));
        let (on_day, on_minute) = when::on_quarter(day, minute);
        let Some(text) = when::moment(on_day, on_minute) else {
            self.tell(
                row,
                column,
                Weight::Fault,
                Trouble::new("cli-mel-outside", &[("found", found), ("day", &format!("D{day:+}"))]),
            );
            return None;
        };
        if (on_day, on_minute) != (day, minute) {
            self.tell(
                row,
                column,
                Weight::Remark,
                Trouble::new("cli-mel-rounded", &[("found", found), ("taken", &text)]),
            );
        }
        Some(format!("At(\"{text}\")"))
    }

    /// Gives the row its code and what a new inject needs.
    fn complete(&mut self, at: u32, row: &mut Row) -> Option<Row> {
        let column = self.column_of("code").unwrap_or(0);
        let given = row.fields.get("code").cloned().unwrap_or_default();
        if given.is_empty() {
            let title = |row: &Row| row.fields.get("title.nl").filter(|title| !title.is_empty()).cloned();
            let wanted = title(row);
            let known = self.base.rows.iter().find(|each| wanted.is_some() && title(each) == wanted);
            let free = known.filter(|known| self.codes.get(&known.code).is_none_or(Option::is_none));
            let (code, key) = match free {
                Some(known) => (known.code.clone(), "cli-mel-code-by-title"),
                None => (self.free_code(), "cli-mel-code-given"),
            };
            self.tell(at, column, Weight::Remark, Trouble::new(key, &[("code", &code)]));
            row.code = code;
        } else {
            row.code = given;
        }
        if let Some(Some(first)) = self.codes.insert(row.code.clone(), Some(at)) {
            self.codes.insert(row.code.clone(), Some(first));
            let other = CellAt { row: first, column }.to_string();
            self.tell(
                at,
                column,
                Weight::Fault,
                Trouble::new("cli-mel-code-twice", &[("code", &row.code), ("other", &other)]),
            );
            return None;
        }
        row.fields.insert("code", row.code.clone());
        let is_new = self.base.find(&row.code).is_none();
        if is_new {
            row.fields.entry("trigger").or_insert_with(|| "Manual".to_owned());
            row.fields.entry("channel").or_insert_with(|| "Mail".to_owned());
            let said = |key: &str| row.fields.get(key).is_some_and(|text| !text.is_empty());
            if !["title.nl", "title.en", "text.nl", "text.en"].into_iter().any(said) {
                self.tell(
                    at,
                    column,
                    Weight::Fault,
                    Trouble::new("cli-mel-nothing-said", &[("code", &row.code)]),
                );
            }
        }
        Some(row.clone())
    }

    /// A code like those of the sheet that nobody has.
    fn free_code(&self) -> String {
        let prefix = |code: &str| code.trim_end_matches(|each: char| each.is_ascii_digit()).to_owned();
        let prefixes: BTreeSet<String> = self.codes.keys().map(|code| prefix(code)).collect();
        let count = |each: &String| self.codes.keys().filter(|code| prefix(code) == *each).count();
        let usual = prefixes
            .into_iter()
            .max_by_key(|each| (count(each), each.len()))
            .unwrap_or_else(|| "I-".to_owned());
        let width = if usual.is_empty() { 1 } else { 2 };
        let mut numbered = (1..100_000).map(|number| format!("{usual}{number:0width$}"));
        let free = numbered.find(|code| !self.codes.contains_key(code));
        free.unwrap_or_default()
    }
}

/// The length of `I-01 + 12h` as it was written, where a scenario could have it.
fn kept_length(found: &str) -> Option<String> {
    let (_, length) = found.rsplit_once(" + ")?;
    let line = short(length);
    crate::scenario::moment::typed_length(&line).is_ok().then_some(line)
}

/// A day in the first words of a text such as "DAG 2: de storm".
fn day_within(text: &str, naming: &Naming<'_>) -> Option<i64> {
    let words: Vec<&str> = text.split([' ', ':', '-', '–', ',']).filter(|word| !word.is_empty()).collect();
    let day = |count: usize| {
        let line = words.get(..count)?.join(" ");
        match when::read(&Cell::text(&line), naming.start) {
            Ok(Some(When::Day(day))) => Some(day),
            _ => None,
        }
    };
    (1..=4.min(words.len())).rev().find_map(day)
}
