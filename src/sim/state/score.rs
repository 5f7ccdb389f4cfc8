//! Sums that the impact score is made of: they only grow.
//!
//! Plain data: changed by `systems::scoring` and `systems::effects`. Person sums count inhabitants x thousandths x ticks.

use crate::sim::{
    country::TRIAGE,
    ids::{RegionId, Table},
    time::TICKS_PER_DAY,
};
use serde::{Deserialize, Serialize};

/// People hurt by triage class, civil and military.
pub type Injured = [[u32; 2]; TRIAGE];

/// Sums of the country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreSums {
    /// Sums of each region.
    pub regions: Table<RegionId, RegionSums>,
    /// Quarters of an hour that repair teams worked, of all teams together.
    pub repair_ticks: u64,
}

/// Sums of a region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionSums {
    /// People who missed a basic need: the one missed most.
    pub basic: u64,
    /// People who could not lead their daily life: what was missed most.
    pub daily: u64,
    /// People x thousandths of the own capability of processes that digital damage took.
    pub digital: u64,
    /// People x thousandths of value added that stopped.
    pub value: u64,
    /// People x thousandths of unrest.
    pub unrest: u64,
    /// People x thousandths of rights that measures in force limit.
    pub rights: u64,
    /// People in discomfort.
    pub discomfort: u64,
    /// The same of vulnerable people.
    pub discomfort_vulnerable: u64,
    /// People hurt or fallen seriously ill.
    pub injured: Injured,
}

/// Parts of a person sum in a person-day.
pub const PARTS_PER_DAY: u64 = 1000 * TICKS_PER_DAY as u64;

impl ScoreSums {
    /// Nothing happened yet.
    pub(in crate::sim) fn new(regions: usize) -> Self {
        Self { regions: Table::filled(RegionSums::default(), regions), repair_ticks: 0 }
    }

    /// People are hurt.
    pub(in crate::sim) fn hurt(&mut self, region: RegionId, triage: [u32; TRIAGE], military: bool) {
        let Some(row) = self.regions.get_mut(region) else { return };
        for (sum, count) in row.injured.iter_mut().zip(triage) {
            let sum = &mut sum[usize::from(military)];
            *sum = sum.saturating_add(count);
        }
    }
}
