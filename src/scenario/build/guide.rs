//! The staff guide and the role cards, from the files to the script.
//!
//! Must not change what is simulated.

use super::codes::Codes;
use crate::{
    scenario::{
        fault::Faults,
        guide::{Guide, MinuteLine, RoleCard, Watch},
        scalar::Words,
        schema::{
            exercise::ExerciseFile,
            guide::{GuideRow, RoleCardRow},
        },
    },
    sim::{ids::RoleId, plan::Text},
};

/// Most decisions on a card: it has to fit on one page.
const DECISIONS_MAX: usize = 5;

/// The guide; a line of its plan that takes no time and a round that does not exist are faults.
pub(super) fn guide(file: &ExerciseFile, faults: &mut Faults<'_>) -> Option<Guide> {
    let row = file.guide.as_ref()?;
    let rounds = file.rounds.len();
    for line in &row.minutes {
        if line.minutes.value == 0 {
            faults.add(&line.minutes.place, "a line of the plan takes 0 minutes", "write how many it takes");
        }
    }
    for round in row.watch.iter().filter_map(|watch| watch.round.as_ref()) {
        if round.value == 0 || usize::from(round.value) > rounds {
            let what = format!("there is no round {}", round.value);
            faults.add(&round.place, what, format!("write 1 to {rounds}, or leave it out"));
        }
    }
    Some(built(row))
}

fn built(row: &GuideRow) -> Guide {
    let texts = |rows: &[Words]| rows.iter().map(Text::from).collect();
    let minute = |row: &crate::scenario::schema::guide::MinutePlanRow| MinuteLine {
        from_min: row.from,
        minutes: row.minutes.value,
        what: (&row.what).into(),
        staff: (&row.staff).into(),
    };
    Guide {
        purpose: (&row.purpose).into(),
        ready: texts(&row.ready.0),
        minutes: row.minutes.iter().map(minute).collect(),
        watch: row
            .watch
            .iter()
            .map(|row| Watch { round: row.round.as_ref().map(|at| at.value), text: (&row.text).into() })
            .collect(),
        questions: texts(&row.questions.0),
        terms: row.terms.iter().map(|row| ((&row.term).into(), (&row.meaning).into())).collect(),
    }
}

/// The role cards.
pub(super) fn cards(
    rows: &[RoleCardRow],
    roles: &Codes<RoleId>,
    faults: &mut Faults<'_>,
) -> Option<Vec<RoleCard>> {
    let mut cards: Vec<RoleCard> = Vec::new();
    for row in rows {
        let role = roles.find(&row.role)?;
        if cards.iter().any(|card| card.role == role) {
            let what = format!("the role \"{}\" has a card already", row.role.text);
            faults.add(&row.role.place, what, "make one card of the two");
        }
        let count = row.decide.value.len();
        if count == 0 || count > DECISIONS_MAX {
            let what = format!("the card names {count} decisions");
            faults.add(
                &row.decide.place,
                what,
                format!("name 1 to {DECISIONS_MAX}: it has to fit on one page"),
            );
        }
        cards.push(RoleCard {
            role,
            who: (&row.who).into(),
            decide: row.decide.value.iter().map(Text::from).collect(),
            ask: (&row.ask).into(),
            worry: (&row.worry).into(),
        });
    }
    Some(cards)
}
