//! Hospitals, ambulances and the figures of care: what there is in each region and how patients flow.
//!
//! Static data only. Served by `systems::health`.

use crate::sim::every::every;
use crate::sim::ids::{ProcessId, RegionId, SectorId, Table};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

/// A group of patients. The order is the one in which free beds are given: by medical urgency, never by who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum Cohort {
    /// Ordinary patients who cannot wait.
    Acute,
    /// Civil victims of the crisis.
    Wounded,
    /// Military wounded, our own or allied.
    Military,
    /// Ordinary patients whose care is planned.
    Planned,
}

impl Cohort {
    /// Every group.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of groups.
    pub const COUNT: usize = Self::ALL.len();
}

/// Kind of bed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum Ward {
    /// Clinical ward.
    Clinic,
    /// Intensive care.
    Intensive,
}

impl Ward {
    /// Both kinds.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of kinds.
    pub const COUNT: usize = Self::ALL.len();
}

/// Triage class of a fresh casualty: T1 at once, T2 soon, T3 can wait.
pub const TRIAGE: usize = 3;

/// Care in the country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Health {
    /// The process that hospitals are.
    pub hospitals: ProcessId,
    /// The process without which nobody can call an ambulance.
    pub calls: ProcessId,
    /// What there is in each region.
    pub regions: Table<RegionId, HospitalRegion>,
    /// Figures of each kind of bed, in the order of [`Ward::ALL`].
    pub wards: [WardFigures; Ward::COUNT],
    /// Treated casualties of a class that need each kind of bed, in thousandths; the others go home. T1 to T3.
    pub admitted_permille: [[u32; Ward::COUNT]; TRIAGE],
    /// Untreated casualties of a class that die in an hour, in thousandths.
    pub untreated_deaths_permille: [u32; TRIAGE],
    /// Patients without the intensive-care bed they need who die in an hour, in thousandths.
    pub no_bed_deaths_permille: u32,
    /// Patients in intensive care who die in an hour in which the hospital has failed altogether, in thousandths.
    pub failed_deaths_permille: u32,
    /// People in a million who die in an hour in which nobody can call for help, in thousandths.
    pub missed_call_deaths_milli: u32,
    /// Level of hospitals, in thousandths, below which planned care stops: own power.
    pub planned_from_permille: u32,
    /// Casualties that one ambulance brings to another region in an hour, in thousandths.
    pub ambulance_permille: u32,
    /// Patients that can be moved between regions in six hours without any measure.
    pub transfers: u32,
    /// Regions differ by less than this in load, in thousandths: nobody is moved.
    pub transfer_from_permille: u32,
    /// The sector that works there; none where staff is not modelled.
    pub staff: Option<SectorId>,
    /// Hours a day in thousandths of ordinary planned care by which deferred care is made up for.
    pub catch_up_permille: u32,
}

/// Care in a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HospitalRegion {
    /// Staffed beds, in the order of [`Ward::ALL`].
    pub beds: [u32; Ward::COUNT],
    /// Casualties that emergency departments treat in an hour beside their ordinary work, in thousandths.
    pub treated_milli: u32,
    /// Ambulances.
    pub ambulances: u32,
    /// Regions next to it, in order.
    pub neighbours: Vec<RegionId>,
}

/// Figures of one kind of bed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WardFigures {
    /// Occupied on an ordinary day, in thousandths.
    pub occupied_permille: u32,
    /// Of those, by planned care, in thousandths.
    pub planned_permille: u32,
    /// Mean stay in hours, in the order of [`Cohort::ALL`].
    pub stay_hours: [u32; Cohort::COUNT],
}
