//! The world as somebody believes it to be: the start of a forecast that must not know more than the one who asks.
//!
//! Must only be used on a copy of the state. Who knows of what is decided by the caller (`view::viewer`).

use super::{
    command::Record,
    country::{Country, SeatTable},
    ids::ProcessId,
    state::{Changed, Damage, State},
    systems::{processes, repair},
};

/// Takes out of a copy of the state what somebody does not know: other damage than `knows` says, effects that have not begun,
/// levels newer than the last report of the table that `told_by` names for a process, and commands that wait unless `own`
/// says otherwise.
pub fn forget(
    country: &Country,
    state: &mut State,
    knows: impl Fn(&Damage) -> bool,
    told_by: impl Fn(ProcessId) -> SeatTable,
    own: impl Fn(&Record) -> bool,
) {
    state.damages.waiting.clear();
    state.adversary.asleep = true;
    state.pending.retain(own);
    let waits = |seq: u32| state.pending.iter().any(|row| row.seq == seq);
    state.orders.underway.retain(|row| waits(row.seq));
    let (known, unknown): (Vec<_>, Vec<_>) =
        std::mem::take(&mut state.damages.open).into_iter().partition(|row| knows(row));
    state.damages.open = known;
    for row in unknown {
        repair::go_home(country, state, &row);
        processes::weigh_at_once(state, row.target);
    }
    for process in country.processes.ids() {
        let believed = state.knowledge.of(told_by(process)).level[process];
        state.processes.level[process] = believed;
    }
    // Capacities and levels are worked out again in the first tick.
    state.knowledge.behind.rows_mut().fill(true);
    state.processes.wake_all();
    state.damages.changed = Changed::EVERYTHING;
}
