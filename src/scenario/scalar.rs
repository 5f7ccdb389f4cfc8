//! The small values of a file: whole numbers, exact decimals, codes, names, figures with their source.
//!
//! Numbers are never read as floating point, so that 0.35 means 35 hundredths and nothing else; NaN, infinity and
//! exponents are refused. Must not know objects: see `schema`.

use super::{
    fault::Place,
    macros::{record, words},
    read::{Fallback, Read, Reader},
    reference::{Reference, Said, example_code},
    shape::{Shape, Value},
};
use crate::sim::num::Level;
use std::{fmt, marker::PhantomData};
use strum::{IntoStaticStr, VariantArray};

/// Most digits behind the point.
const SCALE_MAX: u32 = 9;

/// A decimal number, exactly as written: `mantissa / 10^scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i64,
    scale: u32,
}

impl Decimal {
    /// One.
    pub const ONE: Self = Self { mantissa: 1, scale: 0 };

    /// From `-12.5`; at most nine digits before and behind the point, no exponent.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |text: &str| {
            !text.is_empty() && text.len() <= SCALE_MAX as usize && text.bytes().all(|b| b.is_ascii_digit())
        };
        if !plain(whole) || !plain(part) {
            return None;
        }
        let mantissa: i64 = format!("{whole}{part}").parse().ok()?;
        Some(Self { mantissa: sign * mantissa, scale: part.len() as u32 })
    }

    /// True above zero.
    pub fn is_positive(self) -> bool {
        self.mantissa > 0
    }

    /// True below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// `self * by`, rounded to the nearest whole number (half away from zero).
    pub fn times_round(self, by: i64) -> i64 {
        round_div(i128::from(self.mantissa) * i128::from(by), 10_i128.pow(self.scale))
    }

    /// `count / self`, rounded to the nearest whole number; `None` unless positive.
    pub fn divides_round(self, count: i64) -> Option<i64> {
        self.is_positive()
            .then(|| round_div(i128::from(count) * 10_i128.pow(self.scale), i128::from(self.mantissa)))
    }

    /// `self * by`, rounded to six digits behind the point.
    #[must_use]
    pub fn times(self, by: Self) -> Self {
        let (mut mantissa, mut scale) =
            (i128::from(self.mantissa) * i128::from(by.mantissa), self.scale + by.scale);
        if scale > 6 {
            mantissa = i128::from(round_div(mantissa, 10_i128.pow(scale - 6)));
            scale = 6;
        }
        Self { mantissa: i64::try_from(mantissa).unwrap_or(i64::MAX), scale }
    }

    /// The nearest f64, by one division.
    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / 10_i64.pow(self.scale) as f64
    }
}

fn round_div(numerator: i128, denominator: i128) -> i64 {
    let half = denominator / 2 * numerator.signum();
    i64::try_from((numerator + half) / denominator).unwrap_or(if numerator < 0 { i64::MIN } else { i64::MAX })
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(self.scale);
        let size = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let part = format!("{:0width$}", size % unit, width = self.scale as usize);
        match part.trim_end_matches('0') {
            "" => write!(out, "{sign}{}", size / unit),
            part => write!(out, "{sign}{}.{part}", size / unit),
        }
    }
}

impl Read for Decimal {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let number = match reader.shape(value)? {
            Shape::Other(text) => Self::parse(&text.replace('_', "")),
            _ => None,
        };
        if number.is_none() {
            reader.expected(
                value,
                "a number",
                "write digits such as 12 or 0.35, at most nine before and behind the point, without exponent",
            );
        }
        number
    }

    fn stand_in() -> Option<Self> {
        Self::parse("1")
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new("number, at most nine digits before and behind the point", "1.35")
    }
}

/// A share above nothing, up to all of something.
#[derive(Clone, Copy, Debug)]
pub struct Share(pub Level);

impl Read for Share {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let number = Decimal::read(value, reader)?;
        let units = number.times_round(i64::from(Level::ONE.0));
        let level = i32::try_from(units).ok().filter(|units| (1..=Level::ONE.0).contains(units));
        if level.is_none() {
            reader.fault(
                value,
                format!("{number} is no share"),
                "write a number above 0, at most 1, such as 0.35",
            );
        }
        level.map(|units| Self(Level(units)))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(Level::ONE))
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new("share above 0, at most 1", "0.35")
    }
}

macro_rules! whole_numbers {
    ($($type:ty),+) => {$(
        impl Read for $type {
            fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
                let number = match reader.shape(value)? {
                    Shape::Other(text) => text.replace('_', "").parse().ok(),
                    _ => None,
                };
                if number.is_none() {
                    let wanted = format!("a whole number from {} to {}", <$type>::MIN, <$type>::MAX);
                    reader.expected(value, &wanted, "");
                }
                number
            }

            fn stand_in() -> Option<Self> {
                Some(1)
            }

            fn describe(_: &mut Reference) -> Said {
                Said::new(format!("whole number from {} to {}", <$type>::MIN, <$type>::MAX), "12")
            }
        }
    )+};
}

whole_numbers!(u8, u16, u32, u64, i16, i32, i64);

impl Read for bool {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        match reader.shape(value)? {
            Shape::Items(Some("true"), _) => Some(true),
            Shape::Items(Some("false"), _) => Some(false),
            _ => {
                reader.expected(value, "true or false", "");
                None
            }
        }
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new("true or false", "true")
    }
}

/// Longest text, in characters.
const TEXT_MAX: usize = 8_000;
/// Longest name, in characters.
const NAME_MAX: usize = 160;
/// Longest code, in characters.
const CODE_MAX: usize = 80;

fn text(value: Value<'_>, reader: &mut Reader<'_, '_>, wanted: &str) -> Option<String> {
    if let Shape::Text(text) = reader.shape(value)? {
        return Some(text);
    }
    reader.expected(value, wanted, "put it between double quotes");
    None
}

/// Characters that print nothing or turn the writing direction; they make two names look equal.
fn hidden(each: char) -> bool {
    each.is_control()
        || matches!(each, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A text over one or more lines; may be empty.
impl Read for String {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let text = text(value, reader, "a text")?;
        if text.chars().count() > TEXT_MAX {
            reader.fault(value, format!("the text is longer than {TEXT_MAX} characters"), "shorten it");
            return None;
        }
        if let Some(bad) = text.chars().find(|each| *each != '\n' && hidden(*each)) {
            reader.fault(
                value,
                format!("the text holds the unprintable character U+{:04X}", u32::from(bad)),
                "remove it",
            );
            return None;
        }
        Some(text)
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new(format!("text of at most {TEXT_MAX} characters, may be empty"), "\"...\"")
    }
}

/// A name on one line, not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(pub String);

impl Read for Name {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let text = text(value, reader, "a name")?;
        let bad = text.chars().find(|each| hidden(*each));
        if let Some(bad) = bad {
            reader.fault(
                value,
                format!("the name holds the unprintable character U+{:04X}", u32::from(bad)),
                "remove it",
            );
        } else if text.trim().is_empty() {
            reader.fault(value, "the name is empty", "write a name");
        } else if text.chars().count() > NAME_MAX {
            reader.fault(value, format!("the name is longer than {NAME_MAX} characters"), "shorten it");
        } else {
            return Some(Self(text));
        }
        None
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new(format!("name on one line, at most {NAME_MAX} characters"), "\"NL\"")
    }
}

/// A kind of object that has codes.
pub trait Kind {
    /// What a message calls it.
    const NAME: &'static str;
}

/// The stable code of an object: letters, digits, points, dashes, never a space.
#[derive(Clone, Debug)]
pub struct Def<K> {
    /// The code.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    kind: PhantomData<K>,
}

/// A reference to an object by its code. Unknown ones are told when all files have been read.
#[derive(Clone, Debug)]
pub struct Ref<K> {
    /// The code.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    kind: PhantomData<K>,
}

fn code(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<(String, Place)> {
    let text = text(value, reader, "a code")?;
    let fits = |each: char| each.is_alphanumeric() || matches!(each, '.' | '-' | '_');
    if text.is_empty() || text.chars().count() > CODE_MAX || !text.chars().all(fits) {
        let repair = format!("use 1 to {CODE_MAX} letters, digits, points and dashes");
        reader.fault(value, "this is no code", repair);
        return None;
    }
    Some((text, reader.place(value)))
}

impl<K: Kind> Read for Def<K> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let (text, place) = code(value, reader)?;
        reader.faults().define(K::NAME, &text, &place);
        Some(Self { text, place, kind: PhantomData })
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new(
            format!(
                "code of this {}: 1 to {CODE_MAX} letters, digits, points and dashes, nobody else's",
                K::NAME
            ),
            format!("\"{}\"", example_code(K::NAME)),
        )
    }
}

impl<K: Kind> Read for Ref<K> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let (text, place) = code(value, reader)?;
        reader.faults().refer(K::NAME, &text, &place);
        Some(Self { text, place, kind: PhantomData })
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new(format!("code of a {}", K::NAME), format!("\"{}\"", example_code(K::NAME)))
    }
}

impl<K> Fallback for Def<K> {
    fn fallback() -> Self {
        Self { text: String::new(), place: Place::nowhere(), kind: PhantomData }
    }
}

/// A value with its place, for checks that need more than the value.
#[derive(Clone, Debug)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T: Read> Read for At<T> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let place = reader.place(value);
        T::read(value, reader).map(|value| Self { value, place })
    }

    fn stand_in() -> Option<Self> {
        T::stand_in().map(|value| Self { value, place: Place::nowhere() })
    }

    fn describe(book: &mut Reference) -> Said {
        T::describe(book)
    }
}

impl<T: Fallback> Fallback for At<T> {
    fn fallback() -> Self {
        Self { value: T::fallback(), place: Place::nowhere() }
    }
}

impl Words {
    /// No text in either language.
    pub fn empty() -> Self {
        Self { nl: String::new(), en: String::new() }
    }
}

impl Fallback for Words {
    fn fallback() -> Self {
        Self { nl: String::new(), en: String::new() }
    }
}

record! {
    /// A text in both languages.
    Words {
        /// Dutch.
        nl: String,
        /// English.
        en: String,
    }
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Confidence {
    /// Read in an official text or data file, or in press that quotes the named official source.
    A,
    /// One press or secondary source, or a well-known figure.
    B,
    /// Own estimate or split.
    C,
}

words!(Confidence);

/// A source that figures name.
#[derive(Clone, Copy, Debug)]
pub struct SourceKey;

impl Kind for SourceKey {
    const NAME: &'static str = "source";
}

/// A figure with its source: `(value, "source key", A)`.
#[derive(Clone, Debug)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// Key in `sources.ron`.
    pub source: Ref<SourceKey>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it stands.
    pub place: Place,
}

/// What a figure can be: something that can be made larger or smaller by a factor.
pub trait Scale: Sized + fmt::Display {
    /// This many times itself; a whole number that is not zero stays at least one.
    #[must_use]
    fn scaled(self, by: Decimal) -> Self;
}

impl Scale for Decimal {
    fn scaled(self, by: Decimal) -> Self {
        self.times(by)
    }
}

impl Scale for i64 {
    fn scaled(self, by: Decimal) -> Self {
        by.times_round(self)
    }
}

macro_rules! scaled_numbers {
    ($($type:ty),+) => {$(
        impl Scale for $type {
            fn scaled(self, by: Decimal) -> Self {
                let least = Self::from(self > 0);
                Self::try_from(by.times_round(i64::from(self))).unwrap_or(Self::MAX).max(least)
            }
        }
    )+};
}

scaled_numbers!(u16, u32);

impl<T: Read + Scale> Read for Figure<T> {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let Shape::Items(None, items) = reader.shape(value)? else {
            reader.expected(
                value,
                "a figure with its source",
                "write (value, \"source key\", A) with A, B or C",
            );
            return None;
        };
        let place = reader.place(value);
        match reader.arguments(value, "a figure", items, 3)?.as_slice() {
            [number, source, confidence] => {
                let number = T::read(*number, reader);
                let source = Ref::read(*source, reader);
                let confidence = Confidence::read(*confidence, reader);
                let (number, source, confidence) = (number?, source?, confidence?);
                let value = reader.faults().varied(number, &place, (&source.text, confidence));
                Some(Self { value, source, confidence, place })
            }
            _ => None,
        }
    }

    fn describe(book: &mut Reference) -> Said {
        let Said { what, example } = T::describe(book);
        Said::new(
            format!("figure (value, source, A, B or C) with {what}"),
            format!("({example}, \"own\", C)"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_convert_exactly() {
        let number = |text| Decimal::parse(text).expect("a decimal");
        assert_eq!(number("0.35").times_round(1 << 24), 5_872_026);
        assert_eq!(number("2.5").times_round(4), 10);
        assert_eq!(number("-0.5").times_round(1), -1);
        assert_eq!(number("1.7").divides_round(17), Some(10));
        assert_eq!(number("0").divides_round(17), None);
        assert_eq!(number("12.50").to_string(), "12.5");
        assert_eq!(number("0.35").times(number("1.5")).to_string(), "0.525");
        assert_eq!(number("0.000001").times(number("0.000004")).to_string(), "0");
        assert_eq!(
            (4_u16.scaled(number("0.1")), 0_u16.scaled(number("2")), 3_u32.scaled(number("1.5"))),
            (1, 0, 5)
        );
        assert_eq!(number("-3").to_string(), "-3");
        for bad in ["", "1e400", "NaN", "inf", "1.", ".5", "1234567890", "0.1234567890", "--1", "+1", "1 2"] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }
}
