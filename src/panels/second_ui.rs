//! The second window, from the lead's: whose picture it gets, open and close, and what is said about displays before it opens.
//! It must not look at displays itself: the window does, and writes the outcome into the state.

use bevy_egui::egui::{Frame, Label, RichText, Ui};

use super::actions::{self, Press};
use super::intent::{Intent, SeatIntent, WindowWish};
use super::page::ExerciseView;
use super::parts::choose_ui;
use crate::view::board_view::Eyes;

/// What is known about the second window, and what was chosen for it.
#[derive(Debug, Default)]
pub struct SecondState {
    /// Whose picture is on it; none while there is none.
    pub open: Option<Eyes>,
    /// Whose picture it gets when it is opened.
    pub chosen: Eyes,
    /// Why it was not opened, as long as that was not read.
    pub held: Option<Held>,
}

/// Why a second window was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// There is one display: it would lie over the lead's, and everybody who looks on sees both.
    OneDisplay,
    /// Displays show the same: what the lead sees is on the projector.
    Mirrored,
}

impl SecondState {
    /// What its key does: open, or close.
    pub fn turn(&self) -> WindowWish {
        if self.open.is_some() { WindowWish::Close } else { WindowWish::Open(self.chosen) }
    }
}

fn wish(out: &mut Vec<Intent>, wish: WindowWish) {
    out.push(Intent::Seat(SeatIntent::Window(wish)));
}

/// On the page of the exercise: for whom, open or close, and how to hide the lead's own screen.
pub fn second_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut SecondState, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    let list = exercise.choices.pictures.iter().cloned();
    if choose_ui(ui, &word("second-for"), &mut state.chosen, list) && state.open.is_some() {
        wish(out, WindowWish::Open(state.chosen));
    }
    ui.horizontal_wrapped(|ui| {
        let key = if state.open.is_some() { "second-close" } else { "second-open" };
        let named = |key: &str, press: Press| format!("{} ({})", word(key), press.words(&exercise.tongue));
        if ui.button(named(key, actions::SECOND)).clicked() {
            wish(out, state.turn());
        }
        if ui.button(named("blank-now", actions::BLANK)).on_hover_text(word("blank-means")).clicked() {
            out.push(Intent::Seat(SeatIntent::Blank(true)));
        }
    });
    ui.weak(word("second-means"));
}

/// Above the map: why it did not open, and what to do.
pub fn held_ui(ui: &mut Ui, exercise: &ExerciseView, state: &SecondState, out: &mut Vec<Intent>) {
    let Some(held) = state.held else { return };
    let word = |key: &str| exercise.tongue.word(key);
    let mut frame = Frame::group(ui.style()).inner_margin(4);
    frame.stroke.color = ui.visuals().error_fg_color;
    frame.show(ui, |ui| {
        let said = if held == Held::Mirrored { "notice-second-mirrored" } else { "notice-second-one" };
        ui.add(Label::new(RichText::new(word(said)).strong()).wrap());
        ui.horizontal_wrapped(|ui| {
            if held == Held::OneDisplay && ui.button(word("second-anyway")).clicked() {
                wish(out, WindowWish::OpenAnyway(state.chosen));
            }
            if ui.button(word("word-cancel")).clicked() {
                wish(out, WindowWish::Forget);
            }
        });
    });
}
