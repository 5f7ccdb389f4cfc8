//! The map of an exercise: the ground, painted by what the viewer knows, with the network, places, incidents and transports.
//!
//! Must not know colours or sizes (`style`), nor how it is drawn. The network is in `map_network`, what moves in
//! `map_moving`.

use super::{
    basemap::{self, Ground, RegionPaint},
    map_flow, map_moving, map_network,
    scene::{Band, Legend, LegendEntry, LegendKey, MapScene, SymbolKind, Target},
    style::{CLASSES, Palette, Ramp, Theme, size},
    viewer::{Report, Sight, Viewer},
};
use crate::{
    geo::map::MapData,
    session::Session,
    sim::{
        country::{Class, Mode},
        ids::{DenseId, RegionId},
        metric::{Metric, RegionLens, value},
        num::Level,
        query,
    },
    text::{Language, Texts, class_key, level_key, mode_key},
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

/// Lower limits of the classes of unmet need, in weighted person-days per 1 000 inhabitants since the start. Powers of ten:
/// an hour without water for everybody is 42, a day without electricity 500.
const NEED_FROM: [i64; CLASSES - 1] = [1, 10, 100, 1000];

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
    map_network::add(&sight, map, look, palette, &mut scene);
    if look.shows("incidents") {
        map_moving::add_incidents(&sight, map, look, palette, &mut scene);
    }
    if look.shows("transports") {
        scene.moving = map_moving::symbols(session, viewer, map, look);
    }
    scene.legend = Some(legend(&sight, palette, look, lens, &scene));
    scene
}

/// Only what moves between two ticks, for `MapScene::moving`.
pub fn moving_view(
    session: &Session,
    viewer: Viewer,
    map: &MapData,
    look: &MapLook,
) -> Vec<super::scene::Symbol> {
    if !look.shows("transports") {
        return Vec::new();
    }
    map_moving::symbols(session, viewer, map, look)
}

impl Sight<'_> {
    /// The lens, or the first that the viewer may use: unmet need counts what was not reported.
    pub(super) fn lens(&self, lens: RegionLens) -> RegionLens {
        if lens == RegionLens::UnmetNeed && !self.is_lead() { RegionLens::WorstLevel } else { lens }
    }

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
            colour: Some(palette.class(Ramp::Trouble, class)),
            old: self.is_old(report),
            target: Some(Target::Region(region.0)),
        }
    }

    /// Class of a region under a lens, 0 as on an ordinary day to 4 worst, and the age of what it rests on.
    pub(super) fn class(&self, lens: RegionLens, region: RegionId) -> (usize, Report) {
        match lens {
            RegionLens::WorstLevel => (trouble(self.worst(region).0), self.region_report(region)),
            RegionLens::Level(process) if process.index() < self.country().processes.len() => {
                (trouble(self.level(process, region)), self.report(process, region))
            }
            RegionLens::Level(_) => (0, Report::Now),
            // Scaling up is announced; two of the five steps share a colour.
            RegionLens::Grip => {
                let level = crate::sim::grip::level(self.country(), self.state(), region);
                (usize::from(level.min(4)), Report::Now)
            }
            RegionLens::UnmetNeed => {
                let days = value(self.country(), self.state(), Metric::UnmetNeed(Some(region)));
                let people = i64::from(self.country().regions[region].population).max(1);
                let per_thousand = days.saturating_mul(1000) / people;
                (NEED_FROM.iter().filter(|from| per_thousand >= **from).count(), Report::Now)
            }
        }
    }
}

/// Class of a level on the map: 0 normal to 4 out.
fn trouble(level: Level) -> usize {
    usize::from(4 - query::level_class(level).min(4))
}

fn legend(sight: &Sight, palette: &Palette, look: &MapLook, lens: RegionLens, scene: &MapScene) -> Legend {
    let mut entries: Vec<LegendEntry> = (0..CLASSES)
        .map(|class| LegendEntry {
            key: LegendKey::Fill(palette.class(Ramp::Trouble, class), None),
            text: class_words(sight, lens, class),
        })
        .collect();
    let old = scene.layers.iter().flat_map(|layer| &layer.fills).find(|fill| fill.hatch.is_some());
    if let Some(fill) = old {
        let key = LegendKey::Fill(fill.colour, fill.hatch);
        entries.push(LegendEntry { key, text: sight.word("legend-old") });
    }
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
    let title = match lens {
        RegionLens::UnmetNeed => sight.word("legend-need"),
        RegionLens::WorstLevel | RegionLens::Level(_) | RegionLens::Grip => sight.tell().region_lens(lens),
    };
    Legend { title, entries }
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

/// A class of the lens in words, with its limits.
fn class_words(sight: &Sight, lens: RegionLens, class: usize) -> String {
    if lens == RegionLens::Grip {
        return sight.word(
            ["grip-class-0", "grip-class-1", "grip-class-2", "grip-class-3", "grip-class-4"][class.min(4)],
        );
    }
    if lens == RegionLens::UnmetNeed {
        let from = class.checked_sub(1).and_then(|index| NEED_FROM.get(index));
        return match (from, NEED_FROM.get(class)) {
            (Some(from), Some(to)) => {
                sight.say("legend-from-to", &[("from", (*from).into()), ("to", (*to).into())])
            }
            (Some(from), None) => sight.say("legend-above", &[("from", (*from).into())]),
            (None, _) => sight.word("legend-need-none"),
        };
    }
    let level = 4 - class.min(4);
    let name = sight.word(level_key(level as u8));
    match level.checked_sub(1).map(|index| query::CLASS_FROM_PERMILLE[index]) {
        Some(from) => {
            let share = crate::text::permille_as_percent(sight.language, from.into());
            sight.say("legend-class-from", &[("name", name.into()), ("share", share.into())])
        }
        None => name,
    }
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
