//! Who is at work: people by sector and region, and what their absence does to processes and pools.
//!
//! Plain data: changed by `systems::workforce`. Nobody is counted twice: of those under contract each is at work, lent to
//! another sector, or away for exactly one reason.

use super::{Lanes, State};
use crate::sim::{
    country::{Absence, Country, Workforce},
    ids::{ProcessId, RegionId, SectorId, Table},
    num::Level,
};
use serde::{Deserialize, Serialize};

/// Staff of the country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkforceState {
    /// Sector by sector; empty where staff is not modelled.
    pub sectors: Table<SectorId, Table<RegionId, Staff>>,
    /// What the people who are there allow of each process.
    pub allows: Table<ProcessId, Lanes>,
    /// Units that are missing from each pool of the country's list for want of people.
    pub away: Vec<u32>,
    /// Nothing keeps anybody away beyond the ordinary, and nothing moves.
    pub calm: bool,
}

/// People of a sector in a region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Away, by reason in the order of [`Absence::ALL`].
    pub absent: [u32; Absence::COUNT],
    /// At work in another sector, or being trained for it.
    pub lent: u32,
    /// Of those, being trained.
    pub training: u32,
    /// What people of other sectors do here, in own workers.
    pub joined: u32,
    /// Wear, in tenths of an hour of overload.
    pub worn: u32,
    /// Share of the people that it takes who are there, in millionths; follows within a shift.
    pub there_ppm: u32,
}

/// Everybody it takes.
pub const ALL_THERE: u32 = 1_000_000;

impl Staff {
    /// Own people at work, of so many under contract.
    pub fn present(&self, people: u32) -> u32 {
        people.saturating_sub(self.lent + self.absent.iter().sum::<u32>())
    }
}

impl WorkforceState {
    /// Everybody at work who is not ill on an ordinary day.
    pub(in crate::sim) fn new(country: &Country, workforce: Option<&Workforce>) -> Self {
        let Some(workforce) = workforce else { return Self::default() };
        let row = |people: &u32| {
            let mut staff = Staff { there_ppm: ALL_THERE, ..Staff::default() };
            staff.absent[Absence::Sick as usize] = crate::sim::country::part(*people, workforce.sick_ppm);
            staff
        };
        Self {
            sectors: workforce
                .sectors
                .rows()
                .iter()
                .map(|sector| sector.people.rows().iter().map(row).collect())
                .collect(),
            allows: Table::filled(Lanes::WHOLE, country.processes.len()),
            away: vec![0; workforce.pools.len()],
            calm: false,
        }
    }

    /// People who are there of those it takes, in thousandths; all where staff is not modelled.
    pub fn there(&self, sector: SectorId, region: RegionId) -> u32 {
        self.sectors.get(sector).map_or(1000, |rows| rows[region].there_ppm / 1000)
    }
}

impl State {
    /// What the people who are there allow of a process in a region.
    pub(in crate::sim) fn staff_allows(&self, process: ProcessId, region: RegionId) -> Level {
        self.workforce.allows.get(process).map_or(Level::ONE, |lanes| Level(lanes[region]))
    }
}
