//! The look of bars and panels: quiet, flat, light or dark, without a single animation, because anything that
//! moves keeps the processor busy. It must not touch the map: `crate::view::style` has its colours.

use bevy_egui::egui::{self, Color32, CornerRadius, FontFamily, FontId, Shadow, Stroke, TextStyle, Visuals};

use crate::view::style::Theme;

/// How long a button may be held for a click, seconds: longer than one frame takes on a slow machine, and than a slow hand needs.
const CLICK_S: f64 = 2.0;

/// Sets theme and text size of a context. Cheap when nothing changed.
pub fn apply(ctx: &egui::Context, theme: Theme, text_percent: u16, fresh: bool) {
    ctx.set_zoom_factor(f32::from(text_percent) / 100.0);
    let wanted = match theme {
        Theme::Light | Theme::Contrast => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    };
    // High contrast takes the place of the light theme: egui knows two.
    let light = if theme == Theme::Contrast { Theme::Contrast } else { Theme::Light };
    let other = ctx.style_of(egui::Theme::Light).visuals.panel_fill != tone(tones(light).panel);
    if fresh || other {
        ctx.style_mut_of(egui::Theme::Light, |style| set(style, visuals(light)));
        ctx.style_mut_of(egui::Theme::Dark, |style| set(style, visuals(Theme::Dark)));
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.input_options.max_click_duration = CLICK_S;
        });
    }
    if fresh || ctx.theme() != wanted {
        ctx.set_theme(wanted);
    }
}

fn set(style: &mut egui::Style, visuals: Visuals) {
    style.visuals = visuals;
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    // A tooltip that waits asks for a frame after a delay, which the window library answers at full speed.
    style.interaction.tooltip_delay = 0.0;
    style.interaction.tooltip_grace_time = 0.0;
    style.interaction.show_tooltips_only_when_still = false;
    style.interaction.selectable_labels = false;
    style.spacing.item_spacing = egui::vec2(8.0, 4.0);
    style.spacing.button_padding = egui::vec2(6.0, 2.0);
    for (text, size) in [
        (TextStyle::Small, 11.0),
        (TextStyle::Body, 13.5),
        (TextStyle::Button, 13.5),
        (TextStyle::Heading, 17.0),
    ] {
        style.text_styles.insert(text, FontId::new(size, FontFamily::Proportional));
    }
}

struct Tones {
    panel: u32,
    field: u32,
    faint: u32,
    line: u32,
    button: u32,
    pressed: u32,
    text: u32,
    strong: u32,
    weak: u32,
    accent: u32,
    accent_text: u32,
    alarm: u32,
    warning: u32,
    link: u32,
}

static LIGHT: Tones = Tones {
    panel: 0xf4f5f5,
    field: 0xffffff,
    faint: 0xe4e7e9,
    line: 0xc5cacd,
    button: 0xe3e7ea,
    pressed: 0xd0d7dc,
    text: 0x262d33,
    strong: 0x0c1115,
    weak: 0x56606a,
    accent: 0x2f6699,
    accent_text: 0xffffff,
    alarm: 0x9c2318,
    warning: 0x8a4b00,
    link: 0x2a5c8a,
};

static DARK: Tones = Tones {
    panel: 0x1b2025,
    field: 0x12161a,
    faint: 0x2a3138,
    line: 0x3b444c,
    button: 0x2d353d,
    pressed: 0x3a444e,
    text: 0xd3d8dc,
    strong: 0xf5f8fa,
    weak: 0x9aa5ae,
    accent: 0x3f7fb8,
    accent_text: 0xffffff,
    alarm: 0xff9a86,
    warning: 0xf2b64c,
    link: 0x86b9e6,
};

fn tone(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// Black on white, lines as dark as text.
static CONTRAST: Tones = Tones {
    panel: 0xffffff,
    field: 0xfffffe,
    faint: 0xe6e6e6,
    line: 0x000000,
    button: 0xfafafa,
    pressed: 0xd8d8d8,
    text: 0x000000,
    strong: 0x000000,
    weak: 0x303030,
    accent: 0x00309c,
    accent_text: 0xffffff,
    alarm: 0x900000,
    warning: 0x5c3300,
    link: 0x00309c,
};

fn tones(theme: Theme) -> &'static Tones {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
        Theme::Contrast => &CONTRAST,
    }
}

fn visuals(theme: Theme) -> Visuals {
    let tones = tones(theme);
    let mut visuals = if theme == Theme::Dark { Visuals::dark() } else { Visuals::light() };
    let thick = if theme == Theme::Contrast { 1.5 } else { 1.0 };
    // The font is a light one: on white it needs the stronger rendering that egui keeps for dark themes.
    visuals.text_options.color_transfer_function = egui::epaint::FontColorTransferFunction::DARK_MODE_DEFAULT;
    let line = Stroke::new(thick, tone(tones.line));
    visuals.panel_fill = tone(tones.panel);
    visuals.window_fill = tone(tones.panel);
    visuals.window_stroke = line;
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.extreme_bg_color = tone(tones.field);
    visuals.faint_bg_color = tone(tones.faint);
    visuals.weak_text_color = Some(tone(tones.weak));
    visuals.error_fg_color = tone(tones.alarm);
    visuals.warn_fg_color = tone(tones.warning);
    visuals.hyperlink_color = tone(tones.link);
    visuals.selection.bg_fill = tone(tones.accent);
    visuals.selection.stroke = Stroke::new(1.0, tone(tones.accent_text));
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(1.5, tone(tones.strong));
    let corner = CornerRadius::same(3);
    let states = [
        (&mut visuals.widgets.noninteractive, tones.panel, tones.text),
        (&mut visuals.widgets.inactive, tones.button, tones.text),
        (&mut visuals.widgets.hovered, tones.pressed, tones.strong),
        (&mut visuals.widgets.active, tones.pressed, tones.strong),
        (&mut visuals.widgets.open, tones.button, tones.strong),
    ];
    for (state, ground, ink) in states {
        state.bg_fill = tone(ground);
        state.weak_bg_fill = tone(ground);
        state.fg_stroke = Stroke::new(1.0, tone(ink));
        state.bg_stroke = line;
        state.corner_radius = corner;
        state.expansion = 0.0;
    }
    // Where the keys go: a ring that nobody overlooks.
    visuals.widgets.active.bg_stroke = Stroke::new(2.0, tone(tones.accent));
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::style::Rgba;

    /// Least contrast of text of this size, WCAG 2.2 success criterion 1.4.3.
    const READABLE: f64 = 4.5;

    #[test]
    fn every_ink_can_be_read_on_every_ground() {
        for theme in [Theme::Light, Theme::Dark, Theme::Contrast] {
            let tones = tones(theme);
            let inks =
                [tones.text, tones.strong, tones.weak, tones.alarm, tones.warning, tones.link].map(Rgba::rgb);
            for ground in [tones.panel, tones.field].map(Rgba::rgb) {
                for ink in inks {
                    let contrast = ink.contrast(ground);
                    assert!(contrast >= READABLE, "{theme:?}: {ink:?} on {ground:?} is {contrast:.1}");
                }
            }
            let button = Rgba::rgb(tones.accent_text).contrast(Rgba::rgb(tones.accent));
            assert!(button >= 4.0, "{theme:?}: words on a chosen button are {button:.1}");
        }
    }
}
