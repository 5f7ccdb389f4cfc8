//! What happened, in a sentence for the log, the timeline and the review.
//!
//! Must not hide anything: a view that may not name an inject or a cause does not ask for it (no cause: `Cause::Routine`).

use super::{Narrator, key, permille_as_percent};
use crate::sim::{
    cause::Cause,
    command::Correction,
    effect::{DamageKind, Target},
    event::Event,
    ids::{InjectId, MovementId, NodeId, RoleId},
    plan::Inject,
    state::What,
};

impl Narrator<'_> {
    /// What happened and, unless it is the ordinary course of things, why.
    pub fn event_sentence(&self, event: &Event, cause: Cause) -> String {
        let fact = self.event_fact(event);
        match cause {
            Cause::Routine => fact,
            Cause::Scenario
            | Cause::Inject(_)
            | Cause::Command(_)
            | Cause::Damage(_)
            | Cause::Process(_)
            | Cause::Grid(_)
            | Cause::Staff(_) => {
                let cause = self.cause_beside(cause, target_of(event));
                format!("{fact} {}", self.say("cause-line", &[("cause", cause.into())]))
            }
        }
    }

    /// What happened, without its cause.
    #[expect(clippy::too_many_lines, reason = "one arm for each event")]
    pub fn event_fact(&self, event: &Event) -> String {
        match event {
            Event::InjectSent(inject) => self.inject_sent(*inject),
            Event::InjectHeld(inject, true) => self.inject_event("event-inject-held", *inject),
            Event::InjectHeld(inject, false) => self.inject_event("event-inject-released", *inject),
            Event::InjectSkipped(inject) => self.inject_event("event-inject-skipped", *inject),
            Event::InjectInvented(inject) => self.inject_event("event-inject-invented", *inject),
            Event::InjectPlaced(inject) => self.inject_event("event-inject-placed", *inject),
            Event::InjectStep(inject, step) => self.inject_step(*inject, *step),
            Event::Undone(seq) => self.undone(*seq),
            Event::PhaseChanged(from, to) => self.sentence(
                "event-phase-changed",
                &[("from", self.phase(*from).into()), ("to", self.phase(*to).into())],
            ),
            Event::InjectMoved(inject, to) => self.sentence(
                "event-inject-moved",
                &[("inject", self.inject(*inject).into()), ("time", self.when(*to).into())],
            ),
            Event::Damaged { target, kind, loss_permille, .. } => {
                self.damaged(*target, *kind, *loss_permille)
            }
            Event::RepairStarted(_, target) => self.target_event("event-repair-started", *target),
            Event::Repaired(_, target) => self.target_event("event-repaired", *target),
            Event::RepairOrdered(_, target) => self.target_event("event-repair-ordered", *target),
            Event::LevelChanged { process, region, from, to } => {
                let key = if to < from { "event-level-fell" } else { "event-level-rose" };
                self.sentence(
                    key,
                    &[
                        ("what", self.process_in(*process, *region).into()),
                        ("from", self.word(key::level_key(*from)).into()),
                        ("to", self.word(key::level_key(*to)).into()),
                    ],
                )
            }
            Event::EdgeClosed(edge) => self.target_event("event-edge-closed", Target::Edge(*edge)),
            Event::EdgeOpened(edge) => self.target_event("event-edge-opened", Target::Edge(*edge)),
            Event::TractionLost(region) => {
                self.sentence("event-traction-lost", &[("region", self.region(*region).into())])
            }
            Event::TractionBack(region) => {
                self.sentence("event-traction-back", &[("region", self.region(*region).into())])
            }
            Event::ShipBerthed(movement, ship) => self.ship_event("event-ship-berthed", *movement, *ship),
            Event::ShipUnloaded(movement, ship) => self.ship_event("event-ship-unloaded", *movement, *ship),
            Event::ShipShifted(movement, ship, to) => self.sentence(
                "event-ship-shifted",
                &[("ship", self.ship(*movement, *ship).into()), ("time", self.when(*to).into())],
            ),
            Event::Diverted(movement, ship, to) => self.sentence(
                "event-diverted",
                &[("ship", self.ship(*movement, *ship).into()), ("place", self.node(*to).into())],
            ),
            Event::Departed(serial, what, at) => self.transport_event("event-departed", *serial, *what, *at),
            Event::Held(serial, what, at) => self.transport_event("event-held", *serial, *what, *at),
            Event::Rerouted(serial, what, at) => self.transport_event("event-rerouted", *serial, *what, *at),
            Event::Arrived(serial, what, at) => self.transport_event("event-arrived", *serial, *what, *at),
            Event::AmmunitionStalled(serial, at) => {
                self.ammunition_event("event-ammunition-stalled", *serial, *at)
            }
            Event::AmmunitionSheltered(serial, at) => {
                self.ammunition_event("event-ammunition-sheltered", *serial, *at)
            }
            Event::AmmunitionDanger { serial, at, distance_m, people } => self.sentence(
                "event-ammunition-danger",
                &[
                    ("number", serial.to_string().into()),
                    ("place", self.node(*at).into()),
                    ("distance", (*distance_m).into()),
                    ("people", (*people).into()),
                ],
            ),
            Event::AmmunitionTold(serial, at, role) => self.sentence(
                "event-ammunition-told",
                &[
                    ("number", serial.to_string().into()),
                    ("place", self.node(*at).into()),
                    ("role", self.owner(*role).into()),
                ],
            ),
            Event::AmmunitionCrowd(serial, at, people) => self.sentence(
                "event-ammunition-crowd",
                &[
                    ("number", serial.to_string().into()),
                    ("place", self.node(*at).into()),
                    ("people", (*people).into()),
                ],
            ),
            Event::MovementCompleted(movement) => self.movement_event("event-movement-completed", *movement),
            Event::MovementPlanned(movement) => self.movement_event("event-movement-planned", *movement),
            Event::MovementLate(movement, missing) => self.sentence(
                "event-movement-late",
                &[("movement", self.movement(*movement).into()), ("missing", (*missing).into())],
            ),
            Event::Designated(movement, role) => self.sentence(
                "event-designated",
                &[("movement", self.movement(*movement).into()), ("role", self.owner(*role).into())],
            ),
            Event::BasisProvided(pool, limit, role, from) => {
                let key = if from.is_some() { "event-basis-from" } else { "event-basis-part" };
                let from = from.map_or_else(String::new, |from| self.when(from));
                self.sentence(
                    key,
                    &[
                        ("pool", self.pool(*pool).into()),
                        ("what", self.limit(*pool, *limit).into()),
                        ("role", self.owner(*role).into()),
                        ("time", from.into()),
                    ],
                )
            }
            Event::Asked(request) => self.request_event("event-asked", *request),
            Event::Countered(request, by) => {
                self.request_event_by(["event-countered", "event-countered-back"], *request, *by)
            }
            Event::Answered(request, true, by) => {
                self.request_event_by(["event-agreed", "event-agreed-back"], *request, *by)
            }
            Event::Answered(request, false, by) => {
                self.request_event_by(["event-declined", "event-declined-back"], *request, *by)
            }
            Event::Withdrawn(request) => self.request_event("event-withdrawn", *request),
            Event::Lapsed(request) => self.request_event("event-lapsed", *request),
            Event::ArrivalWaits(movement, ship, pool) => self.sentence(
                "event-arrival-waits",
                &[("ship", self.ship(*movement, *ship).into()), ("pool", self.pool(*pool).into())],
            ),
            Event::MadeWay(serial, what, at) => self.transport_event("event-made-way", *serial, *what, *at),
            Event::Shifted(serial, what, mode) => self.sentence(
                "event-shifted",
                &[
                    ("transport", self.transport(*serial, *what).into()),
                    ("mode", super::narrator::inside(&self.mode(*mode)).into()),
                ],
            ),
            Event::PolicySet(pool) => self.sentence("event-policy-set", &[("pool", self.pool(*pool).into())]),
            Event::PolicyEnded(pool) => {
                self.sentence("event-policy-ended", &[("pool", self.pool(*pool).into())])
            }
            Event::MeasureOrdered(..)
            | Event::DecisionWaits(..)
            | Event::MeasureBegun(..)
            | Event::MeasureEnded(..)
            | Event::Warned(..)
            | Event::CasualtiesCame(..)
            | Event::NewcomersCame(..)
            | Event::UnrestChanged(..)
            | Event::Disturbance(_) => self.pressure_fact(event),
            Event::OrderDelayed { .. } | Event::Leaked(_) | Event::EscalationRisk => self.crisis_fact(event),
            Event::Corrected(correction) => {
                self.sentence("event-corrected", &[("figure", self.correction(*correction).into())])
            }
            Event::RefusedLate(seq, refusal) => self.sentence(
                "event-refused-late",
                &[
                    ("decision", self.decision(*seq).into()),
                    ("refusal", self.refusal_sentence(refusal).into()),
                ],
            ),
        }
    }

    fn inject_event(&self, key: &str, inject: InjectId) -> String {
        self.sentence(key, &[("inject", self.inject(inject).into())])
    }

    fn inject_sent(&self, inject: InjectId) -> String {
        let row: Option<&Inject> = self.state.injects.content(self.plan, inject);
        let channel = row.map_or_else(String::new, |row| self.word(key::channel_key(row.channel)));
        self.sentence(
            "event-inject-sent",
            &[
                ("inject", self.inject(inject).into()),
                ("channel", channel.into()),
                ("receivers", row.map_or_else(String::new, |row| self.receivers(row)).into()),
            ],
        )
    }

    fn damaged(&self, target: Target, kind: DamageKind, loss_permille: u16) -> String {
        self.sentence(
            "event-damaged",
            &[
                ("damage", self.damage_at(kind, target).into()),
                ("loss", permille_as_percent(self.language, loss_permille.into()).into()),
            ],
        )
    }

    fn target_event(&self, key: &str, target: Target) -> String {
        self.sentence(key, &[("what", self.target(target).into())])
    }

    /// A ship of a movement: `schip 2 van 1e Pantserbrigade`.
    pub(super) fn ship(&self, movement: MovementId, ship: u16) -> String {
        let number = i64::from(ship) + 1;
        self.say("ship-of", &[("number", number.into()), ("movement", self.movement(movement).into())])
    }

    fn request_event(&self, key: &str, request: u32) -> String {
        let row = self.state.requests.iter().find(|row| row.serial == request);
        let role =
            |role: Option<RoleId>| role.map_or_else(|| self.word("unknown-name"), |role| self.owner(role));
        self.sentence(
            key,
            &[
                ("from", role(row.map(|row| row.from)).into()),
                ("to", role(row.map(|row| row.to)).into()),
                ("decision", self.decision(request).into()),
            ],
        )
    }

    /// What one of the two in a request did: who was asked answers the request, who asked answers the counter-offer.
    fn request_event_by(&self, [asked, asker]: [&str; 2], request: u32, by: RoleId) -> String {
        let row = self.state.requests.iter().find(|row| row.serial == request);
        self.request_event(if row.is_some_and(|row| row.from == by) { asker } else { asked }, request)
    }

    fn ship_event(&self, key: &str, movement: MovementId, ship: u16) -> String {
        let planned =
            self.plan.movements.get(movement).and_then(|row| row.arrivals.get(usize::from(ship))).copied();
        let port = planned.map_or_else(|| self.word("unknown-name"), |ship| self.node(ship.port));
        self.sentence(key, &[("ship", self.ship(movement, ship).into()), ("port", port.into())])
    }

    fn transport_event(&self, key: &str, serial: u32, what: What, at: NodeId) -> String {
        let transport = self.transport(serial, what);
        self.sentence(key, &[("transport", transport.into()), ("place", self.node(at).into())])
    }

    fn ammunition_event(&self, key: &str, serial: u32, at: NodeId) -> String {
        self.sentence(key, &[("number", serial.to_string().into()), ("place", self.node(at).into())])
    }

    fn movement_event(&self, key: &str, movement: MovementId) -> String {
        self.sentence(key, &[("movement", self.movement(movement).into())])
    }

    /// A figure with its corrected value: `spoor A–B: 4 treinen per uur`.
    pub fn correction(&self, correction: Correction) -> String {
        let (what, value) = match correction {
            Correction::Slots(edge, slots) => (self.edge(edge), self.slots(edge, slots)),
            Correction::Handling(node, moves) => {
                let units = self.say("units-handling", &[("count", moves.into())]);
                let place = self.target(Target::Terminal(node));
                (place, self.say("per-hour", &[("units", units.into())]))
            }
            Correction::Units(pool, units) => (self.pool(pool), self.units(pool, units)),
        };
        self.say("figure-value", &[("figure", what.into()), ("value", value.into())])
    }
}

/// What an event is about, so that its cause need not name it again.
fn target_of(event: &Event) -> Option<Target> {
    match event {
        Event::Damaged { target, .. }
        | Event::RepairStarted(_, target)
        | Event::Repaired(_, target)
        | Event::RepairOrdered(_, target) => Some(*target),
        Event::EdgeClosed(edge) | Event::EdgeOpened(edge) => Some(Target::Edge(*edge)),
        Event::LevelChanged { process, region, .. } => Some(Target::Process(*process, *region)),
        _ => None,
    }
}
