//! Digital defence upon the shipped country: what each part of it takes from the same digital act, and what it risks.

use super::super::scenario_files::build;
use doorvoerland::{
    scenario::load::Exercise,
    sim::{
        cause::Cause,
        command::{Actor, By, Command, Record},
        country::{Lasting, Lever, Place},
        event::{Claim, Event, Sink},
        ids::{PoolId, RegionId},
        state::{Passing, State},
        step,
        time::{LAST_TICK, TICKS_PER_DAY, Tick},
    },
};
use expect_test::expect;
use std::fmt::Write as _;

const HERE: RegionId = RegionId(16);

fn ordinary() -> Exercise {
    let text = r#"(code: "digitaal", title: (nl: "Digitaal", en: "Digital"), summary: (nl: "Proef.", en: "Trial."),
        start: "2026-10-05 00:00", days: 14, seed: 7, marking: Public)"#;
    build(text).unwrap_or_else(|error| panic!("{error}"))
}

/// Counts what the lead is told.
#[derive(Default)]
struct Told {
    risks: u32,
}

impl Sink for Told {
    fn event(&mut self, _: Tick, event: Event, _: Cause) {
        self.risks += u32::from(event == Event::EscalationRisk);
    }
    fn claim(&mut self, _: PoolId, _: doorvoerland::sim::country::Class, _: Claim) {}
    fn used(&mut self, _: PoolId, _: doorvoerland::sim::country::Class, _: u32, _: u32) {}
}

/// The wiper strikes ten times in one region with these levers in force: mean strength in thousandths, mean hours before repair can
/// begin, and how often in ten days active protection was taken for an attack.
fn struck(exercise: &Exercise, levers: &[(Lever, i16)]) -> (u32, u32, u32) {
    let (country, plan) = (&exercise.country, &exercise.plan);
    let mut state = State::new(country, plan);
    let mut told = Told::default();
    for (lever, more) in levers {
        let what = Lasting::Lever(*lever, *more);
        state.measures.passing.push(Passing {
            what,
            region: None,
            since: Tick(0),
            ends: LAST_TICK,
            cause: Cause::Scenario,
        });
    }
    let vector = country.adversary.as_ref().expect("an opponent").vectors.find(|row| row.code == "wiper");
    for seq in 1..=10 {
        let at = state.tick;
        let command = Command::StageAct { vector: vector.expect("known"), place: Place::Region(HERE), at };
        let by = By { actor: Actor::Lead, seat: 0 };
        let record = Record { seq, submitted: at, effective: at, seen: at, by, command };
        // What holds for a while counts from the first change on.
        if seq == 1 {
            let phase = Command::SetPhase { phase: 3, reason: "trial".to_owned() };
            let first = Record { seq: 100, command: phase, ..record.clone() };
            step::settle(country, plan, &mut state, &[first], &mut told);
            state.measures.passing.push(Passing {
                what: Lasting::Lever(Lever::Campaign, 0),
                region: None,
                since: Tick(0),
                ends: Tick(1),
                cause: Cause::Scenario,
            });
            step::tick(country, plan, &mut state, &mut told);
            step::tick(country, plan, &mut state, &mut told);
        }
        let at = state.tick;
        let Command::StageAct { vector, place, .. } = record.command else { unreachable!() };
        let command = Command::StageAct { vector, place, at };
        let record = Record { submitted: at, effective: at, seen: at, command, ..record };
        step::settle(country, plan, &mut state, &[record], &mut told);
        step::tick(country, plan, &mut state, &mut told);
    }
    let hits: Vec<u32> = state.adversary.acts.iter().map(|act| act.hit_permille).collect();
    let lags = state.damages.open.iter().filter(|row| row.work > 0);
    let lags: Vec<u32> = lags.map(|row| row.workable.since(row.began).0 / 4).collect();
    for _ in 0..10 * TICKS_PER_DAY {
        step::tick(country, plan, &mut state, &mut told);
    }
    assert_eq!(state.adversary.phase, 3, "only the lead sets the phase");
    let mean = |all: &[u32]| all.iter().sum::<u32>() / u32::try_from(all.len().max(1)).expect("few");
    (mean(&hits), mean(&lags), told.risks)
}

#[test]
fn each_part_of_the_digital_defence_takes_its_own_part() {
    let exercise = ordinary();
    let mut table = String::new();
    for (name, levers) in [
        ("nothing", &[][..]),
        ("duty of care", &[(Lever::Hardening, 350)]),
        ("detection", &[(Lever::Detection, 600)]),
        ("sharing", &[(Lever::ThreatSharing, 500)]),
        ("active protection", &[(Lever::ActiveDefence, 1000)]),
        ("technology", &[(Lever::Hardening, -300)]),
        (
            "all",
            &[
                (Lever::Hardening, 350),
                (Lever::Detection, 600),
                (Lever::ThreatSharing, 500),
                (Lever::ActiveDefence, 1000),
            ],
        ),
    ] {
        let (hit, lag, risks) = struck(&exercise, levers);
        writeln!(table, "{name}: strength {hit}, repair after {lag} h, taken for an attack {risks} times")
            .expect("writing to a string");
    }
    expect![[r#"
        nothing: strength 1000, repair after 12 h, taken for an attack 0 times
        duty of care: strength 650, repair after 12 h, taken for an attack 0 times
        detection: strength 700, repair after 12 h, taken for an attack 0 times
        sharing: strength 1000, repair after 6 h, taken for an attack 0 times
        active protection: strength 650, repair after 12 h, taken for an attack 1 times
        technology: strength 1300, repair after 12 h, taken for an attack 0 times
        all: strength 295, repair after 6 h, taken for an attack 1 times
    "#]]
    .assert_eq(&table);
}
