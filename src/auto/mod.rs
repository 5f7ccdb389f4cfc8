//! Automatic players: a sound, calm, explainable rule for every role that owns something, so that no chair stays empty.
//!
//! Pure: [`propose`] reads a [`desk::Desk`], which holds only what the role may know, and returns proposals with a reason in
//! words. It never sees the state, draws no random numbers and keeps no memory: the same desk gives the same proposals. Read
//! `desk` and `signs` (what is known), `measures`, `pools`, `crews` and `movements` (the trades), `asking` and `assistance` (what
//! happens between chairs), `messages` (what is read and answered), `reason` (why, in words), `players` (who asks
//! and submits). Must not be needed for a replay: what was accepted is in the recording.

mod asking;
pub mod assistance;
mod crews;
pub mod desk;
pub mod measures;
pub mod messages;
mod movements;
pub mod players;
mod pools;
pub mod reason;
mod signs;

use crate::sim::{command::Command, time::Span};
use desk::{Desk, PoolDesk};
use reason::Reason;

/// Least time between two changes of one pool, of one crew's order or of one movement. Own choice: a table that decides
/// more often than every six hours cannot see what its last decision did.
pub const CALM: Span = Span::hours(6);

/// What a role would do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The decision, its reason in words included.
    pub command: Command,
    /// The same reason as data.
    pub reason: Reason,
}

/// What the role would do now; nothing when all is well. `say` puts a reason into words for the recording. The proposals
/// do not contradict each other: each concerns another pool, trade, movement or request.
pub fn propose(desk: &Desk, say: &dyn Fn(&Reason) -> String) -> Vec<Proposal> {
    // A pool that somebody asks about is not changed in the same hour: the request is answered.
    let asked = |pool: &&PoolDesk| desk.requests.iter().any(|row| row.pool.pool == pool.pool);
    let pools =
        desk.pools.iter().filter(|pool| !asked(pool)).filter_map(|pool| pools::propose(desk.now, pool, say));
    let crews = desk.crews.iter().filter_map(|crew| crews::propose(desk.now, crew, say));
    let movements = desk.movements.iter().filter_map(|row| movements::propose(desk.now, row, say));
    let between = asking::propose(desk, say);
    let help = assistance::propose(desk, say);
    let taken = measures::propose(desk, say);
    let read = messages::propose(desk, say);
    taken
        .into_iter()
        .chain(pools)
        .chain(crews)
        .chain(movements)
        .chain(between)
        .chain(help)
        .chain(read)
        .collect()
}
