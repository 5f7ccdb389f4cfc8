//! Airfields: travellers who can leave and those who wait, at the last tick of each hour.
//!
//! An airfield is a terminal whose handling (loads of freight, and the pieces of units that are flown in) is one pool of moves; it needs
//! the process of aviation instead of that of terminals (`capacity`), and is damaged or closed as any terminal is. Travellers have what military moves leave
//! of it. In thousandths, rounded down: `open = (capacity - military moves of the hour) / moves of the country`, at most all. Of
//! `waiting + due` travellers `min(waiting + due, due (1 + catch up) open)` leave; the rest waits. Trust falls by its part of
//! `1000 x waiting / a day's travellers` (24 hours of them), all airfields together, rounded down, at most 1000.
//!
//! Military pieces that come by air to a closed airfield (no moves at all) land at the nearest other one that is open, has handling and
//! from which the network has a way for each destination with a share, in a straight line, the first of equals; while there is none they wait (`divert`).
//! What is brought home from abroad comes in as far as airfields are open, weighed by their travellers.
//!
//! Must not divide the moves: `handling` does, by the policy of the pool.

use super::{Ctx, society};
use crate::sim::{
    country::{ALL_PPM, Airfield, Class, Country, Mood, NodeKind},
    ids::{MovementId, NodeId},
    plan::Plan,
    state::State,
};

/// All of something, in thousandths.
const ALL: u64 = 1000;

/// The hour's travellers.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(aviation) = &ctx.country.readiness.aviation else { return };
    if !state.tick.next().starts_hour() {
        return;
    }
    for (index, field) in aviation.fields.iter().enumerate() {
        let open = open_permille(ctx.country, state, field.node);
        let Some(waiting) = state.readiness.waiting.get_mut(index) else { continue };
        // Nearly always.
        if open == ALL && *waiting == 0 {
            continue;
        }
        let all = u64::from(*waiting) + u64::from(field.travellers);
        let most =
            u64::from(field.travellers) * (ALL + u64::from(aviation.catch_up_permille)) / ALL * open / ALL;
        *waiting = u32::try_from(all - most.min(all)).unwrap_or(u32::MAX);
    }
    let waiting: u64 = state.readiness.waiting.iter().map(|count| u64::from(*count)).sum();
    if waiting > 0 {
        let day: u64 = aviation.fields.iter().map(|field| u64::from(field.travellers) * 24).sum();
        let part = (waiting * ALL / day.max(1)).min(ALL);
        let lost = i64::from(aviation.trust_ppm) * i64::try_from(part).unwrap_or(0) / 1000;
        let lost = i32::try_from(lost).unwrap_or(ALL_PPM);
        society::shift_ppm(ctx, state, Mood::Trust, None, -lost);
    }
}

/// What military moves leave of an airfield in the present hour, in thousandths of what it handles on an ordinary day.
pub(in crate::sim) fn open_permille(country: &Country, state: &State, node: NodeId) -> u64 {
    let Some(handling) = country.nodes[node].handling else { return ALL };
    let row = &state.terminals.rows[node];
    let military = Class::ALL.into_iter().filter(|class| class.is_military());
    let taken =
        if row.hour == state.tick.hour() { military.map(|class| row.done[class]).sum() } else { 0_u16 };
    let left = u64::from(row.capacity.saturating_sub(taken));
    (left * ALL / u64::from(handling.moves_per_hour.max(1))).min(ALL)
}

/// How far airfields are open, weighed by their travellers, in thousandths.
pub(in crate::sim) fn open(country: &Country, state: &State) -> u64 {
    let Some(aviation) = &country.readiness.aviation else { return ALL };
    let weight = |field: &Airfield| u64::from(field.travellers);
    let all: u64 = aviation.fields.iter().map(weight).sum();
    let open = aviation.fields.iter().map(|field| weight(field) * open_permille(country, state, field.node));
    open.sum::<u64>().checked_div(all).unwrap_or(ALL)
}

/// Where something that comes by air lands: where it should, or at the nearest airfield that is open.
pub(in crate::sim) fn divert(
    country: &Country,
    plan: &Plan,
    state: &State,
    movement: MovementId,
    at: NodeId,
) -> Option<NodeId> {
    let closed =
        |node: NodeId| country.nodes[node].handling.is_some() && state.terminals.rows[node].capacity == 0;
    if country.nodes[at].kind != NodeKind::Airfield || !closed(at) {
        return Some(at);
    }
    let shares = &state.movements[movement].order.shares_permille;
    let leads_on = |from: NodeId| {
        let mut used =
            plan.movements[movement].destinations.iter().zip(shares).filter(|(_, share)| **share > 0);
        used.all(|(row, _)| {
            let found = plan.routes.find(country.fleets[row.fleet].fit, from, row.to);
            found.is_some_and(|found| !plan.routes.ods[found].paths.is_empty())
        })
    };
    let away = |node: NodeId| {
        let (from, to) = (country.nodes[at].at, country.nodes[node].at);
        let square = |axis: usize| i64::from(from[axis] - to[axis]).pow(2);
        square(0) + square(1)
    };
    let fields = country.nodes.iter().filter(|(node, row)| {
        row.kind == NodeKind::Airfield && row.handling.is_some() && !closed(*node) && leads_on(*node)
    });
    fields.map(|(node, _)| (away(node), node)).min().map(|(_, node)| node)
}
