//! Who makes way for whom in one look: windows that stay closed behind a refused claim, and lower classes that were served before
//! a higher one found no room.
//!
//! The rules stand in `dispatch`, which calls this. Must not decide who comes first.

use super::{Ctx, booking, booking::Wish, dispatch, lending};
use crate::sim::{
    country::Class,
    event::Binding,
    ids::{ConsignmentId, PathId, PoolId},
    routes::{Path, Step},
    services,
    state::{Blocked, Look, Served, State},
};

/// Notes the window that binds a refused claim.
pub(super) fn block(ctx: &Ctx, state: &State, claim: ConsignmentId, binding: Binding, look: &mut Look) {
    let (Binding::Slots(link, hour) | Binding::KeptFree(link, hour)) = binding else { return };
    let edge = &ctx.country.edges[link.edge()];
    if let Some(pool) = edge.pool {
        let rank = state.network.brief[pool].rank[state.consignments.rows[claim].class];
        look.block(Blocked { link, window: state.network.row(link, edge.window_hours, hour), pool, rank });
    }
}

/// The window of a way that a claim of a higher class was refused for in this look, unless this one stays within its minimum.
pub(super) fn blocked(state: &State, path: &Path, wish: Wish, look: &Look) -> Option<Binding> {
    let class = wish.class;
    let held = |step: &Step| {
        look.is_shut(step.link) && {
            let window = booking::window(state, step, state.tick);
            look.blocked.iter().filter(|row| row.window == window).any(|row| {
                let behind = state.network.brief[row.pool].rank[class] > row.rank;
                behind && !promised(state, row.pool, window, wish)
            })
        }
    };
    let step = path.steps.iter().find(|step| held(step))?;
    let hour = booking::entry_hour(state.tick, step);
    Some(Binding::Slots(step.link, hour))
}

/// Does a claim stay within what the policy keeps for its class, or for the claim itself?
fn promised(state: &State, pool: PoolId, window: usize, wish: Wish) -> bool {
    let policy = &state.pools[pool].policy;
    if policy.minimum[wish.class] == 0 && policy.reserved.is_empty() && wish.load > 0 {
        return false;
    }
    let booked = state.network.booked.classes(window)[wish.class];
    booked + wish.load <= policy.minimum[wish.class]
        || state.reserved.own(policy, (pool, booking::scope(window)), Some(wish.holder))
            >= u32::from(wish.load)
}

/// Takes slots back from claims of a lower class that were served earlier in this look, as the binding pool orders them; says what
/// binds when nobody of them is in the way, otherwise.
pub(super) fn make_room(
    ctx: &mut Ctx,
    state: &mut State,
    claim: ConsignmentId,
    binding: Binding,
    look: &mut Look,
) -> Result<(), Binding> {
    let (Binding::Slots(link, hour) | Binding::KeptFree(link, hour)) = binding else { return Err(binding) };
    let Some(pool) = ctx.country.edges[link.edge()].pool else { return Err(binding) };
    let ranks = state.network.brief[pool].rank;
    let rank = ranks[state.consignments.rows[claim].class];
    let lower = |class: Class| ranks[class] > rank;
    if Class::ALL.into_iter().all(|class| look.classes[class] == 0 || !lower(class)) {
        return Err(binding);
    }
    let window = state.network.row(link, ctx.country.edges[link.edge()].window_hours, hour);
    let uses = |Served { claim: other, path, .. }: &Served| {
        let path = state.path(ctx.plan, *path);
        let enters =
            path.is_some_and(|path| booking::windows(state, path, state.tick).any(|row| row == window));
        enters && lower(state.consignments.rows[*other].class) && !look.again.contains(other)
    };
    let mark = services::marks(std::iter::once(link));
    let near = look.served.iter().rev().filter(|row| row.marks & mark != 0);
    let aside: Vec<Served> = near.filter(|row| uses(row)).copied().collect();
    let mut binds = binding;
    for (done, other) in aside.iter().enumerate() {
        unbook(ctx, state, other.claim, other.path, look);
        match dispatch::find_way(ctx, state, claim, look) {
            Ok(()) => {
                look.again.extend(aside.iter().take(done + 1).map(|other| other.claim));
                return Ok(());
            }
            Err(other) => binds = other,
        }
    }
    for Served { claim: other, path, .. } in aside.into_iter().rev() {
        // It fitted before and nothing else was booked since; were that ever otherwise, it tries once more at the end. What was
        // closed behind others meanwhile is not closed to it.
        let wish = Wish::of(ctx.country, ctx.plan, &state.consignments.rows[other]);
        if dispatch::book(ctx, state, other, wish, path, look).is_err() {
            look.again.push(other);
        }
    }
    Err(binds)
}

fn unbook(ctx: &Ctx, state: &mut State, claim: ConsignmentId, path: PathId, look: &mut Look) {
    let wish = Wish::of(ctx.country, ctx.plan, &state.consignments.rows[claim]);
    for (pool, units) in dispatch::extras(ctx, state, claim, dispatch::on_diesel(ctx, state, path)) {
        lending::give_back(state, pool, wish.class, units);
    }
    if let Some(path) = state.path(ctx.plan, path).cloned() {
        booking::unbook(state, &path, wish);
    }
    look.given_back();
    look.served.retain(|other| other.claim != claim);
    look.classes[wish.class] -= 1;
}
