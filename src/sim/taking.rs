//! May this measure be taken, or ended, by who asks? The part of `check` that concerns measures.
//!
//! Must not change anything. The words for a refusal are in `text`.

use super::{
    check::{Refusal, Thing},
    command::Actor,
    condition::holds,
    country::Country,
    economy, grip,
    ids::{MeasureId, RegionId},
    state::State,
    time::Span,
};

/// Is there such a measure for such a place, and is it not taken there already?
pub(super) fn open(
    country: &Country,
    state: &State,
    measure: MeasureId,
    region: Option<RegionId>,
) -> Result<(), Refusal> {
    known(country, measure, region)?;
    let taken = state.measures.active.iter().any(|row| row.measure == measure && row.region == region);
    if taken { Err(Refusal::DoneAlready) } else { Ok(()) }
}

fn known(country: &Country, measure: MeasureId, region: Option<RegionId>) -> Result<(), Refusal> {
    let row = country.measures.rows.get(measure).ok_or(Refusal::Unknown(Thing::Measure))?;
    if region.is_some_and(|region| country.regions.get(region).is_none()) {
        return Err(Refusal::Unknown(Thing::Region));
    }
    if row.regional == region.is_some() { Ok(()) } else { Err(Refusal::MeasureScope(measure)) }
}

/// Does a measure belong to who gives the command, for that region?
pub(super) fn owned(
    country: &Country,
    state: &State,
    actor: Actor,
    measure: MeasureId,
    region: Option<RegionId>,
) -> Result<(), Refusal> {
    known(country, measure, region)?;
    let row = &country.measures.rows[measure];
    let above = region.and_then(|region| grip::in_place_of(country, state, row.owner, region));
    match (actor.role(), above) {
        (Some(role), Some(above)) if role == above => Ok(()),
        (Some(role), Some(by)) if role == row.owner => Err(Refusal::TakenOver { measure, by }),
        (Some(role), None) if role == row.owner => Ok(()),
        _ => Err(Refusal::NotMeasureOwner { measure, owner: above.unwrap_or(row.owner) }),
    }
}

/// May it be taken now?
pub(super) fn allowed(
    country: &Country,
    state: &State,
    actor: Actor,
    measure: MeasureId,
    region: Option<RegionId>,
) -> Result<(), Refusal> {
    owned(country, state, actor, measure, region)?;
    open(country, state, measure, region)?;
    let steps = state.measures.active.iter().filter(|row| row.region == region);
    let level = steps.filter_map(|row| country.measures.rows[row.measure].grip).max().unwrap_or(0);
    let row = &country.measures.rows[measure];
    if row.grip.is_some_and(|grip| grip < level) {
        return Err(Refusal::ScaledFurther { level });
    }
    if let Some(by) = row.under.filter(|by| !state.measures.in_force(*by)) {
        let info = &country.measures.rows[by];
        let (basis, provider, delay) = (row.basis, info.owner, info.lead);
        return Err(Refusal::MeasureBasis { measure, basis, by, provider, delay });
    }
    if let Some(region) = region.filter(|_| row.sites > 0) {
        let free = economy::sites_free(country, state, region);
        if free < u32::from(row.sites) {
            return Err(Refusal::NoSite { measure, region, free });
        }
    }
    let after = state.measures.desk_wait(state.tick, row.owner, region);
    if row.desk > Span(0) && after > country.measures.desk_most {
        return Err(Refusal::DeskFull { owner: row.owner, after });
    }
    match (0..).zip(&row.needs).find(|(_, need)| !holds(country, state, need)) {
        Some((number, _)) => Err(Refusal::MeasureNeeds(measure, number)),
        None => Ok(()),
    }
}
