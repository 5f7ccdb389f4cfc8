//! Keys that work wherever nothing is being typed: the clock and the tabs.
//! It must not take a key from a field that has the focus.

use bevy_egui::egui::{Key, Modifiers, Ui};

use super::intent::{ClockIntent, Intent};
use super::page::{ExerciseView, Tab};

/// Digits that open tabs, with the command key.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Reads the keys.
pub fn keys_ui(ui: &Ui, exercise: &ExerciseView, open: &mut Tab, out: &mut Vec<Intent>) {
    let tabs = Tab::ALL.into_iter().filter(|tab| tab.is_for(exercise.viewer));
    for (key, tab) in DIGITS.into_iter().zip(tabs) {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
            *open = tab;
        }
    }
    let busy = ui.ctx().memory(|memory| memory.focused().is_some());
    if busy || !exercise.clock.may_steer || exercise.start.is_some() {
        return;
    }
    let run = if exercise.clock.running { ClockIntent::Pause } else { ClockIntent::Run };
    for (key, wish) in [
        (Key::Space, run),
        (Key::ArrowRight, ClockIntent::Step),
        (Key::ArrowLeft, ClockIntent::Back),
        (Key::Home, ClockIntent::ToStart),
        (Key::End, ClockIntent::ToEnd),
    ] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            out.push(Intent::Clock(wish));
        }
    }
}
