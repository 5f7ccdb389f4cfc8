//! Effects of injects and of the start.

use super::{conditions::Scope, every, positive_count};
use crate::{
    scenario::{
        fault::{Faults, Place},
        moment::Length,
        scalar::Ref,
        schema::exercise::{
            DamageRow, DemandChangeRow, EffectRow, ImpairRow, LowWaterRow, MovementRow, ShiftShipRow,
            TargetRow, UnitsRow,
        },
    },
    sim::{
        effect::{Effect, Target},
        ids::{DenseId, NodeId},
        invent::PEOPLE_MAX,
        time::{Span, TICKS_PER_HOUR},
    },
};

/// Every effect of a list.
pub(super) fn effects(
    rows: &[EffectRow],
    scope: &Scope<'_>,
    movements: &[MovementRow],
    faults: &mut Faults<'_>,
) -> Option<Vec<Effect>> {
    every(rows.iter().map(|row| effect(row, scope, movements, faults)).collect::<Vec<_>>())
}

fn effect(
    row: &EffectRow,
    scope: &Scope<'_>,
    movements: &[MovementRow],
    faults: &mut Faults<'_>,
) -> Option<Effect> {
    match row {
        EffectRow::Damage(row) => damage(row, scope, faults),
        EffectRow::Impair(row) => impair(row, scope, faults),
        EffectRow::ShiftShip(row) => shift_ship(row, scope, movements, faults),
        EffectRow::LowWater(row) => low_water(row, faults),
        EffectRow::Units(row) => units(row, scope, faults),
        EffectRow::Demand(row) => demand(row, faults),
        EffectRow::Casualties(_)
        | EffectRow::Patients(_)
        | EffectRow::Warn(_)
        | EffectRow::Mood(_)
        | EffectRow::Newcomers(_)
        | EffectRow::Stranded(_)
        | EffectRow::Holds(_) => people(row, scope, faults),
    }
}

fn target(row: &TargetRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Target> {
    match row {
        TargetRow::Process(process, region) => {
            let process = scope.codes.processes.find(process);
            let region = scope.codes.regions.find(region);
            Some(Target::Process(process?, region?))
        }
        TargetRow::Edge(edge) => scope.codes.edges.find(edge).map(Target::Edge),
        TargetRow::Terminal(node) => scope.terminal(node, faults).map(Target::Terminal),
        TargetRow::Crossing(node) => crossing(node, scope, faults),
        TargetRow::Grid(element) => scope.codes.grid.find(element).map(Target::Grid),
    }
}

fn crossing(code: &Ref<NodeId>, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Target> {
    let node = scope.codes.nodes.find(code)?;
    if scope.country.nodes[node].accepts_per_day.is_none() {
        let repair = "name a crossing of the border with accepts_per_day";
        faults.add(&code.place, format!("nothing is said about what lies behind \"{}\"", code.text), repair);
        return None;
    }
    Some(Target::Crossing(node))
}

/// Most work of one damage, in team-ticks: a year for a hundred teams.
const WORK_MAX: i64 = 100 * 365 * 96;

fn damage(row: &DamageRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Effect> {
    if let TargetRow::Crossing(code) = &row.target {
        let what = format!("crews that work behind \"{}\", across the border", code.text);
        faults.add(&code.place, what, "use Impair, which ends by itself");
    }
    let target = target(&row.target, scope, faults);
    let work = row.team_hours.value.times_round(i64::from(TICKS_PER_HOUR));
    if !(1..=WORK_MAX).contains(&work) {
        let what = format!("{} team-hours of work", row.team_hours.value);
        faults.add(
            &row.team_hours.place,
            what,
            "write 0.25 or more, or use Impair for a loss that ends by itself",
        );
    }
    let teams_max = positive_count(row.teams_max.value, &row.teams_max.place, "the number of teams", faults);
    let skill = scope.codes.skills.find(&row.skill);
    let lag = row.lag.as_ref().map_or(Span(0), |lag| lag.span);
    Some(Effect::Damage {
        target: target?,
        kind: row.kind,
        loss: row.loss.0,
        team_ticks: u32::try_from(work).ok().filter(|work| *work > 0)?,
        lag,
        teams_max: teams_max?,
        skill: skill?,
    })
}

fn impair(row: &ImpairRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Effect> {
    let target = target(&row.target, scope, faults);
    let lasts = lasting(&row.lasts, faults);
    Some(Effect::Impair { target: target?, kind: row.kind, loss: row.loss.0, lasts: lasts? })
}

fn lasting(length: &Length, faults: &mut Faults<'_>) -> Option<Span> {
    if length.span.0 == 0 {
        faults.add(&length.place, "it lasts no time", "write \"15m\" or more");
        return None;
    }
    Some(length.span)
}

fn shift_ship(
    row: &ShiftShipRow,
    scope: &Scope<'_>,
    movements: &[MovementRow],
    faults: &mut Faults<'_>,
) -> Option<Effect> {
    let by_ticks = match (&row.earlier, &row.later) {
        (Some(earlier), None) => i32::try_from(earlier.span.0).ok().map(|ticks| -ticks),
        (None, Some(later)) => i32::try_from(later.span.0).ok(),
        _ => {
            faults.add(
                &row.movement.place,
                "a ship shifts either earlier or later",
                "write earlier: \"..\" or later: \"..\"",
            );
            None
        }
    };
    let movement = scope.movements.find(&row.movement);
    let ships = movement.and_then(|id| movements.get(id.index())).map(|row| row.arrivals.value.len());
    if let Some(ships) = ships
        && !(1..=ships).contains(&usize::from(row.ship.value))
    {
        faults.add(
            &row.ship.place,
            format!("the movement has no ship {}", row.ship.value),
            format!("write 1 to {ships}"),
        );
        return None;
    }
    Some(Effect::ShiftShip { movement: movement?, ship: row.ship.value.checked_sub(1)?, by_ticks: by_ticks? })
}

fn low_water(row: &LowWaterRow, faults: &mut Faults<'_>) -> Option<Effect> {
    let permille = row.load.value.times_round(1000);
    if !(1..=1000).contains(&permille) {
        faults.add(&row.load.place, format!("{} of a load", row.load.value), "write more than 0, at most 1");
        return None;
    }
    let lasts = lasting(&row.lasts, faults)?;
    Some(Effect::LowWater { gauge: row.river, permille: u16::try_from(permille).ok()?, lasts })
}

fn units(row: &UnitsRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Effect> {
    let pool = scope.codes.pools.find(&row.pool)?;
    if !scope.country.pools[pool].kind.has_units() {
        let repair = "name a pool of vehicles, crews, berths or stocks";
        faults.add(&row.pool.place, format!("\"{}\" has no units", row.pool.text), repair);
        return None;
    }
    Some(Effect::Units { pool, change: row.change })
}

fn demand(row: &DemandChangeRow, faults: &mut Faults<'_>) -> Option<Effect> {
    let permille = row.factor.value.times_round(1000);
    if !(0..=10_000).contains(&permille) {
        faults.add(&row.factor.place, format!("a factor of {}", row.factor.value), "write 0 to 10");
    }
    let lasts = lasting(&row.lasts, faults);
    Some(Effect::Demand {
        class: row.class,
        permille: u16::try_from(permille).ok().filter(|permille| *permille <= 10_000)?,
        lasts: lasts?,
    })
}

/// Effects on patients and people.
fn people(row: &EffectRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Effect> {
    let regions = &scope.codes.regions;
    let few = |counts: &[u32], place: &Place, faults: &mut Faults<'_>| {
        if counts.iter().any(|count| *count > PEOPLE_MAX) {
            faults.add(place, "too many people", format!("write at most {PEOPLE_MAX}"));
        }
    };
    Some(match row {
        EffectRow::Casualties(row) => {
            let triage = [row.t1, row.t2, row.t3];
            few(&triage, &row.region.place, faults);
            Effect::Casualties { region: regions.find(&row.region)?, triage, military: row.military }
        }
        EffectRow::Patients(row) => {
            few(&[row.clinic, row.intensive], &row.region.place, faults);
            let (clinic, intensive, military) = (row.clinic, row.intensive, row.military);
            Effect::Patients { region: regions.find(&row.region)?, clinic, intensive, military }
        }
        EffectRow::Warn(row) => {
            Effect::Warn { alarm: row.alarm, region: regions.find_optional(row.region.as_ref())? }
        }
        EffectRow::Mood(row) => {
            let permille = row.change.value.times_round(1000);
            if !(-1000..=1000).contains(&permille) {
                faults.add(&row.change.place, format!("a shift by {}", row.change.value), "write -1 to 1");
            }
            let region = regions.find_optional(row.region.as_ref())?;
            Effect::Mood { mood: row.mood, region, permille: i16::try_from(permille).ok()? }
        }
        EffectRow::Newcomers(row) => {
            let people = row.people.min(PEOPLE_MAX);
            Effect::Newcomers { region: regions.find_optional(row.region.as_ref())?, people }
        }
        EffectRow::Stranded(people) => Effect::Stranded { people: (*people).min(PEOPLE_MAX) },
        EffectRow::Holds(row) => {
            let what = super::measures::lasting(&row.what, scope.codes, faults);
            let region = regions.find_optional(row.region.as_ref());
            let lasts = lasting(&row.lasts, faults);
            Effect::Holds { what: what?, region: region?, lasts: lasts? }
        }
        _ => return None,
    })
}
