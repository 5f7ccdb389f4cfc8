//! Workload W2b of the reference workloads for crisis-simulation engines: who gets what when there is not enough.
//!
//! Inputs are drawn, not read: every draw is `mix64(mix64(seed + stream * STREAM) + (i + 1) * GAMMA)` (SplitMix64), so that
//! other programs have the same ones. Shared by the benchmark and the tests.

use doorvoerland::optimum::flow::{Arc, FlowError, least_cost};

const SEED: u64 = 20_260_601;
/// Cost of a unit that a destination lacks, by class.
const PENALTY: [i64; 4] = [100_000, 20_000, 5_000, 1_000];
/// Ticks between planning steps.
const STEP: usize = 24;

fn mix64(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Draw number `index` of a stream, in `0..bound`.
fn below(bound: usize, stream: u64, index: usize) -> usize {
    let key = mix64(SEED.wrapping_add(stream.wrapping_mul(0xD1B5_4A32_D192_ED03)));
    let drawn = mix64(key.wrapping_add((index as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    ((u128::from(drawn >> 32) * bound as u128) >> 32) as usize
}

/// Grid width and height, destinations, closures, ticks, planning steps.
pub struct Size {
    grid: [usize; 2],
    destinations: usize,
    closures: usize,
    ticks: usize,
    /// Planning steps.
    pub steps: usize,
}

impl Size {
    /// The size of this name.
    pub fn named(name: &str) -> Option<Self> {
        let (grid, destinations, closures, steps) = match name {
            "small" => ([16, 10], 16, 4, 30),
            "national" => ([40, 25], 64, 12, 30),
            "european" => ([160, 100], 64, 12, 10),
            _ => return None,
        };
        Some(Self { grid, destinations, closures, ticks: 720, steps })
    }
}

struct Link {
    ends: [usize; 2],
    time: i64,
    capacity: i64,
}

/// The network, what closes when, and who has and needs what.
pub struct Workload {
    size: Size,
    links: Vec<Link>,
    /// Start, end and centre of each closure.
    closures: Vec<(usize, usize, usize)>,
}

impl Workload {
    /// Draws the workload.
    pub fn new(size: Size) -> Self {
        let [width, height] = size.grid;
        let nodes = width * height;
        let mut links: Vec<Link> = Vec::new();
        for node in 0..nodes {
            let right = (node % width < width - 1).then_some(node + 1);
            let down = (node / width < height - 1).then_some(node + width);
            for other in right.into_iter().chain(down) {
                let number = links.len();
                let time = 1 + below(3, 24, number) as i64;
                let capacity = 30 + below(30, 25, number) as i64;
                links.push(Link { ends: [node, other], time, capacity });
            }
        }
        let grid = links.len();
        for rail in 0..nodes / 4 {
            let from = below(nodes, 21, rail);
            let shifted = |at: usize, by: usize, side: usize| (at + by).saturating_sub(8).min(side - 1);
            let x = shifted(from % width, below(17, 22, rail), width);
            let y = shifted(from / width, below(17, 23, rail), height);
            let length = x.abs_diff(from % width) + y.abs_diff(from / width);
            if length > 1 {
                let capacity = 60 + below(120, 26, links.len() - grid) as i64;
                links.push(Link { ends: [from, y * width + x], time: 1 + length as i64 / 2, capacity });
            }
        }
        let closure = |number: usize| {
            let start = 24 + below(size.ticks / 2, 42, number);
            (start, start + 24 + below(120, 43, number), below(nodes, 41, number))
        };
        let closures = (0..size.closures).map(closure).collect();
        Self { size, links, closures }
    }

    /// Number of planning steps.
    pub fn steps(&self) -> usize {
        self.size.steps
    }

    fn is_open(&self, link: &Link, tick: usize) -> bool {
        let width = self.size.grid[0];
        let near = |node: usize, centre: usize| {
            (node % width).abs_diff(centre % width) + (node / width).abs_diff(centre / width) <= 2
        };
        let shuts = |(start, end, centre): &(usize, usize, usize)| {
            (*start..*end).contains(&tick) && link.ends.iter().any(|node| near(*node, *centre))
        };
        !self.closures.iter().any(shuts)
    }

    /// Number of nodes, the arcs of one planning step, and what it costs when nobody gets anything. The last node stands
    /// for everything outside: it fills the depots and takes what arrives, at a gain of the penalty that is avoided.
    pub fn arcs(&self, step: usize) -> (usize, Vec<Arc>, i64) {
        let Size { grid: [width, height], destinations, .. } = self.size;
        let nodes = width * height;
        let outside = nodes as u32;
        let mut arcs = Vec::new();
        for link in self.links.iter().filter(|link| self.is_open(link, STEP * step)) {
            let [a, b] = link.ends.map(|end| end as u32);
            for (from, to) in [(a, b), (b, a)] {
                arcs.push(Arc { from, to, capacity: 6 * link.capacity, cost: 10 * link.time });
            }
        }
        let depots = nodes / 10;
        for depot in 0..depots {
            let supply = below(19_200 * destinations / nodes, 52, step * depots + depot) as i64;
            let at = below(nodes, 51, depot) as u32;
            arcs.push(Arc { from: outside, to: at, capacity: supply, cost: 0 });
        }
        let mut nothing = 0;
        for destination in 0..destinations {
            let at = destination * nodes / destinations + below(nodes / destinations, 27, destination);
            for (class, penalty) in PENALTY.into_iter().enumerate() {
                let index = (step * destinations + destination) * PENALTY.len() + class;
                let demand = below(480, 53, index) as i64;
                nothing += penalty * demand;
                arcs.push(Arc { from: at as u32, to: outside, capacity: demand, cost: -penalty });
            }
        }
        (nodes + 1, arcs, nothing)
    }

    /// The least cost of every planning step.
    pub fn solve(&self, steps: usize) -> Result<Vec<i64>, FlowError> {
        (0..steps)
            .map(|step| {
                let (nodes, arcs, nothing) = self.arcs(step);
                let flow = least_cost(nodes, &arcs)?;
                Ok(nothing + i64::try_from(flow.cost).expect("costs of this size fit"))
            })
            .collect()
    }
}

/// One number for all costs.
pub fn hash(costs: &[i64]) -> u64 {
    costs.iter().fold(0, |hash: u64, cost| hash.wrapping_mul(1_000_003).wrapping_add(*cost as u64))
}
