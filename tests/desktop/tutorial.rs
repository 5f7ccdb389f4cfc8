//! The lesson for one person in the real window, with a real pointer and real keys, from the start screen to the hot wash.
//!
//! What is done on the way: look around, ask why, answer, change the chair, look back, end. Everything is found by its name. It
//! must not know the simulation: what came of it is read from the recording.

use super::{
    recording,
    screen::{Screen, wait_for},
};
use doorvoerland::{
    recording::entry::Entry,
    sim::{
        command::{Actor, Command as Ordered},
        course::Steer,
    },
};
use std::{path::Path, process::Command};

/// In the middle of Zeeland, on the map as it opens.
const ZEELAND: (i32, i32) = (420, 468);

#[test]
fn the_lesson_is_played_by_hand_from_the_start_screen_to_the_hot_wash() {
    let folder = tempfile::tempdir().expect("a folder");
    let screen = Screen::open(folder.path(), &[]);
    screen.focus();
    screen.press("Kennismaking");
    wait_for("the lesson is chosen", || screen.reads("Een kwartier, alleen"));
    screen.press("Beginnen");
    screen.press("STARTEX");

    comes(&screen, "K-01 ");
    answer(&screen, "klaar");

    // A click on the map opens the details, which lead back to the messages.
    comes(&screen, "K-02 ");
    screen.click(ZEELAND.0, ZEELAND.1);
    wait_for("Zeeland among the details", || screen.reads("Vitale processen") && screen.reads("Zeeland"));
    screen.press("Terug naar Berichten");
    answer(&screen, "een kapot station, dus geen stroom");

    // A day in a minute and a half: what is not answered goes on by itself.
    screen.use_it("the pace", |place| place.role == "ComboBox" && place.value == "1 min/s");
    screen.press("Een kwartier per seconde");
    comes(&screen, "K-10 ");
    screen.press("⏸");
    answer(&screen, "eerder vragen wie er beslist");

    // Looking back changes nothing, and the way to now is on the screen.
    screen.press("⏮");
    wait_for("that one looks back", || screen.reads("U kijkt terug"));
    screen.press("⏭");
    wait_for("the present", || !screen.reads("U kijkt terug"));

    screen.press("Spelleiding ⏷");
    screen.press("Oefening");
    screen.press("ENDEX");
    screen.press("Directe nabespreking");
    let stages = || steered(folder.path());
    wait_for("the hot wash in the recording", || stages().contains(&Steer::HotWash));
    assert!(stages().contains(&Steer::End));
    drop(screen);

    let answers = answered(folder.path());
    assert_eq!(answers.len(), 3, "{answers:?}");
    assert!(answers.iter().all(|by| matches!(by, Actor::Role(_))), "in the name of a table: {answers:?}");
    let file = std::fs::read_dir(folder.path()).expect("the folder can be listed").next();
    let verified = Command::new(env!("CARGO_BIN_EXE_doorvoerland"))
        .args(["--lang", "en", "verify"])
        .arg(file.expect("there is a recording").expect("an entry").path())
        .output()
        .expect("the program starts");
    assert!(verified.status.success(), "{verified:?}");
}

/// In whose names messages were answered.
fn answered(folder: &Path) -> Vec<Actor> {
    let opened = recording(folder);
    let answers = opened.entries().iter().filter_map(|entry| match entry {
        Entry::Command(record) if matches!(record.command, Ordered::AnswerInject { .. }) => Some(record.by),
        _ => None,
    });
    answers
        .filter(|by| by.seat == 0)
        .map(|by| by.actor)
        .filter(|actor| !matches!(actor, Actor::Auto(_)))
        .collect()
}

/// What was done with the exercise itself.
fn steered(folder: &Path) -> Vec<Steer> {
    let opened = recording(folder);
    let steers = opened.entries().iter().filter_map(|entry| match entry {
        Entry::Steer { steer, .. } => Some(steer.clone()),
        _ => None,
    });
    steers.collect()
}

/// The next message of the lesson.
fn comes(screen: &Screen, title: &str) {
    wait_for(title, || screen.places().iter().any(|place| place.value.starts_with(title)));
}

/// Answers the newest message.
fn answer(screen: &Screen, words: &str) {
    screen.press("Antwoorden…");
    screen.find("the field for the answer", |place| place.role == "MultilineTextInput");
    // The field has the focus at once.
    screen.type_text(words);
    screen.press("Antwoord versturen");
    wait_for("the answer", || screen.reads("Eigen antwoord"));
}
