//! What goes wrong: each case has one clear message, the right exit code, and leaves other files alone.

use super::{BINARY, BUILT_IN, Place, said};
use std::fs;

#[test]
fn files_that_are_no_scenario() {
    let place = Place::new();
    place.file("empty.ron", "");
    place.file("binary.ron", [0_u8, 159, 146, 150, 255, 1, 2, 3]);
    place.file("text.ron", "dit is geen RON");
    fs::create_dir(place.path("folder")).unwrap();
    for name in ["nowhere.ron", "empty.ron", "binary.ron", "text.ron", "folder"] {
        place.run(&["check", name]).ended(1).names(&[&format!("{name}:1:")]);
        place.run(&["run", name]).ended(2).names(&["fout: ", name]);
    }
    place.run(&["run", "eerste-doorvoor"]).ended(2).names(&["Ingebouwd: eerste-doorvoer"]);
    assert!(!place.path("oefeningen").exists());
}

#[test]
fn files_that_are_no_recording() {
    let place = Place::new();
    place.file("empty.oefening", "");
    place.file("binary.oefening", [0_u8, 159, 146, 150, 255, 10, 2, 3]);
    place.file("text.oefening", "Beste collega,\n");
    fs::create_dir(place.path("folder")).unwrap();
    let cases = [
        ("nowhere.oefening", "bestaat niet"),
        ("empty.oefening", "niets opgenomen"),
        ("binary.oefening", "geen opname"),
        ("text.oefening", "geen opname"),
        ("folder", "geen opname"),
    ];
    for (name, words) in cases {
        for task in ["verify", "replay", "continue"] {
            let said = place.run(&[task, name]).ended(2).names(&["fout: ", words]);
            let line = said.err.lines().next().unwrap_or_default();
            assert!(line.ends_with(name), "the path comes last: {line}");
        }
    }
    // One that cannot be read does not keep the others from being checked.
    place.recording("good.oefening");
    place.run(&["verify", "nowhere.oefening", "good.oefening"]).ended(2).names(&["In orde", "1 van 2"]);
}

#[test]
fn existing_files_stay_unless_told_otherwise() {
    let place = Place::new();
    place.file("a.oefening", "kostbaar");
    place.file("r.html", "kostbaar");
    let recording = ["run", BUILT_IN, "--days", "1", "--recording", "a.oefening"];
    place.run(&recording).ended(2).names(&["--force", "a.oefening"]);
    let report = ["run", BUILT_IN, "--days", "1", "--recording", "b.oefening", "--report", "r.html"];
    place.run(&report).ended(2).names(&["--force", "r.html"]);
    assert!(!place.path("b.oefening").exists(), "refused before anything was made");
    for name in ["a.oefening", "r.html"] {
        assert_eq!(fs::read(place.path(name)).unwrap(), b"kostbaar");
    }
    let forced =
        ["run", BUILT_IN, "--days", "1", "--recording", "a.oefening", "--report", "r.html", "--force"];
    place.run(&forced).ended(0);
    place.run(&["verify", "a.oefening"]).ended(0);
    assert!(fs::read_to_string(place.path("r.html")).unwrap().starts_with("<!DOCTYPE html>"));
    // Two runs in the same minute get two names.
    for _ in 0..2 {
        place.run(&["run", BUILT_IN, "--days", "1", "--out", "zelfde"]).ended(0);
    }
    assert_eq!(place.files("zelfde", ".oefening").len(), 2);
}

#[test]
fn places_that_cannot_be_written() {
    let place = Place::new();
    place.file("file", "x");
    fs::create_dir(place.path("folder")).unwrap();
    place.run(&["run", BUILT_IN, "--out", "file"]).ended(2).names(&["fout: ", "file"]);
    place
        .run(&["run", BUILT_IN, "--recording", "nowhere/a.oefening"])
        .ended(2)
        .names(&["bestaat niet", "nowhere"]);
    place.run(&["run", BUILT_IN, "--recording", "folder"]).ended(2).names(&["map", "folder"]);
    place.run(&["run", BUILT_IN, "--report", "nowhere/r.html"]).ended(2).names(&["bestaat niet", "nowhere"]);
    place.run(&["run", BUILT_IN, "--report", "folder"]).ended(2).names(&["map", "folder"]);
    assert!(!place.path("oefeningen").exists());
    if cfg!(target_os = "linux") {
        place.run(&["run", BUILT_IN, "--out", "/proc/oefeningen"]).ended(2).names(&["/proc/oefeningen"]);
    }
    #[cfg(unix)]
    for option in ["--recording", "--report"] {
        let device = place.path("apparaat");
        std::os::unix::fs::symlink("/dev/null", &device).unwrap();
        place
            .run(&["run", BUILT_IN, option, "apparaat", "--force"])
            .ended(2)
            .names(&["apparaat of iets anders"]);
        assert!(device.is_symlink(), "what is no ordinary file is never replaced");
        fs::remove_file(device).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_told() {
    let place = Place::new();
    place.recording("a.oefening");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(BINARY)
        .current_dir(place.path(""))
        .args(["verify", "a.oefening", "--lang", "nl"])
        .stdout(full)
        .output()
        .unwrap();
    said(output).ended(2).names(&["de uitvoer kan niet worden geschreven"]);
}

/// A limit on the size of files stands in for a full disk; the signal that goes with it is ignored, as a disk sends none.
#[cfg(unix)]
#[test]
fn a_full_disk_stops_the_recording_and_loses_nothing() {
    let place = Place::new();
    let whole = fs::read(place.recording("whole.oefening")).unwrap();
    // Room for the country, the plan and some hours; bash counts in blocks of 1024 bytes.
    let beginning: usize = whole.split_inclusive(|byte| *byte == b'\n').take(3).map(<[u8]>::len).sum();
    let limit = beginning.midpoint(whole.len()) / 1024;
    let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" \"$@\"");
    let output = std::process::Command::new("bash")
        .current_dir(place.path(""))
        .args([
            "-c",
            &script,
            BINARY,
            "run",
            BUILT_IN,
            "--days",
            "1",
            "--lang",
            "nl",
            "--recording",
            "a.oefening",
        ])
        .output()
        .unwrap();
    let said =
        said(output).ended(2).names(&["de opname is gestopt: de schijf is vol", "doorvoerland continue"]);
    assert!(said.err.trim_end().ends_with("a.oefening"), "{}", said.err);
    place.run(&["verify", "a.oefening"]).ended(0).names(&["compleet tot hier"]);
    // What was said to be decided is in the file.
    let last = said.out.lines().filter(|line| line.starts_with("Besluit ")).count();
    let opened = doorvoerland::session::replay::Opened::read(&place.path("a.oefening")).unwrap();
    let found = super::killed::commands(&opened);
    assert!(found.len() >= last, "{found:?} {last}");
    // With room again the exercise goes on to its end.
    place.run(&["continue", "a.oefening"]).ended(0).names(&["Verder vanaf D+0"]);
    place.run(&["verify", "a.oefening"]).ended(0).names(&["afgesloten, tot D+1 06:00"]);
}
