//! The briefing for who comes late as one page to print.
//!
//! Only lays out: what it says comes from `view::briefing_view`. Tags are written by `html` alone.

use super::html::Page;
use crate::{text::Language, view::briefing_view::BriefingView};

/// The whole file.
pub fn html(view: &BriefingView, title: &str, language: Language) -> String {
    let heading = format!("{title}: {}", view.role);
    let mut page = Page::new(language.code(), &heading, &view.marking);
    page.heading(1, &heading);
    page.paragraph(&format!("{}. {}", view.title, view.clocks.join(" \u{b7} ")));
    for section in &view.sections {
        page.heading(2, &section.heading);
        page.list(&section.lines);
    }
    page.finish()
}
