//! Finds the arcs that areas share: every stretch of border is stored once, whoever lies on its sides.
//!
//! Input are closed rings on integer metres whose common borders have the same vertices, or vertices of one on the
//! segments of the other; those are inserted first. Nothing is moved by more than the reach below.

use crate::geo::shape::{At, distance, nearest_on_segment};
use std::collections::{BTreeMap, BTreeSet};

/// A vertex this near to a segment of another ring, in metres, lies on it.
const REACH_M: f64 = 4.0;
/// Edge in metres of the squares in which vertices are looked up.
const CELL_M: i32 = 2_000;

/// Arcs and, per area and ring, references to them (`n` forward, `-1 - n` backward).
pub(super) struct Topology {
    pub(super) arcs: Vec<Vec<At>>,
    pub(super) areas: Vec<Vec<Vec<i32>>>,
}

/// Cuts the closed rings of the areas into shared arcs.
pub(super) fn cut(mut areas: Vec<Vec<Vec<At>>>) -> Topology {
    meet_vertices(&mut areas);
    let junctions = junctions(&areas);
    let mut known: BTreeMap<Vec<At>, i32> = BTreeMap::new();
    let mut arcs = Vec::new();
    let mut reference = |mut arc: Vec<At>| {
        let mut backward = arc.clone();
        backward.reverse();
        let turned = backward < arc;
        if turned {
            arc = backward;
        }
        let next = arcs.len() as i32;
        let index = *known.entry(arc).or_insert_with_key(|arc| {
            arcs.push(arc.clone());
            next
        });
        if turned { !index } else { index }
    };
    let areas = areas
        .iter()
        .map(|rings| {
            let chain = |ring: &Vec<At>| pieces(ring, &junctions).into_iter().map(&mut reference).collect();
            rings.iter().map(chain).collect()
        })
        .collect();
    Topology { arcs, areas }
}

/// Inserts vertices that lie on a segment of another ring, so that common borders agree vertex by vertex.
fn meet_vertices(areas: &mut [Vec<Vec<At>>]) {
    let mut cells: BTreeMap<At, BTreeSet<At>> = BTreeMap::new();
    for &at in areas.iter().flatten().flatten() {
        cells.entry(cell(at)).or_default().insert(at);
    }
    for ring in areas.iter_mut().flatten() {
        let mut met = Vec::with_capacity(ring.len());
        for pair in ring.windows(2) {
            met.push(pair[0]);
            met.extend(on_segment(&cells, pair[0], pair[1]));
        }
        met.extend(ring.last());
        *ring = without_spikes(&met);
    }
}

/// The ring without repeats and without stretches that go out and straight back, which meeting can make of slivers.
fn without_spikes(ring: &[At]) -> Vec<At> {
    let mut kept: Vec<At> = Vec::with_capacity(ring.len());
    for &at in ring {
        if kept.last() == Some(&at) {
            continue;
        }
        if kept.len() > 1 && kept[kept.len() - 2] == at {
            kept.pop();
        } else {
            kept.push(at);
        }
    }
    kept
}

/// Known vertices on the inside of a segment, in its order.
fn on_segment(cells: &BTreeMap<At, BTreeSet<At>>, a: At, b: At) -> Vec<At> {
    let reach = REACH_M as i32;
    let low = cell([a[0].min(b[0]) - reach, a[1].min(b[1]) - reach]);
    let high = cell([a[0].max(b[0]) + reach, a[1].max(b[1]) + reach]);
    let mut found = Vec::new();
    for x in low[0]..=high[0] {
        for y in low[1]..=high[1] {
            found.extend(cells.get(&[x, y]).into_iter().flatten().copied());
        }
    }
    let inside = |&at: &At| {
        let foot = nearest_on_segment(a, b, at);
        at != a && at != b && foot != a && foot != b && distance(foot, at) <= REACH_M
    };
    found.retain(inside);
    found.sort_by(|&p, &q| distance(a, p).total_cmp(&distance(a, q)).then(p.cmp(&q)));
    found
}

fn cell(at: At) -> At {
    [at[0].div_euclid(CELL_M), at[1].div_euclid(CELL_M)]
}

/// Vertices with more than two different neighbours over all rings.
fn junctions(areas: &[Vec<Vec<At>>]) -> BTreeSet<At> {
    let mut neighbours: BTreeMap<At, BTreeSet<At>> = BTreeMap::new();
    for ring in areas.iter().flatten() {
        for pair in ring.windows(2) {
            neighbours.entry(pair[0]).or_default().insert(pair[1]);
            neighbours.entry(pair[1]).or_default().insert(pair[0]);
        }
    }
    neighbours.into_iter().filter(|(_, around)| around.len() > 2).map(|(at, _)| at).collect()
}

/// A ring cut at its junctions; a ring without any is one closed piece that starts at its least vertex.
fn pieces(ring: &[At], junctions: &BTreeSet<At>) -> Vec<Vec<At>> {
    let open = &ring[..ring.len().saturating_sub(1)];
    let cut = open.iter().position(|at| junctions.contains(at));
    let least = open.iter().enumerate().min_by_key(|&(_, at)| at).map(|(index, _)| index);
    let Some(start) = cut.or(least) else { return Vec::new() };
    let mut turned: Vec<At> = open[start..].iter().chain(&open[..start]).copied().collect();
    turned.push(open[start]);
    let mut pieces = Vec::new();
    let mut piece = vec![turned[0]];
    for &at in &turned[1..] {
        piece.push(at);
        if junctions.contains(&at) {
            pieces.push(std::mem::replace(&mut piece, vec![at]));
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_squares_share_one_arc() {
        let left = vec![[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]];
        // The right square has a vertex that the left one lacks.
        let right = vec![[100, 0], [200, 0], [200, 100], [100, 100], [100, 50], [100, 0]];
        let topology = cut(vec![vec![left], vec![right]]);
        assert_eq!(topology.arcs.len(), 3);
        let used = |index: i32| {
            topology.areas.iter().flatten().flatten().filter(|&&r| r == index || !r == index).count()
        };
        let mut uses: Vec<usize> = (0..3).map(used).collect();
        uses.sort_unstable();
        assert_eq!(uses, [1, 1, 2]);
    }

    #[test]
    fn a_spike_is_dropped() {
        let ring = [[0, 0], [9, 0], [9, 9], [9, 20], [9, 9], [0, 9], [0, 0]];
        assert_eq!(without_spikes(&ring), [[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]);
    }

    #[test]
    fn an_island_is_one_arc_whatever_its_first_vertex() {
        let lake = vec![[0, 0], [50, 0], [50, 50], [0, 0]];
        let hole = vec![[50, 50], [50, 0], [0, 0], [50, 50]];
        let topology = cut(vec![vec![lake], vec![hole]]);
        assert_eq!(topology.arcs.len(), 1);
        assert_eq!(topology.areas, [vec![vec![0]], vec![vec![!0]]]);
    }
}
