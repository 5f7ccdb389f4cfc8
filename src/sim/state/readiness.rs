//! Readiness as it stands: units that sites of Defence cannot keep up, travellers who wait, what is done by hand, and what was
//! missed by theme of the risk analysis.
//!
//! Plain data: changed by `systems::{sites, aviation, by_hand, themes}`.

use super::Lanes;
use crate::sim::{
    country::{Country, RiskTheme},
    ids::{ProcessId, RegionId, Table},
    num::Level,
};
use serde::{Deserialize, Serialize};

/// Nothing anywhere.
const NOTHING: Lanes = Lanes([0; crate::sim::country::REGION_LANES]);

/// Readiness of the country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadinessState {
    /// Units of each pool of the sites that are missing.
    pub away: Vec<u32>,
    /// Travellers who wait, by airfield.
    pub waiting: Vec<u32>,
    /// Part of a process that people make up for by hand, by row of the figures.
    pub bridged: Vec<Lanes>,
    /// Part of a process that machines without signals lose, by row of the figures.
    pub leaned: Vec<Lanes>,
    /// Anything is bridged or lost that way now.
    pub by_hand: bool,
    /// Row of the figures of each process.
    pub rows: Table<ProcessId, Option<u8>>,
    /// Unmet need by theme: inhabitants x thousandths x tenths of weight x ticks.
    pub missed: [u64; RiskTheme::COUNT],
}

impl ReadinessState {
    /// As on an ordinary day.
    pub(in crate::sim) fn new(country: &Country) -> Self {
        let readiness = &country.readiness;
        let hands = &readiness.by_hand.rows;
        let row = |process| {
            hands.iter().position(|row| row.process == process).and_then(|row| u8::try_from(row).ok())
        };
        Self {
            away: vec![0; readiness.sites.as_ref().map_or(0, |sites| sites.pools.len())],
            waiting: vec![0; readiness.aviation.as_ref().map_or(0, |aviation| aviation.fields.len())],
            bridged: vec![NOTHING; hands.len()],
            leaned: vec![NOTHING; hands.len()],
            by_hand: false,
            rows: country.processes.ids().map(row).collect(),
            missed: [0; RiskTheme::COUNT],
        }
    }

    /// What is made up for by hand, and what machines without signals lose, of a process.
    pub fn by_hand(&self, process: ProcessId, region: RegionId) -> (Level, Level) {
        let row = self.rows.get(process).copied().flatten().filter(|_| self.by_hand);
        let of = |table: &[Lanes]| {
            let lanes = row.and_then(|row| table.get(usize::from(row)));
            lanes.map_or(Level::ZERO, |lanes| Level(lanes[region]))
        };
        (of(&self.bridged), of(&self.leaned))
    }
}
