//! Requests between roles: the inbox with its answers and counter-offers, the designation of movements as urgent, and the legal bases that this
//! viewer can provide. It must not judge: the view says what is missing and who can give it.

use std::collections::BTreeMap;

use bevy_egui::egui::{Button, Frame, RichText, Ui};

use super::basis_ui::{BasisState, basis_ui};
use super::counter_ui::{CounterDraft, counter_ui};
use super::intent::{ExerciseIntent, Intent};
use super::lists_ui::{ListState, as_table_ui, requests_table_ui};
use super::page::{ExerciseView, Tab};
use super::parts::{choose_ui, heading_ui, line_ui, main_button_ui};
use crate::sim::command::{Actor, Command};
use crate::sim::ids::{MovementId, RoleId};
use crate::view::requests_view::{DesignationView, RequestView, RequestsView};

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct RequestsState {
    /// Reasons for taking requests back, while these are typed.
    pub withdrawals: BTreeMap<u32, String>,
    /// Reasons of answers and counter-offers, by request.
    pub answers: BTreeMap<u32, String>,
    /// Counter-offers that are being made, by request.
    pub counters: BTreeMap<u32, CounterDraft>,
    /// Reasons of designations, by movement.
    pub designations: BTreeMap<MovementId, String>,
    /// Reasons of bases.
    pub bases: BasisState,
    /// All requests as a table.
    pub list: ListState,
}

/// Draws the panel. `open` is the tab that is open: a request can lead to the board.
pub fn requests_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &RequestsView,
    state: &mut RequestsState,
    open: &mut Tab,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("request-title"));
    if view.requests.is_empty() {
        ui.weak(tongue.word("request-none"));
        ui.weak(tongue.word("needs-how-to-ask"));
    }
    if !view.requests.is_empty() && as_table_ui(ui, exercise, &mut state.list) {
        return requests_table_ui(ui, exercise, view, &mut state.list.table);
    }
    for request in &view.requests {
        ui.push_id(request.serial, |ui| {
            Frame::group(ui.style()).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                request_ui(ui, exercise, request, state, out);
                if request.pool.is_some() && ui.link(tongue.word("request-to-board")).clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::ShowPool(request.pool)));
                    *open = Tab::Board;
                }
            });
        });
        ui.add_space(4.0);
    }
    if !view.paid.is_empty() {
        ui.label(&view.paid);
    }
    if !view.designations.is_empty() {
        heading_ui(ui, tongue.word("designate-title"));
    }
    for movement in &view.designations {
        ui.push_id(("designation", movement.movement.0), |ui| {
            Frame::group(ui.style()).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                designation_ui(ui, exercise, movement, state, out);
            });
        });
        ui.add_space(4.0);
    }
    bases_ui(ui, exercise, view, state, out);
}

fn request_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    request: &RequestView,
    state: &mut RequestsState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let args = [("from", (&request.from).into()), ("to", (&request.to).into())];
    ui.label(RichText::new(tongue.say("request-from-to", &args)).strong());
    ui.label(&request.what);
    if !request.reason.is_empty() {
        let args = [("who", (&request.by).into()), ("reason", (&request.reason).into())];
        ui.label(tongue.say("request-why", &args));
    }
    for terms in &request.earlier {
        ui.weak(terms);
    }
    let asked = RichText::new(&request.asked);
    if request.overdue {
        ui.label(asked.color(ui.visuals().error_fg_color));
        ui.weak(tongue.word("request-overdue"));
    } else {
        ui.label(asked.weak());
    }
    if !request.turn.is_empty() {
        ui.label(&request.turn);
    }
    if let Some(answer) = &request.answer {
        ui.label(RichText::new(answer).strong());
    }
    withdraw_ui(ui, exercise, request, state, out);
    let Some(role) = request.answer_as.filter(|_| exercise.live) else { return };
    if !request.hindrance.is_empty() {
        let words = tongue.say("request-hindered", &[("why", (&request.hindrance).into())]);
        ui.label(RichText::new(words).color(ui.visuals().error_fg_color));
    }
    answer_ui(ui, exercise, request, role, state, out);
}

/// Who asked takes it back, with a reason.
fn withdraw_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    request: &RequestView,
    state: &mut RequestsState,
    out: &mut Vec<Intent>,
) {
    let Some(role) = request.withdraw_as.filter(|_| exercise.live) else { return };
    let (tongue, serial) = (&exercise.tongue, request.serial);
    let Some(reason) = state.withdrawals.get_mut(&serial) else {
        if ui.button(tongue.word("request-withdraw")).clicked() {
            state.withdrawals.insert(serial, String::new());
        }
        return;
    };
    line_ui(ui, &tongue.word("request-withdraw-why"), reason);
    let typed = reason.trim().to_owned();
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, !typed.is_empty(), &tongue.word("request-withdraw-now")) {
            let command = Command::Withdraw { request: serial, reason: typed };
            out.push(Intent::Exercise(ExerciseIntent::Decide {
                command,
                actor: Actor::Role(role),
                at: None,
            }));
            done = true;
        }
        done |= ui.button(tongue.word("word-cancel")).clicked();
    });
    if done {
        state.withdrawals.remove(&serial);
    }
}

/// Agree, decline, or propose other terms; each with a reason.
fn answer_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    request: &RequestView,
    role: RoleId,
    state: &mut RequestsState,
    out: &mut Vec<Intent>,
) {
    let (tongue, serial) = (&exercise.tongue, request.serial);
    let reason = state.answers.entry(serial).or_default();
    line_ui(ui, &tongue.word("board-reason"), reason);
    let typed = reason.trim().to_owned();
    let ready = !typed.is_empty();
    let mut command = None;
    let answer = |agree| Command::Answer { request: serial, agree, reason: typed.clone() };
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, ready && request.hindrance.is_empty(), &tongue.word("request-agree")) {
            command = Some(answer(true));
        }
        if ui.add_enabled(ready, Button::new(tongue.word("request-decline"))).clicked() {
            command = Some(answer(false));
        }
        let drafting = state.counters.contains_key(&serial);
        if ui.selectable_label(drafting, tongue.word("request-counter")).clicked() {
            if drafting {
                state.counters.remove(&serial);
            } else {
                state.counters.insert(serial, CounterDraft::of(request));
            }
        }
        if !ready {
            ui.weak(tongue.word("panel-reason-first"));
        }
    });
    if let Some(draft) = state.counters.get_mut(&serial) {
        let changed = counter_ui(ui, exercise, request, draft);
        if main_button_ui(ui, ready && changed, &tongue.word("request-counter-send")) {
            let (about, offer_keur) = (draft.about.clone(), draft.offer_keur);
            command = Some(Command::Counter { request: serial, about, offer_keur, reason: typed.clone() });
        }
    }
    if let Some(command) = command {
        out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Role(role), at: None }));
        reason.clear();
        state.counters.remove(&serial);
    }
}

fn designation_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    movement: &DesignationView,
    state: &mut RequestsState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.label(RichText::new(&movement.name).strong());
    for (role, done) in &movement.steps {
        let key = if *done { "designate-done" } else { "designate-not-yet" };
        ui.label(tongue.say(key, &[("role", role.into())]));
    }
    for (index, line) in movement.status.iter().enumerate() {
        if index == 0 {
            ui.label(line)
        } else {
            ui.weak(line)
        };
    }
    let Some(role) = movement.designate_as.filter(|_| exercise.live) else { return };
    let reason = state.designations.entry(movement.movement).or_default();
    line_ui(ui, &tongue.word("board-reason"), reason);
    let typed = reason.trim().to_owned();
    let name = exercise.choices.roles.iter().find(|(id, _)| *id == role).map(|(_, name)| name.as_str());
    let words = tongue.say("designate-as", &[("role", name.unwrap_or_default().into())]);
    if main_button_ui(ui, !typed.is_empty(), &words) {
        out.push(Intent::Exercise(ExerciseIntent::Decide {
            command: Command::DesignateUrgent { movement: movement.movement, reason: typed },
            actor: Actor::Role(role),
            at: None,
        }));
        reason.clear();
    } else if typed.is_empty() {
        ui.weak(tongue.word("panel-reason-first"));
    }
}

fn bases_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &RequestsView,
    state: &mut RequestsState,
    out: &mut Vec<Intent>,
) {
    let Some(open) = view.open else { return };
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("basis-yours"));
    let mut chosen = open;
    if choose_ui(ui, &tongue.word("board-pool"), &mut chosen, view.pools.iter().cloned()) {
        out.push(Intent::Exercise(ExerciseIntent::ShowPool(Some(chosen))));
    }
    basis_ui(ui, exercise, &view.bases, &mut state.bases, out);
}
