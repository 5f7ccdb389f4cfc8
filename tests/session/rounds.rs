//! Playing by rounds: the minute plan and its countdown, running a period, standing still at an inject, rounds that are left
//! out or made shorter.

use super::{
    EXERCISE, LEAD,
    life::{PLAYER, by_rounds, given, hindrance, recorded, times},
};
use doorvoerland::{
    auto::players::Players,
    session::{Session, course::Stand, replay::Opened, retiming::due},
    sim::{
        course::{Hindrance, Stage, Steer, Times},
        digest::digests,
        ids::InjectId,
        rounds::{Minutes, Part},
        state::InjectStatus,
        time::{TICKS_PER_DAY, Tick},
    },
    text::{Language, Texts},
};

fn begin(round: u8) -> Steer {
    Steer::BeginRound { round }
}

fn drop_round(round: u8, into: Option<u8>) -> Steer {
    Steer::DropRound { round, into, reason: "Geen tijd meer".to_owned() }
}

fn shorten(round: u8, until: Option<u32>, minutes: Option<u16>) -> Steer {
    Steer::ShortenRound { round, until: until.map(Tick), minutes, reason: "Geen tijd meer".to_owned() }
}

fn unrecorded() -> Session {
    Session::prepare(EXERCISE.country.clone(), by_rounds(), None).expect("nothing is recorded")
}

/// By rounds, the first one begun at the first minute.
fn begun() -> Session {
    let mut session = unrecorded();
    given(&mut session, Steer::Start { by_rounds: true });
    given(&mut session, begin(0));
    session
}

fn at(session: &mut Session, seconds: u32) -> Stand {
    session.tell_times(Times { played_s: seconds, wall: None });
    session.course().stand(seconds).expect("a round has begun")
}

/// Runs the present round to its end, past every stop.
fn run(session: &mut Session) -> u32 {
    let mut stops = 0;
    loop {
        if session.course().target(session.head().tick).is_none() {
            given(session, Steer::RunRound);
        }
        session.advance(u32::MAX).expect("time can pass");
        if session.course().round().is_some_and(|row| row.is_run(session.head().tick)) {
            return stops;
        }
        assert!(session.course().halted.is_some(), "it stands still for a reason");
        stops += 1;
    }
}

#[test]
fn the_countdown_follows_the_minute_plan_in_playing_time() {
    let mut session = begun();
    let stand = |part, left_s| Stand { round: 0, part, left_s };
    assert_eq!(at(&mut session, 0), stand(Part::Situation, 300));
    assert_eq!(at(&mut session, 299), stand(Part::Situation, 1));
    assert_eq!(at(&mut session, 300), stand(Part::Table, 900));
    assert_eq!(at(&mut session, 20 * 60), stand(Part::Between, 600));
    assert_eq!(at(&mut session, 30 * 60), stand(Part::HandIn, 300));
    assert_eq!(at(&mut session, 36 * 60), stand(Part::HandIn, -60), "handing in lasts until somebody runs");
    given(&mut session, Steer::RunRound);
    assert_eq!(at(&mut session, 36 * 60), stand(Part::Run, 600));
}

#[test]
fn in_a_pause_no_time_is_counted_off() {
    let mut session = begun();
    at(&mut session, 400);
    assert!(session.course().counts());
    given(&mut session, Steer::Pause { minutes: Some(10) });
    // Ten minutes pass on the wall and none of playing time: that is what the caller tells.
    assert!(!session.course().counts());
    given(&mut session, Steer::Resume);
    assert_eq!(at(&mut session, 400), Stand { round: 0, part: Part::Table, left_s: 800 });
    let mut clock = doorvoerland::session::clock::Clock::default();
    clock.run(true);
    clock.stand(5_000);
    clock.run(false);
    clock.stand(60_000);
    assert_eq!((clock.played_s(), clock.seconds_into_tick()), (5, 0), "the scenario stands meanwhile");
}

#[test]
fn a_part_ends_early_or_gets_more_time() {
    let mut session = begun();
    at(&mut session, 120);
    given(&mut session, Steer::NextPart);
    assert_eq!(at(&mut session, 120), Stand { round: 0, part: Part::Table, left_s: 900 });
    given(&mut session, Steer::MoreTime { minutes: 5 });
    assert_eq!(at(&mut session, 120), Stand { round: 0, part: Part::Table, left_s: 1200 });
    assert_eq!(at(&mut session, 1320), Stand { round: 0, part: Part::Between, left_s: 600 });
    let late = 1320 + 600 + 300 + 45;
    assert_eq!(at(&mut session, late).left_s, -45);
    given(&mut session, Steer::MoreTime { minutes: 2 });
    assert_eq!(at(&mut session, late), Stand { round: 0, part: Part::HandIn, left_s: 120 });
    assert_eq!(hindrance(session.steer(LEAD, Steer::NextPart)), Hindrance::LastPart);
    assert_eq!(hindrance(session.steer(PLAYER, Steer::MoreTime { minutes: 5 })), Hindrance::LeadOnly);
}

#[test]
fn the_clock_stands_still_while_people_talk() {
    let mut session = unrecorded();
    assert_eq!(hindrance(session.steer(LEAD, begin(0))), Hindrance::Stage(Stage::Ready));
    given(&mut session, Steer::Start { by_rounds: true });
    assert_eq!(hindrance(session.steer(LEAD, Steer::RunRound)), Hindrance::NoRoundBegun);
    assert_eq!(hindrance(session.steer(LEAD, Steer::NextPart)), Hindrance::NoRoundBegun);
    assert_eq!(hindrance(session.advance(1)), Hindrance::ClockStands);
    assert_eq!(hindrance(session.steer(LEAD, begin(9))), Hindrance::NoSuchRound);
    given(&mut session, begin(0));
    assert_eq!(hindrance(session.advance(1)), Hindrance::ClockStands);
    assert_eq!(hindrance(session.steer(LEAD, begin(1))), Hindrance::RoundBusy(0));
    given(&mut session, Steer::RunRound);
    assert_eq!(hindrance(session.steer(LEAD, Steer::RunRound)), Hindrance::Computing(Tick(192)));
    assert_eq!(session.advance(5).expect("now it runs"), 5);
    assert_eq!(hindrance(session.steer(LEAD, drop_round(1, None))), Hindrance::Computing(Tick(192)));
    // Without rounds in the plan there is nothing to play by.
    let mut plain = Session::prepare(EXERCISE.country.clone(), EXERCISE.plan.clone(), None).expect("fine");
    assert_eq!(hindrance(plain.steer(LEAD, Steer::Start { by_rounds: true })), Hindrance::NoRounds);
    given(&mut plain, Steer::Start { by_rounds: false });
    assert_eq!(hindrance(plain.steer(LEAD, begin(0))), Hindrance::NoRounds);
}

#[test]
fn running_a_round_stands_still_at_the_inject_the_room_must_see() {
    let mut session = begun();
    let stop = due(session.plan(), session.head(), InjectId(0)).expect("it has its time");
    assert_eq!(session.next_stop(), None, "nothing runs yet");
    given(&mut session, Steer::RunRound);
    assert_eq!(session.next_stop(), Some((stop, InjectId(0))));
    let passed = session.advance(u32::MAX).expect("time can pass");
    assert_eq!(Tick(passed), stop.next(), "right after it was sent");
    assert_eq!(session.course().halted, Some(InjectId(0)));
    assert_eq!(session.head().injects.rows[InjectId(0)].status, InjectStatus::Sent);
    assert_eq!(hindrance(session.advance(1)), Hindrance::ClockStands);
    given(&mut session, Steer::RunRound);
    assert_eq!(session.course().halted, None);
    session.advance(u32::MAX).expect("time can pass");
    assert_eq!(session.head().tick, Tick(192), "the end of the period and not further");
    assert_eq!(hindrance(session.steer(LEAD, Steer::RunRound)), Hindrance::RoundOver(0));
    assert_eq!(session.course().next_round(session.head().tick), Some(1));
}

#[test]
fn three_rounds_come_to_the_same_as_a_clock_that_runs_on() {
    let texts = Texts::new();
    let mut plain = Session::new(EXERCISE.country.clone(), by_rounds(), None);
    let players = Players::for_all(&plain, &texts, Language::Nl);
    players.advance(&mut plain, EXERCISE.plan.length.0, &mut |_, _| {}).expect("nothing is recorded");
    let mut session = unrecorded();
    given(&mut session, Steer::Start { by_rounds: true });
    for round in 0..3 {
        given(&mut session, begin(round));
        while !session.course().round().is_some_and(|row| row.is_run(session.head().tick)) {
            given(&mut session, Steer::RunRound);
            players.advance(&mut session, u32::MAX, &mut |_, _| {}).expect("nothing is recorded");
        }
    }
    assert_eq!(session.head().tick, plain.head().tick);
    assert_eq!(digests(session.head()), digests(plain.head()));
    assert_eq!(session.log(), plain.log());
}

#[test]
fn a_round_that_is_broken_off_goes_on_where_it_was() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("ronde.oefening");
    let mut session = recorded(&path, &by_rounds());
    session.tell_times(times(0));
    given(&mut session, Steer::Start { by_rounds: true });
    given(&mut session, begin(0));
    session.tell_times(times(33));
    given(&mut session, Steer::RunRound);
    session.advance(5).expect("time can pass");
    session.save_point().expect("the disk works");
    let course = session.course().clone();
    drop(session);
    let (mut resumed, _) = Session::resume(&path).expect("it was not closed");
    assert_eq!(resumed.course(), &course);
    assert_eq!(resumed.course().stand(33 * 60), Some(Stand { round: 0, part: Part::Run, left_s: 600 }));
    assert_eq!(resumed.advance(3).expect("the run goes on by itself"), 3);
    // A moment within the round, in a replay and in a variant.
    let other = folder.path().join("variant.oefening");
    let (branch, _) = resumed.branch_off(Tick(2), &other).expect("reached");
    assert_eq!(branch.course().target(Tick(2)), Some(Tick(192)));
    run(&mut resumed);
    resumed.close().expect("the disk works");
    let mut replay = Opened::read(&path).expect("closed").into_replay(&path).expect("same rules");
    replay.seek(Tick(100));
    let then = replay.course_shown();
    assert_eq!((then.stage, then.target(Tick(100))), (Stage::Running, Some(Tick(192))));
}

#[test]
fn a_round_that_is_left_out_gives_its_injects_to_a_later_one() {
    let mut session = unrecorded();
    let of_first: Vec<(InjectId, Tick)> = planned(&session, 0, 192);
    assert!(!of_first.is_empty());
    given(&mut session, Steer::Start { by_rounds: true });
    assert_eq!(hindrance(session.steer(LEAD, drop_round(1, Some(0)))), Hindrance::NotALaterRound);
    assert_eq!(hindrance(session.steer(LEAD, drop_round(0, Some(7)))), Hindrance::NoSuchRound);
    given(&mut session, drop_round(0, Some(1)));
    for (inject, was) in &of_first {
        assert_eq!(
            due(session.plan(), session.head(), *inject),
            Some(Tick(was.0 + 192)),
            "same place, next period"
        );
    }
    assert_eq!(session.log().len(), of_first.len(), "each move is a command of the lead");
    assert_eq!(hindrance(session.steer(LEAD, begin(0))), Hindrance::RoundOver(0));
    assert_eq!(session.course().next_round(Tick(0)), Some(1));
    given(&mut session, begin(1));
    assert_eq!(session.course().target(Tick(0)), Some(Tick(192)), "the time before it is computed first");
    assert_eq!(session.advance(u32::MAX).expect("time can pass"), 192);
    let sent = |session: &Session, inject: InjectId| session.head().injects.rows[inject].sent;
    assert!(of_first.iter().all(|(inject, _)| sent(&session, *inject).is_none()));
    run(&mut session);
    assert!(of_first.iter().all(|(inject, was)| sent(&session, *inject) == Some(Tick(was.0 + 192))));
    assert_eq!(hindrance(session.steer(LEAD, drop_round(1, None))), Hindrance::RoundOver(1));
}

#[test]
fn a_round_that_is_left_out_for_good_skips_its_injects() {
    let mut session = unrecorded();
    let of_last = planned(&session, 384, 576);
    assert!(!of_last.is_empty());
    given(&mut session, drop_round(2, None));
    let skipped = |inject| session.head().injects.rows[inject].status == InjectStatus::Skipped;
    assert!(of_last.iter().all(|(inject, _)| skipped(*inject)));
}

#[test]
fn a_shorter_round_keeps_the_order_of_its_injects() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("kort.oefening");
    let mut session = recorded(&path, &by_rounds());
    session.tell_times(times(0));
    let before = planned(&session, 0, 192);
    assert_eq!(
        hindrance(session.steer(LEAD, shorten(0, Some(192), None))),
        Hindrance::NotShorter { from: Tick(1), until: Tick(192) }
    );
    assert_eq!(
        hindrance(session.steer(LEAD, shorten(0, None, None))),
        Hindrance::NotFewerMinutes { minutes: 45 }
    );
    assert_eq!(
        hindrance(session.steer(LEAD, shorten(0, None, Some(45)))),
        Hindrance::NotFewerMinutes { minutes: 45 }
    );
    given(&mut session, shorten(0, Some(96), Some(30)));
    let row = &session.course().rounds[0];
    assert_eq!((row.until, row.minutes), (Tick(96), Minutes::default().scaled(30)));
    for (inject, was) in &before {
        assert_eq!(due(session.plan(), session.head(), *inject), Some(Tick(was.0 / 2)));
    }
    given(&mut session, Steer::Start { by_rounds: true });
    given(&mut session, begin(0));
    run(&mut session);
    assert_eq!(session.head().tick, Tick(96));
    given(&mut session, begin(1));
    assert_eq!(session.course().target(Tick(96)), Some(Tick(192)), "the next one keeps its period");
    let (course, log) = (session.course().clone(), session.log().to_vec());
    drop(session);
    let (resumed, _) = Session::resume(&path).expect("it was not closed");
    assert_eq!((resumed.course(), resumed.log()), (&course, log.as_slice()));
}

#[test]
fn a_round_that_is_being_played_is_shortened_from_now_on() {
    let mut session = begun();
    at(&mut session, 6 * 60);
    given(&mut session, shorten(0, None, Some(30)));
    // Situation 3, table 12: of which three minutes of the table have passed.
    assert_eq!(at(&mut session, 6 * 60), Stand { round: 0, part: Part::Table, left_s: 9 * 60 });
    given(&mut session, Steer::RunRound);
    session.advance(10).expect("time can pass");
    given(&mut session, Steer::Pause { minutes: None });
    assert_eq!(hindrance(session.steer(LEAD, shorten(0, Some(20), None))), Hindrance::Computing(Tick(192)));
}

#[test]
fn within_a_round_a_jump_ends_with_its_period() {
    let mut session = begun();
    let jump = |to| Steer::Jump { to: Tick(to), reason: "Verder".to_owned() };
    assert_eq!(
        hindrance(session.steer(LEAD, jump(193))),
        Hindrance::JumpOutside { from: Tick(1), last: Tick(192) }
    );
    given(&mut session, jump(100));
    assert_eq!(
        session.advance(u32::MAX).expect("time can pass"),
        100,
        "a jump does not stand still on the way"
    );
    assert_eq!(at(&mut session, 0).part, Part::Situation, "the room is where it was");
}

#[test]
fn a_shorter_exercise_has_fewer_rounds() {
    let mut exercise = EXERCISE.clone();
    exercise.plan = by_rounds();
    let days = |days: u32| doorvoerland::sim::time::Span(days * TICKS_PER_DAY);
    doorvoerland::scenario::load::vary(&mut exercise, None, Some(days(3)));
    let periods: Vec<(Tick, Tick)> = exercise.plan.rounds.iter().map(|row| (row.from, row.until)).collect();
    assert_eq!(periods, [(Tick(0), Tick(192)), (Tick(192), Tick(288))]);
}

/// Injects with a known moment in a period.
fn planned(session: &Session, from: u32, until: u32) -> Vec<(InjectId, Tick)> {
    let rows = session.head().injects.rows.ids();
    let known = rows.filter_map(|inject| Some((inject, due(session.plan(), session.head(), inject)?)));
    known.filter(|(_, due)| (from..until).contains(&due.0)).collect()
}
