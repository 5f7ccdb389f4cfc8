//! Room to work in that is kept from tick to tick, so that a quiet tick allocates nothing.
//!
//! It means nothing between ticks: it is not written, not compared and not copied. Must not hold anything that a rule reads
//! in a later tick. Look next at `systems::dispatch`, which uses most of it.

use crate::sim::{
    country::PerClass,
    ids::{ConsignmentId, DenseId, LinkId, MovementId, PathId, PoolId},
};

/// Lists that are emptied before use.
#[derive(Debug, Default)]
pub(in crate::sim) struct Work {
    /// Claims of a look, with what decides when each is served.
    pub turns: Vec<Turn>,
    /// What happens in a look.
    pub look: Look,
    /// Arrivals of a tick by serial.
    pub arrived: Vec<(u32, ConsignmentId)>,
    /// What a ship or aircraft landed at a terminal: movement, arrival, pieces, and whether it is empty.
    pub landed: Vec<(MovementId, u16, u32, bool)>,
    /// Thousandths of the mean in an hour, by rhythm.
    pub weights: Vec<u64>,
    /// Pools that refused a movement in a tick, with the rank of that movement in their order.
    pub short: Vec<(PoolId, usize)>,
}

/// A claim in a look, with what decides when it is served: in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::sim) struct Turn {
    pub rank: u32,
    /// The turn of its region.
    pub region: u32,
    /// Place in the order in which the claims came to wait.
    pub place: usize,
    pub claim: ConsignmentId,
    /// Row of the count of paths given today.
    pub given: usize,
}

/// What happens in one look.
#[derive(Debug, Default)]
pub(in crate::sim) struct Look {
    /// Claims with a booked way, in the order served.
    pub served: Vec<(ConsignmentId, PathId)>,
    /// Claims that made way for another and try once more at the end.
    pub again: Vec<ConsignmentId>,
    /// Windows that bind a refused claim: nobody behind this rank in the order of the pool gets a slot there in this look.
    pub blocked: Vec<Blocked>,
    /// A bit for each link: one of its windows is among the blocked.
    pub shut: Vec<u64>,
    /// Number of claims served, by class.
    pub classes: PerClass<u32>,
}

/// A window that binds a refused claim.
#[derive(Clone, Copy, Debug)]
pub(in crate::sim) struct Blocked {
    pub link: LinkId,
    pub window: usize,
    pub pool: PoolId,
    pub rank: u8,
}

impl Look {
    /// Notes a window that binds a refused claim.
    pub fn block(&mut self, row: Blocked) {
        let word = row.link.index() / 64;
        if self.shut.len() <= word {
            self.shut.resize(word + 1, 0);
        }
        if let Some(bits) = self.shut.get_mut(word) {
            *bits |= 1 << (row.link.index() % 64);
        }
        self.blocked.push(row);
    }

    /// Is a window of a link among the blocked?
    #[inline]
    pub fn is_shut(&self, link: LinkId) -> bool {
        self.shut.get(link.index() / 64).is_some_and(|bits| bits >> (link.index() % 64) & 1 == 1)
    }

    /// Empties everything.
    pub fn clear(&mut self) {
        for row in self.blocked.drain(..) {
            if let Some(bits) = self.shut.get_mut(row.link.index() / 64) {
                *bits = 0;
            }
        }
        self.classes = PerClass::default();
        self.served.clear();
        self.again.clear();
    }
}

impl Clone for Work {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Work {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
