//! What happened and what was decided, newest first; a click goes to the place or the moment.
//! It must not filter for whom: the view did.

use std::hash::{DefaultHasher, Hash as _};

use bevy_egui::egui::{RichText, ScrollArea, Sense, Ui};

use super::debrief_ui::debrief_ui;
use super::intent::{ClockIntent, ExerciseIntent, Intent, SeatIntent};
use super::lists_ui::{ListState, as_table_ui, decided_ui, happenings_ui};
use super::page::ExerciseView;
use super::parts::{clocks_ui, leave_room_ui};
use super::rows_ui::rows_ui;
use crate::sim::command::Command;
use crate::view::debrief_view::DebriefView;
use crate::view::log_view::{Decision, DecisionsView, LogKind, LogLine, LogView};
use crate::view::viewer::Viewer;

/// Part of the course of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogPart {
    /// Everything that happened.
    #[default]
    All,
    /// What was decided.
    Decisions,
    /// What was possible; for the exercise lead.
    Possible,
}

const PARTS: [(LogPart, &str); 3] =
    [(LogPart::All, "log-all"), (LogPart::Decisions, "tab-decisions"), (LogPart::Possible, "debrief-title")];

/// Which list is shown.
#[derive(Debug, Default)]
pub struct LogState {
    /// The part that is shown.
    pub part: LogPart,
    /// Kinds that are left out.
    pub hidden: Vec<LogKind>,
    /// What happened, as a table.
    pub list: ListState,
    /// Decisions, as a table.
    pub decided: ListState,
}

/// Room between two rows beyond the usual, points.
const GAP: f32 = 4.0;

const KINDS: [(LogKind, &str); 6] = [
    (LogKind::Inject, "log-kind-inject"),
    (LogKind::Decision, "log-kind-decision"),
    (LogKind::Damage, "log-kind-damage"),
    (LogKind::Level, "log-kind-level"),
    (LogKind::Network, "log-kind-network"),
    (LogKind::Transport, "log-kind-transport"),
];

/// Draws the panel.
pub fn log_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (log, decisions, debrief): (&LogView, &DecisionsView, &DebriefView),
    state: &mut LogState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.horizontal_wrapped(|ui| {
        for (part, key) in PARTS {
            let lead = exercise.viewer == Viewer::Lead;
            if (part != LogPart::Possible || lead)
                && ui.selectable_label(state.part == part, tongue.word(key)).clicked()
            {
                state.part = part;
            }
        }
    });
    ui.separator();
    match state.part {
        LogPart::Decisions => {
            if !decisions.decisions.is_empty() && as_table_ui(ui, exercise, &mut state.decided) {
                return decided_ui(ui, exercise, decisions, &mut state.decided.table, out);
            }
            return decisions_ui(ui, exercise, decisions, out);
        }
        LogPart::Possible if exercise.viewer == Viewer::Lead => {
            ScrollArea::vertical().id_salt("debrief").auto_shrink([false, false]).show(ui, |ui| {
                leave_room_ui(ui);
                debrief_ui(ui, exercise, debrief, out);
            });
            return;
        }
        LogPart::Possible | LogPart::All => {}
    }
    ui.horizontal_wrapped(|ui| {
        for (kind, key) in KINDS {
            let mut shown = !state.hidden.contains(&kind);
            if ui.checkbox(&mut shown, tongue.word(key)).changed() {
                state.hidden.retain(|hidden| *hidden != kind);
                if !shown {
                    state.hidden.push(kind);
                }
            }
        }
    });
    if as_table_ui(ui, exercise, &mut state.list) {
        let named = |kind: LogKind| {
            KINDS.iter().find(|(each, _)| *each == kind).map_or_else(String::new, |(_, key)| tongue.word(key))
        };
        let rows = log.lines.iter().filter(|line| !state.hidden.contains(&line.kind));
        let rows = rows.map(|line| (line, named(line.kind)));
        happenings_ui(ui, exercise, rows, &mut state.list.table, out);
        return;
    }
    ui.separator();
    ScrollArea::vertical().id_salt("log").auto_shrink([false, false]).show(ui, |ui| {
        let lines = log.lines.iter().filter(|line| !state.hidden.contains(&line.kind));
        rows_ui(
            ui,
            ("log", GAP),
            lines,
            |line, hasher| (&line.text, &line.clocks).hash(hasher),
            |ui, line| line_ui(ui, exercise, line, out),
        );
        if log.lines.is_empty() {
            ui.weak(tongue.word("log-empty"));
        }
    });
}

fn line_ui(ui: &mut Ui, exercise: &ExerciseView, line: &LogLine, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        if ui.link(RichText::new(&line.time).small()).clicked() {
            out.push(Intent::Clock(ClockIntent::Seek(line.at)));
        }
        clocks_ui(ui, &exercise.tongue, &line.clocks.0, &line.clocks.1);
    });
    let sense = if line.target.is_some() { Sense::click() } else { Sense::hover() };
    if ui.add(bevy_egui::egui::Label::new(&line.text).sense(sense)).clicked() {
        out.push(Intent::Seat(SeatIntent::Select(line.target)));
    }
}

fn decisions_ui(ui: &mut Ui, exercise: &ExerciseView, view: &DecisionsView, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    if view.decisions.is_empty() {
        ui.weak(tongue.word("decision-none"));
        return;
    }
    ScrollArea::vertical().id_salt("decisions").auto_shrink([false, false]).show(ui, |ui| {
        let key = |row: &&Decision, hasher: &mut DefaultHasher| {
            let undo = row.undo_as.is_some();
            (row.number, &row.who, &row.clocks, &row.text, &row.starts, row.undone, undo).hash(hasher);
        };
        rows_ui(ui, ("decisions", GAP), view.decisions.iter(), key, |ui, decision| {
            ui.horizontal_wrapped(|ui| {
                ui.weak(format!("{}.", decision.number));
                if ui.link(RichText::new(&decision.given).small()).clicked() {
                    out.push(Intent::Clock(ClockIntent::Seek(decision.at)));
                }
                clocks_ui(ui, tongue, &decision.clocks.0, &decision.clocks.1);
                ui.label(RichText::new(&decision.who).strong());
            });
            ui.label(&decision.text);
            if let Some(starts) = &decision.starts {
                ui.weak(tongue.say("panel-starts", &[("time", starts.into())]));
            }
            if decision.undone {
                ui.weak(tongue.word("decision-undone"));
            }
            if let Some(actor) = decision.undo_as
                && ui.button(tongue.word("inject-undo")).clicked()
            {
                let command = Command::Undo { seq: decision.number };
                out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor, at: None }));
            }
        });
    });
}
