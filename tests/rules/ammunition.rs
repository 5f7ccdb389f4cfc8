//! Ammunition trains that stand still: who knows and when, who comes, who keeps them off the track, and on which basis.

use super::tiny::{
    ABROAD, EL, Exercise, MINISTER, OPERATOR, PORT, PRORAIL, R1, RAIL_2, RAIL_SLOW, country, inject, level,
    movement, ship, units,
};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    country::{Basis, Class, Country, Guards, Limited, NO_CAP, PolicyLimit, Pool, PoolKind, Standstill},
    effect::{DamageKind, Effect, Target},
    event::Binding,
    ids::PoolId,
    plan::{Inject, SpecialTrain, Text, Trigger},
    query,
    state::ArrivalPhase,
    time::{Span, Tick},
};

const POLICE: PoolId = PoolId(3);
const SOLDIERS: PoolId = PoolId(4);

/// A pool whose owner may not help a class without assistance being granted, which takes two hours.
fn barred(mut pool: Pool, class: Class) -> Pool {
    pool.default.cap[class] = 0;
    pool.limits = vec![PolicyLimit {
        what: Limited::CapAbove(class, 0),
        basis: Basis::G2,
        provider: MINISTER,
        with: None,
        delay: Span::hours(2),
    }];
    pool
}

/// No safe siding; two pools of guards that back each other only with assistance.
fn guarded(police: u32, soldiers: u32) -> Country {
    let mut country = country();
    for node in country.nodes.rows_mut() {
        node.safe_haven = false;
    }
    country.edges[RAIL_SLOW].slots = 0;
    let police = barred(units("police", PoolKind::Held, PRORAIL, police), Class::Military);
    let soldiers = barred(units("soldiers", PoolKind::Held, OPERATOR, soldiers), Class::LifeSupport);
    country.pools.push(Pool { backed_by: Some(SOLDIERS), ..police });
    country.pools.push(Pool { backed_by: Some(POLICE), ..soldiers });
    country.rules.standstill = Some(Standstill {
        told: vec![(PRORAIL, Span(0)), (MINISTER, Span(2)), (OPERATOR, Span(4))],
        distance_m: vec![(20, 200), (40, 300)],
        people_km2: 1000,
        publicity_permille: 500,
        crowd_per_hour: 100,
        crowd_most: 100,
        crowd_per_guard: 10,
        guards: POLICE,
    });
    country
}

fn train() -> SpecialTrain {
    SpecialTrain {
        code: "ammo".to_owned(),
        name: Text::default(),
        class: Class::Military,
        ammunition: true,
        from: PORT,
        to: ABROAD,
        ready: Tick(2),
        pieces: 30,
    }
}

/// The line behind the yard is closed from 00:45 for some hours; the train stands there from 01:00.
fn shut(hours: u32) -> Inject {
    let (target, lasts) = (Target::Edge(RAIL_2), Span::hours(hours));
    let effect = Effect::Impair { target, kind: DamageKind::Human, loss: level(1000), lasts };
    inject("shut", Trigger::At(Tick(3)), vec![effect])
}

fn dark(hours: u32) -> Inject {
    let (target, lasts) = (Target::Process(EL, R1), Span::hours(hours));
    let effect = Effect::Impair { target, kind: DamageKind::Physical, loss: level(1000), lasts };
    inject("dark", Trigger::At(Tick(4)), vec![effect])
}

#[test]
fn it_is_recorded_who_knew_and_when() {
    let mut world = Exercise::with(guarded(50, 50)).train(train()).inject(shut(2)).hours(4);
    let alarm = world.state().alarms[0].clone();
    let knew = [(PRORAIL, Some(Tick(4))), (MINISTER, Some(Tick(6))), (OPERATOR, Some(Tick(8)))];
    assert_eq!((alarm.since, alarm.told), (Tick(4), knew.to_vec()));
    // Thirty pieces: 300 m, and 3 x 1000 x 0.09 people.
    assert_eq!((alarm.distance_m, alarm.people, alarm.ended), (300, 270, Some(Tick(11))));
    assert!(
        world.log().contains("AmmunitionDanger { serial: 1, at: NodeId(1), distance_m: 300, people: 270 }")
    );
    assert!(
        world.log().contains("D+0 01:30 AmmunitionTold(1, NodeId(1), RoleId(2)) <- Damage(0)"),
        "{}",
        world.log()
    );
}

#[test]
fn nobody_but_the_network_managers_knows_while_no_word_gets_out() {
    let mut world = Exercise::with(guarded(50, 50)).train(train()).inject(shut(9)).inject(dark(3)).hours(6);
    let told = world.state().alarms[0].told.clone();
    assert_eq!(told[0], (PRORAIL, Some(Tick(4))));
    // Power returns at 04:00 and comes back by a twentieth of a quarter: 30 % is there again after six quarters.
    let [minister, operator] = [told[1].1, told[2].1].map(|knew| knew.expect("told in the end"));
    assert!(minister > Tick(16) && minister == operator, "{minister} {operator}");
}

#[test]
fn people_on_the_track_keep_the_train_until_there_are_guards() {
    let base = || Exercise::with(guarded(3, 20)).train(train()).inject(shut(3));
    let mut world = base().hours(5);
    // At 02:00 half of the public knows: 50 people ask five guards, and there are three.
    assert!(world.log().contains("D+0 02:00 AmmunitionCrowd(1, NodeId(1), 50)"), "{}", world.log());
    let (country, plan) = (world.country.clone(), world.plan.clone());
    let state = world.state();
    assert_eq!(state.pools[POLICE].lent[Class::LifeSupport], 3);
    assert!(state.network.capacity[RAIL_2] > 0 && state.alarms[0].blocked);
    let claim = state.consignments.waiting[0];
    assert_eq!(query::binding(&country, &plan, state, claim), Some(Binding::Crowd(plan_node(state))));
    // The armed forces may not help outside the object without assistance being granted.
    let mut policy = country.pools[SOLDIERS].default.clone();
    policy.cap[Class::LifeSupport] = NO_CAP;
    let help = Command::SetPolicy { pool: SOLDIERS, policy, until: None, reason: "Bijstand".to_owned() };
    let refused = world.submit(Actor::Role(OPERATOR), help.clone());
    assert!(
        matches!(refused, Err(Refusal::BasisMissing { basis: Basis::G2, provider: MINISTER, .. })),
        "{refused:?}"
    );
    let basis = Command::ProvideBasis { pool: SOLDIERS, limit: 0, reason: "Bijstand".to_owned() };
    let mut world =
        world.decide(Actor::Role(MINISTER), basis).hours(2).decide(Actor::Role(OPERATOR), help).hours(2);
    assert!(world.log().contains("Rerouted(1, Special(0), NodeId(1))"), "{}", world.log());
    let state = world.state();
    // A hundred people asked ten guards: three policemen and seven soldiers, who are all back.
    assert_eq!(state.granted[SOLDIERS].in_all[Class::LifeSupport], 7);
    assert_eq!(
        (state.pools[SOLDIERS].lent[Class::LifeSupport], state.pools[POLICE].lent[Class::LifeSupport]),
        (0, 0)
    );
    assert_eq!(state.alarms[0].crowd_most, 100);
    // With police enough nobody is on the track and the train leaves when the line opens.
    let mut world = Exercise::with(guarded(30, 0)).train(train()).inject(shut(3)).hours(5);
    assert_eq!(world.state().alarms[0].ended, Some(Tick(15)));
}

fn plan_node(state: &doorvoerland::sim::state::State) -> doorvoerland::sim::ids::NodeId {
    state.alarms[0].at
}

#[test]
fn police_guard_a_quay_only_with_assistance() {
    let mut country = guarded(20, 4);
    country.rules.guards = Some(Guards { pool: SOLDIERS, units: 6 });
    let unit = movement(vec![ship(PORT, Tick(0), 20)], 0, Tick(400));
    let mut world = Exercise::with(country).movement(unit).hours(3);
    let phase = |world: &mut Exercise| world.state().movements.rows()[0].arrivals[0].phase;
    assert_eq!(phase(&mut world), ArrivalPhase::Waiting);
    let mut policy = world.country.pools[POLICE].default.clone();
    policy.cap[Class::Military] = NO_CAP;
    let help = Command::SetPolicy { pool: POLICE, policy, until: None, reason: "Bijstand".to_owned() };
    let basis = Command::ProvideBasis { pool: POLICE, limit: 0, reason: "Bijstand".to_owned() };
    let world = world.decide(Actor::Role(MINISTER), basis).hours(2).decide(Actor::Role(PRORAIL), help);
    let mut world = world.ticks(1);
    assert_eq!(phase(&mut world), ArrivalPhase::Unloading);
    assert_eq!(world.state().pools[POLICE].lent[Class::Military], 6);
    let mut world = world.hours(10);
    assert_eq!(world.state().pools[POLICE].lent[Class::Military], 0);
}
