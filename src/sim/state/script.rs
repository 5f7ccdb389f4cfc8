//! The script as it stands, and what each table has been told of the processes.
//!
//! Plain data: changed by `systems::injects`, `systems::reporting` and `apply`.

use super::Lanes;
use crate::sim::{
    cause::Cause,
    country::SeatTable,
    ids::{DenseId, InjectId, ProcessId, RegionId, RoleId, Table},
    plan::{Inject, Plan},
    script::{Decided, Doing},
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// Injects, planned and invented.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Injects {
    /// Status, planned ones first, then invented ones.
    pub rows: Table<InjectId, InjectState>,
    /// Injects invented during play, in order.
    pub invented: Vec<Inject>,
    /// Injects that were edited during play, as they are now, by number.
    pub edited: Vec<(InjectId, Inject)>,
    /// Who opened and answered what, in order.
    pub receipts: Vec<Receipt>,
    /// What players did, each thing with its last time, in the order of (what, by).
    pub deeds: Vec<Deed>,
    /// Something was done since the expected actions were last looked at.
    pub fresh: bool,
    /// Messages that did not reach a receiver at once, in order of sending.
    pub posts: Vec<Post>,
    /// How many of those are still on their way.
    pub under_way: u32,
}

impl Injects {
    /// Status of an inject, if it exists.
    pub fn get(&self, inject: InjectId) -> Option<&InjectState> {
        self.rows.get(inject)
    }

    /// Content of an inject as it is now: edited, planned or invented.
    pub fn content<'a>(&'a self, plan: &'a Plan, inject: InjectId) -> Option<&'a Inject> {
        if !self.edited.is_empty()
            && let Ok(place) = self.edited.binary_search_by_key(&inject, |row| row.0)
        {
            return self.edited.get(place).map(|row| &row.1);
        }
        self.first_content(plan, inject)
    }

    /// Content of an inject before it was edited.
    pub fn first_content<'a>(&'a self, plan: &'a Plan, inject: InjectId) -> Option<&'a Inject> {
        plan.injects
            .get(inject)
            .or_else(|| self.invented.get(inject.index().checked_sub(plan.injects.len())?))
    }

    /// True when players did what is asked for, after the command that was the last one before `since` was sent.
    pub fn decided(&self, asked: &Decided) -> bool {
        let after = match asked.since.map(|since| self.get(since)) {
            None => 0,
            Some(Some(row)) if row.sent.is_some() => row.sent_after,
            Some(_) => return false,
        };
        let met = |deed: &Deed| {
            deed.seq > after && asked.by.is_none_or(|by| by == deed.by) && asked.what.is_met_by(deed.what)
        };
        self.deeds.iter().any(met)
    }

    /// A message on its way to a role, late or lost.
    pub fn post(&self, inject: InjectId, role: RoleId) -> Option<&Post> {
        self.posts.iter().find(|post| post.inject == inject && post.role == role)
    }

    /// The moment a sent inject reached a role among its receivers; none while it is on its way and when it was lost.
    pub fn reached(&self, inject: InjectId, role: RoleId) -> Option<Tick> {
        let sent = self.get(inject).filter(|row| row.status.is_out())?.sent?;
        match self.post(inject, role).map(|post| post.end) {
            None => Some(sent),
            Some(PostEnd::Arrived(tick)) => Some(tick),
            Some(PostEnd::UnderWay | PostEnd::Lost(_)) => None,
        }
    }
}

/// A receiver opened an inject, or answered it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Which.
    pub inject: InjectId,
    /// Who; none when the staff noted it for the room.
    pub role: Option<RoleId>,
    /// True for an answer.
    pub answer: bool,
    /// When.
    pub at: Tick,
    /// The command.
    pub seq: u32,
}

/// Something a player did, with the last time it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Deed {
    /// What.
    pub what: Doing,
    /// Who.
    pub by: RoleId,
    /// The command.
    pub seq: u32,
    /// When it took effect.
    pub at: Tick,
}

/// A message that did not reach a receiver at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Which.
    pub inject: InjectId,
    /// To whom.
    pub role: RoleId,
    /// A courier brings it at this moment.
    pub courier: Option<Tick>,
    /// It is lost from this moment.
    pub lost: Option<Tick>,
    /// What became of it.
    pub end: PostEnd,
}

/// What became of a message that was late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PostEnd {
    /// Still on its way.
    UnderWay,
    /// Arrived.
    Arrived(Tick),
    /// Lost.
    Lost(Tick),
}

/// Status of an inject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InjectState {
    /// Where it stands.
    pub status: InjectStatus,
    /// When it will be sent, if that is known.
    pub due: Option<Tick>,
    /// When it was sent.
    pub sent: Option<Tick>,
    /// The last command that was given before it was sent: later ones can be an answer to it.
    pub sent_after: u32,
    /// When the expected action was seen, or an answer came.
    pub answered: Option<Tick>,
    /// When it was taken that nobody would act.
    pub absent: Option<Tick>,
    /// The command that fired, moved, held, skipped or invented it.
    pub cause: Cause,
}

/// Where an inject stands. The order is the order of life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum InjectStatus {
    /// Stopped by the exercise lead; its trigger is ignored.
    OnHold,
    /// Waits for its trigger or for a hand.
    Ready,
    /// Sent to its receivers.
    Sent,
    /// A receiver opened it.
    Seen,
    /// A receiver answered, or the expected action was seen.
    Answered,
    /// Done with, by the staff.
    Closed,
    /// Taken out of the exercise.
    Skipped,
}

impl InjectStatus {
    /// True when it can still be sent.
    pub fn is_open(self) -> bool {
        matches!(self, Self::OnHold | Self::Ready)
    }

    /// True when it was sent.
    pub fn is_out(self) -> bool {
        matches!(self, Self::Sent | Self::Seen | Self::Answered | Self::Closed)
    }

    /// True when it was sent and an action is still expected.
    pub fn is_unanswered(self) -> bool {
        matches!(self, Self::Sent | Self::Seen)
    }
}

/// The last report that reached each table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// One row for each table, in the order of [`SeatTable::ALL`].
    pub rows: Vec<TableKnowledge>,
    /// Processes that moved since the last report of all regions: what every table knows of the others is the truth.
    pub behind: Table<ProcessId, bool>,
}

impl Knowledge {
    /// What a table knows.
    pub fn of(&self, table: SeatTable) -> &TableKnowledge {
        &self.rows[table as usize]
    }
}

/// What one table knows of the processes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableKnowledge {
    /// Reported levels.
    pub level: Table<ProcessId, Lanes>,
    /// Tick of the last report, by region.
    pub reported: Table<RegionId, Tick>,
}
