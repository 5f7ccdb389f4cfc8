//! Which part of the map is on the screen: pan, zoom to the cursor, fit, and the limits of both.
//! Pure arithmetic in logical pixels; it must not know a window. `crate::app::camera` turns it into a camera,
//! `svg` into a drawing.

use crate::geo::shape::{At, Bounds};

/// Closest zoom in metres per pixel: the map is right to about 25 metres, so nearer by there is nothing to see.
const CLOSEST: f64 = 8.0;
/// Farthest zoom: the country is then a third of a laptop's screen high.
const FARTHEST: f64 = 1600.0;

/// A rectangle of the map on a rectangle of the screen. North is up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// RD New metres in the middle of `rect`.
    pub centre: [f64; 2],
    /// Metres per logical pixel.
    pub metres_per_px: f64,
    /// The map's part of the screen in logical pixels: left, top, right, bottom.
    pub rect: [f32; 4],
}

impl Viewport {
    /// A viewport that shows `bounds` inside `rect` with margins in pixels: left, top, right,
    /// bottom.
    pub fn fit(bounds: Bounds, rect: [f32; 4], margins: [f32; 4]) -> Self {
        let Bounds { min: sw, max: ne } = bounds;
        let inner = [rect[0] + margins[0], rect[1] + margins[1], rect[2] - margins[2], rect[3] - margins[3]];
        let [width, height] =
            [inner[2] - inner[0], inner[3] - inner[1]].map(|side| f64::from(side.max(16.0)));
        let span = [f64::from((ne[0] - sw[0]).max(1)), f64::from((ne[1] - sw[1]).max(1))];
        let scale = (span[0] / width).max(span[1] / height).clamp(CLOSEST, FARTHEST);
        let centre = [0, 1].map(|axis| f64::midpoint(f64::from(sw[axis]), f64::from(ne[axis])));
        let mut view = Self { centre, metres_per_px: scale, rect };
        view.pan([(margins[0] - margins[2]) / 2.0, (margins[1] - margins[3]) / 2.0]);
        view
    }

    /// The middle of the map's rectangle on the screen.
    pub fn middle(&self) -> [f32; 2] {
        [f32::midpoint(self.rect[0], self.rect[2]), f32::midpoint(self.rect[1], self.rect[3])]
    }

    /// Screen position (pixels, y down) of a point.
    pub fn to_screen(&self, at: At) -> [f32; 2] {
        let middle = self.middle();
        [
            middle[0] + ((f64::from(at[0]) - self.centre[0]) / self.metres_per_px) as f32,
            middle[1] - ((f64::from(at[1]) - self.centre[1]) / self.metres_per_px) as f32,
        ]
    }

    /// RD New metres under a screen position.
    pub fn to_map(&self, screen: [f32; 2]) -> [f64; 2] {
        let middle = self.middle();
        [
            self.centre[0] + f64::from(screen[0] - middle[0]) * self.metres_per_px,
            self.centre[1] - f64::from(screen[1] - middle[1]) * self.metres_per_px,
        ]
    }

    /// Moves the map with the pointer.
    pub fn pan(&mut self, by_px: [f32; 2]) {
        self.centre[0] -= f64::from(by_px[0]) * self.metres_per_px;
        self.centre[1] += f64::from(by_px[1]) * self.metres_per_px;
    }

    /// Zooms by `factor` (above 1: closer) and keeps the ground under `screen` in place.
    pub fn zoom_at(&mut self, screen: [f32; 2], factor: f64) {
        let held = self.to_map(screen);
        self.metres_per_px = (self.metres_per_px / factor).clamp(CLOSEST, FARTHEST);
        let moved = self.to_map(screen);
        self.centre[0] += held[0] - moved[0];
        self.centre[1] += held[1] - moved[1];
    }

    /// Keeps the middle of the screen inside `bounds`, so that the map cannot be lost.
    pub fn hold(&mut self, bounds: Bounds) {
        for (axis, centre) in self.centre.iter_mut().enumerate() {
            *centre = centre.clamp(f64::from(bounds.min[axis]), f64::from(bounds.max[axis]));
        }
    }

    /// Moves by as little as possible until everything on the screen lies inside `bounds`; not along a side that is too long.
    pub fn slide_into(&mut self, bounds: Bounds) {
        let sides = [self.rect[2] - self.rect[0], self.rect[3] - self.rect[1]];
        for (axis, centre) in self.centre.iter_mut().enumerate() {
            let half = f64::from(sides[axis]) * self.metres_per_px / 2.0;
            let (low, high) = (f64::from(bounds.min[axis]) + half, f64::from(bounds.max[axis]) - half);
            if low <= high {
                *centre = centre.clamp(low, high);
            }
        }
    }

    /// Centres on a place at a scale in metres per pixel.
    pub fn go_to(&mut self, at: At, metres_per_px: f64) {
        self.centre = [f64::from(at[0]), f64::from(at[1])];
        self.metres_per_px = metres_per_px.clamp(CLOSEST, FARTHEST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECT: [f32; 4] = [200.0, 40.0, 1000.0, 640.0];
    const HOME: Bounds = Bounds { min: [10_000, 305_000], max: [280_000, 620_000] };

    #[test]
    fn fit_shows_both_corners_inside_the_rectangle() {
        let view = Viewport::fit(HOME, RECT, [20.0, 20.0, 20.0, 60.0]);
        for corner in [HOME.min, HOME.max] {
            let [x, y] = view.to_screen(corner);
            assert!((219.0..=981.0).contains(&x), "{x}");
            assert!((59.0..=581.0).contains(&y), "{y}");
        }
    }

    #[test]
    fn zoom_keeps_the_ground_under_the_cursor() {
        let mut view = Viewport::fit(HOME, RECT, [0.0; 4]);
        let cursor = [333.0, 222.0];
        let before = view.to_map(cursor);
        view.zoom_at(cursor, 3.0);
        let after = view.to_map(cursor);
        assert!((before[0] - after[0]).abs() < 0.01 && (before[1] - after[1]).abs() < 0.01);
    }

    #[test]
    fn sliding_keeps_the_screen_inside_or_leaves_it_alone() {
        let mut view = Viewport::fit(HOME, RECT, [0.0; 4]);
        view.slide_into(Bounds { min: [-100_000, 0], max: [340_000, 1_000_000] });
        let edge = view.to_map([RECT[2], 100.0])[0];
        assert!((edge - 340_000.0).abs() < 1.0, "{edge}");
        let before = view;
        view.slide_into(HOME);
        assert!((view.centre[0] - before.centre[0]).abs() < 0.01, "too wide to fit: left alone");
    }

    #[test]
    fn zoom_stops_at_its_limits() {
        let mut view = Viewport::fit(HOME, RECT, [0.0; 4]);
        view.zoom_at([0.0, 0.0], 1e9);
        assert!((view.metres_per_px - CLOSEST).abs() < 1e-9);
        view.zoom_at([0.0, 0.0], 1e-9);
        assert!((view.metres_per_px - FARTHEST).abs() < 1e-9);
    }

    #[test]
    fn dragging_right_moves_the_map_right() {
        let mut view = Viewport::fit(HOME, RECT, [0.0; 4]);
        let before = view.to_screen([150_000, 450_000]);
        view.pan([25.0, -10.0]);
        let after = view.to_screen([150_000, 450_000]);
        assert!((after[0] - before[0] - 25.0).abs() < 0.01 && (after[1] - before[1] + 10.0).abs() < 0.01);
    }

    #[test]
    fn the_map_cannot_be_lost() {
        let mut view = Viewport::fit(HOME, RECT, [0.0; 4]);
        view.pan([1e7, 1e7]);
        view.hold(HOME);
        assert!(view.centre[0] >= 10_000.0 && view.centre[1] <= 620_000.0);
    }
}
