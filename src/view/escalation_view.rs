//! The phase of escalation and the acts that the lead can stage. For the exercise lead only.
//!
//! Must stay empty for everybody else: what players know of a phase is the word in the bar on top.

use super::viewer::Sight;
use crate::sim::{
    acts,
    country::{Place, Where},
    ids::VectorId,
};

/// The ladder and what can be staged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EscalationView {
    /// The phase now and since when, as a sentence; empty where there is no opponent at all.
    pub now: String,
    /// Number of the phase now.
    pub phase: u8,
    /// Every phase, from 0.
    pub steps: Vec<PhaseStep>,
    /// Says whether an opponent chooses for itself.
    pub opponent: String,
    /// Acts that can be staged.
    pub vectors: Vec<VectorChoice>,
    /// False when an earlier moment or a recording is looked at.
    pub can: bool,
}

/// A step of the ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseStep {
    /// Number.
    pub phase: u8,
    /// Number and name.
    pub name: String,
    /// What it is like.
    pub pressure: String,
}

/// An act that can be staged.
#[derive(Clone, Debug, PartialEq)]
pub struct VectorChoice {
    /// Which.
    pub vector: VectorId,
    /// Its name.
    pub name: String,
    /// Where it can take place.
    pub places: Vec<PlaceChoice>,
}

/// A place of an act.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceChoice {
    /// Which.
    pub place: Place,
    /// Its name.
    pub name: String,
}

impl Sight<'_> {
    /// The ladder; empty for players.
    pub(super) fn escalation(&self, live: bool) -> EscalationView {
        let Some(adversary) = self.country().adversary.as_ref().filter(|_| self.is_lead()) else {
            return EscalationView::default();
        };
        let (tell, state) = (self.tell(), &self.state().adversary);
        let args = [("phase", tell.phase(state.phase).into()), ("time", self.moment(state.since).into())];
        let step = |(phase, row): (u8, &crate::sim::country::EscalationPhase)| PhaseStep {
            phase,
            name: tell.phase(phase),
            pressure: tell.scenario_text(&row.pressure).to_owned(),
        };
        let vectors = adversary.vectors.iter().map(|(vector, row)| VectorChoice {
            vector,
            name: tell.vector(vector),
            places: self.places(row.at),
        });
        EscalationView {
            now: self.say("notice-phase-since", &args),
            phase: state.phase,
            steps: (0..).zip(&adversary.phases).map(step).collect(),
            opponent: match &self.plan().opponent {
                Some(row) => {
                    let notice = self.texts.span(self.language, row.notice);
                    self.say("notice-opponent", &[("notice", notice.into())])
                }
                None => self.word("notice-no-opponent"),
            },
            vectors: vectors.collect(),
            can: live,
        }
    }

    /// Places where an act of a kind can happen, by name.
    pub(super) fn places(&self, at: Where) -> Vec<PlaceChoice> {
        let places = acts::places(self.country(), at).into_iter();
        let mut rows: Vec<PlaceChoice> =
            places.map(|place| PlaceChoice { place, name: self.tell().act_place(place) }).collect();
        rows.sort_by(|left, right| (&left.name, left.place).cmp(&(&right.name, right.place)));
        rows
    }
}
