//! Measures that are ordered or in force, and what they come to: levers and influence on processes.
//!
//! Plain data: changed by `systems::measures` and `systems::effects`. The influence is the sum over what is in force, worked out
//! again whenever that changes, also between two commands of a tick. Sums may go beyond nothing and all: who reads them holds
//! them within. Lanes behind the last region stay empty.

use super::{Lanes, State};
use crate::sim::{
    cause::Cause,
    country::{Country, Lasting, Lever, REGION_LANES},
    ids::{MeasureId, PoolId, ProcessId, RegionId, RoleId, Table},
    num::Level,
    time::{Span, Tick},
};
use serde::{Deserialize, Serialize};

/// Measures and what they come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasuresState {
    /// Ordered or in force, in order of the command.
    pub active: Vec<ActiveMeasure>,
    /// Things that hold for a while without a measure, in order of arrival.
    pub passing: Vec<Passing>,
    /// Staffs that work on decisions, in order of the last one; those that are free by then leave the list at the next order.
    pub desks: Vec<Desk>,
    /// Units of pools that measures in force moved, to be moved back.
    pub moved: Vec<Moved>,
    /// What measures disturbed in the market so far, in thousands of euros.
    pub disturbed_keur: u64,
    /// Levers, in the order of [`Lever::ALL`].
    pub levers: Vec<Lanes>,
    /// What people miss of a process that is made good, in thousandths.
    pub relief: Table<ProcessId, Lanes>,
    /// Loss by own damage that is bridged, in thousandths.
    pub ease: Table<ProcessId, Lanes>,
    /// What of a process is given up, in thousandths.
    pub strain: Table<ProcessId, Lanes>,
}

/// A measure that is ordered or in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActiveMeasure {
    /// Which.
    pub measure: MeasureId,
    /// Where; none for the country.
    pub region: Option<RegionId>,
    /// When it was ordered.
    pub ordered: Tick,
    /// When it begins, or began.
    pub begins: Tick,
    /// When it ends by itself.
    pub ends: Option<Tick>,
    /// In force.
    pub begun: bool,
    /// The command behind it.
    pub cause: Cause,
}

/// Units that a measure in force added to a pool, or took from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The measure.
    pub measure: MeasureId,
    /// Where it is taken; none for the country.
    pub region: Option<RegionId>,
    /// The pool.
    pub pool: PoolId,
    /// Units that came; below zero those that went: no more than there were.
    pub change: i32,
}

/// A staff that works on decisions: of a role in the country, or of the role in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// The role.
    pub role: RoleId,
    /// The region, for measures that are taken for one.
    pub region: Option<RegionId>,
    /// Free again.
    pub free: Tick,
}

/// Something that holds for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passing {
    /// What.
    pub what: Lasting,
    /// Where; none for the country.
    pub region: Option<RegionId>,
    /// Began here.
    pub since: Tick,
    /// Ends here.
    pub ends: Tick,
    /// Why.
    pub cause: Cause,
}

const NOTHING: Lanes = Lanes([0; REGION_LANES]);

impl MeasuresState {
    /// Nothing in force.
    pub(in crate::sim) fn none(processes: usize) -> Self {
        Self {
            active: Vec::new(),
            passing: Vec::new(),
            desks: Vec::new(),
            moved: Vec::new(),
            disturbed_keur: 0,
            levers: vec![NOTHING; Lever::COUNT],
            relief: Table::filled(NOTHING, processes),
            ease: Table::filled(NOTHING, processes),
            strain: Table::filled(NOTHING, processes),
        }
    }

    /// Is a measure in force, where it is taken or anywhere?
    pub fn in_force(&self, measure: MeasureId) -> bool {
        self.active.iter().any(|row| row.measure == measure && row.begun)
    }

    /// How long a decision waits at a staff before work on it begins.
    pub fn desk_wait(&self, now: Tick, role: RoleId, region: Option<RegionId>) -> Span {
        let desk = self.desks.iter().find(|desk| desk.role == role && desk.region == region);
        desk.filter(|desk| desk.free > now).map_or(Span(0), |desk| desk.free.since(now))
    }

    /// A lever in a region.
    pub fn lever(&self, lever: Lever, region: RegionId) -> i32 {
        self.levers.get(lever as usize).map_or(0, |lanes| lanes[region])
    }

    /// A lever over the country: the highest of the regions where any is above zero, else the lowest.
    pub fn lever_anywhere(&self, lever: Lever, regions: usize) -> i32 {
        let lanes = self.levers.get(lever as usize).map_or(&[][..], |lanes| &lanes.0);
        let used = || lanes.iter().take(regions).copied();
        used().max().filter(|most| *most != 0).or_else(|| used().min()).unwrap_or(0)
    }

    /// Everything that holds now: what, where (none for the whole country), since when.
    pub(in crate::sim) fn lasting<'a>(
        &'a self,
        country: &'a Country,
    ) -> impl Iterator<Item = (Lasting, Option<RegionId>, Tick)> + 'a {
        lasting(country, &self.active, &self.passing)
    }

    /// Works out the influence of everything in force again.
    pub(in crate::sim) fn sum_up(&mut self, country: &Country) {
        let Self { active, passing, levers, relief, ease, strain, desks: _, moved: _, disturbed_keur: _ } =
            self;
        levers.fill(NOTHING);
        for table in [&mut *relief, ease, strain] {
            table.rows_mut().fill(NOTHING);
        }
        for (what, place, _) in lasting(country, active, passing) {
            let (lanes, more) = match what {
                Lasting::Lever(lever, more) => match levers.get_mut(lever as usize) {
                    Some(lanes) => (lanes, i32::from(more)),
                    None => continue,
                },
                Lasting::Relief(process, more) => (&mut relief[process], i32::from(more)),
                Lasting::Ease(process, more) => (&mut ease[process], i32::from(more)),
                Lasting::Strain(process, more) => (&mut strain[process], i32::from(more)),
                // Read by `systems::workforce`.
                Lasting::Absent(..) | Lasting::Lend(..) => continue,
            };
            for region in country.regions.ids().filter(|region| place.is_none_or(|place| place == *region)) {
                lanes[region] += more;
            }
        }
    }

    /// The capability of a process after its own damage of `lost`: bridged in part, and partly given up:
    /// `(1 - lost * (1 - ease)) * (1 - strain)`, thousandths and products rounded down to 2^-24.
    pub(in crate::sim) fn capability(&self, process: ProcessId, region: RegionId, lost: Level) -> Level {
        let lost = lost.times_floor(thousandths(self.ease[process][region]).lack());
        lost.lack().times_floor(thousandths(self.strain[process][region]).lack())
    }
}

/// Everything of measures and effects that holds now: what, where (none for the whole country), since when.
fn lasting<'a>(
    country: &'a Country,
    active: &'a [ActiveMeasure],
    passing: &'a [Passing],
) -> impl Iterator<Item = (Lasting, Option<RegionId>, Tick)> + 'a {
    let of_measures = active.iter().filter(|row| row.begun).flat_map(|row| {
        let rows = country.measures.rows[row.measure].lasting.iter();
        rows.map(|what| (*what, row.region, row.begins))
    });
    of_measures.chain(passing.iter().map(|row| (row.what, row.region, row.since)))
}

#[inline]
fn thousandths(value: i32) -> Level {
    // Nearly always.
    if value == 0 {
        return Level::ZERO;
    }
    Level::ratio_floor(u64::try_from(value).unwrap_or(0), 1000)
}

impl State {
    /// What people in a region miss of a process, in thousandths, after what is made good in another way: 1000 less the
    /// level rounded to nearest, times `1000 - relief`, rounded down.
    pub fn felt_loss(&self, process: ProcessId, region: RegionId) -> u32 {
        let loss = 1000_u32.saturating_sub(self.processes.level(process, region).permille());
        if loss == 0 {
            return 0;
        }
        let relief = u32::try_from(self.measures.relief[process][region].clamp(0, 1000)).unwrap_or(0);
        loss * (1000 - relief) / 1000
    }
}
