//! The file of staff: sectors, what keeps people away, what needs them.
//!
//! Every figure carries its source and confidence. Built by `build::workforce`.

use super::{Amount, Count};
use crate::{
    scenario::{
        macros::{choice, record},
        read::Rows,
        scalar::{Def, Figure, Ref},
    },
    sim::ids::{PoolId, ProcessId, SectorId},
};

record! {
    /// `workforce.ron`.
    WorkforceFile {
        /// Ill on an ordinary day.
        sick: Amount,
        /// Hours in which what is felt of a change follows it.
        shift_h: Count,
        /// Share of the people it takes below which a sector is overloaded.
        overload_from: Amount,
        /// Worn out at most.
        exhausted_max: Amount,
        /// Hours of overload that wear out a thousandth of the people.
        exhausted_h: Count,
        /// Part of the people who rest under a full roster.
        resting: Amount,
        /// Part of the wear that a full roster takes away.
        roster: Amount,
        /// How many times as fast people recover under a full roster.
        roster_times: Count,
        /// Hours until somebody from another sector can work.
        train_h: Count,
        /// What somebody from another sector then does of an own worker.
        efficiency: Amount,
        /// The process by which people travel over the road, and the level below which somebody stays at home.
        by_road: (Ref<ProcessId>, Amount),
        /// The same by rail.
        by_rail: (Ref<ProcessId>, Amount),
        /// Sectors.
        sectors: Rows<SectorRow>,
        /// Processes that cannot do without a sector.
        needs: Rows<StaffNeedRow>,
        /// Pools whose units are people of a sector.
        pools: Vec<(Ref<PoolId>, Ref<SectorId>)>,
        /// What overloads a sector beside a lack of people.
        overloads: Rows<OverloadRow>,
    }
}

record! {
    /// A sector.
    SectorRow {
        /// Code.
        code: Def<SectorId>,
        /// People under contract in the country.
        people: Figure<u32>,
        /// Part that stays at home when schools and child care are closed.
        parents: Amount,
        /// Part that travels by road.
        by_road: Amount,
        /// Part that travels by rail.
        by_rail: Amount,
    }
}

record! {
    /// A process that cannot do without a sector.
    StaffNeedRow {
        /// The process.
        process: Ref<ProcessId>,
        /// The sector.
        sector: Ref<SectorId>,
        /// It suffers below this share of the people it takes.
        from: Amount,
        /// Share of it that is lost without anybody.
        depth: Amount,
    }
}

choice! {
    /// What overloads a sector.
    OverloadRow {
        /// More patients than beds.
        Beds(Ref<SectorId>),
        /// Every team of a pool is at work.
        Teams(Ref<SectorId>, Ref<PoolId>),
        /// Unrest above this share.
        Unrest(Ref<SectorId>, Amount),
        /// More measures in force than this.
        Measures(Ref<SectorId>, Count),
    }
}
