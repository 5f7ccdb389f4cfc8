//! `preflight`: what would go wrong on the day of the exercise, from its script and from a rehearsal with automatic players.
//!
//! Exit code 1 when something is surely wrong; doubts and notes are told and leave it 0.

use super::{Done, Outcome, args::PreflightArgs, fail, scenarios, ui::Ui};
use crate::{
    preflight::{self, Preflight, Weight},
    report::preflight::preflight_view,
    session::Session,
};
use serde_json::json;
use std::time::Instant;

/// Checks one exercise.
pub(super) fn preflight(args: &PreflightArgs, ui: &mut Ui) -> Done {
    let map = scenarios::map(ui)?;
    let exercise = scenarios::load_filled(&args.scenario, &args.set, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, &error)))?;
    let begun = Instant::now();
    let found = preflight::preflight(&exercise, &ui.texts).map_err(|error| {
        let session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
        fail::submit(ui, &session, &error)
    })?;
    let wrong = found.findings.iter().filter(|each| each.weight == Weight::Wrong).count();
    if args.json {
        let report = json!({ "scenario": exercise.plan.code, "findings": found.findings, "rehearsal": found.rehearsal });
        let text = serde_json::to_string_pretty(&report)?;
        ui.line(&text)?;
    } else {
        tell(&found, begun, args.timeline, ui)?;
    }
    Ok(if wrong > 0 { Outcome::Failed } else { Outcome::Fine })
}

fn tell(found: &Preflight, begun: Instant, timeline: bool, ui: &mut Ui) -> anyhow::Result<()> {
    let view = preflight_view(found, begun.elapsed().as_secs_f32(), &ui.texts, ui.language);
    for each in &view.findings {
        ui.line(&format!("{}: {}: {}", each.weight, each.at, each.text))?;
    }
    if timeline {
        for (time, code) in &view.timeline {
            ui.line(&format!("{time}  {code}"))?;
        }
        for load in &view.loads {
            ui.line(load)?;
        }
    }
    ui.line(&view.summary)
}
