//! The doors: files in, an exercise that can be played out, or every fault.
//!
//! The country is built into the program and can be read from a folder instead. Must not keep anything: each load reads
//! anew. See `build` for what happens in between.

use super::{
    book::{Book, Script},
    build::{WorldFiles, book, changes, country, crisis, exercise},
    coverage::{self, CoverageFile},
    fault::{Fault, Faults, ScenarioError},
    fill::{self, Chosen, Filled, form::Form},
    noise,
    read::Reader,
    schema::{exercise::ExerciseFile, rounds::RoundRow},
    sense,
    sensitivity::{self, SensitivityFile},
    source::Source,
    validate,
    vary::{Touched, Vary},
    weather,
};
use crate::{
    geo::map::MapData,
    sim::{
        country::Country,
        plan::{Plan, Start, Text},
        time::Span,
    },
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
    "readiness.ron",
    "messages.ron",
    "observers.ron",
    "playbook.ron",
    "names.ron"
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

/// Builds a scenario upon a country, its fields as they are by default.
pub fn build(world: Vec<Source>, scenario: Source, map: &MapData) -> Result<Exercise, ScenarioError> {
    build_filled(world, scenario, &[], map)
}

/// Builds a scenario upon a country with some of its fields filled in.
pub fn build_filled(
    world: Vec<Source>,
    scenario: Source,
    chosen: &Chosen,
    map: &MapData,
) -> Result<Exercise, ScenarioError> {
    let mut sources = world;
    let (form, told) = push(&mut sources, scenario, chosen);
    let mut faults = Faults::new(&sources);
    faults.take_over(told);
    let built = build_all(map, &mut faults);
    let mut exercise = faults.finish(built)?;
    Arc::make_mut(&mut exercise.script).form = form;
    Ok(exercise)
}

/// A scenario with its fields filled in as a plain one, and the fields with their values.
pub fn fill(scenario: Source, chosen: &Chosen) -> Result<(Source, Form), ScenarioError> {
    let world = world_built_in();
    let Some(names) = world.get(NAMES) else { return Ok((scenario, Form::default())) };
    let Filled { source, form, faults } = fill::fill(names, scenario, chosen);
    if faults.is_empty() { Ok((source, form)) } else { Err(ScenarioError { faults }) }
}

/// What a scenario is about, read from its own file alone: for a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// Name.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// When it begins.
    pub start: Start,
    /// How long it takes.
    pub length: Span,
    /// What it must show.
    pub objectives: Vec<Text>,
    /// Rounds, and the minutes of playing time of all of them; none for a clock that runs on.
    pub rounds: Option<(u32, u32)>,
    /// Roles at the tables; none for all there are.
    pub roles: Option<u32>,
    /// Messages in its script.
    pub injects: u32,
    /// A lesson for one person.
    pub lesson: bool,
    /// Codes of the safety regions that it names.
    pub regions: Vec<String>,
}

/// The front of a scenario that was filled in; none for a file that cannot be read, which building it explains.
pub fn front(scenario: Source) -> Option<Front> {
    let regions = regions_named(scenario.text());
    let sources = [scenario];
    let mut faults = Faults::new(&sources);
    let file: ExerciseFile = Reader::file(&mut faults, 0)?;
    let ExerciseFile { title, summary, start, days, objectives, rounds, roles, injects, .. } = file;
    let minutes = |round: &RoundRow| {
        round.minutes.as_ref().map_or(ROUND_MINUTES, |plan| {
            let plan = &plan.value;
            [plan.situation, plan.table, plan.between, plan.hand_in, plan.run].map(u32::from).iter().sum()
        })
    };
    let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    Some(Front {
        title: title.into(),
        summary: summary.into(),
        start: start.0,
        length: days.0,
        objectives: objectives.0.into_iter().map(|row| row.text.into()).collect(),
        rounds: (!rounds.0.is_empty()).then(|| (count(rounds.0.len()), rounds.0.iter().map(minutes).sum())),
        roles: (!roles.0.is_empty()).then_some(count(roles.0.len())),
        injects: count(injects.0.len()),
        lesson: file.solo,
        regions,
    })
}

/// Minutes of a round that does not say so itself.
const ROUND_MINUTES: u32 = 45;

/// Codes of safety regions that stand anywhere in a text, each once.
fn regions_named(text: &str) -> Vec<String> {
    let code =
        |at: usize| text.get(at..at + 4).filter(|code| code[2..].bytes().all(|digit| digit.is_ascii_digit()));
    let mut codes: Vec<String> =
        text.match_indices("VR").filter_map(|(at, _)| code(at)).map(str::to_owned).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Puts a scenario behind the files of the country, filled in; says what is wrong with what was filled in.
fn push(sources: &mut Vec<Source>, scenario: Source, chosen: &Chosen) -> (Form, Vec<Fault>) {
    let Some(names) = sources.get(NAMES) else {
        sources.push(scenario);
        return (Form::default(), Vec::new());
    };
    let filled = fill::fill(names, scenario, chosen);
    sources.push(filled.source);
    (filled.form, filled.faults)
}

/// Place of the names of regions and ports among the files.
const NAMES: usize = place("names.ron") as usize;

/// Reads what stands for which row of the inventory; `scenario` has the injects that it names.
pub fn coverage(scenario: Source, map: &MapData) -> Result<(Exercise, CoverageFile), ScenarioError> {
    let mut sources = world_built_in();
    let (_, told) = push(&mut sources, scenario, &[]);
    sources.push(Source::new("assets/world/coverage.ron", COVERAGE.to_owned()));
    let mut faults = Faults::new(&sources);
    faults.take_over(told);
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
    let (_, told) = push(&mut sources, scenario, &[]);
    sources.push(list);
    let mut faults = Faults::new(&sources);
    faults.take_over(told);
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
    let (_, told) = push(&mut sources, scenario, &[]);
    let mut faults = Faults::varying(&sources, &vary);
    faults.take_over(told);
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
    let (mut plan, script) =
        exercise::exercise(&file, &country, (&files.adversary, &files.observers), &codes, faults)?;
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

/// Number of a file of the country among the sources.
const fn place(name: &str) -> u16 {
    let mut at = 0;
    while at < WORLD_FILES.len() {
        if same(WORLD_FILES[at].as_bytes(), name.as_bytes()) {
            return at as u16;
        }
        at += 1;
    }
    panic!("not a file of the country")
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

fn world_files(faults: &mut Faults<'_>) -> Option<WorldFiles> {
    let sources = Reader::file(faults, const { place("sources.ron") });
    let regions = Reader::file(faults, const { place("regions.ron") });
    let processes = Reader::file(faults, const { place("processes.ron") });
    let crews = Reader::file(faults, const { place("crews.ron") });
    let roles = Reader::file(faults, const { place("roles.ron") });
    let network = Reader::file(faults, const { place("network.ron") });
    let pools = Reader::file(faults, const { place("pools.ron") });
    let fleets = Reader::file(faults, const { place("fleets.ron") });
    let demand = Reader::file(faults, const { place("demand.ron") });
    let rules = Reader::file(faults, const { place("rules.ron") });
    let measures = Reader::file(faults, const { place("measures.ron") });
    let health = Reader::file(faults, const { place("health.ron") });
    let society = Reader::file(faults, const { place("society.ron") });
    let generators = Reader::file(faults, const { place("generators.ron") });
    let score = Reader::file(faults, const { place("score.ron") });
    let adversary = Reader::file(faults, const { place("adversary.ron") });
    let crisis = Reader::file(faults, const { place("crisis.ron") });
    let starting = Reader::file(faults, const { place("starting.ron") });
    let electricity = Reader::file(faults, const { place("electricity.ron") });
    let workforce = Reader::file(faults, const { place("workforce.ron") });
    let economy = Reader::file(faults, const { place("economy.ron") });
    let readiness = Reader::file(faults, const { place("readiness.ron") });
    let messages = Reader::file(faults, const { place("messages.ron") });
    let observers = Reader::file(faults, const { place("observers.ron") });
    // Kept by `fill`: here only its references are checked.
    let names: Option<super::schema::fields::NamesFile> = Reader::file(faults, const { place("names.ron") });
    names?;
    let playbook = Reader::file(faults, const { place("playbook.ron") });
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
        readiness: readiness?,
        messages: messages?,
        observers: observers?,
        playbook: playbook?,
    })
}
