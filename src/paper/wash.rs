//! What the room reads at the end: the questions of the guide with room to write, and what came of the exercise.
//!
//! The figures come from outside, in words: whoever prints worked them out, and gives them only once the exercise has ended. Must not
//! judge.

use super::{
    Kind, Room,
    data::{Section, Sheet, SheetPage, settable, shortened},
};

/// Lines to write under a question, and under each of more questions than a page has room for that way.
const LINES: (u8, u8) = (4, 3);
/// Questions that fit on a page with the first.
const ROOMY: usize = 5;
/// Most characters of a line with a figure.
const LINE_MAX: usize = 400;

/// Questions and figures of the hot wash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HotWash {
    /// What is asked, in the language of the paper.
    pub questions: Vec<String>,
    /// Headings with lines; empty as long as the exercise has not ended.
    pub figures: Vec<(String, Vec<String>)>,
}

impl Room<'_> {
    /// Questions first, what came of it after them: who has read the figures has stopped remembering.
    pub(super) fn hot_wash(&self) -> Sheet {
        let page = |subtitle: &str, sections, columns| SheetPage {
            title: self.word("paper-hot-wash"),
            subtitle: self.word(subtitle),
            sections,
            columns,
            ..SheetPage::default()
        };
        let blank = if self.wash.questions.len() > ROOMY { LINES.1 } else { LINES.0 };
        let asked = self.wash.questions.iter().map(|question| Section {
            heading: settable(&shortened(question, LINE_MAX)),
            lines: Vec::new(),
            blank,
        });
        let mut sheets = vec![page("wash-first", asked.collect(), false)];
        let found = self.wash.figures.iter().map(|(heading, lines)| Section {
            heading: settable(heading),
            lines: lines.iter().map(|line| settable(&shortened(line, LINE_MAX))).collect(),
            blank: 0,
        });
        let mut found: Vec<Section> = found.collect();
        if found.is_empty() {
            found.push(Section {
                heading: self.word("wash-figures"),
                lines: vec![self.word("wash-later")],
                blank: 0,
            });
        }
        sheets.push(page("wash-then", found, true));
        Sheet { head: self.head(Kind::HotWash, ""), sheets }
    }
}
