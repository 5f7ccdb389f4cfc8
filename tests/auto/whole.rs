//! Automatic players in a whole exercise: calm, lawful, repeatable.

use doorvoerland::{
    assets,
    auto::{CALM, players::Players},
    geo::map::MapData,
    scenario::{load, source::Source},
    session::Session,
    sim::{
        check::narrowest,
        command::{Actor, Ask, By, Command},
        country::Class,
        state::Answer,
        time::Tick,
    },
    text::{Language, Texts},
};
use std::collections::BTreeMap;

/// The built-in exercise, not recorded.
fn session() -> Session {
    let map = MapData::built_in().expect("the built-in map is whole");
    let scenario = assets::DEFAULT;
    let source = Source::new(scenario.file, scenario.text.to_owned());
    let exercise = load::build(load::world_built_in(), source, &map).expect("the built-in exercise is sound");
    Session::new(exercise.country, exercise.plan, None)
}

#[test]
fn in_a_whole_exercise_they_stay_calm_lawful_and_repeatable() {
    let texts = Texts::new();
    let play = || {
        let mut session = session();
        let players = Players::for_all(&session, &texts, Language::Nl);
        let mut told = Vec::new();
        let length = session.plan().length.0;
        let passed = players.advance(&mut session, length, &mut |_, accepted| told.push(accepted)).unwrap();
        assert_eq!(passed, length);
        (session, told)
    };
    let (session, told) = play();
    assert!(!told.is_empty());
    assert_eq!(session.log().len(), told.len(), "every accepted proposal is a recorded command");
    let mut last: BTreeMap<String, Tick> = BTreeMap::new();
    for record in session.log() {
        assert!(matches!(record.by.actor, Actor::Auto(_)));
        let (what, reason) = match &record.command {
            Command::SetPolicy { pool, reason, .. } => (format!("{pool}"), reason),
            Command::OrderRepair { reason, .. } => (format!("crew of {:?}", record.by.actor), reason),
            Command::PlanMovement { movement, reason, .. } => (format!("{movement}"), reason),
            Command::Ask { about: Ask::Policy(pool, ..) | Ask::Basis(pool, ..), reason, .. } => {
                (format!("asking about {pool}"), reason)
            }
            Command::Ask { about: Ask::Measure(measure, region), reason, .. } => {
                (format!("asking for {measure} in {region:?}"), reason)
            }
            Command::Withdraw { request, reason } => (format!("taking back {request}"), reason),
            Command::Counter { request, reason, .. } | Command::Answer { request, reason, .. } => {
                (format!("request {request} by {:?}", record.by.actor), reason)
            }
            Command::DesignateUrgent { movement, reason } => {
                (format!("urgency of {movement} by {:?}", record.by.actor), reason)
            }
            Command::TakeMeasure { measure, region, reason } => {
                (format!("taking {measure} in {region:?}"), reason)
            }
            Command::EndMeasure { measure, region, reason } => {
                (format!("ending {measure} in {region:?}"), reason)
            }
            Command::AnswerInject { inject, text } => {
                (format!("answer to {inject} by {:?}", record.by.actor), text)
            }
            Command::OpenInject { .. } => continue,
            other => panic!("no automatic player gives {other:?}"),
        };
        assert!(!reason.is_empty() && !reason.contains("[auto-"), "{reason}");
        if let Some(before) = last.insert(what.clone(), record.submitted) {
            assert!(
                record.submitted.since(before) >= CALM,
                "{what} changed at {before} and {}",
                record.submitted
            );
        }
    }
    assert_eq!(play().0.log(), session.log());
}

#[test]
fn what_they_propose_is_allowed() {
    let texts = Texts::new();
    let mut session = session();
    let players = Players::for_all(&session, &texts, Language::En);
    let mut asked = 0;
    while session.head().tick < session.plan().end() {
        for role in doorvoerland::auto::desk::deciders(&session) {
            for proposal in players.proposals(&session, role) {
                asked += 1;
                let by = By { actor: Actor::Auto(role), seat: 0 };
                let now = session.head().tick;
                session
                    .may(by, now, proposal.command.clone())
                    .unwrap_or_else(|error| panic!("{error}: {proposal:?}"));
            }
        }
        players.advance(&mut session, 8, &mut |_, _| {}).unwrap();
    }
    assert!(asked > 0);
}

#[test]
fn who_asks_for_much_gets_a_part_and_takes_it() {
    let texts = Texts::new();
    let mut session = session();
    let country = session.country();
    let quay = country.pools.find(|row| row.code == "terminal.vlissingen-sloe").expect("a terminal");
    let asker = country.roles.find(|row| row.code == "toc-dvvo").expect("movement control");
    let there = narrowest(country, session.head(), quay);
    let mut policy = country.pools[quay].default.clone();
    policy.minimum[Class::Military] = (there / 2) as u16;
    let ask = Command::Ask {
        about: Ask::Policy(quay, policy, None),
        offer_keur: 0,
        reason: "Er komen schepen aan".to_owned(),
    };
    session.submit(By { actor: Actor::Role(asker), seat: 1 }, Tick(0), ask).expect("anybody may ask");
    let players = Players::for_all(&session, &texts, Language::Nl);
    players.advance(&mut session, 8, &mut |_, _| {}).unwrap();
    let row = &session.head().requests[0];
    assert!(row.terms.len() == 2 && matches!(row.answer, Some(Answer::Agreed(_))), "{row:?}");
    let state = &session.head().pools[quay];
    assert_eq!(u32::from(state.policy.minimum[Class::Military]), there / 5);
    assert!(state.until.is_some(), "not for ever");
}
