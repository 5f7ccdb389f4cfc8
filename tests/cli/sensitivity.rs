//! Which estimates matter: the table, its order, and what is told about what was tried.

use super::{BUILT_IN, Place};
use serde_json::Value;

const OUTAGE: &str = r#"(
    code: "uitval", title: (nl: "Uitval", en: "Outage"), summary: (nl: "Proef.", en: "Trial."),
    start: "2026-10-05 00:00", days: 2, seed: 7, marking: Public,
    at_start: [Impair((target: Process("EL", "VR19"), kind: Physical, loss: 1.0, lasts: "6h"))],
)"#;

fn json(place: &Place, args: &[&str]) -> Value {
    serde_json::from_str(&place.run(args).ended(0).out).unwrap()
}

#[test]
fn what_matters_most_comes_first_with_its_figures_and_source() {
    let place = Place::new();
    place.file("uitval.ron", OUTAGE);
    let args = [
        "sensitivity",
        "uitval.ron",
        "--only",
        "trust",
        "--only",
        "mast-batteries",
        "--only",
        "power-restart",
        "--metric",
        "level:MOB",
        "--region",
        "VR19",
        "--no-auto",
        "--json",
    ];
    let found = json(&place, &args);
    assert_eq!((&found["runs"], &found["days"]), (&Value::from(7), &Value::from(2)));
    let outcome = &found["outcomes"][0];
    assert_eq!(
        (&outcome["metric"], &outcome["about"], &outcome["region"]),
        (&"level".into(), &"MOB".into(), &"VR19".into())
    );
    let rows = outcome["rows"].as_array().unwrap();
    let name = |at: usize| rows[at]["parameter"].as_str().unwrap();
    let swing = |at: usize| rows[at]["swing"].as_i64().unwrap();
    assert_eq!((rows.len(), name(2), swing(2)), (3, "trust", 0));
    assert!(swing(0) >= swing(1) && swing(1) > 0, "{found:#}");
    let batteries = rows.iter().find(|row| row["parameter"] == "mast-batteries").unwrap();
    assert!(
        batteries["low"].as_i64() < outcome["base"].as_i64(),
        "shorter batteries, less telephone: {found:#}"
    );
    assert!(batteries["high"].as_i64() > outcome["base"].as_i64());
    assert_eq!((&batteries["confidence"], &batteries["sources"][0]), (&"A".into(), &"mast-batteries".into()));
    let figure = &batteries["figures"][0];
    assert_eq!(figure["path"], "arcs[MOB/EL].buffer.endurance_h");
    assert_eq!(
        (&figure["value"], &figure["low"], &figure["high"]),
        (&"1.7".into(), &"1.36".into(), &"2.499".into())
    );
    assert_eq!(json(&place, &args), found, "the same each time");
}

#[test]
fn the_table_speaks_both_languages() {
    let place = Place::new();
    place.file("uitval.ron", OUTAGE);
    let args =
        ["sensitivity", "uitval.ron", "--days", "1", "--only", "mast-batteries", "--only", "stay-military"];
    let dutch = place.run(&args).ended(0).names(&[
        "Gevoeligheid van Uitval: één dag, 2 schattingen, 5 keer gespeeld",
        "Wat mensen tekortkwamen",
        "Accu's van zendmasten",
        "Geen verschil: Ligduur van militaire gewonden",
        "1.7, geprobeerd met 1.36 en 2.499; A, ",
    ]);
    let bars: Vec<&str> = dutch.out.lines().filter(|line| line.contains('█')).collect();
    assert!(!bars.is_empty() && bars.iter().all(|line| line.contains("Accu's")), "{}", dutch.out);
    assert!(!dutch.out.contains("over de grens"), "no movement, so nothing about movements: {}", dutch.out);
    let english = [&args[..], &["--lang", "en"]].concat();
    place.run(&english).ended(0).names(&["Sensitivity of Outage", "Batteries of masts", "No difference"]);
}

#[test]
fn what_is_not_known_is_told_with_the_choice() {
    let place = Place::new();
    let run = |args: &[&str]| place.run(&[&["sensitivity", BUILT_IN, "--days", "1"], args].concat());
    run(&["--only", "batteries"]).ended(2).names(&["batteries", "mast-batteries"]);
    run(&["--metric", "gebrek"]).ended(2).names(&["gebrek", "unmet-need"]);
    run(&["--metric", "level:ELEC"]).ended(2).names(&["level:ELEC", "level:EL"]);
    run(&["--metric", "deaths", "--region", "VR99"]).ended(2).names(&["VR99", "VR19"]);
    place.run(&["sensitivity", "nowhere.ron"]).ended(2).names(&["nowhere.ron"]);
}

#[test]
fn every_estimate_of_the_list_can_be_built_at_both_ends() {
    let place = Place::new();
    place.file("uitval.ron", OUTAGE.replace("days: 2", "days: 1"));
    let found = json(&place, &["sensitivity", "uitval.ron", "--no-auto", "--metric", "unmet-need", "--json"]);
    let rows = found["outcomes"][0]["rows"].as_array().unwrap();
    assert!(rows.len() >= 20, "{}", rows.len());
    for row in rows {
        let figures = row["figures"].as_array().unwrap();
        assert!(!figures.is_empty(), "{row:#}");
        let moved = |each: &Value| each["low"] != each["value"] || each["high"] != each["value"];
        assert!(figures.iter().any(moved), "nothing moves: {row:#}");
    }
}
