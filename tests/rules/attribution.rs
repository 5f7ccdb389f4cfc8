//! What the opponent learns, how acts are attributed, and what answers to them do: deterrence against escalation, effort on one
//! threat against that on another.
//!
//! The opponent of `adversary`; each test switches on the figures that it is about.

use super::{
    adversary::{FIRE, OVERLOAD, built, lever, opponent, total, with, world},
    tiny::{MINISTER, R1, level},
};
use doorvoerland::sim::{
    command::{Actor, Command},
    country::{Lever, Place},
    effect::Effect,
    num::Level,
    time::Tick,
};
use expect_test::expect;

#[test]
fn the_opponent_learns_what_works() {
    let learned = |teams: u16| {
        let country = with(|row| {
            row.adaptation_permille = 200;
            for vector in row.vectors.rows_mut() {
                for effect in &mut vector.effects {
                    if let Effect::Damage { teams_max, team_ticks, .. } = effect {
                        (*teams_max, *team_ticks) = (teams, 40);
                    }
                }
            }
        });
        let stage = Command::StageAct { vector: FIRE, place: Place::Region(R1), at: Tick(0) };
        let mut world = world(country, None).decide(Actor::Lead, stage).hours(30);
        world.state().adversary.expects_permille[FIRE]
    };
    // Repaired within the day only the blow counts: half. 1000 + 0.2 (500 - 1000).
    assert_eq!(learned(3), 900);
}

#[test]
fn advice_comes_in_words_of_likelihood() {
    let country = with(|row| row.attribution.rate = level(100));
    let stage = Command::StageAct { vector: FIRE, place: Place::Region(R1), at: Tick(0) };
    let mut world = world(country, None).decide(Actor::Lead, stage).hours(24 * 7);
    let told = world.log_of(&["InjectSent"]);
    expect![[r#"
        D+0 00:00 InjectSent(InjectId(0)) <- Command(1)
        D+0 12:00 InjectSent(InjectId(1)) <- Inject(InjectId(0))
        D+1 08:00 InjectSent(InjectId(2)) <- Inject(InjectId(0))
        D+3 03:00 InjectSent(InjectId(3)) <- Inject(InjectId(0))
    "#]]
    .assert_eq(&told);
    let said: Vec<String> = world
        .state()
        .injects
        .invented
        .iter()
        .skip(1)
        .map(|row| format!("{} {}: {}", row.code, row.title.en, row.text.en))
        .collect();
    expect![[r#"
        [
            "AD-01 fire possible: fire at Een: possible",
            "AD-02 fire likely: fire at Een: likely",
            "AD-03 fire certain: fire at Een: certain",
        ]
    "#]]
    .assert_debug_eq(&said);
    assert_eq!(world.state().injects.invented[1].receivers, [MINISTER]);
}

#[test]
fn effort_on_one_threat_displaces_that_on_another() {
    let evidence = |effects: Vec<Effect>| {
        let mut tiny = world(with(|row| row.attribution.rate = level(20)), None);
        tiny.plan.at_start = effects;
        let stage = |vector| Command::StageAct { vector, place: Place::Region(R1), at: Tick(0) };
        let mut world = tiny.decide(Actor::Lead, stage(FIRE)).decide(Actor::Lead, stage(OVERLOAD)).hours(48);
        let rows = &world.state().adversary.acts;
        [rows[0].evidence.permille(), rows[1].evidence.permille()]
    };
    let even = evidence(Vec::new());
    let focused = evidence(vec![lever(Lever::WatchSabotage, 400), lever(Lever::WatchDigital, -200)]);
    assert_eq!(even[0], even[1]);
    assert!(focused[0] > even[0], "the fire is traced sooner: {focused:?} against {even:?}");
    assert!(focused[1] < even[1], "the overload later: {focused:?} against {even:?}");
}

/// Acts of an opponent over many seeds when government answers firmly; `proved` says how well acts can be traced.
fn answered(response: i16, proved: bool) -> usize {
    let country = with(|row| {
        row.attribution.rate = if proved { level(300) } else { Level::ZERO };
        row.attribution.effort_permille = 1000;
        row.deterrence.gain = level(50);
        for vector in row.vectors.rows_mut() {
            vector.traceability_permille = 1000;
        }
    });
    let mut tiny = world(country, Some(opponent(500, 0)));
    tiny.plan.at_start = vec![lever(Lever::Response, response)];
    let (country, plan) = built(&mut tiny);
    total(&country, &plan, 40, 1500)
}

#[test]
fn an_answer_deters_with_proof_and_provokes_without() {
    let (calm, provoked) = (answered(0, false), answered(800, false));
    assert!(provoked > calm, "without proof an answer brings more acts: {provoked} against {calm}");
    let deterred = answered(800, true);
    assert!(deterred < calm, "with proof it holds back: {deterred} against {calm}");
}

#[test]
fn deterrence_is_half_gone_after_its_half_life() {
    // Half left after four hours.
    let country = with(|row| row.deterrence.kept = level(841));
    let mut world = world(country, None).ticks(1);
    world.state.as_mut().expect("started").adversary.deterrence = Level::ONE;
    let mut world = world.hours(4);
    let left = world.state().adversary.deterrence.permille();
    assert!((495..=505).contains(&left), "{left}");
}
