//! The map as meshes: two per layer, one for fills and one for lines, with a colour per corner.
//! A change of colours rewrites colours only; shapes are made anew when the level of detail, a width or the zoom
//! step changes. It must not style anything. Look next at `mesh` (triangles) and `consignments` (symbols).

use bevy::camera::visibility::{NoFrustumCulling, RenderLayers};
use bevy::mesh::VertexAttributeValues;
use bevy::prelude::*;
use bevy::sprite_render::{AlphaMode2d, MeshMaterial2d};

use super::Shapes;
use super::gamma::Flat;
use super::halves::{LeftMap, left_layer};
use super::mesh::{Batch, local};
use super::stroke::{Pen, stroke};
use super::windows::Seat;
use crate::geo::map::MapData;
use crate::geo::shape::Level;
use crate::view::scene::{Layer, Shape};
use crate::view::style::{Rgba, size};

/// Zoom steps per doubling: within a step a line is at most 9 % off its width.
const STEPS_PER_DOUBLING: f64 = 4.0;

/// A colour of the scene as Bevy knows it.
pub fn colour(colour: Rgba) -> Color {
    Color::srgba_u8(colour.r, colour.g, colour.b, colour.a)
}

/// The two materials everything on the map is drawn with.
#[derive(Resource)]
pub struct MapMaterials {
    fills: Handle<Flat>,
    /// For everything with soft edges.
    pub soft: Handle<Flat>,
}

impl FromWorld for MapMaterials {
    fn from_world(world: &mut World) -> Self {
        let mut materials = world.resource_mut::<Assets<Flat>>();
        let mut add = |alpha_mode| materials.add(Flat { alpha_mode });
        Self { fills: add(AlphaMode2d::Opaque), soft: add(AlphaMode2d::Blend) }
    }
}

/// A mesh on the screen with the triangles it was made of.
pub struct Drawn {
    entity: Entity,
    /// Made with the first triangles: the renderer cannot hold a mesh without any.
    mesh: Option<Handle<Mesh>>,
    shown: bool,
    batch: Batch,
}

impl Drawn {
    /// Spawns an empty mesh at a depth.
    pub fn spawn(
        commands: &mut Commands,
        material: &Handle<Flat>,
        shown_on: &RenderLayers,
        depth: f32,
    ) -> Self {
        let entity = commands
            .spawn((
                MeshMaterial2d(material.clone()),
                Transform::from_xyz(0.0, 0.0, depth),
                Visibility::Hidden,
                shown_on.clone(),
                NoFrustumCulling,
            ))
            .id();
        Self { entity, mesh: None, shown: false, batch: Batch::default() }
    }

    /// The entity that is drawn.
    pub fn entity(&self) -> Entity {
        self.entity
    }

    /// Shows new triangles.
    pub fn reshape(
        &mut self,
        commands: &mut Commands,
        meshes: &mut Assets<Mesh>,
        batch: Batch,
        paints: impl Iterator<Item = Rgba>,
    ) {
        self.batch = batch;
        let mesh = || self.batch.mesh(self.batch.colours(paints));
        let mesh = (!self.batch.indices.is_empty()).then(mesh);
        self.show(commands, meshes, mesh);
    }

    /// Shows a mesh; none: nothing.
    pub fn show(&mut self, commands: &mut Commands, meshes: &mut Assets<Mesh>, mesh: Option<Mesh>) {
        if self.shown != mesh.is_some() {
            self.shown = mesh.is_some();
            let seen = if self.shown { Visibility::Inherited } else { Visibility::Hidden };
            commands.entity(self.entity).insert(seen);
        }
        let Some(mesh) = mesh else { return };
        match &self.mesh {
            None => {
                let handle = meshes.add(mesh);
                commands.entity(self.entity).insert(Mesh2d(handle.clone()));
                self.mesh = Some(handle);
            }
            Some(handle) => {
                if let Some(mut held) = meshes.get_mut(handle) {
                    *held = mesh;
                }
            }
        }
    }

    /// The corners of the mesh that is shown, to move them; none when nothing is.
    pub fn with_corners(&self, meshes: &mut Assets<Mesh>, change: impl FnOnce(&mut Vec<[f32; 3]>)) {
        let held = self.mesh.as_ref().filter(|_| self.shown).and_then(|handle| meshes.get_mut(handle));
        let Some(mut held) = held else { return };
        if let Some(VertexAttributeValues::Float32x3(corners)) = held.attribute_mut(Mesh::ATTRIBUTE_POSITION)
        {
            change(corners);
        }
    }

    fn recolour(&self, meshes: &mut Assets<Mesh>, paints: impl Iterator<Item = Rgba>) {
        if self.batch.indices.is_empty() {
            return;
        }
        if let Some(mut held) = self.mesh.as_ref().and_then(|handle| meshes.get_mut(handle)) {
            held.insert_attribute(Mesh::ATTRIBUTE_COLOR, self.batch.colours(paints));
        }
    }
}

struct DrawnLayer {
    scene: Layer,
    fills: Drawn,
    lines: Drawn,
}

/// What is on the screen of one seat.
#[derive(Component, Default)]
pub struct SeatMap {
    layers: Vec<DrawnLayer>,
    level: Option<Level>,
    step: Option<i32>,
    /// Symbols, see `consignments`.
    pub symbols: super::consignments::SeatSymbols,
}

impl SeatMap {
    /// Takes everything off the screen, with the window that showed it.
    pub fn leave(&self, commands: &mut Commands) {
        let layers = self.layers.iter().flat_map(|layer| [layer.fills.entity, layer.lines.entity]);
        for entity in layers.chain(self.symbols.entities()) {
            commands.entity(entity).try_despawn();
        }
    }
}

/// The zoom step of a scale and the scale its lines are made for.
fn zoom_step(metres_per_px: f64) -> (i32, f32) {
    let step = (metres_per_px.log2() * STEPS_PER_DOUBLING).round();
    (step as i32, (step / STEPS_PER_DOUBLING).exp2() as f32)
}

/// Brings the meshes of every seat in line with its scene, and those of what stands beside it.
pub fn sync(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    materials: Res<MapMaterials>,
    shapes: Res<Shapes>,
    mut seats: Query<(&Seat, &mut SeatMap, &mut LeftMap)>,
) {
    for (seat, mut drawn, mut left) in &mut seats {
        let Some(viewport) = seat.viewport else { continue };
        let mut kit =
            Kit { commands: &mut commands, meshes: &mut meshes, materials: &materials, map: &shapes.0 };
        let scale = viewport.metres_per_px;
        kit.sync(&mut drawn, &seat.scene.layers, &seat.render_layers(), (seat.scene.band.level(), scale));
        let beside = seat.beside.as_ref().map(|beside| &beside.scene);
        if beside.is_some() || !left.0.layers.is_empty() {
            let (layers, band) =
                beside.map_or((&[][..], seat.scene.band), |scene| (&scene.layers[..], scene.band));
            kit.sync(&mut left.0, layers, &left_layer(seat.id.0), (band.level(), scale));
        }
    }
}

/// What meshes are made with.
struct Kit<'a, 'w, 's> {
    commands: &'a mut Commands<'w, 's>,
    meshes: &'a mut Assets<Mesh>,
    materials: &'a MapMaterials,
    map: &'a MapData,
}

impl Kit<'_, '_, '_> {
    fn sync(
        &mut self,
        drawn: &mut SeatMap,
        layers: &[Layer],
        shown_on: &RenderLayers,
        (level, metres_per_px): (Level, f64),
    ) {
        let (step, metres_per_px) = zoom_step(metres_per_px);
        let whole = Resolution { level, metres_per_px };
        let moved = [drawn.level != Some(level), drawn.level != Some(level) || drawn.step != Some(step)];
        (drawn.level, drawn.step) = (Some(level), Some(step));
        for (index, layer) in layers.iter().enumerate() {
            if drawn.layers.len() <= index {
                let depth = 2.0 * index as f32;
                let fills = Drawn::spawn(self.commands, &self.materials.fills, shown_on, depth);
                let lines = Drawn::spawn(self.commands, &self.materials.soft, shown_on, depth + 1.0);
                let scene = Layer { name: "", fills: Vec::new(), strokes: Vec::new() };
                drawn.layers.push(DrawnLayer { scene, fills, lines });
            }
            drawn.layers[index].update(self.commands, self.meshes, self.map, layer, whole, moved);
        }
        for unused in drawn.layers.drain(layers.len()..) {
            self.commands.entity(unused.fills.entity).despawn();
            self.commands.entity(unused.lines.entity).despawn();
        }
    }
}

#[derive(Clone, Copy)]
struct Resolution {
    level: Level,
    metres_per_px: f32,
}

impl DrawnLayer {
    fn update(
        &mut self,
        commands: &mut Commands,
        meshes: &mut Assets<Mesh>,
        map: &MapData,
        layer: &Layer,
        resolution: Resolution,
        [level_moved, step_moved]: [bool; 2],
    ) {
        if !step_moved && self.scene == *layer {
            return;
        }
        let same_areas = same(&self.scene.fills, &layer.fills, |a, b| a.area == b.area);
        let same_lines = same_areas
            && same(&self.scene.fills, &layer.fills, |a, b| a.hatch.is_some() == b.hatch.is_some())
            && same(&self.scene.strokes, &layer.strokes, |a, b| {
                a.shape == b.shape && a.width_px == b.width_px && a.dash == b.dash
            });
        if level_moved || !same_areas {
            let batch = fill_batch(layer, map, resolution.level);
            self.fills.reshape(commands, meshes, batch, layer.fills.iter().map(|fill| fill.colour));
        } else if self.scene.fills != layer.fills {
            self.fills.recolour(meshes, layer.fills.iter().map(|fill| fill.colour));
        }
        if step_moved || !same_lines {
            let batch = line_batch(layer, map, resolution);
            self.lines.reshape(commands, meshes, batch, line_paints(layer));
        } else if self.scene != *layer {
            self.lines.recolour(meshes, line_paints(layer));
        }
        self.scene = layer.clone();
    }
}

fn same<T>(one: &[T], two: &[T], alike: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == two.len() && one.iter().zip(two).all(|(a, b)| alike(a, b))
}

fn fill_batch(layer: &Layer, map: &MapData, level: Level) -> Batch {
    let mut batch = Batch::default();
    for fill in &layer.fills {
        batch.fill(&Shape::Area(fill.area).parts(map, level));
        batch.end();
    }
    batch
}

/// Hatches first, then strokes: the order of `line_paints`.
fn line_batch(layer: &Layer, map: &MapData, resolution: Resolution) -> Batch {
    let Resolution { level, metres_per_px } = resolution;
    let mut batch = Batch::default();
    let pen = Pen { metres_per_px, width_px: size::HATCH, dash_px: None };
    for fill in layer.fills.iter().filter(|fill| fill.hatch.is_some()) {
        batch.hatch(&Shape::Area(fill.area).parts(map, level), size::HATCH_GAP, pen);
        batch.end();
    }
    for line in &layer.strokes {
        let pen = Pen { metres_per_px, width_px: line.width_px, dash_px: line.dash };
        for part in line.shape.parts(map, level) {
            let points: Vec<[f32; 2]> = part.into_iter().map(local).collect();
            stroke(&mut batch, &points, line.shape.closed(), pen);
        }
        batch.end();
    }
    batch
}

fn line_paints(layer: &Layer) -> impl Iterator<Item = Rgba> + '_ {
    let hatches = layer.fills.iter().filter_map(|fill| fill.hatch);
    hatches.chain(layer.strokes.iter().map(|line| line.colour))
}
