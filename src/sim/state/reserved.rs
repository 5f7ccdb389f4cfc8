//! What the holders of reservations have of what is kept for them.
//!
//! Of a pool that keeps `units_h` for each holder h, what still has to stay free for the holders in a class, but for the one that
//! claims, is
//!
//! ```text
//! unmet(class) = sum over holders h of the class, h not the claimant, of max(0, units_h - has_h)
//! ```
//!
//! with `has_h` what the holder booked in that window since the reservation began (paths), got in that hour (handling), has on
//! loan (held) or took since the reservation began (stock). Must not decide who gets what: `booking`, `handling` and `lending` do.

use crate::sim::{
    country::{Class, Holder, Policy, Reservation},
    ids::PoolId,
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Of what a holder has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// On loan.
    Lent,
    /// Taken from a stock.
    Taken,
    /// Moves in a clock hour.
    Hour(u32),
    /// Slots in a window: row of the bookings.
    Window(u32),
}

/// What a holder has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Has {
    /// Of which pool.
    pub pool: PoolId,
    /// Of what.
    pub scope: Scope,
    /// Who.
    pub holder: Holder,
    /// How much.
    pub units: u32,
}

impl Has {
    fn key(&self) -> (PoolId, Scope, Holder) {
        (self.pool, self.scope, self.holder)
    }
}

/// What the holders have, in order of pool, scope and holder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reserved {
    rows: Vec<Has>,
}

impl Reserved {
    /// What a holder has.
    pub fn has(&self, pool: PoolId, scope: Scope, holder: Holder) -> u32 {
        let found = self.rows.binary_search_by_key(&(pool, scope, holder), Has::key);
        found.ok().and_then(|place| self.rows.get(place)).map_or(0, |row| row.units)
    }

    /// What has to stay free for the holders in a class, but for the one that claims.
    #[inline]
    pub fn unmet(
        &self,
        policy: &Policy,
        (pool, scope): (PoolId, Scope),
        class: Class,
        claimant: Option<Holder>,
    ) -> u32 {
        if policy.reserved.is_empty() {
            return 0;
        }
        let others = |row: &&Reservation| row.class == class && Some(row.holder) != claimant;
        let rows = policy.reserved.iter().filter(others);
        rows.map(|row| u32::from(row.units).saturating_sub(self.has(pool, scope, row.holder))).sum()
    }

    /// What is still kept for a holder itself.
    pub fn own(&self, policy: &Policy, (pool, scope): (PoolId, Scope), holder: Option<Holder>) -> u32 {
        let row = policy.reserved.iter().find(|row| Some(row.holder) == holder);
        row.map_or(0, |row| u32::from(row.units).saturating_sub(self.has(pool, scope, row.holder)))
    }

    pub(in crate::sim) fn add(&mut self, pool: PoolId, scope: Scope, holder: Holder, units: u32) {
        match self.rows.binary_search_by_key(&(pool, scope, holder), Has::key) {
            Ok(place) => {
                if let Some(row) = self.rows.get_mut(place) {
                    row.units += units;
                }
            }
            Err(place) => self.rows.insert(place, Has { pool, scope, holder, units }),
        }
    }

    pub(in crate::sim) fn give_back(&mut self, pool: PoolId, scope: Scope, holder: Holder, units: u32) {
        let Ok(place) = self.rows.binary_search_by_key(&(pool, scope, holder), Has::key) else { return };
        let Some(row) = self.rows.get_mut(place) else { return };
        row.units = row.units.saturating_sub(units);
        if row.units == 0 {
            self.rows.remove(place);
        }
    }

    /// A policy ends and another begins: only what is on loan counts on, and what is kept for the same holder as before.
    pub(in crate::sim) fn divide(&mut self, pool: PoolId, before: &Policy, now: &Policy) {
        let goes_on = |holder: Holder| {
            let of = |policy: &Policy| policy.reserved.iter().find(|row| row.holder == holder).copied();
            of(now).is_some_and(|row| of(before) == Some(row))
        };
        self.rows.retain(|row| row.pool != pool || row.scope == Scope::Lent || goes_on(row.holder));
    }

    /// An hour begins: windows that left the horizon and the hour before are forgotten.
    pub(in crate::sim) fn begin_hour(&mut self, expired: &Range<usize>) {
        self.rows.retain(|row| match row.scope {
            Scope::Lent | Scope::Taken => true,
            Scope::Hour(_) => false,
            Scope::Window(window) => !expired.contains(&(window as usize)),
        });
    }
}
