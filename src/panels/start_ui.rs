//! The card before an exercise begins: a new one, one that was not finished, or a recording from elsewhere.
//! It must not read files.

use bevy_egui::egui::{Align2, Area, Frame, Id, Order, RichText, Ui, vec2};

use super::intent::{Beginning, ExerciseIntent, Intent};
use super::page::{ExerciseView, StartView};
use super::parts::{line_ui, main_button_ui};

/// What is typed on the card.
#[derive(Debug, Default)]
pub struct StartState {
    /// Place of a recording.
    pub place: String,
}

/// Draws the card in the middle of the window.
pub fn start_ui(
    ui: &Ui,
    exercise: &ExerciseView,
    view: &StartView,
    state: &mut StartState,
    out: &mut Vec<Intent>,
) {
    let area = Area::new(Id::new("start")).order(Order::Middle).anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0));
    area.show(ui.ctx(), |ui| {
        Frame::window(ui.style()).inner_margin(16).show(ui, |ui| {
            ui.set_width(460.0);
            card_ui(ui, exercise, view, state, out);
        });
    });
}

/// Draws what is on the card.
pub fn card_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &StartView,
    state: &mut StartState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let mut begin = |beginning| out.push(Intent::Exercise(ExerciseIntent::Begin(beginning)));
    ui.label(RichText::new(&view.title).heading());
    ui.label(&view.summary);
    for fact in &view.facts {
        ui.weak(fact);
    }
    ui.add_space(6.0);
    if main_button_ui(ui, true, &tongue.word("panel-start-new")) {
        begin(Beginning::New);
    }
    if !view.open.is_empty() {
        ui.separator();
        ui.label(RichText::new(tongue.word("panel-unfinished")).strong());
        for (place, stopped) in &view.open {
            let name = std::path::Path::new(place).file_name().unwrap_or_default().to_string_lossy();
            if ui.button(tongue.say("start-continue", &[("name", name.into_owned().into())])).clicked() {
                begin(Beginning::Recording(place.clone()));
            }
            ui.weak(stopped);
        }
    }
    ui.separator();
    line_ui(ui, &tongue.word("panel-recording-place"), &mut state.place);
    let typed = !state.place.trim().is_empty();
    if ui.add_enabled(typed, bevy_egui::egui::Button::new(tongue.word("word-open"))).clicked() {
        begin(Beginning::Recording(state.place.trim().to_owned()));
    }
    ui.add_space(6.0);
    ui.weak(tongue.word("start-notice"));
}
