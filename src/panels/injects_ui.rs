//! The script for the exercise lead: what comes, what waits, what was sent, and what can be done with it.
//! It must not decide what can be done: every row says so. Making a new one up is in `inject_editor`.

use std::collections::BTreeMap;

use bevy_egui::egui::{Align, Frame, Label, Layout, RichText, ScrollArea, Sense, Ui};

use super::escalation_ui::{EscalationState, escalation_ui};
use super::inject_editor::{EditorState, editor_ui};
use super::intent::{ClockIntent, ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, fact_ui, heading_ui, leave_room_ui, main_button_ui, moment_ui};
use crate::sim::command::{Actor, Command};
use crate::sim::ids::InjectId;
use crate::sim::state::InjectStatus;
use crate::sim::time::{Span, Tick};
use crate::view::injects_view::{InjectRow, InjectsView};

/// What is open in the panel.
#[derive(Debug, Default)]
pub struct InjectsState {
    /// The row that shows everything.
    pub open: Option<InjectId>,
    /// The open row must be brought into sight.
    pub reveal: bool,
    /// A row that is about to be skipped: asked once more.
    pub skipping: Option<InjectId>,
    /// Rows that are being moved, with the moment chosen so far.
    pub moving: BTreeMap<InjectId, Tick>,
    /// The new one that is being made.
    pub editor: Option<EditorState>,
    /// The next phase and the act that are being chosen.
    pub escalation: EscalationState,
}

impl InjectsState {
    /// Opens a row and brings it into sight.
    pub fn show(&mut self, inject: InjectId) {
        self.open = Some(inject);
        self.reveal = true;
    }
}

/// Draws the panel.
pub fn injects_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &InjectsView,
    state: &mut InjectsState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    if let Some(editor) = &mut state.editor {
        if editor_ui(ui, exercise, editor, out) {
            state.editor = None;
        }
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if exercise.live && ui.button(tongue.word("inject-invent")).clicked() {
            state.editor = Some(EditorState::new(exercise));
        }
        if let Some((_, at)) = view.next
            && exercise.live
            && ui.button(tongue.word("clock-to-inject")).clicked()
        {
            out.push(Intent::Clock(ClockIntent::RunTo(at)));
        }
    });
    ScrollArea::vertical().id_salt("injects").auto_shrink([false, false]).show(ui, |ui| {
        leave_room_ui(ui);
        escalation_ui(ui, exercise, &view.escalation, &mut state.escalation, out);
        for (key, rows) in [("inject-list", &view.line), ("inject-shelf", &view.shelf)] {
            if rows.is_empty() {
                continue;
            }
            heading_ui(ui, format!("{} ({})", tongue.word(key), rows.len()));
            for row in rows {
                row_ui(ui, exercise, row, state, out);
            }
        }
        if view.line.is_empty() && view.shelf.is_empty() {
            ui.weak(tongue.word("inject-empty"));
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    row: &InjectRow,
    state: &mut InjectsState,
    out: &mut Vec<Intent>,
) {
    let open = state.open == Some(row.inject);
    let frame = Frame::group(ui.style()).inner_margin(4).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let over = matches!(row.status, InjectStatus::Sent | InjectStatus::Skipped);
        let title = RichText::new(format!("{} {}", row.code, row.title));
        let title = if over { title.weak() } else { title.strong() };
        if ui.add(Label::new(title).sense(Sense::click())).clicked() {
            state.open = (!open).then_some(row.inject);
        }
        ui.horizontal(|ui| {
            ui.label(RichText::new(&row.status_words).small());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let when = row.sent.as_ref().or(row.due.as_ref()).unwrap_or(&row.trigger);
                ui.add(Label::new(RichText::new(when).small().weak()).truncate());
            });
        });
        if open {
            ui.separator();
            actions_ui(ui, exercise, row, state, out);
            details_ui(ui, exercise, row);
        }
    });
    if open && std::mem::take(&mut state.reveal) {
        frame.response.scroll_to_me(Some(Align::TOP));
    }
}

fn details_ui(ui: &mut Ui, exercise: &ExerciseView, row: &InjectRow) {
    let word = |key| exercise.tongue.word(key);
    ui.add_space(4.0);
    ui.label(&row.text);
    ui.add_space(4.0);
    fact_ui(ui, &word("inject-sender"), &format!("{} ({})", row.sender, row.channel_words));
    fact_ui(ui, &word("inject-receivers"), &row.receivers);
    fact_ui(ui, &word("inject-trigger"), &row.trigger);
    if row.effects.is_empty() {
        ui.weak(word("inject-no-effects"));
    } else {
        ui.weak(word("inject-preview"));
        for effect in &row.effects {
            ui.label(effect);
        }
        if !row.effect_after.is_empty() {
            ui.label(&row.effect_after);
        }
    }
    fact_ui(ui, &word("inject-expected"), &row.expected);
    fact_ui(ui, &word("inject-question"), &row.question);
    fact_ui(ui, &word("inject-staff-note"), &row.staff_note);
    fact_ui(ui, &word("inject-objectives"), &row.objectives.join("\n"));
}

fn actions_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    row: &InjectRow,
    state: &mut InjectsState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let inject = row.inject;
    let mut give = |command| {
        out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None }));
    };
    ui.horizontal_wrapped(|ui| {
        if row.can.fire && main_button_ui(ui, true, &tongue.word("inject-fire")) {
            give(Command::FireInject { inject });
        }
        if row.can.hold && ui.button(tongue.word("inject-hold")).clicked() {
            give(Command::HoldInject { inject, hold: true });
        }
        if row.can.release && ui.button(tongue.word("inject-release")).clicked() {
            give(Command::HoldInject { inject, hold: false });
        }
        if row.can.shift && ui.button(tongue.word("inject-move")).clicked() {
            let soon = exercise.now.after(Span::hours(1));
            let first = row.due_at.map_or(soon, |due| due.max(soon));
            if state.moving.remove(&inject).is_none() {
                state.moving.insert(inject, first);
            }
        }
        if row.can.skip && ui.button(tongue.word("inject-skip")).clicked() {
            state.skipping = Some(inject);
        }
    });
    if let Some(mut place) = row.place {
        let places = row.places.iter().map(|row| (row.place, row.name.clone()));
        if choose_ui(ui, &tongue.word("escalation-place"), &mut place, places) {
            give(Command::PlaceInject { inject, place });
        }
    }
    if row.can.shift
        && let Some(moment) = state.moving.get_mut(&inject)
    {
        moment_ui(ui, exercise, moment, exercise.now);
        let to = *moment;
        ui.horizontal(|ui| {
            if ui.button(tongue.word("panel-move-there")).clicked() {
                give(Command::MoveInject { inject, to });
                state.moving.remove(&inject);
            }
            if ui.button(tongue.word("word-cancel")).clicked() {
                state.moving.remove(&inject);
            }
        });
    }
    if state.skipping == Some(inject) && row.can.skip {
        ui.label(tongue.say("inject-confirm-skip", &[("inject", (&row.code).into())]));
        ui.horizontal(|ui| {
            if ui.button(tongue.word("panel-skip-yes")).clicked() {
                give(Command::SkipInject { inject });
                state.skipping = None;
            }
            if ui.button(tongue.word("word-cancel")).clicked() {
                state.skipping = None;
            }
        });
    }
}
