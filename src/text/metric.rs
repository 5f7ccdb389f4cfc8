//! Names and values of what is measured, with their units.
//!
//! Must not measure: `sim::metric` does. On the screen such a thing is never called a metric.

use super::{Arg, Narrator, narrator::inside, number, permille_as_percent};
use crate::sim::metric::{Metric, RegionLens, Unit};

impl Narrator<'_> {
    /// Name of a metric with what it is about: `Drinkwater in Zeeland`.
    pub fn metric_name(&self, metric: Metric) -> String {
        let name = self.word(&format!("metric-{}", metric.info().key));
        match metric {
            Metric::Level(process, Some(region)) => {
                self.metric_in(self.process(process), self.region(region))
            }
            Metric::Level(process, None) => self.metric_nationwide(self.process(process)),
            Metric::UnmetNeed(None) => self.metric_nationwide(name),
            Metric::WorstLevel(region) | Metric::UnmetNeed(Some(region)) => {
                self.metric_in(name, self.region(region))
            }
            Metric::Delivered(movement) | Metric::DeliveredPieces(movement) | Metric::Ashore(movement) => {
                self.metric_of(name, self.movement(movement))
            }
            Metric::Waiting(class) => self.metric_of(name, self.class_inside(class)),
            Metric::Moving(mode) => self.metric_of(name, inside(&self.mode(mode))),
            Metric::TerminalQueue(node) => self.metric_of(name, self.node(node)),
            Metric::Refused(pool) => self.metric_of(name, self.pool(pool)),
            Metric::Care(_, region) | Metric::Society(_, region) => match region {
                Some(region) => self.metric_in(name, self.region(region)),
                None => self.metric_nationwide(name),
            },
            Metric::CivilDelay
            | Metric::AmmunitionStalled
            | Metric::OpenDamages
            | Metric::PatientsMoved
            | Metric::PatientsAbroad
            | Metric::Unregistered
            | Metric::Spent
            | Metric::Phase
            | Metric::Acts
            | Metric::Attribution
            | Metric::Deterrence => name,
        }
    }

    fn metric_in(&self, name: String, place: String) -> String {
        self.say("metric-in", &[("name", name.into()), ("place", place.into())])
    }

    fn metric_nationwide(&self, name: String) -> String {
        self.say("metric-nationwide", &[("name", name.into())])
    }

    fn metric_of(&self, name: String, about: String) -> String {
        self.say("metric-of", &[("name", name.into()), ("about", about.into())])
    }

    /// A value of a metric with its unit: `45 %`, `12 uur`, `1.234 persoonsdagen`.
    pub fn metric_value(&self, metric: Metric, value: i64) -> String {
        let count: [(&str, Arg); 1] = [("count", value.into())];
        match metric.info().unit {
            Unit::Permille => permille_as_percent(self.language, value),
            Unit::Count => number(self.language, value),
            Unit::Hours => self.say("span-hours", &count),
            Unit::PersonDays => self.say("person-days", &count),
            Unit::KiloEuros => self.say("kilo-euros", &count),
        }
    }

    /// What the regions of the map are coloured by.
    pub fn region_lens(&self, lens: RegionLens) -> String {
        match lens {
            RegionLens::WorstLevel => self.word("metric-worst-level"),
            RegionLens::Level(process) => self.process(process),
            RegionLens::UnmetNeed => self.word("metric-unmet-need"),
        }
    }
}
