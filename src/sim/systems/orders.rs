//! Decisions arrive later when the lines are down: where the role sits that decides, or where the decision has to be carried out.
//!
//! A region is cut off when none of the processes that carry reports is up to the level of a report there (see `Rules`). A
//! decision of a role is late when the region in which it sits is cut off, else when the region that it is meant for is;
//! one for the country when regions with more than half of the inhabitants are. It then goes by emergency communication where
//! that is in force (`Lever::OrdersGetThrough`, at the place that is cut off), else by courier, and takes effect when it
//! arrives; a moment that was chosen for it is kept where that is later. Scaling up the crisis organisation
//! (`Lever::Coordination`, where it is meant for, at most `coordination_most`) takes that part off. Measures begin later by the
//! same time (`measures`). Nothing of the exercise lead is ever late.
//!
//! A decision on its way cannot be given again unchanged; an automatic player gives no other on the same subject either. Must
//! not decide whether a decision is allowed: `check` does, when it is given and again when it arrives.

use super::Ctx;
use crate::sim::{
    cause::Cause,
    command::{Actor, Command, Record},
    country::{Country, Lever},
    event::Event,
    ids::{PoolId, RegionId, RoleId},
    plan::Plan,
    query,
    state::{Cut, Line, State, Underway},
    time::Span,
};

/// Why and how long a decision is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sim) struct Detour {
    pub by: Span,
    pub cut: Cut,
    pub line: Line,
}

/// No ordinary line works in a region.
pub(in crate::sim) fn is_cut_off(country: &Country, state: &State, region: RegionId) -> bool {
    let level = |process| state.processes.level(process, region);
    !country.rules.report_by.iter().any(|process| level(*process) >= country.rules.report_from)
}

fn nation_is_cut_off(country: &Country, state: &State) -> bool {
    let cut = country.regions.iter().filter(|(region, _)| is_cut_off(country, state, *region));
    cut.map(|(_, row)| u64::from(row.population)).sum::<u64>() * 2 > country.population()
}

/// What an order of a role to a region, or to the country, takes longer.
pub(in crate::sim) fn detour(
    country: &Country,
    state: &State,
    role: RoleId,
    region: Option<RegionId>,
) -> Option<Detour> {
    let seat = country.crisis.seat(role);
    let lever = |region: Option<RegionId>, lever| match region {
        Some(region) => state.measures.lever(lever, region),
        None => state.measures.lever_anywhere(lever, country.regions.len()),
    };
    let (cut, at) = if let Some(seat) = seat.filter(|seat| is_cut_off(country, state, *seat)) {
        (Cut::Seat(seat), Some(seat))
    } else if let Some(region) = region {
        if !is_cut_off(country, state, region) {
            return None;
        }
        (Cut::Field(region), Some(region))
    } else if nation_is_cut_off(country, state) {
        (Cut::Nation, None)
    } else {
        return None;
    };
    let line = if lever(at, Lever::OrdersGetThrough) > 0 { Line::Emergency } else { Line::Courier };
    let by = match line {
        Line::Emergency => country.crisis.emergency,
        Line::Courier => country.measures.messenger,
    };
    let by = quicker(country, state, region, by);
    (by.0 > 0).then_some(Detour { by, cut, line })
}

/// A time after what a scaled-up crisis organisation takes off it, rounded up.
pub(in crate::sim) fn quicker(
    country: &Country,
    state: &State,
    region: Option<RegionId>,
    time: Span,
) -> Span {
    let lever = match region {
        Some(region) => state.measures.lever(Lever::Coordination, region),
        None => state.measures.lever_anywhere(Lever::Coordination, country.regions.len()),
    };
    let saved = u32::try_from(lever).unwrap_or(0).min(country.crisis.coordination_most.min(1000));
    let ticks = (u64::from(time.0) * u64::from(1000 - saved)).div_ceil(1000);
    Span(u32::try_from(ticks).unwrap_or(time.0))
}

/// What a decision is late by, if it is one that goes out. Measures count their own.
pub(in crate::sim) fn of_record(
    country: &Country,
    plan: &Plan,
    state: &State,
    record: &Record,
) -> Option<Detour> {
    let role = record.by.actor.role()?;
    let field = match &record.command {
        Command::SetPolicy { pool, .. } => region_of_pool(country, *pool),
        Command::OrderRepair { damage, .. } => {
            let open = state.damages.open.iter().find(|row| row.serial == *damage);
            open.and_then(|row| query::region_of(country, row.target))
        }
        Command::PlanMovement { movement, .. } => {
            let port = plan.movements.get(*movement).and_then(|row| row.arrivals.first());
            port.and_then(|row| country.nodes.get(row.port)).and_then(|node| node.region)
        }
        Command::EndMeasure { region, .. } => *region,
        Command::DesignateUrgent { .. } | Command::ProvideBasis { .. } => None,
        Command::Ask { about, .. } => {
            super::asking::asked(country, state, about).and_then(|to| country.crisis.seat(to))
        }
        Command::Counter { request, .. }
        | Command::Answer { request, .. }
        | Command::Withdraw { request, .. } => {
            let row = state.requests.iter().find(|row| row.serial == *request);
            let other = row.map(|row| if row.from == role { row.to } else { row.from });
            other.and_then(|other| country.crisis.seat(other))
        }
        Command::TakeMeasure { .. }
        | Command::OpenInject { .. }
        | Command::AnswerInject { .. }
        | Command::CloseInject { .. }
        | Command::EditInject { .. }
        | Command::TimeUp { .. }
        | Command::Undo { .. }
        | Command::FireInject { .. }
        | Command::HoldInject { .. }
        | Command::MoveInject { .. }
        | Command::SkipInject { .. }
        | Command::InventInject { .. }
        | Command::PlaceInject { .. }
        | Command::StageAct { .. }
        | Command::SetPhase { .. }
        | Command::Correct { .. } => return None,
    };
    detour(country, state, role, field)
}

fn region_of_pool(country: &Country, pool: PoolId) -> Option<RegionId> {
    country.terminal_of(pool).and_then(|node| country.nodes[node].region)
}

/// Sends a decision on its way when a line is down; false when it can be carried out, or wait for its moment, as it is.
pub(in crate::sim) fn send(ctx: &mut Ctx, state: &mut State, record: &Record) -> bool {
    let Some(detour) = of_record(ctx.country, ctx.plan, state, record) else { return false };
    let until = state.tick.after(detour.by);
    if until <= record.effective {
        return false;
    }
    let late = Record { effective: until, ..record.clone() };
    wait(state, late);
    let (seq, given) = (record.seq, state.tick);
    state.orders.underway.push(Underway { seq, given, until, cut: detour.cut, line: detour.line });
    tell(ctx, state, seq, until, detour);
    true
}

/// Says that a decision is late, and why.
pub(in crate::sim) fn tell(
    ctx: &mut Ctx,
    state: &State,
    seq: u32,
    until: crate::sim::time::Tick,
    detour: Detour,
) {
    let Detour { cut, line, .. } = detour;
    ctx.tell(state.tick, Event::OrderDelayed { seq, until, cut, line }, Cause::Command(seq));
}

/// Joins the commands that wait, in order of (effective, seq).
pub(in crate::sim) fn wait(state: &mut State, record: Record) {
    let place =
        state.pending.partition_point(|row| (row.effective, row.seq) < (record.effective, record.seq));
    state.pending.insert(place, record);
}

/// A decision that waited is there.
pub(in crate::sim) fn arrived(state: &mut State, seq: u32) {
    state.orders.underway.retain(|row| row.seq != seq);
}

/// The moment at which the same decision arrives that was given already and is on its way.
pub(in crate::sim) fn given_already(state: &State, record: &Record) -> Option<crate::sim::time::Tick> {
    let role = record.by.actor.role()?;
    let auto = matches!(record.by.actor, Actor::Auto(_));
    let same = |row: &&Underway| {
        let waiting = state.pending.iter().find(|waiting| waiting.seq == row.seq);
        waiting.is_some_and(|waiting| {
            waiting.seq != record.seq
                && waiting.by.actor.role() == Some(role)
                && alike(&waiting.command, &record.command, auto)
        })
    };
    state.orders.underway.iter().find(same).map(|row| row.until)
}

/// The same decision whatever its reason; for `subject` one about the same thing.
fn alike(left: &Command, right: &Command, subject: bool) -> bool {
    match (left, right) {
        (
            Command::SetPolicy { pool, policy, until, .. },
            Command::SetPolicy { pool: other, policy: then, until: ends, .. },
        ) => pool == other && (subject || policy == then && until == ends),
        (
            Command::OrderRepair { damage, rank, .. },
            Command::OrderRepair { damage: other, rank: then, .. },
        ) => damage == other && (subject || rank == then),
        (
            Command::PlanMovement { movement, order, .. },
            Command::PlanMovement { movement: other, order: then, .. },
        ) => movement == other && (subject || order == then),
        (Command::DesignateUrgent { movement, .. }, Command::DesignateUrgent { movement: other, .. }) => {
            movement == other
        }
        (
            Command::ProvideBasis { pool, limit, .. },
            Command::ProvideBasis { pool: other, limit: then, .. },
        ) => pool == other && limit == then,
        (Command::Ask { about, offer_keur, .. }, Command::Ask { about: other, offer_keur: then, .. }) => {
            subject || about == other && offer_keur == then
        }
        (
            Command::Counter { request, about, offer_keur, .. },
            Command::Counter { request: other, about: then, offer_keur: offer, .. },
        ) => request == other && (subject || about == then && offer_keur == offer),
        (Command::Withdraw { request, .. }, Command::Withdraw { request: other, .. }) => request == other,
        (Command::Answer { request, agree, .. }, Command::Answer { request: other, agree: then, .. }) => {
            request == other && (subject || agree == then)
        }
        (
            Command::EndMeasure { measure, region, .. },
            Command::EndMeasure { measure: other, region: then, .. },
        ) => measure == other && region == then,
        _ => false,
    }
}
