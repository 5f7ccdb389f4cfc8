//! Which value each field has: what was chosen, else its default, checked against what may be filled in.
//!
//! Must not put anything anywhere: `weave` does.

use super::{
    super::{
        fault::{Fault, Faults, suggest},
        moment,
        read::Rows,
        scalar::Words,
        schema::fields::{FieldKind, FieldRow, OptionRow},
        shape::{Shape, Value},
        source::Source,
    },
    Chosen,
    names::Names,
};
use crate::sim::plan::Text;

/// Longest text that may be filled in, in characters. Own choice: it has to stand in a heading.
const TEXT_MAX: usize = 60;

/// The fields of a scenario with their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// In the order of the file.
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name, as it is typed.
    pub name: String,
    /// What may be filled in.
    pub kind: FieldKind,
    /// What the form calls it.
    pub label: Text,
    /// What it does.
    pub help: Text,
    /// What holds when nothing is filled in here, given the other fields.
    pub default: String,
    /// Its value.
    pub value: String,
    /// What may be filled in beside the other values, code and name; empty for one's own words and dates.
    pub options: Vec<(String, Text)>,
}

impl Form {
    /// The fields that have a value, name and value.
    pub fn values(&self) -> Vec<(String, String)> {
        self.fields.iter().map(|field| (field.name.clone(), field.value.clone())).collect()
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.value.as_str())
    }

    /// Gives every field its value; what cannot be is told, and the default or the first option stands in.
    pub(super) fn of(
        rows: &Rows<FieldRow>,
        names: &Names,
        chosen: &Chosen,
        scenario: &Source,
        faults: &mut Faults<'_>,
    ) -> Self {
        let known: Vec<&str> = rows.iter().map(|row| row.name.value.0.as_str()).collect();
        for (name, _) in chosen.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            faults.push(Fault::of_file(
                &scenario.name,
                &format!("there is no field \"{name}\" to fill in"),
                &suggest(name, known.iter().copied()),
            ));
        }
        let mut form = Self::default();
        for (number, row) in rows.iter().enumerate() {
            let name = &row.name.value.0;
            let ordinary = |each: char| each.is_ascii_lowercase() || each.is_ascii_digit() || each == '_';
            if !name.starts_with(|each: char| each.is_ascii_lowercase()) || !name.chars().all(ordinary) {
                let repair = "use small letters, digits and _, beginning with a letter, such as port";
                faults.add(&row.name.place, format!("\"{name}\" is no name of a field"), repair);
            }
            if known.iter().take(number).any(|earlier| earlier == name) {
                let what = format!("the name \"{name}\" belongs to another field already");
                faults.add(&row.name.place, what, "give one of the two another name");
            }
            form.fields.push(field(row, &form, names, chosen, (rows, scenario), faults));
        }
        form
    }
}

fn field(
    row: &FieldRow,
    before: &Form,
    names: &Names,
    chosen: &Chosen,
    (rows, scenario): (&Rows<FieldRow>, &Source),
    faults: &mut Faults<'_>,
) -> Field {
    let name = row.name.value.0.clone();
    if row.options.is_empty() && matches!(row.kind, FieldKind::Length | FieldKind::Tables) {
        let repair = "add options: [(code: ..., name: (nl: ..., en: ...), parts: (...))]";
        faults.add(&row.name.place, format!("the field \"{name}\" has nothing to choose from"), repair);
    }
    codes(row, names, faults);
    let options = options(row, before, names);
    let default = match default(row, before, names, (rows, scenario)) {
        Ok(default) => default,
        Err((what, repair)) => {
            faults.add(&row.default.place, what, repair);
            row.options.first().map_or_else(String::new, |option| option.code.value.0.clone())
        }
    };
    let by_hand =
        chosen.iter().rev().find(|(each, _)| *each == name).map(|(_, value)| value.trim().to_owned());
    let value = match &by_hand {
        None => match allowed(row, &default, &options) {
            Ok(()) => default.clone(),
            Err((what, repair)) => {
                // A default that does not fit what was chosen elsewhere gives way to the first that does.
                let known = row.options.iter().any(|option| option.code.value.0 == default);
                if let Some((first, _)) = options.first().filter(|_| known) {
                    first.clone()
                } else {
                    faults.add(&row.default.place, format!("the default of {name}: {what}"), repair);
                    default.clone()
                }
            }
        },
        Some(value) => {
            if let Err((what, repair)) = allowed(row, value, &options) {
                let (line, column) = faults.line_column(&row.name.place);
                let what = format!("{name} = \"{value}\": {what}");
                faults.push(Fault::at_line(&scenario.name, line, column, &what, &repair));
                default.clone()
            } else {
                value.clone()
            }
        }
    };
    let (kind, label, help) = (row.kind, (&row.label).into(), (&row.help).into());
    Field { name, kind, label, help, default, value, options }
}

/// Options whose code no region or port has.
fn codes(row: &FieldRow, names: &Names, faults: &mut Faults<'_>) {
    for option in &row.options {
        let code = option.code.value.0.as_str();
        let (known, all, kind) = match row.kind {
            FieldKind::Region => (names.region(code).is_some(), names.region_codes(), "region"),
            FieldKind::Port => (names.port(code).is_some(), names.port_codes(), "seaport"),
            _ => continue,
        };
        if !known {
            faults.add(&option.code.place, format!("unknown {kind} \"{code}\""), suggest(code, all));
        }
    }
}

/// What may be filled in beside the values before it.
fn options(row: &FieldRow, before: &Form, names: &Names) -> Vec<(String, Text)> {
    let text = |words: &Words| Text::from(words);
    if row.options.is_empty() {
        let region = |code: &&str| names.region(code).map(|row| ((*code).to_owned(), text(&row.name)));
        let port = |code: &&str| names.port(code).map(|row| ((*code).to_owned(), text(&row.name)));
        return match row.kind {
            FieldKind::Region => names.region_codes().iter().filter_map(region).collect(),
            FieldKind::Port => names.port_codes().iter().filter_map(port).collect(),
            _ => Vec::new(),
        };
    }
    let fits = |option: &&OptionRow| {
        option.fits.iter().all(|(field, values)| {
            before.value(&field.0).is_none_or(|value| values.iter().any(|each| each.0 == value))
        })
    };
    let named = |option: &OptionRow| {
        let code = option.code.value.0.clone();
        let own = option.name.as_ref().map(text);
        let name = own.or_else(|| match row.kind {
            FieldKind::Region => names.region(&code).map(|row| text(&row.name)),
            FieldKind::Port => names.port(&code).map(|row| text(&row.name)),
            _ => None,
        });
        let name = name.unwrap_or_else(|| Text { nl: code.clone(), en: code.clone() });
        (code, name)
    };
    row.options.iter().filter(fits).map(named).collect()
}

/// The default, which may name an earlier field.
fn default(
    row: &FieldRow,
    before: &Form,
    names: &Names,
    (rows, scenario): (&Rows<FieldRow>, &Source),
) -> Result<String, (String, String)> {
    let written = row.default.value.as_str();
    let Some(asked) = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        return Ok(written.to_owned());
    };
    let (field, part) = asked.split_once('.').map_or((asked, None), |(field, part)| (field, Some(part)));
    let known = before.fields.iter().map(|field| field.name.as_str());
    let Some(value) = before.value(field) else {
        return Err((format!("no field \"{field}\" stands before this one"), suggest(field, known)));
    };
    match part {
        None => Ok(value.to_owned()),
        Some("region") if names.port(value).is_some() => {
            Ok(names.port(value).map(|row| row.region.text.clone()).unwrap_or_default())
        }
        Some(part) => {
            let row = rows.iter().find(|row| row.name.value.0 == field);
            let option = row.and_then(|row| row.options.iter().find(|option| option.code.value.0 == value));
            let known = || option.iter().flat_map(|option| &option.parts.0);
            let text = known().find(|each| each.name == part).and_then(|each| {
                let start = each.place.offset as usize;
                match Value(scenario.text().get(start..start + each.length as usize)?).shape() {
                    Ok(Shape::Text(text)) => Some(text),
                    _ => None,
                }
            });
            text.ok_or_else(|| {
                let what = format!("the field \"{field}\" has no part \"{part}\" that is a text");
                (what, suggest(part, known().map(|each| each.name.as_str())))
            })
        }
    }
}

/// May this be filled in? Else why not, and what instead.
fn allowed(row: &FieldRow, value: &str, options: &[(String, Text)]) -> Result<(), (String, String)> {
    let codes = || options.iter().map(|(code, _)| code.as_str());
    match row.kind {
        FieldKind::Region | FieldKind::Port | FieldKind::Length | FieldKind::Tables => {
            if codes().any(|code| code == value) {
                return Ok(());
            }
            let elsewhere = row.options.iter().any(|option| option.code.value.0 == value);
            let what = if elsewhere {
                "does not go with what else is filled in"
            } else {
                "cannot be filled in here"
            };
            Err((what.to_owned(), suggest(value, codes())))
        }
        FieldKind::Date => moment::date(value).map(|_| ()).map_err(|why| {
            (format!("is no date: {why}"), "write year, month and day, such as 2027-03-08".to_owned())
        }),
        FieldKind::Municipality | FieldKind::Text => {
            if !options.is_empty() && !codes().any(|code| code == value) {
                return Err(("cannot be filled in here".to_owned(), suggest(value, codes())));
            }
            let odd = |each: char| each.is_control() || matches!(each, '{' | '}' | '"' | '\\');
            if value.is_empty() || value.chars().count() > TEXT_MAX {
                return Err((
                    "has no fitting length".to_owned(),
                    format!("write 1 to {TEXT_MAX} characters"),
                ));
            }
            if value.contains(odd) {
                return Err((
                    "holds a character that a text cannot take".to_owned(),
                    "leave out quotes, braces, backslashes and control characters".to_owned(),
                ));
            }
            Ok(())
        }
    }
}
