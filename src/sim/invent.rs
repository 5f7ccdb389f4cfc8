//! Is an inject made during play well formed? Everything it names must exist, its texts must fit.
//!
//! Must not change anything. Planned injects are checked by `scenario::validate` instead.

use super::{
    check::{Refusal, Thing, text_fits},
    condition::Condition,
    country::{Country, Lasting},
    effect::{Effect, Target},
    ids::{DenseId, InjectId, RegionId, SectorId},
    metric::Metric,
    plan::{Inject, Plan, Trigger},
    state::State,
};

/// Checks an invented inject.
pub fn allowed(country: &Country, plan: &Plan, state: &State, inject: &Inject) -> Result<(), Refusal> {
    for text in
        [&inject.title, &inject.text, &inject.sender, &inject.expected, &inject.question, &inject.staff_note]
    {
        text_fits(&text.nl)?;
        text_fits(&text.en)?;
    }
    text_fits(&inject.code)?;
    let planned = plan.injects.rows().iter();
    if planned.chain(&state.injects.invented).any(|row| row.code == inject.code) {
        return Err(Refusal::InjectCodeTaken(inject.code.clone()));
    }
    let known = inject.receivers.iter().all(|role| country.roles.get(*role).is_some())
        && inject.objectives.iter().all(|objective| plan.objectives.get(*objective).is_some())
        && inject.effects.iter().all(|effect| effect_known(country, plan, effect))
        && trigger_known(country, plan, state, &inject.trigger);
    if known { Ok(()) } else { Err(Refusal::Unknown(Thing::Target)) }
}

fn target_known(country: &Country, target: Target) -> bool {
    match target {
        Target::Process(process, region) => {
            country.processes.get(process).is_some() && country.regions.get(region).is_some()
        }
        Target::Edge(edge) => country.edges.get(edge).is_some(),
        Target::Terminal(node) => country.nodes.get(node).is_some_and(|node| node.handling.is_some()),
        Target::Crossing(node) => country.nodes.get(node).is_some_and(|node| node.accepts_per_day.is_some()),
        Target::Grid(element) => {
            country.electricity.as_ref().is_some_and(|row| row.elements.get(element).is_some())
        }
    }
}

fn effect_known(country: &Country, plan: &Plan, effect: &Effect) -> bool {
    match effect {
        // No crew of this country mends what is broken behind the border.
        Effect::Damage { target: Target::Crossing(_), .. } => false,
        Effect::Damage { target, skill, .. } => {
            target_known(country, *target) && country.skills.get(*skill).is_some()
        }
        Effect::Impair { target, .. } => target_known(country, *target),
        Effect::ShiftShip { movement, ship, .. } => {
            plan.movements.get(*movement).is_some_and(|row| usize::from(*ship) < row.arrivals.len())
        }
        Effect::Demand { .. } | Effect::LowWater { .. } => true,
        Effect::Units { pool, .. } => country.pools.get(*pool).is_some_and(|row| row.kind.has_units()),
        Effect::Casualties { region, triage, .. } => {
            region_known(country, Some(*region)) && triage.iter().all(|count| *count <= PEOPLE_MAX)
        }
        Effect::Patients { region, clinic, intensive, .. } => {
            region_known(country, Some(*region))
                && [clinic, intensive].iter().all(|count| **count <= PEOPLE_MAX)
        }
        Effect::Newcomers { region, people } => region_known(country, *region) && *people <= PEOPLE_MAX,
        Effect::Stranded { people } => *people <= PEOPLE_MAX,
        Effect::Warn { region, .. } | Effect::Mood { region, .. } => region_known(country, *region),
        Effect::Holds { what, region, .. } => {
            let known = match what {
                Lasting::Lever(..) => true,
                Lasting::Relief(process, share)
                | Lasting::Ease(process, share)
                | Lasting::Strain(process, share) => {
                    country.processes.get(*process).is_some() && *share <= 1000
                }
                Lasting::Absent(sector, _, share) => sector_known(country, *sector) && *share <= 1000,
                Lasting::Lend(from, to, share) => {
                    sector_known(country, *from) && sector_known(country, *to) && *share <= 1000
                }
            };
            known && region_known(country, *region)
        }
    }
}

/// Most people in one effect: keeps every sum far from overflow.
pub const PEOPLE_MAX: u32 = 1_000_000;

fn sector_known(country: &Country, sector: SectorId) -> bool {
    country.workforce.as_ref().is_some_and(|workforce| workforce.sectors.get(sector).is_some())
}

fn region_known(country: &Country, region: Option<RegionId>) -> bool {
    region.is_none_or(|region| country.regions.get(region).is_some())
}

fn trigger_known(country: &Country, plan: &Plan, state: &State, trigger: &Trigger) -> bool {
    match trigger {
        Trigger::At(_) | Trigger::Manual => true,
        Trigger::After(inject, _) => inject_known(state, *inject),
        Trigger::When(condition, _) => condition_known(country, plan, state, condition, 0),
    }
}

fn inject_known(state: &State, inject: InjectId) -> bool {
    inject.index() < state.injects.rows.len()
}

fn condition_known(country: &Country, plan: &Plan, state: &State, condition: &Condition, depth: u8) -> bool {
    let inner_known =
        |inner: &Condition| depth < 16 && condition_known(country, plan, state, inner, depth + 1);
    match condition {
        Condition::AtLeast(metric, _) | Condition::AtMost(metric, _) => metric_known(country, plan, *metric),
        Condition::Sent(inject) => inject_known(state, *inject),
        Condition::From(_) => true,
        Condition::All(inner) | Condition::Any(inner) => inner.iter().all(inner_known),
        Condition::Not(inner) => inner_known(inner),
    }
}

fn metric_known(country: &Country, plan: &Plan, metric: Metric) -> bool {
    match metric {
        Metric::Level(process, region) => {
            country.processes.get(process).is_some()
                && region.is_none_or(|region| country.regions.get(region).is_some())
        }
        Metric::Electricity(_, region) => region_known(country, region),
        Metric::WorstLevel(region) | Metric::UnmetNeed(Some(region)) => country.regions.get(region).is_some(),
        Metric::Delivered(movement) | Metric::DeliveredPieces(movement) | Metric::Ashore(movement) => {
            plan.movements.get(movement).is_some()
        }
        Metric::TerminalQueue(node) => country.nodes.get(node).is_some(),
        Metric::Refused(pool) => country.pools.get(pool).is_some(),
        Metric::Care(_, region)
        | Metric::Society(_, region)
        | Metric::Economy(_, region)
        | Metric::Lost(_, region)
        | Metric::DailyLife(region) => region_known(country, region),
        Metric::Staff(_, sector, region) => sector_known(country, sector) && region_known(country, region),
        Metric::Criterion(criterion) => {
            country.score.as_ref().is_some_and(|score| score.criteria.get(criterion).is_some())
        }
        Metric::Gauge(kind, gauge) => {
            let row = country.score.as_ref().and_then(|score| score.gauges.get(gauge));
            row.is_some_and(|row| row.kind == kind)
        }
        Metric::UnmetNeed(None)
        | Metric::Waiting(_)
        | Metric::Moving(_)
        | Metric::CivilDelay
        | Metric::AmmunitionStalled
        | Metric::PatientsMoved
        | Metric::PatientsAbroad
        | Metric::Unregistered
        | Metric::AsylumWaiting
        | Metric::MarketDisturbed
        | Metric::Spent
        | Metric::Impact(_)
        | Metric::Phase
        | Metric::Acts
        | Metric::Attribution
        | Metric::Deterrence
        | Metric::Insight
        | Metric::OrdersUnderway
        | Metric::OpenDamages => true,
    }
}
