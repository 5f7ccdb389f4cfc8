//! The map of an exercise: the ground, painted by what the viewer knows, with the network, places, incidents and transports.
//!
//! Must not know colours or sizes (`style`), nor how it is drawn. The network is in `map_network`, what moves in
//! `map_moving`.

use super::{
    basemap::{self, Ground, RegionPaint},
    map_flow,
    map_lens::ramp,
    map_moving, map_network,
    map_sites::Sites,
    scene::{Band, Fill, Legend, LegendEntry, LegendKey, MapScene, SymbolKind, Target},
    style::{CLASSES, Palette, Theme, size},
    viewer::{Sight, Viewer},
};
use crate::{
    geo::map::MapData,
    session::Session,
    sim::{
        country::{Class, Mode},
        lenses::RegionLens,
    },
    text::{Language, Texts, class_key, mode_key},
};

/// Keys of the names of the layers that can be switched off: those of the ground, then those of the exercise. The code of a
/// layer is what follows `layer-`.
pub const LAYERS: [&str; 13] = [
    "layer-rail",
    "layer-road",
    "layer-waterway",
    "layer-pipeline",
    "layer-ports",
    "layer-airports",
    "layer-places",
    "layer-regions",
    "layer-load",
    "layer-flow",
    "layer-queues",
    "layer-transports",
    "layer-incidents",
];

/// Layers that are switched off at first: load and flows together are too much.
pub const HIDDEN_AT_FIRST: [&str; 1] = ["flow"];

/// What a seat looks at on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLook {
    /// What the regions are coloured by.
    pub lens: RegionLens,
    /// Codes of [`LAYERS`] that are switched off.
    pub hidden_layers: Vec<String>,
    /// Light or dark.
    pub theme: Theme,
    /// Zoom band.
    pub band: Band,
    /// What is selected.
    pub selected: Option<Target>,
    /// What the pointer is on.
    pub hovered: Option<Target>,
    /// Scenario seconds since the shown moment, 0 to 899, for transports between two ticks.
    pub seconds_into_tick: u32,
}

impl MapLook {
    /// Nothing selected, everything shown, by the lowest level of any process.
    pub fn new(theme: Theme, band: Band) -> Self {
        Self {
            lens: RegionLens::WorstLevel,
            hidden_layers: HIDDEN_AT_FIRST.map(str::to_owned).into(),
            theme,
            band,
            selected: None,
            hovered: None,
            seconds_into_tick: 0,
        }
    }

    pub(super) fn shows(&self, layer: &str) -> bool {
        !self.hidden_layers.iter().any(|hidden| hidden == layer)
    }
}

/// The map for one seat. Targets are the dense numbers of regions, nodes and edges, and the serial of a transport.
pub fn map_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    map: &MapData,
    look: &MapLook,
) -> MapScene {
    let sites = Sites::of(session.country(), map);
    map_kept(session, viewer, (texts, language), (map, &sites), look)
}

/// The same, where it was looked up before how the network lies on the map.
pub fn map_kept(
    session: &Session,
    viewer: Viewer,
    (texts, language): (&Texts, Language),
    (map, sites): (&MapData, &Sites),
    look: &MapLook,
) -> MapScene {
    let sight = Sight::new(session, viewer, texts, language);
    let lens = sight.lens(look.lens);
    let palette = Palette::of(look.theme);
    // The places of the network are drawn with their figures instead of those of the ground.
    let mut hidden = look.hidden_layers.clone();
    hidden.push("ports".to_owned());
    let of = Ground {
        map,
        band: look.band,
        theme: look.theme,
        hidden: &hidden,
        focus: [look.selected, look.hovered],
    };
    let mut scene = basemap::ground(of, |code| sight.paint(palette, lens, code));
    scene.marking = sight.marking();
    map_network::add(&sight, (map, sites), look, palette, &mut scene);
    if look.shows("incidents") {
        map_moving::add_incidents(&sight, map, look, palette, &mut scene);
    }
    if look.shows("transports") {
        scene.moving = map_moving::symbols(session, viewer, (map, sites), look);
    }
    scene.legend = Some(legend(&sight, palette, look, lens, &scene));
    scene
}

/// Only what moves between two ticks, for `MapScene::moving`.
pub fn moving_view(
    session: &Session,
    viewer: Viewer,
    (map, sites): (&MapData, &Sites),
    look: &MapLook,
) -> Vec<super::scene::Symbol> {
    if !look.shows("transports") {
        return Vec::new();
    }
    map_moving::symbols(session, viewer, (map, sites), look)
}

impl Sight<'_> {
    /// "OEFENING" and the marking of the exercise.
    pub(super) fn marking(&self) -> String {
        let marking = self.word(crate::text::marking_key(self.plan().marking));
        let exercise = self.word("exercise-word");
        self.say("marking-line", &[("exercise", exercise.into()), ("marking", marking.into())])
    }

    fn paint(&self, palette: &Palette, lens: RegionLens, code: &str) -> RegionPaint {
        let Some(region) = self.country().regions.find(|row| row.code == code) else {
            return RegionPaint { colour: None, old: false, target: None };
        };
        let (class, report) = self.class(lens, region);
        RegionPaint {
            colour: Some(class.map_or(palette.abroad, |class| palette.class(ramp(lens), class))),
            old: class.is_none() || self.is_old(report),
            target: Some(Target::Region(region.0)),
        }
    }
}

fn legend(sight: &Sight, palette: &Palette, look: &MapLook, lens: RegionLens, scene: &MapScene) -> Legend {
    let mut entries: Vec<LegendEntry> = (0..CLASSES)
        .map(|class| LegendEntry {
            key: LegendKey::Fill(palette.class(ramp(lens), class), None),
            text: sight.class_words(lens, class),
        })
        .collect();
    let hatched = || scene.layers.iter().flat_map(|layer| &layer.fills).filter(|fill| fill.hatch.is_some());
    let sample = |fill: &Fill, word| LegendEntry {
        key: LegendKey::Fill(fill.colour, fill.hatch),
        text: sight.word(word),
    };
    let missing = |fill: &&Fill| fill.colour == palette.abroad;
    entries.extend(hatched().find(|fill| !missing(fill)).map(|fill| sample(fill, "legend-old")));
    entries.extend(hatched().find(missing).map(|fill| sample(fill, "legend-no-report")));
    if look.shows("load") {
        entries.extend(map_network::legend(sight, palette));
    }
    if let Some(layer) = scene.layers.iter().find(|layer| layer.name == "flow") {
        entries.extend(map_flow::legend(sight, palette, layer));
    }
    entries.extend(map_network::bar_legend(sight, palette, scene));
    if scene.symbols.iter().any(|symbol| symbol.kind == SymbolKind::Warning) {
        let key = LegendKey::Symbol(SymbolKind::Warning, palette.warning);
        entries.push(LegendEntry { key, text: sight.word("legend-damage") });
    }
    if !scene.moving.is_empty() {
        entries.extend(transports(sight, palette, scene));
    }
    let (title, note) = sight.lens_title(lens);
    let others = entries.iter().filter(|entry| !matches!(entry.key, LegendKey::Fill(..))).count();
    let others = u32::try_from(others).unwrap_or(u32::MAX);
    let more =
        if others == 0 { String::new() } else { sight.say("legend-more", &[("count", others.into())]) };
    Legend { title, note, entries, more }
}

/// Forms of the modes, then colours of the categories, as far as they are on the map.
fn transports(sight: &Sight, palette: &Palette, scene: &MapScene) -> Vec<LegendEntry> {
    let modes = Mode::ALL.into_iter().map(|mode| (map_moving::form(mode), palette.symbol, mode_key(mode)));
    let kinds = Class::ALL
        .into_iter()
        .map(|class| (SymbolKind::Square, map_moving::colour(palette, class), class_key(class)));
    let shown_form = |form: SymbolKind| scene.moving.iter().any(|symbol| symbol.kind == form);
    let shown_colour = |colour| scene.moving.iter().any(|symbol| symbol.colour == colour);
    // The flows have told the colours already.
    let told = scene.layers.iter().any(|layer| layer.name == "flow");
    let modes = modes.filter(|(form, ..)| shown_form(*form));
    let kinds = kinds.filter(|(_, colour, _)| !told && shown_colour(*colour));
    modes
        .chain(kinds)
        .map(|(form, colour, key)| LegendEntry {
            key: LegendKey::Symbol(form, colour),
            text: sight.word(key),
        })
        .collect()
}

/// Where a place of the network stands on the map.
pub(super) fn place(sight: &Sight, map: &MapData, node: crate::sim::ids::NodeId) -> [i32; 2] {
    let row = &sight.country().nodes[node];
    map.node(&row.code).unwrap_or(row.at)
}

/// The ring around a symbol that is selected or under the pointer: its colour and width, if any.
pub(super) fn ring(look: &MapLook, palette: &Palette, target: Target) -> Option<(super::style::Rgba, f32)> {
    if look.selected == Some(target) {
        Some((palette.selected, size::SELECTED))
    } else if look.hovered == Some(target) {
        Some((palette.hovered, size::HOVERED))
    } else {
        None
    }
}
