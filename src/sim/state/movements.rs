//! Military movements and special trains as they stand.
//!
//! Plain data: changed by `systems::movements`, `systems::transit` and `apply`.

use crate::sim::{
    cause::Cause,
    country::{Class, PerKind, Tier},
    ids::{ConsignmentId, NodeId, PoolId, RoleId},
    plan::MovementOrder,
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// Progress of a movement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovementState {
    /// Class of its claims on paths now; everything else is asked in the class of the plan.
    pub class: Class,
    /// Ministries that designated it urgent: the roles, in order of their decisions.
    pub designated: Vec<RoleId>,
    /// Pieces in all.
    pub pieces: u32,
    /// How soon the alliance asks for it.
    pub tier: Option<Tier>,
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
    /// Pieces that were across the border in time.
    pub in_time: u32,
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
    /// The pool they came from, while there are any.
    pub guards_from: Option<PoolId>,
}

/// An ammunition train that stands still on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// Serial of the train.
    pub serial: u32,
    /// The train.
    pub train: ConsignmentId,
    /// Where it stands.
    pub at: NodeId,
    /// Since when.
    pub since: Tick,
    /// True in a safe siding: people are told, but nobody is in danger.
    pub sheltered: bool,
    /// Safety distance in metres (fictitious), fixed by the load when it came to stand.
    pub distance_m: u16,
    /// People within that distance.
    pub people: u32,
    /// When each of those who must be told knew, in the order of the rules.
    pub told: Vec<(RoleId, Option<Tick>)>,
    /// Part of the public that has heard of it, in thousandths.
    pub publicity: u16,
    /// People who came to look or to protest.
    pub crowd: u32,
    /// Most of them so far.
    pub crowd_most: u32,
    /// Guards that keep them off the track, by the pool they came from.
    pub guards: Vec<(PoolId, u32)>,
    /// True while there are fewer guards than the crowd asks: the train cannot leave.
    pub blocked: bool,
    /// When it left.
    pub ended: Option<Tick>,
    /// Why it stands.
    pub cause: Cause,
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
