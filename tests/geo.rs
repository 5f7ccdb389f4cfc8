//! The compiled map as it ships, and the compiler on a country of two squares.
//!
//! Small geometry is tested beside its code; here are the promises to those who draw and to the simulation.

use doorvoerland::geo::compile::compile_map;
use doorvoerland::geo::layers::{AreaLayer, LineLayer, PointLayer};
use doorvoerland::geo::map::{DRAWN, FILES, MapData};
use doorvoerland::geo::rd::rd_metres;
use doorvoerland::geo::shape::{Level, twice_ring_area};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn map() -> MapData {
    MapData::built_in().expect("the map in the repository loads")
}

fn square_km(map: &MapData, area: usize, level: Level) -> f64 {
    map.rings(area, level).iter().map(|ring| twice_ring_area(ring)).sum::<i64>() as f64 / 2e6
}

#[test]
fn the_drawn_rectangle_lies_just_inside_where_the_land_is_cut() {
    let cut = |lon, lat| rd_metres(lon, lat);
    let (south, north) = (50.3, 54.3);
    let left = [south, north].map(|lat| cut(0.9, lat)[0]).into_iter().max();
    let right = [south, north].map(|lat| cut(8.5, lat)[0]).into_iter().min();
    let bottom = [0.9, 5.4, 8.5].map(|lon| cut(lon, south)[1]).into_iter().max();
    let top = [0.9, 5.4, 8.5].map(|lon| cut(lon, north)[1]).into_iter().min();
    let gaps = [(Some(DRAWN.min[0]), left), (right, Some(DRAWN.max[0])), (Some(DRAWN.min[1]), bottom)];
    for (outer, inner) in gaps.into_iter().chain([(top, Some(DRAWN.max[1]))]) {
        let gap = outer.zip(inner).map(|(outer, inner)| (outer - inner).abs()).expect("corners");
        assert!(gap < 5_000, "{outer:?} {inner:?}");
    }
    assert!(Some(DRAWN.min[0]) >= left && Some(DRAWN.max[0]) <= right, "{left:?} {right:?}");
    assert!(Some(DRAWN.min[1]) >= bottom && Some(DRAWN.max[1]) <= top, "{bottom:?} {top:?}");
    let home = map().home_bounds();
    assert!((0..2).all(|axis| DRAWN.min[axis] < home.min[axis] && home.max[axis] < DRAWN.max[axis]));
}

#[test]
fn every_ring_is_closed_at_every_level() {
    let map = map();
    for level in Level::ALL {
        for (index, area) in map.areas().iter().enumerate() {
            let rings = map.rings(index, level);
            assert!(!rings.is_empty() || level != Level::Fine, "{} has no shape", area.code);
            for ring in rings {
                assert!(ring.len() >= 4 && ring.first() == ring.last(), "{} at {level:?}", area.code);
            }
        }
    }
}

#[test]
fn every_stretch_of_border_is_stored_once() {
    let map = map();
    let mut seen = BTreeSet::new();
    for pair in map.arcs(Level::Fine).flat_map(|arc| arc.windows(2)) {
        let (a, b) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
        assert!(seen.insert((a, b)), "{a:?} to {b:?} lies in two arcs");
    }
    let borders = map.borders(AreaLayer::Region, Level::Fine);
    assert!(borders.iter().all(|(sides, _)| sides.len() <= 2));
    assert!(borders.iter().filter(|(sides, _)| sides.len() == 2).count() >= 50);
}

/// The land and its regions come from the same arcs, so at any level they cover the same ground.
#[test]
fn regions_fill_the_land_without_gap_or_overlap_at_every_level() {
    let map = map();
    for level in Level::ALL {
        let mut sums = BTreeMap::new();
        for (index, area) in map.areas().iter().enumerate() {
            *sums.entry(area.layer).or_insert(0.0) += square_km(&map, index, level);
        }
        let (land, regions) = (sums[&AreaLayer::Land], sums[&AreaLayer::Region]);
        assert!((land - regions).abs() < 0.0005 * land, "{level:?}: land {land}, regions {regions}");
    }
}

/// Areas in km2 as the source states them for its polygons.
#[test]
fn regions_have_their_size() {
    let map = map();
    let stated = [("VR01", 2390.4), ("VR02", 3529.7), ("VR03", 2679.3)];
    for (code, km2) in stated {
        assert_eq!(map.area(code).unwrap().1.area_tenth_km2, (km2 * 10.0) as u32);
    }
    let regions = map.areas().iter().enumerate().filter(|(_, area)| area.layer == AreaLayer::Region);
    for (index, area) in regions {
        let (drawn, stated) = (square_km(&map, index, Level::Fine), f64::from(area.area_tenth_km2) / 10.0);
        assert!((drawn - stated).abs() < 0.01 * stated, "{}: {drawn} against {stated}", area.code);
        assert!((square_km(&map, index, Level::Coarse) - stated).abs() < 0.03 * stated, "{}", area.code);
        assert_eq!(map.region_at(area.label), Some(area.code.as_str()), "label of {}", area.name);
    }
}

#[test]
fn there_are_twenty_five_regions_with_the_population_of_2022() {
    let map = map();
    let regions: Vec<_> = map.areas().iter().filter(|area| area.layer == AreaLayer::Region).collect();
    assert_eq!(regions.len(), 25);
    assert_eq!(regions.iter().map(|area| area.population).sum::<u32>(), 17_590_672);
    assert!(regions.iter().all(|area| !area.name.is_empty() && !area.province.is_empty()));
}

#[test]
fn cities_lie_in_their_region() {
    let cities = [
        (6.5665, 53.2194, Some("VR01")),
        (5.7999, 53.2012, Some("VR02")),
        (6.0919, 52.5126, Some("VR04")),
        (5.1214, 52.0907, Some("VR09")),
        (4.7602, 52.9563, Some("VR10")),
        (4.8952, 52.3702, Some("VR13")),
        (4.3007, 52.0705, Some("VR15")),
        (4.4792, 51.9225, Some("VR17")),
        (3.5736, 51.4536, Some("VR19")),
        (5.4697, 51.4416, Some("VR22")),
        (5.6909, 50.8514, Some("VR24")),
        (5.3, 52.7, None),
        (4.4025, 51.2194, None),
        (6.7763, 51.2254, None),
        (3.0, 53.0, None),
    ];
    let map = map();
    for (lon, lat, region) in cities {
        assert_eq!(map.region_at(rd_metres(lon, lat)), region, "{lon} {lat}");
    }
}

#[test]
fn every_layer_is_there_and_every_level_is_lighter() {
    let map = map();
    for layer in [LineLayer::Rail, LineLayer::Road, LineLayer::Waterway] {
        let count = |level| map.lines_of(layer).map(|line| line.points(level).len()).sum::<usize>();
        assert!(
            map.lines_of(layer)
                .all(|line| line.points(Level::Coarse).len() >= 2 && !line.info.name.is_empty())
        );
        assert!(count(Level::Fine) > count(Level::Mid) && count(Level::Mid) > count(Level::Coarse));
    }
    let layers = [
        (PointLayer::Port, 80),
        (PointLayer::Place, 150),
        (PointLayer::Airport, 15),
        (PointLayer::Station, 20),
        (PointLayer::Yard, 25),
        (PointLayer::Border, 13),
        (PointLayer::Sea, 4),
    ];
    for (layer, least) in layers {
        assert!(map.points_of(layer).count() >= least, "{layer:?}");
        assert!(map.points_of(layer).all(|point| map.bounds().holds(point.at)));
    }
    assert!(map.attribution().iter().any(|source| source.publisher.contains("OpenStreetMap")));
}

#[test]
fn freight_corridors_have_their_known_length() {
    let map = map();
    let km = |edges: &[&str]| -> f64 {
        let length = |edge: &&str| map.route(edge).unwrap_or_else(|| panic!("no route {edge}")).length_m;
        f64::from(edges.iter().map(length).sum::<u32>()) / 1_000.0
    };
    let betuweroute = km(&[
        "rail.kijfhoek-meteren",
        "rail.meteren-cup-valburg",
        "rail.cup-valburg-elst",
        "rail.elst-zevenaar",
    ]);
    assert!((106.0..116.0).contains(&betuweroute), "{betuweroute}");
    let border = km(&["rail.zevenaar-zevenaar-grens"]);
    assert!((3.0..8.0).contains(&border), "{border}");
}

#[test]
fn routes_meet_at_their_nodes_and_can_be_walked() {
    let map = map();
    assert!(map.routes().len() > 300);
    for route in map.routes() {
        let (start, end) = (route.position_along(0.0).at, route.position_along(f64::from(route.length_m)).at);
        for level in Level::ALL {
            assert_eq!(route.points(level).first(), Some(&start), "{}", route.edge);
            assert_eq!(route.points(level).last(), Some(&end), "{}", route.edge);
        }
        assert_eq!(route.position_back(0.0).at, end, "{}", route.edge);
        let drawn: f64 = route.points(Level::Fine).windows(2).map(|pair| length(pair[0], pair[1])).sum();
        let stated = f64::from(route.length_m);
        assert!(stated + 2.0 > drawn && stated < drawn * 1.21 + 2.0, "{}: {stated} on {drawn}", route.edge);
    }
}

fn length(a: [i32; 2], b: [i32; 2]) -> f64 {
    (f64::from(b[0] - a[0]).powi(2) + f64::from(b[1] - a[1]).powi(2)).sqrt()
}

#[test]
fn every_shortened_file_and_every_flipped_byte_is_refused() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/map");
    for name in FILES {
        let bytes = std::fs::read(dir.join(name)).unwrap();
        assert!(MapData::from_bytes(&bytes).is_ok(), "{name}");
        for length in 0..bytes.len() {
            assert!(MapData::from_bytes(&bytes[..length]).is_err(), "{name} cut at {length}");
        }
        for place in (0..bytes.len()).step_by(97).chain(0..50) {
            let mut damaged = bytes.clone();
            damaged[place] ^= 0x20;
            assert!(MapData::from_bytes(&damaged).is_err(), "{name} changed at {place}");
        }
    }
}

/// GeoJSON of one feature per (geometry, properties).
fn collection(features: &[(&str, &str)]) -> String {
    let each = |(geometry, properties): &(&str, &str)| {
        format!(r#"{{"type":"Feature","geometry":{geometry},"properties":{properties}}}"#)
    };
    let all: Vec<String> = features.iter().map(each).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, all.join(","))
}

/// A country of two square regions, one railway over both, nothing else.
fn small_country(dir: &Path) {
    let west =
        r#"{"type":"Polygon","coordinates":[[[5.0,52.0],[5.1,52.0],[5.1,52.1],[5.0,52.1],[5.0,52.0]]]}"#;
    let east =
        r#"{"type":"Polygon","coordinates":[[[5.1,52.0],[5.2,52.0],[5.2,52.1],[5.1,52.1],[5.1,52.0]]]}"#;
    let both = r#"{"type":"Polygon","coordinates":[[[5.0,52.0],[5.1,52.0],[5.2,52.0],[5.2,52.1],[5.1,52.1],[5.0,52.1],[5.0,52.0]]]}"#;
    let rail = r#"{"type":"LineString","coordinates":[[5.02,52.05],[5.1,52.06],[5.18,52.05]]}"#;
    let files = [
        ("land", collection(&[(both, r#"{"code":"NL","name":"Nederland"}"#)])),
        (
            "safety_regions",
            collection(&[
                (west, r#"{"code":"VR01","name":"West","population":7,"area_km2":76.3}"#),
                (east, r#"{"code":"VR02","name":"Oost"}"#),
            ]),
        ),
        ("rail", collection(&[(rail, r#"{"id":"lijn","name":"Lijn","status":"in dienst","freight":true}"#)])),
    ];
    let empty = ["waters", "roads", "waterways", "ports", "places", "airports", "rail_stations"];
    for (name, text) in files.into_iter().chain(empty.map(|name| (name, collection(&[])))) {
        std::fs::write(dir.join(format!("{name}.geojson")), text)
            .expect("the temporary directory takes files");
    }
    let network = r#"( nodes: [ (code: "a", country: "NL", at: (5.03, 52.05)), (code: "b", country: "NL", at: (5.17, 52.05)),
                                (code: "c", country: "DE", at: (6.0, 52.0)) ],
                       edges: [ (code: "rail.a-b", from: "a", to: "b", mode: Rail, via: Some("lijn")),
                                (code: "rail.b-c", from: "b", to: "c", mode: Rail) ] )"#;
    std::fs::write(dir.join("network.ron"), network).expect("the temporary directory takes files");
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let (data, first, second) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    small_country(data.path());
    let network = data.path().join("network.ron");
    let report = compile_map(data.path(), &network, first.path()).unwrap();
    compile_map(data.path(), &network, second.path()).unwrap();
    for name in FILES {
        let read = |dir: &Path| std::fs::read(dir.join(name)).unwrap();
        assert_eq!(read(first.path()), read(second.path()), "{name}");
    }
    let map = MapData::from_dir(first.path()).unwrap();
    assert_eq!(map.arcs(Level::Fine).count(), 3, "two outer arcs and one between the regions");
    assert_eq!(map.region_at(rd_metres(5.05, 52.05)), Some("VR01"));
    assert_eq!(map.region_at(rd_metres(5.15, 52.05)), Some("VR02"));
    let along = map.route("rail.a-b").unwrap();
    assert!(!along.approx && along.points(Level::Fine).len() == 3);
    assert!(map.route("rail.b-c").unwrap().approx);
    assert!(report.to_string().contains("rail.b-c"));
    assert_eq!(map.node("a"), along.points(Level::Fine).first().copied());
}

#[test]
fn a_fault_in_the_data_names_its_file() {
    let data = tempfile::tempdir().unwrap();
    small_country(data.path());
    let network = data.path().join("network.ron");
    std::fs::write(data.path().join("roads.geojson"), "[]").unwrap();
    let fault = compile_map(data.path(), &network, data.path()).unwrap_err().to_string();
    assert!(fault.contains("roads.geojson"), "{fault}");
    let fault = compile_map(data.path(), Path::new("nowhere.ron"), data.path()).unwrap_err().to_string();
    assert!(fault.contains("roads.geojson") || fault.contains("nowhere.ron"), "{fault}");
}
