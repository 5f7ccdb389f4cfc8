//! The course of an exercise in the report: what the staff did with it, by three clocks, and its rounds.
//!
//! Left out for an exercise that began at once and was never steered. Must not tell what happened in it: `timeline` does.

use super::{Report, html::Page};
use crate::{
    sim::course::{Steer, Times},
    text::{play_time, scenario_time, stage_key, wall_clock},
};

/// Playing time and time on the wall in words; empty where nobody told.
pub(super) fn clocks(times: Times) -> (String, String) {
    let played = if times == Times::default() { String::new() } else { play_time(times.played_s.into()) };
    (played, wall_clock(times.wall))
}

/// The section.
pub(super) fn section(report: &Report<'_>, page: &mut Page) {
    let session = report.session;
    let shown = session.shown().tick;
    let steered: Vec<_> = session.steered().iter().filter(|row| row.tick <= shown).collect();
    if steered.is_empty() {
        return;
    }
    let course = session.course_shown();
    page.heading(2, &report.word("report-course"));
    let stage = report.word(stage_key(course.stage));
    let (played, _) = clocks(session.times_shown());
    page.paragraph(&report.say("report-stage", &[("stage", stage.into()), ("played", played.into())]));
    if course.by_rounds {
        let rounds = (0_u8..).zip(&course.rounds).map(|(number, row)| {
            let state = match row {
                _ if row.dropped => "round-dropped",
                _ if row.is_run(shown) => "round-played",
                _ if row.begun.is_some() => "round-begun",
                _ => "round-planned",
            };
            let period = format!("{} \u{2013} {}", report.time(row.from), report.time(row.until));
            vec![report.narrator.round(number), period, row.minutes.total().to_string(), report.word(state)]
        });
        let columns = ["report-round", "report-round-period", "report-round-minutes", "report-round-state"];
        page.table("rounds", &columns.map(|key| report.word(key)), rounds.collect());
    }
    let start = session.plan().start;
    let rows = steered.into_iter().filter(|row| row.steer != Steer::Prepare).map(|row| {
        let (played, wall) = clocks(row.times);
        let who = report.narrator.actor(row.by.actor);
        vec![scenario_time(start, row.tick), played, wall, who, report.narrator.steer_sentence(&row.steer)]
    });
    let columns = ["report-time", "report-played", "report-wall", "report-who", "report-what"];
    page.table("course", &columns.map(|key| report.word(key)), rows.collect());
}
