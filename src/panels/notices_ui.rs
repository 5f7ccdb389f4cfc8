//! What must not be overlooked, above the map: notices that stay as long as they are true, and answers to wishes that
//! stay until they are taken away. Nothing moves or fades, so that an idle window sleeps.

use bevy_egui::egui::{Align, Color32, Frame, Id, Layout, Modal, RichText, ScrollArea, TextEdit, Ui};

use super::intent::{Beginning, ClockIntent, ExerciseIntent, Intent};
use super::page::{ExerciseView, KeptAnswer, Past};
use super::parts::{ink_on, typing_ui};
use crate::view::lesson_view::LessonStep;
use crate::view::notices_view::{Grade, Notice};

/// Most answers shown at once.
const ANSWERS_MAX: usize = 3;
/// Width of the list of answers, points.
const LIST_WIDTH: f32 = 560.0;

/// What is typed in the notices.
#[derive(Debug, Default)]
pub struct NoticesState {
    /// Where the recording should go on.
    pub place: Option<String>,
    /// A variant was asked for: asked once more.
    pub branching: bool,
    /// Nothing is drawn over the map: a picture of it is taken.
    pub hidden: bool,
    /// Height that the strips take from the upper edge of the map, points.
    pub covered: f32,
}

/// Draws the notices; nothing when there are none.
pub fn notices_ui(ui: &mut Ui, view: &ExerciseView, state: &mut NoticesState, out: &mut Vec<Intent>) {
    let tongue = &view.tongue;
    let alarm = ui.visuals().error_fg_color;
    if let Some(no_play) = &view.clock.stage.no_play {
        // Nobody may overlook this one: as wide as the map, in white on red.
        Frame::new().fill(alarm).inner_margin(8).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(no_play).heading().strong().color(ink_on(alarm)));
        });
    }
    let said = |notice: &&Notice| view.clock.stage.no_play.as_deref() != Some(notice.text.as_str());
    for notice in view.notices.notices.iter().filter(said) {
        let colour = if notice.grade == Grade::Hint { None } else { Some(alarm) };
        strip_ui(ui, colour, |ui| {
            ui.label(RichText::new(&notice.text).strong());
            if let Some(place) = view.save_elsewhere.as_ref().filter(|_| notice.grade == Grade::Stop) {
                let place = state.place.get_or_insert_with(|| place.clone());
                typing_ui(ui, "save elsewhere", TextEdit::singleline(place).desired_width(320.0));
                if ui.button(tongue.word("notice-save-elsewhere")).clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::SaveElsewhere(place.clone())));
                }
            }
        });
    }
    past_ui(ui, view, state, out);
    left_ui(ui, view, out);
    if let Some(step) = &view.lesson {
        step_ui(ui, view, step, out);
    }
    let skipped = view.answers.len().saturating_sub(ANSWERS_MAX);
    for answer in view.answers.iter().skip(skipped) {
        strip_ui(ui, (!answer.done).then_some(alarm), |ui| {
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                if ui.button("×").on_hover_text(tongue.word("word-close")).clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::Dismiss(answer.number)));
                }
                ui.with_layout(Layout::left_to_right(Align::TOP).with_main_wrap(true), |ui| {
                    if !answer.done {
                        ui.label(RichText::new(tongue.word("notice-refused")).strong().color(alarm));
                    }
                    ui.add(bevy_egui::egui::Label::new(&answer.text).wrap());
                });
            });
        });
    }
}

/// The open step of a lesson, with the way on for whom it does not work out.
fn step_ui(ui: &mut Ui, view: &ExerciseView, step: &LessonStep, out: &mut Vec<Intent>) {
    let edge = ui.visuals().selection.bg_fill;
    strip_ui(ui, Some(edge), |ui| {
        ui.vertical(|ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(&step.title).strong());
                if step.skips && ui.small_button(view.tongue.word("lesson-skip")).clicked() {
                    out.push(Intent::Exercise(ExerciseIntent::SkipStep));
                }
            });
            ui.add(bevy_egui::egui::Label::new(&step.text).wrap());
            if !step.hint.is_empty() {
                ui.add(bevy_egui::egui::Label::new(RichText::new(&step.hint).weak()).wrap());
            }
        });
    });
}

/// Draws the list of what was answered of late, newest first, over everything else.
pub fn answers_ui(ui: &Ui, view: &ExerciseView, out: &mut Vec<Intent>) {
    if !view.listing {
        return;
    }
    let tongue = &view.tongue;
    let window = ui.ctx().content_rect().size();
    let modal = Modal::new(Id::new("answers")).frame(Frame::window(ui.style()).inner_margin(14)).show(
        ui.ctx(),
        |ui| {
            ui.set_width(LIST_WIDTH.min(window.x - 60.0));
            ui.label(RichText::new(tongue.word("answers-title")).heading());
            let height = (window.y - 140.0).max(80.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    if view.kept.is_empty() {
                        ui.weak(tongue.word("answers-none"));
                    }
                    for row in view.kept.iter().rev() {
                        answer_ui(ui, view, row);
                    }
                });
            ui.button(tongue.word("word-close")).clicked()
        },
    );
    if modal.inner || modal.should_close() {
        out.push(Intent::Exercise(ExerciseIntent::ShowAnswers(false)));
    }
}

fn answer_ui(ui: &mut Ui, view: &ExerciseView, row: &KeptAnswer) {
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        ui.weak(RichText::new(&row.time).small());
        if !row.done {
            let refused = RichText::new(view.tongue.word("notice-refused")).strong();
            ui.label(refused.color(ui.visuals().error_fg_color));
        }
    });
    ui.add(bevy_egui::egui::Label::new(&row.text).wrap());
}

/// True when there is something to draw.
pub fn has_notices(view: &ExerciseView) -> bool {
    let past = view.past != Past::default() || view.left.is_some();
    past || view.lesson.is_some() || !view.notices.notices.is_empty() || !view.answers.is_empty()
}

/// Who plays a variant knows that, and goes back to what it was made of with a click.
fn left_ui(ui: &mut Ui, view: &ExerciseView, out: &mut Vec<Intent>) {
    let Some((place, name)) = view.left.as_ref().filter(|_| !view.past.back) else { return };
    strip_ui(ui, None, |ui| {
        let words = view.tongue.say("branch-of", &[("file", name.into())]);
        ui.add(bevy_egui::egui::Label::new(words).wrap());
        if ui.button(view.tongue.word("branch-leave")).clicked() {
            let beginning = Beginning::Recording(place.clone());
            out.push(Intent::Exercise(ExerciseIntent::Begin(beginning)));
        }
    });
}

/// Back to the present, or on in a variant: that one leaves the exercise, so it is asked once more.
fn past_ui(ui: &mut Ui, view: &ExerciseView, state: &mut NoticesState, out: &mut Vec<Intent>) {
    let word = |key: &str| view.tongue.word(key);
    if !view.past.branch {
        state.branching = false;
    }
    if view.past == Past::default() {
        return;
    }
    strip_ui(ui, None, |ui| {
        if view.past.back && ui.button(word("replay-live")).clicked() {
            out.push(Intent::Clock(ClockIntent::ToEnd));
        }
        if view.past.branch && !state.branching && ui.button(word("branch-ask")).clicked() {
            state.branching = true;
            return;
        }
        if state.branching {
            ui.add(bevy_egui::egui::Label::new(word("branch-sure")).wrap());
            if ui.button(word("branch-yes")).clicked() {
                out.push(Intent::Exercise(ExerciseIntent::BranchOff));
                state.branching = false;
            }
            if ui.button(word("word-cancel")).clicked() {
                state.branching = false;
            }
        }
    });
}

fn strip_ui(ui: &mut Ui, edge: Option<Color32>, contents: impl FnOnce(&mut Ui)) {
    let mut frame = Frame::group(ui.style()).inner_margin(4);
    if let Some(edge) = edge {
        frame.stroke.color = edge;
    }
    frame.show(ui, |ui| ui.horizontal_wrapped(contents));
}
