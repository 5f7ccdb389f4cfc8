//! The script over the whole window (draaiboek): as a table whose cells can be changed in place, as a timeline, with what it asks
//! of each role, the objectives it serves and where the exercise is probably going. What is chosen stands in the dock.
//!
//! It must not change an inject itself: every change is one of the commands that the rules know.

use std::collections::BTreeSet;

use bevy_egui::egui::{Key, RichText, ScrollArea, Sense, TextEdit, Ui, vec2};

use super::dock::DockState;
use super::evaluation_ui::matrix_ui;
use super::foresight_ui::foresight_ui;
use super::inject_editor::{CHANNELS, EditorState, editor_ui};
use super::injects_ui::{give, row_ui};
use super::intent::Intent;
use super::page::{ExerciseView, ScriptPage, Tab};
use super::parts::{leave_room_ui, main_button_ui, typing_ui};
use super::script_lanes_ui::{LanesState, lanes_ui, paint_sign};
use super::table_ui::{Cell, Head, Line, TableState, table_ui};
use crate::sim::command::Command;
use crate::sim::ids::{DenseId, InjectId, RoleId};
use crate::sim::plan::{Inject, Text};
use crate::sim::state::InjectStatus;
use crate::sim::time::Tick;
use crate::text::{Language, channel_key, inject_status_key, scenario_time};
use crate::view::inject_filter::InjectFilter;
use crate::view::injects_view::InjectRow;
use crate::view::script_view::{Pace, ScriptView, typed_moment};

/// What a part of the page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Show this one.
    Choose(InjectId),
    /// Send it at this moment.
    Move(InjectId, Tick),
}

/// Parts of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScriptPart {
    /// A row for each inject.
    #[default]
    Table,
    /// A lane for each storyline or receiver.
    Lanes,
    /// What each role gets in each period.
    Load,
    /// Objectives and what serves them.
    Objectives,
    /// Where it is probably going.
    Foresight,
}

const PARTS: [(ScriptPart, &str); 5] = [
    (ScriptPart::Table, "script-part-table"),
    (ScriptPart::Lanes, "script-part-lanes"),
    (ScriptPart::Load, "script-part-load"),
    (ScriptPart::Objectives, "inject-objectives"),
    (ScriptPart::Foresight, "script-part-foresight"),
];

const STATES: [InjectStatus; 7] = [
    InjectStatus::Ready,
    InjectStatus::OnHold,
    InjectStatus::Sent,
    InjectStatus::Seen,
    InjectStatus::Answered,
    InjectStatus::Closed,
    InjectStatus::Skipped,
];

/// Places of the columns that can be changed.
const MOMENT: usize = 1;
const TITLE: usize = 3;
const TEXT: usize = 4;
const RECEIVERS: usize = 5;

/// What is open on the page.
#[derive(Debug, Default)]
pub struct ScriptState {
    /// The part that is shown.
    pub part: ScriptPart,
    /// Sort and place in the table.
    pub table: TableState,
    /// The table of the load.
    pub loads: TableState,
    /// The timeline.
    pub lanes: LanesState,
    /// Storyline, receiver and channel that are looked for.
    pub filter: InjectFilter,
    /// Where injects stand that are looked for.
    pub status: Option<InjectStatus>,
    /// The period that is looked for.
    pub period: Option<usize>,
    /// The cell that is being changed.
    pub editing: Option<CellEdit>,
    /// What was typed is no moment.
    fault: bool,
    /// The page that was open before this one.
    before: Option<Tab>,
}

/// A cell that is being changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    inject: InjectId,
    column: usize,
    /// What is typed.
    pub text: String,
    /// Who is ticked; empty for everybody.
    pub roles: BTreeSet<RoleId>,
    fresh: bool,
}

/// Opens the page in place of the map, or goes back to where one was.
pub fn toggle(dock: &mut DockState) {
    if dock.open == Tab::Script {
        dock.open = dock.script.before.take().unwrap_or(Tab::Injects);
    } else {
        dock.script.before = Some(dock.open);
        dock.open = Tab::Script;
    }
}

/// Where an inject stands, in words.
pub(super) fn sign_name(row: &InjectRow) -> &str {
    &row.status_words
}

/// Draws what takes the place of the map.
pub fn script_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &ScriptPage,
    dock: &mut DockState,
    out: &mut Vec<Intent>,
) {
    let (tongue, view) = (&exercise.tongue, &page.script);
    let mut leaves = false;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(tongue.word(Tab::Script.key())).heading());
        for (part, key) in PARTS {
            ui.selectable_value(&mut dock.script.part, part, tongue.word(key));
        }
        ui.separator();
        leaves = ui.button(tongue.word("script-to-map")).clicked();
    });
    if leaves {
        toggle(dock);
        return;
    }
    ui.separator();
    let (state, chosen) = (&mut dock.script, dock.injects.open);
    let wish = match state.part {
        ScriptPart::Table => {
            filter_ui(ui, exercise, view, state);
            let rows = found(view, state);
            rows_ui(ui, exercise, view, &rows, state, out)
        }
        ScriptPart::Lanes => {
            filter_ui(ui, exercise, view, state);
            let rows = found(view, state);
            lanes_ui(ui, exercise, (view, &rows), chosen, &mut state.lanes)
        }
        ScriptPart::Load => {
            load_ui(ui, exercise, view, &mut state.loads);
            None
        }
        ScriptPart::Objectives => {
            scroll(ui, "objectives", |ui| matrix_ui(ui, exercise, &view.matrix, out));
            None
        }
        ScriptPart::Foresight => {
            scroll(ui, "foresight", |ui| foresight_ui(ui, exercise, page.foresight.as_ref(), out));
            None
        }
    };
    match wish {
        Some(Wish::Choose(inject)) => {
            dock.injects.show(inject);
            dock.injects.editor = None;
            dock.script.table.show(inject.index() as u64);
        }
        Some(Wish::Move(inject, to)) => give(out, Command::MoveInject { inject, to }),
        None => {}
    }
}

fn scroll(ui: &mut Ui, salt: &str, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(ui, |ui| {
        leave_room_ui(ui);
        add(ui);
    });
}

/// Draws what stands in the dock beside the page: the chosen inject, or the one that is being made.
pub fn script_detail_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &ScriptPage,
    dock: &mut DockState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let state = &mut dock.injects;
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
        if let Some((seq, what)) = &page.script.injects.undo
            && ui.button(tongue.word("inject-undo")).on_hover_text(what).clicked()
        {
            give(out, Command::Undo { seq: *seq });
        }
    });
    scroll(ui, "script-detail", |ui| match page.script.rows().find(|row| state.open == Some(row.inject)) {
        Some(row) => row_ui(ui, exercise, row, state, out),
        None => {
            ui.weak(tongue.word("script-choose"));
        }
    });
}

/// Rows that are looked for, without the words: the table looks for those in its cells.
fn found<'a>(view: &'a ScriptView, state: &ScriptState) -> Vec<&'a InjectRow> {
    let period = state.period.and_then(|period| view.periods.get(period));
    let within = |row: &&InjectRow| {
        let inside =
            |period: &crate::view::script_view::Period, at| (period.from..period.until).contains(&at);
        period.is_none_or(|period| row.due_at.is_some_and(|at| inside(period, at)))
    };
    let stands = |row: &&InjectRow| state.status.is_none_or(|status| row.status == status);
    view.rows().filter(|row| state.filter.keeps(row)).filter(stands).filter(within).collect()
}

fn filter_ui(ui: &mut Ui, exercise: &ExerciseView, view: &ScriptView, state: &mut ScriptState) {
    let tongue = &exercise.tongue;
    let all = |key: &str| format!("{}: {}", tongue.word(key), tongue.word("inject-search-all"));
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        let states = STATES.into_iter().map(|status| (Some(status), tongue.word(inject_status_key(status))));
        pick_ui(ui, "inject-state", exercise, &mut state.status, (None, all("inject-state")), states);
        let lines = view.injects.storylines.iter().map(|(line, name)| (Some(*line), name.clone()));
        let none = (None, all("inject-storyline"));
        pick_ui(ui, "inject-storyline", exercise, &mut state.filter.storyline, none, lines);
        let roles = exercise.choices.roles.iter().map(|(role, name)| (Some(*role), name.clone()));
        let none = (None, all("inject-receivers"));
        pick_ui(ui, "inject-receivers", exercise, &mut state.filter.receiver, none, roles);
        let channels = CHANNELS.into_iter().map(|each| (Some(each), tongue.word(channel_key(each))));
        let none = (None, all("inject-channel"));
        pick_ui(ui, "inject-channel", exercise, &mut state.filter.channel, none, channels);
        let key = period_key(view);
        let periods = view.periods.iter().enumerate().map(|(at, period)| (Some(at), period.name.clone()));
        pick_ui(ui, key, exercise, &mut state.period, (None, all(key)), periods);
        let looks = !state.filter.is_empty() || state.status.is_some() || state.period.is_some();
        if looks && ui.small_button(tongue.word("inject-search-clear")).clicked() {
            state.filter = InjectFilter::default();
            state.status = None;
            state.period = None;
        }
    });
}

fn period_key(view: &ScriptView) -> &'static str {
    if view.by_rounds { "script-round" } else { "script-day" }
}

/// A list to choose from in a row: its name stands in the list itself.
fn pick_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    key: &str,
    exercise: &ExerciseView,
    chosen: &mut T,
    none: (T, String),
    list: impl Iterator<Item = (T, String)>,
) {
    use bevy_egui::egui::{ComboBox, WidgetInfo, WidgetType};
    let list: Vec<(T, String)> = std::iter::once(none).chain(list).collect();
    let now = list.iter().find(|(value, _)| value == chosen).map_or("", |(_, text)| text.as_str());
    let combo = ComboBox::from_id_salt(("script", key)).selected_text(now).width(112.0).truncate();
    let response = combo.show_ui(ui, |ui| {
        for (value, text) in &list {
            ui.selectable_value(chosen, *value, text);
        }
    });
    let name = exercise.tongue.word(key);
    response.response.widget_info(move || WidgetInfo::labeled(WidgetType::ComboBox, true, name.clone()));
}

fn rows_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &ScriptView,
    rows: &[&InjectRow],
    state: &mut ScriptState,
    out: &mut Vec<Intent>,
) -> Option<Wish> {
    let tongue = &exercise.tongue;
    receivers_ui(ui, exercise, view, state, out);
    if state.fault {
        ui.label(RichText::new(tongue.word("script-moment-means")).color(ui.visuals().error_fg_color));
    } else if exercise.live {
        ui.weak(tongue.word("script-edit-means"));
    }
    let heads = [
        Head::words(tongue.word("inject-state"), 94.0),
        Head::words(tongue.word("inject-moment"), 84.0),
        Head::words(tongue.word("inject-code"), 52.0),
        Head::words(tongue.word("inject-title"), 168.0),
        Head::rest(tongue.word("script-text"), 110.0),
        Head::words(tongue.word("inject-receivers"), 118.0),
        Head::words(tongue.word("inject-storyline"), 104.0),
        Head::words(tongue.word(period_key(view)), 60.0),
    ];
    let lines: Vec<Line> = rows.iter().map(|row| line(row, view)).collect();
    let ScriptState { table, editing, .. } = state;
    let mut done = None;
    let used = table_ui(ui, tongue, "script", (&heads, &lines), table, &mut |ui, line, column| {
        let row = rows.iter().find(|row| row.inject.index() as u64 == line.id);
        let Some(row) = row else { return false };
        if column == 0 {
            state_ui(ui, row);
            return true;
        }
        let edit = editing.as_mut().filter(|edit| edit.inject == row.inject && edit.column == column);
        let Some(edit) = edit.filter(|edit| edit.column != RECEIVERS) else { return false };
        let field = TextEdit::singleline(&mut edit.text).desired_width(f32::INFINITY);
        let response = typing_ui(ui, "cell", field);
        if std::mem::take(&mut edit.fresh) {
            response.request_focus();
        }
        if response.lost_focus() {
            done = Some(!ui.input(|input| input.key_pressed(Key::Escape)));
        }
        true
    });
    if let Some(keeps) = done {
        let edit = editing.take();
        table.take_keys();
        if let Some(edit) = edit.filter(|_| keeps) {
            state.fault = !commit(exercise, view, &edit, out);
        }
    }
    if let Some((id, column)) = used.opened.filter(|_| exercise.live)
        && let Some(row) = rows.iter().find(|row| row.inject.index() as u64 == id)
    {
        state.editing = begin(exercise, view, row, column);
        state.fault = false;
    }
    used.chosen.map(|id| Wish::Choose(InjectId::from_index(id as usize)))
}

fn line(row: &InjectRow, view: &ScriptView) -> Line {
    let moment = row.due_at.map(|at| scenario_time(view.start, at));
    let moment = Cell {
        text: moment.unwrap_or_else(|| "–".to_owned()),
        sort: row.due_at.map(|at| i64::from(at.0)),
        hint: row.trigger.clone(),
        ..Cell::default()
    };
    let period = row.due_at.and_then(|at| view.period_of(at));
    let name = period.and_then(|at| Some((at + 1, view.periods.get(at)?)));
    // The number first: names are long and the column is narrow.
    let name =
        name.map(
            |(number, period)| {
                if view.by_rounds { format!("{number}. {}", period.name) } else { period.name.clone() }
            },
        );
    let hinted = |text: &str| Cell { hint: text.to_owned(), ..Cell::words(text) };
    Line {
        id: row.inject.index() as u64,
        cells: vec![
            Cell::sorted(&row.status_words, row.status as i64),
            moment,
            Cell::words(&row.code),
            hinted(&row.title),
            hinted(&row.text),
            hinted(&row.receivers),
            hinted(&row.storyline),
            Cell { sort: period.map(|at| at as i64), ..hinted(&name.unwrap_or_default()) },
        ],
        weak: row.status.is_out() || row.status == InjectStatus::Skipped,
    }
}

/// Where it stands, as a form and a word.
fn state_ui(ui: &mut Ui, row: &InjectRow) {
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
    paint_sign(ui.painter(), rect.center(), row.status, ui.visuals().text_color());
    ui.add(bevy_egui::egui::Label::new(&row.status_words).truncate().selectable(false));
}

/// The cell as it can be changed; none where it cannot.
fn begin(exercise: &ExerciseView, view: &ScriptView, row: &InjectRow, column: usize) -> Option<CellEdit> {
    let own = |text: &Text| in_language(text, exercise.tongue.language).clone();
    let text = match column {
        MOMENT if row.can.shift => {
            scenario_time(view.start, row.due_at.unwrap_or(exercise.now).max(exercise.now))
        }
        TITLE if row.can.edit => own(&row.content.title),
        TEXT if row.can.edit => own(&row.content.text),
        // Of what was sent only the words can still change.
        RECEIVERS if row.can.edit && row.sent.is_none() => String::new(),
        _ => return None,
    };
    let roles = row.content.receivers.iter().copied().collect();
    Some(CellEdit { inject: row.inject, column, text, roles, fresh: true })
}

fn in_language(text: &Text, language: Language) -> &String {
    match language {
        Language::Nl => &text.nl,
        Language::En => &text.en,
    }
}

fn in_language_mut(text: &mut Text, language: Language) -> &mut String {
    match language {
        Language::Nl => &mut text.nl,
        Language::En => &mut text.en,
    }
}

/// Asks for the change; false when what was typed is no moment.
fn commit(exercise: &ExerciseView, view: &ScriptView, edit: &CellEdit, out: &mut Vec<Intent>) -> bool {
    let Some(row) = view.rows().find(|row| row.inject == edit.inject) else { return true };
    let typed = edit.text.trim();
    let language = exercise.tongue.language;
    let mut content: Box<Inject> = row.content.clone();
    match edit.column {
        MOMENT => {
            let near = row.due_at.unwrap_or(exercise.now).max(exercise.now);
            let Some(to) = typed_moment(typed, view.start, near) else { return false };
            if row.due_at != Some(to) {
                give(out, Command::MoveInject { inject: row.inject, to });
            }
            return true;
        }
        TITLE => typed.clone_into(in_language_mut(&mut content.title, language)),
        TEXT => typed.clone_into(in_language_mut(&mut content.text, language)),
        RECEIVERS => content.receivers = edit.roles.iter().copied().collect(),
        _ => return true,
    }
    let empty = typed.is_empty() && edit.column != RECEIVERS;
    if content != row.content && !empty {
        give(out, Command::EditInject { inject: row.inject, content });
    }
    true
}

/// Who receives an inject, to tick.
fn receivers_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &ScriptView,
    state: &mut ScriptState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let Some(edit) = state.editing.as_mut().filter(|edit| edit.column == RECEIVERS) else { return };
    let code = view.rows().find(|row| row.inject == edit.inject).map_or("", |row| row.code.as_str());
    let mut done = None;
    ui.group(|ui| {
        ui.label(RichText::new(tongue.say("script-receivers-of", &[("inject", code.into())])).strong());
        ui.horizontal_wrapped(|ui| {
            for (role, name) in &exercise.choices.roles {
                let mut receives = edit.roles.contains(role);
                if ui.checkbox(&mut receives, name).changed() {
                    if receives {
                        edit.roles.insert(*role);
                    } else {
                        edit.roles.remove(role);
                    }
                }
            }
        });
        ui.weak(tongue.word("script-receivers-all"));
        ui.horizontal(|ui| {
            if main_button_ui(ui, true, &tongue.word("word-apply")) {
                done = Some(true);
            }
            if ui.button(tongue.word("word-cancel")).clicked() {
                done = Some(false);
            }
        });
    });
    let Some(keeps) = done else { return };
    if let Some(edit) = state.editing.take().filter(|_| keeps) {
        commit(exercise, view, &edit, out);
    }
    state.table.take_keys();
}

/// Messages and decisions for each role in each period.
fn load_ui(ui: &mut Ui, exercise: &ExerciseView, view: &ScriptView, state: &mut TableState) {
    let tongue = &exercise.tongue;
    ui.label(tongue.word("script-load-means"));
    if view.by_rounds {
        ui.weak(tongue.word("script-load-judged"));
    }
    let mut heads = vec![Head::rest(tongue.word("board-for-whom"), 170.0)];
    heads.extend(view.periods.iter().map(|period| Head::number(&period.name, 92.0)));
    let line = |row: &crate::view::script_view::LoadRow| {
        let mut cells = vec![Cell::words(&row.name)];
        cells.extend(row.loads.iter().map(|load| {
            let args = [("injects", load.injects.into()), ("decisions", load.decisions.into())];
            let mut hint = tongue.say("script-load-cell", &args);
            let (sign, why) = match load.pace {
                Pace::Fine => ("", None),
                Pace::Few => (" ⏷", Some("script-load-few")),
                Pace::Many => (" ⏶", Some("script-load-many")),
            };
            if let Some(key) = why {
                hint = format!("{hint}\n{}", tongue.word(key));
            }
            let text = format!("{} / {}{sign}", load.injects, load.decisions);
            let sort = Some(i64::from(load.decisions));
            Cell { text, sort, hint, alarm: load.pace != Pace::Fine }
        }));
        Line { id: row.role.index() as u64, cells, weak: false }
    };
    let lines: Vec<Line> = view.loads.iter().map(line).collect();
    table_ui(ui, tongue, "load", (&heads, &lines), state, &mut |_, _, _| false);
}
