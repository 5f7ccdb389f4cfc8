//! What `export` writes is what happened: the file is read back and compared with the exercise, run again tick by tick.

use super::Place;
use doorvoerland::{
    geo::map::MapData,
    scenario::load,
    sim::{
        digest::{digest, hash, tables},
        event::NullSink,
        state::{HealthState, InjectState, MeasuresState, Processes, SocietyState, State},
        step,
        time::{TICKS_PER_DAY, Tick},
    },
};
use serde_json::{Value, from_value};
use std::{collections::BTreeMap, fs, path::Path};

#[test]
fn every_tick_of_the_export_is_what_the_rules_made_of_it() {
    let place = Place::new();
    let args = ["export", "onder-druk", "--out", "a.json", "--tables", "b.jsonl", "--days", "1"];
    place.run(&args).ended(0).names(&["a.json", "b.jsonl"]);
    let whole: Value = serde_json::from_str(&fs::read_to_string(place.path("a.json")).unwrap()).unwrap();
    let text = fs::read_to_string(place.path("b.jsonl")).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/onder-druk.ron");
    let exercise = load::open(&file, &MapData::built_in().unwrap()).unwrap();
    let mut state = State::new(&exercise.country, &exercise.plan);
    assert_eq!(lines.len(), TICKS_PER_DAY as usize + 1);
    let mut known: BTreeMap<&str, u64> = BTreeMap::new();
    for (line, number) in lines.iter().zip(0_u32..) {
        if number > 0 {
            step::tick(&exercise.country, &exercise.plan, &mut state, &mut NullSink);
            compare_layer(&whole["ticks"][number as usize - 1], &state);
        }
        assert_eq!(line["next"], number);
        let written = line["tables"].as_object().unwrap();
        for (name, table) in tables(&state) {
            let changed = known.insert(name, hash(table)) != Some(hash(table));
            assert_eq!(changed, written.contains_key(name), "{name} at {}", state.tick);
        }
        compare_rest(&line["tables"], &state);
    }
    assert_eq!(state.tick, Tick(TICKS_PER_DAY));
    assert_eq!(whole["digest"], format!("{:016x}", digest(&state)));
}

/// A row of the first file against the state after its tick.
fn compare_layer(row: &Value, state: &State) {
    assert_eq!(row["tick"], state.tick.0 - 1);
    assert_eq!(row["civil_delay_ticks"], state.totals.civil_delay_ticks);
    let counted: u64 = ["loading", "waiting", "moving"]
        .iter()
        .flat_map(|phase| row[*phase].as_array().unwrap())
        .map(|count| count.as_u64().unwrap())
        .sum();
    assert_eq!(counted, state.consignments.active().count() as u64, "at {}", state.tick);
    for (good, stores) in state.supply.rows().iter().zip(row["stores"].as_array().unwrap()) {
        assert_eq!(serde_json::to_value(&good.store_kg).unwrap(), *stores);
    }
}

/// The tables of a line of the second file against the state at that moment: they read back as what they were.
fn compare_rest(tables: &Value, state: &State) {
    let table = |name: &str| tables.get(name).cloned();
    if let Some(table) = table("processes") {
        assert_eq!(from_value::<Processes>(table).unwrap(), state.processes);
    }
    if let Some(table) = table("health") {
        assert_eq!(from_value::<HealthState>(table).unwrap(), state.health);
    }
    if let Some(table) = table("society") {
        assert_eq!(from_value::<SocietyState>(table).unwrap(), state.society);
    }
    if let Some(table) = table("measures") {
        assert_eq!(from_value::<MeasuresState>(table).unwrap(), state.measures);
    }
    if let Some(table) = table("injects") {
        assert_eq!(from_value::<Vec<InjectState>>(table["rows"].clone()).unwrap(), state.injects.rows.rows());
    }
}
