//! The session: the only owner of a state that changes. Commands go in through [`Session::submit`], time through
//! [`Session::advance`]; what happened comes out as [`history::History`].
//!
//! Read `clock` (pace), `history` (what happened), `journal` (what is written), `live` (playing), `replay` (opening,
//! verifying), `seek` (looking at another moment), `course` (stage, rounds, emergency), `steering` (what the staff does with the
//! exercise), `retiming` (injects of a round that changed), `times` (the three clocks), `dossier` (what people put on paper), `evaluation`
//! (how the objectives stand), `intent` (words against deeds), `branch` (another course from a moment), `preview` (a hidden copy), `deck` and
//! `operator` (decision cards by number). Must not know a window; must not decide for players (`auto` proposes).

pub mod branch;
pub mod clock;
pub mod course;
pub mod deck;
pub mod dossier;
pub mod evaluation;
pub mod history;
pub mod intent;
pub mod journal;
mod lesson;
mod live;
pub mod operator;
pub mod preview;
pub mod replay;
pub mod retiming;
mod seek;
pub mod steering;
pub mod timers;
pub mod times;
mod undo;

use crate::{
    recording::error::Error as RecordingError,
    sim::{
        check::Refusal,
        command::Record,
        country::Country,
        course::{Hindrance, Times},
        dossier::Filed,
        plan::Plan,
        state::State,
        time::Tick,
    },
};
use course::Course;
use history::History;
use journal::Journal;
use std::sync::Arc;
use steering::Steered;
use times::Track;

/// Ticks between keyframes: a day. Seeking runs at most this many ticks.
pub const KEYFRAME_TICKS: u32 = crate::sim::time::TICKS_PER_DAY;

/// An exercise being played or looked at.
pub struct Session {
    country: Arc<Country>,
    plan: Arc<Plan>,
    /// The present of the exercise.
    head: State,
    /// Another moment that is looked at, with its state.
    looking: Option<State>,
    /// Copies of the state at the start of days, before the commands of that tick.
    keyframes: Vec<Arc<State>>,
    /// Accepted commands in order.
    log: Vec<Record>,
    history: History,
    journal: Option<Journal>,
    mode: Mode,
    notes: Vec<Remark>,
    /// What the other two clocks show now.
    times: Times,
    /// What they showed before.
    track: Track,
    /// What the staff did, and what it made of the exercise.
    steered: Vec<Steered>,
    course: Course,
    /// Sheets that were filed, in order.
    dossier: Vec<Filed>,
    /// Countdowns in playing time.
    timers: timers::Timers,
}

/// Whether the course of events is open or known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Commands are accepted.
    Live,
    /// A recording is shown; its commands come from the log and it ends at this tick.
    Replay(Tick),
}

/// A remark or a bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// When.
    pub tick: Tick,
    /// What was said.
    pub text: String,
    /// True for a bookmark.
    pub bookmark: bool,
}

/// Why a command did not take effect.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// The rules refuse it.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// It is not possible at this point of the exercise.
    #[error("not possible now: {0:?}")]
    Hindered(Hindrance),
    /// The recording cannot be written: nothing is accepted until it is saved elsewhere.
    #[error(transparent)]
    Recording(#[from] RecordingError),
    /// A recording is being looked at: its course is known.
    #[error("a recording is being replayed: it accepts no commands")]
    Replaying,
    /// Another moment is on the screen.
    #[error("another moment is on the screen: go back to the present first")]
    LookingBack,
}

impl Session {
    /// The country.
    pub fn country(&self) -> &Arc<Country> {
        &self.country
    }

    /// The plan.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The state on the screen: the present, or the moment that is looked at.
    pub fn shown(&self) -> &State {
        self.looking.as_ref().unwrap_or(&self.head)
    }

    /// The present of the exercise.
    pub fn head(&self) -> &State {
        &self.head
    }

    /// True when another moment than the present is on the screen.
    pub fn is_looking_back(&self) -> bool {
        self.looking.is_some()
    }

    /// Live or replay.
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The last tick that can be shown: the present, or the end of the recording.
    pub fn last_tick(&self) -> Tick {
        match self.mode {
            Mode::Live => self.head.tick,
            Mode::Replay(end) => end,
        }
    }

    /// What happened so far.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Accepted commands in order.
    pub fn log(&self) -> &[Record] {
        &self.log
    }

    /// A command by its number.
    pub fn record(&self, seq: u32) -> Option<&Record> {
        self.log.binary_search_by_key(&seq, |record| record.seq).ok().and_then(|index| self.log.get(index))
    }

    /// Remarks and bookmarks in order.
    pub fn remarks(&self) -> &[Remark] {
        &self.notes
    }

    /// The file being written, if any.
    pub fn journal(&self) -> Option<&Journal> {
        self.journal.as_ref()
    }

    /// The number the next command gets.
    fn next_seq(&self) -> u32 {
        self.log.last().map_or(1, |record| record.seq + 1)
    }
}
