//! Damage in the order of repair, with the crews: who is busy where, what comes first and why something waits.
//! Only the owner of the crews can change the order; the rules say so again.

use std::collections::BTreeMap;

use bevy_egui::egui::{Frame, RichText, Ui};

use super::intent::{ExerciseIntent, Intent, SeatIntent};
use super::lists_ui::{ListState, as_table_ui, damages_table_ui};
use super::page::ExerciseView;
use super::parts::{heading_ui, line_ui, pair_ui};
use crate::sim::command::{Actor, Command};
use crate::view::repair_view::{DamageView, RepairView};

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct RepairState {
    /// Why, by damage.
    pub reasons: BTreeMap<u32, String>,
    /// All damage as a table.
    pub list: ListState,
}

/// Draws the panel.
pub fn repair_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &RepairView,
    state: &mut RepairState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("inject-field-crews"));
    for crew in &view.crews {
        if ui.link(RichText::new(&crew.name)).clicked() {
            out.push(Intent::Exercise(ExerciseIntent::ShowPool(Some(crew.pool))));
        }
        ui.label(&crew.stands);
        ui.weak(&crew.owner);
        ui.add_space(4.0);
    }
    heading_ui(ui, tongue.word("repair-title"));
    if view.damages.is_empty() {
        ui.weak(tongue.word("repair-none"));
    }
    if !view.damages.is_empty() && as_table_ui(ui, exercise, &mut state.list) {
        return damages_table_ui(ui, exercise, view, &mut state.list.table, out);
    }
    for damage in &view.damages {
        ui.push_id(damage.serial, |ui| {
            Frame::group(ui.style()).show(ui, |ui| damage_ui(ui, exercise, damage, state, out));
        });
        ui.add_space(4.0);
    }
}

fn damage_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    damage: &DamageView,
    state: &mut RepairState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.set_min_width(ui.available_width());
    if ui.link(RichText::new(&damage.what).strong()).clicked() {
        out.push(Intent::Seat(SeatIntent::Select(Some(damage.target))));
    }
    pair_ui(ui, &tongue.word("inspector-damage-loss"), &damage.loss);
    pair_ui(ui, &tongue.word("inspector-since"), &damage.since);
    if !damage.class.is_empty() {
        pair_ui(ui, &tongue.word("board-class"), &damage.class);
    }
    if !damage.teams.is_empty() {
        pair_ui(ui, &tongue.word("inject-field-crews"), &damage.teams);
    }
    ui.label(&damage.remaining);
    if !damage.owner.is_empty() {
        ui.weak(tongue.say("board-owner", &[("owner", (&damage.owner).into())]));
    }
    if !damage.cause.is_empty() {
        ui.weak(&damage.cause);
    }
    let Some(role) = damage.order_as else { return };
    let reason = state.reasons.entry(damage.serial).or_default();
    line_ui(ui, &tongue.word("board-reason"), reason);
    ui.horizontal_wrapped(|ui| {
        let ready = exercise.live && !reason.trim().is_empty();
        for (key, step) in [("repair-earlier", -1_i16), ("repair-later", 1)] {
            let button = ui.add_enabled(ready, bevy_egui::egui::Button::new(tongue.word(key)));
            let clicked = button.on_disabled_hover_text(tongue.word("panel-reason-first")).clicked();
            if clicked {
                out.push(Intent::Exercise(ExerciseIntent::Decide {
                    command: Command::OrderRepair {
                        damage: damage.serial,
                        rank: damage.rank.saturating_add(step),
                        reason: reason.trim().to_owned(),
                    },
                    actor: Actor::Role(role),
                    at: None,
                }));
                reason.clear();
            }
        }
        if damage.rank != 0 {
            let key = if damage.rank < 0 { "repair-moved-earlier" } else { "repair-moved-later" };
            ui.weak(tongue.say(key, &[("times", u32::from(damage.rank.unsigned_abs()).into())]));
        }
    });
}
