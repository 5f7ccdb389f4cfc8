//! What the tick costs people: the sums that the metrics of need and the impact score fold.
//!
//! At the last tick of each hour, for the whole hour (`t` = 4 ticks), in whole numbers, `loss` in thousandths:
//!
//! 1. unmet need of a region: inhabitants x weight x felt loss x t, over all processes that people feel.
//! 2. basic needs and daily life: inhabitants x the greatest felt loss among the processes that count for it x t.
//! 3. value: inhabitants x sum of value share x loss (not what is felt of it: nothing is made good here), at most all, x t.
//! 4. digital: inhabitants x what open digital damage takes of a process x t, for each damage.
//! 5. unrest, discomfort: inhabitants x share x t; of vulnerable people those who live there.
//! 6. rights: inhabitants x sum of what measures in force limit, at most all, x t.
//! 7. repair: teams at work x t, of the damage that is still open.
//!
//! Rounded down: the sum of value share x loss to thousandths, a share in millionths to thousandths, then for vulnerable people the product times
//! their part. Felt loss is `State::felt_loss`, digital damage the open loss rounded to nearest. To value `economy` adds, at the
//! start of each hour and beside that most, inhabitants x firms closed by the hour before (in thousandths, rounded down) x what they add (the same) x t;
//! `standstill` adds to unmet need in every tick.
//!
//! Allocates nothing and must not judge: `score` does.

use crate::sim::{
    country::{Country, REGION_LANES, Score, Society},
    effect::{DamageKind, Target},
    ids::RegionId,
    state::{Lanes, State},
    time::TICKS_PER_HOUR,
};

const TICKS: u64 = TICKS_PER_HOUR as u64;
const ALL: u32 = 1000;

/// One value for each region.
type Row = [u32; REGION_LANES];

/// The hour's sums.
#[inline(never)]
pub(in crate::sim) fn run(country: &Country, state: &mut State) {
    if !state.tick.next().starts_hour() {
        return;
    }
    unmet(country, state);
    let Some(score) = &country.score else { return };
    needs(country, score, state);
    damages(country, state);
    if let Some(society) = &country.society {
        minds(country, society, state);
    }
    rights(country, score, state);
}

/// Inhabitants x thousandths x ticks of the hour.
fn parts(country: &Country, region: RegionId, permille: u32) -> u64 {
    u64::from(country.regions[region].population) * u64::from(permille) * TICKS
}

fn unmet(country: &Country, state: &mut State) {
    for (process, row) in country.processes.iter() {
        let weight = row.need.tenths();
        // Nearly always: all of it everywhere.
        if weight == 0 || state.processes.level[process] == Lanes::WHOLE {
            continue;
        }
        for region in country.regions.ids() {
            let loss = state.felt_loss(process, region);
            if loss > 0 {
                state.totals.unmet[region] += parts(country, region, loss) * weight;
            }
        }
    }
}

fn needs(country: &Country, score: &Score, state: &mut State) {
    let (mut basic, mut daily, mut value): (Row, Row, Row) =
        ([0; REGION_LANES], [0; REGION_LANES], [0; REGION_LANES]);
    let mut any = false;
    for (process, counted) in score.processes.iter() {
        if state.processes.level[process] == Lanes::WHOLE {
            continue;
        }
        any = true;
        let rows = country.regions.ids().zip(&mut basic).zip(&mut daily).zip(&mut value);
        for (((region, basic), daily), value) in rows {
            let felt = state.felt_loss(process, region);
            if counted.basic {
                *basic = felt.max(*basic);
            }
            if counted.daily {
                *daily = felt.max(*daily);
            }
            let lost = ALL.saturating_sub(state.processes.level(process, region).permille());
            *value += lost * u32::from(counted.value_permille);
        }
    }
    if !any {
        return;
    }
    for (((region, basic), daily), value) in country.regions.ids().zip(basic).zip(daily).zip(value) {
        let row = &mut state.score.regions[region];
        row.basic += parts(country, region, basic);
        row.daily += parts(country, region, daily);
        row.value += parts(country, region, (value / ALL).min(ALL));
    }
}

fn damages(country: &Country, state: &mut State) {
    for row in &state.damages.open {
        state.score.repair_ticks += u64::from(row.teams) * TICKS;
        if let (DamageKind::Digital, Target::Process(_, region)) = (row.kind, row.target) {
            let lost = parts(country, region, row.loss_now().permille());
            state.score.regions[region].digital += lost;
        }
    }
}

fn minds(country: &Country, society: &Society, state: &mut State) {
    for (region, people) in state.society.regions.iter() {
        let share = |ppm: i32| u32::try_from(ppm / 1000).unwrap_or(0);
        let (unrest, all, weak) =
            (share(people.unrest), share(people.discomfort), share(people.discomfort_vulnerable));
        // Nearly always.
        if (unrest, all, weak) == (0, 0, 0) {
            continue;
        }
        let row = &mut state.score.regions[region];
        row.unrest += parts(country, region, unrest);
        row.discomfort += parts(country, region, all);
        let vulnerable = u64::from(share(society.vulnerable_ppm[region]));
        row.discomfort_vulnerable += parts(country, region, weak) * vulnerable / 1000;
    }
}

fn rights(country: &Country, score: &Score, state: &mut State) {
    let mut limited: Row = [0; REGION_LANES];
    let mut any = false;
    for row in state.measures.active.iter().filter(|row| row.begun) {
        let share = score.rights_permille.get(row.measure).copied().map_or(0, u32::from);
        any |= share > 0;
        for (region, limited) in country.regions.ids().zip(&mut limited) {
            if row.region.is_none_or(|place| place == region) {
                *limited = (*limited + share).min(ALL);
            }
        }
    }
    for (region, limited) in country.regions.ids().zip(limited).filter(|_| any) {
        state.score.regions[region].rights += parts(country, region, limited);
    }
}
