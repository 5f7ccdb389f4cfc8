//! Staff from its file: people are divided over the regions by inhabitants.

use super::{care::permille, care::ppm, country::CountryCodes, every, positive, positive_share};
use crate::{
    scenario::{
        fault::Faults,
        schema::workforce::{OverloadRow, SectorRow, StaffNeedRow, WorkforceFile},
    },
    sim::{
        country::{Overload, Region, Sector, StaffNeed, Workforce},
        ids::{RegionId, Table},
    },
};

/// Staff of the country.
pub(super) fn workforce(
    file: &WorkforceFile,
    codes: &CountryCodes,
    regions: Option<&Table<RegionId, Region>>,
    faults: &mut Faults<'_>,
) -> Option<Workforce> {
    let mut share = |figure| ppm(figure, faults).map(i32::unsigned_abs);
    let sick = share(&file.sick);
    let overload = share(&file.overload_from);
    let most = share(&file.exhausted_max);
    let resting = share(&file.resting);
    let roster = permille(&file.roster, faults);
    let efficiency = permille(&file.efficiency, faults);
    let shift = positive(&file.shift_h, "the length of a shift", faults);
    let worn = positive(&file.exhausted_h, "the hours of overload", faults);
    let times = positive(&file.roster_times, "the pace of recovery", faults);
    let travel = [&file.by_road, &file.by_rail].map(|(process, from)| {
        let from = positive_share(from.value, &from.place, faults);
        Some((codes.processes.find(process)?, from?))
    });
    let regions = regions?;
    let sectors = every(file.sectors.iter().map(|row| sector(row, regions, faults)).collect::<Vec<_>>());
    let needs = every(file.needs.iter().map(|row| need(row, codes, faults)).collect::<Vec<_>>());
    let pool = |(pool, sector)| Some((codes.pools.find(pool)?, codes.sectors.find(sector)?));
    let pools = every(file.pools.iter().map(|(of, sector)| pool((of, sector))).collect::<Vec<_>>());
    let overloads =
        every(file.overloads.iter().map(|row| overloaded(row, codes, faults)).collect::<Vec<_>>());
    let [by_road, by_rail] = travel;
    Some(Workforce {
        sectors: Table::new(sectors?),
        needs: needs?,
        pools: pools?,
        overloads: overloads?,
        travel: [by_road?, by_rail?],
        sick_ppm: sick?,
        shift_hours: u32::from(shift?),
        overload_ppm: overload?,
        exhausted_max_ppm: most?,
        exhausted_hours: u32::from(worn?),
        resting_ppm: resting?,
        roster_permille: roster?,
        roster_times: u32::from(times?),
        train_hours: u32::from(file.train_h.value),
        efficiency_permille: efficiency?,
    })
}

fn sector(row: &SectorRow, regions: &Table<RegionId, Region>, faults: &mut Faults<'_>) -> Option<Sector> {
    let inhabitants: u64 = regions.rows().iter().map(|row| u64::from(row.population)).sum();
    let share = |count: u64| {
        u32::try_from(u64::from(row.people.value) * count / inhabitants.max(1)).unwrap_or(u32::MAX)
    };
    let mut before = 0;
    let people = regions.rows().iter().map(|row| {
        let until = before + u64::from(row.population);
        let here = share(until) - share(before);
        before = until;
        here
    });
    let people: Table<RegionId, u32> = people.collect();
    if people.rows().contains(&0) {
        let what = format!("{} people leave a region without anybody", row.people.value);
        faults.add(&row.people.place, what, "write more people");
    }
    let parents = ppm(&row.parents, faults);
    let (road, rail) = (ppm(&row.by_road, faults), ppm(&row.by_rail, faults));
    let travel_ppm = [road?.unsigned_abs(), rail?.unsigned_abs()];
    if travel_ppm.iter().sum::<u32>() > 1_000_000 {
        faults.add(
            &row.by_road.place,
            "more than everybody travels",
            "let by_road and by_rail add to 1 at most",
        );
        return None;
    }
    Some(Sector { code: row.code.text.clone(), people, parents_ppm: parents?.unsigned_abs(), travel_ppm })
}

fn need(row: &StaffNeedRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<StaffNeed> {
    let from = positive_share(row.from.value, &row.from.place, faults).and_then(|_| ppm(&row.from, faults));
    let depth = positive_share(row.depth.value, &row.depth.place, faults);
    Some(StaffNeed {
        process: codes.processes.find(&row.process)?,
        sector: codes.sectors.find(&row.sector)?,
        from_ppm: from?.unsigned_abs(),
        depth: depth?,
    })
}

fn overloaded(
    row: &OverloadRow,
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<(crate::sim::ids::SectorId, Overload)> {
    Some(match row {
        OverloadRow::Beds(sector) => (codes.sectors.find(sector)?, Overload::Beds),
        OverloadRow::Teams(sector, pool) => {
            (codes.sectors.find(sector)?, Overload::Teams(codes.pools.find(pool)?))
        }
        OverloadRow::Unrest(sector, from) => {
            (codes.sectors.find(sector)?, Overload::Unrest(ppm(from, faults)?))
        }
        OverloadRow::Measures(sector, most) => {
            (codes.sectors.find(sector)?, Overload::Measures(u32::from(most.value)))
        }
    })
}
