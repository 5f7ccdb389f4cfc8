//! Smooth noise on the civil demand, as a table of whole numbers built at load.
//!
//! One Perlin field per seed; two octaves over time, each demand its own track. Quantised here: the simulation sees
//! thousandths only. The `noise` crate's gradient noise uses + - * and floor, so the table is the same everywhere.

use crate::sim::time::{Span, TICKS_PER_HOUR};
use noise::{NoiseFn, Perlin};

/// Largest difference from the mean, in thousandths: about what a week of counts differs from the mean week (own estimate, C).
const AMPLITUDE_PERMILLE: f64 = 100.0;
/// Hours over which the slow part changes.
const SLOW_HOURS: f64 = 36.0;
/// Hours over which the quick part changes.
const QUICK_HOURS: f64 = 7.0;

/// Thousandths of the mean, hour-major: one row of demands for each hour of the exercise.
pub(super) fn demand(seed: u64, length: Span, demands: usize) -> Vec<u16> {
    let field = Perlin::new((seed ^ (seed >> 32)) as u32);
    let hours = length.0.div_ceil(TICKS_PER_HOUR);
    let mut table = Vec::with_capacity(hours as usize * demands);
    for hour in 0..hours {
        for demand in 0..demands {
            // Off the whole numbers, where gradient noise is zero.
            let track = demand as f64 * 0.73 + 0.37;
            let time = f64::from(hour) + 0.5;
            let slow = field.get([time / SLOW_HOURS, track]);
            let quick = field.get([time / QUICK_HOURS, track + 1000.0]);
            let permille = 1000.0 + AMPLITUDE_PERMILLE * (slow * 0.7 + quick * 0.3);
            table.push((permille + 0.5) as u16);
        }
    }
    table
}
