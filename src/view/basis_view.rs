//! Cards of the legal bases: what the owner of a pool may not do alone, who can lift that, and how far it is.
//!
//! Decisions are open to all roles, so everybody sees what was provided. Must not provide anything.

use super::{inspect_transport::capital, viewer::Sight};
use crate::sim::{
    country::PolicyLimit,
    ids::{PoolId, RoleId},
};

/// One limit of one pool.
#[derive(Clone, Debug, PartialEq)]
pub struct BasisCard {
    /// The pool.
    pub pool: PoolId,
    /// Number of the limit, from 0.
    pub limit: u16,
    /// What the owner may not do alone.
    pub what: String,
    /// The basis that lifts it, with its code.
    pub basis: String,
    /// Who provides it and how long it takes, as a sentence.
    pub needs: String,
    /// How far it is, as a sentence.
    pub status: String,
    /// Everybody needed has provided it.
    pub given: bool,
    /// In whose name this viewer can provide it now, with the name, if it can.
    pub provide_as: Option<(RoleId, String)>,
    /// Whom this viewer can ask for it, with the name.
    pub ask: Vec<(RoleId, String)>,
}

impl Sight<'_> {
    /// A card for each limit of a pool.
    pub(super) fn basis_cards(&self, pool: PoolId) -> Vec<BasisCard> {
        let limits = (0_u16..).zip(&self.country().pools[pool].limits);
        limits.map(|(number, limit)| self.basis_card(pool, number, limit)).collect()
    }

    fn basis_card(&self, pool: PoolId, number: u16, limit: &PolicyLimit) -> BasisCard {
        let tell = self.tell();
        let lifted = self.state().pools[pool].lifted.get(usize::from(number));
        let by = lifted.map(|lifted| lifted.by.as_slice()).unwrap_or_default();
        let missing: Vec<RoleId> = limit.providers().filter(|role| !by.contains(role)).collect();
        let names = |roles: &[RoleId]| {
            let names: Vec<String> = roles.iter().map(|role| tell.owner(*role)).collect();
            self.texts.list(self.language, &names)
        };
        let all: Vec<RoleId> = limit.providers().collect();
        let delay = self.texts.span(self.language, limit.delay);
        let needs = if all.len() > 1 { "needs-providers" } else { "needs-provider" };
        let status = match lifted.and_then(|lifted| lifted.from) {
            Some(from) if from <= self.now() => {
                self.say("needs-in-force", &[("providers", names(by).into())])
            }
            Some(from) => self.say(
                "needs-in-force-from",
                &[("providers", names(by).into()), ("time", self.moment(from).into())],
            ),
            None if by.is_empty() => self.word("needs-not-given"),
            None => self
                .say("needs-part-given", &[("given", names(by).into()), ("missing", names(&missing).into())]),
        };
        let can = |role: &RoleId| self.acts_for(*role).is_some() && !self.looking();
        let asker = self.role().filter(|_| !self.looking());
        BasisCard {
            pool,
            limit: number,
            what: capital(&tell.limited(pool, limit.what)),
            basis: tell.basis(limit.basis),
            needs: self.say(needs, &[("providers", capital(&names(&all)).into()), ("delay", delay.into())]),
            status: capital(&status),
            given: missing.is_empty(),
            provide_as: missing.iter().copied().find(can).map(|role| (role, tell.role(role))),
            ask: (missing.into_iter())
                .filter(|role| asker.is_some_and(|asker| asker != *role))
                .map(|role| (role, tell.role(role)))
                .collect(),
        }
    }
}
