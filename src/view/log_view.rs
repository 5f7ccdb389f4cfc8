//! What happened, in sentences, newest first, and the decisions that were recorded.
//!
//! Which happenings a viewer has heard of is in `told`.

use super::{
    course_view::clocks,
    memory::Memory,
    scene::Target,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        command::{Actor, By, Command, Record},
        country::Country,
        event::Event,
        time::Tick,
    },
    text::{Language, Texts},
};

/// What happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogView {
    /// Happenings, newest first.
    pub lines: Vec<LogLine>,
    /// True when there are older ones.
    pub more: bool,
}

/// One happening.
#[derive(Clone, Debug, PartialEq)]
pub struct LogLine {
    /// When: `wo 14 okt 14:45`.
    pub time: String,
    /// Playing time and time on the wall then, as far as they are known.
    pub clocks: (String, String),
    /// The moment, to go there.
    pub at: Tick,
    /// What, with its cause as far as it is known.
    pub text: String,
    /// What a click opens.
    pub target: Option<Target>,
    /// What kind of thing it is.
    pub kind: LogKind,
}

/// What kind of thing happened, for a filter and a sign in front of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogKind {
    /// A message or something about the script.
    Inject,
    /// Damage and repair.
    Damage,
    /// A process crossed a limit.
    Level,
    /// A stretch closed or opened.
    Network,
    /// Transports and movements.
    Transport,
    /// Somebody decided.
    Decision,
}

/// The last `most` happenings that the viewer has heard of.
pub fn log_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    most: usize,
) -> LogView {
    let sight = Sight::new(session, viewer, texts, language);
    let mut rows = sight.heard().rev();
    let lines: Vec<LogLine> = rows
        .by_ref()
        .take(most)
        .map(|row| LogLine {
            time: sight.moment(row.tick),
            clocks: clocks(session.track().at(row.tick)),
            at: row.tick,
            text: sight.happening(row),
            target: target(session.country(), &row.event),
            kind: kind(&row.event),
        })
        .collect();
    LogView { more: rows.next().is_some(), lines }
}

/// Decisions, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecisionsView {
    /// One for each accepted command that the viewer may read.
    pub decisions: Vec<Decision>,
}

/// A recorded command.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Its number in the recording.
    pub number: u32,
    /// When it was given.
    pub given: String,
    /// Playing time and time on the wall then, as far as they are known.
    pub clocks: (String, String),
    /// When it takes effect, if that is still to come.
    pub starts: Option<String>,
    /// The moment it takes effect.
    pub at: Tick,
    /// In whose name.
    pub who: String,
    /// What, with its reason.
    pub text: String,
    /// It was undone.
    pub undone: bool,
    /// In whose name it can be undone now.
    pub undo_as: Option<Actor>,
}

/// The last `most` decisions that the viewer may read.
pub fn decisions_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    most: usize,
) -> DecisionsView {
    decisions_kept(session, viewer, texts, language, (most, &mut Memory::default()))
}

/// The same, for a window that keeps what was told.
pub fn decisions_kept(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    (most, memory): (usize, &mut Memory),
) -> DecisionsView {
    let sight = Sight::new(session, viewer, texts, language);
    let decisions = sight.records().rev().take(most).map(|record| sight.decision(record, memory)).collect();
    DecisionsView { decisions }
}

impl<'a> Sight<'a> {
    /// Commands given up to the shown moment that the viewer may read, in order.
    pub(super) fn records(&self) -> impl DoubleEndedIterator<Item = &'a Record> + use<'a, '_> {
        let now = self.now();
        let log: &'a [Record] = self.session.log();
        log.iter().filter(move |record| record.submitted <= now && self.may_read(record))
    }

    fn decision(&self, record: &Record, memory: &mut Memory) -> Decision {
        let tell = self.tell();
        let late = self.state().orders.underway.iter().find(|row| row.seq == record.seq);
        let (who, text) = memory.decision(self, record);
        let actor = self.role().map_or(Actor::Lead, Actor::Role);
        let mine = (self.is_lead() || self.role().is_some()) && !self.looking();
        let undo = Command::Undo { seq: record.seq };
        let by = By { actor, seat: 0 };
        let can = mine && record.submitted == self.now() && self.session.may(by, self.now(), undo).is_ok();
        Decision {
            number: record.seq,
            given: self.moment(record.submitted),
            clocks: clocks(self.session.track().of_command(record.seq)),
            starts: (record.effective > self.now() && late.is_none()).then(|| self.moment(record.effective)),
            at: record.effective,
            who,
            text: late.map_or_else(|| text.clone(), |late| format!("{text} {}", tell.underway(late))),
            undone: self.session.is_undone(record.seq),
            undo_as: can.then_some(actor),
        }
    }
}

fn target(country: &Country, event: &Event) -> Option<Target> {
    match event {
        Event::Damaged { target, .. }
        | Event::RepairStarted(_, target)
        | Event::Repaired(_, target)
        | Event::RepairOrdered(_, target) => Some(super::repair_view::hit(country, *target)),
        Event::LevelChanged { region, .. }
        | Event::TractionLost(region)
        | Event::TractionBack(region)
        | Event::CasualtiesCame(region, ..)
        | Event::UnrestChanged(region, _)
        | Event::Disturbance(region)
        | Event::NewcomersCame(Some(region), _)
        | Event::MeasureOrdered(_, Some(region), _)
        | Event::DecisionWaits(_, Some(region), _)
        | Event::MeasureBegun(_, Some(region))
        | Event::MeasureEnded(_, Some(region))
        | Event::Warned(_, Some(region)) => Some(Target::Region(region.0)),
        Event::EdgeClosed(edge) | Event::EdgeOpened(edge) => Some(Target::Edge(edge.0)),
        Event::Departed(serial, ..)
        | Event::Held(serial, ..)
        | Event::Rerouted(serial, ..)
        | Event::MadeWay(serial, ..)
        | Event::Shifted(serial, ..) => Some(Target::Consignment(*serial)),
        Event::Arrived(_, _, node)
        | Event::AmmunitionStalled(_, node)
        | Event::AmmunitionDanger { at: node, .. }
        | Event::AmmunitionTold(_, node, _)
        | Event::AmmunitionCrowd(_, node, _)
        | Event::AmmunitionSheltered(_, node) => Some(Target::Node(node.0)),
        Event::InjectSent(_)
        | Event::InjectHeld(..)
        | Event::InjectMoved(..)
        | Event::InjectSkipped(_)
        | Event::InjectInvented(_)
        | Event::InjectPlaced(_)
        | Event::InjectStep(..)
        | Event::Undone(_)
        | Event::PhaseChanged(..)
        | Event::ShipBerthed(..)
        | Event::ShipUnloaded(..)
        | Event::ShipShifted(..)
        | Event::Diverted(..)
        | Event::MovementCompleted(_)
        | Event::MovementLate(..)
        | Event::MovementPlanned(_)
        | Event::PolicySet(_)
        | Event::PolicyEnded(_)
        | Event::Designated(..)
        | Event::BasisProvided(..)
        | Event::Asked(_)
        | Event::Countered(..)
        | Event::Answered(..)
        | Event::Withdrawn(_)
        | Event::Lapsed(_)
        | Event::ArrivalWaits(..)
        | Event::MeasureOrdered(_, None, _)
        | Event::DecisionWaits(_, None, _)
        | Event::MeasureBegun(_, None)
        | Event::MeasureEnded(_, None)
        | Event::Warned(_, None)
        | Event::NewcomersCame(None, _)
        | Event::Corrected(_)
        | Event::OrderDelayed { .. }
        | Event::Leaked(_)
        | Event::EscalationRisk
        | Event::RefusedLate(..) => None,
    }
}

/// The kind of a happening.
pub(super) fn kind(event: &Event) -> LogKind {
    match event {
        Event::InjectSent(_)
        | Event::InjectHeld(..)
        | Event::InjectMoved(..)
        | Event::InjectSkipped(_)
        | Event::InjectInvented(_)
        | Event::InjectPlaced(_)
        | Event::InjectStep(..)
        | Event::PhaseChanged(..)
        | Event::Leaked(_)
        | Event::EscalationRisk
        | Event::Corrected(_) => LogKind::Inject,
        Event::Damaged { .. } | Event::RepairStarted(..) | Event::Repaired(..) => LogKind::Damage,
        Event::LevelChanged { .. }
        | Event::CasualtiesCame(..)
        | Event::NewcomersCame(..)
        | Event::UnrestChanged(..)
        | Event::Disturbance(_) => LogKind::Level,
        Event::EdgeClosed(_) | Event::EdgeOpened(_) | Event::TractionLost(_) | Event::TractionBack(_) => {
            LogKind::Network
        }
        Event::ShipBerthed(..)
        | Event::ShipUnloaded(..)
        | Event::ShipShifted(..)
        | Event::Diverted(..)
        | Event::Departed(..)
        | Event::Held(..)
        | Event::Rerouted(..)
        | Event::Arrived(..)
        | Event::AmmunitionStalled(..)
        | Event::AmmunitionSheltered(..)
        | Event::AmmunitionDanger { .. }
        | Event::AmmunitionTold(..)
        | Event::AmmunitionCrowd(..)
        | Event::MovementCompleted(_)
        | Event::ArrivalWaits(..)
        | Event::MadeWay(..)
        | Event::Shifted(..)
        | Event::MovementLate(..) => LogKind::Transport,
        Event::RepairOrdered(..)
        | Event::MovementPlanned(_)
        | Event::PolicySet(_)
        | Event::PolicyEnded(_)
        | Event::Designated(..)
        | Event::BasisProvided(..)
        | Event::Asked(_)
        | Event::Countered(..)
        | Event::Answered(..)
        | Event::Withdrawn(_)
        | Event::Lapsed(_)
        | Event::MeasureOrdered(..)
        | Event::DecisionWaits(..)
        | Event::MeasureBegun(..)
        | Event::MeasureEnded(..)
        | Event::Warned(..)
        | Event::OrderDelayed { .. }
        | Event::Undone(_)
        | Event::RefusedLate(..) => LogKind::Decision,
    }
}
