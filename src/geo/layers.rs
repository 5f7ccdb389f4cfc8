//! What lies on the map: areas, lines and points with their names and attributes.
//!
//! Plain values as the compiler stored them. Colours and sizes are no business of this file (see `view`); the
//! joints between areas are in `map`.

use super::shape::{At, Bounds, Level, Polyline};
use serde::{Deserialize, Serialize};

/// Which kind of area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AreaLayer {
    /// The land of a neighbouring country, cut off at the edge of the map.
    Neighbour,
    /// The land of the Netherlands (one area).
    Land,
    /// A large inland water, its islands included.
    Water,
    /// A safety region (veiligheidsregio), without the big waters.
    Region,
}

/// An area with a name; its shape comes from `MapData::rings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Kind of area.
    pub layer: AreaLayer,
    /// `NL`, a country code, `VR01` to `VR25`, or for waters a code made from the name.
    pub code: String,
    /// Dutch name as the source writes it.
    pub name: String,
    /// Where a label reads best: inside, far from the border.
    pub label: At,
    /// Province, for safety regions; else empty.
    pub province: String,
    /// Inhabitants on 1 January 2022 (CBS), for safety regions; else 0.
    pub population: u32,
    /// Area in tenths of km2 as the source states it, for safety regions; else 0.
    pub area_tenth_km2: u32,
    /// Closed rings as chains of arc references: `n` is arc n forward, `-1 - n` is arc n backward.
    pub(super) rings: Vec<Vec<i32>>,
}

/// Which kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LineLayer {
    /// Railway.
    Rail,
    /// A road (motorway) or N road.
    Road,
    /// River, canal or fairway.
    Waterway,
}

/// A named line in one piece. A road with gaps gives several lines with the same code.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LineInfo {
    /// Identifier: rail `id`, road number, or for waterways a code made from the name.
    pub code: String,
    /// Name as a user reads it.
    pub name: String,
    /// Country code; empty where the source has none.
    pub country: String,
    /// Importance, 1 high to 3 low: main corridors, A roads and main routes are 1.
    pub rank: u8,
    /// True where drawn from station to station or by hand, 1 to 2 km accurate.
    pub approx: bool,
    /// Rail: voltage (`1500DC`, `25kV`, ...), `deels` or `nee`; else empty.
    pub electrified: String,
    /// Rail: used by freight trains in ordinary times.
    pub freight: bool,
    /// Rail: used by passenger trains.
    pub passenger: bool,
    /// Rail: freight corridor; else empty.
    pub corridor: String,
    /// Rail: `in dienst` or `buiten gebruik`; else empty.
    pub status: String,
    /// Rail: number of tracks; else 0.
    pub tracks: u8,
    /// Waterway: CEMT class; else empty.
    pub cemt: String,
    /// Waterway: open to sea-going ships.
    pub seagoing: bool,
    /// Road: numbers of E routes, separated by a space; else empty.
    pub e_roads: String,
}

/// A line on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Kind of line.
    pub layer: LineLayer,
    /// Name and attributes.
    pub info: LineInfo,
    pub(super) shape: Polyline,
}

impl Line {
    /// The vertices at a level of detail; at least two.
    pub fn points(&self, level: Level) -> &[At] {
        self.shape.points(level)
    }

    /// The box around the line, for culling.
    pub fn bounds(&self) -> Bounds {
        let first = self.shape.first();
        Bounds::around(self.shape.points(Level::Fine)).unwrap_or(Bounds { min: first, max: first })
    }
}

/// Which kind of point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PointLayer {
    /// Seaport, inland port or rail terminal.
    Port,
    /// City, town or village.
    Place,
    /// Airport or air base.
    Airport,
    /// Main railway station.
    Station,
    /// Railway yard (emplacement).
    Yard,
    /// Railway border crossing.
    Border,
    /// Label of a sea or sea arm; no exact place.
    Sea,
}

/// A named point on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Kind of point.
    pub layer: PointLayer,
    /// Code of the source (UN/LOCODE, ICAO, station abbreviation); empty where it has none.
    pub code: String,
    /// Name as a user reads it.
    pub name: String,
    /// Position in RD metres.
    pub at: At,
    /// Importance, 1 high to 3 low.
    pub rank: u8,
    /// Country code; empty where the source has none.
    pub country: String,
    /// Dutch word for the kind within the layer (`zeehaven`, `vliegbasis`, ...); else empty.
    pub kind: String,
    /// Inhabitants of a place (GeoNames, indicative); else 0.
    pub population: u32,
    /// True where placed by hand, about 1 km accurate.
    pub approx: bool,
}

/// Where a node of the transport network stands on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodePlace {
    /// Code of the node in the network file.
    pub code: String,
    /// Position in RD metres: on its railway, else its road, else its waterway, else as the network file says.
    pub at: At,
}

/// A source to name wherever the map is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// What was taken, in Dutch.
    pub subject: String,
    /// Who published it.
    pub publisher: String,
    /// Licence name or identifier.
    pub licence: String,
}
