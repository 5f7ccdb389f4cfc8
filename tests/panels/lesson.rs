//! A lesson for one person: the open step on every page, the clock in every chair, whose chair it is, the report, and the way out
//! of a variant.

use super::{Play, SEAT, used};
use bevy_egui::egui;
use doorvoerland::{
    app::{driver::Driver as _, theme},
    assets,
    geo::map::MapData,
    panels::{
        course_ui::{CourseState, course_ui},
        eyes_ui::eyes_ui,
        frame::{PanelStates, frame_ui},
        intent::{Beginning, ClockIntent, ExerciseIntent, Intent},
        notices_ui::{NoticesState, notices_ui},
        page::{Page, ReportStand, Tab},
    },
    sim::{
        command::{Actor, Command},
        course::Steer,
        ids::RoleId,
        time::Tick,
    },
    view::{shell::Choice, style::Theme, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// The lesson, begun and standing still.
fn lesson() -> Play {
    let map = Arc::new(MapData::built_in().expect("the map opens"));
    let scenario = assets::scenario("kennismaking").expect("there is a lesson");
    let mut play = Play::of(scenario, map, tempfile::tempdir().expect("a folder"), false);
    play.ask(ExerciseIntent::Steer(Steer::Start { by_rounds: false }));
    play.give(vec![Intent::Clock(ClockIntent::Pause)]);
    play
}

fn step(play: &mut Play) {
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
}

fn role(play: &Play, code: &str) -> RoleId {
    play.exercise.session().country().roles.find(|row| row.code == code).expect("the country has the role")
}

/// Answers the newest message in the name of the railway.
fn answer(play: &mut Play) {
    let Page::Messages(inbox) = play.view(Tab::Messages).page else { panic!("there is an inbox") };
    let (inject, actor) = (inbox.messages[0].inject, Actor::Role(role(play, "prorail")));
    let command = Command::AnswerInject { inject, text: "klaar".to_owned() };
    play.ask(ExerciseIntent::Decide { command, actor, at: None });
}

fn title(play: &mut Play, open: Tab) -> String {
    play.view(open).lesson.map(|step| step.title).unwrap_or_default()
}

#[test]
fn the_open_step_stands_above_every_page_in_every_chair() {
    let mut play = lesson();
    step(&mut play);
    assert_eq!(title(&mut play, Tab::Board), "K-01 Kijk rond · stap 1 van 11");
    assert_eq!(title(&mut play, Tab::Messages), "", "there it stands among the messages");
    let view = play.view(Tab::Board);
    used(
        NoticesState::default(),
        move |ui, state, out| notices_ui(ui, &view, state, out),
        |user| {
            user.get_by_label("K-01 Kijk rond · stap 1 van 11");
        },
    );
    for _ in 0..2 {
        answer(&mut play);
        step(&mut play);
    }
    let chair = role(&play, "gemeenten");
    play.ask(ExerciseIntent::See(Viewer::Role(chair)));
    assert_eq!(
        title(&mut play, Tab::Messages),
        "K-03 Eén pad te weinig · stap 3 van 11",
        "it was not sent to this role"
    );
    // Who looks back is still told what to do.
    play.give(vec![Intent::Clock(ClockIntent::Seek(Tick(0)))]);
    assert!(play.exercise.session().is_looking_back(), "the clock obeys in every chair");
    assert_eq!(title(&mut play, Tab::Board), "K-03 Eén pad te weinig · stap 3 van 11");
}

#[test]
fn an_exercise_for_several_persons_has_no_open_step_and_its_clock_is_the_leads() {
    let mut play = Play::new();
    step(&mut play);
    assert!(play.view(Tab::Board).lesson.is_none());
    let before = play.exercise.session().head().tick;
    play.ask(ExerciseIntent::See(Viewer::Role(RoleId(0))));
    step(&mut play);
    assert_eq!(play.exercise.session().head().tick, before);
    let view = play.view(Tab::Board);
    assert!(!view.clock.may_steer && view.report == ReportStand::Impossible);
}

/// Lets real time pass at the pace of the lesson, a quarter of a minute at a time.
fn minutes(play: &mut Play, minutes: u32) {
    for _ in 0..minutes * 4 {
        play.exercise.advance(Duration::from_secs(15));
    }
}

fn says(play: &mut Play, words: &str) -> bool {
    play.view(Tab::Board).notices.notices.iter().any(|notice| notice.text.contains(words))
}

#[test]
fn who_does_nothing_is_waited_for_once_in_a_step() {
    let mut play = lesson();
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    minutes(&mut play, 60);
    let stood = play.exercise.session().head().tick;
    assert!(!play.exercise.clock().is_running() && stood <= Tick(24), "{stood:?}");
    assert!(says(&mut play, "De les wacht op u"));
    let step = play.view(Tab::Messages).lesson.expect("the way on stands beside the message too");
    assert!(step.waits && step.skips && step.title.starts_with("K-01 ") && !step.hint.is_empty());
    // Who starts the clock is left alone.
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    minutes(&mut play, 10);
    assert!(play.exercise.clock().is_running() && play.exercise.session().head().tick > stood);
    assert_eq!(title(&mut play, Tab::Board), "K-01 Kijk rond · stap 1 van 11", "nothing else comes");
    // The next step waits again.
    answer(&mut play);
    minutes(&mut play, 60);
    assert!(says(&mut play, "De les wacht op u"));
    assert!(title(&mut play, Tab::Board).starts_with("K-02 "));
}

#[test]
fn doing_what_the_step_asks_sets_time_going_again() {
    let mut play = lesson();
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    minutes(&mut play, 60);
    assert!(!play.exercise.clock().is_running());
    answer(&mut play);
    assert!(play.exercise.clock().is_running() && !says(&mut play, "wacht op u"));
    minutes(&mut play, 1);
    assert!(title(&mut play, Tab::Board).starts_with("K-02 "));
    // Who stopped the clock by hand starts it by hand.
    play.give(vec![Intent::Clock(ClockIntent::Pause)]);
    assert!(says(&mut play, "met de spatiebalk gaat de les verder"));
    answer(&mut play);
    assert!(!play.exercise.clock().is_running());
}

#[test]
fn a_step_can_be_left_out_in_every_chair() {
    let mut play = lesson();
    play.give(vec![Intent::Clock(ClockIntent::Run)]);
    minutes(&mut play, 60);
    let chair = role(&play, "gemeenten");
    play.ask(ExerciseIntent::See(Viewer::Role(chair)));
    let view = play.view(Tab::Board);
    let draw = move |ui: &mut egui::Ui, state: &mut NoticesState, out: &mut Vec<Intent>| {
        notices_ui(ui, &view, state, out);
    };
    let (_, out) =
        used(NoticesState::default(), draw, |user| user.get_by_label("Sla deze stap over").click());
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::SkipStep)]);
    play.give(out);
    assert!(title(&mut play, Tab::Board).starts_with("K-02 ") && play.exercise.clock().is_running());
    for number in 3..=11 {
        play.ask(ExerciseIntent::SkipStep);
        let title = title(&mut play, Tab::Board);
        assert!(title.ends_with(&format!("stap {number} van 11")), "{title}");
    }
    let last = play.view(Tab::Board).lesson.expect("the last step");
    assert!(!last.skips, "nothing comes after it");
    play.ask(ExerciseIntent::SkipStep);
    assert!(title(&mut play, Tab::Board).starts_with("K-11 "));
}

#[test]
fn what_was_done_is_said_for_a_while_and_a_refusal_until_it_is_taken_away() {
    let mut play = lesson();
    step(&mut play);
    answer(&mut play);
    assert!(play.view(Tab::Board).answers.iter().any(|row| row.done));
    // The first frame comes after the window slept: nobody saw the answer meanwhile.
    let woken = play.exercise.advance(Duration::from_mins(1)).wake_after;
    assert!(woken.is_some_and(|woken| woken <= Duration::from_mins(1)), "it is woken when it goes");
    assert!(play.view(Tab::Board).answers.iter().any(|row| row.done));
    let before = play.exercise.stamp(SEAT);
    play.exercise.advance(Duration::from_mins(1));
    assert!(play.view(Tab::Board).answers.is_empty() && play.exercise.stamp(SEAT) != before);
    assert_eq!(play.exercise.advance(Duration::from_mins(1)).wake_after, None, "the window sleeps");
    play.ask(ExerciseIntent::Steer(Steer::Start { by_rounds: false }));
    play.exercise.advance(Duration::ZERO);
    play.exercise.advance(Duration::from_mins(1));
    assert!(play.view(Tab::Board).answers.iter().any(|row| !row.done), "a refusal stays");
}

/// The map's part of a window, and what the strips cover of it.
fn window(play: &mut Play, text_percent: u16) -> (egui::Rect, f32) {
    let choice = Choice::default();
    let (shell, view) = (play.exercise.shell(SEAT, &choice), play.view(Tab::Board));
    let mut states = PanelStates { opened: view.opens.0, ..PanelStates::default() };
    states.dock.open = Tab::Board;
    let shown = (states, egui::Rect::NOTHING);
    let draw = move |ui: &mut egui::Ui, (states, map): &mut (PanelStates, egui::Rect)| {
        theme::apply(ui.ctx(), Theme::Light, text_percent, true);
        *map = frame_ui(ui, &shell, Some(&view), &choice, states, &mut Vec::new());
    };
    let mut harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_ui_state(draw, shown);
    harness.run();
    let (states, map) = harness.state();
    (*map, states.notices.covered)
}

#[test]
fn the_step_is_read_whole_above_the_map_which_stays_where_it_is() {
    let mut play = lesson();
    step(&mut play);
    play.exercise.advance(Duration::ZERO);
    play.exercise.advance(Duration::from_mins(1));
    let before = window(&mut play, 100);
    for _ in 0..2 {
        play.ask(ExerciseIntent::SkipStep);
    }
    assert!(title(&mut play, Tab::Board).starts_with("K-03 "));
    let after = window(&mut play, 100);
    assert_eq!(before.0, after.0, "the map keeps its place");
    assert!(after.1 > 110.0, "seven lines: {}", after.1);
    let (map, covered) = window(&mut play, 200);
    assert!(covered > 60.0 && covered < map.height() * 0.6, "{covered} of {}", map.height());
}

#[test]
fn before_startex_it_is_said_where_the_clock_starts() {
    let map = Arc::new(MapData::built_in().expect("the map opens"));
    let scenario = assets::scenario("kennismaking").expect("there is a lesson");
    let mut play = Play::of(scenario, map, tempfile::tempdir().expect("a folder"), false);
    for play in [&mut play, &mut Play::ready()] {
        assert!(says(play, "Start hem met STARTEX"));
        play.give(vec![Intent::Clock(ClockIntent::Run)]);
        assert!(!says(play, "Start hem met STARTEX"));
    }
}

#[test]
fn roles_at_the_tables_stand_first_under_a_name_of_their_own() {
    let mut play = lesson();
    let view = play.view(Tab::Board);
    let first: Vec<&str> = view.choices.roles.iter().take(3).map(|(_, name)| name.as_str()).collect();
    assert_eq!(view.choices.at_tables, 3);
    assert_eq!(
        first,
        [
            "Territoriaal Operatiecentrum en DVVO",
            "ProRail: verkeersleiding en OCCR",
            "Gemeenten, COA, BZK en commissaris van de Koning"
        ]
    );
    let wanted = role(&play, "prorail");
    let draw = move |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| eyes_ui(ui, &view, out);
    let ((), out) = used((), draw, |user| {
        user.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Stoel").click();
        user.run();
        user.get_by_label("Aan tafel in deze oefening");
        user.get_by_label("ProRail: verkeersleiding en OCCR").click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::See(Viewer::Role(wanted)))]);
}

#[test]
fn the_report_is_a_file_beside_the_recording() {
    let mut play = lesson();
    step(&mut play);
    for _ in 0..2 {
        let view = play.view(Tab::Course);
        let (_, out) = used(
            CourseState::default(),
            move |ui, state, out| {
                let Page::Course(course, briefing) = &view.page else { panic!("the lead has this page") };
                course_ui(ui, &view, (course, briefing.as_ref()), state, out);
            },
            |user| user.get_by_label("Rapport maken").click(),
        );
        assert_eq!(out, [Intent::Exercise(ExerciseIntent::WriteReport)]);
        play.give(out);
        let since = Instant::now();
        while play.view(Tab::Course).report != ReportStand::Possible {
            assert!(since.elapsed() < Duration::from_mins(1), "the report is not made");
            play.exercise.advance(Duration::ZERO);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    let mut reports: Vec<_> = play.recordings();
    reports.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    assert_eq!(reports.len(), 2, "the second one leaves the first as it is");
    for report in reports {
        let html = std::fs::read_to_string(&report).expect("it can be read");
        assert!(
            html.trim_end().ends_with("</html>") && html.contains("Kennismaking"),
            "{}",
            report.display()
        );
    }
    let said = play.view(Tab::Course).answers.pop().expect("an answer");
    assert!(said.done && said.text.contains(".html"), "{said:?}");
}

#[test]
fn a_variant_keeps_the_step_it_was_made_for_and_leads_back() {
    let mut play = lesson();
    for _ in 0..3 {
        step(&mut play);
    }
    let left = play.recordings().pop().expect("a recording").display().to_string();
    play.give(vec![Intent::Clock(ClockIntent::Seek(Tick(0)))]);
    play.ask(ExerciseIntent::BranchOff);
    let view = play.view(Tab::Messages);
    assert_eq!(view.left.as_ref().map(|row| row.0.as_str()), Some(left.as_str()));
    assert_eq!(view.lesson.as_ref().map(|step| step.title.as_str()), Some("K-01 Kijk rond · stap 1 van 11"));
    let (_, out) = used(
        NoticesState::default(),
        move |ui, state, out| notices_ui(ui, &view, state, out),
        |user| user.get_by_label("Terug naar de oefening die u verliet").click(),
    );
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Begin(Beginning::Recording(left)))]);
    play.give(out);
    let view = play.view(Tab::Messages);
    assert!(view.live && view.left.is_none(), "{:?}", view.answers);
    assert_eq!(play.exercise.session().head().tick, Tick(3));
    assert_eq!(play.exercise.clock().pace(), 1, "it goes on at the pace of before");
}
