//! The bar on top: title, three clocks, stage or round with what comes next, NO PLAY, pace, text size, theme and the marking.
//! It must not keep time itself: every text comes from the view.

use bevy_egui::egui::{
    Align, Button, Color32, ComboBox, FontId, Label, Layout, Response, RichText, TextStyle, Ui, WidgetInfo,
    WidgetType,
};

use super::actions::TEXT_PERCENT;
use super::intent::{ClockIntent, ExerciseIntent, Intent, SeatIntent};
use super::page::ExerciseView;
use super::parts::main_button_ui;
use super::tongue::Tongue;
use crate::session::clock::PACES;
use crate::sim::course::Steer;
use crate::view::shell::{Choice, ShellView, TopView};
use crate::view::style::Theme;

/// What stands in the bar besides texts: buttons, margins, lines between, points.
const BESIDES: f32 = 424.0;
/// What stands between name and moment, points.
const BESIDE_NAME: f32 = 40.0;
/// What a button adds to its text, points.
const BUTTON: f32 = 16.0;
/// Width of the pace when room is scarce, points.
const PACE_SHORT: f32 = 84.0;
/// Width of the four buttons that go through time, points: a room that plays by rounds does without.
const THROUGH_TIME: f32 = 112.0;
/// The word for a real emergency is the same in every language.
const NO_PLAY: &str = "NO PLAY";
/// Size of the moment, points.
const MOMENT: f32 = 17.0;

/// The list of answers, with the number of refusals that were not read yet.
fn bell_ui(ui: &mut Ui, exercise: &ExerciseView, out: &mut Vec<Intent>) {
    let text = if exercise.unread > 0 {
        RichText::new(format!("🔔 {}", exercise.unread)).strong().color(ui.visuals().error_fg_color)
    } else {
        RichText::new("🔔")
    };
    let button = ui.add(Button::new(text).frame(false)).on_hover_text(exercise.tongue.word("answers-title"));
    let name = format!("{} ({})", exercise.tongue.word("answers-title"), exercise.unread);
    button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, name.clone()));
    if button.clicked() {
        out.push(Intent::Exercise(ExerciseIntent::ShowAnswers(!exercise.listing)));
    }
}

/// Draws the bar.
pub fn top_bar_ui(
    ui: &mut Ui,
    (view, exercise): (&ShellView, Option<&ExerciseView>),
    choice: &Choice,
    text_percent: u16,
    out: &mut Vec<Intent>,
) {
    let top = &view.top;
    let width = ui.available_width();
    // First what is said in full gets shorter, then there is a second row.
    let fits = [false, true].into_iter().find(|short| width >= one_row(ui, top, exercise, *short));
    if let Some(short) = fits {
        ui.horizontal(|ui| {
            name_ui(ui, top, exercise);
            times_ui(ui, top, exercise, short);
            stage_ui(ui, top, exercise, short, out);
            steer_ui(ui, view, exercise, short, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                marking_ui(ui, top);
                ui.separator();
                look_ui(ui, (view, exercise), choice, text_percent, out);
            });
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            marking_ui(ui, top);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| name_ui(ui, top, exercise));
        });
    });
    if width < second_row(ui, top, exercise) {
        // Large text: a third row, and what is long wraps.
        ui.horizontal_wrapped(|ui| {
            times_ui(ui, top, exercise, true);
            stage_ui(ui, top, exercise, true, out);
        });
        ui.horizontal(|ui| {
            steer_ui(ui, view, exercise, true, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                look_ui(ui, (view, exercise), choice, text_percent, out);
            });
        });
        return;
    }
    ui.horizontal(|ui| {
        times_ui(ui, top, exercise, true);
        stage_ui(ui, top, exercise, false, out);
        steer_ui(ui, view, exercise, true, out);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            look_ui(ui, (view, exercise), choice, text_percent, out);
        });
    });
}

/// The width from which two rows are enough, points.
fn second_row(ui: &Ui, top: &TopView, exercise: Option<&ExerciseView>) -> f32 {
    let fonts = [TextStyle::Body.resolve(ui.style()), FontId::proportional(MOMENT)];
    let width = |text: &str, font: &FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x
    };
    let first: f32 = [&top.title, &top.marking].into_iter().map(|text| width(text, &fonts[0])).sum();
    let stages =
        [false, true].map(|short| stage_words(top, short).map_or(0.0, |stage| width(stage, &fonts[0])));
    one_row(ui, top, exercise, true) + stages[0] - stages[1] - first - width(&top.scenario_time, &fonts[1])
}

/// The width from which everything stands in one row, points.
fn one_row(ui: &Ui, top: &TopView, exercise: Option<&ExerciseView>, short: bool) -> f32 {
    let body = TextStyle::Body.resolve(ui.style());
    let width = |text: &str, font: &FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x
    };
    let (wall, phase) = (wall_words(top, short), phase_words(top, short));
    let texts: f32 = [&top.title, &top.play_time, wall, phase, &top.marking]
        .into_iter()
        .map(|text| width(text, &body))
        .sum();
    let stage = stage_words(top, short).map_or(0.0, |stage| width(stage, &body));
    let buttons = exercise.map_or(0.0, |exercise| {
        let main = exercise.course.next.first().filter(|_| is_main(exercise));
        let main = main.map_or(0.0, |next| width(&next.label, &body) + BUTTON);
        let no_play = if exercise.course.may_no_play { width(NO_PLAY, &body) + BUTTON } else { 0.0 };
        main + no_play
    });
    let by_rounds = exercise.is_some_and(is_main);
    let pace = match (by_rounds || !top.may_steer, short) {
        (true, true) if by_rounds && top.may_steer => -THROUGH_TIME,
        (true, _) => 0.0,
        (false, true) => PACE_SHORT,
        (false, false) => width(&top.pace, &body).max(150.0),
    };
    texts + stage + buttons + pace + width(&top.scenario_time, &FontId::proportional(MOMENT)) + BESIDES
}

/// The time on the wall, under a shorter name when room is scarce.
fn wall_words(top: &TopView, short: bool) -> &str {
    if short { &top.wall_short } else { &top.wall_time }
}

/// The phase; only its number when room is scarce.
fn phase_words(top: &TopView, short: bool) -> &str {
    let bare = top.phase.split(':').next().unwrap_or_default();
    if short { bare } else { &top.phase }
}

/// The stage, or the round with its countdown.
fn stage_words(top: &TopView, short: bool) -> Option<&str> {
    top.round.as_deref().map(|round| if short { top.round_short.as_str() } else { round })
}

/// STARTEX, and where there are rounds all that comes next, stands in the bar; a clock that runs on has its own buttons.
fn is_main(exercise: &ExerciseView) -> bool {
    exercise.course.by_rounds || is_ready(exercise)
}

/// The exercise still has to begin.
fn is_ready(exercise: &ExerciseView) -> bool {
    exercise.course.next.first().is_some_and(|next| matches!(next.steer, Steer::Start { .. }))
}

/// What a figure of the bar means, once it is pointed at.
fn means_ui(response: Response, exercise: Option<&ExerciseView>, key: &str) {
    if let Some(exercise) = exercise {
        response.on_hover_text(exercise.tongue.word(key));
    }
}

fn name_ui(ui: &mut Ui, top: &TopView, exercise: Option<&ExerciseView>) {
    ui.add_space(2.0);
    let title = RichText::new(&top.title).strong();
    // The moment is read more often than the name.
    let font = FontId::proportional(MOMENT);
    let moment = ui.painter().layout_no_wrap(top.scenario_time.clone(), font, Color32::PLACEHOLDER);
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - moment.size().x - BESIDE_NAME).max(60.0));
        ui.add(Label::new(title).truncate());
    });
    ui.separator();
    let moment = ui.label(RichText::new(&top.scenario_time).strong().size(MOMENT));
    means_ui(moment, exercise, "bar-scenario-time");
    ui.separator();
}

fn times_ui(ui: &mut Ui, top: &TopView, exercise: Option<&ExerciseView>, short: bool) {
    means_ui(ui.label(&top.play_time), exercise, "bar-play-time");
    // An empty label would send what follows back to the begin of a row that wraps.
    if !top.wall_time.is_empty() {
        means_ui(ui.label(wall_words(top, short)), exercise, "bar-wall-time");
    }
    if !top.phase.is_empty() {
        ui.label(phase_words(top, short)).on_hover_text(&top.phase);
    }
}

/// Stage or round with its countdown, what comes next, and the button for a real emergency.
fn stage_ui(ui: &mut Ui, top: &TopView, exercise: Option<&ExerciseView>, short: bool, out: &mut Vec<Intent>) {
    let Some(stage) = stage_words(top, short) else { return };
    ui.separator();
    ui.label(RichText::new(stage).strong()).on_hover_text(top.round.as_deref().unwrap_or_default());
    let Some(exercise) = exercise else { return };
    if let Some(next) = exercise.course.next.first().filter(|_| is_main(exercise))
        && main_button_ui(ui, true, &next.label)
    {
        out.push(Intent::Exercise(ExerciseIntent::Steer(next.steer.clone())));
    }
    if exercise.course.may_no_play {
        let label = RichText::new(NO_PLAY).strong().color(ui.visuals().error_fg_color);
        let button = ui.button(label).on_hover_text(exercise.tongue.word("course-no-play-means"));
        if button.clicked() {
            // At once: the reason can be said later.
            out.push(Intent::Exercise(ExerciseIntent::Steer(Steer::NoPlay { what: String::new() })));
        }
    }
}

fn steer_ui(
    ui: &mut Ui,
    view: &ShellView,
    exercise: Option<&ExerciseView>,
    short: bool,
    out: &mut Vec<Intent>,
) {
    if view.top.may_steer {
        ui.separator();
        let by_rounds = exercise.is_some_and(is_main);
        clock_ui(ui, &view.top, &view.words.clock, by_rounds && short, out);
        if !by_rounds {
            pace_ui(ui, &view.top, exercise, short, out);
        }
    }
}

fn marking_ui(ui: &mut Ui, top: &TopView) {
    ui.add_space(4.0);
    ui.label(RichText::new(&top.marking).strong().color(ui.visuals().error_fg_color));
}

fn clock_ui(ui: &mut Ui, top: &TopView, names: &[String; 6], only_run: bool, out: &mut Vec<Intent>) {
    let (run_glyph, run) = if top.running { ("⏸", ClockIntent::Pause) } else { ("▶", ClockIntent::Run) };
    let buttons = [
        ("⏮", ClockIntent::ToStart, 0),
        ("⏴", ClockIntent::Back, 1),
        (run_glyph, run, if top.running { 3 } else { 2 }),
        ("⏵", ClockIntent::Step, 4),
        ("⏭", ClockIntent::ToEnd, 5),
    ];
    let shown = buttons.into_iter().filter(|(glyph, ..)| !only_run || *glyph == run_glyph);
    for (glyph, wish, name) in shown {
        if ui.button(glyph).on_hover_text(&names[name]).clicked() {
            out.push(Intent::Clock(wish));
        }
    }
}

/// The pace, to choose from where there is an exercise.
fn pace_ui(ui: &mut Ui, top: &TopView, exercise: Option<&ExerciseView>, short: bool, out: &mut Vec<Intent>) {
    let Some(exercise) = exercise else {
        ui.label(&top.pace);
        return;
    };
    let brief = pace_brief(&exercise.tongue, exercise.clock.pace_minutes);
    let combo = ComboBox::from_id_salt("pace");
    let combo = if short {
        combo.selected_text(brief).width(PACE_SHORT - 20.0)
    } else {
        combo.selected_text(&top.pace).width(150.0)
    };
    combo.show_ui(ui, |ui| {
        for pace in PACES {
            let words = pace_words(&exercise.tongue, pace);
            if ui.selectable_label(exercise.clock.pace_minutes == pace, words).clicked() {
                out.push(Intent::Clock(ClockIntent::Pace(pace)));
            }
        }
    });
}

/// The pace where room is scarce: `15 min/s`, `6 u/s`.
fn pace_brief(tongue: &Tongue, minutes: u16) -> String {
    if minutes.is_multiple_of(60) {
        tongue.say("clock-pace-hours", &[("hours", (minutes / 60).into())])
    } else {
        tongue.say("clock-pace-minutes", &[("minutes", minutes.into())])
    }
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

fn look_ui(
    ui: &mut Ui,
    (view, exercise): (&ShellView, Option<&ExerciseView>),
    choice: &Choice,
    text_percent: u16,
    out: &mut Vec<Intent>,
) {
    if let Some(exercise) = exercise {
        bell_ui(ui, exercise, out);
    }
    let (other, glyph) = match choice.theme {
        Theme::Light => (Theme::Dark, "🌙"),
        Theme::Dark | Theme::Contrast => (Theme::Light, "☀"),
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
