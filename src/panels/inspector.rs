//! Facts about what is selected: headings, names, values with units, bars, and the cause on a click.
//! It must not compute anything.

use bevy_egui::egui::{Align, Color32, CornerRadius, Layout, RichText, Sense, TextStyle, Ui, vec2};

use super::intent::{Intent, SeatIntent};
use crate::view::shell::{Row, ShellView};

/// Room for a value with its unit, points.
const VALUE: f32 = 64.0;

/// Draws the panel.
pub fn inspector_ui(ui: &mut Ui, view: &ShellView, out: &mut Vec<Intent>) {
    let Some(inspector) = &view.inspector else {
        ui.weak(&view.words.nothing_selected);
        return;
    };
    ui.label(RichText::new(&inspector.title).heading());
    ui.weak(&inspector.subtitle);
    for section in &inspector.sections {
        ui.add_space(8.0);
        ui.label(RichText::new(&section.heading).strong());
        for row in &section.rows {
            row_ui(ui, row, out);
        }
    }
}

fn row_ui(ui: &mut Ui, row: &Row, out: &mut Vec<Intent>) {
    let line = ui.horizontal(|ui| {
        ui.label(&row.name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            match row.permille {
                None => {
                    ui.label(RichText::new(&row.value).strong());
                }
                Some(permille) => {
                    // A fixed width, so that the bars of a section stand under each other.
                    let room = vec2(VALUE, ui.text_style_height(&TextStyle::Body));
                    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
                        ui.set_min_width(VALUE);
                        ui.label(RichText::new(&row.value).strong());
                    });
                    bar_ui(ui, permille);
                }
            }
        });
    });
    let mut response =
        line.response.interact(if row.target.is_some() { Sense::click() } else { Sense::hover() });
    if !row.note.is_empty() {
        response = response.on_hover_text(&row.note);
    }
    if response.clicked() {
        out.push(Intent::Seat(SeatIntent::Select(row.target)));
    }
}

/// A quiet bar of fixed length: the share of one thousand.
fn bar_ui(ui: &mut Ui, permille: u16) {
    let (rect, _) = ui.allocate_exact_size(vec2(64.0, 8.0), Sense::hover());
    let mut filled = rect;
    filled.set_width(rect.width() * f32::from(permille.min(1000)) / 1000.0);
    let ground: Color32 = ui.visuals().faint_bg_color;
    let ink = ui.visuals().selection.bg_fill;
    ui.painter().rect_filled(rect, CornerRadius::same(2), ground);
    ui.painter().rect_filled(filled, CornerRadius::same(2), ink);
}
