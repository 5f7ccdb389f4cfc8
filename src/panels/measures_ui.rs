//! Measures: a list to look one up in, and the card of the one that is open, where it is taken, ended or asked for.
//! It must not judge who may: the view says, and the exercise refuses the rest.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _};

use bevy_egui::egui::{Button, RichText, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, fact_ui, heading_ui, line_ui, main_button_ui};
use super::rows_ui::rows_ui;
use crate::sim::command::{Actor, Ask, Command};
use crate::sim::ids::{MeasureId, RoleId};
use crate::view::measures_view::{MeasureCard, MeasureLine, MeasuresView};

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct MeasuresState {
    /// What is looked for.
    pub find: String,
    /// Only what this viewer may take.
    pub mine: bool,
    /// Only what is decided or in force.
    pub taken: bool,
    /// Reasons, by measure.
    pub reasons: BTreeMap<MeasureId, String>,
}

/// Draws the panel.
pub fn measures_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &MeasuresView,
    state: &mut MeasuresState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    if let Some(card) = &view.open {
        if ui.link(tongue.word("measures-close")).clicked() {
            out.push(Intent::Exercise(ExerciseIntent::ShowMeasure(None)));
        }
        card_ui(ui, exercise, card, state, out);
        return;
    }
    line_ui(ui, &tongue.word("measures-find"), &mut state.find);
    ui.checkbox(&mut state.mine, tongue.word("measures-mine"));
    ui.checkbox(&mut state.taken, tongue.word("measures-in-force"));
    ui.add_space(4.0);
    let wanted = state.find.trim().to_lowercase();
    let fits = |row: &&MeasureLine| {
        let named = [&row.name, &row.owner].iter().any(|text| text.to_lowercase().contains(&wanted));
        (named || row.number.to_string() == wanted)
            && (row.mine || !state.mine)
            && (!row.taken.is_empty() || !state.taken)
    };
    let mut rows = view.measures.iter().filter(fits).peekable();
    if rows.peek().is_none() {
        ui.weak(tongue.word("measures-none"));
    }
    let key = |row: &&MeasureLine, hasher: &mut DefaultHasher| {
        (row.measure, &row.name, &row.owner, &row.taken, row.mine).hash(hasher);
    };
    rows_ui(ui, ("measures", 4.0), rows, key, |ui, row| measure_ui(ui, exercise, row, out));
}

fn measure_ui(ui: &mut Ui, exercise: &ExerciseView, row: &MeasureLine, out: &mut Vec<Intent>) {
    let name = RichText::new(&row.name);
    let name = if row.mine { name.strong() } else { name };
    if ui.link(name).clicked() {
        out.push(Intent::Exercise(ExerciseIntent::ShowMeasure(Some((row.measure, None)))));
    }
    let number = exercise.tongue.say("measures-number", &[("number", u32::from(row.number).into())]);
    ui.weak(format!("{} · {number}", row.owner));
    for taken in &row.taken {
        ui.label(taken);
    }
}

fn card_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    card: &MeasureCard,
    state: &mut MeasuresState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    heading_ui(ui, card.name.as_str());
    if let Some(region) = card.region {
        let mut chosen = region;
        let regions = exercise.choices.regions.iter().cloned();
        if choose_ui(ui, &tongue.word("measures-region"), &mut chosen, regions) {
            let open = Some((card.measure, Some(chosen)));
            out.push(Intent::Exercise(ExerciseIntent::ShowMeasure(open)));
        }
    }
    acts_ui(ui, exercise, card, state, out);
    ui.separator();
    for (label, text) in &card.facts {
        fact_ui(ui, label, text);
    }
}

/// Taking, asking and ending; each with a reason.
fn acts_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    card: &MeasureCard,
    state: &mut MeasuresState,
    out: &mut Vec<Intent>,
) {
    let (tongue, measure) = (&exercise.tongue, card.measure);
    let ends = card.taken.iter().any(|row| row.end_as.is_some());
    if !exercise.live || card.take_as.is_none() && card.ask_as.is_none() && !ends {
        card.taken.iter().for_each(|row| {
            ui.label(&row.words);
        });
        return;
    }
    let reason = state.reasons.entry(measure).or_default();
    line_ui(ui, &tongue.word("board-reason"), reason);
    let typed = reason.trim().to_owned();
    let (ready, free) = (!typed.is_empty(), card.hindrance.is_empty());
    let name = |role: RoleId| {
        let found = exercise.choices.roles.iter().find(|(id, _)| *id == role);
        found.map_or_else(String::new, |(_, name)| name.clone())
    };
    let mut given = None;
    if let Some(role) = card.take_as {
        let words = tongue.say("measures-take", &[("role", name(role).into())]);
        if main_button_ui(ui, ready && free, &words) {
            let command = Command::TakeMeasure { measure, region: card.region, reason: typed.clone() };
            given = Some((command, role));
        }
    } else if let Some((role, owner)) = &card.ask_as {
        let words = tongue.say("measures-ask", &[("owner", owner.into())]);
        if main_button_ui(ui, ready && free, &words) {
            let about = Ask::Measure(measure, card.region);
            given = Some((Command::Ask { about, offer_keur: 0, reason: typed.clone() }, *role));
        }
    }
    // What was taken here says so below: that it cannot be taken again is no mistake of anybody.
    let taken_here = card.taken.iter().any(|row| row.region == card.region);
    if !free && !taken_here {
        let words = tongue.say("measures-hindered", &[("why", (&card.hindrance).into())]);
        ui.label(RichText::new(words).color(ui.visuals().error_fg_color));
    } else if !ready {
        ui.weak(tongue.word("panel-reason-first"));
    }
    for row in &card.taken {
        ui.label(&row.words);
        let Some(role) = row.end_as else { continue };
        if ui.add_enabled(ready, Button::new(tongue.word("measures-end"))).clicked() {
            given = Some((Command::EndMeasure { measure, region: row.region, reason: typed.clone() }, role));
        }
    }
    if let Some((command, role)) = given {
        out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Role(role), at: None }));
        reason.clear();
    }
}
