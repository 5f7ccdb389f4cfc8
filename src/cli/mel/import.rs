//! `mel import`: what a sheet would change in a scenario, every problem at its cell, and the scenario with the list in it.
//!
//! Must not write a scenario that does not pass `check`.

use super::{
    super::{Done, Outcome, args::MelImportArgs, fail, files, scenarios, ui::Ui},
    columns, grids, heading, no_such_sheet,
};
use crate::{
    scenario::{
        fault::ScenarioError,
        load,
        mel::{
            headings::Means,
            import::{self, Import},
            list::Mel,
            problem::{Problem, Weight, letters},
            value::Naming,
            weave::{Woven, weave},
        },
        source::Source,
    },
    text::Language,
};

/// Imports, or says what an import would do.
pub(super) fn import(args: &MelImportArgs, ui: &mut Ui) -> Done {
    for path in args.out.iter().chain(&args.save_columns) {
        files::must_be_free(ui, path, args.force)?;
    }
    let grids = grids(&args.file, ui)?;
    let set = columns(args.columns.as_deref(), ui)?;
    let map = scenarios::map(ui)?;
    let in_words = |error: &ScenarioError| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, error));
    let exercise = scenarios::load(&args.scenario, &map).map_err(|error| in_words(&error))?;
    let source = scenarios::source(&args.scenario).map_err(|error| in_words(&error))?;
    let say = |key: &str| ui.say(key, &[]);
    let naming = Naming::of(&exercise, ui.language == Language::En, &say);
    let base = Mel::of_scenario(source.text()).unwrap_or_default();
    let Some(grid) = import::choose(&grids, args.sheet.as_deref(), set.as_ref()) else {
        let names: Vec<String> = grids.iter().map(|grid| grid.name.clone()).collect();
        return Err(no_such_sheet(ui, &args.file, &names));
    };
    let mut read = import::import(grid, set.as_ref(), &base, &naming);
    let woven = weave(source.text(), &read.mel, args.take_out).unwrap_or_default();
    let built = load::build(load::world_built_in(), Source::new(&source.name, woven.text.clone()), &map);
    let others = built.err().map(|error| read.place(&error.faults)).unwrap_or_default();
    drop(naming);
    tell(&read, &woven, args.take_out, ui)?;
    for fault in &others {
        ui.line(&fault.to_string())?;
    }
    if let Some(path) = &args.save_columns {
        files::write(ui, path, read.set().write(), args.force)?;
        let text = fail::on_path(ui, "cli-mel-columns-saved", path, &[]);
        ui.line(&text)?;
    }
    let faults = read.faults() + others.len();
    if faults > 0 {
        let count = i64::try_from(faults).unwrap_or(i64::MAX);
        let text = ui.say("cli-mel-not-taken", &[("count", count.into())]);
        ui.line(&text)?;
        return Ok(Outcome::Failed);
    }
    if let Some(path) = &args.out {
        files::write(ui, path, &woven.text, args.force)?;
        let text = fail::on_path(ui, "cli-mel-written", path, &[]);
        ui.line(&text)?;
    } else {
        let text = ui.say("cli-mel-preview", &[]);
        ui.line(&text)?;
    }
    Ok(Outcome::Fine)
}

/// The columns, the problems and what changes.
fn tell(read: &Import, woven: &Woven, take_out: bool, ui: &mut Ui) -> anyhow::Result<()> {
    let row = i64::from(read.heading_row);
    let text = ui.say("cli-mel-sheet", &[("sheet", read.sheet.as_str().into()), ("row", row.into())]);
    ui.line(&text)?;
    for each in &read.columns {
        let means = match each.means {
            Means::Column(column) => ui.say(column.heading, &[]),
            Means::Own => ui.say("cli-mel-own", &[]),
            Means::Nothing => ui.say("cli-mel-nothing", &[]),
        };
        let sure = if matches!(each.means, Means::Column(_)) && !each.sure { " (?)" } else { "" };
        ui.line(&format!("  {}  {} → {means}{sure}", letters(each.column), each.text))?;
    }
    for problem in &read.problems {
        let text = words(problem, ui);
        ui.line(&text)?;
    }
    for code in &woven.added {
        let title =
            read.mel.find(code).and_then(|row| row.fields.get("title.nl")).cloned().unwrap_or_default();
        ui.line(&format!("+ {code} {title}"))?;
    }
    for (code, keys) in &woven.changed {
        let names: Vec<String> = keys.iter().map(|key| heading_or_own(ui, key)).collect();
        let list = ui.texts.list(ui.language, &names);
        ui.line(&format!("~ {code}: {list}"))?;
    }
    for code in woven.missing.iter().filter(|_| take_out) {
        ui.line(&format!("- {code}"))?;
    }
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let remarks = read.problems.iter().filter(|problem| problem.weight == Weight::Remark).count();
    let text = ui.say(
        "cli-mel-summary",
        &[
            ("injects", count(read.mel.rows.len()).into()),
            ("added", count(woven.added.len()).into()),
            ("changed", count(woven.changed.len()).into()),
            ("faults", count(read.faults()).into()),
            ("remarks", count(remarks).into()),
        ],
    );
    ui.line(&text)?;
    if !woven.missing.is_empty() {
        let list = ui.texts.list(ui.language, &woven.missing);
        let key = if take_out { "cli-mel-taken-out" } else { "cli-mel-kept" };
        let text = ui.say(key, &[("codes", list.into())]);
        ui.line(&text)?;
    }
    Ok(())
}

fn heading_or_own(ui: &Ui, key: &str) -> String {
    if key == "own" { ui.say("cli-mel-own", &[]) } else { heading(ui, key) }
}

/// A problem on one line: its cell, how heavy it is, the sentence.
pub(super) fn words(problem: &Problem, ui: &Ui) -> String {
    let args: Vec<_> = problem.args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
    let weight = match problem.weight {
        Weight::Fault => "cli-mel-fault",
        Weight::Remark => "cli-mel-remark",
    };
    let at = problem.at.map_or_else(|| "-".to_owned(), |at| at.to_string());
    format!("{at}: {}: {}", ui.say(weight, &[]), ui.say(problem.key, &args))
}
