//! What each table knows of the processes: the last report that reached it.
//!
//! Plain data: written by `systems::reporting`, read by views.

use super::Lanes;
use crate::sim::{
    country::SeatTable,
    ids::{ProcessId, RegionId, Table},
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// The last report that reached each table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// One row for each table, in the order of [`SeatTable::ALL`].
    pub rows: Vec<TableKnowledge>,
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
