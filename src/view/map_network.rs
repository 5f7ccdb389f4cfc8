//! The network on the map: stretches by load, closed ones, terminals, yards and border crossings with their bars.
//!
//! Capacity is what the viewer believes it to be. Must not draw what moves (`map_moving`). Flows are in `map_flow`.

use super::{
    map_flow,
    map_moving::layer_of,
    map_sites::Sites,
    map_view::{MapLook, ring},
    scene::{
        Anchor, Band, Label, Layer, LegendEntry, LegendKey, MapScene, Shape, Stroke, Symbol, SymbolKind,
        Target,
    },
    style::{Palette, Ramp, Rgba, size},
    viewer::{Sight, Viewer},
};
use crate::{
    geo::{map::MapData, shape::At},
    sim::{
        country::{Class, Mode, Node, NodeKind},
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
pub(super) fn add(
    sight: &Sight,
    (map, sites): (&MapData, &Sites),
    look: &MapLook,
    palette: &Palette,
    scene: &mut MapScene,
) {
    if look.shows("load") {
        scene.layers.push(edges(sight, sites, look, palette));
    }
    if look.shows("flow") {
        scene.layers.push(map_flow::layer(sight, map, look, palette));
    }
    scene.layers.extend(map_flow::way(sight, map, look, palette));
    if look.shows("ports") {
        places(sight, sites, look, palette, scene);
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

fn edges(sight: &Sight, sites: &Sites, look: &MapLook, palette: &Palette) -> Layer {
    let mut strokes = Vec::new();
    let shown = Mode::ALL.map(|mode| look.shows(layer_of(mode)));
    for (edge, _) in sight.country().edges.iter().filter(|(_, row)| shown[row.mode as usize]) {
        let target = Target::Edge(edge.0);
        let focus = ring(look, palette, target);
        let Some(shape) = sites.route(edge).map(Shape::Route) else { continue };
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

fn places(sight: &Sight, sites: &Sites, look: &MapLook, palette: &Palette, scene: &mut MapScene) {
    let waiting = waiting_at(sight);
    let mut own: Vec<At> = Vec::new();
    let mut symbols = Vec::new();
    for (node, row) in sight.country().nodes.iter() {
        let Some(mark) = mark(row, look.band) else { continue };
        let at = sites.place(node);
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
            let waits = waiting.get(node.index()).copied().and_then(standing);
            // Each bar has its own place, so that it is known by where it stands as well as by its colour.
            for (bar, permille) in BARS.into_iter().zip(bars(sight, node, waits)) {
                let Some(permille) = permille else { continue };
                let left = -mark.size_px / 2.0 - 5.0 - BAR_STEP_PX * bar as u8 as f32;
                let kind = SymbolKind::Bar { permille };
                symbols.push(symbol(kind, 14.0, bar.colour(palette), [left, 0.0]));
            }
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
    drop_doubles(scene, &own, sites);
    scene.symbols.append(&mut symbols);
}

/// Distance between the bars beside a place, pixels.
const BAR_STEP_PX: f32 = 6.0;

/// What a bar beside a place shows, from the symbol outwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bar {
    /// Work that waits at the terminal, of what it does in a day.
    Queue,
    /// Transports that stand still.
    Waiting,
    /// Military pieces on the quay, of what can stand there.
    Quay,
    /// Berths for military ships that are taken.
    Berths,
}

const BARS: [Bar; 4] = [Bar::Queue, Bar::Waiting, Bar::Quay, Bar::Berths];

impl Bar {
    fn colour(self, palette: &Palette) -> Rgba {
        match self {
            Self::Queue => palette.class(Ramp::Trouble, 3),
            Self::Waiting => palette.warning,
            Self::Quay => palette.kind(Class::Military as usize).0,
            Self::Berths => palette.symbol,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Queue => "legend-bar-queue",
            Self::Waiting => "legend-bar-waiting",
            Self::Quay => "legend-bar-quay",
            Self::Berths => "legend-bar-berths",
        }
    }
}

/// Samples of the bars that are on the map.
pub(super) fn bar_legend(sight: &Sight, palette: &Palette, scene: &MapScene) -> Vec<LegendEntry> {
    let there = |bar: &Bar| {
        let is_bar = |kind| matches!(kind, SymbolKind::Bar { .. });
        scene.symbols.iter().any(|symbol| is_bar(symbol.kind) && symbol.colour == bar.colour(palette))
    };
    BARS.into_iter()
        .filter(there)
        .map(|bar| LegendEntry {
            key: LegendKey::Symbol(SymbolKind::Bar { permille: 600 }, bar.colour(palette)),
            text: sight.word(bar.key()),
        })
        .collect()
}

/// How full each bar of a place is; none for what is empty or not there.
fn bars(sight: &Sight, node: NodeId, waits: Option<u16>) -> [Option<u16>; 4] {
    let share = |part: u32, whole: u32| {
        let permille = (u64::from(part) * 1000).checked_div(u64::from(whole))?;
        Some(u16::try_from(permille.min(1000)).unwrap_or(1000)).filter(|_| part > 0)
    };
    let handling = sight.country().nodes[node].handling;
    // Military ships and what they bring are not on the shared picture.
    let military = handling.filter(|_| sight.viewer != Viewer::Public);
    let quay = military.and_then(|handling| share(sight.ashore(node), handling.storage));
    let quays = military.into_iter().flat_map(|handling| handling.quays).flatten();
    let (used, all) = quays.fold((0, 0), |(used, all), pool| {
        let out: u32 = sight.out_of(pool).iter().map(|(_, lent, contract)| lent + contract).sum();
        (used + out, all + sight.state().pools[pool].units)
    });
    let berths = share(used, all);
    [queue(sight, node), waits, quay, berths]
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
fn drop_doubles(scene: &mut MapScene, own: &[At], sites: &Sites) {
    let near = |at: At| {
        own.iter().any(|other| {
            let [x, y] = [0, 1].map(|axis| i64::from(at[axis] - other[axis]));
            x * x + y * y < SAME_PLACE_M * SAME_PLACE_M
        })
    };
    scene
        .symbols
        .retain(|symbol| symbol.target.is_some() || symbol.kind != SymbolKind::Diamond || !near(symbol.at));
    // The ground's own labels come first: of two equal names the one of the network stays.
    let mut seen = std::collections::BTreeSet::new();
    scene.labels.reverse();
    scene.labels.retain(|label| !sites.is_named(&label.text) || seen.insert(label.text.clone()));
    scene.labels.reverse();
}
