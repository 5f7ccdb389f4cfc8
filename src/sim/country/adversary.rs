//! The opponent: phases of escalation, ways in which pressure is put on a country, and the figures of how an opponent behaves.
//!
//! Category level only: which kind of thing is hit, never how or where it is weak. A phase grants nobody a power. Static data;
//! what the opponent does lives in `state::adversary`, its rules in `systems::adversary` and `systems::attribution`.

use super::{Country, Mode, RiskTheme};
use crate::sim::every::every;
use crate::sim::{
    effect::{Effect, Target},
    ids::{EdgeId, NodeId, RegionId, RoleId, Table, VectorId},
    num::Level,
    plan::{Channel, Text},
    time::Span,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Phases of escalation, 0 (peacetime competition) to 8 (de-escalation).
pub const PHASES: usize = 9;
/// Words of likelihood that an attribution is given in.
pub const WORDS: usize = 3;
/// Steps of the table of the exponential function for a utility of one.
pub const EXP_STEPS: u32 = 64;
/// Highest argument of that table.
pub const EXP_MOST: u32 = 8;

/// The opponent in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adversary {
    /// Phases, in order; [`PHASES`] of them.
    pub phases: Vec<EscalationPhase>,
    /// Ways to put pressure on.
    pub vectors: Table<VectorId, Vector>,
    /// Share of each category among the acts of an opponent that has learned nothing yet, in thousandths.
    pub mix_permille: [u32; Category::COUNT],
    /// Acts that one act of ordinary size brings about, in thousandths.
    pub excites_permille: u32,
    /// How sharply the opponent prefers what promises more, in thousandths: a utility of one counts e to this.
    pub sharpness_permille: u32,
    /// Weight of the latest observation in what the opponent expects of a vector, in thousandths.
    pub adaptation_permille: u32,
    /// Part of the effect of an act that counts at once; the rest as far as its damage lasts, in thousandths.
    pub blow_permille: u32,
    /// The opponent looks at the effect this long after an act.
    pub observed_after: Span,
    /// Strongest blow that knowledge of weak spots makes of an act, in thousandths of its size.
    pub hit_most_permille: u32,
    /// Military pieces at a place that double its attraction.
    pub flow_place: u32,
    /// Military pieces in the country at which transport counts most.
    pub flow_full: u32,
    /// By how much transport then counts more, in thousandths.
    pub flow_permille: u32,
    /// How deterrence grows and wears off.
    pub deterrence: Deterrence,
    /// How acts are attributed.
    pub attribution: Attribution,
    /// e to the power n / [`EXP_STEPS`], in units of 2^-16, for n from 0 to [`EXP_MOST`] * [`EXP_STEPS`].
    pub exp: Vec<u32>,
    /// Most acts in an exercise, those of the lead among them.
    pub acts_max: u16,
    /// What the players should do when an act reaches them.
    pub expected: Text,
    /// What observers look at.
    pub question: Text,
    /// What the staff should know.
    pub staff_note: Text,
}

/// A phase of escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationPhase {
    /// Name.
    pub name: Text,
    /// What it is like, in a sentence.
    pub pressure: Text,
    /// Acts a year in this country, in thousandths, before what acts bring about.
    pub acts_a_year_milli: u32,
    /// Ways an opponent uses.
    pub vectors: Vec<VectorId>,
}

/// A way to put pressure on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// Code such as rail-sabotage.
    pub code: String,
    /// What it is called.
    pub name: Text,
    /// What the receivers read or hear; `{place}` stands for the place.
    pub text: Text,
    /// Persona that reports it.
    pub sender: Text,
    /// Who hears of it.
    pub receivers: Vec<RoleId>,
    /// How.
    pub channel: Channel,
    /// What is hit.
    pub category: Category,
    /// By what means: decides who looks for who did it.
    pub family: Family,
    /// What kind of place it needs.
    pub at: Where,
    /// What it is worth to the opponent, in thousandths.
    pub value_permille: u32,
    /// How open the country is to it, in thousandths.
    pub vulnerability_permille: u32,
    /// How well it can be denied, in thousandths.
    pub deniability_permille: u32,
    /// How well it can be traced, in thousandths.
    pub traceability_permille: u32,
    /// How much it encourages further acts, in thousandths of an ordinary act.
    pub mark_permille: u32,
    /// Theme of the risk analysis that it belongs to.
    #[serde(default)]
    pub theme: Option<RiskTheme>,
    /// What it does. Places in it are stand-ins: [`Place::of`] puts in where the act takes place.
    pub effects: Vec<Effect>,
}

/// What is hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Category {
    /// Transport.
    Transport,
    /// Government and public opinion.
    Government,
    /// Energy, telecom, water.
    Infrastructure,
    /// Industry.
    Industry,
}

impl Category {
    /// Number of categories.
    pub const COUNT: usize = 4;
    /// Every category.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

/// By what means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Family {
    /// Hands, vessels, drones.
    Physical,
    /// Systems and signals.
    Digital,
    /// People: influence, recruitment, migration.
    Influence,
}

/// What kind of place a vector needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Where {
    /// None: it holds for the country.
    Country,
    /// A region.
    Region,
    /// A stretch of a mode.
    Stretch(Mode),
    /// A terminal at sea.
    Seaport,
}

/// Where an act takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// Everywhere.
    Country,
    /// A region.
    Region(RegionId),
    /// A stretch.
    Stretch(EdgeId),
    /// A terminal.
    Terminal(NodeId),
}

impl Place {
    /// The region it lies in; none for the country and for places abroad.
    pub fn region(self, country: &Country) -> Option<RegionId> {
        match self {
            Self::Country => None,
            Self::Region(region) => Some(region),
            Self::Stretch(edge) => country.edges.get(edge).and_then(|row| row.region),
            Self::Terminal(node) => country.nodes.get(node).and_then(|row| row.region),
        }
    }

    /// An effect of a vector, here.
    #[must_use]
    pub fn of(self, country: &Country, mut effect: Effect) -> Effect {
        let here = self.region(country);
        match &mut effect {
            Effect::Damage { target, .. } | Effect::Impair { target, .. } => match (target, self) {
                (Target::Process(_, region), _) => *region = here.unwrap_or(*region),
                (Target::Edge(edge), Self::Stretch(at)) => *edge = at,
                (Target::Terminal(node), Self::Terminal(at)) => *node = at,
                (Target::Edge(_) | Target::Terminal(_) | Target::Crossing(_) | Target::Grid(_), _) => {}
            },
            Effect::Casualties { region, .. } | Effect::Patients { region, .. } => {
                *region = here.unwrap_or(*region);
            }
            Effect::Warn { region, .. }
            | Effect::Mood { region, .. }
            | Effect::Newcomers { region, .. }
            | Effect::Holds { region, .. } => *region = here,
            Effect::ShiftShip { .. }
            | Effect::Stranded { .. }
            | Effect::Demand { .. }
            | Effect::LowWater { .. }
            | Effect::Units { .. } => {}
        }
        effect
    }
}

/// How deterrence grows and wears off: by the hour `D := D kept + (1 - D) attribution response cohesion gain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deterrence {
    /// Part that is left after an hour.
    pub kept: Level,
    /// Gain in an hour with everything at full strength.
    pub gain: Level,
    /// Response without any measure, in thousandths.
    pub response_permille: u32,
    /// Cohesion of the alliance without any measure, in thousandths.
    pub cohesion_permille: u32,
    /// By how much a full response to an act that nobody is shown to have done makes more acts come, in thousandths.
    pub provocation_permille: u32,
}

/// How acts are attributed: by the hour `e := e + (1 - e) effort traceability rate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// Evidence gathered in an hour at full effort on a fully traceable act.
    pub rate: Level,
    /// Effort on each family without any measure, in thousandths: there is not enough for all.
    pub effort_permille: u32,
    /// Most effort on one family that measures can bring together, in thousandths.
    pub effort_most_permille: u32,
    /// Evidence from which each word of likelihood is used.
    pub from: [Level; WORDS],
    /// The words, from weak to strong.
    pub words: [Text; WORDS],
    /// Title of the advice; `{word}` and `{act}` stand for the word and the name of the act.
    pub title: Text,
    /// Its text; `{word}`, `{act}` and `{place}` as above.
    pub text: Text,
    /// Who gives it.
    pub sender: Text,
    /// Who receives it.
    pub receivers: Vec<RoleId>,
}
