//! Where groups first part: by round and table the earliest decision that not every group took.
//!
//! A decision that all took, at whatever hour, is no parting. Must not judge.

use super::{Group, NOTHING, Words};
use crate::sim::{country::SeatTable, time::Tick};
use serde::Serialize;

/// The first difference of a table in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parting {
    /// The round, from 0; none where it is not played by rounds.
    pub round: Option<u8>,
    /// The same in words.
    pub round_words: String,
    /// The table in words.
    pub table: String,
    /// Decisions of the table in the round, for each group.
    pub decisions: Vec<u32>,
    /// The earliest decision that not every group took; empty when there is none.
    pub deed: String,
    /// When each group took it; a dash for a group that did not.
    pub when: Vec<String>,
}

/// Every round and table in which something was decided.
pub(super) fn partings(groups: &[Group], say: &Words<'_>) -> Vec<Parting> {
    let Some(first) = groups.first() else { return Vec::new() };
    let rounds = first.rounds.len();
    let all: Vec<Option<usize>> = if rounds == 0 { vec![None] } else { (0..rounds).map(Some).collect() };
    let mut tables: Vec<(SeatTable, &String)> = Vec::new();
    for (table, words) in groups.iter().flat_map(|group| &group.tables) {
        if !tables.iter().any(|(known, _)| known == table) {
            tables.push((*table, words));
        }
    }
    tables.sort_by_key(|(table, _)| *table);
    let every = all.into_iter().flat_map(|round| tables.iter().map(move |table| (round, *table)));
    every.filter_map(|(round, (table, words))| parting(groups, round, table, words, say)).collect()
}

fn parting(
    groups: &[Group],
    round: Option<usize>,
    table: SeatTable,
    table_words: &str,
    say: &Words<'_>,
) -> Option<Parting> {
    // A round that a group left out or made shorter is measured by its own periods.
    let within = |group: &Group, tick: Tick| match round {
        None => true,
        Some(round) => {
            group.rounds.get(round).is_some_and(|(from, until, _)| (*from..*until).contains(&tick))
        }
    };
    let of = |group: &'_ Group| -> Vec<usize> {
        let rows = group.deeds.iter().enumerate();
        rows.filter(|(_, deed)| deed.table == table && within(group, deed.tick)).map(|(at, _)| at).collect()
    };
    let own: Vec<Vec<usize>> = groups.iter().map(of).collect();
    if own.iter().all(Vec::is_empty) {
        return None;
    }
    let taken = |at: usize| own[at].iter().map(move |index| &groups[at].deeds[*index]);
    let first = (0..groups.len())
        .flat_map(taken)
        .filter(|deed| !(0..groups.len()).all(|at| taken(at).any(|other| other.what == deed.what)))
        .min_by_key(|deed| deed.tick);
    let when = (0..groups.len()).map(|at| {
        let own = first.and_then(|deed| taken(at).find(|other| other.what == deed.what));
        own.map_or_else(|| NOTHING.to_owned(), |deed| groups[at].moment(deed.tick))
    });
    let number = round.and_then(|round| u8::try_from(round).ok());
    Some(Parting {
        round: number,
        round_words: match (round, groups.first()) {
            (Some(round), Some(group)) => group.rounds[round].2.clone(),
            _ => say.word("compare-whole"),
        },
        table: table_words.to_owned(),
        decisions: own.iter().map(|rows| u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect(),
        deed: first.map_or_else(String::new, |deed| deed.words.clone()),
        when: when.collect(),
    })
}
