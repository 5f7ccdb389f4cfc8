//! Repair crews work down damage; impairments end by themselves.
//!
//! A damage that can be worked on is a claim on the pool of its trade, for as many teams as it takes at most. In every tick all
//! teams are given anew, claim by claim, in order of: the place of the claim's class in the policy of the pool, the rank that
//! the owner gave the damage (lower first), its serial. A claim gets `min(its maximum, room)` teams, with the room of
//! `lending` for units, minima and caps as they are, no contracts, and as lent what this tick gave so far. So minima and caps
//! bind in teams at once; a cap per day does not exist here. The class is `query::repair_class`.
//!
//! The ledger counts teams once an hour, in its last tick: of every claim then at hand what it got as granted and as used,
//! the rest of its maximum as refused.
//!
//! One team does one team-tick a tick, from the tick in which the damage can be worked on. With a lever on physical or digital
//! repair (`state::measures`, with what firms do beyond the ordinary, `economy`; never below zero; the greatest of all regions where the damage has none; nothing for people), t
//! teams do `floor((n + 1) r / 1000) - floor(n r / 1000)` more in tick n, with r = t times the lever in thousandths. The true
//! work is `ceil(team_ticks * percent / 100)`, at least 1, with
//! `percent = within(draw(seed, RepairWork, 0, serial), 100 - s, 100 + s)` and s the spread of the rules, at most 90.
//!
//! The loss shrinks in a straight line with the work left, `loss * (left / work)` in units of 2^-24, the quotient and the product
//! rounded down, and capacities of the same tick see it (restoration is a ramp, not an exponential: the April 2025 Iberian data
//! fit a ramp four times better). A damage without work left is gone, and its teams are free for the next tick. Must not choose
//! the order: owners do, with `Command::SetPolicy` and `Command::OrderRepair`.

use super::{Ctx, economy, lending, processes};
use crate::sim::{
    country::{Country, Lever, Party, PerClass},
    effect::{DamageKind, Target},
    event::Event,
    query,
    state::{CrewClaim, Damage, State},
};

/// One tick of repair.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.damages.open.is_empty() {
        return;
    }
    let now = state.tick;
    let mut claims = std::mem::take(&mut state.work.repairs);
    claims.extend(state.damages.open.iter().enumerate().filter_map(|(at, row)| claim(ctx, state, at, row)));
    claims.sort_unstable();
    // Whoever had teams still asks for them: what is gone gave them back.
    for claim in &claims {
        state.pools[claim.pool].lent = PerClass::default();
    }
    let firms = economy::beyond_ordinary(ctx.country, state, Party::Firms, |row| row.firms_repair_permille);
    let mut touched = std::mem::take(&mut state.work.mended);
    for claim in claims.drain(..) {
        let CrewClaim { pool, class, .. } = claim;
        let room = lending::room(ctx.country, state, pool, class);
        let Some(most) = state.damages.open.get(claim.row).map(|row| row.teams_max) else { continue };
        let teams = u16::try_from(room).unwrap_or(u16::MAX).min(most);
        let done = u32::from(teams) + extra(ctx, state, claim.row, teams, firms);
        let Some(row) = state.damages.open.get_mut(claim.row) else { continue };
        if teams > 0 && row.work_left == row.work {
            ctx.sink.event(now, Event::RepairStarted(row.serial, row.target), row.cause);
        }
        row.teams = teams;
        row.work_left = row.work_left.saturating_sub(done);
        if teams > 0 {
            touched.push(row.target);
        }
        let short = row.teams_max - teams;
        state.pools[pool].lent[class] += u32::from(teams);
        if now.next().starts_hour() {
            lending::count(ctx, state, pool, class, teams.into());
            if short > 0 {
                lending::refuse(ctx, state, pool, class, short.into());
            }
        }
    }
    for target in touched.drain(..) {
        processes::weigh(state, target);
    }
    finish(ctx, state, &mut touched);
    for target in touched.drain(..) {
        processes::weigh_at_once(state, target);
    }
    state.work.repairs = claims;
    state.work.mended = touched;
}

/// What a damage asks now; nothing when it cannot be worked on yet, or ends by itself.
fn claim(ctx: &Ctx, state: &State, at: usize, row: &Damage) -> Option<CrewClaim> {
    if row.work == 0 || row.workable > state.tick {
        return None;
    }
    let class = query::repair_class(ctx.country, row.target);
    let pool = ctx.country.skills[row.skill].pool;
    let place = state.network.brief[pool].rank[class];
    Some(CrewClaim { place, rank: row.rank, serial: row.serial, row: at, pool, class })
}

/// Team-ticks beyond one a team, by what was decided where the damage is and what firms do, in thousandths; spread evenly over the
/// ticks.
fn extra(ctx: &Ctx, state: &State, at: usize, teams: u16, firms: i64) -> u32 {
    let (measures, Some(row)) = (&state.measures, state.damages.open.get(at)) else { return 0 };
    let lever = match row.kind {
        DamageKind::Physical => Lever::PhysicalRepair,
        DamageKind::Digital => Lever::DigitalRepair,
        DamageKind::Human => return 0,
    };
    let permille = match query::region_of(ctx.country, row.target) {
        Some(region) => measures.lever(lever, region),
        None => measures.lever_anywhere(lever, ctx.country.regions.len()),
    };
    let rate = u64::from(teams) * u64::try_from(i64::from(permille) + firms).unwrap_or(0);
    let until = |tick: u64| tick * rate / 1000;
    let now = u64::from(state.tick.0);
    u32::try_from(until(now + 1) - until(now)).unwrap_or(0)
}

fn finish(ctx: &mut Ctx, state: &mut State, touched: &mut Vec<Target>) {
    let now = state.tick;
    let over = |row: &Damage| {
        if row.work > 0 { row.work_left == 0 } else { row.ends.is_some_and(|ends| ends <= now) }
    };
    if !state.damages.open.iter().any(over) {
        return;
    }
    let (done, open): (Vec<_>, Vec<_>) = std::mem::take(&mut state.damages.open).into_iter().partition(over);
    state.damages.open = open;
    for row in done {
        go_home(ctx.country, state, &row);
        ctx.tell(now, Event::Repaired(row.serial, row.target), row.cause);
        touched.push(row.target);
    }
}

/// The teams of a damage that is gone are free.
pub(in crate::sim) fn go_home(country: &Country, state: &mut State, row: &Damage) {
    if row.teams > 0 {
        let class = query::repair_class(country, row.target);
        lending::give_back(state, country.skills[row.skill].pool, class, row.teams.into());
    }
}
