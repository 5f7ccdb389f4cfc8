//! One pool on the allocation board: what there is, the editor, who has it, the ledger with its chart, why claims were refused, the
//! policies, the lawful order and the legal bases. It must not compute: the view did.

use bevy_egui::egui::{Align, Frame, Label, Layout, RichText, TextStyle, Ui, vec2};

use super::basis_ui::basis_ui;
use super::chart::chart_ui;
use super::intent::{ExerciseIntent, Intent};
use super::page::{BoardPage, ExerciseView};
use super::parts::{bar_ui, heading_ui, pair_ui};
use super::policy_editor::policy_ui;
use super::pool_board_ui::BoardState;
use crate::sim::command::Command;
use crate::view::pool_page_view::{PolicyChange, PoolView};

/// Width of the bar behind the name of a class, points.
const BAR_WIDTH: f32 = 120.0;

/// Draws everything about one pool.
pub fn pool_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &BoardPage,
    pool: &PoolView,
    state: &mut BoardState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.label(RichText::new(&pool.line.name).heading());
    ui.label(tongue.say("board-owner", &[("owner", (&pool.line.owner).into())]));
    if !pool.capacity.is_empty() {
        ui.weak(&pool.capacity);
    }
    policy_ui(ui, exercise, pool, page.weighed.as_ref(), &mut state.editor, out);
    for (name, value) in &pool.holding {
        pair_ui(ui, name, value);
    }
    if !pool.returns.is_empty() {
        heading_ui(ui, tongue.word("pool-returns"));
        for (time, what) in &pool.returns {
            pair_ui(ui, time, what);
        }
    }
    ledger_ui(ui, exercise, pool);
    heading_ui(ui, tongue.word("chart-title"));
    chart_ui(ui, exercise, &pool.series, &mut state.chart);
    in_force_ui(ui, exercise, pool);
    for change in &pool.pending {
        heading_ui(ui, tongue.say("panel-starts", &[("time", (&change.time).into())]));
        change_ui(ui, exercise, change);
    }
    if let Some((seq, actor, what)) = pool.undo.as_ref().filter(|_| exercise.live)
        && ui.button(tongue.word("split-undo")).on_hover_text(what).clicked()
    {
        let command = Command::Undo { seq: *seq };
        out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor: *actor, at: None }));
    }
    law_ui(ui, exercise, page, pool);
    if !pool.limits.is_empty() {
        heading_ui(ui, tongue.word("board-limits"));
        basis_ui(ui, exercise, &pool.limits, &mut state.bases, out);
    }
    if !pool.history.is_empty() {
        heading_ui(ui, tongue.word("tab-decisions"));
        for change in &pool.history {
            ui.label(format!("{}: {}", change.time, change.who));
            change_ui(ui, exercise, change);
        }
    }
}

/// What a policy changes, and why it was set.
fn change_ui(ui: &mut Ui, exercise: &ExerciseView, change: &PolicyChange) {
    let usual = || exercise.tongue.word("board-policy-default");
    ui.label(if change.changes.is_empty() { usual() } else { change.changes.join("; ") });
    if !change.reason.is_empty() {
        ui.weak(&change.reason);
    }
}

/// The order that holds when nobody decides, and what nobody may do.
fn law_ui(ui: &mut Ui, exercise: &ExerciseView, page: &BoardPage, pool: &PoolView) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("board-lawful-order"));
    ui.label(&pool.lawful_order);
    if let Some(law) = &page.law {
        ui.weak(&law.name);
        heading_ui(ui, tongue.word("board-not-allowed"));
        ui.label(&law.not_allowed);
    }
}

fn ledger_ui(ui: &mut Ui, exercise: &ExerciseView, pool: &PoolView) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("panel-ledger-day"));
    let most = pool.rows.iter().map(|row| row.day.asked).max().unwrap_or(0).max(1);
    let heads = ["board-asked", "board-granted", "board-used", "board-refused", "panel-waits"];
    figures_ui(ui, heads.map(|key| RichText::new(tongue.word(key)).small().weak()));
    for row in &pool.rows {
        ui.separator();
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let permille = u64::from(row.day.granted) * 1000 / u64::from(most);
                bar_ui(ui, permille.min(1000) as u16, BAR_WIDTH);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(&row.name).truncate());
                });
            });
        });
        let refused = RichText::new(row.day.refused.to_string());
        let alarming = row.day.refused > 0 && row.day.refused * 4 > row.day.asked;
        let refused = if alarming { refused.color(ui.visuals().error_fg_color) } else { refused };
        let count = |count: u32| RichText::new(count.to_string());
        figures_ui(
            ui,
            [count(row.day.asked), count(row.day.granted), count(row.day.used), refused, count(row.waiting)],
        );
    }
    let told: Vec<_> = pool.rows.iter().filter(|row| !row.binding.is_empty()).collect();
    if !told.is_empty() {
        heading_ui(ui, tongue.word("board-binding"));
    }
    for row in told {
        ui.label(format!("{}: {}", row.name, row.binding));
        for way in &row.ways_out {
            ui.weak(way);
        }
    }
}

/// Figures or their headings at the right edges of columns of equal width, so that they stand under each other.
fn figures_ui(ui: &mut Ui, texts: [RichText; 5]) {
    let spacing = ui.spacing().item_spacing.x;
    let width = (ui.available_width() - spacing * (texts.len() - 1) as f32) / texts.len() as f32;
    let size = vec2(width, ui.text_style_height(&TextStyle::Body));
    ui.horizontal(|ui| {
        for text in texts {
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_width(width);
                ui.add(Label::new(text).truncate());
            });
        }
    });
}

fn in_force_ui(ui: &mut Ui, exercise: &ExerciseView, pool: &PoolView) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("board-policy"));
    Frame::group(ui.style()).inner_margin(4).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        if pool.policy.changes.is_empty() {
            ui.label(tongue.word("board-policy-default"));
        }
        for change in &pool.policy.changes {
            ui.label(change);
        }
        if let Some(set) = &pool.policy.set {
            ui.weak(format!("{}, {}", set.who, set.time));
            ui.weak(&set.reason);
        }
        if let Some(until) = &pool.policy.until {
            ui.weak(format!("{} {until}", tongue.word("board-until")));
        }
    });
    let order: Vec<String> = pool
        .rows
        .iter()
        .zip(1..)
        .map(|(row, place)| format!("{place}. {}", row.name.to_lowercase()))
        .collect();
    ui.weak(format!("{}: {}", tongue.word("board-order"), order.join(", ")));
}
