//! Digital defence: what hardening, detection and active protection take from a digital act, how soon its repair can begin, and
//! what active protection risks.
//!
//! In thousandths, levers where the act takes place:
//!
//! 1. strength of a digital act `= (1 + exposure) (1 - hardening) (1 - active A)`, with A what active protection takes at full
//!    strength; when it is noticed in time only `noticed` of that is left. It is noticed when `draw(seed, Detection, 0, inject)`
//!    within 0 to 999 lies below the detection lever.
//! 2. the time before crews can start on digital damage is shorter by the sharing lever (`lag`).
//! 3. at the start of each day active protection is taken for an attack when `draw(seed, Escalation, tick, 0)` within 0 to 999
//!    lies below `escalation active`: the lead is told, and an opponent that chooses for itself is encouraged by
//!    `kick escalation_mark`. The lever over the country, within 0 to 1000; before the opponent's chance in that tick, which counts it.
//!
//! Rounded down after each product, `1 + exposure` at most `hit_most`.
//!
//! Must not set the phase of escalation: only the lead does.

use super::{
    Ctx,
    adversary::{anywhere, lever_at},
};
use crate::sim::{
    cause::Cause,
    country::{Country, Lever},
    effect::{DamageKind, Target},
    event::Event,
    ids::{InjectId, RegionId},
    query,
    rng::{Stream, draw, within},
    state::State,
    time::Span,
};

/// All of something, in thousandths.
const ALL: u32 = 1000;

/// Strength of a digital act in thousandths, with `known` what knowledge of weak spots makes of it.
pub(in crate::sim) fn hit(
    ctx: &Ctx,
    state: &State,
    inject: InjectId,
    region: Option<RegionId>,
    known: u32,
) -> u32 {
    let figures = &ctx.country.crisis.digital;
    let lever = |lever| lever_at(ctx.country, state, lever, region);
    let hard = i64::from(region.map_or_else(
        || state.measures.lever_anywhere(Lever::Hardening, ctx.country.regions.len()),
        |region| state.measures.lever(Lever::Hardening, region),
    ));
    let open = u32::try_from((i64::from(ALL) - hard).clamp(0, 2 * i64::from(ALL))).unwrap_or(ALL);
    let active = lever(Lever::ActiveDefence) * figures.active_permille.min(ALL) / ALL;
    let hit = known * open / ALL * (ALL - active) / ALL;
    let dice = within(draw(ctx.plan.seed, Stream::Detection, 0, inject.0), 0, ALL - 1);
    if dice < lever(Lever::Detection) { hit * figures.noticed_permille.min(ALL) / ALL } else { hit }
}

/// The time before crews can start on damage of a kind.
pub(in crate::sim) fn lag(
    country: &Country,
    state: &State,
    target: Target,
    kind: DamageKind,
    lag: Span,
) -> Span {
    if kind != DamageKind::Digital {
        return lag;
    }
    let region = query::region_of(country, target);
    let shared = lever_at(country, state, Lever::ThreatSharing, region);
    let ticks = (u64::from(lag.0) * u64::from(ALL - shared)).div_ceil(u64::from(ALL));
    Span(u32::try_from(ticks).unwrap_or(lag.0))
}

/// The day's risk of active protection.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.tick.starts_day() || state.adversary.asleep {
        return;
    }
    let active = anywhere(ctx.country, state, Lever::ActiveDefence).min(ALL);
    if active == 0 {
        return;
    }
    let figures = ctx.country.crisis.digital;
    let chance = figures.escalation_permille * active / ALL;
    if within(draw(ctx.plan.seed, Stream::Escalation, state.tick.0, 0), 0, ALL - 1) >= chance {
        return;
    }
    if let Some(opponent) = &ctx.plan.opponent {
        let kick = u64::from(opponent.kick) * u64::from(figures.escalation_mark) / u64::from(ALL);
        let more = u32::try_from(kick).unwrap_or(u32::MAX);
        state.adversary.excitement = state.adversary.excitement.saturating_add(more);
    }
    ctx.tell(state.tick, Event::EscalationRisk, Cause::Routine);
}
