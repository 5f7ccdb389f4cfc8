//! The life of an exercise: what is possible in which stage, across pause, jump, crash, replay, looking back and branches.

use super::{EXERCISE, LEAD, fire};
use doorvoerland::{
    recording::entry::Entry,
    session::{Mode, Session, SubmitError, journal::Journal, replay::Opened},
    sim::{
        command::{Actor, By, Command},
        course::{Hindrance, Means, Stage, Steer, Times, Wall},
        digest::digests,
        ids::{InjectId, RoleId},
        plan::Plan,
        rounds::{Minutes, Round},
        time::{TICKS_PER_DAY, Tick},
    },
};
use std::{path::Path, sync::Arc};

pub(super) const PLAYER: By = By { actor: Actor::Role(RoleId(3)), seat: 1 };

/// The shipped exercise in three rounds of two days; the first stands still at the first inject.
pub(super) fn by_rounds() -> Arc<Plan> {
    let mut plan = Plan::clone(&EXERCISE.plan);
    let round = |number: u32| Round {
        name: doorvoerland::sim::plan::Text::default(),
        from: Tick(number * 2 * TICKS_PER_DAY),
        until: Tick((number + 1) * 2 * TICKS_PER_DAY),
        minutes: Minutes::default(),
        break_after: 10,
        stops: if number == 0 { vec![InjectId(0)] } else { Vec::new() },
    };
    plan.rounds = (0..3).map(round).collect();
    Arc::new(plan)
}

pub(super) fn times(minutes: u32) -> Times {
    let wall = Wall { utc_s: 1_790_000_000 + u64::from(minutes) * 60, ahead_min: 120 };
    Times { played_s: minutes * 60, wall: Some(wall) }
}

fn prepared() -> Session {
    Session::prepare(EXERCISE.country.clone(), EXERCISE.plan.clone(), None).expect("nothing is recorded")
}

pub(super) fn recorded(path: &Path, plan: &Arc<Plan>) -> Session {
    let journal = Journal::create(path, &EXERCISE.country, plan, 0).expect("the folder can be written");
    Session::prepare(EXERCISE.country.clone(), plan.clone(), Some(journal)).expect("the disk works")
}

pub(super) fn given(session: &mut Session, steer: Steer) {
    session.steer(LEAD, steer.clone()).unwrap_or_else(|error| panic!("{steer:?}: {error}"));
}

pub(super) fn hindrance<T: std::fmt::Debug>(outcome: Result<T, SubmitError>) -> Hindrance {
    match outcome {
        Err(SubmitError::Hindered(hindrance)) => hindrance,
        other => panic!("expected a hindrance, not {other:?}"),
    }
}

fn start() -> Steer {
    Steer::Start { by_rounds: false }
}

fn pause() -> Steer {
    Steer::Pause { minutes: None }
}

fn no_play() -> Steer {
    Steer::NoPlay { what: "Brandalarm".to_owned() }
}

fn release() -> Steer {
    Steer::Release { reason: "Het was loos alarm".to_owned() }
}

fn jump(to: u32) -> Steer {
    Steer::Jump { to: Tick(to), reason: "De zaal wil verder".to_owned() }
}

fn comcheck(reached: bool) -> Steer {
    Steer::Comcheck { role: RoleId(2), reached, how: Means::Phone, remark: String::new() }
}

/// A session in each stage, with what led there.
fn in_stage(stage: Stage) -> Session {
    let mut session = prepared();
    let ways: &[Steer] = match stage {
        Stage::Ready => &[],
        Stage::Running => &[start()],
        Stage::Paused => &[start(), pause()],
        Stage::Ended => &[start(), Steer::End],
        Stage::HotWash => &[start(), Steer::End, Steer::HotWash],
        Stage::Closed => &[start(), Steer::End, Steer::Close],
    };
    for steer in ways {
        given(&mut session, steer.clone());
    }
    assert_eq!(session.course().stage, stage);
    session
}

const STAGES: [Stage; 6] =
    [Stage::Ready, Stage::Running, Stage::Paused, Stage::Ended, Stage::HotWash, Stage::Closed];

/// Stages in which something can be done, by what `try_it` says.
fn possible(try_it: impl Fn(&mut Session) -> Result<(), SubmitError>) -> Vec<Stage> {
    let can = |stage: &Stage| match try_it(&mut in_stage(*stage)) {
        Ok(()) => true,
        Err(SubmitError::Hindered(Hindrance::Stage(named))) => {
            assert_eq!(named, *stage, "the refusal names the stage");
            false
        }
        Err(SubmitError::Replaying) if *stage == Stage::Closed => false,
        Err(error) => panic!("{stage:?}: {error}"),
    };
    STAGES.into_iter().filter(can).collect()
}

#[test]
fn every_edge_of_life_is_open_where_it_should_be_and_nowhere_else() {
    use Stage::{Ended, HotWash, Paused, Ready, Running};
    let steers = [
        (Steer::Prepare, vec![]),
        (start(), vec![Ready]),
        (pause(), vec![Running]),
        (Steer::Pause { minutes: Some(10) }, vec![Running]),
        (Steer::Resume, vec![Paused]),
        (Steer::End, vec![Running, Paused]),
        (Steer::HotWash, vec![Ended]),
        (Steer::Close, vec![Ended, HotWash]),
        (no_play(), vec![Ready, Running, Paused, Ended, HotWash]),
        (comcheck(true), vec![Ready, Running, Paused, Ended, HotWash]),
        (jump(8), vec![Running]),
    ];
    for (steer, stages) in steers {
        let by = if steer == Steer::Prepare { By { actor: Actor::Clock, seat: 0 } } else { LEAD };
        let found = possible(|session| {
            let may = session.may_steer(by, &steer).is_ok();
            let outcome = session.steer(by, steer.clone());
            assert_eq!(may, outcome.is_ok(), "{steer:?}");
            outcome
        });
        assert_eq!(found, stages, "{steer:?}");
    }
}

#[test]
fn commands_remarks_and_time_have_their_stages_too() {
    use Stage::{Ended, HotWash, Paused, Ready, Running};
    let hold = || Command::HoldInject { inject: InjectId(0), hold: true };
    let now = Tick(0);
    // What is closed is a recording: it plays, and is at its end.
    assert_eq!(possible(|session| session.advance(1).map(drop)), [Running, Stage::Closed]);
    assert_eq!(possible(|session| session.submit(LEAD, now, hold()).map(drop)), [Ready, Running, Paused]);
    assert_eq!(possible(|session| session.submit(LEAD, now, fire(0)).map(drop)), [Running, Paused]);
    let remark = |session: &mut Session| session.remark(LEAD, "Opgelet", false);
    let until_closed = [Ready, Running, Paused, Ended, HotWash];
    assert_eq!(
        possible(|session| if session.mode() == &Mode::Live {
            remark(session)
        } else {
            Err(SubmitError::Replaying)
        }),
        until_closed
    );
    // A player does nothing before STARTEX.
    assert_eq!(hindrance(in_stage(Ready).submit(PLAYER, now, hold())), Hindrance::Stage(Ready));
    assert!(matches!(in_stage(Running).submit(PLAYER, now, hold()), Err(SubmitError::Refused(_))));
}

#[test]
fn only_the_lead_steers_but_anybody_calls_no_play() {
    let mut session = in_stage(Stage::Running);
    assert_eq!(hindrance(session.steer(PLAYER, pause())), Hindrance::LeadOnly);
    assert_eq!(hindrance(session.steer(LEAD, Steer::Prepare)), Hindrance::ClockOnly);
    assert_eq!(hindrance(session.steer(LEAD, release())), Hindrance::NoEmergency);
    session.steer(PLAYER, no_play()).expect("anybody may");
    assert_eq!(session.course().no_play.as_ref().map(|row| row.what.as_str()), Some("Brandalarm"));
    assert!(!session.course().counts(), "no playing time passes");
    for steer in [pause(), Steer::End, jump(4), no_play()] {
        assert_eq!(hindrance(session.steer(LEAD, steer)), Hindrance::NoPlay);
    }
    assert_eq!(hindrance(session.submit(LEAD, Tick(0), fire(0))), Hindrance::NoPlay);
    assert_eq!(hindrance(session.advance(1)), Hindrance::NoPlay);
    session.remark(LEAD, "De brandweer is er", false).expect("a remark is still possible");
    given(&mut session, comcheck(false));
    assert_eq!(hindrance(session.steer(PLAYER, release())), Hindrance::LeadOnly);
    let mute = Steer::Release { reason: " ".to_owned() };
    assert_eq!(hindrance(session.steer(LEAD, mute)), Hindrance::ReasonMissing);
    given(&mut session, release());
    assert_eq!(session.course().stage, Stage::Paused, "nobody slides back into play");
    given(&mut session, Steer::Resume);
    assert_eq!(session.advance(1).expect("it goes on"), 1);
}

#[test]
fn a_jump_computes_everything_in_between() {
    let mut plain = in_stage(Stage::Running);
    plain.advance(300).expect("nothing is recorded");
    let mut jumped = in_stage(Stage::Running);
    jumped.advance(20).expect("nothing is recorded");
    assert_eq!(
        hindrance(jumped.steer(LEAD, jump(20))),
        Hindrance::JumpOutside { from: Tick(21), last: EXERCISE.plan.end() }
    );
    given(&mut jumped, jump(300));
    assert_eq!(jumped.course().target(jumped.head().tick), Some(Tick(300)));
    assert_eq!(hindrance(jumped.steer(LEAD, jump(310))), Hindrance::Computing(Tick(300)));
    // Paused and resumed on the way, it still goes where it was going.
    assert_eq!(jumped.advance(100).expect("nothing is recorded"), 100);
    given(&mut jumped, pause());
    assert_eq!(hindrance(jumped.advance(1)), Hindrance::Stage(Stage::Paused));
    given(&mut jumped, Steer::Resume);
    assert_eq!(jumped.advance(10_000).expect("nothing is recorded"), 180, "and not further");
    assert_eq!(digests(jumped.head()), digests(plain.head()));
    assert_eq!(jumped.advance(1).expect("a clock that runs on"), 1);
}

#[test]
fn the_life_of_an_exercise_is_in_its_recording() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("leven.oefening");
    let mut session = recorded(&path, &EXERCISE.plan);
    session.tell_times(times(0));
    given(&mut session, comcheck(false));
    assert_eq!(hindrance(session.submit(PLAYER, Tick(0), fire(0))), Hindrance::Stage(Stage::Ready));
    given(&mut session, start());
    session.advance(40).expect("time can pass");
    session.tell_times(times(12));
    session.submit(LEAD, Tick(40), fire(3)).expect("accepted");
    given(&mut session, pause());
    given(&mut session, no_play());
    given(&mut session, release());
    given(&mut session, Steer::Resume);
    session.tell_times(times(20));
    session.advance(60).expect("time can pass");
    given(&mut session, Steer::End);
    session.tell_times(times(25));
    given(&mut session, Steer::HotWash);
    let (steered, live) = (session.steered().to_vec(), digests(session.head()));
    given(&mut session, Steer::Close);
    assert_eq!(session.mode(), &Mode::Replay(Tick(100)));

    let opened = Opened::read(&path).expect("just closed");
    assert!(opened.sealed && opened.verify().divergence.is_none());
    assert_eq!(opened.clock.played_s(), 25 * 60);
    let refused = opened.entries().iter().filter(|entry| matches!(entry, Entry::Hindered { .. })).count();
    assert_eq!(refused, 1, "what could not be done is written down too");
    let mut replay = opened.into_replay(&path).expect("same rules");
    let read: Vec<_> = replay.steered()[..steered.len()].to_vec();
    assert_eq!(read, steered, "with who, when and at which times");
    assert_eq!(replay.course().stage, Stage::Closed);
    replay.seek(Tick(40));
    assert_eq!(replay.course_shown().stage, Stage::Running, "it went on at the same moment");
    assert_eq!(replay.times_shown(), times(20), "what was known when time went on from there");
    assert_eq!(replay.track().of_command(1), times(12));
    replay.seek(Tick(100));
    assert_eq!(digests(replay.shown()), live);
    assert_eq!(replay.course_shown().stage, Stage::Closed);
}

#[test]
fn looking_back_shows_the_stage_of_then_and_steers_nothing() {
    let mut session = in_stage(Stage::Ready);
    session.tell_times(times(0));
    given(&mut session, start());
    session.advance(50).expect("nothing is recorded");
    session.tell_times(times(9));
    given(&mut session, pause());
    session.seek(Tick(10));
    assert_eq!((session.course_shown().stage, session.course().stage), (Stage::Running, Stage::Paused));
    assert_eq!(session.times_shown(), times(0));
    assert!(matches!(session.steer(LEAD, Steer::Resume), Err(SubmitError::LookingBack)));
    session.to_present();
    given(&mut session, Steer::Resume);
    assert_eq!(session.course_shown().stage, Stage::Running);
}

#[test]
fn on_a_second_laptop_it_goes_on_in_the_same_stage() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("eerste.oefening");
    let mut session = recorded(&path, &EXERCISE.plan);
    session.tell_times(times(0));
    given(&mut session, comcheck(true));
    given(&mut session, start());
    session.advance(30).expect("time can pass");
    session.tell_times(times(14));
    given(&mut session, Steer::Pause { minutes: Some(15) });
    let (course, state) = (session.course().clone(), digests(session.head()));
    drop(session);
    // A stick with a copy whose last line was cut short, in another folder.
    let other = tempfile::tempdir().expect("another folder");
    let copy = other.path().join("tweede.oefening");
    let mut bytes = std::fs::read(&path).expect("it was just written");
    bytes.extend_from_slice(b"17 0123456789abcdef0123456789abcdef Steer(tick:30,by:(act");
    std::fs::write(&copy, bytes).expect("the folder can be written");
    drop(folder);

    let (mut resumed, clock) = Session::resume(&copy).expect("nothing but the file is needed");
    assert_eq!(resumed.course(), &course);
    assert_eq!(digests(resumed.head()), state);
    assert_eq!((clock.played_s(), clock.is_running()), (14 * 60, false));
    assert_eq!(resumed.course().pause.and_then(|pause| pause.until()), times(29).wall);
    assert_eq!(hindrance(resumed.advance(1)), Hindrance::Stage(Stage::Paused));
    given(&mut resumed, Steer::Resume);
    resumed.advance(30).expect("time can pass");
    resumed.close().expect("the disk works");
    let opened = Opened::read(&copy).expect("just closed");
    assert!(opened.sealed);
    assert_eq!((opened.verify().divergence, opened.end), (None, Tick(60)));
}

#[test]
fn a_card_from_before_now_gets_two_offers_and_both_work() {
    use doorvoerland::sim::check::Refusal;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("kaart.oefening");
    let mut session = recorded(&path, &EXERCISE.plan);
    session.tell_times(times(0));
    given(&mut session, start());
    session.advance(50).expect("time can pass");
    session.submit(LEAD, Tick(60), fire(4)).expect("a card for later waits for its time");
    session.advance(50).expect("time can pass");
    assert_eq!(session.head().injects.rows[InjectId(4)].sent, Some(Tick(60)), "not the moment of typing");
    let before = session.submit(LEAD, Tick(30), fire(3));
    let Err(SubmitError::Refused(Refusal::InThePast { now, effective })) = before else {
        panic!("a card from before now is refused, not {before:?}")
    };
    assert_eq!((now, effective), (Tick(100), Tick(30)));
    // From the time on the card, in another course of the exercise.
    let other = folder.path().join("variant.oefening");
    let (mut branch, _) = session.branch_off(effective, &other).expect("the recording reaches that far");
    assert_eq!((branch.head().tick, branch.course().stage), (Tick(30), Stage::Running));
    assert_eq!(digests(branch.head()), digests(&session.state_at(Tick(30))), "the same past");
    branch.submit(LEAD, effective, fire(3)).expect("it is now there");
    branch.advance(70).expect("time can pass");
    assert_eq!(branch.head().injects.rows[InjectId(4)].sent, None, "what came later is not in it");
    branch.close().expect("the disk works");
    let opened = Opened::read(&other).expect("just closed");
    assert_eq!(opened.verify().divergence, None);
    let named = |entry: &Entry| matches!(entry, Entry::Branch { parent, tick: Tick(30), .. } if parent == "kaart.oefening");
    assert!(opened.entries().iter().any(named), "it names the one it leaves");
    // Or from now, here.
    session.submit(LEAD, now, fire(3)).expect("from now");
    assert_eq!(session.head().injects.rows[InjectId(3)].sent, Some(Tick(100)));
    assert!(session.branch_off(Tick(101), &folder.path().join("x.oefening")).is_err(), "not reached yet");
}

#[test]
fn a_closed_exercise_can_be_left_from_any_stage_of_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("klaar.oefening");
    let mut session = recorded(&path, &EXERCISE.plan);
    session.tell_times(times(0));
    given(&mut session, start());
    session.advance(20).expect("time can pass");
    given(&mut session, pause());
    session.close().expect("ENDEX comes by itself");
    let stages: Vec<Steer> = session.steered().iter().map(|row| row.steer.clone()).collect();
    assert_eq!(stages[stages.len() - 2..], [Steer::End, Steer::Close]);
    let other = folder.path().join("verder.oefening");
    let (mut branch, _) = Session::branch(&path, Tick(20), &other).expect("a closed one too");
    assert_eq!((branch.mode(), branch.course().stage), (&Mode::Live, Stage::Paused), "before ENDEX");
    given(&mut branch, Steer::Resume);
    assert_eq!(branch.advance(5).expect("time can pass"), 5);
}
