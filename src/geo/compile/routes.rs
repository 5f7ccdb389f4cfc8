//! Finds the course of every network edge along the lines of its mode.
//!
//! A node gets one anchor per mode, so that consecutive edges meet exactly. Where there is no line, or only a
//! long way round, the edge is a straight line marked approximate, and the report says why.

use super::graph::{Builder, Graph};
use super::network::{Edge, Network};
use super::read::code_from_name;
use super::report::{CompileReport, RouteNote, SnapNote};
use super::simplify::ranks;
use crate::geo::layers::{Line, LineInfo, LineLayer, NodePlace};
use crate::geo::route::{Mode, StoredRoute};
use crate::geo::shape::{At, Level, Polyline, distance};
use std::collections::BTreeMap;

/// Farthest line, in metres, that a node is put on.
const SNAP_M: f64 = 5_000.0;
/// Snaps beyond this, in metres, are reported.
const SNAP_NOTE_M: f64 = 2_000.0;
/// Lines this near to a node, in metres, are joined there: a node is a yard, an interchange or a port.
const NODE_REACH_M: f64 = 1_500.0;
/// A way longer than this many tenths of the straight distance is not believed, unless `via` asks for it.
const DETOUR_TENTHS: f64 = 18.0;

/// A place on a line, see `graph`.
type Anchor = (usize, usize, At);

/// The lines of one mode as a graph, with the anchors of the nodes.
struct Net<'a> {
    infos: Vec<&'a LineInfo>,
    graph: Graph,
    anchors: BTreeMap<&'a str, Anchor>,
}

/// Courses of all edges in the order of the network file, and the places of all nodes.
pub(super) fn find(
    network: &Network,
    lines: &[&Line],
    report: &mut CompileReport,
) -> (Vec<StoredRoute>, Vec<NodePlace>) {
    let modes = [Mode::Rail, Mode::Road, Mode::Water];
    let nets: BTreeMap<Mode, Net> = modes.map(|mode| (mode, net(network, lines, mode, report))).into();
    let place = |code: &str| {
        let anchor = modes.iter().find_map(|mode| nets[mode].anchors.get(code));
        anchor.map(|&(.., at)| at)
    };
    let nodes: Vec<NodePlace> = network
        .nodes
        .iter()
        .map(|node| NodePlace { code: node.code.clone(), at: place(&node.code).unwrap_or(node.place()) })
        .collect();
    let at: BTreeMap<&str, At> = nodes.iter().map(|node| (node.code.as_str(), node.at)).collect();
    let course = |edge: &Edge| {
        let (route, note) = course(edge, &nets[&edge.mode], &at);
        report.routes.push(note);
        route
    };
    (network.edges.iter().map(course).collect(), nodes)
}

fn net<'a>(network: &'a Network, lines: &[&'a Line], mode: Mode, report: &mut CompileReport) -> Net<'a> {
    let layer = match mode {
        Mode::Rail => LineLayer::Rail,
        Mode::Road => LineLayer::Road,
        Mode::Water => LineLayer::Waterway,
    };
    let lines: Vec<&Line> = lines.iter().copied().filter(|line| line.layer == layer).collect();
    let infos: Vec<&LineInfo> = lines.iter().map(|line| &line.info).collect();
    let chains = lines.iter().map(|line| line.points(Level::Fine)).collect();
    let mut builder = Builder::new(chains, mode != Mode::Rail);
    let mut anchors = BTreeMap::new();
    for node in &network.nodes {
        let edges = network.edges.iter().filter(|edge| edge.mode == mode);
        let mine = edges.filter(|edge| edge.from == node.code || edge.to == node.code);
        let Some(vias) = mine.map(Edge::vias).reduce(|all, more| [all, more].concat()) else { continue };
        let at = node.place();
        let found = (0..infos.len()).filter_map(|chain| builder.nearest(chain, at, SNAP_M));
        let wanted = |chain: usize| matches(infos[chain], &vias);
        let mut near: Vec<(f64, f64, Anchor)> = found
            .filter_map(|(cut, metres)| {
                let weight = ordinary_weight(infos[cut.0]).or(wanted(cut.0).then_some(20))?;
                let favour = if wanted(cut.0) { 0.3 } else { 1.0 };
                Some(((metres + 50.0) * weight as f64 * favour, metres, cut))
            })
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
        let Some(&(_, metres, anchor)) = near.first() else { continue };
        builder.cut(anchor);
        for &(.., other) in near.iter().skip(1).filter(|(_, metres, _)| *metres <= NODE_REACH_M) {
            builder.join(anchor, other);
        }
        if metres > SNAP_NOTE_M {
            report.snaps.push(SnapNote { node: node.code.clone(), mode, metres: metres as u32 });
        }
        anchors.insert(node.code.as_str(), anchor);
    }
    Net { infos, graph: builder.finish(), anchors }
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
    vias.iter().any(|via| {
        *via == code || *via == corridor || name.starts_with(via) || *via == code_from_name(&name)
    })
}

fn course(edge: &Edge, net: &Net, places: &BTreeMap<&str, At>) -> (StoredRoute, RouteNote) {
    let vias = edge.vias();
    let ends = [&edge.from, &edge.to].map(|code| net.anchors.get(code.as_str()));
    let at = |index: usize, code: &str| ends[index].map_or(places[code], |anchor| anchor.2);
    let (from, to) = (at(0, &edge.from), at(1, &edge.to));
    let straight = distance(from, to);
    let weight = |chain: usize| {
        let info = net.infos[chain];
        if matches(info, &vias) {
            Some(ordinary_weight(info).map_or(10, |_| 10))
        } else {
            ordinary_weight(info).map(|weight| if vias.is_empty() { weight } else { weight * 4 })
        }
    };
    let found = match ends {
        [Some(from), Some(to)] => net.graph.way(*from, *to, &weight).ok_or("the lines do not connect"),
        [None, Some(_)] => Err("its start is not near a line"),
        [Some(_), None] => Err("its end is not near a line"),
        [None, None] => Err("its ends are not near a line"),
    };
    let length = |way: &[At]| way.windows(2).map(|pair| distance(pair[0], pair[1])).sum::<f64>();
    let believed = found.map_err(str::to_owned).and_then(|way| {
        let metres = length(&way);
        if metres < 1.0 {
            return Err("both ends are at the same place on the line".to_owned());
        }
        let limit = if vias.is_empty() { DETOUR_TENTHS } else { 3.0 * DETOUR_TENTHS };
        if metres * 10.0 > straight * limit + 20_000.0 {
            return Err(format!("the way over the lines is {} km", (metres / 1_000.0).round()));
        }
        Ok((way, metres))
    });
    let unknown = |via: &&String| !net.infos.iter().any(|info| matches(info, std::slice::from_ref(*via)));
    let mut note = RouteNote {
        edge: edge.code.clone(),
        mode: edge.mode,
        length_m: 0,
        straight_m: straight.round() as u32,
        straight_because: None,
        unknown_via: vias.iter().filter(unknown).cloned().collect(),
    };
    let (points, metres) = believed.unwrap_or_else(|why| {
        note.straight_because = Some(why);
        (vec![from, to], straight * 1.2)
    });
    note.length_m = (metres.round() as u32).max(1);
    let ranks = ranks(&points);
    let route = StoredRoute {
        edge: edge.code.clone(),
        mode: edge.mode,
        length_m: note.length_m,
        approx: note.straight_because.is_some(),
        line: Polyline::from_ranked(points, &ranks),
    };
    (route, note)
}
