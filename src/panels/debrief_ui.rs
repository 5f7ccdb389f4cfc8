//! What was possible, for the debrief: two tables, or a button to have them worked out. For the exercise lead.
//! It must not work anything out: the exercise does, beside itself.

use bevy_egui::egui::{Grid, Label, RichText, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{heading_ui, main_button_ui, progress_ui};
use crate::view::debrief_view::DebriefView;

/// Width of the first column and of the others, points.
const WIDTHS: [f32; 2] = [124.0, 54.0];

/// Draws the page.
pub fn debrief_ui(ui: &mut Ui, exercise: &ExerciseView, view: &DebriefView, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("debrief-title"));
    let mut again = "debrief-compute";
    match view {
        DebriefView::NotComputed => {
            ui.label(tongue.word("debrief-not-computed"));
        }
        DebriefView::Running(until, percent) => {
            if progress_ui(ui, tongue, *percent) {
                out.push(Intent::Exercise(ExerciseIntent::WorkOut(false)));
            }
            ui.label(tongue.say("debrief-running", &[("time", until.into())]));
            return;
        }
        DebriefView::Failed => {
            ui.label(tongue.word("debrief-failed"));
        }
        DebriefView::Done(possible) => {
            again = "debrief-again";
            ui.weak(tongue.say("debrief-until", &[("time", (&possible.until).into())]));
            table_ui(ui, "outcomes", &possible.outcomes);
            ui.weak(tongue.word("report-possible-means"));
            heading_ui(ui, tongue.word("report-more"));
            if possible.more.1.is_empty() {
                ui.label(tongue.word("report-more-none"));
            } else {
                table_ui(ui, "more", &possible.more);
                ui.weak(tongue.word("report-more-means"));
            }
        }
    }
    if main_button_ui(ui, true, &tongue.word(again)) {
        out.push(Intent::Exercise(ExerciseIntent::WorkOut(true)));
    }
    ui.weak(tongue.word("debrief-means"));
}

fn table_ui(ui: &mut Ui, name: &str, (heads, rows): &(Vec<String>, Vec<Vec<String>>)) {
    Grid::new(name).num_columns(heads.len()).striped(true).spacing([6.0, 4.0]).show(ui, |ui| {
        let cell = |ui: &mut Ui, column: usize, text: RichText| {
            ui.vertical(|ui| {
                ui.set_width(WIDTHS[usize::from(column > 0)]);
                ui.add(Label::new(text).wrap());
            });
        };
        for (column, head) in heads.iter().enumerate() {
            cell(ui, column, RichText::new(head).small().weak());
        }
        ui.end_row();
        for row in rows {
            for (column, text) in row.iter().enumerate() {
                let text = RichText::new(text);
                cell(ui, column, if column > 0 { text.strong() } else { text });
            }
            ui.end_row();
        }
    });
}
