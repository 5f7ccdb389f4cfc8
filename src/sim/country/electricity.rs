//! Electricity: what regions ask for, what feeds them, and the grid between them, at the level of regions.
//!
//! Static data only; what is out of order lives in `state`. Balanced by `systems::power` on the flow of `sim::grid`.
//! Must not go below the level of regions: a line here is all that connects two of them.

use crate::sim::every::every;
use crate::sim::{
    ids::{GridId, ProcessId, RegionId, RhythmId, Table},
    num::Level,
    time::Span,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// The balance of electricity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Electricity {
    /// The process that it decides.
    pub process: ProcessId,
    /// The process that gas-fired plants burn.
    pub gas: ProcessId,
    /// What each region asks.
    pub loads: Table<RegionId, Load>,
    /// Rhythm of the part that is not steady.
    pub rhythm: RhythmId,
    /// That part by month, January first, in thousandths of its mean.
    pub months_permille: Vec<u16>,
    /// Lines, plants, interconnectors and stations.
    pub elements: Table<GridId, Element>,
    /// Part of a plant that is not in maintenance, in thousandths, by [`Fuel`].
    pub ready_permille: Vec<u16>,
    /// Hours that the gas in the pipes feeds the plants of a region once no more comes in.
    pub linepack_hours: u32,
    /// Part of a region's load that is shed last, in thousandths.
    pub protected_permille: u32,
    /// Hours after which the next region in the rota is shed first.
    pub rota_hours: u32,
    /// Parts in which a shortage is handed out when it is spread over all regions.
    pub spread_parts: u32,
    /// A loss at once of more than this part of what all regions need, in thousandths, brings the whole grid down.
    pub collapse_permille: u32,
    /// After a collapse nobody has power for this long.
    pub black_start: Span,
    /// After that, this part of the load comes back in a tick.
    pub black_start_per_tick: Level,
    /// Inhabitants behind one connection, in hundredths.
    pub people_per_customer_centi: u32,
}

/// What a region asks, in megawatts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Load {
    /// Industry that runs day and night.
    pub steady_mw: u32,
    /// The mean of the rest, which follows the rhythm and the month.
    pub rhythmic_mw: u32,
    /// New load for which the grid has room.
    pub headroom_mw: u32,
}

/// Something of the grid that can fail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Code such as line.VR13-VR25.
    pub code: String,
    /// What it is and where.
    pub kind: ElementKind,
    /// Megawatts: of each circuit of a line, of a whole plant or interconnector; 0 for stations, which carry their region.
    pub mw: u32,
}

/// Kind of element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ElementKind {
    /// All circuits between two regions.
    Line {
        /// One end.
        from: RegionId,
        /// The other end.
        to: RegionId,
        /// Circuits.
        parts: u16,
        /// Of these kept free for when one fails.
        spare: u16,
    },
    /// All plants of a kind in a region.
    Plant {
        /// Where.
        region: RegionId,
        /// What it runs on.
        fuel: Fuel,
    },
    /// What comes in from a neighbouring country.
    Tie {
        /// Where it lands.
        region: RegionId,
        /// From whom.
        neighbour: Neighbour,
        /// Part of it that the neighbour can supply on an ordinary day, in thousandths.
        ready_permille: u16,
    },
    /// The stations between the grid and the users of a region.
    Station {
        /// Where.
        region: RegionId,
        /// Transformers.
        parts: u16,
        /// Of these kept free for when one fails.
        spare: u16,
    },
}

/// What plants run on, in the order in which they are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Fuel {
    /// Sun.
    Sun,
    /// Wind on land.
    WindLand,
    /// Wind at sea, by the region where it lands.
    WindSea,
    /// Nuclear.
    Nuclear,
    /// Waste, biomass and combined heat that runs anyway.
    Other,
    /// Coal.
    Coal,
    /// Gas.
    Gas,
}

impl Fuel {
    /// Every kind, in the order of use.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of kinds; import comes after them.
    pub const COUNT: usize = Self::ALL.len();
}

/// Countries with an interconnector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Neighbour {
    /// Germany.
    Germany,
    /// Belgium.
    Belgium,
    /// Great Britain.
    Britain,
    /// Norway.
    Norway,
    /// Denmark.
    Denmark,
}

impl Element {
    /// The region that a role reads about it in: its own, or where a line begins.
    pub fn region(&self) -> RegionId {
        match self.kind {
            ElementKind::Line { from, .. } => from,
            ElementKind::Plant { region, .. }
            | ElementKind::Tie { region, .. }
            | ElementKind::Station { region, .. } => region,
        }
    }

    /// True for what makes or brings in power.
    pub fn is_source(&self) -> bool {
        matches!(self.kind, ElementKind::Plant { .. } | ElementKind::Tie { .. })
    }

    /// True when it lies within a set of regions, or a line that leads into it.
    pub fn feeds(&self, regions: u32) -> bool {
        let inside = |region: RegionId| regions >> region.0 & 1 == 1;
        match self.kind {
            ElementKind::Line { from, to, .. } => inside(from) != inside(to),
            ElementKind::Plant { region, .. } | ElementKind::Tie { region, .. } => inside(region),
            ElementKind::Station { .. } => false,
        }
    }

    /// What a line carries after the loss of a share, with `released` thousandths of its spare circuits in use: what is
    /// left (to the nearest megawatt), but no more than what may be used while the spare is kept free.
    pub fn carries_mw(&self, lost: Level, released: u32) -> u32 {
        let ElementKind::Line { parts, spare, .. } = self.kind else { return 0 };
        let spare = u32::from(spare.min(parts));
        let left = lost.lack().of_round(u32::from(parts) * self.mw);
        let usable = (u32::from(parts) - spare) * self.mw + spare * self.mw * released.min(1000) / 1000;
        left.min(usable)
    }

    /// Part of the load of its region that stations let through after the loss of a share: the spare is used first.
    pub fn lets_through(&self, lost: Level) -> Level {
        let ElementKind::Station { parts, spare, .. } = self.kind else { return Level::ONE };
        let needed = u64::from(parts - spare.min(parts)).max(1);
        let left = u64::from(lost.lack().0.unsigned_abs()) * u64::from(parts) / needed;
        Level(i32::try_from(left).unwrap_or(Level::ONE.0).min(Level::ONE.0))
    }
}

impl Electricity {
    /// Megawatts that a region asks in an hour of the week in a month (0 for January), by a rhythm in thousandths.
    pub fn load_mw(&self, region: RegionId, rhythm_permille: u32, month: usize) -> u32 {
        let row = self.loads.get(region).copied().unwrap_or_default();
        let month = self.months_permille.get(month).copied().unwrap_or(1000);
        let rest = u64::from(row.rhythmic_mw) * u64::from(rhythm_permille) * u64::from(month) / 1_000_000;
        row.steady_mw + u32::try_from(rest).unwrap_or(u32::MAX / 2)
    }

    /// Part of a plant that can run with wind and sun as they are, in thousandths. Of the wind, u in thousandths of what
    /// a turbine takes, land yields u², sea the mean of u and u². Each step rounded down to thousandths: the square, the mean, then
    /// times the part that is ready; the megawatts follow from that, rounded down too.
    pub fn yields_permille(&self, fuel: Fuel, wind: u32, sun: u32) -> u32 {
        let ready = self.ready_permille.get(fuel as usize).copied().map_or(1000, u32::from);
        let square = || wind * wind / 1000;
        let weather = match fuel {
            Fuel::Sun => sun,
            Fuel::WindLand => square(),
            Fuel::WindSea => wind.midpoint(square()),
            Fuel::Nuclear | Fuel::Other | Fuel::Coal | Fuel::Gas => 1000,
        };
        ready * weather / 1000
    }
}
