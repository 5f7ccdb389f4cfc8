//! One table for every list that is a table: a click on a head sorts, a field filters, arrows and Enter work, the rows can be
//! copied as they stand, and only rows in sight are drawn.
//!
//! It must not know what its rows are: they come as text, with a number to sort by where text would sort wrongly.

use bevy_egui::egui::{
    Align, Button, Event, EventFilter, Key, Label, Layout, Modifiers, RichText, ScrollArea, Sense, Stroke,
    StrokeKind, TextEdit, TextStyle, Ui, WidgetInfo, WidgetType,
};
use egui_extras::{Column, TableBuilder};

use super::parts::typing_ui;
use super::tongue::Tongue;
use crate::text::Arg;

/// Rows that a page up or down passes.
const PAGE: usize = 12;
/// Room above and below the text of a row, points.
const PADDING: f32 = 6.0;
/// Room for the bar that scrolls, points.
const BAR: f32 = 14.0;
/// Narrowest column, points.
const NARROWEST: f32 = 34.0;

/// A column.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// What it holds, with its unit.
    pub name: String,
    /// Its width to begin with, points.
    pub width: f32,
    /// It takes the room that the others leave; one column of a table should.
    pub grows: bool,
    /// Its numbers stand at the right edge.
    pub number: bool,
}

impl Head {
    /// A column of words.
    pub fn words(name: impl Into<String>, width: f32) -> Self {
        Self { name: name.into(), width, grows: false, number: false }
    }

    /// The column of words that takes the room that is left.
    pub fn rest(name: impl Into<String>, least: f32) -> Self {
        Self { name: name.into(), width: least, grows: true, number: false }
    }

    /// A column of numbers.
    pub fn number(name: impl Into<String>, width: f32) -> Self {
        Self { name: name.into(), width, grows: false, number: true }
    }
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What it is sorted by; its text where there is none.
    pub sort: Option<i64>,
    /// What a tooltip adds; empty: the text, where it is cut.
    pub hint: String,
    /// It asks for attention.
    pub alarm: bool,
}

impl Cell {
    /// Words, sorted as words.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that are sorted by a number: a moment, a count.
    pub fn sorted(text: impl Into<String>, sort: i64) -> Self {
        Self { text: text.into(), sort: Some(sort), ..Self::default() }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is known by; must not stand twice.
    pub id: u64,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// It is over, or matters less.
    pub weak: bool,
}

/// What is chosen in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableState {
    /// Words that a row must have.
    pub filter: String,
    /// Sorted by this column, and whether from high to low; as handed in where there is none.
    pub sort: Option<(usize, bool)>,
    /// The row at which the user is.
    pub chosen: Option<u64>,
    /// The column at which the user is, in tables whose cells can be opened.
    pub column: usize,
    /// The chosen row must be brought into sight.
    reveal: bool,
    /// The keyboard must come back to the table.
    focus: bool,
}

impl TableState {
    /// Goes to a row and brings it into sight.
    pub fn show(&mut self, id: u64) {
        self.chosen = Some(id);
        self.reveal = true;
    }

    /// Gives the keyboard back to the table, after something was typed in a cell.
    pub fn take_keys(&mut self) {
        self.focus = true;
    }
}

/// What the user did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// Went to this row.
    pub chosen: Option<u64>,
    /// Opened this row at this column, by Enter or a double click.
    pub opened: Option<(u64, usize)>,
}

/// Draws a cell in a way of its own; false leaves it to the table.
pub type CellUi<'a> = &'a mut dyn FnMut(&mut Ui, &Line, usize) -> bool;

/// Draws a table with its field to filter and its button to copy.
pub fn table_ui(
    ui: &mut Ui,
    tongue: &Tongue,
    salt: &str,
    (heads, lines): (&[Head], &[Line]),
    state: &mut TableState,
    cell_ui: CellUi,
) -> Used {
    let shown = shown(lines, state);
    let copy = ui.push_id(salt, |ui| bar_ui(ui, tongue, (shown.len(), lines.len()), state)).inner;
    let id = ui.id().with(("table", salt));
    let area = ui.available_rect_before_wrap();
    let name = tongue.word("table-name");
    let focus = ui.interact(area, id, Sense::focusable_noninteractive());
    focus.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, &name));
    if std::mem::take(&mut state.focus) {
        focus.request_focus();
    }
    let mut used = Used::default();
    let mut copies = copy;
    if focus.has_focus() {
        keys_ui(ui, id, (&shown, heads.len()), state, &mut used);
        copies |= ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
        let ring = Stroke::new(1.0, ui.visuals().selection.bg_fill);
        ui.painter().rect_stroke(area.shrink(0.5), 2.0, ring, StrokeKind::Inside);
    }
    if copies {
        ui.ctx().copy_text(tab_separated(heads, &shown));
    }
    if shown.is_empty() {
        ui.weak(tongue.word("shell-nothing-found"));
        return used;
    }
    let gaps = ui.spacing().item_spacing.x * heads.len() as f32;
    let least = heads.iter().map(|head| head.width).sum::<f32>() + gaps + BAR;
    if least > ui.available_width() {
        // No column may fall off the edge where it cannot be reached.
        ScrollArea::horizontal().id_salt(("table-along", salt)).auto_shrink([false, false]).show(ui, |ui| {
            ui.set_width(least);
            body_ui(ui, salt, (heads, &shown), state, cell_ui, &mut used);
        });
    } else {
        body_ui(ui, salt, (heads, &shown), state, cell_ui, &mut used);
    }
    if used.chosen.is_some() && used.opened.is_none() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    used
}

/// Rows that hold every word of the filter, in the order that was asked for.
fn shown<'a>(lines: &'a [Line], state: &TableState) -> Vec<&'a Line> {
    let wanted = state.filter.to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let holds = |line: &&Line| {
        let text: Vec<String> = line.cells.iter().map(|cell| cell.text.to_lowercase()).collect();
        words.iter().all(|word| text.iter().any(|cell| cell.contains(word)))
    };
    let mut found: Vec<&Line> =
        if words.is_empty() { lines.iter().collect() } else { lines.iter().filter(holds).collect() };
    if let Some((column, falling)) = state.sort {
        let key = |line: &&Line| {
            let cell = line.cells.get(column);
            let number = cell.and_then(|cell| cell.sort);
            // What has no number stands behind what has one.
            let text = cell.filter(|cell| cell.sort.is_none()).map(|cell| cell.text.to_lowercase());
            (number.is_none(), number, text)
        };
        found.sort_by_cached_key(key);
        if falling {
            found.reverse();
        }
    }
    found
}

/// The field, how many rows there are, and the button; true when the rows are to be copied.
fn bar_ui(ui: &mut Ui, tongue: &Tongue, (found, all): (usize, usize), state: &mut TableState) -> bool {
    ui.horizontal(|ui| {
        let name = tongue.word("table-filter");
        let field = TextEdit::singleline(&mut state.filter).hint_text(&name).desired_width(170.0);
        let response = typing_ui(ui, &name, field);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, &name));
        if !state.filter.is_empty() && ui.small_button(tongue.word("inject-search-clear")).clicked() {
            state.filter.clear();
        }
        let count: Arg = if found == all {
            i64::try_from(all).unwrap_or(i64::MAX).into()
        } else {
            format!("{found} / {all}").into()
        };
        ui.weak(tongue.say("table-rows", &[("count", count)]));
        let copy = ui.small_button(tongue.word("word-copy"));
        copy.on_hover_text(tongue.word("table-copy-means")).clicked()
    })
    .inner
}

/// Arrows, pages, ends and Enter.
fn keys_ui(
    ui: &Ui,
    id: bevy_egui::egui::Id,
    (shown, columns): (&[&Line], usize),
    state: &mut TableState,
    used: &mut Used,
) {
    let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = shown.len().saturating_sub(1);
    let at = state.chosen.and_then(|id| shown.iter().position(|line| line.id == id));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut to = None;
    for (key, place) in [
        (Key::ArrowDown, at.map_or(0, |at| (at + 1).min(last))),
        (Key::ArrowUp, at.map_or(last, |at| at.saturating_sub(1))),
        (Key::PageDown, at.map_or(0, |at| (at + PAGE).min(last))),
        (Key::PageUp, at.map_or(0, |at| at.saturating_sub(PAGE))),
        (Key::Home, 0),
        (Key::End, last),
    ] {
        if pressed(key) {
            to = Some(place);
        }
    }
    if pressed(Key::ArrowRight) {
        state.column = (state.column + 1).min(columns.saturating_sub(1));
    }
    if pressed(Key::ArrowLeft) {
        state.column = state.column.saturating_sub(1);
    }
    if let Some(line) = to.and_then(|to| shown.get(to)) {
        state.show(line.id);
        used.chosen = Some(line.id);
    }
    if pressed(Key::Enter)
        && let Some(id) = state.chosen
    {
        used.opened = Some((id, state.column));
    }
}

fn body_ui(
    ui: &mut Ui,
    salt: &str,
    (heads, shown): (&[Head], &[&Line]),
    state: &mut TableState,
    cell_ui: CellUi,
    used: &mut Used,
) {
    let height = ui.text_style_height(&TextStyle::Body) + PADDING;
    let mut table = TableBuilder::new(ui)
        .id_salt(("table-body", salt))
        .striped(true)
        .sense(Sense::CLICK)
        .cell_layout(Layout::left_to_right(Align::Center))
        .auto_shrink([false, false])
        .max_scroll_height(f32::INFINITY)
        .min_scrolled_height(40.0)
        .animate_scrolling(false);
    for head in heads {
        let column = if head.grows { Column::remainder() } else { Column::initial(head.width) };
        let least = if head.grows { head.width } else { NARROWEST };
        table = table.column(column.at_least(least).clip(true).resizable(!head.grows));
    }
    if std::mem::take(&mut state.reveal)
        && let Some(at) = state.chosen.and_then(|id| shown.iter().position(|line| line.id == id))
    {
        table = table.scroll_to_row(at, None);
    }
    let table = table.header(height, |mut row| {
        for (column, head) in heads.iter().enumerate() {
            row.col(|ui| head_ui(ui, head, column, &mut state.sort));
        }
    });
    table.body(|body| {
        body.rows(height, shown.len(), |mut row| {
            let Some(line) = shown.get(row.index()) else { return };
            let here = state.chosen == Some(line.id);
            row.set_selected(here);
            for (column, head) in heads.iter().enumerate() {
                let cell = line.cells.get(column);
                let (_, response) = row.col(|ui| {
                    if !cell_ui(ui, line, column) {
                        plain_ui(ui, head, line, cell, here);
                    }
                });
                if response.clicked() {
                    state.chosen = Some(line.id);
                    state.column = column;
                    used.chosen = Some(line.id);
                }
                if response.double_clicked() {
                    used.opened = Some((line.id, column));
                }
            }
        });
    });
}

fn head_ui(ui: &mut Ui, head: &Head, column: usize, sort: &mut Option<(usize, bool)>) {
    let arrow = match sort {
        Some((by, false)) if *by == column => " ⏶",
        Some((by, true)) if *by == column => " ⏷",
        _ => "",
    };
    let text = RichText::new(format!("{}{arrow}", head.name)).small().strong();
    let response = ui.add(Button::new(text).frame(false).truncate());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &head.name));
    if response.clicked() {
        *sort = match *sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
    }
}

fn plain_ui(ui: &mut Ui, head: &Head, line: &Line, cell: Option<&Cell>, here: bool) {
    let Some(cell) = cell else { return };
    // A tooltip and a row hold one line of a text that has more.
    let text = RichText::new(cell.text.lines().next().unwrap_or_default());
    let text = if cell.alarm && !here {
        text.color(ui.visuals().error_fg_color).strong()
    } else if line.weak && !here {
        text.weak()
    } else {
        text
    };
    let layout =
        if head.number { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    ui.with_layout(layout, |ui| {
        // A hint says more than the text that is cut, so that only one of them is shown.
        let more = !cell.hint.is_empty() && cell.hint != cell.text;
        let label = ui.add(Label::new(text).truncate().selectable(false).show_tooltip_when_elided(!more));
        if more {
            label.on_hover_text(&cell.hint);
        }
    });
}

/// The rows as text: a tab between cells, so that a sheet takes them as cells.
fn tab_separated(heads: &[Head], shown: &[&Line]) -> String {
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let head: Vec<String> = heads.iter().map(|head| bare(&head.name)).collect();
    let mut text = head.join("\t");
    for line in shown {
        let cells: Vec<String> = line.cells.iter().map(|cell| bare(&cell.text)).collect();
        text.push('\n');
        text.push_str(&cells.join("\t"));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<Line> {
        let line = |id, name: &str, count: i64| Line {
            id,
            cells: vec![Cell::words(name), Cell::sorted(count.to_string(), count)],
            weak: false,
        };
        vec![line(1, "Betuweroute", 9), line(2, "A15\tzuid", 10), line(3, "Maas", 2)]
    }

    fn ids(state: &TableState) -> Vec<u64> {
        shown(&lines(), state).iter().map(|line| line.id).collect()
    }

    #[test]
    fn numbers_sort_as_numbers_and_words_as_words() {
        let sorted = |sort| TableState { sort, ..TableState::default() };
        assert_eq!(ids(&sorted(None)), [1, 2, 3]);
        assert_eq!(ids(&sorted(Some((0, false)))), [2, 1, 3]);
        assert_eq!(ids(&sorted(Some((1, false)))), [3, 1, 2]);
        assert_eq!(ids(&sorted(Some((1, true)))), [2, 1, 3]);
    }

    #[test]
    fn a_filter_wants_every_word_somewhere_in_the_row() {
        let filtered = |words: &str| TableState { filter: words.to_owned(), ..TableState::default() };
        assert_eq!(ids(&filtered("maas 2")), [3]);
        assert_eq!(ids(&filtered("maas 9")), [0; 0]);
    }

    #[test]
    fn copied_rows_keep_their_columns() {
        let lines = lines();
        let shown: Vec<&Line> = lines.iter().take(2).collect();
        let heads = [Head::words("Waar", 50.0), Head::number("Aantal", 50.0)];
        assert_eq!(tab_separated(&heads, &shown), "Waar\tAantal\nBetuweroute\t9\nA15 zuid\t10\n");
    }
}
