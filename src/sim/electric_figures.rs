//! What is measured of electricity: a family of the registry of metrics.
//!
//! Served power is what users have: what they ask times the level of the process, whatever lowers that. Must not change the
//! state. Read through `metric`; balanced by `systems::power`.

use super::{
    country::Country,
    ids::RegionId,
    metric::{MetricInfo, Unit},
    state::State,
    time::TICKS_PER_HOUR,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something measured of electricity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum ElectricFigure {
    /// What users ask.
    Asked,
    /// What users have.
    Served,
    /// What users did not have since the start.
    Unserved,
    /// Connections without power times hours, since the start.
    CustomerHours,
    /// Import.
    Import,
    /// What could be made or imported and is not used.
    Reserve,
    /// New load for which the grid has no room.
    Congested,
}

impl ElectricFigure {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// True for what exists for the country as a whole only.
    pub fn is_national(self) -> bool {
        matches!(self, Self::Import | Self::Reserve)
    }

    /// True for what is counted from the start on.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Unserved | Self::CustomerHours)
    }

    pub(super) fn info(self) -> MetricInfo {
        let (key, unit, more_is_better) = match self {
            Self::Asked => ("electricity-asked", Unit::Megawatts, false),
            Self::Served => ("electricity-served", Unit::Megawatts, true),
            Self::Unserved => ("electricity-unserved", Unit::MegawattHours, false),
            Self::CustomerHours => ("customer-hours", Unit::Count, false),
            Self::Import => ("electricity-import", Unit::Megawatts, false),
            Self::Reserve => ("electricity-reserve", Unit::Megawatts, true),
            Self::Congested => ("electricity-congested", Unit::Megawatts, false),
        };
        MetricInfo { key, unit, more_is_better }
    }

    /// The value in a region, or over the country.
    pub(super) fn value(self, country: &Country, state: &State, region: Option<RegionId>) -> i64 {
        let Some(row) = &country.electricity else { return 0 };
        let sum = |of: &dyn Fn(RegionId) -> u64| {
            let regions = country.regions.ids().filter(|each| region.is_none_or(|region| region == *each));
            regions.map(of).sum::<u64>()
        };
        let power = &state.power;
        let value = match self {
            Self::Asked => sum(&|id| u64::from(power.demand_mw[id])),
            Self::Served => {
                sum(&|id| u64::from(state.processes.level(row.process, id).of_round(power.demand_mw[id])))
            }
            Self::Unserved => sum(&|id| power.unserved[id]) / (1000 * u64::from(TICKS_PER_HOUR)),
            Self::CustomerHours => {
                let people = sum(&|id| power.without[id]) / (1000 * u64::from(TICKS_PER_HOUR));
                people * 100 / u64::from(row.people_per_customer_centi.max(1))
            }
            Self::Import => u64::from(power.import_mw),
            Self::Reserve => u64::from(power.reserve_mw),
            Self::Congested => sum(&|id| u64::from(power.congested_mw[id])),
        };
        i64::try_from(value).unwrap_or(i64::MAX)
    }
}
