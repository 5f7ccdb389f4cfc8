//! The words of a few views of the small exercise, in both languages.

use super::fixture::{small, texts};
use crate::rules::tiny;
use doorvoerland::{
    session::clock::Clock,
    text::Language,
    view::{
        clock_view::clock_view, injects_view::injects_view, inspect_view::inspect_view, log_view::log_view,
        messages_view::messages_view, movement_view::movements_view, pool_board_view::pool_view,
        repair_view::repair_view, scene::Target, shell::InspectorView, viewer::Viewer,
    },
};
use expect_test::{Expect, expect};
use std::fmt::Write as _;

/// Both languages, one after the other.
fn check(lines: impl Fn(Language) -> Vec<String>, expected: &Expect) {
    let mut text = String::new();
    for language in Language::ALL {
        for line in lines(language) {
            writeln!(text, "{line}").expect("writing to a string");
        }
        text.push('\n');
    }
    expected.assert_eq(text.trim_end());
}

fn inspector(view: Option<InspectorView>) -> Vec<String> {
    let view = view.expect("the thing exists");
    let mut lines = vec![format!("{} | {}", view.title, view.subtitle)];
    for section in view.sections {
        lines.push(format!("# {}", section.heading));
        for row in section.rows {
            lines.push(format!("{} | {} | {}", row.name, row.value, row.note.replace('\n', " / ")));
        }
    }
    lines
}

#[test]
fn clocks_of_lead_and_player() {
    let session = small();
    let clock = Clock::resumed(8_000);
    let lines = |language| {
        let of = |viewer| clock_view(&session, viewer, texts(), language, &clock, "10:58");
        let (lead, player) = (of(Viewer::Lead), of(Viewer::Role(tiny::PRORAIL)));
        let lead_line =
            [&*lead.day_time, &lead.date_time, &lead.play_time, &lead.wall_time, &lead.pace, &lead.ends];
        vec![lead_line.join(" | "), lead.marking, format!("{:?} {}", player.pace, player.may_steer)]
    };
    check(lines, &expect![[""]]);
}

#[test]
fn messages_and_log_of_receiver_and_outsider() {
    let session = small();
    let lines = |language| {
        let mut lines = Vec::new();
        for viewer in
            [Viewer::Lead, Viewer::Role(tiny::PRORAIL), Viewer::Role(tiny::MINISTER), Viewer::Public]
        {
            lines.push(format!("# {viewer:?}"));
            let inbox = messages_view(&session, viewer, texts(), language);
            for message in inbox.messages {
                lines.push(format!(
                    "{} {} ({}): [{}] {}",
                    message.time, message.sender, message.channel_words, message.title, message.text
                ));
            }
            let log = log_view(&session, viewer, texts(), language, 6);
            lines.extend(
                log.lines.into_iter().map(|line| format!("{} {:?} {}", line.time, line.kind, line.text)),
            );
        }
        lines
    };
    check(lines, &expect![[""]]);
}

#[test]
fn the_script_is_for_the_lead() {
    let session = small();
    let lines = |language| {
        let view = injects_view(&session, Viewer::Lead, texts(), language);
        let line = |row: &doorvoerland::view::injects_view::InjectRow| {
            format!(
                "{} {} | {} | {} | {:?} | {} | {:?} | {:?}",
                row.code,
                row.title,
                row.status_words,
                row.trigger,
                row.sent,
                row.receivers,
                row.effects,
                row.can
            )
        };
        let lines = view.line.iter().chain(&view.shelf).map(line).collect();
        assert!(injects_view(&session, Viewer::Role(tiny::PRORAIL), texts(), language).line.is_empty());
        lines
    };
    check(lines, &expect![[""]]);
}

#[test]
fn repair_and_movement() {
    let session = small();
    let lines = |language| {
        let mut lines = Vec::new();
        for viewer in [Viewer::Lead, Viewer::Role(tiny::PRORAIL)] {
            let repair = repair_view(&session, viewer, texts(), language);
            lines.extend(repair.crews.iter().map(|crew| format!("{} | {}", crew.name, crew.free)));
            lines.extend(repair.damages.iter().map(|row| {
                format!(
                    "{} | {} | {} | {} | {} | {} | {:?}",
                    row.what, row.loss, row.since, row.teams, row.remaining, row.cause, row.order_as
                )
            }));
        }
        let view = movements_view(&session, Viewer::Role(tiny::PLANNER), texts(), language);
        for row in view.movements {
            lines.push(format!(
                "{} | {} | {} | {} | {} {} {} | {:?}",
                row.name,
                row.progress,
                row.due,
                row.outlook_words,
                row.aboard,
                row.ashore,
                row.under_way,
                row.plan_as
            ));
            lines.extend(row.ships.into_iter().map(|ship| ship.words));
            lines.extend(
                row.ways.into_iter().map(|way| format!("{} {}/{}", way.words, way.sets_free, way.sets)),
            );
        }
        lines
    };
    check(lines, &expect![[""]]);
}

#[test]
fn a_pool_with_its_policy_and_ledger() {
    let session = small();
    let lines = |language| {
        let view = pool_view(&session, Viewer::Role(tiny::PRORAIL), texts(), language, tiny::PATHS);
        let view = view.expect("the pool exists");
        let mut lines = vec![format!(
            "{} | {} | {} | {} | {:?}",
            view.line.name, view.line.kind_words, view.line.owner, view.capacity, view.line.divide_as
        )];
        lines.push(format!("{:?} | {:?} | {:?}", view.policy.changes, view.policy.until, view.policy.set));
        lines.extend(view.rows.iter().filter(|row| row.all.asked > 0 || row.minimum > 0).map(|row| {
            format!(
                "{} | min {} | {:?} | wait {} | {}",
                row.name, row.minimum, row.day, row.waiting, row.binding
            )
        }));
        lines
    };
    check(lines, &expect![[""]]);
}

#[test]
fn facts_about_a_region_a_place_a_stretch_and_a_transport() {
    let session = small();
    let train = session.shown().consignments.active().next().map(|(_, row)| row.serial).expect("a train");
    let targets = [
        Target::Region(0),
        Target::Node(tiny::PORT.0),
        Target::Edge(tiny::RAIL_2.0),
        Target::Consignment(train),
    ];
    let lines = |language| {
        let viewer = Viewer::Role(tiny::PRORAIL);
        targets
            .iter()
            .flat_map(|target| inspector(inspect_view(&session, viewer, texts(), language, *target)))
            .collect()
    };
    check(lines, &expect![[""]]);
}
