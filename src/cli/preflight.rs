//! `preflight`: what would go wrong on the day of the exercise, from its script and from a rehearsal with automatic players.
//!
//! Exit code 1 when something is surely wrong; doubts and notes are told and leave it 0.

use super::{Done, Outcome, args::PreflightArgs, fail, scenarios, ui::Ui};
use crate::{
    preflight::{self, Preflight, Weight},
    session::Session,
    sim::country::SeatTable,
    text::table_key,
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

/// A table by its name in the language of the user; anything else as it is. The JSON keeps the codes.
fn table_words(name: &str, text: &str, ui: &Ui) -> String {
    let table = SeatTable::ALL.into_iter().find(|table| name == "table" && format!("{table:?}") == text);
    table.map_or_else(|| text.to_owned(), |table| ui.say(table_key(table), &[]))
}

fn tell(found: &Preflight, begun: Instant, timeline: bool, ui: &mut Ui) -> anyhow::Result<()> {
    for each in &found.findings {
        let weight = match each.weight {
            Weight::Wrong => "cli-preflight-wrong",
            Weight::Doubt => "cli-preflight-doubt",
            Weight::Note => "cli-preflight-note",
        };
        let named = |(name, text): &(&'static str, String)| (*name, table_words(name, text, ui).into());
        let args: Vec<_> = each.args.iter().map(named).collect();
        let text = format!("{}: {}: {}", ui.say(weight, &[]), each.at, ui.say(each.what, &args));
        ui.line(&text)?;
    }
    if timeline {
        for sent in &found.rehearsal.timeline {
            ui.line(&format!("{}  {}", sent.time, sent.code))?;
        }
        for load in &found.rehearsal.roles {
            let text = ui.say(
                "cli-preflight-load",
                &[
                    ("role", load.role.as_str().into()),
                    ("received", load.received.into()),
                    ("decided", load.decided.into()),
                    ("hours", load.idle_hours.into()),
                    ("time", load.idle_from.as_str().into()),
                ],
            );
            ui.line(&text)?;
        }
    }
    let count = |weight: Weight| {
        let count = found.findings.iter().filter(|each| each.weight == weight).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let sent = i64::try_from(found.rehearsal.timeline.len()).unwrap_or(i64::MAX);
    let seconds = format!("{:.1}", begun.elapsed().as_secs_f32());
    let text = ui.say(
        "cli-preflight-summary",
        &[
            ("wrong", count(Weight::Wrong).into()),
            ("doubt", count(Weight::Doubt).into()),
            ("note", count(Weight::Note).into()),
            ("sent", sent.into()),
            ("seconds", seconds.into()),
        ],
    );
    ui.line(&text)
}
