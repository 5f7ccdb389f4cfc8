//! The upper bound: right on answers that can be worked out by hand, and never below what happened.

use crate::rules::tiny::{self, ABROAD, OPERATOR, PATHS, PLANNER, PORT, PRORAIL, QUAY, RAIL_2, RAIL_SLOW};
use doorvoerland::{
    optimum::{
        bound::Bound,
        flow::FlowError,
        instance::{Demand, Extra, Fleet, Instance, Link, Movement, Place, Reached, Ship},
        yardstick::Yardstick,
    },
    session::{Session, replay::Opened},
    sim::{
        command::{Actor, By, Command},
        country::{Class, Country, Mode, NO_CAP, PerKind, PieceKind, Policy},
        effect::{DamageKind, Effect, Target},
        ids::{EdgeId, FleetId, MovementId, Table},
        plan::{self, Plan, Trigger},
        routes::{Routes, Search},
        time::{Span, Tick},
    },
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::{path::Path, sync::Arc};

/// One quay, one link of half an hour to the place across the border, ten hours.
fn quay_and_link(slots: i64, moves_per_quarter: i64) -> Instance {
    let link =
        Link { from: 0, to: 1, mode: Mode::Rail, transit_s: 1800, window_hours: 1, slots: vec![slots; 10] };
    Instance {
        ticks: 40,
        places: vec![
            Place { last: false, stops_from: None, moves: Some(vec![moves_per_quarter; 40]) },
            Place { last: true, stops_from: None, moves: None },
        ],
        links: vec![link],
        fleets: vec![Fleet { mode: Mode::Rail, sets: 99, cycle_hours: 10, pieces: 4, load: 1 }],
        movements: Vec::new(),
        demands: Vec::new(),
        players: Reached::default(),
        nothing: Reached::default(),
        given: Reached::default(),
    }
}

fn with_ship(mut instance: Instance, pieces: i64) -> Instance {
    let ships = vec![Ship { port: 0, berthed: Tick(0), pieces }];
    instance.movements = vec![Movement { until: Tick(39), ships, destinations: vec![(0, 1)] }];
    instance
}

#[test]
fn a_link_lets_as_many_pieces_through_as_it_has_slots() {
    // The quay unloads and loads 40 pieces an hour together 20; the link takes one train of 4 in each of ten hours, the
    // last in time leaving in the tenth. One slot an hour more: 8 pieces an hour, which the quay can do.
    let bound = Bound::of(&with_ship(quay_and_link(1, 10), 100)).unwrap();
    assert_eq!(bound.pieces.at_most, 40);
    let adds: Vec<(Extra, i64)> = bound.pieces.more.iter().map(|more| (more.of, more.adds_milli)).collect();
    assert_eq!(adds, [(Extra::Slot(0), 40_000)]);
}

#[test]
fn whoever_waits_hears_how_far_it_is_and_may_stop_it() {
    let instance = with_ship(quay_and_link(1, 10), 100);
    let mut told = Vec::new();
    let bound = Bound::watched(&instance, &mut |permille| {
        told.push(permille);
        true
    });
    assert_eq!(bound, Bound::of(&instance));
    assert!(told.is_sorted() && told.last().is_some_and(|last| *last <= 1000), "{told:?}");
    assert!(told.len() > 10 && told.iter().any(|permille| (1..500).contains(permille)), "{told:?}");
    assert_eq!(Bound::watched(&instance, &mut |permille| permille < 500), Err(FlowError::Stopped));
}

#[test]
fn a_crane_lifts_every_piece_twice() {
    // 6 moves an hour, two for each piece: 30 pieces in ten hours, though the link could take 400.
    let bound = Bound::of(&with_ship(quay_and_link(10, 0), 100)).unwrap();
    assert_eq!(bound.pieces.at_most, 0);
    let mut instance = with_ship(quay_and_link(10, 0), 100);
    instance.places[0].moves = Some([2, 1, 2, 1].repeat(10));
    let bound = Bound::of(&instance).unwrap();
    assert_eq!(bound.pieces.at_most, 30);
    // One move an hour more: ten moves, five pieces.
    let crane = bound.pieces.more.iter().find(|more| more.of == Extra::Move(0)).unwrap();
    assert!((4_900..=5_600).contains(&crane.adds_milli), "{crane:?}");
}

#[test]
fn sets_leave_once_in_a_cycle() {
    let mut instance = with_ship(quay_and_link(9, 50), 100);
    // Three sets of 4 pieces that are back after five hours: two rounds.
    instance.fleets[0].sets = 3;
    instance.fleets[0].cycle_hours = 5;
    let bound = Bound::of(&instance).unwrap();
    assert_eq!(bound.pieces.at_most, 24);
    let set = bound.pieces.more.iter().find(|more| more.of == Extra::Set(0)).unwrap();
    assert!((7_900..=8_800).contains(&set.adds_milli), "{set:?}");
}

#[test]
fn civil_transports_share_a_link_in_the_hours_that_they_can_wait() {
    let mut instance = quay_and_link(2, 0);
    let demand = Demand {
        mode: Mode::Rail,
        from: 0,
        to: 1,
        load: 1,
        moves: 0,
        patience: 8,
        asked: vec![(Tick(0), 7)],
    };
    instance.demands = vec![demand];
    let bound = Bound::of(&instance).unwrap();
    // Two hours of two slots; one slot an hour more carries two more.
    assert_eq!(bound.departures.at_most, 4);
    let slot = bound.departures.more.first().unwrap();
    assert_eq!(slot.of, Extra::Slot(0));
    assert!((1_900..=2_300).contains(&slot.adds_milli), "{slot:?}");
    assert_eq!(bound.pieces.at_most, 0);
}

/// Two movements that want the same thing: each alone reaches `alone` pieces, so only its price keeps them from both doing so.
fn shared(instance: &Instance, alone: i64) {
    let bound = Bound::of(instance).unwrap();
    assert_eq!(bound.pieces.at_most, alone);
    let mut two = instance.clone();
    two.movements.push(two.movements[0].clone());
    let together = Bound::of(&two).unwrap().pieces.at_most;
    assert!((alone..=alone + alone / 20).contains(&together), "{together} together, {alone} alone");
}

#[test]
fn two_movements_share_a_link_a_quay_and_sets() {
    // The link takes ten trains of 4; the quay does 6 moves an hour, two for each piece; three sets make two rounds.
    shared(&with_ship(quay_and_link(1, 50), 100), 40);
    let mut quay = with_ship(quay_and_link(10, 0), 100);
    quay.places[0].moves = Some([2, 1, 2, 1].repeat(10));
    shared(&quay, 30);
    let mut sets = with_ship(quay_and_link(9, 50), 100);
    (sets.fleets[0].sets, sets.fleets[0].cycle_hours) = (3, 5);
    shared(&sets, 24);
}

#[test]
fn civil_transports_share_the_moves_of_a_terminal() {
    let mut instance = quay_and_link(9, 0);
    // 6 moves an hour, 2 for each departure, and everybody leaves in the first two hours or not at all.
    instance.places[0].moves = Some([2, 1, 2, 1].repeat(10));
    let demand = Demand {
        mode: Mode::Rail,
        from: 0,
        to: 1,
        load: 1,
        moves: 2,
        patience: 8,
        asked: vec![(Tick(0), 20)],
    };
    instance.demands = vec![demand];
    assert_eq!(Bound::of(&instance).unwrap().departures.at_most, 6);
}

#[test]
fn where_everything_gets_through_nothing_more_adds_anything() {
    let bound = Bound::of(&with_ship(quay_and_link(9, 50), 100)).unwrap();
    assert_eq!((bound.pieces.at_most, bound.pieces.more.len()), (100, 0));
}

/// The bound of a search that aims below what was reached, so that nothing but the relaxation keeps it above.
fn blind_bound(instance: &Instance) -> Bound {
    let below = |count: i64| (count - 1).max(0);
    let Reached { pieces, departures } = instance.players;
    let players = Reached { pieces: below(pieces), departures: below(departures) };
    Bound::of(&Instance { players, nothing: Reached::default(), ..instance.clone() }).unwrap()
}

/// A small world with random figures, and a plan with a movement, civil trains and damage.
fn random_world(dice: &mut ChaCha8Rng) -> (Country, Plan) {
    let mut country = tiny::country();
    for edge in country.edges.rows_mut() {
        edge.slots = dice.random_range(1..4);
        edge.window_hours = 1 << dice.random_range(0..3);
        edge.transit_s = dice.random_range(300..9000);
    }
    if let Some(handling) = &mut country.nodes[PORT].handling {
        handling.moves_per_hour = dice.random_range(3..60);
    }
    country.pools[tiny::WAGONS].units = dice.random_range(1..5);
    let fleet = &mut country.fleets[FleetId(0)];
    fleet.cycle = Span(dice.random_range(2..60));
    fleet.pieces = PerKind([dice.random_range(5..30); PieceKind::COUNT]);
    fleet.load = dice.random_range(1..3);
    for _ in 0..dice.random_range(0..3) {
        let mut demand = tiny::trains(dice.random_range(4..60), dice.random_range(0..20));
        demand.patience = Span(dice.random_range(1..40));
        demand.load = dice.random_range(1..3);
        if dice.random_range(0..3) == 0 {
            (demand.from, demand.to, demand.moves) = (ABROAD, PORT, 0);
        }
        country.demands.push(demand);
    }
    let mut plan = tiny::Exercise::new().plan;
    plan.length = Span(dice.random_range(60..240));
    plan.seed = dice.random_range(0..1000);
    let ships = (0..dice.random_range(1..3))
        .map(|_| tiny::ship(PORT, Tick(dice.random_range(0..60)), dice.random_range(10..150)));
    let ships = ships.collect();
    plan.movements = Table::new(vec![tiny::movement(ships, 10, Tick(dice.random_range(40..260)))]);
    for number in 0..dice.random_range(0..4) {
        let target = match dice.random_range(0..5) {
            0 => Target::Terminal(PORT),
            1 => Target::Process(tiny::RAIL, tiny::R1),
            2 => Target::Edge(RAIL_SLOW),
            _ => Target::Edge(EdgeId(dice.random_range(0..3))),
        };
        let loss = tiny::level(dice.random_range(200..=1000));
        let lasts = Span(dice.random_range(1..80));
        let at = Trigger::At(Tick(dice.random_range(0..150)));
        let effects = vec![Effect::Impair { target, kind: DamageKind::Physical, loss, lasts }];
        plan.injects.push(tiny::inject(&format!("I-{number}"), at, effects));
    }
    let search = &mut Search::new(&country);
    let mut routes = Routes::default();
    for demand in country.demands.rows() {
        let od = routes.add(&country, search, demand.mode, demand.from, demand.to);
        routes.of_demand.push(od);
        routes.shift_of_demand.push(None);
    }
    routes.add(&country, search, Mode::Rail, PORT, ABROAD);
    plan.routes = routes;
    plan.derive(&country);
    (country, plan)
}

/// A decision that changes who gets what.
fn random_decision(dice: &mut ChaCha8Rng, plan: &Plan) -> (Actor, Command) {
    let reason = "Zomaar".to_owned();
    let class = if dice.random_range(0..2) == 0 { Class::Military } else { Class::Commercial };
    if dice.random_range(0..5) == 0 {
        let on_hold = dice.random_range(0..2) == 0;
        let order = plan::MovementOrder { on_hold, ..plan.movements[MovementId(0)].order.clone() };
        return (Actor::Role(PLANNER), Command::PlanMovement { movement: MovementId(0), order, reason });
    }
    let mut policy: Policy = tiny::open_policy();
    policy.cap[class] = [NO_CAP, 1, 9][dice.random_range(0..3)];
    policy.day_cap[class] = [NO_CAP, 2, 30][dice.random_range(0..3)];
    let (owner, pool) = if dice.random_range(0..2) == 0 { (PRORAIL, PATHS) } else { (OPERATOR, QUAY) };
    (Actor::Role(owner), Command::SetPolicy { pool, policy, until: None, reason })
}

#[test]
fn no_course_of_events_is_better_than_the_bound() {
    let (mut short, mut tight) = (0, 0);
    for seed in 0..150 {
        let dice = &mut ChaCha8Rng::seed_from_u64(seed);
        let (country, plan) = random_world(dice);
        let mut session = Session::new(Arc::new(country), Arc::new(plan), None);
        while session.head().tick < session.plan().end() {
            let (actor, command) = random_decision(dice, session.plan());
            session.submit(By { actor, seat: 1 }, session.head().tick, command).expect("an owner may");
            session.advance(dice.random_range(1..40)).expect("nothing is recorded");
        }
        let instance = Instance::of(&session);
        let bound = blind_bound(&instance);
        for (best, reached) in [
            (&bound.pieces, [instance.players.pieces, instance.nothing.pieces]),
            (&bound.departures, [instance.players.departures, instance.nothing.departures]),
        ] {
            let reached = reached.into_iter().max().unwrap_or(0);
            assert!(best.at_most >= reached, "seed {seed}: {best:?} below {reached}");
        }
        let aboard: i64 = instance.movements[0].ships.iter().map(|ship| ship.pieces).sum();
        short += i64::from(bound.pieces.at_most < aboard);
        tight += i64::from(bound.pieces.at_most == instance.players.pieces.max(instance.nothing.pieces));
    }
    // The bound says something: often less than everything, and often exactly what was reached.
    assert!(short > 30 && tight > 30, "{short} below everything, {tight} reached");
}

#[test]
fn the_shipped_exercise_stays_below_its_bound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings/eerste-doorvoer.oefening");
    let mut session = Opened::read(&path).unwrap().into_replay(&path).unwrap();
    session.seek(Tick(72));
    let yardstick = Yardstick::of(&session).unwrap();
    let Yardstick { asked, nothing, players, bound } = &yardstick;
    assert!(players.pieces > 0 && players.departures > 1000, "{players:?}");
    assert!(bound.pieces.at_most >= players.pieces.max(nothing.pieces), "{yardstick:?}");
    assert!(bound.departures.at_most >= players.departures.max(nothing.departures), "{yardstick:?}");
    // Less than everything: neither the fleets nor the last quarters of an hour are enough for it.
    assert!(
        bound.pieces.at_most < asked.pieces && bound.departures.at_most < asked.departures,
        "{yardstick:?}"
    );
}

#[test]
fn what_was_booked_before_a_damage_still_runs_after_it() {
    let mut country = tiny::country();
    country.edges[EdgeId(0)].transit_s = 3600;
    let mut demand = tiny::trains(96, 0);
    demand.patience = Span(1);
    country.demands.push(demand);
    let mut plan = tiny::Exercise::new().plan;
    plan.length = Span(14);
    let loses = |edge, permille| Effect::Impair {
        target: Target::Edge(edge),
        kind: DamageKind::Physical,
        loss: tiny::level(permille),
        lasts: Span::hours(9),
    };
    plan.at_start = vec![loses(RAIL_SLOW, 1000)];
    plan.injects.push(tiny::inject("I-1", Trigger::At(Tick(4)), vec![loses(RAIL_2, 500)]));
    let nobody = Effect::Demand { class: Class::Commercial, permille: 0, lasts: Span::hours(9) };
    plan.injects.push(tiny::inject("I-2", Trigger::At(Tick(3)), vec![nobody]));
    let mut routes = Routes::default();
    let od = routes.add(&country, &mut Search::new(&country), Mode::Rail, PORT, ABROAD);
    routes.of_demand.push(od);
    plan.routes = routes;
    plan.derive(&country);
    let mut session = Session::new(Arc::new(country), Arc::new(plan), None);
    session.advance(14).expect("nothing is recorded");
    let instance = Instance::of(&session);
    // Four are asked for in the first hour; two leave, and pass the damage in the second hour, in which one slot is left.
    assert_eq!((instance.asked().departures, instance.players.departures), (4, 2));
    assert_eq!(blind_bound(&instance).departures.at_most, 2);
}

#[test]
fn a_closed_way_lowers_the_bound() {
    let world = |closed: bool| {
        let (mut country, mut plan) = random_world(&mut ChaCha8Rng::seed_from_u64(7));
        country.demands = Table::default();
        plan.injects = Table::default();
        plan.length = Span::hours(24);
        plan.movements[MovementId(0)].due = Tick(90);
        plan.movements[MovementId(0)] = tiny::movement(vec![tiny::ship(PORT, Tick(0), 20)], 10, Tick(90));
        if closed {
            let shut = |edge| Effect::Impair {
                target: Target::Edge(edge),
                kind: DamageKind::Physical,
                loss: tiny::level(1000),
                lasts: Span::hours(30),
            };
            plan.at_start = vec![shut(RAIL_2), shut(RAIL_SLOW)];
        }
        let mut session = Session::new(Arc::new(country), Arc::new(plan), None);
        session.advance(96).expect("nothing is recorded");
        Bound::of(&Instance::of(&session)).unwrap().pieces.at_most
    };
    assert_eq!((world(false), world(true)), (20, 0));
}
