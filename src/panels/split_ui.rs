//! How a pool is divided, as a bar that can be dragged: for each class a step as long as what is kept free for it, one below the
//! other in the order in which they get their turn, and what is left for whoever comes. Arrows do the same as the mouse.
//!
//! It must not judge: the rules weigh the draft.

use bevy_egui::egui::{
    Align2, CursorIcon, EventFilter, FontId, Id, Key, Modifiers, Rect, RichText, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::page::ExerciseView;
use super::parts::heading_ui;
use crate::sim::country::{Class, NO_CAP, Policy};

/// Height of a step, points.
const STEP: f32 = 19.0;
/// Width of the names, points.
const NAMES: f32 = 142.0;
/// Room for the number behind a step, points.
const NUMBER: f32 = 30.0;
/// Half the width of what can be taken hold of, points.
const GRIP: f32 = 5.0;
/// Most units that can be kept for a class.
const MOST: u16 = 999;

/// Draws the bar of a pool of so many units, and changes what is kept free. As high for none as for many, because a pool may close
/// and open while somebody divides it.
pub fn split_ui(ui: &mut Ui, exercise: &ExerciseView, units: u32, policy: &mut Policy) {
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("split-title"));
    let kept: u32 = Class::ALL.into_iter().map(|class| u32::from(policy.minimum[class])).sum();
    let whole = units.max(kept).max(1);
    let steps = Class::COUNT as f32 + 1.0;
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), steps * STEP), Sense::hover());
    let left = area.left() + NAMES;
    let unit = (area.width() - NAMES - NUMBER) / whole as f32;
    let line = ui.visuals().widgets.noninteractive.bg_stroke;
    // Where the pool ends: more than there is cannot be kept.
    let end = left + unit * units as f32;
    ui.painter().vline(end, area.y_range(), Stroke::new(1.5, ui.visuals().strong_text_color()));
    let mut from = 0;
    for (place, class) in policy.order.into_iter().enumerate() {
        let top = area.top() + place as f32 * STEP;
        let named = Class::ALL.into_iter().zip(&exercise.choices.classes).find(|(each, _)| *each == class);
        let name = named.map_or("", |(_, name)| name.as_str());
        ui.painter().hline(area.x_range(), top + STEP, line);
        name_ui(ui, area.left(), top, name);
        let minimum = policy.minimum[class];
        let x = left + unit * from as f32;
        let rect = Rect::from_min_size(pos2(x, top + 3.0), vec2(unit * f32::from(minimum), STEP - 6.0));
        let short = from + u32::from(minimum) > units;
        let ink = if short { ui.visuals().error_fg_color } else { ui.visuals().selection.bg_fill };
        ui.painter().rect_filled(rect, 2.0, ink);
        let reserved: u16 =
            policy.reserved.iter().filter(|row| row.class == class).map(|row| row.units).sum();
        if reserved > 0 {
            let width = unit * f32::from(reserved.min(minimum.max(reserved)));
            let inside = Rect::from_min_size(rect.min, vec2(width, rect.height()));
            let stroke = Stroke::new(1.5, ui.visuals().strong_text_color());
            ui.painter().rect_stroke(inside, 2.0, stroke, StrokeKind::Inside);
        }
        cap_ui(ui, policy.cap[class], (left, unit), (top, x, units));
        let grip = Rect::from_center_size(pos2(rect.right(), top + STEP / 2.0), vec2(2.0 * GRIP, STEP - 2.0));
        let label = tongue.say("split-grip", &[("class", name.into()), ("units", minimum.into())]);
        policy.minimum[class] = grip_ui(ui, grip, unit, (class, minimum), &label);
        from += u32::from(minimum);
    }
    let top = area.top() + Class::COUNT as f32 * STEP;
    name_ui(ui, area.left(), top, &tongue.word("split-rest"));
    let rest = units.saturating_sub(from);
    let x = left + unit * from.min(units) as f32;
    let rect = Rect::from_min_size(pos2(x, top + 3.0), vec2(unit * rest as f32, STEP - 6.0));
    ui.painter().rect(rect, 2.0, ui.visuals().faint_bg_color, line, StrokeKind::Inside);
    number_ui(ui, rect.right() + 6.0, top, &rest.to_string());
    if from > units {
        let words = tongue.say("split-too-much", &[("kept", from.into()), ("units", units.into())]);
        ui.label(RichText::new(words).color(ui.visuals().error_fg_color));
    } else {
        ui.weak(tongue.word("split-means"));
    }
}

fn name_ui(ui: &Ui, left: f32, top: f32, name: &str) {
    let ink = ui.visuals().text_color();
    let room = Rect::from_min_size(pos2(left, top), vec2(NAMES - 4.0, STEP));
    let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
    painter.text(room.left_center(), Align2::LEFT_CENTER, name, FontId::proportional(11.5), ink);
}

fn number_ui(ui: &Ui, x: f32, top: f32, text: &str) {
    let ink = ui.visuals().text_color();
    let at = pos2(x, top + STEP / 2.0);
    ui.painter().text(at, Align2::LEFT_CENTER, text, FontId::proportional(11.5), ink);
}

/// A bracket where a class may get no more.
fn cap_ui(ui: &Ui, cap: u16, (left, unit): (f32, f32), (top, from, units): (f32, f32, u32)) {
    if cap == NO_CAP || u32::from(cap) >= units {
        return;
    }
    let x = (from + unit * f32::from(cap)).min(left + unit * units as f32);
    let ink = Stroke::new(1.5, ui.visuals().warn_fg_color);
    ui.painter().vline(x, top + 2.0..=top + STEP - 2.0, ink);
    for y in [top + 2.0, top + STEP - 2.0] {
        ui.painter().hline(x - 4.0..=x, y, ink);
    }
}

/// The end of a step, to drag or to move with the arrows.
fn grip_ui(ui: &Ui, grip: Rect, unit: f32, (class, minimum): (Class, u16), label: &str) -> u16 {
    let id = ui.id().with(("split", class as u8));
    let response = ui.interact(grip, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Slider, true, label));
    let held = response.hovered() || response.dragged() || response.has_focus();
    let ink = if held { ui.visuals().strong_text_color() } else { ui.visuals().text_color() };
    let bar = Rect::from_center_size(grip.center(), vec2(3.0, grip.height() - 2.0));
    ui.painter().rect_filled(bar, 1.0, ink);
    number_ui(ui, grip.right() + 1.0, grip.center().y - STEP / 2.0, &minimum.to_string());
    let mut wanted = i32::from(minimum);
    let began: Id = id.with("began");
    if response.drag_started() {
        ui.data_mut(|data| data.insert_temp(began, minimum));
    }
    if response.dragged()
        && let Some(origin) = ui.input(|input| input.pointer.press_origin())
        && let Some(pointer) = response.interact_pointer_pos()
        && let Some(first) = ui.data(|data| data.get_temp::<u16>(began))
    {
        wanted = i32::from(first) + ((pointer.x - origin.x) / unit).round() as i32;
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        wanted += ui.input_mut(|input| {
            let more = input.consume_key(Modifiers::NONE, Key::ArrowRight);
            let less = input.consume_key(Modifiers::NONE, Key::ArrowLeft);
            i32::from(more) - i32::from(less)
        });
    }
    response.on_hover_cursor(CursorIcon::ResizeHorizontal).on_hover_text(label);
    u16::try_from(wanted.clamp(0, i32::from(MOST))).unwrap_or(0)
}
