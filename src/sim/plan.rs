//! The plan: what a scenario adds to the country. Texts, injects, objectives, movements, ways through the network.
//!
//! Immutable once built; injects that are moved, skipped or invented during play live in the state. Built by
//! `scenario::build`.

use super::{
    condition::Condition,
    country::{Class, Country, Mode, PerKind, PieceKind, RiskTheme, Tier},
    effect::Effect,
    evaluation::Evaluation,
    ids::{InjectId, MeasureId, MovementId, NodeId, ObjectiveId, RoleId, Table, VectorId},
    limits::{BerthKind, Fit},
    power_plan::{PowerPlan, Weather},
    query,
    rounds::Round,
    routes::Routes,
    script::{Cast, Staging, Wait},
    services::Services,
    time::{Span, TICKS_PER_HOUR, Tick},
};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// Everything static that a scenario adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Stable code of the scenario.
    pub code: String,
    /// Title.
    pub title: Text,
    /// What it is about, for the start screen.
    pub summary: Text,
    /// Date and time of tick 0.
    pub start: Start,
    /// Number of ticks played.
    pub length: Span,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Phase of escalation at the start, 0 to 8.
    pub phase: u8,
    /// An opponent that chooses for itself; none where only the lead does.
    pub opponent: Option<Opponent>,
    /// Marking on every page and screen.
    pub marking: Marking,
    /// What the exercise must show.
    pub objectives: Table<ObjectiveId, Objective>,
    /// Military units in transit.
    pub movements: Table<MovementId, Movement>,
    /// Trains that run as ordered, outside the movements' own planning.
    pub trains: Vec<SpecialTrain>,
    /// Storylines, persons and groups of the script.
    pub cast: Cast,
    /// Planned injects, shelf included.
    pub injects: Table<InjectId, Inject>,
    /// Theme of the risk analysis of each inject, in the same order; empty where none has one.
    #[serde(default)]
    pub themes: Vec<Option<RiskTheme>>,
    /// Rounds in which it is played; empty for a clock that runs on.
    #[serde(default)]
    pub rounds: Vec<Round>,
    /// Roles at the tables; the others are played by staff. Empty for all.
    #[serde(default)]
    pub seats: Vec<RoleId>,
    /// What observers are asked, and by what objectives are judged.
    #[serde(default)]
    pub evaluation: Evaluation,
    /// Roles see what a message puts before them; otherwise only the staff and automatic players do.
    #[serde(default)]
    pub show_options: bool,
    /// A lesson: one person plays every role at the tables, and no program does it instead.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub solo: bool,
    /// What the lead filled in before the day, field and value: everything else here holds it already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filled: Vec<(String, String)>,
    /// Damage and impairments that exist at the start.
    pub at_start: Vec<Effect>,
    /// Measures that are in force from the start.
    pub in_force: Vec<MeasureId>,
    /// Smooth noise on the civil demand: thousandths of the mean, hour-major, one row of demands per hour of the exercise.
    pub demand_noise_permille: Vec<u16>,
    /// Wind and sun.
    pub weather: Weather,
    /// The ordinary course of electricity. Not written: worked out by [`Plan::derive`].
    #[serde(skip)]
    pub power: PowerPlan,
    /// What every civil demand builds up in a tick by rhythm and noise, see `systems::demand`, in the same order. Not written:
    /// worked out by [`Plan::derive`].
    #[serde(skip)]
    pub demand_growth: Vec<u32>,
    /// Ways through the network for every origin and destination the plan and the country name.
    pub routes: Routes,
    /// What every departure of a civil demand needs to know. Not written: worked out by [`Plan::derive`].
    #[serde(skip)]
    pub services: Services,
}

/// An opponent that chooses for itself, see `systems::adversary`. Rates and shares in units of 2^-32.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opponent {
    /// From proposing an act to carrying it out: what the lead has to look at it.
    pub notice: Span,
    /// What it uses; empty for what belongs to the phase.
    pub vectors: Vec<VectorId>,
    /// Chance of an act in a tick, by phase.
    pub rates: Vec<u32>,
    /// Part of the excitement that is left after a tick.
    pub kept: u32,
    /// Excitement that an act of ordinary size brings.
    pub kick: u32,
}

/// Date and time of tick 0. The time is local and daylight saving is not modelled: an exercise does not span the change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// Days since 1 January 1970.
    pub epoch_day: i32,
    /// Quarters of an hour after midnight.
    pub quarter: u8,
}

impl Start {
    /// Days and clock time of a moment: day 0 is the date of tick 0.
    pub fn day_and_quarter(self, tick: Tick) -> (u32, u32) {
        let quarters = u32::from(self.quarter) + tick.0;
        (quarters / super::time::TICKS_PER_DAY, quarters % super::time::TICKS_PER_DAY)
    }

    /// True for the first quarter of a calendar day.
    pub fn is_midnight(self, tick: Tick) -> bool {
        self.day_and_quarter(tick).1 == 0
    }

    /// Hour of the week of a moment, 0 for Monday 00:00.
    pub fn hour_of_week(self, tick: Tick) -> u32 {
        let quarters = u32::from(self.quarter) + tick.0;
        let day = self.epoch_day.rem_euclid(7).unsigned_abs() + quarters / super::time::TICKS_PER_DAY;
        // 1 January 1970 was a Thursday, the fourth day of the week.
        (day + 3) % 7 * 24 + quarters % super::time::TICKS_PER_DAY / super::time::TICKS_PER_HOUR
    }
}

/// Marking of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Marking {
    /// May be shown to anybody.
    Public,
    /// For the organisations that take part.
    Internal,
    /// Departementaal vertrouwelijk.
    Restricted,
}

/// What the exercise must show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Code.
    pub code: String,
    /// Text.
    pub text: Text,
    /// When it is met at the end of the exercise; none when only observers can tell.
    pub met: Option<Condition>,
}

/// A military unit in transit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Text,
    /// Nation, ISO 3166 code.
    pub nation: String,
    /// Soldiers.
    pub personnel: u32,
    /// Category.
    pub class: Class,
    /// What brings it.
    pub arrivals: Vec<Arrival>,
    /// First place across the border, for each kind of departure that may be used.
    pub destinations: Vec<Destination>,
    /// Terminals where its ships may berth instead, and places where it may gather: ways are known from and to them.
    pub choices: Choices,
    /// How it is carried out when nobody decides.
    pub order: MovementOrder,
    /// When all of it must be there.
    pub due: Tick,
    /// How soon the alliance asks for it; none outside its tiers.
    #[serde(default)]
    pub tier: Option<Tier>,
}

/// What movement control may choose for a movement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// Terminals with a berth for military ships.
    pub ports: Vec<NodeId>,
    /// Staging areas.
    pub staging: Vec<NodeId>,
}

/// How a movement is carried out: what movement control decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovementOrder {
    /// Shares of the pieces in thousandths, in the order of the destinations; they sum to 1000.
    pub shares_permille: Vec<u16>,
    /// Number of the only way to take among the alternatives, fastest first, by destination; none for any.
    pub corridors: Vec<Option<u8>>,
    /// Which pieces come off a ship and leave first; every kind once.
    pub kinds: [PieceKind; PieceKind::COUNT],
    /// Where each arrival goes, in plan order; what has berthed stays.
    pub ports: Vec<NodeId>,
    /// Where the pieces gather before they cross the border; none for straight on.
    pub staging: Option<NodeId>,
    /// No departures for now.
    pub on_hold: bool,
}

/// How something comes into the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Carrier {
    /// A ship: needs a berth, guards and handling.
    Ship,
    /// Aircraft: need handling at the airfield.
    Air,
    /// Trains from abroad, unloaded by their own means.
    Rail,
    /// Columns that drive in themselves.
    Road,
}

/// Part of a unit that arrives together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrival {
    /// What brings it.
    pub by: Carrier,
    /// Where it arrives: a terminal for ships and aircraft.
    pub port: NodeId,
    /// Kind of berth that it needs, when it is a ship.
    pub berth: BerthKind,
    /// When it arrives.
    pub arrives: Tick,
    /// Pieces on board.
    pub pieces: PerKind<u32>,
}

/// Where a kind of departure takes a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Destination {
    /// The kind of departure.
    pub fleet: super::ids::FleetId,
    /// First place across the border.
    pub to: NodeId,
}

/// A train that runs as ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecialTrain {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Text,
    /// Category.
    pub class: Class,
    /// Carries ammunition: needs a way without planned stops, becomes a hazard when it stands still.
    pub ammunition: bool,
    /// Origin.
    pub from: NodeId,
    /// Destination.
    pub to: NodeId,
    /// Ready to leave.
    pub ready: Tick,
    /// Pieces on board.
    pub pieces: u16,
}

impl SpecialTrain {
    /// What it asks of the network: an ordinary train (650 m, 22.5 t an axle), dangerous when it carries ammunition.
    pub fn fit(&self) -> Fit {
        Fit { dangerous: self.ammunition, ..Mode::Rail.into() }
    }
}

/// An inject of the MEL/MIL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inject {
    /// Short code such as I-01.
    pub code: String,
    /// Title, seen by the staff.
    pub title: Text,
    /// What the receivers read or hear.
    pub text: Text,
    /// Persona that sends it.
    pub sender: Text,
    /// Who receives it; empty for everybody.
    pub receivers: Vec<RoleId>,
    /// How it arrives.
    pub channel: Channel,
    /// When it is sent.
    pub trigger: Trigger,
    /// From sending until its effects begin.
    pub effect_after: Span,
    /// What it changes.
    pub effects: Vec<Effect>,
    /// Objectives it serves.
    pub objectives: Vec<ObjectiveId>,
    /// What the receivers should do.
    pub expected: Text,
    /// What observers look at.
    pub question: Text,
    /// What the staff should know.
    pub staff_note: Text,
    /// Ready to fire by hand, not part of the planned line.
    pub shelf: bool,
    /// How it stands to others, and what happens when nobody acts.
    pub staging: Staging,
}

/// How an inject arrives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Channel {
    /// Telephone.
    Call,
    /// Mail or letter.
    #[default]
    Mail,
    /// Situation report.
    Report,
    /// News medium.
    News,
    /// Social media.
    Social,
    /// NL-Alert.
    NlAlert,
}

/// When an inject is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trigger {
    /// At a moment.
    At(Tick),
    /// Some time after another inject was sent.
    After(InjectId, Span),
    /// So many minutes of playing time after another inject was sent.
    AfterTalk(InjectId, u16),
    /// When another inject was sent and the action expected of it was not seen in this time.
    Absent(InjectId, Wait),
    /// When a condition holds, not before the moment.
    When(Condition, Tick),
    /// By hand.
    #[default]
    Manual,
}

impl Plan {
    /// The last moment of the exercise.
    pub fn end(&self) -> Tick {
        Tick(self.length.0)
    }

    /// Works out what follows from the rest, after that was built, read or changed.
    pub fn derive(&mut self, country: &Country) {
        let demands = country.demands.len().max(1);
        let hours = (0..).map(|hour| self.start.hour_of_week(Tick(hour * TICKS_PER_HOUR)));
        let rows = hours.zip(self.demand_noise_permille.chunks(demands));
        let growth = |(of_week, noise)| {
            let each = country.demands.ids().zip(noise);
            each.map(move |(demand, noise): (_, &u16)| {
                query::growth_by_rhythm(country, demand, of_week, *noise)
            })
        };
        self.demand_growth = rows.flat_map(growth).collect();
        let hours = self.length.0.div_ceil(TICKS_PER_HOUR);
        self.power = PowerPlan::new(country, self.start, &self.weather, hours);
        self.routes.derive();
        self.services = Services::new(country, &self.routes);
    }

    /// What the demands build up in a tick of one hour by rhythm and noise; empty after the end of the plan.
    pub fn demand_growth(&self, hour: u32, demands: usize) -> &[u32] {
        let from = hour as usize * demands;
        self.demand_growth.get(from..from + demands).unwrap_or_default()
    }
}
