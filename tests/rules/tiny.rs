//! The fixture: a line of four places, two regions, a handful of processes, and a script of commands.
//!
//! ```text
//! port --rail.1-- yard --rail.2-- border --rail.3-- abroad      region R1: port, yard; region R2: border
//!   \----------------- rail.slow ----------------/
//! ```

use doorvoerland::sim::{
    cause::Cause,
    check::{Refusal, check},
    command::{Actor, By, Command, Record},
    country::{
        Basis, Buffer, Class, Country, Crisis, Demand, Edge, Fleet, Handling, Measure, Measures, Mode,
        NO_CAP, Need, Node, NodeKind, PerClass, PerKind, PieceKind, Policy, Pool, PoolKind, Power, Process,
        ProcessArc, Region, Rhythm, Role, Rules, SeatTable, Skill,
    },
    event::{Claim, Event, Sink},
    ids::{DenseId, EdgeId, FleetId, InjectId, NodeId, PoolId, ProcessId, RegionId, RoleId, SkillId, Table},
    limits::{BerthKind, Limits},
    num::Level,
    plan::{
        Arrival, Carrier, Channel, Choices, Destination, Inject, Marking, Movement, MovementOrder, Plan,
        SpecialTrain, Start, Text, Trigger,
    },
    power_plan::{PowerPlan, Weather},
    routes::{Routes, Search},
    services::Services,
    state::State,
    step,
    time::{Span, TICKS_PER_DAY, Tick},
};
use std::fmt::Write as _;

pub(crate) const EL: ProcessId = ProcessId(0);
pub(crate) const MOB: ProcessId = ProcessId(1);
pub(crate) const HOSP: ProcessId = ProcessId(2);
pub(crate) const RAIL: ProcessId = ProcessId(3);
pub(crate) const R1: RegionId = RegionId(0);
pub(crate) const R2: RegionId = RegionId(1);
pub(crate) const PORT: NodeId = NodeId(0);
pub(crate) const YARD: NodeId = NodeId(1);
pub(crate) const ABROAD: NodeId = NodeId(3);
pub(crate) const RAIL_2: EdgeId = EdgeId(1);
pub(crate) const RAIL_SLOW: EdgeId = EdgeId(3);
pub(crate) const PATHS: PoolId = PoolId(0);
pub(crate) const QUAY: PoolId = PoolId(1);
pub(crate) const WAGONS: PoolId = PoolId(2);
pub(crate) const CREWS: SkillId = SkillId(0);
pub(crate) const PRORAIL: RoleId = RoleId(0);
pub(crate) const OPERATOR: RoleId = RoleId(1);
pub(crate) const MINISTER: RoleId = RoleId(2);
pub(crate) const PLANNER: RoleId = RoleId(3);

/// A measure of the operator that does nothing.
pub(crate) fn measure(code: &str) -> Measure {
    Measure {
        code: code.to_owned(),
        owner: OPERATOR,
        basis: Basis::G0,
        under: None,
        regional: false,
        needs: Vec::new(),
        plan: None,
        council: None,
        grip: None,
        duty: Vec::new(),
        takes_over: Vec::new(),
        sites: 0,
        desk: Span(0),
        answers: None,
        market_keur: 0,
        lead: Span::hours(4),
        lasts: None,
        once: Vec::new(),
        units: Vec::new(),
        lasting: Vec::new(),
        cost_keur: 5,
        daily_keur: 2,
        trust_permille: 0,
    }
}

/// A share in thousandths.
pub(crate) fn level(permille: u64) -> Level {
    Level::ratio_floor(permille, 1000)
}

fn process(code: &str, restart: u64, carries: Option<Mode>) -> Process {
    Process {
        code: code.to_owned(),
        restart_per_tick: level(restart),
        skill: CREWS,
        class: if code == "HOSP" { Class::Medical } else { Class::LifeSupport },
        need: Need::Security,
        telemetry: SeatTable::Energie,
        carries,
        handles: false,
    }
}

fn arc(process: ProcessId, supplier: ProcessId, buffer: Buffer, depth: u64) -> ProcessArc {
    ProcessArc { process, supplier, buffer, depth: level(depth) }
}

fn role(code: &str, table: SeatTable, powers: Vec<Power>) -> Role {
    Role { code: code.to_owned(), table, powers }
}

fn node(code: &str, kind: NodeKind, region: Option<RegionId>, moves: u16) -> Node {
    let handling = (moves > 0).then_some(Handling {
        pool: QUAY,
        moves_per_hour: moves,
        storage: 10_000,
        quays: [None; BerthKind::COUNT],
    });
    Node {
        code: code.to_owned(),
        name: code.to_owned(),
        kind,
        region,
        at: [0, 0],
        handling,
        safe_haven: code == "yard",
        staging: false,
        berths: Vec::new(),
        tracks_740: None,
        accepts_per_day: None,
    }
}

fn edge(code: &str, from: u32, to: u32, slots: u16, minutes: u32, region: Option<RegionId>) -> Edge {
    Edge {
        code: code.to_owned(),
        from: NodeId(from),
        to: NodeId(to),
        mode: Mode::Rail,
        pool: Some(PATHS),
        slots,
        window_hours: 1,
        length_m: minutes * 1000,
        transit_s: minutes * 60,
        region,
        limits: Limits::NONE,
    }
}

/// Everything free, in the default order.
pub(crate) fn open_policy() -> Policy {
    Policy {
        order: Class::ALL,
        minimum: PerClass([0; Class::COUNT]),
        cap: PerClass([NO_CAP; Class::COUNT]),
        day_cap: PerClass([NO_CAP; Class::COUNT]),
        reserved: Vec::new(),
    }
}

fn pool(code: &str, kind: PoolKind, owner: RoleId) -> Pool {
    Pool {
        code: code.to_owned(),
        name: code.to_owned(),
        kind,
        owner,
        default: open_policy(),
        limits: Vec::new(),
        price_eur: None,
        units: 0,
        civil: PerClass::default(),
        daily: 0,
        runs: None,
        backed_by: None,
    }
}

/// A pool of units that are lent or used up.
pub(crate) fn units(code: &str, kind: PoolKind, owner: RoleId, units: u32) -> Pool {
    Pool { units, ..pool(code, kind, owner) }
}

fn rules() -> Rules {
    Rules {
        report_by: vec![EL],
        report_from: level(300),
        telemetry_by: EL,
        haven_within_s: 3600,
        repair_spread_percent: 0,
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
    }
}

/// The country of the fixture. Tests change it before they start.
pub(crate) fn country() -> Country {
    Country {
        regions: Table::new(vec![
            Region { code: "R1".to_owned(), name: "Een".to_owned(), population: 100_000 },
            Region { code: "R2".to_owned(), name: "Twee".to_owned(), population: 50_000 },
        ]),
        processes: Table::new(vec![
            process("EL", 50, None),
            process("MOB", 250, None),
            process("HOSP", 100, None),
            process("RAIL", 250, Some(Mode::Rail)),
        ]),
        arcs: Table::new(vec![
            arc(MOB, EL, Buffer::Fleet { rate: level(137) }, 950),
            arc(HOSP, EL, Buffer::Tank { drain: level(25), refill: level(50), steepness_q8: 5120 }, 700),
            arc(RAIL, EL, Buffer::Instant, 900),
        ]),
        skills: Table::default(),
        roles: Table::new(vec![
            role("prorail", SeatTable::Infra, Vec::new()),
            role("operator", SeatTable::Haven, Vec::new()),
            role("minister", SeatTable::Rijk, Vec::new()),
            role("planner", SeatTable::Defensie, vec![Power::PlanMovements]),
        ]),
        nodes: Table::new(vec![
            node("port", NodeKind::Seaport, Some(R1), 40),
            node("yard", NodeKind::Yard, Some(R1), 0),
            node("border", NodeKind::Border, Some(R2), 0),
            node("abroad", NodeKind::Abroad, None, 0),
        ]),
        edges: Table::new(vec![
            edge("rail.1", 0, 1, 2, 30, Some(R1)),
            edge("rail.2", 1, 2, 2, 30, Some(R1)),
            edge("rail.3", 2, 3, 2, 30, Some(R2)),
            edge("rail.slow", 0, 2, 1, 105, Some(R2)),
        ]),
        pools: Table::new(vec![
            pool("paths", PoolKind::Paths(Mode::Rail), PRORAIL),
            pool("quay", PoolKind::Handling, OPERATOR),
            units("wagons", PoolKind::Held, MINISTER, 3),
        ]),
        fleets: Table::new(vec![Fleet {
            code: "wagons".to_owned(),
            pool: WAGONS,
            mode: Mode::Rail,
            cycle: Span::hours(8),
            pieces: PerKind([20; PieceKind::COUNT]),
            load: 1,
            needs: Vec::new(),
            lead: Span(0),
            fit: Mode::Rail.into(),
        }]),
        demands: Table::default(),
        rhythms: Table::new(vec![Rhythm { code: "flat".to_owned(), hours_permille: vec![1000; 168] }]),
        rules: rules(),
        shifts: Vec::new(),
        goods: Table::default(),
        generators: Vec::new(),
        electricity: None,
        playbook: doorvoerland::sim::country::Playbook::default(),
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
    }
}

/// Gives the country its repair crews. Without this an exercise begins with three teams in a pool behind all others, so that
/// tests number the pools that they add from the same place.
pub(crate) fn crews(country: &mut Country, teams: u32) -> PoolId {
    let pool = country.pools.push(units("crews", PoolKind::Crews, PRORAIL, teams));
    country.skills.push(Skill { code: "crews".to_owned(), pool });
    pool
}

/// Steady civil trains from the port to abroad.
pub(crate) fn trains(per_day: u32, moves: u16) -> Demand {
    Demand {
        code: "trains".to_owned(),
        mode: Mode::Rail,
        from: PORT,
        to: ABROAD,
        class: Class::Commercial,
        per_day_milli: per_day * 1000,
        load: 1,
        moves,
        fit: Mode::Rail.into(),
        rhythm: doorvoerland::sim::ids::RhythmId(0),
        patience: Span::hours(12),
        carries_kg: 1_200_000,
        brings: None,
    }
}

/// A ship with wheeled pieces.
pub(crate) fn ship(port: NodeId, arrives: Tick, pieces: u32) -> Arrival {
    let mut kinds = PerKind::default();
    kinds[PieceKind::Wheeled] = pieces;
    Arrival { by: Carrier::Ship, port, berth: BerthKind::RoRo, arrives, pieces: kinds }
}

/// A movement by one fleet to one destination, as planned.
pub(crate) fn movement(arrivals: Vec<Arrival>, personnel: u32, due: Tick) -> Movement {
    Movement {
        code: "unit".to_owned(),
        name: Text::default(),
        nation: "US".to_owned(),
        personnel,
        class: Class::Military,
        destinations: vec![Destination { fleet: FleetId(0), to: ABROAD }],
        choices: Choices { ports: vec![PORT], staging: vec![YARD] },
        order: MovementOrder {
            shares_permille: vec![1000],
            corridors: vec![None],
            kinds: PieceKind::ALL,
            ports: arrivals.iter().map(|arrival| arrival.port).collect(),
            staging: None,
            on_hold: false,
        },
        arrivals,
        due,
        tier: None,
    }
}

/// An inject without receivers, objectives or texts.
pub(crate) fn inject(
    code: &str,
    trigger: Trigger,
    effects: Vec<doorvoerland::sim::effect::Effect>,
) -> Inject {
    Inject {
        code: code.to_owned(),
        title: Text::default(),
        text: Text::default(),
        sender: Text::default(),
        receivers: Vec::new(),
        channel: Channel::Call,
        trigger,
        effect_after: Span(0),
        effects,
        objectives: Vec::new(),
        expected: Text::default(),
        question: Text::default(),
        staff_note: Text::default(),
        shelf: false,
        staging: doorvoerland::sim::script::Staging::default(),
    }
}

/// A world with its script.
pub(crate) struct Exercise {
    pub country: Country,
    pub plan: Plan,
    pub state: Option<State>,
    log: String,
    seq: u32,
}

struct Log<'a>(&'a mut String);

impl Sink for Log<'_> {
    fn event(&mut self, tick: Tick, event: Event, cause: Cause) {
        writeln!(self.0, "{tick} {event:?} <- {cause:?}").expect("writing to a string");
    }
    fn claim(&mut self, pool: PoolId, class: Class, claim: Claim) {
        if let Claim::Refused(hour, units, binding) = claim {
            writeln!(self.0, "      hour {hour}: pool {} refuses {units} {class:?}: {binding:?}", pool.0)
                .expect("writing to a string");
        }
    }
    fn used(&mut self, _: PoolId, _: Class, _: u32, _: u32) {}
}

impl Exercise {
    /// A quiet world.
    pub(crate) fn new() -> Self {
        Self::with(country())
    }

    /// A changed country.
    pub(crate) fn with(country: Country) -> Self {
        let plan = Plan {
            code: "tiny".to_owned(),
            title: Text::default(),
            summary: Text::default(),
            start: Start { epoch_day: 20_000, quarter: 0 },
            length: Span::hours(24 * 20),
            seed: 1,
            phase: 0,
            opponent: None,
            marking: Marking::Public,
            objectives: Table::default(),
            movements: Table::default(),
            trains: Vec::new(),
            cast: doorvoerland::sim::script::Cast::default(),
            injects: Table::default(),
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
        };
        Self { country, plan, state: None, log: String::new(), seq: 0 }
    }

    /// Adds an inject before the start.
    pub(crate) fn inject(mut self, inject: Inject) -> Self {
        self.plan.injects.push(inject);
        self
    }

    /// Adds a movement before the start.
    pub(crate) fn movement(mut self, movement: Movement) -> Self {
        self.plan.movements.push(movement);
        self
    }

    /// Adds a special train before the start.
    pub(crate) fn train(mut self, train: SpecialTrain) -> Self {
        self.plan.trains.push(train);
        self
    }

    fn start(&mut self) {
        if self.state.is_some() {
            return;
        }
        if self.country.skills.is_empty() {
            crews(&mut self.country, 3);
        }
        let search = &mut Search::new(&self.country);
        let routes = &mut self.plan.routes;
        for (_, demand) in self.country.demands.iter() {
            let od = routes.add(&self.country, search, demand.fit, demand.from, demand.to);
            routes.of_demand.push(od);
            let shift = self.country.shifts.iter().zip(0_u16..).find(|(shift, _)| shift.from == demand.mode);
            let shift = shift.map(|(shift, number)| {
                (number, routes.add(&self.country, search, shift.to, demand.from, demand.to))
            });
            routes.shift_of_demand.push(shift);
        }
        routes.add(&self.country, search, Mode::Rail, PORT, ABROAD);
        routes.add(&self.country, search, Mode::Rail, PORT, YARD);
        routes.add(&self.country, search, Mode::Rail, YARD, ABROAD);
        self.plan.derive(&self.country);
        self.state = Some(State::new(&self.country, &self.plan));
    }

    /// The state now.
    pub(crate) fn state(&mut self) -> &State {
        self.start();
        self.state.as_ref().expect("just started")
    }

    /// Gives a command now.
    pub(crate) fn submit(&mut self, actor: Actor, command: Command) -> Result<(), Refusal> {
        self.start();
        let now = self.state().tick;
        self.submit_for(actor, now, command)
    }

    /// Gives a command for a moment.
    pub(crate) fn submit_for(
        &mut self,
        actor: Actor,
        effective: Tick,
        command: Command,
    ) -> Result<(), Refusal> {
        self.start();
        let state = self.state.as_mut().expect("just started");
        let by = By { actor, seat: 0 };
        let record =
            Record { seq: self.seq + 1, submitted: state.tick, effective, seen: state.tick, by, command };
        check(&self.country, &self.plan, state, &record)?;
        self.seq += 1;
        step::settle(&self.country, &self.plan, state, &[record], &mut Log(&mut self.log));
        Ok(())
    }

    /// Gives a command that must be accepted.
    pub(crate) fn decide(mut self, actor: Actor, command: Command) -> Self {
        self.submit(actor, command).expect("the command is accepted");
        self
    }

    /// Lets time pass. Each tick of the first day, and then the first of each hour, also runs on a saved and loaded copy, which
    /// must come out equal.
    pub(crate) fn ticks(mut self, count: u32) -> Self {
        self.start();
        let state = self.state.as_mut().expect("just started");
        for _ in 0..count {
            if state.tick >= Tick(TICKS_PER_DAY) && !state.tick.starts_hour() {
                step::tick(&self.country, &self.plan, state, &mut Log(&mut self.log));
                continue;
            }
            let saved = postcard::to_stdvec(state).expect("a state can be saved");
            let mut twin: State = postcard::from_bytes(&saved).expect("a saved state can be loaded");
            step::tick(&self.country, &self.plan, state, &mut Log(&mut self.log));
            step::tick(&self.country, &self.plan, &mut twin, &mut doorvoerland::sim::event::NullSink);
            assert!(*state == twin, "saving and loading changed the course at {}", state.tick);
        }
        self
    }

    /// Whole hours.
    pub(crate) fn hours(self, count: u32) -> Self {
        self.ticks(count * 4)
    }

    /// A level in thousandths.
    pub(crate) fn permille(&mut self, process: ProcessId, region: RegionId) -> u32 {
        self.state().processes.level(process, region).permille()
    }

    /// What happened so far.
    pub(crate) fn log(&self) -> &str {
        &self.log
    }

    /// The lines that hold one of these words.
    pub(crate) fn log_of(&self, words: &[&str]) -> String {
        let lines = self.log.lines().filter(|line| words.iter().any(|word| line.contains(word)));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// The first inject's state.
    pub(crate) fn first_inject(&mut self) -> doorvoerland::sim::state::InjectState {
        self.state().injects.rows[InjectId::from_index(0)]
    }
}
