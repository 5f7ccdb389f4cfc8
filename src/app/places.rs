//! Where everything that can be used stands in the first window, as a screen reader would be told, written to a file.
//!
//! For tests that use the real window with a real pointer. Off unless asked for, because the tree costs a little in every frame.
//! It must not change what is shown.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use bevy::prelude::*;
use bevy_egui::egui::Rect;
use bevy_egui::egui::accesskit::{Node, NodeId};
use bevy_egui::{EguiContext, EguiOutput};

use super::windows::Seat;

/// Where it is written, and how often it was.
#[derive(Resource)]
pub struct Places {
    file: PathBuf,
    frames: u64,
}

impl Places {
    /// To this file.
    pub fn new(file: PathBuf) -> Self {
        Self { file, frames: 0 }
    }
}

/// Writes the number of frames and a line for everything with a name or a value: role, left, top, right and bottom in pixels,
/// whether it can be used (`on`), cannot (`off`) or was scrolled out of sight (`away`), name, value; with tabs in between. Of what is
/// cut off by the edge of its list only the part in sight is told.
pub fn tell(places: Option<ResMut<Places>>, mut seats: Query<(&Seat, &EguiOutput, &mut EguiContext)>) {
    let Some(mut places) = places else { return };
    let Some((_, output, mut context)) = seats.iter_mut().find(|(seat, ..)| seat.id.0 == 0) else { return };
    let Some(tree) = &output.platform_output.accesskit_update else { return };
    let in_sight: BTreeMap<NodeId, Rect> = context.get_mut().viewport(|viewport| {
        let drawn = viewport.prev_pass.widgets.layers().flat_map(|(_, rects)| rects);
        drawn.map(|widget| (widget.id.accesskit_id(), widget.interact_rect)).collect()
    });
    let scale = f64::from(output.pixels_per_point);
    let words: BTreeMap<NodeId, &str> =
        tree.nodes.iter().filter_map(|(id, node)| Some((*id, node.label().or(node.value())?))).collect();
    let mut lines: Vec<String> =
        tree.nodes.iter().filter_map(|(id, node)| line(node, in_sight.get(id), &words, scale)).collect();
    // The tree comes in no order: what is the same must read the same.
    lines.sort_unstable();
    let text = lines.concat();
    places.frames += 1;
    // Put in place at once, and in every frame: who reads it never sees half of it, and knows what was drawn after a click.
    let beside = places.file.with_extension("new");
    let told = fs::write(&beside, format!("Frame\t0\t0\t0\t0\ton\t\t{}\n{text}", places.frames))
        .and_then(|()| fs::rename(&beside, &places.file));
    if let Err(error) = told {
        warn_once!("{} cannot be written: {error}", places.file.display());
    }
}

fn line(node: &Node, in_sight: Option<&Rect>, words: &BTreeMap<NodeId, &str>, scale: f64) -> Option<String> {
    let bounds = node.bounds()?;
    let one_line = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    // A field is named by the label beside it.
    let beside = || node.labelled_by().iter().find_map(|id| words.get(id).copied());
    let (name, value) = (node.label().or_else(beside).unwrap_or_default(), node.value().unwrap_or_default());
    if name.is_empty() && value.is_empty() {
        return None;
    }
    let mut line = format!("{:?}", node.role());
    let whole = [bounds.x0, bounds.y0, bounds.x1, bounds.y1];
    let away = in_sight.is_some_and(|part| !part.is_positive());
    let part = in_sight.filter(|_| !away).map(|part| [part.min.x, part.min.y, part.max.x, part.max.y]);
    for edge in part.map_or(whole, |edges| edges.map(f64::from)) {
        write!(line, "\t{:.0}", edge * scale).ok()?;
    }
    let usable = match (node.is_disabled(), away) {
        (true, _) => "off",
        (false, true) => "away",
        (false, false) => "on",
    };
    writeln!(line, "\t{usable}\t{}\t{}", one_line(name), one_line(value)).ok()?;
    Some(line)
}
