//! The sheet of figures: what the country rests on, to search, each with its source, year and how sure it is.
//! It must not search: the view brings what was found.

use std::hash::{DefaultHasher, Hash as _};

use bevy_egui::egui::{CollapsingHeader, Frame, Label, RichText, ScrollArea, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::lists_ui::{ListState, as_table_ui, figures_table_ui};
use super::page::ExerciseView;
use super::parts::{leave_room_ui, seek_ui};
use super::rows_ui::rows_ui;
use crate::view::figures_view::{FigureLine, FiguresView};

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct FiguresState {
    /// The text of the search field.
    pub search: String,
    /// The figures as a table.
    pub list: ListState,
}

/// Draws the page.
pub fn figures_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &FiguresView,
    state: &mut FiguresState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    if seek_ui(ui, &tongue.word("figures-search"), &mut state.search) {
        out.push(Intent::Exercise(ExerciseIntent::SeekFigures(state.search.clone())));
    }
    ui.weak(&view.found);
    if as_table_ui(ui, exercise, &mut state.list) {
        return figures_table_ui(ui, exercise, view, &mut state.list.table);
    }
    ScrollArea::vertical().id_salt("figures").auto_shrink([false, false]).show(ui, |ui| {
        leave_room_ui(ui);
        let key = |line: &&FigureLine, hasher: &mut DefaultHasher| {
            (&line.what, &line.value, &line.field, &line.source, &line.change).hash(hasher);
        };
        rows_ui(ui, ("figures", 0.0), view.lines.iter(), key, |ui, line| {
            Frame::group(ui.style()).inner_margin(4).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.add(Label::new(RichText::new(&line.what).strong()).wrap());
                line_ui(ui, line);
            });
        });
        ui.weak(tongue.word("figures-means"));
    });
}

/// A figure with its source, its year and how sure it is, without what it is about.
fn line_ui(ui: &mut Ui, line: &FigureLine) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&line.value).strong());
        ui.label(&line.field);
    });
    ui.weak(&line.source);
    ui.weak(&line.confidence);
    if !line.change.is_empty() {
        ui.label(&line.change);
    }
}

/// What is known of the thing on the map that is selected, folded: most look for it only when they doubt a number.
pub fn sources_ui(ui: &mut Ui, exercise: &ExerciseView, lines: &[FigureLine]) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let figures = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let title = exercise.tongue.say("figures-of-this", &[("figures", figures.into())]);
    CollapsingHeader::new(title).id_salt("figures of this").show(ui, |ui| {
        for line in lines {
            line_ui(ui, line);
            ui.add_space(4.0);
        }
    });
}
