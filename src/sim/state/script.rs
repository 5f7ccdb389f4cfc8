//! The script as it stands, and what each table has been told of the processes.
//!
//! Plain data: changed by `systems::injects`, `systems::reporting` and `apply`.

use super::Lanes;
use crate::sim::{
    cause::Cause,
    country::SeatTable,
    ids::{DenseId, InjectId, ProcessId, RegionId, Table},
    plan::{Inject, Plan},
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// Injects, planned and invented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Injects {
    /// Status, planned ones first, then invented ones.
    pub rows: Table<InjectId, InjectState>,
    /// Injects invented during play, in order.
    pub invented: Vec<Inject>,
}

impl Injects {
    /// Status of an inject, if it exists.
    pub fn get(&self, inject: InjectId) -> Option<&InjectState> {
        self.rows.get(inject)
    }

    /// Content of an inject, planned or invented.
    pub fn content<'a>(&'a self, plan: &'a Plan, inject: InjectId) -> Option<&'a Inject> {
        plan.injects
            .get(inject)
            .or_else(|| self.invented.get(inject.index().checked_sub(plan.injects.len())?))
    }
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
    /// Taken out of the exercise.
    Skipped,
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
