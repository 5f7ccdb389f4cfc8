//! The book of figures: what the screens tell about the country and the simulation does not need.
//!
//! Names in both languages, what roles may do, and every figure with its source. Values only; built by `build`, shown by
//! views. Must not influence the simulation.

use super::{
    fill::form::Form,
    guide::{Guide, RoleCard},
    scalar::{Confidence, Words},
};
use crate::sim::{
    country::{Basis, Lasting},
    ids::{FleetId, GoodId, MeasureId, PoolId, ProcessId, RoleId, Table},
    plan::Text,
    time::{Span, Tick},
};
use std::ops::Range;

/// What the files say beyond the rules.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Where figures come from.
    pub sources: Vec<Source>,
    /// Every figure of the country, in the order of the files.
    pub figures: Vec<FigureLine>,
    /// Those of the impact score among them.
    pub score: Range<usize>,
    /// Names of the vital processes.
    pub processes: Table<ProcessId, Text>,
    /// Roles in words.
    pub roles: Table<RoleId, RoleText>,
    /// Names of the fleets.
    pub fleets: Table<FleetId, Text>,
    /// Names of the goods.
    pub goods: Table<GoodId, Text>,
    /// Measures in words.
    pub measures: Table<MeasureId, MeasureText>,
    /// Laws that hold for pools.
    pub laws: Vec<LawText>,
    /// The law of each pool, as a place in `laws`.
    pub pool_laws: Table<PoolId, usize>,
    /// What holds for other scarce capacity.
    pub charters: Vec<Charter>,
    /// Legal bases.
    pub bases: Vec<BasisText>,
    /// Starting values that a scenario can set.
    pub settings: Vec<SettingText>,
    /// What the scenario changed.
    pub changes: Vec<Change>,
}

/// A figure that is otherwise in this exercise.
#[derive(Clone, Debug)]
pub struct Change {
    /// Object and field, as in [`FigureLine::path`].
    pub path: String,
    /// The value it has here.
    pub value: String,
    /// Why.
    pub reason: Text,
}

/// A source.
#[derive(Clone, Debug)]
pub struct Source {
    /// What figures name.
    pub key: String,
    /// What it says.
    pub title: String,
    /// Who says it.
    pub publisher: String,
    /// Year of the figure.
    pub year: u16,
    /// Remark, may be empty.
    pub note: String,
}

/// One figure with its source.
#[derive(Clone, Debug)]
pub struct FigureLine {
    /// Object and field, as in the files.
    pub path: String,
    /// Value as written, in the unit of the field.
    pub value: String,
    /// Place in [`Book::sources`].
    pub source: usize,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A role in words.
#[derive(Clone, Debug)]
pub struct RoleText {
    /// Name.
    pub name: Text,
    /// What it may decide.
    pub may: Text,
    /// Within which limit.
    pub limit: Text,
    /// Bases it can act on.
    pub bases: Vec<Basis>,
}

/// A measure in words, as its decision card has it.
#[derive(Clone, Debug)]
pub struct MeasureText {
    /// Name.
    pub name: Text,
    /// What it does.
    pub does: Text,
    /// What it costs in other things.
    pub price: Text,
}

/// A starting value in words, with what it does in full.
#[derive(Clone, Debug)]
pub struct SettingText {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Text,
    /// What it does in full.
    pub does: Text,
    /// What holds from the start when it is in full.
    pub lasting: Vec<Lasting>,
}

/// A law in words.
#[derive(Clone, Debug)]
pub struct LawText {
    /// Name.
    pub name: Text,
    /// What nobody may do in play.
    pub not_allowed: Text,
}

/// What holds for scarce capacity that is not divided by slots or moves.
#[derive(Clone, Debug)]
pub struct Charter {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Text,
    /// Role that decides.
    pub owner: RoleId,
    /// The order that holds.
    pub order: Text,
    /// What nobody may do in play.
    pub not_allowed: Text,
    /// Basis that lifts that.
    pub basis: Basis,
    /// Role that can provide it.
    pub provider: RoleId,
    /// How long that takes.
    pub delay: Span,
}

/// A legal basis in words.
#[derive(Clone, Debug)]
pub struct BasisText {
    /// Which.
    pub basis: Basis,
    /// Name.
    pub name: Text,
    /// Usual delay.
    pub delay: Span,
}

/// What a scenario says beyond the plan: for the lead and the printer.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// Phases of escalation with their begin.
    pub phases: Vec<Phase>,
    /// Roles at the tables; the others are played by staff.
    pub roles: Vec<RoleId>,
    /// The guide for the staff.
    pub guide: Option<Guide>,
    /// Role cards.
    pub cards: Vec<RoleCard>,
    /// The fields that were filled in, and what else may be.
    pub form: Form,
}

/// A phase of escalation.
#[derive(Clone, Debug)]
pub struct Phase {
    /// Number, 0 to 8.
    pub number: u8,
    /// When it begins.
    pub from: Tick,
    /// Name.
    pub name: Text,
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self { nl: words.nl, en: words.en }
    }
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        words.clone().into()
    }
}
