//! Carries out effects: damage, impairments, shifted ships, demand, units of pools, patients, people.
//!
//! Damage and impairments share one series of serials, from 0 in the order in which they begin.
//!
//! Hurt people (`state::score`) are casualties, civil and military, by class, and civil patients who come in: those for intensive care as
//! T1, those for a ward as T2. Soldiers who come as patients were hurt elsewhere.
//!
//! Most begin before `processes`, in the tick in which they come. What other systems make comes later in the tick and counts from the next
//! one: the disturbance of public order that `society` makes is an impairment of its own, next in the series of serials.
//!
//! Newcomers join those who wait for registration and those of their region. An act brings casualties of each class times its strength,
//! rounded down (`adversary`).
//!
//! Must not decide when: that is up to injects and to the plan's start. Followed by `processes` and `capacity`.

use super::{Ctx, by_hand, measures, processes, society};
use crate::sim::{
    cause::Cause,
    country::{Cohort, Country, Lever},
    effect::{DamageKind, Effect, Target},
    event::Event,
    ids::{DenseId, SkillId},
    num::Level,
    rng::{Stream, draw, within},
    state::{ArrivalPhase, Damage, DemandFactor, LowWater, Passing, State, WaitingEffect},
    time::{LAST_TICK, Span, Tick},
};

/// Lets effects begin now, or later.
pub(in crate::sim) fn schedule(
    ctx: &mut Ctx,
    state: &mut State,
    effects: &[Effect],
    after: Span,
    cause: Cause,
) {
    for effect in effects {
        if after == Span(0) {
            begin(ctx, state, effect, cause);
        } else {
            let at = state.tick.after(after);
            state.damages.waiting.push(WaitingEffect { at, effect: effect.clone(), cause });
        }
    }
}

/// Begins the effects whose moment has come.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.damages.waiting.iter().all(|row| row.at > state.tick) {
        return;
    }
    let (due, later) =
        std::mem::take(&mut state.damages.waiting).into_iter().partition(|row| row.at <= state.tick);
    state.damages.waiting = later;
    let due: Vec<WaitingEffect> = due;
    for row in due {
        begin(ctx, state, &row.effect, row.cause);
    }
}

fn begin(ctx: &mut Ctx, state: &mut State, effect: &Effect, cause: Cause) {
    match effect {
        Effect::Damage { target, kind, loss, team_ticks, lag, teams_max, skill } => {
            let loss = exposed(ctx.country, state, *target, *kind, *loss);
            let row = Damage {
                skill: *skill,
                teams_max: (*teams_max).max(1),
                workable: state.tick.after(super::cyber::lag(ctx.country, state, *target, *kind, *lag)),
                ..blank(state.tick, *target, *kind, loss, cause)
            };
            let work = true_work(ctx, state, *team_ticks);
            add(ctx, state, Damage { work, work_left: work, ..row });
        }
        Effect::Impair { target, kind, loss, lasts } => {
            let ends = Some(state.tick.after(*lasts));
            add(ctx, state, Damage { ends, ..blank(state.tick, *target, *kind, *loss, cause) });
        }
        Effect::ShiftShip { movement, ship, by_ticks } => {
            shift_ship(ctx, state, *movement, *ship, *by_ticks, cause);
        }
        Effect::Demand { class, permille, lasts } => {
            let ends = state.tick.after(*lasts);
            state.demand.factors.push(DemandFactor { class: *class, permille: *permille, ends });
        }
        Effect::LowWater { gauge, permille, lasts } => {
            let ends = state.tick.after(*lasts);
            state.network.low_water.push(LowWater { gauge: *gauge, permille: *permille, ends });
        }
        Effect::Units { pool, change } => {
            let units = &mut state.pools[*pool].units;
            *units = units.saturating_add_signed(*change);
        }
        Effect::Casualties { region, triage, military } => {
            let Some(row) = state.health.regions.get_mut(*region) else { return };
            for (waiting, count) in row.waiting.iter_mut().zip(triage) {
                waiting[usize::from(*military)] += count;
            }
            state.score.hurt(*region, *triage, *military);
            came(ctx, state, *region, triage.iter().sum(), *military, cause);
        }
        Effect::Patients { region, clinic, intensive, military } => {
            let Some(row) = state.health.regions.get_mut(*region) else { return };
            let cohort = if *military { Cohort::Military } else { Cohort::Wounded };
            for (boarding, count) in row.boarding.iter_mut().zip([clinic, intensive]) {
                boarding[cohort as usize] += count;
            }
            // Soldiers who come by train or air were hurt elsewhere.
            if !*military {
                state.score.hurt(*region, [*intensive, *clinic, 0], false);
            }
            came(ctx, state, *region, clinic + intensive, *military, cause);
        }
        Effect::Warn { alarm, region } => society::warn(ctx, state, *alarm, *region, cause),
        Effect::Mood { mood, region, permille } => society::shift(ctx, state, *mood, *region, *permille),
        Effect::Newcomers { region, people } => society::receive(ctx, state, *region, *people, cause),
        Effect::Stranded { people } => {
            state.economy.stranded = state.economy.stranded.saturating_add(*people);
        }
        Effect::Holds { what, region, lasts } => {
            let ends = state.tick.after(*lasts);
            state.measures.passing.push(Passing {
                what: *what,
                region: *region,
                since: state.tick,
                ends,
                cause,
            });
            measures::refresh(ctx, state);
        }
    }
}

/// The work that a damage turns out to take, of what it was estimated at.
fn true_work(ctx: &Ctx, state: &State, team_ticks: u32) -> u32 {
    let serial = state.damages.next_serial;
    let spread = u32::from(ctx.country.rules.repair_spread_percent.min(90));
    let percent = within(draw(ctx.plan.seed, Stream::RepairWork, 0, serial), 100 - spread, 100 + spread);
    let work = (u64::from(team_ticks) * u64::from(percent)).div_ceil(100);
    u32::try_from(work).unwrap_or(u32::MAX).max(1)
}

/// Digital damage of terminals and of the process that they need goes deeper where their equipment belongs to others, and less deep where it is
/// fenced off; any of a process or a terminal goes deeper where machines do the work (`by_hand`): `loss * (1000 + lever + exposed) / 1000`,
/// rounded down, at most all. What ends by itself (an impairment) keeps its loss.
fn exposed(country: &Country, state: &State, target: Target, kind: DamageKind, loss: Level) -> Level {
    let hit = match target {
        Target::Process(process, region) => Some((process, region)),
        Target::Terminal(node) => country.handler_of(node).zip(country.nodes[node].region),
        Target::Edge(_) | Target::Crossing(_) | Target::Grid(_) => None,
    };
    let Some((process, region)) = hit.filter(|_| kind == DamageKind::Digital) else { return loss };
    let terminal = country.processes[process].handles || matches!(target, Target::Terminal(_));
    let foreign = if terminal { state.measures.lever(Lever::ForeignEquipment, region) } else { 0 };
    let machines = by_hand::exposed(country, state, process, region).cast_signed();
    let permille = 1000 + foreign.clamp(-1000, 1000) + machines;
    let units = i64::from(loss.0) * i64::from(permille) / 1000;
    Level(i32::try_from(units).unwrap_or(Level::ONE.0).min(Level::ONE.0))
}

/// Patients came in.
fn came(
    ctx: &mut Ctx,
    state: &mut State,
    region: crate::sim::ids::RegionId,
    count: u32,
    military: bool,
    cause: Cause,
) {
    state.health.entered += u64::from(count);
    ctx.tell(state.tick, Event::CasualtiesCame(region, count, military), cause);
}

fn blank(
    now: Tick,
    target: Target,
    kind: crate::sim::effect::DamageKind,
    loss: crate::sim::num::Level,
    cause: Cause,
) -> Damage {
    Damage {
        serial: 0,
        target,
        kind,
        loss,
        work: 0,
        work_left: 0,
        skill: SkillId::from_index(0),
        teams_max: 0,
        teams: 0,
        workable: now,
        ends: None,
        rank: 0,
        began: now,
        cause,
        known: 0,
    }
}

fn add(ctx: &mut Ctx, state: &mut State, mut damage: Damage) {
    damage.serial = state.damages.next_serial;
    state.damages.next_serial += 1;
    let event = Event::Damaged {
        damage: damage.serial,
        target: damage.target,
        kind: damage.kind,
        loss_permille: u16::try_from(damage.loss.permille()).unwrap_or(1000),
    };
    ctx.tell(state.tick, event, damage.cause);
    let target = damage.target;
    state.damages.open.push(damage);
    processes::weigh_at_once(state, target);
}

fn shift_ship(
    ctx: &mut Ctx,
    state: &mut State,
    movement: crate::sim::ids::MovementId,
    ship: u16,
    by_ticks: i32,
    cause: Cause,
) {
    let now = state.tick;
    let Some(row) = state.movements[movement].arrivals.get_mut(usize::from(ship)) else { return };
    if row.phase > ArrivalPhase::Expected {
        return;
    }
    let moved = i64::from(row.arrives.0) + i64::from(by_ticks);
    let tick = u32::try_from(moved).unwrap_or(0).clamp(now.0, LAST_TICK.0);
    row.arrives = Tick(tick);
    row.cause = cause;
    let event = Event::ShipShifted(movement, ship, row.arrives);
    ctx.tell(now, event, cause);
}
