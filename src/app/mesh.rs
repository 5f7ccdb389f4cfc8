//! From shapes to triangles: fills, hatches, strokes and symbols collected in a batch, one batch per mesh.
//! It must not know the scene's meaning; `map` and `consignments` decide what goes in. Positions are metres from
//! `ORIGIN`, so that 32-bit floats keep centimetres.

use bevy::asset::RenderAssetUsages;
use bevy::color::{ColorToComponents as _, Srgba};
use bevy::mesh::{Indices, Mesh, PrimitiveTopology};
use lyon_tessellation::path::Path;
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillRule, FillTessellator, FillVertex, VertexBuffers, math,
};

use super::stroke::Pen;
use super::stroke::stroke;
use crate::geo::shape::At;
use crate::view::style::Rgba;

/// Where the meshes have their zero: the middle of RD New, Amersfoort.
pub const ORIGIN: At = [155_000, 463_000];

/// Metres from `ORIGIN`.
pub fn local(point: At) -> [f32; 2] {
    [(point[0] - ORIGIN[0]) as f32, (point[1] - ORIGIN[1]) as f32]
}

/// Triangles of one mesh, before they get their colours.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Corners, metres from `ORIGIN`.
    pub positions: Vec<[f32; 2]>,
    /// Strength of each corner, 0 to 1; colour alpha is multiplied by it.
    pub alphas: Vec<f32>,
    /// Corners of the triangles.
    pub indices: Vec<u32>,
    /// End (exclusive) of the corners of each painted thing, in order: colours are filled in by these.
    pub ends: Vec<u32>,
}

impl Batch {
    /// Number of corners so far.
    pub fn corners(&self) -> u32 {
        self.positions.len() as u32
    }

    /// Adds a corner.
    pub fn corner(&mut self, at: [f32; 2], alpha: f32) {
        self.positions.push(at);
        self.alphas.push(alpha);
    }

    /// Adds two triangles.
    pub fn quad(&mut self, a: u32, b: u32, c: u32, d: u32) {
        self.indices.extend([a, b, c, a, c, d]);
    }

    /// Ends a painted thing: what follows gets the next colour.
    pub fn end(&mut self) {
        self.ends.push(self.corners());
    }

    /// Adds a filled area with holes (even-odd). A shape the tessellator cannot handle is left out.
    pub fn fill(&mut self, rings: &[Vec<At>]) {
        let mut path = Path::builder();
        for ring in rings.iter().filter(|ring| ring.len() > 2) {
            let mut points = ring.iter().map(|&point| local(point));
            let first = points.next().expect("a ring has three points");
            path.begin(math::point(first[0], first[1]));
            for [x, y] in points {
                path.line_to(math::point(x, y));
            }
            path.end(true);
        }
        let mut buffers: VertexBuffers<[f32; 2], u32> = VertexBuffers::new();
        let options = FillOptions::default().with_fill_rule(FillRule::EvenOdd);
        let mut builder =
            BuffersBuilder::new(&mut buffers, |vertex: FillVertex| vertex.position().to_array());
        let outcome = FillTessellator::new().tessellate_path(&path.build(), &options, &mut builder);
        if let Err(error) = outcome {
            bevy::log::warn!("an area of the map cannot be filled: {error:?}");
            return;
        }
        let first = self.corners();
        for at in buffers.vertices {
            self.corner(at, 1.0);
        }
        self.indices.extend(buffers.indices.iter().map(|index| index + first));
    }

    /// Adds slanting lines inside an area, `gap_px` apart.
    pub fn hatch(&mut self, rings: &[Vec<At>], gap_px: f32, pen: Pen) {
        let step = f64::from(gap_px * pen.metres_per_px) * std::f64::consts::SQRT_2;
        // Lines y = x + c; a ring's edge crosses line c where (y - x) passes c.
        let offsets = rings.iter().flatten().map(|p| f64::from(p[1]) - f64::from(p[0]));
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for offset in offsets {
            low = if offset < low { offset } else { low };
            high = if offset > high { offset } else { high };
        }
        if low >= high {
            return;
        }
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); ((high - low) / step) as usize + 2];
        let start = (low / step).ceil();
        for ring in rings {
            for (index, point) in ring.iter().enumerate() {
                cross(&mut crossings, *point, ring[(index + 1) % ring.len()], start, step);
            }
        }
        for (line, mut xs) in crossings.into_iter().enumerate() {
            let offset = (start + line as f64) * step;
            xs.sort_by(f64::total_cmp);
            for pair in xs.chunks_exact(2) {
                let ends = [pair[0], pair[1]].map(|x| local([x as i32, (x + offset) as i32]));
                stroke(self, &ends, false, pen);
            }
        }
    }

    /// Adds a convex form with a soft rim one pixel wide.
    pub fn form(&mut self, corners: impl ExactSizeIterator<Item = [f32; 2]> + Clone, metres_per_px: f32) {
        let count = corners.len() as u32;
        let first = self.corners();
        let middle = corners.clone().fold([0.0, 0.0], |sum, c| [sum[0] + c[0], sum[1] + c[1]]);
        let middle = middle.map(|sum| sum / count.max(1) as f32);
        for corner in corners.clone() {
            self.corner(corner, 1.0);
        }
        for corner in corners {
            let away = [corner[0] - middle[0], corner[1] - middle[1]];
            let length = (away[0] * away[0] + away[1] * away[1]).sqrt().max(f32::EPSILON);
            let soft = metres_per_px / length;
            self.corner([corner[0] + away[0] * soft, corner[1] + away[1] * soft], 0.0);
        }
        for index in 1..count.saturating_sub(1) {
            self.indices.extend([first, first + index, first + index + 1]);
        }
        for index in 0..count {
            let next = (index + 1) % count;
            self.quad(first + index, first + count + index, first + count + next, first + next);
        }
    }

    /// The colour of every corner, as it is written, for painted things in the order of `ends`.
    pub fn colours(&self, paints: impl Iterator<Item = Rgba>) -> Vec<[f32; 4]> {
        let mut out = Vec::with_capacity(self.positions.len());
        let mut corner = 0;
        for (paint, &end) in paints.zip(&self.ends) {
            let [r, g, b, a] = written(paint);
            while corner < end as usize {
                out.push([r, g, b, a * self.alphas[corner]]);
                corner += 1;
            }
        }
        out.resize(self.positions.len(), [0.0; 4]);
        out
    }

    /// A mesh with these triangles and colours.
    pub fn mesh(&self, colours: Vec<[f32; 4]>) -> Mesh {
        let positions: Vec<[f32; 3]> = self.positions.iter().map(|&[x, y]| [x, y, 0.0]).collect();
        mesh_of(positions, colours, self.indices.clone())
    }
}

/// A mesh with these corners, colours and triangles.
pub fn mesh_of(positions: Vec<[f32; 3]>, colours: Vec<[f32; 4]>, indices: Vec<u32>) -> Mesh {
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colours)
        .with_inserted_indices(Indices::U32(indices))
}

fn cross(crossings: &mut [Vec<f64>], from: At, to: At, start: f64, step: f64) {
    let [ax, ay] = from.map(f64::from);
    let [bx, by] = to.map(f64::from);
    let [a, b] = [ay - ax, by - bx];
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    // Half open, so that a corner on a hatch line counts once.
    let mut line = (low / step).ceil();
    while line * step < high {
        let share = (line * step - a) / (b - a);
        if let Some(xs) = crossings.get_mut((line - start) as usize) {
            xs.push(ax + (bx - ax) * share);
        }
        line += 1.0;
    }
}

/// From 0 to 1 as it is written, straight alpha.
pub fn written(colour: Rgba) -> [f32; 4] {
    Srgba::rgba_u8(colour.r, colour.g, colour.b, colour.a).to_f32_array()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: i32, high: i32) -> Vec<At> {
        [[low, low], [high, low], [high, high], [low, high]]
            .map(|[x, y]| [x + ORIGIN[0], y + ORIGIN[1]])
            .to_vec()
    }

    fn area(batch: &Batch) -> f32 {
        batch
            .indices
            .chunks_exact(3)
            .map(|corners| {
                let [a, b, c] = [0, 1, 2].map(|n| batch.positions[corners[n] as usize]);
                ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
            })
            .sum()
    }

    #[test]
    fn a_hole_stays_open() {
        let mut batch = Batch::default();
        batch.fill(&[square(0, 1000), square(200, 400)]);
        assert!((area(&batch) - (1_000_000.0 - 40_000.0)).abs() < 1.0);
    }

    #[test]
    fn colours_follow_the_painted_things() {
        let mut batch = Batch::default();
        batch.fill(&[square(0, 10)]);
        batch.end();
        batch.fill(&[square(20, 30)]);
        batch.end();
        let colours = batch.colours([Rgba::rgb(0xffffff), Rgba::rgb(0x000000)].into_iter());
        assert_eq!(colours.len(), batch.positions.len());
        assert_eq!(colours[0], [1.0, 1.0, 1.0, 1.0]);
        assert_eq!(colours[colours.len() - 1], [0.0, 0.0, 0.0, 1.0]);
    }

    #[test]
    fn hatch_lines_stay_inside_and_skip_holes() {
        let mut batch = Batch::default();
        let pen = Pen { metres_per_px: 10.0, width_px: 1.0, dash_px: None };
        batch.hatch(&[square(0, 1000), square(400, 600)], 7.0, pen);
        assert!(!batch.indices.is_empty());
        for [x, y] in batch.positions {
            assert!(x > -20.0 && x < 1020.0 && y > -20.0 && y < 1020.0);
            assert!(!(420.0..580.0).contains(&x) || !(420.0..580.0).contains(&y));
        }
    }
}
