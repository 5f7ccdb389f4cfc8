//! Codes of one table and their dense identifiers.

use crate::{
    scenario::{
        fault::{Faults, suggest},
        scalar::Code,
    },
    sim::ids::DenseId,
};
use std::collections::BTreeMap;

/// The codes of one table.
#[derive(Clone, Debug)]
pub struct Codes<I> {
    kind: &'static str,
    ids: BTreeMap<String, I>,
    count: usize,
}

impl<I: DenseId> Codes<I> {
    /// Numbers the codes in their order; doubled ones are noted.
    pub fn new<'a>(kind: &'static str, codes: impl IntoIterator<Item = &'a Code>, faults: &mut Faults<'_>) -> Self {
        let mut ids = BTreeMap::new();
        let mut count = 0;
        for (index, code) in codes.into_iter().enumerate() {
            count = index + 1;
            if ids.contains_key(&code.text) {
                faults.add(&code.place, format!("there is already a {kind} \"{}\"", code.text), "give one of the two another code");
            } else {
                ids.insert(code.text.clone(), I::from_index(index));
            }
        }
        Self { kind, ids, count }
    }

    /// Number of rows in the table.
    pub fn len(&self) -> usize {
        self.count
    }

    /// True without rows.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The identifier of a reference; an unknown one is noted with the likeliest code.
    pub fn find(&self, code: &Code, faults: &mut Faults<'_>) -> Option<I> {
        let found = self.ids.get(&code.text).copied();
        if found.is_none() {
            let repair = suggest(&code.text, self.ids.keys().map(String::as_str));
            faults.add(&code.place, format!("unknown {} \"{}\"", self.kind, code.text), repair);
        }
        found
    }

    /// The identifier of an optional reference: the outer none is a fault, the inner one an absent reference.
    #[expect(clippy::option_option, reason = "two different absences: not written, and written but unknown")]
    pub fn find_optional(&self, code: Option<&Code>, faults: &mut Faults<'_>) -> Option<Option<I>> {
        code.map_or(Some(None), |code| self.find(code, faults).map(Some))
    }
}
