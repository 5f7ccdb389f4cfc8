//! Traction power: what stops, what diesel locomotives carry, and who gets them.

use super::tiny::{EL, Exercise, MINISTER, R1, R2, RAIL_SLOW, country, inject, level, trains, units};
use doorvoerland::sim::{
    command::{Actor, Command},
    country::{Class, Country, FleetNeed, PoolKind, Traction},
    effect::{DamageKind, Effect, Target},
    event::Binding,
    ids::{ConsignmentId, EdgeId, PoolId, RegionId},
    plan::Trigger,
    query,
    state::Phase,
    time::{Span, Tick},
};

const DIESELS: PoolId = PoolId(3);

/// Two trains an hour over the fast way; a few diesel locomotives that are back after six hours.
fn wired(locomotives: u32) -> Country {
    let mut country = country();
    country.demands.push(trains(48, 0));
    country.pools.push(units("diesels", PoolKind::Held, MINISTER, locomotives));
    country.rules.traction = Some(Traction {
        process: EL,
        from: level(500),
        diesel: FleetNeed { pool: DIESELS, units: 1, back: Span::hours(6) },
    });
    country
}

fn dark(region: RegionId, at: u32, hours: u32) -> doorvoerland::sim::plan::Inject {
    let effect = Effect::Impair {
        target: Target::Process(EL, region),
        kind: DamageKind::Physical,
        loss: level(1000),
        lasts: Span::hours(hours),
    };
    inject("dark", Trigger::At(Tick(at)), vec![effect])
}

#[test]
fn without_power_as_many_trains_run_as_there_are_locomotives() {
    let mut world = Exercise::with(wired(3)).inject(dark(R1, 0, 200)).hours(6);
    // Each locomotive is away for six hours: three trains by then, the others wait for one.
    let state = world.state();
    assert!(state.network.unpowered[EdgeId(0)] && !state.network.unpowered[EdgeId(2)]);
    assert_eq!(state.network.capacity[EdgeId(0)], 2, "train control works on");
    assert_eq!(
        (state.pools[DIESELS].lent[Class::Commercial], state.granted[DIESELS].in_all[Class::Commercial]),
        (3, 3)
    );
    let claim: ConsignmentId = state.consignments.waiting[0];
    let (country, plan) = (world.country.clone(), world.plan.clone());
    let binding = query::binding(&country, &plan, world.state(), claim);
    assert_eq!(binding, Some(Binding::Units(DIESELS)));
    assert!(world.log().contains("TractionLost(RegionId(0)) <- Process(ProcessId(0))"), "{}", world.log());
    // Half a day on each has made two rounds and more trains went than there are locomotives.
    let mut world = world.hours(12);
    let granted = world.state().granted[DIESELS].in_all[Class::Commercial];
    assert!((8..=9).contains(&granted), "{granted}");
}

#[test]
fn electric_trains_under_way_stop_before_the_dead_wire() {
    let mut country = wired(0);
    country.edges[EdgeId(0)].transit_s = 7200;
    let mut world = Exercise::with(country).inject(dark(R2, 12, 200)).hours(8);
    let state = world.state();
    let held = state.consignments.active().filter(|(_, row)| row.phase == Phase::Held).count();
    assert!(held >= 2, "{held}");
    assert!(world.log().contains("Held("), "{}", world.log());
}

#[test]
fn when_power_returns_trains_run_on_electricity_again() {
    let world = Exercise::with(wired(1)).inject(dark(R1, 4, 10)).hours(40);
    let log = world.log_of(&["Traction"]);
    assert!(log.contains("TractionLost") && log.contains("TractionBack"), "{log}");
    let mut world = world;
    let state = world.state();
    assert_eq!((state.network.unpowered_count, state.pools[DIESELS].lent[Class::Commercial]), (0, 0));
    assert!(state.consignments.active().all(|(_, row)| !row.diesel));
}

#[test]
fn a_way_without_a_wire_needs_no_locomotive_of_the_pool() {
    let mut country = wired(0);
    country.edges[RAIL_SLOW].limits.electrified = false;
    let mut world = Exercise::with(country).inject(dark(R1, 0, 200)).inject(dark(R2, 0, 200)).hours(20);
    let state = world.state();
    // One an hour over the slow way, round the dead wire up to the border; behind it the wire is dead as well.
    assert_eq!(state.granted[DIESELS].in_all[Class::Commercial], 0);
    let gone = state.consignments.next_serial - 1 - state.consignments.waiting.len() as u32;
    assert!(gone > 10, "{gone}");
}

#[test]
fn the_policy_of_the_carriers_says_who_gets_the_locomotives() {
    let first = |order: [Class; Class::COUNT]| {
        let mut country = wired(2);
        let mut food = trains(48, 0);
        food.class = Class::LifeSupport;
        country.demands.push(food);
        // Others at the same time do not use it up: paths are plenty.
        for edge in country.edges.rows_mut() {
            edge.slots = 9;
        }
        let mut policy = country.pools[DIESELS].default.clone();
        policy.order = order;
        policy.cap[order[5]] = 0;
        let set = Command::SetPolicy { pool: DIESELS, policy, until: None, reason: "Eerst".to_owned() };
        let world = Exercise::with(country).inject(dark(R1, 0, 200));
        let mut world = world.decide(Actor::Role(MINISTER), set).hours(5);
        let granted = &world.state().granted[DIESELS].in_all;
        (granted[Class::LifeSupport], granted[Class::Commercial])
    };
    let mut other = Class::ALL;
    assert_eq!(first(Class::ALL), (2, 0));
    other.swap(2, 5);
    assert_eq!(first(other), (0, 2));
}
