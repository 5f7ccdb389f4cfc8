//! Who did it: evidence grows by the hour with the effort of the services, and is told in words of likelihood.
//!
//! For every act that took place `e := e + (1 - e) effort(family) traceability rate`. The effort is what the services have for a
//! family of means when nobody chose, plus what measures add and take: effort on one threat displaces that on another. When the
//! evidence reaches the threshold of a word, an advice with that word goes out. The words decide nothing: nobody gets a power
//! by them, and no rule waits for them. Shared with more roles (`Lever::Widened`) an advice leaks when `draw(seed, Leak, tick, inject of
//! the act)` within 0 to 999 lies below the chance: weak spots are then better known for a while. Deterrence, in `adversary`, reads
//! the best founded evidence.
//!
//! Rounded down at every step: `share = effort * traceability / 1 000 000`, then `share * rate`, then times what is missing of the
//! evidence. An act that is sent in a tick gathers from the next hour on. The lever is that over the country (`lever_anywhere`).
//! Effort is kept within nothing and `effort_most`, `share` at most all. One advice goes out for the highest word that is reached, in order
//! of acts, as an inject of its own, sent at once. A leak is `Lever::Exposure` over the country by `leak.exposure` for `leak.lasts`.

use super::{Ctx, effects};
use crate::sim::{
    acts,
    cause::Cause,
    country::{Adversary, Country, Family, Lasting, Lever},
    effect::Effect,
    event::Event,
    ids::InjectId,
    num::Level,
    rng::{Stream, draw, within},
    state::State,
    time::Span,
};

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
            let advice = acts::advise(ctx, state, act, word - 1);
            if let Some(advice) = advice.filter(|_| acts::is_shared(ctx.country, state)) {
                leak(ctx, state, advice, act.inject);
            }
        }
    }
}

/// What was shared with more roles may leak: the opponent then knows more of weak spots for a while.
fn leak(ctx: &mut Ctx, state: &mut State, advice: InjectId, act: InjectId) {
    let figures = ctx.country.crisis.leak;
    let dice = draw(ctx.plan.seed, Stream::Leak, state.tick.0, act.0);
    if within(dice, 0, 999) >= figures.permille {
        return;
    }
    let cause = Cause::Inject(advice);
    let what = Lasting::Lever(Lever::Exposure, figures.exposure);
    let effect = Effect::Holds { what, region: None, lasts: figures.lasts };
    effects::schedule(ctx, state, &[effect], Span(0), cause);
    ctx.tell(state.tick, Event::Leaked(advice), cause);
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
    let most = i32::try_from(adversary.attribution.effort_most_permille).unwrap_or(i32::MAX);
    u32::try_from((ordinary + chosen).clamp(0, most)).unwrap_or(0)
}
