//! From the command line to the window: which exercise, which folder, which look.
//! It must not play: `exercise` does. What keeps a window from opening comes back as a sentence.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::driver::{AppInput, ScreenshotInput, WindowInput};
use super::exercise::{Exercise, Opening, Setup};
use super::{probe, run};
use crate::assets;
use crate::geo::map::MapData;
use crate::panels::page::Tab;
use crate::scenario::load::{self, Exercise as Scenario};
use crate::scenario::source::Source;
use crate::text::{Language, Texts};
use crate::view::about_view::FigureSource;
use crate::view::shell::Choice;
use crate::view::style::Theme;

/// What the window is asked to be.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// A scenario file, the name of a built-in one, or a recording; none for the first built-in one.
    pub what: Option<PathBuf>,
    /// Folder for recordings.
    pub folder: PathBuf,
    /// First language.
    pub language: Language,
    /// Size of the window, logical pixels.
    pub size: [u32; 2],
    /// Light or dark.
    pub theme: Theme,
    /// Text size in percent.
    pub text_percent: u16,
    /// Save a picture here, this long after the start, and quit.
    pub picture: Option<(PathBuf, Duration)>,
    /// Log how long frames take.
    pub measure: bool,
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A sentence about why there is no window, or about what could not be opened.
pub fn play(wanted: Wanted) -> Result<(), Failure> {
    probe::probe().map_err(|error| Failure::NoWindow(error.to_string()))?;
    let told = |error: &dyn std::fmt::Display| Failure::NotOpened(error.to_string());
    let map = Arc::new(MapData::built_in().map_err(|error| told(&error))?);
    let (opening, sources, title) = opening(&wanted, &map)?;
    let setup = Setup {
        map,
        texts: Arc::new(Texts::new()),
        language: wanted.language,
        windows: 1,
        folder: wanted.folder,
        sources,
        offer: wanted.what.is_none(),
    };
    let exercise = Exercise::open(setup, opening).map_err(|error| told(&error))?;
    let window = WindowInput {
        title,
        size: wanted.size,
        choice: Choice { lens: "worst".to_owned(), theme: wanted.theme, ..Choice::default() },
        text_percent: wanted.text_percent,
        tab: Tab::default(),
        panels: true,
    };
    let input = AppInput {
        driver: Box::new(exercise),
        windows: vec![window],
        screenshot: wanted.picture.map(|(path, after)| ScreenshotInput { path, after, exit: true }),
        measure: wanted.measure,
    };
    run(input).map_err(|error| Failure::NoWindow(format!("{error:#}")))
}

/// Why nothing was played.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// There can be no window: the exercise may still be played without one.
    #[error("{0}")]
    NoWindow(String),
    /// What was asked for cannot be opened.
    #[error("{0}")]
    NotOpened(String),
}

fn opening(wanted: &Wanted, map: &MapData) -> Result<(Opening, Vec<FigureSource>, String), Failure> {
    let name = "Doorvoerland";
    let is_recording = |path: &Path| path.extension().is_some_and(|ending| ending == "oefening");
    if let Some(path) = wanted.what.as_ref().filter(|path| is_recording(path)) {
        let sources = scenario(None, map).map(|scenario| sources(&scenario)).unwrap_or_default();
        return Ok((Opening::Recording(path.clone()), sources, name.to_owned()));
    }
    let scenario = scenario(wanted.what.as_deref(), map)?;
    let sources = sources(&scenario);
    Ok((Opening::Scenario(scenario.country, scenario.plan), sources, name.to_owned()))
}

fn scenario(what: Option<&Path>, map: &MapData) -> Result<Scenario, Failure> {
    let built_in = match what {
        None => Some(assets::DEFAULT),
        Some(path) => path.to_str().filter(|_| !path.exists()).and_then(assets::scenario),
    };
    let loaded = match (built_in, what) {
        (Some(scenario), _) => {
            let source = Source::new(scenario.file, scenario.text.to_owned());
            load::build(load::world_built_in(), source, map)
        }
        (None, path) => load::open(path.unwrap_or(Path::new("")), map),
    };
    loaded.map_err(|error| Failure::NotOpened(error.to_string()))
}

fn sources(scenario: &Scenario) -> Vec<FigureSource> {
    let source = |row: &crate::scenario::book::Source| FigureSource {
        title: row.title.clone(),
        publisher: row.publisher.clone(),
        year: row.year,
        note: row.note.clone(),
    };
    scenario.book.sources.iter().map(source).collect()
}
