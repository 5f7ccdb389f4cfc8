//! The opponent: when the next act comes, what it is and where, what it learns, and what holds it back.
//!
//! Only where the plan has an opponent, and never in a forecast. In every tick, before injects are sent, with shares and rates in
//! units of 2^-32:
//!
//! 1. chance of an act `p = rate(phase) (1 - D) (1 + P) + E`, at most one; D is deterrence, `P = provocation R (1 - A)` with R what
//!    measures add to the response and A the best founded attribution. It comes when the upper half of
//!    `draw(seed, Arrival, tick, 0)` is below p.
//! 2. excitement fades, `E := E kept`, and grows by `kick mark` when an act takes place: in sum every act of mark 1 brings about
//!    as many as the figures say.
//! 3. the vector: among those of the plan, or of the phase, in proportion to `mix(category) exp(s U) / sum of exp(s U0)`, the sum
//!    over those of them in its category; `U0 = value vulnerability deniability`, `U = U0 flow (expected - guard)`, never below zero.
//!    Guard: `Lever::Guarding` over the country for acts by hand (family Physical), none for others. Flow: of the category Transport
//!    `1000 + flow * min(pieces, flow_full) / flow_full`, pieces being all that is ashore and on its way, else 1000.
//!    Untried and unguarded the categories come in the shares of the mix. `draw(seed, ActVector, tick, 0)`.
//! 4. the place, a suggestion to the lead, `draw(seed, ActPlace, tick, 0)`: of all regions, nodes of kind Seaport or edges of
//!    the mode, in order, each `weight * (1000 - guard) / 1000 * (1000 + exposure) / 1000` with the levers of its region within 0 to 1000, the
//!    guard for acts by hand alone. Weight of a region its inhabitants, of a place `1000 + pieces * 1000 / flow_place`: ashore at a
//!    terminal with those aboard ships that are there; of a stretch those of transports with it anywhere on their way. Only
//!    transports of movements that are moving count, no special trains.
//!
//! The act is proposed with the notice of the plan and takes place unless the lead holds, moves or skips it; none is proposed once there
//! are `acts_max`. Its strength is that of an ordinary act (1000) for influence, `(1000 + exposure) (1000 - guard) / 1000` by hand, as
//! `cyber` says when it is digital; levers are those of its region, or over the country, at most `hit_most` for what exposure makes of it.
//! At the first start of an hour `observed_after` or more later, the opponent looks at what was left of the damage and corrects what it
//! expects of that vector, before it chooses in the same tick. At the start of each hour deterrence wears off and grows.
//!
//! Deterrence D reads the evidence of the same hour, after it grew: `gain * (A * response * cohesion)`, each product rounded down, then
//! times what is missing of D; the chance reads D after that. In the chance `rate (1 - D)` is rounded down first, P in whole
//! thousandths, E is that before it fades. `P = provocation * R / 1000 * (1000 - A) / 1000`, R over the country within 0 to 1000, A to
//! nearest.
//!
//! In thousandths, rounded down after each product: `exp(s U)` is row `U * sharpness * 64 / 1 000 000` of the table; a vector weighs
//! `exp * mix * 1000 / sum`, and the dice take the row in which `draw * all weights / 2^64` falls. What is seen of an act is
//! `strength * (blow + (1 - blow) * left / did)`, all of it where it damages nothing; `expected` moves to it by the weight of the latest:
//! `(expected * (1000 - weight) + seen * weight) / 1000`. `did` is the sum of what its damages and impairments
//! took when they began (at most all of each), `left` that of those still open, each rounded to nearest thousandths; their ratio,
//! in thousandths and at most all, is rounded down.
//! Chance, choice, evidence and deterrence meet a lever that begins with an inject in the tick after that; the strength of an act meets
//! those of injects that were sent before it in the same tick, and a leak of that tick.
//!
//! Must not escalate by itself: the phase is set by the lead. Who did it is in `attribution`.

use super::Ctx;
use crate::sim::{
    acts,
    cause::Cause,
    country::{Adversary, Category, Country, EXP_MOST, EXP_STEPS, Family, Lever, Place, Vector},
    effect::Effect,
    ids::{InjectId, RegionId, VectorId},
    num::Level,
    plan::{Opponent, Plan},
    rng::{Stream, draw},
    state::{Phase, State, What},
};

/// All of something, in thousandths.
const ALL: u32 = 1000;

/// The opponent's tick.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(adversary) = &ctx.country.adversary else { return };
    if state.tick.starts_hour() && (state.adversary.deterrence.0 > 0 || !state.adversary.acts.is_empty()) {
        super::attribution::hour(ctx, adversary, state);
        deter(ctx.country, adversary, state);
        observe(ctx, adversary, state);
    }
    super::cyber::run(ctx, state);
    let Some(opponent) = ctx.plan.opponent.as_ref().filter(|_| !state.adversary.asleep) else { return };
    let dice = draw(ctx.plan.seed, Stream::Arrival, state.tick.0, 0) >> 32;
    let comes = dice < u64::from(chance(ctx.country, adversary, opponent, state));
    let row = &mut state.adversary;
    row.excitement = times(row.excitement, opponent.kept);
    if comes && row.acts.len() < usize::from(adversary.acts_max) {
        arrive(ctx, adversary, opponent, state);
    }
}

/// `left * right`, both in units of 2^-32, rounded down.
fn times(left: u32, right: u32) -> u32 {
    ((u64::from(left) * u64::from(right)) >> 32) as u32
}

/// A lever over the country in thousandths, not below zero.
pub(super) fn anywhere(country: &Country, state: &State, lever: Lever) -> u32 {
    u32::try_from(state.measures.lever_anywhere(lever, country.regions.len())).unwrap_or(0)
}

/// A lever in a region, or over the country, between nothing and all.
pub(super) fn lever_at(country: &Country, state: &State, lever: Lever, region: Option<RegionId>) -> u32 {
    let value = region.map_or_else(
        || anywhere(country, state, lever),
        |region| u32::try_from(state.measures.lever(lever, region)).unwrap_or(0),
    );
    value.min(ALL)
}

/// Chance of an act in the present tick, in units of 2^-32.
pub(in crate::sim) fn chance(
    country: &Country,
    adversary: &Adversary,
    opponent: &Opponent,
    state: &State,
) -> u32 {
    let row = &state.adversary;
    let rate = opponent.rates.get(usize::from(row.phase)).copied().unwrap_or(0);
    let held_back = u64::from(row.deterrence.lack().0.unsigned_abs());
    let rate = (u64::from(rate) * held_back) >> Level::BITS;
    let response = u64::from(anywhere(country, state, Lever::Response).min(ALL));
    let unproved = u64::from(ALL - row.attribution().permille().min(ALL));
    let provoked = u64::from(adversary.deterrence.provocation_permille) * response * unproved / 1_000_000;
    let rate = rate + rate * provoked / 1000;
    u32::try_from(rate + u64::from(row.excitement)).unwrap_or(u32::MAX)
}

fn arrive(ctx: &mut Ctx, adversary: &Adversary, opponent: &Opponent, state: &mut State) {
    let (seed, now) = (ctx.plan.seed, state.tick);
    let dice = draw(seed, Stream::ActVector, now.0, 0);
    let Some(vector) = choose(ctx.country, ctx.plan, adversary, opponent, state, dice) else { return };
    let dice = draw(seed, Stream::ActPlace, now.0, 0);
    let Some(place) = spot(ctx.country, ctx.plan, adversary, state, &adversary.vectors[vector], dice) else {
        return;
    };
    acts::propose(ctx, state, vector, place, now.after(opponent.notice), Cause::Scenario);
}

/// One of the weighted rows, in proportion; none when all weigh nothing.
fn pick<T: Copy>(rows: &[(T, u64)], dice: u64) -> Option<T> {
    let total: u64 = rows.iter().map(|(_, weight)| weight).sum();
    let mut left = u64::try_from((u128::from(dice) * u128::from(total)) >> 64).ok()?;
    rows.iter().find_map(|(row, weight)| {
        if left < *weight {
            return Some(*row);
        }
        left -= weight;
        None
    })
}

fn choose(
    country: &Country,
    plan: &Plan,
    adversary: &Adversary,
    opponent: &Opponent,
    state: &State,
    dice: u64,
) -> Option<VectorId> {
    let phase = adversary.phases.get(usize::from(state.adversary.phase))?;
    let usable = if opponent.vectors.is_empty() { &phase.vectors } else { &opponent.vectors };
    let flow = flow(plan, adversary, state);
    let guard = anywhere(country, state, Lever::Guarding).min(ALL);
    let mut rest = [0; Category::COUNT];
    for vector in usable {
        let row = &adversary.vectors[*vector];
        rest[row.category as usize] += exp(adversary, at_rest(row));
    }
    let weight = |vector: &VectorId| {
        let row = &adversary.vectors[*vector];
        let mut utility = u64::from(at_rest(row));
        if row.category == Category::Transport {
            utility += utility * u64::from(flow) / 1000;
        }
        let guard = if row.family == Family::Physical { guard } else { 0 };
        let promise = state.adversary.expects_permille[*vector].saturating_sub(guard);
        let utility = u32::try_from(utility * u64::from(promise) / 1000).unwrap_or(u32::MAX);
        let category = row.category as usize;
        let share = exp(adversary, utility) * u64::from(adversary.mix_permille[category]) * 1000;
        (*vector, share / rest[category].max(1))
    };
    let rows: Vec<(VectorId, u64)> = usable.iter().map(weight).collect();
    pick(&rows, dice)
}

/// What a vector promises before anything is known, in thousandths.
fn at_rest(row: &Vector) -> u32 {
    let product = u64::from(row.value_permille)
        * u64::from(row.vulnerability_permille)
        * u64::from(row.deniability_permille);
    u32::try_from(product / 1_000_000).unwrap_or(ALL)
}

/// The exponential of a utility in thousandths times the sharpness, in units of 2^-16.
fn exp(adversary: &Adversary, utility: u32) -> u64 {
    let step =
        u64::from(utility) * u64::from(adversary.sharpness_permille) * u64::from(EXP_STEPS) / 1_000_000;
    let step = usize::try_from(step.min(u64::from(EXP_MOST * EXP_STEPS))).unwrap_or(0);
    u64::from(adversary.exp.get(step).copied().unwrap_or(1))
}

/// By how much transport counts more because of the military pieces in the country, in thousandths.
fn flow(plan: &Plan, adversary: &Adversary, state: &State) -> u32 {
    let ashore: u32 =
        state.movements.rows().iter().flat_map(|row| &row.ports).map(|port| port.ashore.sum()).sum();
    let aboard: u32 = (plan.movements.ids())
        .map(|movement| {
            let rows = state.movements[movement].arrivals.iter();
            let there = rows.filter(|row| row.arrives <= state.tick);
            there.map(|row| row.aboard.sum()).sum::<u32>()
        })
        .sum();
    let moving: u32 = military(state).map(|row| u32::from(row.units)).sum();
    let pieces = (ashore + aboard + moving).min(adversary.flow_full);
    let share =
        u64::from(pieces) * u64::from(adversary.flow_permille) / u64::from(adversary.flow_full.max(1));
    u32::try_from(share).unwrap_or(0)
}

/// Military transports on their way.
fn military(state: &State) -> impl Iterator<Item = &crate::sim::state::Consignment> {
    let rows = state.consignments.active().map(|(_, row)| row);
    rows.filter(|row| matches!(row.what, What::Movement(..)) && row.phase == Phase::Moving)
}

/// Where: a suggestion to the lead.
fn spot(
    country: &Country,
    plan: &Plan,
    adversary: &Adversary,
    state: &State,
    vector: &Vector,
    dice: u64,
) -> Option<Place> {
    let weight = |place: Place| {
        let region = place.region(country);
        let attraction = match place {
            Place::Country => 1,
            Place::Region(region) => u64::from(country.regions[region].population),
            Place::Stretch(_) | Place::Terminal(_) => {
                u64::from(adversary.flow_place) + u64::from(pieces_at(plan, state, place))
            }
        };
        let guard = if vector.family == Family::Physical {
            lever_at(country, state, Lever::Guarding, region)
        } else {
            0
        };
        let known = ALL + lever_at(country, state, Lever::Exposure, region);
        (place, attraction * u64::from(ALL - guard) * u64::from(known) / u64::from(ALL))
    };
    let rows: Vec<(Place, u64)> = acts::places(country, vector.at).into_iter().map(weight).collect();
    pick(&rows, dice)
}

/// Military pieces at a terminal or on their way over a stretch.
fn pieces_at(plan: &Plan, state: &State, place: Place) -> u32 {
    match place {
        Place::Country | Place::Region(_) => 0,
        Place::Terminal(node) => {
            let each = state.movements.rows().iter().map(|row| {
                let ashore: u32 =
                    row.ports.iter().filter(|port| port.port == node).map(|port| port.ashore.sum()).sum();
                let ships = row.arrivals.iter().zip(&row.order.ports);
                let ships = ships.filter(|(ship, port)| **port == node && ship.arrives <= state.tick);
                ashore + ships.map(|(ship, _)| ship.aboard.sum()).sum::<u32>()
            });
            each.sum()
        }
        Place::Stretch(edge) => {
            let over = |row: &&crate::sim::state::Consignment| {
                let path = row.path.and_then(|path| state.path(plan, path));
                path.is_some_and(|path| path.steps.iter().any(|step| step.link.edge() == edge))
            };
            military(state).filter(over).map(|row| u32::from(row.units)).sum()
        }
    }
}

/// An act takes place: its strength, what it does, and how it encourages the next.
pub(in crate::sim) fn sent(ctx: &Ctx, state: &mut State, inject: InjectId, list: &mut [Effect]) {
    let Some(adversary) = &ctx.country.adversary else { return };
    let Some(act) = state.adversary.act(inject).copied() else { return };
    let vector = &adversary.vectors[act.vector];
    let region = act.place.region(ctx.country);
    let known = ALL + lever_at(ctx.country, state, Lever::Exposure, region);
    let hit = match vector.family {
        Family::Physical => known * (ALL - lever_at(ctx.country, state, Lever::Guarding, region)) / ALL,
        Family::Digital => super::cyber::hit(ctx, state, inject, region, known),
        Family::Influence => ALL,
    };
    let hit = hit.min(adversary.hit_most_permille);
    for effect in list {
        scale(effect, hit);
    }
    let now = state.tick;
    if let Some(row) = state.adversary.act_mut(inject) {
        row.sent = Some(now);
        row.hit_permille = hit;
    }
    if let Some(opponent) = &ctx.plan.opponent {
        let kick = u64::from(opponent.kick) * u64::from(vector.mark_permille) / 1000;
        let more = u32::try_from(kick).unwrap_or(u32::MAX);
        state.adversary.excitement = state.adversary.excitement.saturating_add(more);
    }
}

/// Makes an effect stronger or weaker.
fn scale(effect: &mut Effect, hit: u32) {
    let part = |value: u32| u32::try_from(u64::from(value) * u64::from(hit) / 1000).unwrap_or(u32::MAX);
    match effect {
        Effect::Damage { loss, team_ticks, .. } => {
            *loss = scaled(*loss, hit);
            *team_ticks = part(*team_ticks).max(1);
        }
        Effect::Impair { loss, .. } => *loss = scaled(*loss, hit),
        Effect::Casualties { triage, .. } => *triage = triage.map(part),
        Effect::ShiftShip { .. }
        | Effect::Stranded { .. }
        | Effect::Demand { .. }
        | Effect::LowWater { .. }
        | Effect::Units { .. }
        | Effect::Patients { .. }
        | Effect::Warn { .. }
        | Effect::Mood { .. }
        | Effect::Newcomers { .. }
        | Effect::Holds { .. } => {}
    }
}

fn scaled(loss: Level, hit: u32) -> Level {
    let units = u64::from(loss.0.unsigned_abs()) * u64::from(hit) / 1000;
    Level(i32::try_from(units).unwrap_or(i32::MAX).min(Level::ONE.0))
}

/// The hour of deterrence.
fn deter(country: &Country, adversary: &Adversary, state: &mut State) {
    let figures = &adversary.deterrence;
    let response = (figures.response_permille + anywhere(country, state, Lever::Response)).min(ALL);
    let cohesion = (figures.cohesion_permille + anywhere(country, state, Lever::Cohesion)).min(ALL);
    let share = |permille: u32| Level::ratio_floor(permille.into(), ALL.into());
    let row = &mut state.adversary;
    let force = row.attribution().times_floor(share(response)).times_floor(share(cohesion));
    let gained = row.deterrence.lack().times_floor(force.times_floor(figures.gain));
    row.deterrence = row.deterrence.times_floor(figures.kept).plus(gained);
}

/// The opponent looks at the acts whose time has come, and learns.
fn observe(ctx: &Ctx, adversary: &Adversary, state: &mut State) {
    for index in 0..state.adversary.acts.len() {
        let Some(act) = state.adversary.acts.get(index).copied().filter(|act| !act.observed) else {
            continue;
        };
        let Some(sent) = act.sent else { continue };
        if state.tick.since(sent) < adversary.observed_after {
            continue;
        }
        let lasting = lasts(ctx, state, act.inject, act.hit_permille);
        let blow = adversary.blow_permille.min(ALL);
        let felt = blow + (ALL - blow) * lasting / ALL;
        let seen = act.hit_permille * felt / ALL;
        if let Some(row) = state.adversary.acts.get_mut(index) {
            row.observed = true;
        }
        let expects = &mut state.adversary.expects_permille[act.vector];
        let weight = adversary.adaptation_permille.min(ALL);
        *expects = (*expects * (ALL - weight) + seen * weight) / ALL;
    }
}

/// What is left of the damage of an act, in thousandths of what it did; all for one that damages nothing.
fn lasts(ctx: &Ctx, state: &State, inject: InjectId, hit: u32) -> u32 {
    let Some(content) = state.injects.content(ctx.plan, inject) else { return ALL };
    let did = |effect: &Effect| {
        if let Effect::Damage { loss, .. } | Effect::Impair { loss, .. } = effect {
            u64::from(scaled(*loss, hit).permille())
        } else {
            0
        }
    };
    let planned: u64 = content.effects.iter().map(did).sum();
    if planned == 0 {
        return ALL;
    }
    let open = state.damages.open.iter().filter(|row| row.cause == Cause::Inject(inject));
    let left: u64 = open.map(|row| u64::from(row.loss_now().permille())).sum();
    u32::try_from(left * 1000 / planned).unwrap_or(ALL).min(ALL)
}
