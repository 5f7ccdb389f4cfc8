//! What a scenario says to its staff and on the cards of its roles, as values.
//!
//! Words in both languages; whoever prints them chooses one. Must not influence the simulation. Built by `build::guide`.

use crate::sim::{ids::RoleId, plan::Text};

/// The guide for the staff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// What the exercise is for.
    pub purpose: Text,
    /// What has to lie ready.
    pub ready: Vec<Text>,
    /// The plan by minutes.
    pub minutes: Vec<MinuteLine>,
    /// What to watch.
    pub watch: Vec<Watch>,
    /// Questions for the hot wash.
    pub questions: Vec<Text>,
    /// Words of the trade and what they mean.
    pub terms: Vec<(Text, Text)>,
}

/// A line of the plan by minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinuteLine {
    /// Minutes after the first line.
    pub from_min: u16,
    /// How many it takes.
    pub minutes: u16,
    /// What happens.
    pub what: Text,
    /// What the staff does; may be empty.
    pub staff: Text,
}

/// Something to watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    /// In this round, from 1; none for all of them.
    pub round: Option<u16>,
    /// What.
    pub text: Text,
}

/// The card of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleCard {
    /// Whose.
    pub role: RoleId,
    /// Who am I here.
    pub who: Text,
    /// What I may decide.
    pub decide: Vec<Text>,
    /// Whom I must ask.
    pub ask: Text,
    /// My first worry.
    pub worry: Text,
}
