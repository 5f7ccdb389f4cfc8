//! How an exercise is judged, as the plan says it: what observers are asked, and the evaluation criteria of the objectives.
//!
//! Values only; immutable once built, and the simulation never reads them. An *evaluation criterion* judges the exercise; a
//! `Criterion` of the impact score judges what happens to the country. How they stand is a fold in `session::evaluation`.

use super::{
    country::SeatTable,
    ids::{EvaluationId, InjectId, ObjectiveId, QuestionId, RoleId, Table},
    metric::Metric,
    plan::Text,
    script::Doing,
    time::{Span, Tick},
};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// Highest rating an observer can give; the lowest is 1.
pub const RATING_MAX: u8 = 5;

/// What observers are asked, and by what objectives are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// Evaluation criteria.
    pub criteria: Table<EvaluationId, EvaluationCriterion>,
    /// Questions to observers: those of the standard sets that were chosen, then the exercise's own.
    pub questions: Table<QuestionId, Question>,
}

impl Evaluation {
    /// What is measured each hour for the criteria, in order, each thing once.
    pub fn metrics(&self) -> Vec<Metric> {
        let mut metrics = Vec::new();
        for metric in self.criteria.rows().iter().flat_map(|row| row.test.metrics()) {
            if !metrics.contains(&metric) {
                metrics.push(metric);
            }
        }
        metrics
    }
}

/// By what an objective is judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvaluationCriterion {
    /// Code.
    pub code: String,
    /// The objective.
    pub objective: ObjectiveId,
    /// What should be seen, in words.
    pub text: Text,
    /// How it is seen.
    pub test: Test,
}

/// How an evaluation criterion is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// It happens in this time.
    Event(Sign, Window),
    /// It happens so soon after the first time that something else does.
    Within {
        /// What should happen.
        sign: Sign,
        /// After what.
        of: Sign,
        /// How soon, scenario time.
        time: Span,
    },
    /// It happens within so many minutes of playing time after the first time that something else does; pauses are not counted.
    WithinTalk {
        /// What should happen.
        sign: Sign,
        /// After what.
        of: Sign,
        /// How soon, minutes in the room, 1 to [`super::script::TALK_MAX`].
        minutes: u16,
    },
    /// It does not happen in this time.
    Absence(Sign, Window),
    /// These happen in this order, in this time.
    Sequence(Vec<Sign>, Window),
    /// Something measured is on one side of a limit.
    Threshold {
        /// What.
        metric: Metric,
        /// The limit.
        bound: Bound,
        /// When.
        when: When,
    },
    /// The mean of the ratings that observers give is at least this, 1 to [`RATING_MAX`].
    Rating {
        /// To which question.
        question: QuestionId,
        /// The lowest mean.
        at_least: u8,
    },
}

impl Test {
    /// Every sign it looks for, with those inside a group.
    fn signs(&self) -> Vec<&Sign> {
        let outer = match self {
            Self::Event(sign, _) | Self::Absence(sign, _) => vec![sign],
            Self::Within { sign, of, .. } | Self::WithinTalk { sign, of, .. } => vec![sign, of],
            Self::Sequence(signs, _) => signs.iter().collect(),
            Self::Threshold { .. } | Self::Rating { .. } => Vec::new(),
        };
        outer.into_iter().flat_map(Sign::each).collect()
    }

    /// What it measures.
    pub fn metrics(&self) -> Vec<Metric> {
        let measured = |sign: &&Sign| match sign {
            Sign::Measured(metric, _) => Some(*metric),
            Sign::Sent(_)
            | Sign::Seen(_)
            | Sign::Answered(_)
            | Sign::Unanswered(_)
            | Sign::Did(..)
            | Sign::Recorded(_)
            | Sign::Intended(_)
            | Sign::Moment(_)
            | Sign::Any(_) => None,
        };
        let signs = self.signs();
        let own = if let Self::Threshold { metric, .. } = self { Some(*metric) } else { None };
        own.into_iter().chain(signs.iter().filter_map(measured)).collect()
    }

    /// The injects it looks at.
    pub fn injects(&self) -> Vec<InjectId> {
        let inject = |sign: &&Sign| match sign {
            Sign::Sent(inject)
            | Sign::Seen(inject)
            | Sign::Answered(inject)
            | Sign::Unanswered(inject)
            | Sign::Did(Doing::Replied(inject), _) => Some(*inject),
            Sign::Did(..)
            | Sign::Measured(..)
            | Sign::Recorded(_)
            | Sign::Intended(_)
            | Sign::Moment(_)
            | Sign::Any(_) => None,
        };
        self.signs().iter().filter_map(inject).collect()
    }
}

/// Something that can be recognised in what was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    /// An inject was sent.
    Sent(InjectId),
    /// A receiver opened it, or answered it.
    Seen(InjectId),
    /// It was answered, or the action expected of it was seen.
    Answered(InjectId),
    /// Nobody acted on it in time.
    Unanswered(InjectId),
    /// Players did this; by that role, or by anybody.
    Did(Doing, Option<RoleId>),
    /// Something measured is on this side of a limit, looked at every hour.
    Measured(Metric, Bound),
    /// A role put a decision on paper.
    Recorded(RoleId),
    /// A table said what it wants to hold.
    Intended(SeatTable),
    /// A moment of the scenario comes.
    Moment(Tick),
    /// The first of these.
    Any(Vec<Sign>),
}

impl Sign {
    /// Itself, or those of a group.
    pub fn each(&self) -> Vec<&Self> {
        if let Self::Any(signs) = self { signs.iter().flat_map(Self::each).collect() } else { vec![self] }
    }
}

/// A side of a limit, in the metric's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// At least.
    AtLeast(i64),
    /// At most.
    AtMost(i64),
}

impl Bound {
    /// True on this side.
    pub fn holds(self, value: i64) -> bool {
        match self {
            Self::AtLeast(limit) => value >= limit,
            Self::AtMost(limit) => value <= limit,
        }
    }
}

/// From a moment until another, the last one included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// First moment.
    pub from: Tick,
    /// Last moment.
    pub until: Tick,
}

impl Window {
    /// True for a moment in it.
    pub fn holds(self, tick: Tick) -> bool {
        (self.from..=self.until).contains(&tick)
    }
}

/// When something measured is held against its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// At the first full hour from this moment on.
    At(Tick),
    /// At every full hour of this time.
    Throughout(Window),
    /// At one full hour of this time at least.
    Once(Window),
}

/// A question to observers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Code.
    pub code: String,
    /// Name of the standard set it comes from; none for one of the exercise's own.
    pub set: Option<Text>,
    /// What is asked.
    pub text: Text,
    /// How it is answered.
    pub answer: AnswerKind,
    /// About which role; none for whom the observer looks at.
    pub role: Option<RoleId>,
    /// In which round, from 0; none for all.
    pub round: Option<u8>,
    /// About which inject.
    pub inject: Option<InjectId>,
    /// Which objective it says something of.
    pub objective: Option<ObjectiveId>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum AnswerKind {
    /// With a mark from 1 (not seen) to 5 (an example to others), and words if there is something to say.
    Rating,
    /// In words.
    Words,
}
