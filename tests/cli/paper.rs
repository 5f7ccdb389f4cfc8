//! `paper`: folders and files, what is refused, nothing replaced unasked.

use super::Place;
use std::fs;

#[test]
fn documents_lie_in_folders_by_table_and_are_not_replaced_unasked() {
    let place = Place::new();
    let args = [
        "paper",
        "grijze-zone",
        "--only",
        "situation",
        "--only",
        "road",
        "--date",
        "2026-11-30",
        "--out",
        "p",
    ];
    place.run(&args).ended(0).names(&["documenten"]);
    let sheet = place.path("p/haven/situatieblad-r1.pdf");
    assert!(fs::read(sheet).unwrap().starts_with(b"%PDF"));
    assert!(place.path("p/oefenleiding/weg-naar-startex.pdf").exists());
    place.run(&args).ended(2).names(&["--force"]);
    place.run(&[&args[..], &["--force"]].concat()).ended(0);
    let english =
        ["paper", "grijze-zone", "--table", "Haven", "--only", "slips", "--lang", "en", "--out", "e"];
    place.run(&english).ended(0).names(&["documents"]);
    assert!(place.path("e/ports/request-slips.pdf").exists());
}

#[test]
fn what_does_not_exist_is_named_with_what_does() {
    let place = Place::new();
    let run = |more: &[&str]| place.run(&[&["paper", "grijze-zone", "--out", "p"], more].concat());
    run(&["--round", "9"]).ended(2).names(&["9", "3 rondes"]);
    run(&["--table", "Keuken"]).ended(2).names(&["Keuken", "Haven"]);
    run(&["--date", "morgen"]).ended(2).names(&["morgen", "2026-11-30"]);
    run(&["--only", "poster"]).ended(2).names(&["situation"]);
    assert!(!place.path("p").exists());
}
