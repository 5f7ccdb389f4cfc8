//! The fields of `assets/world/network.ron` that decide where an edge runs; all others are left unread.
//!
//! A light twin of the scenario schema, so that geometry does not depend on it. Validation is done there.

use super::CompileError;
use crate::geo::rd::rd_metres;
use crate::geo::route::Mode;
use crate::geo::shape::At;
use serde::Deserialize;
use std::path::Path;

/// The network as far as the map needs it.
#[derive(Debug, Deserialize)]
pub(super) struct Network {
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
}

/// A place where edges meet.
#[derive(Debug, Deserialize)]
pub(super) struct Node {
    pub(super) code: String,
    /// Longitude and latitude in degrees.
    at: (f64, f64),
    /// Country code.
    country: String,
    #[serde(default)]
    kind: Kind,
}

/// Kind of place, as in the scenario schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
enum Kind {
    Seaport,
    Inland,
    Yard,
    Airfield,
    Lock,
    #[default]
    Junction,
    Border,
    Abroad,
}

/// A connection between two nodes.
#[derive(Debug, Deserialize)]
pub(super) struct Edge {
    pub(super) code: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) mode: Mode,
    /// Lines to follow, by code, name or corridor, joined by +.
    #[serde(default)]
    via: Option<String>,
}

impl Node {
    pub(super) fn place(&self) -> At {
        rd_metres(self.at.0, self.at.1)
    }

    pub(super) fn abroad(&self) -> bool {
        self.country != "NL"
    }

    pub(super) fn airfield(&self) -> bool {
        self.kind == Kind::Airfield
    }
}

impl Edge {
    pub(super) fn vias(&self) -> Vec<String> {
        let all = self.via.as_deref().unwrap_or_default().split('+').map(str::trim);
        all.filter(|via| !via.is_empty()).map(str::to_lowercase).collect()
    }
}

/// Reads the network file.
pub(super) fn read(path: &Path) -> Result<Network, CompileError> {
    let text =
        std::fs::read_to_string(path).map_err(|source| CompileError::Io { path: path.to_owned(), source })?;
    parse(&text).map_err(|what| CompileError::Input { path: path.to_owned(), what })
}

fn parse(text: &str) -> Result<Network, String> {
    let network: Network = ron::from_str(text).map_err(|error| error.to_string())?;
    for edge in &network.edges {
        for end in [&edge.from, &edge.to] {
            if !network.nodes.iter().any(|node| node.code == *end) {
                return Err(format!("edge {}: there is no node {end}", edge.code));
            }
        }
    }
    Ok(network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_fields_are_skipped() {
        let text = r#"( nodes: [ (code: "a", name: "A", kind: Yard, country: "NL", region: Some("VR18"), at: (4.63, 51.82),
                                   handling: (6, "own", C), list: [(1, B)], more: (x: 1)),
                                  (code: "b", country: "DE", at: (5.0, 52.0)) ],
                        edges: [ (code: "r", from: "a", to: "b", mode: Rail, pool: Some("p"), slots: (6, "s", C),
                                  via: Some("Betuweroute + x")) ],
                        other: [] )"#;
        let network = parse(text).unwrap();
        assert_eq!(network.edges[0].vias(), ["betuweroute", "x"]);
        assert!(parse(&text.replace("to: \"b\"", "to: \"c\"")).unwrap_err().contains("no node c"));
    }
}
