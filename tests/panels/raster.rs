//! Draws what egui drew, on the processor and the same on every machine, and compares it with a kept picture.
//!
//! Only what panels consist of: triangles in one colour or with letters. It must not know what is drawn; see `pictures` for that.

use bevy_egui::egui::{
    self, ClippedPrimitive, Color32, ColorImage, Pos2, Rect,
    epaint::{Primitive, Vertex},
};
use egui_kittest::Harness;
use std::{
    fs::File,
    io::{BufReader, BufWriter},
    path::{Path, PathBuf},
};

/// How far a channel may lie from the kept picture: what the last digit of a fraction does to a rounded colour.
const ROUNDING: u8 = 2;

/// A picture: its width in pixels and its rows from the top, red, green and blue.
#[derive(PartialEq, Eq)]
pub(super) struct Picture {
    width: usize,
    rows: Vec<[u8; 3]>,
}

impl Picture {
    /// What stands in the harness now, over a ground.
    pub(super) fn of<State>(harness: &Harness<'_, State>, ground: Color32) -> Self {
        let output = harness.output();
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method alone borrows for too long"
        )]
        let letters = harness.ctx.fonts(|fonts| fonts.image());
        let size = harness.ctx.content_rect().size();
        let (width, height) = (size.x as usize, size.y as usize);
        let mut picture = Self { width, rows: vec![[ground.r(), ground.g(), ground.b()]; width * height] };
        for ClippedPrimitive { clip_rect, primitive } in
            harness.ctx.tessellate(output.shapes.clone(), output.pixels_per_point)
        {
            let Primitive::Mesh(mesh) = primitive else { panic!("panels draw nothing by themselves") };
            assert_eq!(mesh.texture_id, egui::TextureId::default(), "panels have no pictures");
            for corners in mesh.indices.chunks_exact(3) {
                let corner = |number: usize| mesh.vertices[corners[number] as usize];
                picture.triangle(clip_rect, [corner(0), corner(1), corner(2)], &letters);
            }
        }
        picture
    }

    /// The pixels whose middle lies in the triangle; one on the edge of two belongs to one of them.
    fn triangle(&mut self, clip: Rect, mut corners: [Vertex; 3], letters: &ColorImage) {
        let across = |a: Pos2, b: Pos2, at: Pos2| {
            f64::from(b.x - a.x) * f64::from(at.y - a.y) - f64::from(b.y - a.y) * f64::from(at.x - a.x)
        };
        let mut area = across(corners[0].pos, corners[1].pos, corners[2].pos);
        if area < 0.0 {
            corners.swap(1, 2);
            area = -area;
        }
        if area == 0.0 {
            return;
        }
        let places = corners.map(|corner| corner.pos);
        let part = Rect::from_points(&places).intersect(clip);
        if !part.is_positive() {
            return;
        }
        let (left, top) = (part.left().max(0.0) as usize, part.top().max(0.0) as usize);
        let (right, bottom) = (part.right().ceil() as usize, part.bottom().ceil() as usize);
        for y in top..bottom.min(self.rows.len() / self.width) {
            for x in left..right.min(self.width) {
                let middle = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
                if !clip.contains(middle) {
                    continue;
                }
                let mut weights = [0.0; 3];
                let inside = (0..3).all(|side| {
                    let (a, b) = (places[(side + 1) % 3], places[(side + 2) % 3]);
                    weights[side] = across(a, b, middle);
                    let first = (a.y == b.y && b.x > a.x) || b.y < a.y;
                    weights[side] > 0.0 || (weights[side] == 0.0 && first)
                });
                if inside {
                    self.blend(x + y * self.width, &corners, weights.map(|weight| weight / area), letters);
                }
            }
        }
    }

    /// Lays a colour over a pixel; colours are multiplied by their opacity, as egui hands them over.
    fn blend(&mut self, pixel: usize, corners: &[Vertex; 3], weights: [f64; 3], letters: &ColorImage) {
        let mixed = |value: &dyn Fn(&Vertex) -> f64| -> f64 {
            corners.iter().zip(weights).map(|(corner, weight)| value(corner) * weight).sum()
        };
        let [wide, high] = letters.size;
        let texel = |part: f64, size: usize| ((part * size as f64) as usize).min(size - 1);
        let (u, v) = (mixed(&|at| f64::from(at.uv.x)), mixed(&|at| f64::from(at.uv.y)));
        let letter = letters.pixels[texel(u, wide) + texel(v, high) * wide].to_array();
        let channel = |number: usize| {
            mixed(&|at| f64::from(at.color.to_array()[number])) * f64::from(letter[number]) / 255.0
        };
        let under = 1.0 - channel(3) / 255.0;
        for (number, value) in self.rows[pixel].iter_mut().enumerate() {
            *value = (channel(number) + f64::from(*value) * under).round().clamp(0.0, 255.0) as u8;
        }
    }

    /// Fails unless it is the kept picture of this name; `UPDATE_EXPECT=1` keeps it.
    pub(super) fn is_kept_as(&self, name: &str) {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/panels/pictures/{name}.png"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            self.write(&kept);
            return;
        }
        let before = Self::read(&kept).unwrap_or_else(|error| panic!("{}: {error}", kept.display()));
        let far = |(a, b): (&[u8; 3], &[u8; 3])| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > ROUNDING);
        let other = self.rows.iter().zip(&before.rows).filter(|pair| far(*pair)).count();
        if self.rows.len() == before.rows.len() && other == 0 {
            return;
        }
        let now = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        self.write(&now);
        panic!(
            "{other} pixels differ; look at {} beside {}, and keep it with UPDATE_EXPECT=1 if it is better",
            now.display(),
            kept.display()
        );
    }

    fn write(&self, path: &Path) {
        let file = BufWriter::new(File::create(path).expect("the folder is there"));
        let (width, height) = (self.width as u32, (self.rows.len() / self.width) as u32);
        let mut encoder = png::Encoder::new(file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("the head is written");
        writer.write_image_data(self.rows.as_flattened()).expect("the picture is written");
    }

    fn read(path: &Path) -> Result<Self, String> {
        let file = BufReader::new(File::open(path).map_err(|error| error.to_string())?);
        let mut reader = png::Decoder::new(file).read_info().map_err(|error| error.to_string())?;
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("too large")?];
        let info = reader.next_frame(&mut bytes).map_err(|error| error.to_string())?;
        let (rows, _) = bytes.as_chunks::<3>();
        Ok(Self { width: info.width as usize, rows: rows.to_vec() })
    }
}
