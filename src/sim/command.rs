//! Commands: the only way anything changes. Imperative names; checked by `check`, carried out by `apply`.
//!
//! A command is a fact once it is recorded. Must stay serialisable and independent of the build.

use super::{
    country::{Place, Policy},
    ids::{EdgeId, InjectId, MeasureId, MovementId, NodeId, PoolId, RegionId, RoleId, VectorId},
    plan::{Inject, MovementOrder},
    time::Tick,
};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

/// A command with its place in the order of things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Place in the recording: 1, 2, 3...
    pub seq: u32,
    /// The tick it was given.
    pub submitted: Tick,
    /// The tick it takes effect, the same or later.
    pub effective: Tick,
    /// The last tick whose picture the giver had seen.
    pub seen: Tick,
    /// Who gave it.
    pub by: By,
    /// What is to be done.
    pub command: Command,
}

/// Who gave a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct By {
    /// In whose name.
    pub actor: Actor,
    /// The seat where it was typed: 0 is the lead's laptop.
    pub seat: u8,
}

/// In whose name something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Actor {
    /// The exercise lead.
    Lead,
    /// A person in a role.
    Role(RoleId),
    /// The automatic player of a role.
    Auto(RoleId),
    /// The session's clock.
    Clock,
}

impl Actor {
    /// The role, if it is one.
    pub fn role(self) -> Option<RoleId> {
        match self {
            Self::Role(role) | Self::Auto(role) => Some(role),
            Self::Lead | Self::Clock => None,
        }
    }
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[derive(VariantNames)]
pub enum Command {
    /// Divide a pool. Given by its owner; checked against the pool's limits; changes its policy from then on.
    /// Events: `PolicySet`, later `PolicyEnded`.
    SetPolicy {
        /// The pool.
        pool: PoolId,
        /// How it is divided.
        policy: Policy,
        /// Back to the default at this moment.
        until: Option<Tick>,
        /// Why, in the owner's words.
        reason: String,
    },
    /// Put a damage earlier or later in the order of repair among those of its class. Given by the owner of its crews. Event: `RepairOrdered`.
    OrderRepair {
        /// Serial of the damage.
        damage: u32,
        /// Lower is earlier; 0 is the default.
        rank: i16,
        /// Why.
        reason: String,
    },
    /// Choose how a movement is carried out: shares, corridors, ports, order, staging, or stop its departures. Given by a
    /// role with the power to plan movements. Event: `MovementPlanned`.
    PlanMovement {
        /// The movement.
        movement: MovementId,
        /// All of what was chosen.
        order: MovementOrder,
        /// Why.
        reason: String,
    },
    /// Designate a movement urgent: it is once both ministries have. Given by a role with that power. Event: `Designated`.
    DesignateUrgent {
        /// The movement.
        movement: MovementId,
        /// Why.
        reason: String,
    },
    /// Provide the basis that lifts a limit of a pool. Given by a role that the limit names; in force after its delay once
    /// everybody needed has. Event: `BasisProvided`.
    ProvideBasis {
        /// The pool.
        pool: PoolId,
        /// Number of the limit, from 0.
        limit: u16,
        /// Why.
        reason: String,
    },
    /// Ask another role for something. Event: `Asked`.
    Ask {
        /// What for; says who is asked.
        about: Ask,
        /// What is offered, in thousands of euros.
        offer_keur: u32,
        /// Why.
        reason: String,
    },
    /// Propose other terms in a request. Given by the role whose turn it is; the turn goes to the other. Event: `Countered`.
    Counter {
        /// Serial of the request.
        request: u32,
        /// What for: the same pool, or the same basis.
        about: Ask,
        /// What who asked would pay, in thousands of euros.
        offer_keur: u32,
        /// Why.
        reason: String,
    },
    /// Answer a request. Given by the role whose turn it is. Agreeing carries out its present terms. Event: `Answered`.
    Answer {
        /// Serial of the request.
        request: u32,
        /// Yes or no.
        agree: bool,
        /// Why.
        reason: String,
    },
    /// Withdraw a request. Given by who asked, while nobody has answered. Event: `Withdrawn`.
    Withdraw {
        /// Serial of the request.
        request: u32,
        /// Why.
        reason: String,
    },
    /// Take a measure. Given by its owner; checked against its basis and what it needs; in force after its lead. Events:
    /// `MeasureOrdered`, later `MeasureBegun` and `MeasureEnded`.
    TakeMeasure {
        /// The measure.
        measure: MeasureId,
        /// The region, for a measure that is taken for one.
        region: Option<RegionId>,
        /// Why.
        reason: String,
    },
    /// End a measure, or call it off before it is in force. Given by its owner. Event: `MeasureEnded`.
    EndMeasure {
        /// The measure.
        measure: MeasureId,
        /// The region, for a measure that is taken for one.
        region: Option<RegionId>,
        /// Why.
        reason: String,
    },
    /// Send an inject now. Given by the lead. Event: `InjectSent`.
    FireInject {
        /// The inject.
        inject: InjectId,
    },
    /// Keep an inject from firing, or let it wait for its trigger again. Given by the lead. Event: `InjectHeld`.
    HoldInject {
        /// The inject.
        inject: InjectId,
        /// True to hold, false to release.
        hold: bool,
    },
    /// Send an inject at another moment, whatever its trigger was. Given by the lead. Event: `InjectMoved`.
    MoveInject {
        /// The inject.
        inject: InjectId,
        /// The new moment, not before now.
        to: Tick,
    },
    /// Take an inject out of the exercise. Given by the lead. Event: `InjectSkipped`.
    SkipInject {
        /// The inject.
        inject: InjectId,
    },
    /// Add an inject made during play. Given by the lead. Event: `InjectInvented`.
    InventInject {
        /// Its content; the code must be new.
        inject: Box<Inject>,
    },
    /// Note that an inject was opened. Given by a receiver it has reached, or by the lead for the room. Event: `InjectStep`.
    OpenInject {
        /// The inject.
        inject: InjectId,
    },
    /// Answer an inject. Given by a receiver it has reached, or by the lead for the room. Event: `InjectStep`.
    AnswerInject {
        /// The inject.
        inject: InjectId,
        /// What is answered.
        text: String,
    },
    /// Be done with an inject: nothing more is expected. Given by the lead. Event: `InjectStep`.
    CloseInject {
        /// The inject.
        inject: InjectId,
    },
    /// Change an inject: all of it before it is sent, its words afterwards. What it was stays in the recording. Given by the lead.
    /// Event: `InjectStep`.
    EditInject {
        /// The inject.
        inject: InjectId,
        /// Its new content.
        content: Box<Inject>,
    },
    /// The minutes of playing time that an inject waits for are over. Given by the clock, or by the lead who does not want to wait.
    /// Events: `InjectSent`, or `InjectStep` when nobody acted.
    TimeUp {
        /// The inject.
        inject: InjectId,
    },
    /// Undo a command that was given in this very tick: everything is as if it had not been given. Given by who gave it, or by the
    /// lead. Event: `Undone`.
    Undo {
        /// Its number.
        seq: u32,
    },
    /// Give an opponent's act another place. Given by the lead, before it takes place. Event: `InjectPlaced`.
    PlaceInject {
        /// The inject that the act is.
        inject: InjectId,
        /// The new place, of the kind that the act needs.
        place: Place,
    },
    /// Stage an act of an opponent. Given by the lead. Event: `InjectInvented`.
    StageAct {
        /// What is done.
        vector: VectorId,
        /// Where.
        place: Place,
        /// When, not before now.
        at: Tick,
    },
    /// Set the phase of escalation. Given by the lead, and by nobody and nothing else; grants nobody a power. Event: `PhaseChanged`.
    SetPhase {
        /// The new phase, 0 to 8.
        phase: u8,
        /// Why.
        reason: String,
    },
    /// "Not so here": correct a figure of the country. Given by the lead. Event: `Corrected`.
    Correct {
        /// What is corrected.
        correction: Correction,
        /// Why.
        reason: String,
    },
}

impl Command {
    /// True for what a role decides about the country; false for what the staff and the clock do, and for what only concerns
    /// an inject.
    pub fn is_decision(&self) -> bool {
        match self {
            Self::SetPolicy { .. }
            | Self::OrderRepair { .. }
            | Self::PlanMovement { .. }
            | Self::DesignateUrgent { .. }
            | Self::ProvideBasis { .. }
            | Self::Ask { .. }
            | Self::Counter { .. }
            | Self::Answer { .. }
            | Self::Withdraw { .. }
            | Self::TakeMeasure { .. }
            | Self::EndMeasure { .. } => true,
            Self::FireInject { .. }
            | Self::HoldInject { .. }
            | Self::SkipInject { .. }
            | Self::OpenInject { .. }
            | Self::AnswerInject { .. }
            | Self::CloseInject { .. }
            | Self::EditInject { .. }
            | Self::TimeUp { .. }
            | Self::Undo { .. }
            | Self::MoveInject { .. }
            | Self::InventInject { .. }
            | Self::PlaceInject { .. }
            | Self::StageAct { .. }
            | Self::SetPhase { .. }
            | Self::Correct { .. } => false,
        }
    }
}

/// What one role can ask of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[derive(VariantNames)]
pub enum Ask {
    /// That the owner of a pool divides it like this, until then.
    Policy(PoolId, Policy, Option<Tick>),
    /// That a role provides the basis that lifts a limit (by number) of a pool.
    Basis(PoolId, u16, RoleId),
    /// That who decides about a measure takes it; in a region, for a measure that is taken for one.
    Measure(MeasureId, Option<RegionId>),
}

impl Ask {
    /// The pool that it is about; none for a measure.
    pub fn pool(&self) -> Option<PoolId> {
        match self {
            Self::Policy(pool, ..) | Self::Basis(pool, ..) => Some(*pool),
            Self::Measure(..) => None,
        }
    }
}

/// A figure that the staff corrects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Correction {
    /// Slots per window and direction of an edge.
    Slots(EdgeId, u16),
    /// Moves per hour of a terminal.
    Handling(NodeId, u16),
    /// Units of a held pool, teams of a pool of crews, or units in store of a stock.
    Units(PoolId, u32),
}
