//! What an inject, a measure or the scenario's start can do to the world: one small typed language.
//!
//! Adding an effect is a variant here and an arm in `systems::effects`. Must not contain code.

use super::{
    country::{Alarm, Lasting, Mood},
    ids::{EdgeId, GridId, MovementId, NodeId, PoolId, ProcessId, RegionId, SkillId},
    limits::Gauge,
    num::Level,
    time::Span,
};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// Something that can be damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Target {
    /// A process in a region.
    Process(ProcessId, RegionId),
    /// A stretch of the network, both directions.
    Edge(EdgeId),
    /// Handling at a terminal.
    Terminal(NodeId),
    /// What the neighbour takes over at a crossing of the border, each way.
    Crossing(NodeId),
    /// A line, a plant, an interconnector or the stations of a region.
    Grid(GridId),
}

/// How it is damaged: decides who repairs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum DamageKind {
    /// Broken things.
    Physical,
    /// Systems out of order or not to be trusted.
    Digital,
    /// People who are not there, or who are in the way.
    Human,
}

/// A change of the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// Damage that crews repair: the loss shrinks in a straight line with the work that is left.
    Damage {
        /// What is hit.
        target: Target,
        /// How.
        kind: DamageKind,
        /// Share lost at first.
        loss: Level,
        /// Estimated work in team-ticks; the true work differs by up to a fifth.
        team_ticks: u32,
        /// Before crews can start: investigation, access, parts.
        lag: Span,
        /// Most teams that can work on it at once.
        teams_max: u16,
        /// Whose crews.
        skill: SkillId,
    },
    /// A loss that ends by itself: a blockade, jamming, a storm.
    Impair {
        /// What is hit.
        target: Target,
        /// How.
        kind: DamageKind,
        /// Share lost.
        loss: Level,
        /// How long.
        lasts: Span,
    },
    /// A ship of a movement arrives earlier (negative) or later.
    ShiftShip {
        /// The movement.
        movement: MovementId,
        /// Number of the ship in the order, from 0.
        ship: u16,
        /// Ticks later.
        by_ticks: i32,
    },
    /// Demand for a mode changes for a while.
    Demand {
        /// The class of the demand.
        class: super::country::Class,
        /// Factor in thousandths.
        permille: u16,
        /// How long.
        lasts: Span,
    },
    /// A river is low: ships on it load less, shippers send more of them as far as there are any.
    LowWater {
        /// The river.
        gauge: Gauge,
        /// What a ship can load, in thousandths.
        permille: u16,
        /// How long.
        lasts: Span,
    },
    /// Units of a held pool or repair crews arrive or are withdrawn, or a stock gains or loses some.
    Units {
        /// The pool.
        pool: PoolId,
        /// Units more (or fewer, never below zero).
        change: i32,
    },
    /// Fresh casualties: T1, T2 and T3.
    Casualties {
        /// Where.
        region: RegionId,
        /// How many of each class.
        triage: [u32; super::country::TRIAGE],
        /// Soldiers.
        military: bool,
    },
    /// Stabilised patients who come by train or air and need a bed.
    Patients {
        /// Where they come in.
        region: RegionId,
        /// For a ward.
        clinic: u32,
        /// For intensive care.
        intensive: u32,
        /// Soldiers.
        military: bool,
    },
    /// A warning goes out.
    Warn {
        /// How.
        alarm: Alarm,
        /// Where; none for the country.
        region: Option<RegionId>,
    },
    /// Something about people shifts.
    Mood {
        /// What.
        mood: Mood,
        /// Where; none for the country.
        region: Option<RegionId>,
        /// By how much, in thousandths.
        permille: i16,
    },
    /// People who need reception.
    Newcomers {
        /// Where; none for the country, in proportion to inhabitants.
        region: Option<RegionId>,
        /// How many.
        people: u32,
    },
    /// Citizens are stranded abroad.
    Stranded {
        /// How many.
        people: u32,
    },
    /// Something holds for a while.
    Holds {
        /// What.
        what: Lasting,
        /// Where; none for the country.
        region: Option<RegionId>,
        /// How long.
        lasts: Span,
    },
}

impl Effect {
    /// The effect of a measure, where that is taken: only where it names no region itself.
    #[must_use]
    pub fn within(mut self, place: Option<RegionId>) -> Self {
        match &mut self {
            Self::Warn { region, .. }
            | Self::Mood { region, .. }
            | Self::Newcomers { region, .. }
            | Self::Holds { region, .. } => *region = region.or(place),
            Self::Damage { .. }
            | Self::Impair { .. }
            | Self::ShiftShip { .. }
            | Self::Demand { .. }
            | Self::LowWater { .. }
            | Self::Units { .. }
            | Self::Casualties { .. }
            | Self::Stranded { .. }
            | Self::Patients { .. } => {}
        }
        self
    }
}
