//! Numbers as people write them. Whole numbers in, text out: no floating point, so no surprise in the last digit.
//!
//! Must not know words; units that are words are in `texts` keys (see `metric`, `time`).

use super::Language;

/// A whole number with its thousands apart: `1.234`, `1,234`; below zero with a minus sign.
pub fn number(language: Language, count: i64) -> String {
    let separator = match language {
        Language::Nl => '.',
        Language::En => ',',
    };
    let digits = count.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if count < 0 {
        text.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Thousandths as a percentage with at most one decimal: `12,5 %`, `100 %`.
pub fn permille_as_percent(language: Language, permille: i64) -> String {
    format!("{} %", tenths(language, permille))
}

/// A distance in metres: `800 m`, `12,5 km`, `250 km`; a decimal only below a hundred kilometres.
pub fn km(language: Language, metres: u32) -> String {
    let metres = i64::from(metres);
    if metres < 1_000 {
        format!("{metres} m")
    } else if metres < 99_950 {
        format!("{} km", tenths(language, (metres + 50) / 100))
    } else {
        format!("{} km", number(language, (metres + 500) / 1_000))
    }
}

/// A weight in tenths of a tonne: `22,5 t`, `25 t`.
pub fn tonnes(language: Language, weight_dt: u16) -> String {
    format!("{} t", tenths(language, weight_dt.into()))
}

/// Tenths with a decimal sign; whole numbers without.
pub fn tenths(language: Language, tenths: i64) -> String {
    decimal(language, tenths, 10)
}

/// `units / per` with as many decimals as `per` has noughts, without noughts at the end.
pub(super) fn decimal(language: Language, units: i64, per: i64) -> String {
    let point = match language {
        Language::Nl => ',',
        Language::En => '.',
    };
    let whole = number(language, units / per);
    let rest = units % per;
    if rest == 0 {
        return whole;
    }
    let sign = if units < 0 && units / per == 0 { "\u{2212}" } else { "" };
    let width = per.ilog10() as usize;
    let decimals = format!("{:0width$}", rest.unsigned_abs());
    format!("{sign}{whole}{point}{}", decimals.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        let nl = |count| number(Language::Nl, count);
        assert_eq!([nl(0), nl(999), nl(1_234)], ["0", "999", "1.234"]);
        assert_eq!([nl(-1_234_567), nl(-12)], ["−1.234.567", "−12"]);
        assert_eq!(number(Language::En, 1_234), "1,234");
        assert_eq!(number(Language::En, i64::MIN), "−9,223,372,036,854,775,808");
        assert_eq!(permille_as_percent(Language::Nl, 125), "12,5 %");
        assert_eq!(permille_as_percent(Language::En, 125), "12.5 %");
        assert_eq!(permille_as_percent(Language::Nl, 1000), "100 %");
        assert_eq!(permille_as_percent(Language::Nl, -5), "−0,5 %");
        assert_eq!(decimal(Language::Nl, 205, 100), "2,05");
        assert_eq!(decimal(Language::Nl, 250, 100), "2,5");
    }

    #[test]
    fn distances_lose_their_decimal_when_they_are_long() {
        let nl = |metres| km(Language::Nl, metres);
        assert_eq!([nl(800), nl(1_000), nl(12_480)], ["800 m", "1 km", "12,5 km"]);
        assert_eq!([nl(99_949), nl(99_950), nl(1_234_000)], ["99,9 km", "100 km", "1.234 km"]);
    }
}
