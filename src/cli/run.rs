//! `run`: an exercise from start to end without a window, recorded like any other.
//!
//! Each accepted command is printed after it is safe on disk and not before. Must not leave a recording that does not
//! verify, whatever ends the run.

use super::{
    Done, Outcome,
    args::RunArgs,
    fail, files, programme,
    scenarios::{self, map},
    ui::Ui,
};
use crate::{
    auto::players::Players,
    geo::map::MapData,
    optimum::yardstick::Yardstick,
    report::{
        Report,
        compare::Comparison,
        map::Pictures,
        summary::{Possible, Summary},
    },
    scenario::load::{Exercise, vary},
    session::{Session, journal::Journal},
    sim::{
        command::{Actor, By},
        country::Temperament,
        course::{Inclined, Steer},
        time::{Span, TICKS_PER_DAY},
    },
    text::{date_stamp, marking_key},
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Folder for recordings when none is named.
pub(super) const FOLDER: &str = "oefeningen";

/// How to play on from where a session stands.
pub(super) struct Playing<'a> {
    /// With automatic players.
    pub(super) auto: bool,
    /// Real time per tick.
    pub(super) pace: Duration,
    /// Print the result as JSON and nothing else.
    pub(super) json: bool,
    /// Where the report goes.
    pub(super) report: Option<&'a Path>,
    /// Replace an existing report.
    pub(super) force: bool,
    /// Work out what was possible.
    pub(super) bound: bool,
    /// In the report: this exercise beside others.
    pub(super) comparison: Option<&'a Comparison>,
}

/// Runs a scenario.
pub(super) fn run(args: &RunArgs, ui: &mut Ui) -> Done {
    for path in args.report.iter().chain(&args.recording) {
        files::must_be_free(ui, path, args.force)?;
    }
    let map = map(ui)?;
    let mut exercise = scenarios::load_filled(&args.scenario, &args.set, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, &error)))?;
    if args.seed.is_some() || args.days.is_some() {
        let length = args.days.map(|days| Span(u32::from(days) * TICKS_PER_DAY));
        vary(&mut exercise, args.seed, length);
    }
    let journal = journal(args, &exercise, ui)?;
    let recording = journal.path().to_owned();
    let beside = args.report_beside.then(|| recording.with_extension("html"));
    let mut session = Session::prepare(exercise.country.clone(), exercise.plan.clone(), Some(journal))
        .map_err(|error| anyhow::Error::msg(error.to_string()))?;
    incline(&mut session, args, ui)?;
    if !args.json {
        let title = ui.narrator(&session).scenario_text(&exercise.plan.title).to_owned();
        let marking = ui.texts.word(ui.language, marking_key(exercise.plan.marking));
        let text = ui.say("cli-run-title", &[("title", title.into()), ("marking", marking.into())]);
        ui.line(&text)?;
        let text = fail::on_path(ui, "cli-run-recording", &recording, &[]);
        ui.line(&text)?;
    }
    let playing = Playing {
        auto: !args.no_auto,
        pace: Duration::from_millis(args.pace),
        json: args.json,
        report: args.report.as_deref().or(beside.as_deref()),
        force: args.force,
        bound: false,
        comparison: None,
    };
    play_on(&mut session, &map, &playing, ui)
}

/// Writes down how the automatic players are inclined, where that was said.
fn incline(session: &mut Session, args: &RunArgs, ui: &Ui) -> anyhow::Result<()> {
    if args.temperament.is_none() && args.temperament_of.is_empty() {
        return Ok(());
    }
    let find = |(code, temperament): &(String, Temperament)| {
        let role = session.country().roles.find(|row| row.code == *code);
        let role = role.ok_or_else(|| anyhow::Error::msg(super::briefing::unknown(session, code, ui)))?;
        Ok((role, *temperament))
    };
    let roles = args.temperament_of.iter().map(find).collect::<anyhow::Result<Vec<_>>>()?;
    let players = Steer::Players(Inclined { all: args.temperament.unwrap_or_default(), roles });
    let lead = By { actor: Actor::Lead, seat: 0 };
    session.steer(lead, players).map_err(|error| fail::submit(ui, session, &error))
}

fn journal(args: &RunArgs, exercise: &Exercise, ui: &Ui) -> anyhow::Result<Journal> {
    let started_s = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (country, plan) = (&exercise.country, &exercise.plan);
    let made = if let Some(path) = &args.recording {
        if args.force {
            files::make_room(ui, path)?;
        }
        Journal::create(path, country, plan, started_s)
    } else {
        let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
        files::folder(ui, &folder)?;
        let stem = format!("{}-{}", plan.code, date_stamp(started_s));
        Journal::create_in(&folder, &stem, country, plan, started_s)
    };
    made.map_err(|error| fail::recording(ui, &error))
}

/// Plays to the end, closes, and tells the result.
pub(super) fn play_on(session: &mut Session, map: &MapData, playing: &Playing, ui: &mut Ui) -> Done {
    programme::play(session, playing, ui)?;
    tell(session, map, playing, ui)
}

pub(super) fn advance_with_players(
    session: &mut Session,
    ticks: u32,
    playing: &Playing,
    ui: &mut Ui,
) -> anyhow::Result<()> {
    let texts = ui.texts.clone();
    let players = Players::for_all(session, &texts, ui.language);
    let mut spoken = Ok(());
    let advanced = players.advance(session, ticks, &mut |session, accepted| {
        let record = session.log().iter().rev().find(|record| record.seq == accepted.seq);
        if let (Some(record), false, true) = (record, playing.json, spoken.is_ok()) {
            let text = ui.narrator(session).record_sentence(record);
            spoken = ui.line(&text);
        }
    });
    advanced.map_err(|error| fail::submit(ui, session, &error))?;
    spoken
}

/// The result in five lines or as JSON, and the report.
pub(super) fn tell(session: &mut Session, map: &MapData, playing: &Playing, ui: &mut Ui) -> Done {
    let mut summary = Summary::of(session);
    let yardstick = playing.bound.then(|| Yardstick::of(session)).transpose();
    let yardstick = yardstick.map_err(|_| anyhow::Error::msg(ui.say("cli-bound-too-large", &[])))?;
    summary.possible = yardstick.as_ref().map(Possible::of);
    if playing.json {
        let text = summary.to_json();
        ui.line(&text)?;
    } else {
        for line in summary.lines(&ui.narrator(session)) {
            ui.line(&line)?;
        }
        let possible = summary.possible.as_ref().map(|row| row.lines(&ui.narrator(session)));
        for line in possible.into_iter().flatten() {
            ui.line(&line)?;
        }
    }
    if let Some(path) = playing.report {
        let pictures = Pictures::of(session, map, &ui.texts, ui.language);
        let narrator = ui.narrator(session);
        let comparison = playing.comparison;
        let report =
            Report { session, map, pictures: &pictures, narrator, yardstick: yardstick.as_ref(), comparison };
        let html = report.html();
        files::write(ui, path, &html, playing.force)?;
        if !playing.json {
            let text = fail::on_path(ui, "cli-report-written", path, &[]);
            ui.line(&text)?;
        }
    }
    Ok(Outcome::Fine)
}
