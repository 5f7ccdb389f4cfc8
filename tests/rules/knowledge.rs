//! What a role knows: dependencies that nobody declared, reports on beds that are late, assessments that are shared, and what a
//! scenario lets begin otherwise.

use super::super::scenario_files::build;
use doorvoerland::{
    scenario::load::Exercise,
    sim::{
        cause::Cause,
        command::{Actor, By, Command, Record},
        country::{Cohort, Lasting, Lever, Ward},
        event::NullSink,
        figures::CareFigure,
        ids::{MeasureId, RegionId},
        metric::{self, Metric},
        state::{Passing, State},
        step,
        time::{LAST_TICK, TICKS_PER_HOUR, Tick},
    },
};
use expect_test::expect;
use std::fmt::Write as _;

fn with(body: &str) -> Exercise {
    let text = format!(
        r#"(code: "weten", title: (nl: "Weten", en: "Knowing"), summary: (nl: "Proef.", en: "Trial."),
        start: "2026-10-05 00:00", days: 30, seed: 7, marking: Public, {body})"#
    );
    build(&text).unwrap_or_else(|error| panic!("{error}"))
}

struct World {
    exercise: Exercise,
    state: State,
    seq: u32,
}

impl World {
    fn of(exercise: Exercise) -> Self {
        let state = State::new(&exercise.country, &exercise.plan);
        Self { exercise, state, seq: 0 }
    }

    fn take(&mut self, code: &str) -> bool {
        let rows = &self.exercise.country.measures.rows;
        let measure: MeasureId = rows.find(|row| row.code == code).expect("a measure");
        let actor = Actor::Role(rows[measure].owner);
        let command = Command::TakeMeasure { measure, region: None, reason: "test".to_owned() };
        let now = self.state.tick;
        self.seq += 1;
        let by = By { actor, seat: 0 };
        let record = Record { seq: self.seq, submitted: now, effective: now, seen: now, by, command };
        let (country, plan) = (&self.exercise.country, &self.exercise.plan);
        let fine = doorvoerland::sim::check::check(country, plan, &self.state, &record).is_ok();
        step::settle(country, plan, &mut self.state, &[record], &mut NullSink);
        fine
    }

    fn days(&mut self, days: u32) {
        self.hours(days * 24);
    }

    fn hours(&mut self, hours: u32) {
        for _ in 0..hours * TICKS_PER_HOUR {
            step::tick(&self.exercise.country, &self.exercise.plan, &mut self.state, &mut NullSink);
        }
    }

    fn value(&self, metric: Metric) -> i64 {
        metric::value(&self.exercise.country, &self.state, metric)
    }
}

#[test]
fn what_nobody_declared_is_known_after_an_analysis_and_stays_known() {
    let mut world = World::of(with(""));
    let before = world.value(Metric::Insight);
    assert!(world.take("ketenanalyse"));
    world.days(1);
    assert_eq!(world.value(Metric::Insight), before, "it takes a day and a half");
    world.days(2);
    assert_eq!(world.value(Metric::Insight), 1000);
    world.state.measures.active.clear();
    world.days(1);
    assert_eq!(world.value(Metric::Insight), 1000, "what was found out is not forgotten");
    assert!(before < 900, "{before}");
}

/// Wounded who come in between two reports wait until the next one says so.
#[test]
fn patients_go_by_the_last_report_on_beds() {
    let mut table = String::new();
    for (name, hours) in [("every six hours", 0), ("once a day", 18)] {
        let mut world = World::of(with(""));
        let passing = |lever, more, ends| {
            let (what, cause) = (Lasting::Lever(lever, more), Cause::Scenario);
            Passing { what, region: None, since: Tick(0), ends, cause }
        };
        world.state.measures.passing.extend([
            passing(Lever::BedReports, hours, LAST_TICK),
            passing(Lever::PatientTransport, 20, LAST_TICK),
            // What ends lets the levers be worked out again.
            passing(Lever::BedReports, 0, Tick(0)),
        ]);
        world.hours(3);
        let row = &mut world.state.health.regions[RegionId(16)];
        row.boarding[Ward::Intensive as usize][Cohort::Wounded as usize] += 120;
        world.state.health.entered += 120;
        let mut waited = 0;
        for _ in 0..72 {
            world.hours(1);
            waited += world.value(Metric::Care(CareFigure::AwaitingBed, None));
        }
        let moved = world.value(Metric::PatientsMoved);
        let dead = world.value(Metric::Care(CareFigure::Deaths, None));
        writeln!(table, "{name}: {moved} moved, {waited} hours of waiting for a bed, {dead} dead")
            .expect("writing to a string");
    }
    expect![[r#"
        every six hours: 76 moved, 930 hours of waiting for a bed, 9 dead
        once a day: 60 moved, 2057 hours of waiting for a bed, 21 dead
    "#]]
    .assert_eq(&table);
}

#[test]
fn an_act_of_parliament_opens_what_is_locked_without_it() {
    let mut world = World::of(with(""));
    assert!(!world.take("ruimte-defensie"), "there is no act yet");
    let mut world = World::of(with(r#"in_force: ["wet-gereedheid"]"#));
    assert!(world.take("ruimte-defensie"), "the scenario begins with the act in force");
    world.days(2);
    let pool = world.exercise.country.pools.find(|row| row.code == "beds.transit").expect("a pool");
    let before = State::new(&world.exercise.country, &world.exercise.plan).pools[pool].units;
    assert_eq!(world.state.pools[pool].units, before + 300);
}

#[test]
fn a_starting_value_counts_in_proportion_and_a_wrong_one_is_told() {
    let lever = |body: &str| {
        let mut world = World::of(with(body));
        world.days(1);
        world.state.measures.lever(Lever::Detection, RegionId(3))
    };
    assert_eq!(lever(""), 0);
    assert_eq!(lever(r#"settings: [(setting: "detection-network", value: 1)]"#), 600);
    assert_eq!(lever(r#"settings: [(setting: "detection-network", value: 0.5)]"#), 300);
    let text = r#"(code: "fout", title: (nl: "F", en: "F"), summary: (nl: "F.", en: "F."),
        start: "2026-10-05 00:00", days: 3, seed: 7, marking: Public, settings: [(setting: "detectie", value: 1)])"#;
    let error = build(text).expect_err("there is no such starting value").to_string();
    assert!(error.contains("there is no starting value \"detectie\""), "{error}");
    assert!(error.contains("detection-network"), "{error}");
}

/// The same preparations help in every kind of crisis: fewer people ask for help in vain in a flood and in a long outage alike, and
/// more can be treated in a pandemic and after a disaster.
#[test]
fn what_was_prepared_helps_in_every_crisis() {
    let flood = r#"at_start: [
        Damage((target: Process("EL", "VR19"), kind: Physical, loss: 1.0, team_hours: 900, teams_max: 2, skill: "grid")),
        Damage((target: Process("WAT", "VR19"), kind: Physical, loss: 1.0, team_hours: 900, teams_max: 2, skill: "water")),
        Damage((target: Process("ROAD", "VR19"), kind: Physical, loss: 0.7, team_hours: 900, teams_max: 2, skill: "civil")),
    ]"#;
    let pandemic = r#"at_start: [
        Impair((target: Process("CARE", "VR19"), kind: Human, loss: 0.8, lasts: "20d")),
        Impair((target: Process("WAT", "VR19"), kind: Human, loss: 0.5, lasts: "20d")),
        Impair((target: Process("EL", "VR19"), kind: Human, loss: 0.4, lasts: "20d")),
    ]"#;
    let mut table = String::new();
    for (name, crisis) in [("flood", flood), ("pandemic", pandemic)] {
        let vain = |settings: &str| {
            let mut world = World::of(with(&format!("{crisis}, {settings}")));
            world.days(6);
            world.value(Metric::Society(doorvoerland::sim::figures::SocialFigure::Unhelped, None))
        };
        let without = vain("");
        let prepared = vain(
            r#"settings: [(setting: "civil-network", value: 1), (setting: "exercised-society", value: 1)]"#,
        );
        writeln!(table, "{name}: {without} ask in vain, {prepared} where society had prepared")
            .expect("writing to a string");
        assert!(prepared < without, "{table}");
    }
    expect![[r#"
        flood: 873059 ask in vain, 701295 where society had prepared
        pandemic: 352263 ask in vain, 209869 where society had prepared
    "#]]
    .assert_eq(&table);
}

/// No shipped exercise needs a war on our own soil: none reaches the phase of strikes on the rear area, and daily life suffers all the same.
#[test]
fn daily_life_suffers_without_a_fight_at_home() {
    for scenario in doorvoerland::assets::SCENARIOS {
        let source = doorvoerland::scenario::source::Source::new(scenario.file, scenario.text.to_owned());
        let world = doorvoerland::scenario::load::world_built_in();
        let exercise =
            doorvoerland::scenario::load::build(world, source, super::super::scenario_files::map())
                .unwrap_or_else(|error| panic!("{error}"));
        assert!(exercise.script.phases.iter().all(|phase| phase.number < 7), "{}", scenario.name);
        let mut world = World::of(exercise);
        let ordinary = world.value(Metric::DailyLife(None));
        for inject in world.exercise.plan.injects.ids().collect::<Vec<_>>() {
            world.seq += 1;
            let now = world.state.tick;
            let by = By { actor: Actor::Lead, seat: 0 };
            let command = Command::FireInject { inject };
            let record = Record { seq: world.seq, submitted: now, effective: now, seen: now, by, command };
            step::settle(
                &world.exercise.country,
                &world.exercise.plan,
                &mut world.state,
                &[record],
                &mut NullSink,
            );
        }
        let lowest = (0..96).map(|_| {
            world.hours(1);
            world.value(Metric::DailyLife(None))
        });
        assert!(lowest.min() < Some(ordinary), "{}", scenario.name);
        assert!(world.state.adversary.phase < 7, "{}", scenario.name);
    }
}
