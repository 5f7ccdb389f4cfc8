//! The order of a movement: ports, shares, ways, order of the kinds of pieces, staging area, stop; with a reason.
//! It must not judge what is possible: the rules say so when it is given.

use bevy_egui::egui::{Button, Checkbox, DragValue, Label, RichText, Ui, WidgetInfo, WidgetType};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, line_ui, main_button_ui};
use crate::sim::command::{Actor, Command};
use crate::sim::country::PieceKind;
use crate::sim::plan::MovementOrder;
use crate::view::movement_view::MovementView;

/// A plan that somebody thinks of.
#[derive(Clone, Debug)]
pub struct PlanDraft {
    /// How it would be carried out.
    pub order: MovementOrder,
    /// Why.
    pub reason: String,
    /// What was in force when the draft began: another plan starts it anew.
    from: MovementOrder,
}

impl PlanDraft {
    /// A draft that changes nothing yet.
    pub fn new(from: &MovementOrder) -> Self {
        Self { order: from.clone(), reason: String::new(), from: from.clone() }
    }

    /// True when the movement got another plan since the draft began.
    pub fn is_stale(&self, now: &MovementOrder) -> bool {
        self.from != *now
    }
}

/// Draws the draft of one movement.
pub fn plan_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    movement: &MovementView,
    draft: &mut PlanDraft,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.separator();
    ui.label(RichText::new(tongue.word("panel-plan-heading")).strong());
    shares_ui(ui, movement, &mut draft.order);
    // Lists with one entry are no choice.
    for ((name, options), port) in movement.choices.ports.iter().zip(&mut draft.order.ports) {
        if options.len() > 1 {
            let name = tongue.say("order-port-field", &[("what", name.into())]);
            choose_ui(ui, &name, port, options.iter().cloned());
        }
    }
    for ((name, options), way) in movement.choices.corridors.iter().zip(&mut draft.order.corridors) {
        if options.len() > 2 {
            let name = tongue.say("order-way-field", &[("what", name.into())]);
            choose_ui(ui, &name, way, options.iter().cloned());
        }
    }
    if movement.choices.staging.len() > 1 {
        let options = movement.choices.staging.iter().cloned();
        choose_ui(ui, &tongue.word("order-staging-field"), &mut draft.order.staging, options);
    }
    kinds_ui(ui, exercise, movement, &mut draft.order);
    ui.add(Checkbox::new(&mut draft.order.on_hold, tongue.word("movement-stop")));
    line_ui(ui, &tongue.word("board-reason"), &mut draft.reason);
    let sum: u16 = draft.order.shares_permille.iter().sum();
    let problem = if sum != 1000 {
        Some(tongue.say("panel-shares-sum", &[("sum", (sum / 10).into())]))
    } else if draft.order == draft.from {
        Some(tongue.word("board-no-changes"))
    } else if draft.reason.trim().is_empty() {
        Some(tongue.word("panel-reason-first"))
    } else {
        None
    };
    if let Some(problem) = &problem {
        ui.weak(problem);
    }
    let ready = exercise.live && problem.is_none();
    if main_button_ui(ui, ready, &tongue.word("movement-plan"))
        && let Some(role) = movement.plan_as
    {
        out.push(Intent::Exercise(ExerciseIntent::Decide {
            command: Command::PlanMovement {
                movement: movement.movement,
                order: draft.order.clone(),
                reason: draft.reason.trim().to_owned(),
            },
            actor: Actor::Role(role),
            at: None,
        }));
    }
}

fn shares_ui(ui: &mut Ui, movement: &MovementView, order: &mut MovementOrder) {
    for (way, permille) in movement.ways.iter().zip(&mut order.shares_permille) {
        ui.horizontal(|ui| {
            let mut percent = *permille / 10;
            let field = DragValue::new(&mut percent).range(0..=100).suffix(" %").speed(0.2);
            let response = ui.add(field);
            if response.changed() {
                *permille = percent * 10;
            }
            let label = ui.add(Label::new(&way.words).truncate());
            response.labelled_by(label.id);
        });
    }
}

/// The kinds that there are, the first to leave first, each with a button to let it leave earlier.
fn kinds_ui(ui: &mut Ui, exercise: &ExerciseView, movement: &MovementView, order: &mut MovementOrder) {
    let tongue = &exercise.tongue;
    let name =
        |kind: PieceKind| movement.choices.kinds.get(kind as usize).map(String::as_str).unwrap_or_default();
    let there = |kind: &PieceKind| movement.kinds.iter().any(|row| row.name == name(*kind));
    let shown: Vec<usize> = (0..PieceKind::COUNT).filter(|place| there(&order.kinds[*place])).collect();
    if shown.len() < 2 {
        return;
    }
    ui.weak(tongue.word("order-kinds-field"));
    let mut swap = None;
    for (index, place) in shown.iter().enumerate() {
        ui.horizontal(|ui| {
            let button = ui.add_enabled(index > 0, Button::new("⏶").small());
            let words = name(order.kinds[*place]);
            let label = format!("{}: {words}", tongue.word("order-kind-earlier"));
            button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, index > 0, label.clone()));
            if button.clicked() {
                swap = Some((*place, shown[index - 1]));
            }
            ui.label(format!("{}. {words}", index + 1));
        });
    }
    if let Some((from, to)) = swap {
        order.kinds.swap(from, to);
    }
}
