//! The state at tick 0.
//!
//! Must not apply effects: what the plan sets at the start comes with the first tick. See `state`.

use super::{
    cause::Cause,
    country::{Country, Policy, PoolKind, SeatTable},
    ids::{DenseId, RegionId, Table},
    num::Level,
    plan::{Inject, Movement, Plan, Trigger},
    rng::{Stream, draw, within},
    state::{
        ALL_GROUPS, Consignments, DEPARTURE_UNITS, Damages, DemandState, FleetState, HORIZON_HOURS,
        InjectState, InjectStatus, Injects, Knowledge, Lanes, MovementState, Network, PoolState, PortState,
        Processes, ShipState, State, TableKnowledge, TerminalState, Terminals, Totals, TrainState,
        WHEEL_SLOTS,
    },
    time::Tick,
};
use crate::sim::country::{PerClass, REGION_LANES};

/// Everything whole, empty and at rest.
pub(super) fn state(country: &Country, plan: &Plan) -> State {
    let full = Lanes([Level::ONE.0; REGION_LANES]);
    let slots: Table<_, u16> = country.edges.rows().iter().map(|edge| edge.slots).collect();
    State {
        tick: Tick(0),
        applied: 0,
        pending: Vec::new(),
        processes: Processes {
            level: Table::filled(full, country.processes.len()),
            capability: Table::filled(full, country.processes.len()),
            buffer: Table::filled(full, country.arcs.len()),
            moving: ALL_GROUPS,
        },
        damages: Damages::default(),
        teams: country.skills.rows().iter().map(|skill| skill.teams).collect(),
        network: Network {
            capacity: slots.clone(),
            slots,
            booked: vec![PerClass::default(); HORIZON_HOURS as usize * country.link_count()],
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
            waiting: Vec::new(),
            next_serial: 1,
        },
        movements: plan.movements.rows().iter().map(movement).collect(),
        trains: vec![TrainState::Planned; plan.trains.len()],
        pools: country.pools.rows().iter().map(|pool| pool_state(&pool.default, pool.kind)).collect(),
        fleets: country
            .fleets
            .rows()
            .iter()
            .map(|fleet| FleetState { free: fleet.sets, returning: Vec::new() })
            .collect(),
        demand: demand(country, plan),
        injects: Injects {
            rows: plan.injects.rows().iter().map(|inject| inject_state(inject, Cause::Scenario)).collect(),
            invented: Vec::new(),
        },
        knowledge: Knowledge {
            rows: vec![
                TableKnowledge {
                    level: Table::filled(full, country.processes.len()),
                    reported: Table::<RegionId, Tick>::filled(Tick(0), country.regions.len()),
                };
                SeatTable::COUNT
            ],
        },
        totals: Totals {
            unmet: Table::filled(0, country.regions.len()),
            civil_delay_ticks: 0,
            given_up: PerClass::default(),
            ammunition_stalled_ticks: 0,
        },
    }
}

/// The status a new inject starts with.
pub(super) fn inject_state(inject: &Inject, cause: Cause) -> InjectState {
    let due = match inject.trigger {
        Trigger::At(tick) if !inject.shelf => Some(tick),
        Trigger::At(_) | Trigger::After(..) | Trigger::When(..) | Trigger::Manual => None,
    };
    InjectState { status: InjectStatus::Ready, due, sent: None, cause }
}

fn terminals(country: &Country) -> Terminals {
    let row = |moves_per_hour| TerminalState {
        moves_per_hour,
        capacity: moves_per_hour,
        jobs: Vec::new(),
        done_this_hour: PerClass::default(),
    };
    let rows = country
        .nodes
        .rows()
        .iter()
        .map(|node| row(node.handling.map_or(0, |handling| handling.moves_per_hour)));
    Terminals { rows: rows.collect() }
}

fn movement(row: &Movement) -> MovementState {
    let mut ports: Vec<PortState> = Vec::new();
    for ship in &row.ships {
        if ports.iter().all(|port| port.port != ship.port) {
            ports.push(PortState { port: ship.port, ashore: 0, ahead: vec![0; row.destinations.len()] });
        }
    }
    let ship = |ship: &super::plan::Ship| ShipState {
        arrives: ship.arrives,
        berthed: false,
        aboard: ship.pieces,
        cause: Cause::Scenario,
    };
    MovementState {
        pieces: row.ships.iter().map(|ship| ship.pieces).sum(),
        ships: row.ships.iter().map(ship).collect(),
        ports,
        shares_permille: row.destinations.iter().map(|destination| destination.share_permille).collect(),
        sent: vec![0; row.destinations.len()],
        delivered: 0,
        on_hold: false,
        completed: None,
        late: false,
        cause: Cause::Scenario,
    }
}

fn pool_state(policy: &Policy, kind: PoolKind) -> PoolState {
    let hours = match kind {
        PoolKind::Paths(_) => HORIZON_HOURS as usize,
        PoolKind::Handling => 0,
    };
    PoolState {
        policy: policy.clone(),
        until: None,
        cause: Cause::Scenario,
        granted_today: PerClass::default(),
        granted: PerClass::default(),
        refused: PerClass::default(),
        entering: vec![PerClass::default(); hours],
    }
}

/// Demands start at a random point of their cycle, so that equal demands do not leave together.
fn demand(country: &Country, plan: &Plan) -> DemandState {
    let phase = |demand: super::ids::DemandId| {
        within(draw(plan.seed, Stream::DemandPhase, 0, demand.0), 0, DEPARTURE_UNITS - 1)
    };
    DemandState {
        built: country.demands.ids().map(phase).collect(),
        growth: Table::filled(0, country.demands.len()),
        factors: Vec::new(),
        stale: true,
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
