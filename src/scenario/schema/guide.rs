//! What a scenario says to its staff and to its players on paper: the guide and the role cards.
//!
//! Words only: nothing here changes what is simulated. Built by `build::guide`.

use crate::{
    scenario::{
        macros::record,
        read::Rows,
        scalar::{At, Ref, Words},
    },
    sim::ids::RoleId,
};

record! {
    /// The guide for the staff: what to do, when, and what to look at. Assumes no knowledge of the subject.
    GuideRow {
        /// What the exercise is for, and for whom.
        purpose: Words,
        /// What has to lie ready.
        ready: Rows<Words> = Rows(Vec::new()),
        /// The plan by minutes, from the first guest to the last.
        minutes: Rows<MinutePlanRow>,
        /// What to watch, and what it looks like when it goes well or badly.
        watch: Rows<WatchRow>,
        /// Questions for the hot wash.
        questions: Rows<Words>,
        /// Words of the trade that the staff will hear.
        terms: Rows<TermRow> = Rows(Vec::new()),
    }
}

record! {
    /// A line of the plan by minutes.
    MinutePlanRow {
        /// Minutes after the first line.
        from: u16,
        /// How many it takes.
        minutes: At<u16>,
        /// What happens.
        what: Words,
        /// What the staff does.
        staff: Words = Words::empty(),
    }
}

record! {
    /// Something to watch.
    WatchRow {
        /// In this round, from 1; in all of them when left out.
        round: Option<At<u16>> = None,
        /// What.
        text: Words,
    }
}

record! {
    /// A word of the trade.
    TermRow {
        /// The word.
        term: Words,
        /// What it means here.
        meaning: Words,
    }
}

record! {
    /// The card of a role: one page on the table.
    RoleCardRow {
        /// Role.
        role: Ref<RoleId>,
        /// Who am I here.
        who: Words,
        /// What I may decide, three to five.
        decide: At<Vec<Words>>,
        /// Whom I must ask, and for what.
        ask: Words,
        /// My first worry.
        worry: Words,
    }
}
