//! Texts on the map, painted by egui under the panels, with a halo. Which ones fit is decided by
//! `crate::view::labels`, the same for screen and paper. It must not style anything.

use bevy_egui::egui::{FontId, Rect, Ui, pos2, vec2};

use crate::panels::map_cover::colour32;
use crate::view::labels::{place, symbol_boxes};
use crate::view::scene::{Anchor, MapScene};
use crate::view::viewport::Viewport;

/// Offsets of the halo, points: four copies under the text. Text snaps to whole pixels, so a pixel is the least.
const HALO: [[f32; 2]; 4] = [[-1.0, -1.0], [1.0, -1.0], [-1.0, 1.0], [1.0, 1.0]];

/// Paints the labels that fit; `taken` are boxes that stay free.
pub fn labels_ui(ui: &Ui, scene: &MapScene, view: &Viewport, map: Rect, taken: &[[f32; 4]]) {
    let painter = ui.painter().with_clip_rect(map);
    let layout = |index: usize| {
        let label = &scene.labels[index];
        painter.layout_no_wrap(
            label.text.clone(),
            FontId::proportional(label.size_px),
            colour32(label.colour),
        )
    };
    let mut taken = taken.to_vec();
    taken.append(&mut symbol_boxes(scene, view));
    let placed = place(&scene.labels, view, &taken, |index| layout(index).size().into());
    for label in placed {
        let galley = layout(label.label_index);
        let [left, top, right, _] = label.rect;
        let slack = (right - left - galley.size().x) / 2.0;
        let centred = matches!(scene.labels[label.label_index].anchor, Anchor::Centre);
        let at = pos2(left + if centred { slack } else { 0.0 }, top);
        let halo = colour32(scene.ink.halo);
        for [dx, dy] in HALO {
            painter.galley_with_override_text_color(at + vec2(dx, dy), galley.clone(), halo);
        }
        // Twice: the only weight of the font is light, and this makes it read as a normal one.
        let ink = colour32(scene.labels[label.label_index].colour);
        painter.galley(at, galley.clone(), ink);
        painter.galley(at, galley, ink);
    }
}
