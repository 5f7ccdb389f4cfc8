//! Measures: who may take them, what they need, when they begin, what they do while they last.

use super::tiny::{
    self, EL, Exercise, MINISTER, MOB, OPERATOR, PRORAIL, R1, R2, country, inject, level, measure,
};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    condition::Condition,
    country::{Basis, Country, Lasting, Lever, Measure, Measures, PoolKind},
    effect::{DamageKind, Effect, Target},
    ids::{MeasureId, RegionId, Table},
    metric::Metric,
    plan::Trigger,
    time::{Span, Tick},
};

const PLAIN: MeasureId = MeasureId(0);
const DECREE: MeasureId = MeasureId(1);
const UNDER: MeasureId = MeasureId(2);
const LOCAL: MeasureId = MeasureId(3);
const PLAN: MeasureId = MeasureId(4);

fn with_measures() -> Country {
    let mut country = country();
    country.measures = Measures {
        rows: Table::new(vec![
            Measure {
                plan: Some(PLAN),
                lasts: Some(Span::hours(48)),
                lasting: vec![Lasting::Strain(EL, 250), Lasting::Lever(Lever::PhysicalRepair, 1000)],
                ..measure("plain")
            },
            Measure { owner: MINISTER, basis: Basis::G5, lead: Span::hours(18), ..measure("decree") },
            Measure { basis: Basis::G5, under: Some(DECREE), ..measure("under") },
            Measure {
                regional: true,
                needs: vec![Condition::AtMost(Metric::Level(EL, Some(R1)), 500)],
                lasting: vec![Lasting::Relief(EL, 500)],
                ..measure("local")
            },
            Measure { lead: Span::hours(1), ..measure("plan") },
        ]),
        planned_permille: 500,
        error_permille: 0,
        messenger: Span::hours(6),
        council_permille: 700,
        desk_most: Span::hours(24),
        late_permille: 1000,
    };
    country
}

fn take(measure: MeasureId, region: Option<RegionId>) -> Command {
    Command::TakeMeasure { measure, region, reason: "test".to_owned() }
}

fn end(measure: MeasureId, region: Option<RegionId>) -> Command {
    Command::EndMeasure { measure, region, reason: "test".to_owned() }
}

fn dark(region: RegionId) -> Effect {
    let (target, kind) = (Target::Process(EL, region), DamageKind::Physical);
    Effect::Impair { target, kind, loss: level(1000), lasts: Span::hours(200) }
}

#[test]
fn only_its_owner_takes_a_measure_and_only_where_it_belongs() {
    let mut world = Exercise::with(with_measures());
    let owner = Actor::Role(OPERATOR);
    let refused = world.submit(Actor::Role(PRORAIL), take(PLAIN, None));
    assert_eq!(refused, Err(Refusal::NotMeasureOwner { measure: PLAIN, owner: OPERATOR }));
    assert_eq!(world.submit(Actor::Lead, take(PLAIN, None)), refused, "nor does the lead");
    assert_eq!(world.submit(owner, take(PLAIN, Some(R1))), Err(Refusal::MeasureScope(PLAIN)));
    assert_eq!(world.submit(owner, take(LOCAL, None)), Err(Refusal::MeasureScope(LOCAL)));
    assert_eq!(world.submit(owner, end(PLAIN, None)), Err(Refusal::MeasureNotTaken(PLAIN)));
    assert_eq!(world.submit(owner, take(LOCAL, Some(R1))), Err(Refusal::MeasureNeeds(LOCAL, 0)));
    assert_eq!(world.submit(owner, take(PLAIN, None)), Ok(()));
    assert_eq!(world.submit(owner, take(PLAIN, None)), Err(Refusal::DoneAlready));
}

#[test]
fn a_measure_waits_for_its_basis_and_a_plan_grants_none() {
    let mut world = Exercise::with(with_measures()).decide(Actor::Role(OPERATOR), take(PLAN, None)).hours(3);
    let refused = world.submit(Actor::Role(OPERATOR), take(UNDER, None));
    let missing = Refusal::MeasureBasis {
        measure: UNDER,
        basis: Basis::G5,
        by: DECREE,
        provider: MINISTER,
        delay: Span::hours(18),
    };
    assert_eq!(refused, Err(missing));
    let mut world = world.decide(Actor::Role(MINISTER), take(DECREE, None)).hours(17);
    assert!(world.submit(Actor::Role(OPERATOR), take(UNDER, None)).is_err(), "it is not in force yet");
    let mut world = world.hours(2);
    assert_eq!(world.submit(Actor::Role(OPERATOR), take(UNDER, None)), Ok(()));
}

#[test]
fn it_holds_from_its_begin_to_its_end_and_costs() {
    let world = Exercise::with(with_measures()).decide(Actor::Role(OPERATOR), take(PLAIN, None));
    let mut world = world.hours(4);
    assert_eq!(world.permille(EL, R2), 1000, "not before its lead has passed");
    let mut world = world.ticks(2);
    assert_eq!(world.permille(EL, R2), 750);
    assert_eq!(world.state().totals.paid_keur[OPERATOR], 7);
    let mut world = world.hours(25);
    assert_eq!(world.state().totals.paid_keur[OPERATOR], 9, "a second day");
    let mut world = world.hours(40);
    assert_eq!(world.permille(EL, R2), 1000, "it ends by itself");
    let mut called_off = Exercise::with(with_measures())
        .decide(Actor::Role(OPERATOR), take(PLAIN, None))
        .hours(8)
        .decide(Actor::Role(OPERATOR), end(PLAIN, None))
        .hours(12);
    assert_eq!(called_off.permille(EL, R2), 1000);
}

#[test]
fn a_plan_makes_an_order_quicker_and_silence_makes_it_later() {
    let begins = |mut world: Exercise| {
        let active = world.state().measures.active.iter().find(|row| row.measure == PLAIN).copied();
        let active = active.expect("ordered");
        active.begins.since(active.ordered)
    };
    let owner = Actor::Role(OPERATOR);
    let plain = Exercise::with(with_measures()).decide(owner, take(PLAIN, None));
    assert_eq!(begins(plain), Span::hours(4));
    let planned = Exercise::with(with_measures()).decide(owner, take(PLAN, None)).hours(2);
    assert_eq!(begins(planned.decide(owner, take(PLAIN, None))), Span::hours(2));
    let silent = Exercise::with(with_measures())
        .inject(inject("dark", Trigger::At(Tick(0)), vec![dark(R1)]))
        .hours(2)
        .decide(owner, take(PLAIN, None));
    assert_eq!(begins(silent), Span::hours(10), "two thirds of the people are out of reach");
}

#[test]
fn relief_lowers_what_people_miss_and_effort_quickens_repair() {
    let dark = || {
        Exercise::with(with_measures()).inject(inject("dark", Trigger::At(Tick(0)), vec![dark(R1)])).hours(2)
    };
    let mut without = dark().hours(40);
    let mut with = dark().decide(Actor::Role(OPERATOR), take(LOCAL, Some(R1))).hours(40);
    let missed = [&mut without, &mut with].map(|world| world.state().totals.unmet[R1]);
    assert!(missed[1] < missed[0] * 9 / 10, "{missed:?}");
    assert_eq!(without.permille(MOB, R1), with.permille(MOB, R1), "the process itself is as dead");
    let broken = Effect::Damage {
        target: Target::Process(MOB, R2),
        kind: DamageKind::Physical,
        loss: level(1000),
        team_ticks: 96,
        lag: Span::hours(6),
        teams_max: 2,
        skill: super::tiny::CREWS,
    };
    let repair = |faster: bool| {
        let mut world =
            Exercise::with(with_measures()).inject(inject("hit", Trigger::At(Tick(0)), vec![broken.clone()]));
        if faster {
            world = world.decide(Actor::Role(OPERATOR), take(PLAIN, None));
        }
        let mut hours = 0;
        world = world.hours(1);
        while !world.state().damages.open.is_empty() {
            world = world.hours(1);
            hours += 1;
        }
        hours
    };
    let (slow, fast) = (repair(false), repair(true));
    assert!(fast < slow && fast >= slow / 2, "{fast} of {slow} hours");
}

#[test]
fn units_are_moved_as_long_as_it_is_in_force_and_no_more_than_there_are() {
    const GUARDS: u32 = 50;
    let mut country = with_measures();
    let pool = country.pools.push(tiny::units("teams.guards", PoolKind::Held, OPERATOR, GUARDS));
    country.measures.rows[PLAIN].units = vec![(pool, -60)];
    country.measures.rows[PLAIN].lasts = Some(Span::hours(8));
    country.measures.rows[PLAN].units = vec![(pool, 30)];
    let there = |world: &mut Exercise| world.state().pools[pool].units;
    let mut world = Exercise::with(country).decide(Actor::Role(OPERATOR), take(PLAIN, None));
    assert_eq!(there(&mut world), GUARDS, "not before it begins");
    let mut world = world.hours(5);
    assert_eq!(there(&mut world), 0, "sixty were meant to go, fifty went");
    let mut world = world.decide(Actor::Role(OPERATOR), take(PLAN, None)).hours(2);
    assert_eq!(there(&mut world), 30);
    let mut world = world.hours(8);
    assert_eq!(there(&mut world), 80, "fifty came back when it ended by itself");
    let mut world = world.decide(Actor::Role(OPERATOR), end(PLAN, None)).ticks(1);
    assert_eq!(there(&mut world), GUARDS, "and thirty left when the other was ended");
    assert!(world.state().measures.moved.is_empty());
}
