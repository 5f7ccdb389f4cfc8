//! May this command be given now? Pure: greys out buttons, explains refusals, guards submission and application.
//!
//! Must not change anything. The words for a refusal are in `text`.

use super::{
    acts,
    command::{Actor, Command, Correction, Record},
    country::{Basis, Class, Country, Holder, Limited, NO_CAP, PHASES, PieceKind, Policy, PoolKind, Power},
    edit::{self, InjectRefusal},
    ids::{InjectId, MeasureId, MovementId, NodeId, PoolId, RegionId, RoleId, VectorId},
    plan::{MovementOrder, Plan},
    state::{ActiveMeasure, ArrivalPhase, InjectStatus, State},
    systems::{asking, orders},
    taking,
    time::{LAST_TICK, Span, Tick},
};
use serde::{Deserialize, Serialize};

pub use super::feasible::{OrderFault, order_possible};

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
        /// Number of the limit.
        limit: u16,
        /// Who can provide it.
        provider: RoleId,
        /// How long that takes.
        delay: Span,
    },
    /// The basis was provided but is not in force yet.
    BasisNotYet {
        /// The pool.
        pool: PoolId,
        /// What the limit forbids.
        what: Limited,
        /// In force from.
        from: Tick,
    },
    /// Only these roles can provide the basis for this limit.
    NotProvider {
        /// Who can.
        provider: RoleId,
        /// Who has to as well.
        with: Option<RoleId>,
    },
    /// Only roles with the power can designate a movement urgent.
    NotDesignator {
        /// One that can.
        role: Option<RoleId>,
    },
    /// The role has done this already.
    DoneAlready,
    /// Somebody else has to answer the request.
    NotTurn {
        /// Who.
        turn: RoleId,
    },
    /// Only who asked can withdraw a request.
    NotAsker {
        /// Who asked.
        from: RoleId,
    },
    /// The request was answered already.
    Answered,
    /// The request ended because nobody answered in time.
    Lapsed {
        /// When.
        at: Tick,
    },
    /// The request will have ended when the command takes effect.
    LapsesBefore {
        /// The last moment to answer.
        at: Tick,
    },
    /// The terms that the command was meant for were replaced.
    TermsReplaced,
    /// A counter-offer with the terms that lie there already.
    SameTerms,
    /// A counter-offer about something else than was asked.
    OtherSubject,
    /// One does not ask oneself.
    AskedOneself,
    /// These pieces would have no transport that can carry them.
    KindStranded(MovementId, PieceKind),
    /// There is no terminal, staging area or way like this for the movement.
    NoSuchChoice(MovementId),
    /// The measure belongs to somebody else.
    NotMeasureOwner {
        /// The measure.
        measure: MeasureId,
        /// Who may take it.
        owner: RoleId,
    },
    /// The region is scaled up so far that somebody else decides on it.
    TakenOver {
        /// The measure.
        measure: MeasureId,
        /// Who decides.
        by: RoleId,
    },
    /// The region is scaled up further already.
    ScaledFurther {
        /// The level that is ordered or in force.
        level: u8,
    },
    /// The measure has to be taken for a region, or may not be.
    MeasureScope(MeasureId),
    /// The basis of the measure is not in force.
    MeasureBasis {
        /// The measure.
        measure: MeasureId,
        /// Its basis.
        basis: Basis,
        /// The measure that provides it.
        by: MeasureId,
        /// Who can take that.
        provider: RoleId,
        /// How long that takes.
        delay: Span,
    },
    /// No large site in the region is without a use.
    NoSite {
        /// The measure.
        measure: MeasureId,
        /// Where.
        region: RegionId,
        /// Sites that are free.
        free: u32,
    },
    /// The staff of the role has more decisions to work on than it takes.
    DeskFull {
        /// Whose staff.
        owner: RoleId,
        /// Work on another begins after this.
        after: Span,
    },
    /// Something that the measure needs does not hold; its number.
    MeasureNeeds(MeasureId, u16),
    /// The measure is neither ordered nor in force there.
    MeasureNotTaken(MeasureId),
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
    /// Something else about an inject.
    Inject(InjectRefusal),
    /// Another inject has this code.
    InjectCodeTaken(String),
    /// Each class must stand in the order exactly once.
    OrderIncomplete,
    /// A minimum or a reservation above the cap, or more of them than there is.
    MinimaTooHigh {
        /// The pool.
        pool: PoolId,
        /// What there is per hour or window on the narrowest part.
        capacity: u32,
    },
    /// A reservation for nobody, in another class than the holder claims in, of nothing, twice for one holder, or of crews.
    ReservationWrong {
        /// The pool.
        pool: PoolId,
    },
    /// Crews are given anew all the time: grants a day cannot be limited.
    NoDayCap {
        /// The pool.
        pool: PoolId,
    },
    /// The shares must sum to 1000 and match the plan's destinations.
    SharesWrong(MovementId),
    /// The inject is no act of an opponent: it has no place to choose.
    NoAct(InjectId),
    /// An act of this kind needs another kind of place.
    ActElsewhere {
        /// What is done.
        vector: VectorId,
    },
    /// The exercise has had as many acts as there may be.
    TooManyActs {
        /// How many.
        most: u16,
    },
    /// The same decision is on its way already.
    OnItsWay {
        /// When it arrives.
        until: Tick,
    },
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
    /// A request.
    Request,
    /// A measure.
    Measure,
    /// A region.
    Region,
    /// A way in which an opponent puts pressure on.
    Vector,
    /// A phase of escalation.
    Phase,
}

/// Checks a command at the moment it is given, or again when it takes effect.
#[expect(clippy::too_many_lines, reason = "one arm for each command")]
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
    if let Some(until) = orders::given_already(state, record) {
        return Err(Refusal::OnItsWay { until });
    }
    match &record.command {
        Command::SetPolicy { pool, policy, until, reason } => {
            reason_given(reason)?;
            if until.is_some_and(|until| until <= record.effective) {
                return Err(Refusal::EndsBeforeStart);
            }
            policy_allowed(country, plan, state, record.effective, actor, *pool, policy)
        }
        Command::OrderRepair { damage, reason, .. } => {
            reason_given(reason)?;
            let found = state.damages.open.iter().find(|row| row.serial == *damage && row.work > 0);
            let damage = found.ok_or(Refusal::Unknown(Thing::Damage))?;
            let owner = country.pools[country.skills[damage.skill].pool].owner;
            if actor.role() == Some(owner) { Ok(()) } else { Err(Refusal::NotCrewOwner { owner }) }
        }
        Command::PlanMovement { movement, order, reason } => {
            reason_given(reason)?;
            movement_allowed(country, plan, state, actor, *movement, order)
        }
        Command::DesignateUrgent { movement, reason } => {
            reason_given(reason)?;
            let row = state.movements.get(*movement).ok_or(Refusal::Unknown(Thing::Movement))?;
            let can = |role: RoleId| country.roles[role].powers.contains(&Power::DesignateUrgent);
            match actor.role() {
                Some(role) if row.designated.contains(&role) => Err(Refusal::DoneAlready),
                Some(role) if can(role) => Ok(()),
                _ => Err(Refusal::NotDesignator { role: country.roles.ids().find(|role| can(*role)) }),
            }
        }
        Command::ProvideBasis { pool, limit, reason } => {
            reason_given(reason)?;
            let role = actor.role().ok_or(Refusal::Unknown(Thing::Role))?;
            asking::providable(country, state, role, *pool, *limit)
        }
        Command::Ask { about, reason, .. } => {
            reason_given(reason)?;
            asking::may_ask(country, plan, state, record, about)
        }
        Command::Counter { request, about, offer_keur, reason } => {
            reason_given(reason)?;
            asking::may_counter(country, plan, state, record, *request, (about, *offer_keur))
        }
        Command::Answer { request, agree, reason } => {
            reason_given(reason)?;
            asking::may_answer(country, plan, state, record, *request, *agree)
        }
        Command::Withdraw { request, reason } => {
            reason_given(reason)?;
            asking::may_withdraw(state, record, *request)
        }
        Command::TakeMeasure { measure, region, reason } => {
            reason_given(reason)?;
            taking::allowed(country, state, actor, *measure, *region)
        }
        Command::EndMeasure { measure, region, reason } => {
            reason_given(reason)?;
            taking::owned(country, state, actor, *measure, *region)?;
            let taken = |row: &ActiveMeasure| row.measure == *measure && row.region == *region;
            if state.measures.active.iter().any(taken) {
                Ok(())
            } else {
                Err(Refusal::MeasureNotTaken(*measure))
            }
        }
        Command::FireInject { .. }
        | Command::HoldInject { .. }
        | Command::SkipInject { .. }
        | Command::OpenInject { .. }
        | Command::AnswerInject { .. }
        | Command::CloseInject { .. }
        | Command::EditInject { .. }
        | Command::TimeUp { .. }
        | Command::Undo { .. } => edit::allowed(country, plan, state, record),
        Command::MoveInject { inject, to } => {
            lead_only(actor)?;
            edit::open(state, *inject)?;
            moment_ahead(record.effective, *to)
        }
        Command::InventInject { inject } => {
            lead_only(actor)?;
            super::invent::allowed(country, plan, state, inject)
        }
        Command::PlaceInject { inject, place } => {
            lead_only(actor)?;
            edit::open(state, *inject)?;
            acts::may_place(country, state, *inject, *place)
        }
        Command::StageAct { vector, place, at } => {
            lead_only(actor)?;
            acts::may_stage(country, state, *vector, *place)?;
            moment_ahead(record.effective, *at)
        }
        Command::SetPhase { phase, reason } => {
            lead_only(actor)?;
            reason_given(reason)?;
            match usize::from(*phase) {
                PHASES.. => Err(Refusal::Unknown(Thing::Phase)),
                _ if *phase == state.adversary.phase => Err(Refusal::DoneAlready),
                _ => Ok(()),
            }
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

fn moment_ahead(now: Tick, to: Tick) -> Result<(), Refusal> {
    if to < now {
        return Err(Refusal::InThePast { now, effective: to });
    }
    if to > LAST_TICK { Err(Refusal::TooFarAhead { last: LAST_TICK }) } else { Ok(()) }
}

fn movement_allowed(
    country: &Country,
    plan: &Plan,
    state: &State,
    actor: Actor,
    movement: MovementId,
    order: &MovementOrder,
) -> Result<(), Refusal> {
    let row = plan.movements.get(movement).ok_or(Refusal::Unknown(Thing::Movement))?;
    let can = |role: RoleId| country.roles[role].powers.contains(&Power::PlanMovements);
    if !actor.role().is_some_and(can) {
        return Err(Refusal::NotMovementPlanner { owner: country.roles.ids().find(|role| can(*role)) });
    }
    order_possible(country, row, order).map_err(|fault| fault.refusal(movement))?;
    let now = &state.movements[movement];
    let fixed = |(index, port): (usize, &NodeId)| {
        let there = now.arrivals.get(index).is_some_and(|ship| ship.phase > ArrivalPhase::Waiting);
        there && now.order.ports.get(index) != Some(port)
    };
    if order.ports.iter().enumerate().any(fixed) {
        return Err(Refusal::NoSuchChoice(movement));
    }
    Ok(())
}

fn correction_known(country: &Country, correction: Correction) -> Result<(), Refusal> {
    let known = match correction {
        Correction::Slots(edge, _) => country.edges.get(edge).is_some(),
        Correction::Handling(node, _) => country.nodes.get(node).is_some_and(|node| node.handling.is_some()),
        Correction::Units(pool, _) => country.pools.get(pool).is_some_and(|row| row.kind.has_units()),
    };
    if known { Ok(()) } else { Err(Refusal::Unknown(Thing::Figure)) }
}

/// May this actor set this policy at this moment?
pub(super) fn policy_allowed(
    country: &Country,
    plan: &Plan,
    state: &State,
    effective: Tick,
    actor: Actor,
    pool: PoolId,
    policy: &Policy,
) -> Result<(), Refusal> {
    let row = country.pools.get(pool).ok_or(Refusal::Unknown(Thing::Pool))?;
    if actor.role() != Some(row.owner) {
        return Err(Refusal::NotOwner { pool, owner: row.owner });
    }
    policy_sound(country, plan, state, pool, policy)?;
    for (number, limit) in (0_u16..).zip(&row.limits) {
        if !breaks(policy, limit.what) {
            continue;
        }
        let lifted = state.pools[pool].lifted.get(usize::from(number));
        match lifted.and_then(|lifted| lifted.from) {
            Some(from) if from <= effective => {}
            Some(from) => return Err(Refusal::BasisNotYet { pool, what: limit.what, from }),
            None => {
                let done = lifted.map(|lifted| lifted.by.as_slice()).unwrap_or_default();
                let missing = limit.providers().find(|role| !done.contains(role));
                return Err(Refusal::BasisMissing {
                    pool,
                    what: limit.what,
                    basis: limit.basis,
                    limit: number,
                    provider: missing.unwrap_or(limit.provider),
                    delay: limit.delay,
                });
            }
        }
    }
    Ok(())
}

/// Is a policy possible at all: a whole order, minima that there is room for?
pub(super) fn policy_sound(
    country: &Country,
    plan: &Plan,
    state: &State,
    pool: PoolId,
    policy: &Policy,
) -> Result<(), Refusal> {
    let mut sorted = policy.order;
    sorted.sort_unstable();
    if sorted != Class::ALL {
        return Err(Refusal::OrderIncomplete);
    }
    if country.pools[pool].kind == PoolKind::Crews && policy.day_cap.0.iter().any(|cap| *cap != NO_CAP) {
        return Err(Refusal::NoDayCap { pool });
    }
    for row in &policy.reserved {
        let class = match row.holder {
            Holder::Movement(movement) => plan.movements.get(movement).map(|row| row.class),
            Holder::Train(train) => plan.trains.get(usize::from(train)).map(|row| row.class),
            Holder::Demand(demand) => country.demands.get(demand).map(|row| row.class),
        };
        let alone = policy.reserved.iter().filter(|other| other.holder == row.holder).count() == 1;
        let claims = country.pools[pool].kind != PoolKind::Crews;
        if class != Some(row.class) || row.units == 0 || !alone || !claims {
            return Err(Refusal::ReservationWrong { pool });
        }
    }
    let capacity = narrowest(country, state, pool);
    let minima: u32 = Class::ALL.iter().map(|class| policy.promised(*class)).sum();
    let above_cap = Class::ALL.iter().any(|class| policy.promised(*class) > u32::from(policy.cap[*class]));
    if minima > capacity || above_cap {
        return Err(Refusal::MinimaTooHigh { pool, capacity });
    }
    Ok(())
}

/// Units per hour (handling) or per window (paths) on the narrowest part of a pool, undamaged.
pub fn narrowest(country: &Country, state: &State, pool: PoolId) -> u32 {
    let edges = country.edges.iter().filter(|(_, edge)| edge.pool == Some(pool));
    let slots = edges.map(|(edge, _)| u32::from(state.network.slots[edge])).min();
    let moves = country.terminal_of(pool).map(|node| u32::from(state.terminals.rows[node].moves_per_hour));
    slots.or(moves).unwrap_or(state.pools[pool].units)
}

/// True when a policy does what a limit forbids.
pub fn breaks(policy: &Policy, what: Limited) -> bool {
    match what {
        Limited::MinimumAbove(class, units) => policy.promised(class) > u32::from(units),
        Limited::DayCapAbove(class, grants) => policy.day_cap[class] > grants,
        Limited::Before(first, second) => policy.rank(first) < policy.rank(second),
        Limited::CapBelow(class, units) => policy.cap[class] != NO_CAP && policy.cap[class] < units,
        Limited::CapAbove(class, units) => policy.cap[class] > units,
    }
}
