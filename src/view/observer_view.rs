//! The form of an observer: the questions of this moment, what an observation can be about, and what was noted. For the staff only:
//! an observer sits beside the table and never prompts it.
//!
//! Must not be shown to a player, and must not average anything: `matrix_view` does.

use super::{
    dossier_view::SheetHead,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        country::SeatTable,
        dossier::{Filed, ObservationSheet, Sheet},
        evaluation::{AnswerKind, Question},
        ids::{InjectId, ObjectiveId, QuestionId, RoleId},
    },
    text::{Language, Texts},
};

/// The form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObserverView {
    /// Questions that can be answered now, those of the round and of injects that were sent first.
    pub questions: Vec<QuestionLine>,
    /// Roles at the tables.
    pub roles: Vec<(RoleId, String)>,
    /// Tables.
    pub tables: Vec<(SeatTable, String)>,
    /// Injects that were sent, newest first, each with what its script asks of observers.
    pub injects: Vec<(InjectId, String, String)>,
    /// Decisions in the dossier, newest first.
    pub decisions: Vec<(u32, String)>,
    /// Objectives.
    pub objectives: Vec<(ObjectiveId, String)>,
    /// What was noted, newest first.
    pub observations: Vec<ObservationLine>,
}

/// A question on the form.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionLine {
    /// Which.
    pub question: QuestionId,
    /// Its set, or the exercise's own questions.
    pub group: String,
    /// What is asked.
    pub text: String,
    /// True when it takes a mark.
    pub rated: bool,
    /// The role it is about, if it says so.
    pub role: Option<RoleId>,
    /// The inject it is about, if it says so.
    pub inject: Option<InjectId>,
    /// How often it was answered.
    pub answers: u32,
}

/// Something that was noted.
#[derive(Clone, Debug, PartialEq)]
pub struct ObservationLine {
    /// When.
    pub head: SheetHead,
    /// Which observer.
    pub observer: u8,
    /// Whom and what it is about.
    pub subject: String,
    /// The question; empty without one.
    pub question: String,
    /// The mark.
    pub rating: Option<u8>,
    /// What was seen.
    pub text: String,
    /// The sheet itself, to correct it from.
    pub sheet: ObservationSheet,
}

/// The form at the moment on the screen; empty for anybody but the lead.
pub fn observer_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> ObserverView {
    let sight = Sight::new(session, viewer, texts, language);
    if !sight.is_lead() {
        return ObserverView::default();
    }
    let (country, plan, tell) = (sight.country(), sight.plan(), sight.tell());
    let seats: Vec<RoleId> =
        if plan.seats.is_empty() { country.roles.ids().collect() } else { plan.seats.clone() };
    let mut tables: Vec<SeatTable> = seats.iter().map(|role| country.roles[*role].table).collect();
    tables.sort_unstable();
    tables.dedup();
    let mut sent: Vec<(InjectId, crate::sim::time::Tick)> =
        sight.state().injects.rows.iter().filter_map(|(inject, row)| Some((inject, row.sent?))).collect();
    sent.sort_by_key(|(inject, tick)| (std::cmp::Reverse(*tick), *inject));
    let injects = sent.iter().filter_map(|(inject, _)| {
        let content = sight.state().injects.content(plan, *inject)?;
        Some((*inject, tell.inject(*inject), tell.scenario_text(&content.question).to_owned()))
    });
    let decisions = session.dossier_valid().rev().filter_map(|filed| match &filed.sheet {
        Sheet::Decision(sheet) => Some((
            filed.number,
            format!("{}. {}: {}", filed.number, tell.role(sheet.role), sheet.decision.trim()),
        )),
        _ => None,
    });
    let mut questions: Vec<QuestionLine> = plan
        .evaluation
        .questions
        .iter()
        .filter(|(_, row)| sight.is_asked_now(row))
        .map(|(id, row)| sight.question_line(id, row))
        .collect();
    // The exercise's own questions belong to this round or to something that happened.
    questions.sort_by_key(|line| plan.evaluation.questions[line.question].set.is_some());
    ObserverView {
        questions,
        roles: seats.iter().map(|role| (*role, tell.role(*role))).collect(),
        tables: tables.into_iter().map(|table| (table, tell.table(table))).collect(),
        injects: injects.collect(),
        decisions: decisions.collect(),
        objectives: plan
            .objectives
            .iter()
            .map(|(id, row)| (id, format!("{}: {}", row.code, tell.scenario_text(&row.text))))
            .collect(),
        observations: observations(session, texts, language),
    }
}

/// What observers noted up to the moment on the screen, newest first, for the staff.
pub fn observations(session: &Session, texts: &Texts, language: Language) -> Vec<ObservationLine> {
    let sight = Sight::new(session, Viewer::Lead, texts, language);
    let rows = session.dossier_shown().rev().filter_map(|filed| match &filed.sheet {
        Sheet::Observation(sheet) => Some(sight.observation_line(filed, sheet)),
        _ => None,
    });
    rows.collect()
}

impl Sight<'_> {
    /// In its round, and once its inject was sent.
    fn is_asked_now(&self, question: &Question) -> bool {
        let course = self.session.course_shown();
        let round = question.round.is_none_or(|round| !course.by_rounds || course.current == Some(round));
        let sent = |inject| self.state().injects.get(inject).is_some_and(|row| row.sent.is_some());
        round && question.inject.is_none_or(sent)
    }

    fn question_line(&self, id: QuestionId, row: &Question) -> QuestionLine {
        let set = row.set.as_ref().map(|name| self.tell().scenario_text(name).to_owned());
        let answers = self
            .session
            .dossier_valid()
            .filter(|filed| matches!(&filed.sheet, Sheet::Observation(sheet) if sheet.question == Some(id)));
        QuestionLine {
            question: id,
            group: set.unwrap_or_else(|| self.word("observer-own-questions")),
            text: self.tell().scenario_text(&row.text).to_owned(),
            rated: row.answer == AnswerKind::Rating,
            role: row.role,
            inject: row.inject,
            answers: u32::try_from(answers.count()).unwrap_or(u32::MAX),
        }
    }

    fn observation_line(&self, filed: &Filed, sheet: &ObservationSheet) -> ObservationLine {
        let tell = self.tell();
        let mut subject: Vec<String> = Vec::new();
        subject.extend(sheet.role.map(|role| tell.role(role)));
        subject.extend(sheet.table.map(|table| tell.table(table)));
        subject.extend(sheet.inject.map(|inject| tell.inject(inject)));
        subject
            .extend(sheet.decision.map(|number| self.say("standing-by-sheet", &[("number", number.into())])));
        let objective = sheet.objective.and_then(|objective| self.plan().objectives.get(objective));
        subject.extend(objective.map(|row| row.code.clone()));
        let question = sheet.question.and_then(|question| self.plan().evaluation.questions.get(question));
        ObservationLine {
            head: self.sheet_head(filed),
            observer: sheet.observer,
            subject: subject.join(" · "),
            question: question.map_or_else(String::new, |row| tell.scenario_text(&row.text).to_owned()),
            rating: sheet.rating,
            text: sheet.text.trim().to_owned(),
            sheet: sheet.clone(),
        }
    }
}
