//! Electricity: who is served, what the spare carries, who is shed, what brings it all down and back, and why.

use super::tiny::{EL, Exercise, HOSP, R1, R2, country, inject, level};
use doorvoerland::sim::{
    cause::Cause,
    country::{Country, Electricity, Element, ElementKind, Fuel, Lasting, Lever, Load, Neighbour, Region},
    effect::{DamageKind, Effect, Target},
    electric_figures::ElectricFigure,
    ids::{DenseId, GridId, ProcessId, RegionId, RhythmId, Table},
    metric::{self, Metric},
    num::Level,
    plan::Trigger,
    power_plan::Weather,
    query::{self, LimitedBy},
    state::Shortfall,
    time::{Span, Tick},
};
use expect_test::{Expect, expect};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const GAS: ProcessId = ProcessId(4);
const R3: RegionId = RegionId(2);
const REGIONS: [RegionId; 3] = [R1, R2, R3];
const GAS_PLANT: GridId = GridId(0);
const WIND: GridId = GridId(1);
const TIE: GridId = GridId(2);
const STATIONS: GridId = GridId(5);

fn element(code: &str, kind: ElementKind, mw: u32) -> Element {
    Element { code: code.to_owned(), kind, mw }
}

/// Three regions in a row, each with a load of 100 MW. R1 has a gas plant of 200 MW, R2 wind of 80, R3 an interconnector
/// of 100 of which 60 is ready. Two circuits of 100 MW between neighbours, one of them spare. R1 has four transformers,
/// one of them spare.
fn grid() -> Electricity {
    let line = |from, to| ElementKind::Line { from, to, parts: 2, spare: 1 };
    let elements = vec![
        element("gas", ElementKind::Plant { region: R1, fuel: Fuel::Gas }, 200),
        element("wind", ElementKind::Plant { region: R2, fuel: Fuel::WindLand }, 80),
        element(
            "tie",
            ElementKind::Tie { region: R3, neighbour: Neighbour::Germany, ready_permille: 600 },
            100,
        ),
        element("line.12", line(R1, R2), 100),
        element("line.23", line(R2, R3), 100),
        element("stations", ElementKind::Station { region: R1, parts: 4, spare: 1 }, 0),
    ];
    Electricity {
        process: EL,
        gas: GAS,
        loads: Table::filled(Load { steady_mw: 100, rhythmic_mw: 0, headroom_mw: 30 }, 3),
        rhythm: RhythmId(0),
        months_permille: vec![1000; 12],
        elements: Table::new(elements),
        ready_permille: vec![1000; Fuel::COUNT],
        linepack_hours: 6,
        protected_permille: 200,
        rota_hours: 2,
        spread_parts: 20,
        collapse_permille: 0,
        black_start: Span::hours(3),
        black_start_per_tick: level(20),
        people_per_customer_centi: 200,
    }
}

fn with(electricity: Electricity) -> Country {
    let mut country = country();
    country.regions.push(Region { code: "R3".to_owned(), name: "Drie".to_owned(), population: 50_000 });
    let mut gas = country.processes[EL].clone();
    "GAS".clone_into(&mut gas.code);
    country.processes.push(gas);
    country.electricity = Some(electricity);
    country
}

fn windy(electricity: Electricity) -> Exercise {
    let mut world = Exercise::with(with(electricity));
    // Everything that turbines can take, day and night.
    world.plan.weather = Weather { wind_permille: vec![1000; 3 * 480], sun_permille: vec![0; 3 * 480] };
    world
}

fn world() -> Exercise {
    windy(grid())
}

fn hit(target: Target, permille: u64, hours: u32) -> Effect {
    Effect::Impair { target, kind: DamageKind::Physical, loss: level(permille), lasts: Span::hours(hours) }
}

fn holds(lever: Lever, more: i16, region: Option<RegionId>, hours: u32) -> Effect {
    Effect::Holds { what: Lasting::Lever(lever, more), region, lasts: Span::hours(hours) }
}

/// These effects from the fifth tick on.
fn struck(world: Exercise, effects: Vec<Effect>) -> Exercise {
    world.inject(inject("strike", Trigger::At(Tick(4)), effects))
}

fn figure(world: &mut Exercise, figure: ElectricFigure) -> i64 {
    let country = world.country.clone();
    metric::value(&country, world.state(), Metric::Electricity(figure, None))
}

/// Levels of the three regions, what limits them, and the load that the grid could not serve.
fn lights(world: &mut Exercise) -> String {
    let state = world.state();
    let row = |region| {
        let permille = state.processes.level(EL, region).permille();
        format!("{permille} {:?}", state.power.limit[region])
    };
    format!("{} ({} short)", REGIONS.map(row).join(" | "), state.power.short_mw)
}

fn course(mut world: Exercise, hours: u32, expected: &Expect) -> Exercise {
    let mut text = String::new();
    for hour in 1..=hours {
        world = world.hours(1);
        text.extend([format!("{hour} h {}\n", lights(&mut world))]);
    }
    expected.assert_eq(&text);
    world
}

#[test]
fn in_an_ordinary_hour_all_is_served_and_import_comes_last() {
    let mut world = world().hours(1);
    assert!(!world.state().power.disturbed);
    // Wind 80 and gas 200 leave 20 of 300 MW to import 60.
    let figures =
        [ElectricFigure::Asked, ElectricFigure::Served, ElectricFigure::Import, ElectricFigure::Reserve];
    assert_eq!(figures.map(|each| figure(&mut world, each)), [300, 300, 20, 40]);
    assert_eq!(figure(&mut world, ElectricFigure::Unserved), 0);
}

#[test]
fn the_spare_circuit_carries_the_first_loss_and_the_second_cuts() {
    // With the interconnector closed, R3 lives by its line, and on 80 of wind and 100 from R1 for two regions.
    let struck_by = |line: u64| {
        struck(world(), vec![hit(Target::Grid(GridId(4)), line, 10), hit(Target::Grid(TIE), 1000, 10)])
    };
    course(
        struck_by(500),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 800 Element(GridId(2)) | 1000 Nothing (20 short)
        "#]],
    );
    course(
        struck_by(1000),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 1000 Nothing | 0 Element(GridId(4)) (100 short)
        "#]],
    );
}

#[test]
fn spare_circuits_that_are_used_bring_more() {
    // R1 alone makes power; R2 and R3 need 200 MW over a line that keeps one circuit of 100 free.
    let dark = || vec![hit(Target::Grid(WIND), 1000, 10), hit(Target::Grid(TIE), 1000, 10)];
    let more = |mut effects: Vec<Effect>| {
        effects.push(holds(Lever::SpareLines, 1000, Some(R2), 10));
        effects
    };
    let mut electricity = grid();
    electricity.elements[GAS_PLANT].mw = 300;
    course(
        struck(windy(electricity.clone()), dark()),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 200 Element(GridId(1)) | 800 Element(GridId(1)) (100 short)
        "#]],
    );
    course(
        struck(windy(electricity), more(dark())),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
        "#]],
    );
}

#[test]
fn a_shortage_is_shed_in_turn_and_protected_load_last() {
    let strike = || vec![hit(Target::Grid(GAS_PLANT), 500, 7)];
    course(
        struck(world(), strike()),
        9,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 400 Element(GridId(0)) | 1000 Nothing | 1000 Nothing (60 short)
             3 h 600 Nothing | 400 Element(GridId(0)) | 1000 Nothing (60 short)
             4 h 800 Nothing | 400 Element(GridId(0)) | 1000 Nothing (60 short)
             5 h 1000 Nothing | 600 Nothing | 400 Element(GridId(0)) (60 short)
             6 h 1000 Nothing | 800 Nothing | 400 Element(GridId(0)) (60 short)
             7 h 400 Element(GridId(0)) | 1000 Nothing | 600 Nothing (60 short)
             8 h 400 Element(GridId(0)) | 1000 Nothing | 800 Nothing (60 short)
             9 h 600 Nothing | 1000 Nothing | 1000 Nothing (0 short)
        "#]],
    );
}

#[test]
fn the_crisis_plan_spreads_it_and_a_region_can_go_first() {
    let strike = vec![hit(Target::Grid(GAS_PLANT), 500, 7), holds(Lever::PowerSpread, 1, None, 7)];
    course(
        struck(world(), strike),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 800 Element(GridId(0)) | 800 Element(GridId(0)) | 800 Element(GridId(0)) (60 short)
        "#]],
    );
    let strike = vec![hit(Target::Grid(GAS_PLANT), 500, 7), holds(Lever::PowerFirst, 1, Some(R1), 7)];
    course(
        struck(world(), strike),
        4,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 400 Element(GridId(0)) | 1000 Nothing (60 short)
             3 h 1000 Nothing | 400 Element(GridId(0)) | 1000 Nothing (60 short)
             4 h 1000 Nothing | 400 Element(GridId(0)) | 1000 Nothing (60 short)
        "#]],
    );
}

#[test]
fn still_and_dark_weather_and_closed_borders_are_named() {
    let still = vec![holds(Lever::Wind, -1000, None, 6)];
    course(
        struck(world(), still),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 600 Weather | 1000 Nothing (40 short)
        "#]],
    );
    let alone = vec![holds(Lever::ImportReady, -600, None, 6)];
    course(
        struck(world(), alone),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 800 Import | 1000 Nothing (20 short)
        "#]],
    );
}

#[test]
fn savings_and_more_import_make_up_for_it() {
    let short = || vec![holds(Lever::Wind, -1000, None, 6)];
    let saved = [short(), vec![holds(Lever::PowerSaving, 200, None, 6)]].concat();
    let bought = [short(), vec![holds(Lever::ImportReady, 400, None, 6)]].concat();
    for effects in [saved, bought] {
        let mut world = struck(world(), effects).hours(2);
        assert!(REGIONS.iter().all(|region| world.permille(EL, *region) == 1000), "{}", lights(&mut world));
    }
}

#[test]
fn plants_burn_what_is_in_the_pipes_first() {
    let strike = vec![hit(Target::Process(GAS, R1), 1000, 30)];
    let world = course(
        struck(world(), strike),
        9,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             3 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             4 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             5 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             6 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             7 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             8 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             9 h 1000 Nothing | 200 Gas | 200 Gas (160 short)
        "#]],
    );
    let (country, mut world) = (world.country.clone(), world);
    let dark = REGIONS.into_iter().find(|region| world.permille(EL, *region) < 1000).expect("somebody");
    let chain = query::why(&country, world.state(), EL, dark);
    assert_eq!(chain, [Cause::Grid(Shortfall::Gas), Cause::Process(GAS)]);
}

#[test]
fn stations_use_their_spare_before_they_cut() {
    for (lost, left) in [(250, 1000), (500, 667), (1000, 0)] {
        let mut world = struck(world(), vec![hit(Target::Grid(STATIONS), lost, 10)]).hours(2);
        assert_eq!(world.permille(EL, R1), left, "{lost} thousandths of the stations lost");
        if left < 1000 {
            let country = world.country.clone();
            let found = query::limited_by(&country, world.state(), EL, R1);
            assert_eq!(found, LimitedBy::Grid(Shortfall::Element(STATIONS)));
        }
    }
}

#[test]
fn a_loss_too_great_to_catch_brings_all_down_and_a_black_start_back() {
    let mut electricity = grid();
    electricity.collapse_permille = 450;
    electricity.black_start_per_tick = level(50);
    let strike = vec![hit(Target::Grid(GAS_PLANT), 1000, 1)];
    course(
        struck(windy(electricity), strike),
        11,
        &expect![[r#"
        1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
        2 h 0 BlackStart | 0 BlackStart | 0 BlackStart (0 short)
        3 h 0 BlackStart | 0 BlackStart | 0 BlackStart (0 short)
        4 h 0 BlackStart | 0 BlackStart | 0 BlackStart (0 short)
        5 h 150 BlackStart | 150 BlackStart | 150 BlackStart (0 short)
        6 h 350 BlackStart | 350 BlackStart | 350 BlackStart (0 short)
        7 h 550 BlackStart | 550 BlackStart | 550 BlackStart (0 short)
        8 h 750 BlackStart | 750 BlackStart | 750 BlackStart (0 short)
        9 h 950 BlackStart | 950 BlackStart | 950 BlackStart (0 short)
        10 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
        11 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
    "#]],
    );
}

#[test]
fn new_load_beyond_the_room_of_the_grid_is_not_connected() {
    let mut world = struck(world(), vec![holds(Lever::NewLoad, 50, Some(R2), 6)]).hours(2);
    let figures = [ElectricFigure::Asked, ElectricFigure::Served, ElectricFigure::Congested];
    assert_eq!(figures.map(|each| figure(&mut world, each)), [330, 330, 20]);
    let mut world = world.hours(7);
    assert_eq!(figures.map(|each| figure(&mut world, each)), [300, 300, 0]);
}

#[test]
fn damage_of_a_network_of_its_own_frees_power_for_others() {
    // Without wind 40 MW are missing for R2 and R3; the half of R2 that is out by its own damage leaves them 50 more.
    let effects = vec![holds(Lever::Wind, -1000, None, 9), hit(Target::Process(EL, R2), 500, 9)];
    course(
        struck(world(), effects),
        2,
        &expect![[r#"
             1 h 1000 Nothing | 1000 Nothing | 1000 Nothing (0 short)
             2 h 1000 Nothing | 500 Nothing | 1000 Nothing (0 short)
        "#]],
    );
}

#[test]
fn what_is_not_served_adds_up() {
    // R1 out by its stations for two hours: 100 MW, 100 000 people on 50 000 connections.
    let mut world = struck(world(), vec![hit(Target::Grid(STATIONS), 1000, 2)]).hours(2);
    assert_eq!(figure(&mut world, ElectricFigure::Served), 200);
    // The three quarters that are over.
    assert_eq!(figure(&mut world, ElectricFigure::Unserved), 75);
    assert_eq!(figure(&mut world, ElectricFigure::CustomerHours), 37_500);
}

/// Hospitals of the fixture hold for ten hours on their own. With half of what they use made good by means of their own
/// they hold nearly twice as long.
#[test]
fn who_has_more_of_its_own_holds_longer() {
    let holds_for = |more: i16| {
        let effects = vec![hit(Target::Grid(STATIONS), 1000, 40), holds(Lever::OwnPower, more, None, 40)];
        let mut world = struck(world(), effects).hours(1);
        (0..40)
            .take_while(|_| {
                world = std::mem::replace(&mut world, Exercise::new()).hours(1);
                world.permille(HOSP, R1) == 1000
            })
            .count()
    };
    assert_eq!([0, 500].map(holds_for), [9, 18]);
}

/// A random grid of six regions.
fn random(dice: &mut ChaCha8Rng) -> Electricity {
    let mut electricity = grid();
    let regions = 6;
    let region = |dice: &mut ChaCha8Rng| RegionId(dice.random_range(0..regions));
    electricity.loads = (0..regions)
        .map(|_| Load { steady_mw: dice.random_range(0..200), rhythmic_mw: 0, headroom_mw: 0 })
        .collect();
    let mut elements = Vec::new();
    for _ in 0..dice.random_range(1..6) {
        let fuel = Fuel::ALL[dice.random_range(0..Fuel::COUNT)];
        let kind = ElementKind::Plant { region: region(dice), fuel };
        elements.push(element("plant", kind, dice.random_range(0..400)));
    }
    for _ in 0..dice.random_range(0..9) {
        let (from, to) = (region(dice), region(dice));
        if from != to {
            let kind = ElementKind::Line { from, to, parts: 2, spare: dice.random_range(0..2) };
            elements.push(element("line", kind, dice.random_range(0..120)));
        }
    }
    electricity.elements = Table::new(elements);
    electricity
}

/// What a grid serves in its first tick, by region.
fn served(electricity: &Electricity, levers: &[Effect]) -> Vec<u32> {
    let mut country = with(electricity.clone());
    for number in 4..=6 {
        country.regions.push(Region { code: format!("R{number}"), name: String::new(), population: 1000 });
    }
    let mut world = Exercise::with(country);
    world.plan.at_start = levers.to_vec();
    let mut world = world.ticks(1);
    let state = world.state();
    let rows = state.power.demand_mw.iter();
    rows.map(|(region, asked)| state.processes.level(EL, region).of_round(*asked)).collect()
}

#[test]
fn nobody_gets_more_than_asked_or_made_and_more_lines_never_serve_less() {
    let mut dice = ChaCha8Rng::seed_from_u64(7);
    let mut short = 0;
    for _ in 0..400 {
        let electricity = random(&mut dice);
        // The transport of a country in the dark costs nothing here; weather is none, so only these make power.
        let made = |row: &Element| match row.kind {
            ElementKind::Plant { fuel, .. } if fuel >= Fuel::Nuclear => row.mw,
            _ => 0,
        };
        let made: u32 = electricity.elements.rows().iter().map(made).sum();
        let asked: u32 = electricity.loads.rows().iter().map(|row| row.steady_mw).sum();
        let before = served(&electricity, &[]);
        let total: u32 = before.iter().sum();
        assert!(total <= made.min(asked), "{total} of {made} made and {asked} asked: {electricity:?}");
        for (got, row) in before.iter().zip(electricity.loads.rows()) {
            assert!(*got <= row.steady_mw, "{electricity:?}");
        }
        short += u32::from(total < asked);
        // However it is divided, the sum is the same.
        let levers = [holds(Lever::PowerSpread, 1, None, 9), holds(Lever::PowerFirst, 2, Some(R2), 9)];
        for lever in levers {
            let other: u32 = served(&electricity, &[lever]).iter().sum();
            assert!(other.abs_diff(total) <= 3, "{other} in place of {total}: {electricity:?}");
        }
        let mut more = electricity.clone();
        let kind = ElementKind::Line {
            from: RegionId(dice.random_range(0..3)),
            to: RegionId(dice.random_range(3..6)),
            parts: 1,
            spare: 0,
        };
        more.elements.push(element("more", kind, dice.random_range(1..200)));
        let after: u32 = served(&more, &[]).iter().sum();
        assert!(after + 3 >= total, "{after} with one more line, {total} without: {electricity:?}");
    }
    assert!(short > 100, "only {short} grids were short of anything");
}

#[test]
fn who_is_to_go_first_never_gets_less_for_it() {
    let mut dice = ChaCha8Rng::seed_from_u64(8);
    let mut helped = 0;
    for _ in 0..400 {
        let electricity = random(&mut dice);
        let first = RegionId(dice.random_range(0..6));
        let before = served(&electricity, &[])[first.index()];
        let after = served(&electricity, &[holds(Lever::PowerFirst, 1, Some(first), 9)])[first.index()];
        assert!(after >= before, "{after} in place of {before}: {electricity:?}");
        helped += u32::from(after > before);
    }
    assert!(helped > 20, "it helped {helped} times only");
}

#[test]
fn what_a_line_carries_falls_only_beyond_its_spare() {
    let kind = ElementKind::Line { from: R1, to: R2, parts: 3, spare: 1 };
    let line = element("line", kind, 100);
    let carried = |lost: u64, released| line.carries_mw(Level::ratio_floor(lost, 3), released);
    assert_eq!([0, 1, 2, 3].map(|lost| carried(lost, 0)), [200, 200, 100, 0]);
    assert_eq!([0, 1, 2, 3].map(|lost| carried(lost, 1000)), [300, 200, 100, 0]);
}
