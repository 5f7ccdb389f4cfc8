//! Left panel: what the regions are coloured by, which layers show, and the search field.
//! It must not search itself: the view brings what was found.

use bevy_egui::egui::{Button, CollapsingHeader, RichText, ScrollArea, Ui};

use super::intent::{Intent, SeatIntent};
use super::parts::seek_ui;
use crate::view::shell::{Choice, Item, ShellView};

/// More than this many things to colour by get a field to narrow them down.
const FILTER_FROM: usize = 12;

/// What is typed in the search field.
#[derive(Debug, Default)]
pub struct LensState {
    /// The text of the search field.
    pub search: String,
    /// What the list of things to colour by is narrowed down to.
    pub filter: String,
}

/// Draws the panel.
pub fn lens_ui(ui: &mut Ui, view: &ShellView, choice: &Choice, state: &mut LensState, out: &mut Vec<Intent>) {
    ui.add_space(4.0);
    search_ui(ui, view, state, out);
    ui.add_space(6.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.label(RichText::new(&view.words.lens).strong());
        lenses_ui(ui, view, choice, &mut state.filter, out);
        ui.add_space(8.0);
        let layers = CollapsingHeader::new(RichText::new(&view.words.layers).strong()).default_open(true);
        layers.show_unindented(ui, |ui| {
            for layer in &view.lenses.layers {
                let mut shown = !choice.hidden_layers.contains(&layer.code);
                if ui.checkbox(&mut shown, &layer.name).changed() {
                    out.push(Intent::Seat(SeatIntent::Layer(layer.code.clone(), shown)));
                }
            }
        });
        ui.add_space(8.0);
        if ui.button(&view.words.show_all).clicked() {
            out.push(Intent::Seat(SeatIntent::ShowAll));
        }
    });
}

/// What the regions can be coloured by, under its headings; the heading of what is chosen is open, and all are while
/// something is looked for.
fn lenses_ui(ui: &mut Ui, view: &ShellView, choice: &Choice, filter: &mut String, out: &mut Vec<Intent>) {
    let lenses = &view.lenses.lenses;
    if lenses.len() > FILTER_FROM {
        seek_ui(ui, &view.words.filter, filter);
    } else {
        filter.clear();
    }
    let wanted = filter.trim().to_lowercase();
    let fits =
        |lens: &&Item| [&lens.name, &lens.group].iter().any(|text| text.to_lowercase().contains(&wanted));
    if !lenses.iter().any(|lens| fits(&lens)) {
        ui.weak(&view.words.nothing_found);
    }
    let chosen = lenses.iter().find(|lens| lens.code == choice.lens).or(lenses.first());
    for group in lenses.chunk_by(|one, two| one.group == two.group) {
        let rows: Vec<&Item> = group.iter().filter(fits).collect();
        let Some(first) = rows.first() else { continue };
        let holds = chosen.is_some_and(|lens| lens.group == first.group);
        if first.group.is_empty() {
            for lens in rows {
                lens_line_ui(ui, lens, chosen, out);
            }
            continue;
        }
        let forced = (!wanted.is_empty()).then_some(true);
        CollapsingHeader::new(&first.group).default_open(holds).open(forced).show(ui, |ui| {
            for lens in rows {
                lens_line_ui(ui, lens, chosen, out);
            }
        });
    }
}

fn lens_line_ui(ui: &mut Ui, lens: &Item, chosen: Option<&Item>, out: &mut Vec<Intent>) {
    let is_chosen = chosen.is_some_and(|chosen| chosen.code == lens.code);
    let mut button = ui.add(Button::selectable(is_chosen, &lens.name).wrap());
    if !lens.hint.is_empty() {
        button = button.on_hover_text(&lens.hint);
    }
    if button.clicked() && !is_chosen {
        out.push(Intent::Seat(SeatIntent::Lens(lens.code.clone())));
    }
}

fn search_ui(ui: &mut Ui, view: &ShellView, state: &mut LensState, out: &mut Vec<Intent>) {
    if seek_ui(ui, &view.words.search, &mut state.search) {
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
