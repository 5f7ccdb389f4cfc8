//! From the command line to the window: which exercise, which folder, which look.
//! It must not play: `exercise` does. What keeps a window from opening comes back as a sentence.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::driver::{AppInput, ScreenshotInput, WindowInput};
use super::exercise::{Exercise, Opening, Setup};
use super::gallery::{Dress, GalleryInput, plates::plates};
use super::kept::{self, Keeper, Kept};
use super::{probe, run};
use crate::assets;
use crate::geo::map::MapData;
use crate::panels::page::Tab;
use crate::scenario::book::FigureLine;
use crate::scenario::load::{self, Exercise as Scenario};
use crate::scenario::scalar::Confidence;
use crate::scenario::source::Source;
use crate::text::{Language, Texts};
use crate::view::about_view::FigureSource;
use crate::view::board_view::{Eyes, codes};
use crate::view::briefing_view::RoleCard;
use crate::view::figures_view::{Sheet, SheetFigure, Sure};
use crate::view::shell::Choice;
use crate::view::style::Theme;

/// What the window is asked to be.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// A scenario file, the name of a built-in one, or a recording; none for the first built-in one.
    pub what: Option<PathBuf>,
    /// Folder for recordings.
    pub folder: PathBuf,
    /// First language, unless another one is kept.
    pub language: Language,
    /// Whether somebody asked for that language: then none that is kept comes before it.
    pub language_asked: bool,
    /// Code of the picture on a second window that opens at once.
    pub second: Option<String>,
    /// Size of the window, logical pixels.
    pub size: [u32; 2],
    /// Colours; none for those that are kept.
    pub theme: Option<Theme>,
    /// Text size in percent; none for the one that is kept.
    pub text_percent: Option<u16>,
    /// Save a picture here, this long after the start, and quit.
    pub picture: Option<(PathBuf, Duration)>,
    /// Log how long frames take.
    pub measure: bool,
    /// Tell in this file where everything stands that can be used.
    pub places: Option<PathBuf>,
    /// Make pictures of every screen in this folder, in these sizes, and quit.
    pub gallery: Option<(PathBuf, Vec<[u32; 2]>)>,
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A sentence about why there is no window, or about what could not be opened.
pub fn play(wanted: Wanted) -> Result<(), Failure> {
    probe::probe().map_err(|error| Failure::NoWindow(error.to_string()))?;
    let told = |error: &dyn std::fmt::Display| Failure::NotOpened(error.to_string());
    let map = Arc::new(MapData::built_in().map_err(|error| told(&error))?);
    let (opening, sheet, title) = opening(&wanted, &map)?;
    let gallery = wanted.gallery.and_then(|(folder, sizes)| match &opening {
        Opening::Scenario(country, plan) => {
            Some(GalleryInput { folder, plates: plates(country, plan), dresses: Dress::all(&sizes) })
        }
        Opening::Recording(_) => None,
    });
    let offered = offered(wanted.what.as_deref());
    // Who names an exercise has chosen, but for what it wants to have filled in.
    let has_fields =
        |source: &Source| load::fill(source.clone(), &[]).is_ok_and(|(_, form)| !form.fields.is_empty());
    let offers = wanted.what.is_none() || gallery.is_some() || offered.iter().any(has_fields);
    // Pictures leave the settings of the user alone.
    let folder = if gallery.is_some() { None } else { kept::folder() };
    let (kept, aside) = folder.as_deref().map_or_else(Default::default, kept::read);
    let language = kept.language().filter(|_| !wanted.language_asked).unwrap_or(wanted.language);
    let texts = Arc::new(Texts::new());
    let setup = Setup {
        map,
        texts: texts.clone(),
        language,
        windows: 1,
        folder: wanted.folder,
        sheet: Arc::new(sheet),
        offer: offers,
        offered,
    };
    let exercise = Exercise::open(setup, opening).map_err(|error| told(&error))?;
    let country = exercise.session().country();
    let second = wanted.second.map(|code| {
        Eyes::of_code(country, &code).ok_or_else(|| {
            let list = codes(country).join(", ");
            let args = [("code", code.into()), ("list", list.into())];
            Failure::NotOpened(texts.say(language, "cli-second-unknown", &args))
        })
    });
    let second = second.transpose()?;
    let choice = Choice {
        lens: "worst".to_owned(),
        theme: wanted.theme.unwrap_or(kept.theme),
        still: kept.still,
        ..Choice::default()
    };
    let text_percent = wanted.text_percent.unwrap_or(kept.text_percent);
    // What was asked for this time is not kept unless it is changed in the window.
    let shown = Kept { theme: choice.theme, text_percent, still: choice.still, ..Kept::default() };
    let window = WindowInput {
        title,
        size: wanted.size,
        choice,
        text_percent,
        tab: Tab::default(),
        panels: true,
        eyes: None,
        place: None,
    };
    let input = AppInput {
        driver: Box::new(exercise),
        windows: vec![window],
        screenshot: wanted.picture.map(|(path, after)| ScreenshotInput { path, after, exit: true }),
        measure: wanted.measure,
        places: wanted.places,
        gallery,
        second,
        keeper: Keeper { folder, kept: shown, aside },
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

fn opening(wanted: &Wanted, map: &MapData) -> Result<(Opening, Sheet, String), Failure> {
    let name = "Doorvoerland";
    let is_recording = |path: &Path| path.extension().is_some_and(|ending| ending == "oefening");
    if let Some(path) = wanted.what.as_ref().filter(|path| is_recording(path)) {
        let sheet = scenario(None, map).map(|scenario| sheet(&scenario)).unwrap_or_default();
        return Ok((Opening::Recording(path.clone()), sheet, name.to_owned()));
    }
    let scenario = scenario(wanted.what.as_deref(), map)?;
    let sheet = sheet(&scenario);
    Ok((Opening::Scenario(scenario.country, scenario.plan), sheet, name.to_owned()))
}

/// The exercises that the start card offers: the one that was named, else all that are built in. None for a recording.
pub fn offered(what: Option<&Path>) -> Vec<Source> {
    let built_in = |scenario: &assets::Scenario| Source::new(scenario.file, scenario.text.to_owned());
    let Some(path) = what else { return assets::SCENARIOS.iter().map(built_in).collect() };
    if path.extension().is_some_and(|ending| ending == "oefening") {
        return Vec::new();
    }
    let named = path.to_str().filter(|_| !path.exists()).and_then(assets::scenario);
    named.map(built_in).or_else(|| Source::open(path).ok()).into_iter().collect()
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

/// What the book of the country says, as the views take it.
pub fn sheet(scenario: &Scenario) -> Sheet {
    let book = &scenario.book;
    let source = |row: &crate::scenario::book::Source| FigureSource {
        title: row.title.clone(),
        publisher: row.publisher.clone(),
        year: row.year,
        note: row.note.clone(),
    };
    let figure = |row: &FigureLine| SheetFigure {
        path: row.path.clone(),
        value: row.value.clone(),
        source: row.source,
        sure: match row.confidence {
            Confidence::A => Sure::Measured,
            Confidence::B => Sure::Derived,
            Confidence::C => Sure::Estimated,
        },
    };
    let pools = scenario.country.pools.rows().iter().zip(book.pool_laws.rows());
    Sheet {
        sources: book.sources.iter().map(source).collect(),
        figures: book.figures.iter().map(figure).collect(),
        changes: (book.changes.iter())
            .map(|row| (row.path.clone(), (row.value.clone(), row.reason.clone())))
            .collect(),
        laws: book.laws.iter().map(|law| (law.name.clone(), law.not_allowed.clone())).collect(),
        cards: (scenario.country.roles.rows().iter().zip(book.roles.rows()))
            .map(|(role, row)| {
                (role.code.clone(), RoleCard { may: row.may.clone(), limit: row.limit.clone() })
            })
            .collect(),
        measures: (scenario.country.measures.rows.rows().iter().zip(book.measures.rows()))
            .map(|(measure, row)| (measure.code.clone(), (row.does.clone(), row.price.clone())))
            .collect(),
        bases: (scenario.country.roles.rows().iter().zip(book.roles.rows()))
            .map(|(role, row)| (role.code.clone(), row.bases.clone()))
            .collect(),
        law_of_pool: pools.map(|(pool, law)| (pool.code.clone(), *law)).collect(),
    }
}
