//! What is wrong or worth knowing about a cell: its reference, a key of the language files and the parts of the sentence.
//!
//! Must not hold words of any language.

use std::fmt;

/// Row and column of a cell, both from 0. Shown as people write it: `B17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellAt {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
}

/// The letters of a column, from 0: A, B, ..., Z, AA.
pub fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut found = Vec::new();
    while rest > 0 {
        rest -= 1;
        found.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    found.iter().rev().collect()
}

impl fmt::Display for CellAt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", letters(self.column), self.row + 1)
    }
}

/// How heavy a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Nothing can be taken over until it is repaired.
    Fault,
    /// What was read is told, so that somebody can object.
    Remark,
}

/// A problem at a cell, or of the sheet as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where; none for the sheet as a whole.
    pub at: Option<CellAt>,
    /// How heavy.
    pub weight: Weight,
    /// Key of the sentence: what is wrong and how to repair it.
    pub key: &'static str,
    /// Parts of the sentence by name.
    pub args: Vec<(&'static str, String)>,
}

/// What is wrong with a value, before it is known where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Key of the sentence.
    pub key: &'static str,
    /// Parts of the sentence by name.
    pub args: Vec<(&'static str, String)>,
}

impl Trouble {
    /// A trouble with one part.
    pub fn new(key: &'static str, args: &[(&'static str, &str)]) -> Self {
        Self { key, args: args.iter().map(|(name, text)| (*name, short(text))).collect() }
    }

    /// As a problem at a place.
    pub fn at(self, at: Option<CellAt>, weight: Weight) -> Problem {
        Problem { at, weight, key: self.key, args: self.args }
    }
}

/// A text on one line that fits into a message.
pub fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 120 { line } else { line.chars().take(117).chain("…".chars()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_in_a_workbook() {
        let at = |row, column| CellAt { row, column }.to_string();
        assert_eq!(
            [at(16, 1), at(0, 25), at(9, 26), at(0, 701), at(0, 702)],
            ["B17", "Z1", "AA10", "ZZ1", "AAA1"]
        );
    }
}
