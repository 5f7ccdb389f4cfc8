//! The staff guide of a scenario as pages to print.
//!
//! Only lays out: what it says comes from the scenario. Tags are written by `html` alone.

use super::html::Page;
use crate::{text::Language, view::briefing_view::BriefingSection};

/// The whole file.
pub fn html(heading: &str, marking: &str, sections: &[BriefingSection], language: Language) -> String {
    let mut page = Page::new(language.code(), heading, marking);
    page.heading(1, heading);
    for section in sections {
        page.heading(2, &section.heading);
        match section.lines.as_slice() {
            [only] => page.paragraph(only),
            lines => page.list(lines),
        }
    }
    page.finish()
}
