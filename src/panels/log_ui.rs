//! What happened and what was decided, newest first; a click goes to the place or the moment.
//! It must not filter for whom: the view did.

use bevy_egui::egui::{RichText, ScrollArea, Sense, Ui};

use super::intent::{ClockIntent, Intent, SeatIntent};
use super::page::ExerciseView;
use crate::view::log_view::{DecisionsView, LogKind, LogLine, LogView};

/// Which list is shown.
#[derive(Debug, Default)]
pub struct LogState {
    /// Only decisions.
    pub decisions: bool,
    /// Kinds that are left out.
    pub hidden: Vec<LogKind>,
}

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
    (log, decisions): (&LogView, &DecisionsView),
    state: &mut LogState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.horizontal_wrapped(|ui| {
        for (only, key) in [(false, "log-all"), (true, "tab-decisions")] {
            if ui.selectable_label(state.decisions == only, tongue.word(key)).clicked() {
                state.decisions = only;
            }
        }
    });
    ui.separator();
    if state.decisions {
        decisions_ui(ui, exercise, decisions, out);
        return;
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
    ui.separator();
    ScrollArea::vertical().id_salt("log").auto_shrink([false, false]).show(ui, |ui| {
        for line in log.lines.iter().filter(|line| !state.hidden.contains(&line.kind)) {
            line_ui(ui, line, out);
        }
        if log.lines.is_empty() {
            ui.weak(tongue.word("log-empty"));
        }
    });
}

fn line_ui(ui: &mut Ui, line: &LogLine, out: &mut Vec<Intent>) {
    if ui.link(RichText::new(&line.time).small()).clicked() {
        out.push(Intent::Clock(ClockIntent::Seek(line.at)));
    }
    let sense = if line.target.is_some() { Sense::click() } else { Sense::hover() };
    if ui.add(bevy_egui::egui::Label::new(&line.text).sense(sense)).clicked() {
        out.push(Intent::Seat(SeatIntent::Select(line.target)));
    }
    ui.add_space(4.0);
}

fn decisions_ui(ui: &mut Ui, exercise: &ExerciseView, view: &DecisionsView, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    if view.decisions.is_empty() {
        ui.weak(tongue.word("decision-none"));
        return;
    }
    ScrollArea::vertical().id_salt("decisions").auto_shrink([false, false]).show(ui, |ui| {
        for decision in &view.decisions {
            ui.horizontal_wrapped(|ui| {
                ui.weak(format!("{}.", decision.number));
                if ui.link(RichText::new(&decision.given).small()).clicked() {
                    out.push(Intent::Clock(ClockIntent::Seek(decision.at)));
                }
                ui.label(RichText::new(&decision.who).strong());
            });
            ui.label(&decision.text);
            if let Some(starts) = &decision.starts {
                ui.weak(tongue.say("panel-starts", &[("time", starts.into())]));
            }
            ui.add_space(4.0);
        }
    });
}
