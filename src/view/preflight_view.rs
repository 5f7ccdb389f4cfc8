//! What the check before an exercise found, in words: for the card before it begins and for the command line.
//!
//! Plain values; `report::preflight` makes them. It must not check anything (`preflight` does) nor draw.

/// What was found, ready to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreflightView {
    /// Findings, the heaviest first: how heavy it is, where, and what is the matter.
    pub findings: Vec<FindingView>,
    /// How many of each, and what the rehearsal came to.
    pub summary: String,
    /// Messages of the rehearsal: moment and code.
    pub timeline: Vec<(String, String)>,
    /// What each role got to do.
    pub loads: Vec<String>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingView {
    /// Something that will surely go wrong.
    pub wrong: bool,
    /// How heavy it is.
    pub weight: String,
    /// Object and field of the scenario.
    pub at: String,
    /// What is the matter, and what to do.
    pub text: String,
}

/// How a rehearsal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RehearsalStand {
    /// Under way.
    Working,
    /// Could not be played, and why, a fault a line.
    Failed(Vec<String>),
    /// Played.
    Done(PreflightView),
}
