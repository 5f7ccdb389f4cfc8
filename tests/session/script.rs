//! The script in a session: countdowns in playing time, undoing within a quarter, every trigger across pause, jump, save, load and seek,
//! and random scripts.

use crate::rules::tiny::{self, EL, Exercise, PATHS, PRORAIL, R1, inject, level};
use doorvoerland::{
    recording::entry::Entry,
    session::{Session, SubmitError, journal::Journal, replay::Opened},
    sim::{
        check::Refusal,
        command::{Actor, By, Command},
        condition::Condition,
        country::Class,
        digest::{Digests, digests},
        edit::InjectRefusal,
        effect::{DamageKind, Effect, Target},
        event::Event,
        ids::{DenseId, InjectId, VariantsId},
        metric::Metric,
        plan::{Inject, Trigger},
        script::{Absence, Decided, Doing, Wait},
        state::InjectStatus,
        time::{Span, Tick},
    },
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::{path::Path, sync::Arc};

const MINUTE: u64 = 60_000;

fn by(actor: Actor) -> By {
    By { actor, seat: 0 }
}

const LEAD: By = By { actor: Actor::Lead, seat: 0 };

fn session(mut exercise: Exercise, path: Option<&Path>) -> Session {
    exercise.state();
    let (country, plan) = (Arc::new(exercise.country), Arc::new(exercise.plan));
    let journal =
        path.map(|path| Journal::create(path, &country, &plan, 0).expect("the folder can be written"));
    Session::new(country, plan, journal)
}

fn dark(region: doorvoerland::sim::ids::RegionId) -> Effect {
    let target = Target::Process(EL, region);
    Effect::Impair { target, kind: DamageKind::Physical, loss: level(700), lasts: Span::hours(3) }
}

fn divide(class: Class) -> Command {
    let mut policy = tiny::open_policy();
    policy.minimum[class] = 1;
    Command::SetPolicy { pool: PATHS, policy, until: None, reason: "Toets".to_owned() }
}

fn status(session: &Session, inject: u32) -> InjectStatus {
    session.head().injects.rows[InjectId(inject)].status
}

/// All tables but the clock: that one counts the commands.
fn but_the_clock(session: &Session) -> Digests {
    digests(session.head()).into_iter().filter(|(table, _)| *table != "clock").collect()
}

/// One inject for each kind of trigger, all about the first.
fn every_trigger() -> Exercise {
    let a = InjectId(0);
    let mut first = inject("A", Trigger::At(Tick(2)), vec![dark(R1)]);
    first.staging.absence =
        Some(Absence { after: Wait::Talk(25), send: Some(InjectId(6)), effects: vec![dark(R1)] });
    let low = Condition::AtMost(Metric::Level(EL, Some(R1)), 600);
    let shelf = Inject { shelf: true, ..inject("G", Trigger::Manual, Vec::new()) };
    Exercise::new()
        .inject(first)
        .inject(inject("B", Trigger::After(a, Span::hours(1)), Vec::new()))
        .inject(inject("C", Trigger::When(low, Tick(0)), Vec::new()))
        .inject(inject("D", Trigger::Absent(a, Wait::Scenario(Span::hours(2))), Vec::new()))
        .inject(inject("E", Trigger::AfterTalk(a, 10), Vec::new()))
        .inject(inject("F", Trigger::Absent(a, Wait::Talk(12)), Vec::new()))
        .inject(shelf)
        .inject(inject("H", Trigger::Manual, Vec::new()))
}

#[test]
fn a_countdown_stands_still_in_a_pause_and_goes_on_after_a_crash() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("proef.oefening");
    let mut session = session(every_trigger(), Some(&path));
    assert_eq!(session.play_time_passed(MINUTE).expect("it can be written"), 0);
    session.advance(3).expect("it can be written");
    // It begins with the first call after the sending; nobody calls in a pause.
    session.play_time_passed(0).expect("it can be written");
    let left = |session: &Session, inject: u32| session.timers().left_s(InjectId(inject));
    assert_eq!([0, 4, 5].map(|id| left(&session, id)), [Some(1500), Some(600), Some(720)]);
    for _ in 0..9 {
        session.play_time_passed(MINUTE).expect("it can be written");
    }
    assert_eq!(left(&session, 4), Some(60));
    // Looking back is no playing.
    session.seek(Tick(1));
    session.play_time_passed(10 * MINUTE).expect("it can be written");
    session.to_present();
    session.play_time_passed(MINUTE / 2).expect("it can be written");
    assert_eq!(left(&session, 4), Some(30));
    // The power fails: what was written down last counts.
    drop(session);
    let (mut session, _) = Session::resume(&path).expect("it goes on");
    assert_eq!(left(&session, 4), Some(60), "half a minute is counted twice");
    assert_eq!(session.head().tick, Tick(3));
    // On hold it does not run.
    let hold = |hold| Command::HoldInject { inject: InjectId(4), hold };
    session.submit(LEAD, Tick(3), hold(true)).expect("allowed");
    session.play_time_passed(MINUTE).expect("it can be written");
    assert_eq!((left(&session, 4), status(&session, 4)), (Some(60), InjectStatus::OnHold));
    session.submit(LEAD, Tick(3), hold(false)).expect("allowed");
    assert_eq!(session.play_time_passed(MINUTE).expect("it can be written"), 1);
    assert_eq!(status(&session, 4), InjectStatus::Sent);
    // An answer ends what waits for silence.
    let answer = Command::AnswerInject { inject: InjectId(0), text: "Gehoord.".to_owned() };
    session.submit(by(Actor::Role(PRORAIL)), Tick(3), answer).expect("everybody receives it");
    session.play_time_passed(60 * MINUTE).expect("it can be written");
    assert_eq!(session.timers().rows().count(), 0);
    assert_eq!([5, 6].map(|id| status(&session, id)), [InjectStatus::Skipped, InjectStatus::Ready]);
    let clock = |entry: &&Entry| matches!(entry, Entry::Command(record) if record.by.actor == Actor::Clock);
    session.save_point().expect("it can be written");
    let opened = Opened::read(&path).expect("it was just written");
    assert_eq!(opened.entries().iter().filter(clock).count(), 1);
    assert_eq!(opened.verify().divergence, None);
}

#[test]
fn every_trigger_fires_the_same_however_time_passes() {
    let play = |jump: bool, path: &Path| {
        let mut session = session(every_trigger(), Some(path));
        session.advance(3).expect("it can be written");
        for _ in 0..25 {
            session.play_time_passed(MINUTE).expect("it can be written");
        }
        // The countdown began with the first of these minutes.
        session.play_time_passed(MINUTE).expect("it can be written");
        if jump {
            session.advance(17).expect("it can be written");
        } else {
            for _ in 0..17 {
                session.seek(Tick(0));
                session.to_present();
                session.advance(1).expect("it can be written");
                session.save_point().expect("it can be written");
            }
        }
        session.submit(LEAD, Tick(20), Command::FireInject { inject: InjectId(7) }).expect("allowed");
        session
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let paths = ["a", "b"].map(|name| folder.path().join(format!("{name}.oefening")));
    let (stepped, jumped) = (play(false, &paths[0]), play(true, &paths[1]));
    let sent = |session: &Session| {
        session.head().injects.rows.rows().iter().map(|row| row.sent.map(|at| at.0)).collect::<Vec<_>>()
    };
    let all = vec![Some(2), Some(6), Some(3), Some(10), Some(3), Some(3), Some(3), Some(20)];
    assert_eq!(sent(&stepped), all);
    assert_eq!(digests(stepped.head()), digests(jumped.head()));
    // Saved, loaded and looked at again, every moment is what it was.
    let live = digests(jumped.head());
    let middle = digests(&jumped.state_at(Tick(9)));
    let mut jumped = jumped;
    jumped.save_point().expect("it can be written");
    drop(jumped);
    let mut replay = Opened::read(&paths[1]).expect("written").into_replay(&paths[1]).expect("same rules");
    replay.seek(Tick(20));
    assert_eq!(digests(replay.head()), live);
    replay.seek(Tick(9));
    assert_eq!(digests(replay.shown()), middle);
    let again = replay.run_again(Tick(20), &|record| record.by.actor != Actor::Clock, &mut |_| ());
    assert_eq!(
        again.injects.rows[InjectId(4)].status,
        InjectStatus::Ready,
        "nobody said that the time was up"
    );
}

#[test]
fn every_trigger_fires_in_a_variant_as_it_did_where_the_variant_began() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("proef.oefening");
    let countdown = |session: &mut Session| {
        for _ in 0..26 {
            session.play_time_passed(MINUTE).expect("it can be written");
        }
    };
    let by_hand = |session: &mut Session| {
        session.submit(LEAD, Tick(20), Command::FireInject { inject: InjectId(7) }).expect("allowed");
        session.head().injects.rows.rows().iter().map(|row| row.sent.map(|at| at.0)).collect::<Vec<_>>()
    };
    let mut whole = session(every_trigger(), Some(&path));
    whole.advance(3).expect("it can be written");
    countdown(&mut whole);
    whole.advance(17).expect("it can be written");
    let sent = by_hand(&mut whole);
    assert!(sent.iter().all(Option::is_some), "every kind fired: {sent:?}");
    whole.save_point().expect("it can be written");
    drop(whole);
    // Before the first trigger, before the countdown, and between the last ones.
    for at in [1, 2, 9] {
        let to = folder.path().join(format!("variant-{at}.oefening"));
        let (mut variant, _) = Session::branch(&path, Tick(at), &to).expect("it got there");
        if at < 3 {
            variant.advance(3 - at).expect("it can be written");
            countdown(&mut variant);
        }
        let left = 20 - variant.head().tick.0;
        variant.advance(left).expect("it can be written");
        assert_eq!(by_hand(&mut variant), sent, "a variant from tick {at}");
    }
}

#[test]
fn undoing_restores_exactly_what_was_before() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("proef.oefening");
    let mut session = session(every_trigger(), Some(&path));
    session.advance(5).expect("it can be written");
    let now = Tick(5);
    let role = by(Actor::Role(PRORAIL));
    let events = |session: &Session| session.history().events_before(now.next()).count();
    let kept = session.submit(role, now, divide(Class::LifeSupport)).expect("its owner");
    let (before, heard) = (but_the_clock(&session), events(&session));
    // An inject with effects, a decision, one for later: all in this quarter.
    let fired = session.submit(LEAD, now, Command::FireInject { inject: InjectId(3) }).expect("allowed");
    let later = session.submit(role, Tick(30), divide(Class::Military)).expect("its owner");
    let mut changed = inject("X", Trigger::Manual, Vec::new());
    changed.shelf = true;
    let edit = Command::EditInject { inject: InjectId(6), content: Box::new(changed) };
    let edited = session.submit(LEAD, now, edit).expect("allowed");
    assert_ne!(but_the_clock(&session), before);
    let undo = |session: &mut Session, who: By, seq| match session.submit(who, now, Command::Undo { seq }) {
        Ok(_) => Ok(()),
        Err(SubmitError::Refused(refusal)) => Err(refusal),
        Err(error) => panic!("{error}"),
    };
    assert_eq!(session.last_to_undo(role).map(|record| record.seq), Some(later));
    assert_eq!(undo(&mut session, role, fired), Err(Refusal::Inject(InjectRefusal::NotYours(fired))));
    assert_eq!(undo(&mut session, role, later), Ok(()));
    assert_eq!(undo(&mut session, LEAD, fired), Ok(()));
    assert_eq!(undo(&mut session, LEAD, fired), Err(Refusal::Inject(InjectRefusal::Undone(fired))));
    assert_eq!(undo(&mut session, LEAD, edited), Ok(()));
    assert_eq!(but_the_clock(&session), before, "all three are gone, the first decision stands");
    assert_eq!(events(&session), heard + 3, "what is told is that they were undone");
    let undone = |row: &&doorvoerland::session::history::Happening| matches!(row.event, Event::Undone(_));
    assert_eq!(session.history().events_before(now.next()).filter(undone).count(), 3);
    assert!(!session.is_undone(kept) && session.is_undone(later));
    let nothing = Err(Refusal::Inject(InjectRefusal::TooLate(99)));
    assert_eq!(undo(&mut session, LEAD, 99), nothing);
    // A quarter later it is too late, and the recording leads to the same.
    session.advance(1).expect("it can be written");
    let late = session.submit(LEAD, Tick(6), Command::Undo { seq: kept });
    assert!(matches!(late, Err(SubmitError::Refused(Refusal::Inject(InjectRefusal::TooLate(_))))));
    session.advance(40).expect("it can be written");
    session.save_point().expect("it can be written");
    let live = digests(session.head());
    assert_eq!(digests(&session.state_at(now)).len(), live.len());
    drop(session);
    let opened = Opened::read(&path).expect("it was just written");
    assert_eq!(opened.verify().divergence, None);
    let mut replay = opened.into_replay(&path).expect("same rules");
    replay.seek(replay.last_tick());
    assert_eq!(digests(replay.head()), live);
    // Undone right before the power failed, and once more after it came back.
    let (mut session, _) = Session::resume(&path).expect("it goes on");
    let tick = session.head().tick;
    let before = but_the_clock(&session);
    let seq = session.submit(LEAD, tick, Command::FireInject { inject: InjectId(7) }).expect("allowed");
    drop(session);
    let (mut session, _) = Session::resume(&path).expect("it goes on");
    assert_eq!(status(&session, 7), InjectStatus::Sent);
    session.submit(LEAD, tick, Command::Undo { seq }).expect("still the same quarter");
    assert_eq!(but_the_clock(&session), before);
}

fn random_script(dice: &mut ChaCha8Rng) -> Exercise {
    let mut exercise = Exercise::new();
    exercise.plan.length = Span::hours(48);
    for name in ["een", "twee"] {
        exercise.plan.cast.variants.push(name.to_owned());
    }
    let count = 14_u32;
    let any = |dice: &mut ChaCha8Rng| InjectId(dice.random_range(0..count));
    for number in 0..count {
        let other = any(dice);
        let span = Span(dice.random_range(0..40));
        let minutes = dice.random_range(1..30);
        let decided = Condition::Decided(Decided {
            what: Doing::Divided(PATHS),
            by: None,
            since: Some(InjectId(number)),
        });
        let trigger = match dice.random_range(0..8) {
            0 | 1 => Trigger::At(Tick(dice.random_range(0..120))),
            2 => Trigger::After(other, span),
            3 => Trigger::AfterTalk(other, minutes),
            4 => Trigger::Absent(other, Wait::Scenario(span)),
            5 => Trigger::Absent(other, Wait::Talk(minutes)),
            6 => Trigger::When(
                Condition::Any(vec![Condition::Seen(other), Condition::From(Tick(90))]),
                Tick(4),
            ),
            _ => Trigger::Manual,
        };
        let effects = if dice.random_range(0..3) == 0 { vec![dark(R1)] } else { Vec::new() };
        let mut row = inject(&format!("R-{number}"), trigger, effects);
        row.shelf = row.trigger == Trigger::Manual && dice.random_range(0..2) == 0;
        if dice.random_range(0..2) == 0 {
            let after = if dice.random_range(0..2) == 0 { Wait::Scenario(span) } else { Wait::Talk(minutes) };
            let send = (dice.random_range(0..2) == 0).then(|| any(dice));
            row.staging.absence = Some(Absence { after, send, effects: vec![dark(R1)] });
            row.staging.acted = Some(decided);
        }
        row.staging.one_of = (dice.random_range(0..3) == 0).then(|| VariantsId(dice.random_range(0..2)));
        row.staging.softer = (dice.random_range(0..4) == 0).then(|| any(dice));
        exercise = exercise.inject(row);
    }
    exercise
}

fn random_step(dice: &mut ChaCha8Rng, session: &mut Session) -> bool {
    let now = session.head().tick;
    let inject = InjectId::from_index(dice.random_range(0..session.head().injects.rows.len()));
    let role = by(Actor::Role(PRORAIL));
    let (who, command) = match dice.random_range(0..14) {
        0 => (LEAD, Command::FireInject { inject }),
        1 => (LEAD, Command::HoldInject { inject, hold: dice.random_range(0..2) == 0 }),
        2 => (LEAD, Command::MoveInject { inject, to: now.after(Span(dice.random_range(0..30))) }),
        3 => (LEAD, Command::SkipInject { inject }),
        4 => (role, Command::OpenInject { inject }),
        5 => (role, Command::AnswerInject { inject, text: "Ja".to_owned() }),
        6 => (LEAD, Command::CloseInject { inject }),
        7 => (role, divide(Class::ALL[dice.random_range(0..Class::COUNT)])),
        8 => {
            let plan = session.plan().clone();
            let content = session.head().injects.content(&plan, inject).expect("it exists");
            let mut content = Box::new(content.clone());
            content.text.nl.push('!');
            (LEAD, Command::EditInject { inject, content })
        }
        9 => {
            let Some(seq) = session.last_to_undo(LEAD).map(|record| record.seq) else { return false };
            (LEAD, Command::Undo { seq })
        }
        10 | 11 => {
            session.play_time_passed(dice.random_range(0..9) * MINUTE).expect("it can be written");
            return false;
        }
        _ => {
            session.advance(dice.random_range(1..9)).expect("it can be written");
            return false;
        }
    };
    match session.submit(who, now, command) {
        Ok(_) => true,
        Err(SubmitError::Refused(_)) => false,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn in_random_scripts_nothing_is_sent_twice_and_one_of_a_group_only() {
    let (mut accepted, mut undone, mut silent, mut answered) = (0, 0, 0, 0);
    for seed in 0..40 {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("proef.oefening");
        let dice = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut session = session(random_script(dice), Some(&path));
        for _ in 0..90 {
            accepted += u32::from(random_step(dice, &mut session));
        }
        let events: Vec<&Event> =
            session.history().events_before(Tick(u32::MAX)).map(|row| &row.event).collect();
        let sent = |inject| events.iter().filter(|event| ***event == Event::InjectSent(inject)).count();
        let script = &session.head().injects;
        for (inject, row) in script.rows.iter() {
            assert!(sent(inject) <= 1, "seed {seed}: {inject} was sent {} times", sent(inject));
            assert_eq!(row.sent.is_some(), sent(inject) == 1, "seed {seed}: {inject}");
            assert_eq!(row.sent.is_some(), row.status.is_out(), "seed {seed}: {inject}");
            silent += u32::from(row.absent.is_some());
            answered += u32::from(row.answered.is_some());
        }
        for group in session.plan().cast.variants.ids() {
            let member = |inject: &InjectId| {
                let content = script.content(session.plan(), *inject);
                content.is_some_and(|content| content.staging.one_of == Some(group))
            };
            let out = script.rows.ids().filter(member).filter(|id| script.rows[*id].status.is_out()).count();
            assert!(out <= 1, "seed {seed}: {out} of {group} were sent");
        }
        undone += events.iter().filter(|event| matches!(event, Event::Undone(_))).count();
        session.save_point().expect("it can be written");
        let live = digests(session.head());
        drop(session);
        let opened = Opened::read(&path).expect("it was just written");
        assert_eq!(opened.verify().divergence, None, "seed {seed}");
        let mut replay = opened.into_replay(&path).expect("same rules");
        replay.seek(replay.last_tick());
        assert_eq!(digests(replay.head()), live, "seed {seed}");
    }
    let enough = accepted > 800 && undone > 60 && silent > 10 && answered > 40;
    assert!(enough, "{accepted} accepted, {undone} undone, {silent} met with silence, {answered} answered");
}

#[test]
fn undoing_the_last_command_of_a_random_play_restores_every_table() {
    let mut tried = 0;
    for seed in 100..120 {
        let dice = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut session = session(random_script(dice), None);
        for _ in 0..60 {
            let before = but_the_clock(&session);
            let tick = session.head().tick;
            let count = session.log().len();
            random_step(dice, &mut session);
            let given = session.log().len() == count + 1 && session.head().tick == tick;
            let Some(last) = session.log().last().filter(|_| given).cloned() else { continue };
            if session.last_to_undo(LEAD).map(|record| record.seq) != Some(last.seq) {
                continue;
            }
            let undo = session.submit(LEAD, tick, Command::Undo { seq: last.seq });
            undo.expect("the last one can be undone");
            assert_eq!(but_the_clock(&session), before, "seed {seed}: {:?}", last.command);
            tried += 1;
        }
    }
    assert!(tried > 200, "only {tried} were undone");
}
