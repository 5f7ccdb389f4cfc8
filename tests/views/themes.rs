//! The script is looked up by theme of the risk analysis, in the language on the screen.

use super::fixture::texts;
use crate::rules::tiny::{Exercise, inject};
use doorvoerland::{
    session::Session,
    sim::{country::RiskTheme, plan::Trigger, time::Tick},
    text::Language,
    view::{inject_filter::InjectFilter, injects_view::injects_view, viewer::Viewer},
};
use std::sync::Arc;

#[test]
fn an_inject_is_found_by_its_theme() {
    let at = |hour: u32| Trigger::At(Tick(hour * 4));
    let mut exercise = Exercise::new()
        .inject(inject("A-1", at(1), Vec::new()))
        .inject(inject("A-2", at(2), Vec::new()))
        .inject(inject("A-3", at(3), Vec::new()));
    exercise.plan.themes = vec![Some(RiskTheme::Cyber), None, Some(RiskTheme::Nature)];
    exercise.state();
    let session = Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None);
    let found = |language, words: &str| -> Vec<String> {
        let filter = InjectFilter { words: words.to_owned(), ..InjectFilter::default() };
        let view = injects_view(&session, Viewer::Lead, texts(), language);
        view.line.iter().filter(|row| filter.keeps(row)).map(|row| row.code.clone()).collect()
    };
    assert_eq!(found(Language::Nl, "Cyberdreigingen"), ["A-1"]);
    assert_eq!(found(Language::En, "cyber threats"), ["A-1"]);
    assert_eq!(found(Language::Nl, "natuurrampen"), ["A-3"]);
    assert_eq!(found(Language::Nl, "economische"), [""; 0]);
    assert_eq!(found(Language::Nl, "").len(), 3);
}
