//! Economy and government: what closed, what is late, who waits.
//!
//! Plain data: changed by `systems::economy` and `systems::effects`.

use crate::sim::{
    country::{Country, Economy, Party},
    ids::{RegionId, Table},
};
use serde::{Deserialize, Serialize};

/// Economy and government of the country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EconomyState {
    /// Small firms that are closed, in millionths, by region; empty where the economy is not modelled.
    pub closed_ppm: Table<RegionId, i32>,
    /// Civil freight given up in each of the last 24 hours: slot `hour % 24`.
    pub given_up: [u32; 24],
    /// All that was given up until the last hour.
    pub given_up_before: u32,
    /// Food that should have passed through since the start, and that did, in thousandths of an hour.
    pub food: [u64; 2],
    /// Payments that are due and were not made.
    pub benefits_waiting: u32,
    /// Revenue that did not come in, in thousands of euros.
    pub revenue_late_keur: u64,
    /// Cases that wait: that cannot, and others; in thousandths.
    pub cases_milli: [u64; 2],
    /// Disturbances until the last hour.
    pub disturbances_before: u32,
    /// Citizens who are stranded abroad.
    pub stranded: u32,
    /// Citizens who were brought home.
    pub brought_home: u32,
    /// How willing each party is, in millionths.
    pub willing_ppm: [i32; Party::COUNT],
}

impl EconomyState {
    /// As on an ordinary day.
    pub(in crate::sim) fn new(country: &Country, economy: Option<&Economy>) -> Self {
        let Some(economy) = economy else { return Self::default() };
        Self {
            closed_ppm: Table::filled(0, country.regions.len()),
            willing_ppm: economy.willing_ppm,
            ..Self::default()
        }
    }
}
