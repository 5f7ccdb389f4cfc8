//! The owner of a pool: divides it a little differently for a while when somebody comes short, within the law.
//!
//! Life support and medical claims come before everything; military claims are helped when they are behind their date and
//! life support is served and the owner does not work for pay (`asking` bargains about that); a change ends by itself after two days, or at once when life support comes short under it. A
//! proposal changes one thing by one step, and only if the limits of the pool allow it without a further basis. Must not
//! put a military class before life support or medical transport.

use super::{CALM, Proposal, desk::PoolDesk, reason::Reason};
use crate::sim::{
    command::Command,
    country::{Class, NO_CAP, Policy},
    event::Binding,
    time::{Span, Tick},
};

/// A change ends by itself after this time. Own choice: two nights, so that it is looked at again in daylight.
pub(super) const LASTS: Span = Span::hours(48);
/// Refused share of asked, in hundredths, above which a class comes short. Own choice.
const SHORT_PERCENT: u32 = 10;

/// Classes that the owner protects.
pub(super) const PROTECTED: [Class; 2] = [Class::Medical, Class::LifeSupport];
/// Classes that the owner helps on its own initiative, first one first.
const HELPED: [Class; 4] = [Class::Medical, Class::LifeSupport, Class::UrgentMilitary, Class::Military];

/// The one change of this pool, if any.
pub(super) fn propose(now: Tick, desk: &PoolDesk, say: &dyn Fn(&Reason) -> String) -> Option<Proposal> {
    if desk.changed.is_some_and(|changed| now.since(changed) < CALM) {
        return None;
    }
    let (policy, until, reason) = back(now, desk).or_else(|| relief(now, desk))?;
    let command = Command::SetPolicy { pool: desk.pool, policy, until, reason: say(&reason) };
    Some(Proposal { command, reason })
}

/// Back to the default when the change hurts, or is not needed any more.
fn back(now: Tick, desk: &PoolDesk) -> Option<(Policy, Option<Tick>, Reason)> {
    if desk.policy == desk.default {
        return None;
    }
    let default = || desk.default.clone();
    let helps_military = Class::ALL.into_iter().any(|class| class.is_military() && favoured(desk, class));
    if helps_military && protected_short(desk) {
        let refused = protected_refused(desk);
        return Some((default(), None, Reason::CivilShort { pool: desk.pool, refused }));
    }
    let old = desk.changed.is_some_and(|changed| now.since(changed) >= Span::hours(24));
    let idle =
        Class::ALL.into_iter().filter(|class| favoured(desk, *class)).all(|class| desk.day.asked[class] == 0);
    (old && idle).then(|| (default(), None, Reason::Served { pool: desk.pool }))
}

/// Some more room for the first class that comes short.
fn relief(now: Tick, desk: &PoolDesk) -> Option<(Policy, Option<Tick>, Reason)> {
    let protected_short = protected_short(desk);
    // Who does not wait for a date helps transit first.
    let mut helped = HELPED;
    if !desk.temper.waits_for_date {
        helped.rotate_left(2);
    }
    for class in helped.into_iter().filter(|class| short(desk, *class)) {
        let military = class.is_military();
        let in_time = desk.temper.waits_for_date && !desk.behind[class];
        if military && (protected_short || in_time || desk.price_eur.is_some()) {
            continue;
        }
        if let Some(policy) = more_room(now, desk, class) {
            let (pool, refused) = (desk.pool, desk.lately.refused[class]);
            let reason = if military {
                Reason::Behind { pool, class, refused }
            } else {
                Reason::Refused { pool, class, refused }
            };
            return Some((policy, Some(now.after(LASTS)), reason));
        }
    }
    None
}

/// Claims of protected classes refused in the last six hours.
pub(super) fn protected_refused(desk: &PoolDesk) -> u32 {
    PROTECTED.into_iter().map(|class| desk.lately.refused[class]).sum()
}

/// True when a protected class comes short.
pub(super) fn protected_short(desk: &PoolDesk) -> bool {
    PROTECTED.into_iter().any(|class| short_for(desk, class, desk.temper.protected_hours))
}

/// True when a class comes short.
pub(super) fn short(desk: &PoolDesk, class: Class) -> bool {
    short_for(desk, class, desk.temper.short_hours)
}

/// True when claims of a class were refused in so many of the last six hours, and not just a few of them.
fn short_for(desk: &PoolDesk, class: Class, hours: u8) -> bool {
    desk.hours_refused[class] >= hours
        && desk.lately.refused[class] * 100 > desk.lately.asked[class] * SHORT_PERCENT
}

/// True when the policy in force is kinder to a class than the default.
fn favoured(desk: &PoolDesk, class: Class) -> bool {
    kinder(&desk.policy, &desk.default, class)
}

/// True when a policy is kinder to a class than another: earlier in the order, more kept free, or a higher maximum.
pub(super) fn kinder(policy: &Policy, other: &Policy, class: Class) -> bool {
    policy.rank(class) < other.rank(class)
        || policy.minimum[class] > other.minimum[class]
        || policy.cap[class] > other.cap[class]
        || policy.day_cap[class] > other.day_cap[class]
}

/// Most units that are kept free for one class.
pub(super) fn most_kept(desk: &PoolDesk) -> u16 {
    u16::try_from(desk.narrowest * desk.temper.kept_percent / 100).unwrap_or(u16::MAX)
}

/// The mildest lawful change that lifts what binds the class.
fn more_room(now: Tick, desk: &PoolDesk, class: Class) -> Option<Policy> {
    let lawful = |policy: &Policy| (0..desk.limits.len()).all(|limit| desk.allows(now, limit, policy));
    wishes(desk, class).into_iter().find(lawful)
}

/// Changes that lift what binds the class, mildest first, lawful or not.
pub(super) fn wishes(desk: &PoolDesk, class: Class) -> Vec<Policy> {
    let Some(binding) = desk.lately.binding[class] else { return Vec::new() };
    let candidates = match binding {
        Binding::DayCap(_) => vec![more_a_day(desk, class)],
        Binding::Cap(..) => vec![more_an_hour(desk, class)],
        Binding::Slots(..) | Binding::KeptFree(..) | Binding::Handling(_) => {
            vec![earlier(desk, class), kept_free(desk, class)]
        }
        Binding::Units(_) => vec![earlier(desk, class)],
        Binding::NoWay
        | Binding::QuayFull(_)
        | Binding::ConvoyHours(..)
        | Binding::Crowd(_)
        | Binding::Ceiling(_) => Vec::new(),
    };
    candidates.into_iter().flatten().collect()
}

fn more_a_day(desk: &PoolDesk, class: Class) -> Option<Policy> {
    let mut policy = desk.policy.clone();
    let cap = policy.day_cap[class];
    policy.day_cap[class] = cap.checked_add((cap / 2).max(1)).filter(|more| *more < NO_CAP)?;
    Some(policy)
}

/// One more of what the default allows at a time, up to a fifth of the narrowest part.
fn more_an_hour(desk: &PoolDesk, class: Class) -> Option<Policy> {
    let mut policy = desk.policy.clone();
    let more = policy.cap[class].checked_add(desk.default.cap[class].max(1))?;
    if more == NO_CAP || u32::from(more) * 100 > desk.narrowest * desk.temper.kept_percent {
        return None;
    }
    policy.cap[class] = more;
    Some(policy)
}

/// Directly before other freight and passengers, never before what is protected.
fn earlier(desk: &PoolDesk, class: Class) -> Option<Policy> {
    let mut policy = desk.policy.clone();
    let own = policy.rank(class);
    let passable = |other: &Class| {
        !PROTECTED.contains(other) && (*other == Class::Commercial || *other == Class::Passenger)
    };
    let place = policy.order.iter().take(own).rposition(passable)?;
    // Whoever stands between the passed class and this one is passed too: only if it may be.
    let between = policy.order.get(place..own)?;
    if class.is_military() && between.iter().any(|other| PROTECTED.contains(other)) {
        return None;
    }
    policy.order.get_mut(place..=own)?.rotate_right(1);
    Some(policy)
}

/// A tenth of the narrowest part kept free, and another tenth the next time.
fn kept_free(desk: &PoolDesk, class: Class) -> Option<Policy> {
    let mut policy = desk.policy.clone();
    let step = (desk.narrowest * desk.temper.kept_percent / 200).max(1);
    let kept = u32::from(policy.minimum[class]) + step;
    if kept * 100 > desk.narrowest * desk.temper.kept_percent || kept > u32::from(policy.cap[class]) {
        return None;
    }
    policy.minimum[class] = u16::try_from(kept).ok()?;
    let minima: u32 = policy.minimum.0.iter().map(|units| u32::from(*units)).sum();
    (minima <= desk.narrowest).then_some(policy)
}
