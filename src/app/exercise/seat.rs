//! What belongs to one window: eyes, language, the pool that is open, the draft that is weighed, the answers.
//! It must not hold anything of the exercise itself.

use std::sync::Arc;
use std::time::Duration;

use super::Exercise;
use super::compare::Compare;
use crate::app::driver::SeatId;
use crate::panels::page::{Answer, KeptAnswer, Weighed};
use crate::sim::command::{Actor, By};
use crate::sim::ids::{MeasureId, PoolId, RegionId, RoleId};
use crate::text::Language;
use crate::view::board_view::Eyes;
use crate::view::choices::{Choices, choices};
use crate::view::memory::Memory;
use crate::view::operator_page::OperatorDesk;
use crate::view::viewer::Viewer;

/// Most answers that are kept.
const ANSWERS_MAX: usize = 8;
/// How long an answer to what was done stays, and what a letter of it takes to read. A refusal stays until it is taken away.
const SHOWN: Duration = Duration::from_secs(6);
const READING: Duration = Duration::from_millis(60);
/// Most answers that can be read again.
const KEPT_MAX: usize = 60;

/// One window.
pub struct SeatState {
    /// Whose eyes.
    pub viewer: Viewer,
    /// The picture that the window is bound to: it has no other eyes. None for the lead's.
    pub bound: Option<Eyes>,
    /// Counts what was asked in this window and shows nowhere else.
    pub touched: u64,
    /// Whether it was asked what can be gone to by its name.
    pub palette: bool,
    /// Every answer of late, whether it was taken away or not.
    pub kept: Vec<KeptAnswer>,
    /// How many of them were not read yet.
    pub unread: usize,
    /// Whether their list is open.
    pub listing: bool,
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
    pub(super) weighed_at: (u32, usize),
    /// What a draft would lead to, while that is worked out.
    pub(super) weighing: Option<super::weighing::Weighing>,
    /// What stands beside its map.
    pub compare: Option<Compare>,
    /// Recordings that could stand there: place and name.
    pub recordings: Vec<(String, String)>,
    /// Answers that were not taken away.
    pub answers: Vec<Answer>,
    answered: u32,
    /// What is left of the time in which the newest answer is shown, for one to what was done; true until time passed once since: a
    /// window that slept before counts none of that.
    fades: Option<(bool, Duration)>,
    /// What can be chosen, in its language.
    pub choices: Arc<Choices>,
    /// What was told and stays as it is.
    pub(super) memory: Memory,
}

impl SeatState {
    /// A seat of the lead.
    pub fn new(language: Language) -> Self {
        Self {
            viewer: Viewer::Lead,
            bound: None,
            touched: 0,
            palette: false,
            kept: Vec::new(),
            unread: 0,
            listing: false,
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
            weighing: None,
            compare: None,
            recordings: Vec::new(),
            answers: Vec::new(),
            answered: 0,
            fades: None,
            choices: Arc::new(Choices::default()),
            memory: Memory::default(),
        }
    }

    /// Another exercise is on the screen: what was open belonged to the last one.
    pub fn forget(&mut self) {
        let (viewer, bound, language) = (self.viewer, self.bound, self.language);
        let (answered, touched) = (self.answered, self.touched + 1);
        *self = Self { viewer, bound, touched, answered, ..Self::new(language) };
    }

    /// The role whose chair this is. Who only looks on sits in none.
    pub fn chair(&self) -> Option<RoleId> {
        match (self.bound, self.viewer) {
            (None | Some(Eyes::Role(_)), Viewer::Role(role)) => Some(role),
            _ => None,
        }
    }

    fn answer(&mut self, done: bool, text: String, time: String) {
        self.kept.push(KeptAnswer { done, time, text: text.clone() });
        let many = self.kept.len().saturating_sub(KEPT_MAX);
        self.kept.drain(..many);
        self.unread = if self.listing { 0 } else { (self.unread + usize::from(!done)).min(self.kept.len()) };
        // A success is only worth reading until the next answer.
        self.answers.retain(|answer| !answer.done && answer.text != text);
        self.answered += 1;
        self.fades = done.then(|| (true, SHOWN.max(READING * u32::try_from(text.len()).unwrap_or(u32::MAX))));
        self.answers.push(Answer { number: self.answered, done, text });
        let many = self.answers.len().saturating_sub(ANSWERS_MAX);
        self.answers.drain(..many);
    }

    fn fade(&mut self, elapsed: Duration) -> Option<Duration> {
        let (fresh, left) = self.fades.take().filter(|_| self.answers.iter().any(|answer| answer.done))?;
        let left = if fresh { left } else { left.saturating_sub(elapsed) };
        if left.is_zero() {
            self.answers.retain(|answer| !answer.done);
            self.touched += 1;
            return None;
        }
        self.fades = Some((false, left));
        Some(left)
    }
}

impl Exercise {
    /// Tells a seat what became of its wish.
    pub(super) fn answer(&mut self, seat: SeatId, done: bool, text: String) {
        let time = self.time_of_answer(self.seat(seat).language);
        self.seat_mut(seat).answer(done, text, time);
    }

    /// Tells the staff: what befalls the recording is not for the screens of players.
    pub(super) fn answer_all(&mut self, done: bool, text: &str) {
        self.revision += 1;
        let time = self.time_of_answer(self.seats[0].language);
        for seat in self.seats.iter_mut().filter(|seat| seat.bound.is_none()) {
            seat.answer(done, text.to_owned(), time.clone());
        }
    }

    /// Takes away the answers to what was done, once they were shown long enough; says when the next one goes.
    pub(super) fn look_at_answers(&mut self, elapsed: Duration) -> Option<Duration> {
        let left = self.seats.iter_mut().filter_map(|seat| seat.fade(elapsed));
        left.min()
    }

    /// Scenario time, and time on the wall.
    fn time_of_answer(&self, language: Language) -> String {
        let at = self.texts.date_time(language, self.session.plan().start, self.session.shown().tick);
        format!("{at} ({})", jiff::Zoned::now().strftime("%H:%M"))
    }

    /// Makes the names that can be chosen, after a change of exercise or language.
    pub(super) fn name_choices(&mut self) {
        for seat in &mut self.seats {
            let mut choices = choices(&self.session, &self.texts, seat.language);
            if seat.bound.is_some() {
                // The script, and whose screens there are, are the lead's.
                choices.storylines.clear();
                choices.pictures.clear();
            }
            seat.choices = Arc::new(choices);
        }
        self.revision += 1;
    }

    /// Opens a pool on the board of a window, or closes it.
    pub(super) fn show_pool(&mut self, id: SeatId, pool: Option<PoolId>) {
        let seat = self.seat_mut(id);
        seat.pool = pool;
        seat.weighed = None;
    }

    /// Opens or closes the list of answers of a window; what stands in it is read then.
    pub(super) fn show_answers(&mut self, id: SeatId, open: bool) {
        let seat = self.seat_mut(id);
        (seat.listing, seat.unread) = (open, 0);
    }

    /// A window speaks another language; those that are only looked at follow the lead's, because nobody can choose there.
    pub(super) fn speak(&mut self, id: SeatId, language: Language) {
        self.seat_mut(id).language = language;
        let boards = self.seats.iter_mut().filter(|seat| seat.bound.is_some_and(|eyes| !eyes.has_panels()));
        if id.0 == 0 {
            boards.for_each(|seat| seat.language = language);
        }
        self.name_choices();
    }

    /// A window was opened that shows one picture and no other.
    pub(super) fn bind(&mut self, id: SeatId, eyes: Eyes) {
        let language = self.seats[0].language;
        let number = usize::from(id.0);
        while self.seats.len() <= number {
            self.seats.push(SeatState::new(language));
        }
        let viewer = eyes.viewer(self.session.country());
        let touched = self.seats[number].touched + 1;
        self.seats[number] = SeatState { viewer, bound: Some(eyes), touched, ..SeatState::new(language) };
        self.name_choices();
    }

    /// A window was closed: nobody sits there any more.
    pub(super) fn unbind(&mut self, id: SeatId) {
        if let Some(seat) = self.seats.get_mut(usize::from(id.0)).filter(|seat| seat.bound.is_some()) {
            (seat.viewer, seat.bound) = (Viewer::Public, Some(Eyes::Public));
            self.revision += 1;
        }
    }

    /// Whether whoever sits here is the only person in a lesson: staff and players at once, in whichever chair.
    pub(super) fn is_alone(&self, seat: &SeatState) -> bool {
        self.session.plan().solo && seat.bound.is_none() && self.start.is_none()
    }

    /// In whose name this seat acts when the exercise lead asked for `actor`; none for the shared picture.
    pub(super) fn by(&self, id: SeatId, actor: Actor) -> Option<By> {
        let actor = match self.seat(id).viewer {
            Viewer::Lead => actor,
            Viewer::Role(_) => Actor::Role(self.seat(id).chair()?),
            Viewer::Public => return None,
        };
        Some(By { actor, seat: id.0 })
    }
}
