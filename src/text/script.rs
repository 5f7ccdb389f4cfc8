//! The script in words: what became of an inject, what it waits for, what players did, why something about it is refused.
//!
//! What receivers may read (opening, answering, and refusals of those) names the sender and never the code or title of an inject: those
//! are the staff's. Must not decide who may read the rest.

use super::{Narrator, key};
use crate::sim::{
    cause::Cause,
    command::Command,
    edit::InjectRefusal,
    event::Step,
    grip,
    ids::{InjectId, MeasureId, PersonId, PoolId, RegionId, RoleId, StorylineId},
    plan::Inject,
    script::{Absence, Decided, Doing, Wait},
};

impl Narrator<'_> {
    /// Persona that sends an inject.
    fn inject_sender(&self, inject: InjectId) -> String {
        let content = self.state.injects.content(self.plan, inject);
        content.map_or_else(|| self.word("unknown-name"), |row| self.scenario_text(&row.sender).to_owned())
    }

    /// What is asked about what became of an inject.
    pub(super) fn script_command(&self, command: &Command) -> String {
        let named = |key, inject: &InjectId| self.sentence(key, &[("inject", self.inject(*inject).into())]);
        let sent = |inject: &InjectId| ("sender", self.inject_sender(*inject).into());
        match command {
            Command::OpenInject { inject } => self.sentence("command-open-inject", &[sent(inject)]),
            Command::AnswerInject { inject, text } => {
                let text = text.trim().trim_end_matches('.');
                self.sentence("command-answer-inject", &[sent(inject), ("text", text.into())])
            }
            Command::CloseInject { inject } => named("command-close-inject", inject),
            Command::EditInject { inject, .. } => named("command-edit-inject", inject),
            Command::TimeUp { inject } => named("command-time-up", inject),
            Command::Undo { seq } => {
                self.sentence("command-undo", &[("decision", self.decision(*seq).into())])
            }
            _ => self.word("unknown-name"),
        }
    }

    /// What became of an inject.
    pub(super) fn inject_step(&self, inject: InjectId, step: Step) -> String {
        let (key, role) = match step {
            Step::Seen(Some(role)) => ("event-inject-seen", Some(role)),
            Step::Seen(None) => ("event-inject-seen-room", None),
            Step::Answered(Some(role)) => ("event-inject-answered", Some(role)),
            Step::Answered(None) => ("event-inject-acted", None),
            Step::Closed => ("event-inject-closed", None),
            Step::Unanswered => ("event-inject-unanswered", None),
            Step::Edited => ("event-inject-edited", None),
            Step::Late(role) => ("event-inject-late", Some(role)),
            Step::Arrived(role) => ("event-inject-arrived", Some(role)),
            Step::Lost(role) => ("event-inject-lost", Some(role)),
        };
        let mut args = vec![("inject", self.inject(inject).into())];
        args.extend(role.map(|role| ("role", self.owner(role).into())));
        self.sentence(key, &args)
    }

    /// A command that was undone.
    pub(super) fn undone(&self, seq: u32) -> String {
        self.sentence("event-undone", &[("decision", self.decision(seq).into())])
    }

    /// Why something about an inject is refused.
    pub(super) fn inject_refusal(&self, refusal: InjectRefusal) -> String {
        match refusal {
            InjectRefusal::NotSent(inject) => {
                self.sentence("refusal-inject-not-sent", &[("inject", self.inject(inject).into())])
            }
            InjectRefusal::NotReceived => self.word("refusal-inject-not-received"),
            InjectRefusal::Over => self.word("refusal-inject-over"),
            InjectRefusal::OnlyWords(inject) => {
                self.sentence("refusal-inject-only-words", &[("inject", self.inject(inject).into())])
            }
            InjectRefusal::NoTimer(inject) => {
                self.sentence("refusal-inject-no-timer", &[("inject", self.inject(inject).into())])
            }
            InjectRefusal::TooLate(seq) => {
                self.sentence("refusal-undo-late", &[("decision", self.decision(seq).into())])
            }
            InjectRefusal::NotYours(seq) => {
                self.sentence("refusal-undo-not-yours", &[("decision", self.decision(seq).into())])
            }
            InjectRefusal::Undone(seq) => {
                self.sentence("refusal-undo-again", &[("decision", self.decision(seq).into())])
            }
        }
    }

    /// A time that something waits: `6 uur`, `25 minuten speelduur`.
    pub fn wait(&self, wait: Wait) -> String {
        match wait {
            Wait::Scenario(span) => self.texts.span(self.language, span),
            Wait::Talk(minutes) => self.say("wait-talk", &[("minutes", minutes.into())]),
        }
    }

    /// When an inject is sent that waits for somebody's silence, or for minutes of talk.
    pub(super) fn waits(&self, key: &str, inject: InjectId, wait: Wait) -> String {
        let args = [("inject", self.inject(inject).into()), ("span", self.wait(wait).into())];
        self.sentence(key, &args)
    }

    /// What happens when nobody acts, one sentence each.
    pub fn absence_sentences(&self, absence: &Absence) -> Vec<String> {
        let mut all = vec![self.sentence("absence-after", &[("span", self.wait(absence.after).into())])];
        if let Some(next) = absence.send {
            all.push(self.sentence("absence-send", &[("inject", self.inject(next).into())]));
        }
        all.extend(absence.effects.iter().map(|effect| self.effect_sentence(effect)));
        all
    }

    /// Something that players did, within a sentence.
    pub(super) fn decided(&self, decided: &Decided) -> String {
        let who = decided.by.map_or_else(|| self.word("doing-by-anybody"), |role| self.owner(role));
        let mut args = vec![("what", self.doing(decided.what).into()), ("who", who.into())];
        match decided.since {
            None => self.say("condition-decided", &args),
            Some(inject) => {
                args.push(("inject", self.inject(inject).into()));
                self.say("condition-decided-since", &args)
            }
        }
    }

    /// What a message puts before its receivers: `noodverordening (Zeeland): burgemeester havengemeente`.
    pub fn option(&self, what: Doing) -> String {
        let owner = |pool: PoolId| self.pool_owner(Some(pool));
        let (key, object, who) = match what {
            Doing::Taken(id, region) => {
                ("option-take", self.measure_in(id, region), self.decider(id, region))
            }
            Doing::Ended(id, region) => ("option-end", self.measure_in(id, region), self.decider(id, region)),
            Doing::Divided(id) => ("option-divide", self.pool(id), owner(id)),
            Doing::RepairOrdered(id) => ("option-repair", self.pool(id), owner(id)),
            Doing::Provided(id) => ("option-provide", self.pool(id), String::new()),
            Doing::Asked(id) => ("option-ask", self.pool(id), owner(id)),
            Doing::Planned(id) => ("option-plan", self.movement(id), String::new()),
            Doing::Designated(id) => ("option-designate", self.movement(id), String::new()),
            other => return self.doing(other),
        };
        self.say(key, &[("object", object.into()), ("who", who.into())])
    }

    /// Who decides about a measure now.
    pub(super) fn decider(&self, measure: MeasureId, region: Option<RegionId>) -> String {
        let role = grip::decider(self.country, self.state, measure, region);
        role.map_or_else(|| self.word("unknown-name"), |role| self.owner(role))
    }

    fn doing(&self, what: Doing) -> String {
        let pool = |key, pool: PoolId| self.say(key, &[("pool", self.pool(pool).into())]);
        let measure =
            |key, id: MeasureId, region| self.say(key, &[("measure", self.measure_in(id, region).into())]);
        match what {
            Doing::Anything => self.word("doing-anything"),
            Doing::Divided(id) => pool("doing-divided", id),
            Doing::RepairOrdered(id) => pool("doing-repair", id),
            Doing::Provided(id) => pool("doing-provided", id),
            Doing::Asked(id) => pool("doing-asked", id),
            Doing::Answered(id) => pool("doing-answered", id),
            Doing::Agreed(id) => pool("doing-agreed", id),
            Doing::Declined(id) => pool("doing-declined", id),
            Doing::Taken(id, region) => measure("doing-taken", id, region),
            Doing::Ended(id, region) => measure("doing-ended", id, region),
            Doing::AskedFor(id, region) => measure("doing-asked-for", id, region),
            Doing::AnsweredFor(id) => measure("doing-answered-for", id, None),
            Doing::Planned(movement) => {
                self.say("doing-planned", &[("movement", self.movement(movement).into())])
            }
            Doing::Designated(movement) => {
                self.say("doing-designated", &[("movement", self.movement(movement).into())])
            }
            Doing::Replied(inject) => self.say("doing-replied", &[("inject", self.inject(inject).into())]),
        }
    }

    /// A single person: `de verkeersleider (ProRail)`, with the name where the scenario gives one.
    pub fn person(&self, person: PersonId) -> String {
        let Some(row) = self.plan.cast.people.get(person) else { return self.word("unknown-name") };
        let function = self.scenario_text(&row.function);
        let name = if row.name.is_empty() {
            function.to_owned()
        } else {
            self.say("person-named", &[("name", (&row.name).into()), ("function", function.into())])
        };
        self.say("person-at", &[("person", name.into()), ("role", self.owner(row.role).into())])
    }

    /// Name of a storyline.
    pub fn storyline(&self, line: StorylineId) -> String {
        let row = self.plan.cast.storylines.get(line);
        row.map_or_else(|| self.word("unknown-name"), |row| self.scenario_text(&row.name).to_owned())
    }

    /// Who receives an inject.
    pub fn receivers(&self, inject: &Inject) -> String {
        if inject.is_to_all() {
            return self.word("receivers-all");
        }
        let roles = inject.receivers.iter().map(|role: &RoleId| self.owner(*role));
        let people = inject.staging.people.iter().map(|person| self.person(*person));
        self.texts.list(self.language, &roles.chain(people).collect::<Vec<_>>())
    }

    /// Why an inject was taken out, for the staff; none when it was not.
    pub fn taken_out(&self, cause: Cause) -> Option<String> {
        match cause {
            Cause::Inject(inject) => {
                Some(self.sentence("inject-replaced", &[("inject", self.inject(inject).into())]))
            }
            Cause::Command(_)
            | Cause::Routine
            | Cause::Scenario
            | Cause::Damage(_)
            | Cause::Process(_)
            | Cause::Grid(_)
            | Cause::Staff(_) => None,
        }
    }

    /// How much an inject matters.
    pub fn priority(&self, priority: crate::sim::script::Priority) -> String {
        self.word(key::priority_key(priority))
    }
}
