//! `operator`: cards from a pipe into a recording.

use super::{Place, said};
use doorvoerland::{
    geo::map::MapData,
    scenario::load::{self, Exercise},
    session::{
        Session,
        deck::{Choice, deck},
        journal::Journal,
        replay::Opened,
    },
    sim::command::Command,
};
use std::path::Path;

fn grey() -> Exercise {
    let map = MapData::built_in().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/ten_days.ron");
    load::open(&path, &map).unwrap()
}

#[test]
fn cards_from_a_pipe_are_read_back_recorded_and_kept() {
    let place = Place::new();
    let exercise = grey();
    let path = place.path("x.oefening");
    let journal = Journal::create(&path, &exercise.country, &exercise.plan, 0).unwrap();
    drop(Session::new(exercise.country.clone(), exercise.plan.clone(), Some(journal)));
    let cards = deck(&exercise.country, &exercise.plan);
    let card = cards.iter().find(|card| matches!(card.choice, Choice::Divide(_))).unwrap().number;
    let lines = format!("?\n7\n{card} 3 6 2 1430\n\n{card}\n3\n5\n9\n\n\nt\n\nstop\n");
    let told = said(place.command(&["operator", "x.oefening"]).write_stdin(lines).output().unwrap()).ended(0);
    let told =
        told.names(&["Er is geen kaart „7”", "14:30", "Genoteerd als nummer 1", "Teruggenomen", "Eén kaart"]);
    assert!(told.out.contains(&format!("Kaart {card}")));
    let opened = Opened::read(&path).unwrap();
    assert_eq!(opened.verify().divergence, None);
    let (session, _) = Session::resume(&path).unwrap();
    let given: Vec<&Command> = session.log().iter().map(|row| &row.command).collect();
    assert!(matches!(
        given[..],
        [Command::SetPolicy { .. }, Command::SetPolicy { .. }, Command::Undo { seq: 2 }]
    ));
}

#[test]
fn a_recording_that_is_not_there_is_an_error() {
    Place::new().run(&["operator", "weg.oefening"]).ended(2).names(&["weg.oefening"]);
}
