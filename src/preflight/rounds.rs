//! What each table gets to decide in each round: fewer than two and people wait, more than four and nobody talks.
//!
//! Counted are injects of the rehearsal that expect something of a role at the table; what comes from the shelf by hand is not.
//! Must not judge what is decided.

use super::{
    Finding, Weight,
    rehearsal::{Rehearsal, Sent},
};
use crate::{
    scenario::load::Exercise,
    sim::{country::SeatTable, ids::RoleId},
};

/// Fewest and most decisions of a table in a round. Own choice: a table hands in two decisions and two requests in its five minutes.
const FEWEST: usize = 2;
const MOST: usize = 4;

/// Rounds in which a table has too little or too much to decide; only where the scenario says who sits there.
pub(super) fn findings(rehearsal: &Rehearsal, exercise: &Exercise) -> Vec<Finding> {
    let plan = &*exercise.plan;
    let seated = &exercise.script.roles;
    let table = |role: RoleId| exercise.country.roles.get(role).map(|row| row.table);
    let mut tables: Vec<SeatTable> = seated.iter().filter_map(|role| table(*role)).collect();
    tables.sort();
    tables.dedup();
    let mut found = Vec::new();
    for (number, round) in (1..).zip(&plan.rounds) {
        let within = |sent: &&Sent| (round.from.0..round.until.0).contains(&sent.tick);
        for each in &tables {
            let asks = |sent: &&Sent| {
                let inject = plan.injects.rows().iter().find(|row| row.code == sent.code);
                inject.is_some_and(|row| {
                    let here = |role: &RoleId| seated.contains(role) && table(*role) == Some(*each);
                    !row.shelf && !row.expected.nl.trim().is_empty() && row.receivers.iter().any(here)
                })
            };
            let count = rehearsal.timeline.iter().filter(within).filter(asks).count();
            let what = match count {
                0..FEWEST => "preflight-round-idle",
                FEWEST..=MOST => continue,
                _ => "preflight-round-full",
            };
            let (table, count) = (format!("{each:?}"), count.to_string());
            let at = format!("rounds[#{number}]");
            found.push(Finding::new(Weight::Doubt, at, what, &[("table", &table), ("count", &count)]));
        }
    }
    found
}
