//! The network on the map: stretches by load, closed ones, terminals, yards and border crossings with their queues.
//!
//! Capacity is what the viewer believes it to be. Must not draw what moves (`map_moving`).

use super::{
    map_moving::layer_of,
    map_view::{MapLook, place, ring},
    scene::{
        Anchor, Band, Label, Layer, LegendEntry, LegendKey, MapScene, Shape, Stroke, Symbol, SymbolKind,
        Target,
    },
    style::{Palette, Ramp, Rgba, size},
    viewer::Sight,
};
use crate::{
    geo::{map::MapData, shape::At},
    sim::{
        country::{Node, NodeKind},
        ids::{DenseId, EdgeId, NodeId},
        state::Phase,
    },
};

/// Lower limits of the classes of load, in thousandths of the capacity.
const LOAD_FROM: [u32; 4] = [250, 500, 750, 950];
/// The bar of a place is full when this many transports wait there.
const WAITING_FULL: usize = 20;
/// A mark of the ground this near to a place of the network is the same place, metres.
const SAME_PLACE_M: i64 = 2_500;

/// Adds stretches, places and queues to the scene.
pub(super) fn add(sight: &Sight, map: &MapData, look: &MapLook, palette: &Palette, scene: &mut MapScene) {
    if look.shows("load") {
        scene.layers.push(edges(sight, map, look, palette));
    }
    if look.shows("ports") {
        places(sight, map, look, palette, scene);
    }
}

/// The samples of the load for the legend.
pub(super) fn legend(sight: &Sight, palette: &Palette) -> Vec<LegendEntry> {
    let line = |class: usize| LegendKey::Line(palette.class(Ramp::Amount, class), width(class), None);
    let dash = LegendKey::Line(palette.warning, 2.4, Some(size::DASH));
    [(line(2), "legend-load-busy"), (line(4), "legend-load-full"), (dash, "legend-closed")]
        .map(|(key, words)| LegendEntry { key, text: sight.word(words) })
        .into()
}

fn edges(sight: &Sight, map: &MapData, look: &MapLook, palette: &Palette) -> Layer {
    let mut strokes = Vec::new();
    for (edge, row) in sight.country().edges.iter() {
        if !look.shows(layer_of(row.mode)) {
            continue;
        }
        let target = Target::Edge(edge.0);
        let focus = ring(look, palette, target);
        let Some(found) = map.routes().binary_search_by(|route| route.edge.as_str().cmp(&row.code)).ok()
        else {
            continue;
        };
        let shape = Shape::Route(found as u32);
        if let Some((colour, extra)) = focus {
            strokes.push(stroke(shape, 5.0 + extra, colour, None));
        }
        let load = edge_load(sight, edge);
        let Some(class) = load.class() else {
            strokes.push(Stroke {
                target: Some(target),
                ..stroke(shape, 2.4, palette.warning, Some(size::DASH))
            });
            continue;
        };
        // Far off only what is worth a look.
        if look.band == Band::Country && class < 2 && focus.is_none() {
            continue;
        }
        let colour = palette.class(Ramp::Amount, class);
        strokes.push(Stroke { target: Some(target), ..stroke(shape, width(class), colour, None) });
    }
    Layer { name: "load", fills: Vec::new(), strokes }
}

fn stroke(shape: Shape, width_px: f32, colour: Rgba, dash: Option<[f32; 2]>) -> Stroke {
    Stroke { shape, width_px, colour, dash, target: None }
}

fn width(class: usize) -> f32 {
    1.6 + 0.6 * class as f32
}

/// Use of a stretch in this hour, in the busier direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Load {
    /// Slots booked in the window.
    pub booked: u32,
    /// Slots there are, as the viewer believes.
    pub capacity: u32,
}

impl Load {
    /// Class 0 (quiet) to 4 (full); none when closed.
    fn class(self) -> Option<usize> {
        let permille = (self.booked * 1000).checked_div(self.capacity)?;
        Some(LOAD_FROM.iter().filter(|from| permille >= **from).count())
    }
}

pub(super) fn edge_load(sight: &Sight, edge: EdgeId) -> Load {
    let hour = sight.now().hour();
    let booked = edge.links().map(|link| {
        let slots = sight.state().booked(sight.country(), link, hour);
        slots.0.iter().map(|each| u32::from(*each)).sum::<u32>()
    });
    Load { booked: booked[0].max(booked[1]), capacity: u32::from(sight.edge_capacity(edge)) }
}

fn places(sight: &Sight, map: &MapData, look: &MapLook, palette: &Palette, scene: &mut MapScene) {
    let waiting = waiting_at(sight);
    let mut own: Vec<At> = Vec::new();
    let mut symbols = Vec::new();
    for (node, row) in sight.country().nodes.iter() {
        let Some(mark) = mark(row, look.band) else { continue };
        let at = place(sight, map, node);
        own.push(at);
        let target = Target::Node(node.0);
        let symbol = |kind, size_px, colour, shift_px| Symbol {
            at,
            shift_px,
            kind,
            size_px,
            colour,
            rim: palette.rim,
            heading_deg: 0,
            target: Some(target),
        };
        if let Some((colour, extra)) = ring(look, palette, target) {
            symbols.push(symbol(SymbolKind::Disc, mark.size_px + 3.0 * extra, colour, [0.0, 0.0]));
        }
        symbols.push(symbol(mark.kind, mark.size_px, palette.symbol, [0.0, 0.0]));
        if look.shows("queues") {
            let queues = [queue(sight, node), waiting.get(node.index()).copied().and_then(standing)];
            let bars = queues.into_iter().flatten().zip([0.0, 6.0]);
            symbols.extend(bars.map(|(permille, shift)| {
                let left = -mark.size_px / 2.0 - 5.0 - shift;
                symbol(SymbolKind::Bar { permille }, 14.0, palette.class(Ramp::Trouble, 3), [left, 0.0])
            }));
        }
        scene.labels.push(Label {
            at,
            text: row.name.clone(),
            rank: mark.rank,
            size_px: size::TEXT[2],
            colour: palette.ink.text,
            anchor: Anchor::Beside((mark.size_px / 2.0) as u8 + 1),
        });
    }
    drop_doubles(scene, &own, sight);
    scene.symbols.append(&mut symbols);
}

struct Mark {
    kind: SymbolKind,
    size_px: f32,
    rank: u8,
}

/// How a place is drawn, if the band has room for it.
fn mark(node: &Node, band: Band) -> Option<Mark> {
    let (from, kind, size_px, rank) = match node.kind {
        NodeKind::Seaport => (Band::Country, SymbolKind::Square, size::PORT, 3),
        NodeKind::Border => (Band::Country, SymbolKind::Diamond, size::PORT - 2.0, 5),
        NodeKind::Inland => (Band::Region, SymbolKind::Square, size::PORT - 2.0, 5),
        NodeKind::Airfield => (Band::Region, SymbolKind::Disc, size::PORT - 2.0, 6),
        NodeKind::Yard => (Band::Region, SymbolKind::Diamond, size::PORT - 2.0, 6),
        NodeKind::Abroad => (Band::Region, SymbolKind::Disc, size::PORT - 3.0, 7),
        NodeKind::Lock => (Band::Local, SymbolKind::Diamond, size::PORT - 4.0, 7),
        NodeKind::Junction => (Band::Local, SymbolKind::Disc, size::PORT - 4.0, 8),
    };
    (band >= from).then_some(Mark { kind, size_px, rank })
}

/// Work that waits at a terminal, as a share of what it does in a day; none without work.
fn queue(sight: &Sight, node: NodeId) -> Option<u16> {
    sight.country().nodes[node].handling?;
    let moves = sight.state().terminals.queued_moves(node);
    if moves == 0 {
        return None;
    }
    let day = i64::from(sight.terminal_capacity(node)) * 24;
    let permille = (moves * 1000).checked_div(day).unwrap_or(1000);
    u16::try_from(permille.min(1000)).ok()
}

/// Transports that stand still, by node.
fn waiting_at(sight: &Sight) -> Vec<usize> {
    let mut counts = vec![0; sight.country().nodes.len()];
    for (_, row) in sight.state().consignments.active() {
        let stands = matches!(row.phase, Phase::Waiting | Phase::Held | Phase::Sheltered | Phase::Stalled);
        if stands
            && sight.sees(row.what)
            && let Some(count) = counts.get_mut(row.at.index())
        {
            *count += 1;
        }
    }
    counts
}

fn standing(count: usize) -> Option<u16> {
    let permille = count.min(WAITING_FULL) * 1000 / WAITING_FULL;
    (count > 0).then(|| u16::try_from(permille).unwrap_or(1000))
}

/// Takes away the marks and names of the ground that the network shows too.
fn drop_doubles(scene: &mut MapScene, own: &[At], sight: &Sight) {
    let near = |at: At| {
        own.iter().any(|other| {
            let [x, y] = [0, 1].map(|axis| i64::from(at[axis] - other[axis]));
            x * x + y * y < SAME_PLACE_M * SAME_PLACE_M
        })
    };
    scene
        .symbols
        .retain(|symbol| symbol.target.is_some() || symbol.kind != SymbolKind::Diamond || !near(symbol.at));
    let names: std::collections::BTreeSet<&str> =
        sight.country().nodes.rows().iter().map(|node| node.name.as_str()).collect();
    // The ground's own labels come first: of two equal names the one of the network stays.
    let mut seen = std::collections::BTreeSet::new();
    scene.labels.reverse();
    scene.labels.retain(|label| !names.contains(label.text.as_str()) || seen.insert(label.text.clone()));
    scene.labels.reverse();
}
