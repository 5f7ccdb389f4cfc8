//! The script for the exercise lead: what comes, what waits, what was sent, and what can be done with it.
//! It must not decide what can be done: every row says so. Making a new one up is in `inject_editor`.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _};
use std::sync::Arc;

use bevy_egui::egui::{
    Align, Frame, Label, Layout, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, WidgetType,
};

use super::escalation_ui::{EscalationState, escalation_ui};
use super::inject_editor::{CHANNELS, EditorState, editor_ui};
use super::intent::{ClockIntent, ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{
    choose_ui, fact_ui, heading_ui, leave_room_ui, lines_ui, main_button_ui, moment_ui, typing_ui,
};
use super::preview_ui::preview_ui;
use super::rows_ui::rows_ui;
use crate::sim::command::{Actor, Command};
use crate::sim::ids::InjectId;
use crate::sim::state::InjectStatus;
use crate::sim::time::{Span, Tick};
use crate::text::channel_key;
use crate::view::inject_filter::InjectFilter;
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
    /// What is looked for.
    pub filter: InjectFilter,
    /// More ways to look for something are shown.
    pub more: bool,
    /// An answer that was given aloud and is being noted.
    pub answering: Option<(InjectId, String)>,
    /// The next phase and the act that are being chosen.
    pub escalation: EscalationState,
    /// The script over the whole window was asked for.
    pub to_script: bool,
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
        state.to_script = ui.button(tongue.word("script-open")).clicked();
        if let Some((_, at)) = view.next
            && exercise.live
            && ui.button(tongue.word("clock-to-inject")).clicked()
        {
            out.push(Intent::Clock(ClockIntent::RunTo(at)));
        }
        if let Some((seq, what)) = &view.undo
            && ui.button(tongue.word("inject-undo")).on_hover_text(what).clicked()
        {
            give(out, Command::Undo { seq: *seq });
        }
    });
    ScrollArea::vertical().id_salt("injects").auto_shrink([false, false]).show(ui, |ui| {
        leave_room_ui(ui);
        escalation_ui(ui, exercise, &view.escalation, &mut state.escalation, out);
        // What can still be sent comes first.
        let line = view.line.iter().map(Arc::as_ref);
        let (over, ahead): (Vec<&InjectRow>, Vec<&InjectRow>) = line.partition(|row| is_over(row));
        let shelf = view.shelf.iter().map(Arc::as_ref).collect();
        let lists = [("inject-list", ahead), ("inject-shelf", shelf), ("inject-over", over)];
        for (number, (list, rows)) in lists.into_iter().filter(|(_, rows)| !rows.is_empty()).enumerate() {
            let all = rows.len();
            let found: Vec<&InjectRow> = rows.into_iter().filter(|row| state.filter.keeps(row)).collect();
            let count = if found.len() == all { all.to_string() } else { format!("{} / {all}", found.len()) };
            let heading = format!("{} ({count})", tongue.word(list));
            if number == 0 {
                search_ui(ui, exercise, view, heading, state);
            } else {
                heading_ui(ui, heading);
            }
            if found.is_empty() {
                ui.weak(tongue.word("inject-search-none"));
            }
            // One that is open is always drawn: its height depends on what is done in it.
            let (open, pass) = (state.open, ui.ctx().cumulative_pass_nr());
            let key = |row: &&InjectRow, hasher: &mut DefaultHasher| {
                (row.inject, &row.code, &row.title, &row.status_words, &row.storyline).hash(hasher);
                (open == Some(row.inject)).then_some(pass).hash(hasher);
            };
            rows_ui(ui, (list, 0.0), found.into_iter(), key, |ui, row| row_ui(ui, exercise, row, state, out));
        }
        if view.line.is_empty() && view.shelf.is_empty() {
            ui.weak(tongue.word("inject-empty"));
        }
    });
}

/// Was it sent, or will it never be?
fn is_over(row: &InjectRow) -> bool {
    row.status.is_out() || row.status == InjectStatus::Skipped
}

/// One inject, with what can be done with it when it is open.
pub(super) fn row_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    row: &InjectRow,
    state: &mut InjectsState,
    out: &mut Vec<Intent>,
) {
    let open = state.open == Some(row.inject);
    let frame = Frame::group(ui.style()).inner_margin(4).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let over = is_over(row);
        let title = RichText::new(format!("{} {}", row.code, row.title));
        let title = if over { title.weak() } else { title.strong() };
        if ui.add(Label::new(title).sense(Sense::click())).clicked() {
            state.open = (!open).then_some(row.inject);
        }
        ui.horizontal(|ui| {
            let key = if row.key { Some(&row.priority) } else { None };
            let about = [Some(&row.status_words), key, Some(&row.storyline)];
            let about: Vec<&str> =
                about.into_iter().flatten().map(String::as_str).filter(|each| !each.is_empty()).collect();
            ui.label(RichText::new(about.join(" · ")).small());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let when =
                    row.left.as_ref().or(row.sent.as_ref()).or(row.due.as_ref()).unwrap_or(&row.trigger);
                ui.add(Label::new(RichText::new(when).small().weak()).truncate());
            });
        });
        if open {
            ui.separator();
            actions_ui(ui, exercise, row, state, out);
            if row.can.fire && exercise.live {
                preview_ui(ui, exercise, row.inject, out);
            }
            details_ui(ui, exercise, row, out);
        }
    });
    if open && std::mem::take(&mut state.reveal) {
        frame.response.scroll_to_me(Some(Align::TOP));
    }
}

fn details_ui(ui: &mut Ui, exercise: &ExerciseView, row: &InjectRow, out: &mut Vec<Intent>) {
    let word = |key| exercise.tongue.word(key);
    ui.add_space(4.0);
    ui.label(&row.text);
    ui.add_space(4.0);
    fact_ui(ui, &word("inject-sender"), &format!("{} ({})", row.sender, row.channel_words));
    fact_ui(ui, &word("inject-receivers"), &row.receivers);
    fact_ui(ui, &word("inject-trigger"), &row.trigger);
    fact_ui(ui, &word("inject-course"), &row.course.join("\n"));
    if let Some(why) = &row.taken_out {
        ui.label(why);
    }
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
    fact_ui(ui, &word("inject-acted"), &row.acted);
    let silence = std::iter::once(&row.on_absence).chain(&row.absence).filter(|each| !each.is_empty());
    fact_ui(ui, &word("inject-on-absence"), &silence.cloned().collect::<Vec<_>>().join("\n"));
    fact_ui(ui, &word("inject-question"), &row.question);
    fact_ui(ui, &word("inject-staff-note"), &row.staff_note);
    fact_ui(ui, &word("inject-objectives"), &row.objectives.join("\n"));
    fact_ui(ui, &word("inject-storyline"), &row.storyline);
    fact_ui(ui, &word("inject-priority"), &row.priority);
    fact_ui(ui, &word("inject-edits"), &row.edits.join("\n"));
    if !row.variants.is_empty() {
        ui.weak(word("inject-variants"));
    }
    for variant in &row.variants {
        ui.label(format!("{}: {} ({})", variant.kind, variant.name, variant.stands));
        if variant.fire && ui.button(word("inject-fire-variant")).clicked() {
            give(out, Command::FireInject { inject: variant.inject });
        }
    }
}

pub(super) fn give(out: &mut Vec<Intent>, command: Command) {
    out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None }));
}

/// The heading of the first list, with what is looked for beside it.
fn search_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &InjectsView,
    heading: String,
    state: &mut InjectsState,
) {
    let word = |key| exercise.tongue.word(key);
    ui.horizontal(|ui| {
        ui.label(RichText::new(heading).strong());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.selectable_label(state.more, word("inject-search-more")).clicked() {
                state.more = !state.more;
            }
            if !state.filter.is_empty() && ui.small_button(word("inject-search-clear")).clicked() {
                state.filter = InjectFilter::default();
            }
            let name = word("inject-search");
            let field = TextEdit::singleline(&mut state.filter.words).hint_text(&name).desired_width(150.0);
            let response = typing_ui(ui, &name, field);
            response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, &name));
        });
    });
    if !state.more {
        return;
    }
    let all = word("inject-search-all");
    let lines = view.storylines.iter().map(|(line, name)| (Some(*line), name.clone()));
    let lines = std::iter::once((None, all.clone())).chain(lines);
    choose_ui(ui, &word("inject-storyline"), &mut state.filter.storyline, lines);
    let roles = exercise.choices.roles.iter().map(|(role, name)| (Some(*role), name.clone()));
    let roles = std::iter::once((None, all.clone())).chain(roles);
    choose_ui(ui, &word("inject-receivers"), &mut state.filter.receiver, roles);
    let channels = CHANNELS.into_iter().map(|channel| (Some(channel), word(channel_key(channel))));
    let channels = std::iter::once((None, all)).chain(channels);
    choose_ui(ui, &word("inject-channel"), &mut state.filter.channel, channels);
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
    let mut give = |command| give(out, command);
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
        if row.can.time_up && ui.button(tongue.word("inject-time-up")).clicked() {
            give(Command::TimeUp { inject });
        }
        if row.can.see && ui.button(tongue.word("inject-see")).clicked() {
            give(Command::OpenInject { inject });
        }
        if row.can.answer && ui.button(tongue.word("inject-answer")).clicked() {
            let open = state.answering.as_ref().is_some_and(|row| row.0 == inject);
            state.answering = (!open).then(|| (inject, String::new()));
        }
        if row.can.edit && ui.button(tongue.word("inject-edit")).clicked() {
            state.editor = Some(EditorState::editing(exercise, row));
        }
        if row.can.close && ui.button(tongue.word("inject-close")).clicked() {
            give(Command::CloseInject { inject });
        }
    });
    if let Some((_, text)) = state.answering.as_mut().filter(|each| each.0 == inject && row.can.answer) {
        lines_ui(ui, &tongue.word("inject-answer-text"), text);
        if main_button_ui(ui, !text.trim().is_empty(), &tongue.word("word-apply")) {
            give(Command::AnswerInject { inject, text: text.trim().to_owned() });
            state.answering = None;
        }
    }
    if let Some(mut place) = row.place {
        let places = row.places.iter().map(|row| (row.place, row.name.clone()));
        if choose_ui(ui, &tongue.word("escalation-place"), &mut place, places) {
            give(Command::PlaceInject { inject, place });
        }
    }
    confirm_ui(ui, exercise, row, state, out);
}

/// The moment of a move, and whether a skip is meant.
fn confirm_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    row: &InjectRow,
    state: &mut InjectsState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let inject = row.inject;
    if row.can.shift
        && let Some(moment) = state.moving.get_mut(&inject)
    {
        moment_ui(ui, exercise, moment, exercise.now);
        let to = *moment;
        ui.horizontal(|ui| {
            if ui.button(tongue.word("panel-move-there")).clicked() {
                give(out, Command::MoveInject { inject, to });
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
                give(out, Command::SkipInject { inject });
                state.skipping = None;
            }
            if ui.button(tongue.word("word-cancel")).clicked() {
                state.skipping = None;
            }
        });
    }
}
