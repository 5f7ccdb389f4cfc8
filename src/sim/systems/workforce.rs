//! Who is at work, sector by sector and region by region, at the start of each hour.
//!
//! Whole people; `part(n, m) = n * m / 1 000 000`, rounded down. Of the `n` people of a sector in a region, in this order, each of
//! those who are left by the reasons before:
//!
//! 1. called up: `part(n, m)`, m the sum of what measures and effects call up of the sector there.
//! 2. lent to another sector, decision by decision: `n` times its share, as far as people are left. They are trained for
//!    `train_hours` after it took effect; from then on they do `efficiency` of an own worker there.
//! 3. ill: the ordinary share and what effects add.
//! 4. caring: parents x schools closed x (1 - emergency child care).
//! 5. cut off: by road and by rail the travellers x `1 - min(1, level / travel level)`.
//! 6. resting: the share of a full roster x the roster that is in force.
//! 7. worn out: `worn / (10 exhausted_hours)` thousandths, at most `exhausted_max`.
//!
//! A sector is overloaded where those who are not called up, lent, ill, caring or cut off, with who joined, are fewer than
//! `overload` of the people it takes (ordinary illness apart), or by its own measure: patients beyond beds, teams that are all at
//! work, unrest, measures in force. Wear then grows by 10 tenths of an hour, and by a tenth for every hundredth of overtime,
//! overloaded or not, all less roster x `roster` of it; without either it falls by 10 + 10 roster x (`roster_times` - 1) tenths,
//! never below zero. Those at work do overtime for so much more.
//!
//! What is felt follows: the share that is there moves by `ceil(distance / shift_hours)` in an hour. It limits a process to
//! `1 - depth (1 - min(1, there / from)) (1 - machines)` (`by_hand`), the least of its sectors, as a part of its own capability; and of a pool of people
//! `base x lack` units, rounded to nearest, are missing over the country, where `lack` is what is missing of the people that
//! all regions together take: `max(0, takes - there - regions) / takes`, with for each region `takes = n - part(n, ill)` and
//! `there = part(takes, share that is there)`; what is rounded off in a region is nobody who is missing.
//!
//! The rest of the rounding: people at work are `(left + joined) * (1000 + overtime) / 1000`, with 7 by the wear before this hour; a share that is
//! missing from a level or a cut-off, and each product of shares in millionths, is rounded down; roster takes
//! `growth * roster / 1000 * part / 1000` from the growth of wear; a limit is `1 - depth * lack * (1 - machines)` in units of 2^-24, each product
//! rounded down. Must not decide who works where: measures and effects do.

use super::{Ctx, by_hand, processes};
use crate::sim::{
    country::{Absence, Country, Lasting, Lever, Overload, Ward, Workforce, part},
    effect::Target,
    ids::{DenseId, ProcessId, RegionId, SectorId},
    num::Level,
    state::{ALL_THERE, KeptAway, Lanes, Staff, State},
    time::TICKS_PER_HOUR,
};

/// The hour's staff.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(workforce) = ctx.country.workforce.as_ref().filter(|_| state.tick.starts_hour()) else { return };
    if state.workforce.calm && !stirred(ctx.country, workforce, state) {
        return;
    }
    state.workforce.calm = true;
    add_up(ctx.country, workforce, state);
    lend(ctx.country, workforce, state);
    for sector in workforce.sectors.ids() {
        for region in ctx.country.regions.ids() {
            hour(ctx, workforce, state, sector, region);
        }
    }
    felt(ctx, workforce, state);
    teams(ctx.country, workforce, state);
}

/// Does anything hold now that keeps people away or wears them out?
fn stirred(country: &Country, workforce: &Workforce, state: &State) -> bool {
    let staff = |what: &Lasting| match what {
        Lasting::Absent(..) | Lasting::Lend(..) => true,
        Lasting::Lever(lever, _) => matches!(lever, Lever::SchoolsClosed | Lever::Roster | Lever::Overtime),
        Lasting::Relief(..) | Lasting::Ease(..) | Lasting::Strain(..) => false,
    };
    state.measures.lasting(country).any(|(what, ..)| staff(&what))
        || workforce.travel.iter().any(|(process, _)| state.processes.level[*process] != Lanes::WHOLE)
        || workforce.overloads.iter().any(|(_, overload)| {
            country.regions.ids().any(|region| overloaded(country, state, *overload, region))
        })
}

/// Adds up who is called up and who is ill beyond the ordinary.
fn add_up(country: &Country, workforce: &Workforce, state: &mut State) {
    let regions = country.regions.len();
    let sums = &mut state.work.kept_away;
    sums.clear();
    sums.resize(workforce.sectors.len() * regions, KeptAway::default());
    for (what, place, _) in state.measures.lasting(country) {
        let Lasting::Absent(sector, reason, permille) = what else { continue };
        for region in country.regions.ids().filter(|region| place.is_none_or(|place| place == *region)) {
            let row = &mut sums[sector.index() * regions + region.index()];
            let sum = match reason {
                Absence::CalledUp => &mut row.called_ppm,
                Absence::Sick => &mut row.sick_ppm,
                Absence::Caring | Absence::CutOff | Absence::Resting | Absence::Exhausted => continue,
            };
            *sum = (*sum + u32::from(permille) * 1000).min(1_000_000);
        }
    }
}

/// What was added up for a sector in a region.
fn kept_away(state: &State, country: &Country, sector: SectorId, region: RegionId) -> KeptAway {
    state.work.kept_away[sector.index() * country.regions.len() + region.index()]
}

/// Who is called up, and who goes to another sector.
fn lend(country: &Country, workforce: &Workforce, state: &mut State) {
    for (sector, info) in workforce.sectors.iter() {
        for region in country.regions.ids() {
            let called = part(info.people[region], kept_away(state, country, sector, region).called_ppm);
            let row = &mut state.workforce.sectors[sector][region];
            (row.lent, row.training, row.joined) = (0, 0, 0);
            row.absent = [0; Absence::COUNT];
            row.absent[Absence::CalledUp as usize] = called;
        }
    }
    let now = state.tick;
    for (what, place, since) in state.measures.lasting(country) {
        let Lasting::Lend(from, to, permille) = what else { continue };
        let trained = now.since(since).0 >= workforce.train_hours * TICKS_PER_HOUR;
        for region in country.regions.ids().filter(|region| place.is_none_or(|place| place == *region)) {
            let people = workforce.sectors[from].people[region];
            let row = &mut state.workforce.sectors[from][region];
            let moved = part(people, u32::from(permille) * 1000).min(row.present(people));
            row.lent += moved;
            if trained {
                let help = part(moved, workforce.efficiency_permille * 1000);
                state.workforce.sectors[to][region].joined += help;
            } else {
                row.training += moved;
            }
        }
    }
}

fn hour(ctx: &Ctx, workforce: &Workforce, state: &mut State, sector: SectorId, region: RegionId) {
    let info = &workforce.sectors[sector];
    let people = info.people[region];
    let lever = |lever| u32::try_from(state.measures.lever(lever, region)).unwrap_or(0).min(1000);
    let (closed, cared, roster, overtime) =
        (lever(Lever::SchoolsClosed), lever(Lever::ChildCare), lever(Lever::Roster), lever(Lever::Overtime));
    let sick = workforce.sick_ppm + kept_away(state, ctx.country, sector, region).sick_ppm;
    let lacks = workforce.travel.map(|(process, from)| lack(state.processes.level(process, region), from));
    let busy = |(_, overload): &(SectorId, Overload)| overloaded(ctx.country, state, *overload, region);
    let busy = workforce.overloads.iter().filter(|(of, _)| *of == sector).any(busy);
    let worn = state.workforce.sectors[sector][region].worn;
    let mut row = state.workforce.sectors[sector][region];
    let mut away = |reason: Absence, ppm: u32| {
        row.absent[reason as usize] = part(row.present(people), ppm);
    };
    away(Absence::Sick, sick);
    away(Absence::Caring, times(times(info.parents_ppm, closed * 1000), (1000 - cared) * 1000));
    let [by_road, by_rail] = [0, 1].map(|way| times(info.travel_ppm[way], lacks[way]));
    away(Absence::CutOff, by_road + by_rail);
    let fit = row.present(people) + row.joined;
    let mut away = |reason: Absence, ppm: u32| {
        row.absent[reason as usize] = part(row.present(people), ppm);
    };
    away(Absence::Resting, times(workforce.resting_ppm, roster * 1000));
    let tired = worn * 100 / workforce.exhausted_hours.max(1);
    away(Absence::Exhausted, tired.min(workforce.exhausted_max_ppm));
    let needed = workforce.needed(sector, region);
    let over = busy || share(fit, needed) < workforce.overload_ppm;
    row.worn = wear(workforce, worn, over, roster, overtime);
    let at_work = row.present(people) + row.joined;
    let target = share(at_work + part(at_work, overtime * 1000), needed);
    row.there_ppm = follow(row.there_ppm, target, workforce.shift_hours);
    let still = row == Staff { absent: row.absent, there_ppm: ALL_THERE, ..Staff::default() };
    let kept: u32 = row.absent.iter().sum::<u32>() - row.absent[Absence::Sick as usize];
    state.workforce.calm &= still && kept == 0 && target == ALL_THERE;
    state.workforce.sectors[sector][region] = row;
}

/// Wear after another hour.
fn wear(workforce: &Workforce, worn: u32, over: bool, roster: u32, overtime: u32) -> u32 {
    let most = workforce.exhausted_max_ppm * workforce.exhausted_hours / 100;
    if over || overtime > 0 {
        let grows = if over { 10 } else { 0 } + overtime / 10;
        (worn + grows - grows * roster * workforce.roster_permille / 1_000_000).min(most)
    } else {
        worn.saturating_sub(10 + 10 * roster * (workforce.roster_times.max(1) - 1) / 1000)
    }
}

/// A share that moves towards another, within a shift.
fn follow(was: u32, target: u32, hours: u32) -> u32 {
    let step = was.abs_diff(target).div_ceil(hours.max(1));
    if target < was { was - step } else { was + step }
}

/// Some people of those it takes, in millionths.
fn share(people: u32, needed: u32) -> u32 {
    if needed == 0 {
        return ALL_THERE;
    }
    u32::try_from(u64::from(people) * 1_000_000 / u64::from(needed)).unwrap_or(u32::MAX)
}

/// What is missing of a level to another, as a share of that, in millionths.
fn lack(level: Level, from: Level) -> u32 {
    if level >= from {
        return 0;
    }
    let there = u64::from(level.0.unsigned_abs()) * 1_000_000 / u64::from(from.0.unsigned_abs()).max(1);
    1_000_000 - u32::try_from(there).unwrap_or(0).min(1_000_000)
}

/// A share of a share, in millionths.
fn times(one: u32, other: u32) -> u32 {
    u32::try_from(u64::from(one) * u64::from(other) / 1_000_000).unwrap_or(u32::MAX)
}

fn overloaded(country: &Country, state: &State, overload: Overload, region: RegionId) -> bool {
    match overload {
        Overload::Beds => country.health.as_ref().is_some_and(|health| {
            let beds = super::health::capacity(health, state, region);
            let row = &state.health.regions[region];
            Ward::ALL.into_iter().any(|ward| row.occupied(ward) + row.boarding(ward) > beds[ward as usize])
        }),
        Overload::Teams(pool) => {
            let row = &state.pools[pool];
            row.units > 0 && row.lent.0.iter().sum::<u32>() >= row.units
        }
        Overload::Unrest(from) => state.society.regions.get(region).is_some_and(|row| row.unrest > from),
        Overload::Measures(most) => {
            u32::try_from(state.measures.active.iter().filter(|row| row.begun).count()).unwrap_or(u32::MAX)
                > most
        }
    }
}

/// What people who are not there take from the processes.
fn felt(ctx: &Ctx, workforce: &Workforce, state: &mut State) {
    for process in ctx.country.processes.ids() {
        for region in ctx.country.regions.ids() {
            let allowed = allowed(ctx.country, workforce, state, process, region).0;
            if state.workforce.allows[process][region] != allowed.0 {
                state.workforce.allows[process][region] = allowed.0;
                processes::weigh(state, Target::Process(process, region));
            }
        }
    }
}

/// What the people who are there allow of a process, and the sector that allows least.
pub(in crate::sim) fn allowed(
    country: &Country,
    workforce: &Workforce,
    state: &State,
    process: ProcessId,
    region: RegionId,
) -> (Level, Option<SectorId>) {
    let mut least = (Level::ONE, None);
    let by_people = by_hand::machines(country, state, process, region).lack();
    for need in workforce.needs.iter().filter(|need| need.process == process) {
        let there = state.workforce.sectors[need.sector][region].there_ppm;
        let met = Level::ratio_floor(u64::from(there), u64::from(need.from_ppm));
        let level = met.lack().times_floor(need.depth).times_floor(by_people).lack();
        if level < least.0 {
            least = (level, Some(need.sector));
        }
    }
    least
}

/// Units of pools that are missing because their people are.
fn teams(country: &Country, workforce: &Workforce, state: &mut State) {
    for (index, (pool, sector)) in workforce.pools.iter().enumerate() {
        let (mut there, mut needed) = (0, 0);
        for region in country.regions.ids() {
            let takes = u64::from(workforce.needed(*sector, region));
            let share = state.workforce.sectors[*sector][region].there_ppm.min(ALL_THERE);
            needed += takes;
            there += takes * u64::from(share) / 1_000_000;
        }
        // What is rounded off in a region is nobody who is missing.
        let lack = needed.saturating_sub(there + country.regions.len() as u64);
        let Some(away) = state.workforce.away.get_mut(index) else { continue };
        let base = state.pools[*pool].units + *away;
        let missing = (u64::from(base) * lack * 2 + needed) / (2 * needed).max(1);
        *away = u32::try_from(missing).unwrap_or(base).min(base);
        state.pools[*pool].units = base - *away;
    }
}
