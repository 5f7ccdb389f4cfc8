//! Electricity from its file: loads split by inhabitants, elements in the order plants, interconnectors, lines, stations.

use super::{country::CountryCodes, every, hours, positive, share};
use crate::{
    scenario::{
        fault::{Faults, Place},
        schema::{
            Amount, Count,
            electricity::{ElectricityFile, LineRow, LoadRow},
        },
    },
    sim::{
        country::{Electricity, Element, ElementKind, Fuel, Load, Region},
        ids::{RegionId, Table},
        num::Level,
        time::TICKS_PER_HOUR,
    },
};

/// A part of something, in thousandths, up to ten times all of it.
fn permille(figure: &Amount, most: i64, faults: &mut Faults<'_>) -> Option<u32> {
    let value = figure.value.times_round(1000);
    if !(0..=most).contains(&value) {
        let what = format!("{} is out of range", figure.value);
        faults.add(&figure.place, what, format!("write 0 to {}", most / 1000));
        return None;
    }
    u32::try_from(value).ok()
}

/// Spare parts must be fewer than all.
fn spare(all: &Count, spare: &Count, faults: &mut Faults<'_>) -> Option<(u16, u16)> {
    let parts = positive(all, "the number of parts", faults)?;
    if spare.value >= parts {
        let what = format!("{} of {parts} parts are kept free", spare.value);
        faults.add(&spare.place, what, "keep at least one in use");
        return None;
    }
    Some((parts, spare.value))
}

/// The balance of electricity.
pub(super) fn electricity(
    file: &ElectricityFile,
    codes: &CountryCodes,
    regions: Option<&Table<RegionId, Region>>,
    faults: &mut Faults<'_>,
) -> Option<Electricity> {
    let months = file.months.value.iter().map(|row| permille(row, 10_000, faults)).collect::<Vec<_>>();
    if months.len() != 12 {
        faults.add(&file.months.place, format!("{} months", months.len()), "write twelve, January first");
    }
    let months = every(months)?;
    let ready = ready(file, faults);
    let protected = permille(&file.protected, 1000, faults);
    let collapse = permille(&file.collapse, 1000, faults);
    let delay = hours(&file.black_start_h, faults);
    let pace = share(file.black_start_per_h.value, &file.black_start_per_h.place, faults);
    let people = permille(&file.people_per_customer, 100_000, faults);
    let linepack = positive(&file.linepack_h, "the hours", faults);
    let spread = positive(&file.spread_parts, "the parts", faults);
    let rota = positive(&file.rota_h, "the hours", faults);
    let loads = loads(file, codes, regions, faults);
    let elements = elements(file, codes, faults);
    let narrow = |value: u32| u16::try_from(value).unwrap_or(u16::MAX);
    Some(Electricity {
        process: codes.processes.find(&file.process)?,
        gas: codes.processes.find(&file.gas)?,
        loads: loads?,
        rhythm: codes.rhythms.find(&file.rhythm)?,
        months_permille: months.into_iter().map(narrow).collect(),
        elements: Table::new(elements?),
        ready_permille: ready?,
        linepack_hours: u32::from(linepack?),
        protected_permille: protected?,
        rota_hours: u32::from(rota?),
        spread_parts: u32::from(spread?),
        collapse_permille: collapse?,
        black_start: delay?,
        black_start_per_tick: Level((pace?.0 + 2) / TICKS_PER_HOUR as i32),
        people_per_customer_centi: people? / 10,
    })
}

fn ready(file: &ElectricityFile, faults: &mut Faults<'_>) -> Option<Vec<u16>> {
    let mut rows = Vec::new();
    for fuel in Fuel::ALL {
        let found = file.ready.value.iter().find(|(each, _)| *each == fuel);
        if found.is_none() {
            faults.add(
                &file.ready.place,
                format!("nothing is said of {fuel:?}"),
                "write every kind of plant once",
            );
        }
        rows.push(found.and_then(|(_, part)| permille(part, 1000, faults)).map(|part| part as u16));
    }
    every(rows)
}

/// Steady industry as written, the rest of the mean load by inhabitants.
fn loads(
    file: &ElectricityFile,
    codes: &CountryCodes,
    regions: Option<&Table<RegionId, Region>>,
    faults: &mut Faults<'_>,
) -> Option<Table<RegionId, Load>> {
    let regions = regions?;
    let steady: u32 = file.regions.iter().map(|row| u32::from(row.steady_mw.value)).sum();
    let Some(rest) = u32::from(file.mean_mw.value).checked_sub(steady) else {
        let what = format!("industry takes {steady} MW of a mean of {}", file.mean_mw.value);
        faults.add(&file.mean_mw.place, what, "write a mean above the sum of steady_mw");
        return None;
    };
    let people: u64 = regions.rows().iter().map(|row| u64::from(row.population)).sum();
    let mut loads = Table::filled(None, regions.len());
    for row in &file.regions {
        let region: RegionId = codes.regions.find(&row.region)?;
        if loads[region].is_some() {
            faults.add(&row.region.place, "this region stands here twice", "remove one of the two");
        }
        let part = u64::from(rest) * u64::from(regions[region].population) / people.max(1);
        loads[region] = Some(Load {
            steady_mw: u32::from(row.steady_mw.value),
            rhythmic_mw: part as u32,
            headroom_mw: u32::from(row.headroom_mw.value),
        });
    }
    let missing = loads.iter().find(|(_, row)| row.is_none()).map(|(region, _)| region);
    if let Some(region) = missing {
        let what = format!("nothing is said of {}", regions[region].code);
        faults.add(&file.mean_mw.place, what, "write every region once under regions");
    }
    every(loads.rows().iter().copied()).map(Table::new)
}

fn elements(file: &ElectricityFile, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Vec<Element>> {
    let plants = file.plants.iter().map(|row| {
        let kind = ElementKind::Plant { region: codes.regions.find(&row.region)?, fuel: row.fuel };
        Some(Element { code: row.code.text.clone(), kind, mw: u32::from(row.mw.value) })
    });
    let mut rows: Vec<Option<Element>> = plants.collect();
    for row in &file.ties {
        let ready = permille(&row.ready, 1000, faults);
        let element = codes.regions.find(&row.region).zip(ready).map(|(region, ready)| Element {
            code: row.code.text.clone(),
            kind: ElementKind::Tie { region, neighbour: row.neighbour, ready_permille: ready as u16 },
            mw: u32::from(row.mw.value),
        });
        rows.push(element);
    }
    rows.extend(file.lines.iter().map(|row| line(row, codes, faults)).collect::<Vec<_>>());
    rows.extend(file.regions.iter().map(|row| station(row, codes, faults)).collect::<Vec<_>>());
    every(rows)
}

fn line(row: &LineRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Element> {
    let parts = spare(&row.circuits, &row.spare, faults);
    let (from, to) = (codes.regions.find(&row.from)?, codes.regions.find(&row.to)?);
    if from == to {
        same(&row.to.place, faults);
    }
    let (parts, spare) = parts?;
    let kind = ElementKind::Line { from, to, parts, spare };
    Some(Element { code: row.code.text.clone(), kind, mw: u32::from(row.mw.value) })
}

fn same(place: &Place, faults: &mut Faults<'_>) {
    faults.add(place, "a line from a region to itself", "name two regions");
}

fn station(row: &LoadRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Element> {
    let (parts, spare) = spare(&row.transformers, &row.spare, faults)?;
    let kind = ElementKind::Station { region: codes.regions.find(&row.region)?, parts, spare };
    Some(Element { code: row.code.text.clone(), kind, mw: 0 })
}
