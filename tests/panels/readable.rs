//! Large text, high contrast, calm picture, and answers that can be read again.

use super::{Play, SEAT, used};
use bevy_egui::egui::{self, accesskit::Role};
use doorvoerland::{
    app::{driver::Driver as _, theme},
    panels::{
        frame::{PanelStates, frame_ui},
        intent::{ClockIntent, ExerciseIntent, Intent, SeatIntent},
        page::Tab,
        settings_ui::{SettingsState, settings_ui},
    },
    sim::{
        command::{Actor, Command},
        ids::InjectId,
    },
    text::Language,
    view::{shell::Choice, style::Theme, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::time::Duration;

/// A window of 1280 by 800 at a text size, in points of that size.
fn window(percent: u16) -> egui::Vec2 {
    egui::vec2(1280.0, 800.0) * 100.0 / f32::from(percent)
}

#[test]
fn at_every_text_size_the_map_keeps_a_part_and_nothing_leaves_the_window() {
    let mut play = Play::new();
    for language in [Language::Nl, Language::En] {
        play.ask(ExerciseIntent::Speak(language));
        for percent in [80, 100, 120, 140, 170, 200] {
            for tab in Tab::ALL {
                let shell = play.exercise.shell(SEAT, &Choice::default());
                let view = play.view(tab);
                let size = window(percent);
                let mut states = PanelStates { text_percent: percent, ..PanelStates::default() };
                states.dock.open = tab;
                let mut harness = Harness::builder().with_size(size).build_ui_state(
                    move |ui, (states, map): &mut (PanelStates, egui::Rect)| {
                        theme::apply(ui.ctx(), Theme::Light, 100, true);
                        *map = frame_ui(ui, &shell, Some(&view), &Choice::default(), states, &mut Vec::new());
                    },
                    (states, egui::Rect::NOTHING),
                );
                harness.run();
                let map = harness.state().1;
                let said = format!("{tab:?} at {percent} % in {language:?}: {map:?}");
                assert!(map.width() >= size.x * 0.3 && map.height() >= size.y * 0.25, "{said}");
                assert!(map.right() < size.x && map.bottom() < size.y, "{said}");
            }
        }
    }
}

#[test]
fn at_two_hundred_percent_the_bar_has_everything_inside_the_window_and_nothing_overlaps() {
    let mut play = Play::new();
    for (language, viewer) in [(Language::Nl, Viewer::Lead), (Language::En, Viewer::Lead)] {
        play.ask(ExerciseIntent::Speak(language));
        play.ask(ExerciseIntent::See(viewer));
        let (shell, view) = (play.exercise.shell(SEAT, &Choice::default()), play.view(Tab::Inspector));
        let (marking, size) = (shell.top.marking.clone(), window(200));
        let time = shell.top.scenario_time.clone();
        let played = shell.top.play_time.clone();
        let phase = shell.top.phase.split(':').next().unwrap_or_default().to_owned();
        let states = PanelStates { text_percent: 200, ..PanelStates::default() };
        let mut harness = Harness::builder().with_size(size).build_ui_state(
            move |ui, states: &mut PanelStates| {
                theme::apply(ui.ctx(), Theme::Light, 100, true);
                frame_ui(ui, &shell, Some(&view), &Choice::default(), states, &mut Vec::new());
            },
            states,
        );
        harness.run();
        let mut rects: Vec<(String, egui::Rect)> = Vec::new();
        rects.push((
            "the pace".to_owned(),
            harness.get_all_by_role(Role::ComboBox).next().expect("there is one").rect(),
        ));
        for label in [
            marking.as_str(),
            time.as_str(),
            played.as_str(),
            phase.as_str(),
            "NO PLAY",
            "⏮",
            "⏭",
            "A+",
            "A−",
        ] {
            let rect = harness.get_by_label(label).rect();
            assert!(rect.left() >= 0.0 && rect.right() <= size.x, "{label} in {language:?}: {rect:?}");
            for (other, at) in &rects {
                assert!(
                    !at.shrink(1.0).intersects(rect.shrink(1.0)),
                    "{label} over {other}: {rect:?} {at:?}"
                );
            }
            rects.push((label.to_owned(), rect));
        }
    }
}

#[test]
fn three_themes_and_a_calm_picture_can_be_chosen() {
    let mut play = Play::new();
    let view = play.view(Tab::Settings);
    let draw = move |ui: &mut egui::Ui, state: &mut SettingsState, out: &mut Vec<Intent>| {
        settings_ui(ui, &view, &Choice::default(), 100, state, out);
    };
    let (_, out) = used(SettingsState::default(), draw, |user| {
        user.get_by_label("Hoog contrast").click();
        user.run();
        user.get_by_label("Rustig beeld").click();
    });
    assert_eq!(
        out,
        [Intent::Seat(SeatIntent::Theme(Theme::Contrast)), Intent::Seat(SeatIntent::Still(true))]
    );
}

#[test]
fn in_a_calm_picture_nothing_moves_between_two_quarters() {
    let mut play = Play::new();
    play.give(vec![Intent::Clock(ClockIntent::Pace(15)), Intent::Clock(ClockIntent::Run)]);
    let _ = play.exercise.advance(Duration::from_millis(300));
    let (gliding, still) = (Choice::default(), Choice { still: true, ..Choice::default() });
    assert!(play.exercise.moving(SEAT, &gliding).is_some());
    assert!(play.exercise.moving(SEAT, &still).is_none());
    let before = play.exercise.scene(SEAT, &still);
    let _ = play.exercise.advance(Duration::from_millis(300));
    assert_eq!(play.exercise.scene(SEAT, &still).moving, before.moving);
}

#[test]
fn answers_are_kept_with_their_time_after_they_were_taken_away() {
    let mut play = Play::new();
    let command = Command::FireInject { inject: InjectId(0) };
    for _ in 0..2 {
        play.ask(ExerciseIntent::Decide { command: command.clone(), actor: Actor::Lead, at: None });
    }
    let view = play.view(Tab::Inspector);
    assert_eq!(view.unread, 1, "the second one was refused");
    for answer in view.answers {
        play.ask(ExerciseIntent::Dismiss(answer.number));
    }
    let view = play.view(Tab::Inspector);
    let refused = view.kept.iter().find(|row| !row.done).expect("it can be read again").clone();
    assert!(view.answers.is_empty() && refused.time.contains(':'), "{refused:?}");
    play.ask(ExerciseIntent::ShowAnswers(true));
    let (shell, view) = (play.exercise.shell(SEAT, &Choice::default()), play.view(Tab::Inspector));
    assert_eq!(view.unread, 0, "read");
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        frame_ui(ui, &shell, Some(&view), &Choice::default(), states, out);
    };
    let states = PanelStates { text_percent: 100, ..PanelStates::default() };
    let (_, out) = used(states, draw, |user| {
        user.get_by_label(&refused.text);
        user.get_by_label("Sluiten").click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::ShowAnswers(false))]);
}
