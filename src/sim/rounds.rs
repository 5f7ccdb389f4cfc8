//! Rounds: how the scenario is cut into periods that a room plays one after the other, each with its plan in minutes.
//!
//! Data of the plan; the simulation does not read it. Which round is played now is `session::course`.

use super::{
    ids::InjectId,
    plan::{Plan, Text},
    time::Tick,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

/// Most rounds of an exercise.
pub const ROUNDS_MAX: usize = 24;

/// A round of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Name.
    pub name: Text,
    /// First moment of its period of the scenario.
    pub from: Tick,
    /// End of its period: the first moment that no longer belongs to it.
    pub until: Tick,
    /// What the room does with the time.
    pub minutes: Minutes,
    /// Planned break after it, real minutes; none for 0.
    pub break_after: u16,
    /// Injects at which the time-lapse stands still, because the room has to see them arrive.
    pub stops: Vec<InjectId>,
}

/// The plan of a round in minutes of playing time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Hearing where we are.
    pub situation: u16,
    /// Talking at the own table.
    pub table: u16,
    /// Talking between tables.
    pub between: u16,
    /// Handing in decisions.
    pub hand_in: u16,
    /// Running the period and looking at what came of it.
    pub run: u16,
}

impl Default for Minutes {
    /// The 45 minutes of the half day: situation 5, table 15, between tables 10, hand in 5, run and look 10.
    fn default() -> Self {
        Self { situation: 5, table: 15, between: 10, hand_in: 5, run: 10 }
    }
}

/// What the room does in a part of a round, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum Part {
    /// Hearing where we are.
    Situation,
    /// Talking at the own table.
    Table,
    /// Talking between tables.
    Between,
    /// Handing in decisions.
    HandIn,
    /// Running the period and looking at what came of it.
    Run,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

impl Minutes {
    /// Minutes of a part.
    pub fn of(self, part: Part) -> u16 {
        match part {
            Part::Situation => self.situation,
            Part::Table => self.table,
            Part::Between => self.between,
            Part::HandIn => self.hand_in,
            Part::Run => self.run,
        }
    }

    /// Minutes of the whole round.
    pub fn total(self) -> u16 {
        Part::ALL.into_iter().fold(0, |sum, part| sum.saturating_add(self.of(part)))
    }

    /// The same plan in another number of minutes: every part in proportion, rounded down, what is left over for the table.
    #[must_use]
    pub fn scaled(self, total: u16) -> Self {
        let all = u32::from(self.total().max(1));
        let part =
            |minutes: u16| u16::try_from(u32::from(minutes) * u32::from(total) / all).unwrap_or(u16::MAX);
        let mut scaled = Self {
            situation: part(self.situation),
            table: 0,
            between: part(self.between),
            hand_in: part(self.hand_in),
            run: part(self.run),
        };
        scaled.table = total.saturating_sub(scaled.total());
        scaled
    }
}

impl Round {
    /// True for a moment of its period.
    pub fn holds(&self, tick: Tick) -> bool {
        self.from <= tick && tick < self.until
    }
}

impl Plan {
    /// Fits the rounds to a shorter exercise: those that would begin after its end go, the last one ends with it.
    pub fn cut_rounds(&mut self) {
        let end = self.end();
        self.rounds.retain(|round| round.from < end);
        for round in &mut self.rounds {
            round.until = round.until.min(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_plan_keeps_its_proportions_and_adds_up() {
        let scaled = Minutes::default().scaled(30);
        assert_eq!(scaled, Minutes { situation: 3, table: 12, between: 6, hand_in: 3, run: 6 });
        for total in 0..200 {
            assert_eq!(Minutes::default().scaled(total).total(), total);
        }
        let nothing = Minutes { situation: 0, table: 0, between: 0, hand_in: 0, run: 0 };
        assert_eq!(nothing.scaled(10).table, 10);
    }
}
