//! Most ticks of the transport layer allocate nothing: what is needed to work in is kept from tick to tick.
//!
//! Counts what the allocator is asked for. Must not measure time: the benchmarks do.

use super::EXERCISE;
use doorvoerland::sim::{
    event::NullSink,
    state::State,
    step,
    time::{TICKS_PER_DAY, Tick},
};

#[test]
fn three_ticks_in_four_of_the_transport_layer_allocate_nothing() {
    let mut state = State::new(&EXERCISE.country, &EXERCISE.plan);
    let tick = |state: &mut State| {
        step::transport_tick(&EXERCISE.country, &EXERCISE.plan, state, &mut NullSink);
    };
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
