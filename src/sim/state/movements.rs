//! Military movements and special trains as they stand.
//!
//! Plain data: changed by `systems::movements`, `systems::transit` and `apply`.

use crate::sim::{
    cause::Cause,
    country::{Class, PerKind},
    ids::{ConsignmentId, NodeId, RoleId},
    plan::MovementOrder,
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// Progress of a movement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovementState {
    /// Its category now.
    pub class: Class,
    /// Ministries that designated it urgent: the roles, in order of their decisions.
    pub designated: Vec<RoleId>,
    /// Pieces in all.
    pub pieces: u32,
    /// Arrivals, in plan order.
    pub arrivals: Vec<ArrivalState>,
    /// What is ashore, by place, in the order in which places came into use.
    pub ports: Vec<PortState>,
    /// How it is carried out.
    pub order: MovementOrder,
    /// Pieces sent across the border, by destination row.
    pub sent: Vec<u32>,
    /// Pieces across the border.
    pub delivered: u32,
    /// Units of each row of the basket that it holds.
    pub held: Vec<u32>,
    /// When the last piece crossed.
    pub completed: Option<Tick>,
    /// True once the due time passed with pieces missing.
    pub late: bool,
    /// The last command that changed the plan.
    pub cause: Cause,
}

/// Where something that arrives stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ArrivalPhase {
    /// On its way.
    Expected,
    /// There, but without a berth or guards.
    Waiting,
    /// At the quay or on the apron, being unloaded.
    Unloading,
    /// Empty.
    Empty,
}

/// Progress of an arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalState {
    /// When it arrives, as known now.
    pub arrives: Tick,
    /// Where it stands.
    pub phase: ArrivalPhase,
    /// Pieces still on board.
    pub aboard: PerKind<u32>,
    /// Why it is not on the planned time, or waits.
    pub cause: Cause,
}

/// Pieces of a movement at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortState {
    /// The terminal or staging area.
    pub port: NodeId,
    /// Pieces here, not yet on a train, convoy or barge.
    pub ashore: PerKind<u32>,
    /// Departures that are loading or waiting here, by destination row.
    pub ahead: Vec<u16>,
    /// Pieces sent from here, by destination row.
    pub sent: Vec<u32>,
    /// Departures on their way here.
    pub inbound: u16,
    /// Guards that stand here.
    pub guards: u16,
}

/// What became of a special train.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrainState {
    /// Not yet ready.
    Planned,
    /// Under way or waiting.
    Running(ConsignmentId),
    /// Arrived.
    Arrived(Tick),
}
