//! `sensitivity`: which estimates matter for the result of a scenario, as a table with the widest swing on top.
//!
//! Each estimate of `assets/world/sensitivity.ron` is tried lower and higher, one at a time, everything else as it is. Must not
//! run anything itself: `trials` does.

use super::{
    Done, Outcome as Ended,
    args::SensitivityArgs,
    scenarios,
    trials::{Outcome, Trials},
    ui::Ui,
};
use crate::{
    scenario::{
        book::Book,
        load::{self, Exercise},
        scalar::Confidence,
        sensitivity::{End, ParameterRow, least_sure},
        vary::Touched,
    },
    sim::{
        country::Country,
        metric::{self, Metric},
        plan::Plan,
        state::State,
    },
    text::{Arg, Language, Narrator},
};
use anyhow::bail;
use serde::Serialize;

/// What comes out, as a script reads it.
#[derive(Serialize)]
struct Table {
    scenario: String,
    days: u32,
    runs: usize,
    outcomes: Vec<OutcomeTable>,
}

/// Everything that was tried out for one figure, the widest swing first.
#[derive(Serialize)]
struct OutcomeTable {
    metric: String,
    about: Option<String>,
    region: Option<String>,
    /// `end` or `mean`.
    taken: &'static str,
    base: i64,
    rows: Vec<Row>,
    #[serde(skip)]
    of: Metric,
}

#[derive(Clone, Serialize)]
struct Row {
    parameter: String,
    low: i64,
    high: i64,
    swing: i64,
    confidence: Confidence,
    sources: Vec<String>,
    figures: Vec<FigureRow>,
    #[serde(skip)]
    name: String,
}

#[derive(Clone, Serialize)]
struct FigureRow {
    path: String,
    value: String,
    low: String,
    high: String,
}

/// Plays and prints.
pub(super) fn sensitivity(args: &SensitivityArgs, ui: &mut Ui) -> Done {
    let map = scenarios::map(ui)?;
    let faults = |ui: &Ui, error: &_| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, error));
    let scenario = scenarios::source(&args.scenario).map_err(|error| faults(ui, &error))?;
    let read = load::sensitivity(load::sensitivity_built_in(), scenario.clone(), &map);
    let (mut exercise, file) = read.map_err(|error| faults(ui, &error))?;
    let parameters: Vec<&ParameterRow> = file.parameters.iter().collect();
    let parameters = chosen(parameters, &args.only, ui)?;
    let keys: Vec<String> = if args.metric.is_empty() {
        file.outcomes.iter().map(|key| key.value.0.clone()).collect()
    } else {
        args.metric.clone()
    };
    let metrics = metrics(&exercise, &keys, args.region.as_deref(), ui)?;
    let trials =
        Trials { scenario: &scenario, map: &map, metrics: &metrics, days: args.days, auto: !args.no_auto };
    trials.shorten(&mut exercise);
    let mut runs = vec![Vec::new()];
    for row in &parameters {
        runs.extend([End::Low, End::High].map(|end| file.bends(row, end)));
    }
    let mut outcomes = Vec::new();
    for (number, outcome) in trials.run(&runs).into_iter().enumerate() {
        let of = number.checked_sub(1).map_or("", |at| parameters[at / 2].code.text.as_str());
        match outcome {
            Ok(outcome) => outcomes.push(outcome),
            Err(error) => {
                bail!(ui.say("cli-sensitivity-failed", &[("name", of.into()), ("error", error.into())]))
            }
        }
    }
    let table = table(&exercise, &metrics, &parameters, &outcomes, ui.language);
    if args.json {
        let text = serde_json::to_string_pretty(&table)?;
        ui.line(&text)?;
    } else {
        tell(&table, &exercise, ui)?;
    }
    Ok(Ended::Fine)
}

/// The parameters that were asked for.
fn chosen<'a>(all: Vec<&'a ParameterRow>, only: &[String], ui: &Ui) -> anyhow::Result<Vec<&'a ParameterRow>> {
    if let Some(name) = only.iter().find(|name| !all.iter().any(|row| row.code.text == **name)) {
        let known: Vec<String> = all.iter().map(|row| row.code.text.clone()).collect();
        let known = ui.texts.list(ui.language, &known);
        bail!(ui.say("cli-sensitivity-unknown", &[("name", name.as_str().into()), ("known", known.into())]));
    }
    Ok(all.into_iter().filter(|row| only.is_empty() || only.contains(&row.code.text)).collect())
}

/// What was asked for, in that order.
fn metrics(
    exercise: &Exercise,
    keys: &[String],
    region: Option<&str>,
    ui: &Ui,
) -> anyhow::Result<Vec<Metric>> {
    let (country, plan) = (&exercise.country, &exercise.plan);
    let unknown = |name: &str, known: Vec<String>| {
        let known = ui.texts.list(ui.language, &known);
        anyhow::Error::msg(
            ui.say("cli-sensitivity-unknown", &[("name", name.into()), ("known", known.into())]),
        )
    };
    if let Some(code) = region
        && country.regions.find(|row| row.code == code).is_none()
    {
        return Err(unknown(code, country.regions.rows().iter().map(|row| row.code.clone()).collect()));
    }
    let all = metric::all(country, plan);
    let mut found = Vec::new();
    for asked in keys {
        let (key, code) =
            asked.split_once(':').map_or((asked.as_str(), None), |(key, code)| (key, Some(code)));
        let fits = |metric: &&Metric| {
            let (about, place) = subject(country, plan, **metric);
            let here = all.iter().any(|other| {
                let (its, place) = subject(country, plan, *other);
                other.info().key == metric.info().key && its == about && place.as_deref() == region
            });
            metric.info().key == key
                && code.is_none_or(|code| about.as_deref() == Some(code))
                && (place.as_deref() == region || !here && place.is_none())
        };
        let before = found.len();
        found.extend(all.iter().filter(fits).copied());
        if found.len() == before {
            let known = all.iter().filter(|metric| metric.info().key == key);
            let mut names: Vec<String> = known
                .filter_map(|metric| subject(country, plan, *metric).0)
                .map(|code| format!("{key}:{code}"))
                .collect();
            names.dedup();
            if names.is_empty() && !metric::KEYS.contains(&key) {
                names = metric::KEYS.iter().map(|key| (*key).to_owned()).collect();
            }
            // A default that this scenario has nothing of, such as a movement, is left out.
            if names.is_empty() && keys.len() > 1 {
                continue;
            }
            return Err(unknown(asked, names));
        }
    }
    Ok(found)
}

/// What a metric is about, and where: codes as in the files.
fn subject(country: &Country, plan: &Plan, metric: Metric) -> (Option<String>, Option<String>) {
    let place = |region: Option<_>| region.map(|region| country.regions[region].code.clone());
    match metric {
        Metric::Level(process, region) => (Some(country.processes[process].code.clone()), place(region)),
        Metric::WorstLevel(region) => (None, place(Some(region))),
        Metric::UnmetNeed(region)
        | Metric::Care(_, region)
        | Metric::Society(_, region)
        | Metric::Electricity(_, region)
        | Metric::Economy(_, region)
        | Metric::Lost(_, region)
        | Metric::Grip(region)
        | Metric::DailyLife(region) => (None, place(region)),
        Metric::Staff(_, sector, region) => {
            let sectors = country.workforce.as_ref().map(|workforce| &workforce.sectors);
            (sectors.map(|sectors| sectors[sector].code.clone()), place(region))
        }
        Metric::Impact(interest) => (Some(format!("{interest:?}")), None),
        Metric::Theme(theme) => (Some(format!("{theme:?}")), None),
        Metric::Criterion(criterion) => {
            (country.score.as_ref().map(|score| score.criteria[criterion].code.clone()), None)
        }
        Metric::Gauge(_, gauge) => {
            (country.score.as_ref().map(|score| score.gauges[gauge].code.clone()), None)
        }
        Metric::Delivered(movement) | Metric::DeliveredPieces(movement) | Metric::Ashore(movement) => {
            (Some(plan.movements[movement].code.clone()), None)
        }
        Metric::Waiting(class) => (Some(format!("{class:?}")), None),
        Metric::Moving(mode) => (Some(format!("{mode:?}")), None),
        Metric::TerminalQueue(node) => (Some(country.nodes[node].code.clone()), None),
        Metric::Refused(pool) => (Some(country.pools[pool].code.clone()), None),
        Metric::CivilDelay
        | Metric::AmmunitionStalled
        | Metric::OpenDamages
        | Metric::PatientsMoved
        | Metric::PatientsAbroad
        | Metric::Unregistered
        | Metric::AsylumWaiting
        | Metric::MarketDisturbed
        | Metric::Phase
        | Metric::Acts
        | Metric::Attribution
        | Metric::Deterrence
        | Metric::Insight
        | Metric::OrdersUnderway
        | Metric::Readiness(_)
        | Metric::Spent => (None, None),
    }
}

fn table(
    exercise: &Exercise,
    metrics: &[Metric],
    parameters: &[&ParameterRow],
    outcomes: &[Outcome],
    language: Language,
) -> Table {
    let (base, tried) =
        outcomes.split_first().map_or((&[][..], outcomes), |(base, tried)| (&base.values[..], tried));
    let of = |(at, metric): (usize, &Metric)| {
        let mut rows: Vec<Row> = Vec::new();
        for (parameter, ends) in parameters.iter().zip(tried.chunks_exact(2)) {
            let [low, high] = ends else { continue };
            let [low_value, high_value] = [low, high].map(|end| end.values[at]);
            let all = [base[at], low_value, high_value];
            // Both ends can lie on the same side.
            let swing = all.iter().max().zip(all.iter().min()).map_or(0, |(most, least)| most - least);
            let mut sources: Vec<String> = low.touched.iter().map(|each| each.source.clone()).collect();
            sources.extend(parameter.within.as_ref().map(|row| row.source.text.clone()));
            sources.sort_unstable();
            sources.dedup();
            rows.push(Row {
                parameter: parameter.code.text.clone(),
                low: low_value,
                high: high_value,
                swing,
                confidence: least_sure(&low.touched).unwrap_or(Confidence::C),
                sources,
                figures: figures(&low.touched, &high.touched),
                name: match language {
                    Language::Nl => parameter.name.nl.clone(),
                    Language::En => parameter.name.en.clone(),
                },
            });
        }
        // The widest first; equal ones in the order of the list.
        rows.sort_by_key(|row| std::cmp::Reverse(row.swing));
        let (about, region) = subject(&exercise.country, &exercise.plan, *metric);
        let taken = if metric.adds_up() { "end" } else { "mean" };
        OutcomeTable {
            metric: metric.info().key.to_owned(),
            about,
            region,
            taken,
            base: base[at],
            rows,
            of: *metric,
        }
    };
    Table {
        scenario: exercise.plan.code.clone(),
        days: exercise.plan.length.0 / crate::sim::time::TICKS_PER_DAY,
        runs: outcomes.len(),
        outcomes: metrics.iter().enumerate().map(of).collect(),
    }
}

fn figures(low: &[Touched], high: &[Touched]) -> Vec<FigureRow> {
    let row = |(low, high): (&Touched, &Touched)| FigureRow {
        path: low.path.clone(),
        value: low.was.clone(),
        low: low.is.clone(),
        high: high.is.clone(),
    };
    low.iter().zip(high).map(row).collect()
}

fn count(things: usize) -> Arg {
    Arg::Count(i64::try_from(things).unwrap_or(i64::MAX))
}

/// Columns of the longest bar.
const BAR: i64 = 24;

fn tell(table: &Table, exercise: &Exercise, ui: &mut Ui) -> anyhow::Result<()> {
    let state = State::new(&exercise.country, &exercise.plan);
    let texts = ui.texts.clone();
    let narrator = Narrator {
        texts: &texts,
        language: ui.language,
        country: &exercise.country,
        plan: &exercise.plan,
        state: &state,
        records: &[],
    };
    let title = narrator.scenario_text(&exercise.plan.title).to_owned();
    let parameters = table.outcomes.first().map_or(0, |table| table.rows.len());
    let head = [
        ("title", title.into()),
        ("days", table.days.into()),
        ("parameters", count(parameters)),
        ("runs", count(table.runs)),
    ];
    ui.line(&ui.say("cli-sensitivity-title", &head))?;
    for outcome in &table.outcomes {
        let value = |value: i64| narrator.metric_value(outcome.of, value);
        let key = if outcome.taken == "end" { "cli-sensitivity-end" } else { "cli-sensitivity-mean" };
        let name = narrator.metric_name(outcome.of);
        ui.line("")?;
        ui.line(&ui.say(key, &[("name", name.into()), ("value", value(outcome.base).into())]))?;
        let widest = outcome.rows.first().map_or(0, |row| row.swing);
        let moved = outcome.rows.iter().filter(|row| row.swing > 0);
        let width = moved.clone().map(|row| row.name.chars().count()).max().unwrap_or(0);
        for row in moved {
            let bar =
                "█".repeat(usize::try_from((row.swing * BAR + widest - 1) / widest.max(1)).unwrap_or(0));
            let name = format!("{:<width$}", row.name);
            let args = [
                ("name", name.into()),
                ("confidence", format!("{:?}", row.confidence).into()),
                ("low", value(row.low).into()),
                ("high", value(row.high).into()),
            ];
            ui.line(&format!("  {} {bar}", ui.say("cli-sensitivity-row", &args)))?;
        }
        let still: Vec<String> =
            outcome.rows.iter().filter(|row| row.swing == 0).map(|row| row.name.clone()).collect();
        if still.len() == outcome.rows.len() {
            ui.line(&format!("  {}", ui.say("cli-sensitivity-none", &[])))?;
        } else if !still.is_empty() {
            let names = ui.texts.list(ui.language, &still);
            ui.line(&format!("  {}", ui.say("cli-sensitivity-still", &[("names", names.into())])))?;
        }
    }
    ui.line("")?;
    ui.line(&ui.say("cli-sensitivity-tried", &[]))?;
    let mut rows: Vec<&Row> = table.outcomes.first().into_iter().flat_map(|table| &table.rows).collect();
    rows.sort_by(|left, right| left.parameter.cmp(&right.parameter));
    for row in rows {
        ui.line(&format!("  {}", tried(row, &exercise.book, ui)))?;
    }
    Ok(())
}

/// What was tried: the figures, how sure they are and who says so.
fn tried(row: &Row, book: &Book, ui: &Ui) -> String {
    let figures = match row.figures.as_slice() {
        [one] => {
            let args = [
                ("value", one.value.as_str().into()),
                ("low", one.low.as_str().into()),
                ("high", one.high.as_str().into()),
            ];
            ui.say("cli-sensitivity-figure", &args)
        }
        many => ui.say("cli-sensitivity-figures", &[("count", count(many.len()))]),
    };
    let name = |key: &String| {
        let source = book.sources.iter().find(|source| source.key == *key);
        source.map_or_else(
            || key.clone(),
            |source| format!("{} ({}, {})", source.title, source.publisher, source.year),
        )
    };
    let sources: Vec<String> = row.sources.iter().map(name).collect();
    let args = [
        ("name", row.name.as_str().into()),
        ("code", row.parameter.as_str().into()),
        ("figures", figures.into()),
        ("confidence", format!("{:?}", row.confidence).into()),
        ("sources", sources.join("; ").into()),
    ];
    ui.say("cli-sensitivity-parameter", &args)
}
