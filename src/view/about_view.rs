//! Where everything comes from: the program, its licence, the sources of figures and map.
//!
//! Must not read files: who knows the sources hands them in.

use crate::{
    geo::map::MapData,
    text::{Language, Texts},
};

/// A source of figures, as the country's files name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureSource {
    /// What it is.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub year: u16,
    /// What one should know about it.
    pub note: String,
}

/// The page about the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutView {
    /// Name of the program with its subtitle.
    pub name: String,
    /// Version.
    pub version: String,
    /// Licence of the program, SPDX.
    pub licence: String,
    /// What it is and what its figures are, in sentences.
    pub statements: Vec<String>,
    /// Where the map comes from, one line for each source.
    pub map: Vec<String>,
    /// Where the figures come from: a line and a note each.
    pub sources: Vec<(String, String)>,
}

/// The page about the program.
pub fn about_view(texts: &Texts, language: Language, map: &MapData, sources: &[FigureSource]) -> AboutView {
    let word = |key| texts.word(language, key);
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    let line = |source: &FigureSource| {
        let args = [
            ("title", source.title.as_str().into()),
            ("publisher", source.publisher.as_str().into()),
            // A year is not grouped by thousands.
            ("year", source.year.to_string().into()),
        ];
        (texts.say(language, "about-source-line", &args), source.note.clone())
    };
    AboutView {
        name: format!("{}, {}", word("app-name"), word("app-subtitle")),
        version: texts.say(language, "about-version", &version),
        licence: env!("CARGO_PKG_LICENSE").to_owned(),
        statements: ["about-what", "about-figures", "about-public"].map(word).into(),
        map: map
            .attribution()
            .iter()
            .map(|part| format!("{}: {} ({})", part.subject, part.publisher, part.licence))
            .collect(),
        sources: sources.iter().map(line).collect(),
    }
}
