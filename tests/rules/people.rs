//! People: who manages, who asks in vain, who was warned, what is believed and bought.

use super::tiny::{EL, Exercise, HOSP, MOB, R1, R2, country, inject, level};
use doorvoerland::sim::{
    country::{Alarm, AlarmFigures, CURVE_HOURS, Country, Lasting, Lever, Mood, Society},
    effect::{DamageKind, Effect, Target},
    ids::{RegionId, Table},
    plan::Trigger,
    state::PeopleState,
    time::{Span, Tick},
};

fn with_people() -> Country {
    let mut country = country();
    let curve = |hours: usize| {
        let share =
            |hour: usize| i32::try_from(1_000_000 * hours.saturating_sub(hour) / hours).expect("a share");
        (0..=CURVE_HOURS).map(share).collect::<Vec<_>>()
    };
    country.society = Some(Society {
        lived_by: vec![EL],
        alarms: [(900_000, Some(MOB)), (750_000, None), (500_000, Some(HOSP))]
            .map(|(reach_ppm, needs)| AlarmFigures { reach_ppm, needs }),
        vulnerable_ppm: Table::filled(120_000, 2),
        prepared_ppm: 300_000,
        prepared_most_ppm: 350_000,
        prepared_rate_ppm: 137,
        campaign_times: 10,
        recovers_milli: 2_000,
        curves_ppm: [curve(96), curve(24)],
        asking_ppm: 30_000,
        helped_per_100k: 250,
        help_ramp_hours: 24,
        points_per_100k: 800,
        word_of_mouth_ppm: 500_000,
        forgotten_ppm: 4_000,
        hoarded: None,
        hoarding_ends_ppm: 4_117,
        hoarding_met_permille: 800,
        hoarding_starts_ppm: 20_000,
        hoarding_limit_ppm: 41_666,
        trust_ppm: 510_000,
        trust_returns_ppm: 273,
        trust_lost_ppm: 5_000,
        trust_message_ppm: 2_000,
        misinformed_ppm: 80_000,
        misinformed_least_ppm: 8_000,
        misinformation_spreads_ppm: 12_950,
        trust_stops_ppm: 400_000,
        misinformation_fades_ppm: 10_363,
        debunked_ppm: 5_000,
        polarised_ppm: 250_000,
        unrest_ppm: [250_000, 500_000, 400_000, 350_000],
        unrest_follows_ppm: 80_000,
        disturbance_permille: 600,
        disturbance: Some((MOB, 300, 12)),
        places_per_hour_milli: 1_500,
        registered_per_hour: 20,
        asylum_per_hour_milli: 3_000,
        support_lost_ppm: 20,
    });
    country
}

fn dark(hours: u32) -> Effect {
    let (target, kind) = (Target::Process(EL, R1), DamageKind::Physical);
    Effect::Impair { target, kind, loss: level(1000), lasts: Span::hours(hours) }
}

fn lever(lever: Lever, more: i16) -> Effect {
    Effect::Holds { what: Lasting::Lever(lever, more), region: None, lasts: Span::hours(400) }
}

fn mood(mood: Mood, permille: i16) -> Effect {
    Effect::Mood { mood, region: None, permille }
}

fn after(effects: Vec<Effect>, hours: u32) -> Exercise {
    Exercise::with(with_people()).inject(inject("now", Trigger::At(Tick(0)), effects)).hours(hours)
}

fn people(mut world: Exercise, region: RegionId) -> PeopleState {
    world.state().society.regions[region]
}

#[test]
fn an_ordinary_week_is_quiet() {
    let row = people(after(Vec::new(), 24 * 7), R1);
    assert_eq!((row.discomfort, row.unhelped, row.disturbances, row.unrest, row.hoarding), (0, 0, 0, 0, 0));
    assert!((500_000..520_000).contains(&row.trust) && row.misinformed < 85_000, "{row:?}");
}

#[test]
fn need_grows_with_the_hours_and_those_who_prepared_manage_longer() {
    let at = |hours| people(after(vec![dark(200)], hours), R1).discomfort;
    let course: Vec<i32> = [1, 6, 12, 24, 48, 96].map(at).to_vec();
    assert!(course.is_sorted() && course[0] < 50_000 && course[5] > 950_000, "{course:?}");
    let mut ready = with_people();
    ready.society.as_mut().expect("people").prepared_ppm = 900_000;
    let world = Exercise::with(ready).inject(inject("now", Trigger::At(Tick(0)), vec![dark(200)])).hours(24);
    assert!(people(world, R1).discomfort < course[3] / 2);
    assert_eq!(people(after(vec![dark(200)], 48), R2).discomfort, 0, "the other region has light");
    let over = people(after(vec![dark(12)], 48), R1);
    assert_eq!(over.discomfort, 0, "it passes when the light is back");
}

#[test]
fn help_is_not_there_at_once_and_support_points_are_help() {
    let early = people(after(vec![dark(200)], 3), R1);
    let asked = i64::from(early.discomfort) * 3 / 100;
    assert!(early.unhelped > 0 && asked > 0, "nobody is there in the first hours: {early:?}");
    let alone = people(after(vec![dark(200)], 60), R1).unhelped;
    let points = people(after(vec![dark(200), lever(Lever::SupportPoints, 800)], 60), R1).unhelped;
    let defence = people(after(vec![dark(200), lever(Lever::Helpers, 150)], 60), R1).unhelped;
    assert!(points < defence && defence < alone, "{points} {defence} {alone}");
    assert!(people(after(vec![dark(200)], 60), R1).trust < people(after(Vec::new(), 60), R1).trust);
}

#[test]
fn who_cannot_wait_goes_first_and_others_wait_longer() {
    let run = |more| people(after(vec![dark(200), lever(Lever::VulnerableFirst, more)], 72), R1);
    let (plain, first) = (run(0), run(1000));
    assert_eq!(plain.unhelped, first.unhelped, "the same help");
    assert!(first.unhelped_vulnerable < plain.unhelped_vulnerable, "{first:?}");
}

#[test]
fn a_warning_needs_its_line_but_a_siren_does_not() {
    let told = |alarm, dead: bool| {
        let mut effects = Vec::new();
        if dead {
            let target = Target::Process(MOB, R1);
            let lasts = Span::hours(400);
            effects.push(Effect::Impair { target, kind: DamageKind::Digital, loss: level(1000), lasts });
        }
        let mut late = inject("warn", Trigger::At(Tick(8)), vec![Effect::Warn { alarm, region: Some(R1) }]);
        late.effect_after = Span(0);
        let world = Exercise::with(with_people())
            .inject(inject("now", Trigger::At(Tick(0)), effects))
            .inject(late)
            .ticks(10);
        people(world, R1).warned
    };
    assert!(told(Alarm::NlAlert, false) > 850_000);
    assert_eq!(told(Alarm::NlAlert, true), 0);
    assert!(told(Alarm::Siren, true) > 700_000);
    assert!(
        people(after(vec![Effect::Warn { alarm: Alarm::Siren, region: Some(R1) }], 12), R1).warned > 850_000,
        "it spreads by word of mouth"
    );
}

#[test]
fn rumours_grow_without_trust_and_shrink_against_facts() {
    let believed = |effects| people(after(effects, 24 * 10), R1).misinformed;
    let seed = || mood(Mood::Misinformation, 150);
    let (trusted, distrusted) = (believed(vec![seed()]), believed(vec![seed(), mood(Mood::Trust, -400)]));
    let refuted = believed(vec![seed(), mood(Mood::Trust, -400), lever(Lever::Debunking, 1000)]);
    assert!(distrusted > trusted && refuted < trusted, "{trusted} {distrusted} {refuted}");
}

#[test]
fn a_long_night_with_rumours_brings_unrest_and_order_holds_it_down() {
    let effects = |order| {
        vec![
            dark(400),
            mood(Mood::Misinformation, 400),
            mood(Mood::Polarisation, 400),
            mood(Mood::Trust, -300),
            lever(Lever::PublicOrder, order),
        ]
    };
    let (loose, held) = (people(after(effects(0), 24 * 8), R1), people(after(effects(1000), 24 * 8), R1));
    assert!(loose.unrest > 600_000 && loose.disturbances > 0, "{loose:?}");
    assert!(held.unrest < loose.unrest * 2 / 3 && held.disturbances <= loose.disturbances, "{held:?}");
}

#[test]
fn newcomers_need_places_and_places_take_time() {
    let come = Effect::Newcomers { region: Some(R1), people: 300 };
    let without = people(after(vec![come.clone()], 24 * 8), R1);
    let with = people(after(vec![come, lever(Lever::ReceptionPlaces, 400)], 24 * 8), R1);
    assert_eq!((without.places, with.places), (0, 288), "36 a day");
    assert!(with.without_place < without.without_place && with.support < 510_000);
}

#[test]
fn desks_register_both_queues_and_lose_nobody() {
    let come = Effect::Newcomers { region: Some(R1), people: 300 };
    let queues = |first| {
        let mut world = after(vec![come.clone(), lever(Lever::ProtectionFirst, first)], 10);
        let row = &world.state().society;
        (row.unregistered, row.asylum_waiting)
    };
    let (alike, first) = (queues(0), queues(1000));
    // 300 and three an hour come; twenty an hour are registered, from the first or the second hour on.
    assert!((130..=147).contains(&(alike.0 + alike.1)), "{alike:?}");
    assert_eq!(alike.0 + alike.1, first.0 + first.1, "the same desks: {alike:?} {first:?}");
    assert!(alike.1 > 0 && first.1 > alike.1, "{alike:?} {first:?}");
}

#[test]
fn extra_buying_halves_in_a_week_and_ends_sooner_with_a_limit() {
    let bought = |limit| {
        people(after(vec![mood(Mood::Hoarding, 485), lever(Lever::PurchaseLimit, limit)], 24 * 7), R1)
    };
    let (free, limited) = (bought(0).hoarding, bought(700).hoarding);
    assert!((235_000..250_000).contains(&free), "{free}");
    assert!(limited < free / 10, "{limited}");
}
