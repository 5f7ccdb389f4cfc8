//! The press: a template, its data and its pictures in; set pages out, as PDF or as words for a test.
//!
//! Typst does the setting, as a library: no network, no clock, no files but those built in. Data reach a template as JSON, so what
//! somebody typed is text and never markup. The same input gives the same bytes. Must not know an exercise. See `data`.

use serde::Serialize;
use std::{fmt, sync::LazyLock};
use typst::{
    Library, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    layout::{Frame, FrameItem},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// A template of `assets/paper`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// One page or more of headings and lines.
    Sheet,
    /// Cards to cut out.
    Cards,
    /// Small pieces for an amount of a capacity.
    Fiches,
    /// A table that may run over many pages.
    Table,
    /// Forms to fill in by hand.
    Forms,
    /// Name boards that are folded.
    Boards,
    /// Messages.
    Inbox,
    /// The map.
    Map,
}

impl Template {
    fn source(self) -> &'static str {
        match self {
            Self::Sheet => include_str!("../../assets/paper/sheet.typ"),
            Self::Cards => include_str!("../../assets/paper/cards.typ"),
            Self::Fiches => include_str!("../../assets/paper/fiches.typ"),
            Self::Table => include_str!("../../assets/paper/table.typ"),
            Self::Forms => include_str!("../../assets/paper/forms.typ"),
            Self::Boards => include_str!("../../assets/paper/boards.typ"),
            Self::Inbox => include_str!("../../assets/paper/inbox.typ"),
            Self::Map => include_str!("../../assets/paper/map.typ"),
        }
    }
}

/// What all templates share.
const COMMON: &str = include_str!("../../assets/paper/lib.typ");

/// Fonts that are built in; see `assets/paper/fonts/LICENCES.md`.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../assets/paper/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../assets/paper/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../assets/paper/fonts/DejaVuSans-Fallback.ttf"),
];

/// Library and fonts, made once.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
    let book = FontBook::from_fonts(&fonts);
    Press {
        library: LazyHash::new(<Library as typst::LibraryExt>::default()),
        book: LazyHash::new(book),
        fonts,
    }
});

/// A template that does not fit its data: a fault of the program.
#[derive(Debug)]
pub struct PressError(Vec<String>);

impl fmt::Display for PressError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.join("; "))
    }
}

impl std::error::Error for PressError {}

/// Set pages.
pub struct Pages {
    document: PagedDocument,
}

/// Sets a template with its data. `pictures` are drawings by the names that the template knows them by.
pub fn set(
    template: Template,
    data: &impl Serialize,
    pictures: &[(&str, String)],
) -> Result<Pages, PressError> {
    let json = serde_json::to_vec(data).map_err(|error| PressError(vec![error.to_string()]))?;
    let main = id("main.typ");
    let mut files = vec![(id("data.json"), Bytes::new(json))];
    files.extend(pictures.iter().map(|(name, svg)| (id(name), Bytes::from_string(svg.clone()))));
    let source = Source::new(main, template.source().to_owned());
    let common = Source::new(id("lib.typ"), COMMON.to_owned());
    let job = Job { press: &PRESS, main, sources: [source, common], files };
    let set = typst::compile::<PagedDocument>(&job).output;
    // What the library keeps for a next time is of no use for another document.
    typst::comemo::evict(0);
    set.map(|document| Pages { document }).map_err(|faults| PressError(faults.iter().map(words).collect()))
}

fn words(fault: &SourceDiagnostic) -> String {
    fault.message.to_string()
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("names of files are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl Pages {
    /// How many.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// The words on each page, in the order in which they were set.
    pub fn words(&self) -> Vec<String> {
        let page = |frame: &Frame| {
            let mut text = String::new();
            gather(frame, &mut text);
            text
        };
        self.document.pages().iter().map(|each| page(&each.frame)).collect()
    }

    /// Words that reach over the edge of their page: there should be none.
    pub fn outside(&self) -> Vec<String> {
        let mut found = Vec::new();
        for page in self.document.pages() {
            beyond(&page.frame, 0.0, page.frame.width().to_pt(), &mut found);
        }
        found
    }

    /// The file.
    pub fn pdf(&self) -> Result<Vec<u8>, PressError> {
        let creator = Smart::Custom(Some("Doorvoerland".to_owned()));
        let options = PdfOptions { creator, ..PdfOptions::default() };
        typst_pdf::pdf(&self.document, &options)
            .map_err(|faults| PressError(faults.iter().map(words).collect()))
    }
}

fn gather(frame: &Frame, out: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather(&group.frame, out),
            FrameItem::Text(text) => {
                out.push_str(&text.text);
                out.push(' ');
            }
            _ => {}
        }
    }
}

/// Texts of a frame that begin left of the page or end right of it; `left` is where the frame begins, points.
fn beyond(frame: &Frame, left: f64, width: f64, found: &mut Vec<String>) {
    for (at, item) in frame.items() {
        let from = left + at.x.to_pt();
        match item {
            // What is turned or scaled is a board, which fits by its own measure.
            FrameItem::Group(group) if group.transform.is_identity() => {
                beyond(&group.frame, from, width, found);
            }
            FrameItem::Text(text) if from < 0.0 || from + text.width().to_pt() > width => {
                found.push(text.text.to_string());
            }
            _ => {}
        }
    }
}

/// One document being set.
struct Job {
    press: &'static Press,
    main: FileId,
    sources: [Source; 2],
    files: Vec<(FileId, Bytes)>,
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.iter().find(|source| source.id() == id).cloned().ok_or_else(missing)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(each, _)| *each == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(missing)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    /// There is no clock in the press.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing() -> FileError {
    FileError::NotFound("?".into())
}
