//! Measures from their file, once the rest of the country is there.

use super::{
    codes::Codes, conditions::Scope, country::CountryCodes, effects, every, hours, hours_or_none, share,
};
use crate::{
    scenario::{
        fault::Faults,
        scalar::{At, Decimal, Ref},
        schema::{
            pressure::{LastingRow, MeasureRow, MeasuresFile},
            world::RoleRow,
        },
    },
    sim::{
        country::{Basis, Country, Lasting, Measure, Measures},
        ids::{DenseId, ProcessId, Table},
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
    let rows = every(file.measures.iter().map(|row| measure(row, roles, &scope, faults)).collect::<Vec<_>>());
    let planned = share(file.planned.value, &file.planned.place, faults);
    let error = share(file.error.value, &file.error.place, faults);
    let messenger = hours_or_none(&file.messenger_h, faults);
    Some(Measures {
        rows: Table::new(rows?),
        planned_permille: planned?.permille(),
        error_permille: error?.permille(),
        messenger: messenger?,
    })
}

fn measure(
    row: &MeasureRow,
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
    let lasting = every(
        row.lasting.iter().map(|what| self::lasting(what, &codes.processes, faults)).collect::<Vec<_>>(),
    );
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
        lead: lead?,
        lasts: lasts.map_or(Some(None), |lasts| lasts.map(Some))?,
        once: once?,
        lasting: lasting?,
        cost_keur: row.cost_keur.as_ref().map_or(0, |figure| figure.value),
        daily_keur: row.daily_keur.as_ref().map_or(0, |figure| figure.value),
        trust_permille: trust.map_or(Some(0), |trust| u16::try_from(trust?.permille()).ok())?,
    })
}

/// What holds for a while.
pub(super) fn lasting(
    row: &LastingRow,
    processes: &Codes<ProcessId>,
    faults: &mut Faults<'_>,
) -> Option<Lasting> {
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
    })
}
