//! Trying out what happens if something is done now: the exercise and its recording notice nothing.

use doorvoerland::{
    assets,
    auto::players::Players,
    geo::map::MapData,
    preflight::preview::{Trial, preview},
    scenario::{load, source::Source},
    session::{Session, SubmitError, journal::Journal},
    sim::{
        command::{Actor, By, Command},
        digest::digests,
        ids::InjectId,
        metric::Metric,
        time::{Span, TICKS_PER_HOUR},
    },
    text::{Language, Texts},
};
use std::fs;

const LEAD: By = By { actor: Actor::Lead, seat: 0 };

#[test]
fn a_preview_shows_a_band_and_leaves_no_trace() {
    let texts = Texts::new();
    let map = MapData::built_in().expect("the built-in map is whole");
    let scenario = assets::scenario("onder-druk").expect("it is built in");
    let source = Source::new(scenario.file, scenario.text.to_owned());
    let exercise = load::build(load::world_built_in(), source, &map).expect("the exercise is sound");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.oefening");
    let journal = Journal::create(&path, &exercise.country, &exercise.plan, 0).expect("it can be written");
    let mut session = Session::new(exercise.country, exercise.plan, Some(journal));
    let players = Players::for_all(&session, &texts, Language::Nl);
    players.advance(&mut session, 30 * TICKS_PER_HOUR, &mut |_, _| {}).expect("it can be written");
    let power = session.country().processes.find(|row| row.code == "EL").expect("a process");
    let level = Metric::Level(power, None);
    let (before, log, file) =
        (digests(session.head()), session.log().len(), fs::read(&path).expect("a file"));
    // The inject that hits electricity hardest is one of the box: try them until one does.
    let dark = |inject: InjectId| {
        let trial = Trial {
            commands: vec![(LEAD, Command::FireInject { inject })],
            ahead: Span::hours(12),
            seeds: 1,
            metrics: vec![level],
        };
        let found = preview(&session, &trial, &texts).expect("the lead may");
        let band = found.bands[0];
        (band.is_clear() && band.with.high < band.without.low).then_some((found, inject))
    };
    let (found, inject) = session.plan().injects.ids().find_map(dark).expect("one of them takes power away");
    assert_eq!(found.until, session.head().tick.after(Span::hours(12)));
    let again = Trial {
        commands: vec![(LEAD, Command::FireInject { inject })],
        ahead: Span::hours(12),
        seeds: 2,
        metrics: Vec::new(),
    };
    let twice = [0, 1].map(|_| preview(&session, &again, &texts).expect("the lead may"));
    assert_eq!(twice[0], twice[1], "the same dice");
    assert!(twice[0].bands.iter().all(|band| band.with.low <= band.with.high));
    assert!(twice[0].bands.len() > 8, "the usual figures and those that move most");
    // What a player may not do is refused, and nothing of it is seen.
    let role = session.country().roles.ids().next().expect("a role");
    let wrong = Trial {
        commands: vec![(By { actor: Actor::Role(role), seat: 1 }, Command::FireInject { inject })],
        ..again
    };
    assert!(matches!(preview(&session, &wrong, &texts), Err(SubmitError::Refused(_))));
    assert_eq!(digests(session.head()), before);
    assert_eq!(session.log().len(), log);
    assert_eq!(fs::read(&path).expect("a file"), file);
}
