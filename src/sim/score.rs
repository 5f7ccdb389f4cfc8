//! The impact score: criteria with their class, interests, gauges. A pure fold over what the state has summed.
//!
//! The profile comes first. The mean weight over the criteria that have limits comes second and is no verdict: criteria that
//! cannot be computed are left out of it and said to be. The two tracks are never added up. Rules: `scale`. Must not allocate
//! in what conditions ask ([`impact`], [`standing`], [`gauge`]).

use super::{
    country::{Country, Criterion, Gauge, GaugeKind, Interest, Scale},
    ids::{CriterionId, GaugeId, RegionId},
    losses::Loss,
    metric::{Metric, value},
    scale,
    state::State,
};

/// How a criterion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing in the simulation stands for it.
    NotComputed,
    /// Only a figure: its classes are described in words.
    Figure(i64),
    /// A figure and its place on the scale of classes, see [`scale`].
    Placed(i64, i64),
}

/// A criterion as it stands, with its Belgian scales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionScore {
    /// Which.
    pub criterion: CriterionId,
    /// How it stands.
    pub standing: Standing,
    /// Figure and step, 0 to 7, of each of its Belgian scales.
    pub scales: Vec<(i64, u8)>,
}

/// How a criterion stands.
pub fn standing(country: &Country, state: &State, criterion: &Criterion) -> Standing {
    let Some(measure) = criterion.measure.filter(|measure| !measure.is_of_score()) else {
        return Standing::NotComputed;
    };
    let found = value(country, state, measure);
    match &criterion.limits {
        Some(limits) => Standing::Placed(found, scale::place(found, limits)),
        None => Standing::Figure(found),
    }
}

/// Every criterion, in order; none without a score.
pub fn profile(country: &Country, state: &State) -> Vec<CriterionScore> {
    let rows = country.score.iter().flat_map(|score| score.criteria.iter());
    rows.map(|(criterion, row)| CriterionScore {
        criterion,
        standing: standing(country, state, row),
        scales: row.scales.iter().map(|scale| step(country, state, scale)).collect(),
    })
    .collect()
}

fn step(country: &Country, state: &State, scale: &Scale) -> (i64, u8) {
    let found = value(country, state, scale.measure);
    (found, scale::step(found, &scale.limits))
}

/// Mean weight of the criteria that have limits, of one interest or of all, in millionths; none when there is no such criterion.
pub fn impact(country: &Country, state: &State, interest: Option<Interest>) -> Option<u32> {
    let rows = country.score.as_ref()?.criteria.rows().iter();
    let of = rows.filter(|row| interest.is_none_or(|interest| interest == row.interest));
    let places = of.filter_map(|row| match standing(country, state, row) {
        Standing::Placed(_, place) => Some(place),
        Standing::NotComputed | Standing::Figure(_) => None,
    });
    let (sum, count) = places.fold((0, 0), |(sum, count), place| (sum + scale::weight(place), count + 1));
    (count > 0).then(|| sum / count)
}

/// A gauge in thousandths: the lowest of its terms for a requirement, their mean for a track or a pillar.
pub fn gauge(country: &Country, state: &State, gauge: &Gauge) -> i64 {
    let terms = gauge.terms.iter().filter(|term| !term.metric.is_of_score());
    let terms = terms.map(|term| term.stands(value(country, state, term.metric)));
    match gauge.kind {
        GaugeKind::Baseline => terms.min().unwrap_or(1000),
        GaugeKind::Track | GaugeKind::Pillar => {
            let count = i64::try_from(gauge.terms.len()).unwrap_or(1).max(1);
            terms.sum::<i64>() / count
        }
    }
}

/// The value of a gauge of the country; all when there is no such gauge.
pub(super) fn gauge_value(country: &Country, state: &State, id: GaugeId) -> i64 {
    let row = country.score.as_ref().and_then(|score| score.gauges.get(id));
    row.map_or(1000, |row| gauge(country, state, row))
}

/// The place of a criterion; nothing when it has none.
pub(super) fn place_value(country: &Country, state: &State, id: CriterionId) -> i64 {
    let row = country.score.as_ref().and_then(|score| score.criteria.get(id));
    match row.map(|row| standing(country, state, row)) {
        Some(Standing::Placed(_, place)) => place,
        Some(Standing::NotComputed | Standing::Figure(_)) | None => 0,
    }
}

/// Who was served and who was not, in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// Where.
    pub region: RegionId,
    /// Hours of a basic need missed by the mean inhabitant, in tenths.
    pub need_tenths: i64,
    /// People who asked for help, hour by hour.
    pub asked: u64,
    /// Of those in vain, in thousandths.
    pub in_vain: i64,
    /// Of vulnerable people who asked, in thousandths.
    pub in_vain_vulnerable: i64,
    /// Hours of discomfort of the mean inhabitant, in tenths.
    pub discomfort_tenths: i64,
    /// The same of the mean vulnerable inhabitant.
    pub discomfort_vulnerable_tenths: i64,
    /// Died for want of care.
    pub deaths: i64,
    /// Treatments deferred.
    pub deferred: i64,
    /// Newcomers' nights without a place.
    pub without_place: i64,
}

impl Served {
    /// Nobody there missed anything that is counted.
    pub fn is_well(&self) -> bool {
        let quiet =
            (self.need_tenths, self.discomfort_tenths, self.discomfort_vulnerable_tenths) == (0, 0, 0);
        quiet && self.asked == 0 && (self.deaths, self.deferred, self.without_place) == (0, 0, 0)
    }
}

/// Every region, who missed most first; of equals in order.
pub fn served(country: &Country, state: &State) -> Vec<Served> {
    use super::figures::{CareFigure, SocialFigure};
    let mut rows: Vec<Served> = country
        .regions
        .iter()
        .map(|(region, info)| {
            let sums = state.score.regions[region];
            let metric = |metric| value(country, state, metric);
            let people = u64::from(info.population);
            let weak = country
                .society
                .as_ref()
                .map_or(0, |row| people * u64::from(row.vulnerable_ppm[region].unsigned_abs()) / 1_000_000);
            // Thousandths of a person for a tick, per person: 4000 are an hour.
            let tenths = |sum: u64, of: u64| i64::try_from(sum / of.max(1) / 400).unwrap_or(i64::MAX);
            Served {
                region,
                need_tenths: tenths(sums.basic, people),
                asked: state.society.regions.get(region).map_or(0, |row| row.asked),
                in_vain: metric(Metric::Lost(Loss::Unserved, Some(region))),
                in_vain_vulnerable: metric(Metric::Lost(Loss::UnservedVulnerable, Some(region))),
                discomfort_tenths: tenths(sums.discomfort, people),
                discomfort_vulnerable_tenths: tenths(sums.discomfort_vulnerable, weak),
                deaths: metric(Metric::Care(CareFigure::Deaths, Some(region))),
                deferred: metric(Metric::Care(CareFigure::DeferredCare, Some(region))),
                without_place: metric(Metric::Society(SocialFigure::WithoutPlace, Some(region))),
            }
        })
        .collect();
    rows.sort_by_key(|row| (std::cmp::Reverse((row.need_tenths, row.discomfort_tenths)), row.region));
    rows
}
