//! The allocation board: every scarce capacity with its owner, and for one of them who asked, got, used and missed what.
//! It must not compute: the views did. Dividing is in `policy_editor`.

use bevy_egui::egui::{
    Align, Frame, Label, Layout, RichText, ScrollArea, Sense, TextEdit, TextStyle, Ui, vec2,
};

use super::intent::{ExerciseIntent, Intent};
use super::page::{BoardPage, ExerciseView};
use super::parts::{bar_ui, heading_ui, leave_room_ui};
use super::policy_editor::{PolicyEditor, policy_ui};
use crate::sim::country::Class;
use crate::view::pool_board_view::{PoolLine, PoolView};
use crate::view::viewer::Viewer;

/// Width of the bar behind the name of a class, points.
const BAR_WIDTH: f32 = 120.0;

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct BoardState {
    /// What is looked for.
    pub search: String,
    /// The policy that somebody thinks of.
    pub editor: Option<PolicyEditor>,
}

/// Draws the panel.
pub fn pool_board_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &BoardPage,
    state: &mut BoardState,
    out: &mut Vec<Intent>,
) {
    match &page.pool {
        None => list_ui(ui, exercise, page, state, out),
        Some(pool) => {
            ui.horizontal(|ui| {
                if ui.button(format!("⏴ {}", exercise.tongue.word("panel-all-pools"))).clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::ShowPool(None)));
                    state.editor = None;
                }
            });
            ScrollArea::vertical().id_salt(("pool", pool.line.pool.0)).auto_shrink([false, false]).show(
                ui,
                |ui| {
                    leave_room_ui(ui);
                    pool_ui(ui, exercise, page, pool, state, out);
                },
            );
        }
    }
}

fn list_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &BoardPage,
    state: &mut BoardState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let hint = tongue.word("panel-search-pool");
    ui.add(TextEdit::singleline(&mut state.search).hint_text(hint).desired_width(f32::INFINITY));
    let wanted = state.search.trim().to_lowercase();
    let fits = |line: &&PoolLine| {
        wanted.is_empty()
            || line.name.to_lowercase().contains(&wanted)
            || line.owner.to_lowercase().contains(&wanted)
    };
    let mine = |line: &PoolLine| matches!(exercise.viewer, Viewer::Role(_)) && line.divide_as.is_some();
    let mut groups: Vec<(String, Vec<&PoolLine>)> = Vec::new();
    let own: Vec<&PoolLine> = page.board.pools.iter().filter(fits).filter(|line| mine(line)).collect();
    if !own.is_empty() {
        groups.push((tongue.word("panel-my-pools"), own));
    }
    for line in page.board.pools.iter().filter(fits).filter(|line| !mine(line)) {
        match groups.iter_mut().find(|(name, _)| *name == line.kind_words) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((line.kind_words.clone(), vec![line])),
        }
    }
    ScrollArea::vertical().id_salt("pools").auto_shrink([false, false]).show(ui, |ui| {
        leave_room_ui(ui);
        for (name, lines) in &groups {
            heading_ui(ui, name);
            for line in lines {
                line_ui(ui, exercise, line, out);
            }
        }
        if groups.is_empty() {
            ui.weak(tongue.word("shell-nothing-found"));
        }
    });
}

fn line_ui(ui: &mut Ui, exercise: &ExerciseView, line: &PoolLine, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    let refused: u32 = line.day.0.iter().map(|counts| counts.refused).sum();
    let waiting: u32 = line.waiting.0.iter().sum();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let counts = tongue
                .say("panel-waiting-refused", &[("waiting", waiting.into()), ("refused", refused.into())]);
            ui.weak(counts);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(&line.name);
                let name = if line.ordinary { name } else { name.strong() };
                if ui.add(Label::new(name).truncate().sense(Sense::click())).clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::ShowPool(Some(line.pool))));
                }
            });
        });
    });
    if !line.ordinary {
        ui.weak(format!("   {}", tongue.word("panel-own-policy")));
    }
}

fn pool_ui(
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
    ui.weak(&pool.capacity);
    ledger_ui(ui, exercise, pool);
    in_force_ui(ui, exercise, pool);
    ui.separator();
    policy_ui(ui, exercise, pool, page.weighed.as_ref(), &mut state.editor, out);
    if !pool.limits.is_empty() {
        heading_ui(ui, tongue.word("board-limits"));
        for limit in &pool.limits {
            ui.label(format!("• {limit}"));
        }
    }
    if !pool.history.is_empty() {
        heading_ui(ui, tongue.word("tab-decisions"));
        for change in &pool.history {
            ui.label(format!("{}: {}", change.time, change.who));
            ui.label(change.changes.join("; "));
            ui.weak(&change.reason);
        }
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
    for row in pool.rows.iter().filter(|row| !row.binding.is_empty()) {
        ui.weak(format!("{}: {}", row.name, row.binding));
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
    debug_assert_eq!(pool.rows.len(), Class::COUNT, "the board shows every class");
}
