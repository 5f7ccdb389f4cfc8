//! The matrix of objectives, injects and observations with its gaps, and how the evaluation criteria stand. For the staff only.
//!
//! Of a scenario that was not played it says what is planned; of an exercise what was seen. Must not judge: `session::evaluation` does.

use super::viewer::{Sight, Viewer};
use crate::{
    session::{
        Session,
        evaluation::{DecidedBy, Judged, Standing},
    },
    sim::{
        cause::Cause,
        condition::holds,
        dossier::{ObservationSheet, Sheet},
        ids::{InjectId, ObjectiveId},
        plan::Inject,
        time::Tick,
    },
    text::{Language, Texts, tenths},
};
use serde::Serialize;

/// The matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MatrixView {
    /// Code of the scenario.
    pub scenario: String,
    /// The moment it is about.
    pub time: String,
    /// True once something was played.
    pub played: bool,
    /// Each objective.
    pub objectives: Vec<ObjectiveLine>,
    /// Injects of the script that serve no objective: code and title.
    pub serve_nothing: Vec<String>,
}

/// A row of the matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ObjectiveLine {
    /// Code.
    pub code: String,
    /// What the exercise must show.
    pub text: String,
    /// What the end condition of the scenario says now; none without one.
    pub end_condition: Option<bool>,
    /// Injects that serve it.
    pub injects: Vec<InjectCell>,
    /// Its evaluation criteria.
    pub criteria: Vec<CriterionLine>,
    /// Codes of the questions to observers that say something of it.
    pub questions: Vec<String>,
    /// Observations about it that count.
    pub observations: u32,
    /// Their marks, added up and counted.
    pub marks: (u32, u32),
    /// The same in words.
    pub observed: String,
    /// What is missing.
    pub gaps: Vec<Gap>,
    /// The same in words.
    pub gap_words: Vec<String>,
}

/// An inject in the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InjectCell {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// It stands on the shelf.
    pub shelf: bool,
    /// It was sent.
    pub sent: bool,
    /// Observations about it that count.
    pub observations: u32,
}

/// An evaluation criterion in the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionLine {
    /// Code.
    pub code: String,
    /// What should be seen.
    pub text: String,
    /// How it is seen.
    pub how: String,
    /// How it stands.
    pub standing: Standing,
    /// The same in words.
    pub standing_words: String,
    /// When it was decided and by what, in words; empty while it is open.
    pub decided: String,
    /// The moment it was decided.
    pub at: Option<Tick>,
}

/// What is missing for an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Gap {
    /// No inject of the script serves it.
    NoInject,
    /// Nothing says when it is met.
    NoCriterion,
    /// Observers are asked nothing about it.
    NoQuestion,
    /// It was played and nobody noted anything about it.
    NoObservation,
}

impl Gap {
    fn key(self) -> &'static str {
        match self {
            Self::NoInject => "gap-no-inject",
            Self::NoCriterion => "gap-no-criterion",
            Self::NoQuestion => "gap-no-question",
            Self::NoObservation => "gap-no-observation",
        }
    }
}

/// Key of a standing.
pub fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "standing-open",
        Standing::Met => "standing-met",
        Standing::NotMet => "standing-not-met",
        Standing::NotObserved => "standing-not-observed",
    }
}

/// The matrix at the moment on the screen; empty for anybody but the lead.
pub fn matrix_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> MatrixView {
    let sight = Sight::new(session, viewer, texts, language);
    if !sight.is_lead() {
        return MatrixView::default();
    }
    let (plan, state) = (sight.plan(), sight.state());
    let judged = session.judged();
    let played = sight.now() > Tick(0) || session.dossier_shown().next().is_some();
    // Injects as they are now: edited ones, and those made during play.
    let injects: Vec<(InjectId, &Inject)> = state
        .injects
        .rows
        .ids()
        .filter_map(|inject| Some((inject, state.injects.content(plan, inject)?)))
        .collect();
    let planned = |inject: &Inject| !inject.shelf;
    let serve_nothing = injects
        .iter()
        .filter(|(_, inject)| planned(inject) && inject.objectives.is_empty())
        .map(|(id, _)| sight.tell().inject(*id));
    MatrixView {
        scenario: plan.code.clone(),
        time: sight.moment(sight.now()),
        played,
        objectives: plan
            .objectives
            .ids()
            .map(|objective| sight.objective_line(objective, &injects, &judged, played))
            .collect(),
        serve_nothing: serve_nothing.collect(),
    }
}

impl Sight<'_> {
    fn objective_line(
        &self,
        objective: ObjectiveId,
        injects: &[(InjectId, &Inject)],
        judged: &[Judged],
        played: bool,
    ) -> ObjectiveLine {
        let (plan, state) = (self.plan(), self.state());
        let row = &plan.objectives[objective];
        let serving: Vec<&(InjectId, &Inject)> =
            injects.iter().filter(|(_, inject)| inject.objectives.contains(&objective)).collect();
        let observations: Vec<&ObservationSheet> =
            self.observations().filter(|sheet| self.is_about(sheet, objective, injects)).collect();
        let cell = |(id, inject): &&(InjectId, &Inject)| InjectCell {
            code: inject.code.clone(),
            title: self.tell().scenario_text(&inject.title).to_owned(),
            shelf: inject.shelf,
            sent: state.injects.get(*id).is_some_and(|row| row.sent.is_some()),
            observations: count(self.observations().filter(|sheet| sheet.inject == Some(*id))),
        };
        let criteria: Vec<CriterionLine> = judged
            .iter()
            .filter(|row| plan.evaluation.criteria[row.criterion].objective == objective)
            .map(|row| self.criterion_line(row))
            .collect();
        let asked = |text: &crate::sim::plan::Text| !text.nl.trim().is_empty() || !text.en.trim().is_empty();
        let mut questions: Vec<String> = plan
            .evaluation
            .questions
            .rows()
            .iter()
            .filter(|question| question.objective == Some(objective))
            .map(|question| question.code.clone())
            .collect();
        let of_injects = serving.iter().filter(|(_, inject)| asked(&inject.question));
        questions.extend(of_injects.map(|(_, inject)| inject.code.clone()));
        let marks = observations.iter().filter_map(|sheet| sheet.rating);
        let marks: (u32, u32) = (marks.clone().map(u32::from).sum(), count(marks));
        let observed = self.observed(observations.len(), marks);
        let mut gaps = Vec::new();
        let mut missing = |is: bool, gap: Gap| gaps.extend(is.then_some(gap));
        missing(serving.is_empty(), Gap::NoInject);
        missing(criteria.is_empty() && row.met.is_none(), Gap::NoCriterion);
        missing(questions.is_empty(), Gap::NoQuestion);
        missing(played && observations.is_empty(), Gap::NoObservation);
        ObjectiveLine {
            code: row.code.clone(),
            text: self.tell().scenario_text(&row.text).to_owned(),
            end_condition: row.met.as_ref().map(|condition| holds(self.country(), state, condition)),
            injects: serving.iter().map(cell).collect(),
            criteria,
            questions,
            observations: count(observations.iter()),
            marks,
            observed,
            gap_words: gaps.iter().map(|gap| self.word(gap.key())).collect(),
            gaps,
        }
    }

    fn observed(&self, count: usize, (sum, rated): (u32, u32)) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        if rated == 0 {
            return self.say("evaluation-observed", &[("count", count.into())]);
        }
        let mark = tenths(self.language, i64::from(sum * 10 / rated));
        self.say("evaluation-observed-mark", &[("count", count.into()), ("mark", mark.into())])
    }

    fn observations(&self) -> impl Iterator<Item = &ObservationSheet> {
        self.session.dossier_valid().filter_map(|filed| match &filed.sheet {
            Sheet::Observation(sheet) => Some(sheet),
            _ => None,
        })
    }

    /// An observation says what it is about, or its question does, or its inject.
    fn is_about(
        &self,
        sheet: &ObservationSheet,
        objective: ObjectiveId,
        injects: &[(InjectId, &Inject)],
    ) -> bool {
        let question = sheet.question.and_then(|question| self.plan().evaluation.questions.get(question));
        if let Some(own) = sheet.objective.or(question.and_then(|question| question.objective)) {
            return own == objective;
        }
        let inject = sheet.inject.or(question.and_then(|question| question.inject));
        let served = inject.and_then(|inject| injects.iter().find(|(id, _)| *id == inject));
        served.is_some_and(|(_, inject)| inject.objectives.contains(&objective))
    }

    fn criterion_line(&self, judged: &Judged) -> CriterionLine {
        let row = &self.plan().evaluation.criteria[judged.criterion];
        let decided = judged.decided.map(|(tick, by)| {
            let args = [("time", self.moment(tick).into()), ("by", self.decided_by(by).into())];
            self.say("standing-decided", &args)
        });
        CriterionLine {
            code: row.code.clone(),
            text: self.tell().scenario_text(&row.text).to_owned(),
            how: self.tell().test(&row.test),
            standing: judged.standing,
            standing_words: self.word(standing_key(judged.standing)),
            decided: decided.unwrap_or_default(),
            at: judged.decided.map(|(tick, _)| tick),
        }
    }

    fn decided_by(&self, by: DecidedBy) -> String {
        match by {
            DecidedBy::Command(seq) => {
                let record = self.record(seq);
                let said = record.map(|record| self.tell().command_sentence(&record.command));
                format!("{}: {}", self.tell().cause(Cause::Command(seq)), said.unwrap_or_default())
            }
            DecidedBy::Inject(inject) => self.tell().inject(inject),
            DecidedBy::Hour => self.word("standing-by-hour"),
            DecidedBy::Sheet(number) => self.say("standing-by-sheet", &[("number", number.into())]),
            DecidedBy::Time => self.word("standing-by-time"),
        }
    }
}

impl MatrixView {
    /// How many criteria stand so, in the order of [`Standing::ALL`].
    pub fn counts(&self) -> [usize; 4] {
        let criteria = || self.objectives.iter().flat_map(|row| &row.criteria);
        Standing::ALL.map(|standing| criteria().filter(|row| row.standing == standing).count())
    }
}

fn count<T>(rows: impl Iterator<Item = T>) -> u32 {
    u32::try_from(rows.count()).unwrap_or(u32::MAX)
}
