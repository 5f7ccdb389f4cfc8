//! Repair: teams by rank and age, a straight ramp, monotone in the number of teams.

use super::tiny::{CREWS, EL, Exercise, MINISTER, PRORAIL, R1, R2, inject, level};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    effect::{DamageKind, Effect, Target},
    ids::RegionId,
    plan::Trigger,
    time::{Span, Tick},
};
use expect_test::expect;

fn damage(region: RegionId, team_ticks: u32) -> Effect {
    Effect::Damage {
        target: Target::Process(EL, region),
        kind: DamageKind::Physical,
        loss: level(800),
        team_ticks,
        lag: Span::hours(1),
        teams_max: 2,
        skill: CREWS,
    }
}

fn two_damages() -> Exercise {
    Exercise::new().inject(inject("fire", Trigger::At(Tick(0)), vec![damage(R1, 24), damage(R2, 24)]))
}

#[test]
fn older_damage_gets_its_teams_first_unless_the_owner_orders_otherwise() {
    let order = Command::OrderRepair { damage: 1, rank: -1, reason: "Ziekenhuis eerst".to_owned() };
    let plain = two_damages().ticks(1).hours(8);
    let ordered = two_damages().ticks(1).decide(Actor::Role(PRORAIL), order).hours(8);
    let repairs = |world: &Exercise| world.log_of(&["Repair"]);
    expect![[r#"
        D+0 01:00 RepairStarted(0, Process(ProcessId(0), RegionId(0))) <- Inject(InjectId(0))
        D+0 01:00 RepairStarted(1, Process(ProcessId(0), RegionId(1))) <- Inject(InjectId(0))
        D+0 03:45 Repaired(0, Process(ProcessId(0), RegionId(0))) <- Inject(InjectId(0))
        D+0 05:15 Repaired(1, Process(ProcessId(0), RegionId(1))) <- Inject(InjectId(0))
    "#]]
    .assert_eq(&repairs(&plain));
    expect![[r#"
        D+0 00:15 RepairOrdered(1, Process(ProcessId(0), RegionId(1))) <- Command(1)
        D+0 01:00 RepairStarted(1, Process(ProcessId(0), RegionId(1))) <- Inject(InjectId(0))
        D+0 01:00 RepairStarted(0, Process(ProcessId(0), RegionId(0))) <- Inject(InjectId(0))
        D+0 03:45 Repaired(1, Process(ProcessId(0), RegionId(1))) <- Inject(InjectId(0))
        D+0 05:15 Repaired(0, Process(ProcessId(0), RegionId(0))) <- Inject(InjectId(0))
    "#]]
    .assert_eq(&repairs(&ordered));
}

#[test]
fn more_teams_never_repair_later() {
    let done = |teams: u32| {
        let mut country = super::tiny::country();
        super::tiny::crews(&mut country, teams);
        let mut world = two_damages();
        world.country = country;
        let mut ticks = 0;
        world = world.ticks(1);
        while !world.state().damages.open.is_empty() && ticks < 400 {
            world = world.ticks(1);
            ticks += 1;
        }
        ticks
    };
    let ticks: Vec<i32> = (1..6).map(done).collect();
    assert!(ticks.is_sorted_by(|left, right| left >= right), "{ticks:?}");
}

#[test]
fn crews_belong_to_somebody() {
    let mut world = two_damages().ticks(1);
    let order = |damage| Command::OrderRepair { damage, rank: -1, reason: "Graag".to_owned() };
    assert_eq!(world.submit(Actor::Role(MINISTER), order(0)), Err(Refusal::NotCrewOwner { owner: PRORAIL }));
    assert_eq!(
        world.submit(Actor::Role(PRORAIL), order(9)),
        Err(Refusal::Unknown(doorvoerland::sim::check::Thing::Damage))
    );
}
