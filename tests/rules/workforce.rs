//! Staff: nobody is counted twice, who is missing is missed, more people never make it worse, and weariness goes when its cause goes.

use super::tiny::{EL, Exercise, HOSP, MOB, PRORAIL, R1, R2, RAIL, country, crews, inject, level};
use doorvoerland::sim::{
    cause::Cause,
    country::{Absence, Country, Lasting, Lever, Overload, Sector, StaffNeed, Workforce},
    effect::{DamageKind, Effect, Target},
    ids::{InjectId, PoolId, RegionId, SectorId, Table},
    labour::StaffFigure,
    metric::{self, Metric},
    plan::Trigger,
    query::{self, LimitedBy},
    time::{Span, Tick},
};
use expect_test::expect;
use proptest::prelude::*;
use std::fmt::Write as _;

const CARE: SectorId = SectorId(0);
const GRID: SectorId = SectorId(1);

fn sector(code: &str, people: [u32; 2]) -> Sector {
    let people = Table::new(people.to_vec());
    Sector { code: code.to_owned(), people, parents_ppm: 200_000, travel_ppm: [0, 100_000] }
}

/// Two sectors: hospitals feel every hand beyond nine tenths, the grid lives by its crews.
fn staffed() -> (Country, PoolId) {
    let mut country = country();
    let pool = crews(&mut country, 10);
    let need = |process, sector, from_ppm| StaffNeed { process, sector, from_ppm, depth: level(1000) };
    country.workforce = Some(Workforce {
        sectors: Table::new(vec![sector("care", [10_000, 5_000]), sector("grid", [1_000, 500])]),
        needs: vec![need(HOSP, CARE, 900_000), need(MOB, GRID, 500_000)],
        pools: vec![(pool, GRID)],
        overloads: vec![(GRID, Overload::Teams(pool))],
        travel: [(EL, level(1)), (RAIL, level(900))],
        sick_ppm: 50_000,
        shift_hours: 8,
        overload_ppm: 900_000,
        exhausted_max_ppm: 150_000,
        exhausted_hours: 6,
        resting_ppm: 60_000,
        roster_permille: 600,
        roster_times: 3,
        train_hours: 48,
        efficiency_permille: 600,
    });
    (country, pool)
}

fn holds(what: Lasting, hours: u32) -> Effect {
    Effect::Holds { what, region: None, lasts: Span::hours(hours) }
}

fn at_start(effects: Vec<Effect>) -> Exercise {
    Exercise::with(staffed().0).inject(inject("staff", Trigger::At(Tick(4)), effects))
}

fn there(world: &mut Exercise, sector: SectorId, region: RegionId) -> i64 {
    let state = world.state().clone();
    metric::value(&world.country, &state, Metric::Staff(StaffFigure::There, sector, Some(region)))
}

/// Every day: who is there of the two sectors in the first region, worn out, lent, and the level of the hospitals.
fn course(mut world: Exercise, days: u32) -> String {
    let mut text = String::new();
    for day in 1..=days {
        world = world.hours(24);
        let care = there(&mut world, CARE, R1);
        let grid = there(&mut world, GRID, R1);
        let row = world.state().workforce.sectors[CARE][R1];
        let hospitals = world.permille(HOSP, R1);
        let (lent, worn) = (row.lent, row.absent[Absence::Exhausted as usize]);
        writeln!(
            text,
            "day {day}: care {care}, grid {grid}, worn out {worn}, lent {lent}, hospitals {hospitals}"
        )
        .expect("writing to a string");
    }
    text
}

#[test]
fn an_ordinary_week_has_everybody_it_takes() {
    let mut world = Exercise::with(staffed().0).hours(24 * 7);
    assert_eq!([CARE, GRID].map(|sector| there(&mut world, sector, R1)), [1000, 1000]);
    assert!(world.state().workforce.calm);
    assert_eq!(world.permille(HOSP, R1), 1000);
}

#[test]
fn closed_schools_keep_parents_at_home_and_child_care_brings_most_back() {
    let closed = || holds(Lasting::Lever(Lever::SchoolsClosed, 1000), 72);
    let alone = course(at_start(vec![closed()]), 5);
    let cared = course(at_start(vec![closed(), holds(Lasting::Lever(Lever::ChildCare, 700), 72)]), 5);
    expect![[r#"
        schools closed
        day 1: care 807, grid 807, worn out 27, lent 0, hospitals 897
        day 2: care 795, grid 795, worn out 58, lent 0, hospitals 884
        day 3: care 791, grid 792, worn out 88, lent 0, hospitals 880
        day 4: care 981, grid 981, worn out 79, lent 0, hospitals 1000
        day 5: care 994, grid 994, worn out 41, lent 0, hospitals 1000
        with child care
        day 1: care 942, grid 942, worn out 0, lent 0, hospitals 1000
        day 2: care 940, grid 940, worn out 0, lent 0, hospitals 1000
        day 3: care 940, grid 940, worn out 0, lent 0, hospitals 1000
        day 4: care 997, grid 997, worn out 0, lent 0, hospitals 1000
        day 5: care 999, grid 999, worn out 0, lent 0, hospitals 1000
    "#]]
    .assert_eq(&format!("schools closed\n{alone}with child care\n{cared}"));
}

#[test]
fn the_cause_of_a_level_is_found_behind_the_missing_people() {
    let mut world = at_start(vec![holds(Lasting::Absent(CARE, Absence::Sick, 300), 96)]).hours(48);
    let state = world.state().clone();
    assert_eq!(query::limited_by(&world.country, &state, HOSP, R1), LimitedBy::Staff(CARE));
    let chain = query::why(&world.country, &state, HOSP, R1);
    assert_eq!(chain, [Cause::Staff(CARE), Cause::Inject(InjectId(0))]);
}

#[test]
fn the_called_up_come_back_and_their_teams_with_them() {
    let (country, pool) = staffed();
    let call = holds(Lasting::Absent(GRID, Absence::CalledUp, 200), 48);
    let mut world =
        Exercise::with(country).inject(inject("call", Trigger::At(Tick(4)), vec![call])).hours(40);
    assert_eq!(world.state().pools[pool].units, 8, "two of ten teams are missing");
    let mut world = world.hours(48);
    assert_eq!(world.state().pools[pool].units, 10);
    assert_eq!(world.state().workforce.away, [0]);
    let _ = PRORAIL;
}

#[test]
fn who_moves_is_missed_at_once_and_helps_after_training() {
    let lend = holds(Lasting::Lend(GRID, CARE, 400), 120);
    let text = course(at_start(vec![lend, holds(Lasting::Absent(CARE, Absence::Sick, 200), 200)]), 7);
    expect![[r#"
        day 1: care 797, grid 617, worn out 27, lent 0, hospitals 886
        day 2: care 784, grid 597, worn out 57, lent 0, hospitals 872
        day 3: care 805, grid 594, worn out 87, lent 0, hospitals 895
        day 4: care 803, grid 591, worn out 117, lent 0, hospitals 893
        day 5: care 800, grid 589, worn out 147, lent 0, hospitals 889
        day 6: care 772, grid 965, worn out 177, lent 0, hospitals 859
        day 7: care 768, grid 986, worn out 207, lent 0, hospitals 854
    "#]]
    .assert_eq(&text);
}

#[test]
fn a_long_lack_wears_people_out_and_a_roster_spares_them() {
    let lack = || holds(Lasting::Absent(CARE, Absence::Sick, 150), 24 * 9);
    let plain = course(at_start(vec![lack()]), 14);
    let roster = course(at_start(vec![lack(), holds(Lasting::Lever(Lever::Roster, 1000), 24 * 14)]), 14);
    expect![[r#"
        without relief
        day 1: care 847, grid 1000, worn out 29, lent 0, hospitals 941
        day 2: care 836, grid 1000, worn out 61, lent 0, hospitals 930
        day 3: care 833, grid 1000, worn out 93, lent 0, hospitals 926
        day 4: care 829, grid 1000, worn out 125, lent 0, hospitals 922
        day 5: care 826, grid 1000, worn out 157, lent 0, hospitals 918
        day 6: care 823, grid 1000, worn out 189, lent 0, hospitals 915
        day 7: care 819, grid 1000, worn out 221, lent 0, hospitals 911
        day 8: care 816, grid 1000, worn out 253, lent 0, hospitals 907
        day 9: care 813, grid 1000, worn out 285, lent 0, hospitals 903
        day 10: care 959, grid 1000, worn out 307, lent 0, hospitals 1000
        day 11: care 970, grid 1000, worn out 269, lent 0, hospitals 1000
        day 12: care 974, grid 1000, worn out 231, lent 0, hospitals 1000
        day 13: care 978, grid 1000, worn out 193, lent 0, hospitals 1000
        day 14: care 982, grid 1000, worn out 155, lent 0, hospitals 1000
        with a roster
        day 1: care 800, grid 942, worn out 11, lent 0, hospitals 889
        day 2: care 789, grid 940, worn out 23, lent 0, hospitals 878
        day 3: care 788, grid 940, worn out 35, lent 0, hospitals 876
        day 4: care 787, grid 940, worn out 47, lent 0, hospitals 874
        day 5: care 785, grid 940, worn out 59, lent 0, hospitals 873
        day 6: care 784, grid 940, worn out 71, lent 0, hospitals 872
        day 7: care 783, grid 940, worn out 83, lent 0, hospitals 870
        day 8: care 781, grid 940, worn out 95, lent 0, hospitals 869
        day 9: care 780, grid 940, worn out 107, lent 0, hospitals 867
        day 10: care 926, grid 940, worn out 30, lent 0, hospitals 1000
        day 11: care 939, grid 940, worn out 0, lent 0, hospitals 1000
        day 12: care 939, grid 940, worn out 0, lent 0, hospitals 1000
        day 13: care 940, grid 940, worn out 0, lent 0, hospitals 1000
        day 14: care 940, grid 940, worn out 0, lent 0, hospitals 1000
    "#]]
    .assert_eq(&format!("without relief\n{plain}with a roster\n{roster}"));
}

#[test]
fn overtime_helps_now_and_costs_later() {
    let over = holds(Lasting::Lever(Lever::Overtime, 100), 24 * 8);
    let lack = || holds(Lasting::Absent(CARE, Absence::Sick, 150), 24 * 16);
    let mut plain = at_start(vec![lack()]).hours(48);
    let mut more = at_start(vec![lack(), over]).hours(48);
    let early = [there(&mut plain, CARE, R1), there(&mut more, CARE, R1)];
    assert!(early[1] > early[0], "{early:?}");
    let (mut plain, mut more) = (plain.hours(24 * 7), more.hours(24 * 7));
    let late = [there(&mut plain, CARE, R1), there(&mut more, CARE, R1)];
    assert!(late[1] < late[0], "{late:?}");
}

#[test]
fn trains_that_do_not_run_keep_those_who_come_by_train() {
    let dead = Effect::Impair {
        target: Target::Process(RAIL, R2),
        kind: DamageKind::Physical,
        loss: level(1000),
        lasts: Span::hours(48),
    };
    let mut world =
        Exercise::with(staffed().0).inject(inject("rail", Trigger::At(Tick(4)), vec![dead])).hours(24);
    let cut = world.state().workforce.sectors[CARE][R2].absent[Absence::CutOff as usize];
    assert_eq!(cut, 475, "a tenth of those who are not ill");
    assert_eq!(world.state().workforce.sectors[CARE][R1].absent[Absence::CutOff as usize], 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everybody_is_in_exactly_one_place(
        called in 0_u16..1000,
        sick in 0_u16..1000,
        lent in 0_u16..1000,
        closed in 0_i16..1000,
        roster in 0_i16..1000,
        rail in 1_u64..1000,
    ) {
        let mut world = at_start(vec![
            holds(Lasting::Absent(CARE, Absence::CalledUp, called), 60),
            holds(Lasting::Absent(CARE, Absence::Sick, sick), 60),
            holds(Lasting::Lend(CARE, GRID, lent), 80),
            holds(Lasting::Lend(GRID, CARE, lent), 60),
            holds(Lasting::Lever(Lever::SchoolsClosed, closed), 60),
            holds(Lasting::Lever(Lever::Roster, roster), 60),
            Effect::Impair { target: Target::Process(RAIL, R1), kind: DamageKind::Human, loss: level(rail), lasts: Span::hours(60) },
        ]);
        for _ in 0..12 {
            world = world.hours(10);
            let staff = world.country.workforce.clone().expect("modelled");
            let state = world.state();
            let mut helping = [0; 2];
            for (sector, info) in staff.sectors.iter() {
                for (region, people) in info.people.iter() {
                    let row = &state.workforce.sectors[sector][region];
                    let away: u32 = row.absent.iter().sum();
                    prop_assert_eq!(row.present(*people) + row.lent + away, *people);
                    prop_assert!(row.training <= row.lent);
                    helping[0] += row.lent - row.training;
                    helping[1] += row.joined;
                }
            }
            prop_assert!(helping[1] <= helping[0], "nobody does more than an own worker: {:?}", helping);
        }
        let mut world = world.hours(24 * 10);
        prop_assert_eq!([CARE, GRID].map(|sector| there(&mut world, sector, R1)), [1000, 1000]);
    }

    #[test]
    fn fewer_missing_never_lower_a_level(fewer in 0_u16..900, more in 1_u16..100) {
        let levels = [fewer, fewer + more].map(|sick| {
            let world = at_start(vec![holds(Lasting::Absent(CARE, Absence::Sick, sick), 200)]);
            let mut world = world.hours(30);
            let first = world.permille(HOSP, R1);
            let mut world = world.hours(60);
            [first, world.permille(HOSP, R1)]
        });
        prop_assert!(levels[0] >= levels[1], "{:?}", levels);
    }
}
