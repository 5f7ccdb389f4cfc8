//! Another course from a moment of the past: a recording of its own, that holds everything up to there and names the one it
//! leaves. The first recording is only read.
//!
//! For "what if we had", and for a decision whose card names a moment that is past. Must not change history: nothing rewinds.

use super::{Mode, Session, clock::Clock, replay::OpenError};
use crate::{
    recording::{entry::Entry, reader, writer::Writer},
    sim::time::Tick,
};
use std::path::Path;

impl Session {
    /// Goes on from a moment of a recording in a new one at `to`, with everything that was decided up to and including that
    /// moment. Refused for a moment that the recording has not reached.
    pub fn branch(from: &Path, at: Tick, to: &Path) -> Result<(Self, Clock), OpenError> {
        let recording = reader::read::<Entry>(from)?;
        let reached = recording.entries.iter().filter_map(tick_of).max().unwrap_or_default();
        if at > reached {
            return Err(OpenError::NotReached { at, reached, path: from.to_owned() });
        }
        // What is written behind a later moment belongs to what came later, times included.
        let later = |entry: &Entry| tick_of(entry).is_some_and(|tick| tick > at);
        let first_later = recording.entries.iter().position(later).unwrap_or(recording.entries.len());
        let mut keep = first_later.min(first_seal(&recording.entries));
        while keep > 0 && matches!(recording.entries.get(keep - 1), Some(Entry::Times(_))) {
            keep -= 1;
        }
        let reopened = Writer::<Entry>::continue_copy(from, keep as u64, to)?;
        let (mut session, clock) = Self::go_on(to, reopened)?;
        session.run_until(at);
        let parent = from.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let entries = [Entry::Branch { parent, entries: keep as u64, tick: at }, Entry::Mark(at)];
        session.write(&entries)?;
        Ok((session, clock))
    }

    /// As [`Session::branch`], from this session's own recording; it goes on beside it.
    pub fn branch_off(&self, at: Tick, to: &Path) -> Result<(Self, Clock), OpenError> {
        let Some(journal) = self.journal().filter(|_| *self.mode() == Mode::Live) else {
            return Err(OpenError::NothingToLeave);
        };
        Self::branch(journal.path(), at, to)
    }
}

/// The moment an entry was written at, for those that say.
fn tick_of(entry: &Entry) -> Option<Tick> {
    match entry {
        Entry::Command(record) => Some(record.submitted),
        Entry::Mark(tick)
        | Entry::Digest { tick, .. }
        | Entry::Refused { tick, .. }
        | Entry::Steer { tick, .. }
        | Entry::Hindered { tick, .. }
        | Entry::Clock { tick, .. }
        | Entry::Timers { tick, .. }
        | Entry::Sealed { tick } => Some(*tick),
        Entry::Filed(filed) => Some(filed.tick),
        // A bookmark may be put at a moment that is looked at.
        Entry::Header(_)
        | Entry::Country(_)
        | Entry::Plan(_)
        | Entry::Times(_)
        | Entry::Branch { .. }
        | Entry::Note { .. }
        | Entry::Bookmark { .. }
        | Entry::Day { .. } => None,
    }
}

/// Where the end of an exercise is written: a branch has not ended.
fn first_seal(entries: &[Entry]) -> usize {
    use crate::sim::course::Steer;
    let ends = |entry: &Entry| {
        matches!(
            entry,
            Entry::Sealed { .. } | Entry::Steer { steer: Steer::End | Steer::HotWash | Steer::Close, .. }
        )
    };
    entries.iter().position(ends).unwrap_or(entries.len())
}
