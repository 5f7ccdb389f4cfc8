//! The consequences in the report: profile first, then tracks, requirements, pillars, regions and groups.
//!
//! Left out where the country weighs none. Must not weigh anything: `view::score_view` tells what was found.

use super::{Report, html::Page};
use crate::view::score_view::{GaugesView, ScoreView};

/// Puts the section on the page.
pub(super) fn section(report: &Report<'_>, page: &mut Page) {
    if report.session.country().score.is_none() {
        return;
    }
    let view = ScoreView::of(&report.narrator);
    page.heading(2, &report.word("score-title"));
    page.paragraph(&view.thresholds);
    page.heading(3, &report.word("score-profile"));
    let rows = view.interests.iter().flat_map(|interest| {
        let head = vec![interest.name.clone(), String::new(), interest.worst.clone(), String::new()];
        let own = interest
            .criteria
            .iter()
            .map(|row| vec![row.name.clone(), row.value.clone(), row.class.clone(), row.scales.clone()]);
        std::iter::once(head).chain(own)
    });
    let columns =
        ["score-criterion", "score-value", "score-class", "score-scales"].map(|key| report.word(key));
    page.table("score", &columns, rows.collect());
    page.paragraph(&view.mean);
    for group in [&view.tracks, &view.baseline, &view.pillars] {
        gauges(report, page, group);
    }
    page.heading(3, &report.word("score-served"));
    page.paragraph(&view.served.means);
    page.table("numbers", &view.served.columns, view.served.rows.clone());
    page.list(&view.served.groups);
}

fn gauges(report: &Report<'_>, page: &mut Page, group: &GaugesView) {
    page.heading(3, &group.title);
    page.paragraph(&group.means);
    let rows = group.rows.iter().map(|row| vec![row.name.clone(), row.stands.clone(), row.about.clone()]);
    let columns = ["score-gauge", "score-share", "score-about"].map(|key| report.word(key));
    page.table("score", &columns, rows.collect());
}
