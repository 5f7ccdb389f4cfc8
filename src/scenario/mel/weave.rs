//! A list put into the text of a scenario: what differs is written, everything else keeps its place, its comments and its look.
//!
//! Must not judge the result: whoever weaves has it checked like any scenario.

use super::{
    columns::{COLUMNS, Column, Kind, Part},
    list::{Mel, Row, own_columns},
    parts::{self, FieldAt},
    value::{kept, quoted, raw},
};
use std::{fmt::Write as _, ops::Range};

/// A scenario with a list in it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Woven {
    /// The whole text.
    pub text: String,
    /// Codes that are new.
    pub added: Vec<String>,
    /// Codes that changed, with the keys of the columns that did.
    pub changed: Vec<(String, Vec<&'static str>)>,
    /// Codes of the scenario that the list does not have: kept, or taken out when asked for.
    pub missing: Vec<String>,
}

/// Puts a list into a scenario; nothing when the scenario does not parse. Injects that the list lacks are taken out when asked.
pub fn weave(text: &str, mel: &Mel, take_out: bool) -> Option<Woven> {
    let found = parts::injects(text)?;
    let mut woven = Woven::default();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut known = Vec::new();
    for (range, fields) in &found.items {
        let code = fields.iter().find(|field| field.name == "code");
        let code =
            code.and_then(|field| text.get(field.value.clone())).and_then(parts::text).unwrap_or_default();
        known.push(code.clone());
        let Some(row) = mel.find(&code) else {
            if take_out {
                edits.push((with_comma(text, range), String::new()));
            }
            woven.missing.push(code);
            continue;
        };
        let changed = change(text, row, fields, &mut edits);
        if !changed.is_empty() {
            woven.changed.push((code, changed));
        }
    }
    let new: Vec<&Row> = mel.rows.iter().filter(|row| !known.contains(&row.code)).collect();
    woven.added = new.iter().map(|row| row.code.clone()).collect();
    if !new.is_empty() {
        let items: String =
            new.iter().map(|row| format!("\n        {}", inject(row))).collect::<Vec<_>>().join(",");
        edits.push(match (&found.list, found.items.last()) {
            (Some(_), Some((last, _))) => (last.end..last.end, format!(",{items}")),
            (Some(list), None) => (list.clone(), format!("[{items},\n    ]")),
            (None, _) => (found.end..found.end, format!(",\n    injects: [{items},\n    ]")),
        });
    }
    woven.text = edited(text, edits);
    Some(woven)
}

/// The text with each range replaced; the ranges do not overlap.
fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let windows = text.contains("\r\n");
    let mut out = text.to_owned();
    for (range, new) in edits.into_iter().rev() {
        let new = if windows { new.replace('\n', "\r\n") } else { new };
        out.replace_range(range, &new);
    }
    out
}

/// An item with the comma behind it and the rest of its line, when nothing else stands there.
fn with_comma(text: &str, range: &Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let start = before.trim_end_matches([' ', '\t']).len();
    let rest = text.get(range.end..).unwrap_or_default();
    let comma = rest.trim_start().starts_with(',');
    let mut end = if comma { range.end + rest.find(',').unwrap_or(0) + 1 } else { range.end };
    let tail = text.get(end..).unwrap_or_default();
    if let Some(line) =
        tail.find('\n').filter(|at| tail.get(..*at).is_some_and(|rest| rest.trim().is_empty()))
    {
        end += line + 1;
        return start..end;
    }
    range.start..end
}

/// Columns of one field of an inject, in the order of the list.
fn by_field() -> Vec<(&'static str, Vec<&'static Column>)> {
    let mut found: Vec<(&'static str, Vec<&'static Column>)> = Vec::new();
    for column in COLUMNS.iter().filter(|column| column.kind != Kind::Day) {
        match found.iter_mut().find(|(field, _)| *field == column.field) {
            Some((_, columns)) => columns.push(column),
            None => found.push((column.field, vec![column])),
        }
    }
    found
}

/// Notes what of an inject is to be written anew; gives the keys of the columns that differ.
fn change(
    text: &str,
    row: &Row,
    fields: &[FieldAt],
    edits: &mut Vec<(Range<usize>, String)>,
) -> Vec<&'static str> {
    let mut changed = Vec::new();
    let mut added = String::new();
    let mut put = |name: &str, new: String, edits: &mut Vec<(Range<usize>, String)>| match fields
        .iter()
        .find(|field| field.name == name)
    {
        Some(field) => edits.push((field.value.clone(), new)),
        None => {
            let _ = write!(added, ",{}{name}: {new}", between(text, fields));
        }
    };
    for (name, columns) in by_field() {
        let now =
            fields.iter().find(|field| field.name == name).and_then(|field| text.get(field.value.clone()));
        let before = |column: &Column| now.map(|now| kept(column.kind, now)).unwrap_or_default();
        let differs =
            |column: &&&Column| row.fields.get(column.key).is_some_and(|new| *new != before(column));
        let different: Vec<&'static str> = columns.iter().filter(differs).map(|column| column.key).collect();
        if different.is_empty() {
            continue;
        }
        changed.extend(different);
        let value = |column: &Column| row.fields.get(column.key).cloned().unwrap_or_else(|| before(column));
        put(name, field(&columns, &value, 12), edits);
    }
    let now = fields
        .iter()
        .find(|field| field.name == "own_columns")
        .and_then(|field| text.get(field.value.clone()));
    let before = own_columns(now.unwrap_or("[]"));
    let own = merged(&before, &row.own);
    if own != before {
        changed.push("own");
        put("own_columns", pairs(&own), edits);
    }
    if let (false, Some(last)) = (added.is_empty(), fields.iter().map(|field| field.value.end).max()) {
        edits.push((last..last, added));
    }
    changed
}

/// Own columns of a sheet over those of the scenario: an empty text clears one, a heading that the sheet lacks stays.
fn merged(before: &[(String, String)], new: &[(String, String)]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = before.to_vec();
    for (heading, value) in new {
        match all.iter_mut().find(|(each, _)| each == heading) {
            Some((_, old)) => old.clone_from(value),
            None => all.push((heading.clone(), value.clone())),
        }
    }
    all.retain(|(_, value)| !value.is_empty());
    all
}

/// What stands between two fields of an inject: a new line with its indent, or a space when they share a line.
fn between(text: &str, fields: &[FieldAt]) -> String {
    let indent = |field: &FieldAt| {
        let line = text.get(..field.from)?.rfind('\n').map_or(0, |at| at + 1);
        text.get(line..field.from).filter(|lead| lead.trim().is_empty() && line > 0)
    };
    let own_lines = fields.iter().filter_map(indent).next_back();
    own_lines.map_or_else(|| " ".to_owned(), |lead| format!("\n{lead}"))
}

/// A field as it is written.
fn field(columns: &[&'static Column], value: &dyn Fn(&Column) -> String, indent: usize) -> String {
    let Some(first) = columns.first() else { return String::new() };
    let lead = " ".repeat(indent);
    match first.kind {
        Kind::Words(_) => {
            let part = |wanted: Part| {
                let column = columns.iter().find(|column| column.kind == Kind::Words(wanted));
                quoted(&column.map(|column| value(column)).unwrap_or_default())
            };
            let (nl, en) = (part(Part::Nl), part(Part::En));
            if nl.len() + en.len() == 4 && !first.needed {
                return "None".to_owned();
            }
            let words = if nl.len() + en.len() <= 140 {
                format!("(nl: {nl}, en: {en})")
            } else {
                format!("(\n{lead}    nl: {nl},\n{lead}    en: {en},\n{lead})")
            };
            if first.needed { words } else { format!("Some({words})") }
        }
        Kind::Objects => {
            let kept = value(first);
            if kept.contains('\n') {
                let lines: Vec<&str> = kept.lines().collect();
                format!("[\n{lead}    {},\n{lead}]", lines.join(&format!("\n{lead}    ")))
            } else {
                raw(Kind::Objects, &kept)
            }
        }
        kind => raw(kind, &value(first)),
    }
}

fn pairs(own: &[(String, String)]) -> String {
    let pairs: Vec<String> =
        own.iter().map(|(heading, value)| format!("({}, {})", quoted(heading), quoted(value))).collect();
    format!("[{}]", pairs.join(", "))
}

/// A whole inject.
fn inject(row: &Row) -> String {
    let mut out = String::from("(");
    for (name, columns) in by_field() {
        let value = |column: &Column| row.fields.get(column.key).cloned().unwrap_or_default();
        let needed = columns.iter().any(|column| column.needed);
        if needed || columns.iter().any(|column| !value(column).is_empty()) {
            let _ = write!(out, "\n            {name}: {},", field(&columns, &value, 12));
        }
    }
    let own = merged(&[], &row.own);
    if !own.is_empty() {
        let _ = write!(out, "\n            own_columns: {},", pairs(&own));
    }
    out.push_str("\n        )");
    out
}
