//! Fuel for emergency generators: where the net fails, their stores empty unless fuel is brought.
//!
//! At the start of each hour, class by class in the order of the fuel pool's policy, every generator of the class asks in every
//! region without full power `floor(floor(litres_per_100k * inhabitants / 100 000) * lack / 1000)` litres, with the lack of power
//! in whole thousandths (1000 less the level rounded to nearest), in cubic metres rounded up. Every claim of a class gets the same part,
//! `brought / asked` of all its claims together, rounded down to 2^-24. That part of the hour's use comes back into the store at once: four
//! times what it loses in a tick, of a tank `drain * (1 - x)`, of a fleet `(B * rate) * (1 - x)`, at most the whole store; every product
//! rounded down here, not up as in `kernels`. Must not choose the order: the owner of the fuel does.
//!
//! Before that, users who have more of their own than usual bridge part of it: every store behind a dependency on electricity
//! gets back that part (`Lever::OwnPower`, for sites of Defence and `Lever::SitePower`) of what the hour takes.

use super::{Ctx, lending};
use crate::sim::{
    country::{Buffer, Class, Lever},
    ids::{ArcId, PoolId, RegionId},
    num::Level,
    state::{Lanes, State},
    time::TICKS_PER_HOUR,
};

/// The hour's fuel.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if !state.tick.starts_hour() || !lacks(ctx, state) {
        return;
    }
    own_supply(ctx, state);
    if ctx.country.generators.is_empty() {
        return;
    }
    let mut before = None;
    for row in &ctx.country.generators {
        if before.replace(row.fuel) != Some(row.fuel) {
            for class in state.pools[row.fuel].policy.order {
                serve(ctx, state, row.fuel, class);
            }
        }
    }
}

/// Is there a generator, or a user, without full power anywhere? What lies still in the dark asks too: a store that ran empty is
/// filled when fuel comes.
fn lacks(ctx: &Ctx, state: &State) -> bool {
    let own = ctx.country.electricity.as_ref().map(|row| row.process);
    let suppliers = ctx.country.generators.iter().map(|row| ctx.country.arcs[row.arc].supplier);
    suppliers.chain(own).any(|supplier| state.processes.level[supplier] != Lanes::WHOLE)
}

/// What users have of their own.
fn own_supply(ctx: &Ctx, state: &mut State) {
    let Some(power) = ctx.country.electricity.as_ref().map(|row| row.process) else { return };
    let sites = ctx.country.readiness.sites.as_ref().map(|sites| sites.process);
    for region in ctx.country.regions.ids() {
        let lever = |lever| u64::try_from(state.measures.lever(lever, region)).unwrap_or(0);
        let (own, of_site) = (lever(Lever::OwnPower), lever(Lever::SitePower));
        if own + of_site == 0 || state.processes.level(power, region) == Level::ONE {
            continue;
        }
        for (arc, row) in ctx.country.arcs.iter().filter(|(_, row)| row.supplier == power) {
            let more = if Some(row.process) == sites { of_site } else { 0 };
            let part = Level::ratio_floor(own + more, 1000);
            if part > Level::ZERO {
                put_back(ctx, state, arc, region, part);
            }
        }
    }
}

fn serve(ctx: &mut Ctx, state: &mut State, pool: PoolId, class: Class) {
    let mut claims = std::mem::take(&mut state.work.fuel);
    claims.clear();
    for row in ctx.country.generators.iter().filter(|row| row.fuel == pool && row.class == class) {
        let level = &state.processes.level[ctx.country.arcs[row.arc].supplier];
        for (region, info) in ctx.country.regions.iter() {
            let lack = 1000_u32.saturating_sub(Level(level[region]).permille());
            // Nearly everywhere.
            if lack == 0 {
                continue;
            }
            let litres = u64::from(row.litres_per_100k) * u64::from(info.population) / 100_000
                * u64::from(lack)
                / 1000;
            let cubic = u32::try_from(litres.div_ceil(1000)).unwrap_or(u32::MAX);
            if cubic > 0 {
                claims.push((row.arc, region, cubic));
            }
        }
    }
    let wanted: u32 = claims.iter().map(|claim| claim.2).sum();
    if wanted > 0 {
        bring(ctx, state, (pool, class), wanted, &claims);
    }
    state.work.fuel = claims;
}

/// Divides what there is over the claims of a class.
fn bring(
    ctx: &mut Ctx,
    state: &mut State,
    (pool, class): (PoolId, Class),
    wanted: u32,
    claims: &[(ArcId, RegionId, u32)],
) {
    let room = lending::room(ctx.country, state, pool, class).min(wanted);
    if room > 0 {
        lending::take(ctx, state, pool, class, room);
    }
    if room < wanted {
        lending::refuse(ctx, state, pool, class, wanted - room);
    }
    let brought = Level::ratio_floor(u64::from(room), u64::from(wanted));
    for (arc, region, _) in claims {
        put_back(ctx, state, *arc, *region, brought);
    }
}

/// Puts back a part of what the hour uses of a store.
pub(in crate::sim) fn put_back(ctx: &Ctx, state: &mut State, id: ArcId, region: RegionId, brought: Level) {
    let arc = &ctx.country.arcs[id];
    let lack = state.processes.level(arc.supplier, region).lack();
    let used = match arc.buffer {
        Buffer::Tank { drain, .. } => drain.times_floor(lack),
        Buffer::Fleet { rate } => {
            Level(state.processes.buffer[id][region]).times_floor(rate).times_floor(lack)
        }
        Buffer::Instant => return,
    };
    let hour = Level(used.0.saturating_mul(i32::try_from(TICKS_PER_HOUR).unwrap_or(4)).min(Level::ONE.0));
    let store = &mut state.processes.buffer[id][region];
    *store = Level(*store).plus(hour.times_floor(brought)).0;
    state.processes.wake(arc.process, region);
}
