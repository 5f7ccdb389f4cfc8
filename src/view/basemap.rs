//! The ground every map of an exercise stands on: sea, neighbours, regions, roads, fairways, railways, ports and
//! names, chosen per zoom band. It must not know a figure: the caller paints the regions and adds its own layers,
//! symbols and labels. Every colour and size comes from `style`.

use super::scene::{Anchor, Band, Fill, Label, Layer, MapScene, Shape, Stroke, Symbol, SymbolKind, Target};
use super::style::{Palette, Rgba, Theme, size};
use crate::geo::layers::{AreaLayer, LineLayer, PointLayer};
use crate::geo::map::MapData;
use crate::geo::route::Mode;
use crate::geo::shape::At;

/// Codes of the layers a user can switch off, in the order of the list.
pub const LAYERS: [&str; 8] =
    ["rail", "road", "waterway", "pipeline", "ports", "airports", "places", "regions"];

/// How one region is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegionPaint {
    /// Its colour; `None`: plain land.
    pub colour: Option<Rgba>,
    /// Whether the report behind it is missing or old: hatched.
    pub old: bool,
    /// What a click on it means.
    pub target: Option<Target>,
}

/// What the ground is drawn for.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The compiled map.
    pub map: &'a MapData,
    /// How much fits.
    pub band: Band,
    /// Light or dark.
    pub theme: Theme,
    /// Codes of layers that are switched off.
    pub hidden: &'a [String],
    /// What is selected and what the pointer is on: drawn with a strong edge.
    pub focus: [Option<Target>; 2],
}

/// Draws the ground; `paint` gives the look of a region by its code (`VR01` to `VR25`).
pub fn ground(of: Ground<'_>, paint: impl Fn(&str) -> RegionPaint) -> MapScene {
    let palette = Palette::of(of.theme);
    let mut scene = MapScene::empty(palette.sea, palette.ink);
    scene.band = of.band;
    scene.layers.push(of.land(palette));
    let regions = of.regions(palette, paint);
    let focus = of.focus_layer(palette, &regions);
    scene.layers.push(regions);
    scene.layers.push(of.waters(palette));
    for (code, layer) in
        [("waterway", LineLayer::Waterway), ("road", LineLayer::Road), ("rail", LineLayer::Rail)]
    {
        scene.layers.push(of.lines(palette, code, layer));
    }
    scene.layers.push(of.pipelines(palette));
    scene.layers.push(focus);
    of.names(palette, &mut scene);
    scene.credit = credit(of.map);
    scene
}

impl Ground<'_> {
    fn shows(&self, code: &str) -> bool {
        !self.hidden.iter().any(|hidden| hidden == code)
    }

    fn areas(&self, layer: AreaLayer) -> impl Iterator<Item = (u32, &crate::geo::layers::Area)> {
        (0..).zip(self.map.areas()).filter(move |(_, area)| area.layer == layer)
    }

    fn land(&self, palette: &Palette) -> Layer {
        // The regions cover the Dutch land: painting it as well would only cost time.
        let fills = self
            .areas(AreaLayer::Neighbour)
            .map(|(area, _)| Fill { area, colour: palette.abroad, hatch: None, target: None })
            .collect();
        let edge = Shape::Borders(AreaLayer::Neighbour);
        Layer { name: "land", fills, strokes: vec![line(edge, size::BORDER, palette.frontier)] }
    }

    fn regions(&self, palette: &Palette, paint: impl Fn(&str) -> RegionPaint) -> Layer {
        let fills = self
            .areas(AreaLayer::Region)
            .map(|(area, region)| {
                let look = paint(&region.code);
                let colour = look.colour.unwrap_or(palette.land);
                let hatch = look.old.then(|| palette.hatch_on(colour));
                Fill { area, colour, hatch, target: look.target }
            })
            .collect();
        let mut strokes = Vec::new();
        if self.shows("regions") {
            strokes.push(line(Shape::Between(AreaLayer::Region), size::BORDER, palette.border));
        }
        strokes.push(line(Shape::Borders(AreaLayer::Land), size::FRONTIER, palette.frontier));
        Layer { name: "regions", fills, strokes }
    }

    fn waters(&self, palette: &Palette) -> Layer {
        let fills = self
            .areas(AreaLayer::Water)
            .map(|(area, _)| Fill { area, colour: palette.water, hatch: None, target: None })
            .collect();
        let shore = Shape::Borders(AreaLayer::Water);
        Layer { name: "waters", fills, strokes: vec![line(shore, size::BORDER, palette.shore)] }
    }

    fn lines(&self, palette: &Palette, code: &'static str, layer: LineLayer) -> Layer {
        let mut rims = Vec::new();
        let mut strokes = Vec::new();
        // On the whole country only the main ones; nearer by everything.
        let least = match self.band {
            Band::Country => 1,
            Band::Region => 2,
            Band::Local => 3,
        };
        let lines =
            (0..).zip(self.map.lines()).filter(|(_, line)| line.layer == layer && line.info.rank <= least);
        for (number, of_map) in lines.filter(|_| self.shows(code)) {
            let shape = Shape::Line(number);
            match layer {
                LineLayer::Waterway => strokes.push(line(shape, size::fairway(self.band), palette.fairway)),
                // Two lines where there is room for them: every triangle counts without a graphics card.
                LineLayer::Road if self.band == Band::Country => {
                    strokes.push(line(shape, size::road(self.band), palette.road_rim));
                }
                LineLayer::Road => {
                    rims.push(line(shape, size::road(self.band) + 1.4, palette.road_rim));
                    strokes.push(line(shape, size::road(self.band), palette.road));
                }
                LineLayer::Rail => {
                    let mut track = line(shape, size::rail(self.band), palette.rail);
                    track.dash = (of_map.info.status == "buiten gebruik").then_some(size::DASH);
                    if self.band > Band::Country {
                        rims.push(line(shape, size::rail(self.band) + 1.6, palette.rail_rim));
                    }
                    strokes.push(track);
                }
            }
        }
        rims.append(&mut strokes);
        Layer { name: code, fills: Vec::new(), strokes: rims }
    }

    /// Pipelines run straight from place to place: where exactly is nobody's business.
    fn pipelines(&self, palette: &Palette) -> Layer {
        let routes = (0..).zip(self.map.routes()).filter(|(_, route)| route.mode == Mode::Pipeline);
        let stroke = |(number, _)| Stroke {
            dash: Some(size::DOTS),
            ..line(Shape::Route(number), size::PIPELINE, palette.pipeline)
        };
        let strokes = if self.shows("pipeline") { routes.map(stroke).collect() } else { Vec::new() };
        Layer { name: "pipeline", fills: Vec::new(), strokes }
    }

    /// Strong edges around what is selected and what the pointer is on.
    fn focus_layer(&self, palette: &Palette, regions: &Layer) -> Layer {
        let looks = [(size::SELECTED, palette.selected), (size::HOVERED, palette.hovered)];
        let edges = self.focus.iter().zip(looks).rev().filter_map(|(target, (width, colour))| {
            let wanted = (*target)?;
            let fill = regions.fills.iter().find(|fill| fill.target == Some(wanted))?;
            Some(line(Shape::Area(fill.area), width, colour))
        });
        Layer { name: "focus", fills: Vec::new(), strokes: edges.collect() }
    }

    fn names(&self, palette: &Palette, scene: &mut MapScene) {
        let [region_px, place_px, note_px] = size::TEXT;
        let label = |at: At, text: &str, rank, size_px, colour, anchor| Label {
            at,
            text: text.to_owned(),
            rank,
            size_px,
            colour,
            anchor,
        };
        if self.shows("regions") {
            for (_, region) in self.areas(AreaLayer::Region) {
                let text = two_lines(&region.name);
                scene.labels.push(label(
                    region.label,
                    &text,
                    1,
                    region_px,
                    palette.region_text,
                    Anchor::Centre,
                ));
            }
        }
        for sea in self.map.points_of(PointLayer::Sea) {
            scene.labels.push(label(sea.at, &sea.name, 3, region_px, palette.water_text, Anchor::Centre));
        }
        for (_, water) in self.areas(AreaLayer::Water).filter(|_| self.band > Band::Country) {
            scene.labels.push(label(
                water.label,
                &water.name,
                6,
                note_px,
                palette.water_text,
                Anchor::Centre,
            ));
        }
        for point in self.map.points() {
            let Some(mark) = self.mark(palette, point) else { continue };
            if let Some(symbol) = mark.symbol {
                scene.symbols.push(symbol);
            }
            // On the whole country a region and its town of the same name would stand side by side: the region has the name.
            let twice = self.band == Band::Country
                && self.shows("regions")
                && self.areas(AreaLayer::Region).any(|(_, region)| region.name == point.name);
            if mark.named && !twice {
                let size_px = if point.layer == PointLayer::Place { place_px } else { note_px };
                scene.labels.push(label(
                    point.at,
                    &point.name,
                    mark.rank,
                    size_px,
                    palette.ink.text,
                    mark.anchor,
                ));
            }
        }
    }

    fn mark(&self, palette: &Palette, point: &crate::geo::layers::Point) -> Option<Mark> {
        let least = match self.band {
            Band::Country => 1,
            Band::Region => 2,
            Band::Local => 4,
        };
        let (code, kind, size_px) = match point.layer {
            PointLayer::Port => ("ports", SymbolKind::Square, size::PORT),
            PointLayer::Yard | PointLayer::Border => ("rail", SymbolKind::Diamond, size::PORT - 2.0),
            PointLayer::Airport => ("airports", SymbolKind::Disc, size::PORT - 2.0),
            PointLayer::Place => ("places", SymbolKind::Disc, 3.5),
            PointLayer::Station | PointLayer::Sea => return None,
        };
        let abroad = !matches!(point.country.as_str(), "NL" | "");
        let small =
            point.layer != PointLayer::Port && self.band == Band::Country && point.layer != PointLayer::Place;
        if !self.shows(code) || point.rank > least || small || (abroad && point.rank > least.min(2)) {
            return None;
        }
        let symbol = Symbol {
            at: point.at,
            shift_px: [0.0, 0.0],
            kind,
            size_px: if point.rank > 1 { size_px * 0.8 } else { size_px },
            colour: palette.symbol,
            rim: palette.rim,
            heading_deg: 0,
            target: None,
        };
        let base = if point.layer == PointLayer::Place { 2 } else { 4 };
        let anchor = Anchor::Beside((size_px / 2.0) as u8 + 1);
        Some(Mark { symbol: Some(symbol), named: true, rank: base + 2 * point.rank, anchor })
    }
}

struct Mark {
    symbol: Option<Symbol>,
    named: bool,
    rank: u8,
    anchor: Anchor,
}

fn line(shape: Shape, width_px: f32, colour: Rgba) -> Stroke {
    Stroke { shape, width_px, colour, dash: None, target: None }
}

/// Long names of regions in two lines, broken at the hyphen or space nearest to the middle.
fn two_lines(name: &str) -> String {
    const LONG: usize = 14;
    let letters = name.chars().count();
    if letters <= LONG {
        return name.to_owned();
    }
    let middle = name.len() / 2;
    let breaks = name.char_indices().filter(|(_, letter)| matches!(letter, '-' | ' '));
    match breaks.min_by_key(|(at, _)| at.abs_diff(middle)) {
        Some((at, ' ')) => format!("{}\n{}", &name[..at], &name[at + 1..]),
        Some((at, _)) => format!("{}\n{}", &name[..=at], &name[at + 1..]),
        None => name.to_owned(),
    }
}

/// The sources in one line; each publisher once.
fn credit(map: &MapData) -> String {
    let mut named: Vec<String> = Vec::new();
    for source in map.attribution() {
        let text = format!("{} ({})", source.publisher, source.licence);
        if !named.contains(&text) {
            named.push(text);
        }
    }
    named.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene(band: Band, hidden: &[String]) -> MapScene {
        let map = MapData::built_in().unwrap();
        let of =
            Ground { map: &map, band, theme: Theme::Light, hidden, focus: [Some(Target::Region(3)), None] };
        ground(of, |code| RegionPaint {
            colour: None,
            old: code == "VR10",
            target: code[2..].parse().ok().map(Target::Region),
        })
    }

    #[test]
    fn all_regions_are_painted_and_one_is_old() {
        let scene = scene(Band::Country, &[]);
        let regions = scene.layers.iter().find(|layer| layer.name == "regions").unwrap();
        assert_eq!(regions.fills.len(), 25);
        assert_eq!(regions.fills.iter().filter(|fill| fill.hatch.is_some()).count(), 1);
        let focus = scene.layers.iter().find(|layer| layer.name == "focus").unwrap();
        assert_eq!(focus.strokes.len(), 1);
        assert!(scene.credit.contains("OpenStreetMap"));
    }

    #[test]
    fn nearer_by_there_is_more_and_a_hidden_layer_is_gone() {
        let count = |scene: &MapScene| scene.labels.len() + scene.symbols.len();
        assert!(count(&scene(Band::Local, &[])) > 2 * count(&scene(Band::Country, &[])));
        let without = scene(Band::Local, &["rail".to_owned()]);
        let rail = without.layers.iter().find(|layer| layer.name == "rail").unwrap();
        assert!(rail.strokes.is_empty());
    }

    #[test]
    fn a_town_that_is_called_like_its_region_has_no_second_name_on_the_whole_country() {
        let named = |band, hidden: &[String]| {
            let labels = scene(band, hidden).labels;
            labels.iter().filter(|label| label.text == "Utrecht").count()
        };
        assert_eq!((named(Band::Country, &[]), named(Band::Region, &[])), (1, 2));
        assert_eq!(named(Band::Country, &["regions".to_owned()]), 1, "then the town has it");
    }

    #[test]
    fn long_names_break_near_the_middle() {
        assert_eq!(two_lines("Brabant-Zuidoost"), "Brabant-\nZuidoost");
        assert_eq!(two_lines("Noord- en Oost-Gelderland"), "Noord- en Oost-\nGelderland");
        assert_eq!(two_lines("Zeeland"), "Zeeland");
    }
}
