//! The movement planner: pieces go by the mode that flows.
//!
//! When departures of one mode stand waiting for a path and those of another do not, a tenth of the pieces is moved over,
//! at most once in six hours for each movement. A movement that was put on hold stays on hold: that was somebody's choice.

use super::{
    CALM, Proposal,
    desk::{MovementDesk, WayDesk},
    reason::Reason,
};
use crate::sim::{
    command::Command,
    plan::MovementOrder,
    time::{Span, TICKS_PER_HOUR, Tick},
};

/// Departures that wait less than this are normal. Own choice: half the interval between two looks.
const PATIENCE: Span = Span::hours(3);
/// Share moved at a time, in thousandths.
const STEP_PERMILLE: u16 = 100;

/// The one shift that helps most, if any.
pub(super) fn propose(now: Tick, row: &MovementDesk, say: &dyn Fn(&Reason) -> String) -> Option<Proposal> {
    if row.on_hold
        || row.delivered >= row.pieces
        || row.changed.is_some_and(|changed| now.since(changed) < CALM)
    {
        return None;
    }
    let stuck = |way: &&WayDesk| way.share_permille > 0 && way.waited > PATIENCE;
    let (from_index, from) =
        row.ways.iter().enumerate().filter(|(_, way)| stuck(way)).max_by_key(|(_, way)| way.waited)?;
    let flows = |way: &&WayDesk| way.open && way.waited == Span(0) && way.sets_free > 0;
    let (to_index, to) =
        row.ways.iter().enumerate().filter(|(index, way)| *index != from_index && flows(way)).max_by_key(
            |(index, way)| (way.sets_free * u32::from(way.set_pieces), std::cmp::Reverse(*index)),
        )?;
    let step = from.share_permille.min(STEP_PERMILLE);
    let share = |(index, way): (usize, &WayDesk)| match index {
        _ if index == from_index => way.share_permille - step,
        _ if index == to_index => way.share_permille + step,
        _ => way.share_permille,
    };
    let hours = from.waited.0 / TICKS_PER_HOUR;
    let reason = Reason::Waits { movement: row.movement, from: from.mode, to: to.mode, hours };
    let shares_permille = row.ways.iter().enumerate().map(share).collect();
    let order = MovementOrder { shares_permille, ..row.order.clone() };
    let command = Command::PlanMovement { movement: row.movement, order, reason: say(&reason) };
    Some(Proposal { command, reason })
}
