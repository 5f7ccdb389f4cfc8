//! Keys: each does what the list of actions says. Those that nothing typed can mean work everywhere and are read before the
//! panels; the others only where nothing has the focus.
//! It must not know what a key does: `actions` does.

use bevy_egui::egui::{Key, Modifiers, Ui};

use super::actions::{self, Press};
use super::frame::PanelStates;
use super::intent::{Intent, SeatIntent, WindowWish};
use super::page::ExerciseView;

/// Reads the keys that work everywhere, before any panel is drawn.
pub fn keys_first_ui(ui: &Ui, exercise: &ExerciseView, states: &mut PanelStates, out: &mut Vec<Intent>) {
    keys_where_ui(ui, exercise, states, out, Press::while_typing);
    states.dock.last.note(states.dock.open);
}

/// Reads the keys that a field may want for itself, after the panels.
pub fn keys_ui(ui: &Ui, exercise: &ExerciseView, states: &mut PanelStates, out: &mut Vec<Intent>) {
    let busy = ui.ctx().memory(|memory| memory.focused().is_some());
    if !busy && !states.palette.open && !states.sheet {
        keys_where_ui(ui, exercise, states, out, |press| !press.while_typing());
    }
    states.dock.last.note(states.dock.open);
}

fn keys_where_ui(
    ui: &Ui,
    exercise: &ExerciseView,
    states: &mut PanelStates,
    out: &mut Vec<Intent>,
    reads: impl Fn(Press) -> bool,
) {
    // Nearly every frame comes without a key: the list is not made for those.
    let pressed = ui.input(|input| {
        input.events.iter().any(|event| matches!(event, bevy_egui::egui::Event::Key { pressed: true, .. }))
    });
    if !pressed {
        return;
    }
    for action in actions::keyed(exercise, states) {
        if !action.possible {
            continue;
        }
        let mut keys = action.keys.iter().filter(|press| reads(**press));
        if keys.any(|press| consumed(ui, *press)) {
            actions::perform(&action, exercise.viewer, states, out);
        }
    }
}

fn consumed(ui: &Ui, press: Press) -> bool {
    ui.input_mut(|input| input.consume_key(press.modifiers, press.key))
}

/// While the lead's screen is hidden only the key that brings it back works.
pub fn blank_keys_ui(ui: &Ui, out: &mut Vec<Intent>) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F8)) {
        out.push(Intent::Seat(SeatIntent::Blank(false)));
    }
}

/// On a window that is only looked at: as large as its display, or closed.
pub fn board_keys_ui(ui: &Ui, out: &mut Vec<Intent>) {
    for (key, wish) in [(Key::F11, WindowWish::FullScreen), (Key::F9, WindowWish::Close)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            out.push(Intent::Seat(SeatIntent::Window(wish)));
        }
    }
}
