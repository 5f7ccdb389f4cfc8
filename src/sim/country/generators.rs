//! Emergency generators: which dependencies they bridge and what fuel they burn.
//!
//! Static data only. Served by `systems::generators`.

use super::Class;
use crate::sim::ids::{ArcId, PoolId};
use serde::{Deserialize, Serialize};

/// Generators behind a dependency on electricity: refuelled, they keep its store from emptying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Generator {
    /// The dependency whose store is their fuel.
    pub arc: ArcId,
    /// The pool of fuel that is brought to them.
    pub fuel: PoolId,
    /// Category of their claims.
    pub class: Class,
    /// Litres that they burn in an hour without any power from the net, for each hundred thousand inhabitants.
    pub litres_per_100k: u32,
}
