//! The doors: files in, an exercise that can be played out, or every fault.
//!
//! The country is built into the program and can be read from a folder instead. Must not keep anything: each load reads
//! anew. See `build` for what happens in between.

use super::{
    book::{Book, Script},
    build::{WorldFiles, book, changes, country, crisis, exercise},
    coverage::{self, CoverageFile},
    fault::{Fault, Faults, ScenarioError},
    noise,
    read::Reader,
    schema::exercise::ExerciseFile,
    sense,
    sensitivity::{self, SensitivityFile},
    source::Source,
    validate,
    vary::{Touched, Vary},
    weather,
};
use crate::{
    geo::map::MapData,
    sim::{country::Country, plan::Plan, time::Span},
};
use std::{path::Path, sync::Arc};

/// An exercise that can be played.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// The country.
    pub country: Arc<Country>,
    /// What the scenario adds for the simulation.
    pub plan: Arc<Plan>,
    /// What the scenario adds for the staff.
    pub script: Arc<Script>,
    /// Names and figures with their sources.
    pub book: Arc<Book>,
}

macro_rules! world_files {
    ($($name:literal),+) => {
        /// The files of the country, in the order they are read.
        pub const WORLD_FILES: &[&str] = &[$($name),+];
        const BUILT_IN: &[(&str, &str)] = &[$((
            concat!("assets/world/", $name),
            include_str!(concat!("../../assets/world/", $name)),
        )),+];
    };
}

world_files!(
    "sources.ron",
    "regions.ron",
    "processes.ron",
    "crews.ron",
    "roles.ron",
    "network.ron",
    "pools.ron",
    "fleets.ron",
    "demand.ron",
    "rules.ron",
    "measures.ron",
    "health.ron",
    "society.ron",
    "generators.ron",
    "score.ron",
    "adversary.ron",
    "crisis.ron",
    "starting.ron",
    "electricity.ron",
    "workforce.ron",
    "economy.ron",
    "messages.ron",
    "playbook.ron"
);

const COVERAGE: &str = include_str!("../../assets/world/coverage.ron");
const SENSITIVITY: (&str, &str) =
    ("assets/world/sensitivity.ron", include_str!("../../assets/world/sensitivity.ron"));

/// The estimates that are built in, to be tried out.
pub fn sensitivity_built_in() -> Source {
    Source::new(SENSITIVITY.0, SENSITIVITY.1.to_owned())
}

/// The files of the country as built into the program.
pub fn world_built_in() -> Vec<Source> {
    BUILT_IN.iter().map(|(name, text)| Source::new(name, (*text).to_owned())).collect()
}

/// The files of the country from a folder; every unreadable one is told.
pub fn world_from(folder: &Path) -> Result<Vec<Source>, ScenarioError> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut sources = Vec::new();
    for name in WORLD_FILES {
        match Source::open(&folder.join(name)) {
            Ok(source) => sources.push(source),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(sources) } else { Err(ScenarioError { faults }) }
}

/// Opens a scenario file and builds it upon the built-in country.
pub fn open(scenario: &Path, map: &MapData) -> Result<Exercise, ScenarioError> {
    build(world_built_in(), Source::open(scenario)?, map)
}

/// Builds a scenario upon a country.
pub fn build(world: Vec<Source>, scenario: Source, map: &MapData) -> Result<Exercise, ScenarioError> {
    let mut sources = world;
    sources.push(scenario);
    let mut faults = Faults::new(&sources);
    let built = build_all(map, &mut faults);
    faults.finish(built)
}

/// Reads what stands for which row of the inventory; `scenario` has the injects that it names.
pub fn coverage(scenario: Source, map: &MapData) -> Result<(Exercise, CoverageFile), ScenarioError> {
    let mut sources = world_built_in();
    sources.push(scenario);
    sources.push(Source::new("assets/world/coverage.ron", COVERAGE.to_owned()));
    let mut faults = Faults::new(&sources);
    let file: Option<CoverageFile> = Reader::file(&mut faults, sources.len() as u16 - 1);
    if let Some(file) = &file {
        coverage::check(file, &mut faults);
    }
    let built = build_all(map, &mut faults);
    faults.finish(built.zip(file))
}

/// Reads the estimates that can be tried out on a scenario, each held against the figures of the country.
pub fn sensitivity(
    list: Source,
    scenario: Source,
    map: &MapData,
) -> Result<(Exercise, SensitivityFile), ScenarioError> {
    let mut sources = world_built_in();
    sources.push(scenario);
    sources.push(list);
    let mut faults = Faults::new(&sources);
    let file: Option<SensitivityFile> = Reader::file(&mut faults, sources.len() as u16 - 1);
    if let Some(file) = &file {
        sensitivity::check(file, &mut faults);
        let survey = Vary::survey(WORLD_FILES);
        drop(world_files(&mut Faults::varying(&sources, &survey)));
        let all = survey.into_touched();
        file.parameters.iter().for_each(|row| sensitivity::check_figures(row, &all, &mut faults));
    }
    let built = build_all(map, &mut faults);
    faults.finish(built.zip(file))
}

/// Builds a scenario upon the built-in country with some of its figures otherwise; says which, in the order of the files.
pub fn build_varied(
    scenario: Source,
    map: &MapData,
    vary: Vary,
) -> Result<(Exercise, Vec<Touched>), ScenarioError> {
    let mut sources = world_built_in();
    sources.push(scenario);
    let mut faults = Faults::varying(&sources, &vary);
    let built = build_all(map, &mut faults);
    let exercise = faults.finish(built)?;
    Ok((exercise, vary.into_touched()))
}

/// Gives an exercise another seed and length, with the noise on the demand that belongs to them.
pub fn vary(exercise: &mut Exercise, seed: Option<u64>, length: Option<Span>) {
    let mut plan = Plan::clone(&exercise.plan);
    plan.seed = seed.unwrap_or(plan.seed);
    plan.length = length.unwrap_or(plan.length);
    plan.cut_rounds();
    plan.demand_noise_permille = noise::demand(plan.seed, plan.length, exercise.country.demands.len());
    plan.weather = weather::weather(&exercise.country, plan.start, plan.seed, plan.length);
    plan.derive(&exercise.country);
    exercise.plan = Arc::new(plan);
}

/// Builds the country alone.
pub fn build_country(world: &[Source], map: &MapData) -> Result<(Country, Book), ScenarioError> {
    let mut faults = Faults::new(world);
    let files = world_files(&mut faults);
    faults.resolve();
    let built = files.and_then(|files| {
        let codes = country::codes(&files);
        let book = book::book(&files, &codes, &mut faults);
        let built = country::country(&files, &codes, map, &mut faults)?;
        validate::country(&files, &built, &mut faults);
        validate::civil_routes(&files, &built, &mut faults);
        Some((built, book?))
    });
    faults.finish(built)
}

fn build_all(map: &MapData, faults: &mut Faults<'_>) -> Option<Exercise> {
    let number = u16::try_from(WORLD_FILES.len()).ok()?;
    // Without any scenario there is nothing to hold against the country.
    let file: ExerciseFile = Reader::file(faults, number)?;
    sense::check(&file, faults);
    let files = world_files(faults);
    faults.resolve();
    let mut files = files?;
    let codes = country::codes(&files);
    let book = book::book(&files, &codes, faults);
    let changes = changes::apply(&mut files, &codes, &file.changes, faults);
    let built = country::country(&files, &codes, map, faults);
    let country = built?;
    validate::country(&files, &country, faults);
    let (mut plan, script) = exercise::exercise(&file, &country, &files.adversary, &codes, faults)?;
    let mut book = book?;
    plan.at_start.extend(crisis::at_start(&file.settings, &book.settings, plan.length, faults)?);
    plan.routes = validate::routes(&files, &file, &country, &plan, faults);
    if faults.is_empty() {
        plan.demand_noise_permille = noise::demand(plan.seed, plan.length, country.demands.len());
        plan.weather = weather::weather(&country, plan.start, plan.seed, plan.length);
        plan.derive(&country);
    }
    book.changes = changes;
    Some(Exercise {
        country: Arc::new(country),
        plan: Arc::new(plan),
        script: Arc::new(script),
        book: Arc::new(book),
    })
}

fn world_files(faults: &mut Faults<'_>) -> Option<WorldFiles> {
    let sources = Reader::file(faults, 0);
    let regions = Reader::file(faults, 1);
    let processes = Reader::file(faults, 2);
    let crews = Reader::file(faults, 3);
    let roles = Reader::file(faults, 4);
    let network = Reader::file(faults, 5);
    let pools = Reader::file(faults, 6);
    let fleets = Reader::file(faults, 7);
    let demand = Reader::file(faults, 8);
    let rules = Reader::file(faults, 9);
    let measures = Reader::file(faults, 10);
    let health = Reader::file(faults, 11);
    let society = Reader::file(faults, 12);
    let generators = Reader::file(faults, 13);
    let score = Reader::file(faults, 14);
    let adversary = Reader::file(faults, 15);
    let crisis = Reader::file(faults, 16);
    let starting = Reader::file(faults, 17);
    let electricity = Reader::file(faults, 18);
    let workforce = Reader::file(faults, 19);
    let economy = Reader::file(faults, 20);
    let messages = Reader::file(faults, 21);
    let playbook = Reader::file(faults, 22);
    Some(WorldFiles {
        sources: sources?,
        regions: regions?,
        processes: processes?,
        crews: crews?,
        roles: roles?,
        network: network?,
        pools: pools?,
        fleets: fleets?,
        demand: demand?,
        rules: rules?,
        measures: measures?,
        health: health?,
        society: society?,
        generators: generators?,
        score: score?,
        adversary: adversary?,
        crisis: crisis?,
        starting: starting?,
        electricity: electricity?,
        workforce: workforce?,
        economy: economy?,
        messages: messages?,
        playbook: playbook?,
    })
}
