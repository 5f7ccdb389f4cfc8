//! Right panel: the tabs. A new panel is one variant of `Tab`, one of `Page` and one arm of the match below.

use bevy_egui::egui::{Align, Layout, ScrollArea, Ui};

use super::course_ui::{CourseState, course_ui};
use super::desk_ui::{DeskState, desk_ui};
use super::dossier_ui::{DossierState, Form, dossier_ui};
use super::evaluation_ui::{EvaluationState, evaluation_ui};
use super::eyes_ui::eyes_ui;
use super::figures_ui::{FiguresState, figures_ui, sources_ui};
use super::injects_ui::{InjectsState, injects_ui};
use super::intent::Intent;
use super::lists_ui::ListState;
use super::log_ui::{LogState, log_ui};
use super::measures_ui::{MeasuresState, measures_ui};
use super::messages_ui::{MessagesState, messages_ui};
use super::movement_ui::{MovementState, movement_ui};
use super::operator_ui::{OperatorState, operator_ui};
use super::page::{ExerciseView, Page, Tab};
use super::parts::leave_room_ui;
use super::pool_board_ui::{BoardState, pool_board_ui};
use super::repair_ui::{RepairState, repair_ui};
use super::requests_ui::{RequestsState, requests_ui};
use super::roles_ui::{RolesState, roles_ui};
use super::script_ui::{ScriptState, script_detail_ui, toggle};
use super::second_ui::{SecondState, second_ui};
use super::settings_ui::{SettingsState, settings_ui};
use super::tabs_ui::{LastUsed, tabs_ui};
use super::{about_ui, inspector, score_ui};
use crate::view::shell::{Choice, ShellView};
use crate::view::viewer::Viewer;

/// What the dock shows and what is typed in it.
#[derive(Debug, Default)]
pub struct DockState {
    /// The open tab.
    pub open: Tab,
    /// The page that was left to look something up.
    pub before: Option<Tab>,
    /// At which page each group of tabs opens.
    pub last: LastUsed,
    /// The script.
    pub injects: InjectsState,
    /// The script over the whole window.
    pub script: ScriptState,
    /// Picture by theme and own resources.
    pub desk: DeskState,
    /// The allocation board.
    pub board: BoardState,
    /// Requests, bases and designation.
    pub requests: RequestsState,
    /// Measures.
    pub measures: MeasuresState,
    /// Movements.
    pub movements: MovementState,
    /// Damage and crews.
    pub repair: RepairState,
    /// What happened.
    pub log: LogState,
    /// The inbox.
    pub messages: MessagesState,
    /// What is looked for among the figures.
    pub figures: FiguresState,
    /// Stage, rounds and comcheck.
    pub course: CourseState,
    /// Dossier.
    pub dossier: DossierState,
    /// Operator mode.
    pub operator: OperatorState,
    /// Roles.
    pub roles: RolesState,
    /// Evaluation.
    pub evaluation: EvaluationState,
    /// Who was served, as a table.
    pub score: ListState,
    /// Settings.
    pub settings: SettingsState,
    /// The second window.
    pub second: SecondState,
}

impl DockState {
    /// Shows the facts about what was clicked; the page that was open is one click away.
    pub fn look_up(&mut self) {
        if self.open != Tab::Inspector {
            self.before = Some(self.open);
            self.open = Tab::Inspector;
        }
    }
}

/// Draws the row of groups of tabs and the open one.
pub fn dock_ui(
    ui: &mut Ui,
    (shell, exercise): (&ShellView, Option<&ExerciseView>),
    (choice, text_percent): (&Choice, u16),
    state: &mut DockState,
    out: &mut Vec<Intent>,
) {
    ui.add_space(4.0);
    let Some(exercise) = exercise else {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            inspector::inspector_ui(ui, shell, out);
        });
        return;
    };
    tabs_ui(ui, exercise, &mut state.open, &mut state.last);
    if state.open != Tab::Operator {
        state.operator.leave();
    }
    ui.separator();
    if state.open != Tab::Inspector {
        state.before = None;
    }
    ui.horizontal(|ui| {
        if !exercise.bound && exercise.start.is_none() {
            eyes_ui(ui, exercise, out);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            record_ui(ui, exercise, state);
            if let Some(before) = state.before.filter(|tab| tab.is_for(exercise.viewer)) {
                let page = exercise.tongue.word(before.key());
                if ui.link(exercise.tongue.say("dock-back", &[("page", page.into())])).clicked() {
                    state.open = before;
                }
            }
        });
    });
    page_ui(ui, (shell, exercise), (choice, text_percent), state, out);
}

/// Where decisions are taken, the form to put one on paper is one click away.
fn record_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut DockState) {
    let decided_here =
        matches!(state.open, Tab::Board | Tab::Messages | Tab::Requests | Tab::Movements | Tab::Repair);
    if !decided_here || !exercise.live || exercise.viewer == Viewer::Public {
        return;
    }
    if ui.small_button(exercise.tongue.word("dossier-record")).clicked() {
        state.open = Tab::Dossier;
        state.dossier.form = Form::Decision;
    }
}

fn page_ui(
    ui: &mut Ui,
    (shell, exercise): (&ShellView, &ExerciseView),
    (choice, text_percent): (&Choice, u16),
    state: &mut DockState,
    out: &mut Vec<Intent>,
) {
    match &exercise.page {
        // These scroll their own lists.
        Page::Injects(view) => {
            injects_ui(ui, exercise, view, &mut state.injects, out);
            if std::mem::take(&mut state.injects.to_script) {
                toggle(state);
            }
        }
        Page::Script(page) => script_detail_ui(ui, exercise, page, state, out),
        Page::Board(page) => pool_board_ui(ui, exercise, page, &mut state.board, out),
        Page::Figures(view) => figures_ui(ui, exercise, view, &mut state.figures, out),
        Page::Log(log, decisions, debrief) => {
            log_ui(ui, exercise, (log, decisions, debrief), &mut state.log, out);
        }
        Page::Operator(view) => operator_ui(ui, exercise, view, &mut state.operator, out),
        page => {
            // Each page keeps its own place: a short one must not begin where a long one was left.
            ScrollArea::vertical().id_salt(("page", state.open)).auto_shrink([false, false]).show(ui, |ui| {
                leave_room_ui(ui);
                match page {
                    Page::Desk(view) => {
                        let open = &mut state.open;
                        let channel = desk_ui(ui, exercise, view, &mut state.desk, open, out);
                        state.messages.channel = channel.or(state.messages.channel);
                    }
                    Page::Messages(view) => messages_ui(ui, exercise, view, &mut state.messages, out),
                    Page::Measures(view) => measures_ui(ui, exercise, view, &mut state.measures, out),
                    Page::Requests(view) => {
                        requests_ui(ui, exercise, view, &mut state.requests, &mut state.open, out);
                    }
                    Page::Movements(view) => {
                        movement_ui(ui, exercise, view, &mut state.movements, &mut state.open, out);
                    }
                    Page::Repair(view) => repair_ui(ui, exercise, view, &mut state.repair, out),
                    Page::Score(view) => score_ui::score_ui(ui, exercise, view, &mut state.score),
                    Page::Dossier(view, seen) => {
                        dossier_ui(ui, exercise, (view, seen.as_ref()), &mut state.dossier, out);
                    }
                    Page::Evaluation(page) => {
                        evaluation_ui(ui, exercise, page, &mut state.evaluation, out);
                    }
                    Page::Course(view, briefing) => {
                        if exercise.viewer == Viewer::Lead && !exercise.bound {
                            // Folded: it is needed once, and what comes next all the time.
                            let title = exercise.tongue.word("second-title");
                            ui.collapsing(title, |ui| second_ui(ui, exercise, &mut state.second, out));
                        }
                        course_ui(ui, exercise, (view, briefing.as_ref()), &mut state.course, out);
                    }
                    Page::Roles(page) => roles_ui(ui, exercise, page, &mut state.roles, out),
                    Page::About(view) => about_ui::about_ui(ui, exercise, view),
                    Page::Settings => {
                        settings_ui(ui, exercise, choice, text_percent, &mut state.settings, out);
                    }
                    Page::Inspector(figures) => {
                        inspector::inspector_ui(ui, shell, out);
                        sources_ui(ui, exercise, figures);
                    }
                    Page::Injects(_)
                    | Page::Script(_)
                    | Page::Board(_)
                    | Page::Figures(_)
                    | Page::Operator(_)
                    | Page::Log(..) => {
                        inspector::inspector_ui(ui, shell, out);
                    }
                }
            });
        }
    }
}
