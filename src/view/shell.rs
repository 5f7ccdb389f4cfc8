//! What stands around the map, as plain values: the bars, the lens list, the inspector, the timeline.
//! Every text is ready to be read, in the language of the seat, with its unit. Nothing here knows how it is drawn
//! (`crate::panels` does) or where it comes from (`crate::app::Driver` says).

use serde::Serialize;
use std::sync::Arc;

use super::map_view::HIDDEN_AT_FIRST;
use super::scene::{Band, Target};
use super::stretch::Stretch;
use super::style::Theme;
use crate::geo::shape::At;

/// What one seat has chosen to look at. A change of it asks for new views.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// Code of the lens.
    pub lens: String,
    /// Codes of layers that are switched off.
    pub hidden_layers: Vec<String>,
    /// What is looked for.
    pub search: String,
    /// What is selected.
    pub selected: Option<Target>,
    /// What the pointer is on.
    pub hovered: Option<Target>,
    /// The transport that the map follows, by its serial.
    pub followed: Option<u32>,
    /// Light or dark.
    pub theme: Theme,
    /// Zoom band of the map.
    pub band: Band,
    /// The stretch of the exercise that the strip at the bottom shows; none for all of it.
    pub stretch: Option<Stretch>,
    /// Nothing glides: what moves goes by the quarter of an hour.
    pub still: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            lens: String::new(),
            hidden_layers: HIDDEN_AT_FIRST.map(str::to_owned).into(),
            search: String::new(),
            selected: None,
            hovered: None,
            followed: None,
            theme: Theme::Light,
            band: Band::Country,
            stretch: None,
            still: false,
        }
    }
}

/// Everything around the map for one seat.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ShellView {
    /// Fixed words of the shell in the language of the seat.
    pub words: Words,
    /// The bar on top.
    pub top: TopView,
    /// Lenses, layers and search.
    pub lenses: LensView,
    /// What is selected; `None`: nothing.
    pub inspector: Option<InspectorView>,
    /// What the pointer is on.
    pub hover: Option<HoverView>,
    /// The transport that the map follows, in words.
    pub followed: Option<String>,
    /// What a picture of the map is called: exercise and moment.
    pub caption: String,
}

/// Fixed words of the shell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Heading of the list of lenses.
    pub lens: String,
    /// Heading of the list of layers.
    pub layers: String,
    /// Label of the search field.
    pub search: String,
    /// Label of the field that narrows down what the regions can be coloured by.
    pub filter: String,
    /// Shown when a search finds nothing.
    pub nothing_found: String,
    /// Shown in the inspector when nothing is selected.
    pub nothing_selected: String,
    /// Button: show the whole country.
    pub show_all: String,
    /// Button: keep a transport in the middle of the map.
    pub follow: String,
    /// Title of the inspector tab.
    pub inspector: String,
    /// Button: light or dark.
    pub theme: String,
    /// Buttons: larger and smaller text.
    pub text_size: String,
    /// Buttons of the clock, in the order: to start, back, run, pause, step, to end.
    pub clock: [String; 6],
}

impl Words {
    /// Fills every word from a lookup by message key (`shell-lens` and so on, see `assets/i18n`).
    pub fn from_lookup(word: impl Fn(&str) -> String) -> Self {
        Self {
            lens: word("shell-lens"),
            layers: word("shell-layers"),
            search: word("shell-search"),
            filter: word("shell-filter"),
            nothing_found: word("shell-nothing-found"),
            nothing_selected: word("shell-nothing-selected"),
            show_all: word("shell-show-all"),
            follow: word("map-follow"),
            inspector: word("shell-inspector"),
            theme: word("shell-theme"),
            text_size: word("shell-text-size"),
            clock: [
                "shell-clock-start",
                "shell-clock-back",
                "shell-clock-run",
                "shell-clock-pause",
                "shell-clock-step",
                "shell-clock-end",
            ]
            .map(word),
        }
    }
}

/// The bar on top: the three clocks, the round, the pace and the marking.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TopView {
    /// Name of the exercise.
    pub title: String,
    /// Time in the scenario, for example "D+12 14:45 (wo 14 okt)".
    pub scenario_time: String,
    /// Time played without pauses, with its name.
    pub play_time: String,
    /// Time on the wall.
    pub wall_time: String,
    /// The same where room is scarce.
    pub wall_short: String,
    /// Round and its countdown; `None` when the clock runs on.
    pub round: Option<String>,
    /// The same where room is scarce.
    pub round_short: String,
    /// Whether the clock runs.
    pub running: bool,
    /// The pace, for example "×60"; empty for a seat that may not touch the clock.
    pub pace: String,
    /// Whether this seat may use the clock.
    pub may_steer: bool,
    /// Phase of escalation; empty where there is none.
    pub phase: String,
    /// "OEFENING" and the chosen marking.
    pub marking: String,
}

/// A thing to choose: its code and its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Stable code.
    pub code: String,
    /// What the user reads.
    pub name: String,
    /// What a tooltip adds; empty: nothing.
    pub hint: String,
    /// Heading that it stands under; empty: none.
    pub group: String,
}

/// Lenses, layers and the outcome of a search.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LensView {
    /// What the regions can be coloured by.
    pub lenses: Vec<Item>,
    /// What can be switched on and off.
    pub layers: Vec<Item>,
    /// What the search found, best first.
    pub found: Vec<Found>,
}

/// One search result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// Its name and kind.
    pub text: String,
    /// Where it is.
    pub at: At,
    /// What it is.
    pub target: Option<Target>,
}

/// Facts about what is selected.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct InspectorView {
    /// Its name.
    pub title: String,
    /// What it is and how old the report is.
    pub subtitle: String,
    /// Groups of facts.
    pub sections: Vec<Section>,
    /// The transport that the map can follow, by its serial.
    pub transport: Option<u32>,
}

/// A group of facts under one heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its facts.
    pub rows: Vec<Row>,
}

/// One fact.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// What it is.
    pub name: String,
    /// Its value with its unit.
    pub value: String,
    /// The value as a share of one thousand, drawn as a bar.
    pub permille: Option<u16>,
    /// Why it is so, and where the figure comes from; shown on hover.
    pub note: String,
    /// What to open on a click: the cause.
    pub target: Option<Target>,
}

/// The card beside the pointer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HoverView {
    /// Name of the thing.
    pub title: String,
    /// At most a handful of names and values.
    pub rows: Vec<(String, String)>,
}

/// The strip at the bottom. Positions are thousandths of its length.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineView {
    /// Where now is; none outside the stretch that is shown.
    pub now_permille: Option<u16>,
    /// Marks of the calendar: position and text.
    pub scale: Vec<(u16, String)>,
    /// Named rows, from top to bottom.
    pub lanes: Vec<Lane>,
}

/// One row of the timeline.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// What stands on it.
    pub marks: Vec<Mark>,
}

/// A moment or a stretch on a lane.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mark {
    /// Number to open it by.
    pub number: u32,
    /// Where it begins.
    pub from_permille: u16,
    /// Where it ends; the same as the begin for a moment.
    pub to_permille: u16,
    /// What it is; shown on hover and, if it fits, on the strip.
    pub text: Arc<str>,
    /// Planned and not yet happened.
    pub planned: bool,
    /// At least partly in the stretch that is shown.
    pub inside: bool,
}
