//! Where the exercise is probably going, worked out beside it on a thread of its own, from hidden copies.
//!
//! It must not touch the exercise: time goes on while it works. It can be stopped, and says how far it is. See
//! `preflight::foresight`; what one inject would change is in `preview`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Exercise;
use crate::preflight::foresight::{Foreseen, Outlook, foresee};
use crate::session::SubmitError;
use crate::sim::time::Span;
use crate::text::Language;
use crate::view::foresight_view::{CourseInput, ForesightView, outlooks_view};

/// Real time between two looks how far it is.
const LOOK: Duration = Duration::from_millis(250);
/// How far is looked ahead: three days, every three hours, with three dice.
const OUTLOOK: Outlook = Outlook { ahead: Span::hours(72), step_hours: 3, seeds: 3 };

/// What came out; none when it was stopped.
type Outcome = Result<Option<Foreseen>, SubmitError>;

/// A look ahead.
pub struct Foresight {
    far: Arc<AtomicU16>,
    stop: Arc<AtomicBool>,
    stand: Stand,
}

enum Stand {
    Working(JoinHandle<Outcome>),
    /// The worker broke off.
    Broken,
    Known(Box<Outcome>),
}

impl Drop for Foresight {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Exercise {
    /// Begins to look ahead, or stops and forgets what is known.
    pub(super) fn foresee(&mut self, wanted: bool) {
        self.revision += 1;
        self.foresight = None;
        if !wanted {
            return;
        }
        let (copy, texts) = (self.session.hidden_copy(None), self.texts.clone());
        let (far, stop) = (Arc::new(AtomicU16::new(0)), Arc::new(AtomicBool::new(false)));
        let (tells, stops) = (far.clone(), stop.clone());
        let work = move || {
            foresee(&copy, OUTLOOK, &texts, &mut |permille| {
                tells.store(permille, Ordering::Relaxed);
                !stops.load(Ordering::Relaxed)
            })
        };
        self.foresight = Some(Foresight { far, stop, stand: Stand::Working(std::thread::spawn(work)) });
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_at_foresight(&mut self) -> Option<Duration> {
        let foresight = self.foresight.as_mut()?;
        let Stand::Working(work) = &foresight.stand else { return None };
        self.revision += 1;
        if !work.is_finished() {
            return Some(LOOK);
        }
        if let Stand::Working(work) = std::mem::replace(&mut foresight.stand, Stand::Broken) {
            // A panic of the worker is told like a question without an answer: the exercise goes on.
            if let Ok(outcome) = work.join() {
                foresight.stand = Stand::Known(Box::new(outcome));
            }
        }
        None
    }

    /// What is known, in words and curves.
    pub(super) fn foresight_view(&self, language: Language) -> Option<ForesightView> {
        let foresight = self.foresight.as_ref()?;
        let failed = || ForesightView::Failed(self.texts.word(language, "foresight-failed"));
        Some(match &foresight.stand {
            Stand::Working(_) => {
                let far = foresight.far.load(Ordering::Relaxed) / 10;
                ForesightView::Working(u8::try_from(far).unwrap_or(100))
            }
            Stand::Broken => failed(),
            Stand::Known(outcome) => match outcome.as_ref() {
                Ok(Some(found)) => {
                    let course = |(metric, course): &(_, Vec<crate::preflight::preview::Range>)| {
                        (*metric, course.iter().map(|range| (range.low, range.high)).collect())
                    };
                    let courses: Vec<CourseInput> = found.courses.iter().map(course).collect();
                    let of = (found.moments.as_slice(), found.seeds);
                    ForesightView::Done(outlooks_view(&self.session, &self.texts, language, of, &courses))
                }
                Ok(None) => failed(),
                Err(error) => ForesightView::Failed(self.why_not(error, language)),
            },
        })
    }
}
