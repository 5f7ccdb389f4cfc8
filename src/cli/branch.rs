//! `branch`: another course of a recorded exercise from a moment of it, in a recording of its own. The first one is only read.
//!
//! Everything decided up to that moment is in it, what came later is not. Must not play on: `continue` and the window do.

use super::{Done, Outcome, args::BranchArgs, fail, files, replay, ui::Ui};
use crate::{
    session::{Session, replay::Opened},
    text::scenario_time,
};

/// Makes the recording.
pub(super) fn branch(args: &BranchArgs, ui: &mut Ui) -> Done {
    files::must_be_free(ui, &args.out, false)?;
    let opened = Opened::read(&args.recording).map_err(|error| fail::open(ui, &error))?;
    let (start, end) = (opened.plan().start, opened.end);
    let at = replay::asked(&args.at, start, ui)?;
    if at > end {
        let words = [("at", scenario_time(start, at).into()), ("end", scenario_time(start, end).into())];
        anyhow::bail!(fail::on_path(ui, "cli-replay-beyond", &args.recording, &words));
    }
    Session::branch(&args.recording, at, &args.out).map_err(|error| fail::open(ui, &error))?;
    let words = [("time", scenario_time(start, at).into())];
    let text = fail::on_path(ui, "cli-branch-made", &args.out, &words);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}
