//! The script as a timeline: a lane for each storyline or receiver, planned, sent and answered told apart by form, to drag to
//! another moment.
//!
//! It must not move anything itself: a drag asks for the same command as a typed moment, and the rules answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy_egui::egui::{
    Align2, Color32, EventFilter, FontId, Galley, Id, Key, Modifiers, Painter, Pos2, Rect, Response,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::page::ExerciseView;
use super::script_ui::{Wish, sign_name};
use crate::sim::ids::InjectId;
use crate::sim::state::InjectStatus;
use crate::sim::time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick};
use crate::text::scenario_time;
use crate::view::injects_view::InjectRow;
use crate::view::script_view::ScriptView;

/// Width of the names of the lanes, points.
const NAMES: f32 = 126.0;
/// Height of one row of marks, points.
const ROW: f32 = 19.0;
/// Height of the calendar, points.
const SCALE: f32 = 32.0;
/// Widest name of a mark, points.
const LABEL: f32 = 128.0;
/// Radius of a mark, points.
const MARK: f32 = 5.0;
/// Closest: an hour is this wide, points.
const HOUR_MOST: f32 = 240.0;

/// What a lane stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanesBy {
    /// A line of the story.
    #[default]
    Storyline,
    /// Who receives it.
    Receiver,
}

/// How the timeline is looked at, and what is being moved.
#[derive(Debug, Default)]
pub struct LanesState {
    /// What a lane stands for.
    pub by: LanesBy,
    /// Width of an hour, points; none shows the whole exercise.
    pub hour: Option<f32>,
    drag: Option<Drag>,
    /// What is being moved by the keyboard, and whereto.
    pub nudged: Option<(InjectId, Tick)>,
}

#[derive(Clone, Copy, Debug)]
struct Drag {
    inject: InjectId,
    from_x: f32,
    from: Tick,
    to: Tick,
}

/// Where moments stand.
#[derive(Clone, Copy)]
struct Scale {
    left: f32,
    tick: f32,
}

impl Scale {
    fn x(self, tick: Tick) -> f32 {
        self.left + tick.0 as f32 * self.tick
    }
}

/// Draws the timeline of these rows.
pub fn lanes_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (view, rows): (&ScriptView, &[&InjectRow]),
    chosen: Option<InjectId>,
    state: &mut LanesState,
) -> Option<Wish> {
    bar_ui(ui, exercise, view, state);
    let lanes = lanes(exercise, view, rows, state.by);
    let mut wish = None;
    ScrollArea::vertical().id_salt("lanes").auto_shrink([false, false]).show(ui, |ui| {
        let ticks = view.end.0.max(1) as f32;
        let room = (ui.available_width() - NAMES - LABEL - 16.0).max(120.0);
        let tick = state.hour.map_or(room / ticks, |hour| (hour / TICKS_PER_HOUR as f32).max(room / ticks));
        let placed: Vec<Vec<(usize, &InjectRow)>> = lanes.iter().map(|(_, rows)| stack(rows, tick)).collect();
        let deep = |lane: &Vec<(usize, &InjectRow)>| lane.iter().map(|row| row.0 + 1).max().unwrap_or(1);
        let names: Vec<Arc<Galley>> =
            lanes.iter().map(|(name, rows)| lane_name(ui, name, rows.len())).collect();
        let height =
            |(lane, name): (_, &Arc<Galley>)| (deep(lane) as f32 * ROW).max(name.size().y + 2.0) + 4.0;
        let heights: Vec<f32> = placed.iter().zip(&names).map(height).collect();
        let height = SCALE + heights.iter().sum::<f32>();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (area, _) = ui.allocate_exact_size(vec2(NAMES, height), Sense::hover());
            names_ui(ui, &names, &heights, area);
            ScrollArea::horizontal().id_salt("lanes-along").auto_shrink([false, true]).show(ui, |ui| {
                let (area, _) = ui.allocate_exact_size(vec2(tick * ticks + LABEL, height), Sense::hover());
                let scale = Scale { left: area.left() + 8.0, tick };
                scale_ui(ui, exercise, view, (area, scale));
                let mut top = area.top() + SCALE;
                for (number, (lane, height)) in placed.iter().zip(&heights).enumerate() {
                    let line = ui.visuals().widgets.noninteractive.bg_stroke;
                    ui.painter().hline(area.x_range(), top, line);
                    for (deep, row) in lane {
                        let at = row.due_at.unwrap_or_default();
                        let middle = pos2(scale.x(at), top + 2.0 + (*deep as f32 + 0.5) * ROW);
                        let here = chosen == Some(row.inject);
                        let response = mark_ui(ui, exercise, view, (number, row), (middle, here));
                        wish = moved(ui, exercise, row, (&response, scale), state).or(wish);
                    }
                    top += height;
                }
                ghost_ui(ui, exercise, view, (area, scale), state);
            });
        });
        without_moment_ui(ui, exercise, rows, &mut wish);
    });
    wish
}

fn bar_ui(ui: &mut Ui, exercise: &ExerciseView, view: &ScriptView, state: &mut LanesState) {
    let tongue = &exercise.tongue;
    ui.horizontal_wrapped(|ui| {
        for (by, key) in
            [(LanesBy::Storyline, "script-by-storyline"), (LanesBy::Receiver, "script-by-receiver")]
        {
            ui.selectable_value(&mut state.by, by, tongue.word(key));
        }
        ui.separator();
        let all =
            (ui.available_width().max(200.0) / (view.end.0.max(1) as f32 / TICKS_PER_HOUR as f32)).max(1.0);
        if ui.button("−").on_hover_text(tongue.word("script-zoom-out")).clicked() {
            state.hour = state.hour.map(|hour| hour / 2.0).filter(|hour| *hour > all);
        }
        if ui.button("+").on_hover_text(tongue.word("script-zoom-in")).clicked() {
            state.hour = Some((state.hour.unwrap_or(all) * 2.0).min(HOUR_MOST));
        }
        if state.hour.is_some() && ui.button(tongue.word("script-zoom-all")).clicked() {
            state.hour = None;
        }
        ui.separator();
        for status in [InjectStatus::Ready, InjectStatus::OnHold, InjectStatus::Sent, InjectStatus::Answered]
        {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
            paint_sign(ui.painter(), rect.center(), status, ui.visuals().text_color());
            ui.weak(tongue.word(crate::text::inject_status_key(status)));
        }
    });
}

/// Lanes with what stands on them, in order of time.
fn lanes<'a>(
    exercise: &ExerciseView,
    view: &ScriptView,
    rows: &[&'a InjectRow],
    by: LanesBy,
) -> Vec<(String, Vec<&'a InjectRow>)> {
    let mut placed: Vec<&InjectRow> = rows.iter().copied().filter(|row| row.due_at.is_some()).collect();
    placed.sort_by_key(|row| (row.due_at, row.inject));
    let mut lanes: BTreeMap<usize, (String, Vec<&InjectRow>)> = BTreeMap::new();
    for row in placed {
        let mut add = |place: usize, name: String| {
            lanes.entry(place).or_insert_with(|| (name, Vec::new())).1.push(row);
        };
        match by {
            LanesBy::Storyline => {
                let lines = &view.injects.storylines;
                let place = lines.iter().position(|(line, _)| row.storyline_id == Some(*line));
                let name = place.and_then(|place| lines.get(place)).map(|(_, name)| name.clone());
                let none = || exercise.tongue.word("script-no-storyline");
                add(place.unwrap_or(usize::MAX), name.unwrap_or_else(none));
            }
            LanesBy::Receiver if row.content.receivers.is_empty() => {
                add(0, exercise.tongue.word("receivers-all"));
            }
            LanesBy::Receiver => {
                for (place, (role, name)) in exercise.choices.roles.iter().enumerate() {
                    if row.content.receivers.contains(role) {
                        add(place + 1, name.clone());
                    }
                }
            }
        }
    }
    lanes.into_values().collect()
}

/// Rows below each other where their names would touch.
fn stack<'a>(rows: &[&'a InjectRow], tick: f32) -> Vec<(usize, &'a InjectRow)> {
    let mut free: Vec<f32> = Vec::new();
    let mut placed = Vec::new();
    for row in rows {
        let x = row.due_at.unwrap_or_default().0 as f32 * tick;
        let deep = free.iter().position(|end| *end <= x).unwrap_or(free.len());
        if deep == free.len() {
            free.push(0.0);
        }
        if let Some(end) = free.get_mut(deep) {
            *end = x + LABEL + 2.0 * MARK;
        }
        placed.push((deep, *row));
    }
    placed
}

/// The name of a lane and how many messages stand on it, on as many lines as it takes.
fn lane_name(ui: &Ui, name: &str, count: usize) -> Arc<Galley> {
    let text = format!("{name} ({count})");
    ui.painter().layout(text, FontId::proportional(12.0), ui.visuals().text_color(), NAMES - 10.0)
}

fn names_ui(ui: &Ui, names: &[Arc<Galley>], heights: &[f32], rect: Rect) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut top = rect.top() + SCALE;
    for (number, (name, height)) in names.iter().zip(heights).enumerate() {
        painter.galley(pos2(rect.left() + 4.0, top + 3.0), Arc::clone(name), ui.visuals().text_color());
        let here = Rect::from_min_size(pos2(rect.left(), top), vec2(NAMES, *height));
        let response = ui.interact(here, Id::new(("lane-name", number)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name.text()));
        top += height;
    }
}

/// Days, hours where there is room, the periods of the exercise, and now.
fn scale_ui(ui: &Ui, exercise: &ExerciseView, view: &ScriptView, (area, scale): (Rect, Scale)) {
    let (painter, visuals) = (ui.painter(), ui.visuals());
    let (line, weak) = (visuals.widgets.noninteractive.bg_stroke, visuals.weak_text_color());
    let text = |x: f32, y: f32, words: &str| {
        painter.text(pos2(x + 3.0, y), Align2::LEFT_TOP, words, FontId::proportional(11.0), weak)
    };
    if view.by_rounds {
        for (number, period) in view.periods.iter().enumerate() {
            let (from, until) = (scale.x(period.from), scale.x(period.until));
            let rect = Rect::from_x_y_ranges(from..=until, area.y_range());
            if number % 2 == 0 {
                // Mixed, not translucent: what lies under it is known.
                painter.rect_filled(rect, 0.0, visuals.panel_fill.lerp_to_gamma(visuals.faint_bg_color, 0.5));
            }
            let clip = painter.with_clip_rect(rect.intersect(ui.clip_rect()));
            let at = pos2(from + 3.0, area.top());
            clip.text(at, Align2::LEFT_TOP, &period.name, FontId::proportional(11.0), weak);
        }
    }
    let offset = u32::from(view.start.quarter);
    let hours = TICKS_PER_HOUR as f32 * scale.tick;
    // As many hours between two lines as leave room for their names.
    let step = [1, 3, 6, 12, 24, 48, 96, 168].into_iter().find(|step| *step as f32 * hours >= 62.0);
    let step = step.unwrap_or(336) * TICKS_PER_HOUR;
    let mut quarter = offset.next_multiple_of(step);
    while quarter - offset <= view.end.0 {
        let x = scale.x(Tick(quarter - offset));
        painter.vline(x, area.top() + 14.0..=area.bottom(), line);
        let day = quarter / TICKS_PER_DAY;
        let hour = quarter % TICKS_PER_DAY / TICKS_PER_HOUR;
        let words = if hour == 0 { format!("D+{day}") } else { format!("D+{day} {hour:02}:00") };
        text(x, area.top() + 15.0, &words);
        quarter += step;
    }
    let now = Stroke::new(1.5, visuals.strong_text_color());
    painter.vline(scale.x(exercise.now), area.top() + 14.0..=area.bottom(), now);
}

fn mark_ui(
    ui: &Ui,
    exercise: &ExerciseView,
    view: &ScriptView,
    (lane, row): (usize, &InjectRow),
    (middle, here): (Pos2, bool),
) -> Response {
    let over = row.status.is_out() || row.status == InjectStatus::Skipped;
    let visuals = ui.visuals();
    let ink = if here { visuals.strong_text_color() } else { visuals.selection.bg_fill };
    let text = format!("{} {}", row.code, row.title);
    let text_ink = if over { visuals.weak_text_color() } else { visuals.text_color() };
    let mut job = bevy_egui::egui::text::LayoutJob::simple_singleline(
        text.clone(),
        FontId::proportional(11.0),
        text_ink,
    );
    job.wrap.max_width = LABEL - MARK;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    let size = vec2(galley.size().x + 3.0 * MARK, ROW - 2.0);
    let rect = Rect::from_min_size(pos2(middle.x - MARK - 1.0, middle.y - size.y / 2.0), size);
    let sense = if row.can.shift { Sense::click_and_drag() } else { Sense::click() };
    let response = ui.interact(rect, Id::new(("lane-mark", lane, row.inject)), sense);
    let time = row.due_at.map(|at| scenario_time(view.start, at)).unwrap_or_default();
    let name = format!("{text}, {time}, {}", sign_name(row));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
    if here || response.hovered() || response.has_focus() {
        let stroke = Stroke::new(1.0, visuals.selection.bg_fill);
        ui.painter().rect(rect, 3.0, visuals.faint_bg_color, stroke, StrokeKind::Inside);
    }
    paint_sign(ui.painter(), middle, row.status, if over { visuals.weak_text_color() } else { ink });
    ui.painter().galley(pos2(middle.x + MARK + 3.0, middle.y - galley.size().y / 2.0), galley, text_ink);
    let receivers = format!("{}: {}", exercise.tongue.word("inject-receivers"), row.receivers);
    response.on_hover_text(format!("{name}\n{receivers}\n{}", row.text))
}

/// What a drag, the arrows, Enter or a click on a mark ask for.
fn moved(
    ui: &Ui,
    exercise: &ExerciseView,
    row: &InjectRow,
    (response, scale): (&Response, Scale),
    state: &mut LanesState,
) -> Option<Wish> {
    let (inject, from) = (row.inject, row.due_at?);
    let pointer = response.interact_pointer_pos();
    if response.drag_started()
        && let Some(pointer) = ui.input(|input| input.pointer.press_origin()).or(pointer)
    {
        state.drag = Some(Drag { inject, from_x: pointer.x, from, to: from });
        state.nudged = None;
    }
    if response.dragged()
        && let (Some(drag), Some(pointer)) =
            (state.drag.as_mut().filter(|drag| drag.inject == inject), pointer)
    {
        let ticks = ((pointer.x - drag.from_x) / scale.tick).round() as i64;
        drag.to = Tick(u32::try_from((i64::from(drag.from.0) + ticks).max(0)).unwrap_or(0));
    }
    if response.drag_stopped()
        && let Some(drag) = state.drag.take().filter(|drag| drag.inject == inject)
    {
        return (drag.to != drag.from).then_some(Wish::Move(inject, drag.to));
    }
    if response.has_focus() && row.can.shift {
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let by: i64 = ui.input_mut(|input| {
            let mut pressed = |modifiers, key| i64::from(input.consume_key(modifiers, key));
            let hours =
                pressed(Modifiers::SHIFT, Key::ArrowRight) - pressed(Modifiers::SHIFT, Key::ArrowLeft);
            let quarters =
                pressed(Modifiers::NONE, Key::ArrowRight) - pressed(Modifiers::NONE, Key::ArrowLeft);
            hours * i64::from(TICKS_PER_HOUR) + quarters
        });
        let at = state.nudged.filter(|nudged| nudged.0 == inject).map_or(from, |nudged| nudged.1);
        if by != 0 {
            let to = u32::try_from((i64::from(at.0) + by).max(0)).unwrap_or(0);
            state.nudged = Some((inject, Tick(to).max(exercise.now)));
        }
    }
    if response.clicked() {
        // Enter counts as a click: it ends a move by the keyboard.
        return Some(match state.nudged.take().filter(|nudged| nudged.0 == inject && nudged.1 != from) {
            Some((_, to)) => Wish::Move(inject, to),
            None => Wish::Choose(inject),
        });
    }
    None
}

/// The moment where something would come to stand.
fn ghost_ui(
    ui: &Ui,
    exercise: &ExerciseView,
    view: &ScriptView,
    (area, scale): (Rect, Scale),
    state: &LanesState,
) {
    let drag = state.drag.map(|drag| (drag.inject, drag.to));
    let Some((inject, to)) = drag.or(state.nudged) else { return };
    let code = view.rows().find(|row| row.inject == inject).map_or("", |row| row.code.as_str());
    let (past, visuals) = (to < exercise.now, ui.visuals());
    let ink = if past { visuals.error_fg_color } else { visuals.strong_text_color() };
    let args = [("inject", code.into()), ("time", scenario_time(view.start, to).into())];
    let mut words = exercise.tongue.say("script-move-to", &args);
    if past {
        words = format!("{words} ({})", exercise.tongue.word("script-past"));
    } else if drag.is_none() {
        words = format!("{words} ({})", exercise.tongue.word("script-nudge-means"));
    }
    let x = scale.x(to);
    ui.painter().vline(x, area.top() + 14.0..=area.bottom(), Stroke::new(1.5, ink));
    let galley = ui.painter().layout_no_wrap(words, FontId::proportional(12.0), ink);
    let left = (x + 5.0).min(ui.clip_rect().right() - galley.size().x - 6.0).max(ui.clip_rect().left());
    let back = Rect::from_min_size(pos2(left, area.top() + 14.0), galley.size() + vec2(4.0, 2.0));
    ui.painter().rect_filled(back, 2.0, visuals.panel_fill);
    ui.painter().galley(back.min + vec2(2.0, 1.0), galley, ink);
}

fn without_moment_ui(ui: &mut Ui, exercise: &ExerciseView, rows: &[&InjectRow], wish: &mut Option<Wish>) {
    let rest: Vec<&&InjectRow> = rows.iter().filter(|row| row.due_at.is_none()).collect();
    if rest.is_empty() {
        return;
    }
    super::parts::heading_ui(ui, exercise.tongue.word("script-no-moment"));
    ui.horizontal_wrapped(|ui| {
        for row in rest {
            let name = format!("{} {}", row.code, row.title);
            if ui.small_button(name).on_hover_text(&row.trigger).clicked() {
                *wish = Some(Wish::Choose(row.inject));
            }
        }
    });
}

/// Where an inject stands, as a form: open ring planned, bars held back, full disc sent, ring in a disc seen, square answered or
/// closed, cross taken out.
pub(super) fn paint_sign(painter: &Painter, at: Pos2, status: InjectStatus, ink: Color32) {
    let line = Stroke::new(1.6, ink);
    match status {
        InjectStatus::Ready => {
            painter.circle_stroke(at, MARK - 1.0, line);
        }
        InjectStatus::OnHold => {
            for x in [-2.0, 2.0] {
                painter.vline(at.x + x, at.y - 4.0..=at.y + 4.0, Stroke::new(2.0, ink));
            }
        }
        InjectStatus::Sent => {
            painter.circle_filled(at, MARK - 0.5, ink);
        }
        InjectStatus::Seen => {
            painter.circle_stroke(at, MARK - 0.5, line);
            painter.circle_filled(at, 2.0, ink);
        }
        InjectStatus::Answered | InjectStatus::Closed => {
            let rect = Rect::from_center_size(at, vec2(8.5, 8.5));
            painter.rect_filled(rect, 1.0, ink);
        }
        InjectStatus::Skipped => {
            let arm = vec2(3.5, 3.5);
            painter.line_segment([at - arm, at + arm], line);
            painter.line_segment([at + vec2(3.5, -3.5), at + vec2(-3.5, 3.5)], line);
        }
    }
}
