//! Moments, days and lengths of time as people write them in a sheet.
//!
//! `D+2 14:30`, `H+3`, `M+45`, `dag 2`, dates in Dutch, English and ISO, clock times, and what Excel makes of them. Must not
//! fill in a day that is not there: `import` knows the rows around it.

use super::{grid::Cell, problem::Trouble};
use crate::{
    scenario::moment::{civil, epoch_day, typed},
    sim::plan::Start,
};

/// Minutes of a day.
pub(super) const DAY: u32 = 24 * 60;

/// When something is sent, as far as one cell says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A day after that of the start, and minutes after midnight.
    Full(i64, u32),
    /// Minutes after midnight.
    Clock(u32),
    /// A day after that of the start.
    Day(i64),
    /// Minutes after the start, as written.
    Elapsed(u32, String),
    /// After another inject: its code and minutes.
    After(String, u32),
    /// By hand.
    Manual,
    /// A trigger as a scenario has it.
    Raw(String),
}

/// Reads a cell of the column that says when; nothing for an empty one.
pub(super) fn read(cell: &Cell, start: Start) -> Result<Option<When>, Trouble> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Moment(day, minute) => Ok(Some(match (day, minute) {
            (Some(day), Some(minute)) => When::Full(i64::from(day - start.epoch_day), *minute),
            (Some(day), None) => When::Day(i64::from(day - start.epoch_day)),
            (None, minute) => When::Clock(minute.unwrap_or(0)),
        })),
        Cell::Span(minutes) if *minutes < DAY => Ok(Some(When::Clock(*minutes))),
        // A clock time in a cell without a format.
        Cell::Number(digits) => match digits.parse::<f64>() {
            Ok(part) if (0.0..1.0).contains(&part) => {
                Ok(Some(When::Clock((part * f64::from(DAY)).round() as u32 % DAY)))
            }
            _ => text(digits, start).map(Some),
        },
        Cell::Text(words) => text(words, start).map(Some),
        other => Err(Trouble::new("cli-mel-no-moment", &[("found", &other.words())])),
    }
}

const BY_HAND: &[&str] = &[
    "hand",
    "met de hand",
    "handmatig",
    "manual",
    "by hand",
    "op afroep",
    "afroep",
    "on call",
    "reserve",
    "n.t.b.",
    "ntb",
    "nader te bepalen",
    "tbd",
    "tbc",
    "-",
    "–",
    "vrij",
    "free",
    "contingency",
];

fn text(words: &str, start: Start) -> Result<When, Trouble> {
    let trouble = || Trouble::new("cli-mel-no-moment", &[("found", words)]);
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let small = line.to_lowercase();
    if BY_HAND.contains(&small.as_str()) {
        return Ok(When::Manual);
    }
    let raw = words.trim();
    if ["At(", "After(", "When(", "Any(", "OnAbsence", "Absent"].iter().any(|begin| raw.starts_with(begin))
        || raw == "Manual"
    {
        return Ok(When::Raw(raw.to_owned()));
    }
    // Written as a scenario has it: kept to the letter.
    if let Some(elapsed) = elapsed(&line) {
        return elapsed.map_err(|()| trouble());
    }
    if let Some((code, length)) = after(&line) {
        return Ok(When::After(code, length));
    }
    let (mut day, mut clock) = (None, None);
    let tokens: Vec<&str> = small.split([' ', ',', '\n']).filter(|token| !token.is_empty()).collect();
    let mut rest = tokens.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        if FILLERS.contains(first) || WEEKDAYS.contains(&first.trim_end_matches('.')) {
            continue;
        }
        if let Some((date, used)) = date(first, tail, start) {
            if day.replace(date.ok_or_else(trouble)?).is_some() {
                return Err(trouble());
            }
            rest = tail.get(used..).unwrap_or_default();
        } else if let Some(minute) = clock_time(first).or_else(|| clock_time(&first.replace(['u', 'h'], ":")))
        {
            if clock.replace(minute).is_some() {
                return Err(trouble());
            }
        } else {
            return Err(trouble());
        }
    }
    match (day, clock) {
        (Some(day), Some(minute)) => Ok(When::Full(day, minute)),
        (Some(day), None) => Ok(When::Day(day)),
        (None, Some(minute)) => Ok(When::Clock(minute)),
        (None, None) => Err(trouble()),
    }
}

const FILLERS: &[&str] = &[
    "uur", "u", "u.", "h", "hrs", "hours", "om", "at", "op", "on", "de", "the", "ca.", "±", "lt", "-", "–",
    "|",
];
const WEEKDAYS: &[&str] = &[
    "ma",
    "di",
    "wo",
    "do",
    "vr",
    "za",
    "zo",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["mrt", "maart", "mar", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

/// `H+3`, `M+45`, `T+2:30`; an error when it begins so and goes on badly.
fn elapsed(line: &str) -> Option<Result<When, ()>> {
    let mut letters = line.chars();
    let unit = letters.next()?.to_ascii_uppercase();
    let rest = letters.as_str().trim_start();
    if !matches!(unit, 'H' | 'U' | 'M' | 'T') || !rest.starts_with('+') {
        return None;
    }
    let rest = rest.trim_start_matches('+').trim();
    let minutes = match (unit, rest.split_once(':')) {
        ('M', None) => number(rest),
        ('M', Some(_)) => None,
        (_, None) => number(rest).and_then(|hours| hours.checked_mul(60)),
        (_, Some((hours, minutes))) => number(hours)
            .and_then(|hours| hours.checked_mul(60))
            .zip(number(minutes).filter(|minutes| *minutes < 60))
            .and_then(|(hours, minutes)| hours.checked_add(minutes)),
    };
    let when = |minutes: u32| {
        let hours = unit != 'M' && minutes.is_multiple_of(60);
        let plain = if hours { format!("H+{}", minutes / 60) } else { format!("M+{minutes}") };
        When::Elapsed(minutes, plain)
    };
    Some(minutes.map(when).ok_or(()))
}

/// `I-01 + 12h`, `na I-01 + 2 uur`, `30 min na I-01`.
fn after(line: &str) -> Option<(String, u32)> {
    let strip = |text: &str| {
        let text = text.trim();
        let small = text.to_lowercase();
        let found = ["na ", "after "].iter().find(|word| small.starts_with(**word));
        found.and_then(|word| text.get(word.len()..)).unwrap_or(text).trim().to_owned()
    };
    let code = |text: &str| {
        let fits = |each: char| each.is_alphanumeric() || matches!(each, '.' | '-' | '_');
        (!text.is_empty() && text.chars().all(fits)).then(|| text.to_owned())
    };
    if let Some((first, second)) = line.rsplit_once(" + ") {
        return code(&strip(first)).zip(minutes(second));
    }
    for word in [" na ", " after "] {
        if let Some((first, second)) = line.split_once(word) {
            return code(second.trim()).zip(minutes(first));
        }
    }
    let stripped = strip(line);
    (stripped != line).then(|| code(&stripped)).flatten().map(|code| (code, 0))
}

fn number(digits: &str) -> Option<u32> {
    let digits = digits.trim();
    (!digits.is_empty() && digits.len() <= 7 && digits.bytes().all(|each| each.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// `14:30`, `14.30`, `1430`, `9:05`, `14:30:00`.
fn clock_time(token: &str) -> Option<u32> {
    let token = token.trim_end_matches(':');
    let (hour, minute) = if let Some((hour, rest)) = token.split_once([':', '.']) {
        let (minute, seconds) = rest.split_once(':').unwrap_or((rest, "00"));
        number(seconds).filter(|_| seconds.len() == 2)?;
        (hour, Some(minute).filter(|minute| minute.len() == 2)?)
    } else if token.len() == 4 {
        token.split_at_checked(2)?
    } else {
        return None;
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// A day at the start of some words: how many days after that of the start, and how many more words it took. The inner nothing
/// for a day that does not exist.
fn date(first: &str, tail: &[&str], start: Start) -> Option<(Option<i64>, usize)> {
    if let Some(number) = first.strip_prefix("d+").and_then(number) {
        return Some((Some(i64::from(number)), 0));
    }
    if first.starts_with("d-") && first.len() > 2 {
        return number(&first[2..]).map(|number| (Some(-i64::from(number)), 0));
    }
    if matches!(first, "dag" | "day") {
        // The first day of an exercise is that of the start.
        return Some((tail.first().copied().and_then(number).map(|number| i64::from(number) - 1), 1));
    }
    if let Some(counted) = ["dag", "day"].iter().find_map(|word| first.strip_prefix(word)).and_then(number) {
        return Some((Some(i64::from(counted) - 1), 0));
    }
    if let Some((date, clock)) = first.split_once('t').filter(|(date, _)| date.matches('-').count() == 2) {
        // 2026-10-14T14:30:00 is taken apart by hand: the clock time stands behind the letter.
        return clock_time(clock).and_then(|_| self::date(date, &[], start)).map(|(day, _)| (day, 0));
    }
    let parts: Vec<&str> = first.trim_end_matches('.').split(['-', '/', '.']).collect();
    let day_of = |year: i32, month: u32, day: u32| {
        let days = epoch_day(year, month as i32, day as i32);
        ((1..=12).contains(&month) && civil(days) == (year, month as i32, day as i32))
            .then(|| i64::from(days - start.epoch_day))
    };
    let century = |year: u32| if year < 100 { 2000 + year as i32 } else { year as i32 };
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            let (year, month, day) = (number(year)?, number(month)?, number(day)?);
            Some((day_of(year as i32, month, day), 0))
        }
        [day, month, year] => {
            let (day, year) = (number(day)?, number(year)?);
            let month = number(month).or_else(|| month_named(month))?;
            Some((day_of(century(year), month, day), 0))
        }
        [day, month] if !first.contains('.') => {
            let (day, month) = (number(day)?, number(month).or_else(|| month_named(month))?);
            Some((nearest_year(month, day, start, day_of), 0))
        }
        [day] => {
            let day = number(day).filter(|day| (1..=31).contains(day))?;
            let month = month_named(tail.first()?.trim_end_matches('.'))?;
            let year = tail
                .get(1)
                .copied()
                .filter(|year| year.len() == 4)
                .and_then(number)
                .filter(|year| (2000..2200).contains(year));
            let found = match year {
                Some(year) => day_of(year as i32, month, day),
                None => nearest_year(month, day, start, day_of),
            };
            Some((found, 1 + usize::from(year.is_some())))
        }
        _ => None,
    }
}

/// A date without a year is that of the year that brings it nearest to the start.
fn nearest_year(
    month: u32,
    day: u32,
    start: Start,
    day_of: impl Fn(i32, u32, u32) -> Option<i64>,
) -> Option<i64> {
    let (year, ..) = civil(start.epoch_day);
    (year - 1..=year + 1).filter_map(|year| day_of(year, month, day)).min_by_key(|days| days.abs())
}

fn month_named(word: &str) -> Option<u32> {
    (1_u32..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(month, _)| month)
}

/// A length of time in minutes.
pub(super) fn length(cell: &Cell) -> Result<Option<u32>, Trouble> {
    let trouble = |found: &str| Trouble::new("cli-mel-no-length", &[("found", found)]);
    match cell {
        Cell::Empty => Ok(None),
        Cell::Span(minutes) | Cell::Moment(None, Some(minutes)) => Ok(Some(*minutes)),
        Cell::Number(digits) if digits == "0" => Ok(None),
        Cell::Text(text) if matches!(text.as_str(), "-" | "0") => Ok(None),
        Cell::Text(text) => minutes(text).map(Some).ok_or_else(|| trouble(text)),
        other => Err(trouble(&other.words())),
    }
}

/// `90m`, `1d 12h`, `2 uur`, `1,5 uur`, `02:30`.
fn minutes(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase().replace(" en ", " ").replace(" and ", " ");
    if let Some((hours, minutes)) = text.split_once(':') {
        return number(hours)?.checked_mul(60)?.checked_add(number(minutes).filter(|minutes| *minutes < 60)?);
    }
    let mut sum = 0_u32;
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest.find(|each: char| !(each.is_ascii_digit() || matches!(each, '.' | ',')))?;
        let (digits, tail) = rest.split_at(end);
        let tail = tail.trim_start();
        let end = tail.find(|each: char| !each.is_alphabetic()).unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(end);
        let per_unit = match unit {
            "m" | "min" | "mins" | "minuut" | "minuten" | "minute" | "minutes" => 1,
            "h" | "u" | "uur" | "uren" | "hr" | "hrs" | "hour" | "hours" => 60,
            "d" | "dag" | "dagen" | "day" | "days" | "etmaal" => DAY,
            _ => return None,
        };
        let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
        let tenth = number(part).filter(|_| part.len() == 1)?;
        let count = number(whole)?.checked_mul(per_unit)?.checked_add(tenth * per_unit / 10)?;
        sum = sum.checked_add(count)?;
        rest = tail.trim_start_matches([',', '.', ' ']);
    }
    (!text.is_empty()).then_some(sum)
}

/// A moment as a scenario has it, when it can be said so.
pub(super) fn moment(day: i64, minute: u32) -> Option<String> {
    let text = format!("D+{day} {:02}:{:02}", minute / 60, minute % 60);
    (day >= 0 && typed(&text).is_ok()).then_some(text)
}

/// Day and minute on the nearest quarter of an hour.
pub(super) fn on_quarter(day: i64, minute: u32) -> (i64, u32) {
    let rounded = (minute + 7) / 15 * 15;
    (day + i64::from(rounded / DAY), rounded % DAY)
}

/// Minutes as a length of a scenario, on quarters.
pub(super) fn length_text(minutes: u32) -> String {
    let minutes = (minutes + 7) / 15 * 15;
    let parts = [(minutes / DAY, 'd'), (minutes % DAY / 60, 'h'), (minutes % 60, 'm')];
    let shown: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}")).collect();
    if shown.is_empty() { "0m".to_owned() } else { shown.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Start = Start { epoch_day: 20_740, quarter: 24 };

    fn read_text(words: &str) -> Option<When> {
        read(&Cell::text(words), START).ok().flatten()
    }

    #[test]
    fn moments_are_read_as_people_write_them() {
        let half_past = Some(When::Full(2, 14 * 60 + 30));
        for words in [
            "D+2 14:30",
            "d+2 14.30 uur",
            "D+2, 14:30",
            "dag 3 14:30",
            "Dag 3, 14.30 uur",
            "day3 1430",
            "16-10-2026 14:30",
            "16/10/26 14:30",
            "16 oktober 2026 om 14.30 uur",
            "vr 16 okt 14:30",
            "16 okt. 14u30",
            "2026-10-16 14:30",
            "16-10 14:30",
            "Fri 16 October 14:30:00",
            "16.10.2026 14:30",
        ] {
            assert_eq!(read_text(words), half_past, "{words}");
        }
        assert_eq!(read_text("14:30"), Some(When::Clock(870)));
        assert_eq!(read_text("9.05u"), Some(When::Clock(545)));
        assert_eq!(read_text("D+2"), Some(When::Day(2)));
        assert_eq!(read_text("15 oktober"), Some(When::Day(1)));
        assert_eq!(read_text("H+3"), Some(When::Elapsed(180, "H+3".to_owned())));
        assert_eq!(read_text("M+45"), Some(When::Elapsed(45, "M+45".to_owned())));
        assert_eq!(read_text("T+2:30"), Some(When::Elapsed(150, "M+150".to_owned())));
        assert_eq!(read_text("I-07 + 14h"), Some(When::After("I-07".to_owned(), 840)));
        assert_eq!(read_text("na I-07 + 1,5 uur"), Some(When::After("I-07".to_owned(), 90)));
        assert_eq!(read_text("30 min na I-07"), Some(When::After("I-07".to_owned(), 30)));
        assert_eq!(read_text("na I-07"), Some(When::After("I-07".to_owned(), 0)));
        assert_eq!(read_text("met de hand"), Some(When::Manual));
        for bad in ["31-02-2026 10:00", "ergens 's ochtends", "25:00", "D+2 14:30 15:30", "H+", "14:61"] {
            assert_eq!(read_text(bad), None, "{bad}");
        }
        assert_eq!(read(&Cell::Number("0.604166666666667".to_owned()), START), Ok(Some(When::Clock(870))));
    }

    #[test]
    fn lengths_and_quarters() {
        assert_eq!(
            ["2 uur", "1d 12h", "90 min", "02:30", "1,5 uur"].map(minutes),
            [120, 2160, 90, 150, 90].map(Some)
        );
        assert_eq!(["", "veel", "3", "2 weken"].map(minutes), [None; 4]);
        assert_eq!([2160, 90, 7, 0].map(length_text), ["1d 12h", "1h 30m", "0m", "0m"]);
        assert_eq!((on_quarter(0, 545), on_quarter(0, 23 * 60 + 55)), ((0, 540), (1, 0)));
    }
}
