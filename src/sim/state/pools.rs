//! The pools as they are divided now, what comes back to them, and what roles asked of each other.
//!
//! Plain data: changed by `systems::lending`, `systems::booking`, `systems::handling` and `apply`.

use crate::sim::{
    cause::Cause,
    command::Ask,
    country::{Class, PerClass, Policy},
    ids::{PoolId, RoleId},
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// Division of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolState {
    /// The policy in force.
    pub policy: Policy,
    /// Falls back to the default at this moment.
    pub until: Option<Tick>,
    /// The command behind the policy.
    pub cause: Cause,
    /// Grants today.
    pub granted_today: PerClass<u16>,
    /// Grants since the start.
    pub granted: PerClass<u32>,
    /// Refusals since the start: one for each claim and hour.
    pub refused: PerClass<u32>,
    /// Held: units that exist now. Stock: units in store. Otherwise 0.
    pub units: u32,
    /// Held: units lent, by class; standing civil contracts apart.
    pub lent: PerClass<u32>,
    /// What became of each of the pool's limits, in the order of the country.
    pub lifted: Vec<Lifted>,
    /// Grants by the hour in which they enter: row `hour % HORIZON_HOURS`. Empty for handling.
    pub entering: Vec<PerClass<u16>>,
}

/// Held units that come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Return {
    /// When.
    pub at: Tick,
    /// To which pool.
    pub pool: PoolId,
    /// The class that had them.
    pub class: Class,
    /// How many.
    pub units: u16,
}

/// Something one role asked of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Number of the command that asked: names it for ever.
    pub serial: u32,
    /// Who asks.
    pub from: RoleId,
    /// Who is asked.
    pub to: RoleId,
    /// What for.
    pub about: Ask,
    /// What is offered, in thousands of euros.
    pub offer_keur: u32,
    /// When.
    pub asked: Tick,
    /// Agreed or not, and the number of the command that said so.
    pub answer: Option<(bool, u32)>,
}

/// A limit and who lifted it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifted {
    /// Roles that provided the basis, in order.
    pub by: Vec<RoleId>,
    /// In force from this moment, once everybody needed has provided it.
    pub from: Option<Tick>,
}
