//! What must hold whatever happens: random networks, demands, policies, movements and damage on the fixture, tick by tick.

use super::tiny::{
    ABROAD, Exercise, MINISTER, OPERATOR, PATHS, PLANNER, PORT, PRORAIL, QUAY, RAIL_2, RAIL_SLOW, WAGONS,
    YARD, country, inject, level, movement, open_policy, ship, trains, units,
};
use doorvoerland::sim::{
    cause::Cause,
    check::check,
    command::{Actor, Ask, By, Command, Record},
    country::{
        BasketItem, Class, Country, FleetNeed, Guards, Holder, NO_CAP, PerClass, Policy, Pool, PoolKind,
        Reservation,
    },
    effect::{DamageKind, Effect, Target},
    event::{Binding, Claim, Event, Sink},
    ids::{DemandId, EdgeId, FleetId, MovementId, PoolId, RoleId, Table},
    plan::{Plan, Trigger},
    state::{Answer, ArrivalPhase, Phase, Scope, State, What},
    step,
    time::{Span, Tick},
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// Worlds tried; each runs for two days.
const WORLDS: u64 = 1_000;
const UNIT: MovementId = MovementId(0);
// Pools beside those of the fixture.
const CREW: PoolId = PoolId(3);
const GUARDS: PoolId = PoolId(4);
const BERTHS: PoolId = PoolId(5);
const BEDS: PoolId = PoolId(6);
const MEALS: PoolId = PoolId(7);

/// Everything the sink hears.
#[derive(Default)]
struct Heard {
    granted: BTreeMap<(PoolId, Class), u32>,
    refused: BTreeMap<(PoolId, Class), u32>,
    used: BTreeMap<(PoolId, Class), u32>,
    /// Refusals of this tick with what bound them.
    bound: Vec<(PoolId, Class, Binding)>,
    departed: Vec<u32>,
    /// Refusals that were looked at while a policy kept a minimum.
    under_minimum: usize,
    /// Windows with a reservation in which others booked.
    under_reservation: usize,
}

impl Sink for Heard {
    fn event(&mut self, _: Tick, event: Event, _: Cause) {
        if let Event::Departed(serial, ..) = event {
            self.departed.push(serial);
        }
    }
    fn claim(&mut self, pool: PoolId, class: Class, claim: Claim) {
        match claim {
            Claim::Granted(_, units) => *self.granted.entry((pool, class)).or_default() += units,
            Claim::Refused(_, units, binding) => {
                *self.refused.entry((pool, class)).or_default() += units;
                self.bound.push((pool, class, binding));
            }
        }
    }
    fn used(&mut self, pool: PoolId, class: Class, _: u32, units: u32) {
        *self.used.entry((pool, class)).or_default() += units;
    }
}

fn random_class(dice: &mut ChaCha8Rng) -> Class {
    Class::ALL[dice.random_range(0..Class::COUNT)]
}

fn random_policy(dice: &mut ChaCha8Rng, most: u16) -> Policy {
    let mut policy = open_policy();
    for place in 0..Class::COUNT {
        policy.order.swap(place, dice.random_range(0..Class::COUNT));
    }
    let class = random_class(dice);
    policy.minimum[class] = dice.random_range(0..=most.min(2));
    let class = random_class(dice);
    policy.cap[class] = [NO_CAP, 2, 5][dice.random_range(0..3)];
    policy.cap[class] = policy.cap[class].max(policy.minimum[class]);
    policy.day_cap[random_class(dice)] = [NO_CAP, NO_CAP, 3][dice.random_range(0..3)];
    if dice.random_range(0..3) == 0 {
        let holder = Holder::Movement(UNIT);
        policy.reserved.push(Reservation { holder, class: Class::Military, units: 1 });
    }
    policy
}

fn random_country(dice: &mut ChaCha8Rng) -> Country {
    let mut country = country();
    for edge in country.edges.rows_mut() {
        edge.slots = dice.random_range(1..5);
        edge.window_hours = 1 << dice.random_range(0..3);
        edge.transit_s = dice.random_range(300..9_000);
        if dice.random_range(0..4) == 0 {
            edge.pool = None;
        }
    }
    if let Some(handling) = &mut country.nodes[PORT].handling {
        handling.moves_per_hour = dice.random_range(3..60);
        handling.storage = dice.random_range(20..200);
    }
    country.pools[PATHS].default = random_policy(dice, 1);
    country.pools[QUAY].default = random_policy(dice, 3);
    country.pools[WAGONS].units = dice.random_range(1..5);
    country.pools.push(units("crews", PoolKind::Held, PRORAIL, dice.random_range(2..6)));
    country.pools.push(units("guards", PoolKind::Held, PLANNER, dice.random_range(5..12)));
    country.pools.push(units("berths", PoolKind::Held, OPERATOR, dice.random_range(1..3)));
    country.pools.push(units("beds", PoolKind::Held, MINISTER, dice.random_range(0..60)));
    let meals = Pool { daily: dice.random_range(0..400), ..units("meals", PoolKind::Stock, MINISTER, 500) };
    country.pools.push(meals);
    if let Some(handling) = &mut country.nodes[PORT].handling {
        handling.quays[0] = Some(BERTHS);
    }
    country.rules.guards = Some(Guards { pool: GUARDS, units: 5 });
    country.rules.basket =
        vec![BasketItem { pool: BEDS, per_thousand: 150 }, BasketItem { pool: MEALS, per_thousand: 3000 }];
    let back = Span(dice.random_range(1..20));
    country.fleets[FleetId(0)].needs = vec![FleetNeed { pool: CREW, units: 2, back }];
    country.fleets[FleetId(0)].cycle = Span(dice.random_range(2..40));
    country.fleets[FleetId(0)].load = dice.random_range(1..3);
    for _ in 0..dice.random_range(1..4) {
        let mut demand = trains(dice.random_range(4..80), dice.random_range(0..20));
        demand.class = random_class(dice);
        demand.patience = Span(dice.random_range(1..60));
        demand.load = dice.random_range(1..3);
        if dice.random_range(0..3) == 0 {
            (demand.from, demand.to, demand.moves) = (ABROAD, PORT, 0);
        }
        country.demands.push(demand);
    }
    for pool in [PATHS, QUAY] {
        if dice.random_range(0..2) == 0 {
            let (holder, class) = (Holder::Demand(DemandId(0)), country.demands[DemandId(0)].class);
            country.pools[pool].default.reserved.push(Reservation { holder, class, units: 1 });
        }
    }
    country
}

fn random_exercise(dice: &mut ChaCha8Rng) -> Exercise {
    let ships = (0..dice.random_range(1..3))
        .map(|_| ship(PORT, Tick(dice.random_range(0..90)), dice.random_range(5..120)))
        .collect();
    let mut unit = movement(ships, 300, Tick(dice.random_range(60..190)));
    unit.order.staging = (dice.random_range(0..3) == 0).then_some(YARD);
    let mut exercise = Exercise::with(random_country(dice)).movement(unit);
    for _ in 0..dice.random_range(0..3) {
        let target = match dice.random_range(0..4) {
            0 => Target::Terminal(PORT),
            1 => Target::Edge(RAIL_SLOW),
            2 => Target::Edge(RAIL_2),
            _ => Target::Edge(EdgeId(dice.random_range(0..3))),
        };
        let loss = level(dice.random_range(300..=1000));
        let lasts = Span(dice.random_range(1..60));
        let effect = Effect::Impair { target, kind: DamageKind::Physical, loss, lasts };
        let at = Trigger::At(Tick(dice.random_range(0..150)));
        exercise = exercise.inject(inject(&format!("I-{}", lasts.0), at, vec![effect]));
    }
    exercise
}

/// Pieces are aboard, on land, on a transport or across: nothing is lost or made.
fn pieces_are_kept(state: &State, seed: u64) {
    let row = &state.movements[UNIT];
    let aboard: u32 = row.arrivals.iter().map(|ship| ship.aboard.sum()).sum();
    let ashore: u32 = row.ports.iter().map(|port| port.ashore.sum()).sum();
    let own = state.consignments.active().filter(|(_, row)| matches!(row.what, What::Movement(..)));
    let rolling: u32 = own.map(|(_, row)| u32::from(row.units)).sum();
    assert_eq!(aboard + ashore + rolling + row.delivered, row.pieces, "seed {seed} at {}", state.tick);
}

/// Units of a held pool that its holders have: loading or waiting, coming back, guarding, sleeping, at the quay.
fn held(state: &State, pool: PoolId) -> u32 {
    let row = &state.movements[UNIT];
    let standing = state.consignments.active().filter(|(_, row)| {
        matches!(row.what, What::Movement(..)) && matches!(row.phase, Phase::Loading | Phase::Waiting)
    });
    let standing = standing.count() as u32;
    let back = state.returns.iter().filter(|row| row.pool == pool).map(|row| u32::from(row.units));
    let by_holder = match pool {
        WAGONS => standing,
        CREW => 2 * standing,
        GUARDS => row.ports.iter().map(|port| u32::from(port.guards)).sum(),
        BERTHS => row.arrivals.iter().filter(|ship| ship.phase == ArrivalPhase::Unloading).count() as u32,
        BEDS => row.held[0],
        _ => 0,
    };
    by_holder + back.sum::<u32>()
}

/// Every unit of a held pool is free or with a holder, and a stock is what it was, and what came, less what was used.
fn units_are_kept(country: &Country, before: &State, state: &State, heard: &Heard, seed: u64) {
    for (pool, info) in country.pools.iter() {
        let row = &state.pools[pool];
        let lent: u32 = row.lent.0.iter().sum();
        if info.kind == PoolKind::Held {
            assert!(lent <= row.units, "seed {seed} at {}: {}", state.tick, info.code);
            assert_eq!(lent, held(state, pool), "seed {seed} at {}: {}", state.tick, info.code);
        }
        if info.kind == PoolKind::Stock {
            let used: u32 = Class::ALL.iter().filter_map(|class| heard.used.get(&(pool, *class))).sum();
            let hour = before.tick.hour() % 24;
            let share = |hour: u32| info.daily * hour / 24;
            let came = if before.tick.starts_hour() { share(hour + 1) - share(hour) } else { 0 };
            let was = before.pools[pool].units;
            assert_eq!(row.units + used, (was + came).min(info.units.max(was)), "seed {seed}: {}", info.code);
        }
    }
}

/// What is booked is the sum of the classes, and what was booked this tick fits the capacity.
fn slots_are_kept(country: &Country, before: &State, state: &State, seed: u64) -> usize {
    let mut kept = 0;
    for edge in country.edges.ids() {
        for link in edge.links() {
            for hour in state.tick.hour()..state.tick.hour() + 50 {
                let of = |state: &State, hour| -> u32 {
                    let booked: PerClass<u16> = state.booked(country, link, hour);
                    booked.0.iter().map(|slots| u32::from(*slots)).sum()
                };
                let row = state.network.row(link, country.edges[edge].window_hours, hour);
                let now = of(state, hour);
                let capacity = u32::from(state.network.capacity[edge]);
                assert_eq!(
                    now,
                    u32::from(state.network.booked.taken(row)),
                    "seed {seed}: the sum of a window"
                );
                let more = now > of(before, hour);
                assert!(!more || now <= capacity, "seed {seed}: {link} in hour {hour}: {now} of {capacity}");
                let Some(pool) = country.edges[edge].pool else { continue };
                kept += reservations_are_kept(before, state, (pool, row), capacity, seed);
            }
        }
    }
    kept
}

/// Where others than the holders of reservations booked, what is kept for the holders is still free. Says whether it was looked at.
fn reservations_are_kept(
    before: &State,
    state: &State,
    (pool, row): (PoolId, usize),
    capacity: u32,
    seed: u64,
) -> usize {
    let policy = &state.pools[pool].policy;
    if policy.reserved.is_empty() || *policy != before.pools[pool].policy {
        return 0;
    }
    let scope = Scope::Window(row as u32);
    let others = |state: &State| {
        let has = policy.reserved.iter().map(|held| state.reserved.has(pool, scope, held.holder));
        u32::from(state.network.booked.taken(row)) - has.sum::<u32>()
    };
    if others(state) <= others(before) {
        return 0;
    }
    let unmet: u32 =
        Class::ALL.iter().map(|class| state.reserved.unmet(policy, (pool, scope), *class, None)).sum();
    let taken = u32::from(state.network.booked.taken(row));
    assert!(taken + unmet <= capacity, "seed {seed} at {}: {taken} and {unmet} of {capacity}", state.tick);
    1
}

/// In one look nobody of a lower class gets a slot of the window that binds a higher one, unless it is within its minimum.
fn order_is_kept(country: &Country, before: &State, state: &State, heard: &Heard, seed: u64) -> usize {
    let mut looked_at = 0;
    for (pool, class, binding) in &heard.bound {
        let (Binding::Slots(link, hour) | Binding::KeptFree(link, hour)) = *binding else { continue };
        // Commands that waited and policies that ended took effect first in the tick.
        let policy = &state.pools[*pool].policy;
        let (was, now) = (before.booked(country, link, hour), state.booked(country, link, hour));
        for other in Class::ALL.into_iter().filter(|other| policy.rank(*other) > policy.rank(*class)) {
            let own = policy.reserved.iter().filter(|row| row.class == other);
            let own: u16 = own.map(|row| row.units).sum();
            assert!(
                now[other] <= was[other].max(policy.minimum[other]).max(was[other] + own),
                "seed {seed} at {}: {other:?} got {link} in hour {hour}, {class:?} did not",
                before.tick
            );
        }
        looked_at += usize::from(policy.minimum.0.iter().any(|minimum| *minimum > 0));
    }
    looked_at
}

/// A request, or a move in an open one by one of the two, in turn or not.
fn bargain(dice: &mut ChaCha8Rng, state: &State) -> (RoleId, Command) {
    let reason = "x".to_owned();
    let offer_keur = dice.random_range(0..500);
    let pool = [PATHS, QUAY][dice.random_range(0..2)];
    let open: Vec<_> = state.requests.iter().filter(|row| row.answer.is_none()).collect();
    let terms = |pool, dice: &mut ChaCha8Rng| {
        let until = state.tick.after(Span(dice.random_range(0..90)));
        Ask::Policy(pool, random_policy(dice, 1), Some(until))
    };
    let Some(row) = open.last().filter(|_| !state.tick.0.is_multiple_of(3)) else {
        return (
            [MINISTER, PLANNER][state.tick.0 as usize % 2],
            Command::Ask { about: terms(pool, dice), offer_keur, reason },
        );
    };
    let Ask::Policy(asked, ..) = row.about else { panic!("only policies are asked for here") };
    let about = terms(if dice.random_range(0..9) == 0 { pool } else { asked }, dice);
    let who = [row.turn, row.turn, row.turn, row.from, row.to][dice.random_range(0..5)];
    let request = row.serial;
    match dice.random_range(0..5) {
        0..3 => (who, Command::Counter { request, about, offer_keur, reason }),
        kind => (who, Command::Answer { request, agree: kind == 3, reason }),
    }
}

fn give(
    country: &Country,
    plan: &Plan,
    state: &mut State,
    heard: &mut Heard,
    (role, effective, command): (RoleId, Tick, Command),
) {
    let record = Record {
        seq: state.applied + 1,
        submitted: state.tick,
        effective,
        seen: state.tick,
        by: By { actor: Actor::Role(role), seat: 0 },
        command,
    };
    if check(country, plan, state, &record).is_ok() {
        step::settle(country, plan, state, &[record], heard);
    }
}

/// Every request has terms of the two in turn, is open no longer than it may be, and is paid for once when it was agreed to.
fn requests_are_kept(country: &Country, state: &State, seed: u64) {
    let mut paid = Table::filled(0_u64, country.roles.len());
    for row in &state.requests {
        assert!(row.terms.is_sorted() && row.terms.first() == Some(&row.serial), "seed {seed}: {row:?}");
        let turn = if row.terms.len() % 2 == 1 { row.to } else { row.from };
        assert_eq!(row.turn, turn, "seed {seed}: {row:?}");
        match row.answer {
            None => assert!(state.tick <= row.lapses(&country.rules), "seed {seed}: {row:?}"),
            Some(Answer::Agreed(_)) => paid[row.from] += u64::from(row.offer_keur),
            Some(Answer::Declined(_) | Answer::Withdrawn(_)) => {}
            Some(Answer::Lapsed(at)) => {
                assert_eq!(at, row.lapses(&country.rules), "seed {seed}: {row:?}");
            }
        }
    }
    assert_eq!(paid, state.totals.paid_keur, "seed {seed} at {}", state.tick);
}

fn run(country: &Country, plan: &Plan, seed: u64, dice: &mut ChaCha8Rng) -> (State, Heard) {
    let mut state = State::new(country, plan);
    let mut all = Heard::default();
    while state.tick < Tick(192) {
        let before = state.clone();
        let mut heard = Heard::default();
        if dice.random_range(0..8) == 0 {
            let (role, command) = bargain(dice, &state);
            let effective = state.tick.after(Span([0, 0, 5][dice.random_range(0..3)]));
            give(country, plan, &mut state, &mut heard, (role, effective, command));
        }
        if dice.random_range(0..24) == 0 {
            let policy = random_policy(dice, 1);
            let (pool, owner): (PoolId, RoleId) =
                if dice.random_range(0..2) == 0 { (PATHS, PRORAIL) } else { (QUAY, OPERATOR) };
            let command = Command::SetPolicy { pool, policy, until: None, reason: "x".to_owned() };
            let now = state.tick;
            give(country, plan, &mut state, &mut heard, (owner, now, command));
        }
        let divided = state.clone();
        step::tick(country, plan, &mut state, &mut heard);
        pieces_are_kept(&state, seed);
        units_are_kept(country, &divided, &state, &heard, seed);
        all.under_reservation += slots_are_kept(country, &before, &state, seed);
        requests_are_kept(country, &state, seed);
        all.under_minimum += order_is_kept(country, &divided, &state, &heard, seed);
        for (key, units) in heard.granted {
            *all.granted.entry(key).or_default() += units;
        }
        for (key, units) in heard.refused {
            *all.refused.entry(key).or_default() += units;
        }
        for (key, units) in heard.used {
            *all.used.entry(key).or_default() += units;
        }
    }
    (state, all)
}

#[test]
fn nothing_is_made_or_lost_and_nobody_jumps_the_queue() {
    let (mut delivered, mut refused, mut under_minimum, mut under_reservation) = (0, 0, 0, 0);
    let (mut agreed, mut countered, mut lapsed) = (0, 0, 0);
    for seed in 0..WORLDS {
        let dice = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut exercise = random_exercise(dice);
        exercise.state();
        let again = dice.clone();
        let (state, heard) = run(&exercise.country, &exercise.plan, seed, dice);
        // The ledger and the state say the same.
        for (pool, row) in state.pools.iter() {
            for class in Class::ALL {
                let of =
                    |sums: &BTreeMap<(PoolId, Class), u32>| sums.get(&(pool, class)).copied().unwrap_or(0);
                assert_eq!(
                    of(&heard.granted),
                    state.granted[pool].in_all[class],
                    "seed {seed}: {pool} {class:?}"
                );
                assert_eq!(of(&heard.refused), row.refused[class], "seed {seed}: {pool} {class:?}");
                let held = exercise.country.pools[pool].kind == PoolKind::Held;
                assert!(
                    held || of(&heard.used) <= state.granted[pool].in_all[class],
                    "seed {seed}: {pool} {class:?}"
                );
            }
        }
        for row in &state.requests {
            let several = row.terms.len() > 1;
            agreed += u32::from(several && matches!(row.answer, Some(Answer::Agreed(_))));
            lapsed += u32::from(matches!(row.answer, Some(Answer::Lapsed(_))));
            countered += row.terms.len() - 1;
        }
        delivered += state.movements[UNIT].delivered;
        refused += heard.refused.values().sum::<u32>();
        under_minimum += heard.under_minimum;
        under_reservation += heard.under_reservation;
        if seed % 20 == 0 {
            let (twin, _) = run(&exercise.country, &exercise.plan, seed, &mut again.clone());
            assert_eq!(doorvoerland::sim::digest::digest(&twin), doorvoerland::sim::digest::digest(&state));
        }
    }
    assert!(delivered > 10_000 && refused > 10_000, "{delivered} pieces, {refused} refusals");
    assert!(under_minimum > 10_000, "{under_minimum} refusals beside a minimum");
    assert!(under_reservation > 10_000, "{under_reservation} windows in which something was kept");
    let many = agreed > 100 && countered > 500 && lapsed > 100;
    assert!(many, "{agreed} agreed after {countered} counter-offers, {lapsed} lapsed");
}
