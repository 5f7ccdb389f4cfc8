//! Phase of escalation, what the opponent feels and expects, its acts, and what is known of who did them.
//!
//! Plain data: changed by `systems::adversary`, `systems::attribution` and `acts`. What players may see of it is up to the views.

use crate::sim::{
    cause::Cause,
    country::{Country, Place},
    ids::{InjectId, Table, VectorId},
    num::Level,
    plan::Plan,
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// What an opponent expects of a vector before it has tried it, in thousandths.
pub const UNTRIED_PERMILLE: u32 = 1000;

/// The opponent, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdversaryState {
    /// Phase of escalation, 0 to 8. Grants nobody a power.
    pub phase: u8,
    /// Since when.
    pub since: Tick,
    /// The command that set it.
    pub cause: Cause,
    /// No new acts come: in a forecast, which must not know the opponent.
    pub asleep: bool,
    /// What earlier acts add to the chance of one in this tick, in units of 2^-32.
    pub excitement: u32,
    /// Deterrence.
    pub deterrence: Level,
    /// What the opponent expects of each vector, in thousandths of what it expected at first.
    pub expects_permille: Table<VectorId, u32>,
    /// Acts, in the order in which they were proposed or staged.
    pub acts: Vec<Act>,
    /// Number of the last code given to an act.
    pub act_number: u16,
    /// Number of the last advice.
    pub advice_number: u16,
}

/// An act of the opponent, or one that the lead staged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The inject that it is.
    pub inject: InjectId,
    /// What is done.
    pub vector: VectorId,
    /// Where.
    pub place: Place,
    /// When it took place.
    pub sent: Option<Tick>,
    /// Its strength when it took place, in thousandths.
    pub hit_permille: u32,
    /// The opponent has looked at its effect.
    pub observed: bool,
    /// Evidence of who did it.
    pub evidence: Level,
    /// Words of likelihood given so far.
    pub word: u8,
}

impl AdversaryState {
    /// Before anything happened.
    pub(in crate::sim) fn new(country: &Country, plan: &Plan) -> Self {
        let vectors = country.adversary.as_ref().map_or(0, |row| row.vectors.len());
        Self {
            phase: plan.phase,
            since: Tick(0),
            cause: Cause::Scenario,
            asleep: false,
            excitement: 0,
            deterrence: Level::ZERO,
            expects_permille: Table::filled(UNTRIED_PERMILLE, vectors),
            acts: Vec::new(),
            act_number: 0,
            advice_number: 0,
        }
    }

    /// The act that an inject is, if it is one.
    pub fn act(&self, inject: InjectId) -> Option<&Act> {
        self.acts.iter().find(|row| row.inject == inject)
    }

    /// The act that an inject is, for change.
    pub(in crate::sim) fn act_mut(&mut self, inject: InjectId) -> Option<&mut Act> {
        self.acts.iter_mut().find(|row| row.inject == inject)
    }

    /// The best founded evidence of any act that took place.
    pub fn attribution(&self) -> Level {
        self.acts.iter().map(|row| row.evidence).max().unwrap_or(Level::ZERO)
    }

    /// Acts that took place.
    pub fn carried_out(&self) -> usize {
        self.acts.iter().filter(|row| row.sent.is_some()).count()
    }
}
