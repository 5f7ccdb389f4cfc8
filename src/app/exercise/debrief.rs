//! What was possible, worked out beside the exercise on a thread of its own, from a copy that is only looked at.
//!
//! It must not touch the exercise: a player's moment goes on while it works. Asked for by the staff, see `optimum`.

use std::time::Duration;

use super::Exercise;
use super::work::{Found, Work};
use crate::optimum::yardstick::Yardstick;
use crate::report::yardstick::{MORE_COLUMNS, OUTCOME_COLUMNS, tables};
use crate::sim::time::Tick;
use crate::text::{Language, Narrator};
use crate::view::debrief_view::{DebriefView, Possible};

/// What was possible up to a moment; nothing when it cannot be worked out.
pub(super) struct Debrief {
    pub until: Tick,
    work: Work<Option<Yardstick>>,
}

impl Debrief {
    /// What was possible, when it is known.
    pub fn yardstick(&self) -> Option<&Yardstick> {
        if let Found::Known(found) = self.work.found() { found.as_ref() } else { None }
    }
}

impl Exercise {
    /// Begins to work it out for the moment on the screen, or stops and forgets what is known.
    pub(super) fn work_out(&mut self, wanted: bool) {
        self.revision += 1;
        self.debrief = None;
        if !wanted {
            return;
        }
        let mut copy = self.session.to_look_at();
        let until = self.session.shown().tick;
        let work = Work::begin(move |bench| {
            copy.seek(until);
            Yardstick::watched(&copy, &mut |permille| bench.goes_on(permille)).ok()
        });
        self.debrief = Some(Debrief { until, work });
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_at_work(&mut self) -> Option<Duration> {
        self.debrief.as_mut()?.work.look(&mut self.revision)
    }

    /// What is known, in words.
    pub(super) fn debrief_view(&self, language: Language) -> DebriefView {
        let texts = &self.texts;
        let moment = |tick| texts.date_time(language, self.session.plan().start, tick);
        let Some(Debrief { until, work }) = &self.debrief else { return DebriefView::NotComputed };
        match work.found() {
            Found::Working(percent) => DebriefView::Running(moment(*until), percent),
            Found::Broken | Found::Known(None) => DebriefView::Failed,
            Found::Known(Some(yardstick)) => {
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
