//! Events: what happened, in the past tense, for the log, the views and the review. Never input.
//!
//! The sink is the only way out of a tick. History belongs to `session`; forecasts run with [`NullSink`].

use super::{
    cause::Cause,
    check::Refusal,
    country::{Alarm, Class, PerClass},
    effect::{DamageKind, Target},
    ids::{InjectId, LinkId, MeasureId, MovementId, NodeId, PoolId, ProcessId, RegionId, RoleId},
    routes::Path,
    state::{Cut, Line, What},
    time::{Span, Tick},
};
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// An inject reached its receivers.
    InjectSent(InjectId),
    /// An inject was held (true) or released.
    InjectHeld(InjectId, bool),
    /// An inject got another moment.
    InjectMoved(InjectId, Tick),
    /// An inject was taken out.
    InjectSkipped(InjectId),
    /// An inject was made during play, or an opponent's act was proposed.
    InjectInvented(InjectId),
    /// An act got another place.
    InjectPlaced(InjectId),
    /// Something became of an inject, or it was edited.
    InjectStep(InjectId, Step),
    /// A command of this very tick was undone: its number.
    Undone(u32),
    /// The lead set another phase of escalation: from, to.
    PhaseChanged(u8, u8),
    /// Damage or an impairment began.
    Damaged {
        /// Serial.
        damage: u32,
        /// What is hit.
        target: Target,
        /// How.
        kind: DamageKind,
        /// Share lost, in thousandths.
        loss_permille: u16,
    },
    /// The first team began to work.
    RepairStarted(u32, Target),
    /// Repaired, or over by itself.
    Repaired(u32, Target),
    /// The owner changed the order of repair.
    RepairOrdered(u32, Target),
    /// A process in a region crossed a class limit (4 normal, 3 hindered, 2 limited, 1 severe, 0 out).
    LevelChanged {
        /// The process.
        process: ProcessId,
        /// The region.
        region: RegionId,
        /// Old class.
        from: u8,
        /// New class.
        to: u8,
    },
    /// No slots are left on an edge.
    EdgeClosed(super::ids::EdgeId),
    /// Slots are back on an edge.
    EdgeOpened(super::ids::EdgeId),
    /// The overhead wire is dead in a region.
    TractionLost(RegionId),
    /// The overhead wire has power again in a region.
    TractionBack(RegionId),
    /// A ship of a movement is at the quay.
    ShipBerthed(MovementId, u16),
    /// A ship of a movement is empty.
    ShipUnloaded(MovementId, u16),
    /// A ship got another time.
    ShipShifted(MovementId, u16, Tick),
    /// What came by air landed elsewhere: its airfield is closed.
    Diverted(MovementId, u16, NodeId),
    /// A military or special consignment left.
    Departed(u32, What, NodeId),
    /// A consignment was stopped on its way.
    Held(u32, What, NodeId),
    /// A stopped consignment goes on by another way.
    Rerouted(u32, What, NodeId),
    /// A military or special consignment arrived.
    Arrived(u32, What, NodeId),
    /// An ammunition train stands still outside a safe siding.
    AmmunitionStalled(u32, NodeId),
    /// An ammunition train is diverted to a safe siding.
    AmmunitionSheltered(u32, NodeId),
    /// Round a stalled ammunition train so many people live within so many metres (fictitious), who must leave.
    AmmunitionDanger {
        /// Serial of the train.
        serial: u32,
        /// Where it stands.
        at: NodeId,
        /// Safety distance in metres.
        distance_m: u16,
        /// People within it.
        people: u32,
    },
    /// A role knows now that an ammunition train stands still.
    AmmunitionTold(u32, NodeId, RoleId),
    /// So many people stand round an ammunition train, more than the guards there keep off the track.
    AmmunitionCrowd(u32, NodeId, u32),
    /// A movement is complete.
    MovementCompleted(MovementId),
    /// A movement missed its date with this many pieces missing.
    MovementLate(MovementId, u32),
    /// A movement got other shares, or was stopped or resumed.
    MovementPlanned(MovementId),
    /// A movement was designated urgent by a role.
    Designated(MovementId, RoleId),
    /// A role provided the basis for a limit of a pool (by number): in force from this moment, or when the others have.
    BasisProvided(PoolId, u16, RoleId, Option<Tick>),
    /// A request was made; the number of its command.
    Asked(u32),
    /// Other terms were proposed in a request, by this role; the number of the request.
    Countered(u32, RoleId),
    /// A request was agreed to or declined, by this role.
    Answered(u32, bool, RoleId),
    /// A request was withdrawn by who asked.
    Withdrawn(u32),
    /// A request ended because nobody answered in time.
    Lapsed(u32),
    /// A ship or aircraft is there but has no berth or guards.
    ArrivalWaits(MovementId, u16, PoolId),
    /// A civil transport had to make way for an urgent military one: its serial, what it is, where it stops.
    MadeWay(u32, What, NodeId),
    /// A civil transport goes on by another mode.
    Shifted(u32, What, super::country::Mode),
    /// A pool got another policy.
    PolicySet(PoolId),
    /// A pool fell back to its default.
    PolicyEnded(PoolId),
    /// A measure was ordered: where, and when it begins.
    MeasureOrdered(MeasureId, Option<RegionId>, Tick),
    /// A decision waits so long until the staff of the role, in the region, can work on it.
    DecisionWaits(RoleId, Option<RegionId>, Span),
    /// A measure is in force.
    MeasureBegun(MeasureId, Option<RegionId>),
    /// A measure ended or was called off.
    MeasureEnded(MeasureId, Option<RegionId>),
    /// A warning went out.
    Warned(Alarm, Option<RegionId>),
    /// Casualties or patients came in: where, how many, soldiers or not.
    CasualtiesCame(RegionId, u32, bool),
    /// People who need reception came: where, how many.
    NewcomersCame(Option<RegionId>, u32),
    /// Unrest in a region crossed a class limit: 0 calm to 4 very restless.
    UnrestChanged(RegionId, u8),
    /// Unrest in a region came to a disturbance.
    Disturbance(RegionId),
    /// The staff corrected a figure.
    Corrected(super::command::Correction),
    /// A decision takes effect later because no ordinary line works.
    OrderDelayed {
        /// Number of its command.
        seq: u32,
        /// When it arrives.
        until: Tick,
        /// Where the line is down.
        cut: Cut,
        /// How it goes instead.
        line: Line,
    },
    /// What the services know leaked after it was shared: the inject that it was.
    Leaked(InjectId),
    /// Active digital protection was taken for an attack: for the lead, who alone sets the phase.
    EscalationRisk,
    /// A command that waited was refused when it was to take effect.
    RefusedLate(u32, Refusal),
}

/// What became of an inject, beyond being sent, held, moved or dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// A receiver opened it; none when the staff noted it for the room.
    Seen(Option<RoleId>),
    /// A receiver answered it; none when the expected action was seen, or the staff noted an answer.
    Answered(Option<RoleId>),
    /// The staff is done with it.
    Closed,
    /// Nobody acted in time.
    Unanswered,
    /// Its content was changed.
    Edited,
    /// It could not reach a receiver at once.
    Late(RoleId),
    /// It reached a receiver later.
    Arrived(RoleId),
    /// It never reaches a receiver.
    Lost(RoleId),
}

/// What binds a refused claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Binding {
    /// All slots of a link in an hour are booked.
    Slots(LinkId, u32),
    /// Free slots are kept for other classes on a link in an hour.
    KeptFree(LinkId, u32),
    /// The class has its cap on a link in an hour.
    Cap(LinkId, u32),
    /// The class has its cap for today in the pool.
    DayCap(PoolId),
    /// The road is closed to convoys at the hour of entry.
    ConvoyHours(LinkId, u32),
    /// The day's ceiling for dangerous goods on a stretch is reached.
    Ceiling(LinkId),
    /// No way is open.
    NoWay,
    /// Handling is used up or kept for others.
    Handling(NodeId),
    /// The quay of a terminal is full of military pieces.
    QuayFull(NodeId),
    /// All units of a held pool or a stock are in use, let by contract or kept for others.
    Units(PoolId),
    /// People stand on the track round an ammunition train, and there are too few guards.
    Crowd(NodeId),
}

/// One row of the ledger: one pool, one class, one clock hour. Claims are transports for paths, moves for handling, teams for
/// crews; asked = granted + refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// The pool.
    pub pool: PoolId,
    /// The clock hour since the start.
    pub hour: u32,
    /// Claims made.
    pub asked: PerClass<u32>,
    /// Claims served.
    pub granted: PerClass<u32>,
    /// Capacity used in this hour: transports that entered, or moves done.
    pub used: PerClass<u32>,
    /// Claims not served by the end of the hour.
    pub refused: PerClass<u32>,
    /// What bound the last refusal of each class.
    pub binding: PerClass<Option<Binding>>,
}

/// Receives what happens.
pub trait Sink {
    /// An event with its direct cause.
    fn event(&mut self, tick: Tick, event: Event, cause: Cause);
    /// A claim on a pool was made in this hour and granted, or stands refused at the end of it.
    fn claim(&mut self, pool: PoolId, class: Class, claim: Claim);
    /// Capacity of a pool was used in an hour.
    fn used(&mut self, pool: PoolId, class: Class, hour: u32, units: u32);
    /// A path was given in this hour: one claim on each pool that divides a stretch of it.
    fn path_given(&mut self, path: &Path, class: Class, hour: u32) {
        for pool in path.stretches.iter().filter_map(|stretch| stretch.pool) {
            self.claim(pool, class, Claim::Granted(hour, 1));
        }
    }
}

/// What became of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Served in this hour, this many units.
    Granted(u32, u32),
    /// Not served in this hour, this many units, bound by this.
    Refused(u32, u32, Binding),
}

/// Forgets everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct NullSink;

impl Sink for NullSink {
    fn event(&mut self, _: Tick, _: Event, _: Cause) {}
    fn claim(&mut self, _: PoolId, _: Class, _: Claim) {}
    fn used(&mut self, _: PoolId, _: Class, _: u32, _: u32) {}
    fn path_given(&mut self, _: &Path, _: Class, _: u32) {}
}
