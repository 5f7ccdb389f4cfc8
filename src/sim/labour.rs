//! Who is at work, on request: the family of metrics of staff, and why people are missing.
//!
//! Must not change anything but what a correction says. Counted by `systems::workforce`.

use super::{
    cause::Cause,
    country::{Absence, Country, Lasting, Lever},
    ids::{PoolId, ProcessId, RegionId, SectorId},
    metric::{MetricInfo, Unit},
    num::Level,
    state::{ALL_THERE, Staff, State},
    systems::workforce,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something measured of the people of a sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum StaffFigure {
    /// People who are there, of those it takes.
    There,
    /// People who are away, ordinary illness apart.
    Away,
    /// People who are worn out.
    WornOut,
    /// People who work in another sector, or are trained for it.
    Lent,
}

impl StaffFigure {
    /// Every one.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    pub(super) fn info(self) -> MetricInfo {
        let (key, unit, more_is_better) = match self {
            Self::There => ("staff-there", Unit::Permille, true),
            Self::Away => ("staff-away", Unit::Count, false),
            Self::WornOut => ("staff-worn-out", Unit::Count, false),
            Self::Lent => ("staff-lent", Unit::Count, false),
        };
        MetricInfo { key, unit, more_is_better }
    }

    /// The value in a region or over the country; everybody there where staff is not modelled.
    pub(super) fn value(
        self,
        country: &Country,
        state: &State,
        sector: SectorId,
        region: Option<RegionId>,
    ) -> i64 {
        let none = if self == Self::There { 1000 } else { 0 };
        let Some(staff) = &country.workforce else { return none };
        let Some(rows) = state.workforce.sectors.get(sector) else { return none };
        let here = || rows.iter().filter(|(each, _)| region.is_none_or(|region| region == *each));
        let sum = |of: &dyn Fn(RegionId, &Staff) -> u64| -> u64 { here().map(|(at, row)| of(at, row)).sum() };
        let found = match self {
            Self::There => {
                let takes = |at: RegionId| u64::from(staff.needed(sector, at));
                let there = sum(&|at, row| takes(at) * u64::from(row.there_ppm));
                there / (u64::from(ALL_THERE) / 1000) / sum(&|at, _| takes(at)).max(1)
            }
            Self::Away => sum(&|at, row| {
                let people = staff.sectors[sector].people[at];
                let ordinary = people - staff.needed(sector, at);
                u64::from((people - row.present(people) - row.lent).saturating_sub(ordinary))
            }),
            Self::WornOut => sum(&|_, row| u64::from(row.absent[Absence::Exhausted as usize])),
            Self::Lent => sum(&|_, row| u64::from(row.lent)),
        };
        i64::try_from(found).unwrap_or(i64::MAX)
    }
}

/// What the people who are there allow of a process, and the sector that allows least when one does.
pub fn staffing_of(
    country: &Country,
    state: &State,
    process: ProcessId,
    region: RegionId,
) -> (Level, Option<SectorId>) {
    let staff = country.workforce.as_ref().filter(|_| !state.workforce.sectors.is_empty());
    staff.map_or((Level::ONE, None), |staff| workforce::allowed(country, staff, state, process, region))
}

/// What is behind the reason for which most people of a sector are missing in a region, ordinary illness apart; those who are lent
/// count too.
///
/// Called up, ill, lent: the cause of the first such thing that holds for the sector there. Caring: that of the first that closes
/// schools there; resting: of the first that sets a roster. Cut off: the process that carries people, and no further.
/// Nothing is behind people who are worn out.
pub fn behind(country: &Country, state: &State, sector: SectorId, region: RegionId) -> Option<Cause> {
    let staff = country.workforce.as_ref()?;
    let row = state.workforce.sectors.get(sector)?.get(region)?;
    let people = staff.sectors[sector].people[region];
    let ordinary = people - staff.needed(sector, region);
    let beyond = |reason: Absence| {
        let ill = if reason == Absence::Sick { ordinary } else { 0 };
        row.absent[reason as usize].saturating_sub(ill)
    };
    let most = Absence::ALL.into_iter().max_by_key(|reason| (beyond(*reason), std::cmp::Reverse(*reason)))?;
    if row.lent > beyond(most) {
        return held_by(
            country,
            state,
            region,
            |what| matches!(what, Lasting::Lend(from, ..) if *from == sector),
        );
    }
    if beyond(most) == 0 {
        return None;
    }
    match most {
        Absence::CalledUp | Absence::Sick => held_by(
            country,
            state,
            region,
            |what| matches!(what, Lasting::Absent(at, why, _) if (*at, *why) == (sector, most)),
        ),
        Absence::Caring => held_by(
            country,
            state,
            region,
            |what| matches!(what, Lasting::Lever(Lever::SchoolsClosed, more) if *more > 0),
        ),
        Absence::Resting => {
            held_by(country, state, region, |what| matches!(what, Lasting::Lever(Lever::Roster, _)))
        }
        Absence::CutOff => {
            let levels = staff.travel.map(|(process, _)| (state.processes.level(process, region), process));
            levels.into_iter().min().map(|(_, process)| Cause::Process(process))
        }
        Absence::Exhausted => None,
    }
}

/// The cause of the first thing of a kind that holds in a region.
fn held_by(
    country: &Country,
    state: &State,
    region: RegionId,
    test: impl Fn(&Lasting) -> bool,
) -> Option<Cause> {
    let here = |place: Option<RegionId>| place.is_none_or(|place| place == region);
    let passing = state.measures.passing.iter().find(|row| here(row.region) && test(&row.what));
    let active = || {
        let mut begun = state.measures.active.iter().filter(|row| row.begun && here(row.region));
        begun.find(|row| country.measures.rows[row.measure].lasting.iter().any(&test)).map(|row| row.cause)
    };
    passing.map(|row| row.cause).or_else(active)
}

/// A correction of the units of a pool counts for those who are there: nobody is away any more.
pub(super) fn forget_away(country: &Country, state: &mut State, pool: PoolId) {
    let Some(staff) = &country.workforce else { return };
    for ((of, _), away) in staff.pools.iter().zip(&mut state.workforce.away) {
        if *of == pool {
            *away = 0;
        }
    }
}
