//! `score`: the consequences of an exercise: profile, tracks, requirements, pillars, who was served and who was not, with the
//! sources of every limit and weight.
//!
//! A scenario runs to its end without players; a recording is shown at any moment. Must not weigh anything: `view::score_view`
//! tells what `sim::score` found.

use super::{Done, Outcome, args::ScoreArgs, fail, replay, scenarios, ui::Ui};
use crate::{
    scenario::{
        book::Book,
        load::{build_country, world_built_in},
        scalar::Confidence,
    },
    session::Session,
    view::score_view::{GaugesView, ScoreView},
};
use std::path::Path;

/// Prints the consequences.
pub(super) fn score(args: &ScoreArgs, ui: &mut Ui) -> Done {
    let (session, book) = session(args, ui)?;
    let view = ScoreView::of(&ui.narrator(&session));
    let title = ui.say("score-title", &[]);
    let text = format!("{title}. {}", view.at);
    ui.line(&text)?;
    paragraph(ui, &view.thresholds)?;
    heading(ui, "score-profile")?;
    for interest in &view.interests {
        ui.line(&format!("{}: {}", interest.name, interest.worst))?;
        for row in &interest.criteria {
            let told = [&row.value, &row.class, &row.scales];
            let told: Vec<&str> =
                told.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
            ui.line(&format!("  {}: {}", row.name, told.join("; ")))?;
        }
    }
    paragraph(ui, &view.mean)?;
    for group in [&view.tracks, &view.baseline, &view.pillars] {
        gauges(ui, group)?;
    }
    served(ui, &view)?;
    sources(ui, &book)
}

/// The exercise at the moment asked for, and where its limits and weights come from.
fn session(args: &ScoreArgs, ui: &Ui) -> anyhow::Result<(Session, Book)> {
    let map = scenarios::map(ui)?;
    if is_recording(&args.exercise) {
        let (mut session, tick) = replay::open(&args.exercise, args.at.as_deref(), ui)?;
        session.seek(tick);
        // A recording carries the limits but not their sources: those are of the country that is built in.
        let (_, book) = build_country(&world_built_in(), &map)
            .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.exercise, &error)))?;
        return Ok((session, book));
    }
    let exercise = scenarios::load(&args.exercise, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.exercise, &error)))?;
    let end = match &args.at {
        Some(text) => replay::asked(text, exercise.plan.start, ui)?.min(exercise.plan.end()),
        None => exercise.plan.end(),
    };
    let mut session = Session::new(exercise.country, exercise.plan, None);
    session.advance(end.0).map_err(|error| fail::submit(ui, &session, &error))?;
    Ok((session, exercise.book.as_ref().clone()))
}

fn is_recording(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "oefening")
}

fn paragraph(ui: &mut Ui, text: &str) -> anyhow::Result<()> {
    if text.is_empty() { Ok(()) } else { ui.line(text) }
}

fn heading(ui: &mut Ui, key: &str) -> anyhow::Result<()> {
    let text = ui.say(key, &[]);
    ui.line("")?;
    ui.line(&text)
}

fn gauges(ui: &mut Ui, group: &GaugesView) -> anyhow::Result<()> {
    if group.rows.is_empty() {
        return Ok(());
    }
    ui.line("")?;
    ui.line(&group.title)?;
    ui.line(&group.means)?;
    for row in &group.rows {
        let about = if row.about.is_empty() { String::new() } else { format!(". {}", row.about) };
        ui.line(&format!("  {}: {}{about}", row.name, row.stands))?;
    }
    Ok(())
}

fn served(ui: &mut Ui, view: &ScoreView) -> anyhow::Result<()> {
    heading(ui, "score-served")?;
    ui.line(&view.served.means)?;
    for row in &view.served.rows {
        let cells = view.served.columns.iter().zip(row).skip(1).map(|(name, cell)| format!("{name} {cell}"));
        let cells: Vec<String> = cells.collect();
        let region = row.first().map(String::as_str).unwrap_or_default();
        ui.line(&format!("  {region}: {}", cells.join("; ")))?;
    }
    for line in &view.served.groups {
        ui.line(line)?;
    }
    Ok(())
}

fn sources(ui: &mut Ui, book: &Book) -> Done {
    heading(ui, "score-sources")?;
    for row in book.figures.get(book.score.clone()).unwrap_or_default() {
        let Some(source) = book.sources.get(row.source) else { continue };
        let confidence = match row.confidence {
            Confidence::A => "A",
            Confidence::B => "B",
            Confidence::C => "C",
        };
        let args = [
            ("path", (&row.path).into()),
            ("value", (&row.value).into()),
            ("title", (&source.title).into()),
            ("publisher", (&source.publisher).into()),
            // A year is not grouped by thousands.
            ("year", source.year.to_string().into()),
            ("confidence", confidence.into()),
        ];
        let text = ui.say("score-source", &args);
        ui.line(&format!("  {text}"))?;
    }
    Ok(Outcome::Fine)
}
