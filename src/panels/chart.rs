//! A chart of columns: what was asked of a pool over the last days, granted below and refused on top, with a line at what was
//! used. It must not compute: the view brings the columns.

use bevy_egui::egui::{CornerRadius, RichText, Sense, Stroke, StrokeKind, Ui, vec2};

use super::page::ExerciseView;
use super::plot::{Inks, Stack, TimePlot};
use crate::sim::country::Class;
use crate::sim::time::TICKS_PER_HOUR;
use crate::view::pool_board_view::Counts;
use crate::view::pool_page_view::{COLUMN_HOURS, Column};

/// Height of the chart with its axis, points.
const HEIGHT: f32 = 124.0;

/// Which class the chart shows; none for all together.
pub type Chosen = Option<Class>;

/// Draws the chart with its legend and the choice of the class.
pub fn chart_ui(ui: &mut Ui, exercise: &ExerciseView, series: &[Column], chosen: &mut Chosen) {
    let tongue = &exercise.tongue;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        if ui.selectable_label(chosen.is_none(), RichText::new(tongue.word("word-all")).small()).clicked() {
            *chosen = None;
        }
        for (class, name) in Class::ALL.into_iter().zip(&exercise.choices.classes) {
            if !series.iter().any(|column| column.counts[class].asked > 0) {
                continue;
            }
            if ui.selectable_label(*chosen == Some(class), RichText::new(name).small()).clicked() {
                *chosen = Some(class);
            }
        }
    });
    let sums: Vec<Counts> = series.iter().map(|column| sum(column, *chosen)).collect();
    let most = sums.iter().map(|counts| counts.asked.max(counts.used)).max().unwrap_or(0);
    if most == 0 {
        ui.weak(tongue.word("chart-nothing"));
        return;
    }
    columns_ui(ui, exercise, series, &sums, most);
    legend_ui(ui, exercise, Inks::of(ui));
}

fn sum(column: &Column, chosen: Chosen) -> Counts {
    let classes = Class::ALL.into_iter().filter(|class| chosen.is_none_or(|chosen| chosen == *class));
    classes.fold(Counts::default(), |sum, class| {
        let more = column.counts[class];
        Counts {
            asked: sum.asked + more.asked,
            granted: sum.granted + more.granted,
            used: sum.used + more.used,
            refused: sum.refused + more.refused,
        }
    })
}

fn columns_ui(ui: &mut Ui, exercise: &ExerciseView, series: &[Column], sums: &[Counts], most: u32) {
    let tongue = &exercise.tongue;
    let stack = |(column, counts): (&Column, &Counts)| {
        let args = [
            ("asked", counts.asked.into()),
            ("granted", counts.granted.into()),
            ("used", counts.used.into()),
            ("refused", counts.refused.into()),
            ("time", (&column.time).into()),
        ];
        Stack {
            from: column.at,
            quarters: COLUMN_HOURS * TICKS_PER_HOUR,
            granted: counts.granted,
            refused: counts.refused,
            used: counts.used,
            words: tongue.say("chart-column", &args),
        }
    };
    let stacks: Vec<Stack> = series.iter().zip(sums).map(stack).collect();
    let name = tongue.say("chart-name", &[("most", most.into())]);
    let start = exercise.choices.start.unwrap_or_default();
    let unit = tongue.word("chart-unit");
    TimePlot { salt: "claims", start, unit: &unit, height: HEIGHT }.stacks_ui(ui, tongue, &name, &stacks);
}

fn legend_ui(ui: &mut Ui, exercise: &ExerciseView, inks: Inks) {
    ui.horizontal_wrapped(|ui| {
        for (key, ink, form) in [
            ("board-granted", inks.granted, 0_u8),
            ("board-refused", inks.refused, 1),
            ("board-used", inks.used, 2),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 10.0), Sense::hover());
            match form {
                0 => {
                    ui.painter().rect_filled(rect, CornerRadius::ZERO, ink);
                }
                1 => {
                    ui.painter().rect_stroke(
                        rect,
                        CornerRadius::ZERO,
                        Stroke::new(1.4, ink),
                        StrokeKind::Inside,
                    );
                }
                _ => {
                    ui.painter()
                        .line_segment([rect.left_center(), rect.right_center()], Stroke::new(2.0, ink));
                }
            }
            ui.label(RichText::new(exercise.tongue.word(key)).small().weak());
        }
    });
}
