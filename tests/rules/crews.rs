//! Repair crews as a pool: order of classes, minima and caps in teams, the ledger, and what must hold whatever happens.

use super::tiny::{
    CREWS, EL, Exercise, HOSP, MINISTER, MOB, PRORAIL, R1, R2, RAIL, RAIL_2, RAIL_SLOW, country, crews,
    inject, level, open_policy,
};
use doorvoerland::sim::{
    cause::Cause,
    check::Refusal,
    command::{Actor, Command, Correction},
    country::{Class, Country, NO_CAP, PerClass, Policy},
    effect::{DamageKind, Effect, Target},
    event::{Binding, Claim, Event, Sink},
    ids::PoolId,
    plan::{Plan, Trigger},
    query::{CrewsShort, crews_short, repair_class},
    state::{Damage, State},
    step, suppose,
    time::{Span, Tick},
};
use expect_test::expect;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::fmt::Write as _;

fn damage(target: Target, team_ticks: u32, lag: Span, teams_max: u16) -> Effect {
    let (kind, loss) = (DamageKind::Physical, level(800));
    Effect::Damage { target, kind, loss, team_ticks, lag, teams_max, skill: CREWS }
}

/// Two power cuts, and an hour later a hospital; three teams unless there are others already.
fn night() -> Exercise {
    let at = |target, lag| damage(target, 24, lag, 2);
    let cuts = vec![
        at(Target::Process(EL, R1), Span(0)),
        at(Target::Process(EL, R2), Span(0)),
        at(Target::Process(HOSP, R2), Span::hours(1)),
    ];
    Exercise::new().inject(inject("storm", Trigger::At(Tick(0)), cuts))
}

fn pool(world: &mut Exercise) -> PoolId {
    world.state();
    world.country.skills[CREWS].pool
}

fn divide(world: Exercise, change: impl Fn(&mut Policy)) -> Exercise {
    let mut world = world;
    let (pool, mut policy) = (pool(&mut world), open_policy());
    change(&mut policy);
    let reason = "Test".to_owned();
    world.decide(Actor::Role(PRORAIL), Command::SetPolicy { pool, policy, until: None, reason })
}

/// Each hour: teams on every damage, what kept more from it, and the sums of the ledger.
fn course(mut world: Exercise, hours: u32) -> String {
    let pool = pool(&mut world);
    let mut told = String::new();
    for hour in 1..=hours {
        world = world.hours(1);
        let country = world.country.clone();
        let state = world.state();
        write!(told, "H+{hour}:").expect("a string");
        for row in &state.damages.open {
            write!(told, " {}:{} {:?}", row.serial, row.teams, crews_short(&country, state, row))
                .expect("a string");
        }
        let row = &state.pools[pool];
        let of = |counts: &PerClass<u32>| [counts[Class::Medical], counts[Class::LifeSupport]];
        writeln!(told, " | granted {:?} refused {:?}", of(&state.granted[pool].in_all), of(&row.refused))
            .expect("a string");
    }
    told
}

#[test]
fn the_order_of_classes_comes_before_rank_and_age() {
    // The hospital takes its teams from what was hit before it, and the ledger says who is short.
    expect![[r#"
        H+1: 0:2 None 1:1 Some(Busy) 2:0 None | granted [0, 3] refused [0, 1]
        H+2: 0:1 Some(Busy) 1:0 Some(Busy) 2:2 None | granted [2, 4] refused [0, 4]
        H+3: 0:1 Some(Busy) 1:0 Some(Busy) 2:2 None | granted [4, 5] refused [0, 7]
        H+4: 0:1 Some(Freed) 1:0 Some(Freed) | granted [6, 6] refused [0, 10]
        H+5: 1:2 None | granted [6, 8] refused [0, 10]
        H+6: 1:2 None | granted [6, 10] refused [0, 10]
    "#]]
    .assert_eq(&course(night(), 6));
    let power_first = divide(night(), |policy| policy.order.swap(1, 2));
    expect![[r#"
        H+1: 0:2 None 1:1 Some(Busy) 2:0 None | granted [0, 3] refused [0, 1]
        H+2: 0:2 None 1:1 Some(Busy) 2:0 Some(Busy) | granted [0, 6] refused [2, 2]
        H+3: 1:1 Some(Freed) 2:0 Some(Freed) | granted [0, 9] refused [4, 3]
        H+4: 1:2 None 2:1 Some(Busy) | granted [1, 11] refused [5, 3]
        H+5: 2:2 None | granted [3, 11] refused [5, 3]
        H+6: 2:2 None | granted [5, 11] refused [5, 3]
    "#]]
    .assert_eq(&course(power_first, 6));
}

#[test]
fn a_minimum_keeps_a_team_free_and_a_cap_leaves_one_idle() {
    let kept = divide(night(), |policy| policy.minimum[Class::Medical] = 1);
    expect![[r#"
        H+1: 0:2 None 1:0 Some(Kept(1)) 2:0 None | granted [0, 2] refused [0, 2]
        H+2: 0:1 Some(Busy) 1:0 Some(Busy) 2:2 None | granted [2, 3] refused [0, 5]
        H+3: 0:1 Some(Busy) 1:0 Some(Busy) 2:2 None | granted [4, 4] refused [0, 8]
        H+4: 0:1 Some(Freed) 1:0 Some(Freed) | granted [6, 5] refused [0, 11]
    "#]]
    .assert_eq(&course(kept, 4));
    let capped = divide(night(), |policy| policy.cap[Class::LifeSupport] = 2);
    expect![[r#"
        H+1: 0:2 None 1:0 Some(Cap(2)) 2:0 None | granted [0, 2] refused [0, 2]
        H+2: 0:1 Some(Busy) 1:0 Some(Busy) 2:2 None | granted [2, 3] refused [0, 5]
        H+3: 0:1 Some(Busy) 1:0 Some(Busy) 2:2 None | granted [4, 4] refused [0, 8]
        H+4: 0:1 Some(Freed) 1:0 Some(Freed) | granted [6, 5] refused [0, 11]
    "#]]
    .assert_eq(&course(capped, 4));
}

#[test]
fn the_rank_of_the_owner_counts_within_a_class() {
    let order = |damage, rank| Command::OrderRepair { damage, rank, reason: "Eerst dit".to_owned() };
    let world = night().ticks(1).decide(Actor::Role(PRORAIL), order(1, -1)).ticks(1);
    let teams = |mut world: Exercise| -> Vec<u16> {
        world.state().damages.open.iter().map(|row| row.teams).collect()
    };
    assert_eq!(teams(world), [1, 2, 0], "the second power cut first, the hospital cannot be reached yet");
    let world = night().ticks(1).decide(Actor::Role(PRORAIL), order(1, -1)).hours(1).ticks(1);
    assert_eq!(teams(world), [0, 1, 2], "no rank puts a power cut before a hospital");
}

#[test]
fn crews_can_be_corrected_like_any_pool_and_have_no_cap_a_day() {
    let mut world = night().ticks(1);
    let pool = pool(&mut world);
    let correct =
        |units| Command::Correct { correction: Correction::Units(pool, units), reason: "Griep".to_owned() };
    let mut world = world.decide(Actor::Lead, correct(1)).ticks(1);
    assert_eq!(world.state().pools[pool].lent.0.iter().sum::<u32>(), 1);
    let mut world = world.decide(Actor::Lead, correct(0)).ticks(1);
    assert!(world.state().damages.open.iter().all(|row| row.teams == 0));
    let (state, country) = (world.state().clone(), world.country.clone());
    assert_eq!(crews_short(&country, &state, &state.damages.open[0]), Some(CrewsShort::None));
    let mut policy = open_policy();
    policy.day_cap[Class::LifeSupport] = 4;
    let reason = "Test".to_owned();
    let set = Command::SetPolicy { pool, policy, until: None, reason: reason.clone() };
    assert_eq!(world.submit(Actor::Role(PRORAIL), set), Err(Refusal::NoDayCap { pool }));
    let set = Command::SetPolicy { pool, policy: open_policy(), until: None, reason };
    let owner = PRORAIL;
    assert_eq!(world.submit(Actor::Role(MINISTER), set), Err(Refusal::NotOwner { pool, owner }));
}

#[test]
fn a_stretch_is_of_the_class_of_what_runs_on_it() {
    let mut country = country();
    country.processes[RAIL].class = Class::Passenger;
    assert_eq!(repair_class(&country, Target::Edge(RAIL_2)), Class::Passenger);
    assert_eq!(repair_class(&country, Target::Process(HOSP, R1)), Class::Medical);
    country.pools[super::tiny::PATHS].runs = Some(Class::Commercial);
    assert_eq!(repair_class(&country, Target::Edge(RAIL_2)), Class::Commercial, "a line for freight");
    assert_eq!(
        repair_class(&country, Target::Terminal(super::tiny::PORT)),
        Class::Commercial,
        "none handles"
    );
    country.processes[MOB].handles = true;
    assert_eq!(repair_class(&country, Target::Terminal(super::tiny::PORT)), Class::LifeSupport);
}

#[test]
fn a_forecast_sends_home_the_crews_of_damage_that_is_not_known() {
    let mut world = night().ticks(2);
    let pool = pool(&mut world);
    let (country, mut believed) = (world.country.clone(), world.state().clone());
    let table = country.roles[PRORAIL].table;
    suppose::forget(&country, &mut believed, |row| row.serial == 1, |_| table, |_| true);
    assert_eq!(believed.pools[pool].lent.0.iter().sum::<u32>(), 1, "the second cut had one team");
}

/// Worlds tried; each runs for two days.
const WORLDS: u64 = 400;

/// What the ledger hears of the crews in a tick.
struct Heard {
    pool: PoolId,
    granted: PerClass<u32>,
    used: PerClass<u32>,
    refused: PerClass<u32>,
}

impl Sink for Heard {
    fn event(&mut self, _: Tick, _: Event, _: Cause) {}
    fn claim(&mut self, pool: PoolId, class: Class, claim: Claim) {
        match claim {
            _ if pool != self.pool => {}
            Claim::Granted(_, units) => self.granted[class] += units,
            Claim::Refused(_, units, binding) => {
                assert_eq!(binding, Binding::Units(pool));
                self.refused[class] += units;
            }
        }
    }
    fn used(&mut self, pool: PoolId, class: Class, _: u32, units: u32) {
        if pool == self.pool {
            self.used[class] += units;
        }
    }
}

fn random_policy(dice: &mut ChaCha8Rng) -> Policy {
    let mut policy = open_policy();
    for place in 0..Class::COUNT {
        policy.order.swap(place, dice.random_range(0..Class::COUNT));
    }
    for _ in 0..2 {
        let class = Class::ALL[dice.random_range(0..Class::COUNT)];
        policy.cap[class] = [NO_CAP, 1, 2, 4][dice.random_range(0..4)];
        policy.minimum[class] = dice.random_range(0..=2.min(policy.cap[class]));
    }
    policy
}

/// A dozen damages of every class over a day, and the policy that divides the crews.
fn random_world(dice: &mut ChaCha8Rng) -> (Policy, Vec<Effect>, Vec<Tick>) {
    let targets = [
        Target::Process(EL, R1),
        Target::Process(HOSP, R2),
        Target::Process(MOB, R1),
        Target::Edge(RAIL_2),
        Target::Edge(RAIL_SLOW),
        Target::Terminal(super::tiny::PORT),
    ];
    let (mut effects, mut moments) = (Vec::new(), Vec::new());
    for _ in 0..12 {
        let target = targets[dice.random_range(0..targets.len())];
        let lag = Span(dice.random_range(1..20));
        effects.push(damage(target, dice.random_range(1..60), lag, dice.random_range(1..5)));
        moments.push(Tick(dice.random_range(0..96)));
    }
    (random_policy(dice), effects, moments)
}

fn begun(policy: &Policy, effects: &[Effect], moments: &[Tick], teams: u32) -> (Country, Plan, PoolId) {
    let mut country = country();
    country.processes[RAIL].class = Class::Passenger;
    let pool = crews(&mut country, teams);
    country.pools[pool].default = policy.clone();
    let mut world = Exercise::with(country);
    for (number, (effect, at)) in effects.iter().zip(moments).enumerate() {
        world = world.inject(inject(&format!("I-{number}"), Trigger::At(*at), vec![effect.clone()]));
    }
    world.state();
    (world.country, world.plan, pool)
}

/// Teams are where they are counted, no more than there are, and nobody jumps the queue.
fn teams_are_kept(country: &Country, before: &State, state: &State, pool: PoolId) -> usize {
    let row = &state.pools[pool];
    let lent: u32 = row.lent.0.iter().sum();
    assert!(lent <= row.units, "{lent} teams of {}", row.units);
    let class = |damage: &Damage| repair_class(country, damage.target);
    for each in Class::ALL {
        let at_work = state.damages.open.iter().filter(|damage| class(damage) == each);
        assert_eq!(row.lent[each], at_work.map(|damage| u32::from(damage.teams)).sum::<u32>(), "{each:?}");
        assert!(row.lent[each] <= u32::from(row.policy.cap[each]));
    }
    // Whoever was mended in this tick had teams that nobody has now.
    let open = |serial| state.damages.open.iter().any(|row| row.serial == serial);
    if !before.damages.open.iter().all(|row| open(row.serial)) {
        return 0;
    }
    let mut waited = 0;
    for damage in state.damages.open.iter().filter(|row| crews_short(country, state, row).is_some()) {
        let own = class(damage);
        let short = crews_short(country, state, damage);
        assert_ne!(short, Some(CrewsShort::Freed));
        if matches!(short, Some(CrewsShort::Cap(_))) {
            continue;
        }
        waited += 1;
        for other in &state.damages.open {
            let (theirs, place) = (class(other), |class| row.policy.rank(class));
            if place(theirs) > place(own) {
                assert!(
                    row.lent[theirs] <= u32::from(row.policy.minimum[theirs]),
                    "{theirs:?} before {own:?}"
                );
            }
            let behind = theirs == own && (other.rank, other.serial) > (damage.rank, damage.serial);
            assert!(!behind || other.teams == 0, "{} before {}", other.serial, damage.serial);
        }
    }
    waited
}

#[test]
fn teams_are_never_more_than_there_are_and_the_ledger_counts_them_to_the_last() {
    let (mut refused, mut waited) = (0, 0);
    for seed in 0..WORLDS {
        let dice = &mut ChaCha8Rng::seed_from_u64(seed);
        let (policy, effects, moments) = random_world(dice);
        let (country, plan, pool) = begun(&policy, &effects, &moments, dice.random_range(1..8));
        let mut state = State::new(&country, &plan);
        while state.tick < Tick(192) {
            if dice.random_range(0..24) == 0 {
                state.pools[pool].units = dice.random_range(0..8);
            }
            let before = state.clone();
            let none = PerClass::default;
            let mut heard = Heard { pool, granted: none(), used: none(), refused: none() };
            step::tick(&country, &plan, &mut state, &mut heard);
            waited += teams_are_kept(&country, &before, &state, pool);
            let mut asked = PerClass::<u32>::default();
            let claims = before.damages.open.iter().filter(|row| row.workable <= before.tick);
            for row in claims.filter(|_| state.tick.starts_hour()) {
                asked[repair_class(&country, row.target)] += u32::from(row.teams_max);
            }
            for class in Class::ALL {
                assert_eq!(
                    heard.granted[class] + heard.refused[class],
                    asked[class],
                    "seed {seed} {class:?}"
                );
                assert_eq!(heard.granted[class], heard.used[class]);
                let (was, now) = (&before.pools[pool], &state.pools[pool]);
                let granted = |state: &State| state.granted[pool].in_all[class];
                assert_eq!(granted(&state), granted(&before) + heard.granted[class]);
                assert_eq!(now.refused[class], was.refused[class] + heard.refused[class]);
            }
            refused += heard.refused.0.iter().sum::<u32>();
        }
    }
    assert!(refused > 10_000 && waited > 10_000, "{refused} refused, {waited} waited");
}

#[test]
fn more_crews_never_mend_anything_later() {
    let mut sooner = 0;
    for seed in 0..WORLDS / 2 {
        let dice = &mut ChaCha8Rng::seed_from_u64(seed);
        let (policy, effects, moments) = random_world(dice);
        let mended = |teams: u32| -> Vec<u32> {
            let (country, plan, _) = begun(&policy, &effects, &moments, teams);
            let mut state = State::new(&country, &plan);
            let mut left = vec![0; effects.len()];
            while state.tick < Tick(400) {
                step::tick(&country, &plan, &mut state, &mut doorvoerland::sim::event::NullSink);
                for row in &state.damages.open {
                    left[row.serial as usize] += 1;
                }
            }
            left
        };
        let courses: Vec<Vec<u32>> = (0..6).map(mended).collect();
        for pair in courses.windows(2) {
            let later = pair[0].iter().zip(&pair[1]).filter(|(few, more)| more > few).count();
            assert_eq!(later, 0, "seed {seed}: {pair:?}");
            sooner += usize::from(pair[0] != pair[1]);
        }
    }
    assert!(sooner > 500, "{sooner} times a team more made a difference");
}
