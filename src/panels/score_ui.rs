//! The consequences: six interests with their criteria, the two tracks side by side, requirements, pillars, who was served and
//! who was not. Only for the exercise lead. It must not weigh anything.

use bevy_egui::egui::{CollapsingHeader, Color32, Grid, ProgressBar, RichText, Ui};

use super::lists_ui::{ListState, as_table_ui, served_table_ui};
use super::page::ExerciseView;
use super::parts::heading_ui;
use crate::view::score_view::{CriterionView, GaugesView, InterestView, ScoreView};

/// Draws the panel.
pub fn score_ui(ui: &mut Ui, exercise: &ExerciseView, view: &ScoreView, state: &mut ListState) {
    let tongue = &exercise.tongue;
    ui.weak(&view.at);
    if view.interests.is_empty() {
        ui.label(&view.mean);
        return;
    }
    heading_ui(ui, tongue.word("score-profile"));
    for interest in &view.interests {
        interest_ui(ui, interest);
    }
    ui.add_space(4.0);
    ui.label(&view.mean);
    ui.weak(&view.thresholds);
    for group in [&view.tracks, &view.baseline, &view.pillars] {
        gauges_ui(ui, group);
    }
    served_ui(ui, exercise, view, state);
}

/// An interest that can be opened; closed it shows its highest class.
fn interest_ui(ui: &mut Ui, interest: &InterestView) {
    let title = format!("{} \u{2013} {}", interest.name, interest.worst);
    CollapsingHeader::new(title).id_salt(("interest", &interest.name)).show(ui, |ui| {
        for row in &interest.criteria {
            criterion_ui(ui, row);
        }
    });
}

fn criterion_ui(ui: &mut Ui, row: &CriterionView) {
    ui.horizontal_wrapped(|ui| {
        if !row.letter.is_empty() {
            ui.label(RichText::new(row.letter).strong().color(class_color(ui, row.letter)));
        }
        ui.label(&row.name);
        if !row.value.is_empty() {
            ui.label(RichText::new(&row.value).strong());
        }
    });
    // What a letter cannot say is said in words.
    if row.letter.is_empty() {
        ui.weak(&row.class);
    }
    if !row.scales.is_empty() {
        ui.weak(&row.scales);
    }
    ui.add_space(4.0);
}

/// The higher the class, the further from the colour of text to that of an error. The letter says it too.
fn class_color(ui: &Ui, letter: &str) -> Color32 {
    match letter {
        "D" | "E" => ui.visuals().error_fg_color,
        "C" => ui.visuals().warn_fg_color,
        _ => ui.visuals().text_color(),
    }
}

fn gauges_ui(ui: &mut Ui, group: &GaugesView) {
    if group.rows.is_empty() {
        return;
    }
    heading_ui(ui, &group.title);
    ui.weak(&group.means);
    for row in &group.rows {
        ui.add_space(2.0);
        ui.label(&row.name);
        let share = row.permille as f32 / 1000.0;
        ui.add(ProgressBar::new(share).text(&row.stands));
        if !row.about.is_empty() {
            ui.weak(&row.about);
        }
    }
}

fn served_ui(ui: &mut Ui, exercise: &ExerciseView, view: &ScoreView, state: &mut ListState) {
    heading_ui(ui, exercise.tongue.word("score-served"));
    ui.weak(&view.served.means);
    for line in &view.served.groups {
        ui.label(line);
    }
    if !view.served.rows.is_empty() && as_table_ui(ui, exercise, state) {
        return served_table_ui(ui, exercise, &view.served, &mut state.table);
    }
    for row in &view.served.rows {
        let region = row.first().map(String::as_str).unwrap_or_default();
        CollapsingHeader::new(region).id_salt(("served", region)).show(ui, |ui| {
            Grid::new(("served-of", region)).num_columns(2).show(ui, |ui| {
                for (name, cell) in view.served.columns.iter().zip(row).skip(1) {
                    ui.label(name);
                    ui.label(cell);
                    ui.end_row();
                }
            });
        });
    }
}
