//! Wind and sun over the country, as tables of whole numbers built at load.
//!
//! One Perlin field per seed over time and place, so that a calm spell comes over the country and does not flicker from region
//! to region. Wind is stronger in winter; the sun follows from the date, the hour and how clouded it is. Quantised here: the
//! simulation sees thousandths only. The gradient noise uses + - * and floor and the sun comes from `libm`, so the tables are
//! the same everywhere.

use crate::sim::{
    country::Country,
    plan::Start,
    power_plan::Weather,
    time::{Span, TICKS_PER_HOUR, Tick},
};
use noise::{NoiseFn, Perlin};

/// Hours over which wind changes: a depression passes in about two days (general knowledge, C).
const WIND_HOURS: f64 = 30.0;
/// Hours over which clouds change.
const CLOUD_HOURS: f64 = 9.0;
/// Metres over which weather changes: larger than the country.
const PLACE_M: f64 = 400_000.0;
/// Mean of what a turbine takes, which gives a fleet on land about 27 % over a year (CBS 2023: 26 to 30 %).
const WIND_MEAN: f64 = 0.48;
/// How far that swings.
const WIND_SWING: f64 = 0.75;
/// Part of that mean by which winter is above it and summer below it.
const WIND_SEASON: f64 = 0.15;
/// Part of the light that a closed deck of clouds takes.
const CLOUD_TAKES: f64 = 0.75;
/// What a panel yields in full sun straight above, of its rating; with the clouds about 10 % over a year (CBS).
const PANEL: f64 = 0.85;
/// Latitude of the middle of the country, in radians.
const LATITUDE: f64 = 0.9093;
/// Longitude of it, as hours that the sun is behind the clock in winter.
const SUN_LATE_H: f64 = 0.65;

/// Wind and sun of every hour of an exercise.
pub(super) fn weather(country: &Country, start: Start, seed: u64, length: Span) -> Weather {
    let field = Perlin::new((seed ^ (seed >> 32)) as u32);
    let places = places(country);
    let mut weather = Weather::default();
    for hour in 0..length.0.div_ceil(TICKS_PER_HOUR) {
        let (day, quarter) = start.day_and_quarter(Tick(hour * TICKS_PER_HOUR));
        let of_year =
            (f64::from(start.epoch_day) + f64::from(day) + 10.0) / 365.2425 * core::f64::consts::TAU;
        let winter = libm::cos(of_year);
        let light = light(of_year, f64::from(quarter) / 4.0 + 0.5);
        let time = f64::from(hour) + 0.5;
        for [east, north] in &places {
            let blow = field.get([time / WIND_HOURS, *east, *north]);
            let cloud = field.get([time / CLOUD_HOURS + 500.0, *east, *north]);
            let wind = WIND_MEAN * (1.0 + WIND_SEASON * winter) + WIND_SWING * blow;
            let clear = 1.0 - CLOUD_TAKES * (0.55 + 0.9 * cloud).clamp(0.0, 1.0);
            weather.wind_permille.push(permille(wind));
            weather.sun_permille.push(permille(PANEL * light * clear));
        }
    }
    weather
}

fn permille(share: f64) -> u16 {
    (share.clamp(0.0, 1.0) * 1000.0 + 0.5) as u16
}

/// Sine of the height of the sun above the horizon, nothing at night; `of_year` is the angle since the winter solstice.
fn light(of_year: f64, hour: f64) -> f64 {
    let declination = -0.4091 * libm::cos(of_year);
    let angle = (hour - SUN_LATE_H - 12.0) / 24.0 * core::f64::consts::TAU;
    let height = libm::sin(LATITUDE) * libm::sin(declination)
        + libm::cos(LATITUDE) * libm::cos(declination) * libm::cos(angle);
    height.max(0.0)
}

/// The middle of each region, by the places of the network in it, off the whole numbers, where gradient noise is zero.
fn places(country: &Country) -> Vec<[f64; 2]> {
    let middle = |region| {
        let at = country.nodes.rows().iter().filter(|node| node.region == Some(region)).map(|node| node.at);
        let (mut sum, mut count) = ([0.0, 0.0], 0.0);
        for [east, north] in at {
            sum = [sum[0] + f64::from(east), sum[1] + f64::from(north)];
            count += 1.0;
        }
        // A region without places lies in the middle of the country.
        let [east, north] = if count > 0.0 { sum.map(|sum| sum / count) } else { [155_000.0, 463_000.0] };
        [east / PLACE_M + 0.37, north / PLACE_M + 0.71]
    };
    country.regions.ids().map(middle).collect()
}
