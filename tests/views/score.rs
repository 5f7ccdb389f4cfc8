//! The consequences in words: what is read first, what is said not to be computed, and that only the lead reads it.

use super::fixture::{by, texts};
use crate::rules::tiny;
use doorvoerland::{
    scenario::load,
    session::Session,
    sim::{
        command::{Actor, Command},
        effect::{DamageKind, Effect, Target},
        ids::{DenseId, InjectId},
        num::Level,
        plan::Trigger,
        time::{Span, Tick},
    },
    text::Language,
    view::{
        score_view::{ScoreView, score_view},
        viewer::Viewer,
    },
};
use expect_test::expect;
use std::{fmt::Write as _, sync::Arc};

/// A day and a half after a region of the shipped country lost its power for a day, with three hundred casualties.
fn night() -> Session {
    let text = include_str!("../validation/ordinary.ron");
    let exercise = crate::scenario_files::build(text).unwrap_or_else(|error| panic!("{error}"));
    let zeeland = exercise.country.regions.find(|row| row.code == "VR19").expect("Zeeland");
    let power = exercise.country.processes.find(|row| row.code == "EL").expect("electricity");
    let mut inject = tiny::inject(
        "I-01",
        Trigger::At(Tick(0)),
        vec![
            Effect::Impair {
                target: Target::Process(power, zeeland),
                kind: DamageKind::Digital,
                loss: Level::ONE,
                lasts: Span::hours(24),
            },
            Effect::Casualties { region: zeeland, triage: [20, 80, 200], military: false },
        ],
    );
    inject.trigger = Trigger::Manual;
    let mut session = Session::new(exercise.country, exercise.plan, None);
    let lead = || by(Actor::Lead);
    let invent = Command::InventInject { inject: Box::new(inject) };
    session.submit(lead(), Tick(0), invent).expect("the lead may invent");
    let fire = Command::FireInject { inject: InjectId::from_index(0) };
    session.submit(lead(), Tick(0), fire).expect("and send");
    session.advance(36 * 4).expect("nothing is recorded");
    session
}

fn told(view: &ScoreView) -> String {
    let mut text = String::new();
    let mut line = |words: &[&str]| {
        let words: Vec<&str> = words.iter().copied().filter(|word| !word.is_empty()).collect();
        writeln!(text, "{}", words.join(" | ")).expect("writing to a string");
    };
    line(&[&view.at]);
    for interest in &view.interests {
        line(&[&interest.name, &interest.worst]);
        for row in &interest.criteria {
            line(&["  ", row.letter, &row.name, &row.value, &row.class, &row.scales]);
        }
    }
    line(&[&view.mean]);
    for group in [&view.tracks, &view.baseline, &view.pillars] {
        line(&[&group.title]);
        for row in &group.rows {
            line(&["  ", &row.name, &row.stands, &row.about]);
        }
    }
    line(&[&view.served.means]);
    for row in &view.served.rows {
        line(&row.iter().map(String::as_str).collect::<Vec<_>>());
    }
    for group in &view.served.groups {
        line(&[group]);
    }
    text
}

#[test]
fn a_night_without_power_is_told_profile_first() {
    let session = night();
    let view = score_view(&session, Viewer::Lead, texts(), Language::Nl);
    assert!(view.thresholds.contains("nog te toetsen"));
    expect![[r#""#]].assert_eq(&told(&view));
    let english = score_view(&session, Viewer::Lead, texts(), Language::En);
    assert!(english.thresholds.contains("to be verified"));
    assert_eq!(english.interests.len(), 6);
    assert_eq!(english.served.rows.len(), view.served.rows.len());
}

#[test]
fn only_the_lead_reads_the_consequences() {
    let session = night();
    for viewer in super::fixture::players(&session) {
        assert_eq!(score_view(&session, viewer, texts(), Language::Nl), ScoreView::default());
    }
}

#[test]
fn a_country_without_a_score_says_so() {
    let mut exercise = tiny::Exercise::new();
    exercise.state();
    let session = Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None);
    let view = score_view(&session, Viewer::Lead, texts(), Language::En);
    assert!(view.interests.is_empty() && view.mean.contains("no consequences are weighed"));
    assert!(load::WORLD_FILES.contains(&"score.ron"));
}
