//! The script: fire, hold, skip, move, invent.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        injects_ui::{InjectsState, injects_ui},
        intent::{ExerciseIntent, Intent},
        page::{Page, Tab},
    },
    sim::{
        command::{Actor, Command},
        ids::InjectId,
        state::InjectStatus,
    },
    view::injects_view::InjectRow,
};
use egui_kittest::{Harness, kittest::Queryable as _};

pub(super) type Used<'a> = Harness<'a, (InjectsState, Vec<Intent>)>;

/// The page of injects, as a user works on it.
pub(super) fn panel(
    play: &mut Play,
    state: InjectsState,
    user: impl FnOnce(&mut Used),
) -> (InjectsState, Vec<Intent>) {
    let view = play.view(Tab::Injects);
    let draw = move |ui: &mut egui::Ui, state: &mut InjectsState, out: &mut Vec<Intent>| {
        let Page::Injects(injects) = &view.page else { panic!("the lead has a script") };
        injects_ui(ui, &view, injects, state, out);
    };
    used(state, draw, user)
}

fn first(play: &mut Play) -> InjectId {
    let Page::Injects(injects) = play.view(Tab::Injects).page else { panic!("the lead has a script") };
    injects.line[0].inject
}

fn command(intents: &[Intent]) -> &Command {
    let [Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None })] = intents else {
        panic!("one decision of the lead, not {intents:?}")
    };
    command
}

#[test]
fn what_can_still_be_sent_stands_above_what_was() {
    let mut play = Play::new();
    let Page::Injects(view) = play.view(Tab::Injects).page else { panic!("the lead has a script") };
    let (first, kept) = (view.line[0].clone(), view.shelf[0].clone());
    let command = Command::FireInject { inject: first.inject };
    play.ask(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None });
    panel(&mut play, InjectsState::default(), |user| {
        let top = |row: &InjectRow| user.get_by_label(&format!("{} {}", row.code, row.title)).rect().top();
        assert!(top(&kept) < top(&first));
        user.get_by_label("Verstuurd of overgeslagen (1)");
    });
}

#[test]
fn firing_an_inject_sends_it_and_records_it() {
    let mut play = Play::new();
    let inject = first(&mut play);
    let open = InjectsState { open: Some(inject), ..InjectsState::default() };
    let (_, out) = panel(&mut play, open, |user| user.get_by_label("Nu versturen").click());
    assert_eq!(*command(&out), Command::FireInject { inject });
    play.give(out);
    assert_eq!(play.exercise.session().shown().injects.rows[inject].status, InjectStatus::Sent);
    assert_eq!(play.recordings().len(), 1);
}

#[test]
fn holding_and_skipping_ask_for_what_they_say() {
    let mut play = Play::new();
    let inject = first(&mut play);
    let open = || InjectsState { open: Some(inject), ..InjectsState::default() };
    let (_, out) = panel(&mut play, open(), |user| user.get_by_label("Aanhouden").click());
    assert_eq!(*command(&out), Command::HoldInject { inject, hold: true });
    let (state, out) = panel(&mut play, open(), |user| user.get_by_label("Laten vervallen…").click());
    assert!(out.is_empty(), "skipping is asked once more");
    let (_, out) = panel(&mut play, state, |user| user.get_by_label("Laten vervallen").click());
    assert_eq!(*command(&out), Command::SkipInject { inject });
}

#[test]
fn moving_an_inject_takes_the_chosen_moment() {
    let mut play = Play::new();
    let inject = first(&mut play);
    let state = InjectsState { open: Some(inject), ..InjectsState::default() };
    let (state, _) = panel(&mut play, state, |user| user.get_by_label("Verzetten…").click());
    let to = state.moving[&inject];
    let (_, out) = panel(&mut play, state, |user| user.get_by_label("Naar dit moment verzetten").click());
    assert_eq!(*command(&out), Command::MoveInject { inject, to });
}

#[test]
fn an_invented_inject_is_added_to_the_script() {
    let mut play = Play::new();
    let (mut state, _) = panel(&mut play, InjectsState::default(), |user| {
        user.get_by_label("Nieuwe inject…").click();
    });
    let editor = state.editor.as_mut().expect("the editor is open");
    editor.title[0] = "Brug klemt".to_owned();
    editor.text[0] = "De brug gaat niet meer dicht.".to_owned();
    let (state, out) = panel(&mut play, state, |user| user.get_by_label("Toevoegen").click());
    assert!(state.editor.is_none());
    let Command::InventInject { inject } = command(&out) else { panic!("an invention, not {out:?}") };
    assert_eq!(inject.title.en, "Brug klemt", "a text of one language serves for both");
    let before = play.exercise.session().shown().injects.rows.len();
    play.give(out);
    assert_eq!(play.exercise.session().shown().injects.rows.len(), before + 1);
}

#[test]
fn the_lead_sets_the_phase_with_a_reason() {
    let mut play = Play::new();
    let (_, out) = panel(&mut play, InjectsState::default(), |user| {
        user.get_by_label("Fase van de escalatie").click();
        user.run();
        user.get_all_by_label("Nieuwe fase").last().expect("a choice of phases").click();
        user.run();
        user.get_by_label("3: Crisis, overleg in het bondgenootschap (artikel 4)").click();
        user.run();
        user.get_all_by_label("Reden").last().expect("a line for the reason").click();
        user.run();
        user.get_all_by_label("Reden").last().expect("a line for the reason").type_text("Derde kabelbreuk");
        user.run();
        user.get_by_label("Fase instellen").click();
    });
    assert_eq!(*command(&out), Command::SetPhase { phase: 3, reason: "Derde kabelbreuk".to_owned() });
    play.give(out);
    assert_eq!(play.exercise.session().shown().adversary.phase, 3);
}

#[test]
fn the_lead_stages_an_act_that_joins_the_script() {
    let mut play = Play::new();
    let count = |play: &mut Play| {
        let Page::Injects(injects) = play.view(Tab::Injects).page else { panic!("the lead has a script") };
        injects.line.len()
    };
    let before = count(&mut play);
    let (_, out) = panel(&mut play, InjectsState::default(), |user| {
        user.get_by_label("Daad van de tegenstander").click();
        user.run();
        user.get_by_label("Daad klaarzetten").click();
    });
    assert!(matches!(command(&out), Command::StageAct { .. }));
    play.give(out);
    assert_eq!(count(&mut play), before + 1);
}
