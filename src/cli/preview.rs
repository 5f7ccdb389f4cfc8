//! `preview`: what happens if an inject is sent now, as a band for each figure.
//!
//! A recording is read up to the moment, a scenario is played up to it by automatic players; neither is written. Must not show
//! anything to players: the copies have the script in them.

use super::{Done, Outcome, fail, replay, scenarios, ui::Ui};
use crate::{
    auto::players::Players,
    preflight::preview::{Band, Preview, Range, Trial, preview as try_out},
    session::Session,
    sim::{
        command::{Actor, By, Command},
        time::{Span, Tick},
    },
    text::scenario_time,
};
use clap::Args as ClapArgs;
use serde_json::json;
use std::path::PathBuf;

/// Options of `preview`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland preview x.oefening --at \"D+2 14:30\" --inject B4
  doorvoerland preview grijze-zone --at H+24 --inject S-03 --hours 48 --seeds 5

The exercise and its recording are only read.")]
pub(super) struct PreviewArgs {
    /// A recording, a scenario file, or the name of a built-in one
    pub(super) exercise: PathBuf,
    /// Now: \"D+2 14:30\" or \"H+62\" [default: the end of a recording, the start of a scenario]
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
    /// Code of the inject
    #[arg(long, value_name = "CODE")]
    pub(super) inject: String,
    /// Hours to look ahead
    #[arg(long, default_value_t = 72, value_parser = clap::value_parser!(u16).range(1..=720))]
    pub(super) hours: u16,
    /// How many dice to try
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=20))]
    pub(super) seeds: u16,
    /// Print the bands as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
}

/// Tries the inject out and says what came of it.
pub(super) fn preview(args: &PreviewArgs, ui: &mut Ui) -> Done {
    let session = session(args, ui)?;
    let found = session.plan().injects.iter().find(|(_, row)| row.code == args.inject);
    let Some((inject, _)) = found else {
        anyhow::bail!(ui.say("cli-no-such-inject", &[("inject", args.inject.as_str().into())]));
    };
    let lead = By { actor: Actor::Lead, seat: 0 };
    let trial = Trial {
        commands: vec![(lead, Command::FireInject { inject })],
        ahead: Span::hours(u32::from(args.hours)),
        seeds: args.seeds,
        metrics: Vec::new(),
    };
    let found = try_out(&session, &trial, &ui.texts).map_err(|error| fail::submit(ui, &session, &error))?;
    if args.json {
        let text = json(&found, &session, args)?;
        ui.line(&text)?;
    } else {
        tell(&found, &session, args, ui)?;
    }
    Ok(Outcome::Fine)
}

/// The exercise at the moment asked for.
fn session(args: &PreviewArgs, ui: &mut Ui) -> anyhow::Result<Session> {
    let (name, at) = (&args.exercise, args.at.as_deref());
    if name.extension().is_some_and(|extension| extension == "oefening") {
        let (mut session, tick) = replay::open(name, at, ui)?;
        session.seek(tick);
        return Ok(session);
    }
    let map = scenarios::map(ui)?;
    let exercise = scenarios::load(name, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, name, &error)))?;
    let tick = match at {
        Some(text) => replay::asked(text, exercise.plan.start, ui)?.min(exercise.plan.end()),
        None => Tick(0),
    };
    let mut session = Session::new(exercise.country, exercise.plan, None);
    let players = Players::for_all(&session, &ui.texts, ui.language);
    let played = players.advance(&mut session, tick.0, &mut |_, _| {});
    played.map_err(|error| fail::submit(ui, &session, &error))?;
    Ok(session)
}

fn tell(found: &Preview, session: &Session, args: &PreviewArgs, ui: &mut Ui) -> anyhow::Result<()> {
    let start = session.plan().start;
    let head = ui.say(
        "cli-preview-head",
        &[
            ("inject", args.inject.as_str().into()),
            ("from", scenario_time(start, found.from).into()),
            ("until", scenario_time(start, found.until).into()),
            ("seeds", u32::from(found.seeds).into()),
        ],
    );
    ui.line(&head)?;
    for band in &found.bands {
        let text = line(band, session, ui);
        ui.line(&text)?;
    }
    let foot = ui.say("cli-preview-foot", &[]);
    ui.line(&foot)
}

fn line(band: &Band, session: &Session, ui: &Ui) -> String {
    let tell = ui.narrator(session);
    let value = |value: i64| tell.metric_value(band.metric, value);
    let range = |range: Range| {
        if range.low == range.high {
            return value(range.low);
        }
        ui.say("cli-preview-range", &[("low", value(range.low).into()), ("high", value(range.high).into())])
    };
    let mark = if band.is_clear() { "*" } else { " " };
    let words = ui.say(
        "cli-preview-band",
        &[
            ("name", tell.metric_name(band.metric).into()),
            ("now", value(band.now).into()),
            ("without", range(band.without).into()),
            ("with", range(band.with).into()),
        ],
    );
    format!("{mark} {words}")
}

fn json(found: &Preview, session: &Session, args: &PreviewArgs) -> anyhow::Result<String> {
    let start = session.plan().start;
    let bands: Vec<_> = found
        .bands
        .iter()
        .map(|band| {
            let metric = ron::to_string(&band.metric).unwrap_or_default();
            json!({
                "metric": band.metric.info().key, "about": metric, "now": band.now,
                "without": band.without, "with": band.with, "clear": band.is_clear(),
            })
        })
        .collect();
    let all = json!({
        "scenario": session.plan().code, "inject": args.inject, "seeds": found.seeds,
        "from": scenario_time(start, found.from), "until": scenario_time(start, found.until), "bands": bands,
    });
    Ok(serde_json::to_string_pretty(&all)?)
}
