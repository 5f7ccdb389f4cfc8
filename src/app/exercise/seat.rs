//! What belongs to one window: eyes, language, the pool that is open, the draft that is weighed, the answers.
//! It must not hold anything of the exercise itself.

use std::sync::Arc;

use super::Exercise;
use super::compare::Compare;
use crate::app::driver::SeatId;
use crate::panels::page::{Answer, Weighed};
use crate::sim::command::{Actor, By};
use crate::sim::ids::{MeasureId, PoolId, RegionId, RoleId};
use crate::text::Language;
use crate::view::choices::{Choices, choices};
use crate::view::operator_page::OperatorDesk;
use crate::view::pool_draft::{Draft, draft_basis, draft_check, draft_forecast, owner_check};
use crate::view::viewer::Viewer;

/// Hours that a draft is looked ahead: three days, as the board says.
const FORECAST_HOURS: u32 = 72;
/// Most answers that are kept.
const ANSWERS_MAX: usize = 8;

/// One window.
pub struct SeatState {
    /// Whose eyes.
    pub viewer: Viewer,
    /// Which language.
    pub language: Language,
    /// The pool that is open on the board.
    pub pool: Option<PoolId>,
    /// The role whose briefing is open.
    pub brief: Option<RoleId>,
    /// The role whose card is open; none for its own.
    pub card: Option<RoleId>,
    /// The measure that is open, with the region that was chosen.
    pub measure: Option<(MeasureId, Option<RegionId>)>,
    /// Operator mode.
    pub desk: OperatorDesk,
    /// The recorded decision beside which it is shown what its role could see.
    pub seen: Option<u32>,
    /// What is looked for among the figures.
    pub figures: String,
    /// What is weighed, and the hour and number of commands it was weighed at.
    pub weighed: Option<Weighed>,
    weighed_at: (u32, usize),
    /// What stands beside its map.
    pub compare: Option<Compare>,
    /// Recordings that could stand there: place and name.
    pub recordings: Vec<(String, String)>,
    /// Answers that were not taken away.
    pub answers: Vec<Answer>,
    answered: u32,
    /// What can be chosen, in its language.
    pub choices: Arc<Choices>,
}

impl SeatState {
    /// A seat of the lead.
    pub fn new(language: Language) -> Self {
        Self {
            viewer: Viewer::Lead,
            language,
            pool: None,
            brief: None,
            card: None,
            measure: None,
            desk: OperatorDesk::default(),
            seen: None,
            figures: String::new(),
            weighed: None,
            weighed_at: (0, 0),
            compare: None,
            recordings: Vec::new(),
            answers: Vec::new(),
            answered: 0,
            choices: Arc::new(Choices::default()),
        }
    }

    /// Another exercise is on the screen: what was open belonged to the last one.
    pub fn forget(&mut self) {
        let (viewer, language) = (self.viewer, self.language);
        let answered = self.answered;
        *self = Self { viewer, answered, ..Self::new(language) };
    }

    fn answer(&mut self, done: bool, text: String) {
        // A success is only worth reading until the next answer.
        self.answers.retain(|answer| !answer.done && answer.text != text);
        self.answered += 1;
        self.answers.push(Answer { number: self.answered, done, text });
        let many = self.answers.len().saturating_sub(ANSWERS_MAX);
        self.answers.drain(..many);
    }
}

impl Exercise {
    /// Tells a seat what became of its wish.
    pub(super) fn answer(&mut self, seat: SeatId, done: bool, text: String) {
        self.seat_mut(seat).answer(done, text);
    }

    /// Tells every seat.
    pub(super) fn answer_all(&mut self, done: bool, text: &str) {
        self.revision += 1;
        for seat in &mut self.seats {
            seat.answer(done, text.to_owned());
        }
    }

    /// Makes the names that can be chosen, after a change of exercise or language.
    pub(super) fn name_choices(&mut self) {
        for seat in &mut self.seats {
            seat.choices = Arc::new(choices(&self.session, &self.texts, seat.language));
        }
        self.revision += 1;
    }

    /// In whose name this seat acts when the exercise lead asked for `actor`; none for the shared picture.
    pub(super) fn by(&self, id: SeatId, actor: Actor) -> Option<By> {
        let actor = match self.seat(id).viewer {
            Viewer::Lead => actor,
            Viewer::Role(role) => Actor::Role(role),
            Viewer::Public => return None,
        };
        Some(By { actor, seat: id.0 })
    }

    /// Weighs a draft: what the rules say, and what it would probably lead to.
    pub(super) fn weigh(&mut self, id: SeatId, draft: Option<Draft>) {
        let weighed = draft.map(|draft| self.weighed(id, draft));
        let at = self.moment_of_weighing();
        let seat = self.seat_mut(id);
        seat.weighed = weighed;
        seat.weighed_at = at;
    }

    /// An hour later, or after somebody decided, the answer may be another.
    pub(super) fn weigh_again(&mut self, id: SeatId) {
        let at = self.moment_of_weighing();
        let seat = self.seat(id);
        if seat.weighed_at == at {
            return;
        }
        let Some(draft) = seat.weighed.as_ref().map(|weighed| weighed.draft.clone()) else { return };
        let weighed = self.weighed(id, draft);
        let last = self.seats.len() - 1;
        let seat = &mut self.seats[usize::from(id.0).min(last)];
        seat.weighed = Some(weighed);
        seat.weighed_at = at;
    }

    fn moment_of_weighing(&self) -> (u32, usize) {
        (self.session.head().tick.hour(), self.session.log().len())
    }

    fn weighed(&self, id: SeatId, draft: Draft) -> Weighed {
        let seat = self.seat(id);
        let (session, texts, language) = (&self.session, &*self.texts, seat.language);
        let owner = session.country().pools.get(draft.pool).map(|pool| pool.owner);
        let by = draft.asks.or(owner).and_then(|role| self.by(id, Actor::Role(role)));
        let Some(by) = by else {
            let (allowed, owner_may) = (Err(texts.word(language, "word-no")), Ok(()));
            return Weighed { draft, allowed, owner_may, basis: String::new(), forecast: None };
        };
        let allowed = draft_check(session, by, texts, language, &draft);
        let owner_may = owner_check(session, texts, language, &draft);
        let ahead = || draft_forecast(session, seat.viewer, by, texts, language, &draft, FORECAST_HOURS).ok();
        let forecast = if allowed.is_ok() && owner_may.is_ok() { ahead() } else { None };
        let basis = draft_basis(session, texts, language, &draft);
        Weighed { draft, allowed, owner_may, basis, forecast }
    }
}
