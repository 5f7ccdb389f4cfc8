//! Ten days as a whole: an opponent that chooses for itself, automatic players, a lead that sets the phase.

use doorvoerland::{
    auto::players::Players,
    geo::map::MapData,
    scenario::{load, source::Source},
    session::Session,
    sim::{
        cause::Cause,
        command::{Actor, By, Command},
        digest::digest,
        ids::DenseId,
        metric::{self, Metric},
        time::TICKS_PER_DAY,
    },
    text::{Language, Texts},
};
use std::path::Path;

fn session() -> Session {
    let map = MapData::built_in().expect("the built-in map is whole");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/ten_days.ron");
    let source = Source::open(&path).expect("the file is there");
    let exercise = load::build(load::world_built_in(), source, &map).expect("the exercise is sound");
    Session::new(exercise.country, exercise.plan, None)
}

fn played(texts: &Texts) -> Session {
    let mut session = session();
    let players = Players::for_all(&session, texts, Language::Nl);
    for (day, phase) in [(3, 2), (5, 3)] {
        players.advance(&mut session, day * TICKS_PER_DAY, &mut |_, _| ()).expect("nothing is recorded");
        let now = session.head().tick;
        let set = Command::SetPhase { phase, reason: "Volgens het draaiboek.".to_owned() };
        session.submit(By { actor: Actor::Lead, seat: 0 }, now, set).expect("the lead may");
    }
    let left = session.plan().end().since(session.head().tick).0;
    players.advance(&mut session, left, &mut |_, _| ()).expect("nothing is recorded");
    session
}

#[test]
fn the_grey_zone_is_played_through_and_repeats() {
    let texts = Texts::new();
    let (first, second) = (played(&texts), played(&texts));
    assert_eq!(digest(first.head()), digest(second.head()));
    let (country, state) = (first.country(), first.head());
    assert_eq!(state.tick, first.plan().end());
    assert_eq!(metric::value(country, state, Metric::Phase), 3);
    let acts = metric::value(country, state, Metric::Acts);
    assert!((5..60).contains(&acts), "{acts} acts in ten days");
    // Every act is an inject behind the planned ones, was sent, and what it did names it.
    let planned = first.plan().injects.len();
    assert!(state.adversary.acts.iter().all(|row| row.inject.index() >= planned));
    let serials = state.damages.open.iter().filter(|row| matches!(row.cause, Cause::Inject(_)));
    assert!(serials.count() > 0, "some damage is still there");
    assert!(state.injects.invented.iter().any(|row| row.code.starts_with("AD-")), "somebody was advised");
    // Left alone, the phase stays where it was.
    let mut alone = session();
    alone.advance(alone.plan().length.0).expect("nothing is recorded");
    assert_eq!(alone.head().adversary.phase, 1);
}
