//! Who did it: evidence grows by the hour with the effort of the services, and is told in words of likelihood.
//!
//! For every act that took place `e := e + (1 - e) effort(family) traceability rate`. The effort is what the services have for a
//! family of means when nobody chose, plus what measures add and take: effort on one threat displaces that on another. When the
//! evidence reaches the threshold of a word, an advice with that word goes out. The words decide nothing: nobody gets a power
//! by them, and no rule waits for them. Deterrence, in `adversary`, reads the best founded evidence.

use super::Ctx;
use crate::sim::{
    acts,
    country::{Adversary, Country, Family, Lever},
    num::Level,
    state::State,
};

/// Most effort on a family, in thousandths.
const EFFORT_MOST: i32 = 2000;

/// The hour.
pub(in crate::sim) fn hour(ctx: &mut Ctx, adversary: &Adversary, state: &mut State) {
    let figures = &adversary.attribution;
    for index in 0..state.adversary.acts.len() {
        let Some(act) = state.adversary.acts.get(index).copied().filter(|act| act.sent.is_some()) else {
            continue;
        };
        let vector = &adversary.vectors[act.vector];
        let effort = u64::from(effort(ctx.country, adversary, state, vector.family));
        let share = Level::ratio_floor(effort * u64::from(vector.traceability_permille), 1_000_000);
        let gained = act.evidence.lack().times_floor(share.times_floor(figures.rate));
        let evidence = act.evidence.plus(gained);
        let word = figures.from.iter().take_while(|from| evidence >= **from).count();
        let told = u8::try_from(word).unwrap_or(u8::MAX);
        if let Some(row) = state.adversary.acts.get_mut(index) {
            row.evidence = evidence;
            row.word = row.word.max(told);
        }
        if told > act.word {
            acts::advise(ctx, state, act, word - 1);
        }
    }
}

/// Effort on a family, in thousandths.
fn effort(country: &Country, adversary: &Adversary, state: &State, family: Family) -> u32 {
    let lever = match family {
        Family::Physical => Lever::WatchSabotage,
        Family::Digital => Lever::WatchDigital,
        Family::Influence => Lever::WatchInfluence,
    };
    let ordinary = i32::try_from(adversary.attribution.effort_permille).unwrap_or(0);
    let chosen = state.measures.lever_anywhere(lever, country.regions.len());
    u32::try_from((ordinary + chosen).clamp(0, EFFORT_MOST)).unwrap_or(0)
}
