//! The ladder of escalation and the staging of an act, for the exercise lead.
//! It must not decide what fits where: the view lists the places of every act.

use bevy_egui::egui::{CollapsingHeader, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, line_ui, moment_ui};
use crate::sim::command::{Actor, Command};
use crate::sim::country::Place;
use crate::sim::ids::VectorId;
use crate::sim::time::Tick;
use crate::view::escalation_view::EscalationView;

/// What is being filled in.
#[derive(Debug, Default)]
pub struct EscalationState {
    /// The phase chosen so far.
    pub phase: Option<u8>,
    /// Why.
    pub reason: String,
    /// The act chosen so far.
    pub vector: Option<VectorId>,
    /// Where.
    pub place: Option<Place>,
    /// When.
    pub at: Option<Tick>,
}

/// Draws the ladder and the staging.
pub fn escalation_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &EscalationView,
    state: &mut EscalationState,
    out: &mut Vec<Intent>,
) {
    if view.steps.is_empty() {
        return;
    }
    let tongue = &exercise.tongue;
    CollapsingHeader::new(tongue.word("escalation-heading")).id_salt("escalation").show(ui, |ui| {
        ui.label(&view.now);
        ui.weak(&view.opponent);
        if view.can {
            phase_ui(ui, exercise, view, state, out);
        }
    });
    if view.can {
        CollapsingHeader::new(tongue.word("escalation-stage")).id_salt("staging").show(ui, |ui| {
            stage_ui(ui, exercise, view, state, out);
        });
    }
}

fn give(command: Command, out: &mut Vec<Intent>) {
    out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None }));
}

fn phase_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &EscalationView,
    state: &mut EscalationState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let chosen = state.phase.get_or_insert(view.phase);
    let steps = view.steps.iter().map(|step| (step.phase, step.name.clone()));
    choose_ui(ui, &tongue.word("escalation-new"), chosen, steps);
    let phase = *chosen;
    if let Some(step) = view.steps.iter().find(|step| step.phase == phase) {
        ui.weak(&step.pressure);
    }
    line_ui(ui, &tongue.word("escalation-reason"), &mut state.reason);
    if ui.button(tongue.word("escalation-set")).clicked() {
        give(Command::SetPhase { phase, reason: state.reason.clone() }, out);
        state.reason.clear();
    }
}

fn stage_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &EscalationView,
    state: &mut EscalationState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let Some(first) = view.vectors.first() else { return };
    let vector = state.vector.get_or_insert(first.vector);
    let names = view.vectors.iter().map(|row| (row.vector, row.name.clone()));
    if choose_ui(ui, &tongue.word("escalation-act"), vector, names) {
        state.place = None;
    }
    let vector = *vector;
    let Some(row) = view.vectors.iter().find(|row| row.vector == vector) else { return };
    let Some(first) = row.places.first() else { return };
    let place = state.place.get_or_insert(first.place);
    choose_ui(
        ui,
        &tongue.word("escalation-place"),
        place,
        row.places.iter().map(|row| (row.place, row.name.clone())),
    );
    let place = *place;
    let at = state.at.get_or_insert(exercise.now);
    *at = (*at).max(exercise.now);
    moment_ui(ui, exercise, at, exercise.now);
    let at = *at;
    if ui.button(tongue.word("escalation-stage-now")).clicked() {
        give(Command::StageAct { vector, place, at }, out);
    }
}
