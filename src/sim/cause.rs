//! Who or what is behind an effect, so that "why is this red?" is a walk and not an essay.
//!
//! Must stay small: it is copied into every damage, event and consignment.

use super::{
    ids::{InjectId, ProcessId, SectorId},
    state::Shortfall,
};
use serde::{Deserialize, Serialize};

/// The direct cause of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cause {
    /// The ordinary course of things.
    #[default]
    Routine,
    /// The scenario, before the start.
    Scenario,
    /// An inject.
    Inject(InjectId),
    /// A recorded command, by its sequence number.
    Command(u32),
    /// A damage, by its serial; that damage has a cause of its own.
    Damage(u32),
    /// Loss of a process in the same region.
    Process(ProcessId),
    /// What keeps the grid from serving a region.
    Grid(Shortfall),
    /// People of a sector who are not at work in the same region.
    Staff(SectorId),
}
