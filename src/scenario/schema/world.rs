//! The files of `assets/world`: the country.
//!
//! Every figure carries its source and confidence. See the head of each file for what its fields mean in the field; units
//! are repeated here. Built into `sim::country` by `build`.

use super::{Amount, Charter, Count, LawId};
use crate::{
    scenario::{
        fault::Place,
        macros::{choice, record, words},
        read::Rows,
        scalar::{At, Decimal, Def, Figure, Name, Ref, SourceKey, Words},
    },
    sim::{
        country::{Basis, Class, Mode, Need, NodeKind, Power, SeatTable},
        ids::{EdgeId, NodeId, PoolId, ProcessId, RegionId, RoleId, SkillId},
        limits::{BerthKind, Gauge},
    },
};
use strum::{IntoStaticStr, VariantArray};

pub use super::vehicles::{
    DemandFile, DemandRow, FleetRow, FleetsFile, GoodRow, NeedRow, PatienceRow, RhythmRow, ShiftRow,
};

record! {
    /// `sources.ron`.
    SourcesFile {
        /// Everything figures refer to.
        sources: Rows<SourceRow>,
    }
}

record! {
    /// Where figures come from.
    SourceRow {
        /// What figures name.
        key: Def<SourceKey>,
        /// What it says.
        title: Name,
        /// Who says it.
        publisher: Name,
        /// Year of the figure.
        year: u16,
        /// Remark, may be empty.
        note: String,
    }
}

record! {
    /// `regions.ron`.
    RegionsFile {
        /// Population of the file to that of the build, in thousandths.
        growth_permille: Figure<u32>,
        /// The safety regions.
        regions: Rows<RegionRow>,
    }
}

record! {
    /// A safety region.
    RegionRow {
        /// VR01 to VR25.
        code: Def<RegionId>,
        /// Proper name.
        name: Name,
        /// Inhabitants.
        population: Figure<u32>,
        /// Hospital beds.
        beds: Figure<u32>,
        /// Intensive-care beds.
        intensive_care: Figure<u32>,
        /// Emergency departments.
        emergency_departments: Figure<u32>,
        /// Fire service, professional and volunteer.
        firefighters: Figure<u32>,
    }
}

record! {
    /// `processes.ron`.
    ProcessesFile {
        /// Vital processes.
        processes: Rows<ProcessRow>,
        /// What they depend on.
        arcs: Rows<ArcRow>,
    }
}

record! {
    /// A vital process.
    ProcessRow {
        /// Code such as EL.
        code: Def<ProcessId>,
        /// Name on the screen.
        name: Words,
        /// Share that returns in an hour.
        restart_per_hour: Amount,
        /// Trade of its repair crews.
        skill: Ref<SkillId>,
        /// Class of a claim for those crews, here and on the stretches or terminals that need this process.
        class: Class,
        /// How its loss weighs for people.
        need: Need,
        /// The table that sees it without delay.
        telemetry: SeatTable,
        /// The mode that needs it.
        carries: Option<Mode> = None,
        /// Terminals need it.
        handles: bool = false,
    }
}

record! {
    /// A dependency.
    ArcRow {
        /// What depends.
        process: Ref<ProcessId>,
        /// On what.
        supplier: Ref<ProcessId>,
        /// What bridges the gap.
        buffer: BufferRow,
        /// Share lost without buffer and supplier.
        depth: Amount,
    }
}

choice! {
    /// What bridges the gap.
    BufferRow {
        /// Nothing.
        Instant,
        /// One store.
        Tank(TankRow),
        /// Many small stores.
        Fleet(FleetBufferRow),
    }
}

record! {
    /// One store.
    TankRow {
        /// Hours it lasts without supply.
        endurance_h: Amount,
        /// Hours to fill it with full supply.
        refill_h: Amount,
        /// Share of the store below which the effect begins.
        beta: Amount,
    }
}

record! {
    /// Many small stores.
    FleetBufferRow {
        /// Hours after which one of them stops, on average.
        endurance_h: Amount,
    }
}

record! {
    /// `crews.ron`.
    CrewsFile {
        /// Trades.
        skills: Rows<SkillRow>,
    }
}

record! {
    /// A trade of repair crews.
    SkillRow {
        /// Code such as rail.
        code: Def<SkillId>,
        /// Pool of its teams.
        pool: Ref<PoolId>,
    }
}

record! {
    /// `roles.ron`.
    RolesFile {
        /// Legal bases with their usual delay.
        bases: Rows<BasisRow>,
        /// Roles.
        roles: Rows<RoleRow>,
    }
}

record! {
    /// A legal basis.
    BasisRow {
        /// Which.
        basis: At<Basis>,
        /// Name on the screen.
        name: Words,
        /// Hours until it is there.
        delay_h: Amount,
    }
}

record! {
    /// A role.
    RoleRow {
        /// Code such as prorail.
        code: Def<RoleId>,
        /// Where it sits.
        table: SeatTable,
        /// Bases it can act on.
        bases: Vec<Basis>,
        /// Decisions beyond what it owns.
        powers: Vec<Power>,
        /// Name on the screen.
        name: Words,
        /// What it may decide.
        may: Words,
        /// Within which limit.
        limit: Words,
    }
}

record! {
    /// `network.ron`.
    NetworkFile {
        /// Places.
        nodes: Rows<NodeRow>,
        /// Stretches.
        edges: Rows<EdgeRow>,
    }
}

record! {
    /// A place.
    NodeRow {
        /// Code such as kijfhoek.
        code: Def<NodeId>,
        /// Proper name.
        name: Name,
        /// Kind of place.
        kind: NodeKind,
        /// Region; none abroad.
        region: Option<Ref<RegionId>> = None,
        /// Country, two letters.
        country: Name,
        /// Longitude and latitude in degrees.
        at: At<(Decimal, Decimal)>,
        /// Moves per hour, at terminals.
        handling: Option<Count> = None,
        /// Pieces that the yard can hold, at terminals.
        storage: Option<Figure<u32>> = None,
        /// Pools of the berths that take a military ship, by kind, at seaports.
        quays: Vec<(At<BerthKind>, Ref<PoolId>)> = Vec::new(),
        /// Units in transit may gather here.
        staging: bool = false,
        /// Role that runs it, at terminals.
        owner: Option<Ref<RoleId>> = None,
        /// Pool that divides its handling.
        pool: Option<Ref<PoolId>> = None,
        /// An ammunition train may wait here (fictitious).
        safe_haven: bool = false,
        /// Berths by kind, at seaports.
        berths: Vec<BerthRow> = Vec::new(),
        /// Tracks that take a train of 740 m, at yards and terminals.
        tracks_740: Option<Count> = None,
        /// Trains, trucks or ships a day, each way, that the neighbour takes over, at a crossing of the border.
        accepts_per_day: Option<Count> = None,
    }
}

record! {
    /// Berths of one kind.
    BerthRow {
        /// Kind of ship they take.
        kind: At<BerthKind>,
        /// Ships at the same time.
        count: Count,
    }
}

record! {
    /// A stretch between two places, both directions alike.
    EdgeRow {
        /// Code such as rail.kijfhoek-meteren.
        code: Def<EdgeId>,
        /// One end.
        from: Ref<NodeId>,
        /// Other end.
        to: Ref<NodeId>,
        /// Transport mode.
        mode: Mode,
        /// Pool its slots belong to.
        pool: Option<Ref<PoolId>> = None,
        /// Slots per window and direction.
        slots: Count,
        /// Hours in a window: 1, 2 or 4.
        window_h: At<u8> = At { value: 1, place: Place::nowhere() },
        /// Mean travel speed.
        speed_kmh: Count,
        /// Region whose process it needs.
        region: Option<Ref<RegionId>> = None,
        /// Named lines it follows, joined by +; for the map.
        via: Option<Name> = None,
        /// Rail: longest train in metres; 650 when left out.
        max_train_m: Option<Count> = None,
        /// Rail: heaviest axle in tonnes; 22.5 when left out.
        axle_load_t: Option<Amount> = None,
        /// Rail: has overhead wire.
        electrified: At<bool> = At { value: true, place: Place::nowhere() },
        /// Rail: most trains with dangerous goods a day, both directions together.
        dangerous_per_day: Option<Count> = None,
        /// Road: a tunnel that dangerous goods must avoid.
        tunnel: At<bool> = At { value: false, place: Place::nowhere() },
        /// Road: first hour of the day in which a military convoy may enter, and the hour it may not any more.
        convoy_hours: Option<At<(u8, u8)>> = None,
        /// Water: there is a lock on the way.
        lock: At<bool> = At { value: false, place: Place::nowhere() },
        /// Water: river whose level decides the load of ships.
        gauge: Option<At<Gauge>> = None,
    }
}

record! {
    /// `pools.ron`.
    PoolsFile {
        /// What holds for pools of one kind.
        laws: Rows<LawRow>,
        /// What holds for other scarce capacity.
        charters: Rows<CharterRow>,
        /// The pools.
        pools: Rows<PoolRow>,
    }
}

/// Kind of pool a law is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[derive(IntoStaticStr, VariantArray)]
pub enum LawKind {
    /// Train paths.
    Rail,
    /// Road space.
    Road,
    /// Fairway and locks.
    Water,
    /// Batches through a pipeline.
    Pipeline,
    /// Handling at a terminal.
    Handling,
    /// Units that are lent and come back.
    Held,
    /// Repair crews.
    Crews,
    /// Units that are used up.
    Stock,
}

words!(LawKind);

record! {
    /// What holds for pools of one kind.
    LawRow {
        /// Code.
        code: Def<LawId>,
        /// Name on the screen.
        name: Words,
        /// Kind of pool.
        kind: LawKind,
        /// Role that divides them.
        owner: Ref<RoleId>,
        /// Who is served first when nobody decides.
        order: At<Vec<Class>>,
        /// Units kept free.
        minimum: Vec<(Class, Count)>,
        /// Most units per window or hour.
        cap: Vec<(Class, Count)>,
        /// Most grants a day in the whole pool.
        day_cap: Vec<(Class, Count)>,
        /// Euros for each unit refused otherwise that an owner who works for pay asks for room; none for one who does not.
        price_eur: Option<Count> = None,
        /// What the owner may not do alone.
        limits: Vec<LimitRow>,
        /// What nobody may do in play.
        not_allowed: Words,
    }
}

record! {
    /// Something that needs more than the owner's own authority.
    LimitRow {
        /// What.
        what: LimitedRow,
        /// Basis that lifts it.
        basis: Basis,
        /// Role that can provide it.
        provider: Ref<RoleId>,
        /// Role that has to provide it as well.
        with: Option<Ref<RoleId>> = None,
        /// Hours that takes.
        delay_h: Amount,
    }
}

choice! {
    /// What a limit forbids.
    LimitedRow {
        /// A minimum for a class above this.
        MinimumAbove(Class, u16),
        /// More grants a day than this.
        DayCapAbove(Class, u16),
        /// Serving the first class before the second.
        Before(Class, Class),
        /// A cap below this.
        CapBelow(Class, u16),
        /// A cap above this.
        CapAbove(Class, u16),
    }
}

record! {
    /// What holds for scarce capacity that is not divided by slots or moves.
    CharterRow {
        /// Code.
        code: Def<Charter>,
        /// Name on the screen.
        name: Words,
        /// Role that decides.
        owner: Ref<RoleId>,
        /// The order that holds.
        order: Words,
        /// What nobody may do in play.
        not_allowed: Words,
        /// Basis that lifts that.
        basis: Basis,
        /// Role that can provide it.
        provider: Ref<RoleId>,
        /// Hours that takes.
        delay_h: Amount,
    }
}

record! {
    /// A pool.
    PoolRow {
        /// Code such as rail.betuweroute.
        code: Def<PoolId>,
        /// Proper name.
        name: Name,
        /// The law it falls under.
        law: Ref<LawId>,
        /// Role that divides it, when it is not that of the law.
        owner: Option<Ref<RoleId>> = None,
        /// Units that exist (Held), teams (Crews), or what is in store at the start (Stock).
        units: Option<Figure<u32>> = None,
        /// Units that civil users have by standing contract (Held).
        civil: Vec<(Class, Count)> = Vec::new(),
        /// Class of what runs there, for a line or terminal where that is not the class of the process it needs (paths, handling).
        runs: Option<At<Class>> = None,
        /// Units brought in each day (Stock).
        daily: Option<Figure<u32>> = None,
        /// Pool that is asked when this one is short of guards (Held).
        backed_by: Option<Ref<PoolId>> = None,
    }
}

record! {
    /// `rules.ron`.
    RulesFile {
        /// Any of these carries the hourly report of a region out of it.
        report_by: At<Vec<Ref<ProcessId>>>,
        /// The level at which it does.
        report_from: Amount,
        /// The process without which telemetry does not arrive.
        telemetry_by: Ref<ProcessId>,
        /// Hours within which an ammunition train must reach a safe siding.
        haven_within_h: Amount,
        /// True work of a repair against the estimate, in hundredths on either side.
        repair_spread_percent: Count,
        /// Departures of one movement that may be loading or waiting at one port for one mode.
        movement_ahead: Count,
        /// Hours ahead in which a free path is looked for when a way out is named.
        way_out_within_h: Amount,
        /// Hours that asking an owner usually takes.
        asking_h: Amount,
        /// Hours after which a request about a pool that nobody answers ends by itself.
        request_lapses_h: Amount,
        /// Hours after which a request for a measure (assistance) that nobody answers ends by itself.
        assistance_lapses_h: Amount,
        /// Ships that can be sent in place of an ordinary one that loads less.
        ships_spare: Amount,
        /// What troops in transit ask: pool, units per thousand troops (held: at any time; stock: a day).
        basket: Vec<(Ref<PoolId>, Count)> = Vec::new(),
        /// Guards for a port with military ships or pieces: pool, units.
        guards: Option<(Ref<PoolId>, Count)> = None,
        /// What an ammunition train takes besides its path.
        escort: Vec<NeedRow> = Vec::new(),
        /// What follows when an ammunition train stands still.
        standstill: Option<StandstillRow> = None,
        /// What feeds the overhead wire, and what hauls trains without it.
        traction: Option<TractionRow> = None,
    }
}

record! {
    /// An ammunition train that stands still.
    StandstillRow {
        /// Who must be told, hours after it stands.
        told: Vec<(Ref<RoleId>, Amount)>,
        /// Pieces on board up to this, and the safety distance in metres (fictitious).
        distance_m: At<Vec<(u16, Count)>>,
        /// People for each square kilometre beside the line.
        people_km2: Count,
        /// Share of those who have not heard of it that does in an hour.
        publicity_per_hour: Amount,
        /// People who come in an hour once everybody has heard of it.
        crowd_per_hour: Count,
        /// Most people who come.
        crowd_most: Count,
        /// People whom one guard keeps off the track.
        crowd_per_guard: Count,
        /// Pool of those guards.
        guards: Ref<PoolId>,
    }
}

record! {
    /// Traction power.
    TractionRow {
        /// The process that feeds the overhead wire.
        process: Ref<ProcessId>,
        /// Below this level of it in a region the wire is dead.
        from: Amount,
        /// What a train over a dead stretch takes.
        diesel: NeedRow,
    }
}
