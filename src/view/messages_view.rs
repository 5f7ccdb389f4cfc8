//! The inbox: what was sent to a role, newest first. For the lead everything that was sent.
//!
//! Must not show titles, codes or effects to players: those are the staff's.

use super::lesson_view::step_title;
use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{
        command::Command,
        ids::{InjectId, RoleId},
        plan::{Channel, Inject},
        state::{InjectStatus, Receipt},
    },
    text::{Language, Texts, channel_key},
};

/// The inbox.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessagesView {
    /// Messages, newest first.
    pub messages: Vec<Message>,
}

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Names it, to remember what was read.
    pub inject: InjectId,
    /// How it came.
    pub channel: Channel,
    /// The same in words.
    pub channel_words: String,
    /// Who sent it.
    pub sender: String,
    /// To whom, in words.
    pub receivers: String,
    /// Code and title; empty for players.
    pub title: String,
    /// What it says.
    pub text: String,
    /// What it puts before its receivers to decide, in words; empty where the exercise leaves finding that to them.
    pub options: Vec<String>,
    /// When: `wo 14 okt 14:45`.
    pub time: String,
    /// Hours ago, rounded down, for "new" marks.
    pub hours_ago: u32,
    /// It came later than it was sent.
    pub late: bool,
    /// This role has opened it, or answered it.
    pub opened: bool,
    /// What this role answered, newest last.
    pub answers: Vec<String>,
    /// The role in whose name it can be opened and answered now.
    pub acts_as: Option<RoleId>,
}

/// The inbox of a viewer.
pub fn messages_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> MessagesView {
    let sight = Sight::new(session, viewer, texts, language);
    let tell = sight.tell();
    let mut sent: Vec<_> =
        sight.state().injects.rows.ids().filter_map(|id| Some((id, sight.message(id)?))).collect();
    sent.sort_by_key(|(id, (tick, _))| std::cmp::Reverse((*tick, *id)));
    let message = |(inject, (tick, content)): (InjectId, _)| {
        let content: &Inject = content;
        let role = sight.role().or_else(|| sight.learner(content));
        Message {
            inject,
            channel: content.channel,
            channel_words: sight.word(channel_key(content.channel)),
            sender: tell.scenario_text(&content.sender).to_owned(),
            receivers: tell.receivers(content),
            // The steps of a lesson are numbered for whoever takes it, in every chair.
            title: step_title(session, &tell, inject)
                .or_else(|| sight.is_lead().then(|| tell.inject(inject)))
                .unwrap_or_default(),
            text: tell.scenario_text(&content.text).to_owned(),
            options: if sight.is_lead() || sight.plan().show_options {
                content.staging.options.iter().map(|what| tell.option(*what)).collect()
            } else {
                Vec::new()
            },
            time: sight.moment(tick),
            hours_ago: sight.now().since(tick).0 / crate::sim::time::TICKS_PER_HOUR,
            late: sight.state().injects.get(inject).is_some_and(|row| row.sent != Some(tick)),
            opened: sight.receipts(inject, role).next().is_some(),
            answers: sight.receipts(inject, role).filter_map(|receipt| sight.answer(receipt)).collect(),
            acts_as: role.filter(|_| !sight.looking() && sight.awaits(inject)),
        }
    };
    MessagesView { messages: sent.into_iter().map(message).collect() }
}

impl<'a> Sight<'a> {
    /// The role in whose name the staff can answer a message: the first of its receivers, or of all tables, that a person plays.
    fn learner(&self, content: &Inject) -> Option<RoleId> {
        let seats = &self.session.course().seats;
        let played = |role: &RoleId| seats.get(role).is_some_and(|seat| *seat > 0);
        let first = if content.receivers.is_empty() {
            seats.keys().copied().find(played)
        } else {
            content.receivers.iter().copied().find(played)
        };
        first.filter(|_| self.is_lead())
    }

    /// What a role did with a message.
    fn receipts(
        &self,
        inject: InjectId,
        role: Option<RoleId>,
    ) -> impl Iterator<Item = &'a Receipt> + use<'a> {
        let rows = self.state().injects.receipts.iter();
        rows.filter(move |row| row.inject == inject && row.role.is_some() && row.role == role)
    }

    fn answer(&self, receipt: &Receipt) -> Option<String> {
        match &self.record(receipt.seq)?.command {
            Command::AnswerInject { text, .. } => Some(text.trim().to_owned()),
            _ => None,
        }
    }

    /// True until the staff is done with a message.
    fn awaits(&self, inject: InjectId) -> bool {
        let row = self.state().injects.get(inject);
        row.is_some_and(|row| row.status.is_out() && row.status != InjectStatus::Closed)
    }
}
