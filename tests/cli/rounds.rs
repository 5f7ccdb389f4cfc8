//! Rounds, stages, three clocks and the briefing on the command line.

use super::{Place, TEN_DAYS};
use std::fs;

#[test]
fn a_run_plays_the_rounds_and_a_replay_shows_them_by_three_clocks() {
    let place = Place::new();
    place.file("tien-dagen.ron", TEN_DAYS);
    let args = [
        "run",
        "tien-dagen.ron",
        "--days",
        "4",
        "--no-auto",
        "--recording",
        "g.oefening",
        "--report",
        "g.html",
    ];
    let said = place
        .run(&args)
        .ended(0)
        .names(&["Doorrekenen: ronde 1 (Verhoogde hybride druk)", "ronde 2 (Sabotagecampagne)"]);
    assert!(!said.out.contains("ronde 3"), "four days hold two rounds: {}", said.out);
    place.run(&["verify", "g.oefening"]).ended(0).names(&["In orde, afgesloten, tot D+4 06:00"]);
    let replay = place.run(&["replay", "g.oefening"]).ended(0);
    for words in [
        "STARTEX, in rondes.",
        "Begonnen met ronde 2",
        "staat stil bij",
        "ENDEX.",
        "Directe nabespreking",
        "Oefening gesloten.",
    ] {
        assert!(replay.out.contains(words), "{words}: {}", replay.out);
    }
    // Scenario time, playing time by the plan of minutes, time on the wall.
    let second = replay.out.lines().find(|line| line.contains("Begonnen met ronde 2")).unwrap();
    let clocks: Vec<&str> = second.split("  ").collect();
    assert_eq!(clocks[..2], ["D+3 06:00", "00:45"], "{second}");
    assert!(clocks[2].len() == 5 && clocks[2].contains(':'), "{second}");
    let report = fs::read_to_string(place.path("g.html")).unwrap();
    for words in
        ["Verloop van de oefening zelf", "Stand: GESLOTEN. Speelduur 01:30.", "Werkelijke tijd", "Gespeeld"]
    {
        assert!(report.contains(words), "{words}");
    }
    place.run(&["export", "g.oefening", "--out", "g.json", "--days", "1"]).ended(0);
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(place.path("g.json")).unwrap()).unwrap();
    assert_eq!(json["format"], 5);
    assert_eq!(json["command_times"].as_array().unwrap().len(), json["commands"].as_array().unwrap().len());
    let course = json["course"].as_array().unwrap();
    assert!(course.len() >= 3 && course.iter().all(|row| row["times"]["played_s"].is_u64()), "{course:?}");
    place.run(&["continue", "g.oefening", "--no-play"]).ended(0).names(&["Stand van de oefening: GESLOTEN"]);
}

#[test]
fn a_briefing_is_one_page_for_one_role_at_one_moment() {
    let place = Place::new();
    place.file("tien-dagen.ron", TEN_DAYS);
    let said = place.run(&["briefing", "tien-dagen.ron", "--role", "nctv", "--at", "D+1 12:00"]).ended(0);
    said.names(&[
        "OEFENING",
        "Wie ben ik",
        "Waar staan we",
        "Wat is besloten",
        "Wat ligt er bij mij",
        "Mijn eerste zorg",
        "onderzoeksschip",
        "D+1 12:00",
    ]);
    let args = ["briefing", "tien-dagen.ron", "--role", "nctv", "--lang", "en", "--out", "n.html"];
    place.run(&args).ended(0).names(&["Briefing written", "n.html"]);
    let page = fs::read_to_string(place.path("n.html")).unwrap();
    assert!(page.contains("My first worry") && page.contains("<h1>Briefing for latecomers: "));
    // The ship is told on the second day: before that the page knows nothing of it.
    assert!(!page.contains("research ship"));
    place.run(&args).ended(2).names(&["n.html"]);
    place.run(&["briefing", "tien-dagen.ron", "--role", "koning"]).ended(2).names(&["koning", "prorail"]);
    let recording = ["run", "eerste-doorvoer", "--days", "1", "--recording", "e.oefening"];
    place.run(&recording).ended(0);
    place
        .run(&["briefing", "e.oefening", "--role", "prorail"])
        .ended(0)
        .names(&["D+1 06:00", "Ik verdeel: "]);
}

#[test]
fn a_variant_leaves_the_recording_as_it_is_and_goes_on() {
    let place = Place::new();
    let run = ["run", "eerste-doorvoer", "--days", "2", "--recording", "e.oefening"];
    place.run(&run).ended(0);
    let before = fs::read(place.path("e.oefening")).unwrap();
    let branch = ["branch", "e.oefening", "--at", "D+1 06:00", "--out", "v.oefening"];
    place.run(&branch).ended(0).names(&["Variant vanaf D+1 06:00 gemaakt", "v.oefening"]);
    assert_eq!(fs::read(place.path("e.oefening")).unwrap(), before);
    let stopped = ["Stand van de oefening: STARTEX", "D+1 06:00"];
    place.run(&["continue", "v.oefening", "--no-play"]).ended(0).names(&stopped);
    place.run(&["continue", "v.oefening"]).ended(0);
    place.run(&["verify", "v.oefening"]).ended(0).names(&["In orde, afgesloten, tot D+2 06:00"]);
    place.run(&branch).ended(2).names(&["v.oefening"]);
    let late = ["branch", "e.oefening", "--at", "D+3 06:00", "--out", "w.oefening"];
    place.run(&late).ended(2).names(&["D+2 06:00", "e.oefening"]);
}
