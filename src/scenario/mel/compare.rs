//! Two lists held against each other: what came, what went, what changed.
//!
//! A column that only one of them has is no change. Must not know where the lists come from.

use super::{
    columns::COLUMNS,
    list::{Mel, Row},
};

/// A value that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Key of the column, or the heading of one of the organisation's own.
    pub column: String,
    /// As it was, as it is kept.
    pub before: String,
    /// As it is now.
    pub after: String,
}

/// What differs between two lists.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Difference {
    /// Codes that only the second has.
    pub added: Vec<String>,
    /// Codes that only the first has.
    pub removed: Vec<String>,
    /// Codes that both have, with what differs.
    pub changed: Vec<(String, Vec<Changed>)>,
}

/// Compares two lists by the codes of their injects.
pub fn compare(before: &Mel, after: &Mel) -> Difference {
    let codes = |mel: &Mel, other: &Mel| {
        let lacks = |row: &&Row| other.find(&row.code).is_none();
        mel.rows.iter().filter(lacks).map(|row| row.code.clone()).collect()
    };
    let both = before.rows.iter().filter_map(|row| Some((row, after.find(&row.code)?)));
    let changed = both.map(|(old, new)| (old.code.clone(), changes(old, new)));
    Difference {
        added: codes(after, before),
        removed: codes(before, after),
        changed: changed.filter(|(_, changes)| !changes.is_empty()).collect(),
    }
}

fn changes(old: &Row, new: &Row) -> Vec<Changed> {
    let mut found = Vec::new();
    for column in COLUMNS {
        if let (Some(before), Some(after)) = (old.fields.get(column.key), new.fields.get(column.key))
            && before != after
        {
            let (before, after) = (before.clone(), after.clone());
            found.push(Changed { column: column.key.to_owned(), before, after });
        }
    }
    for (heading, before) in &old.own {
        if let Some((_, after)) = new.own.iter().find(|(each, _)| each == heading)
            && before != after
        {
            let (before, after) = (before.clone(), after.clone());
            found.push(Changed { column: heading.clone(), before, after });
        }
    }
    found
}
