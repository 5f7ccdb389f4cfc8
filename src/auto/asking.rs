//! Asking, answering, providing a basis and designating: what happens between chairs.
//!
//! Movement control asks for room on a pool that is not its own when military claims there are refused and the movement is
//! behind its date: the owner where his own authority suffices, otherwise the next one who can provide the missing basis; not
//! twice a day about one pool. Whoever is asked answers: never at the cost of life support or medical transport, and the
//! heavier the basis the more it takes. Agreements and assistance (up to G3) follow need; sectoral powers (G4) need six hours
//! without room; emergency provisions (G5, G6) only for transport that is already urgent or that people live on. A ministry
//! designates a movement urgent when it is behind and six hours brought no path. Must not change a pool: its owner does.

use super::{
    CALM, Proposal,
    desk::{Desk, PoolDesk, RequestDesk, UrgencyDesk},
    pools,
    reason::Reason,
};
use crate::sim::{
    check::breaks,
    command::{Ask, Command},
    country::{Basis, Class, Limited, Policy},
    time::{Span, Tick},
};

/// Not about the same pool again within this time. Own choice: a day, so that an answer can work.
const AGAIN: Span = Span::hours(24);
/// Of the last six hours, those without room after which there is none left. Own choice: all of them.
const NONE_LEFT: u8 = 6;
/// Classes for which movement control asks.
const MILITARY: [Class; 2] = [Class::UrgentMilitary, Class::Military];

/// Everything a role asks, answers or designates now.
pub(super) fn propose(desk: &Desk, say: &dyn Fn(&Reason) -> String) -> Vec<Proposal> {
    let asks = desk.wanted.iter().filter_map(|pool| ask(desk.now, pool));
    let answers = desk.requests.iter().filter_map(|row| answer(desk.now, row));
    let urgent = desk.urgency.iter().copied().filter_map(designate);
    let said = |(command, reason): (Command, Reason)| Proposal {
        command: with_reason(command, say(&reason)),
        reason,
    };
    asks.chain(answers).chain(urgent).map(said).collect()
}

fn with_reason(mut command: Command, words: String) -> Command {
    if let Command::Ask { reason, .. }
    | Command::Answer { reason, .. }
    | Command::DesignateUrgent { reason, .. } = &mut command
    {
        *reason = words;
    }
    command
}

fn ask(now: Tick, desk: &PoolDesk) -> Option<(Command, Reason)> {
    if desk.asked.is_some_and(|asked| now.since(asked) < AGAIN)
        || desk.changed.is_some_and(|changed| now.since(changed) < CALM)
    {
        return None;
    }
    let short = |class: &Class| pools::short(desk, *class) && desk.behind[*class];
    let class = MILITARY.into_iter().find(short)?;
    let wishes = pools::wishes(desk, class);
    let (pool, refused) = (desk.pool, desk.lately.refused[class]);
    let lawful = |policy: &&Policy| (0..desk.limits.len()).all(|limit| desk.allows(now, limit, policy));
    let (about, reason) = if let Some(policy) = wishes.iter().find(lawful) {
        let until = Some(now.after(pools::LASTS));
        (Ask::Policy(pool, policy.clone(), until), Reason::AsksRoom { pool, class, refused })
    } else {
        let policy = wishes.first()?;
        let barring = |limit: &usize| desk.limits.get(*limit).is_some_and(|row| breaks(policy, row.what));
        let limit = (0..desk.limits.len()).find(|limit| barring(limit) && !desk.lifted(*limit))?;
        let (row, done) = (desk.limits.get(limit)?, &desk.done.get(limit)?.by);
        let provider = row.providers().find(|role| !done.contains(role))?;
        let number = u16::try_from(limit).ok()?;
        (Ask::Basis(pool, number, provider), Reason::AsksBasis { pool, class, basis: row.basis, refused })
    };
    Some((Command::Ask { about, offer_keur: 0, reason: String::new() }, reason))
}

fn answer(now: Tick, row: &RequestDesk) -> Option<(Command, Reason)> {
    let (agree, reason) = match &row.about {
        Ask::Policy(_, policy, until) => about_policy(now, &row.pool, policy, *until)?,
        Ask::Basis(_, limit, _) => about_basis(&row.pool, usize::from(*limit))?,
    };
    Some((Command::Answer { request: row.serial, agree, reason: String::new() }, reason))
}

/// An owner about his own pool; nothing while his last change must show its effect first.
fn about_policy(now: Tick, desk: &PoolDesk, policy: &Policy, until: Option<Tick>) -> Option<(bool, Reason)> {
    let pool = desk.pool;
    let allowed = (0..desk.limits.len()).all(|limit| desk.allows(now, limit, policy));
    if !allowed || until.is_some_and(|until| until <= now) {
        return Some((false, Reason::NoBasis { pool }));
    }
    let passes = |class: Class| {
        let before = |other: &Class| policy.rank(class) < policy.rank(*other);
        pools::PROTECTED
            .iter()
            .any(|other| before(other) && desk.default.rank(*other) < desk.default.rank(class))
    };
    let refused = pools::protected_refused(desk);
    if pools::protected_short(desk) || MILITARY.into_iter().any(passes) {
        return Some((false, Reason::CivilFirst { pool, refused }));
    }
    let calm = desk.changed.is_none_or(|changed| now.since(changed) >= CALM);
    calm.then_some((true, Reason::Agrees { pool }))
}

/// Somebody who can provide a basis.
fn about_basis(desk: &PoolDesk, limit: usize) -> Option<(bool, Reason)> {
    let row = desk.limits.get(limit)?;
    let (pool, basis) = (desk.pool, row.basis);
    let class = match row.what {
        Limited::MinimumAbove(class, _)
        | Limited::DayCapAbove(class, _)
        | Limited::Before(class, _)
        | Limited::CapBelow(class, _)
        | Limited::CapAbove(class, _) => class,
    };
    if pools::protected_short(desk) && !pools::PROTECTED.contains(&class) {
        return Some((false, Reason::CivilFirst { pool, refused: pools::protected_refused(desk) }));
    }
    let needed = match basis {
        Basis::G0 | Basis::G1 | Basis::G2 | Basis::G3 => pools::short(desk, class),
        Basis::G4 | Basis::G5 | Basis::G6 => desk.hours_refused[class] >= NONE_LEFT,
    };
    if !needed {
        return Some((false, Reason::RoomLeft { pool, class }));
    }
    let heavy = matches!(basis, Basis::G5 | Basis::G6);
    let vital = class == Class::UrgentMilitary || pools::PROTECTED.contains(&class);
    if heavy && !vital {
        return Some((false, Reason::TooHeavy { pool, basis }));
    }
    Some((true, Reason::GivesBasis { pool, class, basis }))
}

fn designate(row: UrgencyDesk) -> Option<(Command, Reason)> {
    let movement = row.movement;
    let needed = !row.done && row.behind && row.hours_refused >= NONE_LEFT;
    let command = || Command::DesignateUrgent { movement, reason: String::new() };
    needed.then(|| (command(), Reason::NoPathLeft { movement }))
}
