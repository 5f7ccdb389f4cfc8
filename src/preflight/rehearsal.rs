//! The whole exercise with automatic players: when everything came, how busy each role was, and what never happened.
//!
//! One course of events among many: people decide otherwise. Must not change anything.

use super::{Finding, Weight};
use crate::{
    scenario::load::Exercise,
    session::Session,
    sim::{
        command::Actor,
        ids::{InjectId, MovementId, RoleId},
        metric::{Metric, value},
        plan::Trigger,
        state::InjectStatus,
        time::{Span, TICKS_PER_HOUR, Tick},
    },
};
use serde::Serialize;

/// What a rehearsal came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rehearsal {
    /// Ticks played.
    pub ticks: u32,
    /// Every inject that was sent, in order of time.
    pub timeline: Vec<Sent>,
    /// Every role at a table.
    pub roles: Vec<Load>,
    /// Share of each movement that was across when it was due, in thousandths.
    pub movements: Vec<Crossed>,
}

/// An inject that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// Ticks after the start.
    pub tick: u32,
    /// The moment as people read it.
    pub time: String,
    /// Code of the inject.
    pub code: String,
}

/// How busy a role was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Load {
    /// Its code.
    pub role: String,
    /// Injects it received.
    pub received: u32,
    /// Decisions that its automatic player took.
    pub decided: u32,
    /// The longest time in which it neither received nor decided anything, in hours.
    pub idle_hours: u32,
    /// When that began.
    pub idle_from: String,
}

/// How far a movement got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Crossed {
    /// Its code.
    pub movement: String,
    /// Share across the border at the end, in thousandths.
    pub permille: i64,
}

/// A role that has nothing to do for longer than this part of the exercise sits idle for too long. Own choice.
const IDLE_PART: u32 = 3;
/// Shorter than this nobody calls it idle: a night. Own choice.
const IDLE_LEAST: Span = Span::hours(12);

impl Rehearsal {
    /// Reads it from a session that was played to its end.
    pub fn of(session: &Session, exercise: &Exercise) -> Self {
        let plan = session.plan();
        let state = session.head();
        let mut timeline: Vec<(Tick, InjectId)> =
            plan.injects.ids().filter_map(|id| Some((state.injects.get(id)?.sent?, id))).collect();
        timeline.sort();
        let time = |tick: Tick| {
            let (day, quarter) = plan.start.day_and_quarter(tick);
            format!("D+{day} {:02}:{:02}", quarter / TICKS_PER_HOUR, quarter % TICKS_PER_HOUR * 15)
        };
        let load = |role: RoleId| {
            let received = timeline.iter().filter(|(_, id)| {
                let to = &plan.injects[*id].receivers;
                to.is_empty() || to.contains(&role)
            });
            let received: Vec<Tick> = received.map(|(tick, _)| *tick).collect();
            let decided = session.log().iter().filter(|record| record.by.actor == Actor::Auto(role));
            let decided: Vec<Tick> = decided.map(|record| record.effective).collect();
            let mut busy: Vec<Tick> = received.iter().chain(&decided).copied().collect();
            busy.push(plan.end());
            busy.sort();
            let starts = std::iter::once(Tick(0)).chain(busy.iter().copied());
            let gaps = starts.zip(&busy).map(|(from, to)| (to.0.saturating_sub(from.0), from));
            // Of equal gaps the first.
            let (longest, from) = gaps.rev_max();
            Load {
                role: exercise.country.roles[role].code.clone(),
                received: received.len() as u32,
                decided: decided.len() as u32,
                idle_hours: longest / TICKS_PER_HOUR,
                idle_from: time(from),
            }
        };
        let crossed = |id: MovementId| Crossed {
            movement: plan.movements[id].code.clone(),
            permille: value(session.country(), state, Metric::Delivered(id)),
        };
        Self {
            ticks: state.tick.0,
            roles: seated(exercise).into_iter().map(load).collect(),
            movements: plan.movements.ids().map(crossed).collect(),
            timeline: timeline
                .into_iter()
                .map(|(tick, id)| Sent {
                    tick: tick.0,
                    time: time(tick),
                    code: plan.injects[id].code.clone(),
                })
                .collect(),
        }
    }

    /// What never happened, who had nothing to do, what did not arrive.
    pub fn findings(&self, session: &Session, exercise: &Exercise) -> Vec<Finding> {
        let plan = session.plan();
        let mut found = Vec::new();
        for (id, inject) in plan.injects.iter() {
            let never = session.head().injects.get(id).is_some_and(|row| row.status == InjectStatus::Ready);
            let by_itself = match inject.trigger {
                // Nobody talks in a rehearsal, and what comes when nobody acts need not come.
                Trigger::Manual | Trigger::AfterTalk(..) | Trigger::Absent(..) => false,
                Trigger::At(_) | Trigger::When(..) => true,
                Trigger::After(..) => !after_hand(id, session),
            };
            if never && by_itself && !inject.shelf {
                let at = format!("injects[\"{}\"].trigger", inject.code);
                found.push(Finding::new(Weight::Doubt, at, "preflight-never-sent", &[]));
            }
        }
        let least = (plan.length.0 / IDLE_PART).max(IDLE_LEAST.0) / TICKS_PER_HOUR;
        for (number, load) in (1..).zip(&self.roles) {
            let at = format!("roles[#{number}] {}", load.role);
            if load.received + load.decided == 0 {
                found.push(Finding::new(Weight::Doubt, at, "preflight-role-without-play", &[]));
            } else if load.idle_hours > least && !exercise.script.roles.is_empty() {
                let args = [("hours", load.idle_hours.to_string()), ("time", load.idle_from.clone())];
                let args: Vec<(&'static str, &str)> =
                    args.iter().map(|(name, text)| (*name, text.as_str())).collect();
                found.push(Finding::new(Weight::Doubt, at, "preflight-role-idle", &args));
            }
        }
        for row in self.movements.iter().filter(|row| row.permille < 1000) {
            let percent = (row.permille / 10).to_string();
            let at = format!("movements[\"{}\"].due", row.movement);
            let weight = if row.permille == 0 { Weight::Wrong } else { Weight::Note };
            let what =
                if row.permille == 0 { "preflight-movement-impossible" } else { "preflight-movement-late" };
            found.push(Finding::new(weight, at, what, &[("percent", &percent)]));
        }
        found
    }
}

/// The first of the longest gaps.
trait LongestFirst: Iterator<Item = (u32, Tick)> + Sized {
    fn rev_max(self) -> (u32, Tick) {
        self.fold((0, Tick(0)), |best, each| if each.0 > best.0 { each } else { best })
    }
}

impl<I: Iterator<Item = (u32, Tick)>> LongestFirst for I {}

/// Roles at the tables; where the scenario names none, those that receive anything.
fn seated(exercise: &Exercise) -> Vec<RoleId> {
    if !exercise.script.roles.is_empty() {
        return exercise.script.roles.clone();
    }
    let receives =
        |role: &RoleId| exercise.plan.injects.rows().iter().any(|inject| inject.receivers.contains(role));
    exercise.country.roles.ids().filter(receives).collect()
}

/// True for an inject that comes after one that only a hand sends.
fn after_hand(id: InjectId, session: &Session) -> bool {
    let mut at = id;
    for _ in 0..session.plan().injects.len() {
        match session.plan().injects[at].trigger {
            Trigger::After(other, _) => at = other,
            Trigger::Manual => return true,
            _ => return false,
        }
    }
    false
}
