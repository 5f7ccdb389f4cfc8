//! Every variant of an enum as an array, in the order in which they are written down.
//!
//! The list comes from the type itself (`strum`), so that no second list can lag behind. Must not be used for an order that
//! people see unless the type says that its variants stand in it.

use strum::VariantArray;

/// Every variant; `N` is what `strum::EnumCount` counts.
pub const fn every<T: VariantArray + Copy, const N: usize>() -> [T; N] {
    *T::VARIANTS.first_chunk().expect("the type counts its own variants")
}
