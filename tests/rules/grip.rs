//! Scaling a region up: who takes which step, that a higher step replaces a lower one, who decides in whose place, and what a staff that is
//! not on duty takes.

use super::{
    tiny::measure,
    tiny::{Exercise, MINISTER, OPERATOR, PRORAIL, R1, R2, country},
};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    country::{Country, Measure, Measures},
    grip,
    ids::{MeasureId, RegionId, Table},
    metric::{Metric, value},
    time::Span,
};
use expect_test::expect;
use std::fmt::Write as _;

const SECOND: MeasureId = MeasureId(0);
const FOURTH: MeasureId = MeasureId(1);
const LOCAL: MeasureId = MeasureId(2);

/// The operator scales up to 2, the minister to 4 and then decides in place of the operator, whose staff is on duty from 2 on.
fn with_steps() -> Country {
    let mut country = country();
    let step = |code: &str, owner, level, lead| Measure {
        owner,
        regional: true,
        grip: Some(level),
        duty: vec![OPERATOR],
        lead: Span::hours(lead),
        ..measure(code)
    };
    country.measures = Measures {
        rows: Table::new(vec![
            step("second", PRORAIL, 2, 1),
            Measure { takes_over: vec![OPERATOR], ..step("fourth", MINISTER, 4, 2) },
            Measure { regional: true, lead: Span::hours(4), ..measure("local") },
        ]),
        planned_permille: 500,
        council_permille: 1000,
        desk_most: Span::hours(24),
        ..Measures::default()
    };
    country.crisis.assemble = Span::hours(3);
    country
}

fn take(measure: MeasureId, region: RegionId) -> Command {
    Command::TakeMeasure { measure, region: Some(region), reason: "test".to_owned() }
}

fn end(measure: MeasureId, region: RegionId) -> Command {
    Command::EndMeasure { measure, region: Some(region), reason: "test".to_owned() }
}

#[test]
fn a_higher_step_replaces_a_lower_one_and_is_ended_like_any_measure() {
    let mut text = String::new();
    let mut look = |world: &mut Exercise, when: &str| {
        let (country, state) = (with_steps(), world.state());
        let level = |region| value(&country, state, Metric::Grip(Some(region)));
        let in_force: Vec<u32> = state.measures.active.iter().map(|row| row.measure.0).collect();
        let duty = grip::on_duty(&country, state, OPERATOR, R1);
        let above = grip::in_place_of(&country, state, OPERATOR, R1).map(|role| role.0);
        let most = value(&country, state, Metric::Grip(None));
        writeln!(
            text,
            "{when}: R1 {} R2 {} highest {most}, measures {in_force:?}, on duty {duty}, in its place {above:?}",
            level(R1),
            level(R2)
        )
        .expect("a string");
    };
    let mut world = Exercise::with(with_steps());
    look(&mut world, "nothing");
    let mut world = world.decide(Actor::Role(PRORAIL), take(SECOND, R1)).hours(2);
    look(&mut world, "second");
    let mut world = world.decide(Actor::Role(MINISTER), take(FOURTH, R1)).hours(3);
    look(&mut world, "fourth");
    let mut world = world.decide(Actor::Role(MINISTER), end(FOURTH, R1)).hours(1);
    look(&mut world, "scaled down");
    expect![[r#"
        nothing: R1 0 R2 0 highest 0, measures [], on duty false, in its place None
        second: R1 2 R2 0 highest 2, measures [0], on duty true, in its place None
        fourth: R1 4 R2 0 highest 4, measures [1], on duty true, in its place Some(2)
        scaled down: R1 0 R2 0 highest 0, measures [], on duty false, in its place None
    "#]]
    .assert_eq(&text);
}

#[test]
fn who_decides_changes_with_the_level_and_a_refusal_names_who() {
    let mut world = Exercise::with(with_steps());
    let other = world.submit(Actor::Role(OPERATOR), take(FOURTH, R1));
    assert_eq!(other, Err(Refusal::NotMeasureOwner { measure: FOURTH, owner: MINISTER }));
    let mut world = world.decide(Actor::Role(MINISTER), take(FOURTH, R1)).hours(3);
    let over = world.submit(Actor::Role(OPERATOR), take(LOCAL, R1));
    assert_eq!(over, Err(Refusal::TakenOver { measure: LOCAL, by: MINISTER }));
    assert_eq!(world.submit(Actor::Role(OPERATOR), take(LOCAL, R2)), Ok(()), "not in another region");
    assert_eq!(
        world.submit(Actor::Role(PRORAIL), take(SECOND, R1)),
        Err(Refusal::ScaledFurther { level: 4 })
    );
    assert_eq!(world.submit(Actor::Role(MINISTER), take(LOCAL, R1)), Ok(()), "in its place");
}

#[test]
fn a_staff_that_is_not_on_duty_comes_together_first() {
    let begins = |world: &mut Exercise| {
        let row = world.state().measures.active.iter().find(|row| row.measure == LOCAL);
        row.map(|row| row.begins.since(row.ordered).0)
    };
    let mut cold = Exercise::with(with_steps()).decide(Actor::Role(OPERATOR), take(LOCAL, R1));
    assert_eq!(begins(&mut cold), Some(28), "four hours, and three to come together");
    let mut warm = Exercise::with(with_steps())
        .decide(Actor::Role(PRORAIL), take(SECOND, R1))
        .hours(2)
        .decide(Actor::Role(OPERATOR), take(LOCAL, R1));
    assert_eq!(begins(&mut warm), Some(16));
}
