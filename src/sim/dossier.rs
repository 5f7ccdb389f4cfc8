//! The dossier: what people put on paper about an exercise, beside what they decide in it. Decisions in BOB form
//! (beeldvorming, oordeelsvorming, besluitvorming), intents, observations, disputed figures and rules.
//!
//! Values only, and why one is not taken in. Nothing here touches the state. A correction is a new sheet that names the old one:
//! nothing is overwritten. `session::dossier` keeps it.

use super::{
    command::By,
    country::{Class, SeatTable},
    ids::{InjectId, ObjectiveId, PoolId, QuestionId, RoleId},
    time::Tick,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray, VariantNames};

/// A sheet with its place in the recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    /// Place in the dossier: 1, 2, 3...
    pub number: u32,
    /// Where the simulation stood.
    pub tick: Tick,
    /// Number of the next command: with the tick and the role it says what could be seen.
    pub seq: u32,
    /// Who wrote it down.
    pub by: By,
    /// The earlier sheet that it corrects.
    pub corrects: Option<u32>,
    /// What it says.
    pub sheet: Sheet,
}

/// What is on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[derive(VariantNames)]
pub enum Sheet {
    /// A decision in BOB form.
    Decision(DecisionSheet),
    /// What a table wants to hold.
    Intent(IntentSheet),
    /// What an observer saw.
    Observation(ObservationSheet),
    /// A figure or rule that a table disputes.
    Dispute(DisputeSheet),
    /// What the lead does with a dispute.
    Ruling(RulingSheet),
}

/// A decision in BOB form. What the role could see is not copied: the tick and the log position of the sheet identify it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionSheet {
    /// Whose decision.
    pub role: RoleId,
    /// Beeldvorming: what is going on.
    pub picture: String,
    /// Oordeelsvorming: what it means.
    pub judgement: String,
    /// The options that were weighed.
    pub options: Vec<String>,
    /// Besluitvorming: what is done.
    pub decision: String,
    /// Numbers of the commands it led to, as far as they were given.
    pub commands: Vec<u32>,
    /// The inject it is about.
    pub inject: Option<InjectId>,
}

/// What a table wants to hold, stated before it divides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntentSheet {
    /// The table.
    pub table: SeatTable,
    /// The round, from 0; none where it is not played by rounds.
    pub round: Option<u8>,
    /// The pool it is about; none for all pools of the table.
    pub pool: Option<PoolId>,
    /// In words.
    pub words: String,
    /// Categories in order of importance, the first is held longest; with the share that should be served, in per cent.
    pub ranks: Vec<(Class, Option<u8>)>,
}

/// What an observer saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObservationSheet {
    /// Number of the observer's seat, from 1.
    pub observer: u8,
    /// The role it is about.
    pub role: Option<RoleId>,
    /// The table it is about.
    pub table: Option<SeatTable>,
    /// The question it answers.
    pub question: Option<QuestionId>,
    /// The mark, 1 to 5.
    pub rating: Option<u8>,
    /// What was seen.
    pub text: String,
    /// The inject it is about.
    pub inject: Option<InjectId>,
    /// The decision in the dossier that it is about.
    pub decision: Option<u32>,
    /// The objective it says something of.
    pub objective: Option<ObjectiveId>,
}

/// A figure or rule that a table disputes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisputeSheet {
    /// The table.
    pub table: SeatTable,
    /// Which figure or rule.
    pub subject: String,
    /// Why it is not right, and what should stand there.
    pub reason: String,
}

/// What the lead does with a dispute. The last ruling counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulingSheet {
    /// Number of the dispute in the dossier.
    pub dispute: u32,
    /// What.
    pub choice: RulingChoice,
    /// Why.
    pub reason: String,
    /// The command that corrected the figure.
    pub command: Option<u32>,
}

/// What the lead can do with a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum RulingChoice {
    /// The table is right: from now on it is as the table says.
    Accept,
    /// It becomes something in between.
    Adapt,
    /// Not now: it goes on as it is, and is talked about afterwards.
    Park,
}

impl RulingChoice {
    /// Every choice, in the order of the form.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

/// Most options and commands of a decision.
pub const LIST_MAX: usize = 24;

/// Why a sheet is not taken in: names the obstacle; the words say what to do instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unfit {
    /// A text that it needs is empty.
    Empty,
    /// A text is too long or has control characters, or a list is too long.
    TextBad,
    /// There is no such role, inject, pool, round, question or objective.
    Unknown,
    /// It is another's to write.
    NotYours,
    /// There is no such sheet to correct or to rule on, or it is of another kind.
    NoSuchSheet(u32),
    /// There is no such command, it was undone, or it is another's.
    NotYourCommand(u32),
    /// A mark goes from 1 to 5.
    RatingOutside(u8),
    /// This question is answered in words.
    WordsOnly,
    /// A category stands in the order twice, or a share is above 100 per cent.
    RanksBad,
}
