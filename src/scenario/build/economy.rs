//! Economy and government from their file. What is written for a day becomes what happens in an hour.

use super::{
    care::{permille, ppm, scaled},
    country::CountryCodes,
    every,
};
use crate::{
    scenario::{fault::Faults, scalar::Ref, schema::Amount, schema::economy::EconomyFile},
    sim::{
        country::{Economy, Region},
        ids::{ProcessId, RegionId, Table},
    },
};

/// A share of a day as the share of an hour.
fn hourly(figure: &Amount, faults: &mut Faults<'_>) -> Option<i32> {
    ppm(figure, faults).map(|value| value / 24)
}

/// Economy and government of the country.
pub(super) fn economy(
    file: &EconomyFile,
    codes: &CountryCodes,
    regions: Option<&Table<RegionId, Region>>,
    faults: &mut Faults<'_>,
) -> Option<Economy> {
    let processes = |rows: &[Ref<ProcessId>]| every(rows.iter().map(|code| codes.processes.find(code)));
    let (food_by, benefits_by, revenue_by) =
        (processes(&file.food_by), processes(&file.benefits_by), processes(&file.revenue_by));
    let firms = permille(&file.firms, faults);
    let close = hourly(&file.firms_close_d, faults);
    let open = hourly(&file.firms_open_d, faults);
    let pace = file
        .firms_pace
        .iter()
        .map(|(region, pace)| Some((codes.regions.find(region)?, scaled(pace, 1000, 10_000, faults)?)));
    let pace = every(pace.collect::<Vec<_>>());
    let catch_up = permille(&file.catch_up, faults);
    let benefits_trust = hourly(&file.benefits_trust_d, faults);
    let courts_trust = hourly(&file.courts_trust_d, faults);
    let stranded_trust = hourly(&file.stranded_trust_d, faults);
    let sites = scaled(&file.sites_per_100k, 1000, 100_000, faults);
    let parties = [&file.public, &file.companies, &file.volunteers];
    let mut each = |of: fn(&crate::scenario::schema::economy::PartyRow) -> &Amount| {
        let [public, firms, volunteers] = parties.map(|row| ppm(of(row), faults));
        Some([public?, firms?, volunteers?])
    };
    let willing = each(|row| &row.willing);
    let coerced = each(|row| &row.coerced);
    let consulted = each(|row| &row.consulted);
    let trusting = each(|row| &row.trusting);
    let follows = hourly(&file.willing_follows_d, faults);
    let repair = permille(&file.companies_repair, faults);
    let (regions, open, sites, pace) = (regions?, open?, sites?, pace?);
    let opens = regions.ids().map(|region| {
        let times = pace.iter().find(|(at, _)| *at == region).map_or(1000, |(_, times)| *times);
        (i64::from(open) * i64::from(times) / 1000) as i32
    });
    let places = regions
        .rows()
        .iter()
        .map(|row| u32::try_from(u64::from(row.population) * u64::from(sites) / 100_000_000).unwrap_or(0));
    let milli_h = |a_day: u16| u32::from(a_day) * 1000 / 24;
    Some(Economy {
        transport_eur: file.transport_eur.value,
        firms_permille: firms?,
        firms_close_ppm: close?,
        firms_open_ppm: opens.collect(),
        food_by: food_by?,
        benefits_per_hour: file.benefits_d.value / 24,
        benefits_by: benefits_by?,
        catch_up_permille: catch_up?,
        benefits_trust_ppm: benefits_trust?,
        revenue_keur: file.revenue_keur_d.value / 24,
        revenue_by: revenue_by?,
        cases_milli: [milli_h(file.cases_urgent_d.value), milli_h(file.cases_other_d.value)],
        courts_milli: milli_h(file.courts_d.value),
        courts_by: codes.processes.find(&file.courts_by)?,
        cases_disturbance: u32::from(file.cases_disturbance.value),
        cases_rights_milli: milli_h(file.cases_rights_d.value),
        cases_limit: u32::from(file.cases_limit.value),
        courts_trust_ppm: courts_trust?,
        stranded_trust_ppm: stranded_trust?,
        sites: places.collect(),
        willing_ppm: willing?,
        coerced_ppm: coerced?,
        consulted_ppm: consulted?,
        trusting_permille: trusting?.map(|value| value / 1000),
        willing_follows_ppm: follows?,
        public_helps_per_100k: u32::from(file.public_helps_per_100k.value),
        firms_repair_permille: repair?,
        volunteers_places_milli: u32::from(file.volunteers_places_d.value) * 1000 / 24,
    })
}
