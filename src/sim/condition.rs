//! Conditions on the world: when a trigger fires, when a criterion is met.
//!
//! The same typed language serves injects, criteria and measures. Must not change the state.

use super::{
    country::Country,
    ids::InjectId,
    metric::{Metric, value},
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
    /// It is this moment or later.
    From(Tick),
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The inner one does not hold.
    Not(Box<Condition>),
}

/// True when the condition holds now.
pub fn holds(country: &Country, state: &State, condition: &Condition) -> bool {
    match condition {
        Condition::AtLeast(metric, limit) => value(country, state, *metric) >= *limit,
        Condition::AtMost(metric, limit) => value(country, state, *metric) <= *limit,
        Condition::Sent(inject) => state
            .injects
            .get(*inject)
            .is_some_and(|row| row.status >= InjectStatus::Sent && row.status != InjectStatus::Skipped),
        Condition::From(tick) => state.tick >= *tick,
        Condition::All(inner) => inner.iter().all(|each| holds(country, state, each)),
        Condition::Any(inner) => inner.iter().any(|each| holds(country, state, each)),
        Condition::Not(inner) => !holds(country, state, inner),
    }
}
