//! Measures: every instrument there is, who may take it, where it is in force, and for the one that is open what it needs, does and
//! costs, and what stands in the way now.
//!
//! What is in force is known to every role: who decides tells it. What stands in the way is what the rules say of this very moment.
//! Must not take anything.

use super::viewer::{Sight, Viewer};
use crate::{
    session::{Session, SubmitError, deck},
    sim::{
        command::{Actor, Ask, By, Command},
        grip,
        ids::{MeasureId, RegionId, RoleId},
        num::Level,
        plan::Text,
        state::ActiveMeasure,
    },
    text::{Language, Texts},
};
use std::collections::BTreeMap;

/// What the country's book says of measures, by code: what it does and what it costs.
pub type MeasureWords = BTreeMap<String, (Text, Text)>;

/// From this level on a process works as it should, thousandths.
const NORMAL_PERMILLE: u64 = 950;

/// The page of measures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeasuresView {
    /// All of them, in the order of the decision cards.
    pub measures: Vec<MeasureLine>,
    /// The one that is open.
    pub open: Option<MeasureCard>,
}

/// A measure in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureLine {
    /// Which.
    pub measure: MeasureId,
    /// Number of its decision card.
    pub number: u16,
    /// Its name.
    pub name: String,
    /// Who may take it.
    pub owner: String,
    /// Where it is ordered or in force, one sentence each.
    pub taken: Vec<String>,
    /// The viewer may take it, somewhere.
    pub mine: bool,
}

/// The measure that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureCard {
    /// Which.
    pub measure: MeasureId,
    /// Its name.
    pub name: String,
    /// What there is to say of it: label and words.
    pub facts: Vec<(String, String)>,
    /// It is taken for one region: this one is chosen.
    pub region: Option<RegionId>,
    /// Where it is ordered or in force.
    pub taken: Vec<TakenView>,
    /// In whose name this viewer may take it where that is chosen, if any.
    pub take_as: Option<RoleId>,
    /// In whose name this viewer may ask for it, if any, and the official name of who is asked.
    pub ask_as: Option<(RoleId, String)>,
    /// Why taking it, or asking for it, is not possible now; empty when it is.
    pub hindrance: String,
}

/// A place where a measure is ordered or in force.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenView {
    /// Where; none for the country.
    pub region: Option<RegionId>,
    /// Since or from when, and until when, as a sentence.
    pub words: String,
    /// In whose name this viewer may end it, if any.
    pub end_as: Option<RoleId>,
}

/// The page of a viewer. `open` is the measure that is open, with the region that is chosen.
pub fn measures_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    words: &MeasureWords,
    open: Option<(MeasureId, Option<RegionId>)>,
) -> MeasuresView {
    let sight = Sight::new(session, viewer, texts, language);
    if viewer == Viewer::Public {
        return MeasuresView::default();
    }
    let cards = deck::deck(session.country(), session.plan());
    let measures = cards.into_iter().filter_map(|card| match card.choice {
        deck::Choice::Take(measure) => Some(sight.measure_line(measure, card.number)),
        _ => None,
    });
    let known = |(measure, _): &(MeasureId, _)| session.country().measures.rows.get(*measure).is_some();
    MeasuresView {
        measures: measures.collect(),
        open: open.filter(known).map(|(measure, region)| sight.measure_card(measure, region, words)),
    }
}

impl Sight<'_> {
    fn active(&self, measure: MeasureId) -> impl Iterator<Item = &ActiveMeasure> {
        self.state().measures.active.iter().filter(move |row| row.measure == measure)
    }

    /// Who decides about a measure there as things are.
    fn decides(&self, measure: MeasureId, region: Option<RegionId>) -> Option<RoleId> {
        grip::decider(self.country(), self.state(), measure, region)
    }

    fn measure_line(&self, measure: MeasureId, number: u16) -> MeasureLine {
        let (tell, row) = (self.tell(), &self.country().measures.rows[measure]);
        let own = |region| self.decides(measure, region).is_some_and(|role| self.acts_for(role).is_some());
        MeasureLine {
            measure,
            number,
            name: tell.measure(measure),
            owner: tell.role(row.owner),
            taken: self.active(measure).map(|row| self.taken_words(row)).collect(),
            mine: if row.regional {
                self.country().regions.ids().any(|region| own(Some(region)))
            } else {
                own(None)
            },
        }
    }

    /// `Zeeland: in werking sinds do 15 okt 09:00, tot vr 16 okt 09:00`.
    fn taken_words(&self, row: &ActiveMeasure) -> String {
        let place =
            row.region.map_or_else(|| self.word("whole-country"), |region| self.tell().region(region));
        let args = [
            ("place", place.into()),
            ("time", self.moment(row.begins).into()),
            ("until", row.ends.map_or_else(String::new, |ends| self.moment(ends)).into()),
        ];
        self.say(
            match (row.begun, row.ends) {
                (true, None) => "measure-in-force",
                (true, Some(_)) => "measure-in-force-until",
                (false, None) => "measure-ordered",
                (false, Some(_)) => "measure-ordered-until",
            },
            &args,
        )
    }

    /// The region where, as far as this viewer knows, least works; none where everything does.
    fn neediest(&self) -> Option<RegionId> {
        let normal = Level::ratio_floor(NORMAL_PERMILLE, 1000);
        let levels = self.country().regions.ids().map(|region| (self.worst(region).0, region));
        levels.min().filter(|(level, _)| *level < normal).map(|(_, region)| region)
    }

    fn measure_card(
        &self,
        measure: MeasureId,
        region: Option<RegionId>,
        words: &MeasureWords,
    ) -> MeasureCard {
        let tell = self.tell();
        let row = &self.country().measures.rows[measure];
        let home = || self.role().and_then(|role| self.country().crisis.seat(role));
        let region =
            row.regional.then(|| region.or_else(home).or_else(|| self.neediest()).unwrap_or(RegionId(0)));
        let said = words.get(&row.code);
        let (does, price) = (said.map(|(does, _)| does), said.map(|(_, price)| price));
        let facts = tell.measure_facts(measure, does, price, self.is_lead());
        let decider = self.decides(measure, region);
        let acts = |role: RoleId| self.acts_for(role).filter(|_| !self.looking());
        let take_as = decider.and_then(acts);
        let asker = self.role().filter(|_| take_as.is_none() && !self.looking());
        let reason = || "…".to_owned();
        let hindrance = match (take_as, asker) {
            (Some(role), _) => {
                self.refusal_of(role, Command::TakeMeasure { measure, region, reason: reason() })
            }
            (None, Some(role)) => {
                let about = Ask::Measure(measure, region);
                self.refusal_of(role, Command::Ask { about, offer_keur: 0, reason: reason() })
            }
            (None, None) => String::new(),
        };
        let taken = |row: &ActiveMeasure| TakenView {
            region: row.region,
            words: self.taken_words(row),
            end_as: self.decides(measure, row.region).and_then(acts),
        };
        MeasureCard {
            measure,
            name: tell.measure(measure),
            facts: facts.into_iter().map(|(key, text)| (self.word(key), text)).collect(),
            region,
            taken: self.active(measure).map(taken).collect(),
            take_as,
            ask_as: asker.zip(decider.map(|role| tell.owner(role))),
            hindrance,
        }
    }

    /// Why a role may not do this now, as a sentence; empty when it may.
    pub(super) fn refusal_of(&self, role: RoleId, command: Command) -> String {
        let by = By { actor: Actor::Role(role), seat: 0 };
        match self.session.may(by, self.session.head().tick, command) {
            Err(SubmitError::Refused(refusal)) => self.tell().refusal_sentence(&refusal),
            _ => String::new(),
        }
    }
}
