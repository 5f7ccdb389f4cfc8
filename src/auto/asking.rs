//! Asking, bargaining, answering, providing a basis and designating: what happens between chairs.
//!
//! Movement control asks for room on a pool that is not its own when military claims there are refused and the movement is
//! behind its date: the owner where his own authority suffices, otherwise the next one who can provide the missing basis; not
//! twice a day about one pool. It offers nothing the first time. Of an owner who works for pay (a price in the country) and
//! declined, it asks again after six hours and offers the fair amount: his price for each military claim refused in the last six
//! hours. It agrees to a counter-offer that gives military claims any room, for at most the fair amount or what it offered.
//!
//! Whoever is asked answers: never at the cost of life support or medical transport, and the heavier the basis the more it
//! takes. An owner who cannot give all proposes the part that he can: what needs no further basis, at most a fifth kept free, no
//! military class past a protected one, for at most two days. One who works for pay declines what is not paid and names his price
//! for what is offered too little for. Agreements and assistance (up to G3) follow need; sectoral powers (G4) need six hours
//! without room; emergency provisions (G5, G6) only for transport that is already urgent or that people live on. A ministry
//! designates a movement urgent when it is behind and six hours brought no path. Must not change a pool: its owner does.

use super::{
    CALM, Proposal,
    desk::{Desk, LastAsk, PoolDesk, RequestDesk, UrgencyDesk},
    pools,
    reason::Reason,
};
use crate::sim::{
    check::breaks,
    command::{Ask, Command},
    country::{Basis, Class, Limited, Policy, Temper},
    state::Answer,
    time::{Span, Tick},
};

/// Not about the same pool again within this time. Own choice: a day, so that an answer can work.
const AGAIN: Span = Span::hours(24);
/// Classes for which movement control asks.
const MILITARY: [Class; 2] = [Class::UrgentMilitary, Class::Military];

/// Everything a role asks, answers or designates now.
pub(super) fn propose(desk: &Desk, say: &dyn Fn(&Reason) -> String) -> Vec<Proposal> {
    let asks = desk.wanted.iter().filter_map(|pool| ask(desk.now, pool));
    let answers = desk.requests.iter().filter_map(|row| answer(desk.now, row));
    let urgent = desk.urgency.iter().copied().filter_map(|row| designate(row, desk.temper));
    let said = |(command, reason): (Command, Reason)| Proposal {
        command: with_reason(command, say(&reason)),
        reason,
    };
    asks.chain(answers).chain(urgent).map(said).collect()
}

fn with_reason(mut command: Command, words: String) -> Command {
    if let Command::Ask { reason, .. }
    | Command::Counter { reason, .. }
    | Command::Answer { reason, .. }
    | Command::DesignateUrgent { reason, .. } = &mut command
    {
        *reason = words;
    }
    command
}

fn ask(now: Tick, desk: &PoolDesk) -> Option<(Command, Reason)> {
    if desk.asked.is_some_and(|last| too_soon(now, desk, last))
        || desk.changed.is_some_and(|changed| now.since(changed) < CALM)
    {
        return None;
    }
    let short = |class: &Class| {
        let late = desk.behind[*class] || !desk.temper.waits_for_date;
        pools::short(desk, *class) && late
    };
    let class = MILITARY.into_iter().find(short)?;
    let wishes = pools::wishes(desk, class);
    let (pool, refused) = (desk.pool, desk.lately.refused[class]);
    let (about, offer_keur, reason) = if let Some(policy) =
        wishes.iter().find(|policy| lawful(now, desk, policy))
    {
        let pays = desk.temper.pays_at_once || desk.asked.is_some_and(pay_would_help);
        let keur = if pays { fair_keur(desk, policy) } else { 0 };
        let reason = match keur {
            0 => Reason::AsksRoom { pool, class, refused },
            keur => Reason::OffersPay { pool, class, refused, keur },
        };
        (Ask::Policy(pool, policy.clone(), Some(now.after(pools::LASTS))), keur, reason)
    } else {
        let policy = wishes.first()?;
        let barring = |limit: &usize| desk.limits.get(*limit).is_some_and(|row| breaks(policy, row.what));
        let limit = (0..desk.limits.len()).find(|limit| barring(limit) && !desk.lifted(*limit))?;
        let (row, done) = (desk.limits.get(limit)?, &desk.done.get(limit)?.by);
        let provider = row.providers().find(|role| !done.contains(role))?;
        let number = u16::try_from(limit).ok()?;
        (Ask::Basis(pool, number, provider), 0, Reason::AsksBasis { pool, class, basis: row.basis, refused })
    };
    Some((Command::Ask { about, offer_keur, reason: String::new() }, reason))
}

/// Not while the last request is open, and not so soon after it that the answer could not work yet.
fn too_soon(now: Tick, desk: &PoolDesk, last: LastAsk) -> bool {
    let unpaid = desk.price_eur.is_some() && last.offer_keur == 0 && pay_would_help(last);
    last.answer.is_none() || now.since(last.at) < if unpaid { CALM } else { AGAIN }
}

/// The last request for room was declined, or paid for: the next one comes with an offer where there is a price.
fn pay_would_help(last: LastAsk) -> bool {
    last.room && (matches!(last.answer, Some(Answer::Declined(_))) || last.offer_keur > 0)
}

/// What room for the military classes that a policy is kinder to is worth: the owner's price for each of their claims refused in
/// the last six hours, rounded up to thousands of euros. Nothing where there is no price.
fn fair_keur(desk: &PoolDesk, policy: &Policy) -> u32 {
    let helped = MILITARY.into_iter().filter(|class| pools::kinder(policy, &desk.policy, *class));
    let refused: u32 = helped.map(|class| desk.lately.refused[class]).sum();
    let eur = u64::from(refused) * u64::from(desk.price_eur.unwrap_or(0));
    u32::try_from(eur.div_ceil(1000)).unwrap_or(u32::MAX)
}

fn lawful(now: Tick, desk: &PoolDesk, policy: &Policy) -> bool {
    (0..desk.limits.len()).all(|limit| desk.allows(now, limit, policy))
}

/// What somebody says to a request.
enum Reply {
    Answer(bool),
    Counter(Ask, u32),
}

fn answer(now: Tick, row: &RequestDesk) -> Option<(Command, Reason)> {
    let (reply, reason) = match &row.about {
        about if row.own => {
            let (agree, reason) = about_counter(now, row, about);
            (Reply::Answer(agree), reason)
        }
        Ask::Policy(_, policy, until) => about_policy(now, row, policy, *until)?,
        Ask::Basis(_, limit, _) => {
            let (agree, reason) = about_basis(&row.pool, usize::from(*limit))?;
            (Reply::Answer(agree), reason)
        }
        // Answered by `assistance`.
        Ask::Measure(..) => return None,
    };
    let (request, words) = (row.serial, String::new());
    let command = match reply {
        Reply::Answer(agree) => Command::Answer { request, agree, reason: words },
        Reply::Counter(about, offer_keur) => Command::Counter { request, about, offer_keur, reason: words },
    };
    Some((command, reason))
}

/// Who asked, about what was proposed instead.
fn about_counter(now: Tick, row: &RequestDesk, about: &Ask) -> (bool, Reason) {
    let (desk, pool) = (&row.pool, row.pool.pool);
    let fair = match about {
        Ask::Policy(_, _, Some(until)) if *until <= now => return (false, Reason::Ended { pool }),
        Ask::Policy(_, policy, _) => {
            if !lawful(now, desk, policy) {
                return (false, Reason::NoBasis { pool });
            }
            if !MILITARY.into_iter().any(|class| pools::kinder(policy, &desk.policy, class)) {
                return (false, Reason::NoRoom { pool });
            }
            fair_keur(desk, policy)
        }
        Ask::Basis(..) | Ask::Measure(..) => 0,
    };
    let keur = fair.max(row.offered_keur);
    if row.offer_keur > keur {
        (false, Reason::TooDear { pool, keur })
    } else {
        (true, Reason::Accepts { pool })
    }
}

/// An owner about his own pool; nothing while his last change must show its effect first.
fn about_policy(
    now: Tick,
    row: &RequestDesk,
    policy: &Policy,
    until: Option<Tick>,
) -> Option<(Reply, Reason)> {
    let (desk, pool) = (&row.pool, row.pool.pool);
    let no = |reason| Some((Reply::Answer(false), reason));
    if until.is_some_and(|until| until <= now) {
        return no(Reason::Ended { pool });
    }
    let civil_first = Reason::CivilFirst { pool, refused: pools::protected_refused(desk) };
    if pools::protected_short(desk) {
        return no(civil_first);
    }
    let (part, ends) = possible_part(now, desk, policy, until);
    let whole = part == *policy && ends == until;
    let room = Class::ALL.into_iter().any(|class| pools::kinder(&part, &desk.policy, class));
    let possible = whole || room && lawful(now, desk, &part);
    if !possible {
        return no(if lawful(now, desk, policy) { civil_first } else { Reason::NoBasis { pool } });
    }
    if desk.changed.is_some_and(|changed| now.since(changed) < CALM) {
        return None;
    }
    let keur = fair_keur(desk, &part);
    let about = Ask::Policy(pool, part, ends);
    Some(match row.offer_keur {
        0 if keur > 0 => (Reply::Answer(false), Reason::Unpaid { pool, keur }),
        offer if offer < keur => (Reply::Counter(about, keur), Reason::Price { pool, keur }),
        _ if whole => (Reply::Answer(true), Reason::Agrees { pool }),
        offer => (Reply::Counter(about, offer), Reason::Part { pool }),
    })
}

/// As much of a policy as its owner can give.
fn possible_part(now: Tick, desk: &PoolDesk, policy: &Policy, until: Option<Tick>) -> (Policy, Option<Tick>) {
    let mut part = policy.clone();
    let passes = |class: Class| {
        let before = |other: &Class| policy.rank(class) < policy.rank(*other);
        pools::PROTECTED
            .iter()
            .any(|other| before(other) && desk.default.rank(*other) < desk.default.rank(class))
    };
    if MILITARY.into_iter().any(passes) {
        part.order = desk.policy.order;
    }
    for class in MILITARY {
        let most = pools::most_kept(desk).max(desk.policy.minimum[class]);
        part.minimum[class] = part.minimum[class].min(most);
    }
    for (number, limit) in desk.limits.iter().enumerate() {
        if desk.allows(now, number, &part) {
            continue;
        }
        match limit.what {
            Limited::MinimumAbove(class, units) => part.minimum[class] = units,
            Limited::DayCapAbove(class, grants) => part.day_cap[class] = grants,
            Limited::CapBelow(class, units) | Limited::CapAbove(class, units) => part.cap[class] = units,
            Limited::Before(..) => part.order = desk.policy.order,
        }
    }
    for class in Class::ALL {
        part.minimum[class] = part.minimum[class].min(part.cap[class]);
    }
    let latest = now.after(pools::LASTS);
    let eases = Class::ALL.into_iter().any(|class| pools::kinder(&part, &desk.default, class));
    let ends = if eases { Some(until.map_or(latest, |until| until.min(latest))) } else { until };
    (part, ends)
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
        Basis::G4 | Basis::G5 | Basis::G6 => desk.hours_refused[class] >= desk.temper.none_left_hours,
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

fn designate(row: UrgencyDesk, temper: Temper) -> Option<(Command, Reason)> {
    let movement = row.movement;
    let needed = !row.done && row.behind && row.hours_refused >= temper.none_left_hours;
    let command = || Command::DesignateUrgent { movement, reason: String::new() };
    needed.then(|| (command(), Reason::NoPathLeft { movement }))
}
