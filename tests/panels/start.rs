//! Beginning and going on: the start card, an exercise that was not finished, a recording that is shown, another place to
//! save it, bookmarks, and what the marks of the timeline open.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        frame::{PanelStates, frame_ui},
        intent::{Beginning, ClockIntent, ExerciseIntent, Intent},
        notices_ui::{NoticesState, notices_ui},
        page::{ExerciseView, Tab},
        settings_ui::{SettingsState, settings_ui},
        start_ui::{StartState, card_ui},
    },
    sim::{
        command::{Actor, Command},
        ids::InjectId,
        state::InjectStatus,
        time::Tick,
    },
    view::{
        notices_view::{Grade, Notice},
        shell::{Choice, ShellView},
        timeline_view::Opens,
    },
};
use egui_kittest::kittest::Queryable as _;

/// The card of a view, ready to be used.
fn card(view: &ExerciseView) -> impl FnMut(&mut egui::Ui, &mut StartState, &mut Vec<Intent>) + use<> {
    let view = view.clone();
    move |ui, state, out| {
        let start = view.start.as_ref().expect("the card is shown");
        card_ui(ui, &view, start, state, out);
    }
}

/// An exercise that ran for five ticks, in which the first inject was fired, and was then left without closing it.
fn left_halfway() -> Play {
    let mut play = Play::new();
    for _ in 0..5 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
    let command = Command::FireInject { inject: InjectId(0) };
    play.ask(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None });
    play
}

#[test]
fn an_unfinished_exercise_is_offered_and_goes_on_where_it_stopped() {
    let mut play = left_halfway().again();
    let view = play.view(Tab::Inspector);
    assert!(!view.live, "nothing runs before somebody chose");
    let (_, out) = used(StartState::default(), card(&view), |user| {
        user.get_all_by_label_contains("Verdergaan met").next().expect("it is offered").click();
    });
    let [Intent::Exercise(ExerciseIntent::Begin(Beginning::Recording(place)))] = out.as_slice() else {
        panic!("a recording to go on with, not {out:?}")
    };
    assert_eq!(std::path::Path::new(place), play.recordings()[0]);
    play.give(out);
    let view = play.view(Tab::Inspector);
    assert!(view.live && view.start.is_none(), "{:?}", view.answers);
    let session = play.exercise.session();
    assert_eq!(session.head().tick, Tick(5));
    assert_eq!(session.head().injects.rows[InjectId(0)].status, InjectStatus::Sent);
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    assert_eq!(play.exercise.session().head().tick, Tick(6));
    assert_eq!(play.recordings().len(), 1, "it goes on in the same recording");
}

#[test]
fn a_new_exercise_leaves_the_unfinished_one_as_it_is() {
    let mut play = left_halfway().again();
    let before = std::fs::read(&play.recordings()[0]).expect("the recording");
    let view = play.view(Tab::Inspector);
    let (_, out) = used(StartState::default(), card(&view), |user| {
        user.get_by_label("Beginnen").click();
    });
    play.give(out);
    assert_eq!(play.exercise.session().head().tick, Tick(0));
    assert_eq!(play.recordings().len(), 1, "looking leaves no file behind");
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    let files = play.recordings();
    assert_eq!(files.len(), 2);
    assert!(files.iter().any(|file| std::fs::read(file).expect("a recording") == before));
}

#[test]
fn a_place_without_a_recording_is_named() {
    let mut play = left_halfway().again();
    let view = play.view(Tab::Inspector);
    let (state, _) = used(StartState::default(), card(&view), |user| {
        let field = user.get_by_role(egui::accesskit::Role::TextInput);
        field.focus();
        field.type_text("/nergens/oefening.oefening");
    });
    let (_, out) = used(state, card(&view), |user| user.get_by_label("Openen").click());
    play.give(out);
    let answer = play.view(Tab::Inspector).answers.pop().expect("an answer");
    assert!(!answer.done && answer.text.contains("/nergens/oefening.oefening"), "{answer:?}");
    assert!(play.view(Tab::Inspector).start.is_some(), "the card stays");
}

#[test]
fn a_closed_recording_is_shown_and_cannot_be_changed() {
    let mut play = left_halfway();
    play.ask(ExerciseIntent::Close);
    let place = play.recordings()[0].display().to_string();
    let mut play = play.again();
    let start = play.view(Tab::Inspector).start.expect("the card is shown");
    assert!(start.open.is_empty(), "what is finished is not offered");
    play.ask(ExerciseIntent::Begin(Beginning::Recording(place)));
    let view = play.view(Tab::Inspector);
    assert!(!view.live && view.start.is_none(), "{:?}", view.answers);
    play.give(vec![Intent::Clock(ClockIntent::ToEnd)]);
    assert_eq!(play.exercise.session().shown().tick, Tick(5));
    play.give(vec![Intent::Clock(ClockIntent::Back)]);
    assert_eq!(play.exercise.session().shown().tick, Tick(4));
}

#[test]
fn a_recording_that_cannot_be_written_goes_on_elsewhere() {
    let mut play = left_halfway();
    let place = play.folder.path().join("elders.oefening").display().to_string();
    let mut view = play.view(Tab::Inspector);
    view.notices.notices = vec![Notice { grade: Grade::Stop, text: "De schijf is vol".to_owned() }];
    view.save_elsewhere = Some(place.clone());
    let draw = move |ui: &mut egui::Ui, state: &mut NoticesState, out: &mut Vec<Intent>| {
        notices_ui(ui, &view, state, out);
    };
    let (_, out) = used(NoticesState::default(), draw, |user| user.get_by_label("Elders bewaren…").click());
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::SaveElsewhere(place.clone()))]);
    play.give(out);
    assert!(play.view(Tab::Inspector).answers.last().is_some_and(|answer| answer.done));
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    let mut play = play.again();
    play.ask(ExerciseIntent::Begin(Beginning::Recording(place)));
    assert_eq!(play.exercise.session().head().tick, Tick(6));
    assert_eq!(play.exercise.session().head().injects.rows[InjectId(0)].status, InjectStatus::Sent);
}

#[test]
fn a_bookmark_is_kept_with_its_moment() {
    let mut play = left_halfway();
    let view = play.view(Tab::Settings);
    let draw = move |ui: &mut egui::Ui, state: &mut SettingsState, out: &mut Vec<Intent>| {
        settings_ui(ui, &view, &Choice::default(), 100, state, out);
    };
    let typed = SettingsState { bookmark: " Haven vol ".to_owned(), ..SettingsState::default() };
    let (state, out) = used(typed, draw, |user| user.get_by_label("Bewaren").click());
    assert!(state.bookmark.is_empty());
    play.give(out);
    let view = play.view(Tab::Inspector);
    assert_eq!(view.timeline.bookmarks, [(Tick(5), "Haven vol".to_owned())]);
    let mark = view.timeline.opens.iter().rfind(|opens| **opens == Opens::Moment(Tick(5)));
    assert!(mark.is_some(), "it is a mark to go back to");
}

#[test]
fn the_mark_of_an_inject_opens_it_without_stopping_the_exercise() {
    let mut play = left_halfway();
    let view = play.view(Tab::Inspector);
    let mark = &view.timeline.strip.lanes[0].marks[0];
    let Some(Opens::Inject(inject)) = view.timeline.opens.get(mark.number as usize).copied() else {
        panic!("the first lane holds the injects")
    };
    let name = mark.text.to_string();
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        let shell = ShellView::default();
        frame_ui(ui, &shell, Some(&view), &Choice::default(), states, out);
    };
    let (states, out) = used(PanelStates { text_percent: 100, ..PanelStates::default() }, draw, |user| {
        user.get_by_label(&name).click();
    });
    assert_eq!(states.dock.open, Tab::Injects);
    assert_eq!(states.dock.injects.open, Some(inject));
    assert!(!out.iter().any(|intent| matches!(intent, Intent::Clock(_))), "{out:?}");
}

/// The card with an exercise chosen that has fields to fill in.
fn filling() -> Play {
    let mut play = Play::over(tempfile::tempdir().expect("a folder"), true);
    let start = play.view(Tab::Inspector).start.expect("the card is shown");
    let number =
        start.offered.iter().position(|offer| offer.title == "Dertig treinen").expect("it is offered");
    assert!(start.fields.rows.is_empty(), "the first one has nothing to fill in");
    let view = play.view(Tab::Inspector);
    let (_, out) =
        used(StartState::default(), card(&view), |user| user.get_by_label("Dertig treinen").click());
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Choose(number))]);
    play.give(out);
    play
}

fn start(play: &mut Play) -> doorvoerland::panels::page::StartView {
    play.view(Tab::Inspector).start.expect("the card is shown")
}

#[test]
fn what_is_filled_in_is_what_is_played() {
    let mut play = filling();
    let before = start(&mut play);
    assert_eq!(before.title, "Dertig treinen");
    let port = before.fields.rows.iter().find(|row| row.name == "port").expect("a port").clone();
    let name = port.options.iter().find(|(code, _)| code == "waalhaven").expect("it may be chosen").1.clone();
    let view = play.view(Tab::Inspector);
    let (_, out) = used(StartState::default(), card(&view), |user| {
        user.get_by_label(&port.help);
        user.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Haven").click();
        user.run();
        user.get_by_label(&name).click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::FillIn("port".to_owned(), "waalhaven".to_owned()))]);
    play.give(out);
    let after = start(&mut play);
    let region = |start: &doorvoerland::panels::page::StartView| {
        start.fields.rows.iter().find(|row| row.name == "region").expect("a region").value.clone()
    };
    assert_ne!(region(&after), region(&before), "a region that goes with the port");
    assert!(after.faults.is_empty());
    play.ask(ExerciseIntent::Begin(Beginning::New));
    assert!(play.view(Tab::Inspector).start.is_none());
    let plan = play.exercise.session().plan();
    assert!(plan.filled.contains(&("port".to_owned(), "waalhaven".to_owned())), "{:?}", plan.filled);
    assert!(play.recordings().is_empty(), "looking leaves no file behind");
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    assert_eq!(play.recordings().len(), 1);
}

#[test]
fn enter_begins_where_nothing_is_typed() {
    let mut play = Play::over(tempfile::tempdir().expect("a folder"), true);
    let view = play.view(Tab::Inspector);
    let (_, out) = used(StartState::default(), card(&view), |user| user.key_press(egui::Key::Enter));
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Begin(Beginning::New))]);
    let (_, out) = used(StartState::default(), card(&view), |user| {
        user.get_by_role(egui::accesskit::Role::TextInput).focus();
        user.run();
        user.key_press(egui::Key::Enter);
    });
    assert!(out.is_empty(), "who types has not begun: {out:?}");
}

#[test]
fn a_date_that_is_none_is_told_beside_its_field_and_keeps_it_from_beginning() {
    let mut play = filling();
    let view = play.view(Tab::Inspector);
    let (state, out) = used(StartState::default(), card(&view), |user| {
        user.get_all_by_value("2027-03-08").next().expect("the date").focus();
        user.run();
        user.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        user.event(egui::Event::Text("2027-02-30".to_owned()));
        user.run();
        user.key_press(egui::Key::Enter);
        user.run();
    });
    let fills = Intent::Exercise(ExerciseIntent::FillIn("date".to_owned(), "2027-02-30".to_owned()));
    assert!(!out.is_empty() && out.iter().all(|intent| *intent == fills), "{out:?}");
    play.give(out);
    assert_eq!(start(&mut play).faults.len(), 1);
    let view = play.view(Tab::Inspector);
    let (state, out) = used(state, card(&view), |user| {
        user.get_by_label_contains("Geen bestaande datum");
        assert!(user.query_all_by_value("2027-02-30").next().is_some(), "it stays to be mended");
        user.get_by_label("Beginnen").click();
        user.run();
        user.key_press(egui::Key::Enter);
    });
    assert!(out.is_empty(), "{out:?}");
    play.ask(ExerciseIntent::Begin(Beginning::New));
    assert!(play.view(Tab::Inspector).start.is_some(), "nothing begins");
    play.ask(ExerciseIntent::FillIn("date".to_owned(), "2027-09-13".to_owned()));
    let filled = start(&mut play);
    assert!(filled.faults.is_empty() && filled.facts[0].contains("13 sep"), "{:?}", filled.facts);
    assert_eq!(
        state.typed.get("date").map(|typed| typed.1.as_str()),
        Some("2027-02-30"),
        "what was typed stays to be mended"
    );
}

#[test]
fn who_begins_a_lesson_is_not_asked_who_plays_the_others() {
    let mut play = Play::over(tempfile::tempdir().expect("a folder"), true);
    let mut view = play.view(Tab::Inspector);
    let asked = |view: &ExerciseView| {
        let mut asked = false;
        used(StartState::default(), card(view), |user| asked = user.query_by_label("gedurfd").is_some());
        asked
    };
    assert!(asked(&view));
    let start = view.start.as_mut().expect("the card is shown");
    start.offered[start.chosen].lesson = true;
    assert!(!asked(&view));
}

#[test]
fn temperaments_chosen_before_the_start_stand_in_the_recording() {
    use doorvoerland::{session::replay::Opened, sim::country::Temperament, sim::course::Inclined};
    let mut play = Play::over(tempfile::tempdir().expect("a folder"), true);
    let (role, name) = play.view(Tab::Inspector).choices.roles[12].clone();
    let view = play.view(Tab::Inspector);
    let (_, out) = used(StartState::default(), card(&view), |user| user.get_by_label("gedurfd").click());
    play.give(out);
    let view = play.view(Tab::Inspector);
    let (_, out) = used(StartState::default(), card(&view), |user| {
        user.get_by_label("Per rol anders").click();
        user.run();
        user.get_by_label(&format!("{name}: voorzichtig")).click();
    });
    play.give(out);
    play.ask(ExerciseIntent::Begin(Beginning::New));
    let wanted = Inclined { all: Temperament::Bold, roles: vec![(role, Temperament::Careful)] };
    assert_eq!(play.exercise.session().course().players, wanted);
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    let opened = Opened::read(&play.recordings()[0]).expect("it opens");
    assert_eq!(opened.into_replay(&play.recordings()[0]).expect("it replays").course().players, wanted);
}
