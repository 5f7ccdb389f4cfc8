//! What a file says of the script beyond its messages: storylines, persons, variants, and what players did.
//!
//! Everything here may be left out. Built by `build::mel`.

use super::{conditions::ConditionRow, exercise::EffectRow};
use crate::{
    scenario::{
        macros::{choice, record, words},
        moment::{Length, Moment},
        read::{Fallback, Rows},
        scalar::{At, Def, Ref, Words},
    },
    sim::{
        ids::{InjectId, MeasureId, MovementId, PersonId, PoolId, RegionId, RoleId, StorylineId},
        script::Priority,
    },
};

words!(Priority);

impl Fallback for Priority {
    fn fallback() -> Self {
        Self::Normal
    }
}

choice! {
    /// When an inject is sent.
    TriggerRow {
        /// At a moment.
        At(Moment),
        /// Some time after another inject was sent.
        After(Ref<InjectId>, Length),
        /// So many minutes of playing time after another inject was sent.
        AfterTalk(Ref<InjectId>, At<u16>),
        /// When the action expected of another inject was not seen in this time.
        Absent(Ref<InjectId>, Length),
        /// When the action expected of another inject was not seen in so many minutes of playing time.
        AbsentTalk(Ref<InjectId>, At<u16>),
        /// When a condition holds, not before the moment.
        When(ConditionRow, Moment),
        /// By hand.
        Manual,
    }
}

impl Fallback for TriggerRow {
    fn fallback() -> Self {
        Self::Manual
    }
}

record! {
    /// A line of the story, to group injects by.
    StorylineRow {
        /// Code.
        code: Def<StorylineId>,
        /// Name.
        name: Words,
    }
}

record! {
    /// A person in a role, who can be addressed alone. Invented, or only a function.
    PersonRow {
        /// Code.
        code: Def<PersonId>,
        /// The role at whose table the person sits.
        role: Ref<RoleId>,
        /// Invented name; may be left out.
        name: String = String::new(),
        /// Function.
        function: Words,
    }
}

record! {
    /// What happens when the expected action was not seen in time.
    AbsenceRow {
        /// Scenario time that people have.
        after: Option<Length> = None,
        /// Or minutes of playing time that they have, pauses not counted.
        talk: Option<At<u16>> = None,
        /// What is sent then; it may stand on the shelf.
        send: Option<Ref<InjectId>> = None,
        /// What changes then.
        effects: Rows<EffectRow> = Rows(Vec::new()),
    }
}

record! {
    /// Something that players did.
    DecidedRow {
        /// What.
        what: DoingRow,
        /// Which role; anybody when left out.
        by: Option<Ref<RoleId>> = None,
        /// Since this inject was sent; since the start when left out, in `acted` since the inject itself.
        since: Option<Ref<InjectId>> = None,
    }
}

choice! {
    /// What players can be seen to do.
    DoingRow {
        /// Any decision.
        Anything,
        /// Divided a pool.
        Divided(Ref<PoolId>),
        /// Put a damage earlier or later for the crews of this pool.
        RepairOrdered(Ref<PoolId>),
        /// Took a measure, anywhere.
        Taken(Ref<MeasureId>),
        /// Took a measure in a region.
        TakenIn(Ref<MeasureId>, Ref<RegionId>),
        /// Ended a measure, anywhere.
        Ended(Ref<MeasureId>),
        /// Planned a movement.
        Planned(Ref<MovementId>),
        /// Designated a movement urgent.
        Designated(Ref<MovementId>),
        /// Provided the basis for a limit of a pool.
        Provided(Ref<PoolId>),
        /// Asked something about a pool.
        Asked(Ref<PoolId>),
        /// Answered a request about a pool, in any way.
        AnsweredAbout(Ref<PoolId>),
        /// Agreed to a request about a pool.
        Agreed(Ref<PoolId>),
        /// Declined a request about a pool.
        Declined(Ref<PoolId>),
        /// Asked another role for a measure, anywhere.
        AskedFor(Ref<MeasureId>),
        /// Answered a request for a measure, in any way.
        AnsweredFor(Ref<MeasureId>),
        /// Answered an inject in words.
        Replied(Ref<InjectId>),
    }
}

choice! {
    /// What a message puts before its receivers.
    OptionRow {
        /// Take a measure.
        Take(Ref<MeasureId>),
        /// Take a measure in a region.
        TakeIn(Ref<MeasureId>, Ref<RegionId>),
        /// End a measure.
        End(Ref<MeasureId>),
        /// End a measure in a region.
        EndIn(Ref<MeasureId>, Ref<RegionId>),
        /// Divide a pool otherwise.
        Divide(Ref<PoolId>),
        /// Put a damage earlier or later for the crews of this pool.
        OrderRepair(Ref<PoolId>),
        /// Plan a movement otherwise.
        Plan(Ref<MovementId>),
        /// Designate a movement urgent.
        Designate(Ref<MovementId>),
        /// Provide the basis for a limit of a pool.
        Provide(Ref<PoolId>),
        /// Ask something about a pool.
        Ask(Ref<PoolId>),
    }
}

/// How the expected action is recognised.
pub type ActedRow = Option<ConditionRow>;
