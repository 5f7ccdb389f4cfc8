//! Decisions when the lines are down: how late they are, why, by what line, and what scaling up saves.

use super::tiny::{
    CREWS, EL, Exercise, MOB, OPERATOR, PRORAIL, QUAY, R1, R2, country, inject, level, open_policy,
};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    country::{Basis, Class, Country, Crisis, Lasting, Lever, Measure, Measures, SeatTable},
    effect::{DamageKind, Effect, Target},
    ids::{MeasureId, PoolId, RegionId, Table},
    metric::{self, Metric},
    plan::Trigger,
    time::{Span, Tick},
};
use expect_test::expect;

const RADIO: MeasureId = MeasureId(0);
const STAFF: MeasureId = MeasureId(1);

fn measure(code: &str, lasting: Vec<Lasting>) -> Measure {
    Measure {
        code: code.to_owned(),
        owner: OPERATOR,
        basis: Basis::G0,
        under: None,
        regional: false,
        needs: Vec::new(),
        plan: None,
        council: None,
        grip: None,
        duty: Vec::new(),
        takes_over: Vec::new(),
        sites: 0,
        desk: Span(0),
        answers: None,
        market_keur: 0,
        lead: Span::hours(2),
        lasts: None,
        once: Vec::new(),
        lasting,
        cost_keur: 0,
        daily_keur: 0,
        trust_permille: 0,
    }
}

/// Ports sit in R1, network managers in R2; a courier takes six hours.
fn with_seats() -> Country {
    let mut country = country();
    let mut seats = [None; SeatTable::COUNT];
    seats[SeatTable::Haven as usize] = Some(R1);
    seats[SeatTable::Infra as usize] = Some(R2);
    country.crisis = Crisis { seats, emergency: Span(2), coordination_most: 500, ..Crisis::default() };
    country.measures = Measures {
        rows: Table::new(vec![
            measure("radio", vec![Lasting::Lever(Lever::OrdersGetThrough, 1000)]),
            measure("staff", vec![Lasting::Lever(Lever::Coordination, 900)]),
        ]),
        planned_permille: 1000,
        error_permille: 0,
        messenger: Span::hours(6),
        ..Measures::default()
    };
    country
}

fn dark(region: RegionId) -> Effect {
    let (target, kind) = (Target::Process(EL, region), DamageKind::Physical);
    Effect::Impair { target, kind, loss: level(1000), lasts: Span::hours(200) }
}

/// The given regions are silent from the second hour on.
fn silent(regions: &[RegionId]) -> Exercise {
    let effects = regions.iter().map(|region| dark(*region)).collect();
    Exercise::with(with_seats()).inject(inject("dark", Trigger::At(Tick(0)), effects))
}

fn policy(pool: PoolId, units: u16) -> Command {
    let mut policy = open_policy();
    policy.cap[Class::Commercial] = units;
    Command::SetPolicy { pool, policy, until: None, reason: "test".to_owned() }
}

const WORDS: [&str; 3] = ["OrderDelayed", "PolicySet", "RefusedLate"];

#[test]
fn a_decision_goes_by_courier_when_the_table_that_decides_is_cut_off() {
    let mut world = silent(&[R1]).hours(2).decide(Actor::Role(OPERATOR), policy(QUAY, 3));
    assert_eq!(world.state().pools[QUAY].policy.cap[Class::Commercial], doorvoerland::sim::country::NO_CAP);
    let value = metric::value(&with_seats(), world.state(), Metric::OrdersUnderway);
    assert_eq!(value, 1, "it can be measured that a decision is on its way");
    let mut world = world.hours(7);
    assert_eq!(world.state().pools[QUAY].policy.cap[Class::Commercial], 3);
    assert!(world.state().orders.underway.is_empty());
    expect![[r#"
        D+0 02:00 OrderDelayed { seq: 1, until: Tick(32), cut: Seat(RegionId(0)), line: Courier } <- Command(1)
        D+0 08:00 PolicySet(PoolId(1)) <- Command(1)
    "#]].assert_eq(&world.log_of(&WORDS));
}

#[test]
fn a_table_elsewhere_reaches_the_region_by_courier_only() {
    let broken = Effect::Damage {
        target: Target::Process(MOB, R1),
        kind: DamageKind::Physical,
        loss: level(500),
        team_ticks: 400,
        lag: Span(0),
        teams_max: 1,
        skill: CREWS,
    };
    let mut world = silent(&[R1]).inject(inject("broken", Trigger::At(Tick(4)), vec![broken])).hours(2);
    let serial = world.state().damages.open.iter().find(|row| row.work > 0).expect("it is broken").serial;
    let order = Command::OrderRepair { damage: serial, rank: -5, reason: "test".to_owned() };
    let world = world.decide(Actor::Role(PRORAIL), order);
    // Paths belong to no region: the order reaches those who need it as long as most of the country has lines.
    let other = silent(&[R2]).hours(2).decide(Actor::Role(OPERATOR), policy(QUAY, 2));
    let (world, other) = (world.hours(7), other.hours(7));
    let words = ["OrderDelayed", "RepairOrdered", "PolicySet"];
    expect![[r#"
        D+0 02:00 OrderDelayed { seq: 1, until: Tick(32), cut: Field(RegionId(0)), line: Courier } <- Command(1)
        D+0 08:00 RepairOrdered(1, Process(ProcessId(1), RegionId(0))) <- Command(1)
    "#]].assert_eq(&world.log_of(&words));
    expect![[r#"
        D+0 02:00 PolicySet(PoolId(1)) <- Command(1)
    "#]]
    .assert_eq(&other.log_of(&words));
}

#[test]
fn emergency_communication_and_scaling_up_make_it_sooner() {
    let owner = Actor::Role(OPERATOR);
    let take = |measure| Command::TakeMeasure { measure, region: None, reason: "test".to_owned() };
    let late = |first: Option<MeasureId>| {
        let mut world =
            Exercise::with(with_seats()).inject(inject("dark", Trigger::At(Tick(16)), vec![dark(R1)]));
        if let Some(first) = first {
            world = world.decide(owner, take(first));
        }
        let mut world = world.hours(6).decide(owner, policy(QUAY, 3));
        let row = world.state().orders.underway.first().copied().expect("it is on its way");
        row.until.since(row.given)
    };
    assert_eq!(late(None), Span::hours(6));
    assert_eq!(late(Some(RADIO)), Span(2));
    assert_eq!(late(Some(STAFF)), Span::hours(3), "no more than the most that it saves");
}

#[test]
fn nothing_is_late_while_a_line_works_nor_for_the_lead() {
    let mut world = Exercise::with(with_seats()).hours(2).decide(Actor::Role(OPERATOR), policy(QUAY, 3));
    assert_eq!(world.state().pools[QUAY].policy.cap[Class::Commercial], 3);
    let correct = Command::Correct {
        correction: doorvoerland::sim::command::Correction::Units(PoolId(2), 1),
        reason: "test".to_owned(),
    };
    let mut world = silent(&[R1, R2]).hours(2).decide(Actor::Lead, correct);
    assert_eq!(world.state().pools[PoolId(2)].units, 1);
}

#[test]
fn a_chosen_moment_is_kept_where_it_is_later() {
    let owner = Actor::Role(OPERATOR);
    let mut world = silent(&[R1]).hours(2);
    world.submit_for(owner, Tick(80), policy(QUAY, 3)).expect("accepted");
    world.submit_for(owner, Tick(10), policy(QUAY, 4)).expect("accepted");
    let waits: Vec<u32> = world.state().pending.iter().map(|row| row.effective.0).collect();
    assert_eq!(waits, [32, 80], "six hours from now, and the moment that lies beyond");
}

#[test]
fn the_same_decision_is_not_sent_twice_and_a_late_one_is_checked_again() {
    let owner = Actor::Role(OPERATOR);
    let mut world = silent(&[R1]).hours(2).decide(owner, policy(QUAY, 3));
    let refused = world.submit(owner, policy(QUAY, 3));
    assert_eq!(refused, Err(Refusal::OnItsWay { until: Tick(32) }));
    assert_eq!(
        world.submit(Actor::Auto(OPERATOR), policy(QUAY, 5)),
        refused,
        "no player that repeats itself"
    );
    assert_eq!(world.submit(owner, policy(QUAY, 5)), Ok(()), "a person may think again");
    let until = Command::SetPolicy {
        pool: QUAY,
        policy: open_policy(),
        until: Some(Tick(20)),
        reason: "test".to_owned(),
    };
    let mut world = world.decide(owner, until).hours(7);
    assert_eq!(world.state().pools[QUAY].policy.cap[Class::Commercial], 5, "in the order they were given");
    assert!(world.log_of(&["RefusedLate"]).contains("EndsBeforeStart"), "{}", world.log());
    let refused = world.submit(Actor::Role(PRORAIL), policy(QUAY, 3));
    assert_eq!(refused, Err(Refusal::NotOwner { pool: QUAY, owner: OPERATOR }));
}
