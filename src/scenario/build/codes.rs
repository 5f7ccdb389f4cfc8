//! Codes of one table and their dense identifiers.

use crate::{
    scenario::scalar::{Def, Ref},
    sim::ids::DenseId,
};
use std::collections::BTreeMap;

/// The codes of one table, numbered in the order of the file. Doubled and unknown codes were told when they were read.
#[derive(Clone, Debug)]
pub struct Codes<I> {
    ids: BTreeMap<String, I>,
}

impl<I: DenseId> Codes<I> {
    /// Numbers the codes in their order; the first of two equal ones counts.
    pub fn new<'a>(codes: impl IntoIterator<Item = &'a Def<I>>) -> Self
    where
        I: 'a,
    {
        let mut ids = BTreeMap::new();
        for (index, code) in codes.into_iter().enumerate() {
            ids.entry(code.text.clone()).or_insert_with(|| I::from_index(index));
        }
        Self { ids }
    }

    /// The identifier of a reference.
    pub fn find(&self, code: &Ref<I>) -> Option<I> {
        self.ids.get(&code.text).copied()
    }

    /// The identifier that a code defines.
    pub fn find_def(&self, code: &Def<I>) -> Option<I> {
        self.ids.get(&code.text).copied()
    }

    /// The identifier of an optional reference: the outer none is a fault, the inner one an absent reference.
    pub fn find_optional(&self, code: Option<&Ref<I>>) -> Option<Option<I>> {
        code.map_or(Some(None), |code| self.find(code).map(Some))
    }
}
