//! The country: everything static that `assets/world` says, resolved to dense identifiers and integers.
//!
//! Immutable once built; corrections by the staff live in the state. Must not hold sources or names in a language: the
//! loader keeps those for the screen. Built by `scenario::build`, read by every system.

use super::{
    ids::{
        ArcId, DemandId, DenseId, EdgeId, FleetId, GoodId, LinkId, NodeId, PoolId, ProcessId, RegionId,
        RhythmId, RoleId, SkillId, Table,
    },
    limits::{BerthKind, Berths, Fit, Limits},
    num::Level,
    time::Span,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

mod adversary;
mod crisis;
mod economy;
mod electricity;
mod generators;
mod health;
mod measures;
mod messages;
mod playbook;
mod pools;
mod processes;
mod readiness;
mod risk;
mod score;
mod society;
mod vehicles;
mod workforce;

pub use adversary::{
    Adversary, Attribution, Category, Deterrence, EXP_MOST, EXP_STEPS, EscalationPhase, Family, PHASES,
    Place, Vector, WORDS, Where,
};
pub use crisis::{Crisis, Digital, Leak};
pub use economy::{Economy, Party};
pub use electricity::{Electricity, Element, ElementKind, Fuel, Load, Neighbour};
pub use generators::Generator;
pub use health::{Cohort, Health, HospitalRegion, TRIAGE, Ward, WardFigures};
pub use measures::{Lasting, Lever, Measure, Measures};
pub use messages::{Carries, Messages};
pub use playbook::{Heard, Play, Playbook, Side, Sign, Temper, Temperament};
pub use pools::{Class, Holder, Limited, NO_CAP, PerClass, Policy, PolicyLimit, Pool, PoolKind, Reservation};
pub use processes::{Buffer, Need, Process, ProcessArc};
pub use readiness::{Airfield, Aviation, ByHand, HandRow, Readiness, Sites, Tier, TierFigures};
pub use risk::RiskTheme;
pub use score::{Counted, Criterion, Gauge, GaugeKind, Interest, Scale, Score, Term};
pub use society::{ALL_PPM, Alarm, AlarmFigures, CURVE_HOURS, Mood, Society};
pub use vehicles::{BasketItem, Fleet, FleetNeed, Guards, PerKind, PieceKind, Standstill};
pub use workforce::{Absence, Overload, Sector, StaffNeed, Workforce, part};

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
    /// Ways for waiting freight to change its mode.
    pub shifts: Vec<Shift>,
    /// Goods that regions live on.
    pub goods: Table<GoodId, Good>,
    /// Emergency generators.
    pub generators: Vec<Generator>,
    /// Electricity; none where it is not balanced.
    pub electricity: Option<Electricity>,
    /// Instruments that roles can take.
    pub measures: Measures,
    /// Care; none where it is not modelled.
    pub health: Option<Health>,
    /// People; none where they are not modelled.
    pub society: Option<Society>,
    /// How the consequences are scored; none where they are not.
    pub score: Option<Score>,
    /// The opponent; none where it is not modelled.
    pub adversary: Option<Adversary>,
    /// The crisis organisation.
    pub crisis: Crisis,
    /// Who works where; none where that is not modelled.
    pub workforce: Option<Workforce>,
    /// Economy and government beside the processes; none where they are not modelled.
    pub economy: Option<Economy>,
    /// How messages reach the seats; none where they always do.
    pub messages: Option<Messages>,
    /// Sites of Defence, airfields, working by hand, tiers of forces.
    #[serde(default)]
    pub readiness: Readiness,
    /// What automatic players go by.
    pub playbook: Playbook,
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
    /// A free path is looked for this far ahead when a way out is named.
    pub way_out_within: Span,
    /// What asking an owner usually takes.
    pub asking: Span,
    /// A request about a pool ends by itself this long after its last terms.
    pub request_lapses: Span,
    /// A request for a measure ends by itself this long after its last terms.
    pub assistance_lapses: Span,
    /// Ships that can be sent in place of an ordinary one when they load less, in thousandths: what the fleet can spare.
    pub ships_spare_permille: u16,
    /// What troops in transit ask of the country.
    pub basket: Vec<BasketItem>,
    /// Guards at a port with military ships or pieces.
    pub guards: Option<Guards>,
    /// What an ammunition train takes besides its path.
    pub escort: Vec<FleetNeed>,
    /// What follows when an ammunition train stands still.
    pub standstill: Option<Standstill>,
    /// What feeds the overhead wire, and what hauls trains without it.
    pub traction: Option<Traction>,
}

/// Traction power, and the diesel locomotives that carriers have for when it is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traction {
    /// The process that feeds the overhead wire.
    pub process: ProcessId,
    /// Below this level of it in a region the wire is dead there.
    pub from: Level,
    /// What one train over a dead stretch takes: locomotives, and when they are back.
    pub diesel: FleetNeed,
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

/// A trade of repair crews: what a damage names. Its teams, their owner and their division are those of its pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Code such as rail or grid.
    pub code: String,
    /// Where its teams come from; of kind [`PoolKind::Crews`].
    pub pool: PoolId,
}

/// The tables of the room. Also the audiences that information reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
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
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of tables.
    pub const COUNT: usize = Self::ALL.len();
}

/// Legal basis, an axis of its own: not the phase and not a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
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
    /// Kinds of decision beyond the pools it owns.
    pub powers: Vec<Power>,
}

/// A kind of decision a role may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Power {
    /// Choose ports, modes and order of a military movement.
    PlanMovements,
    /// Designate a movement urgent, together with everybody else who has this power.
    DesignateUrgent,
}

/// Kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
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
    /// Units in transit may gather here.
    pub staging: bool,
    /// Berths by kind, at seaports only; a kind stands here once.
    pub berths: Vec<Berths>,
    /// Tracks that take a train of 740 m, at yards and terminals; none when nothing is said.
    pub tracks_740: Option<u16>,
    /// At a crossing of the border: trains, trucks or ships a day, each way, for which there is room behind it; none when
    /// nothing is said.
    pub accepts_per_day: Option<u16>,
}

/// Handling at a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    /// The pool that divides it.
    pub pool: PoolId,
    /// Lifts or driven pieces per hour.
    pub moves_per_hour: u16,
    /// Military pieces that can stand on the quay; unloading stops when it is full.
    pub storage: u32,
    /// The pools of berths that take a military ship, by [`BerthKind`]; none for a kind that the place does not have.
    pub quays: [Option<PoolId>; BerthKind::COUNT],
}

impl Handling {
    /// The pool of berths of a kind.
    pub fn quay(&self, kind: BerthKind) -> Option<PoolId> {
        self.quays[kind as usize]
    }
}

/// Transport mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Mode {
    /// Freight rail, counted in trains.
    Rail,
    /// Motorway, counted in vehicles.
    Road,
    /// Waterway, counted in ships.
    Water,
    /// Pipeline for fuel, counted in batches.
    Pipeline,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
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
    /// Window length in hours, 1, 2 or 4: half a slot an hour is one per window of two.
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
    /// What one departure carries, in kilograms.
    pub carries_kg: u32,
    /// The good that this is, when it fills the store of the region of its destination.
    pub brings: Option<GoodId>,
    /// Given up when it has waited this long for handling or for a path.
    pub patience: Span,
}

/// Freight that waits too long at its origin goes by another mode, if its shipper can.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// The mode that fails.
    pub from: Mode,
    /// The mode it goes by.
    pub to: Mode,
    /// After waiting this long.
    pub after: Span,
    /// Shippers that can, in thousandths.
    pub permille: u16,
    /// Slots of the new mode for one slot of the old: trucks for a train.
    pub slots: u16,
}

/// A good that every region has a store of, filled by deliveries and emptied by use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Good {
    /// Code such as food.
    pub code: String,
    /// The process that suffers when the store is low.
    pub process: ProcessId,
    /// Hours of normal use in store at the start, and the most a region stores.
    pub stock_hours: u32,
    /// Below this many hours of normal use the process falls in proportion.
    pub low_hours: u32,
    /// Share of the process lost once the store is empty.
    pub depth: Level,
    /// Normal use of each region in kilograms a day: what its ordinary deliveries bring; 0 where none are modelled.
    pub daily_kg: Table<RegionId, u64>,
    /// The lever that releases strategic stock of it.
    pub release: Option<Lever>,
}

/// Weights of the hours, scaled when they are read so that their mean is about one: rules use them as they are.
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

    /// The crossing of the border at one end of a stretch, if there is one.
    pub fn crossing_of(&self, edge: EdgeId) -> Option<NodeId> {
        let row = &self.edges[edge];
        [row.from, row.to].into_iter().find(|node| self.nodes[*node].kind == NodeKind::Border)
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

    /// The process that handling at a place needs: airfields have their own.
    pub fn handler_of(&self, node: NodeId) -> Option<ProcessId> {
        let aviation =
            self.readiness.aviation.as_ref().filter(|_| self.nodes[node].kind == NodeKind::Airfield);
        aviation.map(|aviation| aviation.process).or_else(|| self.handling_process())
    }

    /// The dependencies of a process: they stand together, in order of process.
    pub fn arcs_of(&self, process: ProcessId) -> impl Iterator<Item = (ArcId, &ProcessArc)> {
        let rows = self.arcs.rows();
        let first = rows.partition_point(|row| row.process < process);
        let own = rows.iter().skip(first).take_while(move |row| row.process == process);
        (first..).map(ArcId::from_index).zip(own)
    }

    /// The process that a transport mode needs.
    pub fn process_of(&self, mode: Mode) -> Option<ProcessId> {
        self.processes.find(|process| process.carries == Some(mode))
    }
}
