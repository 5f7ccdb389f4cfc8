//! Many runs of one scenario, each with some figures of the country otherwise, side by side on all cores.
//!
//! What comes out does not depend on which run ends first. Must not speak: `sensitivity` does.

use crate::{
    auto::players::Players,
    geo::map::MapData,
    scenario::{
        load::{self, Exercise, vary},
        source::Source,
        vary::{Bend, Touched, Vary},
    },
    session::Session,
    sim::{
        metric::{self, Metric},
        time::{Span, TICKS_PER_DAY, TICKS_PER_HOUR},
    },
    text::{Language, Texts},
};
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

/// How every run is played.
#[derive(Clone, Copy)]
pub(super) struct Trials<'a> {
    pub(super) scenario: &'a Source,
    pub(super) map: &'a MapData,
    pub(super) metrics: &'a [Metric],
    pub(super) days: Option<u16>,
    pub(super) auto: bool,
}

/// What a run came to.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// One value for each metric.
    pub(super) values: Vec<i64>,
    /// Figures that were otherwise.
    pub(super) touched: Vec<Touched>,
}

impl Trials<'_> {
    /// The exercise as the scenario has it, for the length that is played.
    pub(super) fn shorten(&self, exercise: &mut Exercise) {
        if self.days.is_some() {
            vary(exercise, None, self.days.map(|days| Span(u32::from(days) * TICKS_PER_DAY)));
        }
    }

    /// Plays each of them; an error is told with the number of the run.
    pub(super) fn run(&self, runs: &[Vec<Bend>]) -> Vec<Result<Outcome, String>> {
        let next = AtomicUsize::new(0);
        let done: Mutex<Vec<Option<Result<Outcome, String>>>> = Mutex::new(vec![None; runs.len()]);
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        std::thread::scope(|scope| {
            for _ in 0..cores.min(runs.len()) {
                scope.spawn(|| {
                    let texts = Texts::new();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let Some(bends) = runs.get(number) else { return };
                        let outcome = self.one(Vary::new(bends.clone()), &texts);
                        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                        if let Some(place) = done.get_mut(number) {
                            *place = Some(outcome);
                        }
                    }
                });
            }
        });
        let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.into_iter().map(|each| each.unwrap_or_else(|| Err(String::new()))).collect()
    }

    fn one(&self, figures: Vary, texts: &Texts) -> Result<Outcome, String> {
        let built = load::build_varied(self.scenario.clone(), self.map, figures);
        let (mut exercise, touched) = built.map_err(|error| error.to_string())?;
        self.shorten(&mut exercise);
        let mut session = Session::new(exercise.country, exercise.plan, None);
        let players = Players::for_all(&session, texts, Language::default());
        let mut sums = vec![0; self.metrics.len()];
        let (mut hours, end) = (0, session.plan().end());
        while session.head().tick < end {
            let passed = if self.auto {
                players.advance(&mut session, TICKS_PER_HOUR, &mut |_, _| {})
            } else {
                session.advance(TICKS_PER_HOUR)
            };
            passed.map_err(|error| error.to_string())?;
            hours += 1;
            for (sum, metric) in sums.iter_mut().zip(self.metrics) {
                let value = metric::value(session.country(), session.head(), *metric);
                *sum = if metric.adds_up() { value } else { *sum + value };
            }
        }
        let mean =
            |(sum, metric): (i64, &Metric)| if metric.adds_up() { sum } else { sum / i64::max(hours, 1) };
        Ok(Outcome { values: sums.into_iter().zip(self.metrics).map(mean).collect(), touched })
    }
}
