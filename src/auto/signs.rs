//! What a role sees of the signs that measures answer: reports as its table has them, figures that its table hears of, its own
//! ledgers, its movements.
//!
//! With `desk` the only door between the state and an automatic player. A figure that comes from where no report came for over two
//! hours is not seen at all. Must not judge what a sign means: `measures` does.

use super::desk::Ledgers;
use crate::{
    session::Session,
    sim::{
        country::{Class, SeatTable, Sign},
        ids::{ProcessId, RegionId, RoleId},
        metric::{Metric, Unit, value},
        num::Level,
        state::State,
        time::{Span, Tick},
    },
};

/// A report older than this is missed. Own choice: two rounds of hourly reports.
const OLD: Span = Span::hours(2);
/// Warning time that counts: a week, in hours.
const WEEK_HOURS: u32 = 168;

/// The eyes of a role.
pub(super) struct Eyes<'a> {
    pub session: &'a Session,
    pub role: RoleId,
    pub ledgers: &'a Ledgers,
    /// Regions from which no report came.
    silent: Vec<bool>,
    /// Their inhabitants, in thousandths of all.
    silent_permille: i64,
}

impl<'a> Eyes<'a> {
    pub(super) fn new(session: &'a Session, role: RoleId, ledgers: &'a Ledgers) -> Self {
        let (country, state) = (session.country(), session.head());
        let reported = &state.knowledge.of(country.roles[role].table).reported;
        let is_silent = |region: RegionId| state.tick.since(reported[region]) > OLD;
        let silent: Vec<bool> = country.regions.ids().map(is_silent).collect();
        let people = |quiet: bool| -> u64 {
            let rows = country.regions.rows().iter().zip(&silent);
            rows.filter(|(_, silent)| !quiet || **silent).map(|(row, _)| u64::from(row.population)).sum()
        };
        let silent_permille = i64::try_from(people(true) * 1000 / people(false).max(1)).unwrap_or(1000);
        Self { session, role, ledgers, silent, silent_permille }
    }

    fn table(&self) -> SeatTable {
        self.session.country().roles[self.role].table
    }

    fn state(&self) -> &'a State {
        self.session.head()
    }

    /// The size of a sign, in a region or over the country; none when the role cannot see it now.
    pub(super) fn see(&self, sign: Sign, region: Option<RegionId>) -> Option<i64> {
        let country = self.session.country();
        if sign.heard().is_some_and(|heard| !country.playbook.hears(self.table(), heard)) {
            return None;
        }
        Some(match (sign, region) {
            (Sign::Lacks(process) | Sign::LacksMost(process), Some(region)) => self.lacks(process, region),
            (Sign::LacksMost(process), None) => {
                country.regions.ids().map(|region| self.lacks(process, region)).max().unwrap_or(0)
            }
            (Sign::Lacks(process), None) => {
                let people = |region| i64::from(country.regions[region].population);
                let sum: i64 =
                    country.regions.ids().map(|region| people(region) * self.lacks(process, region)).sum();
                sum / i64::try_from(country.population().max(1)).unwrap_or(i64::MAX)
            }
            (Sign::Figure(metric), region) => self.figure(metric, region)?,
            (Sign::Damages(kind), region) => {
                let bit = 1 << (self.table() as u8);
                let known = self.state().damages.open.iter().filter(|row| row.known & bit != 0);
                let here = known.filter(|row| {
                    let at = crate::sim::query::region_of(country, row.target);
                    row.kind == kind && region.is_none_or(|region| at == Some(region))
                });
                i64::try_from(here.count()).unwrap_or(i64::MAX)
            }
            (Sign::Silent, Some(region)) => i64::from(self.is_silent(region)) * 1000,
            (Sign::Silent, None) => self.silent_permille,
            (Sign::Behind, _) => self.behind(),
            (Sign::Short(pool), _) => {
                let owner = country.pools[pool].owner;
                if country.roles[owner].table != self.table() {
                    return None;
                }
                let hours = self.ledgers.hours_refused(pool);
                i64::from(Class::ALL.into_iter().map(|class| hours[class]).max().unwrap_or(0))
            }
            (Sign::Arriving, region) => self.arriving(region),
        })
    }

    /// What the table has been told that lacks of a process, in thousandths.
    fn lacks(&self, process: ProcessId, region: RegionId) -> i64 {
        let known = self.state().knowledge.of(self.table());
        1000 - i64::from(Level(known.level[process][region]).permille())
    }

    fn is_silent(&self, region: RegionId) -> bool {
        self.silent.get(region.0 as usize).copied().unwrap_or(false)
    }

    fn figure(&self, metric: Metric, region: Option<RegionId>) -> Option<i64> {
        let deaf = match region {
            Some(region) => self.is_silent(region),
            None => self.silent_permille > 500,
        };
        if deaf {
            return None;
        }
        let metric = within(metric, region);
        let found = value(self.session.country(), self.state(), metric);
        Some(if lacks(metric) { 1000 - found } else { found })
    }

    fn behind(&self) -> i64 {
        let (plan, state) = (self.session.plan(), self.state());
        let each = plan.movements.iter().filter_map(|(id, plan)| {
            let row = &state.movements[id];
            let first = row.arrivals.iter().map(|ship| ship.arrives).min().filter(|at| *at < state.tick)?;
            let open = row.completed.is_none() && row.pieces > 0;
            let passed = i64::from(state.tick.since(first).0);
            let whole = i64::from(plan.due.since(first).0).max(1);
            let across = i64::from(row.delivered) * 1000 / i64::from(row.pieces.max(1));
            open.then(|| (passed.min(whole) * 1000 / whole - across).max(0))
        });
        each.max().unwrap_or(0)
    }

    /// In a region only what arrives there counts.
    fn arriving(&self, region: Option<RegionId>) -> i64 {
        let nodes = &self.session.country().nodes;
        let state = self.state();
        let here = |port| region.is_none() || nodes[port].region == region;
        let rows = self.session.plan().movements.iter();
        let open = rows.filter(|(id, _)| state.movements[*id].completed.is_none());
        let ships = open.flat_map(|(id, row)| {
            let ports = row.arrivals.iter().filter(move |ship| here(ship.port)).count();
            state.movements[id].arrivals.iter().map(|ship| ship.arrives).filter(move |_| ports > 0)
        });
        let first = ships.min();
        let hours = |at: Tick| Span(at.0.saturating_sub(state.tick.0)).0 / crate::sim::time::TICKS_PER_HOUR;
        first.map_or(0, |at| i64::from(WEEK_HOURS.saturating_sub(hours(at))))
    }
}

/// True for a figure of which it is the lack that is looked at. Of an assessment of who did it the certainty itself is.
pub(super) fn lacks(metric: Metric) -> bool {
    let info = metric.info();
    info.more_is_better && info.unit == Unit::Permille && metric != Metric::Attribution
}

/// A figure of the country looked at in a region, where there is such a thing.
pub(super) fn within(metric: Metric, region: Option<RegionId>) -> Metric {
    match metric {
        Metric::Care(figure, _) => Metric::Care(figure, region),
        Metric::Society(figure, _) => Metric::Society(figure, region),
        Metric::Economy(figure, _) if !figure.is_national() => Metric::Economy(figure, region),
        Metric::Electricity(figure, _) if !figure.is_national() => Metric::Electricity(figure, region),
        Metric::Staff(figure, sector, _) if figure == crate::sim::labour::StaffFigure::There => {
            Metric::Staff(figure, sector, region)
        }
        other => other,
    }
}
