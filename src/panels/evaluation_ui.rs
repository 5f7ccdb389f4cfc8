//! The evaluation in the window, for the exercise lead: objectives with their evaluation criteria live, the form of the observers, and the
//! register of disputes. It must not judge: the view says how things stand. What was typed stays until it was sent.

use bevy_egui::egui::{Frame, RichText, Ui};

use super::dossier_ui::head_ui;
use super::intent::{ClockIntent, ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, fact_ui, heading_ui, line_ui, lines_ui, main_button_ui, number_ui};
use crate::session::evaluation::Standing;
use crate::sim::command::Actor;
use crate::sim::country::SeatTable;
use crate::sim::dossier::{ObservationSheet, RulingChoice, RulingSheet, Sheet};
use crate::sim::ids::{InjectId, ObjectiveId, QuestionId, RoleId};
use crate::view::dossier_view::DossierView;
use crate::view::matrix_view::{CriterionLine, MatrixView, ObjectiveLine};
use crate::view::observer_view::{ObservationLine, ObserverView};

/// Which part is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Objectives.
    #[default]
    Matrix,
    /// The form of the observers.
    Observe,
    /// Disputes.
    Disputes,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct EvaluationPage {
    /// Objectives.
    pub matrix: MatrixView,
    /// The form of the observers.
    pub observer: ObserverView,
    /// Disputes, and whether something can be written.
    pub dossier: DossierView,
}

/// What is typed on the page.
#[derive(Clone, Debug, Default)]
pub struct EvaluationState {
    /// Which part.
    pub part: Part,
    /// Number of the observer's seat, from 1; 0 counts as 1.
    pub observer: u32,
    /// The question.
    pub question: Option<QuestionId>,
    /// About which role.
    pub role: Option<RoleId>,
    /// About which table.
    pub table: Option<SeatTable>,
    /// About which inject.
    pub inject: Option<InjectId>,
    /// About which recorded decision.
    pub decision: Option<u32>,
    /// About which objective.
    pub objective: Option<ObjectiveId>,
    /// The mark.
    pub rating: Option<u8>,
    /// What was seen.
    pub text: String,
    /// The observation that is corrected.
    pub corrects: Option<u32>,
    /// The ruling that is being written.
    pub ruling: Option<RulingDraft>,
}

/// A ruling on a dispute as it is typed.
#[derive(Clone, Debug)]
pub struct RulingDraft {
    /// Number of the dispute.
    pub dispute: u32,
    /// The choice.
    pub choice: RulingChoice,
    /// Why.
    pub why: String,
    /// Number of the command with which the staff corrects it; may be empty.
    pub command: String,
}

impl Default for RulingDraft {
    fn default() -> Self {
        Self { dispute: 0, choice: RulingChoice::Accept, why: String::new(), command: String::new() }
    }
}

/// Draws the page.
pub fn evaluation_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &EvaluationPage,
    state: &mut EvaluationState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    ui.horizontal_wrapped(|ui| {
        for (part, key) in [
            (Part::Matrix, "evaluation-matrix"),
            (Part::Observe, "evaluation-observe"),
            (Part::Disputes, "dossier-dispute"),
        ] {
            let open = page.dossier.disputes.iter().filter(|row| row.ruling.is_empty()).count();
            let waits = part == Part::Disputes && open > 0;
            let name = if waits { format!("{} ({open})", word(key)) } else { word(key) };
            if ui.selectable_label(state.part == part, name).clicked() {
                state.part = part;
            }
        }
    });
    match state.part {
        Part::Matrix => matrix_ui(ui, exercise, &page.matrix, out),
        Part::Observe => observe_ui(ui, exercise, page, state, out),
        Part::Disputes => disputes_ui(ui, exercise, &page.dossier, state, out),
    }
}

/// A sign that does not need a colour.
fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "○",
        Standing::Met => "✔",
        Standing::NotMet => "✖",
        Standing::NotObserved => "?",
    }
}

pub(super) fn matrix_ui(ui: &mut Ui, exercise: &ExerciseView, view: &MatrixView, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    if view.objectives.is_empty() {
        ui.weak(tongue.word("evaluation-none"));
        return;
    }
    let [open, met, missed, unseen] = view.counts().map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    let args =
        [("open", open.into()), ("met", met.into()), ("missed", missed.into()), ("unseen", unseen.into())];
    ui.label(tongue.say("evaluation-counts", &args));
    for row in &view.objectives {
        Frame::group(ui.style()).show(ui, |ui| objective_ui(ui, exercise, row, out));
    }
    fact_ui(ui, &tongue.word("evaluation-serve-nothing"), &view.serve_nothing.join("\n"));
}

fn objective_ui(ui: &mut Ui, exercise: &ExerciseView, row: &ObjectiveLine, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    ui.set_width(ui.available_width());
    ui.label(RichText::new(format!("{} {}", row.code, row.text)).strong());
    if let Some(met) = row.end_condition {
        ui.weak(word(if met { "evaluation-end-met" } else { "evaluation-end-not-met" }));
    }
    for criterion in &row.criteria {
        criterion_ui(ui, criterion, out);
    }
    let cell = |cell: &crate::view::matrix_view::InjectCell| {
        let state = match (cell.sent, cell.shelf) {
            (true, _) => format!(" ({})", word("evaluation-sent")),
            (false, true) => format!(" ({})", word("evaluation-shelf")),
            (false, false) => String::new(),
        };
        format!("{}{state}", cell.code)
    };
    let injects: Vec<String> = row.injects.iter().map(cell).collect();
    fact_ui(ui, &word("evaluation-injects"), &injects.join(", "));
    fact_ui(ui, &word("evaluation-questions"), &row.questions.join(", "));
    ui.label(&row.observed);
    for gap in &row.gap_words {
        ui.label(RichText::new(format!("⚠ {gap}")).color(ui.visuals().warn_fg_color));
    }
}

fn criterion_ui(ui: &mut Ui, row: &CriterionLine, out: &mut Vec<Intent>) {
    let standing = format!("{} {}: {}", sign(row.standing), row.code, row.standing_words);
    ui.label(RichText::new(standing).strong()).on_hover_text(&row.how);
    ui.label(&row.text);
    if row.decided.is_empty() {
        ui.weak(RichText::new(&row.how).small());
    } else if let Some(at) = row.at
        && ui.link(RichText::new(&row.decided).small()).clicked()
    {
        out.push(Intent::Clock(ClockIntent::Seek(at)));
    }
    ui.add_space(3.0);
}

fn observe_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &EvaluationPage,
    state: &mut EvaluationState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    if page.dossier.may_write {
        form_ui(ui, exercise, &page.observer, state, out);
    }
    heading_ui(ui, word("observer-list"));
    if page.observer.observations.is_empty() {
        ui.weak(word("observer-none"));
    }
    for row in &page.observer.observations {
        Frame::group(ui.style()).show(ui, |ui| observation_ui(ui, exercise, (page, row), state, out));
    }
}

/// What an observation is about.
fn about_ui(ui: &mut Ui, exercise: &ExerciseView, view: &ObserverView, state: &mut EvaluationState) {
    let tongue = &exercise.tongue;
    let word = |key: &str| tongue.word(key);
    let roles = view.roles.iter().map(|(role, name)| (Some(*role), name.clone()));
    choose_ui(ui, &word("observer-role"), &mut state.role, none(exercise, "observer-any-role").chain(roles));
    let tables = view.tables.iter().map(|(table, name)| (Some(*table), name.clone()));
    choose_ui(
        ui,
        &word("dossier-table"),
        &mut state.table,
        none(exercise, "observer-any-table").chain(tables),
    );
    let injects = view.injects.iter().map(|(inject, name, _)| (Some(*inject), name.clone()));
    choose_ui(
        ui,
        &word("observer-inject"),
        &mut state.inject,
        none(exercise, "dossier-about-nothing").chain(injects),
    );
    let asks = view.injects.iter().find(|(inject, ..)| Some(*inject) == state.inject).map(|(.., asks)| asks);
    if let Some(asks) = asks.filter(|asks| !asks.is_empty()) {
        ui.weak(tongue.say("observer-script-asks", &[("question", asks.into())]));
    }
    let decisions = view.decisions.iter().map(|(number, name)| (Some(*number), name.clone()));
    choose_ui(
        ui,
        &word("observer-about-decision"),
        &mut state.decision,
        none(exercise, "observer-no-decision").chain(decisions),
    );
    let objectives = view.objectives.iter().map(|(objective, name)| (Some(*objective), name.clone()));
    choose_ui(
        ui,
        &word("observer-objective"),
        &mut state.objective,
        none(exercise, "observer-by-question").chain(objectives),
    );
}

fn mark_ui(ui: &mut Ui, exercise: &ExerciseView, rated: bool, state: &mut EvaluationState) {
    if !rated {
        state.rating = None;
        return;
    }
    let word = |key: &str| exercise.tongue.word(key);
    ui.horizontal(|ui| {
        ui.label(word("observer-mark"));
        for mark in 1..=5 {
            if ui.selectable_label(state.rating == Some(mark), format!(" {mark} ")).clicked() {
                state.rating = (state.rating != Some(mark)).then_some(mark);
            }
        }
    });
    ui.weak(RichText::new(word("observer-mark-means")).small());
}

/// The first row of a list: nothing in particular.
fn none<T>(exercise: &ExerciseView, key: &str) -> std::iter::Once<(Option<T>, String)> {
    std::iter::once((None, exercise.tongue.word(key)))
}

fn form_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &ObserverView,
    state: &mut EvaluationState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let word = |key: &str| tongue.word(key);
    heading_ui(ui, word("observer-form"));
    if let Some(number) = state.corrects {
        ui.label(tongue.say("dossier-correcting", &[("number", number.into())]));
    }
    state.observer = state.observer.max(1);
    number_ui(ui, &word("observer-number"), &mut state.observer, 1, 99);
    let questions = view.questions.iter().map(|row| {
        let seen = if row.answers > 0 { format!(" ({})", row.answers) } else { String::new() };
        (Some(row.question), format!("{}{seen}", row.text))
    });
    let chosen = choose_ui(
        ui,
        &word("observer-question"),
        &mut state.question,
        none(exercise, "observer-no-question").chain(questions),
    );
    let question = view.questions.iter().find(|row| Some(row.question) == state.question);
    if let Some(row) = question {
        ui.label(RichText::new(&row.text).strong());
        ui.weak(&row.group);
        if chosen {
            state.role = row.role.or(state.role);
            state.inject = row.inject.or(state.inject);
        }
    }
    about_ui(ui, exercise, view, state);
    mark_ui(ui, exercise, question.is_none_or(|row| row.rated), state);
    lines_ui(ui, &word("observer-text"), &mut state.text);
    let full = state.rating.is_some() || !state.text.trim().is_empty();
    if main_button_ui(ui, full, &word("observer-file")) {
        let sheet = ObservationSheet {
            observer: u8::try_from(state.observer).unwrap_or(1),
            role: state.role,
            table: state.table,
            question: state.question.take(),
            rating: state.rating.take(),
            text: std::mem::take(&mut state.text).trim().to_owned(),
            inject: state.inject.take(),
            decision: state.decision.take(),
            objective: state.objective.take(),
        };
        let (actor, corrects, sheet) = (Actor::Lead, state.corrects.take(), Sheet::Observation(sheet));
        out.push(Intent::Exercise(ExerciseIntent::File { actor, corrects, sheet }));
    }
}

fn observation_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (page, row): (&EvaluationPage, &ObservationLine),
    state: &mut EvaluationState,
    out: &mut Vec<Intent>,
) {
    ui.set_width(ui.available_width());
    let who = exercise.tongue.say("observer-said", &[("number", u32::from(row.observer).into())]);
    head_ui(ui, exercise, &row.head, &who, out);
    if !row.subject.is_empty() {
        ui.weak(&row.subject);
    }
    if !row.question.is_empty() {
        ui.weak(&row.question);
    }
    if let Some(rating) = row.rating {
        ui.label(RichText::new(format!("{}: {rating}", exercise.tongue.word("observer-mark"))).strong());
    }
    ui.label(&row.text);
    let may = page.dossier.may_write && row.head.corrected_by.is_none();
    if may && ui.button(exercise.tongue.word("dossier-correct")).clicked() {
        let sheet = &row.sheet;
        state.corrects = Some(row.head.number);
        state.observer = sheet.observer.into();
        (state.question, state.role, state.table) = (sheet.question, sheet.role, sheet.table);
        (state.inject, state.decision, state.objective) = (sheet.inject, sheet.decision, sheet.objective);
        state.rating = sheet.rating;
        state.text.clone_from(&sheet.text);
    }
}

fn disputes_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DossierView,
    state: &mut EvaluationState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    heading_ui(ui, word("dossier-disputes"));
    if view.disputes.is_empty() {
        ui.weak(word("dossier-none"));
    }
    for row in &view.disputes {
        Frame::group(ui.style()).show(ui, |ui| {
            ui.set_width(ui.available_width());
            head_ui(ui, exercise, &row.head, &row.table, out);
            ui.label(RichText::new(&row.subject).strong());
            ui.label(&row.reason);
            let open = row.ruling.is_empty();
            ui.weak(if open { word("dossier-open") } else { row.ruling.clone() });
            let number = row.head.number;
            if !view.may_write || row.head.corrected_by.is_some() {
                return;
            }
            ui.horizontal_wrapped(|ui| {
                for (choice, name) in &view.rulings {
                    let chosen = state
                        .ruling
                        .as_ref()
                        .is_some_and(|row| row.dispute == number && row.choice == *choice);
                    if ui.selectable_label(chosen, name).clicked() {
                        let typed = state.ruling.take().filter(|row| row.dispute == number);
                        let typed = typed.unwrap_or_default();
                        state.ruling = Some(RulingDraft { dispute: number, choice: *choice, ..typed });
                    }
                }
            });
            ruling_ui(ui, exercise, number, state, out);
        });
    }
}

fn ruling_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    number: u32,
    state: &mut EvaluationState,
    out: &mut Vec<Intent>,
) {
    let Some(draft) = state.ruling.as_mut().filter(|row| row.dispute == number) else { return };
    lines_ui(ui, &exercise.tongue.word("dossier-ruling-why"), &mut draft.why);
    line_ui(ui, &exercise.tongue.word("dossier-ruling-command"), &mut draft.command);
    let (reason, typed) = (draft.why.trim().to_owned(), draft.command.trim());
    let command = typed.parse::<u32>().ok();
    let ready = !reason.is_empty() && (typed.is_empty() || command.is_some());
    if main_button_ui(ui, ready, &exercise.tongue.word("dossier-rule")) {
        let sheet = Sheet::Ruling(RulingSheet { dispute: number, choice: draft.choice, reason, command });
        out.push(Intent::Exercise(ExerciseIntent::File { actor: Actor::Lead, corrects: None, sheet }));
        state.ruling = None;
    }
}
