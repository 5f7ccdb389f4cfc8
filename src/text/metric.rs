//! Names and values of what is measured, with their units.
//!
//! Must not measure: `sim::metric` does. On the screen such a thing is never called a metric.

use super::{Arg, Narrator, narrator::inside, number, permille_as_percent};
use crate::sim::{
    country::{Interest, RiskTheme},
    ids::{CriterionId, DenseId, GaugeId, RegionId},
    lenses::RegionLens,
    metric::{Metric, Unit},
    scale,
};

/// Letter of the class of a place; none for nothing.
pub fn class_letter(place: i64) -> Option<&'static str> {
    scale::class(place).and_then(|class| ["A", "B", "C", "D", "E"].get(usize::from(class)).copied())
}

/// A point cannot stand in a key.
fn criterion_key(code: &str) -> String {
    format!("criterion-{}", code.replace('.', "-"))
}

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
            Metric::Criterion(criterion) => self.criterion(criterion),
            Metric::Impact(interest) => self.metric_of(name, inside(&self.interest(interest))),
            Metric::Theme(theme) => self.metric_of(name, inside(&self.risk_theme(theme))),
            Metric::Gauge(_, gauge) => self.metric_of(name, inside(&self.gauge(gauge))),
            Metric::Staff(_, sector, region) => {
                let name = self.metric_of(name, inside(&self.sector(sector)));
                match region {
                    Some(region) => self.metric_in(name, self.region(region)),
                    None => self.metric_nationwide(name),
                }
            }
            Metric::Lost(loss, None) if loss.is_national() => name,
            Metric::Electricity(figure, None) if figure.is_national() => name,
            Metric::Economy(figure, None) if figure.is_national() => name,
            Metric::Care(_, region)
            | Metric::Society(_, region)
            | Metric::Electricity(_, region)
            | Metric::Economy(_, region)
            | Metric::Lost(_, region)
            | Metric::Grip(region)
            | Metric::DailyLife(region) => match region {
                Some(region) => self.metric_in(name, self.region(region)),
                None => self.metric_nationwide(name),
            },
            Metric::CivilDelay
            | Metric::AmmunitionStalled
            | Metric::OpenDamages
            | Metric::PatientsMoved
            | Metric::PatientsAbroad
            | Metric::Unregistered
            | Metric::AsylumWaiting
            | Metric::MarketDisturbed
            | Metric::Spent
            | Metric::Phase
            | Metric::Acts
            | Metric::Attribution
            | Metric::Insight
            | Metric::OrdersUnderway
            | Metric::Readiness(_)
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
            Unit::Megawatts => self.say("megawatts", &count),
            Unit::MegawattHours => self.say("megawatt-hours", &count),
            Unit::KiloEuros => self.say("kilo-euros", &count),
            Unit::Class => self.class_words(value),
        }
    }

    /// A place on the scale of classes: `klasse C`.
    pub fn class_words(&self, place: i64) -> String {
        match class_letter(place) {
            Some(letter) => self.say("impact-class", &[("letter", letter.into())]),
            None => self.word("impact-none"),
        }
    }

    /// What an interest is called.
    pub fn interest(&self, interest: Interest) -> String {
        self.word(match interest {
            Interest::Territorial => "interest-territorial",
            Interest::Physical => "interest-physical",
            Interest::Economic => "interest-economic",
            Interest::Ecological => "interest-ecological",
            Interest::Social => "interest-social",
            Interest::International => "interest-international",
        })
    }

    /// What a theme of the risk analysis is called.
    pub fn risk_theme(&self, theme: RiskTheme) -> String {
        self.word(match theme {
            RiskTheme::Nature => "risk-nature",
            RiskTheme::Disease => "risk-disease",
            RiskTheme::Accidents => "risk-accidents",
            RiskTheme::Extremism => "risk-extremism",
            RiskTheme::Interference => "risk-interference",
            RiskTheme::Military => "risk-military",
            RiskTheme::Economic => "risk-economic",
            RiskTheme::Cyber => "risk-cyber",
            RiskTheme::Vital => "risk-vital",
        })
    }

    /// What a criterion is called.
    pub fn criterion(&self, criterion: CriterionId) -> String {
        let row = self.country.score.as_ref().and_then(|score| score.criteria.get(criterion));
        row.map_or_else(|| self.word("unknown-name"), |row| self.word(&criterion_key(&row.code)))
    }

    /// Why nothing in the simulation stands for a criterion.
    pub fn criterion_why(&self, criterion: CriterionId) -> String {
        let row = self.country.score.as_ref().and_then(|score| score.criteria.get(criterion));
        let key = row.map(|row| format!("{}-why", criterion_key(&row.code)));
        // A country of one's own can have criteria that the language files do not know.
        let known = key.filter(|key| self.texts.has(self.language, key));
        known.map_or_else(|| self.word("criterion-no-measure"), |key| self.word(&key))
    }

    /// What a track, a requirement or a pillar is called.
    pub fn gauge(&self, gauge: GaugeId) -> String {
        let row = self.country.score.as_ref().and_then(|score| score.gauges.get(gauge));
        row.map_or_else(
            || self.word("unknown-name"),
            |row| self.texts.name(self.language, "gauge", &row.code),
        )
    }

    /// What the regions of the map are coloured by.
    pub fn region_lens(&self, lens: RegionLens) -> String {
        match lens {
            RegionLens::Level(process) => self.process(process),
            RegionLens::Stock(good) => self.good(good),
            RegionLens::Staff(sector) => self.sector(sector),
            other => {
                // The name does not depend on the region.
                let metric = other.metric(RegionId::from_index(0));
                metric.map_or_else(String::new, |metric| self.word(&format!("metric-{}", metric.info().key)))
            }
        }
    }
}
