//! Indicator strips: how a figure went over the exercise, hour by hour, as far as the viewer was told.
//!
//! History holds the truth. For a player a region counts as reported up to its last report and from there on stays as it was
//! last known. Must not draw.

use super::{
    stretch::Stretch,
    viewer::{Report, Sight, Viewer},
};
use crate::{
    session::{Session, history::Hour},
    sim::{
        ids::{DenseId, MovementId, ProcessId},
        metric::Metric,
        query,
        time::{TICKS_PER_HOUR, Tick},
    },
    text::{level_key, permille_as_percent},
};

/// Most points of a strip.
const POINTS_MAX: u32 = 240;
/// Hours over which a trend is judged.
const TREND_HOURS: u32 = 6;
/// Thousandths that make a trend.
const TREND_PERMILLE: i32 = 20;

/// What a strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strip {
    /// Level of a process, the mean over the inhabitants of the country.
    Level(ProcessId),
    /// Share of a movement that is across the border.
    Delivered(MovementId),
}

/// A strip.
#[derive(Clone, Debug, PartialEq)]
pub struct StripView {
    /// What it shows.
    pub strip: Strip,
    /// Its name.
    pub name: String,
    /// Place on the timeline and value, both in thousandths; from the start to the shown moment.
    pub points: Vec<(u16, u16)>,
    /// The value now with its unit.
    pub value: String,
    /// The value now in a word; empty where there is none.
    pub word: String,
    /// Where it goes.
    pub trend: Trend,
    /// The same in a word.
    pub trend_word: String,
}

/// Where a figure goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Better than some hours ago.
    Up,
    /// As it was.
    Steady,
    /// Worse than some hours ago.
    Down,
}

/// Key of a trend in a word.
pub(super) fn trend_key(trend: Trend) -> &'static str {
    match trend {
        Trend::Up => "trend-up",
        Trend::Steady => "trend-steady",
        Trend::Down => "trend-down",
    }
}

/// Strips to begin with: what the viewer's table watches (the first of the country for others), and the movements.
pub fn first_strips(session: &Session, viewer: Viewer) -> Vec<Strip> {
    let country = session.country();
    let table = match viewer {
        Viewer::Role(role) => country.roles.get(role).map(|role| role.table),
        Viewer::Lead | Viewer::Public => None,
    };
    let own = country.processes.iter().filter(|(_, row)| Some(row.telemetry) == table);
    let mut strips: Vec<Strip> = own.take(3).map(|(process, _)| Strip::Level(process)).collect();
    let rest = country.processes.ids().map(Strip::Level).filter(|strip| !strips.contains(strip));
    let missing: Vec<Strip> = rest.take(3 - strips.len()).collect();
    strips.extend(missing);
    if viewer != Viewer::Public {
        strips.extend(session.plan().movements.ids().map(Strip::Delivered));
    }
    strips
}

impl Sight<'_> {
    pub(super) fn strip(&self, strip: Strip, stretch: Stretch) -> Option<StripView> {
        let hours = self.now().hour() + 1;
        let step = hours.div_ceil(POINTS_MAX).max(1);
        let rows = self.session.history().hours_until(self.now());
        let sampled = rows.filter(|row| row.hour % step == 0 || row.hour + 1 == hours);
        let values = self.values(strip, sampled)?;
        let at = |hour: u32| Tick(hour * TICKS_PER_HOUR);
        let points: Vec<(u16, u16)> = values
            .iter()
            .filter(|(hour, _)| stretch.touches(at(*hour), at(hour + step)))
            .map(|(hour, value)| (stretch.permille(at(*hour)), *value))
            .collect();
        let (_, last) = *values.last()?;
        let since = hours.saturating_sub(TREND_HOURS + 1);
        let before = values.iter().rev().find(|(hour, _)| *hour <= since).map_or(last, |(_, value)| *value);
        let trend = trend(i32::from(last) - i32::from(before));
        let (name, word) = match strip {
            Strip::Level(process) => {
                let class =
                    query::CLASS_FROM_PERMILLE.iter().filter(|from| u32::from(last) >= **from).count();
                (self.tell().process(process), self.word(level_key(class as u8)))
            }
            Strip::Delivered(movement) => {
                (self.tell().metric_name(Metric::Delivered(movement)), String::new())
            }
        };
        Some(StripView {
            strip,
            name,
            points,
            value: permille_as_percent(self.language, last.into()),
            word,
            trend,
            trend_word: self.word(trend_key(trend)),
        })
    }

    /// The mean of a process over the inhabitants now, thousandths, and where it goes.
    pub(super) fn process_now(&self, process: ProcessId) -> Option<(u16, Trend)> {
        let hour = self.now().hour();
        let before = hour.saturating_sub(TREND_HOURS);
        let rows = self.session.history().hours_until(self.now());
        let two = rows.filter(|row| row.hour == before || row.hour == hour);
        let values = self.values(Strip::Level(process), two)?;
        let ((_, first), (_, last)) = values.first().copied().zip(values.last().copied())?;
        Some((last, trend(i32::from(last) - i32::from(first))))
    }

    fn values<'h>(&self, strip: Strip, rows: impl Iterator<Item = &'h Hour>) -> Option<Vec<(u32, u16)>> {
        match strip {
            Strip::Level(process) => {
                self.country().processes.get(process)?;
                let (told, people) = (self.told_until(process), self.country().population().max(1));
                let mean = |row: &Hour| self.national(row, process, &told, people);
                Some(rows.map(|row| (row.hour, mean(row))).collect())
            }
            Strip::Delivered(movement) => {
                let pieces = self.state().movements.get(movement)?.pieces.max(1);
                if self.viewer == Viewer::Public {
                    return None;
                }
                let share = |row: &Hour| {
                    let delivered = row.delivered.get(movement.index()).copied().unwrap_or(0);
                    u16::try_from((delivered * 1000 / pieces).min(1000)).unwrap_or(1000)
                };
                Some(rows.map(|row| (row.hour, share(row))).collect())
            }
        }
    }

    /// Until which moment each region told of a process, and its level as it was told last; no moment where it tells all the time.
    fn told_until(&self, process: ProcessId) -> Vec<(Option<Tick>, u32)> {
        let told = |region| match self.report(process, region) {
            Report::Now => (None, 0),
            Report::At(tick) => (Some(tick), self.level(process, region).permille()),
        };
        self.country().regions.ids().map(told).collect()
    }

    /// The mean over the inhabitants at an hour, region by region as it was told.
    fn national(&self, row: &Hour, process: ProcessId, told: &[(Option<Tick>, u32)], people: u64) -> u16 {
        let country = self.country();
        let regions = country.regions.len();
        let sum: u64 = country
            .regions
            .iter()
            .zip(told)
            .map(|((region, info), (until, last))| {
                let level = if until.is_none_or(|until| row.hour * TICKS_PER_HOUR <= until.0) {
                    u32::from(row.level_permille(regions, process, region))
                } else {
                    *last
                };
                u64::from(info.population) * u64::from(level)
            })
            .sum();
        u16::try_from(sum / people).unwrap_or(1000)
    }
}

fn trend(change: i32) -> Trend {
    if change >= TREND_PERMILLE {
        Trend::Up
    } else if change <= -TREND_PERMILLE {
        Trend::Down
    } else {
        Trend::Steady
    }
}
