//! `replay`: what happened in a recorded exercise, at any moment of it.
//!
//! Only reads. The course of events is told as a player of the whole picture would tell it: this is for the staff.

use super::{
    Done,
    args::ReplayArgs,
    fail, files, run,
    scenarios::map,
    ui::Ui,
};
use crate::{
    recording::reader::Ending,
    report::{self, timeline},
    session::{Session, replay::Opened},
    sim::time::Tick,
};
use std::time::Duration;

/// Shows a recording.
pub(super) fn replay(args: &ReplayArgs, ui: &mut Ui) -> Done {
    for path in args.map.iter().chain(&args.report) {
        files::must_be_free(ui, path, args.force)?;
    }
    let mut session = open(&args.recording, args.at, ui)?;
    session.seek(args.at.unwrap_or_else(|| session.last_tick()));
    let map = map(ui)?;
    let quiet = args.json || args.at.is_some() || args.map.is_some() || args.report.is_some();
    if !quiet {
        for row in timeline::rows(&session, &ui.narrator(&session)) {
            ui.line(&format!("{}  {}", row.time, row.text))?;
        }
    }
    if let Some(path) = &args.map {
        let picture = report::map::picture(&session, &map, &ui.texts, ui.language);
        files::write(ui, path, &picture, args.force)?;
        if !args.json {
            let text = fail::on_path(ui, "cli-map-written", path, &[]);
            ui.line(&text)?;
        }
    }
    let playing = run::Playing {
        auto: false,
        pace: Duration::ZERO,
        json: args.json,
        report: args.report.as_deref(),
        force: args.force,
    };
    run::tell(&mut session, &map, &playing, ui)
}

/// Opens a recording to look at it; says on the error stream when it is not whole.
fn open(path: &std::path::Path, at: Option<Tick>, ui: &Ui) -> anyhow::Result<Session> {
    let opened = Opened::read(path).map_err(|error| fail::open(ui, &error))?;
    if let Ending::Damaged(damage) = &opened.ending {
        let args = [("damage", fail::damage_words(ui, damage).into()), ("time", opened.end.to_string().into())];
        ui.remark(&fail::on_path(ui, "cli-replay-damaged", path, &args));
    }
    if let Some(at) = at.filter(|at| *at > opened.end) {
        let args = [("at", at.to_string().into()), ("end", opened.end.to_string().into())];
        anyhow::bail!(fail::on_path(ui, "cli-replay-beyond", path, &args));
    }
    opened.into_replay(path).map_err(|error| fail::open(ui, &error))
}
