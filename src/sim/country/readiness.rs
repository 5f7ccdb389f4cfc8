//! Readiness beside the vital processes: sites of Defence, airfields, working by hand and with machines, and the tiers of the
//! alliance's forces.
//!
//! Static data only. Served by `systems::{sites, aviation, by_hand, movements}`; measured in `readiness`.

use crate::sim::every::every;
use crate::sim::{
    ids::{NodeId, PoolId, ProcessId, RegionId, Table},
    time::Span,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Readiness of the country; empty where it is not modelled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readiness {
    /// Sites of Defence.
    pub sites: Option<Sites>,
    /// Airfields.
    pub aviation: Option<Aviation>,
    /// What people do by hand and machines by themselves.
    pub by_hand: ByHand,
    /// Tiers of the forces of the alliance, in the order of [`Tier::ALL`]; empty where none are given.
    pub tiers: Vec<TierFigures>,
}

/// Barracks, depots and other sites of Defence, region by region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sites {
    /// The process that they are.
    pub process: ProcessId,
    /// Which part of them lies in each region, in thousandths; together all.
    pub share_permille: Table<RegionId, u32>,
    /// Pools that live on them: units are missing as far as sites are, at most this part in thousandths.
    pub pools: Vec<(PoolId, u32)>,
}

/// Airfields that take travellers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aviation {
    /// The process that handling at every airfield needs.
    pub process: ProcessId,
    /// Airfields with travellers.
    pub fields: Vec<Airfield>,
    /// Travellers beyond the ordinary by whom those who wait are worked off, in thousandths.
    pub catch_up_permille: u32,
    /// Trust lost in an hour in which a day's travellers wait, in millionths.
    pub trust_ppm: i32,
}

/// An airfield.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Airfield {
    /// The place.
    pub node: NodeId,
    /// Travellers in an hour.
    pub travellers: u32,
}

/// Working by hand where digital means are gone, and machines that do without people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByHand {
    /// Suppliers of signals and data: stores behind them last longer by hand.
    pub digital: Vec<ProcessId>,
    /// Suppliers that machines cannot do without.
    pub signals: Vec<ProcessId>,
    /// Processes, each once.
    pub rows: Vec<HandRow>,
    /// Part of working by hand that full automation takes away, in thousandths.
    pub slows_permille: u32,
}

/// What a process does by hand, and what machines do of it. In thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandRow {
    /// The process.
    pub process: ProcessId,
    /// Part of a digital loss that practised people make up for.
    pub efficiency_permille: u32,
    /// Part of the people who are missing whom machines replace at full automation.
    pub machines_permille: u32,
    /// How much deeper digital damage goes at full automation.
    pub exposed_permille: u32,
    /// Part of the process that full automation loses without any signal.
    pub leans_permille: u32,
}

impl ByHand {
    /// What is said of a process.
    pub fn of(&self, process: ProcessId) -> Option<&HandRow> {
        self.rows.iter().find(|row| row.process == process)
    }
}

/// A tier of readiness: how soon forces have to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Tier {
    /// At once.
    First,
    /// Within weeks.
    Second,
    /// Within months.
    Third,
}

impl Tier {
    /// Every one, the soonest first.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of them.
    pub const COUNT: usize = Self::ALL.len();
}

/// What a tier asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierFigures {
    /// From the start until the last of it has to be across.
    pub within: Span,
    /// Soldiers of the whole alliance; background for the reader.
    pub soldiers: u32,
}
