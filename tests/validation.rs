//! Published cases, written as scenarios only: what the rules make of them, beside what was seen.
//!
//! Transport and stocks stand here, power, telephone, care and food in `validation/society.rs`. Nothing here is tuned to a case. Each file in `tests/validation` names its source; the defaults that bind are written down
//! with the result.

#[path = "validation/society.rs"]
mod society;

use super::scenario_files::build;
use doorvoerland::{
    scenario::load::Exercise,
    sim::{
        event::NullSink,
        ids::{EdgeId, MovementId},
        state::{Phase, State, What},
        step,
        time::{TICKS_PER_DAY, Tick},
    },
};
use std::collections::BTreeMap;

/// A case, run to its end.
struct Case {
    exercise: Exercise,
    /// Departures over each stretch on days 1 to 6, by the day of departure.
    passed: BTreeMap<EdgeId, u32>,
    /// Kilograms of civil freight that they carried: ships on a low river less.
    carried: BTreeMap<EdgeId, u64>,
    end: State,
    /// When the first movement was complete.
    complete: Option<Tick>,
}

/// Days that are counted, after the first, which fills the network.
const DAYS: u32 = 6;

fn run(text: &str) -> Case {
    let exercise = build(text).unwrap_or_else(|error| panic!("{error}"));
    let (country, plan) = (exercise.country.clone(), exercise.plan.clone());
    let mut state = State::new(&country, &plan);
    let mut passed: BTreeMap<EdgeId, u32> = BTreeMap::new();
    let mut carried: BTreeMap<EdgeId, u64> = BTreeMap::new();
    while state.tick < plan.end() {
        let now = state.tick;
        step::tick(&country, &plan, &mut state, &mut NullSink);
        if !(1..=DAYS).contains(&now.day()) {
            continue;
        }
        let left = state.consignments.active().map(|(_, row)| row);
        let left = left.filter(|row| row.phase == Phase::Moving && row.departed == now);
        for row in left {
            let Some(path) = row.path.and_then(|path| state.path(&plan, path)) else { continue };
            let load = match row.what {
                What::Freight(demand) => u64::from(country.demands[demand].carries_kg),
                What::Movement(..) | What::Special(_) => 0,
            };
            let gauge = row.od.and_then(|od| plan.routes.ods[od].gauge);
            let load = load * u64::from(state.network.ship_load(gauge)) / 1000;
            for link in path.links() {
                *passed.entry(link.edge()).or_default() += 1;
                *carried.entry(link.edge()).or_default() += load;
            }
        }
    }
    let complete = state.movements.get(MovementId(0)).and_then(|row| row.completed);
    Case { exercise, passed, carried, end: state, complete }
}

impl Case {
    fn edge(&self, code: &str) -> EdgeId {
        let country = &self.exercise.country;
        country.edges.find(|edge| edge.code == code).unwrap_or_else(|| panic!("no stretch {code}"))
    }

    /// Departures a day over a stretch, both ways.
    fn daily(&self, code: &str) -> u32 {
        self.passed.get(&self.edge(code)).copied().unwrap_or(0) / DAYS
    }

    /// Tonnes a day over a stretch, both ways.
    fn daily_tonnes(&self, code: &str) -> u64 {
        self.carried.get(&self.edge(code)).copied().unwrap_or(0) / 1000 / u64::from(DAYS)
    }
}

const ZEVENAAR: &str = "rail.zevenaar-zevenaar-grens";
const VENLO: &str = "rail.venlo-venlo-grens";
const OLDENZAAL: &str = "rail.oldenzaal-oldenzaal-grens";

/// An ordinary week: about 137 freight trains over the German border, 75 of them at Zevenaar (ProRail over 2022).
#[test]
fn an_ordinary_week_runs_as_counted() {
    let case = run(include_str!("validation/ordinary.ron"));
    let near = |found: u32, source: u32| found.abs_diff(source) * 10 <= source;
    assert!(near(case.daily(ZEVENAAR), 75), "{}", case.daily(ZEVENAAR));
    let german =
        [ZEVENAAR, VENLO, OLDENZAAL, "rail.zuidbroek-nieuweschans-grens", "rail.coevorden-coevorden-grens"];
    let german: u32 = german.into_iter().map(|code| case.daily(code)).sum();
    assert!(near(german, 137), "{german}");
    assert_eq!(case.end.totals.given_up.0.iter().sum::<u32>(), 0, "nothing is called off");
}

/// Third-track works at Zevenaar-Oberhausen: under single track 25-40 % of the trains are diverted, 20-30 a day over the
/// Brabantroute (spoorpro 2015; Leidsch Dagblad 2016). What binds: what the neighbour takes over at Zevenaar (a quarter of four
/// an hour), and of the ways over another crossing the fastest with room. Found 38 % and 26 a day. Of the ten a day seen on the
/// Bentheim route one appears: Venlo is faster and has room in most hours.
#[test]
fn single_track_at_zevenaar_diverts_a_third() {
    let (before, under) =
        (run(include_str!("validation/ordinary.ron")), run(include_str!("validation/single-track.ron")));
    let (was, is) = (before.daily(ZEVENAAR), under.daily(ZEVENAAR));
    let diverted = (was - is) * 100 / was;
    assert!((25..=40).contains(&diverted), "{diverted} % of {was}");
    let brabant = under.daily(VENLO) - before.daily(VENLO);
    let bentheim = under.daily(OLDENZAAL) - before.daily(OLDENZAAL);
    assert!((20..=30).contains(&brabant), "{brabant} a day more over the Brabantroute");
    assert!((1..=15).contains(&bentheim), "{bentheim} a day more over Bentheim");
}

/// Full closure, twenty weeks of 2024-2026 (railtech.be): the Brabantroute saturates and the rest is called off or goes by road
/// and water. What binds: two slots an hour and direction at Venlo.
#[test]
fn full_closure_at_zevenaar_saturates_the_brabant_route() {
    let case = run(include_str!("validation/full-closure.ron"));
    assert_eq!(case.daily(ZEVENAAR), 0);
    let venlo = case.daily(VENLO);
    assert!((80..=96).contains(&venlo), "{venlo} of 96 slots a day");
    let given_up: u32 = case.end.totals.given_up.0.iter().sum();
    assert!(given_up > 50, "{given_up} called off");
}

/// One brigade by ship through Vlissingen with peacetime paths: unloaded in one to two days, across in 20-30 days (dvidshub,
/// PZC, NOS on the moves of 2022 and 2023). What binds: three sets of heavy wagons with a cycle of four days, four barges with
/// five; not the paths. Found 22 days.
#[test]
fn a_brigade_through_vlissingen_takes_three_to_four_weeks() {
    let case = run(include_str!("validation/vlissingen.ron"));
    let complete = case.complete.expect("it arrives in the end");
    let days = complete.since(Tick(TICKS_PER_DAY)).0 / TICKS_PER_DAY;
    assert!((20..=30).contains(&days), "{days} days");
}

/// A container terminal stopped by malware for ten days (as in Rotterdam in June 2017): next to nothing leaves by it, and
/// what waits shows.
#[test]
fn malware_at_a_terminal_empties_the_railway_behind_it() {
    let (before, under) =
        (run(include_str!("validation/ordinary.ron")), run(include_str!("validation/malware.ron")));
    let stretch = "rail.waalhaven-kijfhoek";
    assert!(under.daily(stretch) < before.daily(stretch), "{} a day", under.daily(stretch));
    assert!(under.end.totals.given_up.0.iter().sum::<u32>() > 100);
    assert!(under.end.totals.civil_delay_ticks > 5 * before.end.totals.civil_delay_ticks);
}

/// A dry summer on the Rhine: ships load half (Kaub 135 cm; Deutsche Bank Research 2023). More ships sail, less arrives: in 2018
/// cargo on the Rhine was down by a third in November (Destatis).
#[test]
fn a_dry_summer_sends_more_ships_with_less() {
    let (before, under) =
        (run(include_str!("validation/ordinary.ron")), run(include_str!("validation/dry-summer.ron")));
    let lobith = "water.pannerdensche-kop-lobith";
    let (was, is) = (before.daily(lobith), under.daily(lobith));
    assert!(is > was, "{is} ships a day in place of {was}");
    let cargo = under.daily_tonnes(lobith) * 100 / before.daily_tonnes(lobith);
    assert!((55..=90).contains(&cargo), "{cargo} % of the ordinary tonnes");
}

/// Supermarkets in March 2020 (CBS): 35, 22, 8.6 and 7 per cent more turnover in four weeks; within five points.
#[test]
fn hoarding_of_2020_fades_week_by_week() {
    use doorvoerland::sim::{figures::SocialFigure, metric, metric::Metric};
    let exercise = build(include_str!("validation/hoarding.ron")).unwrap_or_else(|error| panic!("{error}"));
    let (country, plan) = (exercise.country.clone(), exercise.plan.clone());
    let mut state = State::new(&country, &plan);
    let mut weeks = Vec::new();
    for _ in 0..4 {
        let mut sum = 0;
        for _ in 0..7 * TICKS_PER_DAY {
            step::tick(&country, &plan, &mut state, &mut NullSink);
            sum += metric::value(&country, &state, Metric::Society(SocialFigure::Hoarding, None));
        }
        weeks.push(sum / i64::from(7 * TICKS_PER_DAY));
    }
    for (model, seen) in weeks.iter().zip([350, 220, 86, 70]) {
        assert!((model - seen).abs() <= 50, "{weeks:?} beside 350, 220, 86, 70: at most 50 off");
    }
}

/// Both pipelines to Schiphol shut: after a day a part of the fuel comes by road, the airport lives on its store of five days,
/// and then those who need it feel it. The pipelines to elsewhere run on.
#[test]
fn without_its_pipelines_schiphol_lives_on_its_store() {
    let (before, under) =
        (run(include_str!("validation/ordinary.ron")), run(include_str!("validation/pipeline.ron")));
    let country = &under.exercise.country;
    let fuel = country.goods.find(|row| row.code == "kerosene").expect("there is jet fuel");
    let region = country.regions.find(|row| row.code == "VR12").expect("the region of Schiphol");
    let daily = country.goods[fuel].daily_kg[region];
    assert_eq!(daily, 10_000_000, "ten batches of a thousand tonnes");
    let store = |case: &Case| case.end.supply[fuel].store_kg[region];
    assert!(store(&before) > 4 * daily, "{} kg", store(&before));
    assert_eq!(store(&under), 0);
    // Eight days without would leave three days short: three batches in ten go by road after a day.
    let short = under.end.supply[fuel].short_kg[region];
    assert!((daily / 2..daily * 2).contains(&short), "{short} kg short");
    let level = under.end.processes.level(country.goods[fuel].process, region).permille();
    assert_eq!(level, 100, "nothing flies without fuel but what has some on board");
    assert_eq!((before.daily("pipe.pernis-schiphol"), under.daily("pipe.pernis-schiphol")), (5, 0));
    assert_eq!(before.daily("pipe.pernis-eindhoven"), under.daily("pipe.pernis-eindhoven"));
}

/// The course of a case hour by hour, with what the score makes of its end.
fn scored(text: &str) -> (Exercise, State, Vec<State>) {
    let exercise = build(text).unwrap_or_else(|error| panic!("{error}"));
    let mut state = State::new(&exercise.country, &exercise.plan);
    let mut hours = Vec::new();
    while state.tick < exercise.plan.end() {
        step::tick(&exercise.country, &exercise.plan, &mut state, &mut NullSink);
        if state.tick.starts_hour() {
            hours.push(state.clone());
        }
    }
    (exercise, state, hours)
}

/// The criterion with this number, as it stands.
fn criterion(exercise: &Exercise, state: &State, code: &str) -> doorvoerland::sim::score::CriterionScore {
    let rows = doorvoerland::sim::score::profile(&exercise.country, state);
    let score = exercise.country.score.as_ref().expect("the shipped country is scored");
    let found = rows.into_iter().find(|row| score.criteria[row.criterion].code == code);
    found.expect("a criterion of the shipped country")
}

/// Diemen 2015 on the Belgian scale Sa, by hand: 2.2 million people x 3 h x 0.5 = 0.14 million weighted person-days, class 4 (25 000 to
/// 250 000). The electricity of the model alone must be within a quarter of that. The guide of the scale adds what follows from it
/// (telephone, internet, shops, trains): found 580 000, four times as much and one class higher. The score shows that sum.
#[test]
fn diemen_2015_is_class_four_of_unmet_needs() {
    let (exercise, end, hours) = scored(include_str!("validation/diemen-2015.ron"));
    let country = &exercise.country;
    let electricity = country.processes.find(|row| row.code == "EL").expect("there is electricity");
    let lost: u64 = hours
        .iter()
        .flat_map(|state| {
            let of = |(region, info): (_, &doorvoerland::sim::country::Region)| {
                u64::from(info.population) * u64::from(state.felt_loss(electricity, region))
            };
            country.regions.iter().map(of)
        })
        .sum();
    // Thousandths of a person for an hour, at half the weight.
    let days = lost / 1000 / 24 / 2;
    assert!(
        (103_000..=172_000).contains(&days),
        "{days} weighted person-days of electricity, by hand 137 500"
    );
    let step = |days: u64| {
        let limits = [500, 5_000, 25_000, 250_000, 1_500_000, 10_000_000];
        doorvoerland::sim::scale::step(i64::try_from(days).expect("few"), &limits)
    };
    assert_eq!(step(days), 4);
    let scales = criterion(&exercise, &end, "2.3").scales;
    let (all, class) = scales[1];
    let days = i64::try_from(days).expect("few");
    assert!((3 * days..=6 * days).contains(&all), "{all} with what follows, {days} without");
    assert_eq!(class, 5);
}

/// A pandemic: catastrophic by the letter of December 2024, class E by the forty thousand deaths that RIVM worked out in 2006. The input is
/// who needs intensive care; who dies follows from the beds. Margin: a quarter on either side of 40 000. Found 46 214: nearly all of the
/// 44 800, and ordinary patients who find their bed taken.
#[test]
fn a_pandemic_is_catastrophic_by_its_deaths() {
    let (exercise, end, _) = scored(include_str!("validation/pandemic.ron"));
    let deaths = criterion(&exercise, &end, "2.1");
    let doorvoerland::sim::score::Standing::Placed(count, place) = deaths.standing else {
        panic!("deaths are computed: {deaths:?}")
    };
    assert!((30_000..=50_000).contains(&count), "{count} deaths");
    assert_eq!(doorvoerland::sim::scale::class(place), Some(4), "class E");
    assert_eq!(deaths.scales[0].1, 7);
}

/// An ordinary week: nobody dies for want of care, nothing is lost, every requirement is met.
#[test]
fn an_ordinary_week_scores_nothing() {
    let (exercise, end, _) = scored(include_str!("validation/ordinary.ron"));
    for row in doorvoerland::sim::score::profile(&exercise.country, &end) {
        let code = &exercise.country.score.as_ref().expect("scored").criteria[row.criterion].code;
        if let doorvoerland::sim::score::Standing::Placed(value, _) = row.standing {
            assert_eq!(value, 0, "criterion {code}");
        }
    }
}
