//! Vital processes: what they are, what they need of each other, and how long they hold out without it.
//!
//! Static data only; levels live in `state`. Moved by `systems::processes`. Must not know what damages them.

use super::{Class, Mode, SeatTable};
use crate::sim::{
    ids::{ProcessId, SkillId},
    num::Level,
};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// How much a lost person-day of a process weighs in the count of unmet needs (Belgian National Risk Assessment, scale Sa).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Need {
    /// Water, basic food, medicine, emergency services: weight 1.
    Physical,
    /// Electricity, care that can wait, telecom, transport, payments: weight 0.5.
    Security,
    /// Fuel, media, government services: weight 0.1.
    Comfort,
    /// Not felt by households directly.
    Indirect,
}

impl Need {
    /// Weight in tenths.
    pub fn tenths(self) -> u64 {
        match self {
            Self::Physical => 10,
            Self::Security => 5,
            Self::Comfort => 1,
            Self::Indirect => 0,
        }
    }
}

/// A vital process, present in every region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// Code such as EL or MOB.
    pub code: String,
    /// The most it recovers in one tick.
    pub restart_per_tick: Level,
    /// The crews that repair it.
    pub skill: SkillId,
    /// Class of a claim for those crews, here and on what this process carries or handles.
    pub class: Class,
    /// What its loss means to people.
    pub need: Need,
    /// The table that sees its state without delay.
    pub telemetry: SeatTable,
    /// The transport mode that needs it, if any.
    pub carries: Option<Mode>,
    /// True for the process that terminals need.
    pub handles: bool,
}

/// A dependency: what happens to `process` in a region when `supplier` fails there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessArc {
    /// The process that depends.
    pub process: ProcessId,
    /// What it depends on.
    pub supplier: ProcessId,
    /// What bridges the gap.
    pub buffer: Buffer,
    /// Share of the process that is lost once the buffer is empty and the supplier is gone.
    pub depth: Level,
}

/// What bridges the time between the loss of a supplier and its consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Buffer {
    /// Nothing.
    Instant,
    /// One store: generator fuel, a stock.
    Tank {
        /// Part of the store used in a tick without any supply.
        drain: Level,
        /// Part of the store refilled in a tick with full supply.
        refill: Level,
        /// 1 / (the share of the store below which the effect begins), in 256ths, at least 256.
        steepness_q8: i32,
    },
    /// Many small stores: the level is the share that still works.
    Fleet {
        /// Share of the working ones that stops in a tick without supply, and of the stopped ones that returns with it.
        rate: Level,
    },
}
