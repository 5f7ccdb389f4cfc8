//! What the regions are coloured by: groups and codes for the list, classes with round limits, words for legend and pointer.
//!
//! What a role may colour by is what its screens tell it: `Sight::may_colour`. Must not know colours (`style`) or measure
//! (`sim::lenses`).

use super::{
    shell::Item,
    style::{CLASSES, Ramp},
    viewer::{Report, Sight},
};
use crate::{
    sim::{
        country::{Country, SeatTable},
        economy::EconomyFigure,
        electric_figures::ElectricFigure,
        figures::{CareFigure, SocialFigure},
        ids::RegionId,
        lenses::RegionLens,
        losses::Loss,
        metric::{Metric, Unit},
        num::Level,
        query,
        time::Span,
    },
    text::{level_key, number, permille_as_percent},
};

/// Limits between the classes, from the ordinary day on: going up where more is worse, down where more is better.
type Limits = [i64; CLASSES - 1];

/// Tens: each class is ten times the one before it. For what has no norm and reaches from a few people to a whole region:
/// an hour without water for everybody is 42 person-days per 1 000 inhabitants, a day without electricity 500.
const TENS: Limits = [1, 10, 100, 1000];
/// A tenth, a quarter, half and three quarters, in thousandths: for shares of people without a norm.
const PARTS: Limits = [100, 250, 500, 750];
/// The same, downwards.
const PARTS_DOWN: Limits = [750, 500, 250, 100];
/// Occupied beds in thousandths of staffed ones. From 85 % on a hospital cannot always place a patient at once (Bagust,
/// Place and Posnett, BMJ 1999; 319: 155–158), above 100 % people lie in corridors.
const BEDS: Limits = [850, 950, 1000, 1150];
/// Staff in thousandths of the ordinary. A twentieth is ill on an ordinary day (CBS, 2024: 5 %); below four fifths rosters
/// break (estimate).
const STAFF: Limits = [950, 900, 800, 600];
/// Daily life in thousandths, from an ordinary day down: a twentieth, a tenth, a quarter and half of it gone (estimate).
const LIFE: Limits = [950, 900, 750, 500];
/// Small shares in thousandths, for what is rare.
const FEW: Limits = [10, 50, 100, 250];
/// Hours of normal use in store: a week, three days (what households are asked to have), two days, a day.
const STORE_HOURS: Limits = [168, 72, 48, 24];
/// Megawatts of a region.
const MEGAWATTS: Limits = [100, 250, 500, 1000];
/// Euros an inhabitant a day; about 160 are added on an ordinary day (CBS, gross domestic product 2023).
const EUROS_A_DAY: Limits = [1, 5, 20, 50];
/// Things that are counted one by one.
const FEW_THINGS: Limits = [1, 2, 5, 10];

/// What a figure is set against, so that a small region and a large one can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Per {
    /// Nothing: a share in thousandths.
    Share,
    /// Nothing: hours, shown as days.
    Hours,
    /// Nothing: as many as there are.
    Count,
    /// Nothing: megawatts.
    Megawatts,
    /// A thousand inhabitants.
    Thousand,
    /// A hundred thousand inhabitants.
    HundredThousand,
    /// An inhabitant: thousands of euros become euros.
    Inhabitant,
}

/// How a lens is divided into classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    /// Levels of service, as everywhere in the program.
    Levels,
    /// Steps of scaling up.
    Grip,
    /// Limits of a figure.
    Limits(Per, Limits),
}

fn scale(lens: RegionLens) -> Scale {
    use {CareFigure as C, EconomyFigure as E, ElectricFigure as P, Per as Q, SocialFigure as S};
    let (per, limits) = match lens {
        RegionLens::WorstLevel | RegionLens::Level(_) => return Scale::Levels,
        RegionLens::Grip => return Scale::Grip,
        RegionLens::Stock(_) => (Q::Hours, STORE_HOURS),
        RegionLens::Care(C::WardLoad | C::IntensiveLoad) => (Q::Share, BEDS),
        RegionLens::Care(C::HospitalStaff) | RegionLens::Staff(_) => (Q::Share, STAFF),
        RegionLens::Care(
            C::Untreated | C::AwaitingBed | C::Deaths | C::DeferredCare | C::MilitaryPatients,
        )
        | RegionLens::Lost(Loss::Injured | Loss::InjuredWeighted | Loss::InjuredMilitary) => {
            (Q::HundredThousand, TENS)
        }
        RegionLens::DailyLife => (Q::Share, LIFE),
        RegionLens::Society(S::Prepared | S::Warned | S::Trust | S::ReceptionSupport) => {
            (Q::Share, PARTS_DOWN)
        }
        RegionLens::Society(
            S::Misinformed | S::Polarised | S::Unrest | S::Hoarding | S::Discomfort | S::EquityGap,
        )
        | RegionLens::Economy(E::FirmsClosed) => (Q::Share, PARTS),
        RegionLens::Society(S::Disturbances) | RegionLens::Economy(E::SitesFree) => (Q::Count, FEW_THINGS),
        RegionLens::Society(S::Unhelped | S::UnhelpedVulnerable | S::WithoutPlace)
        | RegionLens::UnmetNeed
        | RegionLens::Lost(
            Loss::InNeed | Loss::Disrupted | Loss::DigitalDays | Loss::UnrestDays | Loss::RightsDays,
        )
        | RegionLens::Electricity(P::Unserved | P::CustomerHours) => (Q::Thousand, TENS),
        RegionLens::Lost(Loss::Value) => (Q::Inhabitant, TENS),
        RegionLens::Lost(Loss::Unserved | Loss::UnservedVulnerable | Loss::SupportShort | Loss::Late) => {
            (Q::Share, FEW)
        }
        RegionLens::Electricity(P::Congested) => (Q::Megawatts, TENS),
        RegionLens::Electricity(P::Asked | P::Served | P::Import | P::Reserve) => (Q::Megawatts, MEGAWATTS),
        RegionLens::Economy(E::OutputLoss) => (Q::Inhabitant, EUROS_A_DAY),
        // Of the country alone: not on the list, and a table stays whole.
        RegionLens::Economy(_) => (Q::Count, TENS),
    };
    Scale::Limits(per, limits)
}

/// Colours of a lens: what is neither good nor bad does not look like trouble.
pub(super) fn ramp(lens: RegionLens) -> Ramp {
    if is_amount(lens) { Ramp::Amount } else { Ramp::Trouble }
}

fn is_amount(lens: RegionLens) -> bool {
    matches!(
        lens,
        RegionLens::Electricity(ElectricFigure::Asked | ElectricFigure::Served)
            | RegionLens::Care(CareFigure::MilitaryPatients)
            | RegionLens::Lost(Loss::InjuredMilitary)
            | RegionLens::Economy(EconomyFigure::SitesFree)
    )
}

/// True when the classes go down from the ordinary day.
fn falls(lens: RegionLens) -> bool {
    !is_amount(lens) && lens.more_is_better()
}

/// Class of a figure: 0 as on an ordinary day, 4 the worst, or the most of what is neither good nor bad.
fn class_of(falls: bool, limits: Limits, figure: i64) -> usize {
    limits.iter().filter(|limit| if falls { figure < **limit } else { figure >= **limit }).count()
}

fn set_against(per: Per, value: i64, inhabitants: i64) -> i64 {
    let people = inhabitants.max(1);
    match per {
        Per::Share | Per::Hours | Per::Count | Per::Megawatts => value,
        Per::Thousand | Per::Inhabitant => value.saturating_mul(1000) / people,
        Per::HundredThousand => value.saturating_mul(100_000) / people,
    }
}

/// Stable code of a lens: `worst`, `need`, `grip`, the code of a process, `stock-` or `staff-` with a code, or what its
/// metric is called in the registry.
pub(super) fn lens_code(country: &Country, lens: RegionLens) -> String {
    match lens {
        RegionLens::WorstLevel => "worst".to_owned(),
        RegionLens::UnmetNeed => "need".to_owned(),
        RegionLens::Level(process) => {
            country.processes.get(process).map_or_else(String::new, |row| row.code.clone())
        }
        RegionLens::Stock(good) => {
            country.goods.get(good).map_or_else(String::new, |row| format!("stock-{}", row.code))
        }
        RegionLens::Staff(sector) => {
            let row = country.workforce.as_ref().and_then(|workforce| workforce.sectors.get(sector));
            row.map_or_else(String::new, |row| format!("staff-{}", row.code))
        }
        other => {
            let metric = other.metric(RegionId(0));
            metric.map_or_else(String::new, |metric| metric.info().key.to_owned())
        }
    }
}

/// The table whose own screens show a figure, if any do.
fn own_screen(lens: RegionLens) -> Option<SeatTable> {
    match lens {
        RegionLens::Care(_) => Some(SeatTable::Zorg),
        RegionLens::Electricity(ElectricFigure::Congested) => None,
        RegionLens::Electricity(_) => Some(SeatTable::Energie),
        RegionLens::Society(
            SocialFigure::Trust | SocialFigure::Unrest | SocialFigure::Hoarding | SocialFigure::Disturbances,
        ) => Some(SeatTable::Regio),
        _ => None,
    }
}

/// Key of the heading that a lens stands under; none for the first, which sums up the services.
fn group_key(lens: RegionLens) -> Option<&'static str> {
    Some(match lens {
        RegionLens::WorstLevel => return None,
        RegionLens::Level(_) => "map-group-services",
        RegionLens::Stock(_) => "map-group-stocks",
        RegionLens::Care(_) => "map-group-care",
        RegionLens::DailyLife | RegionLens::Society(_) => "map-group-people",
        RegionLens::UnmetNeed | RegionLens::Lost(_) => "map-group-effects",
        RegionLens::Electricity(_) => "map-group-power",
        RegionLens::Staff(_) => "map-group-staff",
        RegionLens::Economy(_) => "map-group-economy",
        RegionLens::Grip => "map-group-command",
    })
}

impl Sight<'_> {
    /// The lens, or the first that the viewer may use.
    pub(super) fn lens(&self, lens: RegionLens) -> RegionLens {
        if self.may_colour(lens) { lens } else { RegionLens::WorstLevel }
    }

    /// What a role may colour by: levels as they were reported to it, what is announced, and what the screens of its own
    /// sector show. The rest would tell what nobody reported.
    fn may_colour(&self, lens: RegionLens) -> bool {
        let own = own_screen(lens);
        match lens {
            RegionLens::WorstLevel | RegionLens::Level(_) | RegionLens::Grip => true,
            _ => self.is_lead() || own.is_some() && self.table() == own,
        }
    }

    /// A line of the list of lenses.
    pub(super) fn lens_item(&self, lens: RegionLens) -> Item {
        Item {
            code: lens_code(self.country(), lens),
            name: self.tell().region_lens(lens),
            hint: self.word(why_key(lens)),
            group: group_key(lens).map_or_else(String::new, |key| self.word(key)),
        }
    }

    /// Class of a region under a lens, 0 as on an ordinary day to 4 worst, and the age of what it rests on; no class where
    /// the viewer has no report.
    pub(super) fn class(&self, lens: RegionLens, region: RegionId) -> (Option<usize>, Report) {
        match (lens, scale(lens)) {
            (RegionLens::WorstLevel, _) => (Some(trouble(self.worst(region).0)), self.region_report(region)),
            (RegionLens::Level(process), _) if self.country().processes.get(process).is_some() => {
                (Some(trouble(self.level(process, region))), self.report(process, region))
            }
            // Scaling up is announced; two of the five steps share a colour.
            (_, Scale::Grip) => {
                let level = crate::sim::grip::level(self.country(), self.state(), region);
                (Some(usize::from(level.min(4))), Report::Now)
            }
            (_, Scale::Levels) => (Some(0), Report::Now),
            (_, Scale::Limits(_, limits)) => {
                let figure = self.lens_figure(lens, region);
                (figure.map(|(_, against)| class_of(falls(lens), limits, against)), Report::Now)
            }
        }
    }

    /// The figure of a region and what it comes to set against its inhabitants; none where it is not kept, and for a
    /// player whose screens are dark there.
    fn lens_figure(&self, lens: RegionLens, region: RegionId) -> Option<(i64, i64)> {
        if !self.is_lead() && !self.telemetry_up(region) {
            return None;
        }
        let Scale::Limits(per, _) = scale(lens) else { return None };
        let value = lens.value(self.country(), self.state(), region)?;
        let people = i64::from(self.country().regions.get(region)?.population);
        Some((value, set_against(per, value, people)))
    }

    /// Name and value under the pointer. Players read words of what people feel, never a figure.
    pub(super) fn lens_fact(&self, lens: RegionLens, region: RegionId) -> (String, String) {
        let tell = self.tell();
        match lens {
            RegionLens::Level(process) if self.country().processes.get(process).is_some() => {
                (tell.process(process), self.level_words(self.level(process, region)))
            }
            RegionLens::WorstLevel | RegionLens::Level(_) => {
                let (level, process) = self.worst(region);
                let name = match process.filter(|_| level < Level::ONE) {
                    Some(process) => tell.process(process),
                    None => tell.region_lens(RegionLens::WorstLevel),
                };
                (name, self.level_words(level))
            }
            RegionLens::Grip => {
                let metric = Metric::Grip(Some(region));
                let step = crate::sim::metric::value(self.country(), self.state(), metric);
                (tell.region_lens(lens), tell.metric_value(metric, step))
            }
            other => {
                let words = match self.lens_figure(other, region) {
                    None => self.word("legend-no-report"),
                    Some(_) if self.in_words(other) => {
                        let class = self.class(other, region).0.unwrap_or(0);
                        self.felt_words(other, class)
                    }
                    Some((value, _)) => self.figure_words(other, region, value),
                };
                (tell.region_lens(other), words)
            }
        }
    }

    fn figure_words(&self, lens: RegionLens, region: RegionId, value: i64) -> String {
        match lens.metric(region) {
            Some(metric) => self.tell().metric_value(metric, value),
            None => self.texts.hours(self.language, Span::hours(u32::try_from(value).unwrap_or(0))),
        }
    }

    /// True when a viewer reads words of a figure and no numbers.
    fn in_words(&self, lens: RegionLens) -> bool {
        !self.is_lead() && matches!(lens, RegionLens::Society(_))
    }

    fn felt_words(&self, lens: RegionLens, class: usize) -> String {
        let high = ["map-high-0", "map-high-1", "map-high-2", "map-high-3", "map-high-4"];
        let low = ["map-low-0", "map-low-1", "map-low-2", "map-low-3", "map-low-4"];
        self.word(if falls(lens) { low } else { high }[class.min(CLASSES - 1)])
    }

    /// Name of a lens, and what it is counted in and which way is worse.
    pub(super) fn lens_title(&self, lens: RegionLens) -> (String, String) {
        let Scale::Limits(per, _) = scale(lens) else {
            return (self.tell().region_lens(lens), String::new());
        };
        let direction = if is_amount(lens) {
            "legend-more-is-more"
        } else if falls(lens) {
            "legend-less-is-worse"
        } else {
            "legend-more-is-worse"
        };
        let unit = match (per, lens.metric(RegionId(0)).map(|metric| metric.info().unit)) {
            _ if self.in_words(lens) => None,
            (Per::Share | Per::Count, _) => None,
            (Per::Hours, _) => Some("legend-unit-store"),
            (Per::Megawatts, _) => Some("legend-unit-megawatts"),
            (Per::Thousand, Some(Unit::PersonDays)) => Some("legend-unit-days-thousand"),
            (Per::Thousand, Some(Unit::MegawattHours)) => Some("legend-unit-energy-thousand"),
            (Per::Thousand, _) => Some("legend-unit-thousand"),
            (Per::HundredThousand, _) => Some("legend-unit-hundred-thousand"),
            (Per::Inhabitant, _) => Some("legend-unit-euros"),
        };
        let words = unit.into_iter().chain([direction]).map(|key| self.word(key)).collect::<Vec<_>>();
        (self.tell().region_lens(lens), words.join(" · "))
    }

    /// A class of the lens in words, with its limits.
    pub(super) fn class_words(&self, lens: RegionLens, class: usize) -> String {
        match scale(lens) {
            Scale::Grip => self.word(
                ["grip-class-0", "grip-class-1", "grip-class-2", "grip-class-3", "grip-class-4"]
                    [class.min(CLASSES - 1)],
            ),
            Scale::Levels => self.level_class_words(class),
            Scale::Limits(..) if self.in_words(lens) => self.felt_words(lens, class),
            Scale::Limits(per, limits) => {
                let near = class.checked_sub(1).and_then(|index| limits.get(index));
                let [near, far] = [near, limits.get(class)].map(|limit| limit.map(|it| self.limit(per, *it)));
                let (low, high) = if falls(lens) { (far, near) } else { (near, far) };
                match (low, high) {
                    (Some(from), Some(to)) => {
                        self.say("legend-from-to", &[("from", from.into()), ("to", to.into())])
                    }
                    (Some(from), None) => self.say("legend-at-least", &[("from", from.into())]),
                    (None, Some(to)) => self.say("legend-below", &[("to", to.into())]),
                    (None, None) => String::new(),
                }
            }
        }
    }

    fn limit(&self, per: Per, limit: i64) -> String {
        match per {
            Per::Share => permille_as_percent(self.language, limit),
            Per::Hours => number(self.language, limit / 24),
            _ => number(self.language, limit),
        }
    }

    fn level_class_words(&self, class: usize) -> String {
        let level = CLASSES - 1 - class.min(CLASSES - 1);
        let name = self.word(level_key(level as u8));
        match level.checked_sub(1).map(|index| query::CLASS_FROM_PERMILLE[index]) {
            Some(from) => {
                let share = permille_as_percent(self.language, from.into());
                self.say("legend-class-from", &[("name", name.into()), ("share", share.into())])
            }
            None => name,
        }
    }
}

/// Key of the reason for the limits of a lens.
fn why_key(lens: RegionLens) -> &'static str {
    match scale(lens) {
        Scale::Levels => "map-why-levels",
        Scale::Grip => "map-why-grip",
        Scale::Limits(_, limits) => match limits {
            BEDS => "map-why-beds",
            STAFF => "map-why-staff",
            LIFE => "map-why-life",
            STORE_HOURS => "map-why-store",
            TENS => "map-why-tens",
            EUROS_A_DAY => "map-why-euros",
            PARTS | PARTS_DOWN => "map-why-parts",
            _ => "map-why-round",
        },
    }
}

/// Class of a level on the map: 0 normal to 4 out.
fn trouble(level: Level) -> usize {
    usize::from(4 - query::level_class(level).min(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_go_up_or_down_from_the_ordinary_day() {
        assert_eq!([800, 850, 999, 1000, 2000].map(|load| class_of(false, BEDS, load)), [0, 1, 2, 3, 4]);
        assert_eq!(
            [200, 168, 100, 72, 30, 0].map(|hours| class_of(true, STORE_HOURS, hours)),
            [0, 0, 1, 1, 3, 4]
        );
    }

    #[test]
    fn a_figure_is_set_against_the_inhabitants() {
        assert_eq!(set_against(Per::HundredThousand, 8, 400_000), 2);
        assert_eq!(set_against(Per::Thousand, 1_000, 0), 1_000_000);
        // Thousands of euros in, euros out.
        assert_eq!(set_against(Per::Inhabitant, 4_000, 400_000), 10);
    }
}
