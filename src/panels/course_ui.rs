//! The exercise itself: what can be done with it next, NO PLAY, time jump, rounds, comcheck, and the briefing of a role.
//! It must not decide what is possible: the view says so. What was typed stays until it was sent.

use bevy_egui::egui::{Button, Frame, RichText, Ui};

use super::intent::{ClockIntent, ExerciseIntent, Intent};
use super::page::{ExerciseView, ReportStand};
use super::parts::{choose_ui, clocks_ui, heading_ui, line_ui, main_button_ui, moment_ui, number_ui};
use crate::sim::course::{Means, Steer};
use crate::sim::ids::RoleId;
use crate::sim::time::Tick;
use crate::view::briefing_view::BriefingView;
use crate::view::course_view::{CourseView, RoundLine};
use crate::view::viewer::Viewer;

/// What is typed on the page.
#[derive(Debug)]
pub struct CourseState {
    /// What happened, once NO PLAY was asked for.
    pub no_play: Option<String>,
    /// Why: for a release, a jump, and a change of a round.
    pub reason: String,
    /// Where a jump goes.
    pub jump: Tick,
    /// How a role was reached.
    pub means: Means,
    /// The round that is being changed.
    pub change: Option<Change>,
    /// The role whose briefing is asked for.
    pub role: Option<RoleId>,
}

/// A change of a round that is being made.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which.
    pub round: u8,
    /// Where its injects go when it is left out; none to skip them.
    pub into: Option<u8>,
    /// New end of its period.
    pub until: Tick,
    /// New total of its minutes.
    pub minutes: u32,
}

impl Default for CourseState {
    fn default() -> Self {
        Self {
            no_play: None,
            reason: String::new(),
            jump: Tick(0),
            means: Means::InPerson,
            change: None,
            role: None,
        }
    }
}

fn steer(out: &mut Vec<Intent>, steer: Steer) {
    out.push(Intent::Exercise(ExerciseIntent::Steer(steer)));
}

/// Draws the page.
pub fn course_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (view, briefing): (&CourseView, Option<&BriefingView>),
    state: &mut CourseState,
    out: &mut Vec<Intent>,
) {
    let lead = exercise.viewer == Viewer::Lead;
    ui.label(RichText::new(&view.stage.words).heading());
    ui.weak(format!("{}  {}", exercise.clock.play_time, exercise.clock.wall_time));
    ui.horizontal_wrapped(|ui| {
        for (number, next) in view.bar.next.iter().enumerate() {
            let clicked = if number == 0 {
                main_button_ui(ui, true, &next.label)
            } else {
                ui.button(&next.label).clicked()
            };
            if clicked {
                steer(out, next.steer.clone());
            }
        }
    });
    no_play_ui(ui, exercise, view, state, out);
    report_ui(ui, exercise, out);
    if lead {
        jump_ui(ui, exercise, view, state, out);
        rounds_ui(ui, exercise, view, state, out);
    }
    briefing_ui(ui, exercise, briefing, state, out);
    if lead {
        comcheck_ui(ui, exercise, view, state, out);
        done_ui(ui, exercise, view, out);
    }
}

fn no_play_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &CourseView,
    state: &mut CourseState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    if let Some(banner) = &view.stage.no_play {
        ui.label(RichText::new(banner).strong().color(ui.visuals().error_fg_color));
    }
    if view.bar.may_release {
        line_ui(ui, &word("course-release-why"), &mut state.reason);
        let ready = !state.reason.trim().is_empty();
        if ui.add_enabled(ready, Button::new(word("course-release"))).clicked() {
            let reason = std::mem::take(&mut state.reason).trim().to_owned();
            steer(out, Steer::Release { reason });
        }
    }
    if !view.bar.may_no_play {
        state.no_play = None;
        return;
    }
    let Some(what) = &mut state.no_play else {
        if ui.button(word("course-no-play")).clicked() {
            state.no_play = Some(String::new());
        }
        return;
    };
    line_ui(ui, &word("course-no-play-what"), what);
    let what = what.trim().to_owned();
    ui.horizontal(|ui| {
        if main_button_ui(ui, true, &word("course-no-play-now")) {
            steer(out, Steer::NoPlay { what });
        }
        if ui.button(word("word-cancel")).clicked() {
            state.no_play = None;
        }
    });
}

/// The report as a file, at any moment: afterwards it is what people take home.
fn report_ui(ui: &mut Ui, exercise: &ExerciseView, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    if exercise.report == ReportStand::Impossible {
        return;
    }
    heading_ui(ui, word("report-file"));
    let writing = exercise.report == ReportStand::Writing;
    let name = word(if writing { "report-file-writing" } else { "report-file-write" });
    if ui.add_enabled(!writing, Button::new(name)).clicked() {
        out.push(Intent::Exercise(ExerciseIntent::WriteReport));
    }
    ui.weak(word("report-file-means"));
}

fn jump_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &CourseView,
    state: &mut CourseState,
    out: &mut Vec<Intent>,
) {
    let Some((from, last)) = view.jump else { return };
    heading_ui(ui, exercise.tongue.word("course-jump"));
    moment_ui(ui, exercise, &mut state.jump, from);
    line_ui(ui, &exercise.tongue.word("course-why"), &mut state.reason);
    let ready = !state.reason.trim().is_empty() && (from..=last).contains(&state.jump);
    if ui.add_enabled(ready, Button::new(exercise.tongue.word("course-jump-now"))).clicked() {
        let reason = std::mem::take(&mut state.reason).trim().to_owned();
        steer(out, Steer::Jump { to: state.jump, reason });
    }
}

fn rounds_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &CourseView,
    state: &mut CourseState,
    out: &mut Vec<Intent>,
) {
    if view.rounds.is_empty() {
        return;
    }
    heading_ui(ui, exercise.tongue.word("course-rounds"));
    for row in &view.rounds {
        Frame::group(ui.style()).inner_margin(4).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(&row.name).strong());
            ui.label(format!("{} \u{b7} {}", row.state, row.period));
            ui.weak(&row.minutes);
            let open = state.change.as_ref().is_some_and(|change| change.round == row.round);
            if !open && (row.may_drop || row.shorten.is_some()) {
                if ui.button(exercise.tongue.word("course-change")).clicked() {
                    let until = row.shorten.map_or(Tick(0), |(_, last)| last);
                    let minutes = u32::from(row.total);
                    let into = row.takers.first().map(|(round, _)| *round);
                    state.change = Some(Change { round: row.round, into, until, minutes });
                }
            } else if open {
                change_ui(ui, exercise, row, state, out);
            }
        });
    }
}

fn change_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    row: &RoundLine,
    state: &mut CourseState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    let Some(mut change) = state.change.clone() else { return };
    line_ui(ui, &word("course-why"), &mut state.reason);
    let reason = state.reason.trim().to_owned();
    let mut done = false;
    if let Some((from, last)) = row.shorten {
        ui.weak(word("course-until"));
        moment_ui(ui, exercise, &mut change.until, from);
        number_ui(ui, &word("course-minutes"), &mut change.minutes, 1, row.total.into());
        let until = (from..last).contains(&change.until).then_some(change.until);
        let minutes = u16::try_from(change.minutes).ok().filter(|minutes| *minutes < row.total);
        let ready = !reason.is_empty() && (until.is_some() || minutes.is_some());
        if ui.add_enabled(ready, Button::new(word("course-shorten"))).clicked() {
            let reason = reason.clone();
            steer(out, Steer::ShortenRound { round: row.round, until, minutes, reason });
            done = true;
        }
    }
    if row.may_drop {
        let skip = std::iter::once((None, word("course-skip-injects")));
        let takers = row.takers.iter().map(|(round, name)| (Some(*round), name.clone()));
        choose_ui(ui, &word("course-injects-to"), &mut change.into, takers.chain(skip));
        if ui.add_enabled(!reason.is_empty(), Button::new(word("course-drop"))).clicked() {
            steer(out, Steer::DropRound { round: row.round, into: change.into, reason });
            done = true;
        }
    }
    done |= ui.button(word("word-cancel")).clicked();
    if done {
        state.reason.clear();
        state.change = None;
    } else {
        state.change = Some(change);
    }
}

fn comcheck_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &CourseView,
    state: &mut CourseState,
    out: &mut Vec<Intent>,
) {
    if view.comcheck.is_empty() {
        return;
    }
    let reached = view.comcheck.iter().filter(|row| row.reached == Some(true)).count();
    let word = |key: &str| exercise.tongue.word(key);
    heading_ui(ui, format!("{} ({reached}/{})", word("course-comcheck"), view.comcheck.len()));
    choose_ui(ui, &word("course-means"), &mut state.means, view.means.iter().cloned());
    for row in &view.comcheck {
        ui.horizontal_top(|ui| {
            for (glyph, key, reached) in
                [("\u{2714}", "course-reached", true), ("\u{2716}", "course-not-reached", false)]
            {
                let named = format!("{}: {}", word(key), row.name);
                let button = ui.selectable_label(row.reached == Some(reached), glyph).on_hover_text(&named);
                button.widget_info(|| {
                    let kind = bevy_egui::egui::WidgetType::Button;
                    bevy_egui::egui::WidgetInfo::labeled(kind, true, named.clone())
                });
                if button.clicked() {
                    let (role, how) = (row.role, state.means);
                    steer(out, Steer::Comcheck { role, reached, how, remark: String::new() });
                }
            }
            // Beside the two signs, however many lines a name takes.
            ui.vertical(|ui| {
                ui.label(&row.name);
                if !row.found.is_empty() {
                    ui.weak(&row.found);
                }
            });
        });
    }
}

fn briefing_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    briefing: Option<&BriefingView>,
    state: &mut CourseState,
    out: &mut Vec<Intent>,
) {
    heading_ui(ui, exercise.tongue.word("briefing-title"));
    if exercise.viewer == Viewer::Lead {
        let none = std::iter::once((None, exercise.tongue.word("course-no-role")));
        let roles = exercise.choices.roles.iter().map(|(role, name)| (Some(*role), name.clone()));
        if choose_ui(ui, &exercise.tongue.word("course-for-role"), &mut state.role, none.chain(roles)) {
            out.push(Intent::Exercise(ExerciseIntent::Brief(state.role)));
        }
    }
    for section in briefing.into_iter().flat_map(|briefing| &briefing.sections) {
        ui.label(RichText::new(&section.heading).strong());
        for line in &section.lines {
            ui.label(line);
        }
    }
}

fn done_ui(ui: &mut Ui, exercise: &ExerciseView, view: &CourseView, out: &mut Vec<Intent>) {
    heading_ui(ui, exercise.tongue.word("report-course"));
    for row in &view.done {
        ui.horizontal_wrapped(|ui| {
            if ui.link(RichText::new(&row.time).small()).clicked() {
                out.push(Intent::Clock(ClockIntent::Seek(row.at)));
            }
            clocks_ui(ui, &exercise.tongue, &row.played, &row.wall);
            ui.label(&row.text);
        });
    }
}
