//! Levels of the vital processes, their own capability and the buffers between them, region by region.
//!
//! Plain data: changed by `systems::processes` and `systems::generators`. Must not say what any of it means to people.

use crate::sim::{
    country::REGION_LANES,
    ids::{ArcId, DenseId, ProcessId, RegionId, Table},
    kernels::GROUP,
    num::Level,
};
use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

/// Number of groups of regions.
pub const GROUPS: usize = REGION_LANES / GROUP;
/// Most vital processes: each has a bit in [`Processes::awake`].
pub const PROCESSES_MAX: usize = u32::BITS as usize;

/// One value for each region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lanes(pub [i32; REGION_LANES]);

impl Lanes {
    /// All of it everywhere.
    pub(in crate::sim) const WHOLE: Self = Self([Level::ONE.0; REGION_LANES]);

    /// The n-th group of regions.
    #[inline]
    pub(in crate::sim) fn group(&self, number: usize) -> &[i32; GROUP] {
        &self.0.as_chunks().0[number]
    }

    /// The n-th group of regions, for change.
    #[inline]
    pub(in crate::sim) fn group_mut(&mut self, number: usize) -> &mut [i32; GROUP] {
        &mut self.0.as_chunks_mut().0[number]
    }
}

impl Index<RegionId> for Lanes {
    type Output = i32;
    #[inline]
    fn index(&self, region: RegionId) -> &i32 {
        &self.0[region.index()]
    }
}

impl IndexMut<RegionId> for Lanes {
    #[inline]
    fn index_mut(&mut self, region: RegionId) -> &mut i32 {
        &mut self.0[region.index()]
    }
}

/// Levels of the processes and their buffers, region by region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Processes {
    /// Operability x.
    pub level: Table<ProcessId, Lanes>,
    /// Own capability c: one less the open damage.
    pub capability: Table<ProcessId, Lanes>,
    /// Buffers of the dependencies.
    pub buffer: Table<ArcId, Lanes>,
    /// For each group of regions, a bit for each process that the next pass has to look at: the last one moved something of it or of
    /// what it depends on, or something else did since.
    pub awake: [u32; GROUPS],
}

impl Processes {
    /// Nothing is lost; the first pass looks at everything.
    pub(in crate::sim) fn whole(processes: usize, arcs: usize) -> Self {
        let level = Table::filled(Lanes::WHOLE, processes);
        let buffer = Table::filled(Lanes::WHOLE, arcs);
        let mut all = Self { capability: level.clone(), level, buffer, awake: [0; GROUPS] };
        all.wake_all();
        all
    }

    /// True until a pass has moved nothing.
    #[inline]
    pub fn is_moving(&self) -> bool {
        self.awake != [0; GROUPS]
    }

    /// The next pass looks at a process in a region.
    #[inline]
    pub(in crate::sim) fn wake(&mut self, process: ProcessId, region: RegionId) {
        self.awake[region.index() / GROUP] |= 1 << process.index();
    }

    /// The next pass looks at everything.
    pub(in crate::sim) fn wake_all(&mut self) {
        let all = self.level.ids().fold(0, |bits, process| bits | 1 << process.index());
        self.awake = [all; GROUPS];
    }

    /// Operability of a process in a region.
    #[inline]
    pub fn level(&self, process: ProcessId, region: RegionId) -> Level {
        Level(self.level[process][region])
    }
}
