//! Beginning: a new exercise that waits for its start, one that goes on, or a recording that is shown.
//!
//! A new exercise gets its recording with the first thing that happens in it, so that looking at one leaves no file behind.
//! It must not load scenarios: `start` does.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Exercise;
use super::reload::MadeOf;
use super::seat::SeatState;
use super::shelf::Shelf;
use super::start::Start;
use crate::app::driver::SeatId;
use crate::app::watch::Watch;
use crate::geo::map::MapData;
use crate::panels::intent::{Beginning, ClockIntent};
use crate::scenario::source::Source;
use crate::session::clock::Clock;
use crate::session::journal::Journal;
use crate::session::replay::{OpenError, Opened};
use crate::session::{Mode, Session, SubmitError};
use crate::sim::command::{Actor, By};
use crate::sim::country::Country;
use crate::sim::course::{Inclined, Steer};
use crate::sim::plan::Plan;
use crate::text::{Language, Texts, date_stamp};
use crate::view::figures_view::Sheet;

/// The seat of the person who takes a lesson.
const LEARNER: u8 = 1;
/// Ending of the name of a recording.
pub(super) const ENDING: &str = "oefening";

/// What is opened first.
pub enum Opening {
    /// A scenario, from its start.
    Scenario(Arc<Country>, Arc<Plan>),
    /// A recording: an open one goes on, a closed one is shown.
    Recording(PathBuf),
}

/// Everything an exercise in windows is made of.
pub struct Setup {
    /// The static shapes of the map.
    pub map: Arc<MapData>,
    /// All words.
    pub texts: Arc<Texts>,
    /// First language of every window.
    pub language: Language,
    /// Number of windows.
    pub windows: usize,
    /// Folder for new recordings.
    pub folder: PathBuf,
    /// Every figure of the country with its source.
    pub sheet: Arc<Sheet>,
    /// Exercises that can be chosen, the first one for newcomers.
    pub offered: Vec<Source>,
    /// Whether the start card is shown first, with these and with unfinished recordings of the folder.
    pub offer: bool,
}

impl Exercise {
    /// An exercise that waits for its start, goes on, or is shown.
    pub fn open(setup: Setup, opening: Opening) -> Result<Self, OpenError> {
        let of_disk = |source: &Source| MadeOf { source: source.clone(), filled: Vec::new() };
        let made_of = match &opening {
            Opening::Scenario(..) if !setup.offer => setup.offered.first().map(of_disk),
            _ => None,
        };
        let (session, clock, shown_from) = match opening {
            Opening::Scenario(country, plan) => {
                let clock = Clock::for_length(plan.end());
                (ready(country, plan), clock, None)
            }
            Opening::Recording(path) => {
                let (session, clock) = open(&path)?;
                (session, clock, Some(path))
            }
        };
        let start = setup.offer.then(|| Start::new(&setup.offered, &setup.map, Shelf::of(&setup.folder)));
        let mut exercise = Self {
            map: setup.map,
            texts: setup.texts,
            session,
            clock,
            stop_at: None,
            automatic: true,
            folder: setup.folder,
            sheet: setup.sheet,
            offered: setup.offered,
            start,
            begun: u32::from(!setup.offer),
            shown_from,
            made_of,
            watch: Watch::default(),
            left: None,
            reporting: None,
            debrief: None,
            ahead: None,
            foresight: None,
            lapse: None,
            waiting: None,
            sites: None,
            seats: (0..setup.windows.max(1)).map(|_| SeatState::new(setup.language)).collect(),
            revision: 0,
        };
        exercise.name_choices();
        exercise.watch_files();
        Ok(exercise)
    }

    /// Opens what was dropped on the window or named: a recording is shown or goes on, a scenario can be chosen. Not over an exercise
    /// that is being played.
    pub(super) fn open_file(&mut self, id: SeatId, place: String) {
        if self.start.is_none() && *self.session.mode() == Mode::Live && self.session.journal().is_some() {
            let language = self.seat(id).language;
            let said = self.texts.word(language, "notice-leave-first");
            return self.answer(id, false, said);
        }
        if Path::new(&place).extension().is_some_and(|ending| ending == ENDING) {
            return self.begin(id, Beginning::Recording(place));
        }
        match Source::open(Path::new(&place)) {
            Ok(source) => {
                self.offered.retain(|known| known.name != source.name);
                self.offered.push(source);
                let last = self.offered.len() - 1;
                self.show_start();
                self.choose_exercise(last);
                self.watch_files();
            }
            Err(error) => {
                let language = self.seat(id).language;
                let args = [("file", place.into()), ("why", error.to_string().into())];
                let said = self.texts.say(language, "notice-cannot-read", &args);
                self.answer(id, false, said);
            }
        }
    }

    /// Back to the start card. The recording keeps what was played and is let go of.
    pub(super) fn leave(&mut self) {
        if self.start.is_some() {
            return;
        }
        self.steer(ClockIntent::Pause);
        let (country, plan) = (self.session.country().clone(), self.session.plan().clone());
        let clock = Clock::for_length(plan.end());
        self.opened(ready(country, plan), clock, None);
        self.show_start();
    }

    fn show_start(&mut self) {
        self.start = Some(Start::new(&self.offered, &self.map, Shelf::of(&self.folder)));
        self.revision += 1;
    }

    /// Begins as the start card says.
    pub(super) fn begin(&mut self, id: SeatId, beginning: Beginning) {
        let Beginning::Recording(place) = beginning else {
            return self.begin_chosen();
        };
        match open(Path::new(&place)) {
            Ok((session, clock)) => self.opened(session, clock, Some(PathBuf::from(place))),
            Err(error) => {
                let language = self.seat(id).language;
                let why = self.open_fault(&error, language);
                let args = [("file", place.into()), ("why", why.into())];
                let said = self.texts.say(language, "notice-cannot-read", &args);
                self.answer(id, false, said);
            }
        }
    }

    /// Another exercise is on the screen; `from` is the recording it was read from.
    pub(super) fn opened(&mut self, session: Session, clock: Clock, from: Option<PathBuf>) {
        self.begun += 1;
        self.start = None;
        self.lay(session, clock, from);
    }

    /// The same exercise is on the screen, made anew: its pages stay open.
    pub(super) fn lay(&mut self, session: Session, clock: Clock, from: Option<PathBuf>) {
        self.session = session;
        self.clock = clock;
        self.shown_from = from;
        self.made_of = None;
        self.left = None;
        self.stop_at = None;
        self.debrief = None;
        self.ahead = None;
        self.lapse = None;
        self.waiting = None;
        self.foresight = None;
        let country = self.session.country().clone();
        for seat in &mut self.seats {
            seat.forget();
            if let Some(eyes) = seat.bound {
                seat.viewer = eyes.viewer(&country);
            }
        }
        self.name_choices();
    }

    /// Why a recording cannot be opened, as a sentence.
    pub(super) fn open_fault(&self, error: &OpenError, language: Language) -> String {
        match error {
            OpenError::Recording(fault) => self.recording_fault(fault, language),
            other => other.to_string(),
        }
    }

    /// Makes sure that what happens next is recorded; false, with a notice, when it cannot be.
    pub(super) fn begin_recording(&mut self) -> bool {
        if self.session.journal().is_some() || *self.session.mode() != Mode::Live {
            return true;
        }
        if self.start.is_some() {
            // Nothing has been chosen yet.
            return false;
        }
        let players = self.session.course().players.clone();
        let (country, plan) = (self.session.country().clone(), self.session.plan().clone());
        let started_s = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let stem = format!("{}-{}", plan.code, date_stamp(started_s));
        let language = self.seats[0].language;
        if let Err(error) = fs::create_dir_all(&self.folder) {
            let args =
                [("file", self.folder.display().to_string().into()), ("why", error.to_string().into())];
            let said = self.texts.say(language, "notice-cannot-write", &args);
            self.answer_all(false, &said);
            return false;
        }
        let made = Journal::create_in(&self.folder, &stem, &country, &plan, started_s);
        let made = made.map_err(SubmitError::from);
        match made.and_then(|journal| Session::prepare(country, plan, Some(journal))) {
            Ok(session) => {
                self.session = session;
                self.tell_times();
                self.revision += 1;
                if players != Inclined::default() {
                    let inclined =
                        self.session.steer(By { actor: Actor::Lead, seat: 0 }, Steer::Players(players));
                    self.report(inclined);
                }
                self.seat_the_learner();
                true
            }
            Err(error) => {
                let said = self.why_not(&error, language);
                self.answer_all(false, &said);
                false
            }
        }
    }
}

impl Exercise {
    /// In a lesson for one person that person plays every role at the tables: a program that did it for them would teach nothing.
    fn seat_the_learner(&mut self) {
        if !self.session.plan().solo {
            return;
        }
        let lead = By { actor: Actor::Lead, seat: 0 };
        for role in self.session.plan().seats.clone() {
            let seated = self.session.steer(lead, Steer::HandOver { role, seat: LEARNER });
            self.report(seated);
        }
    }
}

/// A new exercise, laid ready and not yet recorded.
pub(super) fn ready(country: Arc<Country>, plan: Arc<Plan>) -> Session {
    let made = Session::prepare(country.clone(), plan.clone(), None);
    made.unwrap_or_else(|_| Session::new(country, plan, None))
}

/// An open recording goes on, a closed one is shown from its beginning.
fn open(path: &Path) -> Result<(Session, Clock), OpenError> {
    let opened = Opened::read(path)?;
    if opened.sealed {
        let clock = opened.clock.clone();
        return Ok((opened.into_replay(path)?, clock));
    }
    Session::resume(path)
}

/// A place for the recording when its own cannot be written any more.
pub(super) fn elsewhere(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    std::env::temp_dir().join(name).display().to_string()
}
