//! Which happenings a viewer has heard of, and in which words.
//!
//! A table hears at once what its own sector sees; the rest comes with the report of the region, or with the next full hour for
//! what lies in no region. The script stays with the staff. Must not look into the future of the shown moment.

use super::viewer::{Report, Sight, Viewer};
use crate::{
    session::history::Happening,
    sim::{
        cause::Cause,
        country::SeatTable,
        effect::Target,
        event::{Event, Step},
        ids::{ProcessId, RegionId},
        query,
        time::Tick,
    },
};

impl Sight<'_> {
    /// What this viewer has heard of, in order. At the present it includes what the last commands did.
    pub(super) fn heard(&self) -> impl DoubleEndedIterator<Item = &Happening> {
        let now = self.now();
        let rows = self.session.history().events_before(now.next());
        rows.filter(move |row| (row.tick < now || self.settled(row)) && self.hears(row))
    }

    /// Something of the present tick happened already when a command given now did it; the quarter itself still has to run.
    fn settled(&self, row: &Happening) -> bool {
        if !self.session.is_looking_back() {
            return true;
        }
        match row.cause {
            Cause::Command(seq) => self
                .record(seq)
                .is_some_and(|record| record.submitted == row.tick && record.effective == row.tick),
            Cause::Routine
            | Cause::Scenario
            | Cause::Inject(_)
            | Cause::Damage(_)
            | Cause::Process(_)
            | Cause::Grid(_)
            | Cause::Staff(_) => false,
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each event")]
    fn hears(&self, row: &Happening) -> bool {
        if self.viewer == Viewer::Lead {
            return true;
        }
        match &row.event {
            // One that came later is heard of when it came.
            Event::InjectSent(inject) => self.message(*inject).is_some_and(|(at, _)| at == row.tick),
            Event::InjectStep(inject, Step::Arrived(role)) => {
                self.role() == Some(*role) && self.message(*inject).is_some()
            }
            Event::Undone(seq) => {
                let actor = self.record(*seq).and_then(|record| record.by.actor.role());
                actor.is_some() && actor == self.role()
            }
            Event::InjectStep(..)
            | Event::InjectHeld(..)
            | Event::InjectMoved(..)
            | Event::InjectSkipped(_)
            | Event::InjectInvented(_)
            | Event::InjectPlaced(_)
            | Event::Leaked(_)
            | Event::EscalationRisk
            | Event::Corrected(_) => false,
            Event::Damaged { damage: serial, target, .. }
            | Event::RepairStarted(serial, target)
            | Event::Repaired(serial, target)
            | Event::RepairOrdered(serial, target) => {
                let open = query::damage(self.state(), *serial);
                open.is_none_or(|damage| self.knows(damage)) && self.told_of(*target, row.tick)
            }
            Event::LevelChanged { process, region, .. } => self.told_of_process(*process, *region, row.tick),
            Event::EdgeClosed(edge) | Event::EdgeOpened(edge) => self.told_of(Target::Edge(*edge), row.tick),
            Event::TractionLost(region) | Event::TractionBack(region) => {
                self.table() == Some(SeatTable::Infra) || self.reported_since(Some(*region), row.tick)
            }
            Event::PolicySet(_)
            | Event::PolicyEnded(_)
            | Event::BasisProvided(..)
            | Event::MeasureOrdered(..)
            | Event::DecisionWaits(..)
            | Event::MeasureBegun(..)
            | Event::MeasureEnded(..)
            | Event::PhaseChanged(..)
            | Event::Warned(..) => true,
            Event::CasualtiesCame(region, ..) => {
                self.table() == Some(SeatTable::Zorg) || self.reported_since(Some(*region), row.tick)
            }
            Event::NewcomersCame(region, _) => self.reported_since(*region, row.tick),
            Event::UnrestChanged(region, _) | Event::Disturbance(region) => {
                self.table() == Some(SeatTable::Regio) || self.reported_since(Some(*region), row.tick)
            }
            Event::Asked(request)
            | Event::Countered(request, _)
            | Event::Answered(request, ..)
            | Event::Withdrawn(request)
            | Event::Lapsed(request) => {
                let row = self.state().requests.iter().find(|row| row.serial == *request);
                row.is_some_and(|row| self.role() == Some(row.from) || self.role() == Some(row.to))
            }
            Event::Departed(..)
            | Event::Held(..)
            | Event::Rerouted(..)
            | Event::Arrived(..)
            | Event::AmmunitionStalled(..)
            | Event::AmmunitionSheltered(..)
            | Event::AmmunitionDanger { .. }
            | Event::AmmunitionCrowd(..)
            | Event::ArrivalWaits(..)
            | Event::MadeWay(..)
            | Event::Shifted(..)
            | Event::Designated(..)
            | Event::ShipBerthed(..)
            | Event::ShipUnloaded(..)
            | Event::ShipShifted(..)
            | Event::Diverted(..)
            | Event::MovementCompleted(_)
            | Event::MovementLate(..)
            | Event::MovementPlanned(_) => self.told_of_transport(row.tick),
            Event::AmmunitionTold(_, _, role) => {
                self.role() == Some(*role) || self.told_of_transport(row.tick)
            }
            Event::OrderDelayed { seq, .. } | Event::RefusedLate(seq, _) => {
                let actor = self.record(*seq).and_then(|record| record.by.actor.role());
                actor.is_some() && actor == self.role()
            }
        }
    }

    /// Movement control, network managers and ports follow transports as they happen; the other tables hear on the hour. The
    /// shared picture does not show them.
    pub(super) fn told_of_transport(&self, at: Tick) -> bool {
        match self.table() {
            Some(SeatTable::Defensie | SeatTable::Infra | SeatTable::Haven) => true,
            Some(_) => self.hour_passed(at),
            None => self.is_lead(),
        }
    }

    fn told_of(&self, target: Target, at: Tick) -> bool {
        let (watcher, region) = match target {
            Target::Process(process, region) => return self.told_of_process(process, region, at),
            Target::Edge(edge) => (SeatTable::Infra, self.country().edges[edge].region),
            Target::Terminal(node) => (SeatTable::Haven, self.country().nodes[node].region),
            Target::Crossing(node) => (SeatTable::Infra, self.country().nodes[node].region),
            Target::Grid(element) => {
                let row = self.country().electricity.as_ref();
                (SeatTable::Energie, row.map(|row| row.elements[element].region()))
            }
        };
        self.table() == Some(watcher) || self.reported_since(region, at)
    }

    fn told_of_process(&self, process: ProcessId, region: RegionId, at: Tick) -> bool {
        self.report(process, region) == Report::Now || self.reported_since(Some(region), at)
    }

    fn reported_since(&self, region: Option<RegionId>, at: Tick) -> bool {
        match region.map(|region| self.region_report(region)) {
            None => self.hour_passed(at),
            Some(Report::Now) => true,
            Some(Report::At(report)) => report > at,
        }
    }

    fn hour_passed(&self, at: Tick) -> bool {
        at.hour() < self.now().hour()
    }

    /// A happening in words, as far as this viewer may know it.
    pub(super) fn happening(&self, row: &Happening) -> String {
        let tell = self.tell();
        if self.is_lead() {
            return tell.event_sentence(&row.event, row.cause);
        }
        if let Event::InjectSent(inject) | Event::InjectStep(inject, Step::Arrived(_)) = row.event {
            // The title and the code are the staff's: a receiver sees who sent what.
            let sender = self.message(inject).map(|(_, content)| tell.scenario_text(&content.sender));
            return self.say("event-message", &[("sender", sender.unwrap_or_default().into())]);
        }
        let fact = tell.event_fact(&row.event);
        let cause = match row.cause {
            Cause::Process(process) => self
                .region_of(&row.event)
                .filter(|region| self.told_of_process(process, *region, row.tick))
                .map(|_| tell.cause(row.cause)),
            _ => self.cause_words(row.cause),
        };
        match cause {
            Some(cause) => format!("{fact} {}", self.say("cause-line", &[("cause", cause.into())])),
            None => fact,
        }
    }

    /// The region whose processes may be behind a happening.
    fn region_of(&self, event: &Event) -> Option<RegionId> {
        match event {
            Event::LevelChanged { region, .. } => Some(*region),
            Event::EdgeClosed(edge) | Event::EdgeOpened(edge) => self.country().edges[*edge].region,
            _ => None,
        }
    }
}
