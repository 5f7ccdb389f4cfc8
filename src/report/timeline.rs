//! What happened, as sentences in order: injects, decisions and the events that matter to the review.
//!
//! Leaves out what a decision or an inject says already, and ordinary departures. Must not invent words: `text` has them.

use crate::{
    session::Session,
    sim::{
        cause::Cause,
        command::Record,
        course::Times,
        event::{Event, Step},
        time::Tick,
    },
    text::Narrator,
};
use std::collections::BTreeMap;

/// Most rows of a timeline in a report; of more, ordinary changes go first.
pub const ROWS_MAX: usize = 600;

/// One line of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// When.
    pub time: Tick,
    /// Playing time and real time then, as far as they are known.
    pub times: Times,
    /// What kind of thing.
    pub kind: Kind,
    /// The sentence.
    pub text: String,
}

/// Kinds of rows, the least needed last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An inject reached its receivers.
    Inject,
    /// Somebody decided.
    Decision,
    /// Something of a movement.
    Movement,
    /// Something broke or was repaired.
    Damage,
    /// A vital process became severe or went out, or came back from there.
    Process,
}

impl Kind {
    /// Key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Inject => "timeline-inject",
            Self::Decision => "timeline-decision",
            Self::Movement => "timeline-movement",
            Self::Damage => "timeline-damage",
            Self::Process => "timeline-process",
        }
    }
}

/// Every row before or at the moment on the screen of a session, in order.
pub fn rows(session: &Session, narrator: &Narrator<'_>) -> Vec<Row> {
    let (now, track) = (session.shown().tick, session.track());
    // What is repaired by now is gone from the state: its cause stands in the history.
    let mut behind: BTreeMap<u32, Cause> = BTreeMap::new();
    let events = session.history().events_before(now).filter_map(|row| {
        if let Event::Damaged { damage, .. } = row.event {
            behind.insert(damage, row.cause);
        }
        let kind = kind(&row.event, row.cause)?;
        let cause = match row.cause {
            Cause::Damage(serial) => behind.get(&serial).copied().unwrap_or(row.cause),
            direct => direct,
        };
        Some(Row {
            time: row.tick,
            times: track.at(row.tick),
            kind,
            text: narrator.event_sentence(&row.event, cause),
        })
    });
    let stands = |record: &&Record| record.submitted <= now && !session.is_undone(record.seq);
    let decisions = session.log().iter().filter(stands).map(|record| Row {
        time: record.submitted,
        times: track.of_command(record.seq),
        kind: Kind::Decision,
        text: narrator.record_sentence(record),
    });
    let mut rows: Vec<Row> = events.chain(decisions).collect();
    // Stable: what happened in one quarter stays in its order, decisions after what led to them.
    rows.sort_by_key(|row| row.time);
    rows
}

/// At most [`ROWS_MAX`] rows: the least needed kinds go, latest first, and the order stays.
pub fn shortened(rows: Vec<Row>) -> Vec<Row> {
    if rows.len() <= ROWS_MAX {
        return rows;
    }
    let mut ranked: Vec<(Kind, usize)> =
        rows.iter().enumerate().map(|(index, row)| (row.kind, index)).collect();
    ranked.sort_unstable();
    ranked.truncate(ROWS_MAX);
    let mut kept: Vec<usize> = ranked.into_iter().map(|(_, index)| index).collect();
    kept.sort_unstable();
    let mut kept = kept.into_iter().peekable();
    let keep = |(index, _): &(usize, Row)| kept.next_if_eq(index).is_some();
    rows.into_iter().enumerate().filter(keep).map(|(_, row)| row).collect()
}

/// The kind of an event that belongs in a review; none for the others.
fn kind(event: &Event, cause: Cause) -> Option<Kind> {
    match event {
        Event::InjectSent(_)
        | Event::PhaseChanged(..)
        | Event::InjectStep(_, Step::Unanswered | Step::Lost(_)) => Some(Kind::Inject),
        Event::Damaged { .. }
        | Event::Repaired(..)
        | Event::EdgeClosed(_)
        | Event::EdgeOpened(_)
        | Event::TractionLost(_)
        | Event::TractionBack(_) => Some(Kind::Damage),
        Event::LevelChanged { from, to, .. } => (*from <= 1 || *to <= 1).then_some(Kind::Process),
        Event::ShipBerthed(..)
        | Event::ShipUnloaded(..)
        | Event::ShipShifted(..)
        | Event::Diverted(..)
        | Event::AmmunitionStalled(..)
        | Event::AmmunitionSheltered(..)
        | Event::AmmunitionDanger { .. }
        | Event::AmmunitionTold(..)
        | Event::AmmunitionCrowd(..)
        | Event::MovementCompleted(_)
        | Event::ArrivalWaits(..)
        | Event::MadeWay(..)
        | Event::MovementLate(..) => Some(Kind::Movement),
        Event::OrderDelayed { .. } | Event::Leaked(_) | Event::EscalationRisk => Some(Kind::Decision),
        Event::PolicyEnded(_) | Event::RefusedLate(..) | Event::MeasureEnded(..) | Event::Lapsed(_) => {
            Some(Kind::Decision)
        }
        Event::CasualtiesCame(..) | Event::NewcomersCame(..) | Event::Disturbance(_) => Some(Kind::Process),
        Event::UnrestChanged(_, class) => (*class >= 2).then_some(Kind::Process),
        Event::Held(..) | Event::Rerouted(..) => (cause != Cause::Routine).then_some(Kind::Movement),
        // Told by the record of the decision itself, or the ordinary course of things.
        Event::InjectHeld(..)
        | Event::InjectMoved(..)
        | Event::InjectSkipped(_)
        | Event::InjectInvented(_)
        | Event::InjectPlaced(_)
        | Event::InjectStep(..)
        | Event::Undone(_)
        | Event::PolicySet(_)
        | Event::MeasureOrdered(..)
        | Event::DecisionWaits(..)
        | Event::MeasureBegun(..)
        | Event::Warned(..)
        | Event::Designated(..)
        | Event::BasisProvided(..)
        | Event::Asked(_)
        | Event::Countered(..)
        | Event::Answered(..)
        | Event::Withdrawn(_)
        | Event::Shifted(..)
        | Event::RepairOrdered(..)
        | Event::MovementPlanned(_)
        | Event::Corrected(_)
        | Event::RepairStarted(..)
        | Event::Departed(..)
        | Event::Arrived(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortening_keeps_decisions_and_the_order() {
        let row = |time: u32, kind: Kind| Row {
            time: Tick(time),
            times: Times::default(),
            kind,
            text: String::new(),
        };
        let mut all: Vec<Row> = (0..ROWS_MAX as u32).map(|time| row(time, Kind::Process)).collect();
        all.push(row(9_000, Kind::Decision));
        all.push(row(9_001, Kind::Inject));
        let kept = shortened(all);
        assert_eq!(kept.len(), ROWS_MAX);
        assert!(kept.is_sorted_by_key(|row| row.time));
        assert_eq!(kept.iter().filter(|row| row.kind != Kind::Process).count(), 2);
    }
}
