//! What a scenario says of its rounds.
//!
//! Shape only: order, lengths and references are checked in `build::rounds`.

use crate::{
    scenario::{
        macros::record,
        moment::Moment,
        scalar::{At, Ref, Words},
    },
    sim::ids::InjectId,
};

record! {
    /// A round.
    RoundRow {
        /// Name.
        name: Words,
        /// First moment of its period; the end of the round before when left out, and the start for the first.
        from: Option<Moment> = None,
        /// End of its period.
        until: Moment,
        /// Plan in minutes of playing time; situation 5, table 15, between tables 10, hand in 5 and run 10 when left out.
        minutes: Option<At<MinutesRow>> = None,
        /// Planned break after it, real minutes.
        break_after: u16 = 0,
        /// Injects at which the time-lapse stands still.
        stops: Vec<Ref<InjectId>> = Vec::new(),
    }
}

record! {
    /// The plan of a round in minutes of playing time.
    MinutesRow {
        /// Hearing where we are.
        situation: u16,
        /// Talking at the own table.
        table: u16,
        /// Talking between tables.
        between: u16,
        /// Handing in decisions.
        hand_in: u16,
        /// Running the period and looking at what came of it.
        run: u16,
    }
}
