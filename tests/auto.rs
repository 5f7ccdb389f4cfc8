//! Automatic players: what they propose from a desk, and that in a whole exercise they stay calm, lawful and repeatable.

mod assistance;
mod measures;
mod preview;
mod whole;

use doorvoerland::{
    auto::{
        CALM,
        desk::{
            CrewDesk, DamageDesk, Desk, LastAsk, MovementDesk, PoolDesk, RequestDesk, UrgencyDesk, WayDesk,
        },
        propose,
        reason::Reason,
    },
    sim::{
        command::{Ask, Command},
        country::{Basis, Class, Limited, Mode, NO_CAP, PerClass, PieceKind, Policy, PolicyLimit, Temper},
        effect::Target,
        event::{Binding, LedgerRow},
        ids::{EdgeId, LinkId, MovementId, NodeId, PoolId, RoleId, SkillId},
        plan::MovementOrder,
        state::{Answer, Lifted},
        time::{Span, Tick},
    },
};
const NOW: Tick = Tick(400);

fn empty_desk() -> Desk {
    Desk {
        role: RoleId(0),
        now: NOW,
        pools: Vec::new(),
        crews: Vec::new(),
        movements: Vec::new(),
        wanted: Vec::new(),
        requests: Vec::new(),
        help: Vec::new(),
        assistance: Vec::new(),
        waiting: Vec::new(),
        urgency: Vec::new(),
        measures: Vec::new(),
        turned: Vec::new(),
        inbox: Vec::new(),
        temper: Temper::default(),
    }
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
        reserved: Vec::new(),
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
        price_eur: None,
        day: lately.clone(),
        lately,
        hours_refused,
        behind,
        done: vec![Lifted::default()],
        asked: None,
        temper: Temper::default(),
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

/// A request that somebody else made, for nothing.
fn request(about: Ask, pool: PoolDesk) -> RequestDesk {
    RequestDesk { serial: 7, about, offer_keur: 0, own: false, offered_keur: 0, pool }
}

/// The one answer to a request about a pool, or nothing.
fn answer(pool: PoolDesk, about: Ask) -> Option<(bool, Reason)> {
    let request = request(about, pool);
    let found = proposals(&Desk { requests: vec![request], ..empty_desk() });
    match found.as_slice() {
        [] => None,
        [(Command::Answer { request: 7, agree, reason: words }, reason)] if words == "because" => {
            Some((*agree, reason.clone()))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_planner_asks_the_owner_or_whoever_can_provide_the_basis() {
    let ask = |pool: PoolDesk| {
        let found = proposals(&Desk { wanted: vec![pool], ..empty_desk() });
        found.into_iter().next().map(|(command, _)| command)
    };
    let room = ask(short_pool(4));
    let Some(Command::Ask { about: Ask::Policy(PoolId(0), policy, Some(_)), .. }) = room else {
        panic!("{room:?}")
    };
    assert_eq!(policy.day_cap[Class::Military], 2);
    let basis = ask(short_pool(1));
    assert!(
        matches!(basis, Some(Command::Ask { about: Ask::Basis(PoolId(0), 0, RoleId(1)), .. })),
        "{basis:?}"
    );
    let mut given = short_pool(1);
    given.done[0] = Lifted { by: vec![RoleId(1)], from: Some(Tick(NOW.0 + 8)) };
    assert_eq!(ask(given.clone()), None, "it is on its way");
    given.done[0].from = Some(NOW);
    assert!(matches!(ask(given), Some(Command::Ask { about: Ask::Policy(..), .. })), "now the owner may");
    let mut asked = short_pool(4);
    let last = LastAsk { at: Tick(NOW.0 - 95), room: true, offer_keur: 0, answer: Some(Answer::Declined(3)) };
    asked.asked = Some(last);
    assert_eq!(ask(asked.clone()), None, "not twice a day");
    asked.asked = Some(LastAsk { at: Tick(0), answer: None, ..last });
    assert_eq!(ask(asked), None, "not while the last request is open");
}

#[test]
fn a_sound_official_weighs_need_and_the_weight_of_the_means() {
    let basis = |desk: PoolDesk| answer(desk, Ask::Basis(PoolId(0), 0, RoleId(1)));
    let with = |basis: Basis, class: Class, hours: u8| {
        let mut desk = short_pool(1);
        desk.limits[0].basis = basis;
        desk.limits[0].what = Limited::Before(class, Class::Commercial);
        desk.hours_refused[class] = hours;
        (desk.lately.asked[class], desk.lately.refused[class]) = (8, 6);
        desk
    };
    let (pool, class) = (PoolId(0), Class::Military);
    let gives = |basis, class| Some((true, Reason::GivesBasis { pool, class, basis }));
    assert_eq!(basis(with(Basis::G2, class, 4)), gives(Basis::G2, class));
    assert_eq!(basis(with(Basis::G4, class, 6)), gives(Basis::G4, class));
    assert_eq!(basis(with(Basis::G4, class, 5)), Some((false, Reason::RoomLeft { pool, class })));
    assert_eq!(basis(with(Basis::G5, class, 6)), Some((false, Reason::TooHeavy { pool, basis: Basis::G5 })));
    assert_eq!(basis(with(Basis::G5, Class::UrgentMilitary, 6)), gives(Basis::G5, Class::UrgentMilitary));
    let mut hungry = with(Basis::G2, class, 6);
    hungry.lately.refused[Class::LifeSupport] = 5;
    hungry.hours_refused[Class::LifeSupport] = 6;
    assert_eq!(basis(hungry), Some((false, Reason::CivilFirst { pool, refused: 5 })));
}

#[test]
fn an_owner_agrees_within_the_law_and_not_before_life_support() {
    let asks = |change: fn(&mut Policy)| {
        let mut policy = short_pool(4).policy;
        change(&mut policy);
        Ask::Policy(PoolId(0), policy, Some(Tick(NOW.0 + 9)))
    };
    let pool = PoolId(0);
    let more = asks(|policy| policy.day_cap[Class::Military] = 3);
    assert_eq!(answer(short_pool(4), more.clone()), Some((true, Reason::Agrees { pool })));
    assert_eq!(answer(short_pool(1), more.clone()), Some((false, Reason::NoBasis { pool })));
    let first = asks(|policy| policy.order.swap(2, 3));
    assert_eq!(answer(short_pool(4), first), Some((false, Reason::CivilFirst { pool, refused: 0 })));
    let mut changed = short_pool(4);
    changed.changed = Some(Tick(NOW.0 - 1));
    assert_eq!(answer(changed, more), None, "the last change must show its effect first");
}

/// A quay whose owner works for pay, full for military claims, which are served last.
fn paid_quay() -> PoolDesk {
    let mut quay = short_pool(9);
    quay.limits = Vec::new();
    quay.done = Vec::new();
    quay.default.order = [
        Class::Medical,
        Class::LifeSupport,
        Class::Passenger,
        Class::Commercial,
        Class::Military,
        Class::UrgentMilitary,
    ];
    quay.policy = quay.default.clone();
    quay.price_eur = Some(1_500);
    quay.narrowest = 40;
    quay.lately.binding[Class::Military] = Some(Binding::Handling(NodeId(0)));
    quay
}

/// What a role says to a request: the command without its words, and why.
fn reply(request: RequestDesk) -> (Command, Reason) {
    let mut found = proposals(&Desk { requests: vec![request], ..empty_desk() });
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn earlier_at_the_quay() -> (Policy, Option<Tick>) {
    let mut policy = paid_quay().policy;
    policy.order.swap(3, 4);
    (policy, Some(Tick(NOW.0 + 100)))
}

#[test]
fn movement_control_pays_an_owner_who_works_for_pay_and_declined() {
    let ask = |pool: PoolDesk| {
        let found = proposals(&Desk { wanted: vec![pool], ..empty_desk() });
        found.into_iter().next()
    };
    let offered = |pool: PoolDesk| match ask(pool) {
        Some((Command::Ask { offer_keur, .. }, reason)) => Some((offer_keur, reason)),
        None => None,
        other => panic!("{other:?}"),
    };
    let (pool, class, refused) = (PoolId(0), Class::Military, 6);
    let free = Some((0, Reason::AsksRoom { pool, class, refused }));
    // Six claims of 1 500 euros each.
    let paid = Some((9, Reason::OffersPay { pool, class, refused, keur: 9 }));
    assert_eq!(offered(paid_quay()), free);
    let declined =
        LastAsk { at: Tick(NOW.0 - CALM.0), room: true, offer_keur: 0, answer: Some(Answer::Declined(3)) };
    let after = |last: LastAsk| PoolDesk { asked: Some(last), ..paid_quay() };
    assert_eq!(offered(after(declined)), paid);
    assert_eq!(offered(after(LastAsk { at: Tick(NOW.0 - CALM.0 + 1), ..declined })), None, "too soon");
    assert_eq!(offered(after(LastAsk { answer: Some(Answer::Lapsed(Tick(9))), ..declined })), None);
    let day = Tick(NOW.0 - 96);
    assert_eq!(offered(after(LastAsk { at: day, answer: Some(Answer::Lapsed(Tick(9))), ..declined })), free);
    assert_eq!(offered(after(LastAsk { offer_keur: 9, ..declined })), None, "money did not help");
    assert_eq!(offered(after(LastAsk { at: day, offer_keur: 9, ..declined })), paid);
    let public = PoolDesk { price_eur: None, ..after(LastAsk { at: day, ..declined }) };
    assert_eq!(offered(public), free, "nobody is paid who does not work for pay");
}

#[test]
fn an_owner_who_works_for_pay_names_his_price() {
    let (policy, until) = earlier_at_the_quay();
    let about = || Ask::Policy(PoolId(0), policy.clone(), until);
    let asked = |offer_keur| RequestDesk { offer_keur, ..request(about(), paid_quay()) };
    let pool = PoolId(0);
    let words = || "because".to_owned();
    let answer = |agree| Command::Answer { request: 7, agree, reason: words() };
    assert_eq!(reply(asked(0)), (answer(false), Reason::Unpaid { pool, keur: 9 }));
    let price = Command::Counter { request: 7, about: about(), offer_keur: 9, reason: words() };
    assert_eq!(reply(asked(5)), (price, Reason::Price { pool, keur: 9 }));
    assert_eq!(reply(asked(9)), (answer(true), Reason::Agrees { pool }));
    // Nor does he give it away unasked.
    let unasked = Desk { pools: vec![paid_quay()], ..empty_desk() };
    assert_eq!(proposals(&unasked), []);
    let public = Desk { pools: vec![PoolDesk { price_eur: None, ..paid_quay() }], ..empty_desk() };
    assert!(matches!(proposals(&public).as_slice(), [(Command::SetPolicy { .. }, _)]));
}

#[test]
fn an_owner_gives_the_part_that_he_can() {
    let pool = PoolId(0);
    let public = || PoolDesk { price_eur: None, ..paid_quay() };
    let part_of = |desk: PoolDesk, policy: &Policy, until: Option<Tick>| {
        let about = Ask::Policy(pool, policy.clone(), until);
        match reply(request(about, desk)) {
            (Command::Counter { about: Ask::Policy(_, part, until), offer_keur: 0, .. }, reason) => {
                assert_eq!(reason, Reason::Part { pool });
                Ok((part, until))
            }
            (Command::Answer { agree: false, .. }, reason) => Err(reason),
            other => panic!("{other:?}"),
        }
    };
    let soon = Some(Tick(NOW.0 + 10));
    // Half of the quay: a fifth of forty moves. For ever: two days.
    let mut half = public().policy;
    half.minimum[Class::Military] = 20;
    let mut fifth = half.clone();
    fifth.minimum[Class::Military] = 8;
    assert_eq!(part_of(public(), &half, soon), Ok((fifth.clone(), soon)));
    assert_eq!(part_of(public(), &fifth, None), Ok((fifth.clone(), Some(Tick(NOW.0 + 192)))));
    // What a limit forbids stays out, the rest is possible.
    let mut limited = public();
    let what = Limited::Before(Class::Military, Class::Commercial);
    limited.limits =
        vec![PolicyLimit { what, basis: Basis::G5, provider: RoleId(1), with: None, delay: Span(72) }];
    limited.done = vec![Lifted::default()];
    let mut both = fifth.clone();
    both.order = earlier_at_the_quay().0.order;
    assert_eq!(part_of(limited.clone(), &both, soon), Ok((fifth, soon)));
    // Nothing is left of an order alone, and nothing while life support comes short.
    let (order, _) = earlier_at_the_quay();
    assert_eq!(part_of(limited, &order, soon), Err(Reason::NoBasis { pool }));
    let mut hungry = public();
    hungry.lately.refused[Class::LifeSupport] = 5;
    hungry.hours_refused[Class::LifeSupport] = 6;
    assert_eq!(part_of(hungry, &half, soon), Err(Reason::CivilFirst { pool, refused: 5 }));
    assert_eq!(part_of(public(), &half, Some(NOW)), Err(Reason::Ended { pool }));
}

#[test]
fn movement_control_takes_a_counter_that_gives_room_for_a_fair_price() {
    let (policy, until) = earlier_at_the_quay();
    let pool = PoolId(0);
    let counter = |policy: &Policy, until, offer_keur, offered_keur| {
        let about = Ask::Policy(pool, policy.clone(), until);
        let back = RequestDesk { offer_keur, own: true, offered_keur, ..request(about, paid_quay()) };
        match reply(back) {
            (Command::Answer { agree, .. }, reason) => (agree, reason),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(counter(&policy, until, 9, 0), (true, Reason::Accepts { pool }));
    assert_eq!(counter(&policy, until, 10, 0), (false, Reason::TooDear { pool, keur: 9 }));
    assert_eq!(counter(&policy, until, 12, 12), (true, Reason::Accepts { pool }), "as it offered itself");
    assert_eq!(counter(&paid_quay().policy, until, 0, 0), (false, Reason::NoRoom { pool }));
    assert_eq!(counter(&policy, Some(NOW), 0, 0), (false, Reason::Ended { pool }));
}

#[test]
fn a_movement_is_designated_urgent_when_no_path_is_left() {
    let row = UrgencyDesk { movement: MovementId(0), done: false, behind: true, hours_refused: 6 };
    let found = |row| proposals(&Desk { urgency: vec![row], ..empty_desk() }).len();
    assert_eq!(found(row), 1);
    assert_eq!(found(UrgencyDesk { done: true, ..row }), 0);
    assert_eq!(found(UrgencyDesk { behind: false, ..row }), 0);
    assert_eq!(found(UrgencyDesk { hours_refused: 5, ..row }), 0);
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
        class: Class::Passenger,
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
