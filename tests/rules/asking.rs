//! Requests between roles: terms go to and fro, somebody says yes or no, or nobody does in time.

use super::tiny::{Exercise, MINISTER, OPERATOR, PATHS, PLANNER, PRORAIL, QUAY, country, open_policy};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Ask, Command},
    country::{Basis, Class, Country, Limited, PolicyLimit},
    ids::RoleId,
    state::Answer,
    time::{Span, Tick},
};
use expect_test::expect;

const TOLD: [&str; 7] = ["Asked", "Countered", "Answered", "Lapsed", "PolicySet", "Basis", "RefusedLate"];

/// Paths with this many kept free for military transport, until then.
fn kept(units: u16, until: u32) -> Ask {
    let mut policy = open_policy();
    policy.minimum[Class::Military] = units;
    Ask::Policy(PATHS, policy, Some(Tick(until)))
}

fn ask(about: Ask, offer_keur: u32) -> Command {
    Command::Ask { about, offer_keur, reason: "Schip komt".to_owned() }
}

fn counter(about: Ask, offer_keur: u32) -> Command {
    Command::Counter { request: 1, about, offer_keur, reason: "Minder kan".to_owned() }
}

fn answer(agree: bool) -> Command {
    Command::Answer { request: 1, agree, reason: "Goed".to_owned() }
}

fn role(role: RoleId) -> Actor {
    Actor::Role(role)
}

/// The fixture with four paths an hour everywhere.
fn wide() -> Country {
    let mut country = country();
    for edge in country.edges.rows_mut() {
        edge.slots = 4;
    }
    country
}

/// Movement control has asked for two paths an hour, for a payment.
fn asked() -> Exercise {
    Exercise::with(wide()).decide(role(PLANNER), ask(kept(2, 90), 250))
}

fn answer_of(world: &mut Exercise) -> Option<Answer> {
    world.state().requests[0].answer
}

/// More than one path an hour for military transport needs the minister.
fn guarded() -> Country {
    let mut country = wide();
    country.pools[PATHS].limits.push(PolicyLimit {
        what: Limited::MinimumAbove(Class::Military, 1),
        basis: Basis::G4,
        provider: MINISTER,
        with: None,
        delay: Span::hours(2),
    });
    country
}

#[test]
fn what_is_agreed_to_is_what_lies_there_last() {
    let mut world = asked().ticks(3).decide(role(PRORAIL), counter(kept(1, 60), 400));
    let row = &world.state().requests[0];
    assert_eq!((row.turn, row.offer_keur, row.terms.as_slice()), (PLANNER, 400, [1, 2].as_slice()));
    assert_eq!(world.state().pools[PATHS].policy, open_policy(), "nothing is agreed yet");
    // Who asked says yes; the owner's authority counts.
    world = world.ticks(2).decide(role(PLANNER), answer(true)).ticks(60);
    expect![[r#"
        D+0 00:00 Asked(1) <- Command(1)
        D+0 00:45 Countered(1, RoleId(0)) <- Command(2)
        D+0 01:15 Answered(1, true, RoleId(3)) <- Command(3)
        D+0 01:15 PolicySet(PoolId(0)) <- Command(3)
    "#]]
    .assert_eq(&world.log_of(&TOLD));
    assert_eq!(answer_of(&mut world), Some(Answer::Agreed(3)));
    assert_eq!(world.state().totals.paid_keur[PLANNER], 400);
    assert_eq!(world.state().totals.paid_keur[PRORAIL], 0);
    assert_eq!(world.state().pools[PATHS].policy, open_policy(), "the shorter period has ended");
}

#[test]
fn the_turn_goes_to_and_fro_until_somebody_ends_it() {
    let mut world = asked();
    let not_yours = Err(Refusal::NotTurn { turn: PRORAIL });
    assert_eq!(world.submit(role(PLANNER), counter(kept(1, 60), 0)), not_yours);
    assert_eq!(world.submit(role(OPERATOR), counter(kept(1, 60), 0)), not_yours);
    world = world.decide(role(PRORAIL), counter(kept(1, 60), 400));
    assert_eq!(world.submit(role(PRORAIL), answer(false)), Err(Refusal::NotTurn { turn: PLANNER }));
    world = world.ticks(1).decide(role(PLANNER), counter(kept(1, 80), 300));
    assert_eq!(world.submit(role(PLANNER), answer(true)), Err(Refusal::NotTurn { turn: PRORAIL }));
    world = world.ticks(1).decide(role(PRORAIL), answer(true));
    let state = world.state();
    assert_eq!(state.pools[PATHS].policy.minimum[Class::Military], 1);
    assert_eq!(state.pools[PATHS].until, Some(Tick(80)));
    assert_eq!(state.totals.paid_keur[PLANNER], 300);
    assert_eq!(state.requests[0].terms, [1, 2, 3]);
    for who in [PLANNER, PRORAIL] {
        assert_eq!(world.submit(role(who), answer(true)), Err(Refusal::Answered), "nobody pays twice");
        assert_eq!(world.submit(role(who), counter(kept(2, 80), 0)), Err(Refusal::Answered));
    }
}

#[test]
fn either_side_can_decline() {
    let mut world = asked().decide(role(PRORAIL), counter(kept(1, 60), 400)).ticks(1);
    world = world.decide(role(PLANNER), answer(false)).ticks(100);
    expect![[r#"
        D+0 00:00 Asked(1) <- Command(1)
        D+0 00:00 Countered(1, RoleId(0)) <- Command(2)
        D+0 00:15 Answered(1, false, RoleId(3)) <- Command(3)
    "#]]
    .assert_eq(&world.log_of(&TOLD));
    assert_eq!(answer_of(&mut world), Some(Answer::Declined(3)));
    assert_eq!(world.state().totals.paid_keur[PLANNER], 0);
}

#[test]
fn who_asked_can_withdraw_whoever_has_the_turn() {
    let withdraw = || Command::Withdraw { request: 1, reason: "Niet meer nodig".to_owned() };
    let mut world = asked().decide(role(PRORAIL), counter(kept(1, 60), 400)).ticks(1);
    assert_eq!(world.submit(role(PRORAIL), withdraw()), Err(Refusal::NotAsker { from: PLANNER }));
    world = world.decide(role(PLANNER), withdraw()).ticks(1);
    assert_eq!(answer_of(&mut world), Some(Answer::Withdrawn(3)));
    assert_eq!(world.submit(role(PLANNER), withdraw()), Err(Refusal::Answered), "not twice");
    assert_eq!(world.submit(role(PLANNER), answer(true)), Err(Refusal::Answered));
    assert_eq!(world.state().totals.paid_keur[PLANNER], 0);
    // Nor does it lapse any more.
    world = world.ticks(100);
    expect![[r#"
        D+0 00:00 Asked(1) <- Command(1)
        D+0 00:00 Countered(1, RoleId(0)) <- Command(2)
        D+0 00:15 Withdrawn(1) <- Command(3)
    "#]]
    .assert_eq(&world.log_of(&["Asked", "Countered", "Answered", "Lapsed", "Withdrawn"]));
}

#[test]
fn what_nobody_answers_lapses_and_a_counter_begins_the_time_again() {
    let mut world = asked().ticks(47).decide(role(PRORAIL), counter(kept(1, 200), 400));
    // Twelve hours after the counter, not after the request; the last moment is still in time.
    world = world.ticks(48);
    assert_eq!(answer_of(&mut world), None);
    assert_eq!(world.state().lapses, Some(Tick(95)));
    let late = Tick(96);
    let too_late = world.submit_for(role(PLANNER), late, answer(true));
    assert_eq!(too_late, Err(Refusal::LapsesBefore { at: Tick(95) }));
    world = world.ticks(1);
    assert_eq!(answer_of(&mut world), Some(Answer::Lapsed(Tick(95))));
    assert_eq!(world.state().lapses, None);
    for command in [answer(true), answer(false), counter(kept(2, 200), 9)] {
        assert_eq!(world.submit(role(PLANNER), command), Err(Refusal::Lapsed { at: Tick(95) }));
    }
    expect![[r#"
        D+0 00:00 Asked(1) <- Command(1)
        D+0 11:45 Countered(1, RoleId(0)) <- Command(2)
        D+0 23:45 Lapsed(1) <- Routine
    "#]]
    .assert_eq(&world.log_of(&TOLD));
    assert_eq!(world.state().totals.paid_keur[PLANNER], 0);
}

#[test]
fn an_answer_in_the_last_moment_is_in_time() {
    let mut world = asked().ticks(10);
    world.submit_for(role(PRORAIL), Tick(48), answer(true)).expect("it waits for the last moment");
    world = world.ticks(60);
    assert_eq!(answer_of(&mut world), Some(Answer::Agreed(2)));
    assert_eq!(world.state().totals.paid_keur[PLANNER], 250);
}

#[test]
fn an_owner_proposes_only_what_he_may_and_the_asker_whatever_makes_sense() {
    let mut world = Exercise::with(guarded()).decide(role(PLANNER), ask(kept(2, 90), 0));
    let missing = world.submit(role(PRORAIL), counter(kept(2, 60), 0));
    assert!(matches!(missing, Err(Refusal::BasisMissing { provider: MINISTER, .. })), "{missing:?}");
    world = world.decide(role(PRORAIL), counter(kept(1, 60), 0)).ticks(1);
    // Who asked may stick to more: it is the owner who cannot agree to it.
    world = world.decide(role(PLANNER), counter(kept(2, 60), 80)).ticks(1);
    let missing = world.submit(role(PRORAIL), answer(true));
    assert!(matches!(missing, Err(Refusal::BasisMissing { .. })), "{missing:?}");
    let basis = Command::ProvideBasis { pool: PATHS, limit: 0, reason: "Nood".to_owned() };
    world = world.decide(role(MINISTER), basis).hours(2).decide(role(PRORAIL), answer(true));
    assert_eq!(world.state().pools[PATHS].policy.minimum[Class::Military], 2);
}

#[test]
fn who_asked_cannot_agree_to_what_the_owner_may_no_longer_do() {
    let mut world = asked().decide(role(PRORAIL), counter(kept(1, 10), 0)).ticks(10);
    assert_eq!(world.submit(role(PLANNER), answer(true)), Err(Refusal::EndsBeforeStart));
    // The figure of the country changes under the terms: only one path is left on the line, and none can be kept.
    let mut world = asked().decide(role(PRORAIL), counter(kept(2, 90), 10));
    for edge in world.country.edges.ids().collect::<Vec<_>>() {
        let correction = doorvoerland::sim::command::Correction::Slots(edge, 1);
        world = world.decide(Actor::Lead, Command::Correct { correction, reason: "Spoor weg".to_owned() });
    }
    let refused = world.submit(role(PLANNER), answer(true));
    assert!(matches!(refused, Err(Refusal::MinimaTooHigh { capacity: 1, .. })), "{refused:?}");
}

#[test]
fn a_counter_is_about_the_same_thing_and_says_something_new() {
    let mut world = asked();
    assert_eq!(world.submit(role(PRORAIL), counter(kept(2, 90), 250)), Err(Refusal::SameTerms));
    let quay = Ask::Policy(QUAY, open_policy(), None);
    assert_eq!(world.submit(role(PRORAIL), counter(quay, 0)), Err(Refusal::OtherSubject));
    let basis = Ask::Basis(PATHS, 0, PRORAIL);
    assert_eq!(world.submit(role(PRORAIL), counter(basis, 0)), Err(Refusal::OtherSubject));
    assert_eq!(world.submit(role(PRORAIL), counter(kept(1, 0), 0)), Err(Refusal::EndsBeforeStart));
    let nowhere = Command::Counter { request: 9, about: kept(1, 50), offer_keur: 0, reason: "x".to_owned() };
    let unknown = Refusal::Unknown(doorvoerland::sim::check::Thing::Request);
    assert_eq!(world.submit(role(PRORAIL), nowhere), Err(unknown));
}

#[test]
fn a_basis_has_a_price_too_and_the_one_who_was_asked_provides_it() {
    let basis = || Ask::Basis(PATHS, 0, MINISTER);
    let mut world = Exercise::with(guarded()).decide(role(PLANNER), ask(basis(), 0));
    world = world.ticks(2).decide(role(MINISTER), counter(basis(), 30)).ticks(2);
    world = world.decide(role(PLANNER), answer(true)).ticks(10);
    expect![[r#"
        D+0 00:00 Asked(1) <- Command(1)
        D+0 00:30 Countered(1, RoleId(2)) <- Command(2)
        D+0 01:00 Answered(1, true, RoleId(3)) <- Command(3)
        D+0 01:00 BasisProvided(PoolId(0), 0, RoleId(2), Some(Tick(12))) <- Command(3)
    "#]]
    .assert_eq(&world.log_of(&TOLD));
    assert_eq!(world.state().totals.paid_keur[PLANNER], 30);
    assert_eq!(world.state().pools[PATHS].lifted[0].by, [MINISTER]);
}

#[test]
fn an_answer_that_waited_does_not_count_for_other_terms() {
    let mut world = asked();
    // Two answers wait; before they take effect the owner thinks better of it and the terms change twice.
    world.submit_for(role(PRORAIL), Tick(8), answer(true)).expect("later today");
    world.submit_for(role(PRORAIL), Tick(9), answer(true)).expect("and once more");
    world = world.ticks(1).decide(role(PRORAIL), counter(kept(1, 60), 400)).ticks(1);
    world = world.decide(role(PLANNER), counter(kept(2, 60), 9_000)).ticks(10);
    expect![[r#"
        D+0 00:00 Asked(1) <- Command(1)
        D+0 00:15 Countered(1, RoleId(0)) <- Command(4)
        D+0 00:30 Countered(1, RoleId(3)) <- Command(5)
        D+0 02:00 RefusedLate(2, TermsReplaced) <- Command(2)
        D+0 02:15 RefusedLate(3, TermsReplaced) <- Command(3)
    "#]]
    .assert_eq(&world.log_of(&TOLD));
    assert_eq!(answer_of(&mut world), None);
    // Of two that wait for the same terms the first counts: paid once.
    world.submit_for(role(PRORAIL), Tick(20), answer(true)).expect("later today");
    world.submit_for(role(PRORAIL), Tick(21), answer(true)).expect("and once more");
    world = world.ticks(12);
    assert_eq!(world.state().totals.paid_keur[PLANNER], 9_000);
    assert!(world.log_of(&TOLD).contains("RefusedLate(7, Answered)"), "{}", world.log_of(&TOLD));
}
