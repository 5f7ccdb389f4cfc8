//! What happened: events, ledger and hourly figures, in one chunk for each day that branches and views can share.
//!
//! Filled through the sink; never read by the simulation. Must not be needed to go on: it can be made again from the log.

use crate::sim::{
    cause::Cause,
    country::{Class, Country, PerClass},
    event::{Claim, Event, LedgerRow, Sink},
    ids::{DenseId, PoolId, ProcessId, RegionId},
    metric::{Metric, value},
    plan::Plan,
    state::State,
    time::{TICKS_PER_HOUR, Tick},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// All days so far.
#[derive(Clone, Debug, Default)]
pub struct History {
    days: Vec<Arc<Day>>,
    /// Where the last two ledger rows of each pool stand in the newest day: hour and index.
    open: BTreeMap<PoolId, [(u32, usize); 2]>,
    /// What is measured each hour for evaluation criteria, once it was worked out.
    metrics: Option<Vec<Metric>>,
}

/// What happened on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Events in order.
    pub events: Vec<Happening>,
    /// Ledger rows by hour and pool.
    pub ledger: Vec<LedgerRow>,
    /// Figures at the start of each hour.
    pub hours: Vec<Hour>,
}

/// An event with its moment and direct cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    /// When.
    pub tick: Tick,
    /// What.
    pub event: Event,
    /// Why.
    pub cause: Cause,
}

/// Figures of one hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hour {
    /// Hour since the start.
    pub hour: u32,
    /// Levels in thousandths: process by process, regions inside.
    pub levels_permille: Vec<u16>,
    /// Pieces across the border, by movement.
    pub delivered: Vec<u32>,
    /// Transports waiting for a path, by class.
    pub waiting: PerClass<u16>,
    /// Hours that civil transports have waited since the start.
    pub civil_delay_hours: i64,
    /// Weighted person-days of unmet need since the start.
    pub unmet_person_days: i64,
    /// What evaluation criteria look at, in the order of `Evaluation::metrics`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evaluated: Vec<i64>,
}

impl Hour {
    /// The level of a process in a region, in thousandths.
    pub fn level_permille(&self, regions: usize, process: ProcessId, region: RegionId) -> u16 {
        self.levels_permille.get(process.index() * regions + region.index()).copied().unwrap_or(1000)
    }
}

impl History {
    /// The days, from day 0.
    pub fn days(&self) -> &[Arc<Day>] {
        &self.days
    }

    /// Events before a moment, in order.
    pub fn events_before(&self, tick: Tick) -> impl DoubleEndedIterator<Item = &Happening> {
        self.days.iter().flat_map(|day| &day.events).filter(move |row| row.tick < tick)
    }

    /// Ledger rows of a pool for the hours before a moment, in order.
    pub fn ledger_before(&self, pool: PoolId, tick: Tick) -> impl DoubleEndedIterator<Item = &LedgerRow> {
        let hour = tick.0.div_ceil(TICKS_PER_HOUR);
        self.days.iter().flat_map(|day| &day.ledger).filter(move |row| row.pool == pool && row.hour < hour)
    }

    /// Hourly figures up to a moment, in order.
    pub fn hours_until(&self, tick: Tick) -> impl DoubleEndedIterator<Item = &Hour> {
        self.days.iter().flat_map(|day| &day.hours).filter(move |row| row.hour * TICKS_PER_HOUR <= tick.0)
    }

    /// What happened before a moment; whole days are shared.
    pub(super) fn before(&self, tick: Tick) -> Self {
        let mut days: Vec<Arc<Day>> = self.days.iter().take(tick.day() as usize + 1).cloned().collect();
        if let Some(last) = days.last_mut().filter(|_| self.days.len() > tick.day() as usize) {
            let day = Arc::make_mut(last);
            day.events.retain(|row| row.tick <= tick);
            day.ledger.retain(|row| row.hour < tick.hour());
            day.hours.retain(|row| row.hour <= tick.hour());
        }
        // The places of open rows are found again: rows of the present hour begin anew.
        Self { days, open: BTreeMap::new(), metrics: self.metrics.clone() }
    }

    /// Takes out what the commands of the present tick did, before they are carried out once more. The tick itself has not run.
    pub(super) fn forget_tick(&mut self, tick: Tick) {
        if let Some(newest) = self.days.last_mut().filter(|day| day.events.iter().any(|row| row.tick >= tick))
        {
            Arc::make_mut(newest).events.retain(|row| row.tick < tick);
        }
    }

    /// The days before a day, to go on from its start.
    pub(super) fn before_day(&self, day: u32) -> Self {
        let days = self.days.iter().take(day as usize).map(Arc::clone).collect();
        Self { days, ..Self::default() }
    }

    fn measured(&mut self, country: &Country, plan: &Plan, state: &State) -> Vec<i64> {
        if plan.evaluation.criteria.is_empty() {
            return Vec::new();
        }
        let metrics = self.metrics.get_or_insert_with(|| plan.evaluation.metrics());
        metrics.iter().map(|metric| value(country, state, *metric)).collect()
    }

    /// Where the next tick of the exercise is written.
    pub(super) fn writer(&mut self, tick: Tick) -> DayWriter<'_> {
        let day = tick.day() as usize;
        while self.days.len() <= day {
            self.days.push(Arc::default());
            self.open.clear();
        }
        // Views may hold the day: then it is copied once and the copy grows.
        let newest = self.days.last_mut().expect("a day was just pushed");
        DayWriter { day: Arc::make_mut(newest), open: &mut self.open, hour: tick.hour() }
    }

    /// Writes down the figures at the start of an hour.
    pub(super) fn take_hour(&mut self, country: &Country, plan: &Plan, state: &State) {
        let regions = || country.regions.ids();
        let level = |process, region| {
            u16::try_from(state.processes.level(process, region).permille()).unwrap_or(1000)
        };
        let levels =
            country.processes.ids().flat_map(|process| regions().map(move |region| level(process, region)));
        let waiting =
            |class| u16::try_from(value(country, state, Metric::Waiting(class))).unwrap_or(u16::MAX);
        let row = Hour {
            hour: state.tick.hour(),
            levels_permille: levels.collect(),
            delivered: plan.movements.ids().map(|movement| state.movements[movement].delivered).collect(),
            waiting: PerClass(Class::ALL.map(waiting)),
            civil_delay_hours: value(country, state, Metric::CivilDelay),
            unmet_person_days: value(country, state, Metric::UnmetNeed(None)),
            evaluated: self.measured(country, plan, state),
        };
        self.writer(state.tick).day.hours.push(row);
    }
}

/// Writes one tick into its day.
pub(super) struct DayWriter<'a> {
    day: &'a mut Day,
    open: &'a mut BTreeMap<PoolId, [(u32, usize); 2]>,
    hour: u32,
}

impl DayWriter<'_> {
    fn row(&mut self, pool: PoolId, hour: u32) -> &mut LedgerRow {
        let places = self.open.entry(pool).or_insert([(u32::MAX, 0); 2]);
        let known = places.iter().find(|(of, _)| *of == hour).map(|(_, index)| *index);
        let index = known.unwrap_or_else(|| {
            self.day.ledger.push(LedgerRow {
                pool,
                hour,
                asked: PerClass::default(),
                granted: PerClass::default(),
                used: PerClass::default(),
                refused: PerClass::default(),
                binding: PerClass::default(),
            });
            *places = [(hour, self.day.ledger.len() - 1), places[0]];
            self.day.ledger.len() - 1
        });
        &mut self.day.ledger[index]
    }
}

impl Sink for DayWriter<'_> {
    fn event(&mut self, tick: Tick, event: Event, cause: Cause) {
        self.day.events.push(Happening { tick, event, cause });
    }

    fn claim(&mut self, pool: PoolId, class: Class, claim: Claim) {
        match claim {
            Claim::Granted(hour, units) => {
                let row = self.row(pool, hour);
                row.asked[class] += units;
                row.granted[class] += units;
            }
            Claim::Refused(hour, units, binding) => {
                let row = self.row(pool, hour);
                row.asked[class] += units;
                row.refused[class] += units;
                row.binding[class] = Some(binding);
            }
        }
    }

    fn used(&mut self, pool: PoolId, class: Class, hour: u32, units: u32) {
        // The last hour of a day is counted in the first tick of the next: its row lives where the hour is written.
        let hour = hour.min(self.hour);
        self.row(pool, hour).used[class] += units;
    }
}

/// Sums of ledger rows by pool.
pub fn sum_by_pool<'a>(rows: impl Iterator<Item = &'a LedgerRow>) -> BTreeMap<PoolId, LedgerRow> {
    let mut sums: BTreeMap<PoolId, LedgerRow> = BTreeMap::new();
    for row in rows {
        let sum = sums.entry(row.pool).or_insert_with(|| LedgerRow {
            asked: PerClass::default(),
            granted: PerClass::default(),
            used: PerClass::default(),
            refused: PerClass::default(),
            binding: PerClass::default(),
            ..row.clone()
        });
        for class in Class::ALL {
            sum.asked[class] += row.asked[class];
            sum.granted[class] += row.granted[class];
            sum.used[class] += row.used[class];
            sum.refused[class] += row.refused[class];
            sum.binding[class] = row.binding[class].or(sum.binding[class]);
        }
    }
    sums
}
