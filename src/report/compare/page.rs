//! The comparison as a part of the report: a table for each group of rows, and where the groups part.
//!
//! Must not judge and must not write tags: `html` does.

use super::{Comparison, Section};
use crate::report::{Report, html::Page};

/// The section; nothing without a comparison.
pub(in crate::report) fn section(report: &Report<'_>, page: &mut Page) {
    let Some(comparison) = report.comparison else { return };
    page.heading(2, &report.word("compare-title"));
    page.paragraph(&report.word("compare-means"));
    page.list(&comparison.remarks);
    let names: Vec<String> = comparison.groups.iter().map(|group| group.name.clone()).collect();
    for each in &comparison.sections {
        rows(report, each, &names, page);
    }
    if comparison.partings.is_empty() {
        return;
    }
    page.heading(3, &report.word("compare-partings"));
    page.paragraph(&report.word("compare-partings-means"));
    partings(report, comparison, &names, page);
}

fn rows(report: &Report<'_>, section: &Section, names: &[String], page: &mut Page) {
    page.heading(3, &section.title);
    let mut columns = vec![report.word("report-what")];
    columns.extend(names.iter().cloned());
    let rows = section.rows.iter().map(|row| {
        let mut cells = vec![row.name.clone()];
        cells.extend(row.cells.iter().cloned());
        cells
    });
    page.table("compare", &columns, rows.collect());
}

fn partings(report: &Report<'_>, comparison: &Comparison, names: &[String], page: &mut Page) {
    let mut columns = ["report-round", "dossier-table", "compare-first"].map(|key| report.word(key)).to_vec();
    columns.extend(names.iter().cloned());
    let rows = comparison.partings.iter().map(|row| {
        let deed = if row.deed.is_empty() { report.word("compare-no-difference") } else { row.deed.clone() };
        let mut cells = vec![row.round_words.clone(), row.table.clone(), deed];
        let both = row.when.iter().zip(&row.decisions);
        cells.extend(both.map(|(when, count)| {
            let args = [("when", when.as_str().into()), ("count", (*count).into())];
            report.say("compare-when", &args)
        }));
        cells
    });
    page.table("compare", &columns, rows.collect());
}
