//! What an inject of the MEL/MIL says beyond its message and effects: storyline, persons, variants, waiting times, and what happens
//! when nobody acts. Also what players do, as conditions ask for it.
//!
//! Values only; immutable once built. How it runs is in `systems::injects` and `systems::response`, who was seen to do what in
//! `state::Injects`.

use super::{
    command::{Ask, Command},
    country::Country,
    effect::Effect,
    ids::{
        InjectId, MeasureId, MovementId, PersonId, PoolId, RegionId, RoleId, StorylineId, Table, VariantsId,
    },
    plan::{Inject, Plan, Text},
    time::{Span, Tick},
};
use arrayvec::ArrayVec;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// What a scenario adds to its script: optional groupings and persons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// Lines of the story; an inject need not belong to one.
    pub storylines: Table<StorylineId, Storyline>,
    /// Persons who can be addressed alone.
    pub people: Table<PersonId, Person>,
    /// Names of the groups of which exactly one inject is sent.
    pub variants: Table<VariantsId, String>,
}

/// A line of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Storyline {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Text,
}

/// A person in a role: invented, or without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Code.
    pub code: String,
    /// The role at whose table the person sits.
    pub role: RoleId,
    /// Name; may be empty.
    pub name: String,
    /// Function.
    pub function: Text,
}

/// How much an inject matters to the exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Priority {
    /// Has to be played for the objectives.
    Key,
    /// Part of the script.
    #[default]
    Normal,
    /// Kept to slow down, speed up or steer.
    Contingency,
}

/// How long something waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wait {
    /// Scenario time.
    Scenario(Span),
    /// Minutes of playing time, counted by the session without pauses, 1 to 600.
    Talk(u16),
}

/// Longest wait in minutes of playing time.
pub const TALK_MAX: u16 = 600;

/// What happens when the expected action was not seen in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// How long people have.
    pub after: Wait,
    /// What is sent then; also from the shelf.
    pub send: Option<InjectId>,
    /// What changes then.
    pub effects: Vec<Effect>,
}

/// How an inject stands to others, and how it is played.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staging {
    /// The line it belongs to.
    pub storyline: Option<StorylineId>,
    /// How much it matters.
    pub priority: Priority,
    /// Persons who receive it besides the roles.
    pub people: Vec<PersonId>,
    /// What it puts before its receivers to decide, the most cautious first; see `Plan::show_options` for who reads it.
    pub options: Vec<Doing>,
    /// Its effects begin at this moment, when that is later than its sending: what is told at the table now happens then.
    pub effect_at: Option<Tick>,
    /// How the expected action is recognised; what players decided counts from its sending on.
    pub acted: Option<super::condition::Condition>,
    /// What happens when nobody acts, in words for the staff.
    pub on_absence: Text,
    /// What happens when nobody acts.
    pub absence: Option<Absence>,
    /// A milder one on the shelf that can take its place.
    pub softer: Option<InjectId>,
    /// A heavier one on the shelf that can take its place.
    pub harder: Option<InjectId>,
    /// The group of which exactly one is sent.
    pub one_of: Option<VariantsId>,
}

impl Inject {
    /// True when everybody receives it.
    pub fn is_to_all(&self) -> bool {
        self.receivers.is_empty() && self.staging.people.is_empty()
    }

    /// True when a role receives it, or a person at its table.
    pub fn is_to(&self, plan: &Plan, role: RoleId) -> bool {
        let person = |person: &PersonId| plan.cast.people.get(*person).is_some_and(|row| row.role == role);
        self.is_to_all() || self.receivers.contains(&role) || self.staging.people.iter().any(person)
    }

    /// Roles that receive it, in their order.
    pub fn roles<'a>(&'a self, country: &'a Country, plan: &'a Plan) -> impl Iterator<Item = RoleId> + 'a {
        country.roles.ids().filter(|role| self.is_to(plan, *role))
    }

    /// True when it can take the place of that one.
    pub fn varies(&self, own: InjectId, of: InjectId, other: &Self) -> bool {
        let group = self.staging.one_of.is_some() && self.staging.one_of == other.staging.one_of;
        own != of && (group || other.staging.softer == Some(own) || other.staging.harder == Some(own))
    }
}

/// Something a player does, as a condition asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doing {
    /// Any decision.
    Anything,
    /// A pool divided, by decision or by agreement.
    Divided(PoolId),
    /// A damage put earlier or later by the owner of these crews.
    RepairOrdered(PoolId),
    /// A measure taken, in that region or, without one, anywhere.
    Taken(MeasureId, Option<RegionId>),
    /// A measure ended.
    Ended(MeasureId, Option<RegionId>),
    /// A movement planned.
    Planned(MovementId),
    /// A movement designated urgent.
    Designated(MovementId),
    /// The basis for a limit of a pool provided.
    Provided(PoolId),
    /// Something asked about a pool.
    Asked(PoolId),
    /// A request about a pool answered in any way: agreed, declined or with other terms.
    Answered(PoolId),
    /// A request about a pool agreed to.
    Agreed(PoolId),
    /// A request about a pool declined.
    Declined(PoolId),
    /// Another role asked for a measure, in that region or, without one, anywhere.
    AskedFor(MeasureId, Option<RegionId>),
    /// A request for a measure answered in any way: agreed, declined or with other terms.
    AnsweredFor(MeasureId),
    /// An inject answered in words.
    Replied(InjectId),
}

impl Doing {
    /// What a command does, as a condition can ask for it; nothing for what the staff does. `crews` are those whose order of repair
    /// it changes; `about` looks up the request that it answers.
    pub fn of(
        command: &Command,
        crews: Option<PoolId>,
        about: impl FnOnce(u32) -> Option<Ask>,
    ) -> ArrayVec<Self, 2> {
        let mut done = ArrayVec::new();
        match command {
            Command::SetPolicy { pool, .. } => done.push(Self::Divided(*pool)),
            Command::OrderRepair { .. } => done.extend(crews.map(Self::RepairOrdered)),
            Command::PlanMovement { movement, .. } => done.push(Self::Planned(*movement)),
            Command::DesignateUrgent { movement, .. } => done.push(Self::Designated(*movement)),
            Command::ProvideBasis { pool, .. } => done.push(Self::Provided(*pool)),
            Command::TakeMeasure { measure, region, .. } => done.push(Self::Taken(*measure, *region)),
            Command::EndMeasure { measure, region, .. } => done.push(Self::Ended(*measure, *region)),
            Command::AnswerInject { inject, .. } => done.push(Self::Replied(*inject)),
            Command::Ask { about, .. } => done.push(match about {
                Ask::Policy(pool, ..) | Ask::Basis(pool, ..) => Self::Asked(*pool),
                Ask::Measure(measure, region) => Self::AskedFor(*measure, *region),
            }),
            Command::Counter { about, .. } => done.push(match about {
                Ask::Policy(pool, ..) | Ask::Basis(pool, ..) => Self::Answered(*pool),
                Ask::Measure(measure, _) => Self::AnsweredFor(*measure),
            }),
            Command::Answer { request, agree, .. } => match about(*request) {
                Some(Ask::Policy(pool, ..)) if *agree => {
                    done.extend([Self::Agreed(pool), Self::Divided(pool)]);
                }
                Some(Ask::Basis(pool, ..)) if *agree => done.push(Self::Agreed(pool)),
                Some(Ask::Policy(pool, ..) | Ask::Basis(pool, ..)) => done.push(Self::Declined(pool)),
                Some(Ask::Measure(measure, region)) => {
                    done.push(Self::AnsweredFor(measure));
                    if *agree {
                        done.push(Self::Taken(measure, region));
                    }
                }
                None => {}
            },
            Command::OpenInject { .. }
            | Command::Withdraw { .. }
            | Command::FireInject { .. }
            | Command::HoldInject { .. }
            | Command::MoveInject { .. }
            | Command::SkipInject { .. }
            | Command::CloseInject { .. }
            | Command::EditInject { .. }
            | Command::InventInject { .. }
            | Command::PlaceInject { .. }
            | Command::TimeUp { .. }
            | Command::Undo { .. }
            | Command::StageAct { .. }
            | Command::SetPhase { .. }
            | Command::Correct { .. } => {}
        }
        done
    }

    /// True for what a role can decide to do when a message puts it before it: a deed with its object, for a measure of regions with
    /// its region.
    pub fn is_option(self, country: &Country) -> bool {
        match self {
            Self::Divided(_)
            | Self::RepairOrdered(_)
            | Self::Planned(_)
            | Self::Designated(_)
            | Self::Provided(_)
            | Self::Asked(_) => true,
            Self::Taken(measure, region) | Self::Ended(measure, region) => {
                country.measures.rows.get(measure).is_some_and(|row| row.regional == region.is_some())
            }
            Self::Anything
            | Self::Answered(_)
            | Self::Agreed(_)
            | Self::Declined(_)
            | Self::AskedFor(..)
            | Self::AnsweredFor(_)
            | Self::Replied(_) => false,
        }
    }

    /// True when having done `done` is what is asked for.
    pub fn is_met_by(self, done: Self) -> bool {
        match (self, done) {
            (Self::Anything, _) => true,
            (Self::Answered(pool), Self::Agreed(other) | Self::Declined(other)) => pool == other,
            (Self::Taken(measure, None), Self::Taken(other, _))
            | (Self::Ended(measure, None), Self::Ended(other, _))
            | (Self::AskedFor(measure, None), Self::AskedFor(other, _)) => measure == other,
            (wanted, done) => wanted == done,
        }
    }
}

/// A question about what players did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// What.
    pub what: Doing,
    /// Who; none for anybody.
    pub by: Option<RoleId>,
    /// Counted from the sending of this inject; none for from the start.
    pub since: Option<InjectId>,
}
