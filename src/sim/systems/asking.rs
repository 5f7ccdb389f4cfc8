//! Between chairs: requests with their terms, and the bases that lift a limit. What may be done, what it does, when it lapses.
//!
//! A request is between who asks (`from`) and who can give it (`to`): of a policy the owner of the pool, of a basis the role that is
//! named, of a measure (assistance, bijstand) the role that decides about it there when it is asked. It has one set of terms: what for (`about`) and how much `from` would pay `to` (`offer_keur`). Its rules:
//!
//! ```text
//! terms are possible   of a policy: whole order, minima within caps and the narrowest part, an end later than the moment that the
//!                      command takes effect; of a basis: `to` is among its providers and has not provided it; of a measure:
//!                      it is taken for a region if it is one for regions, and not ordered or in force there
//! turn                 ask: `to`; each counter: the other of the two. Only who has the turn may counter or answer
//! counter              same pool, or same pool, limit and role, or same measure; other terms than the present ones; possible terms.
//!                      `to` must be allowed to set the policy or take the measure that it proposes at that moment; `from` may
//!                      propose what still needs a basis
//! agree                the present terms must still be possible, and `to` allowed to set the policy or take the measure: its
//!                      authority counts, whoever says yes. The policy is in force at once, the basis counts as provided by `to`, the
//!                      measure is ordered by `to`; `from` pays `offer_keur`
//! decline              ends the request, nothing is paid
//! withdraw             by `from`, whoever has the turn: ends the request, nothing is paid
//! lapse                L = rules.request_lapses, of a measure rules.assistance_lapses, after the last terms, p: an answer or counter that takes effect in tick p + L is in
//!                      time, a later one is refused. In tick p + L, after the commands that waited for it, the request ends;
//!                      several in order of serial
//! ```
//!
//! A command that waited is refused when the terms it was meant for were replaced (a number above its own). Ended requests stay as
//! they are. Must not choose for anybody.

use super::{Ctx, measures};
use crate::sim::{
    cause::Cause,
    check::{Refusal, Thing, policy_allowed, policy_sound},
    command::{Actor, Ask, Command, Record},
    country::{Country, Policy, Rules},
    event::Event,
    grip,
    ids::{PoolId, RoleId},
    plan::Plan,
    state::{Answer, Request, State},
    taking,
    time::Tick,
};

/// May this be asked?
pub(in crate::sim) fn may_ask(
    country: &Country,
    plan: &Plan,
    state: &State,
    record: &Record,
    about: &Ask,
) -> Result<(), Refusal> {
    let from = record.by.actor.role().ok_or(Refusal::Unknown(Thing::Role))?;
    possible(country, plan, state, record.effective, about)?;
    if asked(country, state, about) == Some(from) { Err(Refusal::AskedOneself) } else { Ok(()) }
}

/// May these terms be proposed instead?
pub(in crate::sim) fn may_counter(
    country: &Country,
    plan: &Plan,
    state: &State,
    record: &Record,
    request: u32,
    terms: (&Ask, u32),
) -> Result<(), Refusal> {
    let row = on_turn(country, state, record, request)?;
    let (about, offer_keur) = terms;
    let same_subject = match (about, &row.about) {
        (Ask::Policy(pool, ..), Ask::Policy(old, ..)) => pool == old,
        (Ask::Basis(..), Ask::Basis(..)) => *about == row.about,
        (Ask::Measure(measure, _), Ask::Measure(old, _)) => measure == old,
        (Ask::Policy(..) | Ask::Basis(..) | Ask::Measure(..), _) => false,
    };
    if !same_subject {
        return Err(Refusal::OtherSubject);
    }
    if (about, offer_keur) == (&row.about, row.offer_keur) {
        return Err(Refusal::SameTerms);
    }
    possible(country, plan, state, record.effective, about)?;
    if row.turn == row.to { givable(country, plan, state, record, row.to, about) } else { Ok(()) }
}

/// Is who is asked allowed to give this now? Who provides a basis was looked at when it was said to be possible.
fn givable(
    country: &Country,
    plan: &Plan,
    state: &State,
    record: &Record,
    to: RoleId,
    about: &Ask,
) -> Result<(), Refusal> {
    let actor = Actor::Role(to);
    match about {
        Ask::Policy(pool, policy, _) => {
            policy_allowed(country, plan, state, record.effective, actor, *pool, policy)
        }
        Ask::Measure(measure, region) => taking::allowed(country, state, actor, *measure, *region),
        Ask::Basis(..) => Ok(()),
    }
}

/// May this answer be given?
pub(in crate::sim) fn may_answer(
    country: &Country,
    plan: &Plan,
    state: &State,
    record: &Record,
    request: u32,
    agree: bool,
) -> Result<(), Refusal> {
    let row = on_turn(country, state, record, request)?;
    if !agree {
        return Ok(());
    }
    possible(country, plan, state, record.effective, &row.about)?;
    givable(country, plan, state, record, row.to, &row.about)
}

/// May this request be withdrawn?
pub(in crate::sim) fn may_withdraw(state: &State, record: &Record, request: u32) -> Result<(), Refusal> {
    let row = state.requests.iter().find(|row| row.serial == request);
    let row = row.ok_or(Refusal::Unknown(Thing::Request))?;
    match row.answer {
        Some(Answer::Lapsed(at)) => Err(Refusal::Lapsed { at }),
        Some(Answer::Agreed(_) | Answer::Declined(_) | Answer::Withdrawn(_)) => Err(Refusal::Answered),
        None if record.by.actor.role() == Some(row.from) => Ok(()),
        None => Err(Refusal::NotAsker { from: row.from }),
    }
}

/// May this role provide the basis for a limit?
pub(in crate::sim) fn providable(
    country: &Country,
    state: &State,
    role: RoleId,
    pool: PoolId,
    limit: u16,
) -> Result<(), Refusal> {
    let row = country.pools.get(pool).ok_or(Refusal::Unknown(Thing::Pool))?;
    let info = row.limits.get(usize::from(limit)).ok_or(Refusal::Unknown(Thing::Figure))?;
    if info.providers().all(|provider| provider != role) {
        return Err(Refusal::NotProvider { provider: info.provider, with: info.with });
    }
    let lifted = state.pools[pool].lifted.get(usize::from(limit));
    if lifted.is_some_and(|lifted| lifted.by.contains(&role)) { Err(Refusal::DoneAlready) } else { Ok(()) }
}

/// The open request that who gives this command has to answer, in time and about its present terms.
fn on_turn<'a>(
    country: &Country,
    state: &'a State,
    record: &Record,
    request: u32,
) -> Result<&'a Request, Refusal> {
    let row = state.requests.iter().find(|row| row.serial == request);
    let row = row.ok_or(Refusal::Unknown(Thing::Request))?;
    match row.answer {
        Some(Answer::Lapsed(at)) => return Err(Refusal::Lapsed { at }),
        Some(Answer::Agreed(_) | Answer::Declined(_) | Answer::Withdrawn(_)) => {
            return Err(Refusal::Answered);
        }
        None => {}
    }
    if record.by.actor.role() != Some(row.turn) {
        return Err(Refusal::NotTurn { turn: row.turn });
    }
    let at = row.lapses(&country.rules);
    if record.effective > at {
        return Err(Refusal::LapsesBefore { at });
    }
    if row.terms.last().is_some_and(|terms| *terms > record.seq) {
        return Err(Refusal::TermsReplaced);
    }
    Ok(row)
}

/// Are these terms possible at all, whatever the owner may do alone?
fn possible(
    country: &Country,
    plan: &Plan,
    state: &State,
    effective: Tick,
    about: &Ask,
) -> Result<(), Refusal> {
    match about {
        Ask::Policy(pool, policy, until) => {
            country.pools.get(*pool).ok_or(Refusal::Unknown(Thing::Pool))?;
            if until.is_some_and(|until| until <= effective) {
                return Err(Refusal::EndsBeforeStart);
            }
            policy_sound(country, plan, state, *pool, policy)
        }
        Ask::Basis(pool, limit, role) => {
            country.roles.get(*role).ok_or(Refusal::Unknown(Thing::Role))?;
            providable(country, state, *role, *pool, *limit)
        }
        Ask::Measure(measure, region) => taking::open(country, state, *measure, *region),
    }
}

/// Who is asked: who can give it as things are; none when there is no such thing.
pub(in crate::sim) fn asked(country: &Country, state: &State, about: &Ask) -> Option<RoleId> {
    match about {
        Ask::Policy(pool, ..) => country.pools.get(*pool).map(|row| row.owner),
        Ask::Basis(_, _, role) => Some(*role),
        Ask::Measure(measure, region) => grip::decider(country, state, *measure, *region),
    }
}

/// Carries out a checked command about a request; nothing for any other.
pub(in crate::sim) fn carry_out(ctx: &mut Ctx, state: &mut State, record: &Record) {
    let Some(by) = record.by.actor.role() else { return };
    if let Command::Ask { about, offer_keur, .. } = &record.command {
        ask(ctx, state, (record.seq, by), about, *offer_keur);
    } else if let Command::Counter { request, about, offer_keur, .. } = &record.command {
        counter(ctx, state, (record.seq, *request), about, *offer_keur);
    } else if let Command::Answer { request, agree, .. } = &record.command {
        answer(ctx, state, (record.seq, by), *request, *agree);
    } else if let Command::Withdraw { request, .. } = &record.command
        && let Some(row) = state.requests.iter_mut().find(|row| row.serial == *request)
    {
        row.answer = Some(Answer::Withdrawn(record.seq));
        ctx.tell(state.tick, Event::Withdrawn(*request), Cause::Command(record.seq));
    }
    state.lapses = next_lapse(ctx.country, state);
}

fn ask(ctx: &mut Ctx, state: &mut State, (seq, from): (u32, RoleId), about: &Ask, offer_keur: u32) {
    let Some(to) = asked(ctx.country, state, about) else { return };
    state.requests.push(Request {
        serial: seq,
        from,
        to,
        turn: to,
        about: about.clone(),
        offer_keur,
        terms: vec![seq],
        asked: state.tick,
        proposed: state.tick,
        answer: None,
    });
    ctx.tell(state.tick, Event::Asked(seq), Cause::Command(seq));
}

fn counter(ctx: &mut Ctx, state: &mut State, (seq, request): (u32, u32), about: &Ask, offer_keur: u32) {
    let now = state.tick;
    let Some(row) = state.requests.iter_mut().find(|row| row.serial == request) else { return };
    let by = row.turn;
    row.turn = if by == row.to { row.from } else { row.to };
    row.about.clone_from(about);
    row.offer_keur = offer_keur;
    row.terms.push(seq);
    row.proposed = now;
    ctx.tell(now, Event::Countered(request, by), Cause::Command(seq));
}

fn answer(ctx: &mut Ctx, state: &mut State, (seq, by): (u32, RoleId), request: u32, agree: bool) {
    let cause = Cause::Command(seq);
    let Some(row) = state.requests.iter_mut().find(|row| row.serial == request) else { return };
    row.answer = Some(if agree { Answer::Agreed(seq) } else { Answer::Declined(seq) });
    let (from, to, offer, about) = (row.from, row.to, row.offer_keur, row.about.clone());
    ctx.tell(state.tick, Event::Answered(request, agree, by), cause);
    if !agree {
        return;
    }
    state.totals.paid_keur[from] += u64::from(offer);
    match about {
        Ask::Policy(pool, policy, until) => set_policy(ctx, state, pool, &policy, until, cause),
        Ask::Basis(pool, limit, _) => provide(ctx, state, pool, limit, to, cause),
        Ask::Measure(measure, region) => measures::order(ctx, state, measure, region, seq),
    }
}

/// Divides a pool otherwise and tells it.
pub(in crate::sim) fn set_policy(
    ctx: &mut Ctx,
    state: &mut State,
    pool: PoolId,
    policy: &Policy,
    until: Option<Tick>,
    cause: Cause,
) {
    state.divide(pool, policy, until, cause);
    ctx.tell(state.tick, Event::PolicySet(pool), cause);
}

/// A limit is lifted once everybody it names has provided the basis, after the delay of the basis.
pub(in crate::sim) fn provide(
    ctx: &mut Ctx,
    state: &mut State,
    pool: PoolId,
    limit: u16,
    role: RoleId,
    cause: Cause,
) {
    let Some(info) = ctx.country.pools[pool].limits.get(usize::from(limit)) else { return };
    let now = state.tick;
    let Some(row) = state.pools[pool].lifted.get_mut(usize::from(limit)) else { return };
    row.by.push(role);
    if info.providers().all(|needed| row.by.contains(&needed)) {
        row.from = Some(now.after(info.delay));
    }
    let from = row.from;
    ctx.tell(now, Event::BasisProvided(pool, limit, role, from), cause);
}

/// Ends the requests that nobody answered in time.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let now = state.tick;
    if state.lapses.is_none_or(|at| at > now) {
        return;
    }
    let rules = &ctx.country.rules;
    for row in state.requests.iter_mut().filter(|row| row.answer.is_none() && row.lapses(rules) <= now) {
        row.answer = Some(Answer::Lapsed(now));
        ctx.sink.event(now, Event::Lapsed(row.serial), Cause::Routine);
    }
    state.lapses = next_lapse(ctx.country, state);
}

/// The first moment at which an open request lapses.
fn next_lapse(country: &Country, state: &State) -> Option<Tick> {
    let open = state.requests.iter().filter(|row| row.answer.is_none());
    open.map(|row| row.lapses(&country.rules)).min()
}

impl Request {
    /// When it lapses unless somebody answers: so long after the last terms.
    pub fn lapses(&self, rules: &Rules) -> Tick {
        self.proposed.after(match self.about {
            Ask::Policy(..) | Ask::Basis(..) => rules.request_lapses,
            Ask::Measure(..) => rules.assistance_lapses,
        })
    }
}
