//! Economy and government beside the vital processes: small firms, food that passes through, payments, courts, sites, citizens abroad,
//! and what the public, firms and voluntary organisations are willing to do.
//!
//! Static data only. Served by `systems::economy`.

use crate::sim::every::every;
use crate::sim::ids::{ProcessId, RegionId, Table};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

/// Somebody who takes part without a seat at a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum Party {
    /// The public.
    Public,
    /// Firms.
    Firms,
    /// Voluntary organisations.
    Volunteers,
}

impl Party {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of them.
    pub const COUNT: usize = Self::ALL.len();
}

/// Economy and government in figures. Rates are those of an hour, shares in millionths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Economy {
    /// Value that a civil freight transport carries for the day, in euros: lost when it is given up.
    pub transport_eur: u32,
    /// Part of all value that small firms add, in thousandths.
    pub firms_permille: u32,
    /// Part of the small firms that still work that closes in an hour in which nothing is produced.
    pub firms_close_ppm: i32,
    /// Part of those closed that opens again in an hour without loss, by region.
    pub firms_open_ppm: Table<RegionId, i32>,
    /// Food that has to pass through follows the lowest of these.
    pub food_by: Vec<ProcessId>,
    /// Payments of benefits that are due in an hour.
    pub benefits_per_hour: u32,
    /// They follow the lowest of these.
    pub benefits_by: Vec<ProcessId>,
    /// Payments beyond the ordinary by which a backlog is worked off, in thousandths.
    pub catch_up_permille: u32,
    /// Trust lost in an hour in which a week of payments is late.
    pub benefits_trust_ppm: i32,
    /// Revenue in an hour, in thousands of euros.
    pub revenue_keur: u32,
    /// It follows the lowest of these.
    pub revenue_by: Vec<ProcessId>,
    /// Cases that come to the courts in an hour in thousandths: that cannot wait, and others.
    pub cases_milli: [u32; 2],
    /// Cases that courts decide in an hour, in thousandths.
    pub courts_milli: u32,
    /// The process that courts need.
    pub courts_by: ProcessId,
    /// Cases that cannot wait for each disturbance.
    pub cases_disturbance: u32,
    /// Cases that cannot wait in an hour while rights are limited, in thousandths for each measure that does.
    pub cases_rights_milli: u32,
    /// Cases that cannot wait and wait all the same, at which trust falls as fast as it will.
    pub cases_limit: u32,
    /// Trust lost in an hour then.
    pub courts_trust_ppm: i32,
    /// Trust lost in an hour for each thousand citizens who are stranded abroad.
    pub stranded_trust_ppm: i32,
    /// Large sites in each region; each has one use at a time.
    pub sites: Table<RegionId, u32>,
    /// How willing each party is on an ordinary day.
    pub willing_ppm: [i32; Party::COUNT],
    /// What a measure by emergency law takes from that, for each.
    pub coerced_ppm: [i32; Party::COUNT],
    /// What consultation at full strength adds, for each.
    pub consulted_ppm: [i32; Party::COUNT],
    /// What trust above or below the ordinary adds or takes, in thousandths of it, for each.
    pub trusting_permille: [i32; Party::COUNT],
    /// Part of the distance by which willingness follows in an hour.
    pub willing_follows_ppm: i32,
    /// People whom the public helps more in an hour for each hundred thousand inhabitants, when it is wholly willing.
    pub public_helps_per_100k: u32,
    /// Work on damage more, in thousandths, when firms are wholly willing.
    pub firms_repair_permille: u32,
    /// Reception places more in an hour and region, in thousandths, when voluntary organisations are wholly willing.
    pub volunteers_places_milli: u32,
}
