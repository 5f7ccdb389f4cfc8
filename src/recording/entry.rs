//! What the lines of a recording say. File structs of their own only where the simulation's type is not enough.
//!
//! Must not change the mechanics of the file (`format`, `writer`, `reader`). Written and interpreted by `session`.

use crate::sim::{
    check::Refusal,
    command::{By, Command, Record},
    course::{Hindrance, Steer, Times},
    dossier::Filed,
    ids::InjectId,
    plan::Marking,
    time::Tick,
};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

/// One line of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[derive(VariantNames)]
pub enum Entry {
    /// First line: what this is.
    Header(Header),
    /// The built country, packed RON of `sim::country::Country`.
    Country(String),
    /// The built plan, packed RON of `sim::plan::Plan`.
    Plan(String),
    /// A command that was accepted. It is applied when the simulation stands at its `submitted` tick.
    Command(Record),
    /// An attempt that was refused: it changes nothing and matters in the review.
    Refused {
        /// When.
        tick: Tick,
        /// Who.
        by: By,
        /// What.
        command: Command,
        /// Why not.
        refusal: Refusal,
    },
    /// The clocks beside the scenario's: what follows was written at these times. Written when they changed.
    Times(Times),
    /// The staff did something with the exercise itself.
    Steer {
        /// Where the simulation stood.
        tick: Tick,
        /// Who.
        by: By,
        /// What.
        steer: Steer,
    },
    /// Something that could not be done at this point of the exercise: it changes nothing and matters in the review.
    Hindered {
        /// When.
        tick: Tick,
        /// Who.
        by: By,
        /// What.
        what: Hindered,
        /// Why not.
        hindrance: Hindrance,
    },
    /// What follows is another course of an exercise than its recording has.
    Branch {
        /// Name of the file with the exercise that it leaves.
        parent: String,
        /// How many of its entries stand above.
        entries: u64,
        /// Where it leaves it.
        tick: Tick,
    },
    /// The simulation stands at this tick.
    Mark(Tick),
    /// Hashes of the state's tables at this point of the recording.
    Digest {
        /// Where the simulation stands.
        tick: Tick,
        /// Name and hash of each table.
        tables: Vec<(String, u64)>,
    },
    /// A remark by the staff.
    Note {
        /// When.
        tick: Tick,
        /// Who.
        by: By,
        /// What was said.
        text: String,
    },
    /// A moment to come back to.
    Bookmark {
        /// The moment.
        tick: Tick,
        /// What for.
        text: String,
    },
    /// A sheet of the dossier: a decision in BOB form, an intent, an observation, a dispute or a ruling.
    Filed(Filed),
    /// The clock was started, stopped, or given another pace.
    Clock {
        /// Where the simulation stood.
        tick: Tick,
        /// Playing time so far, pauses excluded.
        played_s: u32,
        /// True when it runs from here on.
        running: bool,
        /// Scenario minutes per real second.
        pace: u16,
    },
    /// Countdowns in playing time at this point: what is left for each inject that waits, in milliseconds.
    Timers {
        /// Where the simulation stood.
        tick: Tick,
        /// What is left, by inject.
        left_ms: Vec<(InjectId, u64)>,
    },
    /// What happened on a day as it was seen then, packed RON of `session::history::Day`: readable when the rules have
    /// changed.
    Day {
        /// Number of the day.
        day: u32,
        /// The packed text.
        packed: String,
    },
    /// Last line: the exercise is closed.
    Sealed {
        /// Where it ended.
        tick: Tick,
    },
}

/// What was tried and could not be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hindered {
    /// A command.
    Command(Command),
    /// Something with the exercise itself.
    Steer(Steer),
}

/// What a recording is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of the file format.
    pub format: u32,
    /// Version of the program that made it.
    pub build: String,
    /// Version of the rules it was made with.
    pub rules_version: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Code of the scenario.
    pub scenario: String,
    /// Marking of the exercise.
    pub marking: Marking,
    /// Real time of the start, seconds since 1 January 1970 UTC.
    pub started_s: u64,
}
