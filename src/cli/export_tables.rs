//! The second file of `export`: the tables of the rest of the state, for those who write those rules again: vital processes, damage
//! and repair, pools, measures, care, people, the opponent, injects, what is known, sums.
//!
//! One line of JSON for each moment: the start, and then after every tick, with `next` (the tick that runs next) and of the tables those
//! that are not as in the line before, whole. Identifiers are row numbers of `country` and `plan` in the first file, levels and
//! shares in units of 2^-24 where the field does not say otherwise; lanes behind the last region mean nothing. All tables are as they
//! stand at the end of the tick: the capability of a process then has what `supply` and `society` changed of it after the pass of
//! the same tick, and teams that mended something are free. Must not change anything.

use crate::sim::{
    digest::{hash, tables},
    state::State,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A line.
#[derive(Serialize)]
struct Line<'a> {
    next: u32,
    tables: BTreeMap<&'static str, &'a dyn erased_serde::Serialize>,
}

/// What the tables were when they were last written.
#[derive(Default)]
pub(super) struct Known(BTreeMap<&'static str, u64>);

impl Known {
    /// The line of a moment: the tables that are not as they were in the line before.
    pub(super) fn line(&mut self, state: &State) -> String {
        let mut line = Line { next: state.tick.0, tables: BTreeMap::new() };
        for (name, table) in tables(state) {
            let now = hash(table);
            if self.0.insert(name, now) != Some(now) {
                line.tables.insert(name, table);
            }
        }
        let line: &dyn erased_serde::Serialize = &line;
        let mut text = serde_json::to_string(line).expect("every table can be written as JSON");
        text.push('\n');
        text
    }
}
