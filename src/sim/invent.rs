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
    script::{Decided, Doing, TALK_MAX, Wait},
    state::State,
};

/// Checks an invented inject.
pub fn allowed(country: &Country, plan: &Plan, state: &State, inject: &Inject) -> Result<(), Refusal> {
    sound(country, plan, state, None, inject)
}

/// Checks the content of an inject that is invented, or takes the place of what `own` says now.
pub(super) fn sound(
    country: &Country,
    plan: &Plan,
    state: &State,
    own: Option<InjectId>,
    inject: &Inject,
) -> Result<(), Refusal> {
    let texts = [&inject.title, &inject.text, &inject.sender, &inject.expected, &inject.question];
    for text in texts.into_iter().chain([&inject.staff_note, &inject.staging.on_absence]) {
        text_fits(&text.nl)?;
        text_fits(&text.en)?;
    }
    text_fits(&inject.code)?;
    let others = state.injects.rows.ids().filter(|other| Some(*other) != own);
    let mut others = others.filter_map(|other| state.injects.content(plan, other));
    if others.any(|row| row.code == inject.code) {
        return Err(Refusal::InjectCodeTaken(inject.code.clone()));
    }
    let known = inject.receivers.iter().all(|role| country.roles.get(*role).is_some())
        && inject.objectives.iter().all(|objective| plan.objectives.get(*objective).is_some())
        && inject.effects.iter().all(|effect| effect_known(country, plan, effect))
        && trigger_known(country, plan, state, &inject.trigger)
        && staging_known(country, plan, state, own, inject);
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
        Trigger::After(inject, _) | Trigger::Absent(inject, Wait::Scenario(_)) => {
            inject_known(state, *inject)
        }
        Trigger::AfterTalk(inject, minutes) | Trigger::Absent(inject, Wait::Talk(minutes)) => {
            inject_known(state, *inject) && talk_fits(*minutes)
        }
        Trigger::When(condition, _) => condition_known(country, plan, state, condition, 0),
    }
}

fn talk_fits(minutes: u16) -> bool {
    (1..=TALK_MAX).contains(&minutes)
}

fn staging_known(
    country: &Country,
    plan: &Plan,
    state: &State,
    own: Option<InjectId>,
    inject: &Inject,
) -> bool {
    let row = &inject.staging;
    let other = |id: Option<InjectId>| id.is_none_or(|id| inject_known(state, id) && Some(id) != own);
    let absence = row.absence.as_ref().is_none_or(|absence| {
        let fits = match absence.after {
            Wait::Scenario(_) => true,
            Wait::Talk(minutes) => talk_fits(minutes),
        };
        fits && other(absence.send)
            && absence.effects.iter().all(|effect| effect_known(country, plan, effect))
    });
    absence
        && other(row.softer)
        && other(row.harder)
        && row.storyline.is_none_or(|id| plan.cast.storylines.get(id).is_some())
        && row.one_of.is_none_or(|id| plan.cast.variants.get(id).is_some())
        && row.options.iter().all(|what| what.is_option(country) && doing_known(country, plan, state, *what))
        && row.people.iter().all(|id| plan.cast.people.get(*id).is_some())
        && row.acted.as_ref().is_none_or(|acted| condition_known(country, plan, state, acted, 0))
}

fn doing_known(country: &Country, plan: &Plan, state: &State, what: Doing) -> bool {
    let pool = |pool| country.pools.get(pool).is_some();
    match what {
        Doing::Anything => true,
        Doing::Divided(id)
        | Doing::RepairOrdered(id)
        | Doing::Provided(id)
        | Doing::Asked(id)
        | Doing::Answered(id)
        | Doing::Agreed(id)
        | Doing::Declined(id) => pool(id),
        Doing::AnsweredFor(measure) => country.measures.rows.get(measure).is_some(),
        Doing::Taken(measure, region) | Doing::Ended(measure, region) | Doing::AskedFor(measure, region) => {
            country.measures.rows.get(measure).is_some() && region_known(country, region)
        }
        Doing::Planned(movement) | Doing::Designated(movement) => plan.movements.get(movement).is_some(),
        Doing::Replied(inject) => inject_known(state, inject),
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
        Condition::Sent(inject) | Condition::Seen(inject) | Condition::Answered(inject) => {
            inject_known(state, *inject)
        }
        Condition::Decided(Decided { what, by, since }) => {
            doing_known(country, plan, state, *what)
                && by.is_none_or(|role| country.roles.get(role).is_some())
                && since.is_none_or(|inject| inject_known(state, inject))
        }
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
        Metric::WorstLevel(region) | Metric::UnmetNeed(Some(region)) => country.regions.get(region).is_some(),
        Metric::Delivered(movement) | Metric::DeliveredPieces(movement) | Metric::Ashore(movement) => {
            plan.movements.get(movement).is_some()
        }
        Metric::TerminalQueue(node) => country.nodes.get(node).is_some(),
        Metric::Refused(pool) => country.pools.get(pool).is_some(),
        Metric::Electricity(_, region)
        | Metric::Care(_, region)
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
        | Metric::Grip(_)
        | Metric::Readiness(_)
        | Metric::Theme(_)
        | Metric::OrdersUnderway
        | Metric::OpenDamages => true,
    }
}
