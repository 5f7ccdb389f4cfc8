//! Why something is so: one cause in a few words, and the walk from a level that is too low to what started it.
//!
//! Must not search: `sim::query::why` does. See `event` for what happened.

use super::{Narrator, key, with_stop};
use crate::sim::{
    cause::Cause,
    command::Actor,
    effect::{DamageKind, Target},
    ids::{ProcessId, RegionId},
    query::{self, LimitedBy},
};

impl Narrator<'_> {
    /// A cause as a sentence of its own.
    pub fn cause_sentence(&self, cause: Cause) -> String {
        self.say("cause-line", &[("cause", self.cause(cause).into())])
    }

    /// A cause within a sentence: `inject I-01 Kabelbrand`, `besluit 12 van ProRail`.
    pub fn cause(&self, cause: Cause) -> String {
        self.cause_beside(cause, None)
    }

    /// A cause beside something that is named already.
    pub(super) fn cause_beside(&self, cause: Cause, named: Option<Target>) -> String {
        match cause {
            Cause::Damage(serial) => self.damage_cause(serial, named),
            Cause::Routine
            | Cause::Scenario
            | Cause::Inject(_)
            | Cause::Command(_)
            | Cause::Process(_)
            | Cause::Grid(_)
            | Cause::Staff(_) => self.plain_cause(cause),
        }
    }

    /// A cause without what lies behind it.
    fn plain_cause(&self, cause: Cause) -> String {
        match cause {
            Cause::Routine => self.word("cause-routine"),
            Cause::Scenario => self.word("cause-scenario"),
            Cause::Inject(inject) => self.say("cause-inject", &[("inject", self.inject(inject).into())]),
            Cause::Command(seq) => self.decision(seq),
            Cause::Damage(serial) => match query::damage(self.state, serial) {
                Some(row) => self.damage_at(row.kind, row.target),
                None => self.word("cause-damage-past"),
            },
            Cause::Staff(sector) => self.say("cause-staff", &[("sector", self.sector_inside(sector).into())]),
            Cause::Process(process) => {
                self.say("cause-process", &[("process", self.process_inside(process).into())])
            }
            Cause::Grid(shortfall) => self.shortfall(shortfall),
        }
    }

    fn damage_cause(&self, serial: u32, named: Option<Target>) -> String {
        let Some(row) = query::damage(self.state, serial) else { return self.word("cause-damage-past") };
        let damage = if named == Some(row.target) {
            self.word(key::damage_kind_key(row.kind))
        } else {
            self.damage_at(row.kind, row.target)
        };
        match row.cause {
            Cause::Routine => damage,
            Cause::Scenario
            | Cause::Inject(_)
            | Cause::Command(_)
            | Cause::Damage(_)
            | Cause::Process(_)
            | Cause::Grid(_)
            | Cause::Staff(_) => {
                let behind = self.plain_cause(row.cause);
                self.say("cause-damage", &[("damage", damage.into()), ("cause", behind.into())])
            }
        }
    }

    /// Damage with its place: `fysieke schade op spoor A–B`.
    pub(super) fn damage_at(&self, kind: DamageKind, target: Target) -> String {
        let key = match target {
            Target::Edge(_) => "damage-on-edge",
            Target::Process(..) => "damage-in-process",
            Target::Terminal(_) => "damage-at-terminal",
            Target::Crossing(_) => "damage-behind-crossing",
            Target::Grid(_) => "damage-in-grid",
        };
        let damage = self.word(key::damage_kind_key(kind));
        self.say(key, &[("damage", damage.into()), ("what", self.target(target).into())])
    }

    /// A recorded command by its number, with who gave it when that is known: `besluit 12 van ProRail`.
    pub fn decision(&self, seq: u32) -> String {
        let found = self.records.binary_search_by_key(&seq, |record| record.seq).ok();
        match found.and_then(|index| self.records.get(index)) {
            Some(record) => self.decision_by(seq, record.by.actor),
            None => self.say("decision", &[("number", seq.to_string().into())]),
        }
    }

    pub(super) fn decision_by(&self, seq: u32, actor: Actor) -> String {
        let (key, who) = match actor {
            Actor::Role(role) => ("decision-of", self.owner(role)),
            Actor::Auto(role) => ("decision-of-auto", self.owner(role)),
            Actor::Lead => ("decision-of-lead", String::new()),
            Actor::Clock => ("decision-of-clock", String::new()),
        };
        self.say(key, &[("number", seq.to_string().into()), ("who", who.into())])
    }

    /// Why a process in a region is not whole, from the nearest cause to the first.
    pub fn why_sentence(&self, process: ProcessId, region: RegionId) -> String {
        let what = self.process_in(process, region);
        let limit = query::limited_by(self.country, self.state, process, region);
        if limit == LimitedBy::Nothing {
            return self.sentence("why-nothing", &[("what", what.into())]);
        }
        let fact = self.sentence("why-lacking", &[("what", what.into())]);
        let steps = self.why_steps(process, region);
        let mut text = fact;
        for (place, cause) in steps.iter().enumerate() {
            let key = if place == 0 { "why-first" } else { "why-next" };
            text.push_str(if place == 0 { " " } else { ", " });
            text.push_str(&self.say(key, &[("cause", cause.into())]));
        }
        if steps.is_empty() {
            text.push(' ');
            text.push_str(&self.word("why-restart"));
        }
        with_stop(text)
    }

    /// The causes of [`Narrator::why_sentence`] one by one, nearest first, for a list. Empty when nothing holds the
    /// process down any more.
    pub fn why_steps(&self, process: ProcessId, region: RegionId) -> Vec<String> {
        let chain = query::why(self.country, self.state, process, region);
        chain
            .into_iter()
            .filter(|cause| *cause != Cause::Routine)
            .map(|cause| self.plain_cause(cause))
            .collect()
    }
}
