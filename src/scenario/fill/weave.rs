//! The filled text: a scenario copied, with values in the places of its fields.
//!
//! Goes through the syntax tree, so that a field works in every text and in the place of every value, and comments and layout stay.
//! Must not decide which value a field has: `form` did.

use super::{
    super::{
        fault::{Faults, Place, suggest},
        read::Rows,
        schema::fields::{FieldKind, FieldRow, OptionRow, Part},
        shape::{Shape, Value},
        source::Source,
    },
    form::Form,
    names::{Names, Tongue, word},
    origin::{Origin, Piece, Put},
};
use std::{collections::BTreeSet, fmt::Write as _, rc::Rc};

/// How deep parts may use other fields.
const DEPTH_MAX: u32 = 6;

/// Fills in; what cannot be is told and left as it is.
pub(super) fn weave(
    scenario: &Source,
    rows: &Rows<FieldRow>,
    form: &Form,
    names: &Names,
    faults: &mut Faults<'_>,
) -> (String, Origin) {
    let mut weaver = Weaver {
        text: scenario.text(),
        rows,
        form,
        names,
        faults,
        out: String::new(),
        pieces: Vec::new(),
        used: BTreeSet::new(),
        depth: 0,
        option: None,
    };
    let whole = Value(scenario.text());
    weaver.root(whole);
    for row in rows {
        let name = &row.name.value.0;
        if !weaver.used.contains(name) {
            let what = format!("the field \"{name}\" is used nowhere");
            let repair = format!(
                "write {{{name}}} in a text, Field(\"{name}.part\") for a value, or remove the field"
            );
            weaver.faults.add(&row.name.place, what, repair);
        }
    }
    (weaver.out, Origin { of: scenario.clone(), pieces: weaver.pieces })
}

struct Weaver<'a, 'f, 's> {
    text: &'a str,
    rows: &'a Rows<FieldRow>,
    form: &'a Form,
    names: &'a Names,
    faults: &'f mut Faults<'s>,
    out: String,
    pieces: Vec<Piece>,
    used: BTreeSet<String>,
    depth: u32,
    option: Option<(String, String)>,
}

/// What a reference to a field stands for.
enum Meaning<'a> {
    /// A text as it is, in any language.
    Plain(String),
    /// Something of the file, to be read where it is put.
    Fragment(&'a Part),
}

impl<'a> Weaver<'a, '_, '_> {
    fn offset(&self, value: Value<'_>) -> usize {
        (value.0.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    fn copy(&mut self, from: usize, to: usize) {
        if let Some(text) = self.text.get(from..to).filter(|text| !text.is_empty()) {
            let option = self.option.clone();
            self.pieces.push(Piece { at: self.out.len(), from, put: None, option });
            self.out.push_str(text);
        }
    }

    fn put(&mut self, from: usize, text: &str, put: Put) {
        self.pieces.push(Piece { at: self.out.len(), from, put: Some(put), option: None });
        self.out.push_str(text);
    }

    /// The whole file: in the place of its fields stands what was filled in.
    fn root(&mut self, whole: Value<'a>) {
        let mut done = 0;
        let fields = match Value::trimmed(whole.0).shape() {
            Ok(Shape::Fields(_, fields)) => fields,
            _ => Vec::new(),
        };
        for (name, value) in fields {
            if name == "fields" {
                let from = (name.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
                self.copy(done, from);
                let mut filled = "filled: [".to_owned();
                for (field, value) in self.form.values() {
                    let _ = write!(filled, "(field: \"{field}\", value: \"{}\"), ", escaped(&value));
                }
                let filled = format!("{}]", filled.trim_end_matches([',', ' ']));
                self.put(from, &filled, Put { fields: Vec::new(), broken: false });
                done = self.offset(value) + value.0.trim_end().len();
            } else {
                self.walk(value, tongue(name), &mut done);
            }
        }
        self.copy(done, self.text.len());
    }

    /// Copies up to and through every place in a value where something is filled in; `done` is how far it got.
    fn walk(&mut self, value: Value<'a>, tongue_of: Option<Tongue>, done: &mut usize) {
        if !value.0.contains('{') && !value.0.contains("Field") {
            return;
        }
        match value.shape() {
            Ok(Shape::Text(text)) if text.contains('{') => self.literal(value, &text, tongue_of, done),
            Ok(Shape::Items(Some("Field"), items)) if items.len() == 1 => {
                if let Some(Ok(Shape::Text(asked))) = items.first().map(|item| item.shape()) {
                    self.fragment(value, &asked, done);
                }
            }
            Ok(Shape::Items(_, items) | Shape::List(items)) => {
                for item in items {
                    self.walk(item, tongue_of, done);
                }
            }
            Ok(Shape::Fields(_, fields)) => {
                for (name, inner) in fields {
                    self.walk(inner, tongue(name).or(tongue_of), done);
                }
            }
            _ => {}
        }
    }

    /// A text with `{field}` in it.
    fn literal(&mut self, value: Value<'a>, text: &str, tongue_of: Option<Tongue>, done: &mut usize) {
        let from = self.offset(value);
        let mut put = Put { fields: Vec::new(), broken: false };
        let filled = self.expand(text, tongue_of, from, &mut put);
        self.copy(*done, from);
        self.put(from, &format!("\"{}\"", escaped(&filled)), put);
        *done = from + value.0.trim_end().len();
    }

    /// A text with its fields filled in; a brace that begins no name of a field stays.
    fn expand(&mut self, text: &str, tongue_of: Option<Tongue>, from: usize, put: &mut Put) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            rest = after;
            let end = rest.find(|each: char| !(each.is_ascii_alphanumeric() || matches!(each, '_' | '.')));
            let asked = end.and_then(|end| rest.split_at_checked(end)).filter(|(asked, _)| !asked.is_empty());
            let Some((asked, after)) =
                asked.and_then(|(asked, after)| Some((asked, after.strip_prefix('}')?)))
            else {
                filled.push('{');
                continue;
            };
            rest = after;
            let name = lower_first(asked);
            let words = match self.meaning(&name, tongue_of, from) {
                Some(Meaning::Plain(words)) => Some(words),
                Some(Meaning::Fragment(part)) => self.part_in_text(part, asked, (tongue_of, from), put),
                None => None,
            };
            self.note(&name, put);
            put.broken |= words.is_none();
            let words = words.unwrap_or_default();
            let capital = asked.starts_with(|each: char| each.is_ascii_uppercase());
            filled.push_str(&if capital { upper_first(&words) } else { words });
        }
        filled.push_str(rest);
        filled
    }

    /// A part of an option as words, which may use other fields.
    fn part_in_text(
        &mut self,
        part: &Part,
        asked: &str,
        (tongue_of, from): (Option<Tongue>, usize),
        put: &mut Put,
    ) -> Option<String> {
        let Some(words) = self.spoken(part, tongue_of) else {
            let repair = format!("write Field(\"{}\") in the place of a value", lower_first(asked));
            self.faults.add(&place(from), format!("{{{asked}}} is no text"), repair);
            return None;
        };
        if self.depth == DEPTH_MAX {
            let what = format!("the field \"{asked}\" stands in itself");
            self.faults.add(&place(from), what, "take the field out of its own parts");
            return None;
        }
        self.depth += 1;
        let words = self.expand(&words, tongue_of, from, put);
        self.depth -= 1;
        Some(words)
    }

    /// `Field("field.part")` in the place of a value.
    fn fragment(&mut self, value: Value<'a>, asked: &str, done: &mut usize) {
        let from = self.offset(value);
        self.copy(*done, from);
        *done = from + value.0.trim_end().len();
        let mut put = Put { fields: Vec::new(), broken: false };
        match self.meaning(asked, None, from) {
            Some(Meaning::Plain(text)) => {
                self.note(asked, &mut put);
                self.put(from, &format!("\"{}\"", escaped(&text)), put);
            }
            Some(Meaning::Fragment(part)) if self.depth < DEPTH_MAX => {
                self.note(asked, &mut put);
                let start = part.place.offset as usize;
                let end = start + part.length as usize;
                let Some(inner) = self.text.get(start..end) else { return };
                self.depth += 1;
                let before = std::mem::replace(&mut self.option, put.fields.into_iter().next());
                let mut copied = start;
                self.walk(Value(inner), None, &mut copied);
                self.copy(copied, end);
                self.option = before;
                self.depth -= 1;
            }
            told => {
                if told.is_some() {
                    let what = format!("the field \"{asked}\" stands in itself");
                    self.faults.add(&place(from), what, "take the field out of its own parts");
                }
                put.broken = true;
                let text = self.text.get(from..*done).unwrap_or_default();
                self.put(from, text, put);
            }
        }
    }

    fn note(&self, asked: &str, put: &mut Put) {
        let name = asked.split('.').next().unwrap_or(asked);
        let value = self.form.value(name).unwrap_or_default();
        if !put.fields.iter().any(|(field, _)| field == name) {
            put.fields.push((name.to_owned(), value.to_owned()));
        }
    }

    /// A part in the words of a language.
    fn spoken(&self, part: &Part, tongue_of: Option<Tongue>) -> Option<String> {
        let start = part.place.offset as usize;
        let text = self.text.get(start..start + part.length as usize)?;
        match Value(text).shape().ok()? {
            Shape::Text(text) => Some(text),
            Shape::Other(number) => Some(number.to_owned()),
            Shape::Fields(None, fields) => {
                let wanted = if tongue_of? == Tongue::Nl { "nl" } else { "en" };
                let (_, value) = fields.into_iter().find(|(name, _)| *name == wanted)?;
                match value.shape().ok()? {
                    Shape::Text(text) => Some(text),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// What `field.part` stands for; nothing when it was told what is wrong with it.
    fn meaning(&mut self, asked: &str, tongue_of: Option<Tongue>, at: usize) -> Option<Meaning<'a>> {
        let mut steps = asked.split('.');
        let name = steps.next().unwrap_or_default();
        let Some(row) = self.rows.iter().find(|row| row.name.value.0 == name) else {
            let known = self.rows.iter().map(|row| row.name.value.0.as_str());
            let repair = suggest(name, known);
            self.faults.add(&place(at), format!("unknown field \"{name}\" to fill in"), repair);
            return None;
        };
        self.used.insert(name.to_owned());
        let value = self.form.value(name).unwrap_or_default().to_owned();
        let rest: Vec<&str> = steps.collect();
        let plain = |text: &str| Some(Meaning::Plain(text.to_owned()));
        if let [part] = rest.as_slice() {
            // Every option has to have the part, or another choice breaks the exercise.
            let has = |option: &OptionRow| option.parts.0.iter().any(|each| each.name == *part);
            if row.options.iter().any(has) {
                for option in row.options.iter().filter(|option| !has(option)) {
                    let what = format!(
                        "the option \"{}\" has no part \"{part}\", which {{{asked}}} needs",
                        option.code.value.0
                    );
                    self.faults.add(&option.code.place, what, format!("add {part}: ... to its parts"));
                }
                let option = row.options.iter().find(|option| option.code.value.0 == value)?;
                return option.parts.0.iter().find(|each| each.name == *part).map(Meaning::Fragment);
            }
        }
        let region = |code: &str, rest: &[&str]| match (rest, tongue_of) {
            ([], None) => Some(code.to_owned()),
            ([], Some(tongue)) => self.names.region(code).map(|row| word(&row.name, tongue).to_owned()),
            (["in"], Some(tongue)) => self.names.region(code).map(|row| word(&row.at, tongue).to_owned()),
            _ => None,
        };
        let found = match (row.kind, rest.as_slice(), tongue_of) {
            (FieldKind::Region, rest, _) => region(&value, rest),
            (FieldKind::Port, ["region", rest @ ..], _) => {
                self.names.port(&value).and_then(|row| region(&row.region.text, rest))
            }
            (FieldKind::Port, [], Some(tongue)) => {
                self.names.port(&value).map(|row| word(&row.name, tongue).to_owned())
            }
            (FieldKind::Port, ["in"], Some(tongue)) => {
                self.names.port(&value).map(|row| word(&row.at, tongue).to_owned())
            }
            (FieldKind::Date, [], Some(tongue)) => self.names.date(&value, tongue, false),
            (FieldKind::Date, ["weekday"], Some(tongue)) => self.names.date(&value, tongue, true),
            (FieldKind::Length | FieldKind::Tables, [], Some(tongue)) => {
                let option = row.options.iter().find(|option| option.code.value.0 == value);
                option.and_then(|option| option.name.as_ref()).map(|name| word(name, tongue).to_owned())
            }
            (_, [], _) => return plain(&value),
            _ => None,
        };
        if let Some(text) = found {
            return plain(&text);
        }
        let known = parts(row);
        let part = rest.join(".");
        let repair = suggest(&part, known.iter().copied());
        self.faults.add(&place(at), format!("the field \"{name}\" has no part \"{part}\" here"), repair);
        None
    }
}

/// What a field can be asked for.
fn parts(row: &FieldRow) -> Vec<&str> {
    let own = row.options.iter().flat_map(|option| &option.parts.0).map(|part| part.name.as_str());
    let mut known: Vec<&str> = own.collect();
    known.sort_unstable();
    known.dedup();
    match row.kind {
        FieldKind::Port => known.extend(["in", "region"]),
        FieldKind::Region => known.push("in"),
        FieldKind::Date => known.push("weekday"),
        _ => {}
    }
    known
}

/// A place in the text as written.
fn place(offset: usize) -> Place {
    Place { source: 1, offset: offset as u32, path: Rc::from("") }
}

fn tongue(name: &str) -> Option<Tongue> {
    match name {
        "nl" => Some(Tongue::Nl),
        "en" => Some(Tongue::En),
        _ => None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| format!("{}{}", first.to_ascii_lowercase(), rest.as_str()))
}

fn upper_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
