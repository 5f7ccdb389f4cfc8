//! Smooth noise on the civil demand, and with it what every demand builds up in each hour, as a table of whole numbers built at
//! load.
//!
//! One Perlin field per seed; two octaves over time, each demand its own track. Quantised to thousandths here, before anything
//! is multiplied. The `noise` crate's gradient noise uses + - * and floor, so the table is the same everywhere.

use crate::sim::{
    country::Country,
    ids::DemandId,
    plan::Start,
    query,
    time::{Span, TICKS_PER_HOUR, Tick},
};
use noise::{NoiseFn, Perlin};

/// Largest difference from the mean, in thousandths: about what a week of counts differs from the mean week (own estimate, C).
const AMPLITUDE_PERMILLE: f64 = 100.0;
/// Hours over which the slow part changes.
const SLOW_HOURS: f64 = 36.0;
/// Hours over which the quick part changes.
const QUICK_HOURS: f64 = 7.0;

/// What every demand builds up in a tick by rhythm and noise, hour-major: one row of demands for each hour of the exercise.
pub(super) fn growth(country: &Country, start: Start, seed: u64, length: Span) -> Vec<u32> {
    let field = Perlin::new((seed ^ (seed >> 32)) as u32);
    let hours = length.0.div_ceil(TICKS_PER_HOUR);
    let mut table = Vec::with_capacity(hours as usize * country.demands.len());
    for hour in 0..hours {
        let of_week = start.hour_of_week(Tick(hour * TICKS_PER_HOUR));
        for demand in country.demands.ids() {
            let noise = permille(&field, hour, demand);
            table.push(query::growth_by_rhythm(country, demand, of_week, noise));
        }
    }
    table
}

/// Noise in thousandths of the mean.
fn permille(field: &Perlin, hour: u32, demand: DemandId) -> u16 {
    // Off the whole numbers, where gradient noise is zero.
    let track = f64::from(demand.0) * 0.73 + 0.37;
    let time = f64::from(hour) + 0.5;
    let slow = field.get([time / SLOW_HOURS, track]);
    let quick = field.get([time / QUICK_HOURS, track + 1000.0]);
    let permille = 1000.0 + AMPLITUDE_PERMILLE * (slow * 0.7 + quick * 0.3);
    (permille + 0.5) as u16
}
