//! The impact score: what is summed, how it becomes a class, and that more harm never scores better.

use super::tiny::{EL, Exercise, HOSP, MOB, R1, R2, RAIL, country, inject, level};
use doorvoerland::sim::{
    condition::Condition,
    country::{
        Counted, Country, Criterion, Gauge, GaugeKind, Health, HospitalRegion, Interest, Scale, Score, Term,
        WardFigures,
    },
    effect::{DamageKind, Effect, Target},
    event::NullSink,
    figures::CareFigure,
    ids::{CriterionId, GaugeId, ProcessId, RegionId, Table},
    losses::Loss,
    metric::{Metric, value},
    plan::Trigger,
    scale,
    score::{Standing, impact, profile, served},
    state::State,
    step,
    time::{Span, Tick},
};
use proptest::prelude::*;

/// Electricity and rail over the country.
fn gauge(code: &str, kind: GaugeKind) -> Gauge {
    let term = |process| Term { metric: Metric::Level(process, None), well: 1000, gone: 0 };
    let terms = vec![term(EL), term(RAIL)];
    Gauge { code: code.to_owned(), kind, terms, criteria: Vec::new(), measures: Vec::new() }
}

/// Basic needs by electricity, daily life by electricity and rail, half of the value by electricity.
fn with_score() -> Country {
    let mut country = country();
    // Comes back at once, so that hours can be counted by hand.
    for process in [EL, RAIL] {
        country.processes[process].restart_per_tick = level(1000);
    }
    let counted = |basic, daily, value_permille| Counted { basic, daily, value_permille };
    let criterion = |code: &str, interest, measure, limits| Criterion {
        code: code.to_owned(),
        interest,
        measure,
        limits,
        scales: Vec::new(),
    };
    let lost = |loss| Some(Metric::Lost(loss, None));
    let mut deaths = criterion(
        "2.1",
        Interest::Physical,
        Some(Metric::Care(CareFigure::Deaths, None)),
        Some([10, 100, 1_000, 10_000]),
    );
    deaths.scales.push(Scale {
        code: "Sa".to_owned(),
        measure: Metric::UnmetNeed(None),
        limits: [500, 5_000, 25_000, 250_000, 1_500_000, 10_000_000],
    });
    country.score = Some(Score {
        processes: Table::new(vec![
            counted(true, true, 500),
            counted(false, false, 0),
            counted(false, false, 0),
            counted(false, true, 100),
        ]),
        value_eur: 100,
        repair_eur: 500,
        rights_permille: Table::default(),
        chronic_permille: 10,
        injury_milli: [1000, 100, 3],
        criteria: Table::new(vec![
            criterion("1.1", Interest::Territorial, None, None),
            criterion("1.3", Interest::Territorial, lost(Loss::DigitalDays), None),
            deaths,
            criterion("2.2", Interest::Physical, lost(Loss::Injured), Some([10, 100, 1_000, 10_000])),
            criterion(
                "2.3",
                Interest::Physical,
                lost(Loss::InNeed),
                Some([1_000, 10_000, 100_000, 1_000_000]),
            ),
            criterion("3.1", Interest::Economic, lost(Loss::Value), Some([50, 500, 5_000, 50_000])),
        ]),
        gauges: [("energy", GaugeKind::Baseline), ("society", GaugeKind::Track)]
            .map(|(code, kind)| gauge(code, kind))
            .into_iter()
            .collect(),
    });
    country.health = Some(care());
    country
}

/// Two hundred beds in each region.
fn care() -> Health {
    let region = |other: RegionId| HospitalRegion {
        beds: [200, 20],
        treated_milli: 10_000,
        ambulances: 5,
        neighbours: vec![other],
    };
    let ward = WardFigures { occupied_permille: 800, planned_permille: 400, stay_hours: [120, 180, 360, 84] };
    Health {
        hospitals: HOSP,
        calls: MOB,
        regions: Table::new(vec![region(R2), region(R1)]),
        wards: [ward, ward],
        admitted_permille: [[500, 500], [700, 100], [50, 0]],
        untreated_deaths_permille: [200, 20, 0],
        no_bed_deaths_permille: 10,
        failed_deaths_permille: 20,
        missed_call_deaths_milli: 0,
        planned_from_permille: 0,
        ambulance_permille: 300,
        transfers: 4,
        transfer_from_permille: 100,
        staff: None,
        catch_up_permille: 100,
    }
}

fn lost(process: ProcessId, region: RegionId, permille: u64, hours: u32, kind: DamageKind) -> Effect {
    let target = Target::Process(process, region);
    Effect::Impair { target, kind, loss: level(permille), lasts: Span::hours(hours) }
}

fn after(effects: Vec<Effect>, hours: u32) -> Exercise {
    Exercise::with(with_score()).inject(inject("now", Trigger::At(Tick(0)), effects)).hours(hours)
}

fn measure(world: &mut Exercise, metric: Metric) -> i64 {
    let state = world.state().clone();
    value(&world.country, &state, metric)
}

fn of(world: &mut Exercise, loss: Loss, region: Option<RegionId>) -> i64 {
    measure(world, Metric::Lost(loss, region))
}

#[test]
fn a_quiet_week_costs_nothing() {
    let mut world = after(Vec::new(), 24 * 7);
    for loss in Loss::ALL {
        assert_eq!(of(&mut world, loss, None), 0, "{loss:?}");
    }
    let state = world.state().clone();
    assert_eq!(impact(&world.country, &state, None), Some(0));
    assert!(served(&world.country, &state).iter().all(doorvoerland::sim::score::Served::is_well));
}

/// Ten hours without electricity for a hundred thousand people: 100 000 x 10 / 24 = 41 666 person-days of a basic need; rail falls
/// to a tenth, so that daily life is lost by electricity. Value: half of it by electricity and nine tenths of a tenth by
/// rail, 590 thousandths of 41 666 days at 100 euros: 2 458 thousand euros. The weighted unmet need counts all three.
#[test]
fn ten_dark_hours_add_up_by_hand() {
    let mut world = after(vec![lost(EL, R1, 1000, 10, DamageKind::Physical)], 30);
    let sums = [Loss::InNeed, Loss::Disrupted, Loss::Value].map(|loss| of(&mut world, loss, Some(R1)));
    assert_eq!(sums, [41_666, 41_666, 2_458]);
    assert_eq!(of(&mut world, Loss::InNeed, Some(R2)), 0);
    assert_eq!(of(&mut world, Loss::InNeed, None), 41_666);
    let state = world.state().clone();
    let first = served(&world.country, &state)[0];
    assert_eq!((first.region, first.need_tenths), (R1, 100), "ten hours each");
}

#[test]
fn half_of_it_costs_half_and_the_worst_counts_once() {
    let half = of(&mut after(vec![lost(EL, R1, 500, 10, DamageKind::Physical)], 30), Loss::InNeed, None);
    assert_eq!(half, 20_833);
    // Rail alone is no basic need but daily life; together with electricity it adds nothing.
    let rail = |effects| of(&mut after(effects, 30), Loss::Disrupted, None);
    let alone = rail(vec![lost(RAIL, R2, 1000, 10, DamageKind::Physical)]);
    assert_eq!(alone, 20_833);
    let dark = || lost(EL, R2, 1000, 10, DamageKind::Physical);
    assert_eq!(rail(vec![dark()]), rail(vec![dark(), lost(RAIL, R2, 1000, 10, DamageKind::Physical)]));
}

#[test]
fn only_digital_damage_is_digital() {
    let days = |kind| of(&mut after(vec![lost(MOB, R1, 500, 24, kind)], 30), Loss::DigitalDays, None);
    assert_eq!((days(DamageKind::Digital), days(DamageKind::Physical)), (50_000, 0));
}

/// 20 T1, 100 T2, 1000 T3 of which half soldiers: 120 seriously hurt, 20 + 10 + 3 by weight.
#[test]
fn the_injured_are_counted_by_urgency_and_soldiers_apart() {
    let hurt = |military| Effect::Casualties { region: R1, triage: [10, 50, 500], military };
    let mut world = after(vec![hurt(false), hurt(true)], 1);
    let sums =
        [Loss::Injured, Loss::InjuredWeighted, Loss::InjuredMilitary].map(|loss| of(&mut world, loss, None));
    assert_eq!(sums, [120, 33, 60]);
    // Patients who come by train were hurt elsewhere when they are soldiers.
    let ill = |military| Effect::Patients { region: R1, clinic: 5, intensive: 2, military };
    assert_eq!(of(&mut after(vec![ill(true)], 1), Loss::Injured, None), 0);
    assert_eq!(of(&mut after(vec![ill(false)], 1), Loss::Injured, None), 7);
}

#[test]
fn the_profile_says_what_is_not_computed() {
    let mut world = after(vec![lost(EL, R1, 1000, 10, DamageKind::Digital)], 30);
    let state = world.state().clone();
    let rows = profile(&world.country, &state);
    assert_eq!(rows[0].standing, Standing::NotComputed);
    assert_eq!(rows[1].standing, Standing::Figure(41_666));
    // 41 666 lies between 10 000 (2000) and 100 000 (3000): a bit above the middle of class C.
    assert_eq!(rows[4].standing, Standing::Placed(41_666, 2_619));
    // Electricity, telephone that fails by and by, and rail, half a person-day each; the hospital has its own power.
    assert_eq!(rows[2].scales[0].1, 4);
    // No deaths, nobody injured, C for need, C for value: the two that are nothing count as nothing.
    assert_eq!(impact(&world.country, &state, Some(Interest::Territorial)), None);
    let physical = impact(&world.country, &state, Some(Interest::Physical));
    assert_eq!(physical, Some(scale::weight(2_619) / 3));
}

/// Class C for lack of basic needs (10 000 person-days) is reached in the third hour: 100 000 x 3 / 24 = 12 500.
#[test]
fn an_inject_can_wait_for_a_class_of_a_criterion() {
    let wait = Condition::AtLeast(Metric::Criterion(CriterionId(4)), 2 * scale::CLASS);
    let mut world = Exercise::with(with_score())
        .inject(inject("now", Trigger::At(Tick(0)), vec![lost(EL, R1, 1000, 10, DamageKind::Physical)]))
        .inject(inject("then", Trigger::When(wait, Tick(0)), Vec::new()))
        .hours(5);
    assert_eq!(world.log_of(&["Sent(InjectId(1))"]), "D+0 03:00 InjectSent(InjectId(1)) <- Scenario\n");
    let state = world.state().clone();
    let country = &world.country;
    let asked = allocation_counter::measure(|| {
        std::hint::black_box(value(country, &state, Metric::Criterion(CriterionId(4))));
        std::hint::black_box(value(country, &state, Metric::Impact(Interest::Physical)));
        std::hint::black_box(value(country, &state, Metric::Gauge(GaugeKind::Baseline, GaugeId(0))));
    });
    assert_eq!(asked.count_total, 0, "what conditions ask allocates nothing");
}

/// The hour's sums allocate nothing, whatever is broken.
#[test]
fn counting_allocates_nothing() {
    let mut world = after(vec![lost(EL, R1, 1000, 100, DamageKind::Digital)], 3);
    let (country, plan) = (world.country.clone(), world.plan.clone());
    let mut state = world.state().clone();
    // A tick before has made room for everything else.
    let mut counts = Vec::new();
    for _ in 0..12 {
        let tick = || step::tick(&country, &plan, &mut state, &mut NullSink);
        counts.push(allocation_counter::measure(tick).count_total);
    }
    assert_eq!(counts.split_off(4), [0; 8]);
}

#[test]
fn a_requirement_is_its_weakest_part_and_a_track_the_mean() {
    let mut world = after(vec![lost(RAIL, R2, 600, 10, DamageKind::Physical)], 5);
    // A third of the people live where rail runs at 400: 800 over the country.
    assert_eq!(measure(&mut world, Metric::Gauge(GaugeKind::Baseline, GaugeId(0))), 800);
    assert_eq!(measure(&mut world, Metric::Gauge(GaugeKind::Track, GaugeId(1))), 900);
}

#[test]
fn who_knows_no_score_is_told_nothing() {
    let mut world = Exercise::new().inject(inject(
        "now",
        Trigger::At(Tick(0)),
        vec![lost(EL, R1, 1000, 10, DamageKind::Physical)],
    ));
    world = world.hours(30);
    assert_eq!(of(&mut world, Loss::InNeed, None), 0);
    let state = world.state().clone();
    assert!(profile(&world.country, &state).is_empty());
    assert_eq!(impact(&world.country, &state, None), None);
}

/// Everything that is summed, and the weight of all of it.
fn burden(country: &Country, state: &State) -> Vec<i64> {
    let sums =
        [Loss::Injured, Loss::InjuredWeighted, Loss::InNeed, Loss::Disrupted, Loss::DigitalDays, Loss::Value];
    let lost = sums.map(|loss| value(country, state, Metric::Lost(loss, None)));
    let weights = [None, Some(Interest::Physical), Some(Interest::Economic)]
        .map(|interest| impact(country, state, interest).map_or(0, i64::from));
    lost.into_iter().chain(weights).collect()
}

fn plain_run(effects: Vec<Effect>, hours: u32) -> Vec<Vec<i64>> {
    let mut world = Exercise::with(with_score()).inject(inject("now", Trigger::At(Tick(0)), effects));
    let mut course = Vec::new();
    for _ in 0..hours {
        world = world.hours(1);
        let state = world.state().clone();
        course.push(burden(&world.country, &state));
    }
    course
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// A longer, deeper outage with more casualties is never scored lower, and time takes nothing back.
    #[test]
    fn more_harm_never_scores_lower(
        hours in 1_u32..20, more_hours in 0_u32..10,
        loss in 1_u64..900, more_loss in 0_u64..100,
        hurt in 0_u32..200, more_hurt in 0_u32..400,
    ) {
        let effects = |hours, loss, hurt| vec![
            lost(EL, R1, loss, hours, DamageKind::Digital),
            Effect::Casualties { region: R2, triage: [hurt, hurt, hurt], military: false },
        ];
        let little = plain_run(effects(hours, loss, hurt), 32);
        let much = plain_run(effects(hours + more_hours, loss + more_loss, hurt + more_hurt), 32);
        for (little, much) in little.iter().zip(&much) {
            for (at, (little, much)) in little.iter().zip(much).enumerate() {
                prop_assert!(much >= little, "sum {at}: {much} after {little}");
            }
        }
        for pair in much.windows(2) {
            prop_assert!(pair[1].iter().zip(&pair[0]).all(|(later, earlier)| later >= earlier), "{pair:?}");
        }
    }
}
