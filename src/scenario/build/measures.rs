//! Measures from their file, once the rest of the country is there.

use super::{
    codes::Codes, conditions::Scope, country::CountryCodes, effects, every, hours, hours_or_none, share,
};
use crate::{
    scenario::{
        fault::Faults,
        scalar::{At, Decimal, Ref},
        schema::{
            pressure::{LastingRow, LendRow, MeasureRow, MeasuresFile},
            world::RoleRow,
        },
    },
    sim::{
        country::{Absence, Basis, Country, Lasting, Measure, Measures, PoolKind},
        ids::{DenseId, PoolId, ProcessId, Table},
        plan::Start,
        time::LAST_TICK,
    },
};

/// All measures.
pub(super) fn measures(
    file: &MeasuresFile,
    roles: &[RoleRow],
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Measures> {
    let none = Codes::new([]);
    let movements = Codes::new([]);
    let scope = Scope {
        country,
        codes,
        injects: &none,
        movements: &movements,
        start: Start { epoch_day: 0, quarter: 0 },
        end: LAST_TICK,
    };
    let rows =
        every(file.measures.iter().map(|row| measure(row, file, roles, &scope, faults)).collect::<Vec<_>>());
    let planned = share(file.planned.value, &file.planned.place, faults);
    let error = share(file.error.value, &file.error.place, faults);
    let messenger = hours_or_none(&file.messenger_h, faults);
    let council = share(file.council.value, &file.council.place, faults);
    let desk_most = hours(&file.desk_most_h, faults);
    let late = super::care::scaled(&file.late, 1000, 10_000, faults);
    Some(Measures {
        rows: Table::new(rows?),
        planned_permille: planned?.permille(),
        error_permille: error?.permille(),
        messenger: messenger?,
        council_permille: council?.permille(),
        desk_most: desk_most?,
        late_permille: late?,
    })
}

fn measure(
    row: &MeasureRow,
    file: &MeasuresFile,
    roles: &[RoleRow],
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<Measure> {
    let codes = scope.codes;
    let owner = codes.roles.find(&row.owner);
    let holds = owner.and_then(|owner| roles.get(owner.index())).map(|role| role.bases.as_slice());
    let own = holds.is_some_and(|bases| bases.contains(&row.basis.value));
    if row.under.is_none() && !own {
        let what = format!("\"{}\" does not act on {:?} by itself", row.owner.text, row.basis.value);
        faults.add(
            &row.basis.place,
            what,
            "name the measure that provides it under: Some(..), or another owner",
        );
    }
    if row.under.is_some() && row.basis.value < Basis::G4 {
        faults.add(
            &row.basis.place,
            "no other measure has to be in force for this basis",
            "leave under out, or raise the basis",
        );
    }
    let under = codes.measures.find_optional(row.under.as_ref());
    let plan = codes.measures.find_optional(row.plan.as_ref());
    let needs = every(row.needs.iter().map(|need| scope.condition(need, faults)).collect::<Vec<_>>());
    let once = effects::effects(&row.once, scope, &[], faults);
    let lasting =
        every(row.lasting.iter().map(|what| self::lasting(what, codes, faults)).collect::<Vec<_>>());
    let units = every(row.units.iter().map(|units| moved(units, scope, faults)).collect::<Vec<_>>());
    let council = codes.measures.find_optional(row.council.as_ref());
    let answers = codes.processes.find_optional(row.answers.as_ref());
    let desk = hours_or_none(row.desk_h.as_ref().unwrap_or(&file.desk_h), faults);
    if let Some(sites) = row.sites.as_ref().filter(|_| !row.regional) {
        faults.add(&sites.place, "sites lie in a region", "write regional: true, or leave sites out");
    }
    if let Some(level) = row.grip.as_ref().filter(|level| !row.regional || !(1..=5).contains(&level.value)) {
        faults.add(
            &level.place,
            "a region is scaled up to level 1, 2, 3, 4 or 5",
            "write such a level, and regional: true",
        );
    }
    let duty = every(row.duty.iter().map(|role| codes.roles.find(role)).collect::<Vec<_>>());
    let takes_over = every(row.takes_over.iter().map(|role| codes.roles.find(role)).collect::<Vec<_>>());
    let lead = hours(&row.lead_h, faults);
    let lasts = row.lasts_h.as_ref().map(|figure| hours(figure, faults));
    let trust = row.trust.as_ref().map(|figure| share(figure.value, &figure.place, faults));
    Some(Measure {
        code: row.code.text.clone(),
        owner: owner?,
        basis: row.basis.value,
        under: under?,
        regional: row.regional,
        needs: needs?,
        plan: plan?,
        council: council?,
        grip: row.grip.as_ref().map(|level| level.value),
        duty: duty?,
        takes_over: takes_over?,
        sites: row.sites.as_ref().map_or(0, |figure| figure.value),
        desk: desk?,
        answers: answers?,
        market_keur: row.market_keur.as_ref().map_or(0, |figure| figure.value),
        lead: lead?,
        lasts: lasts.map_or(Some(None), |lasts| lasts.map(Some))?,
        once: once?,
        units: units?,
        lasting: lasting?,
        cost_keur: row.cost_keur.as_ref().map_or(0, |figure| figure.value),
        daily_keur: row.daily_keur.as_ref().map_or(0, |figure| figure.value),
        trust_permille: trust.map_or(Some(0), |trust| u16::try_from(trust?.permille()).ok())?,
    })
}

/// Units that are moved as long as a measure is in force.
fn moved(
    (code, change): &(Ref<PoolId>, At<i32>),
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<(PoolId, i32)> {
    let pool = scope.codes.pools.find(code)?;
    if !matches!(scope.country.pools[pool].kind, PoolKind::Held | PoolKind::Crews) {
        let what = format!("the units of \"{}\" cannot be moved for a while", code.text);
        faults.add(&code.place, what, "name a held pool or crews; what is used up belongs under once");
    }
    if change.value == 0 {
        faults.add(&change.place, "no unit is moved", "write more or fewer than 0, or leave it out");
    }
    Some((pool, change.value))
}

/// What holds for a while.
pub(super) fn lasting(row: &LastingRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Lasting> {
    let (processes, sectors) = (&codes.processes, &codes.sectors);
    if let LastingRow::CalledUp(sector, share) | LastingRow::Sick(sector, share) = row {
        let permille = super::share(share.value, &share.place, faults)?.permille();
        let reason = if matches!(row, LastingRow::Sick(..)) { Absence::Sick } else { Absence::CalledUp };
        return Some(Lasting::Absent(sectors.find(sector)?, reason, u16::try_from(permille).ok()?));
    }
    if let LastingRow::Lend(LendRow { from, to, share }) = row {
        let permille = super::share(share.value, &share.place, faults)?.permille();
        let both = (sectors.find(from)?, sectors.find(to)?);
        if both.0 == both.1 {
            faults.add(&to.place, "they work there already", "name another sector");
        }
        return Some(Lasting::Lend(both.0, both.1, u16::try_from(permille).ok()?));
    }
    let mut part = |process: &Ref<ProcessId>, share: &At<Decimal>| {
        let permille = super::share(share.value, &share.place, faults)?.permille();
        Some((processes.find(process)?, u16::try_from(permille).ok()?))
    };
    Some(match row {
        LastingRow::Lever(lever, more) => Lasting::Lever(*lever, *more),
        LastingRow::Relief(process, share) => {
            part(process, share).map(|(process, share)| Lasting::Relief(process, share))?
        }
        LastingRow::Ease(process, share) => {
            part(process, share).map(|(process, share)| Lasting::Ease(process, share))?
        }
        LastingRow::Strain(process, share) => {
            part(process, share).map(|(process, share)| Lasting::Strain(process, share))?
        }
        // Read above.
        LastingRow::CalledUp(..) | LastingRow::Sick(..) | LastingRow::Lend(_) => return None,
    })
}
