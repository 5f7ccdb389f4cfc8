//! Where everything comes from: the program, the map, every source of a figure.
//! It must not hold a source itself.

use bevy_egui::egui::{RichText, Ui};

use super::page::ExerciseView;
use super::parts::heading_ui;
use crate::view::about_view::AboutView;

/// Draws the page.
pub fn about_ui(ui: &mut Ui, exercise: &ExerciseView, view: &AboutView) {
    let tongue = &exercise.tongue;
    ui.label(RichText::new(&view.name).heading());
    ui.weak(&view.version);
    for statement in &view.statements {
        ui.add_space(4.0);
        ui.label(statement);
    }
    heading_ui(ui, tongue.word("about-licence"));
    ui.label(&view.licence);
    heading_ui(ui, tongue.word("about-map"));
    for line in &view.map {
        ui.label(line);
    }
    heading_ui(ui, tongue.word("about-sources"));
    for (line, note) in &view.sources {
        ui.label(line);
        if !note.is_empty() {
            ui.weak(note);
        }
        ui.add_space(4.0);
    }
}
