//! Transport: booked slots, other ways, closed edges, safe sidings.

use super::tiny::{ABROAD, Exercise, PORT, RAIL_2, RAIL_SLOW, country, inject, level, trains};
use doorvoerland::sim::{
    country::{Class, Country},
    effect::{DamageKind, Effect, Target},
    ids::{DemandId, DenseId, EdgeId, LinkId, NodeId},
    metric::{Metric, value},
    plan::{SpecialTrain, Text, Trigger},
    query,
    time::{Span, Tick},
};
use expect_test::expect;

fn busy(per_day: u32) -> Country {
    let mut country = country();
    country.demands.push(trains(per_day, 0));
    country
}

fn shut(edge: EdgeId, at: u32, hours: u32) -> doorvoerland::sim::plan::Inject {
    let effect = Effect::Impair {
        target: Target::Edge(edge),
        kind: DamageKind::Human,
        loss: level(1000),
        lasts: Span::hours(hours),
    };
    inject("shut", Trigger::At(Tick(at)), vec![effect])
}

#[test]
fn trains_within_the_slots_never_wait() {
    let mut world = Exercise::with(busy(36)).hours(48);
    assert_eq!(world.state().totals.civil_delay_ticks, 0);
    // One and a half an hour for two days, less those still on the way.
    let passed = world.state().consignments.next_serial - 1;
    assert!((71..=72).contains(&passed), "{passed}");
}

#[test]
fn no_slot_is_given_twice() {
    let mut world = Exercise::with(busy(200)).hours(30);
    let country = world.country.clone();
    let state = world.state();
    for hour in 0..60 {
        for edge in country.edges.ids() {
            for link in edge.links() {
                let booked: u16 = state.booked(&country, link, state.tick.hour() + hour % 50).0.iter().sum();
                assert!(booked <= country.edges[edge].slots, "{link} hour {hour}: {booked}");
            }
        }
    }
    assert!(state.totals.given_up[Class::Commercial] > 0, "far more trains than slots: some give up");
    assert!(value(&country, state, Metric::CivilDelay) > 0);
}

#[test]
fn a_closed_edge_sends_trains_round() {
    let mut world = Exercise::with(busy(24)).inject(shut(RAIL_2, 8, 10)).hours(10);
    let country = world.country.clone();
    let booked = |world: &mut Exercise, hour| {
        world.state().booked(&country, RAIL_SLOW.links()[0], hour)[Class::Commercial]
    };
    let slow: u16 = (7..12).map(|hour| booked(&mut world, hour)).sum();
    assert!(slow > 0, "the slow way is used while the fast one is closed");
    let mut world = world.hours(10);
    let log = world.log();
    assert!(log.contains("EdgeClosed(EdgeId(1)) <- Damage(0)"), "{log}");
    assert!(log.contains("Rerouted("), "{log}");
    assert!(log.contains("EdgeOpened(EdgeId(1))"), "{log}");
    let state = world.state();
    let stuck = state
        .consignments
        .active()
        .filter(|(_, row)| state.tick.since(row.created) > Span::hours(12))
        .count();
    assert_eq!(stuck, 0, "everything reached the other side or left the queue in the end");
}

fn ammunition(ready: u32) -> SpecialTrain {
    SpecialTrain {
        code: "ammo".to_owned(),
        name: Text::default(),
        class: Class::UrgentMilitary,
        ammunition: true,
        from: PORT,
        to: ABROAD,
        ready: Tick(ready),
        pieces: 30,
    }
}

#[test]
fn an_ammunition_train_stops_at_a_safe_siding_and_goes_on_when_the_line_opens() {
    // Out at 00:30, at the yard at 01:00; the line behind the yard closes at 00:45.
    let mut country = country();
    country.edges[RAIL_SLOW].slots = 0;
    let world = Exercise::with(country).train(ammunition(2)).inject(shut(RAIL_2, 3, 3)).hours(8);
    expect![[r#"
        D+0 00:30 Departed(1, Special(0), NodeId(0)) <- Routine
        D+0 00:45 InjectSent(InjectId(0)) <- Scenario
        D+0 00:45 Damaged { damage: 0, target: Edge(EdgeId(1)), kind: Human, loss_permille: 1000 } <- Inject(InjectId(0))
        D+0 00:45 EdgeClosed(EdgeId(1)) <- Damage(0)
        D+0 01:00 Held(1, Special(0), NodeId(1)) <- Damage(0)
        D+0 03:45 Repaired(0, Edge(EdgeId(1))) <- Inject(InjectId(0))
        D+0 03:45 EdgeOpened(EdgeId(1)) <- Routine
        D+0 03:45 Rerouted(1, Special(0), NodeId(1)) <- Damage(0)
        D+0 04:45 Arrived(1, Special(0), NodeId(3)) <- Damage(0)
    "#]]
    .assert_eq(world.log());
}

#[test]
fn an_ammunition_train_without_a_siding_in_reach_is_stalled() {
    let mut country = country();
    for node in country.nodes.rows_mut() {
        node.safe_haven = false;
    }
    country.edges[RAIL_SLOW].slots = 0;
    let mut world = Exercise::with(country).train(ammunition(2)).inject(shut(RAIL_2, 3, 3)).hours(8);
    assert!(world.log().contains("AmmunitionStalled(1, NodeId(1)) <- Damage(0)"), "{}", world.log());
    let country = world.country.clone();
    // From 01:00 until 03:45.
    assert_eq!(value(&country, world.state(), Metric::AmmunitionStalled), 2);
}

#[test]
fn loss_of_traction_closes_the_line() {
    let target = Target::Process(super::tiny::EL, super::tiny::R1);
    let dark =
        Effect::Impair { target, kind: DamageKind::Physical, loss: level(1000), lasts: Span::hours(4) };
    let world = Exercise::with(busy(24)).inject(inject("dark", Trigger::At(Tick(8)), vec![dark])).hours(10);
    assert!(world.log().contains("EdgeClosed(EdgeId(0)) <- Process(ProcessId(3))"), "{}", world.log());
    assert!(!world.log().contains("EdgeClosed(EdgeId(2))"), "the other region keeps running");
}

#[test]
fn a_long_train_takes_the_way_that_holds_it() {
    let mut country = busy(24);
    country.edges[RAIL_2].limits.max_train_m = 600;
    let first = |country: &Country| {
        let mut world = Exercise::with(country.clone());
        world.state();
        let routes = &world.plan.routes;
        let od = routes.of_demand[DemandId::from_index(0)];
        let ways = &routes.ods[od].paths;
        (routes.paths[ways[0]].links().map(LinkId::edge).collect::<Vec<_>>(), ways.len())
    };
    let [rail_1, rail_3] = [EdgeId(0), EdgeId(2)];
    assert_eq!(first(&country), (vec![RAIL_SLOW, rail_3], 1));
    for demand in 0..country.demands.len() {
        country.demands[DemandId::from_index(demand)].fit.train_m = 600;
    }
    assert_eq!(first(&country), (vec![rail_1, RAIL_2, rail_3], 2));
}

#[test]
fn the_neighbour_limits_what_crosses_the_border() {
    let world = |loss: Option<u64>| {
        let mut country = busy(48);
        country.nodes[NodeId(2)].accepts_per_day = Some(48);
        country.edges[RAIL_SLOW].slots = 2;
        let mut world = Exercise::with(country);
        if let Some(loss) = loss {
            let target = Target::Crossing(NodeId(2));
            let lasts = Span::hours(200);
            let effect = Effect::Impair { target, kind: DamageKind::Human, loss: level(loss), lasts };
            world = world.inject(inject("behind", Trigger::At(Tick(0)), vec![effect]));
        }
        world.hours(24)
    };
    let gone = |world: &mut Exercise| world.state().totals.given_up[Class::Commercial];
    let capacity = |world: &mut Exercise| -> Vec<u16> { world.state().network.capacity.rows().to_vec() };
    // 48 a day are two an hour, on every stretch at the crossing; half of them is one; nothing is nothing.
    let mut whole = world(None);
    assert_eq!((capacity(&mut whole), gone(&mut whole)), (vec![2, 2, 2, 2], 0));
    let mut half = world(Some(500));
    assert_eq!(capacity(&mut half), [2, 1, 1, 1]);
    assert!(gone(&mut half) > 0 && half.log().contains("Slots"), "{}", half.log());
    let plan = half.country.clone();
    let state = half.state();
    assert_eq!(query::neighbour_binds(&plan, state, RAIL_2), Some(NodeId(2)));
    assert_eq!(query::neighbour_binds(&plan, state, EdgeId(0)), None);
    let mut shut = world(Some(1000));
    assert_eq!(capacity(&mut shut), [2, 0, 0, 0]);
    assert!(shut.log().contains("EdgeClosed(EdgeId(2)) <- Damage(0)"), "{}", shut.log());
}
