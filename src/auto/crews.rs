//! The owner of repair crews: first what most people suffer from.
//!
//! Moves at most one damage to the front of its class every six hours, and only when it clearly outweighs the one that is
//! there, so that crews are not sent to and fro. Must not know damages that the role has not heard of, nor divide the crews
//! between classes: that is `pools`, as for every pool.

use super::{
    CALM, Proposal,
    desk::{CrewDesk, DamageDesk},
    reason::Reason,
};
use crate::sim::{command::Command, country::Class, time::Tick};

/// A damage must outweigh the first one by this much, in hundredths, before the order is changed. Own choice.
const CLEARLY_PERCENT: u64 = 125;

/// The one change that helps most, if any.
pub(super) fn propose(now: Tick, crew: &CrewDesk, say: &dyn Fn(&Reason) -> String) -> Option<Proposal> {
    if crew.changed.is_some_and(|changed| now.since(changed) < CALM) || crew.in_reach() {
        return None;
    }
    Class::ALL.into_iter().find_map(|class| within(crew, class, say))
}

/// The change within one class, if any.
fn within(crew: &CrewDesk, class: Class, say: &dyn Fn(&Reason) -> String) -> Option<Proposal> {
    let damages = || crew.damages.iter().filter(|row| row.class == class);
    let first = damages().min_by_key(|row| (row.rank, row.serial))?;
    let worst = damages().max_by_key(|row| (row.people, std::cmp::Reverse(row.serial)))?;
    if worst.serial == first.serial || worst.people * 100 < first.people * CLEARLY_PERCENT {
        return None;
    }
    let reason = Reason::MostPeople { target: worst.target, people: worst.people };
    let rank = first.rank.checked_sub(1)?;
    let command = Command::OrderRepair { damage: worst.serial, rank, reason: say(&reason) };
    Some(Proposal { command, reason })
}

impl CrewDesk {
    /// True when there are teams enough to work on everything at once: the order does not matter then.
    fn in_reach(&self) -> bool {
        let wanted: u32 = self.damages.iter().map(|row: &DamageDesk| u32::from(row.teams_max)).sum();
        wanted <= self.teams
    }
}
