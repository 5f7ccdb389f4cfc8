//! The state: everything that changes. Small, cloned for keyframes, digested per table, saved and loaded.
//!
//! Holds the truth and the knowledge of each audience. Must not hold history (that goes out through the sink), caches
//! that could drift, or `usize`. Changed only by `apply` and by the systems of `step`.

use super::{
    cause::Cause,
    command::Record,
    country::{Class, Country, Holder, Mode, PerClass, PieceKind},
    effect::{DamageKind, Effect, Target},
    ids::{
        ConsignmentId, DemandId, DenseId, GoodId, LinkId, MovementId, NodeId, OdId, PathId, PoolId, RegionId,
        RoleId, SkillId, Table,
    },
    num::Level,
    plan::Plan,
    routes::Path,
    time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
};
use serde::{Deserialize, Serialize};

mod adversary;
mod economy;
mod health;
mod measures;
mod movements;
mod network;
mod orders;
mod pools;
mod power;
mod processes;
mod readiness;
mod reserved;
mod score;
mod script;
mod society;
mod work;
mod workforce;

pub use adversary::{Act, AdversaryState, UNTRIED_PERMILLE};
pub use economy::EconomyState;
pub use health::{BedReport, Carry, HealthState, HospitalState, PerCohort};
pub use measures::{ActiveMeasure, Desk, MeasuresState, Moved, Passing};
pub use movements::{Alarm, ArrivalPhase, ArrivalState, MovementState, PortState, TrainState};
pub use network::{Bookings, LowWater, Network};
pub(super) use network::{entering_row, window_mask};
pub use orders::{Cut, Line, OrdersState, Underway};
pub use pools::{Answer, GoodState, Granted, Lifted, PolicyBrief, PoolState, Request, Return};
pub use power::{PowerState, Shortfall};
pub use processes::{GROUPS, Lanes, PROCESSES_MAX, Processes};
pub use readiness::ReadinessState;
pub use reserved::{Reserved, Scope};
pub use score::{Injured, PARTS_PER_DAY, RegionSums, ScoreSums};
pub use script::{
    Deed, InjectState, InjectStatus, Injects, Knowledge, Post, PostEnd, Receipt, TableKnowledge,
};
pub use society::{PeopleState, SocietyState};
pub(super) use work::{Blocked, CrewClaim, KeptAway, Look, Reach, Served, Turn, Work};
pub use workforce::{ALL_THERE, Staff, WorkforceState};

/// Hours of slots that can be booked ahead, and kept behind the clock for windows of several hours.
pub const HORIZON_HOURS: u32 = 64;
/// Hours at the end of the horizon that stay empty because windows of up to four hours begin before now.
pub const WINDOW_HOURS_MAX: u32 = 4;
/// A way that takes less can be booked whole at any moment.
pub const BOOKABLE_S: u32 = (HORIZON_HOURS - WINDOW_HOURS_MAX - 1) * 3600;

/// Lists of arrivals: one for each tick of the horizon, reused in turn.
pub const WHEEL_SLOTS: usize = (HORIZON_HOURS * TICKS_PER_HOUR) as usize;

/// Everything that changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Now: the tick that will run next.
    pub tick: Tick,
    /// Commands applied so far.
    pub applied: u32,
    /// Commands that wait for the moment they take effect, in order of (effective, seq).
    pub pending: Vec<Record>,
    /// Decisions on their way because a line is down.
    pub orders: OrdersState,
    /// Vital processes.
    pub processes: Processes,
    /// Damage and impairments.
    pub damages: Damages,
    /// Slots of the network.
    pub network: Network,
    /// Handling at terminals.
    pub terminals: Terminals,
    /// Trains, convoys, truck bundles and ships.
    pub consignments: Consignments,
    /// Military movements.
    pub movements: Table<MovementId, MovementState>,
    /// Special trains, in plan order: what became of each.
    pub trains: Vec<TrainState>,
    /// Ammunition trains that stand or stood still, in order of beginning.
    pub alarms: Vec<Alarm>,
    /// Division of the pools.
    pub pools: Table<PoolId, PoolState>,
    /// Grants of the pools.
    pub granted: Table<PoolId, Granted>,
    /// What the holders of reservations have.
    pub reserved: Reserved,
    /// Held units that come back at a known moment, earliest first.
    pub returns: Vec<Return>,
    /// Requests from one role to another, by serial.
    pub requests: Vec<Request>,
    /// The first moment at which an open one lapses.
    pub lapses: Option<Tick>,
    /// Civil demand.
    pub demand: DemandState,
    /// Stores of goods in the regions.
    pub supply: Table<GoodId, GoodState>,
    /// Electricity: what the grid serves.
    pub power: PowerState,
    /// Measures and what they come to.
    pub measures: MeasuresState,
    /// Patients.
    pub health: HealthState,
    /// People.
    pub society: SocietyState,
    /// Staff.
    pub workforce: WorkforceState,
    /// Economy and government.
    pub economy: EconomyState,
    /// Sites of Defence, airfields, what is done by hand.
    pub readiness: ReadinessState,
    /// Phase of escalation, and the opponent.
    pub adversary: AdversaryState,
    /// Injects.
    pub injects: Injects,
    /// What each audience knows.
    pub knowledge: Knowledge,
    /// Sums since the start.
    pub totals: Totals,
    /// Sums that the impact score is made of.
    pub score: ScoreSums,
    /// Room to work in.
    #[serde(skip)]
    pub(super) work: Work,
}

/// Damage and impairments that exist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damages {
    /// Open ones, by serial.
    pub open: Vec<Damage>,
    /// Next serial.
    pub next_serial: u32,
    /// Effects of injects that begin later, in order of arrival.
    pub waiting: Vec<WaitingEffect>,
    /// Capacities that must be worked out again because a process moved.
    pub changed: Changed,
    /// Edges, terminals and crossings whose damage changed since capacities were worked out, in order of change.
    pub struck: Vec<Target>,
}

/// Where capacities must be worked out again, a bit for each region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Slots of the edges, by mode.
    pub modes: [u32; Mode::ALL.len()],
    /// Moves of the terminals.
    pub handling: u32,
}

impl Changed {
    /// All there is, places abroad too.
    pub const EVERYTHING: Self = Self { modes: [u32::MAX; Mode::ALL.len()], handling: u32::MAX };

    /// The slots of a mode.
    pub(super) fn carried(&mut self, mode: Mode, regions: u32) {
        if let Some(bits) = self.modes.get_mut(mode as usize) {
            *bits |= regions;
        }
    }
}

/// An effect that begins later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingEffect {
    /// When.
    pub at: Tick,
    /// What.
    pub effect: Effect,
    /// Why.
    pub cause: Cause,
}

/// A damage under repair, or an impairment that ends by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// Names it for ever.
    pub serial: u32,
    /// What is hit.
    pub target: Target,
    /// How.
    pub kind: DamageKind,
    /// Share lost at first.
    pub loss: Level,
    /// True work in team-ticks; zero for an impairment.
    pub work: u32,
    /// Work left.
    pub work_left: u32,
    /// Whose crews.
    pub skill: SkillId,
    /// Most teams at once.
    pub teams_max: u16,
    /// Teams at work now.
    pub teams: u16,
    /// Repair cannot start before.
    pub workable: Tick,
    /// An impairment ends here.
    pub ends: Option<Tick>,
    /// Order of repair within a class: lower first, then older first.
    pub rank: i16,
    /// When it began.
    pub began: Tick,
    /// Why.
    pub cause: Cause,
    /// Audiences that know of it: bit n for table n.
    pub known: u8,
}

impl Damage {
    /// Share lost now: shrinks in a straight line with the work.
    pub fn loss_now(&self) -> Level {
        if self.work == 0 {
            return self.loss;
        }
        self.loss.times_floor(Level::ratio_floor(u64::from(self.work_left), u64::from(self.work)))
    }
}

/// Handling at terminals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terminals {
    /// One row for each node; empty where nothing is handled.
    pub rows: Table<NodeId, TerminalState>,
    /// A bit for each node: it has jobs.
    pub busy: Vec<u64>,
}

impl Terminals {
    /// Adds a job.
    pub(super) fn push(&mut self, node: NodeId, job: Job) {
        let row = &mut self.rows[node];
        row.jobs.push(job);
        row.queued[job.class] += 1;
        if let Some(word) = self.busy.get_mut(node.index() / 64) {
            *word |= 1 << (node.index() % 64);
        }
    }

    /// The first node with jobs at or after a row number.
    pub(super) fn next_busy(&self, from: usize) -> Option<NodeId> {
        let mut mask = u64::MAX << (from % 64);
        for (word, bits) in self.busy.iter().enumerate().skip(from / 64) {
            let left = bits & mask;
            mask = u64::MAX;
            if left != 0 {
                return Some(NodeId::from_index(word * 64 + left.trailing_zeros() as usize));
            }
        }
        None
    }

    /// Notes that a node has no jobs any more.
    pub(super) fn rest(&mut self, node: NodeId) {
        if let Some(word) = self.busy.get_mut(node.index() / 64).filter(|_| self.rows[node].jobs.is_empty()) {
            *word &= !(1 << (node.index() % 64));
        }
    }

    /// Moves that wait at a terminal.
    pub fn queued_moves(&self, node: NodeId) -> i64 {
        self.rows[node].jobs.iter().map(|job| i64::from(job.moves_left)).sum()
    }
}

/// Handling at one terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerminalState {
    /// Moves per hour as corrected by the staff, or as the country has them.
    pub moves_per_hour: u16,
    /// Moves per hour now.
    pub capacity: u16,
    /// Jobs in order of arrival.
    pub jobs: Vec<Job>,
    /// How many of them are of each class.
    pub queued: PerClass<u32>,
    /// The last clock hour in which there was work.
    pub hour: u32,
    /// Moves done in that hour.
    pub done: PerClass<u16>,
}

impl TerminalState {
    /// Takes out the jobs that are done, all of one class: `count` of them, mostly the first.
    pub(super) fn clear_done(&mut self, class: Class, count: u32) {
        let first = self.jobs.iter().take_while(|job| job.moves_left == 0).count();
        self.jobs.drain(..first);
        if first < count as usize {
            self.jobs.retain(|job| job.moves_left > 0);
        }
        self.queued[class] -= count;
    }
}

/// Handling that waits or is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// For whom.
    pub load: Load,
    /// Category.
    pub class: Class,
    /// Moves still to do.
    pub moves_left: u32,
}

/// What is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Load {
    /// A consignment is loaded.
    Consignment(ConsignmentId),
    /// A ship of a movement is unloaded.
    Ship(MovementId, u16),
}

/// Consignments under way, in a table whose slots are reused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consignments {
    /// Slots; a free one has phase [`Phase::Gone`].
    pub rows: Table<ConsignmentId, Consignment>,
    /// Free slots, last freed first.
    pub free: Vec<ConsignmentId>,
    /// Heads of the lists of arrivals: slot `tick % WHEEL_SLOTS`.
    pub wheel: Vec<Option<ConsignmentId>>,
    /// The rest of those lists: one row for each slot, apart from the slots so that a list is soon walked.
    pub queued: Table<ConsignmentId, Queued>,
    /// Ready and without a path, in order of arrival; `systems::dispatch` says who goes first.
    pub waiting: Vec<ConsignmentId>,
    /// Next serial.
    pub next_serial: u32,
}

/// Place of a consignment in its list of arrivals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queued {
    /// Its serial.
    pub serial: u32,
    /// Next in the list.
    pub next: Option<ConsignmentId>,
}

impl Consignments {
    /// Consignments that exist.
    pub fn active(&self) -> impl Iterator<Item = (ConsignmentId, &Consignment)> {
        self.rows.iter().filter(|(_, row)| row.phase != Phase::Gone)
    }
}

/// A train, a convoy, a bundle of trucks or a ship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consignment {
    /// Names it for ever.
    pub serial: u32,
    /// What it is.
    pub what: What,
    /// Transport mode.
    pub mode: Mode,
    /// Category.
    pub class: Class,
    /// Slots it takes on every edge.
    pub load: u16,
    /// Military pieces, or moves of civil freight.
    pub units: u16,
    /// Kind of the military pieces.
    pub kind: PieceKind,
    /// Where it is, or where it left from.
    pub at: NodeId,
    /// Where it goes.
    pub to: NodeId,
    /// Its origin and destination among the known ways; none after it was stopped on the way.
    pub od: Option<OdId>,
    /// The way it takes.
    pub path: Option<PathId>,
    /// Where that way ends: its destination, unless it was stopped short of it.
    pub ends: NodeId,
    /// What it does.
    pub phase: Phase,
    /// Since when.
    pub since: Tick,
    /// Departure on the present path.
    pub departed: Tick,
    /// Arrival at the end of the present path.
    pub arrives: Tick,
    /// First asked for.
    pub created: Tick,
    /// Topology for which `path` was looked up while it stood still.
    pub version: u32,
    /// Was refused since it was created, changed its mode or came to stand.
    pub asked: bool,
    /// Hauled by a diesel locomotive of the pool that stands in for lost traction power, on its present way.
    pub diesel: bool,
    /// Why it was stopped or delayed, if it was.
    pub cause: Cause,
}

/// What a consignment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum What {
    /// Civil freight.
    Freight(DemandId),
    /// Part of a military movement: the movement and the destination row, which names the fleet.
    Movement(MovementId, u16),
    /// A special train, by its number in the plan.
    Special(u16),
}

impl What {
    /// Whose claims these are.
    pub fn holder(self) -> Holder {
        match self {
            Self::Freight(demand) => Holder::Demand(demand),
            Self::Movement(movement, _) => Holder::Movement(movement),
            Self::Special(train) => Holder::Train(train),
        }
    }
}

/// What a consignment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    /// The slot is free.
    Gone,
    /// Being loaded at a terminal.
    Loading,
    /// Loaded, waits for a path.
    Waiting,
    /// On its way.
    Moving,
    /// Stopped on its way, waits for another path.
    Held,
    /// An ammunition train in a safe siding, waits for another path.
    Sheltered,
    /// An ammunition train that stands where it should not.
    Stalled,
}

/// Civil demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandState {
    /// Part of the next departure that has built up, in units of [`DEPARTURE_UNITS`].
    pub built: Table<DemandId, u32>,
    /// Factors set by effects: class, thousandths, end.
    pub factors: Vec<DemandFactor>,
    /// Departures of each quarter of the present hour, in order of demand; those that left are gone.
    pub due: [Vec<DemandId>; TICKS_PER_HOUR as usize],
}

/// A factor on the demand of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandFactor {
    /// The class.
    pub class: Class,
    /// Thousandths.
    pub permille: u16,
    /// Ends here.
    pub ends: Tick,
}

/// Units of built-up demand that make one departure: a demand of one thousandth a day at a factor of one thousandth adds
/// one unit a tick.
pub const DEPARTURE_UNITS: u32 = 1_000 * 1_000 * TICKS_PER_DAY;

/// Sums since the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Unmet need by region: inhabitants x ticks x tenths of weight x thousandths of loss.
    pub unmet: Table<RegionId, u64>,
    /// Ticks that civil consignments waited for handling and paths before they left or were given up.
    pub civil_delay_ticks: u64,
    /// Civil transports that were given up.
    pub given_up: PerClass<u32>,
    /// Ticks that ammunition trains stood still outside a safe siding.
    pub ammunition_stalled_ticks: u32,
    /// Civil transports that had to make way, by class.
    pub made_way: PerClass<u32>,
    /// Offers that were accepted, by the role that pays, in thousands of euros.
    pub paid_keur: Table<RoleId, u64>,
    /// Units of the basket asked and served since the start, by row of the basket.
    pub basket: Vec<(u64, u64)>,
}

impl Totals {
    /// Weighted person-days of unmet need in a region.
    pub fn unmet_person_days(&self, region: RegionId) -> i64 {
        let units = self.unmet[region] / (10 * 1000 * u64::from(TICKS_PER_DAY));
        i64::try_from(units).unwrap_or(i64::MAX)
    }
}

impl State {
    /// The state at tick 0, before the effects that the plan sets at the start (those come with the first settle).
    pub fn new(country: &Country, plan: &Plan) -> Self {
        super::build::state(country, plan)
    }

    /// A path by its number: those of the plan first, then those found during play.
    pub fn path<'a>(&'a self, plan: &'a Plan, path: PathId) -> Option<&'a Path> {
        let planned = plan.routes.paths.len();
        plan.routes.paths.get(path).or_else(|| self.network.detours.get(path.index().checked_sub(planned)?))
    }

    /// Slots booked on a link in the window that contains an hour.
    pub fn booked(&self, country: &Country, link: LinkId, hour: u32) -> PerClass<u16> {
        let window_hours = country.edges[link.edge()].window_hours;
        let row = self.network.row(link, window_hours, hour);
        self.network.booked.classes(row)
    }
}
