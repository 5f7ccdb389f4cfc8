//! Lines as triangles: constant width on the screen, soft edges without multisampling.
//! Pure geometry in metres; it must not know a renderer. Each point of a line becomes four corners: transparent,
//! full, full, transparent, so that the edge fades over one pixel; a thin line does with three. Without a graphics
//! card the number of triangles decides the frame time. Used by `mesh`.

use super::mesh::Batch;

/// A bend is drawn as a mitre up to this many half widths, then cut short.
const MITRE_LIMIT: f32 = 2.0;
/// Points nearer than this share of a pixel to the last kept one are dropped.
const CLOSE_PX: f32 = 1.0;
/// A line up to this wide has one full corner in the middle instead of two, pixels.
const THIN_PX: f32 = 1.6;

/// A pen: width and softness in metres for the zoom step it is used at.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// Metres per pixel of the zoom step.
    pub metres_per_px: f32,
    /// Width in pixels.
    pub width_px: f32,
    /// Dash and gap in pixels.
    pub dash_px: Option<[f32; 2]>,
}

/// Adds a line to a batch. `closed` joins the last point to the first.
pub fn stroke(batch: &mut Batch, points: &[[f32; 2]], closed: bool, pen: Pen) {
    let mut kept = thin(points, CLOSE_PX * pen.metres_per_px);
    if kept.len() < 2 {
        return;
    }
    match pen.dash_px {
        None => ribbon(batch, &kept, closed && kept.len() > 2, pen),
        Some([dash, gap]) => {
            if closed {
                kept.push(kept[0]);
            }
            let [dash, gap] = [dash, gap].map(|px| px.max(1.0) * pen.metres_per_px);
            for piece in dashes(&kept, dash, gap) {
                ribbon(batch, &piece, false, pen);
            }
        }
    }
}

/// Drops points that lie closer than `apart` to the last kept one; keeps the ends.
fn thin(points: &[[f32; 2]], apart: f32) -> Vec<[f32; 2]> {
    let mut kept: Vec<[f32; 2]> = Vec::with_capacity(points.len());
    for (index, &point) in points.iter().enumerate() {
        let far = kept.last().is_none_or(|last| (last[0] - point[0]).hypot(last[1] - point[1]) >= apart);
        if far {
            kept.push(point);
        } else if index + 1 == points.len() && kept.len() > 1 {
            kept.pop();
            kept.push(point);
        }
    }
    kept
}

/// Cuts a line into its dashes.
fn dashes(points: &[[f32; 2]], dash: f32, gap: f32) -> Vec<Vec<[f32; 2]>> {
    let mut pieces = Vec::new();
    let mut piece = vec![points[0]];
    let mut drawing = true;
    let mut left = dash;
    for pair in points.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        let length = (to[0] - from[0]).hypot(to[1] - from[1]);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let at = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
            if drawing {
                piece.push(at);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece.push(at);
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        left -= length - done;
        if drawing {
            piece.push(to);
        }
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

fn ribbon(batch: &mut Batch, points: &[[f32; 2]], closed: bool, pen: Pen) {
    let count = points.len();
    let first = batch.corners();
    let feather = pen.metres_per_px / 2.0;
    let half = pen.width_px * pen.metres_per_px / 2.0;
    // A line thinner than a pixel keeps its pixel and pays with its strength.
    let full = pen.width_px.min(1.0);
    let inner = (half - feather).max(0.0);
    let outer = half.max(feather) + feather;
    let thick = [(-outer, 0.0), (-inner, full), (inner, full), (outer, 0.0)];
    let thin = [(-outer, 0.0), (0.0, full), (outer, 0.0)];
    let profile = if pen.width_px > THIN_PX { &thick[..] } else { &thin[..] };
    let lanes = profile.len() as u32;
    for index in 0..count {
        let before = (index > 0 || closed).then(|| points[(index + count - 1) % count]);
        let after = (index + 1 < count || closed).then(|| points[(index + 1) % count]);
        let [nx, ny] = mitre(before, points[index], after);
        let [x, y] = points[index];
        for &(reach, alpha) in profile {
            batch.corner([x + nx * reach, y + ny * reach], alpha);
        }
    }
    let joints = if closed { count } else { count - 1 };
    for joint in 0..joints {
        let here = first + lanes * joint as u32;
        let next = first + lanes * ((joint + 1) % count) as u32;
        for lane in 0..lanes - 1 {
            batch.quad(here + lane, next + lane, next + lane + 1, here + lane + 1);
        }
    }
}

/// Direction from a point to its left edge, longer in a bend so that both neighbours keep their width.
fn mitre(before: Option<[f32; 2]>, at: [f32; 2], after: Option<[f32; 2]>) -> [f32; 2] {
    let normal = |from: [f32; 2], to: [f32; 2]| {
        let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        let length = dx.hypot(dy);
        if length > 0.0 { [-dy / length, dx / length] } else { [0.0, 0.0] }
    };
    let left = before.map(|from| normal(from, at));
    let right = after.map(|to| normal(at, to));
    match (left, right) {
        (Some(one), Some(two)) => {
            let sum = [one[0] + two[0], one[1] + two[1]];
            let square = sum[0] * sum[0] + sum[1] * sum[1];
            // |sum|^2 = 2 + 2 cos; the mitre is sum / (1 + cos). A hairpin has no mitre: keep the first normal.
            if square < 0.05 {
                return one;
            }
            let stretch = (2.0 / square).min(MITRE_LIMIT / square.sqrt());
            [sum[0] * stretch, sum[1] * stretch]
        }
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => [0.0, 0.0],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEN: Pen = Pen { metres_per_px: 10.0, width_px: 3.0, dash_px: None };

    #[test]
    fn a_straight_line_has_its_width_and_soft_edges() {
        let mut batch = Batch::default();
        stroke(&mut batch, &[[0.0, 0.0], [1000.0, 0.0]], false, PEN);
        let ys: Vec<f32> = batch.positions.iter().take(4).map(|p| p[1]).collect();
        assert_eq!(ys, [-20.0, -10.0, 10.0, 20.0]);
        assert_eq!(batch.alphas[..4], [0.0, 1.0, 1.0, 0.0]);
        assert_eq!(batch.indices.len(), 3 * 6);
    }

    #[test]
    fn a_thin_line_has_one_full_corner_per_point() {
        let mut batch = Batch::default();
        stroke(&mut batch, &[[0.0, 0.0], [1000.0, 0.0]], false, Pen { width_px: 1.2, ..PEN });
        assert_eq!(batch.alphas, [0.0, 1.0, 0.0, 0.0, 1.0, 0.0]);
        assert_eq!(batch.indices.len(), 2 * 6);
    }

    #[test]
    fn a_ring_closes_and_a_hairpin_stays_finite() {
        let mut batch = Batch::default();
        stroke(&mut batch, &[[0.0, 0.0], [500.0, 0.0], [500.0, 500.0]], true, PEN);
        assert_eq!(batch.indices.len(), 3 * 3 * 6);
        stroke(&mut batch, &[[0.0, 0.0], [500.0, 0.0], [1.0, 0.0]], false, PEN);
        let far = batch.positions.iter().flatten().fold(0.0_f32, |most, &value| most.max(value.abs()));
        assert!(far < 600.0, "{far}");
    }

    #[test]
    fn points_within_half_a_pixel_are_dropped_and_ends_kept() {
        let kept = thin(&[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [100.0, 0.0], [101.0, 0.0]], 5.0);
        assert_eq!(kept, [[0.0, 0.0], [101.0, 0.0]]);
    }

    #[test]
    fn dashes_run_on_over_corners() {
        let pieces = dashes(&[[0.0, 0.0], [50.0, 0.0], [50.0, 50.0]], 30.0, 10.0);
        assert_eq!(pieces.len(), 3);
        assert_eq!(pieces[1], [[40.0, 0.0], [50.0, 0.0], [50.0, 20.0]]);
    }
}
