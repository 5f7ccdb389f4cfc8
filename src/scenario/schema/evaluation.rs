//! What a file says of judging an exercise: questions to observers, standard sets of them, and evaluation criteria.
//!
//! Shape only; built by `build::evaluation`. An evaluation criterion judges the exercise; a criterion of `score.ron` judges what
//! happens to the country.

use super::{conditions::MetricRow, mel::DoingRow};
use crate::{
    scenario::{
        macros::{choice, record, words},
        moment::{Length, Moment},
        read::{Fallback, Rows},
        scalar::{At, Def, Kind, Ref, Words},
    },
    sim::{
        country::SeatTable,
        evaluation::AnswerKind,
        ids::{EvaluationId, InjectId, ObjectiveId, QuestionId, RoleId},
    },
};

/// Marks the codes of standard sets of questions.
#[derive(Clone, Copy, Debug)]
pub struct QuestionSet;

impl Kind for QuestionSet {
    const NAME: &'static str = "question set";
}

impl Kind for QuestionId {
    const NAME: &'static str = "question";
}

impl Kind for EvaluationId {
    const NAME: &'static str = "evaluation criterion";
}

words!(AnswerKind);

impl Fallback for AnswerKind {
    fn fallback() -> Self {
        Self::Rating
    }
}

record! {
    /// `observers.ron`.
    ObserversFile {
        /// Standard sets.
        sets: Rows<QuestionSetRow>,
    }
}

record! {
    /// A standard set of questions.
    QuestionSetRow {
        /// Code.
        code: Def<QuestionSet>,
        /// Name.
        name: Words,
        /// The questions.
        questions: Rows<StandardRow>,
    }
}

record! {
    /// A question of a standard set: about whom the observer looks at.
    StandardRow {
        /// Code.
        code: Def<QuestionId>,
        /// What is asked.
        text: Words,
        /// How it is answered.
        answer: AnswerKind = AnswerKind::Rating,
    }
}

record! {
    /// A question to observers.
    QuestionRow {
        /// Code.
        code: Def<QuestionId>,
        /// What is asked.
        text: Words,
        /// How it is answered: with a mark from 1 to 5, or in words.
        answer: AnswerKind = AnswerKind::Rating,
        /// About this role; about whom the observer looks at when left out.
        role: Option<Ref<RoleId>> = None,
        /// In this round, from 1; in every round when left out.
        round: Option<At<u8>> = None,
        /// About this inject.
        inject: Option<Ref<InjectId>> = None,
        /// Says something of this objective.
        objective: Option<Ref<ObjectiveId>> = None,
    }
}

record! {
    /// An evaluation criterion: by what an objective is judged.
    EvaluationRow {
        /// Code.
        code: Def<EvaluationId>,
        /// The objective.
        objective: Ref<ObjectiveId>,
        /// What should be seen.
        text: Words,
        /// How it is seen.
        test: TestRow,
    }
}

choice! {
    /// How an evaluation criterion is decided.
    TestRow {
        /// It happens.
        Event(EventRow),
        /// It happens soon after something else.
        Within(WithinRow),
        /// It happens within so many minutes in the room after something else.
        WithinTalk(WithinTalkRow),
        /// It does not happen.
        Absence(EventRow),
        /// These happen in this order.
        Sequence(SequenceRow),
        /// Something measured is on one side of a limit.
        Threshold(ThresholdRow),
        /// Observers give a high mark.
        Rating(RatingRow),
    }
}

record! {
    /// Something that happens, or does not.
    EventRow {
        /// What.
        sign: At<SignRow>,
        /// Not before this moment; the start when left out.
        from: Option<Moment> = None,
        /// Not after this moment; the end when left out.
        until: Option<Moment> = None,
    }
}

record! {
    /// Something that happens soon after something else.
    WithinRow {
        /// What.
        sign: At<SignRow>,
        /// After the first time that this happens.
        of: At<SignRow>,
        /// How soon, scenario time.
        time: Length,
    }
}

record! {
    /// Something that happens soon after something else, by the minutes that people have to talk.
    WithinTalkRow {
        /// What.
        sign: At<SignRow>,
        /// After the first time that this happens.
        of: At<SignRow>,
        /// How soon, minutes of playing time, 1 to 600; pauses are not counted.
        minutes: At<u16>,
    }
}

record! {
    /// Things that happen in an order.
    SequenceRow {
        /// What, in order.
        signs: At<Vec<SignRow>>,
        /// Not before this moment; the start when left out.
        from: Option<Moment> = None,
        /// Not after this moment; the end when left out.
        until: Option<Moment> = None,
    }
}

record! {
    /// Something measured and its limit.
    ThresholdRow {
        /// What.
        metric: MetricRow,
        /// The limit, in the metric's unit.
        bound: At<BoundRow>,
        /// When.
        when: WhenRow,
    }
}

record! {
    /// A mark of observers.
    RatingRow {
        /// To which question.
        question: Ref<QuestionId>,
        /// The lowest mean, 1 to 5.
        at_least: At<u8>,
    }
}

choice! {
    /// A side of a limit.
    BoundRow {
        /// At least this.
        AtLeast(i64),
        /// At most this.
        AtMost(i64),
    }
}

choice! {
    /// When something measured is held against its limit.
    WhenRow {
        /// At the first full hour from this moment on.
        At(Moment),
        /// At every full hour from the first moment until the second.
        Throughout(Moment, Moment),
        /// At one full hour at least from the first moment until the second.
        Once(Moment, Moment),
    }
}

choice! {
    /// Something that can be recognised in what is recorded.
    SignRow {
        /// An inject was sent.
        Sent(Ref<InjectId>),
        /// A receiver opened or answered an inject.
        Seen(Ref<InjectId>),
        /// An inject was answered, or the action expected of it was seen.
        Answered(Ref<InjectId>),
        /// Nobody acted on an inject in time.
        Unanswered(Ref<InjectId>),
        /// Anybody did this.
        Did(DoingRow),
        /// This role did this.
        DidBy(DoingRow, Ref<RoleId>),
        /// A metric is at least this, in its unit, looked at every hour.
        AtLeast(MetricRow, i64),
        /// A metric is at most this, in its unit, looked at every hour.
        AtMost(MetricRow, i64),
        /// A role put a decision on paper (picture, judgement, decision).
        Recorded(Ref<RoleId>),
        /// A table said what it wants to hold.
        Intended(SeatTable),
        /// A moment comes.
        Moment(Moment),
        /// The first of these.
        Any(Vec<SignRow>),
    }
}
