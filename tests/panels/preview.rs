//! Trying an inject out: beside the exercise, with bands in words, to be stopped, and without a trace in the exercise.

use super::{Play, injects::panel};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        injects_ui::InjectsState,
        intent::{ExerciseIntent, Intent},
        page::{Page, Tab},
    },
    sim::ids::{InjectId, RoleId},
    view::{
        preview_view::{BandRow, PreviewStand},
        viewer::Viewer,
    },
};
use egui_kittest::kittest::Queryable as _;
use std::time::{Duration, Instant};

/// Longest that a trial may take here.
const PATIENCE: Duration = Duration::from_mins(2);

fn first(play: &mut Play) -> InjectId {
    let Page::Injects(injects) = play.view(Tab::Injects).page else { panic!("the lead has a script") };
    injects.line[0].inject
}

fn open(inject: InjectId) -> InjectsState {
    InjectsState { open: Some(inject), ..InjectsState::default() }
}

fn stand(play: &mut Play) -> PreviewStand {
    play.view(Tab::Injects).preview.expect("it was asked for").stand
}

/// Lets real time pass in the window until it is worked out; says how often it was woken.
fn wait(play: &mut Play) -> u32 {
    let since = Instant::now();
    let mut woken = 0;
    while matches!(stand(play), PreviewStand::Working(_)) {
        assert!(since.elapsed() < PATIENCE, "it takes too long");
        let wake = play.exercise.advance(Duration::ZERO).wake_after;
        if let Some(wake) = wake {
            woken += 1;
            std::thread::sleep(wake.min(Duration::from_millis(50)));
        }
    }
    woken
}

#[test]
fn an_inject_is_tried_out_without_a_trace_and_told_as_bands() {
    let mut play = Play::new();
    let inject = first(&mut play);
    let (log, digest) = {
        let session = play.exercise.session();
        (session.log().len(), doorvoerland::sim::digest::digests(session.head()))
    };
    let (_, out) = panel(&mut play, open(inject), |user| {
        user.get_by_label("Wat gebeurt er als dit nu wordt verstuurd?").click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Preview(Some(inject)))]);
    play.give(out);
    assert!(matches!(stand(&mut play), PreviewStand::Working(_)));
    assert!(wait(&mut play) > 0, "the window is woken to look how far it is");
    let PreviewStand::Done(bands) = stand(&mut play) else { panic!("it is worked out") };
    assert!(!bands.clear.is_empty(), "an inject with effects makes a difference");
    let inside = |row: &BandRow| {
        let all = [row.without_at, row.with_at].concat();
        all.iter().chain(row.mark.iter()).all(|at| *at <= 1000) && row.without_at[0] <= row.without_at[1]
    };
    assert!(bands.clear.iter().chain(&bands.others).all(inside));
    let session = play.exercise.session();
    assert_eq!(session.log().len(), log);
    assert_eq!(doorvoerland::sim::digest::digests(session.head()), digest, "nothing has happened");
    let row = bands.clear[0].clone();
    let (_, out) = panel(&mut play, open(inject), |user| {
        user.get_by_label(&bands.head);
        user.get_by_label("Verschil bij elke worp");
        let said = format!("{}: nu {}; zonder {}; met {}", row.name, row.now, row.without, row.with);
        user.get_by_role_and_label(egui::accesskit::Role::Image, &said);
        user.get_by_label("Sluiten").click();
    });
    play.give(out);
    assert!(play.view(Tab::Injects).preview.is_none());
}

#[test]
fn a_trial_is_cancelled_and_nobody_else_sees_it() {
    let mut play = Play::new();
    let inject = first(&mut play);
    play.ask(ExerciseIntent::Preview(Some(inject)));
    let (_, out) = panel(&mut play, open(inject), |user| user.get_by_label("Annuleren").click());
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Preview(None))]);
    play.give(out);
    assert!(play.view(Tab::Injects).preview.is_none());
    assert_eq!(play.exercise.advance(Duration::ZERO).wake_after, None, "nothing is waited for");
    play.ask(ExerciseIntent::Preview(Some(inject)));
    play.ask(ExerciseIntent::See(Viewer::Role(RoleId(0))));
    assert!(play.view(Tab::Messages).preview.is_none(), "the copies have the script in them");
    play.ask(ExerciseIntent::See(Viewer::Lead));
    play.ask(ExerciseIntent::Preview(None));
}
