//! The check before an exercise: what loads well and would still go wrong on the day.
//!
//! `script` reads the scenario, `rehearsal` plays it from start to end with automatic players and looks at what came of it; `evaluation` looks at
//! how it will be judged; `preview` tries out what happens if something is done now. A
//! finding is a value with a key of the language files; whoever shows it says it. Must not change a scenario or a recording.

mod evaluation;
pub mod foresight;
pub mod preview;
pub mod rehearsal;
mod rounds;
pub mod script;

use crate::{
    auto::players::Players,
    scenario::load::Exercise,
    session::{Session, SubmitError},
    text::{Language, Texts},
};
use rehearsal::Rehearsal;
use serde::Serialize;

/// How heavy a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The exercise will not do what the scenario says.
    Wrong,
    /// Somebody should look at it before the day.
    Doubt,
    /// Worth knowing.
    Note,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// How heavy it is.
    pub weight: Weight,
    /// Object and field as in the scenario, such as `injects["I-03"].trigger`.
    pub at: String,
    /// Stable name of this kind of finding: the key of its sentence.
    pub what: &'static str,
    /// Parts of the sentence by name.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    fn new(weight: Weight, at: String, what: &'static str, args: &[(&'static str, &str)]) -> Self {
        Self { weight, at, what, args: args.iter().map(|(name, text)| (*name, (*text).to_owned())).collect() }
    }
}

/// Everything that was found, the heaviest first, and what the rehearsal came to.
#[derive(Clone, Debug)]
pub struct Preflight {
    /// What was found.
    pub findings: Vec<Finding>,
    /// The whole exercise with automatic players.
    pub rehearsal: Rehearsal,
}

/// Checks an exercise: reads its script and plays it once, without a recording.
pub fn preflight(exercise: &Exercise, texts: &Texts) -> Result<Preflight, SubmitError> {
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
    let players = Players::for_all(&session, texts, Language::default());
    let end = session.plan().end();
    while session.head().tick < end {
        players.advance(&mut session, crate::sim::time::TICKS_PER_DAY, &mut |_, _| {})?;
    }
    let rehearsal = Rehearsal::of(&session, exercise);
    let mut findings = script::findings(exercise);
    findings.extend(evaluation::findings(&exercise.plan));
    findings.extend(rehearsal.findings(&session, exercise));
    findings.extend(evaluation::rehearsed(&session));
    findings.extend(rounds::findings(&rehearsal, exercise));
    findings.sort();
    findings.dedup();
    Ok(Preflight { findings, rehearsal })
}
