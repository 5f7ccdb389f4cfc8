//! A graph over the lines of one mode: vertices in order, joints between lines, and shortest ways.
//!
//! Lines of the open data rarely share vertices, so joints are made: ends within reach of another line, vertices
//! within 60 m of another line, and for roads and waterways real crossings. Costs are whole decimetres times a
//! weight per line; ties break by vertex number, so the result never differs between runs.

use crate::geo::shape::{At, Bounds, distance, nearest_on_segment, twice_area};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Farthest joint between the end of a line and another piece of the same road or canal, in metres: the open data
/// leave gaps where a road was rebuilt.
const GAP_REACH_M: f64 = 3_000.0;
/// Farthest joint at any other vertex, in metres.
const SIDE_REACH_M: f64 = 60.0;
/// Added cost of changing lines, in decimetres: staying on a line is better than hopping between parallels.
const JOINT_COST_DM: u64 = 3_000;
/// Cost per decimetre of a joint and of going straight where no line is.
const JOINT_WEIGHT: u64 = 30;

/// A place on a chain: number of the chain, of the segment, and the point.
type Cut = (usize, usize, At);

/// A line in the graph.
pub(super) struct Chain<'a> {
    /// Code of the line; pieces of one line share it.
    pub(super) code: &'a str,
    /// At least two vertices.
    pub(super) points: &'a [At],
    /// Farthest joint at its ends, in metres.
    pub(super) end_reach: f64,
    /// Farthest joint, in metres, at an end that has none within `end_reach`.
    pub(super) lone_reach: f64,
}

/// Collects chains and joints; `finish` makes the graph.
pub(super) struct Builder<'a> {
    chains: Vec<Chain<'a>>,
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

/// Cheapest ways from one place.
struct Tree {
    cost: Vec<u64>,
    before: Vec<Option<usize>>,
}

impl<'a> Builder<'a> {
    /// A builder over chains, joined to each other.
    pub(super) fn new(chains: Vec<Chain<'a>>, crossings: bool) -> Builder<'a> {
        let empty = Bounds { min: [0, 0], max: [0, 0] };
        let boxes = chains.iter().map(|chain| Bounds::around(chain.points).unwrap_or(empty)).collect();
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
        let &Chain { code, points, end_reach, lone_reach } = &self.chains[chain];
        for (index, &at) in points.iter().enumerate() {
            let end = index == 0 || index + 1 == points.len();
            let here = (chain, index.min(points.len() - 2), at);
            let mut joined = false;
            for other in (0..self.chains.len()).filter(|&other| other != chain) {
                let reach = match (end, self.chains[other].code == code) {
                    (true, true) => GAP_REACH_M,
                    (true, false) => end_reach,
                    (false, _) => SIDE_REACH_M,
                };
                if let Some((cut, _)) = self.nearest(other, at, reach) {
                    self.join(here, cut);
                    joined = true;
                }
            }
            if end && !joined {
                let others = (0..self.chains.len()).filter(|&other| other != chain);
                let near = others.filter_map(|other| self.nearest(other, at, lone_reach));
                if let Some((cut, _)) = near.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))) {
                    self.join(here, cut);
                }
            }
        }
    }

    fn join_crossings(&mut self, chain: usize) {
        for other in chain + 1..self.chains.len() {
            if !overlap(self.boxes[chain], self.boxes[other]) {
                continue;
            }
            for (i, a) in self.chains[chain].points.windows(2).enumerate() {
                for (j, b) in self.chains[other].points.windows(2).enumerate() {
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
        for (segment, pair) in self.chains[chain].points.windows(2).enumerate() {
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
        for (chain, (Chain { points, .. }, cuts)) in self.chains.iter().zip(&self.cuts).enumerate() {
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
    /// chain, none where it may not be used.
    pub(super) fn way(&self, from: Cut, to: Cut, weight: &dyn Fn(usize) -> Option<u64>) -> Option<Vec<At>> {
        let goal = *self.numbers.get(&(to.0, to.2))?;
        let tree = self.tree(from, Some(goal), weight)?;
        (tree.cost[goal] < u64::MAX).then(|| self.back(&tree, goal))
    }

    /// The way that follows the lines as far as that helps and then goes straight to a point off the lines.
    pub(super) fn way_towards(
        &self,
        from: Cut,
        goal: At,
        weight: &dyn Fn(usize) -> Option<u64>,
    ) -> Option<Vec<At>> {
        let tree = self.tree(from, None, weight)?;
        let total = |vertex: usize| {
            let rest = decimetres(self.at[vertex], goal) * JOINT_WEIGHT;
            (tree.cost[vertex].saturating_add(rest), vertex)
        };
        let (_, leave) = (0..self.at.len()).map(total).min()?;
        let mut way = self.back(&tree, leave);
        way.push(goal);
        way.dedup();
        Some(way)
    }

    /// Costs from a place to every vertex, or to the goal and everything cheaper.
    fn tree(&self, from: Cut, goal: Option<usize>, weight: &dyn Fn(usize) -> Option<u64>) -> Option<Tree> {
        let start = *self.numbers.get(&(from.0, from.2))?;
        let mut tree = Tree { cost: vec![u64::MAX; self.at.len()], before: vec![None; self.at.len()] };
        let mut heap = BinaryHeap::from([(Reverse(0), start)]);
        tree.cost[start] = 0;
        while let Some((Reverse(so_far), here)) = heap.pop() {
            if goal == Some(here) {
                break;
            }
            if so_far > tree.cost[here] {
                continue;
            }
            for &(next, length, chain) in &self.arms[here] {
                let step = match chain {
                    Some(chain) => weight(chain).map(|weight| length * weight),
                    None => Some(length * JOINT_WEIGHT + JOINT_COST_DM * 10),
                };
                let Some(total) = step.map(|step| so_far + step) else { continue };
                if total < tree.cost[next] {
                    tree.cost[next] = total;
                    tree.before[next] = Some(here);
                    heap.push((Reverse(total), next));
                }
            }
        }
        Some(tree)
    }

    fn back(&self, tree: &Tree, goal: usize) -> Vec<At> {
        let mut way = vec![self.at[goal]];
        let mut here = goal;
        while let Some(before) = tree.before[here] {
            way.push(self.at[before]);
            here = before;
        }
        way.reverse();
        way.dedup();
        way
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

    fn chain<'a>(code: &'a str, points: &'a [At]) -> Chain<'a> {
        Chain { code, points, end_reach: 300.0, lone_reach: 0.0 }
    }

    #[test]
    fn a_way_changes_lines_at_a_crossing() {
        let east: [At; 2] = [[0, 0], [10_000, 0]];
        let north: [At; 2] = [[5_000, -5_000], [5_000, 5_000]];
        let graph = Builder::new(vec![chain("a", &east), chain("b", &north)], true).finish();
        let way = graph.way((0, 0, [0, 0]), (1, 0, [5_000, 5_000]), &|_| Some(10));
        assert_eq!(way.unwrap(), [[0, 0], [5_000, 0], [5_000, 5_000]]);
        assert!(
            Builder::new(vec![chain("a", &east), chain("b", &north)], false)
                .finish()
                .way((0, 0, [0, 0]), (1, 0, [5_000, 5_000]), &|_| Some(10))
                .is_none()
        );
    }

    #[test]
    fn ends_near_a_line_are_joined_to_it() {
        let main: [At; 2] = [[0, 0], [10_000, 0]];
        let branch: [At; 2] = [[4_000, 200], [4_000, 5_000]];
        let graph = Builder::new(vec![chain("a", &main), chain("b", &branch)], false).finish();
        let way = graph.way((0, 0, [0, 0]), (1, 0, [4_000, 5_000]), &|_| Some(10));
        assert_eq!(way.unwrap(), [[0, 0], [4_000, 0], [4_000, 200], [4_000, 5_000]]);
    }

    #[test]
    fn a_way_leaves_the_line_where_the_goal_is_near() {
        let main: [At; 3] = [[0, 0], [5_000, 0], [10_000, 0]];
        let graph = Builder::new(vec![chain("a", &main)], false).finish();
        let way = graph.way_towards((0, 0, [0, 0]), [5_000, 3_000], &|_| Some(10));
        assert_eq!(way.unwrap(), [[0, 0], [5_000, 0], [5_000, 3_000]]);
    }
}
