//! Places on a scale of classes, and what a class weighs: logarithms and powers in whole numbers.
//!
//! A place is in thousandths of a class: 0 is nothing, A up to 1000, B from 1000, C from 2000, D from 3000, E from 4000 to 4500.
//! Between two limits it moves with the logarithm of the value, below the first and above the last limit at the pace of the
//! nearest class. The index of the method (A = 0 ... E = 4 in the middle of a class) is `place / 1000 - 1/2`; its weight is
//! `3^(index - 4)`: C counts three times B. Everything rounds down. Must not use floating point.

/// Bits behind the point of a logarithm.
const BITS: u32 = 16;
/// A class, in thousandths.
pub const CLASS: i64 = 1000;
/// The highest place: the middle of class E, where the weight is all.
pub const TOP: i64 = 4500;
/// All of the weight, in millionths.
pub const WEIGHT_ALL: u32 = 1_000_000;

/// Logarithm to base 2 of a value above nothing, in 2^-16.
fn log2(value: u64) -> i64 {
    let whole = value.max(1).ilog2();
    // The value as a number from one to two, with 62 bits behind the point.
    let mut part = u128::from(value.max(1)) << (62 - whole.min(62)) >> (whole.saturating_sub(62));
    let mut bits = i64::from(whole);
    for _ in 0..BITS {
        part = (part * part) >> 62;
        bits <<= 1;
        if part >= 2 << 62 {
            part >>= 1;
            bits |= 1;
        }
    }
    bits
}

/// Place of a value on the scale whose classes B to E begin at the limits; each limit is above the one before and above nothing.
pub fn place(value: i64, limits: &[i64; 4]) -> i64 {
    let Some(size) = u64::try_from(value).ok().filter(|size| *size > 0) else { return 0 };
    let passed = limits.iter().filter(|limit| value >= **limit).count();
    // The interval whose pace holds: the first one below it, the last one above.
    let at = passed.clamp(1, limits.len() - 1);
    let log = |limit: i64| log2(u64::try_from(limit).unwrap_or(1));
    let (from, to) = (log(limits[at - 1]), log(limits[at]));
    let along = ((log2(size) - from) * CLASS).div_euclid((to - from).max(1));
    let base = CLASS * i64::try_from(at).unwrap_or(0);
    let passed = CLASS * i64::try_from(passed).unwrap_or(0);
    (base + along).clamp(passed, passed + CLASS - 1).clamp(1, TOP)
}

/// Square root of three, of its square root, and so on, with 32 bits behind the point.
const ROOTS: [u128; BITS as usize] = {
    let mut roots = [0; BITS as usize];
    let (mut value, mut at) = (3 << 32, 0);
    while at < roots.len() {
        value = u128::isqrt(value << 32);
        roots[at] = value;
        at += 1;
    }
    roots
};

/// Weight of a place, in millionths of that of the middle of class E.
pub fn weight(place: i64) -> u32 {
    if place <= 0 {
        return 0;
    }
    // Steps of a class below the top, with 16 bits behind the point; never rounded to less.
    let below = u64::try_from(TOP - place.min(TOP)).unwrap_or(0);
    let steps = (below << BITS).div_ceil(1000);
    let mut divisor: u128 = 1 << 32;
    for (root, bit) in ROOTS.iter().zip((0..BITS).rev()) {
        if steps >> bit & 1 == 1 {
            divisor = (divisor * root) >> 32;
        }
    }
    for _ in 0..steps >> BITS {
        divisor *= 3;
    }
    u32::try_from((u128::from(WEIGHT_ALL) << 32) / divisor).unwrap_or(WEIGHT_ALL)
}

/// The class of a place, from 0 for A to 4 for E; none for nothing.
pub fn class(place: i64) -> Option<u8> {
    (place > 0).then(|| u8::try_from((place / CLASS).min(4)).unwrap_or(4))
}

/// Place of a value on a Belgian scale, 0 to 7.
pub fn step(value: i64, limits: &[i64; 6]) -> u8 {
    let passed = limits.iter().filter(|limit| value >= **limit).count();
    if value <= 0 { 0 } else { u8::try_from(passed + 1).unwrap_or(7) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEATHS: [i64; 4] = [10, 100, 1_000, 10_000];

    #[test]
    fn logarithms_are_those_of_a_table() {
        assert_eq!(log2(1), 0);
        assert_eq!(log2(8), 3 << 16);
        // log2(10) = 3.321928...
        assert_eq!(log2(10), 217_705);
        assert_eq!(log2(u64::MAX), (64 << 16) - 1);
    }

    #[test]
    fn classes_begin_at_their_limits_and_tens_are_classes_apart() {
        let places = [0, 1, 3, 9, 10, 31, 99, 100, 999, 1_000, 9_999, 10_000, 1_000_000];
        let found = places.map(|deaths| place(deaths, &DEATHS));
        assert_eq!(found, [0, 1, 477, 954, 1000, 1491, 1995, 2000, 2999, 3000, 3999, 4000, 4500]);
        assert_eq!(
            [0, 1, 10, 999, 10_000].map(|deaths| class(place(deaths, &DEATHS))),
            [None, Some(0), Some(1), Some(2), Some(4)]
        );
    }

    #[test]
    fn a_class_weighs_three_times_the_one_below() {
        // Middles of A to E: 1/81, 1/27, 1/9, 1/3, 1.
        assert_eq!([500, 1500, 2500, 3500, 4500].map(weight), [12_345, 37_037, 111_111, 333_333, 1_000_000]);
        assert_eq!((weight(0), weight(-5)), (0, 0));
    }

    #[test]
    fn more_is_never_less() {
        let mut last = (0, 0);
        for value in (0..30_000).chain((30_000..2_000_000).step_by(997)) {
            let place = place(value, &[20_000, 700_000, 7_000_000, 30_000_000]);
            let now = (place, weight(place));
            assert!(now.0 >= last.0 && now.1 >= last.1, "{value}: {now:?} after {last:?}");
            last = now;
        }
    }

    #[test]
    fn belgian_steps_begin_where_they_say() {
        let unmet = [500, 5_000, 25_000, 250_000, 1_500_000, 10_000_000];
        let found = [0, 1, 499, 500, 24_999, 137_500, 250_000, 10_000_000].map(|days| step(days, &unmet));
        assert_eq!(found, [0, 1, 1, 2, 3, 4, 5, 7]);
    }
}
