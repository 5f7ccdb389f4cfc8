//! Turns open data (GeoJSON) and the network file into the map files of `assets/map`.
//!
//! Runs when the data changes, never in an exercise. The same input gives the same bytes. Read `read` (input),
//! `layers` (what is taken), `topology` and `simplify` (borders), `network`, `graph` and `routes` (courses).

mod graph;
mod layers;
mod network;
mod read;
mod report;
mod routes;
mod simplify;
mod topology;

pub use report::{CompileReport, RouteNote, SnapNote};

use super::file::{self, Content, MapError};
use super::map::FILES;
use super::route::Mode;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the map could not be compiled.
#[derive(Debug, Error)]
pub enum CompileError {
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// An input file is not what it should be.
    #[error("{path}: {what}")]
    Input {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The result could not be written as a map.
    #[error(transparent)]
    Map(#[from] MapError),
}

/// Reads the open data and the network and writes the map files of `FILES` into `out_dir`.
///
/// `geodata_dir` must hold `land`, `safety_regions`, `waters`, `rail`, `roads`, `waterways`, `ports`, `places`,
/// `airports` and `rail_stations`, each `.geojson` in WGS84 with the properties listed in `assets/map/SOURCES.md`.
pub fn compile_map(
    geodata_dir: &Path,
    network_ron: &Path,
    out_dir: &Path,
) -> Result<CompileReport, CompileError> {
    let mut base = Content { attribution: layers::open_sources(), ..Content::default() };
    let mut rail = Content { attribution: layers::railway_sources(), ..Content::default() };
    layers::read_areas(geodata_dir, &mut base)?;
    layers::read_lines(geodata_dir, &mut base, &mut rail)?;
    layers::read_points(geodata_dir, &mut base, &mut rail)?;
    let network = network::read(network_ron)?;
    let mut report = CompileReport::default();
    let lines: Vec<_> = base.lines.iter().chain(&rail.lines).collect();
    let (found, nodes) = routes::find(&network, &lines, &mut report);
    let (rail_routes, routes): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|route| route.mode == Mode::Rail);
    let routes = Content { attribution: layers::open_sources(), routes, ..Content::default() };
    // Most nodes stand on a railway, so their places derive from OpenStreetMap too.
    let rail_routes =
        Content { attribution: layers::railway_sources(), routes: rail_routes, nodes, ..Content::default() };
    report.areas = base.areas.len();
    report.arcs = base.arcs.len();
    report.lines = base.lines.len() + rail.lines.len();
    report.points = base.points.len() + rail.points.len();
    for (name, content) in FILES.into_iter().zip([base, rail, routes, rail_routes]) {
        let bytes = file::encode(&content)?;
        let path = out_dir.join(name);
        std::fs::write(&path, &bytes).map_err(|source| CompileError::Io { path, source })?;
        report.files.push((name, bytes.len()));
    }
    Ok(report)
}
