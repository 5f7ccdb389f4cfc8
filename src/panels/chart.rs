//! A chart of columns: what was asked of a pool over the last days, granted below and refused on top, with a line at what was
//! used. It must not compute: the view brings the columns.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontId, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::page::ExerciseView;
use crate::sim::country::Class;
use crate::view::pool_board_view::Counts;
use crate::view::pool_page_view::Column;

/// Height of the columns, points.
const HEIGHT: f32 = 84.0;
/// Room for the times below, points.
const FOOT: f32 = 14.0;

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
    let inks = Inks::of(ui);
    columns_ui(ui, exercise, series, &sums, most, inks);
    legend_ui(ui, exercise, inks);
}

#[derive(Clone, Copy)]
struct Inks {
    granted: Color32,
    refused: Color32,
    used: Color32,
}

impl Inks {
    fn of(ui: &Ui) -> Self {
        let visuals = ui.visuals();
        Self {
            granted: visuals.selection.bg_fill,
            refused: visuals.error_fg_color,
            used: visuals.strong_text_color(),
        }
    }
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

fn columns_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    series: &[Column],
    sums: &[Counts],
    most: u32,
    inks: Inks,
) {
    let tongue = &exercise.tongue;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + FOOT), Sense::hover());
    let name = tongue.say("chart-name", &[("most", most.into())]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, name.clone()));
    let painter = ui.painter_at(rect);
    let weak = ui.visuals().weak_text_color();
    let plot = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - FOOT));
    let step = plot.width() / sums.len().max(1) as f32;
    let height = |count: u32| plot.height() * count as f32 / most as f32;
    for (index, counts) in sums.iter().enumerate() {
        let left = plot.left() + step * index as f32 + 1.0;
        let right = left + (step - 2.0).max(1.0);
        let level = |count: u32| plot.bottom() - height(count);
        let granted = Rect::from_min_max(pos2(left, level(counts.granted)), pos2(right, plot.bottom()));
        painter.rect_filled(granted, CornerRadius::ZERO, inks.granted);
        // Refused is hollow as well as of another hue, so that it is told apart without colours.
        let top = level(counts.granted + counts.refused);
        let refused = Rect::from_min_max(pos2(left, top), pos2(right, granted.top()));
        if counts.refused > 0 {
            painter.rect_stroke(
                refused,
                CornerRadius::ZERO,
                Stroke::new(1.4, inks.refused),
                StrokeKind::Inside,
            );
        }
        if counts.used > 0 {
            let at = level(counts.used);
            painter.line_segment([pos2(left, at), pos2(right, at)], Stroke::new(2.0, inks.used));
        }
    }
    painter.line_segment([plot.left_bottom(), plot.right_bottom()], Stroke::new(1.0, weak));
    let small = FontId::proportional(10.0);
    painter.text(plot.left_top(), Align2::LEFT_TOP, most.to_string(), small.clone(), weak);
    let (first, last) = (series.first(), series.last());
    for (column, at, align) in [
        (first, plot.left_bottom(), Align2::LEFT_TOP),
        (last.filter(|_| series.len() > 6), plot.right_bottom(), Align2::RIGHT_TOP),
    ] {
        if let Some(column) = column {
            painter.text(at + vec2(0.0, 2.0), align, &column.time, small.clone(), weak);
        }
    }
    let pointed = response.hover_pos().map(|at| ((at.x - plot.left()) / step) as usize);
    if let Some((column, counts)) = pointed.and_then(|at| series.get(at).zip(sums.get(at))) {
        let args = [
            ("asked", counts.asked.into()),
            ("granted", counts.granted.into()),
            ("used", counts.used.into()),
            ("refused", counts.refused.into()),
            ("time", (&column.time).into()),
        ];
        response.on_hover_text(tongue.say("chart-column", &args));
    }
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
