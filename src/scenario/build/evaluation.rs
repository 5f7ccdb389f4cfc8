//! Questions to observers and evaluation criteria, from the files to the plan.
//!
//! Must not judge anything: `session::evaluation` does.

use super::{codes::Codes, conditions::Scope, every};
use crate::{
    scenario::{
        fault::{Faults, Place},
        moment::Moment,
        schema::{
            evaluation::{
                BoundRow, EvaluationRow, ObserversFile, QuestionRow, RatingRow, SequenceRow, SignRow,
                TestRow, ThresholdRow, WhenRow, WithinRow, WithinTalkRow,
            },
            exercise::ExerciseFile,
        },
    },
    sim::{
        evaluation::{
            AnswerKind, Bound, Evaluation, EvaluationCriterion, Question, RATING_MAX, Sign, Test, When,
            Window,
        },
        ids::{ObjectiveId, QuestionId, Table},
        metric::Metric,
        script::TALK_MAX,
        time::{Span, Tick},
    },
};

/// Builds both; every fault is told.
pub(super) fn evaluation(
    file: &ExerciseFile,
    standard: &ObserversFile,
    scope: &Scope<'_>,
    objectives: &Codes<ObjectiveId>,
    faults: &mut Faults<'_>,
) -> Option<Evaluation> {
    let mut questions: Vec<Option<Question>> = Vec::new();
    for (index, code) in file.observer_sets.iter().enumerate() {
        if file.observer_sets.iter().take(index).any(|earlier| earlier.text == code.text) {
            let what = format!("question set \"{}\" stands here twice", code.text);
            faults.add(&code.place, what, "remove one of the two");
            continue;
        }
        let set = standard.sets.iter().find(|set| set.code.text == code.text);
        questions.extend(set.into_iter().flat_map(|set| &set.questions).map(|row| {
            Some(Question {
                code: row.code.text.clone(),
                set: set.map(|set| (&set.name).into()),
                text: (&row.text).into(),
                answer: row.answer,
                role: None,
                round: None,
                inject: None,
                objective: None,
            })
        }));
    }
    questions.extend(file.observers.iter().map(|row| question(row, file, scope, objectives, faults)));
    let questions: Table<QuestionId, Question> = Table::new(every(questions)?);
    let built: Vec<_> =
        file.evaluation.iter().map(|row| criterion(row, scope, (objectives, &questions), faults)).collect();
    Some(Evaluation { criteria: Table::new(every(built)?), questions })
}

fn question(
    row: &QuestionRow,
    file: &ExerciseFile,
    scope: &Scope<'_>,
    objectives: &Codes<ObjectiveId>,
    faults: &mut Faults<'_>,
) -> Option<Question> {
    let round = match &row.round {
        None => Some(None),
        Some(at) if at.value == 0 || usize::from(at.value) > file.rounds.len() => {
            let what = format!("there is no round {}", at.value);
            let repair = match file.rounds.len() {
                0 => "leave round out: the exercise has no rounds".to_owned(),
                count => format!("write 1 to {count}, or leave round out"),
            };
            faults.add(&at.place, what, repair);
            None
        }
        Some(at) => Some(Some(at.value - 1)),
    };
    Some(Question {
        code: row.code.text.clone(),
        set: None,
        text: (&row.text).into(),
        answer: row.answer,
        role: scope.codes.roles.find_optional(row.role.as_ref())?,
        round: round?,
        inject: scope.injects.find_optional(row.inject.as_ref())?,
        objective: objectives.find_optional(row.objective.as_ref())?,
    })
}

fn criterion(
    row: &EvaluationRow,
    scope: &Scope<'_>,
    (objectives, questions): (&Codes<ObjectiveId>, &Table<QuestionId, Question>),
    faults: &mut Faults<'_>,
) -> Option<EvaluationCriterion> {
    let test = match &row.test {
        TestRow::Event(row) => {
            let sign = scope.sign(&row.sign.value, faults);
            let window = window(row.from.as_ref(), row.until.as_ref(), scope, faults);
            sign.zip(window).map(|(sign, window)| Test::Event(sign, window))
        }
        TestRow::Absence(row) => {
            let sign = scope.sign(&row.sign.value, faults);
            let window = window(row.from.as_ref(), row.until.as_ref(), scope, faults);
            sign.zip(window).map(|(sign, window)| Test::Absence(sign, window))
        }
        TestRow::Within(row) => within(row, scope, faults),
        TestRow::WithinTalk(row) => within_talk(row, scope, faults),
        TestRow::Sequence(row) => sequence(row, scope, faults),
        TestRow::Threshold(row) => threshold(row, scope, faults),
        TestRow::Rating(row) => rating(row, questions, faults),
    };
    let objective = objectives.find(&row.objective);
    Some(EvaluationCriterion {
        code: row.code.text.clone(),
        objective: objective?,
        text: (&row.text).into(),
        test: test?,
    })
}

fn window(
    from: Option<&Moment>,
    until: Option<&Moment>,
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<Window> {
    let first = from.map_or(Some(Tick(0)), |moment| scope.moment(moment, faults));
    let last = until.map_or(Some(scope.end), |moment| scope.moment(moment, faults));
    let window = Window { from: first?, until: last? };
    if let Some(moment) = until.or(from).filter(|_| window.until <= window.from) {
        faults.add(
            &moment.place,
            "this time ends before it begins",
            "write a later until, or an earlier from",
        );
        return None;
    }
    Some(window)
}

fn within(row: &WithinRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Test> {
    let sign = scope.sign(&row.sign.value, faults);
    let of = scope.sign(&row.of.value, faults);
    if row.time.span == Span(0) {
        faults.add(&row.time.place, "nothing can happen within no time", "write a length such as \"6h\"");
        return None;
    }
    if sign.is_some() && sign == of {
        let repair = "name another sign in of, from which the time counts";
        faults.add(&row.of.place, "this happens by itself at the moment it happens", repair);
        return None;
    }
    Some(Test::Within { sign: sign?, of: of?, time: row.time.span })
}

fn within_talk(row: &WithinTalkRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Test> {
    let sign = scope.sign(&row.sign.value, faults);
    let of = scope.sign(&row.of.value, faults);
    let minutes = row.minutes.value;
    if !(1..=TALK_MAX).contains(&minutes) {
        let fault = format!("{minutes} minutes of playing time is outside 1 to {TALK_MAX}");
        faults.add(&row.minutes.place, fault, "write the minutes that people have in the room, such as 25");
        return None;
    }
    if sign.is_some() && sign == of {
        let repair = "name another sign in of, from which the time counts";
        faults.add(&row.of.place, "this happens by itself at the moment it happens", repair);
        return None;
    }
    let on_paper = |sign: &Sign| {
        let paper = |sign: &&Sign| matches!(sign, Sign::Recorded(_) | Sign::Intended(_));
        sign.each().iter().any(paper)
    };
    for (sign, at) in [(&sign, &row.sign.place), (&of, &row.of.place)] {
        if sign.as_ref().is_some_and(on_paper) {
            let repair = "use Within with scenario time, or wait for a decision or an answer";
            faults.add(at, "a sheet of the dossier has no playing time of its own", repair);
            return None;
        }
    }
    Some(Test::WithinTalk { sign: sign?, of: of?, minutes })
}

fn sequence(row: &SequenceRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Test> {
    let signs: Vec<_> = row.signs.value.iter().map(|sign| scope.sign(sign, faults)).collect();
    let window = window(row.from.as_ref(), row.until.as_ref(), scope, faults);
    if signs.len() < 2 {
        faults.add(&row.signs.place, "one thing alone has no order", "name two signs or more, or use Event");
        return None;
    }
    let signs = every(signs)?;
    let twice =
        signs.iter().enumerate().any(|(index, sign)| signs.iter().take(index).any(|other| other == sign));
    if twice {
        faults.add(&row.signs.place, "the same sign stands in the order twice", "remove one of the two");
        return None;
    }
    Some(Test::Sequence(signs, window?))
}

fn threshold(row: &ThresholdRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Test> {
    let metric = scope.metric(&row.metric, faults);
    let bound = match row.bound.value {
        BoundRow::AtLeast(limit) => Bound::AtLeast(limit),
        BoundRow::AtMost(limit) => Bound::AtMost(limit),
    };
    let when = match &row.when {
        WhenRow::At(moment) => scope.moment(moment, faults).map(When::At),
        WhenRow::Throughout(from, until) => {
            window(Some(from), Some(until), scope, faults).map(When::Throughout)
        }
        WhenRow::Once(from, until) => window(Some(from), Some(until), scope, faults).map(When::Once),
    };
    possible(metric?, bound, &row.bound.place, faults)?;
    Some(Test::Threshold { metric: metric?, bound, when: when? })
}

/// A share goes from 0 to 1000.
fn possible(metric: Metric, bound: Bound, place: &Place, faults: &mut Faults<'_>) -> Option<()> {
    let share = matches!(metric, Metric::Level(..) | Metric::WorstLevel(_) | Metric::Delivered(_));
    let (what, repair) = match bound {
        Bound::AtLeast(limit) if share && limit > 1000 => (
            format!("at least {limit} never comes true: a share goes from 0 to 1000 thousandths"),
            "write 1000 or less",
        ),
        Bound::AtMost(limit) if share && limit < 0 => (
            format!("at most {limit} never comes true: a share goes from 0 to 1000 thousandths"),
            "write 0 or more",
        ),
        Bound::AtLeast(_) | Bound::AtMost(_) => return Some(()),
    };
    faults.add(place, what, repair);
    None
}

fn rating(row: &RatingRow, questions: &Table<QuestionId, Question>, faults: &mut Faults<'_>) -> Option<Test> {
    let asked = questions.find(|question| question.code == row.question.text);
    if !(1..=RATING_MAX).contains(&row.at_least.value) {
        let what = format!("a mark of {} does not exist", row.at_least.value);
        faults.add(&row.at_least.place, what, format!("write 1 to {RATING_MAX}"));
        return None;
    }
    let Some(question) = asked else {
        // One that exists nowhere is told when all files have been read.
        let what = format!("this exercise does not ask the question \"{}\"", row.question.text);
        faults.add(
            &row.question.place,
            what,
            "add its set to observer_sets, or name a question of observers",
        );
        return None;
    };
    if questions[question].answer == AnswerKind::Words {
        let what = format!("the question \"{}\" is answered in words", row.question.text);
        faults.add(&row.question.place, what, "give that question answer: Rating, or name another one");
        return None;
    }
    Some(Test::Rating { question, at_least: row.at_least.value })
}

impl Scope<'_> {
    fn sign(&self, row: &SignRow, faults: &mut Faults<'_>) -> Option<Sign> {
        Some(match row {
            SignRow::Sent(inject) => Sign::Sent(self.injects.find(inject)?),
            SignRow::Seen(inject) => Sign::Seen(self.injects.find(inject)?),
            SignRow::Answered(inject) => Sign::Answered(self.injects.find(inject)?),
            SignRow::Unanswered(inject) => Sign::Unanswered(self.injects.find(inject)?),
            SignRow::Did(doing) => Sign::Did(self.doing(doing)?, None),
            SignRow::DidBy(doing, role) => {
                let role = self.codes.roles.find(role);
                Sign::Did(self.doing(doing)?, Some(role?))
            }
            SignRow::AtLeast(metric, limit) => {
                Sign::Measured(self.metric(metric, faults)?, Bound::AtLeast(*limit))
            }
            SignRow::AtMost(metric, limit) => {
                Sign::Measured(self.metric(metric, faults)?, Bound::AtMost(*limit))
            }
            SignRow::Recorded(role) => Sign::Recorded(self.codes.roles.find(role)?),
            SignRow::Intended(table) => Sign::Intended(*table),
            SignRow::Moment(moment) => Sign::Moment(self.moment(moment, faults)?),
            SignRow::Any(rows) => {
                let signs: Vec<_> = rows.iter().map(|row| self.sign(row, faults)).collect();
                Sign::Any(every(signs)?)
            }
        })
    }
}
