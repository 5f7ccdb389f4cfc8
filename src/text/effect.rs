//! What an inject does and when it is sent, in words for the exercise lead.
//!
//! Must not be shown to players: effects and triggers are the staff's script.

use super::{Narrator, narrator::inside, permille_as_percent};
use crate::sim::{
    condition::Condition,
    effect::{DamageKind, Effect, Target},
    ids::SkillId,
    limits::Gauge,
    metric::Metric,
    num::Level,
    plan::Trigger,
    script::Wait,
    time::{Span, Tick},
};

impl Narrator<'_> {
    /// What an effect changes.
    pub fn effect_sentence(&self, effect: &Effect) -> String {
        match effect {
            Effect::Damage { target, kind, loss, team_ticks, lag, teams_max, skill } => {
                self.damage_effect(*target, *kind, *loss, [*team_ticks, lag.0], *teams_max, *skill)
            }
            Effect::Impair { target, kind, loss, lasts } => self.sentence(
                "effect-impair",
                &[
                    ("damage", self.damage_at(*kind, *target).into()),
                    ("loss", self.loss(*loss).into()),
                    ("lasts", self.texts.span(self.language, *lasts).into()),
                ],
            ),
            Effect::ShiftShip { movement, ship, by_ticks } => {
                let key = if *by_ticks < 0 { "effect-ship-earlier" } else { "effect-ship-later" };
                let span = self.texts.span(self.language, Span(by_ticks.unsigned_abs()));
                self.sentence(key, &[("ship", self.ship(*movement, *ship).into()), ("span", span.into())])
            }
            Effect::Demand { class, permille, lasts } => self.sentence(
                "effect-demand",
                &[
                    ("class", self.class_inside(*class).into()),
                    ("share", permille_as_percent(self.language, (*permille).into()).into()),
                    ("lasts", self.texts.span(self.language, *lasts).into()),
                ],
            ),
            Effect::LowWater { gauge, permille, lasts } => {
                let key = match gauge {
                    Gauge::Rhine => "effect-low-rhine",
                    Gauge::Maas => "effect-low-maas",
                };
                self.sentence(
                    key,
                    &[
                        ("share", permille_as_percent(self.language, (*permille).into()).into()),
                        ("lasts", self.texts.span(self.language, *lasts).into()),
                    ],
                )
            }
            Effect::Units { pool, change } => {
                let key = if *change < 0 { "effect-units-fewer" } else { "effect-units-more" };
                self.sentence(
                    key,
                    &[
                        ("pool", self.pool(*pool).into()),
                        ("units", self.units(*pool, change.unsigned_abs()).into()),
                    ],
                )
            }
            Effect::Casualties { .. }
            | Effect::Patients { .. }
            | Effect::Warn { .. }
            | Effect::Mood { .. }
            | Effect::Newcomers { .. }
            | Effect::Stranded { .. }
            | Effect::Holds { .. } => self.pressure_effect(effect),
        }
    }

    fn loss(&self, loss: Level) -> String {
        permille_as_percent(self.language, loss.permille().into())
    }

    /// `spans` are the estimated work in team-ticks and the lag before crews can start.
    fn damage_effect(
        &self,
        target: Target,
        kind: DamageKind,
        loss: Level,
        spans: [u32; 2],
        teams_max: u16,
        skill: SkillId,
    ) -> String {
        let [work, lag] = spans.map(Span);
        let key = if lag.0 == 0 { "effect-damage" } else { "effect-damage-later" };
        self.sentence(
            key,
            &[
                ("damage", self.damage_at(kind, target).into()),
                ("loss", self.loss(loss).into()),
                ("work", self.texts.hours(self.language, work).into()),
                ("crew", self.crew_inside(skill).into()),
                ("teams", self.say("units-teams", &[("count", teams_max.into())]).into()),
                ("lag", self.texts.span(self.language, lag).into()),
            ],
        )
    }

    /// When an inject is sent.
    pub fn trigger_sentence(&self, trigger: &Trigger) -> String {
        match trigger {
            Trigger::At(tick) => self.sentence("trigger-at", &[("time", self.when(*tick).into())]),
            Trigger::After(inject, Span(0)) => {
                self.sentence("trigger-with", &[("inject", self.inject(*inject).into())])
            }
            Trigger::After(inject, span) => self.sentence(
                "trigger-after",
                &[
                    ("inject", self.inject(*inject).into()),
                    ("span", self.texts.span(self.language, *span).into()),
                ],
            ),
            Trigger::AfterTalk(inject, minutes) => self.waits("trigger-after", *inject, Wait::Talk(*minutes)),
            Trigger::Absent(inject, wait) => self.waits("trigger-absent", *inject, *wait),
            Trigger::When(condition, Tick(0)) => {
                self.sentence("trigger-when", &[("condition", self.condition(condition).into())])
            }
            Trigger::When(condition, from) => self.sentence(
                "trigger-when-from",
                &[("condition", self.condition(condition).into()), ("time", self.when(*from).into())],
            ),
            Trigger::Manual => self.word("trigger-manual"),
        }
    }

    /// A condition within a sentence: `drinkwater in Zeeland hoogstens 50 %`.
    pub fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::AtLeast(metric, limit) => self.limit_says("condition-at-least", *metric, *limit),
            Condition::AtMost(metric, limit) => self.limit_says("condition-at-most", *metric, *limit),
            Condition::Sent(inject) => self.say("condition-sent", &[("inject", self.inject(*inject).into())]),
            Condition::Seen(inject) => self.say("condition-seen", &[("inject", self.inject(*inject).into())]),
            Condition::Answered(inject) => {
                self.say("condition-answered", &[("inject", self.inject(*inject).into())])
            }
            Condition::Decided(decided) => self.decided(decided),
            Condition::From(tick) => self.say("condition-from", &[("time", self.when(*tick).into())]),
            Condition::All(inner) => self.texts.list(self.language, &self.conditions(inner)),
            Condition::Any(inner) => self.texts.choice(self.language, &self.conditions(inner)),
            Condition::Not(inner) => {
                self.say("condition-not", &[("condition", self.condition(inner).into())])
            }
        }
    }

    /// Inner conditions; a group inside a group stands in brackets, or "and" and "or" would run together.
    fn conditions(&self, inner: &[Condition]) -> Vec<String> {
        let each = |condition: &Condition| match condition {
            Condition::All(_) | Condition::Any(_) => format!("({})", self.condition(condition)),
            _ => self.condition(condition),
        };
        inner.iter().map(each).collect()
    }

    pub(super) fn limit_says(&self, key: &str, metric: Metric, limit: i64) -> String {
        let (name, value) = (inside(&self.metric_name(metric)), self.metric_value(metric, limit));
        self.say(key, &[("name", name.into()), ("value", value.into())])
    }
}
