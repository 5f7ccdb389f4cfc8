//! Broken files: what is told, where, and how to repair it.

use super::{VALID, faults, map};
use doorvoerland::scenario::{load, source::Source};
use expect_test::{Expect, expect, expect_file};
use std::fmt::Write as _;

/// The valid scenario with some text replaced; the text must be there.
#[track_caller]
pub(super) fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(VALID.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the valid file has no {from}");
        text.replacen(from, to, 1)
    })
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&faults(text));
}

#[test]
fn five_mistakes_are_told_in_one_run() {
    let text = with(&[
        ("seed: 42", "sede: 42"),
        ("\"prorail\", \"terminaloperator\"", "\"prorial\", \"terminaloperator\""),
        ("D+3 08:00", "D+3 08:10"),
        ("trigger: At(\"D+1 06:45\")", "trigger: Att(\"D+1 06:45\")"),
        ("loss: 0.35", "loss: 35"),
    ]);
    check(
        &text,
        expect![[r#"
            proef.ron:8:5: unknown field "sede" (repair: did you mean "seed"?)
            proef.ron:14:25: roles[#2]: unknown role "prorial" (repair: did you mean "prorail"?)
            proef.ron:49:52: movements["brigade"].arrivals[#2].arrives: "D+3 08:10" is no moment: clock times go by quarters: 08:00 or 08:15 (repair: write "D+2 14:30", "H+3" or "M+45")
            proef.ron:69:22: injects["I-01"].trigger: unknown word Att (repair: did you mean "At"?)
            proef.ron:72:79: injects["I-01"].effects[#2].loss: 35 is no share (repair: write a number above 0, at most 1, such as 0.35)"#]],
    );
}

#[test]
fn a_wrong_trigger_does_not_hide_a_wrong_effect() {
    let text = with(&[
        ("At(\"D+1 06:45\")", "At(\"D+1 26:45\")"),
        ("team_hours: 12,", "team_hours: 0,"),
        ("\"rail.goes-lewedorp\"", "\"rail.goes-lewedrop\""),
        ("receivers: [\"prorail\", \"veiligheidsregio\"]", "receivers: [\"prorail\", \"veiligheidregio\"]"),
    ]);
    check(
        &text,
        expect![[r#"
            proef.ron:68:83: injects["I-01"].receivers[#2]: unknown role "veiligheidregio" (repair: did you mean "veiligheidsregio"?)
            proef.ron:69:25: injects["I-01"].trigger: "D+1 26:45" is no moment: 26:45 does not exist on a clock (repair: write "D+2 14:30", "H+3" or "M+45")
            proef.ron:71:37: injects["I-01"].effects[#1].target: unknown stretch "rail.goes-lewedrop" (repair: did you mean "rail.goes-lewedorp"?)
            proef.ron:71:97: injects["I-01"].effects[#1].team_hours: 0 team-hours of work (repair: write 0.25 or more, or use Impair for a loss that ends by itself)"#]],
    );
}

#[test]
fn a_wrong_detail_or_name_does_not_hide_a_wrong_value_beside_it() {
    let text = with(&[
        ("team_hours: 12, lag: \"2h\",", "team_hours: -4, lag: \"4x\", laag: 3,"),
        ("\"rail.goes-lewedorp\"", "\"rail.goes-lewedrop\""),
    ]);
    check(
        &text,
        expect![[r#"
            proef.ron:71:37: injects["I-01"].effects[#1].target: unknown stretch "rail.goes-lewedrop" (repair: did you mean "rail.goes-lewedorp"?)
            proef.ron:71:97: injects["I-01"].effects[#1].team_hours: -4 team-hours of work (repair: write 0.25 or more, or use Impair for a loss that ends by itself)
            proef.ron:71:106: injects["I-01"].effects[#1].lag: "4x" is no length of time: "4x" has no unit (repair: write "45m", "36h", "2d" or "1d 12h")
            proef.ron:71:112: injects["I-01"].effects[#1]: unknown field "laag" (repair: did you mean "lag"?)"#]],
    );
}

#[test]
fn a_value_of_the_wrong_type_does_not_hide_a_wrong_value_beside_it() {
    let text = with(&[
        (
            "loss: 1, team_hours: 12, lag: \"2h\", teams_max: 2",
            "loss: 35, team_hours: \"veel\", lag: \"2h\", teams_max: 0",
        ),
        ("loss: 0.35, team_hours: 12.5, teams_max: 2", "loss: \"half\", team_hours: 0, teams_max: 0"),
    ]);
    check(
        &text,
        expect![[r#"
            proef.ron:71:82: injects["I-01"].effects[#1].loss: 35 is no share (repair: write a number above 0, at most 1, such as 0.35)
            proef.ron:71:98: injects["I-01"].effects[#1].team_hours: expected a number, found "veel" (repair: write digits such as 12 or 0.35, at most nine before and behind the point, without exponent)
            proef.ron:71:128: injects["I-01"].effects[#1].teams_max: the number of teams is zero (repair: write 1 or more, or remove the object)
            proef.ron:72:79: injects["I-01"].effects[#2].loss: expected a number, found "half" (repair: write digits such as 12 or 0.35, at most nine before and behind the point, without exponent)
            proef.ron:72:99: injects["I-01"].effects[#2].team_hours: 0 team-hours of work (repair: write 0.25 or more, or use Impair for a loss that ends by itself)
            proef.ron:72:113: injects["I-01"].effects[#2].teams_max: the number of teams is zero (repair: write 1 or more, or remove the object)"#]],
    );
}

#[test]
fn conditions_are_checked_to_the_bottom() {
    let text = with(&[
        ("AtLeast(AmmunitionStalled, 1)", "AtLeast(AmunitionStalled, 1)"),
        ("Not(Sent(\"I-04\"))", "Not(Sent(\"I-40\"))"),
        ("Level(\"RAIL\", \"VR19\"), 500", "Level(\"RIAL\", \"VR91\"), 500"),
        ("From(\"H+48\")", "From(\"H+4800\")"),
    ]);
    check(
        &text,
        expect![[r#"
            proef.ron:92:40: injects["I-03"].trigger[#1]: unknown word AmunitionStalled (repair: did you mean "AmmunitionStalled"?)
            proef.ron:92:71: injects["I-03"].trigger[#2]: unknown inject "I-40" (repair: did you mean "I-04"?)
            proef.ron:92:115: injects["I-03"].trigger[#3][#2]: unknown process "RIAL" (repair: did you mean "RAIL"?)
            proef.ron:92:123: injects["I-03"].trigger[#3][#2]: unknown region "VR91" (repair: did you mean "VR01"?)"#]],
    );
}

#[test]
fn what_files_are_often_broken_by_is_told_clearly() {
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("only white space and a comment", b"  \n// niets\n".to_vec()),
        ("binary", vec![0x7f, b'E', b'L', b'F', 0, 1, 2]),
        ("not UTF-8", b"(code: \"caf\xe9\")".to_vec()),
        ("UTF-16", vec![0xff, 0xfe, b'(', 0]),
        ("byte-order mark", "\u{feff}(code: \"a\")".into()),
        ("unterminated", b"(code: \"a\"".to_vec()),
        ("missing comma", b"(\n  code: \"a\"\n  seed: 1,\n)".to_vec()),
        ("text after the end", b"(code: \"a\") (".to_vec()),
        ("json", b"{\"code\": \"a\"}".to_vec()),
        ("one string", b"\"hallo\"".to_vec()),
        ("enabled extension", b"#![enable(implicit_some)]\n(code: \"a\")".to_vec()),
        ("deep nesting", [b"(at_start: ".to_vec(), b"[".repeat(100_000)].concat()),
    ];
    let mut told = String::new();
    for (name, bytes) in cases {
        let built = Source::from_bytes("proef.ron", bytes)
            .map_err(Into::into)
            .and_then(|source| load::build(load::world_built_in(), source, map()));
        let text = built.map_or_else(|error| error.to_string(), |_| "no fault".to_owned());
        let first = text.lines().next().unwrap_or_default();
        writeln!(told, "{name}: {first}").expect("a string");
    }
    expect![[r#"
        empty: proef.ron:1:1: the file is empty (repair: choose another file or restore it from a copy)
        only white space and a comment: proef.ron:1:1: the file is empty (repair: choose another file or restore it from a copy)
        binary: proef.ron:1:1: the file holds a control character: it is no text file, or it is damaged (repair: remove the character, or choose another file)
        not UTF-8: proef.ron:1:12: the file is not UTF-8 text (repair: save it as UTF-8, or choose another file)
        UTF-16: proef.ron:1:1: the file is UTF-16 (repair: save it as UTF-8)
        byte-order mark: proef.ron:1:1: the file begins with a byte-order mark (repair: save it as UTF-8 without BOM)
        unterminated: proef.ron:1:9: the text does not parse: Expected comma (repair: look at brackets, quotes and commas just before this place; other faults show once this one is gone)
        missing comma: proef.ron:3:3: the text does not parse: Expected comma (repair: look at brackets, quotes and commas just before this place; other faults show once this one is gone)
        text after the end: proef.ron:1:13: the text does not parse: Non-whitespace trailing characters (repair: look at brackets, quotes and commas just before this place; other faults show once this one is gone)
        json: proef.ron:1:1: expected named fields in parentheses, found {"code": "a"} (repair: write (name: value, ...) with code, title, summary, start, days, seed, marking, phase, opponent, phases, show_options, solo, roles, changes, settings, in_force, objectives, evaluation, observer_sets, observers, movements, trains, at_start, storylines, people, injects, rounds, fields, filled, guide, cards)
        one string: proef.ron:1:1: expected named fields in parentheses, found "hallo" (repair: write (name: value, ...) with code, title, summary, start, days, seed, marking, phase, opponent, phases, show_options, solo, roles, changes, settings, in_force, objectives, evaluation, observer_sets, observers, movements, trains, at_start, storylines, people, injects, rounds, fields, filled, guide, cards)
        enabled extension: proef.ron:2:1: the file switches a RON extension on (repair: remove the #![enable(...)] line)
        deep nesting: proef.ron:1:75: the nesting is too deep (repair: take brackets away)
    "#]].assert_eq(&told);
}

/// One change to the valid file each.
const WRONG_VALUES: &[(&str, &str)] = &[
    ("days: 10", "days: 0"),
    ("days: 10", "days: 99999"),
    ("days: 10", "days: -3"),
    ("days: 10", "days: 2.5"),
    ("seed: 42", "seed: NaN"),
    ("seed: 42", "seed: 42, phase: Some(9)"),
    ("seed: 42", "seed: 42, opponent: Some((pace: 0, notice: \"6h\"))"),
    ("seed: 42", "seed: 42, opponent: Some((pace: 900, notice: \"6h\"))"),
    ("seed: 42", "seed: 42, opponent: Some((pace: 1, notice: \"6h\", vectors: [\"raket\"]))"),
    ("loss: 0.35", "loss: NaN"),
    ("loss: 0.35", "loss: inf"),
    ("loss: 0.35", "loss: 1e400"),
    ("loss: 0.35", "loss: -0.1"),
    ("loss: 0.35", "loss: \"0.35\""),
    ("teams_max: 2", "teams_max: 0"),
    ("teams_max: 2, skill: \"rail\"", "teams_max: 2, skill: \"rial\""),
    ("Units(pool: \"crews.grid\"", "Units(pool: \"crews.gird\""),
    ("Units(pool: \"crews.grid\"", "Units(pool: \"rail.betuweroute\""),
    ("PoolUnits(\"crews.rail\", 4)", "PoolUnits(\"rail.betuweroute\", 4)"),
    ("team_hours: 12.5", "team_hours: 1e3"),
    ("2026-10-12 06:00", "2026-02-30 06:00"),
    ("2026-10-12 06:00", "12-10-2026 06:00"),
    ("\"D+1 06:45\"", "\"D+0 05:00\""),
    ("\"D+1 06:45\"", "\"D+11 05:00\""),
    ("lasts: \"2d\"", "lasts: \"2\""),
    ("lasts: \"2d\"", "lasts: \"0h\""),
    ("marking: Internal", "marking: Intern"),
    ("code: \"I-02\"", "code: \"I-01\""),
    ("code: \"I-02\"", "code: \"I 02\""),
    ("nl: \"Kabelbrand\"", "nl: \"Kabel\\u{0}brand\""),
    ("nation: \"US\"", "nation: \"Amerika\""),
    ("share: 0.5", "share: 0.6"),
    ("to: \"ruhrgebied\", share: 0.5", "to: \"kijfhoek\", share: 0.5"),
    ("ship: 2", "ship: 3"),
    ("earlier: \"1d 12h\"", "earlier: \"1d 12h\", later: \"1h\""),
    ("Terminal(\"vlissingen-sloe\")", "Terminal(\"kijfhoek\")"),
    ("Terminal(\"vlissingen-sloe\")", "Terminal()"),
    ("trigger: Manual", "trigger: After(\"I-04\", \"1h\")"),
    ("trigger: Manual", "trigger: Manual(1)"),
    ("from: \"vlissingen-sloe\", to: \"ruhrgebied\"", "from: \"terneuzen\", to: \"ruhrgebied\""),
    ("EdgeSlots(\"rail.zevenaar-zevenaar-grens\", 1)", "EdgeSlots(\"rail.zevenaar-zevenaar-grens\", 0)"),
    ("phase: 3, from: \"D+4 08:00\"", "phase: 9, from: \"D+0 06:00\""),
    ("personnel: 3500", "personnel: 3500, personnel: 1"),
    ("pieces: (wheeled: 400)", "pieces: ()"),
    ("Demand(class: LifeSupport", "Demand(klasse: LifeSupport"),
];

#[test]
fn wrong_values_are_told_with_their_repair() {
    let mut told = String::new();
    for (from, to) in WRONG_VALUES {
        let text = with(&[(from, to)]);
        writeln!(told, "{to}").expect("a string");
        for line in faults(&text).lines() {
            writeln!(told, "    {line}").expect("a string");
        }
    }
    expect_file!["wrong_values.txt"].assert_eq(&told);
}

#[test]
fn faults_of_the_country_name_their_file() {
    let mut world = load::world_built_in();
    let edit = |source: &mut Source, from: &str, to: &str| {
        assert!(source.text().contains(from), "{} has no {from}", source.name);
        *source = Source::new(&source.name, source.text().replacen(from, to, 1));
    };
    for source in &mut world {
        match source.name.as_str() {
            "assets/world/processes.ron" => edit(source, "supplier: \"FIX\"", "supplier: \"EL\""),
            "assets/world/network.ron" => {
                edit(source, "from: \"kijfhoek\"", "from: \"kijfhok\"");
                edit(source, "slots: (8, \"slots-default\", C)", "slots: (0, \"slots-default\", C)");
                edit(source, "\"running-speed\"", "\"runing-speed\"");
                edit(source, "at: (4.1610, 51.9320)", "at: (51.9320, 4.1610)");
            }
            "assets/world/pools.ron" => {
                edit(source, "order: [Passenger, Medical,", "order: [Passenger, Passenger,");
            }
            _ => {}
        }
    }
    let told =
        load::build_country(&world, map()).map_or_else(|error| error.to_string(), |_| "no fault".to_owned());
    expect![[r#"
        assets/world/crisis.ron:40:35: hidden["EL/FIX"].supplier: EL does not depend on FIX (repair: name a dependency of processes.ron)
        assets/world/network.ron:20:114: nodes["europoort"].at: (51.932, 4.161) lies outside the map (repair: write (longitude, latitude) in degrees, such as (4.5990, 51.8330))
        assets/world/network.ron:333:136: edges["rail.maasvlakte-europoort"].slots: the number of slots is zero (repair: write 1 or more, or remove the object)
        assets/world/network.ron:333:190: edges["rail.maasvlakte-europoort"].speed_kmh: unknown source "runing-speed" (repair: did you mean "running-speed"?)
        assets/world/network.ron:338:47: edges["rail.kijfhoek-meteren"].from: unknown place "kijfhok" (repair: did you mean "kijfhoek"?)
        assets/world/pools.ron:11:20: laws["treinpaden"].order: the order does not name every class once (repair: write each of UrgentMilitary, Medical, LifeSupport, Military, Passenger, Commercial once)
        assets/world/processes.ron:41:35: arcs["EL/EL"].supplier: a process cannot depend on itself (repair: name another supplier or remove the arc)"#]].assert_eq(&told);
}

/// One change each to a file of the country: its name, what stands there, what is put there.
const WRONG_LIMITS: &[(&str, &str, &str)] = &[
    ("network", "max_train_m: Some((740, ", "max_train_m: Some((7400, "),
    ("network", "axle_load_t: Some((25, ", "axle_load_t: Some((250, "),
    ("network", "dangerous_per_day: Some((12, ", "dangerous_per_day: Some((0, "),
    ("network", "electrified: false", "tunnel: true"),
    ("network", "lock: true", "electrified: false"),
    ("network", "lock: true", "convoy_hours: Some((20, 6))"),
    ("network", "tunnel: true", "gauge: Some(Rhine)"),
    ("network", "gauge: Some(Rhine)", "gauge: Some(Rijn)"),
    ("network", "convoy_hours: Some((20, 6))", "convoy_hours: Some((20, 20))"),
    ("network", "convoy_hours: Some((20, 6))", "convoy_hours: Some((20, 24))"),
    ("network", "(kind: Container, count: (16, ", "(kind: Tanker, count: (16, "),
    ("network", "(kind: Container, count: (16, ", "(kind: Container, count: (0, "),
    ("network", "kind: Seaport, region: Some(\"VR10\")", "kind: Inland, region: Some(\"VR10\")"),
    ("network", "at: (4.7040, 52.0170)", "at: (4.7040, 52.0170), tracks_740: Some((1, \"tracks-740\", C))"),
    ("crews", "pool: \"crews.water\"", "pool: \"crews.wader\""),
    ("crews", "pool: \"crews.water\"", "pool: \"teams.escorts\""),
    ("pools", "owner: Some(\"water\"), units: Some((10, \"crew-estimate\", C))", "owner: Some(\"water\")"),
    (
        "pools",
        "minimum: [], cap: [], day_cap: [],\n            limits: [\n                (what: Before(Passenger, Medical), basis: G1",
        "minimum: [], cap: [], day_cap: [(Medical, (1, \"crew-estimate\", C))],\n            limits: [\n                (what: Before(Passenger, Medical), basis: G1",
    ),
    ("pools", "owner: Some(\"water\"), units", "owner: Some(\"water\"), runs: Some(Medical), units"),
    ("pools", "backed_by: Some(\"teams.guards-public\")", "backed_by: Some(\"crews.water\")"),
    ("fleets", "(pool: \"teams.escorts\"", "(pool: \"crews.rail\""),
    ("demand", "axle_load_t: (25, ", "axle_load_t: (30, "),
    ("demand", "train_m: (600, ", "train_m: (700, "),
    ("demand", "commodity: \"medicines\"", "train_m: (600, \"train-length\", C), commodity: \"medicines\""),
    (
        "network",
        "from: \"afrit-goes\", to: \"vlissingen-sloe\", mode: Road",
        "from: \"afrit-goes\", to: \"vlissingen-sloe\", mode: Road, tunnel: true",
    ),
];

#[test]
fn wrong_limits_are_told_with_their_repair() {
    let mut told = String::new();
    for (file, from, to) in WRONG_LIMITS {
        let mut world = load::world_built_in();
        let name = format!("assets/world/{file}.ron");
        let source = world.iter_mut().find(|source| source.name == name).expect("a file of the country");
        assert!(source.text().contains(from), "{name} has no {from}");
        *source = Source::new(&name, source.text().replacen(from, to, 1));
        let faults = load::build_country(&world, map())
            .map_or_else(|error| error.to_string(), |_| "no fault".to_owned());
        writeln!(told, "{to}").expect("a string");
        for line in faults.lines() {
            writeln!(told, "    {line}").expect("a string");
        }
    }
    expect_file!["wrong_limits.txt"].assert_eq(&told);
}

#[test]
fn unreadable_files_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let fault = Source::open(folder.path()).expect_err("a folder");
    assert!(fault.to_string().ends_with(":1:1: this is a folder (repair: name a file in it)"), "{fault}");
    let fault = Source::open(&folder.path().join("niets.ron")).expect_err("no file");
    assert!(fault.what.starts_with("the file cannot be read"), "{fault}");
    let error = load::world_from(folder.path()).expect_err("no files");
    assert_eq!(error.faults.len(), load::WORLD_FILES.len());
}
