//! What tables decided, so that it can be found back with another group: without reason, number and end, which differ anyway.
//!
//! Answering a message in words is no decision here. Must not judge.

use crate::{
    session::Session,
    sim::{
        command::{Ask, Command, Record},
        country::SeatTable,
        ids::RoleId,
        script::Doing,
        time::Tick,
    },
    text::Narrator,
};

/// A decision of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deed {
    /// Given at this moment.
    pub(super) tick: Tick,
    /// By a role of this table.
    pub(super) table: SeatTable,
    /// By which it is found back.
    pub(super) what: What,
    /// In words, with who gave it.
    pub(super) words: String,
}

/// By which a decision is found back with another group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The same command, its reason and its end left out.
    Same(Box<Command>),
    /// A request or an answer about the same pool or measure, by the same role: numbers and terms are each group's own.
    About(RoleId, Doing),
    /// An order of repair by the same role: damages have numbers of their own with each group.
    Repair(RoleId),
}

/// Decisions up to the moment on the screen that were not undone, in their order.
pub(super) fn deeds(session: &Session, narrator: &Narrator<'_>) -> Vec<Deed> {
    let now = session.shown().tick;
    let counts = |record: &&Record| record.submitted <= now && !session.is_undone(record.seq);
    session.log().iter().filter(counts).filter_map(|record| deed(session, narrator, record)).collect()
}

fn deed(session: &Session, narrator: &Narrator<'_>, record: &Record) -> Option<Deed> {
    let role = record.by.actor.role()?;
    let table = session.country().roles.get(role)?.table;
    let said = |key: &str, about: &Ask| {
        let subject = match about {
            Ask::Policy(pool, ..) | Ask::Basis(pool, ..) => narrator.pool(*pool),
            Ask::Measure(measure, region) => narrator.measure_in(*measure, *region),
        };
        narrator.texts.say(narrator.language, key, &[("subject", subject.into())])
    };
    let about = |about: &Ask, key: &str| {
        let done = Doing::of(&record.command, None, |_| Some(about.clone())).last().copied()?;
        Some((What::About(role, done), said(key, about)))
    };
    let (what, words) = match &record.command {
        Command::OrderRepair { .. } => {
            (What::Repair(role), narrator.texts.word(narrator.language, "compare-repair"))
        }
        Command::Ask { about: it, .. } => about(it, "compare-asked")?,
        Command::Counter { about: it, .. } => about(it, "compare-countered")?,
        Command::Answer { request, agree, .. } => {
            let key = if *agree { "compare-agreed" } else { "compare-declined" };
            about(asked(session, *request)?, key)?
        }
        command => {
            let bare = bare(command)?;
            let words = narrator.command_sentence(&bare);
            (What::Same(Box::new(bare)), words)
        }
    };
    let words = format!("{}: {words}", narrator.role(role));
    Some(Deed { tick: record.submitted, table, what, words })
}

fn asked(session: &Session, request: u32) -> Option<&Ask> {
    let found = session.log().iter().find(|row| row.seq == request)?;
    if let Command::Ask { about, .. } = &found.command { Some(about) } else { None }
}

/// A decision without reason and end; none for what decides nothing.
fn bare(command: &Command) -> Option<Command> {
    let mut command = command.clone();
    match &mut command {
        Command::SetPolicy { until, reason, .. } => {
            *until = None;
            reason.clear();
        }
        Command::PlanMovement { reason, .. }
        | Command::DesignateUrgent { reason, .. }
        | Command::ProvideBasis { reason, .. }
        | Command::TakeMeasure { reason, .. }
        | Command::EndMeasure { reason, .. } => reason.clear(),
        _ => return None,
    }
    Some(command)
}
