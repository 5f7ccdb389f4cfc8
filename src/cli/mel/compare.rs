//! `mel compare`: what came, what went and what changed between two lists, scenarios or sheets.
//!
//! Exit code 0 whether they differ or not: a difference is no fault.

use super::{
    super::{Done, Outcome, args::MelCompareArgs, scenarios, ui::Ui},
    columns, grids, heading,
};
use crate::{
    assets,
    scenario::mel::{
        columns::find,
        compare,
        headings::ColumnSet,
        import,
        list::Mel,
        problem::{Weight, short},
        value::{Naming, shown},
    },
    text::Language,
};
use std::path::{Path, PathBuf};

/// Compares.
pub(super) fn compare(args: &MelCompareArgs, ui: &mut Ui) -> Done {
    let set = columns(args.columns.as_deref(), ui)?;
    let map = scenarios::map(ui)?;
    let among = [&args.after, &args.before].into_iter().find(|path| is_scenario(path)).cloned();
    let named = args.scenario.clone().or(among).unwrap_or_else(|| PathBuf::from(assets::DEFAULT.name));
    let exercise = scenarios::load(&named, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &named, &error)))?;
    let say = |key: &str| ui.say(key, &[]);
    let naming = Naming::of(&exercise, ui.language == Language::En, &say);
    let before = list(&args.before, set.as_ref(), &naming, ui)?;
    let after = list(&args.after, set.as_ref(), &naming, ui)?;
    let found = compare::compare(&before, &after);
    let title = |mel: &Mel, code: &str| {
        mel.find(code)
            .and_then(|row| row.fields.get("title.nl"))
            .map(|title| short(title))
            .unwrap_or_default()
    };
    let mut lines = Vec::new();
    lines.extend(found.added.iter().map(|code| format!("+ {code} {}", title(&after, code))));
    lines.extend(found.removed.iter().map(|code| format!("- {code} {}", title(&before, code))));
    for (code, changes) in &found.changed {
        lines.push(format!("~ {code} {}", title(&after, code)));
        for change in changes {
            let cell = |kept: &str| match find(&change.column) {
                Some(column) => short(&shown(column.kind, kept, &naming)),
                None => short(kept),
            };
            let (old, new) = (cell(&change.before), cell(&change.after));
            lines.push(format!("    {}: {old} → {new}", heading(ui, &change.column)));
        }
    }
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    lines.push(ui.say(
        "cli-mel-compared",
        &[
            ("added", count(found.added.len()).into()),
            ("removed", count(found.removed.len()).into()),
            ("changed", count(found.changed.len()).into()),
        ],
    ));
    drop(naming);
    for line in lines {
        ui.line(&line)?;
    }
    Ok(Outcome::Fine)
}

fn is_scenario(path: &Path) -> bool {
    let ron = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    ron || path.to_str().is_some_and(|name| !path.exists() && assets::scenario(name).is_some())
}

/// The list of a scenario or of a sheet; cells that cannot be read are told on the error stream and left out.
fn list(path: &Path, set: Option<&ColumnSet>, naming: &Naming<'_>, ui: &Ui) -> anyhow::Result<Mel> {
    if is_scenario(path) {
        let source = scenarios::source(path)
            .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, path, &error)))?;
        return Ok(Mel::of_scenario(source.text()).unwrap_or_default());
    }
    let grids = grids(path, ui)?;
    let Some(grid) = import::choose(&grids, None, set) else { return Ok(Mel::default()) };
    let read = import::import(grid, set, &Mel::default(), naming);
    for problem in read.problems.iter().filter(|problem| problem.weight == Weight::Fault) {
        Ui::remark(&format!("{}: {}", path.display(), super::import::words(problem, ui)));
    }
    Ok(read.mel)
}
