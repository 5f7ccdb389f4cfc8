//! `matrix` as a user meets it: of a scenario what is planned, of a recording what was seen, with what is missing; and the same in the
//! report and its summary.

use super::{Place, TEN_DAYS};
use serde_json::Value;
use std::fs;

#[test]
fn the_matrix_of_a_scenario_names_what_is_missing() {
    let place = Place::new();
    place.run(&["matrix", "grijze-zone"]).ended(0).names(&["E4 [open]", "met iets dat ontbreekt: 0"]);
    place
        .run(&["matrix", "onder-druk", "--lang", "en"])
        .ended(0)
        .names(&["with something missing: 0", "on the shelf"]);
    place.run(&["new", "x"]).ended(0);
    let text = fs::read_to_string(place.path("x.ron")).unwrap();
    let bare = text
        .replace("objectives: [\"O1\", \"O2\"]", "objectives: [\"O1\"]")
        .replace("objectives: [\"O2\"]", "objectives: [\"O1\"]");
    fs::write(place.path("bare.ron"), &bare).unwrap();
    let said = place.run(&["matrix", "bare.ron", "--json"]).ended(0).out;
    let matrix: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(matrix["objectives"][1]["gaps"], serde_json::json!(["NoInject"]), "{said}");
    assert_eq!(matrix["objectives"][1]["criteria"][0]["standing"], "Open");
    place.run(&["matrix", "nergens.ron"]).ended(2);
}

#[test]
fn the_matrix_of_a_recording_tells_what_was_decided_and_so_do_report_and_summary() {
    let place = Place::new();
    place.file("tien-dagen.ron", TEN_DAYS);
    let told = place
        .run(&["run", "tien-dagen.ron", "--recording", "a.oefening", "--report", "a.html", "--json"])
        .ended(0);
    let said = place.run(&["matrix", "a.oefening", "--json"]).ended(0).out;
    let matrix: Value = serde_json::from_str(&said).unwrap();
    let criteria = |at: usize| matrix["objectives"][at]["criteria"].as_array().unwrap().clone();
    let standing = |at: usize, code: &str| {
        let row = criteria(at).into_iter().find(|row| row["code"] == code).unwrap();
        row["standing"].as_str().unwrap().to_owned()
    };
    assert_eq!(standing(0, "E1"), "NotMet", "automatic players put nothing on paper");
    assert_eq!(standing(0, "E3"), "NotObserved", "nobody gave a mark");
    assert!(matrix["objectives"][0]["gaps"].as_array().unwrap().contains(&Value::from("NoObservation")));
    let early = place.run(&["matrix", "a.oefening", "--at", "D+0 07:00"]).ended(0);
    assert!(early.out.contains("E1 [open]"), "{}", early.out);
    let summary: Value = serde_json::from_str(&told.out).unwrap();
    let rows = summary["evaluation"].as_array().unwrap();
    assert_eq!(rows.len(), 8);
    assert!(rows.iter().any(|row| row["code"] == "E1" && row["standing"] == "NotMet"));
    assert_eq!(summary["dossier"]["decisions"], 0);
    let report = fs::read_to_string(place.path("a.html")).unwrap();
    for part in ["Evaluatie: oefendoelen, injects en waarnemingen", "E4 (O2)", "niet waargenomen"] {
        assert!(report.contains(part), "{part}");
    }
}
