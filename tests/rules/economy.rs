//! Economy and government on the shipped country: what closes, passes, is paid, waits in court, fits on a site, and what staffs,
//! firms and the public can carry.

use super::super::scenario_files::build;
use doorvoerland::{
    scenario::load::Exercise,
    sim::{
        check::{self, Refusal},
        command::{Actor, By, Command, Record},
        economy::EconomyFigure,
        event::NullSink,
        ids::{MeasureId, RegionId},
        metric::{self, Metric},
        state::State,
        step,
        time::Span,
    },
};
use expect_test::expect;
use std::fmt::Write as _;

/// A scenario being played.
struct World {
    exercise: Exercise,
    state: State,
    seq: u32,
}

impl World {
    fn of(body: &str) -> Self {
        let text = format!(
            r#"(code: "huishouden", title: (nl: "Proef", en: "Trial"), summary: (nl: "Proef.", en: "Trial."),
            start: "2026-10-05 00:00", days: 20, seed: 7, marking: Public, {body})"#
        );
        let exercise = build(&text).unwrap_or_else(|error| panic!("{error}"));
        let state = State::new(&exercise.country, &exercise.plan);
        Self { exercise, state, seq: 0 }
    }

    fn region(&self, code: &str) -> RegionId {
        self.exercise.country.regions.find(|row| row.code == code).expect("a region")
    }

    fn measure(&self, code: &str) -> MeasureId {
        self.exercise.country.measures.rows.find(|row| row.code == code).expect("a measure")
    }

    fn try_to_take(&mut self, code: &str, region: Option<&str>) -> Result<(), Refusal> {
        let measure = self.measure(code);
        let owner = self.exercise.country.measures.rows[measure].owner;
        let region = region.map(|region| self.region(region));
        let command = Command::TakeMeasure { measure, region, reason: "Proef".to_owned() };
        let now = self.state.tick;
        let by = By { actor: Actor::Role(owner), seat: 0 };
        let record = Record { seq: self.seq + 1, submitted: now, effective: now, seen: now, by, command };
        let (country, plan) = (&self.exercise.country, &self.exercise.plan);
        check::check(country, plan, &self.state, &record)?;
        self.seq += 1;
        step::settle(country, plan, &mut self.state, &[record], &mut NullSink);
        Ok(())
    }

    fn take(mut self, code: &str, region: Option<&str>) -> Self {
        self.try_to_take(code, region).unwrap_or_else(|refusal| panic!("{code}: {refusal:?}"));
        self
    }

    fn hours(mut self, hours: u32) -> Self {
        for _ in 0..hours * 4 {
            step::tick(&self.exercise.country, &self.exercise.plan, &mut self.state, &mut NullSink);
        }
        self
    }

    fn value(&self, figure: EconomyFigure) -> i64 {
        metric::value(&self.exercise.country, &self.state, Metric::Economy(figure, None))
    }

    fn value_in(&self, figure: EconomyFigure, region: &str) -> i64 {
        let metric = Metric::Economy(figure, Some(self.region(region)));
        metric::value(&self.exercise.country, &self.state, metric)
    }

    /// Hours from order to effect of everything that is ordered or in force.
    fn leads(&self) -> String {
        let mut text = String::new();
        for row in &self.state.measures.active {
            let code = &self.exercise.country.measures.rows[row.measure].code;
            let ticks = row.begins.since(row.ordered).0;
            writeln!(text, "{code}: {}.{:02} h", ticks / 4, ticks % 4 * 25).expect("writing to a string");
        }
        text
    }
}

fn lost(process: &str, region: &str, loss: &str, lasts: &str) -> String {
    format!(
        r#"Impair((target: Process("{process}", "{region}"), kind: Human, loss: {loss}, lasts: "{lasts}")), "#
    )
}

fn everywhere(process: &str, loss: &str, lasts: &str) -> String {
    let rows = (1..=25).map(|number| lost(process, &format!("VR{number:02}"), loss, lasts));
    format!("at_start: [{}]", rows.collect::<String>())
}

#[test]
fn an_ordinary_week_owes_nobody_anything() {
    let world = World::of("").hours(24 * 7);
    let quiet = [EconomyFigure::FirmsClosed, EconomyFigure::BenefitsLate, EconomyFigure::RevenueLate];
    assert_eq!(quiet.map(|figure| world.value(figure)), [0, 0, 0]);
    assert_eq!(world.value(EconomyFigure::FoodPassed), 1000);
    assert_eq!(world.value(EconomyFigure::CasesUrgent), 0);
    assert_eq!(world.value(EconomyFigure::CasesOther), 0);
}

#[test]
fn decisions_that_come_at_once_wait_for_the_staff() {
    let mut world = World::of("");
    for code in ["maatschappelijk-overleg", "crisisrooster", "arbeidstijden-verruimen", "sociaal-akkoord"] {
        world = world.take(code, None);
    }
    let one = World::of("").take("sociaal-akkoord", None);
    expect![[r#"
        together
        maatschappelijk-overleg: 15.50 h
        crisisrooster: 14.75 h
        arbeidstijden-verruimen: 16.25 h
        sociaal-akkoord: 34.00 h
        alone
        sociaal-akkoord: 30.75 h
    "#]]
    .assert_eq(&format!("together\n{}alone\n{}", world.leads(), one.leads()));
    let mut full = World::of("");
    let country = &full.exercise.country;
    let most = country.measures.desk_most;
    let row = &country.measures.rows[full.measure("noodtoestand")];
    let (owner, desk) = (row.owner, row.desk);
    assert!(desk > Span(0) && most > desk);
    full = full.take("noodtoestand", None);
    full.state.measures.desks[0].free = full.state.tick.after(most).after(Span(1));
    let refused = full.try_to_take("noodbepalingen", None);
    assert_eq!(refused, Err(Refusal::DeskFull { owner, after: Span(most.0 + 1) }));
}

#[test]
fn a_site_has_one_use_at_a_time() {
    let mut world = World::of("").take("opvang-openen", Some("VR19"));
    assert_eq!(world.value_in(EconomyFigure::SitesFree, "VR19"), 1);
    let (measure, region) = (world.measure("legering-openen"), world.region("VR19"));
    let refused = world.try_to_take("legering-openen", Some("VR19"));
    assert_eq!(refused, Err(Refusal::NoSite { measure, region, free: 1 }));
    assert_eq!(world.try_to_take("opslag-openen", Some("VR19")), Ok(()));
    assert_eq!(world.try_to_take("legering-openen", Some("VR17")), Ok(()), "another region has its own");
    assert_eq!(world.value_in(EconomyFigure::SitesFree, "VR19"), 0);
}

#[test]
fn a_council_makes_its_measures_quicker() {
    let alone = World::of("").hours(6).take("aankooplimiet", None);
    let met = World::of("").take("voedselberaad", None).hours(6).take("aankooplimiet", None);
    expect![[r#"
        alone
        aankooplimiet: 10.25 h
        at the table
        voedselberaad: 5.25 h
        aankooplimiet: 6.50 h
    "#]]
    .assert_eq(&format!("alone\n{}at the table\n{}", alone.leads(), met.leads()));
}

#[test]
fn food_that_stays_does_not_pass_through() {
    let body = everywhere("FOOD", "0.3", "240h");
    let need = |world: &World| metric::value(&world.exercise.country, &world.state, Metric::UnmetNeed(None));
    let open = World::of(&body).take("noodbepalingen", None).hours(160);
    let kept = World::of(&body).take("noodbepalingen", None).hours(40);
    let kept = kept.take("uitvoer-voedsel-beperken", None).hours(120);
    let passed = [&open, &kept].map(|world| world.value(EconomyFigure::FoodPassed));
    assert_eq!(passed[0], 700, "as much as there is of food");
    assert!((450..500).contains(&passed[1]), "{passed:?}");
    let missed = [&open, &kept].map(need);
    assert!(missed[1] < missed[0], "what stays is missed less here: {missed:?}");
}

#[test]
fn payments_and_courts_fall_behind_with_the_government_and_catch_up() {
    let body = everywhere("GOV", "0.6", "96h");
    let mut text = String::new();
    let mut plain = World::of(&body);
    let mut helped = World::of(&body).take("voorschotten", None).take("rechtspraak-voorrang", None);
    for day in 1..=8 {
        (plain, helped) = (plain.hours(24), helped.hours(24));
        let line = |world: &World| {
            format!(
                "late {}, urgent cases {}, other cases {}",
                world.value(EconomyFigure::BenefitsLate),
                world.value(EconomyFigure::CasesUrgent),
                world.value(EconomyFigure::CasesOther)
            )
        };
        writeln!(text, "day {day}: {}; helped: {}", line(&plain), line(&helped))
            .expect("writing to a string");
    }
    writeln!(text, "revenue late {}", plain.value(EconomyFigure::RevenueLate)).expect("writing to a string");
    expect![[r#"
        day 1: late 130008, urgent cases 90, other cases 2209; helped: late 130008, urgent cases 0, other cases 2299
        day 2: late 260016, urgent cases 181, other cases 4418; helped: late 179453, urgent cases 0, other cases 4599
        day 3: late 390024, urgent cases 271, other cases 6628; helped: late 195725, urgent cases 0, other cases 6899
        day 4: late 520032, urgent cases 362, other cases 8837; helped: late 211997, urgent cases 0, other cases 9199
        day 5: late 469260, urgent cases 356, other cases 8695; helped: late 155809, urgent cases 0, other cases 9052
        day 6: late 404268, urgent cases 343, other cases 8369; helped: late 90817, urgent cases 0, other cases 8712
        day 7: late 339276, urgent cases 329, other cases 8042; helped: late 25825, urgent cases 0, other cases 8372
        day 8: late 274284, urgent cases 316, other cases 7715; helped: late 0, urgent cases 0, other cases 8032
        revenue late 2565936
    "#]].assert_eq(&text);
}

#[test]
fn small_firms_close_and_open_again_at_the_pace_of_their_region() {
    let body =
        format!("at_start: [{}{}]", lost("LOG", "VR01", "1.0", "72h"), lost("LOG", "VR09", "1.0", "72h"));
    let mut text = String::new();
    let mut plain = World::of(&body);
    let mut helped = World::of(&body).take("steun-kleine-bedrijven", None);
    for day in [2, 4, 6, 10, 14] {
        let left = day * 24 - plain.state.tick.0 / 4;
        (plain, helped) = (plain.hours(left), helped.hours(left));
        let line = |world: &World| {
            let at = |region| world.value_in(EconomyFigure::FirmsClosed, region);
            format!(
                "{} and {}, loss {}",
                at("VR01"),
                at("VR09"),
                world.value_in(EconomyFigure::OutputLoss, "VR09")
            )
        };
        writeln!(text, "day {day}: {}; helped: {}", line(&plain), line(&helped))
            .expect("writing to a string");
    }
    expect![[r#"
        day 2: 80 and 80, loss 100212; helped: 80 and 80, loss 100212
        day 4: 133 and 132, loss 7515; helped: 114 and 113, loss 6377
        day 6: 122 and 117, loss 6604; helped: 100 and 93, loss 5238
        day 10: 104 and 92, loss 5238; helped: 77 and 63, loss 3416
        day 14: 89 and 72, loss 4099; helped: 60 and 43, loss 2277
    "#]]
    .assert_eq(&text);
}

#[test]
fn an_airlift_brings_citizens_home_and_keeps_units_out_of_the_air() {
    let body = r#"movements: [(code: "lucht", name: (nl: "Eenheid", en: "Unit"), nation: "US", personnel: 300, class: Military,
        arrivals: [(by: Air, port: "den-helder", arrives: "D+1 00:00", pieces: (wheeled: 20))],
        destinations: [(fleet: "convoys", to: "ruhrgebied", share: 1.0)], due: "D+10 00:00")],
        at_start: [Stranded(2000)]"#;
    let landed = |world: &World| {
        world.state.movements.rows().iter().flat_map(|row| &row.arrivals).all(|row| row.aboard.sum() == 0)
    };
    let waiting = World::of(body).hours(40);
    assert_eq!(waiting.value(EconomyFigure::Stranded), 2000);
    assert!(landed(&waiting), "nothing keeps it out of the air");
    let lifted = World::of(body).take("evacuatie-landgenoten", None).hours(40);
    assert!(lifted.value(EconomyFigure::BroughtHome) > 500);
    assert!(!landed(&lifted), "the airfields bring citizens home");
    let done = lifted.hours(48);
    assert_eq!(
        [EconomyFigure::Stranded, EconomyFigure::BroughtHome].map(|figure| done.value(figure)),
        [0, 2000]
    );
    assert!(landed(&done));
}

#[test]
fn early_is_cheaper_and_disturbs_the_market_more() {
    let body = everywhere("FUEL", "0.6", "240h").replace("at_start: [", "injects: [], at_start: [");
    let cost = |world: &World| {
        let spent = metric::value(&world.exercise.country, &world.state, Metric::Spent);
        let market = metric::value(&world.exercise.country, &world.state, Metric::MarketDisturbed);
        format!("spent {spent}, market disturbed {market}\n")
    };
    let early = World::of("").take("oliereserve", None).hours(72);
    let late = World::of(&body).take("oliereserve", None).hours(72);
    expect![[r#"
        early: spent 5000, market disturbed 1600
        late: spent 5600, market disturbed 784
    "#]]
    .assert_eq(&format!("early: {}late: {}", cost(&early), cost(&late)));
}

#[test]
fn emergency_law_costs_good_will_and_consultation_earns_it() {
    let line = |world: World| {
        let world = world.hours(24 * 6);
        let figures =
            [EconomyFigure::PublicWilling, EconomyFigure::FirmsWilling, EconomyFigure::VolunteersWilling];
        format!("{:?}\n", figures.map(|figure| world.value(figure)))
    };
    let law = World::of("").take("noodbepalingen", None).hours(40).take("arbeidsplicht", None);
    let text = format!(
        "ordinary {}law {}consultation {}",
        line(World::of("")),
        line(law),
        line(World::of("").take("maatschappelijk-overleg", None))
    );
    expect![[r#"
        ordinary [498, 499, 599]
        law [412, 378, 547]
        consultation [526, 639, 683]
    "#]]
    .assert_eq(&text);
}

#[test]
fn equipment_of_others_makes_digital_damage_worse_until_it_is_fenced_off() {
    let hit = |lever: i16| {
        let body = format!(
            r#"at_start: [Holds((what: Lever(ForeignEquipment, {lever}), lasts: "240h")),
            Damage((target: Process("PORT", "VR17"), kind: Digital, loss: 0.5, team_hours: 900, teams_max: 1, skill: "it"))]"#
        );
        let world = World::of(&body).hours(1);
        world.state.damages.open[0].loss.permille()
    };
    assert_eq!([-300, 0, 300, 1000].map(hit), [350, 500, 650, 1000]);
}
