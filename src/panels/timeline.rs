//! The strip at the bottom: named lanes with moments and stretches, the calendar, and a line at now.
//! It must not know time: positions are thousandths of the strip.

use bevy_egui::egui::{Align2, CornerRadius, FontId, Id, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::intent::Intent;
use crate::view::shell::{Lane, Mark, TimelineView};

/// Width of the names of the lanes, points.
const NAMES: f32 = 112.0;
/// Height of a lane, points.
const LANE: f32 = 20.0;

/// Draws the strip.
pub fn timeline_ui(ui: &mut Ui, view: &TimelineView, out: &mut Vec<Intent>) {
    let area = ui.available_rect_before_wrap();
    ui.allocate_rect(area, Sense::hover());
    let strip = Rect::from_min_max(pos2(area.left() + NAMES, area.top() + 16.0), area.max - vec2(8.0, 2.0));
    scale_ui(ui, view, strip);
    for (row, lane) in view.lanes.iter().enumerate() {
        let top = strip.top() + LANE * row as f32;
        if top + LANE > area.bottom() {
            break;
        }
        let lane_rect =
            Rect::from_min_max(pos2(strip.left(), top + 2.0), pos2(strip.right(), top + LANE - 2.0));
        lane_ui(ui, lane, row, area.left() + 4.0, lane_rect, out);
    }
    let now = along(strip, view.now_permille);
    let ink = ui.visuals().strong_text_color();
    ui.painter().vline(now, area.top() + 2.0..=strip.bottom(), Stroke::new(1.5, ink));
}

fn along(strip: Rect, permille: u16) -> f32 {
    strip.left() + strip.width() * f32::from(permille.min(1000)) / 1000.0
}

fn scale_ui(ui: &Ui, view: &TimelineView, strip: Rect) {
    let weak = ui.visuals().weak_text_color();
    let line = ui.visuals().widgets.noninteractive.bg_stroke;
    let mut free_from = f32::NEG_INFINITY;
    for (permille, text) in &view.scale {
        let x = along(strip, *permille);
        ui.painter().vline(x, strip.y_range(), line);
        if x >= free_from {
            let spot = pos2(x + 3.0, strip.top() - 14.0);
            let drawn = ui.painter().text(spot, Align2::LEFT_TOP, text, FontId::proportional(11.0), weak);
            free_from = drawn.right() + 8.0;
        }
    }
}

fn lane_ui(ui: &Ui, lane: &Lane, row: usize, left: f32, rect: Rect, out: &mut Vec<Intent>) {
    let visuals = ui.visuals();
    ui.painter().text(
        pos2(left, rect.center().y),
        Align2::LEFT_CENTER,
        &lane.name,
        FontId::proportional(12.0),
        visuals.text_color(),
    );
    ui.painter().rect_filled(rect, CornerRadius::same(2), visuals.faint_bg_color);
    for mark in &lane.marks {
        let mark_rect = mark_rect(rect, mark);
        let id = Id::new(("mark", row, mark.number));
        let response = ui.interact(mark_rect.expand(2.0), id, Sense::click()).on_hover_text(&mark.text);
        paint_mark(ui, mark, mark_rect, response.hovered());
        if response.clicked() {
            out.push(Intent::OpenMark(mark.number));
        }
    }
}

fn mark_rect(lane: Rect, mark: &Mark) -> Rect {
    let [from, to] = [mark.from_permille, mark.to_permille].map(|permille| along(lane, permille));
    if mark.to_permille > mark.from_permille {
        Rect::from_x_y_ranges(from..=to, lane.y_range())
    } else {
        Rect::from_center_size(pos2(from, lane.center().y), vec2(9.0, 9.0))
    }
}

fn paint_mark(ui: &Ui, mark: &Mark, rect: Rect, hovered: bool) {
    let visuals = ui.visuals();
    let ink = if hovered { visuals.strong_text_color() } else { visuals.selection.bg_fill };
    let painter = ui.painter();
    if mark.to_permille > mark.from_permille {
        painter.rect_filled(
            rect,
            CornerRadius::same(2),
            ink.gamma_multiply(if mark.planned { 0.35 } else { 0.8 }),
        );
        let font = FontId::proportional(11.0);
        let galley = painter.layout_no_wrap(mark.text.clone(), font, visuals.strong_text_color());
        if galley.size().x + 6.0 < rect.width() {
            let spot = Pos2::new(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0);
            painter.galley(spot, galley, visuals.strong_text_color());
        }
    } else if mark.planned {
        painter.circle_stroke(rect.center(), 4.0, Stroke::new(1.5, ink));
    } else {
        painter.circle_filled(rect.center(), 4.5, ink);
    }
}
