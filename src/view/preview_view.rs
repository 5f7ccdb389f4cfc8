//! What would happen if an inject were sent now, as bands for the staff: each figure without and with it, in words and as
//! lengths for a small chart.
//!
//! Whoever works it out hands in the figures (`preflight::preview` does the work). Must not be shown to a player: the copies that were
//! played have the script in them.

use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{ids::InjectId, metric::Metric, time::Tick},
    text::{Language, Narrator, Texts},
};

/// What a scale has beside its bands on either side, thousandths.
const MARGIN: i128 = 100;

/// How far the working out is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// The inject that is tried out.
    pub inject: InjectId,
    /// What is known.
    pub stand: PreviewStand,
}

/// What is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewStand {
    /// Being worked out: how far, percent.
    Working(u8),
    /// Cannot be worked out, and why.
    Failed(String),
    /// Worked out.
    Done(BandsView),
}

/// The bands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BandsView {
    /// What was tried, from when until when, with how many dice.
    pub head: String,
    /// Figures that differ whatever the dice.
    pub clear: Vec<BandRow>,
    /// The other figures that a lead looks at first.
    pub others: Vec<BandRow>,
}

/// A figure without and with what is tried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandRow {
    /// What it is, with its unit.
    pub name: String,
    /// Its value now.
    pub now: String,
    /// Without: the lowest to the highest.
    pub without: String,
    /// With.
    pub with: String,
    /// Where the value of now stands on the scale of this row, thousandths; none when it lies beside the bands.
    pub mark: Option<u16>,
    /// Where the band without begins and ends, thousandths.
    pub without_at: [u16; 2],
    /// Where the band with begins and ends.
    pub with_at: [u16; 2],
}

/// A figure as it was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandInput {
    /// Which.
    pub metric: Metric,
    /// Now.
    pub now: i64,
    /// Lowest and highest without.
    pub without: [i64; 2],
    /// Lowest and highest with.
    pub with: [i64; 2],
    /// It differs whatever the dice.
    pub clear: bool,
}

/// The bands in a language.
pub fn bands_view(
    session: &Session,
    texts: &Texts,
    language: Language,
    (inject, from, until, seeds): (InjectId, Tick, Tick, u16),
    bands: &[BandInput],
) -> BandsView {
    let sight = Sight::new(session, Viewer::Lead, texts, language);
    let tell = sight.tell();
    let code = session.plan().injects.get(inject).map(|row| row.code.clone()).unwrap_or_default();
    let head = [
        ("inject", code.into()),
        ("from", sight.moment(from).into()),
        ("until", sight.moment(until).into()),
        ("seeds", u32::from(seeds).into()),
    ];
    let of = |clear: bool| {
        bands.iter().filter(|band| band.clear == clear).map(|band| row(&tell, band)).collect::<Vec<_>>()
    };
    BandsView { head: texts.say(language, "cli-preview-head", &head), clear: of(true), others: of(false) }
}

fn row(tell: &Narrator<'_>, band: &BandInput) -> BandRow {
    let value = |value: i64| tell.metric_value(band.metric, value);
    let range = |[low, high]: [i64; 2]| {
        if low == high {
            return value(low);
        }
        let words = [("low", value(low).into()), ("high", value(high).into())];
        tell.texts.say(tell.language, "cli-preview-range", &words)
    };
    // The scale is that of the bands with a tenth around it: a difference is seen, the words say how large it is.
    let all = [band.without[0], band.without[1], band.with[0], band.with[1]].map(i128::from);
    let least = all.iter().copied().min().unwrap_or_default();
    let width = (all.iter().copied().max().unwrap_or_default() - least).max(1);
    let on_scale = |value: i64| MARGIN + (i128::from(value) - least) * (1000 - 2 * MARGIN) / width;
    let at = |value: i64| u16::try_from(on_scale(value).clamp(0, 1000)).unwrap_or(0);
    let inside = (0..=1000).contains(&on_scale(band.now));
    BandRow {
        name: tell.metric_name(band.metric),
        now: value(band.now),
        without: range(band.without),
        with: range(band.with),
        mark: inside.then(|| at(band.now)),
        without_at: band.without.map(at),
        with_at: band.with.map(at),
    }
}
