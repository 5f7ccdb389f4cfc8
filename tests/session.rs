//! Sessions over the shipped exercise: determinism, recordings, looking back, going on after a crash.

mod broken_off;
mod capacities;
mod commands;
mod course_of_three_levels;
mod dossier;
mod evaluation;
mod flagship;
mod grey_zone;
mod life;
mod operator;
mod players;
mod quiet;
mod rounds;
mod script;
mod strategies;
mod thirty_trains;

use commands::random_command;
use doorvoerland::{
    geo::map::MapData,
    recording::entry::Entry,
    scenario::load::{self, Exercise},
    session::{Mode, Session, SubmitError, journal::Journal, replay::Opened},
    sim::{
        command::{Actor, By, Command},
        digest::digests,
        ids::InjectId,
        score::{CriterionScore, Served, impact, profile, served},
        time::{Span, Tick},
    },
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::{path::Path, sync::LazyLock};

static EXERCISE: LazyLock<Exercise> = LazyLock::new(|| {
    let map = MapData::built_in().expect("the built-in map is whole");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eerste-doorvoer.ron");
    load::open(&path, &map).unwrap_or_else(|faults| panic!("{faults}"))
});

const LEAD: By = By { actor: Actor::Lead, seat: 0 };

fn unrecorded() -> Session {
    Session::new(EXERCISE.country.clone(), EXERCISE.plan.clone(), None)
}

fn recorded(path: &Path) -> Session {
    let journal =
        Journal::create(path, &EXERCISE.country, &EXERCISE.plan, 0).expect("the folder can be written");
    Session::new(EXERCISE.country.clone(), EXERCISE.plan.clone(), Some(journal))
}

/// Plays with random commands, some of them refused, and says how many were accepted.
fn play(session: &mut Session, seed: u64, ticks: u32) -> usize {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut accepted = 0;
    while session.head().tick.0 < ticks {
        for _ in 0..dice.random_range(0..4) {
            let (by, command) = random_command(&mut dice, session);
            let later = if dice.random_range(0..4) == 0 { dice.random_range(1..40) } else { 0 };
            let effective = session.head().tick.after(Span(later));
            match session.submit(by, effective, command) {
                Ok(_) => accepted += 1,
                Err(SubmitError::Refused(_)) => {}
                Err(error) => panic!("{error}"),
            }
        }
        let left = ticks - session.head().tick.0;
        session.advance(dice.random_range(1..24).min(left)).expect("time can pass");
    }
    accepted
}

#[test]
fn two_runs_are_equal_table_by_table() {
    let (mut left, mut right) = (unrecorded(), unrecorded());
    for _ in 0..6 {
        left.advance(96).expect("nothing is recorded");
        for _ in 0..96 {
            right.advance(1).expect("nothing is recorded");
        }
        assert_eq!(digests(left.head()), digests(right.head()), "at {}", left.head().tick);
    }
    assert_eq!(left.advance(10).expect("the end is no error"), 0, "the plan is over");
}

#[test]
fn whatever_was_played_replays_to_the_same_hashes() {
    for seed in 0..4 {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("proef.oefening");
        let mut session = recorded(&path);
        let accepted = play(&mut session, seed, 400);
        assert!(accepted > 10, "seed {seed}: only {accepted} commands were accepted");
        session.save_point().expect("the disk works");
        let live = digests(session.head());
        drop(session);

        let opened = Opened::read(&path).expect("it was just written");
        let verified = opened.verify();
        assert_eq!(verified.divergence, None, "seed {seed}");
        assert_eq!(verified.commands, accepted, "seed {seed}");
        assert!(verified.digests > accepted, "one after each command and one each day");
        let mut replay = opened.into_replay(&path).expect("same rules");
        replay.seek(replay.last_tick());
        assert_eq!(digests(replay.head()), live, "seed {seed}");
        assert!(matches!(replay.submit(LEAD, Tick(400), fire(0)), Err(SubmitError::Replaying)));
    }
}

/// What the score makes of the head of a session.
fn scored(session: &Session) -> (Vec<CriterionScore>, Option<u32>, Vec<Served>) {
    let (country, state) = (session.country(), session.head());
    (profile(country, state), impact(country, state, None), served(country, state))
}

#[test]
fn the_score_of_a_replay_and_of_a_moment_seen_again_is_that_of_the_exercise() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("proef.oefening");
    let mut session = recorded(&path);
    play(&mut session, 11, 300);
    let live = scored(&session);
    assert!(live.1.is_some_and(|weight| weight > 0), "three days with injects cost something: {:?}", live.0);
    let again = session.state_at(Tick(200));
    session.save_point().expect("the disk works");
    let played_on = scored(&session);
    assert_eq!(played_on, live, "looking back changed nothing");
    drop(session);
    let mut replay = Opened::read(&path).expect("just written").into_replay(&path).expect("same rules");
    replay.seek(replay.last_tick());
    assert_eq!(scored(&replay), live);
    replay.seek(Tick(200));
    assert_eq!(replay.shown().score, again.score);
    assert_eq!(profile(replay.country(), replay.shown()), profile(replay.country(), &again));
}

fn fire(inject: u32) -> Command {
    Command::FireInject { inject: InjectId(inject) }
}

#[test]
fn any_moment_looks_as_it_did() {
    let mut session = unrecorded();
    let mut seen = vec![digests(session.head())];
    let mut dice = ChaCha8Rng::seed_from_u64(7);
    while session.head().tick < Tick(300) {
        for _ in 0..dice.random_range(0..3) {
            let (by, command) = random_command(&mut dice, &session);
            drop(session.submit(by, session.head().tick, command));
        }
        *seen.last_mut().expect("one for each tick") = digests(session.head());
        session.advance(1).expect("nothing is recorded");
        seen.push(digests(session.head()));
    }
    for _ in 0..60 {
        let tick = dice.random_range(0..300);
        session.seek(Tick(tick));
        assert_eq!(session.shown().tick, Tick(tick));
        assert_eq!(digests(session.shown()), seen[tick as usize], "at tick {tick}");
        assert!(session.is_looking_back());
    }
    assert!(matches!(session.submit(LEAD, Tick(300), fire(0)), Err(SubmitError::LookingBack)));
    assert!(matches!(session.advance(1), Err(SubmitError::LookingBack)));
    session.to_present();
    assert_eq!(digests(session.head()), seen[300], "looking back changed nothing");
}

#[test]
fn after_a_crash_the_exercise_goes_on_where_the_last_word_was_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("proef.oefening");
    let mut session = recorded(&path);
    play(&mut session, 3, 100);
    session.clock_changed(754, false, 60).expect("the disk works");
    session.save_point().expect("the disk works");
    let (live, log) = (digests(session.head()), session.log().to_vec());
    drop(session);
    // The last write was cut short.
    let mut bytes = std::fs::read(&path).expect("it was just written");
    bytes.extend_from_slice(b"999 0123 Comm");
    std::fs::write(&path, bytes).expect("the folder can be written");

    let (mut resumed, clock) = Session::resume(&path).expect("a torn tail is no obstacle");
    assert_eq!(digests(resumed.head()), live);
    assert_eq!(resumed.log(), log);
    assert_eq!((clock.played_s(), clock.is_running()), (754, false));
    assert_eq!(resumed.mode(), &Mode::Live);
    play(&mut resumed, 4, 200);
    resumed.close().expect("the disk works");
    let verified = Opened::read(&path).expect("it was just closed").verify();
    assert_eq!(verified.divergence, None);
    assert_eq!(verified.end, Tick(200));
    assert!(Session::resume(&path).is_err(), "a closed exercise stays closed");
}

#[test]
fn a_changed_command_is_found_even_when_the_chain_is_made_good() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("proef.oefening");
    let mut session = recorded(&path);
    session.advance(8).expect("time can pass");
    session.submit(LEAD, Tick(8), fire(0)).expect("accepted");
    session.advance(200).expect("time can pass");
    session.close().expect("the disk works");
    // Somebody writes the whole file anew with another decision in it.
    let forged = folder.path().join("vals.oefening");
    let entries = doorvoerland::recording::reader::read::<Entry>(&path).expect("sound").entries;
    let mut writer =
        doorvoerland::recording::writer::Writer::create(&forged, &entries[0]).expect("a new file");
    for entry in &entries[1..] {
        let mut entry = entry.clone();
        if let Entry::Command(record) = &mut entry {
            record.command = fire(1);
        }
        writer.append(&[entry]).expect("it fits");
    }
    writer.commit().expect("the disk works");
    let divergence =
        Opened::read(&forged).expect("the chain is good").verify().divergence.expect("the hashes are not");
    assert!(divergence.tables.contains(&"injects".to_owned()), "{divergence}");
    assert_eq!(divergence.tick, Tick(8));
}

#[test]
fn a_forecast_leaves_the_present_alone_and_fires_nothing() {
    let mut session = unrecorded();
    session.advance(20).expect("nothing is recorded");
    let before = digests(session.head());
    let later = session.forecast(&[], Span::hours(72), |_| {});
    assert_eq!(digests(session.head()), before);
    assert_eq!(later.tick, Tick(20 + 288));
    let sent = |state: &doorvoerland::sim::state::State| {
        state.injects.rows.rows().iter().filter(|row| row.sent.is_some()).count()
    };
    assert_eq!(sent(&later), sent(session.head()));
}

#[test]
fn every_recorded_exercise_still_replays() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    let mut seen = 0;
    for file in std::fs::read_dir(folder).expect("the folder is in the repository") {
        let path = file.expect("it can be read").path();
        if path.extension().is_some_and(|extension| extension == "oefening") {
            let verified = Opened::read(&path).unwrap_or_else(|error| panic!("{error}")).verify();
            assert!(verified.simulated, "{}: recorded under other rules: record it anew", path.display());
            assert_eq!(verified.divergence, None, "{}", path.display());
            assert!(verified.commands > 0 && verified.digests > 0, "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 0, "there is at least one recording");
}

#[test]
fn dragging_forward_through_the_past_shows_the_same_as_going_there_at_once() {
    let mut session = unrecorded();
    play(&mut session, 7, 120);
    let at_once = |tick: Tick| digests(&session.state_at(tick));
    let moments: Vec<Tick> = (0..120).step_by(7).map(Tick).collect();
    let wanted: Vec<_> = moments.iter().map(|tick| at_once(*tick)).collect();
    for (tick, wanted) in moments.iter().zip(wanted) {
        session.seek(*tick);
        assert_eq!(digests(session.shown()), wanted, "{tick}");
    }
    let copy = session.copy_at(Tick(50));
    assert_eq!(digests(copy.shown()), digests(&session.state_at(Tick(50))));
    assert_eq!(copy.log().last().map(|record| record.submitted <= Tick(50)), Some(true));
}
