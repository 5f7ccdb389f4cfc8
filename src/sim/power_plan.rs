//! The ordinary course of electricity: weather, load by hour, and whether all of it can be served when nothing is wrong.
//!
//! The weather is a table of whole numbers made at load and kept with the plan. The rest follows from it and the country and is
//! worked out by `Plan::derive`, so that an ordinary hour costs nothing during play. Must not know what goes wrong:
//! `systems::power` does.

use super::{
    country::{Country, Electricity, REGION_LANES},
    grid::Flow,
    ids::RegionId,
    num::Level,
    plan::Start,
    systems::power,
    time::{TICKS_PER_HOUR, Tick},
};
use serde::{Deserialize, Serialize};

/// Wind and sun, hour by hour and region by region, in thousandths of what turbines and panels can take.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weather {
    /// Wind, hour-major: one row of regions for each hour of the exercise.
    pub wind_permille: Vec<u16>,
    /// Sun, the same.
    pub sun_permille: Vec<u16>,
}

impl Weather {
    /// Wind and sun of an hour in a region; after the end of the table those of its last day over again, nothing in an empty
    /// one.
    pub fn at(&self, hour: u32, region: RegionId, regions: usize) -> (u32, u32) {
        let regions = regions.max(1);
        let rows = self.wind_permille.len() / regions;
        let mut row = hour as usize;
        if row >= rows {
            let day = rows.clamp(1, 24);
            row = rows.saturating_sub(day) + (row - rows) % day;
        }
        let place = row * regions + region.0 as usize;
        let of = |table: &[u16]| table.get(place).copied().map_or(0, u32::from);
        (of(&self.wind_permille), of(&self.sun_permille))
    }
}

/// What an hour comes to when nothing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinary {
    /// Everybody is served.
    pub whole: bool,
    /// Import, in megawatts.
    pub import_mw: u32,
    /// What could be made or imported and is not used, in megawatts.
    pub reserve_mw: u32,
}

/// The ordinary course, by hour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PowerPlan {
    regions: usize,
    load_mw: Vec<u32>,
    hours: Vec<Ordinary>,
}

impl PowerPlan {
    /// Works out an exercise of so many hours.
    pub(super) fn new(country: &Country, start: Start, weather: &Weather, hours: u32) -> Self {
        let Some(row) = &country.electricity else { return Self::default() };
        let regions = country.regions.len();
        let mut plan = Self { regions, load_mw: Vec::new(), hours: Vec::new() };
        let mut flow = Flow::default();
        for hour in 0..hours {
            let mut need = [0; REGION_LANES];
            for (need, region) in need.iter_mut().zip(country.regions.ids()) {
                *need = load_mw(country, row, start, hour, region);
                plan.load_mw.push(*need);
            }
            let lines = power::lines(row, |_| Level::ZERO, |_| 0);
            flow.begin(lines);
            let available = |_, element: &super::country::Element| {
                power::available(row, element, weather.at(hour, element.region(), regions), 0, Level::ONE)
            };
            let need = need.get(..regions).unwrap_or_default();
            let sums = power::own_first(&mut flow, row, need, available);
            plan.hours.push(Ordinary {
                whole: sums.short == 0,
                import_mw: sums.import,
                reserve_mw: sums.reserve,
            });
        }
        plan
    }

    /// What a region asks in an hour, in megawatts; none after the end of the plan.
    pub fn load_mw(&self, hour: u32, region: RegionId) -> Option<u32> {
        self.load_mw.get(hour as usize * self.regions + region.0 as usize).copied()
    }

    /// An hour in which nothing is wrong; none after the end of the plan.
    pub fn ordinary(&self, hour: u32) -> Option<Ordinary> {
        self.hours.get(hour as usize).copied()
    }
}

/// What a region asks in an hour, in megawatts.
pub fn load_mw(country: &Country, power: &Electricity, start: Start, hour: u32, region: RegionId) -> u32 {
    let moment = Tick(hour * TICKS_PER_HOUR);
    let of_week = start.hour_of_week(moment) as usize;
    let rhythm = country.rhythms.get(power.rhythm).and_then(|row| row.hours_permille.get(of_week));
    power.load_mw(region, rhythm.copied().map_or(1000, u32::from), month(start, moment))
}

/// Month of a moment, 0 for January.
fn month(start: Start, moment: Tick) -> usize {
    // Days from the first of March of year 0, in eras of 400 years (Howard Hinnant, "chrono-compatible low-level date algorithms").
    let days = i64::from(start.epoch_day) + i64::from(start.day_and_quarter(moment).0) + 719_468;
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    usize::try_from((from_march + 2) % 12).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_where_they_do() {
        let month_of = |epoch_day| month(Start { epoch_day, quarter: 0 }, Tick(0));
        // 31 January, 1 February, 29 February and 1 March 2024; 31 December 2026.
        assert_eq!([19_753, 19_754, 19_782, 19_783, 20_818].map(month_of), [0, 1, 1, 2, 11]);
    }
}
