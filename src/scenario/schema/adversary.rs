//! The file of the opponent: phases of escalation, vectors, how it behaves and what holds it back.
//!
//! Every figure carries its source and confidence. Effects of a vector name no place: that is chosen when it happens. Built by
//! `build::adversary`.

use super::{Amount, Count};
use crate::{
    scenario::{
        macros::{choice, record},
        read::Rows,
        scalar::{At, Def, Ref, Words},
    },
    sim::{
        country::{Category, Family, Lever, Mode, Mood, RiskTheme},
        effect::DamageKind,
        ids::{ProcessId, RoleId, SkillId, VectorId},
        plan::Channel,
    },
};

record! {
    /// `adversary.ron`.
    AdversaryFile {
        /// Phases of escalation, 0 to 8.
        phases: At<Vec<EscalationRow>>,
        /// Share of each category of target.
        mix: MixRow,
        /// Acts that one act brings about.
        excites: Amount,
        /// Days over which it does, on average.
        memory_d: Amount,
        /// How sharply the opponent prefers what promises more.
        sharpness: Amount,
        /// Weight of the latest observation.
        adaptation: Amount,
        /// Part of an effect that counts at once; the rest as far as it lasts.
        blow: Amount,
        /// Hours after which the opponent looks at the effect.
        observed_h: Amount,
        /// Strongest blow that knowledge of weak spots makes of an act, as a multiple of its size.
        hit_most: Amount,
        /// Military pieces at a place that double its attraction.
        flow_place: Count,
        /// Military pieces in the country at which transport counts most.
        flow_full: Count,
        /// By how much transport then counts more.
        flow: Amount,
        /// Deterrence.
        deterrence: DeterrenceRow,
        /// Attribution.
        attribution: AttributionRow,
        /// Most acts in one exercise.
        acts_max: u16,
        /// What the players should do.
        expected: Words,
        /// What observers look at.
        question: Words,
        /// What the staff should know.
        staff_note: Words,
        /// Ways to put pressure on.
        vectors: Rows<VectorRow>,
    }
}

record! {
    /// A phase of escalation.
    EscalationRow {
        /// Name.
        name: Words,
        /// What it is like.
        pressure: Words,
        /// Acts a year in this country.
        acts_a_year: Amount,
        /// What an opponent uses.
        vectors: Vec<Ref<VectorId>>,
    }
}

record! {
    /// Shares of the categories of target; what they add up to counts as all.
    MixRow {
        /// Transport.
        transport: Amount,
        /// Government.
        government: Amount,
        /// Infrastructure.
        infrastructure: Amount,
        /// Industry.
        industry: Amount,
    }
}

record! {
    /// How deterrence grows and wears off.
    DeterrenceRow {
        /// Days after which half is left.
        half_life_d: Amount,
        /// Gain in a day at full attribution, response and cohesion.
        gain_d: Amount,
        /// Response without any measure.
        response: Amount,
        /// Cohesion of the alliance without any measure.
        cohesion: Amount,
        /// By how much a full response without proof makes more acts come.
        provocation: Amount,
    }
}

record! {
    /// How acts are attributed.
    AttributionRow {
        /// Evidence gathered in a day at full effort on a fully traceable act.
        rate_d: Amount,
        /// Effort on each family of means when nobody chose.
        effort: Amount,
        /// Most effort on one family that measures can bring together.
        effort_most: Amount,
        /// Evidence from which each word is used.
        from: At<Vec<Amount>>,
        /// The words, from weak to strong.
        words: Vec<Words>,
        /// Title of the advice, with {word} and {act}.
        title: Words,
        /// Text of the advice, with {word}, {act} and {place}.
        text: Words,
        /// Who gives it.
        sender: Words,
        /// Who receives it.
        receivers: Vec<Ref<RoleId>>,
    }
}

record! {
    /// A way to put pressure on.
    VectorRow {
        /// Code.
        code: Def<VectorId>,
        /// What it is called.
        name: Words,
        /// What the receivers read or hear, with {place}.
        text: Words,
        /// Who reports it.
        sender: Words,
        /// Who hears of it.
        receivers: Vec<Ref<RoleId>>,
        /// How.
        channel: Channel,
        /// Theme of the government-wide risk analysis that it belongs to.
        theme: RiskTheme,
        /// What is hit.
        category: Category,
        /// By what means.
        family: Family,
        /// What kind of place it needs.
        at: At<WhereRow>,
        /// What it is worth to the opponent.
        value: Amount,
        /// How open the country is to it.
        vulnerability: Amount,
        /// How well it can be denied.
        deniability: Amount,
        /// How well it can be traced.
        traceability: Amount,
        /// How much it encourages further acts.
        mark: Amount,
        /// What it does.
        effects: Vec<StrikeRow>,
    }
}

choice! {
    /// What kind of place a vector needs.
    WhereRow {
        /// None: it holds for the country.
        Country,
        /// A region.
        Region,
        /// A stretch of a mode.
        Stretch(Mode),
        /// A terminal at sea.
        Seaport,
    }
}

choice! {
    /// What an act does.
    StrikeRow {
        /// Damage that crews repair.
        Damage(Box<StrikeDamageRow>),
        /// A loss that ends by itself.
        Impair(StrikeImpairRow),
        /// People are hurt.
        Casualties(StrikeCasualtiesRow),
        /// Something about people shifts.
        Mood(StrikeMoodRow),
        /// People who need reception.
        Newcomers(Count),
        /// A lever is moved for a while.
        Lever(StrikeLeverRow),
    }
}

choice! {
    /// What is hit there.
    StruckRow {
        /// A process in the region.
        Process(Ref<ProcessId>),
        /// The stretch.
        Stretch,
        /// Handling at the terminal.
        Terminal,
    }
}

record! {
    /// Damage by an act.
    StrikeDamageRow {
        /// What is hit.
        what: At<StruckRow>,
        /// How.
        kind: DamageKind,
        /// Share lost.
        loss: Amount,
        /// Estimated work.
        team_hours: Amount,
        /// Hours before crews can start.
        lag_h: Amount,
        /// Most teams at once.
        teams_max: Count,
        /// Whose crews.
        skill: Ref<SkillId>,
    }
}

record! {
    /// A loss that ends by itself.
    StrikeImpairRow {
        /// What is hit.
        what: At<StruckRow>,
        /// How.
        kind: DamageKind,
        /// Share lost.
        loss: Amount,
        /// Hours.
        lasts_h: Amount,
    }
}

record! {
    /// People hurt by an act.
    StrikeCasualtiesRow {
        /// Cannot wait.
        t1: Count,
        /// Can wait for hours.
        t2: Count,
        /// Can wait for a day.
        t3: Count,
    }
}

record! {
    /// A shift of something about people.
    StrikeMoodRow {
        /// What.
        mood: Mood,
        /// By how much, -1 to 1.
        change: Amount,
    }
}

record! {
    /// A lever that is moved for a while.
    StrikeLeverRow {
        /// Which.
        lever: Lever,
        /// By how much, in its own unit.
        more: Count,
        /// Hours.
        lasts_h: Amount,
    }
}
