//! How fast the simulation is: ticks per second of the default exercise, and seeking to any tick.
//!
//! `cargo bench --no-default-features` prints a table; with `-- exercise [RUNS]` the exercise alone, with
//! `-- layer [RUNS [CASE]]` the transport layer alone, with `-- vital [RUNS [CASE]]` the vital processes alone: all their cases, or one
//! by its number from 0. Measures; asserts nothing about time.
#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

mod larger;
mod layer;

use doorvoerland::{
    geo::map::MapData,
    scenario::load::{self, Exercise},
    session::Session,
    sim::{
        digest::digests,
        event::NullSink,
        state::State,
        step,
        time::{TICKS_PER_DAY, Tick},
    },
};
use std::{
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// Runs of the default exercise: some seconds, because a machine that is shared changes its pace from second to second.
const EXERCISE_RUNS: usize = 401;
/// Runs of the transport layer, of which the median counts.
const LAYER_RUNS: usize = 41;

fn main() {
    let map = MapData::built_in().expect("the built-in map is whole");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eerste-doorvoer.ron");
    let exercise = load::open(&path, &map).expect("the default exercise is sound");
    if let Some((runs, case)) = asked("layer", LAYER_RUNS) {
        return layer::transport(&exercise, runs, case);
    }
    if let Some((runs, case)) = asked("vital", LAYER_RUNS) {
        return layer::vital(&map, runs, case);
    }
    if let Some((runs, _)) = asked("exercise", EXERCISE_RUNS) {
        return alone(&exercise, runs);
    }
    let loaded = time(5, || load::open(&path, &map).expect("the default exercise is sound"));
    println!("{:<66}{:>12.1} ms", "load and build the default exercise", ms(loaded));
    let end = exercise.plan.end();
    alone(&exercise, EXERCISE_RUNS);
    let quiet = quiet_rate(&exercise);
    println!("{:<66}{quiet:>12.0} ticks/s", "of which the first quiet hours");
    layer::transport(&exercise, LAYER_RUNS, None);
    layer::vital(&map, LAYER_RUNS, None);
    let played = time(5, || play(&exercise, end));
    let rate = f64::from(end.0) / played.as_secs_f64();
    println!("{:<66}{rate:>12.0} ticks/s", "default exercise with history and keyframes");
    seek(&exercise, end);
    let state = run_to(&exercise, Tick(end.0 / 2));
    println!("{:<66}{:>12.3} ms", "digest of every table", ms(time(21, || digests(&state))));
    println!("{:<66}{:>12.3} ms", "copy of the state", ms(time(21, || state.clone())));
}

/// How many runs of one part were asked for, if it was, and which of its cases.
fn asked(part: &str, runs: usize) -> Option<(usize, Option<usize>)> {
    let mut arguments = std::env::args().skip_while(|argument| argument != part);
    arguments.next()?;
    let mut number = || arguments.next().and_then(|given| given.parse().ok());
    Some((number().unwrap_or(runs).max(1), number()))
}

/// Prints ticks per second: by the median of some runs in order of length, and by the best tenth of them. Gives the latter.
fn rate(label: &str, end: Tick, runs: &[Duration]) -> Duration {
    let rate = |run: Duration| f64::from(end.0) / run.as_secs_f64();
    let (median, best) = (runs[runs.len() / 2], runs[runs.len() / 10]);
    println!("{label:<66}{:>12.0} ticks/s, best {:.0}", rate(median), rate(best));
    best
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

/// The default exercise without a sink.
fn alone(exercise: &Exercise, count: usize) {
    let end = exercise.plan.end();
    rate("default exercise, one core, no sink", end, &times(count, || run_to(exercise, end)));
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
        "{:<66}{:>12.2} ms (p95 {:.2}, worst {:.2})",
        "seek to any tick, median",
        at(50),
        at(95),
        at(100)
    );
    println!("{:<66}{:>12}", "keyframe distance, ticks", TICKS_PER_DAY);
}
