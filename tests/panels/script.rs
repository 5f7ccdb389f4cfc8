//! The course of injects on the screen: look something up, change it, undo it, note what the room did; read and answer as a role.

use super::{Play, injects::panel, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        injects_ui::InjectsState,
        intent::{ClockIntent, ExerciseIntent, Intent},
        messages_ui::{MessagesState, messages_ui},
        page::{Page, Tab},
    },
    sim::{
        command::{Actor, Command},
        ids::{InjectId, RoleId},
        state::InjectStatus,
    },
    view::{injects_view::InjectsView, viewer::Viewer},
};
use egui_kittest::kittest::Queryable as _;
use std::{cell::Cell, rc::Rc};

fn script(play: &mut Play) -> InjectsView {
    let Page::Injects(injects) = play.view(Tab::Injects).page else { panic!("the lead has a script") };
    injects
}

fn one(intents: &[Intent]) -> (&Command, Actor) {
    let [Intent::Exercise(ExerciseIntent::Decide { command, actor, at: None })] = intents else {
        panic!("one decision, not {intents:?}")
    };
    (command, *actor)
}

fn open(inject: InjectId) -> InjectsState {
    InjectsState { open: Some(inject), ..InjectsState::default() }
}

fn decide(command: Command) -> Vec<Intent> {
    vec![Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None })]
}

fn status(play: &Play, inject: InjectId) -> InjectStatus {
    play.exercise.session().head().injects.rows[inject].status
}

#[test]
fn words_in_either_language_find_an_inject() {
    let mut play = Play::new();
    let view = script(&mut play);
    let [first, second] = [&view.line[0], &view.line[1]];
    let english = first.content.title.en.clone();
    assert_ne!(english, first.content.title.nl, "a title that is not the same in both");
    let name = |row: &doorvoerland::view::injects_view::InjectRow| format!("{} {}", row.code, row.title);
    let (found, other) = (name(first), name(second));
    let (state, _) = panel(&mut play, InjectsState::default(), |user| {
        user.get_by_label(&found);
        user.get_by_label(&other);
        user.get_by_label("Zoeken in injects").click();
        user.run();
        for letter in english.chars() {
            user.event(egui::Event::Text(letter.to_string()));
            user.run();
        }
        user.get_by_label(&found);
        assert!(user.query_by_label(&other).is_none(), "{other} is left out");
        user.get_by_label("Wissen").click();
        user.run();
        user.get_by_label(&other);
    });
    assert!(state.filter.is_empty());
    // By receiver: what everybody receives is among it.
    let mut filter = state.filter;
    filter.receiver = first.roles.first().copied();
    let kept = view.line.iter().chain(&view.shelf).filter(|row| filter.keeps(row)).count();
    assert!(kept > 0 && kept < view.line.len() + view.shelf.len());
}

#[test]
fn a_changed_inject_keeps_what_the_editor_does_not_show() {
    let mut play = Play::new();
    let before = script(&mut play).line[0].clone();
    let (mut state, _) = panel(&mut play, open(before.inject), |user| {
        user.get_by_label("Aanpassen…").click();
    });
    state.editor.as_mut().expect("the editor is open").text[0] = "Een andere tekst.".to_owned();
    let (state, out) = panel(&mut play, state, |user| user.get_by_label("Wijziging vastleggen").click());
    assert!(state.editor.is_none());
    let (Command::EditInject { inject, content }, Actor::Lead) = one(&out) else { panic!("{out:?}") };
    assert_eq!(*inject, before.inject);
    let mut same = content.clone();
    same.text = before.content.text.clone();
    assert_eq!(same, before.content, "nothing else has changed");
    play.give(out);
    let after = script(&mut play).line[0].clone();
    assert_eq!(after.text, "Een andere tekst.");
    assert!(after.edits[0].contains(&before.text), "{:?}", after.edits);
}

#[test]
fn what_was_given_in_this_quarter_can_be_undone() {
    let mut play = Play::new();
    let inject = script(&mut play).line[0].inject;
    let fresh = script(&mut play);
    assert!(fresh.undo.is_none(), "nothing was given yet");
    play.give(decide(Command::FireInject { inject }));
    assert_eq!(status(&play, inject), InjectStatus::Sent);
    let (_, out) = panel(&mut play, InjectsState::default(), |user| {
        user.get_by_label("Ongedaan maken").click();
    });
    assert!(matches!(one(&out), (Command::Undo { .. }, Actor::Lead)));
    play.give(out);
    assert_eq!(status(&play, inject), InjectStatus::Ready);
    assert!(script(&mut play).undo.is_none());
}

#[test]
fn the_lead_notes_what_the_room_did() {
    let mut play = Play::new();
    let inject = script(&mut play).line[0].inject;
    play.give(decide(Command::FireInject { inject }));
    let (_, out) = panel(&mut play, open(inject), |user| user.get_by_label("Gezien").click());
    assert_eq!(one(&out).0, &Command::OpenInject { inject });
    play.give(out);
    assert_eq!(status(&play, inject), InjectStatus::Seen);
    let (mut state, _) = panel(&mut play, open(inject), |user| {
        user.get_by_label("Antwoord noteren…").click();
    });
    state.answering.as_mut().expect("there is a field").1 = "Wij gaan.".to_owned();
    let (_, out) = panel(&mut play, state, |user| user.get_by_label("Vaststellen").click());
    assert_eq!(one(&out).0, &Command::AnswerInject { inject, text: "Wij gaan.".to_owned() });
    play.give(out);
    assert_eq!(status(&play, inject), InjectStatus::Answered);
    let (_, out) = panel(&mut play, open(inject), |user| user.get_by_label("Afsluiten").click());
    play.give(out);
    assert_eq!(status(&play, inject), InjectStatus::Closed);
}

#[test]
fn who_types_an_answer_keeps_the_keys_when_a_message_comes() {
    let mut play = Play::new();
    let view = script(&mut play);
    let row = view.line[0].clone();
    let role: RoleId = *row.roles.first().expect("somebody receives it");
    let next = view.line.iter().skip(1).find(|next| next.roles.contains(&role)).expect("more for the same");
    play.give(decide(Command::FireInject { inject: row.inject }));
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let before = play.view(Tab::Messages);
    play.ask(ExerciseIntent::See(Viewer::Lead));
    play.give(decide(Command::FireInject { inject: next.inject }));
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let after = play.view(Tab::Messages);
    let came = Rc::new(Cell::new(false));
    let flag = Rc::clone(&came);
    let draw = move |ui: &mut egui::Ui, state: &mut MessagesState, out: &mut Vec<Intent>| {
        let view = if flag.get() { &after } else { &before };
        let Page::Messages(messages) = &view.page else { panic!("the inbox") };
        messages_ui(ui, view, messages, state, out);
    };
    let (state, _) = used(MessagesState::default(), draw, |user| {
        user.get_by_label("Antwoorden…").click();
        user.run();
        user.event(egui::Event::Text("Be".to_owned()));
        user.run();
        came.set(true);
        user.run();
        assert_eq!(user.get_all_by_label("Antwoorden…").count(), 2, "another message came");
        user.event(egui::Event::Text("gin".to_owned()));
        user.run();
    });
    assert_eq!(state.answering, Some((row.inject, "Begin".to_owned())));
}

#[test]
fn a_role_reads_and_answers_its_messages() {
    let mut play = Play::new();
    let row = script(&mut play).line[0].clone();
    let role: RoleId = *row.roles.first().expect("somebody receives it");
    play.give(decide(Command::FireInject { inject: row.inject }));
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let draw = |play: &mut Play| {
        let view = play.view(Tab::Messages);
        move |ui: &mut egui::Ui, state: &mut MessagesState, out: &mut Vec<Intent>| {
            let Page::Messages(messages) = &view.page else { panic!("the inbox") };
            messages_ui(ui, &view, messages, state, out);
        }
    };
    let inbox = draw(&mut play);
    let (_, out) = used(MessagesState::default(), inbox, |user| {
        user.get_by_label("Gelezen").click();
    });
    assert_eq!(one(&out), (&Command::OpenInject { inject: row.inject }, Actor::Role(role)));
    play.give(out);
    assert_eq!(status(&play, row.inject), InjectStatus::Seen);
    let answering = Some((row.inject, "Begrepen.".to_owned()));
    let state = MessagesState { answering, ..MessagesState::default() };
    let inbox = draw(&mut play);
    let (_, out) = used(state, inbox, |user| {
        assert!(user.query_by_label("Gelezen").is_none(), "it was read");
        user.get_by_label("Antwoord versturen").click();
    });
    play.give(out);
    assert_eq!(status(&play, row.inject), InjectStatus::Answered);
    let Page::Messages(messages) = play.view(Tab::Messages).page else { panic!("the inbox") };
    assert_eq!(messages.messages[0].answers, ["Begrepen."]);
    let view = play.view(Tab::Messages);
    let said: Vec<&str> = view.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert!(said.iter().all(|said| !said.contains(&row.code)), "the code is the staff's: {said:?}");
}
