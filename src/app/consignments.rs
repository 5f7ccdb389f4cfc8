//! Everything with a size in pixels (ports, incidents, trains, convoys, barges) in two meshes: fixed and moving.
//! It must not know what a symbol means. Forms come from `crate::view::svg::outline`, so screen and paper agree.

use bevy::camera::visibility::RenderLayers;
use bevy::prelude::*;

use super::halves::{LeftMap, left_layer};
use super::map::{Drawn, MapMaterials, SeatMap};
use super::mesh::{Batch, local, mesh_of, written};
use super::windows::Seat;
use crate::view::scene::{Symbol, SymbolKind};
use crate::view::svg::outline;

/// Corners of a disc.
const DISC_CORNERS: usize = 14;
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
            let (from, stamps) = (&group.scene, &mut Stamps::new(metres_per_px as f32));
            if group.metres_per_px == metres_per_px && same_forms(from, symbols) {
                // Most pictures: what was there moved on.
                group.drawn.with_corners(meshes, |corners| {
                    corners.clear();
                    stamps.corners(symbols, corners);
                });
            } else {
                let mesh = (!symbols.is_empty()).then(|| stamps.mesh(symbols));
                group.drawn.show(commands, meshes, mesh);
            }
            group.scene.clone_from(symbols);
            group.metres_per_px = metres_per_px;
        }
    }
}

/// Whether two rows of symbols differ in their places and headings alone.
fn same_forms(one: &[Symbol], two: &[Symbol]) -> bool {
    let same = |(a, b): (&Symbol, &Symbol)| {
        a.kind == b.kind && a.size_px == b.size_px && a.colour == b.colour && a.rim == b.rim
    };
    one.len() == two.len() && one.iter().zip(two).all(same)
}

/// The triangles of a symbol at the zero of the map, heading north: its rim, then its body.
struct Stamp {
    kind: SymbolKind,
    size_px: f32,
    batch: Batch,
}

impl Stamp {
    fn new(kind: SymbolKind, size_px: f32, scale: f32) -> Self {
        let mut batch = Batch::default();
        if let SymbolKind::Bar { permille } = kind {
            bar(&mut batch, size_px, permille, scale);
        } else {
            for grow_px in [RIM_PX, 0.0] {
                form(&mut batch, kind, (size_px / 2.0 + grow_px) * scale, scale);
                batch.end();
            }
        }
        Self { kind, size_px, batch }
    }

    /// Adds the corners of a symbol of this form.
    fn corners(&self, symbol: &Symbol, scale: f32, out: &mut Vec<[f32; 3]>) {
        let [x, y] = local(symbol.at);
        let at = [x + symbol.shift_px[0] * scale, y - symbol.shift_px[1] * scale];
        if symbol.kind == SymbolKind::Arrow {
            let (sin, cos) = f32::from(symbol.heading_deg).to_radians().sin_cos();
            let turned = |&[x, y]: &[f32; 2]| [at[0] + x * cos + y * sin, at[1] + y * cos - x * sin, 0.0];
            out.extend(self.batch.positions.iter().map(turned));
        } else {
            out.extend(self.batch.positions.iter().map(|[x, y]| [at[0] + x, at[1] + y, 0.0]));
        }
    }

    /// Adds the colours of the corners.
    fn colours(&self, symbol: &Symbol, out: &mut Vec<[f32; 4]>) {
        let mut from = 0;
        for (paint, &end) in [symbol.rim, symbol.colour].into_iter().zip(&self.batch.ends) {
            let [r, g, b, a] = written(paint);
            let alphas = &self.batch.alphas[from..end as usize];
            out.extend(alphas.iter().map(|alpha| [r, g, b, a * alpha]));
            from = end as usize;
        }
    }
}

/// The forms that were needed so far, at one scale: a handful for thousands of symbols.
struct Stamps {
    scale: f32,
    made: Vec<Stamp>,
}

impl Stamps {
    fn new(scale: f32) -> Self {
        Self { scale, made: Vec::new() }
    }

    fn place_of(&mut self, symbol: &Symbol) -> usize {
        let fits = |stamp: &Stamp| stamp.kind == symbol.kind && stamp.size_px == symbol.size_px;
        self.made.iter().position(fits).unwrap_or_else(|| {
            self.made.push(Stamp::new(symbol.kind, symbol.size_px, self.scale));
            self.made.len() - 1
        })
    }

    fn corners(&mut self, symbols: &[Symbol], out: &mut Vec<[f32; 3]>) {
        for symbol in symbols {
            let place = self.place_of(symbol);
            self.made[place].corners(symbol, self.scale, out);
        }
    }

    fn mesh(&mut self, symbols: &[Symbol]) -> Mesh {
        let places: Vec<usize> = symbols.iter().map(|symbol| self.place_of(symbol)).collect();
        let of = |place: &usize| &self.made[*place].batch;
        let corners = places.iter().map(|place| of(place).positions.len()).sum();
        let mut positions = Vec::with_capacity(corners);
        let mut colours = Vec::with_capacity(corners);
        let mut indices = Vec::with_capacity(places.iter().map(|place| of(place).indices.len()).sum());
        for (symbol, place) in symbols.iter().zip(&places) {
            let stamp = &self.made[*place];
            let first = positions.len() as u32;
            stamp.corners(symbol, self.scale, &mut positions);
            stamp.colours(symbol, &mut colours);
            indices.extend(stamp.batch.indices.iter().map(|index| index + first));
        }
        mesh_of(positions, colours, indices)
    }
}

/// A circle of radius 1 with as many corners as a disc has.
fn disc() -> [[f32; 2]; DISC_CORNERS] {
    std::array::from_fn(|corner| {
        let angle = corner as f32 / DISC_CORNERS as f32 * std::f32::consts::TAU;
        [angle.cos(), -angle.sin()]
    })
}

/// A form of a radius in metres at the zero of the map, heading north.
fn form(batch: &mut Batch, kind: SymbolKind, radius: f32, metres_per_px: f32) {
    let place = |[x, y]: [f32; 2]| [x * radius, -y * radius];
    match kind {
        SymbolKind::Disc => batch.form(disc().into_iter().map(place), metres_per_px),
        SymbolKind::Arrow => {
            let corners = outline(kind);
            // The notch makes it concave: two halves.
            for half in [[0, 1, 2], [0, 2, 3]] {
                batch.form(half.map(|corner| place(corners[corner])).into_iter(), metres_per_px);
            }
        }
        kind => batch.form(outline(kind).iter().map(|corner| place(*corner)), metres_per_px),
    }
}

fn bar(batch: &mut Batch, size_px: f32, permille: u16, metres_per_px: f32) {
    let half = size_px / 2.0;
    let filled = size_px * f32::from(permille.min(1000)) / 1000.0;
    let mut upright = |width: f32, low: f32, high: f32| {
        let corner = |x: f32, y: f32| [x * metres_per_px, y * metres_per_px];
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
    use crate::view::style::Rgba;

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
            let mut stamps = Stamps::new(100.0);
            let mut corners = Vec::new();
            stamps.corners(&[symbol], &mut corners);
            let batch = &stamps.made[0].batch;
            assert_eq!((batch.ends.len(), batch.positions.len()), (2, corners.len()), "{kind:?}");
            let reach = corners.iter().flatten().fold(0.0_f32, |most, value| most.max(value.abs()));
            assert!((500.0..1000.0).contains(&reach), "{kind:?} {reach}");
        }
    }
}
