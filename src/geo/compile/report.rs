//! What the map compiler tells its user: sizes, edges without a course, nodes far from their line.

use crate::geo::route::Mode;
use std::fmt;

/// The outcome of a compilation.
#[derive(Debug, Default)]
pub struct CompileReport {
    /// Number of areas.
    pub areas: usize,
    /// Number of shared arcs.
    pub arcs: usize,
    /// Number of lines.
    pub lines: usize,
    /// Number of points.
    pub points: usize,
    /// Name and size in bytes of every file written.
    pub files: Vec<(&'static str, usize)>,
    /// Every edge, in the order of the network file.
    pub routes: Vec<RouteNote>,
    /// Nodes that lie farther than 2 km from the line they were put on.
    pub snaps: Vec<SnapNote>,
}

/// How the course of an edge was found.
#[derive(Debug)]
pub struct RouteNote {
    /// Code of the edge.
    pub edge: String,
    /// Means of transport.
    pub mode: Mode,
    /// Length in metres given to the simulation.
    pub length_m: u32,
    /// Straight distance in metres between its ends.
    pub straight_m: u32,
    /// Metres that go straight, off the lines.
    pub off_line_m: u32,
    /// Why the edge leaves the lines; none when it follows them all along.
    pub because: Option<String>,
    /// Names in `via` that match no line.
    pub unknown_via: Vec<String>,
}

/// A node that had to be moved far.
#[derive(Debug)]
pub struct SnapNote {
    /// Code of the node.
    pub node: String,
    /// Means of transport of the line.
    pub mode: Mode,
    /// Distance in metres.
    pub metres: u32,
}

impl fmt::Display for CompileReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let off = self.routes.iter().filter(|note| note.because.is_some()).count();
        writeln!(
            f,
            "{} areas on {} arcs, {} lines, {} points",
            self.areas, self.arcs, self.lines, self.points
        )?;
        for (name, bytes) in &self.files {
            writeln!(f, "{name}: {bytes} bytes")?;
        }
        writeln!(f, "{} edges, {off} of them not along lines all the way", self.routes.len())?;
        for note in &self.routes {
            let RouteNote { edge, mode, .. } = note;
            if let Some(why) = &note.because {
                let (off, all) = (note.off_line_m / 1_000, note.length_m / 1_000);
                writeln!(f, "straight: {edge} ({mode:?}): {off} of {all} km, because {why}")?;
            }
            for via in &note.unknown_via {
                writeln!(f, "via: {edge} ({mode:?}): no line is called {via}")?;
            }
        }
        for snap in &self.snaps {
            writeln!(f, "far: {} lies {} m from its line ({:?})", snap.node, snap.metres, snap.mode)?;
        }
        Ok(())
    }
}
