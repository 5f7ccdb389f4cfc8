//! Everything with a size in pixels (ports, incidents, trains, convoys, barges) in two meshes: fixed and moving.
//! It must not know what a symbol means. Forms come from `crate::view::svg::outline`, so screen and paper agree.

use bevy::camera::visibility::RenderLayers;
use bevy::prelude::*;

use super::halves::{LeftMap, left_layer};
use super::map::{Drawn, MapMaterials, SeatMap};
use super::mesh::{Batch, local};
use super::windows::Seat;
use crate::view::scene::{Symbol, SymbolKind};
use crate::view::style::Rgba;
use crate::view::svg::outline;

/// Corners of a disc.
const DISC_CORNERS: usize = 14;
/// Corners that most forms need no more than, with their soft rim.
const CORNERS: usize = 12;
/// Depth of the fixed symbols; the moving ones stand one higher.
const DEPTH: f32 = 900.0;
/// Width of the rim around a symbol, pixels.
const RIM_PX: f32 = 1.2;

/// The two meshes of a seat and what they show.
#[derive(Default)]
pub struct SeatSymbols {
    groups: Vec<Group>,
}

impl SeatSymbols {
    /// The entities that are drawn.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
        self.groups.iter().map(|group| group.drawn.entity())
    }
}

struct Group {
    drawn: Drawn,
    scene: Vec<Symbol>,
    metres_per_px: f64,
}

/// Brings the symbols of every seat in line with its scene, and those of what stands beside it.
pub fn sync(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    materials: Res<MapMaterials>,
    mut seats: Query<(&Seat, &mut SeatMap, &mut LeftMap)>,
) {
    for (seat, mut map, mut left) in &mut seats {
        let Some(viewport) = seat.viewport else { continue };
        let scale = viewport.metres_per_px;
        let mut kit = (&mut commands, &mut *meshes, &*materials);
        let layer = seat.render_layers();
        map.symbols.sync(&mut kit, [&seat.scene.symbols, &seat.scene.moving], &layer, scale);
        let none = Vec::new();
        let beside = seat.beside.as_ref();
        if beside.is_some() || !left.0.symbols.groups.is_empty() {
            let shown = beside.map_or([&none; 2], |beside| [&beside.scene.symbols, &beside.scene.moving]);
            left.0.symbols.sync(&mut kit, shown, &left_layer(seat.id.0), scale);
        }
    }
}

impl SeatSymbols {
    fn sync(
        &mut self,
        (commands, meshes, materials): &mut (&mut Commands, &mut Assets<Mesh>, &MapMaterials),
        shown: [&Vec<Symbol>; 2],
        shown_on: &RenderLayers,
        metres_per_px: f64,
    ) {
        for (index, symbols) in shown.into_iter().enumerate() {
            if self.groups.len() <= index {
                let depth = DEPTH + index as f32;
                let drawn = Drawn::spawn(commands, &materials.soft, shown_on, depth);
                self.groups.push(Group { drawn, scene: Vec::new(), metres_per_px: 0.0 });
            }
            let group = &mut self.groups[index];
            if group.metres_per_px == metres_per_px && group.scene == *symbols {
                continue;
            }
            let (batch, paints) = symbol_batch(symbols, metres_per_px as f32);
            group.drawn.reshape(commands, meshes, batch, paints.into_iter());
            group.scene.clone_from(symbols);
            group.metres_per_px = metres_per_px;
        }
    }
}

fn symbol_batch(symbols: &[Symbol], metres_per_px: f32) -> (Batch, Vec<Rgba>) {
    let mut batch = Batch::with_room_for(symbols.len() * 2 * CORNERS, symbols.len() * 2);
    let mut paints = Vec::with_capacity(symbols.len() * 2);
    let disc = disc();
    for symbol in symbols {
        let [x, y] = local(symbol.at);
        let at = [x + symbol.shift_px[0] * metres_per_px, y - symbol.shift_px[1] * metres_per_px];
        if let SymbolKind::Bar { permille } = symbol.kind {
            bar(&mut batch, symbol, permille, at, metres_per_px);
        } else {
            for grow_px in [RIM_PX, 0.0] {
                form(&mut batch, symbol, (at, grow_px), metres_per_px, &disc);
                batch.end();
            }
        }
        paints.extend([symbol.rim, symbol.colour]);
    }
    (batch, paints)
}

/// A circle of radius 1 with as many corners as a disc has.
fn disc() -> [[f32; 2]; DISC_CORNERS] {
    std::array::from_fn(|corner| {
        let angle = corner as f32 / DISC_CORNERS as f32 * std::f32::consts::TAU;
        [angle.cos(), -angle.sin()]
    })
}

fn form(
    batch: &mut Batch,
    symbol: &Symbol,
    (at, grow_px): ([f32; 2], f32),
    metres_per_px: f32,
    disc: &[[f32; 2]],
) {
    let radius = (symbol.size_px / 2.0 + grow_px) * metres_per_px;
    let place = |[x, y]: [f32; 2]| [at[0] + x * radius, at[1] - y * radius];
    match symbol.kind {
        SymbolKind::Disc => batch.form(disc.iter().map(|corner| place(*corner)), metres_per_px),
        SymbolKind::Arrow => {
            let (sin, cos) = f32::from(symbol.heading_deg).to_radians().sin_cos();
            let turned = |[x, y]: [f32; 2]| place([x * cos - y * sin, x * sin + y * cos]);
            let corners = outline(symbol.kind);
            // The notch makes it concave: two halves.
            for half in [[0, 1, 2], [0, 2, 3]] {
                batch.form(half.map(|corner| turned(corners[corner])).into_iter(), metres_per_px);
            }
        }
        kind => {
            batch.form(outline(kind).iter().map(|corner| place(*corner)), metres_per_px);
        }
    }
}

fn bar(batch: &mut Batch, symbol: &Symbol, permille: u16, at: [f32; 2], metres_per_px: f32) {
    let half = symbol.size_px / 2.0;
    let filled = symbol.size_px * f32::from(permille.min(1000)) / 1000.0;
    let mut upright = |width: f32, low: f32, high: f32| {
        let corner = |x: f32, y: f32| [at[0] + x * metres_per_px, at[1] + y * metres_per_px];
        let [left, right] = [-width / 2.0, width / 2.0];
        batch.form(
            [corner(left, low), corner(right, low), corner(right, high), corner(left, high)].into_iter(),
            metres_per_px,
        );
        batch.end();
    };
    upright(4.0 + RIM_PX, -half - RIM_PX / 2.0, half + RIM_PX / 2.0);
    upright(4.0, -half, filled - half);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::mesh::ORIGIN;

    #[test]
    fn every_symbol_has_a_rim_and_a_body_and_keeps_its_size() {
        let kinds = [
            SymbolKind::Disc,
            SymbolKind::Square,
            SymbolKind::Diamond,
            SymbolKind::Drop,
            SymbolKind::Arrow,
            SymbolKind::Warning,
            SymbolKind::Bar { permille: 500 },
        ];
        for kind in kinds {
            let symbol = Symbol {
                at: ORIGIN,
                shift_px: [0.0, 0.0],
                kind,
                size_px: 10.0,
                colour: Rgba::rgb(0xffffff),
                rim: Rgba::rgb(0),
                heading_deg: 45,
                target: None,
            };
            let (batch, paints) = symbol_batch(&[symbol], 100.0);
            assert_eq!((batch.ends.len(), paints.len()), (2, 2), "{kind:?}");
            let reach = batch.positions.iter().flatten().fold(0.0_f32, |most, value| most.max(value.abs()));
            assert!((500.0..1000.0).contains(&reach), "{kind:?} {reach}");
        }
    }
}
