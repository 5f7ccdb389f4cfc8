//! Right panel: the tabs. A new panel is one variant of `Tab` and one arm of the match below.

use bevy_egui::egui::{ScrollArea, Ui};

use super::inspector;
use super::intent::Intent;
use crate::view::shell::ShellView;

/// The tabs of the dock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Facts about what is selected.
    #[default]
    Inspector,
}

/// Which tab is open.
#[derive(Debug, Default)]
pub struct DockState {
    /// The open tab.
    pub open: Tab,
}

/// Draws the row of tabs and the open one.
pub fn dock_ui(ui: &mut Ui, view: &ShellView, state: &mut DockState, out: &mut Vec<Intent>) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for (tab, name) in [(Tab::Inspector, &view.words.inspector)] {
            if ui.selectable_label(state.open == tab, name).clicked() {
                state.open = tab;
            }
        }
    });
    ui.separator();
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| match state.open {
        Tab::Inspector => inspector::inspector_ui(ui, view, out),
    });
}
