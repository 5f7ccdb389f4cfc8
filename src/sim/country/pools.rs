//! Pools of scarce capacity: categories of claims, policies, and what an owner may not do alone.
//!
//! Static data only: what is lent, booked or lifted lives in `state`. The words are in `text`.

use super::{Basis, Mode};
use crate::sim::every::every;
use crate::sim::{
    ids::{DemandId, MovementId, PoolId, RoleId},
    time::Span,
};
use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Category of a claim, in the lawful order for rail paths (other pools have their own order).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Class {
    /// Military transport that both ministries designated urgent.
    UrgentMilitary,
    /// Medical evacuation and emergency services.
    Medical,
    /// Water, food, fuel, medicines, fuel for power plants.
    LifeSupport,
    /// Routine military transport.
    Military,
    /// Passengers.
    Passenger,
    /// Other freight.
    Commercial,
}

impl Class {
    /// Every class in the default order.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of classes.
    pub const COUNT: usize = Self::ALL.len();

    /// True for military transport of either urgency.
    pub fn is_military(self) -> bool {
        matches!(self, Self::UrgentMilitary | Self::Military)
    }
}

/// One value for each class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerClass<T>(pub [T; Class::COUNT]);

impl<T> Index<Class> for PerClass<T> {
    type Output = T;
    #[inline]
    fn index(&self, class: Class) -> &T {
        &self.0[class as usize]
    }
}

impl<T> IndexMut<Class> for PerClass<T> {
    #[inline]
    fn index_mut(&mut self, class: Class) -> &mut T {
        &mut self.0[class as usize]
    }
}

/// No upper limit.
pub const NO_CAP: u16 = u16::MAX;

/// How a pool is divided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Who is served first. Every class once.
    pub order: [Class; Class::COUNT],
    /// Units per hour (paths: per window of each edge and direction; crews: teams at once) kept free for a class.
    pub minimum: PerClass<u16>,
    /// Most units per hour (or window; crews: teams at once) for a class; [`NO_CAP`] for none.
    pub cap: PerClass<u16>,
    /// Most grants per day for a class in the whole pool; [`NO_CAP`] for none. Crews have none.
    pub day_cap: PerClass<u16>,
    /// What is kept for one claim each. At most one for each holder.
    pub reserved: Vec<Reservation>,
}

/// Units kept for one movement, train or demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reservation {
    /// For whom.
    pub holder: Holder,
    /// The class in which the holder claims by its plan: a limit on minima of the class counts what is kept for its holders.
    pub class: Class,
    /// Units per window of each link and direction (paths), per hour (handling), at any time (held), in all (stock).
    pub units: u16,
}

/// Whose claims a reservation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Holder {
    /// All that a movement claims.
    Movement(MovementId),
    /// A special train, by its number in the plan.
    Train(u16),
    /// The departures of a civil demand.
    Demand(DemandId),
}

impl Policy {
    /// Place of a class in the order, 0 served first.
    pub fn rank(&self, class: Class) -> usize {
        self.order.iter().position(|each| *each == class).unwrap_or(Class::COUNT)
    }

    /// What is kept for a class: its minimum, or what is kept for claims in it when that is more.
    pub fn promised(&self, class: Class) -> u32 {
        let reserved = self.reserved.iter().filter(|row| row.class == class);
        let reserved = reserved.map(|row| u32::from(row.units)).sum();
        u32::from(self.minimum[class]).max(reserved)
    }
}

/// Kind of pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PoolKind {
    /// Slots on the edges that name this pool; a slot that is not used is gone.
    Paths(Mode),
    /// Handling at the terminal that names this pool; an hour that is not used is gone.
    Handling,
    /// Units that are lent and come back: vehicles, guards, berths, beds.
    Held,
    /// Repair crews: in every tick given anew to the open damage that asks for them, see `systems::repair`.
    Crews,
    /// Units that are used up and brought in again: meals, water, fuel.
    Stock,
}

impl PoolKind {
    /// True for a pool whose units are counted: they can be more or fewer than the country has.
    pub fn has_units(self) -> bool {
        matches!(self, Self::Held | Self::Crews | Self::Stock)
    }
}

/// A pool of scarce capacity: one owner, one lawful default, and limits to what the owner may do alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// Code such as rail.betuweroute.
    pub code: String,
    /// Proper name, the same in every language.
    pub name: String,
    /// Kind of pool.
    pub kind: PoolKind,
    /// Who divides it.
    pub owner: RoleId,
    /// How it is divided when nobody decides.
    pub default: Policy,
    /// What needs more than the owner's own authority.
    pub limits: Vec<PolicyLimit>,
    /// What an owner who works for pay usually asks for room, in euros for each unit refused otherwise; none where nothing is paid.
    pub price_eur: Option<u16>,
    /// Held: units that exist. Crews: teams. Stock: units in store at the start, and the most it holds. Otherwise 0.
    pub units: u32,
    /// Held: units that civil users have by standing contract, as long as the policy puts them first.
    pub civil: PerClass<u16>,
    /// Stock: units brought in each day.
    pub daily: u32,
    /// Paths, handling: class of a claim for crews on its stretches or at its terminal, where that is not the class of the process
    /// they need: a line without passenger trains.
    pub runs: Option<Class>,
    /// Held: the pool that is asked when this one is short of guards; its own policy says whether it helps.
    pub backed_by: Option<PoolId>,
}

/// Something the owner may not do without a further legal basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyLimit {
    /// What is limited.
    pub what: Limited,
    /// The basis that lifts the limit.
    pub basis: Basis,
    /// Who can provide it.
    pub provider: RoleId,
    /// Who must provide it as well, where two have to agree.
    pub with: Option<RoleId>,
    /// How long that takes.
    pub delay: Span,
}

impl PolicyLimit {
    /// Everybody who has to provide the basis.
    pub fn providers(&self) -> impl Iterator<Item = RoleId> {
        std::iter::once(self.provider).chain(self.with)
    }
}

/// What a limit forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limited {
    /// A minimum for the class above this many units.
    MinimumAbove(Class, u16),
    /// More than this many grants a day for the class.
    DayCapAbove(Class, u16),
    /// Serving the first class before the second.
    Before(Class, Class),
    /// A cap on the class below this many units.
    CapBelow(Class, u16),
    /// A cap on the class above this many units.
    CapAbove(Class, u16),
}
