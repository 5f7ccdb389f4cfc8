//! The opponent: phases, acts proposed and overruled, how often and what, what it learns, what holds it back, who is told who did it.
//!
//! A tiny opponent with two vectors for each family of rules. Statistics are over many seeds: the dice depend on the seed alone, so
//! the counts never change from run to run.

use super::tiny::{EL, Exercise, MINISTER, PORT, R1, R2, RAIL_2, country, inject, level};
use doorvoerland::sim::{
    cause::Cause,
    check::Refusal,
    command::{Actor, Command},
    country::{
        Adversary, Attribution, Category, Country, Deterrence, EXP_MOST, EXP_STEPS, EscalationPhase, Family,
        Lasting, Lever, Mode, PHASES, Place, Vector, Where,
    },
    effect::{DamageKind, Effect, Target},
    event::NullSink,
    ids::{InjectId, RegionId, Table, VectorId},
    metric::{self, Metric},
    num::Level,
    plan::{Channel, Opponent, Plan, Text, Trigger},
    state::{InjectStatus, State},
    step,
    time::{Span, TICKS_PER_DAY, Tick},
};
use expect_test::expect;

pub(super) const RAIL: VectorId = VectorId(0);
pub(super) const RUMOUR: VectorId = VectorId(1);
pub(super) const OVERLOAD: VectorId = VectorId(2);
pub(super) const SPY: VectorId = VectorId(3);
pub(super) const FIRE: VectorId = VectorId(4);

fn text(word: &str) -> Text {
    Text { nl: word.to_owned(), en: word.to_owned() }
}

fn vector(code: &str, category: Category, family: Family, at: Where, effects: Vec<Effect>) -> Vector {
    Vector {
        code: code.to_owned(),
        name: text(code),
        text: text("{place}"),
        sender: Text::default(),
        receivers: vec![MINISTER],
        channel: Channel::Call,
        category,
        family,
        at,
        value_permille: 800,
        vulnerability_permille: 600,
        deniability_permille: 700,
        traceability_permille: 500,
        mark_permille: 1000,
        theme: None,
        effects,
    }
}

fn broken(target: Target, permille: u64) -> Effect {
    Effect::Damage {
        target,
        kind: DamageKind::Physical,
        loss: level(permille),
        team_ticks: 400,
        lag: Span::hours(2),
        teams_max: 1,
        skill: super::tiny::CREWS,
    }
}

pub(super) fn lever(lever: Lever, more: i16) -> Effect {
    Effect::Holds { what: Lasting::Lever(lever, more), region: None, lasts: Span::hours(24 * 400) }
}

/// One vector for every rule; the places in them are stand-ins.
fn vectors() -> Table<VectorId, Vector> {
    let (nowhere, edge) = (RegionId(0), doorvoerland::sim::ids::EdgeId(0));
    Table::new(vec![
        vector(
            "rail",
            Category::Transport,
            Family::Physical,
            Where::Stretch(Mode::Rail),
            vec![broken(Target::Edge(edge), 500)],
        ),
        vector("rumour", Category::Government, Family::Influence, Where::Country, Vec::new()),
        vector(
            "overload",
            Category::Infrastructure,
            Family::Digital,
            Where::Region,
            vec![broken(Target::Process(EL, nowhere), 400)],
        ),
        vector(
            "spy",
            Category::Government,
            Family::Influence,
            Where::Region,
            vec![Effect::Holds {
                what: Lasting::Lever(Lever::Exposure, 200),
                region: None,
                lasts: Span::hours(24 * 30),
            }],
        ),
        vector(
            "fire",
            Category::Industry,
            Family::Physical,
            Where::Region,
            vec![broken(Target::Process(EL, nowhere), 500)],
        ),
    ])
}

/// An opponent without excitement, learning or deterrence: tests switch on what they are about.
fn figures() -> Adversary {
    let all = vec![RAIL, RUMOUR, OVERLOAD, SPY, FIRE];
    let phase = |vectors| EscalationPhase {
        name: text("phase"),
        pressure: Text::default(),
        acts_a_year_milli: 1000,
        vectors,
    };
    let exp = |step: u32| libm_exp(step);
    Adversary {
        phases: (0..PHASES)
            .map(|number| phase(if number == 0 { vec![RUMOUR, SPY] } else { all.clone() }))
            .collect(),
        vectors: vectors(),
        mix_permille: [270, 270, 210, 210],
        excites_permille: 450,
        sharpness_permille: 4000,
        adaptation_permille: 0,
        blow_permille: 500,
        observed_after: Span::hours(24),
        hit_most_permille: 2000,
        flow_place: 20,
        flow_full: 200,
        flow_permille: 500,
        deterrence: Deterrence {
            kept: Level::ONE,
            gain: Level::ZERO,
            response_permille: 0,
            cohesion_permille: 500,
            provocation_permille: 500,
        },
        attribution: Attribution {
            rate: Level::ZERO,
            effort_permille: 500,
            effort_most_permille: 2000,
            from: [250, 550, 850].map(level),
            words: ["possible", "likely", "certain"].map(text),
            title: text("{act} {word}"),
            text: text("{act} at {place}: {word}"),
            sender: Text::default(),
            receivers: vec![MINISTER],
        },
        exp: (0..=EXP_MOST * EXP_STEPS).map(exp).collect(),
        acts_max: 2000,
        expected: Text::default(),
        question: Text::default(),
        staff_note: Text::default(),
    }
}

/// The table of the exponential function, as the loader has it.
fn libm_exp(step: u32) -> u32 {
    let value = f64::from(step) / f64::from(EXP_STEPS);
    (value.exp() * 65_536.0).round() as u32
}

/// A chance in a tick, in hundred-thousandths.
fn chance(per_100k: u64) -> u32 {
    u32::try_from((per_100k << 32) / 100_000).expect("a chance")
}

pub(super) fn opponent(per_100k: u64, notice: u32) -> Opponent {
    Opponent {
        notice: Span::hours(notice),
        vectors: Vec::new(),
        rates: vec![chance(per_100k); PHASES],
        kept: u32::MAX,
        kick: 0,
    }
}

pub(super) fn with(change: impl FnOnce(&mut Adversary)) -> Country {
    let mut country = country();
    let mut row = figures();
    change(&mut row);
    country.adversary = Some(row);
    country
}

/// A world with an opponent; phase 2.
pub(super) fn world(country: Country, opponent: Option<Opponent>) -> Exercise {
    let mut world = Exercise::with(country);
    world.plan.phase = 2;
    world.plan.opponent = opponent;
    world
}

/// The course of a plan with another seed, without any watching.
fn course(country: &Country, plan: &Plan, seed: u64, ticks: u32) -> State {
    let plan = Plan { seed, ..plan.clone() };
    let mut state = State::new(country, &plan);
    for _ in 0..ticks {
        step::tick(country, &plan, &mut state, &mut NullSink);
    }
    state
}

/// When acts were proposed, what they are and where.
fn acts(state: &State, notice: u32) -> Vec<(u32, VectorId, Place)> {
    let due = |inject: InjectId| state.injects.rows[inject].due.expect("an act has a moment").0 - notice * 4;
    state.adversary.acts.iter().map(|row| (due(row.inject), row.vector, row.place)).collect()
}

pub(super) fn total(country: &Country, plan: &Plan, seeds: u64, ticks: u32) -> usize {
    (1..=seeds).map(|seed| course(country, plan, seed, ticks).adversary.acts.len()).sum()
}

pub(super) fn built(exercise: &mut Exercise) -> (Country, Plan) {
    exercise.state();
    (exercise.country.clone(), exercise.plan.clone())
}

#[test]
fn an_act_is_proposed_with_notice_and_takes_place_by_itself() {
    let world = world(with(|_| ()), Some(opponent(2_000, 3))).hours(14);
    let log = world.log_of(&["Inject", "Damaged"]);
    expect![[r#"
        D+0 07:00 InjectInvented(InjectId(0)) <- Scenario
        D+0 10:00 InjectSent(InjectId(0)) <- Scenario
        D+0 13:15 InjectInvented(InjectId(1)) <- Scenario
    "#]]
    .assert_eq(&log);
}

#[test]
fn the_lead_overrules_what_is_proposed() {
    let lead = Actor::Lead;
    let first = InjectId(0);
    let mut proposed = world(with(|_| ()), Some(opponent(2_000, 24)));
    while proposed.state().injects.rows.is_empty() {
        proposed = proposed.ticks(1);
    }
    let due = proposed.first_inject().due.expect("a moment");
    let now = proposed.state().tick;
    assert_eq!(due, Tick(now.0 - 1).after(Span::hours(24)));
    assert_eq!(proposed.first_inject().status, InjectStatus::Ready);
    let plain = |orders: &[Command]| {
        let mut world = world(with(|_| ()), Some(opponent(2_000, 24))).ticks(now.0);
        for order in orders {
            world = world.decide(lead, order.clone());
        }
        let mut world = world.ticks(due.0 - now.0 + 1);
        world.first_inject()
    };
    assert_eq!(plain(&[]).sent, Some(due));
    assert_eq!(plain(&[Command::HoldInject { inject: first, hold: true }]).sent, None);
    assert_eq!(plain(&[Command::SkipInject { inject: first }]).status, InjectStatus::Skipped);
    assert_eq!(plain(&[Command::FireInject { inject: first }]).sent, Some(now));
    let sooner = Tick(due.0 - 9);
    assert_eq!(plain(&[Command::MoveInject { inject: first, to: sooner }]).sent, Some(sooner));
}

#[test]
fn the_lead_stages_an_act_and_gives_it_another_place() {
    let mut world = world(with(|_| ()), None);
    let stage = |vector, place| Command::StageAct { vector, place, at: Tick(8) };
    let elsewhere = world.submit(Actor::Lead, stage(FIRE, Place::Stretch(RAIL_2)));
    assert_eq!(elsewhere, Err(Refusal::ActElsewhere { vector: FIRE }));
    let player = world.submit(Actor::Role(MINISTER), stage(FIRE, Place::Region(R1)));
    assert_eq!(player, Err(Refusal::LeadOnly));
    let mut world = world.decide(Actor::Lead, stage(FIRE, Place::Region(R1)));
    let first = InjectId(0);
    let wrong =
        world.submit(Actor::Lead, Command::PlaceInject { inject: first, place: Place::Terminal(PORT) });
    assert_eq!(wrong, Err(Refusal::ActElsewhere { vector: FIRE }));
    let mut world =
        world.decide(Actor::Lead, Command::PlaceInject { inject: first, place: Place::Region(R2) }).hours(4);
    let sent = world.log_of(&["Inject", "Damaged"]);
    expect![[r#"
        D+0 00:00 InjectInvented(InjectId(0)) <- Command(1)
        D+0 00:00 InjectPlaced(InjectId(0)) <- Command(2)
        D+0 02:00 InjectSent(InjectId(0)) <- Command(2)
        D+0 02:00 Damaged { damage: 0, target: Process(ProcessId(0), RegionId(1)), kind: Physical, loss_permille: 500 } <- Inject(InjectId(0))
    "#]].assert_eq(&sent);
    let content = world.state().injects.invented[0].clone();
    assert_eq!((content.code.as_str(), content.text.nl.as_str()), ("TS-01", "Twee"));
    let late = world.submit(Actor::Lead, Command::PlaceInject { inject: first, place: Place::Region(R1) });
    assert_eq!(late, Err(Refusal::InjectOver(first, InjectStatus::Sent)));
    // What crews repair is caused by the act.
    let open = &world.state().damages.open;
    assert!(open.iter().all(|row| row.cause == Cause::Inject(first)) && !open.is_empty());
}

#[test]
fn an_inject_that_is_no_act_has_no_place_to_choose() {
    let mut world = world(with(|_| ()), None).inject(inject("A", Trigger::Manual, Vec::new()));
    let place = Command::PlaceInject { inject: InjectId(0), place: Place::Region(R1) };
    assert_eq!(world.submit(Actor::Lead, place), Err(Refusal::NoAct(InjectId(0))));
}

#[test]
fn codes_of_acts_go_round_those_of_the_script() {
    let mut world = world(with(|_| ()), None).inject(inject("TS-01", Trigger::Manual, Vec::new()));
    world =
        world.decide(Actor::Lead, Command::StageAct { vector: RUMOUR, place: Place::Country, at: Tick(0) });
    assert_eq!(world.state().injects.invented[0].code, "TS-02");
}

#[test]
fn only_the_lead_sets_the_phase_and_it_grants_nothing() {
    let set = |phase| Command::SetPhase { phase, reason: "STARTEX".to_owned() };
    let mut world = world(with(|_| ()), Some(opponent(0, 1)));
    assert_eq!(world.submit(Actor::Role(MINISTER), set(5)), Err(Refusal::LeadOnly));
    assert_eq!(world.submit(Actor::Lead, set(2)), Err(Refusal::DoneAlready));
    assert!(world.submit(Actor::Lead, set(9)).is_err(), "there are phases 0 to 8");
    let before = world.state().clone();
    let mut world = world.decide(Actor::Lead, set(5));
    let mut after = world.state().clone();
    assert_eq!(metric::value(&world.country, &after, Metric::Phase), 5);
    // Everything but the phase and the number of the command is as it was: no power, no limit, no policy moved.
    after.adversary = before.adversary.clone();
    after.applied = before.applied;
    assert!(after == before, "a phase is a word, nothing else");
    expect![[r#"
        D+0 00:00 PhaseChanged(2, 5) <- Command(1)
    "#]]
    .assert_eq(world.log());
    // However long nothing is decided, the phase stays.
    let mut calm = world.hours(24 * 15);
    assert_eq!(calm.state().adversary.phase, 5);
}

#[test]
fn acts_come_as_often_as_the_rate_says() {
    let mut tiny = world(with(|_| ()), Some(opponent(1_000, 0)));
    let (country, plan) = built(&mut tiny);
    // 40 seeds of 1000 ticks at one in a hundred: 400, give or take three times twenty.
    let count = total(&country, &plan, 40, 1000);
    assert!((340..=460).contains(&count), "{count}");
}

#[test]
fn acts_bring_about_acts_and_never_without_end() {
    // Memory of 25 ticks.
    let kept = 0.96_f64;
    let excited = |branching: f64| {
        let mut row = opponent(200, 0);
        row.kept = (kept * 4_294_967_296.0) as u32;
        row.kick = (branching * (1.0 - kept) * 4_294_967_296.0) as u32;
        let mut tiny = world(with(|_| ()), Some(row));
        let (country, plan) = built(&mut tiny);
        total(&country, &plan, 60, 1500)
    };
    // Each act of mark 1 brings about 0.45 in sum: 1 / (1 - 0.45) = 1.82 for every one that came by itself.
    let (alone, together) = (excited(0.0), excited(0.45));
    let ratio = together * 100 / alone;
    assert!((150..=215).contains(&ratio), "{together} against {alone}");
}

#[test]
fn the_categories_come_in_their_shares() {
    let mut tiny = world(with(|_| ()), Some(opponent(5_000, 0)));
    let (country, plan) = built(&mut tiny);
    let mut counts = [0_usize; Category::COUNT];
    for seed in 1..=40 {
        let state = course(&country, &plan, seed, 900);
        for row in &state.adversary.acts {
            counts[country.adversary.as_ref().expect("an opponent").vectors[row.vector].category as usize] +=
                1;
        }
    }
    let all: usize = counts.iter().sum();
    assert!(all > 1500, "{all}");
    // 27 : 27 : 21 : 21 of 96, within three hundredths.
    for (count, share) in counts.iter().zip([281, 281, 219, 219]) {
        let permille = count * 1000 / all;
        assert!(permille.abs_diff(share) <= 30, "{counts:?}");
    }
}

#[test]
fn another_decision_never_changes_the_later_dice() {
    let course = |skip: bool| {
        let mut world = world(with(|_| ()), Some(opponent(2_000, 6)));
        while world.state().injects.rows.is_empty() {
            world = world.ticks(1);
        }
        if skip {
            world = world.decide(Actor::Lead, Command::SkipInject { inject: InjectId(0) });
        }
        let mut world = world.hours(24 * 10);
        // Where is another matter: an opponent that has looked around prefers what it knows.
        acts(world.state(), 6).into_iter().map(|row| (row.0, row.1)).collect::<Vec<_>>()
    };
    let (left, right) = (course(false), course(true));
    assert!(left.len() > 10);
    assert_eq!(left, right, "the same acts at the same moments, whatever became of the first");
}

#[test]
fn what_did_not_happen_encourages_nobody_and_adds_no_act() {
    let course = |skip: bool| {
        let mut row = opponent(1_000, 2);
        row.kept = chance(98_000);
        row.kick = chance(1_500);
        let mut world = world(with(|_| ()), Some(row));
        while world.state().injects.rows.is_empty() {
            world = world.ticks(1);
        }
        if skip {
            world = world.decide(Actor::Lead, Command::SkipInject { inject: InjectId(0) });
        }
        let mut world = world.hours(24 * 18);
        acts(world.state(), 2).into_iter().map(|row| row.0).collect::<Vec<_>>()
    };
    let (all, fewer) = (course(false), course(true));
    assert!(fewer.len() < all.len(), "{} against {}", fewer.len(), all.len());
    assert!(fewer.iter().all(|tick| all.contains(tick)), "the same dice fall, some of them in vain");
}

#[test]
fn guarding_moves_the_opponent_away_and_takes_the_edge_off() {
    let share = |guard: i16| {
        let mut tiny = world(with(|_| ()), Some(opponent(5_000, 0)));
        tiny.plan.at_start = vec![lever(Lever::Guarding, guard)];
        let (country, plan) = built(&mut tiny);
        let (mut by_hand, mut all) = (0, 0);
        for seed in 1..=20 {
            let state = course(&country, &plan, seed, 900);
            by_hand += state.adversary.acts.iter().filter(|row| [RAIL, FIRE].contains(&row.vector)).count();
            all += state.adversary.acts.len();
        }
        by_hand * 1000 / all
    };
    let (open, guarded) = (share(0), share(700));
    assert!(guarded + 50 < open, "{guarded} against {open} in a thousand");
    let blow = |guard: i16| {
        let mut tiny = world(with(|_| ()), None);
        tiny.plan.at_start = vec![lever(Lever::Guarding, guard)];
        let staged = Command::StageAct { vector: FIRE, place: Place::Region(R1), at: Tick(4) };
        let mut world = tiny.decide(Actor::Lead, staged).ticks(6);
        world.permille(EL, R1)
    };
    assert_eq!((blow(0), blow(600)), (500, 800));
}

#[test]
fn espionage_makes_later_acts_there_hit_harder() {
    let blow = |spied: bool| {
        let mut world = world(with(|_| ()), None);
        if spied {
            let spy = Command::StageAct { vector: SPY, place: Place::Region(R1), at: Tick(0) };
            world = world.decide(Actor::Lead, spy);
        }
        let staged =
            |region| Command::StageAct { vector: OVERLOAD, place: Place::Region(region), at: Tick(4) };
        let mut world = world.decide(Actor::Lead, staged(R1)).decide(Actor::Lead, staged(R2)).ticks(5);
        (world.permille(EL, R1), world.permille(EL, R2))
    };
    assert_eq!(blow(false), (600, 600));
    assert_eq!(blow(true), (520, 600), "a fifth more, where was looked around");
}

#[test]
fn transport_counts_more_while_troops_pass() {
    let mut tiny = world(with(|_| ()), Some(opponent(5_000, 0)));
    let mut busy = world(with(|_| ()), Some(opponent(5_000, 0))).movement(super::tiny::movement(
        vec![super::tiny::ship(PORT, Tick(0), 400)],
        100,
        Tick(1900),
    ));
    let share = |world: &mut Exercise| {
        let (country, plan) = built(world);
        let (mut rail, mut all) = (0, 0);
        for seed in 1..=12 {
            let state = course(&country, &plan, seed, 600);
            rail += state.adversary.acts.iter().filter(|row| row.vector == RAIL).count();
            all += state.adversary.acts.len();
        }
        rail * 1000 / all
    };
    let (quiet, hub) = (share(&mut tiny), share(&mut busy));
    assert!(hub > quiet + 20, "{hub} against {quiet} in a thousand");
}

#[test]
fn a_forecast_knows_no_opponent() {
    let mut tiny = world(with(|_| ()), Some(opponent(10_000, 0)));
    tiny.state();
    let session = doorvoerland::session::Session::new(tiny.country.into(), tiny.plan.into(), None);
    let ahead = session.forecast(&[], Span::hours(48), |_| ());
    assert!(ahead.adversary.acts.is_empty(), "{:?}", ahead.adversary.acts);
}

#[test]
fn a_quiet_tick_with_an_opponent_allocates_nothing() {
    let mut tiny = world(with(|_| ()), Some(opponent(300, 0)));
    let (country, plan) = built(&mut tiny);
    let mut state = State::new(&country, &plan);
    let (mut quiet, mut busy) = (0, 0);
    for _ in 0..5 * TICKS_PER_DAY {
        let acts = state.adversary.acts.len();
        let open = state.damages.open.len();
        let first = state.tick.0 < 8;
        let count = allocation_counter::measure(|| step::tick(&country, &plan, &mut state, &mut NullSink));
        let still = acts == state.adversary.acts.len() && open == 0 && !first;
        if still {
            quiet += 1;
            assert_eq!(count.count_total, 0, "at {}", state.tick);
        } else {
            busy += 1;
        }
    }
    assert!(quiet > 50 && busy > 0, "{quiet} quiet ticks, {busy} others");
}

#[test]
fn the_same_seed_and_orders_give_the_same_course() {
    let run = || {
        let mut row = opponent(2_000, 2);
        row.kept = chance(98_000);
        row.kick = chance(900);
        let country = with(|row| {
            row.adaptation_permille = 200;
            row.attribution.rate = level(50);
            row.deterrence.gain = level(20);
        });
        let set = Command::SetPhase { phase: 3, reason: "x".to_owned() };
        let mut world = world(country, Some(row)).hours(30).decide(Actor::Lead, set).hours(100);
        (world.log().to_owned(), world.state().clone())
    };
    let (first, second) = (run(), run());
    assert_eq!(first.0, second.0);
    assert!(first.1 == second.1);
}
