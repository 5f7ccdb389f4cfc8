//! What lies under the pointer: moving symbols before fixed ones, then lines, then areas.
//! Pure geometry on a scene; it must not know a window. Used by `crate::app::picking`.

use super::scene::{MapScene, Shape, Symbol, Target};
use super::viewport::Viewport;
use crate::geo::map::MapData;
use crate::geo::shape::At;

/// A line is hit within this distance, pixels.
const LINE_REACH_PX: f64 = 5.0;
/// A symbol is hit this far outside its rim, pixels.
const SYMBOL_REACH_PX: f32 = 3.0;

/// The target under a screen position, or `None` for open ground.
pub fn pick(scene: &MapScene, map: &MapData, view: &Viewport, screen: [f32; 2]) -> Option<Target> {
    symbol_at(&scene.moving, view, screen)
        .or_else(|| symbol_at(&scene.symbols, view, screen))
        .or_else(|| line_at(scene, map, view, screen))
        .or_else(|| area_at(scene, map, view, screen))
}

/// The nearest symbol in reach; of equals the one drawn last.
fn symbol_at(symbols: &[Symbol], view: &Viewport, screen: [f32; 2]) -> Option<Target> {
    let mut best: Option<(f32, Target)> = None;
    for symbol in symbols {
        let Some(target) = symbol.target else { continue };
        let at = view.to_screen(symbol.at);
        let away = (at[0] + symbol.shift_px[0] - screen[0]).hypot(at[1] + symbol.shift_px[1] - screen[1]);
        let reach = symbol.size_px / 2.0 + SYMBOL_REACH_PX;
        if away <= reach && best.is_none_or(|(nearest, _)| away <= nearest) {
            best = Some((away, target));
        }
    }
    best.map(|(_, target)| target)
}

fn line_at(scene: &MapScene, map: &MapData, view: &Viewport, screen: [f32; 2]) -> Option<Target> {
    let at = view.to_map(screen);
    let mut best: Option<(f64, Target)> = None;
    for stroke in scene.layers.iter().flat_map(|layer| &layer.strokes) {
        let Some(target) = stroke.target else { continue };
        if stroke.shape.closed() {
            continue;
        }
        let reach = (f64::from(stroke.width_px) / 2.0 + LINE_REACH_PX) * view.metres_per_px;
        for part in stroke.shape.parts(map, scene.band.level()) {
            let away = distance_to_line(&part, at);
            if away <= reach && best.is_none_or(|(nearest, _)| away <= nearest) {
                best = Some((away, target));
            }
        }
    }
    best.map(|(_, target)| target)
}

fn area_at(scene: &MapScene, map: &MapData, view: &Viewport, screen: [f32; 2]) -> Option<Target> {
    let at = view.to_map(screen);
    scene.layers.iter().rev().flat_map(|layer| layer.fills.iter().rev()).find_map(|fill| {
        let target = fill.target?;
        contains(&Shape::Area(fill.area).parts(map, scene.band.level()), at).then_some(target)
    })
}

/// Distance in metres from a point to a polyline.
pub fn distance_to_line(points: &[At], at: [f64; 2]) -> f64 {
    points
        .windows(2)
        .map(|pair| {
            let [ax, ay] = pair[0].map(f64::from);
            let [bx, by] = pair[1].map(f64::from);
            let [dx, dy] = [bx - ax, by - ay];
            let length_squared = dx * dx + dy * dy;
            let along = if length_squared > 0.0 {
                (((at[0] - ax) * dx + (at[1] - ay) * dy) / length_squared).clamp(0.0, 1.0)
            } else {
                0.0
            };
            (at[0] - ax - along * dx).hypot(at[1] - ay - along * dy)
        })
        .fold(f64::INFINITY, |nearest, away| if away < nearest { away } else { nearest })
}

/// Even-odd test over all rings of an area.
pub fn contains(rings: &[Vec<At>], at: [f64; 2]) -> bool {
    let mut odd = false;
    for ring in rings {
        let mut previous = match ring.last() {
            Some(last) => last.map(f64::from),
            None => continue,
        };
        for point in ring {
            let current = point.map(f64::from);
            if (current[1] > at[1]) != (previous[1] > at[1]) {
                let cross = current[0]
                    + (at[1] - current[1]) / (previous[1] - current[1]) * (previous[0] - current[0]);
                odd ^= at[0] < cross;
            }
            previous = current;
        }
    }
    odd
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: i32, high: i32) -> Vec<At> {
        vec![[low, low], [high, low], [high, high], [low, high]]
    }

    #[test]
    fn a_hole_is_not_inside() {
        let rings = [square(0, 100), square(40, 60)];
        assert!(contains(&rings, [10.0, 10.0]));
        assert!(!contains(&rings, [50.0, 50.0]));
        assert!(!contains(&rings, [150.0, 50.0]));
    }

    #[test]
    fn distance_is_to_the_segment_not_to_its_line() {
        let line = [[0, 0], [100, 0]];
        assert!((distance_to_line(&line, [50.0, 30.0]) - 30.0).abs() < 1e-9);
        assert!((distance_to_line(&line, [130.0, 40.0]) - 50.0).abs() < 1e-9);
        assert!(distance_to_line(&[[5, 5]], [0.0, 0.0]).is_infinite());
    }
}
