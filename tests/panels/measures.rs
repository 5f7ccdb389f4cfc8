//! Measures on the screen: one is looked up, read and taken with a reason; another role asks for it; its owner ends it.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        intent::{ClockIntent, ExerciseIntent, Intent},
        measures_ui::{MeasuresState, measures_ui},
        page::{Page, Tab},
    },
    sim::{
        command::{Actor, Ask, Command},
        ids::{MeasureId, RegionId, RoleId},
    },
    view::viewer::Viewer,
};
use egui_kittest::{Harness, kittest::Queryable as _};

fn measures(
    play: &mut Play,
    state: MeasuresState,
    user: impl FnOnce(&mut Harness<'_, (MeasuresState, Vec<Intent>)>),
) -> (MeasuresState, Vec<Intent>) {
    let view = play.view(Tab::Measures);
    let draw = move |ui: &mut egui::Ui, state: &mut MeasuresState, out: &mut Vec<Intent>| {
        let Page::Measures(page) = &view.page else { panic!("the page of measures") };
        measures_ui(ui, &view, page, state, out);
    };
    used(state, draw, user)
}

/// A measure that is taken for a region, with its owner.
fn regional(play: &Play) -> (MeasureId, RoleId) {
    let country = play.exercise.session().country();
    let measure = country.measures.rows.find(|row| row.code == "noodsteunpunten").expect("it is there");
    (measure, country.measures.rows[measure].owner)
}

fn reasoned(measure: MeasureId) -> MeasuresState {
    MeasuresState { reasons: [(measure, "Het is koud".to_owned())].into(), ..MeasuresState::default() }
}

#[test]
fn a_measure_is_found_opened_and_taken_by_its_owner() {
    let mut play = Play::new();
    let (measure, owner) = regional(&play);
    play.ask(ExerciseIntent::See(Viewer::Role(owner)));
    let Page::Measures(page) = play.view(Tab::Measures).page else { panic!("the page of measures") };
    let line = page.measures.iter().find(|row| row.measure == measure).expect("it is listed");
    assert!(line.mine && line.taken.is_empty(), "{line:?}");
    let name = line.name.clone();
    let found = MeasuresState { find: "noodsteun".to_owned(), mine: true, ..MeasuresState::default() };
    let (_, asked) = measures(&mut play, found, |user| {
        user.get_by_label(&name).click();
        user.run();
    });
    assert_eq!(asked, [Intent::Exercise(ExerciseIntent::ShowMeasure(Some((measure, None))))]);
    play.give(asked);
    play.ask(ExerciseIntent::ShowMeasure(Some((measure, Some(RegionId(18))))));
    let Page::Measures(page) = play.view(Tab::Measures).page else { panic!("the page of measures") };
    let card = page.open.expect("it is open");
    assert_eq!((card.region, card.take_as), (Some(RegionId(18)), Some(owner)));
    assert!(card.facts.len() > 5 && card.hindrance.is_empty(), "{card:?}");
    let (state, asked) = measures(&mut play, reasoned(measure), |user| {
        user.get_by_label_contains("Maatregel nemen als").click();
        user.run();
    });
    assert!(state.reasons[&measure].is_empty(), "the next reason is another");
    let command =
        Command::TakeMeasure { measure, region: Some(RegionId(18)), reason: "Het is koud".to_owned() };
    let decide = ExerciseIntent::Decide { command, actor: Actor::Role(owner), at: None };
    assert_eq!(asked, [Intent::Exercise(decide)]);
    play.give(asked);
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    // What is there is not taken again; it is ended.
    let (_, asked) = measures(&mut play, reasoned(measure), |user| {
        assert!(user.query_by_label_contains("Dat kan nu niet").is_none(), "nobody did anything wrong");
        user.get_by_label("Beëindigen").click();
        user.run();
    });
    assert!(
        matches!(
            asked.as_slice(),
            [Intent::Exercise(ExerciseIntent::Decide { command: Command::EndMeasure { .. }, .. })]
        ),
        "{asked:?}"
    );
}

#[test]
fn another_role_asks_for_it_and_nobody_acts_without_a_reason() {
    let mut play = Play::new();
    let (measure, owner) = regional(&play);
    let country = play.exercise.session().country();
    let other = country.roles.ids().find(|role| *role != owner).expect("another role");
    play.ask(ExerciseIntent::See(Viewer::Role(other)));
    play.ask(ExerciseIntent::ShowMeasure(Some((measure, Some(RegionId(18))))));
    let (_, nothing) = measures(&mut play, MeasuresState::default(), |user| {
        user.get_by_label_contains("Om deze maatregel vragen").click();
        user.run();
    });
    assert_eq!(nothing, []);
    let (_, asked) = measures(&mut play, reasoned(measure), |user| {
        user.get_by_label_contains("Om deze maatregel vragen").click();
        user.run();
    });
    let command = Command::Ask {
        about: Ask::Measure(measure, Some(RegionId(18))),
        offer_keur: 0,
        reason: "Het is koud".to_owned(),
    };
    let decide = ExerciseIntent::Decide { command, actor: Actor::Role(other), at: None };
    assert_eq!(asked, [Intent::Exercise(decide)]);
    play.give(asked);
    let requests = &play.exercise.session().head().requests;
    assert_eq!(requests.last().map(|row| (row.from, row.to)), Some((other, owner)));
    // The public picture has no such page.
    assert!(!Tab::Measures.is_for(Viewer::Public));
}
