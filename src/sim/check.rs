//! May this command be given now? Pure: greys out buttons, explains refusals, guards submission and application.
//!
//! Must not change anything. The words for a refusal are in `text`.

use super::{
    command::{Actor, Command, Correction, Record},
    country::{Basis, Class, Country, Limited, NO_CAP, Policy, Power},
    ids::{InjectId, MovementId, PoolId, RoleId},
    plan::Plan,
    state::{InjectStatus, State},
    time::{LAST_TICK, Span, Tick},
};
use serde::{Deserialize, Serialize};

/// Longest reason or text, in characters.
pub const TEXT_CHARS_MAX: usize = 4_000;

/// Why a command is refused: always names the obstacle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The pool belongs to somebody else, who decides on this basis.
    NotOwner {
        /// The pool.
        pool: PoolId,
        /// Who decides.
        owner: RoleId,
    },
    /// The owner needs a further basis.
    BasisMissing {
        /// The pool.
        pool: PoolId,
        /// What the limit forbids.
        what: Limited,
        /// The basis that lifts it.
        basis: Basis,
        /// Who can provide it.
        provider: RoleId,
        /// How long that takes.
        delay: Span,
    },
    /// These crews belong to somebody else.
    NotCrewOwner {
        /// Who decides.
        owner: RoleId,
    },
    /// Only movement control plans movements.
    NotMovementPlanner {
        /// A role that can.
        owner: Option<RoleId>,
    },
    /// Only the exercise lead may do this.
    LeadOnly,
    /// The moment lies in the past.
    InThePast {
        /// Now.
        now: Tick,
        /// The moment asked for.
        effective: Tick,
    },
    /// The moment lies beyond the longest exercise.
    TooFarAhead {
        /// The last moment possible.
        last: Tick,
    },
    /// The thing does not exist (any more).
    Unknown(Thing),
    /// The inject was sent or skipped already.
    InjectOver(InjectId, InjectStatus),
    /// Another inject has this code.
    InjectCodeTaken(String),
    /// Each class must stand in the order exactly once.
    OrderIncomplete,
    /// A minimum above the cap, or more minima than there is.
    MinimaTooHigh {
        /// The pool.
        pool: PoolId,
        /// What there is per hour or window on the narrowest part.
        capacity: u32,
    },
    /// The shares must sum to 1000 and match the plan's destinations.
    SharesWrong(MovementId),
    /// A reason is required.
    ReasonMissing,
    /// A text is too long or has control characters.
    TextBad,
    /// The policy would end before it begins.
    EndsBeforeStart,
}

/// A kind of thing that may not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thing {
    /// A pool.
    Pool,
    /// A damage.
    Damage,
    /// A movement.
    Movement,
    /// An inject.
    Inject,
    /// A figure.
    Figure,
    /// Something an effect names.
    Target,
    /// A role.
    Role,
}

/// Checks a command at the moment it is given, or again when it takes effect.
pub fn check(country: &Country, plan: &Plan, state: &State, record: &Record) -> Result<(), Refusal> {
    if record.effective < state.tick {
        return Err(Refusal::InThePast { now: state.tick, effective: record.effective });
    }
    if record.effective > LAST_TICK {
        return Err(Refusal::TooFarAhead { last: LAST_TICK });
    }
    let actor = record.by.actor;
    if actor.role().is_some_and(|role| country.roles.get(role).is_none()) {
        return Err(Refusal::Unknown(Thing::Role));
    }
    match &record.command {
        Command::SetPolicy { pool, policy, until, reason } => {
            reason_given(reason)?;
            if until.is_some_and(|until| until <= record.effective) {
                return Err(Refusal::EndsBeforeStart);
            }
            policy_allowed(country, state, actor, *pool, policy)
        }
        Command::OrderRepair { damage, reason, .. } => {
            reason_given(reason)?;
            let found = state.damages.open.iter().find(|row| row.serial == *damage && row.work > 0);
            let damage = found.ok_or(Refusal::Unknown(Thing::Damage))?;
            let owner = country.skills[damage.skill].owner;
            if actor.role() == Some(owner) { Ok(()) } else { Err(Refusal::NotCrewOwner { owner }) }
        }
        Command::PlanMovement { movement, shares_permille, reason, .. } => {
            reason_given(reason)?;
            movement_allowed(country, plan, actor, *movement, shares_permille)
        }
        Command::FireInject { inject }
        | Command::HoldInject { inject, .. }
        | Command::SkipInject { inject } => {
            lead_only(actor)?;
            inject_open(state, *inject)
        }
        Command::MoveInject { inject, to } => {
            lead_only(actor)?;
            inject_open(state, *inject)?;
            if *to < record.effective {
                return Err(Refusal::InThePast { now: record.effective, effective: *to });
            }
            if *to > LAST_TICK { Err(Refusal::TooFarAhead { last: LAST_TICK }) } else { Ok(()) }
        }
        Command::InventInject { inject } => {
            lead_only(actor)?;
            super::invent::allowed(country, plan, state, inject)
        }
        Command::Correct { correction, reason } => {
            lead_only(actor)?;
            reason_given(reason)?;
            correction_known(country, *correction)
        }
    }
}

/// A text that people may type: not too long, no control characters but line breaks.
pub fn text_fits(text: &str) -> Result<(), Refusal> {
    let clean = text.chars().all(|each| each == '\n' || !each.is_control());
    if clean && text.chars().count() <= TEXT_CHARS_MAX { Ok(()) } else { Err(Refusal::TextBad) }
}

fn reason_given(reason: &str) -> Result<(), Refusal> {
    text_fits(reason)?;
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(()) }
}

fn lead_only(actor: Actor) -> Result<(), Refusal> {
    if actor == Actor::Lead { Ok(()) } else { Err(Refusal::LeadOnly) }
}

fn inject_open(state: &State, inject: InjectId) -> Result<(), Refusal> {
    let row = state.injects.get(inject).ok_or(Refusal::Unknown(Thing::Inject))?;
    match row.status {
        InjectStatus::OnHold | InjectStatus::Ready => Ok(()),
        InjectStatus::Sent | InjectStatus::Skipped => Err(Refusal::InjectOver(inject, row.status)),
    }
}

fn movement_allowed(
    country: &Country,
    plan: &Plan,
    actor: Actor,
    movement: MovementId,
    shares_permille: &[u16],
) -> Result<(), Refusal> {
    let row = plan.movements.get(movement).ok_or(Refusal::Unknown(Thing::Movement))?;
    let can = |role: RoleId| country.roles[role].powers.contains(&Power::PlanMovements);
    if !actor.role().is_some_and(can) {
        return Err(Refusal::NotMovementPlanner { owner: country.roles.ids().find(|role| can(*role)) });
    }
    let sum: u32 = shares_permille.iter().map(|share| u32::from(*share)).sum();
    if shares_permille.len() == row.destinations.len() && sum == 1000 {
        Ok(())
    } else {
        Err(Refusal::SharesWrong(movement))
    }
}

fn correction_known(country: &Country, correction: Correction) -> Result<(), Refusal> {
    let known = match correction {
        Correction::Slots(edge, _) => country.edges.get(edge).is_some(),
        Correction::Handling(node, _) => country.nodes.get(node).is_some_and(|node| node.handling.is_some()),
        Correction::Teams(skill, _) => country.skills.get(skill).is_some(),
    };
    if known { Ok(()) } else { Err(Refusal::Unknown(Thing::Figure)) }
}

fn policy_allowed(
    country: &Country,
    state: &State,
    actor: Actor,
    pool: PoolId,
    policy: &Policy,
) -> Result<(), Refusal> {
    let row = country.pools.get(pool).ok_or(Refusal::Unknown(Thing::Pool))?;
    if actor.role() != Some(row.owner) {
        return Err(Refusal::NotOwner { pool, owner: row.owner });
    }
    let mut sorted = policy.order;
    sorted.sort_unstable();
    if sorted != Class::ALL {
        return Err(Refusal::OrderIncomplete);
    }
    let capacity = narrowest(country, state, pool);
    let minima: u32 = policy.minimum.0.iter().map(|units| u32::from(*units)).sum();
    let above_cap = Class::ALL.iter().any(|class| policy.minimum[*class] > policy.cap[*class]);
    if minima > capacity || above_cap {
        return Err(Refusal::MinimaTooHigh { pool, capacity });
    }
    match row.limits.iter().find(|limit| breaks(policy, limit.what)) {
        None => Ok(()),
        Some(limit) => Err(Refusal::BasisMissing {
            pool,
            what: limit.what,
            basis: limit.basis,
            provider: limit.provider,
            delay: limit.delay,
        }),
    }
}

/// Units per hour (handling) or per window (paths) on the narrowest part of a pool, undamaged.
pub fn narrowest(country: &Country, state: &State, pool: PoolId) -> u32 {
    let edges = country.edges.iter().filter(|(_, edge)| edge.pool == Some(pool));
    let slots = edges.map(|(edge, _)| u32::from(state.network.slots[edge])).min();
    let moves = country.terminal_of(pool).map(|node| u32::from(state.terminals.rows[node].moves_per_hour));
    slots.or(moves).unwrap_or(0)
}

/// True when a policy does what a limit forbids.
pub fn breaks(policy: &Policy, what: Limited) -> bool {
    match what {
        Limited::MinimumAbove(class, units) => policy.minimum[class] > units,
        Limited::DayCapAbove(class, grants) => policy.day_cap[class] > grants,
        Limited::Before(first, second) => policy.rank(first) < policy.rank(second),
        Limited::CapBelow(class, units) => policy.cap[class] != NO_CAP && policy.cap[class] < units,
    }
}
