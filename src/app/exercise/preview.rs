//! What would happen if an inject were sent now, worked out beside the exercise on a thread of its own, from a hidden copy.
//!
//! It must not touch the exercise: time goes on while it works. It can be stopped, and says how far it is. See `preflight::preview`.

use std::time::Duration;

use super::Exercise;
use super::work::{Found, Work};
use crate::preflight::preview::{Band, Preview, Trial, preview_watched};
use crate::session::SubmitError;
use crate::sim::command::{Actor, By, Command};
use crate::sim::ids::InjectId;
use crate::sim::time::Span;
use crate::text::Language;
use crate::view::preview_view::{BandInput, PreviewStand, PreviewView, bands_view};

/// Hours that are looked ahead: three days, like the forecast of the board.
const AHEAD_HOURS: u32 = 72;
/// Dice that are tried.
const SEEDS: u16 = 3;

/// What a trial came to; none when it was stopped.
type Outcome = Result<Option<Preview>, SubmitError>;

/// A trial.
pub(super) struct Ahead {
    inject: InjectId,
    work: Work<Outcome>,
}

impl Exercise {
    /// Begins to try an inject out; none stops what is under way and forgets what is known.
    pub(super) fn begin_preview(&mut self, inject: Option<InjectId>) {
        self.revision += 1;
        self.ahead = None;
        let Some(inject) = inject else { return };
        let copy = self.session.hidden_copy(None);
        let texts = self.texts.clone();
        let trial = Trial {
            commands: vec![(By { actor: Actor::Lead, seat: 0 }, Command::FireInject { inject })],
            ahead: Span::hours(AHEAD_HOURS),
            seeds: SEEDS,
            metrics: Vec::new(),
        };
        let work = Work::begin(move |bench| {
            preview_watched(&copy, &trial, &texts, &mut |permille| bench.goes_on(permille))
        });
        self.ahead = Some(Ahead { inject, work });
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_ahead(&mut self) -> Option<Duration> {
        self.ahead.as_mut()?.work.look(&mut self.revision)
    }

    /// What is known, in words.
    pub(super) fn preview_view(&self, language: Language) -> Option<PreviewView> {
        let ahead = self.ahead.as_ref()?;
        let failed = || PreviewStand::Failed(self.texts.word(language, "preview-failed"));
        let stand = match ahead.work.found() {
            Found::Working(percent) => PreviewStand::Working(percent),
            Found::Broken | Found::Known(Ok(None)) => failed(),
            Found::Known(Ok(Some(found))) => {
                let of = (ahead.inject, found.from, found.until, found.seeds);
                let bands: Vec<BandInput> = found.bands.iter().map(input).collect();
                PreviewStand::Done(bands_view(&self.session, &self.texts, language, of, &bands))
            }
            Found::Known(Err(error)) => PreviewStand::Failed(self.why_not(error, language)),
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
