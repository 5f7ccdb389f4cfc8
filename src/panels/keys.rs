//! Keys that work wherever nothing is being typed: the clock, the groups of tabs and operator mode.
//! It must not take a key from a field that has the focus.

use bevy_egui::egui::{Key, Modifiers, Ui};

use super::intent::{ClockIntent, Intent};
use super::page::{ExerciseView, Tab};
use super::tabs_ui::{Group, LastUsed};

/// Digits that open the groups of tabs, with the command key.
const DIGITS: [Key; Group::ALL.len()] = [Key::Num1, Key::Num2, Key::Num3];
/// Opens operator mode, whatever has the focus: who types cards has no mouse in hand.
const OPERATOR: Key = Key::F2;

/// Reads the keys.
pub fn keys_ui(
    ui: &Ui,
    exercise: &ExerciseView,
    (open, last): (&mut Tab, &mut LastUsed),
    out: &mut Vec<Intent>,
) {
    for (key, group) in DIGITS.into_iter().zip(Group::ALL) {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
            *open = last.by_key(group, exercise.viewer, *open).unwrap_or(*open);
        }
    }
    if Tab::Operator.is_for(exercise.viewer)
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, OPERATOR))
    {
        *open = Tab::Operator;
    }
    last.note(*open);
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
