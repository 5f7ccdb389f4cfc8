//! What is measured of readiness: a family of the registry of metrics.
//!
//! Must not change the state. Counted by `systems::{sites, aviation, movements}`; read through `metric`.

use super::{
    country::{Country, RiskTheme, Tier},
    ids::InjectId,
    metric::{MetricInfo, Unit},
    plan::Plan,
    state::State,
    systems::{by_hand, sites, themes},
    time::TICKS_PER_DAY,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something measured of readiness, over the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum ReadinessFigure {
    /// How far sites of Defence work.
    SitesReady,
    /// Travellers who wait at airfields.
    TravellersWaiting,
    /// What is made up for by hand of what digital damage takes, over all processes and inhabitants.
    ByHand,
    /// Pieces of the first tier that were across in time, of all of it.
    TierFirst,
    /// The same of the second.
    TierSecond,
    /// The same of the third.
    TierThird,
}

impl ReadinessFigure {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    pub(super) fn info(self) -> MetricInfo {
        let (key, unit, more_is_better) = match self {
            Self::SitesReady => ("sites-ready", Unit::Permille, true),
            Self::TravellersWaiting => ("travellers-waiting", Unit::Count, false),
            Self::ByHand => ("by-hand", Unit::Permille, true),
            Self::TierFirst => ("tier-first", Unit::Permille, true),
            Self::TierSecond => ("tier-second", Unit::Permille, true),
            Self::TierThird => ("tier-third", Unit::Permille, true),
        };
        MetricInfo { key, unit, more_is_better }
    }

    /// The value; everything ready where it is not modelled.
    pub(super) fn value(self, country: &Country, state: &State) -> i64 {
        let found = match self {
            Self::SitesReady => {
                let sites = country.readiness.sites.as_ref();
                sites.map_or(1000, |sites| sites::ready(country, sites, state))
            }
            Self::TravellersWaiting => state.readiness.waiting.iter().map(|count| u64::from(*count)).sum(),
            Self::ByHand => made_up(country, state),
            Self::TierFirst => in_time(state, Tier::First),
            Self::TierSecond => in_time(state, Tier::Second),
            Self::TierThird => in_time(state, Tier::Third),
        };
        i64::try_from(found).unwrap_or(i64::MAX)
    }
}

/// What is made up for by hand, weighed by inhabitants, in thousandths of what digital damage takes; nothing without any.
fn made_up(country: &Country, state: &State) -> u64 {
    let (mut made, mut lost) = (0, 0);
    for (index, row) in country.readiness.by_hand.rows.iter().enumerate() {
        for (region, info) in country.regions.iter().filter(|_| state.readiness.by_hand) {
            let bridged = state.readiness.bridged.get(index).map_or(0, |lanes| lanes[region]);
            let part = u64::from(by_hand::by_hand(country, state, row, region));
            let people = u64::from(info.population) * u64::from(bridged.unsigned_abs() >> 8);
            made += people;
            lost += (people * 1000).checked_div(part).unwrap_or(0);
        }
    }
    (made * 1000).checked_div(lost).unwrap_or(0)
}

/// Pieces of a tier that were across in time, in thousandths of all of it; all where it has none.
fn in_time(state: &State, tier: Tier) -> u64 {
    let rows = || state.movements.rows().iter().filter(|row| row.tier == Some(tier));
    let pieces: u64 = rows().map(|row| u64::from(row.pieces)).sum();
    (rows().map(|row| u64::from(row.in_time)).sum::<u64>() * 1000).checked_div(pieces).unwrap_or(1000)
}

/// Weighted person-days of unmet need behind which a theme of the risk analysis stands.
pub fn missed_person_days(state: &State, theme: RiskTheme) -> i64 {
    let units = state.readiness.missed.get(theme as usize).copied().unwrap_or(0);
    i64::try_from(units / (10 * 1000 * u64::from(TICKS_PER_DAY))).unwrap_or(i64::MAX)
}

/// The theme of the risk analysis that an inject belongs to: that of the act it is, or what the script says.
pub fn theme_of(country: &Country, plan: &Plan, state: &State, inject: InjectId) -> Option<RiskTheme> {
    themes::of_inject(country, plan, state, inject)
}
