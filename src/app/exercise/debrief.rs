//! What was possible, worked out beside the exercise on a thread of its own, from a copy that is only looked at.
//!
//! It must not touch the exercise: a player's moment goes on while it works. Asked for by the staff, see `optimum`.

use std::thread::JoinHandle;
use std::time::Duration;

use super::Exercise;
use crate::optimum::yardstick::Yardstick;
use crate::report::yardstick::{MORE_COLUMNS, OUTCOME_COLUMNS, tables};
use crate::sim::time::Tick;
use crate::text::{Language, Narrator};
use crate::view::debrief_view::{DebriefView, Possible};

/// Real time between two looks whether it is done.
const LOOK: Duration = Duration::from_millis(500);

/// What was possible, as far as it is known.
#[derive(Default)]
pub enum Debrief {
    /// Nobody asked.
    #[default]
    Nothing,
    /// Being worked out up to this moment; none comes back when it cannot be.
    Working(Tick, JoinHandle<Option<Yardstick>>),
    /// Cannot be worked out.
    Failed,
    /// Known up to this moment.
    Known(Tick, Box<Yardstick>),
}

impl Exercise {
    /// Begins to work it out for the moment on the screen; what is under way goes on.
    pub(super) fn work_out(&mut self) {
        if matches!(self.debrief, Debrief::Working(..)) {
            return;
        }
        let mut copy = self.session.to_look_at();
        let until = self.session.shown().tick;
        let work = move || {
            copy.seek(until);
            Yardstick::of(&copy).ok()
        };
        self.debrief = Debrief::Working(until, std::thread::spawn(work));
        self.revision += 1;
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_at_work(&mut self) -> Option<Duration> {
        match std::mem::take(&mut self.debrief) {
            Debrief::Working(until, work) if work.is_finished() => {
                // A panic of the worker is told like a question without an answer: the exercise goes on.
                self.debrief = match work.join().ok().flatten() {
                    Some(yardstick) => Debrief::Known(until, Box::new(yardstick)),
                    None => Debrief::Failed,
                };
                self.revision += 1;
                None
            }
            Debrief::Working(until, work) => {
                self.debrief = Debrief::Working(until, work);
                Some(LOOK)
            }
            other => {
                self.debrief = other;
                None
            }
        }
    }

    /// What is known, in words.
    pub(super) fn debrief_view(&self, language: Language) -> DebriefView {
        let texts = &self.texts;
        let moment = |tick| texts.date_time(language, self.session.plan().start, tick);
        match &self.debrief {
            Debrief::Nothing => DebriefView::NotComputed,
            Debrief::Working(until, _) => DebriefView::Running(moment(*until)),
            Debrief::Failed => DebriefView::Failed,
            Debrief::Known(until, yardstick) => {
                let narrator = Narrator {
                    texts,
                    language,
                    country: self.session.country(),
                    plan: self.session.plan(),
                    state: self.session.head(),
                    records: self.session.log(),
                };
                let words = |keys: &[&str]| keys.iter().map(|key| texts.word(language, key)).collect();
                let tables = tables(&narrator, yardstick);
                DebriefView::Done(Box::new(Possible {
                    until: moment(*until),
                    outcomes: (words(&OUTCOME_COLUMNS), tables.outcomes),
                    more: (words(&MORE_COLUMNS), tables.more),
                }))
            }
        }
    }
}
