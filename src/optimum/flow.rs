//! Minimum-cost flow in whole numbers by the primal network simplex method.
//!
//! A circulation: what flows into a node flows out of it, every arc carries between nothing and its capacity, and the sum of
//! cost times flow is least. Supplies, demands and shortages are arcs from and to a node of their own. The method is the one
//! in R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows (1993), chapter 11: a spanning tree of arcs that are neither
//! empty nor full, node potentials that make every tree arc cost nothing, and pivots around the cycle that an arc of
//! negative reduced cost closes. Trees stay strongly feasible (section 11.5: of several arcs that block, the last one seen
//! from the top of the cycle in its direction leaves), so it ends. Arcs are priced block by block.
//!
//! Must not know what flows. Used by the debrief's upper bound.

use super::meter::Stopped;

/// An arc that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// Most that flows through it, from 0.
    pub capacity: i64,
    /// Cost of one unit; negative for a gain.
    pub cost: i64,
}

/// A circulation of least cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Sum of cost times flow.
    pub cost: i128,
    /// What flows through each arc, in the order given.
    pub flow: Vec<i64>,
    /// What one more unit would cost at each node, up to a constant: the difference along an arc in use is its cost.
    pub price: Vec<i64>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FlowError {
    /// An arc names a node that does not exist, or its capacity is negative.
    #[error("arc {0} names no node of the network, or has a negative capacity")]
    BadArc(usize),
    /// A sum of costs would leave the numbers that are used.
    #[error("costs or capacities are too large: keep the largest cost times the number of nodes below 2^60")]
    TooLarge,
    /// Whoever waited for it waits no more.
    #[error("it was stopped")]
    Stopped,
}

impl From<Stopped> for FlowError {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// Finds a circulation of least cost over nodes `0..nodes`.
pub fn least_cost(nodes: usize, arcs: &[Arc]) -> Result<Flow, FlowError> {
    Ok(Simplex::new(nodes, arcs)?.solve())
}

/// No node, no arc.
const NONE: u32 = u32::MAX;

/// Where the flow of an arc stands, as the sign with which its reduced cost counts.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(i8)]
enum Place {
    /// It is full: only less can flow.
    Full = -1,
    /// Somewhere between, or held by the tree.
    Tree = 0,
    /// Nothing flows: only more can.
    Empty = 1,
}

/// A node in the spanning tree.
#[derive(Clone, Copy)]
struct Node {
    parent: u32,
    /// The arc to the parent.
    arc: u32,
    depth: u32,
    first_child: u32,
    next: u32,
    before: u32,
}

struct Simplex {
    arcs: Vec<Arc>,
    flow: Vec<i64>,
    place: Vec<Place>,
    nodes: Vec<Node>,
    /// Price of each node, apart from the tree because every search for an arc reads nothing else.
    prices: Vec<i64>,
    /// Number of arcs that were given; behind them, one for each node to the root.
    given: usize,
    stack: Vec<u32>,
}

impl Simplex {
    fn new(count: usize, given: &[Arc]) -> Result<Self, FlowError> {
        let bad = |arc: &Arc| arc.from as usize >= count || arc.to as usize >= count || arc.capacity < 0;
        if let Some(place) = given.iter().position(bad) {
            return Err(FlowError::BadArc(place));
        }
        let root = u32::try_from(count).map_err(|_| FlowError::TooLarge)?;
        let largest = given.iter().map(|arc| arc.cost.unsigned_abs()).max().unwrap_or(0);
        // A price is the cost of a way through the tree.
        if u128::from(largest) * (count as u128 + 1) >= 1 << 60 {
            return Err(FlowError::TooLarge);
        }
        let room = given.iter().try_fold(1_i64, |sum, arc| sum.checked_add(arc.capacity));
        let room = room.ok_or(FlowError::TooLarge)?;
        let mut arcs = given.to_vec();
        let mut nodes = Vec::with_capacity(count + 1);
        for node in 0..root {
            // Towards the root and empty: room to push into, which is what a strongly feasible tree asks. No arc leaves the
            // root, so these stay empty whatever they cost.
            arcs.push(Arc { from: node, to: root, capacity: room, cost: 0 });
            nodes.push(Node {
                parent: root,
                arc: (given.len() + node as usize) as u32,
                depth: 1,
                first_child: NONE,
                next: if node + 1 < root { node + 1 } else { NONE },
                before: if node > 0 { node - 1 } else { NONE },
            });
        }
        let first_child = if root > 0 { 0 } else { NONE };
        nodes.push(Node { parent: NONE, arc: NONE, depth: 0, first_child, next: NONE, before: NONE });
        let prices = vec![0; count + 1];
        let mut place = vec![Place::Empty; given.len()];
        place.resize(arcs.len(), Place::Tree);
        Ok(Self {
            flow: vec![0; arcs.len()],
            arcs,
            place,
            nodes,
            prices,
            given: given.len(),
            stack: Vec::new(),
        })
    }

    fn solve(mut self) -> Flow {
        let block = self.given.isqrt().max(16);
        let mut next = 0;
        while let Some(entering) = self.price(&mut next, block) {
            self.pivot(entering);
        }
        // Nothing is supplied or demanded, so the arcs to the root stay empty.
        let costs = self.arcs.iter().zip(&self.flow).take(self.given);
        let cost = costs.map(|(arc, flow)| i128::from(arc.cost) * i128::from(*flow)).sum();
        self.flow.truncate(self.given);
        self.prices.pop();
        Flow { cost, flow: self.flow, price: self.prices }
    }

    /// The arc that gains most in the first block that gains at all, going round from where the last search ended.
    fn price(&self, next: &mut usize, block: usize) -> Option<usize> {
        let count = self.given;
        let mut best = (0, None);
        let mut seen = 0;
        while seen < count {
            let end = (*next + block).min(count);
            let arcs = self.arcs[*next..end].iter().zip(&self.place[*next..end]);
            for (at, (arc, place)) in (*next..end).zip(arcs) {
                let reduced = arc.cost + self.prices[arc.from as usize] - self.prices[arc.to as usize];
                let gain = reduced * *place as i64;
                if gain < best.0 {
                    best = (gain, Some(at));
                }
            }
            seen += end - *next;
            *next = if end == count { 0 } else { end };
            if best.1.is_some() {
                break;
            }
        }
        best.1
    }

    /// What can still be pushed along the arc from a node to its parent (`up`) or from the parent to it.
    fn room(&self, node: u32, up: bool) -> i64 {
        let arc = self.nodes[node as usize].arc as usize;
        if (self.arcs[arc].from == node) == up {
            self.arcs[arc].capacity - self.flow[arc]
        } else {
            self.flow[arc]
        }
    }

    fn push(&mut self, node: u32, up: bool, units: i64) {
        let arc = self.nodes[node as usize].arc as usize;
        if (self.arcs[arc].from == node) == up {
            self.flow[arc] += units;
        } else {
            self.flow[arc] -= units;
        }
    }

    /// Pushes as much as possible around the cycle that `entering` closes and exchanges it for an arc that blocks.
    fn pivot(&mut self, entering: usize) {
        let Arc { from, to, capacity, .. } = self.arcs[entering];
        let forwards = self.place[entering] == Place::Empty;
        // The cycle runs through the entering arc from `tail` to `head`, up to the top and down again to `tail`.
        let (tail, head) = if forwards { (from, to) } else { (to, from) };
        let top = self.top(tail, head);
        let mut least = capacity;
        // The side that leaves, and the node below the arc that leaves: first the way down to `tail`, then the way up.
        let mut leaving = None;
        let mut node = tail;
        while node != top {
            let room = self.room(node, false);
            if room < least {
                (least, leaving) = (room, Some((node, tail)));
            }
            node = self.nodes[node as usize].parent;
        }
        node = head;
        while node != top {
            let room = self.room(node, true);
            if room <= least {
                (least, leaving) = (room, Some((node, head)));
            }
            node = self.nodes[node as usize].parent;
        }
        if least > 0 {
            self.flow[entering] += if forwards { least } else { -least };
            for (end, up) in [(tail, false), (head, true)] {
                let mut node = end;
                while node != top {
                    self.push(node, up, least);
                    node = self.nodes[node as usize].parent;
                }
            }
        }
        let Some((below, inside)) = leaving else {
            self.place[entering] = if forwards { Place::Full } else { Place::Empty };
            return;
        };
        let left = self.nodes[below as usize].arc as usize;
        self.place[left] = if self.flow[left] == 0 { Place::Empty } else { Place::Full };
        self.place[entering] = Place::Tree;
        let outside = if inside == tail { head } else { tail };
        self.rehang(below, inside, outside, entering as u32);
    }

    /// Where the ways to the root meet.
    fn top(&self, left: u32, right: u32) -> u32 {
        let (mut left, mut right) = (left, right);
        while left != right {
            if self.nodes[left as usize].depth >= self.nodes[right as usize].depth {
                left = self.nodes[left as usize].parent;
            } else {
                right = self.nodes[right as usize].parent;
            }
        }
        left
    }

    /// Cuts the subtree of `below` off and hangs it under `outside` by its node `inside`, whose way up is turned round.
    fn rehang(&mut self, below: u32, inside: u32, outside: u32, entering: u32) {
        let (mut node, mut parent, mut arc) = (inside, outside, entering);
        loop {
            let old = self.nodes[node as usize];
            self.take_from(node, old.parent);
            self.give_to(node, parent, arc);
            if node == below {
                break;
            }
            (node, parent, arc) = (old.parent, node, old.arc);
        }
        let Arc { from, cost, .. } = self.arcs[entering as usize];
        let at_parent = self.prices[outside as usize];
        let price = if from == inside { at_parent - cost } else { at_parent + cost };
        let change = price - self.prices[inside as usize];
        self.stack.push(inside);
        while let Some(node) = self.stack.pop() {
            let depth = self.nodes[self.nodes[node as usize].parent as usize].depth + 1;
            self.prices[node as usize] += change;
            let row = &mut self.nodes[node as usize];
            row.depth = depth;
            let mut child = row.first_child;
            while child != NONE {
                self.stack.push(child);
                child = self.nodes[child as usize].next;
            }
        }
    }

    fn take_from(&mut self, node: u32, parent: u32) {
        let Node { next, before, .. } = self.nodes[node as usize];
        if before == NONE {
            self.nodes[parent as usize].first_child = next;
        } else {
            self.nodes[before as usize].next = next;
        }
        if next != NONE {
            self.nodes[next as usize].before = before;
        }
    }

    fn give_to(&mut self, node: u32, parent: u32, arc: u32) {
        let first = std::mem::replace(&mut self.nodes[parent as usize].first_child, node);
        if first != NONE {
            self.nodes[first as usize].before = node;
        }
        let row = &mut self.nodes[node as usize];
        (row.parent, row.arc, row.next, row.before) = (parent, arc, first, NONE);
    }
}
