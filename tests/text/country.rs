//! A country of two regions, three places and two stretches, and a scenario of one brigade: enough to talk about.

use doorvoerland::sim::{
    cause::Cause,
    command::{Actor, By, Command, Record},
    condition::Condition,
    country::{
        Basis, Buffer, Class, Country, Crisis, Demand, Edge, Fleet, Handling, Limited, Measures, Mode,
        NO_CAP, Need, Node, NodeKind, PerClass, PerKind, PieceKind, Playbook, Policy, PolicyLimit, Pool,
        PoolKind, Power, Process, ProcessArc, Region, Rhythm, Role, Rules, SeatTable, Skill,
    },
    effect::{DamageKind, Effect, Target},
    ids::{
        DemandId, EdgeId, FleetId, InjectId, MovementId, NodeId, PoolId, ProcessId, RegionId, RhythmId,
        RoleId, SkillId, Table,
    },
    limits::Limits,
    metric::Metric,
    num::Level,
    plan::{
        Arrival, Carrier, Channel, Choices, Destination, Inject, Marking, Movement, MovementOrder, Plan,
        SpecialTrain, Start, Text, Trigger,
    },
    power_plan::{PowerPlan, Weather},
    routes::Routes,
    services::Services,
    state::{Damage, State},
    time::{Span, Tick},
};

pub(super) const ELECTRICITY: ProcessId = ProcessId(0);
pub(super) const WATER: ProcessId = ProcessId(1);
pub(super) const ZEELAND: RegionId = RegionId(0);
pub(super) const PRORAIL: RoleId = RoleId(0);
pub(super) const MINDEF: RoleId = RoleId(1);
pub(super) const TOC: RoleId = RoleId(2);
pub(super) const SLOE: NodeId = NodeId(0);
pub(super) const RAIL: EdgeId = EdgeId(0);
pub(super) const ROAD: EdgeId = EdgeId(1);
pub(super) const PATHS: PoolId = PoolId(0);
pub(super) const QUAY: PoolId = PoolId(1);
pub(super) const CREWS: PoolId = PoolId(3);
pub(super) const BRIGADE: MovementId = MovementId(0);
pub(super) const FIRE: InjectId = InjectId(0);

fn text(nl: &str, en: &str) -> Text {
    Text { nl: nl.to_owned(), en: en.to_owned() }
}

pub(super) fn policy() -> Policy {
    let mut day_cap = PerClass([NO_CAP; Class::COUNT]);
    day_cap[Class::Military] = 1;
    Policy {
        order: Class::ALL,
        minimum: PerClass::default(),
        cap: PerClass([NO_CAP; Class::COUNT]),
        day_cap,
        reserved: Vec::new(),
    }
}

fn process(code: &str, carries: Option<Mode>) -> Process {
    Process {
        code: code.to_owned(),
        restart_per_tick: Level(Level::ONE.0 / 4),
        skill: SkillId(0),
        class: Class::LifeSupport,
        need: Need::Security,
        telemetry: SeatTable::Energie,
        carries,
        handles: false,
    }
}

fn role(code: &str, table: SeatTable, powers: Vec<Power>) -> Role {
    Role { code: code.to_owned(), table, powers }
}

fn node(code: &str, name: &str, kind: NodeKind, handling: Option<Handling>) -> Node {
    let (code, name) = (code.to_owned(), name.to_owned());
    Node {
        code,
        name,
        kind,
        region: Some(ZEELAND),
        at: [0, 0],
        handling,
        safe_haven: false,
        staging: false,
        berths: Vec::new(),
        tracks_740: None,
        accepts_per_day: None,
    }
}

fn edge(code: &str, [from, to]: [u32; 2], mode: Mode, pool: Option<PoolId>, window_hours: u8) -> Edge {
    Edge {
        code: code.to_owned(),
        from: NodeId(from),
        to: NodeId(to),
        mode,
        pool,
        slots: 4,
        window_hours,
        length_m: 42_000,
        transit_s: 3_600,
        region: Some(ZEELAND),
        limits: Limits::NONE,
    }
}

fn pools() -> Table<PoolId, Pool> {
    let limit = |what, basis, provider, hours| PolicyLimit {
        what,
        basis,
        provider: RoleId(provider),
        with: None,
        delay: Span::hours(hours),
    };
    let paths = Pool {
        code: "rail.brabantroute".to_owned(),
        name: "Brabantroute".to_owned(),
        kind: PoolKind::Paths(Mode::Rail),
        owner: PRORAIL,
        default: policy(),
        limits: vec![limit(Limited::DayCapAbove(Class::Military, 1), Basis::G4, 1, 6)],
        price_eur: None,
        units: 0,
        civil: PerClass::default(),
        daily: 0,
        runs: None,
        backed_by: None,
    };
    let quay = Pool {
        code: "quay.sloe".to_owned(),
        name: "Sloehaven".to_owned(),
        kind: PoolKind::Handling,
        owner: RoleId(3),
        default: policy(),
        limits: Vec::new(),
        price_eur: None,
        units: 0,
        civil: PerClass::default(),
        daily: 0,
        runs: None,
        backed_by: None,
    };
    let wagons = Pool {
        code: "vehicles.flat-wagons".to_owned(),
        kind: PoolKind::Held,
        owner: PRORAIL,
        units: 3,
        ..quay.clone()
    };
    let crews = Pool {
        code: "crews.rail".to_owned(),
        name: "Herstelploegen spoor".to_owned(),
        kind: PoolKind::Crews,
        owner: PRORAIL,
        units: 6,
        ..quay.clone()
    };
    Table::new(vec![paths, quay, wagons, crews])
}

#[expect(clippy::too_many_lines, reason = "one line for each field")]
pub(super) fn country() -> Country {
    let region =
        |code: &str, name: &str| Region { code: code.to_owned(), name: name.to_owned(), population: 400_000 };
    let handling = Handling { pool: QUAY, moves_per_hour: 40, storage: 4_000, quays: [None; 4] };
    let fleet = Fleet {
        code: "flat-wagon-sets".to_owned(),
        pool: PoolId(2),
        mode: Mode::Rail,
        cycle: Span::hours(96),
        pieces: PerKind([28; PieceKind::COUNT]),
        load: 1,
        needs: Vec::new(),
        lead: Span(0),
        fit: Mode::Rail.into(),
    };
    let demand = Demand {
        code: "ore".to_owned(),
        mode: Mode::Water,
        from: NodeId(0),
        to: NodeId(2),
        class: Class::Commercial,
        per_day_milli: 2_000,
        load: 1,
        moves: 0,
        fit: Mode::Water.into(),
        rhythm: RhythmId(0),
        patience: Span::hours(48),
        carries_kg: 1_200_000,
        brings: None,
    };
    Country {
        regions: Table::new(vec![region("VR19", "Zeeland"), region("VR20", "Midden- en West-Brabant")]),
        processes: Table::new(vec![
            process("EL", None),
            process("WAT", None),
            process("RAIL", Some(Mode::Rail)),
        ]),
        arcs: Table::new(vec![ProcessArc {
            process: WATER,
            supplier: ELECTRICITY,
            buffer: Buffer::Instant,
            depth: Level(Level::ONE.0 / 2),
        }]),
        skills: Table::new(vec![Skill { code: "rail".to_owned(), pool: CREWS }]),
        roles: Table::new(vec![
            role("prorail", SeatTable::Infra, Vec::new()),
            role("mindef", SeatTable::Rijk, Vec::new()),
            role("toc-dvvo", SeatTable::Defensie, vec![Power::PlanMovements]),
            role("terminaloperator", SeatTable::Haven, Vec::new()),
        ]),
        nodes: Table::new(vec![
            node("sloe", "Vlissingen-Oost", NodeKind::Seaport, Some(handling)),
            node("roosendaal", "Roosendaal", NodeKind::Yard, None),
            node("bergen-op-zoom", "Bergen op Zoom", NodeKind::Junction, None),
        ]),
        edges: Table::new(vec![
            edge("rail.roosendaal-bergen-op-zoom", [1, 2], Mode::Rail, Some(PATHS), 2),
            edge("road.sloe-bergen-op-zoom", [0, 2], Mode::Road, None, 1),
        ]),
        pools: pools(),
        fleets: Table::new(vec![fleet]),
        demands: Table::new(vec![demand]),
        rhythms: Table::new(vec![Rhythm { code: "flat".to_owned(), hours_permille: vec![1000; 168] }]),
        rules: Rules {
            report_by: vec![ELECTRICITY],
            report_from: Level(Level::ONE.0 / 5),
            telemetry_by: ELECTRICITY,
            haven_within_s: 3_600,
            repair_spread_percent: 20,
            movement_ahead: 2,
            way_out_within: Span::hours(48),
            asking: Span::hours(2),
            request_lapses: Span::hours(12),
            assistance_lapses: Span::hours(6),
            ships_spare_permille: 1500,
            basket: Vec::new(),
            guards: None,
            escort: Vec::new(),
            standstill: None,
            traction: None,
        },
        shifts: Vec::new(),
        goods: Table::default(),
        generators: Vec::new(),
        electricity: None,
        measures: Measures::default(),
        health: None,
        society: None,
        score: None,
        adversary: None,
        crisis: Crisis::default(),
        workforce: None,
        economy: None,
        messages: None,
        readiness: doorvoerland::sim::country::Readiness::default(),
        playbook: Playbook::default(),
    }
}

pub(super) fn damage() -> Effect {
    Effect::Damage {
        target: Target::Edge(RAIL),
        kind: DamageKind::Physical,
        loss: Level::ONE,
        team_ticks: 50,
        lag: Span::hours(3),
        teams_max: 2,
        skill: SkillId(0),
    }
}

pub(super) fn inject(code: &str, nl: &str, en: &str, trigger: Trigger) -> Inject {
    Inject {
        code: code.to_owned(),
        title: text(nl, en),
        text: text("Brand in een relaishuis.", "Fire in a relay house."),
        sender: text("ProRail", "ProRail"),
        receivers: vec![PRORAIL, TOC],
        channel: Channel::Call,
        trigger,
        effect_after: Span(0),
        effects: vec![damage()],
        objectives: Vec::new(),
        expected: Text::default(),
        question: Text::default(),
        staff_note: Text::default(),
        shelf: false,
        staging: doorvoerland::sim::script::Staging::default(),
    }
}

#[expect(clippy::too_many_lines, reason = "one value with every field")]
pub(super) fn plan() -> Plan {
    let brigade = Movement {
        code: "brigade".to_owned(),
        name: text("1e Pantserbrigade", "1st Armoured Brigade"),
        nation: "US".to_owned(),
        personnel: 1_800,
        class: Class::Military,
        arrivals: vec![Arrival {
            by: Carrier::Ship,
            port: SLOE,
            berth: doorvoerland::sim::limits::BerthKind::RoRo,
            arrives: Tick(288),
            pieces: PerKind([0, 1_250, 0, 0, 0]),
        }],
        destinations: vec![Destination { fleet: FleetId(0), to: NodeId(2) }],
        choices: Choices::default(),
        order: MovementOrder {
            shares_permille: vec![1000],
            corridors: vec![None],
            kinds: PieceKind::ALL,
            ports: vec![SLOE],
            staging: None,
            on_hold: false,
        },
        due: Tick(1_000),
        tier: None,
    };
    let train = SpecialTrain {
        code: "ammunition".to_owned(),
        name: text("Munitietrein", "Ammunition train"),
        class: Class::Military,
        ammunition: true,
        from: SLOE,
        to: NodeId(2),
        ready: Tick(0),
        pieces: 20,
    };
    let leak = Condition::All(vec![
        Condition::AtMost(Metric::Level(WATER, Some(ZEELAND)), 500),
        Condition::Any(vec![Condition::Sent(FIRE), Condition::From(Tick(300))]),
    ]);
    Plan {
        code: "test".to_owned(),
        title: text("Proef", "Trial"),
        summary: Text::default(),
        start: Start { epoch_day: 20_740, quarter: 0 },
        length: Span::hours(240),
        seed: 1,
        phase: 0,
        opponent: None,
        marking: Marking::Public,
        objectives: Table::default(),
        movements: Table::new(vec![brigade]),
        trains: vec![train],
        cast: doorvoerland::sim::script::Cast::default(),
        injects: Table::new(vec![
            inject("I-01", "Kabelbrand", "Cable fire", Trigger::At(Tick(122))),
            inject("I-03", "Lek", "", Trigger::When(leak, Tick(0))),
        ]),
        themes: Vec::new(),
        rounds: Vec::new(),
        seats: Vec::new(),
        evaluation: doorvoerland::sim::evaluation::Evaluation::default(),
        show_options: false,
        solo: false,
        filled: Vec::new(),
        at_start: Vec::new(),
        in_force: Vec::new(),
        demand_noise_permille: Vec::new(),
        demand_growth: Vec::new(),
        weather: Weather::default(),
        power: PowerPlan::default(),
        routes: Routes::default(),
        services: Services::default(),
    }
}

/// A state in which the cable fire has closed the line and the power is down.
pub(super) fn state(country: &Country, plan: &Plan) -> State {
    let mut state = State::new(country, plan);
    state.tick = Tick(250);
    for (serial, target, loss) in [
        (1, Target::Edge(RAIL), Level::ONE),
        (2, Target::Process(ELECTRICITY, ZEELAND), Level(Level::ONE.0 / 2)),
    ] {
        state.damages.open.push(Damage {
            serial,
            target,
            kind: DamageKind::Physical,
            loss,
            work: 50,
            work_left: 50,
            skill: SkillId(0),
            teams_max: 2,
            teams: 0,
            workable: Tick(0),
            ends: None,
            rank: 0,
            began: Tick(122),
            cause: Cause::Inject(FIRE),
            known: u8::MAX,
        });
    }
    state.network.capacity[RAIL] = 0;
    let half = Level::ONE.0 / 2;
    state.processes.capability[ELECTRICITY][ZEELAND] = half;
    state.processes.level[ELECTRICITY][ZEELAND] = half;
    state.processes.level[WATER][ZEELAND] = half + half / 2;
    state
}

/// A decision of ProRail and one of the lead.
pub(super) fn records() -> Vec<Record> {
    let record = |seq, actor, command| Record {
        seq,
        submitted: Tick(240),
        effective: Tick(248),
        seen: Tick(240),
        by: By { actor, seat: 0 },
        command,
    };
    let mut policy = policy();
    policy.day_cap[Class::Military] = 4;
    policy.minimum[Class::LifeSupport] = 1;
    let reason = "De voedseltreinen gaan voor.".to_owned();
    vec![
        record(
            1,
            Actor::Role(PRORAIL),
            Command::SetPolicy { pool: PATHS, policy, until: Some(Tick(400)), reason },
        ),
        record(2, Actor::Lead, Command::FireInject { inject: FIRE }),
        record(
            3,
            Actor::Auto(TOC),
            Command::PlanMovement {
                movement: BRIGADE,
                order: MovementOrder { on_hold: true, ..plan().movements[BRIGADE].order.clone() },
                reason: String::new(),
            },
        ),
    ]
}

/// Every kind of civil load in words.
pub(super) const ORE: DemandId = DemandId(0);
