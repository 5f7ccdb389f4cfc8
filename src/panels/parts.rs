//! Small things that several panels draw: a moment to choose, a list to choose from, a paragraph, a bar.
//! They must not know what they are used for.

use bevy_egui::egui::{
    Align, Button, Color32, ComboBox, CornerRadius, DragValue, Layout, ProgressBar, Response, RichText,
    Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, WidgetType, vec2,
};

use super::page::ExerciseView;
use super::tongue::Tongue;
use crate::sim::time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick};

/// Minutes of a tick.
const TICK_MINUTES: u32 = 60 / TICKS_PER_HOUR;

/// A heading inside a panel.
pub fn heading_ui(ui: &mut Ui, text: impl Into<String>) {
    ui.add_space(6.0);
    ui.label(RichText::new(text).strong());
}

/// Keeps what is in a scroll area away from its bar.
pub fn leave_room_ui(ui: &mut Ui) {
    ui.set_max_width(ui.available_width() - 12.0);
}

/// A name with its value below it, both wrapped; nothing for an empty value.
pub fn fact_ui(ui: &mut Ui, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    ui.weak(name);
    ui.label(value);
}

/// Time played and time in the room of something that happened, as far as they are known.
pub fn clocks_ui(ui: &mut Ui, tongue: &Tongue, played: &str, wall: &str) {
    if played.is_empty() {
        return;
    }
    let key = if wall.is_empty() { "happened-played" } else { "happened-clocks" };
    let said = tongue.say(key, &[("played", played.into()), ("wall", wall.into())]);
    ui.weak(RichText::new(said).small());
}

/// Name left, value right.
pub fn pair_ui(ui: &mut Ui, name: &str, value: &str) {
    ui.horizontal(|ui| {
        ui.label(name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(RichText::new(value).strong()));
    });
}

/// A button that stands out: the one thing a panel is for.
pub fn main_button_ui(ui: &mut Ui, enabled: bool, text: &str) -> bool {
    let visuals = ui.visuals();
    let label = RichText::new(text).strong().color(visuals.selection.stroke.color);
    let button = Button::new(label).fill(visuals.selection.bg_fill);
    if enabled { ui.add(button).clicked() } else { ui.add_enabled(false, Button::new(text)).clicked() }
}

/// How far long work is, and a way to stop it; true when it is to be stopped.
pub fn progress_ui(ui: &mut Ui, tongue: &Tongue, percent: u8) -> bool {
    let row = ui.horizontal(|ui| {
        let bar = ProgressBar::new(f32::from(percent) / 100.0).desired_width(150.0);
        ui.add(bar.text(tongue.say("settings-percent", &[("percent", percent.into())])));
        ui.button(tongue.word("word-cancel")).clicked()
    });
    row.inner
}

/// A field to type in. It keeps the keys whatever appears before it while somebody types, a message or a remark, because its name
/// tells it from others; fields with one name stand on cards with an identity of their own (`push_id`). It has a ring while it is where
/// the keys go: that of the library has the colour of the letters on what is chosen, which a field does not show.
pub fn typing_ui(ui: &mut Ui, name: &str, field: TextEdit<'_>) -> Response {
    let response = ui.add(field.id_salt(name));
    if response.has_focus() {
        let edge = Stroke::new(1.5, ui.visuals().selection.bg_fill);
        ui.painter().rect_stroke(response.rect.expand(1.0), 3.0, edge, StrokeKind::Outside);
    }
    response
}

/// One line to type in, with its name above it that assistive technology reads too.
pub fn line_ui(ui: &mut Ui, name: &str, text: &mut String) -> bool {
    let label = ui.weak(name);
    typing_ui(ui, name, TextEdit::singleline(text).desired_width(f32::INFINITY))
        .labelled_by(label.id)
        .changed()
}

/// A field to look something up in, as wide as there is room; its name stands in it as long as it is empty, and assistive
/// technology reads it always. True when something else is looked for.
pub fn seek_ui(ui: &mut Ui, name: &str, text: &mut String) -> bool {
    let field = typing_ui(ui, name, TextEdit::singleline(text).hint_text(name).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, name));
    field.changed()
}

/// Several lines to type in.
pub fn lines_ui(ui: &mut Ui, name: &str, text: &mut String) -> Response {
    let label = ui.weak(name);
    let field = TextEdit::multiline(text).desired_width(f32::INFINITY).desired_rows(2);
    typing_ui(ui, name, field).labelled_by(label.id)
}

/// A number with its unit behind it.
pub fn number_ui(ui: &mut Ui, name: &str, value: &mut u32, least: u32, most: u32) -> bool {
    ui.horizontal(|ui| {
        let label = ui.label(name);
        ui.add(DragValue::new(value).range(least..=most).speed(0.1)).labelled_by(label.id).changed()
    })
    .inner
}

/// Chooses a row of a list by its name.
pub fn choose_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut T,
    list: impl Iterator<Item = (T, String)> + Clone,
) -> bool {
    let before = *chosen;
    let now = list.clone().find(|(value, _)| *value == before).map_or_else(String::new, |(_, text)| text);
    ui.weak(name);
    let width = ui.available_width() - 8.0;
    let combo = ComboBox::from_id_salt(("choose", name)).selected_text(now).width(width).truncate();
    let response = combo.show_ui(ui, |ui| {
        for (value, text) in list {
            ui.selectable_value(chosen, value, text);
        }
    });
    let label = name.to_owned();
    response.response.widget_info(move || WidgetInfo::labeled(WidgetType::ComboBox, true, label.clone()));
    before != *chosen
}

/// Chooses a moment: day of the scenario, hour and quarter, with the date beside it.
pub fn moment_ui(ui: &mut Ui, view: &ExerciseView, moment: &mut Tick, least: Tick) -> bool {
    let [mut day, mut hour, mut minute] =
        [moment.day(), moment.0 % TICKS_PER_DAY / TICKS_PER_HOUR, moment.0 % TICKS_PER_HOUR * TICK_MINUTES];
    let changed = ui
        .horizontal_wrapped(|ui| {
            let day = ui.add(DragValue::new(&mut day).prefix("D+").range(0..=729).speed(0.05));
            let hour =
                ui.add(DragValue::new(&mut hour).range(0..=23).speed(0.1).custom_formatter(two_digits));
            ui.label(":");
            let minute = DragValue::new(&mut minute).range(0..=45).speed(0.5).custom_formatter(two_digits);
            let minute = ui.add(minute);
            if let Some(start) = view.choices.start {
                ui.weak(view.tongue.moment(start, *moment));
            }
            day.changed() || hour.changed() || minute.changed()
        })
        .inner;
    let wanted = Tick(day * TICKS_PER_DAY + hour * TICKS_PER_HOUR + minute / TICK_MINUTES).max(least);
    let moved = wanted != *moment;
    if changed || moment.0 < least.0 {
        *moment = wanted;
    }
    changed && moved
}

fn two_digits(value: f64, _: std::ops::RangeInclusive<usize>) -> String {
    format!("{value:02.0}")
}

/// A bar of fixed length for a share of one thousand.
pub fn bar_ui(ui: &mut Ui, permille: u16, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 8.0), Sense::hover());
    let mut filled = rect;
    filled.set_width(rect.width() * f32::from(permille.min(1000)) / 1000.0);
    let (ground, ink) = (ui.visuals().faint_bg_color, ui.visuals().selection.bg_fill);
    ui.painter().rect_filled(rect, CornerRadius::same(2), ground);
    ui.painter().rect_filled(filled, CornerRadius::same(2), ink);
}

/// Black or white, whichever reads best on a ground: by the contrast of WCAG 2.2 (relative luminance).
pub fn ink_on(ground: Color32) -> Color32 {
    let light = bevy_egui::egui::Rgba::from(ground);
    let luminance = 0.2126 * light.r() + 0.7152 * light.g() + 0.0722 * light.b();
    // Where both contrasts are the same: (1.05 / (l + 0.05)) = ((l + 0.05) / 0.05).
    if luminance > 0.179 { Color32::BLACK } else { Color32::WHITE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ink_is_dark_on_light_and_light_on_dark() {
        for (ground, ink) in [
            (Color32::WHITE, Color32::BLACK),
            (Color32::BLACK, Color32::WHITE),
            (Color32::from_rgb(255, 150, 130), Color32::BLACK),
            (Color32::from_rgb(160, 20, 20), Color32::WHITE),
        ] {
            assert_eq!(ink_on(ground), ink, "{ground:?}");
        }
    }
}
