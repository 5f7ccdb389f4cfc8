//! What a role could see at a recorded decision: derived afterwards it equals what it saw, whatever was edited, undone or branched
//! since. And who reads what in the dossier.

use super::fixture::{by, everything, small, texts};
use crate::rules::tiny;
use doorvoerland::{
    session::{Session, journal::Journal, replay::Opened},
    sim::{
        command::{Actor, Command},
        country::SeatTable,
        dossier::{DecisionSheet, DisputeSheet, IntentSheet, ObservationSheet, Sheet},
        ids::{InjectId, RoleId},
        plan::Text,
        time::Tick,
    },
    text::Language,
    view::{
        dossier_view::dossier_view,
        matrix_view::{MatrixView, matrix_view},
        observer_view::{ObserverView, observer_view},
        seen_view::{SeenView, seen_view, what_is_seen},
        viewer::Viewer,
    },
};

fn decision(role: RoleId) -> Sheet {
    Sheet::Decision(DecisionSheet {
        role,
        picture: "PICTURE".to_owned(),
        judgement: "JUDGEMENT".to_owned(),
        options: vec!["OPTION".to_owned()],
        decision: "DECISION".to_owned(),
        commands: Vec::new(),
        inject: None,
    })
}

/// What a role saw, with everything that its screen showed.
type Seen = (SeenView, String);

fn now(session: &Session, role: RoleId) -> Seen {
    let seen = what_is_seen(session, role, texts(), Language::Nl);
    (seen, everything(session, Viewer::Role(role), Language::Nl))
}

fn then(session: &Session, number: u32, role: RoleId) -> Seen {
    let filed = session.filed(number).expect("it was filed");
    now(&session.when_filed(filed), role)
}

fn divide(session: &mut Session, reason: &str) -> u32 {
    let (pool, policy, at) = (tiny::PATHS, tiny::open_policy(), session.head().tick);
    let command = Command::SetPolicy { pool, policy, until: None, reason: reason.to_owned() };
    session.submit(by(Actor::Role(tiny::PRORAIL)), at, command).expect("the owner may")
}

/// The small exercise once more, into a file.
fn small_recorded(path: &std::path::Path) -> Session {
    let played = small();
    let (country, plan) = (played.country().clone(), played.plan().clone());
    let journal = Journal::create(path, &country, &plan, 0).expect("the folder can be written");
    let mut session = Session::new(country, plan, Some(journal));
    for record in played.log() {
        session.advance(record.submitted.since(session.head().tick).0).expect("the disk works");
        session.submit(record.by, record.effective, record.command.clone()).expect("as before");
    }
    session.advance(10).expect("the disk works");
    session
}

#[test]
fn what_a_role_saw_is_derived_whatever_came_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("een.oefening");
    let mut session = small_recorded(&path);
    let role = tiny::PRORAIL;
    // In one quarter of an hour: a decision before the sheet, one after it, and the first one undone.
    let first = divide(&mut session, "EERST");
    let before = now(&session, role);
    assert!(before.1.contains("EERST"));
    let number = session.file(by(Actor::Role(role)), None, decision(role)).expect("it fits");
    assert_eq!(then(&session, number, role), before, "at once");
    divide(&mut session, "DAARNA");
    session.submit(by(Actor::Lead), session.head().tick, Command::Undo { seq: first }).expect("same quarter");
    assert!(!now(&session, role).1.contains("EERST") || session.is_undone(first));
    assert_eq!(then(&session, number, role), before, "after an undo");
    // A message that it had read is edited, time passes, days later somebody looks back.
    let inject = InjectId(0);
    let content = session.head().injects.content(session.plan(), inject).expect("it exists");
    let mut content = Box::new(content.clone());
    content.text = Text { nl: "ANDERS".to_owned(), en: "OTHER".to_owned() };
    let at = session.head().tick;
    session.submit(by(Actor::Lead), at, Command::EditInject { inject, content }).expect("words may change");
    session.advance(300).expect("the disk works");
    assert!(now(&session, role).1.contains("ANDERS"));
    assert_eq!(then(&session, number, role), before, "after an edit and three days");
    session.seek(Tick(200));
    let shown = seen_view(&session, Viewer::Lead, texts(), Language::Nl, number).expect("it was filed");
    assert_eq!(shown.sections, before.0.sections, "looking back");
    session.seek(Tick(10));
    assert_eq!(seen_view(&session, Viewer::Lead, texts(), Language::Nl, number), None, "not filed yet");
    session.to_present();
    session.save_point().expect("the disk works");
    let filed_at = session.filed(number).expect("it was filed").tick;
    drop(session);
    let mut replay = Opened::read(&path).expect("it opens").into_replay(&path).expect("same rules");
    replay.seek(replay.last_tick());
    assert_eq!(then(&replay, number, role), before, "in a replay");
    let to = folder.path().join("twee.oefening");
    let (mut branch, _) = Session::branch(&path, filed_at, &to).expect("it got there");
    branch.advance(100).expect("the disk works");
    assert_eq!(then(&branch, number, role), before, "on a branch");
}

#[test]
fn nothing_of_a_state_is_in_the_recording_of_a_decision() {
    let mut session = small();
    let role = tiny::PRORAIL;
    let number = session.file(by(Actor::Role(role)), None, decision(role)).expect("it fits");
    let text = ron::to_string(session.filed(number).expect("it was filed")).expect("it can be written");
    assert!(text.len() < 400, "{} bytes: {text}", text.len());
}

#[test]
fn each_reads_its_own_and_only_the_lead_reads_all() {
    let mut session = small();
    let (role, table) = (tiny::PRORAIL, session.country().roles[tiny::PRORAIL].table);
    let filed = |session: &mut Session, by, sheet| session.file(by, None, sheet).expect("it fits");
    filed(&mut session, by(Actor::Role(role)), decision(role));
    let words = "INTENT".to_owned();
    let intent = IntentSheet { table, round: None, pool: None, words, ranks: Vec::new() };
    filed(&mut session, by(Actor::Lead), Sheet::Intent(intent));
    let dispute = DisputeSheet { table, subject: "DISPUTE".to_owned(), reason: "WHY".to_owned() };
    filed(&mut session, by(Actor::Role(role)), Sheet::Dispute(dispute));
    let seen = ObservationSheet {
        observer: 2,
        role: Some(role),
        table: Some(SeatTable::Infra),
        question: None,
        rating: Some(4),
        text: "OBSERVED".to_owned(),
        inject: None,
        decision: Some(1),
        objective: None,
    };
    filed(&mut session, by(Actor::Lead), Sheet::Observation(seen));
    let reads = |viewer| {
        let all = everything(&session, viewer, Language::En);
        ["DECISION", "INTENT", "DISPUTE", "OBSERVED"].map(|word| all.contains(word))
    };
    assert_eq!(reads(Viewer::Lead), [true; 4]);
    assert_eq!(reads(Viewer::Role(role)), [true, true, true, false]);
    let others = session.country().roles.ids().filter(|other| *other != role);
    for other in others {
        let same = session.country().roles[other].table == table;
        assert_eq!(reads(Viewer::Role(other)), [false, same, same, false], "{other}");
    }
    assert_eq!(reads(Viewer::Public), [false; 4]);
    let player = Viewer::Role(role);
    assert_eq!(matrix_view(&session, player, texts(), Language::En), MatrixView::default());
    assert_eq!(observer_view(&session, player, texts(), Language::En), ObserverView::default());
    assert!(dossier_view(&session, player, texts(), Language::En).rulings.is_empty());
    assert_eq!(seen_view(&session, Viewer::Public, texts(), Language::En, 1), None);
    let lead = seen_view(&session, Viewer::Lead, texts(), Language::En, 1);
    assert_eq!(lead, seen_view(&session, player, texts(), Language::En, 1));
}
