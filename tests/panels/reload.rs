//! An author changes the file of an exercise while it is open.

use super::{Play, SEAT};
use doorvoerland::{
    app::{
        driver::Driver as _,
        exercise::{Exercise, Opening, Setup},
        play::sheet,
    },
    assets,
    geo::map::MapData,
    panels::{
        intent::{Beginning, ClockIntent, ExerciseIntent, Intent},
        page::Tab,
    },
    scenario::{load, source::Source},
    sim::course::Steer,
    text::{Language, Texts},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread::sleep,
    time::{Duration, Instant},
};

/// How long a change may take to be noticed.
const PATIENCE: Duration = Duration::from_secs(30);
const OLD: &str = "title: (nl: \"Kennismaking\", en: \"First steps\")";
const NEW: &str = "title: (nl: \"Anders\", en: \"Otherwise\")";

fn lesson() -> String {
    let lesson = assets::scenario("kennismaking").expect("it is built in").text.to_owned();
    assert!(lesson.contains(OLD));
    lesson
}

/// The lesson read from a file of its own.
fn read_from_disk(offer: bool) -> (Play, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("les.ron");
    fs::write(&path, lesson()).expect("written");
    let map = Arc::new(MapData::built_in().expect("the map opens"));
    let source = Source::open(&path).expect("it can be read");
    let loaded = load::build(load::world_built_in(), source.clone(), &map).expect("the exercise loads");
    let setup = Setup {
        map,
        texts: Arc::new(Texts::new()),
        language: Language::Nl,
        windows: 1,
        folder: folder.path().join("opnamen"),
        sheet: Arc::new(sheet(&loaded)),
        offered: vec![source],
        offer,
    };
    let exercise = Exercise::open(setup, Opening::Scenario(loaded.country, loaded.plan)).expect("it opens");
    (Play { exercise, folder }, path)
}

/// Changes the file and waits until the exercise says something; what it says.
fn changed(play: &mut Play, path: &Path, text: &str) -> String {
    let before = play.view(Tab::Inspector).answers.last().map(|answer| answer.number);
    fs::write(path, text).expect("written");
    let since = Instant::now();
    loop {
        play.exercise.advance(Duration::ZERO);
        let newest = play.view(Tab::Inspector).answers.pop();
        if let Some(answer) = newest.filter(|answer| Some(answer.number) != before) {
            return answer.text;
        }
        assert!(since.elapsed() < PATIENCE, "the change was not noticed");
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn what_lies_ready_is_made_anew_and_a_broken_file_changes_nothing() {
    let (mut play, path) = read_from_disk(false);
    let said = changed(&mut play, &path, &lesson().replace(OLD, NEW));
    assert!(said.ends_with("les.ron is opnieuw gelezen."), "{said}");
    assert_eq!(play.exercise.session().plan().title.nl, "Anders");

    let stamp = play.exercise.stamp(SEAT);
    let said = changed(&mut play, &path, &lesson().replace("\"prorail\"", "\"prorial\""));
    assert!(said.contains("les.ron:") && said.contains("prorial") && said.contains("prorail"), "{said}");
    assert_eq!(play.exercise.session().plan().title.nl, "Anders", "what was there stays");
    assert_ne!(play.exercise.stamp(SEAT), stamp, "the window shows what was said");
}

#[test]
fn what_has_begun_goes_on_as_it_began() {
    let (mut play, path) = read_from_disk(false);
    play.ask(ExerciseIntent::Steer(Steer::Start { by_rounds: false }));
    play.give(vec![Intent::Clock(ClockIntent::Pause)]);
    let said = changed(&mut play, &path, &lesson().replace(OLD, NEW));
    assert!(said.contains("gaat door met wat zij bij het begin las"), "{said}");
    assert_eq!(play.exercise.session().plan().title.nl, "Kennismaking");
}

#[test]
fn the_start_card_shows_the_change_and_says_what_keeps_it_from_beginning() {
    let (mut play, path) = read_from_disk(true);
    changed(&mut play, &path, &lesson().replace(OLD, NEW));
    let start = play.view(Tab::Inspector).start.expect("the card is shown");
    assert_eq!((start.title.as_str(), start.offered[0].title.as_str()), ("Anders", "Anders"));

    changed(&mut play, &path, &lesson().replace("\"prorail\"", "\"prorial\""));
    let start = play.view(Tab::Inspector).start.expect("the card is shown");
    assert!(start.broken.iter().any(|fault| fault.contains("prorial")), "{:?}", start.broken);

    changed(&mut play, &path, &lesson().replace(OLD, NEW));
    play.ask(ExerciseIntent::Begin(Beginning::New));
    assert_eq!(play.exercise.session().plan().title.nl, "Anders");
}
