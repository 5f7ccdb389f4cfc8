//! The exercise "Dertig treinen" as a whole: automatic players finish it from every port, thirty trains cost something, and no
//! simple way of dividing is best at both.

use doorvoerland::{
    auto::players::Players,
    geo::map::MapData,
    scenario::{
        load::{self, Exercise},
        source::Source,
    },
    session::{Session, journal::Journal, replay::Opened},
    sim::{
        command::{Actor, By, Command},
        country::{Class, Mode, NO_CAP, PoolKind},
        digest::digest,
        ids::{MovementId, PoolId},
        metric::{self, Metric},
        time::TICKS_PER_DAY,
    },
    text::{Language, Texts},
};
use std::{path::Path, sync::OnceLock};

fn map() -> &'static MapData {
    static MAP: OnceLock<MapData> = OnceLock::new();
    MAP.get_or_init(|| MapData::built_in().expect("the built-in map is whole"))
}

fn chosen(values: &[(&str, &str)]) -> Vec<(String, String)> {
    values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}

fn source() -> Source {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/dertig-treinen.ron");
    Source::open(&path).expect("the file is there")
}

fn exercise(values: &[(&str, &str)]) -> Exercise {
    load::build_filled(load::world_built_in(), source(), &chosen(values), map())
        .unwrap_or_else(|error| panic!("{error}"))
}

const BRIGADE: MovementId = MovementId(0);

/// A simple way of dividing, kept to from the first hour to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strategy {
    /// Nobody decides anything.
    Nothing,
    /// The transit goes first, with every basis that can be had.
    Transit,
    /// The transit gets nothing that others could use.
    Civil,
    /// Who asks first is served, up to what the owner may give.
    FirstCome,
    /// Half for each, over all ways.
    Even,
}

const ALL: [Strategy; 5] =
    [Strategy::Nothing, Strategy::Transit, Strategy::Civil, Strategy::FirstCome, Strategy::Even];

/// Tries a decision; what is refused is left.
fn try_as(session: &mut Session, role: doorvoerland::sim::ids::RoleId, command: Command) -> bool {
    let by = By { actor: Actor::Role(role), seat: 0 };
    let now = session.head().tick;
    session.may(by, now, command.clone()).is_ok() && session.submit(by, now, command).is_ok()
}

fn why() -> String {
    "Volgens de afspraak van de tafel.".to_owned()
}

/// Divides every pool of the kinds that both want.
fn divide(session: &mut Session, strategy: Strategy) {
    let country = session.country().clone();
    for pool in country.pools.ids() {
        let row = &country.pools[pool];
        if !matches!(row.kind, PoolKind::Paths(Mode::Rail) | PoolKind::Handling | PoolKind::Held) {
            continue;
        }
        if strategy == Strategy::Transit {
            bases(session, pool);
        }
        let mut policy = session.head().pools[pool].policy.clone();
        match strategy {
            Strategy::Nothing => return,
            Strategy::Transit => {
                policy.order.sort_by_key(|class| !class.is_military());
                policy.day_cap[Class::Military] = NO_CAP;
            }
            Strategy::Civil => {
                policy.order.sort_by_key(|class| class.is_military());
                if row.kind == PoolKind::Paths(Mode::Rail) {
                    policy.day_cap[Class::Military] = 0;
                }
            }
            Strategy::FirstCome => {
                if row.kind == PoolKind::Paths(Mode::Rail) {
                    policy.day_cap[Class::Military] = 4;
                }
            }
            Strategy::Even => {
                if row.kind == PoolKind::Paths(Mode::Rail) {
                    policy.day_cap[Class::Military] = 2;
                }
            }
        }
        if policy != session.head().pools[pool].policy {
            let set = |policy| Command::SetPolicy { pool, policy, until: None, reason: why() };
            if !try_as(session, row.owner, set(policy.clone())) && strategy == Strategy::Transit {
                // Without the basis: as far as the owner may go alone.
                let mut less = session.head().pools[pool].policy.clone();
                less.day_cap[Class::Military] = less.day_cap[Class::Military].max(4);
                try_as(session, row.owner, set(less));
            }
        }
    }
}

/// Asks everybody who can for every basis of a pool.
fn bases(session: &mut Session, pool: PoolId) {
    let limits = session.country().pools[pool].limits.clone();
    for (limit, row) in (0_u16..).zip(&limits) {
        let about_military = format!("{:?}", row.what).contains("Military");
        if about_military {
            for role in row.providers() {
                try_as(session, role, Command::ProvideBasis { pool, limit, reason: why() });
            }
        }
    }
}

/// What the two sides have at the end: share of the brigade that was across in time, and hours that everyday transport waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Outcome {
    across: i64,
    waited: i64,
}

fn play(exercise: &Exercise, strategy: Strategy) -> Outcome {
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
    if strategy == Strategy::Even {
        let planner = exercise.country.roles.find(|row| row.code == "toc-dvvo").expect("it plans");
        let mut order = exercise.plan.movements[BRIGADE].order.clone();
        let ways = order.shares_permille.len();
        order.shares_permille =
            (0..ways).map(|way| if way == 0 { 500 } else { 500 / (ways as u16 - 1) }).collect();
        assert!(try_as(
            &mut session,
            planner,
            Command::PlanMovement { movement: BRIGADE, order, reason: why() }
        ));
    }
    let due = exercise.plan.movements[BRIGADE].due;
    let mut across = 0;
    while session.head().tick < session.plan().end() {
        divide(&mut session, strategy);
        let step = TICKS_PER_DAY.min(session.plan().end().since(session.head().tick).0);
        let to_due = due.0.saturating_sub(session.head().tick.0);
        if (1..step).contains(&to_due) {
            session.advance(to_due).expect("nothing is recorded");
            across = metric::value(session.country(), session.head(), Metric::Delivered(BRIGADE));
            session.advance(step - to_due).expect("nothing is recorded");
        } else {
            session.advance(step).expect("nothing is recorded");
        }
    }
    let of = |metric| metric::value(session.country(), session.head(), metric);
    let waited = of(Metric::CivilDelay);
    Outcome { across, waited }
}

#[test]
fn no_simple_way_of_dividing_is_best_at_both() {
    let mut exercise = exercise(&[]);
    for seed in [1, 2, 3] {
        load::vary(&mut exercise, Some(seed), None);
        let outcomes = ALL.map(|strategy| (strategy, play(&exercise, strategy)));
        for (strategy, own) in outcomes {
            let better = |other: &Outcome| other.across > own.across || other.waited < own.waited;
            assert!(
                outcomes.iter().any(|(_, other)| better(other)),
                "with seed {seed} {strategy:?} is best at both: {outcomes:?}"
            );
        }
        println!("{seed}: {outcomes:?}");
        let of = |strategy| outcomes.iter().find(|(each, _)| *each == strategy).map(|(_, outcome)| *outcome);
        let (nothing, transit, civil) = (of(Strategy::Nothing), of(Strategy::Transit), of(Strategy::Civil));
        let (nothing, transit, civil) =
            nothing.zip(transit.zip(civil)).map(|(a, (b, c))| (a, b, c)).expect("all were played");
        // Thirty trains do not fit in what the railway keeps free, and those who make them fit make others wait.
        assert!(nothing.across < 500, "{nothing:?}");
        assert!(transit.across > nothing.across + 200, "{transit:?} {nothing:?}");
        assert!(transit.waited > civil.waited + civil.waited / 20, "{transit:?} {civil:?}");
    }
}

#[test]
fn automatic_players_finish_it_from_every_port() {
    let texts = Texts::new();
    for port in ["vlissingen-sloe", "waalhaven", "eemshaven"] {
        let exercise = exercise(&[("port", port)]);
        let play = || {
            let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
            let players = Players::for_all(&session, &texts, Language::Nl);
            let length = session.plan().length.0;
            players.advance(&mut session, length, &mut |_, _| ()).expect("nothing is recorded");
            session
        };
        let session = play();
        assert_eq!(session.head().tick, session.plan().end());
        assert!(!session.log().is_empty(), "{port}: somebody decided something");
        let plan = session.plan();
        let sent = plan
            .injects
            .ids()
            .filter(|id| session.head().injects.get(*id).is_some_and(|row| row.sent.is_some()));
        assert!(sent.count() >= 25, "{port}");
        let across = metric::value(session.country(), session.head(), Metric::Delivered(BRIGADE));
        assert!(across > 300, "{port}: {across}");
        assert_eq!(plan.filled[0], ("port".to_owned(), port.to_owned()), "the plan says what was filled in");
        if port == "eemshaven" {
            assert_eq!(digest(session.head()), digest(play().head()));
            assert!(plan.injects.rows().iter().any(|row| row.text.nl.contains("in de Eemshaven")));
            assert!(
                plan.injects
                    .rows()
                    .iter()
                    .all(|row| !row.text.nl.contains("Vlissingen") && !row.text.nl.contains('{'))
            );
        }
    }
}

#[test]
fn a_lead_fills_it_in_and_what_was_filled_in_is_recorded() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.oefening");
    let values = [
        ("port", "waalhaven"),
        ("date", "2027-05-10"),
        ("length", "45-min"),
        ("tables", "twintig"),
        ("opponent", "Oostmark"),
    ];
    let exercise = exercise(&values);
    assert_eq!((exercise.plan.rounds.len(), exercise.script.roles.len()), (2, 20));
    assert!(
        exercise.plan.summary.nl.contains("van Rotterdam naar")
            && exercise.plan.summary.nl.contains("maandag 10 mei 2027")
    );
    assert!(exercise.plan.summary.en.contains("Monday 10 May 2027"));
    let journal = Journal::create(&path, &exercise.country, &exercise.plan, 0).expect("the disk takes it");
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), Some(journal));
    session.advance(8).expect("the disk takes it");
    drop(session);
    // Nothing but the recording is needed afterwards: the values are in it, and everything that came of them.
    let opened = Opened::read(&path).expect("it was just written");
    assert_eq!(opened.plan().filled, exercise.plan.filled);
    assert_eq!(*opened.plan().summary.nl, exercise.plan.summary.nl);
    assert!(opened.plan().filled.contains(&("port".to_owned(), "waalhaven".to_owned())));
}
