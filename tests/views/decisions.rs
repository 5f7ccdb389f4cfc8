//! What others read of a role's decisions: all that it decided about the country once that takes effect, whatever kind it is.

use super::fixture::{by, texts};
use crate::rules::tiny;
use doorvoerland::{
    session::Session,
    sim::{
        command::{Actor, Command},
        country::Measures,
        ids::{MeasureId, Table},
        time::Tick,
    },
    text::Language,
    view::{log_view::decisions_view, viewer::Viewer},
};
use std::sync::Arc;

#[test]
fn a_measure_is_read_by_everybody_from_when_it_is_taken_until_it_is_ended() {
    let mut country = tiny::country();
    country.measures = Measures {
        rows: Table::new(vec![tiny::measure("plain")]),
        planned_permille: 1000,
        ..Measures::default()
    };
    let mut exercise = tiny::Exercise::with(country);
    exercise.state();
    let mut session = Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None);
    let measure = MeasureId(0);
    let count = |session: &Session| {
        let viewers = [Viewer::Role(tiny::OPERATOR), Viewer::Role(tiny::MINISTER), Viewer::Public];
        viewers.map(|viewer| decisions_view(session, viewer, texts(), Language::Nl, 9).decisions.len())
    };
    let who = by(Actor::Role(tiny::OPERATOR));
    let reason = "Nu nodig.".to_owned();
    let take = Command::TakeMeasure { measure, region: None, reason: reason.clone() };
    session.submit(who, Tick(2), take).expect("the owner may take it");
    session.advance(1).expect("nothing is recorded");
    assert_eq!(count(&session), [1, 0, 0], "before it takes effect it is its owner's alone");
    session.advance(2).expect("nothing is recorded");
    assert_eq!(count(&session), [1, 1, 0]);
    let end = Command::EndMeasure { measure, region: None, reason };
    session.submit(who, Tick(3), end).expect("the owner may end it");
    session.advance(1).expect("nothing is recorded");
    assert_eq!(count(&session), [2, 2, 0]);
}
