//! Care: nobody is lost, urgency goes first, soldiers and civilians are alike, the spread helps.

use super::tiny::{Exercise, HOSP, MOB, R1, R2, country, inject, level};
use doorvoerland::sim::{
    country::{Cohort, Country, Health, HospitalRegion, Lasting, Lever, Ward, WardFigures},
    effect::{DamageKind, Effect, Target},
    ids::{RegionId, Table},
    plan::Trigger,
    time::{Span, Tick},
};
use proptest::prelude::*;

fn ward() -> WardFigures {
    WardFigures { occupied_permille: 800, planned_permille: 400, stay_hours: [120, 180, 360, 84] }
}

fn with_care() -> Country {
    let mut country = country();
    let region = |other: RegionId, beds: u32| HospitalRegion {
        beds: [beds, beds / 10],
        treated_milli: 10_000,
        ambulances: 5,
        neighbours: vec![other],
    };
    country.health = Some(Health {
        hospitals: HOSP,
        calls: MOB,
        regions: Table::new(vec![region(R2, 200), region(R1, 400)]),
        wards: [ward(), ward()],
        admitted_permille: [[500, 500], [700, 100], [50, 0]],
        untreated_deaths_permille: [200, 20, 0],
        no_bed_deaths_permille: 10,
        failed_deaths_permille: 20,
        missed_call_deaths_milli: 10,
        planned_from_permille: 950,
        ambulance_permille: 300,
        transfers: 4,
        transfer_from_permille: 100,
        staff: None,
        catch_up_permille: 100,
    });
    country
}

fn casualties(region: RegionId, triage: [u32; 3], military: bool) -> Effect {
    Effect::Casualties { region, triage, military }
}

fn at(tick: u32, effects: Vec<Effect>) -> doorvoerland::sim::plan::Inject {
    inject(&format!("at-{tick}-{}", effects.len()), Trigger::At(Tick(tick)), effects)
}

#[test]
fn an_ordinary_fortnight_leaves_everything_as_it_was() {
    let mut world = Exercise::with(with_care()).hours(24 * 14);
    let state = world.state();
    for (region, beds) in [(R1, [160, 16]), (R2, [320, 32])] {
        let row = &state.health.regions[region];
        for (ward, usual) in Ward::ALL.into_iter().zip(beds) {
            assert!(row.occupied(ward).abs_diff(usual) <= 3, "{ward:?}: {} of {usual}", row.occupied(ward));
        }
        assert_eq!((row.dead, row.deferred, row.untreated()), (0, 0, 0));
    }
    assert_eq!(state.health.moved, 0);
}

#[test]
fn urgency_goes_first_and_soldiers_are_treated_like_anybody() {
    let flood = vec![casualties(R1, [20, 40, 80], false), casualties(R1, [20, 40, 80], true)];
    let mut world = Exercise::with(with_care()).inject(at(4, flood)).hours(4);
    let row = &world.state().health.regions[R1];
    let [first, second, third] = row.waiting;
    assert!(first.iter().sum::<u32>() < 20, "{first:?}");
    assert_eq!(third, [80, 80], "who can wait waits");
    assert!(second[0].abs_diff(second[1]) <= 2, "{second:?}");
    let lying =
        |cohort: Cohort| row.beds.iter().chain(&row.boarding).map(|ward| ward[cohort as usize]).sum::<u32>();
    assert!(lying(Cohort::Wounded).abs_diff(lying(Cohort::Military)) <= 2);
}

#[test]
fn a_hospital_without_power_defers_planned_care_and_loses_patients() {
    let fails = Effect::Impair {
        target: Target::Process(HOSP, R1),
        kind: DamageKind::Physical,
        loss: level(1000),
        lasts: Span::hours(48),
    };
    let mut world = Exercise::with(with_care()).inject(at(4, vec![fails])).hours(40);
    let row = &world.state().health.regions[R1];
    assert!(row.deferred > 0 && row.dead > 0, "{row:?}");
    let other = &world.state().health.regions[R2];
    assert_eq!(other.dead, 0);
    assert!(world.state().health.moved > 0, "who waits is moved to where there is room");
}

#[test]
fn nobody_can_call_and_some_die_of_it() {
    let silent = Effect::Impair {
        target: Target::Process(MOB, R1),
        kind: DamageKind::Digital,
        loss: level(1000),
        lasts: Span::hours(2000),
    };
    let deaths = |relief: u16| {
        let mut effects = vec![silent.clone()];
        if relief > 0 {
            let what = Lasting::Relief(MOB, relief);
            effects.push(Effect::Holds { what, region: None, lasts: Span::hours(2000) });
        }
        let mut country = with_care();
        country.regions[R1].population = 10_000_000;
        let mut world = Exercise::with(country).inject(at(0, effects)).hours(200);
        world.state().health.regions[R1].missed
    };
    assert_eq!((deaths(0), deaths(500)), (20, 10), "0.01 in a million and hour, and half of it");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_patient_is_in_exactly_one_place(
        blows in prop::collection::vec((0_u32..200, 0_u32..2, prop::array::uniform3(0_u32..120), any::<bool>()), 1..6),
        stabilised in 0_u32..80,
        lost in 0_u64..1000,
        surge in -300_i16..400,
        planned in -1000_i16..500,
    ) {
        let mut world = Exercise::with(with_care());
        for (number, (tick, region, triage, military)) in blows.into_iter().enumerate() {
            let effect = casualties(RegionId(region), triage, military);
            world = world.inject(inject(&format!("blow-{number}"), Trigger::At(Tick(tick)), vec![effect]));
        }
        let lasts = Span::hours(60);
        let holds = |lever, more| Effect::Holds { what: Lasting::Lever(lever, more), region: None, lasts };
        let effects = vec![
            Effect::Patients { region: R1, clinic: stabilised, intensive: stabilised / 5, military: true },
            Effect::Impair { target: Target::Process(HOSP, R1), kind: DamageKind::Human, loss: level(lost.max(1)), lasts },
            holds(Lever::SurgeBeds, surge),
            holds(Lever::PlannedCare, planned),
            holds(Lever::PatientsAbroad, 2),
        ];
        let mut world = world.inject(at(8, effects));
        for _ in 0..12 {
            world = world.hours(8);
            let health = &world.state().health;
            prop_assert_eq!(health.accounted(), health.entered);
        }
    }
}

#[test]
fn more_beds_never_cost_lives() {
    let deaths = |surge: i16| {
        let what = Lasting::Lever(Lever::SurgeBeds, surge);
        let effects = vec![
            Effect::Holds { what, region: None, lasts: Span::hours(400) },
            Effect::Patients { region: R1, clinic: 100, intensive: 60, military: false },
        ];
        let mut world = Exercise::with(with_care()).inject(at(4, effects)).hours(24 * 10);
        let rows = world.state().health.regions.rows().iter();
        rows.map(|row| row.dead).sum::<u32>()
    };
    let course = [0, 200, 400, 800].map(deaths);
    assert!(course.is_sorted_by(|less, more| less >= more) && course[0] > course[3], "{course:?}");
}
