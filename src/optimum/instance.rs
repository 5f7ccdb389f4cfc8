//! The one place where the yardstick reads an exercise: country, plan and course become plain arrays.
//!
//! The exercise is run again twice, as it was played and without any decision of a player, and watched at every tick: what
//! each link and terminal could still do, which ships berthed, which civil departures were asked for, and what came of it.
//! Where the two courses differ the instance takes the better of both, so that one bound holds for both. Must not solve
//! anything; see `bound`.

use crate::{
    session::Session,
    sim::{
        command::{Actor, Record},
        country::{Country, Mode, NodeKind},
        ids::{DenseId, MovementId},
        plan::Plan,
        query,
        routes::Path,
        state::{ArrivalPhase, DEPARTURE_UNITS, Phase, State, What},
        time::{SECONDS_PER_TICK, TICKS_PER_HOUR, Tick},
    },
};

/// What could be used, what was asked, and what two courses of events made of it. Rows stand in the order of the country's
/// and the plan's tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// Ticks that passed.
    pub ticks: u32,
    /// Places.
    pub places: Vec<Place>,
    /// Directed links.
    pub links: Vec<Link>,
    /// Contracted vehicles.
    pub fleets: Vec<Fleet>,
    /// Military movements.
    pub movements: Vec<Movement>,
    /// Civil transports between two places.
    pub demands: Vec<Demand>,
    /// What the players reached.
    pub players: Reached,
    /// What would have come of it without any decision.
    pub nothing: Reached,
    /// What the bound takes as reached without asking how: movements that gathered on the way or whose ships berthed elsewhere
    /// in one of the courses, and civil transports of which some changed their mode.
    pub given: Reached,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Nothing passes through: it lies across the border.
    pub last: bool,
    /// From this tick on a transport can have been stopped here, because a stretch ahead was closed.
    pub stops_from: Option<Tick>,
    /// Moves that can be done in each quarter of an hour; none where nothing is handled.
    pub moves: Option<Vec<i64>>,
}

/// One direction of a stretch of the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Start.
    pub from: usize,
    /// End.
    pub to: usize,
    /// Who can use it.
    pub mode: Mode,
    /// Seconds to pass it.
    pub transit_s: u32,
    /// Hours in a window.
    pub window_hours: u32,
    /// Most slots that can have been booked in each window.
    pub slots: Vec<i64>,
}

/// Contracted vehicles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fleet {
    /// The mode they use.
    pub mode: Mode,
    /// Sets that exist.
    pub sets: i64,
    /// Whole hours from departure until the set is back.
    pub cycle_hours: u32,
    /// Military pieces on one set, of the kind of which it carries most: the bound does not tell kinds apart.
    pub pieces: i64,
    /// Slots that one departure takes.
    pub load: i64,
}

/// A military movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The last tick in which an arrival counts.
    pub until: Tick,
    /// Ships that berthed.
    pub ships: Vec<Ship>,
    /// Fleets that may be used, and where each takes the pieces.
    pub destinations: Vec<(usize, usize)>,
}

/// A ship that berthed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ship {
    /// The terminal.
    pub port: usize,
    /// When.
    pub berthed: Tick,
    /// Pieces on board.
    pub pieces: i64,
}

/// Civil transport between two places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Mode.
    pub mode: Mode,
    /// Origin.
    pub from: usize,
    /// Destination.
    pub to: usize,
    /// Slots that one departure takes.
    pub load: i64,
    /// Moves that one departure needs at its origin; 0 when nothing is handled there.
    pub moves: i64,
    /// Ticks that a departure waits at most.
    pub patience: u32,
    /// When departures were asked for, and how many.
    pub asked: Vec<(Tick, i64)>,
}

/// Something of which there could be one more. Numbers are rows of the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// A slot in every window of a link.
    Slot(usize),
    /// A move in every hour at a terminal.
    Move(usize),
    /// A set of a fleet.
    Set(usize),
}

/// What a course of events came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Military pieces across the border in time.
    pub pieces: i64,
    /// Civil transports that got away.
    pub departures: i64,
}

/// What was seen of one course.
struct Watch<'a> {
    country: &'a Country,
    plan: &'a Plan,
    /// Slots of each edge, tick after tick.
    slots: Vec<Vec<u16>>,
    /// Moves of each place, tick after tick.
    moves: Vec<Vec<i64>>,
    /// First tick in which a stretch at each place was closed.
    stops_from: Vec<Option<Tick>>,
    /// When each ship of each movement berthed.
    berthed: Vec<Vec<Option<Tick>>>,
    /// Departures asked for by each demand, tick after tick.
    asked: Vec<Vec<i64>>,
    built: Vec<u32>,
    on_time: Vec<i64>,
    /// Movements that gathered somewhere, and where their ships berthed.
    gathered: Vec<bool>,
    ports: Vec<Vec<usize>>,
    /// Demands of which some transport changed its mode.
    shifted: Vec<bool>,
    /// Most units of each pool.
    units: Vec<u32>,
}

impl<'a> Watch<'a> {
    fn new(country: &'a Country, plan: &'a Plan) -> Self {
        let start = State::new(country, plan);
        Self {
            country,
            plan,
            slots: Vec::new(),
            moves: vec![Vec::new(); country.nodes.len()],
            stops_from: vec![None; country.nodes.len()],
            berthed: plan.movements.rows().iter().map(|row| vec![None; row.arrivals.len()]).collect(),
            asked: vec![Vec::new(); country.demands.len()],
            built: start.demand.built.rows().to_vec(),
            on_time: vec![0; plan.movements.len()],
            gathered: vec![false; plan.movements.len()],
            ports: vec![Vec::new(); plan.movements.len()],
            shifted: vec![false; country.demands.len()],
            units: vec![0; country.pools.len()],
        }
    }

    /// Looks at the state right after a tick.
    fn look(&mut self, state: &State) {
        let passed = Tick(state.tick.0 - 1);
        self.slots.push(state.network.capacity.rows().to_vec());
        for (edge, _) in state.network.capacity.iter().filter(|(_, slots)| **slots == 0) {
            let row = &self.country.edges[edge];
            for end in [row.from, row.to] {
                self.stops_from[end.index()].get_or_insert(passed);
            }
        }
        let quarter = i64::from(passed.0 % TICKS_PER_HOUR);
        for (row, seen) in state.terminals.rows.rows().iter().zip(&mut self.moves) {
            // The share of this quarter, as terminals work it.
            let (moves, quarters) = (i64::from(row.capacity), i64::from(TICKS_PER_HOUR));
            seen.push(moves * (quarter + 1) / quarters - moves * quarter / quarters);
        }
        for (id, row) in state.movements.iter() {
            self.gathered[id.index()] |= row.order.staging.is_some();
            self.ports[id.index()] = row.order.ports.iter().map(|port| port.index()).collect();
            for (ship, seen) in row.arrivals.iter().zip(&mut self.berthed[id.index()]) {
                if ship.phase > ArrivalPhase::Waiting && seen.is_none() {
                    *seen = Some(passed);
                }
            }
            if passed <= self.plan.movements[id].due {
                self.on_time[id.index()] = i64::from(row.delivered);
            }
        }
        for (pool, most) in state.pools.rows().iter().zip(&mut self.units) {
            *most = pool.units.max(*most);
        }
        for (_, row) in state.consignments.active() {
            if let What::Freight(demand) = row.what {
                self.shifted[demand.index()] |= row.mode != self.country.demands[demand].mode;
            }
        }
        if passed.starts_hour() {
            self.look_ahead(state, passed);
        }
    }

    /// The departures of an hour are laid out when it begins: those of its later quarters are still listed, the others left.
    fn look_ahead(&mut self, state: &State, passed: Tick) {
        let mut later = vec![vec![0_i64; state.demand.due.len()]; self.asked.len()];
        for (quarter, due) in state.demand.due.iter().enumerate().skip(1) {
            for demand in due {
                later[demand.index()][quarter] += 1;
            }
        }
        let growth = query::demand_growth(self.country, self.plan, state, passed);
        let rows = state.demand.built.iter().zip(&mut self.built).zip(&mut self.asked).zip(later);
        for ((((demand, now), was), asked), mut quarters) in rows {
            let hour = u64::from(growth(demand)) * u64::from(TICKS_PER_HOUR);
            let all = (u64::from(*was) + hour - u64::from(*now)) / u64::from(DEPARTURE_UNITS);
            quarters[0] = i64::try_from(all).unwrap_or(i64::MAX) - quarters.iter().sum::<i64>();
            asked.extend(quarters);
            *was = *now;
        }
    }

    /// Leaves out the departures that were laid out for after the last tick.
    fn stop(&mut self, ticks: u32) {
        for asked in &mut self.asked {
            asked.truncate(ticks as usize);
        }
    }

    /// Pieces in time, and civil departures: those asked for, less those given up and those that still stand.
    fn reached(&self, state: &State) -> Reached {
        let asked: i64 = self.asked.iter().flatten().sum();
        let given_up: i64 = state.totals.given_up.0.iter().map(|count| i64::from(*count)).sum();
        let stands = |row: &crate::sim::state::Consignment| {
            matches!(row.what, What::Freight(_)) && matches!(row.phase, Phase::Loading | Phase::Waiting)
        };
        let standing = state.consignments.active().filter(|(_, row)| stands(row)).count() as i64;
        Reached { pieces: self.on_time.iter().sum(), departures: asked - given_up - standing }
    }

    /// The better of two courses, wherever they differ.
    fn widen(&mut self, other: &Self) {
        for (own, other) in self.slots.iter_mut().flatten().zip(other.slots.iter().flatten()) {
            *own = (*own).max(*other);
        }
        for (own, other) in self.gathered.iter_mut().zip(&other.gathered) {
            *own |= other;
        }
        for (own, other) in self.gathered.iter_mut().zip(self.ports.iter().zip(&other.ports)) {
            *own |= other.0 != other.1;
        }
        for (own, other) in self.shifted.iter_mut().zip(&other.shifted) {
            *own |= other;
        }
        for (own, other) in self.units.iter_mut().zip(&other.units) {
            *own = (*own).max(*other);
        }
        let counts = self.moves.iter_mut().chain(&mut self.asked).flatten();
        for (own, other) in counts.zip(other.moves.iter().chain(&other.asked).flatten()) {
            *own = (*own).max(*other);
        }
        let moments = self.berthed.iter_mut().flatten().chain(&mut self.stops_from);
        for (own, other) in moments.zip(other.berthed.iter().flatten().chain(&other.stops_from)) {
            *own = own.iter().chain(other).min().copied();
        }
    }

    fn instance(&self, ticks: u32, lead_s: &[u32], players: Reached, nothing: Reached) -> Instance {
        let (country, plan) = (self.country, self.plan);
        Instance {
            ticks,
            places: country.nodes.iter().map(|(id, _)| self.place(id.index())).collect(),
            links: country
                .edges
                .ids()
                .flat_map(crate::sim::ids::EdgeId::links)
                .map(|link| self.link(ticks, link, lead_s.get(link.index()).copied().unwrap_or(0)))
                .collect(),
            fleets: country
                .fleets
                .rows()
                .iter()
                .map(|row| fleet(row, self.units[row.pool.index()]))
                .collect(),
            movements: plan.movements.ids().map(|id| self.movement(ticks, id)).collect(),
            demands: country.demands.ids().map(|id| self.demand(id)).collect(),
            players,
            nothing,
            given: Reached::default(),
        }
        .with_given(&self.gathered, &self.shifted)
    }

    fn place(&self, index: usize) -> Place {
        let row = &self.country.nodes.rows()[index];
        let moves = row.handling.map(|_| self.moves[index].clone());
        Place { last: row.kind == NodeKind::Abroad, stops_from: self.stops_from[index], moves }
    }

    /// A slot is booked at departure against the capacity of that moment, so the most that can be booked in a window is the
    /// greatest capacity from the earliest departure that enters it until its end.
    fn link(&self, ticks: u32, link: crate::sim::ids::LinkId, lead_s: u32) -> Link {
        let edge = &self.country.edges[link.edge()];
        let window_hours = u32::from(edge.window_hours.max(1));
        let window = window_hours * TICKS_PER_HOUR;
        let seen = |tick: u32| self.slots[tick as usize][link.edge().index()];
        let most = |number: u32| {
            let from = (number * window).saturating_sub(lead_s.div_ceil(SECONDS_PER_TICK));
            let until = ((number + 1) * window).min(ticks);
            i64::from((from..until).map(seen).max().unwrap_or(0))
        };
        Link {
            from: self.country.tail(link).index(),
            to: self.country.head(link).index(),
            mode: edge.mode,
            transit_s: edge.transit_s,
            window_hours,
            slots: (0..ticks.div_ceil(window)).map(most).collect(),
        }
    }

    fn movement(&self, ticks: u32, id: MovementId) -> Movement {
        let row = &self.plan.movements[id];
        let ships = row.arrivals.iter().zip(&self.berthed[id.index()]).zip(&self.ports[id.index()]);
        let ship = |((ship, berthed), port): ((&crate::sim::plan::Arrival, &Option<Tick>), &usize)| {
            Some(Ship { port: *port, berthed: (*berthed)?, pieces: i64::from(ship.pieces.sum()) })
        };
        let to = |row: &crate::sim::plan::Destination| (row.fleet.index(), row.to.index());
        Movement {
            until: row.due.min(Tick(ticks.saturating_sub(1))),
            ships: ships.filter_map(ship).collect(),
            destinations: row.destinations.iter().map(to).collect(),
        }
    }

    fn demand(&self, id: crate::sim::ids::DemandId) -> Demand {
        let row = &self.country.demands[id];
        let handled = self.country.nodes[row.from].handling.is_some();
        let asked = (0..).map(Tick).zip(self.asked[id.index()].iter().copied());
        Demand {
            mode: row.mode,
            from: row.from.index(),
            to: row.to.index(),
            load: i64::from(row.load),
            moves: if handled { i64::from(row.moves) } else { 0 },
            patience: row.patience.0,
            asked: asked.filter(|(_, count)| *count > 0).collect(),
        }
    }
}

/// A kind of departure with all units of its pool: that pools are shared is left out.
fn fleet(row: &crate::sim::country::Fleet, units: u32) -> Fleet {
    Fleet {
        mode: row.mode,
        sets: i64::from(units),
        cycle_hours: row.cycle.0 / TICKS_PER_HOUR,
        pieces: row.pieces.0.into_iter().map(i64::from).max().unwrap_or(0).max(1),
        load: i64::from(row.load),
    }
}

impl Instance {
    /// Reads the exercise up to the moment on the screen of a session, by running it again.
    pub fn of(session: &Session) -> Self {
        let (country, plan) = (session.country().as_ref(), session.plan().as_ref());
        let ticks = session.shown().tick.0;
        let mut lead_s = vec![0; country.link_count()];
        let mut run = |keep: &dyn Fn(&Record) -> bool| {
            let mut watch = Watch::new(country, plan);
            let end = session.run_again(Tick(ticks), keep, &mut |state| watch.look(state));
            let ways = plan.routes.paths.rows().iter().chain(&end.network.detours);
            longest_leads(ways, &mut lead_s);
            watch.stop(ticks);
            let reached = watch.reached(&end);
            (watch, reached)
        };
        let (mut watch, players) = run(&|_| true);
        // Injects and corrections are the staff's; everything else is a decision.
        let (other, nothing) = run(&|record| matches!(record.by.actor, Actor::Lead | Actor::Clock));
        watch.widen(&other);
        watch.instance(ticks, &lead_s, players, nothing)
    }

    /// Takes out what the bound does not look into.
    fn with_given(mut self, gathered: &[bool], shifted: &[bool]) -> Self {
        for (row, _) in self.movements.iter_mut().zip(gathered).filter(|(_, gathered)| **gathered) {
            self.given.pieces += row.ships.drain(..).map(|ship| ship.pieces).sum::<i64>();
        }
        for (row, _) in self.demands.iter_mut().zip(shifted).filter(|(_, shifted)| **shifted) {
            self.given.departures += row.asked.drain(..).map(|(_, count)| count).sum::<i64>();
        }
        self
    }

    /// Pieces on the ships that berthed, and civil transports that were asked for.
    pub fn asked(&self) -> Reached {
        let ships = self.movements.iter().flat_map(|row| &row.ships);
        let civil = self.demands.iter().flat_map(|row| &row.asked);
        Reached {
            pieces: ships.map(|ship| ship.pieces).sum::<i64>() + self.given.pieces,
            departures: civil.map(|(_, count)| count).sum::<i64>() + self.given.departures,
        }
    }

    /// The same with one unit more of something: a slot in every window, a move in every hour, or a set.
    #[must_use]
    pub fn with_one_more(&self, of: Extra) -> Self {
        let mut wider = self.clone();
        match of {
            Extra::Slot(link) => wider.links[link].slots.iter_mut().for_each(|slots| *slots += 1),
            Extra::Move(place) => {
                let moves = wider.places[place].moves.iter_mut().flatten();
                moves.step_by(TICKS_PER_HOUR as usize).for_each(|moves| *moves += 1);
            }
            Extra::Set(fleet) => wider.fleets[fleet].sets += 1,
        }
        wider
    }

    /// Hours that began.
    pub fn hours(&self) -> u32 {
        self.ticks.div_ceil(TICKS_PER_HOUR)
    }
}

/// Seconds between a departure and the moment a link is entered, at most, over these ways.
fn longest_leads<'a>(ways: impl Iterator<Item = &'a Path>, lead_s: &mut [u32]) {
    for step in ways.flat_map(|way| &way.steps) {
        if let Some(longest) = lead_s.get_mut(step.link.index()) {
            *longest = step.entry_s.max(*longest);
        }
    }
}
