//! The file of the impact score: what is told when it is wrong, and that the shipped one is complete.

use super::{VALID, build, map};
use doorvoerland::{
    scenario::{load, source::Source},
    sim::country::{GaugeKind, Interest},
};
use expect_test::expect;
use std::fmt::Write as _;

/// One change to the shipped file each.
const WRONG: &[(&str, &str)] = &[
    ("(\"LOG\", (0.42,", "(\"LOG\", (0.92,"),
    ("(\"LOG\", (0.42,", "(\"LOGG\", (0.42,"),
    (
        "limits: Some(([10, 100, 1_000, 10_000], \"anv-limits\", B))",
        "limits: Some(([10, 100, 1_000], \"anv-limits\", B))",
    ),
    ("[10, 100, 1_000, 10_000]", "[10, 1_000, 100, 10_000]"),
    ("[10, 100, 1_000, 10_000]", "[0, 100, 1_000, 10_000]"),
    ("\"anv-limits\", B", "\"anv-limit\", B"),
    (
        "(code: \"1.1\", interest: Territorial)",
        "(code: \"1.1\", interest: Territorial, limits: Some(([1, 2, 3, 4], \"anv-limits\", B)))",
    ),
    ("(code: \"1.1\", interest: Territorial)", "(code: \"1.1\", interest: Social)"),
    ("measure: Some(LostNational(DigitalDays))", "measure: Some(Impact(Social))"),
    ("(metric: LostNational(Late))", "(metric: LostNational(Value))"),
    (
        "\"bewaking-kritiek\", \"reservisten-oproepen\", \"lcp-md\", \"responskader\"",
        "\"bewaking\", \"responskader\"",
    ),
    ("\"nl-alert\", \"nl-alert-regio\"", "\"nl-alert-regio\""),
    ("injury: [(1, \"bnra-scales\", B), ", "injury: ["),
];

#[test]
fn wrong_scores_are_told_with_their_repair() {
    let mut told = String::new();
    for (from, to) in WRONG {
        let mut world = load::world_built_in();
        let name = "assets/world/score.ron";
        let source = world.iter_mut().find(|source| source.name == name).expect("a file of the country");
        assert!(source.text().contains(from), "{name} has no {from}");
        *source = Source::new(name, source.text().replacen(from, to, 1));
        let faults = load::build_country(&world, map())
            .map_or_else(|error| error.to_string(), |_| "no fault".to_owned());
        writeln!(told, "{to}").expect("a string");
        for line in faults.lines() {
            writeln!(told, "    {line}").expect("a string");
        }
    }
    expect![[r#"
        ("LOG", (0.92,
            assets/world/score.ron:12:12: value: 1370 thousandths of the value added would stop (repair: make the parts add up to at most 1)
        ("LOGG", (0.42,
            assets/world/score.ron:13:10: value[#1]: unknown process "LOGG" (repair: did you mean "LOG"?)
        limits: Some(([10, 100, 1_000], "anv-limits", B))
            assets/world/score.ron:39:26: criteria["2.1"].limits: these are no limits of classes (repair: write 4 numbers above 0, each above the one before)
        [10, 1_000, 100, 10_000]
            assets/world/score.ron:39:26: criteria["2.1"].limits: these are no limits of classes (repair: write 4 numbers above 0, each above the one before)
        [0, 100, 1_000, 10_000]
            assets/world/score.ron:39:26: criteria["2.1"].limits: these are no limits of classes (repair: write 4 numbers above 0, each above the one before)
        "anv-limit", B
            assets/world/score.ron:39:53: criteria["2.1"].limits: unknown source "anv-limit" (repair: did you mean "anv-limits"?)
        (code: "1.1", interest: Territorial, limits: Some(([1, 2, 3, 4], "anv-limits", B)))
            assets/world/score.ron:33:59: criteria["1.1"].limits: limits of something that is not computed (repair: write a measure, or remove the limits)
        (code: "1.1", interest: Social)
            assets/world/score.ron:34:33: criteria["1.2"].interest: this criterion stands behind one of Social (repair: write criteria in the order of their interests)
        measure: Some(Impact(Social))
            assets/world/score.ron:35:60: criteria["1.3"].measure: the score would be computed from the score (repair: name something measured, such as LostNational)
        (metric: LostNational(Value))
            assets/world/score.ron:93:26: gauges["military"].terms[#1].metric: this is no share: it is not known when all is well and when nothing is left (repair: write well: Some((0, "source", C)) and gone)
        "bewaking", "responskader"
            assets/world/score.ron:179:17: gauges["pillar-territory"].measures[#1]: "bewaking" is a law, not a measure (repair: one of 109 known, such as aankooplimiet, actieve-cyberbescherming, aggregaten-defensie)
        "nl-alert-regio"
            assets/world/score.ron:185:19: gauges["pillar-support"].code: no pillar has the measure "nl-alert" (repair: name it under the pillar that it serves)
        injury: [
            assets/world/score.ron:31:13: injury: not a weight for each triage class (repair: write three: T1, T2 and T3)
    "#]].assert_eq(&told);
}

#[test]
fn the_shipped_score_has_all_that_the_method_names() {
    let (country, book) =
        load::build_country(&load::world_built_in(), map()).unwrap_or_else(|error| panic!("{error}"));
    let score = country.score.as_ref().expect("the shipped country is scored");
    let counts = Interest::ALL.map(|interest| score.of_interest(interest).count());
    assert_eq!(counts, [4, 3, 2, 1, 3, 5]);
    let kinds = GaugeKind::ALL.map(|kind| score.of_kind(kind).count());
    assert_eq!(kinds, [2, 7, 6], "tracks, requirements, pillars");
    // Limits, scales and weights all carry a source.
    assert!(book.score.len() >= 30 && book.figures.len() >= book.score.end);
}

#[test]
fn a_scenario_can_wait_for_consequences() {
    let waits = [
        "LostNational(Disrupted)",
        "Lost(InNeed, \"VR19\")",
        "Criterion(\"2.3\")",
        "Impact(Physical)",
        "Gauge(\"energy\")",
        "Gauge(\"pillar-support\")",
    ];
    for wait in waits {
        let text =
            VALID.replacen("At(\"D+1 06:45\")", &format!("When(AtLeast({wait}, 1), \"D+0 06:00\")"), 1);
        assert_ne!(text, VALID);
        let built = build(&text);
        assert!(built.is_ok(), "{wait}: {}", built.err().map_or_else(String::new, |error| error.to_string()));
    }
    let wrong = VALID.replacen("At(\"D+1 06:45\")", "When(AtLeast(Criterion(\"9.9\"), 1), \"D+0 06:00\")", 1);
    let told = build(&wrong).map_or_else(|error| error.to_string(), |_| "no fault".to_owned());
    assert!(told.contains("unknown criterion \"9.9\""), "{told}");
}
