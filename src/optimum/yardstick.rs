//! What the players reached, beside what was asked, what would have come of no decision at all, and what was possible.
//!
//! For the staff and for analysts after the exercise. Must not be shown to a player during it: it knows everything.

use super::{
    bound::Bound,
    flow::FlowError,
    instance::{Instance, Reached},
};
use crate::session::Session;

/// Results to measure by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// Pieces on the ships that berthed, and civil transports that people asked for.
    pub asked: Reached,
    /// The same exercise without any decision of a player.
    pub nothing: Reached,
    /// What the players reached.
    pub players: Reached,
    /// The most that was possible.
    pub bound: Bound,
}

impl Yardstick {
    /// Works it out for the moment on the screen of a session. Takes seconds to minutes.
    pub fn of(session: &Session) -> Result<Self, FlowError> {
        Self::watched(session, &mut |_| true)
    }

    /// The same for somebody who waits: `tell` hears how far it is, in thousandths, and says whether to go on.
    pub fn watched(session: &Session, tell: &mut dyn FnMut(u16) -> bool) -> Result<Self, FlowError> {
        let instance = Instance::of(session);
        let bound = Bound::watched(&instance, tell)?;
        Ok(Self { asked: instance.asked(), nothing: instance.nothing, players: instance.players, bound })
    }
}
