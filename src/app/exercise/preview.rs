//! What would happen if an inject were sent now, worked out beside the exercise on a thread of its own, from a hidden copy.
//!
//! It must not touch the exercise: time goes on while it works. It can be stopped, and says how far it is. See `preflight::preview`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Exercise;
use crate::preflight::preview::{Band, Preview, Trial, preview_watched};
use crate::session::SubmitError;
use crate::sim::command::{Actor, By, Command};
use crate::sim::ids::InjectId;
use crate::sim::time::Span;
use crate::text::Language;
use crate::view::preview_view::{BandInput, PreviewStand, PreviewView, bands_view};

/// Real time between two looks how far it is.
const LOOK: Duration = Duration::from_millis(250);
/// Hours that are looked ahead: three days, like the forecast of the board.
const AHEAD_HOURS: u32 = 72;
/// Dice that are tried.
const SEEDS: u16 = 3;

/// What a trial came to; none when it was stopped.
type Outcome = Result<Option<Preview>, SubmitError>;

/// A trial.
pub struct Ahead {
    inject: InjectId,
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

impl Drop for Ahead {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Exercise {
    /// Begins to try an inject out; none stops what is under way and forgets what is known.
    pub(super) fn begin_preview(&mut self, inject: Option<InjectId>) {
        self.revision += 1;
        self.ahead = None;
        let Some(inject) = inject else { return };
        let copy = self.session.hidden_copy(None);
        let texts = self.texts.clone();
        let (far, stop) = (Arc::new(AtomicU16::new(0)), Arc::new(AtomicBool::new(false)));
        let trial = Trial {
            commands: vec![(By { actor: Actor::Lead, seat: 0 }, Command::FireInject { inject })],
            ahead: Span::hours(AHEAD_HOURS),
            seeds: SEEDS,
            metrics: Vec::new(),
        };
        let (tells, stops) = (far.clone(), stop.clone());
        let work = move || {
            preview_watched(&copy, &trial, &texts, &mut |permille| {
                tells.store(permille, Ordering::Relaxed);
                !stops.load(Ordering::Relaxed)
            })
        };
        self.ahead = Some(Ahead { inject, far, stop, stand: Stand::Working(std::thread::spawn(work)) });
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_ahead(&mut self) -> Option<Duration> {
        let ahead = self.ahead.as_mut()?;
        let Stand::Working(work) = &ahead.stand else { return None };
        self.revision += 1;
        if !work.is_finished() {
            return Some(LOOK);
        }
        if let Stand::Working(work) = std::mem::replace(&mut ahead.stand, Stand::Broken) {
            // A panic of the worker is told like a question without an answer: the exercise goes on.
            if let Ok(outcome) = work.join() {
                ahead.stand = Stand::Known(Box::new(outcome));
            }
        }
        None
    }

    /// What is known, in words.
    pub(super) fn preview_view(&self, language: Language) -> Option<PreviewView> {
        let ahead = self.ahead.as_ref()?;
        let failed = || PreviewStand::Failed(self.texts.word(language, "preview-failed"));
        let stand = match &ahead.stand {
            Stand::Working(_) => {
                PreviewStand::Working(u8::try_from(ahead.far.load(Ordering::Relaxed) / 10).unwrap_or(100))
            }
            Stand::Broken => failed(),
            Stand::Known(outcome) => match outcome.as_ref() {
                Ok(Some(found)) => {
                    let of = (ahead.inject, found.from, found.until, found.seeds);
                    let bands: Vec<BandInput> = found.bands.iter().map(input).collect();
                    PreviewStand::Done(bands_view(&self.session, &self.texts, language, of, &bands))
                }
                Ok(None) => failed(),
                Err(error) => PreviewStand::Failed(self.why_not(error, language)),
            },
        };
        Some(PreviewView { inject: ahead.inject, stand })
    }
}

fn input(band: &Band) -> BandInput {
    BandInput {
        metric: band.metric,
        now: band.now,
        without: [band.without.low, band.without.high],
        with: [band.with.low, band.with.high],
        clear: band.is_clear(),
    }
}
