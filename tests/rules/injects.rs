//! Injects: triggers, hands, and what happens when the lead changes the script.

use super::tiny::{EL, Exercise, MINISTER, MOB, R1, inject, level};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Command},
    condition::Condition,
    effect::{DamageKind, Effect, Target},
    ids::InjectId,
    metric::Metric,
    plan::Trigger,
    state::InjectStatus,
    time::{Span, Tick},
};
use expect_test::expect;

const FIRST: InjectId = InjectId(0);

fn dark() -> Effect {
    Effect::Impair {
        target: Target::Process(EL, R1),
        kind: DamageKind::Physical,
        loss: level(1000),
        lasts: Span::hours(3),
    }
}

#[test]
fn one_leads_to_the_next() {
    let weak = Condition::AtMost(Metric::Level(MOB, Some(R1)), 500);
    let mut late = inject("D", Trigger::At(Tick(2)), vec![dark()]);
    late.effect_after = Span::hours(1);
    let mut world = Exercise::new()
        .inject(late)
        .inject(inject("E", Trigger::After(FIRST, Span::hours(2)), Vec::new()))
        .inject(inject("F", Trigger::When(weak, Tick(0)), Vec::new()))
        .inject(inject("G", Trigger::Manual, Vec::new()))
        .hours(6);
    let sent = world.log_of(&["Sent", "Damaged"]);
    expect![[r#"
        D+0 00:30 InjectSent(InjectId(0)) <- Scenario
        D+0 01:30 Damaged { damage: 0, target: Process(ProcessId(0), RegionId(0)), kind: Physical, loss_permille: 1000 } <- Inject(InjectId(0))
        D+0 02:30 InjectSent(InjectId(1)) <- Scenario
        D+0 03:15 InjectSent(InjectId(2)) <- Scenario
    "#]]
    .assert_eq(&sent);
    assert_eq!(world.state().injects.rows[InjectId(3)].status, InjectStatus::Ready);
}

#[test]
fn the_lead_fires_holds_moves_and_skips() {
    let script = || Exercise::new().inject(inject("A", Trigger::At(Tick(8)), vec![dark()]));
    let lead = Actor::Lead;
    let mut fired = script().decide(lead, Command::FireInject { inject: FIRST });
    assert_eq!(fired.first_inject().sent, Some(Tick(0)));
    let again = fired.submit(lead, Command::FireInject { inject: FIRST });
    assert_eq!(again, Err(Refusal::InjectOver(FIRST, InjectStatus::Sent)));

    let mut held = script().decide(lead, Command::HoldInject { inject: FIRST, hold: true }).hours(4);
    assert_eq!(held.first_inject().status, InjectStatus::OnHold);
    let mut released = held.decide(lead, Command::HoldInject { inject: FIRST, hold: false }).ticks(1);
    assert_eq!(released.first_inject().sent, Some(Tick(16)), "its moment has passed: it goes out at once");

    let mut moved = script().decide(lead, Command::MoveInject { inject: FIRST, to: Tick(20) }).hours(8);
    assert_eq!(moved.first_inject().sent, Some(Tick(20)));

    let mut skipped = script().decide(lead, Command::SkipInject { inject: FIRST }).hours(8);
    assert_eq!(skipped.first_inject().sent, None);
    assert_eq!(skipped.permille(EL, R1), 1000);
}

#[test]
fn only_the_lead_touches_the_script() {
    let mut world = Exercise::new().inject(inject("A", Trigger::Manual, Vec::new()));
    let refused = world.submit(Actor::Role(MINISTER), Command::FireInject { inject: FIRST });
    assert_eq!(refused, Err(Refusal::LeadOnly));
}

#[test]
fn an_invented_inject_works_like_a_planned_one_and_must_name_what_exists() {
    let invent = |code: &str, effect| Command::InventInject {
        inject: Box::new(inject(code, Trigger::At(Tick(4)), vec![effect])),
    };
    let mut world = Exercise::new().inject(inject("A", Trigger::Manual, Vec::new()));
    assert_eq!(world.submit(Actor::Lead, invent("A", dark())), Err(Refusal::InjectCodeTaken("A".to_owned())));
    let nowhere = Effect::Impair {
        target: Target::Terminal(super::tiny::YARD),
        kind: DamageKind::Human,
        loss: level(500),
        lasts: Span::hours(1),
    };
    assert!(world.submit(Actor::Lead, invent("B", nowhere)).is_err(), "nothing is handled in the yard");
    let mut world = world.decide(Actor::Lead, invent("C", dark())).hours(2);
    assert_eq!(world.permille(EL, R1), 0);
    assert!(world.log().contains("InjectSent(InjectId(1))"), "{}", world.log());
}
