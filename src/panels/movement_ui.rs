//! Military movements: how far they are, which ways they take, and the decision of those who plan them.
//! It must not judge whether a date will be met: the view says.

use std::collections::BTreeMap;

use bevy_egui::egui::{Checkbox, DragValue, Frame, RichText, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{bar_ui, heading_ui, line_ui, main_button_ui, pair_ui};
use crate::sim::command::{Actor, Command};
use crate::sim::ids::MovementId;
use crate::sim::plan::MovementOrder;
use crate::view::movement_view::{MovementView, MovementsView, Outlook};

/// A plan that somebody thinks of.
#[derive(Clone, Debug, Default)]
pub struct PlanDraft {
    /// Shares in percent, in the order of the ways.
    pub percent: Vec<u16>,
    /// Departures stopped.
    pub on_hold: bool,
    /// Why.
    pub reason: String,
    /// What was in force when the draft began: another plan starts it anew.
    from: (Vec<u16>, bool),
}

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct MovementState {
    /// Drafts by movement.
    pub drafts: BTreeMap<MovementId, PlanDraft>,
}

/// Draws the panel.
pub fn movement_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &MovementsView,
    state: &mut MovementState,
    out: &mut Vec<Intent>,
) {
    if view.movements.is_empty() {
        ui.weak(exercise.tongue.word("movement-none"));
    }
    for movement in &view.movements {
        Frame::group(ui.style()).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            facts_ui(ui, exercise, movement);
            if movement.plan_as.is_some() {
                plan_ui(ui, exercise, movement, state, out);
            }
        });
        ui.add_space(6.0);
    }
}

fn facts_ui(ui: &mut Ui, exercise: &ExerciseView, movement: &MovementView) {
    let tongue = &exercise.tongue;
    ui.label(RichText::new(&movement.name).strong());
    ui.weak(format!("{} · {}", movement.nation, movement.personnel));
    ui.horizontal(|ui| {
        bar_ui(ui, movement.delivered_permille, 90.0);
        ui.label(&movement.progress);
    });
    let outlook = RichText::new(&movement.outlook_words);
    ui.label(match movement.outlook {
        Outlook::Late | Outlook::Missed => outlook.color(ui.visuals().error_fg_color).strong(),
        Outlook::Complete | Outlook::OnTime | Outlook::Unknown => outlook,
    });
    pair_ui(ui, &tongue.word("inspector-due"), &movement.due);
    for (key, pieces) in [
        ("panel-aboard", movement.aboard),
        ("inspector-ashore", movement.ashore),
        ("panel-under-way", movement.under_way),
    ] {
        pair_ui(ui, &tongue.word(key), &tongue.say("units-pieces", &[("count", pieces.into())]));
    }
    heading_ui(ui, tongue.word("inspector-ships"));
    for ship in &movement.ships {
        ui.label(&ship.words);
        if !ship.cause.is_empty() {
            ui.weak(&ship.cause);
        }
        for line in &ship.waits {
            ui.label(line);
        }
    }
    heading_ui(ui, tongue.word("inspector-shares"));
    for way in &movement.ways {
        ui.label(&way.words);
        let args = [("free", way.sets_free.into()), ("total", way.sets.into()), ("sent", way.sent.into())];
        ui.weak(format!("{}: {}", way.fleet, tongue.say("panel-sets", &args)));
    }
}

fn plan_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    movement: &MovementView,
    state: &mut MovementState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let now: Vec<u16> = movement.ways.iter().map(|way| way.share_permille / 10).collect();
    let from = (now, movement.on_hold);
    let draft = state.drafts.entry(movement.movement).or_default();
    if draft.from != from {
        *draft = PlanDraft { percent: from.0.clone(), on_hold: from.1, reason: String::new(), from };
    }
    ui.separator();
    ui.label(RichText::new(tongue.word("panel-plan-heading")).strong());
    for (way, percent) in movement.ways.iter().zip(&mut draft.percent) {
        ui.horizontal(|ui| {
            let field = DragValue::new(percent).range(0..=100).suffix(" %").speed(0.2);
            let response = ui.add(field);
            let label = ui.add(bevy_egui::egui::Label::new(&way.words).truncate());
            response.labelled_by(label.id);
        });
    }
    ui.add(Checkbox::new(&mut draft.on_hold, tongue.word("movement-stop")));
    line_ui(ui, &tongue.word("board-reason"), &mut draft.reason);
    let sum: u16 = draft.percent.iter().sum();
    let changed = (&draft.percent, draft.on_hold) != (&draft.from.0, draft.from.1);
    let problem = if sum != 100 {
        Some(tongue.say("panel-shares-sum", &[("sum", sum.into())]))
    } else if !changed {
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
                order: MovementOrder {
                    shares_permille: draft.percent.iter().map(|percent| percent * 10).collect(),
                    on_hold: draft.on_hold,
                    ..movement.order.clone()
                },
                reason: draft.reason.trim().to_owned(),
            },
            actor: Actor::Role(role),
            at: None,
        }));
    }
}
