//! What a scenario author types: new, check, preflight, reference, and events lists both ways.

#[cfg(feature = "paper")]
use super::BUILT_IN;
use super::Place;
use doorvoerland::scenario::{load, reference::Reference, source::Source};
use std::fs;

#[test]
fn a_new_scenario_is_in_order_plays_and_is_the_same_in_both_languages() {
    let place = Place::new();
    place.run(&["new", "mijn-oefening"]).ended(0).names(&["mijn-oefening.ron"]);
    place.run(&["new", "mijn-oefening"]).ended(2);
    place.run(&["new", "mijn oefening"]).ended(2).names(&["letters"]);
    place.run(&["new", "ours", "--lang", "en"]).ended(0);
    place.run(&["check", "mijn-oefening.ron", "ours.ron"]).ended(0).names(&["4 injects"]);
    let read = |name: &str| fs::read_to_string(place.path(name)).unwrap();
    let (dutch, english) = (read("mijn-oefening.ron"), read("ours.ron"));
    assert!(
        dutch.contains("// Wat de oefening moet laten zien")
            && english.contains("// What the exercise must show")
    );
    let map = doorvoerland::geo::map::MapData::built_in().unwrap();
    let build = |text: &str| {
        load::build(load::world_built_in(), Source::new("x.ron", text.to_owned()), &map).unwrap().plan
    };
    assert_eq!(*build(&dutch), *build(&english.replace("\"ours\"", "\"mijn-oefening\"")));
    // Every file has a comment for nearly every field that an author changes first.
    assert!(
        dutch.matches("    //").count() >= 15 && dutch.matches("//").count() == english.matches("//").count()
    );
    let said =
        place.run(&["preflight", "mijn-oefening.ron", "--timeline"]).ended(0).names(&["I-01", "Fouten: 0,"]);
    assert!(!said.out.contains("fout: "), "{}", said.out);
    place
        .run(&["run", "mijn-oefening.ron", "--recording", "a.oefening"])
        .ended(0)
        .names(&["Stand D+3 06:00"]);
}

#[test]
fn a_preflight_finds_what_goes_wrong_on_the_day() {
    let place = Place::new();
    place.run(&["new", "x"]).ended(0);
    let text = fs::read_to_string(place.path("x.ron")).unwrap();
    let wrong = text
        .replace("en: \"Power failure\"", "en: \"\"")
        .replace("After(\"I-01\", \"2h\")", "After(\"I-01\", \"50h\")")
        .replace(
            "AtMost(Level(\"MOB\", \"VR19\"), 900)",
            "All([AtMost(Level(\"MOB\", \"VR19\"), 100), AtLeast(Level(\"MOB\", \"VR19\"), 900)])",
        )
        .replace(
            "receivers: [\"veiligheidsregio\"],\n            channel: Report",
            "receivers: [\"vws\"],\n            channel: Report",
        )
        .replace(
            "trigger: Manual,\n            shelf: true",
            "trigger: At(\"D+1 10:00\"),\n            shelf: true",
        )
        .replace("objectives: [\"O1\", \"O2\"]", "objectives: [\"O2\"]")
        .replace("due: \"D+2 18:00\"", "due: \"D+0 11:00\"");
    place.file("y.ron", &wrong);
    let said = place.run(&["preflight", "y.ron"]).ended(1);
    for finding in [
        "twijfel: injects[\"I-01\"].title: De tekst ontbreekt in één taal (en).",
        "fout: injects[\"I-02\"].trigger: Deze inject komt pas op D+3, na het einde.",
        "twijfel: injects[\"I-02\"].receivers: Geen van de ontvangers (vws) zit aan een tafel",
        "fout: injects[\"I-03\"].trigger: Deze voorwaarde kan nooit waar zijn",
        "twijfel: injects[\"I-03\"].trigger: In de generale repetitie is deze inject nooit verstuurd.",
        "twijfel: injects[\"S-01\"].shelf: Op de plank, en toch met een tijdstip",
        "twijfel: objectives[\"O1\"]: Geen enkele inject dient dit oefendoel.",
        "twijfel: roles[#",
    ] {
        assert!(said.out.contains(finding), "no {finding} in\n{}", said.out);
    }
    let json = place.run(&["preflight", "y.ron", "--json"]).ended(1).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(findings[0]["weight"], "wrong");
    assert!(findings.iter().any(|each| each["what"] == "preflight-never-true"));
    assert!(json["rehearsal"]["timeline"].as_array().is_some_and(|sent| !sent.is_empty()));
    assert_eq!(json["rehearsal"]["ticks"], 288);
}

#[test]
fn the_reference_has_every_field_and_word_of_the_schema() {
    let reference = Reference::of_scenario();
    let told = |name: &str| {
        reference.entries.iter().flat_map(|entry| &entry.lines).find(|line| line.name == name).cloned()
    };
    // What the source says between the brackets of its macros, read as text: nothing of it may be missing.
    let files = ["exercise", "conditions", "mel", "rounds"].map(|name| {
        let path = format!("{}/src/scenario/schema/{name}.rs", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).unwrap()
    });
    let schema = files.concat();
    let mut fields = 0;
    for line in schema.lines().filter(|line| line.starts_with("        ") && !line.starts_with("         ")) {
        let line = line.trim();
        let name: String = line.chars().take_while(|each| each.is_alphanumeric() || *each == '_').collect();
        let rest = &line[name.len()..];
        let field = rest.starts_with(": ") && !rest.contains("::");
        let word =
            (rest.starts_with('(') || rest == ",") && name.starts_with(|first: char| first.is_uppercase());
        if name.is_empty() || !(field || word) || name == "InjectId" || rest.ends_with("Id,") {
            continue;
        }
        let Some(found) = told(&name) else { panic!("{name} is not in the reference: {line}") };
        assert!(!found.doc.is_empty() && !found.example.is_empty(), "{found:?}");
        assert!(!field || !found.what.is_empty(), "{found:?}");
        fields += 1;
    }
    assert!(fields > 120, "{fields}");
    let shelf = told("shelf").unwrap();
    assert_eq!((shelf.what.as_str(), shelf.default.as_deref()), ("true or false", Some("false")));
    let effect_after = told("effect_after").unwrap();
    assert_eq!(effect_after.default.as_deref(), Some("None"));
    assert!(told("days").unwrap().what.contains("1 to 730"));
    let place = Place::new();
    let plain = place.run(&["reference"]).ended(0).names(&["InjectRow", "shelf: Ready to fire by hand."]).out;
    place.run(&["reference", "--html", "--out", "r.html", "--lang", "en"]).ended(0);
    let html = fs::read_to_string(place.path("r.html")).unwrap();
    for entry in &reference.entries {
        assert!(
            plain.contains(entry.name) && html.contains(&format!("id=\"{}\"", entry.name)),
            "{}",
            entry.name
        );
    }
}

#[cfg(feature = "paper")]
#[test]
fn an_events_list_goes_out_as_csv_and_comes_back() {
    let place = Place::new();
    place.run(&["mel", "export", BUILT_IN, "mel.csv"]).ended(0).names(&["12 injects"]);
    let same = place.run(&["mel", "import", "mel.csv", "--scenario", BUILT_IN]).ended(0).out;
    assert!(same.contains("nieuw: 0, gewijzigd: 0. Fouten: 0, om na te kijken: 0."), "{same}");
    let text = fs::read_to_string(place.path("mel.csv")).unwrap();
    place.file("new.csv", text.replace("Kabelbrand", "Brand in de kabel").replace("D+2 15:30", "D+2 15:40"));
    let said = place
        .run(&[
            "mel",
            "import",
            "new.csv",
            "--scenario",
            BUILT_IN,
            "-o",
            "new.ron",
            "--save-columns",
            "set.ron",
        ])
        .ended(0)
        .names(&["~ I-02: Titel (NL)", "~ I-06: Tijdstip", "D+2 15:45", "Scenario geschreven: new.ron"]);
    assert!(
        said.out.contains("C7: let op: „D+2 15:40” wordt D+2 15:45") || said.out.contains("B7: let op"),
        "{}",
        said.out
    );
    place.run(&["check", "new.ron"]).ended(0);
    let compared = place.run(&["mel", "compare", BUILT_IN, "new.ron"]).ended(0).out;
    assert!(compared.contains("    Tijdstip: D+2 15:30 → D+2 15:45"), "{compared}");
    assert!(compared.contains("Nieuw: 0, verdwenen: 0, gewijzigd: 2."), "{compared}");
    let broken = text.replace("D+2 15:30", "D+2 25:30").replace("ProRail\n", "de koning\n");
    place.file("broken.csv", broken);
    let args =
        ["mel", "import", "broken.csv", "--scenario", BUILT_IN, "-o", "broken.ron", "--columns", "set.ron"];
    place.run(&args).ended(1).names(&["B7: fout: „D+2 25:30” is geen tijdstip"]);
    assert!(!place.path("broken.ron").exists());
    place.run(&["mel", "import", "nowhere.csv", "--scenario", BUILT_IN]).ended(2).names(&["nowhere.csv"]);
}

#[cfg(feature = "paper")]
#[test]
fn an_events_list_goes_out_as_a_workbook_with_board_and_cards() {
    use doorvoerland::scenario::mel::grid;
    let place = Place::new();
    for scenario in [BUILT_IN, "onder-druk", "grijze-zone"] {
        let file = format!("{scenario}.xlsx");
        place.run(&["mel", "export", scenario, &file, "--lang", "en"]).ended(0);
        let sheets = grid::open(&place.path(&file)).unwrap();
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["MEL", "Planning board", "Role cards"]);
        assert!(sheets.iter().all(|sheet| sheet.rows.len() > 4), "{scenario}");
        let same = place.run(&["mel", "import", &file, "--scenario", scenario, "--lang", "en"]).ended(0).out;
        assert!(same.contains("new: 0, changed: 0. Faults: 0, to look at: 0."), "{same}");
    }
}
