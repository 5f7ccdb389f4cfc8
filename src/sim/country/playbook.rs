//! What automatic players go by: which measure answers which sign, from which size on, and the two temperaments.
//!
//! Static data only, from `playbook.ron`. The rules of the simulation never read it: a person decides as he likes. Read by
//! `auto`, which sees a sign only as far as its role may know it. Empty by default: then no automatic player takes a measure.

use super::SeatTable;
use crate::sim::every::every;
use crate::sim::{
    effect::DamageKind,
    ids::{MeasureId, PoolId, ProcessId, RoleId},
    metric::Metric,
    time::Span,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// How an automatic player is inclined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Temperament {
    /// Early and broad; society first when in doubt.
    #[default]
    Careful,
    /// Late and narrow; transit first, accepts risk.
    Bold,
}

impl Temperament {
    /// Both.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// What people type.
    pub fn code(self) -> &'static str {
        match self {
            Self::Careful => "careful",
            Self::Bold => "bold",
        }
    }

    /// The temperament of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.code() == code)
    }
}

/// All that automatic players go by beside what they see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// The temperaments, in the order of [`Temperament::ALL`].
    pub tempers: [Temper; 2],
    /// Plays, in the order in which a practitioner goes through them.
    pub plays: Vec<Play>,
    /// Who asks others for which measures.
    pub asks: Vec<(RoleId, Play)>,
    /// Measures that no automatic player takes.
    pub left: Vec<MeasureId>,
    /// Which tables hear of which figures.
    pub knows: Vec<(Heard, Vec<SeatTable>)>,
}

impl Playbook {
    /// A temperament.
    pub fn temper(&self, temperament: Temperament) -> Temper {
        self.tempers.get(temperament as usize).copied().unwrap_or_default()
    }

    /// Does a table hear of such figures?
    pub fn hears(&self, table: SeatTable, heard: Heard) -> bool {
        self.knows.iter().any(|(row, tables)| *row == heard && tables.contains(&table))
    }
}

/// What a temperament comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Temper {
    /// Signs for society count from this part of their size on, in thousandths.
    pub civil_permille: u32,
    /// The same of signs for transit.
    pub transit_permille: u32,
    /// Of what it was taken at, a sign must have fallen to this part before a measure is ended, in thousandths.
    pub ends_permille: u32,
    /// Regions for which one measure is taken in an hour.
    pub regions: u16,
    /// Measures that a role takes or ends in an hour.
    pub at_once: u16,
    /// Most of a pool that is kept free for one class, in hundredths of its narrowest part.
    pub kept_percent: u32,
    /// Of the last six hours, those in which claims were refused before a class comes short.
    pub short_hours: u8,
    /// The same of life support and medical transport, which then go before everything.
    pub protected_hours: u8,
    /// Of the last six hours, those without room after which none is left.
    pub none_left_hours: u8,
    /// Room for military claims only once their movement is behind its date.
    pub waits_for_date: bool,
    /// Offers to pay with the first request.
    pub pays_at_once: bool,
    /// Of the size at which it would act itself, the part from which on it helps who asks, in thousandths.
    pub helps_permille: u32,
    /// Helps who asks although it sees nothing of what is the matter.
    pub on_word: bool,
    /// Of what a message puts before it, takes what the script names first: the most cautious; else what it names last.
    pub first_option: bool,
    /// People that count for a transport that cannot move.
    pub transport_people: u32,
    /// A message is answered after this.
    pub reply: Span,
}

impl Default for Temper {
    /// The careful one, for a country without a playbook.
    fn default() -> Self {
        Self {
            civil_permille: 1000,
            transit_permille: 1000,
            ends_permille: 500,
            regions: 1,
            at_once: 1,
            kept_percent: 20,
            short_hours: 4,
            protected_hours: 4,
            none_left_hours: 6,
            waits_for_date: true,
            pays_at_once: false,
            helps_permille: 500,
            on_word: true,
            first_option: true,
            transport_people: 2_000,
            reply: Span::hours(1),
        }
    }
}

/// For whom a measure is meant in the first place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Side {
    /// Society.
    #[default]
    Civil,
    /// Allied transit.
    Transit,
}

/// When a measure is taken, and ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Play {
    /// The measure.
    pub measure: MeasureId,
    /// For whom.
    pub side: Side,
    /// Signs with the size from which on they count.
    pub when: Vec<(Sign, u32)>,
    /// True when all signs are needed, false when one will do.
    pub all: bool,
    /// Most regions in which it is taken; none for no limit.
    pub most: Option<u16>,
    /// Not while one of these is ordered or in force.
    pub unless: Vec<MeasureId>,
    /// Of the size from which on they count, the part to which signs must have fallen before it is ended, in thousandths, where the
    /// temperament's would be below what is ordinary.
    pub ends_permille: Option<u32>,
    /// In force at least this long before it is ended.
    pub at_least: Span,
    /// Not ordered again there within this time.
    pub rests: Span,
}

/// Something that a role sees, of which more is worse. For a measure that is taken for one region it is looked at there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    /// What lacks of a process as its table was told, in thousandths: where the measure is for, over the country by inhabitants.
    Lacks(ProcessId),
    /// What lacks of a process where it lacks most, in thousandths.
    LacksMost(ProcessId),
    /// A figure; of one of which more is better what lacks of it, in thousandths.
    Figure(Metric),
    /// Open damages of a kind that its table has heard of.
    Damages(DamageKind),
    /// Inhabitants of regions from which no report came for over two hours, in thousandths of all.
    Silent,
    /// How far a movement is behind an even pace to its date, in thousandths of its pieces: the worst of all.
    Behind,
    /// Hours of the last six in which claims on a pool were refused.
    Short(PoolId),
    /// Allied units arrive within so many hours, or are here: the hours of warning that are left of a week.
    Arriving,
}

/// Families of figures that reach some tables only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Heard {
    /// Beds, patients and their staff.
    Care,
    /// What people believe, want and do.
    Society,
    /// Load, reserve and interconnectors.
    Electricity,
    /// Firms, counters, courts, food in transit.
    Economy,
    /// Who is at work in a sector.
    Staff,
    /// Who waits for registration.
    Newcomers,
    /// The assessment of the services of who is behind it.
    Attribution,
    /// The phase of escalation.
    Phase,
    /// Arrivals and progress of allied movements.
    Movements,
    /// Dependencies that were found.
    Insight,
}

impl Sign {
    /// The family that a role must hear of to see it; none for what reports and its own ledgers tell it.
    pub fn heard(self) -> Option<Heard> {
        match self {
            Self::Figure(metric) => heard(metric),
            Self::Behind | Self::Arriving => Some(Heard::Movements),
            Self::Lacks(_) | Self::LacksMost(_) | Self::Damages(_) | Self::Silent | Self::Short(_) => None,
        }
    }
}

/// The family of a figure; none for one that automatic players do not use.
pub fn heard(metric: Metric) -> Option<Heard> {
    Some(match metric {
        Metric::Care(..) | Metric::PatientsMoved | Metric::PatientsAbroad => Heard::Care,
        Metric::Society(..) | Metric::DailyLife(_) => Heard::Society,
        Metric::Electricity(..) => Heard::Electricity,
        Metric::Economy(..) | Metric::MarketDisturbed => Heard::Economy,
        Metric::Staff(..) => Heard::Staff,
        Metric::Unregistered | Metric::AsylumWaiting => Heard::Newcomers,
        Metric::Attribution => Heard::Attribution,
        Metric::Phase => Heard::Phase,
        Metric::Insight => Heard::Insight,
        Metric::Level(..)
        | Metric::WorstLevel(_)
        | Metric::UnmetNeed(_)
        | Metric::Delivered(_)
        | Metric::DeliveredPieces(_)
        | Metric::Ashore(_)
        | Metric::Waiting(_)
        | Metric::Moving(_)
        | Metric::TerminalQueue(_)
        | Metric::Refused(_)
        | Metric::CivilDelay
        | Metric::AmmunitionStalled
        | Metric::OpenDamages
        | Metric::Spent
        | Metric::Lost(..)
        | Metric::Criterion(_)
        | Metric::Impact(_)
        | Metric::Gauge(..)
        | Metric::Acts
        | Metric::Grip(_)
        | Metric::Readiness(_)
        | Metric::Theme(_)
        | Metric::Deterrence
        | Metric::OrdersUnderway => return None,
    })
}
