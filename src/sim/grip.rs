//! How far a safety region is scaled up, who is on duty there, and who decides in whose place.
//!
//! The level is what the measures in force bring: a measure with a `grip` is a step of scaling up, taken and ended like any other.
//! With 0 nothing is scaled up; 5 is the cooperation of several regions. Above the regions stands the national crisis structure, a
//! measure of its own. Must not change anything; `systems::measures` replaces a lower step by a higher one.

use super::{
    country::{Country, Measure},
    ids::{MeasureId, RegionId, RoleId},
    state::State,
    time::Span,
};

/// Steps in force in a region.
fn steps<'a>(
    country: &'a Country,
    state: &'a State,
    region: RegionId,
) -> impl Iterator<Item = (&'a Measure, u8)> {
    let begun = state.measures.active.iter().filter(move |row| row.begun && row.region == Some(region));
    begun.filter_map(|row| {
        let measure = country.measures.rows.get(row.measure)?;
        Some((measure, measure.grip?))
    })
}

/// The level of a region, 0 to 5.
pub fn level(country: &Country, state: &State, region: RegionId) -> u8 {
    steps(country, state, region).map(|(_, grip)| grip).max().unwrap_or(0)
}

/// The highest level of any region.
pub fn highest(country: &Country, state: &State) -> u8 {
    country.regions.ids().map(|region| level(country, state, region)).max().unwrap_or(0)
}

/// True for a role that only comes on duty when a region is scaled up.
pub fn is_called_up(country: &Country, role: RoleId) -> bool {
    country.measures.rows.rows().iter().any(|row| row.grip.is_some() && row.duty.contains(&role))
}

/// True when a role is on duty in a region: always, or because the region is scaled up far enough.
pub fn on_duty(country: &Country, state: &State, role: RoleId, region: RegionId) -> bool {
    !is_called_up(country, role) || steps(country, state, region).any(|(row, _)| row.duty.contains(&role))
}

/// Who decides on a regional matter of a role in its place, because the region is scaled up.
pub fn in_place_of(country: &Country, state: &State, role: RoleId, region: RegionId) -> Option<RoleId> {
    let mut above = steps(country, state, region).filter(|(row, _)| row.takes_over.contains(&role));
    above.next().map(|(row, _)| row.owner)
}

/// Who decides about a measure, for a region if it is taken for one; none when there is no such measure.
pub fn decider(
    country: &Country,
    state: &State,
    measure: MeasureId,
    region: Option<RegionId>,
) -> Option<RoleId> {
    let owner = country.measures.rows.get(measure)?.owner;
    Some(region.and_then(|region| in_place_of(country, state, owner, region)).unwrap_or(owner))
}

/// What it takes to bring a staff together that is not on duty in a region. Scaling up is that itself.
pub(super) fn assembly(
    country: &Country,
    state: &State,
    measure: &Measure,
    region: Option<RegionId>,
) -> Span {
    let absent = |region| !on_duty(country, state, measure.owner, region);
    if measure.grip.is_none() && region.is_some_and(absent) { country.crisis.assemble } else { Span(0) }
}
