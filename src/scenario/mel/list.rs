//! The injects of a scenario or of a sheet as plain values, and as a page to be written.
//!
//! A value that is not among the fields of a row was not asked for: a sheet without that column says nothing about it. Must not
//! judge values: `import` did, or the scenario was checked.

use super::{
    columns::{COLUMNS, Column, Kind},
    headings::{ColumnSet, Means},
    page::{Page, Shown},
    parts,
    problem::CellAt,
    value::{CHANNELS, Naming, kept, shown},
};
use std::collections::BTreeMap;

/// One inject.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Row {
    /// Its code.
    pub code: String,
    /// Values by the key of their column, as they are kept (see `value`).
    pub fields: BTreeMap<&'static str, String>,
    /// Columns of an organisation's own: heading and what stands there. Empty ones are left out.
    pub own: Vec<(String, String)>,
}

/// A list of injects.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mel {
    /// In the order of the scenario or the sheet.
    pub rows: Vec<Row>,
}

impl Mel {
    /// The injects of a scenario; none when its text does not parse.
    pub fn of_scenario(text: &str) -> Option<Self> {
        let found = parts::injects(text)?;
        let row = |fields: &Vec<parts::FieldAt>| {
            let raw = |name: &str| {
                let field = fields.iter().find(|field| field.name == name)?;
                text.get(field.value.clone())
            };
            let written = COLUMNS.iter().filter(|column| column.kind != Kind::Day);
            let fields: BTreeMap<&'static str, String> = written
                .map(|column| {
                    (column.key, raw(column.field).map(|raw| kept(column.kind, raw)).unwrap_or_default())
                })
                .collect();
            let code = fields.get("code").cloned().unwrap_or_default();
            Row { code, fields, own: own_columns(raw("own_columns").unwrap_or("[]")) }
        };
        Some(Self { rows: found.items.iter().map(|(_, fields)| row(fields)).collect() })
    }

    /// An inject by its code.
    pub fn find(&self, code: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.code == code)
    }

    /// Headings of the columns of an organisation's own, in the order in which they first stand somewhere.
    pub fn own_headings(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for (heading, _) in self.rows.iter().flat_map(|row| &row.own) {
            if !found.contains(&heading.as_str()) {
                found.push(heading);
            }
        }
        found
    }
}

/// Pairs of heading and value as a scenario has them.
pub(super) fn own_columns(raw: &str) -> Vec<(String, String)> {
    let pair = |item: &str| {
        let (_, items) = parts::choice(item)?;
        match items.as_slice() {
            [heading, value] => parts::text(heading).zip(parts::text(value)),
            _ => None,
        }
    };
    parts::items(raw).unwrap_or_default().into_iter().filter_map(pair).collect()
}

/// Where the rows of an imported list stand in their sheet.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Row of the sheet by code.
    pub rows: BTreeMap<String, u32>,
    /// Column of the sheet by the key of the column.
    pub columns: BTreeMap<&'static str, u32>,
}

impl Places {
    /// The cell of a field of an inject; the first cell of its row when the field has no column.
    pub fn cell(&self, code: &str, field: &str) -> Option<CellAt> {
        let row = *self.rows.get(code)?;
        let mut known = COLUMNS.iter().filter(|column| column.field == field);
        let column = known.find_map(|column| self.columns.get(column.key)).copied().unwrap_or(0);
        Some(CellAt { row, column })
    }
}

/// The list as a page: all columns, those of the organisation's own behind them; or the columns of a saved set in its order.
pub fn page(mel: &Mel, name: &str, running: &str, naming: &Naming<'_>, set: Option<&ColumnSet>) -> Page {
    let own = mel.own_headings();
    let mut columns: Vec<(String, Source<'_>)> = Vec::new();
    for (heading, means) in set.iter().flat_map(|set| &set.columns) {
        match means {
            Means::Column(column) => columns.push((heading.clone(), Source::Column(column))),
            Means::Own if own.contains(&heading.as_str()) => {
                columns.push((heading.clone(), Source::Own(heading)));
            }
            Means::Own | Means::Nothing => {}
        }
    }
    let has = |columns: &[(String, Source<'_>)], key: &str| {
        columns.iter().any(|(_, source)| matches!(source, Source::Column(column) if column.key == key))
    };
    for column in COLUMNS.iter().filter(|column| column.kind != Kind::Day) {
        if !has(&columns, column.key) {
            columns.push(((naming.say)(column.heading), Source::Column(column)));
        }
    }
    for heading in own {
        if !columns.iter().any(|(_, source)| matches!(source, Source::Own(each) if *each == heading)) {
            columns.push((heading.to_owned(), Source::Own(heading)));
        }
    }
    let cell = |row: &Row, source: &Source<'_>| match source {
        // The day stands with the clock time.
        Source::Column(column) if column.kind == Kind::Day => Shown::Text(String::new()),
        Source::Column(column) => {
            let text = shown(column.kind, row.fields.get(column.key).map_or("", String::as_str), naming);
            if column.kind == Kind::Code { Shown::Strong(text) } else { Shown::Text(text) }
        }
        Source::Own(heading) => {
            let found = row.own.iter().find(|(each, _)| each == heading);
            Shown::Text(found.map(|(_, value)| value.clone()).unwrap_or_default())
        }
    };
    let rows = mel.rows.iter().map(|row| columns.iter().map(|(_, source)| cell(row, source)).collect());
    let labels = || CHANNELS.iter().map(|(_, key, _)| (naming.say)(key)).collect::<Vec<_>>();
    let choices = (0_u16..).zip(&columns).filter_map(|(number, (_, source))| match source {
        Source::Column(column) if column.kind == Kind::Channel => Some((number, labels())),
        Source::Column(column) if column.kind == Kind::Flag => {
            Some((number, vec![(naming.say)("cli-mel-yes")]))
        }
        _ => None,
    });
    let width = |source: &Source<'_>| match source {
        Source::Column(column) => column.width,
        Source::Own(_) => 20,
    };
    Page {
        name: name.to_owned(),
        running: running.to_owned(),
        rows: rows.collect(),
        choices: choices.collect(),
        widths: columns.iter().map(|(_, source)| width(source)).collect(),
        heading: columns.into_iter().map(|(heading, _)| heading).collect(),
        frozen: 1,
    }
}

/// Where the values of a column come from.
enum Source<'a> {
    Column(&'static Column),
    Own(&'a str),
}
