//! Left panel: what the regions are coloured by, which layers show, and the search field.
//! It must not search itself: the view brings what was found.

use bevy_egui::egui::{RichText, ScrollArea, TextEdit, Ui};

use super::intent::{Intent, SeatIntent};
use crate::view::shell::{Choice, ShellView};

/// What is typed in the search field.
#[derive(Debug, Default)]
pub struct LensState {
    /// The text of the search field.
    pub search: String,
}

/// Draws the panel.
pub fn lens_ui(ui: &mut Ui, view: &ShellView, choice: &Choice, state: &mut LensState, out: &mut Vec<Intent>) {
    ui.add_space(4.0);
    search_ui(ui, view, state, out);
    ui.add_space(6.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.label(RichText::new(&view.words.lens).strong());
        for lens in &view.lenses.lenses {
            let chosen = choice.lens == lens.code;
            let mut button = ui.selectable_label(chosen, &lens.name);
            if !lens.hint.is_empty() {
                button = button.on_hover_text(&lens.hint);
            }
            if button.clicked() && !chosen {
                out.push(Intent::Seat(SeatIntent::Lens(lens.code.clone())));
            }
        }
        ui.add_space(8.0);
        ui.label(RichText::new(&view.words.layers).strong());
        for layer in &view.lenses.layers {
            let mut shown = !choice.hidden_layers.contains(&layer.code);
            if ui.checkbox(&mut shown, &layer.name).changed() {
                out.push(Intent::Seat(SeatIntent::Layer(layer.code.clone(), shown)));
            }
        }
        ui.add_space(8.0);
        if ui.button(&view.words.show_all).clicked() {
            out.push(Intent::Seat(SeatIntent::ShowAll));
        }
    });
}

fn search_ui(ui: &mut Ui, view: &ShellView, state: &mut LensState, out: &mut Vec<Intent>) {
    let field =
        TextEdit::singleline(&mut state.search).hint_text(&view.words.search).desired_width(f32::INFINITY);
    if ui.add(field).changed() {
        out.push(Intent::Seat(SeatIntent::Search(state.search.clone())));
    }
    if state.search.is_empty() {
        return;
    }
    for found in &view.lenses.found {
        if ui.selectable_label(false, &found.text).clicked() {
            out.push(Intent::Seat(SeatIntent::GoTo(found.at)));
            if found.target.is_some() {
                out.push(Intent::Seat(SeatIntent::Select(found.target)));
            }
            out.push(Intent::Seat(SeatIntent::Search(String::new())));
            state.search.clear();
            return;
        }
    }
    if view.lenses.found.is_empty() {
        ui.weak(&view.words.nothing_found);
    }
}
