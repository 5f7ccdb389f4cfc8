//! Care, hour by hour and region by region: arrivals, treatment by triage class, beds, discharges, deaths, and the spread of
//! patients over the country.
//!
//! All whole people; what is left of a division is carried to the next hour. At the start of each hour, for each region, with
//! `level` the hospitals' level (thousandths, to the nearest) and `staff = (1000 + staff lever) * who is there` (thousandths, see
//! `workforce`):
//!
//! 1. beds(w) = staffed beds * (1000 + surge lever) / 1000 * staff / 1000 * level / 1000.
//! 2. discharge: each cohort leaves at `patients / stay`, ordinary ones faster by the early-discharge lever.
//! 3. deaths: untreated casualties, patients without the intensive-care bed they need, intensive care in a failed hospital.
//! 4. treatment: `treated * level * staff`, T1 before T2 before T3, civil and military alike in proportion.
//! 5. ordinary arrivals at the pace that keeps an ordinary day as it is; planned ones times the planned-care lever, none while
//!    hospitals are below `planned_from`; what cannot take place is deferred, and made up for when there is room.
//! 6. free beds go to who waits, in the order of the cohorts; planned care comes last and is deferred when there is none.
//! 7. a region in which more patients wait or lie than it has beds wears out its staff (`workforce`).
//!
//! Ambulances bring T1 and T2 beyond two hours of treatment to the neighbour with the shortest queue. Every six hours patients
//! are moved from the fullest region to the emptiest by the last report of each on its beds, as far as transport goes: that is the
//! default when nobody decides. A region reports every `bed_report_hours`, more or fewer by the lever, and not while it is cut off
//! (`orders`) unless the lever is below zero. Must not prefer anybody but by urgency.
//!
//! In whole numbers, every division rounded down: `carried(x / n)` adds x to what was kept and gives whole units of n, the rest is kept;
//! levers and staff as 1000 + lever, never below nothing; region by region in this order:
//!
//! ```text
//! staff        = (1000 + lever) * there / 1000, with `there` in whole thousandths
//! leave        = carried(patients * pace / (stay * 1000)) of each kind of bed and cohort; pace: early discharge for acute and planned,
//!                else 1000
//! die, T1..T3  = carried(untreated of the class * its deaths / 1000), one by one from the larger group, civil where they are equal
//!      no bed  = carried(who wait for intensive care * deaths / 1000), then
//!      failed  = carried(who lie there * deaths * (1000 - level) / 1 000 000), both in the order of the cohorts
//!      missed  = carried(inhabitants * deaths * felt loss of the calls / 10^12); these never came in
//! room         = carried(floor(floor(treated * level / 1000) * staff / 1000) / 1000); with nobody untreated nothing is kept
//! treated      = as many of T1, then T2, then T3 as there is room for; soldiers among n: carried(floor(n * soldiers * 10^6 / all) / 10^6),
//!                never more than there are, nor fewer than n less the civilians. Of each class, civil and military apart: first intensive
//!                care, then ward, each carried(n * admitted / 1000); the others go home
//! arrivals     : full = floor(staffed beds * occupied / 1000), planned part = floor(full * planned / 1000); acute = carried((full -
//!                planned) / stay), who wait for a bed; wanted = carried(planned * 1000 / (stay * 1000)), kept in units of
//!                1 / (stay * 1000); taken = floor(wanted * lever / 1000), the lever nothing below `planned_from`, at most
//!                wanted and what is free of the beds less who lie and who wait; the rest is deferred. Where the lever is not below 1000
//!                and all wanted were taken: also ceil(wanted * catch up / 1000), at most the deferred and what is still free. Wards
//!                first, then intensive care
//! beds given   : intensive care first; acute, then wounded and military together, soldiers as above
//! ```
//!
//! After all regions, in order: ambulances bring floor(ambulances * trips / 1000) at most, one by one, T1 before T2, the larger group
//! first, as long as T1 and T2 are more than two hours of treatment and the shortest queue (in thousandths of an hour; of equals the first
//! region) is over an hour shorter. A queue is T1 and T2 x 10^6 / `treated` of the figures; neither level nor staff counts in it.
//! Then reports, in hours that are a multiple of the hours between them and the lever together, at least one. Then, in hours that are a
//! multiple of six, for intensive care and then wards, one by one: load = patients * 1000 / beds (at least one) of the last report, fullest
//! (of equals the last region) to emptiest (of equals the first), only from above 1000 to below 1000 and over at least the difference set;
//! the first cohort that waits; both reports are corrected. Of each kind of bed so many as transfers and their lever
//! together allow; when nobody waits where the report is fullest, it ends there. None while the lever for spreading is below
//! zero. Last, in the same hours, neighbours take over who wait for intensive care, as many as the lever says, one by one from where most
//! wait (of equals the first region), the first cohort that waits. These three levers are those over the country (`lever_anywhere`).

use super::{Ctx, orders};
use crate::sim::{
    country::{Cohort, Country, Health, Lever, TRIAGE, Ward},
    ids::RegionId,
    state::{BedReport, HospitalState, State},
};

/// The hour's care in every region.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(health) = ctx.country.health.as_ref().filter(|_| state.tick.starts_hour()) else { return };
    for region in health.regions.ids() {
        hour(ctx, health, state, region);
    }
    bring_away(health, state);
    report_beds(ctx.country, health, state);
    if state.tick.hour().is_multiple_of(6) {
        spread(health, state);
        take_over(health, state);
    }
}

/// Beds that can be used now, by kind.
pub(in crate::sim) fn capacity(health: &Health, state: &State, region: RegionId) -> [u32; Ward::COUNT] {
    let level = u64::from(state.processes.level(health.hospitals, region).permille());
    let surge = more(1000, state.measures.lever(Lever::SurgeBeds, region));
    let staff = staff(health, state, region);
    let staffed = health.regions[region].beds;
    if (level, surge, staff) == (1000, 1000, 1000) {
        return staffed;
    }
    staffed.map(|beds| {
        let open = u64::from(beds) * surge / 1000 * staff / 1000 * level / 1000;
        u32::try_from(open).unwrap_or(u32::MAX)
    })
}

/// Hospital staff in thousandths of the ordinary.
pub(in crate::sim) fn staff(health: &Health, state: &State, region: RegionId) -> u64 {
    let there = health.staff.map_or(1000, |sector| state.workforce.there(sector, region));
    more(1000, state.measures.lever(Lever::HospitalStaff, region)) * u64::from(there) / 1000
}

fn more(base: u32, lever: i32) -> u64 {
    u64::from(base.saturating_add_signed(lever))
}

#[inline(never)]
fn hour(ctx: &Ctx, health: &Health, state: &mut State, region: RegionId) {
    let beds = capacity(health, state, region);
    let staff = staff(health, state, region);
    let level = state.processes.level(health.hospitals, region).permille().min(1000);
    let early = more(1000, state.measures.lever(Lever::EarlyDischarge, region));
    let planned = more(1000, state.measures.lever(Lever::PlannedCare, region));
    let unreachable = state.felt_loss(health.calls, region);
    let info = &health.regions[region];
    let row = &mut state.health.regions[region];
    discharge(health, row, early);
    die(health, row, 1000 - level);
    let people = u64::from(ctx.country.regions[region].population);
    let unheard = people * u64::from(health.missed_call_deaths_milli) * u64::from(unreachable);
    row.missed += whole(&mut row.carry.deaths[TRIAGE + 2], unheard, 1_000_000 * 1_000 * 1_000);
    treat(health, row, u64::from(info.treated_milli) * u64::from(level) / 1000 * staff / 1000);
    let planned = if level < health.planned_from_permille { 0 } else { planned };
    let entered = arrive(health, info.beds, row, beds, planned);
    admit(row, beds);
    state.health.entered += u64::from(entered);
}

/// Parts of a person in which shares are kept.
const PARTS: u64 = 1_000_000;

/// Whole units of `more / per` with what was carried over.
fn whole(carry: &mut u64, more: u64, per: u64) -> u32 {
    *carry += more;
    // Nearly always; a division takes long.
    if *carry < per {
        return 0;
    }
    let units = *carry / per.max(1);
    *carry %= per.max(1);
    u32::try_from(units).unwrap_or(u32::MAX)
}

fn discharge(health: &Health, row: &mut HospitalState, early: u64) {
    for ward in Ward::ALL {
        let stays = health.wards[ward as usize].stay_hours;
        for cohort in Cohort::ALL {
            let (ward, cohort_at) = (ward as usize, cohort as usize);
            let ordinary = matches!(cohort, Cohort::Acute | Cohort::Planned);
            let pace = if ordinary { early } else { 1000 };
            let patients = row.beds[ward][cohort_at];
            if patients == 0 {
                continue;
            }
            let mut carry = u64::from(row.carry.discharge[ward][cohort_at]);
            let leaving = whole(&mut carry, u64::from(patients) * pace, u64::from(stays[cohort_at]) * 1000)
                .min(patients);
            row.carry.discharge[ward][cohort_at] = u32::try_from(carry).unwrap_or(0);
            row.beds[ward][cohort_at] -= leaving;
            row.home += u64::from(leaving);
        }
    }
}

fn die(health: &Health, row: &mut HospitalState, failed: u32) {
    let waits = row.untreated() > 0;
    for class in (0..TRIAGE).filter(|_| waits) {
        let patients: u32 = row.waiting[class].iter().sum();
        if patients == 0 {
            continue;
        }
        let hazard = u64::from(patients) * u64::from(health.untreated_deaths_permille[class]);
        let dying = whole(&mut row.carry.deaths[class], hazard, 1000).min(patients);
        row.dead += dying;
        // One by one from the larger group: nobody is spared for who they are.
        for _ in 0..dying {
            let [civil, military] = row.waiting[class];
            row.waiting[class][usize::from(military > civil)] -= 1;
        }
    }
    let intensive = Ward::Intensive as usize;
    let without: u32 = row.boarding[intensive].iter().sum();
    if without > 0 {
        let hazard = u64::from(without) * u64::from(health.no_bed_deaths_permille);
        let dying = whole(&mut row.carry.deaths[TRIAGE], hazard, 1000).min(without);
        row.dead += dying;
        take_from(&mut row.boarding[intensive], dying);
    }
    if failed == 0 {
        return;
    }
    let lying: u32 = row.beds[intensive].iter().sum();
    let hazard = u64::from(lying) * u64::from(health.failed_deaths_permille) * u64::from(failed);
    let dying = whole(&mut row.carry.deaths[TRIAGE + 1], hazard, 1_000_000).min(lying);
    row.dead += dying;
    take_from(&mut row.beds[intensive], dying);
}

fn take_from(rows: &mut [u32; Cohort::COUNT], mut count: u32) {
    for row in rows {
        let here = count.min(*row);
        *row -= here;
        count -= here;
    }
}

fn treat(health: &Health, row: &mut HospitalState, milli: u64) {
    if row.untreated() == 0 {
        // Room that nobody needs is gone with the hour.
        row.carry.treated = 0;
        return;
    }
    let mut carry = u64::from(row.carry.treated);
    let mut room = whole(&mut carry, milli, 1000);
    row.carry.treated = u32::try_from(carry).unwrap_or(0);
    for class in 0..TRIAGE {
        let [civil, military] = row.waiting[class];
        let treated = room.min(civil + military);
        if treated == 0 {
            continue;
        }
        room -= treated;
        let soldiers = soldiers_of(&mut row.carry.treated_soldiers[class], treated, [civil, military]);
        row.waiting[class] = [civil - (treated - soldiers), military - soldiers];
        for (cohort, count) in [(Cohort::Wounded, treated - soldiers), (Cohort::Military, soldiers)] {
            place(health, row, class, cohort, count);
        }
    }
}

/// Soldiers among `count` who are helped out of these civil and military people. Both are alike, so they share in proportion;
/// what is rounded off is kept for the next time.
fn soldiers_of(carry: &mut u32, count: u32, [civil, military]: [u32; 2]) -> u32 {
    if count == 0 {
        return 0;
    }
    let mut parts = u64::from(*carry);
    let exact = u64::from(count) * u64::from(military) * PARTS / u64::from(civil + military).max(1);
    let soldiers = whole(&mut parts, exact, PARTS);
    *carry = u32::try_from(parts).unwrap_or(0);
    soldiers.min(military).max(count.saturating_sub(civil)).min(count)
}

/// Treated casualties: to intensive care, to a ward, or home.
fn place(health: &Health, row: &mut HospitalState, class: usize, cohort: Cohort, count: u32) {
    let mut left = count;
    for ward in [Ward::Intensive, Ward::Clinic] {
        let share = u64::from(count) * u64::from(health.admitted_permille[class][ward as usize]);
        let kept = &mut row.carry.admitted[class][ward as usize][usize::from(cohort == Cohort::Military)];
        let mut carry = u64::from(*kept);
        let sent = whole(&mut carry, share, 1000).min(left);
        *kept = u32::try_from(carry).unwrap_or(0);
        row.boarding[ward as usize][cohort as usize] += sent;
        left -= sent;
    }
    row.home += u64::from(left);
}

/// Ordinary patients of the hour; how many came in.
fn arrive(
    health: &Health,
    staffed: [u32; Ward::COUNT],
    row: &mut HospitalState,
    beds: [u32; Ward::COUNT],
    planned: u64,
) -> u32 {
    let mut entered = 0;
    for ward in Ward::ALL {
        let at = ward as usize;
        let figures = health.wards[at];
        let occupied = u64::from(staffed[at] * figures.occupied_permille / 1000);
        let ordinary = occupied * u64::from(figures.planned_permille) / 1000;
        let stay = figures.stay_hours;
        let mut carry = row.carry.arrival[at].map(u64::from);
        let acute = whole(&mut carry[0], occupied - ordinary, u64::from(stay[Cohort::Acute as usize]));
        row.boarding[at][Cohort::Acute as usize] += acute;
        let wanted = whole(&mut carry[1], ordinary * 1000, u64::from(stay[Cohort::Planned as usize]) * 1000);
        row.carry.arrival[at] = carry.map(|part| u32::try_from(part).unwrap_or(0));
        let free = beds[at].saturating_sub(row.occupied(ward) + row.boarding(ward));
        let allowed = u32::try_from(u64::from(wanted) * planned / 1000).unwrap_or(u32::MAX);
        let mut taken = allowed.min(free).min(wanted);
        row.deferred += wanted - taken;
        // Deferred care is made up for at a part of the ordinary pace, while planned care is not held back.
        if planned >= 1000 && taken == wanted && row.deferred > 0 {
            let pace = (u64::from(wanted) * u64::from(health.catch_up_permille)).div_ceil(1000);
            let again = u32::try_from(pace).unwrap_or(0).min(row.deferred).min(free - taken);
            row.deferred -= again;
            taken += again;
        }
        row.beds[at][Cohort::Planned as usize] += taken;
        entered += acute + taken;
    }
    entered
}

/// Free beds to who waits, by urgency; intensive care first.
fn admit(row: &mut HospitalState, beds: [u32; Ward::COUNT]) {
    for ward in [Ward::Intensive, Ward::Clinic] {
        if row.boarding(ward) == 0 {
            continue;
        }
        let at = ward as usize;
        let mut free = beds[at].saturating_sub(row.occupied(ward));
        let [civil, military] =
            [Cohort::Wounded, Cohort::Military].map(|cohort| row.boarding[at][cohort as usize]);
        let acute = free.min(row.boarding[at][Cohort::Acute as usize]);
        free -= acute;
        let wounded = free.min(civil + military);
        let soldiers = soldiers_of(&mut row.carry.bedded_soldiers[at], wounded, [civil, military]);
        for (cohort, count) in
            [(Cohort::Acute, acute), (Cohort::Wounded, wounded - soldiers), (Cohort::Military, soldiers)]
        {
            row.boarding[at][cohort as usize] -= count;
            row.beds[at][cohort as usize] += count;
        }
    }
}

/// Ambulances bring T1 and T2 beyond two hours of treatment to the neighbour with the shortest queue.
fn bring_away(health: &Health, state: &mut State) {
    for (region, info) in health.regions.iter() {
        let urgent = |row: &HospitalState| -> u32 { row.waiting.iter().take(2).flatten().sum() };
        if urgent(&state.health.regions[region]) == 0 {
            continue;
        }
        let mut trips =
            u32::try_from(u64::from(info.ambulances) * u64::from(health.ambulance_permille) / 1000)
                .unwrap_or(0);
        while trips > 0 && urgent(&state.health.regions[region]) * 1000 > 2 * info.treated_milli {
            let hours = |other: &RegionId| {
                let pace = health.regions[*other].treated_milli.max(1);
                (u64::from(urgent(&state.health.regions[*other])) * 1_000_000 / u64::from(pace), *other)
            };
            let Some(best) = info.neighbours.iter().map(hours).min() else { break };
            let own = u64::from(urgent(&state.health.regions[region])) * 1_000_000
                / u64::from(info.treated_milli.max(1));
            if best.0 + 1_000 >= own {
                break;
            }
            let Some((class, group)) = first_waiting(&state.health.regions[region]) else { break };
            state.health.regions[region].waiting[class][group] -= 1;
            state.health.regions[best.1].waiting[class][group] += 1;
            state.health.moved += 1;
            trips -= 1;
        }
    }
}

/// The most urgent casualty; of equals the larger group first.
fn first_waiting(row: &HospitalState) -> Option<(usize, usize)> {
    (0..2).find_map(|class| {
        let [civil, military] = row.waiting[class];
        let group = usize::from(military > civil);
        (civil + military > 0).then_some((class, group))
    })
}

/// The regions whose report on their beds is due and gets through.
fn report_beds(country: &Country, health: &Health, state: &mut State) {
    let usual = country.crisis.bed_report_hours.max(1);
    for region in health.regions.ids() {
        let lever = state.measures.lever(Lever::BedReports, region);
        let every = usual.saturating_add_signed(lever).max(1);
        let silent = lever >= 0 && orders::is_cut_off(country, state, region);
        if silent || !state.tick.hour().is_multiple_of(every) {
            continue;
        }
        let beds = capacity(health, state, region);
        let row = &state.health.regions[region];
        let patients = Ward::ALL.map(|ward| row.occupied(ward) + row.boarding(ward));
        state.health.reports[region] = BedReport { at: state.tick, patients, beds };
    }
}

/// Load of a kind of bed in thousandths, as the last report has it.
fn load(report: &BedReport, ward: Ward) -> u32 {
    let at = ward as usize;
    let load = u64::from(report.patients[at]) * 1000 / u64::from(report.beds[at].max(1));
    u32::try_from(load).unwrap_or(u32::MAX)
}

fn spread(health: &Health, state: &mut State) {
    let regions = health.regions.len();
    if state.measures.lever_anywhere(Lever::PatientSpread, regions) < 0 {
        return;
    }
    let lever = state.measures.lever_anywhere(Lever::PatientTransport, regions);
    for ward in [Ward::Intensive, Ward::Clinic] {
        for _ in 0..more(health.transfers, lever) {
            let loads = || state.health.reports.iter().map(|(region, report)| (load(report, ward), region));
            let (Some(full), Some(empty)) = (loads().max(), loads().min()) else { return };
            // Room first: nobody is moved to where there is none, as far as was reported.
            if full.0 < empty.0 + health.transfer_from_permille || full.0 <= 1000 || empty.0 >= 1000 {
                break;
            }
            let at = ward as usize;
            let waiting = state.health.regions[full.1].boarding[at];
            let Some(cohort) = waiting.iter().position(|count| *count > 0) else { break };
            state.health.regions[full.1].boarding[at][cohort] -= 1;
            state.health.regions[empty.1].boarding[at][cohort] += 1;
            let told = &mut state.health.reports;
            told[full.1].patients[at] = told[full.1].patients[at].saturating_sub(1);
            told[empty.1].patients[at] += 1;
            state.health.moved += 1;
        }
    }
}

/// Neighbouring countries take over patients who wait for intensive care, from the fullest region.
fn take_over(health: &Health, state: &mut State) {
    let most = state.measures.lever_anywhere(Lever::PatientsAbroad, health.regions.len());
    for _ in 0..u32::try_from(most).unwrap_or(0) {
        let waiting = health.regions.ids().map(|region| {
            (state.health.regions[region].boarding(Ward::Intensive), std::cmp::Reverse(region))
        });
        let Some((1.., region)) = waiting.max() else { return };
        let row = &mut state.health.regions[region.0].boarding[Ward::Intensive as usize];
        let Some(count) = row.iter_mut().find(|count| **count > 0) else { return };
        *count -= 1;
        state.health.abroad += 1;
    }
}
