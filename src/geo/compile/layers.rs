//! What is taken from the open data and how it is named: areas, lines, points and their sources.
//!
//! The only place that knows property names of the input. Geometry work is in `topology` and `simplify`.

use super::CompileError;
use super::read::{Form, Source, code_from_name, features};
use super::simplify::ranks;
use super::topology;
use crate::geo::file::Content;
use crate::geo::layers::{Area, AreaLayer, Attribution, Line, LineInfo, LineLayer, Point, PointLayer};
use crate::geo::rd::rd_metres;
use crate::geo::shape::{At, Bounds, Polyline, distance, nearest_on_segment, ring_holds};
use std::path::Path;

/// Sources of everything that is not derived from OpenStreetMap.
pub(super) fn open_sources() -> Vec<Attribution> {
    vec![
        attribution("Gebiedsindelingen 2023 en bevolking 2022 (bewerkt)", "CBS / Kadaster", "CC BY 4.0"),
        attribution("Wegen en vaarwegen", "Rijkswaterstaat, NWB", "CC0 1.0"),
        attribution("Plaatsen", "GeoNames", "CC BY 4.0"),
        attribution("Buurlanden", "Natural Earth", "public domain"),
        attribution("Luchthavens", "OurAirports", "public domain"),
    ]
}

/// Sources of the railway files.
pub(super) fn railway_sources() -> Vec<Attribution> {
    vec![
        attribution("Spoor", "© OpenStreetMap contributors", "ODbL 1.0"),
        attribution("Stations", "Rijden de Treinen", "CC BY 4.0"),
    ]
}

fn attribution(subject: &str, publisher: &str, licence: &str) -> Attribution {
    Attribution { subject: subject.into(), publisher: publisher.into(), licence: licence.into() }
}

/// Reads neighbours, land, waters and regions, in drawing order (a water covers its islands, a region shows them), and cuts their borders into shared arcs.
pub(super) fn read_areas(dir: &Path, base: &mut Content) -> Result<(), CompileError> {
    let land = features(dir, "land")?;
    let (home, abroad): (Vec<_>, Vec<_>) = land.into_iter().partition(|area| area.text("code") == "NL");
    let regions = features(dir, "safety_regions")?;
    let waters = features(dir, "waters")?;
    let groups = [
        (AreaLayer::Neighbour, abroad),
        (AreaLayer::Land, home),
        (AreaLayer::Water, waters),
        (AreaLayer::Region, regions),
    ];
    let mut shapes = Vec::new();
    for (layer, group) in groups {
        for source in group {
            match &source.form {
                Form::Rings(rings) => {
                    base.areas.push(area(layer, &source, rings));
                    shapes.push(rings.clone());
                }
                Form::Point(at) => base.points.push(sea_label(&source, *at)),
                Form::Lines(_) => {}
            }
        }
    }
    let topology = topology::cut(shapes);
    for (area, chains) in base.areas.iter_mut().zip(topology.areas) {
        area.rings = chains;
    }
    base.arcs = topology.arcs.into_iter().map(ranked).collect();
    Ok(())
}

fn area(layer: AreaLayer, source: &Source, rings: &[Vec<At>]) -> Area {
    let code = source.text("code");
    let (lon, lat) = (source.number("label_lon"), source.number("label_lat"));
    Area {
        layer,
        code: if code.is_empty() { code_from_name(&source.text("name")) } else { code },
        name: source.text("name"),
        label: if lon > 0.0 { rd_metres(lon, lat) } else { inside(rings) },
        province: source.text("province"),
        population: source.number("population") as u32,
        area_tenth_km2: (source.number("area_km2") * 10.0).round() as u32,
        rings: Vec::new(),
    }
}

fn sea_label(source: &Source, at: At) -> Point {
    Point { rank: 1, ..point(PointLayer::Sea, source, at, "code") }
}

fn ranked(points: Vec<At>) -> Polyline {
    let ranks = ranks(&points);
    Polyline::from_ranked(points, &ranks)
}

/// A point well inside the rings: the one of 48 x 48 over their box that is farthest from any ring.
fn inside(rings: &[Vec<At>]) -> At {
    const STEPS: i32 = 48;
    let Some(bounds) = Bounds::around(rings.iter().flatten()) else { return [0, 0] };
    let mut best = (0.0, bounds.min);
    for step in 0..STEPS * STEPS {
        let along = |axis: usize, part: i32| {
            let span = i64::from(bounds.max[axis] - bounds.min[axis]);
            bounds.min[axis] + (span * i64::from(2 * part + 1) / i64::from(2 * STEPS)) as i32
        };
        let at = [along(0, step % STEPS), along(1, step / STEPS)];
        if rings.iter().filter(|ring| ring_holds(ring, at)).count() % 2 == 0 {
            continue;
        }
        let segments = rings.iter().flat_map(|ring| ring.windows(2));
        let room = segments.fold(f64::INFINITY, |least, pair| {
            let here = distance(at, nearest_on_segment(pair[0], pair[1], at));
            if here < least { here } else { least }
        });
        if room > best.0 {
            best = (room, at);
        }
    }
    best.1
}

/// Reads roads and waterways into `base` and railways into `rail`.
pub(super) fn read_lines(dir: &Path, base: &mut Content, rail: &mut Content) -> Result<(), CompileError> {
    for source in features(dir, "roads")? {
        let code = source.text("ref");
        let rank = if source.text("kind") == "A" { 1 } else { 2 };
        let e_roads = source.text("e_roads");
        let info = LineInfo { name: code.clone(), code, rank, e_roads, ..shared_info(&source) };
        push_lines(&mut base.lines, LineLayer::Road, &info, &source);
    }
    for source in features(dir, "waterways")? {
        let info = LineInfo {
            code: code_from_name(&source.text("name")),
            rank: source.number("rank") as u8,
            cemt: source.text("cemt"),
            seagoing: source.flag("seagoing"),
            ..shared_info(&source)
        };
        push_lines(&mut base.lines, LineLayer::Waterway, &info, &source);
    }
    for source in features(dir, "rail")? {
        let corridor = source.text("corridor");
        let rank = match (corridor.is_empty(), source.number("tracks") as u8) {
            (false, _) => 1,
            (true, 2..) => 2,
            (true, _) => 3,
        };
        let info = LineInfo {
            code: source.text("id"),
            rank,
            electrified: source.text("electrified"),
            freight: source.flag("freight"),
            passenger: source.flag("passenger"),
            corridor,
            status: source.text("status"),
            tracks: source.number("tracks") as u8,
            ..shared_info(&source)
        };
        push_lines(&mut rail.lines, LineLayer::Rail, &info, &source);
    }
    Ok(())
}

fn shared_info(source: &Source) -> LineInfo {
    LineInfo {
        name: source.text("name"),
        country: source.text("country"),
        approx: source.flag("approx"),
        ..LineInfo::default()
    }
}

fn push_lines(into: &mut Vec<Line>, layer: LineLayer, info: &LineInfo, source: &Source) {
    let Form::Lines(parts) = &source.form else { return };
    for part in joined(parts.clone()) {
        if part.len() > 1 {
            into.push(Line { layer, info: info.clone(), shape: ranked(part) });
        }
    }
}

/// Puts parts together that start or end where another ends, so that a road has as few pieces as it can.
fn joined(mut parts: Vec<Vec<At>>) -> Vec<Vec<At>> {
    let mut done: Vec<Vec<At>> = Vec::new();
    while !parts.is_empty() {
        let mut line = parts.remove(0);
        while let Some(next) = parts.iter().position(|part| {
            [part.first(), part.last()].contains(&line.last()) || part.last() == line.first()
        }) {
            let mut part = parts.remove(next);
            if part.last() == line.first() && part.first() != line.last() {
                std::mem::swap(&mut part, &mut line);
            } else if part.first() != line.last() {
                part.reverse();
            }
            line.extend(part.into_iter().skip(1));
        }
        done.push(line);
    }
    done
}

/// Reads ports, places and airports into `base`, stations, yards and railway border crossings into `rail`.
pub(super) fn read_points(dir: &Path, base: &mut Content, rail: &mut Content) -> Result<(), CompileError> {
    let wanted = [
        ("ports", PointLayer::Port, 3, "locode"),
        ("places", PointLayer::Place, 3, "municipality_code"),
        ("airports", PointLayer::Airport, 2, "icao"),
    ];
    for (file, layer, lowest, code) in wanted {
        for source in features(dir, file)? {
            push_point(&mut base.points, layer, &source, lowest, code);
        }
    }
    for source in features(dir, "rail_stations")? {
        let (layer, lowest) = match source.text("kind").as_str() {
            "emplacement" => (PointLayer::Yard, 3),
            "grensovergang" => (PointLayer::Border, 3),
            _ => (PointLayer::Station, 1),
        };
        push_point(&mut rail.points, layer, &source, lowest, "code");
    }
    Ok(())
}

fn push_point(into: &mut Vec<Point>, layer: PointLayer, source: &Source, lowest: u8, code: &str) {
    if let Form::Point(at) = source.form {
        let point = point(layer, source, at, code);
        if point.rank <= lowest {
            into.push(point);
        }
    }
}

fn point(layer: PointLayer, source: &Source, at: At, code: &str) -> Point {
    Point {
        layer,
        code: source.text(code),
        name: source.text("name"),
        at,
        rank: source.number("rank") as u8,
        country: source.text("country"),
        kind: source.text("kind"),
        population: source.number("population") as u32,
        approx: source.flag("approx"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_touch_become_one() {
        let parts =
            vec![vec![[0, 0], [1, 0]], vec![[2, 0], [1, 0]], vec![[9, 9], [8, 8]], vec![[0, 5], [0, 0]]];
        assert_eq!(joined(parts), [vec![[0, 5], [0, 0], [1, 0], [2, 0]], vec![[9, 9], [8, 8]]]);
    }

    #[test]
    fn the_label_of_a_ring_lies_in_its_wide_part() {
        let bottle =
            vec![[0, 0], [100, 0], [100, 100], [55, 100], [55, 300], [45, 300], [45, 100], [0, 100], [0, 0]];
        let at = inside(&[bottle]);
        assert!((40..60).contains(&at[0]) && (40..60).contains(&at[1]), "{at:?}");
    }
}
