//! The second window: bound to one picture, nothing of the lead's on it, told why it does not open, and the lead's screen hidden.

use super::{Play, SEAT, TEN_DAYS, used};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::{Driver as _, SeatId},
    geo::map::MapData,
    panels::{
        board_ui::{blank_ui, board_ui, emergency_ui},
        frame::{PanelStates, frame_ui},
        intent::{ClockIntent, ExerciseIntent, Intent, SeatIntent, WindowWish},
        keys::{blank_keys_ui, board_keys_ui, keys_first_ui},
        page::{Page, Past, Tab},
        second_ui::{Held, SecondState, held_ui, second_ui},
    },
    sim::{
        command::{Actor, Command},
        country::SeatTable,
        course::Steer,
        ids::{InjectId, PoolId},
    },
    text::Language,
    view::{board_view::Eyes, shell::Choice, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{sync::Arc, time::Duration};

/// The second window.
const SECOND: SeatId = SeatId(1);

fn role_of(play: &Play) -> doorvoerland::sim::ids::RoleId {
    play.exercise.session().country().pools[PoolId(0)].owner
}

fn window(wish: WindowWish) -> Intent {
    Intent::Seat(SeatIntent::Window(wish))
}

#[test]
fn a_role_on_a_second_window_has_its_panels_and_nothing_of_the_lead_s() {
    let mut play = Play::new();
    let role = role_of(&play);
    play.exercise.seat_opened(SECOND, Eyes::Role(role));
    play.give(vec![Intent::Clock(ClockIntent::Step); 4]);
    let name =
        play.view(Tab::Inspector).choices.roles.iter().find(|row| row.0 == role).map(|row| row.1.clone());
    let top = play.exercise.shell(SECOND, &Choice::default()).top;
    assert!(Some(top.title) == name && !top.may_steer, "the bar says whose screen it is");
    for tab in Tab::ALL {
        let view = play.exercise.exercise(SECOND, &Choice::default(), tab).expect("there is an exercise");
        assert_eq!(view.viewer, Viewer::Role(role));
        assert!(view.bound && !view.clock.may_steer && view.clock.pace.is_empty(), "{tab:?}");
        assert!(view.course.next.is_empty() && !view.course.may_release, "{tab:?}");
        assert!(view.preview.is_none() && view.start.is_none() && view.past == Past::default(), "{tab:?}");
        assert!(view.recording.is_empty() && view.save_elsewhere.is_none(), "{tab:?}");
        assert!(view.choices.storylines.is_empty() && view.choices.pictures.is_empty(), "{tab:?}");
        if !tab.is_for(view.viewer) {
            assert!(matches!(view.page, Page::Inspector(_)), "{tab:?} is the lead's");
        }
    }
}

#[test]
fn a_bound_window_takes_no_other_eyes_and_no_clock() {
    let mut play = Play::new();
    let role = role_of(&play);
    play.exercise.seat_opened(SECOND, Eyes::Role(role));
    let before = play.exercise.session().shown().tick;
    for intent in [
        Intent::Exercise(ExerciseIntent::See(Viewer::Lead)),
        Intent::Clock(ClockIntent::Step),
        Intent::Clock(ClockIntent::Run),
        Intent::Exercise(ExerciseIntent::Close),
        Intent::Exercise(ExerciseIntent::Preview(Some(InjectId(0)))),
        Intent::Exercise(ExerciseIntent::Decide {
            command: Command::FireInject { inject: InjectId(0) },
            actor: Actor::Lead,
            at: None,
        }),
    ] {
        play.exercise.apply(SECOND, intent);
    }
    let view = play.exercise.exercise(SECOND, &Choice::default(), Tab::Injects).expect("an exercise");
    assert_eq!(view.viewer, Viewer::Role(role));
    assert_eq!(play.exercise.session().shown().tick, before);
    assert!(!play.exercise.clock().is_running() && play.view(Tab::Inspector).live);
    assert!(play.exercise.session().log().iter().all(|record| record.by.actor != Actor::Lead));
}

#[test]
fn who_only_looks_on_at_a_table_decides_nothing_and_keeps_its_roles_automatic() {
    let mut play = Play::new();
    let table = {
        let country = play.exercise.session().country();
        country.roles[country.pools[PoolId(0)].owner].table
    };
    play.exercise.seat_opened(SECOND, Eyes::Table(table));
    let role = role_of(&play);
    let policy = play.exercise.session().country().pools[PoolId(0)].default.clone();
    let command = Command::SetPolicy { pool: PoolId(0), policy, until: None, reason: "Zo.".to_owned() };
    let decide = ExerciseIntent::Decide { command, actor: Actor::Role(role), at: None };
    play.exercise.apply(SECOND, Intent::Exercise(decide));
    assert!(play.exercise.session().log().is_empty(), "nobody sits there");
}

#[test]
fn the_board_has_a_word_an_arrow_and_a_number_for_at_most_five_indicators() {
    let mut play = Play::new();
    play.give(vec![Intent::Clock(ClockIntent::Step); 8]);
    for eyes in [Eyes::Public, Eyes::Table(SeatTable::Regio), Eyes::Table(SeatTable::Defensie)] {
        play.exercise.seat_opened(SECOND, eyes);
        let board = play.exercise.board(SECOND).expect("a board");
        assert_eq!(board.indicators.len(), 5, "{eyes:?}");
        for row in &board.indicators {
            assert!(!row.name.is_empty() && !row.trend.is_empty() && row.value.ends_with('%'), "{row:?}");
        }
        assert!(board.indicators.iter().any(|row| !row.word.is_empty()), "{eyes:?}");
        let said = format!("{board:?}").to_lowercase();
        for word in ["tick", "seed", "digest"] {
            assert!(!said.replace("stick", "").contains(&format!(" {word} ")), "{eyes:?} says {word}");
        }
        let marking = board.clock.marking.clone();
        let harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_ui(move |ui| {
            let left = board_ui(ui, &board);
            assert!(left.width() > 500.0 && left.height() > 500.0, "the map has room: {left:?}");
        });
        assert!(marking.contains("OEFENING"));
        harness.get_by_label(&marking);
    }
}

#[test]
fn the_board_shows_round_countdown_break_and_emergency() {
    let map = Arc::new(MapData::built_in().expect("the map opens"));
    let mut play = Play::of(&TEN_DAYS, map, tempfile::tempdir().expect("a folder"), false);
    play.exercise.seat_opened(SECOND, Eyes::Public);
    assert_eq!(play.exercise.board(SECOND).expect("a board").round, None, "nothing has begun");
    play.ask(ExerciseIntent::Steer(Steer::Start { by_rounds: true }));
    play.ask(ExerciseIntent::Steer(Steer::BeginRound { round: 0 }));
    let round = play.exercise.board(SECOND).expect("a board").round.expect("a round");
    assert_eq!((round.round.as_str(), round.over), ("Ronde 1", false));
    let before = play.exercise.stamp(SECOND);
    let _ = play.exercise.advance(Duration::from_secs(61));
    assert_ne!(play.exercise.stamp(SECOND), before, "a countdown goes by the second");
    let later = play.exercise.board(SECOND).expect("a board").round.expect("a round");
    assert_ne!(later.left, round.left);
    play.ask(ExerciseIntent::Steer(Steer::Pause { minutes: Some(10) }));
    let board = play.exercise.board(SECOND).expect("a board");
    assert!(board.round.is_none() && board.pause.is_some_and(|words| words.starts_with("PAUZE tot ")));
    play.ask(ExerciseIntent::Steer(Steer::NoPlay { what: "brand in de zaal".to_owned() }));
    let board = play.exercise.board(SECOND).expect("a board");
    let said = board.clock.stage.no_play.clone().expect("everybody sees it");
    assert!(said.contains("NO PLAY") && said.contains("brand in de zaal"));
    // Drawn without a fault over a small and over a large window.
    for size in [egui::vec2(720.0, 480.0), egui::vec2(3840.0, 2160.0)] {
        let said = said.clone();
        let board = board.clone();
        let mut harness = Harness::builder().with_size(size).build_ui(move |ui| {
            board_ui(ui, &board);
            emergency_ui(ui, &said);
        });
        harness.run();
    }
}

#[test]
fn a_click_in_the_lead_s_window_does_not_build_the_second_one_again() {
    let mut play = Play::new();
    play.exercise.seat_opened(SECOND, Eyes::Public);
    let (lead, second) = (play.exercise.stamp(SEAT), play.exercise.stamp(SECOND));
    play.ask(ExerciseIntent::ShowPool(Some(PoolId(0))));
    play.ask(ExerciseIntent::SeekFigures("haven".to_owned()));
    assert_ne!(play.exercise.stamp(SEAT), lead);
    assert_eq!(play.exercise.stamp(SECOND), second);
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    assert_ne!(play.exercise.stamp(SECOND), second, "time passes for everybody");
}

#[test]
fn closing_the_second_window_ends_nothing_and_empties_the_chair() {
    let mut play = Play::new();
    let role = role_of(&play);
    play.exercise.seat_opened(SECOND, Eyes::Role(role));
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    play.exercise.seat_closed(SECOND);
    assert!(play.exercise.clock().is_running() && play.view(Tab::Inspector).live);
    play.exercise.seat_opened(SECOND, Eyes::Public);
    let view = play.exercise.board(SECOND).expect("it can be opened again");
    assert!(!view.clock.may_steer);
}

#[test]
fn the_projector_speaks_the_language_of_the_lead() {
    let mut play = Play::new();
    play.exercise.seat_opened(SECOND, Eyes::Public);
    play.ask(ExerciseIntent::Speak(Language::En));
    assert!(play.exercise.board(SECOND).expect("a board").whose.starts_with("Shared"));
}

#[test]
fn the_lead_opens_it_from_the_page_of_the_exercise_and_with_a_key() {
    let mut play = Play::new();
    let view = play.view(Tab::Course);
    let draw = {
        let view = view.clone();
        move |ui: &mut egui::Ui, state: &mut SecondState, out: &mut Vec<Intent>| {
            second_ui(ui, &view, state, out);
        }
    };
    let (_, out) = used(SecondState::default(), draw, |user| {
        user.get_by_label("Tweede scherm openen (F9)").click();
    });
    assert_eq!(out, [window(WindowWish::Open(Eyes::Public))]);
    let keys = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        keys_first_ui(ui, &view, states, out);
    };
    let mut open = PanelStates::default();
    open.dock.second.open = Some(Eyes::Public);
    let (_, out) = used(open, keys, |user| {
        for key in [egui::Key::F9, egui::Key::F8, egui::Key::F11] {
            user.key_press(key);
            user.run();
        }
    });
    let blank = Intent::Seat(SeatIntent::Blank(true));
    assert_eq!(out, [window(WindowWish::Close), blank, window(WindowWish::FullScreen)]);
}

#[test]
fn a_mirrored_display_is_refused_and_one_display_is_warned_of() {
    let mut play = Play::new();
    let view = play.view(Tab::Inspector);
    for (held, anyway) in [(Held::Mirrored, false), (Held::OneDisplay, true)] {
        let state = SecondState { held: Some(held), chosen: Eyes::Public, ..SecondState::default() };
        let view = view.clone();
        let draw = move |ui: &mut egui::Ui, state: &mut SecondState, out: &mut Vec<Intent>| {
            held_ui(ui, &view, state, out);
        };
        let (_, out) = used(state, draw, |user| {
            user.get_by_label_contains("uitbreiden");
            match user.query_by_label("Toch openen") {
                Some(button) => button.click(),
                None => user.get_by_label("Annuleren").click(),
            }
        });
        let wish = if anyway { WindowWish::OpenAnyway(Eyes::Public) } else { WindowWish::Forget };
        assert_eq!(out, [window(wish)], "{held:?}");
    }
}

#[test]
fn what_is_said_about_displays_stands_above_the_map() {
    let mut play = Play::new();
    let (view, shell) = (play.view(Tab::Inspector), play.exercise.shell(SEAT, &Choice::default()));
    let mut states = PanelStates { text_percent: 100, ..PanelStates::default() };
    states.dock.second.held = Some(Held::OneDisplay);
    let harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_ui_state(
        move |ui, states: &mut PanelStates| {
            frame_ui(ui, &shell, Some(&view), &Choice::default(), states, &mut Vec::new());
        },
        states,
    );
    harness.get_by_label("Toch openen");
}

#[test]
fn a_hidden_screen_shows_name_clock_and_the_way_back_and_hears_one_key() {
    let mut play = Play::new();
    let (view, shell) = (play.view(Tab::Injects), play.exercise.shell(SEAT, &Choice::default()));
    let title = shell.top.title.clone();
    let draw = move |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| {
        blank_ui(ui, &view.tongue, &shell.top, None);
        blank_keys_ui(ui, out);
    };
    let ((), out) = used((), draw, |user| {
        user.get_by_label_contains("OEFENING");
        user.get_by_label(&title);
        user.get_by_label("Druk F8 om verder te gaan");
        assert!(user.query_by_label_contains("I-01").is_none());
        user.key_press(egui::Key::Space);
        user.run();
        user.key_press(egui::Key::F8);
    });
    assert_eq!(out, [Intent::Seat(SeatIntent::Blank(false))]);
}

#[test]
fn a_board_hears_full_screen_and_close() {
    let draw = |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| board_keys_ui(ui, out);
    let ((), out) = used((), draw, |user| {
        for key in [egui::Key::F11, egui::Key::Space, egui::Key::F9] {
            user.key_press(key);
            user.run();
        }
    });
    assert_eq!(out, [window(WindowWish::FullScreen), window(WindowWish::Close)]);
}

#[test]
fn pictures_have_codes_to_type() {
    let play = Play::new();
    let country = play.exercise.session().country();
    let all = doorvoerland::view::board_view::codes(country);
    assert_eq!(all[0], "public");
    for code in &all {
        assert!(Eyes::of_code(country, code).is_some(), "{code}");
    }
    assert_eq!(Eyes::of_code(country, "lead"), None);
    assert_eq!(Eyes::of_code(country, "regio"), Some(Eyes::Table(SeatTable::Regio)));
}
