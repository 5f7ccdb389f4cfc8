//! The file of readiness: sites of Defence, airfields, working by hand, tiers of forces.
//!
//! Every figure carries its source and confidence. Built by `build::readiness`.

use super::Amount;
use crate::{
    scenario::{
        macros::record,
        read::Rows,
        scalar::{At, Figure, Ref},
    },
    sim::{
        country::Tier,
        ids::{NodeId, PoolId, ProcessId, RegionId},
    },
};

record! {
    /// `readiness.ron`.
    ReadinessFile {
        /// Sites of Defence.
        sites: SitesRow,
        /// Airfields.
        aviation: AviationRow,
        /// What people do by hand and machines by themselves.
        by_hand: ByHandRow,
        /// Tiers of the forces of the alliance, the soonest first.
        tiers: Rows<TierRow>,
    }
}

record! {
    /// Sites of Defence.
    SitesRow {
        /// The process that they are.
        process: Ref<ProcessId>,
        /// Which part of them lies in each region; together 1.
        shares: At<Vec<(Ref<RegionId>, Amount)>>,
        /// Pools that live on them, and the part of their units that is missing without any site.
        pools: Vec<(Ref<PoolId>, Amount)>,
    }
}

record! {
    /// Airfields.
    AviationRow {
        /// The process that handling at airfields needs.
        process: Ref<ProcessId>,
        /// Travellers on a mean day, by airfield.
        travellers_d: Vec<(Ref<NodeId>, Figure<u32>)>,
        /// Travellers beyond the ordinary by whom those who wait are worked off.
        catch_up: Amount,
        /// Trust lost in a day in which a day's travellers wait.
        trust_d: Amount,
    }
}

record! {
    /// Working by hand, and machines.
    ByHandRow {
        /// Suppliers of signals and data behind which stores last longer by hand.
        digital: Vec<Ref<ProcessId>>,
        /// Suppliers that machines cannot do without.
        signals: Vec<Ref<ProcessId>>,
        /// Part of working by hand that full automation takes away.
        slows: Amount,
        /// Processes.
        rows: Rows<HandProcessRow>,
    }
}

record! {
    /// What a process does by hand, and what machines do of it.
    HandProcessRow {
        /// The process.
        process: Ref<ProcessId>,
        /// Part of a digital loss that practised people make up for.
        efficiency: Amount,
        /// Part of the people who are missing whom machines replace at full automation.
        machines: Amount,
        /// How much deeper digital damage goes at full automation.
        exposed: Amount,
        /// Part that machines lose without any signal.
        leans: Amount,
    }
}

record! {
    /// A tier of the forces of the alliance.
    TierRow {
        /// Which.
        tier: At<Tier>,
        /// Days from the start until all of it has to be across.
        within_d: Amount,
        /// Soldiers of the whole alliance.
        soldiers: Figure<u32>,
    }
}
