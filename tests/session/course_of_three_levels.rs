//! The exercise "Leergang" as a whole: a decision of one level comes back as a message at another, in every round and both ways; who
//! decides nothing is spared it. Automatic players finish it wherever it is played.

use doorvoerland::{
    auto::players::Players,
    geo::map::MapData,
    preflight::{Weight, preflight},
    scenario::{
        load::{self, Exercise},
        source::Source,
    },
    session::Session,
    sim::{
        command::{Actor, By, Command},
        country::SeatTable,
        plan::Trigger,
        state::InjectStatus,
        time::{TICKS_PER_DAY, Tick},
    },
    text::{Language, Texts},
};
use std::{path::Path, sync::OnceLock};

fn exercise(values: &[(&str, &str)]) -> Exercise {
    static MAP: OnceLock<MapData> = OnceLock::new();
    let map = MAP.get_or_init(|| MapData::built_in().expect("the built-in map is whole"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/leergang.ron");
    let values: Vec<_> = values.iter().map(|(field, value)| ((*field).into(), (*value).into())).collect();
    let source = Source::open(&path).expect("the file is there");
    load::build_filled(load::world_built_in(), source, &values, map).unwrap_or_else(|error| panic!("{error}"))
}

fn session(exercise: &Exercise) -> Session {
    Session::new(exercise.country.clone(), exercise.plan.clone(), None)
}

fn sent(session: &Session, code: &str) -> bool {
    let id = session.plan().injects.find(|row| row.code == code).expect("the script has it");
    session.head().injects.get(id).is_some_and(|row| row.sent.is_some())
}

/// The consequences by round: those at a lower level first.
const CONSEQUENCES: [&str; 6] = ["L-15", "L-16", "L-25", "L-26", "L-34", "L-35"];

#[test]
fn who_decides_nothing_hurts_nobody() {
    let mut session = session(&exercise(&[]));
    session.advance(session.plan().end().0).expect("nothing is recorded");
    for code in CONSEQUENCES {
        assert!(!sent(&session, code), "{code}");
    }
    assert!(sent(&session, "L-36"));
}

#[test]
fn a_decision_of_one_level_comes_back_at_another_and_says_so_to_others_only() {
    let exercise = exercise(&[]);
    // Round 1, both ways: a hall for soldiers at the region, reception at Defence. Each alone.
    for (role, measure, region, code, other) in [
        ("cds", "legering-openen", true, "L-15", "L-25"),
        ("gemeenten", "opvang-openen", true, "L-16", "L-15"),
        ("gemeenten", "noodsteunpunten", true, "L-26", "L-25"),
        ("mindef", "reservisten-oproepen", false, "L-34", "L-15"),
        ("ziekenhuizen", "planbare-zorg-af", false, "L-35", "L-34"),
    ] {
        let mut session = session(&exercise);
        let country = session.country().clone();
        let by = country.roles.find(|row| row.code == role).expect("a role");
        let measure_id = country.measures.rows.find(|row| row.code == measure).expect("a measure");
        let place = country.regions.find(|row| row.code == "VR18").filter(|_| region);
        let command =
            Command::TakeMeasure { measure: measure_id, region: place, reason: "Zo besloten.".into() };
        let refused = session.submit(By { actor: Actor::Role(by), seat: 0 }, Tick(0), command).err();
        assert!(refused.is_none(), "{measure}: {refused:?}");
        session.advance(session.plan().end().0).expect("nothing is recorded");
        assert!(sent(&session, code), "{measure} brings {code}");
        assert!(!sent(&session, other), "{measure} does not bring {other}");
        let inject = session.plan().injects.rows().iter().find(|row| row.code == code).expect("it is there");
        assert!(!inject.receivers.contains(&by), "{code} goes to others than who decided");
        let table = |role| country.roles[role].table;
        let others = inject.receivers.iter().filter(|role| table(**role) != table(by));
        assert!(others.count() > 0, "{code} goes to another table than {:?}", table(by));
    }
}

#[test]
fn automatic_players_finish_it_wherever_it_is_played() {
    let texts = Texts::new();
    for values in [
        vec![("tables", "twintig")],
        vec![("port", "vlissingen-sloe"), ("length", "dag")],
        vec![("port", "eemshaven"), ("length", "45-min")],
    ] {
        let exercise = exercise(&values);
        let mut session = session(&exercise);
        let players = Players::for_all(&session, &texts, Language::Nl);
        while session.head().tick < session.plan().end() {
            players.advance(&mut session, TICKS_PER_DAY, &mut |_, _| ()).expect("nothing is recorded");
        }
        let plan = session.plan();
        let count = CONSEQUENCES.iter().filter(|code| sent(&session, code)).count();
        assert!(count >= 4, "{values:?}: {count}");
        for (id, inject) in plan.injects.iter().filter(|(_, row)| matches!(row.trigger, Trigger::At(_))) {
            let status = session.head().injects.get(id).map(|row| row.status);
            assert!(status.is_some_and(|status| status != InjectStatus::Ready), "{}", inject.code);
        }
        assert!(plan.injects.rows().iter().all(|row| !row.text.nl.contains('{')));
    }
}

#[test]
fn the_check_before_the_day_doubts_nothing() {
    let found = preflight(&exercise(&[]), &Texts::new()).expect("nothing is recorded");
    let graver: Vec<_> = found.findings.iter().filter(|row| row.weight != Weight::Note).collect();
    assert!(graver.is_empty(), "{graver:?}");
}

#[test]
fn every_ordinary_message_has_a_softer_and_a_harder_variant_and_every_role_a_card() {
    for tables in ["twaalf", "twintig"] {
        let exercise = exercise(&[("tables", tables)]);
        for inject in exercise.plan.injects.rows().iter().filter(|row| !row.shelf) {
            let both = inject.staging.softer.is_some() && inject.staging.harder.is_some();
            let none = CONSEQUENCES.contains(&inject.code.as_str()) || inject.code.ends_with('0');
            assert_eq!(both, !none, "{}", inject.code);
            assert!(
                inject.staging.acted.is_some() && !inject.staging.on_absence.nl.is_empty(),
                "{}",
                inject.code
            );
        }
        for role in &exercise.script.roles {
            assert!(exercise.script.cards.iter().any(|card| card.role == *role), "{role:?} has no card");
        }
        let levels = [SeatTable::Rijk, SeatTable::Regio, SeatTable::Infra];
        for table in levels {
            assert!(exercise.script.roles.iter().any(|role| exercise.country.roles[*role].table == table));
        }
    }
}
