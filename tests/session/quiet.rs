//! Most ticks of the transport layer allocate nothing: what is needed to work in is kept from tick to tick.
//!
//! Counts what the allocator is asked for. Must not measure time: the benchmarks do.

use super::EXERCISE;
use doorvoerland::sim::{
    country::{Class, Country, Holder, PoolKind, Reservation},
    event::NullSink,
    ids::DemandId,
    state::State,
    step,
    time::{TICKS_PER_DAY, Tick},
};

#[test]
fn three_ticks_in_four_of_the_transport_layer_allocate_nothing() {
    measured(&EXERCISE.country);
}

#[test]
fn what_is_kept_for_one_claim_costs_no_allocation() {
    let mut country = Country::clone(&EXERCISE.country);
    let kept = |class| Reservation { holder: Holder::Demand(DemandId(0)), class, units: 1 };
    for pool in country.pools.rows_mut().iter_mut().filter(|pool| pool.kind == PoolKind::Handling) {
        pool.default.reserved = vec![kept(Class::Commercial), kept(Class::Medical)];
    }
    measured(&country);
}

/// Runs two days, and counts in the third.
fn measured(country: &Country) {
    let mut state = State::new(country, &EXERCISE.plan);
    let tick = |state: &mut State| step::transport_tick(country, &EXERCISE.plan, state, &mut NullSink);
    while state.tick < Tick(2 * TICKS_PER_DAY) {
        tick(&mut state);
    }
    // A tick in which a list grows beyond what it ever held, or in which a refused claim looks for room, is not quiet.
    let mut asked = Vec::new();
    while state.tick < Tick(3 * TICKS_PER_DAY) {
        let now = state.tick;
        let count = allocation_counter::measure(|| tick(&mut state)).count_total;
        if count > 0 {
            asked.push((now, count));
        }
    }
    let few = asked.len() * 4 <= TICKS_PER_DAY as usize && asked.iter().all(|(_, count)| *count <= 4);
    assert!(few, "allocations by tick: {asked:?}");
}
