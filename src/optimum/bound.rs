//! The most that could have been reached, and what a little more capacity would have added to it.
//!
//! Two questions, each by itself: how many military pieces could have been across the border in time, and how many civil
//! transports could have left. Whoever divides scarce capacity among users divides it by prices in the end, so the answer
//! comes from prices (Lagrangian relaxation; Ahuja, Magnanti, Orlin, Network Flows, chapter 16): every user is left alone to
//! do what is best for it at the prices of slots, moves and sets, and
//!
//! `bound = sum of price times capacity + sum over users of their gain at those prices`.
//!
//! The bound holds for any prices that are not negative, by weak duality: what happens in an exercise is one of the things
//! that the users could do, it uses no more than there is, so its worth is at most its gain plus the price of what it used.
//! Prices only decide how tight the bound is; a subgradient search lowers it and stops after a fixed number of looks, so the
//! result repeats exactly. A user's gain is found exactly: for civil transport by its cheapest way (`civil`), for a movement
//! by a minimum-cost flow that keeps every link, quay and ship within what it could do (`military`). Those files say what is
//! relaxed. Left out altogether, so that the bound is above every division of the pools: policies and their legal limits, the
//! order of claims, shares of the modes, departures that may wait at one port, special trains, kinds of pieces, berths, guards,
//! crews and everything else that a departure takes besides its set. Taken as given: what links and
//! terminals could do over time, so another order of repair is not part of the question.
//!
//! Weights: a piece in time counts one point in the first question, a departure of any class one point in the second.
//!
//! What one unit more would add: prices that were good for the old capacity are lawful for the new one too, so the bound
//! rises by no more than the price of the unit, in all hours together. For those that promise most the bound is worked out
//! again with the unit, from the same prices. Must not be shown to players.

use super::{
    civil::Civil,
    flow::FlowError,
    instance::{Extra, Instance},
    meter::Meter,
    military::{Military, Plan},
    prices::{POINT, Scarce},
};
use std::collections::BTreeMap;

/// Looks at prices before the search for better ones ends.
const LOOKS: usize = 120;
/// Looks without a better bound before steps get smaller.
const PATIENCE: usize = 5;
/// The search ends when steps are this small against the first.
const SMALLEST: f64 = 0.01;
/// How much of its last direction a step keeps, which dampens going to and fro.
const KEPT: f64 = 0.6;
/// Things of which one more is tried, and looks at prices for each.
const TRIED: usize = 6;
const LOOKS_AGAIN: usize = 4;
/// Thousandths of a piece or a departure below which something more adds nothing worth telling.
const LEAST_MILLI: i64 = 10;

/// Bounds and what more capacity would add to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Military pieces across the border in time.
    pub pieces: Best,
    /// Civil transports that left.
    pub departures: Best,
}

/// The most that could have been reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Best {
    /// No division of the capacity that there was reaches more.
    pub at_most: i64,
    /// What one unit more would add at most, largest first; only what adds a hundredth or more, of those that promised most.
    pub more: Vec<More>,
}

/// One unit more of something in every window, hour or cycle of the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct More {
    /// Of what.
    pub of: Extra,
    /// What it would add at most, in thousandths of a piece or a departure.
    pub adds_milli: i64,
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Pieces,
    Departures,
}

/// The users of an instance, ready to be asked.
struct Users<'a> {
    instance: &'a Instance,
    scarce: Scarce,
    civil: Civil,
    military: Vec<Military>,
}

/// What users answer to prices.
struct Answer {
    /// The bound, in price units.
    bound: i128,
    used: Vec<f64>,
    plans: Vec<Plan>,
}

impl Bound {
    /// Works the bounds out. Takes seconds to minutes for an exercise of days.
    pub fn of(instance: &Instance) -> Result<Self, FlowError> {
        Self::watched(instance, &mut |_| true)
    }

    /// The same for somebody who waits: `tell` hears how far it is, in thousandths, and says whether to go on.
    pub fn watched(instance: &Instance, tell: &mut dyn FnMut(u16) -> bool) -> Result<Self, FlowError> {
        let users = Users::of(instance);
        let looks = LOOKS + TRIED * LOOKS_AGAIN;
        Ok(Self {
            pieces: users.best(Question::Pieces, &mut Meter::new(tell, [0, 500], looks))?,
            departures: users.best(Question::Departures, &mut Meter::new(tell, [500, 1000], looks))?,
        })
    }
}

impl<'a> Users<'a> {
    fn of(instance: &'a Instance) -> Self {
        let scarce = Scarce::of(instance);
        let military = instance.movements.iter().map(|row| Military::of(instance, &scarce, row)).collect();
        Self { instance, scarce, civil: Civil::of(instance), military }
    }

    /// What the users do at these prices.
    fn ask(&self, question: Question, prices: &[i64]) -> Result<Answer, FlowError> {
        let mut used = vec![0.0; prices.len()];
        let mut plans = Vec::new();
        let costs = prices.iter().zip(&self.scarce.capacity);
        let mut bound: i128 = costs.map(|(price, units)| i128::from(*price) * i128::from(*units)).sum();
        let given = match question {
            Question::Pieces => self.instance.given.pieces,
            Question::Departures => self.instance.given.departures,
        };
        bound += i128::from(given) * i128::from(POINT);
        match question {
            Question::Pieces => {
                for military in &self.military {
                    let plan = military.plan(self.instance, &self.scarce, prices, POINT, &mut used)?;
                    bound += plan.gain;
                    plans.push(plan);
                }
            }
            Question::Departures => {
                bound += self.civil.serve(self.instance, &self.scarce, prices, POINT, &mut used);
            }
        }
        Ok(Answer { bound, used, plans })
    }

    /// What was asked for, and the better of the two courses.
    fn asked_and_reached(&self, question: Question) -> [i64; 2] {
        let (asked, players, nothing) = (self.instance.asked(), self.instance.players, self.instance.nothing);
        match question {
            Question::Pieces => [asked.pieces, players.pieces.max(nothing.pieces)],
            Question::Departures => [asked.departures, players.departures.max(nothing.departures)],
        }
    }

    fn best(&self, question: Question, meter: &mut Meter<'_>) -> Result<Best, FlowError> {
        let (bound, prices) = self.search(question, self.start(question)?, LOOKS, meter)?;
        let at_most = i64::try_from(bound.div_euclid(i128::from(POINT))).unwrap_or(i64::MAX);
        let answer = self.ask(question, &prices)?;
        let mut worth: Vec<i128> = prices.iter().map(|price| i128::from(*price)).collect();
        for (military, plan) in self.military.iter().zip(&answer.plans) {
            military.add_worth(self.instance, &self.scarce, plan, &mut worth);
        }
        let asked = i128::from(self.asked_and_reached(question)[0]) * i128::from(POINT);
        let mut more = Vec::new();
        for (of, worth) in self.candidates(&worth).into_iter().take(TRIED) {
            // What it is worth at these prices, unless better prices can be found for the world that has it.
            let wider = self.instance.with_one_more(of);
            let (raised, _) = Users::of(&wider).search(question, prices.clone(), LOOKS_AGAIN, meter)?;
            let adds = worth.min(raised - bound).min(asked - bound).max(0) * 1000 / i128::from(POINT);
            more.push(More { of, adds_milli: i64::try_from(adds).unwrap_or(i64::MAX) });
        }
        more.retain(|row| row.adds_milli >= LEAST_MILLI);
        more.sort_by_key(|row| (std::cmp::Reverse(row.adds_milli), row.of));
        Ok(Best { at_most, more })
    }

    /// Prices to begin with: nothing costs anything, or a whole piece for every round that a fleet can make, if that is better.
    fn start(&self, question: Question) -> Result<Vec<i64>, FlowError> {
        let free = vec![0; self.scarce.capacity.len()];
        let mut priced = free.clone();
        if question == Question::Pieces {
            let mut spans: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
            for (fleet, (first, last)) in self.military.iter().flat_map(Military::leaves) {
                let span = spans.entry(fleet).or_insert((first, last));
                *span = (span.0.min(first), span.1.max(last));
            }
            for (fleet, (first, last)) in spans {
                let cycle = self.instance.fleets[fleet].cycle_hours.max(1) as usize;
                // The span that begins in an hour is the last of those that contain it.
                for at in
                    (first..=last).step_by(cycle).filter_map(|hour| self.scarce.sets(fleet, hour).last())
                {
                    priced[at] = POINT;
                }
            }
        }
        let better = self.ask(question, &priced)?.bound < self.ask(question, &free)?.bound;
        Ok(if better { priced } else { free })
    }

    /// Prices that give a low bound, and the bound: steps against the excess of use over capacity, in shares of the capacity,
    /// as long as the bound is above what was reached (Polyak's rule), shorter whenever that does not help.
    fn search(
        &self,
        question: Question,
        start: Vec<i64>,
        looks: usize,
        meter: &mut Meter<'_>,
    ) -> Result<(i128, Vec<i64>), FlowError> {
        let capacity: Vec<f64> = self.scarce.capacity.iter().map(|units| (*units).max(1) as f64).collect();
        let target = i128::from(self.asked_and_reached(question)[1]) * i128::from(POINT);
        // Nobody pays more than all that one unit can carry is worth.
        let carries = self.instance.fleets.iter().map(|fleet| fleet.pieces);
        let dearest = POINT * carries.max().unwrap_or(1).max(1);
        let mut prices = start;
        let mut best = (i128::MAX, prices.clone());
        let mut direction = vec![0.0; prices.len()];
        let (mut step, mut idle) = (1.0, 0);
        let mut left = looks;
        while left > 0 {
            left -= 1;
            meter.pass(1)?;
            let answer = self.ask(question, &prices)?;
            if answer.bound < best.0 {
                best = (answer.bound, prices.clone());
                idle = 0;
            } else {
                idle += 1;
                if idle > PATIENCE {
                    (step, idle) = (step / 2.0, 0);
                }
            }
            for at in 0..prices.len() {
                let excess = (answer.used[at] - self.scarce.capacity[at] as f64) / capacity[at];
                let idle = prices[at] == 0 && excess < 0.0;
                direction[at] = if idle { 0.0 } else { excess + KEPT * direction[at] };
            }
            let norm: f64 = direction.iter().map(|share| share * share).sum();
            // Nothing is short and nothing that has a price is left over, or what was reached is the best: no lower bound.
            if norm == 0.0 || best.0 <= target || step < SMALLEST {
                break;
            }
            let length = step * (answer.bound - target) as f64 / norm;
            for (at, price) in prices.iter_mut().enumerate() {
                let moved = *price as f64 + length * direction[at] / capacity[at];
                *price = (moved as i64).clamp(0, dearest);
            }
        }
        // Looks that were not needed.
        meter.pass(left)?;
        Ok(best)
    }

    /// Everything of which there could be one more, by what that is worth at most, largest first.
    fn candidates(&self, worth: &[i128]) -> Vec<(Extra, i128)> {
        let sum = |range: std::ops::Range<usize>| worth[range].iter().sum::<i128>();
        let Instance { links, places, fleets, .. } = self.instance;
        let slots = (0..links.len()).map(|link| (Extra::Slot(link), sum(self.scarce.all_slots(link))));
        let moves = (0..places.len()).map(|place| (Extra::Move(place), sum(self.scarce.all_moves(place))));
        let sets = fleets.iter().enumerate().map(|(fleet, row)| {
            (Extra::Set(fleet), sum(self.scarce.all_sets(fleet)) * i128::from(row.pieces))
        });
        let least = i128::from(LEAST_MILLI * POINT / 1000);
        let mut found: Vec<(Extra, i128)> =
            slots.chain(moves).chain(sets).filter(|(_, worth)| *worth >= least).collect();
        found.sort_by_key(|(of, worth)| (std::cmp::Reverse(*worth), *of));
        found
    }
}
