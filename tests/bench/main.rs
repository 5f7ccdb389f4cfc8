//! How fast the simulation is: ticks per second of the default exercise, and seeking to any tick.
//!
//! `cargo bench --no-default-features` prints a table; with `-- exercise [RUNS]` the exercise alone, with
//! `-- layer [RUNS]` the transport layer alone, with `-- vital [RUNS]` the vital processes alone. Measures; asserts nothing about time.
#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

mod larger;

use doorvoerland::{
    geo::map::MapData,
    scenario::load::{self, Exercise},
    session::Session,
    sim::{
        digest::digests,
        effect::Effect,
        event::NullSink,
        state::State,
        step,
        time::{TICKS_PER_DAY, Tick},
    },
};
use larger::larger;
use std::{
    hint::black_box,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

/// Runs of the default exercise: some seconds, because a machine that is shared changes its pace from second to second.
const EXERCISE_RUNS: usize = 401;
/// Runs of the transport layer, of which the median counts.
const LAYER_RUNS: usize = 41;
/// Copies of the network in the largest country.
const COPIES: u32 = 30;

fn main() {
    let map = MapData::built_in().expect("the built-in map is whole");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eerste-doorvoer.ron");
    let exercise = load::open(&path, &map).expect("the default exercise is sound");
    if let Some(runs) = asked("layer", LAYER_RUNS) {
        return layer(&exercise, exercise.plan.end(), runs);
    }
    if let Some(runs) = asked("vital", LAYER_RUNS) {
        return vital(&map, runs);
    }
    if let Some(runs) = asked("exercise", EXERCISE_RUNS) {
        return alone(&exercise, runs);
    }
    let loaded = time(5, || load::open(&path, &map).expect("the default exercise is sound"));
    println!("{:<52}{:>12.1} ms", "load and build the default exercise", ms(loaded));
    let end = exercise.plan.end();
    alone(&exercise, EXERCISE_RUNS);
    let quiet = quiet_rate(&exercise);
    println!("{:<52}{quiet:>12.0} ticks/s", "of which the first quiet hours");
    layer(&exercise, end, LAYER_RUNS);
    vital(&map, LAYER_RUNS);
    let played = time(5, || play(&exercise, end));
    let rate = f64::from(end.0) / played.as_secs_f64();
    println!("{:<52}{rate:>12.0} ticks/s", "default exercise with history and keyframes");
    seek(&exercise, end);
    let state = run_to(&exercise, Tick(end.0 / 2));
    println!("{:<52}{:>12.3} ms", "digest of every table", ms(time(21, || digests(&state))));
    println!("{:<52}{:>12.3} ms", "copy of the state", ms(time(21, || state.clone())));
}

/// How many runs of one part were asked for, if it was.
fn asked(part: &str, runs: usize) -> Option<usize> {
    let mut arguments = std::env::args().skip_while(|argument| argument != part);
    arguments.next()?;
    Some(arguments.next().and_then(|given| given.parse().ok()).unwrap_or(runs).max(1))
}

/// Median of some runs.
fn time<T>(runs: usize, work: impl FnMut() -> T) -> Duration {
    times(runs, work)[runs / 2]
}

/// How long each of some runs took, in order of length.
fn times<T>(runs: usize, mut work: impl FnMut() -> T) -> Vec<Duration> {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    times
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn run_to(exercise: &Exercise, end: Tick) -> State {
    let mut state = State::new(&exercise.country, &exercise.plan);
    while state.tick < end {
        step::tick(&exercise.country, &exercise.plan, &mut state, &mut NullSink);
    }
    state
}

/// The default exercise without a sink: the median of the runs, and the best tenth, which is what the program can do where
/// nothing else uses the machine.
fn alone(exercise: &Exercise, count: usize) {
    let end = exercise.plan.end();
    let runs = times(count, || run_to(exercise, end));
    let rate = |run: Duration| f64::from(end.0) / run.as_secs_f64();
    let (median, best) = (rate(runs[count / 2]), rate(runs[count / 10]));
    println!("{:<52}{median:>12.0} ticks/s", "default exercise, one core, no sink");
    println!("{:<52}{best:>12.0} ticks/s", "  the best tenth of the runs");
}

/// The transport layer alone: as it is, at 2.3 times the demand (two thousand transports, many of them in queues), and in countries
/// three and thirty times as large.
fn layer(exercise: &Exercise, end: Tick, runs: usize) {
    for (percent, copies) in [(100, 1), (230, 1), (100, 3), (100, COPIES)] {
        let (mut country, mut plan) = larger(exercise, copies);
        for demand in country.demands.rows_mut() {
            demand.per_day_milli = demand.per_day_milli * percent / 100;
        }
        plan.derive(&country);
        let mut active = 0;
        let run = time(runs.div_ceil(copies as usize), || {
            let mut state = State::new(&country, &plan);
            active = 0;
            while state.tick < end {
                step::transport_tick(&country, &plan, &mut state, &mut NullSink);
                active += state.consignments.rows.len() - state.consignments.free.len();
            }
        });
        let label = format!("transport layer x {copies}, {} transports at a time", active / end.0 as usize);
        println!("{label:<52}{:>12.0} ticks/s", f64::from(end.0) / run.as_secs_f64());
    }
}

/// The vital processes alone: with every inject of an exercise at once, through a national blackout and the recovery from it, in which
/// something moves in every region in every tick, and with nothing damaged.
fn vital(map: &MapData, runs: usize) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut exercise =
        load::open(&here.join("scenarios/onder-druk.ron"), map).expect("the exercise is sound");
    let plan = Arc::make_mut(&mut exercise.plan);
    let effects: Vec<Effect> = plan.injects.rows().iter().flat_map(|inject| inject.effects.clone()).collect();
    plan.at_start.extend(effects);
    measure_vital("vital processes, all of Onder druk at once", &exercise, runs);
    let path = here.join("tests/validation/iberia.ron");
    let mut exercise = load::open(&path, map).expect("the validation case is sound");
    measure_vital("vital processes, national blackout", &exercise, runs);
    Arc::make_mut(&mut exercise.plan).at_start.clear();
    measure_vital("vital processes, no damage", &exercise, runs);
}

fn measure_vital(label: &str, exercise: &Exercise, runs: usize) {
    let end = exercise.plan.end();
    let start = State::new(&exercise.country, &exercise.plan);
    let copied = time(runs, || start.clone());
    let mut moved = 0;
    let run = time(runs, || {
        let mut state = start.clone();
        moved = 0;
        while state.tick < end {
            step::process_tick(&exercise.country, &exercise.plan, &mut state, &mut NullSink);
            moved += u32::from(state.processes.is_moving());
        }
        state
    });
    let run = run.saturating_sub(copied);
    let label = format!("{label}, {moved} of {} ticks", end.0);
    println!("{label:<52}{:>12.0} ticks/s", f64::from(end.0) / run.as_secs_f64());
}

fn quiet_rate(exercise: &Exercise) -> f64 {
    let ticks = 16;
    let taken = time(101, || run_to(exercise, Tick(ticks)));
    let start = time(101, || State::new(&exercise.country, &exercise.plan));
    f64::from(ticks) / (taken.saturating_sub(start)).as_secs_f64()
}

fn play(exercise: &Exercise, end: Tick) -> Session {
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
    session.advance(end.0).expect("nothing is recorded, so nothing can fail");
    session
}

fn seek(exercise: &Exercise, end: Tick) {
    let mut session = play(exercise, end);
    // A fixed walk over all ticks in a scattered order.
    let ticks: Vec<u32> = (0..end.0).map(|index| index * 389 % end.0).collect();
    let mut times: Vec<Duration> = ticks
        .iter()
        .map(|tick| {
            let start = Instant::now();
            session.seek(Tick(*tick));
            start.elapsed()
        })
        .collect();
    times.sort();
    let at = |share: usize| ms(times[(times.len() - 1) * share / 100]);
    println!(
        "{:<52}{:>12.2} ms (p95 {:.2}, worst {:.2})",
        "seek to any tick, median",
        at(50),
        at(95),
        at(100)
    );
    println!("{:<52}{:>12}", "keyframe distance, ticks", TICKS_PER_DAY);
}
