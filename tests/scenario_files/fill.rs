//! Fields that a lead fills in: what they put where, and every fault at the line that a person has to change.

use super::{broken::with, map};
use doorvoerland::scenario::{
    fault::ScenarioError,
    load::{self, Exercise},
    source::Source,
};
use expect_test::{Expect, expect};

const FIELDS: &str = r#"fields: [
        (name: "port", kind: Port, label: (nl: "Haven", en: "Port"), help: (nl: "-", en: "-"), default: "vlissingen-sloe",
            options: [
                (code: "vlissingen-sloe", parts: (days: 10, who: ["toc-dvvo", "prorail", "terminaloperator"], gate: (nl: "poort {date.weekday}", en: "gate {date.weekday}"))),
                (code: "waalhaven", parts: (days: 12, who: ["prorail"], gate: (nl: "de dijk", en: "the dike"))),
            ]),
        (name: "date", kind: Date, label: (nl: "Dag", en: "Day"), help: (nl: "-", en: "-"), default: "2026-10-12"),
        (name: "region", kind: Region, label: (nl: "Regio", en: "Region"), help: (nl: "-", en: "-"), default: "{port.region}"),
        (name: "enemy", kind: Text, label: (nl: "Naam", en: "Name"), help: (nl: "-", en: "-"), default: "Noordland"),
    ],
    summary: ("#;

/// The valid scenario with fields in texts, in references, in numbers and in lists.
fn scenario(changes: &[(&str, &str)]) -> String {
    let mut all = vec![
        (
            "Een brigade komt aan in Vlissingen.",
            "{Date.weekday} {date}: {port.in}, {port.gate}, {region.in}, van {enemy} {x en {",
        ),
        ("A brigade arrives at Vlissingen.", "{date}: {port.in}, {port.gate}, {region}"),
        ("\"2026-10-12 06:00\"", "\"{date} 06:00\""),
        ("days: 10", "days: Field(\"port.days\")"),
        ("roles: [\"toc-dvvo\", \"prorail\", \"terminaloperator\"]", "roles: Field(\"port.who\")"),
        ("(port: \"vlissingen-sloe\", arrives: \"D+3", "(port: \"{port}\", arrives: \"D+3"),
        ("Process(\"PNT\", \"VR02\")", "Process(\"PNT\", \"{region}\")"),
        // Last, so that the changes above meet the scenario and not its fields.
        ("summary: (", FIELDS),
    ];
    all.extend(changes);
    with(&all)
}

fn filled(text: &str, chosen: &[(&str, &str)]) -> Result<Exercise, ScenarioError> {
    let chosen: Vec<_> = chosen.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    load::build_filled(load::world_built_in(), Source::new("proef.ron", text.to_owned()), &chosen, map())
}

fn told(text: &str, chosen: &[(&str, &str)], expected: Expect) {
    let faults = filled(text, chosen).map_or_else(|error| error.to_string(), |_| "no fault".to_owned());
    expected.assert_eq(&faults);
}

#[test]
fn a_field_works_in_texts_references_numbers_and_lists() {
    let built = filled(&scenario(&[]), &[]).unwrap_or_else(|error| panic!("{error}"));
    let plan = &built.plan;
    assert_eq!(
        plan.summary.nl,
        "Maandag 12 oktober 2026: in Vlissingen, poort maandag, in Zeeland, van Noordland {x en {"
    );
    assert_eq!(plan.summary.en, "12 October 2026: at Vlissingen, gate Monday, Zeeland");
    assert_eq!((plan.length.0 / 96, plan.seats.len()), (10, 3));
    assert_eq!(plan.filled.len(), 4);
    let chosen = [("port", "waalhaven"), ("date", "2027-03-08"), ("enemy", "Oostmark")];
    let built = filled(&scenario(&[]), &chosen).unwrap_or_else(|error| panic!("{error}"));
    let plan = &built.plan;
    assert_eq!(
        plan.summary.nl,
        "Maandag 8 maart 2027: in Rotterdam, de dijk, in Rotterdam-Rijnmond, van Oostmark {x en {"
    );
    assert_eq!((plan.length.0 / 96, plan.seats.len()), (12, 1));
    let port = plan.movements.rows()[0].arrivals[1].port;
    assert_eq!(built.country.nodes[port].code, "waalhaven");
}

#[test]
fn a_filled_scenario_is_a_plain_one() {
    let source = Source::new("proef.ron", scenario(&[]));
    let chosen = [("port".to_owned(), "waalhaven".to_owned())];
    let (plain, form) = load::fill(source.clone(), &chosen).expect("it is sound");
    assert!(
        !plain.text().contains("{port")
            && !plain.text().contains("Field(")
            && plain.text().contains("filled: [")
    );
    assert!(plain.text().starts_with("// A small scenario"), "comments stay");
    assert_eq!(form.fields.len(), 4);
    let again = load::build(load::world_built_in(), Source::new("plat.ron", plain.text().to_owned()), map());
    let direct = load::build_filled(load::world_built_in(), source, &chosen, map()).expect("it is sound");
    assert_eq!(again.expect("it is sound").plan, direct.plan);
}

#[test]
fn a_fault_in_a_filled_text_points_at_the_line_as_written_and_names_the_field() {
    let text =
        scenario(&[("who: [\"toc-dvvo\"", "who: [\"toc-dvo\""), ("Process(\"PNT\"", "Process(\"PNX\"")]);
    told(
        &text,
        &[],
        expect![[r#"
            proef.ron:8:67: roles[#1]: unknown role "toc-dvo", with port = "vlissingen-sloe" filled in (repair: did you mean "toc-dvvo"?)
            proef.ron:73:32: at_start[#1].target: unknown process "PNX" (repair: did you mean "PNT"?)"#]],
    );
    let text = scenario(&[("\"{date} 06:00\"", "\"{date} 6 uur\"")]);
    told(
        &text,
        &[],
        expect![[
            r#"proef.ron:16:12: start: "2026-10-12 6 uur" is no date and time: a clock time is written 14:30, with date = "2026-10-12" filled in (repair: write "2026-10-14 06:00")"#
        ]],
    );
}

#[test]
fn unknown_and_unused_fields_and_values_are_told_with_what_was_meant() {
    let text = scenario(&[
        ("{port.in}, {port.gate}, {region.in}", "{prot.in}, {port.gaet}, {region.in}"),
        ("van {enemy} ", ""),
        ("days: Field(\"port.days\")", "days: Field(\"port.day\")"),
    ]);
    told(
        &text,
        &[],
        expect![[r#"
            proef.ron:13:16: fields[#4].name: the field "enemy" is used nowhere (repair: write {enemy} in a text, Field("enemy.part") for a value, or remove the field)
            proef.ron:15:19: the field "port" has no part "gaet" here (repair: did you mean "gate"?)
            proef.ron:15:19: unknown field "prot" to fill in (repair: did you mean "port"?)
            proef.ron:17:11: the field "port" has no part "day" here (repair: did you mean "days"?)"#]],
    );
    told(
        &scenario(&[]),
        &[("prt", "waalhaven"), ("port", "waalhavn"), ("date", "2027-02-30"), ("enemy", "een \"land\"")],
        expect![[r#"
            proef.ron:1:1: there is no field "prt" to fill in (repair: did you mean "port"?)
            proef.ron:6:16: port = "waalhavn": cannot be filled in here (repair: did you mean "waalhaven"?)
            proef.ron:11:16: date = "2027-02-30": is no date: there is no such day between 2000 and 2200 (repair: write year, month and day, such as 2027-03-08)
            proef.ron:13:16: enemy = "een "land"": holds a character that a text cannot take (repair: leave out quotes, braces, backslashes and control characters)"#]],
    );
    told(
        &scenario(&[("(days: 12, who", "(dagen: 12, who")]),
        &[],
        expect![[
            r#"proef.ron:9:24: fields[#1].options["waalhaven"].code: the option "waalhaven" has no part "days", which {port.days} needs (repair: add days: ... to its parts)"#
        ]],
    );
    told(
        super::VALID,
        &[("port", "waalhaven")],
        expect![[
            r#"proef.ron:1:1: there is no field "port" to fill in: this scenario has no fields (repair: leave it out, or give the scenario a row in `fields`)"#
        ]],
    );
}

#[test]
fn names_of_ports_lie_in_their_regions() {
    let built = filled(&scenario(&[]), &[]).unwrap_or_else(|error| panic!("{error}"));
    let seaports = built.country.nodes.rows().iter().filter(|node| format!("{:?}", node.kind) == "Seaport");
    for port in seaports {
        let text = scenario(&[
            ("options: [", "options: [(code: \"PORT\", parts: (days: 10, who: [], gate: \"x\")), "),
            ("(port: \"{port}\", arrives: \"D+3", "(port: \"vlissingen-sloe\", arrives: \"D+3"),
        ]);
        let text = text.replace("PORT", &port.code);
        let text =
            if port.code == "vlissingen-sloe" || port.code == "waalhaven" { scenario(&[]) } else { text };
        let (_, form) = load::fill(Source::new("x.ron", text), &[("port".to_owned(), port.code.clone())])
            .unwrap_or_else(|error| panic!("{}: {error}", port.code));
        let region = &form.fields[2].value;
        let at = port.region.map(|region| built.country.regions[region].code.clone());
        assert_eq!(Some(region), at.as_ref(), "{}", port.code);
    }
}
