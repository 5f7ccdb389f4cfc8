//! The way an edge of the transport network runs over the map, and where something on its way is.
//!
//! Routes are found once by the map compiler (`compile::routes`); here they are only walked. Travel time is no
//! business of this file: the simulation derives it from `length_m`.

use super::shape::{At, Level, Polyline, distance};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// Means of transport of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Mode {
    /// Railway.
    Rail,
    /// Motorway or trunk road.
    Road,
    /// Inland waterway or fairway.
    Water,
    /// Pipeline for fuel.
    Pipeline,
}

/// The course of one network edge, from its `from` node to its `to` node.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Code of the edge in the network file.
    pub edge: String,
    /// Means of transport.
    pub mode: Mode,
    /// Length in metres that counts for the simulation.
    pub length_m: u32,
    /// True where 3 km or more had no known course: that stretch is a straight line, its length a fifth more.
    pub approx: bool,
    line: Polyline,
    /// Metres from the start at every vertex of the fine level.
    along: Vec<f64>,
}

/// A route as it lies in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredRoute {
    pub(super) edge: String,
    pub(super) mode: Mode,
    pub(super) length_m: u32,
    pub(super) approx: bool,
    pub(super) line: Polyline,
}

/// A point on a route and where its course leads there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Position in RD metres.
    pub at: At,
    /// Direction of travel as a vector of length one: east, north.
    pub heading: [f32; 2],
}

impl From<StoredRoute> for Route {
    fn from(stored: StoredRoute) -> Route {
        let StoredRoute { edge, mode, length_m, approx, line } = stored;
        let mut sum = 0.0;
        let mut along = vec![0.0];
        for pair in line.points(Level::Fine).windows(2) {
            sum += distance(pair[0], pair[1]);
            along.push(sum);
        }
        Route { edge, mode, length_m, approx, line, along }
    }
}

impl Route {
    /// The course as vertices at a level of detail; at least one.
    pub fn points(&self, level: Level) -> &[At] {
        self.line.points(level)
    }

    /// The place `metres` from the start, for something travelling towards the end. Beyond the end it is the end.
    /// Metres count on `length_m`, so for an approximate route they are spread evenly over the drawn line.
    pub fn position_along(&self, metres: f64) -> Spot {
        let points = self.line.points(Level::Fine);
        let total = self.along.last().copied().unwrap_or_default();
        if points.len() < 2 || total <= 0.0 || self.length_m == 0 {
            return Spot { at: self.line.first(), heading: [1.0, 0.0] };
        }
        let wanted = (metres * total / f64::from(self.length_m)).clamp(0.0, total);
        let after = self.along.partition_point(|&sum| sum <= wanted).clamp(1, points.len() - 1);
        let (a, b) = (points[after - 1], points[after]);
        let span = self.along[after] - self.along[after - 1];
        let part = if span > 0.0 { (wanted - self.along[after - 1]) / span } else { 0.0 };
        let step = [f64::from(b[0]) - f64::from(a[0]), f64::from(b[1]) - f64::from(a[1])];
        let place = |axis: usize| (f64::from(a[axis]) + part * step[axis]).round() as i32;
        let unit = |axis: usize| if span > 0.0 { (step[axis] / span) as f32 } else { 0.0 };
        Spot { at: [place(0), place(1)], heading: [unit(0), unit(1)] }
    }

    /// As `position_along`, for something travelling against the direction of the edge.
    pub fn position_back(&self, metres: f64) -> Spot {
        let Spot { at, heading } = self.position_along(f64::from(self.length_m) - metres);
        Spot { at, heading: heading.map(|part| -part) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corner(length_m: u32) -> Route {
        let line = Polyline::from_ranked(vec![[0, 0], [100, 0], [100, 300]], &[2, 2, 2]);
        Route::from(StoredRoute { edge: "a".into(), mode: Mode::Rail, length_m, approx: false, line })
    }

    #[test]
    fn a_train_follows_the_corner() {
        let route = corner(400);
        assert_eq!(route.position_along(0.0), Spot { at: [0, 0], heading: [1.0, 0.0] });
        assert_eq!(route.position_along(50.0).at, [50, 0]);
        assert_eq!(route.position_along(250.0), Spot { at: [100, 150], heading: [0.0, 1.0] });
        assert_eq!(route.position_along(9_999.0).at, [100, 300]);
        assert_eq!(route.position_along(-5.0).at, [0, 0]);
        assert_eq!(route.position_back(150.0), Spot { at: [100, 150], heading: [0.0, -1.0] });
    }

    #[test]
    fn a_longer_official_length_is_spread_over_the_drawn_line() {
        assert_eq!(corner(800).position_along(400.0).at, [100, 100]);
    }
}
