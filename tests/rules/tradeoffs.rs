//! The trade-offs that the policy letters state in words (inventory, section 10), one small scenario each, upon the shipped
//! country and with its own measures and pools: the same scenario is played twice, and serving the one costs the other.
//!
//! Each snapshot has a line for either choice with both figures; `assert_cost` refuses a pair in which one of the two
//! choices is free. Numbers 12 (focus of intelligence) and 14 (deterrence against escalation) need an opponent and stand with
//! its rules.

use super::super::scenario_files::build;
use doorvoerland::{
    scenario::load::Exercise,
    sim::{
        check,
        command::{Actor, By, Command, Record},
        country::{Class, Limited, Policy},
        event::NullSink,
        figures::{CareFigure, SocialFigure},
        ids::{PoolId, ProcessId, RegionId, RoleId},
        metric::{self, Metric},
        state::State,
        step,
    },
};
use expect_test::{Expect, expect};
use std::fmt::Write as _;

/// A scenario being played.
struct World {
    exercise: Exercise,
    state: State,
    seq: u32,
    /// Sums over the hours of what is watched.
    watched: Vec<(Metric, i64)>,
    /// Sum over the hours of the pieces that are off their ships.
    landed: i64,
}

impl World {
    /// The ordinary country with this in addition.
    fn of(body: &str) -> Self {
        let text = format!(
            r#"(code: "afweging", title: (nl: "Afweging", en: "Trade-off"), summary: (nl: "Proef.", en: "Trial."),
            start: "2026-10-05 00:00", days: 14, seed: 7, marking: Public, {body})"#
        );
        let exercise = build(&text).unwrap_or_else(|error| panic!("{error}"));
        let state = State::new(&exercise.country, &exercise.plan);
        Self { exercise, state, seq: 0, watched: Vec::new(), landed: 0 }
    }

    fn process(&self, code: &str) -> ProcessId {
        self.exercise.country.processes.find(|row| row.code == code).expect("a process")
    }

    fn region(&self, code: &str) -> RegionId {
        self.exercise.country.regions.find(|row| row.code == code).expect("a region")
    }

    fn pool(&self, code: &str) -> PoolId {
        self.exercise.country.pools.find(|row| row.code == code).expect("a pool")
    }

    fn role(&self, code: &str) -> RoleId {
        self.exercise.country.roles.find(|row| row.code == code).expect("a role")
    }

    /// Keeps the sum over the hours of something.
    fn watch(mut self, metric: impl Fn(&Self) -> Metric) -> Self {
        self.watched.push((metric(&self), 0));
        self
    }

    fn give(&mut self, role: RoleId, command: Command) {
        self.seq += 1;
        let now = self.state.tick;
        let by = By { actor: Actor::Role(role), seat: 0 };
        let record = Record { seq: self.seq, submitted: now, effective: now, seen: now, by, command };
        let (country, plan) = (&self.exercise.country, &self.exercise.plan);
        let refused = check::check(country, plan, &self.state, &record);
        refused.unwrap_or_else(|refusal| panic!("{:?}: {refusal:?}", record.command));
        step::settle(country, plan, &mut self.state, &[record], &mut NullSink);
    }

    /// The owner takes a measure.
    fn take(mut self, code: &str, region: Option<&str>) -> Self {
        let measures = &self.exercise.country.measures.rows;
        let measure = measures.find(|row| row.code == code).expect("a measure");
        let owner = measures[measure].owner;
        let region = region.map(|region| self.region(region));
        self.give(owner, Command::TakeMeasure { measure, region, reason: "Afweging".to_owned() });
        self
    }

    /// Who can provides the basis for everything that holds a pool's owner back in this way.
    fn lift(mut self, pool: &str, limits: impl Fn(Limited) -> bool, by: &[&str]) -> Self {
        let pool = self.pool(pool);
        for role in by {
            let role = self.role(role);
            let rows = self.exercise.country.pools[pool].limits.iter().zip(0..);
            let numbers: Vec<u16> =
                rows.filter(|(limit, _)| limits(limit.what)).map(|(_, number)| number).collect();
            assert!(!numbers.is_empty(), "no such limit");
            for limit in numbers {
                self.give(role, Command::ProvideBasis { pool, limit, reason: "Afweging".to_owned() });
            }
        }
        self
    }

    /// The owner divides a pool in another way.
    fn divide(mut self, pool: &str, change: impl Fn(&mut Policy)) -> Self {
        let pool = self.pool(pool);
        let row = &self.exercise.country.pools[pool];
        let (owner, mut policy) = (row.owner, row.default.clone());
        change(&mut policy);
        self.give(owner, Command::SetPolicy { pool, policy, until: None, reason: "Afweging".to_owned() });
        self
    }

    fn hours(mut self, hours: u32) -> Self {
        let (country, plan) = (&self.exercise.country, &self.exercise.plan);
        for _ in 0..hours {
            for _ in 0..4 {
                step::tick(country, plan, &mut self.state, &mut NullSink);
            }
            for (_, row) in self.state.movements.iter() {
                let aboard: u32 = row.arrivals.iter().map(|ship| ship.aboard.sum()).sum();
                self.landed += i64::from(row.pieces - aboard);
            }
            for (metric, sum) in &mut self.watched {
                *sum += metric::value(country, &self.state, *metric);
            }
        }
        self
    }

    fn value(&self, metric: Metric) -> i64 {
        metric::value(&self.exercise.country, &self.state, metric)
    }

    /// The mean over the hours of the first thing that is watched.
    fn mean(&self) -> i64 {
        self.watched[0].1 * 4 / i64::from(self.state.tick.0)
    }
}

/// Something that is wanted, in a world that was played.
struct Wish<'a> {
    name: &'a str,
    of: &'a dyn Fn(&World) -> i64,
    more_is_better: bool,
}

/// More of this is better.
fn more<'a>(name: &'a str, of: &'a dyn Fn(&World) -> i64) -> Wish<'a> {
    Wish { name, of, more_is_better: true }
}

/// Less of this is better.
fn less<'a>(name: &'a str, of: &'a dyn Fn(&World) -> i64) -> Wish<'a> {
    Wish { name, of, more_is_better: false }
}

/// Serving the first wish in the first world, and the second in the second, costs the other.
fn assert_cost(wishes: [Wish<'_>; 2], worlds: [(&str, World); 2], expected: Expect) {
    let mut text = String::new();
    let mut found = [[0; 2]; 2];
    for ((name, world), found) in worlds.iter().zip(&mut found) {
        *found = [(wishes[0].of)(world), (wishes[1].of)(world)];
        let [first, second] = &wishes;
        writeln!(text, "{name}: {} {}, {} {}", first.name, found[0], second.name, found[1])
            .expect("writing to a string");
    }
    expected.assert_eq(&text);
    let better = |wish: &Wish<'_>, one: i64, other: i64| {
        if wish.more_is_better { one > other } else { one < other }
    };
    assert!(better(&wishes[0], found[0][0], found[1][0]), "the first choice serves the first wish:\n{text}");
    assert!(better(&wishes[1], found[1][1], found[0][1]), "and the second the second:\n{text}");
}

/// Ships with allied vehicles, one in each of these ports on the first day at noon, to go on by road and rail.
fn ships(ports: &[&str], personnel: u32) -> String {
    let call = |port: &&str| format!(r#"(port: "{port}", arrives: "D+2 12:00", pieces: (wheeled: 60)), "#);
    let arrivals = ports.iter().map(call).collect::<Vec<_>>().concat();
    format!(
        r#"movements: [(code: "colonne", name: (nl: "Eenheid", en: "Unit"), nation: "US", personnel: {personnel}, class: Military,
        arrivals: [{arrivals}],
        destinations: [(fleet: "convoys", to: "ruhrgebied", share: 0.6), (fleet: "flat-wagon-sets", to: "ruhrgebied", share: 0.4)],
        due: "D+10 00:00")],"#
    )
}

const GUARDED: [&str; 4] = ["vlissingen-sloe", "waalhaven", "eemshaven", "den-helder"];

/// Pieces off their ships, hour by hour: the sooner, the more.
fn landed(world: &World) -> i64 {
    world.landed
}

/// The class at this place in the order, from 0.
fn at_place(class: Class, place: usize) -> impl Fn(&mut Policy) {
    move |policy| {
        let mut order: Vec<Class> = policy.order.into_iter().filter(|other| *other != class).collect();
        order.insert(place, class);
        policy.order = order.try_into().expect("every class once");
    }
}

/// 1. The same cranes for trade and for the forces, when drones let only a part of the yard work.
#[test]
fn cranes_given_to_the_forces_are_missed_by_trade() {
    let calls = r#"movements: [(code: "colonne", name: (nl: "Eenheid", en: "Unit"), nation: "US", personnel: 0, class: Military,
        arrivals: [(port: "vlissingen-sloe", arrives: "D+1 12:00", pieces: (wheeled: 600))],
        destinations: [(fleet: "convoys", to: "ruhrgebied", share: 1.0)], due: "D+10 00:00")],
        at_start: [Impair((target: Terminal("vlissingen-sloe"), kind: Human, loss: 0.85, lasts: "120h"))]"#;
    let quay = "terminal.vlissingen-sloe";
    let before = |what: Limited| matches!(what, Limited::Before(Class::Military, Class::Commercial));
    let delay = |world: &World| world.value(Metric::CivilDelay);
    let trade = World::of(calls).hours(96);
    let forces = World::of(calls).lift(quay, before, &["toc-dvvo"]).hours(24);
    let forces = forces.divide(quay, at_place(Class::Military, 1));
    assert_cost(
        [less("hours that everyday transport waited", &delay), more("hours of pieces ashore", &landed)],
        [("trade first", trade), ("the forces first", forces.hours(72))],
        expect![[r#"
            trade first: hours that everyday transport waited 2752, hours of pieces ashore 0
            the forces first: hours that everyday transport waited 3136, hours of pieces ashore 31680
        "#]],
    );
}

/// 2. Reservists guard the transit and are missed where they work.
#[test]
fn reservists_leave_vital_jobs() {
    let body = format!(
        r#"{} at_start: [Patients((region: "VR17", clinic: 700, intensive: 60)), Patients((region: "VR13", clinic: 700, intensive: 60))]"#,
        ships(&GUARDED, 500)
    );
    let stay = World::of(&body).hours(72);
    let called = World::of(&body).take("reservisten-oproepen", None).hours(72);
    let deferred = |world: &World| world.value(Metric::Care(CareFigure::DeferredCare, None));
    assert_cost(
        [less("deferred care", &deferred), more("hours of pieces ashore", &landed)],
        [("they stay at work", stay), ("they are called up", called)],
        expect![[r#"
            they stay at work: deferred care 732, hours of pieces ashore 2550
            they are called up: deferred care 825, hours of pieces ashore 2880
        "#]],
    );
}

/// 3. Military wounded take the beds of planned care.
#[test]
fn military_wounded_displace_regular_care() {
    let body = r#"at_start: [
        Patients((region: "VR17", clinic: 500, intensive: 80, military: true)),
        Patients((region: "VR22", clinic: 500, intensive: 40, military: true)),
    ]"#;
    let waiting = |world: &World| world.region("VR22");
    let watch =
        |world: World| world.watch(|world| Metric::Care(CareFigure::AwaitingBed, Some(waiting(world))));
    let planned = watch(World::of(body)).hours(96);
    let room = watch(World::of(body)).take("planbare-zorg-af", None).hours(96);
    let deferred = |world: &World| world.value(Metric::Care(CareFigure::DeferredCare, None));
    assert_cost(
        [less("deferred care", &deferred), less("waiting for a bed", &World::mean)],
        [("planned care goes on", planned), ("room for the wounded", room)],
        expect![[r#"
            planned care goes on: deferred care 641, waiting for a bed 186
            room for the wounded: deferred care 7830, waiting for a bed 149
        "#]],
    );
}

/// 4. People who cannot manage without help draw Defence away from its task.
#[test]
fn those_who_cannot_manage_draw_defence_away() {
    let body = format!(
        r#"{} at_start: [Impair((target: Process("EL", "VR19"), kind: Physical, loss: 1.0, lasts: "96h"))]"#,
        ships(&GUARDED[..3], 500)
    );
    let unhelped = |world: &World| world.value(Metric::Society(SocialFigure::Unhelped, None));
    let task = World::of(&body).hours(72);
    let help = World::of(&body).take("bijstand-defensie", Some("VR19")).hours(72);
    assert_cost(
        [more("hours of pieces ashore", &landed), less("asked for help in vain", &unhelped)],
        [("Defence keeps to its task", task), ("Defence helps people", help)],
        expect![[r#"
            Defence keeps to its task: hours of pieces ashore 1440, asked for help in vain 410000
            Defence helps people: hours of pieces ashore 960, asked for help in vain 372116
        "#]],
    );
}

/// 5. Ammunition trains before others: they arrive, and everyday trains wait.
#[test]
fn ammunition_before_everyday_trains() {
    let train = |number: u32| {
        format!(
            r#"(code: "m{number}", name: (nl: "Munitie", en: "Ammunition"), class: UrgentMilitary, ammunition: true,
            from: "eemshaven", to: "rheine", ready: "D+2 06:00", pieces: 30), "#
        )
    };
    let body = format!("trains: [{}]", (1..=6).map(train).collect::<String>());
    let limit = |what: Limited| {
        matches!(
            what,
            Limited::DayCapAbove(Class::UrgentMilitary, _)
                | Limited::Before(
                    Class::UrgentMilitary,
                    Class::Commercial | Class::LifeSupport | Class::Passenger
                )
        )
    };
    let arrived = |world: &World| {
        let moving = world.state.consignments.active().filter(|(_, row)| row.class == Class::UrgentMilitary);
        6 - i64::try_from(moving.count()).expect("a few")
    };
    let delay = |world: &World| world.value(Metric::CivilDelay);
    let everyday = World::of(&body).hours(84);
    let mut pools: Vec<String> = Vec::new();
    for (_, row) in everyday.exercise.country.pools.iter() {
        if row.kind == doorvoerland::sim::country::PoolKind::Paths(doorvoerland::sim::country::Mode::Rail) {
            pools.push(row.code.clone());
        }
    }
    let mut urgent = World::of(&body);
    for pool in &pools {
        urgent = urgent.lift(pool, limit, &["mindef", "ienw"]);
    }
    urgent = urgent.hours(24);
    for pool in &pools {
        urgent = urgent.divide(pool, |policy| {
            at_place(Class::UrgentMilitary, 0)(policy);
            policy.day_cap[Class::UrgentMilitary] = 6;
        });
    }
    assert_cost(
        [less("hours that everyday transport waited", &delay), more("ammunition trains across", &arrived)],
        [("everyday trains first", everyday), ("ammunition first", urgent.hours(60))],
        expect![[r#"
            everyday trains first: hours that everyday transport waited 1048, ammunition trains across 2
            ammunition first: hours that everyday transport waited 1063, ammunition trains across 6
        "#]],
    );
}

/// 6. Halls for people who need reception are halls that troops sleep in.
#[test]
fn a_hall_is_for_newcomers_or_for_troops() {
    let body = format!("{} at_start: [Newcomers((people: 6000))]", ships(&GUARDED[..3], 8000));
    let troops = World::of(&body).hours(120);
    let mut newcomers = World::of(&body);
    for region in ["VR01", "VR09", "VR17", "VR19", "VR20"] {
        newcomers = newcomers.take("opvang-openen", Some(region));
    }
    let nights = |world: &World| world.value(Metric::Society(SocialFigure::WithoutPlace, None));
    let beds = |world: &World| world.value(Metric::Refused(world.pool("beds.transit")));
    assert_cost(
        [less("beds refused to troops", &beds), less("nights without a place", &nights)],
        [("halls for troops", troops), ("halls for newcomers", newcomers.hours(120))],
        expect![[r#"
            halls for troops: beds refused to troops 0, nights without a place 30000
            halls for newcomers: beds refused to troops 2009, nights without a place 28312
        "#]],
    );
}

/// 7. Food for home is food that does not pass through: what distributes it cannot serve trade.
#[test]
fn food_kept_at_home_is_trade_that_stops() {
    let body = r#"at_start: [
        Impair((target: Process("FOOD", "VR13"), kind: Human, loss: 0.7, lasts: "240h")),
        Impair((target: Process("FOOD", "VR17"), kind: Human, loss: 0.7, lasts: "240h")),
    ]"#;
    let trade = |world: World| {
        let log = world.process("LOG");
        world.watch(move |_| Metric::Level(log, None))
    };
    let transit = trade(World::of(body)).hours(120);
    let home = trade(World::of(body).take("noodbepalingen", None)).hours(30);
    let home = home.take("voedseldistributie", None).hours(90);
    let need = |world: &World| world.value(Metric::UnmetNeed(None));
    assert_cost(
        [more("trade and distribution", &World::mean), less("person-days of unmet need", &need)],
        [("food passes through", transit), ("food stays", home)],
        expect![[r#"
            food passes through: trade and distribution 1000, person-days of unmet need 8890733
            food stays: trade and distribution 967, person-days of unmet need 7212722
        "#]],
    );
}

/// 8. A curfew brings quiet and costs rights, which people answer with distrust.
#[test]
fn security_costs_rights_and_trust() {
    let body = r#"at_start: [
        Mood((mood: Misinformation, change: 0.4, region: Some("VR13"))),
        Mood((mood: Polarisation, change: 0.4, region: Some("VR13"))),
        Mood((mood: Trust, change: -0.25, region: Some("VR13"))),
    ]"#;
    let unrest = |world: World| {
        let region = world.region("VR13");
        world.watch(move |_| Metric::Society(SocialFigure::Unrest, Some(region)))
    };
    let trust = |world: &World| world.value(Metric::Society(SocialFigure::Trust, None));
    let rights = unrest(World::of(body)).hours(144);
    let order = unrest(World::of(body).take("noodtoestand", None)).hours(60);
    let order = order.take("avondklok", Some("VR13")).hours(84);
    assert_cost(
        [more("trust", &trust), less("unrest", &World::mean)],
        [("rights stay", rights), ("a curfew", order)],
        expect![[r#"
            rights stay: trust 491, unrest 331
            a curfew: trust 428, unrest 285
        "#]],
    );
}

/// 9. Stepping in early spares people and disturbs the market; stepping in late does both less.
#[test]
fn early_intervention_disturbs_the_market() {
    let dry = |region: &str| {
        format!(r#"Impair((target: Process("FUEL", "{region}"), kind: Human, loss: 0.7, lasts: "240h")), "#)
    };
    let regions = ["VR09", "VR13", "VR15", "VR17", "VR20", "VR22"];
    let body = format!("at_start: [{}]", regions.map(dry).concat());
    let market = |world: World| {
        let log = world.process("LOG");
        world.watch(move |_| Metric::Level(log, None))
    };
    let at = |hours: u32| {
        let world = market(World::of(&body)).hours(hours).take("noodbepalingen", None).hours(30);
        world.take("brandstof-rantsoen", None).hours(240 - hours - 30)
    };
    let need = |world: &World| world.value(Metric::UnmetNeed(None));
    assert_cost(
        [more("industry and distribution", &World::mean), less("person-days of unmet need", &need)],
        [("rationing after five days", at(120)), ("rationing at once", at(0))],
        expect![[r#"
            rationing after five days: industry and distribution 956, person-days of unmet need 4198221
            rationing at once: industry and distribution 881, person-days of unmet need 2971396
        "#]],
    );
}

/// 10. Telling people what passes takes the ground from rumours, and needs more guards.
#[test]
fn openness_costs_guards() {
    let body = format!("{} at_start: [Mood((mood: Misinformation, change: 0.3))]", ships(&GUARDED[..3], 500));
    let secret = World::of(&body).hours(72);
    let open = World::of(&body).take("doorvoer-openbaar", None).hours(72);
    let believed = |world: &World| world.value(Metric::Society(SocialFigure::Misinformed, None));
    assert_cost(
        [more("hours of pieces ashore", &landed), less("misinformed", &believed)],
        [("kept secret", secret), ("told to everybody", open)],
        expect![[r#"
            kept secret: hours of pieces ashore 2160, misinformed 295
            told to everybody: hours of pieces ashore 1860, misinformed 254
        "#]],
    );
}

/// 11. The same desks register people under temporary protection and those who ask for asylum.
#[test]
fn temporary_protection_and_asylum_share_their_desks() {
    let body = "at_start: [Newcomers((people: 8000))]";
    let alike = World::of(body).hours(240);
    let first = World::of(body).take("loketten-bescherming", None).hours(240);
    assert_cost(
        [
            less("waiting with asylum", &|world| world.value(Metric::AsylumWaiting)),
            less("waiting for protection", &|world| world.value(Metric::Unregistered)),
        ],
        [("everybody in turn", alike), ("protection first", first)],
        expect![[r#"
            everybody in turn: waiting with asylum 643, waiting for protection 3436
            protection first: waiting with asylum 879, waiting for protection 3200
        "#]],
    );
}

/// 13. Reception that the government lays upon municipalities takes the people with whom they lead their own crisis.
#[test]
fn tasks_shifted_down_use_up_local_capacity() {
    let body = "at_start: [Newcomers((people: 20000))]";
    let leads = |world: World| {
        let gov = world.process("GOV");
        world.watch(move |_| Metric::Level(gov, None))
    };
    let nights = |world: &World| world.value(Metric::Society(SocialFigure::WithoutPlace, None));
    let own = leads(World::of(body).take("noodbepalingen", None)).hours(240);
    let laid = leads(World::of(body).take("noodbepalingen", None)).hours(30);
    let laid = laid.take("opvangplicht", None).hours(210);
    assert_cost(
        [more("local leadership", &World::mean), less("nights without a place", &nights)],
        [("municipalities decide", own), ("the government decides", laid)],
        expect![[r#"
            municipalities decide: local leadership 1000, nights without a place 200000
            the government decides: local leadership 958, nights without a place 170503
        "#]],
    );
}
