//! A graph over the lines of one mode: vertices in order, joints between lines, and shortest ways.
//!
//! Lines of the open data rarely share vertices, so joints are made: ends within 300 m of another line, vertices
//! within 60 m of another line, and for roads and waterways real crossings. Costs are whole decimetres times a
//! weight per line; ties break by vertex number, so the result never differs between runs.

use crate::geo::shape::{At, Bounds, distance, nearest_on_segment, twice_area};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Farthest joint at the end of a line, in metres.
const END_REACH_M: f64 = 300.0;
/// Farthest joint at any other vertex, in metres.
const SIDE_REACH_M: f64 = 60.0;
/// Added cost of changing lines, in decimetres: staying on a line is better than hopping between parallels.
const JOINT_COST_DM: u64 = 3_000;

/// A place on a chain: number of the chain, of the segment, and the point.
type Cut = (usize, usize, At);

/// Collects chains and joints; `finish` makes the graph.
pub(super) struct Builder<'a> {
    chains: Vec<&'a [At]>,
    boxes: Vec<Bounds>,
    cuts: Vec<Vec<(usize, At)>>,
    joints: Vec<[Cut; 2]>,
}

/// The finished graph.
pub(super) struct Graph {
    at: Vec<At>,
    /// Per vertex: other vertex, length in decimetres, chain (none for a joint).
    arms: Vec<Vec<(usize, u64, Option<usize>)>>,
    numbers: BTreeMap<(usize, At), usize>,
}

impl<'a> Builder<'a> {
    /// A builder over chains of at least two vertices, joined to each other.
    pub(super) fn new(chains: Vec<&'a [At]>, crossings: bool) -> Builder<'a> {
        let empty = Bounds { min: [0, 0], max: [0, 0] };
        let boxes = chains.iter().map(|chain| Bounds::around(*chain).unwrap_or(empty)).collect();
        let cuts = vec![Vec::new(); chains.len()];
        let mut builder = Builder { chains, boxes, cuts, joints: Vec::new() };
        for chain in 0..builder.chains.len() {
            builder.join_vertices(chain);
            if crossings {
                builder.join_crossings(chain);
            }
        }
        builder
    }

    fn join_vertices(&mut self, chain: usize) {
        let points = self.chains[chain];
        for (index, &at) in points.iter().enumerate() {
            let end = index == 0 || index + 1 == points.len();
            let reach = if end { END_REACH_M } else { SIDE_REACH_M };
            for other in (0..self.chains.len()).filter(|&other| other != chain) {
                if let Some((cut, _)) = self.nearest(other, at, reach) {
                    let segment = index.min(points.len() - 2);
                    self.join((chain, segment, at), cut);
                }
            }
        }
    }

    fn join_crossings(&mut self, chain: usize) {
        for other in chain + 1..self.chains.len() {
            if !overlap(self.boxes[chain], self.boxes[other]) {
                continue;
            }
            for (i, a) in self.chains[chain].windows(2).enumerate() {
                for (j, b) in self.chains[other].windows(2).enumerate() {
                    if let Some(at) = crossing(a, b) {
                        self.join((chain, i, at), (other, j, at));
                    }
                }
            }
        }
    }

    /// The point of a chain nearest to `at`, with its distance, within `reach` metres.
    pub(super) fn nearest(&self, chain: usize, at: At, reach: f64) -> Option<(Cut, f64)> {
        let (bounds, room) = (self.boxes[chain], reach as i32 + 1);
        let wide = Bounds {
            min: [bounds.min[0] - room, bounds.min[1] - room],
            max: [bounds.max[0] + room, bounds.max[1] + room],
        };
        if !wide.holds(at) {
            return None;
        }
        let mut best: Option<(Cut, f64)> = None;
        for (segment, pair) in self.chains[chain].windows(2).enumerate() {
            let foot = nearest_on_segment(pair[0], pair[1], at);
            let metres = distance(foot, at);
            if metres <= reach && best.is_none_or(|(_, least)| metres < least) {
                best = Some(((chain, segment, foot), metres));
            }
        }
        best
    }

    /// Joins two places.
    pub(super) fn join(&mut self, one: Cut, two: Cut) {
        self.cut(one);
        self.cut(two);
        self.joints.push([one, two]);
    }

    /// Makes a place a vertex.
    pub(super) fn cut(&mut self, (chain, segment, at): Cut) {
        self.cuts[chain].push((segment, at));
    }

    /// Numbers all vertices and links them.
    pub(super) fn finish(self) -> Graph {
        let mut graph = Graph { at: Vec::new(), arms: Vec::new(), numbers: BTreeMap::new() };
        for (chain, (points, cuts)) in self.chains.iter().zip(&self.cuts).enumerate() {
            let mut order: Vec<(usize, u64, At)> =
                points.iter().enumerate().map(|(i, &at)| (i, 0, at)).collect();
            order.extend(cuts.iter().map(|&(segment, at)| (segment, decimetres(points[segment], at), at)));
            order.sort_unstable();
            let mut before: Option<usize> = None;
            for (.., at) in order {
                let number = graph.vertex(chain, at);
                if let Some(before) = before.filter(|&before| before != number) {
                    graph.link(before, number, Some(chain));
                }
                before = Some(number);
            }
        }
        for [one, two] in self.joints {
            let (one, two) = (graph.vertex(one.0, one.2), graph.vertex(two.0, two.2));
            graph.link(one, two, None);
        }
        graph
    }
}

impl Graph {
    fn vertex(&mut self, chain: usize, at: At) -> usize {
        *self.numbers.entry((chain, at)).or_insert_with(|| {
            self.at.push(at);
            self.arms.push(Vec::new());
            self.at.len() - 1
        })
    }

    fn link(&mut self, one: usize, two: usize, chain: Option<usize>) {
        let length = decimetres(self.at[one], self.at[two]);
        self.arms[one].push((two, length, chain));
        self.arms[two].push((one, length, chain));
    }

    /// The cheapest way between two places that were made vertices. `weight` gives the cost per decimetre of a
    /// chain, none where it may not be used; joints cost a fixed sum and weight 10.
    pub(super) fn way(&self, from: Cut, to: Cut, weight: &dyn Fn(usize) -> Option<u64>) -> Option<Vec<At>> {
        let start = *self.numbers.get(&(from.0, from.2))?;
        let goal = *self.numbers.get(&(to.0, to.2))?;
        let mut cost = vec![u64::MAX; self.at.len()];
        let mut before = vec![usize::MAX; self.at.len()];
        let mut heap = BinaryHeap::from([(Reverse(0), start)]);
        cost[start] = 0;
        while let Some((Reverse(so_far), here)) = heap.pop() {
            if here == goal {
                break;
            }
            if so_far > cost[here] {
                continue;
            }
            for &(next, length, chain) in &self.arms[here] {
                let step = match chain {
                    Some(chain) => weight(chain).map(|weight| length * weight),
                    None => Some((length + JOINT_COST_DM) * 10),
                };
                let Some(total) = step.map(|step| so_far + step) else { continue };
                if total < cost[next] {
                    cost[next] = total;
                    before[next] = here;
                    heap.push((Reverse(total), next));
                }
            }
        }
        if cost[goal] == u64::MAX {
            return None;
        }
        let mut way = vec![self.at[goal]];
        let mut here = goal;
        while here != start {
            here = before[here];
            way.push(self.at[here]);
        }
        way.reverse();
        way.dedup();
        Some(way)
    }
}

fn decimetres(a: At, b: At) -> u64 {
    (distance(a, b) * 10.0).round() as u64
}

fn overlap(a: Bounds, b: Bounds) -> bool {
    (0..2).all(|axis| a.min[axis] <= b.max[axis] && b.min[axis] <= a.max[axis])
}

/// Where two segments cross, if they do on their insides.
fn crossing(a: &[At], b: &[At]) -> Option<At> {
    let (before, after) = (twice_area(b[0], b[1], a[0]), twice_area(b[0], b[1], a[1]));
    let (left, right) = (twice_area(a[0], a[1], b[0]), twice_area(a[0], a[1], b[1]));
    if before.signum() * after.signum() >= 0 || left.signum() * right.signum() >= 0 {
        return None;
    }
    let part = before as f64 / (before as f64 - after as f64);
    let place = |axis: usize| {
        (f64::from(a[0][axis]) + part * (f64::from(a[1][axis]) - f64::from(a[0][axis]))).round() as i32
    };
    Some([place(0), place(1)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_changes_lines_at_a_crossing() {
        let east: [At; 2] = [[0, 0], [10_000, 0]];
        let north: [At; 2] = [[5_000, -5_000], [5_000, 5_000]];
        let graph = Builder::new(vec![&east, &north], true).finish();
        let way = graph.way((0, 0, [0, 0]), (1, 0, [5_000, 5_000]), &|_| Some(10));
        assert_eq!(way.unwrap(), [[0, 0], [5_000, 0], [5_000, 5_000]]);
        assert!(Builder::new(vec![&east, &north], false)
            .finish()
            .way((0, 0, [0, 0]), (1, 0, [5_000, 5_000]), &|_| Some(10))
            .is_none());
    }

    #[test]
    fn ends_near_a_line_are_joined_to_it() {
        let main: [At; 2] = [[0, 0], [10_000, 0]];
        let branch: [At; 2] = [[4_000, 200], [4_000, 5_000]];
        let graph = Builder::new(vec![&main, &branch], false).finish();
        let way = graph.way((0, 0, [0, 0]), (1, 0, [4_000, 5_000]), &|_| Some(10));
        assert_eq!(way.unwrap(), [[0, 0], [4_000, 0], [4_000, 200], [4_000, 5_000]]);
    }
}
