//! Random commands for the session tests: most of them sensible, some of them refused.

use doorvoerland::{
    session::Session,
    sim::{
        command::{Actor, Ask, By, Command, Correction},
        country::{Class, NO_CAP},
        effect::{DamageKind, Effect, Target},
        ids::{DenseId, EdgeId, InjectId, MovementId, NodeId, PoolId, ProcessId, RegionId, RoleId},
        num::Level,
        plan::{Channel, Inject, Text, Trigger},
        time::Span,
    },
};
use rand::{Rng as _, RngExt as _};
use rand_chacha::ChaCha8Rng;

/// A command by somebody who may or may not give it.
pub(super) fn random_command(dice: &mut ChaCha8Rng, session: &Session) -> (By, Command) {
    let country = session.country();
    let reason = "Uit de losse hand".to_owned();
    let lead = By { actor: Actor::Lead, seat: 0 };
    let inject = InjectId(dice.random_range(0..12));
    match dice.random_range(0..13) {
        0..4 => {
            let pool = PoolId::from_index(dice.random_range(0..country.pools.len()));
            let mut policy = country.pools[pool].default.clone();
            let class = Class::ALL[dice.random_range(0..Class::COUNT)];
            policy.cap[class] = [NO_CAP, 1, 30][dice.random_range(0..3)];
            policy.day_cap[class] = [NO_CAP, 0, 2, 9][dice.random_range(0..4)];
            let owner = country.pools[pool].owner;
            let actor = if dice.random_range(0..4) == 0 { Actor::Lead } else { Actor::Role(owner) };
            (By { actor, seat: 1 }, Command::SetPolicy { pool, policy, until: None, reason })
        }
        4 => (lead, Command::FireInject { inject }),
        5 => (lead, Command::HoldInject { inject, hold: dice.random_range(0..2) == 0 }),
        6 => (
            lead,
            Command::MoveInject { inject, to: session.head().tick.after(Span(dice.random_range(0..90))) },
        ),
        7 => {
            let share = dice.random_range(0..=600);
            let mut order = session.head().movements[MovementId(0)].order.clone();
            order.shares_permille = vec![share, 1000 - share, 0];
            order.shares_permille.resize(order.corridors.len(), 0);
            order.on_hold = dice.random_range(0..4) == 0;
            order.kinds.rotate_left(dice.random_range(0..5));
            let actor = country.roles.find(|role| !role.powers.is_empty()).map_or(Actor::Lead, Actor::Role);
            let command = Command::PlanMovement { movement: MovementId(0), order, reason };
            (By { actor, seat: 2 }, command)
        }
        8 => (lead, Command::InventInject { inject: Box::new(invented(dice, session)) }),
        9..12 => bargain(dice, session, reason),
        _ => {
            let correction = match dice.random_range(0..3) {
                0 => Correction::Slots(
                    EdgeId::from_index(dice.random_range(0..country.edges.len())),
                    dice.random_range(0..5),
                ),
                1 => Correction::Handling(NodeId(dice.random_range(0..20)), dice.random_range(0..99)),
                _ => Correction::Units(
                    PoolId::from_index(dice.random_range(0..country.pools.len())),
                    dice.random_range(0..20),
                ),
            };
            (lead, Command::Correct { correction, reason })
        }
    }
}

/// A request, or a move in one, by one of the two.
fn bargain(dice: &mut ChaCha8Rng, session: &Session, reason: String) -> (By, Command) {
    let country = session.country();
    let by = |role| By { actor: Actor::Role(role), seat: 3 };
    let open: Vec<_> = session.head().requests.iter().filter(|row| row.answer.is_none()).collect();
    let offer_keur = dice.random_range(0..90);
    if open.is_empty() || dice.random_range(0..3) == 0 {
        let pool = PoolId::from_index(dice.random_range(0..country.pools.len()));
        let mut policy = country.pools[pool].default.clone();
        policy.order.swap(dice.random_range(0..Class::COUNT), dice.random_range(0..Class::COUNT));
        let until = session.head().tick.after(Span(dice.random_range(0..90)));
        let asker = RoleId::from_index(dice.random_range(0..country.roles.len()));
        return (
            by(asker),
            Command::Ask { about: Ask::Policy(pool, policy, Some(until)), offer_keur, reason },
        );
    }
    let row = open[dice.random_range(0..open.len())];
    let who = [row.turn, row.turn, row.from, row.to][dice.random_range(0..4)];
    let request = row.serial;
    if dice.random_range(0..2) == 0 {
        let about = row.about.clone();
        (by(who), Command::Counter { request, about, offer_keur, reason })
    } else {
        (by(who), Command::Answer { request, agree: dice.random_range(0..3) > 0, reason })
    }
}

fn invented(dice: &mut ChaCha8Rng, session: &Session) -> Inject {
    let country = session.country();
    let target = match dice.random_range(0..3) {
        0 => Target::Process(
            ProcessId::from_index(dice.random_range(0..country.processes.len())),
            RegionId::from_index(dice.random_range(0..country.regions.len())),
        ),
        1 => Target::Edge(EdgeId::from_index(dice.random_range(0..country.edges.len()))),
        _ => Target::Terminal(NodeId(dice.random_range(0..30))),
    };
    let loss = Level::ratio_floor(dice.random_range(1..=10), 10);
    let lasts = Span(dice.random_range(1..200));
    Inject {
        code: format!("V-{}", dice.next_u32()),
        title: Text::default(),
        text: Text { nl: "Nieuw bericht \u{202e} \"met\"\nregels".to_owned(), en: String::new() },
        sender: Text::default(),
        receivers: Vec::new(),
        channel: Channel::Call,
        trigger: Trigger::At(session.head().tick),
        effect_after: Span(dice.random_range(0..5)),
        effects: vec![Effect::Impair { target, kind: DamageKind::Human, loss, lasts }],
        objectives: Vec::new(),
        expected: Text::default(),
        question: Text::default(),
        staff_note: Text::default(),
        shelf: false,
        staging: doorvoerland::sim::script::Staging::default(),
    }
}
