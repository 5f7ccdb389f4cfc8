//! Conditions and metrics of a scenario.

use super::{codes::Codes, country::CountryCodes, every};
use crate::{
    scenario::{
        fault::Faults,
        moment::Moment,
        scalar::Ref,
        schema::conditions::{ConditionRow, MetricRow},
    },
    sim::{
        condition::Condition,
        country::Country,
        ids::{DenseId, InjectId, MovementId, NodeId},
        metric::Metric,
        plan::Start,
        time::Tick,
    },
};

/// What a scenario's rows refer to.
pub(super) struct Scope<'c> {
    pub(super) country: &'c Country,
    pub(super) codes: &'c CountryCodes,
    pub(super) injects: &'c Codes<InjectId>,
    pub(super) movements: &'c Codes<MovementId>,
    pub(super) start: Start,
    pub(super) end: Tick,
}

impl Scope<'_> {
    /// A moment within the exercise.
    pub(super) fn moment(&self, moment: &Moment, faults: &mut Faults<'_>) -> Option<Tick> {
        let tick = moment.tick(self.start);
        match tick {
            None => faults.add(
                &moment.place,
                "this moment lies before the start",
                "write a later moment, or start earlier",
            ),
            Some(tick) if tick > self.end => {
                let what =
                    format!("this moment lies after the end of the exercise of {} days", self.end.day());
                faults.add(&moment.place, what, "write an earlier moment, or make the exercise longer");
            }
            Some(_) => return tick,
        }
        None
    }

    /// A place with handling.
    pub(super) fn terminal(&self, code: &Ref<NodeId>, faults: &mut Faults<'_>) -> Option<NodeId> {
        let node = self.codes.nodes.find(code)?;
        if self.country.nodes[node].handling.is_none() {
            faults.add(
                &code.place,
                format!("\"{}\" is no terminal", code.text),
                "name a place with handling",
            );
            return None;
        }
        Some(node)
    }

    /// A condition, with every fault in it.
    pub(super) fn condition(&self, row: &ConditionRow, faults: &mut Faults<'_>) -> Option<Condition> {
        self.condition_since(row, None, faults)
    }

    /// A condition in which what players did counts from the sending of an inject, where it names no other one.
    pub(super) fn condition_since(
        &self,
        row: &ConditionRow,
        since: Option<InjectId>,
        faults: &mut Faults<'_>,
    ) -> Option<Condition> {
        Some(match row {
            ConditionRow::AtLeast(metric, limit) => Condition::AtLeast(self.metric(metric, faults)?, *limit),
            ConditionRow::AtMost(metric, limit) => Condition::AtMost(self.metric(metric, faults)?, *limit),
            ConditionRow::Sent(inject) => Condition::Sent(self.injects.find(inject)?),
            ConditionRow::Seen(inject) => Condition::Seen(self.injects.find(inject)?),
            ConditionRow::Answered(inject) => Condition::Answered(self.injects.find(inject)?),
            ConditionRow::Decided(row) => Condition::Decided(self.decided(row, since)?),
            ConditionRow::From(moment) => Condition::From(self.moment(moment, faults)?),
            ConditionRow::All(rows) => Condition::All(self.conditions(rows, since, faults)?),
            ConditionRow::Any(rows) => Condition::Any(self.conditions(rows, since, faults)?),
            ConditionRow::Not(inner) => Condition::Not(Box::new(self.condition_since(inner, since, faults)?)),
        })
    }

    fn conditions(
        &self,
        rows: &[ConditionRow],
        since: Option<InjectId>,
        faults: &mut Faults<'_>,
    ) -> Option<Vec<Condition>> {
        every(rows.iter().map(|row| self.condition_since(row, since, faults)).collect::<Vec<_>>())
    }

    /// What a row measures.
    pub(super) fn metric(&self, row: &MetricRow, faults: &mut Faults<'_>) -> Option<Metric> {
        Some(match row {
            MetricRow::Level(process, region) => {
                let process = self.codes.processes.find(process);
                let region = self.codes.regions.find(region);
                Metric::Level(process?, Some(region?))
            }
            MetricRow::LevelNational(process) => Metric::Level(self.codes.processes.find(process)?, None),
            MetricRow::WorstLevel(region) => Metric::WorstLevel(self.codes.regions.find(region)?),
            MetricRow::UnmetNeed(region) => Metric::UnmetNeed(Some(self.codes.regions.find(region)?)),
            MetricRow::UnmetNeedNational => Metric::UnmetNeed(None),
            MetricRow::Delivered(movement) => Metric::Delivered(self.movements.find(movement)?),
            MetricRow::DeliveredPieces(movement) => Metric::DeliveredPieces(self.movements.find(movement)?),
            MetricRow::Ashore(movement) => Metric::Ashore(self.movements.find(movement)?),
            MetricRow::Waiting(class) => Metric::Waiting(*class),
            MetricRow::Moving(mode) => Metric::Moving(*mode),
            MetricRow::TerminalQueue(node) => Metric::TerminalQueue(self.terminal(node, faults)?),
            MetricRow::Refused(pool) => Metric::Refused(self.codes.pools.find(pool)?),
            MetricRow::CivilDelay => Metric::CivilDelay,
            MetricRow::AmmunitionStalled => Metric::AmmunitionStalled,
            MetricRow::OpenDamages => Metric::OpenDamages,
            MetricRow::Economy(figure, region) => {
                Metric::Economy(*figure, Some(self.codes.regions.find(region)?))
            }
            MetricRow::EconomyNational(figure) => Metric::Economy(*figure, None),
            MetricRow::MarketDisturbed => Metric::MarketDisturbed,
            MetricRow::Staff(figure, (sector, region)) => {
                let sector = self.codes.sectors.find(sector);
                Metric::Staff(*figure, sector?, Some(self.codes.regions.find(region)?))
            }
            MetricRow::StaffNational(figure, sector) => {
                Metric::Staff(*figure, self.codes.sectors.find(sector)?, None)
            }
            MetricRow::Care(figure, region) => Metric::Care(*figure, Some(self.codes.regions.find(region)?)),
            MetricRow::CareNational(figure) => Metric::Care(*figure, None),
            MetricRow::Society(figure, region) => {
                Metric::Society(*figure, Some(self.codes.regions.find(region)?))
            }
            MetricRow::SocietyNational(figure) => Metric::Society(*figure, None),
            MetricRow::PatientsMoved => Metric::PatientsMoved,
            MetricRow::PatientsAbroad => Metric::PatientsAbroad,
            MetricRow::Unregistered => Metric::Unregistered,
            MetricRow::AsylumWaiting => Metric::AsylumWaiting,
            MetricRow::Spent => Metric::Spent,
            MetricRow::Lost(loss, region) => Metric::Lost(*loss, Some(self.codes.regions.find(region)?)),
            MetricRow::LostNational(loss) => Metric::Lost(*loss, None),
            MetricRow::Criterion(code) => Metric::Criterion(self.codes.criteria.find(code)?),
            MetricRow::Impact(interest) => Metric::Impact(*interest),
            MetricRow::Gauge(code) => {
                let gauge = self.codes.gauges.find(code)?;
                Metric::Gauge(*self.codes.gauge_kinds.get(gauge.index())?, gauge)
            }
            MetricRow::Readiness(figure) => Metric::Readiness(*figure),
            MetricRow::Theme(theme) => Metric::Theme(*theme),
            MetricRow::Phase => Metric::Phase,
            MetricRow::Acts => Metric::Acts,
            MetricRow::Attribution => Metric::Attribution,
            MetricRow::Deterrence => Metric::Deterrence,
            MetricRow::DailyLife(region) => Metric::DailyLife(Some(self.codes.regions.find(region)?)),
            MetricRow::DailyLifeNational => Metric::DailyLife(None),
            MetricRow::Insight => Metric::Insight,
            MetricRow::OrdersUnderway => Metric::OrdersUnderway,
            MetricRow::Grip(region) => Metric::Grip(Some(self.codes.regions.find(region)?)),
            MetricRow::GripNational => Metric::Grip(None),
            MetricRow::Electricity(figure, region) => {
                Metric::Electricity(*figure, Some(self.codes.regions.find(region)?))
            }
            MetricRow::ElectricityNational(figure) => Metric::Electricity(*figure, None),
        })
    }
}
