//! Rounds in a scenario file: what they mean when little is said, and every fault with its place.

use super::{broken::with, build, faults};
use doorvoerland::sim::{
    ids::InjectId,
    rounds::{Minutes, Part},
    time::Tick,
};

const SUMMARY: &str = "summary: (";

fn rounds(rows: &str) -> String {
    with(&[(SUMMARY, &format!("rounds: [{rows}], {SUMMARY}"))])
}

#[test]
fn a_round_follows_the_one_before_and_takes_the_ordinary_minutes() {
    let text = rounds(
        r#"(name: (nl: "Een", en: "One"), until: "D+2 06:00", stops: ["I-01"], break_after: 10),
        (name: (nl: "Twee", en: "Two"), from: Some("D+3 06:00"), until: "D+4 06:00",
            minutes: Some((situation: 2, table: 8, between: 0, hand_in: 2, run: 3)))"#,
    );
    let plan = build(&text).unwrap_or_else(|error| panic!("{error}")).plan;
    let [one, two] = plan.rounds.as_slice() else { panic!("two rounds") };
    assert_eq!((one.from, one.until, one.minutes), (Tick(0), Tick(192), Minutes::default()));
    assert_eq!(
        (one.minutes.total(), one.break_after, one.stops.as_slice()),
        (45, 10, [InjectId(0)].as_slice())
    );
    assert_eq!((two.from, two.until, two.minutes.total()), (Tick(288), Tick(384), 15));
    assert_eq!(two.minutes.of(Part::Table), 8);
    assert_eq!(plan.seats.len(), 3, "who sits at the tables");
}

#[test]
fn every_fault_of_a_round_is_told_with_its_repair() {
    let text = rounds(
        r#"(name: (nl: "Een", en: "One"), until: "D+2 06:00", stops: ["I-10"]),
        (name: (nl: "Twee", en: "Two"), from: Some("D+1 06:00"), until: "D+3 06:00"),
        (name: (nl: "Drie", en: "Three"), until: "D+3 06:00"),
        (name: (nl: "Vier", en: "Four"), until: "D+40 06:00"),
        (name: (nl: "Vijf", en: "Five"), until: "D+5 06:00",
            minutes: Some((situation: 0, table: 0, between: 0, hand_in: 0, run: 0)))"#,
    );
    let told = faults(&text);
    for (fault, repair) in [
        ("unknown inject \"I-10\"", "did you mean"),
        ("this round begins before the one before it ends", "put the rounds in order of time"),
        ("this round ends before it begins", "give it a later `until`"),
        ("this moment lies after the end of the exercise of 10 days", "write an earlier moment"),
        ("the round takes 0 minutes", "add up to 1 to 1440 minutes"),
    ] {
        let line =
            told.lines().find(|line| line.contains(fault)).unwrap_or_else(|| panic!("{fault}: {told}"));
        assert!(
            line.starts_with("proef.ron:") && line.contains("rounds[#") && line.contains(repair),
            "{line}"
        );
    }
    assert_eq!(told.lines().count(), 5, "{told}");
}
