//! The script: every inject with where it stands and what can be done with it. For the exercise lead only.
//!
//! Must stay empty for everybody else.

use super::{
    escalation_view::{EscalationView, PlaceChoice},
    inject_course::Variant,
    memory::Memory,
    viewer::{Sight, Viewer},
};
use crate::{
    session::{Mode, Session},
    sim::{
        command::{Actor, By},
        country::{Place, RiskTheme},
        edit::talk,
        ids::{InjectId, RoleId, StorylineId, VectorId},
        plan::{Channel, Inject, Trigger},
        readiness::theme_of,
        script::Priority,
        state::{InjectState, InjectStatus, Post, PostEnd, Receipt},
        time::Tick,
    },
    text::{Language, Texts, channel_key, inject_status_key},
};
use std::sync::Arc;

/// The script.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InjectsView {
    /// Planned line in order of its moments, then what waits for a hand or a condition, then what is over.
    pub line: Vec<Arc<InjectRow>>,
    /// Ready to fire by hand.
    pub shelf: Vec<Arc<InjectRow>>,
    /// The next one whose moment is known, to run up to.
    pub next: Option<(InjectId, Tick)>,
    /// Storylines, to look for.
    pub storylines: Vec<(StorylineId, String)>,
    /// The last command of this quarter of an hour, which can still be undone, as a sentence.
    pub undo: Option<(u32, String)>,
    /// Phase of escalation and acts to stage.
    pub escalation: EscalationView,
}

impl InjectsView {
    /// Every inject: planned, on the shelf and over.
    pub fn rows(&self) -> impl Iterator<Item = &InjectRow> {
        self.line.iter().chain(&self.shelf).map(Arc::as_ref)
    }
}

/// One inject.
#[derive(Clone, Debug, PartialEq)]
pub struct InjectRow {
    /// Which.
    pub inject: InjectId,
    /// Short code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub status: InjectStatus,
    /// The same in words.
    pub status_words: String,
    /// When it is sent, in words.
    pub trigger: String,
    /// The moment it will be sent, if that is known.
    pub due: Option<String>,
    /// The same as a moment.
    pub due_at: Option<Tick>,
    /// When it was sent.
    pub sent: Option<String>,
    /// How it arrives.
    pub channel: Channel,
    /// The same in words.
    pub channel_words: String,
    /// Persona that sends it.
    pub sender: String,
    /// Who receives it, in words.
    pub receivers: String,
    /// What they read or hear.
    pub text: String,
    /// What it changes, one sentence each.
    pub effects: Vec<String>,
    /// When the effects begin after it was sent; empty when at once.
    pub effect_after: String,
    /// Objectives it serves.
    pub objectives: Vec<String>,
    /// What the receivers should do.
    pub expected: String,
    /// What observers look at.
    pub question: String,
    /// What the staff should know.
    pub staff_note: String,
    /// Where it takes place, and where it could: for an act of an opponent that is still to come.
    pub place: Option<Place>,
    /// The same, to choose from.
    pub places: Vec<PlaceChoice>,
    /// The line of the story.
    pub storyline: String,
    /// The same, to look for.
    pub storyline_id: Option<StorylineId>,
    /// How much it matters, in a word.
    pub priority: String,
    /// True when it has to be played.
    pub key: bool,
    /// Roles that receive it.
    pub roles: Vec<RoleId>,
    /// How the expected action is recognised.
    pub acted: String,
    /// What happens when nobody acts, in words and one sentence each.
    pub on_absence: String,
    /// What follows then.
    pub absence: Vec<String>,
    /// Minutes of playing time left before it is sent, or before nobody acted.
    pub left: Option<String>,
    /// Injects that can take its place, or were meant to.
    pub variants: Vec<Variant>,
    /// What became of it.
    pub course: Vec<String>,
    /// What it said before it was edited.
    pub edits: Vec<String>,
    /// Why it was taken out, when another one took its place.
    pub taken_out: Option<String>,
    /// All its words in both languages, to look in.
    pub words: String,
    /// All of it, to edit.
    pub content: Box<Inject>,
    /// What can be done with it now.
    pub can: Actions,
}

/// What can be done with an inject now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    /// Send now.
    pub fire: bool,
    /// Keep from firing.
    pub hold: bool,
    /// Let wait for its trigger again.
    pub release: bool,
    /// Send at another moment.
    pub shift: bool,
    /// Take out.
    pub skip: bool,
    /// Change it; of one that was sent only the words.
    pub edit: bool,
    /// Note that the room has seen it.
    pub see: bool,
    /// Note an answer that was given aloud.
    pub answer: bool,
    /// Be done with it.
    pub close: bool,
    /// Not wait any longer for minutes of playing time.
    pub time_up: bool,
}

impl Actions {
    fn of(status: InjectStatus, live: bool, talk: bool) -> Self {
        let open = live && status.is_open();
        let alive = live && status.is_out() && status != InjectStatus::Closed;
        Self {
            fire: open,
            hold: open && status == InjectStatus::Ready,
            release: open && status == InjectStatus::OnHold,
            shift: open,
            skip: open,
            edit: open || alive,
            see: live && status == InjectStatus::Sent,
            answer: alive,
            close: alive,
            time_up: live && talk && status != InjectStatus::OnHold,
        }
    }
}

/// What is said of an inject by its content alone: when it is sent, to whom, what it changes and is for, what is expected.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct InjectWords {
    trigger: String,
    receivers: String,
    effects: Vec<String>,
    objectives: Vec<String>,
    acted: String,
    absence: Vec<String>,
}

/// Where an inject stands: with its content all that its row is made of, as long as no message is under way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct InjectStands {
    row: InjectState,
    live: bool,
    talk: bool,
    minutes_left: Option<u32>,
    act: Option<(VectorId, Place)>,
    theme: Option<RiskTheme>,
    receipts: Vec<Receipt>,
    posts: Vec<Post>,
    variants: Vec<(InjectId, InjectStatus)>,
}

impl InjectStands {
    /// A message that is under way is told as of now.
    pub(super) fn stays(&self) -> bool {
        self.posts.iter().all(|post| post.end != PostEnd::UnderWay)
    }
}

/// The script; empty for players.
pub fn injects_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> InjectsView {
    injects_kept(session, viewer, texts, language, &mut Memory::default())
}

/// The same, for a window that keeps what was told.
pub fn injects_kept(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    memory: &mut Memory,
) -> InjectsView {
    let sight = Sight::new(session, viewer, texts, language);
    if !sight.is_lead() {
        return InjectsView::default();
    }
    let live = *session.mode() == Mode::Live && !session.is_looking_back();
    let edited = sight.edited();
    let mut rows: Vec<(Arc<InjectRow>, bool)> = sight
        .state()
        .injects
        .rows
        .iter()
        .filter_map(|(inject, row)| {
            let content = sight.state().injects.content(sight.plan(), inject)?;
            let edited = edited.contains(&inject);
            Some((memory.inject_row(&sight, (inject, row, content), live, edited), content.shelf))
        })
        .collect();
    rows.sort_by_key(|(row, _)| order(row));
    let waiting = rows.iter().filter(|(row, _)| row.status == InjectStatus::Ready);
    let next =
        waiting.filter_map(|(row, _)| Some((row.inject, row.due_at?))).min_by_key(|(id, at)| (*at, *id));
    // What was taken from the shelf and sent belongs to the line of what happened.
    let (shelf, line): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(row, shelf)| *shelf && !row.status.is_out() && row.due_at.is_none());
    let bare = |rows: Vec<(Arc<InjectRow>, bool)>| rows.into_iter().map(|(row, _)| row).collect();
    let escalation = sight.escalation(live);
    let tell = sight.tell();
    let storylines = sight.plan().cast.storylines.ids().map(|line| (line, tell.storyline(line))).collect();
    let lead = By { actor: Actor::Lead, seat: 0 };
    let undo = session.last_to_undo(lead).filter(|_| live);
    let undo = undo.map(|record| (record.seq, tell.command_sentence(&record.command)));
    InjectsView { line: bare(line), shelf: bare(shelf), next, storylines, undo, escalation }
}

/// What is to come by its moment, then what has none, then what is over.
fn order(row: &InjectRow) -> (u8, Tick, InjectId) {
    let group = match (row.status, row.due_at) {
        (InjectStatus::Ready | InjectStatus::OnHold, Some(_)) => 0,
        (InjectStatus::Ready | InjectStatus::OnHold, None) => 1,
        (
            InjectStatus::Sent
            | InjectStatus::Seen
            | InjectStatus::Answered
            | InjectStatus::Closed
            | InjectStatus::Skipped,
            _,
        ) => 2,
    };
    (group, row.due_at.unwrap_or_default(), row.inject)
}

/// The moment an inject will be sent, as far as it is known: set by hand, or planned.
pub(super) fn due(row: &InjectState, content: &Inject) -> Option<Tick> {
    row.sent.or(row.due).or(match content.trigger {
        Trigger::At(tick) if !content.shelf => Some(tick),
        Trigger::At(_)
        | Trigger::After(..)
        | Trigger::AfterTalk(..)
        | Trigger::Absent(..)
        | Trigger::When(..)
        | Trigger::Manual => None,
    })
}

impl Sight<'_> {
    /// Where an inject stands.
    pub(super) fn inject_stands(
        &self,
        (inject, row, content): (InjectId, &InjectState, &Inject),
        live: bool,
    ) -> InjectStands {
        let script = &self.state().injects;
        let talk = talk(self.plan(), self.state(), inject).is_some();
        let left = self.session.timers().left_s(inject).filter(|_| live && talk);
        InjectStands {
            row: *row,
            live,
            talk,
            minutes_left: left.map(|left| left.div_ceil(60)),
            act: self.state().adversary.act(inject).map(|act| (act.vector, act.place)),
            theme: theme_of(self.country(), self.plan(), self.state(), inject),
            receipts: script.receipts.iter().filter(|row| row.inject == inject).copied().collect(),
            posts: script.posts.iter().filter(|row| row.inject == inject).copied().collect(),
            variants: self.variants_of(inject, content).iter().map(|row| (row.0, row.2)).collect(),
        }
    }

    pub(super) fn inject(
        &self,
        (inject, row, content): (InjectId, &InjectState, &Inject),
        said: InjectWords,
        live: bool,
        edited: bool,
    ) -> InjectRow {
        let tell = self.tell();
        let text = |text| tell.scenario_text(text).to_owned();
        let due_at = due(row, content);
        let talk = talk(self.plan(), self.state(), inject).is_some();
        let can = Actions::of(row.status, live, talk);
        let staging = &content.staging;
        let act = self.state().adversary.act(inject).filter(|_| can.fire);
        let kind = act.zip(self.country().adversary.as_ref()).map(|(act, row)| row.vectors[act.vector].at);
        InjectRow {
            inject,
            code: content.code.clone(),
            title: text(&content.title),
            status: row.status,
            status_words: self.word(inject_status_key(row.status)),
            trigger: said.trigger,
            due: due_at.filter(|_| row.sent.is_none()).map(|tick| self.moment(tick)),
            due_at,
            sent: row.sent.map(|tick| self.moment(tick)),
            channel: content.channel,
            channel_words: self.word(channel_key(content.channel)),
            sender: text(&content.sender),
            words: self.searched(inject, content, &said.receivers),
            receivers: said.receivers,
            text: text(&content.text),
            effects: said.effects,
            effect_after: self.effects_begin(content),
            objectives: said.objectives,
            expected: text(&content.expected),
            question: text(&content.question),
            staff_note: text(&content.staff_note),
            storyline: staging.storyline.map_or_else(String::new, |line| tell.storyline(line)),
            storyline_id: staging.storyline,
            priority: tell.priority(staging.priority),
            key: staging.priority == Priority::Key,
            roles: content.roles(self.country(), self.plan()).collect(),
            acted: said.acted,
            on_absence: text(&staging.on_absence),
            absence: said.absence,
            left: self.session.timers().left_s(inject).filter(|_| live && talk).map(|left| {
                let minutes = left.div_ceil(60);
                self.say("inject-left", &[("minutes", minutes.into())])
            }),
            variants: self.variants(inject, content, live),
            course: self.course(inject, row),
            edits: if edited { self.edits(inject) } else { Vec::new() },
            taken_out: tell.taken_out(row.cause).filter(|_| row.status == InjectStatus::Skipped),
            content: Box::new(content.clone()),
            place: act.map(|act| act.place),
            places: kind.map_or_else(Vec::new, |at| self.places(at)),
            can,
        }
    }

    /// What is said of an inject by its content, and by the names of the injects that it names.
    pub(super) fn inject_words(&self, content: &Inject) -> InjectWords {
        let (tell, staging) = (self.tell(), &content.staging);
        let objectives = content.objectives.iter();
        InjectWords {
            trigger: tell.trigger_sentence(&content.trigger),
            receivers: tell.receivers(content),
            effects: content.effects.iter().map(|effect| tell.effect_sentence(effect)).collect(),
            objectives: objectives
                .filter_map(|objective| self.plan().objectives.get(*objective))
                .map(|objective| format!("{} {}", objective.code, tell.scenario_text(&objective.text)))
                .collect(),
            acted: staging.acted.as_ref().map_or_else(String::new, |acted| tell.condition(acted)),
            absence: staging.absence.as_ref().map_or_else(Vec::new, |row| tell.absence_sentences(row)),
        }
    }

    /// When the effects begin after it was sent; empty when at once.
    fn effects_begin(&self, content: &Inject) -> String {
        if let Some(at) = content.staging.effect_at {
            return self.say("inject-effect-at", &[("time", self.moment(at).into())]);
        }
        if content.effect_after.0 == 0 {
            return String::new();
        }
        let after = self.texts.span(self.language, content.effect_after);
        self.say("inject-effect-after", &[("span", after.into())])
    }
}
