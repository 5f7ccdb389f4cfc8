//! The map as plain data: styled polygons, lines, symbols and labels for one seat, one lens and one zoom band.
//! It must not copy static geometry: paints name a shape by number and the back end fetches its points, so a
//! new set of colours costs a few hundred bytes. Look next at `style` (colours), `svg` and `crate::app::map`
//! (the two back ends), `labels` (which texts fit).

use serde::Serialize;

use super::style::Rgba;
use crate::geo::layers::AreaLayer;
use crate::geo::map::MapData;
use crate::geo::rd::wgs84_from_rd;
use crate::geo::shape::{At, Level};

/// A piece of static geometry, by its number in the compiled map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Shape {
    /// An area; as a stroke: its edge. Number in `MapData::areas`.
    Area(u32),
    /// All borders of a layer of areas, each drawn once.
    Borders(AreaLayer),
    /// Only the borders that two areas of a layer share.
    Between(AreaLayer),
    /// A line that is only scenery (a railway, a motorway, a fairway). Number in `MapData::lines`.
    Line(u32),
    /// The course of an edge of the network. Number in `MapData::routes`.
    Route(u32),
}

impl Shape {
    /// The rings of an area (outer rings and holes, even-odd, the first point not repeated) or the parts of a
    /// line. Empty for a number that does not exist.
    pub fn parts(self, map: &MapData, level: Level) -> Vec<Vec<At>> {
        match self {
            Self::Area(area) => {
                let mut rings = map.rings(area as usize, level);
                let abroad =
                    map.areas().get(area as usize).is_some_and(|it| it.layer == AreaLayer::Neighbour);
                for ring in &mut rings {
                    if abroad {
                        past_the_edge(ring);
                    }
                    if ring.len() > 1 && ring.first() == ring.last() {
                        ring.pop();
                    }
                }
                rings
            }
            // Where a neighbour is cut off there is no border: what remains of the line ends there.
            Self::Borders(AreaLayer::Neighbour) => {
                let arcs = map.borders(AreaLayer::Neighbour, level).into_iter();
                arcs.flat_map(|(_, arc)| {
                    let runs = arc.split(|at| sides_cut(*at) != [0, 0]);
                    runs.filter(|run| run.len() > 1).map(<[At]>::to_vec).collect::<Vec<_>>()
                })
                .collect()
            }
            Self::Borders(layer) => {
                map.borders(layer, level).into_iter().map(|(_, arc)| arc.to_vec()).collect()
            }
            Self::Between(layer) => {
                let shared = map.borders(layer, level).into_iter().filter(|(sides, _)| sides.len() > 1);
                shared.map(|(_, arc)| arc.to_vec()).collect()
            }
            Self::Line(line) => part(map.lines().get(line as usize).map(|line| line.points(level))),
            Self::Route(route) => part(map.routes().get(route as usize).map(|route| route.points(level))),
        }
    }

    /// Whether the parts are rings.
    pub fn closed(self) -> bool {
        matches!(self, Self::Area(_))
    }
}

/// The neighbours are cut off at these degrees: west, east and south. See `assets/map/SOURCES.md`.
const CUT: [f64; 3] = [0.9, 8.5, 50.3];
/// A vertex this near to the cut lies on it, degrees.
const ON_CUT: f64 = 0.004;
/// How far land runs on beyond the cut, metres: farther than any window shows.
const BEYOND: i32 = 500_000;

/// On which sides a point lies on the cut: east and north of it count up, west and south down.
fn sides_cut(at: At) -> [i32; 2] {
    let (lon, lat) = wgs84_from_rd(f64::from(at[0]), f64::from(at[1]));
    let across = i32::from(lon > CUT[1] - ON_CUT) - i32::from(lon < CUT[0] + ON_CUT);
    [across, -i32::from(lat < CUT[2] + ON_CUT)]
}

/// Pushes what lies on the cut out of sight, so that a wide window does not show a straight coast.
fn past_the_edge(points: &mut [At]) {
    for at in points {
        let sides = sides_cut(*at);
        for axis in [0, 1] {
            at[axis] += sides[axis] * BEYOND;
        }
    }
}

fn part(points: Option<&[At]>) -> Vec<Vec<At>> {
    points.map(<[At]>::to_vec).into_iter().collect()
}

/// What a click on the map means. Numbers are the simulation's dense ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Target {
    /// A safety region.
    Region(u32),
    /// A port, yard, junction or border crossing.
    Node(u32),
    /// A stretch of rail, road or water.
    Edge(u32),
    /// A train, convoy, barge or ship.
    Consignment(u32),
}

/// How much fits on the map: the scene is rebuilt when the band changes, not at every turn of the wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Band {
    /// The whole country on one screen.
    Country,
    /// A few regions.
    Region,
    /// A port or a city.
    Local,
}

impl Band {
    /// The band for a scale in metres per logical pixel.
    pub fn at_scale(metres_per_px: f64) -> Self {
        if metres_per_px > 220.0 {
            Self::Country
        } else if metres_per_px > 55.0 {
            Self::Region
        } else {
            Self::Local
        }
    }

    /// The level of detail that suits the band.
    pub fn level(self) -> Level {
        match self {
            Self::Country => Level::Coarse,
            Self::Region => Level::Mid,
            Self::Local => Level::Fine,
        }
    }
}

/// One map, ready to be drawn by any back end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MapScene {
    /// The zoom band this scene was made for.
    pub band: Band,
    /// Colour behind everything: open sea.
    pub ground: Rgba,
    /// Layers from back to front.
    pub layers: Vec<Layer>,
    /// Symbols that stay where they are: ports, yards, crossings, incidents.
    pub symbols: Vec<Symbol>,
    /// Symbols that move with the clock; drawn over `symbols`.
    pub moving: Vec<Symbol>,
    /// Texts on the map; the back end leaves out what does not fit.
    pub labels: Vec<Label>,
    /// Explanation of the lens and the symbols.
    pub legend: Option<Legend>,
    /// Sources of the map, one line, always shown.
    pub credit: String,
    /// "OEFENING" and the chosen marking, always shown.
    pub marking: String,
    /// Colours of text, halo and scale bar.
    pub ink: Ink,
}

/// Colours of what is written on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Ink {
    /// Text and scale bar.
    pub text: Rgba,
    /// Behind text, so that it reads on any ground.
    pub halo: Rgba,
    /// The exercise marking.
    pub marking: Rgba,
}

/// One layer: fills first, then strokes in their order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Layer {
    /// Stable name of the layer, for example "regions".
    pub name: &'static str,
    /// Polygons.
    pub fills: Vec<Fill>,
    /// Lines.
    pub strokes: Vec<Stroke>,
}

/// A painted area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fill {
    /// Which area.
    pub area: u32,
    /// Its colour.
    pub colour: Rgba,
    /// Colour of the hatch that says "unknown" or "old report"; `None`: no hatch.
    pub hatch: Option<Rgba>,
    /// What a click on it means.
    pub target: Option<Target>,
}

/// A painted line. Widths are logical pixels whatever the zoom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stroke {
    /// Which line, or the edge of which area.
    pub shape: Shape,
    /// Width in pixels.
    pub width_px: f32,
    /// Its colour.
    pub colour: Rgba,
    /// Length of dash and gap in pixels; `None`: solid.
    pub dash: Option<[f32; 2]>,
    /// What a click on it means.
    pub target: Option<Target>,
}

/// Forms that stay apart in grey and at 8 pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum SymbolKind {
    /// A round spot.
    Disc,
    /// A square.
    Square,
    /// A square on its corner.
    Diamond,
    /// A drop of fuel.
    Drop,
    /// An arrow head that points along `heading_deg`.
    Arrow,
    /// A triangle standing on its base: something is wrong here.
    Warning,
    /// An upright bar filled to a share of one thousand: a berth or a yard.
    Bar {
        /// Filled share in thousandths, 0 to 1000.
        permille: u16,
    },
}

/// A mark on the map with a size in pixels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Symbol {
    /// Where it stands.
    pub at: At,
    /// Shift in pixels, right and down, for bars beside a port.
    pub shift_px: [f32; 2],
    /// Its form.
    pub kind: SymbolKind,
    /// Width in pixels.
    pub size_px: f32,
    /// Its colour.
    pub colour: Rgba,
    /// Colour of its rim.
    pub rim: Rgba,
    /// Degrees clockwise from north; only arrows turn.
    pub heading_deg: i16,
    /// What a click on it means.
    pub target: Option<Target>,
}

/// Where a label stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Anchor {
    /// Centred on the point.
    Centre,
    /// To the right of a symbol of this radius in pixels; to the left when there is no room.
    Beside(u8),
}

/// A text on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Label {
    /// The point it belongs to.
    pub at: At,
    /// What it says; a line break makes a second line.
    pub text: String,
    /// 0 is placed first; ties are settled by the order in the list.
    pub rank: u8,
    /// Height of the text in pixels.
    pub size_px: f32,
    /// Colour of the text.
    pub colour: Rgba,
    /// Where it stands.
    pub anchor: Anchor,
}

/// What the colours, lines and symbols mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Legend {
    /// What is shown.
    pub title: String,
    /// Its unit, and whether more is worse; empty: nothing to add.
    pub note: String,
    /// One line per class.
    pub entries: Vec<LegendEntry>,
    /// In place of what is not shown, where only the colours of the regions are; empty: nothing is missing then.
    pub more: String,
}

/// One line of a legend.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LegendEntry {
    /// The sample.
    pub key: LegendKey,
    /// What it stands for.
    pub text: String,
}

/// The sample in front of a legend line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum LegendKey {
    /// A filled box, hatched if a second colour is given.
    Fill(Rgba, Option<Rgba>),
    /// A line with its width and dash in pixels.
    Line(Rgba, f32, Option<[f32; 2]>),
    /// A symbol.
    Symbol(SymbolKind, Rgba),
}

/// Length of a scale bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScaleBar {
    /// Length on the ground in metres, a round number.
    pub metres: u32,
    /// The same with its unit, for example "20 km".
    pub text: String,
}

impl ScaleBar {
    /// The longest round length (1, 2 or 5 times a power of ten) that fits in `room_px`.
    pub fn fit(metres_per_px: f64, room_px: f64) -> Self {
        let room = (metres_per_px * room_px).max(1.0) as u32;
        let mut unit = 1_u32;
        while unit <= room / 10 {
            unit *= 10;
        }
        let metres = [5, 2, 1].into_iter().map(|n| n * unit).find(|&n| n <= room).unwrap_or(unit);
        let text = if metres >= 1000 { format!("{} km", metres / 1000) } else { format!("{metres} m") };
        Self { metres, text }
    }
}

impl MapScene {
    /// An empty map, shown before the first view is built.
    pub fn empty(ground: Rgba, ink: Ink) -> Self {
        Self {
            band: Band::Country,
            ground,
            layers: Vec::new(),
            symbols: Vec::new(),
            moving: Vec::new(),
            labels: Vec::new(),
            legend: None,
            credit: String::new(),
            marking: String::new(),
            ink,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_bar_is_a_round_length_that_fits() {
        let bar = |mpp| ScaleBar::fit(mpp, 120.0).text;
        assert_eq!(bar(380.0), "20 km");
        assert_eq!(bar(420.0), "50 km");
        assert_eq!(bar(9.0), "1 km");
        assert_eq!(bar(5.0), "500 m");
        assert_eq!(bar(0.001), "1 m");
    }

    #[test]
    fn neighbours_run_on_beyond_the_edge_of_the_map() {
        let map = MapData::built_in().unwrap();
        let germany = map.area("DE").unwrap().0 as u32;
        let east =
            |shape: Shape| shape.parts(&map, Level::Coarse).into_iter().flatten().map(|at| at[0]).max();
        assert!(east(Shape::Area(germany)) > Some(map.bounds().max[0] + 400_000));
        assert!(east(Shape::Area(map.area("VR05").unwrap().0 as u32)) < Some(map.bounds().max[0]));
    }

    #[test]
    fn no_border_is_drawn_where_a_neighbour_is_cut_off() {
        let map = MapData::built_in().unwrap();
        let lines = Shape::Borders(AreaLayer::Neighbour).parts(&map, Level::Coarse);
        assert!(lines.len() > 3 && lines.iter().flatten().all(|at| sides_cut(*at) == [0, 0]));
    }

    #[test]
    fn bands_follow_the_scale() {
        assert_eq!(Band::at_scale(400.0), Band::Country);
        assert_eq!(Band::at_scale(100.0), Band::Region);
        assert_eq!(Band::at_scale(10.0), Band::Local);
        assert!(Band::Country.level() > Band::Local.level());
    }
}
