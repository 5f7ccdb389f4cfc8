//! The course of injects: seen, answered, closed, met with silence; variants, edits, conditions on what players did, late messages.

use super::tiny::{self, EL, Exercise, MINISTER, MOB, PATHS, PLANNER, PRORAIL, R1, R2, inject, level};
use doorvoerland::sim::{
    check::Refusal,
    command::{Actor, Ask, Command},
    condition::Condition,
    country::{Carries, Class, Messages},
    edit::InjectRefusal,
    effect::{DamageKind, Effect, Target},
    ids::{InjectId, PersonId, RoleId, Table, VariantsId},
    plan::{Channel, Inject, Text, Trigger},
    script::{Absence, Decided, Doing, Person, Wait},
    state::InjectStatus,
    time::{Span, Tick},
};
use expect_test::expect;

const A: InjectId = InjectId(0);
const B: InjectId = InjectId(1);
const C: InjectId = InjectId(2);

fn dark() -> Effect {
    Effect::Impair {
        target: Target::Process(EL, R1),
        kind: DamageKind::Physical,
        loss: level(1000),
        lasts: Span::hours(3),
    }
}

fn at(code: &str, tick: u32) -> Inject {
    inject(code, Trigger::At(Tick(tick)), Vec::new())
}

fn shelved(code: &str) -> Inject {
    Inject { shelf: true, ..inject(code, Trigger::Manual, Vec::new()) }
}

fn divide() -> Command {
    let mut policy = tiny::open_policy();
    policy.minimum[Class::LifeSupport] = 1;
    Command::SetPolicy { pool: PATHS, policy, until: None, reason: "Voedsel".to_owned() }
}

fn divided(by: Option<RoleId>, since: Option<InjectId>) -> Condition {
    Condition::Decided(Decided { what: Doing::Divided(PATHS), by, since })
}

fn status(world: &mut Exercise, inject: InjectId) -> InjectStatus {
    world.state().injects.rows[inject].status
}

#[test]
fn what_nobody_answers_has_its_own_follow_up() {
    let script = || {
        let mut first = at("A", 2);
        first.staging.acted = Some(divided(Some(PRORAIL), Some(A)));
        let (after, effects) = (Wait::Scenario(Span::hours(2)), vec![dark()]);
        first.staging.absence = Some(Absence { after, send: Some(B), effects });
        let waits = inject("C", Trigger::Absent(A, Wait::Scenario(Span::hours(3))), Vec::new());
        Exercise::new().inject(first).inject(shelved("B")).inject(waits)
    };
    let silent = script().hours(5);
    expect![[r#"
        D+0 00:30 InjectSent(InjectId(0)) <- Scenario
        D+0 02:30 InjectStep(InjectId(0), Unanswered) <- Inject(InjectId(0))
        D+0 02:30 Damaged { damage: 0, target: Process(ProcessId(0), RegionId(0)), kind: Physical, loss_permille: 1000 } <- Inject(InjectId(0))
        D+0 02:30 InjectSent(InjectId(1)) <- Inject(InjectId(0))
        D+0 03:30 InjectSent(InjectId(2)) <- Scenario
    "#]]
    .assert_eq(&silent.log_of(&["Inject"]));

    // Who divides before it was sent has not answered it; who does so afterwards has.
    let early = script().decide(Actor::Role(PRORAIL), divide()).hours(3);
    assert!(early.log().contains("Unanswered"), "{}", early.log());
    let mut acted = script().ticks(4).decide(Actor::Auto(PRORAIL), divide()).hours(5);
    expect![[r#"
        D+0 00:30 InjectSent(InjectId(0)) <- Scenario
        D+0 01:00 InjectSkipped(InjectId(2)) <- Inject(InjectId(0))
        D+0 01:00 InjectStep(InjectId(0), Answered(None)) <- Inject(InjectId(0))
    "#]]
    .assert_eq(&acted.log_of(&["Inject"]));
    assert_eq!(status(&mut acted, A), InjectStatus::Answered);
    assert_eq!(status(&mut acted, B), InjectStatus::Ready, "the follow-up stays on the shelf");
}

#[test]
fn an_inject_goes_from_ready_to_closed_and_every_other_step_is_refused() {
    let mut row = at("A", 2);
    row.receivers = vec![PRORAIL];
    let mut world = Exercise::new().inject(row);
    let (lead, role, other) = (Actor::Lead, Actor::Role(PRORAIL), Actor::Role(MINISTER));
    let open = || Command::OpenInject { inject: A };
    let answer = |text: &str| Command::AnswerInject { inject: A, text: text.to_owned() };
    let close = || Command::CloseInject { inject: A };
    let not_received = Err(Refusal::Inject(InjectRefusal::NotReceived));
    // READY: nothing to open, answer or close, and a player is not told that it exists.
    assert_eq!(world.submit(role, open()), not_received);
    assert_eq!(world.submit(role, answer("x")), not_received);
    assert_eq!(world.submit(lead, close()), Err(Refusal::Inject(InjectRefusal::NotSent(A))));
    // ON_HOLD and back.
    let mut world = world.decide(lead, Command::HoldInject { inject: A, hold: true }).ticks(4);
    assert_eq!(status(&mut world, A), InjectStatus::OnHold);
    let mut world = world.decide(lead, Command::HoldInject { inject: A, hold: false }).ticks(1);
    // SENT.
    assert_eq!(status(&mut world, A), InjectStatus::Sent);
    assert_eq!(world.submit(other, open()), not_received);
    assert_eq!(world.submit(role, close()), Err(Refusal::LeadOnly));
    let over = Err(Refusal::InjectOver(A, InjectStatus::Sent));
    assert_eq!(world.submit(lead, Command::SkipInject { inject: A }), over);
    // SEEN, once for each receiver.
    let mut world = world.decide(role, open());
    assert_eq!(status(&mut world, A), InjectStatus::Seen);
    assert_eq!(world.submit(role, open()), Err(Refusal::DoneAlready));
    assert_eq!(world.submit(role, answer("  ")), Err(Refusal::ReasonMissing));
    // ANSWERED; a second answer changes nothing about that.
    let mut world = world.decide(role, answer("Wij komen."));
    assert_eq!(status(&mut world, A), InjectStatus::Answered);
    let mut world = world.decide(role, answer("Later dus."));
    assert_eq!(world.state().injects.receipts.len(), 3);
    // CLOSED.
    let mut world = world.decide(lead, close());
    assert_eq!(status(&mut world, A), InjectStatus::Closed);
    assert_eq!(world.submit(role, answer("x")), Err(Refusal::Inject(InjectRefusal::Over)));
    assert_eq!(world.submit(lead, close()), Err(Refusal::InjectOver(A, InjectStatus::Closed)));
    expect![[r#"
        D+0 00:00 InjectHeld(InjectId(0), true) <- Command(1)
        D+0 01:00 InjectHeld(InjectId(0), false) <- Command(2)
        D+0 01:00 InjectSent(InjectId(0)) <- Command(2)
        D+0 01:15 InjectStep(InjectId(0), Seen(Some(RoleId(0)))) <- Command(3)
        D+0 01:15 InjectStep(InjectId(0), Answered(Some(RoleId(0)))) <- Command(4)
        D+0 01:15 InjectStep(InjectId(0), Answered(Some(RoleId(0)))) <- Command(5)
        D+0 01:15 InjectStep(InjectId(0), Closed) <- Command(6)
    "#]]
    .assert_eq(world.log());
}

#[test]
fn closing_an_inject_ends_the_wait_for_an_answer() {
    let mut row = at("A", 0);
    let (after, effects) = (Wait::Scenario(Span::hours(1)), vec![dark()]);
    row.staging.absence = Some(Absence { after, send: None, effects });
    let world = Exercise::new().inject(row).ticks(1).decide(Actor::Lead, Command::CloseInject { inject: A });
    let mut world = world.hours(3);
    assert_eq!(world.permille(EL, R1), 1000);
    assert!(!world.log().contains("Unanswered"));
}

#[test]
fn of_a_group_exactly_one_is_sent() {
    let group = Some(VariantsId(0));
    let member = |code: &str, tick| {
        let mut row = at(code, tick);
        row.staging.one_of = group;
        row
    };
    let mut world = Exercise::new();
    world.plan.cast.variants.push("kabel".to_owned());
    // Two are due in the same tick: the first of the list is sent.
    let world = world.inject(member("A", 3)).inject(member("B", 3)).inject(member("C", 9)).hours(4);
    expect![[r#"
        D+0 00:45 InjectSent(InjectId(0)) <- Scenario
        D+0 00:45 InjectSkipped(InjectId(1)) <- Inject(InjectId(0))
        D+0 00:45 InjectSkipped(InjectId(2)) <- Inject(InjectId(0))
    "#]]
    .assert_eq(world.log());
}

#[test]
fn a_variant_takes_the_place_of_what_was_not_sent_yet() {
    let script = || {
        let mut row = at("A", 8);
        row.staging.softer = Some(B);
        row.staging.harder = Some(C);
        Exercise::new().inject(row).inject(shelved("B")).inject(shelved("C"))
    };
    let fire = |inject| Command::FireInject { inject };
    let mut softer = script().decide(Actor::Lead, fire(B)).hours(3);
    assert_eq!([A, B, C].map(|id| status(&mut softer, id)), {
        [InjectStatus::Skipped, InjectStatus::Sent, InjectStatus::Ready]
    });
    // After it was sent the harder one is a next step and not another version.
    let mut both = script().hours(3).decide(Actor::Lead, fire(C));
    assert_eq!([A, B, C].map(|id| status(&mut both, id)), {
        [InjectStatus::Sent, InjectStatus::Ready, InjectStatus::Sent]
    });
}

#[test]
fn minutes_of_talk_end_by_a_command_of_the_clock() {
    let mut row = at("A", 0);
    row.staging.absence = Some(Absence { after: Wait::Talk(25), send: Some(C), effects: Vec::new() });
    let script =
        || Exercise::new().inject(row.clone()).inject(inject("B", Trigger::AfterTalk(A, 10), Vec::new()));
    let up = |inject| Command::TimeUp { inject };
    let mut world = script().inject(shelved("C"));
    assert_eq!(world.submit(Actor::Clock, up(B)), Err(Refusal::Inject(InjectRefusal::NoTimer(B))));
    let mut world = world.hours(2);
    assert_eq!(status(&mut world, B), InjectStatus::Ready, "scenario time does not count");
    assert_eq!(world.submit(Actor::Role(PRORAIL), up(B)), Err(Refusal::LeadOnly));
    let mut world = world.decide(Actor::Clock, up(B)).decide(Actor::Clock, up(A));
    assert_eq!(world.submit(Actor::Clock, up(A)), Err(Refusal::Inject(InjectRefusal::NoTimer(A))));
    expect![[r#"
        D+0 00:00 InjectSent(InjectId(0)) <- Scenario
        D+0 02:00 InjectSent(InjectId(1)) <- Command(1)
        D+0 02:00 InjectStep(InjectId(0), Unanswered) <- Inject(InjectId(0))
        D+0 02:00 InjectSent(InjectId(2)) <- Inject(InjectId(0))
    "#]]
    .assert_eq(world.log());
}

#[test]
fn what_is_told_now_can_happen_at_a_later_moment() {
    let mut row = inject("A", Trigger::At(Tick(2)), vec![dark()]);
    row.staging.effect_at = Some(Tick(20));
    let world = Exercise::new().inject(row).hours(6);
    assert!(world.log().contains("D+0 05:00 Damaged"), "{}", world.log());
}

#[test]
fn conditions_ask_what_players_did() {
    let asks = |what, by, since| Condition::Decided(Decided { what, by, since });
    let waits = |code: &str, condition| inject(code, Trigger::When(condition, Tick(0)), Vec::new());
    let mut world = Exercise::new()
        .inject(at("A", 4))
        .inject(waits("any", asks(Doing::Anything, Some(PLANNER), None)))
        .inject(waits("asked", asks(Doing::Asked(PATHS), None, Some(A))))
        .inject(waits("declined", asks(Doing::Declined(PATHS), Some(PRORAIL), None)))
        .inject(waits("answered", asks(Doing::Answered(PATHS), None, None)))
        .inject(waits("agreed", asks(Doing::Agreed(PATHS), None, None)))
        .inject(waits(
            "both",
            Condition::All(vec![Condition::Sent(A), Condition::Not(Box::new(divided(None, None)))]),
        ))
        .inject(waits(
            "seen",
            Condition::All(vec![Condition::Seen(A), Condition::Not(Box::new(Condition::Answered(A)))]),
        ))
        .ticks(8);
    let mut policy = tiny::open_policy();
    policy.minimum[Class::Military] = 1;
    let about = Ask::Policy(PATHS, policy, Some(Tick(90)));
    let ask = Command::Ask { about, offer_keur: 0, reason: "Nodig".to_owned() };
    world.submit(Actor::Role(PLANNER), ask).expect("anybody may ask");
    let request = world.state().requests[0].serial;
    let mut world = world.ticks(2);
    let answer = Command::Answer { request, agree: false, reason: "Nee".to_owned() };
    world.submit(Actor::Role(PRORAIL), answer).expect("the owner answers");
    let world = world.decide(Actor::Lead, Command::OpenInject { inject: A }).ticks(2);
    expect![[r#"
        D+0 01:00 InjectSent(InjectId(0)) <- Scenario
        D+0 01:00 InjectSent(InjectId(6)) <- Scenario
        D+0 02:00 InjectSent(InjectId(1)) <- Scenario
        D+0 02:00 InjectSent(InjectId(2)) <- Scenario
        D+0 02:30 InjectStep(InjectId(0), Seen(None)) <- Command(3)
        D+0 02:30 InjectSent(InjectId(3)) <- Scenario
        D+0 02:30 InjectSent(InjectId(4)) <- Scenario
        D+0 02:30 InjectSent(InjectId(7)) <- Scenario
    "#]]
    .assert_eq(&world.log_of(&["Inject"]));
}

#[test]
fn an_edited_inject_is_sent_as_it_is_now() {
    let lead = Actor::Lead;
    let edit = |inject, content: &Inject| Command::EditInject { inject, content: Box::new(content.clone()) };
    let mut now = inject("A2", Trigger::At(Tick(12)), vec![dark()]);
    now.text = Text { nl: "Nieuw".to_owned(), en: "New".to_owned() };
    let mut world = Exercise::new().inject(at("A", 2)).inject(at("B", 90));
    assert_eq!(world.submit(Actor::Role(PRORAIL), edit(A, &now)), Err(Refusal::LeadOnly));
    let taken = Inject { code: "B".to_owned(), ..now.clone() };
    assert_eq!(world.submit(lead, edit(A, &taken)), Err(Refusal::InjectCodeTaken("B".to_owned())));
    let mut unknown = now.clone();
    unknown.staging.people = vec![PersonId(3)];
    assert!(world.submit(lead, edit(A, &unknown)).is_err(), "there is no such person");
    let mut world = world.decide(lead, edit(A, &now));
    assert_eq!(world.submit(lead, edit(A, &now)), Err(Refusal::DoneAlready));
    let mut world = world.hours(4);
    assert_eq!(world.state().injects.rows[A].sent, Some(Tick(12)));
    assert_eq!(world.permille(EL, R1), 0, "with its new effects");
    // Sent: the words can still change, nothing else.
    let longer = Inject { effect_after: Span(9), ..now.clone() };
    assert_eq!(world.submit(lead, edit(A, &longer)), Err(Refusal::Inject(InjectRefusal::OnlyWords(A))));
    let mut mended = now.clone();
    mended.text.nl = "Nieuwer".to_owned();
    let mut world = world.decide(lead, edit(A, &mended));
    let content = |world: &mut Exercise| {
        let plan = world.plan.clone();
        world.state().injects.content(&plan, A).expect("it exists").clone()
    };
    assert_eq!(content(&mut world).text.nl, "Nieuwer");
    let plan = world.plan.clone();
    assert_eq!(world.state().injects.first_content(&plan, A).expect("it exists").code, "A");
}

#[test]
fn a_single_person_is_reached_at_its_table() {
    let mut row = at("A", 0);
    row.staging.people = vec![PersonId(0)];
    let mut world = Exercise::new();
    let function = Text { nl: "verkeersleider".to_owned(), en: "signaller".to_owned() };
    world.plan.cast.people.push(Person {
        code: "v".to_owned(),
        role: PRORAIL,
        name: String::new(),
        function,
    });
    let mut world = world.inject(row).ticks(1);
    let open = || Command::OpenInject { inject: A };
    assert_eq!(world.submit(Actor::Role(PLANNER), open()), Err(Refusal::Inject(InjectRefusal::NotReceived)));
    assert_eq!(world.submit(Actor::Role(PRORAIL), open()), Ok(()));
}

/// Mobile telephony carries calls and alerts; ProRail sits in the first region, the others nowhere in particular.
fn with_messages() -> doorvoerland::sim::country::Country {
    let mut country = tiny::country();
    let carries = |channel, courier, lost| Carries { channel, by: vec![MOB], courier, lost };
    let mut seats = Table::filled(None, country.roles.len());
    seats[PRORAIL] = Some(R1);
    seats[PLANNER] = Some(R2);
    country.messages = Some(Messages {
        from: level(300),
        channels: vec![
            carries(Channel::Call, None, None),
            carries(Channel::Mail, Some(Span::hours(2)), None),
            carries(Channel::NlAlert, None, Some(Span::hours(1))),
        ],
    });
    country.crisis.seats = seats;
    country
}

#[test]
fn a_message_comes_late_or_never_when_the_line_is_down() {
    let down = Effect::Impair {
        target: Target::Process(MOB, R1),
        kind: DamageKind::Physical,
        loss: level(1000),
        lasts: Span::hours(4),
    };
    let to = |code: &str, channel, effects| {
        let receivers = vec![PRORAIL, PLANNER];
        Inject { channel, receivers, ..inject(code, Trigger::At(Tick(4)), effects) }
    };
    let mut world = Exercise::with(with_messages())
        .inject(inject("down", Trigger::At(Tick(0)), vec![down]))
        .inject(to("call", Channel::Call, vec![dark()]))
        .inject(to("mail", Channel::Mail, Vec::new()))
        .inject(to("alert", Channel::NlAlert, Vec::new()))
        .inject(to("news", Channel::News, Vec::new()))
        .ticks(5);
    let open = |inject| Command::OpenInject { inject };
    let unreached = Err(Refusal::Inject(InjectRefusal::NotReceived));
    assert_eq!(world.submit(Actor::Role(PRORAIL), open(B)), unreached);
    assert_eq!(world.submit(Actor::Role(PLANNER), open(B)), Ok(()), "in the other region it arrived");
    assert_eq!(world.permille(EL, R1), 0, "what happens does not wait for the message");
    let world = world.hours(12);
    expect![[r#"
        D+0 01:00 InjectStep(InjectId(1), Late(RoleId(0))) <- Inject(InjectId(1))
        D+0 01:00 InjectStep(InjectId(2), Late(RoleId(0))) <- Inject(InjectId(2))
        D+0 01:00 InjectStep(InjectId(3), Late(RoleId(0))) <- Inject(InjectId(3))
        D+0 02:00 InjectStep(InjectId(3), Lost(RoleId(0))) <- Inject(InjectId(3))
        D+0 03:00 InjectStep(InjectId(2), Arrived(RoleId(0))) <- Inject(InjectId(2))
        D+0 05:00 InjectStep(InjectId(1), Arrived(RoleId(0))) <- Inject(InjectId(1))
    "#]]
    .assert_eq(&world.log_of(&["Late", "Lost", "Arrived"]));
}
