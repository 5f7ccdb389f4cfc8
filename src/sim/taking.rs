//! May this measure be taken, or ended, by who asks? The part of `check` that concerns measures.
//!
//! Must not change anything. The words for a refusal are in `text`.

use super::{
    check::{Refusal, Thing},
    command::Actor,
    condition::holds,
    country::Country,
    economy,
    ids::{MeasureId, RegionId},
    state::State,
    time::Span,
};

/// Does a measure belong to who gives the command, for that region?
pub(super) fn owned(
    country: &Country,
    actor: Actor,
    measure: MeasureId,
    region: Option<RegionId>,
) -> Result<(), Refusal> {
    let row = country.measures.rows.get(measure).ok_or(Refusal::Unknown(Thing::Measure))?;
    if region.is_some_and(|region| country.regions.get(region).is_none()) {
        return Err(Refusal::Unknown(Thing::Region));
    }
    if row.regional != region.is_some() {
        return Err(Refusal::MeasureScope(measure));
    }
    if actor.role() == Some(row.owner) {
        Ok(())
    } else {
        Err(Refusal::NotMeasureOwner { measure, owner: row.owner })
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
    owned(country, actor, measure, region)?;
    let row = &country.measures.rows[measure];
    if state.measures.active.iter().any(|row| row.measure == measure && row.region == region) {
        return Err(Refusal::DoneAlready);
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
