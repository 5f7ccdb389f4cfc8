//! Staff: the sectors in which people work, what keeps them away, and which processes and pools cannot do without them.
//!
//! Static data only. Who is there lives in `state::workforce`; served by `systems::workforce`.

use crate::sim::every::every;
use crate::sim::{
    ids::{PoolId, ProcessId, RegionId, SectorId, Table},
    num::Level,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

/// A reason for which people are not at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum Absence {
    /// Called up as a reservist or for a team of the forces.
    CalledUp,
    /// Ill; on an ordinary day too.
    Sick,
    /// At home with children: schools and child care are closed.
    Caring,
    /// Cannot get to work.
    CutOff,
    /// Off duty by the roster.
    Resting,
    /// Worn out.
    Exhausted,
}

impl Absence {
    /// Every reason, in the order in which people are counted: whoever is called up is not ill as well.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of reasons.
    pub const COUNT: usize = Self::ALL.len();
}

/// Staff of the country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workforce {
    /// Sectors.
    pub sectors: Table<SectorId, Sector>,
    /// Processes that cannot do without a sector.
    pub needs: Vec<StaffNeed>,
    /// Pools whose units are people of a sector.
    pub pools: Vec<(PoolId, SectorId)>,
    /// What overloads a sector beside a lack of people.
    pub overloads: Vec<(SectorId, Overload)>,
    /// Processes by which people travel, and the level of each below which somebody stays at home: road and rail.
    pub travel: [(ProcessId, Level); 2],
    /// Ill on an ordinary day, in millionths of all.
    pub sick_ppm: u32,
    /// Hours in which what is felt of a change follows it: the length of a shift.
    pub shift_hours: u32,
    /// Below this share of the people it takes, in millionths, a sector is overloaded.
    pub overload_ppm: u32,
    /// Worn out at most, in millionths of who is left.
    pub exhausted_max_ppm: u32,
    /// Hours of overload that wear out a thousandth of the people.
    pub exhausted_hours: u32,
    /// Part of the people who rest under a full roster, in millionths.
    pub resting_ppm: u32,
    /// Part of the wear that a full roster takes away, in thousandths.
    pub roster_permille: u32,
    /// How many times as fast people recover under a full roster.
    pub roster_times: u32,
    /// Hours until somebody from another sector can work.
    pub train_hours: u32,
    /// What somebody from another sector then does, in thousandths of an own worker.
    pub efficiency_permille: u32,
}

/// A sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Code such as care.
    pub code: String,
    /// People under contract, by region.
    pub people: Table<RegionId, u32>,
    /// Parents who stay at home when schools and child care are closed, in millionths.
    pub parents_ppm: u32,
    /// Who travels by road and by rail, in millionths.
    pub travel_ppm: [u32; 2],
}

/// A process that cannot do without a sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffNeed {
    /// The process.
    pub process: ProcessId,
    /// The sector.
    pub sector: SectorId,
    /// It suffers below this share of the people it takes, in millionths; above, others fill in.
    pub from_ppm: u32,
    /// Share of it that is lost without anybody.
    pub depth: Level,
}

/// What overloads a sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Overload {
    /// More patients than beds in the region.
    Beds,
    /// Every team of the pool is at work.
    Teams(PoolId),
    /// Unrest in the region above this share, in millionths.
    Unrest(i32),
    /// More measures in force than this.
    Measures(u32),
}

impl Workforce {
    /// People whom a sector takes in a region: all but those who are ill on an ordinary day.
    pub fn needed(&self, sector: SectorId, region: RegionId) -> u32 {
        let all = self.sectors[sector].people[region];
        all - part(all, self.sick_ppm)
    }
}

/// So many millionths of some people, rounded down; never more than all.
pub fn part(people: u32, ppm: u32) -> u32 {
    u32::try_from(u64::from(people) * u64::from(ppm.min(1_000_000)) / 1_000_000).unwrap_or(people)
}
