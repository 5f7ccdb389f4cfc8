//! What one does with the map beside looking: measure, follow a transport, take a picture, put an earlier moment or another
//! recording beside it, see the last hours in short. Buttons in its corner, notes under the marking, lines while measuring.
//!
//! Nothing here moves by itself. It must not know how the map is drawn; distances are in `view::measure`.

use bevy_egui::egui::containers::menu::{MenuButton, MenuConfig};
use bevy_egui::egui::{
    Align, Button, Color32, FontId, Id, Key, Layout, Modifiers, PopupCloseBehavior, Pos2, Rect, Response,
    RichText, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::intent::{CompareWith, ExerciseIntent, Intent, LapseIntent, SeatIntent};
use super::map_cover::colour32;
use super::page::ExerciseView;
use super::parts::moment_ui;
use crate::sim::time::{TICKS_PER_DAY, Tick};
use crate::view::measure::{length_words, lengths};
use crate::view::scene::Ink;
use crate::view::shell::ShellView;
use crate::view::viewport::Viewport;

/// Distance of everything from the edge of the map, points.
const EDGE: f32 = 10.0;
/// Height of the row of buttons, points.
const ROW: f32 = 24.0;
/// Room under the marking, points.
const MARKING: f32 = 26.0;
/// Hours that a time-lapse of a day and of a week shows.
const LAPSE_HOURS: [(u32, &str); 2] = [(24, "map-lapse-day"), (168, "map-lapse-week")];

/// What is done with the map of a window.
#[derive(Debug, Default)]
pub struct MapTools {
    /// Clicks are points of a line that is measured.
    pub measuring: bool,
    /// The line, RD New metres.
    pub points: Vec<[i32; 2]>,
    /// The moment that was typed to compare with.
    pub moment: Tick,
}

impl MapTools {
    /// A click at a place of the map while measuring.
    pub fn add_point(&mut self, at: [f64; 2]) {
        self.points.push(at.map(|metres| metres.round() as i32));
    }

    /// Begins to measure, or stops.
    pub fn measure(&mut self, on: bool) {
        self.measuring = on;
        self.points.clear();
    }
}

/// What can be compared and played back, and what is; for the tools of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapToolsView {
    /// True when this seat may look back: it has the clock.
    pub may_look: bool,
    /// Earlier moments with their names.
    pub moments: Vec<(Tick, String)>,
    /// Recordings beside this one: place and name. Filled once it was asked for.
    pub recordings: Vec<(String, String)>,
    /// Something stands beside the map.
    pub comparing: bool,
    /// The moment that a time-lapse has come to, in words.
    pub lapse: Option<String>,
    /// A round is being played, so that its beginning is a moment.
    pub has_round: bool,
}

/// Draws the tools over the map; returns the boxes they take, left, top, right, bottom. `floor` is where the lowest of them
/// ends.
pub fn map_tools_ui(
    ui: &mut Ui,
    (shell, exercise): (&ShellView, &ExerciseView),
    tools: &mut MapTools,
    (map, floor): (Rect, f32),
    out: &mut Vec<Intent>,
) -> Vec<[f32; 4]> {
    if exercise.start.is_some() {
        return Vec::new();
    }
    keys_ui(ui, exercise, shell, tools, out);
    let notes =
        Rect::from_min_max(map.left_top() + vec2(EDGE, EDGE + MARKING), map.right_bottom() - vec2(EDGE, 0.0));
    let mut column = ui.new_child(
        UiBuilder::new().id(Id::new("map-notes")).max_rect(notes).layout(Layout::top_down(Align::Max)),
    );
    notes_ui(&mut column, exercise, shell, tools, out);
    let row = Rect::from_min_max(
        pos2(map.left() + EDGE, floor - EDGE - ROW),
        pos2(map.right() - EDGE, floor - EDGE),
    );
    let mut bar = ui.new_child(
        UiBuilder::new().id(Id::new("map-bar")).max_rect(row).layout(Layout::right_to_left(Align::Center)),
    );
    bar_ui(&mut bar, exercise, tools, out);
    [column.min_rect(), bar.min_rect()]
        .map(|rect| [rect.left(), rect.top(), rect.right(), rect.bottom()])
        .into()
}

/// Escape ends what was begun last.
fn keys_ui(ui: &Ui, exercise: &ExerciseView, shell: &ShellView, tools: &mut MapTools, out: &mut Vec<Intent>) {
    if ui.ctx().egui_wants_keyboard_input() {
        return;
    }
    let under_way = exercise.map_tools.lapse.is_some()
        || tools.measuring
        || exercise.map_tools.comparing
        || shell.followed.is_some();
    if !under_way || !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return;
    }
    if exercise.map_tools.lapse.is_some() {
        out.push(Intent::Exercise(ExerciseIntent::Lapse(LapseIntent::Stop)));
    } else if tools.measuring && !tools.points.is_empty() {
        tools.points.clear();
    } else if tools.measuring {
        tools.measure(false);
    } else if shell.followed.is_some() {
        out.push(Intent::Seat(SeatIntent::Follow(None)));
    } else {
        out.push(Intent::Exercise(ExerciseIntent::Compare(None)));
    }
}

/// What is going on, each with a click that ends it.
fn notes_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    shell: &ShellView,
    tools: &mut MapTools,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    if let Some(time) = &exercise.map_tools.lapse {
        let text = tongue.say("map-lapse-at", &[("time", time.as_str().into())]);
        if note_ui(ui, &text).clicked() {
            out.push(Intent::Exercise(ExerciseIntent::Lapse(LapseIntent::Stop)));
        }
    }
    if let Some(name) = &shell.followed {
        let text = tongue.say("map-follows", &[("name", name.as_str().into())]);
        if note_ui(ui, &text).clicked() {
            out.push(Intent::Seat(SeatIntent::Follow(None)));
        }
    }
    if tools.measuring {
        let text = match lengths(&tools.points).last().filter(|_| tools.points.len() > 1) {
            Some(length) => {
                let length = length_words(tongue.language, *length);
                tongue.say("map-measured", &[("length", length.into())])
            }
            None => tongue.word("map-measure-how"),
        };
        if note_ui(ui, &text).clicked() {
            tools.measure(false);
        }
    }
}

fn note_ui(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(RichText::new(format!("{text}  ×")).strong()))
}

fn bar_ui(ui: &mut Ui, exercise: &ExerciseView, tools: &mut MapTools, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    let view = &exercise.map_tools;
    if view.may_look {
        let stays = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        if view.comparing {
            if ui.button(word("map-compare-end")).clicked() {
                out.push(Intent::Exercise(ExerciseIntent::Compare(None)));
            }
        } else {
            let button = MenuButton::new(word("map-compare")).config(stays);
            let (response, _) = button.ui(ui, |ui| compare_ui(ui, exercise, tools, out));
            if response.clicked() {
                tools.moment = exercise.now;
                out.push(Intent::Exercise(ExerciseIntent::ListRecordings));
            }
        }
        ui.menu_button(word("map-lapse"), |ui| {
            let mut offer = |ui: &mut Ui, key: &str, lapse| {
                if ui.button(word(key)).clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::Lapse(lapse)));
                }
            };
            if view.has_round {
                offer(ui, "map-lapse-round", LapseIntent::Round);
            }
            for (hours, key) in LAPSE_HOURS {
                offer(ui, key, LapseIntent::Hours(hours));
            }
        });
    }
    let picture = ui.button(word("map-picture")).on_hover_text("Ctrl+Shift+S");
    if picture.clicked() {
        out.push(Intent::Seat(SeatIntent::Picture));
    }
    let measure = ui.add(Button::new(word("map-measure")).selected(tools.measuring)).on_hover_text("M");
    if measure.clicked() {
        tools.measure(!tools.measuring);
    }
}

/// What to put on the left: an earlier moment, a typed one, or another recording.
fn compare_ui(ui: &mut Ui, exercise: &ExerciseView, tools: &mut MapTools, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    let mut chosen = None;
    ui.set_max_width(320.0);
    ui.weak(word("map-compare-moment"));
    let day = Tick(exercise.now.0.saturating_sub(TICKS_PER_DAY));
    if exercise.now.0 >= TICKS_PER_DAY && ui.button(word("map-compare-day")).clicked() {
        chosen = Some(CompareWith::Moment(day));
    }
    for (tick, name) in &exercise.map_tools.moments {
        if ui.add(Button::new(name).wrap()).clicked() {
            chosen = Some(CompareWith::Moment(*tick));
        }
    }
    moment_ui(ui, exercise, &mut tools.moment, Tick(0));
    if ui.button(word("map-compare-typed")).clicked() {
        chosen = Some(CompareWith::Moment(tools.moment));
    }
    if !exercise.map_tools.recordings.is_empty() {
        ui.separator();
        ui.weak(word("map-compare-recording"));
        for (place, name) in &exercise.map_tools.recordings {
            if ui.add(Button::new(name).wrap()).clicked() {
                chosen = Some(CompareWith::Recording(place.clone()));
            }
        }
    }
    if let Some(with) = chosen {
        out.push(Intent::Exercise(ExerciseIntent::Compare(Some(with))));
        ui.close();
    }
}

/// The line that is measured, with the length so far at each point.
pub fn measured_ui(ui: &Ui, exercise: &ExerciseView, tools: &MapTools, view: &Viewport, ink: Ink) {
    let [left, top, right, bottom] = view.rect;
    let painter = ui.painter().with_clip_rect(Rect::from_min_max(pos2(left, top), pos2(right, bottom)));
    let (text, halo) = (colour32(ink.text), colour32(ink.halo));
    let places: Vec<Pos2> = tools.points.iter().map(|point| view.to_screen(*point).into()).collect();
    for pair in places.windows(2) {
        painter.line_segment([pair[0], pair[1]], Stroke::new(4.5, halo));
        painter.line_segment([pair[0], pair[1]], Stroke::new(2.0, text));
    }
    for (place, length) in places.iter().zip(lengths(&tools.points)) {
        painter.circle(*place, 4.0, text, Stroke::new(1.5, halo));
        if length > 0.0 {
            let words = length_words(exercise.tongue.language, length);
            let galley = painter.layout_no_wrap(words, FontId::proportional(12.0), text);
            let rect = Rect::from_min_size(*place + vec2(8.0, -18.0), galley.size()).expand2(vec2(3.0, 1.0));
            painter.rect_filled(rect, 2.0, halo);
            painter.galley(rect.min + vec2(3.0, 1.0), galley, Color32::PLACEHOLDER);
        }
    }
}

/// The words over a picture or over a half of the map: what it is and which moment. `anchor` is the middle of its upper edge.
pub fn caption_ui(ui: &Ui, ink: Ink, text: &str, (anchor, room): (Pos2, f32)) -> [f32; 4] {
    let painter = ui.painter();
    let galley = painter.layout(text.to_owned(), FontId::proportional(13.5), colour32(ink.text), room);
    let size = galley.size();
    let rect = Rect::from_min_size(anchor - vec2(size.x / 2.0, 0.0), size).expand2(vec2(6.0, 3.0));
    painter.rect_filled(rect, 2.0, colour32(ink.halo).to_opaque());
    painter.galley(rect.min + vec2(6.0, 3.0), galley, Color32::PLACEHOLDER);
    [rect.left(), rect.top(), rect.right(), rect.bottom()]
}
