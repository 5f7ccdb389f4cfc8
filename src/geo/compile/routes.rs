//! Finds the course of every network edge along the lines of its mode.
//!
//! A node gets one anchor per mode, so that consecutive edges meet exactly. Where there is no line, or only a
//! long way round, the edge leaves the lines and goes straight; the report says so, and from 3 km on the route is
//! marked approximate.

use super::graph::{Builder, Chain, Graph};
use super::network::{Edge, Network};
use super::read::code_from_name;
use super::report::{CompileReport, RouteNote, SnapNote};
use super::simplify::ranks;
use crate::geo::layers::{Line, LineInfo, LineLayer, NodePlace};
use crate::geo::route::{Mode, StoredRoute};
use crate::geo::shape::{At, Level, Polyline, distance};
use std::collections::{BTreeMap, BTreeSet};

/// Farthest line, in metres, that a node is put on.
const SNAP_M: f64 = 5_000.0;
/// Snaps beyond this, in metres, are reported.
const SNAP_NOTE_M: f64 = 2_000.0;
/// Lines this near to a node, in metres, are joined there: a node is a yard, an interchange or a port.
const NODE_REACH_M: f64 = 2_000.0;
/// Farthest joint, in metres, at the end of a line drawn by hand: about its accuracy.
const APPROX_REACH_M: f64 = 2_000.0;
/// An end without any joint gets one to the nearest line within this many metres; by hand, and measured.
const LONE_APPROX_REACH_M: f64 = 6_000.0;
/// See `LONE_APPROX_REACH_M`; not for railways, whose ends are buffers.
const LONE_REACH_M: f64 = 3_000.0;
/// Roads abroad are not in the open data: a node there is put on one only this near, in metres. So is an airfield, which is
/// too large a thing to be moved to the motorway.
const SNAP_NEAR_M: f64 = 1_000.0;
/// A way longer than this many times the straight distance (and 2 km) is not believed: without and with `via`.
const DETOUR: [f64; 2] = [1.8, 2.2];
/// Length for the simulation of a stretch drawn straight, per metre: roads and rivers bend.
const BEND: f64 = 1.2;
/// A stretch off the lines from this length on, in metres, makes a route approximate.
const OFF_LINE_M: f64 = 3_000.0;

/// A place on a line, see `graph`.
type Anchor = (usize, usize, At);

/// The lines of one mode as a graph, with the anchors of the nodes.
struct Net<'a> {
    infos: Vec<&'a LineInfo>,
    graph: Graph,
    anchors: BTreeMap<&'a str, Anchor>,
    /// Nodes abroad without a road of the data: the last stretch to them goes straight at once, because following
    /// lines would lead it back through the Netherlands.
    off_map: BTreeSet<&'a str>,
}

/// Courses of all edges in the order of the network file, and the places of all nodes.
pub(super) fn find(
    network: &Network,
    lines: &[&Line],
    report: &mut CompileReport,
) -> (Vec<StoredRoute>, Vec<NodePlace>) {
    let modes = [
        (Mode::Rail, LineLayer::Rail, 300.0),
        (Mode::Road, LineLayer::Road, 700.0),
        (Mode::Water, LineLayer::Waterway, 700.0),
    ];
    let nets: BTreeMap<Mode, Net> =
        modes.map(|(mode, layer, reach)| (mode, net(network, lines, (mode, layer, reach), report))).into();
    let place = |code: &str| {
        let anchor = modes.iter().find_map(|(mode, ..)| nets[mode].anchors.get(code));
        anchor.map(|&(.., at)| at)
    };
    let nodes: Vec<NodePlace> = network
        .nodes
        .iter()
        .map(|node| NodePlace { code: node.code.clone(), at: place(&node.code).unwrap_or(node.place()) })
        .collect();
    let at: BTreeMap<&str, At> = nodes.iter().map(|node| (node.code.as_str(), node.at)).collect();
    let course = |edge: &Edge| {
        let Some(net) = nets.get(&edge.mode) else { return straight(edge, &at) };
        let (route, note) = course(edge, net, &at);
        report.routes.push(note);
        route
    };
    (network.edges.iter().map(course).collect(), nodes)
}

/// What has no lines in the open data, a pipeline, runs straight.
fn straight(edge: &Edge, places: &BTreeMap<&str, At>) -> StoredRoute {
    let points = vec![places[edge.from.as_str()], places[edge.to.as_str()]];
    let length_m = ((length(&points) * BEND).round() as u32).max(1);
    let ranks = ranks(&points);
    let line = Polyline::from_ranked(points, &ranks);
    StoredRoute { edge: edge.code.clone(), mode: edge.mode, length_m, approx: true, line }
}

fn net<'a>(
    network: &'a Network,
    lines: &[&'a Line],
    (mode, layer, end_reach): (Mode, LineLayer, f64),
    report: &mut CompileReport,
) -> Net<'a> {
    let lines: Vec<&Line> = lines.iter().copied().filter(|line| line.layer == layer).collect();
    let infos: Vec<&LineInfo> = lines.iter().map(|line| &line.info).collect();
    let chains = lines.iter().map(|line| Chain {
        code: &line.info.code,
        points: line.points(Level::Fine),
        end_reach: if line.info.approx { APPROX_REACH_M } else { end_reach },
        lone_reach: match (line.info.approx, mode) {
            (true, _) => LONE_APPROX_REACH_M,
            (false, Mode::Rail) => 0.0,
            (false, _) => LONE_REACH_M,
        },
    });
    let mut builder = Builder::new(chains.collect(), mode != Mode::Rail);
    let mut anchors = BTreeMap::new();
    let mut off_map = BTreeSet::new();
    for node in &network.nodes {
        let edges = network.edges.iter().filter(|edge| edge.mode == mode);
        let mine = edges.filter(|edge| edge.from == node.code || edge.to == node.code);
        let Some(vias) = mine.map(Edge::vias).reduce(|all, more| [all, more].concat()) else { continue };
        let at = node.place();
        let near = mode == Mode::Road && (node.abroad() || node.airfield());
        let reach = if near { SNAP_NEAR_M } else { SNAP_M };
        let found = (0..infos.len()).filter_map(|chain| builder.nearest(chain, at, reach));
        let wanted = |chain: usize| matches(infos[chain], &vias);
        let mut near: Vec<(f64, f64, Anchor)> = found
            .filter_map(|(cut, metres)| {
                let weight = ordinary_weight(infos[cut.0]).or(wanted(cut.0).then_some(20))?;
                let favour = if wanted(cut.0) { 0.3 } else { 1.0 };
                Some(((metres + 50.0) * weight as f64 * favour, metres, cut))
            })
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
        let Some(&(_, metres, anchor)) = near.first() else {
            if node.abroad() && mode == Mode::Road {
                off_map.insert(node.code.as_str());
            }
            continue;
        };
        builder.cut(anchor);
        for &(.., other) in near.iter().skip(1).filter(|(_, metres, _)| *metres <= NODE_REACH_M) {
            builder.join(anchor, other);
        }
        if metres > SNAP_NOTE_M {
            report.snaps.push(SnapNote { node: node.code.clone(), mode, metres: metres as u32 });
        }
        anchors.insert(node.code.as_str(), anchor);
    }
    Net { infos, graph: builder.finish(), anchors, off_map }
}

/// Cost per length of a line in an ordinary search, 10 for the best; none for a line out of use.
fn ordinary_weight(info: &LineInfo) -> Option<u64> {
    let main = match info {
        LineInfo { status, .. } if status == "buiten gebruik" => return None,
        LineInfo { status, freight: false, .. } if !status.is_empty() => 30,
        LineInfo { status, .. } if !status.is_empty() => 10,
        LineInfo { rank: 3, .. } => 14,
        LineInfo { rank: 2, .. } => 11,
        _ => 10,
    };
    Some(if info.approx { main + 3 } else { main })
}

/// Whether a line is one of those asked for, by code, corridor, or the begin of its name.
fn matches(info: &LineInfo, vias: &[String]) -> bool {
    let (code, corridor, name) =
        (info.code.to_lowercase(), info.corridor.to_lowercase(), info.name.to_lowercase());
    vias.iter()
        .any(|via| *via == code || *via == corridor || name.starts_with(via) || *via == code_from_name(&name))
}

fn course(edge: &Edge, net: &Net, places: &BTreeMap<&str, At>) -> (StoredRoute, RouteNote) {
    let vias = edge.vias();
    let anchors = [&edge.from, &edge.to].map(|code| net.anchors.get(code.as_str()).copied());
    let at = |index: usize, code: &str| anchors[index].map_or(places[code], |anchor| anchor.2);
    let (from, to) = (at(0, &edge.from), at(1, &edge.to));
    let straight = distance(from, to);
    let weight = |chain: usize| {
        let info = net.infos[chain];
        match (matches(info, &vias), vias.is_empty()) {
            (true, _) => Some(10),
            (false, true) => ordinary_weight(info),
            (false, false) => ordinary_weight(info).map(|weight| weight * 4),
        }
    };
    let limit = straight * DETOUR[usize::from(!vias.is_empty())] + 2_000.0;
    let unknown = |via: &&String| !net.infos.iter().any(|info| matches(info, std::slice::from_ref(*via)));
    let lacking = !vias.is_empty() && vias.iter().all(|via| unknown(&via));
    let (points, because) = match along_lines(net, anchors, limit, &weight) {
        // It follows a road that the data lack, so another one is not it.
        _ if lacking => (vec![from, to], Some("the data lack the line that it follows".to_owned())),
        Ok(way) => (way, None),
        Err(why) if [&edge.from, &edge.to].iter().any(|code| net.off_map.contains(code.as_str())) => {
            (vec![from, to], Some(why))
        }
        Err(why) => (partly_along_lines(net, anchors, [from, to], limit, &weight), Some(why)),
    };
    let off_line = if because.is_some() { longest_leg(&points) } else { 0.0 };
    let metres = length(&points) + off_line * (BEND - 1.0);
    let note = RouteNote {
        edge: edge.code.clone(),
        mode: edge.mode,
        length_m: (metres.round() as u32).max(1),
        straight_m: straight.round() as u32,
        off_line_m: off_line.round() as u32,
        because,
        unknown_via: vias.iter().filter(unknown).cloned().collect(),
    };
    let ranks = ranks(&points);
    let route = StoredRoute {
        edge: edge.code.clone(),
        mode: edge.mode,
        length_m: note.length_m,
        approx: off_line >= OFF_LINE_M,
        line: Polyline::from_ranked(points, &ranks),
    };
    (route, note)
}

/// The way over the lines all along, or why there is none to believe.
fn along_lines(
    net: &Net,
    anchors: [Option<Anchor>; 2],
    limit: f64,
    weight: &dyn Fn(usize) -> Option<u64>,
) -> Result<Vec<At>, String> {
    let way = match anchors {
        [Some(from), Some(to)] => net.graph.way(from, to, weight).ok_or("the lines do not connect")?,
        [None, Some(_)] => return Err("its start is not near a line".to_owned()),
        [Some(_), None] => return Err("its end is not near a line".to_owned()),
        [None, None] => return Err("its ends are not near a line".to_owned()),
    };
    let metres = length(&way);
    if metres < 1.0 {
        return Err("both ends are at the same place on the line".to_owned());
    }
    if metres > limit {
        return Err(format!("the way over the lines is {} km", (metres / 1_000.0).round()));
    }
    Ok(way)
}

/// Along the lines as far as that helps, then straight; else straight all the way.
fn partly_along_lines(
    net: &Net,
    anchors: [Option<Anchor>; 2],
    [from, to]: [At; 2],
    limit: f64,
    weight: &dyn Fn(usize) -> Option<u64>,
) -> Vec<At> {
    let way = match anchors {
        [Some(anchor), _] => net.graph.way_towards(anchor, to, weight),
        [None, Some(anchor)] => net.graph.way_towards(anchor, from, weight).map(|mut way| {
            way.reverse();
            way
        }),
        [None, None] => None,
    };
    way.filter(|way| way.len() > 1 && length(way) <= limit).unwrap_or_else(|| vec![from, to])
}

fn length(way: &[At]) -> f64 {
    way.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

/// The longer of the first and the last leg: the one that leaves the lines.
fn longest_leg(way: &[At]) -> f64 {
    let leg = |pair: Option<&[At]>| pair.map_or(0.0, |pair| distance(pair[0], pair[1]));
    let (first, last) = (leg(way.windows(2).next()), leg(way.windows(2).last()));
    if first > last { first } else { last }
}
