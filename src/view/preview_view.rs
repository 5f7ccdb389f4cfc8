//! What would happen if an inject were sent now, as bands for the staff: each figure without and with it, in words and as
//! lengths for a small chart.
//!
//! Whoever works it out hands in the figures (`preflight::preview` does the work). Must not be shown to a player: the copies that were
//! played have the script in them.

use crate::{
    session::Session,
    sim::{ids::InjectId, metric::Metric, time::Tick},
    text::{Language, Narrator, Texts},
};

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
    /// Where the value of now stands on the common scale of this row, thousandths.
    pub mark: u16,
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
    let tell = Narrator {
        texts,
        language,
        country: session.country(),
        plan: session.plan(),
        state: session.head(),
        records: session.log(),
    };
    let moment = |tick| texts.date_time(language, session.plan().start, tick);
    let code = session.plan().injects.get(inject).map(|row| row.code.clone()).unwrap_or_default();
    let head = [
        ("inject", code.into()),
        ("from", moment(from).into()),
        ("until", moment(until).into()),
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
    let all = [band.now, band.without[0], band.without[1], band.with[0], band.with[1]];
    let (least, most) =
        all.iter().fold((i64::MAX, i64::MIN), |(least, most), each| (least.min(*each), most.max(*each)));
    let at = |value: i64| {
        let part = i128::from(value - least) * 1000 / i128::from((most - least).max(1));
        u16::try_from(part).unwrap_or(0)
    };
    BandRow {
        name: tell.metric_name(band.metric),
        now: value(band.now),
        without: range(band.without),
        with: range(band.with),
        mark: at(band.now),
        without_at: band.without.map(at),
        with_at: band.with.map(at),
    }
}
