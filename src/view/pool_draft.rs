//! A draft of a policy: may it be set, and what would it probably lead to?
//!
//! The check says what the rules would say, word for word. The forecast starts from what the viewer knows: no unsent injects,
//! no damage that was not reported. It runs the simulation on a copy, so it is asked for and not part of every view.

use super::viewer::{Sight, Viewer};
use crate::{
    session::{Session, SubmitError},
    sim::{
        command::{By, Command},
        country::{Class, PerClass, Policy},
        ids::{DenseId, MovementId, PoolId},
        metric::{Metric, value},
        state::State,
        time::{Span, Tick},
    },
    text::{Language, Texts},
};

/// A policy that somebody thinks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// For which pool.
    pub pool: PoolId,
    /// How it would be divided.
    pub policy: Policy,
    /// Until when; none until further notice.
    pub until: Option<Tick>,
}

impl Draft {
    fn command(&self, reason: &str) -> Command {
        Command::SetPolicy {
            pool: self.pool,
            policy: self.policy.clone(),
            until: self.until,
            reason: reason.to_owned(),
        }
    }
}

/// May this draft be set now? Otherwise the refusal as a sentence. A reason is not asked for yet.
pub fn draft_check(
    session: &Session,
    by: By,
    texts: &Texts,
    language: Language,
    draft: &Draft,
) -> Result<(), String> {
    let sight = Sight::new(session, Viewer::Public, texts, language);
    if sight.looking() {
        let time = sight.moment(sight.now());
        return Err(sight.say("replay-at", &[("time", time.into())]));
    }
    match session.may(by, session.head().tick, draft.command("…")) {
        Err(SubmitError::Refused(refusal)) => Err(sight.tell().refusal_sentence(&refusal)),
        Ok(()) | Err(SubmitError::Recording(_) | SubmitError::Replaying | SubmitError::LookingBack) => Ok(()),
    }
}

/// What the coming hours would bring, with and without a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftForecast {
    /// Hours looked ahead.
    pub hours: u32,
    /// As it is.
    pub without: Prospect,
    /// With the draft.
    pub with: Prospect,
}

/// What the coming hours would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Transports that wait for a path at the end, by class.
    pub waiting: PerClass<u32>,
    /// Grants in the pool on the way.
    pub granted: PerClass<u32>,
    /// Refusals in the pool on the way: one for each claim and hour.
    pub refused: PerClass<u32>,
    /// Transports given up on the way.
    pub given_up: PerClass<u32>,
    /// Pieces across the border at the end, by movement.
    pub delivered: Vec<(MovementId, u32)>,
    /// Hours that civil transports wait on the way.
    pub civil_delay_hours: i64,
}

/// What a draft would probably lead to in the next `hours` (1 to 168). Refused drafts get the refusal as a sentence.
pub fn draft_forecast(
    session: &Session,
    viewer: Viewer,
    by: By,
    texts: &Texts,
    language: Language,
    draft: &Draft,
    hours: u32,
) -> Result<DraftForecast, String> {
    draft_check(session, by, texts, language, draft)?;
    let sight = Sight::new(session, viewer, texts, language);
    let hours = hours.clamp(1, 168);
    let run = |commands: &[(By, Command)]| {
        let end = session.forecast(commands, Span::hours(hours), |state| sight.forget(state));
        prospect(&sight, draft.pool, &end)
    };
    Ok(DraftForecast { hours, without: run(&[]), with: run(&[(by, draft.command("…"))]) })
}

fn prospect(sight: &Sight, pool: PoolId, end: &State) -> Prospect {
    let begin = sight.session.head();
    let country = sight.country();
    let grown = |now: &PerClass<u32>, then: &PerClass<u32>| {
        PerClass(Class::ALL.map(|class| now[class].saturating_sub(then[class])))
    };
    let waiting = |class| u32::try_from(value(country, end, Metric::Waiting(class))).unwrap_or(0);
    let movements = (0..end.movements.len()).map(MovementId::from_index);
    let delay = |state| value(country, state, Metric::CivilDelay);
    Prospect {
        waiting: PerClass(Class::ALL.map(waiting)),
        granted: grown(&end.pools[pool].granted, &begin.pools[pool].granted),
        refused: grown(&end.pools[pool].refused, &begin.pools[pool].refused),
        given_up: grown(&end.totals.given_up, &begin.totals.given_up),
        delivered: if sight.viewer == Viewer::Public {
            Vec::new()
        } else {
            movements.map(|id| (id, end.movements[id].delivered)).collect()
        },
        civil_delay_hours: delay(end) - delay(begin),
    }
}
