//! `matrix`: objectives with the injects, evaluation criteria, questions and observations that belong to them, and what is missing.
//!
//! Of a scenario what is planned, of a recording what was seen at a moment. Must not judge: `view::matrix_view` tells.

use super::{Done, Outcome, args::MatrixArgs, replay, scenarios, ui::Ui};
use crate::{
    session::Session,
    view::{
        matrix_view::{MatrixView, ObjectiveLine, matrix_view},
        viewer::Viewer,
    },
};
use std::path::Path;

/// Prints the matrix.
pub(super) fn matrix(args: &MatrixArgs, ui: &mut Ui) -> Done {
    let session = session(&args.exercise, args.at.as_deref(), ui)?;
    let view = matrix_view(&session, Viewer::Lead, &ui.texts, ui.language);
    if args.json {
        let text = serde_json::to_string_pretty(&view).expect("texts and numbers can be written as JSON");
        ui.line(&text)?;
        return Ok(Outcome::Fine);
    }
    if view.objectives.is_empty() {
        let text = ui.say("evaluation-none", &[]);
        ui.line(&text)?;
    }
    for row in &view.objectives {
        objective(row, ui)?;
    }
    if !view.serve_nothing.is_empty() {
        let heading = ui.say("evaluation-serve-nothing", &[]);
        ui.line(&format!("{heading}: {}", view.serve_nothing.join(", ")))?;
    }
    let text = summary(&view, ui);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}

fn objective(row: &ObjectiveLine, ui: &mut Ui) -> anyhow::Result<()> {
    ui.line(&format!("{}: {}", row.code, row.text))?;
    if let Some(met) = row.end_condition {
        let key = if met { "evaluation-end-met" } else { "evaluation-end-not-met" };
        let text = ui.say(key, &[]);
        ui.line(&format!("  {text}"))?;
    }
    for criterion in &row.criteria {
        ui.line(&format!("  {} [{}] {}", criterion.code, criterion.standing_words, criterion.text))?;
        let decided =
            if criterion.decided.is_empty() { String::new() } else { format!(" ({})", criterion.decided) };
        ui.line(&format!("      {}{decided}", criterion.how))?;
    }
    let shelf = ui.say("evaluation-shelf", &[]);
    let injects: Vec<String> = row
        .injects
        .iter()
        .map(|cell| if cell.shelf { format!("{} ({shelf})", cell.code) } else { cell.code.clone() })
        .collect();
    for (key, list) in [("evaluation-injects", &injects), ("evaluation-questions", &row.questions)] {
        if !list.is_empty() {
            let name = ui.say(key, &[]);
            ui.line(&format!("  {name}: {}", list.join(", ")))?;
        }
    }
    if row.observations > 0 {
        ui.line(&format!("  {}", row.observed))?;
    }
    for gap in &row.gap_words {
        let text = ui.say("cli-matrix-missing", &[("what", gap.clone().into())]);
        ui.line(&format!("  {text}"))?;
    }
    Ok(())
}

fn summary(view: &MatrixView, ui: &Ui) -> String {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
    let gaps = view.objectives.iter().filter(|row| !row.gaps.is_empty()).count();
    let args = [
        ("objectives", count(view.objectives.len())),
        ("gaps", count(gaps)),
        ("nothing", count(view.serve_nothing.len())),
    ];
    ui.say("cli-matrix-summary", &args)
}

/// A recording at the moment asked for, or a scenario that was not played.
fn session(name: &Path, at: Option<&str>, ui: &Ui) -> anyhow::Result<Session> {
    if name.extension().is_some_and(|extension| extension == "oefening") {
        let (mut session, tick) = replay::open(name, at, ui)?;
        session.seek(tick);
        return Ok(session);
    }
    let map = scenarios::map(ui)?;
    let exercise = scenarios::load(name, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, name, &error)))?;
    Ok(Session::new(exercise.country, exercise.plan, None))
}
