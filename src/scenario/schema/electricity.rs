//! `electricity.ron`: load, plants, lines, interconnectors and stations at the level of regions.
//!
//! Every figure carries its source and confidence. Built by `build::electricity`.

use super::{Amount, Count};
use crate::{
    scenario::{
        macros::record,
        read::Rows,
        scalar::{At, Def, Ref},
    },
    sim::{
        country::{Fuel, Neighbour},
        ids::{GridId, ProcessId, RegionId, RhythmId},
    },
};

record! {
    /// `electricity.ron`.
    ElectricityFile {
        /// The process that the balance decides.
        process: Ref<ProcessId>,
        /// The process that gas-fired plants burn.
        gas: Ref<ProcessId>,
        /// Mean load of the country, in megawatts.
        mean_mw: Count,
        /// Rhythm of the part of it that is no steady industry.
        rhythm: Ref<RhythmId>,
        /// That part by month, January first, as a part of its mean.
        months: At<Vec<Amount>>,
        /// Part of each kind of plant that is not in maintenance.
        ready: At<Vec<(Fuel, Amount)>>,
        /// Hours that gas in the pipes feeds the plants of a region.
        linepack_h: Count,
        /// Part of the load of a region that is shed last.
        protected: Amount,
        /// Hours after which the next region is shed first.
        rota_h: Count,
        /// Parts in which a shortage is handed out when it is spread over all regions.
        spread_parts: Count,
        /// A loss at once of more than this part of all load brings the grid down.
        collapse: Amount,
        /// Hours after a collapse before anybody has power again.
        black_start_h: Amount,
        /// Part of the load that comes back in an hour after that.
        black_start_per_h: Amount,
        /// Inhabitants behind one connection.
        people_per_customer: Amount,
        /// Regions.
        regions: Rows<LoadRow>,
        /// Plants.
        plants: Rows<PlantRow>,
        /// Interconnectors.
        ties: Rows<TieRow>,
        /// Lines.
        lines: Rows<LineRow>,
    }
}

record! {
    /// Load and stations of a region.
    LoadRow {
        /// Code of its stations.
        code: Def<GridId>,
        /// Which.
        region: Ref<RegionId>,
        /// Steady industry, in megawatts.
        steady_mw: Count,
        /// New load for which there is room, in megawatts.
        headroom_mw: Count,
        /// Transformers of its stations; of these spare.
        transformers: Count,
        /// Of these kept free.
        spare: Count,
    }
}

record! {
    /// All plants of a kind in a region.
    PlantRow {
        /// Code.
        code: Def<GridId>,
        /// Where.
        region: Ref<RegionId>,
        /// What it runs on.
        fuel: Fuel,
        /// Megawatts.
        mw: Count,
    }
}

record! {
    /// What comes in from a neighbour.
    TieRow {
        /// Code.
        code: Def<GridId>,
        /// Where it lands.
        region: Ref<RegionId>,
        /// From whom.
        neighbour: Neighbour,
        /// Megawatts.
        mw: Count,
        /// Part of it that the neighbour can supply on an ordinary day.
        ready: Amount,
    }
}

record! {
    /// All circuits between two regions.
    LineRow {
        /// Code.
        code: Def<GridId>,
        /// One end.
        from: Ref<RegionId>,
        /// The other end.
        to: Ref<RegionId>,
        /// Circuits.
        circuits: Count,
        /// Of these kept free for when one fails.
        spare: Count,
        /// Megawatts of each.
        mw: Count,
    }
}
