//! What can be found by reading the scenario alone.
//!
//! Must not repeat what `scenario` refuses: a scenario that gets here has loaded.

use super::{Finding, Weight};
use crate::{
    scenario::load::Exercise,
    sim::{
        condition::Condition,
        ids::{InjectId, RoleId},
        plan::{Channel, Inject, Plan, Text, Trigger},
        script::Wait,
        time::Tick,
    },
};

/// Everything.
pub fn findings(exercise: &Exercise) -> Vec<Finding> {
    let plan = &*exercise.plan;
    let mut found = Vec::new();
    translations(exercise, &mut found);
    for (id, inject) in plan.injects.iter() {
        receivers(inject, exercise, &mut found);
        reach(id, inject, plan, &mut found);
        said(inject, &mut found);
    }
    objectives(plan, &mut found);
    found
}

fn of_inject(inject: &Inject, field: &str) -> String {
    format!("injects[\"{}\"].{field}", inject.code)
}

/// Texts that one of the languages lacks.
fn translations(exercise: &Exercise, found: &mut Vec<Finding>) {
    let plan = &*exercise.plan;
    let mut look = |at: String, text: &Text| {
        let missing = match (text.nl.trim().is_empty(), text.en.trim().is_empty()) {
            (true, false) => "nl",
            (false, true) => "en",
            _ => return,
        };
        found.push(Finding::new(Weight::Doubt, at, "preflight-translation", &[("language", missing)]));
    };
    look("title".to_owned(), &plan.title);
    look("summary".to_owned(), &plan.summary);
    for (number, phase) in (1..).zip(&exercise.script.phases) {
        look(format!("phases[#{number}].name"), &phase.name);
    }
    for objective in plan.objectives.rows() {
        look(format!("objectives[\"{}\"].text", objective.code), &objective.text);
    }
    for row in plan.evaluation.criteria.rows() {
        look(format!("evaluation[\"{}\"].text", row.code), &row.text);
    }
    for row in plan.evaluation.questions.rows() {
        look(format!("observers[\"{}\"].text", row.code), &row.text);
    }
    for movement in plan.movements.rows() {
        look(format!("movements[\"{}\"].name", movement.code), &movement.name);
    }
    for train in &plan.trains {
        look(format!("trains[\"{}\"].name", train.code), &train.name);
    }
    for (_, inject) in plan.injects.iter() {
        let texts = [
            ("title", &inject.title),
            ("text", &inject.text),
            ("sender", &inject.sender),
            ("expected", &inject.expected),
            ("question", &inject.question),
            ("staff_note", &inject.staff_note),
        ];
        for (field, text) in texts {
            look(of_inject(inject, field), text);
        }
        let text = &inject.staging.on_absence;
        if *text != Text::default() {
            look(of_inject(inject, "on_absence"), text);
        }
    }
}

/// A message to nobody in particular, or to nobody who is there.
fn receivers(inject: &Inject, exercise: &Exercise, found: &mut Vec<Finding>) {
    let at = of_inject(inject, "receivers");
    if inject.receivers.is_empty() {
        let personal = matches!(inject.channel, Channel::Call | Channel::Mail | Channel::Report);
        if personal {
            found.push(Finding::new(Weight::Doubt, at, "preflight-no-receiver", &[]));
        }
        return;
    }
    let seated = &exercise.script.roles;
    if !seated.is_empty() && !inject.receivers.iter().any(|role| seated.contains(role)) {
        let codes: Vec<&str> = inject
            .receivers
            .iter()
            .map(|role: &RoleId| exercise.country.roles[*role].code.as_str())
            .collect();
        found.push(Finding::new(
            Weight::Doubt,
            at,
            "preflight-nobody-seated",
            &[("roles", &codes.join(", "))],
        ));
    }
}

fn said(inject: &Inject, found: &mut Vec<Finding>) {
    let empty = |text: &Text| text.nl.trim().is_empty() && text.en.trim().is_empty();
    let mut tell = |field: &str, what: &'static str, weight: Weight| {
        found.push(Finding::new(weight, of_inject(inject, field), what, &[]));
    };
    if empty(&inject.text) {
        tell("text", "preflight-says-nothing", Weight::Wrong);
    }
    if empty(&inject.expected) {
        tell("expected", "preflight-nothing-expected", Weight::Note);
    }
    if empty(&inject.question) {
        tell("question", "preflight-no-question", Weight::Note);
    }
}

/// When an inject comes by itself, as far as reading tells.
fn reach(id: InjectId, inject: &Inject, plan: &Plan, found: &mut Vec<Finding>) {
    let at = of_inject(inject, "trigger");
    match &inject.trigger {
        Trigger::After(..) => match chain(id, plan) {
            Some(Chain::At(tick)) if tick > plan.end() => {
                let day = format!("D+{}", plan.start.day_and_quarter(tick).0);
                found.push(Finding::new(Weight::Wrong, at, "preflight-after-the-end", &[("day", &day)]));
            }
            Some(Chain::ByHand(first)) => {
                let code = plan.injects[first].code.as_str();
                found.push(Finding::new(Weight::Note, at, "preflight-after-by-hand", &[("inject", code)]));
            }
            _ => {}
        },
        Trigger::When(condition, _) if never(condition) => {
            found.push(Finding::new(Weight::Wrong, at, "preflight-never-true", &[]));
        }
        Trigger::When(condition, _) => {
            if let Some(first) = waits_for_hand(condition, plan) {
                let code = plan.injects[first].code.as_str();
                found.push(Finding::new(Weight::Note, at, "preflight-after-by-hand", &[("inject", code)]));
            }
        }
        Trigger::At(_) if inject.shelf => {
            found.push(Finding::new(
                Weight::Doubt,
                of_inject(inject, "shelf"),
                "preflight-shelf-with-time",
                &[],
            ));
        }
        Trigger::Manual if !inject.shelf => {
            found.push(Finding::new(Weight::Note, at, "preflight-by-hand", &[]));
        }
        _ => {}
    }
}

/// Where a chain of injects begins.
enum Chain {
    At(Tick),
    ByHand(InjectId),
}

fn chain(id: InjectId, plan: &Plan) -> Option<Chain> {
    let (mut at, mut later) = (id, 0_u32);
    for _ in 0..=plan.injects.len() {
        match &plan.injects.get(at)?.trigger {
            Trigger::At(tick) => return Some(Chain::At(Tick(tick.0.saturating_add(later)))),
            Trigger::After(other, span) | Trigger::Absent(other, Wait::Scenario(span)) => {
                later = later.saturating_add(span.0);
                at = *other;
            }
            // Talk takes no scenario time.
            Trigger::AfterTalk(other, _) | Trigger::Absent(other, Wait::Talk(_)) => at = *other,
            Trigger::Manual => return Some(Chain::ByHand(at)),
            Trigger::When(..) => return None,
        }
    }
    None
}

/// True for a condition that nothing can fulfil: limits of one metric that exclude each other.
fn never(condition: &Condition) -> bool {
    match condition {
        Condition::All(inner) => {
            let excluded = inner.iter().any(|one| {
                let Condition::AtLeast(metric, least) = one else { return false };
                let below = |other: &Condition| matches!(other, Condition::AtMost(same, most) if same == metric && most < least);
                inner.iter().any(below)
            });
            let denied = inner.iter().any(|one| {
                let Condition::Not(denied) = one else { return false };
                inner.iter().any(|other| **denied == *other)
            });
            excluded || denied || inner.iter().any(never)
        }
        Condition::Any(inner) => inner.iter().all(never),
        _ => false,
    }
}

/// An inject that only a hand sends, without which the condition never holds.
fn waits_for_hand(condition: &Condition, plan: &Plan) -> Option<InjectId> {
    match condition {
        Condition::Sent(inject) => {
            matches!(plan.injects.get(*inject)?.trigger, Trigger::Manual).then_some(*inject)
        }
        Condition::All(inner) => inner.iter().find_map(|each| waits_for_hand(each, plan)),
        Condition::Any(inner) => {
            let all: Vec<_> = inner.iter().map(|each| waits_for_hand(each, plan)).collect();
            all.iter().all(Option::is_some).then(|| all.into_iter().flatten().next()).flatten()
        }
        _ => None,
    }
}

/// Objectives that nothing serves, or that nobody can see met.
fn objectives(plan: &Plan, found: &mut Vec<Finding>) {
    if plan.objectives.is_empty() {
        found.push(Finding::new(Weight::Doubt, "objectives".to_owned(), "preflight-no-objectives", &[]));
        return;
    }
    for (id, objective) in plan.objectives.iter() {
        let at = format!("objectives[\"{}\"]", objective.code);
        let serving = || plan.injects.rows().iter().filter(|inject| inject.objectives.contains(&id));
        if serving().next().is_none() {
            found.push(Finding::new(Weight::Doubt, at.clone(), "preflight-objective-without-inject", &[]));
        }
        let asked = serving()
            .any(|inject| !inject.question.nl.trim().is_empty() || !inject.question.en.trim().is_empty());
        let judged = plan.evaluation.criteria.rows().iter().any(|row| row.objective == id);
        let asked = asked || plan.evaluation.questions.rows().iter().any(|row| row.objective == Some(id));
        if objective.met.is_none() && !asked && !judged {
            found.push(Finding::new(Weight::Doubt, at, "preflight-objective-without-criterion", &[]));
        }
    }
    let serves_none =
        plan.injects.rows().iter().filter(|inject| !inject.shelf && inject.objectives.is_empty());
    for inject in serves_none {
        found.push(Finding::new(
            Weight::Note,
            of_inject(inject, "objectives"),
            "preflight-serves-nothing",
            &[],
        ));
    }
}
