//! The step of a lesson that is open: what was asked last and not done yet, on every page and in every chair, because one person
//! plays them all. It must not be shown in an exercise for several persons: there a message belongs to its receivers.

use crate::{
    session::{Mode, Session},
    sim::{ids::InjectId, plan::Inject},
    text::{Language, Narrator, Texts},
};

use super::viewer::Viewer;

/// What is asked of the learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonStep {
    /// Number and name.
    pub title: String,
    /// What is to be done.
    pub text: String,
    /// How, once that was sent; empty before.
    pub hint: String,
    /// It stands in the inbox of this viewer too.
    pub in_inbox: bool,
}

/// The open step at the present, also while one looks back: its instruction leads to the present again. None outside a lesson.
pub fn lesson_step(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
) -> Option<LessonStep> {
    let (plan, state) = (session.plan(), session.head());
    if !plan.solo || *session.mode() != Mode::Live {
        return None;
    }
    let tell = Narrator { texts, language, country: session.country(), plan, state, records: session.log() };
    let step = |inject: InjectId| -> Option<(InjectId, &Inject)> {
        let open = state.injects.get(inject).is_some_and(|row| row.status.is_out() && row.answered.is_none());
        let content = state.injects.content(plan, inject).filter(|content| content.staging.acted.is_some());
        Some((inject, content.filter(|_| open)?))
    };
    let sent = |inject: InjectId| state.injects.get(inject).and_then(|row| row.sent);
    let steps = state.injects.rows.ids().filter_map(step);
    let (inject, content) = steps.max_by_key(|(inject, _)| (sent(*inject), *inject))?;
    let hint = content.staging.absence.as_ref().and_then(|absence| absence.send);
    let hint = hint.filter(|hint| sent(*hint).is_some()).and_then(|hint| state.injects.content(plan, hint));
    let in_inbox = match viewer {
        Viewer::Lead => true,
        Viewer::Role(role) => content.is_to(plan, role),
        Viewer::Public => false,
    };
    Some(LessonStep {
        title: tell.inject(inject),
        text: tell.scenario_text(&content.text).to_owned(),
        hint: hint.map(|hint| tell.scenario_text(&hint.text).to_owned()).unwrap_or_default(),
        in_inbox,
    })
}
