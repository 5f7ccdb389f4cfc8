//! People: what they know, believe, lack and do, region by region.
//!
//! Plain data: changed by `systems::society` and `systems::effects`. Shares in millionths.

use crate::sim::{
    country::{Country, Society},
    ids::{RegionId, Table},
};
use serde::{Deserialize, Serialize};

/// People of the country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SocietyState {
    /// People of each region; empty where society is not modelled.
    pub regions: Table<RegionId, PeopleState>,
    /// Newcomers that wait for registration, over the country.
    pub unregistered: u32,
    /// People who asked for asylum and wait for registration.
    pub asylum_waiting: u32,
    /// Parts of people on their way to ask for asylum, in thousandths.
    pub asylum_milli: u32,
}

/// People of a region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleState {
    /// Prepared households.
    pub prepared: i32,
    /// Who has heard what to do.
    pub warned: i32,
    /// Who believes what is not so.
    pub misinformed: i32,
    /// Trust in the authorities.
    pub trust: i32,
    /// Groups that stand against each other.
    pub polarised: i32,
    /// Unrest.
    pub unrest: i32,
    /// Extra buying.
    pub hoarding: i32,
    /// Deprivation, in thousandths of an hour.
    pub deprived_milli: i32,
    /// In discomfort.
    pub discomfort: i32,
    /// The same of vulnerable people.
    pub discomfort_vulnerable: i32,
    /// Hours since people began to ask for help.
    pub asking_hours: u32,
    /// People who asked for help, hour by hour, since the start.
    pub asked: u64,
    /// The same, of vulnerable people.
    pub asked_vulnerable: u64,
    /// People who asked for help in vain, hour by hour, since the start.
    pub unhelped: u64,
    /// The same, of vulnerable people.
    pub unhelped_vulnerable: u64,
    /// Places in reception.
    pub places: u32,
    /// Parts of places under way, in thousandths.
    pub places_milli: u32,
    /// Newcomers to be received.
    pub newcomers: u32,
    /// Hours that newcomers spent without a place; a night is 24 of them.
    pub without_place: u64,
    /// Support for reception.
    pub support: i32,
    /// Disturbances since the start.
    pub disturbances: u32,
}

impl SocietyState {
    /// People as on an ordinary day.
    pub(in crate::sim) fn new(country: &Country, society: Option<&Society>) -> Self {
        let Some(society) = society else { return Self::default() };
        let row = PeopleState {
            prepared: society.prepared_ppm,
            misinformed: society.misinformed_ppm,
            trust: society.trust_ppm,
            polarised: society.polarised_ppm,
            support: society.trust_ppm,
            ..PeopleState::default()
        };
        Self { regions: Table::filled(row, country.regions.len()), ..Self::default() }
    }
}
