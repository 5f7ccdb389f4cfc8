//! Messages: opened when they are there, answered with what the role decided since.
//!
//! Of what a message puts before its receivers a role chooses one thing, after the temperament's time: what it may do itself, or, as the
//! first of its receivers, what it may ask another to do who has not been told. Only what is meant for the role in person counts: calls,
//! mails and reports that name it; news is read by everybody. A message is answered after the temperament's time with what the role has
//! decided since; one that asks something is answered without a decision too. Where the script waits for a deed there is no answer in
//! words: the deed is the answer, and silence is one too. Must not read what the staff wrote beside it.

use super::{Proposal, desk::Desk, reason::Reason};
use crate::{
    session::Session,
    sim::{
        command::{Actor, Ask, By, Command, Record},
        grip,
        ids::{InjectId, RoleId},
        plan::{Channel, Inject},
        script::Doing,
        time::Tick,
    },
};

/// Most decisions that an answer names.
const NAMED: usize = 3;

/// A message on the desk of a receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageDesk {
    /// Which.
    pub inject: InjectId,
    /// When it arrived.
    pub arrived: Tick,
    /// The role has opened it.
    pub opened: bool,
    /// It asks something: there is a question mark in it.
    pub asks: bool,
    /// A deed is waited for, or something follows when nothing comes: words alone would be no answer.
    pub wants_deed: bool,
    /// What the role decided since, by number, oldest first.
    pub deeds: Vec<u32>,
    /// What it puts before the role and the role may do, in the order of the script; nothing once it has done one of them.
    pub options: Vec<Command>,
}

/// Messages of a role that are not done with.
pub(super) fn on_desk(session: &Session, role: RoleId) -> Vec<MessageDesk> {
    let (plan, state) = (session.plan(), session.head());
    let one = |inject: InjectId| {
        let row = state.injects.get(inject).filter(|row| row.status.is_unanswered())?;
        let content = state.injects.content(plan, inject)?;
        let personal = matches!(content.channel, Channel::Call | Channel::Mail | Channel::Report);
        if !personal || content.is_to_all() || !content.is_to(plan, role) {
            return None;
        }
        let arrived = state.injects.reached(inject, role)?;
        let mine = |answer: bool| {
            let receipts = &state.injects.receipts;
            receipts.iter().any(|row| row.inject == inject && row.role == Some(role) && row.answer == answer)
        };
        let (opened, answered) = (mine(false), mine(true) || row.answered.is_some());
        let asks = content.text.nl.contains('?') || content.text.en.contains('?');
        let wants_deed = content.staging.acted.is_some() || content.staging.absence.is_some();
        let options = options(session, role, content, arrived);
        if opened && options.is_empty() && (answered || wants_deed) {
            return None;
        }
        // What was decided in this very hour is told in the next: who is asked again after a crash must not tell it sooner.
        let told = |record: &&Record| record.submitted < state.tick;
        let recent = session.log().iter().rev().take_while(|record| record.submitted >= arrived).filter(told);
        let mut deeds: Vec<u32> = recent
            .filter(|record| record.by.actor.role() == Some(role) && is_deed(record))
            .map(|record| record.seq)
            .take(NAMED)
            .collect();
        deeds.reverse();
        Some(MessageDesk { inject, arrived, opened, asks, wants_deed, deeds, options })
    };
    state.injects.rows.ids().filter_map(one).collect()
}

/// What of it the role may do now, or has done in this very hour.
fn options(session: &Session, role: RoleId, content: &Inject, arrived: Tick) -> Vec<Command> {
    let (country, plan, state) = (session.country(), session.plan(), session.head());
    let by = By { actor: Actor::Auto(role), seat: 0 };
    let since = || session.log().iter().rev().take_while(|record| record.submitted >= arrived);
    let own = |record: &&Record| record.by.actor.role() == Some(role);
    // Asking who decides is what a role can do about a measure of another.
    let meets = |what: &Doing, done: &Doing| match (what, done) {
        (Doing::Taken(measure, region), Doing::AskedFor(other, there)) => (measure, region) == (other, there),
        _ => what.is_met_by(*done),
    };
    let did = |record: &Record| {
        let done = Doing::of(&record.command, None, |_| None);
        content.staging.options.iter().any(|what| done.iter().any(|done| meets(what, done)))
    };
    // What was done in this very hour is open still: who is asked again after a crash must come to the same.
    if since().filter(own).any(|record| record.submitted < state.tick && did(record)) {
        return Vec::new();
    }
    let one = |what: &Doing| {
        let reason = "…".to_owned();
        let command = match *what {
            Doing::Taken(measure, region) => match grip::decider(country, state, measure, region)? {
                decider if decider == role => Command::TakeMeasure { measure, region, reason },
                decider if content.is_to(plan, decider) => return None,
                // One voice: the first of those who were told asks who was not.
                _ if content.receivers.first() != Some(&role) => return None,
                _ => Command::Ask { about: Ask::Measure(measure, region), offer_keur: 0, reason },
            },
            Doing::Ended(measure, region) => Command::EndMeasure { measure, region, reason },
            Doing::Designated(movement) => Command::DesignateUrgent { movement, reason },
            // Pools, crews and plans are divided by the need for them, not by what a message says.
            _ => return None,
        };
        let just_done = |record: &Record| record.submitted == state.tick && same(&record.command, &command);
        let open = since().filter(own).any(just_done) || session.may(by, state.tick, command.clone()).is_ok();
        open.then_some(command)
    };
    content.staging.options.iter().filter_map(one).collect()
}

/// The same deed, whatever its reason.
fn same(left: &Command, right: &Command) -> bool {
    let of = |command| Doing::of(command, None, |_| None);
    of(left) == of(right)
}

fn is_deed(record: &Record) -> bool {
    matches!(
        record.command,
        Command::SetPolicy { .. }
            | Command::OrderRepair { .. }
            | Command::PlanMovement { .. }
            | Command::DesignateUrgent { .. }
            | Command::ProvideBasis { .. }
            | Command::TakeMeasure { .. }
            | Command::EndMeasure { .. }
    )
}

/// Opens and answers.
pub(super) fn propose(desk: &Desk, say: &dyn Fn(&Reason) -> String) -> Vec<Proposal> {
    let one = |row: &MessageDesk| {
        let inject = row.inject;
        let cautious = desk.temper.first_option;
        if !row.opened {
            return Some(Proposal {
                command: Command::OpenInject { inject },
                reason: Reason::Reads { inject },
            });
        }
        let due = desk.now.since(row.arrived) >= desk.temper.reply;
        let option = if cautious { row.options.first() } else { row.options.last() };
        if let Some(command) = option.filter(|_| due) {
            let reason = Reason::Chooses { cautious };
            return Some(Proposal { command: with_reason(command.clone(), say(&reason)), reason });
        }
        if row.wants_deed || !due || row.deeds.is_empty() && !row.asks {
            return None;
        }
        let reason = Reason::Replies { deeds: row.deeds.clone() };
        Some(Proposal { command: Command::AnswerInject { inject, text: say(&reason) }, reason })
    };
    desk.inbox.iter().filter_map(one).collect()
}

fn with_reason(mut command: Command, words: String) -> Command {
    if let Command::TakeMeasure { reason, .. }
    | Command::EndMeasure { reason, .. }
    | Command::Ask { reason, .. }
    | Command::DesignateUrgent { reason, .. } = &mut command
    {
        *reason = words;
    }
    command
}
