//! Palette and keys: everything is found by its name, does what it says, and a key stands in one list.

use super::{Play, SEAT, used};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        actions::{Action, Does, Kind, all, keyed},
        frame::{PanelStates, frame_ui},
        intent::{ClockIntent, ExerciseIntent, Intent, SeatIntent},
        page::{ExerciseView, Tab},
        palette_ui::ranked,
    },
    text::Language,
    view::{shell::Choice, shell::ShellView, style::Theme, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::collections::BTreeSet;

fn states() -> PanelStates {
    PanelStates { text_percent: 100, ..PanelStates::default() }
}

/// The views of a window with its palette open.
fn open(play: &mut Play) -> (ShellView, ExerciseView) {
    play.ask(ExerciseIntent::Palette(true));
    (play.exercise.shell(SEAT, &Choice::default()), play.view(Tab::Inspector))
}

fn list(play: &mut Play) -> Vec<Action> {
    let (shell, view) = open(play);
    all((&shell, &view), &Choice::default(), &states())
}

#[test]
fn everything_is_listed_once_and_named() {
    let mut play = Play::new();
    let actions = list(&mut play);
    let ids: BTreeSet<&str> = actions.iter().map(|action| action.id.as_str()).collect();
    assert_eq!(ids.len(), actions.len(), "two actions with one name");
    assert!(actions.iter().all(|action| !action.name.is_empty() && !action.name.starts_with('[')));
    for kind in [
        Kind::Clock,
        Kind::Page,
        Kind::Screen,
        Kind::Map,
        Kind::Place,
        Kind::Inject,
        Kind::Measure,
        Kind::Setting,
    ] {
        assert!(actions.iter().any(|action| action.kind == kind), "{kind:?}");
    }
    let pages =
        actions.iter().filter(|action| matches!(action.does, Does::Open(_)) && action.keys.is_empty());
    assert_eq!(pages.count(), Tab::ALL.len(), "every page");
}

#[test]
fn no_key_does_two_things() {
    let mut play = Play::new();
    let view = play.view(Tab::Inspector);
    let mut seen = Vec::new();
    for action in keyed(&view, &states()) {
        for press in action.keys {
            assert!(!seen.contains(&press), "{}: {press:?} does something already", action.id);
            seen.push(press);
        }
    }
    assert!(seen.len() >= 18);
}

#[test]
fn a_role_finds_no_inject_no_page_of_the_lead_and_no_second_window() {
    let mut play = Play::new();
    let role = play.exercise.session().country().roles.ids().next().expect("a role");
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let actions = list(&mut play);
    assert!(!actions.iter().any(|action| action.kind == Kind::Inject));
    assert!(!actions.iter().any(|action| action.does == Does::Open(Tab::Injects)));
    let possible = |id: &str| actions.iter().any(|action| action.id == id && action.possible);
    assert!(!possible("second") && !possible("clock-run") && !possible("operator"));
    let lead = {
        play.ask(ExerciseIntent::See(Viewer::Lead));
        list(&mut play)
    };
    let measures = |list: &[Action]| list.iter().filter(|action| action.kind == Kind::Measure).count();
    assert!(measures(&actions) < measures(&lead), "its own only");
}

#[test]
fn words_find_what_they_begin_in_both_languages() {
    let mut play = Play::new();
    let first = |play: &mut Play, typed: &str| {
        let actions = ranked(list(play), typed, &[]);
        actions.first().map(|action| action.name.clone()).unwrap_or_default()
    };
    assert_eq!(first(&mut play, "bericht"), "Berichten");
    assert_eq!(first(&mut play, "verdeel"), "Verdeelbord");
    assert_eq!(first(&mut play, "zeeland"), "Zeeland");
    assert!(first(&mut play, "hoog contrast").contains("Hoog contrast"));
    assert!(first(&mut play, "i-01").starts_with("I-01"));
    play.ask(ExerciseIntent::Speak(Language::En));
    assert_eq!(first(&mut play, "allocation"), "Allocation board");
}

#[test]
fn what_was_used_last_comes_first_when_nothing_is_typed() {
    let mut play = Play::new();
    let recent = ["tab-score".to_owned(), "still".to_owned()];
    let actions = ranked(list(&mut play), "", &recent);
    let ids: Vec<&str> = actions.iter().take(2).map(|action| action.id.as_str()).collect();
    assert_eq!(ids, ["tab-score", "still"]);
}

fn typed_and_done(play: &mut Play, text: &str) -> (PanelStates, Vec<Intent>) {
    let (shell, view) = open(play);
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        frame_ui(ui, &shell, Some(&view), &Choice::default(), states, out);
    };
    used(states(), draw, |user| {
        user.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
        user.run();
        assert!(user.state().0.palette.open);
        user.event(egui::Event::Text(text.to_owned()));
        user.run();
        assert_eq!(user.state().0.palette.typed, text, "the field has the focus");
        user.key_press(egui::Key::Enter);
        user.run();
        assert!(!user.state().0.palette.open, "done and closed");
    })
}

#[test]
fn enter_does_what_was_found() {
    let mut play = Play::new();
    let (states, out) = typed_and_done(&mut play, "gevolgen");
    assert_eq!(states.dock.open, Tab::Score);
    assert_eq!(states.palette.recent, ["tab-score"]);
    let [Intent::Exercise(ExerciseIntent::Palette(true)), Intent::Exercise(ExerciseIntent::Palette(false))] =
        out.as_slice()
    else {
        panic!("asked for names and stopped asking, not {out:?}")
    };
    let (_, out) = typed_and_done(&mut play, "hoog contrast");
    assert!(out.contains(&Intent::Seat(SeatIntent::Theme(Theme::Contrast))), "{out:?}");
    let (states, _) = typed_and_done(&mut play, "i-01");
    assert_eq!(states.dock.open, Tab::Injects);
    let (states, out) = typed_and_done(&mut play, "zeeland");
    assert_eq!(states.dock.open, Tab::Inspector);
    assert!(out.iter().any(|wish| matches!(wish, Intent::Seat(SeatIntent::GoTo(_)))), "{out:?}");
}

#[test]
fn typing_in_the_palette_moves_no_clock_and_escape_closes_it() {
    let mut play = Play::new();
    let (shell, view) = open(&mut play);
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        frame_ui(ui, &shell, Some(&view), &Choice::default(), states, out);
    };
    let (states, out) = used(states(), draw, |user| {
        user.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::P);
        user.run();
        for key in [egui::Key::Space, egui::Key::ArrowRight, egui::Key::ArrowDown, egui::Key::ArrowDown] {
            user.key_press(key);
            user.run();
        }
        assert_eq!(user.state().0.palette.row, 2, "arrows go through the list");
        user.key_press(egui::Key::Escape);
        user.run();
    });
    assert!(!states.palette.open);
    assert!(!out.iter().any(|wish| matches!(wish, Intent::Clock(_))), "{out:?}");
}

#[test]
fn the_map_is_measured_and_pictured_and_the_script_opened_by_key() {
    let mut play = Play::new();
    let (shell, view) = (play.exercise.shell(SEAT, &Choice::default()), play.view(Tab::Inspector));
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        frame_ui(ui, &shell, Some(&view), &Choice::default(), states, out);
    };
    let (states, out) = used(states(), draw, |user| {
        user.key_press(egui::Key::M);
        user.run();
        user.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, egui::Key::S);
        user.run();
        user.key_press(egui::Key::F3);
    });
    assert!(states.tools.measuring);
    assert_eq!(states.dock.open, Tab::Script);
    assert!(out.contains(&Intent::Seat(SeatIntent::Picture)), "{out:?}");
}

#[test]
fn the_sheet_of_keys_opens_with_f1_and_with_a_question_mark_and_names_every_key() {
    let mut play = Play::new();
    let (shell, view) = (play.exercise.shell(SEAT, &Choice::default()), play.view(Tab::Inspector));
    let names: Vec<String> = keyed(&view, &states()).into_iter().map(|action| action.name).collect();
    for key in [egui::Key::F1, egui::Key::Questionmark] {
        let (shell, view) = (shell.clone(), view.clone());
        let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
            frame_ui(ui, &shell, Some(&view), &Choice::default(), states, out);
        };
        let (states, out) = used(states(), draw, |user| {
            user.key_press(key);
            user.run();
            assert!(user.state().0.sheet);
            for name in &names {
                assert!(user.query_all_by_label(name).next().is_some(), "{name}");
            }
            user.get_by_label("Spatie");
            user.key_press(key);
            user.run();
        });
        // F1 closes it again; a question mark is only heard where nothing lies over the screen.
        assert_eq!(states.sheet, key == egui::Key::Questionmark);
        assert!(out.is_empty());
    }
}

#[test]
fn keys_and_what_they_ask() {
    let mut play = Play::new();
    let (shell, view) = (play.exercise.shell(SEAT, &Choice::default()), play.view(Tab::Inspector));
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        frame_ui(ui, &shell, Some(&view), &Choice::default(), states, out);
    };
    let (_, out) = used(states(), draw, |user| {
        user.key_press(egui::Key::Space);
        user.run();
        user.key_press(egui::Key::F10);
        user.run();
        user.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Plus);
        user.run();
    });
    assert_eq!(
        out,
        [
            Intent::Clock(ClockIntent::Run),
            Intent::Exercise(ExerciseIntent::ShowAnswers(true)),
            Intent::Seat(SeatIntent::TextScale(110)),
        ]
    );
}

#[test]
fn the_focus_goes_from_button_to_button_with_tab() {
    let mut play = Play::new();
    let (shell, view) = (play.exercise.shell(SEAT, &Choice::default()), play.view(Tab::Inspector));
    let mut harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_ui_state(
        move |ui, states: &mut PanelStates| {
            frame_ui(ui, &shell, Some(&view), &Choice::default(), states, &mut Vec::new());
        },
        states(),
    );
    let mut seen = BTreeSet::new();
    for _ in 0..12 {
        harness.key_press(egui::Key::Tab);
        harness.run();
        let focus = harness.ctx.memory(egui::Memory::focused).expect("something has the focus");
        seen.insert(format!("{focus:?}"));
    }
    assert_eq!(seen.len(), 12, "twelve different things");
}
