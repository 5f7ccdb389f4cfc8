//! Messages: opened when they are there, answered with what the role decided since.
//!
//! Only what is meant for the role in person counts: calls, mails and reports that name it; news is read by everybody. A message is answered
//! after the temperament's time with what the role has decided since; one that asks something is answered without a decision too. Where the script waits for a
//! deed there is no answer in words: the deed is the answer, and silence is one too. Must not read what the staff wrote beside it.

use super::{Proposal, desk::Desk, reason::Reason};
use crate::{
    session::Session,
    sim::{
        command::{Command, Record},
        ids::{InjectId, RoleId},
        plan::Channel,
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
        if opened && (answered || wants_deed) {
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
        Some(MessageDesk { inject, arrived, opened, asks, wants_deed, deeds })
    };
    state.injects.rows.ids().filter_map(one).collect()
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
        if !row.opened {
            return Some(Proposal {
                command: Command::OpenInject { inject },
                reason: Reason::Reads { inject },
            });
        }
        let due = desk.now.since(row.arrived) >= desk.temper.reply;
        if row.wants_deed || !due || row.deeds.is_empty() && !row.asks {
            return None;
        }
        let reason = Reason::Replies { deeds: row.deeds.clone() };
        Some(Proposal { command: Command::AnswerInject { inject, text: say(&reason) }, reason })
    };
    desk.inbox.iter().filter_map(one).collect()
}
