//! The compiled map: areas on shared borders, lines, points and routes, ready to draw and to ask.
//!
//! Read-only after loading. It knows geometry and names, nothing of the state of an exercise. Borders are stored
//! once as arcs and simplified per arc, so neighbouring areas meet without gaps at every level of detail.
//! The file is in `file`, the making of it in `compile`.

use super::file::{self, Content, MapError};
use super::layers::{Area, AreaLayer, Attribution, Line, LineLayer, NodePlace, Point, PointLayer};
use super::route::Route;
use super::shape::{At, Bounds, Level, Polyline, ring_holds};
use std::path::Path;

/// Files in the map directory; apart, so that what derives from OpenStreetMap (ODbL) stays recognisable.
pub const FILES: [&str; 4] = ["base.map", "rail.odbl.map", "routes.map", "rail-routes.odbl.map"];

/// Where the neighbours are drawn everywhere: inside longitude 0.9 to 8.5 and latitude 50.3 to 54.3, to which the land is cut.
pub const DRAWN: Bounds = Bounds { min: [-137_000, 267_000], max: [357_000, 701_000] };

/// The whole map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapData {
    arcs: Vec<Polyline>,
    areas: Vec<Area>,
    lines: Vec<Line>,
    points: Vec<Point>,
    /// In order of edge code.
    routes: Vec<Route>,
    /// In order of node code.
    nodes: Vec<NodePlace>,
    attribution: Vec<Attribution>,
    bounds: Bounds,
    /// The box around the Dutch land.
    home: Bounds,
    /// Per region: index in `areas`, box and closed rings at the fine level.
    regions: Vec<(usize, Bounds, Vec<Vec<At>>)>,
}

impl MapData {
    /// The map that is built into the program.
    pub fn built_in() -> Result<MapData, MapError> {
        MapData::from_files(&[
            include_bytes!("../../assets/map/base.map"),
            include_bytes!("../../assets/map/rail.odbl.map"),
            include_bytes!("../../assets/map/routes.map"),
            include_bytes!("../../assets/map/rail-routes.odbl.map"),
        ])
    }

    /// Loads every file of `FILES` from a directory.
    pub fn from_dir(dir: &Path) -> Result<MapData, MapError> {
        let read = |name: &&str| {
            let path = dir.join(name);
            std::fs::read(&path).map_err(|source| MapError::Unreadable { path, source })
        };
        let files = FILES.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        MapData::from_files(&files.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    /// Reads a single map file.
    pub fn from_bytes(bytes: &[u8]) -> Result<MapData, MapError> {
        MapData::from_files(&[bytes])
    }

    /// Reads map files and puts them together, in the order given.
    pub fn from_files(files: &[&[u8]]) -> Result<MapData, MapError> {
        let mut all = Content::default();
        for bytes in files {
            let mut part = file::decode(bytes)?;
            if !all.arcs.is_empty() && !part.areas.is_empty() {
                return Err(MapError::Content("two files with areas".to_owned()));
            }
            all.attribution.append(&mut part.attribution);
            all.arcs.append(&mut part.arcs);
            all.areas.append(&mut part.areas);
            all.lines.append(&mut part.lines);
            all.points.append(&mut part.points);
            all.routes.append(&mut part.routes);
            all.nodes.append(&mut part.nodes);
        }
        MapData::from_content(all)
    }

    fn from_content(content: Content) -> Result<MapData, MapError> {
        let Content { attribution: named, arcs, areas, lines, points, routes, mut nodes } = content;
        check_rings(&areas, &arcs)?;
        let mut attribution: Vec<Attribution> = Vec::new();
        for source in named {
            if !attribution.contains(&source) {
                attribution.push(source);
            }
        }
        let mut routes: Vec<Route> = routes.into_iter().map(Route::from).collect();
        routes.sort_by(|a, b| a.edge.cmp(&b.edge));
        nodes.sort_by(|a, b| a.code.cmp(&b.code));
        if let Some(pair) = routes.windows(2).find(|pair| pair[0].edge == pair[1].edge) {
            return Err(MapError::Content(format!("two routes for edge {}", pair[0].edge)));
        }
        let everything = (arcs.iter().chain(lines.iter().map(|line| &line.shape)))
            .flat_map(|line| line.points(Level::Fine))
            .chain(points.iter().map(|point| &point.at));
        let bounds = Bounds::around(everything).unwrap_or(Bounds { min: [0, 0], max: [0, 0] });
        let (home, regions) = (bounds, Vec::new());
        let mut map =
            MapData { arcs, areas, lines, points, routes, nodes, attribution, bounds, home, regions };
        map.home = map.around_land().unwrap_or(bounds);
        map.regions = (0..map.areas.len())
            .filter(|&index| map.areas[index].layer == AreaLayer::Region)
            .filter_map(|index| {
                let rings = map.rings(index, Level::Fine);
                Some((index, Bounds::around(rings.iter().flatten())?, rings))
            })
            .collect();
        Ok(map)
    }

    /// All areas; their order is fixed by the file. Draw in this order: neighbours, land, waters,
    /// regions (a water covers its islands, a region shows them).
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The area with a code, such as `VR17`, and its index.
    pub fn area(&self, code: &str) -> Option<(usize, &Area)> {
        self.areas.iter().enumerate().find(|(_, area)| area.code == code)
    }

    /// The closed rings (first vertex repeated at the end) of an area at a level of detail: shores, islands and
    /// holes, to be filled by the even-odd rule. Rings too small to see at the level are left out.
    /// Empty for an index that does not exist.
    pub fn rings(&self, area: usize, level: Level) -> Vec<Vec<At>> {
        let chains = self.areas.get(area).map_or(&[][..], |area| &area.rings);
        chains.iter().map(|chain| self.ring(chain, level)).filter(|ring| worth_drawing(ring, level)).collect()
    }

    fn ring(&self, chain: &[i32], level: Level) -> Vec<At> {
        let mut ring: Vec<At> = Vec::new();
        for &reference in chain {
            let (index, backward) = arc_of(reference);
            let points = self.arcs[index].points(level);
            // The first vertex of an arc is the last of the arc before it.
            let skip = usize::from(!ring.is_empty());
            if backward {
                ring.extend(points.iter().rev().skip(skip));
            } else {
                ring.extend(points.iter().skip(skip));
            }
        }
        ring
    }

    /// Borders as single lines: each arc once, with the indices of the areas of the given layer on its sides (one
    /// for an outer border, two between neighbours). For drawing borders without doubling them.
    pub fn borders(&self, layer: AreaLayer, level: Level) -> Vec<(Vec<usize>, &[At])> {
        let mut sides = vec![Vec::new(); self.arcs.len()];
        for (index, area) in self.areas.iter().enumerate().filter(|(_, area)| area.layer == layer) {
            for &reference in area.rings.iter().flatten() {
                sides[arc_of(reference).0].push(index);
            }
        }
        let drawn = sides.into_iter().zip(&self.arcs).filter(|(sides, _)| !sides.is_empty());
        drawn.map(|(sides, arc)| (sides, arc.points(level))).collect()
    }

    /// All lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines of one layer.
    pub fn lines_of(&self, layer: LineLayer) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.layer == layer)
    }

    /// All points.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The points of one layer.
    pub fn points_of(&self, layer: PointLayer) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(move |point| point.layer == layer)
    }

    /// The course of a network edge.
    pub fn route(&self, edge: &str) -> Option<&Route> {
        let found = self.routes.binary_search_by(|route| route.edge.as_str().cmp(edge)).ok()?;
        self.routes.get(found)
    }

    /// All routes, in order of edge code.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// Where a network node stands.
    pub fn node(&self, code: &str) -> Option<At> {
        let found = self.nodes.binary_search_by(|node| node.code.as_str().cmp(code)).ok()?;
        self.nodes.get(found).map(|node| node.at)
    }

    /// The box around everything on the map.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// The box around the Dutch land, for a first view; the whole map when there is no land.
    pub fn home_bounds(&self) -> Bounds {
        self.home
    }

    fn around_land(&self) -> Option<Bounds> {
        let land = self.areas.iter().position(|area| area.layer == AreaLayer::Land)?;
        Bounds::around(self.rings(land, Level::Coarse).iter().flatten())
    }

    /// Sources to name wherever the map is shown.
    pub fn attribution(&self) -> &[Attribution] {
        &self.attribution
    }

    /// Code of the safety region at a position; none at sea, on the big waters and abroad.
    pub fn region_at(&self, at: At) -> Option<&str> {
        let holds = |rings: &[Vec<At>]| rings.iter().filter(|ring| ring_holds(ring, at)).count() % 2 == 1;
        let found = self.regions.iter().find(|(_, bounds, rings)| bounds.holds(at) && holds(rings));
        found.map(|(index, ..)| self.areas[*index].code.as_str())
    }

    /// Every arc at a level of detail, for checks of the topology.
    pub fn arcs(&self, level: Level) -> impl Iterator<Item = &[At]> {
        self.arcs.iter().map(move |arc| arc.points(level))
    }
}

/// Index of the arc and whether it runs backward.
fn arc_of(reference: i32) -> (usize, bool) {
    if reference < 0 { (!reference as usize, true) } else { (reference as usize, false) }
}

/// A ring below a triangle, or smaller than about two pixels at the level, is not worth drawing.
fn worth_drawing(ring: &[At], level: Level) -> bool {
    const SMALLEST_TWICE_M2: [i64; 3] = [1, 60_000, 600_000];
    ring.len() >= 4 && super::shape::twice_ring_area(ring).abs() >= SMALLEST_TWICE_M2[level as usize]
}

/// Every reference exists and every chain is closed at its joints.
fn check_rings(areas: &[Area], arcs: &[Polyline]) -> Result<(), MapError> {
    for area in areas {
        for chain in &area.rings {
            let wrong = |what: &str| MapError::Content(format!("area {}: {what}", area.code));
            let mut ends = Vec::with_capacity(chain.len());
            for &reference in chain {
                let (index, backward) = arc_of(reference);
                let arc = arcs.get(index).ok_or_else(|| wrong("refers to an arc that is not there"))?;
                ends.push(if backward { (arc.last(), arc.first()) } else { (arc.first(), arc.last()) });
            }
            let joined = |i: usize| ends[i].1 == ends[(i + 1) % ends.len()].0;
            if ends.is_empty() || !(0..ends.len()).all(joined) {
                return Err(wrong("has a ring that does not close"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(rings: Vec<Vec<i32>>) -> Content {
        let corner = |points: Vec<At>| Polyline::from_ranked(points, &[2, 2, 2]);
        let arcs =
            vec![corner(vec![[0, 0], [900, 0], [900, 900]]), corner(vec![[0, 0], [0, 900], [900, 900]])];
        let area = Area {
            layer: AreaLayer::Region,
            code: "VR99".to_owned(),
            name: String::new(),
            label: [0, 0],
            province: String::new(),
            population: 0,
            area_tenth_km2: 0,
            rings,
        };
        Content { arcs, areas: vec![area], ..Content::default() }
    }

    #[test]
    fn a_ring_of_two_arcs_closes_and_holds_its_middle() {
        let map = MapData::from_content(area(vec![vec![0, !1]])).unwrap();
        assert_eq!(map.rings(0, Level::Coarse), [[[0, 0], [900, 0], [900, 900], [0, 900], [0, 0]]]);
        assert_eq!((map.region_at([450, 450]), map.region_at([450, 950])), (Some("VR99"), None));
        assert!(map.rings(7, Level::Fine).is_empty());
    }

    #[test]
    fn wrong_references_are_refused() {
        for rings in [vec![vec![0, 1]], vec![vec![0]], vec![vec![5]], vec![vec![i32::MIN]], vec![vec![]]] {
            assert!(matches!(MapData::from_content(area(rings)), Err(MapError::Content(_))));
        }
    }
}
