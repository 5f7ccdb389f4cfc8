//! Division of pools: order, minimum, cap, day cap; who may decide, and what the answer is when not.

use super::tiny::{Exercise, MINISTER, OPERATOR, PATHS, PORT, PRORAIL, QUAY, country, open_policy, trains};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    country::{Basis, Class, Country, Limited, Policy, PolicyLimit},
    ids::PoolId,
    state::Phase,
    time::{Span, Tick},
};

fn divide(pool: PoolId, policy: Policy) -> Command {
    Command::SetPolicy { pool, policy, until: None, reason: "Voorbeeld".to_owned() }
}

fn two_kinds(commercial: u32, life: u32, moves: u16) -> Country {
    let mut country = country();
    country.demands.push(trains(commercial, moves));
    let mut food = trains(life, moves);
    food.class = Class::LifeSupport;
    country.demands.push(food);
    country
}

fn served(world: &mut Exercise, pool: PoolId) -> [u32; 2] {
    let granted = world.state().granted[pool].in_all;
    [granted[Class::LifeSupport], granted[Class::Commercial]]
}

#[test]
fn the_first_in_the_order_is_served_first() {
    let mut life_first = Exercise::with(two_kinds(96, 96, 0)).hours(48);
    let mut turned = open_policy();
    turned.order.swap(2, 5);
    let mut commercial_first =
        Exercise::with(two_kinds(96, 96, 0)).decide(Actor::Role(PRORAIL), divide(PATHS, turned)).hours(48);
    let [life, commercial] = served(&mut life_first, PATHS);
    assert!(life > 2 * commercial, "{life} against {commercial}");
    let [life, commercial] = served(&mut commercial_first, PATHS);
    assert!(commercial > 2 * life, "{life} against {commercial}");
}

#[test]
fn a_minimum_is_kept_free_and_a_cap_is_kept() {
    let mut policy = open_policy();
    policy.minimum[Class::Commercial] = 1;
    let mut world =
        Exercise::with(two_kinds(96, 96, 0)).decide(Actor::Role(PRORAIL), divide(PATHS, policy)).hours(48);
    let [_, commercial] = served(&mut world, PATHS);
    assert!(commercial >= 40, "one an hour is kept for it: {commercial}");
    let mut policy = open_policy();
    policy.day_cap[Class::Commercial] = 3;
    let mut world =
        Exercise::with(two_kinds(96, 0, 0)).decide(Actor::Role(PRORAIL), divide(PATHS, policy)).hours(48);
    assert_eq!(served(&mut world, PATHS), [0, 6]);
}

#[test]
fn a_day_ends_at_midnight_whenever_the_exercise_started() {
    let mut policy = open_policy();
    policy.day_cap[Class::Commercial] = 3;
    // From a quarter past six in the evening: midnight is no start of an hour of the exercise.
    let mut world = Exercise::with(two_kinds(96, 0, 0));
    world.plan.start.quarter = 73;
    let mut world = world.decide(Actor::Role(PRORAIL), divide(PATHS, policy)).ticks(23);
    assert_eq!(served(&mut world, PATHS), [0, 3]);
    let mut world = world.hours(24);
    assert_eq!(served(&mut world, PATHS), [0, 6]);
}

#[test]
fn a_new_policy_serves_waiting_claims_at_once() {
    let mut none = open_policy();
    none.day_cap[Class::Commercial] = 0;
    let mut world =
        Exercise::with(two_kinds(24, 0, 0)).decide(Actor::Role(PRORAIL), divide(PATHS, none)).ticks(9);
    let waiting = |world: &mut Exercise| {
        world.state().consignments.active().filter(|(_, row)| row.phase == Phase::Waiting).count()
    };
    assert_eq!(waiting(&mut world), 2);
    let mut world = world.decide(Actor::Role(PRORAIL), divide(PATHS, open_policy())).ticks(1);
    assert_eq!(waiting(&mut world), 0);
}

#[test]
fn handling_goes_in_the_policys_order_and_leaves_nothing_idle() {
    let mut policy = open_policy();
    policy.minimum[Class::Commercial] = 10;
    policy.cap[Class::LifeSupport] = 25;
    let mut world =
        Exercise::with(two_kinds(96, 96, 10)).decide(Actor::Role(OPERATOR), divide(QUAY, policy)).hours(24);
    let [life, commercial] = served(&mut world, QUAY);
    assert_eq!(life + commercial, 24 * 40, "forty moves an hour, all of them done");
    assert!(life <= 24 * 25, "{life}");
    assert!(commercial >= 24 * 15, "{commercial}");
    assert!(world.state().terminals.queued_moves(PORT) > 0);
}

#[test]
fn only_the_owner_divides_and_the_refusal_names_who_can() {
    let mut world = Exercise::new();
    let refused = world.submit(Actor::Role(MINISTER), divide(PATHS, open_policy()));
    assert_eq!(refused, Err(Refusal::NotOwner { pool: PATHS, owner: PRORAIL }));
    assert_eq!(
        world.submit(Actor::Lead, divide(PATHS, open_policy())),
        Err(Refusal::NotOwner { pool: PATHS, owner: PRORAIL })
    );
}

#[test]
fn what_needs_a_further_basis_is_refused_with_basis_provider_and_delay() {
    let mut country = country();
    let what = Limited::DayCapAbove(Class::Military, 2);
    let limit = PolicyLimit { what, basis: Basis::G4, provider: MINISTER, with: None, delay: Span::hours(6) };
    country.pools[PATHS].default.day_cap[Class::Military] = 1;
    country.pools[PATHS].limits.push(limit);
    let mut world = Exercise::with(country);
    let mut policy = open_policy();
    policy.day_cap[Class::Military] = 2;
    assert_eq!(world.submit(Actor::Role(PRORAIL), divide(PATHS, policy.clone())), Ok(()));
    policy.day_cap[Class::Military] = 3;
    let expected = Refusal::BasisMissing {
        pool: PATHS,
        what,
        basis: Basis::G4,
        limit: 0,
        provider: MINISTER,
        delay: Span::hours(6),
    };
    assert_eq!(world.submit(Actor::Role(PRORAIL), divide(PATHS, policy)), Err(expected));
}

#[test]
fn impossible_policies_are_refused() {
    let mut world = Exercise::new();
    let mut twice = open_policy();
    twice.order[0] = Class::Commercial;
    assert_eq!(world.submit(Actor::Role(PRORAIL), divide(PATHS, twice)), Err(Refusal::OrderIncomplete));
    let mut much = open_policy();
    much.minimum[Class::Military] = 2;
    assert_eq!(
        world.submit(Actor::Role(PRORAIL), divide(PATHS, much)),
        Err(Refusal::MinimaTooHigh { pool: PATHS, capacity: 1 })
    );
    let silent =
        Command::SetPolicy { pool: PATHS, policy: open_policy(), until: None, reason: "  ".to_owned() };
    assert_eq!(world.submit(Actor::Role(PRORAIL), silent), Err(Refusal::ReasonMissing));
}

#[test]
fn a_policy_for_later_waits_and_one_with_an_end_falls_back() {
    let mut policy = open_policy();
    policy.day_cap[Class::Commercial] = 0;
    let command = Command::SetPolicy {
        pool: PATHS,
        policy: policy.clone(),
        until: Some(Tick(24)),
        reason: "Nacht".to_owned(),
    };
    let mut world = Exercise::new();
    world.submit_for(Actor::Role(PRORAIL), Tick(12), command).expect("accepted");
    let mut world = world.ticks(12);
    assert_ne!(world.state().pools[PATHS].policy, policy, "not before its moment");
    let mut world = world.ticks(1);
    assert_eq!(world.state().pools[PATHS].policy, policy);
    let mut world = world.ticks(12);
    assert_eq!(world.state().pools[PATHS].policy, open_policy());
    let past = Command::SetPolicy { pool: PATHS, policy, until: None, reason: "Te laat".to_owned() };
    assert_eq!(
        world.submit_for(Actor::Role(PRORAIL), Tick(3), past),
        Err(Refusal::InThePast { now: Tick(25), effective: Tick(3) })
    );
}
