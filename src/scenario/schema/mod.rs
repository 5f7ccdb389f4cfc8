//! What the files may say: one struct per object, in the words of the files.
//!
//! Structs of files are never the simulation's own types, so that a file format can outlive a rule. Only shape lives here;
//! references are resolved and meaning is checked in `build` and `validate`. `world` is the country, `exercise` a scenario.

pub mod adversary;
pub mod conditions;
pub mod crisis;
pub mod economy;
pub mod electricity;
pub mod evaluation;
pub mod exercise;
pub mod fields;
pub mod guide;
pub mod mel;
pub mod messages;
pub mod playbook;
pub mod pressure;
pub mod readiness;
pub mod rounds;
pub mod score;
pub mod vehicles;
pub mod workforce;
pub mod world;

use super::{
    macros::words,
    read::Fallback,
    scalar::{Decimal, Figure, Kind},
};
use crate::sim::{
    country::{
        Alarm, Basis, Category, Class, Family, Fuel, GaugeKind, Heard, Interest, Lever, Mode, Mood, Need,
        Neighbour, NodeKind, PieceKind, Power, RiskTheme, SeatTable, Side, Temperament, Tier,
    },
    economy::EconomyFigure,
    effect::DamageKind,
    electric_figures::ElectricFigure,
    figures::{CareFigure, SocialFigure},
    ids::{
        CriterionId, DemandId, DenseId, EdgeId, FleetId, GaugeId, GoodId, GridId, InjectId, MeasureId,
        MovementId, NodeId, ObjectiveId, PersonId, PoolId, ProcessId, RegionId, RhythmId, RoleId, SectorId,
        SkillId, StorylineId, VectorId,
    },
    labour::StaffFigure,
    limits::{BerthKind, Gauge},
    losses::Loss,
    plan::{Carrier, Channel, Marking},
    readiness::ReadinessFigure,
};

words!(
    Mode,
    Class,
    Need,
    SeatTable,
    Basis,
    Power,
    PieceKind,
    Carrier,
    NodeKind,
    BerthKind,
    Gauge,
    DamageKind,
    Channel,
    Alarm,
    Mood,
    Lever,
    Category,
    Temperament,
    Side,
    Heard,
    Family,
    CareFigure,
    SocialFigure,
    EconomyFigure,
    StaffFigure,
    Interest,
    GaugeKind,
    Loss,
    ElectricFigure,
    Fuel,
    Neighbour,
    Marking,
    RiskTheme,
    Tier,
    ReadinessFigure,
);

/// A figure that is a whole number of things.
pub type Count = Figure<u16>;
/// A figure with decimals: a rate, a share, hours.
pub type Amount = Figure<Decimal>;

macro_rules! kinds {
    ($($type:ty = $name:literal),+ $(,)?) => {$(
        impl Kind for $type {
            const NAME: &'static str = $name;
        }
    )+};
}

kinds! {
    RegionId = "region",
    ProcessId = "process",
    SkillId = "trade",
    RoleId = "role",
    NodeId = "place",
    EdgeId = "stretch",
    PoolId = "pool",
    LawId = "law",
    FleetId = "fleet",
    RhythmId = "rhythm",
    DemandId = "transport",
    GoodId = "good",
    MeasureId = "measure",
    CriterionId = "criterion",
    GaugeId = "gauge",
    GridId = "grid element",
    VectorId = "vector",
    SectorId = "sector",
    InjectId = "inject",
    MovementId = "movement",
    ObjectiveId = "objective",
    StorylineId = "storyline",
    PersonId = "person",
    Train = "train",
    Charter = "charter",
    Scenario = "scenario",
    Setting = "starting value",
}

/// Place of a law in its file; the simulation has no laws, each pool carries its own copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LawId(pub u32);

impl DenseId for LawId {
    fn from_index(index: usize) -> Self {
        Self(index as u32)
    }
    fn from_number(number: u32) -> Self {
        Self(number)
    }
    fn index(self) -> usize {
        self.0 as usize
    }
}

/// Marks the codes of trains.
#[derive(Clone, Copy, Debug)]
pub struct Train;

/// Marks the codes of charters.
#[derive(Clone, Copy, Debug)]
pub struct Charter;

/// Marks the codes of starting values.
#[derive(Clone, Copy, Debug)]
pub struct Setting;

/// Marks the codes of scenarios.
#[derive(Clone, Copy, Debug)]
pub struct Scenario;

impl Fallback for Marking {
    fn fallback() -> Self {
        Self::Public
    }
}

impl Fallback for Channel {
    fn fallback() -> Self {
        Self::Mail
    }
}
