//! One hash for each table of the state, so that a difference names its place.
//!
//! The tables are written with postcard and hashed with BLAKE3; a field added to a table is covered without further work.
//! Must see every field of [`State`]: the destructuring in [`digests`] fails to build when one is missing.

use super::{
    country::Class,
    state::{Network, State},
};
use serde::Serialize;

/// Names of the tables with their hashes, in a fixed order.
pub type Digests = Vec<(&'static str, u64)>;

/// A table of the state.
struct Part<'a> {
    name: &'static str,
    table: &'a dyn erased_serde::Serialize,
    /// Not a row of the transport layer's own export.
    apart: bool,
}

/// Every table but the network's.
fn parts(state: &State) -> Vec<Part<'_>> {
    let State {
        tick: _,
        applied: _,
        network: _,
        pending,
        orders,
        processes,
        damages,
        terminals,
        consignments,
        movements,
        trains,
        alarms,
        pools,
        granted,
        reserved,
        returns,
        requests,
        lapses,
        demand,
        supply,
        power,
        measures,
        health,
        society,
        workforce,
        economy,
        readiness,
        adversary,
        injects,
        knowledge,
        totals,
        score,
        work: _,
    } = state;
    let apart = |name, table| Part { name, table, apart: true };
    let transport = |name, table| Part { name, table, apart: false };
    vec![
        apart("pending", pending),
        apart("orders", orders),
        apart("processes", processes),
        apart("damages", damages),
        transport("terminals", terminals),
        transport("consignments", consignments),
        transport("movements", movements),
        transport("trains", trains),
        apart("alarms", alarms),
        apart("pools", pools),
        transport("granted", granted),
        transport("reserved", reserved),
        apart("returns", returns),
        apart("requests", requests),
        transport("lapses", lapses),
        transport("demand", demand),
        apart("supply", supply),
        apart("power", power),
        apart("measures", measures),
        apart("health", health),
        apart("society", society),
        apart("workforce", workforce),
        apart("economy", economy),
        apart("readiness", readiness),
        apart("adversary", adversary),
        apart("injects", injects),
        apart("knowledge", knowledge),
        apart("totals", totals),
        apart("score", score),
    ]
}

/// Hashes of all tables.
pub fn digests(state: &State) -> Digests {
    let mut all =
        vec![("clock", hash(&(state.tick, state.applied))), ("network", network_hash(&state.network))];
    all.extend(parts(state).iter().map(|part| (part.name, hash(part.table))));
    all
}

/// Tables by name, for those who compare them with rules written again. Those of the transport layer that its own export has, row by
/// row, are not among them.
pub fn tables(state: &State) -> Vec<(&'static str, &dyn erased_serde::Serialize)> {
    parts(state).into_iter().filter(|part| part.apart).map(|part| (part.name, part.table)).collect()
}

/// The bookings are by far the largest table: they are hashed as plain little-endian numbers.
fn network_hash(network: &Network) -> u64 {
    let Network {
        slots,
        capacity,
        booked,
        entering,
        brief,
        policy_ends,
        given,
        dangerous,
        unpowered,
        unpowered_count,
        low_water,
        detours,
        detour_of,
        version,
        retry,
    } = network;
    // Plain loops: without optimisation, adapters around two bytes take most of the time of a digest.
    let mut numbers = booked.columns();
    // Row by row, the classes of each beside each other.
    let rows = entering.0.first().map_or(0, Vec::len);
    let start = numbers.len();
    numbers.resize(start + rows * Class::COUNT, 0);
    for (class, column) in entering.0.iter().enumerate() {
        let places = numbers.iter_mut().skip(start + class).step_by(Class::COUNT);
        for (place, count) in places.zip(column) {
            *place = *count;
        }
    }
    numbers.extend_from_slice(given);
    let mut bytes = vec![0; numbers.len() * 2];
    for (place, number) in bytes.as_chunks_mut().0.iter_mut().zip(&numbers) {
        *place = number.to_le_bytes();
    }
    let rest = (brief, policy_ends, dangerous, low_water, detours, detour_of, version, retry);
    let rest = (rest, unpowered, unpowered_count);
    hash(&(slots, capacity, first_eight(&blake3::hash(&bytes)), rest))
}

/// One hash over all tables.
pub fn digest(state: &State) -> u64 {
    hash(&digests(state))
}

/// Hash of any value that can be written.
pub fn hash<T: Serialize + ?Sized>(value: &T) -> u64 {
    // Written first, hashed at once: a hasher that is fed byte by byte takes several times as long.
    let bytes = postcard::to_extend(value, Vec::new()).expect("every table can be written");
    first_eight(&blake3::hash(&bytes))
}

fn first_eight(hash: &blake3::Hash) -> u64 {
    u64::from_le_bytes(*hash.as_bytes().first_chunk().expect("a hash has 32 bytes"))
}
