//! The cascade: buffers, falls at once, rises at a finite rate, what limits what.

use super::tiny::{EL, Exercise, HOSP, MOB, R1, R2, RAIL, inject, level};
use doorvoerland::sim::{
    effect::{DamageKind, Effect, Target},
    plan::Trigger,
    query::{LimitedBy, limited_by},
    time::{Span, Tick},
};
use expect_test::expect;

fn blackout(hours: u32) -> Exercise {
    let target = Target::Process(EL, R1);
    let effect =
        Effect::Impair { target, kind: DamageKind::Physical, loss: level(1000), lasts: Span::hours(hours) };
    Exercise::new().inject(inject("dark", Trigger::At(Tick(4)), vec![effect]))
}

#[test]
fn a_quiet_world_stays_whole_and_steady() {
    let mut world = Exercise::new().hours(48);
    assert_eq!(world.permille(HOSP, R1), 1000);
    assert!(!world.state().processes.is_moving());
    assert_eq!(world.log(), "");
}

#[test]
fn a_fleet_of_masts_fades_a_tank_ends_in_a_cliff_and_traction_stops_at_once() {
    let mut world = blackout(30).ticks(5);
    let mut curve = String::new();
    for hour in 0..14 {
        let row: Vec<String> =
            [EL, MOB, HOSP, RAIL].iter().map(|process| world.permille(*process, R1).to_string()).collect();
        curve.extend([format!("{hour:2} h {}\n", row.join(" "))]);
        world = world.hours(1);
    }
    // MOB: 1 - 0.95 (1 - 0.863^(4 h)); HOSP holds until 5 % of a tank of 10 h is left.
    expect![[r#"
         0 h 0 1000 1000 1000
         1 h 0 577 1000 100
         2 h 0 342 1000 100
         3 h 0 212 1000 100
         4 h 0 140 1000 100
         5 h 0 100 1000 100
         6 h 0 78 1000 100
         7 h 0 65 1000 100
         8 h 0 59 1000 100
         9 h 0 55 1000 100
        10 h 0 53 300 100
        11 h 0 51 300 100
        12 h 0 51 300 100
        13 h 0 50 300 100
    "#]]
    .assert_eq(&curve);
    assert_eq!(world.permille(EL, R2), 1000, "the other region does not notice");
}

#[test]
fn a_longer_tank_never_fails_earlier() {
    let fails_at = |drain: u64| {
        let mut country = super::tiny::country();
        let row = &mut country.arcs[doorvoerland::sim::ids::ArcId(1)];
        row.buffer = doorvoerland::sim::country::Buffer::Tank {
            drain: level(drain),
            refill: level(50),
            steepness_q8: 5120,
        };
        let mut world = blackout(200);
        world.country = country;
        let mut hours = 0;
        while world.permille(HOSP, R1) > 500 && hours < 150 {
            world = world.hours(1);
            hours += 1;
        }
        hours
    };
    let hours: Vec<i32> = [50, 25, 12, 6, 3].map(fails_at).to_vec();
    assert!(hours.is_sorted(), "{hours:?}");
    assert!(hours[0] < 10 && hours[4] > 50, "{hours:?}");
}

#[test]
fn the_limit_is_named_down_to_the_damage() {
    let mut world = blackout(30).hours(3);
    let country = world.country.clone();
    let state = world.state();
    assert_eq!(limited_by(&country, state, MOB, R1), LimitedBy::Supplier(EL));
    assert_eq!(limited_by(&country, state, EL, R1), LimitedBy::Damage(0));
    assert_eq!(limited_by(&country, state, EL, R2), LimitedBy::Nothing);
    expect!["[Process(ProcessId(0)), Damage(0), Inject(InjectId(0))]"]
        .assert_eq(&format!("{:?}", doorvoerland::sim::query::why(&country, state, MOB, R1)));
    let mut world = blackout(2).ticks(4 + 8 + 3);
    let country = world.country.clone();
    assert_eq!(limited_by(&country, world.state(), EL, R1), LimitedBy::Restart);
}
