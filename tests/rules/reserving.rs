//! Reservations: units of a pool kept for one movement, train or demand; who may keep them, and what they count as.

use super::tiny::{
    Exercise, MINISTER, OPERATOR, PATHS, PORT, PRORAIL, QUAY, WAGONS, country, crews, movement, open_policy,
    ship, trains, units,
};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    country::{
        Basis, BasketItem, Class, Country, Holder, Limited, Policy, PolicyLimit, PoolKind, Reservation,
    },
    ids::{DemandId, MovementId, PoolId},
    state::Scope,
    time::{Span, Tick},
};

const FIRST: MovementId = MovementId(0);
const SECOND: MovementId = MovementId(1);

fn divide(pool: PoolId, policy: Policy) -> Command {
    Command::SetPolicy { pool, policy, until: None, reason: "Voorbeeld".to_owned() }
}

fn kept(holder: Holder, class: Class, units: u16) -> Policy {
    Policy { reserved: vec![Reservation { holder, class, units }], ..open_policy() }
}

fn for_demand(number: u32, units: u16) -> Policy {
    kept(Holder::Demand(DemandId(number)), Class::Commercial, units)
}

/// Two equal demands of one class, four departures an hour each, over stretches with two slots an hour.
fn two_alike(moves: u16) -> Country {
    let mut country = country();
    for edge in country.edges.rows_mut() {
        edge.slots = 2;
    }
    country.demands.push(trains(96, moves));
    country.demands.push(trains(96, moves));
    country
}

/// Arrived of each demand.
fn left(world: &mut Exercise) -> [usize; 2] {
    let state = world.state();
    let of = |number| {
        let own = state
            .consignments
            .active()
            .filter(|(_, row)| row.what.holder() == Holder::Demand(DemandId(number)));
        own.filter(|(_, row)| row.path.is_some()).count()
    };
    [of(0), of(1)]
}

#[test]
fn a_slot_that_is_kept_goes_to_its_holder_and_to_nobody_else() {
    let mut alike = Exercise::with(two_alike(0)).hours(2);
    let [first, second] = left(&mut alike);
    assert!(first > 0 && first >= second, "in order of age: {first} and {second}");
    let world = Exercise::with(two_alike(0)).decide(Actor::Role(PRORAIL), divide(PATHS, for_demand(1, 2)));
    let mut world = world.hours(2);
    let [first, second] = left(&mut world);
    assert_eq!(first, 0, "all that there is is kept for the other");
    assert!(second > 0);
    assert!(world.log().contains("KeptFree"), "{}", world.log());
}

#[test]
fn a_slot_that_is_not_kept_is_for_everybody() {
    let world = Exercise::with(two_alike(0)).decide(Actor::Role(PRORAIL), divide(PATHS, for_demand(1, 1)));
    let [first, second] = left(&mut world.hours(2));
    assert!(first > 0 && second > 0, "{first} and {second}");
}

#[test]
fn a_terminal_works_for_the_holder_first() {
    // Forty moves an hour, eighty asked: without a reservation both demands share them by age.
    let done = |policy: Policy| {
        let world = Exercise::with(two_alike(10)).decide(Actor::Role(OPERATOR), divide(QUAY, policy));
        let mut world = world.ticks(7);
        let state = world.state();
        let hour = Scope::Hour(state.tick.hour());
        let waiting = |number| {
            let jobs = state.terminals.rows[PORT].jobs.iter();
            let own = jobs.filter(|job| match job.load {
                doorvoerland::sim::state::Load::Consignment(row) => {
                    state.consignments.rows[row].what.holder() == Holder::Demand(DemandId(number))
                }
                doorvoerland::sim::state::Load::Ship(..) => false,
            });
            own.map(|job| job.moves_left).sum::<u32>()
        };
        (waiting(0), waiting(1), state.reserved.has(QUAY, hour, Holder::Demand(DemandId(1))))
    };
    let (first, second, _) = done(open_policy());
    assert!(first > 0 && second > 0, "{first} and {second}");
    let (first, second, has) = done(for_demand(1, 40));
    assert_eq!(second, 0, "nothing of the holder waits");
    assert_eq!(has, 30, "three quarters of its forty moves");
    assert!(first >= 60, "{first}");
}

/// Two movements that each ask one of the same few sets of wagons.
fn two_units() -> Exercise {
    let mut country = country();
    country.pools[WAGONS].units = 2;
    let unit = || movement(vec![ship(PORT, Tick(0), 400)], 0, Tick(400));
    Exercise::with(country).movement(unit()).movement(unit())
}

#[test]
fn a_set_that_is_kept_waits_for_its_movement() {
    let has = |policy: Policy| {
        let mut world = two_units().decide(Actor::Role(MINISTER), divide(WAGONS, policy));
        let mut most = [0, 0];
        for _ in 0..48 {
            world = world.ticks(1);
            let state = world.state();
            let now =
                [FIRST, SECOND].map(|unit| state.reserved.has(WAGONS, Scope::Lent, Holder::Movement(unit)));
            assert_eq!(now.iter().sum::<u32>(), state.pools[WAGONS].lent[Class::Military]);
            most = [most[0].max(now[0]), most[1].max(now[1])];
        }
        most
    };
    assert_eq!(has(open_policy()), [2, 0], "whose pieces are ashore first has them all");
    assert_eq!(has(kept(Holder::Movement(SECOND), Class::Military, 2)), [0, 2]);
}

#[test]
fn of_a_stock_a_quantity_is_kept_until_it_is_taken() {
    let mut country = country();
    let meals = country.pools.push(units("meals", PoolKind::Stock, MINISTER, 100));
    country.rules.basket = vec![BasketItem { pool: meals, per_thousand: 24_000 }];
    let unit = || {
        let mut row = movement(vec![ship(PORT, Tick(0), 10)], 5, Tick(400));
        row.order.on_hold = true;
        row
    };
    // Five people with twenty-four meals a day each ask five an hour.
    let policy = kept(Holder::Movement(SECOND), Class::Military, 80);
    let world = Exercise::with(country).movement(unit()).movement(unit());
    let mut world = world.decide(Actor::Role(MINISTER), divide(meals, policy)).hours(40);
    let state = world.state();
    let took = [FIRST, SECOND].map(|unit| state.reserved.has(meals, Scope::Taken, Holder::Movement(unit)));
    assert_eq!(state.pools[meals].units, 0);
    assert_eq!(took.iter().sum::<u32>(), 100);
    assert!(took[1] >= 80, "{took:?}");
}

#[test]
fn what_cannot_be_kept_is_refused() {
    let mut country = two_alike(0);
    let pool = crews(&mut country, 3);
    let mut world = Exercise::with(country).movement(movement(vec![ship(PORT, Tick(0), 10)], 0, Tick(400)));
    let wrong = |pool| Err(Refusal::ReservationWrong { pool });
    let mut give = |role, pool, policy| world.submit(Actor::Role(role), divide(pool, policy));
    assert_eq!(give(PRORAIL, PATHS, for_demand(7, 1)), wrong(PATHS), "nobody");
    assert_eq!(give(PRORAIL, PATHS, for_demand(1, 0)), wrong(PATHS), "nothing");
    let other = kept(Holder::Demand(DemandId(1)), Class::LifeSupport, 1);
    assert_eq!(give(PRORAIL, PATHS, other), wrong(PATHS), "not its class");
    let mut twice = for_demand(1, 1);
    twice.reserved.extend(for_demand(1, 1).reserved);
    assert_eq!(give(PRORAIL, PATHS, twice), wrong(PATHS), "twice");
    assert_eq!(
        give(PRORAIL, PATHS, for_demand(1, 3)),
        Err(Refusal::MinimaTooHigh { pool: PATHS, capacity: 2 })
    );
    assert_eq!(give(PRORAIL, pool, kept(Holder::Movement(FIRST), Class::Military, 1)), wrong(pool), "crews");
    assert_eq!(give(PRORAIL, PATHS, for_demand(1, 2)), Ok(()));
}

#[test]
fn what_is_kept_for_claims_of_a_class_counts_in_its_minimum() {
    let mut country = two_alike(0);
    let what = Limited::MinimumAbove(Class::Commercial, 1);
    country.pools[PATHS].limits.push(PolicyLimit {
        what,
        basis: Basis::G4,
        provider: MINISTER,
        with: None,
        delay: Span::hours(6),
    });
    let mut world = Exercise::with(country);
    let mut give = |policy| world.submit(Actor::Role(PRORAIL), divide(PATHS, policy));
    assert_eq!(give(for_demand(1, 1)), Ok(()));
    assert!(matches!(give(for_demand(1, 2)), Err(Refusal::BasisMissing { .. })));
}
