//! The coverage of the inventory: for each of its rows what in the simulator stands for it, or that nothing does yet.
//!
//! A row is built when something with behaviour stands for it, a record when it only explains, else it is open. Values only;
//! `tests/coverage.rs` exercises everything that is named. Must not influence the simulation.

use super::{
    fault::Faults,
    macros::{choice, record},
    read::Rows,
    scalar::{At, Name, Ref, Words},
};
use crate::sim::{
    ids::{GoodId, InjectId, MeasureId, PoolId, ProcessId, RoleId, VectorId},
    metric,
};

/// Rows of the inventory.
pub const ROWS: u16 = 171;

record! {
    /// `coverage.ron`.
    CoverageFile {
        /// One for each row of the inventory, in order.
        rows: Rows<CoverageRow>,
    }
}

record! {
    /// A row of the inventory.
    CoverageRow {
        /// Its number, from 1.
        row: At<u16>,
        /// What it is about.
        name: Words,
        /// Where it stands.
        standing: Standing,
    }
}

choice! {
    /// Where a row stands.
    Standing {
        /// These stand for it.
        Built(Vec<By>),
        /// Background that nothing has to stand for when the exercise runs.
        Record,
        /// Nothing yet.
        Open,
    }
}

choice! {
    /// What stands for a row.
    By {
        /// Something measured, by its key in the registry.
        Metric(At<Name>),
        /// A vital process.
        Process(Ref<ProcessId>),
        /// A pool of scarce capacity.
        Pool(Ref<PoolId>),
        /// A good that regions store.
        Good(Ref<GoodId>),
        /// A role with something to decide.
        Role(Ref<RoleId>),
        /// A measure.
        Measure(Ref<MeasureId>),
        /// A way in which an opponent puts pressure on.
        Vector(Ref<VectorId>),
        /// A starting value that a scenario can set.
        Setting(At<Name>),
        /// An inject of the scenario "Onder druk".
        Inject(Ref<InjectId>),
    }
}

/// Faults of the list as a whole.
pub fn check(file: &CoverageFile, faults: &mut Faults<'_>) {
    for (row, number) in file.rows.iter().zip(1..) {
        if row.row.value != number {
            let what = format!("row {} stands in the place of row {number}", row.row.value);
            faults.add(&row.row.place, what, "write every row once, in order");
        }
        let Standing::Built(by) = &row.standing else { continue };
        if by.is_empty() {
            faults.add(&row.row.place, "nothing stands for this row", "name something, or write Open");
        }
        for key in by {
            if let By::Metric(key) = key
                && !metric::KEYS.contains(&key.value.0.as_str())
            {
                faults.add(
                    &key.place,
                    format!("nothing is measured as \"{}\"", key.value.0),
                    "name a key of the registry",
                );
            }
        }
    }
    if let Some(last) = file.rows.last()
        && last.row.value < ROWS
    {
        faults.add(&last.row.place, format!("the list ends at row {}", last.row.value), "write all of them");
    }
}
