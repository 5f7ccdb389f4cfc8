//! What a map can colour the regions by: every metric that has a value for a region, and what a region has in store.
//!
//! The list follows the registry of metrics; a test compares the two. Must not measure: `metric` does. Classes and words
//! are in `view::map_lens`.

use super::{
    country::Country,
    economy::EconomyFigure,
    electric_figures::ElectricFigure,
    figures::{CareFigure, SocialFigure},
    ids::{DenseId, GoodId, ProcessId, RegionId, SectorId},
    labour::StaffFigure,
    losses::Loss,
    metric::{Metric, value},
    state::State,
};
use serde::{Deserialize, Serialize};

/// A metric with its region left open, or a stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RegionLens {
    /// The lowest level of any process.
    WorstLevel,
    /// Level of one process.
    Level(ProcessId),
    /// Hours of normal use that a region has in store.
    Stock(GoodId),
    /// Something of care.
    Care(CareFigure),
    /// How far daily life goes on.
    DailyLife,
    /// Something of people.
    Society(SocialFigure),
    /// Unmet need so far.
    UnmetNeed,
    /// Something lost so far.
    Lost(Loss),
    /// Something of electricity.
    Electricity(ElectricFigure),
    /// People of a sector who are there.
    Staff(SectorId),
    /// Something of economy and government.
    Economy(EconomyFigure),
    /// How far it is scaled up.
    Grip,
}

/// Everything that a map of this country can colour the regions by, in the order of a list.
pub fn region_lenses(country: &Country) -> Vec<RegionLens> {
    let mut found = vec![RegionLens::WorstLevel];
    found.extend(country.processes.ids().map(RegionLens::Level));
    let stored = country.goods.iter().filter(|(_, good)| good.daily_kg.iter().any(|(_, daily)| *daily > 0));
    found.extend(stored.map(|(good, _)| RegionLens::Stock(good)));
    if country.health.is_some() {
        found.extend(CareFigure::ALL.map(RegionLens::Care));
    }
    found.push(RegionLens::DailyLife);
    if country.society.is_some() {
        found.extend(SocialFigure::ALL.map(RegionLens::Society));
    }
    found.push(RegionLens::UnmetNeed);
    if country.score.is_some() {
        found.extend(Loss::ALL.into_iter().filter(|loss| !loss.is_national()).map(RegionLens::Lost));
    }
    if country.electricity.is_some() {
        let figures = ElectricFigure::ALL.into_iter().filter(|figure| !figure.is_national());
        found.extend(figures.map(RegionLens::Electricity));
    }
    found.extend(country.workforce.iter().flat_map(|row| row.sectors.ids()).map(RegionLens::Staff));
    if country.economy.is_some() {
        let figures = EconomyFigure::ALL.into_iter().filter(|figure| !figure.is_national());
        found.extend(figures.map(RegionLens::Economy));
    }
    found.push(RegionLens::Grip);
    found
}

impl RegionLens {
    /// The metric for one region; none for a stock, which no metric counts.
    pub fn metric(self, region: RegionId) -> Option<Metric> {
        Some(match self {
            Self::WorstLevel => Metric::WorstLevel(region),
            Self::Level(process) => Metric::Level(process, Some(region)),
            Self::Stock(_) => return None,
            Self::Care(figure) => Metric::Care(figure, Some(region)),
            Self::DailyLife => Metric::DailyLife(Some(region)),
            Self::Society(figure) => Metric::Society(figure, Some(region)),
            Self::UnmetNeed => Metric::UnmetNeed(Some(region)),
            Self::Lost(loss) => Metric::Lost(loss, Some(region)),
            Self::Electricity(figure) => Metric::Electricity(figure, Some(region)),
            Self::Staff(sector) => Metric::Staff(StaffFigure::There, sector, Some(region)),
            Self::Economy(figure) => Metric::Economy(figure, Some(region)),
            Self::Grip => Metric::Grip(Some(region)),
        })
    }

    /// The value in a region now, in the unit of the metric or in hours of a stock; none where it is not kept.
    pub fn value(self, country: &Country, state: &State, region: RegionId) -> Option<i64> {
        match (self, self.metric(region)) {
            (Self::Stock(good), _) => {
                let daily = *country.goods.get(good)?.daily_kg.get(region)?;
                let store = *state.supply.get(good)?.store_kg.get(region)?;
                i64::try_from(store.saturating_mul(24).checked_div(daily)?).ok()
            }
            (_, metric) => metric.map(|metric| value(country, state, metric)),
        }
    }

    /// True when more is better.
    pub fn more_is_better(self) -> bool {
        let any = RegionId::from_index(0);
        self.metric(any).is_none_or(|metric| metric.info().more_is_better)
    }

    /// A process level that exists in every country, for views that need a first choice.
    pub fn first() -> Self {
        Self::Level(ProcessId::from_index(0))
    }
}
