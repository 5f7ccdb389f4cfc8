//! The rounds of a scenario: each period after the one before, each plan in minutes that a room can keep.
//!
//! Must not know how a round is played: `session::course` does.

use super::{conditions::Scope, every};
use crate::{
    scenario::{
        fault::Faults,
        schema::rounds::{MinutesRow, RoundRow},
    },
    sim::{
        rounds::{Minutes, ROUNDS_MAX, Round},
        time::Tick,
    },
};

/// Longest round, minutes of playing time: a day.
const MINUTES_MAX: u16 = 1440;

/// Builds the rounds; every fault is told.
pub(super) fn rounds(rows: &[RoundRow], scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Vec<Round>> {
    let mut before = Tick(0);
    let mut built = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        if number == ROUNDS_MAX {
            let what = format!("there are more than {ROUNDS_MAX} rounds");
            faults.add(&row.until.place, what, "make fewer, longer rounds");
            return None;
        }
        let until = scope.moment(&row.until, faults);
        built.push(round(row, (before, until), scope, faults));
        // Also behind a round with another fault, so that all are told at once.
        before = until.map_or(before, |until| until.max(before));
    }
    every(built)
}

fn round(
    row: &RoundRow,
    (before, until): (Tick, Option<Tick>),
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<Round> {
    let from = match &row.from {
        None => Some(before),
        Some(moment) => {
            let from = scope.moment(moment, faults);
            if from.is_some_and(|from| from < before) {
                faults.add(
                    &moment.place,
                    "this round begins before the one before it ends",
                    "put the rounds in order of time, or leave out `from`",
                );
            }
            from
        }
    };
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        faults.add(&row.until.place, "this round ends before it begins", "give it a later `until`");
        return None;
    }
    let minutes = match &row.minutes {
        None => Minutes::default(),
        Some(at) => {
            let minutes = minutes(&at.value);
            if minutes.total() == 0 || minutes.total() > MINUTES_MAX {
                let what = format!("the round takes {} minutes", minutes.total());
                faults.add(&at.place, what, format!("let the parts add up to 1 to {MINUTES_MAX} minutes"));
                return None;
            }
            minutes
        }
    };
    let stops = every(row.stops.iter().map(|inject| scope.injects.find(inject)).collect::<Vec<_>>());
    Some(Round {
        name: (&row.name).into(),
        from: from?,
        until: until?,
        minutes,
        break_after: row.break_after,
        stops: stops?,
    })
}

fn minutes(row: &MinutesRow) -> Minutes {
    let MinutesRow { situation, table, between, hand_in, run } = *row;
    Minutes { situation, table, between, hand_in, run }
}
