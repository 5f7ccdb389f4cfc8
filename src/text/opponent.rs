//! The opponent in words, for the exercise lead: phases, ways of putting pressure on, places, what the lead did about them.
//!
//! Must not be shown to players, phases excepted. Names are those of `assets/world/adversary.ron`.

use super::Narrator;
use crate::sim::{command::Command, country::Place, effect::Target, ids::VectorId};

impl Narrator<'_> {
    /// A phase of escalation with its number: `2: Sabotagecampagne`.
    pub fn phase(&self, phase: u8) -> String {
        let figures = self.country.adversary.as_ref();
        let name = figures.and_then(|row| row.phases.get(usize::from(phase)));
        match name {
            Some(row) => self.say(
                "phase-name",
                &[("number", phase.into()), ("name", self.scenario_text(&row.name).into())],
            ),
            None => phase.to_string(),
        }
    }

    /// Name of a way to put pressure on.
    pub fn vector(&self, vector: VectorId) -> String {
        let figures = self.country.adversary.as_ref();
        let row = figures.and_then(|row| row.vectors.get(vector));
        row.map_or_else(|| self.word("unknown-name"), |row| self.scenario_text(&row.name).to_owned())
    }

    /// Where an act takes place.
    pub fn act_place(&self, place: Place) -> String {
        match place {
            Place::Country => self.word("whole-country"),
            Place::Region(region) => self.region(region),
            Place::Stretch(edge) => self.target(Target::Edge(edge)),
            Place::Terminal(node) => self.node(node),
        }
    }

    /// What the lead did about the opponent.
    pub(super) fn opponent_command(&self, command: &Command) -> String {
        match command {
            Command::PlaceInject { inject, place } => self.sentence(
                "command-place",
                &[("inject", self.inject(*inject).into()), ("place", self.act_place(*place).into())],
            ),
            Command::StageAct { vector, place, at } => self.sentence(
                "command-stage",
                &[
                    ("act", self.vector(*vector).into()),
                    ("place", self.act_place(*place).into()),
                    ("time", self.when(*at).into()),
                ],
            ),
            Command::SetPhase { phase, reason } => {
                let args = [("phase", self.phase(*phase).into())];
                self.with_reason(self.sentence("command-phase", &args), reason)
            }
            _ => self.word("unknown-name"),
        }
    }
}
