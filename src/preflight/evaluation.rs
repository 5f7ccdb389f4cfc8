//! What can be found about judging an exercise: evaluation criteria that wait for a hand or that nothing can decide, rounds in which
//! observers are asked nothing.
//!
//! Must not repeat what `scenario` refuses, nor what `script` finds about objectives.

use super::{Finding, Weight};
use crate::{
    session::{Session, evaluation::Standing},
    sim::{
        evaluation::{Sign, Test},
        plan::{Plan, Trigger},
    },
};

/// What the plan alone says.
pub(super) fn findings(plan: &Plan) -> Vec<Finding> {
    let mut found = Vec::new();
    for row in plan.evaluation.criteria.rows() {
        // That something does not come is no reason to wait for it.
        if matches!(row.test, Test::Absence(..)) {
            continue;
        }
        for inject in row.test.injects().iter().filter_map(|inject| plan.injects.get(*inject)) {
            if inject.shelf || inject.trigger == Trigger::Manual {
                let at = format!("evaluation[\"{}\"].test", row.code);
                let args = [("inject", inject.code.as_str())];
                found.push(Finding::new(Weight::Note, at, "preflight-criterion-needs-shelf", &args));
            }
        }
    }
    let questions = plan.evaluation.questions.rows();
    if questions.iter().all(|question| question.set.is_none()) && !questions.is_empty() {
        for number in 1..=plan.rounds.len() {
            let asked = |round: Option<u8>| round.is_none_or(|round| usize::from(round) + 1 == number);
            if !questions.iter().any(|question| asked(question.round)) {
                let (at, number) = (format!("rounds[#{number}]"), number.to_string());
                let args = [("round", number.as_str())];
                found.push(Finding::new(Weight::Note, at, "preflight-round-without-questions", &args));
            }
        }
    }
    found
}

/// What the rehearsal shows: criteria that were never decided, although no people are needed to decide them.
pub(super) fn rehearsed(session: &Session) -> Vec<Finding> {
    let plan = session.plan();
    let unseen = session.judged().into_iter().filter(|row| row.standing == Standing::NotObserved);
    let rows = unseen.map(|row| &plan.evaluation.criteria[row.criterion]);
    let played = rows.filter(|row| !needs_people(&row.test));
    played
        .map(|row| {
            let at = format!("evaluation[\"{}\"].test", row.code);
            Finding::new(Weight::Doubt, at, "preflight-criterion-not-observed", &[])
        })
        .collect()
}

/// Automatic players give no marks, put nothing on paper and take no minutes to talk.
fn needs_people(test: &Test) -> bool {
    let paper =
        |sign: &Sign| sign.each().iter().any(|sign| matches!(sign, Sign::Recorded(_) | Sign::Intended(_)));
    match test {
        Test::Rating { .. } | Test::WithinTalk { .. } => true,
        Test::Event(sign, _) | Test::Absence(sign, _) => paper(sign),
        Test::Within { sign, of, .. } => paper(sign) || paper(of),
        Test::Sequence(signs, _) => signs.iter().any(paper),
        Test::Threshold { .. } => false,
    }
}
