//! What is built into the program, so that it works from any folder: the exercises.
//!
//! The other files of `assets/` are built in where they are read: the country by `scenario::load`, the map by `geo::map`, the
//! words by `text`. Must not read anything.

/// An exercise that is built in.
#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    /// What the command line calls it.
    pub name: &'static str,
    /// The file it was made from.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! scenarios {
    ($($name:literal),+ $(,)?) => {
        /// All of them, the first one for newcomers.
        pub const SCENARIOS: &[Scenario] = &[$(Scenario {
            name: $name,
            file: concat!("scenarios/", $name, ".ron"),
            text: include_str!(concat!("../scenarios/", $name, ".ron")),
        }),+];
    };
}

scenarios!(
    "eerste-doorvoer",
    "onder-druk",
    "grijze-zone",
    "dertig-treinen",
    "kennismaking",
    "leergang",
    "lange-lijn"
);

/// The exercise for newcomers.
pub const DEFAULT: &Scenario = &SCENARIOS[0];

/// The exercise whose injects stand for rows of the inventory.
pub const PRESSURE: &Scenario = &SCENARIOS[1];

/// The built-in exercise of this name.
pub fn scenario(name: &str) -> Option<&'static Scenario> {
    SCENARIOS.iter().find(|scenario| scenario.name == name)
}

/// A scenario to begin with, explained in Dutch; `NAME` stands for its code.
pub const NEW_NL: &str = include_str!("../assets/new/nl.ron");

/// The same, explained in English.
pub const NEW_EN: &str = include_str!("../assets/new/en.ron");
