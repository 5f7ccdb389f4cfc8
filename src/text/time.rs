//! Dates, clock times and spans.
//!
//! Must not read a clock: what it shows is handed in.

use super::{Language, Texts, number::decimal};
use crate::sim::{
    plan::Start,
    time::{Span, TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
};

/// A moment of the scenario: `D+2 14:30`; D+0 is the date of the start.
pub fn scenario_time(start: Start, tick: Tick) -> String {
    format!("D+{} {}", start.day_and_quarter(tick).0, clock_time(start, tick))
}

/// The clock on the wall at a moment of the scenario: `14:45`.
pub fn clock_time(start: Start, tick: Tick) -> String {
    let quarter = (u32::from(start.quarter) + tick.0) % TICKS_PER_DAY;
    format!("{:02}:{:02}", quarter / TICKS_PER_HOUR, quarter % TICKS_PER_HOUR * 15)
}

/// Time played in hours and minutes: `02:13`.
pub fn play_time(seconds: u64) -> String {
    format!("{:02}:{:02}", seconds / 3_600, seconds / 60 % 60)
}

/// Time left in minutes and seconds: `07:40`.
pub fn countdown(seconds: u64) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Date {
    /// 0 for Monday.
    weekday: i64,
    day: i64,
    month: i64,
    year: i64,
}

/// Days since 1 January 1970 as a date: Howard Hinnant, "chrono-compatible low-level date algorithms" (2013),
/// `civil_from_days`. Years begin in March there, so that the leap day comes last.
fn date(epoch_day: i64) -> Date {
    let shifted = epoch_day + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    // 1 January 1970 was a Thursday, the fourth day of the week.
    Date { weekday: (epoch_day + 3).rem_euclid(7), day, month, year }
}

/// Date and time of a real moment for the name of a file, in universal time: `2026-10-14-1445`.
pub fn date_stamp(epoch_s: u64) -> String {
    let day = i64::try_from(epoch_s / 86_400).unwrap_or(i64::MAX);
    let (date, minutes) = (date(day), epoch_s % 86_400 / 60);
    format!("{}-{:02}-{:02}-{:02}{:02}", date.year, date.month, date.day, minutes / 60, minutes % 60)
}

fn date_at(start: Start, tick: Tick) -> Date {
    let days = (u32::from(start.quarter) + tick.0) / TICKS_PER_DAY;
    date(i64::from(start.epoch_day) + i64::from(days))
}

impl Texts {
    /// Date and time of a moment: `wo 14 okt 14:45`.
    pub fn date_time(&self, language: Language, start: Start, tick: Tick) -> String {
        format!("{} {}", self.day(language, start, tick), clock_time(start, tick))
    }

    /// Scenario time with its day, for the bar on top: `D+12 14:45 (wo 14 okt)`.
    pub fn moment(&self, language: Language, start: Start, tick: Tick) -> String {
        let day = self.day(language, start, tick);
        self.say(language, "moment", &[("time", scenario_time(start, tick).into()), ("day", day.into())])
    }

    /// The day of a moment: `wo 14 okt`.
    pub fn day(&self, language: Language, start: Start, tick: Tick) -> String {
        let date = date_at(start, tick);
        let weekday = self.word(language, &format!("weekday-{}", date.weekday));
        let month = self.word(language, &format!("month-{}", date.month));
        format!("{weekday} {} {month}", date.day)
    }

    /// The day of a moment in full, for titles: `14 oktober 2026`.
    pub fn day_in_full(&self, language: Language, start: Start, tick: Tick) -> String {
        let date = date_at(start, tick);
        let month = self.word(language, &format!("month-name-{}", date.month));
        format!("{} {month} {}", date.day, date.year)
    }

    /// A length of time: `2 dagen 4 uur`, `45 minuten`.
    pub fn span(&self, language: Language, span: Span) -> String {
        let days = span.0 / TICKS_PER_DAY;
        let hours = span.0 % TICKS_PER_DAY / TICKS_PER_HOUR;
        let minutes = span.0 % TICKS_PER_HOUR * 15;
        let parts = [("span-days", days), ("span-hours", hours), ("span-minutes", minutes)];
        let words: Vec<String> = parts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| self.say(language, key, &[("count", count.into())]))
            .collect();
        if words.is_empty() {
            return self.say(language, "span-minutes", &[("count", 0_u32.into())]);
        }
        words.join(" ")
    }

    /// A length of time in hours with decimals, for tables: `2,5 uur`.
    pub fn hours(&self, language: Language, span: Span) -> String {
        let hundredths = i64::from(span.0) * 100 / i64::from(TICKS_PER_HOUR);
        let hours = decimal(language, hundredths, 100);
        // Only exactly one hour is singular.
        let key = if span == Span::hours(1) { "hours-one" } else { "hours-many" };
        self.say(language, key, &[("hours", hours.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_calendar() {
        let of = |epoch_day| {
            let date = date(epoch_day);
            (date.weekday, date.day, date.month, date.year)
        };
        assert_eq!(of(0), (3, 1, 1, 1970));
        assert_eq!(of(-1), (2, 31, 12, 1969));
        assert_eq!(of(11_016), (1, 29, 2, 2000));
        assert_eq!(of(20_740), (2, 14, 10, 2026));
        assert_eq!(of(47_540), (6, 28, 2, 2100));
        assert_eq!(of(47_541), (0, 1, 3, 2100));
    }

    #[test]
    fn clocks_count_quarters_from_the_start() {
        let start = Start { epoch_day: 20_740, quarter: 59 };
        assert_eq!(clock_time(start, Tick(0)), "14:45");
        assert_eq!(clock_time(start, Tick(37)), "00:00");
        assert_eq!(date_at(start, Tick(36)).day, 14);
        assert_eq!(date_at(start, Tick(37)).day, 15);
        assert_eq!(scenario_time(Start { epoch_day: 0, quarter: 24 }, Tick(2 * 96 + 34)), "D+2 14:30");
        assert_eq!(play_time(8_000), "02:13");
        assert_eq!(countdown(460), "07:40");
    }
}
