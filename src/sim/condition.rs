//! Conditions on the world: when a trigger fires, when a criterion is met.
//!
//! The same typed language serves injects, criteria and measures. Must not change the state.

use super::{
    country::Country,
    ids::InjectId,
    metric::{Metric, value},
    script::Decided,
    state::{InjectStatus, State},
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// A condition on the world at one tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// A metric is at least this value, in the metric's unit.
    AtLeast(Metric, i64),
    /// A metric is at most this value, in the metric's unit.
    AtMost(Metric, i64),
    /// An inject has been sent.
    Sent(InjectId),
    /// A receiver has opened an inject, or answered it.
    Seen(InjectId),
    /// The action expected of an inject was seen, or it was answered.
    Answered(InjectId),
    /// Players did something.
    Decided(Decided),
    /// It is this moment or later.
    From(Tick),
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The inner one does not hold.
    Not(Box<Condition>),
}

fn reached(state: &State, inject: InjectId, status: InjectStatus) -> bool {
    state.injects.get(inject).is_some_and(|row| row.status.is_out() && row.status >= status)
}

/// True when the condition holds now.
pub fn holds(country: &Country, state: &State, condition: &Condition) -> bool {
    match condition {
        Condition::AtLeast(metric, limit) => value(country, state, *metric) >= *limit,
        Condition::AtMost(metric, limit) => value(country, state, *metric) <= *limit,
        Condition::Sent(inject) => reached(state, *inject, InjectStatus::Sent),
        Condition::Seen(inject) => reached(state, *inject, InjectStatus::Seen),
        // One that was closed may have been closed unanswered.
        Condition::Answered(inject) => state.injects.get(*inject).is_some_and(|row| row.answered.is_some()),
        Condition::Decided(decided) => state.injects.decided(decided),
        Condition::From(tick) => state.tick >= *tick,
        Condition::All(inner) => inner.iter().all(|each| holds(country, state, each)),
        Condition::Any(inner) => inner.iter().any(|each| holds(country, state, each)),
        Condition::Not(inner) => !holds(country, state, inner),
    }
}
