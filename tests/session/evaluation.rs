//! Evaluation criteria: what each kind comes to, and that they stand the same live, looking back, after a crash, in a replay and on a
//! branch.

use super::{
    LEAD,
    dossier::{by, decision, intent, observation},
    life::recorded,
};
use crate::rules::tiny;
use doorvoerland::{
    geo::map::MapData,
    scenario::load::{self, Exercise},
    session::{
        Session,
        evaluation::{DecidedBy, Judged, Standing},
        replay::Opened,
    },
    sim::{
        command::{Actor, Ask, By, Command},
        country::{Class, Demand, SeatTable},
        course::{Steer, Times},
        dossier::{IntentSheet, ObservationSheet, Sheet},
        evaluation::{
            AnswerKind, Bound, Evaluation, EvaluationCriterion, Question, Sign, Test, When, Window,
        },
        ids::{EvaluationId, InjectId, ObjectiveId, QuestionId},
        metric::Metric,
        plan::{Objective, Plan, Text, Trigger},
        script::Doing,
        time::{Span, TICKS_PER_DAY, Tick},
    },
};
use expect_test::{Expect, expect};
use std::{fmt::Write as _, path::Path, sync::Arc};

fn window(from: u32, until: u32) -> Window {
    Window { from: Tick(from), until: Tick(until) }
}

fn criteria(tests: Vec<Test>) -> Evaluation {
    let row = |(number, test): (usize, Test)| EvaluationCriterion {
        code: format!("E{number}"),
        objective: ObjectiveId(0),
        text: Text::default(),
        test,
    };
    let question = Question {
        code: "V".to_owned(),
        set: None,
        text: Text::default(),
        answer: AnswerKind::Rating,
        role: None,
        round: None,
        inject: None,
        objective: None,
    };
    Evaluation {
        criteria: tests.into_iter().enumerate().map(row).collect(),
        questions: vec![question].into_iter().collect(),
    }
}

/// A small exercise of two injects (at 06:00 and by hand), with these criteria.
pub(super) fn small(tests: Vec<Test>) -> Session {
    let mut country = tiny::country();
    country.demands.push(tiny::trains(12, 2));
    let passengers = Demand { code: "passengers".to_owned(), class: Class::Passenger, ..tiny::trains(24, 0) };
    country.demands.push(passengers);
    let first = tiny::inject("I-01", Trigger::At(Tick(24)), Vec::new());
    let shelf = tiny::inject("S-01", Trigger::Manual, Vec::new());
    let mut exercise = tiny::Exercise::with(country).inject(first).inject(shelf);
    exercise.state();
    let objective = Objective { code: "O1".to_owned(), text: Text::default(), met: None };
    exercise.plan.objectives = vec![objective].into_iter().collect();
    exercise.plan.evaluation = criteria(tests);
    Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None)
}

fn check(session: &Session, expected: &Expect) {
    let mut said = String::new();
    for row in session.judged() {
        let decided = row.decided.map_or_else(String::new, |(tick, by)| format!(" {} {by:?}", tick.0));
        writeln!(said, "E{} {:?}{decided}", row.criterion.0, row.standing).expect("writing to a string");
    }
    expected.assert_eq(said.trim_end());
}

fn divide(session: &mut Session) {
    let by = By { actor: Actor::Role(tiny::PRORAIL), seat: 0 };
    let (pool, policy) = (tiny::PATHS, tiny::open_policy());
    let command = Command::SetPolicy { pool, policy, until: None, reason: "Zo.".to_owned() };
    let now = session.head().tick;
    session.submit(by, now, command).expect("the owner may");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one criterion of each kind, and the text that is expected")]
fn every_kind_is_open_then_met_or_not() {
    let sent = || Sign::Sent(InjectId(0));
    let divided = || Sign::Did(Doing::Divided(tiny::PATHS), Some(tiny::PRORAIL));
    let mut session = small(vec![
        Test::Event(divided(), window(0, 60)),
        Test::Event(Sign::Sent(InjectId(1)), window(0, 40)),
        Test::Within { sign: divided(), of: sent(), time: Span::hours(2) },
        Test::Within { sign: divided(), of: Sign::Sent(InjectId(1)), time: Span::hours(2) },
        Test::Within {
            sign: Sign::Intended(SeatTable::Zorg),
            of: Sign::Moment(Tick(8)),
            time: Span::hours(1),
        },
        Test::Absence(divided(), window(0, 20)),
        Test::Absence(divided(), window(0, 60)),
        Test::Sequence(vec![sent(), divided()], window(0, 96)),
        Test::Sequence(vec![divided(), sent()], window(0, 96)),
        Test::Threshold { metric: Metric::OpenDamages, bound: Bound::AtMost(0), when: When::At(Tick(30)) },
        Test::Threshold {
            metric: Metric::OpenDamages,
            bound: Bound::AtMost(0),
            when: When::Throughout(window(0, 60)),
        },
        Test::Threshold {
            metric: Metric::OpenDamages,
            bound: Bound::AtLeast(1),
            when: When::Once(window(0, 40)),
        },
        Test::Rating { question: QuestionId(0), at_least: 3 },
        Test::Event(Sign::Any(vec![Sign::Sent(InjectId(1)), sent()]), window(0, 96)),
    ]);
    session.advance(16).expect("nothing is recorded");
    check(
        &session,
        &expect![[r#"
        E0 Open
        E1 Open
        E2 Open
        E3 Open
        E4 NotMet 12 Time
        E5 Open
        E6 Open
        E7 Open
        E8 Open
        E9 Open
        E10 Open
        E11 Open
        E12 Open
        E13 Open"#]],
    );
    session.advance(12).expect("nothing is recorded");
    divide(&mut session);
    let question = Some(QuestionId(0));
    for rating in [2, 5] {
        let sheet = ObservationSheet { question, ..observation(Some(rating)) };
        session.file(LEAD, None, Sheet::Observation(sheet)).expect("the lead observes");
    }
    session.advance(40).expect("nothing is recorded");
    check(
        &session,
        &expect![[r#"
        E0 Met 28 Command(1)
        E1 NotMet 40 Time
        E2 Met 28 Command(1)
        E3 Open
        E4 NotMet 12 Time
        E5 Met 20 Time
        E6 NotMet 28 Command(1)
        E7 Met 28 Command(1)
        E8 NotMet 24 Inject(InjectId(0))
        E9 Met 32 Hour
        E10 Met 60 Time
        E11 NotMet 40 Time
        E12 Met 28 Sheet(2)
        E13 Met 24 Inject(InjectId(0))"#]],
    );
    // Looking back tells what was known then.
    session.seek(Tick(16));
    let then = session.judged();
    session.to_present();
    assert!(then.iter().filter(|row| row.standing != Standing::Open).count() < 5);
    session.steer(LEAD, Steer::End).expect("it runs");
    check(
        &session,
        &expect![[r#"
        E0 Met 28 Command(1)
        E1 NotMet 40 Time
        E2 Met 28 Command(1)
        E3 NotObserved
        E4 NotMet 12 Time
        E5 Met 20 Time
        E6 NotMet 28 Command(1)
        E7 Met 28 Command(1)
        E8 NotMet 24 Inject(InjectId(0))
        E9 Met 32 Hour
        E10 Met 60 Time
        E11 NotMet 40 Time
        E12 Met 28 Sheet(2)
        E13 Met 24 Inject(InjectId(0))"#]],
    );
}

#[test]
fn what_is_agreed_to_is_divided_and_what_is_declined_is_not() {
    let did = |what| Test::Event(Sign::Did(what, Some(tiny::PRORAIL)), window(0, 60));
    let stands = |agree: bool| {
        let mut session = small(vec![did(Doing::Divided(tiny::PATHS)), did(Doing::Answered(tiny::PATHS))]);
        let mut give = |role, command| {
            let by = By { actor: Actor::Role(role), seat: 0 };
            session.submit(by, Tick(0), command).expect("both may")
        };
        let mut policy = tiny::open_policy();
        policy.minimum[Class::Military] = 1;
        let about = Ask::Policy(tiny::PATHS, policy, Some(Tick(96)));
        let ask = Command::Ask { about, offer_keur: 0, reason: "Nodig.".to_owned() };
        let request = give(tiny::PLANNER, ask);
        give(tiny::PRORAIL, Command::Answer { request, agree, reason: "Goed.".to_owned() });
        session.advance(1).expect("nothing is recorded");
        session.judged().iter().map(|row| row.standing).collect::<Vec<_>>()
    };
    assert_eq!(stands(true), [Standing::Met, Standing::Met]);
    assert_eq!(stands(false), [Standing::Open, Standing::Met]);
}

#[test]
fn an_undone_decision_and_a_corrected_mark_do_not_count() {
    let mut session = small(vec![
        Test::Event(Sign::Did(Doing::Anything, None), window(0, 96)),
        Test::Rating { question: QuestionId(0), at_least: 3 },
    ]);
    session.advance(10).expect("nothing is recorded");
    divide(&mut session);
    let rated = |rating| {
        Sheet::Observation(ObservationSheet { question: Some(QuestionId(0)), ..observation(Some(rating)) })
    };
    let first = session.file(LEAD, None, rated(1)).expect("the lead observes");
    let standings = |session: &Session| session.judged().iter().map(|row| row.standing).collect::<Vec<_>>();
    assert_eq!(standings(&session), [Standing::Met, Standing::NotMet]);
    let seq = session.log()[0].seq;
    session.submit(LEAD, Tick(10), Command::Undo { seq }).expect("in the same quarter");
    session.file(LEAD, Some(first), rated(4)).expect("the lead corrects");
    assert_eq!(standings(&session), [Standing::Open, Standing::Met]);
    assert_eq!(session.judged()[1].decided, Some((Tick(10), DecidedBy::Sheet(2))));
}

/// The grey zone with a criterion of every kind, played with sheets, decisions and an inject by hand.
fn grey_zone() -> Exercise {
    let map = MapData::built_in().expect("the built-in map is whole");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/ten_days.ron");
    load::open(&path, &map).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one exercise looked at in five ways")]
fn criteria_stand_the_same_live_looking_back_resumed_replayed_and_branched() {
    let exercise = grey_zone();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("een.oefening");
    let journal =
        doorvoerland::session::journal::Journal::create(&path, &exercise.country, &exercise.plan, 0)
            .expect("the folder can be written");
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), Some(journal));
    let plan: &Plan = &exercise.plan;
    let measure =
        |code: &str| exercise.country.measures.rows.find(|row| row.code == code).expect("it exists");
    let mut live: Vec<(Tick, Vec<Judged>)> = Vec::new();
    for step in 0..50_u32 {
        session.advance(9).expect("the disk works");
        let now = session.head().tick;
        match step {
            15 => {
                session.file(by("nctv"), None, Sheet::Decision(decision("nctv"))).expect("fits");
            }
            4 => {
                let sheet = IntentSheet {
                    table: SeatTable::Defensie,
                    ranks: vec![(Class::Military, None)],
                    ..intent()
                };
                session.file(LEAD, None, Sheet::Intent(sheet)).expect("fits");
            }
            20 => {
                let measure = measure("inlichtingen-digitaal");
                let command =
                    Command::TakeMeasure { measure, region: None, reason: "Daar kijken.".to_owned() };
                session.submit(by("nctv"), now, command).expect("the owner may");
            }
            30 => {
                let command = Command::AnswerInject { inject: InjectId(0), text: "Gezien.".to_owned() };
                session.submit(by("mccb"), now, command).expect("it was sent");
            }
            40 => {
                let question = plan.evaluation.questions.find(|row| row.code == "bob-feiten");
                let sheet = ObservationSheet { question, ..observation(Some(4)) };
                session.file(LEAD, None, Sheet::Observation(sheet)).expect("fits");
            }
            _ => {}
        }
        live.push((now, session.judged()));
    }
    session.save_point().expect("the disk works");
    let last = &live.last().expect("it was played").1;
    let decided = last.iter().filter(|row| row.standing != Standing::Open).count();
    let missed = last.iter().any(|row| row.standing == Standing::NotMet);
    assert!(decided >= 4 && missed, "{last:?}");
    for (tick, then) in &live {
        session.seek(*tick);
        assert_eq!(&session.judged(), then, "looking back to {tick}");
    }
    session.to_present();
    drop(session);
    let (resumed, _) = Session::resume(&path).expect("it goes on");
    assert_eq!(&resumed.judged(), last, "after a crash");
    drop(resumed);
    let mut replay = Opened::read(&path).expect("it opens").into_replay(&path).expect("same rules");
    for (tick, then) in live.iter().step_by(7).chain(live.iter().rev().take(1)) {
        replay.seek(*tick);
        assert_eq!(&replay.judged(), then, "replayed to {tick}");
    }
    let (at, then) = &live[25];
    let to = folder.path().join("twee.oefening");
    let (mut branch, _) = Session::branch(&path, *at, &to).expect("it got there");
    assert_eq!(&branch.judged(), then, "on the branch");
    branch.advance(2 * TICKS_PER_DAY).expect("the disk works");
    let own = branch.judged();
    let untouched = |id: u32| last.iter().find(|row| row.criterion == EvaluationId(id));
    assert_eq!(
        own.iter().find(|row| row.criterion == EvaluationId(0)),
        untouched(0),
        "decided before the fork"
    );
}

#[test]
fn days_in_a_recording_keep_what_was_measured() {
    let mut plan = Plan::clone(&super::EXERCISE.plan);
    let when = When::Throughout(window(0, 500));
    plan.evaluation =
        criteria(vec![Test::Threshold { metric: Metric::CivilDelay, bound: Bound::AtMost(1), when }]);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("een.oefening");
    let mut session = recorded(&path, &Arc::new(plan));
    session.steer(LEAD, Steer::Start { by_rounds: false }).expect("it lies ready");
    session.advance(200).expect("the disk works");
    let hours = session.history().hours_until(Tick(200)).filter(|hour| hour.evaluated.len() == 1).count();
    assert_eq!(hours, 51, "the start and every hour");
    let judged = session.judged()[0];
    assert!(
        judged.standing == Standing::NotMet && judged.decided.is_some_and(|(_, by)| by == DecidedBy::Hour)
    );
}

#[test]
fn minutes_in_the_room_count_while_the_scenario_stands_still() {
    let within = |sign: Sign, minutes| Test::WithinTalk { sign, of: Sign::Sent(InjectId(0)), minutes };
    let divided = || Sign::Did(Doing::Divided(tiny::PATHS), None);
    let mut session = small(vec![
        within(divided(), 10),
        within(divided(), 9),
        within(Sign::Answered(InjectId(0)), 10),
        within(Sign::Answered(InjectId(0)), 30),
        Test::WithinTalk { sign: divided(), of: Sign::Sent(InjectId(1)), minutes: 5 },
    ]);
    let played = |session: &mut Session, minutes: u32| {
        session.tell_times(Times { played_s: minutes * 60, wall: None });
    };
    played(&mut session, 3);
    session.advance(26).expect("nothing is recorded");
    // The clock stands still at the message: five minutes, ten, all at the same moment of the scenario.
    session
        .submit(LEAD, Tick(26), Command::HoldInject { inject: InjectId(1), hold: true })
        .expect("the lead may");
    check(&session, &expect![["E0 Open\nE1 Open\nE2 Open\nE3 Open\nE4 Open"]]);
    played(&mut session, 13);
    divide(&mut session);
    check(&session, &expect![["E0 Met 26 Command(2)\nE1 NotMet 26 Command(2)\nE2 Open\nE3 Open\nE4 Open"]]);
    played(&mut session, 14);
    session.advance(2).expect("nothing is recorded");
    check(
        &session,
        &expect![["E0 Met 26 Command(2)\nE1 NotMet 26 Command(2)\nE2 NotMet 28 Time\nE3 Open\nE4 Open"]],
    );
    // Without anybody who counts playing time nothing is said of it.
    let mut silent = small(vec![within(divided(), 10)]);
    silent.advance(26).expect("nothing is recorded");
    divide(&mut silent);
    silent.advance(silent.plan().end().since(Tick(26)).0).expect("nothing is recorded");
    check(&silent, &expect![["E0 NotObserved"]]);
}
