//! Settings: language, look, who sits at this screen, automatic players, and the end of the exercise.
//! It must not keep a setting itself.

use bevy_egui::egui::Ui;

use super::intent::{ExerciseIntent, Intent, SeatIntent};
use super::page::ExerciseView;
use super::parts::{choose_ui, heading_ui, line_ui};
use crate::text::Language;
use crate::view::shell::Choice;
use crate::view::style::Theme;
use crate::view::viewer::Viewer;

/// What is typed in the settings.
#[derive(Debug, Default)]
pub struct SettingsState {
    /// The end was asked for: asked once more.
    pub ending: bool,
    /// Text of a bookmark.
    pub bookmark: String,
}

/// Text sizes that can be chosen, percent.
const SIZES: [u16; 6] = [80, 100, 120, 140, 170, 200];

/// Draws the panel.
pub fn settings_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    choice: &Choice,
    text_percent: u16,
    state: &mut SettingsState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let word = |key: &str| tongue.word(key);
    heading_ui(ui, word("settings-language"));
    ui.horizontal_wrapped(|ui| {
        for (language, key) in
            [(Language::Nl, "settings-language-nl"), (Language::En, "settings-language-en")]
        {
            if ui.radio(tongue.language == language, word(key)).clicked() {
                out.push(Intent::Exercise(ExerciseIntent::Speak(language)));
            }
        }
    });
    heading_ui(ui, word("settings-theme"));
    ui.horizontal_wrapped(|ui| {
        for (theme, key) in [(Theme::Light, "settings-theme-light"), (Theme::Dark, "settings-theme-dark")] {
            if ui.radio(choice.theme == theme, word(key)).clicked() {
                out.push(Intent::Seat(SeatIntent::Theme(theme)));
            }
        }
    });
    heading_ui(ui, word("settings-text-size"));
    ui.horizontal_wrapped(|ui| {
        for size in SIZES {
            let text = tongue.say("settings-percent", &[("percent", size.into())]);
            if ui.radio(text_percent == size, text).clicked() {
                out.push(Intent::Seat(SeatIntent::TextScale(size)));
            }
        }
    });
    heading_ui(ui, word("settings-seat"));
    seat_ui(ui, exercise, out);
    ui.weak(word("settings-seat-means"));
    heading_ui(ui, word("settings-automatic"));
    let mut automatic = exercise.automatic;
    let may = exercise.viewer == Viewer::Lead && exercise.live;
    ui.add_enabled_ui(may, |ui| {
        if ui.checkbox(&mut automatic, word("settings-automatic-on")).changed() {
            out.push(Intent::Exercise(ExerciseIntent::Automatic(automatic)));
        }
    });
    ui.weak(word("settings-automatic-means"));
    if exercise.viewer == Viewer::Lead {
        lead_ui(ui, exercise, state, out);
    }
    heading_ui(ui, word("settings-keys"));
    for key in [
        "settings-key-space",
        "settings-key-right",
        "settings-key-left",
        "settings-key-ends",
        "settings-key-tabs",
        "settings-key-operator",
        "settings-key-script",
    ] {
        ui.label(word(key));
    }
}

fn seat_ui(ui: &mut Ui, exercise: &ExerciseView, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    let fixed = [(Viewer::Lead, word("actor-lead")), (Viewer::Public, word("settings-public"))];
    let roles = exercise.choices.roles.iter().map(|(role, name)| (Viewer::Role(*role), name.clone()));
    let mut viewer = exercise.viewer;
    if choose_ui(ui, &word("settings-looks-as"), &mut viewer, fixed.into_iter().chain(roles)) {
        out.push(Intent::Exercise(ExerciseIntent::See(viewer)));
    }
}

fn lead_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut SettingsState, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    heading_ui(ui, word("timeline-bookmarks"));
    line_ui(ui, &word("settings-bookmark"), &mut state.bookmark);
    let ready = exercise.live && !state.bookmark.trim().is_empty();
    if ui.add_enabled(ready, bevy_egui::egui::Button::new(word("word-save"))).clicked() {
        out.push(Intent::Exercise(ExerciseIntent::Bookmark(state.bookmark.trim().to_owned())));
        state.bookmark.clear();
    }
    heading_ui(ui, word("replay-title"));
    if !exercise.recording.is_empty() {
        ui.label(&exercise.recording);
    }
    if !exercise.live {
        return;
    }
    if !state.ending {
        state.ending = ui.button(word("clock-endex")).clicked();
        return;
    }
    ui.label(word("settings-end-sure"));
    ui.horizontal(|ui| {
        if ui.button(word("settings-end-yes")).clicked() {
            out.push(Intent::Exercise(ExerciseIntent::Close));
            state.ending = false;
        }
        if ui.button(word("word-cancel")).clicked() {
            state.ending = false;
        }
    });
}
