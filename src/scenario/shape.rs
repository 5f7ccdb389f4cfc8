//! A RON value taken apart by one level, its parts still lying in the text of the file.
//!
//! RON's serde front end does the parsing; it is asked for raw text, so that every part keeps its place and can be read, and
//! refused, on its own. Must not know what is read: see `read`.

use super::source::{Source, skip_trivia};
use ron::value::RawValue;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use std::fmt;

/// One RON value as it stands in its file, without the white space around it.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a>(pub(super) &'a str);

/// A value taken apart by one level.
#[derive(Debug)]
pub enum Shape<'a> {
    /// `Name(...)` or `(field: ...)`.
    Fields(Option<&'a str>, Vec<(&'a str, Value<'a>)>),
    /// `Name(..., ...)`, `(..., ...)` or a bare `Name`.
    Items(Option<&'a str>, Vec<Value<'a>>),
    /// `[...]`.
    List(Vec<Value<'a>>),
    /// `"..."`.
    Text(String),
    /// A number, character or anything else.
    Other(&'a str),
}

struct Level;

struct Raw<'a>(Result<Vec<(&'a str, &'a RawValue)>, Vec<&'a RawValue>>);

impl<'de> Visitor<'de> for Level {
    type Value = Raw<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("fields or values in parentheses")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key::<&str>()? {
            fields.push((key, map.next_value()?));
        }
        Ok(Raw(Ok(fields)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw(Err(items)))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Raw(Err(Vec::new())))
    }
}

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Level)
    }
}

impl<'a> Value<'a> {
    fn of(raw: &'a RawValue) -> Self {
        Self::trimmed(raw.get_ron())
    }

    pub(super) fn trimmed(text: &'a str) -> Self {
        Self(text.get(skip_trivia(text)..).unwrap_or_default())
    }

    /// Takes it apart by one level; an error only where the text does not parse, with its offset inside the value.
    pub(super) fn shape(self) -> Result<Shape<'a>, (usize, String)> {
        let text = self.0;
        let fail = |error: ron::error::SpannedError| {
            let offset = Source::new("", text.to_owned()).offset(error.span.start.line, error.span.start.col);
            (offset, error.code.to_string())
        };
        if text.starts_with('[') {
            let items: Vec<&RawValue> = ron::from_str(text).map_err(fail)?;
            return Ok(Shape::List(items.into_iter().map(Value::of).collect()));
        }
        if let Some(plain) = plain_text(text) {
            return Ok(Shape::Text(plain.to_owned()));
        }
        if is_text(text) {
            return ron::from_str(text).map(Shape::Text).map_err(fail);
        }
        let end = text.find(|each: char| !(each.is_alphanumeric() || each == '_')).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        let named = name.starts_with(|each: char| each.is_alphabetic() || each == '_');
        let inner = rest.get(skip_trivia(rest)..).unwrap_or_default();
        if (named || name.is_empty()) && inner.starts_with('(') {
            let name = named.then_some(name);
            return Ok(match ron::from_str::<Raw<'a>>(inner).map_err(fail)?.0 {
                Ok(fields) => {
                    Shape::Fields(name, fields.into_iter().map(|(key, raw)| (key, Value::of(raw))).collect())
                }
                Err(items) => Shape::Items(name, items.into_iter().map(Value::of).collect()),
            });
        }
        if named && inner.is_empty() {
            return Ok(Shape::Items(Some(name), Vec::new()));
        }
        Ok(Shape::Other(text.trim_end()))
    }
}

/// A text in quotes without any escape, which needs no parser: the whole file has parsed before.
fn plain_text(text: &str) -> Option<&str> {
    let inner = text.trim_end().strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains(['"', '\\'])).then_some(inner)
}

fn is_text(text: &str) -> bool {
    let raw = text.strip_prefix('r').map(|rest| rest.trim_start_matches('#'));
    text.starts_with('"') || raw.is_some_and(|rest| rest.starts_with('"'))
}
