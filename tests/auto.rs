//! Automatic players: what they propose from a desk, and that in a whole exercise they stay calm, lawful and repeatable.

use doorvoerland::{
    assets,
    auto::{
        CALM,
        desk::{CrewDesk, DamageDesk, Desk, MovementDesk, PoolDesk, WayDesk},
        players::Players,
        propose,
        reason::Reason,
    },
    geo::map::MapData,
    scenario::{load, source::Source},
    session::Session,
    sim::{
        command::{Actor, By, Command},
        country::{Basis, Class, Limited, Mode, NO_CAP, PerClass, PieceKind, Policy, PolicyLimit},
        effect::Target,
        event::{Binding, LedgerRow},
        ids::{EdgeId, LinkId, MovementId, PoolId, RoleId, SkillId},
        plan::MovementOrder,
        time::{Span, Tick},
    },
    text::{Language, Texts},
};
use std::collections::BTreeMap;

const NOW: Tick = Tick(400);

fn empty_desk() -> Desk {
    Desk { role: RoleId(0), now: NOW, pools: Vec::new(), crews: Vec::new(), movements: Vec::new() }
}

fn proposals(desk: &Desk) -> Vec<(Command, Reason)> {
    let found = propose(desk, &|_: &Reason| "because".to_owned());
    found.into_iter().map(|proposal| (proposal.command, proposal.reason)).collect()
}

fn ledger(asked: &[(Class, u32)], refused: &[(Class, u32, Binding)]) -> LedgerRow {
    let mut row = LedgerRow {
        pool: PoolId(0),
        hour: 99,
        asked: PerClass::default(),
        granted: PerClass::default(),
        used: PerClass::default(),
        refused: PerClass::default(),
        binding: PerClass::default(),
    };
    for (class, count) in asked {
        row.asked[*class] = *count;
    }
    for (class, count, binding) in refused {
        row.refused[*class] = *count;
        row.binding[*class] = Some(*binding);
    }
    row
}

/// A pool of train paths in which military claims met the day cap and are behind their date.
fn short_pool(limit: u16) -> PoolDesk {
    let default = Policy {
        order: Class::ALL,
        minimum: PerClass::default(),
        cap: PerClass([NO_CAP; Class::COUNT]),
        day_cap: PerClass([NO_CAP, NO_CAP, NO_CAP, 1, NO_CAP, NO_CAP]),
    };
    let lately = ledger(
        &[(Class::Military, 8), (Class::LifeSupport, 20)],
        &[(Class::Military, 6, Binding::DayCap(PoolId(0)))],
    );
    let mut behind = PerClass([false; Class::COUNT]);
    behind[Class::Military] = true;
    let mut hours_refused = PerClass::default();
    hours_refused[Class::Military] = 6;
    PoolDesk {
        pool: PoolId(0),
        policy: default.clone(),
        default,
        limits: vec![PolicyLimit {
            what: Limited::DayCapAbove(Class::Military, limit),
            basis: Basis::G4,
            provider: RoleId(1),
            with: None,
            delay: Span(24),
        }],
        narrowest: 6,
        changed: None,
        day: lately.clone(),
        lately,
        hours_refused,
        behind,
    }
}

fn day_cap(desk: PoolDesk) -> Option<u16> {
    let desk = Desk { pools: vec![desk], ..empty_desk() };
    match proposals(&desk).as_slice() {
        [] => None,
        [(Command::SetPolicy { policy, .. }, _)] => Some(policy.day_cap[Class::Military]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pool_gives_military_claims_more_within_the_law_only() {
    assert_eq!(day_cap(short_pool(4)), Some(2));
    assert_eq!(day_cap(short_pool(1)), None, "the limit needs a basis the owner does not have");
    let mut on_time = short_pool(4);
    on_time.behind = PerClass::default();
    assert_eq!(day_cap(on_time), None, "nobody is behind");
    let mut just_changed = short_pool(4);
    just_changed.changed = Some(Tick(NOW.0 - CALM.0 + 1));
    assert_eq!(day_cap(just_changed), None, "not twice within six hours");
    let mut hungry = short_pool(4);
    hungry.lately.refused[Class::LifeSupport] = 5;
    hungry.hours_refused[Class::LifeSupport] = 6;
    assert_eq!(day_cap(hungry), None, "not while life support comes short");
}

#[test]
fn a_pool_goes_back_when_life_support_comes_short_under_its_policy() {
    let mut pool = short_pool(4);
    pool.policy.day_cap[Class::Military] = 3;
    pool.changed = Some(Tick(NOW.0 - CALM.0));
    pool.lately.refused[Class::LifeSupport] = 5;
    pool.hours_refused[Class::LifeSupport] = 4;
    let default = pool.default.clone();
    let found = proposals(&Desk { pools: vec![pool], ..empty_desk() });
    let [(Command::SetPolicy { policy, until: None, .. }, reason)] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(*policy, default);
    assert_eq!(*reason, Reason::CivilShort { pool: PoolId(0), refused: 5 });
}

#[test]
fn military_claims_never_pass_life_support() {
    let mut pool = short_pool(9);
    let link = LinkId(0);
    pool.default.order = [
        Class::Medical,
        Class::Commercial,
        Class::LifeSupport,
        Class::Passenger,
        Class::Military,
        Class::UrgentMilitary,
    ];
    pool.policy = pool.default.clone();
    for _ in 0..12 {
        pool.lately.binding[Class::Military] = Some(Binding::Slots(link, 100));
        let found = proposals(&Desk { pools: vec![pool.clone()], ..empty_desk() });
        let Some((Command::SetPolicy { policy, .. }, _)) = found.first() else { break };
        assert!(policy.rank(Class::LifeSupport) < policy.rank(Class::Military));
        assert!(policy.rank(Class::Medical) < policy.rank(Class::Military));
        pool.policy = policy.clone();
    }
    assert!(pool.policy.rank(Class::Military) < pool.default.rank(Class::Military), "it did move up");
}

#[test]
fn crews_go_first_where_most_people_are_affected() {
    let damage = |serial: u32, people: u64| DamageDesk {
        serial,
        target: Target::Edge(EdgeId(serial)),
        rank: 0,
        teams_max: 4,
        people,
    };
    let mut crew = CrewDesk {
        skill: SkillId(0),
        teams: 4,
        changed: None,
        damages: vec![damage(1, 900), damage(2, 5_000)],
    };
    let order = |crew: &CrewDesk| proposals(&Desk { crews: vec![crew.clone()], ..empty_desk() });
    let found = order(&crew);
    assert!(matches!(found.as_slice(), [(Command::OrderRepair { damage: 2, rank: -1, .. }, _)]), "{found:?}");
    crew.damages[0].people = 4_800;
    assert_eq!(order(&crew), [], "hardly a difference");
    crew.damages[0].people = 900;
    crew.teams = 8;
    assert_eq!(order(&crew), [], "teams enough for both");
    crew.teams = 4;
    crew.changed = Some(Tick(NOW.0 - 1));
    assert_eq!(order(&crew), [], "crews are not sent to and fro");
}

#[test]
fn the_planner_shifts_from_a_mode_that_waits_to_one_that_flows() {
    let way = |mode, share_permille, waited, sets_free| WayDesk {
        mode,
        share_permille,
        waited: Span(waited),
        sets_free,
        set_pieces: 25,
        open: true,
    };
    let mut movement = MovementDesk {
        movement: MovementId(0),
        due: Tick(600),
        pieces: 1_000,
        delivered: 100,
        on_hold: false,
        changed: None,
        order: MovementOrder {
            shares_permille: vec![600, 350, 50],
            corridors: vec![None; 3],
            kinds: PieceKind::ALL,
            ports: Vec::new(),
            staging: None,
            on_hold: false,
        },
        ways: vec![way(Mode::Rail, 600, 40, 2), way(Mode::Road, 350, 0, 3), way(Mode::Water, 50, 0, 0)],
    };
    let plan =
        |movement: &MovementDesk| proposals(&Desk { movements: vec![movement.clone()], ..empty_desk() });
    let found = plan(&movement);
    let [(Command::PlanMovement { order, .. }, reason)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*order, MovementOrder { shares_permille: vec![500, 450, 50], ..movement.order.clone() });
    assert_eq!(
        *reason,
        Reason::Waits { movement: MovementId(0), from: Mode::Rail, to: Mode::Road, hours: 10 }
    );
    movement.on_hold = true;
    assert_eq!(plan(&movement), [], "somebody chose to wait");
    movement.on_hold = false;
    movement.ways[1].waited = Span(1);
    assert_eq!(plan(&movement), [], "nothing flows");
}

/// The built-in exercise, not recorded.
fn session() -> Session {
    let map = MapData::built_in().expect("the built-in map is whole");
    let scenario = assets::DEFAULT;
    let source = Source::new(scenario.file, scenario.text.to_owned());
    let exercise = load::build(load::world_built_in(), source, &map).expect("the built-in exercise is sound");
    Session::new(exercise.country, exercise.plan, None)
}

#[test]
fn in_a_whole_exercise_they_stay_calm_lawful_and_repeatable() {
    let texts = Texts::new();
    let play = || {
        let mut session = session();
        let players = Players::for_all(&session, &texts, Language::Nl);
        let mut told = Vec::new();
        let length = session.plan().length.0;
        let passed = players.advance(&mut session, length, &mut |_, accepted| told.push(accepted)).unwrap();
        assert_eq!(passed, length);
        (session, told)
    };
    let (session, told) = play();
    assert!(!told.is_empty());
    assert_eq!(session.log().len(), told.len(), "every accepted proposal is a recorded command");
    let mut last: BTreeMap<String, Tick> = BTreeMap::new();
    for record in session.log() {
        assert!(matches!(record.by.actor, Actor::Auto(_)));
        let (what, reason) = match &record.command {
            Command::SetPolicy { pool, reason, .. } => (format!("{pool}"), reason),
            Command::OrderRepair { reason, .. } => (format!("crew of {:?}", record.by.actor), reason),
            Command::PlanMovement { movement, reason, .. } => (format!("{movement}"), reason),
            other => panic!("no automatic player gives {other:?}"),
        };
        assert!(!reason.is_empty() && !reason.contains("[auto-"), "{reason}");
        if let Some(before) = last.insert(what.clone(), record.submitted) {
            assert!(
                record.submitted.since(before) >= CALM,
                "{what} changed at {before} and {}",
                record.submitted
            );
        }
    }
    assert_eq!(play().0.log(), session.log());
}

#[test]
fn what_they_propose_is_allowed() {
    let texts = Texts::new();
    let mut session = session();
    let players = Players::for_all(&session, &texts, Language::En);
    let mut asked = 0;
    while session.head().tick < session.plan().end() {
        for role in doorvoerland::auto::desk::deciders(&session) {
            for proposal in players.proposals(&session, role) {
                asked += 1;
                let by = By { actor: Actor::Auto(role), seat: 0 };
                let now = session.head().tick;
                session
                    .may(by, now, proposal.command.clone())
                    .unwrap_or_else(|error| panic!("{error}: {proposal:?}"));
            }
        }
        players.advance(&mut session, 8, &mut |_, _| {}).unwrap();
    }
    assert!(asked > 0);
}
