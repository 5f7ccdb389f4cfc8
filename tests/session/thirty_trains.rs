//! The exercise "Dertig treinen" as a whole: automatic players finish it from every port, thirty trains cost something, and no
//! simple way of dividing is best at both.

use super::strategies::compared;
use doorvoerland::{
    auto::players::Players,
    geo::map::MapData,
    scenario::{
        load::{self, Exercise},
        source::Source,
    },
    session::{Session, journal::Journal, replay::Opened},
    sim::{
        digest::digest,
        ids::MovementId,
        metric::{self, Metric},
    },
    text::{Language, Texts},
};
use std::{path::Path, sync::OnceLock};

fn map() -> &'static MapData {
    static MAP: OnceLock<MapData> = OnceLock::new();
    MAP.get_or_init(|| MapData::built_in().expect("the built-in map is whole"))
}

fn chosen(values: &[(&str, &str)]) -> Vec<(String, String)> {
    values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}

fn source() -> Source {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/dertig-treinen.ron");
    Source::open(&path).expect("the file is there")
}

fn exercise(values: &[(&str, &str)]) -> Exercise {
    load::build_filled(load::world_built_in(), source(), &chosen(values), map())
        .unwrap_or_else(|error| panic!("{error}"))
}

const BRIGADE: MovementId = MovementId(0);

#[test]
fn no_simple_way_of_dividing_is_best_at_both() {
    for [nothing, transit, civil, ..] in compared(&mut exercise(&[]), BRIGADE, &[1, 2, 3]) {
        // Thirty trains do not fit in what the railway keeps free, and those who make them fit make others wait.
        assert!(nothing.across < 500, "{nothing:?}");
        assert!(transit.across > nothing.across + 200, "{transit:?} {nothing:?}");
        assert!(transit.waited > civil.waited + civil.waited / 20, "{transit:?} {civil:?}");
    }
}

#[test]
fn automatic_players_finish_it_from_every_port() {
    let texts = Texts::new();
    for port in ["vlissingen-sloe", "waalhaven", "eemshaven"] {
        let exercise = exercise(&[("port", port)]);
        let play = || {
            let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
            let players = Players::for_all(&session, &texts, Language::Nl);
            let length = session.plan().length.0;
            players.advance(&mut session, length, &mut |_, _| ()).expect("nothing is recorded");
            session
        };
        let session = play();
        assert_eq!(session.head().tick, session.plan().end());
        assert!(!session.log().is_empty(), "{port}: somebody decided something");
        let plan = session.plan();
        let sent = plan
            .injects
            .ids()
            .filter(|id| session.head().injects.get(*id).is_some_and(|row| row.sent.is_some()));
        assert!(sent.count() >= 25, "{port}");
        let across = metric::value(session.country(), session.head(), Metric::Delivered(BRIGADE));
        assert!(across > 300, "{port}: {across}");
        assert_eq!(plan.filled[0], ("port".to_owned(), port.to_owned()), "the plan says what was filled in");
        if port == "eemshaven" {
            assert_eq!(digest(session.head()), digest(play().head()));
            assert!(plan.injects.rows().iter().any(|row| row.text.nl.contains("in de Eemshaven")));
            assert!(
                plan.injects
                    .rows()
                    .iter()
                    .all(|row| !row.text.nl.contains("Vlissingen") && !row.text.nl.contains('{'))
            );
        }
    }
}

#[test]
fn a_lead_fills_it_in_and_what_was_filled_in_is_recorded() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.oefening");
    let values = [
        ("port", "waalhaven"),
        ("date", "2027-05-10"),
        ("length", "45-min"),
        ("tables", "twintig"),
        ("opponent", "Oostmark"),
    ];
    let exercise = exercise(&values);
    assert_eq!((exercise.plan.rounds.len(), exercise.script.roles.len()), (2, 20));
    assert!(
        exercise.plan.summary.nl.contains("van Rotterdam naar")
            && exercise.plan.summary.nl.contains("maandag 10 mei 2027")
    );
    assert!(exercise.plan.summary.en.contains("Monday 10 May 2027"));
    let journal = Journal::create(&path, &exercise.country, &exercise.plan, 0).expect("the disk takes it");
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), Some(journal));
    session.advance(8).expect("the disk takes it");
    drop(session);
    // Nothing but the recording is needed afterwards: the values are in it, and everything that came of them.
    let opened = Opened::read(&path).expect("it was just written");
    assert_eq!(opened.plan().filled, exercise.plan.filled);
    assert_eq!(*opened.plan().summary.nl, exercise.plan.summary.nl);
    assert!(opened.plan().filled.contains(&("port".to_owned(), "waalhaven".to_owned())));
}
