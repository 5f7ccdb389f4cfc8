//! How a sentence calls regions, seaports and days: with article and preposition, in both languages.
//!
//! From `assets/world/names.ron`. Must not know which of them a scenario uses.

use super::super::{
    fault::Faults,
    moment::epoch_day,
    read::Reader,
    scalar::Words,
    schema::fields::{NamesFile, PortNameRow, RegionNameRow},
};

/// The language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    Nl,
    En,
}

/// The text of a language.
pub(super) fn word(words: &Words, tongue: Tongue) -> &str {
    match tongue {
        Tongue::Nl => &words.nl,
        Tongue::En => &words.en,
    }
}

/// Names of regions, ports, months and weekdays.
#[derive(Debug)]
pub(super) struct Names {
    regions: Vec<RegionNameRow>,
    ports: Vec<PortNameRow>,
    months: Vec<Words>,
    weekdays: Vec<Words>,
}

impl Names {
    /// Reads the file; its faults are told when the country is read.
    pub(super) fn read(faults: &mut Faults<'_>) -> Self {
        let file: Option<NamesFile> = Reader::file(faults, 0);
        let Some(file) = file else {
            return Self { regions: Vec::new(), ports: Vec::new(), months: Vec::new(), weekdays: Vec::new() };
        };
        Self {
            regions: file.regions.0,
            ports: file.ports.0,
            months: file.months.0,
            weekdays: file.weekdays.0,
        }
    }

    /// A region.
    pub(super) fn region(&self, code: &str) -> Option<&RegionNameRow> {
        self.regions.iter().find(|row| row.region.text == code)
    }

    /// A seaport.
    pub(super) fn port(&self, code: &str) -> Option<&PortNameRow> {
        self.ports.iter().find(|row| row.place.text == code)
    }

    /// Codes of all regions.
    pub(super) fn region_codes(&self) -> Vec<&str> {
        self.regions.iter().map(|row| row.region.text.as_str()).collect()
    }

    /// Codes of all seaports.
    pub(super) fn port_codes(&self) -> Vec<&str> {
        self.ports.iter().map(|row| row.place.text.as_str()).collect()
    }

    /// A date such as `2027-03-08` in words: day, month and year; the name of the day of the week alone when asked for.
    pub(super) fn date(&self, date: &str, tongue: Tongue, weekday: bool) -> Option<String> {
        let parts: Vec<i32> = date.split('-').map_while(|part| part.parse().ok()).collect();
        let [year, month, day] = parts.as_slice() else { return None };
        if weekday {
            let number = (epoch_day(*year, *month, *day) + 3).rem_euclid(7) as usize;
            return self.weekdays.get(number).map(|words| word(words, tongue).to_owned());
        }
        let month = self.months.get((*month - 1) as usize)?;
        Some(format!("{day} {} {year}", word(month, tongue)))
    }
}
