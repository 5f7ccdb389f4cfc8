//! What was possible, for the debrief: the players' result beside that of no decision at all and the most that could have
//! been reached. For the staff only.
//!
//! Plain values: who works it out hands in the tables, ready to be read. Must not be shown to a player.

/// How far the working out is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DebriefView {
    /// Nobody asked for it yet.
    #[default]
    NotComputed,
    /// It is being worked out, for this moment; so many percent are done.
    Running(String, u8),
    /// It cannot be worked out.
    Failed,
    /// Worked out.
    Done(Box<Possible>),
}

/// What was possible up to a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Possible {
    /// The moment up to which.
    pub until: String,
    /// Headings and rows: what was asked, reached by nothing, by the players, and at most.
    pub outcomes: (Vec<String>, Vec<Vec<String>>),
    /// Headings and rows: what one unit more would have added; no rows when nothing would.
    pub more: (Vec<String>, Vec<Vec<String>>),
}
