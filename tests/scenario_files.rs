//! Files of the country and of scenarios: the shipped ones load, broken ones are told fault by fault, nothing panics.

mod broken;
mod fill;
mod mel;
mod mistakes;
mod noise;
mod ordinary_day;
mod power;
mod rounds;
mod score;
#[cfg(feature = "paper")]
mod sheets;

use doorvoerland::{
    geo::map::MapData,
    scenario::{
        fault::ScenarioError,
        load::{self, Exercise},
        source::Source,
    },
};
use std::sync::OnceLock;

/// A scenario that is right in every line.
pub(crate) const VALID: &str = include_str!("scenario_files/valid.ron");

/// The map, loaded once for all tests.
pub(crate) fn map() -> &'static MapData {
    static MAP: OnceLock<MapData> = OnceLock::new();
    MAP.get_or_init(|| MapData::built_in().expect("the shipped map"))
}

/// Builds a scenario text upon the shipped country.
pub(crate) fn build(text: &str) -> Result<Exercise, ScenarioError> {
    let source = Source::from_bytes("proef.ron", text.as_bytes().to_vec())?;
    load::build(load::world_built_in(), source, map())
}

/// The faults of a scenario text, one a line.
pub(crate) fn faults(text: &str) -> String {
    build(text).map_or_else(|error| error.to_string(), |_| "no fault".to_owned())
}

#[test]
fn the_valid_scenario_builds() {
    let built = build(VALID).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(built.country.regions.len(), 25);
    assert_eq!(built.country.processes.len(), 22);
    assert_eq!(built.country.roles.len(), 30);
    assert_eq!(built.country.population(), 17_942_485);
    assert_eq!(built.plan.injects.len(), 4);
    assert_eq!(built.plan.start.hour_of_week(doorvoerland::sim::time::Tick(0)), 6);
    assert_eq!(built.book.changes.len(), 5);
    assert_eq!(built.script.phases.len(), 2);
    assert!(built.book.figures.len() > 1000);
}

#[test]
fn every_shipped_stretch_has_a_course_on_the_map() {
    let (country, _) =
        load::build_country(&load::world_built_in(), map()).unwrap_or_else(|error| panic!("{error}"));
    let missing: Vec<&str> = country
        .edges
        .rows()
        .iter()
        .map(|edge| edge.code.as_str())
        .filter(|code| map().route(code).is_none())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
    assert!(country.nodes.len() >= 300 && country.edges.len() >= 500);
}

#[test]
fn files_with_windows_line_ends_read_the_same() {
    let windows = VALID.replace('\n', "\r\n");
    let (left, right) = (build(VALID).expect("valid"), build(&windows).expect("valid"));
    assert_eq!(left.plan, right.plan);
    assert_eq!(left.country, right.country);
}
