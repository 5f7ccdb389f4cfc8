//! Ammunition trains that stood still: where and how long, who was in danger, who had to be told and when they knew.
//!
//! Left out of the report when none did. Must not judge: whether somebody knew in time is for the hot wash.

use super::{Report, html::Page};
use crate::{
    sim::state::Alarm,
    text::{Arg, number},
};

/// Keys of the columns.
const COLUMNS: [&str; 7] = [
    "report-stand-train",
    "report-stand-place",
    "report-stand-time",
    "report-stand-distance",
    "report-stand-people",
    "report-stand-crowd",
    "report-stand-told",
];

/// Puts the section on the page.
pub(super) fn section(report: &Report<'_>, page: &mut Page) {
    let alarms = &report.session.shown().alarms;
    if alarms.is_empty() {
        return;
    }
    page.heading(2, &report.word("report-stands"));
    page.paragraph(&report.word("report-stands-means"));
    let rows = alarms.iter().map(|alarm| row(report, alarm)).collect();
    page.table("stands", &COLUMNS.map(|key| report.word(key)), rows);
}

fn row(report: &Report<'_>, alarm: &Alarm) -> Vec<String> {
    let narrator = &report.narrator;
    let count = |count: u32| number(narrator.language, count.into());
    let place = narrator.node(alarm.at);
    let place = if alarm.sheltered {
        report.say("report-stand-sheltered", &[("place", place.into())])
    } else {
        place
    };
    let from = report.time(alarm.since);
    let time = match alarm.ended {
        Some(ended) => format!("{from} \u{2013} {}", report.time(ended)),
        None => report.say("report-stand-still", &[("from", from.into())]),
    };
    let told = alarm.told.iter().map(|(role, knew)| {
        let role: Arg = narrator.role(*role).into();
        match knew {
            Some(knew) => {
                report.say("report-stand-knew", &[("role", role), ("time", report.time(*knew).into())])
            }
            None => report.say("report-stand-not-told", &[("role", role)]),
        }
    });
    vec![
        // A number that names a train is not grouped by thousands.
        alarm.serial.to_string(),
        place,
        time,
        if alarm.distance_m == 0 {
            "\u{2013}".to_owned()
        } else {
            report.say("report-stand-metres", &[("metres", count(alarm.distance_m.into()).into())])
        },
        count(alarm.people),
        count(alarm.crowd_most),
        told.collect::<Vec<_>>().join("; "),
    ]
}
