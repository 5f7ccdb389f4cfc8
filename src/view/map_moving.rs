//! What moves on the map, and what is wrong on it: transports on their way and incidents.
//!
//! Must not know why a transport stands still (`inspect_view` asks).

use super::{
    map_sites::Sites,
    map_view::{MapLook, place, ring},
    scene::{MapScene, Symbol, SymbolKind, Target},
    style::{Palette, Rgba, size},
    viewer::{Sight, Viewer},
};
use crate::{
    geo::{map::MapData, route::Route, shape::At},
    session::Session,
    sim::{
        country::{Class, Mode},
        effect::Target as Hit,
        ids::NodeId,
        query::{Whereabouts, whereabouts},
        state::Phase,
    },
};

/// Step between incidents at one place, pixels.
const STACK_PX: f32 = 13.0;

/// The form of a mode.
pub(super) fn form(mode: Mode) -> SymbolKind {
    match mode {
        Mode::Rail => SymbolKind::Arrow,
        Mode::Road => SymbolKind::Disc,
        Mode::Water => SymbolKind::Diamond,
        Mode::Pipeline => SymbolKind::Drop,
    }
}

/// The colour of a category.
pub(super) fn colour(palette: &Palette, class: Class) -> Rgba {
    palette.kind(class as usize).0
}

/// The transports under way that the viewer sees, and those that were stopped. The number of a target is the serial of the
/// transport: slots of the table are used again.
pub(super) fn symbols(
    session: &Session,
    viewer: Viewer,
    (map, sites): (&MapData, &Sites),
    look: &MapLook,
) -> Vec<Symbol> {
    let (country, plan, state) = (session.country(), session.plan(), session.shown());
    let palette = Palette::of(look.theme);
    let place = |node: NodeId| sites.place(node);
    let shown = Mode::ALL.map(|mode| look.shows(layer_of(mode)));
    let mut symbols = Vec::with_capacity(state.consignments.active().size_hint().0);
    for (consignment, row) in state.consignments.active().filter(|(_, row)| viewer.sees(row.what)) {
        if !shown[row.mode as usize] {
            continue;
        }
        let spot = match row.phase {
            Phase::Moving => match whereabouts(country, plan, state, consignment, look.seconds_into_tick) {
                Some(Whereabouts::OnLink(link, permille)) => {
                    let edge = &country.edges[link.edge()];
                    let ends = [country.tail(link), country.head(link)].map(place);
                    let route = sites.course(map, link.edge());
                    along(route, link.is_reverse(), edge.length_m, permille, ends)
                }
                Some(Whereabouts::AtNode(node)) => (place(node), 0),
                None => continue,
            },
            Phase::Held | Phase::Sheltered | Phase::Stalled => (place(row.at), 0),
            Phase::Gone | Phase::Loading | Phase::Waiting => continue,
        };
        let target = Target::Consignment(row.serial);
        let larger = if row.class.is_military() { 2.0 } else { 0.0 };
        let focus = ring(look, palette, target);
        let kind = if row.phase == Phase::Stalled { SymbolKind::Warning } else { form(row.mode) };
        symbols.push(Symbol {
            at: spot.0,
            shift_px: [0.0, 0.0],
            kind,
            size_px: size::CONSIGNMENT - 2.0 + larger + focus.map_or(0.0, |(_, extra)| 2.0 * extra),
            colour: if row.phase == Phase::Stalled { palette.warning } else { colour(palette, row.class) },
            rim: focus.map_or(palette.rim, |(colour, _)| colour),
            heading_deg: spot.1,
            target: Some(target),
        });
    }
    symbols
}

/// The layer of the ground that a mode belongs to.
pub(super) fn layer_of(mode: Mode) -> &'static str {
    match mode {
        Mode::Rail => "rail",
        Mode::Road => "road",
        Mode::Water => "waterway",
        Mode::Pipeline => "pipeline",
    }
}

/// Position and heading at a share of a stretch, along its course or, without one, in a straight line.
fn along(route: Option<&Route>, reverse: bool, length_m: u32, permille: u16, ends: [At; 2]) -> (At, i16) {
    let share = f64::from(permille) / 1000.0;
    if let Some(route) = route {
        let metres = share * f64::from(if route.length_m == 0 { length_m } else { route.length_m });
        let spot = if reverse { route.position_back(metres) } else { route.position_along(metres) };
        return (spot.at, heading(spot.heading));
    }
    let step = [0, 1].map(|axis| f64::from(ends[1][axis]) - f64::from(ends[0][axis]));
    let at = [0, 1].map(|axis| (f64::from(ends[0][axis]) + share * step[axis]).round() as i32);
    (at, heading([step[0] as f32, step[1] as f32]))
}

/// Degrees clockwise from north.
fn heading([east, north]: [f32; 2]) -> i16 {
    east.atan2(north).to_degrees().round() as i16
}

/// Adds a warning wherever the viewer knows of damage; several at one place stand side by side.
pub(super) fn add_incidents(
    sight: &Sight,
    map: &MapData,
    look: &MapLook,
    palette: &Palette,
    scene: &mut MapScene,
) {
    let mut taken: Vec<At> = Vec::new();
    for damage in sight.damages() {
        let Some((at, target)) = site(sight, map, damage.target) else { continue };
        let before = taken.iter().filter(|other| **other == at).count();
        taken.push(at);
        let focus = ring(look, palette, target);
        scene.symbols.push(Symbol {
            at,
            shift_px: [STACK_PX * before as f32, -STACK_PX],
            kind: SymbolKind::Warning,
            size_px: size::PORT + 3.0,
            colour: palette.warning,
            rim: focus.map_or(palette.rim, |(colour, _)| colour),
            heading_deg: 0,
            target: Some(target),
        });
    }
}

/// Where a damage stands on the map and what a click on it opens.
fn site(sight: &Sight, map: &MapData, hit: Hit) -> Option<(At, Target)> {
    let country = sight.country();
    match hit {
        Hit::Process(_, region) => {
            let (_, area) = map.area(&country.regions[region].code)?;
            Some((area.label, Target::Region(region.0)))
        }
        Hit::Grid(element) => {
            let region = country.electricity.as_ref()?.elements.get(element)?.region();
            let (_, area) = map.area(&country.regions[region].code)?;
            Some((area.label, Target::Region(region.0)))
        }
        Hit::Edge(edge) => {
            let row = &country.edges[edge];
            let ends = [row.from, row.to].map(|node| place(sight, map, node));
            let (at, _) = along(map.route(&row.code), false, row.length_m, 500, ends);
            Some((at, Target::Edge(edge.0)))
        }
        Hit::Terminal(node) | Hit::Crossing(node) => Some((place(sight, map, node), Target::Node(node.0))),
    }
}
