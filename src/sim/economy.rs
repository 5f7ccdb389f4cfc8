//! What is measured of economy and government: a family of the registry of metrics.
//!
//! Must not change the state. Counted by `systems::economy`; read through `metric`.

use super::{
    country::{Country, Party},
    ids::{ProcessId, RegionId},
    metric::{MetricInfo, Unit},
    state::State,
    time::TICKS_PER_HOUR,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something measured of economy and government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum EconomyFigure {
    /// Value that is not added now, a day; over the country also freight given up in the last day. Thousands of euros.
    OutputLoss,
    /// Small firms that are closed.
    FirmsClosed,
    /// Large sites that have no use yet.
    SitesFree,
    /// Food that passed through, of what should have.
    FoodPassed,
    /// Payments of benefits that are late.
    BenefitsLate,
    /// Revenue that did not come in. Thousands of euros.
    RevenueLate,
    /// Cases that cannot wait and wait.
    CasesUrgent,
    /// Other cases that wait.
    CasesOther,
    /// Citizens stranded abroad.
    Stranded,
    /// Citizens brought home.
    BroughtHome,
    /// Work that staffs still have on decisions that were taken.
    DecisionWork,
    /// How willing the public is.
    PublicWilling,
    /// How willing firms are.
    FirmsWilling,
    /// How willing voluntary organisations are.
    VolunteersWilling,
}

impl EconomyFigure {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// True when it is only known for the country as a whole.
    pub fn is_national(self) -> bool {
        !matches!(self, Self::OutputLoss | Self::FirmsClosed | Self::SitesFree)
    }

    /// True for what is counted from the start on.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::FoodPassed | Self::RevenueLate | Self::BroughtHome)
    }

    pub(super) fn info(self) -> MetricInfo {
        let (key, unit, more_is_better) = match self {
            Self::OutputLoss => ("output-loss", Unit::KiloEuros, false),
            Self::FirmsClosed => ("firms-closed", Unit::Permille, false),
            Self::SitesFree => ("sites-free", Unit::Count, true),
            Self::FoodPassed => ("food-passed", Unit::Permille, true),
            Self::BenefitsLate => ("benefits-late", Unit::Count, false),
            Self::RevenueLate => ("revenue-late", Unit::KiloEuros, false),
            Self::CasesUrgent => ("cases-urgent", Unit::Count, false),
            Self::CasesOther => ("cases-other", Unit::Count, false),
            Self::Stranded => ("stranded", Unit::Count, false),
            Self::BroughtHome => ("brought-home", Unit::Count, true),
            Self::DecisionWork => ("decision-work", Unit::Hours, false),
            Self::PublicWilling => ("public-willing", Unit::Permille, true),
            Self::FirmsWilling => ("firms-willing", Unit::Permille, true),
            Self::VolunteersWilling => ("volunteers-willing", Unit::Permille, true),
        };
        MetricInfo { key, unit, more_is_better }
    }

    /// The value in a region or over the country; nothing where the economy is not modelled.
    pub(super) fn value(self, country: &Country, state: &State, region: Option<RegionId>) -> i64 {
        let Some(economy) = &country.economy else { return 0 };
        let row = &state.economy;
        let here = || country.regions.ids().filter(|each| region.is_none_or(|region| region == *each));
        let people = |region: RegionId| u64::from(country.regions[region].population);
        let willing = |party: Party| u64::from(row.willing_ppm[party as usize].unsigned_abs() / 1000);
        let found = match self {
            Self::OutputLoss => {
                let eur = country.score.as_ref().map_or(0, |score| u64::from(score.value_eur));
                let lost: u64 = here()
                    .map(|region| {
                        let closed = u64::from(row.closed_ppm[region].unsigned_abs() / 1000);
                        let firms = closed * u64::from(economy.firms_permille) / 1000;
                        people(region) * (u64::from(loss_permille(country, state, region)) + firms).min(1000)
                            / 1000
                    })
                    .sum();
                let freight = if region.is_some() { 0 } else { row.given_up.iter().sum::<u32>() };
                (lost * eur + u64::from(freight) * u64::from(economy.transport_eur)) / 1000
            }
            Self::FirmsClosed => {
                let all: u64 = here().map(people).sum();
                let closed = here()
                    .map(|region| people(region) * u64::from(row.closed_ppm[region].unsigned_abs() / 1000));
                closed.sum::<u64>() / all.max(1)
            }
            Self::SitesFree => here().map(|region| u64::from(sites_free(country, state, region))).sum(),
            Self::FoodPassed => (row.food[1] * 1000).checked_div(row.food[0]).unwrap_or(1000),
            Self::BenefitsLate => u64::from(row.benefits_waiting),
            Self::RevenueLate => row.revenue_late_keur,
            Self::CasesUrgent => row.cases_milli[0] / 1000,
            Self::CasesOther => row.cases_milli[1] / 1000,
            Self::Stranded => u64::from(row.stranded),
            Self::BroughtHome => u64::from(row.brought_home),
            Self::DecisionWork => {
                let left = state.measures.desks.iter().filter(|desk| desk.free > state.tick);
                left.map(|desk| u64::from(desk.free.since(state.tick).0.div_ceil(TICKS_PER_HOUR))).sum()
            }
            Self::PublicWilling => willing(Party::Public),
            Self::FirmsWilling => willing(Party::Firms),
            Self::VolunteersWilling => willing(Party::Volunteers),
        };
        i64::try_from(found).unwrap_or(i64::MAX)
    }
}

/// Large sites of a region that no measure uses, ordered ones included: each has one use at a time.
pub fn sites_free(country: &Country, state: &State, region: RegionId) -> u32 {
    let all = country.economy.as_ref().map_or(0, |economy| economy.sites[region]);
    let here = state.measures.active.iter().filter(|row| row.region == Some(region));
    let used: u32 = here.map(|row| u32::from(country.measures.rows[row.measure].sites)).sum();
    all.saturating_sub(used)
}

/// Value that is not added in a region now, in thousandths of all; nothing where value is not counted.
pub(super) fn loss_permille(country: &Country, state: &State, region: RegionId) -> u32 {
    let Some(score) = &country.score else { return 0 };
    let counted = score.processes.iter().filter(|(_, row)| row.value_permille > 0);
    let lost = counted.map(|(process, row)| {
        let level = state.processes.level(process, region).permille().min(1000);
        (1000 - level) * u32::from(row.value_permille)
    });
    (lost.sum::<u32>() / 1000).min(1000)
}

/// The lowest of the means of some processes over the inhabitants, in thousandths.
pub(super) fn national(country: &Country, state: &State, processes: &[ProcessId]) -> u64 {
    let mean = |process: &ProcessId| {
        if state.processes.level[*process] == super::state::Lanes::WHOLE {
            return 1000;
        }
        let rows = country.regions.iter();
        let weighed = rows.map(|(region, row)| {
            u64::from(row.population)
                * u64::from(state.processes.level(*process, region).permille().min(1000))
        });
        weighed.sum::<u64>() / country.population().max(1)
    };
    processes.iter().map(mean).min().unwrap_or(1000)
}
