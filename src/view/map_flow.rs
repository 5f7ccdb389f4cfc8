//! Flows on the map: what travelled over each stretch in the last hours, by category, and the way of the transport that is
//! selected.
//!
//! A flow is drawn as lines on top of each other: the width of each is what is left of the whole, so that the bands add up.
//! Military flows are dashed, so that they are told apart without colours. Must not show military flows to the public.

use super::{
    map_moving::{colour, layer_of},
    map_view::MapLook,
    scene::{Layer, LegendEntry, LegendKey, Shape, Stroke, Target},
    style::{Palette, Rgba, size},
    viewer::{Sight, Viewer},
};
use crate::{
    geo::map::MapData,
    sim::{
        country::{Class, Mode, PerClass},
        ids::EdgeId,
    },
    text::{class_key, number},
};

/// Full hours before now over which a flow is averaged.
const HOURS: u32 = 3;
/// Width of the widest flow and of the least that is drawn, pixels.
const WIDEST_PX: f32 = 9.0;
const LEAST_PX: f32 = 1.0;
/// Steps in which widths grow, pixels: small changes must not make the map anew.
const STEP_PX: f32 = 0.5;
/// Width of the way of a selected transport, pixels.
const WAY_PX: f32 = 5.0;

/// Transports an hour, both directions together, that make the widest line.
fn widest(mode: Mode) -> u32 {
    match mode {
        Mode::Rail => 10,
        Mode::Road => 3000,
        Mode::Water => 12,
        Mode::Pipeline => 4,
    }
}

/// Width of a flow: the root, so that ten times as much is three times as wide and the least still shows.
fn width(mode: Mode, tenths_an_hour: u32) -> f32 {
    let share = tenths_an_hour as f32 / (widest(mode) * 10) as f32;
    let px = LEAST_PX + (WIDEST_PX - LEAST_PX) * share.min(1.0).sqrt();
    (px / STEP_PX).round() * STEP_PX
}

/// What entered a stretch an hour by category, in tenths, both directions together: the mean of the last full hours, or of
/// the last window of a stretch that is divided by longer windows.
pub(super) fn flow(sight: &Sight, edge: EdgeId) -> PerClass<u32> {
    let hour = sight.now().hour();
    let window = u32::from(sight.country().edges[edge].window_hours.max(1));
    let mut sum: PerClass<u32> = PerClass::default();
    let (hours, rows) = if window == 1 { (HOURS.min(hour), HOURS.min(hour)) } else { (window, 1.min(hour)) };
    for back in 1..=rows {
        for link in edge.links() {
            let booked = sight.state().booked(sight.country(), link, hour - back);
            for class in Class::ALL {
                sum[class] += u32::from(booked[class]);
            }
        }
    }
    for class in Class::ALL {
        let shown = sight.viewer != Viewer::Public || !class.is_military();
        sum[class] = if shown { (sum[class] * 10).checked_div(hours).unwrap_or(0) } else { 0 };
    }
    sum
}

/// The layer of flows.
pub(super) fn layer(sight: &Sight, map: &MapData, look: &MapLook, palette: &Palette) -> Layer {
    let mut strokes = Vec::new();
    for (edge, row) in sight.country().edges.iter() {
        if !look.shows(layer_of(row.mode)) {
            continue;
        }
        let Some(shape) = course(map, &row.code) else { continue };
        let flow = flow(sight, edge);
        let mut left: u32 = flow.0.iter().sum();
        for class in Class::ALL.into_iter().rev().filter(|class| flow[*class] > 0) {
            strokes.push(Stroke {
                shape,
                width_px: width(row.mode, left),
                colour: colour(palette, class),
                dash: class.is_military().then_some(size::DASH),
                target: Some(Target::Edge(edge.0)),
            });
            left -= flow[class];
        }
    }
    Layer { name: "flow", fills: Vec::new(), strokes }
}

fn course(map: &MapData, code: &str) -> Option<Shape> {
    let found = map.routes().binary_search_by(|route| route.edge.as_str().cmp(code)).ok()?;
    Some(Shape::Route(found as u32))
}

/// What the widths and colours of the flows stand for.
pub(super) fn legend(sight: &Sight, palette: &Palette, layer: &Layer) -> Vec<LegendEntry> {
    let ink: Rgba = palette.symbol;
    let count = |count: u32| number(sight.language, count.into());
    let rows = [
        (Mode::Rail, "legend-flow-rail"),
        (Mode::Road, "legend-flow-road"),
        (Mode::Water, "legend-flow-water"),
        (Mode::Pipeline, "legend-flow-pipeline"),
    ];
    let mut entries: Vec<LegendEntry> = rows
        .into_iter()
        .map(|(mode, key)| LegendEntry {
            key: LegendKey::Line(ink, width(mode, widest(mode) * 5), None),
            text: sight.say(key, &[("count", count(widest(mode) / 2).into())]),
        })
        .collect();
    let there = |class: &Class| layer.strokes.iter().any(|stroke| stroke.colour == colour(palette, *class));
    entries.extend(Class::ALL.into_iter().filter(there).map(|class| LegendEntry {
        key: LegendKey::Line(colour(palette, class), 4.0, class.is_military().then_some(size::DASH)),
        text: sight.word(class_key(class)),
    }));
    entries
}

/// The way of the transport that is selected, if it has one.
pub(super) fn way(sight: &Sight, map: &MapData, look: &MapLook, palette: &Palette) -> Option<Layer> {
    let Some(Target::Consignment(serial)) = look.selected else { return None };
    let (_, row) = sight.transport(serial)?;
    let path = sight.way_of(row)?;
    let strokes = path
        .links()
        .filter_map(|link| course(map, &sight.country().edges.get(link.edge())?.code))
        .map(|shape| Stroke { shape, width_px: WAY_PX, colour: palette.selected, dash: None, target: None })
        .collect();
    Some(Layer { name: "way", fills: Vec::new(), strokes })
}

/// The use of a stretch by category in words, for its page: name and transports an hour.
pub(super) fn flow_words(sight: &Sight, edge: EdgeId) -> Vec<(&'static str, String)> {
    let flow = flow(sight, edge);
    let there = Class::ALL.into_iter().filter(|class| flow[*class] > 0);
    there
        .map(|class| {
            let (whole, tenths) = (flow[class] / 10, flow[class] % 10);
            let sign = if sight.language == crate::text::Language::Nl { ',' } else { '.' };
            (class_key(class), format!("{whole}{sign}{tenths}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_wider_up_to_a_limit() {
        let rail = |tenths| width(Mode::Rail, tenths);
        assert!(rail(1) < rail(10) && rail(10) < rail(50) && rail(50) < rail(100));
        assert_eq!(rail(100), rail(900));
        assert!(width(Mode::Road, 100) < rail(100), "ten trucks are less than ten trains");
    }
}
