//! What is lent and comes back, what is used up, what must be there before a ship unloads or a departure loads, and what
//! roles ask of each other.

use super::tiny::{
    ABROAD, Exercise, MINISTER, OPERATOR, PATHS, PLANNER, PORT, PRORAIL, R1, RAIL_2, RAIL_SLOW, YARD,
    country, inject, level, movement, open_policy, ship, trains, units,
};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Ask, Command, Correction},
    country::{
        Basis, BasketItem, Class, Country, FleetNeed, Good, Guards, Limited, Mode, PerKind, PieceKind,
        Policy, PolicyLimit, PoolKind, Power, Shift,
    },
    effect::{DamageKind, Effect, Target},
    ids::{DenseId, EdgeId, GoodId, MovementId, PoolId, ProcessId, Table},
    limits::BerthKind,
    num::Level,
    plan::{Arrival, Carrier, MovementOrder, SpecialTrain, Text, Trigger},
    state::{ArrivalPhase, Phase},
    time::{Span, Tick},
};
use expect_test::expect;

const UNIT: MovementId = MovementId(0);
const BERTHS: PoolId = PoolId(3);
const GUARDS: PoolId = PoolId(4);
const MEALS: PoolId = PoolId(5);

/// The fixture with one berth that a civil ship has by contract, ten guards and a stock of meals.
fn harbour() -> Country {
    let mut country = country();
    let mut berths = units("berths", PoolKind::Held, OPERATOR, 2);
    berths.civil[Class::Commercial] = 1;
    berths.default.order = [
        Class::Medical,
        Class::LifeSupport,
        Class::Passenger,
        Class::Commercial,
        Class::Military,
        Class::UrgentMilitary,
    ];
    country.pools.push(berths);
    country.pools.push(units("guards", PoolKind::Held, MINISTER, 10));
    let mut meals = units("meals", PoolKind::Stock, MINISTER, 1_000);
    meals.daily = 480;
    country.pools.push(meals);
    if let Some(handling) = &mut country.nodes[PORT].handling {
        handling.quays[0] = Some(BERTHS);
    }
    country.rules.guards = Some(Guards { pool: GUARDS, units: 6 });
    country.rules.basket = vec![BasketItem { pool: MEALS, per_thousand: 3_000 }];
    country
}

fn divide(pool: PoolId, policy: Policy) -> Command {
    Command::SetPolicy { pool, policy, until: None, reason: "Test".to_owned() }
}

#[test]
fn a_second_ship_waits_for_a_berth_until_the_first_is_empty() {
    let ships = vec![ship(PORT, Tick(4), 100), ship(PORT, Tick(4), 40)];
    let world = Exercise::with(harbour()).movement(movement(ships, 0, Tick(400))).hours(8);
    expect![[r#"
        D+0 01:00 ShipBerthed(MovementId(0), 0) <- Scenario
        D+0 01:00 ArrivalWaits(MovementId(0), 1, PoolId(3)) <- Scenario
              hour 1: pool 3 refuses 1 Military: Units(PoolId(3))
              hour 2: pool 3 refuses 1 Military: Units(PoolId(3))
        D+0 03:15 ShipUnloaded(MovementId(0), 0) <- Routine
        D+0 03:30 ShipBerthed(MovementId(0), 1) <- Scenario
        D+0 05:15 ShipUnloaded(MovementId(0), 1) <- Routine
    "#]]
    .assert_eq(&world.log_of(&["Ship", "Arrival", "pool 3"]));
}

#[test]
fn a_contract_makes_way_when_the_policy_says_so_and_the_ledger_tells() {
    let ships = vec![ship(PORT, Tick(4), 100), ship(PORT, Tick(4), 40)];
    let mut policy = harbour().pools[BERTHS].default.clone();
    policy.order.swap(3, 4);
    let world = Exercise::with(harbour()).movement(movement(ships, 0, Tick(400)));
    let world = world.decide(Actor::Role(OPERATOR), divide(BERTHS, policy)).hours(8);
    expect![[r#"
        D+0 01:00 ShipBerthed(MovementId(0), 0) <- Scenario
        D+0 01:00 ShipBerthed(MovementId(0), 1) <- Scenario
              hour 2: pool 3 refuses 1 Commercial: Units(PoolId(3))
              hour 3: pool 3 refuses 1 Commercial: Units(PoolId(3))
        D+0 03:15 ShipUnloaded(MovementId(0), 0) <- Routine
        D+0 04:15 ShipUnloaded(MovementId(0), 1) <- Routine
    "#]]
    .assert_eq(&world.log_of(&["Ship", "Arrival", "pool 3"]));
}

#[test]
fn guards_stand_while_anything_is_there_and_then_go() {
    let mut world = Exercise::with(harbour()).movement(movement(vec![ship(PORT, Tick(4), 60)], 0, Tick(400)));
    world = world.hours(2);
    assert_eq!(world.state().pools[GUARDS].lent[Class::Military], 6);
    world = world.hours(20);
    assert_eq!(world.state().movements[UNIT].delivered, 60);
    assert_eq!(world.state().pools[GUARDS].lent[Class::Military], 0);
}

#[test]
fn without_guards_nothing_is_unloaded() {
    let mut country = harbour();
    country.pools[GUARDS].units = 5;
    let mut world = Exercise::with(country).movement(movement(vec![ship(PORT, Tick(4), 60)], 0, Tick(400)));
    world = world.hours(6);
    assert_eq!(world.state().movements[UNIT].arrivals[0].phase, ArrivalPhase::Waiting);
    assert_eq!(world.state().pools[BERTHS].lent[Class::Military], 0, "all or nothing");
    let more =
        Command::Correct { correction: Correction::Units(GUARDS, 6), reason: "Versterking".to_owned() };
    world = world.decide(Actor::Lead, more).hours(1);
    assert_eq!(world.state().movements[UNIT].arrivals[0].phase, ArrivalPhase::Unloading);
}

#[test]
fn a_full_quay_stops_the_crane() {
    let mut country = harbour();
    if let Some(handling) = &mut country.nodes[PORT].handling {
        handling.storage = 25;
    }
    let mut plan = movement(vec![ship(PORT, Tick(4), 60)], 0, Tick(400));
    plan.order.on_hold = true;
    let mut world = Exercise::with(country).movement(plan.clone()).hours(6);
    assert_eq!(world.state().movements[UNIT].ports[0].ashore.sum(), 25);
    assert!(world.log().contains("QuayFull"), "{}", world.log());
    let order = MovementOrder { on_hold: false, ..plan.order };
    let go = Command::PlanMovement { movement: UNIT, order, reason: "Ruimte".to_owned() };
    world = world.decide(Actor::Role(PLANNER), go).hours(24);
    assert_eq!(world.state().movements[UNIT].delivered, 60);
}

#[test]
fn troops_eat_what_there_is_and_the_rest_is_refused() {
    let mut country = harbour();
    country.pools[MEALS].daily = 0;
    let mut plan = movement(vec![ship(PORT, Tick(0), 60)], 1_000, Tick(400));
    plan.order.on_hold = true;
    let mut world = Exercise::with(country).movement(plan).hours(24);
    // 3 000 meals a day are asked for, less while pieces are still on board; 1 000 were there.
    let (asked, served) = world.state().totals.basket[0];
    assert_eq!(served, 1_000);
    assert!(asked > 2_500 && asked <= 3_000, "{asked}");
    assert_eq!(u64::from(world.state().pools[MEALS].refused[Class::Military]), asked - served);
}

#[test]
fn a_stock_is_brought_in_by_day_and_never_above_its_size() {
    let mut world = Exercise::with(harbour()).hours(1);
    assert_eq!(world.state().pools[MEALS].units, 1_000);
    let less = Command::Correct { correction: Correction::Units(MEALS, 100), reason: "Brand".to_owned() };
    world = world.decide(Actor::Lead, less).hours(24);
    assert_eq!(world.state().pools[MEALS].units, 580);
}

#[test]
fn pieces_gather_before_they_cross() {
    let mut plan = movement(vec![ship(PORT, Tick(4), 50)], 0, Tick(400));
    plan.order.staging = Some(YARD);
    let mut world = Exercise::with(country()).movement(plan).hours(30);
    expect![[r#"
        D+0 02:30 Departed(1, Movement(MovementId(0), 0), NodeId(0)) <- Scenario
        D+0 03:00 Arrived(1, Movement(MovementId(0), 0), NodeId(1)) <- Scenario
        D+0 03:00 Departed(2, Movement(MovementId(0), 0), NodeId(0)) <- Scenario
        D+0 03:15 Departed(3, Movement(MovementId(0), 0), NodeId(0)) <- Scenario
        D+0 03:30 Arrived(2, Movement(MovementId(0), 0), NodeId(1)) <- Scenario
        D+0 03:45 Arrived(3, Movement(MovementId(0), 0), NodeId(1)) <- Scenario
        D+0 10:30 Departed(4, Movement(MovementId(0), 0), NodeId(1)) <- Scenario
        D+0 11:00 Departed(5, Movement(MovementId(0), 0), NodeId(1)) <- Scenario
        D+0 11:30 Arrived(4, Movement(MovementId(0), 0), NodeId(3)) <- Scenario
        D+0 12:00 Arrived(5, Movement(MovementId(0), 0), NodeId(3)) <- Scenario
        D+0 12:00 Departed(6, Movement(MovementId(0), 0), NodeId(1)) <- Routine
        D+0 13:00 Arrived(6, Movement(MovementId(0), 0), NodeId(3)) <- Routine
        D+0 13:00 MovementCompleted(MovementId(0)) <- Routine
    "#]]
    .assert_eq(&world.log_of(&["Departed", "Arrived", "Completed"]));
    assert_eq!(world.state().movements[UNIT].delivered, 50);
}

#[test]
fn what_a_departure_takes_comes_back_when_it_should() {
    let mut country = harbour();
    country.fleets[doorvoerland::sim::ids::FleetId(0)].needs = vec![
        FleetNeed { pool: GUARDS, units: 4, back: Span::hours(3) },
        FleetNeed { pool: MEALS, units: 10, back: Span(0) },
    ];
    country.rules.guards = None;
    country.rules.basket.clear();
    let mut world = Exercise::with(country).movement(movement(vec![ship(PORT, Tick(0), 60)], 0, Tick(400)));
    world = world.hours(2);
    // Ten guards escort two departures; the third waits until four are back.
    assert_eq!(world.state().pools[GUARDS].lent[Class::Military], 8);
    world = world.hours(24);
    assert_eq!(world.state().movements[UNIT].delivered, 60);
    assert_eq!(world.state().pools[GUARDS].lent[Class::Military], 0);
    assert_eq!(world.state().granted[MEALS].in_all[Class::Military], 30);
    assert!(world.log().contains("pool 4 refuses 1 Military: Units"), "{}", world.log());
}

#[test]
fn a_kind_without_a_carrier_is_refused_and_a_permit_takes_its_time() {
    let mut country = country();
    let fleet = &mut country.fleets[doorvoerland::sim::ids::FleetId(0)];
    fleet.pieces = PerKind([0, 20, 0, 0, 0]);
    fleet.lead = Span::hours(5);
    let plan = movement(vec![ship(PORT, Tick(0), 20)], 0, Tick(400));
    let mut world = Exercise::with(country.clone()).movement(plan.clone()).hours(10);
    let departed = world.log().lines().find(|line| line.contains("Departed")).expect("it left").to_owned();
    assert!(departed.starts_with("D+0 05:30"), "{departed}");
    let mut tracked = plan;
    tracked.arrivals[0].pieces = PerKind([3, 17, 0, 0, 0]);
    let order = tracked.order.clone();
    world = Exercise::with(country).movement(tracked);
    let command = Command::PlanMovement { movement: UNIT, order, reason: "x".to_owned() };
    let refused = world.submit(Actor::Role(PLANNER), command);
    assert_eq!(refused, Err(Refusal::KindStranded(UNIT, PieceKind::Tracked)));
}

#[test]
fn pieces_that_fly_or_drive_in_need_no_berth() {
    let mut country = harbour();
    country.pools[BERTHS].units = 0;
    let mut plan = movement(vec![ship(PORT, Tick(4), 20), ship(YARD, Tick(8), 20)], 0, Tick(400));
    plan.arrivals[0].by = Carrier::Air;
    plan.arrivals[1].by = Carrier::Road;
    let mut world = Exercise::with(country).movement(plan).hours(40);
    assert_eq!(world.state().movements[UNIT].delivered, 40);
}

/// The fixture whose paths put urgent military transport last unless two ministers agree.
fn guarded() -> Country {
    let mut country = country();
    let limit = PolicyLimit {
        what: Limited::Before(Class::UrgentMilitary, Class::Commercial),
        basis: Basis::G4,
        provider: MINISTER,
        with: Some(OPERATOR),
        delay: Span::hours(2),
    };
    country.pools[PATHS].default.order.rotate_left(1);
    country.pools[PATHS].limits.push(limit);
    country
}

#[test]
fn a_basis_needs_everybody_it_names_and_its_delay() {
    let basis = |pool| Command::ProvideBasis { pool, limit: 0, reason: "Nood".to_owned() };
    let mut world = Exercise::with(guarded());
    let urgent = divide(PATHS, open_policy());
    let missing = world.submit(Actor::Role(PRORAIL), urgent.clone());
    assert!(matches!(missing, Err(Refusal::BasisMissing { provider: MINISTER, .. })), "{missing:?}");
    let no_right = world.submit(Actor::Role(PLANNER), basis(PATHS));
    assert_eq!(no_right, Err(Refusal::NotProvider { provider: MINISTER, with: Some(OPERATOR) }));
    world = world.decide(Actor::Role(MINISTER), basis(PATHS));
    assert_eq!(world.submit(Actor::Role(MINISTER), basis(PATHS)), Err(Refusal::DoneAlready));
    let missing = world.submit(Actor::Role(PRORAIL), urgent.clone());
    assert!(matches!(missing, Err(Refusal::BasisMissing { provider: OPERATOR, .. })), "{missing:?}");
    world = world.decide(Actor::Role(OPERATOR), basis(PATHS)).ticks(7);
    let early = world.submit(Actor::Role(PRORAIL), urgent.clone());
    assert!(matches!(early, Err(Refusal::BasisNotYet { from: Tick(8), .. })), "{early:?}");
    world = world.ticks(1);
    assert_eq!(world.submit(Actor::Role(PRORAIL), urgent), Ok(()));
}

#[test]
fn one_asks_the_owner_answers_and_what_was_offered_is_paid() {
    let mut policy = open_policy();
    policy.minimum[Class::Military] = 1;
    let ask = Command::Ask {
        about: Ask::Policy(PATHS, policy.clone(), Some(Tick(40))),
        offer_keur: 250,
        reason: "Schip komt".to_owned(),
    };
    let answer = |agree| Command::Answer { request: 1, agree, reason: "Goed".to_owned() };
    let mut world = Exercise::with(country());
    assert_eq!(world.submit(Actor::Role(PRORAIL), ask.clone()), Err(Refusal::AskedOneself));
    world = world.decide(Actor::Role(PLANNER), ask);
    assert_eq!(world.submit(Actor::Role(PLANNER), answer(true)), Err(Refusal::NotTurn { turn: PRORAIL }));
    world = world.decide(Actor::Role(PRORAIL), answer(true));
    assert_eq!(world.state().pools[PATHS].policy, policy);
    assert_eq!(world.state().pools[PATHS].until, Some(Tick(40)));
    assert_eq!(world.state().totals.paid_keur[PLANNER], 250);
    assert_eq!(world.submit(Actor::Role(PRORAIL), answer(false)), Err(Refusal::Answered));
    world = world.ticks(41);
    assert_eq!(world.state().pools[PATHS].policy, open_policy());
}

#[test]
fn urgent_is_what_both_ministries_say() {
    let mut country = country();
    country.roles[MINISTER].powers.push(Power::DesignateUrgent);
    country.roles[OPERATOR].powers.push(Power::DesignateUrgent);
    let urgent = || Command::DesignateUrgent { movement: UNIT, reason: "Munitie".to_owned() };
    let mut world = Exercise::with(country).movement(movement(vec![ship(PORT, Tick(4), 20)], 0, Tick(99)));
    let refused = world.submit(Actor::Role(PRORAIL), urgent());
    assert_eq!(refused, Err(Refusal::NotDesignator { role: Some(OPERATOR) }));
    world = world.decide(Actor::Role(MINISTER), urgent());
    assert_eq!(world.state().movements[UNIT].class, Class::Military);
    world = world.decide(Actor::Role(OPERATOR), urgent());
    assert_eq!(world.state().movements[UNIT].class, Class::UrgentMilitary);
    world = world.hours(8);
    assert_eq!(world.state().granted[PATHS].in_all[Class::UrgentMilitary], 1);
}

/// An urgent train that is ready at a moment.
fn urgent_train(ready: u32) -> SpecialTrain {
    SpecialTrain {
        code: "x".to_owned(),
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
fn civil_trains_make_way_only_when_no_path_is_left_and_the_policy_allows_it() {
    let busy = |change: &dyn Fn(&mut Policy)| {
        let mut country = country();
        // One train an hour on the first stretch, two on the rest: every path is taken by civil trains.
        country.edges[EdgeId(0)].slots = 4;
        country.edges[EdgeId(1)].slots = 1;
        country.edges[EdgeId(2)].slots = 1;
        country.edges[EdgeId(3)].slots = 1;
        change(&mut country.pools[PATHS].default);
        country.demands.push(trains(90, 0));
        Exercise::with(country).train(urgent_train(22)).hours(14)
    };
    let mut first = busy(&|policy| policy.order = Class::ALL);
    let made_way = first.state().totals.made_way[Class::Commercial];
    assert_eq!(made_way, 1, "{}", first.log_of(&["MadeWay", "Departed"]));
    expect![[r#"
        D+0 05:30 MadeWay(17, Freight(DemandId(0)), NodeId(2)) <- Routine
        D+0 05:30 Departed(21, Special(0), NodeId(0)) <- Routine
        D+0 07:00 Arrived(21, Special(0), NodeId(3)) <- Routine
    "#]]
    .assert_eq(&first.log_of(&["MadeWay", "Departed", "Arrived"]));
    let mut last = busy(&|policy| {
        policy.order = Class::ALL;
        policy.order.rotate_left(1);
    });
    assert_eq!(last.state().totals.made_way[Class::Commercial], 0);
    // Nobody stops for a train that may not go anyway.
    for bound in [
        &(|policy: &mut Policy| policy.day_cap[Class::UrgentMilitary] = 0) as &dyn Fn(&mut Policy),
        &|policy: &mut Policy| policy.cap[Class::UrgentMilitary] = 0,
    ] {
        let mut none = busy(bound);
        assert_eq!(none.state().totals.made_way[Class::Commercial], 0);
        assert!(!none.log_of(&["Departed"]).contains("Special"));
    }
}

/// The stretch behind the yard closes for two hours while an urgent train is before it. The way round is not open to its load, and
/// what goes round has the path behind that stretch when it opens.
#[test]
fn civil_trains_make_way_for_an_urgent_one_that_came_to_stand() {
    let closed = Effect::Impair {
        target: Target::Edge(RAIL_2),
        kind: DamageKind::Digital,
        loss: Level::ONE,
        lasts: Span::hours(2),
    };
    let mut country = country();
    for edge in [RAIL_2, EdgeId(2), RAIL_SLOW] {
        country.edges[edge].slots = 1;
    }
    country.edges[RAIL_SLOW].limits.dangerous_per_day = Some(0);
    country.pools[PATHS].default.order = Class::ALL;
    country.demands.push(trains(90, 0));
    let script = inject("I-01", Trigger::At(Tick(23)), vec![closed]);
    let mut world = Exercise::with(country).train(urgent_train(22)).inject(script).hours(14);
    expect![[r#"
        D+0 05:30 MadeWay(17, Freight(DemandId(0)), NodeId(2)) <- Routine
        D+0 05:30 Departed(21, Special(0), NodeId(0)) <- Routine
        D+0 06:00 Held(21, Special(0), NodeId(1)) <- Damage(0)
        D+0 07:45 MadeWay(25, Freight(DemandId(0)), NodeId(2)) <- Routine
        D+0 07:45 Rerouted(21, Special(0), NodeId(1)) <- Routine
        D+0 08:45 Arrived(21, Special(0), NodeId(3)) <- Routine
    "#]]
    .assert_eq(&world.log_of(&["MadeWay", "Special"]));
    assert_eq!(world.state().totals.made_way[Class::Commercial], 2);
}

#[test]
fn freight_that_waits_goes_by_another_mode() {
    let mut country = country();
    country.edges[EdgeId(0)].mode = Mode::Rail;
    let mut road = country.edges[EdgeId(3)].clone();
    road.code = "road".to_owned();
    road.mode = Mode::Road;
    road.pool = None;
    road.slots = 500;
    country.edges.push(road);
    let mut out = country.edges[EdgeId(2)].clone();
    out.code = "road.out".to_owned();
    out.mode = Mode::Road;
    out.pool = None;
    out.slots = 500;
    country.edges.push(out);
    country.shifts =
        vec![Shift { from: Mode::Rail, to: Mode::Road, after: Span::hours(3), permille: 1000, slots: 40 }];
    country.edges[EdgeId(2)].slots = 1;
    country.demands.push(trains(48, 0));
    let mut world = Exercise::with(country).hours(20);
    assert!(world.log().contains("Shifted"), "{}", world.log());
    let rows = world.state().consignments.active();
    let road: Vec<_> = rows.map(|(_, row)| row).filter(|row| row.mode == Mode::Road).collect();
    assert!(!road.is_empty());
    assert!(road.iter().all(|row| row.load == 40 && row.phase == Phase::Moving), "{road:?}");
    assert_eq!(world.state().totals.given_up[Class::Commercial], 0, "nothing is called off");
}

#[test]
fn a_region_without_deliveries_runs_short_and_recovers() {
    let mut country = country();
    let mut food = trains(24, 0);
    food.to = YARD;
    (food.brings, food.carries_kg) = (Some(GoodId(0)), 1_000);
    country.demands.push(food);
    let mut daily = Table::filled(0, country.regions.len());
    daily[R1] = 24_000;
    let hosp = ProcessId::from_index(2);
    country.goods = Table::new(vec![Good {
        code: "food".to_owned(),
        process: hosp,
        stock_hours: 24,
        low_hours: 12,
        depth: level(1000),
        release: None,
        daily_kg: daily,
    }]);
    let mut world = Exercise::with(country).hours(6);
    assert_eq!(world.permille(hosp, R1), 1000);
    let close = |edge, slots| Command::Correct {
        correction: Correction::Slots(EdgeId(edge), slots),
        reason: "Brug open".to_owned(),
    };
    world = world.decide(Actor::Lead, close(0, 0)).decide(Actor::Lead, close(1, 0)).hours(18);
    let low = world.permille(hosp, R1);
    assert!((400..700).contains(&low), "{low}: about half the store that is low");
    world = world.decide(Actor::Lead, close(0, 9)).hours(48);
    assert_eq!(world.permille(hosp, R1), 1000, "deliveries that waited came after all");
}

#[test]
fn a_ship_takes_a_berth_of_its_kind() {
    let mut country = country();
    country.pools.push(units("ramp", PoolKind::Held, OPERATOR, 0));
    country.pools.push(units("cranes", PoolKind::Held, OPERATOR, 1));
    let [ramp, cranes] = [PoolId(3), PoolId(4)];
    if let Some(handling) = &mut country.nodes[PORT].handling {
        handling.quays[BerthKind::RoRo as usize] = Some(ramp);
        handling.quays[BerthKind::Container as usize] = Some(cranes);
    }
    let boxes = Arrival { berth: BerthKind::Container, ..ship(PORT, Tick(0), 20) };
    let unit = movement(vec![ship(PORT, Tick(0), 20), boxes], 0, Tick(90));
    let mut world = Exercise::with(country).movement(unit).ticks(1);
    let state = world.state();
    let phases: Vec<ArrivalPhase> =
        state.movements.rows()[0].arrivals.iter().map(|ship| ship.phase).collect();
    assert_eq!(phases, [ArrivalPhase::Waiting, ArrivalPhase::Unloading]);
    assert_eq!(state.pools[cranes].lent[Class::Military], 1);
    let mut world = world.hours(3);
    assert_eq!(world.state().pools[cranes].lent[Class::Military], 0);
}
