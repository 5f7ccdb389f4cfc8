//! Lists of other pages as tables, to sort, filter and copy: what happened, decisions, figures, requests, movements, damage, who was
//! served. It must not decide what stands in them: the pages show the same rows as text.

use bevy_egui::egui::Ui;

use super::intent::{ClockIntent, Intent, SeatIntent};
use super::page::ExerciseView;
use super::table_ui::{Cell, Head, Line, TableState, table_ui};
use crate::view::figures_view::FiguresView;
use crate::view::log_view::{DecisionsView, LogLine};
use crate::view::movement_view::MovementsView;
use crate::view::repair_view::RepairView;
use crate::view::requests_view::RequestsView;
use crate::view::score_view::ServedView;

/// Height of a table on a page that scrolls as a whole, points.
const HEIGHT: f32 = 430.0;

/// Whether a page shows its list as a table, and how.
#[derive(Debug, Default)]
pub struct ListState {
    /// As a table.
    pub shown: bool,
    /// Filter, order and place.
    pub table: TableState,
}

/// The choice between text and table; true when the table is to be drawn.
pub fn as_table_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut ListState) -> bool {
    ui.checkbox(&mut state.shown, exercise.tongue.word("table-as-table"));
    state.shown
}

/// What happened.
pub fn happenings_ui<'a>(
    ui: &mut Ui,
    exercise: &ExerciseView,
    rows: impl Iterator<Item = (&'a LogLine, String)>,
    state: &mut TableState,
    out: &mut Vec<Intent>,
) {
    let word = |key| exercise.tongue.word(key);
    let heads = [
        Head::words(word("inject-moment"), 104.0),
        Head::words(word("table-kind"), 80.0),
        Head::rest(word("table-what"), 120.0),
    ];
    let rows: Vec<(&LogLine, String)> = rows.collect();
    let lines: Vec<Line> = rows
        .iter()
        .enumerate()
        .map(|(id, (row, kind))| Line {
            id: id as u64,
            cells: vec![
                Cell::sorted(&row.time, i64::from(row.at.0)),
                Cell::words(kind),
                Cell::words(&row.text),
            ],
            weak: false,
        })
        .collect();
    let used = table_ui(ui, &exercise.tongue, "happenings", (&heads, &lines), state, &mut |_, _, _| false);
    let row = |id: u64| rows.get(id as usize).map(|(row, _)| *row);
    if let Some(row) = used.chosen.and_then(row).filter(|row| row.target.is_some()) {
        out.push(Intent::Seat(SeatIntent::Select(row.target)));
    }
    if let Some(row) = used.opened.and_then(|(id, _)| row(id)) {
        out.push(Intent::Clock(ClockIntent::Seek(row.at)));
    }
}

/// What was decided.
pub fn decided_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DecisionsView,
    state: &mut TableState,
    out: &mut Vec<Intent>,
) {
    let word = |key| exercise.tongue.word(key);
    let heads = [
        Head::number("#", 34.0),
        Head::words(word("inject-moment"), 104.0),
        Head::words(word("board-for-whom"), 92.0),
        Head::rest(word("table-what"), 110.0),
    ];
    let line = |row: &crate::view::log_view::Decision| Line {
        id: u64::from(row.number),
        cells: vec![
            Cell::sorted(row.number.to_string(), i64::from(row.number)),
            Cell::sorted(&row.given, i64::from(row.at.0)),
            Cell::words(&row.who),
            Cell::words(&row.text),
        ],
        weak: row.undone,
    };
    let lines: Vec<Line> = view.decisions.iter().map(line).collect();
    let used = table_ui(ui, &exercise.tongue, "decided", (&heads, &lines), state, &mut |_, _, _| false);
    let opened = used.opened.map(|(id, _)| id);
    if let Some(row) = view.decisions.iter().find(|row| opened == Some(u64::from(row.number))) {
        out.push(Intent::Clock(ClockIntent::Seek(row.at)));
    }
}

/// Figures that were looked for.
pub fn figures_table_ui(ui: &mut Ui, exercise: &ExerciseView, view: &FiguresView, state: &mut TableState) {
    let word = |key| exercise.tongue.word(key);
    let heads = [
        Head::words(word("table-about"), 108.0),
        Head::words(word("table-figure"), 108.0),
        Head::number(word("table-value"), 60.0),
        Head::rest(word("table-source"), 70.0),
        Head::words(word("table-sure"), 60.0),
    ];
    let line = |(id, row): (usize, &crate::view::figures_view::FigureLine)| {
        // A value begins with its number, if it has one.
        let digits: String = row.value.chars().take_while(|each| !each.is_whitespace()).collect();
        let number = digits.replace(['.', ','], "").parse().ok();
        let value = Cell { sort: number, ..Cell::words(&row.value) };
        let texts = [&row.what, &row.field].map(Cell::words);
        let rest = [&row.source, &row.confidence].map(Cell::words);
        Line { id: id as u64, cells: texts.into_iter().chain([value]).chain(rest).collect(), weak: false }
    };
    let lines: Vec<Line> = view.lines.iter().enumerate().map(line).collect();
    table_ui(ui, &exercise.tongue, "figures", (&heads, &lines), state, &mut |_, _, _| false);
}

/// Requests, open and answered.
pub fn requests_table_ui(ui: &mut Ui, exercise: &ExerciseView, view: &RequestsView, state: &mut TableState) {
    let word = |key| exercise.tongue.word(key);
    let heads = [
        Head::number("#", 30.0),
        Head::words(word("table-from"), 76.0),
        Head::words(word("table-to"), 76.0),
        Head::rest(word("table-what"), 80.0),
        Head::words(word("inject-state"), 84.0),
    ];
    let line = |row: &crate::view::requests_view::RequestView| {
        let stands = row.answer.clone().unwrap_or_else(|| row.asked.clone());
        Line {
            id: u64::from(row.serial),
            cells: vec![
                Cell::sorted(row.serial.to_string(), i64::from(row.serial)),
                Cell::words(&row.from),
                Cell::words(&row.to),
                Cell::words(&row.what),
                Cell { alarm: row.overdue, ..Cell::words(stands) },
            ],
            weak: row.answer.is_some(),
        }
    };
    let lines: Vec<Line> = view.requests.iter().map(line).collect();
    framed(ui, exercise, "requests", (&heads, &lines), state);
}

/// Movements.
pub fn movements_table_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &MovementsView,
    state: &mut TableState,
) {
    let word = |key| exercise.tongue.word(key);
    let heads = [
        Head::rest(word("tab-movements"), 96.0),
        Head::number(word("table-pieces"), 48.0),
        Head::number(word("panel-aboard"), 48.0),
        Head::number(word("table-ashore"), 48.0),
        Head::number(word("panel-under-way"), 48.0),
        Head::number(word("table-across"), 48.0),
    ];
    let count = |count: u32| Cell::sorted(count.to_string(), i64::from(count));
    let line = |(id, row): (usize, &crate::view::movement_view::MovementView)| Line {
        id: id as u64,
        cells: vec![
            Cell { hint: format!("{}\n{}", row.name, row.outlook_words), ..Cell::words(&row.name) },
            count(row.pieces),
            count(row.aboard),
            count(row.ashore),
            count(row.under_way),
            count(row.delivered),
        ],
        weak: row.delivered == row.pieces,
    };
    let lines: Vec<Line> = view.movements.iter().enumerate().map(line).collect();
    framed(ui, exercise, "movements", (&heads, &lines), state);
}

/// Damage in the order of repair; a click shows where it is.
pub fn damages_table_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &RepairView,
    state: &mut TableState,
    out: &mut Vec<Intent>,
) {
    let word = |key| exercise.tongue.word(key);
    let heads = [
        Head::number("#", 30.0),
        Head::rest(word("repair-title"), 110.0),
        Head::number(word("inspector-damage-loss"), 50.0),
        Head::words(word("inspector-since"), 84.0),
        Head::words(word("inject-field-crews"), 70.0),
    ];
    let line = |row: &crate::view::repair_view::DamageView| Line {
        id: u64::from(row.serial),
        cells: vec![
            Cell::sorted(row.serial.to_string(), i64::from(row.serial)),
            Cell { hint: format!("{}\n{}", row.what, row.remaining), ..Cell::words(&row.what) },
            Cell::words(&row.loss),
            Cell::words(&row.since),
            Cell::words(&row.teams),
        ],
        weak: false,
    };
    let lines: Vec<Line> = view.damages.iter().map(line).collect();
    let chosen = framed(ui, exercise, "damages", (&heads, &lines), state);
    if let Some(row) = view.damages.iter().find(|row| chosen == Some(u64::from(row.serial))) {
        out.push(Intent::Seat(SeatIntent::Select(Some(row.target))));
    }
}

/// Regions that were not served, with what they lacked.
pub fn served_table_ui(ui: &mut Ui, exercise: &ExerciseView, view: &ServedView, state: &mut TableState) {
    let mut heads: Vec<Head> = view.columns.iter().map(|name| Head::number(name, 58.0)).collect();
    if let Some(first) = heads.first_mut() {
        *first = Head::rest(first.name.clone(), 86.0);
    }
    // A number as the language writes it, with a point or a comma before its tenths.
    let number = |text: &str| {
        let digits: String = text.chars().filter(|each| each.is_ascii_digit() || *each == '-').collect();
        digits.parse::<i64>().ok()
    };
    let line = |(id, row): (usize, &Vec<String>)| {
        let cell = |(place, text): (usize, &String)| Cell {
            sort: number(text).filter(|_| place > 0),
            ..Cell::words(text)
        };
        Line { id: id as u64, cells: row.iter().enumerate().map(cell).collect(), weak: false }
    };
    let lines: Vec<Line> = view.rows.iter().enumerate().map(line).collect();
    framed(ui, exercise, "served", (&heads, &lines), state);
}

/// A table of fixed height, for a page that scrolls as a whole; says which row was gone to.
fn framed(
    ui: &mut Ui,
    exercise: &ExerciseView,
    salt: &str,
    rows: (&[Head], &[Line]),
    state: &mut TableState,
) -> Option<u64> {
    ui.scope(|ui| {
        ui.set_max_height(HEIGHT);
        table_ui(ui, &exercise.tongue, salt, rows, state, &mut |_, _, _| false)
    })
    .inner
    .chosen
}
