//! The step of a lesson that is open: what was asked last and not done yet, on every page and in every chair, because one person
//! plays them all. It must not be shown in an exercise for several persons: there a message belongs to its receivers.

use crate::{
    session::Session,
    sim::ids::InjectId,
    text::{Language, Narrator, Texts},
};

use super::viewer::Viewer;

/// What is asked of the learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonStep {
    /// Number and name, and how many steps there are.
    pub title: String,
    /// What is to be done.
    pub text: String,
    /// How, once that was sent or the lesson waits; empty before.
    pub hint: String,
    /// It stands in the inbox of this viewer too.
    pub in_inbox: bool,
    /// The lesson stopped the clock until it was done.
    pub waits: bool,
    /// The step after it can be sent at once.
    pub skips: bool,
}

/// The open step at the present, also while one looks back: its instruction leads to the present again. `waits` when the lesson
/// stopped the clock for it. None outside a lesson.
pub fn lesson_step(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    waits: bool,
) -> Option<LessonStep> {
    let (plan, state) = (session.plan(), session.head());
    let inject = session.open_step()?;
    let content = state.injects.content(plan, inject)?;
    let tell = Narrator { texts, language, country: session.country(), plan, state, records: session.log() };
    let sent = |inject: &InjectId| state.injects.get(*inject).is_some_and(|row| row.sent.is_some());
    let hint = content.staging.absence.as_ref().and_then(|absence| absence.send);
    let hint = hint.filter(|hint| waits || sent(hint)).and_then(|hint| state.injects.content(plan, hint));
    let in_inbox = match viewer {
        Viewer::Lead => true,
        Viewer::Role(role) => content.is_to(plan, role),
        Viewer::Public => false,
    };
    Some(LessonStep {
        title: step_title(session, &tell, inject)?,
        text: tell.scenario_text(&content.text).to_owned(),
        hint: hint.map(|hint| tell.scenario_text(&hint.text).to_owned()).unwrap_or_default(),
        in_inbox,
        waits,
        skips: session.step_after(inject).is_some(),
    })
}

/// Code and title of a step, and which of how many it is; none for any other message.
pub(super) fn step_title(session: &Session, tell: &Narrator, inject: InjectId) -> Option<String> {
    let (number, of) = session.step_number(inject)?;
    let args = [("title", tell.inject(inject).into()), ("number", number.into()), ("of", of.into())];
    Some(tell.texts.say(tell.language, "lesson-step", &args))
}
