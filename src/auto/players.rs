//! Lets automatic players take part: asks them at every clock hour and submits what they propose.
//!
//! A proposal that the rules refuse is left out without a trace; an accepted one is recorded as `Actor::Auto`. Must not
//! decide anything itself, and keeps nothing between two hours: after a crash a new set of players goes on, with the one whose
//! turn it was.

use super::{
    Proposal,
    desk::{Desk, Ledgers, deciders},
    propose,
    reason::Reason,
};
use crate::{
    session::{Session, SubmitError},
    sim::{
        command::{Actor, By},
        ids::RoleId,
        time::TICKS_PER_HOUR,
    },
    text::{Language, Narrator, Texts},
};

/// The automatic players of an exercise.
pub struct Players<'a> {
    roles: Vec<RoleId>,
    texts: &'a Texts,
    language: Language,
}

/// A proposal that became a recorded command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Its number in the recording.
    pub seq: u32,
    /// Whose it is.
    pub role: RoleId,
    /// What was decided and why.
    pub proposal: Proposal,
}

impl<'a> Players<'a> {
    /// Players for every role that has something to decide.
    pub fn for_all(session: &Session, texts: &'a Texts, language: Language) -> Self {
        Self { roles: deciders(session), texts, language }
    }

    /// Players for these roles only.
    pub fn for_roles(roles: Vec<RoleId>, texts: &'a Texts, language: Language) -> Self {
        Self { roles, texts, language }
    }

    /// Lets `ticks` ticks pass. At each clock hour the players are asked first; `told` hears of every accepted command as
    /// soon as it is safe on disk. Says how many ticks passed: fewer at the end of the exercise.
    pub fn advance(
        &self,
        session: &mut Session,
        ticks: u32,
        told: &mut dyn FnMut(&Session, Accepted),
    ) -> Result<u32, SubmitError> {
        let mut passed = 0;
        while passed < ticks {
            // A time-lapse may have come to its end, or stand still.
            if passed > 0 && !session.time_may_pass() {
                break;
            }
            let now = session.head().tick;
            if now.starts_hour() && now < session.plan().end() {
                for accepted in self.ask(session)? {
                    told(session, accepted);
                }
            }
            let step = (TICKS_PER_HOUR - now.0 % TICKS_PER_HOUR).min(ticks - passed);
            let done = session.advance_unsynced(step)?;
            passed += done;
            if done < step {
                break;
            }
        }
        session.sync()?;
        Ok(passed)
    }

    /// What a role would do now.
    pub fn proposals(&self, session: &Session, role: RoleId) -> Vec<Proposal> {
        self.propose(session, role, &Ledgers::of(session))
    }

    fn propose(&self, session: &Session, role: RoleId, ledgers: &Ledgers) -> Vec<Proposal> {
        let narrator = Narrator {
            texts: self.texts,
            language: self.language,
            country: session.country(),
            plan: session.plan(),
            state: session.head(),
            records: session.log(),
        };
        let say = |reason: &Reason| reason.words(&narrator);
        propose(&Desk::of(session, role, ledgers), &say)
    }

    /// Asks every player once and submits what is allowed. Those who had their turn in this tick before the exercise was broken
    /// off are not asked again: what others decided after them they would see an hour too early.
    fn ask(&self, session: &mut Session) -> Result<Vec<Accepted>, SubmitError> {
        let ledgers = Ledgers::of(session);
        let mut all = Vec::new();
        let now = session.head().tick;
        let mut of_now = session.log().iter().rev().take_while(|record| record.submitted == now);
        let last = of_now.find_map(|record| match record.by.actor {
            Actor::Auto(role) => self.roles.iter().position(|other| *other == role),
            Actor::Lead | Actor::Role(_) | Actor::Clock => None,
        });
        for &role in self.roles.iter().skip(last.unwrap_or(0)) {
            let by = By { actor: Actor::Auto(role), seat: 0 };
            for proposal in self.propose(session, role, &ledgers) {
                let now = session.head().tick;
                if session.may(by, now, proposal.command.clone()).is_ok() {
                    let seq = session.submit(by, now, proposal.command.clone())?;
                    all.push(Accepted { seq, role, proposal });
                }
            }
        }
        Ok(all)
    }
}
