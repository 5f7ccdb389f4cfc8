//! What becomes of the planned injects of a round that is left out or made shorter: the commands of the lead that move or skip
//! them.
//!
//! Only injects with a known moment move: what follows another inject or waits for a condition keeps doing so. The place in the
//! period stays in proportion, never before now. Must not give the commands; `steering` does.

use super::course::Course;
use crate::sim::{
    command::Command,
    course::Steer,
    ids::InjectId,
    plan::{Plan, Trigger},
    state::{InjectStatus, State},
    time::Tick,
};

/// When an inject that was not sent yet will be sent; none when nobody can tell.
pub fn due(plan: &Plan, state: &State, inject: InjectId) -> Option<Tick> {
    let row = state.injects.get(inject)?;
    let content = state.injects.content(plan, inject)?;
    let planned = match &content.trigger {
        Trigger::At(tick) if !content.shelf => Some(*tick),
        _ => None,
    };
    row.due.or(planned)
}

/// The commands that belong to a change of a round; none for anything else.
pub(super) fn commands(plan: &Plan, state: &State, course: &Course, steer: &Steer) -> Vec<Command> {
    match steer {
        Steer::DropRound { round, into, .. } => {
            let Some(row) = course.rounds.get(usize::from(*round)) else { return Vec::new() };
            let taker = into.and_then(|into| course.rounds.get(usize::from(into)));
            let old = (row.from, row.until);
            let injects = planned(plan, state, old);
            match taker {
                Some(taker) => moved(injects, old, (taker.from.max(state.tick), taker.until)),
                None => injects.into_iter().map(|(inject, _)| Command::SkipInject { inject }).collect(),
            }
        }
        Steer::ShortenRound { round, until: Some(until), .. } => {
            let Some(row) = course.rounds.get(usize::from(*round)) else { return Vec::new() };
            let from = row.from.max(state.tick);
            moved(planned(plan, state, (from, row.until)), (from, row.until), (from, *until))
        }
        _ => Vec::new(),
    }
}

/// Injects that will be sent in a period, with their moments.
fn planned(plan: &Plan, state: &State, (from, until): (Tick, Tick)) -> Vec<(InjectId, Tick)> {
    let ready = state.injects.rows.iter().filter(|(_, row)| row.status == InjectStatus::Ready);
    let known = ready.filter_map(|(inject, _)| Some((inject, due(plan, state, inject)?)));
    known.filter(|(_, due)| from <= *due && *due < until).collect()
}

/// Commands that move injects from one period to the same place in another.
fn moved(injects: Vec<(InjectId, Tick)>, old: (Tick, Tick), new: (Tick, Tick)) -> Vec<Command> {
    let (was, is) = (u64::from(old.1.since(old.0).0.max(1)), u64::from(new.1.since(new.0).0));
    let to = |due: Tick| {
        let into = u64::from(due.since(old.0).0) * is / was;
        Tick(new.0.0 + u32::try_from(into).unwrap_or(u32::MAX))
    };
    let changed = injects.into_iter().map(|(inject, due)| (inject, due, to(due)));
    changed
        .filter(|(_, due, to)| due != to)
        .map(|(inject, _, to)| Command::MoveInject { inject, to })
        .collect()
}
