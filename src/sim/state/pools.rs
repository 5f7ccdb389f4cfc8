//! The pools as they are divided now, what comes back to them, what roles asked of each other, and the stores of regions.
//!
//! Plain data: changed by `systems::lending`, `systems::repair`, `systems::booking`, `systems::handling` and `systems::asking`.

use super::{Lanes, State};
use crate::sim::{
    cause::Cause,
    command::Ask,
    country::{Class, Holder, NO_CAP, PerClass, Policy},
    ids::{PoolId, ProcessId, RegionId, RoleId, Table},
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
    /// Refusals since the start: one for each time a claim for paths was looked at in vain, in the last tick of an hour the moves
    /// that are left at a terminal, for a movement one for each pool it waits for, of beds, meals and the like what was
    /// short, and of crews the teams that were short in the last tick of an hour.
    pub refused: PerClass<u32>,
    /// Held: units that exist now. Crews: teams that there are now. Stock: units in store. Otherwise 0.
    pub units: u32,
    /// Held: units lent, by class; standing civil contracts apart. Crews: teams at work.
    pub lent: PerClass<u32>,
    /// What became of each of the pool's limits, in the order of the country.
    pub lifted: Vec<Lifted>,
}

/// Grants of a pool, apart from the rest of it: every departure counts some.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    /// Since the start.
    pub in_all: PerClass<u32>,
    /// Since midnight.
    pub today: PerClass<u16>,
}

impl Granted {
    /// Counts grants.
    #[inline]
    pub(in crate::sim) fn count(&mut self, class: Class, units: u32) {
        self.in_all[class] += units;
        self.today[class] = self.today[class].saturating_add(u16::try_from(units).unwrap_or(u16::MAX));
    }
}

/// A policy in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyBrief {
    /// A bit for each class of which the policy asks nothing but room: no minimum of anybody, nothing kept for a claim, no cap.
    unbound: u8,
    /// Place of each class in the order, 0 served first.
    pub rank: PerClass<u8>,
}

impl PolicyBrief {
    /// True when the policy asks nothing but room of a class.
    #[inline]
    pub fn unbound(self, class: Class) -> bool {
        self.unbound >> class as u8 & 1 == 1
    }
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
    /// Who had them.
    pub holder: Option<Holder>,
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
    /// Who must answer now: one of the two. Once it has ended, whose turn it was.
    pub turn: RoleId,
    /// What for, in the present terms.
    pub about: Ask,
    /// What `from` would pay `to`, in thousands of euros, in the present terms.
    pub offer_keur: u32,
    /// Numbers of the commands with the terms so far; the last has the present ones.
    pub terms: Vec<u32>,
    /// When it was asked.
    pub asked: Tick,
    /// When the present terms were proposed.
    pub proposed: Tick,
    /// How it ended; none while it is open.
    pub answer: Option<Answer>,
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The present terms were carried out; the number of the command that said yes.
    Agreed(u32),
    /// The number of the command that said no.
    Declined(u32),
    /// The number of the command with which who asked withdrew it.
    Withdrawn(u32),
    /// Nobody answered in time; when it ended.
    Lapsed(Tick),
}

/// A limit and who lifted it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifted {
    /// Roles that provided the basis, in order.
    pub by: Vec<RoleId>,
    /// In force from this moment, once everybody needed has provided it.
    pub from: Option<Tick>,
}

/// Stores of a good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodState {
    /// The process that it serves.
    pub process: ProcessId,
    /// Kilograms in store, by region.
    pub store_kg: Table<RegionId, u64>,
    /// Kilograms that were used less than normal since the start, by region.
    pub short_kg: Table<RegionId, u64>,
    /// What the store allows of the good's process, by region.
    pub allows: Lanes,
}

impl Policy {
    /// The policy in short.
    pub(in crate::sim) fn brief(&self) -> PolicyBrief {
        let free = self.minimum == PerClass::default() && self.reserved.is_empty();
        let open = |class: &Class| free && self.cap[*class] == NO_CAP && self.day_cap[*class] == NO_CAP;
        let unbound = Class::ALL.into_iter().filter(open).fold(0, |bits, class| bits | 1 << class as u8);
        let rank = |class| u8::try_from(self.rank(class)).unwrap_or(u8::MAX);
        PolicyBrief { unbound, rank: PerClass(Class::ALL.map(rank)) }
    }
}

impl State {
    /// Divides a pool otherwise from now on: the only place where a policy changes.
    pub(in crate::sim) fn divide(
        &mut self,
        pool: PoolId,
        policy: &Policy,
        until: Option<Tick>,
        cause: Cause,
    ) {
        let row = &mut self.pools[pool];
        self.reserved.divide(pool, &row.policy, policy);
        row.policy.clone_from(policy);
        row.until = until;
        row.cause = cause;
        self.network.policy_ends = self.pools.rows().iter().filter_map(|row| row.until).min();
        self.network.brief[pool] = policy.brief();
        self.network.retry = true;
    }
}
