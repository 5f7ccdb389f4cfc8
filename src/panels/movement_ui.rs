//! Military movements: how far they are, which ways they take, what they wait for, and what their troops got. It must not
//! judge whether a date will be met: the view says. The order of those who plan them is in `movement_plan_ui`.

use std::collections::BTreeMap;

use bevy_egui::egui::{Frame, Grid, RichText, Ui};

use super::intent::{ExerciseIntent, Intent, SeatIntent};
use super::lists_ui::{ListState, as_table_ui, movements_table_ui};
use super::movement_plan_ui::{PlanDraft, plan_ui};
use super::page::{ExerciseView, Tab};
use super::parts::{bar_ui, heading_ui, pair_ui};
use crate::sim::ids::MovementId;
use crate::view::movement_view::{MovementView, MovementsView, Outlook};
use crate::view::scene::Target;

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct MovementState {
    /// Drafts by movement.
    pub drafts: BTreeMap<MovementId, PlanDraft>,
    /// All movements as a table.
    pub list: ListState,
}

/// Draws the panel. `open` is the tab that is open: a need can lead to the board.
pub fn movement_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &MovementsView,
    state: &mut MovementState,
    open: &mut Tab,
    out: &mut Vec<Intent>,
) {
    if view.movements.is_empty() {
        ui.weak(exercise.tongue.word("movement-none"));
    }
    if !view.movements.is_empty() && as_table_ui(ui, exercise, &mut state.list) {
        return movements_table_ui(ui, exercise, view, &mut state.list.table);
    }
    for movement in &view.movements {
        Frame::group(ui.style()).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            facts_ui(ui, exercise, movement);
            stages_ui(ui, exercise, movement, out);
            arrivals_ui(ui, exercise, movement);
            if movement.plan_as.is_some() {
                let draft = state.drafts.entry(movement.movement);
                let draft = draft.or_insert_with(|| PlanDraft::new(&movement.order));
                if draft.is_stale(&movement.order) {
                    *draft = PlanDraft::new(&movement.order);
                }
                plan_ui(ui, exercise, movement, draft, out);
            }
        });
        ui.add_space(6.0);
    }
    if !view.basket.is_empty() {
        heading_ui(ui, exercise.tongue.word("basket-title"));
        ui.weak(exercise.tongue.word("basket-means"));
    }
    for row in &view.basket {
        ui.horizontal(|ui| {
            bar_ui(ui, row.served_permille, 60.0);
            if ui.link(&row.name).clicked() {
                out.push(Intent::Exercise(ExerciseIntent::ShowPool(Some(row.pool))));
                *open = Tab::Board;
            }
        });
        ui.weak(if row.held.is_empty() {
            row.words.clone()
        } else {
            format!("{} · {}", row.words, row.held)
        });
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
}

/// Pieces by kind, places where they are, and what holds them up.
fn stages_ui(ui: &mut Ui, exercise: &ExerciseView, movement: &MovementView, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("movement-kinds"));
    Grid::new(("kinds", movement.movement.0)).num_columns(5).striped(true).spacing([8.0, 2.0]).show(
        ui,
        |ui| {
            ui.label("");
            for key in ["kinds-all", "panel-aboard", "kinds-ashore", "kinds-left"] {
                ui.label(RichText::new(tongue.word(key)).small().weak());
            }
            ui.end_row();
            for row in &movement.kinds {
                ui.label(&row.name);
                // What is neither on board nor ashore has left.
                let left = row.pieces.saturating_sub(row.aboard + row.ashore);
                for count in [row.pieces, row.aboard, row.ashore, left] {
                    ui.label(count.to_string());
                }
                ui.end_row();
            }
        },
    );
    if !movement.stages.is_empty() {
        heading_ui(ui, tongue.word("movement-stages"));
    }
    for stage in &movement.stages {
        if ui.link(&stage.name).clicked() {
            out.push(Intent::Seat(SeatIntent::Select(Some(Target::Node(stage.place.0)))));
        }
        ui.weak(&stage.words);
    }
    if !movement.waits.is_empty() {
        heading_ui(ui, tongue.word("inspector-waits-for"));
    }
    for wait in &movement.waits {
        ui.label(RichText::new(&wait.what).strong());
        for (index, line) in wait.lines.iter().enumerate() {
            if index == 0 {
                ui.label(line)
            } else {
                ui.weak(line)
            };
        }
    }
}

fn arrivals_ui(ui: &mut Ui, exercise: &ExerciseView, movement: &MovementView) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("movement-arrivals"));
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
