//! The page of measures: who may take which, what stands in the way now, and where it is in force.

use super::fixture::{by, texts};
use crate::rules::tiny;
use doorvoerland::{
    session::Session,
    sim::{
        command::{Actor, Command},
        country::{Lasting, Lever, Measure, Measures},
        ids::{MeasureId, RegionId, Table},
        plan::Text,
        time::{Span, Tick},
    },
    text::Language,
    view::{
        measures_view::{MeasureCard, MeasureWords, measures_view},
        viewer::Viewer,
    },
};
use std::sync::Arc;

const LOCAL: MeasureId = MeasureId(0);
const UNDER: MeasureId = MeasureId(1);

/// Help in a region, and something that needs a decree of the minister first.
fn session() -> Session {
    let mut country = tiny::country();
    country.measures = Measures {
        rows: Table::new(vec![
            Measure {
                regional: true,
                lasts: Some(Span::hours(24)),
                lasting: vec![Lasting::Lever(Lever::Message, 777)],
                ..tiny::measure("local")
            },
            Measure { under: Some(MeasureId(2)), ..tiny::measure("under") },
            Measure { owner: tiny::MINISTER, ..tiny::measure("decree") },
        ]),
        planned_permille: 1000,
        desk_most: Span::hours(24),
        ..Measures::default()
    };
    let mut exercise = tiny::Exercise::with(country);
    exercise.state();
    Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None)
}

fn card(session: &Session, viewer: Viewer, measure: MeasureId, region: Option<RegionId>) -> MeasureCard {
    let (does, price) = (Text { nl: "Doet iets.".into(), en: "Does something.".into() }, Text::default());
    let words = MeasureWords::from([("local".to_owned(), (does, price))]);
    let view = measures_view(session, viewer, texts(), Language::Nl, &words, Some((measure, region)));
    view.open.expect("there is such a measure")
}

#[test]
fn its_owner_takes_it_and_others_ask_for_it() {
    let session = session();
    let own = card(&session, Viewer::Role(tiny::OPERATOR), LOCAL, Some(tiny::R1));
    assert_eq!((own.take_as, own.hindrance.as_str()), (Some(tiny::OPERATOR), ""));
    assert!(own.ask_as.is_none());
    assert!(own.facts.iter().any(|(_, text)| text == "Doet iets."), "{:?}", own.facts);
    let other = card(&session, Viewer::Role(tiny::PRORAIL), LOCAL, Some(tiny::R1));
    assert_eq!((other.take_as, other.hindrance.as_str()), (None, ""));
    assert_eq!(other.ask_as.map(|(role, _)| role), Some(tiny::PRORAIL));
    let lead = card(&session, Viewer::Lead, LOCAL, Some(tiny::R1));
    assert_eq!((lead.take_as, &lead.ask_as), (Some(tiny::OPERATOR), &None), "the lead acts for the owner");
    // Sizes of levers are numbers of the model.
    let sized = |card: &MeasureCard| card.facts.iter().any(|(_, text)| text.contains("777"));
    assert!(sized(&lead) && !sized(&own), "{:?}", own.facts);
    let nothing = MeasureWords::new();
    let public = measures_view(&session, Viewer::Public, texts(), Language::Nl, &nothing, None);
    assert!(public.measures.is_empty());
}

#[test]
fn what_stands_in_the_way_is_said_before_anybody_tries() {
    let session = session();
    let barred = card(&session, Viewer::Role(tiny::OPERATOR), UNDER, None);
    assert_eq!(barred.take_as, Some(tiny::OPERATOR));
    assert!(!barred.hindrance.is_empty(), "the decree is missing");
    let asked = card(&session, Viewer::Role(tiny::PRORAIL), UNDER, None);
    assert_eq!(asked.hindrance, "", "one may ask for what still needs a basis");
}

#[test]
fn where_it_is_in_force_everybody_reads_and_its_owner_ends_it() {
    let mut session = session();
    let take = Command::TakeMeasure { measure: LOCAL, region: Some(tiny::R1), reason: "Nu".into() };
    session.submit(by(Actor::Role(tiny::OPERATOR)), Tick(0), take).expect("its owner may");
    session.advance(1).expect("nothing is recorded");
    let look = |session: &Session, viewer| card(session, viewer, LOCAL, Some(tiny::R1));
    let ordered = look(&session, Viewer::Role(tiny::PRORAIL));
    assert!(ordered.taken[0].words.contains("besloten"), "{:?}", ordered.taken);
    assert!(ordered.taken[0].end_as.is_none());
    assert!(!ordered.hindrance.is_empty(), "what is there already is not asked for");
    session.advance(20).expect("nothing is recorded");
    let begun = look(&session, Viewer::Role(tiny::OPERATOR));
    assert!(begun.taken[0].words.contains("in werking sinds"), "{:?}", begun.taken);
    assert_eq!(begun.taken[0].end_as, Some(tiny::OPERATOR));
    let nothing = MeasureWords::new();
    let view = measures_view(&session, Viewer::Role(tiny::PRORAIL), texts(), Language::En, &nothing, None);
    let line = view.measures.iter().find(|row| row.measure == LOCAL).expect("it is listed");
    assert!(!line.mine && line.taken.len() == 1, "{line:?}");
}
