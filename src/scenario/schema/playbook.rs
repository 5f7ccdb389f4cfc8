//! The file of automatic players: temperaments, which measure answers which sign, and who hears of which figures.
//!
//! Built by `build::playbook`.

use super::{Amount, conditions::MetricRow};
use crate::{
    scenario::{
        macros::{choice, record},
        read::Rows,
        scalar::{At, Ref, Words},
    },
    sim::{
        country::{Heard, SeatTable, Side, Temperament},
        effect::DamageKind,
        ids::{MeasureId, PoolId, ProcessId, RoleId},
    },
};

record! {
    /// `playbook.ron`.
    PlaybookFile {
        /// The temperaments.
        tempers: Rows<TemperRow>,
        /// Which tables hear of which figures.
        knows: Rows<KnowsRow>,
        /// Plays, in the order in which a practitioner goes through them.
        plays: Rows<PlayRow>,
        /// Who asks others for which measures.
        asks: Rows<AsksRow>,
        /// Measures that no automatic player takes.
        left: Rows<LeftRow>,
    }
}

record! {
    /// A temperament.
    TemperRow {
        /// Which.
        temperament: At<Temperament>,
        /// Signs for society count from this part of their size on.
        civil: Amount,
        /// Signs for transit count from this part of their size on.
        transit: Amount,
        /// A measure ends when its signs have fallen to this part.
        ends: Amount,
        /// Regions for which one measure is taken in an hour.
        regions: Amount,
        /// Measures that a role takes or ends in an hour.
        at_once: Amount,
        /// Most of a pool that is kept free for one class.
        kept: Amount,
        /// Of the last six hours, those in which claims were refused before a class comes short.
        short_hours: Amount,
        /// The same of life support and medical transport.
        protected_hours: Amount,
        /// Of the last six hours, those without room after which none is left.
        none_left_hours: Amount,
        /// Room for military claims only once their movement is behind its date.
        waits_for_date: bool,
        /// Offers to pay with the first request.
        pays_at_once: bool,
        /// Of the size at which it would act itself, the part from which on it helps who asks.
        helps: Amount,
        /// Helps who asks although it sees nothing of what is the matter.
        on_word: bool,
        /// Of what a message puts before it, takes what the script names first: the most cautious; else what it names last.
        first_option: bool,
        /// People that count for a transport that cannot move.
        transport_people: Amount,
        /// Hours after which a message is answered.
        reply_h: Amount,
    }
}

record! {
    /// Who hears of figures.
    KnowsRow {
        /// The family.
        heard: At<Heard>,
        /// The tables.
        tables: Vec<SeatTable>,
    }
}

record! {
    /// When a measure is taken, and ended.
    PlayRow {
        /// The measure.
        measure: Ref<MeasureId>,
        /// For whom it is meant.
        side: Side = Side::Civil,
        /// Signs, with the size from which on they count: shares from 0 to 1, numbers of things, hours.
        when: Vec<(SignRow, Amount)>,
        /// All signs are needed.
        all: bool = false,
        /// Most regions in which it is taken at once.
        most: Option<Amount> = None,
        /// Not while one of these is ordered or in force.
        unless: Vec<Ref<MeasureId>> = Vec::new(),
        /// Part of its size to which a sign must have fallen before it is ended, where that of the temperament is below what is ordinary.
        ends: Option<Amount> = None,
        /// Hours that it is in force at least.
        at_least_h: Option<Amount> = None,
        /// Hours before it is taken there again.
        rests_h: Option<Amount> = None,
    }
}

record! {
    /// When a role asks who decides about a measure to take it.
    AsksRow {
        /// Who asks.
        by: Ref<RoleId>,
        /// The measure, and the signs as who asks sees them.
        play: PlayRow,
    }
}

record! {
    /// A measure that no automatic player takes.
    LeftRow {
        /// The measure.
        measure: Ref<MeasureId>,
        /// Why.
        why: Words,
    }
}

choice! {
    /// Something that a role sees, of which more is worse.
    SignRow {
        /// What lacks of a process.
        Lacks(Ref<ProcessId>),
        /// What lacks of a process where it lacks most.
        LacksMost(Ref<ProcessId>),
        /// A figure of the country; of one of which more is better what lacks of it.
        Figure(MetricRow),
        /// Open damages of a kind.
        Damages(DamageKind),
        /// Inhabitants of regions from which no report comes.
        Silent,
        /// How far a movement is behind an even pace to its date.
        Behind,
        /// Hours of the last six in which claims on a pool were refused.
        Short(Ref<PoolId>),
        /// Hours of warning that are left of a week before allied units arrive.
        Arriving,
    }
}
