//! The hot wash on paper: the questions of the scenario's guide, and what came of the exercise beside other groups.
//!
//! Figures only of an exercise that has ended: what lies in the room must not tell more than the room may know. Must not set pages:
//! `paper` does.

use super::{compare, scenarios, ui::Ui};
use crate::{
    assets,
    geo::map::MapData,
    paper::HotWash,
    report::compare::{Comparison, Row},
    scenario::{
        guide::Guide,
        load::{self, world_built_in},
        source::Source,
    },
    session::Session,
    sim::course::Stage,
    text::Language,
};
use std::path::{Path, PathBuf};

/// Questions that are asked when no guide is known.
const QUESTIONS: [&str; 5] =
    ["wash-question-1", "wash-question-2", "wash-question-3", "wash-question-4", "wash-question-5"];

/// What the room reads at the end.
pub(super) fn wash(
    session: &Session,
    exercise: &Path,
    others: &[PathBuf],
    map: &MapData,
    ui: &Ui,
) -> anyhow::Result<HotWash> {
    let asked = guide(session, exercise, map).map(|guide| guide.questions).unwrap_or_default();
    let mut questions: Vec<String> =
        asked.into_iter().map(|text| if ui.language == Language::Nl { text.nl } else { text.en }).collect();
    if questions.is_empty() {
        questions = QUESTIONS.map(|key| ui.say(key, &[])).into();
    }
    let mut end = session.to_look_at();
    end.seek(end.last_tick());
    if end.course_shown().stage < Stage::Ended {
        return Ok(HotWash { questions, figures: Vec::new() });
    }
    let found = compare::with_own(&end, exercise, others, ui)?;
    Ok(HotWash { questions, figures: figures(&found, ui) })
}

/// The guide of the scenario file, or of the built-in scenario that a recording was made from.
fn guide(session: &Session, exercise: &Path, map: &MapData) -> Option<Guide> {
    let plan = session.plan();
    if exercise.extension().is_none_or(|extension| extension != "oefening") {
        return scenarios::load(exercise, map).ok()?.script.guide.clone();
    }
    let own = assets::scenario(&plan.code)?;
    let source = Source::new(own.file, own.text.to_owned());
    load::build_filled(world_built_in(), source, &plan.filled, map).ok()?.script.guide.clone()
}

fn figures(found: &Comparison, ui: &Ui) -> Vec<(String, Vec<String>)> {
    let names: Vec<&str> = found.groups.iter().map(|group| group.name.as_str()).collect();
    let told = |cells: &[String]| match cells {
        [only] => only.clone(),
        cells => {
            let each = names.iter().zip(cells).map(|(name, cell)| format!("{name} {cell}"));
            each.collect::<Vec<_>>().join("; ")
        }
    };
    let line = |row: &Row| match row.cells.first() {
        Some(cell) if names.len() > 1 && !row.differs => {
            let args = [("what", row.name.as_str().into()), ("value", cell.as_str().into())];
            ui.say("compare-same", &args)
        }
        _ => format!("{}: {}", row.name, told(&row.cells)),
    };
    let mut all: Vec<(String, Vec<String>)> = found
        .sections
        .iter()
        .map(|section| (section.title.clone(), section.rows.iter().map(line).collect()))
        .collect();
    let parted = found.partings.iter().filter(|row| !row.deed.is_empty());
    let parted: Vec<String> = parted
        .map(|row| format!("{}, {}: {} ({})", row.round_words, row.table, row.deed, told(&row.when)))
        .collect();
    if !parted.is_empty() {
        all.push((ui.say("compare-partings", &[]), parted));
    }
    all
}
