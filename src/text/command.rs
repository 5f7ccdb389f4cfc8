//! Commands in words, for the log, the timeline and the review.
//!
//! Must not say whether a command was accepted: events and refusals do.

use super::{Arg, Narrator, key, narrator::inside, permille_as_percent};
use crate::sim::{
    command::{Ask, Command, Record},
    country::{Class, Holder, NO_CAP, Policy},
    effect::Target,
    ids::{MovementId, PoolId},
    plan::MovementOrder,
    query,
    time::Tick,
};

impl Narrator<'_> {
    /// A recorded command with its number, giver and moment: `Besluit 12 van ProRail, D+1 06:00: ...`.
    pub fn record_sentence(&self, record: &Record) -> String {
        self.sentence(
            "record-line",
            &[
                ("decision", self.decision_by(record.seq, record.by.actor).into()),
                ("time", self.when(record.effective).into()),
                ("what", self.command_sentence(&record.command).into()),
            ],
        )
    }

    /// What a command asks for, with its reason.
    #[expect(clippy::too_many_lines, reason = "one arm for each command")]
    pub fn command_sentence(&self, command: &Command) -> String {
        match command {
            Command::SetPolicy { pool, policy, until, reason } => {
                self.with_reason(self.set_policy(*pool, policy, *until), reason)
            }
            Command::OrderRepair { damage, rank, reason } => {
                self.with_reason(self.order_repair(*damage, *rank), reason)
            }
            Command::PlanMovement { movement, order, reason } => {
                self.with_reason(self.plan_movement(*movement, order), reason)
            }
            Command::DesignateUrgent { movement, reason } => {
                let args = [("movement", self.movement(*movement).into())];
                self.with_reason(self.sentence("command-designate", &args), reason)
            }
            Command::ProvideBasis { pool, limit, reason } => {
                let args = [("pool", self.pool(*pool).into()), ("what", self.limit(*pool, *limit).into())];
                self.with_reason(self.sentence("command-basis", &args), reason)
            }
            Command::Ask { about, offer_keur, reason } => {
                self.with_reason(self.asks(about, *offer_keur), reason)
            }
            Command::Counter { request, about, offer_keur, reason } => {
                let terms = self.terms(about, *offer_keur);
                let args = [("decision", self.decision(*request).into()), ("terms", terms.into())];
                self.with_reason(self.sentence("command-counter", &args), reason)
            }
            Command::Answer { request, agree, reason } => {
                let key = if *agree { "command-agree" } else { "command-decline" };
                // What is answered are the terms that lie there, whoever proposed them.
                let row = self.state.requests.iter().find(|row| row.serial == *request);
                let terms = row.and_then(|row| row.terms.last()).unwrap_or(request);
                let args = [("decision", self.decision(*terms).into())];
                self.with_reason(self.sentence(key, &args), reason)
            }
            Command::Withdraw { request, reason } => {
                let args = [("decision", self.decision(*request).into())];
                self.with_reason(self.sentence("command-withdraw", &args), reason)
            }
            Command::TakeMeasure { measure, region, reason } => {
                let args = [("measure", self.measure_in(*measure, *region).into())];
                self.with_reason(self.sentence("command-measure", &args), reason)
            }
            Command::EndMeasure { measure, region, reason } => {
                let args = [("measure", self.measure_in(*measure, *region).into())];
                self.with_reason(self.sentence("command-measure-end", &args), reason)
            }
            Command::FireInject { inject } => {
                self.sentence("command-fire", &[("inject", self.inject(*inject).into())])
            }
            Command::HoldInject { inject, hold } => {
                let key = if *hold { "command-hold" } else { "command-release" };
                self.sentence(key, &[("inject", self.inject(*inject).into())])
            }
            Command::MoveInject { inject, to } => self.sentence(
                "command-move",
                &[("inject", self.inject(*inject).into()), ("time", self.when(*to).into())],
            ),
            Command::SkipInject { inject } => {
                self.sentence("command-skip", &[("inject", self.inject(*inject).into())])
            }
            Command::InventInject { inject } => {
                let name = format!("{} {}", inject.code, self.scenario_text(&inject.title));
                self.sentence("command-invent", &[("inject", name.trim().into())])
            }
            Command::OpenInject { .. }
            | Command::AnswerInject { .. }
            | Command::CloseInject { .. }
            | Command::EditInject { .. }
            | Command::TimeUp { .. }
            | Command::Undo { .. } => self.script_command(command),
            Command::PlaceInject { .. } | Command::StageAct { .. } | Command::SetPhase { .. } => {
                self.opponent_command(command)
            }
            Command::Correct { correction, reason } => {
                let figure = self.correction(*correction);
                self.with_reason(self.sentence("command-correct", &[("figure", figure.into())]), reason)
            }
        }
    }

    pub(super) fn with_reason(&self, what: String, reason: &str) -> String {
        // What people type may end with a full stop or not: the sentence brings its own.
        let reason = reason.trim().trim_end_matches('.');
        if reason.is_empty() {
            return what;
        }
        self.say("command-with-reason", &[("what", what.into()), ("reason", reason.into())])
    }

    fn set_policy(&self, pool: PoolId, policy: &Policy, until: Option<Tick>) -> String {
        let changes = self.policy_changes(pool, policy);
        let changes = if changes.is_empty() { self.word("policy-default") } else { changes.join("; ") };
        let name = self.pool(pool);
        match until {
            Some(until) => self.sentence(
                "command-policy-until",
                &[("pool", name.into()), ("changes", changes.into()), ("until", self.when(until).into())],
            ),
            None => self.sentence("command-policy", &[("pool", name.into()), ("changes", changes.into())]),
        }
    }

    /// Where a policy departs from the pool's default, one phrase for each departure.
    pub fn policy_changes(&self, pool: PoolId, policy: &Policy) -> Vec<String> {
        let Some(row) = self.country.pools.get(pool) else { return Vec::new() };
        let mut changes = Vec::new();
        if policy.order != row.default.order {
            let order: Vec<String> = policy.order.iter().map(|class| self.class_inside(*class)).collect();
            changes.push(self.say("policy-order", &[("order", order.join(", ").into())]));
        }
        for class in Class::ALL {
            let default = &row.default;
            let rows = [
                ("policy-minimum", "policy-no-minimum", policy.minimum[class], default.minimum[class], 0),
                ("policy-cap", "policy-no-cap", policy.cap[class], default.cap[class], NO_CAP),
                ("policy-day", "policy-no-day", policy.day_cap[class], default.day_cap[class], NO_CAP),
            ];
            for (key, none_key, now, _, none) in rows.into_iter().filter(|row| row.2 != row.3) {
                let name = self.class_inside(class);
                changes.push(if now == none {
                    self.say(none_key, &[("class", name.into())])
                } else {
                    let amount = match key {
                        "policy-day" => self.units(pool, now.into()),
                        _ => self.units_per_window(pool, now.into()),
                    };
                    self.say(key, &[("class", name.into()), ("amount", amount.into())])
                });
            }
        }
        changes.extend(policy.reserved.iter().map(|row| {
            let amount = self.units_per_window(pool, row.units.into());
            self.say(
                "policy-reserved",
                &[("amount", amount.into()), ("holder", self.holder(row.holder).into())],
            )
        }));
        changes
    }

    /// For whom something is kept.
    pub fn holder(&self, holder: Holder) -> String {
        match holder {
            Holder::Movement(movement) => self.movement(movement),
            Holder::Train(train) => {
                let row = self.plan.trains.get(usize::from(train));
                row.map_or_else(|| self.word("unknown-name"), |row| self.scenario_text(&row.name).to_owned())
            }
            Holder::Demand(demand) => match self.country.demands.get(demand) {
                Some(row) => {
                    let (from, to) = (self.node(row.from), self.node(row.to));
                    self.say("policy-holder-demand", &[("from", from.into()), ("to", to.into())])
                }
                None => self.word("unknown-name"),
            },
        }
    }

    fn order_repair(&self, damage: u32, rank: i16) -> String {
        let key = match rank.signum() {
            -1 => "command-repair-earlier",
            1 => "command-repair-later",
            _ => "command-repair-default",
        };
        let target: Option<Target> = query::damage(self.state, damage).map(|row| row.target);
        let what = target.map_or_else(|| self.word("cause-damage-past"), |target| self.target(target));
        self.sentence(key, &[("what", what.into())])
    }

    fn plan_movement(&self, movement: MovementId, order: &MovementOrder) -> String {
        let key = if order.on_hold { "command-plan-hold" } else { "command-plan" };
        let mut parts = vec![self.shares(movement, &order.shares_permille)];
        parts.extend(self.order_changes(movement, order));
        let args = [("movement", self.movement(movement).into()), ("shares", parts.join("; ").into())];
        self.sentence(key, &args)
    }

    /// Where an order departs from the plan, the shares apart.
    pub fn order_changes(&self, movement: MovementId, order: &MovementOrder) -> Vec<String> {
        let Some(plan) = self.plan.movements.get(movement) else { return Vec::new() };
        let mut parts = Vec::new();
        for (number, (port, planned)) in (0_u16..).zip(order.ports.iter().zip(&plan.order.ports)) {
            if port != planned {
                let args = [("ship", self.ship(movement, number).into()), ("port", self.node(*port).into())];
                parts.push(self.say("order-port", &args));
            }
        }
        if order.staging != plan.order.staging {
            parts.push(match order.staging {
                Some(node) => self.say("order-staging", &[("place", self.node(node).into())]),
                None => self.word("order-no-staging"),
            });
        }
        if order.kinds != plan.order.kinds {
            let kinds: Vec<String> = order.kinds.iter().map(|kind| self.word(key::kind_key(*kind))).collect();
            parts.push(self.say("order-kinds", &[("kinds", kinds.join(", ").into())]));
        }
        for (destination, corridor) in plan.destinations.iter().zip(&order.corridors) {
            if let Some(way) = corridor {
                let fleet = self.fleet(destination.fleet);
                let args = [("fleet", inside(&fleet).into()), ("number", (i64::from(*way) + 1).into())];
                parts.push(self.say("order-corridor", &args));
            }
        }
        parts
    }

    /// What a limit of a pool forbids, by its number.
    pub fn limit(&self, pool: PoolId, limit: u16) -> String {
        let row = self.country.pools.get(pool).and_then(|row| row.limits.get(usize::from(limit)));
        row.map_or_else(|| self.word("unknown-name"), |row| self.limited(pool, row.what))
    }

    /// The terms of a request, without who asks whom: `Brabantroute: minimum 2 voor militair (tot D+2). Betaling: 40 duizend euro.`
    pub fn terms(&self, about: &Ask, offer_keur: u32) -> String {
        let what = match about {
            Ask::Policy(pool, policy, until) => {
                let (changes, until) = self.division(*pool, policy, *until);
                let args =
                    [("pool", self.pool(*pool).into()), ("changes", changes.into()), ("until", until.into())];
                self.say("terms-policy", &args)
            }
            Ask::Basis(pool, limit, _) => {
                let args = [("pool", self.pool(*pool).into()), ("what", self.limit(*pool, *limit).into())];
                self.say("terms-basis", &args)
            }
            Ask::Measure(measure, region) => {
                self.say("terms-measure", &[("measure", self.measure_in(*measure, *region).into())])
            }
        };
        let pay = if offer_keur == 0 { "terms-no-pay" } else { "terms-pay" };
        let args = [("what", what.into()), ("offer", offer_keur.into())];
        self.say(pay, &args)
    }

    /// How a policy departs from the ordinary one, and until when.
    fn division(&self, pool: PoolId, policy: &Policy, until: Option<Tick>) -> (String, String) {
        let changes = self.policy_changes(pool, policy);
        let changes = if changes.is_empty() { self.word("policy-default") } else { changes.join("; ") };
        let until = until.map_or_else(|| self.word("request-no-end"), |until| self.when(until));
        (changes, until)
    }

    /// A request in words.
    pub fn asks(&self, about: &Ask, offer_keur: u32) -> String {
        let mut args: Vec<(&str, Arg)> = vec![("offer", offer_keur.into())];
        let key = match about {
            Ask::Policy(pool, policy, until) => {
                let (changes, until) = self.division(*pool, policy, *until);
                args.push(("pool", self.pool(*pool).into()));
                args.push(("changes", changes.into()));
                args.push(("until", until.into()));
                args.push(("owner", self.pool_owner(Some(*pool)).into()));
                "command-ask-policy"
            }
            Ask::Basis(pool, limit, role) => {
                args.push(("pool", self.pool(*pool).into()));
                args.push(("what", self.limit(*pool, *limit).into()));
                args.push(("owner", self.owner(*role).into()));
                "command-ask-basis"
            }
            Ask::Measure(measure, region) => {
                args.push(("measure", self.measure_in(*measure, *region).into()));
                args.push(("owner", self.decider(*measure, *region).into()));
                "command-ask-measure"
            }
        };
        let what = self.sentence(key, &args);
        if offer_keur == 0 { what } else { format!("{what} {}", self.sentence("request-offer", &args)) }
    }

    /// How a movement is divided over its destinations: `spoor naar Emmerich 60 %, weg naar Venlo 40 %`.
    pub fn shares(&self, movement: MovementId, shares_permille: &[u16]) -> String {
        let destinations = self.plan.movements.get(movement).map_or(&[][..], |row| &row.destinations);
        let parts = destinations.iter().zip(shares_permille).map(|(destination, share)| {
            let fleet = self.fleet_inside(destination.fleet);
            self.say(
                "share-of-destination",
                &[
                    ("mode", fleet.into()),
                    ("place", self.node(destination.to).into()),
                    ("share", permille_as_percent(self.language, (*share).into()).into()),
                ],
            )
        });
        parts.collect::<Vec<_>>().join(", ")
    }
}
