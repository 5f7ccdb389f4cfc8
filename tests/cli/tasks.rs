//! What each task does when all is well.

use super::{BUILT_IN, Place};
use std::fs;

#[test]
fn help_shows_the_tasks_with_examples() {
    let place = Place::new();
    let said = place.run(&["--help"]).ended(0).names(&[
        "play",
        "run",
        "replay",
        "verify",
        "check",
        "continue",
        "Examples",
        "Exit codes",
    ]);
    assert!(!said.out.contains("map-compile"));
    for task in ["run", "replay", "verify", "check", "continue"] {
        place.run(&[task, "--help"]).ended(0).names(&["Example", "doorvoerland"]);
    }
    place.run(&["--version"]).ended(0).names(&[env!("CARGO_PKG_VERSION")]);
    place.run(&["dance"]).ended(2).names(&["dance"]);
}

#[test]
fn without_arguments_and_without_a_window_the_exercise_plays_itself() {
    let place = Place::new();
    let said = place.run(&[]).ended(0).names(&["OEFENING", "Eerste doorvoer"]);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    let recordings = place.files("oefeningen", ".oefening");
    assert_eq!(recordings.len(), 1);
    assert!(recordings[0].starts_with("eerste-doorvoer-20"), "{recordings:?}");
    assert_eq!(place.files("oefeningen", ".html"), [recordings[0].replace(".oefening", ".html")]);
    let path = format!("oefeningen/{}", recordings[0]);
    place.run(&["verify", &path]).ended(0).names(&["In orde, afgesloten, tot D+6 06:00"]);
}

#[test]
fn a_run_tells_its_decisions_and_its_result_in_five_lines() {
    let place = Place::new();
    let said = place.run(&["run", BUILT_IN, "--days", "2", "--recording", "a.oefening"]).ended(0);
    let decisions = said.out.lines().filter(|line| line.starts_with("Besluit ")).count();
    assert!(decisions > 0, "{}", said.out);
    let result: Vec<&str> = said.out.lines().skip(2 + decisions).collect();
    assert_eq!(result.len(), 5, "{}", said.out);
    assert!(result[0].starts_with("Stand D+2 06:00"), "{}", result[0]);
    assert!(result[4].starts_with(&format!("{decisions} besluiten")), "{}", result[4]);
    let alone = place
        .run(&["run", BUILT_IN, "--days", "1", "--no-auto", "--recording", "b.oefening", "--lang", "en"])
        .ended(0);
    assert!(alone.out.contains("0 decisions, of which 0 by automatic players"), "{}", alone.out);
}

#[test]
fn the_language_comes_from_the_option_or_the_environment() {
    let place = Place::new();
    place.run(&["check", "nowhere.ron"]).ended(1).names(&["één fout"]);
    place.run(&["check", "nowhere.ron", "--lang", "en"]).ended(1).names(&["one fault"]);
    let english = place.command(&["check", "nowhere.ron"]).env("LC_ALL", "en_GB.UTF-8").output().unwrap();
    assert!(String::from_utf8(english.stdout).unwrap().contains("one fault"));
    place.run(&["check", "nowhere.ron", "--lang", "fr"]).ended(2).names(&["nl (Dutch) and en (English)"]);
}

#[test]
fn the_same_seed_gives_the_same_result_and_another_one_another() {
    let place = Place::new();
    let result = |recording: &str, seed: &str| {
        let args = ["run", BUILT_IN, "--days", "2", "--seed", seed, "--json", "--recording", recording];
        place.run(&args).ended(0).out
    };
    let first = result("a.oefening", "7");
    assert_eq!(first, result("b.oefening", "7"));
    assert_ne!(first, result("c.oefening", "8"));
    let json: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(json["scenario"], BUILT_IN);
    assert_eq!(json["seed"], 7);
    assert_eq!(json["tick"], 192);
    assert!(json["pieces"].as_u64().unwrap() > 0);
    assert!(json["movements"].as_array().is_some_and(|rows| !rows.is_empty()));
    // What was recorded gives the same numbers as what was played.
    assert_eq!(place.run(&["replay", "a.oefening", "--json"]).ended(0).out, first);
}

#[test]
fn check_tells_all_faults_with_line_and_column() {
    let place = Place::new();
    place.run(&["check", BUILT_IN]).ended(0).names(&["in orde", "6 dagen"]);
    let text =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/eerste-doorvoer.ron")).unwrap();
    let wrong = text
        .replace("\"flat-wagon-sets\", to", "\"flat-wagon-set\", to")
        .replace("port: \"waalhaven\"", "port: \"waalhavn\"");
    place.file("wrong.ron", wrong);
    place.file("right.ron", &text);
    let said = place.run(&["check", "wrong.ron", "right.ron"]).ended(1).names(&[
        "right.ron: in orde",
        "flat-wagon-sets",
        "waalhaven",
    ]);
    let placed = |line: &&str| {
        let mut parts = line.splitn(4, ':');
        parts.next() == Some("wrong.ron")
            && parts.next().is_some_and(|line| line.parse::<u32>().is_ok())
            && parts.next().is_some_and(|column| column.parse::<u32>().is_ok())
    };
    assert!(said.out.lines().filter(placed).count() >= 2, "{}", said.out);
}

#[test]
fn a_replay_shows_any_moment_with_map_and_report() {
    let place = Place::new();
    place.recording("a.oefening");
    place.run(&["replay", "a.oefening"]).ended(0).names(&["D+0 ", "Stand D+1 06:00"]);
    let said = place
        .run(&["replay", "a.oefening", "--at", "D+0 14:30", "--map", "m.svg", "--report", "r.html"])
        .ended(0);
    assert!(said.out.contains("Stand D+0 14:30"), "{}", said.out);
    let map = fs::read_to_string(place.path("m.svg")).unwrap();
    assert!(map.starts_with("<svg ") && map.trim_end().ends_with("</svg>") && map.contains("OEFENING"));
    let report = fs::read_to_string(place.path("r.html")).unwrap();
    assert!(report.contains("D+0 14:30") && !report.contains("D+0 15:00"));
    place.run(&["replay", "a.oefening", "--at", "D+3 00:00"]).ended(2).names(&["D+1 06:00", "a.oefening"]);
    place.run(&["replay", "a.oefening", "--at", "D+0 14:37"]).ended(2).names(&["14:30 or 14:45"]);
    place.run(&["replay", "a.oefening", "--at", "D+0 05:00"]).ended(2).names(&["D+0 06:00"]);
}

#[test]
fn a_report_says_who_knew_of_an_ammunition_train_that_stood_still() {
    let place = Place::new();
    let report = |days: &str| {
        let args =
            ["run", BUILT_IN, "--days", days, "--lang", "nl", "--json", "--force", "--report", "r.html"];
        let said = place.run(&args).ended(0).out;
        let json: serde_json::Value = serde_json::from_str(&said).unwrap();
        (fs::read_to_string(place.path("r.html")).unwrap(), json["ammunition_stands"].clone())
    };
    let (html, stands) = report("1");
    assert!(stands.as_array().unwrap().is_empty() && !html.contains("Munitietreinen die stilstonden"));
    let (html, stands) = report("3");
    let section = html.split("Munitietreinen die stilstonden").nth(1).unwrap();
    let section = &section[..section.find("</table>").unwrap()];
    assert_eq!(section.matches("<tr").count(), 1 + stands.as_array().unwrap().len(), "{section}");
    for part in ["Amersfoort (veilig spoor)", "OCCR D+2 17:15", "DVVO D+2 17:30"] {
        assert!(section.contains(part), "{part}: {section}");
    }
}

#[test]
fn a_report_stands_alone_and_lets_no_text_become_a_tag() {
    let place = Place::new();
    let text =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/eerste-doorvoer.ron")).unwrap();
    let hostile = text.replace("nl: \"Eerste doorvoer\"", "nl: \"<script>alert('x')</script> & \\\"y\\\"\"");
    assert_ne!(hostile, text);
    place.file("hostile.ron", hostile);
    for (language, marking, heading) in
        [("nl", "OEFENING", "Verdeelstaat"), ("en", "EXERCISE", "Allocation statement")]
    {
        let (recording, report) = (format!("{language}.oefening"), format!("{language}.html"));
        let args = [
            "run",
            "hostile.ron",
            "--days",
            "1",
            "--lang",
            language,
            "--recording",
            &recording,
            "--report",
            &report,
        ];
        place.run(&args).ended(0);
        let html = fs::read_to_string(place.path(&report)).unwrap();
        assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"));
        assert!(
            html.contains(&format!("lang=\"{language}\""))
                && html.contains(marking)
                && html.contains(heading)
        );
        assert!(html.contains("@page { size: A4"));
        for outside in ["<script", "http://", "https://", "src=\"/", "@import", "[report-", "[timeline-"] {
            assert!(!html.contains(outside), "{outside}");
        }
    }
    let dutch = fs::read_to_string(place.path("nl.html")).unwrap();
    assert!(dutch.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;"));
}

#[test]
fn a_closed_pipe_is_no_error_and_the_recording_is_finished() {
    use std::io::{BufRead as _, BufReader, Read as _};
    let place = Place::new();
    let mut child = std::process::Command::new(super::BINARY)
        .current_dir(place.path(""))
        .args(["run", BUILT_IN, "--days", "2", "--recording", "a.oefening"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{complaints}");
    assert_eq!(complaints, "");
    place.run(&["verify", "a.oefening"]).ended(0).names(&["afgesloten, tot D+2 06:00"]);
}

#[test]
fn a_report_says_what_was_possible_when_it_is_asked() {
    let place = Place::new();
    place.recording("a.oefening");
    let replay = |language: &str, report: &str, more: &[&str]| {
        let args = ["replay", "a.oefening", "--at", "D+0 10:00", "--lang", language, "--report", report];
        let said = place.run(&[args.as_slice(), more].concat()).ended(0).out;
        (said, fs::read_to_string(place.path(report)).unwrap())
    };
    for (language, heading, not, column) in [
        ("nl", "Wat er mogelijk was", "Niet berekend", ">Hoogstens mogelijk<"),
        ("en", "What was possible", "Not computed", ">At most possible<"),
    ] {
        let (_, plain) = replay(language, &format!("{language}1.html"), &[]);
        assert!(plain.contains(heading) && plain.contains(not) && !plain.contains(column), "{language}");
        let more: &[&str] = if language == "nl" { &["--bound"] } else { &["--bound", "--json"] };
        let (said, full) = replay(language, &format!("{language}2.html"), more);
        assert!(full.contains(heading) && !full.contains(not) && full.contains(column), "{language}");
        assert!(!full.contains("[report-"), "a word is missing");
        if language == "nl" {
            assert!(said.contains("stuks; hoogstens mogelijk"), "{said}");
            continue;
        }
        let json: serde_json::Value = serde_json::from_str(&said).unwrap();
        for count in ["pieces_in_time", "civil_departures"] {
            let of = |key: &str| json["possible"][count][key].as_i64().unwrap();
            assert!(of("at_most") >= of("reached").max(of("nothing")), "{said}");
            assert!(of("at_most") <= of("asked") && of("asked") > 0, "{said}");
        }
    }
}

#[test]
fn the_score_says_its_limits_its_sources_and_what_is_not_computed() {
    let place = Place::new();
    let said = place.run(&["score", "onder-druk", "--at", "D+1 06:00", "--lang", "nl"]).ended(0).names(&[
        "Profiel: zes belangen",
        "2.1 Doden",
        "1.1 Aantasting van het grondgebied: niet berekend",
        "nog te toetsen",
        "Twee sporen",
        "Zeven basisvereisten van de NAVO",
        "Zes pijlers",
        "Wie geholpen werd en wie niet",
        "Bronnen van grenzen en gewichten",
        "criteria[\"2.1\"].limits = 10; 100; 1000; 10000",
        "zekerheid B",
    ]);
    assert!(!said.out.contains('['.to_string().repeat(2).as_str()), "{}", said.out);
    place.recording("a.oefening");
    let first = place.run(&["score", "a.oefening", "--lang", "en"]).ended(0).names(&[
        "Profile: six interests",
        "to be verified",
        "Seven NATO baseline requirements",
        "Military readiness: ",
        "confidence C",
    ]);
    assert_eq!(place.run(&["score", "a.oefening", "--lang", "en"]).ended(0).out, first.out);
    let json = place.run(&["replay", "a.oefening", "--json"]).ended(0).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = json["consequences"]["criteria"].as_array().unwrap();
    assert_eq!(rows.len(), 18);
    assert_eq!(rows[0]["computed"], false);
    assert_eq!(json["consequences"]["baseline"].as_array().unwrap().len(), 7);
    place.run(&["score", "nowhere.oefening"]).ended(2).names(&["nowhere.oefening"]);
}
