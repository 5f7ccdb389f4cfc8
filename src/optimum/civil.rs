//! What civil transport would do at given prices: every departure takes the cheapest way that it can, or stays at home.
//!
//! Relaxed against the rules, so that everything that can happen in an exercise can happen here: time goes in quarters of an
//! hour, passing a link takes the whole quarters of its time or one more, any open way may be taken, a transport that is
//! stopped before a closed stretch waits as long as it likes, what happens after the end costs nothing, and each move of a
//! departure finds its own best hour before it leaves, which is no sooner than a terminal without other work is done with
//! it. Must not look at what others use: that is what prices are for. See `bound`.

use super::{
    instance::{Demand, Instance},
    prices::Scarce,
};
use crate::sim::time::{SECONDS_PER_TICK, TICKS_PER_HOUR};
use std::collections::BTreeMap;

/// No way, or no need to go on.
const NONE: u32 = u32::MAX;
/// More than anything costs.
const FAR: i64 = i64::MAX / 4;

/// Civil transports, in groups that need the same look at the network.
pub(super) struct Civil {
    groups: Vec<Group>,
    ticks: usize,
}

/// Transports with one mode, one destination and one load.
struct Group {
    /// Links that lead to the destination, those nearest to it first.
    links: Vec<Hop>,
    /// Of those, the ones that are passed in less than a quarter: looked at until nothing changes.
    quick: Vec<usize>,
    /// Number of places from which the destination can be reached.
    places: usize,
    to: usize,
    /// From when a transport can wait, for each place.
    waits_from: Vec<u32>,
    load: i64,
    /// Index among the demands, and the number of its origin here.
    demands: Vec<(usize, usize)>,
}

#[derive(Clone, Copy)]
struct Hop {
    link: usize,
    from: usize,
    to: usize,
    ticks: u32,
}

/// The cheapest way onward from every place in every quarter.
struct Onward {
    cost: Vec<i64>,
    /// Twice the number of the link, plus one for the slower passage; [`NONE`] to wait.
    next: Vec<u32>,
}

impl Civil {
    /// Sorts the demands of an instance.
    pub(super) fn of(instance: &Instance) -> Self {
        let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, row) in instance.demands.iter().enumerate().filter(|(_, row)| !row.asked.is_empty()) {
            groups.entry((row.mode, row.to, row.load)).or_default().push(index);
        }
        let groups =
            groups.into_iter().map(|((mode, to, load), demands)| group(instance, mode, to, load, &demands));
        Self { groups: groups.collect(), ticks: instance.ticks as usize }
    }

    /// The most that civil transport gains at these prices when a departure is worth `worth`; adds what it would use.
    pub(super) fn serve(
        &self,
        instance: &Instance,
        scarce: &Scarce,
        prices: &[i64],
        worth: i64,
        used: &mut [f64],
    ) -> i128 {
        let mut onward = Onward { cost: Vec::new(), next: Vec::new() };
        let mut gain = 0;
        for group in &self.groups {
            group.look_back(self.ticks, scarce, prices, &mut onward);
            for (index, origin) in &group.demands {
                let demand = &instance.demands[*index];
                gain += group.leave(instance, demand, *origin, scarce, prices, worth, &onward, used);
            }
        }
        gain
    }
}

fn group(
    instance: &Instance,
    mode: crate::sim::country::Mode,
    to: usize,
    load: i64,
    demands: &[usize],
) -> Group {
    // A link without room for one departure and one slot more is never of use.
    let wide = |link: &super::instance::Link| link.slots.iter().any(|slots| slots + 1 >= load);
    let open = |link: &super::instance::Link| {
        link.mode == mode
            && wide(link)
            && link.from != to
            && (link.to == to || !instance.places[link.to].last)
    };
    let usable: Vec<usize> = (0..instance.links.len()).filter(|link| open(&instance.links[*link])).collect();
    let far = distances(instance, &usable, to);
    let mut near: Vec<usize> =
        usable.into_iter().filter(|link| far[instance.links[*link].to].is_some()).collect();
    near.sort_by_key(|link| (far[instance.links[*link].to], *link));
    let number: BTreeMap<usize, usize> =
        (0..instance.places.len()).filter(|place| far[*place].is_some()).zip(0..).collect();
    let hop = |link: &usize| {
        let row = &instance.links[*link];
        let (from, to) = (number[&row.from], number[&row.to]);
        Hop { link: *link, from, to, ticks: row.transit_s / SECONDS_PER_TICK }
    };
    let links: Vec<Hop> = near.iter().map(hop).collect();
    let quick = (0..links.len()).filter(|hop| links[*hop].ticks == 0).collect();
    let waits = |place: &usize| instance.places[*place].stops_from.map_or(NONE, |tick| tick.0);
    let origins = demands.iter().filter_map(|index| {
        let origin = number.get(&instance.demands[*index].from)?;
        Some((*index, *origin))
    });
    Group {
        quick,
        places: number.len(),
        to: number[&to],
        waits_from: number.keys().map(waits).collect(),
        load,
        demands: origins.collect(),
        links,
    }
}

/// Seconds from each place to a destination over these links; none where there is no way.
pub(super) fn distances(instance: &Instance, links: &[usize], to: usize) -> Vec<Option<u64>> {
    let mut far: Vec<Option<u64>> = vec![None; instance.places.len()];
    far[to] = Some(0);
    let mut changed = true;
    while changed {
        changed = false;
        for row in links.iter().map(|link| &instance.links[*link]) {
            let Some(rest) = far[row.to] else { continue };
            let through = rest + u64::from(row.transit_s);
            if far[row.from].is_none_or(|known| through < known) {
                far[row.from] = Some(through);
                changed = true;
            }
        }
    }
    far
}

impl Group {
    /// Works out the cheapest ways onward, from the end back to the start.
    fn look_back(&self, ticks: usize, scarce: &Scarce, prices: &[i64], onward: &mut Onward) {
        let places = self.places;
        onward.cost.clear();
        onward.cost.resize((ticks + 1) * places, FAR);
        onward.next.clear();
        onward.next.resize((ticks + 1) * places, NONE);
        // After the end nothing costs anything.
        onward.cost[ticks * places..].fill(0);
        let mut fees = vec![0; self.links.len()];
        for tick in (0..ticks).rev() {
            if tick + 1 == ticks || (tick + 1).is_multiple_of(TICKS_PER_HOUR as usize) {
                let hour = tick as u32 / TICKS_PER_HOUR;
                for (fee, hop) in fees.iter_mut().zip(&self.links) {
                    *fee = self.fee(hop.link, hour, scarce, prices);
                }
            }
            let row = tick * places;
            onward.cost[row + self.to] = 0;
            for (index, hop) in self.links.iter().enumerate() {
                self.try_hop(ticks, tick, index, hop, fees[index], onward);
            }
            // Waiting must be better, not as good: then what can go on goes on.
            for place in (0..places).filter(|place| self.waits_from[*place] as usize <= tick) {
                let later = onward.cost[row + places + place];
                if later < onward.cost[row + place] {
                    onward.cost[row + place] = later;
                    onward.next[row + place] = NONE;
                }
            }
            let mut changed = !self.quick.is_empty();
            while changed {
                changed = false;
                for index in &self.quick {
                    changed |= self.try_hop(ticks, tick, *index, &self.links[*index], fees[*index], onward);
                }
            }
        }
    }

    fn fee(&self, link: usize, hour: u32, scarce: &Scarce, prices: &[i64]) -> i64 {
        let at = scarce.slots(link, hour);
        // With one slot more it would still not fit.
        if scarce.capacity[at] + 1 < self.load { FAR } else { prices[at] * self.load }
    }

    fn try_hop(
        &self,
        ticks: usize,
        tick: usize,
        index: usize,
        hop: &Hop,
        fee: i64,
        onward: &mut Onward,
    ) -> bool {
        let (cost, slower) = self.hop_cost(ticks, tick, hop, fee, onward);
        let at = tick * self.places + hop.from;
        if cost < onward.cost[at] {
            onward.cost[at] = cost;
            onward.next[at] = 2 * index as u32 + u32::from(slower);
            return true;
        }
        false
    }

    /// What it costs to take a link now, and whether the slower passage is better.
    fn hop_cost(&self, ticks: usize, tick: usize, hop: &Hop, fee: i64, onward: &Onward) -> (i64, bool) {
        // The innermost of all, so without calls: they cost a fifth of the bound where nothing is put inline.
        let reached = tick + hop.ticks as usize;
        let fast = onward.cost[if reached < ticks { reached } else { ticks } * self.places + hop.to];
        let slow = onward.cost[if reached < ticks { reached + 1 } else { ticks } * self.places + hop.to];
        let slower = slow < fast;
        let cost = fee.saturating_add(if slower { slow } else { fast });
        (if cost < FAR { cost } else { FAR }, slower)
    }

    /// Lets each departure of a demand choose; the gain of all of them.
    fn leave(
        &self,
        instance: &Instance,
        demand: &Demand,
        origin: usize,
        scarce: &Scarce,
        prices: &[i64],
        worth: i64,
        onward: &Onward,
        used: &mut [f64],
    ) -> i128 {
        let ticks = instance.ticks as usize;
        // Leaving means entering a link at once: nobody waits on the way to the first one.
        let away: Vec<usize> = (0..self.links.len()).filter(|hop| self.links[*hop].from == origin).collect();
        let leave_at = |tick: usize| {
            let fee = |hop: &Hop| self.fee(hop.link, tick as u32 / TICKS_PER_HOUR, scarce, prices);
            let way = |index: &usize| {
                let hop = &self.links[*index];
                let (cost, slower) = self.hop_cost(ticks, tick, hop, fee(hop), onward);
                (cost, *index, slower)
            };
            away.iter().map(way).min().unwrap_or((FAR, 0, false))
        };
        let first: Vec<(i64, usize, bool)> = (0..ticks).map(leave_at).collect();
        let quarters = instance.places[demand.from].moves.as_deref().unwrap_or_default();
        let mut gain = 0;
        for (asked, count) in &demand.asked {
            let asked = asked.0 as usize;
            let mut best = (worth, None);
            // The cheapest hour for its moves so far.
            let mut moved = (0, None);
            let mut left = demand.moves;
            for (tick, way) in first.iter().enumerate().skip(asked).take(demand.patience.max(1) as usize) {
                if demand.moves > 0 && (tick == asked || tick.is_multiple_of(TICKS_PER_HOUR as usize)) {
                    let hour = tick as u32 / TICKS_PER_HOUR;
                    let Some(at) = scarce.moves(demand.from, hour) else { break };
                    let cost = prices[at] * demand.moves;
                    if moved.1.is_none() || cost < moved.0 {
                        moved = (cost, Some(at));
                    }
                }
                left -= quarters.get(tick).copied().unwrap_or(0);
                if left > 0 && demand.moves > 0 {
                    continue;
                }
                let cost = moved.0.saturating_add(way.0);
                if cost < best.0 {
                    best = (cost, Some((tick, *way, moved.1)));
                    if cost == 0 {
                        break;
                    }
                }
            }
            let Some((tick, (_, hop, slower), moved)) = best.1 else { continue };
            gain += i128::from(worth - best.0) * i128::from(*count);
            if let Some(at) = moved {
                used[at] += (demand.moves * count) as f64;
            }
            self.use_up(ticks, tick, hop, slower, self.load * count, scarce, onward, used);
        }
        gain
    }

    /// Adds the slots that a departure takes on its way.
    fn use_up(
        &self,
        ticks: usize,
        mut tick: usize,
        mut index: usize,
        mut slower: bool,
        slots: i64,
        scarce: &Scarce,
        onward: &Onward,
        used: &mut [f64],
    ) {
        loop {
            let hop = &self.links[index];
            used[scarce.slots(hop.link, tick as u32 / TICKS_PER_HOUR)] += slots as f64;
            tick += hop.ticks as usize + usize::from(slower);
            let place = hop.to;
            // Where waiting is best, until it is not.
            while tick < ticks && place != self.to && onward.next[tick * self.places + place] == NONE {
                tick += 1;
            }
            if tick >= ticks || place == self.to {
                return;
            }
            let next = onward.next[tick * self.places + place];
            (index, slower) = (next as usize / 2, next % 2 == 1);
        }
    }
}
