//! Where the exercise is probably going, as curves for the staff: each figure with its lowest and highest over time.
//!
//! Whoever works it out hands in the figures (`preflight::foresight` does the work). Must not be shown to a player: the copies that
//! were played have the script in them.

use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{
        metric::{Metric, Unit},
        plan::Start,
        time::Tick,
    },
    text::{Language, Texts},
};

/// How far the working out is.
#[derive(Clone, Debug, PartialEq)]
pub enum ForesightView {
    /// Being worked out: how far, percent.
    Working(u8),
    /// Cannot be worked out, and why.
    Failed(String),
    /// Worked out.
    Done(Outlooks),
}

/// The curves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlooks {
    /// From when until when, with how many dice.
    pub head: String,
    /// When the scenario starts, to name moments.
    pub start: Start,
    /// One for each figure.
    pub curves: Vec<Curve>,
}

/// A figure over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What it is.
    pub name: String,
    /// Its unit; empty for whole things.
    pub unit: String,
    /// Its value now, with its unit.
    pub now: String,
    /// Its lowest and highest at the end, with the unit.
    pub end: String,
    /// Moment, lowest and highest, in the unit.
    pub points: Vec<(Tick, f64, f64)>,
}

/// A figure as it was worked out: lowest and highest at each moment.
pub type CourseInput = (Metric, Vec<(i64, i64)>);

/// The curves in a language. A figure that stays nought is left out.
pub fn outlooks_view(
    session: &Session,
    texts: &Texts,
    language: Language,
    (moments, seeds): (&[Tick], u16),
    courses: &[CourseInput],
) -> Outlooks {
    let sight = Sight::new(session, Viewer::Lead, texts, language);
    let tell = sight.tell();
    let (from, until) = (moments.first().copied(), moments.last().copied());
    let args = [
        ("from", sight.moment(from.unwrap_or_default()).into()),
        ("until", sight.moment(until.unwrap_or_default()).into()),
        ("seeds", u32::from(seeds).into()),
    ];
    let moving = courses.iter().filter(|(_, course)| course.iter().any(|range| *range != (0, 0)));
    let curve = |(metric, course): &CourseInput| {
        let value = |value: i64| tell.metric_value(*metric, value);
        let (first, last) = (course.first().copied(), course.last().copied());
        let (low, high) = last.unwrap_or_default();
        let range = [("low", value(low).into()), ("high", value(high).into())];
        let scale = scale(metric.info().unit);
        Curve {
            name: tell.metric_name(*metric),
            unit: unit_key(metric.info().unit).map_or_else(String::new, |key| sight.word(key)),
            now: value(first.unwrap_or_default().0),
            end: if low == high { value(low) } else { texts.say(language, "cli-preview-range", &range) },
            points: moments
                .iter()
                .zip(course)
                .map(|(at, (low, high))| (*at, *low as f64 / scale, *high as f64 / scale))
                .collect(),
        }
    };
    Outlooks {
        head: texts.say(language, "foresight-head", &args),
        start: session.plan().start,
        curves: moving.map(curve).collect(),
    }
}

/// How many of the smallest parts of a unit go into what is drawn.
fn scale(unit: Unit) -> f64 {
    match unit {
        Unit::Permille => 10.0,
        Unit::Class => 1000.0,
        Unit::Count
        | Unit::Hours
        | Unit::PersonDays
        | Unit::Megawatts
        | Unit::MegawattHours
        | Unit::KiloEuros => 1.0,
    }
}

fn unit_key(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Permille => Some("unit-percent"),
        Unit::Count => None,
        Unit::Hours => Some("unit-hours"),
        Unit::PersonDays => Some("unit-person-days"),
        Unit::Megawatts => Some("unit-megawatts"),
        Unit::MegawattHours => Some("unit-megawatt-hours"),
        Unit::KiloEuros => Some("unit-kilo-euros"),
        Unit::Class => Some("unit-class"),
    }
}
