//! The dossier: what is taken in and from whom, what a correction leaves, and that it outlives a crash, a replay and a branch.

use super::{EXERCISE, LEAD, life::recorded};
use crate::rules::tiny;
use doorvoerland::{
    recording::entry::Entry,
    session::{Session, SubmitError, dossier::FileError, intent::Outcome, replay::Opened},
    sim::{
        command::{Actor, By, Command},
        country::{Class, SeatTable},
        course::Steer,
        dossier::{
            DecisionSheet, DisputeSheet, IntentSheet, ObservationSheet, RulingChoice, RulingSheet, Sheet,
            Unfit,
        },
        ids::{InjectId, RoleId},
        time::Tick,
    },
};

fn role(code: &str) -> RoleId {
    EXERCISE.country.roles.find(|row| row.code == code).expect("the role exists")
}

pub(super) fn by(code: &str) -> By {
    By { actor: Actor::Role(role(code)), seat: 1 }
}

pub(super) fn decision(code: &str) -> DecisionSheet {
    DecisionSheet {
        role: role(code),
        picture: "Eén spoor ligt eruit.".to_owned(),
        judgement: "De doorvoer komt in gevaar.".to_owned(),
        options: vec!["Wachten".to_owned(), "Omleiden".to_owned()],
        decision: "Wij leiden om.".to_owned(),
        commands: Vec::new(),
        inject: None,
    }
}

pub(super) fn observation(rating: Option<u8>) -> ObservationSheet {
    ObservationSheet {
        observer: 1,
        role: None,
        table: Some(SeatTable::Infra),
        question: None,
        rating,
        text: "Men luisterde.".to_owned(),
        inject: None,
        decision: None,
        objective: None,
    }
}

fn dispute() -> DisputeSheet {
    let (subject, reason) = ("Slots op de Brabantroute".to_owned(), "Het zijn er meer.".to_owned());
    DisputeSheet { table: SeatTable::Infra, subject, reason }
}

pub(super) fn intent() -> IntentSheet {
    IntentSheet {
        table: SeatTable::Infra,
        round: None,
        pool: None,
        words: "Reizigers houden we overeind.".to_owned(),
        ranks: vec![(Class::Passenger, None), (Class::Military, Some(90)), (Class::LifeSupport, Some(0))],
    }
}

fn unfit(outcome: Result<u32, FileError>) -> Unfit {
    match outcome {
        Err(FileError::Unfit(unfit)) => unfit,
        other => panic!("expected an unfit sheet, not {other:?}"),
    }
}

fn filed(session: &mut Session, by: By, sheet: Sheet) -> u32 {
    session.file(by, None, sheet).expect("the sheet is in order")
}

#[test]
fn what_is_not_in_order_is_not_taken_in() {
    let mut session = super::unrecorded();
    let mut file = |by, corrects, sheet| unfit(session.file(by, corrects, sheet));
    let of = |change: &dyn Fn(&mut DecisionSheet)| {
        let mut sheet = decision("prorail");
        change(&mut sheet);
        Sheet::Decision(sheet)
    };
    let own = by("prorail");
    assert_eq!(file(own, None, of(&|sheet| sheet.picture = " ".to_owned())), Unfit::Empty);
    assert_eq!(file(own, None, of(&|sheet| sheet.decision = "x".repeat(100_000))), Unfit::TextBad);
    assert_eq!(file(own, None, of(&|sheet| sheet.commands = vec![7])), Unfit::NotYourCommand(7));
    assert_eq!(file(own, None, of(&|sheet| sheet.inject = Some(InjectId(999)))), Unfit::Unknown);
    assert_eq!(file(by("vws"), None, of(&|_| ())), Unfit::NotYours);
    assert_eq!(file(own, Some(3), of(&|_| ())), Unfit::NoSuchSheet(3));
    let seen = |change: &dyn Fn(&mut ObservationSheet)| {
        let mut sheet = observation(Some(3));
        change(&mut sheet);
        Sheet::Observation(sheet)
    };
    assert_eq!(file(own, None, seen(&|_| ())), Unfit::NotYours, "a player does not observe");
    assert_eq!(file(LEAD, None, seen(&|sheet| sheet.rating = Some(6))), Unfit::RatingOutside(6));
    assert_eq!(file(LEAD, None, seen(&|sheet| sheet.decision = Some(1))), Unfit::NoSuchSheet(1));
    let nothing = seen(&|sheet| (sheet.rating, sheet.text) = (None, String::new()));
    assert_eq!(file(LEAD, None, nothing), Unfit::Empty);
    assert_eq!(file(by("vws"), None, Sheet::Dispute(dispute())), Unfit::NotYours, "another table");
    let ruling = |dispute| {
        let reason = "Klopt.".to_owned();
        Sheet::Ruling(RulingSheet { dispute, choice: RulingChoice::Accept, reason, command: None })
    };
    assert_eq!(file(LEAD, None, ruling(1)), Unfit::NoSuchSheet(1));
    assert_eq!(file(own, None, ruling(1)), Unfit::NotYours);
    let mut twice = intent();
    twice.ranks.push((Class::Passenger, None));
    assert_eq!(file(own, None, Sheet::Intent(twice)), Unfit::RanksBad);
    assert!(session.dossier().is_empty());
}

#[test]
fn a_correction_stands_beside_what_it_corrects() {
    let mut session = super::unrecorded();
    let first = filed(&mut session, LEAD, Sheet::Observation(observation(Some(2))));
    let better = Sheet::Observation(observation(Some(4)));
    let second = session.file(LEAD, Some(first), better.clone()).expect("the lead corrects");
    assert_eq!((first, second, session.dossier().len()), (1, 2, 2), "nothing is overwritten");
    let valid: Vec<u32> = session.dossier_valid().map(|row| row.number).collect();
    assert_eq!(valid, [2]);
    // Another kind of sheet cannot correct it, and another role cannot correct a role's.
    assert_eq!(unfit(session.file(LEAD, Some(1), Sheet::Dispute(dispute()))), Unfit::NoSuchSheet(1));
    let own = filed(&mut session, by("prorail"), Sheet::Dispute(dispute()));
    assert_eq!(
        unfit(session.file(by("rijkswaterstaat"), Some(own), Sheet::Dispute(dispute()))),
        Unfit::NotYours
    );
}

#[test]
fn the_dossier_outlives_a_crash_a_replay_and_a_branch() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("een.oefening");
    let mut session = recorded(&path, &EXERCISE.plan);
    session.steer(LEAD, Steer::Start { by_rounds: false }).expect("it lies ready");
    session.advance(30).expect("the disk works");
    filed(&mut session, by("prorail"), Sheet::Intent(intent()));
    filed(&mut session, by("prorail"), Sheet::Decision(decision("prorail")));
    session.advance(30).expect("the disk works");
    let disputed = filed(&mut session, by("prorail"), Sheet::Dispute(dispute()));
    let ruling = RulingSheet {
        dispute: disputed,
        choice: RulingChoice::Adapt,
        reason: "We nemen er één meer.".to_owned(),
        command: None,
    };
    filed(&mut session, LEAD, Sheet::Ruling(ruling));
    let kept = session.dossier().to_vec();
    drop(session);
    let (mut resumed, _) = Session::resume(&path).expect("it goes on");
    assert_eq!(resumed.dossier(), kept);
    assert_eq!(resumed.head().tick, Tick(60), "a sheet says how far it got");
    let fifth = filed(&mut resumed, LEAD, Sheet::Observation(observation(None)));
    assert_eq!(fifth, 5);
    resumed.steer(LEAD, Steer::End).expect("it runs");
    filed(&mut resumed, LEAD, Sheet::Observation(observation(Some(5))));
    drop(resumed);
    let opened = Opened::read(&path).expect("it opens");
    let entries = opened.entries().iter().filter(|entry| matches!(entry, Entry::Filed(_))).count();
    let mut replay = opened.into_replay(&path).expect("same rules");
    replay.seek(Tick(40));
    assert_eq!((entries, replay.dossier_shown().count(), replay.dossier().len()), (6, 2, 6));
    let refused = replay.file(LEAD, None, Sheet::Observation(observation(Some(5))));
    assert!(matches!(refused, Err(FileError::Session(SubmitError::Replaying))));
    let to = folder.path().join("twee.oefening");
    let (branch, _) = Session::branch(&path, Tick(40), &to).expect("it got there");
    assert_eq!(branch.dossier(), &kept[..2], "what came later is not on the branch");
}

#[test]
fn words_are_compared_with_what_was_served() {
    let mut session = super::evaluation::small(Vec::new());
    let pool = tiny::PATHS;
    let owner = By { actor: Actor::Role(tiny::PRORAIL), seat: 1 };
    let table = session.country().roles[tiny::PRORAIL].table;
    let mut policy = tiny::open_policy();
    policy.cap[Class::Commercial] = 0;
    let divide = Command::SetPolicy { pool, policy, until: None, reason: "Eerst dit.".to_owned() };
    let sheet = IntentSheet {
        pool: Some(pool),
        table,
        ranks: vec![(Class::Commercial, Some(80)), (Class::Passenger, None), (Class::Medical, None)],
        ..intent()
    };
    filed(&mut session, owner, Sheet::Intent(sheet.clone()));
    session.submit(owner, Tick(0), divide).expect("the owner may");
    session.advance(96).expect("nothing is recorded");
    let rows = session.intents_compared();
    let first = &rows[0];
    assert!(!first.afterwards);
    assert_eq!((first.from, first.until), (Tick(0), Tick(96)));
    let commercial = &first.classes[0];
    assert_eq!((commercial.class, commercial.served_permille), (Class::Commercial, Some(0)));
    assert_eq!(commercial.outcome, Outcome::TooLittle, "the words say 80 %, the pool says none");
    let medical = first.classes.iter().find(|row| row.class == Class::Medical).expect("it was named");
    assert_eq!(medical.outcome, Outcome::NotAsked);
    // Said once more after dividing: the first one ends there, and the second is told to be late.
    filed(
        &mut session,
        owner,
        Sheet::Intent(IntentSheet { ranks: vec![(Class::Commercial, None)], ..sheet }),
    );
    session.advance(96).expect("nothing is recorded");
    let rows = session.intents_compared();
    assert_eq!((rows[0].until, rows[1].from, rows[1].afterwards), (Tick(96), Tick(96), true));
    let overtaken = matches!(rows[1].classes[0].outcome, Outcome::Overtaken(_));
    assert!(overtaken, "what was not named is served better: {:?}", rows[1].classes);
}
