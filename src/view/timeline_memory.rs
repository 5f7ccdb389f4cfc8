//! The words of the marks on the timeline, told once and kept from one picture to the next: what happened does not change.
//!
//! Kept beside what they were made of: whoever asks with something else is told anew. Must not keep what depends on the moment
//! or on who looks. Look next at `memory` and `timeline_view`.

use super::viewer::Sight;
use crate::{
    session::history::Happening,
    sim::{
        event::Event,
        ids::{InjectId, MovementId},
        state::InjectStatus,
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// Crossings named in one mark; the rest are counted.
const CROSSINGS_NAMED: usize = 6;

/// Words of marks.
#[derive(Debug, Default)]
pub(super) struct MarkWords {
    injects: BTreeMap<InjectId, (InjectStatus, Arc<str>)>,
    crossings: BTreeMap<u32, (Vec<Event>, Arc<str>)>,
    damages: BTreeMap<u32, (Event, Arc<str>)>,
    dates: BTreeMap<MovementId, Arc<str>>,
}

impl MarkWords {
    /// An inject with where it stands, as the staff reads it. Injects are named as they were planned or as they were edited:
    /// nothing is kept while any was edited.
    pub(super) fn inject(&mut self, sight: &Sight, inject: InjectId, status: InjectStatus) -> Arc<str> {
        let planned = sight.state().injects.edited.is_empty() && sight.plan().injects.get(inject).is_some();
        if let Some((_, words)) = self.injects.get(&inject).filter(|kept| planned && kept.0 == status) {
            return words.clone();
        }
        let word = sight.word(crate::text::inject_status_key(status));
        let words: Arc<str> = format!("{} ({word})", sight.tell().inject(inject)).into();
        if planned {
            self.injects.insert(inject, (status, words.clone()));
        }
        words
    }

    /// What fell in an hour: the first by name, the rest counted.
    pub(super) fn crossing(&mut self, sight: &Sight, hour: u32, rows: &[&Happening]) -> Arc<str> {
        let same = |kept: &[Event]| {
            kept.len() == rows.len() && kept.iter().zip(rows).all(|(kept, row)| *kept == row.event)
        };
        if let Some((_, words)) = self.crossings.get(&hour).filter(|kept| same(&kept.0)) {
            return words.clone();
        }
        let mut text: Vec<String> =
            rows.iter().take(CROSSINGS_NAMED).map(|row| sight.tell().event_fact(&row.event)).collect();
        let more = rows.len().saturating_sub(CROSSINGS_NAMED);
        if more > 0 {
            text.push(sight.say("timeline-more", &[("count", (more as i64).into())]));
        }
        let words: Arc<str> = text.join("\n").into();
        let events = rows.iter().map(|row| row.event.clone()).collect();
        self.crossings.insert(hour, (events, words.clone()));
        words
    }

    /// A damage, by its number and what was told of it.
    pub(super) fn damage(&mut self, sight: &Sight, serial: u32, event: &Event) -> Arc<str> {
        if let Some((_, words)) = self.damages.get(&serial).filter(|kept| kept.0 == *event) {
            return words.clone();
        }
        let words: Arc<str> = sight.tell().event_fact(event).into();
        self.damages.insert(serial, (event.clone(), words.clone()));
        words
    }

    /// The date that a movement must meet.
    pub(super) fn date(&mut self, sight: &Sight, movement: MovementId) -> Arc<str> {
        let made = || {
            let name = sight.tell().movement(movement);
            let due = sight.plan().movements.get(movement).map(|row| sight.moment(row.due));
            format!("{name}: {} {}", sight.word("inspector-due"), due.unwrap_or_default()).into()
        };
        self.dates.entry(movement).or_insert_with(made).clone()
    }
}
