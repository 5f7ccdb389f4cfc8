//! The strip at the bottom: named lanes with moments and stretches, the calendar, and a line at now.
//! Dragging along the calendar looks back. It must not know time: positions are thousandths of the strip.

use bevy_egui::egui::text::{LayoutJob, TextWrapping};
use bevy_egui::egui::{
    Align, Align2, Button, CornerRadius, Event, FontId, Id, InputState, Key, Layout, Memory, Pos2, Rect,
    Response, ScrollArea, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};

use super::intent::{ClockIntent, Intent, SeatIntent};
use crate::view::shell::{Lane, Mark, TimelineView};
use crate::view::stretch::Stretch;
use crate::view::strips::StripView;
use crate::view::timeline_view::{Opens, TimelineSeat};

/// Width of the names of the lanes, points.
const NAMES: f32 = 132.0;
/// Height of a lane, points.
const LANE: f32 = 19.0;

/// Height of an indicator, points.
const INDICATOR: f32 = 22.0;
/// No letter of the font of the marks is narrower on average, points: an `i` takes more.
const NARROWEST: f32 = 2.0;
/// Height of the calendar, points.
const SCALE: f32 = 16.0;

/// Draws calendar, lanes and indicators; whoever may steer can drag along the calendar to look back. Says which mark was
/// clicked.
pub fn timeline_ui(
    ui: &mut Ui,
    view: &TimelineSeat,
    may_steer: bool,
    out: &mut Vec<Intent>,
) -> Option<Opens> {
    let mut clicked = None;
    ScrollArea::vertical().id_salt("timeline").auto_shrink([false, false]).show(ui, |ui| {
        let rows = view.strip.lanes.len() as f32 * LANE + view.indicators.len() as f32 * INDICATOR;
        let height = (SCALE + rows + 4.0).max(ui.available_height());
        let (_, area) = ui.allocate_space(vec2(ui.available_width(), height));
        let strip = place(area);
        scale_ui(ui, &view.strip, strip);
        // Under the marks: a click on a mark opens it, one beside it goes to the moment.
        let under = Rect::from_min_max(pos2(strip.left(), area.top()), strip.max);
        let sense = if may_steer { Sense::click_and_drag() } else { Sense::CLICK };
        let under = ui.interact(under, Id::new("scrub"), sense);
        let needed = Needed::of(ui, &under);
        zoom_ui(ui, view, area, strip, out);
        clicked = lanes_ui(ui, view, area, strip, needed);
        if may_steer && clicked.is_none() {
            scrub_ui(view, &under, out);
        }
        let mut top = strip.top() + LANE * view.strip.lanes.len() as f32;
        for (row, indicator) in view.indicators.iter().enumerate() {
            let rect =
                Rect::from_min_max(pos2(strip.left(), top + 2.0), pos2(strip.right(), top + INDICATOR - 2.0));
            indicator_ui(ui, indicator, row, area.left() + 4.0, rect);
            top += INDICATOR;
        }
        now_ui(ui, &view.strip, area, strip);
        if let Some(present) = view.present_permille {
            let x = along(strip, present);
            let ink = Stroke::new(1.5, ui.visuals().error_fg_color);
            ui.painter().vline(x, area.top() + 2.0..=strip.bottom(), ink);
        }
    });
    clicked
}

/// Closer and further with buttons or the wheel and the command key over the strip, along it with the shift key.
fn zoom_ui(ui: &mut Ui, view: &TimelineSeat, area: Rect, strip: Rect, out: &mut Vec<Intent>) {
    let show = |stretch: Stretch| {
        let all = stretch == Stretch::whole(view.end);
        Intent::Seat(SeatIntent::Stretch((!all).then_some(stretch)))
    };
    let place = Rect::from_min_max(area.min, pos2(strip.left() - 4.0, strip.top()));
    let mut row = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Min)));
    row.spacing_mut().button_padding = vec2(5.0, 0.0);
    let whole = view.stretch == Stretch::whole(view.end);
    // Now stays where it is; where it is not to be seen, the middle does.
    let about = view.strip.now_permille.unwrap_or(500);
    for (sign, name, possible, wanted) in [
        (
            "+",
            &view.words.closer,
            view.stretch.length() > 4,
            Some(view.stretch.zoomed(true, about, view.end)),
        ),
        ("\u{2212}", &view.words.further, !whole, Some(view.stretch.zoomed(false, about, view.end))),
        ("\u{23f4}", &view.words.earlier, view.stretch.from.0 > 0, Some(view.stretch.moved(-500, view.end))),
        ("\u{23f5}", &view.words.later, view.stretch.to < view.end, Some(view.stretch.moved(500, view.end))),
    ] {
        let button = row.add_enabled(possible, Button::new(sign).small()).on_hover_text(name);
        button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, possible, name));
        if let Some(wanted) = wanted.filter(|_| button.clicked()) {
            out.push(show(wanted));
        }
    }
    let Some(pointer) = ui.ctx().pointer_hover_pos().filter(|pointer| strip.contains(*pointer)) else {
        return;
    };
    let about = ((pointer.x - strip.left()) / strip.width().max(1.0) * 1000.0) as u16;
    let zoom = ui.input(InputState::zoom_delta);
    if (zoom - 1.0).abs() > 0.01 {
        out.push(show(view.stretch.zoomed(zoom > 1.0, about, view.end)));
    }
}

fn place(area: Rect) -> Rect {
    Rect::from_min_max(pos2(area.left() + NAMES, area.top() + SCALE), area.max - vec2(8.0, 2.0))
}

/// Which marks have to be there to be used, and not only to be seen: hundreds of them stand there, and no more than a few are
/// under the pointer.
#[derive(Clone, Copy)]
struct Needed {
    /// All: something reads the screen aloud, or a key may move the focus.
    all: bool,
    /// Those near the pointer.
    pointer: Option<Pos2>,
    /// The one with the focus.
    focus: Option<Id>,
    /// Where the strip itself was clicked: a pointer that comes and clicks at once finds no mark there yet.
    clicked: Option<Pos2>,
}

impl Needed {
    fn of(ui: &Ui, strip: &Response) -> Self {
        let read_aloud = ui.ctx().accesskit_node_builder(strip.id, |_| ()).is_some();
        let moves_focus = |event: &Event| {
            use Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Tab};
            let keys = [Tab, ArrowDown, ArrowLeft, ArrowRight, ArrowUp];
            matches!(event, Event::Key { key, .. } if keys.contains(key))
                || matches!(event, Event::AccessKitActionRequest(_))
        };
        Self {
            all: read_aloud || ui.input(|input| input.events.iter().any(moves_focus)),
            pointer: ui.ctx().pointer_latest_pos(),
            focus: ui.memory(Memory::focused),
            clicked: strip.interact_pointer_pos().filter(|_| strip.clicked()),
        }
    }
}

/// Draws the lanes and says which mark was clicked.
fn lanes_ui(ui: &Ui, view: &TimelineSeat, area: Rect, strip: Rect, needed: Needed) -> Option<Opens> {
    let mut clicked = None;
    for (row, lane) in view.strip.lanes.iter().enumerate() {
        let top = strip.top() + LANE * row as f32;
        if top + LANE > area.bottom() {
            break;
        }
        let lane_rect =
            Rect::from_min_max(pos2(strip.left(), top + 2.0), pos2(strip.right(), top + LANE - 2.0));
        clicked = lane_ui(ui, lane, &view.opens, (row, needed), area.left() + 4.0, lane_rect).or(clicked);
    }
    clicked
}

fn now_ui(ui: &Ui, view: &TimelineView, area: Rect, strip: Rect) {
    let Some(now) = view.now_permille.map(|now| along(strip, now)) else { return };
    let ink = ui.visuals().strong_text_color();
    ui.painter().vline(now, area.top() + 2.0..=strip.bottom(), Stroke::new(1.5, ink));
}

fn scrub_ui(view: &TimelineSeat, response: &Response, out: &mut Vec<Intent>) {
    let rect = response.rect;
    let Some(pointer) = response.interact_pointer_pos() else { return };
    if !(response.dragged() || response.clicked()) || rect.width() <= 0.0 {
        return;
    }
    let share = ((pointer.x - rect.left()) / rect.width()).clamp(0.0, 1.0);
    out.push(Intent::Clock(ClockIntent::Seek(view.stretch.moment_at((share * 1000.0).round() as u16))));
}

/// Name, word and trend on the left, the course of the figure on the right.
fn indicator_ui(ui: &Ui, view: &StripView, row: usize, left: f32, rect: Rect) {
    let visuals = ui.visuals();
    let names = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.left() - 4.0, rect.bottom()));
    let font = FontId::proportional(11.0);
    let mut name = LayoutJob::simple_singleline(view.name.clone(), font.clone(), visuals.text_color());
    name.wrap = TextWrapping::truncate_at_width(names.width());
    let name = ui.painter().layout_job(name);
    let spot = pos2(left, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(spot, name, visuals.text_color());
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(2), visuals.faint_bg_color);
    let points: Vec<Pos2> = view
        .points
        .iter()
        .map(|(at, value)| {
            let share = f32::from((*value).min(1000)) / 1000.0;
            pos2(along(rect, *at), rect.bottom() - 1.0 - (rect.height() - 2.0) * share)
        })
        .collect();
    let end = points.last().map_or(rect.left(), |point| point.x);
    painter.add(Shape::line(points, Stroke::new(1.5, visuals.selection.bg_fill)));
    let now = [&view.value, &view.word, &view.trend_word];
    let now: Vec<&str> = now.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let galley = painter.layout_no_wrap(now.join(" · "), font, visuals.text_color());
    let x = (end + 6.0).min(rect.right() - galley.size().x - 4.0);
    let back = Rect::from_min_size(pos2(x - 2.0, rect.top()), vec2(galley.size().x + 4.0, rect.height()));
    painter.rect_filled(back, CornerRadius::same(2), visuals.faint_bg_color);
    painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, visuals.text_color());
    let id = Id::new(("indicator", row));
    ui.interact(names, id, Sense::hover()).on_hover_text(format!("{}: {}", view.name, now.join(" · ")));
}

fn along(strip: Rect, permille: u16) -> f32 {
    strip.left() + strip.width() * f32::from(permille.min(1000)) / 1000.0
}

fn scale_ui(ui: &Ui, view: &TimelineView, strip: Rect) {
    let weak = ui.visuals().weak_text_color();
    let line = ui.visuals().widgets.noninteractive.bg_stroke;
    let mut free_from = f32::NEG_INFINITY;
    for (permille, text) in &view.scale {
        let x = along(strip, *permille);
        ui.painter().vline(x, strip.y_range(), line);
        let galley = ui.painter().layout_no_wrap(text.clone(), FontId::proportional(11.0), weak);
        let spot = pos2(x + 3.0, strip.top() - 14.0);
        let right = spot.x + galley.size().x;
        if x >= free_from && right <= strip.right() {
            ui.painter().galley(spot, galley, weak);
            free_from = right + 8.0;
        }
    }
}

fn lane_ui(
    ui: &Ui,
    lane: &Lane,
    opens: &[Opens],
    (row, needed): (usize, Needed),
    left: f32,
    rect: Rect,
) -> Option<Opens> {
    let visuals = ui.visuals();
    ui.painter().text(
        pos2(left, rect.center().y),
        Align2::LEFT_CENTER,
        &lane.name,
        FontId::proportional(12.0),
        visuals.text_color(),
    );
    ui.painter().rect_filled(rect, CornerRadius::same(2), visuals.faint_bg_color);
    let mut clicked = None;
    let mut last = (None, 0_u32);
    let reach = ui.style().interaction.interact_radius;
    for mark in &lane.marks {
        let mark_rect = mark_rect(rect, mark);
        // By what it opens: its number changes with everything that happens, and whoever has the focus on it would lose it.
        let opened = opens.get(mark.number as usize).copied();
        last = (opened, if last.0 == opened { last.1 + 1 } else { 0 });
        let id = || Id::new(("mark", row, opened, last.1));
        let used = mark_rect.expand(2.0);
        if needed.clicked.is_some_and(|spot| used.contains(spot)) {
            clicked = opened;
        }
        let near = needed.pointer.is_some_and(|pointer| used.expand(reach).contains(pointer));
        if !(needed.all || near || needed.focus.is_some_and(|focus| focus == id())) {
            paint_mark(ui, mark, mark_rect, false);
            continue;
        }
        let id = id();
        if near && ui.ctx().read_response(id).is_none() {
            // It comes with the pointer, and shows in the next picture that the pointer is on it.
            ui.ctx().request_repaint();
        }
        let response = ui.interact(used, id, Sense::click()).on_hover_ui(|ui| {
            // As `on_hover_text`, but hundreds of texts are not copied for the one that is read.
            ui.set_max_width(ui.spacing().tooltip_width);
            ui.label(&*mark.text);
        });
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &*mark.text));
        paint_mark(ui, mark, mark_rect, response.hovered());
        if response.clicked() {
            clicked = opened;
        }
    }
    clicked
}

/// False for a text that is too long for a width, however narrow its letters are: it need not be set to know.
fn may_fit(text: &str, width: f32) -> bool {
    let letters = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    letters as f32 * NARROWEST < width
}

fn mark_rect(lane: Rect, mark: &Mark) -> Rect {
    let [from, to] = [mark.from_permille, mark.to_permille].map(|permille| along(lane, permille));
    if mark.to_permille > mark.from_permille {
        Rect::from_x_y_ranges(from..=to, lane.y_range())
    } else {
        Rect::from_center_size(pos2(from, lane.center().y), vec2(9.0, 9.0))
    }
}

fn paint_mark(ui: &Ui, mark: &Mark, rect: Rect, hovered: bool) {
    let visuals = ui.visuals();
    let ink = if hovered { visuals.strong_text_color() } else { visuals.selection.bg_fill };
    let painter = ui.painter();
    if mark.to_permille > mark.from_permille {
        painter.rect_filled(
            rect,
            CornerRadius::same(2),
            ink.gamma_multiply(if mark.planned { 0.35 } else { 0.8 }),
        );
        if !may_fit(&mark.text, rect.width() - 6.0) {
            return;
        }
        let font = FontId::proportional(11.0);
        let galley = painter.layout_no_wrap(mark.text.to_string(), font, visuals.strong_text_color());
        if galley.size().x + 6.0 < rect.width() {
            let spot = Pos2::new(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0);
            painter.galley(spot, galley, visuals.strong_text_color());
        }
    } else if mark.planned {
        painter.circle_stroke(rect.center(), 4.0, Stroke::new(1.5, ink));
    } else {
        painter.circle_filled(rect.center(), 4.5, ink);
    }
}
