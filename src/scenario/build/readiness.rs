//! Readiness from its file: shares become thousandths, what is written for a day becomes what happens in an hour.

use super::{
    care::{permille, ppm},
    country::CountryCodes,
    every,
};
use crate::{
    scenario::{
        fault::Faults,
        scalar::Ref,
        schema::readiness::{AviationRow, ByHandRow, HandProcessRow, ReadinessFile, SitesRow, TierRow},
    },
    sim::{
        country::{
            Airfield, Aviation, ByHand, Country, HandRow, NodeKind, PoolKind, Readiness, Sites, Tier,
            TierFigures,
        },
        ids::{PoolId, ProcessId, RegionId},
        time::{Span, TICKS_PER_DAY},
    },
};

/// Readiness of the country.
pub(super) fn readiness(
    file: &ReadinessFile,
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Readiness> {
    let sites = sites(&file.sites, codes, country, faults);
    let aviation = aviation(&file.aviation, codes, country, faults);
    let by_hand = by_hand(&file.by_hand, codes, faults);
    let tiers = tiers(&file.tiers, faults);
    Some(Readiness { sites: Some(sites?), aviation: Some(aviation?), by_hand: by_hand?, tiers: tiers? })
}

fn sites(row: &SitesRow, codes: &CountryCodes, country: &Country, faults: &mut Faults<'_>) -> Option<Sites> {
    let process = codes.processes.find(&row.process);
    let shares = row
        .shares
        .value
        .iter()
        .map(|(region, share)| Some((codes.regions.find(region)?, permille(share, faults)?)));
    let shares = every(shares.collect::<Vec<_>>());
    let mut pools = Vec::new();
    for (code, part) in &row.pools {
        let (pool, part) = (codes.pools.find(code), permille(part, faults));
        let held = |pool: PoolId| country.pools[pool].kind == PoolKind::Held;
        let of_people = |pool| {
            country.workforce.as_ref().is_some_and(|staff| staff.pools.iter().any(|row| row.0 == pool))
        };
        if let Some(pool) = pool.filter(|pool| !held(*pool) || of_people(*pool)) {
            let what = format!("the units of \"{}\" do not live on a site", code.text);
            let repair = if held(pool) {
                "it follows its people already: name another pool"
            } else {
                "name a held pool"
            };
            faults.add(&code.place, what, repair);
        }
        pools.push(pool.zip(part));
    }
    let (pools, shares) = (every(pools), shares?);
    let sum: u32 = shares.iter().map(|(_, share)| share).sum();
    if sum != 1000 {
        let what = format!("the shares of the sites add up to {sum} thousandths");
        faults.add(&row.shares.place, what, "make them add up to 1");
    }
    let share_of = |region: RegionId| shares.iter().filter(|row| row.0 == region).map(|row| row.1).sum();
    let share_permille = country.regions.ids().map(share_of).collect();
    Some(Sites { process: process?, share_permille, pools: pools? })
}

fn aviation(
    row: &AviationRow,
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Aviation> {
    let process = codes.processes.find(&row.process);
    let mut fields = Vec::new();
    for (code, travellers) in &row.travellers_d {
        let node = codes.nodes.find(code);
        let place = node.map(|node| &country.nodes[node]);
        if place.is_some_and(|place| place.kind != NodeKind::Airfield || place.handling.is_none()) {
            let what = format!("\"{}\" is no airfield with handling", code.text);
            faults.add(&code.place, what, "name an airfield that has a pool for its handling");
        }
        fields.push(node.map(|node| Airfield { node, travellers: travellers.value / 24 }));
    }
    let catch_up = permille(&row.catch_up, faults);
    let trust = ppm(&row.trust_d, faults).map(|value| value / 24);
    Some(Aviation {
        process: process?,
        fields: every(fields)?,
        catch_up_permille: catch_up?,
        trust_ppm: trust?,
    })
}

fn by_hand(row: &ByHandRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<ByHand> {
    let all = |rows: &[Ref<ProcessId>]| every(rows.iter().map(|code| codes.processes.find(code)));
    let (digital, signals) = (all(&row.digital), all(&row.signals));
    let slows = permille(&row.slows, faults);
    let rows = every(row.rows.iter().map(|row| hand(row, codes, faults)).collect::<Vec<_>>());
    let rows = rows?;
    for (index, (row, built)) in row.rows.iter().zip(&rows).enumerate() {
        if rows.iter().take(index).any(|earlier| earlier.process == built.process) {
            faults.add(&row.process.place, "this process stands here twice", "keep one of them");
        }
    }
    Some(ByHand { digital: digital?, signals: signals?, rows, slows_permille: slows? })
}

fn hand(row: &HandProcessRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<HandRow> {
    let process = codes.processes.find(&row.process);
    let figures = [&row.efficiency, &row.machines, &row.exposed, &row.leans];
    let [efficiency, machines, exposed, leans] = figures.map(|figure| permille(figure, faults));
    Some(HandRow {
        process: process?,
        efficiency_permille: efficiency?,
        machines_permille: machines?,
        exposed_permille: exposed?,
        leans_permille: leans?,
    })
}

fn tiers(rows: &[TierRow], faults: &mut Faults<'_>) -> Option<Vec<TierFigures>> {
    let mut tiers = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        if Tier::ALL.get(number) != Some(&row.tier.value) {
            let what = format!("{:?} does not stand here", row.tier.value);
            faults.add(&row.tier.place, what, "write First, Second and Third, each once, in this order");
        }
        let ticks = row.within_d.value.times_round(i64::from(TICKS_PER_DAY));
        let within = u32::try_from(ticks).ok().filter(|ticks| *ticks > 0).map(Span);
        if within.is_none() {
            let what = format!("a tier within {} days", row.within_d.value);
            faults.add(&row.within_d.place, what, "write a number of days above 0");
        }
        let sooner =
            tiers.last().copied().flatten().is_some_and(|last: TierFigures| within <= Some(last.within));
        if within.is_some() && sooner {
            faults.add(&row.within_d.place, "no later than the tier before it", "write more days");
        }
        tiers.push(within.map(|within| TierFigures { within, soldiers: row.soldiers.value }));
    }
    every(tiers)
}
