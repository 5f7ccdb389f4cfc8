//! Fixed-point levels.
//!
//! Must not use floating point: the loader (`scenario::build`) converts figures exactly once.

use serde::{Deserialize, Serialize};

/// A share between nothing and all of something, in units of 2^-24.
///
/// The scale keeps three digits of the slowest rate we use: a stock of 90 days loses 1/8640 a tick, 1 942 units.
/// Range 0 to [`Level::ONE`] unless a function says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Level(pub i32);

impl Level {
    /// Bits behind the point.
    pub const BITS: u32 = 24;
    /// All of it.
    pub const ONE: Self = Self(1 << Self::BITS);
    /// Nothing of it.
    pub const ZERO: Self = Self(0);

    /// `numerator / denominator`, rounded down and kept within 0 and one. A zero denominator gives one.
    pub fn ratio_floor(numerator: u64, denominator: u64) -> Self {
        if denominator == 0 || numerator >= denominator {
            return Self::ONE;
        }
        // Nearly always: a division of longer numbers takes several times as long.
        if numerator >> (u64::BITS - Self::BITS) == 0 {
            return Self(i32::try_from((numerator << Self::BITS) / denominator).unwrap_or(Self::ONE.0));
        }
        let units = (u128::from(numerator) << Self::BITS) / u128::from(denominator);
        Self(i32::try_from(units).unwrap_or(Self::ONE.0))
    }

    /// The product, rounded down.
    #[inline]
    #[must_use]
    pub fn times_floor(self, other: Self) -> Self {
        Self(mul_floor(self.0, other.0))
    }

    /// What is missing to one.
    #[inline]
    #[must_use]
    pub fn lack(self) -> Self {
        Self(Self::ONE.0 - self.0)
    }

    /// The difference, never below zero.
    #[inline]
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self((self.0 - other.0).max(0))
    }

    /// The sum, never above one.
    #[inline]
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0).min(Self::ONE.0))
    }

    /// In thousandths, rounded to nearest, for people and for events.
    #[inline]
    pub fn permille(self) -> u32 {
        let rounded = (i64::from(self.0) * 1000 + (1 << (Self::BITS - 1))) >> Self::BITS;
        u32::try_from(rounded).unwrap_or(0)
    }

    /// The least level of which [`Level::permille`] gives this many, of at most a thousand.
    #[expect(clippy::cast_possible_truncation, reason = "no more than a level of one")]
    pub const fn least_of_permille(permille: u32) -> Self {
        let units = ((permille as u64) << Self::BITS).saturating_sub(1 << (Self::BITS - 1));
        Self(units.div_ceil(1000) as i32)
    }

    /// A whole number scaled by this level, rounded to nearest.
    #[inline]
    pub fn of_round(self, count: u32) -> u32 {
        let scaled = (i64::from(self.0.max(0)) * i64::from(count) + (1 << (Self::BITS - 1))) >> Self::BITS;
        u32::try_from(scaled).unwrap_or(u32::MAX)
    }
}

/// The product of two fixed-point numbers, rounded down.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "both factors are at most 2^24 in size, so the shifted product fits"
)]
pub fn mul_floor(left: i32, right: i32) -> i32 {
    ((i64::from(left) * i64::from(right)) >> Level::BITS) as i32
}

/// The product of two fixed-point numbers, rounded up.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "both factors are at most 2^24 in size, so the shifted product fits"
)]
pub fn mul_ceil(left: i32, right: i32) -> i32 {
    ((i64::from(left) * i64::from(right) + (1 << Level::BITS) - 1) >> Level::BITS) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_round_the_way_their_name_says() {
        let third = Level::ratio_floor(1, 3);
        assert_eq!(third.0, 5_592_405);
        assert_eq!(mul_floor(third.0, 3), 0);
        assert_eq!(mul_ceil(third.0, 3), 1);
        assert_eq!(Level::ONE.times_floor(third), third);
        assert_eq!(third.permille(), 333);
        assert_eq!(Level(Level::ONE.0 / 2).of_round(1), 1);
        assert_eq!(Level(Level::ONE.0 / 2 - 1).of_round(1), 0);
        for permille in [1, 200, 500, 750, 950, 1000] {
            let least = Level::least_of_permille(permille);
            assert_eq!((least.permille(), Level(least.0 - 1).permille()), (permille, permille - 1));
        }
    }

    #[test]
    fn a_ratio_is_the_same_however_long_its_numbers_are() {
        let short = Level::ratio_floor((1 << 40) - 1, 1 << 40);
        assert_eq!(short, Level::ratio_floor(((1 << 40) - 1) << 20, 1 << 60));
        assert_eq!(Level::ratio_floor(1 << 40, 3 << 40), Level::ratio_floor(1, 3));
    }
}
