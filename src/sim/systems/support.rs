//! Host nation support: what troops in transit ask of beds, meals, water and fuel.
//!
//! At the start of each hour, for every movement that is not complete: present troops are
//! `personnel * (landed - delivered) / pieces`, rounded down. Of a held pool they want `ceil(present * per_thousand / 1000)`
//! units at any time; of a stock `present * per_thousand / 1000` a day, spread over its hours so that the day adds up: in hour
//! `h` (clock hours since tick 0, modulo 24) `floor(d * (h + 1) / 24000) - floor(d * h / 24000)` with
//! `d = present * per_thousand`. They get what there is; the rest is refused for that hour. What a movement
//! holds when it becomes complete comes back at the start of the next hour. Must not move anybody.

use super::{Ctx, lending, lending::Claimant};
use crate::sim::{
    country::{BasketItem, PoolKind},
    ids::MovementId,
    state::State,
    time::{TICKS_PER_DAY, TICKS_PER_HOUR},
};

const HOURS_PER_DAY: u64 = (TICKS_PER_DAY / TICKS_PER_HOUR) as u64;

/// The hour's basket of every movement.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.tick.starts_hour() || ctx.country.rules.basket.is_empty() {
        return;
    }
    for movement in ctx.plan.movements.ids() {
        let present = present(ctx, state, movement);
        for (index, item) in ctx.country.rules.basket.iter().enumerate() {
            match ctx.country.pools[item.pool].kind {
                PoolKind::Held => hold(ctx, state, movement, index, *item, present),
                PoolKind::Stock => consume(ctx, state, movement, index, *item, present),
                PoolKind::Paths(_) | PoolKind::Handling | PoolKind::Crews => {}
            }
        }
    }
}

/// Troops of a movement that are in the country.
pub(in crate::sim) fn present(ctx: &Ctx, state: &State, movement: MovementId) -> u32 {
    let row = &state.movements[movement];
    let aboard: u32 = row.arrivals.iter().map(|ship| ship.aboard.sum()).sum();
    let here = u64::from(row.pieces.saturating_sub(aboard).saturating_sub(row.delivered));
    let people = u64::from(ctx.plan.movements[movement].personnel) * here / u64::from(row.pieces.max(1));
    u32::try_from(people).unwrap_or(u32::MAX)
}

fn hold(
    ctx: &mut Ctx,
    state: &mut State,
    movement: MovementId,
    index: usize,
    item: BasketItem,
    present: u32,
) {
    let who = Claimant::movement(ctx, movement);
    let wanted = (u64::from(present) * u64::from(item.per_thousand)).div_ceil(1000);
    let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
    let has = state.movements[movement].held.get(index).copied().unwrap_or(0);
    if wanted <= has {
        lending::give_back(state, item.pool, who, has - wanted);
        note(state, movement, index, wanted, wanted, wanted);
        return;
    }
    let more = ask(ctx, state, item, who, wanted - has);
    note(state, movement, index, has + more, wanted, has + more);
}

fn consume(
    ctx: &mut Ctx,
    state: &mut State,
    movement: MovementId,
    index: usize,
    item: BasketItem,
    present: u32,
) {
    let who = Claimant::movement(ctx, movement);
    let part = u64::from(state.tick.hour()) % HOURS_PER_DAY;
    let day = u64::from(present) * u64::from(item.per_thousand);
    let share = |part: u64| day * part / (1000 * HOURS_PER_DAY);
    let wanted = u32::try_from(share(part + 1) - share(part)).unwrap_or(u32::MAX);
    if wanted == 0 {
        return;
    }
    let given = ask(ctx, state, item, who, wanted);
    note(state, movement, index, 0, wanted, given);
}

/// Takes what there is of some units, and notes the rest as refused for this hour.
fn ask(ctx: &mut Ctx, state: &mut State, item: BasketItem, who: Claimant, wanted: u32) -> u32 {
    let room = lending::room(ctx.country, state, item.pool, who);
    let given = room.min(wanted);
    if given > 0 {
        lending::take(ctx, state, item.pool, who, given);
    }
    if given < wanted {
        lending::refuse(ctx, state, item.pool, who.class, wanted - given);
    }
    given
}

fn note(state: &mut State, movement: MovementId, index: usize, held: u32, asked: u32, served: u32) {
    if let Some(row) = state.movements[movement].held.get_mut(index) {
        *row = held;
    }
    if let Some((sum_asked, sum_served)) = state.totals.basket.get_mut(index) {
        *sum_asked += u64::from(asked);
        *sum_served += u64::from(served);
    }
}
