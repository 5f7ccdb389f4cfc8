//! What a military movement would do at given prices: a flow of pieces from its ships to the places across the border.
//!
//! One minimum-cost flow over the hours of the exercise. A piece is unloaded, stands on the quay, is loaded, leaves with a
//! fleet and passes link after link; every link, quay and ship bounds the flow by what it could do, and prices say what use
//! costs. Relaxed against the rules, so that everything that can happen in an exercise can happen here: pieces travel apart
//! and take their share of a departure's slots, a link takes the whole hours of its time or one more, unloading and loading
//! are each bounded by the terminal but only together through their price, and a fleet is bounded through its price alone.
//! Pieces leave only where and when the fastest way still ends in time. See `bound`.

use super::{
    civil::distances,
    flow::{Arc, Flow, FlowError, least_cost},
    instance::{Fleet, Instance, Movement},
    prices::Scarce,
};
use crate::sim::time::{SECONDS_PER_TICK, TICKS_PER_HOUR};
use std::{collections::BTreeMap, ops::Range};

/// Longer than any capacity.
const PLENTY: i64 = 1 << 32;

/// What an arc of the flow uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Nothing scarce.
    Nothing,
    /// Moves of a terminal in an hour.
    Moves(usize),
    /// Slots of a link in a window, for departures of a fleet.
    Slots(usize, usize),
    /// Sets of a fleet, by an hour of departure.
    Sets(usize, u32),
}

/// The flow of one movement, with arcs that only change in cost.
pub(super) struct Military {
    nodes: usize,
    arcs: Vec<Arc>,
    uses: Vec<Use>,
    /// Arcs that end a journey in time.
    ends: Vec<usize>,
}

/// What a movement gains at given prices.
pub(super) struct Plan {
    /// Worth of the pieces in time less the price of what they use.
    pub(super) gain: i128,
    flow: Flow,
    arcs: Vec<Arc>,
}

/// A place in the hours in which a piece can be there and still be in time.
struct Stay {
    hours: Range<u32>,
    first: u32,
}

impl Stay {
    fn at(&self, hour: u32) -> Option<u32> {
        self.hours.contains(&hour).then(|| self.first + hour - self.hours.start)
    }
}

struct Builder<'a> {
    instance: &'a Instance,
    scarce: &'a Scarce,
    movement: &'a Movement,
    made: Military,
}

impl Military {
    /// Lays out the flow of a movement.
    pub(super) fn of(instance: &Instance, scarce: &Scarce, movement: &Movement) -> Self {
        let made = Self { nodes: 1, arcs: Vec::new(), uses: Vec::new(), ends: Vec::new() };
        let mut builder = Builder { instance, scarce, movement, made };
        let mut ports: Vec<usize> = movement.ships.iter().map(|ship| ship.port).collect();
        ports.sort_unstable();
        ports.dedup();
        let ready: Vec<(usize, Stay)> = ports.iter().map(|port| (*port, builder.port(*port))).collect();
        for (fleet, to) in &movement.destinations {
            builder.fleet(*fleet, *to, &ready);
        }
        builder.made
    }

    /// The best that the movement can do when a piece in time is worth `worth`; adds what it would use.
    pub(super) fn plan(
        &self,
        instance: &Instance,
        scarce: &Scarce,
        prices: &[i64],
        worth: i64,
        used: &mut [f64],
    ) -> Result<Plan, FlowError> {
        let mut arcs = self.arcs.clone();
        for (arc, used) in arcs.iter_mut().zip(&self.uses) {
            arc.cost = match *used {
                Use::Nothing => 0,
                Use::Moves(at) => prices[at],
                // A share of a departure's slots, rounded down: never dearer than the departure.
                Use::Slots(at, fleet) => {
                    let Fleet { load, pieces, .. } = instance.fleets[fleet];
                    prices[at] * load / pieces
                }
                Use::Sets(fleet, hour) => scarce.sets(fleet, hour).map(|at| prices[at]).sum(),
            };
        }
        for end in &self.ends {
            arcs[*end].cost = -worth;
        }
        let flow = least_cost(self.nodes, &arcs)?;
        for (units, uses) in flow.flow.iter().zip(&self.uses).filter(|(units, _)| **units > 0) {
            let pieces = *units as f64;
            match *uses {
                Use::Nothing => {}
                Use::Moves(at) => used[at] += pieces,
                Use::Slots(at, fleet) => {
                    let Fleet { load, pieces: on_one, .. } = instance.fleets[fleet];
                    used[at] += pieces * load as f64 / on_one as f64;
                }
                Use::Sets(fleet, hour) => {
                    for at in scarce.sets(fleet, hour) {
                        used[at] += pieces;
                    }
                }
            }
        }
        Ok(Plan { gain: -flow.cost, flow, arcs })
    }

    /// The first and the last hour in which a fleet can leave and be in time, for each fleet that is used.
    pub(super) fn leaves(&self) -> BTreeMap<usize, (u32, u32)> {
        let mut spans = BTreeMap::new();
        for uses in &self.uses {
            if let Use::Sets(fleet, hour) = *uses {
                let span = spans.entry(fleet).or_insert((hour, hour));
                *span = (span.0.min(hour), span.1.max(hour));
            }
        }
        spans
    }

    /// Adds to each scarce thing what one unit more of it would be worth inside this flow, beyond its price.
    pub(super) fn add_worth(&self, instance: &Instance, scarce: &Scarce, plan: &Plan, worth: &mut [i128]) {
        for ((arc, uses), place) in plan.arcs.iter().zip(&self.uses).zip(0..) {
            let price = |node: u32| plan.flow.price[node as usize];
            let gain = -(arc.cost + price(arc.from) - price(arc.to));
            if gain <= 0 || plan.flow.flow[place] < arc.capacity {
                continue;
            }
            match *uses {
                Use::Moves(at) => worth[at] += i128::from(gain),
                Use::Slots(at, fleet) => {
                    let Fleet { load, pieces, .. } = instance.fleets[fleet];
                    let more = (scarce.capacity[at] + 1) / load - scarce.capacity[at] / load;
                    worth[at] += i128::from(gain * more * pieces);
                }
                Use::Nothing | Use::Sets(..) => {}
            }
        }
    }
}

impl Builder<'_> {
    fn nodes(&mut self, hours: Range<u32>) -> Stay {
        let first = self.made.nodes as u32;
        self.made.nodes += hours.len();
        Stay { hours, first }
    }

    fn arc(&mut self, from: u32, to: u32, capacity: i64, uses: Use) {
        self.made.arcs.push(Arc { from, to, capacity, cost: 0 });
        self.made.uses.push(uses);
    }

    fn wait(&mut self, stay: &Stay) {
        for node in stay.first..(stay.first + stay.hours.len() as u32).saturating_sub(1) {
            self.arc(node, node + 1, PLENTY, Use::Nothing);
        }
    }

    /// Ships, quay and loading at a port; gives the pieces that are ready to leave.
    fn port(&mut self, port: usize) -> Stay {
        let movement = self.movement;
        let ships = || movement.ships.iter().filter(|ship| ship.port == port);
        let first = ships().map(|ship| ship.berthed.hour()).min().unwrap_or(0);
        let hours = first..(movement.until.hour() + 1).max(first);
        let [aboard, quay, ready] = [(); 3].map(|()| self.nodes(hours.clone()));
        for ship in ships() {
            if let Some(node) = aboard.at(ship.berthed.hour()) {
                self.arc(0, node, ship.pieces, Use::Nothing);
            }
        }
        for stay in [&aboard, &quay, &ready] {
            self.wait(stay);
        }
        for hour in hours {
            let Some(at) = self.scarce.moves(port, hour) else { break };
            let moves = self.scarce.capacity[at];
            for (from, to) in [(&aboard, &quay), (&quay, &ready)] {
                if let (Some(from), Some(to)) = (from.at(hour), to.at(hour)) {
                    self.arc(from, to, moves, Use::Moves(at));
                }
            }
        }
        ready
    }

    /// Departures with a fleet and the way to its destination.
    fn fleet(&mut self, fleet: usize, to: usize, ready: &[(usize, Stay)]) {
        let instance = self.instance;
        let row = instance.fleets[fleet];
        if row.pieces == 0 || row.load == 0 {
            return;
        }
        let open = |link: &super::instance::Link| {
            link.mode == row.mode && link.from != to && (link.to == to || !instance.places[link.to].last)
        };
        let links: Vec<usize> =
            (0..instance.links.len()).filter(|link| open(&instance.links[*link])).collect();
        let left_s = distances(instance, &links, to);
        let since_s = self.earliest(&links);
        let until_s = u64::from(self.movement.until.0) * u64::from(SECONDS_PER_TICK);
        let hour_s = u64::from(SECONDS_PER_TICK * TICKS_PER_HOUR);
        let mut stays: Vec<Option<Stay>> = Vec::new();
        for place in 0..instance.places.len() {
            let span = since_s[place].zip(left_s[place].and_then(|left| until_s.checked_sub(left)));
            let span = span.filter(|(since, until)| since <= until);
            let hours = span.map(|(since, until)| (since / hour_s) as u32..(until / hour_s) as u32 + 1);
            let stay = hours.map(|hours| self.nodes(hours));
            stays.push(stay);
        }
        self.links(fleet, &links, &stays);
        for (place, stay) in stays.iter().enumerate() {
            if let (Some(stay), Some(from)) = (stay, instance.places[place].stops_from) {
                let begin = stay.hours.start.max(from.hour());
                for hour in begin..stay.hours.end.saturating_sub(1) {
                    if let (Some(now), Some(later)) = (stay.at(hour), stay.at(hour + 1)) {
                        self.arc(now, later, PLENTY, Use::Nothing);
                    }
                }
            }
        }
        if let Some(stay) = stays.get(to).and_then(Option::as_ref) {
            for hour in stay.hours.clone() {
                if let Some(node) = stay.at(hour) {
                    self.made.ends.push(self.made.arcs.len());
                    self.arc(node, 0, PLENTY, Use::Nothing);
                }
            }
        }
        for (port, ready) in ready {
            if let Some(here) = stays.get(*port).and_then(Option::as_ref) {
                self.departures(fleet, ready, here);
            }
        }
    }

    /// Seconds since the start at which a piece can be at each place at the earliest.
    fn earliest(&self, links: &[usize]) -> Vec<Option<u64>> {
        let mut since: Vec<Option<u64>> = vec![None; self.instance.places.len()];
        for ship in &self.movement.ships {
            let berthed = u64::from(ship.berthed.0) * u64::from(SECONDS_PER_TICK);
            let known = since[ship.port].unwrap_or(u64::MAX);
            since[ship.port] = Some(berthed.min(known));
        }
        let mut changed = true;
        while changed {
            changed = false;
            for row in links.iter().map(|link| &self.instance.links[*link]) {
                let Some(here) = since[row.from] else { continue };
                let there = here + u64::from(row.transit_s);
                if since[row.to].is_none_or(|known| there < known) {
                    since[row.to] = Some(there);
                    changed = true;
                }
            }
        }
        since
    }

    fn links(&mut self, fleet: usize, links: &[usize], stays: &[Option<Stay>]) {
        for link in links {
            let row = &self.instance.links[*link];
            let (Some(tail), Some(head)) = (&stays[row.from], &stays[row.to]) else { continue };
            for hour in tail.hours.clone() {
                if let Some(from) = tail.at(hour) {
                    self.pass(fleet, *link, from, hour, head);
                }
            }
        }
    }

    /// Enters a link in an hour, from a node of the flow.
    fn pass(&mut self, fleet: usize, link: usize, from: u32, hour: u32, head: &Stay) {
        let instance = self.instance;
        let row = &instance.links[link];
        if hour >= instance.hours() {
            return;
        }
        let at = self.scarce.slots(link, hour);
        let Fleet { load, pieces, .. } = instance.fleets[fleet];
        let room = self.scarce.capacity[at] / load * pieces;
        let takes = row.transit_s / (SECONDS_PER_TICK * TICKS_PER_HOUR);
        let ends = [takes, takes + 1].map(|takes| head.at(hour + takes));
        match ends {
            [Some(fast), Some(slow)] => {
                // One gate for both, so that they share the room.
                let gate = self.nodes(hour..hour + 1).first;
                self.arc(from, gate, room, Use::Slots(at, fleet));
                self.arc(gate, fast, PLENTY, Use::Nothing);
                self.arc(gate, slow, PLENTY, Use::Nothing);
            }
            [Some(end), None] | [None, Some(end)] => self.arc(from, end, room, Use::Slots(at, fleet)),
            [None, None] => {}
        }
    }

    /// Leaving means entering a link at once: nobody waits on the way to the first one, unless it was closed.
    fn departures(&mut self, fleet: usize, ready: &Stay, here: &Stay) {
        for hour in here.hours.clone() {
            if let (Some(from), Some(to)) = (ready.at(hour), here.at(hour)) {
                self.arc(from, to, PLENTY, Use::Sets(fleet, hour));
            }
        }
    }
}
