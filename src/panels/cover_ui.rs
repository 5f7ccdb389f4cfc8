//! The picture on the card of an exercise: the country in outline, with a spot in every region that the exercise touches.
//! It must not know where an exercise happens: the view says.

use bevy_egui::egui::{Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::view::cover_view::Outline;

/// Size of a spot, points.
const SPOT: f32 = 3.5;

/// Draws it so high.
pub fn cover_ui(ui: &mut Ui, outline: &Outline, regions: &[String], height: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(height * outline.shape, height), Sense::hover());
    let at = |[x, y]: [f32; 2]| pos2(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    let ink = Stroke::new(0.7, ui.visuals().weak_text_color());
    for line in &outline.lines {
        ui.painter().add(Shape::line(line.iter().map(|point| at(*point)).collect(), ink));
    }
    let spot = ui.visuals().selection.bg_fill;
    for (_, place) in outline.spots.iter().filter(|(code, _)| regions.contains(code)) {
        ui.painter().circle_filled(at(*place), SPOT, spot);
    }
}
