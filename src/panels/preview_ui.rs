//! What would happen if this inject were sent now: a button, how far it is, and the bands that came out, in words with a small
//! chart. It must not work anything out: the exercise does, beside itself.

use bevy_egui::egui::{
    CollapsingHeader, CornerRadius, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::progress_ui;
use crate::sim::ids::InjectId;
use crate::view::preview_view::{BandRow, BandsView, PreviewStand};

/// Height of the chart of a figure, points.
const HEIGHT: f32 = 18.0;
/// Least width of a band, points: one value must be seen too.
const LEAST: f32 = 3.0;

/// Draws the button, or what is known of this inject.
pub fn preview_ui(ui: &mut Ui, exercise: &ExerciseView, inject: InjectId, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    let mut ask = |inject| out.push(Intent::Exercise(ExerciseIntent::Preview(inject)));
    let Some(view) = exercise.preview.as_ref().filter(|view| view.inject == inject) else {
        if ui.button(tongue.word("preview-ask")).clicked() {
            ask(Some(inject));
        }
        return;
    };
    match &view.stand {
        PreviewStand::Working(percent) => {
            if progress_ui(ui, tongue, *percent) {
                ask(None);
            }
            ui.weak(tongue.word("preview-working"));
        }
        PreviewStand::Failed(why) => {
            ui.label(RichText::new(why).color(ui.visuals().error_fg_color));
            if ui.button(tongue.word("preview-again")).clicked() {
                ask(Some(inject));
            }
        }
        PreviewStand::Done(bands) => {
            bands_ui(ui, exercise, bands);
            ui.horizontal(|ui| {
                if ui.button(tongue.word("preview-again")).clicked() {
                    ask(Some(inject));
                }
                if ui.button(tongue.word("word-close")).clicked() {
                    ask(None);
                }
            });
        }
    }
}

fn bands_ui(ui: &mut Ui, exercise: &ExerciseView, bands: &BandsView) {
    let tongue = &exercise.tongue;
    ui.label(RichText::new(&bands.head).strong());
    legend_ui(ui, exercise);
    if bands.clear.is_empty() {
        ui.label(tongue.word("preview-no-difference"));
    } else {
        ui.label(tongue.word("preview-clear"));
    }
    for row in &bands.clear {
        row_ui(ui, exercise, row);
    }
    if !bands.others.is_empty() {
        // With nothing else to see they are what there is to see.
        let others = CollapsingHeader::new(tongue.word("preview-others")).id_salt("preview-others");
        others.default_open(bands.clear.is_empty()).show(ui, |ui| {
            for row in &bands.others {
                row_ui(ui, exercise, row);
            }
        });
    }
    ui.weak(tongue.word("preview-means"));
}

fn row_ui(ui: &mut Ui, exercise: &ExerciseView, row: &BandRow) {
    ui.add_space(2.0);
    ui.label(&row.name);
    let words =
        [("now", (&row.now).into()), ("without", (&row.without).into()), ("with", (&row.with).into())];
    let said = exercise.tongue.say("preview-row", &words);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, format!("{}: {said}", row.name)));
    let visuals = ui.visuals();
    let (ink, weak, strong) =
        (visuals.selection.bg_fill, visuals.weak_text_color(), visuals.strong_text_color());
    let painter = ui.painter_at(rect);
    let at = |permille: u16| rect.left() + (rect.width() - LEAST) * f32::from(permille) / 1000.0;
    let band = |[low, high]: [u16; 2], top: f32| {
        Rect::from_min_max(pos2(at(low), top), pos2(at(high) + LEAST, top + HEIGHT / 2.0 - 2.0))
    };
    painter.line_segment([rect.left_center(), rect.right_center()], Stroke::new(1.0, visuals.faint_bg_color));
    // Without is hollow, with is filled: told apart without colours.
    let without = band(row.without_at, rect.top() + 1.0);
    painter.rect_stroke(without, CornerRadius::ZERO, Stroke::new(1.2, weak), StrokeKind::Inside);
    painter.rect_filled(band(row.with_at, rect.center().y + 1.0), CornerRadius::ZERO, ink);
    if let Some(now) = row.mark.map(|mark| at(mark) + LEAST / 2.0) {
        painter.line_segment([pos2(now, rect.top()), pos2(now, rect.bottom())], Stroke::new(1.0, strong));
    }
    ui.weak(RichText::new(said).small());
}

fn legend_ui(ui: &mut Ui, exercise: &ExerciseView) {
    let visuals = ui.visuals();
    let (ink, weak, strong) =
        (visuals.selection.bg_fill, visuals.weak_text_color(), visuals.strong_text_color());
    ui.horizontal_wrapped(|ui| {
        for (number, key) in ["preview-now", "panel-forecast-without", "preview-with"].into_iter().enumerate()
        {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 10.0), Sense::hover());
            let painter = ui.painter();
            match number {
                0 => {
                    painter.line_segment([rect.center_top(), rect.center_bottom()], Stroke::new(1.0, strong));
                }
                1 => {
                    let stroke = Stroke::new(1.2, weak);
                    painter.rect_stroke(rect, CornerRadius::ZERO, stroke, StrokeKind::Inside);
                }
                _ => {
                    painter.rect_filled(rect, CornerRadius::ZERO, ink);
                }
            }
            ui.label(RichText::new(exercise.tongue.word(key)).small().weak());
        }
    });
}
