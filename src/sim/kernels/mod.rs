//! The innermost loops, region as the vector lane, a group of regions at a time.
//!
//! The only place where `wrapping_*` is allowed: every factor here is a level within 0 and one (or a steepness checked at
//! load), so no product or sum can leave its type; overflow checks would cost three times the work. Must not know the state.
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

/// Regions that are worked out together: what one vector register of most processors holds.
pub(super) const GROUP: usize = 8;

type Row = [i32; GROUP];

const ONE: i32 = Level::ONE.0;

/// Widened without a sign: no factor is below zero, and the vector units of every processor multiply such numbers.
#[inline(always)]
fn wide(left: i32, right: i32) -> u64 {
    u64::from(left.cast_unsigned()).wrapping_mul(u64::from(right.cast_unsigned()))
}

#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "both factors are at most one, so the product is")]
fn times(left: i32, right: i32) -> i32 {
    (wide(left, right) >> Level::BITS) as i32
}

#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "both factors are at most one, so the product is")]
fn times_up(left: i32, right: i32) -> i32 {
    (wide(left, right).wrapping_add((1 << Level::BITS) - 1) >> Level::BITS) as i32
}

/// Moves the buffer of a dependency by one tick. Rises round up and falls round up, so that both ends are reached.
#[inline(always)]
pub(super) fn move_buffer(kind: Buffer, supplier: &Row, buffer: &mut Row) {
    match kind {
        Buffer::Instant => {}
        Buffer::Tank { drain, refill, .. } => {
            for (store, level) in buffer.iter_mut().zip(supplier) {
                let used = times_up(drain.0, ONE.wrapping_sub(*level));
                let filled = times_up(refill.0, *level);
                *store = store.wrapping_sub(used).wrapping_add(filled).clamp(0, ONE);
            }
        }
        Buffer::Fleet { rate } => {
            for (share, level) in buffer.iter_mut().zip(supplier) {
                let stop = times_up(times_up(*share, rate.0), ONE.wrapping_sub(*level));
                let back = times_up(times_up(ONE.wrapping_sub(*share), rate.0), *level);
                *share = share.wrapping_sub(stop).wrapping_add(back).clamp(0, ONE);
            }
        }
    }
}

/// Lowers `best` to what a dependency allows: `1 - depth * lack * (1 - min(1, buffer / knee))`.
#[inline(always)]
pub(super) fn limit(kind: Buffer, depth: Level, supplier: &Row, buffer: &Row, best: &mut Row) {
    match kind {
        Buffer::Instant => {
            for (best, level) in best.iter_mut().zip(supplier) {
                let allowed = ONE.wrapping_sub(times(depth.0, ONE.wrapping_sub(*level)));
                *best = allowed.min(*best);
            }
        }
        Buffer::Tank { steepness_q8, .. } => {
            for ((best, level), store) in best.iter_mut().zip(supplier).zip(buffer) {
                let covered = covered(*store, steepness_q8);
                *best = allowed(depth, *level, covered).min(*best);
            }
        }
        Buffer::Fleet { .. } => {
            for ((best, level), share) in best.iter_mut().zip(supplier).zip(buffer) {
                *best = allowed(depth, *level, *share).min(*best);
            }
        }
    }
}

/// What one dependency allows in one region; the scalar form of [`limit`], for explanations.
pub(super) fn allowed_by(kind: Buffer, depth: Level, level: i32, buffer: i32) -> i32 {
    match kind {
        Buffer::Instant => allowed(depth, level, 0),
        Buffer::Tank { steepness_q8, .. } => allowed(depth, level, covered(buffer, steepness_q8)),
        Buffer::Fleet { .. } => allowed(depth, level, buffer),
    }
}

#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "cut to one before")]
fn covered(store: i32, steepness_q8: i32) -> i32 {
    let scaled = wide(store, steepness_q8) >> 8;
    scaled.min(u64::from(ONE.cast_unsigned())) as i32
}

#[inline(always)]
fn allowed(depth: Level, level: i32, covered: i32) -> i32 {
    let lost = times(depth.0, ONE.wrapping_sub(level));
    ONE.wrapping_sub(times(lost, ONE.wrapping_sub(covered)))
}

/// Falls at once to `best * capability`, rises by at most `step`. A bit for each lane that changed.
#[inline(always)]
pub(super) fn follow(capability: &Row, best: &Row, step: Level, level: &mut Row) -> u32 {
    let was = *level;
    for ((level, own), best) in level.iter_mut().zip(capability).zip(best) {
        let target = times(*own, *best);
        *level = target.min(level.wrapping_add(step.0));
    }
    if was == *level {
        return 0;
    }
    let lanes = was.iter().zip(level).zip(0_u32..);
    lanes.fold(0, |bits, ((was, now), lane)| bits | u32::from(was != now) << lane)
}
