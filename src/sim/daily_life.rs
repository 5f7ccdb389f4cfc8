//! How far daily life goes on: what people still have of what they live by, less what unrest takes from it.
//!
//! In thousandths, in a region: the mean of what people do not miss (`State::felt_loss`) over the processes that households feel,
//! by the weight of the need, times `1 - unrest / 2`; the country is the mean over its inhabitants. Pure. Must not weigh groups
//! against each other: that is `score`.

use super::{
    country::{ALL_PPM, Country},
    ids::RegionId,
    state::State,
};

/// How far daily life goes on in a region or the country, in thousandths.
pub fn daily_life(country: &Country, state: &State, region: Option<RegionId>) -> i64 {
    let Some(region) = region else {
        let people = |region: RegionId| i64::from(country.regions[region].population);
        let sum: i64 =
            country.regions.ids().map(|region| people(region) * here(country, state, region)).sum();
        return sum / i64::try_from(country.population()).unwrap_or(i64::MAX).max(1);
    };
    here(country, state, region)
}

fn here(country: &Country, state: &State, region: RegionId) -> i64 {
    let mut weights = 0;
    let mut had = 0;
    for (process, row) in country.processes.iter() {
        let weight = i64::try_from(row.need.tenths()).unwrap_or(0);
        weights += weight;
        had += weight * (1000 - i64::from(state.felt_loss(process, region).min(1000)));
    }
    let unrest = state.society.regions.get(region).map_or(0, |row| i64::from(row.unrest));
    let whole = i64::from(ALL_PPM);
    had / weights.max(1) * (2 * whole - unrest.clamp(0, whole)) / (2 * whole)
}
