//! Where the network of a country lies on the map: looked up once by code, because the map is made anew every quarter of an hour
//! and what moves on it ten times as often.
//!
//! Must not hold anything that changes while time passes. Look next at `map_network` and `map_moving`.

use crate::{
    geo::{map::MapData, route::Route, shape::At},
    sim::{
        country::Country,
        ids::{DenseId, EdgeId, NodeId},
    },
};
use std::collections::HashSet;

/// The network of a country on a map.
#[derive(Clone, Debug, Default)]
pub struct Sites {
    routes: Vec<Option<u32>>,
    places: Vec<At>,
    names: HashSet<String>,
}

impl Sites {
    /// Looks everything up.
    pub fn of(country: &Country, map: &MapData) -> Self {
        let route = |code: &str| map.routes().binary_search_by(|route| route.edge.as_str().cmp(code)).ok();
        let nodes = country.nodes.rows();
        Self {
            routes: country
                .edges
                .rows()
                .iter()
                .map(|edge| route(&edge.code).and_then(|found| u32::try_from(found).ok()))
                .collect(),
            places: nodes.iter().map(|node| map.node(&node.code).unwrap_or(node.at)).collect(),
            names: nodes.iter().map(|node| node.name.clone()).collect(),
        }
    }

    /// The number of the route of a stretch; none where it has no course.
    pub(super) fn route(&self, edge: EdgeId) -> Option<u32> {
        self.routes.get(edge.index()).copied().flatten()
    }

    /// The course of a stretch.
    pub(super) fn course<'m>(&self, map: &'m MapData, edge: EdgeId) -> Option<&'m Route> {
        map.routes().get(self.route(edge)? as usize)
    }

    /// Where a place of the network stands.
    pub(super) fn place(&self, node: NodeId) -> At {
        self.places.get(node.index()).copied().unwrap_or_default()
    }

    /// Whether a place of the network is called so.
    pub(super) fn is_named(&self, name: &str) -> bool {
        self.names.contains(name)
    }
}
