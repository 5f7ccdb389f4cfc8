//! Small integer geometry on RD metres: distances, areas, point in ring, and the polyline with its levels of detail.
//!
//! Pure functions on points; knows nothing of regions or lines. `map` holds the shapes, `route` walks along them.

use serde::{Deserialize, Serialize};

/// A position in RD New metres: east, north.
pub type At = [i32; 2];

/// How much detail a caller wants. Vertices of a coarser level are a subset of those of a finer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Everything the source has; for close views.
    Fine,
    /// Details of about 120 m dropped; for a province on the screen.
    Mid,
    /// Details of about 400 m dropped; for the whole country on the screen.
    Coarse,
}

impl Level {
    /// All levels, from fine to coarse.
    pub const ALL: [Level; 3] = [Level::Fine, Level::Mid, Level::Coarse];

    /// The level that shows no visible loss when one pixel covers this many metres.
    pub fn for_metres_per_pixel(metres: f32) -> Level {
        if metres < 60.0 {
            Level::Fine
        } else if metres < 200.0 {
            Level::Mid
        } else {
            Level::Coarse
        }
    }
}

/// A polyline in three levels of detail, which always share the first and last vertex.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(into = "StoredPolyline", try_from = "StoredPolyline")]
pub struct Polyline {
    levels: [Vec<At>; 3],
    ranks: Vec<u8>,
}

impl Polyline {
    /// Builds the levels from all vertices and, per vertex, the coarsest level it belongs to (0, 1 or 2).
    pub fn from_ranked(points: Vec<At>, ranks: &[u8]) -> Polyline {
        let at_least = |wanted: u8| {
            points.iter().zip(ranks).filter(|&(_, rank)| *rank >= wanted).map(|(at, _)| *at).collect()
        };
        Polyline { levels: [at_least(0), at_least(1), at_least(2)], ranks: ranks.to_vec() }
    }

    /// The vertices at a level of detail.
    pub fn points(&self, level: Level) -> &[At] {
        &self.levels[level as usize]
    }

    /// First vertex; the origin for a polyline without any.
    pub fn first(&self) -> At {
        self.levels[0].first().copied().unwrap_or_default()
    }

    /// Last vertex; the origin for a polyline without any.
    pub fn last(&self) -> At {
        self.levels[0].last().copied().unwrap_or_default()
    }
}

/// How a polyline lies in a file: per vertex its rank and the step in metres from the vertex before it.
#[derive(Serialize, Deserialize)]
struct StoredPolyline {
    ranks: Vec<u8>,
    steps: Vec<At>,
}

impl From<Polyline> for StoredPolyline {
    fn from(line: Polyline) -> Self {
        let mut before = [0, 0];
        let step = |&at: &At| {
            let step = [at[0] - before[0], at[1] - before[1]];
            before = at;
            step
        };
        StoredPolyline { steps: line.levels[0].iter().map(step).collect(), ranks: line.ranks }
    }
}

impl TryFrom<StoredPolyline> for Polyline {
    type Error = String;

    fn try_from(stored: StoredPolyline) -> Result<Self, String> {
        let ranks = stored.ranks;
        if ranks.len() != stored.steps.len() {
            return Err(format!("{} ranks for {} vertices", ranks.len(), stored.steps.len()));
        }
        if ranks.first().is_none_or(|&rank| rank < 2) || ranks.last().is_none_or(|&rank| rank < 2) {
            return Err("a line whose ends are not in every level".to_owned());
        }
        let mut at: At = [0, 0];
        let mut points = Vec::with_capacity(ranks.len());
        for step in stored.steps {
            let sum = |axis: usize| at[axis].checked_add(step[axis]).filter(|v| v.abs() <= FARTHEST);
            at = [sum(0), sum(1)].map(|v| v.unwrap_or(i32::MAX));
            if at.contains(&i32::MAX) {
                return Err("a vertex far outside the map".to_owned());
            }
            points.push(at);
        }
        Ok(Polyline::from_ranked(points, &ranks))
    }
}

/// Coordinates beyond this many metres are a damaged file: no map reaches 10 000 km from Amersfoort.
const FARTHEST: i32 = 10_000_000;

/// A box around points: least and greatest east and north.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// South-west corner.
    pub min: At,
    /// North-east corner.
    pub max: At,
}

impl Bounds {
    /// The smallest box around the points; none without points.
    pub fn around<'a>(points: impl IntoIterator<Item = &'a At>) -> Option<Bounds> {
        points.into_iter().fold(None, |found: Option<Bounds>, &at| {
            Some(match found {
                None => Bounds { min: at, max: at },
                Some(b) => Bounds {
                    min: [b.min[0].min(at[0]), b.min[1].min(at[1])],
                    max: [b.max[0].max(at[0]), b.max[1].max(at[1])],
                },
            })
        })
    }

    /// Whether the point lies in the box or on its edge.
    pub fn holds(&self, at: At) -> bool {
        (self.min[0]..=self.max[0]).contains(&at[0]) && (self.min[1]..=self.max[1]).contains(&at[1])
    }

    /// The box around both boxes.
    #[must_use]
    pub fn joined(self, other: Bounds) -> Bounds {
        Bounds {
            min: [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])],
            max: [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])],
        }
    }
}

/// Twice the signed area in square metres of the triangle a, b, c; positive when counter-clockwise.
pub fn twice_area(a: At, b: At, c: At) -> i64 {
    let (ux, uy) = (i64::from(b[0]) - i64::from(a[0]), i64::from(b[1]) - i64::from(a[1]));
    let (vx, vy) = (i64::from(c[0]) - i64::from(a[0]), i64::from(c[1]) - i64::from(a[1]));
    ux * vy - uy * vx
}

/// Twice the signed area in square metres inside a closed ring; positive when counter-clockwise.
pub fn twice_ring_area(ring: &[At]) -> i64 {
    let Some(&origin) = ring.first() else { return 0 };
    ring.windows(2).map(|pair| twice_area(origin, pair[0], pair[1])).sum()
}

/// Distance in metres, unrounded.
pub fn distance(a: At, b: At) -> f64 {
    let (dx, dy) = (f64::from(b[0]) - f64::from(a[0]), f64::from(b[1]) - f64::from(a[1]));
    (dx * dx + dy * dy).sqrt()
}

/// The point of segment a-b that lies nearest to `at`, rounded to metres.
pub fn nearest_on_segment(a: At, b: At, at: At) -> At {
    let (dx, dy) = (f64::from(b[0]) - f64::from(a[0]), f64::from(b[1]) - f64::from(a[1]));
    let square = dx * dx + dy * dy;
    if square == 0.0 {
        return a;
    }
    let along =
        ((f64::from(at[0]) - f64::from(a[0])) * dx + (f64::from(at[1]) - f64::from(a[1])) * dy) / square;
    if along <= 0.0 {
        return a;
    }
    if along >= 1.0 {
        return b;
    }
    [(f64::from(a[0]) + along * dx).round() as i32, (f64::from(a[1]) + along * dy).round() as i32]
}

/// Whether an upward ray from `at` crosses the closed ring an odd number of times. Points on the line itself
/// belong to one of the two sides, the same one in every call.
pub fn ring_holds(ring: &[At], at: At) -> bool {
    ring.windows(2).fold(false, |inside, pair| {
        let (a, b) = (pair[0], pair[1]);
        if (a[1] > at[1]) == (b[1] > at[1]) {
            return inside;
        }
        let left = if b[1] > a[1] { twice_area(a, b, at) > 0 } else { twice_area(b, a, at) > 0 };
        inside != left
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: [At; 5] = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]];

    #[test]
    fn a_square_has_its_area_and_holds_its_middle() {
        assert_eq!(twice_ring_area(&SQUARE), 200);
        assert!(ring_holds(&SQUARE, [5, 5]));
        assert!(
            !ring_holds(&SQUARE, [15, 5]) && !ring_holds(&SQUARE, [-5, 5]) && !ring_holds(&SQUARE, [5, 12])
        );
    }

    #[test]
    fn the_nearest_point_stays_on_the_segment() {
        assert_eq!(nearest_on_segment([0, 0], [10, 0], [4, 7]), [4, 0]);
        assert_eq!(nearest_on_segment([0, 0], [10, 0], [-4, 7]), [0, 0]);
        assert_eq!(nearest_on_segment([0, 0], [10, 0], [14, 7]), [10, 0]);
        assert_eq!(nearest_on_segment([3, 3], [3, 3], [14, 7]), [3, 3]);
    }

    #[test]
    fn levels_nest() {
        let line = Polyline::from_ranked(vec![[0, 0], [1, 1], [2, 0], [3, 1]], &[2, 0, 1, 2]);
        assert_eq!(line.points(Level::Mid), [[0, 0], [2, 0], [3, 1]]);
        assert_eq!(line.points(Level::Coarse), [[0, 0], [3, 1]]);
        assert_eq!((line.first(), line.last()), ([0, 0], [3, 1]));
    }
}
