//! The crisis organisation: where roles sit, what an order takes when the lines are down, who knows what, and the digital
//! defence.
//!
//! Static data only, from `crisis.ron`. Neutral by default, so that a country without it has no delays of its own. Served by
//! `systems::orders`, `systems::adversary`, `systems::health` and `systems::society`.

use crate::sim::{
    ids::{ArcId, RegionId, RoleId, Table},
    time::Span,
};
use serde::{Deserialize, Serialize};

/// Figures of the crisis organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// Region in which each role sits; none for one that is where its work is.
    pub seats: Table<RoleId, Option<RegionId>>,
    /// What an order takes by emergency communication.
    pub emergency: Span,
    /// What it takes to bring a staff together that is not on duty in a region.
    pub assemble: Span,
    /// Most of an order's time that a scaled-up crisis organisation saves, in thousandths.
    pub coordination_most: u32,
    /// Hours between two reports of a region on its beds.
    pub bed_report_hours: u32,
    /// Trust that full independence of the media adds to the ordinary, in millionths.
    pub independent_ppm: i32,
    /// Dependencies that nobody has declared, each with the insight (thousandths) from which it is known, in order of the arc.
    pub hidden: Vec<(ArcId, u16)>,
    /// Roles that may read what the services know once it is shared.
    pub cleared: Vec<RoleId>,
    /// Sharing what is classified.
    pub leak: Leak,
    /// Digital defence.
    pub digital: Digital,
}

impl Crisis {
    /// Region in which a role sits; none for one that is where its work is.
    pub fn seat(&self, role: RoleId) -> Option<RegionId> {
        self.seats.get(role).copied().flatten()
    }
}

/// What sharing classified information may cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leak {
    /// Chance that a shared advice leaks, in thousandths.
    pub permille: u32,
    /// What the opponent then knows more of weak spots, in thousandths (see [`super::Lever::Exposure`]).
    pub exposure: i16,
    /// For how long.
    pub lasts: Span,
}

/// Digital defence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Digital {
    /// What is left of a digital act that was noticed in time, in thousandths.
    pub noticed_permille: u32,
    /// What active protection at full strength takes from a digital act, in thousandths.
    pub active_permille: u32,
    /// Chance in a day of active protection at full strength that it is taken for an attack, in thousandths.
    pub escalation_permille: u32,
    /// How much that encourages the opponent, in acts of mark 1, in thousandths.
    pub escalation_mark: u32,
}

impl Crisis {
    /// Dependencies that are known at an insight in thousandths, in thousandths of all.
    pub fn known_permille(&self, arcs: usize, insight: i32) -> i64 {
        let unknown = self.hidden.iter().filter(|row| i32::from(row.1) > insight).count();
        let (all, unknown) = (arcs.max(1), unknown.min(arcs));
        i64::try_from((all - unknown) * 1000 / all).unwrap_or(1000)
    }

    /// The insight from which a dependency is known; nothing for one that everybody has declared.
    pub fn insight_for(&self, arc: ArcId) -> u16 {
        self.hidden.iter().find(|row| row.0 == arc).map_or(0, |row| row.1)
    }
}
