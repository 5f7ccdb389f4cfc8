//! The result in numbers: what got across, what society paid, what is still broken.
//!
//! One struct for people (five lines) and for scripts (JSON; its field names are stable and English). Never one score.

use super::consequences::Consequences;
use crate::{
    optimum::{bound::Best, instance::Reached, yardstick::Yardstick},
    session::{
        Session,
        evaluation::{DecidedBy, Standing},
    },
    sim::{
        command::{Actor, Record},
        condition::holds,
        country::Country,
        dossier::Sheet,
        event::Event,
        ids::RoleId,
        metric::{Metric, value},
        plan::Marking,
        state::Alarm,
        time::Tick,
    },
    text::{Arg, Narrator, number, scenario_time},
};
use serde::Serialize;

/// Numbers at the moment on the screen of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Code of the scenario.
    pub scenario: String,
    /// Marking: Public, Internal or Restricted.
    pub marking: Marking,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Version of the rules.
    pub rules_version: u32,
    /// Quarters of an hour since the start.
    pub tick: u32,
    /// The same as shown, such as `D+2 14:30`.
    pub time: String,
    /// Military pieces in all movements.
    pub pieces: u32,
    /// Pieces whose date has passed.
    pub pieces_due: u32,
    /// Pieces across the border.
    pub delivered: u32,
    /// Each movement.
    pub movements: Vec<MovementResult>,
    /// Hours that civil transports have waited.
    pub civil_delay_hours: i64,
    /// Civil transports that were given up.
    pub civil_given_up: u32,
    /// Weighted person-days of unmet need.
    pub unmet_person_days: i64,
    /// Damages that are not repaired.
    pub open_damages: i64,
    /// Hours that ammunition trains stood still where they should not.
    pub ammunition_stalled_hours: i64,
    /// Each time that an ammunition train stood still.
    pub ammunition_stands: Vec<StandResult>,
    /// What it cost whom: criteria, tracks, requirements, pillars, regions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consequences: Option<Consequences>,
    /// Decisions that were recorded.
    pub decisions: u32,
    /// Of those, by automatic players.
    pub decisions_automatic: u32,
    /// Injects that were sent.
    pub injects_sent: u32,
    /// Each objective.
    pub objectives: Vec<ObjectiveResult>,
    /// Each evaluation criterion.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evaluation: Vec<CriterionResult>,
    /// What is on paper: sheets of each kind.
    pub dossier: DossierResult,
    /// What was possible, if it was worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<Possible>,
}

/// The result beside what was possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Possible {
    /// Military pieces across the border in time.
    pub pieces_in_time: Measured,
    /// Civil transports that left.
    pub civil_departures: Measured,
}

/// One count of a yardstick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// Asked for.
    pub asked: i64,
    /// Without any decision.
    pub nothing: i64,
    /// By the players.
    pub reached: i64,
    /// Never more than this.
    pub at_most: i64,
}

impl Possible {
    /// The numbers of a yardstick.
    pub fn of(yardstick: &Yardstick) -> Self {
        let Yardstick { asked, nothing, players, bound } = yardstick;
        let measured = |of: fn(&Reached) -> i64, best: &Best| Measured {
            asked: of(asked),
            nothing: of(nothing),
            reached: of(players),
            at_most: best.at_most,
        };
        Self {
            pieces_in_time: measured(|reached| reached.pieces, &bound.pieces),
            civil_departures: measured(|reached| reached.departures, &bound.departures),
        }
    }

    /// The result in two lines.
    pub fn lines(&self, narrator: &Narrator<'_>) -> Vec<String> {
        let line = |key: &str, row: Measured| {
            let count = |count: i64| -> Arg { number(narrator.language, count).into() };
            let args = [
                ("asked", count(row.asked)),
                ("nothing", count(row.nothing)),
                ("reached", count(row.reached)),
                ("most", count(row.at_most)),
            ];
            narrator.texts.say(narrator.language, key, &args)
        };
        vec![
            line("report-result-pieces", self.pieces_in_time),
            line("report-result-civil", self.civil_departures),
        ]
    }
}

/// An ammunition train that stood still, and when everybody who must be told knew. Moments are quarters of an hour since the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandResult {
    /// Number of the train.
    pub train: u32,
    /// Code of the place.
    pub place: String,
    /// In a safe siding.
    pub sheltered: bool,
    /// From this moment.
    pub from: u32,
    /// Until this one; none while it stands.
    pub until: Option<u32>,
    /// Safety distance in metres (fictitious).
    pub distance_m: u16,
    /// People within the safety distance.
    pub people: u32,
    /// Most people who came.
    pub crowd_most: u32,
    /// Codes of the roles, and when each knew.
    pub told: Vec<(String, Option<u32>)>,
}

/// How a movement stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovementResult {
    /// Code.
    pub code: String,
    /// Pieces in all.
    pub pieces: u32,
    /// Pieces across the border.
    pub delivered: u32,
    /// Its date, in quarters of an hour since the start.
    pub due: u32,
    /// When it was complete, in the same unit.
    pub completed: Option<u32>,
}

/// Whether an objective is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObjectiveResult {
    /// Code.
    pub code: String,
    /// None when only observers can tell.
    pub met: Option<bool>,
}

/// How an evaluation criterion stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionResult {
    /// Code.
    pub code: String,
    /// Code of its objective.
    pub objective: String,
    /// How it stands.
    pub standing: Standing,
    /// What decided it, and when, in quarters of an hour since the start; none while it is open.
    pub decided: Option<(Tick, DecidedBy)>,
}

/// Sheets of the dossier that count, by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DossierResult {
    /// Decisions in BOB form.
    pub decisions: u32,
    /// Intents.
    pub intents: u32,
    /// Observations.
    pub observations: u32,
    /// Disputes.
    pub disputes: u32,
    /// Of those, ruled on.
    pub ruled: u32,
}

impl DossierResult {
    fn of(session: &Session) -> Self {
        let mut found = Self::default();
        let mut ruled: Vec<u32> = Vec::new();
        for filed in session.dossier_valid() {
            match &filed.sheet {
                Sheet::Decision(_) => found.decisions += 1,
                Sheet::Intent(_) => found.intents += 1,
                Sheet::Observation(_) => found.observations += 1,
                Sheet::Dispute(_) => found.disputes += 1,
                Sheet::Ruling(ruling) => ruled.push(ruling.dispute),
            }
        }
        ruled.sort_unstable();
        ruled.dedup();
        found.ruled = count(ruled.into_iter());
        found
    }
}

fn stand(country: &Country, row: &Alarm) -> StandResult {
    let told =
        |(role, knew): &(RoleId, Option<Tick>)| (country.roles[*role].code.clone(), knew.map(|knew| knew.0));
    StandResult {
        train: row.serial,
        place: country.nodes[row.at].code.clone(),
        sheltered: row.sheltered,
        from: row.since.0,
        until: row.ended.map(|ended| ended.0),
        distance_m: row.distance_m,
        people: row.people,
        crowd_most: row.crowd_most,
        told: row.told.iter().map(told).collect(),
    }
}

impl Summary {
    /// The numbers at the moment on the screen.
    pub fn of(session: &Session) -> Self {
        let (country, plan, state) = (session.country(), session.plan(), session.shown());
        let metric = |metric| value(country, state, metric);
        let movements: Vec<MovementResult> = plan
            .movements
            .iter()
            .map(|(id, row)| MovementResult {
                code: row.code.clone(),
                pieces: state.movements[id].pieces,
                delivered: state.movements[id].delivered,
                due: row.due.0,
                completed: state.movements[id].completed.map(|tick| tick.0),
            })
            .collect();
        let stands = |record: &&Record| record.submitted <= state.tick && !session.is_undone(record.seq);
        let given = session.log().iter().filter(stands);
        let automatic = given.clone().filter(|record| matches!(record.by.actor, Actor::Auto(_)));
        let events = session.history().events_before(state.tick);
        let objectives = plan.objectives.rows().iter().map(|row| ObjectiveResult {
            code: row.code.clone(),
            met: row.met.as_ref().map(|condition| holds(country, state, condition)),
        });
        let evaluation = session.judged().into_iter().map(|row| {
            let criterion = &plan.evaluation.criteria[row.criterion];
            CriterionResult {
                code: criterion.code.clone(),
                objective: plan.objectives[criterion.objective].code.clone(),
                standing: row.standing,
                decided: row.decided,
            }
        });
        Self {
            scenario: plan.code.clone(),
            marking: plan.marking,
            seed: plan.seed,
            rules_version: crate::sim::RULES_VERSION,
            tick: state.tick.0,
            time: scenario_time(plan.start, state.tick),
            pieces: movements.iter().map(|row| row.pieces).sum(),
            pieces_due: movements.iter().filter(|row| row.due <= state.tick.0).map(|row| row.pieces).sum(),
            delivered: movements.iter().map(|row| row.delivered).sum(),
            movements,
            civil_delay_hours: metric(Metric::CivilDelay),
            civil_given_up: state.totals.given_up.0.iter().sum(),
            unmet_person_days: metric(Metric::UnmetNeed(None)),
            open_damages: metric(Metric::OpenDamages),
            ammunition_stalled_hours: metric(Metric::AmmunitionStalled),
            ammunition_stands: state.alarms.iter().map(|row| stand(country, row)).collect(),
            consequences: Consequences::of(country, state),
            decisions: count(given),
            decisions_automatic: count(automatic),
            injects_sent: count(events.filter(|row| matches!(row.event, Event::InjectSent(_)))),
            objectives: objectives.collect(),
            evaluation: evaluation.collect(),
            dossier: DossierResult::of(session),
            possible: None,
        }
    }

    /// The result in five lines.
    pub fn lines(&self, narrator: &Narrator<'_>) -> Vec<String> {
        let say = |key: &str, args: &[(&str, Arg)]| narrator.texts.say(narrator.language, key, args);
        vec![
            say(
                "report-result-movements",
                &[
                    ("time", self.time.as_str().into()),
                    ("delivered", self.delivered.into()),
                    ("pieces", self.pieces.into()),
                    ("due", self.pieces_due.into()),
                ],
            ),
            say(
                "report-result-delay",
                &[("hours", self.civil_delay_hours.into()), ("count", self.civil_given_up.into())],
            ),
            say("report-result-unmet", &[("days", number(narrator.language, self.unmet_person_days).into())]),
            say(
                "report-result-damages",
                &[("count", self.open_damages.into()), ("hours", self.ammunition_stalled_hours.into())],
            ),
            say(
                "report-result-decisions",
                &[
                    ("count", self.decisions.into()),
                    ("automatic", self.decisions_automatic.into()),
                    ("injects", self.injects_sent.into()),
                ],
            ),
        ]
    }

    /// For scripts.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("numbers and texts can be written as JSON")
    }
}

fn count<T>(rows: impl Iterator<Item = T>) -> u32 {
    u32::try_from(rows.count()).unwrap_or(u32::MAX)
}
