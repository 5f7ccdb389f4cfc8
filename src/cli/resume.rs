//! `continue`: goes on with an exercise that was not closed, where it stopped.
//!
//! Nothing accepted is lost and nothing is guessed: a torn tail is kept beside the file, a damaged or closed recording is
//! refused. With `--no-play` the file is only read.

use super::{Done, Outcome, args::ContinueArgs, fail, files, run, scenarios::map, ui::Ui};
use crate::{
    recording::reader::Ending,
    session::{Session, replay::Opened},
    text::{play_time, scenario_time, stage_key},
};
use std::{path::Path, time::Duration};

/// Says where it stopped, and plays on.
pub(super) fn resume(args: &ContinueArgs, ui: &mut Ui) -> Done {
    if let Some(path) = &args.report {
        files::must_be_free(ui, path, args.force)?;
    }
    let path = &args.recording;
    let opened = Opened::read(path).map_err(|error| fail::open(ui, &error))?;
    if let Ending::Torn { bytes } = &opened.ending {
        let lost = i64::try_from(*bytes).unwrap_or(i64::MAX);
        Ui::remark(&fail::on_path(ui, "cli-continue-torn", path, &[("bytes", lost.into())]));
    }
    if args.no_play {
        return only_say(path, &opened, ui);
    }
    let (mut session, _) = Session::resume(path).map_err(|error| fail::open(ui, &error))?;
    if !args.json {
        let text = moment(&session, ui);
        ui.line(&text)?;
    }
    let playing = run::Playing {
        auto: !args.no_auto,
        pace: Duration::from_millis(args.pace),
        json: args.json,
        report: args.report.as_deref(),
        force: args.force,
        bound: false,
        comparison: None,
    };
    run::play_on(&mut session, &map(ui)?, &playing, ui)
}

fn only_say(path: &Path, opened: &Opened, ui: &mut Ui) -> Done {
    let args = [
        ("time", scenario_time(opened.plan().start, opened.end).into()),
        ("played", play_time(u64::from(opened.clock.played_s())).into()),
    ];
    let stage = ui.say("cli-stage", &[("stage", ui.say(stage_key(opened.stage()), &[]).into())]);
    let key = if opened.sealed { "cli-continue-closed" } else { "cli-continue-at" };
    let text = fail::on_path(ui, key, path, &args);
    ui.line(&text)?;
    ui.line(&stage)?;
    if let Ending::Damaged(damage) = &opened.ending {
        let args = [("damage", fail::damage_words(ui, damage).into())];
        let text = fail::on_path(ui, "cli-verify-damaged", path, &args);
        ui.line(&text)?;
        return Ok(Outcome::Failed);
    }
    Ok(Outcome::Fine)
}

fn moment(session: &Session, ui: &Ui) -> String {
    let (start, tick) = (session.plan().start, session.head().tick);
    let date = ui.texts.date_time(ui.language, start, tick);
    let commands = i64::try_from(session.log().len()).unwrap_or(i64::MAX);
    let args =
        [("time", scenario_time(start, tick).into()), ("date", date.into()), ("commands", commands.into())];
    ui.say("cli-continue-from", &args)
}
