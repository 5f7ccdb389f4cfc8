//! Where everything that can be used stands in the first window, as a screen reader would be told, written to a file.
//!
//! For tests that use the real window with a real pointer. Off unless asked for, because the tree costs a little in every frame.
//! It must not change what is shown.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy_egui::EguiOutput;
use bevy_egui::egui::accesskit::{Node, NodeId};

use super::windows::Seat;

/// Where it is written, and what was written last.
#[derive(Resource)]
pub struct Places {
    file: PathBuf,
    written: String,
    frames: u64,
    told: Instant,
}

/// A window that draws says so at least so often, even when nothing changes.
const HEARTBEAT: Duration = Duration::from_secs(1);

impl Places {
    /// To this file.
    pub fn new(file: PathBuf) -> Self {
        Self { file, written: String::new(), frames: 0, told: Instant::now() }
    }
}

/// Writes the number of frames and a line for everything with a name or a value: role, left, top, right and bottom in pixels, whether it can be used,
/// name, value; with tabs in between.
pub fn tell(places: Option<ResMut<Places>>, seats: Query<(&Seat, &EguiOutput)>) {
    let Some(mut places) = places else { return };
    let Some((_, output)) = seats.iter().find(|(seat, _)| seat.id.0 == 0) else { return };
    let Some(tree) = &output.platform_output.accesskit_update else { return };
    let scale = f64::from(output.pixels_per_point);
    let words: BTreeMap<NodeId, &str> =
        tree.nodes.iter().filter_map(|(id, node)| Some((*id, node.label().or(node.value())?))).collect();
    let mut lines: Vec<String> =
        tree.nodes.iter().filter_map(|(_, node)| line(node, &words, scale)).collect();
    // The tree comes in no order: what is the same must read the same.
    lines.sort_unstable();
    let text = lines.concat();
    places.frames += 1;
    if text == places.written && places.told.elapsed() < HEARTBEAT {
        return;
    }
    places.told = Instant::now();
    // Put in place at once: who reads it never sees half of it.
    let beside = places.file.with_extension("new");
    if fs::write(&beside, format!("Frame\t0\t0\t0\t0\ton\t\t{}\n{text}", places.frames))
        .and_then(|()| fs::rename(&beside, &places.file))
        .is_ok()
    {
        places.written = text;
    }
}

fn line(node: &Node, words: &BTreeMap<NodeId, &str>, scale: f64) -> Option<String> {
    let bounds = node.bounds()?;
    let one_line = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    // A field is named by the label beside it.
    let beside = || node.labelled_by().iter().find_map(|id| words.get(id).copied());
    let (name, value) = (node.label().or_else(beside).unwrap_or_default(), node.value().unwrap_or_default());
    if name.is_empty() && value.is_empty() {
        return None;
    }
    let mut line = format!("{:?}", node.role());
    for edge in [bounds.x0, bounds.y0, bounds.x1, bounds.y1] {
        write!(line, "\t{:.0}", edge * scale).ok()?;
    }
    let usable = if node.is_disabled() { "off" } else { "on" };
    writeln!(line, "\t{usable}\t{}\t{}", one_line(name), one_line(value)).ok()?;
    Some(line)
}
