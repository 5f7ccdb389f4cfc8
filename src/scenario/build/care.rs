//! Care, people and generators from their files. Shares become thousandths or millionths, rates those of an hour.

use super::{country::CountryCodes, every, positive};
use crate::{
    scenario::{
        fault::{Faults, Place},
        scalar::Figure,
        schema::{
            Amount,
            pressure::{GeneratorRow, HealthFile, SocietyFile, WardRow},
            world::RegionRow,
        },
    },
    sim::{
        country::{
            ALL_PPM, Alarm, AlarmFigures, Buffer, CURVE_HOURS, Edge, Generator, Health, HospitalRegion, Mode,
            Node, ProcessArc, Society, TRIAGE, WardFigures,
        },
        ids::{ArcId, DenseId, EdgeId, NodeId, PoolId, RegionId, Table},
    },
};

const HOURS_PER_MONTH: i64 = 730;

/// A figure times a whole number, within bounds.
pub(super) fn scaled(figure: &Amount, by: i64, most: i64, faults: &mut Faults<'_>) -> Option<u32> {
    let value = figure.value.times_round(by);
    if figure.value.is_negative() || value > most {
        let what = format!("{} is out of range", figure.value);
        faults.add(&figure.place, what, format!("write 0 to {}", most / by.max(1)));
        return None;
    }
    u32::try_from(value).ok()
}

pub(super) fn permille(figure: &Amount, faults: &mut Faults<'_>) -> Option<u32> {
    scaled(figure, 1000, 1000, faults)
}

pub(super) fn ppm(figure: &Amount, faults: &mut Faults<'_>) -> Option<i32> {
    scaled(figure, i64::from(ALL_PPM), i64::from(ALL_PPM), faults).and_then(|value| i32::try_from(value).ok())
}

/// A share of a longer time as the share of an hour.
fn hourly(figure: &Amount, hours: i64, faults: &mut Faults<'_>) -> Option<i32> {
    ppm(figure, faults).map(|value| value / hours as i32)
}

/// The part that ends in an hour when half has ended after so many days.
fn halved(figure: &Amount, faults: &mut Faults<'_>) -> Option<i32> {
    ended(figure, libm::log(2.0), faults)
}

/// The part that ends in an hour at a rate for so many days.
fn ended(figure: &Amount, rate: f64, faults: &mut Faults<'_>) -> Option<i32> {
    if !figure.value.is_positive() {
        faults.add(&figure.place, "it would end at once", "write a number of days above 0");
        return None;
    }
    let gone = 1.0 - libm::exp(-rate / (24.0 * figure.value.to_f64()));
    Some(libm::round(gone * f64::from(ALL_PPM)) as i32)
}

fn ward(row: &WardRow, faults: &mut Faults<'_>) -> Option<WardFigures> {
    let occupied = permille(&row.occupied, faults);
    let planned = permille(&row.planned, faults);
    let stays = [&row.stay_acute_d, &row.stay_wounded_d, &row.stay_military_d, &row.stay_planned_d];
    let stays = stays.map(|figure| scaled(figure, 24, 24 * 365, faults).filter(|hours| *hours > 0));
    let [acute, wounded, military, ordinary] = stays;
    Some(WardFigures {
        occupied_permille: occupied?,
        planned_permille: planned?,
        stay_hours: [acute?, wounded?, military?, ordinary?],
    })
}

fn three<T>(rows: Vec<Option<T>>, place: &Place, faults: &mut Faults<'_>) -> Option<[T; TRIAGE]> {
    let rows: Vec<T> = rows.into_iter().collect::<Option<_>>()?;
    let count = rows.len();
    let three = rows.try_into().ok();
    if three.is_none() {
        faults.add(place, format!("{count} values"), "write three: T1, T2 and T3");
    }
    three
}

/// Care in the country.
pub(super) fn health(
    file: &HealthFile,
    regions: &[RegionRow],
    population: Option<&Table<RegionId, crate::sim::country::Region>>,
    neighbours: Vec<Vec<RegionId>>,
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<Health> {
    let processes = &codes.processes;
    let staffed = permille(&file.staffed, faults);
    let treated = scaled(&file.treated_per_department_h, 1000, 100_000, faults);
    let ambulances = scaled(&file.ambulances_per_100k, 1000, 1_000_000, faults);
    let wards = [ward(&file.clinic, faults), ward(&file.intensive, faults)];
    let admitted = file.admitted.value.iter().map(|row| {
        let parts = [permille(&row.clinic, faults), permille(&row.intensive, faults)];
        let [clinic, intensive] = parts;
        Some([clinic?, intensive?])
    });
    let admitted = admitted.collect();
    let admitted = three(admitted, &file.admitted.place, faults);
    let untreated = file.untreated_deaths_h.value.iter().map(|row| permille(row, faults)).collect();
    let untreated = three(untreated, &file.untreated_deaths_h.place, faults);
    let [clinic, intensive] = wards;
    let no_bed = permille(&file.no_bed_deaths_h, faults);
    let failed = permille(&file.failed_deaths_h, faults);
    let missed = scaled(&file.missed_call_deaths_h, 1000, 1000, faults);
    let planned_from = permille(&file.planned_from, faults);
    let trips = scaled(&file.ambulance_trips_h, 1000, 10_000, faults);
    let transfer_from = permille(&file.transfer_from, faults);
    let catch_up = permille(&file.catch_up, faults);
    let (staffed, treated, ambulances) = (staffed?, treated?, ambulances?);
    let rows = regions.iter().zip(population?.rows()).zip(neighbours).map(|((row, people), neighbours)| {
        let trucks = u64::from(people.population) * u64::from(ambulances) / 100_000_000;
        HospitalRegion {
            beds: [row.beds.value * staffed / 1000, row.intensive_care.value],
            treated_milli: row.emergency_departments.value * treated,
            ambulances: u32::try_from(trucks).unwrap_or(0).max(1),
            neighbours,
        }
    });
    Some(Health {
        hospitals: processes.find(&file.hospitals)?,
        calls: processes.find(&file.calls)?,
        regions: rows.collect(),
        wards: [clinic?, intensive?],
        admitted_permille: admitted?,
        untreated_deaths_permille: untreated?,
        no_bed_deaths_permille: no_bed?,
        failed_deaths_permille: failed?,
        missed_call_deaths_milli: missed?,
        planned_from_permille: planned_from?,
        ambulance_permille: trips?,
        transfers: u32::from(file.transfers.value),
        transfer_from_permille: transfer_from?,
        staff: Some(codes.sectors.find(&file.staff)?),
        catch_up_permille: catch_up?,
    })
}

/// Regions that a road joins.
pub(super) fn neighbours(
    regions: usize,
    nodes: Option<&Table<NodeId, Node>>,
    edges: Option<&Table<EdgeId, Edge>>,
) -> Vec<Vec<RegionId>> {
    let mut found = vec![Vec::new(); regions];
    let (Some(nodes), Some(edges)) = (nodes, edges) else { return found };
    for edge in edges.rows().iter().filter(|edge| edge.mode == Mode::Road) {
        let (Some(from), Some(to)) = (nodes[edge.from].region, nodes[edge.to].region) else { continue };
        if from != to {
            for (one, other) in [(from, to), (to, from)] {
                found.get_mut(one.index()).into_iter().for_each(|list: &mut Vec<RegionId>| list.push(other));
            }
        }
    }
    for list in &mut found {
        list.sort_unstable();
        list.dedup();
    }
    found
}

/// Share without discomfort after each hour: exp(-(hour / scale)^power).
fn curve(scale: &Amount, power: i32, faults: &mut Faults<'_>) -> Option<Vec<i32>> {
    if !scale.value.is_positive() {
        faults.add(&scale.place, "nobody would last an hour", "write a number of hours above 0");
        return None;
    }
    let share = |hour: usize| {
        let part = hour as f64 / scale.value.to_f64();
        let raised = (0..power).fold(1.0, |product, _| product * part);
        libm::round(libm::exp(-raised) * f64::from(ALL_PPM)) as i32
    };
    Some((0..=CURVE_HOURS).map(share).collect())
}

/// People.
#[expect(clippy::too_many_lines, reason = "one line for each figure")]
pub(super) fn society(
    file: &SocietyFile,
    codes: &CountryCodes,
    regions: usize,
    faults: &mut Faults<'_>,
) -> Option<Society> {
    let processes = &codes.processes;
    let lived_by = every(file.lived_by.iter().map(|code| processes.find(code)).collect::<Vec<_>>());
    let alarm = |alarm: Alarm, faults: &mut Faults<'_>| {
        let Some(row) = file.alarms.value.iter().find(|row| row.alarm.value == alarm) else {
            faults.add(&file.alarms.place, format!("{alarm:?} is missing"), "write every way to warn once");
            return None;
        };
        let needs = processes.find_optional(row.needs.as_ref());
        Some(AlarmFigures { reach_ppm: ppm(&row.reach, faults)?, needs: needs? })
    };
    let [nl_alert, siren, broadcast] = Alarm::ALL.map(|each| alarm(each, faults));
    let unrest: Vec<Option<i32>> = file.unrest.value.iter().map(|figure| ppm(figure, faults)).collect();
    let unrest = every(unrest).and_then(|rows| rows.try_into().ok());
    if unrest.is_none() {
        faults.add(
            &file.unrest.place,
            "not four values",
            "write deprivation, misinformation, polarisation, trust",
        );
    }
    let fades = ended(&file.misinformation_d, 1.0, faults);
    let spread = scaled(&file.misinformation_spread, 1000, 10_000, faults);
    let (good, hoarding) = &file.hoarded;
    let (hit, (hit_share, hit_hours)) = &file.disturbance_costs;
    let vulnerable = ppm(&file.vulnerable, faults);
    let prepared = ppm(&file.prepared, faults);
    let prepared_most = ppm(&file.prepared_most, faults);
    let prepared_rate = hourly(&file.prepared_month, HOURS_PER_MONTH, faults);
    let curves = [curve(&file.prepared_h, 4, faults), curve(&file.unprepared_h, 2, faults)];
    let recovers =
        scaled(&file.recovers_h, 1000, 100_000, faults).and_then(|value| i32::try_from(value).ok());
    let asking = ppm(&file.asking, faults);
    let word = ppm(&file.word_of_mouth_h, faults);
    let forgotten = halved(&file.forgotten_d, faults);
    let hoarding_ends = halved(&file.hoarding_d, faults);
    let hoarding_met = permille(&file.hoarding_met, faults);
    let hoarding_starts = ppm(&file.hoarding_starts_h, faults);
    let limit = hourly(&file.hoarding_limit_d, 24, faults);
    let trust = ppm(&file.trust, faults);
    let trust_returns = hourly(&file.trust_returns_month, HOURS_PER_MONTH, faults);
    let trust_lost = hourly(&file.trust_lost_d, 24, faults);
    let message = hourly(&file.trust_message_d, 24, faults);
    let misinformed = ppm(&file.misinformed, faults);
    let least = permille(&file.misinformed_least, faults);
    let trust_stops = ppm(&file.trust_stops, faults);
    let debunked = hourly(&file.debunked_d, 24, faults);
    let polarised = ppm(&file.polarised, faults);
    let follows = ppm(&file.unrest_follows_h, faults);
    let disturbance = permille(&file.disturbance, faults);
    let hit_permille = permille(hit_share, faults);
    let support = hourly(&file.support_lost_month, HOURS_PER_MONTH, faults);
    let [well, badly] = curves;
    let fades = fades?;
    Some(Society {
        lived_by: lived_by?,
        alarms: [nl_alert?, siren?, broadcast?],
        vulnerable_ppm: Table::filled(vulnerable?, regions),
        prepared_ppm: prepared?,
        prepared_most_ppm: prepared_most?,
        prepared_rate_ppm: prepared_rate?,
        campaign_times: i32::from(file.campaign_times.value),
        recovers_milli: recovers?,
        curves_ppm: [well?, badly?],
        asking_ppm: asking?,
        helped_per_100k: u32::from(file.helped_per_100k.value),
        help_ramp_hours: u32::from(file.help_ramp_h.value),
        points_per_100k: u32::from(file.points_per_100k.value),
        word_of_mouth_ppm: word?,
        forgotten_ppm: forgotten?,
        hoarded: Some((codes.goods.find(good)?, processes.find(hoarding)?)),
        hoarding_ends_ppm: hoarding_ends?,
        hoarding_met_permille: hoarding_met?,
        hoarding_starts_ppm: hoarding_starts?,
        hoarding_limit_ppm: limit?,
        trust_ppm: trust?,
        trust_returns_ppm: trust_returns?,
        trust_lost_ppm: trust_lost?,
        trust_message_ppm: message?,
        misinformed_ppm: misinformed?,
        misinformed_least_ppm: (i64::from(misinformed?) * i64::from(least?) / 1000) as i32,
        misinformation_spreads_ppm: (i64::from(fades) * i64::from(spread?) / 1000) as i32,
        trust_stops_ppm: trust_stops?,
        misinformation_fades_ppm: fades,
        debunked_ppm: debunked?,
        polarised_ppm: polarised?,
        unrest_ppm: unrest?,
        unrest_follows_ppm: follows?,
        disturbance_permille: disturbance?,
        disturbance: Some((
            processes.find(hit)?,
            u16::try_from(hit_permille?).ok()?,
            u32::from(hit_hours.value),
        )),
        places_per_hour_milli: u32::from(file.places_d.value) * 1000 / 24,
        registered_per_hour: u32::from(file.registered_d.value) / 24,
        asylum_per_hour_milli: u32::from(file.asylum_d.value) * 1000 / 24,
        support_lost_ppm: support?,
    })
}

/// Emergency generators.
pub(super) fn generators(
    rows: &[GeneratorRow],
    codes: &CountryCodes,
    arcs: Option<&Table<ArcId, ProcessArc>>,
    faults: &mut Faults<'_>,
) -> Option<Vec<Generator>> {
    let mut generator = |row: &GeneratorRow| {
        let process = codes.processes.find(&row.process);
        let supplier = codes.processes.find(&row.supplier);
        let fuel: Option<PoolId> = codes.pools.find(&row.fuel);
        let litres: &Figure<u16> = &row.litres_per_100k;
        let litres = positive(litres, "the use of fuel", faults);
        let arc = arcs?.iter().find(|(_, arc)| {
            Some(arc.process) == process && Some(arc.supplier) == supplier && arc.buffer != Buffer::Instant
        });
        if arc.is_none() && process.is_some() && supplier.is_some() {
            let what = "this process has no store against the loss of that supplier";
            faults.add(&row.process.place, what, "name a dependency with a Tank or Fleet buffer");
        }
        Some(Generator { arc: arc?.0, fuel: fuel?, class: row.class, litres_per_100k: u32::from(litres?) })
    };
    every(rows.iter().map(&mut generator).collect::<Vec<_>>())
}
