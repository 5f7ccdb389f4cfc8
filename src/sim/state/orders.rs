//! Decisions that are on their way because a line is down.
//!
//! Plain data: changed by `systems::orders` and `step`. The commands themselves wait in `State::pending`.

use crate::sim::{ids::RegionId, time::Tick};
use serde::{Deserialize, Serialize};

/// Decisions on their way, in order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrdersState {
    /// Each of them.
    pub underway: Vec<Underway>,
    /// Insight in dependencies reached so far, in thousandths: what was found out stays known.
    pub insight: i32,
}

/// A decision that is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Underway {
    /// Number of its command.
    pub seq: u32,
    /// When it was given.
    pub given: Tick,
    /// When it arrives.
    pub until: Tick,
    /// Where the line is down.
    pub cut: Cut,
    /// How it goes instead.
    pub line: Line,
}

/// Where no ordinary line works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cut {
    /// In the region where the table sits that decides.
    Seat(RegionId),
    /// In the region that the decision is meant for.
    Field(RegionId),
    /// Where more than half of the inhabitants of the country live.
    Nation,
}

/// How a decision goes when the ordinary lines do not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    /// By emergency communication.
    Emergency,
    /// By courier.
    Courier,
}
