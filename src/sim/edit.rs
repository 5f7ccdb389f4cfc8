//! May the script be changed so, may an inject be opened, answered, closed? The checks of commands on injects.
//!
//! Must not change anything. The words for a refusal are in `text`.

use super::{
    check::{Refusal, Thing},
    command::{Actor, Command, Record},
    country::Country,
    ids::InjectId,
    invent,
    plan::{Inject, Plan, Trigger},
    script::Wait,
    state::{InjectState, InjectStatus, State},
};
use serde::{Deserialize, Serialize};

/// Why something about an inject is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InjectRefusal {
    /// It was not sent yet.
    NotSent(InjectId),
    /// It is no message of this role's, or it has not reached the role.
    NotReceived,
    /// It is done with: no answer is expected any more.
    Over,
    /// It was sent: only its words can still be changed.
    OnlyWords(InjectId),
    /// It waits for no minutes of playing time, or for other ones.
    NoTimer(InjectId),
    /// Another window of time: only what was given in this very quarter of an hour can be undone.
    TooLate(u32),
    /// Somebody else gave the command, or it cannot be undone.
    NotYours(u32),
    /// It was undone already.
    Undone(u32),
}

/// An inject that can still be sent.
pub fn open(state: &State, inject: InjectId) -> Result<(), Refusal> {
    let row = row(state, inject)?;
    if row.status.is_open() { Ok(()) } else { Err(Refusal::InjectOver(inject, row.status)) }
}

fn row(state: &State, inject: InjectId) -> Result<InjectState, Refusal> {
    state.injects.get(inject).copied().ok_or(Refusal::Unknown(Thing::Inject))
}

/// An inject that was sent, and is not done with.
fn sent(state: &State, inject: InjectId) -> Result<InjectState, Refusal> {
    let row = row(state, inject)?;
    match row.status {
        InjectStatus::OnHold | InjectStatus::Ready => Err(InjectRefusal::NotSent(inject).into()),
        InjectStatus::Closed | InjectStatus::Skipped => Err(Refusal::InjectOver(inject, row.status)),
        InjectStatus::Sent | InjectStatus::Seen | InjectStatus::Answered => Ok(row),
    }
}

impl From<InjectRefusal> for Refusal {
    fn from(refusal: InjectRefusal) -> Self {
        Self::Inject(refusal)
    }
}

/// Checks a command about what became of an inject, or that edits one.
pub(super) fn allowed(country: &Country, plan: &Plan, state: &State, record: &Record) -> Result<(), Refusal> {
    let actor = record.by.actor;
    match &record.command {
        Command::FireInject { inject }
        | Command::HoldInject { inject, .. }
        | Command::SkipInject { inject } => {
            lead_only(actor)?;
            open(state, *inject)
        }
        Command::OpenInject { inject } => {
            let row = received(plan, state, actor, *inject)?;
            let again =
                state.injects.receipts.iter().any(|receipt| {
                    receipt.inject == *inject && receipt.role == actor.role() && !receipt.answer
                });
            if again || (actor == Actor::Lead && row.status != InjectStatus::Sent) {
                return Err(Refusal::DoneAlready);
            }
            Ok(())
        }
        Command::AnswerInject { inject, text } => {
            super::check::text_fits(text)?;
            if text.trim().is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            received(plan, state, actor, *inject).map(drop)
        }
        Command::CloseInject { inject } => {
            lead_only(actor)?;
            sent(state, *inject).map(drop)
        }
        Command::EditInject { inject, content } => {
            lead_only(actor)?;
            edit(country, plan, state, *inject, content)
        }
        Command::TimeUp { inject } => {
            if !matches!(actor, Actor::Clock | Actor::Lead) {
                return Err(Refusal::LeadOnly);
            }
            timed(plan, state, *inject)
        }
        // Which commands were given in this quarter is known to the session.
        Command::Undo { seq } if *seq < record.seq && record.effective == state.tick => Ok(()),
        Command::Undo { seq } => Err(InjectRefusal::TooLate(*seq).into()),
        // Checked by `check`.
        Command::SetPolicy { .. }
        | Command::OrderRepair { .. }
        | Command::PlanMovement { .. }
        | Command::DesignateUrgent { .. }
        | Command::ProvideBasis { .. }
        | Command::Ask { .. }
        | Command::Counter { .. }
        | Command::Answer { .. }
        | Command::Withdraw { .. }
        | Command::TakeMeasure { .. }
        | Command::EndMeasure { .. }
        | Command::MoveInject { .. }
        | Command::InventInject { .. }
        | Command::PlaceInject { .. }
        | Command::StageAct { .. }
        | Command::SetPhase { .. }
        | Command::Correct { .. } => Ok(()),
    }
}

fn lead_only(actor: Actor) -> Result<(), Refusal> {
    if actor == Actor::Lead { Ok(()) } else { Err(Refusal::LeadOnly) }
}

/// One of the receivers, whom it has reached, or the lead for the room.
fn received(plan: &Plan, state: &State, actor: Actor, inject: InjectId) -> Result<InjectState, Refusal> {
    // A refusal must not tell a player of the script.
    let Some(role) = actor.role() else {
        return if actor == Actor::Lead {
            sent(state, inject)
        } else {
            Err(InjectRefusal::NotReceived.into())
        };
    };
    let content = state.injects.content(plan, inject).filter(|content| content.is_to(plan, role));
    if content.is_none() || state.injects.reached(inject, role).is_none() {
        return Err(InjectRefusal::NotReceived.into());
    }
    sent(state, inject).map_err(|_| InjectRefusal::Over.into())
}

/// An edited inject must be as sound as an invented one; of one that was sent only the words can change.
fn edit(
    country: &Country,
    plan: &Plan,
    state: &State,
    inject: InjectId,
    content: &Inject,
) -> Result<(), Refusal> {
    let row = row(state, inject)?;
    if matches!(row.status, InjectStatus::Closed | InjectStatus::Skipped) {
        return Err(Refusal::InjectOver(inject, row.status));
    }
    let now = state.injects.content(plan, inject).ok_or(Refusal::Unknown(Thing::Inject))?;
    invent::sound(country, plan, state, Some(inject), content)?;
    if now == content {
        return Err(Refusal::DoneAlready);
    }
    if row.status.is_out() {
        let mut words = now.clone();
        words.title = content.title.clone();
        words.text = content.text.clone();
        words.sender = content.sender.clone();
        words.expected = content.expected.clone();
        words.question = content.question.clone();
        words.staff_note = content.staff_note.clone();
        words.staging.on_absence = content.staging.on_absence.clone();
        if words != *content {
            return Err(InjectRefusal::OnlyWords(inject).into());
        }
    }
    Ok(())
}

/// Does an inject wait for minutes of playing time: to be sent, or for somebody to act? Its minutes, if it does.
pub fn talk(plan: &Plan, state: &State, inject: InjectId) -> Option<u16> {
    let row = state.injects.get(inject)?;
    let content = state.injects.content(plan, inject)?;
    let of = |other: &InjectId| state.injects.get(*other);
    match row.status {
        InjectStatus::Sent | InjectStatus::Seen => match content.staging.absence.as_ref()?.after {
            Wait::Talk(minutes) if row.absent.is_none() => Some(minutes),
            Wait::Talk(_) | Wait::Scenario(_) => None,
        },
        InjectStatus::OnHold | InjectStatus::Ready if !content.shelf && row.due.is_none() => {
            match &content.trigger {
                Trigger::AfterTalk(other, minutes) => of(other)?.sent.map(|_| *minutes),
                Trigger::Absent(other, Wait::Talk(minutes)) => {
                    of(other)?.status.is_unanswered().then_some(*minutes)
                }
                Trigger::At(_)
                | Trigger::After(..)
                | Trigger::Absent(_, Wait::Scenario(_))
                | Trigger::When(..)
                | Trigger::Manual => None,
            }
        }
        InjectStatus::OnHold
        | InjectStatus::Ready
        | InjectStatus::Answered
        | InjectStatus::Closed
        | InjectStatus::Skipped => None,
    }
}

fn timed(plan: &Plan, state: &State, inject: InjectId) -> Result<(), Refusal> {
    let row = row(state, inject)?;
    if talk(plan, state, inject).is_none() || row.status == InjectStatus::OnHold {
        return Err(InjectRefusal::NoTimer(inject).into());
    }
    Ok(())
}
