//! Reading RON so that every mistake is found in one run, each with its place.
//!
//! RON's own serde front end stops at the first error. Here it only takes a value apart one level at a time: fields, list
//! items and arguments come back as raw text that still lies in the file, so that each is read, and refused, on its own.
//! A text that does not parse at all is one fault. Must not know what a file means: `schema` does.

use super::{
    fault::{Faults, Place, nearest, suggest},
    reference::{Reference, Said},
    shape::{Shape, Value},
    source::{Source, skip_trivia},
};
use ron::value::RawValue;
use std::{
    ops::{Deref, DerefMut},
    rc::Rc,
};
use strum::VariantArray;

/// What can be read from a value.
pub trait Read: Sized {
    /// Reads the value, or notes every fault in it and gives nothing.
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self>;

    /// What may stand there, for the reference; an object tells the book its fields.
    fn describe(book: &mut Reference) -> Said;

    /// What stands in for a value at fault or missing, so that the object around it is still checked; none where anything would
    /// cause further faults. The same promise as [`Fallback`]'s.
    fn stand_in() -> Option<Self> {
        None
    }
}

/// What stands in for a value that could not be read, so that the rest of a file is still checked. Its own fault is noted, so
/// nothing built from it is ever used; it is chosen to cause no further fault.
pub trait Fallback {
    /// The stand-in.
    fn fallback() -> Self;
}

/// A list of objects of which the sound ones are kept when others are at fault.
#[derive(Clone, Debug)]
pub struct Rows<T>(pub Vec<T>);

impl<T> Deref for Rows<T> {
    type Target = Vec<T>;
    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for Rows<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T> Fallback for Rows<T> {
    fn fallback() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T> IntoIterator for &'a Rows<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T> Fallback for Option<T> {
    fn fallback() -> Self {
        None
    }
}

macro_rules! zero_fallbacks {
    ($($type:ty),+) => {$(
        impl Fallback for $type {
            fn fallback() -> Self {
                Self::default()
            }
        }
    )+};
}

zero_fallbacks!(u64, bool);

impl<T: Read> Read for Rows<T> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        items(value, reader).map(|items| Self(items.into_iter().flatten().collect()))
    }

    fn describe(book: &mut Reference) -> Said {
        let Said { what, example } = T::describe(book);
        Said::new(format!("list of {what}"), format!("[{example}]"))
    }
}

/// Reads one file, keeping track of where it is.
#[derive(Debug)]
pub struct Reader<'r, 's> {
    faults: &'r mut Faults<'s>,
    source: u16,
    path: String,
}

impl<'r, 's> Reader<'r, 's> {
    /// Reads a whole file as one value.
    pub fn file<T: Read>(faults: &'r mut Faults<'s>, source: u16) -> Option<T> {
        let text = faults.sources().get(usize::from(source))?.text();
        let mut reader = Self { faults, source, path: String::new() };
        if let Err(error) = RawValue::from_ron(text) {
            reader.syntax(error);
            return None;
        }
        T::read(Value::trimmed(text), &mut reader)
    }

    /// A reader of parts of a file that parses.
    pub(super) fn over(faults: &'r mut Faults<'s>, source: u16) -> Self {
        Self { faults, source, path: String::new() }
    }

    fn syntax(&mut self, error: ron::error::SpannedError) {
        let Some(source) = self.faults.sources().get(usize::from(self.source)) else { return };
        let offset = source.offset(error.span.start.line, error.span.start.col);
        let place = Place { source: self.source, offset: offset as u32, path: Rc::from("") };
        let (what, repair) = match &error.code {
            ron::Error::Message(text) if text.contains("extensions") => {
                ("the file switches a RON extension on".to_owned(), "remove the #![enable(...)] line")
            }
            ron::Error::ExceededRecursionLimit => {
                ("the nesting is too deep".to_owned(), "take brackets away")
            }
            code => (format!("the text does not parse: {code}"), likely_slip(source.text(), offset)),
        };
        self.faults.add(&place, what, repair);
    }

    /// The faults found so far, and the codes.
    pub fn faults(&mut self) -> &mut Faults<'s> {
        self.faults
    }

    /// Where a value stands.
    pub fn place(&self, value: Value<'_>) -> Place {
        self.place_at(value.0.as_ptr() as usize)
    }

    fn place_at(&self, pointer: usize) -> Place {
        let text = self.faults.sources().get(usize::from(self.source)).map_or("", Source::text);
        let offset = pointer.saturating_sub(text.as_ptr() as usize).min(text.len());
        Place { source: self.source, offset: offset as u32, path: Rc::from(self.path.as_str()) }
    }

    /// Notes a fault at a value.
    pub fn fault(&mut self, value: Value<'_>, what: impl Into<String>, repair: impl Into<String>) {
        let place = self.place(value);
        self.faults.add(&place, what, repair);
    }

    /// Notes that something else was expected at a value. Without a repair of its own, what was expected is to be written.
    pub fn expected(&mut self, value: Value<'_>, wanted: &str, repair: &str) {
        let found = excerpt(value.0);
        let repair = if repair.is_empty() { format!("write {wanted}") } else { repair.to_owned() };
        self.fault(value, format!("expected {wanted}, found {found}"), repair);
    }

    /// Notes that a word of a choice was expected; a text in quotes is probably that word, or a moment.
    pub fn expected_choice(&mut self, value: Value<'_>, wanted: &str, known: &[&str]) {
        let text = match self.shape(value) {
            Some(Shape::Text(text)) => text,
            _ => String::new(),
        };
        let repair = if known.contains(&text.as_str()) {
            format!("write {text} without quotes")
        } else if known.contains(&"At") && super::moment::typed(&text).is_ok() {
            format!("write At(\"{text}\")")
        } else {
            format!("choose from {}", known.join(", "))
        };
        self.expected(value, wanted, &repair);
    }

    /// Takes a value apart, or notes that it does not parse.
    pub fn shape<'a>(&mut self, value: Value<'a>) -> Option<Shape<'a>> {
        match value.shape() {
            Ok(shape) => Some(shape),
            Err((offset, message)) => {
                let place = self.place_at(value.0.as_ptr() as usize + offset);
                self.faults.add(
                    &place,
                    format!("the text does not parse: {message}"),
                    "look at brackets, quotes and commas here",
                );
                None
            }
        }
    }

    /// Runs `inner` one step deeper in the path.
    pub fn within<T>(&mut self, step: &str, inner: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        if !step.starts_with('[') && length > 0 {
            self.path.push('.');
        }
        self.path.push_str(step);
        let result = inner(self);
        self.path.truncate(length);
        result
    }

    /// The named fields of a value; unknown and doubled names are noted.
    pub fn fields<'a>(&mut self, value: Value<'a>, known: &[&str]) -> Option<Fields<'a>> {
        let fields = match self.shape(value)? {
            Shape::Fields(_, fields) => fields,
            Shape::Items(None, items) if items.is_empty() => Vec::new(),
            _ => {
                let both = known == ["nl", "en"];
                let text = both && value.0.starts_with('"');
                let repair = if text {
                    format!("write (nl: {0}, en: {0}) with the text in each language", excerpt(value.0))
                } else {
                    format!("write (name: value, ...) with {}", known.join(", "))
                };
                self.expected(value, "named fields in parentheses", &repair);
                return None;
            }
        };
        let mut misspelt = Vec::new();
        for (index, (name, _)) in fields.iter().enumerate() {
            let place = self.place_at(name.as_ptr() as usize);
            if !known.contains(name) {
                misspelt.extend(nearest(name, known.iter().copied()).map(str::to_owned));
                self.faults.add(
                    &place,
                    format!("unknown field \"{name}\""),
                    suggest(name, known.iter().copied()),
                );
            } else if fields.iter().take(index).any(|(earlier, _)| earlier == name) {
                self.faults.add(
                    &place,
                    format!("field \"{name}\" stands here twice"),
                    "remove one of the two",
                );
            }
        }
        Some(Fields { value, named: fields, misspelt })
    }

    /// The arguments of a variant, exactly `count` of them.
    pub fn arguments<'a>(
        &mut self,
        value: Value<'a>,
        name: &str,
        items: Vec<Value<'a>>,
        count: usize,
    ) -> Option<Vec<Value<'a>>> {
        if items.len() == count {
            return Some(items);
        }
        let noun = if count == 1 { "value" } else { "values" };
        let what = format!("{name} needs {count} {noun} in parentheses, found {}", items.len());
        let repair = if count == 0 {
            format!("write {name} alone")
        } else {
            let each = vec!["..."; count].join(", ");
            format!("write {name}({each})")
        };
        self.fault(value, what, repair);
        None
    }

    /// Notes a word that is none of the known ones.
    pub fn unknown_word(&mut self, value: Value<'_>, word: &str, known: &[&str]) {
        self.fault(value, format!("unknown word {word}"), suggest(word, known.iter().copied()));
    }
}

/// The named fields of a value that still have to be read.
#[derive(Debug)]
pub struct Fields<'a> {
    value: Value<'a>,
    named: Vec<(&'a str, Value<'a>)>,
    /// Fields that were probably meant by unknown names: they are not told to be missing as well.
    misspelt: Vec<String>,
}

impl<'a> Fields<'a> {
    fn find(&self, name: &str) -> Option<Value<'a>> {
        self.named.iter().find(|(each, _)| *each == name).map(|(_, value)| *value)
    }

    /// A field that must be there.
    pub fn required<T: Read>(&self, reader: &mut Reader<'_, '_>, name: &str) -> Option<T> {
        let Some(value) = self.find(name) else {
            if !self.misspelt.iter().any(|each| each == name) {
                reader.fault(self.value, format!("field \"{name}\" is missing"), format!("add {name}: ..."));
            }
            return T::stand_in();
        };
        reader.within(name, |reader| T::read(value, reader)).or_else(T::stand_in)
    }

    /// A field with a default, which also stands for a value at fault: the rest of the object is still checked.
    pub fn optional<T: Read>(
        &self,
        reader: &mut Reader<'_, '_>,
        name: &str,
        default: impl FnOnce() -> T,
    ) -> Option<T> {
        let read = self.find(name).and_then(|value| reader.within(name, |reader| T::read(value, reader)));
        Some(read.unwrap_or_else(default))
    }
}

/// The slip that is likeliest where a text stops to parse.
fn likely_slip(text: &str, offset: usize) -> &'static str {
    let line_start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let before = text.get(line_start..offset).unwrap_or_default();
    let digit = |each: Option<char>| each.is_some_and(|each| each.is_ascii_digit());
    let mut back = before.trim_end_matches(|each: char| each.is_ascii_digit()).chars().rev();
    if line.contains(['“', '”', '„', '‘', '’']) {
        "put texts between straight double quotes; other faults show once this one is gone"
    } else if line.contains('\'') && !line.contains('"')
        || before.ends_with('\'')
        || text.get(offset..).is_some_and(|rest| rest.starts_with('\''))
    {
        "put texts between double quotes, not single ones; other faults show once this one is gone"
    } else if back.next() == Some(',') && digit(back.next()) {
        "write decimals with a point, such as 1.35; other faults show once this one is gone"
    } else if line.matches('"').count() % 2 == 1 {
        "a double quote is missing on this line; other faults show once this one is gone"
    } else {
        "look at brackets, quotes and commas just before this place; other faults show once this one is gone"
    }
}

/// The first words of a value, for a message.
fn excerpt(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(30).collect();
    if short.len() < text.trim_end().len() {
        short.push_str("...");
    }
    short
}

/// The label of a list item: its code where that is its first field, the two that it joins where it begins with those, else its
/// number from 1.
fn label(item: Value<'_>, number: usize) -> String {
    let code = leading(item.0, &["code"]).or_else(|| leading(item.0, &["process", "supplier"]));
    code.map_or_else(|| format!("[#{number}]"), |code| format!("[\"{}\"]", code.join("/")))
}

/// The short texts of the first fields of a value, where those have these names.
fn leading<'a>(text: &'a str, names: &[&str]) -> Option<Vec<&'a str>> {
    let after = |text: &'a str, word: &str| text.get(skip_trivia(text)..)?.strip_prefix(word);
    let mut rest = after(text, "(")?;
    let mut found = Vec::new();
    for (number, name) in names.iter().enumerate() {
        if number > 0 {
            rest = after(rest, ",")?;
        }
        let quoted = after(after(after(rest, name)?, ":")?, "\"")?;
        let end = quoted.find(|each: char| each == '"' || each == '\\' || each.is_control())?;
        found.push(quoted.get(..end).filter(|code| code.len() <= 80)?);
        rest = quoted.get(end..)?.strip_prefix('"')?;
    }
    Some(found)
}

/// Most items in one list.
const LIST_MAX: usize = 20_000;

/// Reads every item of a list; a missing one was at fault.
fn items<T: Read>(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Vec<Option<T>>> {
    let Shape::List(items) = reader.shape(value)? else {
        reader.expected(value, "a list", "write [ ..., ... ]");
        return None;
    };
    if items.len() > LIST_MAX {
        reader.fault(
            value,
            format!("the list has {} items, at most {LIST_MAX} are read", items.len()),
            "split it",
        );
        return None;
    }
    let read = |(index, item)| reader.within(&label(item, index + 1), |reader| T::read(item, reader));
    Some(items.into_iter().enumerate().map(read).collect())
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        items(value, reader)?.into_iter().collect()
    }

    fn describe(book: &mut Reference) -> Said {
        let Said { what, example } = T::describe(book);
        Said::new(format!("list of {what}"), format!("[{example}]"))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        match reader.shape(value)? {
            Shape::Items(Some("None"), items) if items.is_empty() => Some(None),
            Shape::Items(Some("Some"), items) => {
                let items = reader.arguments(value, "Some", items, 1)?;
                items.into_iter().next().and_then(|item| T::read(item, reader)).map(Some)
            }
            Shape::Fields(Some("Some"), _) => {
                let inner = value.0.find('(').and_then(|at| value.0.get(at..))?;
                T::read(Value(inner), reader).map(Some)
            }
            _ => T::read(value, reader).map(Some),
        }
    }

    fn describe(book: &mut Reference) -> Said {
        T::describe(book)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        T::read(value, reader).map(Self::new)
    }

    fn describe(book: &mut Reference) -> Said {
        T::describe(book)
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let Shape::Items(None, items) = reader.shape(value)? else {
            reader.expected(value, "two values in parentheses", "write (..., ...)");
            return None;
        };
        match reader.arguments(value, "this", items, 2)?.as_slice() {
            [first, second] => {
                let pair = (A::read(*first, reader), B::read(*second, reader));
                pair.0.zip(pair.1)
            }
            _ => None,
        }
    }

    fn describe(book: &mut Reference) -> Said {
        let (first, second) = (A::describe(book), B::describe(book));
        let what = format!("pair of {} and {}", first.what, second.what);
        Said::new(what, format!("({}, {})", first.example, second.example))
    }
}

/// The words of a file for the variants of a type: their names.
pub fn words_of<T: VariantArray + Copy + Into<&'static str>>() -> Vec<&'static str> {
    T::VARIANTS.iter().map(|variant| (*variant).into()).collect()
}

/// One word out of [`words_of`] a type.
pub fn word<T>(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<T>
where
    T: VariantArray + Copy + Into<&'static str>,
{
    let known = words_of::<T>();
    match reader.shape(value)? {
        Shape::Items(Some(word), items) if items.is_empty() => {
            let place = known.iter().position(|name| *name == word);
            if place.is_none() {
                reader.unknown_word(value, word, &known);
            }
            place.and_then(|place| T::VARIANTS.get(place).copied())
        }
        _ => {
            reader.expected_choice(value, "one word", &known);
            None
        }
    }
}

/// The payload of a variant with one value: `Name(value)` or `Name(field: ...)`.
pub fn payload<'a>(
    reader: &mut Reader<'_, '_>,
    value: Value<'a>,
    name: &str,
    shape: Shape<'a>,
) -> Option<Value<'a>> {
    match shape {
        Shape::Fields(..) => value.0.find('(').and_then(|at| value.0.get(at..)).map(Value),
        Shape::Items(_, items) => reader.arguments(value, name, items, 1)?.first().copied(),
        _ => None,
    }
}
