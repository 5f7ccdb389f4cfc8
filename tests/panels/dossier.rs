//! The dossier and the evaluation in the window: forms filled in by typing and clicking, and what the exercise keeps of it.

use super::{Play, SEAT, TEN_DAYS, used};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        dock::{DockState, dock_ui},
        dossier_ui::{DossierState, Form, dossier_ui},
        evaluation_ui::{EvaluationState, Part, evaluation_ui},
        intent::{ExerciseIntent, Intent},
        page::{Page, Tab},
    },
    sim::{
        command::{Actor, Command, Correction},
        country::Class,
        dossier::{RulingChoice, Sheet},
        ids::RoleId,
        time::Tick,
    },
    view::{shell::Choice, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};

fn role(play: &Play, code: &str) -> RoleId {
    play.exercise.session().country().roles.find(|row| row.code == code).expect("the role exists")
}

fn dossier(
    play: &mut Play,
    state: DossierState,
    user: impl FnOnce(&mut Harness<'_, (DossierState, Vec<Intent>)>),
) -> DossierState {
    let view = play.view(Tab::Dossier);
    let draw = move |ui: &mut egui::Ui, state: &mut DossierState, out: &mut Vec<Intent>| {
        let Page::Dossier(page, seen) = &view.page else { panic!("there is a page") };
        dossier_ui(ui, &view, (page, seen.as_ref()), state, out);
    };
    let (state, out) = used(state, draw, user);
    play.give(out);
    state
}

fn evaluation(
    play: &mut Play,
    state: EvaluationState,
    user: impl FnOnce(&mut Harness<'_, (EvaluationState, Vec<Intent>)>),
) -> EvaluationState {
    let view = play.view(Tab::Evaluation);
    let draw = move |ui: &mut egui::Ui, state: &mut EvaluationState, out: &mut Vec<Intent>| {
        let Page::Evaluation(page) = &view.page else { panic!("there is a page") };
        evaluation_ui(ui, &view, page, state, out);
    };
    let (state, out) = used(state, draw, user);
    play.give(out);
    state
}

fn typed<State>(user: &mut Harness<'_, State>, field: &str, text: &str) {
    user.get_by_label(field).focus();
    user.run();
    user.get_by_label(field).type_text(text);
    user.run();
}

const PICTURE: &str = "Beeld: wat is er aan de hand, wat is zeker, wat niet?";
const JUDGEMENT: &str = "Oordeel: wat betekent dat, wat weegt het zwaarst?";
const DECIDED: &str = "Besluit: wat, door wie, wanneer?";

#[test]
fn a_role_puts_a_decision_on_paper_ties_it_to_its_command_and_corrects_it() {
    let mut play = Play::new();
    let prorail = role(&play, "prorail");
    let pool =
        play.exercise.session().country().pools.find(|row| row.owner == prorail).expect("it owns some");
    play.ask(ExerciseIntent::See(Viewer::Role(prorail)));
    let policy = play.exercise.session().country().pools[pool].default.clone();
    let command = Command::SetPolicy { pool, policy, until: None, reason: "Zo blijft het".to_owned() };
    play.ask(ExerciseIntent::Decide { command, actor: Actor::Role(prorail), at: None });
    dossier(&mut play, DossierState::default(), |user| {
        assert!(user.query_by_label("Namens").is_none(), "a role has no choice of names");
        typed(user, PICTURE, "Er staat een trein stil");
        typed(user, JUDGEMENT, "De reizigers wachten");
        let tied = user.query_all_by_role(egui::accesskit::Role::CheckBox).next().expect("its command");
        tied.click();
        user.run();
        user.get_by_label("Besluit vastleggen").click();
        user.run();
        assert!(user.state().1.is_empty(), "without a decision it is not sent");
        typed(user, DECIDED, "We halen hem weg");
        user.get_by_label("Besluit vastleggen").click();
    });
    let filed = play.exercise.session().dossier().to_vec();
    let [filed] = filed.as_slice() else { panic!("one sheet, not {filed:?}") };
    let Sheet::Decision(sheet) = &filed.sheet else { panic!("a decision") };
    assert_eq!((sheet.role, sheet.commands.as_slice()), (prorail, [1].as_slice()));
    assert_eq!(sheet.picture, "Er staat een trein stil");
    let state = dossier(&mut play, DossierState::default(), |user| user.get_by_label("Verbeteren").click());
    assert_eq!(state.corrects, Some(1));
    dossier(&mut play, state, |user| user.get_by_label("Besluit vastleggen").click());
    let dossier_now = play.exercise.session().dossier();
    assert_eq!((dossier_now.len(), dossier_now[1].corrects), (2, Some(1)));
}

#[test]
fn what_the_role_could_see_opens_beside_its_decision() {
    let mut play = Play::new();
    let prorail = role(&play, "prorail");
    play.ask(ExerciseIntent::See(Viewer::Role(prorail)));
    let state = DossierState {
        picture: "Beeld".to_owned(),
        judgement: "Oordeel".to_owned(),
        decision: "Besluit".to_owned(),
        ..DossierState::default()
    };
    dossier(&mut play, state, |user| user.get_by_label("Besluit vastleggen").click());
    dossier(&mut play, DossierState::default(), |user| user.get_by_label("Wat kon deze rol zien?").click());
    dossier(&mut play, DossierState::default(), |user| {
        user.get_by_label_contains("Wat ProRail kon zien op");
        user.get_by_label_contains("Dossier").click();
    });
    let Page::Dossier(_, seen) = play.view(Tab::Dossier).page else { panic!("there is a page") };
    assert!(seen.is_none(), "closed again");
    // Another role does not get to see it.
    play.ask(ExerciseIntent::See(Viewer::Role(role(&play, "vws"))));
    play.ask(ExerciseIntent::ShowSeen(Some(1)));
    let Page::Dossier(view, seen) = play.view(Tab::Dossier).page else { panic!("there is a page") };
    assert!(seen.is_none() && view.decisions.is_empty());
}

#[test]
fn a_table_says_what_it_wants_to_hold_in_order() {
    let mut play = Play::new();
    play.ask(ExerciseIntent::See(Viewer::Role(role(&play, "prorail"))));
    dossier(&mut play, DossierState::default(), |user| {
        user.get_by_label("Voornemen").click();
        user.run();
        typed(user, "Wat willen wij overeind houden?", "De reizigers");
        for name in ["+ Militair transport", "+ Reizigers"] {
            user.get_by_label(name).click();
            user.run();
        }
        user.query_all_by_label("⏶").last().expect("the second").click();
        user.run();
        user.get_by_label("Voornemen vastleggen").click();
    });
    let filed = play.exercise.session().dossier()[0].sheet.clone();
    let Sheet::Intent(sheet) = filed else { panic!("an intent, not {filed:?}") };
    assert_eq!(sheet.ranks, [(Class::Passenger, None), (Class::Military, None)]);
    let Page::Dossier(view, _) = play.view(Tab::Dossier).page else { panic!("there is a page") };
    assert_eq!(view.intents[0].order, "1. reizigers, 2. militair transport");
}

const NUMBER: &str = "Nummer van het besluit waarmee de staf het rechtzet (mag leeg blijven)";

#[test]
fn a_dispute_of_a_table_gets_a_ruling_of_the_lead() {
    let mut play = Play::new();
    play.ask(ExerciseIntent::See(Viewer::Role(role(&play, "prorail"))));
    let state = DossierState { form: Form::Dispute, ..DossierState::default() };
    dossier(&mut play, state, |user| {
        typed(user, "Welk cijfer of welke regel?", "Treinpaden");
        typed(user, "Waarom klopt het niet, en wat zou er moeten staan?", "Het zijn er meer");
        user.get_by_label("Betwisten").click();
    });
    play.ask(ExerciseIntent::See(Viewer::Lead));
    let rule = |play: &mut Play, number: &str| {
        evaluation(play, EvaluationState::default(), |user| {
            user.get_by_label("Betwist (1)").click();
            user.run();
            user.get_by_label("Geparkeerd").click();
            user.run();
            typed(user, "Toelichting", "Straks");
            typed(user, NUMBER, number);
            user.get_by_label("Uitspraak vastleggen").click();
        });
    };
    rule(&mut play, "veel");
    assert_eq!(play.exercise.session().dossier().len(), 1, "that is no number");
    let pools = &play.exercise.session().country().pools;
    let held = pools.find(|row| row.kind.has_units()).expect("a held pool");
    let correct =
        Command::Correct { correction: Correction::Units(held, 3), reason: "Het zijn er drie".to_owned() };
    play.ask(ExerciseIntent::Decide { command: correct, actor: Actor::Lead, at: None });
    let seq = play.exercise.session().log().last().expect("it is in the log").seq;
    rule(&mut play, &seq.to_string());
    let Sheet::Ruling(ruling) = play.exercise.session().dossier()[1].sheet.clone() else {
        panic!("a ruling")
    };
    assert_eq!((ruling.dispute, ruling.choice, ruling.command), (1, RulingChoice::Park, Some(seq)));
    // The table reads what came of it.
    play.ask(ExerciseIntent::See(Viewer::Role(role(&play, "prorail"))));
    let Page::Dossier(view, _) = play.view(Tab::Dossier).page else { panic!("there is a page") };
    assert!(view.disputes[0].ruling.starts_with("Geparkeerd"), "{:?}", view.disputes);
}

#[test]
fn an_observer_notes_a_mark_and_the_matrix_counts_it() {
    let map = std::sync::Arc::new(doorvoerland::geo::map::MapData::built_in().expect("the map opens"));
    let mut play = Play::of(&TEN_DAYS, map, tempfile::tempdir().expect("a folder"), false);
    play.ask(ExerciseIntent::Steer(doorvoerland::sim::course::Steer::Start { by_rounds: false }));
    let question = play.exercise.session().plan().evaluation.questions.find(|row| row.code == "W1");
    let state = EvaluationState { part: Part::Observe, question, ..EvaluationState::default() };
    evaluation(&mut play, state, |user| {
        user.get_by_label(" 4 ").click();
        user.run();
        typed(user, "Wat zag u?", "Het werd gezegd");
        user.get_by_label("Waarneming vastleggen").click();
    });
    let Page::Evaluation(page) = play.view(Tab::Evaluation).page else { panic!("there is a page") };
    assert_eq!(page.observer.observations.len(), 1);
    let objective = page.matrix.objectives.iter().find(|row| row.code == "O2").expect("it is there");
    assert_eq!((objective.observations, objective.marks), (1, (4, 1)));
    let criterion = objective.criteria.iter().find(|row| row.code == "E5").expect("it is there");
    assert_eq!(criterion.standing_words, "gehaald");
    evaluation(&mut play, EvaluationState::default(), |user| {
        user.get_by_label("Evaluatiecriteria: 7 open, 1 gehaald, 0 niet gehaald, 0 niet waargenomen");
        user.get_by_label("✔ E5: gehaald");
    });
    // Players have no such page, whatever their screen asks for.
    play.ask(ExerciseIntent::See(Viewer::Role(RoleId(0))));
    assert!(matches!(play.view(Tab::Evaluation).page, Page::Inspector(_)));
}

#[test]
fn the_form_is_one_click_from_where_decisions_are_taken() {
    let mut play = Play::new();
    let tabs = [Tab::Board, Tab::Messages, Tab::Requests, Tab::Movements, Tab::Repair];
    for tab in tabs {
        let (view, shell) = (play.view(tab), play.exercise.shell(SEAT, &Choice::default()));
        let draw = move |ui: &mut egui::Ui, state: &mut DockState, out: &mut Vec<Intent>| {
            dock_ui(ui, (&shell, Some(&view)), (&Choice::default(), 100), state, out);
        };
        let state = DockState { open: tab, ..DockState::default() };
        let (state, _) = used(state, draw, |user| {
            user.get_by_label("Dit besluit vastleggen (BOB)").click();
        });
        assert_eq!((state.open, state.dossier.form), (Tab::Dossier, Form::Decision), "{tab:?}");
    }
    assert_eq!(play.exercise.session().head().tick, Tick(0));
}
