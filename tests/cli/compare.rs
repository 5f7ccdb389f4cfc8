//! `compare` as a user meets it: groups side by side with where they part, the same in the report, and what is no comparison.

use super::Place;
use serde_json::Value;
use std::fs;

fn played(place: &Place, recording: &str, more: &[&str]) {
    let mut args = vec!["run", "leergang", "--days", "3", "--recording", recording, "--json"];
    args.extend(more);
    place.run(&args).ended(0);
}

#[test]
fn two_groups_stand_side_by_side_with_where_they_first_part() {
    let place = Place::new();
    played(&place, "voorjaar.oefening", &[]);
    played(&place, "najaar.oefening", &["--temperament", "bold", "--set", "date=2027-10-04"]);
    let said = place.run(&["compare", "voorjaar.oefening", "najaar.oefening"]).ended(0);
    let said = said.names(&[
        "Groepen naast elkaar: Leergang",
        "Let op: de eerste dag verschilt. voorjaar: 12 april 2027; najaar: 4 oktober 2027.",
        "Profiel: zes belangen",
        "Twee sporen",
        "Zes pijlers",
        "Gehaalde criteria",
        "E3 Het nationale niveau legt in ronde 1 zijn voornemen vast: niet gehaald (alle groepen)",
        "Waar de groepen voor het eerst uit elkaar gaan",
        "ronde 1 (Beloven)",
    ]);
    assert!(!said.out.contains("toevalsgetal"), "the seed is the same: {}", said.out);
    let json = place.run(&["compare", "voorjaar.oefening", "najaar.oefening", "--json"]).ended(0).out;
    let found: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found["scenario"], "leergang");
    let groups = found["groups"].as_array().unwrap();
    assert_eq!((groups.len(), &groups[1]["name"]), (2, &Value::from("najaar")));
    // The summary of each group is the one that the exercise itself ended with.
    for group in groups {
        let name = format!("{}.oefening", group["name"].as_str().unwrap());
        let own = place.run(&["replay", &name, "--json"]).ended(0).out;
        assert_eq!(group["summary"], serde_json::from_str::<Value>(&own).unwrap());
    }
    // Every first difference is one: somebody took it and somebody did not.
    let partings = found["partings"].as_array().unwrap();
    let first = partings.iter().filter(|row| row["deed"] != "");
    let mut count = 0;
    for row in first {
        let when: Vec<&str> = row["when"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(when.contains(&"\u{2013}") && when.iter().any(|cell| cell.starts_with("D+")), "{row}");
        count += 1;
    }
    assert!(count > 0, "careful and bold players never part: {json}");
    // The same in the report.
    place.run(&["replay", "voorjaar.oefening", "--report", "a.html", "--with", "najaar.oefening"]).ended(0);
    let report = fs::read_to_string(place.path("a.html")).unwrap();
    for part in ["Groepen naast elkaar", "Eerste verschil", "najaar"] {
        assert!(report.contains(part), "{part}");
    }
    place.run(&["replay", "voorjaar.oefening", "--report", "b.html"]).ended(0);
    assert!(!fs::read_to_string(place.path("b.html")).unwrap().contains("Groepen naast elkaar"));
}

#[test]
fn a_group_beside_itself_differs_in_nothing() {
    let place = Place::new();
    played(&place, "a.oefening", &[]);
    fs::copy(place.path("a.oefening"), place.path("b.oefening")).unwrap();
    let json = place.run(&["compare", "a.oefening", "b.oefening", "--json"]).ended(0).out;
    let found: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found["remarks"], serde_json::json!([]));
    let rows = found["sections"].as_array().unwrap().iter().flat_map(|row| row["rows"].as_array().unwrap());
    assert!(rows.clone().count() > 20);
    assert!(rows.clone().all(|row| row["differs"] == false), "{json}");
    assert!(found["partings"].as_array().unwrap().iter().all(|row| row["deed"] == ""), "{json}");
}

#[test]
fn what_is_no_comparison_is_refused_with_what_differs() {
    let place = Place::new();
    played(&place, "a.oefening", &[]);
    played(&place, "b.oefening", &["--set", "port=eemshaven"]);
    played(&place, "c.oefening", &["--seed", "7"]);
    place.run(&["compare", "a.oefening", "b.oefening"]).ended(2).names(&[
        "a en b zijn niet te vergelijken",
        "het veld port",
        "waalhaven tegenover eemshaven",
    ]);
    place
        .run(&["compare", "a.oefening", "c.oefening"])
        .ended(0)
        .names(&["Let op: het toevalsgetal verschilt"]);
    place.run(&["run", "kennismaking", "--recording", "k.oefening", "--json"]).ended(0);
    place.run(&["compare", "a.oefening", "k.oefening", "--lang", "en"]).ended(2).names(&[
        "two scenarios",
        "Leadership course",
        "First steps",
    ]);
    place.run(&["compare", "a.oefening"]).ended(2);
    place
        .run(&["replay", "a.oefening", "--report", "x.html", "--with", "b.oefening"])
        .ended(2)
        .names(&["het veld port"]);
    assert!(!place.path("x.html").exists());
}
