//! Finding a scenario: a file, or the name of one that is built in.
//!
//! Must not read the country's files itself: `scenario::load` does.

use super::ui::Ui;
use crate::{
    assets,
    geo::map::MapData,
    scenario::{
        fault::ScenarioError,
        fill::Chosen,
        load::{self, Exercise},
        source::Source,
    },
};
use anyhow::Context as _;
use std::path::Path;

/// The map that is built into the program.
pub(super) fn map(ui: &Ui) -> anyhow::Result<MapData> {
    MapData::built_in().with_context(|| ui.say("cli-map-broken", &[]))
}

/// Loads what was named: an existing file first, then a built-in scenario.
pub(super) fn load(name: &Path, map: &MapData) -> Result<Exercise, ScenarioError> {
    load_filled(name, &[], map)
}

/// Loads what was named, with some of its fields filled in.
pub(super) fn load_filled(name: &Path, chosen: &Chosen, map: &MapData) -> Result<Exercise, ScenarioError> {
    load::build_filled(load::world_built_in(), source(name)?, chosen, map)
}

/// The text of what was named: an existing file first, then a built-in scenario.
pub(super) fn source(name: &Path) -> Result<Source, ScenarioError> {
    let built_in = name.to_str().filter(|_| !name.exists()).and_then(assets::scenario);
    match built_in {
        Some(scenario) => Ok(Source::new(scenario.file, scenario.text.to_owned())),
        None => Ok(Source::open(name)?),
    }
}

/// Loads a built-in scenario.
pub(super) fn load_built_in(scenario: &assets::Scenario, map: &MapData) -> Result<Exercise, ScenarioError> {
    let source = Source::new(scenario.file, scenario.text.to_owned());
    load::build(load::world_built_in(), source, map)
}

/// All faults in words: one line each, and how to find the built-in ones when nothing was found.
pub(super) fn faults(ui: &Ui, name: &Path, error: &ScenarioError) -> String {
    let mut text = error.to_string();
    let built_in = name.to_str().is_some_and(|name| assets::scenario(name).is_some());
    if !name.exists() && !built_in {
        let names: Vec<String> = assets::SCENARIOS.iter().map(|scenario| scenario.name.to_owned()).collect();
        let list = ui.texts.list(ui.language, &names);
        text.push('\n');
        text.push_str(&ui.say("cli-built-in", &[("names", list.into())]));
    }
    text
}
