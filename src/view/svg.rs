//! The SVG back end: the same scene as on the screen, for paper, report and export.
//! It must not style anything itself and must escape every text. Look next at `scene` and `labels`.

use std::fmt::Write as _;

use super::labels;
use super::scene::{
    Anchor, Fill, Label, Legend, LegendKey, MapScene, ScaleBar, Shape, Stroke, Symbol, SymbolKind,
};
use super::style::{Rgba, size};
use super::viewport::Viewport;
use crate::geo::map::MapData;
use crate::geo::shape::Level;

/// Mean width of a letter as a share of the text height; errs on the wide side.
const LETTER_WIDTH: f32 = 0.56;
/// Length of the path of the scale bar at most, pixels.
const SCALE_BAR_PX: f64 = 130.0;

/// Height of the strip under a map with a caption, pixels.
const CAPTION_PX: u32 = 24;

/// Draws a scene as a complete SVG document of `size` pixels.
pub fn svg(scene: &MapScene, map: &MapData, size: [u32; 2], view: &Viewport) -> String {
    svg_with_caption(scene, map, size, view, "")
}

/// The same with a strip below that says what it is; nothing for an empty text.
pub fn svg_with_caption(
    scene: &MapScene,
    map: &MapData,
    [width, map_height]: [u32; 2],
    view: &Viewport,
    caption: &str,
) -> String {
    let height = map_height + if caption.is_empty() { 0 } else { CAPTION_PX };
    let mut out = String::with_capacity(256 * 1024);
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\">\n"
        ),
    );
    let mut drawing = Drawing { out, map, view, level: scene.band.level(), hatches: Vec::new() };
    drawing.hatch_patterns(scene);
    put(
        &mut drawing.out,
        format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n", hex(scene.ground)),
    );
    for layer in &scene.layers {
        put(&mut drawing.out, format_args!("<g id=\"{}\">\n", escape(layer.name)));
        layer.fills.iter().for_each(|fill| drawing.fill(fill));
        layer.strokes.iter().for_each(|stroke| drawing.stroke(stroke));
        drawing.out.push_str("</g>\n");
    }
    for symbol in scene.symbols.iter().chain(&scene.moving) {
        let at = view.to_screen(symbol.at);
        drawing.symbol(symbol, [at[0] + symbol.shift_px[0], at[1] + symbol.shift_px[1]]);
    }
    drawing.labels(scene);
    if let Some(legend) = &scene.legend {
        drawing.legend(legend, scene);
    }
    drawing.frame(scene);
    if !caption.is_empty() {
        drawing.caption(scene, [width, map_height], caption);
    }
    drawing.out.push_str("</svg>\n");
    drawing.out
}

struct Drawing<'a> {
    out: String,
    map: &'a MapData,
    view: &'a Viewport,
    level: Level,
    hatches: Vec<Rgba>,
}

impl Drawing<'_> {
    fn hatch_patterns(&mut self, scene: &MapScene) {
        for fill in scene.layers.iter().flat_map(|layer| &layer.fills) {
            if let Some(colour) = fill.hatch.filter(|colour| !self.hatches.contains(colour)) {
                self.hatches.push(colour);
            }
        }
        for (index, colour) in self.hatches.clone().into_iter().enumerate() {
            put(
                &mut self.out,
                format_args!(
                    "<pattern id=\"hatch{index}\" width=\"{gap}\" height=\"{gap}\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><path d=\"M0 0V{gap}\" stroke=\"{}\"{} stroke-width=\"{}\"/></pattern>\n",
                    hex(colour),
                    opacity("stroke", colour),
                    size::HATCH * 2.0,
                    gap = size::HATCH_GAP,
                ),
            );
        }
    }

    fn path(&mut self, shape: Shape) {
        self.out.push_str("<path d=\"");
        for part in shape.parts(self.map, self.level) {
            for (index, point) in part.iter().enumerate() {
                let [x, y] = self.view.to_screen(*point);
                let verb = if index == 0 { 'M' } else { 'L' };
                put(&mut self.out, format_args!("{verb}{x:.1} {y:.1}"));
            }
            if shape.closed() {
                self.out.push('Z');
            }
        }
        self.out.push('"');
    }

    fn fill(&mut self, fill: &Fill) {
        self.path(Shape::Area(fill.area));
        put(
            &mut self.out,
            format_args!(
                " fill=\"{}\"{} fill-rule=\"evenodd\"/>\n",
                hex(fill.colour),
                opacity("fill", fill.colour)
            ),
        );
        if let Some(index) = fill.hatch.and_then(|colour| self.hatches.iter().position(|&c| c == colour)) {
            self.path(Shape::Area(fill.area));
            put(&mut self.out, format_args!(" fill=\"url(#hatch{index})\" fill-rule=\"evenodd\"/>\n"));
        }
    }

    fn stroke(&mut self, stroke: &Stroke) {
        self.path(stroke.shape);
        put(
            &mut self.out,
            format_args!(
                " fill=\"none\" stroke=\"{}\"{} stroke-width=\"{}\" stroke-linejoin=\"round\"",
                hex(stroke.colour),
                opacity("stroke", stroke.colour),
                stroke.width_px
            ),
        );
        if let Some([dash, gap]) = stroke.dash {
            put(&mut self.out, format_args!(" stroke-dasharray=\"{dash} {gap}\""));
        }
        self.out.push_str("/>\n");
    }

    fn symbol(&mut self, symbol: &Symbol, [x, y]: [f32; 2]) {
        let r = symbol.size_px / 2.0;
        let paint =
            format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"1\"", hex(symbol.colour), hex(symbol.rim));
        match symbol.kind {
            SymbolKind::Disc => put(
                &mut self.out,
                format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" {paint}/>\n"),
            ),
            SymbolKind::Bar { permille } => {
                let filled = symbol.size_px * f32::from(permille.min(1000)) / 1000.0;
                put(
                    &mut self.out,
                    format_args!(
                        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"4\" height=\"{:.1}\" fill=\"{}\"/>\
                     <rect x=\"{:.1}\" y=\"{:.1}\" width=\"4\" height=\"{filled:.1}\" fill=\"{}\"/>\n",
                        x - 2.0,
                        y - r,
                        symbol.size_px,
                        hex(symbol.rim),
                        x - 2.0,
                        y + r - filled,
                        hex(symbol.colour)
                    ),
                );
            }
            kind => {
                let corners: Vec<String> = outline(kind)
                    .iter()
                    .map(|[cx, cy]| format!("{:.1},{:.1}", x + cx * r, y + cy * r))
                    .collect();
                put(
                    &mut self.out,
                    format_args!(
                        "<polygon points=\"{}\" transform=\"rotate({} {x:.1} {y:.1})\" {paint}/>\n",
                        corners.join(" "),
                        if kind == SymbolKind::Arrow { symbol.heading_deg } else { 0 }
                    ),
                );
            }
        }
    }

    fn labels(&mut self, scene: &MapScene) {
        let taken = labels::symbol_boxes(scene, self.view);
        for placed in labels::place(&scene.labels, self.view, &taken, |index| text_size(&scene.labels[index]))
        {
            let label = &scene.labels[placed.label_index];
            let [left, top, right, _] = placed.rect;
            let (x, align) = match label.anchor {
                Anchor::Centre => (f32::midpoint(left, right), "middle"),
                Anchor::Beside(_) => (left, "start"),
            };
            for (row, line) in label.text.lines().enumerate() {
                self.text(
                    [x, top + label.size_px * (0.85 + 1.15 * row as f32)],
                    align,
                    label.size_px,
                    label.colour,
                    scene,
                    line,
                );
            }
        }
    }

    fn text(&mut self, at: [f32; 2], align: &str, size_px: f32, colour: Rgba, scene: &MapScene, text: &str) {
        put(
            &mut self.out,
            format_args!(
                "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{align}\" font-size=\"{size_px}\" fill=\"{}\" \
             stroke=\"{}\"{} stroke-width=\"3\" paint-order=\"stroke\">{}</text>\n",
                at[0],
                at[1],
                hex(colour),
                hex(scene.ink.halo),
                opacity("stroke", scene.ink.halo),
                escape(text)
            ),
        );
    }

    fn legend(&mut self, legend: &Legend, scene: &MapScene) {
        let [left, top] = [self.view.rect[0] + 12.0, self.view.rect[1] + 12.0];
        let rows = legend.entries.len() as f32;
        let longest =
            legend.entries.iter().map(|entry| entry.text.chars().count() as f32 * 12.0 * LETTER_WIDTH + 25.0);
        let letters = |text: &str, size: f32| text.chars().count() as f32 * size * LETTER_WIDTH;
        let width = longest.fold(letters(&legend.title, 13.0).max(letters(&legend.note, 11.0)), f32::max);
        let below = if legend.note.is_empty() { 0.0 } else { 14.0 };
        put(
            &mut self.out,
            format_args!(
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{}\"{}/>\n",
                left - 6.0,
                top - 4.0,
                width + 12.0,
                30.0 + below + 18.0 * rows,
                hex(scene.ink.halo),
                opacity("fill", scene.ink.halo)
            ),
        );
        self.text([left, top + 12.0], "start", 13.0, scene.ink.text, scene, &legend.title);
        self.text([left, top + 26.0], "start", 11.0, scene.ink.text, scene, &legend.note);
        for (row, entry) in legend.entries.iter().enumerate() {
            let y = top + 22.0 + below + 18.0 * row as f32;
            match entry.key {
                LegendKey::Fill(colour, hatch) => {
                    let fill = hatch
                        .and_then(|c| self.hatches.iter().position(|&known| known == c))
                        .map_or_else(|| hex(colour), |index| format!("url(#hatch{index})"));
                    put(
                        &mut self.out,
                        format_args!(
                            "<rect x=\"{left}\" y=\"{y}\" width=\"18\" height=\"12\" fill=\"{}\" stroke=\"{}\"/>\
                         <rect x=\"{left}\" y=\"{y}\" width=\"18\" height=\"12\" fill=\"{fill}\"/>\n",
                            hex(colour),
                            hex(scene.ink.text)
                        ),
                    );
                }
                LegendKey::Line(colour, width, dash) => {
                    let dash =
                        dash.map_or_else(String::new, |[d, g]| format!(" stroke-dasharray=\"{d} {g}\""));
                    put(
                        &mut self.out,
                        format_args!(
                            "<path d=\"M{left} {:.1}h18\" stroke=\"{}\" stroke-width=\"{width}\"{dash}/>\n",
                            y + 6.0,
                            hex(colour)
                        ),
                    );
                }
                LegendKey::Symbol(kind, colour) => {
                    let sample = Symbol {
                        at: [0, 0],
                        shift_px: [0.0, 0.0],
                        kind,
                        size_px: 10.0,
                        colour,
                        rim: scene.ink.halo,
                        heading_deg: 90,
                        target: None,
                    };
                    self.symbol(&sample, [left + 9.0, y + 6.0]);
                }
            }
            self.text([left + 25.0, y + 10.0], "start", 12.0, scene.ink.text, scene, &entry.text);
        }
    }

    /// The strip under the map, over whatever reaches out of it.
    fn caption(&mut self, scene: &MapScene, [width, top]: [u32; 2], caption: &str) {
        let ground = scene.ink.halo;
        put(
            &mut self.out,
            format_args!(
                "<rect y=\"{top}\" width=\"{width}\" height=\"{CAPTION_PX}\" fill=\"{}\"/>\n",
                hex(ground)
            ),
        );
        self.text([12.0, top as f32 + 16.0], "start", 13.0, scene.ink.text, scene, caption);
    }

    /// Marking, source line and scale bar.
    fn frame(&mut self, scene: &MapScene) {
        let [left, top, right, bottom] = self.view.rect;
        self.text([right - 12.0, top + 20.0], "end", 14.0, scene.ink.marking, scene, &scene.marking);
        let credit = credit_lines(&scene.credit, right - left - 24.0);
        let below = 12.0 * credit.len() as f32;
        for (line, row) in credit.iter().rev().zip(0_u8..) {
            let y = bottom - 8.0 - 12.0 * f32::from(row);
            self.text([right - 12.0, y], "end", 10.0, scene.ink.text, scene, line);
        }
        let bottom = bottom - below;
        let bar = ScaleBar::fit(self.view.metres_per_px, SCALE_BAR_PX);
        let length = f64::from(bar.metres) / self.view.metres_per_px;
        put(
            &mut self.out,
            format_args!(
                "<path d=\"M{:.1} {:.1}v5h{length:.1}v-5\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"/>\n",
                left + 12.0,
                bottom - 15.0,
                hex(scene.ink.text)
            ),
        );
        self.text([left + 12.0, bottom - 19.0], "start", 11.0, scene.ink.text, scene, &bar.text);
    }
}

/// The sources in as many lines as it takes, broken between two of them.
fn credit_lines(credit: &str, width: f32) -> Vec<String> {
    let most = (width / (10.0 * LETTER_WIDTH)).max(1.0) as usize;
    let mut lines: Vec<String> = Vec::new();
    for source in credit.split(" · ") {
        match lines.last_mut().filter(|line| line.chars().count() + source.chars().count() + 3 <= most) {
            Some(line) => {
                line.push_str(" · ");
                line.push_str(source);
            }
            None => lines.push(source.to_owned()),
        }
    }
    lines
}

/// Corners of a symbol inside the unit circle, y down, clockwise; an arrow points north.
pub fn outline(kind: SymbolKind) -> &'static [[f32; 2]] {
    match kind {
        SymbolKind::Square => &[[-0.86, -0.86], [0.86, -0.86], [0.86, 0.86], [-0.86, 0.86]],
        SymbolKind::Diamond => &[[0.0, -1.1], [1.1, 0.0], [0.0, 1.1], [-1.1, 0.0]],
        SymbolKind::Drop => &[[0.0, -1.3], [0.85, 0.2], [0.5, 0.95], [-0.5, 0.95], [-0.85, 0.2]],
        SymbolKind::Arrow => &[[0.0, -1.25], [0.95, 1.0], [0.0, 0.55], [-0.95, 1.0]],
        SymbolKind::Warning => &[[0.0, -1.15], [1.1, 0.85], [-1.1, 0.85]],
        SymbolKind::Disc | SymbolKind::Bar { .. } => &[],
    }
}

fn text_size(label: &Label) -> [f32; 2] {
    let letters = label.text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    [letters as f32 * label.size_px * LETTER_WIDTH, label.text.lines().count() as f32 * label.size_px * 1.15]
}

fn hex(colour: Rgba) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b)
}

fn opacity(what: &str, colour: Rgba) -> String {
    if colour.a == 255 {
        String::new()
    } else {
        format!(" {what}-opacity=\"{:.2}\"", f32::from(colour.a) / 255.0)
    }
}

/// Text made safe for element content and quoted attributes; control characters are dropped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing to a String cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::scene::{Layer, LegendEntry};
    use crate::view::style::{Palette, Theme};

    fn scene() -> MapScene {
        let palette = Palette::of(Theme::Light);
        let mut scene = MapScene::empty(palette.sea, palette.ink);
        scene.layers.push(Layer {
            name: "regions",
            fills: vec![Fill { area: 0, colour: palette.land, hatch: Some(palette.hatch[0]), target: None }],
            strokes: vec![Stroke {
                shape: Shape::Area(0),
                width_px: 1.0,
                colour: palette.border,
                dash: Some(size::DASH),
                target: None,
            }],
        });
        scene.labels.push(Label {
            at: [155_000, 463_000],
            text: "<Hengelo & \"Oldenzaal\">".into(),
            rank: 0,
            size_px: 12.0,
            colour: palette.region_text,
            anchor: Anchor::Centre,
        });
        scene.legend = Some(Legend {
            title: "Bedrijf".into(),
            note: "meer is erger".into(),
            entries: vec![LegendEntry {
                key: LegendKey::Fill(palette.land, Some(palette.hatch[0])),
                text: "oud".into(),
            }],
            more: String::new(),
        });
        scene.marking = "OEFENING".into();
        scene
    }

    #[test]
    fn text_is_escaped_and_the_marking_is_always_there() {
        let map = MapData::built_in().unwrap();
        let view = Viewport::fit(map.home_bounds(), [0.0, 0.0, 400.0, 300.0], [10.0; 4]);
        let drawn = svg(&scene(), &map, [400, 300], &view);
        assert!(drawn.contains("&lt;Hengelo &amp; &quot;Oldenzaal&quot;&gt;"));
        assert!(drawn.contains(">OEFENING</text>"));
        assert!(drawn.contains("url(#hatch0)") && drawn.contains("stroke-dasharray=\"6 4\""));
        assert!(!drawn.contains("<Hengelo"));
    }

    #[test]
    fn the_sources_stay_inside_the_drawing_and_a_caption_goes_below() {
        let lines = credit_lines("CBS (CC BY 4.0) · GeoNames (CC BY 4.0) · Kadaster", 250.0);
        assert_eq!(lines, ["CBS (CC BY 4.0) · GeoNames (CC BY 4.0)", "Kadaster"]);
        let map = MapData::built_in().unwrap();
        let view = Viewport::fit(map.home_bounds(), [0.0, 0.0, 400.0, 300.0], [10.0; 4]);
        let drawn = svg_with_caption(&scene(), &map, [400, 300], &view, "Proef – ma 5 okt");
        assert!(drawn.contains("height=\"324\"") && drawn.contains(">Proef – ma 5 okt</text>"));
    }

    #[test]
    fn the_same_scene_gives_the_same_drawing() {
        let map = MapData::built_in().unwrap();
        let view = Viewport::fit(map.home_bounds(), [0.0, 0.0, 400.0, 300.0], [10.0; 4]);
        assert_eq!(svg(&scene(), &map, [400, 300], &view), svg(&scene(), &map, [400, 300], &view));
    }
}
