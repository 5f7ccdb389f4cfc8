//! How the consequences are scored: criteria with the limits of their classes, scales, and gauges.
//!
//! Static data only. The sums are kept by `systems::scoring`; `score` folds them. Names and reasons are in the language files,
//! sources in the book of figures.

use crate::sim::every::every;
use crate::sim::{
    ids::{CriterionId, GaugeId, MeasureId, ProcessId, Table},
    metric::Metric,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// The six interests of national security, in their usual order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Interest {
    /// Territorial security.
    Territorial,
    /// Physical safety.
    Physical,
    /// Economic security.
    Economic,
    /// Ecological security.
    Ecological,
    /// Social and political stability.
    Social,
    /// International legal order and stability.
    International,
}

impl Interest {
    /// Every interest.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

/// What a gauge stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum GaugeKind {
    /// One of the two tracks: the mean of its terms. The two are never added up.
    Track,
    /// One of the seven baseline requirements of NATO: the lowest of its terms.
    Baseline,
    /// One of the six pillars of the resilience task: the mean of its terms.
    Pillar,
}

impl GaugeKind {
    /// Every kind.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

/// Everything static about the score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// What each process counts for.
    pub processes: Table<ProcessId, Counted>,
    /// Value added for each inhabitant on a day, in euros.
    pub value_eur: u32,
    /// Cost of an hour of a repair team with what it uses, in euros.
    pub repair_eur: u32,
    /// Part of the rights of the people where it holds that each measure limits, in thousandths.
    pub rights_permille: Table<MeasureId, u16>,
    /// Part of deferred treatments that leaves somebody ill for long, in thousandths.
    pub chronic_permille: u32,
    /// Weight of an injury, in thousandths: T1, T2, T3.
    pub injury_milli: [u32; 3],
    /// Criteria, in the order of their interests.
    pub criteria: Table<CriterionId, Criterion>,
    /// Tracks, requirements and pillars.
    pub gauges: Table<GaugeId, Gauge>,
}

/// What the loss of a process counts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Who misses it lacks a basic need.
    pub basic: bool,
    /// Who misses it cannot lead a daily life.
    pub daily: bool,
    /// Value added that stops with it, in thousandths of all.
    pub value_permille: u16,
}

/// A criterion of an interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Number such as 2-1.
    pub code: String,
    /// Whose criterion it is.
    pub interest: Interest,
    /// What it is computed from; none when nothing in the simulation stands for it.
    pub measure: Option<Metric>,
    /// Where classes B, C, D and E begin, in the unit of the measure; none when the criterion is only described in words.
    pub limits: Option<[i64; 4]>,
    /// Belgian scales of the same harm.
    pub scales: Vec<Scale>,
}

/// A scale from 0 to 7 of the Belgian National Risk Assessment: equal numbers are comparable harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its letters, such as Ha.
    pub code: String,
    /// What it counts.
    pub measure: Metric,
    /// Where 2 to 7 begin, in the unit of the measure; anything above nothing is 1.
    pub limits: [i64; 6],
}

/// A gauge from nothing to all of something, in thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gauge {
    /// Code, such as energy.
    pub code: String,
    /// What it stands for.
    pub kind: GaugeKind,
    /// What it is made of, at least one.
    pub terms: Vec<Term>,
    /// Criteria that belong to it.
    pub criteria: Vec<CriterionId>,
    /// Measures that serve it.
    pub measures: Vec<MeasureId>,
}

/// A part of a gauge: a measured value between where all is well and where nothing is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// What is measured.
    pub metric: Metric,
    /// Its value when all is well.
    pub well: i64,
    /// Its value when nothing is left; differs from `well`.
    pub gone: i64,
}

/// Beyond this nothing changes any more: no sum leaves its type.
const FAR: i64 = 1_000_000_000_000;

impl Term {
    /// Where a value stands between `gone` and `well`, in thousandths.
    pub fn stands(&self, value: i64) -> i64 {
        let part = ((value.clamp(-FAR, FAR) - self.gone) * 1000).checked_div(self.well - self.gone);
        part.map_or(1000, |part| part.clamp(0, 1000))
    }
}

impl Score {
    /// The gauges of a kind, in order.
    pub fn of_kind(&self, kind: GaugeKind) -> impl Iterator<Item = (GaugeId, &Gauge)> {
        self.gauges.iter().filter(move |(_, row)| row.kind == kind)
    }

    /// The criteria of an interest, in order.
    pub fn of_interest(&self, interest: Interest) -> impl Iterator<Item = (CriterionId, &Criterion)> {
        self.criteria.iter().filter(move |(_, row)| row.interest == interest)
    }
}
