//! Where the injects of a scenario, and their fields, lie in its text.
//!
//! Must not build anything: the ranges are for reading a value as it stands and for putting another in its place.

use crate::scenario::{
    shape::{Shape, Value},
    source::skip_trivia,
};
use std::ops::Range;

/// A field as it lies in a text.
#[derive(Clone, Debug)]
pub(super) struct FieldAt {
    pub(super) name: String,
    /// Where its name begins.
    pub(super) from: usize,
    /// Its value.
    pub(super) value: Range<usize>,
}

/// The injects of a scenario, or where they are to be put.
#[derive(Clone, Debug)]
pub(super) struct InjectsAt {
    /// The list with its brackets; none when the scenario has no such field.
    pub(super) list: Option<Range<usize>>,
    /// Each inject: its range and its fields.
    pub(super) items: Vec<(Range<usize>, Vec<FieldAt>)>,
    /// Just behind the last field of the scenario.
    pub(super) end: usize,
}

/// Offset of a part in the text that it is part of.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len())
}

fn range(text: &str, value: Value<'_>) -> Range<usize> {
    let from = offset(text, value.0);
    from..value_end(text, from)
}

/// The fields of an object, and nothing when it is none.
fn fields_of(text: &str, value: Value<'_>) -> Vec<FieldAt> {
    let Ok(Shape::Fields(_, fields)) = value.shape() else { return Vec::new() };
    let each = |(name, value): (&str, Value<'_>)| FieldAt {
        name: name.to_owned(),
        from: offset(text, name),
        value: range(text, value),
    };
    fields.into_iter().map(each).collect()
}

/// Finds the injects of a scenario that parses.
pub(super) fn injects(text: &str) -> Option<InjectsAt> {
    let whole = Value::trimmed(text);
    let Ok(Shape::Fields(_, fields)) = whole.shape() else { return None };
    let end = fields.iter().map(|(_, value)| range(text, *value).end).max()?;
    let Some((_, list)) = fields.iter().find(|(name, _)| *name == "injects") else {
        return Some(InjectsAt { list: None, items: Vec::new(), end });
    };
    let Ok(Shape::List(items)) = list.shape() else { return None };
    let items = items.into_iter().map(|item| (range(text, item), fields_of(text, item))).collect();
    Some(InjectsAt { list: Some(range(text, *list)), items, end })
}

/// A value without the `Some(...)` around it; nothing for `None`.
pub(super) fn unwrapped(raw: &str) -> Option<&str> {
    match Value::trimmed(raw).shape().ok()? {
        Shape::Items(Some("None"), items) if items.is_empty() => None,
        Shape::Items(Some("Some"), items) => items.first().map(|inner| slice(inner.0)),
        Shape::Fields(Some("Some"), _) => raw.find('(').and_then(|at| raw.get(at..)),
        _ => Some(raw.trim()),
    }
}

fn slice(text: &str) -> &str {
    text.get(..value_end(text, 0)).unwrap_or(text)
}

/// The text between quotes.
pub(super) fn text(raw: &str) -> Option<String> {
    match Value::trimmed(raw).shape() {
        Ok(Shape::Text(text)) => Some(text),
        _ => None,
    }
}

/// A field of an object.
pub(super) fn field<'a>(raw: &'a str, name: &str) -> Option<&'a str> {
    let Ok(Shape::Fields(_, fields)) = Value::trimmed(raw).shape() else { return None };
    fields.into_iter().find(|(each, _)| *each == name).map(|(_, value)| slice(value.0))
}

/// The items of a list, each as it stands.
pub(super) fn items(raw: &str) -> Option<Vec<&str>> {
    let Ok(Shape::List(items)) = Value::trimmed(raw).shape() else { return None };
    Some(items.into_iter().map(|item| slice(item.0)).collect())
}

/// Name and arguments of a choice: `After("I-01", "12h")`, `Manual`, or a pair without a name.
pub(super) fn choice(raw: &str) -> Option<(&str, Vec<&str>)> {
    match Value::trimmed(raw).shape().ok()? {
        Shape::Items(name, items) => {
            Some((name.unwrap_or_default(), items.into_iter().map(|item| slice(item.0)).collect()))
        }
        _ => None,
    }
}

/// Where the value ends that begins at an offset: before the comma or bracket behind it, and before white space and comments.
fn value_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut end) = (from, 0_u32, from);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let passed = skip_trivia(rest);
        if passed > 0 {
            at += passed;
            continue;
        }
        match bytes.get(at) {
            Some(b',' | b')' | b']' | b'}') if depth == 0 => break,
            Some(b'(' | b'[' | b'{') => depth += 1,
            Some(b')' | b']' | b'}') => depth -= 1,
            _ => {}
        }
        at += token(rest);
        end = at;
    }
    end
}

/// Length of a quoted text, a quoted letter, or one letter.
fn token(rest: &str) -> usize {
    let plain = rest.chars().next().map_or(1, char::len_utf8);
    let hashes = rest.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
    if let Some(hashes) =
        hashes.filter(|hashes| rest.get(1 + hashes..).is_some_and(|raw| raw.starts_with('"')))
    {
        let close = format!("\"{}", "#".repeat(hashes));
        let body = rest.get(2 + hashes..).unwrap_or_default();
        return body.find(&close).map_or(rest.len(), |at| 2 + hashes + at + close.len());
    }
    let quote = match rest.as_bytes().first() {
        Some(b'"') => '"',
        Some(b'\'') => '\'',
        _ => return plain,
    };
    let mut escaped = false;
    for (at, each) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if each == '\\' {
            escaped = true;
        } else if each == quote {
            return at + each.len_utf8();
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_end_before_what_stands_behind_them() {
        let end = |text: &str| text[..value_end(text, 0)].to_owned();
        assert_eq!(end("\"a, \\\" (\" // note\n, b"), "\"a, \\\" (\"");
        assert_eq!(
            end("Some((nl: \"x)\", en: r#\"y\")\"#)) /* z */ )"),
            "Some((nl: \"x)\", en: r#\"y\")\"#))"
        );
        assert_eq!(end("12]"), "12");
        assert_eq!(end("[1, // two, ]\n 2]"), "[1, // two, ]\n 2]");
    }

    #[test]
    fn injects_are_found_with_their_fields() {
        let text =
            "// c\n(code: \"x\", injects: [\n  (code: \"A\", shelf: true), // first\n  (code: \"B\"),\n],)";
        let found = injects(text).expect("a scenario");
        let items: Vec<&str> = found.items.iter().map(|(range, _)| &text[range.clone()]).collect();
        assert_eq!(items, ["(code: \"A\", shelf: true)", "(code: \"B\")"]);
        let (_, fields) = &found.items[0];
        assert_eq!(&text[fields[1].value.clone()], "true");
        assert_eq!(&text[fields[1].from..fields[1].from + 5], "shelf");
        assert!(text[found.end..].starts_with(",)"));
    }
}
