//! The life of an exercise in the window: STARTEX, rounds with their countdown, NO PLAY, comcheck, the briefing.

use super::{Play, SEAT, TEN_DAYS, used};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    geo::map::MapData,
    panels::{
        course_ui::{CourseState, course_ui},
        intent::{ClockIntent, ExerciseIntent, Intent},
        notices_ui::{NoticesState, notices_ui},
        page::{Page, Tab},
        top_bar::top_bar_ui,
    },
    sim::{
        course::{Stage, Steer},
        rounds::Part,
        time::Tick,
    },
    view::{shell::Choice, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{sync::Arc, time::Duration};

/// The exercise in three rounds, laid ready.
fn grey_zone() -> Play {
    let map = Arc::new(MapData::built_in().expect("the map opens"));
    Play::of(&TEN_DAYS, map, tempfile::tempdir().expect("a folder"), false)
}

/// Uses the page of the exercise and gives what was asked.
fn page(
    play: &mut Play,
    state: CourseState,
    user: impl FnOnce(&mut Harness<'_, (CourseState, Vec<Intent>)>),
) -> CourseState {
    let view = play.view(Tab::Course);
    let draw = move |ui: &mut egui::Ui, state: &mut CourseState, out: &mut Vec<Intent>| {
        let Page::Course(course, briefing) = &view.page else { panic!("there is a page") };
        course_ui(ui, &view, (course, briefing.as_ref()), state, out);
    };
    let (state, out) = used(state, draw, user);
    play.give(out);
    state
}

fn click(play: &mut Play, label: &str) {
    page(play, CourseState::default(), |user| user.get_by_label(label).click());
}

/// Lets real time pass in frames of a tenth of a second.
fn seconds(play: &mut Play, seconds: u32) {
    for _ in 0..seconds * 10 {
        play.exercise.advance(Duration::from_millis(100));
    }
}

fn round(play: &mut Play) -> String {
    play.view(Tab::Inspector).clock.stage.words
}

#[test]
fn a_round_is_played_with_the_buttons_of_the_page() {
    let mut play = grey_zone();
    assert_eq!(round(&mut play), "GEREED");
    assert!(play.recordings().is_empty(), "looking leaves no file behind");
    click(&mut play, "STARTEX, in rondes");
    assert_eq!(play.recordings().len(), 1);
    click(&mut play, "Ronde 1 beginnen");
    assert_eq!(round(&mut play), "Ronde 1 – Situatie 05:00");
    seconds(&mut play, 20);
    assert_eq!(round(&mut play), "Ronde 1 – Situatie 04:40");
    assert_eq!(play.exercise.session().head().tick, Tick(0), "the scenario stands still meanwhile");
    play.give(vec![Intent::Clock(ClockIntent::Pause)]);
    assert_eq!(round(&mut play), "PAUZE");
    seconds(&mut play, 60);
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    assert_eq!(round(&mut play), "Ronde 1 – Situatie 04:40", "a pause takes nothing off");
    click(&mut play, "Volgend deel");
    assert_eq!(round(&mut play), "Ronde 1 – Eigen tafel 15:00");
    click(&mut play, "Doorrekenen");
    seconds(&mut play, 60);
    let stop = play.exercise.session().head().tick;
    assert!(stop > Tick(0) && stop < Tick(288), "it stands still at the ship above the cables: {stop}");
    assert!(play.exercise.session().course().halted.is_some());
    click(&mut play, "Verder doorrekenen");
    seconds(&mut play, 60);
    assert_eq!(play.exercise.session().head().tick, Tick(288), "within the minute, and not further");
    assert!(play.exercise.clock().is_running(), "the room looks at it");
    click(&mut play, "Pauze van 10 minuten");
    assert_eq!(play.exercise.session().course().stage, Stage::Paused);
    click(&mut play, "Verder");
    click(&mut play, "Ronde 2 beginnen");
    assert_eq!(round(&mut play), "Ronde 2 – Situatie 05:00");
    for label in ["ENDEX", "Directe nabespreking", "Sluiten"] {
        click(&mut play, label);
    }
    assert!(!play.view(Tab::Course).live);
    let stages = play.exercise.session().steered().iter().rev().map(|row| row.steer.clone());
    assert!(stages.take(3).eq([Steer::Close, Steer::HotWash, Steer::End]));
}

#[test]
fn no_play_stops_everything_and_is_said_on_every_screen() {
    let mut play = Play::new();
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    let (view, shell) = (play.view(Tab::Inspector), play.exercise.shell(SEAT, &Choice::default()));
    let draw = move |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| {
        top_bar_ui(ui, (&shell, Some(&view)), &Choice::default(), 100, out);
    };
    let ((), out) = used((), draw, |user| user.get_by_label("NO PLAY").click());
    play.give(out);
    let before = play.exercise.session().head().tick;
    seconds(&mut play, 3);
    assert_eq!(play.exercise.session().head().tick, before);
    let role = play.exercise.session().country().pools.rows()[0].owner;
    for viewer in [Viewer::Lead, Viewer::Role(role), Viewer::Public] {
        play.ask(ExerciseIntent::See(viewer));
        let view = play.view(Tab::Inspector);
        let draw = move |ui: &mut egui::Ui, state: &mut NoticesState, out: &mut Vec<Intent>| {
            notices_ui(ui, &view, state, out);
        };
        used(NoticesState::default(), draw, |user| {
            user.get_by_label("NO PLAY. Echt incident, de oefening ligt stil");
        });
    }
    // A role cannot release it, whatever its screen sends.
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    play.ask(ExerciseIntent::Steer(Steer::Release { reason: "Loos alarm".to_owned() }));
    assert!(play.exercise.session().course().no_play.is_some());
    play.ask(ExerciseIntent::See(Viewer::Lead));
    let state = CourseState { reason: "Loos alarm".to_owned(), ..CourseState::default() };
    let state = page(&mut play, state, |user| user.get_by_label("NO PLAY opheffen").click());
    assert!(state.reason.is_empty());
    let course = play.exercise.session().course();
    assert_eq!((course.no_play.is_none(), course.stage), (true, Stage::Paused));
}

#[test]
fn a_role_calls_no_play_from_its_own_screen() {
    let mut play = Play::new();
    let role = play.exercise.session().country().pools.rows()[0].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let state = CourseState { no_play: Some("Iemand is onwel".to_owned()), ..CourseState::default() };
    page(&mut play, state, |user| user.get_by_label("NO PLAY uitroepen").click());
    let what = play.exercise.session().course().no_play.as_ref().map(|row| row.what.clone());
    assert_eq!(what.as_deref(), Some("Iemand is onwel"));
}

#[test]
fn the_comcheck_says_who_was_reached() {
    let mut play = Play::ready();
    let name = play.view(Tab::Course).choices.roles[0].1.clone();
    click(&mut play, &format!("Niet bereikt: {name}"));
    click(&mut play, &format!("Bereikt: {name}"));
    let Page::Course(view, _) = play.view(Tab::Course).page else { panic!("there is a page") };
    let row = view.comcheck.iter().find(|row| row.name == name).expect("it has a line");
    assert!(row.reached == Some(true) && row.found.starts_with("In de zaal"), "{row:?}");
    assert_eq!(play.exercise.session().steered().len(), 3, "both are kept, after what laid it ready");
}

#[test]
fn a_role_has_its_briefing_and_no_controls() {
    let mut play = Play::new();
    let role = play.exercise.session().country().pools.rows()[0].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let Page::Course(view, briefing) = play.view(Tab::Course).page else { panic!("there is a page") };
    assert!(
        view.bar.next.is_empty()
            && view.rounds.is_empty()
            && view.comcheck.is_empty()
            && view.done.is_empty()
    );
    assert!(view.jump.is_none() && !view.bar.may_release);
    assert_eq!(briefing.expect("its own").sections.len(), 5);
    play.ask(ExerciseIntent::See(Viewer::Lead));
    play.ask(ExerciseIntent::Brief(Some(role)));
    let Page::Course(_, briefing) = play.view(Tab::Course).page else { panic!("there is a page") };
    assert!(briefing.is_some_and(|briefing| !briefing.role.is_empty()));
}

#[test]
fn a_round_is_left_out_with_a_reason() {
    let mut play = grey_zone();
    let change =
        doorvoerland::panels::course_ui::Change { round: 1, into: Some(2), until: Tick(0), minutes: 45 };
    let state =
        CourseState { change: Some(change), reason: "Te laat begonnen".to_owned(), ..CourseState::default() };
    let state = page(&mut play, state, |user| user.get_by_label("Ronde laten vervallen").click());
    assert!(state.change.is_none());
    let session = play.exercise.session();
    assert!(session.course().rounds[1].dropped && !session.log().is_empty(), "its injects were moved");
}

#[test]
fn the_bar_of_a_running_clock_stays_one_row_in_dutch_on_a_small_screen() {
    let look = |play: &mut Play, one_row: bool| {
        let (view, shell) = (play.view(Tab::Inspector), play.exercise.shell(SEAT, &Choice::default()));
        let harness = Harness::builder().with_size(egui::vec2(1280.0, 120.0)).build_ui(|ui| {
            top_bar_ui(ui, (&shell, Some(&view)), &Choice::default(), 100, &mut Vec::new());
        });
        let (title, smaller) = (harness.get_by_label(&shell.top.title), harness.get_by_label("A−"));
        let last = harness.get_by_label("NO PLAY").rect().right();
        assert!(last <= smaller.rect().left(), "the bar overlaps itself");
        let level = (title.rect().center().y - smaller.rect().center().y).abs() < 8.0;
        assert!(level || !one_row, "{:?}", shell.top);
    };
    let mut play = Play::ready();
    look(&mut play, true);
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    look(&mut play, true);
    play.give(vec![Intent::Clock(ClockIntent::Pause)]);
    look(&mut play, true);
    // A round says more: it may need a second row, and then nothing overlaps.
    let mut play = grey_zone();
    look(&mut play, false);
    play.ask(ExerciseIntent::Steer(Steer::Start { by_rounds: true }));
    play.ask(ExerciseIntent::Steer(Steer::BeginRound { round: 0 }));
    while play
        .exercise
        .session()
        .course()
        .stand(play.exercise.clock().played_s())
        .is_some_and(|stand| stand.part < Part::Between)
    {
        look(&mut play, false);
        play.ask(ExerciseIntent::Steer(Steer::NextPart));
    }
    look(&mut play, false);
}
