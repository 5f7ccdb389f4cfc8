//! The program killed at any moment: nothing it said is lost, the recording verifies, and play goes on.

use super::{BINARY, BUILT_IN, Dice, Place};
use doorvoerland::{recording::entry::Entry, session::replay::Opened, text::scenario_time};
use std::{
    fs,
    process::{Command, Stdio},
    thread::{self, sleep},
    time::{Duration, Instant},
};

/// Kills; each at another moment.
const KILLS: u64 = 50;
/// Runs that go on at the same time.
const AT_ONCE: usize = 5;
/// Numbers of the commands in a recording.
pub(super) fn commands(opened: &Opened) -> Vec<u32> {
    let seq = |entry: &Entry| if let Entry::Command(record) = entry { Some(record.seq) } else { None };
    opened.entries().iter().filter_map(seq).collect()
}

/// Numbers of the decisions that were said to be accepted, as far as their line is complete.
fn told(out: &str) -> Vec<u32> {
    let complete = &out[..out.rfind('\n').map_or(0, |at| at + 1)];
    let number = |line: &str| line.strip_prefix("Besluit ")?.split(' ').next()?.parse().ok();
    complete.lines().filter_map(number).collect()
}

/// Starts a slow run, kills it after some time, and gives what it said.
fn killed_after(place: &Place, name: &str, ms: u64) -> String {
    let out = place.path(&format!("{name}.said.txt"));
    let mut child = Command::new(BINARY)
        .current_dir(place.path(""))
        .args(["run", BUILT_IN, "--days", "2", "--pace", "1", "--lang", "nl", "--recording", name])
        .stdout(fs::File::create(&out).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(ms) && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    fs::read_to_string(&out).unwrap()
}

/// Kills a run after some time and goes on with what it left. The name of its recording, if that can be verified, and
/// whether it had said a decision.
fn kill_once(place: &Place, kill: u64, ms: u64) -> (Option<String>, bool) {
    let name = format!("kill-{kill}.oefening");
    let said = killed_after(place, &name, ms);
    let told = told(&said);
    if !place.path(&name).exists() {
        assert_eq!(told, [0_u32; 0], "kill {kill} after {ms} ms");
        return (None, false);
    }
    let continued = place.run(&["continue", "--no-play", &name]);
    match Opened::read(&place.path(&name)) {
        Ok(opened) => {
            let found = commands(&opened);
            let all = told.iter().all(|seq| found.contains(seq));
            assert!(all, "kill {kill} after {ms} ms: {told:?} {found:?}");
            let in_order = found.iter().copied().eq(1..=found.len() as u32);
            assert!(in_order, "kill {kill} after {ms} ms: {found:?}");
            continued.ended(0).names(&[&scenario_time(opened.plan().start, opened.end), &name]);
            (Some(name), !told.is_empty())
        }
        Err(error) => {
            assert!(told.is_empty(), "kill {kill} after {ms} ms: {error}");
            continued.ended(2).names(&[&name]);
            let begun = fs::metadata(place.path(&name)).unwrap().len() > 0;
            (begun.then_some(name), false)
        }
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_said() {
    let place = Place::new();
    let mut dice = Dice(20_261_121);
    // The latest moment is about when a run ends: several at once take longer than one alone.
    let start = Instant::now();
    killed_after(&place, "whole.oefening", u64::MAX);
    let latest = start.elapsed().as_millis() as u64 * 3 / 2;
    let moments: Vec<(u64, u64)> = (0..KILLS).map(|kill| (kill, dice.below(latest))).collect();
    // Most of the time is spent waiting for the moment: several runs wait at once.
    let mut outcomes: Vec<(Option<String>, bool)> = thread::scope(|scope| {
        let lines = moments.chunks(moments.len().div_ceil(AT_ONCE)).map(|line| {
            let place = &place;
            scope
                .spawn(move || line.iter().map(|(kill, ms)| kill_once(place, *kill, *ms)).collect::<Vec<_>>())
        });
        let lines: Vec<_> = lines.collect();
        lines.into_iter().flat_map(|line| line.join().unwrap()).collect()
    });
    // A machine that was busier then than before: later and later, until one came after a decision.
    let mut later = latest;
    while !outcomes.iter().any(|(_, decided)| *decided) {
        assert!(later < 600_000, "no kill came after a decision: the run is too slow for this machine");
        later *= 2;
        outcomes.push(kill_once(&place, outcomes.len() as u64, later));
    }
    let names: Vec<String> = outcomes.into_iter().filter_map(|(name, _)| name).collect();
    let mut args = vec!["verify"];
    args.extend(names.iter().map(String::as_str));
    place.run(&args).ended(0);
}

#[test]
fn a_killed_exercise_goes_on_to_the_same_end_as_one_that_was_not() {
    let place = Place::new();
    let whole =
        place.run(&["run", BUILT_IN, "--days", "2", "--json", "--recording", "whole.oefening"]).ended(0).out;
    let (mut ms, mut name) = (900, String::new());
    // Between its first decision and its end: how long that takes differs between machines.
    for attempt in 0..20 {
        name = format!("killed-{attempt}.oefening");
        let said = killed_after(&place, &name, ms);
        let closed = Opened::read(&place.path(&name)).is_ok_and(|opened| opened.sealed);
        if !told(&said).is_empty() && !closed {
            break;
        }
        ms = if closed { ms * 2 / 3 } else { ms * 3 / 2 };
    }
    place.run(&["continue", &name, "--json"]).ended(0).names(&[whole.trim_end()]);
    place.run(&["verify", &name]).ended(0).names(&["afgesloten, tot D+2 06:00"]);
}

#[test]
fn a_recording_in_use_is_left_alone() {
    let place = Place::new();
    let mut child = Command::new(BINARY)
        .current_dir(place.path(""))
        .args(["run", BUILT_IN, "--days", "2", "--pace", "60000", "--recording", "a.oefening"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while fs::metadata(place.path("a.oefening")).map_or(0, |found| found.len()) < 10_000 {
        assert!(child.try_wait().unwrap().is_none(), "the run ended before its recording began");
        sleep(Duration::from_millis(10));
    }
    place.run(&["continue", "a.oefening"]).ended(2).names(&["in gebruik", "a.oefening"]);
    let again = ["run", BUILT_IN, "--days", "1", "--recording", "a.oefening", "--force"];
    place.run(&again).ended(2).names(&["in gebruik", "a.oefening"]);
    if cfg!(unix) {
        place.run(&["verify", "a.oefening"]).ended(0).names(&["ompleet tot hier"]);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    place.run(&["verify", "a.oefening"]).ended(0).names(&["ompleet tot hier"]);
}
