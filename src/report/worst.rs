//! The worst moment of an exercise: the hour in which most was lost.
//!
//! A choice of what to show, not a score.

use crate::{
    session::history::Hour,
    sim::{
        country::Country,
        time::{TICKS_PER_HOUR, Tick},
    },
};

/// The start of the hour with the greatest loss to inhabitants; without any loss the one with most transports waiting.
/// The earliest of equals; none without hours.
pub(super) fn moment<'a>(country: &Country, hours: impl Iterator<Item = &'a Hour>) -> Option<Tick> {
    let weight =
        |row: &Hour| (loss(country, row), row.waiting.0.iter().map(|count| u32::from(*count)).sum::<u32>());
    let worst = hours.map(|row| (weight(row), std::cmp::Reverse(row.hour))).max();
    worst.map(|(_, hour)| Tick(hour.0 * TICKS_PER_HOUR))
}

/// Inhabitants x weight of the need x thousandths lost, summed over processes and regions.
fn loss(country: &Country, row: &Hour) -> u64 {
    let regions = country.regions.len();
    let of_process = |process| {
        let tenths = country.processes[process].need.tenths();
        let lost = country.regions.iter().map(move |(region, info)| {
            let level = u64::from(row.level_permille(regions, process, region)).min(1000);
            u64::from(info.population) * (1000 - level)
        });
        lost.sum::<u64>() * tenths
    };
    country.processes.ids().map(of_process).sum()
}
