//! The script's own fields: a file that uses all of them is sound, and every mistake in them is told with its place and repair.

use super::{VALID, faults, map};
use doorvoerland::{
    scenario::{load, source::Source},
    sim::{
        condition::Condition,
        ids::{InjectId, PersonId, StorylineId},
        plan::Trigger,
        script::{Doing, Priority, Wait},
        time::Span,
    },
};
use expect_test::expect_file;
use std::fmt::Write as _;

/// The valid scenario, with every field of the script used.
fn full() -> String {
    let changes = [
        (
            "    injects: [",
            concat!(
                "    storylines: [(code: \"spoor\", name: (nl: \"Spoor\", en: \"Rail\"))],\n",
                "    people: [(code: \"leider\", role: \"prorail\", function: (nl: \"de verkeersleider\", en: \"the signaller\"))],\n",
                "    injects: [",
            ),
        ),
        (
            "objectives: [\"op-tijd\"],",
            concat!(
                "options: [OrderRepair(\"crews.rail\"), TakeIn(\"noodsteunpunten\", \"VR19\"), End(\"boodschap\")], objectives: [\"op-tijd\"], people: [\"leider\"], storyline: \"spoor\", priority: Key, softer: \"I-04\",\n",
                "            acted: Any([Decided((what: RepairOrdered(\"crews.rail\"), by: \"prorail\")), Answered(\"I-02\")]),\n",
                "            absence: (talk: 25, send: \"I-04\", effects: [Impair(target: Terminal(\"vlissingen-sloe\"), kind: Human, loss: 0.5, lasts: \"8h\")]),",
            ),
        ),
        ("trigger: After(\"I-01\", \"12h\")", "trigger: AbsentTalk(\"I-01\", 40), one_of: \"schip\""),
        ("channel: Report,", "channel: Report, one_of: \"schip\", effect_at: \"D+9 08:00\","),
    ];
    changes.iter().fold(VALID.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the valid file has no {from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn every_field_of_the_script_is_read() {
    let source = Source::new("proef.ron", full());
    let built = load::build(load::world_built_in(), source, map()).unwrap_or_else(|error| panic!("{error}"));
    let plan = &built.plan;
    let [first, ship, still] = [0, 1, 2].map(|id| &plan.injects[InjectId(id)]);
    let staging = &first.staging;
    assert_eq!((staging.storyline, staging.priority), (Some(StorylineId(0)), Priority::Key));
    assert_eq!((staging.people.as_slice(), staging.softer), (&[PersonId(0)][..], Some(InjectId(3))));
    assert!(
        matches!(
            staging.options.as_slice(),
            [Doing::RepairOrdered(_), Doing::Taken(_, Some(_)), Doing::Ended(_, None)]
        ),
        "{:?}",
        staging.options
    );
    assert_eq!(staging.on_absence.nl, "Het OM claimt de plaats.");
    let absence = staging.absence.as_ref().expect("something happens when nobody acts");
    assert_eq!((absence.after, absence.send, absence.effects.len()), (Wait::Talk(25), Some(InjectId(3)), 1));
    let Some(Condition::Any(acted)) = &staging.acted else { panic!("{:?}", staging.acted) };
    let [Condition::Decided(decided), Condition::Answered(InjectId(1))] = acted.as_slice() else {
        panic!("{acted:?}")
    };
    assert!(matches!(decided.what, Doing::RepairOrdered(_)));
    assert_eq!(
        decided.since,
        Some(InjectId(0)),
        "in `acted` it counts from the sending of the inject itself"
    );
    assert_eq!(ship.trigger, Trigger::Absent(InjectId(0), Wait::Talk(40)));
    assert_eq!(ship.staging.one_of, still.staging.one_of);
    assert!(ship.staging.one_of.is_some() && first.staging.one_of.is_none());
    assert!(still.staging.effect_at.is_some());
    // What was left out has a default.
    assert_eq!((ship.staging.priority, ship.effect_after), (Priority::Normal, Span(0)));
}

#[test]
fn an_inject_needs_little() {
    let text = VALID.replacen(
        "    injects: [",
        "    injects: [\n(code: \"K-1\", title: (nl: \"Kort\", en: \"Short\"), text: (nl: \"Hallo.\", en: \"Hello.\"), sender: (nl: \"Pers\", en: \"Press\")),",
        1,
    );
    let source = Source::new("proef.ron", text);
    let built = load::build(load::world_built_in(), source, map()).unwrap_or_else(|error| panic!("{error}"));
    let row = &built.plan.injects[InjectId(0)];
    assert_eq!(row.trigger, Trigger::Manual);
    assert!(row.is_to_all() && row.expected.nl.is_empty());
}

/// One change to the full file each.
const WRONG: &[(&str, &str)] = &[
    ("storyline: \"spoor\"", "storyline: \"spor\""),
    ("storyline: \"spoor\", ", ""),
    ("role: \"prorail\", function", "role: \"prorial\", function"),
    ("people: [\"leider\"]", "people: [\"lieder\"]"),
    ("priority: Key", "priority: Sleutel"),
    ("softer: \"I-04\"", "softer: \"I-03\""),
    ("OrderRepair(\"crews.rail\")", "OrderRepair(\"crews.rial\")"),
    ("TakeIn(\"noodsteunpunten\", \"VR19\")", "Take(\"noodsteunpunten\")"),
    ("TakeIn(\"noodsteunpunten\", \"VR19\")", "TakeIn(\"noodsteunpunten\", \"VR91\")"),
    ("End(\"boodschap\")", "EndIn(\"boodschap\", \"VR19\")"),
    ("End(\"boodschap\")", "Doe(\"boodschap\")"),
    ("softer: \"I-04\"", "softer: \"I-01\""),
    ("softer: \"I-04\"", "softer: \"I-04\", harder: \"I-04\""),
    ("softer: \"I-04\"", "softer: \"I-40\""),
    ("RepairOrdered(\"crews.rail\")", "RepairOrdered(\"crews.rial\")"),
    ("RepairOrdered(\"crews.rail\")", "Repaired(\"crews.rail\")"),
    ("by: \"prorail\"", "by: \"prorial\""),
    ("Answered(\"I-02\")", "Answered(\"I-20\")"),
    ("talk: 25", "talk: 0"),
    ("talk: 25", "talk: 2500"),
    ("talk: 25, ", ""),
    ("talk: 25", "talk: 25, after: \"6h\""),
    ("talk: 25, send: \"I-04\"", "talk: 25, send: \"I-01\""),
    (
        "talk: 25, send: \"I-04\", effects: [Impair(target: Terminal(\"vlissingen-sloe\"), kind: Human, loss: 0.5, lasts: \"8h\")]",
        "talk: 25",
    ),
    ("kind: Human, loss: 0.5, lasts: \"8h\"", "kind: Human, loss: 5, lasts: \"8h\""),
    ("AbsentTalk(\"I-01\", 40)", "AbsentTalk(\"I-01\", 0)"),
    ("AbsentTalk(\"I-01\", 40)", "Absent(\"I-02\", \"4h\")"),
    ("AbsentTalk(\"I-01\", 40)", "AfterTalk(\"I-10\", 4)"),
    ("channel: Report, one_of: \"schip\"", "channel: Report, one_of: \"schap\""),
    ("effect_at: \"D+9 08:00\"", "effect_at: \"D+19 08:00\""),
    ("effect_at: \"D+9 08:00\"", "effect_at: \"D+9 08:00\", effect_after: \"2h\""),
    (
        "trigger: At(\"D+1 06:45\"), effect_after: \"15m\"",
        "trigger: At(\"D+1 06:45\"), effect_at: \"D+1 05:00\"",
    ),
];

#[test]
fn mistakes_in_the_script_are_told_with_their_repair() {
    let full = full();
    let mut told = String::new();
    for (from, to) in WRONG {
        assert!(full.contains(from), "the full file has no {from}");
        writeln!(told, "{from} -> {to}").expect("a string");
        for line in faults(&full.replacen(from, to, 1)).lines() {
            writeln!(told, "    {line}").expect("a string");
        }
    }
    expect_file!["wrong_script.txt"].assert_eq(&told);
}
