//! What lies over the map: legend, scale bar, source line, marking and the card beside the pointer.
//! Drawn with a painter, without windows, so that an idle map stays idle. It must not style the map itself.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontId, Id, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, WidgetType, pos2, text::LayoutJob, vec2,
};

use crate::view::scene::{Ink, Legend, LegendKey, MapScene, ScaleBar, SymbolKind};
use crate::view::shell::HoverView;
use crate::view::style::{Rgba, size};
use crate::view::svg::outline;

/// Distance of everything from the edge of the map, points.
const EDGE: f32 = 10.0;
/// Height of a line of the legend, points.
const LINE: f32 = 16.0;

/// Most lines of sources.
const CREDIT_ROWS: usize = 2;
/// On a map that is narrower than this the legend is folded until somebody opens it, points.
const LEGEND_FROM: f32 = 340.0;
/// Where the marking stands then, below the title of the legend, points.
const BELOW_LEGEND: f32 = 34.0;

/// A colour of the scene as egui knows it.
pub fn colour32(colour: Rgba) -> Color32 {
    Color32::from_rgba_unmultiplied(colour.r, colour.g, colour.b, colour.a)
}

/// Draws legend, scale bar, source line and marking; returns the boxes they take, left, top, right, bottom.
pub fn cover_ui(ui: &Ui, scene: &MapScene, map: Rect, metres_per_px: f64) -> Vec<[f32; 4]> {
    let painter = ui.painter().with_clip_rect(map);
    let mut taken = Vec::new();
    // Beside each other legend and marking would not fit.
    let small = map.width() < LEGEND_FROM;
    if let Some(legend) = &scene.legend {
        taken.push(legend_ui(ui, &painter, legend, scene.ink, map.left_top() + Vec2::splat(EDGE)));
    }
    taken.push(note(
        &painter,
        scene.ink.marking,
        scene.ink.halo,
        &scene.marking,
        14.0,
        map.right_top() + vec2(-EDGE, EDGE + if small { BELOW_LEGEND } else { 0.0 }),
        Align2::RIGHT_TOP,
    ));
    let credit = credit_line(&painter, scene, map);
    taken.push(credit);
    taken.push(scale_bar(&painter, scene.ink, pos2(map.left() + EDGE, credit.top() - EDGE), metres_per_px));
    taken.into_iter().map(|rect| [rect.left(), rect.top(), rect.right(), rect.bottom()]).collect()
}

fn note(painter: &Painter, ink: Rgba, ground: Rgba, text: &str, size: f32, at: Pos2, align: Align2) -> Rect {
    if text.is_empty() {
        return Rect::from_min_size(at, Vec2::ZERO);
    }
    let galley = painter.layout_no_wrap(text.to_owned(), FontId::proportional(size), colour32(ink));
    let rect = align.anchor_size(at, galley.size());
    painter.rect_filled(rect.expand2(vec2(4.0, 2.0)), CornerRadius::same(2), colour32(ground));
    painter.galley(rect.min, galley, colour32(ink));
    rect
}

/// The sources along the lower edge; a small map says where it goes on in its last line, and the page about sources has them all.
fn credit_line(painter: &Painter, scene: &MapScene, map: Rect) -> Rect {
    let ink = colour32(scene.ink.text);
    let mut job =
        LayoutJob::simple(scene.credit.clone(), FontId::proportional(10.0), ink, map.width() - 12.0);
    job.wrap.max_rows = CREDIT_ROWS;
    let galley = painter.layout_job(job);
    let rect = Rect::from_min_max(pos2(map.left(), map.bottom() - galley.size().y - 4.0), map.max);
    painter.rect_filled(rect, CornerRadius::ZERO, colour32(scene.ink.halo));
    painter.galley(rect.min + vec2(6.0, 2.0), galley, ink);
    rect
}

fn scale_bar(painter: &Painter, ink: Ink, corner: Pos2, metres_per_px: f64) -> Rect {
    let bar = ScaleBar::fit(metres_per_px, 130.0);
    let length = (f64::from(bar.metres) / metres_per_px) as f32;
    let rect = Rect::from_min_max(corner - vec2(0.0, 22.0), corner + vec2(length, 0.0));
    painter.rect_filled(rect.expand2(vec2(6.0, 4.0)), CornerRadius::same(2), colour32(ink.halo));
    let text = colour32(ink.text);
    let line = Stroke::new(1.5, text);
    let [left, right] = [pos2(rect.left(), rect.bottom() - 2.0), pos2(rect.right(), rect.bottom() - 2.0)];
    painter.line_segment([left, right], line);
    for end in [left, right] {
        painter.line_segment([end, end - vec2(0.0, 5.0)], line);
    }
    painter.text(rect.left_top(), Align2::LEFT_TOP, &bar.text, FontId::proportional(11.0), text);
    rect.expand2(vec2(6.0, 4.0))
}

/// Share of the map that a whole legend may cover, and the lines it may have; a larger one begins with the colours of the regions
/// alone.
const MOST_COVERED: f32 = 0.2;
const MOST_LINES: usize = 9;

/// How much of the legend is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unfolded {
    /// Everything.
    Whole,
    /// What the colours of the regions mean.
    Colours,
    /// The title.
    Title,
}

impl Unfolded {
    /// After a click.
    fn next(self) -> Self {
        match self {
            Self::Colours => Self::Whole,
            Self::Whole => Self::Title,
            Self::Title => Self::Colours,
        }
    }
}

/// The legend; a click shows more of it, or folds it to its title. On a small map or with large text it begins short.
fn legend_ui(ui: &Ui, painter: &Painter, legend: &Legend, ink: Ink, at: Pos2) -> Rect {
    let id = Id::new("legend");
    let map = painter.clip_rect();
    let kept: Option<Unfolded> = ui.data(|data| data.get_temp(id));
    let unfolded = kept.unwrap_or_else(|| {
        let covered = LINE * (legend.entries.len() as f32 + 3.0) * 190.0;
        if map.width() < LEGEND_FROM {
            Unfolded::Title
        } else if covered > MOST_COVERED * map.area() || legend.entries.len() > MOST_LINES {
            Unfolded::Colours
        } else {
            Unfolded::Whole
        }
    });
    let rect = legend_box(painter, legend, ink, at, unfolded);
    let response = ui.interact(rect.intersect(map), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::CollapsingHeader, true, legend.title.clone()));
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(id, unfolded.next()));
    }
    rect
}

fn legend_box(painter: &Painter, legend: &Legend, ink: Ink, at: Pos2, unfolded: Unfolded) -> Rect {
    let text = colour32(ink.text);
    let folded = unfolded == Unfolded::Title;
    let sign = if unfolded == Unfolded::Whole { "⏷" } else { "⏵" };
    let title = painter.layout_no_wrap(format!("{sign} {}", legend.title), FontId::proportional(12.5), text);
    let colours = legend.entries.iter().take_while(|entry| matches!(entry.key, LegendKey::Fill(..))).count();
    let entries = match unfolded {
        Unfolded::Whole => legend.entries.as_slice(),
        Unfolded::Colours => legend.entries.get(..colours).unwrap_or_default(),
        Unfolded::Title => &[],
    };
    let note = if folded { "" } else { &legend.note };
    let note = painter.layout_no_wrap(note.to_owned(), FontId::proportional(11.0), text);
    let head = 26.0 + if note.text().is_empty() { 0.0 } else { LINE - 2.0 };
    let line = |words: &str| painter.layout_no_wrap(words.to_owned(), FontId::proportional(11.5), text);
    let rows: Vec<_> = entries.iter().map(|entry| line(&entry.text)).collect();
    let more = (unfolded == Unfolded::Colours && !legend.more.is_empty()).then(|| line(&legend.more));
    let widest = title.size().x.max(note.size().x).max(more.as_ref().map_or(0.0, |more| more.size().x));
    let width = rows.iter().map(|row| row.size().x + 26.0).fold(widest, f32::max);
    let below = if folded { 0.0 } else { 4.0 };
    let lines = rows.len() + usize::from(more.is_some());
    let rect = Rect::from_min_size(at, vec2(width + 16.0, head + LINE * lines as f32 + below));
    painter.rect_filled(rect, CornerRadius::same(3), colour32(ink.halo));
    painter.galley(at + vec2(8.0, 5.0), title, text);
    painter.galley(at + vec2(8.0, 22.0), note, text);
    if let Some(more) = more {
        painter.galley(at + vec2(8.0, head + LINE * rows.len() as f32 + 1.0), more, text);
    }
    for (index, (row, entry)) in rows.into_iter().zip(entries).enumerate() {
        let top = at.y + head + LINE * index as f32;
        let sample = Rect::from_min_size(pos2(at.x + 8.0, top + 1.0), vec2(18.0, 12.0));
        sample_key(painter, entry.key, ink, sample);
        painter.galley(pos2(sample.right() + 8.0, sample.center().y - row.size().y / 2.0), row, text);
    }
    rect
}

fn sample_key(painter: &Painter, key: LegendKey, ink: Ink, rect: Rect) {
    match key {
        LegendKey::Fill(colour, hatch) => {
            painter.rect_filled(rect, CornerRadius::ZERO, colour32(colour));
            if let Some(hatch) = hatch {
                let inside = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
                let mut x = rect.left() - rect.height();
                while x < rect.right() {
                    let from = pos2(x, rect.bottom());
                    inside.line_segment(
                        [from, from + vec2(rect.height(), -rect.height())],
                        Stroke::new(size::HATCH, colour32(hatch)),
                    );
                    x += size::HATCH_GAP;
                }
            }
            painter.rect_stroke(
                rect,
                CornerRadius::ZERO,
                Stroke::new(0.8, colour32(ink.text)),
                StrokeKind::Inside,
            );
        }
        LegendKey::Line(colour, width, dash) => {
            let ends = [rect.left_center(), rect.right_center()];
            let stroke = Stroke::new(width, colour32(colour));
            match dash {
                Some([length, gap]) => {
                    painter.extend(Shape::dashed_line(&ends, stroke, length, gap));
                }
                None => {
                    painter.line_segment(ends, stroke);
                }
            }
        }
        LegendKey::Symbol(kind, colour) => symbol(painter, kind, colour, rect.center(), 10.0),
    }
}

/// A symbol of the legend; arrows point east.
fn symbol(painter: &Painter, kind: SymbolKind, colour: Rgba, at: Pos2, size_px: f32) {
    let radius = size_px / 2.0;
    let fill = colour32(colour);
    match kind {
        SymbolKind::Disc => {
            painter.circle_filled(at, radius, fill);
        }
        SymbolKind::Bar { permille } => {
            let whole = Rect::from_center_size(at, vec2(4.0, size_px));
            painter.rect_stroke(whole, CornerRadius::ZERO, Stroke::new(1.0, fill), StrokeKind::Outside);
            let top = whole.bottom() - whole.height() * f32::from(permille.min(1000)) / 1000.0;
            painter.rect_filled(
                Rect::from_min_max(pos2(whole.left(), top), whole.max),
                CornerRadius::ZERO,
                fill,
            );
        }
        SymbolKind::Arrow => {
            let points = [[1.25, 0.0], [-0.9, 0.95], [-0.5, 0.0], [-0.9, -0.95]];
            let corners = points.map(|[x, y]: [f32; 2]| at + vec2(x, y) * radius);
            painter.add(Shape::convex_polygon(vec![corners[0], corners[1], corners[2]], fill, Stroke::NONE));
            painter.add(Shape::convex_polygon(vec![corners[0], corners[2], corners[3]], fill, Stroke::NONE));
        }
        kind => {
            let corners = outline(kind).iter().map(|&[x, y]| at + vec2(x, y) * radius).collect();
            painter.add(Shape::convex_polygon(corners, fill, Stroke::NONE));
        }
    }
}

/// The card beside the pointer; stays inside the map.
pub fn hover_card_ui(ui: &Ui, view: &HoverView, pointer: Pos2, map: Rect) {
    let visuals = ui.visuals();
    let painter = ui.painter().with_clip_rect(map);
    let strong = visuals.strong_text_color();
    let title = painter.layout_no_wrap(view.title.clone(), FontId::proportional(13.5), strong);
    let rows: Vec<_> = view
        .rows
        .iter()
        .map(|(name, value)| {
            let of = |text: &str, colour| {
                painter.layout_no_wrap(text.to_owned(), FontId::proportional(12.0), colour)
            };
            (of(name, visuals.text_color()), of(value, strong))
        })
        .collect();
    let names = rows.iter().map(|(name, _)| name.size().x).fold(0.0, f32::max);
    let values = rows.iter().map(|(_, value)| value.size().x).fold(0.0, f32::max);
    let size = vec2((names + values + 14.0).max(title.size().x) + 16.0, 28.0 + 17.0 * rows.len() as f32);
    let mut corner = pointer + vec2(16.0, 14.0);
    if corner.x + size.x > map.right() {
        corner.x = pointer.x - 12.0 - size.x;
    }
    if corner.y + size.y > map.bottom() {
        corner.y = pointer.y - 10.0 - size.y;
    }
    // With large text it may be as wide as the map: its beginning is what is read.
    corner = corner.max(map.min);
    let rect = Rect::from_min_size(corner, size);
    painter.rect(rect, CornerRadius::same(3), visuals.window_fill, visuals.window_stroke, StrokeKind::Inside);
    painter.galley(corner + vec2(8.0, 6.0), title, strong);
    for (index, (name, value)) in rows.into_iter().enumerate() {
        let top = corner.y + 26.0 + 17.0 * index as f32;
        let from_right = rect.right() - 8.0 - value.size().x;
        painter.galley(pos2(corner.x + 8.0, top), name, strong);
        painter.galley(pos2(from_right, top), value, strong);
    }
}
