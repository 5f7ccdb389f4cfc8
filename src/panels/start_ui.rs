//! The card before an exercise begins: which exercise, what the lead fills in, how automatic players are inclined; or one that
//! was not finished, or a recording from elsewhere. It must not read files, nor judge what was filled in: the view says what is wrong.

use std::collections::BTreeMap;

use bevy_egui::egui::{
    Align, Align2, Area, Button, ComboBox, Frame, Id, Key, Layout, Modifiers, Order, RichText, ScrollArea,
    TextEdit, Ui, WidgetInfo, WidgetType, vec2,
};

use super::cover_ui::cover_ui;
use super::intent::{Beginning, ExerciseIntent, Intent};
use super::page::{ExerciseView, StartView};
use super::parts::{heading_ui, leave_room_ui, line_ui, main_button_ui, typing_ui};
use super::roles_ui::tempers_ui;
use crate::text::Language;
use crate::view::fields_view::{Entry, FieldRowView};
use crate::view::preflight_view::RehearsalStand;

/// Widest card, points.
const WIDEST: f32 = 840.0;
/// From this width on the exercises stand beside the chosen one, points.
const BESIDE: f32 = 600.0;
/// Width of the list of exercises beside the chosen one, points.
const LIST: f32 = 250.0;
/// Width that a field takes with the button that undoes it, points.
const ENTRY: f32 = 250.0;
/// Width of that button, points.
const UNDO: f32 = 96.0;
/// Height of the picture of an exercise, points.
const PICTURE: f32 = 124.0;
/// Findings of a rehearsal that are shown.
const FINDINGS: usize = 8;
/// What a window keeps free around the card, points.
const AROUND: f32 = 56.0;

/// What is typed on the card.
#[derive(Debug, Default)]
pub struct StartState {
    /// Place of a recording.
    pub place: String,
    /// What is typed in fields, by name: what stood there when it was, and the text.
    pub typed: BTreeMap<String, (String, String)>,
}

/// Draws the card in the middle of the window.
pub fn start_ui(
    ui: &Ui,
    exercise: &ExerciseView,
    view: &StartView,
    state: &mut StartState,
    out: &mut Vec<Intent>,
) {
    let window = ui.ctx().content_rect().size();
    let area = Area::new(Id::new("start")).order(Order::Middle).anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0));
    area.show(ui.ctx(), |ui| {
        Frame::window(ui.style()).inner_margin(16).show(ui, |ui| {
            ui.set_width((window.x - AROUND).min(WIDEST));
            ui.set_max_height(window.y - AROUND);
            card_ui(ui, exercise, view, state, out);
        });
    });
}

/// Draws what is on the card.
pub fn card_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &StartView,
    state: &mut StartState,
    out: &mut Vec<Intent>,
) {
    let height = ui.available_height();
    // Asked before a field can lose the focus by the same key.
    let free = ui.ctx().memory(|memory| memory.focused().is_none());
    if ui.available_width() < BESIDE {
        ScrollArea::vertical().id_salt("start-all").max_height(height).show(ui, |ui| {
            leave_room_ui(ui);
            list_ui(ui, exercise, view, state, out);
            ui.separator();
            chosen_ui(ui, exercise, view, state, out);
            begin_ui(ui, exercise, view, free, out);
        });
        return;
    }
    let wide = ui.available_width() - LIST - 24.0;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(LIST);
            ScrollArea::vertical().id_salt("start-list").max_height(height).show(ui, |ui| {
                list_ui(ui, exercise, view, state, out);
            });
        });
        ui.add_space(8.0);
        ui.vertical(|ui| {
            ui.set_width(wide);
            let room = height - 60.0;
            ScrollArea::vertical().id_salt("start-chosen").max_height(room).auto_shrink([false, true]).show(
                ui,
                |ui| {
                    leave_room_ui(ui);
                    chosen_ui(ui, exercise, view, state, out);
                },
            );
            begin_ui(ui, exercise, view, free, out);
        });
    });
}

/// Exercises, what was not finished, a recording from elsewhere, the language.
fn list_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &StartView,
    state: &mut StartState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    ui.label(RichText::new(word("start-title")).heading());
    for (lesson, key) in [(true, "start-lessons"), (false, "start-exercises")] {
        if view.offered.iter().any(|offer| offer.lesson == lesson) {
            ui.weak(word(key));
        }
        for (number, offer) in view.offered.iter().enumerate().filter(|(_, offer)| offer.lesson == lesson) {
            if ui.selectable_label(number == view.chosen, &offer.title).clicked() {
                state.typed.clear();
                out.push(Intent::Exercise(ExerciseIntent::Choose(number)));
            }
            ui.indent(("offer", number), |ui| ui.weak(RichText::new(&offer.hint).small()));
        }
    }
    let mut begin = |place: String| {
        out.push(Intent::Exercise(ExerciseIntent::Begin(Beginning::Recording(place))));
    };
    if !view.open.is_empty() {
        ui.separator();
        ui.label(RichText::new(word("panel-unfinished")).strong());
        for (place, stopped) in &view.open {
            let name = std::path::Path::new(place).file_stem().unwrap_or_default().to_string_lossy();
            let words = exercise.tongue.say("start-continue", &[("name", name.into_owned().into())]);
            if ui.add(Button::new(words).wrap()).clicked() {
                begin(place.clone());
            }
            ui.weak(stopped);
        }
    }
    if !view.closed.is_empty() {
        ui.separator();
        ui.label(RichText::new(word("start-closed")).strong());
        for place in &view.closed {
            let name = std::path::Path::new(place).file_stem().unwrap_or_default().to_string_lossy();
            if ui.link(name).clicked() {
                begin(place.clone());
            }
        }
    }
    ui.separator();
    line_ui(ui, &word("panel-recording-place"), &mut state.place);
    let typed = !state.place.trim().is_empty();
    if ui.add_enabled(typed, Button::new(word("word-open"))).clicked() {
        out.push(Intent::Exercise(ExerciseIntent::OpenFile(state.place.trim().to_owned())));
    }
    ui.weak(RichText::new(word("start-drop")).small());
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        for (language, key) in
            [(Language::Nl, "settings-language-nl"), (Language::En, "settings-language-en")]
        {
            if ui.radio(exercise.tongue.language == language, word(key)).clicked() {
                out.push(Intent::Exercise(ExerciseIntent::Speak(language)));
            }
        }
    });
}

/// The chosen exercise: what it is, what is filled in, how automatic players are inclined.
fn chosen_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &StartView,
    state: &mut StartState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.horizontal_top(|ui| {
        let picture = PICTURE * view.outline.shape + 12.0;
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - picture);
            ui.label(RichText::new(&view.title).heading());
            ui.label(&view.summary);
        });
        cover_ui(ui, &view.outline, &view.regions, PICTURE);
    });
    rehearsal_ui(ui, view);
    ui.columns(2, |columns| {
        for fact in &view.facts {
            columns[0].weak(fact);
        }
        if !view.objectives.is_empty() {
            columns[1].label(RichText::new(tongue.word("start-objectives")).strong());
        }
        for objective in &view.objectives {
            let bullet = RichText::new(format!("• {objective}")).small();
            columns[1].with_layout(Layout::top_down(Align::Min), |ui| ui.label(bullet));
        }
    });
    if !view.fields.rows.is_empty() {
        heading_ui(ui, tongue.word("start-fields"));
    }
    if ui.available_width() < 2.0 * ENTRY {
        for row in &view.fields.rows {
            field_ui(ui, exercise, (view, row), state, out);
        }
    } else {
        for pair in view.fields.rows.chunks(2) {
            ui.columns(2, |columns| {
                for (column, row) in columns.iter_mut().zip(pair) {
                    column.with_layout(Layout::top_down(Align::Min), |ui| {
                        field_ui(ui, exercise, (view, row), state, out);
                    });
                }
            });
        }
    }
    // Who learns plays alone, and has nothing to decide about others yet.
    if view.offered.get(view.chosen).is_some_and(|offer| offer.lesson) {
        return;
    }
    heading_ui(ui, tongue.word("settings-automatic"));
    ui.weak(tongue.word("temper-means"));
    let mut inclined = view.inclined.clone();
    if tempers_ui(ui, tongue, &exercise.choices.roles, &mut inclined) {
        out.push(Intent::Exercise(ExerciseIntent::Incline(inclined)));
    }
}

/// A field with its help below it, and what is wrong with it beside that.
fn field_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (view, row): (&StartView, &FieldRowView),
    state: &mut StartState,
    out: &mut Vec<Intent>,
) {
    ui.add_space(4.0);
    let label = ui.label(&row.label);
    let mut fill = None;
    let wide = (ui.available_width() - if row.changed { UNDO } else { 0.0 }).min(ENTRY);
    ui.horizontal(|ui| {
        match row.entry {
            Entry::Choice => fill = options_ui(ui, row, wide),
            Entry::Date | Entry::Words => {
                let typed = state.typed.entry(row.name.clone());
                let (seen, text) = typed.or_insert_with(|| (row.value.clone(), row.value.clone()));
                let field = typing_ui(ui, &row.name, TextEdit::singleline(text).desired_width(wide - 8.0))
                    .labelled_by(label.id);
                if field.lost_focus() && (*text != row.value || wrong(view, row).is_some()) {
                    fill = Some(text.clone());
                } else if !field.has_focus() && wrong(view, row).is_none() && seen != &row.value {
                    // Another field decided what stands here.
                    text.clone_from(&row.value);
                    seen.clone_from(&row.value);
                }
            }
        }
        if row.changed && ui.button(exercise.tongue.word("fields-default")).clicked() {
            state.typed.remove(&row.name);
            let default = row.default.clone();
            fill = Some(default);
        }
    });
    if let Some(wrong) = wrong(view, row) {
        ui.label(RichText::new(wrong).color(ui.visuals().error_fg_color));
    }
    ui.weak(RichText::new(&row.help).small());
    if let Some(value) = fill {
        out.push(Intent::Exercise(ExerciseIntent::FillIn(row.name.clone(), value)));
    }
}

fn wrong<'a>(view: &'a StartView, row: &FieldRowView) -> Option<&'a str> {
    view.faults.iter().find(|(name, _)| *name == row.name).map(|(_, words)| words.as_str())
}

fn options_ui(ui: &mut Ui, row: &FieldRowView, wide: f32) -> Option<String> {
    let mut chosen = row.value.clone();
    let combo = ComboBox::from_id_salt(("field", &row.name)).selected_text(&row.shown).width(wide).truncate();
    let response = combo.show_ui(ui, |ui| {
        for (code, name) in &row.options {
            ui.selectable_value(&mut chosen, code.clone(), name);
        }
    });
    let label = row.label.clone();
    response.response.widget_info(move || WidgetInfo::labeled(WidgetType::ComboBox, true, label.clone()));
    (chosen != row.value).then_some(chosen)
}

/// What a rehearsal came to.
fn rehearsal_ui(ui: &mut Ui, view: &StartView) {
    let alarm = ui.visuals().error_fg_color;
    match &view.rehearsal {
        None | Some(RehearsalStand::Working) => {}
        Some(RehearsalStand::Failed(why)) => {
            for line in why.iter().take(FINDINGS) {
                ui.label(RichText::new(line).small().color(alarm));
            }
        }
        Some(RehearsalStand::Done(found)) => {
            ui.label(RichText::new(&found.summary).strong());
            for each in found.findings.iter().take(FINDINGS) {
                let text = RichText::new(format!("{}: {}: {}", each.weight, each.at, each.text)).small();
                ui.label(if each.wrong { text.color(alarm) } else { text });
            }
        }
    }
}

fn begin_ui(ui: &mut Ui, exercise: &ExerciseView, view: &StartView, free: bool, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    ui.add_space(6.0);
    if !view.broken.is_empty() {
        let alarm = ui.visuals().error_fg_color;
        ui.label(RichText::new(tongue.word("start-broken")).strong().color(alarm));
        for fault in view.broken.iter().take(5) {
            ui.label(RichText::new(fault).small());
        }
    }
    ui.horizontal_wrapped(|ui| {
        let fine = view.faults.is_empty();
        // Enter begins, wherever nothing has the focus.
        let enter = fine && free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if main_button_ui(ui, fine, &tongue.word("start-begin")) || enter {
            out.push(Intent::Exercise(ExerciseIntent::Begin(Beginning::New)));
        }
        let rehearses = view.rehearsal == Some(RehearsalStand::Working);
        let rehearse = Button::new(tongue.word("start-rehearse"));
        let rehearse = ui.add_enabled(fine && !rehearses, rehearse);
        if rehearse.on_hover_text(tongue.word("start-rehearse-means")).clicked() {
            out.push(Intent::Exercise(ExerciseIntent::Rehearse));
        }
        if rehearses {
            ui.weak(tongue.word("start-rehearsing"));
        }
        if !view.faults.is_empty() {
            ui.weak(tongue.word("start-faults"));
        }
    });
    ui.weak(RichText::new(tongue.word("start-notice")).small());
}
