//! `verify`: is a recording whole, and does it repeat itself?
//!
//! The chain of lines is always checked. The simulation runs again only under the rules the recording was made with. An end
//! that was not closed or was cut off by a crash is no failure: the recording is complete up to there. Must not change files.

use super::{
    Done, Outcome,
    args::VerifyArgs,
    fail::{self, damage_words, on_path},
    ui::Ui,
};
use crate::{
    recording::reader::{ChainReport, Ending, verify_chain},
    session::replay::{OpenError, Opened},
    text::scenario_time,
};
use std::path::Path;

/// Verifies all of them; the worst one decides.
pub(super) fn verify(args: &VerifyArgs, ui: &mut Ui) -> Done {
    let mut outcome = Outcome::Fine;
    let mut unread = 0;
    for path in &args.recordings {
        match verify_one(path, ui) {
            Ok(Outcome::Fine) => {}
            Ok(Outcome::Failed) => outcome = Outcome::Failed,
            Err(error) => {
                ui.complain(&format!("{error:#}"));
                unread += 1;
            }
        }
    }
    if unread > 0 {
        let total = i64::try_from(args.recordings.len()).unwrap_or(i64::MAX);
        anyhow::bail!(ui.say("cli-verify-unread", &[("count", unread.into()), ("total", total.into())]));
    }
    Ok(outcome)
}

fn verify_one(path: &Path, ui: &mut Ui) -> Done {
    let chain = verify_chain(path).map_err(|error| fail::recording(ui, &error))?;
    if let Ending::Damaged(damage) = &chain.ending {
        let args = [("damage", damage_words(ui, damage).into())];
        let text = on_path(ui, "cli-verify-damaged", path, &args);
        ui.line(&text)?;
        return Ok(Outcome::Failed);
    }
    match Opened::read(path) {
        Ok(opened) => verify_opened(path, &opened, ui),
        Err(OpenError::NoBeginning { .. }) if chain.ending != Ending::Sealed => {
            no_beginning(path, &chain, ui)
        }
        Err(error) => Err(fail::open(ui, &error)),
    }
}

/// The program was killed before the exercise stood in the file: whole as far as it goes.
fn no_beginning(path: &Path, chain: &ChainReport, ui: &mut Ui) -> Done {
    let entries = i64::try_from(chain.entries).unwrap_or(i64::MAX);
    let text = on_path(ui, "cli-verify-no-beginning", path, &[("entries", entries.into())]);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}

fn verify_opened(path: &Path, opened: &Opened, ui: &mut Ui) -> Done {
    // A line that is sound and not understood only shows when the entries are read.
    if let Ending::Damaged(damage) = &opened.ending {
        let args = [("damage", damage_words(ui, damage).into())];
        let text = on_path(ui, "cli-verify-damaged", path, &args);
        ui.line(&text)?;
        return Ok(Outcome::Failed);
    }
    let start = opened.plan().start;
    let found = opened.verify();
    if let Some(divergence) = &found.divergence {
        let args = [
            ("time", scenario_time(start, divergence.tick).into()),
            ("line", (divergence.entry + 1).to_string().into()),
            ("tables", divergence.tables.join(", ").into()),
        ];
        let text = on_path(ui, "cli-verify-diverges", path, &args);
        ui.line(&text)?;
        return Ok(Outcome::Failed);
    }
    let ending = match &found.ending {
        Ending::Sealed => ui.say("cli-ending-sealed", &[]),
        Ending::Torn { bytes } => {
            ui.say("cli-ending-torn", &[("bytes", i64::try_from(*bytes).unwrap_or(i64::MAX).into())])
        }
        Ending::Open | Ending::Damaged(_) => ui.say("cli-ending-open", &[]),
    };
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX).into();
    let args = [
        ("ending", ending.into()),
        ("time", scenario_time(start, found.end).into()),
        ("commands", count(found.commands)),
        ("digests", count(found.digests)),
        ("rules", opened.header.rules_version.into()),
    ];
    let key = if found.simulated { "cli-verify-fine" } else { "cli-verify-other-rules" };
    let text = on_path(ui, key, path, &args);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}
