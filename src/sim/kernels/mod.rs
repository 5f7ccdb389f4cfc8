//! The innermost loops, region as the vector lane, a group of regions at a time.
//!
//! A group is one register of the vector unit (`fearless_simd` has it for every kind), written out here because a compiler left to
//! find it in loops over eight numbers does not. Its sums and products are not checked for overflow: every factor here is a level
//! within 0 and one (or a steepness checked at load), so none can leave its type. Must not know the state.
//!
//! With x the supplier's level at the start of the tick, all in units of 2^-24 and the result held within 0 and one:
//!
//! ```text
//! tank:   B <- B - ceil(drain * (1 - x)) + ceil(refill * x)
//! fleet:  B <- B - ceil(ceil(B * rate) * (1 - x)) + ceil(ceil((1 - B) * rate) * x)
//! ```
//!
//! What a dependency allows (`limit`) rounds every product down, depth times lack first; `buffer / knee` is `B * steepness / 256` of a tank,
//! rounded down, the buffer itself of a fleet, and nothing where there is no buffer.

#![expect(
    clippy::inline_always,
    reason = "`systems::processes` compiles this once for each kind of vector unit, which only reaches what is inlined"
)]

use super::{country::Buffer, num::Level};
use fearless_simd::{i32x8, prelude::*, u64x4};

/// Regions that are worked out together: what one vector register of most processors holds.
pub(super) const GROUP: usize = 8;

/// A group of regions as it lies in the state.
type Stored = [i32; GROUP];

/// A group of regions in a register.
pub(super) type Row<S> = i32x8<S>;

const ONE: i32 = Level::ONE.0;

/// Takes a group into a register.
#[inline(always)]
pub(super) fn load<S: Simd>(simd: S, stored: &Stored) -> Row<S> {
    Row::load_array_ref(simd, stored)
}

/// The same level in every region.
#[inline(always)]
pub(super) fn all<S: Simd>(simd: S, level: Level) -> Row<S> {
    Row::splat(simd, level.0)
}

/// Is all of it there in every region?
#[inline(always)]
pub(super) fn is_whole<S: Simd>(row: Row<S>) -> bool {
    row.simd_eq(ONE).all_true()
}

/// Regions in which two groups differ, a bit each.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "no more bits than regions in a group")]
pub(super) fn differing<S: Simd>(left: Row<S>, right: Row<S>) -> u32 {
    (!left.simd_eq(right)).to_bitmask() as u32
}

/// Exact products in twice as many bits: of the even places, and of the odd ones.
#[inline(always)]
fn products<S: Simd>(left: Row<S>, right: Row<S>) -> (u64x4<S>, u64x4<S>) {
    let (left, right): (u64x4<S>, u64x4<S>) = (left.bitcast(), right.bitcast());
    let low = u64::from(u32::MAX);
    ((left & low) * (right & low), (left >> 32) * (right >> 32))
}

/// Back to one number a region, without the last `bits` bits.
#[inline(always)]
fn join<S: Simd>((even, odd): (u64x4<S>, u64x4<S>), bits: u32) -> Row<S> {
    ((even >> bits) | ((odd >> bits) << 32)).bitcast()
}

#[inline(always)]
fn times<S: Simd>(left: Row<S>, right: Row<S>) -> Row<S> {
    join(products(left, right), Level::BITS)
}

#[inline(always)]
fn times_up<S: Simd>(left: Row<S>, right: Row<S>) -> Row<S> {
    let (even, odd) = products(left, right);
    let up = (1 << Level::BITS) - 1;
    join((even + up, odd + up), Level::BITS)
}

#[inline(always)]
fn lack<S: Simd>(level: Row<S>) -> Row<S> {
    Row::splat(level.simd, ONE) - level
}

/// Moves the buffer of a dependency by one tick. Rises round up and falls round up, so that both ends are reached.
#[inline(always)]
pub(super) fn move_buffer<S: Simd>(kind: Buffer, supplier: Row<S>, buffer: Row<S>) -> Row<S> {
    let simd = supplier.simd;
    match kind {
        Buffer::Instant => buffer,
        Buffer::Tank { drain, refill, .. } => {
            let used = times_up(all(simd, drain), lack(supplier));
            let filled = times_up(all(simd, refill), supplier);
            (buffer - used + filled).max(0).min(ONE)
        }
        Buffer::Fleet { rate } => {
            let rate = all(simd, rate);
            let stop = times_up(times_up(buffer, rate), lack(supplier));
            let back = times_up(times_up(lack(buffer), rate), supplier);
            (buffer - stop + back).max(0).min(ONE)
        }
    }
}

/// [`move_buffer`] where the supplier is whole in every region: nothing is used and all is filled.
#[inline(always)]
pub(super) fn fill_buffer<S: Simd>(kind: Buffer, buffer: Row<S>) -> Row<S> {
    match kind {
        Buffer::Instant => buffer,
        Buffer::Tank { refill, .. } => (buffer + refill.0).min(ONE),
        Buffer::Fleet { rate } => (buffer + times_up(lack(buffer), all(buffer.simd, rate))).min(ONE),
    }
}

/// The least store that covers all of the gap, and so limits nothing whatever the supplier does.
pub(super) fn covering(kind: Buffer) -> i32 {
    match kind {
        Buffer::Tank { steepness_q8, .. } => {
            let all = u64::from(ONE.cast_unsigned()) << 8;
            let least = all.div_ceil(u64::from(steepness_q8.max(1).cast_unsigned()));
            i32::try_from(least).unwrap_or(i32::MAX)
        }
        Buffer::Instant | Buffer::Fleet { .. } => ONE,
    }
}

/// Lowers `best` to what a dependency allows: `1 - depth * lack * (1 - min(1, buffer / knee))`, with `covering` from [`covering`].
#[inline(always)]
pub(super) fn limit<S: Simd>(
    (kind, depth, covering): (Buffer, Level, i32),
    supplier: Row<S>,
    buffer: Row<S>,
    best: Row<S>,
) -> Row<S> {
    let simd = supplier.simd;
    let lost = |part: Level| times(all(simd, part), lack(supplier));
    let left = match kind {
        Buffer::Instant => lost(depth),
        Buffer::Tank { steepness_q8, .. } => {
            // Nearly always while a store is not nearly empty.
            if buffer.simd_ge(covering).all_true() {
                return best;
            }
            // More than enough is no more than enough; so the product fits.
            let covered = join(products(buffer.min(covering), Row::splat(simd, steepness_q8)), 8).min(ONE);
            times(lost(depth), lack(covered))
        }
        Buffer::Fleet { .. } => times(lost(depth), lack(buffer)),
    };
    lack(left).min(best)
}

/// What one dependency allows in one region; the scalar form of [`limit`], for explanations.
pub(super) fn allowed_by(kind: Buffer, depth: Level, level: i32, buffer: i32) -> i32 {
    let covered = match kind {
        Buffer::Instant => Level::ZERO,
        Buffer::Tank { steepness_q8, .. } => {
            let scaled = (i64::from(buffer) * i64::from(steepness_q8)) >> 8;
            Level(i32::try_from(scaled).map_or(Level::ONE.0, |scaled| scaled.min(Level::ONE.0)))
        }
        Buffer::Fleet { .. } => Level(buffer),
    };
    depth.times_floor(Level(level).lack()).times_floor(covered.lack()).lack().0
}

/// Falls at once to `best * capability`, rises by at most `step`.
#[inline(always)]
pub(super) fn follow<S: Simd>(capability: Row<S>, best: Row<S>, step: Level, level: Row<S>) -> Row<S> {
    times(capability, best).min(level + step.0)
}

/// Regions in which a level passed one of some limits, upwards or downwards, a bit each.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "no more bits than regions in a group")]
pub(super) fn passing<S: Simd>(limits: &[Level], was: Row<S>, now: Row<S>) -> u32 {
    let passed = |bits: u64, limit: &Level| bits | (was.simd_ge(limit.0) ^ now.simd_ge(limit.0)).to_bitmask();
    limits.iter().fold(0, passed) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::num::{mul_ceil, mul_floor};
    use fearless_simd::{Level as Unit, dispatch};

    /// Numbers that a level can be: both ends, what lies beside them, and some between.
    const LEVELS: [i32; 11] =
        [0, 1, 2, 4_713, 838_860, 838_861, 5_592_405, ONE / 2, ONE - 4_713, ONE - 1, ONE];

    fn buffers() -> Vec<Buffer> {
        let tanks = LEVELS.into_iter().flat_map(|drain| {
            [256, 853, 5_120, 1 << 16].map(|steepness_q8| {
                let refill = Level(mul_floor(drain, ONE / 3));
                Buffer::Tank { drain: Level(drain), refill, steepness_q8 }
            })
        });
        let fleets = LEVELS.into_iter().map(|rate| Buffer::Fleet { rate: Level(rate) });
        tanks.chain(fleets).chain([Buffer::Instant]).collect()
    }

    /// The formula of the head of this file, for one region.
    fn moved(kind: Buffer, x: i32, store: i32) -> i32 {
        let (used, filled) = match kind {
            Buffer::Instant => (0, 0),
            Buffer::Tank { drain, refill, .. } => (mul_ceil(drain.0, ONE - x), mul_ceil(refill.0, x)),
            Buffer::Fleet { rate } => {
                let (stop, back) = (mul_ceil(store, rate.0), mul_ceil(ONE - store, rate.0));
                (mul_ceil(stop, ONE - x), mul_ceil(back, x))
            }
        };
        (store - used + filled).clamp(0, ONE)
    }

    /// Every pair of numbers, a group at a time.
    fn pairs() -> Vec<(Stored, Stored)> {
        let all: Vec<(i32, i32)> = LEVELS.into_iter().flat_map(|x| LEVELS.map(|y| (x, y))).collect();
        let group = |at: usize| std::array::from_fn(|lane| all[(at + lane) % all.len()]);
        let groups = (0..all.len()).map(group);
        groups.map(|pairs: [(i32, i32); GROUP]| (pairs.map(|(x, _)| x), pairs.map(|(_, y)| y))).collect()
    }

    #[inline(always)]
    fn one_tick<S: Simd>(simd: S, kind: Buffer, depth: Level, (x, store): (Stored, Stored)) {
        let (supplier, buffer) = (load(simd, &x), load(simd, &store));
        let now = move_buffer(kind, supplier, buffer);
        let expected: Stored = std::array::from_fn(|lane| moved(kind, x[lane], store[lane]));
        assert_eq!(now.to_array(), expected, "{kind:?} {x:?} {store:?}");
        if is_whole(supplier) {
            assert_eq!(fill_buffer(kind, buffer).to_array(), expected, "{kind:?} {store:?}");
        }
        let best = limit((kind, depth, covering(kind)), supplier, buffer, all(simd, Level(ONE / 2)));
        let allowed = |lane: usize| allowed_by(kind, depth, x[lane], store[lane]).min(ONE / 2);
        assert_eq!(best.to_array(), std::array::from_fn(allowed), "{kind:?} {x:?} {store:?}");
        let next = follow(supplier, buffer, depth, best);
        let target = |lane: usize| mul_floor(x[lane], store[lane]).min(best[lane] + depth.0);
        assert_eq!(next.to_array(), std::array::from_fn(target), "{x:?} {store:?}");
        let limits = [Level(1), Level(ONE / 2)];
        let bit = |lane: usize| {
            u32::from(limits.iter().any(|limit| (x[lane] >= limit.0) != (store[lane] >= limit.0))) << lane
        };
        assert_eq!(passing(&limits, supplier, buffer), (0..GROUP).map(bit).sum::<u32>());
        let bit = |lane: usize| u32::from(x[lane] != store[lane]) << lane;
        assert_eq!(differing(supplier, buffer), (0..GROUP).map(bit).sum::<u32>());
    }

    #[test]
    fn a_group_comes_to_what_the_formula_says_of_each_region_on_every_unit() {
        for unit in [Unit::baseline(), Unit::new()] {
            for kind in buffers() {
                for pair in pairs().into_iter().chain([([ONE; GROUP], [ONE / 3; GROUP])]) {
                    let depth = Level(LEVELS[pair.0[0].rem_euclid(11).unsigned_abs() as usize]);
                    dispatch!(unit, simd => one_tick(simd, kind, depth, pair));
                }
            }
        }
    }
}
