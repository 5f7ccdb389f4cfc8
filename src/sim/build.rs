//! The state at tick 0.
//!
//! Must not apply effects: what the plan sets at the start comes with the first tick. See `state`.

use super::{
    cause::Cause,
    country::{Class, Country, Edge, Good, PerClass, Pool, SeatTable},
    ids::{DenseId, RegionId, Table},
    num::Level,
    plan::{Arrival, Inject, Movement, Plan, Trigger},
    query,
    rng::{Stream, draw, within},
    state::{
        ActiveMeasure, AdversaryState, ArrivalPhase, ArrivalState, Bookings, Consignments, DEPARTURE_UNITS,
        Damages, DemandState, EconomyState, GoodState, Granted, HORIZON_HOURS, HealthState, InjectState,
        InjectStatus, Injects, Knowledge, Lanes, Lifted, MeasuresState, MovementState, Network, OrdersState,
        PoolState, PowerState, Processes, ReadinessState, Reserved, ScoreSums, SocietyState, State,
        TableKnowledge, TerminalState, Terminals, Totals, TrainState, WHEEL_SLOTS, Work, WorkforceState,
    },
    systems::dispatch::given_rows,
    time::Tick,
};

/// Everything whole, empty and at rest.
#[expect(clippy::too_many_lines, reason = "one line for each field")]
pub(super) fn state(country: &Country, plan: &Plan) -> State {
    let full = Lanes::WHOLE;
    let slots: Table<_, u16> = country.edges.rows().iter().map(|edge| edge.slots).collect();
    // What the neighbours take over holds from the start.
    let open = |(edge, row): (_, &Edge)| row.slots.min(query::accepted(country, edge, |_| Level::ZERO));
    State {
        tick: Tick(0),
        applied: 0,
        pending: Vec::new(),
        orders: OrdersState::default(),
        processes: Processes::whole(country.processes.len(), country.arcs.len()),
        damages: Damages::default(),
        network: Network {
            capacity: country.edges.iter().map(open).collect(),
            slots,
            booked: Bookings::new(HORIZON_HOURS as usize * country.link_count()),
            policy_ends: None,
            entering: PerClass(Class::ALL.map(|_| vec![0; HORIZON_HOURS as usize * country.pools.len()])),
            brief: country.pools.rows().iter().map(|pool| pool.default.brief()).collect(),
            given: vec![0; given_rows(country.pools.len())],
            dangerous: Table::filled(0, country.edges.len()),
            unpowered: Table::filled(false, country.edges.len()),
            unpowered_count: 0,
            low_water: Vec::new(),
            detours: Vec::new(),
            detour_of: Table::filled(None, plan.routes.ods.len()),
            version: 0,
            retry: false,
        },
        terminals: terminals(country),
        consignments: Consignments {
            rows: Table::default(),
            free: Vec::new(),
            wheel: vec![None; WHEEL_SLOTS],
            queued: Table::default(),
            waiting: Vec::new(),
            next_serial: 1,
        },
        movements: plan
            .movements
            .rows()
            .iter()
            .map(|row| movement(row, country.rules.basket.len()))
            .collect(),
        trains: vec![TrainState::Planned; plan.trains.len()],
        alarms: Vec::new(),
        pools: country.pools.rows().iter().map(pool_state).collect(),
        granted: Table::filled(Granted::default(), country.pools.len()),
        reserved: Reserved::default(),
        returns: Vec::new(),
        requests: Vec::new(),
        lapses: None,
        demand: demand(country, plan),
        supply: country.goods.rows().iter().map(|good| store(good, full)).collect(),
        power: PowerState::new(country),
        measures: measures(country, plan),
        health: HealthState::new(country.health.as_ref()),
        society: SocietyState::new(country, country.society.as_ref()),
        workforce: WorkforceState::new(country, country.workforce.as_ref()),
        economy: EconomyState::new(country, country.economy.as_ref()),
        readiness: ReadinessState::new(country),
        adversary: AdversaryState::new(country, plan),
        injects: Injects {
            rows: plan.injects.rows().iter().map(|inject| inject_state(inject, Cause::Scenario)).collect(),
            ..Injects::default()
        },
        knowledge: Knowledge {
            rows: vec![
                TableKnowledge {
                    level: Table::filled(full, country.processes.len()),
                    reported: Table::<RegionId, Tick>::filled(Tick(0), country.regions.len()),
                };
                SeatTable::COUNT
            ],
            behind: Table::filled(true, country.processes.len()),
        },
        totals: Totals {
            unmet: Table::filled(0, country.regions.len()),
            civil_delay_ticks: 0,
            given_up: PerClass::default(),
            ammunition_stalled_ticks: 0,
            made_way: PerClass::default(),
            paid_keur: Table::filled(0, country.roles.len()),
            basket: vec![(0, 0); country.rules.basket.len()],
        },
        score: ScoreSums::new(country.regions.len()),
        work: Work::default(),
    }
}

/// Nothing in force but what the plan has so from the start.
fn measures(country: &Country, plan: &Plan) -> MeasuresState {
    let mut state = MeasuresState::none(country.processes.len());
    for measure in &plan.in_force {
        let (now, lasts) = (Tick(0), country.measures.rows[*measure].lasts);
        state.active.push(ActiveMeasure {
            measure: *measure,
            region: None,
            ordered: now,
            begins: now,
            ends: lasts.map(|lasts| now.after(lasts)),
            begun: true,
            cause: Cause::Scenario,
        });
    }
    if !plan.in_force.is_empty() {
        state.sum_up(country);
    }
    state
}

/// The status a new inject starts with.
pub(super) fn inject_state(inject: &Inject, cause: Cause) -> InjectState {
    let due = match inject.trigger {
        Trigger::At(tick) if !inject.shelf => Some(tick),
        Trigger::At(_)
        | Trigger::After(..)
        | Trigger::AfterTalk(..)
        | Trigger::Absent(..)
        | Trigger::When(..)
        | Trigger::Manual => None,
    };
    let status = InjectStatus::Ready;
    InjectState { status, due, sent: None, sent_after: 0, answered: None, absent: None, cause }
}

fn terminals(country: &Country) -> Terminals {
    let row = |moves_per_hour| TerminalState {
        moves_per_hour,
        capacity: moves_per_hour,
        jobs: Vec::new(),
        queued: PerClass::default(),
        hour: 0,
        done: PerClass::default(),
    };
    let rows = country
        .nodes
        .rows()
        .iter()
        .map(|node| row(node.handling.map_or(0, |handling| handling.moves_per_hour)));
    Terminals { rows: rows.collect(), busy: vec![0; country.nodes.len().div_ceil(64)] }
}

fn movement(row: &Movement, basket: usize) -> MovementState {
    let arrival = |arrival: &Arrival| ArrivalState {
        arrives: arrival.arrives,
        phase: ArrivalPhase::Expected,
        aboard: arrival.pieces,
        cause: Cause::Scenario,
    };
    MovementState {
        class: row.class,
        designated: Vec::new(),
        pieces: row.arrivals.iter().map(|arrival| arrival.pieces.sum()).sum(),
        tier: row.tier,
        arrivals: row.arrivals.iter().map(arrival).collect(),
        ports: Vec::new(),
        order: row.order.clone(),
        sent: vec![0; row.destinations.len()],
        delivered: 0,
        in_time: 0,
        held: vec![0; basket],
        completed: None,
        late: false,
        cause: Cause::Scenario,
    }
}

fn pool_state(pool: &Pool) -> PoolState {
    PoolState {
        policy: pool.default.clone(),
        until: None,
        cause: Cause::Scenario,
        refused: PerClass::default(),
        units: pool.units,
        lent: PerClass::default(),
        lifted: vec![Lifted::default(); pool.limits.len()],
    }
}

fn store(good: &Good, full: Lanes) -> GoodState {
    let regions = good.daily_kg.rows().iter();
    GoodState {
        process: good.process,
        store_kg: regions.map(|daily| daily * u64::from(good.stock_hours) / 24).collect(),
        short_kg: Table::filled(0, good.daily_kg.len()),
        allows: full,
    }
}

/// Demands start at a random point of their cycle, so that equal demands do not leave together.
fn demand(country: &Country, plan: &Plan) -> DemandState {
    let phase = |demand: super::ids::DemandId| {
        within(draw(plan.seed, Stream::DemandPhase, 0, demand.0), 0, DEPARTURE_UNITS - 1)
    };
    DemandState {
        built: country.demands.ids().map(phase).collect(),
        factors: Vec::new(),
        due: Default::default(),
    }
}

impl State {
    /// Number of planned and invented injects.
    pub fn inject_count(&self) -> usize {
        self.injects.rows.len()
    }

    /// The identifier the next invented inject will get.
    pub fn next_inject(&self) -> super::ids::InjectId {
        super::ids::InjectId::from_index(self.injects.rows.len())
    }
}
