//! bevy_egui, wrapped: the only file to touch when it is upgraded. It must not hold any of our own logic.

use bevy::prelude::*;
use bevy_egui::{EguiGlobalSettings, EguiPlugin};

/// Adds egui without a context of its own: every seat brings one.
pub fn plugin(app: &mut App) {
    // One texture holds all letters: a choice among several would be made for every pixel.
    app.add_plugins(EguiPlugin { bindless_mode_array_size: None, ..EguiPlugin::default() });
    app.insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() });
}
