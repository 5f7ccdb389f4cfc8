//! The bar on top: title, three clocks, round, pace, text size, theme and the marking.
//! It must not keep time itself: every text comes from the view.

use bevy_egui::egui::{Align, Button, Color32, ComboBox, FontId, Layout, RichText, TextStyle, Ui};

use super::intent::{ClockIntent, Intent, SeatIntent};
use super::page::ExerciseView;
use super::tongue::Tongue;
use crate::session::clock::PACES;
use crate::view::shell::{Choice, ShellView, TopView};
use crate::view::style::Theme;

/// What stands in the bar besides texts: buttons, margins, lines between, points.
const BESIDES: f32 = 376.0;
/// Size of the moment, points.
const MOMENT: f32 = 17.0;
/// Smallest and largest text size in percent, and the step between.
const TEXT_PERCENT: (u16, u16, u16) = (80, 200, 10);

/// Draws the bar.
pub fn top_bar_ui(
    ui: &mut Ui,
    (view, exercise): (&ShellView, Option<&ExerciseView>),
    choice: &Choice,
    text_percent: u16,
    out: &mut Vec<Intent>,
) {
    let top = &view.top;
    if ui.available_width() >= one_row(ui, top) {
        ui.horizontal(|ui| {
            name_ui(ui, top);
            times_ui(ui, top);
            steer_ui(ui, view, exercise, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                marking_ui(ui, top);
                ui.separator();
                look_ui(ui, view, choice, text_percent, out);
            });
        });
        return;
    }
    ui.horizontal(|ui| {
        name_ui(ui, top);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| marking_ui(ui, top));
    });
    ui.horizontal(|ui| {
        times_ui(ui, top);
        steer_ui(ui, view, exercise, out);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            look_ui(ui, view, choice, text_percent, out);
        });
    });
}

/// The width from which everything stands in one row, points.
fn one_row(ui: &Ui, top: &TopView) -> f32 {
    let body = TextStyle::Body.resolve(ui.style());
    let width = |text: &str, font: &FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x
    };
    let round = top.round.as_deref().unwrap_or_default();
    let texts = [&top.title, &top.play_time, &top.wall_time, &top.phase, &top.pace, &top.marking];
    let texts: f32 = texts.into_iter().map(|text| width(text, &body)).sum();
    texts + width(round, &body) + width(&top.scenario_time, &FontId::proportional(MOMENT)) + BESIDES
}

fn name_ui(ui: &mut Ui, top: &TopView) {
    ui.add_space(2.0);
    ui.label(RichText::new(&top.title).strong());
    ui.separator();
    ui.label(RichText::new(&top.scenario_time).strong().size(MOMENT));
    ui.separator();
}

fn times_ui(ui: &mut Ui, top: &TopView) {
    ui.label(&top.play_time);
    ui.label(&top.wall_time);
    if !top.phase.is_empty() {
        ui.label(&top.phase);
    }
    if let Some(round) = &top.round {
        ui.separator();
        ui.label(RichText::new(round).strong());
    }
}

fn steer_ui(ui: &mut Ui, view: &ShellView, exercise: Option<&ExerciseView>, out: &mut Vec<Intent>) {
    if view.top.may_steer {
        ui.separator();
        clock_ui(ui, &view.top, &view.words.clock, out);
        pace_ui(ui, &view.top, exercise, out);
    }
}

fn marking_ui(ui: &mut Ui, top: &TopView) {
    ui.add_space(4.0);
    ui.label(RichText::new(&top.marking).strong().color(ui.visuals().error_fg_color));
}

fn clock_ui(ui: &mut Ui, top: &TopView, names: &[String; 6], out: &mut Vec<Intent>) {
    let (run_glyph, run) = if top.running { ("⏸", ClockIntent::Pause) } else { ("▶", ClockIntent::Run) };
    let buttons = [
        ("⏮", ClockIntent::ToStart, 0),
        ("⏴", ClockIntent::Back, 1),
        (run_glyph, run, if top.running { 3 } else { 2 }),
        ("⏵", ClockIntent::Step, 4),
        ("⏭", ClockIntent::ToEnd, 5),
    ];
    for (glyph, wish, name) in buttons {
        if ui.button(glyph).on_hover_text(&names[name]).clicked() {
            out.push(Intent::Clock(wish));
        }
    }
}

/// The pace, to choose from where there is an exercise.
fn pace_ui(ui: &mut Ui, top: &TopView, exercise: Option<&ExerciseView>, out: &mut Vec<Intent>) {
    let Some(exercise) = exercise else {
        ui.label(&top.pace);
        return;
    };
    let combo = ComboBox::from_id_salt("pace").selected_text(&top.pace).width(150.0);
    combo.show_ui(ui, |ui| {
        for pace in PACES {
            let words = pace_words(&exercise.tongue, pace);
            if ui.selectable_label(exercise.clock.pace_minutes == pace, words).clicked() {
                out.push(Intent::Clock(ClockIntent::Pace(pace)));
            }
        }
    });
}

fn pace_words(tongue: &Tongue, minutes: u16) -> String {
    match minutes {
        15 => tongue.word("clock-speed-quarter"),
        60 => tongue.word("clock-speed-hour"),
        1440 => tongue.word("clock-speed-day"),
        360 => tongue.say("clock-speed-hours", &[("hours", 6_u16.into())]),
        minutes => tongue.say("clock-speed-minutes", &[("minutes", minutes.into())]),
    }
}

fn look_ui(ui: &mut Ui, view: &ShellView, choice: &Choice, text_percent: u16, out: &mut Vec<Intent>) {
    let (other, glyph) = match choice.theme {
        Theme::Light => (Theme::Dark, "🌙"),
        Theme::Dark => (Theme::Light, "☀"),
    };
    if ui.add(Button::new(glyph).frame(false)).on_hover_text(&view.words.theme).clicked() {
        out.push(Intent::Seat(SeatIntent::Theme(other)));
    }
    let (low, high, step) = TEXT_PERCENT;
    for (text, to) in [("A+", text_percent + step), ("A−", text_percent.saturating_sub(step))] {
        let allowed = (low..=high).contains(&to);
        let button = ui.add_enabled(allowed, Button::new(text).frame(false));
        if button.on_hover_text(&view.words.text_size).clicked() {
            out.push(Intent::Seat(SeatIntent::TextScale(to)));
        }
    }
}
