//! What happens if this is done now: two hidden copies of the exercise, with and without it, some hours ahead with automatic players, for a few seeds.
//!
//! What comes out is a band for each figure: the lowest and the highest over the seeds, without and with. One course of events among
//! many: people decide otherwise. Must not change the exercise or its recording, and must not be shown to players: the copies have the script in them.

use crate::{
    auto::players::Players,
    session::{Session, SubmitError},
    sim::{
        command::{By, Command},
        country::{Class, Country, Interest},
        figures::{CareFigure, SocialFigure},
        losses::Loss,
        metric::{self, Metric, value},
        plan::Plan,
        time::{Span, TICKS_PER_HOUR, Tick},
    },
    text::{Language, Texts},
};
use serde::Serialize;

/// What to try out.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What is done now, each in the name of its giver.
    pub commands: Vec<(By, Command)>,
    /// How far to look ahead.
    pub ahead: Span,
    /// Dice: the exercise's own and so many others, at least 1.
    pub seeds: u16,
    /// Figures; none for the usual ones and those that move most.
    pub metrics: Vec<Metric>,
}

/// Figures beside the usual ones that are told because they move most. Own choice: a page.
const MOVED_MOST: usize = 8;

/// Hours of the scenario between two looks whether it still goes on.
const LOOK_HOURS: u32 = 6;

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Now.
    pub from: Tick,
    /// The moment that is looked at.
    pub until: Tick,
    /// Seeds that were tried.
    pub seeds: u16,
    /// The figures.
    pub bands: Vec<Band>,
}

/// Lowest and highest of a figure over the seeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// Lowest.
    pub low: i64,
    /// Highest.
    pub high: i64,
}

/// A figure without and with what is tried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Which.
    pub metric: Metric,
    /// Now.
    pub now: i64,
    /// Without it.
    pub without: Range,
    /// With it.
    pub with: Range,
}

impl Band {
    /// True when it makes a difference whatever the dice.
    pub fn is_clear(&self) -> bool {
        self.with.low > self.without.high || self.with.high < self.without.low
    }

    /// Between the middles, in thousandths of the largest of all.
    fn moved(&self) -> i64 {
        let middle = |range: Range| i64::midpoint(range.low, range.high);
        let (without, with) = (middle(self.without), middle(self.with));
        (with - without).abs().saturating_mul(1000) / without.abs().max(with.abs()).max(1)
    }
}

/// Tries it out. Refused when what is tried would be refused now.
pub fn preview(session: &Session, trial: &Trial, texts: &Texts) -> Result<Preview, SubmitError> {
    let found = preview_watched(session, trial, texts, &mut |_| true)?;
    Ok(found.unwrap_or_else(|| unreachable!("nobody stopped it")))
}

/// Tries it out while somebody watches: `goes_on` hears how far it is, thousandths, and says whether it goes on. None when it was stopped.
pub fn preview_watched(
    session: &Session,
    trial: &Trial,
    texts: &Texts,
    goes_on: &mut dyn FnMut(u16) -> bool,
) -> Result<Option<Preview>, SubmitError> {
    let (country, plan) = (session.country(), session.plan());
    let asked = if trial.metrics.is_empty() { metric::all(country, plan) } else { trial.metrics.clone() };
    let from = session.shown().tick;
    let mut bands: Vec<Band> = Vec::new();
    let mut until = from;
    for number in 0..trial.seeds.max(1) {
        let seed = plan.seed.wrapping_add(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut part = |half: u32, passed: u32| {
            let of_run = passed.min(trial.ahead.0) * 1000 / trial.ahead.0.max(1);
            let runs = u32::from(number) * 2 + half;
            goes_on(
                u16::try_from((runs * 1000 + of_run) / (u32::from(trial.seeds.max(1)) * 2)).unwrap_or(1000),
            )
        };
        let without = run(session, seed, (&[], trial.ahead), texts, &mut |passed| part(0, passed))?;
        let Some(without) = without else { return Ok(None) };
        let with = run(session, seed, (&trial.commands, trial.ahead), texts, &mut |passed| part(1, passed))?;
        let Some(with) = with else { return Ok(None) };
        until = without.head().tick;
        if bands.is_empty() {
            let band = |metric: &Metric| {
                let empty = Range { low: i64::MAX, high: i64::MIN };
                Band {
                    metric: *metric,
                    now: value(country, session.shown(), *metric),
                    without: empty,
                    with: empty,
                }
            };
            bands = asked.iter().map(band).collect();
        }
        for band in &mut bands {
            for (range, run) in [(&mut band.without, &without), (&mut band.with, &with)] {
                let found = value(country, run.head(), band.metric);
                range.low = range.low.min(found);
                range.high = range.high.max(found);
            }
        }
    }
    if trial.metrics.is_empty() {
        bands = chosen(bands, country, plan);
    }
    Ok(Some(Preview { from, until, seeds: trial.seeds.max(1), bands }))
}

/// The usual figures, then those that move most and clearly.
fn chosen(bands: Vec<Band>, country: &Country, plan: &Plan) -> Vec<Band> {
    let usual = usual(country, plan);
    let find = |metric: &Metric| bands.iter().find(|band| band.metric == *metric).copied();
    let mut found: Vec<Band> = usual.iter().filter_map(find).collect();
    let mut rest: Vec<Band> =
        bands.iter().filter(|band| band.is_clear() && !usual.contains(&band.metric)).copied().collect();
    rest.sort_by_key(|band| (std::cmp::Reverse(band.moved()), band.metric));
    found.extend(rest.into_iter().take(MOVED_MOST));
    found
}

/// What a lead looks at first.
pub fn usual(country: &Country, plan: &Plan) -> Vec<Metric> {
    let mut found: Vec<Metric> = plan.movements.ids().map(Metric::Delivered).collect();
    found.extend([
        Metric::UnmetNeed(None),
        Metric::DailyLife(None),
        Metric::CivilDelay,
        Metric::Waiting(Class::LifeSupport),
        Metric::OpenDamages,
        Metric::Care(CareFigure::WardLoad, None),
        Metric::Society(SocialFigure::Trust, None),
        Metric::Society(SocialFigure::Unrest, None),
        Metric::Lost(Loss::Value, None),
        Metric::Impact(Interest::Physical),
        Metric::Spent,
    ]);
    let all = metric::all(country, plan);
    found.retain(|metric| all.contains(metric));
    found
}

fn run(
    session: &Session,
    seed: u64,
    (commands, ahead): (&[(By, Command)], Span),
    texts: &Texts,
    goes_on: &mut dyn FnMut(u32) -> bool,
) -> Result<Option<Session>, SubmitError> {
    let mut copy = session.hidden_copy(Some(seed));
    for (by, command) in commands {
        copy.submit(*by, copy.head().tick, command.clone())?;
    }
    let players = Players::for_all(&copy, texts, Language::default());
    let from = copy.head().tick;
    let until = from.after(ahead).min(copy.plan().end());
    while copy.head().tick < until {
        if !goes_on(copy.head().tick.since(from).0) {
            return Ok(None);
        }
        let left = until.since(copy.head().tick).0;
        let passed = players.advance(&mut copy, left.min(LOOK_HOURS * TICKS_PER_HOUR), &mut |_, _| {})?;
        if passed == 0 {
            break;
        }
    }
    Ok(Some(copy))
}
