//! What was missed, by theme of the risk analysis, at the last tick of each hour.
//!
//! Unmet need of the hour (`scoring`: inhabitants x weight x felt loss x 4 ticks) counts for the theme of what is behind it: the
//! chain of causes of `query::why` is walked from its far end, and the first inject or act on it that has a theme takes all of it.
//! An act has the theme of its vector, an inject that of the script. What nothing of the kind is behind (weather, the scenario's
//! start, illness that is ordinary) counts for none, so that the themes together never exceed the unmet need of the country.
//!
//! The chain (`query::why`): from the process to the supplier that limits it, in the same region, and on from there, until its own damage
//! (with the cause of that), the grid (with what is behind the shortfall) or missing people (with what is behind that) limits it; nothing
//! is behind a process that starts up. What limits it says `query::limited_by`, of the state at the end of the tick. A shortfall
//! of gas and people who are cut off end with the process that fails, whatever made it fail: what is missed behind them counts
//! for none.
//!
//! Region by region and process by process the amount is whole: inhabitants x tenths of weight x thousandths of felt loss x 4, so
//! nothing is rounded beyond the felt loss itself.
//!
//! Must not judge: the classes of the score stay those of the whole.

use super::Ctx;
use crate::sim::{
    cause::Cause,
    country::{Country, RiskTheme},
    ids::InjectId,
    plan::Plan,
    query,
    state::{Lanes, State},
    time::TICKS_PER_HOUR,
};

/// The hour's sums.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.tick.next().starts_hour() || ctx.plan.themes.is_empty() && state.adversary.acts.is_empty() {
        return;
    }
    let mut chain = std::mem::take(&mut state.work.chain);
    for (process, row) in ctx.country.processes.iter() {
        let weight = row.need.tenths();
        if weight == 0 || state.processes.level[process] == Lanes::WHOLE {
            continue;
        }
        for (region, info) in ctx.country.regions.iter() {
            let loss = state.felt_loss(process, region);
            if loss == 0 {
                continue;
            }
            chain.clear();
            query::trace(ctx.country, state, process, region, &mut chain);
            let theme = chain.iter().rev().find_map(|cause| behind(ctx.country, ctx.plan, state, *cause));
            let sum = theme.and_then(|theme| state.readiness.missed.get_mut(theme as usize));
            if let Some(sum) = sum {
                *sum += u64::from(info.population) * u64::from(loss) * weight * u64::from(TICKS_PER_HOUR);
            }
        }
    }
    state.work.chain = chain;
}

/// The theme of a cause.
fn behind(country: &Country, plan: &Plan, state: &State, cause: Cause) -> Option<RiskTheme> {
    match cause {
        Cause::Inject(inject) => of_inject(country, plan, state, inject),
        Cause::Routine
        | Cause::Scenario
        | Cause::Command(_)
        | Cause::Damage(_)
        | Cause::Process(_)
        | Cause::Grid(_)
        | Cause::Staff(_) => None,
    }
}

/// The theme of an inject: that of the act it is, or what the script says.
pub(in crate::sim) fn of_inject(
    country: &Country,
    plan: &Plan,
    state: &State,
    inject: InjectId,
) -> Option<RiskTheme> {
    let act = state.adversary.act(inject).zip(country.adversary.as_ref());
    let of_act = act.and_then(|(act, adversary)| adversary.vectors[act.vector].theme);
    of_act.or_else(|| plan.themes.get(inject.0 as usize).copied().flatten())
}
