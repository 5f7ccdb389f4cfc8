//! How people take what happens: the figures of preparedness, warning, need, hoarding, trust, misinformation, unrest, reception.
//!
//! Static data only. Served by `systems::society`. Shares are in millionths here, rates per hour.

use crate::sim::every::every;
use crate::sim::ids::{GoodId, ProcessId, RegionId, Table};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// All of something, in millionths.
pub const ALL_PPM: i32 = 1_000_000;
/// Hours of deprivation that the curves know; longer counts as the last one.
pub const CURVE_HOURS: usize = 240;

/// A way to warn people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Alarm {
    /// Message on mobile telephones.
    NlAlert,
    /// Sirens.
    Siren,
    /// Emergency broadcaster.
    Broadcast,
}

impl Alarm {
    /// Every way.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

/// Something about people that an inject or a measure can shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Mood {
    /// Trust in the authorities.
    Trust,
    /// Share that believes what is not so.
    Misinformation,
    /// Extra buying.
    Hoarding,
    /// Groups that stand against each other.
    Polarisation,
}

/// Society in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Society {
    /// What people live by: the worst of these counts as deprivation.
    pub lived_by: Vec<ProcessId>,
    /// The process that each way to warn needs; none for sirens, which have batteries.
    pub alarms: [AlarmFigures; Alarm::ALL.len()],
    /// Share that lives in a household that cannot do what others can, by region.
    pub vulnerable_ppm: Table<RegionId, i32>,
    /// Share that is prepared at the start.
    pub prepared_ppm: i32,
    /// Share that is prepared at most without a new push.
    pub prepared_most_ppm: i32,
    /// Part of the distance to the most that is covered in an hour.
    pub prepared_rate_ppm: i32,
    /// How many times that while a campaign runs.
    pub campaign_times: i32,
    /// Thousandths of an hour of deprivation that an hour with everything makes good.
    pub recovers_milli: i32,
    /// Share that does without discomfort after so many hours of deprivation, prepared households and others.
    pub curves_ppm: [Vec<i32>; 2],
    /// Part of those in discomfort who ask for help in an hour.
    pub asking_ppm: i32,
    /// People that responders can help in an hour for each hundred thousand inhabitants, once they are all there.
    pub helped_per_100k: u32,
    /// Hours until they are.
    pub help_ramp_hours: u32,
    /// People that all prepared support points together can help in an hour for each hundred thousand inhabitants.
    pub points_per_100k: u32,
    /// Spread of a warning by word of mouth in an hour.
    pub word_of_mouth_ppm: i32,
    /// Part of a warning that is forgotten in an hour.
    pub forgotten_ppm: i32,
    /// The good that is hoarded, and the process whose lack starts it.
    pub hoarded: Option<(GoodId, ProcessId)>,
    /// Part of the extra buying that ends in an hour.
    pub hoarding_ends_ppm: i32,
    /// Part of the extra buying that suppliers bring in on top of the ordinary, in thousandths.
    pub hoarding_met_permille: u32,
    /// Extra buying that starts in an hour in which the shops are half empty.
    pub hoarding_starts_ppm: i32,
    /// Part of the extra buying that a purchase limit in full force ends in an hour.
    pub hoarding_limit_ppm: i32,
    /// Trust on an ordinary day.
    pub trust_ppm: i32,
    /// Part of the distance to the ordinary by which trust returns in an hour.
    pub trust_returns_ppm: i32,
    /// Trust lost in an hour in which nobody who asks for help gets it.
    pub trust_lost_ppm: i32,
    /// Trust gained in an hour with a common message at full strength, of what is missing.
    pub trust_message_ppm: i32,
    /// Share that is misinformed on an ordinary day.
    pub misinformed_ppm: i32,
    /// Share that always remains so.
    pub misinformed_least_ppm: i32,
    /// Spread of misinformation in an hour.
    pub misinformation_spreads_ppm: i32,
    /// Part of the spread that full trust stops.
    pub trust_stops_ppm: i32,
    /// Part of it that fades in an hour.
    pub misinformation_fades_ppm: i32,
    /// Part of it that ends in an hour by effort at full strength.
    pub debunked_ppm: i32,
    /// Polarisation on an ordinary day.
    pub polarised_ppm: i32,
    /// Unrest for each day of deprivation of everybody, of full misinformation, of full polarisation, and less of full trust.
    pub unrest_ppm: [i32; 4],
    /// Part of the distance by which unrest follows in an hour.
    pub unrest_follows_ppm: i32,
    /// Chance of a disturbance in a day at full unrest, in thousandths.
    pub disturbance_permille: u32,
    /// What a disturbance costs the process of public order: process, share in thousandths, hours.
    pub disturbance: Option<(ProcessId, u16, u32)>,
    /// Reception places that a region can add in an hour, in thousandths.
    pub places_per_hour_milli: u32,
    /// People that can be registered in an hour in the whole country.
    pub registered_per_hour: u32,
    /// People who ask for asylum in an hour on an ordinary day, in thousandths; the same desks register them.
    pub asylum_per_hour_milli: u32,
    /// Support for reception lost in an hour for each per cent that newcomers add to the inhabitants.
    pub support_lost_ppm: i32,
}

/// Figures of a way to warn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlarmFigures {
    /// Share that it reaches when everything works.
    pub reach_ppm: i32,
    /// The process it needs.
    pub needs: Option<ProcessId>,
}
