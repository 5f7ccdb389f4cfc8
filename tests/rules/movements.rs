//! Movements: from ship to border, fleets that must come back, shares, the date.

use super::tiny::{Exercise, MINISTER, PLANNER, PORT, country, movement, ship};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    ids::MovementId,
    plan::{Movement, MovementOrder},
    time::Tick,
};
use expect_test::expect;

const UNIT: MovementId = MovementId(0);

fn unit(pieces: u32, due: u32) -> Movement {
    movement(vec![ship(PORT, Tick(4), pieces)], 500, Tick(due))
}

#[test]
fn a_unit_unloads_loads_leaves_and_arrives() {
    let world = Exercise::new().movement(unit(50, 96)).hours(12);
    expect![[r#"
        D+0 01:00 ShipBerthed(MovementId(0), 0) <- Scenario
              hour 1: pool 1 refuses 30 Military: Handling(NodeId(0))
        D+0 02:00 ShipUnloaded(MovementId(0), 0) <- Routine
        D+0 02:30 Departed(1, Movement(MovementId(0), 0), NodeId(0)) <- Scenario
              hour 2: pool 1 refuses 20 Military: Handling(NodeId(0))
        D+0 03:00 Departed(2, Movement(MovementId(0), 0), NodeId(0)) <- Scenario
        D+0 03:15 Departed(3, Movement(MovementId(0), 0), NodeId(0)) <- Scenario
        D+0 04:00 Arrived(1, Movement(MovementId(0), 0), NodeId(3)) <- Scenario
        D+0 04:30 Arrived(2, Movement(MovementId(0), 0), NodeId(3)) <- Scenario
        D+0 05:30 Arrived(3, Movement(MovementId(0), 0), NodeId(3)) <- Scenario
        D+0 05:30 MovementCompleted(MovementId(0)) <- Routine
    "#]]
    .assert_eq(world.log());
}

#[test]
fn sets_must_come_back_before_they_leave_again() {
    let mut world = Exercise::new().movement(unit(100, 24)).hours(30);
    let departures: Vec<&str> =
        world.log().lines().filter(|line| line.contains("Departed")).map(|line| &line[..9]).collect();
    assert_eq!(departures.len(), 5);
    // Three sets with a cycle of eight hours: the fourth departure waits for the first set.
    assert!(departures[3] >= "D+0 10:30", "{departures:?}");
    assert!(world.log().contains("MovementLate(MovementId(0)"), "{}", world.log());
    assert_eq!(world.state().movements[UNIT].delivered, 100);
}

#[test]
fn pieces_are_neither_lost_nor_made() {
    let mut world = Exercise::new().movement(unit(137, 200));
    for _ in 0..120 {
        world = world.ticks(1);
        let state = world.state();
        let row = &state.movements[UNIT];
        let aboard: u32 = row.arrivals.iter().map(|ship| ship.aboard.sum()).sum();
        let ashore: u32 = row.ports.iter().map(|port| port.ashore.sum()).sum();
        let under_way: u32 = state.consignments.active().map(|(_, row)| u32::from(row.units)).sum();
        assert_eq!(aboard + ashore + under_way + row.delivered, 137, "at {}", state.tick);
    }
}

#[test]
fn movement_control_stops_and_resumes_departures() {
    let plan = |on_hold| Command::PlanMovement {
        movement: UNIT,
        order: MovementOrder { on_hold, ..unit(50, 96).order },
        reason: "Kade vol".to_owned(),
    };
    let mut world = Exercise::with(country()).movement(unit(50, 96));
    let refused = world.submit(Actor::Role(MINISTER), plan(true));
    assert_eq!(refused, Err(Refusal::NotMovementPlanner { owner: Some(PLANNER) }));
    let mut world = world.decide(Actor::Role(PLANNER), plan(true)).hours(6);
    assert!(!world.log().contains("Departed"));
    assert_eq!(world.state().movements[UNIT].ports[0].ashore.sum(), 50);
    let world = world.decide(Actor::Role(PLANNER), plan(false)).hours(6);
    assert!(world.log().contains("MovementCompleted"));
    let wrong = Command::PlanMovement {
        movement: UNIT,
        order: MovementOrder { shares_permille: vec![900], ..unit(50, 96).order },
        reason: "x".to_owned(),
    };
    let mut world = world;
    assert_eq!(world.submit(Actor::Role(PLANNER), wrong), Err(Refusal::SharesWrong(UNIT)));
}
