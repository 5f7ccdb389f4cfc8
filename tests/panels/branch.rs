//! A variant from a moment of the past: asked twice, in a recording of its own, and the one that was left as it was.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        intent::{ClockIntent, ExerciseIntent, Intent},
        notices_ui::{NoticesState, notices_ui},
        page::Tab,
    },
    session::replay::Opened,
    sim::time::Tick,
};
use egui_kittest::{Harness, kittest::Queryable as _};

fn notices(
    play: &mut Play,
    state: NoticesState,
    user: impl FnOnce(&mut Harness<'_, (NoticesState, Vec<Intent>)>),
) -> (NoticesState, Vec<Intent>) {
    let view = play.view(Tab::Inspector);
    let draw = move |ui: &mut egui::Ui, state: &mut NoticesState, out: &mut Vec<Intent>| {
        notices_ui(ui, &view, state, out);
    };
    used(state, draw, user)
}

/// Eight quarters on, looking at the third.
fn looking_back() -> Play {
    let mut play = Play::new();
    for _ in 0..8 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
    play.give(vec![Intent::Clock(ClockIntent::Seek(Tick(3)))]);
    play
}

#[test]
fn who_looks_back_returns_with_a_click() {
    let mut play = looking_back();
    let (_, out) =
        notices(&mut play, NoticesState::default(), |user| user.get_by_label("Terug naar nu").click());
    play.give(out);
    assert_eq!(play.exercise.session().shown().tick, Tick(8));
    notices(&mut play, NoticesState::default(), |user| {
        assert!(
            user.query_by_label("Terug naar nu").is_none()
                && user.query_by_label("Variant vanaf hier…").is_none()
        );
    });
}

#[test]
fn a_variant_goes_on_beside_what_it_leaves() {
    let mut play = looking_back();
    let old = play.recordings()[0].clone();
    let before = std::fs::read(&old).expect("the recording");
    let (state, out) = notices(&mut play, NoticesState::default(), |user| {
        user.get_by_label("Variant vanaf hier…").click();
    });
    assert!(out.is_empty() && state.branching, "asked once more");
    let (_, out) = notices(&mut play, state, |user| user.get_by_label("Variant maken").click());
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::BranchOff)]);
    play.give(out);
    let view = play.view(Tab::Inspector);
    let answer = view.answers.last().expect("an answer");
    assert!(view.live && answer.done && answer.text.contains("variant-1"), "{:?}", view.answers);
    assert_eq!(play.exercise.session().head().tick, Tick(3));
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    assert_eq!(play.exercise.session().head().tick, Tick(4));
    let files = play.recordings();
    assert_eq!(files.len(), 2);
    assert!(std::fs::read(&old).expect("the recording").starts_with(&before), "only its end may be marked");
    assert_eq!(Opened::read(&old).expect("it opens").end, Tick(8));
    let variant = files.iter().find(|file| **file != old).expect("a second one");
    assert_eq!(Opened::read(variant).expect("it opens").end, Tick(4));
}

#[test]
fn a_closed_recording_that_is_shown_can_be_left_for_a_variant() {
    let mut play = looking_back();
    play.give(vec![Intent::Clock(ClockIntent::ToEnd)]);
    play.ask(ExerciseIntent::Close);
    let place = play.recordings()[0].clone();
    let mut play = play.again();
    let recording = doorvoerland::panels::intent::Beginning::Recording(place.display().to_string());
    play.ask(ExerciseIntent::Begin(recording));
    play.give(vec![Intent::Clock(ClockIntent::Seek(Tick(5)))]);
    let view = play.view(Tab::Inspector);
    assert!(!view.live && view.past.branch && !view.past.back);
    play.ask(ExerciseIntent::BranchOff);
    let view = play.view(Tab::Inspector);
    assert!(view.live, "{:?}", view.answers);
    assert_eq!(play.exercise.session().head().tick, Tick(5));
    // A second one gets the next name.
    play.give(vec![Intent::Clock(ClockIntent::Step), Intent::Clock(ClockIntent::Seek(Tick(5)))]);
    play.ask(ExerciseIntent::BranchOff);
    assert_eq!(play.recordings().len(), 3);
}
