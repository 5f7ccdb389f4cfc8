//! The country: everything static that `assets/world` says, resolved to dense identifiers and integers.
//!
//! Immutable once built; corrections by the staff live in the state. Must not hold sources or names in a language: the
//! loader keeps those for the screen. Built by `scenario::build`, read by every system.

use super::{
    ids::{
        ArcId, DemandId, EdgeId, FleetId, LinkId, NodeId, PoolId, ProcessId, RegionId, RhythmId, RoleId,
        SkillId, Table,
    },
    limits::{Berths, Fit, Limits},
    num::Level,
    time::Span,
};
use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

/// Regions are the lanes of the process kernel; the country has 25 of them and there is room for 32.
pub const REGION_LANES: usize = 32;

/// Everything static. Codes are unique within their table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// Safety regions, at most [`REGION_LANES`].
    pub regions: Table<RegionId, Region>,
    /// Vital processes.
    pub processes: Table<ProcessId, Process>,
    /// Dependencies, sorted by process.
    pub arcs: Table<ArcId, ProcessArc>,
    /// Trades of repair crews.
    pub skills: Table<SkillId, Skill>,
    /// Roles with their authority.
    pub roles: Table<RoleId, Role>,
    /// Places of the transport network.
    pub nodes: Table<NodeId, Node>,
    /// Stretches of the transport network.
    pub edges: Table<EdgeId, Edge>,
    /// Pools of scarce capacity.
    pub pools: Table<PoolId, Pool>,
    /// Contracted vehicles.
    pub fleets: Table<FleetId, Fleet>,
    /// Civil transport demand.
    pub demands: Table<DemandId, Demand>,
    /// Rhythms of demand.
    pub rhythms: Table<RhythmId, Rhythm>,
    /// Figures of the rules themselves.
    pub rules: Rules,
}

/// Figures that belong to rules and not to one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Any of these processes carries the hourly report of a region out of it.
    pub report_by: Vec<ProcessId>,
    /// A report gets through when one of them is at least at this level.
    pub report_from: Level,
    /// The process without which telemetry does not arrive.
    pub telemetry_by: ProcessId,
    /// An ammunition train is diverted to a safe siding that it can reach in this time.
    pub haven_within_s: u32,
    /// True work of a repair lies within this many hundredths of the estimate, on either side.
    pub repair_spread_percent: u8,
    /// Departures of one movement that may be loading or waiting at one port for one mode.
    pub movement_ahead: u8,
}

/// A safety region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Official code, VR01 to VR25.
    pub code: String,
    /// Proper name, the same in every language.
    pub name: String,
    /// Inhabitants.
    pub population: u32,
}

/// How much a lost person-day of a process weighs in the count of unmet needs (Belgian National Risk Assessment, scale Sa).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// A trade of repair crews with its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Code such as rail or grid.
    pub code: String,
    /// Who sends them.
    pub owner: RoleId,
    /// Teams at work at the same time.
    pub teams: u16,
}

/// The tables of the room. Also the audiences that information reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SeatTable {
    /// Government.
    Rijk,
    /// Safety regions.
    Regio,
    /// Armed forces.
    Defensie,
    /// Rail, road and water managers.
    Infra,
    /// Ports and terminals.
    Haven,
    /// Hospitals.
    Zorg,
    /// Energy, telecom, water.
    Energie,
    /// Played by staff.
    Excon,
}

impl SeatTable {
    /// Every table, in seat order.
    pub const ALL: [Self; 8] = [
        Self::Rijk,
        Self::Regio,
        Self::Defensie,
        Self::Infra,
        Self::Haven,
        Self::Zorg,
        Self::Energie,
        Self::Excon,
    ];
    /// Number of tables.
    pub const COUNT: usize = Self::ALL.len();
}

/// Legal basis, an axis of its own: not the phase and not a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Basis {
    /// Own authority or contract.
    G0,
    /// Request and agreement.
    G1,
    /// Assistance.
    G2,
    /// Local and regional emergency orders.
    G3,
    /// Sectoral crisis powers.
    G4,
    /// Separate application of emergency provisions by royal decree.
    G5,
    /// State of emergency.
    G6,
}

/// A role with what it may decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Code such as prorail.
    pub code: String,
    /// Where it sits.
    pub table: SeatTable,
    /// Kinds of decision beyond the pools and crews it owns.
    pub powers: Vec<Power>,
}

/// A kind of decision a role may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Power {
    /// Choose ports, modes and order of a military movement.
    PlanMovements,
}

/// Kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NodeKind {
    /// Terminal or basin of a seaport.
    Seaport,
    /// Inland terminal, inland port, distribution centre or staging area.
    Inland,
    /// Railway yard.
    Yard,
    /// Airfield, reached over land.
    Airfield,
    /// Lock.
    Lock,
    /// Junction, interchange or bridge.
    Junction,
    /// Border crossing, Dutch side.
    Border,
    /// First place across the border.
    Abroad,
}

/// A place of the network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Code such as kijfhoek.
    pub code: String,
    /// Proper name.
    pub name: String,
    /// Kind of place.
    pub kind: NodeKind,
    /// Region it lies in; none abroad.
    pub region: Option<RegionId>,
    /// Position in RD New metres.
    pub at: [i32; 2],
    /// Handling, at terminals only.
    pub handling: Option<Handling>,
    /// A siding where an ammunition train may wait.
    pub safe_haven: bool,
    /// Berths by kind, at seaports only; a kind stands here once.
    pub berths: Vec<Berths>,
    /// Tracks that take a train of 740 m, at yards and terminals; none when nothing is said.
    pub tracks_740: Option<u16>,
}

/// Handling at a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    /// The pool that divides it.
    pub pool: PoolId,
    /// Lifts or driven pieces per hour.
    pub moves_per_hour: u16,
}

/// Transport mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mode {
    /// Freight rail, counted in trains.
    Rail,
    /// Motorway, counted in vehicles.
    Road,
    /// Waterway, counted in ships.
    Water,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Rail, Self::Road, Self::Water];
}

/// A stretch between two places. Each direction has its own slots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// Code such as rail.kijfhoek-meteren.
    pub code: String,
    /// Start of the forward direction.
    pub from: NodeId,
    /// End of the forward direction.
    pub to: NodeId,
    /// Transport mode.
    pub mode: Mode,
    /// The pool of paths it belongs to, if its capacity is divided.
    pub pool: Option<PoolId>,
    /// Slots per window and direction.
    pub slots: u16,
    /// Window length in hours, 1 to 4: half a slot an hour is one per window of two.
    pub window_hours: u8,
    /// Length.
    pub length_m: u32,
    /// Time to pass it, at least 1.
    pub transit_s: u32,
    /// Region whose rail, road or waterway process it needs.
    pub region: Option<RegionId>,
    /// What it lets through.
    pub limits: Limits,
}

/// Category of a claim, in the lawful order for rail paths (other pools have their own order).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// Military transport that both ministries designated urgent.
    UrgentMilitary,
    /// Medical evacuation and emergency services.
    Medical,
    /// Water, food, fuel, medicines, fuel for power plants.
    LifeSupport,
    /// Routine military transport.
    Military,
    /// Passengers.
    Passenger,
    /// Other freight.
    Commercial,
}

impl Class {
    /// Every class in the default order.
    pub const ALL: [Self; 6] = [
        Self::UrgentMilitary,
        Self::Medical,
        Self::LifeSupport,
        Self::Military,
        Self::Passenger,
        Self::Commercial,
    ];
    /// Number of classes.
    pub const COUNT: usize = Self::ALL.len();

    /// True for military transport of either urgency.
    pub fn is_military(self) -> bool {
        matches!(self, Self::UrgentMilitary | Self::Military)
    }
}

/// One value for each class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerClass<T>(pub [T; Class::COUNT]);

impl<T> Index<Class> for PerClass<T> {
    type Output = T;
    #[inline]
    fn index(&self, class: Class) -> &T {
        &self.0[class as usize]
    }
}

impl<T> IndexMut<Class> for PerClass<T> {
    #[inline]
    fn index_mut(&mut self, class: Class) -> &mut T {
        &mut self.0[class as usize]
    }
}

/// No upper limit.
pub const NO_CAP: u16 = u16::MAX;

/// How a pool is divided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Who is served first. Every class once.
    pub order: [Class; Class::COUNT],
    /// Units per hour (paths: per window of each edge and direction) kept free for a class.
    pub minimum: PerClass<u16>,
    /// Most units per hour (or window) for a class; [`NO_CAP`] for none.
    pub cap: PerClass<u16>,
    /// Most grants per day for a class in the whole pool; [`NO_CAP`] for none.
    pub day_cap: PerClass<u16>,
}

impl Policy {
    /// Place of a class in the order, 0 served first.
    pub fn rank(&self, class: Class) -> usize {
        self.order.iter().position(|each| *each == class).unwrap_or(Class::COUNT)
    }
}

/// Kind of pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PoolKind {
    /// Slots on the edges that name this pool.
    Paths(Mode),
    /// Handling at the terminal that names this pool.
    Handling,
}

/// A pool of scarce capacity: one owner, one lawful default, and limits to what the owner may do alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// Code such as rail.betuweroute.
    pub code: String,
    /// Proper name, the same in every language.
    pub name: String,
    /// Kind of pool.
    pub kind: PoolKind,
    /// Who divides it.
    pub owner: RoleId,
    /// How it is divided when nobody decides.
    pub default: Policy,
    /// What needs more than the owner's own authority.
    pub limits: Vec<PolicyLimit>,
}

/// Something the owner may not do without a further legal basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyLimit {
    /// What is limited.
    pub what: Limited,
    /// The basis that lifts the limit.
    pub basis: Basis,
    /// Who can provide it.
    pub provider: RoleId,
    /// How long that takes.
    pub delay: Span,
}

/// What a limit forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limited {
    /// A minimum for the class above this many units.
    MinimumAbove(Class, u16),
    /// More than this many grants a day for the class.
    DayCapAbove(Class, u16),
    /// Serving the first class before the second.
    Before(Class, Class),
    /// A cap on the class below this many units.
    CapBelow(Class, u16),
}

/// Contracted vehicles that a load needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fleet {
    /// Code such as flat-wagon-sets.
    pub code: String,
    /// Whose they are.
    pub owner: RoleId,
    /// The mode they serve.
    pub mode: Mode,
    /// Sets that exist.
    pub sets: u16,
    /// From departure until the empty set is back and ready.
    pub cycle: Span,
    /// Military pieces on one set (train, convoy or barge).
    pub pieces: u16,
    /// Slots one departure takes on every edge.
    pub load: u16,
    /// What one departure asks of the network.
    pub fit: Fit,
}

/// A recurring civil transport between two places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// Code.
    pub code: String,
    /// Transport mode.
    pub mode: Mode,
    /// Origin.
    pub from: NodeId,
    /// Destination.
    pub to: NodeId,
    /// Category.
    pub class: Class,
    /// Departures on a mean day, in thousandths.
    pub per_day_milli: u32,
    /// Slots one departure takes on every edge.
    pub load: u16,
    /// Moves one departure needs at the terminal it leaves.
    pub moves: u16,
    /// What one departure asks of the network.
    pub fit: Fit,
    /// Rhythm over the week.
    pub rhythm: RhythmId,
    /// Given up when it has waited this long for handling or for a path.
    pub patience: Span,
}

/// Relative weights; the mean over the week is one because every sum is normalised to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    /// Code.
    pub code: String,
    /// Weight of each hour of the week from Monday 00:00, in thousandths of the mean; 168 values.
    pub hours_permille: Vec<u16>,
}

impl Country {
    /// Number of directed links.
    pub fn link_count(&self) -> usize {
        self.edges.len() * 2
    }

    /// Where a link starts.
    #[inline]
    pub fn tail(&self, link: LinkId) -> NodeId {
        let edge = &self.edges[link.edge()];
        if link.is_reverse() { edge.to } else { edge.from }
    }

    /// Where a link ends.
    #[inline]
    pub fn head(&self, link: LinkId) -> NodeId {
        let edge = &self.edges[link.edge()];
        if link.is_reverse() { edge.from } else { edge.to }
    }

    /// The place whose handling a pool divides.
    pub fn terminal_of(&self, pool: PoolId) -> Option<NodeId> {
        self.nodes.find(|node| node.handling.is_some_and(|handling| handling.pool == pool))
    }

    /// Inhabitants of all regions.
    pub fn population(&self) -> u64 {
        self.regions.rows().iter().map(|region| u64::from(region.population)).sum()
    }

    /// The process that terminals need.
    pub fn handling_process(&self) -> Option<ProcessId> {
        self.processes.find(|process| process.handles)
    }

    /// The process that a transport mode needs.
    pub fn process_of(&self, mode: Mode) -> Option<ProcessId> {
        self.processes.find(|process| process.carries == Some(mode))
    }
}
