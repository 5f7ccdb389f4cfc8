//! Civil transports make way for an urgent military one, where the policy of every pool concerned puts it first.
//!
//! Only when no way is left, and only on one: the fastest open one of those it may try, else the way round what is closed, and for what came to stand on its way the way on
//! from there. On each of its windows without room by slots alone, transports that are on their way, have not entered the link yet and are of a class behind the urgent one in that pool's policy stop at the place
//! before it, the lowest class first, of those the one that left last. All or nothing: when one window cannot be cleared, or
//! something else on the way would still bind with all of them gone (a minimum of others, a cap, the hours, a window closed behind a
//! refused claim, a diesel locomotive), nobody is stopped. Only for claims that slots or what is kept free bind. Each one stopped is counted as having made way, waits like any held transport, and its waiting is
//! civil delay. Must not touch military or medical transports.

use super::{Ctx, booking, booking::Wish, dispatch, making_way, transit};
use crate::sim::{
    country::{Class, PerClass},
    event::Event,
    ids::{ConsignmentId, LinkId, PathId},
    routes::{Path, Step},
    state::{Look, Phase, State},
    time::SECONDS_PER_TICK,
};
use std::borrow::Cow;

/// A transport that would stop before a step of its way.
#[derive(Clone, Copy)]
struct Victim {
    claim: ConsignmentId,
    step: usize,
    class: Class,
    load: u16,
}

/// Clears the fastest open way of an urgent claim; its number when it is free now.
pub(in crate::sim) fn clear(
    ctx: &mut Ctx,
    state: &mut State,
    claim: ConsignmentId,
    look: &Look,
) -> Option<PathId> {
    let row = &state.consignments.rows[claim];
    let (class, load) = (row.class, row.load);
    let wish = Wish::of(ctx.country, ctx.plan, row);
    let mut ways = dispatch::ways(ctx, state, row.what, row.od).iter().copied();
    let open = ways.find(|path| !dispatch::is_shut(state, &ctx.plan.routes.paths[*path]));
    let path_id = open.or_else(|| dispatch::detour(ctx, state, claim))?;
    let path = &match ctx.plan.routes.paths.get(path_id) {
        Some(planned) => Cow::Borrowed(planned),
        None => Cow::Owned(state.path(ctx.plan, path_id)?.clone()),
    };
    let mut victims: Vec<Victim> = Vec::new();
    for step in &path.steps {
        let window = booking::window(state, step, state.tick);
        let freed: u32 = victims
            .iter()
            .filter(|victim| enters(ctx, state, victim.claim, victim.step, window))
            .map(|victim| u32::from(victim.load))
            .sum();
        let taken = u32::from(state.network.booked.taken(window));
        let capacity = u32::from(state.network.capacity[step.link.edge()]);
        let mut missing = (taken + u32::from(load)).saturating_sub(capacity + freed);
        while missing > 0 {
            let victim = next_victim(ctx, state, step, window, class, &victims)?;
            missing = missing.saturating_sub(u32::from(victim.load));
            victims.push(victim);
        }
    }
    if victims.is_empty() || !would_fit(ctx, state, path, wish, &victims, look) {
        return None;
    }
    let mut stopped: PerClass<u32> = PerClass::default();
    let cause = state.consignments.rows[claim].cause;
    for victim in victims {
        let row = &state.consignments.rows[victim.claim];
        let (serial, what) = (row.serial, row.what);
        if let Some(at) = transit::stop_at(ctx, state, victim.claim, victim.step, cause) {
            stopped[victim.class] += 1;
            ctx.tell(state.tick, Event::MadeWay(serial, what, at), cause);
        }
    }
    for class in Class::ALL {
        state.totals.made_way[class] += stopped[class];
    }
    Some(path_id)
}

/// Would the way be free with all of them gone? They give their slots back and get them again.
fn would_fit(ctx: &Ctx, state: &mut State, path: &Path, wish: Wish, victims: &[Victim], look: &Look) -> bool {
    let (booked, reserved) = (state.network.booked.clone(), state.reserved.clone());
    for victim in victims {
        let row = &state.consignments.rows[victim.claim];
        let (other, departed) = (Wish::of(ctx.country, ctx.plan, row), row.departed);
        if let Some(way) = row.path.and_then(|path| state.path(ctx.plan, path)).cloned() {
            booking::give_back(state, &way, departed, victim.step, other);
        }
    }
    let fits = making_way::blocked(state, path, wish, look).is_none()
        && dispatch::no_diesel(ctx.country, state, wish.class, path).is_none()
        && booking::fits_at(ctx.country, ctx.plan, state, path, wish, state.tick).is_ok();
    (state.network.booked, state.reserved) = (booked, reserved);
    fits
}

/// True when a transport enters this window on or after a step of its way.
fn enters(ctx: &Ctx, state: &State, claim: ConsignmentId, from: usize, window: usize) -> bool {
    let row = &state.consignments.rows[claim];
    let path = row.path.and_then(|path| state.path(ctx.plan, path));
    path.is_some_and(|path| {
        booking::windows(state, path, row.departed).skip(from).any(|other| other == window)
    })
}

fn next_victim(
    ctx: &Ctx,
    state: &State,
    step: &Step,
    window: usize,
    urgent: Class,
    chosen: &[Victim],
) -> Option<Victim> {
    let pool = ctx.country.edges[step.link.edge()].pool?;
    let policy = &state.pools[pool].policy;
    let gives_way = |class: Class| {
        !class.is_military() && class != Class::Medical && policy.rank(class) > policy.rank(urgent)
    };
    let moving =
        state.consignments.active().filter(|(_, row)| row.phase == Phase::Moving && gives_way(row.class));
    let candidates = moving.filter_map(|(claim, row)| {
        if chosen.iter().any(|victim| victim.claim == claim) {
            return None;
        }
        let at = not_yet_entered(ctx, state, claim, step.link, window)?;
        let key = (policy.rank(row.class), row.departed, row.serial);
        Some((key, Victim { claim, step: at, class: row.class, load: row.load }))
    });
    candidates.max_by_key(|(key, _)| *key).map(|(_, victim)| victim)
}

/// The step of a transport's way that is this link in this window, when it lies ahead of it and is not the first.
fn not_yet_entered(
    ctx: &Ctx,
    state: &State,
    claim: ConsignmentId,
    link: LinkId,
    window: usize,
) -> Option<usize> {
    let row = &state.consignments.rows[claim];
    let path = state.path(ctx.plan, row.path?)?;
    let gone_s = state.tick.since(row.departed).0 * SECONDS_PER_TICK;
    let ahead = |step: &Step| step.entry_s > gone_s && booking::window(state, step, row.departed) == window;
    path.steps.iter().position(|step| step.link == link && ahead(step)).filter(|step| *step > 0)
}
