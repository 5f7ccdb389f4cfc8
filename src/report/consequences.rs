//! The consequences for scripts: part of the result as JSON; field names are stable and English.
//!
//! Numbers only. Must not judge: nothing here is one score.

use crate::sim::{
    country::{Country, GaugeKind, Interest},
    metric::{Metric, value},
    scale,
    score::{Served, Standing, impact, profile, served},
    state::State,
};
use serde::Serialize;

/// The consequences at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consequences {
    /// How far to trust the classes.
    pub limits: &'static str,
    /// Each criterion, in order.
    pub criteria: Vec<CriterionResult>,
    /// Mean weight of the criteria of each interest that have a class, in millionths of a catastrophe; null when there is none.
    pub interests: Vec<(Interest, Option<u32>)>,
    /// The same over all criteria. Read the profile first.
    pub mean_millionths: Option<u32>,
    /// The two tracks, in thousandths; never added up.
    pub tracks: Vec<(String, i64)>,
    /// The seven requirements, in thousandths.
    pub baseline: Vec<(String, i64)>,
    /// The six pillars, in thousandths.
    pub pillars: Vec<(String, i64)>,
    /// Regions where somebody missed something, who missed most first.
    pub served: Vec<RegionResult>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionResult {
    /// Its number.
    pub code: String,
    /// False when nothing in the simulation stands for it.
    pub computed: bool,
    /// The figure, in the unit of what it is computed from.
    pub value: Option<i64>,
    /// Letter of its class; null when nothing happened or it has no classes.
    pub class: Option<&'static str>,
    /// Place on the scale of classes in thousandths, 0 to 4500.
    pub place: Option<i64>,
    /// Belgian scales: letters, figure, 0 to 7.
    pub scales: Vec<(String, i64, u8)>,
}

/// Who was served in a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegionResult {
    /// Its code.
    pub region: String,
    /// Tenths of hours without a basic need, of the mean inhabitant.
    pub need_tenths: i64,
    /// Tenths of hours in discomfort, of the mean inhabitant and the mean vulnerable one.
    pub discomfort_tenths: [i64; 2],
    /// Times that help was asked.
    pub asked: u64,
    /// Of those in vain, in thousandths: all and vulnerable people.
    pub in_vain_permille: [i64; 2],
    /// Died for want of care.
    pub deaths: i64,
    /// Treatments deferred.
    pub deferred: i64,
    /// Nights of newcomers without a place.
    pub nights_without_place: i64,
}

impl Consequences {
    /// The consequences in a state; none where the country weighs none.
    pub fn of(country: &Country, state: &State) -> Option<Self> {
        let rules = country.score.as_ref()?;
        let gauges = |kind| {
            let rows = rules.of_kind(kind);
            rows.map(|(id, row)| (row.code.clone(), value(country, state, Metric::Gauge(kind, id)))).collect()
        };
        let criteria = profile(country, state).into_iter().map(|row| {
            let info = &rules.criteria[row.criterion];
            let (value, place) = match row.standing {
                Standing::NotComputed => (None, None),
                Standing::Figure(value) => (Some(value), None),
                Standing::Placed(value, place) => (Some(value), Some(place)),
            };
            let letters = ["A", "B", "C", "D", "E"];
            let class = place.and_then(scale::class);
            let scales = info.scales.iter().zip(row.scales);
            CriterionResult {
                code: info.code.clone(),
                computed: value.is_some(),
                value,
                class: class.and_then(|class| letters.get(usize::from(class)).copied()),
                place,
                scales: scales.map(|(scale, (found, step))| (scale.code.clone(), found, step)).collect(),
            }
        });
        let missed = served(country, state).into_iter().filter(|row| !row.is_well());
        Some(Self {
            limits: "to be verified",
            criteria: criteria.collect(),
            interests: Interest::ALL
                .map(|interest| (interest, impact(country, state, Some(interest))))
                .into(),
            mean_millionths: impact(country, state, None),
            tracks: gauges(GaugeKind::Track),
            baseline: gauges(GaugeKind::Baseline),
            pillars: gauges(GaugeKind::Pillar),
            served: missed.map(|row| region(country, &row)).collect(),
        })
    }
}

fn region(country: &Country, row: &Served) -> RegionResult {
    RegionResult {
        region: country.regions[row.region].code.clone(),
        need_tenths: row.need_tenths,
        discomfort_tenths: [row.discomfort_tenths, row.discomfort_vulnerable_tenths],
        asked: row.asked,
        in_vain_permille: [row.in_vain, row.in_vain_vulnerable],
        deaths: row.deaths,
        deferred: row.deferred,
        nights_without_place: row.without_place,
    }
}
