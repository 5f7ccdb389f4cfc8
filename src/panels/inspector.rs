//! Facts about what is selected: headings, names, values with units, bars, and the cause on a click.
//! It must not compute anything.

use bevy_egui::egui::{Align, Label, Layout, RichText, Sense, TextStyle, Ui, vec2};

use super::{
    intent::{Intent, SeatIntent},
    parts::bar_ui,
};
use crate::view::shell::{Row, ShellView};

/// Room for a value with its unit, points.
const VALUE: f32 = 136.0;
/// What is below this share is not as it should be: why stands under it.
const NORMAL_PERMILLE: u16 = 950;
/// Length of a bar, points.
const BAR: f32 = 64.0;

/// Draws the panel.
pub fn inspector_ui(ui: &mut Ui, view: &ShellView, out: &mut Vec<Intent>) {
    let Some(inspector) = &view.inspector else {
        ui.weak(&view.words.nothing_selected);
        return;
    };
    ui.label(RichText::new(&inspector.title).heading());
    ui.weak(&inspector.subtitle);
    if let Some(serial) = inspector.transport.filter(|_| view.followed.is_none())
        && ui.button(&view.words.follow).clicked()
    {
        out.push(Intent::Seat(SeatIntent::Follow(Some(serial))));
    }
    for section in &inspector.sections {
        ui.add_space(8.0);
        ui.label(RichText::new(&section.heading).strong());
        for row in &section.rows {
            row_ui(ui, row, out);
        }
    }
}

fn row_ui(ui: &mut Ui, row: &Row, out: &mut Vec<Intent>) {
    let line = ui.horizontal(|ui| match row.permille {
        None => {
            ui.label(&row.name);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(RichText::new(&row.value).strong());
            });
        }
        Some(permille) => {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                // A fixed width, so that the bars of a section stand under each other.
                let room = vec2(VALUE, ui.text_style_height(&TextStyle::Body));
                ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
                    ui.set_min_width(VALUE);
                    ui.label(RichText::new(&row.value).strong());
                });
                bar_ui(ui, permille, BAR);
                // Last, so that a long name at a large text size ends before the bar.
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(&row.name).truncate());
                });
            });
        }
    });
    let troubled = row.permille.is_some_and(|permille| permille < NORMAL_PERMILLE);
    if troubled && !row.note.is_empty() {
        ui.weak(RichText::new(&row.note).small());
    }
    let mut response =
        line.response.interact(if row.target.is_some() { Sense::click() } else { Sense::hover() });
    if !row.note.is_empty() {
        response = response.on_hover_text(&row.note);
    }
    if response.clicked() {
        out.push(Intent::Seat(SeatIntent::Select(row.target)));
    }
}
