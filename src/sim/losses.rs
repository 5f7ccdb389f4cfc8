//! What was lost since the start: the family of metrics that the impact score is made of.
//!
//! Folds of the sums that the state keeps. Must not change the state. Read through `metric`.

use super::{
    country::Country,
    ids::RegionId,
    metric::{MetricInfo, Unit},
    state::{PARTS_PER_DAY, RegionSums, State},
    time::TICKS_PER_HOUR,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Loss {
    /// People seriously hurt or ill, civil and military: T1, T2, and those left ill by deferred care.
    Injured,
    /// The same and T3, each by its weight.
    InjuredWeighted,
    /// Of the seriously hurt, soldiers.
    InjuredMilitary,
    /// Person-days in which somebody missed a basic need.
    InNeed,
    /// Person-days in which daily life was disrupted.
    Disrupted,
    /// Person-days of a process that digital damage took.
    DigitalDays,
    /// Value lost: added value that stopped; over the country also repair, measures and agreed offers. Thousands of euros.
    Value,
    /// Person-days of unrest.
    UnrestDays,
    /// Person-days of rights that measures limited.
    RightsDays,
    /// Host nation support asked and not given, in thousandths of what was asked. Of the country.
    SupportShort,
    /// Military pieces that are not across the border though their date has passed, in thousandths of all. Of the country.
    Late,
    /// People who asked for help in vain, in thousandths of who asked.
    Unserved,
    /// The same of vulnerable people.
    UnservedVulnerable,
}

impl Loss {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// True when it is only known for the country as a whole.
    pub fn is_national(self) -> bool {
        matches!(self, Self::SupportShort | Self::Late)
    }

    pub(super) fn info(self) -> MetricInfo {
        let (key, unit) = match self {
            Self::Injured => ("injured", Unit::Count),
            Self::InjuredWeighted => ("injured-weighted", Unit::Count),
            Self::InjuredMilitary => ("injured-military", Unit::Count),
            Self::InNeed => ("in-need", Unit::PersonDays),
            Self::Disrupted => ("disrupted", Unit::PersonDays),
            Self::DigitalDays => ("digital-days", Unit::PersonDays),
            Self::Value => ("value-lost", Unit::KiloEuros),
            Self::UnrestDays => ("unrest-days", Unit::PersonDays),
            Self::RightsDays => ("rights-days", Unit::PersonDays),
            Self::SupportShort => ("support-short", Unit::Permille),
            Self::Late => ("late", Unit::Permille),
            Self::Unserved => ("unserved", Unit::Permille),
            Self::UnservedVulnerable => ("unserved-vulnerable", Unit::Permille),
        };
        MetricInfo { key, unit, more_is_better: false }
    }

    /// The value in a region or over the country; nothing where the score is not kept.
    pub(super) fn value(self, country: &Country, state: &State, region: Option<RegionId>) -> i64 {
        let Some(score) = &country.score else { return 0 };
        let days = |of: fn(&RegionSums) -> u64| whole(sum(state, region, of) / PARTS_PER_DAY);
        // In thousandths of a person.
        let hurt = |weights: [u64; 3], military: [u64; 2]| -> u64 {
            let rows = rows(state, region);
            rows.map(|row| {
                let of_class = |[civil, soldiers]: [u32; 2]| {
                    u64::from(civil) * military[0] + u64::from(soldiers) * military[1]
                };
                row.injured.iter().zip(weights).map(|(class, weight)| of_class(*class) * weight).sum::<u64>()
            })
            .sum()
        };
        let chronic = || {
            let all = state.health.regions.iter();
            let here = all.filter(|(each, _)| region.is_none_or(|region| region == *each));
            here.map(|(_, row)| u64::from(row.deferred)).sum::<u64>() * u64::from(score.chronic_permille)
        };
        match self {
            Self::Injured => whole((hurt([1000, 1000, 0], [1, 1]) + chronic()) / 1000),
            Self::InjuredWeighted => {
                whole((hurt(score.injury_milli.map(u64::from), [1, 1]) + chronic()) / 1000)
            }
            Self::InjuredMilitary => whole(hurt([1000, 1000, 0], [0, 1]) / 1000),
            Self::InNeed => days(|row| row.basic),
            Self::Disrupted => days(|row| row.daily),
            Self::DigitalDays => days(|row| row.digital),
            Self::Value => {
                let stopped = sum(state, region, |row| row.value) / PARTS_PER_DAY;
                let stopped = stopped * u64::from(score.value_eur) / 1000;
                whole(if region.is_some() { stopped } else { stopped + spent(score.repair_eur, state) })
            }
            Self::UnrestDays => days(|row| row.unrest),
            Self::RightsDays => days(|row| row.rights),
            Self::SupportShort => {
                let asked: u64 = state.totals.basket.iter().map(|(asked, _)| asked).sum();
                let served: u64 = state.totals.basket.iter().map(|(_, served)| served).sum();
                part(asked.saturating_sub(served), asked)
            }
            Self::Late => {
                let pieces = state.movements.rows().iter().map(|row| u64::from(row.pieces)).sum();
                let late = state.movements.rows().iter().filter(|row| row.late);
                let missing = late.map(|row| u64::from(row.pieces.saturating_sub(row.delivered))).sum();
                part(missing, pieces)
            }
            Self::Unserved => unserved(state, region, |row| (row.unhelped, row.asked)),
            Self::UnservedVulnerable => {
                unserved(state, region, |row| (row.unhelped_vulnerable, row.asked_vulnerable))
            }
        }
    }
}

/// Repair, measures and agreed offers, in thousands of euros.
fn spent(repair_eur: u32, state: &State) -> u64 {
    let repair = state.score.repair_ticks * u64::from(repair_eur) / u64::from(TICKS_PER_HOUR) / 1000;
    repair + state.totals.paid_keur.rows().iter().sum::<u64>()
}

fn unserved(
    state: &State,
    region: Option<RegionId>,
    of: fn(&super::state::PeopleState) -> (u64, u64),
) -> i64 {
    let all = state.society.regions.iter();
    let here = all.filter(|(each, _)| region.is_none_or(|region| region == *each));
    let (vain, asked) = here.map(|(_, row)| of(row)).fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    part(vain, asked)
}

fn rows(state: &State, region: Option<RegionId>) -> impl Iterator<Item = &RegionSums> {
    let all = state.score.regions.iter();
    all.filter(move |(each, _)| region.is_none_or(|region| region == *each)).map(|(_, row)| row)
}

fn sum(state: &State, region: Option<RegionId>, of: fn(&RegionSums) -> u64) -> u64 {
    rows(state, region).map(of).sum()
}

/// A part of all, in thousandths; nothing of nothing.
fn part(some: u64, all: u64) -> i64 {
    whole(some * 1000 / all.max(1))
}

fn whole(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
