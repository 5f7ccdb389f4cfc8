//! `replay`: what happened in a recorded exercise, at any moment of it.
//!
//! Only reads. The course of events is told as a player of the whole picture would tell it: this is for the staff.

use super::{Done, compare, fail, files, run, scenarios::map, ui::Ui};
use crate::{
    recording::reader::Ending,
    report::{self, timeline},
    scenario::moment,
    session::{Session, replay::Opened},
    sim::{course::Times, plan::Start, time::Tick},
    text::{play_time, scenario_time, wall_clock},
    view::{course_view::stage_view, viewer::Viewer},
};
use clap::Args as ClapArgs;
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// Options of `replay`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland replay x.oefening                                the course of events and the result
  doorvoerland replay x.oefening --at \"D+2 14:30\"               the result as it stood then
  doorvoerland replay x.oefening --at \"D+2 14:30\" --map m.svg   with the map of that moment
  doorvoerland replay x.oefening --report x.html
  doorvoerland replay x.oefening --report x.html --bound        with the most that was possible
  doorvoerland replay x.oefening --report x.html --with y.oefening --with z.oefening   beside earlier groups")]
pub(super) struct ReplayArgs {
    /// The recording
    pub(super) recording: PathBuf,
    /// The moment: "D+2 14:30" as the screens and reports show it, or "H+62" hours from the start [default: the end]
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
    /// Write the map of that moment as a picture
    #[arg(long, value_name = "FILE.svg")]
    pub(super) map: Option<PathBuf>,
    /// Write a report up to that moment
    #[arg(long, value_name = "FILE.html")]
    pub(super) report: Option<PathBuf>,
    /// In the report: put another recording of the same exercise beside this one; may be given more than once
    #[arg(long = "with", value_name = "RECORDING", requires = "report")]
    pub(super) beside: Vec<PathBuf>,
    /// Work out the most that was possible, for the result and the report; takes up to some minutes
    #[arg(long)]
    pub(super) bound: bool,
    /// Print the result as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
    /// Replace existing files
    #[arg(long)]
    pub(super) force: bool,
}

/// Shows a recording.
pub(super) fn replay(args: &ReplayArgs, ui: &mut Ui) -> Done {
    for path in args.map.iter().chain(&args.report) {
        files::must_be_free(ui, path, args.force)?;
    }
    let (mut session, tick) = open(&args.recording, args.at.as_deref(), ui)?;
    session.seek(tick);
    let comparison = compare::beside(&session, &args.recording, &args.beside, ui)?;
    let map = map(ui)?;
    let quiet = args.json || args.at.is_some() || args.map.is_some() || args.report.is_some() || args.bound;
    if !quiet {
        course(&session, ui)?;
    }
    if !args.json && !session.steered().is_empty() {
        let times = session.times_shown();
        let stage = stage_view(&session, Viewer::Lead, &ui.texts, ui.language, times.played_s);
        let words = [("stage", stage.words.into()), ("played", play_time(times.played_s.into()).into())];
        let text = ui.say("report-stage", &words);
        ui.line(&text)?;
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
        bound: args.bound,
        comparison: comparison.as_ref(),
    };
    run::tell(&mut session, &map, &playing, ui)
}

/// What happened and what the staff did, by three clocks where they are known.
fn course(session: &Session, ui: &mut Ui) -> anyhow::Result<()> {
    let start = session.plan().start;
    let timed = session.track().last() != Times::default();
    let line = |tick: Tick, times: Times, text: &str| {
        let scenario = scenario_time(start, tick);
        if !timed {
            return (tick, format!("{scenario}  {text}"));
        }
        let (played, wall) = (play_time(times.played_s.into()), wall_clock(times.wall));
        (tick, format!("{scenario}  {played}  {wall:5}  {text}"))
    };
    let shown = session.shown().tick;
    let narrator = ui.narrator(session);
    let steered = session.steered().iter().filter(|row| row.tick <= shown);
    let mut lines: Vec<(Tick, String)> =
        steered.map(|row| line(row.tick, row.times, &narrator.steer_sentence(&row.steer))).collect();
    lines.extend(timeline::rows(session, &narrator).iter().map(|row| line(row.time, row.times, &row.text)));
    lines.sort_by_key(|(tick, _)| *tick);
    lines.iter().try_for_each(|(_, text)| ui.line(text))
}

/// Opens a recording to look at it, with the moment asked for; says on the error stream when it is not whole.
pub(super) fn open(path: &Path, at: Option<&str>, ui: &Ui) -> anyhow::Result<(Session, Tick)> {
    let opened = Opened::read(path).map_err(|error| fail::open(ui, &error))?;
    let (start, end) = (opened.plan().start, opened.end);
    let end_words = scenario_time(start, end);
    if let Ending::Damaged(damage) = &opened.ending {
        let args = [("damage", fail::damage_words(ui, damage).into()), ("time", end_words.as_str().into())];
        Ui::remark(&fail::on_path(ui, "cli-replay-damaged", path, &args));
    }
    let tick = match at {
        None => end,
        Some(text) => asked(text, start, ui)?,
    };
    if tick > end {
        let args = [("at", scenario_time(start, tick).into()), ("end", end_words.into())];
        anyhow::bail!(fail::on_path(ui, "cli-replay-beyond", path, &args));
    }
    let session = opened.into_replay(path).map_err(|error| fail::open(ui, &error))?;
    Ok((session, tick))
}

/// The moment that was typed.
pub(super) fn asked(text: &str, start: Start, ui: &Ui) -> anyhow::Result<Tick> {
    let bad = |why: String| {
        anyhow::Error::msg(ui.say("cli-moment-bad", &[("text", text.into()), ("why", why.into())]))
    };
    let moment = moment::typed(text).map_err(bad)?;
    moment.tick(start).ok_or_else(|| {
        let first = scenario_time(start, Tick(0));
        anyhow::Error::msg(ui.say("cli-moment-before", &[("text", text.into()), ("start", first.into())]))
    })
}
