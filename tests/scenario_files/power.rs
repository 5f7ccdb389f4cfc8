//! Electricity of the shipped country: an ordinary week sheds nothing, and load and weather come to what the sources say.

use super::{VALID, build};
use doorvoerland::{
    scenario::load::{Exercise, vary},
    sim::{
        country::{ElementKind, Fuel},
        time::{Span, TICKS_PER_HOUR},
    },
};
use std::sync::Arc;

/// The valid scenario, begun on a day of 2026 with a seed, for two weeks.
fn begun(day: i32, seed: u64) -> Exercise {
    let mut exercise = build(VALID).unwrap_or_else(|error| panic!("{error}"));
    let plan = Arc::make_mut(&mut exercise.plan);
    // 1 January 2026 is day 20 454.
    plan.start.epoch_day = 20_454 + day;
    vary(&mut exercise, Some(seed), Some(Span::hours(14 * 24)));
    exercise
}

fn hours(exercise: &Exercise) -> u32 {
    exercise.plan.length.0 / TICKS_PER_HOUR
}

fn load_mw(exercise: &Exercise, hour: u32) -> u32 {
    let regions = exercise.country.regions.ids();
    regions.map(|region| exercise.plan.power.load_mw(hour, region).expect("within the plan")).sum()
}

#[test]
fn an_ordinary_fortnight_sheds_nothing_in_any_season() {
    let mut least = u32::MAX;
    for day in [0, 30, 105, 196, 288, 345] {
        for seed in [1, 2, 3] {
            let exercise = begun(day, seed);
            for hour in 0..hours(&exercise) {
                let row = exercise.plan.power.ordinary(hour).expect("within the plan");
                assert!(row.whole, "hour {hour} from day {day} with seed {seed}: {row:?}");
                least = least.min(row.reserve_mw);
            }
        }
    }
    // A tight hour exists: a still winter evening leaves little besides what neighbours could send.
    assert!((500..9000).contains(&least), "at least {least} MW of reserve");
}

/// Mean about 13 GW, peak 17 to 19 (sources of electricity.ron).
#[test]
fn load_comes_to_the_mean_and_the_peak_of_the_sources() {
    let (mut sum, mut count, mut most) = (0_u64, 0_u64, 0);
    for day in [0, 45, 90, 135, 180, 225, 270, 315, 345] {
        let exercise = begun(day, 1);
        for hour in 0..hours(&exercise) {
            let load = load_mw(&exercise, hour);
            sum += u64::from(load);
            count += 1;
            most = most.max(load);
        }
    }
    let mean = sum / count;
    assert!((12_500..13_700).contains(&mean), "mean {mean} MW");
    assert!((17_000..19_500).contains(&most), "peak {most} MW");
}

/// Over a year wind on land yields 22 to 33 per cent, at sea 33 to 48, sun 8 to 13 (CBS: about 27, 40 and 10).
#[test]
fn wind_and_sun_yield_what_they_do_over_a_year() {
    let mut sums = [0_u64; 3];
    let mut count = 0;
    for day in (0..365).step_by(26) {
        let exercise = begun(day, day.unsigned_abs().into());
        let power = exercise.country.electricity.as_ref().expect("balanced");
        let regions = exercise.country.regions.len();
        for hour in 0..hours(&exercise) {
            for region in exercise.country.regions.ids() {
                let (wind, sun) = exercise.plan.weather.at(hour, region, regions);
                let fuels = [Fuel::WindLand, Fuel::WindSea, Fuel::Sun];
                for (sum, fuel) in sums.iter_mut().zip(fuels) {
                    *sum += u64::from(power.yields_permille(fuel, wind, sun));
                }
                count += 1;
            }
        }
    }
    let [land, sea, sun] = sums.map(|sum| sum / count);
    assert!((220..330).contains(&land), "land {land}");
    assert!((330..480).contains(&sea), "sea {sea}");
    assert!((80..130).contains(&sun), "sun {sun}");
}

#[test]
fn weather_is_smooth_over_hours_and_places_and_repeats() {
    let (one, same, other) = (begun(30, 5), begun(30, 5), begun(30, 6));
    assert_eq!(one.plan.weather, same.plan.weather);
    assert_ne!(one.plan.weather, other.plan.weather);
    let regions = one.country.regions.len();
    let rows: Vec<&[u16]> = one.plan.weather.wind_permille.chunks(regions).collect();
    let step = rows.windows(2).flat_map(|pair| pair[0].iter().zip(pair[1]));
    let most = step.map(|(before, after)| before.abs_diff(*after)).max().expect("hours");
    assert!(most <= 120, "wind changed by {most} thousandths in an hour");
}

#[test]
fn every_region_is_on_the_grid_by_two_lines_or_more_circuits() {
    let exercise = begun(0, 1);
    let power = exercise.country.electricity.as_ref().expect("balanced");
    for (region, row) in exercise.country.regions.iter() {
        let circuits: u16 = power
            .elements
            .rows()
            .iter()
            .filter_map(|element| match element.kind {
                ElementKind::Line { from, to, parts, .. } if from == region || to == region => Some(parts),
                _ => None,
            })
            .sum();
        assert!(circuits >= 2, "{} hangs on {circuits} circuit", row.code);
    }
}
