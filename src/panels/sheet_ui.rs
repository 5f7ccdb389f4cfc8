//! The sheet of keys: every key by what it belongs to, from the list of actions. It must not name a key itself.

use bevy_egui::egui::{Frame, Grid, Id, Label, Modal, RichText, ScrollArea, Ui};

use super::actions::{self, Action, Kind};
use super::frame::PanelStates;
use super::page::ExerciseView;
use super::parts::heading_ui;

/// Width of the sheet, points.
const WIDTH: f32 = 560.0;
/// Width of the column with keys, points.
const KEYS: f32 = 110.0;

/// Draws the sheet over everything else.
pub fn sheet_ui(ui: &Ui, exercise: &ExerciseView, states: &mut PanelStates) {
    if !states.sheet {
        return;
    }
    let list = actions::keyed(exercise, states);
    let window = ui.ctx().content_rect().size();
    let modal =
        Modal::new(Id::new("sheet")).frame(Frame::window(ui.style()).inner_margin(14)).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(window.x - 60.0));
            ui.label(RichText::new(exercise.tongue.word("sheet-title")).heading());
            let height = (window.y - 140.0).max(80.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    keys_list_ui(ui, exercise, &list);
                    ui.weak(exercise.tongue.word("sheet-focus"));
                });
            if ui.button(exercise.tongue.word("word-close")).clicked() {
                states.sheet = false;
            }
        });
    if modal.should_close() {
        states.sheet = false;
    }
}

/// The keys by what they belong to.
pub fn keys_list_ui(ui: &mut Ui, exercise: &ExerciseView, list: &[Action]) {
    for kind in [Kind::Clock, Kind::Page, Kind::Map, Kind::Screen, Kind::Setting] {
        let rows: Vec<&Action> =
            list.iter().filter(|action| action.kind == kind && !action.keys.is_empty()).collect();
        // What this seat can never do is not on its sheet; what it cannot do now is.
        if rows.is_empty() || kind == Kind::Clock && !exercise.clock.may_steer {
            continue;
        }
        heading_ui(ui, exercise.tongue.word(kind.key()));
        Grid::new(("keys", kind.key()))
            .num_columns(2)
            .min_col_width(KEYS.min(ui.available_width() * 0.3))
            .show(ui, |ui| {
                for action in rows {
                    let keys: Vec<String> =
                        action.keys.iter().take(2).map(|press| press.words(&exercise.tongue)).collect();
                    ui.label(RichText::new(keys.join(", ")).strong());
                    ui.add(Label::new(&action.name).wrap());
                    ui.end_row();
                }
            });
    }
}
