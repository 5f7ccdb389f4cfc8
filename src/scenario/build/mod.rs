//! From files to the simulation's tables: codes become dense identifiers, figures become integers.
//!
//! Conversions are exact and rounded once, to the nearest: a share or a rate becomes a `Level` of 2^-24; hours become ticks
//! of a quarter; an endurance of `h` hours drains `1 / (4 h)` of a store per tick. Must not read files and must not stop at
//! the first fault: every row is tried, every fault noted.

mod adversary;
pub mod book;
mod care;
pub mod changes;
pub mod codes;
pub mod conditions;
pub mod country;
pub mod crisis;
mod economy;
pub mod effects;
mod electricity;
mod evaluation;
pub mod exercise;
mod guide;
mod limits;
mod measures;
mod mel;
mod messages;
pub mod movements;
pub mod network;
mod playbook;
pub mod pools;
pub mod processes;
mod readiness;
mod rounds;
mod score;
mod vehicles;
mod workforce;

use super::{
    fault::{Faults, Place},
    scalar::{Decimal, Figure},
    schema::{
        adversary as opponent, crisis as crisis_file, economy as economy_file, electricity as grid,
        evaluation as review, messages as post, playbook as advice, pressure, readiness as readiness_file,
        score as score_file, workforce as staff, world,
    },
};
use crate::sim::{num::Level, time::Span};

/// The files of the country, read.
#[derive(Clone, Debug)]
pub struct WorldFiles {
    /// `sources.ron`.
    pub sources: world::SourcesFile,
    /// `regions.ron`.
    pub regions: world::RegionsFile,
    /// `processes.ron`.
    pub processes: world::ProcessesFile,
    /// `crews.ron`.
    pub crews: world::CrewsFile,
    /// `roles.ron`.
    pub roles: world::RolesFile,
    /// `network.ron`.
    pub network: world::NetworkFile,
    /// `pools.ron`.
    pub pools: world::PoolsFile,
    /// `fleets.ron`.
    pub fleets: world::FleetsFile,
    /// `demand.ron`.
    pub demand: world::DemandFile,
    /// `rules.ron`.
    pub rules: world::RulesFile,
    /// `measures.ron`.
    pub measures: pressure::MeasuresFile,
    /// `health.ron`.
    pub health: pressure::HealthFile,
    /// `society.ron`.
    pub society: pressure::SocietyFile,
    /// `generators.ron`.
    pub generators: pressure::GeneratorsFile,
    /// `score.ron`.
    pub score: score_file::ScoreFile,
    /// `adversary.ron`.
    pub adversary: opponent::AdversaryFile,
    /// `crisis.ron`.
    pub crisis: crisis_file::CrisisFile,
    /// `starting.ron`.
    pub starting: crisis_file::StartingFile,
    /// `electricity.ron`.
    pub electricity: grid::ElectricityFile,
    /// `workforce.ron`.
    pub workforce: staff::WorkforceFile,
    /// `economy.ron`.
    pub economy: economy_file::EconomyFile,
    /// `readiness.ron`.
    pub readiness: readiness_file::ReadinessFile,
    /// `messages.ron`.
    pub messages: post::MessagesFile,
    /// `observers.ron`.
    pub observers: review::ObserversFile,
    /// `playbook.ron`.
    pub playbook: advice::PlaybookFile,
}

/// Every item, or nothing when one of them is missing; all are made first.
fn every<T>(rows: impl IntoIterator<Item = Option<T>>) -> Option<Vec<T>> {
    rows.into_iter().collect::<Vec<_>>().into_iter().collect()
}

/// A share from nothing to all.
fn share(value: Decimal, place: &Place, faults: &mut Faults<'_>) -> Option<Level> {
    let units = value.times_round(i64::from(Level::ONE.0));
    let level = i32::try_from(units).ok().filter(|units| (0..=Level::ONE.0).contains(units)).map(Level);
    if level.is_none() {
        faults.add(place, format!("{value} is no share"), "write a number from 0 to 1, such as 0.35");
    }
    level
}

/// A share above nothing.
fn positive_share(value: Decimal, place: &Place, faults: &mut Faults<'_>) -> Option<Level> {
    let level = share(value, place, faults)?;
    if level == Level::ZERO {
        faults.add(place, "the share is zero: it would change nothing", "write a number above 0, at most 1");
        return None;
    }
    Some(level)
}

/// Hours as ticks, at least one.
fn hours(figure: &Figure<Decimal>, faults: &mut Faults<'_>) -> Option<Span> {
    let ticks = figure.value.times_round(4);
    let span = u32::try_from(ticks)
        .ok()
        .filter(|ticks| *ticks > 0 && *ticks <= crate::sim::time::LAST_TICK.0)
        .map(Span);
    if span.is_none() {
        faults.add(
            &figure.place,
            format!("{} hours is no usable time", figure.value),
            "write a quarter of an hour or more, at most two years",
        );
    }
    span
}

/// Hours as ticks, zero allowed.
fn hours_or_none(figure: &Figure<Decimal>, faults: &mut Faults<'_>) -> Option<Span> {
    if figure.value.times_round(4) == 0 && !figure.value.is_negative() {
        return Some(Span(0));
    }
    hours(figure, faults)
}

/// A count above zero.
fn positive(figure: &Figure<u16>, what: &str, faults: &mut Faults<'_>) -> Option<u16> {
    positive_count(figure.value, &figure.place, what, faults)
}

/// A count above zero, without a source.
fn positive_count(value: u16, place: &Place, what: &str, faults: &mut Faults<'_>) -> Option<u16> {
    if value == 0 {
        faults.add(place, format!("{what} is zero"), "write 1 or more, or remove the object");
        return None;
    }
    Some(value)
}
