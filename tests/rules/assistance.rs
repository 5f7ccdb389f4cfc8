//! Assistance: asking who decides about a measure to take it; what agreeing orders, who is asked, when it lapses.

use super::tiny::{Exercise, MINISTER, OPERATOR, PLANNER, PRORAIL, R1, R2, country, measure};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Ask, Command},
    country::{Basis, Country, Measure, Measures},
    ids::{MeasureId, RegionId, RoleId, Table},
    script::Doing,
    state::Answer,
    time::{Span, Tick},
};
use expect_test::expect;

const LOCAL: MeasureId = MeasureId(0);
const UNDER: MeasureId = MeasureId(1);
const DECREE: MeasureId = MeasureId(2);
const FOURTH: MeasureId = MeasureId(3);

const TOLD: [&str; 6] = ["Asked", "Countered", "Answered", "Lapsed", "MeasureOrdered", "RefusedLate"];

/// The operator decides about help in a region, unless the minister has taken over there.
fn with_help() -> Country {
    let mut country = country();
    country.measures = Measures {
        rows: Table::new(vec![
            Measure { regional: true, ..measure("local") },
            Measure { basis: Basis::G5, under: Some(DECREE), ..measure("under") },
            Measure { owner: MINISTER, basis: Basis::G5, ..measure("decree") },
            Measure {
                owner: MINISTER,
                regional: true,
                grip: Some(4),
                takes_over: vec![OPERATOR],
                lead: Span::hours(1),
                ..measure("fourth")
            },
        ]),
        planned_permille: 500,
        council_permille: 1000,
        desk_most: Span::hours(24),
        ..Measures::default()
    };
    country
}

fn help(measure: MeasureId, region: Option<RegionId>) -> Command {
    Command::Ask {
        about: Ask::Measure(measure, region),
        offer_keur: 0,
        reason: "Te weinig handen".to_owned(),
    }
}

fn answer(agree: bool) -> Command {
    Command::Answer { request: 1, agree, reason: "Wij komen".to_owned() }
}

fn role(role: RoleId) -> Actor {
    Actor::Role(role)
}

#[test]
fn who_agrees_orders_the_measure_and_pays_for_it() {
    let mut world = Exercise::with(with_help()).decide(role(PRORAIL), help(LOCAL, Some(R1)));
    let row = &world.state().requests[0];
    assert_eq!((row.from, row.to, row.turn), (PRORAIL, OPERATOR, OPERATOR));
    assert!(world.state().measures.active.is_empty(), "asking takes nothing");
    let mut world = world.ticks(3).decide(role(OPERATOR), answer(true)).hours(5);
    expect![[r#"
        D+0 00:00 Asked(1) <- Command(1)
        D+0 00:45 Answered(1, true, RoleId(1)) <- Command(2)
        D+0 00:45 MeasureOrdered(MeasureId(0), Some(RegionId(0)), Tick(19)) <- Command(2)
    "#]]
    .assert_eq(&world.log_of(&TOLD));
    let state = world.state();
    let deeds: Vec<_> = state.injects.deeds.iter().map(|row| (row.by, row.what)).collect();
    assert!(deeds.contains(&(PRORAIL, Doing::AskedFor(LOCAL, Some(R1)))), "{deeds:?}");
    assert!(deeds.contains(&(OPERATOR, Doing::AnsweredFor(LOCAL))), "{deeds:?}");
    assert!(deeds.contains(&(OPERATOR, Doing::Taken(LOCAL, Some(R1)))), "{deeds:?}");
    assert!(state.totals.paid_keur[OPERATOR] > 0 && state.totals.paid_keur[PRORAIL] == 0);
}

#[test]
fn only_what_is_not_there_yet_is_asked_and_only_of_somebody_else() {
    let mut world = Exercise::with(with_help());
    assert_eq!(world.submit(role(PRORAIL), help(LOCAL, None)), Err(Refusal::MeasureScope(LOCAL)));
    assert_eq!(world.submit(role(OPERATOR), help(LOCAL, Some(R1))), Err(Refusal::AskedOneself));
    let take = Command::TakeMeasure { measure: LOCAL, region: Some(R1), reason: "Zelf".to_owned() };
    let mut world = world.decide(role(OPERATOR), take);
    assert_eq!(world.submit(role(PRORAIL), help(LOCAL, Some(R1))), Err(Refusal::DoneAlready));
    assert_eq!(world.submit(role(PRORAIL), help(LOCAL, Some(R2))), Ok(()), "not in another region");
}

#[test]
fn what_needs_a_basis_may_be_asked_but_not_given_without_it() {
    let mut world = Exercise::with(with_help()).decide(role(PRORAIL), help(UNDER, None));
    let refused = world.submit(role(OPERATOR), answer(true));
    assert!(
        matches!(refused, Err(Refusal::MeasureBasis { measure: UNDER, by: DECREE, provider: MINISTER, .. })),
        "{refused:?}"
    );
    assert_eq!(world.submit(role(OPERATOR), answer(false)), Ok(()), "who cannot give can decline");
}

#[test]
fn who_has_taken_over_is_asked_and_who_was_asked_before_can_no_longer_give() {
    let step = Command::TakeMeasure { measure: FOURTH, region: Some(R1), reason: "GRIP 4".to_owned() };
    let world = Exercise::with(with_help()).decide(role(PRORAIL), help(LOCAL, Some(R1)));
    let mut world = world.decide(role(MINISTER), step).hours(3);
    let late = world.submit(role(OPERATOR), answer(true));
    assert_eq!(late, Err(Refusal::TakenOver { measure: LOCAL, by: MINISTER }));
    let mut world = world.decide(role(PLANNER), help(LOCAL, Some(R1)));
    assert_eq!(world.state().requests[1].to, MINISTER);
}

#[test]
fn another_region_can_be_proposed_and_nobody_waits_for_ever() {
    let counter = |region| Command::Counter {
        request: 1,
        about: Ask::Measure(LOCAL, Some(region)),
        offer_keur: 0,
        reason: "Daar is het erger".to_owned(),
    };
    let mut world = Exercise::with(with_help()).decide(role(PRORAIL), help(LOCAL, Some(R1)));
    assert_eq!(world.submit(role(OPERATOR), counter(R1)), Err(Refusal::SameTerms));
    let mut world = world.decide(role(OPERATOR), counter(R2)).ticks(1).decide(role(PRORAIL), answer(true));
    let there: Vec<_> = world.state().measures.active.iter().map(|row| row.region).collect();
    assert_eq!(there, [Some(R2)]);
    // A request about a pool lapses after twelve hours, one for assistance after six.
    let mut world =
        Exercise::with(with_help()).decide(role(PRORAIL), help(LOCAL, Some(R1))).hours(6).ticks(1);
    assert_eq!(world.state().requests[0].answer, Some(Answer::Lapsed(Tick(24))));
    assert_eq!(world.submit(role(OPERATOR), answer(true)), Err(Refusal::Lapsed { at: Tick(24) }));
}
