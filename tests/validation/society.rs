//! Published cases of power, telephone, care and food: what the rules make of them, beside what was seen.
//!
//! Each test names its source and the margin that it keeps, and a failure tells the margin that was reached. What a case gives
//! as its cause (when a station was back, how many people were admitted) is in its scenario; what follows from it is
//! compared. The population, beds and buffers are those of the shipped country, whatever the year and place of the case.

use super::build;
use doorvoerland::{
    scenario::load::{Exercise, vary},
    sim::{
        check,
        command::{Actor, By, Command, Record},
        country::{Cohort, Ward},
        event::NullSink,
        ids::{ProcessId, RegionId},
        metric::{self, Metric},
        state::State,
        step,
        time::{TICKS_PER_DAY, TICKS_PER_HOUR},
    },
};
use std::fmt::Write as _;

/// Says what a case came to beside its margin: `cargo test validation -- --nocapture` shows it when all is well, too.
#[expect(clippy::print_stderr, reason = "the margin that was reached is what a validation is read for")]
fn reached(text: &str) {
    eprintln!("reached: {text}");
}

/// A case being played, tick by tick.
struct Course {
    exercise: Exercise,
    state: State,
}

impl Course {
    fn of(text: &str) -> Self {
        Self::with_seed(text, None)
    }

    fn with_seed(text: &str, seed: Option<u64>) -> Self {
        let mut exercise = build(text).unwrap_or_else(|error| panic!("{error}"));
        if seed.is_some() {
            vary(&mut exercise, seed, None);
        }
        let state = State::new(&exercise.country, &exercise.plan);
        Self { exercise, state }
    }

    fn process(&self, code: &str) -> ProcessId {
        self.exercise.country.processes.find(|row| row.code == code).expect("a process")
    }

    fn region(&self, code: &str) -> RegionId {
        self.exercise.country.regions.find(|row| row.code == code).expect("a region")
    }

    fn tick(&mut self) {
        step::tick(&self.exercise.country, &self.exercise.plan, &mut self.state, &mut NullSink);
    }

    /// A level in thousandths, in a region or as the mean over all people.
    fn level(&self, process: &str, region: Option<&str>) -> i64 {
        let metric = Metric::Level(self.process(process), region.map(|region| self.region(region)));
        metric::value(&self.exercise.country, &self.state, metric)
    }

    /// Levels after each of so many ticks; the first is the moment at which the case begins.
    fn levels(text: &str, ticks: u32, seed: Option<u64>, of: &[(&str, Option<&str>)]) -> Vec<Vec<i64>> {
        let mut course = Self::with_seed(text, seed);
        let mut rows = Vec::new();
        for _ in 0..ticks {
            course.tick();
            rows.push(of.iter().map(|(process, region)| course.level(process, *region)).collect());
        }
        rows
    }
}

const DIEMEN: &str = include_str!("diemen.ron");
const DARK: [&str; 3] = ["VR12", "VR13", "VR25"];

/// Diemen, 27 March 2015 (TenneT, ACM): the station was back 1 h 43 after it failed, and everybody had power after 5 h 31. The
/// course of power within half an hour, on average over ten seeds, because nobody knows beforehand how the work turns out: each is
/// up to a fifth off, so that one seed alone can miss it. Found 105 and 314 minutes in place of 103 and 331.
#[test]
fn power_after_diemen_returns_as_it_did() {
    let of = DARK.map(|region| ("EL", Some(region)));
    let (mut begins, mut ends, mut count) = (0, 0, 0);
    for seed in 0..10 {
        let rows = Course::levels(DIEMEN, 8 * TICKS_PER_HOUR, Some(seed), &of);
        for region in 0..DARK.len() {
            let minutes = |test: &dyn Fn(i64) -> bool| {
                15 * rows.iter().take_while(|row| !test(row[region])).count() as i64
            };
            begins += minutes(&|level| level > 0);
            ends += minutes(&|level| level >= 1000);
            count += 1;
        }
    }
    let [begins, ends] = [begins, ends].map(|sum| sum / count);
    reached(&format!("Diemen, power returns after {begins} minutes (103), all on after {ends} (331)"));
    assert!((begins - 103).abs() <= 30, "returns after {begins} minutes in place of 103");
    assert!((ends - 331).abs() <= 30, "all on after {ends} minutes in place of 331");
}

/// The same: of the masts of T-Mobile about 30 per cent was up after two hours, trains stood still at once, hospitals put off
/// operations and went on with urgent care. Mobile telephony at its lowest 25 to 45 per cent; railways without current at once
/// (diesel traction is a pool of its own); hospitals at full strength. Found 39 per cent of the masts.
#[test]
fn telephone_trains_and_hospitals_take_diemen_as_they_did() {
    for region in DARK {
        let of = ["MOB", "RAIL", "HOSP"].map(|process| (process, Some(region)));
        let rows = Course::levels(DIEMEN, TICKS_PER_DAY, None, &of);
        let least = |at: usize| rows.iter().map(|row| row[at]).min().expect("a day");
        let lowest = least(0);
        reached(&format!("Diemen, {region}: masts {lowest}, railways {}, hospitals {}", least(1), least(2)));
        assert!((250..=450).contains(&lowest), "{region}: {lowest} thousandths of the masts");
        assert_eq!((rows[1][1], least(1)), (0, 0), "{region}: railways, from the first quarter of an hour");
        assert_eq!(least(2), 1000, "{region}: hospitals");
    }
}

/// Power on the Iberian peninsula, hours after the blackout of 28 April 2025 and thousandths of demand served (the operators and
/// ENTSO-E).
const RESTORED: [(u32, i64); 7] =
    [(945, 433), (1345, 777), (1428, 824), (1545, 874), (1645, 921), (1745, 992), (1845, 1000)];

/// The Iberian blackout: the root mean square error against the published points at most 0.05; mobile telephony below 0.3 after three
/// to four hours; water and hospitals hold (0.85, 0.95). The order of the regions is the scenario's and follows the published pace, so the
/// first of these holds the rule of the return and not a forecast. Found 0.020; 0.23 and 0.20; 0.88 and 1.
#[test]
fn a_black_start_like_the_iberian_one() {
    let text = include_str!("iberia.ron");
    let of = ["EL", "MOB", "WAT", "HOSP"].map(|process| (process, None));
    let rows = Course::levels(text, TICKS_PER_DAY, None, &of);
    let at = |hundredths: u32| usize::try_from(hundredths / 25).expect("a tick");
    let squares = RESTORED.iter().map(|(after, seen)| (rows[at(*after)][0] - seen).pow(2)).sum::<i64>();
    let mean = squares / RESTORED.len() as i64;
    reached(&format!("Iberia, root mean square error {} thousandths (50)", mean.isqrt()));
    assert!(mean <= 50 * 50, "root mean square error {} thousandths", mean.isqrt());
    let telephone = [at(300), at(400)].map(|tick| rows[tick][1]);
    assert!(
        telephone[1] < 300 && telephone[0] < 300,
        "{telephone:?} thousandths of the masts after three and four hours"
    );
    let least = |process: usize| rows.iter().map(|row| row[process]).min().expect("a day");
    reached(&format!("Iberia, masts {telephone:?}, water {}, hospitals {}", least(2), least(3)));
    assert!(least(2) >= 850 && least(3) >= 950, "water {}, hospitals {}", least(2), least(3));
}

/// The same points, from the rule: the grid comes down by itself when nearly all power that runs is lost at once, and the black
/// start brings it back as far as the balance allows. The same margin. Found 0.02.
#[test]
fn a_grid_that_collapses_comes_back_at_the_iberian_pace() {
    let of = [("EL", None), ("EL", Some("VR01")), ("EL", Some("VR24"))];
    let rows = Course::levels(include_str!("collapse.ron"), TICKS_PER_DAY, None, &of);
    assert_eq!(rows[0], [0, 0, 0], "all dark at once");
    let at = |hundredths: u32| usize::try_from(hundredths / 25).expect("a tick");
    let squares = RESTORED.iter().map(|(after, seen)| (rows[at(*after)][0] - seen).pow(2)).sum::<i64>();
    let mean = squares / RESTORED.len() as i64;
    reached(&format!("collapse, root mean square error {} thousandths (50)", mean.isqrt()));
    assert!(mean <= 50 * 50, "root mean square error {} thousandths", mean.isqrt());
}

const EMERGENCY_NUMBER: &str = include_str!("emergency-number.ron");

/// The emergency number in June 2019 (midterm review of the national security strategy, 2021; hours from the press): out from 16:00 to
/// 19:15-19:30, 3.3 hours. That within a quarter of an hour. Found 195 minutes.
#[test]
fn the_emergency_number_is_silent_for_three_hours() {
    let rows = Course::levels(EMERGENCY_NUMBER, TICKS_PER_DAY, None, &[("EMC", None), ("PUB", None)]);
    let silent = 15 * rows.iter().filter(|row| row[0] == 0).count() as i64;
    assert!((silent - 200).abs() <= 15, "{silent} minutes in place of 195 to 210");
    let least = rows.iter().map(|row| row[1]).min().expect("a day");
    reached(&format!("112, silent for {silent} minutes (195 to 210), police and fire service {least}"));
    assert!(least < 1000, "police and fire service work without calls, and less well: {least}");
}

/// The same outage for twenty days, because in three hours less than one more person dies of it: police and firefighters in the
/// street find some of those who cannot call. Nobody counted what they saved, so only the direction is held, and that at least
/// three in ten are missed as before. Found 24 in place of 74.
#[test]
fn patrols_find_some_of_those_who_cannot_call() {
    let deaths = |patrols: bool| {
        let longer = EMERGENCY_NUMBER.replace("3h 15m", "480h").replace("days: 1", "days: 21");
        let mut course = Course::of(&longer);
        if patrols {
            let measures = &course.exercise.country.measures.rows;
            let measure = measures.find(|row| row.code == "blauw-op-straat").expect("a measure");
            let actor = Actor::Role(measures[measure].owner);
            let reason = "112 is uitgevallen".to_owned();
            let command = Command::TakeMeasure { measure, region: None, reason };
            let (now, by) = (course.state.tick, By { actor, seat: 0 });
            let record = Record { seq: 1, submitted: now, effective: now, seen: now, by, command };
            let (country, plan) = (&course.exercise.country, &course.exercise.plan);
            assert_eq!(check::check(country, plan, &course.state, &record), Ok(()));
            step::settle(country, plan, &mut course.state, &[record], &mut NullSink);
        }
        (0..20 * TICKS_PER_DAY).for_each(|_| course.tick());
        course.state.health.regions.rows().iter().map(|row| row.missed).sum::<u32>()
    };
    let (without, with) = (deaths(false), deaths(true));
    reached(&format!("112, {with} deaths with patrols, {without} without"));
    assert!(without >= 10 && with < without && with * 10 >= without * 3, "{with} in place of {without}");
}

/// The blockade of 4 July 2022 (CBL): half of the distribution centres shut, empty shelves of fresh goods the same day. In the regions
/// behind them fresh service falls below 0.7 within 12 to 24 hours, an hour before at most. Found after 11.5 hours. The country as a
/// whole stays above it, because half of the centres went on.
#[test]
fn blocked_distribution_centres_empty_shelves_within_a_day() {
    let text = include_str!("blockade.ron");
    let of = [("FOOD", Some("VR04")), ("FOOD", Some("VR17")), ("FOOD", None)];
    let rows = Course::levels(text, TICKS_PER_DAY, None, &of);
    let hours = rows.iter().position(|row| row[0] < 700).map(|ticks| ticks as f64 / 4.0);
    let reached_after = hours.expect("within a day");
    assert!((11.0..=24.0).contains(&reached_after), "below 0.7 after {reached_after} hours");
    reached(&format!("blockade, below 0.7 after {reached_after} hours; after a day {:?}", rows[95]));
    let [blocked, free, all] = rows[95][..] else { panic!("three levels") };
    assert!(blocked < 700 && free == 1000, "{blocked} and {free}");
    assert!((700..900).contains(&all), "the country as a whole {all}");
}

/// A day of the national count of COVID patients: those in intensive care and on wards, and those admitted.
struct Day {
    lying: [i64; 2],
    admitted: [u32; 2],
}

/// December 2020 (LCPS, the daily figures in `lcps_by_day.csv`).
fn december() -> Vec<Day> {
    let rows = include_str!("lcps-december-2020.csv").lines().skip(1);
    rows.map(|line| {
        let cells: Vec<u32> = line.split(',').skip(1).map(|cell| cell.parse().expect("a number")).collect();
        let [intensive, clinic, intensive_admitted, clinic_admitted] = cells[..] else { panic!("{line}") };
        Day {
            lying: [i64::from(clinic), i64::from(intensive)],
            admitted: [clinic_admitted, intensive_admitted],
        }
    })
    .collect()
}

/// The effects by which these people come to hospital, spread over the regions by inhabitants.
fn admissions(inhabitants: &[(String, u64)], people: [u32; 2]) -> String {
    let all: u64 = inhabitants.iter().map(|(_, count)| count).sum();
    let mut text = String::new();
    let mut before = 0;
    for (region, count) in inhabitants {
        let until = before + count;
        let here = people.map(|people| {
            let part = |count: u64| u64::from(people) * count / all;
            part(until) - part(before)
        });
        write!(text, r#"Patients((region: "{region}", clinic: {}, intensive: {})), "#, here[0], here[1])
            .expect("writing to a string");
        before = until;
    }
    text
}

/// A wave of patients: who lay in hospital on each day, of those who were admitted, with the stays that were fitted on the whole
/// file (16.9 and 7.4 days), of which this month is a part: the mean error at most 8 per cent. Beds as far as hospitals opened them. The loads of
/// intensive care in the regions differ by less than ten points when all of it is full. Found 4.4 per cent on wards, 5.2 in intensive
/// care, and 3.6 points.
#[test]
fn hospitals_hold_as_many_patients_as_in_december_2020() {
    let days = december();
    let plain = build(include_str!("ordinary.ron")).unwrap_or_else(|error| panic!("{error}"));
    let regions = plain.country.regions.rows().iter();
    let inhabitants: Vec<(String, u64)> =
        regions.map(|row| (row.code.clone(), u64::from(row.population))).collect();
    let first = &days[0];
    let there = first.lying.map(|count| u32::try_from(count).expect("a count"));
    let mut injects = String::new();
    for (number, day) in days.iter().enumerate().skip(1) {
        let effects = admissions(&inhabitants, day.admitted);
        let words = r#"(nl: "Opnames", en: "Admissions")"#;
        write!(
            injects,
            r#"(code: "d{number}", title: {words}, text: {words}, sender: {words}, receivers: [], channel: Report,
            trigger: At("D+{} 00:00"), effects: [{effects}], objectives: [], expected: {words}, question: {words}, staff_note: {words}), "#,
            number - 1
        )
        .expect("writing to a string");
    }
    let text = format!(
        r#"(code: "lcps", title: (nl: "LCPS", en: "LCPS"), summary: (nl: "Toetsgeval.", en: "Validation case."),
        start: "2020-12-02 00:00", days: 30, seed: 2020, marking: Public,
        at_start: [Holds((what: Lever(SurgeBeds, 300), lasts: "720h")), {}], injects: [{injects}])"#,
        admissions(&inhabitants, there)
    );
    let mut course = Course::of(&text);
    let mut errors = [0.0; 2];
    let mut told = String::new();
    let mut spread = 0.0;
    for day in &days[1..] {
        (0..TICKS_PER_DAY).for_each(|_| course.tick());
        let rows = course.state.health.regions.rows();
        for ward in Ward::ALL {
            let (at, group) = (ward as usize, Cohort::Wounded as usize);
            let lying: i64 =
                rows.iter().map(|row| i64::from(row.beds[at][group] + row.boarding[at][group])).sum();
            let error = (lying - day.lying[at]) as f64 / day.lying[at] as f64;
            errors[at] += error.abs() / (days.len() - 1) as f64;
            write!(told, "{lying} of {}, ", day.lying[at]).expect("writing to a string");
        }
        spread = spread_of_load(&course);
    }
    reached(&format!(
        "patients, mean errors of wards and intensive care {errors:?}, loads differ by {spread}"
    ));
    assert!(errors.iter().all(|error| *error <= 0.08), "mean errors {errors:?}: {told}");
    assert!(spread <= 0.1, "loads of intensive care differ by {spread} (errors {errors:?})");
}

/// How much the loads of intensive care in the regions differ: the standard deviation, weighed by beds.
fn spread_of_load(course: &Course) -> f64 {
    use doorvoerland::sim::figures::CareFigure;
    let care = course.exercise.country.health.as_ref().expect("there is care");
    let loads = care.regions.iter().map(|(region, row)| {
        let metric = Metric::Care(CareFigure::IntensiveLoad, Some(region));
        let load = metric::value(&course.exercise.country, &course.state, metric) as f64 / 1000.0;
        (load, f64::from(row.beds[Ward::Intensive as usize]))
    });
    let loads: Vec<(f64, f64)> = loads.collect();
    let beds: f64 = loads.iter().map(|(_, beds)| beds).sum();
    let mean = loads.iter().map(|(load, beds)| load * beds).sum::<f64>() / beds;
    (loads.iter().map(|(load, here)| (load - mean).powi(2) * here).sum::<f64>() / beds).sqrt()
}
