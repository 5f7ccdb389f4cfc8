//! Lengths along a line of points on the map, as the crow flies.
//!
//! In RD New metres, which differ from those on the ground by at most one in ten thousand. Must not draw.

use crate::geo::shape::At;
use crate::text::{Language, km};

/// Length from the first point to each of the points, metres.
pub fn lengths(points: &[At]) -> Vec<f64> {
    let mut sum = 0.0;
    let mut before: Option<At> = None;
    let length = |from: At, to: At| {
        let [east, north] = [0, 1].map(|axis| f64::from(to[axis]) - f64::from(from[axis]));
        east.hypot(north)
    };
    points
        .iter()
        .map(|point| {
            sum += before.map_or(0.0, |from| length(from, *point));
            before = Some(*point);
            sum
        })
        .collect()
}

/// A length as it is read: `800 m`, `12,5 km`.
pub fn length_words(language: Language, metres: f64) -> String {
    km(language, metres.round().clamp(0.0, f64::from(u32::MAX)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_add_up_along_the_line() {
        assert_eq!(lengths(&[]), Vec::<f64>::new());
        assert_eq!(lengths(&[[0, 0], [3_000, 4_000], [3_000, 5_000]]), [0.0, 5_000.0, 6_000.0]);
    }

    #[test]
    fn a_length_is_read_in_the_language() {
        assert_eq!(length_words(Language::Nl, 12_540.0), "12,5 km");
        assert_eq!(length_words(Language::En, 12_540.0), "12.5 km");
        assert_eq!(length_words(Language::Nl, 640.4), "640 m");
    }
}
