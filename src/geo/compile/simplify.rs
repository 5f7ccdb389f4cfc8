//! Ranks the vertices of a line by the level of detail they are needed for (Visvalingam and Whyatt 1993).
//!
//! The vertex that spans the smallest triangle with its neighbours goes first. Works on one line or arc at a time,
//! so what two areas share stays shared. Integers only: the result is the same everywhere.

use crate::geo::shape::{At, twice_area};

/// Twice the triangle in m2 from which a vertex belongs to the mid and to the coarse level: about 120 m x 120 m
/// and 400 m x 400 m.
const TWICE_M2: [i64; 2] = [14_000, 160_000];

/// Per vertex the coarsest level it belongs to: 0, 1 or 2. The ends always get 2, and a closed line keeps a triangle.
pub(super) fn ranks(points: &[At]) -> Vec<u8> {
    let mut ranks = vec![2; points.len()];
    let closed = points.first() == points.last();
    let keep = if closed { 4 } else { 2 };
    let mut left: Vec<usize> = (0..points.len()).collect();
    let mut largest = 0;
    while left.len() > keep {
        let size = |i: usize| twice_area(points[left[i - 1]], points[left[i]], points[left[i + 1]]).abs();
        let Some((smallest, least)) = (1..left.len() - 1).map(|i| (size(i), i)).min() else { break };
        // A vertex never ranks below one that had to go before it.
        largest = largest.max(smallest);
        if largest >= TWICE_M2[1] {
            break;
        }
        ranks[left[least]] = u8::from(largest >= TWICE_M2[0]);
        left.remove(least);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_bends_go_and_large_ones_stay() {
        let line = [[0, 0], [1_000, 5], [2_000, 0], [2_200, 150], [2_400, 0], [9_000, 9_000], [20_000, 0]];
        assert_eq!(ranks(&line), [2, 0, 1, 1, 2, 2, 2]);
    }

    #[test]
    fn a_small_island_keeps_a_triangle() {
        let island = [[0, 0], [50, 0], [50, 50], [0, 50], [0, 0]];
        assert_eq!(ranks(&island), [2, 0, 2, 2, 2]);
    }
}
