//! Decisions of each table in each round: fewer than two is idle, more than four does not fit.
//!
//! Counted over what the automatic players of the rehearsal decided; messages that were opened or answered are no decisions. Must not
//! change anything.

use super::{Finding, Weight};
use crate::{
    scenario::load::Exercise,
    session::Session,
    sim::{
        command::{Actor, Command, Record},
        country::SeatTable,
    },
};

/// Fewest decisions of a table in a round.
const FEWEST: usize = 2;
/// Most decisions of a table in a round.
const MOST: usize = 4;

/// What was found; nothing for a scenario without rounds.
pub fn findings(session: &Session, exercise: &Exercise) -> Vec<Finding> {
    let plan = session.plan();
    let mut tables: Vec<SeatTable> =
        exercise.script.roles.iter().map(|role| exercise.country.roles[*role].table).collect();
    tables.sort_unstable();
    tables.dedup();
    let mut found = Vec::new();
    for (number, round) in (1..).zip(&plan.rounds) {
        for table in &tables {
            let of_table = |record: &&Record| match record.by.actor {
                Actor::Auto(role) => {
                    exercise.script.roles.contains(&role) && exercise.country.roles[role].table == *table
                }
                Actor::Lead | Actor::Role(_) | Actor::Clock => false,
            };
            let decides = |record: &&Record| {
                !matches!(record.command, Command::OpenInject { .. } | Command::AnswerInject { .. })
                    && (round.from..round.until).contains(&record.submitted)
            };
            let count = session.log().iter().filter(of_table).filter(decides).count();
            let what = match count {
                0..FEWEST => "preflight-table-few",
                FEWEST..=MOST => continue,
                _ => "preflight-table-many",
            };
            let at = format!("rounds[#{number}] {table:?}");
            let (number, count) = (number.to_string(), count.to_string());
            let args = [("table", &*format!("{table:?}")), ("round", &*number), ("count", &*count)];
            found.push(Finding::new(Weight::Note, at, what, &args));
        }
    }
    found
}
