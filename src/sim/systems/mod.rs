//! The rule families, one file each. `step` says in which order they run.
//!
//! Each system reads and changes the state and tells the sink; none keeps anything for itself.
//!
//! # The transport layer
//!
//! Everything is whole numbers; divisions round down. A tick is a quarter of an hour (900 s), tick 0 begins at the start of the
//! plan, a clock hour is four ticks from tick 0, a calendar day begins at midnight of the plan's start. Identifiers are row
//! numbers; link `2 e` is the way of edge `e` from its first to its second node, `2 e + 1` the way back. `doorvoerland export`
//! writes the country, the plan with all its ways, the commands and what every tick came to.
//!
//! A tick of the layer, in this order (the part in brackets only with the rest of the simulation):
//!
//! 1. `hours`: policies that end fall back to the default; in the first tick of a calendar day, whether an hour starts with it or
//!    not, the counts of the day are emptied and all that wait are looked at; at the start of an hour the windows that leave the
//!    horizon are emptied.
//! 2. `lending`: what was lent comes back; at the start of an hour stocks grow and standing contracts are counted.
//! 3. [commands that waited, requests that lapse, effects, injects, `repair` with the pools of crews, processes.]
//! 4. `capacity`: slots of edges and moves of terminals after damage; closing stops what would still enter (`transit`).
//! 5. `transit`: arrivals in order of serial.
//! 6. `movements`: ships berth, departures are ordered to load, special trains become ready.
//! 7. `support`, then `supply`: at the start of an hour, what troops and regions use.
//! 8. `demand`: civil departures, in order of demand, each a new consignment with the next serial.
//! 9. `handling`: terminals in order of node; what is loaded joins the claims.
//! 10. `dispatch` with `booking` and `preempt`: claims for paths.
//! 11. `standstill`: ammunition trains that stand, who knows of them, and who comes.
//!
//! A claim joins the list of those that wait when it is created without handling, when it is loaded, or when it stops on its
//! way; the list keeps that order. Claims that stay refused go to its end in the order in which they were looked at. Ways:
//! `routes::Routes::add`. Dice: `rng`. At the start every demand has built up a random part of its first departure
//! (`draw(seed, DemandPhase, 0, demand)` within `0..=DEPARTURE_UNITS - 1`). Consignments are numbered from 1. `DEPARTURE_UNITS` is
//! 96 000 000, a departure a day in thousandths for 96 ticks in thousandths of rhythm and noise. Windows are kept for
//! `HORIZON_HOURS` = 64 clock hours, of which the last `WINDOW_HOURS_MAX` = 4 cannot be booked: what would be entered there has no way.
//!
//! # The country under pressure
//!
//! In step 3 of the tick, in this order: commands that waited, requests that lapse, in tick 0 the effects of the plan's start, `measures`, `effects`
//! (those that waited), `cyber`, `adversary` (`attribution` first), `injects` (whose effects without delay begin at once),
//! `workforce`, `sites`, `repair`, `generators`, `by_hand`, `power`, `processes`. After step 11: `health`, `society`, `economy`, `reporting`, `aviation`, `scoring`, `themes`.
//!
//! `measures` runs before effects, injects and repair; `generators`, then `power` with the flow of `sim::grid`, before the cascade, `health` and `society` after transport, all
//! three at the start of an hour. What a measure or an effect lets hold for a while is summed in `state::measures`: levers that
//! rules read, and for each process relief (what people miss is made good), ease (own damage is bridged) and strain (a part is
//! given up). `workforce` runs before repair, at the start of an hour: who is at work limits processes, hospitals and the pools
//! of people. `sites` follows it, for what lives on the sites of Defence; `by_hand` runs before the cascade. `economy` runs after `society`, `aviation` at the last tick of an hour, before `scoring`, and
//! `themes` after that. `adversary` with `attribution` runs before injects, so that an act without notice is sent in the tick in which it is
//! chosen. `scoring` counts, at the last tick of each hour, what it all costs people; `sim::score` folds that. The head of each
//! file has its rules.

use super::{
    cause::Cause,
    country::Country,
    event::{Event, Sink},
    plan::Plan,
    time::Tick,
};

pub(super) mod adversary;
pub(super) mod asking;
pub(super) mod attribution;
pub(super) mod aviation;
pub(super) mod booking;
pub(super) mod by_hand;
pub(super) mod capacity;
pub(super) mod cyber;
pub(super) mod demand;
pub(super) mod dispatch;
pub(super) mod economy;
pub(super) mod effects;
pub(super) mod generators;
pub(super) mod handling;
pub(super) mod health;
pub(super) mod hours;
pub(super) mod injects;
pub(super) mod lending;
pub(super) mod making_way;
pub(super) mod measures;
pub(super) mod movements;
pub(super) mod orders;
pub(super) mod posts;
pub(super) mod power;
pub(super) mod preempt;
pub(super) mod processes;
pub(super) mod refusing;
pub(super) mod repair;
pub(super) mod reporting;
pub(super) mod response;
pub(super) mod scoring;
pub(super) mod sites;
pub(super) mod society;
pub(super) mod standstill;
pub(super) mod supply;
pub(super) mod support;
pub(super) mod themes;
pub(super) mod transit;
pub(super) mod workforce;

pub(super) use injects::send;

// Systems are not inlined into the tick: together they would be one function in which no register is left for the inner loops.

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
