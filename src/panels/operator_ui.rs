//! Operator mode: cards by number from the keyboard alone. One line that keeps the focus, what was understood, what was wrong,
//! and the last decisions. It must not understand a line: the exercise does, and the answer is in the next view.

use bevy_egui::egui::{
    self, Align, Frame, Id, Key, Layout, RichText, ScrollArea, TextEdit, TextStyle, Ui,
    text::{CCursor, CCursorRange},
};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{heading_ui, leave_room_ui, typing_ui};
use crate::view::operator_page::OperatorView;

/// What is typed.
#[derive(Debug, Default)]
pub struct OperatorState {
    /// The line.
    pub line: String,
    /// The line that was handed in last, until it is known what became of it.
    sent: Option<(u32, String)>,
    /// The page was drawn before: the line has had the focus.
    begun: bool,
}

impl OperatorState {
    /// The page is left: it takes the focus again when it is opened anew.
    pub fn leave(&mut self) {
        self.begun = false;
    }
}

/// Draws the page.
pub fn operator_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &OperatorView,
    state: &mut OperatorState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&view.now).strong());
        ui.weak(&view.cards);
    });
    if !view.shut.is_empty() {
        ui.label(&view.shut);
        return;
    }
    if !view.card.is_empty() {
        ui.label(RichText::new(&view.card).strong());
    }
    if !view.understood.is_empty() {
        Frame::group(ui.style()).inner_margin(6).stroke((2.0, ui.visuals().selection.bg_fill)).show(
            ui,
            |ui| {
                ui.set_min_width(ui.available_width());
                ui.label(RichText::new(&view.understood).size(15.0));
            },
        );
    }
    line_ui(ui, view, state, out);
    for choice in &view.choices {
        ui.weak(choice);
    }
    if !view.said.is_empty() && view.understood.is_empty() {
        let said = RichText::new(&view.said);
        ui.label(if view.fine { said } else { said.color(ui.visuals().error_fg_color) });
    }
    ScrollArea::vertical().id_salt("operator").auto_shrink([false, false]).show(ui, |ui| {
        leave_room_ui(ui);
        for line in &view.help {
            ui.weak(line);
        }
        if view.entered.is_empty() {
            return;
        }
        ui.horizontal(|ui| {
            heading_ui(ui, tongue.word("operator-last"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.weak(&view.count));
        });
        for row in &view.entered {
            ui.horizontal_wrapped(|ui| {
                ui.weak(format!("{}.", row.number));
                ui.label(RichText::new(&row.who).small().strong());
                ui.weak(RichText::new(&row.time).small());
            });
            let text = RichText::new(&row.text);
            ui.label(if row.undone { text.strikethrough().weak() } else { text });
            if row.undone {
                ui.weak(tongue.word("decision-undone"));
            }
            ui.add_space(4.0);
        }
    });
}

/// The line: Enter hands it in and the focus stays. What was wrong comes back, marked, to be typed over or mended.
fn line_ui(ui: &mut Ui, view: &OperatorView, state: &mut OperatorState, out: &mut Vec<Intent>) {
    let id = Id::new("operator-line");
    let answered = state.sent.as_ref().is_some_and(|(lines, _)| *lines != view.lines);
    let wrong = state.sent.take_if(|_| answered).filter(|_| !view.fine && state.line.is_empty());
    if let Some((_, line)) = wrong {
        let whole = CCursorRange::two(CCursor::default(), CCursor::new(line.chars().count()));
        mark(ui, id, whole);
        state.line = line;
    }
    // Whoever clicked elsewhere types on: what is typed to nobody is for the line.
    let free = state.begun && ui.ctx().memory(|memory| memory.focused().is_none());
    let loose = if free { loose_text(ui) } else { String::new() };
    if !loose.is_empty() {
        state.line.push_str(&loose);
        let end = CCursorRange::one(CCursor::new(state.line.chars().count()));
        mark(ui, id, end);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let name = ui.label(&view.question);
    let field = TextEdit::singleline(&mut state.line)
        .id(id)
        .font(TextStyle::Heading)
        .desired_width(f32::INFINITY)
        .return_key(None);
    let response = typing_ui(ui, "operator", field).labelled_by(name.id);
    if !std::mem::replace(&mut state.begun, true) {
        response.request_focus();
    }
    if (free || response.has_focus())
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Enter))
    {
        let line = std::mem::take(&mut state.line);
        out.push(Intent::Exercise(ExerciseIntent::Type(line.clone())));
        state.sent = Some((view.lines, line));
        response.request_focus();
    }
}

/// Text that no field takes; a space starts and stops the clock, so it is left.
fn loose_text(ui: &Ui) -> String {
    ui.input_mut(|input| {
        let mut found = String::new();
        input.events.retain(|event| match event {
            egui::Event::Text(text) if text != " " => {
                found.push_str(text);
                false
            }
            _ => true,
        });
        found
    })
}

fn mark(ui: &Ui, id: Id, range: CCursorRange) {
    let mut edit = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    edit.cursor.set_char_range(Some(range));
    edit.store(ui.ctx(), id);
}
