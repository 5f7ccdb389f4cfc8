//! The rule families, one file each. `step` says in which order they run.
//!
//! Each system reads and changes the state and tells the sink; none keeps anything for itself.

use super::{
    cause::Cause,
    country::Country,
    event::{Event, Sink},
    plan::Plan,
    time::Tick,
};

pub(super) mod booking;
pub(super) mod capacity;
pub(super) mod demand;
pub(super) mod dispatch;
pub(super) mod effects;
pub(super) mod handling;
pub(super) mod hours;
pub(super) mod injects;
pub(super) mod lending;
pub(super) mod movements;
pub(super) mod preempt;
pub(super) mod processes;
pub(super) mod repair;
pub(super) mod reporting;
pub(super) mod supply;
pub(super) mod support;
pub(super) mod transit;

/// What every system may read, and where it tells what happened.
pub(super) struct Ctx<'a> {
    pub country: &'a Country,
    pub plan: &'a Plan,
    pub sink: &'a mut dyn Sink,
}

impl Ctx<'_> {
    pub(super) fn tell(&mut self, tick: Tick, event: Event, cause: Cause) {
        self.sink.event(tick, event, cause);
    }
}
