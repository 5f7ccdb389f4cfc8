//! Which labels fit: greedy by rank, boxes never overlap. Shared by every back end so that screen, paper and
//! export choose alike. It must not draw or measure: the caller brings the width of a text.

use super::scene::{Anchor, Label, MapScene};
use super::viewport::Viewport;

/// Free space kept around a label, pixels.
const GAP_PX: f32 = 3.0;

/// A label that fits, with its box on the screen in pixels: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Its position in the list that was asked.
    pub label_index: usize,
    /// Where it stands.
    pub rect: [f32; 4],
}

/// Boxes of the symbols that stay where they are; moving ones would make labels come and go.
pub fn symbol_boxes(scene: &MapScene, view: &Viewport) -> Vec<[f32; 4]> {
    let boxes = scene.symbols.iter().map(|symbol| {
        let at = view.to_screen(symbol.at);
        let [x, y] = [at[0] + symbol.shift_px[0], at[1] + symbol.shift_px[1]];
        let half = symbol.size_px / 2.0;
        [x - half, y - half, x + half, y + half]
    });
    boxes.collect()
}

/// Places labels by rank, then by position in the list. `size_of` gives width and height in pixels of
/// the label at a position in the list; `taken` holds
/// boxes that must stay free (symbols, legend).
pub fn place(
    labels: &[Label],
    view: &Viewport,
    taken: &[[f32; 4]],
    mut size_of: impl FnMut(usize) -> [f32; 2],
) -> Vec<Placed> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|&index| (labels[index].rank, index));
    let mut boxes: Vec<[f32; 4]> = taken.to_vec();
    let mut placed = Vec::new();
    for index in order {
        let label = &labels[index];
        let at = view.to_screen(label.at);
        if !inside(at, view.rect) {
            continue;
        }
        let size = size_of(index);
        let fits = candidates(at, size, label.anchor)
            .find(|&rect| within(rect, view.rect) && boxes.iter().all(|&other| !overlap(rect, other)));
        if let Some(rect) = fits {
            boxes.push(rect);
            placed.push(Placed { label_index: index, rect });
        }
    }
    placed
}

fn candidates(at: [f32; 2], size: [f32; 2], anchor: Anchor) -> impl Iterator<Item = [f32; 4]> {
    let [left, top] = [at[0] - size[0] / 2.0, at[1] - size[1] / 2.0];
    let corners = match anchor {
        // A name of an area may move up or down by less than its own height.
        Anchor::Centre => [0.0, 0.7, -0.7].map(|lines| [left, top + lines * size[1]]),
        Anchor::Beside(radius) => {
            let gap = f32::from(radius) + GAP_PX;
            let [right, other] = [at[0] + gap, at[0] - gap - size[0]];
            [[right, top], [other, top], [right, top + 0.6 * size[1]]]
        }
    };
    corners.into_iter().map(move |[left, top]| [left, top, left + size[0], top + size[1]])
}

fn inside(at: [f32; 2], rect: [f32; 4]) -> bool {
    at[0] >= rect[0] && at[0] <= rect[2] && at[1] >= rect[1] && at[1] <= rect[3]
}

fn within(inner: [f32; 4], outer: [f32; 4]) -> bool {
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

fn overlap(a: [f32; 4], b: [f32; 4]) -> bool {
    a[0] < b[2] + GAP_PX && b[0] < a[2] + GAP_PX && a[1] < b[3] + GAP_PX && b[1] < a[3] + GAP_PX
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::style::Rgba;

    fn label(at: [i32; 2], rank: u8, anchor: Anchor) -> Label {
        Label { at, text: "Kijfhoek".into(), rank, size_px: 12.0, colour: Rgba::rgb(0), anchor }
    }

    fn view() -> Viewport {
        Viewport { centre: [0.0, 0.0], metres_per_px: 1.0, rect: [0.0, 0.0, 400.0, 400.0] }
    }

    #[test]
    fn the_higher_rank_wins_and_boxes_stay_apart() {
        let labels = [
            label([0, 0], 3, Anchor::Centre),
            label([2, 2], 0, Anchor::Centre),
            label([0, 100], 9, Anchor::Centre),
        ];
        let placed = place(&labels, &view(), &[], |_| [50.0, 40.0]);
        assert_eq!(placed.iter().map(|p| p.label_index).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_label_moves_to_the_other_side_of_its_symbol() {
        let labels = [label([0, 0], 0, Anchor::Beside(5))];
        let right = [[200.0, 190.0, 300.0, 210.0]];
        let placed = place(&labels, &view(), &right, |_| [50.0, 12.0]);
        assert!(placed[0].rect[2] < 200.0);
    }

    #[test]
    fn what_is_off_the_map_is_left_out() {
        let labels = [label([0, 5000], 0, Anchor::Centre), label([195, 0], 0, Anchor::Centre)];
        assert!(place(&labels, &view(), &[], |_| [50.0, 12.0]).is_empty());
    }
}
