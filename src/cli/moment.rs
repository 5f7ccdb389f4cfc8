//! Moments as people type them, the inverse of how the program shows them.
//!
//! Must not know an exercise: whether the moment exists in it is up to the task.

use crate::sim::time::{LAST_TICK, TICKS_PER_DAY, TICKS_PER_HOUR, Tick};

/// `D+2 14:30`, `D+2` or `H+62`; minutes go by quarters.
pub(super) fn parse(typed: &str) -> Result<Tick, String> {
    let typed = typed.trim();
    let ticks = if let Some(hours) = typed.strip_prefix("H+") {
        number(hours)?.checked_mul(TICKS_PER_HOUR)
    } else if let Some(rest) = typed.strip_prefix("D+") {
        let (day, clock) = rest.split_once(' ').unwrap_or((rest, "00:00"));
        let quarter = quarter(clock.trim())?;
        number(day)?.checked_mul(TICKS_PER_DAY).and_then(|ticks| ticks.checked_add(quarter))
    } else {
        return Err("write \"D+2 14:30\" or \"H+62\"".to_owned());
    };
    let tick = ticks.map(Tick).filter(|tick| *tick <= LAST_TICK);
    tick.ok_or_else(|| "an exercise takes at most two years".to_owned())
}

fn number(text: &str) -> Result<u32, String> {
    let digits = !text.is_empty() && text.bytes().all(|each| each.is_ascii_digit());
    let value = if digits { text.parse().ok() } else { None };
    value.ok_or_else(|| format!("\"{text}\" is no whole number; write \"D+2 14:30\" or \"H+62\""))
}

fn quarter(clock: &str) -> Result<u32, String> {
    let (hour, minute) = clock.split_once(':').ok_or("a clock time is written 14:30")?;
    let (hour, minute) = (number(hour)?, number(minute)?);
    if hour > 23 || minute > 59 {
        return Err(format!("there is no {clock} on a clock"));
    }
    if !minute.is_multiple_of(15) {
        return Err(format!("minutes go by quarters: 00, 15, 30 or 45, not {minute}"));
    }
    Ok(hour * TICKS_PER_HOUR + minute / 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_be_typed() {
        for tick in [0, 1, 95, 96, 250, 70_079].map(Tick) {
            assert_eq!(parse(&tick.to_string()), Ok(tick));
        }
        assert_eq!(parse(" D+2 "), Ok(Tick(192)));
        assert_eq!(parse("H+62"), Ok(Tick(248)));
    }

    #[test]
    fn nonsense_is_refused_with_an_example() {
        for typed in ["", "D", "D+", "2", "D+x 14:30", "D+1 24:00", "D+1 12:07", "D+1 1230", "H+", "D+-1", "H+4294967295"] {
            assert!(parse(typed).is_err(), "{typed}");
        }
    }
}
