//! How messages reach the seats: what carries each channel and what happens when that is down.
//!
//! Figures with their sources are in `assets/world/messages.ron`; the rule is in `systems::posts`.

use crate::sim::{ids::ProcessId, num::Level, plan::Channel, time::Span};
use serde::{Deserialize, Serialize};

/// How messages reach the seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    /// A channel gets through when one of its processes is at least at this level where the receiver sits.
    pub from: Level,
    /// One row for each channel that can fail.
    pub channels: Vec<Carries>,
}

/// What carries a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carries {
    /// Which.
    pub channel: Channel,
    /// Any of these processes carries it.
    pub by: Vec<ProcessId>,
    /// A courier brings it after this time.
    pub courier: Option<Span>,
    /// It is lost when it could not arrive for this time.
    pub lost: Option<Span>,
}
