//! The allocation board: every scarce capacity with its owner, by kind, to look through by name, place and scarcity.
//! It must not compute: the views did. One of them is drawn in `pool_page_ui`.

use std::hash::Hash as _;

use bevy_egui::egui::{Align, Label, Layout, RichText, ScrollArea, Sense, Ui, WidgetInfo, WidgetType};

use super::basis_ui::BasisState;
use super::chart::Chosen;
use super::intent::{ExerciseIntent, Intent};
use super::page::{BoardPage, ExerciseView};
use super::parts::{choose_ui, heading_ui, leave_room_ui, seek_ui};
use super::policy_editor::PolicyEditor;
use super::pool_page_ui::pool_ui;
use super::rows_ui::rows_ui;
use crate::sim::country::PoolKind;
use crate::sim::ids::RegionId;
use crate::view::pool_board_view::PoolLine;
use crate::view::viewer::Viewer;

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct BoardState {
    /// What is looked for.
    pub search: String,
    /// Only pools of this kind.
    pub kind: Option<PoolKind>,
    /// Only pools that lie in this region.
    pub region: Option<RegionId>,
    /// Only pools where something waits or was refused.
    pub scarce: bool,
    /// The class that the chart shows.
    pub chart: Chosen,
    /// Reasons typed on the cards of legal bases.
    pub bases: BasisState,
    /// The policy that somebody thinks of, while the editor is open.
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
    seek_ui(ui, &tongue.word("panel-search-pool"), &mut state.search);
    filter_ui(ui, exercise, page, state);
    let wanted = state.search.trim().to_lowercase();
    let (kind, region, scarce) = (state.kind, state.region, state.scarce);
    let fits = |line: &&PoolLine| {
        let named = line.name.to_lowercase().contains(&wanted) || line.owner.to_lowercase().contains(&wanted);
        named
            && kind.is_none_or(|kind| line.kind == kind)
            && region.is_none_or(|region| line.regions.contains(&region))
            && (!scarce || sums(line) != (0, 0))
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
            rows_ui(
                ui,
                (name, 0.0),
                lines.iter().copied(),
                |line, hasher| (line.pool, line.ordinary, line.stands.is_empty()).hash(hasher),
                |ui, line| line_ui(ui, exercise, line, out),
            );
        }
        if groups.is_empty() {
            ui.weak(tongue.word("shell-nothing-found"));
        }
    });
}

/// Which pools the list shows.
fn filter_ui(ui: &mut Ui, exercise: &ExerciseView, page: &BoardPage, state: &mut BoardState) {
    let tongue = &exercise.tongue;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        if ui.selectable_label(state.kind.is_none(), tongue.word("word-all")).clicked() {
            state.kind = None;
        }
        let mut last = None;
        for line in page.board.pools.iter().filter(|line| last.replace(line.kind) != Some(line.kind)) {
            if ui.selectable_label(state.kind == Some(line.kind), &line.kind_words).clicked() {
                state.kind = Some(line.kind);
            }
        }
    });
    let everywhere = std::iter::once((None, tongue.word("board-everywhere")));
    let regions = page.board.regions.iter().map(|(region, name)| (Some(*region), name.clone()));
    choose_ui(ui, &tongue.word("inspector-region"), &mut state.region, everywhere.chain(regions));
    ui.checkbox(&mut state.scarce, tongue.word("board-only-scarce"));
}

/// What waits, and what was refused over the last day.
fn sums(line: &PoolLine) -> (u32, u32) {
    (line.waiting.0.iter().sum(), line.day.0.iter().map(|counts| counts.refused).sum())
}

fn line_ui(ui: &mut Ui, exercise: &ExerciseView, line: &PoolLine, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    let (waiting, refused) = sums(line);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let counts = tongue
                .say("panel-waiting-refused", &[("waiting", waiting.into()), ("refused", refused.into())]);
            ui.weak(counts);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(&line.name);
                let name = if line.ordinary { name } else { name.strong() };
                let row = ui.add(Label::new(name).truncate().sense(Sense::click()));
                row.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &line.name));
                if row.clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::ShowPool(Some(line.pool))));
                }
            });
        });
    });
    if !line.stands.is_empty() {
        ui.weak(format!("   {}", line.stands));
    }
    if !line.ordinary {
        ui.weak(format!("   {}", tongue.word("panel-own-policy")));
    }
}
