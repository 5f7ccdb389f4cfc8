//! Patients: who waits, who lies where, who went home, was taken over or died.
//!
//! Plain data: changed by `systems::health` and `systems::effects`. Nobody is lost: what came in is in exactly one place.

use crate::sim::{
    country::{Cohort, Health, TRIAGE, Ward},
    ids::{RegionId, Table},
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// One count for each cohort, in the order of [`Cohort::ALL`].
pub type PerCohort = [u32; Cohort::COUNT];

/// Patients of the country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthState {
    /// Patients of each region; empty where care is not modelled.
    pub regions: Table<RegionId, HospitalState>,
    /// The last report of each region on its beds.
    pub reports: Table<RegionId, BedReport>,
    /// Patients taken over by neighbouring countries.
    pub abroad: u32,
    /// Patients moved between regions.
    pub moved: u32,
    /// Patients that came in, those at the start included.
    pub entered: u64,
}

/// What a region last said about its beds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BedReport {
    /// When.
    pub at: Tick,
    /// Patients who lie in or wait for a bed of each kind; those moved since are counted where they went.
    pub patients: [u32; Ward::COUNT],
    /// Beds that could be used.
    pub beds: [u32; Ward::COUNT],
}

/// Patients of a region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HospitalState {
    /// Fresh casualties that were not treated yet: T1 to T3, civil and military.
    pub waiting: [[u32; 2]; TRIAGE],
    /// Treated or arrived, wait for a bed of each kind.
    pub boarding: [PerCohort; Ward::COUNT],
    /// In bed.
    pub beds: [PerCohort; Ward::COUNT],
    /// Went home.
    pub home: u64,
    /// Died.
    pub dead: u32,
    /// Died because nobody could call for help; these never came in.
    pub missed: u32,
    /// Planned care that did not take place and was not made up for.
    pub deferred: u32,
    /// Parts of people carried over to the next hour.
    pub carry: Carry,
}

/// Parts of people, in the units that each rule counts in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carry {
    /// Discharges.
    pub discharge: [PerCohort; Ward::COUNT],
    /// Ordinary arrivals: acute and planned.
    pub arrival: [[u32; 2]; Ward::COUNT],
    /// Treatment capacity.
    pub treated: u32,
    /// Admissions by class and kind of bed, of civil and of military wounded.
    pub admitted: [[[u32; 2]; Ward::COUNT]; TRIAGE],
    /// Soldiers among the treated, by class, in millionths.
    pub treated_soldiers: [u32; TRIAGE],
    /// Soldiers among those who got a bed, by kind of bed, in millionths.
    pub bedded_soldiers: [u32; Ward::COUNT],
    /// Deaths: T1 to T3, without a bed, in a failed hospital (as far as it has failed), missed calls.
    pub deaths: [u64; TRIAGE + 3],
}

impl HealthState {
    /// Beds as full as on an ordinary day.
    pub(in crate::sim) fn new(health: Option<&Health>) -> Self {
        let Some(health) = health else { return Self::default() };
        let mut state = Self::default();
        for info in health.regions.rows() {
            let mut row = HospitalState::default();
            for ((beds, figures), count) in row.beds.iter_mut().zip(&health.wards).zip(info.beds) {
                let occupied = count * figures.occupied_permille / 1000;
                let planned = occupied * figures.planned_permille / 1000;
                beds[Cohort::Acute as usize] = occupied - planned;
                beds[Cohort::Planned as usize] = planned;
                state.entered += u64::from(occupied);
            }
            let patients = Ward::ALL.map(|ward| row.occupied(ward));
            state.reports.push(BedReport { at: Tick(0), patients, beds: info.beds });
            state.regions.push(row);
        }
        state
    }

    /// Patients wherever they are now, those who went home or died included.
    pub fn accounted(&self) -> u64 {
        let regions = self.regions.rows().iter().map(|row| {
            let here: u32 = row.waiting.iter().flatten().sum();
            here_of(&row.boarding) + here_of(&row.beds) + u64::from(here) + row.home + u64::from(row.dead)
        });
        regions.sum::<u64>() + u64::from(self.abroad)
    }
}

fn here_of(rows: &[PerCohort; Ward::COUNT]) -> u64 {
    rows.iter().flatten().map(|count| u64::from(*count)).sum()
}

impl HospitalState {
    /// Patients in beds of a kind.
    pub fn occupied(&self, ward: Ward) -> u32 {
        self.beds[ward as usize].iter().sum()
    }

    /// Patients who wait for a bed of a kind.
    pub fn boarding(&self, ward: Ward) -> u32 {
        self.boarding[ward as usize].iter().sum()
    }

    /// Casualties who were not treated yet.
    pub fn untreated(&self) -> u32 {
        self.waiting.iter().flatten().sum()
    }
}
