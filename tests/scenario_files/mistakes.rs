//! The mistakes that authors make most: each is told with object, field, place and repair, and many of them in one run.

use super::{VALID, build};
use doorvoerland::scenario::fault::Fault;
use expect_test::expect_file;
use std::fmt::Write as _;

/// A mistake: what it is, what stood there, what stands there now, and the object and field that must be named.
type Mistake = (&'static str, &'static str, &'static str, &'static str);

const ARRIVALS: &str = "\
arrivals: [
                (port: \"vlissingen-sloe\", arrives: \"D+1 08:00\", pieces: (tracked: 300, wheeled: 700, containers: 250)),
                (port: \"vlissingen-sloe\", arrives: \"D+3 08:00\", pieces: (wheeled: 400)),
            ]";
const CONDITION: &str = "All([AtLeast(AmmunitionStalled, 1), Not(Sent(\"I-04\")), Any([From(\"H+48\"), AtMost(Level(\"RAIL\", \"VR19\"), 500), AtMost(LevelNational(\"EL\"), 900)])])";

/// Each may stand in a file together with all the others of this list.
#[rustfmt::skip]
const TOGETHER: &[Mistake] = &[
    ("a misspelt role at the tables", "roles: [\"toc-dvvo\", \"prorail\"", "roles: [\"toc-dvo\", \"prorail\"", "roles[#1]"),
    ("a stretch that a figure is changed of", "EdgeSlots(\"rail.zevenaar-zevenaar-grens\"", "EdgeSlots(\"rail.zevenaar-grens\"", "changes[#1].figure"),
    ("a misspelt pool", "PoolUnits(\"crews.rail\"", "PoolUnits(\"crew.rail\"", "changes[#3].figure"),
    ("a misspelt demand", "DemandPerDay(\"rail.containers.maasvlakte-ruhrgebied\"", "DemandPerDay(\"rail.container.maasvlakte-ruhrgebied\"", "changes[#5].figure"),
    ("a misspelt movement in an objective", "Delivered(\"brigade\")", "Delivered(\"brigde\")", "objectives[\"op-tijd\"].met"),
    ("a number below zero", "personnel: 3500", "personnel: -1", "movements[\"brigade\"].personnel"),
    ("a misspelt port", "port: \"vlissingen-sloe\", arrives: \"D+1", "port: \"vlissingen-slo\", arrives: \"D+1", "movements[\"brigade\"].arrivals[#1].port"),
    ("a clock time between quarters", "arrives: \"D+3 08:00\"", "arrives: \"D+3 08:10\"", "movements[\"brigade\"].arrivals[#2].arrives"),
    ("a misspelt fleet", "\"flat-wagon-sets\"", "\"flat-wagons-set\"", "movements[\"brigade\"].destinations[#1].fleet"),
    ("a word that does not exist", "class: UrgentMilitary", "class: Urgent", "trains[\"munitie-1\"].class"),
    ("a one for yes", "ammunition: true", "ammunition: 1", "trains[\"munitie-1\"].ammunition"),
    ("a place where a region belongs", "Process(\"PNT\", \"VR02\")", "Process(\"PNT\", \"kijfhoek\")", "at_start[#1].target"),
    ("a length without its unit", "lasts: \"2d\"", "lasts: \"2\"", "at_start[#1].lasts"),
    ("a language left out", "(nl: \"Kabelbrand\", en: \"Cable fire\")", "(nl: \"Kabelbrand\")", "injects[\"I-01\"].title"),
    ("a text without languages", "text: (nl: \"Brand in een relaishuis.\", en: \"Fire in a relay house.\")", "text: \"Brand in een relaishuis.\"", "injects[\"I-01\"].text"),
    ("a language that is not there", "en: \"Control room\"", "de: \"Leitstelle\"", "injects[\"I-01\"].sender"),
    ("a misspelt receiver", "\"prorail\", \"veiligheidsregio\"", "\"prorail\", \"veiligheidregio\"", "injects[\"I-01\"].receivers[#2]"),
    ("a channel in Dutch", "channel: Call", "channel: Telefoon", "injects[\"I-01\"].channel"),
    ("a moment without At", "trigger: At(\"D+1 06:45\")", "trigger: \"D+1 06:45\"", "injects[\"I-01\"].trigger"),
    ("a length between quarters", "effect_after: \"15m\"", "effect_after: \"10m\"", "injects[\"I-01\"].effect_after"),
    ("a share above one", "loss: 0.35", "loss: 35", "injects[\"I-01\"].effects[#2].loss"),
    ("a misspelt objective of an evaluation criterion", "objective: \"gesprek\", text: (nl: \"Snel.\"", "objective: \"gesprk\", text: (nl: \"Snel.\"", "evaluation[\"E2\"].objective"),
    ("a misspelt question set", "observer_sets: [\"schaarste\"]", "observer_sets: [\"schaarst\"]", "observer_sets[#1]"),
    ("a misspelt role of an observer question", "role: \"prorail\", inject: \"I-01\"", "role: \"prorial\", inject: \"I-01\"", "observers[\"W1\"].role"),
    ("a misspelt kind of test", "test: Absence((sign: Any(", "test: Abscence((sign: Any(", "evaluation[\"E4\"].test"),
    ("a misspelt objective", "objectives: [\"op-tijd\"]", "objectives: [\"op-tjid\"]", "injects[\"I-01\"].objectives[#1]"),
    ("an inject that is not there", "After(\"I-01\", \"12h\")", "After(\"I-10\", \"12h\")", "injects[\"I-02\"].trigger"),
    ("an unknown field", "kind: Human, loss: 0.5, lasts", "kind: Human, loss: 0.5, duurt: \"1h\", lasts", "injects[\"I-02\"].effects[#2]"),
    ("a misspelt effect", "Demand(class: LifeSupport", "Demands(class: LifeSupport", "injects[\"I-02\"].effects[#3]"),
    ("a change of nothing", "change: -2", "change: 0", "injects[\"I-02\"].effects[#4].pool"),
    ("a misspelt metric", "AtLeast(AmmunitionStalled, 1)", "AtLeast(AmmoStalled, 1)", "injects[\"I-03\"].trigger[#1]"),
    ("a word between quotes", "channel: Social", "channel: \"Social\"", "injects[\"I-04\"].channel"),
    ("a yes in Dutch", "shelf: true", "shelf: ja", "injects[\"I-04\"].shelf"),
];

/// Each of these hides others, or contradicts one of the list above.
#[rustfmt::skip]
const ALONE: &[Mistake] = &[
    ("a nation in full", "nation: \"US\"", "nation: \"Amerika\"", "movements[\"brigade\"].nation"),
    ("a share in per cent", "share: 0.5", "share: 50", "movements[\"brigade\"].destinations[#1].share"),
    ("a field left out", "    seed: 42,\n", "", ""),
    ("a misspelt field", "seed: 42", "sede: 42", ""),
    ("a field twice", "seed: 42", "seed: 42, seed: 43", ""),
    ("an exercise of no days", "days: 10", "days: 0", "days"),
    ("days between quotes", "days: 10", "days: \"10\"", "days"),
    ("a date the Dutch way", "2026-10-12 06:00", "12-10-2026 06:00", "start"),
    ("a day that does not exist", "2026-10-12 06:00", "2026-02-30 06:00", "start"),
    ("a marking between quotes", "marking: Internal", "marking: \"Internal\"", "marking"),
    ("a role twice at the tables", "roles: [\"toc-dvvo\", \"prorail\"", "roles: [\"prorail\", \"prorail\"", "roles[#2]"),
    ("phases out of order", "phase: 3, from: \"D+4 08:00\"", "phase: 3, from: \"D+0 06:00\"", "phases[#2].from"),
    ("a code twice", "code: \"I-02\"", "code: \"I-01\"", "injects[\"I-01\"].code"),
    ("a space in a code", "code: \"I-02\"", "code: \"I 02\"", "injects[\"I 02\"].code"),
    ("no arrivals", ARRIVALS, "arrivals: []", "movements[\"brigade\"].arrivals"),
    ("an arrival where no ship can berth", "port: \"vlissingen-sloe\", arrives: \"D+1", "port: \"kijfhoek\", arrives: \"D+1", "movements[\"brigade\"].arrivals[#1].port"),
    ("due before it arrives", "due: \"D+9 12:00\"", "due: \"D+0 08:00\"", "movements[\"brigade\"].due"),
    ("due after the end", "due: \"D+9 12:00\"", "due: \"D+19 12:00\"", "movements[\"brigade\"].due"),
    ("shares that do not add up", "share: 0.5", "share: 0.6", "movements[\"brigade\"].destinations"),
    ("a train to where it is", "to: \"ruhrgebied\", ready", "to: \"vlissingen-sloe\", ready", "trains[\"munitie-1\"].to"),
    ("an empty train", "pieces: 30", "pieces: 0", "trains[\"munitie-1\"].pieces"),
    ("a moment before the start", "At(\"D+1 06:45\")", "At(\"D+0 05:00\")", "injects[\"I-01\"].trigger"),
    ("a moment after the end", "At(\"D+1 06:45\")", "At(\"D+11 06:45\")", "injects[\"I-01\"].trigger"),
    ("a clock that does not exist", "At(\"D+1 06:45\")", "At(\"D+1 26:45\")", "injects[\"I-01\"].trigger"),
    ("a receiver twice", "receivers: [\"prorail\", \"veiligheidsregio\"]", "receivers: [\"prorail\", \"prorail\"]", "injects[\"I-01\"].receivers[#2]"),
    ("a receiver without a list", "receivers: [\"prorail\", \"veiligheidsregio\"]", "receivers: \"prorail\"", "injects[\"I-01\"].receivers"),
    ("injects that wait for each other", "trigger: At(\"D+1 06:45\")", "trigger: After(\"I-02\", \"1h\")", "injects[\"I-01\"].code"),
    ("an inject that waits for itself", CONDITION, "Sent(\"I-03\")", "injects[\"I-03\"].trigger"),
    ("an empty condition", CONDITION, "All([])", "injects[\"I-03\"].trigger"),
    ("a share in a condition that never comes", "Level(\"RAIL\", \"VR19\"), 500", "Level(\"RAIL\", \"VR19\"), -5", "injects[\"I-03\"].trigger"),
    ("a metric without its region", "Level(\"RAIL\", \"VR19\"), 500", "Level(\"RAIL\"), 500", "injects[\"I-03\"].trigger[#3][#2]"),
    ("a ship that is not there", "ship: 2", "ship: 3", "injects[\"I-02\"].effects[#1].ship"),
    ("a ship both ways", "earlier: \"1d 12h\"", "earlier: \"1d 12h\", later: \"1h\"", "injects[\"I-02\"].effects[#1].movement"),
    ("a shift by nothing", "earlier: \"1d 12h\"", "earlier: \"0h\"", "injects[\"I-02\"].effects[#1].earlier"),
    ("an effect on the wrong kind of place", "target: Terminal(\"vlissingen-sloe\"), kind: Human", "target: Terminal(\"kijfhoek\"), kind: Human", "injects[\"I-02\"].effects[#2].target"),
    ("a place where a stretch belongs", "target: Terminal(\"vlissingen-sloe\"), kind: Human", "target: Edge(\"vlissingen-sloe\"), kind: Human", "injects[\"I-02\"].effects[#2].target"),
    ("units of a pool without units", "Units(pool: \"crews.grid\"", "Units(pool: \"rail.betuweroute\"", "injects[\"I-02\"].effects[#4].pool"),
    ("a factor in per cent", "factor: 1.35", "factor: 135", "injects[\"I-02\"].effects[#3].factor"),
    ("a decimal comma", "factor: 1.35", "factor: 1,35", ""),
    ("single quotes", "\"Kabelbrand\"", "'Kabelbrand'", ""),
    ("quotes of a text processor", "\"Kabelbrand\"", "“Kabelbrand”", ""),
    ("a quote left out", "code: \"I-02\"", "code: \"I-02", ""),
    ("a mark that does not exist", "at_least: 3", "at_least: 6", "evaluation[\"E5\"].test.at_least"),
    ("a mark for a question in words", "Rating((question: \"W1\"", "Rating((question: \"W2\"", "evaluation[\"E5\"].test.question"),
    ("a mark for a question of a set that is not used", "Rating((question: \"W1\"", "Rating((question: \"bob-beeld\"", "evaluation[\"E5\"].test.question"),
    ("an evaluation time that ends before it begins", "from: \"D+1 06:00\", until: \"D+3 06:00\"", "from: \"D+3 06:00\", until: \"D+1 06:00\"", "evaluation[\"E4\"].test.until"),
    ("a sequence of one", "signs: [Intended(Infra), Recorded(\"prorail\")]", "signs: [Intended(Infra)]", "evaluation[\"E3\"].test.signs"),
    ("the same sign twice in a sequence", "signs: [Intended(Infra), Recorded(\"prorail\")]", "signs: [Intended(Infra), Intended(Infra)]", "evaluation[\"E3\"].test.signs"),
    ("something within no time", "of: Sent(\"I-01\"), time: \"6h\"", "of: Sent(\"I-01\"), time: \"0h\"", "evaluation[\"E2\"].test.time"),
    ("a threshold above all", "bound: AtLeast(1000), when: At", "bound: AtLeast(1001), when: At", "evaluation[\"E1\"].test.bound"),
    ("a question in a round that is not there", "inject: \"I-01\", objective: \"gesprek\"", "round: 2, inject: \"I-01\", objective: \"gesprek\"", "observers[\"W1\"].round"),
    ("a question set twice", "observer_sets: [\"schaarste\"]", "observer_sets: [\"schaarste\", \"schaarste\"]", "observer_sets[#2]"),
    ("a bracket left open", "objectives: [\"op-tijd\"],", "objectives: [\"op-tijd\",", ""),
];

#[track_caller]
fn with(text: &str, (_, from, to, _): &Mistake) -> String {
    assert!(text.contains(from), "the valid file has no {from}");
    text.replacen(from, to, 1)
}

fn faults(text: &str) -> Vec<Fault> {
    build(text).err().map(|error| error.faults).unwrap_or_default()
}

/// A fault says where it is and how to repair it, and the line is one on which something was changed or stands.
#[track_caller]
fn helps(name: &str, fault: &Fault) {
    assert!(fault.file == "proef.ron" && fault.line > 0 && fault.column > 0, "{name}: {fault}");
    assert!(fault.what.len() > 10 && !fault.repair.is_empty(), "{name}: {fault}");
}

#[test]
fn each_mistake_is_told_with_object_field_place_and_repair() {
    assert!(TOGETHER.len() >= 25 && TOGETHER.len() + ALONE.len() >= 70);
    let mut told = String::new();
    let mut elsewhere = Vec::new();
    for mistake in TOGETHER.iter().chain(ALONE) {
        let (name, _, _, path) = mistake;
        let text = with(VALID, mistake);
        let found = faults(&text);
        writeln!(told, "{name}").unwrap();
        for fault in &found {
            helps(name, fault);
            writeln!(told, "    {fault}").unwrap();
        }
        if !found.iter().any(|fault| fault.path == *path) {
            let places: Vec<&str> = found.iter().map(|fault| fault.path.as_str()).collect();
            elsewhere.push(format!("{name}: not at {path} but at {places:?}"));
        }
        // The place is that of the change, or of the object around it.
        let changed = text.lines().zip(VALID.lines()).take_while(|(new, old)| new == old).count() as u32 + 1;
        let near = |fault: &Fault| fault.line.abs_diff(changed) <= 6 || fault.line <= 2;
        if !found.iter().any(near) {
            elsewhere.push(format!("{name}: not near line {changed}"));
        }
    }
    assert!(elsewhere.is_empty(), "{}", elsewhere.join("\n"));
    expect_file!["mistakes.txt"].assert_eq(&told);
}

#[test]
fn many_mistakes_are_told_in_one_run() {
    let text = TOGETHER.iter().fold(VALID.to_owned(), |text, mistake| with(&text, mistake));
    let found = faults(&text);
    for (name, _, _, path) in TOGETHER {
        assert!(
            found.iter().any(|fault| fault.path == *path),
            "{name}: no fault at {path} among\n{found:#?}"
        );
    }
    assert!(found.len() >= TOGETHER.len(), "{} of {}", found.len(), TOGETHER.len());
}

#[test]
fn a_lesson_for_one_person_names_whom_that_person_plays() {
    let solo = VALID.replacen("    roles: [", "    solo: true,\n    roles: [", 1);
    assert_ne!(solo, VALID);
    assert!(faults(&solo).is_empty(), "{:?}", faults(&solo));
    let roles = VALID.lines().find(|line| line.trim_start().starts_with("roles: [")).expect("it has roles");
    let found = faults(&VALID.replacen(roles, "    solo: true,", 1));
    let told: Vec<&str> = found.iter().map(|fault| fault.what.as_str()).collect();
    assert!(told.contains(&"a lesson for one person that names no roles"), "{told:?}");
}
