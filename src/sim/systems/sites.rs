//! Sites of Defence: what lives on them is there as far as they are, at the start of each hour.
//!
//! Whole numbers. `level` is the sum over the regions of `share * level there`, both in thousandths, in thousandths of all, rounded
//! down. Of a pool of the sites `floor((base * part * (1000 - level) / 1 000 000) + 1/2)` units are missing, with `base` its units and
//! those missing so far, and `part` what the figures say of the pool. Beds, guards and columns that are away are not lent; what is out
//! comes back as usual. The sites are a process like any other: they have stores of their own behind electricity, a claim on the
//! fuel for generators (`generators`, military: the owner of that fuel says who comes first) and, with `Lever::SitePower`, generators of their own.
//!
//! Must not divide anything: the owners of the pools do.

use super::Ctx;
use crate::sim::{
    country::{Country, Sites},
    ids::PoolId,
    state::{Lanes, State},
};

/// All of something, in thousandths.
const ALL: u64 = 1000;

/// The hour's units.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(sites) = ctx.country.readiness.sites.as_ref().filter(|_| state.tick.starts_hour()) else {
        return;
    };
    let whole = state.processes.level[sites.process] == Lanes::WHOLE;
    if whole && state.readiness.away.iter().all(|away| *away == 0) {
        return;
    }
    let lack = ALL.saturating_sub(ready(ctx.country, sites, state));
    for (index, (pool, part)) in sites.pools.iter().enumerate() {
        let Some(away) = state.readiness.away.get_mut(index) else { continue };
        let row = &mut state.pools[*pool];
        let base = row.units.saturating_add(*away);
        let missing = (u64::from(base) * u64::from(*part) * lack + ALL * ALL / 2) / (ALL * ALL);
        *away = u32::try_from(missing).unwrap_or(base).min(base);
        row.units = base - *away;
    }
}

/// How far the sites work, over the country, in thousandths.
pub(in crate::sim) fn ready(country: &Country, sites: &Sites, state: &State) -> u64 {
    let rows = country.regions.ids().map(|region| {
        let level = u64::from(state.processes.level(sites.process, region).permille());
        u64::from(sites.share_permille[region]) * level
    });
    rows.sum::<u64>() / ALL
}

/// A correction of the units of a pool counts for those that are there.
pub(in crate::sim) fn forget_away(country: &Country, state: &mut State, pool: PoolId) {
    let Some(sites) = &country.readiness.sites else { return };
    for ((of, _), away) in sites.pools.iter().zip(&mut state.readiness.away) {
        if *of == pool {
            *away = 0;
        }
    }
}
