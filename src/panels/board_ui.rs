//! The board of a second window, read from the other side of a room: whose picture it is, clocks, round with its countdown,
//! five indicators, the marking; over everything a break or an emergency. Also what stays on the lead's screen when it is hidden.
//!
//! It must not shorten a number or leave its unit out: the view says both.

use bevy_egui::egui::{
    Align, Align2, Color32, CornerRadius, FontId, Frame, Label, Layout, Margin, Panel, Rect, RichText,
    ScrollArea, Sense, Stroke, Ui, Vec2, vec2,
};

use super::tongue::Tongue;
use crate::view::board_view::{BoardView, Indicator};
use crate::view::shell::TopView;
use crate::view::strips::Trend;

/// Window at which the sizes below hold, points.
const DRAWN_FOR: Vec2 = vec2(1280.0, 800.0);
/// Smallest and largest factor on the sizes.
const FACTOR: (f32, f32) = (0.5, 3.0);
/// Share of the window that the board takes; the map has the rest.
const SHARE: f32 = 0.42;
/// Sizes of text, points.
const COUNTDOWN: f32 = 76.0;
const CLOCK: f32 = 38.0;
const FIGURE: f32 = 34.0;
const WORD: f32 = 24.0;
const NAME: f32 = 19.0;
/// Red of an emergency: white reads on it in every theme.
const EMERGENCY: Color32 = Color32::from_rgb(0x9c, 0x23, 0x18);

/// The factor on every size for a window.
fn factor(window: Vec2) -> f32 {
    (window.x / DRAWN_FOR.x).min(window.y / DRAWN_FOR.y).clamp(FACTOR.0, FACTOR.1)
}

/// Draws the board and returns what is left for the map.
pub fn board_ui(ui: &mut Ui, view: &BoardView) -> Rect {
    let window = ui.max_rect();
    let by = factor(window.size());
    Panel::top("board-head").resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.add_space(6.0);
            let title = RichText::new(&view.clock.title).size(NAME * by).strong();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(6.0);
                let marking = RichText::new(&view.clock.marking).size(NAME * by).strong();
                ui.label(marking.color(ui.visuals().error_fg_color));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(title).truncate());
                });
            });
        });
    });
    Panel::right("board").resizable(false).exact_size(window.width() * SHARE).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            clocks_ui(ui, view, by);
            ui.add_space(8.0 * by);
            indicators_ui(ui, view, by);
        });
    });
    let map = ui.available_rect_before_wrap();
    Rect::from_min_max(map.min.round(), map.max.round())
}

fn clocks_ui(ui: &mut Ui, view: &BoardView, by: f32) {
    ui.label(RichText::new(&view.whose).size(WORD * by).strong());
    ui.label(RichText::new(&view.clock.day_time).size(CLOCK * by).strong());
    ui.label(RichText::new(&view.clock.date_time).size(NAME * by));
    let times = [&view.clock.play_time, &view.clock.wall_time, &view.clock.phase];
    for line in times.into_iter().filter(|line| !line.is_empty()) {
        ui.label(RichText::new(line).size(NAME * 0.85 * by).weak());
    }
    if let Some(text) = &view.clock.looking_back {
        ui.label(RichText::new(text).size(NAME * by).strong().color(ui.visuals().error_fg_color));
    }
    ui.add_space(4.0 * by);
    match (&view.round, &view.pause) {
        (_, Some(pause)) => {
            ui.label(RichText::new(pause).size(CLOCK * by).strong());
        }
        (Some(round), None) => {
            let words = format!("{} \u{b7} {}", round.round, round.part);
            ui.label(RichText::new(words).size(WORD * by).strong());
            let left = RichText::new(&round.left).size(COUNTDOWN * by).strong().monospace();
            let colour =
                if round.over { ui.visuals().error_fg_color } else { ui.visuals().strong_text_color() };
            ui.label(left.color(colour));
        }
        (None, None) => {
            ui.label(RichText::new(&view.clock.stage.words).size(WORD * by).strong());
        }
    }
}

fn indicators_ui(ui: &mut Ui, view: &BoardView, by: f32) {
    for row in &view.indicators {
        ui.separator();
        indicator_ui(ui, row, by).on_hover_text(&view.measured);
    }
    if !view.indicators.is_empty() {
        ui.separator();
        ui.label(RichText::new(&view.measured).size(NAME * 0.7 * by).weak());
    }
}

/// Name above; below it the word left, arrow and number right.
fn indicator_ui(ui: &mut Ui, row: &Indicator, by: f32) -> bevy_egui::egui::Response {
    ui.vertical(|ui| {
        ui.add(Label::new(RichText::new(&row.name).size(NAME * by)).wrap());
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(6.0);
                ui.label(RichText::new(&row.value).size(FIGURE * by).strong());
                arrow_ui(ui, row.goes, FIGURE * 0.8 * by);
                ui.label(RichText::new(&row.trend).size(NAME * 0.85 * by));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(RichText::new(&row.word).size(WORD * by).strong()).truncate());
                });
            });
        });
    })
    .response
}

/// An arrow up, level or down; drawn, because not every font has one.
fn arrow_ui(ui: &mut Ui, goes: Trend, size: f32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let along = match goes {
        Trend::Up => vec2(0.0, -1.0),
        Trend::Steady => vec2(1.0, 0.0),
        Trend::Down => vec2(0.0, 1.0),
    };
    let across = vec2(-along.y, along.x);
    let stroke = Stroke::new((size * 0.11).max(1.5), ui.visuals().strong_text_color());
    let half = size * 0.42;
    let tip = rect.center() + along * half;
    let lines = [
        [rect.center() - along * half, tip],
        [tip, tip + (across - along) * half * 0.75],
        [tip, tip - (across + along) * half * 0.75],
    ];
    for line in lines {
        ui.painter().line_segment(line, stroke);
    }
}

/// A real emergency: nobody reads anything else.
pub fn emergency_ui(ui: &Ui, words: &str) {
    let window = ui.max_rect();
    let painter = ui.ctx().layer_painter(bevy_egui::egui::LayerId::new(
        bevy_egui::egui::Order::Foreground,
        bevy_egui::egui::Id::new("emergency"),
    ));
    painter.rect_filled(window, CornerRadius::ZERO, EMERGENCY);
    let font = FontId::proportional(CLOCK * 1.4 * factor(window.size()));
    let text = painter.layout(words.to_owned(), font, Color32::WHITE, window.width() * 0.8);
    let corner = Align2::CENTER_CENTER.anchor_size(window.center(), text.size()).min;
    painter.galley(corner, text, Color32::WHITE);
}

/// What stays on the lead's screen while it is hidden: OEFENING, the exercise, its clock and the way back; an emergency too.
pub fn blank_ui(ui: &mut Ui, tongue: &Tongue, top: &TopView, no_play: Option<&str>) {
    let by = factor(ui.max_rect().size());
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::same(24));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.25);
            ui.label(
                RichText::new(&top.marking).size(CLOCK * by).strong().color(ui.visuals().error_fg_color),
            );
            ui.add_space(12.0 * by);
            ui.label(RichText::new(&top.title).size(CLOCK * by).strong());
            ui.add_space(12.0 * by);
            ui.label(RichText::new(&top.scenario_time).size(CLOCK * by));
            ui.add_space(24.0 * by);
            ui.label(RichText::new(tongue.word("blank-back")).size(WORD * by));
        });
    });
    if let Some(words) = no_play {
        emergency_ui(ui, words);
    }
}
