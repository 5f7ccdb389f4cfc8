//! Where the exercise is probably going, worked out beside it on a thread of its own, from hidden copies.
//!
//! It must not touch the exercise: time goes on while it works. It can be stopped, and says how far it is. See
//! `preflight::foresight`; what one inject would change is in `preview`.

use std::time::Duration;

use super::Exercise;
use super::work::{Bench, Found, Work};
use crate::preflight::foresight::{Foreseen, Outlook, foresee};
use crate::session::SubmitError;
use crate::sim::time::Span;
use crate::text::Language;
use crate::view::foresight_view::{CourseInput, ForesightView, outlooks_view};

/// How far is looked ahead: three days, every three hours, with three dice.
const OUTLOOK: Outlook = Outlook { ahead: Span::hours(72), step_hours: 3, seeds: 3 };

/// A look ahead; nothing comes out when it was stopped.
pub(super) type Foresight = Work<Result<Option<Foreseen>, SubmitError>>;

impl Exercise {
    /// Begins to look ahead, or stops and forgets what is known.
    pub(super) fn foresee(&mut self, wanted: bool) {
        self.revision += 1;
        self.foresight = None;
        if !wanted {
            return;
        }
        let (copy, texts) = (self.session.hidden_copy(None), self.texts.clone());
        let work =
            move |bench: &Bench| foresee(&copy, OUTLOOK, &texts, &mut |permille| bench.goes_on(permille));
        self.foresight = Some(Work::begin(work));
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_at_foresight(&mut self) -> Option<Duration> {
        self.foresight.as_mut()?.look(&mut self.revision)
    }

    /// What is known, in words and curves.
    pub(super) fn foresight_view(&self, language: Language) -> Option<ForesightView> {
        let foresight = self.foresight.as_ref()?;
        let failed = || ForesightView::Failed(self.texts.word(language, "foresight-failed"));
        Some(match foresight.found() {
            Found::Working(percent) => ForesightView::Working(percent),
            Found::Broken | Found::Known(Ok(None)) => failed(),
            Found::Known(Ok(Some(found))) => {
                let course = |(metric, course): &(_, Vec<crate::preflight::preview::Range>)| {
                    (*metric, course.iter().map(|range| (range.low, range.high)).collect())
                };
                let courses: Vec<CourseInput> = found.courses.iter().map(course).collect();
                let of = (found.moments.as_slice(), found.seeds);
                ForesightView::Done(outlooks_view(&self.session, &self.texts, language, of, &courses))
            }
            Found::Known(Err(error)) => ForesightView::Failed(self.why_not(error, language)),
        })
    }
}
