//! How fast the parts of the simulation are by themselves: the transport layer, in countries of one and more networks, and the
//! vital processes. Measures; asserts nothing about time.
//!
//! Every line says what it ran: how many transports were there at a time and how many of those were on their way, or in how many
//! ticks something of the vital processes moved. Only the ticks are timed, not making the first state. Behind a line stand the
//! median of the runs and the best tenth of them, which is what the program can do where nothing else uses the machine.
//! Look next at `larger` for the countries of more than one network.

use crate::{larger::larger, rate};
use doorvoerland::{
    geo::map::MapData,
    scenario::load::{self, Exercise},
    sim::{
        country::Country,
        effect::Effect,
        event::NullSink,
        plan::Plan,
        state::{Phase, State},
        step,
        time::Tick,
    },
};
use std::{
    hint::black_box,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

/// Copies of the network in the largest country.
const COPIES: u32 = 30;

/// One country to measure the transport layer in.
struct Case {
    name: &'static str,
    /// Demand, in hundredths of the ordinary.
    demand: u32,
    /// Slots, moves and what neighbours accept, in hundredths of the ordinary.
    room: u32,
    copies: u32,
}

/// As it is; with two thousand under way, for which there has to be more room; with more than twice the demand in the same room, so
/// that much of it waits; three and thirty times the network.
const CASES: [Case; 5] = [
    Case { name: "as it is", demand: 100, room: 100, copies: 1 },
    Case { name: "2 000 under way", demand: 315, room: 315, copies: 1 },
    Case { name: "2 000, many wait", demand: 230, room: 100, copies: 1 },
    Case { name: "network x 3", demand: 100, room: 100, copies: 3 },
    Case { name: "network x 30", demand: 100, room: 100, copies: COPIES },
];

/// The transport layer alone, in every case or the one of this number.
pub fn transport(exercise: &Exercise, runs: usize, only: Option<usize>) {
    let mut first = None;
    for (_, case) in CASES.iter().enumerate().filter(|(number, _)| only.is_none_or(|only| only == *number)) {
        let (country, plan) = case.country(exercise);
        let end = plan.end();
        let (there, moving) = count(&country, &plan, end);
        let label = format!("transport layer, {}: {there} there, {moving} moving", case.name);
        let tick = |state: &mut State| step::transport_tick(&country, &plan, state, &mut NullSink);
        let times = times(runs.div_ceil(case.copies as usize).max(3), &country, &plan, end, tick);
        let best = rate(&label, end, &times);
        let growth = best.as_secs_f64() / first.get_or_insert(best).as_secs_f64();
        if case.copies > 1 && only.is_none() {
            println!("{:<66}{growth:>12.1} times as long", "  a tick takes");
        }
    }
}

impl Case {
    fn country(&self, exercise: &Exercise) -> (Country, Plan) {
        let (mut country, mut plan) = larger(exercise, self.copies);
        for demand in country.demands.rows_mut() {
            demand.per_day_milli = demand.per_day_milli * self.demand / 100;
        }
        let more = |count: u16| u16::try_from(u32::from(count) * self.room / 100).unwrap_or(u16::MAX);
        for edge in country.edges.rows_mut() {
            edge.slots = more(edge.slots);
        }
        for node in country.nodes.rows_mut() {
            node.accepts_per_day = node.accepts_per_day.map(more);
            if let Some(handling) = &mut node.handling {
                handling.moves_per_hour = more(handling.moves_per_hour);
            }
        }
        plan.derive(&country);
        (country, plan)
    }
}

/// How many transports there are in a mean tick, and how many of those are on their way.
fn count(country: &Country, plan: &Plan, end: Tick) -> (usize, usize) {
    let mut state = State::new(country, plan);
    let (mut there, mut moving) = (0, 0);
    while state.tick < end {
        step::transport_tick(country, plan, &mut state, &mut NullSink);
        there += state.consignments.active().count();
        moving += state.consignments.active().filter(|(_, row)| row.phase == Phase::Moving).count();
    }
    let ticks = end.0.max(1) as usize;
    (there / ticks, moving / ticks)
}

/// The vital processes alone: with every inject of an exercise at once, through a national blackout and the recovery from it, in which
/// something moves in every region in every tick, and with nothing damaged.
pub fn vital(map: &MapData, runs: usize, only: Option<usize>) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let open = |path: &str| load::open(&here.join(path), map).expect("the exercise is sound");
    let mut pressed = open("scenarios/onder-druk.ron");
    let plan = Arc::make_mut(&mut pressed.plan);
    let effects: Vec<Effect> = plan.injects.rows().iter().flat_map(|inject| inject.effects.clone()).collect();
    plan.at_start.extend(effects);
    let blackout = open("tests/validation/iberia.ron");
    let mut quiet = blackout.clone();
    Arc::make_mut(&mut quiet.plan).at_start.clear();
    let cases =
        [("all of Onder druk at once", pressed), ("national blackout", blackout), ("no damage", quiet)];
    for (_, (name, exercise)) in
        cases.iter().enumerate().filter(|(number, _)| only.is_none_or(|only| only == *number))
    {
        measure_vital(name, exercise, runs);
    }
}

fn measure_vital(name: &str, exercise: &Exercise, runs: usize) {
    let (country, plan, end) = (&*exercise.country, &*exercise.plan, exercise.plan.end());
    let tick = |state: &mut State| step::process_tick(country, plan, state, &mut NullSink);
    let mut state = State::new(country, plan);
    let (mut moved, mut damaged) = (0, 0);
    while state.tick < end {
        tick(&mut state);
        moved += u32::from(state.processes.is_moving());
        damaged += state.damages.open.len();
    }
    let damaged = damaged / end.0.max(1) as usize;
    let label = format!("vital processes, {name}: {damaged} damages, {moved} of {} ticks", end.0);
    rate(&label, end, &times(runs, country, plan, end, tick));
}

/// How long each of some runs took, in order of length.
fn times(runs: usize, country: &Country, plan: &Plan, end: Tick, tick: impl Fn(&mut State)) -> Vec<Duration> {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let mut state = State::new(country, plan);
            let start = Instant::now();
            while state.tick < end {
                tick(&mut state);
            }
            let taken = start.elapsed();
            black_box(state);
            taken
        })
        .collect();
    times.sort();
    times
}
