//! The layout of a window: bar on top, lenses left, dock right, timeline below, the map in what remains.
//! It must not know what the panels say. Look next at the panels it calls.

use bevy_egui::egui::{self, Panel, Rect, Ui};

use super::dock::{self, DockState};
use super::intent::Intent;
use super::lens::{self, LensState};
use super::{timeline, top_bar};
use crate::view::shell::{Choice, ShellView};

/// State of the panels of one window.
#[derive(Debug, Default)]
pub struct PanelStates {
    /// Lens list and search field.
    pub lens: LensState,
    /// The tabs on the right.
    pub dock: DockState,
    /// Text size in percent.
    pub text_percent: u16,
}

/// Draws every panel and returns the part of the window that is left for the map, in points.
pub fn frame_ui(
    ui: &mut Ui,
    view: &ShellView,
    choice: &Choice,
    states: &mut PanelStates,
    out: &mut Vec<Intent>,
) -> Rect {
    Panel::top("top").resizable(false).show(ui, |ui| {
        top_bar::top_bar_ui(ui, view, choice, states.text_percent, out);
    });
    Panel::bottom("timeline").resizable(true).default_size(116.0).size_range(60.0..=320.0).show(ui, |ui| {
        timeline::timeline_ui(ui, &view.timeline, out);
    });
    Panel::left("lens").resizable(true).default_size(196.0).size_range(140.0..=360.0).show(ui, |ui| {
        lens::lens_ui(ui, view, choice, &mut states.lens, out);
    });
    Panel::right("dock").resizable(true).default_size(316.0).size_range(220.0..=720.0).show(ui, |ui| {
        dock::dock_ui(ui, view, &mut states.dock, out);
    });
    let map = ui.available_rect_before_wrap();
    egui::Rect::from_min_max(map.min.round(), map.max.round())
}
