//! What became of an inject, and how it stands to others: who opened and answered it, what is late, edits, variants, what is awaited.
//!
//! For the exercise lead only; see `injects_view`. Must not judge.

use super::viewer::Sight;
use crate::sim::{
    command::Command,
    ids::InjectId,
    plan::Inject,
    readiness::theme_of,
    state::{InjectState, InjectStatus, PostEnd},
};
use std::collections::BTreeSet;

/// An inject that can take the place of another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Which.
    pub inject: InjectId,
    /// Softer, harder, or one of the same group: a word.
    pub kind: String,
    /// Code and title.
    pub name: String,
    /// Where it stands, in words.
    pub stands: String,
    /// It can be sent now.
    pub fire: bool,
}

impl Sight<'_> {
    /// Softer, harder, and the others of its group.
    pub(super) fn variants(&self, own: InjectId, content: &Inject, live: bool) -> Vec<Variant> {
        let variant = |(inject, key, status): (InjectId, &str, InjectStatus)| Variant {
            inject,
            kind: self.word(key),
            name: self.tell().inject(inject),
            stands: self.word(crate::text::inject_status_key(status)),
            fire: live && status.is_open(),
        };
        self.variants_of(own, content).into_iter().map(variant).collect()
    }

    /// Which those are, what they are called, and where they stand.
    pub(super) fn variants_of(
        &self,
        own: InjectId,
        content: &Inject,
    ) -> Vec<(InjectId, &'static str, InjectStatus)> {
        let script = &self.state().injects;
        let staging = &content.staging;
        let mut found: Vec<(InjectId, &'static str)> = Vec::new();
        found.extend(staging.softer.map(|id| (id, "inject-softer")));
        found.extend(staging.harder.map(|id| (id, "inject-harder")));
        for other in script.rows.ids().filter(|other| *other != own && staging.one_of.is_some()) {
            let row = script.content(self.plan(), other);
            if row.is_some_and(|row| row.staging.one_of == staging.one_of)
                && found.iter().all(|row| row.0 != other)
            {
                found.push((other, "inject-one-of"));
            }
        }
        found
            .into_iter()
            .filter_map(|(inject, key)| Some((inject, key, script.get(inject)?.status)))
            .collect()
    }

    /// What became of it since it was sent, one sentence each, in order of time.
    pub(super) fn course(&self, inject: InjectId, row: &InjectState) -> Vec<String> {
        let script = &self.state().injects;
        let tell = self.tell();
        let mut found = Vec::new();
        for receipt in script.receipts.iter().filter(|receipt| receipt.inject == inject) {
            let role = receipt.role.map_or_else(|| self.word("inject-room"), |role| tell.owner(role));
            let said = self.record(receipt.seq).and_then(|record| match &record.command {
                Command::AnswerInject { text, .. } => Some(text.trim().to_owned()),
                _ => None,
            });
            let time = self.moment(receipt.at);
            let what = match &said {
                Some(text) => self.say(
                    "inject-answered-by",
                    &[("role", role.into()), ("time", time.into()), ("text", text.into())],
                ),
                None => self.say("inject-opened-by", &[("role", role.into()), ("time", time.into())]),
            };
            found.push((receipt.at, what));
        }
        for post in script.posts.iter().filter(|post| post.inject == inject) {
            let role = tell.owner(post.role);
            let (at, key) = match post.end {
                PostEnd::UnderWay => (self.now(), "inject-under-way-to"),
                PostEnd::Arrived(tick) => (tick, "inject-arrived-at"),
                PostEnd::Lost(tick) => (tick, "inject-lost-to"),
            };
            let args = [("role", role.into()), ("time", self.moment(at).into())];
            found.push((at, self.say(key, &args)));
        }
        if let Some(at) = row.answered {
            found.push((at, self.say("inject-acted-at", &[("time", self.moment(at).into())])));
        }
        if let Some(at) = row.absent {
            found.push((at, self.say("inject-silent-at", &[("time", self.moment(at).into())])));
        }
        found.sort_by_key(|row| row.0);
        found.into_iter().map(|row| row.1).collect()
    }

    /// Injects that were edited so far.
    pub(super) fn edited(&self) -> BTreeSet<InjectId> {
        let now = self.now();
        let edits = self.session.log().iter().filter(|record| record.submitted <= now);
        edits
            .filter_map(|record| match &record.command {
                Command::EditInject { inject, .. } => Some(*inject),
                _ => None,
            })
            .collect()
    }

    /// What it was before it was edited: moment and text, oldest first.
    pub(super) fn edits(&self, inject: InjectId) -> Vec<String> {
        let now = self.now();
        let mut before = self.state().injects.first_content(self.plan(), inject);
        let mut found = Vec::new();
        for record in self.session.log().iter().filter(|record| record.submitted <= now) {
            let Command::EditInject { inject: edited, content } = &record.command else { continue };
            if *edited != inject || self.session.is_undone(record.seq) {
                continue;
            }
            let text = before.map_or("", |row| self.tell().scenario_text(&row.text)).to_owned();
            let args = [("time", self.moment(record.effective).into()), ("text", text.into())];
            found.push(self.say("inject-was", &args));
            before = Some(content);
        }
        found
    }

    /// Every text of an inject in both languages, the names of who receives it and its theme of the risk analysis, in small
    /// letters.
    pub(super) fn searched(&self, inject: InjectId, content: &Inject, receivers: &str) -> String {
        let line = content.staging.storyline.and_then(|line| self.plan().cast.storylines.get(line));
        let texts = [
            &content.title,
            &content.text,
            &content.sender,
            &content.expected,
            &content.question,
            &content.staff_note,
            &content.staging.on_absence,
        ];
        let texts = texts.into_iter().chain(line.map(|line| &line.name));
        let theme = theme_of(self.country(), self.plan(), self.state(), inject);
        let theme = theme.map(|theme| self.tell().risk_theme(theme)).unwrap_or_default();
        let mut all: Vec<&str> = vec![&content.code, receivers, &theme];
        all.extend(texts.flat_map(|text| [text.nl.as_str(), text.en.as_str()]));
        all.join("\n").to_lowercase()
    }
}
