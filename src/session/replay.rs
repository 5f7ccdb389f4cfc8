//! Opening a recording: to look at it, to go on with it, to verify it.
//!
//! Reading is a walk over the entries in the order they were written, because that is the order in which they took effect.
//! Must not guess: what does not fit is reported with its place.

use super::{Mode, Remark, Session, clock::Clock, course::Course, journal::Journal, timers::Timers};
use crate::{
    recording::{
        entry::{Entry, Header},
        error::Error as RecordingError,
        pack::{PackError, unpack},
        reader::{self, Ending},
        writer::{Reopened, Writer},
    },
    sim::{
        RULES_VERSION,
        command::Record,
        country::Country,
        course::{Stage, Times},
        digest::digests,
        plan::Plan,
        time::Tick,
    },
};
use serde::de::DeserializeOwned;
use std::{path::Path, path::PathBuf, sync::Arc};

/// A recording cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file.
    #[error(transparent)]
    Recording(#[from] RecordingError),
    /// A packed part cannot be unpacked.
    #[error("the {what} in the recording cannot be unpacked: {error}: {}", path.display())]
    Packed {
        /// Country or plan.
        what: &'static str,
        /// Why.
        error: PackError,
        /// The file.
        path: PathBuf,
    },
    /// A packed part is not what it should be.
    #[error("the {what} in the recording cannot be read: {error}: {}", path.display())]
    Content {
        /// Country or plan.
        what: &'static str,
        /// Why.
        error: Box<ron::error::SpannedError>,
        /// The file.
        path: PathBuf,
    },
    /// The first three lines are not header, country and plan.
    #[error("the recording has no complete beginning (header, country, plan): start a new exercise: {}", path.display())]
    NoBeginning {
        /// The file.
        path: PathBuf,
    },
    /// It was made under other rules.
    #[error(
        "the recording was made under rules version {found} and this program has version {own}: it can be verified as a file, \
         not played on: {}",
        path.display()
    )]
    OtherRules {
        /// Version in the file.
        found: u32,
        /// Version of this program.
        own: u32,
        /// The file.
        path: PathBuf,
    },
    /// A branch from a moment that the exercise did not reach.
    #[error("the recording reaches {reached}, not {at}: choose an earlier moment: {}", path.display())]
    NotReached {
        /// The moment asked for.
        at: Tick,
        /// How far it got.
        reached: Tick,
        /// The file.
        path: PathBuf,
    },
    /// A branch from an exercise that is not recorded.
    #[error("the exercise is not being recorded: there is nothing to branch from")]
    NothingToLeave,
    /// Going on would not continue what was recorded.
    #[error("the recording does not replay to its own hashes ({divergence}): it is not continued: {}", path.display())]
    Diverges {
        /// The first difference.
        divergence: Box<Divergence>,
        /// The file.
        path: PathBuf,
    },
}

/// Where a replay first differs from what was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at {tick}, entry {entry}: {}", tables.join(", "))]
pub struct Divergence {
    /// Where the simulation stood.
    pub tick: Tick,
    /// Number of the entry with the recorded hashes.
    pub entry: usize,
    /// Names of the tables that differ.
    pub tables: Vec<String>,
}

/// A recording read into memory.
pub struct Opened {
    /// What it is.
    pub header: Header,
    /// How the file ends.
    pub ending: Ending,
    /// How far the simulation got.
    pub end: Tick,
    /// Playing time so far, and whether the clock ran.
    pub clock: Clock,
    /// True when it was closed.
    pub sealed: bool,
    country: Arc<Country>,
    plan: Arc<Plan>,
    entries: Vec<Entry>,
}

/// What verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Commands that were applied.
    pub commands: usize,
    /// Hashes compared.
    pub digests: usize,
    /// Tick where the recording ends.
    pub end: Tick,
    /// How the file ends.
    pub ending: Ending,
    /// True when the simulation ran again: only under the rules the recording was made with.
    pub simulated: bool,
    /// The first difference.
    pub divergence: Option<Divergence>,
}

impl Opened {
    /// Reads a recording. A torn tail is left out and reported by `ending`; so is damage.
    pub fn read(path: &Path) -> Result<Self, OpenError> {
        let recording = reader::read::<Entry>(path)?;
        Self::from_entries(path, recording.entries, recording.report.ending)
    }

    fn from_entries(path: &Path, entries: Vec<Entry>, ending: Ending) -> Result<Self, OpenError> {
        let [Entry::Header(header), Entry::Country(country), Entry::Plan(plan), ..] = entries.as_slice()
        else {
            return Err(OpenError::NoBeginning { path: path.to_owned() });
        };
        let header = header.clone();
        // Other rules may have another world: that says more than the first field that is not known here.
        let found = header.rules_version;
        let plainer = |error| match error {
            OpenError::Content { .. } if found != RULES_VERSION => {
                OpenError::OtherRules { found, own: RULES_VERSION, path: path.to_owned() }
            }
            error => error,
        };
        let country: Country = unpacked("country", country, path).map_err(plainer)?;
        let mut plan: Plan = unpacked("plan", plan, path).map_err(plainer)?;
        plan.derive(&country);
        let (country, plan) = (Arc::new(country), Arc::new(plan));
        let mut end = Tick(0);
        let mut clock = Clock::default();
        let mut sealed = false;
        for entry in &entries {
            match entry {
                Entry::Command(record) => end = end.max(record.submitted),
                Entry::Mark(tick)
                | Entry::Digest { tick, .. }
                | Entry::Timers { tick, .. }
                | Entry::Steer { tick, .. }
                | Entry::Hindered { tick, .. }
                | Entry::Refused { tick, .. } => end = end.max(*tick),
                Entry::Filed(filed) => end = end.max(filed.tick),
                Entry::Clock { played_s, .. } => clock = Clock::resumed(*played_s),
                Entry::Times(times) => clock = Clock::resumed(times.played_s),
                Entry::Sealed { tick } => {
                    end = end.max(*tick);
                    sealed = true;
                }
                Entry::Header(_)
                | Entry::Country(_)
                | Entry::Plan(_)
                | Entry::Branch { .. }
                | Entry::Note { .. }
                | Entry::Bookmark { .. }
                | Entry::Day { .. } => {}
            }
        }
        Ok(Self { header, ending, end, clock, sealed, country, plan, entries })
    }

    /// The stage it was left in.
    pub fn stage(&self) -> Stage {
        let mut course = Course::started(&self.plan);
        for entry in &self.entries {
            if let Entry::Steer { tick, by, steer } = entry {
                course.apply(*tick, Times::default(), *by, steer);
            }
        }
        if self.sealed { Stage::Closed } else { course.stage }
    }

    /// Number of entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The plan.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The country.
    pub fn country(&self) -> &Arc<Country> {
        &self.country
    }

    /// A session that shows the recording from its beginning.
    pub fn into_replay(self, path: &Path) -> Result<Session, OpenError> {
        self.require_rules(path)?;
        let mut session = Session::new(self.country, self.plan, None);
        session.log = commands(&self.entries);
        session.notes = remarks(&self.entries);
        session.dossier = super::dossier::read(&self.entries);
        session.read_course(&self.entries);
        session.mode = Mode::Replay(self.end);
        session.apply_logged();
        Ok(session)
    }

    /// Runs the simulation again and compares every recorded hash; without the same rules only the file is judged.
    pub fn verify(&self) -> Verified {
        let simulated = self.header.rules_version == RULES_VERSION;
        let mut session = Session::new(self.country.clone(), self.plan.clone(), None);
        let mut found = Verified {
            commands: 0,
            digests: 0,
            end: self.end,
            ending: self.ending.clone(),
            simulated,
            divergence: None,
        };
        for (number, entry) in self.entries.iter().enumerate() {
            match entry {
                Entry::Command(record) => {
                    found.commands += 1;
                    if simulated {
                        session.run_until(record.submitted);
                        session.carry_out(record.clone());
                    }
                }
                Entry::Digest { tick, tables } => {
                    found.digests += 1;
                    if simulated && found.divergence.is_none() {
                        session.run_until(*tick);
                        found.divergence = compare(&session, number, tables);
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn require_rules(&self, path: &Path) -> Result<(), OpenError> {
        let found = self.header.rules_version;
        if found == RULES_VERSION {
            return Ok(());
        }
        Err(OpenError::OtherRules { found, own: RULES_VERSION, path: path.to_owned() })
    }
}

impl Session {
    /// The same exercise up to its present, to be looked at apart from it: nothing is recorded and no command is accepted.
    #[must_use]
    pub fn to_look_at(&self) -> Self {
        let mut session = Self::new(self.country.clone(), self.plan.clone(), None);
        session.log.clone_from(&self.log);
        session.notes.clone_from(&self.notes);
        session.dossier.clone_from(&self.dossier);
        session.times = self.times;
        session.track = self.track.clone();
        session.steered.clone_from(&self.steered);
        session.course = self.course.clone();
        session.mode = Mode::Replay(self.last_tick());
        session.apply_logged();
        session
    }

    /// Opens a recording that was not closed and goes on where it stopped. The clock stands still. A torn tail is cut off
    /// and kept beside the file.
    pub fn resume(path: &Path) -> Result<(Self, Clock), OpenError> {
        Self::go_on(path, Writer::<Entry>::reopen(path)?)
    }

    /// Goes on writing behind the entries that were read: in a recording that was not closed, or in the copy of a part.
    pub(super) fn go_on(path: &Path, reopened: Reopened<Entry>) -> Result<(Self, Clock), OpenError> {
        let ending = reopened.recording.report.ending.clone();
        let opened = Opened::from_entries(path, reopened.recording.entries, ending)?;
        opened.require_rules(path)?;
        if let Some(divergence) = opened.verify().divergence {
            return Err(OpenError::Diverges { divergence: Box::new(divergence), path: path.to_owned() });
        }
        let (end, mut clock) = (opened.end, opened.clock.clone());
        // Whoever goes on does so at the pace of before.
        let paces = opened.entries.iter().rev().find_map(|entry| match entry {
            Entry::Clock { pace, .. } => Some(*pace),
            _ => None,
        });
        if let Some(pace) = paces {
            clock.set_pace(pace);
        }
        let left = opened.entries.iter().rev().find_map(|entry| match entry {
            Entry::Timers { left_ms, .. } => Some(Timers::resumed(left_ms)),
            _ => None,
        });
        let mut session = opened.into_replay(path)?;
        session.run_until(end);
        session.mode = Mode::Live;
        session.timers = left.unwrap_or_default();
        session.journal = Some(Journal::resumed(reopened.writer));
        Ok((session, clock))
    }

    /// Takes in what the recording says of times and of the staff.
    fn read_course(&mut self, entries: &[Entry]) {
        let (mut tick, mut seq) = (Tick(0), 1);
        for entry in entries {
            match entry {
                Entry::Command(record) => {
                    tick = tick.max(record.submitted);
                    seq = record.seq + 1;
                }
                Entry::Mark(at) | Entry::Digest { tick: at, .. } => tick = tick.max(*at),
                Entry::Filed(filed) => tick = tick.max(filed.tick),
                Entry::Times(times) => self.track.push(tick, seq, *times),
                Entry::Steer { tick: at, by, steer } => {
                    tick = tick.max(*at);
                    self.read_steer(*at, seq, *by, steer);
                }
                _ => {}
            }
        }
        self.times = self.track.last();
    }

    pub(super) fn run_until(&mut self, tick: Tick) {
        while self.head.tick < tick {
            self.run_tick();
        }
    }
}

fn compare(session: &Session, entry: usize, tables: &[(String, u64)]) -> Option<Divergence> {
    let own = digests(session.head());
    let differ = |(name, hash): &(&'static str, u64)| {
        !tables.iter().any(|(other, value)| other == name && value == hash)
    };
    let tables: Vec<String> =
        own.iter().filter(|row| differ(row)).map(|(name, _)| (*name).to_owned()).collect();
    (!tables.is_empty()).then_some(Divergence { tick: session.head().tick, entry, tables })
}

fn commands(entries: &[Entry]) -> Vec<Record> {
    let record = |entry: &Entry| if let Entry::Command(record) = entry { Some(record.clone()) } else { None };
    entries.iter().filter_map(record).collect()
}

fn remarks(entries: &[Entry]) -> Vec<Remark> {
    let remark = |entry: &Entry| match entry {
        Entry::Note { tick, text, .. } => Some(Remark { tick: *tick, text: text.clone(), bookmark: false }),
        Entry::Bookmark { tick, text } => Some(Remark { tick: *tick, text: text.clone(), bookmark: true }),
        _ => None,
    };
    entries.iter().filter_map(remark).collect()
}

fn unpacked<T: DeserializeOwned>(what: &'static str, packed: &str, path: &Path) -> Result<T, OpenError> {
    let text = unpack(packed).map_err(|error| OpenError::Packed { what, error, path: path.to_owned() })?;
    ron::from_str(&text).map_err(|error| OpenError::Content {
        what,
        error: Box::new(error),
        path: path.to_owned(),
    })
}
