//! Looking something up in the script: words in either language, storyline, receiver, channel.
//!
//! Pure: a panel keeps the filter and shows the rows that it keeps. Must not hide what is due: the list says how many it leaves out.

use super::injects_view::InjectRow;
use crate::sim::{
    ids::{RoleId, StorylineId},
    plan::Channel,
};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InjectFilter {
    /// Words, each of which must be in a text of the inject, in Dutch or English.
    pub words: String,
    /// Only this storyline.
    pub storyline: Option<StorylineId>,
    /// Only what this role receives.
    pub receiver: Option<RoleId>,
    /// Only what comes this way.
    pub channel: Option<Channel>,
}

impl InjectFilter {
    /// True when nothing is looked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
            || (Self { words: String::new(), ..self.clone() }) == Self::default()
                && self.words.trim().is_empty()
    }

    /// True when a row is what is looked for.
    pub fn keeps(&self, row: &InjectRow) -> bool {
        let words = self.words.to_lowercase();
        words.split_whitespace().all(|word| row.words.contains(word))
            && self.storyline.is_none_or(|line| row.storyline_id == Some(line))
            && self.receiver.is_none_or(|role| row.roles.contains(&role))
            && self.channel.is_none_or(|channel| row.channel == channel)
    }
}
