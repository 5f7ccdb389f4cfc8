//! Moments and lengths of time as people write them.
//!
//! `D+2 14:30` is a clock time on the second day after the day of the start (`D+0` is that day); `H+3` and `M+45` count
//! hours and minutes from the start. A length is written `90m`, `36h`, `2d` or `1d 12h`. Everything lies on quarters of an
//! hour, the smallest step of the simulation: other minutes are refused with the nearest quarters.

use super::{
    fault::Place,
    read::{Fallback, Read, Reader},
    reference::{Reference, Said},
    shape::{Shape, Value},
};
use crate::sim::{
    plan::Start,
    time::{LAST_TICK, Span, TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
};

/// A moment of the exercise as written.
#[derive(Clone, Debug)]
pub struct Moment {
    written: Written,
    /// Where it stands.
    pub place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// Day after the start's day, and quarter of that day.
    Clock(u32, u32),
    /// Ticks after the start.
    Elapsed(u32),
}

impl Moment {
    /// The tick it means, none when it lies before the start.
    pub fn tick(&self, start: Start) -> Option<Tick> {
        match self.written {
            Written::Clock(day, quarter) => {
                (day * TICKS_PER_DAY + quarter).checked_sub(u32::from(start.quarter)).map(Tick)
            }
            Written::Elapsed(ticks) => Some(Tick(ticks)),
        }
    }
}

/// A moment as typed by a user, outside any file; an error says why it is none.
pub fn typed(text: &str) -> Result<Moment, String> {
    moment(text).map(|written| Moment { written, place: Place::nowhere() })
}

impl Read for Moment {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let repair = "write \"D+2 14:30\", \"H+3\" or \"M+45\"";
        let Shape::Text(text) = reader.shape(value)? else {
            reader.expected(value, "a moment", repair);
            return None;
        };
        match moment(&text) {
            Ok(written) => Some(Self { written, place: reader.place(value) }),
            Err(why) => {
                reader.fault(value, format!("\"{}\" is no moment: {why}", short(&text)), repair);
                None
            }
        }
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new(
            "moment: D+2 14:30 (day after that of the start, clock time), H+3 or M+45 (hours or minutes after the start), in quarters of an hour",
            "\"D+2 14:30\"",
        )
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|each| !each.is_control()).take(30).collect()
}

fn moment(text: &str) -> Result<Written, String> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix("D+") {
        let (day, clock) = rest.split_once(' ').ok_or("the clock time is missing")?;
        let day = number(day)?;
        let quarter = quarter_of_day(clock.trim())?;
        return within(day.checked_mul(TICKS_PER_DAY).and_then(|ticks| ticks.checked_add(quarter)))
            .map(|_| Written::Clock(day, quarter));
    }
    if let Some(hours) = text.strip_prefix("H+") {
        return within(number(hours)?.checked_mul(TICKS_PER_HOUR)).map(Written::Elapsed);
    }
    if let Some(minutes) = text.strip_prefix("M+") {
        return quarters(number(minutes)?).map(Written::Elapsed);
    }
    Err("it begins with D+, H+ or M+".to_owned())
}

fn within(ticks: Option<u32>) -> Result<u32, String> {
    ticks.filter(|ticks| *ticks <= LAST_TICK.0).ok_or_else(|| "it is more than two years away".to_owned())
}

fn number(text: &str) -> Result<u32, String> {
    let digits = !text.is_empty() && text.bytes().all(|each| each.is_ascii_digit());
    digits
        .then(|| text.parse().ok())
        .flatten()
        .ok_or_else(|| format!("\"{}\" is no whole number", short(text)))
}

fn quarters(minutes: u32) -> Result<u32, String> {
    if minutes.is_multiple_of(15) {
        within(Some(minutes / 15))
    } else {
        Err(format!(
            "minutes go by quarters: {} or {}",
            minutes / 15 * 15,
            (minutes / 15 + 1).saturating_mul(15)
        ))
    }
}

/// Quarter of the day of a clock time such as 14:30.
fn quarter_of_day(clock: &str) -> Result<u32, String> {
    let (hour, minute) = clock.split_once(':').ok_or("a clock time is written 14:30")?;
    let (hour, minute) = (number(hour)?, number(minute)?);
    if hour > 23 || minute > 59 {
        return Err(format!("{} does not exist on a clock", short(clock)));
    }
    if !minute.is_multiple_of(15) {
        let down = minute / 15 * 15;
        let up = hour * 60 + down + 15;
        return Err(format!(
            "clock times go by quarters: {hour:02}:{down:02} or {:02}:{:02}",
            up / 60 % 24,
            up % 60
        ));
    }
    Ok(hour * TICKS_PER_HOUR + minute / 15)
}

/// A length of time.
#[derive(Clone, Debug)]
pub struct Length {
    /// The ticks it takes.
    pub span: Span,
    /// Where it stands.
    pub place: Place,
}

impl Read for Length {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let repair = "write \"45m\", \"36h\", \"2d\" or \"1d 12h\"";
        let Shape::Text(text) = reader.shape(value)? else {
            reader.expected(value, "a length of time", repair);
            return None;
        };
        match length(&text) {
            Ok(ticks) => Some(Self { span: Span(ticks), place: reader.place(value) }),
            Err(why) => {
                reader.fault(value, format!("\"{}\" is no length of time: {why}", short(&text)), repair);
                None
            }
        }
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new("length of time in m, h and d, in quarters of an hour", "\"1d 12h\"")
    }
}

fn length(text: &str) -> Result<u32, String> {
    let mut minutes = 0_u32;
    let mut parts = 0;
    for part in text.split_whitespace() {
        let unit = part.chars().last().unwrap_or(' ');
        let per_unit = match unit {
            'm' => 1,
            'h' => 60,
            'd' => 24 * 60,
            _ => return Err(format!("\"{}\" has no unit", short(part))),
        };
        let count = number(part.get(..part.len() - 1).unwrap_or_default())?;
        minutes = count
            .checked_mul(per_unit)
            .and_then(|more| minutes.checked_add(more))
            .ok_or("it is more than two years")?;
        parts += 1;
    }
    if parts == 0 { Err("it is empty".to_owned()) } else { quarters(minutes) }
}

/// A length of time as typed by a user, outside any file; an error says why it is none.
pub fn typed_length(text: &str) -> Result<Span, String> {
    length(text).map(Span)
}

/// How many days an exercise lasts.
#[derive(Clone, Copy, Debug)]
pub struct Days(pub Span);

impl Fallback for Days {
    /// The longest, so that no moment lies after it.
    fn fallback() -> Self {
        Self(Span(LAST_TICK.0))
    }
}

impl Read for Days {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let days = u16::read(value, reader)?;
        let most = LAST_TICK.0 / TICKS_PER_DAY;
        if !(1..=most).contains(&u32::from(days)) {
            reader.fault(value, format!("an exercise of {days} days"), format!("write 1 to {most}"));
            return None;
        }
        Some(Self(Span(u32::from(days) * TICKS_PER_DAY)))
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new(format!("whole number of days from 1 to {}", LAST_TICK.0 / TICKS_PER_DAY), "3")
    }
}

/// Date and time of the start: `2026-10-14 06:00`, local time.
#[derive(Clone, Copy, Debug)]
pub struct StartDate(pub Start);

impl Fallback for StartDate {
    /// Midnight, so that no moment lies before it.
    fn fallback() -> Self {
        Self(Start { epoch_day: 0, quarter: 0 })
    }
}

impl Read for StartDate {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let repair = "write \"2026-10-14 06:00\"";
        let Shape::Text(text) = reader.shape(value)? else {
            reader.expected(value, "date and time", repair);
            return None;
        };
        match start(&text) {
            Ok(start) => Some(Self(start)),
            Err(why) => {
                reader.fault(value, format!("\"{}\" is no date and time: {why}", short(&text)), repair);
                None
            }
        }
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new("local date and time, in quarters of an hour", "\"2026-10-14 06:00\"")
    }
}

fn start(text: &str) -> Result<Start, String> {
    let (date_text, clock) = text.trim().split_once(' ').ok_or("date or time is missing")?;
    let quarter = quarter_of_day(clock.trim());
    Ok(Start { epoch_day: date(date_text)?, quarter: quarter? as u8 })
}

/// A date such as `2026-10-14` as days since 1 January 1970; an error says why it is none.
pub(super) fn date(date: &str) -> Result<i32, String> {
    let parts: Vec<u32> = date.split('-').map(number).collect::<Result<_, _>>()?;
    let [year, month, day] = parts.as_slice() else { return Err("a date is written 2026-10-14".to_owned()) };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let february = if leap { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let in_month = (*month as usize).checked_sub(1).and_then(|index| lengths.get(index));
    if !(2000..=2200).contains(year) || in_month.is_none_or(|days| *day == 0 || day > days) {
        return Err("there is no such day between 2000 and 2200".to_owned());
    }
    Ok(epoch_day(*year as i32, *month as i32, *day as i32))
}

/// Days since 1 January 1970 in the Gregorian calendar, counting years from March so that a leap day comes last.
pub(super) fn epoch_day(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Year, month and day of a number of days since 1 January 1970.
#[cfg(any(feature = "paper", test))]
pub(super) fn civil(day: i32) -> (i32, i32, i32) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i32::from(month <= 2), month, of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_back_to_the_date_they_came_from() {
        for day in (-200_000..200_000).step_by(97) {
            let (year, month, of_month) = civil(day);
            assert_eq!(epoch_day(year, month, of_month), day);
        }
        assert_eq!(civil(20_740), (2026, 10, 14));
    }

    #[test]
    fn moments_and_lengths_mean_what_they_say() {
        assert_eq!(moment("D+2 14:30"), Ok(Written::Clock(2, 58)));
        assert_eq!(moment("H+3"), Ok(Written::Elapsed(12)));
        assert_eq!(moment("M+45"), Ok(Written::Elapsed(3)));
        assert_eq!(moment("D+1 06:40"), Err("clock times go by quarters: 06:30 or 06:45".to_owned()));
        assert!(moment("D+2").is_err() && moment("D+1 25:00").is_err() && moment("H+99999999").is_err());
        assert_eq!(length("1d 12h"), Ok(144));
        assert_eq!(length("90m"), Ok(6));
        assert!(
            length("").is_err()
                && length("3").is_err()
                && length("10m").is_err()
                && length("9999999999d").is_err()
        );
    }

    #[test]
    fn dates_count_from_1970() {
        assert_eq!(epoch_day(1970, 1, 1), 0);
        assert_eq!(epoch_day(2000, 3, 1), 11_017);
        assert_eq!(start("2026-10-14 06:00").map(|start| (start.epoch_day, start.quarter)), Ok((20_740, 24)));
        assert!(start("2026-02-29 06:00").is_err() && start("2028-02-29 06:00").is_ok());
        assert!(start("2026-13-01 06:00").is_err() && start("2026-10-14").is_err());
    }
}
