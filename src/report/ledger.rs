//! Who asked for what and who got it: the ledger of every pool, summed over the exercise.
//!
//! Sums only; the hours are in the history.

use crate::{
    session::{Session, history::sum_by_pool},
    sim::{event::LedgerRow, time::TICKS_PER_HOUR},
};

/// One row for each pool on which anything was asked, up to the moment on the screen of a session.
pub(super) fn rows(session: &Session) -> Vec<LedgerRow> {
    let hour = session.shown().tick.0.div_ceil(TICKS_PER_HOUR);
    let days = session.history().days();
    let rows = days.iter().flat_map(|day| &day.ledger).filter(|row| row.hour < hour);
    sum_by_pool(rows).into_values().collect()
}
