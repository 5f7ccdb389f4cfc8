//! What is measured of care and of people: the families of the registry of metrics that each region has.
//!
//! Shares in thousandths. Must not change the state. Read through `metric`.

use super::{
    country::{Cohort, Country, Ward},
    ids::RegionId,
    metric::{MetricInfo, Unit},
    state::{HospitalState, PeopleState, State},
    systems::health,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something measured of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum CareFigure {
    /// Patients on and for wards against staffed beds.
    WardLoad,
    /// The same of intensive care.
    IntensiveLoad,
    /// Casualties who were not treated yet.
    Untreated,
    /// Patients who wait for a bed.
    AwaitingBed,
    /// People who died for want of care.
    Deaths,
    /// Planned treatments that did not take place.
    DeferredCare,
    /// Military patients in hospital.
    MilitaryPatients,
    /// Hospital staff, of the ordinary.
    HospitalStaff,
}

impl CareFigure {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    pub(super) fn info(self) -> MetricInfo {
        let (key, unit, more_is_better) = match self {
            Self::WardLoad => ("ward-load", Unit::Permille, false),
            Self::IntensiveLoad => ("intensive-load", Unit::Permille, false),
            Self::Untreated => ("untreated", Unit::Count, false),
            Self::AwaitingBed => ("awaiting-bed", Unit::Count, false),
            Self::Deaths => ("deaths", Unit::Count, false),
            Self::DeferredCare => ("deferred-care", Unit::Count, false),
            Self::MilitaryPatients => ("military-patients", Unit::Count, false),
            Self::HospitalStaff => ("hospital-staff", Unit::Permille, true),
        };
        MetricInfo { key, unit, more_is_better }
    }

    /// The value in a region, or over the country: sums, and means by beds or people.
    pub(super) fn value(self, country: &Country, state: &State, region: Option<RegionId>) -> i64 {
        let Some(care) = &country.health else { return 0 };
        let regions = || care.regions.ids().filter(|each| region.is_none_or(|region| region == *each));
        let sum = |of: &dyn Fn(&HospitalState) -> u32| -> i64 {
            regions().map(|region| i64::from(of(&state.health.regions[region]))).sum()
        };
        let load = |ward: Ward| {
            let beds: u64 =
                regions().map(|region| u64::from(health::capacity(care, state, region)[ward as usize])).sum();
            let patients = sum(&|row| row.occupied(ward) + row.boarding(ward));
            patients * 1000 / i64::try_from(beds.max(1)).unwrap_or(i64::MAX)
        };
        match self {
            Self::WardLoad => load(Ward::Clinic),
            Self::IntensiveLoad => load(Ward::Intensive),
            Self::Untreated => sum(&HospitalState::untreated),
            Self::AwaitingBed => sum(&|row| Ward::ALL.into_iter().map(|ward| row.boarding(ward)).sum()),
            Self::Deaths => sum(&|row| row.dead + row.missed),
            Self::DeferredCare => sum(&|row| row.deferred),
            Self::MilitaryPatients => sum(&|row| {
                let at = Cohort::Military as usize;
                row.beds.iter().chain(&row.boarding).map(|ward| ward[at]).sum()
            }),
            Self::HospitalStaff => {
                let beds = |region: RegionId| u64::from(care.regions[region].beds[0]);
                let staff: u64 =
                    regions().map(|region| health::staff(care, state, region) * beds(region)).sum();
                let all: u64 = regions().map(beds).sum();
                i64::try_from(staff / all.max(1)).unwrap_or(0)
            }
        }
    }
}

/// Something measured of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum SocialFigure {
    /// Prepared households.
    Prepared,
    /// Who has heard what to do.
    Warned,
    /// Who believes what is not so.
    Misinformed,
    /// Trust in the authorities.
    Trust,
    /// Groups that stand against each other.
    Polarised,
    /// Unrest.
    Unrest,
    /// Extra buying.
    Hoarding,
    /// In discomfort.
    Discomfort,
    /// Discomfort of vulnerable people beyond that of all.
    EquityGap,
    /// People who asked for help in vain, hour by hour.
    Unhelped,
    /// Vulnerable people among them.
    UnhelpedVulnerable,
    /// Nights that newcomers spent without a place.
    WithoutPlace,
    /// Support for reception.
    ReceptionSupport,
    /// Disturbances.
    Disturbances,
}

impl SocialFigure {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    pub(super) fn info(self) -> MetricInfo {
        let (key, unit, more_is_better) = match self {
            Self::Prepared => ("prepared", Unit::Permille, true),
            Self::Warned => ("warned", Unit::Permille, true),
            Self::Misinformed => ("misinformed", Unit::Permille, false),
            Self::Trust => ("trust", Unit::Permille, true),
            Self::Polarised => ("polarised", Unit::Permille, false),
            Self::Unrest => ("unrest", Unit::Permille, false),
            Self::Hoarding => ("hoarding", Unit::Permille, false),
            Self::Discomfort => ("discomfort", Unit::Permille, false),
            Self::EquityGap => ("equity-gap", Unit::Permille, false),
            Self::Unhelped => ("unhelped", Unit::Count, false),
            Self::UnhelpedVulnerable => ("unhelped-vulnerable", Unit::Count, false),
            Self::WithoutPlace => ("without-place", Unit::Count, false),
            Self::ReceptionSupport => ("reception-support", Unit::Permille, true),
            Self::Disturbances => ("disturbances", Unit::Count, false),
        };
        MetricInfo { key, unit, more_is_better }
    }

    /// The value in a region, or over the country: sums of people, means of shares by inhabitants.
    pub(super) fn value(self, country: &Country, state: &State, region: Option<RegionId>) -> i64 {
        let rows = || {
            let all = state.society.regions.iter();
            all.filter(move |(each, _)| region.is_none_or(|region| region == *each))
        };
        let sum = |of: &dyn Fn(&PeopleState) -> u64| {
            i64::try_from(rows().map(|(_, row)| of(row)).sum::<u64>()).unwrap_or(0)
        };
        let mean = |of: &dyn Fn(&PeopleState) -> i32| {
            let people = |region: RegionId| i64::from(country.regions[region].population);
            let weighed: i64 = rows().map(|(region, row)| i64::from(of(row)) / 1000 * people(region)).sum();
            weighed / rows().map(|(region, _)| people(region)).sum::<i64>().max(1)
        };
        match self {
            Self::Prepared => mean(&|row| row.prepared),
            Self::Warned => mean(&|row| row.warned),
            Self::Misinformed => mean(&|row| row.misinformed),
            Self::Trust => mean(&|row| row.trust),
            Self::Polarised => mean(&|row| row.polarised),
            Self::Unrest => mean(&|row| row.unrest),
            Self::Hoarding => mean(&|row| row.hoarding),
            Self::Discomfort => mean(&|row| row.discomfort),
            Self::EquityGap => mean(&|row| row.discomfort_vulnerable - row.discomfort),
            Self::Unhelped => sum(&|row| row.unhelped),
            Self::UnhelpedVulnerable => sum(&|row| row.unhelped_vulnerable),
            Self::WithoutPlace => sum(&|row| row.without_place / 24),
            Self::ReceptionSupport => mean(&|row| row.support),
            Self::Disturbances => sum(&|row| u64::from(row.disturbances)),
        }
    }
}
