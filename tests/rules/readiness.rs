//! Readiness on the shipped country: sites of Defence without power, airfields, working by hand, machines, tiers of forces and
//! themes of the risk analysis.

use super::{
    super::scenario_files::build,
    tiny::{self, HOSP, MINISTER, R1},
};
use doorvoerland::{
    scenario::load::Exercise,
    sim::{
        command::{Actor, By, Command, Correction, Record},
        country::{Class, Generator, PoolKind, RiskTheme},
        effect::{DamageKind, Effect, Target},
        event::{Event, NullSink, Sink},
        ids::{ArcId, PoolId, ProcessId, RegionId},
        metric::{self, Metric},
        plan::Trigger,
        readiness::ReadinessFigure,
        state::State,
        step,
        time::{Span, Tick},
    },
};
use expect_test::expect;
use std::fmt::Write as _;

/// A scenario being played.
struct World {
    exercise: Exercise,
    state: State,
    seq: u32,
    diverted: Vec<String>,
}

/// Notes where what comes by air lands instead.
struct Diversions<'a>(&'a Exercise, &'a mut Vec<String>);

impl Sink for Diversions<'_> {
    fn event(&mut self, tick: Tick, event: Event, _: doorvoerland::sim::cause::Cause) {
        if let Event::Diverted(_, _, node) = event {
            self.1.push(format!("{tick} {}", self.0.country.nodes[node].code));
        }
    }
    fn claim(&mut self, _: PoolId, _: Class, _: doorvoerland::sim::event::Claim) {}
    fn used(&mut self, _: PoolId, _: Class, _: u32, _: u32) {}
}

fn text(body: &str) -> String {
    format!(
        r#"(code: "paraat", title: (nl: "Proef", en: "Trial"), summary: (nl: "Proef.", en: "Trial."),
        start: "2026-10-05 00:00", days: 20, seed: 7, marking: Public, {body})"#
    )
}

impl World {
    fn of(body: &str) -> Self {
        let exercise = build(&text(body)).unwrap_or_else(|error| panic!("{error}"));
        let state = State::new(&exercise.country, &exercise.plan);
        Self { exercise, state, seq: 0, diverted: Vec::new() }
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

    fn units(&self, code: &str) -> u32 {
        self.state.pools[self.pool(code)].units
    }

    fn give(mut self, actor: Actor, command: Command) -> Self {
        self.seq += 1;
        let now = self.state.tick;
        let by = By { actor, seat: 0 };
        let record = Record { seq: self.seq, submitted: now, effective: now, seen: now, by, command };
        let (country, plan) = (&self.exercise.country, &self.exercise.plan);
        doorvoerland::sim::check::check(country, plan, &self.state, &record)
            .unwrap_or_else(|refusal| panic!("{refusal:?}"));
        step::settle(country, plan, &mut self.state, &[record], &mut NullSink);
        self
    }

    fn take(self, code: &str) -> Self {
        let measure = self.exercise.country.measures.rows.find(|row| row.code == code).expect("a measure");
        let owner = self.exercise.country.measures.rows[measure].owner;
        let command = Command::TakeMeasure { measure, region: None, reason: "Proef".to_owned() };
        self.give(Actor::Role(owner), command)
    }

    fn hours(mut self, hours: u32) -> Self {
        for _ in 0..hours * 4 {
            let sink = &mut Diversions(&self.exercise, &mut self.diverted);
            step::tick(&self.exercise.country, &self.exercise.plan, &mut self.state, sink);
        }
        self
    }

    fn until(self, hour: u32) -> Self {
        let passed = self.state.tick.0 / 4;
        self.hours(hour - passed)
    }

    fn level(&self, process: &str, region: &str) -> u32 {
        self.state.processes.level(self.process(process), self.region(region)).permille()
    }

    fn value(&self, metric: Metric) -> i64 {
        metric::value(&self.exercise.country, &self.state, metric)
    }

    fn figure(&self, figure: ReadinessFigure) -> i64 {
        self.value(Metric::Readiness(figure))
    }
}

fn lost(what: &str, kind: &str, loss: &str, lasts: &str) -> String {
    format!(r#"Impair((target: {what}, kind: {kind}, loss: {loss}, lasts: "{lasts}")), "#)
}

fn everywhere(process: &str, loss: &str, lasts: &str) -> String {
    let rows = (1..=25)
        .map(|number| lost(&format!("Process(\"{process}\", \"VR{number:02}\")"), "Human", loss, lasts));
    rows.collect()
}

fn holds(lever: &str, more: i16) -> String {
    format!(r#"Holds((what: Lever({lever}, {more}), lasts: "400h")), "#)
}

/// Days without power: how far sites work, and the beds, guards and columns that live on them.
fn blackout(mut world: World) -> String {
    let mut text = String::new();
    for day in [1, 3, 4, 6, 8] {
        world = world.until(24 * day);
        let units = ["beds.transit", "teams.guards-tmo", "vehicles.convoys"].map(|pool| world.units(pool));
        let (ready, care) = (world.figure(ReadinessFigure::SitesReady), world.level("HOSP", "VR10"));
        writeln!(text, "day {day}: sites {ready}, {units:?}, hospitals {care}").expect("writing to a string");
    }
    text
}

#[test]
fn sites_of_defence_without_power_lose_what_lives_on_them_unless_they_have_generators() {
    let body = format!("at_start: [{}]", everywhere("EL", "1.0", "480h"));
    let plain = blackout(World::of(&body));
    let helped = blackout(World::of(&body).take("aggregaten-defensie"));
    expect![[r#"
        plain
        day 1: sites 1000, [1200, 225, 6], hospitals 1000
        day 3: sites 209, [657, 157, 4], hospitals 300
        day 4: sites 200, [624, 153, 4], hospitals 300
        day 6: sites 200, [624, 153, 4], hospitals 300
        day 8: sites 200, [624, 153, 4], hospitals 300
        generators
        day 1: sites 1000, [1200, 225, 6], hospitals 1000
        day 3: sites 1000, [1200, 225, 6], hospitals 300
        day 4: sites 730, [1006, 201, 5], hospitals 300
        day 6: sites 498, [849, 181, 5], hospitals 300
        day 8: sites 200, [624, 153, 4], hospitals 300
    "#]]
    .assert_eq(&format!("plain\n{plain}generators\n{helped}"));
}

#[test]
fn fuel_for_generators_goes_to_sewers_or_to_sites_as_its_owner_says() {
    let dark = ["VR07", "VR10", "VR20"]
        .map(|region| lost(&format!("Process(\"EL\", \"{region}\")"), "Human", "1.0", "480h"));
    let body = format!("at_start: [{}]", dark.concat());
    let line = |world: World| {
        let world = world.until(24 * 4);
        let levels = ["HOSP", "SEW", "DEF"].map(|process| world.level(process, "VR10"));
        format!("{levels:?}, sites {}\n", world.figure(ReadinessFigure::SitesReady))
    };
    let sites_first = World::of(&body);
    let pool = sites_first.pool("stock.generator-fuel");
    let mut policy = sites_first.state.pools[pool].policy.clone();
    // After the hospitals, before everybody else.
    policy.order.sort_by_key(|class| (*class != Class::Medical, *class != Class::Military));
    let owner = sites_first.exercise.country.pools[pool].owner;
    let divide = Command::SetPolicy { pool, policy, until: None, reason: "Proef".to_owned() };
    let sites_first = sites_first.give(Actor::Role(owner), divide);
    let usual = line(World::of(&body));
    expect![[r#"
        usual: [1000, 200, 200], sites 648
        sites first: [1000, 200, 657], sites 849
    "#]]
    .assert_eq(&format!("usual: {usual}sites first: {}", line(sites_first)));
}

#[test]
fn travellers_wait_at_a_closed_airfield_and_are_worked_off() {
    let body = format!(
        "at_start: [{}{}]",
        lost("Terminal(\"schiphol\")", "Human", "1.0", "14h"),
        lost("Process(\"AIR\", \"VR22\")", "Human", "0.5", "14h")
    );
    let mut world = World::of(&body);
    let mut text = String::new();
    for hour in [1, 6, 14, 24, 48, 72] {
        world = world.until(hour);
        let waiting = world.figure(ReadinessFigure::TravellersWaiting);
        writeln!(text, "hour {hour}: {waiting} {:?}", world.state.readiness.waiting).expect("writing");
    }
    expect![[r#"
        hour 1: 7895 [7604, 291, 0, 0, 0]
        hour 6: 47370 [45624, 1746, 0, 0, 0]
        hour 14: 110530 [106456, 4074, 0, 0, 0]
        hour 24: 89996 [87446, 2550, 0, 0, 0]
        hour 48: 41822 [41822, 0, 0, 0, 0]
        hour 72: 0 [0, 0, 0, 0, 0]
    "#]]
    .assert_eq(&text);
    let ordinary = World::of("").hours(48);
    assert_eq!(ordinary.figure(ReadinessFigure::TravellersWaiting), 0);
}

/// A unit that is flown in at Eindhoven, to leave by road.
const FLOWN: &str = r#"movements: [(code: "lucht", name: (nl: "Eenheid", en: "Unit"), nation: "US", personnel: 300, class: Military,
    arrivals: [(by: Air, port: "eindhoven-vliegveld", arrives: "D+0 06:00", pieces: (wheeled: 100))],
    destinations: [(fleet: "convoys", to: "ruhrgebied", share: 1.0)], due: "D+10 00:00")], "#;

#[test]
fn what_is_flown_in_shares_the_airfield_with_travellers() {
    let world = World::of(FLOWN).hours(10);
    let busy = world.state.readiness.waiting.clone();
    let landed = world.value(Metric::Ashore(doorvoerland::sim::ids::MovementId(0)));
    expect![[r#"
        ashore 23, travellers who wait [0, 3100, 0, 0, 0]
    "#]]
    .assert_eq(&format!("ashore {landed}, travellers who wait {busy:?}\n"));
}

#[test]
fn what_is_flown_in_lands_elsewhere_when_its_airfield_is_closed() {
    let closed = |fields: &[&str]| -> String {
        fields.iter().map(|field| lost(&format!("Terminal(\"{field}\")"), "Human", "1.0", "9h")).collect()
    };
    let all =
        ["schiphol", "eindhoven-vliegveld", "rotterdam-airport", "maastricht-airport", "eelde", "volkel"];
    let all = [&all[..], &["leeuwarden-vliegbasis", "gilze-rijen"]].concat();
    let mut text = String::new();
    for fields in [&[][..], &["eindhoven-vliegveld"], &["eindhoven-vliegveld", "volkel"], &all] {
        let world = World::of(&format!("{FLOWN} at_start: [{}]", closed(fields))).hours(30);
        let ashore = world.value(Metric::Ashore(doorvoerland::sim::ids::MovementId(0)));
        writeln!(text, "{} closed: {:?}, {ashore} ashore", fields.len(), world.diverted).expect("writing");
    }
    expect![[r#"
        0 closed: [], 0 ashore
        1 closed: ["D+0 06:00 volkel"], 0 ashore
        2 closed: ["D+0 06:00 gilze-rijen"], 0 ashore
        8 closed: [], 0 ashore
    "#]]
    .assert_eq(&text);
}

#[test]
fn an_airlift_needs_open_airfields() {
    let home = |loss: &str| {
        let body = format!("at_start: [Stranded(2000), {}]", everywhere("AIR", loss, "480h"));
        let world = World::of(&body).take("evacuatie-landgenoten").hours(40);
        world.value(Metric::Economy(doorvoerland::sim::economy::EconomyFigure::BroughtHome, None))
    };
    expect!["[936, 480, 0]"].assert_eq(&format!("{:?}", ["0.01", "0.5", "1.0"].map(home)));
}

#[test]
fn people_make_up_by_hand_for_a_part_of_what_digital_damage_takes() {
    let line = |kind: &str, analogue: i16, automation: i16| {
        let body = format!(
            "at_start: [{}{}{}]",
            holds("Analogue", analogue),
            holds("Automation", automation),
            lost("Process(\"IWT\", \"VR17\")", kind, "0.8", "100h")
        );
        let world = World::of(&body).hours(6);
        let (level, by_hand) = (world.level("IWT", "VR17"), world.figure(ReadinessFigure::ByHand));
        format!("{kind} analogue {analogue} automation {automation}: {level}, by hand {by_hand}\n")
    };
    let text = [
        line("Digital", 0, 0),
        line("Digital", 500, 0),
        line("Digital", 1000, 0),
        line("Digital", 1000, 1000),
        line("Physical", 1000, 0),
    ];
    expect![[r#"
        Digital analogue 0 automation 0: 200, by hand 0
        Digital analogue 500 automation 0: 480, by hand 350
        Digital analogue 1000 automation 0: 760, by hand 700
        Digital analogue 1000 automation 1000: 480, by hand 350
        Physical analogue 1000 automation 0: 200, by hand 0
    "#]]
    .assert_eq(&text.concat());
}

#[test]
fn stores_behind_communications_last_longer_by_hand() {
    let day = |analogue: i16| {
        let body = format!("at_start: [{}{}]", holds("Analogue", analogue), everywhere("FIX", "1.0", "480h"));
        let mut world = World::of(&body);
        let mut levels = Vec::new();
        for hours in [24, 48, 72, 120] {
            world = world.until(hours);
            levels.push(world.level("GOV", "VR15"));
        }
        levels
    };
    expect![[r#"
        digital [1000, 642, 600, 600]
        by hand [1000, 905, 880, 600]
    "#]]
    .assert_eq(&format!("digital {:?}\nby hand {:?}\n", day(0), day(1000)));
}

#[test]
fn machines_replace_missing_people_and_stop_without_signals() {
    let line = |automation: i16, what: &str| {
        let body = format!("at_start: [{}{what}]", holds("Automation", automation));
        let world = World::of(&body).hours(30);
        world.level("PORT", "VR17")
    };
    let ill = r#"Holds((what: Sick("vital", 0.5), lasts: "400h")), "#;
    let jammed = everywhere("PNT", "1.0", "480h");
    let hit = lost("Process(\"PORT\", \"VR17\")", "Digital", "0.3", "480h");
    let mut text = String::new();
    for (name, what) in
        [("ordinary", ""), ("half of them ill", ill), ("no position", &jammed), ("digital", &hit)]
    {
        let levels = [0, 500, 1000].map(|automation| line(automation, what));
        writeln!(text, "{name}: {levels:?}").expect("writing to a string");
    }
    let hits = r#"Damage((target: Process("PORT", "VR17"), kind: Digital, loss: 0.5, team_hours: 900, teams_max: 1, skill: "it")), "#;
    let deep = [0, 500, 1000].map(|automation: i16| {
        let world = World::of(&format!("at_start: [{}{hits}]", holds("Automation", automation))).hours(1);
        world.state.damages.open[0].loss.permille()
    });
    writeln!(text, "damage: {deep:?}").expect("writing to a string");
    expect![[r#"
        ordinary: [1000, 1000, 1000]
        half of them ill: [565, 673, 782]
        no position: [700, 560, 420]
        digital: [700, 700, 700]
        damage: [500, 625, 750]
    "#]]
    .assert_eq(&text);
}

/// Two units by the same low loaders; the second in the list has this tier.
fn two_units(tier: &str) -> String {
    let unit = |code: &str, due: &str, tier: &str| {
        format!(
            r#"(code: "{code}", name: (nl: "Eenheid", en: "Unit"), nation: "US", personnel: 300, class: Military,
            arrivals: [(by: Road, port: "moerdijk", arrives: "D+0 06:00", pieces: (tracked: 120))],
            destinations: [(fleet: "low-loaders", to: "ruhrgebied", share: 1.0)], due: "{due}"{tier}), "#
        )
    };
    let all = unit("later", "D+15 00:00", ", tier: Some(Second)") + &unit("sooner", "D+4 00:00", tier);
    format!("movements: [{all}]")
}

#[test]
fn a_sooner_tier_goes_first_and_counts_what_is_across_in_time() {
    let course = |tier: &str| {
        let mut world = World::of(&two_units(tier));
        let mut text = String::new();
        for day in [2, 4, 6, 10, 16] {
            world = world.until(24 * day);
            let across: Vec<u32> = world.state.movements.rows().iter().map(|row| row.delivered).collect();
            let tiers = [ReadinessFigure::TierFirst, ReadinessFigure::TierSecond, ReadinessFigure::TierThird];
            let tiers = tiers.map(|figure| world.figure(figure));
            writeln!(text, "day {day}: across {across:?}, in time {tiers:?}").expect("writing to a string");
        }
        text
    };
    let text = format!("without a tier\n{}first tier\n{}", course(""), course(", tier: Some(First)"));
    expect![[r#"
        without a tier
        day 2: across [24, 0], in time [1000, 200, 1000]
        day 4: across [72, 0], in time [1000, 600, 1000]
        day 6: across [96, 0], in time [1000, 800, 1000]
        day 10: across [120, 48], in time [1000, 1000, 1000]
        day 16: across [120, 120], in time [1000, 1000, 1000]
        first tier
        day 2: across [0, 24], in time [200, 0, 1000]
        day 4: across [0, 72], in time [600, 0, 1000]
        day 6: across [0, 96], in time [600, 0, 1000]
        day 10: across [48, 120], in time [600, 400, 1000]
        day 16: across [120, 120], in time [600, 1000, 1000]
    "#]]
    .assert_eq(&text);
}

#[test]
fn a_unit_cannot_be_due_after_the_end_of_its_tier() {
    let late = two_units(", tier: Some(First)").replace("D+4 00:00", "D+12 00:00");
    let error = build(&text(&late)).expect_err("it is too late");
    expect![[r#"
        proef.ron:6:88: movements["sooner"].due: a unit of the tier First that is due after 10 days (repair: write an earlier moment, or a later tier)
    "#]].assert_eq(&format!("{error}\n"));
}

#[test]
fn unmet_need_counts_for_the_theme_of_what_is_behind_it() {
    let inject = |code: &str, theme: &str, effect: &str| {
        format!(
            r#"(code: "{code}", {theme} title: (nl: "Proef", en: "Trial"), text: (nl: "Proef.", en: "Trial."),
            sender: (nl: "Proef", en: "Trial"), trigger: At("D+0 01:00"), effects: [{effect}]), "#
        )
    };
    let injects =
        inject("P-1", "theme: Some(Nature),", &lost("Process(\"EL\", \"VR19\")", "Physical", "1.0", "30h"))
            + &inject(
                "P-2",
                "theme: Some(Cyber),",
                &lost("Process(\"PAY\", \"VR17\")", "Digital", "0.5", "30h"),
            )
            + &inject("P-3", "", &lost("Process(\"WAT\", \"VR03\")", "Physical", "0.5", "30h"));
    let world = World::of(&format!("injects: [{injects}]")).hours(48);
    let mut text = String::new();
    for theme in RiskTheme::ALL {
        let missed = world.value(Metric::Theme(theme));
        if missed > 0 {
            writeln!(text, "{theme:?}: {missed}").expect("writing to a string");
        }
    }
    let all: i64 = RiskTheme::ALL.map(|theme| world.value(Metric::Theme(theme))).iter().sum();
    let whole = world.value(Metric::UnmetNeed(None));
    writeln!(text, "all {all} of {whole}").expect("writing to a string");
    assert!(all < whole, "what has no theme counts for none");
    expect![[r#"
        Nature: 1581925
        Cyber: 659284
        all 2241209 of 2687501
    "#]]
    .assert_eq(&text);
}

/// The generators of the fixture's hospitals, with their pool of fuel.
fn dark(fuel: u32) -> tiny::Exercise {
    let mut country = tiny::country();
    let pool = country.pools.push(tiny::units("fuel", PoolKind::Stock, MINISTER, fuel));
    country.generators.push(Generator {
        arc: ArcId(1),
        fuel: pool,
        class: Class::Medical,
        litres_per_100k: 10_000,
    });
    let target = Target::Process(tiny::EL, R1);
    let out = Effect::Impair {
        target,
        kind: DamageKind::Physical,
        loss: tiny::level(1000),
        lasts: Span::hours(200),
    };
    tiny::Exercise::with(country).inject(tiny::inject("dark", Trigger::At(Tick(0)), vec![out]))
}

#[test]
fn fuel_that_comes_when_everything_lies_still_in_the_dark_is_used() {
    let mut world = dark(0).hours(40);
    let before = world.permille(HOSP, R1);
    assert!(!world.state().processes.is_moving(), "nothing moves any more");
    let correction = Correction::Units(PoolId(3), 500);
    let command = Command::Correct { correction, reason: "Proef".to_owned() };
    let mut world = world.decide(Actor::Lead, command);
    let mut after = Vec::new();
    for _ in 0..6 {
        world = world.ticks(1);
        after.push(world.permille(HOSP, R1));
    }
    expect!["300, then [400, 500, 600, 300, 400, 500]"].assert_eq(&format!("{before}, then {after:?}"));
}
