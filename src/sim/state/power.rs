//! Electricity as it is: what the grid serves, what limits it, what it comes to.
//!
//! Plain data; changed by `systems::power`.

use super::Lanes;
use crate::sim::{
    country::{Country, REGION_LANES},
    ids::{GridId, ProcessId, RegionId, Table},
    num::Level,
    time::Tick,
};
use serde::{Deserialize, Serialize};

/// Why a region is not served in full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Shortfall {
    /// It is.
    #[default]
    Nothing,
    /// A line, plant, interconnector or station that is damaged or closed.
    Element(GridId),
    /// Less wind or sun than this time of the year brings.
    Weather,
    /// Gas-fired plants without gas.
    Gas,
    /// Neighbours that supply less than they do on an ordinary day.
    Import,
    /// Lines that carry no more, though they are whole.
    Lines,
    /// There is more load than power.
    Shortage,
    /// The grid came down and is being started up again.
    BlackStart,
}

/// Electricity now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PowerState {
    /// The process that the balance decides; none where there is no balance.
    pub process: Option<ProcessId>,
    /// Part of what its own damage leaves of a region's load that the grid serves.
    pub share: Lanes,
    /// What each region asks, in megawatts.
    pub demand_mw: Table<RegionId, u32>,
    /// What limits each region.
    pub limit: Table<RegionId, Shortfall>,
    /// New load for which there was no room, in megawatts.
    pub congested_mw: Table<RegionId, u32>,
    /// Import, in megawatts.
    pub import_mw: u32,
    /// Power that could be made or imported and is not used, in megawatts.
    pub reserve_mw: u32,
    /// Load that the grid could not serve, in megawatts.
    pub short_mw: u32,
    /// Gas in the pipes before the plants.
    pub linepack: Lanes,
    /// When the whole grid came down, and by what.
    pub collapsed: Option<(Tick, Shortfall)>,
    /// Something is not as planned: the balance is worked out every hour.
    pub disturbed: bool,
    /// Something changed since it was worked out.
    pub changed: bool,
    /// Not served since the start: megawatts x thousandths x ticks.
    pub unserved: Table<RegionId, u64>,
    /// Without power since the start: inhabitants x thousandths x ticks.
    pub without: Table<RegionId, u64>,
}

impl PowerState {
    /// Everything served.
    pub(in crate::sim) fn new(country: &Country) -> Self {
        let regions = country.regions.len();
        Self {
            process: country.electricity.as_ref().map(|power| power.process),
            share: Lanes::WHOLE,
            demand_mw: Table::filled(0, regions),
            limit: Table::filled(Shortfall::Nothing, regions),
            congested_mw: Table::filled(0, regions),
            import_mw: 0,
            reserve_mw: 0,
            short_mw: 0,
            linepack: Lanes::WHOLE,
            collapsed: None,
            disturbed: false,
            changed: true,
            unserved: Table::filled(0, regions),
            without: Table::filled(0, regions),
        }
    }

    /// What the grid serves of a process in a region: all, unless it is the one that the grid brings.
    pub(in crate::sim) fn serves(&self, process: ProcessId, region: RegionId) -> Level {
        if self.process == Some(process) { Level(self.share[region]) } else { Level::ONE }
    }

    /// Served everywhere?
    pub(in crate::sim) fn is_whole(&self) -> bool {
        self.share == Lanes([Level::ONE.0; REGION_LANES])
    }
}
